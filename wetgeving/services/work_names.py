"""By which names works go: as printed, as dossiers say, and as lawyers shorten a title by habit.

Lawyers take the first letter of each word of a title, and of a word that ends on -wet, -besluit, -regeling or
-verordening also that of its ending: Wlz, Awir, Pw, Vb 2000. No law is named here: what a rule makes of the
titles that are known is offered only when nothing bears the name by itself, and more than one work may bear
it: then that is a choice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.dutch import words
from wetgeving.store.values import Work

LONGEST_NAME = 160
_MOST_WORDS = 8
_LINKING_WORDS = "aan bij de der en een het in inzake met op over te ten ter tot uit van voor"
_LINKING = frozenset(_LINKING_WORDS.split())
_ENDINGS = ("wet", "besluit", "regeling", "verordening", "wetboek")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkNames:
    """Names as the words they are of, and the keys of the works that bear them: their own, and by rule."""

    own: Mapping[Row, tuple[str, ...]]
    by_rule: Mapping[Row, tuple[str, ...]]

    def bearing(self, name: Row, *, shortened: bool) -> tuple[str, ...]:
        """The works of this name; of one made by rule only when it may be `shortened`."""
        return self.own.get(name) or (self.by_rule.get(name, ()) if shortened else ())


@lru_cache(maxsize=4)
def work_names(works: tuple[Work, ...], groups: tuple[tuple[str, ...], ...]) -> WorkNames:
    """Every name of the works; `groups` are names for the same thing."""
    table: dict[Row, set[str]] = {}
    shortened: dict[Row, set[str]] = {}
    for work in works:
        for name in _own_names(work):
            table.setdefault(words(name), set()).add(work.key)
            for short in abbreviations(name):
                shortened.setdefault(short, set()).add(work.key)
    for group in groups:
        rows = [words(name) for name in group]
        bearers = {key for row in rows for key in table.get(row, ())}
        for row in rows:
            if bearers and row:
                table.setdefault(row, set()).update(bearers)
    table.pop((), None)
    return WorkNames(_sorted(table), _sorted(shortened))


def _sorted(table: Mapping[Row, set[str]]) -> dict[Row, tuple[str, ...]]:
    return {row: tuple(sorted(keys)) for row, keys in table.items()}


def _own_names(work: Work) -> Iterator[str]:
    yield work.key
    yield from (i.value for i in work.identifiers if i.scheme != "dossier")
    yield from (name for name in (work.short_title, work.title) if 2 < len(name) <= LONGEST_NAME)


def abbreviations(title: str) -> tuple[Row, ...]:
    """What lawyers make of a title by habit, with its year and without; nothing of a long one."""
    row = words(title)
    year = row[-1:] if row and row[-1].isdigit() else ()
    named = row[: len(row) - len(year)]
    if not named or len(named) > _MOST_WORDS or not all(word.isalpha() for word in named):
        return ()
    said = (named, tuple(word for word in named if word not in _LINKING))
    short = dict.fromkeys("".join(map(_letters, some)) for some in said)
    return tuple(dict.fromkeys(r for s in short if len(s) > 1 for r in ((s, *year), (s,))))


def _letters(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and word != e), "")
    return word[:1] + ending[:1]


def with_article(typed: str, names: WorkNames) -> str:
    """A name and a number, in either order, as the article of that name; else "" ("Pw 9", "6:7 Awb")."""
    parts: Sequence[str] = typed.split()
    for size in range(len(parts) - 1, 0, -1):
        front, back = parts[:size], parts[size:]
        for name, place in ((front, back), (back, front)):
            if place[0][:1].isdigit() and names.bearing(words(" ".join(name)), shortened=True):
                return f"artikel {' '.join(place)} {' '.join(name)}"
    return ""
