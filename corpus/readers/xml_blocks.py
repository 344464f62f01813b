"""Blocks of XML text put together: a table row, and a part of a draft as plain blocks.

For readers of every XML format; which element means what is theirs.
"""

from collections.abc import Iterable, Iterator

from corpus.readers.draft import Block, Draft, Omission, joined


def row(cells: Iterable[Iterable[Block]]) -> Block:
    """A table row: cells separated by tabs, the lines inside a cell by spaces; an empty cell stays a cell."""
    return joined((joined(blocks, " ") for blocks in cells), "\t", keep_empty=True)


def flattened(draft: Draft) -> Iterator[Block]:
    """Numbers, headings and blocks of a draft and all below it, in document order, nothing left out."""
    heading = " ".join(filter(None, (draft.num, draft.heading)))
    if heading or draft.head_notes:
        yield Block(heading, notes=tuple(draft.head_notes))
    for item in draft.content:
        if isinstance(item, Draft):
            yield from flattened(item)
        else:
            yield Block(item.text) if isinstance(item, Omission) else item


def guesses_below(draft: Draft) -> list[tuple[str, str]]:
    """What was guessed about a draft and all below it, in document order."""
    below = [guess for item in draft.content if isinstance(item, Draft) for guess in guesses_below(item)]
    return [*draft.guesses, *below]
