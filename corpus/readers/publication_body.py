"""The body of a publication put into drafts in document order: act, bill, paper, notice or debate.

Metadata is never text; footnotes are notes at their place; the masthead of a series is left out under a rule.
New law that an instruction quotes (`artikeltekst`, or an article where none of the act itself can stand) goes
under `mod`. Elements that `corpus.readers.publication_elements` does not name are kept as text and reported
under `unknown-element`.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from corpus.provision import Note, ProvisionKind
from corpus.readers.draft import Block, Draft, joined
from corpus.readers.publication_elements import (
    CONTENTS,
    HEADINGS,
    INLINE,
    MASTHEAD,
    NUMBERS,
    PROVISIONS,
    RUNNING,
    SKIPPED,
    STRUCTURE,
    STYLES,
    TEXT_PROVISIONS,
)
from corpus.readers.publication_places import (
    is_quoted,
    is_text_or_point,
    last_child,
    provision_above,
    quoting,
    title_of_the_whole,
    with_stretches,
)
from corpus.readers.xml_blocks import flattened, guesses_below, mark_all, row
from corpus.readers.xml_inline import RunningText
from corpus.secure_xml import Element, elements, folded, is_element, name

MASTHEAD_RULE = "masthead"
_WORDS_BESIDE_A_DATE = 3
CONTENTS_RULE = "table-of-contents"
_PUBLICATION = "officiele-publicatie"
_HEADED = frozenset({"staatsblad", "staatscourant", "stuk", "dossier"})
"""Elements whose `kop` or `titel` is the title of the whole."""


def body_of(publication: Element) -> Draft:
    """All that a publication holds, as one draft."""
    body = Draft(ProvisionKind.DIVISION)
    _take_content(publication, body)
    return body


def _free_text(element: Element, draft: Draft) -> None:
    """Running text (`tekst`); beside all provisions its lists stay with the words that introduce them."""
    if provision_above(element) is not None:
        _take_content(element, draft)
        return
    apart = Draft(ProvisionKind.DIVISION)
    _take_content(element, apart)
    draft.guesses += apart.guesses
    draft.content += with_stretches(apart.content, is_text_or_point)


def line_of(element: Element) -> Block:
    """All words of an element as one line, its footnotes as notes."""
    return _line(element, Draft(ProvisionKind.SLOT))


def _line(element: Element, draft: Draft) -> Block:
    """As `line_of`; what is guessed about the element is reported by `draft`."""
    return joined(_blocks_of(element, draft), " ")


def _blocks_of(element: Element, draft: Draft) -> list[Block]:
    """The blocks of an element; what would be provisions elsewhere is text here."""
    apart = Draft(ProvisionKind.SLOT)
    _take_content(element, apart)
    draft.guesses += guesses_below(apart)
    return list(flattened(apart))


def _take_content(parent: Element, draft: Draft, taken: Collection[Element] = ()) -> None:
    """All below an element in document order; running text between other elements is a block of its own."""
    _close(_flow(parent, draft, RunningText(rules=INLINE), taken), draft)


def _flow(parent: Element, draft: Draft, run: RunningText, taken: Collection[Element] = ()) -> RunningText:
    """Let the words below an element run on; the stretch that is still open at its end."""
    run.write(parent.text)
    for node in parent:
        if is_element(node) and node not in taken:
            if _is_running(node):
                run.child(node)
            elif name(node) in RUNNING:
                run = _around_blocks(node, draft, run)
            else:
                _close(run, draft)
                run = RunningText(rules=INLINE)
                _take(node, draft)
        run.write(node.tail)
    return run


def _around_blocks(element: Element, draft: Draft, run: RunningText) -> RunningText:
    """Typography around whole blocks: its first words still run on, and all that it holds bears its mark."""
    style, opened, placed = INLINE.style_of(element), run.opened(), len(draft.content)
    last = _flow(element, draft, run)
    held = draft.content[placed:]
    mark_all(held, style, start=opened[1])
    draft.content[placed:] = held
    last.mark(opened if last is run else (0, 0), style)
    return last


def _is_running(element: Element) -> bool:
    if name(element) not in RUNNING:
        return False
    return name(element) in INLINE.notes or all(map(_is_running, elements(element)))


def _close(run: RunningText, draft: Draft) -> None:
    block = run.block()
    if block is not None:
        draft.content.append(block)


def _take(element: Element, draft: Draft) -> None:
    """Put one element into the draft of its parent, by what its name stands for."""
    tag = name(element)
    if tag in SKIPPED:
        return
    if handler := _HANDLERS.get(tag):
        handler(element, draft)
    elif tag in MASTHEAD or tag in CONTENTS:
        _masthead(element, draft)
    elif tag in PROVISIONS:
        _provision(element, quoting(draft) if is_quoted(element) else draft)
    elif tag in TEXT_PROVISIONS:
        _take_content(element, draft.child(TEXT_PROVISIONS[tag]))
    else:
        if tag not in STRUCTURE and tag not in RUNNING:
            draft.guess("unknown-element", tag)
        _take_content(element, draft)


def _provision(element: Element, parent: Draft) -> None:
    draft = parent.child(PROVISIONS[name(element)])
    draft.source_id = element.get("id") or ""
    draft.status = "" if element.get("status") == "goed" else element.get("status") or ""
    _take_content(element, draft, _take_head(element, draft))


def _take_head(element: Element, draft: Draft) -> list[Element]:
    """Number and heading from the elements that open a provision; those elements."""
    taken: list[Element] = []
    for child in _leading(element):
        tag = name(child)
        if tag == "kop" and not taken:
            _number_and_heading(child, draft)
            return [child]
        if tag in NUMBERS and not taken:
            draft.num = _set_apart(_line(child, draft), draft)
        elif tag in HEADINGS and not draft.heading:
            line = _line(child, draft)
            draft.heading, draft.heading_marks = _set_apart(line, draft), line.marks
        else:
            break
        taken.append(child)
    return taken


def _leading(element: Element) -> Iterator[Element]:
    """The child elements before any loose word."""
    loose = element.text or ""
    for node in element:
        if loose.strip():
            return
        if is_element(node):
            yield node
        loose = node.tail or ""


def _set_apart(line: Block, draft: Draft) -> str:
    """The words of a line that is not text of the provision; its notes stand at the head of the text."""
    draft.head_notes += tuple(replace(note, offset=0) for note in line.notes)
    return line.text


def _number_and_heading(kop: Element, draft: Draft) -> None:
    """Number and heading. A label without a number ("Bijlage", "Toelichting") is what it is called by."""
    number: list[str] = []
    heading: list[Block] = []
    for is_number, line in _parts(kop, draft):
        words = _set_apart(line, draft)
        if words and is_number and not heading:
            number.append(words)
        elif words:
            heading.append(line)
    head = joined(heading, " ")
    draft.num, draft.heading, draft.heading_marks = " ".join(number), head.text, head.marks


def _parts(kop: Element, draft: Draft) -> Iterator[tuple[bool, Block]]:
    """The lines of a heading in order, loose words included, and whether each is part of the number."""
    run = RunningText(rules=INLINE)
    run.write(kop.text)
    for node in kop:
        if is_element(node) and _is_running(node):
            run.child(node)
        elif is_element(node):
            yield False, run.block() or Block("")
            run = RunningText(rules=INLINE)
            yield name(node) in ("label", "nr"), _part(node, draft)
        run.write(node.tail)
    yield False, run.block() or Block("")


def _part(element: Element, draft: Draft) -> Block:
    """One part of a heading, or whatever else stands among them."""
    apart = Draft(ProvisionKind.SLOT)
    _take(element, apart)
    draft.guesses += guesses_below(apart)
    return joined(flattened(apart), " ")


def _quoted_text(element: Element, draft: Draft) -> None:
    _take_content(element, quoting(draft))


def _change(element: Element, draft: Draft) -> None:
    """A `wijziging` is an onderdeel; one alone and without a number is only what its parent does."""
    beside = (element.itersiblings("wijziging", preceding=before) for before in (False, True))
    alone = all(next(siblings, None) is None for siblings in beside)
    numbered = any(name(child) in NUMBERS or name(child) == "kop" for child in _leading(element))
    if alone and not numbered:
        _take_content(element, draft)
    else:
        _provision(element, draft)


def _definition(element: Element, parent: Draft) -> None:
    """A definition is one onderdeel, its term and the first words of its meaning on one line."""
    _provision(element, parent)
    draft = parent.content[-1]
    assert isinstance(draft, Draft)
    texts = [item for item in draft.content if isinstance(item, Block) and item.text]
    if len(texts) > 1 and texts[:2] == draft.content[:2] and element.find("term") is not None:
        draft.content[:2] = [joined(texts[:2], " ")]


def _crossheading(element: Element, draft: Draft) -> None:
    """A heading without a number; the typography that tells its rank is kept as marks."""
    heading = draft.child(ProvisionKind.CROSSHEADING)
    _take_content(element, heading)
    mark_all(heading.content, STYLES.get(element.get("kopopmaak") or "", ""))


def _heading(kop: Element, draft: Draft) -> None:
    """A heading that no provision took: the masthead, the title of the whole, or a heading in the text."""
    parent = kop.getparent()
    over = "" if parent is None else name(parent)
    if over == _PUBLICATION:
        _masthead(kop, draft)
    elif over in _HEADED:
        title = title_of_the_whole(draft)
        title.content += [line for _, line in _parts(kop, title) if line.text or line.notes]
    else:
        _number_and_heading(kop, draft.child(ProvisionKind.CROSSHEADING))


def _title(element: Element, draft: Draft) -> None:
    parent = element.getparent()
    whole = parent is not None and name(parent) in _HEADED
    _take_content(element, title_of_the_whole(draft) if whole else draft)


def _long_title(element: Element, draft: Draft) -> None:
    _take_content(element, title_of_the_whole(draft))


def _masthead(element: Element, draft: Draft) -> None:
    """Words that are on every paper of a series, or repeat its headings: left out by rule, at their place."""
    line = _line(element, draft)
    place = last_child(draft, ProvisionKind.LONG_TITLE) or draft
    if line.text:
        place.drop(CONTENTS_RULE if name(element) in CONTENTS else MASTHEAD_RULE, line.text)
    _set_apart(line, place)


def _date_line(element: Element, draft: Draft) -> None:
    """The line with the date is masthead ("Ontvangen 4 maart"), unless it says more, as an opinion's does."""
    dates = " ".join(line_of(day).text for day in elements(element) if name(day) == "datum")
    if len(line_of(element).text.split()) - len(dates.split()) <= _WORDS_BESIDE_A_DATE:
        _masthead(element, draft)
    else:
        _long_title(element, draft)


def _table_row(element: Element, draft: Draft) -> None:
    cells = [[Block(loose)] for loose in (folded(element.text),) if loose]
    for node in element:
        if is_element(node) and name(node) not in SKIPPED:
            cells.append(_blocks_of(node, draft))
        cells += [[Block(loose)] for loose in (folded(node.tail),) if loose]
    draft.content.append(row(cells))


def _image(element: Element, draft: Draft) -> None:
    """Images are not in the file: a note says which one the source shows here."""
    called = element.get("naam") or element.get("alt") or "afbeelding zonder naam"
    draft.content.append(Block("", notes=(Note(0, "image", called),)))
    _take_content(element, draft)


_HANDLERS: dict[str, Callable[[Element, Draft], None]] = {
    "kop": _heading,
    "titel": _title,
    "intitule": _long_title,
    "kamervraagomschrijving": _long_title,
    "tekst": _free_text,
    "tussenkop": _crossheading,
    "artikeltekst": _quoted_text,
    "wijziging": _change,
    "definitie-item": _definition,
    "datumtekst": _date_line,
    "row": _table_row,
    "illustratie": _image,
}
