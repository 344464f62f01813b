"""The JSON shapes of a comparison as a file: beside `wetgeving/shapes.py`, for both skins."""

import json
from base64 import b64encode
from pathlib import Path

from corpus.hashing import sha256
from wetgeving import shapes
from wetgeving.services.comparing import ComparedVersions
from wetgeving.services.exporting_comparisons import ExportedFile
from wetgeving.shapes import Shape


def comparison_file(compared: ComparedVersions) -> bytes:
    """A comparison as a JSON file: what `compare --format json` prints."""
    old, new = (text.listed.version.version for text in (compared.old, compared.new))
    shape = shapes.comparison(compared.comparison, old=old, new=new, order=compared.order.value)
    return (json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode()


def exported_file(result: ExportedFile, file: Path | None) -> Shape:
    """A comparison in another format; `content` is its bytes as text, unless it was written to `file`."""
    return {
        "old": result.old,
        "new": result.new,
        "format": result.format,
        "file_name": result.file_name,
        "media_type": result.media_type,
        "byte_count": len(result.content),
        "sha256": sha256(result.content),
        "file": None if file is None else str(file),
        "encoding": "base64",
        "content": b64encode(result.content).decode() if file is None else None,
        "authentic": not result.fictional,
    }
