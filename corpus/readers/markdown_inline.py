"""One line of Markdown as text with spans: links, images, emphasis, table rows.

Only what occurs in Dutch law set as Markdown: `[words](target)`, `![n](target)`, `*words*`, `**words**`, rows
between pipes. A star or bracket that does not pair around words is text ("artikel 2a*", "29,7 * 21", "(*)").
"""

import re
from bisect import bisect_left
from dataclasses import replace

from corpus.provision import Link, Mark
from corpus.readers.draft import Block, Omission

IMAGE = "image"

_IMAGE = re.compile(r"!\[([^\[\]]{0,200})\]\([^()\s]{0,1000}\)")
# A relative target ends in README.md and may hold a lone parenthesis: ".../2000/(uitbreiding/.../README.md".
_TARGET = r"[^\s\[\]]{0,1000}?README\.md|[^()\s]{0,1000}"
_LINK = re.compile(rf"\[([^\[\]]{{1,1000}})\]\(({_TARGET})\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*).,;:\]])([^*]{1,2000})(?<=[^\s(])\1(?!\*)")
_STYLES = {1: ("italic",), 2: ("bold",), 3: ("bold", "italic")}
_RULE_CELL = re.compile(r":?-+:?$")
_BWB = re.compile(r"BWB[RVW]\d{4,7}")


def inline(text: str) -> tuple[Block | Omission, ...]:
    """The running text of a line; images are left out by rule `image`, with the words they carry."""
    pieces: list[Block | Omission] = []
    for position, piece in enumerate(_IMAGE.split(text)):
        if position % 2:
            pieces += [Omission(IMAGE, piece)] if piece.strip() else []
        elif piece.strip():
            pieces.append(_block(" ".join(piece.split())))
    return tuple(pieces)


def heading_words(text: str) -> str:
    """The words of a heading, without emphasis and link targets."""
    return " ".join(_block(" ".join(text.split())).text.split())


def is_table_row(line: str) -> bool:
    """Whether a line is a row of a table."""
    return len(line) > 1 and line.startswith("|") and line.endswith("|")


def table_row(line: str) -> tuple[Block | Omission, ...]:
    """A row as one block, its cells separated by tabs; nothing for the rule below a table's head."""
    cells = [cell.strip() for cell in line[1:-1].split("|")]
    if all(_RULE_CELL.match(cell) for cell in cells if cell):
        return ()
    taken = [inline(cell) for cell in cells]
    texts = [" ".join(item.text for item in items if isinstance(item, Block)) for items in taken]
    omissions = [item for items in taken for item in items if isinstance(item, Omission)]
    return (Block("\t".join(texts)), *omissions)


def _block(text: str) -> Block:
    plain, links = _without_links(text)
    return _without_emphasis(plain, links)


def _without_links(text: str) -> tuple[str, list[Link]]:
    parts: list[str] = []
    links: list[Link] = []
    length = last = 0
    for match in _LINK.finditer(text):
        before, words = text[last : match.start()], match[1]
        start = length + len(before)
        links.append(_link(start, start + len(words), match[2]))
        parts += [before, words]
        length, last = start + len(words), match.end()
    return "".join([*parts, text[last:]]), links


def _link(start: int, end: int, target: str) -> Link:
    identifier = _BWB.search(target)
    return Link(start, end, "bwb", identifier[0]) if identifier else Link(start, end, "url", target)


def _without_emphasis(text: str, links: list[Link]) -> Block:
    parts: list[str] = []
    marks: list[Mark] = []
    stars: list[int] = []
    length = last = 0
    for match in _EMPHASIS.finditer(text):
        before, width, words = text[last : match.start()], len(match[1]), match[2]
        start = length + len(before)
        marks += [Mark(start, start + len(words), style) for style in _STYLES[width]]
        stars += [*range(match.start(), match.start() + width), *range(match.end() - width, match.end())]
        parts += [before, words]
        length, last = start + len(words), match.end()
    return Block("".join([*parts, text[last:]]), tuple(marks), tuple(_moved(link, stars) for link in links))


def _moved(link: Link, stars: list[int]) -> Link:
    """The link over the text without the stars that stood at these offsets."""
    return replace(
        link,
        start=link.start - bisect_left(stars, link.start),
        end=link.end - bisect_left(stars, link.end),
    )
