"""All that a letter or a decision note promises, from its provisions; words are never changed.

Quoted law and the title say nothing here. Of a promise that opens a list ("Ik zeg toe dat:") every item is a
commitment. A row of a table and a sentence that say the same become one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.commitments import notes, tables
from corpus.commitments.actors import addressee, writers
from corpus.commitments.merging import merged
from corpus.commitments.sentences import Judged, judged
from corpus.commitments.values import Passage, ReadCommitment, Rule, Sort, Sureness
from corpus.decision_note import fixed_heading
from corpus.opinion.sentences import sentence_spans
from corpus.provision import Provision, ProvisionKind
from corpus.reading import WorkKind

READ_KINDS = (WorkKind.LETTER, WorkKind.DECISION_NOTE)
"""The kinds of papers whose commitments are read."""
_SILENT = (ProvisionKind.MOD, ProvisionKind.LONG_TITLE, ProvisionKind.CONCLUSIONS)
_CORE = ("kernpunten", "toelichting")
_UNSIGNED = 'Wie "ik" is, staat niet in het stuk.'


@dataclass(frozen=True, slots=True)
class Letter:
    """What must be known of a paper beside its text: its kind, title and day, and the key of the version."""

    kind: str
    title: str = ""
    said_on: date | None = None
    version: str = ""


def commitments_of(provisions: Sequence[Provision], letter: Letter) -> tuple[ReadCommitment, ...]:
    """What the paper promises and aims at, in the order of its words."""
    found = merged(_found(provisions, letter))
    return tuple(
        replace(c, passages=tuple(replace(p, version=letter.version) for p in c.passages)) for c in found
    )


def _found(provisions: Sequence[Provision], letter: Letter) -> Iterator[ReadCommitment]:
    if letter.kind == WorkKind.DECISION_NOTE:
        yield from _of_note(provisions, letter.said_on)
        return
    by = writers(provisions, letter.title)
    for provision in _speaking(provisions):
        yield from _of_provision(provision, letter.said_on, by=by)


def _speaking(provisions: Iterable[Provision]) -> Iterator[Provision]:
    for provision in provisions:
        if provision.kind not in _SILENT:
            yield provision
            yield from _speaking(provision.children)


def _of_note(provisions: Sequence[Provision], said_on: date | None) -> Iterator[ReadCommitment]:
    to = addressee(provisions)
    for top in provisions:
        if fixed_heading(top.heading) in _CORE:
            for provision in _speaking((top,)):
                for passage in _passages(provision):
                    yield from notes.promised(passage, said_on, to=to)


def _of_provision(provision: Provision, said_on: date | None, *, by: str) -> Iterator[ReadCommitment]:
    yield from tables.rows(provision, provision.heading, said_on=said_on, spoken_by=by)
    passages = tuple(_passages(provision))
    for passage in passages:
        found = judged(passage.words, said_on)
        if found is None:
            continue
        opens = passage is passages[-1] and passage.words.endswith(":")
        items = [c for c in provision.children if c.kind is ProvisionKind.POINT and c.text] if opens else []
        if items:
            yield from (_item(passage, item, found, by=by, said_on=said_on) for item in items)
        else:
            yield _read(passage.words, (passage,), found, by=by)


def _passages(provision: Provision) -> Iterator[Passage]:
    start = 0
    for line in provision.text.split("\n"):
        if "\t" not in line:
            for begin, end in sentence_spans(line):
                yield Passage(provision.eid, start + begin, start + end, line[begin:end])
        start += len(line) + 1


def _item(lead: Passage, item: Provision, found: Judged, *, by: str, said_on: date | None) -> ReadCommitment:
    """An item of a list that a promise opens; a term of its own goes before that of the opening."""
    own = Passage(item.eid, 0, len(item.text), item.text)
    whole = f"{lead.words} {item.text}"
    term = judged(whole, said_on)
    told = replace(found, due=term.due) if term and term.due else found
    return _read(whole, (own, lead), told, by=by)


def _read(what: str, passages: tuple[Passage, ...], found: Judged, *, by: str) -> ReadCommitment:
    unsigned = not (found.who or by)
    third = found.rule is Rule.THIRD_PERSON_PLEDGE
    return ReadCommitment(
        what=what,
        actor=found.who if third else by,
        passages=passages,
        rules=(found.rule,),
        due=found.due,
        spoken_by=by,
        sort=found.sort,
        sureness=Sureness.UNSURE if unsigned and found.sort is Sort.PROMISE else found.sureness,
        reason=found.reason or (_UNSIGNED if unsigned else ""),
    )
