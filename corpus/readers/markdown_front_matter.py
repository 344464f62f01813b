"""Consolidated law as Markdown with front matter: `## Artikel n`, leden as `**n.**`, identifier in the head.

Most articles with leden hold them twice, first unnumbered and then numbered: the first copy is left out, by
rule `duplicate-of-leden`, only where it is the same word for word. What `datum` means is not stated; it is
taken as the day of commencement and recorded. Source: `docs/bronvormen.md`.
"""

import codecs
import re
from dataclasses import dataclass, field

from corpus.encoding import Decoded, decode
from corpus.errors import NoLawError, UndecodableError
from corpus.provision import ProvisionKind
from corpus.readers.act_frame import fill_preamble, kind_guesses, kind_of_law
from corpus.readers.act_tree import ActTree, Content, holds_law
from corpus.readers.article_lines import labelled_heading, numbered_heading
from corpus.readers.draft import finish
from corpus.readers.front_matter import FrontMatter, split_front_matter
from corpus.readers.list_marks import list_mark
from corpus.readers.markdown_inline import heading_words, inline, is_table_row, table_row
from corpus.readers.reader import Reader
from corpus.reading import Identifier, Reading

MEDIA_TYPE = "text/markdown"
DUPLICATE_OF_LEDEN = "duplicate-of-leden"
FRONT_MATTER_DATE = "front-matter-date"
UNREADABLE_DATE = "unreadable-date"
BESIDES_LEDEN = "text-besides-leden"
NO_NUMBER = "none-for-no-number"

_HEADING = re.compile(r"(#{1,6})\s+(.*)$")
_LID = re.compile(
    r"\*\*\s*((?:(?:§|Artikel)\s?)?(?:\d+|[A-Za-z]{1,2}|[IVXivx]+)[\w:\-–.]{0,8}\s?[.)°]*)\s*\*\*$"
)
_HEAD_BYTES = 4096


def _recognises(source: bytes) -> bool:
    head = source[:_HEAD_BYTES].lstrip(codecs.BOM_UTF8)
    lines = [line.rstrip() for line in head.split(b"\n")]
    keys = {line.partition(b":")[0] for line in lines}
    return lines[0] == b"---" and {b"titel", b"identificatie"} <= keys


def _read(source: bytes) -> Reading:
    decoded = decode(source)
    matter = split_front_matter(decoded.text)
    if matter is None:
        raise UndecodableError(
            "De kop tussen --- regels is niet af.",
            value=decoded.text[:60],
            remedy="Sluit de kop af met een regel ---.",
        )
    tree = _tree(_sections(matter.body))
    if not holds_law(tree.content):
        raise NoLawError("Dit bestand bevat een titel maar geen bepaling.", value=matter.identifier)
    finished = finish(tree.content, _guesses(decoded, matter))
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=kind_of_law(matter.title),
        provisions=finished.provisions,
        identifiers=(Identifier("bwb", matter.identifier),),
        title=matter.title,
        short_title=matter.title,
        stage="consolidated",
        in_force_on=matter.day,
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


READER = Reader("markdown-front-matter", 1, _recognises, _read)


def _guesses(decoded: Decoded, matter: FrontMatter) -> list[tuple[str, str]]:
    guesses = [(decoded.rule, "")] if decoded.rule else []
    if matter.day is not None:
        guesses.append((FRONT_MATTER_DATE, matter.day.isoformat()))
    elif matter.printed_day:
        guesses.append((UNREADABLE_DATE, matter.printed_day))
    return guesses + kind_guesses(kind_of_law(matter.title), matter.title)


@dataclass(slots=True)
class _Lid:
    """The blocks below one `**n.**`; the blocks before the first one have no number."""

    num: str = ""
    blocks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Section:
    """One heading and all below it; `leden[0]` holds what stands before the first `**n.**`."""

    level: int
    words: str
    leden: list[_Lid] = field(default_factory=lambda: [_Lid()])


def _sections(lines: tuple[str, ...]) -> list[_Section]:
    sections = [_Section(0, "")]
    previous = before = ""
    for line in lines:
        heading = _HEADING.match(line)
        if heading is not None:
            sections.append(_Section(len(heading[1]), heading_words(heading[2])))
        elif line.strip():
            _take_line(sections[-1], line, after_gap=not previous and not before)
        before, previous = previous, line.strip()
    return sections


