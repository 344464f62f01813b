"""A fictional regulation whose provisions have dates of their own, as BWB files write them.

The Lampenregeling of 2090: published on 10 March, in force on 12 March, working back to 5 March;
changed by one publication of 20 April that takes effect in two steps, on 21 and 26 April.
"""

FIRST, FIRST_ENTERED = "2090-03-05", "2090-03-12"
STEP_ONE, STEP_TWO = "2090-04-21", "2090-04-26"


def publication(number: str, published: str, signed: str = "") -> str:
    """A `publicatie` of the Staatscourant."""
    return (
        f'<publicatie effect="wijziging" soort="Stcrt"><publicatiejaar>2090</publicatiejaar>'
        f"<publicatienr>{number}</publicatienr>"
        f'<uitgiftedatum isodatum="{published}"/><ondertekeningsdatum isodatum="{signed or published}"/>'
        f"</publicatie>"
    )


def origin(number: str, published: str, back: str = "", scope: str = "tot-en-met", entry: str = "") -> str:
    """A `brondata`: what was published, and what fixed its day, which may work back."""
    text = publication(number, published)
    worked = f'<terugwerkend.datum datum-scope="{scope}" isodatum="{back}"/>' if back else ""
    return (
        f"<brondata><oorspronkelijk>{text}</oorspronkelijk>"
        f"<inwerkingtreding>{entry or text}{worked}</inwerkingtreding></brondata>"
    )


def article(number: int, entered: str, origins: str = "", status: str = "goed", words: str = "") -> str:
    """An `artikel` with its own day of entry into force."""
    metadata = f"<meta-data>{origins}</meta-data>" if origins else ""
    return (
        f'<artikel inwerking="{entered}" bron="Stcrt.2090-1" status="{status}">'
        f"<kop><label>Artikel</label><nr>{number}</nr></kop>"
        f"<al>{words or f'De lamp van artikel {number} brandt.'}</al>{metadata}</artikel>"
    )


def toestand(day: str, *articles: str, work: str = "BWBR9999001") -> bytes:
    """A file as it is for a day."""
    body = "".join(articles)
    titles = "<intitule>Regeling lampen</intitule><citeertitel>Lampenregeling</citeertitel>"
    return (
        f'<toestand bwb-id="{work}" inwerkingtreding="{day}"><wetgeving soort="ministeriele-regeling">'
        f"{titles}<regeling><regeling-tekst>{body}</regeling-tekst></regeling></wetgeving></toestand>"
    ).encode()


_FIRST = origin("1", "2090-03-10", back=FIRST)
_STEP = origin("2", "2090-04-20")
ONE = article(1, FIRST_ENTERED, _FIRST)
TWO = article(2, FIRST_ENTERED, _FIRST)
VERSIONS = {
    FIRST: toestand(FIRST, ONE, TWO),
    FIRST_ENTERED: toestand(FIRST_ENTERED, ONE, TWO),
    STEP_ONE: toestand(STEP_ONE, article(1, STEP_ONE, _STEP, words="De lamp brandt fel."), TWO),
    STEP_TWO: toestand(STEP_TWO, article(1, STEP_TWO, _STEP, words="De lamp brandt zeer fel."), TWO),
}
