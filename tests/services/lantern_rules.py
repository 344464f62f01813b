"""A small fictional act with a decree and a regulation below it, as files of toestanden."""

from collections.abc import Iterable
from datetime import date

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement

ACT, DECREE, REGULATION = "LAMPWET", "LAMPBESLUIT", "LAMPREGELING"
_KINDS = {ACT: "wet", DECREE: "AMvB", REGULATION: "ministeriele-regeling"}
_TITLES = {ACT: "Lampwet", DECREE: "Lampbesluit", REGULATION: "Lampregeling"}
Articles = Iterable[tuple[str, Iterable[str]]]


def toestand(work: str, on: date, articles: Articles, regard: str = "") -> bytes:
    """The file of one version: articles by number with their leden, and what a rule has regard to."""
    name = _TITLES[work]
    text = "".join(_article(number, leden, on) for number, leden in articles)
    basis = f"<considerans.al>{regard}</considerans.al>" if regard else ""
    head, body = ("regeling", "regeling-tekst") if work == REGULATION else ("wet-besluit", "wettekst")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<toestand bwb-id="{work}" inwerkingtreding="{on}"><bwb-inputbestand/><bwb-wijzigingen/>
<wetgeving soort="{_KINDS[work]}" dtdversie="2.0" inwerkingtredingsdatum="{on}">
<intitule>{name} van 1 januari 2091</intitule><citeertitel status="officieel">{name}</citeertitel>
<{head}><aanhef><considerans>{basis}</considerans></aanhef><{body}>{text}</{body}></{head}>
</wetgeving></toestand>""".encode()


def _article(number: str, leden: Iterable[str], on: date) -> str:
    said = tuple(leden)
    numbered = (f"<lid><lidnr>{n}.</lidnr><al>{al}</al></lid>" for n, al in enumerate(said, 1))
    inner = "".join(numbered) if len(said) > 1 else f"<al>{said[0]}</al>"
    return (
        f'<artikel label="Artikel {number}" inwerking="{on}" status="goed">'
        f"<kop><label>Artikel</label><nr>{number}</nr></kop>{inner}</artikel>"
    )


def take_in(application: Application, work: str, on: date, articles: Articles, regard: str = "") -> str:
    """Store one version; its key."""
    with application.unit_of_work() as services:
        said = Statement(work=work, stage="consolidated", in_force_on=on)
        content = toestand(work, on, articles, regard)
        return services.ingesting.ingest(content, f"{work}-{on}.xml", "test", said).version
