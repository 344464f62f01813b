"""Every sample file does what the list says, loses no word, and the goldens stay as they were reviewed.

The list is `tests/samples.toml`. The goldens are `tests/golden/<format>/<file>.txt`: a line a provision (eId,
kind, first twelve digits of the SHA-256 of its own words, first six words); in long texts one line an
article, with what stands below it counted and hashed along. To make them again after a change that was meant:

    WETGEVING_WRITE_GOLDENS=1 pytest tests/test_samples.py

That run writes what differs and then fails: read the difference (`git diff tests/golden`), and run again.
Takes about 30 seconds: it reads all 2,686 files.
"""

import os
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import pytest

from corpus.errors import WetgevingError
from corpus.provision import CONTAINERS, Provision, ProvisionKind, walk
from corpus.readers import read
from corpus.reading import Reading
from tests.expectations import NO_LAW, READS, REFUSES, Expectation, expectations
from tests.no_lost_word.account import lost_words

GOLDEN = Path(__file__).parent / "golden"
DESCRIPTIONS = {"MANIFEST.csv", "PROVENANCE.md"}  # of the collection itself, not samples
LONG = 400

BY_FOLDER = {
    folder: tuple(group)
    for folder, group in groupby(expectations(), key=lambda expected: expected.path.split("/")[0])
}
GOLDENS = (
    "akn/legaldocml/uk_ukpga-2014-27.xml",  # sections as the basic unit, quoted structures
    "akn/legaldocml/v2/Bill_Bungeni_2011-06-30v2.xml",  # version 2.0, a collection around a bill
    "akn/leos/mandate/move/bill_3Articles__move_Art3Par1AndChilds_beforeArt1Par1_output.xml",
    "akn/it-normattiva/012G0234/012G0234_VIGENZA_20130804.xml",  # double brackets stay text
    "amendments/de-legaldocml/bgbl-1_2017_s419/2-amending.xml",
    "bwb-legacy-2012/BWBR0002458.xml",
    "bwb-legacy-2012/BWBR0003523.xml",  # transitional law in amendments without instruction
    "bwb-legacy-2012/BWBR0012288.xml",  # a circular in divisions
    "bwb-markdown-versions/BWBR0011823/BWBR0011823_2010-09-01.md",
    "bwb-markdown-versions/BWBR0011823/BWBR0011823_2012-01-01.md",
    "bwb-markdown-versions/BWBR0011823/BWBR0011823_2012-07-07.md",
    "bwb-markdown-versions/BWBR0011823/BWBR0011823_2013-01-01.md",
    "bwb-markdown-versions/BWBR0011823/BWBR0011823_2014-01-01.md",
    "bwb-markdown-versions/BWBR0011823/BWBR0011823_2014-05-26.md",
    "bwb-markdown-versions/BWBR0011823/BWBR0011823_2014-09-19.md",
    "bwb-toestand/BWBR0011823_2019-02-27.xml",
    "bwb-toestand/BWBR0005537_2020-04-15.xml",  # leden twice, articles 1 and 2 in two annexes
    "bwb-toestand/BWBR0012002_2019-10-01.xml",  # text after a list, forms and tables in annexes
    "bwb-toestand/BWBR0043324_2020-04-22.xml",  # TOGS: phased and retroactive
    "bwb-toestand/BWBR0005730_2018-01-01.xml",  # Aanwijzingen: explanations below articles
    "bwb-toestand/BWBV0001109/BWBV0001109_2004-12-28_0.xml",  # a treaty with its protocol
    "amendments/nl-rwn-2016/after.md",  # words strayed before the first line
    "nl-corpus/BWBR0006300.md",  # surplus headings of articles
    "nl-corpus/BWBR0006735.md",  # encoded twice in part
    "nl-corpus/BWBR0004288.md",  # no article, text after a list
    "op-xml/staatsblad/stb-2026-187.excerpt.xml",  # amending articles, quoted law, a footnote in a table
    "op-xml/handelingen-repaired/h-tk-20172018-70-6.xml",  # a motion inside a speech
    "formex/32024R1183/L_202401183EN.000101.fmx.xml",  # amending act: quoted law, footnotes
    "formex/combined/visakodex_de.xml",  # consolidated: deleted text, forms, tables, quoted law
    "eurlex-html/modern_1_raw.html",  # Official Journal with classes, annexes
    "eurlex-html/proposal_raw.html",  # proposal with memorandum and financial statement
)


