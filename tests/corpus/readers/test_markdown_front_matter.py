"""Markdown with front matter: the head, leden that stand twice, encodings, a seeded set of samples."""

import random
import re
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import NoLawError, UndecodableError
from corpus.provision import Provision, ProvisionKind, articles, walk
from corpus.readers.markdown_front_matter import DUPLICATE_OF_LEDEN, READER
from corpus.reading import Reading, WorkKind

HEAD = (
    "---\ntitel: Lampenwet\nidentificatie: BWBR0099999\nland: nl\ndatum: 2031-07-01\n---\n\n# Lampenwet\n\n"
)
ARTICLE = "\n## Artikel 1\n"
NUMBERED = "\n\n**1.**\nEen lamp.\n\n\n**2.**\nTwee lampen:\n\nrood;\n\nwit.\n"


def _read(body: str, head: str = HEAD) -> Reading:
    return READER.read((head + body).encode())


def _article(body: str) -> Provision:
    return next(articles(_read(ARTICLE + body).provisions))


@pytest.mark.parametrize(
    ("source", "recognised"),
    [
        (HEAD, True),
        ("\ufeff" + HEAD, True),
        (HEAD.replace("\n", "\r\n"), True),
        ("---\ntitle: Law\n---\n# Law\n", False),
        ("\n" + HEAD, False),
        ("# Lampenwet\n\n## Artikel 1\n", False),
    ],
)
def test_only_a_head_with_title_and_identifier_is_recognised(source: str, recognised: bool) -> None:
    assert READER.recognises(source.encode()) is recognised


def test_the_head_says_title_identifier_and_day() -> None:
    reading = _read(ARTICLE + "Een lamp.\n")
    assert (reading.title, reading.kind, reading.in_force_on) == ("Lampenwet", WorkKind.ACT, date(2031, 7, 1))
    assert [(i.scheme, i.value) for i in reading.identifiers] == [("bwb", "BWBR0099999")]
    assert "front-matter-date" in {g.rule for g in reading.guessed}


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ('"Lampen "', "Lampen"),
        ("'Lampen ''s avonds'", "Lampen 's avonds"),
        ('"De \\"lamp\\""', 'De "lamp"'),
        ("Lamp: een wet", "Lamp: een wet"),
        ('"', '"'),
    ],
)
def test_a_quoted_title_loses_its_quotes(printed: str, title: str) -> None:
    head = HEAD.replace("titel: Lampenwet", f"titel: {printed}")
    assert _read(ARTICLE + "Een lamp.\n", head).title == title


def test_a_day_that_is_no_date_is_left_out_and_named() -> None:
    reading = _read(ARTICLE + "Een lamp.\n", HEAD.replace("2031-07-01", "2031-13-01"))
    assert reading.in_force_on is None
    assert ("unreadable-date", "2031-13-01") in {(g.rule, g.detail) for g in reading.guessed}


def test_a_head_that_does_not_end_is_refused() -> None:
    with pytest.raises(UndecodableError):
        READER.read(b"---\ntitel: Lampenwet\nidentificatie: BWBR0099999\n")


@pytest.mark.parametrize("body", ["", "\n\n"])
def test_a_file_with_a_title_alone_holds_no_law(body: str) -> None:
    with pytest.raises(NoLawError):
        _read(body)


@pytest.mark.parametrize(
    ("unnumbered", "kept"),
    [
        ("Een lamp.\n\nTwee lampen:\n\nrood;\n\nwit.\n", ""),
        ("Een lamp.\n\nTwee  lampen:\n\nrood;\n\nwit.\n", ""),
        ("Vooraf.\n\nEen lamp.\n\nTwee lampen:\n\nrood;\n\nwit.\n", "Vooraf."),
        ("Een lamp.\n\nTwee lampen:\n\nrood;\n\nwit.\n\nDit werkt terug.\n", "Dit werkt terug."),
        ("Een lamp.\n\nTwee lampen:\n\nrood;\n\nzwart.\n", "Een lamp.\nTwee lampen:\nrood;\nzwart."),
        ("Een lamp.\n", "Een lamp."),
        ("", ""),
    ],
)
def test_unnumbered_text_goes_only_where_the_leden_repeat_it_word_for_word(
    unnumbered: str, kept: str
) -> None:
    reading = _read(ARTICLE + unnumbered + NUMBERED)
    article = next(articles(reading.provisions))
    assert article.text == kept
    assert [(c.kind, c.num) for c in article.children] == [
        (ProvisionKind.PARAGRAPH, "1."),
        (ProvisionKind.PARAGRAPH, "2."),
    ]
    assert all(d.rule == DUPLICATE_OF_LEDEN for d in reading.dropped)
    assert bool(reading.dropped) is (len(kept.split()) < len(unnumbered.split()))


