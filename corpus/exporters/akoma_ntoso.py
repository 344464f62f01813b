"""Akoma Ntoso 3.0: a version as one XML document that reads back as the same provisions.

Preface, preamble, conclusions and annexes stand in their own parts of the document where they have the shape
of those parts and the place; otherwise they are containers in the body, in order. Attributes of our own
(`corpus.akn_vocabulary.OWN`) carry what the standard has no place for. A fictional text says so in its
metadata and preface. Dropped words and guesses are an account of a reading, not law, and are not exported.
"""

from dataclasses import dataclass

from corpus.akn_vocabulary import BLOCKS, DOCUMENTS, HIERARCHY, METADATA, NAMESPACE, OWN, PARTS
from corpus.errors import NotExportableError
from corpus.exporters.akn_frame import add_label, add_meta, periods
from corpus.exporters.akn_provisions import (
    Periods,
    add_head,
    add_provision,
    described,
    is_bare,
    is_plain_slot,
)
from corpus.exporters.akn_runs import add_blocks
from corpus.exporters.exported_version import ExportedVersion, Exporter
from corpus.provision import Provision, ProvisionKind
from corpus.secure_xml import Element, add, new_root, serialised

_LINES = (BLOCKS | DOCUMENTS | HIERARCHY | METADATA | PARTS) - frozenset(
    {"authorialNote", "p", "num", "heading", "crossHeading"}
)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which provisions stand in which part of the document; read in this order they are the whole."""

    title: Provision | None
    preamble: Provision | None
    body: tuple[Provision, ...]
    conclusions: Provision | None
    annexes: tuple[Provision, ...]


def _export(version: ExportedVersion) -> bytes:
    if not version.provisions:
        raise NotExportableError("Een versie zonder bepalingen wordt niet uitgevoerd.", value=version.version)
    root = new_root("akomaNtoso", NAMESPACE, {"wg": OWN})
    document = add(root, "bill" if version.kind == "bill" else "act", {"name": version.kind})
    times = periods(version.provisions)
    add_meta(document, version, times)
    layout = _layout(version.provisions)
    _add_preface(document, layout.title, times, fictional=version.fictional)
    if layout.preamble is not None:
        _add_preamble(document, layout.preamble, times)
    body = add(document, "body")
    for provision in layout.body:
        add_provision(body, provision, ProvisionKind.DIVISION, times)
    if layout.conclusions is not None:
        conclusions = add(document, "conclusions", described(layout.conclusions, times))
        add_blocks(conclusions, layout.conclusions)
    _add_annexes(document, layout.annexes, version, times)
    return serialised(root, _LINES)


EXPORTER = Exporter("akoma-ntoso", "application/akn+xml", ".akn.xml", _export)


def _layout(provisions: tuple[Provision, ...]) -> _Layout:
    """The parts a text falls into; a text that would leave the body empty is body as a whole."""
    rest = list(provisions)
    title = rest.pop(0) if rest[0].kind is ProvisionKind.LONG_TITLE and is_bare(rest[0]) else None
    preamble = rest.pop(0) if rest and _is_preamble(rest[0]) else None
    end = len(rest)
    while end and rest[end - 1].kind is ProvisionKind.ATTACHMENT:
        end -= 1
    annexes, rest = tuple(rest[end:]), rest[:end]
    closes = bool(rest) and rest[-1].kind is ProvisionKind.CONCLUSIONS and is_bare(rest[-1])
    conclusions = rest.pop() if closes else None
    if not rest:
        return _Layout(None, None, provisions, None, ())
    return _Layout(title, preamble, tuple(rest), conclusions, annexes)


def _is_preamble(provision: Provision) -> bool:
    """Recitals, formulas and text between them: what a `preamble` can hold."""
    if provision.kind is not ProvisionKind.PREAMBLE or provision.num or provision.heading:
        return False
    before: Provision | None = None
    for child in provision.children:
        is_recital = child.kind is ProvisionKind.RECITAL and not child.children
        is_formula = child.kind is ProvisionKind.FORMULA and is_bare(child)
        is_text = before is not None and is_plain_slot(child) and not is_plain_slot(before)
        if not (is_recital or is_formula or is_text):
            return False
        before = child
    return True


def _add_preface(document: Element, title: Provision | None, times: Periods, *, fictional: bool) -> None:
    if title is None and not fictional:
        return
    preface = add(document, "preface", described(title, times) if title else {})
    if fictional:
        add_label(preface)
    if title is not None:
        add_blocks(add(preface, "longTitle"), title)


def _add_preamble(document: Element, provision: Provision, times: Periods) -> None:
    preamble = add(document, "preamble", described(provision, times))
    if not provision.children or provision.text or provision.notes:
        add_blocks(preamble, provision)
    recitals: Element | None = None
    for child in provision.children:
        if child.kind is ProvisionKind.RECITAL:
            recitals = add(preamble, "recitals") if recitals is None else recitals
            recital = add(recitals, "recital", described(child, times))
            add_head(recital, child)
            add_blocks(recital, child)
            continue
        recitals = None
        if child.kind is ProvisionKind.FORMULA:
            add_blocks(add(preamble, "formula", {"name": "formula", **described(child, times)}), child)
        else:
            add_blocks(preamble, child)


def _add_annexes(
    document: Element, annexes: tuple[Provision, ...], version: ExportedVersion, times: Periods
) -> None:
    if not annexes:
        return
    attachments = add(document, "attachments")
    for annex in annexes:
        attachment = add(attachments, "attachment", described(annex, times))
        add_head(attachment, annex)
        inside = add(attachment, "doc", {"name": "bijlage"})
        add_meta(inside, version, times, part=annex.eid)
        body = add(inside, "mainBody")
        if annex.text or annex.notes or not annex.children:
            add_blocks(body, annex)
        for child in annex.children:
            add_provision(body, child, annex.kind, times)
