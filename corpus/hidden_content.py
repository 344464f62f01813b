"""What a file carries besides the text a reader sees: authors, comments, tracked changes, attachments.

It is reported to who offers the file and to nobody else: names are personal data, so they are in no row of
the store and no line of a log. The file itself is kept as it came, and they with it: that is why it is said.
Nothing of it is text of the law.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST_NAMES, LONGEST_NAME = 50, 200


class HiddenKind(StrEnum):
    """What was found."""

    AUTHOR = "author"
    LAST_EDITOR = "last-editor"
    PEOPLE = "people"
    PROPERTY = "property"
    COMMENT = "comment"
    TRACKED_CHANGE = "tracked-change"
    HIDDEN_TEXT = "hidden-text"
    ANNOTATION = "annotation"
    ATTACHMENT = "attachment"
    METADATA = "metadata"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class HiddenContent:
    """How many of a kind, in which part of the file, and the names of people that stand with it."""

    kind: HiddenKind
    where: str
    count: int
    who: tuple[str, ...] = ()


def found(kind: HiddenKind, where: str, count: int, who: Iterable[str] = ()) -> tuple[HiddenContent, ...]:
    """One finding, or none when there is nothing; each name once, in order."""
    names = dict.fromkeys(" ".join(name.split())[:LONGEST_NAME] for name in who)
    shown = tuple(name for name in names if name)[:MOST_NAMES]
    return (HiddenContent(kind, where, int(count), shown),) if count else ()
