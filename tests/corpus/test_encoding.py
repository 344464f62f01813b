"""Bytes to text: what is repaired, what is left as it stands, and what is refused."""

import codecs

import pytest

from corpus.encoding import ENCODED_TWICE, ENCODED_TWICE_IN_PART, Decoded, decode, has_control_characters
from corpus.errors import UndecodableError

LAW = "Coördinatie: § 1, €\xa05 – ‘één’ m²\n"


def _twice(text: str, encoding: str) -> bytes:
    return text.encode("utf-8").decode(encoding).encode("utf-8")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(LAW.encode("utf-8"), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + LAW.encode("utf-8"), id="utf-8 with a mark"),
        pytest.param(LAW.encode("utf-16"), id="utf-16"),
        pytest.param(codecs.BOM_UTF16_BE + LAW.encode("utf-16-be"), id="utf-16, big end first"),
        pytest.param(
            LAW.replace("\n", "\r\n").encode("utf-8"), id="lines ended by carriage return and line feed"
        ),
        pytest.param(LAW.replace("\n", "\r").encode("utf-8"), id="lines ended by carriage return"),
    ],
)
def test_text_comes_out_the_same_from_every_encoding_we_accept(source: bytes) -> None:
    assert decode(source).text == LAW
    assert decode(source).rule == ""


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_a_text_that_was_encoded_twice_is_repaired_and_says_so(encoding: str) -> None:
    text = "Coördinatie: § 1 en één, m²\n"
    assert decode(_twice(text, encoding)).text == text
    assert decode(_twice(text, encoding)).rule == ENCODED_TWICE


def test_a_byte_order_mark_that_was_encoded_twice_goes() -> None:
    source = _twice("\ufeffArtikel 1\n", "latin-1")
    assert decode(source).text == "Artikel 1\n"
    assert decode(source).rule == ENCODED_TWICE


@pytest.mark.parametrize("rest", ["en toch één keer goed", "‘aanhaling’", "€ 5"])
def test_a_text_that_was_encoded_twice_in_part_is_left_as_it_stands(rest: str) -> None:
    source = _twice("coördinatie ", "latin-1") + rest.encode("utf-8")
    assert decode(source).text == "coÃ¶rdinatie " + rest
    assert decode(source).rule == ENCODED_TWICE_IN_PART


@pytest.mark.parametrize("text", ["één", "‘één’", "Â", "Ã is een letter", "CAFÉ»", "São Tomé"])
def test_text_with_ordinary_accents_is_not_touched(text: str) -> None:
    assert decode(text.encode("utf-8")).text == text
    assert decode(text.encode("utf-8")).rule == ""


@pytest.mark.parametrize("source", [b"Artikel \xe9\xe9n", b"\xff\xfe\x00", b"PK\x03\x04\xff\xff", b"\xc3"])
def test_bytes_that_are_no_text_are_refused_with_the_place(source: bytes) -> None:
    with pytest.raises(UndecodableError) as refusal:
        decode(source)
    assert "byte" in str(refusal.value)
    assert "UTF-8" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "holds"), [("a\x00b", True), ("a\x1bb", True), ("a\tb\n\fc", False), ("é", False)]
)
def test_control_characters_tell_a_binary_file_from_text(text: str, holds: bool) -> None:
    assert has_control_characters(text) is holds


def test_a_letter_beyond_latin_1_that_was_encoded_twice_is_repaired() -> None:
    twice = "beēindiging".encode().decode("latin-1").encode()
    assert decode(twice) == Decoded("beēindiging", ENCODED_TWICE)