@pytest.mark.parametrize(
    "label", ["1.", "3a.", "2.1.", "§ 1.", "A.", "1).", "1e.", " 2.", "3 .", "3..", "Artikel A1.", "a."]
)
def test_a_bold_number_on_its_own_after_a_gap_is_a_lid(label: str) -> None:
    article = _article(f"\n\n**{label}**\nEen lamp.\n")
    assert [c.num for c in article.children] == [label.strip()]


@pytest.mark.parametrize("block", ["**1993**", "**Provincie**", "**tot leden:**", "**I**"])
def test_a_bold_word_in_the_text_is_no_lid(block: str) -> None:
    article = _article(f"Tabel.\n\n{block}\n\nmeer\n")
    assert article.children == ()
    assert article.text == f"Tabel.\n{block.strip('*')}\nmeer"


@pytest.mark.parametrize(
    ("heading", "kind", "num", "words"),
    [
        ("## Artikel 26a*", ProvisionKind.ARTICLE, "Artikel 26a*", ""),
        ("## Artikel I-S101", ProvisionKind.ARTICLE, "Artikel I-S101", ""),
        ("## Artikel 2.IIIA", ProvisionKind.ARTICLE, "Artikel 2.IIIA", ""),
        ("## Article I.er", ProvisionKind.ARTICLE, "Article I.er", ""),
        ("## Art. 1", ProvisionKind.ARTICLE, "Art. 1", ""),
        ("## Eenig artikel", ProvisionKind.ARTICLE, "Eenig artikel", ""),
        ("## artikel Enig ", ProvisionKind.ARTICLE, "artikel Enig", ""),
        ("## Artikel ", ProvisionKind.ARTICLE, "Artikel", ""),
        ("## Artikel None", ProvisionKind.ARTICLE, "Artikel", ""),
        ("## § 1", ProvisionKind.SUBSECTION, "§ 1", ""),
        ("## Par. 1", ProvisionKind.SUBSECTION, "Par. 1", ""),
        ("## Hoofdstuk XI", ProvisionKind.CHAPTER, "Hoofdstuk XI", ""),
        ("## Divisie", ProvisionKind.DIVISION, "Divisie", ""),
        ("## 2.1 Algemeen", ProvisionKind.DIVISION, "2.1", "Algemeen"),
        ("## I. Samenvatting", ProvisionKind.DIVISION, "I.", "Samenvatting"),
        ("## Lijst", ProvisionKind.DIVISION, "", "Lijst"),
    ],
)
def test_a_heading_opens_what_its_label_says(heading: str, kind: ProvisionKind, num: str, words: str) -> None:
    provision = _read(f"\n{heading}\nEen lamp.\n").provisions[-1]
    assert (provision.kind, provision.num, provision.heading) == (kind, num, words)
    assert provision.text == "Een lamp."


def test_a_file_encoded_twice_is_repaired_and_one_encoded_twice_in_part_is_not() -> None:
    good = HEAD + ARTICLE + "Coördinatie § 1.\n"
    twice = good.encode().decode("latin-1").encode()
    assert READER.read(twice).provisions == READER.read(good.encode()).provisions
    assert "encoded-twice" in {g.rule for g in READER.read(twice).guessed}
    mixed = READER.read(twice + "één".encode())
    assert next(articles(mixed.provisions)).text == "CoÃ¶rdinatie Â§ 1.\néén"
    assert "encoded-twice-in-part" in {g.rule for g in mixed.guessed}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("a\n\n" * 50_000 + "\n\n**1.**\n" + "a\n\n" * 25_000, id="text that repeats itself"),
        pytest.param("\n\n**1.**\nx\n" * 20_000, id="leden"),
        pytest.param("woord\n   verder\n" * 20_000, id="lines that go on"),
    ],
)
def test_a_monstrous_article_is_read_in_linear_time(body: str) -> None:
    assert _article("Tekst\n\n" + body).kind is ProvisionKind.ARTICLE


def test_a_seeded_set_of_samples_reads_with_an_article_for_every_article_heading(samples: Path) -> None:
    files = sorted((samples / "nl-corpus").glob("*.md"))
    for file in random.Random(20310701).sample(files, 100):
        source = file.read_bytes()
        reading = READER.read(source)
        headings = len(re.findall(r"^## +Artikel", source.decode(), re.MULTILINE))
        found = [p for p in walk(reading.provisions) if p.num.startswith("Artikel")]
        assert sum(p.kind is ProvisionKind.ARTICLE for p in found) == headings, file.name
        assert reading.identifiers[0].value == file.stem
