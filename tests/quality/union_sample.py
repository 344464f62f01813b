"""The six acts of the sample's private JSON as provisions, for the references in them; no product reads this
form.

Paragraphs ("1.") and points ("(a)", "(i)", "(1)") are taken from the lines. A style of numbering that is open
closes what was opened under it. Quoted new law is partly lost in the source and is left as lines.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus import eid
from corpus.provision import Provision, ProvisionKind
from corpus.reading import Identifier, WorkKind

_MARK = re.compile(r"(?P<num>\d{1,2}\.|\((?:[a-z]{1,5}|\d{1,2})\))\s+(?=\S)")
_ROMAN = re.compile(r"\((?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})\)")
_BEFORE_ROMAN = {"(i)": "(h)", "(v)": "(u)", "(x)": "(w)"}
_KINDS = {"R": WorkKind.EU_REGULATION, "L": WorkKind.EU_DIRECTIVE}


@dataclass(frozen=True)
class UnionAct:
    """An act of the sample."""

    identifier: Identifier
    kind: WorkKind
    provisions: tuple[Provision, ...]


@dataclass
class _Open:
    """A provision that lines are still added to."""

    kind: ProvisionKind
    num: str
    heading: str = ""
    lines: list[str] = field(default_factory=list)
    below: list["_Open"] = field(default_factory=list)

    def closed(self) -> Provision:
        children = tuple(child.closed() for child in self.below)
        return Provision(
            self.kind, num=self.num, heading=self.heading, text="\n".join(self.lines), children=children
        )


def union_acts(samples: Path) -> Iterator[UnionAct]:
    """Every act of the sample."""
    for path in sorted((samples / "eu-pact-json").glob("*.json")):
        if path.stem != "index":
            yield union_act(path)


def union_act(path: Path) -> UnionAct:
    """One act: its recitals and its articles."""
    act = json.loads(path.read_text(encoding="utf-8"))
    recitals = [
        Provision(ProvisionKind.RECITAL, num=f"({r['number']})", text=r["text"]) for r in act["recitals"]
    ]
    found = [*recitals, *(_article(a).closed() for a in act["articles"])]
    return UnionAct(Identifier("celex", act["celex"]), _KINDS[act["celex"][5]], eid.assign(found))


def _article(row: dict[str, str]) -> _Open:
    article = _Open(ProvisionKind.ARTICLE, f"Article {row['number']}", row["subject"] or "")
    levels: list[tuple[str, _Open]] = [("", article)]
    lines = row["content"].split("\n")
    for line in (said.strip() for said in lines[lines[0] == row["subject"] :]):
        mark = _MARK.match(line)
        if mark is None:
            levels[-1][1].lines += [line] if line else []
            continue
        opened = _opened(levels, mark["num"])
        opened.lines.append(line[mark.end() :])
    return article


def _opened(levels: list[tuple[str, _Open]], num: str) -> _Open:
    style = _style(num, levels)
    at = next((depth for depth, (known, _) in enumerate(levels) if known == style), len(levels))
    del levels[1 if style == "paragraph" else at :]
    kind = ProvisionKind.PARAGRAPH if style == "paragraph" else ProvisionKind.POINT
    opened = _Open(kind, num)
    levels[-1][1].below.append(opened)
    levels.append((style, opened))
    return opened


def _style(num: str, levels: list[tuple[str, _Open]]) -> str:
    if num.endswith("."):
        return "paragraph"
    if num[1].isdigit():
        return "digit"
    last = next((opened.num for style, opened in reversed(levels) if style == "letter"), "")
    is_roman = _ROMAN.fullmatch(num) and last and last != _BEFORE_ROMAN.get(num)
    return "roman" if is_roman else "letter"
