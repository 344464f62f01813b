"""Running text of an XML element as one block: white space folded, typography and references as spans.

Processing instructions and inline elements join without a space; the editor's remarks (`redactie`, `noot`)
are set apart as notes at the place where they stood. Which element means what is a table the format's reader
gives.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from corpus.provision import Link, Mark, Note
from corpus.readers.draft import Block
from corpus.secure_xml import Element, is_element, name


@dataclass(frozen=True, slots=True)
class InlineRules:
    """Names of inline elements: which to skip, which are notes, and how references and styles are named.

    `note_kinds` names a note where its `type` does not; `note_inline` join words inside a note (None: all);
    `opening` elements begin a new word; `target` says in which scheme and where a reference points.
    """

    skipped: frozenset[str]
    notes: frozenset[str]
    references: frozenset[str]
    styles: Mapping[str, str]
    note_kinds: Mapping[str, str] = field(default_factory=dict)
    note_inline: frozenset[str] | None = None
    opening: frozenset[str] = frozenset()
    target: Callable[[Element], tuple[str, str]] | None = None


def inline_block(element: Element, rules: InlineRules) -> Block:
    """All running text below `element` as one block."""
    if not len(element):
        return Block(" ".join((element.text or "").split()))
    text = RunningText(rules)
    text.take(element)
    return text.block()


def note_of(element: Element, rules: InlineRules, *, offset: int = 0) -> Note:
    """What an editor says in `element`, as a note."""
    pieces: list[str] = []
    _collect(element, rules.note_inline, pieces)
    tag = name(element)
    kind = rules.note_kinds.get(tag) or element.get("type") or tag
    return Note(offset, kind, " ".join("".join(pieces).split()))


def _collect(element: Element, inline: frozenset[str] | None, pieces: list[str]) -> None:
    gap = "" if inline is None or name(element) in inline else " "
    pieces += [gap, element.text or ""]
    for node in element:
        if is_element(node):
            _collect(node, inline, pieces)
        pieces.append(node.tail or "")
    pieces.append(gap)


@dataclass(slots=True)
class RunningText:
    """Collects characters with white space folded, and the spans over them."""

    rules: InlineRules
    characters: list[str] = field(default_factory=list)
    length: int = 0
    space_pending: bool = False
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def take(self, element: Element) -> None:
        """All running text below an element."""
        self.write(element.text)
        for child in element:
            if is_element(child):
                self.child(child)
            self.write(child.tail)

    def write(self, text: str | None) -> None:
        """Append characters; white space at their ends counts as one space."""
        if not text:
            return
        words = text.split()
        if not words:
            self.space_pending = True
            return
        folded = " ".join(words)
        if (self.space_pending or text[0].isspace()) and self.length:
            folded = " " + folded
        self.characters.append(folded)
        self.length += len(folded)
        self.space_pending = text[-1].isspace()

    def child(self, child: Element) -> None:
        """Take one inline element, its tail not included."""
        tag = name(child)
        if tag in self.rules.skipped:
            return
        if tag in self.rules.notes:
            self.notes.append(note_of(child, self.rules, offset=self.length))
            return
        if tag in self.rules.opening:
            self.space_pending = True
        start, pieces = self.length, len(self.characters)
        self.take(child)
        if len(self.characters) > pieces:
            self._span(child, tag, start + self.characters[pieces].startswith(" "))

    def _span(self, child: Element, tag: str, start: int) -> None:
        """Record a mark or link over what was just written, without the space before it."""
        if tag in self.rules.references:
            self.links.append(Link(start, self.length, *(self.rules.target or reference_target)(child)))
        style = self.rules.styles.get(child.get("type") or tag) or self.rules.styles.get(tag)
        for part in (style or "").split():
            self.marks.append(Mark(start, self.length, part))

    def block(self) -> Block:
        """What was collected."""
        return Block("".join(self.characters), tuple(self.marks), tuple(self.links), tuple(self.notes))


def reference_target(reference: Element) -> tuple[str, str]:
    """Scheme and target as the source states them; scheme `unresolved` when it names no target."""
    target = (reference.get("doc") or "").strip()
    if target.startswith(("jci", "1.0:")):
        return "jci", target
    if (reference.get("reeks") or "").lower() == "celex":
        return "celex", target
    if target.startswith(("http:", "https:")):
        return "url", target
    return ("unresolved", target) if target in ("", "onbekend") else ("other", target)
