"""The words of a DOCX, of an opinion's page and of a decision note, counted without any reader of ours.

A second opinion on `corpus.readers`: it imports nothing from there. Of a DOCX it knows only the elements that
hold words (ECMA-376), and it does not count automatic numbers: those are not in the file as text.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree, html

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OUT = {f"{W}del", f"{W}moveFrom"}
IN = {f"{W}ins", f"{W}moveTo"}
NUMBER = re.compile(r"(?:(?:\d+|[a-z]{1,4}|[A-Z]{1,4})°?[.)]?|Artikel|•|[-–])$")


def docx_words(source: bytes, *, before: bool = False) -> list[str]:
    """The words of the body after the tracked changes, or before them; comments at their places."""
    with zipfile.ZipFile(BytesIO(source)) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
        names = package.namelist()
        comments = _comments(package.read("word/comments.xml")) if "word/comments.xml" in names else {}
        furniture = [n for n in sorted(names) if re.fullmatch(r"word/(?:header|footer)\d*\.xml", n)]
        around = [" ".join(_pieces(etree.fromstring(package.read(name)), IN, {})) for name in furniture]
    if before:
        return "".join(_pieces(body, IN, None)).split()
    return f"{''.join(_pieces(body, OUT, comments))} {' '.join(around)}".split()


def _comments(part: bytes) -> dict[str, str]:
    return {c.get(f"{W}id"): f" {' '.join(_pieces(c, OUT, {}))} " for c in etree.fromstring(part)}


def _pieces(element: etree._Element, gone: set[str], comments: dict[str, str] | None) -> Iterator[str]:
    """Words, with a gap after each paragraph whose end is not gone; hidden words and comments after that.

    Without comments (None) neither those nor hidden words are given.
    """
    late: list[str] = []
    for event, e in etree.iterwalk(element, events=("start", "end")):
        run = e.getparent()
        if event == "end" and e.tag == f"{W}p":
            mark = e.find(f"{W}pPr/{W}rPr")
            if mark is None or not any(child.tag in gone for child in mark):
                yield from (" ", *(late if comments is not None else ()))
                late = []
        elif event == "start" and e.tag in (f"{W}t", f"{W}delText"):
            if run.find(f"{W}rPr/{W}vanish") is not None:
                late.append(f" {e.text} ")
            elif not any(above.tag in gone for above in e.iterancestors()):
                yield e.text or ""
        elif event == "start" and e.tag in (f"{W}tab", f"{W}br") and run.tag == f"{W}r":
            yield " "
        elif event == "start" and e.tag == f"{W}commentReference":
            late.append((comments or {}).get(e.get(f"{W}id"), ""))


def without_numbers(found: list[str], expected: list[str]) -> tuple[list[str], list[str]]:
    """The words found less those that only a count can have put there, and those it cannot explain."""
    kept, unexplained = [], []
    rest = iter([*expected, None])
    wanted = next(rest)
    for word in found:
        if word == wanted:
            kept.append(word)
            wanted = next(rest)
        elif not NUMBER.match(word):
            unexplained.append(word)
    return kept, unexplained


def opinion_words(source: bytes) -> list[str]:
    """The words of `#volledigetekst`; running text elements join their words to those around them."""
    (text,) = html.fromstring(source).xpath("//*[@id='volledigetekst']")
    return "".join(_flat(text)).split()


def _flat(e: etree._Element) -> Iterator[str]:
    gap = "" if e.tag in ("em", "strong", "a", "sup") else " "
    yield gap + (e.text or "")
    for child in e:
        yield from _flat(child)
        yield child.tail or ""
    yield gap


def note_words(source: bytes) -> list[str]:
    """The words of a decision note in plain text, up to its line of dashes."""
    return re.split(r"^-{3,}$", source.decode(), maxsplit=1, flags=re.MULTILINE)[0].split()
