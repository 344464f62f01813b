"""Opinions of the Afdeling advisering as pages of raadvanstate.nl: `#volledigetekst` and its number.

Source of the page's shape: `docs/bronvormen.md`; no page was at hand, so fixtures
are our own. Headings are divisions, numbered paragraphs points; what stands around the full text (menus,
keywords, related pages) is not the opinion. Dates on the page are not read: their place is not known.
"""

import re

from corpus.errors import NoLawError
from corpus.provision import ProvisionKind
from corpus.readers.act_sheet import lay_line
from corpus.readers.act_tree import ActTree
from corpus.readers.article_lines import Heading, numbered_heading
from corpus.readers.draft import finish
from corpus.readers.html_lines import html_lines
from corpus.readers.list_marks import list_mark
from corpus.readers.reader import Reader
from corpus.readers.text_line import Line
from corpus.reading import Identifier, Reading, WorkKind
from corpus.secure_xml import Element, is_element, looks_like_html, name, parse_html

MEDIA_TYPE = "text/html"
HEADING_FROM_BOLD = "heading-from-bold"
AUTOMATIC = "automatic-number"
_TEXT_ID, _NUMBER_CLASS = "volledigetekst", "meta-value-kenmerk"
_NUMBER = re.compile(r"W\d{2}\.\d{2}\.\d{4,5}(?:/[IVX]+(?:/[A-Z][a-z]?)?)?")
_LONGEST_HEADING = 200


def _recognises(source: bytes) -> bool:
    return looks_like_html(source) and _TEXT_ID.encode() in source and _NUMBER_CLASS.encode() in source


def _read(source: bytes) -> Reading:
    root = parse_html(source)
    text = next((e for e in root.iter() if is_element(e) and e.get("id") == _TEXT_ID), None)
    lines = [] if text is None else html_lines(text)
    if text is None or not any(line.text for line in lines):
        raise NoLawError("Deze pagina bevat de tekst van het advies niet.", value=f"#{_TEXT_ID}")
    tree, guesses = ActTree(), []
    if bold := _lay_out(tree, lines):
        guesses.append((HEADING_FROM_BOLD, f"{bold} vette regels zijn opschriften"))
    if any(is_element(e) and name(e) == "ol" for e in text.iter()):
        guesses.append((AUTOMATIC, "nummers van lijsten geteld zoals een browser ze toont"))
    finished = finish(tree.content, guesses)
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=WorkKind.OPINION,
        provisions=finished.provisions,
        identifiers=_identifiers(root),
        title=_title(root),
        stage="published",
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


READER = Reader("opinion-html", 3, _recognises, _read)


def _lay_out(tree: ActTree, lines: list[Line]) -> int:
    """Lay the lines out as divisions and points; how many headings were known by their bold type only."""
    bold = 0
    for line in lines:
        is_bold = line.depth is None and _is_bold_heading(line)
        bold += is_bold
        if line.depth is not None or is_bold:
            draft = tree.heading(heading_of(line.text), depth=line.depth if line.depth is not None else 6)
            draft.head_notes += line.head_notes(0, len(line.text), "")
            draft.heading_marks = line.heading_marks(draft.heading)
            draft.content += line.omitted
        else:
            lay_line(tree, line)
    tree.close()
    return bold


def heading_of(text: str) -> Heading:
    """A heading of an opinion: "3. Grondslag" has a number, whatever its sign."""
    mark = list_mark(text)
    if mark is not None and mark.rest:
        return Heading(ProvisionKind.DIVISION, mark.printed, mark.rest)
    return numbered_heading(text)


def _is_bold_heading(line: Line) -> bool:
    spans = line.spans
    whole = spans is not None and any(
        m.style == "bold" and m.start == 0 and m.end == len(line.text) for m in spans.marks
    )
    return whole and len(line.text) <= _LONGEST_HEADING and not line.text.endswith((".", ";", ","))


def _identifiers(root: Element) -> tuple[Identifier, ...]:
    """The number of the opinion, from the place on the page where it is stated."""
    stated = (e for e in root.iter() if is_element(e) and _NUMBER_CLASS in (e.get("class") or "").split())
    found = (_NUMBER.search("".join(str(t) for t in e.itertext())) for e in stated)
    return tuple(dict.fromkeys(Identifier("rvs", match.group()) for match in found if match))


def _title(root: Element) -> str:
    """The heading of the page, or else its title."""
    by_name = {name(e): e for e in reversed(list(root.iter("h1", "title")))}
    found = by_name.get("h1", by_name.get("title"))
    return "" if found is None else " ".join("".join(str(t) for t in found.itertext()).split())
