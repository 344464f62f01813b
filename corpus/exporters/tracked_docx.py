"""A comparison as a Word file with tracked changes: accept all and it is the new text, reject all the old.

ECMA-376 part 1, 17.13.5: `ins` and `del` for words, ends of paragraphs and rows of tables, `moveFrom` and
`moveTo` in named ranges for what was moved. The body holds the text alone; what is compared stands in the
header. A table is a real one, with changes in its cells where it has as many as before, else by whole rows;
a moved row goes and comes. Numbers are words, as they are printed; typography and notes are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from corpus.diff import Operation
from corpus.diff.node import Node
from corpus.exporters.docx_package import PORTRAIT_WIDTH, Page, package
from corpus.exporters.exported_comparison import ExportedComparison
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.table_frame import FOOTER
from corpus.exporters.tracked_lines import Line, lines, moved_lines
from corpus.exporters.tracked_order import Fate, Passage, passages, spread
from corpus.exporters.wordprocessing import BOLD, cell, paragraph, row, run, table
from corpus.provision import CONTAINERS, ProvisionKind
from corpus.secure_xml import escaped

_LEGEND = (
    "Met bijgehouden wijzigingen: alle wijzigingen aanvaarden geeft de nieuwe tekst, alle verwerpen de oude."
)
_DEEPEST, _INDENT = 6, 340
_ITEMS = frozenset({ProvisionKind.PARAGRAPH, ProvisionKind.POINT})


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph or a marker as it is, or the cells of a row of a table with its properties."""

    xml: str = ""
    cells: tuple[str, ...] = ()
    properties: str = ""


def export(compared: ExportedComparison) -> bytes:
    """The file; the same comparison gives the same bytes."""
    stamp = FICTIONAL if compared.fictional else ""
    page = Page(compared.title, _compared_line(compared), FOOTER, stamp, first=_first_header(compared, stamp))
    return package("".join(_body(_Tracked(compared).blocks())), page)


def _compared_line(compared: ExportedComparison) -> str:
    return f"{compared.title}: {compared.old.key} → {compared.new.key}"


def _first_header(compared: ExportedComparison, stamp: str) -> str:
    stamped = paragraph(run(stamp, BOLD)) if stamp else ""
    under = (paragraph(run(line), style="Subtitle") for line in (*compared.lines, _LEGEND))
    return stamped + paragraph(run(compared.title), style="Title") + "".join(under) + paragraph("")


def _body(blocks: Iterator[_Block]) -> Iterator[str]:
    """Paragraphs, and consecutive rows as one table; a body does not end in a table."""
    last = True
    for is_row, found in groupby(blocks, key=lambda block: bool(block.cells)):
        held = list(found)
        yield _table(held) if is_row else "".join(block.xml for block in held)
        last = is_row
    if last:
        yield paragraph("")


def _table(rows: Sequence[_Block]) -> str:
    columns = max(len(block.cells) for block in rows)
    width = PORTRAIT_WIDTH // columns
    return table([width] * columns, (_table_row(block, columns, width) for block in rows))


