"""Where the parts of a publication go: among the provisions of the act itself, under `mod`, or in the title.

New law is quoted when it stands where the act itself has no such provision (`docs/bronvormen.md`). Text that
stands beside all provisions becomes a division of its own. Nothing is read here.
"""

from collections.abc import Callable
from itertools import groupby

from corpus.provision import ProvisionKind
from corpus.readers.draft import Block, Draft, Omission
from corpus.readers.publication_elements import INSTRUCTIONS, PROVISIONS, QUOTED, QUOTING
from corpus.secure_xml import Element, name

Content = Block | Omission | Draft


def roots(body: Draft) -> list[Draft | Omission]:
    """What stands outermost, in order; a stretch of text beside all provisions is a division of its own."""
    return with_stretches(body.content, lambda item: isinstance(item, Block))


def with_stretches(content: list[Content], belongs: Callable[[Content], bool]) -> list[Draft | Omission]:
    """The content in order, with every unbroken stretch of what `belongs` as one division."""
    outermost: list[Draft | Omission] = []
    for is_stretch, items in groupby(content, key=belongs):
        if is_stretch:
            outermost.append(Draft(ProvisionKind.DIVISION, content=list(items)))
        else:
            outermost += [item for item in items if not isinstance(item, Block)]
    return outermost


def is_text_or_point(item: Content) -> bool:
    """Whether this is running text or an item of a list in it."""
    return isinstance(item, Block) or (isinstance(item, Draft) and item.kind is ProvisionKind.POINT)


def is_quoted(element: Element) -> bool:
    """Whether this is new law: it stands where the act itself has no such provision."""
    tag = name(element)
    if tag not in QUOTED:
        return False
    above = provision_above(element)
    return above is not None and name(above) in (INSTRUCTIONS if tag == "lid" else QUOTING)


def provision_above(element: Element) -> Element | None:
    """The provision an element stands in; a division of an amending act is none."""
    above = element.getparent()
    while above is not None and (name(above) not in PROVISIONS or name(above) == "wijzig-divisie"):
        above = above.getparent()
    return above


def quoting(draft: Draft) -> Draft:
    """The quoted law that is going on in a draft, or a new one."""
    return last_child(draft, ProvisionKind.MOD) or draft.child(ProvisionKind.MOD)


def last_child(draft: Draft, kind: ProvisionKind) -> Draft | None:
    """The child that was made last, when it is of this kind and nothing came after it."""
    last = draft.content[-1] if draft.content else None
    return last if isinstance(last, Draft) and last.kind is kind else None


def title_of_the_whole(draft: Draft) -> Draft:
    """The long title that is being read, or a new one."""
    return last_child(draft, ProvisionKind.LONG_TITLE) or draft.child(ProvisionKind.LONG_TITLE)