def test_the_list_and_the_folder_hold_the_same_files(samples: Path) -> None:
    listed = [expected.path for expected in expectations()]
    found = {path.relative_to(samples).as_posix() for path in samples.rglob("*") if path.is_file()}
    assert sorted(set(listed) ^ (found - DESCRIPTIONS)) == []
    assert len(listed) == len(set(listed))


def test_every_line_of_the_list_is_complete() -> None:
    for expected in expectations():
        assert expected.outcome in (READS, REFUSES, NO_LAW), expected
        assert bool(expected.code) == (expected.outcome != READS), expected
        assert expected.reason or expected.outcome == READS, f"weigering zonder reden: {expected}"


@pytest.mark.parametrize("folder", BY_FOLDER)
def test_every_file_does_what_the_list_says_and_loses_no_word(samples: Path, folder: str) -> None:
    deviations = [line for expected in BY_FOLDER[folder] if (line := _deviation(samples, expected))]
    total = len(BY_FOLDER[folder])
    assert not deviations, "\n".join([f"{len(deviations)} van {total} wijken af:", *deviations])


def _deviation(samples: Path, expected: Expectation) -> str:
    """What a file does other than listed, in one line; "" when it does as listed."""
    source = (samples / expected.path).read_bytes()
    try:
        reading = read(source)
    except WetgevingError as error:
        wanted = expected.code or READS
        return "" if error.code == wanted else f"{expected.path}: verwacht {wanted}, {error.code}: {error}"
    except Exception as crash:
        crash.add_note(f"bij het lezen van {expected.path}")
        raise
    if expected.outcome != READS:
        return f"{expected.path}: verwacht {expected.code}, gelezen door {reading.reader}"
    lost = lost_words(source, reading)
    return f"{expected.path}: {lost}" if lost else ""


@pytest.mark.parametrize("path", GOLDENS, ids=[Path(path).name for path in GOLDENS])
def test_a_golden_reading_stays_as_it_was_reviewed(samples: Path, path: str) -> None:
    found = "\n".join(_golden_lines(read((samples / path).read_bytes()))) + "\n"
    golden = GOLDEN / path.split("/")[0] / f"{Path(path).stem}.txt"
    reviewed = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if found != reviewed and os.environ.get("WETGEVING_WRITE_GOLDENS"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
        pytest.fail(
            f"{golden.name} is opnieuw geschreven: beoordeel het verschil en draai de toets nog eens."
        )
    assert found.splitlines() == reviewed.splitlines()


def test_every_golden_file_belongs_to_a_sample() -> None:
    wanted = {f"{path.split('/')[0]}/{Path(path).stem}.txt" for path in GOLDENS}
    assert {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.txt")} == wanted


def _golden_lines(reading: Reading) -> Iterator[str]:
    """The account of a reading, then its provisions; in a long text none below articles."""
    yield f"# {reading.reader}, {reading.kind}, {sum(1 for _ in walk(reading.provisions))} bepalingen"
    for rule, times in sorted(_rules(reading).items()):
        yield f"# {rule}: {times}"
    whole = sum(1 for _ in walk(reading.provisions)) <= LONG
    for provision in reading.provisions:
        yield from _provision_lines(provision, whole=whole)


def _rules(reading: Reading) -> Counter[str]:
    dropped = (f"weggelaten door {dropped.rule}" for dropped in reading.dropped)
    return Counter([*dropped, *(f"aangenomen door {guessed.rule}" for guessed in reading.guessed)])


def _provision_lines(provision: Provision, *, whole: bool) -> Iterator[str]:
    apart = [child for child in provision.children if whole or _stands_apart(child, provision)]
    along = [] if whole else [c for c in provision.children if not _stands_apart(c, provision)]
    words = [*provision.own_words(), *(word for child in along for word in child.words())]
    digest = sha256(" ".join(words).encode()).hexdigest()[:12]
    kinds = Counter(below.kind.value for below in walk(along))
    counts = "".join(f" +{times} {kind}" for kind, times in kinds.items())
    yield f"{provision.eid} {provision.kind} {digest} {' '.join(words[:6])}".rstrip() + counts
    for child in apart:
        yield from _provision_lines(child, whole=whole)


def _stands_apart(child: Provision, parent: Provision) -> bool:
    """In a long text: articles and what holds them have a line of their own."""
    return parent.kind is not ProvisionKind.ARTICLE and child.kind in CONTAINERS | {ProvisionKind.ARTICLE}
