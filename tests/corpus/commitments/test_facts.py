"""What a dossier knows of a commitment and what was read in its letter: the same, or not."""

from datetime import date

import pytest

from corpus.commitments import Letter, ReadCommitment, commitments_of, matched
from corpus.commitments.facts import ToldCommitment
from corpus.dossier.facts import Certainty, Commitment, DateClaim, Ground
from corpus.provision import Provision, ProvisionKind

VERSION = "BRIEF@published-2093-01-22"
GROUND = Ground(Certainty.ONE_SOURCE, ("V",))
SAID = "Ik zeg uw Kamer toe dat de seinkamers uiterlijk op 1 november 2093 open zijn."


def read(*texts: str) -> tuple[ReadCommitment, ...]:
    body = Provision(ProvisionKind.DIVISION, "dvs_1", text="\n".join(texts))
    end = Provision(ProvisionKind.CONCLUSIONS, "conclusions", text="De Minister van Licht,")
    return commitments_of((body, end), Letter("letter", "", date(2093, 1, 22), VERSION))


def told(
    what: str = "De seinkamers openen", *, day: date | None = None, note: str = "", **more: str
) -> ToldCommitment:
    by = (DateClaim(GROUND, day, note),) if day or note else ()
    fact = Commitment(more.get("key", "feit"), "minister", what, "nr-10", GROUND, by=by)
    actor = more.get("actor", "Minister van Licht (fictief)")
    return ToldCommitment(fact, actor, frozenset({more.get("version", VERSION)}), date(2093, 1, 22))


@pytest.mark.parametrize(
    "fact",
    [
        told(day=date(2093, 11, 1)),
        told(note="uiterlijk op 1 november 2093"),
        told("De seinkamers zijn op tijd open", day=date(2093, 11, 1), actor="Havenopvang"),
    ],
)
def test_the_same_commitment_is_known_by_paper_term_and_words(fact: ToldCommitment) -> None:
    assert matched((fact,), read(SAID))["feit"].what == SAID


@pytest.mark.parametrize(
    "fact",
    [
        told(day=date(2093, 11, 2)),
        told(),
        told(note="in het najaar"),
        told("Het vuurboek bijwerken", day=date(2093, 11, 1), actor="Vuurwacht"),
        told(day=date(2093, 11, 1), version="ANDER@published-2093-01-22"),
    ],
)
def test_another_term_paper_or_subject_is_another_commitment(fact: ToldCommitment) -> None:
    assert not matched((fact,), read(SAID))


def test_a_printed_day_agrees_with_the_day_it_names_and_with_the_last_in_time() -> None:
    found = read(
        "Ik zeg uw Kamer toe dat ik voor 1 mei 2093 bericht welke instelling het mechanisme huisvest."
    )
    what = "Berichten welke instelling het mechanisme huisvest"
    assert matched((told(what, day=date(2093, 5, 1)),), found)
    assert matched((told(what, day=date(2093, 4, 30)),), found)


def test_two_facts_never_share_one_commitment() -> None:
    facts = (told(day=date(2093, 11, 1), key="een"), told(day=date(2093, 11, 1), key="twee"))
    assert set(matched(facts, read(SAID))) == {"een"}


def test_an_intention_is_not_the_commitment_that_a_source_reports() -> None:
    aim = "Ik streef ernaar dat de seinkamers op 1 november 2093 open zijn."
    assert not matched((told(day=date(2093, 11, 1)),), read(aim))
