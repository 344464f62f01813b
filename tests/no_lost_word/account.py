"""Put a reading next to the words of its file: the same words in the same order, or the first difference."""

from collections import Counter
from collections.abc import Callable, Sequence

from corpus.provision import walk, words
from corpus.reading import Reading
from tests.no_lost_word import (
    akn_oracle,
    bwb_oracle,
    eurlex_oracle,
    formex_oracle,
    markdown_oracle,
    publication_oracle,
)

ORACLES: dict[str, Callable[[bytes], list[str]]] = {
    "akoma-ntoso": akn_oracle.law_words,
    "bwb-toestand": bwb_oracle.law_words,
    "bwb-2012": bwb_oracle.law_words,
    "markdown-flat": markdown_oracle.flat_words,
    "markdown-front-matter": markdown_oracle.front_matter_words,
    "plain-text": markdown_oracle.plain_words,
    "formex": formex_oracle.law_words,
    "eurlex-html": eurlex_oracle.law_words,
    "officiele-publicatie": publication_oracle.text_words,
}
NOTES: dict[str, Callable[[bytes], list[str]]] = {
    "akoma-ntoso": akn_oracle.editor_words,
    "bwb-toestand": bwb_oracle.editor_words,
    "bwb-2012": bwb_oracle.editor_words,
    "officiele-publicatie": publication_oracle.note_words,
    "formex": formex_oracle.note_words,
    "eurlex-html": eurlex_oracle.note_words,
}
WITHOUT_WORDS = frozenset({"image", "wijziging"})  # said by an attribute or instruction, not in words
STARRED = frozenset({"markdown-flat", "markdown-front-matter"})


def accounted_words(reading: Reading) -> list[str]:
    """The words of the provisions, with each dropped text put back where it stood."""
    body = list(words(reading.provisions))
    for dropped in reading.dropped:
        body[dropped.at : dropped.at] = dropped.text.split()
    return body


def lost_words(source: bytes, reading: Reading) -> str:
    """What is wrong with the account of a reading, in one line; "" when no word is lost."""
    expected, found = ORACLES[reading.reader](source), accounted_words(reading)
    if reading.reader in STARRED:
        lost_stars = markdown_oracle.stars(expected) - markdown_oracle.stars(found)
        if lost_stars < 0 or lost_stars % 2:
            return f"{lost_stars} sterren minder dan in het bestand: geen paren"
        expected, found = markdown_oracle.without_stars(expected), markdown_oracle.without_stars(found)
    return first_difference(expected, found) or _lost_notes(source, reading)


def first_difference(expected: Sequence[str], found: Sequence[str]) -> str:
    """Where two rows of words part, with a few words around it; "" when they are equal."""
    if list(expected) == list(found):
        return ""
    pairs = zip(expected, found, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(expected), len(found)))
    before = " ".join(expected[max(0, at - 4) : at])
    in_file, in_reading = " ".join(expected[at : at + 6]), " ".join(found[at : at + 6])
    return (
        f"woord {at} van {len(expected)} (lezing {len(found)}), na «{before}»: "
        f"bestand «{in_file}», lezing «{in_reading}»"
    )


def _lost_notes(source: bytes, reading: Reading) -> str:
    """The editor's words are compared as a heap: a note hangs on a place, not in the order of the text."""
    if reading.reader not in NOTES:
        return ""
    notes = (
        note.text for p in walk(reading.provisions) for note in p.notes if note.kind not in WITHOUT_WORDS
    )
    found = Counter(word for text in notes for word in text.split())
    expected = Counter(NOTES[reading.reader](source))
    return "" if expected == found else f"noten: {expected - found} ontbreekt, {found - expected} te veel"
