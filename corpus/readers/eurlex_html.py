"""HTML pages of EUR-Lex: the Official Journal, consolidated texts, proposals; six shapes of 1998 to today.

Source of the structure: `docs/bronvormen.md`. A page is recognised by its content. Pages that hold no law
(headers, tables of contents) are refused by name. Pages of the Official Journal since 2023 (`oj-ti-art`,
`eli-subdivision`) and consolidated pages with `title-article-norm` were not at hand: their shape is read
from the description.
"""

import re
from collections.abc import Iterable
from datetime import date

from corpus.errors import NoLawError
from corpus.provision import ProvisionKind
from corpus.readers.draft import Block, Draft, Omission, finish
from corpus.readers.eu_labels import act_kind, language, short_title
from corpus.readers.eurlex_act import Act
from corpus.readers.eurlex_lines import opening_language
from corpus.readers.eurlex_page import Line, lines
from corpus.readers.reader import Reader
from corpus.reading import Identifier, Reading
from corpus.secure_xml import Element, looks_like_html, parse_html, root_name

MEDIA_TYPE = "text/html"
_SIGNS = re.compile(
    rb"EUR-Lex - |class=\"(?:oj-)?(?:ti-art|doc-ti|hd-oj|title-article-norm)\"|class=\"eli-subdivision|"
    rb"class=\"(?:Titrearticle|Typedudocument)|id=\"TexteOnly\"|\"\./(?:\.\./)+legal-content/|lexparency\.org"
)
_CONTENTS = re.compile(rb"\s*<div id=\"toc\">.{0,200}lxp-", re.DOTALL)
_CELEX = re.compile(r"\b[0-9][0-9]{4}[A-Z]{1,2}[0-9]{4}(?:\([0-9]{2}\))?\b")
_ELI = re.compile(r"https?://data\.europa\.eu/eli/[a-z_]+/[0-9]{4}/[0-9]+(?:/[a-z0-9-]+)*")
_COM = re.compile(r"(?:COM|JOIN)\([0-9]{4}\) [0-9]+(?: final)?")
_PROCEDURE = re.compile(r"[0-9]{4}/[0-9]{4} ?\([A-Z]{3}\)")
_DAY = re.compile(r"\b([0-9]{2})\.([0-9]{2})\.([0-9]{4})\b")
_LANGUAGE = re.compile(r"[A-Za-z]{2}")
_CONSOLIDATED = re.compile(r"consolid|konsolid", re.IGNORECASE)


def _recognises(source: bytes) -> bool:
    if looks_like_html(source):
        return _SIGNS.search(source[:300_000]) is not None
    return _CONTENTS.match(source[:2_000]) is not None and root_name(source) == "div"


def _read(source: bytes) -> Reading:
    root = parse_html(source)
    page = lines(root)
    act = Act()
    for line in page:
        act.take(line)
    content = act.finish()
    _refuse_without_law(content)
    code, guesses = _language(root, page)
    finished = finish(content, guesses)
    headed = " ".join(str(text) for element in root.iter("title") for text in element.itertext())
    consolidated = act.changed or _CONSOLIDATED.search(headed) is not None
    title = _title(content)
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=act_kind(title),
        provisions=finished.provisions,
        identifiers=tuple(_identifiers(root, page, headed)),
        title=title,
        short_title=short_title(title),
        language=code,
        stage="proposal" if act.proposal else "consolidated" if consolidated else "published",
        in_force_on=_day(headed) if consolidated else None,
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


READER = Reader("eurlex-html", 3, _recognises, _read)


def _refuse_without_law(content: Iterable[Draft | Omission]) -> None:
    if not any(_holds_law(item) for item in content if isinstance(item, Draft)):
        raise NoLawError(
            "Deze EUR-Lex-pagina bevat geen artikel en geen bijlage.",
            remedy="Haal de pagina met de tekst zelf op, niet die met kopgegevens of inhoudsopgave.",
        )


def _holds_law(draft: Draft) -> bool:
    if draft.kind in (ProvisionKind.ARTICLE, ProvisionKind.ATTACHMENT):
        return True
    return any(_holds_law(item) for item in draft.content if isinstance(item, Draft))


def _title(content: Iterable[Draft | Omission]) -> str:
    drafts = [item for item in content if isinstance(item, Draft)]
    first = next((draft for draft in drafts if draft.kind is ProvisionKind.LONG_TITLE), None)
    blocks = [] if first is None else [item.text for item in first.content if isinstance(item, Block)]
    return " ".join(" ".join(blocks).split())


def _identifiers(root: Element, page: Iterable[Line], headed: str) -> Iterable[Identifier]:
    """What the page says of itself: in its head, or in the lines around the act; never what it refers to."""
    stated = [headed, *(element.get("content") or "" for element in root.iter("meta"))]
    own = " ".join([*stated, *(line.text for line in page if _names_itself(line))])
    for scheme, pattern in (("celex", _CELEX), ("eli", _ELI), ("com", _COM), ("procedure", _PROCEDURE)):
        match = pattern.search(own)
        if match is not None:
            yield Identifier(scheme, match[0])


def _names_itself(line: Line) -> bool:
    return line.role.startswith("hd") or line.role.startswith("Rfrence")


def _language(root: Element, page: Iterable[Line]) -> tuple[str, list[tuple[str, str]]]:
    """As the page states it; else by the words that open the preamble, which is a guess."""
    html = next(iter(root.iter("html")), None)
    stated = [html.get("lang") or ""] if html is not None else []
    stated += [e.get("content") or "" for e in root.iter("meta") if e.get("name") == "DC.language"]
    stated += [cell for line in page if line.role.startswith("hd") for cell in line.text.split("\t")]
    stated += [part for e in root.iter("title") for part in "".join(map(str, e.itertext())).split(" — ")]
    code = next((value for value in stated if _LANGUAGE.fullmatch(value.strip())), "")
    opening = "" if code else next(filter(None, map(opening_language, page)), "")
    if opening:
        return opening, [("language-by-opening", "naar de eerste woorden van de aanhef")]
    return language(code)


def _day(text: str) -> date | None:
    match = _DAY.search(text)
    try:
        return None if match is None else date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
