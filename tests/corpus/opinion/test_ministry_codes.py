"""A code means what it was seen to mean in that year; of other years nothing is said."""

import pytest

from corpus.opinion.ministry_codes import meanings, meanings_of
from corpus.opinion.paper_facts import ministry_code

MEANT = [
    ("W03.00.0379/I", ["Justitie"]),
    ("W03.10.0224/II", ["Justitie", "Veiligheid en Justitie"]),
    ("W03.14.0333/II", ["Veiligheid en Justitie"]),
    ("W03.25.00165/II", []),
    ("W12.20.0110/III", ["Sociale Zaken en Werkgelegenheid"]),
    ("W13.94.0357", ["Welzijn, Volksgezondheid en Cultuur", "Volksgezondheid, Welzijn en Sport"]),
    ("W16.20.0096/II", ["Justitie en Veiligheid"]),
    ("W16.12.0096/II", []),
    ("W99.91.00011/II", []),
    ("VOORBEELD/advies-1", []),
    ("", []),
]


@pytest.mark.parametrize(("number", "ministries"), MEANT)
def test_a_code_means_what_it_was_seen_to_mean_in_that_year(number: str, ministries: list[str]) -> None:
    assert [m.ministry for m in meanings_of(number)] == ministries


def test_every_row_is_held_by_its_own_first_and_last_number() -> None:
    for row in meanings():
        assert row.first.year <= row.last.year
        for seen in (row.first, row.last):
            assert row in meanings_of(seen.number)
            assert ministry_code(seen.number) in ("", row.code)


def test_no_meaning_stands_twice() -> None:
    rows = [(m.code, m.ministry) for m in meanings()]
    assert len(rows) == len(set(rows))
