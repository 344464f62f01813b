"""The ledger of delegation: duties met and unmet, bases that go or move, levels that do not fit."""

from datetime import date
from pathlib import Path

import pytest

from corpus.delegation.meeting import Fate, Fit, MetBy
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.delegating_values import Candidate, DelegationLedger, Doubt, State
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError

from .lantern_rules import ACT, DECREE, REGULATION, take_in

THEN, NOW, LATER = date(2091, 1, 1), date(2094, 1, 1), date(2095, 1, 1)
DECREED = "Bij algemene maatregel van bestuur worden regels gesteld over het glas van lantaarns."
REGULATED = "Bij ministeriële regeling worden regels gesteld over de zuiverheid van lampolie."
SCOPE = "Deze wet is van toepassing op lantaarns langs openbare wegen en kaden."
PLAIN = ("1", (SCOPE,))
RULES = (("1", ("Het glas van een lantaarn is helder en zonder barsten.",)),)
LANTERN = "VOORBEELD-1-lantaarnwet@consolidated-{}-01-01"


def _ledger(application: Application, version: str, against: str = "") -> DelegationLedger:
    with application.reading() as services:
        return services.delegating.ledger(version, against)


def _states(ledger: DelegationLedger) -> dict[str, State]:
    return {row.label: row.state for row in ledger.rows}


def _doubts(ledger: DelegationLedger) -> list[tuple[Doubt, str]]:
    return [(c.doubt, c.place.label) for c in ledger.candidates]


@pytest.fixture
def example(application: Application) -> Application:
    """The example dossier that ships."""
    folder = next(Path(f) for f in shipped_dossiers() if f.name == "VOORBEELD-1")
    with application.unit_of_work() as services:
        services.loading.load(folder)
    return application


def test_the_example_shows_a_duty_unmet_and_duties_met(example: Application) -> None:
    ledger = _ledger(example, LANTERN.format(2094))
    assert ledger.fictional
    states = _states(ledger)
    assert states["artikel 29, derde lid"] is State.UNMET
    assert states["artikel 22, derde lid"] is State.MET
    assert states["artikel 18, derde lid"] is State.MET
    assert states["artikel 9, derde lid"] is State.UNUSED
    assert (Doubt.UNMET, "artikel 29, derde lid") in _doubts(ledger)


def test_the_example_shows_bases_renumbered_and_the_version_that_follows(example: Application) -> None:
    ledger = _ledger(example, LANTERN.format(2091))
    assert ledger.against == LANTERN.format(2094)
    found = {c.place.label: c for c in ledger.candidates if c.doubt is Doubt.RENUMBERED}
    assert [p.label for p in found["artikel 25, tweede lid"].became] == ["artikel 24, vierde lid"]
    assert [p.label for p in found["artikel 18, tweede lid"].became] == ["artikel 59, tweede lid"]
    assert {c.ground.followed_in for c in found.values() if c.ground} == {
        "VOORBEELD-1-besluit@consolidated-2094-01-01",
        "VOORBEELD-1-regeling@consolidated-2094-02-01",
    }


def test_a_rule_that_lags_behind_rests_on_a_number_that_moved(example: Application) -> None:
    """In January 2094 the regulation of 2091 still stood, and named article 18, second lid."""
    ledger = _ledger(example, LANTERN.format(2094))
    (lagging,) = (c for c in ledger.candidates if c.doubt is Doubt.RENUMBERED)
    assert lagging.rule is not None
    assert lagging.rule.key == "VOORBEELD-1-regeling@consolidated-2091-03-01"
    assert [p.label for p in lagging.became] == ["artikel 59, tweede lid"]


def test_the_circular_of_the_example_has_no_ground_and_uses_nothing(example: Application) -> None:
    ledger = _ledger(example, LANTERN.format(2094))
    assert not [rule for rule in ledger.rules if rule.work == "VOORBEELD-1-circulaire"]
    with example.reading() as services:
        assert services.delegating.grounds("VOORBEELD-1-circulaire@published-2094-03-01").grounds == ()


