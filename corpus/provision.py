"""Provisions: the tree of a legislative text as frozen values (Akoma Ntoso 3.0 hierarchy).

A provision holds what is printed: number, heading, its own text before its children, and the children.
Block boundaries inside `text` are "\\n", cell boundaries of a table row "\\t". Nothing here reads a format,
assigns numbers (`corpus.eid`) or compares (`corpus.diff`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from corpus.commencement import Commencement


class ProvisionKind(StrEnum):
    """Kinds after Akoma Ntoso; the Dutch word is in `docs/begrippen.md`."""

    LONG_TITLE = "longtitle"
    PREAMBLE = "preamble"
    RECITAL = "recital"
    FORMULA = "formula"
    BOOK = "book"
    PART = "part"
    CHAPTER = "chapter"
    TITLE = "title"
    SECTION = "section"
    SUBSECTION = "subsection"
    SUBDIVISION = "subdivision"
    DIVISION = "division"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    POINT = "point"
    SLOT = "slot"
    CROSSHEADING = "crossheading"
    EXPLANATION = "explanation"
    MOD = "mod"
    CONCLUSIONS = "conclusions"
    ATTACHMENT = "attachment"

    __hash__ = str.__hash__  # of an enum it is a call into Python, and trees look kinds up all the time


CONTAINERS = frozenset(
    {
        ProvisionKind.BOOK,
        ProvisionKind.PART,
        ProvisionKind.CHAPTER,
        ProvisionKind.TITLE,
        ProvisionKind.SECTION,
        ProvisionKind.SUBSECTION,
        ProvisionKind.SUBDIVISION,
        ProvisionKind.DIVISION,
        ProvisionKind.ATTACHMENT,
    }
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Typography over `[start:end]` of a text or heading: `italic`, `bold`, `superscript`, `subscript` or
    `underline`.

    `inserted` is no typography: words that tracked changes brought in (`corpus.tracked_changes`).
    """

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Link:
    """An outgoing reference as the source marks it: `text[start:end]` points at `target` in `scheme`."""

    start: int
    end: int
    scheme: str
    target: str


@dataclass(frozen=True, slots=True)
class Note:
    """An editor speaking, not the law: `text`, of `kind` as the source says, at `offset` in the own text.

    `marks` is the typography of the note itself.
    """

    offset: int
    kind: str
    text: str
    marks: tuple[Mark, ...] = ()


class _Fingerprinted:
    """Room for a value that is worked out once; no field, so it is in no copy, comparison or pickle."""

    __slots__ = ("_fingerprint",)
    _fingerprint: int


@dataclass(frozen=True, slots=True)
class Provision(_Fingerprinted):
    """One provision and all below it. `eid` is ours; `source_id` is the id the source itself gives.

    `marks`, `links` and `notes` have their place in `text`, `heading_marks` in `heading`.
    """

    kind: ProvisionKind
    eid: str = ""
    num: str = ""
    heading: str = ""
    text: str = ""
    children: tuple["Provision", ...] = ()
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    source_id: str = ""
    status: str = ""
    in_force_on: date | None = None
    heading_marks: tuple[Mark, ...] = ()
    commencement: Commencement | None = None

    def walk(self) -> Iterator["Provision"]:
        """This provision and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def fingerprint(self) -> int:
        """Equal for two provisions that are printed alike, with all below them; differs per process."""
        try:
            return self._fingerprint
        except AttributeError:
            below = [child.fingerprint() for child in self.children]
            value = hash((self.kind, self.num, self.heading, self.text, *below))
            object.__setattr__(self, "_fingerprint", value)
            return value

    def own_words(self) -> list[str]:
        """Number, heading and own text as words, in the order in which they are printed."""
        return f"{self.num} {self.heading} {self.text}".split()

    def printed(self) -> str:
        """Number, heading and own text as they are printed: a lid in one line, an article under its head."""
        head = " ".join(part for part in (self.num, self.heading) if part)
        beside = self.kind in (ProvisionKind.PARAGRAPH, ProvisionKind.POINT) and not self.heading
        return (" " if beside else "\n").join(part for part in (head, self.text) if part)

    def words(self) -> Iterator[str]:
        """All words of the provision and its children, in document order, without editorial notes."""
        for provision in self.walk():
            yield from provision.own_words()

    def full_text(self) -> str:
        """Numbers, headings and texts of the whole subtree, one block a line."""
        return "\n".join(line for line in (p.printed() for p in self.walk()) if line)

    def placed(self, eid: str, children: tuple["Provision", ...]) -> "Provision":
        """The same provision under this eId, over these children; what `replace` does, in half the time."""
        return Provision(
            self.kind,
            eid,
            self.num,
            self.heading,
            self.text,
            children,
            self.marks,
            self.links,
            self.notes,
            self.source_id,
            self.status,
            self.in_force_on,
            self.heading_marks,
            self.commencement,
        )

    def with_children(self, children: Iterable["Provision"]) -> "Provision":
        """The same provision over other children."""
        return replace(self, children=tuple(children))


def walk(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """All provisions of a tree in document order."""
    for provision in provisions:
        yield from provision.walk()


def words(provisions: Iterable[Provision]) -> Iterator[str]:
    """All words of a tree in document order, without editorial notes."""
    for provision in provisions:
        yield from provision.words()


def articles(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """The act's own articles in document order; never those of quoted law (`mod`)."""
    for provision in provisions:
        if provision.kind is ProvisionKind.ARTICLE:
            yield provision
        elif provision.kind is not ProvisionKind.MOD:
            yield from articles(provision.children)
