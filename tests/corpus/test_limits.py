"""The limits on a file: what they are when nobody chose, and that each refuses in words of its own."""

import threading
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from corpus.errors import SourceTooLargeError
from corpus.limits import DEEPEST, Limits, applied, in_force
from corpus.readers import read

FIXTURES = Path(__file__).parent / "readers" / "fixtures"
PLAIN = b"Wet op de tuinen (Tuinwet)\n\nArtikel 1\n\nEr is een tuin.\n"


def lists(levels: int) -> str:
    """A list within a list, so many levels of elements deep."""
    return "<lijst><li>" * (levels // 2) + "<al>Diep.</al>" + "</li></lijst>" * (levels // 2)


def consolidated(inner: str) -> bytes:
    return (
        "<toestand bwb-id='BWBR9999901' inwerkingtreding='2091-03-01'><wetgeving soort='wet'>"
        "<intitule>Tuinwet</intitule><wet-besluit><wettekst><artikel><kop><label>Artikel</label><nr>1</nr>"
        f"</kop>{inner}</artikel></wettekst></wet-besluit></wetgeving></toestand>"
    ).encode()


def annex(inner: str) -> bytes:
    return f"<ANNEX><CONTENTS>{inner}</CONTENTS></ANNEX>".encode()


def page(inner: str) -> bytes:
    opening = '<p class="doc-ti">VERORDENING 2099/7</p><p class="ti-art">Artikel 1</p>'
    return f"<html><body>{opening}{inner}</body></html>".encode()


def package(**members: bytes) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    return held.getvalue()


def test_the_limits_are_100_mb_a_file_300_mb_unpacked_256_levels_and_60_seconds() -> None:
    usual = Limits(file_bytes=100_000_000, unpacked_bytes=300_000_000, depth=256, seconds=60.0)
    assert Limits() == in_force() == usual


DOCX = next((FIXTURES / "docx").glob("*.docx"))
PDF = FIXTURES / "pdf" / "slotenwet-reportlab-synthetisch.pdf"
LOWERED: dict[str, tuple[Limits, bytes, str]] = {
    "bytes of a file": (Limits(file_bytes=40), PLAIN, r"te groot.*De grens is 40 bytes\."),
    "bytes of a part of a Word file": (
        Limits(file_bytes=DOCX.stat().st_size),
        DOCX.read_bytes(),
        rf"onderdeel.*De grens is {DOCX.stat().st_size} bytes\.",
    ),
    "bytes of a package, unpacked": (
        Limits(unpacked_bytes=500),
        package(a=b"tuin" * 200),
        r"uitgepakt te groot.*De grens is 500 bytes uitgepakt\.",
    ),
    "letters of the pages of a PDF": (
        Limits(unpacked_bytes=100),
        PDF.read_bytes(),
        r"te groot.*De grens is 100 tekens\.",
    ),
    "levels of a file that is read by part": (
        Limits(depth=40),
        consolidated(lists(60)),
        r"te diep.*De grens is 40 niveaus\.",
    ),
    "levels of a file that is read whole": (
        Limits(depth=40),
        annex("<GR.SEQ>" * 50 + "<P>Diep.</P>" + "</GR.SEQ>" * 50),
        r"te diep.*De grens is 40 niveaus\.",
    ),
    "levels of a page": (
        Limits(depth=40),
        page("<div>" * 50 + "<p>Diep.</p>" + "</div>" * 50),
        r"te diep.*De grens is 40 niveaus\.",
    ),
    "levels that no setting allows": (
        Limits(),
        consolidated(lists(300)),
        r"te diep.*De grens is 256 niveaus\.",
    ),
}


@pytest.mark.parametrize(("limits", "source", "words"), LOWERED.values(), ids=LOWERED.keys())
def test_a_file_past_a_limit_is_refused_with_the_limit_in_force(
    limits: Limits, source: bytes, words: str
) -> None:
    with applied(limits), pytest.raises(SourceTooLargeError, match=words):
        read(source)


@pytest.mark.parametrize(
    ("limits", "source"),
    [
        (Limits(file_bytes=len(PLAIN)), PLAIN),
        (Limits(depth=46), consolidated(lists(40))),
        (Limits(depth=DEEPEST), consolidated(lists(40))),
    ],
)
def test_a_file_at_the_limit_is_read(limits: Limits, source: bytes) -> None:
    with applied(limits):
        assert read(source).provisions


def test_limits_hold_for_the_block_they_are_put_in_force_for() -> None:
    with applied(Limits(depth=9)):
        with applied(Limits(depth=7)):
            assert in_force().depth == 7
        assert in_force().depth == 9
    assert in_force() == Limits()


def test_another_thread_has_limits_of_its_own() -> None:
    seen: list[Limits] = []

    def look() -> None:
        seen.append(in_force())
        with applied(Limits(depth=7)):
            seen.append(in_force())

    with applied(Limits(depth=9)):
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
        assert (seen, in_force()) == ([Limits(), Limits(depth=7)], Limits(depth=9))
