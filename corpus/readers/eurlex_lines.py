"""What one line of a EUR-Lex page is for the law, by the class it bears or by its own words.

Classes of `docs/bronvormen.md`: the Official Journal (`ti-art`, with or without `oj-`), consolidated pages
(`title-article-norm`), proposals (`Titrearticle`). Old pages bear no classes: there only the words tell, in
Dutch, English, German or French. Where a line goes is decided in `corpus.readers.eurlex_act`.
"""

import re
from dataclasses import replace
from enum import Enum

from corpus.provision import ProvisionKind
from corpus.readers.draft import Block
from corpus.readers.eu_labels import Label, label
from corpus.readers.eurlex_page import Line


class Part(Enum):
    """What a line can be."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    OPENING = "opening of the preamble"
    CLOSING = "end of the preamble"
    SIGNING = "closing words"
    MARK = "mark of a change"
    OUTSIDE = "around the act"
    MEMORANDUM = "explanatory memorandum or financial statement"
    ITEM = "list item"
    TEXT = "text"


_CLASSES = {
    Part.TITLE: "doc-ti title-doc-first title-doc-last title-doc-oj-reference Typedudocument Titreobjet",
    Part.HEADING: (
        "ti-art title-article-norm Titrearticle ti-section-1 title-division-1 SectionTitle Annexetitre "
        "ti-annex title-annex-1 ChapterTitle TitreChapitre PartTitle"
    ),
    Part.SUBHEADING: (
        "sti-art stitle-article-norm ti-section-2 title-division-2 ti-grseq-1 title-gr-seq-level-1 "
        "title-gr-seq-level-2 title-annex-2 ti-tbl"
    ),
    Part.OPENING: "Institutionquiagit",
    Part.CLOSING: "Formuledadoption",
    Part.SIGNING: "Applicationdirecte Fait signatory Institutionquisigne Personnequisigne",
    Part.MARK: "modref",
    Part.OUTSIDE: (
        "around hd hd-date hd-lg hd-ti hd-oj hd-uniq bglang bgtool Logo Emission Rfrenceinstitutionnelle "
        "Rfrenceinterinstitutionnelle Statut Typedudocument_cp Titreobjet_cp CrossReference_cp "
        "Accompagnant_cp Typeacteprincipal_cp Objetacteprincipal_cp reference disclaimer hd-modifiers "
        "title-fam-member title-fam-member-ref"
    ),
    Part.MEMORANDUM: "Exposdesmotifstitre Fichefinanciretitre",
}
_BY_CLASS = {name: part for part, names in _CLASSES.items() for name in names.split()}
_OPENING = re.compile(
    r"(?:THE (?:EUROPEAN|COUNCIL|COMMISSION)|(?:DAS|DER|DIE) (?:EUROP|RAT|KOMMISSION)|"
    r"(?:HET|DE) (?:EUROPE|RAAD|COMMISSIE)|(?:LE|LA) (?:PARLEMENT|CONSEIL|COMMISSION))[^a-z]*$"
)
_ARTICLES = {
    "THE": "en", "DAS": "de", "DER": "de", "DIE": "de", "HET": "nl", "DE": "nl", "LE": "fr", "LA": "fr",
}  # fmt: skip
_CLOSING = re.compile(
    r"(?:HAS|HAVE) (?:ADOPTED|AGREED|DECIDED)\b|HA(?:T|BEN) FOLGENDE|(?:HEEFT|HEBBEN) (?:DE|HET) VOLGENDE|"
    r"(?:A|ONT) (?:ADOPTÉ|ARRÊTÉ)\b"
)
_SIGNING = re.compile(
    r"(?:Done at|Geschehen zu|Gedaan te|Fait à)\b|This Regulation shall be binding in its entirety|"
    r"Diese Verordnung ist in allen ihren Teilen|Deze verordening is verbindend in al haar onderdelen"
)
_CHANGE = re.compile(r"[▼►◄](?:[A-Z]{1,2}\d*)?\s*[—–-]*\s*")
_PLAIN = frozenset({"", "normal", "norm", "Normal"})
_HEADINGS_BY_WORD = frozenset({ProvisionKind.SECTION, ProvisionKind.SUBSECTION, ProvisionKind.CHAPTER})
LONGEST_HEADING = 240


def part_of(line: Line) -> Part:
    """What a line is."""
    if line.mark:
        return Part.ITEM
    if line.row and not line.role.startswith("hd"):
        return Part.TEXT
    stated = next((_BY_CLASS[name] for name in line.role.split() if name in _BY_CLASS), None)
    if stated is not None:
        return Part.HEADING if stated is Part.TITLE and _is_annex(line.text) else stated
    return _by_words(line.text) if line.role in _PLAIN else Part.TEXT


def opening_language(line: Line) -> str:
    """The language of the institution that opens the preamble, or ""."""
    opens = part_of(line) is Part.OPENING
    return _ARTICLES.get(line.text.split()[0], "") if opens and line.text else ""


def heading_of(line: Line) -> Label:
    """The heading that a line is; what names no division is a heading without number."""
    return label(line.text) or Label(ProvisionKind.CROSSHEADING, "", line.text)


def _by_words(text: str) -> Part:
    for pattern, part in ((_CHANGE, Part.MARK), (_OPENING, Part.OPENING)):
        if pattern.fullmatch(text):
            return part
    for pattern, part in ((_CLOSING, Part.CLOSING), (_SIGNING, Part.SIGNING)):
        if pattern.match(text):
            return part
    named = label(text) if len(text) <= LONGEST_HEADING else None
    return Part.HEADING if named is not None and not named.heading else Part.TEXT


def _is_annex(text: str) -> bool:
    named = label(text)
    return named is not None and named.kind is ProvisionKind.ATTACHMENT


def behind(block: Block, length: int) -> Block:
    """The block without its first characters; what stood over them goes, notes stay at the start."""
    return Block(
        block.text[length:],
        tuple(
            replace(m, start=max(0, m.start - length), end=m.end - length)
            for m in block.marks
            if m.end > length
        ),
        tuple(
            replace(x, start=max(0, x.start - length), end=x.end - length)
            for x in block.links
            if x.end > length
        ),
        tuple(replace(n, offset=max(0, n.offset - length)) for n in block.notes),
    )
