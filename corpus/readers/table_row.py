"""A row of a table as one block: cells separated by tabs, whatever stands in a cell on one line.

What would be a provision elsewhere (a numbered item, a heading) is text inside a cell; its number comes
first. Marks, links and notes move along. Words that a cell leaves out are reported behind the row.
"""

from collections.abc import Sequence

from corpus.provision import ProvisionKind
from corpus.readers.draft import Block, Draft, Omission, joined
from corpus.readers.xml_blocks import pieces


def cells(row: Draft) -> list[Draft]:
    """The cells of a row, a slot each; words between them are a cell too, a note goes to the next cell."""
    found: list[Draft] = []
    between = Draft(ProvisionKind.SLOT)
    for item in row.content:
        if not (isinstance(item, Draft) and item.kind is ProvisionKind.SLOT):
            between.content.append(item)
            continue
        if _has_words(between):
            found.append(between)
        else:
            item.content[:0] = between.content
        found.append(item)
        between = Draft(ProvisionKind.SLOT)
    if _has_words(between) or not found:
        return [*found, between]
    found[-1].content += between.content
    return found


def _has_words(draft: Draft) -> bool:
    return any(isinstance(item, Draft) or (isinstance(item, Block) and item.text) for item in draft.content)


def table_row(cells: Sequence[Draft]) -> list[Block | Omission]:
    """The row as a block, followed by what its cells leave out."""
    flat = [list(pieces(cell)) for cell in cells]
    blocks = [joined((item for item in cell if isinstance(item, Block)), " ") for cell in flat]
    omissions = [item for cell in flat for item in cell if isinstance(item, Omission)]
    return [joined(blocks, "\t", keep_empty=True), *omissions]
