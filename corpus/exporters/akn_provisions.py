"""Provisions as elements of the Akoma Ntoso hierarchy, below a body, an annex or quoted law.

An element that has the same meaning is taken; every other provision is an `hcontainer`. Where the reader
would take the element for another kind, the attribute `kind` says which it is. eIds are ours; the id that
the source gave is the attribute `source`, its word for the state of a provision `status`. A date of entry
into force is a `period`. Quoted law stands in `quotedStructure`, text after children in `wrapUp`.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from corpus.akn_vocabulary import HIERARCHY, own
from corpus.commencement import Commencement
from corpus.exporters.akn_runs import add_blocks, add_inline, add_line
from corpus.provision import Provision, ProvisionKind
from corpus.readers.akn_kinds import kind
from corpus.secure_xml import Element, add, name

Moment = tuple[date | None, Commencement | None]
"""From when a provision is in force, and what brought that about; None for what is not known."""
Periods = Mapping[Moment, str]
NO_MOMENT: Moment = (None, None)

_TAGS = {
    ProvisionKind.BOOK: "book",
    ProvisionKind.PART: "part",
    ProvisionKind.CHAPTER: "chapter",
    ProvisionKind.TITLE: "title",
    ProvisionKind.SECTION: "section",
    ProvisionKind.SUBSECTION: "subsection",
    ProvisionKind.SUBDIVISION: "subdivision",
    ProvisionKind.DIVISION: "division",
    ProvisionKind.ARTICLE: "article",
    ProvisionKind.PARAGRAPH: "paragraph",
    ProvisionKind.POINT: "point",
}


def add_provision(parent: Element, provision: Provision, inside: ProvisionKind, periods: Periods) -> None:
    """One provision and all below it; `inside` is the kind of the provision around it."""
    if provision.kind is ProvisionKind.MOD and not provision.num and not provision.heading:
        _add_quoted(parent, provision, periods)
        return
    if provision.kind is ProvisionKind.CROSSHEADING and name(parent) in HIERARCHY and is_line(provision):
        add_inline(parent, "crossHeading", described(provision, periods), provision)
        return
    tag = _TAGS.get(provision.kind, "hcontainer")
    label = {"name": provision.kind.value} if tag == "hcontainer" else {}
    element = add(parent, tag, {**label, **described(provision, periods)})
    if kind(element, inside, "article") is not provision.kind:
        element.set(own("kind"), provision.kind.value)
    add_head(element, provision)
    if provision.children:
        _add_children(element, provision, periods)
    elif provision.text or provision.notes:
        add_blocks(add(element, "content"), provision)


def add_head(element: Element, provision: Provision) -> None:
    """Number and heading as printed."""
    if provision.num:
        add_line(element, "num", provision.num)
    if provision.heading:
        add_line(element, "heading", provision.heading, provision.heading_marks)


def described(provision: Provision, periods: Periods) -> dict[str, str]:
    """The attributes that every provision can bear."""
    attributes = {"eId": provision.eid}
    if moment(provision) != NO_MOMENT:
        attributes["period"] = f"#{periods[moment(provision)]}"
    if provision.source_id:
        attributes[own("source")] = provision.source_id
    if provision.status:
        attributes[own("status")] = provision.status
    return attributes


def moment(provision: Provision) -> Moment:
    """What the period of a provision says."""
    return provision.in_force_on, provision.commencement


def is_bare(provision: Provision) -> bool:
    """Has it text only: no number, heading or children?"""
    return not (provision.num or provision.heading or provision.children)


def is_line(provision: Provision) -> bool:
    """Is it text of one line, and nothing else?"""
    return is_bare(provision) and "\n" not in provision.text and "\t" not in provision.text


def is_plain_slot(provision: Provision) -> bool:
    """Is it text after children, and nothing else?"""
    described_otherwise = provision.source_id or provision.status or moment(provision) != NO_MOMENT
    says_something = provision.text or provision.notes
    is_slot = provision.kind is ProvisionKind.SLOT and is_bare(provision)
    return bool(is_slot and says_something and not described_otherwise)


def _add_children(element: Element, provision: Provision, periods: Periods) -> None:
    if provision.text or provision.notes:
        add_blocks(add(element, "intro"), provision)
    children: Sequence[Provision] = provision.children
    last = children[-1]
    wraps_up = len(children) > 1 and is_plain_slot(last) and not is_plain_slot(children[-2])
    for child in children[:-1] if wraps_up else children:
        add_provision(element, child, provision.kind, periods)
    if wraps_up:
        add_blocks(add(element, "wrapUp", {"eId": last.eid}), last)


def _add_quoted(parent: Element, provision: Provision, periods: Periods) -> None:
    """Quoted law, in the paragraph and the `mod` that the standard wants around it."""
    around = add(parent, "hcontainer", {"name": "mod", "eId": f"{provision.eid}__cnt"})
    quoting = add(add(add(around, "content"), "p"), "mod", {"eId": f"{provision.eid}__mod"})
    quoted = add(quoting, "quotedStructure", described(provision, periods))
    if provision.text or provision.notes or not provision.children:
        add_blocks(quoted, provision)
    for child in provision.children:
        add_provision(quoted, child, provision.kind, periods)
