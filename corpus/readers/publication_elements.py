"""The element names of publication XML (officielebekendmakingen.nl, schemas 2012-1 to 2014) and what each is.

Source: `docs/bronvormen.md`: seen in 132 files (motions, Staatsblad,
Staatscourant, Handelingen), and read in the converters of others for bills, opinions, amendments and
memoranda, of which no file was at hand. What is done with an element is in `corpus.readers.publication_body`.
"""

from corpus.provision import ProvisionKind
from corpus.readers.xml_inline import InlineRules, reference_target
from corpus.secure_xml import Element

PROVISIONS = {
    "boek": ProvisionKind.BOOK,
    "deel": ProvisionKind.PART,
    "hoofdstuk": ProvisionKind.CHAPTER,
    "titeldeel": ProvisionKind.TITLE,
    "afdeling": ProvisionKind.SECTION,
    "paragraaf": ProvisionKind.SUBSECTION,
    "sub-paragraaf": ProvisionKind.SUBDIVISION,
    "divisie": ProvisionKind.DIVISION,
    "wijzig-divisie": ProvisionKind.DIVISION,
    "circulaire.divisie": ProvisionKind.DIVISION,
    "opening": ProvisionKind.DIVISION,
    "agendapunt": ProvisionKind.DIVISION,
    "spreekbeurt": ProvisionKind.DIVISION,
    "motie": ProvisionKind.DIVISION,
    "vraag": ProvisionKind.DIVISION,
    "antwoord": ProvisionKind.DIVISION,
    "artikel": ProvisionKind.ARTICLE,
    "wijzig-artikel": ProvisionKind.ARTICLE,
    "lid": ProvisionKind.PARAGRAPH,
    "li": ProvisionKind.POINT,
    "wijzig-lid": ProvisionKind.POINT,
    "wijziging": ProvisionKind.POINT,
    "amendement-lid": ProvisionKind.POINT,
    "definitie-item": ProvisionKind.POINT,
    "artikel.toelichting": ProvisionKind.EXPLANATION,
    "toelichting": ProvisionKind.EXPLANATION,
    "nota-toelichting": ProvisionKind.EXPLANATION,
    "bijlage": ProvisionKind.ATTACHMENT,
    "handeling_bijlage": ProvisionKind.ATTACHMENT,
    "aanhef": ProvisionKind.PREAMBLE,
    "afkondiging": ProvisionKind.FORMULA,
    "wetsluiting": ProvisionKind.CONCLUSIONS,
    "voorstel-sluiting": ProvisionKind.CONCLUSIONS,
    "tekst-sluiting": ProvisionKind.CONCLUSIONS,
    "regeling-sluiting": ProvisionKind.CONCLUSIONS,
    "artikeltekst": ProvisionKind.MOD,
}
TEXT_PROVISIONS = {
    "vergadering": ProvisionKind.LONG_TITLE,
    "considerans.al": ProvisionKind.RECITAL,
    "tussenkop": ProvisionKind.CROSSHEADING,
}
STRUCTURE = frozenset(
    {
        "staatsblad", "staatscourant", "kamerstuk", "handelingen", "kamervragen", "dossier", "stuk",
        "wet-besluit", "voorstel-wet", "wettekst", "regeling", "regeling-tekst", "circulaire",
        "circulaire-tekst", "zakelijke-mededeling", "zakelijke-mededeling-tekst", "amendement", "herdruk",
        "algemeen", "vrije-tekst", "structuurtekst", "tekst", "al-groep", "al", "considerans", "wij", "wie",
        "lijst",
        "definitielijst", "term", "definitie", "wijzig-lid-groep", "wat", "table", "title", "tgroup", "thead",
        "tbody", "tfoot", "entry", "plaatje", "bijschrift", "box", "onderwerp", "motie-info", "spreker",
        "item-titel", "vergadering-nummer", "vergaderdatum", "vergadertijd", "slotformulering", "gegeven",
        "dagtekening", "koning", "ondertekening", "ondertekenaar", "functie", "naam", "organisatie",
        "uitgifte", "tekstregel", "kamervraagomschrijving", "titel", "subtitel", "label", "nr", "lidnr",
        "li.nr",
    }
)  # fmt: skip
MASTHEAD = frozenset(
    {
        "kamerstukkop", "dossiernummer", "stuknr", "kamervraagkop", "kamervraagnummer",
    }
)  # fmt: skip
"""What every paper of a series prints around its text; kept as identifiers and dates, not as provisions."""
CONTENTS = frozenset({"officiele-inhoudsopgave"})
SKIPPED = frozenset({"metadata", "colspec"})
NUMBERS = frozenset({"lidnr", "li.nr", "nr"})
HEADINGS = frozenset({"item-titel", "spreker"})
OPENING_A_WORD = frozenset(
    {
        "voorvoegsels", "voornaam", "achternaam", "naam", "politiek.partij", "plaats", "datum",
        "begrotingshoofdstuk", "rijkswetnr", "ondernummer",
    }
)  # fmt: skip
RUNNING = OPENING_A_WORD | {
    "nadruk", "sup", "inf", "extref", "intref", "dossierref", "nootref", "noot", "histnoot", "redactie",
    "politiek", "dossiernr", "raadnr", "unl",
}  # fmt: skip
STYLES = {
    "cur": "italic",
    "vet": "bold",
    "halfvet": "bold",
    "vetcur": "bold italic",
    "ondlijn": "underline",
    "sup": "superscript",
    "inf": "subscript",
}
NOTE_KINDS = {"noot": "noot", "histnoot": "histnoot", "redactie": "redactie"}

QUOTED = frozenset(
    {
        "boek", "deel", "hoofdstuk", "titeldeel", "afdeling", "paragraaf", "sub-paragraaf", "artikel",
        "wijzig-artikel", "lid", "bijlage",
    }
)  # fmt: skip
"""New law when it stands in an instruction."""
INSTRUCTIONS = frozenset({"wijzig-lid", "wijziging", "amendement-lid"})
QUOTING = INSTRUCTIONS | {"wijzig-artikel", "artikel", "lid", "li"}
"""Elements that can hold no article of their own: what looks like one there is quoted."""


def _target(reference: Element) -> tuple[str, str]:
    """Scheme and target of a reference; a document of the same site is named by its publication id."""
    if dossier := reference.get("dossier"):
        return "dossier", dossier.strip()
    if refid := reference.get("refid"):
        return "noot", refid.strip()
    if reference.get("soort") == "document":
        return "op", (reference.get("doc") or "").strip()
    return reference_target(reference)


INLINE = InlineRules(
    skipped=SKIPPED,
    notes=frozenset(NOTE_KINDS),
    references=frozenset({"extref", "intref", "dossierref", "nootref"}),
    styles=STYLES,
    note_kinds=NOTE_KINDS,
    note_inline=RUNNING,
    opening=OPENING_A_WORD,
    target=_target,
)