def _table_row(block: _Block, columns: int, width: int) -> str:
    """A row with fewer cells than the table ends in a wide one."""
    wide = columns - len(block.cells) + 1
    spans = [1] * (len(block.cells) - 1) + [wide]
    cells = (
        cell(content, width * span, f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        for content, span in zip(block.cells, spans, strict=True)
    )
    return row(cells, block.properties)


class _Tracked:
    """Writes passages; every change has a number of its own, an author and the date of the new text."""

    def __init__(self, compared: ExportedComparison) -> None:
        self._author = escaped(compared.new.name).replace('"', "&quot;")
        self._day = compared.new.dated
        self._comparison = compared.comparison
        self._numbers = count(1)

    def blocks(self) -> Iterator[_Block]:
        """All blocks of the body; a move is between two markers at either end."""
        for (_, fate), group in groupby(passages(self._comparison), key=lambda p: (p.move, p.fate)):
            held = [part for passage in group for part in spread(passage)]
            if not held:
                continue
            move = held[0].move
            opened, closed = self._range(fate, move) if move else ("", "")
            yield from (_Block(opened),) if opened else ()
            for passage in held:
                yield from self._passage(passage)
            yield from (_Block(closed),) if closed else ()

    def _range(self, fate: Fate, move: int) -> tuple[str, str]:
        kind = "moveFrom" if fate is Fate.MOVED_FROM else "moveTo"
        number = next(self._numbers)
        return (
            f'<w:{kind}RangeStart w:id="{number}"{self._by()} w:name="verplaatst{move}"/>',
            f'<w:{kind}RangeEnd w:id="{number}"/>',
        )

    def _passage(self, passage: Passage) -> Iterator[_Block]:
        style, indent = _style(passage.nodes[0]), _indent(passage.nodes[0])
        found = _lines(passage)
        heads = _heads(found)
        for number, line in enumerate(found):
            if line.is_row:
                yield self._row(line)
                continue
            whole = line.end != "=" or passage.fate is not Fate.KEPT
            content = self._words(line.pieces, passage.fate, whole=whole)
            mark = self._mark(_tag(line.end, passage.fate), whole=whole)
            named = style if number in heads else ""
            yield _Block(paragraph(content, style=named, properties="" if named else indent, mark=mark))

    def _row(self, line: Line) -> _Block:
        """A row that comes or goes does so with all its words; in one that stays the cells change."""
        tag, whole = _tag(line.end, Fate.KEPT), line.end != "="
        cells: list[list[Operation]] = [[]]
        for sign, text in line.pieces:
            for number, part in enumerate(text.split("\t")):
                if number:
                    cells.append([])
                cells[-1].append((sign, part))
        return _Block(
            cells=tuple(
                paragraph(
                    self._words(held, Fate.KEPT, whole=whole), style="Cell", mark=self._mark(tag, whole=True)
                )
                for held in cells
            ),
            properties=self._mark(tag, whole=True),
        )

    def _words(self, pieces: Sequence[Operation], fate: Fate, *, whole: bool) -> str:
        return "".join(self._run(text, _tag(sign, fate), whole=whole) for sign, text in pieces)

    def _run(self, text: str, tag: str, *, whole: bool) -> str:
        words = run(text, deleted=tag == "del")
        if not (tag and words):
            return words
        return f'<w:{tag} w:id="{next(self._numbers)}"{self._by(whole=whole)}>{words}</w:{tag}>'

    def _mark(self, tag: str, *, whole: bool) -> str:
        return f'<w:{tag} w:id="{next(self._numbers)}"{self._by(whole=whole)}/>' if tag else ""

    def _by(self, *, whole: bool = False) -> str:
        """Author and date. LibreOffice joins changes of about the same minute across the end of a paragraph,
        and then rejects that end too: paragraphs that come or go as a whole have a minute of their own."""
        dated = f' w:date="{self._day.isoformat()}T00:{"05" if whole else "00"}:00Z"' if self._day else ""
        return f' w:author="{self._author}"{dated}'


def _tag(sign: str, fate: Fate) -> str:
    """The element for words, or an end, with this sign; none for what both texts have at this place."""
    moved = {Fate.MOVED_FROM: "moveFrom", Fate.MOVED_TO: "moveTo"}
    return {"-": "del", "+": "ins"}.get(sign) or moved.get(fate, "")


def _lines(passage: Passage) -> tuple[Line, ...]:
    signs = {sign for sign, _ in passage.operations}
    if not signs:
        return ()
    if passage.fate not in (Fate.MOVED_FROM, Fate.MOVED_TO):
        return lines(passage.operations, "-" if signs == {"-"} else "+" if signs == {"+"} else "=")
    sign = "-" if passage.fate is Fate.MOVED_FROM else "+"
    return moved_lines(passage.operations, sign)


def _heads(found: Sequence[Line]) -> tuple[int, ...]:
    """Where a passage begins: its first line, and the first after old lines that were replaced as a whole."""
    new = next((k for k, line in enumerate(found) if line.end != "-"), 0)
    return (0, new)


def _style(node: Node) -> str:
    """The style of the first line: a heading for what has one, as deep as it lies."""
    kind, above = node.provision.kind, sum(p.kind in CONTAINERS for p in node.path)
    if kind in CONTAINERS:
        return f"Heading{min(max(above, 1), _DEEPEST)}"
    if kind is ProvisionKind.ARTICLE:
        return f"Heading{min(above + 1, _DEEPEST)}"
    return f"Heading{_DEEPEST}" if node.provision.heading else ""


def _indent(node: Node) -> str:
    """A lid stands at the margin, what is in it a step further in."""
    depth = sum(p.kind in _ITEMS for p in node.path) - 1
    return f'<w:ind w:left="{_INDENT * depth}"/>' if depth > 0 else ""
