"""The shelf of the web tests: small fictional laws, taken in as a user would, and every page's address.

Two consolidated versions that differ, one with the same words, a bill without dates, a text whose date is
guessed from its file name, a work that is marked as fictional, and one that is long enough to be cut up.
"""

from datetime import date
from pathlib import Path

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement

FIRST = (Path(__file__).parent / "fixtures" / "lampenwet_1.xml").read_text(encoding="utf-8")
SECOND = (
    FIRST.replace('"2001-01-01"><wetgeving', '"2002-01-01"><wetgeving')
    .replace("brandt bij nacht,", "brandt bij nacht en bij dichte mist,")
    .replace("<label>Artikel</label><nr>2</nr>", "<label>Artikel</label><nr>2a</nr>")
    .replace("iedere week met schoon water", "iedere maand met schoon water")
    .replace("<al>de beheerder;</al>", "<al>de beheerder, na overleg;</al>")
)  # fmt: skip
THIRD = SECOND.replace("<lidnr>1<", "<lidnr>1.<").replace("<lidnr>2<", "<lidnr>2.<")
PLAIN = """Wet op de kaarsen (Kaarsenwet)

Artikel 1. Kaarsen

1. Een kaars wordt niet onbeheerd gelaten.

2. De kaarsenmaker draagt een schort.

Artikel 2

Deze wet wordt aangehaald als: Kaarsenwet.
"""

OLD, NEW, SAME = (f"LAMP@consolidated-{day}" for day in ("2001-01-01", "2002-01-01", "2003-06-01"))
RESPELLED = "LICHT@consolidated-2002-01-01"
FORMER = "LAMP@consolidated-2003-01-01"
GUESSED = "BWBR9999999@consolidated-2004-01-01"
UNDATED = "KAARS@unspecified-unknown", "KAARS@unspecified-unknown-2"
FICTIONAL = "VERZONNEN@consolidated-2091-01-01", "VERZONNEN@consolidated-2092-01-01"
LONG = "LANG@consolidated-2010-01-01"


def fill(application: Application) -> None:
    """Put every text on the shelf and index it."""
    application.database.migrate()
    _take_in(application, FIRST, Statement(work="LAMP"), "lamp-1.xml")
    _take_in(application, SECOND, Statement(work="LAMP", reason="Wijziging wegens mist"), "lamp-2.xml")
    _take_in(application, SECOND, Statement(work="LAMP", in_force_on=date(2003, 1, 1)), "lamp-3.xml")
    _take_in(application, THIRD, Statement(work="LICHT"), "licht.xml")
    with application.unit_of_work() as services:
        services.curation.correct(FORMER, "verkeerd overgenomen", in_force_on=date(2003, 6, 1))
    _take_in(application, PLAIN, Statement(work="KAARS"), "kaars-1.txt")
    _take_in(application, PLAIN.replace("schort", "hoed"), Statement(work="KAARS"), "kaars-2.txt")
    _take_in(application, PLAIN, Statement(stage="consolidated"), "BWBR9999999_2004-01-01.txt")
    for year, text in ((2091, PLAIN), (2092, PLAIN.replace("schort", "muts"))):
        said = Statement(
            work="VERZONNEN",
            stage="consolidated",
            in_force_on=date(year, 1, 1),
            fictional=True,
            short_title="Verzonnen wet",
        )
        _take_in(application, text, said, f"FICTIEF-{year}.txt")
    _take_in(application, _long(), Statement(work="LANG", in_force_on=date(2010, 1, 1)), "lang.xml")
    application.index()


def address(key: str, eid: str = "") -> str:
    """The path of a version, or of a provision in it."""
    return "/".join(["/regelingen", *key.split("@"), *([eid] if eid else [])])


def comparison(old: str, new: str) -> str:
    """The path of a comparison."""
    return f"/vergelijken/{old}/{new}"


