"""The addresses of the API, one entry each: what the application serves and what the description says.

A new address is an entry here, a view that gives an `Answer`, and a schema. A test holds this table, the
description and the map of addresses together.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.diff import ChangeKind
from corpus.follow_up.values import Opvolging
from wetgeving.web.api import (
    comparing,
    dossiers,
    health,
    opinions,
    provision_history,
    searching,
    sources,
    texts,
    works,
)
from wetgeving.web.api.answers import JSON, Answer, Elsewhere
from wetgeving.web.api.asked import Parameter, Schema
from wetgeving.web.api.paging import PAGE, PER_PAGE

View = Callable[..., Answer | Elsewhere]

_KEY: Schema = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": r"^[^/\x00-\x1f\x7f]+$"}
_VERSION_KEY: Schema = {**_KEY, "pattern": r"^[^@/\x00-\x1f\x7f]+@[^@/\x00-\x1f\x7f]+$"}
_EID: Schema = {**_KEY, "pattern": r"^[A-Za-z0-9_~.-]+$"}
_WORD: Schema = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": r"^[^\x00-\x1f\x7f]+$"}
_DAY: Schema = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_FLAG: Schema = {"type": "string", "enum": ["0", "1"], "default": "0"}

WORK = Parameter("work", "Het kenmerk van een regeling.", _KEY, "path", True, "BWBR0011823")
VERSION = Parameter(
    "version",
    "De sleutel van een versie: WORK@fase-datum.",
    _VERSION_KEY,
    "path",
    True,
    "BWBR0011823@consolidated-2019-02-27",
)
OLD = Parameter("old", "De oude versie.", _VERSION_KEY, "path", True)
NEW = Parameter("new", "De nieuwe versie.", _VERSION_KEY, "path", True)
EID = Parameter("eid", "De eId van een bepaling.", _EID, "path", True, "art_29__para_2")
SHA256 = Parameter(
    "sha256",
    "De SHA-256 van een bestand: 64 tekens.",
    {"type": "string", "pattern": "^[0-9a-f]{64}$", "minLength": 64, "maxLength": 64},
    "path",
    True,
)
EXAMPLES = Parameter("examples", "1: toon en tel ook de fictieve voorbeelden.", _FLAG)


def _filter(name: str, says: str) -> Parameter:
    return Parameter(name, f"{says}; mag worden herhaald.", {"type": "array", "items": _WORD})


FILTERS = (
    _filter("kind", "Soort regeling of stuk"),
    _filter("dossier", "Nummer van een dossier"),
    _filter("stage", "Fase van een versie"),
    _filter("work", "Kenmerk van een regeling"),
)
LISTED = (*FILTERS, EXAMPLES, PAGE, PER_PAGE)
QUESTION = Parameter("q", "De zoekvraag.", {**_WORD, "maxLength": 500}, required=True, example="lamp")
CHANGE_KIND = Parameter(
    "kind",
    "Alleen wijzigingen van een van deze soorten; mag worden herhaald.",
    {"type": "array", "items": {"type": "string", "enum": [str(k) for k in ChangeKind]}},
)
WITHIN = Parameter(
    "within",
    "Waarin de woorden worden gezocht: wat erin ging, wat eruit ging, of een van beide.",
    {"type": "string", "enum": list(comparing.WITHIN)},
)
MINOR = Parameter("minor", "0: laat gevolgwijzigingen en leestekens weg.", {**_FLAG, "default": "1"})
LEVEL = Parameter(
    "level",
    "Alleen artikelen, of ook leden en onderdelen.",
    {"type": "string", "enum": ["article", "paragraph"]},
)
OPINIONS = (
    Parameter(
        "dictum",
        "Een letter van het stelsel A tot en met D, of de rang 1 tot en met 6 van een oudere formule.",
        {"type": "string", "enum": [*"ABCD", *"123456"]},
    ),
    Parameter("ministry", "Het ministerie, zoals het register het noemt.", _WORD),
    Parameter(
        "year",
        "Het jaar waarin het advies is vastgesteld.",
        {"type": "string", "pattern": "^[0-9]{4}$", "minLength": 4, "maxLength": 4},
    ),
    Parameter(
        "outcome",
        "Alleen adviezen met een punt waarvan dit de opvolging is.",
        {"type": "string", "enum": [str(outcome) for outcome in Opvolging]},
    ),
    Parameter("dossier", "Nummer van een dossier.", _WORD),
)
WORDS = Parameter("words", "Alleen wijzigingen waarin deze woorden erin of eruit gingen.", _WORD)


@dataclass(frozen=True, slots=True)
class Route:
    """One address: its path with `{names}`, what it gives, and the schema of that."""

    path: str
    name: str
    summary: str
    schema: str
    view: View
    parameters: tuple[Parameter, ...] = ()
    media_types: tuple[str, ...] = (JSON,)
    errors: tuple[int, ...] = field(default=(400,))
    moves: bool = False

    @property
    def rule(self) -> str:
        """The path as Flask writes it."""
        return self.path.replace("{", "<").replace("}", ">")


_THING = (400, 404)
_TEXT = (400, 404, 406, 410)

ROUTES: tuple[Route, ...] = (
    Route("/api/works", "works", "Alle regelingen en stukken.", "Works", works.works, LISTED),
    Route(
        "/api/works/{work}",
        "work",
        "Eén regeling, met haar versies en wat ermee is gebeurd.",
        "Work",
        works.work,
        (WORK,),
        errors=_THING,
        moves=True,
    ),
    Route(
        "/api/works/{work}/versions",
        "versions_of",
        "De versies van één regeling, oudste eerst.",
        "Versions",
        works.versions_of,
        (WORK, PAGE, PER_PAGE),
        errors=_THING,
        moves=True,
    ),
    Route(
        "/api/works/{work}/law",
        "law",
        "Welke versie op een dag recht was, voor zover op een andere dag bekend.",
        "LawOfDay",
        works.law,
        (
            WORK,
            Parameter("in_force_on", "De geldigheidsdatum; zonder is het vandaag.", _DAY),
            Parameter("known_on", "De zichtdatum; zonder is het vandaag.", _DAY),
        ),
        errors=_THING,
        moves=True,
    ),
    Route(
        "/api/dossiers",
        "dossiers",
        "Alle dossiers.",
        "Dossiers",
        dossiers.dossiers,
        (EXAMPLES, PAGE, PER_PAGE),
    ),
    Route(
        "/api/dossiers/{number}",
        "dossier",
        "Eén dossier: alle feiten met hun grond, de stappen, en wat ontbreekt.",
        "Dossier",
        dossiers.dossier,
        (Parameter("number", "Het nummer van een dossier.", _KEY, "path", True),),
        errors=_THING,
    ),
    Route(
        "/api/opinions",
        "opinions",
        "Het register van adviezen van de Raad van State.",
        "Opinions",
        opinions.opinions,
        (*OPINIONS, EXAMPLES, PAGE, PER_PAGE),
    ),
    Route(
        "/api/opinions/{version}",
        "opinion",
        "Eén advies: punten, reacties, wijzigingen en opvolging, en wat niet is verklaard.",
        "Ledger",
        opinions.opinion,
        (VERSION,),
        errors=(400, 404, 410),
        moves=True,
    ),
    Route("/api/versions", "versions", "Alle versies.", "Versions", works.versions, LISTED),
    Route(
        "/api/versions/{version}",
        "text",
        "De tekst van een versie, met de verantwoording van het inlezen.",
        "VersionText",
        texts.text,
        (VERSION,),
        texts.MEDIA_TYPES,
        _TEXT,
        moves=True,
    ),
    Route(
        "/api/versions/{version}/{eid}",
        "provision",
        "Eén bepaling van een versie, met alles eronder.",
        "CitedProvision",
        texts.provision,
        (VERSION, EID),
        texts.MEDIA_TYPES,
        _TEXT,
        moves=True,
    ),
    Route(
        "/api/versions/{version}/{eid}/history",
        "history",
        "Wat er van een bepaling werd, van versie tot versie, oudste eerst.",
        "ProvisionHistory",
        provision_history.history,
        (VERSION, EID),
        errors=(400, 404, 410),
        moves=True,
    ),
    Route(
        "/api/comparisons/{old}/{new}",
        "comparison",
        "Twee versies vergeleken, in de opgegeven volgorde.",
        "Comparison",
        comparing.comparison,
        (OLD, NEW, CHANGE_KIND, WORDS, WITHIN, MINOR),
        errors=(400, 404, 409, 410),
        moves=True,
    ),
    Route(
        "/api/comparisons/{old}/{new}/concordance",
        "concordance",
        "Welke bepalingen welke zijn geworden, in de opgegeven volgorde, met wat een redacteur vaststelde.",
        "Concordance",
        comparing.concordance,
        (OLD, NEW, LEVEL),
        errors=(400, 404, 409, 410),
        moves=True,
    ),
    Route(
        "/api/search",
        "search",
        "Bepalingen die een zoekvraag beantwoorden, beste eerst.",
        "SearchResult",
        searching.search,
        (QUESTION, *FILTERS, _filter("version", "Sleutel van een versie"), EXAMPLES, PAGE, PER_PAGE),
    ),
    Route(
        "/api/search/changes",
        "search_changes",
        "Wat bij welke stap in een bepaling kwam of eruit ging, beste eerst.",
        "ChangeSearchResult",
        searching.search_changes,
        (
            QUESTION,
            _filter("direction", "`inserted` (erin gekomen) of `deleted` (eruit gegaan)"),
            _filter("kind", "Soort wijziging"),
            *FILTERS[1:],
            _filter("version", "Sleutel van de nieuwe versie"),
            EXAMPLES,
            PAGE,
            PER_PAGE,
        ),
    ),
    Route(
        "/api/sources/{sha256}",
        "source",
        "Wat van een bronbestand bekend is.",
        "SourceFile",
        sources.source,
        (SHA256,),
        errors=_THING,
    ),
    Route("/api/health", "health", "Werkt de dienst?", "Health", health.health),
)
