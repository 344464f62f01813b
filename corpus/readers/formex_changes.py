"""Marks of change in consolidated Formex: which nodes an opening instruction covers, and which it deletes.

`CLG.MDFO` opens a change and names the id of the `CLG.MDFC` that closes it (`docs/bronvormen.md`); they stand
between sibling nodes and may nest. A change whose end is not among the siblings covers nothing here: it is
noted where it opens, and deletes nothing. All work is linear in the number of siblings: at most eight changes
are open at once.
"""

from corpus.attribution import Attribution
from corpus.provision import ProvisionKind
from corpus.secure_xml import Element, instruction, is_element, name

PROVISIONS = {
    "PREAMBLE": ProvisionKind.PREAMBLE,
    "CONSID": ProvisionKind.RECITAL,
    "DIVISION": ProvisionKind.DIVISION,
    "GR.SEQ": ProvisionKind.DIVISION,
    "ANNEX": ProvisionKind.ATTACHMENT,
    "CONS.ANNEX": ProvisionKind.ATTACHMENT,
    "ARTICLE": ProvisionKind.ARTICLE,
    "PARAG": ProvisionKind.PARAGRAPH,
    "ITEM": ProvisionKind.POINT,
    "NP": ProvisionKind.POINT,
    "QUOT.S": ProvisionKind.MOD,
    "FINAL": ProvisionKind.CONCLUSIONS,
}
_MOST_OPEN = 8


def opening(node: Element) -> Attribution | None:
    """The change that a processing instruction opens, or None."""
    target, values = instruction(node) or ("", {})
    if target != "CLG.MDFO":
        return None
    return Attribution(values.get("ACTION", ""), values.get("ACTIVE.DOC", ""), values.get("ACTIVE.LOC", ""))


def opens_provision(node: Element) -> bool:
    """Whether the element behind an instruction, past other instructions, is a provision of its own."""
    following = node.getnext()
    for _ in range(_MOST_OPEN):
        if following is None or is_element(following):
            break
        following = following.getnext()
    return following is not None and is_element(following) and name(following) in PROVISIONS


class OpenChanges:
    """The changes that are open between the children of one element."""

    def __init__(self, parent: Element) -> None:
        self._parent = parent
        self._closings: dict[str, Element] | None = None
        self._open: dict[str, Attribution] = {}
        self._gone: set[Element] = set()

    def meet(self, node: Element) -> Attribution | None:
        """Take an instruction: the change it opens, if it opens one."""
        target, values = instruction(node) or ("", {})
        if target == "CLG.MDFC":
            self._open.pop(values.get("ID", ""), None)
        change = opening(node)
        closing = values.get("IDREF", "")
        deletes = change is not None and change.action == "DELETED"
        if change is not None and not deletes and len(self._open) < _MOST_OPEN and self._closes(closing):
            self._open[closing] = change
        return change

    def cover(self, element: Element, changed: dict[Element, list[Attribution]]) -> None:
        """Record the open changes for a provision that they cover."""
        if self._open and name(element) in PROVISIONS:
            changed.setdefault(element, []).extend(self._open.values())

    def delete(self, node: Element) -> list[Element] | None:
        """The nodes between a deletion and its end, from now on gone; None when it has no end here."""
        _, values = instruction(node) or ("", {})
        end = values.get("IDREF", "")
        if not self._closes(end):
            return None
        assert self._closings is not None
        deleted: list[Element] = []
        for following in node.itersiblings():
            if following is self._closings[end]:
                break
            deleted.append(following)
        self._gone.update(deleted, (node,))
        return deleted

    def is_gone(self, node: Element) -> bool:
        """Whether a node was deleted."""
        return node in self._gone

    def _closes(self, closing: str) -> bool:
        if self._closings is None:
            self._closings = {}
            for node in self._parent:
                target, values = instruction(node) or ("", {})
                if target == "CLG.MDFC":
                    self._closings[values.get("ID", "")] = node
        return closing in self._closings
