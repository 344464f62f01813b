"""The JSON shapes of a synopsis: beside `wetgeving/shapes.py`, for both skins."""

from base64 import b64encode
from pathlib import Path

from corpus.diff.synopsis import SynopsisCell
from corpus.explanation import Passage
from corpus.hashing import sha256
from wetgeving.services.synopses import Synopsis
from wetgeving.shapes import Shape


def synopsis(found: Synopsis) -> Shape:
    """The texts in the order given and a row per lid; in `cells` a text that has no such row is null."""
    column = found.explanation
    return {
        **_texts(found),
        "rows": [
            {
                "id": row.id,
                "unit": row.unit,
                "depth": row.depth,
                "changed": row.changed,
                "cells": [None if cell is None else _cell(cell) for cell in row.cells],
                "explained_by": [_passage(p) for p in column.beside.get(row.id, ())],
                "explained_at": [at for at, _ in column.elsewhere.get(row.id, ())],
            }
            for row in found.rows
        ],
        "apart": [_passage(p) for p in column.apart],
        "authentic": not found.fictional,
    }


def synopsis_file(found: Synopsis, content: bytes, name: str, file: Path | None) -> Shape:
    """A synopsis as a file; `content` is its bytes as text, unless it was written to `file`."""
    return {
        **_texts(found),
        "file_name": name,
        "byte_count": len(content),
        "sha256": sha256(content),
        "file": None if file is None else str(file),
        "encoding": "base64",
        "content": b64encode(content).decode() if file is None else None,
        "authentic": not found.fictional,
    }


def _texts(found: Synopsis) -> Shape:
    memorandum = found.memorandum
    return {
        "columns": [text.listed.version.version for text in found.texts],
        "explanation": memorandum.listed.version.version if memorandum else None,
    }


def _cell(cell: SynopsisCell) -> Shape:
    return {
        "sides": [{"eid": s.eid, "label": s.label, "text": s.text} for s in cell.sides],
        "against": cell.against,
        "kinds": [kind.value for kind in cell.kinds],
        "ops": [list(op) for op in cell.ops],
    }


def _passage(p: Passage) -> Shape:
    return {"eid": p.eid, "sign": p.sign, "text": p.text, "targets": list(p.targets)}
