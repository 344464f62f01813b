"""Running text of an XML element as one block: white space folded, typography and references as spans.

Processing instructions and inline elements join without a space; the editor's remarks (`redactie`, `noot`)
are set apart as notes at the place where they stood. Which element means what is a table the format's reader
gives.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from corpus.readers.draft import Block
from corpus.readers.folded_text import FoldedText
from corpus.secure_xml import Element, folded, is_element, name


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

    def style_of(self, element: Element) -> str:
        """The typography that an element stands for, by its `type` or else its name; "" when it has none."""
        return self.styles.get(element.get("type") or "") or self.styles.get(name(element), "")


def inline_block(element: Element, rules: InlineRules) -> Block:
    """All running text below `element` as one block."""
    if not len(element):
        return Block(folded(element.text))
    text = RunningText(rules=rules)
    text.take(element)
    return text.block() or Block("")


def note_of(element: Element, rules: InlineRules) -> tuple[str, Block]:
    """What an editor says in `element`: of which kind it is, and the words with their typography."""
    text = RunningText(rules=rules)
    text.take_all(element)
    tag = name(element)
    kind = rules.note_kinds.get(tag) or element.get("type") or tag
    return kind, text.block() or Block("")


@dataclass(slots=True)
class RunningText(FoldedText):
    """One block under construction, into which inline elements are written."""

    rules: InlineRules = field(kw_only=True)

    def take(self, element: Element) -> None:
        """All running text below an element."""
        self.write(element.text)
        for child in element:
            if is_element(child):
                self.child(child)
            self.write(child.tail)

    def child(self, child: Element) -> None:
        """Take one inline element, its tail not included."""
        rules, tag = self.rules, name(child)
        if tag in rules.skipped:
            return
        if tag in rules.notes:
            kind, said = note_of(child, rules)
            self.note(kind, said.text, said.marks)
            return
        if tag in rules.opening:
            self.gap()
        opened = self.opened()
        self.take(child)
        if tag in rules.references:
            self.link(opened, *(rules.target or reference_target)(child))
        self.mark(opened, rules.style_of(child))

    def take_all(self, element: Element) -> None:
        """All words below an element, whatever they stand in; references are words."""
        inline = self.rules.note_inline
        apart = inline is not None and name(element) not in inline
        if apart:
            self.gap()
        opened = self.opened()
        self.write(element.text)
        for child in element:
            if is_element(child):
                self.take_all(child)
            self.write(child.tail)
        self.mark(opened, self.rules.style_of(element))
        if apart:
            self.gap()


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
