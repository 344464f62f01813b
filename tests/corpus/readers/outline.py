"""A reading as an outline that a lawyer can review: a line a provision, then what was left out or guessed."""

from collections.abc import Iterable, Iterator

from corpus.provision import Provision
from corpus.reading import Reading

_WORDS = 6


def outline(reading: Reading) -> str:
    """The outline of a reading; equal readings have equal outlines."""
    return (
        "\n".join([*_head(reading), "", *_provisions(reading.provisions, 0), "", *_account(reading)]) + "\n"
    )


def _head(reading: Reading) -> Iterator[str]:
    yield f"lezer: {reading.reader}; soort: {reading.kind}; stadium: {reading.stage or '-'}"
    yield f"titel: {reading.title}"
    yield f"citeertitel: {reading.short_title or '-'}"
    identifiers = ", ".join(f"{i.scheme} {i.value}" for i in reading.identifiers)
    yield f"kenmerken: {identifiers or '-'}; in werking: {reading.in_force_on or '-'}"


def _provisions(provisions: Iterable[Provision], depth: int) -> Iterator[str]:
    for provision in provisions:
        words = " ".join(provision.text.split()[:_WORDS])
        parts = (provision.eid, provision.kind, provision.num, provision.heading, words)
        yield "  " * depth + " | ".join(parts).rstrip(" |")
        yield from ("  " * depth + f"    ~ {span}" for span in _spans(provision))
        yield from _provisions(provision.children, depth + 1)


def _spans(provision: Provision) -> Iterator[str]:
    for mark in provision.marks:
        yield f"{mark.style}: {provision.text[mark.start : mark.end]}"
    for link in provision.links:
        yield f"{link.scheme} {link.target}: {provision.text[link.start : link.end]}"


def _account(reading: Reading) -> Iterator[str]:
    for dropped in reading.dropped:
        yield f"weggelaten na {dropped.at} woorden: {dropped.rule}: {' '.join(dropped.text.split())}"
    for guessed in reading.guessed:
        yield f"aangenomen {guessed.eid or '(bestand)'}: {guessed.rule}: {guessed.detail}".rstrip(": ")
