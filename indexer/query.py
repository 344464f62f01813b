"""The query language: `parse` makes a question of the user's words. What it means: `docs/zoektaal.md`."""

from indexer.query_nodes import (
    ARTICLE_WORDS,
    LID,
    And,
    Article,
    At,
    Dated,
    Everything,
    In,
    InForce,
    Known,
    Leaf,
    Mark,
    Marked,
    Near,
    Not,
    Numbered,
    Or,
    Phrase,
    Prefix,
    Query,
    Spanned,
    Titled,
    Word,
    conditions,
    leaves,
    mentions,
    numbers,
)  # fmt: skip
from indexer.query_parser import Read, parse, read
from indexer.query_words import Remark

__all__ = [
    "ARTICLE_WORDS", "LID", "And", "Article", "At", "Dated", "Everything", "In", "InForce", "Known", "Leaf",
    "Mark", "Marked", "Near", "Not", "Numbered", "Or", "Phrase", "Prefix", "Query", "Read", "Remark",
    "Spanned", "Titled", "Word", "conditions", "leaves", "mentions", "numbers", "parse", "read",
]  # fmt: skip
