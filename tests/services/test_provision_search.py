"""Searching what is stored: points of opinions, marks of texts, the law of a day, typed citations."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from corpus.provision import words as all_words
from indexer.document import SearchHit, Sort
from indexer.dutch import words
from tests.services.lamp_rules import VERSIONS
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.index_documents import Indexed, documents
from wetgeving.services.ingest import Statement
from wetgeving.services.searching import Arranged
from wetgeving.services.validity import Outcome
from wetgeving.settings import Settings
from wetgeving.store.viewer import ANYONE

OPINION = "VOORBEELD-1-advies@with-response-2092-10-20"
BILL = "VOORBEELD-1-wijzigingswet"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """The dossiers that ship, and a regulation with retroactive effect, indexed."""
    home = tmp_path_factory.mktemp("home")
    running = Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "jurist"}))
    running.database.migrate()
    with running.unit_of_work() as services:
        for folder in shipped_dossiers():
            services.loading.load(folder)
    for day, content in VERSIONS.items():
        with running.unit_of_work() as services:
            services.ingesting.ingest(content, f"{day}.xml", "test", Statement(work="LAMP"))
    with running.reading() as services:
        services.indexing.rebuild()
        services.change_indexing.rebuild()
    yield running
    running.close()


def _hits(shelf: Application, question: str, arranged: Arranged = Arranged()) -> tuple[SearchHit, ...]:  # noqa: B008
    with shelf.reading() as services:
        return services.searching.find(question, {}, limit=1000, arranged=arranged).result.hits


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("dictum:B punt:5 delegatie", ["5"]),
        ("dictum:B punt:1", ["1"]),
        ("dictum:D punt:1", []),
        ("punt:2 dictum:b", ["2", "2a", "2b"]),
        ("punt:2a", ["2a"]),
        ("in:kop punt:7 capaciteit", ["7a"]),
    ],
)
def test_a_point_of_an_opinion_is_found_by_dictum_number_and_words(
    shelf: Application, question: str, points: list[str]
) -> None:
    hits = _hits(shelf, question)
    assert sorted(hit.point for hit in hits) == points
    assert {hit.version for hit in hits} <= {OPINION}


def test_no_word_of_an_opinion_is_lost_between_its_points(shelf: Application) -> None:
    """The numbers of points are in their labels, together with those they are below."""
    with shelf.reading() as services:
        text = services.catalogue.text(OPINION)
        opinion = services.opinions.ledger(OPINION).opinion
        found = list(documents(Indexed(text.work, text.listed.version, text.provisions, opinion)))
    indexed = Counter(w for d in found for w in words(f"{d.label} {d.heading} {d.text}"))
    printed = Counter(
        w for w in words(" ".join(all_words(text.provisions))) if len(w) > 1 and not w.isdigit()
    )
    assert not {w: n for w, n in (printed - indexed).items() if not indexed[w]}
    assert len({d.id for d in found}) == len(found)


@pytest.mark.parametrize(
    ("question", "works"),
    [
        ("dossier:VOORBEELD-1 soort:wetsvoorstel lantaarn*", {BILL}),
        ("soort:richtlijn *", {"VOORBEELD-1-seinrichtlijn"}),
        ("werk:Seinrichtlijn *", {"VOORBEELD-1-seinrichtlijn"}),
        ("eu:2090/9002 soort:wetsvoorstel", {BILL}),
        ("fase:adviesversie soort:wetsvoorstel *", {BILL}),
        ("in:toelichting lantaarn", {"VOORBEELD-1-toelichting"}),
        ("in:advies lantaarn*", {"VOORBEELD-1-advies"}),
    ],
)
def test_marks_of_a_text_are_asked_by_fields(shelf: Application, question: str, works: set[str]) -> None:
    assert {hit.work for hit in _hits(shelf, question)} == works


def test_the_law_of_a_day_is_that_of_the_validity_of_versions(shelf: Application) -> None:
    days = [date(2090, 2, 20) + timedelta(days=4 * n) for n in range(25)]
    decided = 0
    with shelf.reading() as services:
        for on in days:
            for known in days:
                answer = services.validity.in_force("LAMP", on, known)
                if answer.outcome is Outcome.UNDECIDED:
                    continue
                result = services.searching.search(f"werk:LAMP geldig:{on} bekend:{known}", {})
                expected = {answer.found.listed.version.version} if answer.found else set()
                assert {hit.version for hit in result.hits} == expected, (on, known)
                decided += bool(expected)
    assert decided


def test_the_versions_of_a_provision_are_one_hit_in_the_order_asked(shelf: Application) -> None:
    apart = _hits(shelf, f"werk:{BILL} artikel:I")
    (together,) = _hits(shelf, f"werk:{BILL} artikel:I", Arranged(grouped=True))
    assert len(apart) > 3
    assert {hit.version for hit in apart} == set(together.versions)
    law = _hits(shelf, f"werk:{BILL} soort:bill *", Arranged(grouped=True, sort=Sort.LAW))
    assert [hit.label for hit in law if hit.label in ("artikel I", "artikel II")] == [
        "artikel I",
        "artikel II",
    ]


def test_a_question_may_ask_what_changed_by_its_own_words(shelf: Application) -> None:
    with shelf.reading() as services:
        asked = services.searching_changes.search(f"in:wijzigingen dossier:VOORBEELD-1 werk:{BILL} *", {})
        none = services.searching_changes.search("in:wijzigingen dossier:99009 *", {})
    assert asked.total > 0
    assert none.total == 0


LANDINGS = [
    ("artikel 3 Vuurverordening", "VOORBEELD-1-vuurverordening", "art_3", True),
    ("art 3 vuurverordening", "VOORBEELD-1-vuurverordening", "art_3", True),
    ("Vuurverordening, art. 3", "VOORBEELD-1-vuurverordening", "art_3", True),
    ("art. 3 van de Vuurverordening vuurtoren", "VOORBEELD-1-vuurverordening", "art_3", False),
    ("Vuurverordening art 99", "VOORBEELD-1-vuurverordening", "", False),
    ("Vuurverordening", "VOORBEELD-1-vuurverordening", "", False),
    ("W03.25.00165/II", "W03.25.00165-II", "", True),
    ("w03.25.00165/ii", "W03.25.00165-II", "", True),
    ("32024R1356", "32024R1356", "", True),
    ("2024/1356 art 10", "32024R1356", "", False),
    ("jci1.3:c:BWBR0011823", "BWBR0011823", "", True),
]


@pytest.mark.parametrize(("typed", "work", "eid", "whole"), LANDINGS)
def test_a_typed_citation_leads_to_what_it_cites(
    shelf: Application, typed: str, work: str, eid: str, *, whole: bool
) -> None:
    with shelf.reading() as services:
        landing = services.typed_citations.landing(typed)
    (target,) = landing.targets
    assert target.work is not None
    assert (target.work.key, target.eid, landing.whole) == (work, eid, whole)
    assert (landing.certain is target) == whole


@pytest.mark.parametrize(
    "typed", ["artikel 3", "vuurtoren", "de minister stelt regels", "", "a", '"artikel 3 Vuurverordening"',
              "artikel 3 Nergenswet", "kst-99009-4", "x" * 300]
)  # fmt: skip
def test_any_other_question_leads_nowhere(shelf: Application, typed: str) -> None:
    with shelf.reading() as services:
        assert services.typed_citations.landing(typed).targets == ()


def test_a_citation_of_what_is_closed_leads_nowhere(shelf: Application, tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    manifest = (
        'number = "29112"\ntitle = "Sluis"\n[[work]]\nkey = "SLUIS"\nkind = "act"\ntitle = "Sluiswet"\n'
    )
    (folder / "manifest.toml").write_text(manifest, encoding="utf-8")
    with shelf.unit_of_work() as services:
        services.loading.load(folder)
        services.membership.close("29112")
    with shelf.reading() as services:
        assert services.typed_citations.landing("Sluiswet").targets
    with shelf.reading(ANYONE) as services:
        assert services.typed_citations.landing("Sluiswet").targets == ()
