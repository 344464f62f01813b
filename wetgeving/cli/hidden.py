"""How the command line says what a file carries besides its text. Names are shown, and kept nowhere."""

from collections.abc import Iterable, Iterator

from corpus.hidden_content import HiddenContent


def hidden_lines(found: Iterable[HiddenContent]) -> Iterator[str]:
    """A line per finding, with the names that stand with it."""
    for h in found:
        who = f", van {'; '.join(h.who)}" if h.who else ""
        yield f"verborgen ({h.kind}): {h.count} in {h.where}{who}"
