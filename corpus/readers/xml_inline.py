"""Running text of an XML element as one block: white space folded, typography and references as spans.

Processing instructions and inline elements join without a space; the editor's remarks (`redactie`) are set
apart as notes at the place where they stood. Which element means what is a table the format's reader gives.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.provision import Link, Mark, Note
from corpus.readers.draft import Block
from corpus.secure_xml import Element, is_element, name


@dataclass(frozen=True, slots=True)
class InlineRules:
    """Names of inline elements: which to skip, which are notes, and how references and styles are named."""

    skipped: frozenset[str]
    notes: frozenset[str]
    references: frozenset[str]
    styles: Mapping[str, str]


def inline_block(element: Element, rules: InlineRules) -> Block:
    """All running text below `element` as one block."""
    text = _RunningText(rules)
    text.take(element)
    return text.block()


@dataclass(slots=True)
class _RunningText:
    """Collects characters with white space folded, and the spans over them."""

    rules: InlineRules
    characters: list[str] = field(default_factory=list)
    length: int = 0
    space_pending: bool = False
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def take(self, element: Element) -> None:
        self.write(element.text)
        for child in element:
            if is_element(child):
                self._child(child)
            self.write(child.tail)

    def write(self, text: str | None) -> None:
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

    def _child(self, child: Element) -> None:
        tag = name(child)
        if tag in self.rules.skipped:
            return
        if tag in self.rules.notes:
            words = " ".join("".join(str(t) for t in child.itertext()).split())
            self.notes.append(Note(self.length, child.get("type") or tag, words))
            return
        start = self.length
        self.take(child)
        self._span(child, tag, start)

    def _span(self, child: Element, tag: str, start: int) -> None:
        """Record a mark or link over what was just written, without the space before it."""
        written = "".join(self.characters)[start : self.length]
        start += len(written) - len(written.lstrip())
        if start >= self.length:
            return
        if tag in self.rules.references:
            self.links.append(Link(start, self.length, *_target(child)))
        style = self.rules.styles.get(child.get("type") or tag) or self.rules.styles.get(tag)
        for part in (style or "").split():
            self.marks.append(Mark(start, self.length, part))

    def block(self) -> Block:
        return Block("".join(self.characters), tuple(self.marks), tuple(self.links), tuple(self.notes))


def _target(reference: Element) -> tuple[str, str]:
    """Scheme and target as the source states them; scheme `unresolved` when it names no target."""
    target = (reference.get("doc") or "").strip()
    if target.startswith(("jci", "1.0:")):
        return "jci", target
    if (reference.get("reeks") or "").lower() == "celex":
        return "celex", target
    if target.startswith(("http:", "https:")):
        return "url", target
    return ("unresolved", target) if target in ("", "onbekend") else ("other", target)
