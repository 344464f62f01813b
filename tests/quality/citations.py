"""Quality of references: recall and right target on the editors' links, Union acts, peers, baseline and
speed.

`print_report(samples)` is what `make quality` shows. A find counts when it overlaps the marked words; its
target is right when act and article are those of the link. A link that names another article than its own
words print ("271" on "artikel 271a") is a slip of the editor: counted apart. Of a lid that is not there
the article counts. The names are those that the links of these same files teach, as a list of titles
would; the row "names of other files only" says what is left without.
"""

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.citations import Citation, Names, find
from corpus.citations.defined import with_defined
from corpus.citations.document import cited
from corpus.citations.memory import Memory
from corpus.numbering import number_token
from corpus.provision import Provision, walk
from corpus.reading import Identifier
from corpus.resolving import Context, Resolution, Shelf, resolve
from tests.quality import citation_labels, citation_peers, citation_union
from tests.quality.citation_gold import Gold, act_of, linked, marked_paragraphs, names_of, toestanden

MARKED_ACTS = ("BWBR0011823", "BWBR0011825")
_BASELINE = re.compile(
    r"\b[Aa]rtikel(?:en)? (?P<article>\d+[a-z]*(?:[.:]\d+[a-z]*)*)(?:, (?:eerste|tweede|derde|vierde|"
    r"vijfde) lid)?"
    r"(?:,? van (?:de|het) (?P<act>[A-Z]\w+(?: [a-z]+){0,3}(?: \d{4})?))?"
)


@dataclass
class Reach:
    """How many gold references there are, were overlapped, and led to the right place."""

    gold: int = 0
    found: int = 0
    right: int = 0
    slips: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Of all gold references those that were found."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def strict(self) -> float:
        """The same with the slips of the editor counted as ours."""
        return self.right / self.found if self.found else 1.0

    @property
    def right_target(self) -> float:
        """Of those found the ones with the right act and article, slips of the editor left out."""
        return self.right / (self.found - self.slips) if self.found > self.slips else 1.0


Resolved = tuple[Citation, Resolution]


def on_marked_paragraphs(samples: Path) -> Reach:
    """The 1,654 references of Vw 2000 and Vb 2000: paragraphs without their tree, articles only."""
    readings = {act_of(r): r for r in toestanden(samples)}
    names, reach = names_of(toestanden(samples)), Reach()
    for act in MARKED_ACTS:
        paragraphs = tuple(marked_paragraphs(samples, act))
        known = with_defined(names, (p.text for p in paragraphs))
        shelf = Shelf({Identifier("bwb", act): readings[act].provisions})
        memories: dict[str, Memory] = {}
        for paragraph in paragraphs:
            memory = memories.setdefault(paragraph.location, Memory())
            context = Context(Identifier("bwb", act), kind=readings[act].kind)
            found = find(paragraph.text, known, memory=memory)
            resolved = [(c, resolve(c, context, shelf)) for c in found]
            _count(reach, paragraph.text, paragraph.references, resolved)
    return reach


def on_links(samples: Path, *, foreign_names: bool = False) -> Reach:
    """All links to articles in the toestanden, equal paragraphs once; or with names of other files only."""
    reach, seen = Reach(), set[tuple[str, str]]()
    everything = names_of(toestanden(samples))
    for reading in toestanden(samples):
        own = act_of(reading)
        names = names_of(toestanden(samples), but=own) if foreign_names else everything
        me = Identifier("bwb", own)
        shelf = Shelf({me: reading.provisions})
        for provision, found in cited(reading.provisions, names):
            if provision.links and (own, provision.text) not in seen:
                seen.add((own, provision.text))
                context = Context(me, provision.eid, reading.kind)
                resolved = [(c, resolve(c, context, shelf)) for c in found]
                _count(reach, provision.text, linked(provision), resolved)
    return reach


def _count(reach: Reach, text: str, golds: Iterable[Gold], resolved: list[Resolved]) -> None:
    for gold in golds:
        if not gold.article:
            continue
        over = [(c, r) for c, r in resolved if c.start < gold.end and gold.start < c.end]
        before = text[max(0, gold.start - 60) : gold.start]
        shown = f"{before}[{text[gold.start : gold.end]}] {gold.act} {gold.article}"
        reach.gold += 1
        if not over:
            reach.missed.append(shown)
            continue
        reach.found += 1
        if any(_leads_to(gold, resolution) for _, resolution in over):
            reach.right += 1
        elif _is_slip(gold, text):
            reach.slips += 1
        else:
            reach.wrong.append(shown)


def _leads_to(gold: Gold, resolution: Resolution) -> bool:
    article = f"art_{number_token(gold.article.replace('_', '-'))}".lower()
    targets = (*resolution.targets, *((resolution.nearest,) if resolution.nearest else ()))
    return any(t.id == gold.act and article in t.provision.lower().split("__") for t in targets)


def _is_slip(gold: Gold, text: str) -> bool:
    """Do the marked words name an article, and is it another one than the link's?"""
    words = text[gold.start : gold.end].replace("°", "").replace(": ", ":")
    named = re.findall(r"(?<![\w.:])(?:[A-Z] )?\d+[a-zA-Z]*(?:[.:]\d*[A-Za-z]*\d*[a-z]*)*", words)
    numbers = {number_token(n).lower() for n in named}
    return bool(numbers) and number_token(gold.article.replace("_", "-")).lower() not in numbers