def test_the_grounds_of_a_rule_lead_to_the_act_of_its_own_day(example: Application) -> None:
    with example.reading() as services:
        old = services.delegating.grounds("VOORBEELD-1-regeling@consolidated-2091-03-01")
        new = services.delegating.grounds("VOORBEELD-1-regeling@consolidated-2094-02-01")
    assert [(g.act_version, [p.label for p in g.ground.places]) for g in old.grounds if g.ground] == [
        (LANTERN.format(2091), ["artikel 18, tweede lid"]),
        (LANTERN.format(2091), ["artikel 18, derde lid"]),
    ]
    assert [(g.act_version, [p.label for p in g.ground.places]) for g in new.grounds if g.ground] == [
        (LANTERN.format(2094), ["artikel 18, derde lid"]),
        (LANTERN.format(2094), ["artikel 59, tweede lid"]),
    ]


def test_a_basis_that_lapses_is_a_candidate_in_the_draft_and_after_it(application: Application) -> None:
    old = take_in(application, ACT, THEN, (PLAIN, ("2", (DECREED,))))
    new = take_in(application, ACT, NOW, (PLAIN,))
    take_in(application, DECREE, THEN, RULES, "Gelet op artikel 2 van de Lampwet;")
    before, after = _ledger(application, old), _ledger(application, new)
    assert _doubts(before) == [(Doubt.LOST, "artikel 2")]
    assert before.candidates[0].in_version == new
    assert _doubts(after) == [(Doubt.LOST, "artikel 2")]
    assert after.candidates[0].in_version == ""


@pytest.mark.parametrize("said_by", ["act", "rule"])
def test_what_a_rule_rests_on_since_is_read_before_a_basis_counts_as_lost(
    application: Application, said_by: str
) -> None:
    take_in(application, ACT, THEN, (PLAIN, ("2", (DECREED,))))
    rests = "Na de inwerkingtreding van deze wet berust het Lampbesluit op artikel 3 van deze wet."
    other = "Bij algemene maatregel van bestuur kunnen eisen worden gesteld aan wie 's nachts op wacht staat."
    act = (PLAIN, ("3", (other,)), *((("9", (rests,)),) if said_by == "act" else ()))
    new = take_in(application, ACT, NOW, act)
    regard = "Gelet op artikel 2 van de Lampwet;"
    take_in(application, DECREE, THEN, RULES, regard)
    if said_by == "rule":
        own = ("2", ("Dit besluit berust op artikel 3 van de Lampwet.",))
        take_in(application, DECREE, NOW, (*RULES, own), regard)
    ledger = _ledger(application, new)
    assert _doubts(ledger) == []
    assert _states(ledger)["artikel 3"] is State.MET
    fates = {use.ground.fate for row in ledger.rows for use in row.uses if use.ground}
    assert Fate.MOVED in fates


@pytest.mark.parametrize(
    ("work", "delegates", "fits"),
    [
        (REGULATION, DECREED, Fit.NOT_ALLOWED),
        (DECREE, REGULATED, Fit.NOT_ALLOWED),
        (REGULATION, DECREED.replace("Bij", "Bij of krachtens"), Fit.THROUGH_DECREE),
        (DECREE, DECREED, Fit.FITS),
    ],
)
def test_a_level_that_does_not_fit_is_a_candidate_and_no_verdict(
    application: Application, work: str, delegates: str, fits: Fit
) -> None:
    act = take_in(application, ACT, THEN, (PLAIN, ("2", (delegates,))))
    take_in(application, work, THEN, RULES, "Gelet op artikel 2 van de Lampwet;")
    ledger = _ledger(application, act)
    (use,) = ledger.rows[0].uses
    assert use.fit is fits
    assert (Doubt.LEVEL in [c.doubt for c in ledger.candidates]) is (fits is Fit.NOT_ALLOWED)


def test_a_basis_on_an_article_meets_the_delegation_in_its_lid_and_says_so(application: Application) -> None:
    act = take_in(application, ACT, THEN, (("2", (SCOPE, DECREED)),))
    take_in(application, DECREE, THEN, RULES, "Gelet op artikel 2 van de Lampwet;")
    (row,) = _ledger(application, act).rows
    assert (row.label, row.uses[0].met) == ("artikel 2, tweede lid", MetBy.AROUND)


