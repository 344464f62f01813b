"""A page as a small tree, so that a test can ask what stands where. Only the standard library."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "input", "br", "img", "hr"}
_INLINE = {"a", "b", "time", "i", "u", "em", "strong", "sup", "sub", "mark", "ins", "del", "code", "q"}


@dataclass
class Node:
    """An element with its children; text is a plain string."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """The classes of the element."""
        return set(self.attributes.get("class", "").split())

    def all(self, tag: str = "", css: str = "") -> Iterator["Node"]:
        """Every element below with this tag and this class."""
        for child in self.children:
            if isinstance(child, Node):
                if (not tag or child.tag == tag) and (not css or css in child.classes):
                    yield child
                yield from child.all(tag, css)

    def text(self, *, without: tuple[str, ...] = ()) -> str:
        """All text below, leaving out elements of these classes; blocks are set apart by a space."""
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif not child.classes & set(without):
                inner = child.text(without=without)
                parts.append(inner if child.tag in _INLINE else f" {inner} ")
        return "".join(parts)

    def words(self, *, without: tuple[str, ...] = ()) -> list[str]:
        """The words of `text`."""
        return self.text(without=without).split()

    def ids(self) -> list[str]:
        """Every id below, in order."""
        return [node.attributes["id"] for node in self.all() if "id" in node.attributes]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> sluit <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Node:
    """The page as a tree; fails when elements are not closed in the order in which they were opened."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder.open == [builder.root], "niet alle elementen zijn gesloten"
    return builder.root
