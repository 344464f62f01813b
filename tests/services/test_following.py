"""What is new for a search and for a provision: which steps, with which changes, in which order."""

from datetime import date

import pytest

from wetgeving.bootstrap import Application
from wetgeving.services.following import MOST_STEPS, Step
from wetgeving.services.saved_search import SavedSearch

from .laws import LAMP, LAMP_CHANGED, take_in

FIRST, SECOND, THIRD = (f"LAMP@consolidated-209{n}-01-01" for n in (1, 2, 3))
GONE = LAMP_CHANGED.replace("1. Een lamp brandt bij nacht en bij mist.\n\n2. Een lamp", "1. Een licht")


def _told(steps: tuple[Step, ...]) -> list[tuple[str, str, list[str]]]:
    """Old, new, and where something changed, of each step."""
    return [
        (
            step.old.version.version if step.old else "",
            step.new.version.version,
            [change.place.label for change in step.changes] or list(step.found),
        )
        for step in steps
    ]


def _search(
    application: Application, query: str, *, changes: bool = False, **filters: str
) -> tuple[Step, ...]:
    application.index()
    wanted = SavedSearch(query, {facet: (value,) for facet, value in filters.items()}, changes)
    with application.reading() as services:
        index = services.searching_changes if changes else services.searching
        return services.following.search(index, wanted)


def test_a_first_version_is_news_by_what_is_found_in_it(application: Application) -> None:
    take_in(application, LAMP)
    assert _told(_search(application, "lichtmeester")) == [("", FIRST, ["artikel 1"])]
    assert _search(application, "zeppelin") == ()


def test_a_new_version_is_news_when_what_is_found_changed_in_it(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED, "2092-01-01")
    assert _told(_search(application, "lichtmeester")) == [
        (FIRST, SECOND, ["artikel 1, eerste lid"]),
        ("", FIRST, ["artikel 1"]),
    ]


def test_a_change_elsewhere_in_the_version_is_no_news(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP.replace("aangehaald als", "genoemd"), "2092-01-01")
    assert _told(_search(application, "lichtmeester")) == [("", FIRST, ["artikel 1"])]


def test_that_what_was_found_is_no_longer_there_is_news(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP.partition("Artikel 2")[0], "2092-01-01")
    assert _told(_search(application, "aangehaald"))[0] == (FIRST, SECOND, ["artikel 2"])


def test_a_version_that_is_put_in_between_tells_the_news_of_its_neighbours_again(
    application: Application,
) -> None:
    take_in(application, LAMP)
    take_in(application, GONE, "2093-01-01")
    before = _search(application, "lichtmeester")
    take_in(application, LAMP_CHANGED, "2092-01-01")
    after = _search(application, "lichtmeester")
    assert [(old, new) for old, new, _ in _told(after)] == [(SECOND, THIRD), (FIRST, SECOND), ("", FIRST)]
    assert after[0].id == before[0].id
    assert after[0].at == after[1].at > before[0].at


def test_a_search_in_changes_tells_where_its_words_went_in_or_out(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED, "2092-01-01")
    assert _told(_search(application, "mist", changes=True)) == [(FIRST, SECOND, ["artikel 1, eerste lid"])]
    assert _search(application, "lichtmeester", changes=True) == ()


def test_the_filters_are_those_of_the_search(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP, None, work="ANDER", stage="submitted")
    found = _search(application, "lichtmeester", work="ANDER")
    assert [step.work.key for step in found] == ["ANDER"]
    assert _told(_search(application, "lichtmeester", version=FIRST)) == [("", FIRST, ["artikel 1"])]


def test_the_news_of_a_provision_is_every_step_in_which_it_changed_also_under_another_number(
    application: Application,
) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP, "2092-01-01")
    renumbered = LAMP_CHANGED.replace("Artikel 2\n", "Artikel 3\n").replace("Artikel 1.", "Artikel 2.")
    take_in(application, renumbered, "2093-01-01")
    with application.reading() as services:
        steps = services.following.provision(FIRST, "art_1")
    told = _told(steps)
    assert [(old, new) for old, new, _ in told] == [(SECOND, THIRD), ("", FIRST)]
    assert "artikel 2, eerste lid" in told[0][2]


def test_a_withdrawn_version_is_no_longer_told(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED, "2092-01-01")
    with application.unit_of_work() as services:
        services.curation.withdraw(SECOND, "vergissing")
    assert _told(_search(application, "lichtmeester")) == [("", FIRST, ["artikel 1"])]


def test_at_most_so_many_steps_are_told(application: Application) -> None:
    for n in range(MOST_STEPS + 2):
        take_in(application, LAMP.replace("dag", f"dag {n}"), date(2091 + n, 1, 1).isoformat())
    steps = _search(application, "lichtmeester")
    assert len(steps) == MOST_STEPS
    assert steps[0].new.version.version.startswith(f"LAMP@consolidated-{2091 + MOST_STEPS + 1}")


@pytest.mark.parametrize("text", [LAMP_CHANGED, GONE])
def test_the_name_of_a_step_stays_when_its_version_gets_another_key(
    application: Application, text: str
) -> None:
    take_in(application, LAMP)
    take_in(application, text, "2092-01-01")
    before = _search(application, "lichtmeester")[0]
    with application.unit_of_work() as services:
        services.curation.correct(SECOND, "verkeerde dag", in_force_on=date(2092, 2, 1))
    after = _search(application, "lichtmeester")[0]
    assert before.new.version.version != after.new.version.version
    assert (before.id, before.at) == (after.id, after.at)
