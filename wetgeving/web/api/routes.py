"""The addresses of the API, one entry each: what the application serves and what the description says.

A new address is an entry here, a view that gives an `Answer`, and a schema. A test holds this table, the
description and the map of addresses together.
"""

from corpus.diff import ChangeKind
from corpus.follow_up.values import Opvolging
from indexer.document import Sort
from wetgeving.web.api import (
    citing,
    commitments,
    comparing,
    delegating,
    dossiers,
    health,
    hits,
    opinions,
    provision_history,
    searching,
    sources,
    texts,
    works,
)
from wetgeving.web.api.asked import Parameter
from wetgeving.web.api.paging import PAGE, PER_PAGE
from wetgeving.web.api.route import DAY, DOSSIER, EID, FLAG, NEW, OLD, SHA256, VERSION, WORD, WORK
from wetgeving.web.api.route import Route as Route
from wetgeving.web.api.transposition_routes import ROUTES as TRANSPOSITION

EXAMPLES = Parameter("examples", "1: toon en tel ook de fictieve voorbeelden.", FLAG)


def _filter(name: str, says: str) -> Parameter:
    return Parameter(name, f"{says}; mag worden herhaald.", {"type": "array", "items": WORD})


FILTERS = (
    _filter("kind", "Soort regeling of stuk"),
    _filter("dossier", "Nummer van een dossier"),
    _filter("stage", "Fase van een versie"),
    _filter("work", "Kenmerk van een regeling"),
)
LISTED = (*FILTERS, EXAMPLES, PAGE, PER_PAGE)
QUESTION = Parameter("q", "De zoekvraag.", {**WORD, "maxLength": 500}, required=True, example="lamp")
IN_TEXTS = (
    *FILTERS,
    _filter("version", "Sleutel van een versie"),
    _filter("eu", "CELEX-nummer van een EU-handeling"),
    _filter("dictum", "Dictum van een advies: letter, of rang van een oudere formule"),
    _filter("year", "Jaar van de versie"),
    Parameter("grouped", "1: de versies van een bepaling zijn één treffer.", FLAG),
    Parameter("sort", "De volgorde van de treffers.", {"type": "string", "enum": [str(s) for s in Sort]}),
    EXAMPLES,
)
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
MINOR = Parameter("minor", "0: laat gevolgwijzigingen en leestekens weg.", {**FLAG, "default": "1"})
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
    Parameter("ministry", "Het ministerie, zoals het register het noemt.", WORD),
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
    Parameter("dossier", "Nummer van een dossier.", WORD),
)
DANGLING = Parameter("dangling", "1: alleen verwijzingen die nergens heen leiden.", FLAG)
WORDS = Parameter("words", "Alleen wijzigingen waarin deze woorden erin of eruit gingen.", WORD)


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
            Parameter("in_force_on", "De geldigheidsdatum; zonder is het vandaag.", DAY),
            Parameter("known_on", "De zichtdatum; zonder is het vandaag.", DAY),
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
        (DOSSIER,),
        errors=_THING,
    ),
    Route(
        "/api/dossiers/{number}/commitments",
        "commitments",
        "De toezeggingen van een dossier: gelezen, bekend en beoordeeld.",
        "Commitments",
        commitments.commitments,
        (DOSSIER, commitments.ON),
        errors=_THING,
    ),
    Route(
        "/api/dossiers/{number}/progress",
        "progress",
        "Het voortgangsverslag: wat is toegezegd, wat sinds een dag gebeurde en wat nog loopt.",
        "ProgressReport",
        commitments.progress,
        (DOSSIER, commitments.SINCE, commitments.ON),
        errors=_THING,
    ),
    *TRANSPOSITION,
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
        "/api/versions/{version}/citations",
        "citations",
        "De verwijzingen in een versie, in leesvolgorde, en waarnaar zij leiden.",
        "Citations",
        citing.citations,
        (VERSION, DANGLING, PAGE, PER_PAGE),
        errors=(400, 404, 410),
        moves=True,
    ),
    Route(
        "/api/versions/{version}/{eid}/cited-by",
        "cited_by",
        "Wie naar een bepaling verwijst, of naar een deel ervan, per regeling.",
        "CitedBy",
        citing.cited_by,
        (VERSION, EID, PAGE, PER_PAGE),
        errors=(400, 404, 410),
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
        "/api/delegations/{version}",
        "delegations",
        "Wat een versie overlaat aan lagere regels, welke regels dat doen, en wat na te gaan is.",
        "DelegationLedger",
        delegating.ledger,
        (VERSION, delegating.AGAINST),
        errors=_TEXT,
        moves=True,
    ),
    Route(
        "/api/grounds/{version}",
        "grounds",
        "Waarop een besluit of regeling berust, en welke delegatie daar staat.",
        "RuleGrounds",
        delegating.grounds,
        (VERSION,),
        errors=_TEXT,
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
        (QUESTION, *IN_TEXTS, PAGE, PER_PAGE),
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
        "/api/search/hits",
        "search_hits",
        "Alle treffers in teksten als CSV of XLSX, tot een grens die de laatste rij noemt.",
        "",
        hits.in_texts,
        (QUESTION, hits.AS, *IN_TEXTS),
        hits.MEDIA_TYPES,
    ),
    Route(
        "/api/search/changes/hits",
        "search_change_hits",
        "Alle treffers in wijzigingen als CSV of XLSX, tot een grens die de laatste rij noemt.",
        "",
        hits.in_changes,
        (
            QUESTION,
            hits.AS,
            _filter("direction", "`inserted` (erin gekomen) of `deleted` (eruit gegaan)"),
            _filter("kind", "Soort wijziging"),
            *FILTERS[1:],
            _filter("version", "Sleutel van de nieuwe versie"),
            EXAMPLES,
        ),
        hits.MEDIA_TYPES,
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
