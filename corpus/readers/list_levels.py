"""Nesting of list items below one provision, decided by the sequence of their marks and by nothing else.

For every mark, in this order: the next in an open list (innermost first); the first of a new, deeper list;
further on in an open list; a list that starts again. Anything else is no item but text. Unnumbered text after
a list belongs to the lid or article, and is recorded as a guess: flat text does not say where it belongs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.provision import ProvisionKind
from corpus.readers.draft import Block, Draft, Omission
from corpus.readers.list_marks import Count, Family, Mark

TEXT_AFTER_LIST = "text-after-list"
_FEWEST_DEFINITIONS = 2
_KIND_OF_NUMBERS = {
    ProvisionKind.ARTICLE: ProvisionKind.PARAGRAPH,
    ProvisionKind.MOD: ProvisionKind.PARAGRAPH,
}


@dataclass(slots=True)
class _Level:
    """One open list: its holder, its last mark, and its last item (None once text has followed the list)."""

    holder: Draft
    count: Count
    item: Draft | None
    announces: bool


class ListLevels:
    """The open lists below one provision."""

    def __init__(self, owner: Draft) -> None:
        self._owner = owner
        self._levels: list[_Level] = []
        self.numbers_are = _KIND_OF_NUMBERS.get(owner.kind, ProvisionKind.POINT)
        self._said_text_after_list: set[int] = set()

    def item(self, mark: Mark, content: tuple[Block | Omission, ...]) -> Draft | None:
        """Take a list item; None when the mark does not fit in any list, so that it is text."""
        placed = self._place(mark)
        if placed is None:
            return None
        depth, count = placed
        holder = self._levels[depth].holder if depth < len(self._levels) else self._innermost()
        draft = holder.child(self._kind(holder, count), mark.printed)
        del self._levels[depth:]
        self._levels.append(_Level(holder, count, draft, announces=mark.rest.endswith(":")))
        draft.content += content
        return draft

    def text(self, content: tuple[Block | Omission, ...]) -> Draft:
        """Take unnumbered text: into an item that has none yet, else into the lid or the provision itself."""
        announces = _ends_with_colon(content)
        last = self._levels[-1] if self._levels else None
        if last is not None and last.item is not None and not last.item.content:
            last.item.content += content
            last.announces = announces
            return last.item
        return self._text_of_lid(content, announces)

    def counts(self) -> list[Count]:
        """The last marks of the open lists, outermost first."""
        return [level.count for level in self._levels]

    def innermost(self) -> Draft:
        """The provision in which a new child would stand now."""
        return self._innermost()

    def _text_of_lid(self, content: tuple[Block | Omission, ...], announces: bool) -> Draft:
        lid = self._lid()
        home = lid if lid is not None else self._owner
        below = 1 if lid is not None else 0
        if len(self._levels) > below:
            self._say_text_after_list(home)
            del self._levels[below + 1 :]
            self._levels[below].item = None
        elif lid is not None:
            self._levels[0].announces = announces
        home.content += content
        return home

    def _lid(self) -> Draft | None:
        """The open lid, or in an amending act the open instruction under a capital."""
        first = self._levels[0] if self._levels else None
        if first is None or first.item is None:
            return None
        is_lid = first.item.kind is ProvisionKind.PARAGRAPH or first.count.family is Family.CAPITAL
        return first.item if is_lid else None

    def _say_text_after_list(self, home: Draft) -> None:
        if id(home) not in self._said_text_after_list:
            self._said_text_after_list.add(id(home))
            home.guess(
                TEXT_AFTER_LIST, "tekst zonder nummer na een opsomming, geplaatst bij het lid of artikel"
            )

    def _innermost(self) -> Draft:
        items = (level.item for level in reversed(self._levels))
        return next((item for item in items if item is not None), self._owner)

    def _kind(self, holder: Draft, count: Count) -> ProvisionKind:
        outermost_numbers = holder is self._owner and count.family is Family.NUMBER
        return self.numbers_are if outermost_numbers else ProvisionKind.POINT

    def _place(self, mark: Mark) -> tuple[int, Count] | None:
        """At which depth the mark stands (a new list when deeper than all), and how it counts."""
        return self._next(mark) or self._opening(mark) or self._further(mark)

    def _next(self, mark: Mark) -> tuple[int, Count] | None:
        for depth in range(len(self._levels) - 1, -1, -1):
            for count in mark.counts:
                if count.follows(self._levels[depth].count):
                    return depth, count
        return None

    def _opening(self, mark: Mark) -> tuple[int, Count] | None:
        for count in mark.counts:
            if self._may_open(count):
                return len(self._levels), count
        return None

    def _may_open(self, count: Count) -> bool:
        open_families = [level.count.family for level in self._levels]
        if count.family is Family.NUMBER and not open_families:
            return count.is_first or (not count.suffix and not self._owner_has_content())
        if not count.is_first:
            return False
        if count.family is Family.ROMAN and Family.LETTER in open_families:
            return self._levels[-1].announces and Family.ROMAN not in open_families
        if count.family is Family.NUMBER:
            return open_families.count(Family.NUMBER) < 2 and self._nests_numbers(open_families)
        return count.family not in open_families

    def _owner_has_content(self) -> bool:
        """Words that were left out (the mark of a deleted lid 1) and notes do not count."""
        return any(
            isinstance(item, Draft) or (isinstance(item, Block) and bool(item.text))
            for item in self._owner.content
        )

    def _nests_numbers(self, open_families: list[Family]) -> bool:
        return open_families[-1] is not Family.NUMBER or self._levels[-1].announces

    def _further(self, mark: Mark) -> tuple[int, Count] | None:
        """Marks were left out, or a list starts again: only marks that cannot be an abbreviation."""
        counts = [
            c for c in mark.counts if c.family is Family.NUMBER or not (c.suffix or c.family is Family.ROMAN)
        ]
        for depth in range(len(self._levels) - 1, -1, -1):
            last = self._levels[depth].count
            for count in counts:
                if count == last or count.is_after(last) or (count.family is last.family and count.is_first):
                    return depth, count
        return None


def _ends_with_colon(content: tuple[Block | Omission, ...]) -> bool:
    blocks = [item.text for item in content if isinstance(item, Block)]
    return bool(blocks) and blocks[-1].endswith(":")


def split_definitions(draft: Draft) -> None:
    """Turn "term: meaning" blocks after an announcing line into points, when every block has that form.

    A list that follows a term ("gemeenschapsonderdanen: 1°. ...") belongs to that term.
    """
    announcement = draft.content[0] if draft.content else None
    if not isinstance(announcement, Block) or not announcement.text.endswith(":"):
        return
    definitions = _definitions(draft.content[1:])
    if len(definitions) < _FEWEST_DEFINITIONS or not all(map(_is_definition, definitions)):
        return
    draft.content = [announcement]
    for parts in definitions:
        draft.child(ProvisionKind.POINT).content += parts
    draft.guesses = tuple(guess for guess in draft.guesses if guess[0] != TEXT_AFTER_LIST)
    draft.guess("definitions-by-colon", f"{len(definitions)} ongenummerde begripsomschrijvingen")


def _definitions(content: Sequence[Block | Omission | Draft]) -> list[list[Block | Omission | Draft]]:
    """Each block with the items below it; an item before the first block makes a group of its own."""
    groups: list[list[Block | Omission | Draft]] = []
    for item in content:
        if isinstance(item, Block) or not groups:
            groups.append([item])
        else:
            groups[-1].append(item)
    return groups


def _is_definition(parts: Sequence[Block | Omission | Draft]) -> bool:
    block, *below = parts
    if not isinstance(block, Block) or any(isinstance(item, Omission) for item in below):
        return False
    term, colon, meaning = block.text.partition(":")
    announces = bool(below) == (block.text.endswith(":"))
    well_formed = bool(colon) and (meaning.startswith(" ") or not meaning) and announces
    return well_formed and len(term) <= 100 and not any(sign in term for sign in ".;\t")
