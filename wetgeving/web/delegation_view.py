"""The overview of delegation in Dutch words, and its rows in groups. No lookups."""

from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.delegation import Chambers, Delegation, Force, Involvement, Level, Rule, Start, Voorhang
from corpus.delegation.bases import How
from corpus.delegation.meeting import Fate, Fit, MetBy
from wetgeving.services.delegating_values import Candidate, Doubt, LedgerRow, State, Verdict

LEVELS = {
    Level.LAW: "bij wet",
    Level.DECREE: "bij amvb",
    Level.BY_OR_UNDER_DECREE: "bij of krachtens amvb",
    Level.MINISTERIAL: "bij ministeriële regeling",
    Level.ROYAL_DECREE: "bij koninklijk besluit",
    Level.INDEPENDENT_BODY: "door een zelfstandig orgaan",
    Level.ORDINANCE: "bij verordening van een decentrale overheid",
}
FORCES = {Force.DUTY: "plicht", Force.POWER: "bevoegdheid"}
STATES = {
    State.UNMET: "plicht zonder regeling",
    State.UNSEEN: "niet te zien",
    State.MET: "gebruikt",
    State.BY_NUMBER: "op nummer gevonden",
    State.MENTIONED: "alleen genoemd",
    State.UNUSED: "niet gebruikt",
    State.NOT_STORED: "geen regeling van dit niveau opgenomen",
    State.NOT_TRACKED: "niet gevolgd",
    State.COMMENCEMENT: "tijdstip",
}
MEANING = {
    State.UNMET: "geen opgenomen regeling noemt deze bepaling als grondslag",
    State.UNSEEN: "de aanhef van de regeling is ouder dan deze tekst en wordt bij wijziging niet aangepast",
    State.BY_NUMBER: "de wettekst van toen is niet opgenomen; het nummer kan verschoven zijn",
    State.MENTIONED: "een artikel van de regeling noemt deze bepaling, de aanhef niet",
    State.UNUSED: "geen opgenomen regeling noemt deze bepaling als grondslag",
    State.NOT_TRACKED: "regels van dit niveau worden hier niet bijgehouden",
    State.COMMENCEMENT: "bepaalt alleen een dag van inwerkingtreding of verval",
}
MET = {
    MetBy.SAME: "noemt deze bepaling",
    MetBy.AROUND: "noemt het artikel of lid eromheen",
    MetBy.BELOW: "noemt een onderdeel ervan",
    MetBy.MENTIONED: "noemt deze bepaling in een eigen artikel",
}
FITS = {
    Fit.THROUGH_DECREE: "kan alleen via een amvb",
    Fit.NOT_ALLOWED: "niveau past niet bij de woorden",
}
FATES = {
    Fate.SAME: "zelfde nummer",
    Fate.RENUMBERED: "vernummerd",
    Fate.LOST: "vervallen",
    Fate.BY_NUMBER: "op nummer gevonden",
    Fate.NOT_THERE: "niet in deze versie",
    Fate.UNKNOWN: "de regeling als geheel",
    Fate.MOVED: "berust sindsdien op",
}
DOUBTS = {
    Doubt.UNMET: "Plicht zonder regeling",
    Doubt.LOST: "Grondslag vervallen",
    Doubt.RENUMBERED: "Grondslag vernummerd",
    Doubt.LEVEL: "Niveau past niet",
}
VERDICTS = {Verdict.RIGHT: "terecht", Verdict.NO_PROBLEM: "geen probleem"}
HOW = {
    How.REGARD: "aanhef: gelet op",
    How.RESTS: "berust op",
    How.RESTS_AFTER: "berust na inwerkingtreding op",
}
FORMS = {
    Rule.FRONTED: "met zoveel woorden",
    Rule.PASSIVE: "met zoveel woorden",
    Rule.LISTED: "met zoveel woorden, in een opsomming",
    Rule.MAKES_RULES: "met zoveel woorden",
    Rule.EMPOWERED: "met zoveel woorden",
    Rule.EXTENDED: "aanvulling op een elders gedelegeerde regel",
    Rule.GERUNDIVE: "verondersteld: “te stellen”",
    Rule.PARTICIPLE: "verondersteld: “gestelde”",
    Rule.DEFINITE: "verondersteld: “de aangewezen”",
    Rule.RELATIVE: "verondersteld in een bijzin",
    Rule.OTHERWISE: "tenzij anders bepaald",
    Rule.COMMENCEMENT: "tijdstip",
}
_INVOLVED = {
    Involvement.CONTROLLED: "voorhang",
    Involvement.CONDITIONAL: "voorwaardelijke delegatie",
    Involvement.TEMPORARY: "tijdelijke delegatie",
    Involvement.APPROVAL: "goedkeuring bij wet",
}
_CHAMBERS = {
    Chambers.BOTH: "beide Kamers",
    Chambers.LOWER: "de Tweede Kamer",
    Chambers.UPPER: "de Eerste Kamer",
}
_STARTS = {
    Start.DRAFT_LAID: "na overlegging van het ontwerp",
    Start.DRAFT_PUBLISHED: "na bekendmaking van het ontwerp",
    Start.RULE_LAID: "na overlegging van de regeling",
    Start.RULE_PUBLISHED: "na plaatsing van de regeling",
    Start.RULE_MADE: "na vaststelling van de regeling",
}


def sublet(one: Delegation) -> str:
    """What the words say of further delegation; nothing of levels where that is not the question."""
    if one.level in (Level.ROYAL_DECREE, Level.INDEPENDENT_BODY, Level.ORDINANCE):
        return ""
    return "verdere delegatie mag" if one.subdelegation else "geen verdere delegatie"


def doubt(candidate: Candidate) -> str:
    """What is to be looked at; a number that is not there need not have lapsed."""
    if candidate.ground and candidate.ground.fate is Fate.NOT_THERE:
        return "Grondslag niet gevonden"
    return DOUBTS[candidate.doubt]


def voorhang(clause: Voorhang) -> str:
    """Form, chambers, period and start in one line."""
    parts = (
        _INVOLVED[clause.form],
        _CHAMBERS.get(clause.chambers, ""),
        clause.period,
        _STARTS.get(clause.runs_from, ""),
    )
    return ", ".join(part for part in parts if part)


def tally(rows: Iterable[LedgerRow]) -> tuple[tuple[str, int], ...]:
    """How many delegations are in which state."""
    counted = Counter(row.state for row in rows)
    return tuple((words, counted[state]) for state, words in STATES.items() if counted[state])


def chapters(rows: Sequence[LedgerRow]) -> tuple[tuple[str, tuple[LedgerRow, ...]], ...]:
    """Duties before powers, what only sets a day last."""
    days = tuple(row for row in rows if row.state is State.COMMENCEMENT)
    rest = [row for row in rows if row.state is not State.COMMENCEMENT]
    duties = tuple(row for row in rest if row.delegation.force is Force.DUTY)
    powers = tuple(row for row in rest if row.delegation.force is Force.POWER)
    named = (("Plichten", duties), ("Bevoegdheden", powers), ("Tijdstippen", days))
    return tuple((name, found) for name, found in named if found)
