"""Exporting what is stored: the same version, the same bytes; an unknown format is refused by name."""

import pytest

from corpus.readers import read
from wetgeving.bootstrap import Application
from wetgeving.services.errors import InvalidValueError

from .laws import LAMP, take_in

KEY = "LAMP@consolidated-2091-01-01"


def test_a_version_is_exported_with_what_is_known_of_it(application: Application) -> None:
    take_in(application, LAMP)
    with application.reading() as services:
        exported = services.exporting.export(KEY, "akoma-ntoso")
        assert services.exporting.export(KEY, "akoma-ntoso") == exported
        provisions = services.catalogue.text(KEY).provisions
    reading = read(exported.content)
    assert (exported.version, exported.file_name) == (KEY, f"{KEY}.akn.xml")
    assert reading.provisions == provisions
    assert (reading.stage, str(reading.in_force_on)) == ("consolidated", "2091-01-01")


def test_what_was_exported_is_a_further_source_of_the_same_version(application: Application) -> None:
    take_in(application, LAMP)
    with application.reading() as services:
        content = services.exporting.export(KEY, "akoma-ntoso").content
    result = take_in(application, content.decode())
    assert (result.version, result.outcome, result.reader) == (KEY, "further-source", "akoma-ntoso")


def test_an_unknown_format_is_refused_with_those_there_are(application: Application) -> None:
    take_in(application, LAMP)
    with application.reading() as services, pytest.raises(InvalidValueError, match="akoma-ntoso"):
        services.exporting.export(KEY, "docx")
