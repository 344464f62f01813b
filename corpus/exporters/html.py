"""HTML: a version or a provision as one document that stands alone, without script, style sheet or address.

Every provision is a `section` under its eId with its kind as class; blocks are paragraphs, rows a table,
typography `b i u sup sub`. An editor's note is an `aside`. Fictional text says so at the top, at every
article and to search engines.
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby, pairwise

from corpus.errors import NotExportableError
from corpus.exporters.exported_version import FICTIONAL, ExportedVersion, Exporter
from corpus.provision import CONTAINERS, Provision, ProvisionKind

_TAGS = {"bold": "b", "italic": "i", "underline": "u", "superscript": "sup", "subscript": "sub"}
_LABEL = f'<p class="fictief"><strong>{FICTIONAL}</strong></p>'
_DEEPEST = 6


def _export(version: ExportedVersion) -> bytes:
    if not version.provisions:
        raise NotExportableError("Een versie zonder bepalingen wordt niet uitgevoerd.", value=version.version)
    return "\n".join([*_head(version), *_body(version), "</body>", "</html>", ""]).encode()


EXPORTER = Exporter("html", "text/html", ".html", _export)


def _head(version: ExportedVersion) -> Iterator[str]:
    title = version.short_title or version.title or version.work
    label = f"{FICTIONAL}: " if version.fictional else ""
    yield "<!doctype html>"
    yield f'<html lang="{escape(version.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    if version.fictional:
        yield '<meta name="robots" content="noindex">'
    yield f"<title>{escape(f'{label}{title}, {version.version}')}</title>"
    yield "</head>"


def _body(version: ExportedVersion) -> Iterator[str]:
    label = _LABEL if version.fictional else ""
    yield "<body>"
    if label:
        yield label
    yield f"<h1>{escape(version.short_title or version.title or version.work)}</h1>"
    if version.title and version.short_title:
        yield f"<p>{escape(version.title)}</p>"
    facts = [("Versie", " ".join(part for part in (version.version, version.portion) if part))]
    rows = [*facts, *version.dates()]
    yield f"<dl>{''.join(f'<dt>{escape(name)}</dt><dd>{escape(value)}</dd>' for name, value in rows)}</dl>"
    for provision in version.provisions:
        yield from _section(provision, 2, label)


def _section(provision: Provision, level: int, label: str) -> Iterator[str]:
    yield f'<section id="{escape(provision.eid)}" class="{provision.kind}">'
    head = " ".join(part for part in (provision.num, provision.heading) if part)
    apart = provision.kind in CONTAINERS or provision.kind is ProvisionKind.ARTICLE
    if head and (apart or provision.heading):
        yield f"<h{level}>{escape(head)}</h{level}>"
    elif head:
        yield f"<p>{escape(head)}</p>"
    if label and (apart or level == 2):
        yield label
    yield from _blocks(provision)
    for note in provision.notes:
        yield f'<aside class="{escape(note.kind)}">{escape(note.text)}</aside>'
    for child in provision.children:
        yield from _section(child, min(level + 1, _DEEPEST), label)
    yield "</section>"


def _blocks(provision: Provision) -> Iterator[str]:
    """Paragraphs, and tables of consecutive rows."""
    for is_row, lines in groupby(_pieces(provision.text, "\n", 0), key=lambda line: "\t" in line[1]):
        if not is_row:
            yield from (f"<p>{_marked(provision, *line)}</p>" for line in lines if line[1])
            continue
        rows = ("".join(f"<td>{_marked(provision, *cell)}</td>" for cell in _cells(line)) for line in lines)
        yield f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _cells(line: tuple[int, str]) -> Iterator[tuple[int, str]]:
    return _pieces(line[1], "\t", line[0])


def _pieces(text: str, border: str, start: int) -> Iterator[tuple[int, str]]:
    """The parts of a text, each with the place where it begins."""
    for piece in text.split(border):
        yield start, piece
        start += len(piece) + len(border)


def _marked(provision: Provision, start: int, text: str) -> str:
    """A piece of the own text with its typography."""
    end = start + len(text)
    marks = [m for m in provision.marks if m.start < end and m.end > start and m.style in _TAGS]
    cuts = sorted({start, end, *(min(max(at, start), end) for m in marks for at in (m.start, m.end))})
    pieces = []
    for a, b in pairwise(cuts):
        piece = escape(provision.text[a:b])
        for style in dict.fromkeys(m.style for m in marks if m.start <= a and m.end >= b):
            piece = f"<{_TAGS[style]}>{piece}</{_TAGS[style]}>"
        pieces.append(piece)
    return "".join(pieces)
