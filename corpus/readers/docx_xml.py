"""Small questions to WordprocessingML elements, whatever namespace (transitional or strict) they stand in."""

from corpus.secure_xml import Element, elements, name

_OFF = frozenset({"0", "false", "off", "none"})


def attribute(element: Element, local: str) -> str:
    """An attribute by its local name; "" when it is absent."""
    found = (str(v) for key, v in element.attrib.items() if str(key).rpartition("}")[2] == local)
    return next(found, "")


def child(element: Element | None, *path: str) -> Element | None:
    """The first child element with this local name, or down a path of names."""
    for local in path:
        if element is None:
            return None
        element = next((e for e in elements(element) if name(e) == local), None)
    return element


def value(element: Element | None, *path: str) -> str:
    """The `val` of a child element, or "" when there is none."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val")


def is_on(element: Element | None) -> bool:
    """Whether a toggle property is there and not switched off."""
    return element is not None and attribute(element, "val").lower() not in _OFF
