"""Identifiers as the State and the Union print them: one file and one line a scheme.

A parser says what a text names, or None when the text is not of its scheme. Whether it is stored is not known
here. ECLI is not among them: court decisions are not kept.
"""

from corpus.identifiers import bwb, celex, jci, kamerstuk, opinion
from corpus.identifiers.named import Named, Paper, Parser

SCHEMES: dict[str, Parser] = {
    "jci": jci.parse,
    "bwb": bwb.parse,
    "celex": celex.parse,
    "opinion": opinion.parse,
    "kamerstuk": kamerstuk.parse,
}

__all__ = ["SCHEMES", "Named", "Paper", "Parser", "parse"]


def parse(text: str) -> Named | None:
    """What a text names, by the first scheme that knows its form."""
    found = (parser(text.strip()) for parser in SCHEMES.values())
    return next((named for named in found if named is not None), None)