PAGES = (
    "/",
    "/regelingen/LAMP",
    "/regelingen/VERZONNEN",
    "/regelingen/KAARS",
    *(address(key) for key in (OLD, NEW, SAME, GUESSED, UNDATED[0], FICTIONAL[0], LONG)),
    f"{address(LONG)}?deel=art_300",
    f"{address(LONG)}?deel=alles",
    address(NEW, "chp_1"),
    address(NEW, "art_1"),
    address(NEW, "art_1__para_2__point_b"),
    address(FICTIONAL[0], "art_1__para_1"),
    f"{address(NEW, 'art_1')}/geschiedenis",
    f"{address(NEW, 'art_1')}/aangehaald",
    f"{address(NEW)}/aangehaald",
    f"{address(NEW)}/loze-verwijzingen",
    "/dossiers",
    comparison(OLD, NEW),
    f"{comparison(OLD, NEW)}?weergave=doorlopend",
    f"{comparison(OLD, NEW)}?soort=modified&zoek=mist",
    f"{comparison(OLD, NEW)}?zoek=bestaatniet",
    comparison(NEW, OLD),
    comparison(NEW, SAME),
    comparison(OLD, SAME),
    comparison(OLD, OLD),
    comparison(*UNDATED),
    comparison(*FICTIONAL),
    comparison(NEW, RESPELLED),
    f"{comparison(OLD, NEW)}?tekst=heel&weergave=doorlopend&zoek=mist&in=ingevoegd",
    f"{comparison(OLD, SAME)}?vast={OLD}&soort=modified&soort=renumbered",
    f"{comparison(OLD, NEW)}?verberg=gevolg",
    f"/synopsis?kolom={OLD}&kolom={NEW}&kolom={RESPELLED}",
    f"/synopsis?kolom={FICTIONAL[0]}&kolom={FICTIONAL[1]}&artikelen=alle",
    "/synopsis",
    f"{address(NEW, 'art_1')}/toelichting",
    f"/vergelijken/eigen-tekst?versie={OLD}",
    "/zoeken",
    "/zoeken?q=lamp",
    "/zoeken?q=lamp&regeling=LAMP&soort=act",
    "/zoeken?q=kaars",
    "/zoeken?q=artikel+1",
    "/zoeken?in=wijzigingen",
    "/zoeken?q=mist&in=wijzigingen",
    "/zoeken?q=muts&in=wijzigingen&voorbeelden=1",
    "/zoeken?q=onvindbaarwoord",
    "/zoeken?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/zoeken?q=lamp&versies=apart&volgorde=datum",
    "/zoeken?q=lamp*&volgorde=regeling",
    "/zoeken?q=lantaarnopstecker",
    "/zoeken?q=kleur:rood",
    "/uitleg",
    "/uitleg/zoektaal",
)

MISSING = (
    address(NEW, "art_99"),
    address(NEW, "art_1__para_7"),
    "/regelingen/LAMP/consolidated-1999-01-01",
    "/regelingen/BESTAATNIET",
    comparison(OLD, "LAMP@consolidated-1999-01-01"),
    f"{address(LONG)}?deel=art_99999",
    f"/bron/{'0' * 64}",
    "/bestaatniet",
)


def _take_in(application: Application, text: str, said: Statement, name: str) -> None:
    with application.unit_of_work() as services:
        services.ingesting.ingest(text.encode(), name, "de testkast", said)


def _long() -> str:
    sentence = "De lantaarnopsteker gaat bij zonsondergang langs elke paal van zijn ronde. "
    chapters = []
    for c in range(1, 11):
        articles = "".join(
            f"<artikel><kop><label>Artikel</label><nr>{n}</nr></kop><al>{sentence * 12}</al></artikel>"
            for n in range(c * 50 - 49, c * 50 + 1)
        )
        kop = f"<kop><label>Hoofdstuk</label><nr>{c}</nr><titel>Ronde {c}</titel></kop>"
        chapters.append(f"<hoofdstuk>{kop}{articles}</hoofdstuk>")
    body = f"<wettekst>{''.join(chapters)}</wettekst>"
    titles = "<intitule>Lange wet op de lantaarns</intitule><citeertitel>Lange lantaarnwet</citeertitel>"
    return (
        f'<toestand><wetgeving soort="wet">{titles}<wet-besluit>{body}</wet-besluit></wetgeving></toestand>'
    )
