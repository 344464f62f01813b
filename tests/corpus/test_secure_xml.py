"""Hostile XML is refused quickly and by name; nothing is fetched, expanded or silently cut."""

from pathlib import Path

import pytest

from corpus.errors import NotWellFormedError
from corpus.secure_xml import (
    Element,
    looks_like_html,
    looks_like_xml,
    parse,
    parse_by_part,
    root_name,
    texts,
)

LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(12))
    + b"]><l>&m;</l>"
)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(LAUGHS, id="billion laughs"),
        pytest.param(
            b'<!DOCTYPE l [<!ENTITY x SYSTEM "http://localhost:9/x">]><l>&x;</l>', id="entity on the net"
        ),
        pytest.param(b'<!DOCTYPE l [<!ENTITY x "eigen">]><l>&x;</l>', id="entity of its own"),
        pytest.param(b"<l>" + b"a" * 10_100_000 + b"</l>", id="a text node over 10 MB"),
        pytest.param(b"<l><k></l>", id="tags that cross"),
        pytest.param(b"<l>\xff\xfe</l>", id="bytes that are no text"),
        pytest.param(b"<l a='&'/>", id="a bare ampersand"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_a_hostile_or_broken_file_is_refused(source: bytes) -> None:
    with pytest.raises(NotWellFormedError, match=r"(niet welgevormd|entiteit)"):
        parse(source)


def test_a_local_file_is_not_read_through_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    source = f'<!DOCTYPE l [<!ENTITY x SYSTEM "file://{secret}">]><l>&x;</l>'.encode()
    with pytest.raises(NotWellFormedError) as caught:
        parse(source)
    assert "geheim" not in str(caught.value).replace("geheim.txt", "")


def test_a_dtd_that_is_named_is_not_looked_for() -> None:
    root = parse(b'<!DOCTYPE wet SYSTEM "http://localhost:9/wet.dtd"><wet>tekst</wet>')
    assert root.text == "tekst"


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_read_by_part_gives_what_it_gives_as_a_whole(encoding: str) -> None:
    stated = encoding.removesuffix("-sig")
    parts = "".join(f"<deel>{n} café</deel>" for n in range(5_000))
    source = f"<?xml version='1.0' encoding='{stated}'?><wet>{parts}</wet>".encode(encoding)
    taken: list[str | None] = []

    def take(part: Element) -> bool:
        taken.append(part.text)
        return True

    left = parse_by_part(source, "deel", take)
    assert taken == [part.text for part in parse(source)]
    assert (root_name(source), [part.text for part in left]) == ("wet", [None] * 5_000)


@pytest.mark.parametrize("source", [LAUGHS, b"<l><k></l>", b"<l>", b"", b"<l/><l/>"])
def test_a_broken_file_is_refused_by_part_as_it_is_as_a_whole(source: bytes) -> None:
    with pytest.raises(NotWellFormedError):
        parse_by_part(source, "k", lambda _: True)


def test_the_texts_of_a_file_come_in_order_and_no_further_than_they_are_asked_for() -> None:
    source = b"<?p a?><l>een<?p b?>twee<k>drie</k>vier<!-- c -->vijf<k/>zes</l><?p d?>"
    assert list(texts(source)) == [str(text) for text in parse(source).itertext()]
    assert next(texts(b"<l><k>een</k>" + b" " * 1_000_000 + b"</fout>")) == "een"
    with pytest.raises(NotWellFormedError):
        list(texts(b"<l><k>een</k></fout>"))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (b"<toestand/>", "toestand"),
        (b"\xef\xbb\xbf <toestand>", "toestand"),
        (b'<a:wet xmlns:a="u">', "wet"),
        (b"geen xml", None),
        (b"< toestand>", None),
        (b"", None),
    ],
)
def test_the_root_is_named_without_reading_the_rest(source: bytes, name: str | None) -> None:
    assert root_name(source) == name


def test_a_page_of_html_is_told_from_xml() -> None:
    assert looks_like_html(b"<!DOCTYPE html><html>")
    assert looks_like_html(b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">')
    assert not looks_like_html(b"<toestand/>")
    assert looks_like_xml(b"<?xml version='1.0'?><x/>")
