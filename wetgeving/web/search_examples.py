"""The query language by examples: what one writes and what is found, for help page and `docs/zoektaal.md`.

A test holds that every example is read without a fault, answers, and stands in the document too.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Examples:
    """Examples of one subject: what is written, and what is found."""

    heading: str
    rows: tuple[tuple[str, str], ...]


LANGUAGE = (
    Examples(
        "Woorden",
        (
            ("minister besluit", "bepalingen met beide woorden, in elke vorm"),
            ("grensprocedure", "ook asielgrensprocedure: een woord vindt zijn samenstellingen"),
            ('"onverwijld in kennis"', "precies deze woorden achter elkaar"),
            ("vreemdeling*", "woorden die zo beginnen; te weinig letters is een fout die dat zegt"),
            ("artikel 59b", "artikel 59b, en daarna wat het noemt"),
            ("*", "alles"),
        ),
    ),
    Examples(
        "Verbinden: in hoofdletters, Nederlands of Engels",
        (
            ("vergunning OF ontheffing", "één van beide; ook OR"),
            ("vergunning EN ontheffing", "allebei, zoals zonder EN; ook AND"),
            ("vergunning NIET verlenging", "het eerste zonder het tweede; ook NOT of -verlenging"),
            ("(vergunning OF ontheffing) minister", "haakjes horen bij elkaar"),
            ("minister NEAR/5 vergunning", "hoogstens vijf plaatsen van elkaar, in elke volgorde"),
            ('minister DICHTBIJ/10 "Onze Minister"', "hetzelfde in het Nederlands; ook met een uitdrukking"),
        ),
    ),
    Examples(
        "Velden: zonder spatie na de dubbele punt; met een komma het één of het ander",
        (
            ("artikel:59b", "alleen het artikel zelf, niet wat het noemt"),
            ("lid:2 termijn", "artikelen met een tweede lid; de treffer opent bij dat lid"),
            ("soort:wet,amvb vergunning", "naar soort regeling of stuk"),
            ("fase:adviesversie", "naar fase; het begin van de naam is genoeg"),
            ("dossier:99001", "wat een dossier bindt"),
            ('werk:"Vw 2000" bewaring', "een regeling naar kenmerk, naam of afkorting"),
            ("eu:2024/1356", "wat een EU-handeling is of noemt; ook een CELEX-nummer"),
            ("dictum:B punt:3 delegatie", "punt 3, en wat eronder valt, van adviezen met dat dictum"),
        ),
    ),
    Examples(
        "Waar: in: geldt voor alle woorden van de vraag, of van de haakjes waarin het staat",
        (
            ("in:kop bewaring", "in opschrift of nummer"),
            ("in:tekst bewaring", "in de tekst van de regeling, niet in het opschrift"),
            ("in:toelichting evenredigheid", "in toelichtingen"),
            ("in:advies delegatie", "in adviezen van de Raad van State en de reactie daarop"),
            ('in:wijzigingen "vier weken"', "wat bij een stap in een bepaling kwam of eruit ging"),
            ("(in:kop bewaring) termijn", "het eerste in het opschrift, het tweede waar dan ook"),
        ),
    ),
    Examples(
        "Wanneer: een dag, maand of jaar",
        (
            ("geldig:2026-06-12 bewaring", "in de versie die op die dag gold"),
            ("geldig:2026-06-12 bekend:2026-01-01", "die toen gold, naar wat op de tweede dag bekend was"),
            ("bekend:2026-06-12 bewaring", "in versies die op die dag bekend waren"),
            ("van:2024 tot:2026-06 bewaring", "met een datum in die tijd, de laatste dag meegeteld"),
        ),
    ),
)
"""Everything the language can say."""

CITATIONS = (
    "art 59b lid 2 Vw 2000",
    "Vw 2000 59b",
    "artikel 10 Screeningsverordening",
    "2024/1356 art 10",
    "99001 nr. 4",
    "W03.91.00165/II",
    "jci1.3:c:BWBR0011823&artikel=29",
    "32024R1356",
)
"""What is followed as a citation, when what it cites is there."""
