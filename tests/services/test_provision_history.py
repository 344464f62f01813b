"""The strip of one provision: followed through renumbering, and back to a text it had before."""

import pytest

from wetgeving.bootstrap import Application
from wetgeving.services.provision_history import HistoryStep

from .laws import LAMP, LAMP_CHANGED, take_in

DAYS = tuple(f"209{n}-01-01" for n in range(1, 7))
EXTRA = LAMP.replace(
    "Artikel 1. Lampen", "Artikel 1\n\nDeze wet gaat over licht.\n\nArtikel 2. Lampen"
).replace("\nArtikel 2\n\nDeze wet wordt", "\nArtikel 3\n\nDeze wet wordt")


def _key(number: int) -> str:
    return f"LAMP@consolidated-{DAYS[number - 1]}"


def _history(application: Application, texts: tuple[str, ...], eid: str = "art_1") -> tuple[HistoryStep, ...]:
    for text, day in zip(texts, DAYS, strict=False):
        take_in(application, text, day)
    with application.reading() as services:
        return services.provision_history.of(_key(1), eid)


@pytest.mark.parametrize(
    ("texts", "back"),
    [
        ((LAMP, LAMP_CHANGED, LAMP), ["", "", _key(1)]),
        ((LAMP, LAMP, LAMP_CHANGED, LAMP), ["", "", "", _key(2)]),
        ((LAMP, LAMP_CHANGED, LAMP, LAMP), ["", "", _key(1), ""]),
        ((LAMP, LAMP_CHANGED, LAMP, LAMP_CHANGED), ["", "", _key(1), _key(2)]),
        ((LAMP, LAMP_CHANGED, LAMP_CHANGED), ["", "", ""]),
    ],
    ids=["and back", "the latest that said so", "said once", "to and fro", "never"],
)
def test_a_text_that_came_back_names_the_version_that_had_it(
    application: Application, texts: tuple[str, ...], back: list[str]
) -> None:
    assert [step.back_to for step in _history(application, texts)] == back


def test_another_number_is_not_another_text(application: Application) -> None:
    steps = _history(application, (LAMP, EXTRA, LAMP))
    assert [step.provision.eid for step in steps if step.provision] == ["art_1", "art_2", "art_1"]
    assert [step.back_to for step in steps] == ["", "", ""]


def test_a_provision_that_went_ends_the_strip(application: Application) -> None:
    steps = _history(
        application,
        (LAMP, LAMP.replace("Artikel 2\n\nDeze wet wordt aangehaald als: Lampenwet.\n", "")),
        "art_2",
    )
    assert [step.provision is None for step in steps] == [False, True]
    assert [kind.value for change in steps[1].changes for kind in change.kinds] == ["deleted"]
