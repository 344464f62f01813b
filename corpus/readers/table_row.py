"""A row of a table as one block: cells separated by tabs, whatever stands in a cell on one line.

What would be a provision elsewhere (a numbered item, a heading) is text inside a cell; its number comes
first. Marks, links and notes move along. Words that a cell leaves out are reported behind the row.
"""

from collections.abc import Iterator, Sequence

from corpus.readers.draft import Block, Draft, Omission, joined


def table_row(cells: Sequence[Draft]) -> list[Block | Omission]:
    """The row as a block, followed by what its cells leave out."""
    flat = [list(_flattened(cell)) for cell in cells]
    blocks = [joined((item for item in cell if isinstance(item, Block)), " ") for cell in flat]
    omissions = [item for cell in flat for item in cell if isinstance(item, Omission)]
    return [joined(blocks, "\t", keep_empty=True), *omissions]


def one_line(draft: Draft) -> Block:
    """The blocks of a draft and all below it on one line."""
    return joined((item for item in _flattened(draft) if isinstance(item, Block)), " ")


def _flattened(draft: Draft) -> Iterator[Block | Omission]:
    heading = " ".join(filter(None, (draft.num, draft.heading)))
    if heading:
        yield Block(heading)
    for item in draft.content:
        if isinstance(item, Draft):
            yield from _flattened(item)
        else:
            yield item
