"""The addresses of the transponeringstabel (EU)."""

from wetgeving.web.api import transposing
from wetgeving.web.api.asked import Parameter
from wetgeving.web.api.route import DAY, DOSSIER, KEY, VERSION, Route

ACT = Parameter("act", "Het kenmerk van een EU-handeling.", KEY, "path", True, "32024R1356")
_THING = (400, 404)

ROUTES: tuple[Route, ...] = (
    Route(
        "/api/dossiers/{number}/eu",
        "dossier_eu_acts",
        "De EU-handelingen van een dossier, met de telling van hun transponeringstabel.",
        "TranspositionActs",
        transposing.acts,
        (DOSSIER,),
        errors=_THING,
    ),
    Route(
        "/api/dossiers/{number}/gaps",
        "gaps",
        "Wat in de transponeringstabellen van een dossier open is.",
        "TranspositionGaps",
        transposing.gaps,
        (DOSSIER,),
        errors=_THING,
    ),
    Route(
        "/api/dossiers/{number}/transposition-changes",
        "transposition_changes",
        "Wat er sinds een dag met de transponeringstabellen van een dossier gebeurde.",
        "TranspositionChanges",
        transposing.since,
        (DOSSIER, Parameter("since", "De eerste dag.", DAY, required=True, example="2026-01-01")),
        errors=_THING,
    ),
    Route(
        "/api/transposition/{act}",
        "transposition",
        "De transponeringstabel (EU) van een EU-handeling.",
        "TranspositionTable",
        transposing.table,
        (ACT,),
        errors=_THING,
        moves=True,
    ),
    Route(
        "/api/transposition/{act}/claims",
        "transposition_claims",
        "Elke claim over een EU-handeling, met bron en oordeel.",
        "TranspositionClaims",
        transposing.claims,
        (ACT, transposing.CLAIMANT),
        errors=_THING,
        moves=True,
    ),
    Route(
        "/api/transposition/national/{version}",
        "transposition_national",
        "Per bepaling van een nationale tekst: welke EU-bepalingen zij uitvoert of omzet.",
        "NationalTransposition",
        transposing.national,
        (VERSION,),
        errors=(400, 404, 410),
        moves=True,
    ),
)
