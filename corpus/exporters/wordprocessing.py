"""WordprocessingML as text: runs, paragraphs and their properties (ECMA-376 part 1, 17).

Strings and not a tree: what is written is small in kind and large in number. Every word goes through the door
to XML, which refuses what XML cannot hold. Knows nothing of law or of tracked changes.
"""

from collections.abc import Iterable

from corpus.secure_xml import escaped

BOLD, STRUCK, UNDERLINED = "<w:b/>", "<w:strike/>", '<w:u w:val="single"/>'


def run(text: str, properties: str = "", *, deleted: bool = False) -> str:
    """Words in one manner; a tab is a tab. Deleted words have an element of their own (17.3.3.7)."""
    if not text:
        return ""
    tag = "w:delText" if deleted else "w:t"
    held = (
        f'<{tag} xml:space="preserve">{escaped(part)}</{tag}>' if part else "" for part in text.split("\t")
    )
    manner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{manner}{'<w:tab/>'.join(held)}</w:r>"


def paragraph(content: str, *, style: str = "", properties: str = "", mark: str = "") -> str:
    """A paragraph; `mark` holds the properties of its own end, such as that it was inserted."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    end = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    own = f"<w:pPr>{named}{properties}{end}</w:pPr>" if named or properties or end else ""
    return f"<w:p>{own}{content}</w:p>"


def table(widths: Iterable[int], rows: Iterable[str]) -> str:
    """A table with rules, of columns of these widths in twentieths of a point."""
    given = tuple(widths)
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for edge in edges)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in given)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(given)}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


_MARGINS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
)


def row(cells: Iterable[str], properties: str = "") -> str:
    """A row of cells as they are."""
    own = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{own}{''.join(cells)}</w:tr>"


def cell(content: str, width: int, properties: str = "") -> str:
    """A cell; it holds at least one paragraph, as the format asks."""
    own = f'<w:tcW w:w="{width}" w:type="dxa"/>{properties}'
    return f"<w:tc><w:tcPr>{own}</w:tcPr>{content or paragraph('')}</w:tc>"
