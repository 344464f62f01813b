"""Blocks of XML text put together: a table row, a part of a draft as plain blocks, a mark over a part.

For readers of every XML format; which element means what is theirs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.provision import Mark
from corpus.readers.draft import Block, Draft, Omission, joined


def row(cells: Iterable[Iterable[Block]]) -> Block:
    """A table row: cells separated by tabs, the lines inside a cell by spaces; an empty cell stays a cell."""
    return joined((joined(blocks, " ") for blocks in cells), "\t", keep_empty=True)


def flattened(draft: Draft) -> Iterator[Block]:
    """Numbers, headings and blocks of a draft and all below it, in document order, nothing left out."""
    return (Block(x.text) if isinstance(x, Omission) else x for x in pieces(draft))


def pieces(draft: Draft) -> Iterator[Block | Omission]:
    """As `flattened`, with what is left out still told apart."""
    if draft.num or draft.heading or draft.head_notes:
        yield draft.head
    for item in draft.content:
        if isinstance(item, Draft):
            yield from pieces(item)
        else:
            yield item


def guesses_below(draft: Draft) -> tuple[tuple[str, str], ...]:
    """What was guessed about a draft and all below it, in document order."""
    below = [guess for item in draft.content if isinstance(item, Draft) for guess in guesses_below(item)]
    return (*draft.guesses, *below)


def mark_all(content: list[Block | Omission | Draft], style: str, *, start: int = 0) -> None:
    """Put typography over all words of a content; in its first block from `start` on."""
    for at, item in enumerate(content):
        if isinstance(item, Block):
            content[at] = replace(item, marks=item.marks + _over(item.text, style, start if at == 0 else 0))
        elif isinstance(item, Draft):
            item.heading_marks += _over(item.heading, style)
            mark_all(item.content, style)


def _over(text: str, style: str, start: int = 0) -> tuple[Mark, ...]:
    first = start + text.startswith(" ", start)
    return tuple(Mark(first, len(text), part) for part in style.split() if first < len(text))
