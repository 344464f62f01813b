"""The words of a Markdown or plain text file, counted without any reader: all text less a written list.

This is the second opinion on `corpus.readers`: it imports nothing from there and knows no structure. Stars
are taken out of words on both sides of the comparison (`without_stars`), because a star can be typography
(`*Stb.*`) or part of a number (`2a*`); their number is compared apart: what typography loses comes in pairs.
"""

import contextlib
import re
from collections.abc import Iterable

GAP = r"[^\S\n]"
"""White space within a line."""
NOT_LAW = {
    "front matter": (
        rf"\A---{GAP}*\n.*?\n---{GAP}*\n",
        "what the repository says of the file, not in the law",
    ),
    "meta line": (rf"<meta{GAP}[^>\n]*>", "an instruction to a browser"),
    "heading hashes": (rf"^{GAP}*#{{1,6}}", "the mark of a heading, not a word"),
    "rule of a table": (rf"^{GAP}*\|(?:[|:\-]|{GAP})+\|{GAP}*$", "the line under the head of a table"),
}
LINK = (
    r"!?\[([^\[\]]*)\]\((?:[^\s\[\]]*?README\.md|[^()\s]*)\)",
    "a link or image: its words stay, its target goes (up to README.md, where that holds a parenthesis)",
)
ROW = (rf"^{GAP}*\|.*\|{GAP}*$", "a row of a table: pipes separate cells")


def flat_words(source: bytes) -> list[str]:
    """The words of a file in the dialect that opens with a `<meta>` line."""
    return _words(_text(source), "meta line")


def front_matter_words(source: bytes) -> list[str]:
    """The words of a file in the dialect that opens with front matter."""
    return _words(_text(source), "front matter")


def plain_words(source: bytes) -> list[str]:
    """The words of a plain text: all of them."""
    return _text(source).split()


def without_stars(words: Iterable[str]) -> list[str]:
    """The same words without their stars; a word of stars alone goes."""
    return [word for word in (word.replace("*", "") for word in words) if word]


def stars(words: Iterable[str]) -> int:
    """How many stars the words hold."""
    return sum(word.count("*") for word in words)


def _words(text: str, opening: str) -> list[str]:
    for exclusion in (opening, "heading hashes", "rule of a table"):
        text = re.sub(
            NOT_LAW[exclusion][0], " ", text, flags=re.MULTILINE | re.DOTALL * (exclusion == "front matter")
        )
    text = re.sub(ROW[0], lambda row: row.group().replace("|", " "), text, flags=re.MULTILINE)
    return re.sub(LINK[0], lambda link: _linked(link), text).split()


def _linked(link: re.Match[str]) -> str:
    return f" {link[1]} " if link.group().startswith("!") else link[1]


def _text(source: bytes) -> str:
    """The characters of the file; undone once when the whole of it was encoded as UTF-8 twice.

    A byte order mark in front is no character of the text, and neither is one that is repeated there.
    """
    text = source.decode("utf-8-sig")
    if re.search("[\u00c2-\u00c5\u00e2][\u0080-\u00bf]", text):
        with contextlib.suppress(UnicodeError):
            text = text.encode("latin-1").decode("utf-8-sig")
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
