"""Fictional opinions written for the tests: one description, three files (publication XML, Word, plain text).

A description is a text in `papers/`, one line per paragraph, each with its role:

| role | what it becomes |
|---|---|
| `titel` | the title of the paper |
| `recht`, `advies` | a paragraph upright, or in italics |
| `kop`, `kop2`, `kop3` | a numbered heading in italics, one level deeper each |
| `kopje-recht` | a heading without number, upright |
| `lijst-advies`, `lijst-recht` | an item of a list |
| `noot` | a footnote at the end of the paragraph before it |
| `bijlage`, `bijlage-item` | the annex |

`[[...]]` turns italics round, also in the middle of a word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap
from xml.sax.saxutils import escape

from tests.corpus.readers.made_files import at, docx, paragraph, pdf, text

PAPERS = Path(__file__).with_name("papers")
_FLIP = re.compile(r"\[\[|\]\]")
_ITALIC_ROLES = frozenset({"advies", "lijst-advies", "kop", "kop2", "kop3", "bijlage-item"})
_DEPTHS = {"kop": 1, "kop2": 2, "kop3": 3}


@dataclass
class Paragraph:
    """One line of a description: its role, its runs of text with their italics, its footnotes."""

    role: str
    runs: list[tuple[str, bool]]
    notes: list[str] = field(default_factory=list)

    @property
    def plain(self) -> str:
        return "".join(words for words, _ in self.runs)


def names() -> list[str]:
    """The names of all descriptions."""
    return sorted(path.stem for path in PAPERS.glob("*.txt"))


def paragraphs(name: str) -> list[Paragraph]:
    """A description, paragraph by paragraph."""
    found: list[Paragraph] = []
    for line in (PAPERS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        role, _, words = line.partition(": ")
        if role == "noot":
            found[-1].notes.append(words)
        else:
            found.append(Paragraph(role, list(_runs(words, italic=role in _ITALIC_ROLES))))
    return found


def _runs(words: str, *, italic: bool) -> Iterator[tuple[str, bool]]:
    for turn, part in enumerate(_FLIP.split(words)):
        if part:
            yield part, italic is (turn % 2 == 0)


def as_text(name: str, *, emphasis: bool = False) -> bytes:
    """Plain text, a blank line between paragraphs; with `emphasis` as Markdown."""
    notes: list[str] = []
    blocks: list[str] = []
    for item in paragraphs(name):
        words = "".join(_starred(w) if italic and emphasis else w for w, italic in item.runs)
        for note in item.notes:
            notes.append(note)
            words += f" [{len(notes)}]"
        blocks.append(words)
    blocks += [f"[{number}] {note}" for number, note in enumerate(notes, start=1)]
    return "\n\n".join(blocks).encode()


def _starred(words: str) -> str:
    """Words in italics; white space stays outside the stars, as Markdown wants it."""
    bare = words.strip()
    return words.replace(bare, f"*{bare}*") if bare else words


def as_docx(name: str) -> bytes:
    """A Word file without styles: typography and footnotes only."""
    notes: list[str] = []
    body = ""
    for item in paragraphs(name):
        runs = [text(escape(words), properties="<w:i/>" if italic else "") for words, italic in item.runs]
        for note in item.notes:
            notes.append(note)
            runs.append(f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>')
        body += paragraph(*runs)
    if not notes:
        return docx(body)
    made = (
        f'<w:footnote w:id="{n}">{paragraph(escape(w))}</w:footnote>' for n, w in enumerate(notes, start=1)
    )
    return docx(body, footnotes="".join(made))


def as_xml(name: str) -> bytes:
    """A Kamerstuk as it is published: divisions, lists, `nadruk`, `noot`."""
    title, *rest = paragraphs(name)
    body, annex, open_divisions, notes = "", "", 0, 0
    for item in rest:
        inline = "".join(f'<nadruk type="cur">{escape(w)}</nadruk>' if i else escape(w) for w, i in item.runs)
        for note in item.notes:
            notes += 1
            inline += _noot(notes, note)
        if item.role in _DEPTHS:
            closing = max(0, open_divisions - _DEPTHS[item.role] + 1)
            body += "</divisie>" * closing + f"<divisie>{_kop(item, inline)}"
            open_divisions = _DEPTHS[item.role]
        elif item.role == "bijlage":
            annex = f"<bijlage><kop><titel>{inline}</titel></kop>{annex}"
        elif item.role == "bijlage-item":
            annex += _li(item, inline)
        else:
            body += _li(item, inline) if item.role.startswith("lijst") else _al(item, inline)
    body += "</divisie>" * open_divisions
    return _publication(
        title.plain, body.replace("</lijst><lijst>", ""), annex and f"{annex}</bijlage>"
    ).encode()


def as_html(name: str) -> bytes:
    """The page of the Council for an opinion without answers."""
    title, *rest = paragraphs(name)
    body = "".join(_html_line(item) for item in rest)
    number = next(item.plain for item in rest if item.plain.startswith("No.")).removeprefix("No.")
    return (
        f"<!DOCTYPE html><html><head><title>{title.plain}</title></head><body><h1>{title.plain}</h1>"
        f'<p class="meta-value-kenmerk">{number}</p><div id="volledigetekst">{body}</div></body></html>'
    ).encode()


def as_pdf(name: str) -> bytes:
    """A PDF without typography, its lines broken at ninety signs and its paragraphs set close together."""
    pages, page, y = [], "", 800
    for item in paragraphs(name):
        for line in wrap(item.plain.replace("–", "-"), 90):
            if y < 60:
                pages.append(page)
                page, y = "", 800
            page += at(line.replace("(", r"\(").replace(")", r"\)"), y, size=9)
            y -= 12
        y -= 10
    return pdf(*pages, page)


def _html_line(item: Paragraph) -> str:
    tag = f"h{1 + _DEPTHS.get(item.role, 1)}" if item.role.startswith("kop") else "p"
    return f"<{tag}>{escape(item.plain)}</{tag}>"


def _noot(number: int, words: str) -> str:
    inner = f"<noot.nr>{number}</noot.nr><noot.al>{escape(words)}</noot.al>"
    return f'<noot id="n{number}" type="voet">{inner}</noot>'


def _kop(item: Paragraph, inline: str) -> str:
    number, _, _ = item.plain.partition(" ")
    return f"<kop><nr>{number}</nr><titel>{inline.replace(f'{number} ', '', 1)}</titel></kop>"


def _al(item: Paragraph, inline: str) -> str:
    return f"<tussenkop>{inline}</tussenkop>" if item.role == "kopje-recht" else f"<al>{inline}</al>"


def _li(item: Paragraph, inline: str) -> str:
    mark, _, _ = item.plain.partition(" ")
    return f"<lijst><li><li.nr>{mark}</li.nr><al>{inline.replace(f'{mark} ', '', 1)}</al></li></lijst>"


def _publication(title: str, body: str, annex: str) -> str:
    meta = '<meta name="DC.type" scheme="OVERHEIDop.KamerstukTypen" content="Advies Afdeling advisering"/>'
    kept = (
        f"<titel>{escape(title)}</titel><algemeen><vrije-tekst><tekst>{body}</tekst></vrije-tekst></algemeen>"
    )
    return (
        f"<officiele-publicatie><metadata>{meta}</metadata>"
        f"<kamerstuk><stuk>{kept}{annex}</stuk></kamerstuk></officiele-publicatie>"
    )
