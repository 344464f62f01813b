"""Marks of change on consolidated pages: "▼M1" before what an amending act changed, "▼B" the basic text.

The head of the page names the act behind each mark ("►M1", with a link), newer pages link the mark itself
(`docs/bronvormen.md`). A mark does not say what was done, only a row of dashes behind it says that text was
deleted, and not which; so the attribution is "gewijzigd" at what follows, or "vervallen" where the mark
stands.
"""

import re
from dataclasses import replace

from corpus.attribution import Attribution
from corpus.provision import Note
from corpus.readers.eurlex_page import Line

_MARK = re.compile(r"[▼►]\s*([A-Z]{1,2}[0-9]*)\s*([—–-]*)")
_BASIC = "B"


class ChangeMarks:
    """The acts behind the marks of one page, and the mark that waits for what it stands before."""

    def __init__(self) -> None:
        self._acts: dict[str, str] = {}
        self._waiting: Note | None = None

    def learn(self, line: Line) -> None:
        """Take what a line says of the act behind a mark."""
        mark = _MARK.match(line.text)
        celex = next((link.target for link in line.block.links if link.scheme == "celex"), "")
        if mark is not None and celex:
            self._acts.setdefault(mark[1], celex)

    def meet(self, line: Line) -> Note | None:
        """Take a mark; the note of a deletion, which hangs where the mark stands."""
        self.learn(line)
        self._waiting = None
        mark = _MARK.match(line.text)
        if mark is None or mark[1] == _BASIC:
            return None
        act = self._acts.get(mark[1], mark[1])
        if mark[2]:
            return Attribution("DELETED", act).note()
        self._waiting = Attribution("CHANGED", act).note()
        return None

    def noted(self, line: Line) -> Line:
        """The line with the note of the mark before it, if one waits."""
        note, self._waiting = self._waiting, None
        if note is None:
            return line
        if line.inside:
            first, *rest = line.inside
            return replace(line, inside=(_with(first, note), *rest))
        return _with(line, note)


def _with(line: Line, note: Note) -> Line:
    return replace(line, block=replace(line.block, notes=(note, *line.block.notes)))
