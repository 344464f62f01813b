"""A shelf with a closed dossier, and for every address of the site its form that asks for what is in it.

Whatever is of the closed dossier bears a mark that occurs nowhere else. `NOTHING` says by what an address
that names it becomes one that names nothing at all.
"""

from datetime import date
from pathlib import Path

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement

CLOSED, OPEN = "29777", "29111"
SECRET, BOTH, PUBLIC = "GEHEIM", "BEIDE", "OPENBAAR"
OPINION = f"{SECRET}-ADVIES@with-response-2030-03-03"
VERSION, SECOND, OWN = f"{SECRET}@consolidated-2031-01-01", f"{SECRET}@consolidated-2032-01-01", "2031-01-01"
WORD = "zwaluwstaart"
PIN = "0123456789ab-0123456789ab"
MARKS = (SECRET, CLOSED, WORD, "Zwaluwdossier", "Zwaluwwet", "ZW-77")
NOTHING = {SECRET: "NIETES", CLOSED: "29333", "ZW-77": "NT-77", WORD: "nergenswaard"}

MANIFEST = f"""
number = "{CLOSED}"
title = "Zwaluwdossier"
[[work]]
key = "{SECRET}"
kind = "act"
title = "Wet op de {WORD}en"
short_title = "Zwaluwwet"
[[work.version]]
file = "eerste.txt"
stage = "consolidated"
in_force_on = 2031-01-01
reason = "de {WORD} ontbrak"
[[work.version]]
file = "tweede.txt"
stage = "consolidated"
in_force_on = 2032-01-01
[[work]]
key = "{SECRET}-ADVIES"
kind = "opinion"
title = "Advies over de wet op de {WORD}en"
identifiers = {{ rvs = "ZW-77" }}
[[work.version]]
file = "advies.xml"
stage = "with-response"
document_date = 2030-03-03
[[work]]
key = "{SECRET}-UNIE"
kind = "eu-regulation"
title = "Verordening over {WORD}en"
[[source]]
key = "V"
title = "Zwaluwdossier"
official = false
[[eu_act]]
key = "{SECRET}-UNIE"
title = "Verordening over {WORD}en"
kind = "eu-regulation"
ground = {{ certainty = "C1", sources = ["V"] }}
articles = [{{ num = "1", heading = "Een {WORD}" }}]
"""
ADVICE = f"""<officiele-publicatie><kamerstuk><stuk>
<titel>Advies Afdeling advisering Raad van State en nader rapport</titel>
<algemeen><vrije-tekst><tekst><al><nadruk type="cur">Bij Kabinetsmissive van 1 maart 2030 is bij de Afdeling
advisering van de Raad van State aanhangig gemaakt het voorstel van wet op de {WORD}en.</nadruk></al>
<divisie><kop><nr>1.</nr><titel><nadruk type="cur">De {WORD}</nadruk></titel></kop>
<al><nadruk type="cur">De Afdeling adviseert de toelichting op de {WORD} aan te vullen.</nadruk></al>
<al>Dit advies is overgenomen.</al></divisie></tekst></vrije-tekst></algemeen></stuk></kamerstuk>
</officiele-publicatie>"""
FIRST = (
    f"Wet op de {WORD}en (Zwaluwwet)\n\nArtikel 1\n\n1. Een {WORD} is een verbinding.\n\n"
    "2. Zij houdt, onverminderd het eerste lid.\n"
)
PLAIN = "Wet op de pennen (Pennenwet)\n\nArtikel 1\n\n1. Een pen is een verbinding.\n\n2. Zij houdt.\n"


