"""What a Word file carries besides its text: properties, comments, who changed what, what is embedded.

ECMA-376 part 2, 11 (properties) and part 1, 17.13 (comments and tracked changes). A part that cannot be read
is reported as such: it must not keep the text from being read.
"""

from collections.abc import Iterable, Iterator

from corpus.errors import WetgevingError
from corpus.hidden_content import HiddenContent, HiddenKind, found
from corpus.readers.docx_package import DOCUMENT, Package
from corpus.readers.docx_xml import attribute
from corpus.reading import Dropped
from corpus.secure_xml import Element, elements, name

HIDDEN_TEXT = "hidden-text"
CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
COMMENTS, PEOPLE = "word/comments.xml", "word/people.xml"
_CORE_PROPERTIES = frozenset({"title", "subject", "description", "keywords", "category", "contentStatus"})
_APP_PROPERTIES = frozenset({"Company", "Manager", "HyperlinkBase", "Template"})
_CHANGES = frozenset(
    {
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel",
        "cellMerge",
    }
)  # fmt: skip


def docx_hidden(package: Package, dropped: Iterable[Dropped]) -> tuple[HiddenContent, ...]:
    """All that is found, in a fixed order; `dropped` is what the reading left out."""
    parts = _Parts(package)
    passages = sum(1 for item in dropped if item.rule == HIDDEN_TEXT)
    findings = [
        *_core(parts),
        *_app(parts),
        *found(HiddenKind.PROPERTY, CUSTOM, len(list(parts.named(CUSTOM, "property")))),
        *_by(parts, COMMENTS, "comment", HiddenKind.COMMENT),
        *_by(parts, PEOPLE, "person", HiddenKind.PEOPLE),
        *_tracked(parts, package.names),
        *found(HiddenKind.HIDDEN_TEXT, DOCUMENT, passages),
        *found(HiddenKind.ATTACHMENT, "word/embeddings", _count(package.names, "word/embeddings/")),
        *found(HiddenKind.METADATA, "customXml", _count(package.names, "customXml/item")),
    ]
    return (*findings, *parts.unreadable())


class _Parts:
    """The parts of a file, each read once; one that cannot be read is empty."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._roots: dict[str, Element | None] = {}
        self._broken: dict[str, None] = {}

    def named(self, path: str, *locals_: str) -> Iterator[Element]:
        """All elements of a part with one of these names."""
        root = self._root(path)
        for element in () if root is None else root.iter():
            if isinstance(element.tag, str) and name(element) in locals_:
                yield element

    def children(self, path: str) -> dict[str, str]:
        """The words of the elements directly below the root, by name."""
        root = self._root(path)
        below = () if root is None else elements(root)
        return {name(e): " ".join("".join(map(str, e.itertext())).split()) for e in below}

    def unreadable(self) -> tuple[HiddenContent, ...]:
        """The parts that could not be read."""
        return tuple(HiddenContent(HiddenKind.UNREADABLE, path, 1) for path in self._broken)

    def _root(self, path: str) -> Element | None:
        if path not in self._roots:
            try:
                self._roots[path] = self._package.other(path)
            except WetgevingError:
                self._roots[path] = None
                self._broken[path] = None
        return self._roots[path]


def _core(parts: _Parts) -> Iterator[HiddenContent]:
    core = parts.children(CORE)
    for local, kind in (("creator", HiddenKind.AUTHOR), ("lastModifiedBy", HiddenKind.LAST_EDITOR)):
        who = core.get(local, "")
        yield from found(kind, CORE, bool(who), [who])
    yield from found(HiddenKind.PROPERTY, CORE, sum(1 for n in _CORE_PROPERTIES if core.get(n)))


def _app(parts: _Parts) -> tuple[HiddenContent, ...]:
    app = parts.children(APP)
    filled = sum(1 for n in _APP_PROPERTIES if app.get(n))
    return found(HiddenKind.PROPERTY, APP, filled, [app.get("Manager", "")])


def _by(parts: _Parts, path: str, local: str, kind: HiddenKind) -> tuple[HiddenContent, ...]:
    authors = [attribute(e, "author") for e in parts.named(path, local)]
    return found(kind, path, len(authors), authors)


def _tracked(parts: _Parts, names: Iterable[str]) -> Iterator[HiddenContent]:
    """Tracked changes in the document, its notes, headers and footers."""
    for path in sorted(names):
        local = path.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        if path.endswith(".xml") and local in ("document", "footnotes", "endnotes", "header", "footer"):
            authors = [attribute(e, "author") for e in parts.named(path, *_CHANGES)]
            yield from found(HiddenKind.TRACKED_CHANGE, path, len(authors), authors)


def _count(names: Iterable[str], start: str) -> int:
    return sum(1 for path in names if path.startswith(start) and "Props" not in path)
