"""The ministry of an opinion whose text is not at hand: what the code in its number meant in that year."""

import pytest

from wetgeving.services.opinion_values import DatesKnown, KnownDate, OpvolgingCounts, RegisterEntry
from wetgeving.web.opinion_view import offer


def _entry(number: str, ministry: str = "") -> RegisterEntry:
    unknown = KnownDate()
    return RegisterEntry(
        number=number,
        dossiers=(),
        work="",
        version="",
        kind=None,
        title="",
        subject="",
        ministry=ministry,
        ministry_code=number[:3],
        dates=DatesKnown(unknown, unknown, unknown, unknown),
        missive="",
        dictum=None,
        text_available=False,
        advised_version="",
        advised_absent="",
        next_version="",
        counts=OpvolgingCounts({}, {}),
        first_unanswered="",
        fictional=False,
    )


@pytest.mark.parametrize(
    ("number", "printed", "derived", "offered"),
    [
        ("W16.20.0096/II", "", ("Justitie en Veiligheid",), ("Justitie en Veiligheid",)),
        ("W16.20.0096/II", "Minister van Koek", (), ("Minister van Koek",)),
        ("W03.25.00165/II", "", (), ("W03",)),
    ],
)
def test_the_code_speaks_only_where_the_text_is_silent(
    number: str, printed: str, derived: tuple[str, ...], offered: tuple[str, ...]
) -> None:
    entry = _entry(number, printed)
    assert entry.ministries_by_code == derived
    assert offer([entry]).ministries == offered