def test_an_article_of_a_rule_that_names_the_provision_is_shown_and_meets_nothing(
    application: Application,
) -> None:
    act = take_in(application, ACT, THEN, (("2", (SCOPE, DECREED)), ("3", (DECREED,))))
    mentions = ("1", ("De regels, bedoeld in artikel 2, tweede lid, van de Lampwet, gelden voor kaden.",))
    take_in(application, DECREE, THEN, (mentions,), "Gelet op artikel 3 van de Lampwet;")
    ledger = _ledger(application, act)
    row = next(r for r in ledger.rows if r.label == "artikel 2, tweede lid")
    assert row.state is State.MENTIONED
    assert [[p.label for p in use.mentioned_in] for use in row.uses] == [["artikel 1"]]


def test_a_preamble_older_than_the_act_leaves_a_new_duty_unseen_and_not_unmet(
    application: Application,
) -> None:
    take_in(application, ACT, THEN, (PLAIN, ("2", (DECREED,))))
    new_duty = ("3", ("Bij algemene maatregel van bestuur worden regels gesteld over touw.",))
    act = take_in(application, ACT, NOW, (PLAIN, ("2", (DECREED,)), new_duty))
    regard = "Gelet op artikel 2 van de Lampwet;"
    take_in(application, DECREE, THEN, RULES, regard)
    take_in(application, DECREE, NOW, (*RULES, ("2", ("Touw is van hennep.",))), regard)
    ledger = _ledger(application, act)
    assert _states(ledger) == {"artikel 2": State.MET, "artikel 3": State.UNSEEN}
    assert _doubts(ledger) == []


def test_without_the_text_of_then_a_basis_is_found_by_number_only(application: Application) -> None:
    act = take_in(application, ACT, NOW, (PLAIN, ("2", (DECREED,))))
    take_in(application, DECREE, THEN, RULES, "Gelet op de artikelen 2 en 7 van de Lampwet;")
    ledger = _ledger(application, act)
    assert _states(ledger) == {"artikel 2": State.BY_NUMBER}
    (lost,) = ledger.candidates
    assert (lost.doubt, lost.place.label, lost.ground and lost.ground.fate) == (
        Doubt.LOST,
        "artikel 7",
        Fate.NOT_THERE,
    )


def test_where_no_rule_is_stored_nothing_is_said_to_be_unmet(application: Application) -> None:
    act = take_in(application, ACT, THEN, (PLAIN, ("2", (DECREED,))))
    ledger = _ledger(application, act)
    assert _states(ledger) == {"artikel 2": State.NOT_STORED}
    assert ledger.candidates == ()


def test_real_rules_are_no_rules_of_an_example(example: Application) -> None:
    regard = "Gelet op artikel 29, derde lid, van de Voorbeeldwet lantaarnbeheer;"
    take_in(example, REGULATION, NOW, RULES, regard)
    assert _states(_ledger(example, LANTERN.format(2094)))["artikel 29, derde lid"] is State.UNMET


def test_looking_ahead_is_to_a_version_of_the_same_work(example: Application) -> None:
    with pytest.raises(NotFoundError):
        _ledger(example, LANTERN.format(2091), "VOORBEELD-1-besluit@consolidated-2094-01-01")


def _candidate(application: Application) -> Candidate:
    return _ledger(application, LANTERN.format(2094)).candidates[0]


def test_what_a_person_says_of_a_candidate_stands_and_stays(example: Application) -> None:
    subject = _candidate(example).subject
    for verdict, reason in (("right", "nagegaan"), ("no-problem", "bij nader inzien")):
        with example.unit_of_work() as services:
            services.delegating.judge(LANTERN.format(2094), subject, verdict, reason=reason)
    said = _candidate(example).judged
    assert [(j.verdict.value, j.reason) for j in said] == [
        ("right", "nagegaan"),
        ("no-problem", "bij nader inzien"),
    ]


@pytest.mark.parametrize(
    ("subject", "verdict", "reason", "error"),
    [
        ("", "right", "", MissingDetailError),
        ("", "misschien", "toch", InvalidValueError),
        ("iets anders", "right", "toch", NotFoundError),
    ],
)
def test_a_word_needs_a_reason_a_known_verdict_and_a_candidate(
    example: Application, subject: str, verdict: str, reason: str, error: type[Exception]
) -> None:
    with pytest.raises(error), example.unit_of_work() as services:
        services.delegating.judge(
            LANTERN.format(2094), subject or _candidate(example).subject, verdict, reason=reason
        )
