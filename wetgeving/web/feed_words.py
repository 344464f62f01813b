"""A step of what is followed as an entry of a feed: in words, and as HTML with `<ins>` and `<del>`.

Every change links to its permanent address, which pins both texts. Long texts are cut around what changed,
visibly; a step with very many changes names the first and counts the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flask import url_for
from markupsafe import Markup, escape

from corpus.diff import Change, Operation
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.opinion_words import change_line
from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.following import Step, taken_in
from wetgeving.web.addresses import VersionAddress, permanent_url
from wetgeving.web.comparison_pins import pin
from wetgeving.web.dutch import capital, counted, dutch_date
from wetgeving.web.feed import Entry, lasting_id
from wetgeving.web.operations_view import changed
from wetgeving.web.standing_view import status, version_name

MOST_CHANGES = 20
_AROUND, _LONGEST, _WORDS = 120, 2_000, 160
_CUT = "…"


def entry(step: Step, *, about: str) -> Entry:
    """One step; `about` says of what feed, for the same step answers each in its own way."""
    work = step.work.short_title or step.work.title or step.work.key
    return Entry(
        id=lasting_id(about, step.id),
        title=f"{work}, {version_name(step.new)}: {_news(step)}",
        updated=step.at,
        link=_link(step),
        summary=" ".join(_sentences(step)),
        content=str(Markup("\n").join(_paragraphs(step))),
        fictional=step.work.fictional,
    )


def _news(step: Step) -> str:
    if step.old is None or not step.changes:
        return f"nieuw, {counted(len(step.found), 'bepaling', 'bepalingen')}"
    lines = [change_line(change) for change in step.changes]
    return lines[0] if len(lines) == 1 else counted(len(lines), "wijziging", "wijzigingen")


def _link(step: Step) -> str:
    if step.old is None or not step.changes:
        at = VersionAddress.of(step.new.version.version)
        return url_for("versions.version", work=at.work, moment=at.moment, _external=True)
    return _permanent(step.old, step.new, step.changes[0] if len(step.changes) == 1 else None)


def _permanent(old: ListedVersion, new: ListedVersion, change: Change | None = None) -> str:
    pinned = pin(old.version, new.version)
    keys = old.version.version, new.version.version
    return permanent_url(*keys, pinned, change=change.id if change else None, whole=True)


def _sentences(step: Step) -> Iterator[str]:
    """The step in words: what it is, and what went in and out."""
    yield _dated(step)
    for change in step.changes[:MOST_CHANGES]:
        words = [
            f"{said} „{text}”"
            for sign, said in (("-", "eruit:"), ("+", "erin:"))
            if (text := _words(change.ops, sign))
        ]
        yield f"{capital(change_line(change))}{'; ' if words else ''}{'; '.join(words)}."
    yield from _rest(step)


def _paragraphs(step: Step) -> Iterator[Markup]:
    if step.work.fictional:
        yield Markup("<p><strong>{}</strong></p>").format(FICTIONAL)
    yield Markup("<p>{}</p>").format(_dated(step))
    for change in step.changes[:MOST_CHANGES]:
        line = escape(capital(change_line(change)))
        if step.old is not None:
            address = _permanent(step.old, step.new, change)
            line = Markup('<a href="{}">{}</a>').format(address, line)
        text = changed(replace(change, ops=tuple(shortened(change.ops))))
        lines = Markup("<br>").join(text.splitlines())
        yield Markup("<p>{}</p><blockquote><p>{}</p></blockquote>").format(line, lines)
    for said in _rest(step):
        yield Markup("<p>{}</p>").format(said)


def _dated(step: Step) -> str:
    """When it was taken in, what the version is, and what it is compared with."""
    said = status(step.new)
    compared = f" Vergeleken met {version_name(step.old)}." if step.old else ""
    back = " De woorden van een eerdere versie staan er weer." if step.back_to else ""
    day = dutch_date(taken_in(step.new.version).date())
    return f"Opgenomen op {day}. {said.sentence} {capital(said.official)}.{compared}{back}"


def _rest(step: Step) -> Iterator[str]:
    if step.found:
        more = len(step.found) - MOST_CHANGES
        rest = f" en nog {counted(more, 'bepaling', 'bepalingen')}" if more > 0 else ""
        yield f"Nieuw hier: {', '.join(step.found[:MOST_CHANGES])}{rest}."
    if len(step.changes) > MOST_CHANGES:
        more = len(step.changes) - MOST_CHANGES
        yield f"En nog {counted(more, 'wijziging', 'wijzigingen')}: zie de vergelijking."


def _words(operations: Sequence[Operation], sign: str) -> str:
    """The words that went in, or out, in one line."""
    pieces = (" ".join(text.split()) for s, text in operations if s == sign and text.strip())
    joined = f" {_CUT} ".join(pieces)
    return joined if len(joined) <= _WORDS else f"{_head(joined, _WORDS)} {_CUT}"


def shortened(operations: Sequence[Operation]) -> Iterator[Operation]:
    """The same with long stretches that stayed cut down to what stands around a change."""
    last = len(operations) - 1
    for place, (sign, text) in enumerate(operations):
        if sign != "=":
            yield sign, text if len(text) <= _LONGEST else f"{text[:_LONGEST]} {_CUT} (ingekort)"
            continue
        before = _head(text) if place else ""
        after = _tail(text) if place < last else ""
        whole = len(text) <= len(before) + len(after) + 3 or last == 0
        yield sign, text if whole else f"{before} {_CUT} {after}".rstrip()


def _head(text: str, most: int = _AROUND) -> str:
    return text if len(text) <= most else text[:most].rpartition(" ")[0] or text[:most]


def _tail(text: str) -> str:
    return text if len(text) <= _AROUND else text[-_AROUND:].partition(" ")[2] or text[-_AROUND:]