def _take_line(section: _Section, line: str, *, after_gap: bool) -> None:
    lid = _LID.match(line.strip())
    blocks = section.leden[-1].blocks
    if lid is not None and after_gap:
        section.leden.append(_Lid(lid[1].strip()))
    elif line[:1].isspace() and blocks:
        blocks[-1] += " " + " ".join(line.split())
    else:
        blocks.append(" ".join(line.split()))


def _tree(sections: list[_Section]) -> ActTree:
    tree = ActTree()
    has_articles = any(section.level and _is_article(section) for section in sections)
    titled = False
    for section in sections:
        if section.level and (titled or section.level > 1):
            _open(tree, section)
            _section_body(tree, section)
            continue
        if section.level:
            titled = True
            tree.root(ProvisionKind.LONG_TITLE).content += inline(section.words)
            tree.close()
        _opening(tree, section, ProvisionKind.PREAMBLE if has_articles else ProvisionKind.DIVISION)
    tree.close()
    return tree


def _opening(tree: ActTree, section: _Section, kind: ProvisionKind) -> None:
    """What stands before the first heading: an aanhef where articles follow, else the text itself."""
    unnumbered, *leden = section.leden
    if unnumbered.blocks and not leden and kind is ProvisionKind.PREAMBLE:
        fill_preamble(tree.root(kind), [_content(block) for block in unnumbered.blocks])
    elif unnumbered.blocks or leden:
        tree.root(ProvisionKind.DIVISION)
        _section_body(tree, section)


def _is_article(section: _Section) -> bool:
    heading = labelled_heading(section.words)
    return heading is not None and heading.kind is ProvisionKind.ARTICLE


def _open(tree: ActTree, section: _Section) -> None:
    labelled = labelled_heading(section.words)
    if labelled is None:
        tree.heading(numbered_heading(section.words), depth=section.level)
    elif labelled.kind is ProvisionKind.ARTICLE and labelled.heading == "None":
        tree.heading(type(labelled)(labelled.kind, labelled.num)).drop(NO_NUMBER, labelled.heading)
    else:
        tree.heading(labelled, depth=section.level if labelled.kind is ProvisionKind.DIVISION else 0)


def _section_body(tree: ActTree, section: _Section) -> None:
    unnumbered, *leden = section.leden
    start, end = _copy_of(leden, unnumbered.blocks)
    kept = [*unnumbered.blocks[:start], *unnumbered.blocks[end:]]
    for block in unnumbered.blocks[:start]:
        _line(tree, block)
    if end > start:
        tree.drop(DUPLICATE_OF_LEDEN, _words(unnumbered.blocks[start:end]))
    for block in unnumbered.blocks[end:]:
        _line(tree, block)
    if leden and kept and tree.holder is not None:
        tree.holder.guess(BESIDES_LEDEN, f"{len(kept)} tekstblokken naast de genummerde leden")
    for lid in leden:
        tree.paragraph(lid.num)
        for block in lid.blocks:
            _line(tree, block)


def _copy_of(leden: list[_Lid], blocks: list[str]) -> tuple[int, int]:
    """Where the leden stand among the unnumbered blocks, word for word and in one run; (0, 0) if not."""
    numbered = [block for lid in leden for block in lid.blocks]
    if not numbered or len(numbered) > len(blocks):
        return 0, 0
    last = len(blocks) - len(numbered)
    first_seen = blocks.index(numbered[0]) if numbered[0] in blocks else last
    for start in (0, first_seen, last):
        if blocks[start : start + len(numbered)] == numbered:
            return start, start + len(numbered)
    return 0, 0


def _words(blocks: list[str]) -> str:
    contents = (item for block in blocks for item in _content(block))
    return "\n".join(item.text for item in contents)


def _content(block: str) -> Content:
    return table_row(block) if is_table_row(block) else inline(block)


def _line(tree: ActTree, block: str) -> None:
    mark = None if is_table_row(block) else list_mark(block)
    item = tree.item(mark, inline(mark.rest)) if mark is not None else None
    content = _content(block)
    if item is None and content:
        tree.text(content)
