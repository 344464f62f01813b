"""The tree of an act while its lines are read: divisions nested by name, articles, lists, annexes.

Readers of flat text say what a line is (`corpus.readers.article_lines`, `corpus.readers.list_marks`); this
module says where it goes. The order of divisions is boek > deel > hoofdstuk > titel > afdeling > paragraaf >
subparagraaf (Aanwijzing 3.56; checked on Awb, Vw 2000 and VV 2000). Nothing is reordered.
"""

from corpus.provision import CONTAINERS, ProvisionKind
from corpus.readers.article_lines import Heading, rank
from corpus.readers.draft import Block, Draft, Omission
from corpus.readers.list_levels import ListLevels, split_definitions
from corpus.readers.list_marks import Mark, list_mark

Content = tuple[Block | Omission, ...]
_OUTERMOST = -1


class ActTree:
    """Provisions under construction; without a base, `content` holds the outermost ones in document order."""

    def __init__(self, base: Draft | None = None) -> None:
        self.content: list[Draft | Omission] = []
        self._base = base
        self._open: list[tuple[int, Draft]] = []
        self._lists: ListLevels | None = None if base is None else ListLevels(base)
        self._holder: Draft | None = base

    @property
    def holder(self) -> Draft | None:
        """The article, division or annex in which text would stand now."""
        return self._holder

    @property
    def lists(self) -> ListLevels | None:
        """The open lists of the holder."""
        return self._lists

    def root(self, kind: ProvisionKind) -> Draft:
        """Open a provision outside all divisions (long title, preamble, conclusions)."""
        self._open.clear()
        return self._hold(self._child_of_innermost(Heading(kind, "")))

    def heading(self, heading: Heading, *, depth: int = 0) -> Draft:
        """Open the provision of a heading; `depth` orders divisions that bear no name."""
        if heading.kind is ProvisionKind.ARTICLE:
            return self._hold(self._child_of_innermost(heading))
        if heading.kind is ProvisionKind.ATTACHMENT:
            self._open.clear()
        level = _OUTERMOST if heading.kind is ProvisionKind.ATTACHMENT else rank(heading.kind) + depth
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        draft = self._child_of_innermost(heading)
        self._open.append((level, draft))
        return self._hold(draft)

    def paragraph(self, num: str) -> Draft:
        """Open a lid that the source sets apart, whatever its number looks like."""
        home = self._holder if self._holder is not None else self._lists_here().innermost()
        draft = home.child(ProvisionKind.PARAGRAPH, num)
        self._lists = ListLevels(draft)
        return draft

    def crossheading(self, content: Content) -> None:
        """A heading without label between articles: it opens nothing."""
        draft = self._child_of_innermost(Heading(ProvisionKind.CROSSHEADING, ""))
        draft.content += content
        self._holder = self._innermost_division()
        self._lists = ListLevels(self._holder) if self._holder is not None else None

    def line(self, text: str, content: Content) -> Draft:
        """Take a line that is no heading; `content` is what it holds after its mark, if it has one."""
        mark = list_mark(text)
        item = self.item(mark, content) if mark is not None else None
        return item if item is not None else self.text(content)

    def item(self, mark: Mark, content: Content) -> Draft | None:
        """Take a list item; None when its mark fits nowhere."""
        return self._lists_here().item(mark, content)

    def text(self, content: Content) -> Draft:
        """Take unnumbered text."""
        return self._lists_here().text(content)

    def drop(self, rule: str, text: str) -> None:
        """Leave words out here; a list that was open ends."""
        home = self._holder if self._holder is not None else self._lists_here().innermost()
        home.drop(rule, text)
        self._lists = ListLevels(home)

    def open_division(self, kind: ProvisionKind) -> Draft | None:
        """The open division of this kind, if any."""
        return next((draft for _, draft in self._open if draft.kind is kind), None)

    def in_annex(self) -> bool:
        """Whether the innermost open division is an annex or stands in one."""
        return bool(self._open) and self._open[0][1].kind is ProvisionKind.ATTACHMENT

    def close(self) -> None:
        """Settle the article or division that is still open."""
        if self._holder is not None and self._holder.kind is ProvisionKind.ARTICLE:
            split_definitions(self._holder)
        self._holder = self._lists = None

    def _lists_here(self) -> ListLevels:
        if self._lists is None:
            self._hold(self._child_of_innermost(Heading(ProvisionKind.DIVISION, "")))
        assert self._lists is not None
        return self._lists

    def _hold(self, draft: Draft) -> Draft:
        self.close()
        self._holder, self._lists = draft, ListLevels(draft)
        return draft

    def _child_of_innermost(self, heading: Heading) -> Draft:
        draft = Draft(heading.kind, heading.num, heading.heading)
        home = self._innermost_division()
        if home is None:
            self.content.append(draft)
        else:
            home.content.append(draft)
        return draft

    def _innermost_division(self) -> Draft | None:
        return self._open[-1][1] if self._open else self._base


def holds_law(content: list[Draft | Omission]) -> bool:
    """Whether there is more than a long title."""
    drafts = [item for item in content if isinstance(item, Draft)]
    return any(draft.kind is not ProvisionKind.LONG_TITLE for draft in drafts)


def opens_division(heading: Heading) -> bool:
    """Whether a heading opens a division or annex, whose own heading may stand on the next line."""
    return heading.kind in CONTAINERS
