"""The Dutch words of a transponeringstabel (EU), as every page and file says them.

A verordening is uitgevoerd and a richtlijn omgezet, so what is said depends on the kind of act. A status is a
word; whoever adds a colour only repeats it. The terms are those of `docs/begrippen.md`.
"""

from corpus.numbering import ordinal_lid
from corpus.reading import WorkKind
from corpus.transposition.values import (
    INTRO,
    Claimant,
    Counts,
    Doubt,
    NoProvision,
    RecheckSide,
    Relation,
    RowStatus,
    StatedClaim,
    TableRow,
    Verdict,
)

RELATIONS = {
    Relation.EXECUTES: "uitvoering",
    Relation.TRANSPOSES: "omzetting",
    Relation.USES_OPTION: "maakt gebruik van een keuzemogelijkheid",
    Relation.GOES_FURTHER: "gaat verder dan de richtlijn",
}
REASONS = {
    NoProvision.DIRECTLY_APPLICABLE: "rechtstreeks toepasselijk",
    NoProvision.LAPSES: "nationale bepaling vervalt daarom",
    NoProvision.EXISTING_LAW: "bestaand recht",
    NoProvision.FACTUAL_CONDUCT: "feitelijk handelen",
    NoProvision.INSTITUTIONS: "richt zich tot de instellingen van de Unie",
    NoProvision.FACULTATIVE: "facultatief, niet gebruikt",
    NoProvision.BY_NATURE: "behoeft naar zijn aard geen uitvoering",
    NoProvision.OTHER: "andere reden",
}
CLAIMANTS = {
    Claimant.EDITOR: "redacteur",
    Claimant.TABLE: "tabel in de toelichting",
    Claimant.FACT: "feit van het dossier",
    Claimant.PROVISION: "verwijzing in de bepaling",
    Claimant.EXPLANATION: "verwijzing in de toelichting",
    Claimant.SIMILARITY: "gelijkenis (kandidaat)",
}
VERDICTS = {
    Verdict.PROPOSED: "voorgesteld",
    Verdict.CONFIRMED: "bevestigd",
    Verdict.REJECTED: "afgewezen",
}
SIDES = {
    RecheckSide.EU: "de EU-bepaling",
    RecheckSide.NATIONAL: "de nationale bepaling",
    RecheckSide.SOURCE: "de bron van de claim",
}
DOUBTS = {
    Doubt.NO_REASON: "geen bepaling en geen reden",
    Doubt.NO_SUCH_PROVISION: "genoemde nationale bepaling niet gevonden",
    Doubt.NO_SUCH_EU_PROVISION: "genoemde EU-bepaling niet gevonden",
    Doubt.CITED_NEVERTHELESS: "geen bepaling volgens de tabel, toch een verwijzing",
    Doubt.STILL_STANDS: "zou vervallen, maar staat er nog",
    Doubt.NOT_DIRECTLY_APPLICABLE: "richtlijn is niet rechtstreeks toepasselijk",
    Doubt.ROOM_WITHOUT_CHOICE: "beleidsruimte zonder keuze",
    Doubt.POINTER_LEADS_NOWHERE: "vindplaats niet gevonden",
}
_STEPS = {
    "art": "artikel", "point": "onder", "recital": "overweging", "att": "bijlage", INTRO: "aanhef",
    "chp": "hoofdstuk", "sec": "afdeling",
}  # fmt: skip
NOT_EXAMINED = "nog niet onderzocht"
NOTHING_FOUND = "geen bepaling en geen reden aangetroffen"
GAP = "hiaat: geen bekende reden"
RECHECK = "opnieuw te beoordelen"


def is_directive(kind: str) -> bool:
    """Is the act one that is transposed rather than executed?"""
    return kind == WorkKind.EU_DIRECTIVE


def done(kind: str) -> str:
    """What becomes of an act of this kind: "omgezet" or "uitgevoerd"."""
    return "omgezet" if is_directive(kind) else "uitgevoerd"


def doing(kind: str) -> str:
    """The noun for it: "omzetting" or "uitvoering"."""
    return "omzetting" if is_directive(kind) else "uitvoering"


def statuses(kind: str) -> dict[RowStatus, str]:
    """What each status of a row is called, for an act of this kind."""
    return {
        RowStatus.CONFIRMED: "bevestigd",
        RowStatus.PROPOSED: "voorgesteld",
        RowStatus.NOT_NEEDED: f"geen {doing(kind)} nodig",
        RowStatus.TO_BE_RECHECKED: RECHECK,
        RowStatus.OPEN: "open",
    }


def standing(row: TableRow, kind: str) -> str:
    """The status of a row in words, with who stands behind it where that matters."""
    if row.status is RowStatus.OPEN:
        return "open" if row.examined else f"open, {NOT_EXAMINED}"
    word = statuses(kind)[row.status]
    if row.status is RowStatus.NOT_NEEDED:
        return f"{word}, {'bevestigd' if row.confirmed else 'voorgesteld'}"
    return word


def relations(kind: str) -> dict[Relation, str]:
    """The relations there are to an act of this kind: a regulation is not transposed nor gone beyond."""
    wanted = (
        (Relation.TRANSPOSES, Relation.USES_OPTION, Relation.GOES_FURTHER)
        if is_directive(kind)
        else (Relation.EXECUTES, Relation.USES_OPTION)
    )
    return {relation: RELATIONS[relation] for relation in wanted}


def eu_label(row: TableRow) -> str:
    """How the Union provision of a row is cited: a letter is "onder a" there, not "onderdeel a"."""
    return row.label.replace("onderdeel ", "onder ")


def eu_place(eid: str) -> str:
    """How a Union provision is cited: "artikel 10, tweede lid, onder a"; "" is the act as a whole."""
    return ", ".join(filter(None, map(_step, eid.split("__")))) or "de handeling als geheel"


def _step(part: str) -> str:
    kind, _, number = part.partition("_")
    if kind == "para":
        return ordinal_lid(number)
    return f"{_STEPS[kind]} {number}".strip() if kind in _STEPS else part


def verdict(stated: StatedClaim) -> str:
    """Where one claim stands: what was said of it last, unless something changed since."""
    if stated.rechecks and stated.verdict is not Verdict.REJECTED:
        return RECHECK
    return VERDICTS[stated.verdict]


def reviewed(given: Verdict) -> str:
    """What a review did to a claim: "bevestigd", "afgewezen", "teruggezet op voorgesteld"."""
    return f"teruggezet op {VERDICTS[given]}" if given is Verdict.PROPOSED else VERDICTS[given]


def reasons(given: tuple[NoProvision, ...]) -> str:
    """All reasons in one phrase."""
    return "; ".join(REASONS[reason] for reason in given)


def counts(counted: Counts, unit: str, kind: str) -> str:
    """The counts of one unit ("artikelen", "bepalingen") in one sentence; what is nought is said too."""
    return (
        f"Van {counted.total} {unit}: {counted.confirmed} bevestigd, {counted.proposed} voorgesteld,"
        f" {counted.not_needed} geen {doing(kind)} nodig (waarvan {counted.not_needed_confirmed} bevestigd),"
        f" {counted.to_be_rechecked} {RECHECK}, {counted.open} open"
        f" (waarvan {counted.not_examined} {NOT_EXAMINED})."
    )