def fill(application: Application, folder: Path) -> str:
    """Put everything on the shelf, close the dossier; the SHA-256 of a file of it."""
    folder.mkdir()
    for name, text in (
        ("manifest.toml", MANIFEST),
        ("eerste.txt", FIRST),
        ("advies.xml", ADVICE),
        ("tweede.txt", FIRST + "\nArtikel 2\n\nNieuw.\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    with application.unit_of_work() as services:
        loaded = services.loading.load(folder)
        for work, dossiers in ((PUBLIC, (OPEN,)), (BOTH, (OPEN, CLOSED))):
            for dossier in dossiers:
                said = Statement(work=work, dossier=dossier, stage="consolidated")
                text = PLAIN.replace("pen ", "stift ") if work == BOTH else PLAIN
                services.ingesting.ingest(text.encode(), f"{work}.txt", f"dossier {dossier}", said)
        said = Statement(work=PUBLIC, stage="consolidated", document_date=_day(), derived_from=VERSION)
        services.ingesting.ingest(PLAIN.replace("pen ", "veer ").encode(), "veer.txt", "test", said)
        services.curation.correct(SECOND, f"de {WORD} verschreven", document_date=_day())
        services.membership.close(CLOSED)
    application.index()
    return loaded[0].sha256


def _day() -> date:
    return date(2030, 5, 5)


def addresses(sha256: str) -> dict[str, tuple[str, ...]]:
    """Rule of the url map -> addresses that ask for what is closed, or would show it if it were open."""
    moment, eid = VERSION.partition("@")[2], "art_1"
    text = f"/regelingen/{SECRET}/{moment}"
    return {
        "/": ("/",),
        "/aanmelden": ("/aanmelden",),
        "/delegatie/<version>": (f"/delegatie/{VERSION}", f"/delegatie/{VERSION}?naar={SECOND}"),
        "/grondslagen/<version>": (f"/grondslagen/{VERSION}",),
        "/api/delegations/<version>": (f"/api/delegations/{VERSION}",),
        "/api/grounds/<version>": (f"/api/grounds/{VERSION}",),
        "/adviezen": ("/adviezen", f"/adviezen?dossier={CLOSED}", "/adviezen?jaar=2030"),
        "/adviezen/<version>": (f"/adviezen/{OPINION}", f"/adviezen/{OPINION}?punt=1"),
        "/adviezen/<version>.<any('docx', 'xlsx'):ending>": (
            f"/adviezen/{OPINION}.docx",
            f"/adviezen/{OPINION}.xlsx",
        ),
        "/adviezen/nummer/<path:number>": ("/adviezen/nummer/ZW-77",),
        "/adviezen/nummer/<path:number>/feed.atom": ("/adviezen/nummer/ZW-77/feed.atom",),
        "/aanmelden/openid": ("/aanmelden/openid",),
        "/aanmelden/openid/terug": ("/aanmelden/openid/terug",),
        "/aanmelden/wachtwoord": ("/aanmelden/wachtwoord",),
        "/api": ("/api",),
        "/api/comparisons/<old>/<new>": (
            f"/api/comparisons/{VERSION}/{SECOND}",
            f"/api/comparisons/{PUBLIC}@consolidated-unknown/{SECOND}",
        ),
        "/api/comparisons/<old>/<new>/concordance": (
            f"/api/comparisons/{VERSION}/{SECOND}/concordance",
            f"/api/comparisons/{PUBLIC}@consolidated-unknown/{SECOND}/concordance",
        ),
        "/api/dossiers": ("/api/dossiers",),
        "/api/dossiers/<number>": (f"/api/dossiers/{CLOSED}", f"/api/dossiers/{OPEN}"),
        "/api/dossiers/<number>/commitments": (
            f"/api/dossiers/{CLOSED}/commitments",
            f"/api/dossiers/{OPEN}/commitments",
        ),
        "/api/dossiers/<number>/progress": (
            f"/api/dossiers/{CLOSED}/progress?since=2001-01-01",
            f"/api/dossiers/{OPEN}/progress?since=2001-01-01",
        ),
        "/api/dossiers/<number>/eu": (f"/api/dossiers/{CLOSED}/eu", f"/api/dossiers/{OPEN}/eu"),
        "/api/dossiers/<number>/gaps": (f"/api/dossiers/{CLOSED}/gaps", f"/api/dossiers/{OPEN}/gaps"),
        "/api/dossiers/<number>/transposition-changes": (
            f"/api/dossiers/{CLOSED}/transposition-changes?since=2001-01-01",
            f"/api/dossiers/{OPEN}/transposition-changes?since=2001-01-01",
        ),
        "/api/transposition/<act>": (f"/api/transposition/{SECRET}-UNIE",),
        "/api/transposition/<act>/claims": (f"/api/transposition/{SECRET}-UNIE/claims",),
        "/api/transposition/national/<version>": (f"/api/transposition/national/{VERSION}",),
        "/api/health": ("/api/health",),
        "/api/openapi.json": ("/api/openapi.json",),
        "/api/opinions": ("/api/opinions", f"/api/opinions?dossier={CLOSED}"),
        "/api/opinions/<version>": (f"/api/opinions/{OPINION}",),
        "/api/search": (
            f"/api/search?q={WORD}",
            "/api/search?q=verbinding",
            f"/api/search?q=verbinding&work={SECRET}",
            f"/api/search?q=verbinding&dossier={CLOSED}",
        ),
        "/api/search/changes": (
            "/api/search/changes?q=nieuw",
            f"/api/search/changes?q={WORD}",
            "/api/search/changes?q=artikel+2",
            f"/api/search/changes?q=nieuw&work={SECRET}",
            f"/api/search/changes?q=nieuw&dossier={CLOSED}",
        ),
        "/api/search/hits": (
            f"/api/search/hits?q={WORD}",
            f"/api/search/hits?q=verbinding&work={SECRET}&as=xlsx",
        ),
        "/api/search/changes/hits": (
            f"/api/search/changes/hits?q={WORD}",
            f"/api/search/changes/hits?q=nieuw&dossier={CLOSED}&as=xlsx",
        ),
        "/api/sources/<sha256>": (f"/api/sources/{sha256}",),
        "/api/versions": ("/api/versions", f"/api/versions?work={SECRET}", f"/api/versions?dossier={CLOSED}"),
        "/api/versions/<version>": (f"/api/versions/{VERSION}",),
        "/api/versions/<version>/citations": (
            f"/api/versions/{VERSION}/citations",
            f"/api/versions/{VERSION}/citations?dangling=1",
        ),
        "/api/versions/<version>/<eid>/cited-by": (f"/api/versions/{VERSION}/{eid}/cited-by",),
        "/dossiers/<number>/loze-verwijzingen": (
            f"/dossiers/{CLOSED}/loze-verwijzingen",
            f"/dossiers/{OPEN}/loze-verwijzingen",
        ),
        "/regelingen/<work>/<moment>/aangehaald": (
            f"{text}/aangehaald",
            f"/regelingen/{PUBLIC}/consolidated-unknown/aangehaald",
        ),
        "/regelingen/<work>/<moment>/loze-verwijzingen": (f"{text}/loze-verwijzingen",),
        "/regelingen/<work>/<moment>/<eid>/aangehaald": (f"{text}/{eid}/aangehaald",),
        "/regelingen/<work>/<moment>/<eid>/verwijzing/<int:start>": (f"{text}/art_1__para_2/verwijzing/28",),
        "/api/versions/<version>/<eid>": (f"/api/versions/{VERSION}/{eid}",),
        "/api/versions/<version>/<eid>/history": (f"/api/versions/{VERSION}/{eid}/history",),
        "/api/works": ("/api/works", f"/api/works?dossier={CLOSED}"),
        "/api/works/<work>": (f"/api/works/{SECRET}", f"/api/works/{BOTH}", f"/api/works/{PUBLIC}"),
        "/api/works/<work>/law": (f"/api/works/{SECRET}/law?in_force_on=2031-06-01",),
        "/api/works/<work>/versions": (f"/api/works/{SECRET}/versions", f"/api/works/{BOTH}/versions"),
        "/beheer": ("/beheer",),
        "/beheer/dossiers": ("/beheer/dossiers",),
        "/beheer/logboek": ("/beheer/logboek", "/beheer/logboek?pagina=2"),
        "/beheer/mensen": ("/beheer/mensen",),
        "/bron/<sha256>": (f"/bron/{sha256}",),
        "/dossiers": ("/dossiers",),
        "/dossiers/<number>": (f"/dossiers/{CLOSED}", f"/dossiers/{OPEN}"),
        "/dossiers/<number>/toezeggingen": (
            f"/dossiers/{CLOSED}/toezeggingen",
            f"/dossiers/{OPEN}/toezeggingen",
        ),
        "/dossiers/<number>/voortgang.<any('docx', 'json'):ending>": (
            f"/dossiers/{CLOSED}/voortgang.json?sinds=2001-01-01",
            f"/dossiers/{CLOSED}/voortgang.docx?sinds=2001-01-01",
            f"/dossiers/{OPEN}/voortgang.json?sinds=2001-01-01",
        ),
        "/dossiers/<number>/feed.atom": (f"/dossiers/{CLOSED}/feed.atom", f"/dossiers/{OPEN}/feed.atom"),
        "/gezond": ("/gezond",),
        "/healthz": ("/healthz",),
        "/id/<path:identifier>": (f"/id/{SECRET}", f"/id/{CLOSED}"),
        "/metrics": ("/metrics",),
        "/opnemen": ("/opnemen",),
        "/readyz": ("/readyz",),
        "/regelingen/<work>": (f"/regelingen/{SECRET}", f"/regelingen/{BOTH}", f"/regelingen/{PUBLIC}"),
        "/regelingen/<work>/<moment>": (
            text,
            f"/regelingen/{SECRET}/consolidated-1999-01-01",
            f"{text}?deel=art_99",
        ),
        "/regelingen/<work>/<moment>.<any('akn.xml', 'txt', 'html'):ending>": tuple(
            f"{text}.{ending}" for ending in ("akn.xml", "txt", "html")
        ),
        "/regelingen/<work>/<moment>/<eid>": (f"{text}/{eid}", f"{text}/art_9"),
        "/regelingen/<work>/<moment>/<eid>.<any('akn.xml', 'txt', 'html'):ending>": (f"{text}/{eid}.txt",),
        "/regelingen/<work>/<moment>/<eid>/feed.atom": (f"{text}/{eid}/feed.atom",),
        "/regelingen/<work>/<moment>/<eid>/geschiedenis": (f"{text}/{eid}/geschiedenis",),
        "/regelingen/<work>/<moment>/<eid>/toelichting": (f"{text}/{eid}/toelichting",),
        "/dossiers/<number>/eu": (f"/dossiers/{CLOSED}/eu", f"/dossiers/{OPEN}/eu"),
        "/dossiers/<number>/eu/hiaten": (f"/dossiers/{CLOSED}/eu/hiaten", f"/dossiers/{OPEN}/eu/hiaten"),
        "/dossiers/<number>/eu/sinds": (
            f"/dossiers/{CLOSED}/eu/sinds?dag=2001-01-01",
            f"/dossiers/{OPEN}/eu/sinds?dag=2001-01-01",
        ),
        "/transponering/<act>": (f"/transponering/{SECRET}-UNIE", f"/transponering/{SECRET}-UNIE?stand=open"),
        "/transponering/<act>.<any('docx', 'xlsx', 'csv', 'json'):ending>": tuple(
            f"/transponering/{SECRET}-UNIE.{ending}" for ending in ("docx", "xlsx", "csv", "json")
        ),
        "/transponering/<act>/inlezen": (f"/transponering/{SECRET}-UNIE/inlezen",),
        "/regelingen/<work>/<moment>/eu": (f"{text}/eu", f"{text}/eu?alle=1"),
        "/static/<path:filename>": ("/static/page.css",),
        "/synopsis": (
            f"/synopsis?kolom={VERSION}&kolom={SECOND}",
            f"/synopsis?kolom={PUBLIC}@consolidated-unknown&kolom={VERSION}",
            f"/synopsis?regeling={SECRET}",
            f"/synopsis?dossier={CLOSED}",
            "/synopsis",
            f"/synopsis?dossier={OPEN}",
        ),
        "/synopsis.<any('docx', 'pdf'):ending>": (
            f"/synopsis.pdf?kolom={VERSION}&kolom={SECOND}",
            f"/synopsis.docx?kolom={PUBLIC}@consolidated-unknown&kolom={VERSION}",
        ),
        "/uitleg": ("/uitleg",),
        "/uitleg/zoektaal": ("/uitleg/zoektaal",),
        "/vergelijken": (f"/vergelijken?oud={VERSION}&nieuw={SECOND}",),
        "/vergelijken/<old>/<new>.<any('wijzigingen.docx', 'was-wordt.docx', 'was-wordt.pdf', 'html', "
        "'json', 'wijzigingenlijst.csv', 'wijzigingenlijst.xlsx', 'concordantie.csv', "
        "'concordantie.xlsx'):ending>": (
            f"/vergelijken/{VERSION}/{SECOND}.html",
            f"/vergelijken/{SECOND}/{VERSION}.wijzigingenlijst.csv",
            f"/vergelijken/{PUBLIC}@consolidated-unknown/{SECOND}.wijzigingen.docx",
        ),
        "/vergelijken/<old>/<new>": (
            f"/vergelijken/{VERSION}/{SECOND}",
            f"/vergelijken/{SECOND}/{VERSION}?weergave=doorlopend",
            f"/vergelijken/{PUBLIC}@consolidated-unknown/{SECOND}",
        ),
        "/vergelijken/eigen-tekst": (
            f"/vergelijken/eigen-tekst?versie={VERSION}",
            "/vergelijken/eigen-tekst",
        ),
        "/vergelijken/<old>/<new>/concordantie": (
            f"/vergelijken/{VERSION}/{SECOND}/concordantie",
            f"/vergelijken/{PUBLIC}@consolidated-unknown/{SECOND}/concordantie?niveau=leden",
        ),
        "/vergelijken/<old>/<new>/vast/<pin>": (
            f"/vergelijken/{VERSION}/{SECOND}/vast/{PIN}",
            f"/vergelijken/{PUBLIC}@consolidated-unknown/{SECOND}/vast/{PIN}?weergave=doorlopend",
        ),
        "/vergelijken/<old>/<new>/vast/<pin>/wijziging/<change>": (
            f"/vergelijken/{VERSION}/{SECOND}/vast/{PIN}/wijziging/w-e4ac5e754ed1",
        ),
        "/zoeken/vindplaats": ("/zoeken/vindplaats?q=artikel 1 Zwaluwwet",),
        "/zoeken.csv": (
            f"/zoeken.csv?q={WORD}",
            "/zoeken.csv?q=verbinding",
            f"/zoeken.csv?q=nieuw&in=wijzigingen&regeling={SECRET}",
        ),
        "/zoeken.xlsx": (f"/zoeken.xlsx?q={WORD}",),
        "/zoeken.atom": (
            f"/zoeken.atom?q={WORD}",
            "/zoeken.atom?q=verbinding",
            f"/zoeken.atom?q=verbinding&versie={VERSION}",
            "/zoeken.atom?q=nieuw&in=wijzigingen",
        ),
        "/zoeken/vergelijken": (
            f"/zoeken/vergelijken?treffer={VERSION}/art_1&treffer={SECOND}/art_1",
            f"/zoeken/vergelijken?treffer={PUBLIC}@consolidated-unknown/art_1&treffer={SECOND}/art_2",
        ),
        "/zoeken": (
            f"/zoeken?q={WORD}",
            f"/zoeken?q={WORD[:9]}*",
            f"/zoeken?q={WORD[:-1]}",
            f"/zoeken?q=dossier:{CLOSED}",
            f"/zoeken?q=werk:{SECRET}",
            "/zoeken?q=Zwaluwwet",
            "/zoeken?q=punt:1",
            "/zoeken?q=verbinding",
            f"/zoeken?q=verbinding&regeling={SECRET}",
            f"/zoeken?q=verbinding&versie={VERSION}",
            f"/zoeken?q={WORD}&in=wijzigingen",
            "/zoeken?q=nieuw&in=wijzigingen",
            f"/zoeken?q=nieuw&in=wijzigingen&regeling={SECRET}",
        ),
    }
