"""The list of changes and the concordance as sheets of text: headings and rows, before they have a format."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.diff import Change, Operation
from corpus.diff.concordance import Correspondence, concordance
from corpus.exporters.change_words import kinds, labels, match_rule
from corpus.exporters.exported_comparison import ExportedComparison
from corpus.exporters.exported_version import FICTIONAL


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; every cell is text. `widths` are in signs, for a format that has columns of a width."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    fictional: bool = False


def change_sheet(compared: ExportedComparison) -> Sheet:
    """One row for each change, in reading order."""
    return _sheet(
        compared,
        "Wijzigingen",
        {
            "Nr.": 6, "Kenmerk": 16, "Soort": 24, "Was": 28, "Wordt": 28, "Oude tekst": 60,
            "Nieuwe tekst": 60, "Vervallen woorden": 40, "Ingevoegde woorden": 40, "Gevonden door": 22,
        },
        [_change(number, change) for number, change in enumerate(compared.comparison.changes, start=1)],
    )  # fmt: skip


def concordance_sheet(compared: ExportedComparison) -> Sheet:
    """One row for each article or group of articles that belong together."""
    columns = {"Nr.": 6, "Was": 40, "Wordt": 40, "Was (eId)": 24, "Wordt (eId)": 24, "Gevonden door": 30}
    found = enumerate(concordance(compared.comparison), start=1)
    return _sheet(compared, "Concordantie", columns, [_correspondence(n, c) for n, c in found])


def _sheet(
    compared: ExportedComparison, name: str, columns: dict[str, int], rows: Iterable[tuple[str, ...]]
) -> Sheet:
    """With two columns that name the versions, for who joins sheets; a fictional one says so in each row."""
    named = {"Oude versie": 30, "Nieuwe versie": 30} | ({"Status": 26} if compared.fictional else {})
    versions = (compared.old.key, compared.new.key, *([FICTIONAL] if compared.fictional else []))
    return Sheet(
        name=name,
        headings=(*columns, *named),
        rows=tuple((*row, *versions) for row in rows),
        widths=(*columns.values(), *named.values()),
        fictional=compared.fictional,
    )


def _change(number: int, change: Change) -> tuple[str, ...]:
    return (
        str(number),
        change.id,
        kinds(change),
        labels(change.old),
        labels(change.new),
        _text(change.ops, "=-"),
        _text(change.ops, "=+"),
        _pieces(change.ops, "-"),
        _pieces(change.ops, "+"),
        match_rule(change.matched_by) if change.matched_by else "",
    )


def _text(operations: Iterable[Operation], signs: str) -> str:
    return "".join(text for sign, text in operations if sign in signs)


def _pieces(operations: Iterable[Operation], wanted: str) -> str:
    """The words of one sign, apart from one another by a line end."""
    return "\n".join(text.strip() for sign, text in operations if sign == wanted and text.strip())


def _correspondence(number: int, found: Correspondence) -> tuple[str, ...]:
    sides = (found.old, found.new)
    return (
        str(number),
        *("; ".join(p.label for p in side) for side in sides),
        *("; ".join(p.eid for p in side) for side in sides),
        "; ".join(map(match_rule, found.matched_by)),
    )
