"""The parts of a Word file around its body: page, styles, header, footer, properties; and the archive.

ECMA-376 part 2. The same body gives the same bytes: every member of the archive has one fixed time, and no
property holds the hour of making. Headings are Word's own, so that they navigate; the body is not made here.
"""

import zipfile
from dataclasses import dataclass
from io import BytesIO

from corpus.exporters.wordprocessing import BOLD, paragraph, run
from corpus.secure_xml import escaped

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip archive can hold
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMATS = "http://schemas.openxmlformats.org"
_W = f'xmlns:w="{_FORMATS}/wordprocessingml/2006/main"'
_R = f'xmlns:r="{_FORMATS}/officeDocument/2006/relationships"'
_SHORT, _LONG, _MARGIN = 11906, 16838, 1134
_TOP = 1304
LANDSCAPE_WIDTH, PORTRAIT_WIDTH = _LONG - 2 * _MARGIN, _SHORT - 2 * _MARGIN


@dataclass(frozen=True, slots=True)
class Page:
    """What every page says, and which way the paper lies; `stamp` is bold in the header.

    `first` is the content of another header, that of the first page.
    """

    title: str
    header: str
    footer: str
    stamp: str = ""
    landscape: bool = False
    first: str = ""


def package(body: str, page: Page) -> bytes:
    """The file, from the content of its body."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": "officeDocument word/document.xml", "rId2": _CORE}),
        "docProps/core.xml": _core(page.title),
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}{_section(page)}</w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": f"<w:hdr {_W}>{_header(page)}</w:hdr>",
        "word/header2.xml": f"<w:hdr {_W}>{page.first or paragraph('')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {_W}>{_footer(page)}</w:ftr>",
        "word/_rels/document.xml.rels": _relations(
            {f"rId{k}": f"{kind} {kind}{number}.xml" for k, (kind, number) in enumerate(_OWN_PARTS, start=1)}
        ),
    }
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _FIXED)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # of the machine otherwise, and the bytes would differ by it
            archive.writestr(member, (_DECLARED + content).encode())
    return held.getvalue()


_CORE = "package/metadata/core-properties docProps/core.xml"
_OWN_PARTS = (("styles", ""), ("settings", ""), ("header", "1"), ("footer", "1"), ("header", "2"))


def _content_types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    own = {"document": "document.main"} | {f"{kind}{number}": kind for kind, number in _OWN_PARTS}
    given = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{word}.{kind}+xml"/>'
        for part, kind in own.items()
    )
    return (
        f'<Types xmlns="{_FORMATS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml"'
        f' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{given}</Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    kept = []
    for key, (kind, target) in ((k, t.split(" ")) for k, t in targets.items()):
        base = f"{_FORMATS}/{'' if '/' in kind else 'officeDocument/2006/relationships/'}"
        kind = kind.replace("package/", "package/2006/relationships/")
        kept.append(f'<Relationship Id="{key}" Type="{base}{kind}" Target="{target}"/>')
    return f'<Relationships xmlns="{_FORMATS}/package/2006/relationships">{"".join(kept)}</Relationships>'


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_FORMATS}/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def _section(page: Page) -> str:
    """Size, margins, header and footer; the last element of a body."""
    width, height = (_LONG, _SHORT) if page.landscape else (_SHORT, _LONG)
    lies = ' w:orient="landscape"' if page.landscape else ""
    references = ("header", "rId5"), ("footer", "rId4")
    first = "".join(f'<w:{kind}Reference w:type="first" r:id="{key}"/>' for kind, key in references)
    first = first if page.first else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        f'<w:footerReference w:type="default" r:id="rId4"/>{first}'
        f'<w:pgSz w:w="{width}" w:h="{height}"{lies}/>'
        f'<w:pgMar w:top="{_TOP}" w:right="{_MARGIN}" w:bottom="{_TOP}" w:left="{_MARGIN}"'
        ' w:header="567" w:footer="567" w:gutter="0"/>'
        f"{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )


def _header(page: Page) -> str:
    stamp = run(f"{page.stamp}. " if page.stamp else "", BOLD)
    return paragraph(stamp + run(page.header), style="Header")


def _footer(page: Page) -> str:
    width = LANDSCAPE_WIDTH if page.landscape else PORTRAIT_WIDTH
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    number = run("\tbladzijde ") + _field("PAGE") + run(" van ") + _field("NUMPAGES")
    return paragraph(run(page.footer) + number, style="Footer", properties=stop)


def _field(instruction: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} ">{run("1")}</w:fldSimple>'


def _style(key: str, name: str, look: str, *, paragraph: str = "", below: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{below}"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def _heading(level: int) -> str:
    size = max(22, 32 - 2 * level)
    spaced = f'<w:spacing w:before="{max(120, 320 - 40 * level)}" w:after="60"/>'
    return _style(
        f"Heading{level}",
        f"heading {level}",
        f'<w:b/><w:sz w:val="{size}"/>',
        paragraph=f'<w:keepNext/>{spaced}<w:outlineLvl w:val="{level - 1}"/>',
    )


_SMALL = '<w:color w:val="404040"/><w:sz w:val="16"/>'
_STYLES = (
    f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:qFormat/></w:style>'
    + _style("Title", "Title", '<w:b/><w:sz w:val="34"/>', paragraph='<w:spacing w:after="120"/>')
    + _style("Subtitle", "Subtitle", '<w:color w:val="404040"/>', paragraph='<w:spacing w:after="40"/>')
    + "".join(_heading(level) for level in range(1, 7))
    + _style("Cell", "Cell", '<w:sz w:val="18"/>', paragraph='<w:spacing w:after="40" w:line="250"/>')
    + _style("Header", "header", _SMALL)
    + _style("Footer", "footer", _SMALL)
    + "</w:styles>"
)
_SETTINGS = (
    f'<w:settings {_W}><w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