def union_acts_missed(samples: Path) -> tuple[int, list[str]]:
    """Of the references with a CELEX number: how many there are, and those not found with that number."""
    total, missed = 0, []
    path = samples / "citations" / "bwb-refs" / "eu-celex.refs.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = find(row["text"])
        for gold in row["refs"]:
            total += 1
            over = (c for c in found if c.act and c.start < gold["end"] and gold["start"] < c.end)
            if not any(i.value == gold["celex"] for c in over if c.act for i in c.act.identifiers):
                missed.append(f"{gold['surface']} {gold['celex']}")
    return total, missed


def baseline_on_links(samples: Path) -> Reach:
    """A plain regular expression on the same links: an article, perhaps a lid, perhaps "van de" a name."""
    reach, seen = Reach(), set[tuple[str, str]]()
    names = names_of(toestanden(samples))
    for reading in toestanden(samples):
        for provision in walk(reading.provisions):
            own = act_of(reading)
            if provision.links and (own, provision.text) not in seen:
                seen.add((own, provision.text))
                _count_baseline(reach, own, provision, names)
    return reach


def _count_baseline(reach: Reach, own: str, provision: Provision, names: Names) -> None:
    matches = list(_BASELINE.finditer(provision.text))
    for gold in linked(provision):
        if not gold.article:
            continue
        over = [m for m in matches if m.start() < gold.end and gold.start < m.end()]
        reach.gold += 1
        reach.found += bool(over)
        reach.right += any(
            m["article"] == gold.article and _baseline_act(m["act"], own, names) == gold.act for m in over
        )


def _baseline_act(said: str | None, own: str, names: Names) -> str:
    if said is None:
        return own
    known = names.at(said, 0)
    return known.identifiers[0].value if known else ""


def megabytes_a_second(samples: Path, *, rounds: int = 3) -> float:
    """Text searched per second of processor time, over all provisions of the marked acts; the best round."""
    readings = [r for r in toestanden(samples) if act_of(r) in MARKED_ACTS]
    texts = [p.text for r in readings for p in walk(r.provisions) if p.text]
    names = names_of(toestanden(samples))
    size = sum(len(text.encode()) for text in texts)
    return max(size / 1e6 / _seconds(lambda: [find(text, names) for text in texts]) for _ in range(rounds))


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def print_report(samples: Path, *, shown: int = 0) -> None:
    """Everything, as Markdown; `shown` examples of what went wrong."""
    print(
        "\n# References\n\n| set | gold | recall | right target | with slips | slips |"
        "\n|---|---|---|---|---|---|"
    )
    reaches = tuple(_reaches(samples))
    for name, reach in reaches:
        rates = f"{reach.recall:.2%} | {reach.right_target:.2%} | {reach.strict:.2%}"
        print(f"| {name} | {reach.gold} | {rates} | {reach.slips} |")
    for name, reach in reaches[:2]:
        for text in (*reach.missed[:shown], *reach.wrong[:shown]):
            print(f"- {name}: {' '.join(text.split())}")
    total, missed = union_acts_missed(samples)
    print(f"\nUnion acts with a CELEX number: {total - len(missed)} of {total}")
    print(f"Speed: {megabytes_a_second(samples):.2f} MB of text a second on one core")
    _print_labels(samples)
    _print_union(samples)
    _print_peers(samples)


def _reaches(samples: Path) -> Iterator[tuple[str, Reach]]:
    yield "marked paragraphs (Vw, Vb)", on_marked_paragraphs(samples)
    yield "links of all toestanden", on_links(samples)
    yield "the same, names of other files only", on_links(samples, foreign_names=True)
    yield "the same, plain regular expression", baseline_on_links(samples)


def _print_labels(samples: Path) -> None:
    judged = citation_labels.judged(samples)
    print(
        "\nLabelled by reading. Targets: precision 99%, lid level 97%.\n\n| genre | paragraphs | references |"
        " precision | lid level | recall | labels read to the last onderdeel |"
        "\n|---|---|---|---|---|---|---|"
    )
    for genre, one in (*sorted(judged.items()), ("all", citation_labels.total(judged))):
        rates = (one.precision, one.exactness, one.recall, one.exact_recall)
        shown = " | ".join(f"{rate:.2%}" for rate in rates)
        print(f"| {genre} | {one.paragraphs} | {one.labels} | {shown} |")
    print("\nParagraphs that were labelled before the finder was run on them, at that first run:")
    for run in citation_labels.FIRST_RUNS:
        print(f"- {run}")


def _print_union(samples: Path) -> None:
    found = citation_union.standing(samples)
    print(
        f"\nInside six Union acts in English: {found.references} references to a provision of one of them, "
        f"{found.share:.2%} lead to one that is there"
    )


def _print_peers(samples: Path) -> None:
    print("\n| set | finder | right | wrong | missed | precision | recall |\n|---|---|---|---|---|---|---|")
    for name, finder in (("ours", citation_peers.ours), ("nllegalcit", citation_peers.theirs)):
        scores = citation_peers.scores(samples, finder)
        for group, s in (scores or {}).items():
            print(
                f"| {group} | {name} | {s.right} | {s.wrong} | {s.missed} | {s.precision:.2%} |"
                f" {s.recall:.2%} |"
            )
        if scores is None:
            print(f"\n{name}: not measured; name a Python that has it in NLLEGALCIT_PYTHON")
