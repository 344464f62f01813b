"""The element names of BWB XML, of both generations (schema of 2012; 2015-1 and 2016-1), and what each is.

One vocabulary serves both readers: the newer schema kept the names of the older one. Source:
`docs/bronvormen.md`, counted on 35 and 21 files. What is to be done with
an element is in `corpus.readers.bwb_body`.
"""

from corpus.provision import ProvisionKind
from corpus.readers.xml_inline import InlineRules
from corpus.reading import WorkKind

WORK_KINDS = {
    "wet": WorkKind.ACT,
    "rijkswet": WorkKind.ACT,
    "AMvB": WorkKind.DECREE,
    "rijksAMvB": WorkKind.DECREE,
    "KB": WorkKind.DECREE,
    "ministeriele-regeling": WorkKind.MINISTERIAL_REGULATION,
    "beleidsregel": WorkKind.CIRCULAR,
    "circulaire": WorkKind.CIRCULAR,
    "verdrag": WorkKind.TREATY,
}
PROVISIONS = {
    "boek": ProvisionKind.BOOK,
    "deel": ProvisionKind.PART,
    "hoofdstuk": ProvisionKind.CHAPTER,
    "titeldeel": ProvisionKind.TITLE,
    "afdeling": ProvisionKind.SECTION,
    "paragraaf": ProvisionKind.SUBSECTION,
    "sub-paragraaf": ProvisionKind.SUBDIVISION,
    "divisie": ProvisionKind.DIVISION,
    "verdragtekst": ProvisionKind.DIVISION,
    "circulaire.divisie": ProvisionKind.DIVISION,
    "artikel": ProvisionKind.ARTICLE,
    "wijzig-artikel": ProvisionKind.ARTICLE,
    "lid": ProvisionKind.PARAGRAPH,
    "wijzig-lid": ProvisionKind.POINT,
    "li": ProvisionKind.POINT,
    "artikel.toelichting": ProvisionKind.EXPLANATION,
    "bijlage": ProvisionKind.ATTACHMENT,
    "aanhef": ProvisionKind.PREAMBLE,
    "afkondiging": ProvisionKind.FORMULA,
    "wetsluiting": ProvisionKind.CONCLUSIONS,
    "regeling-sluiting": ProvisionKind.CONCLUSIONS,
}
TEXT_PROVISIONS = {
    "intitule": ProvisionKind.LONG_TITLE,
    "considerans.al": ProvisionKind.RECITAL,
    "tussenkop": ProvisionKind.CROSSHEADING,
}
STRUCTURE = frozenset(
    {
        "wet-besluit", "regeling", "circulaire", "verdrag", "wettekst", "regeling-tekst",
        "circulaire-tekst", "considerans", "preambule", "lijst", "al-groep", "structuurtekst",
        "vrije-tekst", "tekst", "slotformulering", "gegeven", "dagtekening", "ondertekening",
        "ondertekenaar", "naam", "uitgifte", "table", "tgroup", "thead", "tbody", "entry", "al", "wij",
        "wie", "plaats", "datum", "koning", "functie", "achternaam", "voornaam", "organisatie", "title",
        "label", "colspec", "plaatje", "wijzig-lid-groep", "artikeltekst",
    }
)  # fmt: skip
METADATA = frozenset({"meta-data", "citeertitel"})
NUMBERS = frozenset({"lidnr", "li.nr"})
IMAGE = "illustratie"
RUNNING = frozenset(
    {"nadruk", "intref", "extref", "dossierref", "sup", "inf", "redactie", "meta-data"},
)
INLINE = InlineRules(
    skipped=frozenset({"meta-data"}),
    notes=frozenset({"redactie"}),
    references=frozenset({"intref", "extref"}),
    styles={
        "cur": "italic",
        "vet": "bold",
        "vetcur": "bold italic",
        "ondlijn": "underline",
        "sup": "superscript",
        "inf": "subscript",
    },
)
