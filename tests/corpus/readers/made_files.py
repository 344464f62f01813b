"""Small DOCX and PDF files made on the spot, for what no fixture shows: hostile, hidden and tracked text."""

import zipfile
from io import BytesIO

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; other parts of `word/` by their name."""
    files = {"[Content_Types].xml": "<Types/>", "word/document.xml": f"<w:body>{body}</w:body>"}
    files |= {f"word/{name}.xml": content for name, content in parts.items()}
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            root = name.removeprefix("word/").removesuffix(".xml")
            inner = content if root.startswith("[") else f"<w:{root} {_W}>{content}</w:{root}>"
            package.writestr(zipfile.ZipInfo(name), inner)
    return held.getvalue()


def with_member(package: bytes, name: str, content: bytes) -> bytes:
    """The same archive with one more member."""
    held = BytesIO(package)
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that is no element becomes plain text."""
    inner = "".join(run if run.startswith("<") else text(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def text(words: str, *, deleted: bool = False, properties: str = "") -> str:
    """One run of text."""
    tag = "delText" if deleted else "t"
    return f"<w:r><w:rPr>{properties}</w:rPr><w:{tag}>{words}</w:{tag}></w:r>"


def inserted(words: str) -> str:
    """Words that came in."""
    return f'<w:ins w:id="1">{text(words)}</w:ins>'


def deleted(words: str) -> str:
    """Words that went out."""
    return f'<w:del w:id="2">{text(words, deleted=True)}</w:del>'


def pdf(*pages: str) -> bytes:
    """A PDF of pages with these drawing instructions (`BT ... ET`), with Helvetica as `/F1`."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] /MediaBox [0 0 595 842] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, content in enumerate(pages):
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {5 + 2 * at} 0 R >>")
        objects.append(f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream")
    written, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n{item}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + end.encode("latin-1")


def at(words: str, y: int, *, x: int = 72, size: int = 11, manner: str = "0 Tr 0 g") -> str:
    """Words at a place on a page; `manner` is how they are painted."""
    return f"BT {manner} /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n"


def pdf_with(
    content: str, *, info: str = "", stream: str = "", annotations: str = "", attachment: str = ""
) -> bytes:
    """A PDF of one page with properties, a plain stream, annotations (`|` between them) or a file."""
    extra = []
    if stream:
        extra.append(
            f"<< /Type /Metadata /Subtype /XML /Length {len(stream)} >>\nstream\n{stream}\nendstream"
        )
    if attachment:
        extra.append("<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream")
        extra.append(f"<< /Type /Filespec /F ({attachment}) /UF ({attachment}) /EF << /F 6 0 R >> >>")
    notes = " ".join(
        f"<< /Type /Annot /Rect [9 9 99 99] {note} >>" for note in annotations.split("|") if note
    )
    files = f"/Names << /EmbeddedFiles << /Names [({attachment}) 7 0 R] >> >>" if attachment else ""
    metadata = "/Metadata 6 0 R" if stream else ""
    return _laid_out(
        [
            f"<< /Type /Catalog /Pages 2 0 R {files} {metadata} >>",
            "<< /Type /Pages /Count 1 /Kids [4 0 R] /MediaBox [0 0 595 842] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            f"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R "
            f"/Annots [{notes}] >>",
            f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream",
            *extra,
            *([f"<< {info} >>"] if info else []),
        ],
        info=bool(info),
    )


def _laid_out(objects: list[str], *, info: bool) -> bytes:
    """Objects with their table; the last is the dictionary of properties when there is one."""
    written, offsets = b"%PDF-1.7\n", []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n{item}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    properties = f"/Info {len(objects)} 0 R" if info else ""
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {properties} >>\n"
    return written + f"{end}startxref\n{len(written)}\n%%EOF\n".encode("latin-1")
