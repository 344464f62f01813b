"""What is derived can be thrown away and made again, and comes out the same."""

from wetgeving.bootstrap import Application
from wetgeving.store import Store
from wetgeving.store.values import NewVersion

from .laws import LAMP, LAMP_CHANGED, index, take_in


def test_a_rebuilt_index_equals_the_one_that_grew(application: Application) -> None:
    take_in(application, LAMP)
    index(application)
    take_in(application, LAMP_CHANGED, "2092-01-01")
    index(application)
    grown = application.engine.digests()
    application.verify_index(rebuild=True)
    assert application.engine.digests() == grown
    assert len(grown) == 6


def test_an_index_that_lost_documents_is_made_whole(application: Application) -> None:
    take_in(application, LAMP)
    index(application)
    whole = application.engine.digests()
    application.engine.apply([], list(whole)[:2])
    assert application.verify_index() == 2
    assert application.engine.digests() == whole


def test_converging_twice_writes_nothing_the_second_time(application: Application) -> None:
    take_in(application, LAMP)
    assert index(application) > 0
    assert index(application) == 0


def test_reading_again_reports_nothing_while_the_readers_are_the_same(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED, "2092-01-01")
    with application.unit_of_work() as services:
        report = services.refreshing.report()
    assert (report.checked, report.differences) == (2, ())


def test_a_stored_tree_that_differs_from_its_source_is_reported_and_mended(application: Application) -> None:
    stored = take_in(application, LAMP)
    _spoil(application, stored.version)
    with application.unit_of_work() as services:
        (difference,) = services.refreshing.report().differences
    assert difference.changed == ("text", "tree")
    with application.unit_of_work() as services:
        services.refreshing.apply()
    with application.unit_of_work() as services:
        assert services.refreshing.report().differences == ()
    with application.reading() as services:
        assert (
            services.catalogue.provision(stored.version, "art_1__para_1").provision.text
            == "Een lamp brandt bij nacht."
        )


def _spoil(application: Application, version: str) -> None:
    """Store another tree under the version, as a reader of an older logic version might have."""
    other = take_in(application, LAMP_CHANGED, "2099-01-01")
    with application.unit_of_work() as services:
        text = services.catalogue.text(other.version)
        services.curation.withdraw(other.version, "alleen voor deze test")
    new = NewVersion(
        work="LAMP",
        stage="consolidated",
        dates=text.listed.version.dates,
        language="nl",
        provisions=text.provisions,
        dropped=text.dropped,
        guessed=text.guessed,
    )
    with application.database.transaction() as connection:
        Store(connection).versions.replace_text(version, new)
