"""The drafting table of every reader: content in document order becomes provisions and an account.

A reader appends what it meets (text blocks, notes, children, words it leaves out) to a `Draft`, in the order
of the file; `finish` turns that into frozen provisions with eIds, counts the words, and says where words were
dropped. Text before the first child is the provision's own text; text after a child becomes a `slot`.
It knows no format.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from corpus.attribution import KIND as ATTRIBUTION
from corpus.commencement import Commencement
from corpus.eid import assign
from corpus.provision import Link, Mark, Note, Provision, ProvisionKind, walk
from corpus.reading import Dropped, Guessed


@dataclass(frozen=True, slots=True)
class Block:
    """One block of text (a paragraph or a table row) with the marks, links and notes over it."""

    text: str
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()


def joined(blocks: Iterable[Block], separator: str, *, keep_empty: bool = False) -> Block:
    """Blocks as one, with a separator between texts (or between all); spans and notes move along."""
    blocks = tuple(blocks)
    if len(blocks) == 1:
        return blocks[0]
    texts: list[str] = []
    marks: list[Mark] = []
    links: list[Link] = []
    notes: list[Note] = []
    offset = 0
    for block in blocks:
        counts = bool(block.text) or keep_empty
        at = offset + (len(separator) if texts and counts else 0)
        marks += [replace(m, start=m.start + at, end=m.end + at) for m in block.marks]
        links += [replace(x, start=x.start + at, end=x.end + at) for x in block.links]
        notes += [replace(n, offset=n.offset + at) for n in block.notes]
        if counts:
            texts.append(block.text)
            offset = at + len(block.text)
    return Block(separator.join(texts), tuple(marks), tuple(links), tuple(notes))


_NOTHING = Block("")


@dataclass(frozen=True, slots=True)
class Omission:
    """Words of the body that the reader leaves out, and the rule by which it does."""

    rule: str
    text: str


@dataclass(slots=True)
class Draft:
    """A provision while it is being read."""

    kind: ProvisionKind
    num: str = ""
    heading: str = ""
    content: list["Block | Omission | Draft"] = field(default_factory=list)
    source_id: str = ""
    status: str = ""
    in_force_on: date | None = None
    guesses: tuple[tuple[str, str], ...] = ()
    head_notes: tuple[Note, ...] = ()
    heading_marks: tuple[Mark, ...] = ()
    commencement: Commencement | None = None

    @property
    def head(self) -> Block:
        """Number and heading on one line, with the marks over them; their notes stand before it."""
        return joined(
            (Block(self.num, notes=self.head_notes), Block(self.heading, marks=self.heading_marks)), " "
        )

    def child(self, kind: ProvisionKind, num: str = "", heading: str = "") -> "Draft":
        """Append a new child and return it."""
        draft = Draft(kind, num, heading)
        self.content.append(draft)
        return draft

    def add(self, text: str) -> None:
        """Append one block of plain text."""
        self.content.append(Block(text))

    def drop(self, rule: str, text: str) -> None:
        """Append words that are left out by `rule`."""
        self.content.append(Omission(rule, text))

    def guess(self, rule: str, detail: str) -> None:
        """Record that `rule` decided something here that the source does not state."""
        self.guesses += ((rule, detail),)


@dataclass(frozen=True, slots=True)
class Finished:
    """Provisions with eIds, and the account of the reading."""

    provisions: tuple[Provision, ...]
    dropped: tuple[Dropped, ...]
    guessed: tuple[Guessed, ...]


def finish(content: Sequence[Draft | Omission], guesses: Sequence[tuple[str, str]] = ()) -> Finished:
    """Freeze drafts into provisions; `guesses` are those about the whole file (rule, detail)."""
    settlement = _Settlement()
    roots = assign(settlement.siblings(content))
    guessed = [Guessed(rule, "", detail) for rule, detail in guesses]
    made_here = zip(settlement.guesses, walk(roots), strict=True) if any(settlement.guesses) else ()
    for made, provision in made_here:
        guessed += [Guessed(rule, provision.eid, detail) for rule, detail in made]
    return Finished(roots, tuple(settlement.dropped), tuple(guessed))


class _Settlement:
    """One walk in document order: words placed, words dropped, and the guesses behind each provision made.

    Words are only counted once some are dropped; most files drop none.
    """

    def __init__(self) -> None:
        self._placed = 0
        self._uncounted: list[str] = []
        self.dropped: list[Dropped] = []
        self.guesses: list[tuple[tuple[str, str], ...]] = []

    def siblings(self, content: Sequence["Draft | Omission"]) -> list[Provision]:
        provisions = []
        for item in content:
            if isinstance(item, Omission):
                self._drop(item)
            else:
                provisions.append(self._provision(item))
        return provisions

    def _drop(self, omission: Omission) -> None:
        self._placed += sum(len(text.split()) for text in self._uncounted)
        self._uncounted = [omission.text]
        self.dropped.append(Dropped(omission.rule, omission.text, self._placed))

    def _provision(self, draft: Draft) -> Provision:
        self.guesses.append(draft.guesses)
        self._uncounted += (draft.num, draft.heading)
        children: list[Provision] = []
        own: list[Block] = []
        blocks = own
        asides: list[Note] = []
        for item in draft.content:
            if isinstance(item, Block):
                self._uncounted.append(item.text)
                blocks.append(item)
            elif isinstance(item, Omission):
                self._drop(item)
            else:
                if children:
                    children += self._slot(blocks, asides)
                children.append(self._provision(item))
                blocks = []
        if children:
            children += self._slot(blocks, asides)
        return _frozen(draft, _one_block(own), children, asides)

    def _slot(self, blocks: list[Block], asides: list[Note]) -> list[Provision]:
        """Text after a child; who changed something here is no text, and goes to the provision itself."""
        if all(map(_is_aside, blocks)):
            asides += [note for block in blocks for note in block.notes]
            return []
        self.guesses.append(())
        b = _one_block(blocks)
        return [Provision(ProvisionKind.SLOT, text=b.text, marks=b.marks, links=b.links, notes=b.notes)]


def _frozen(draft: Draft, own: Block, children: Sequence[Provision], asides: Sequence[Note]) -> Provision:
    """The provision of a draft, over its children; `asides` stand at the end of its text."""
    return Provision(
        kind=draft.kind,
        num=draft.num,
        heading=draft.heading,
        text=own.text,
        children=tuple(children),
        marks=own.marks,
        links=own.links,
        notes=draft.head_notes + own.notes + tuple([replace(n, offset=len(own.text)) for n in asides]),
        source_id=draft.source_id,
        status=draft.status,
        in_force_on=draft.in_force_on,
        heading_marks=draft.heading_marks,
        commencement=draft.commencement,
    )


def _is_aside(block: Block) -> bool:
    return bool(block.notes) and not block.text and all(n.kind == ATTRIBUTION for n in block.notes)


def _one_block(blocks: Sequence[Block]) -> Block:
    """The blocks of one provision, one a line."""
    return joined(blocks, "\n") if blocks else _NOTHING
