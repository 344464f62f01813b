"""What every reader of flat text (plain text, Word, PDF) makes of a finished sheet: one Reading.

The kind comes from the words of the title and is recorded as a guess. No format is known here.
"""

from collections.abc import Sequence

from corpus.readers.act_frame import kind_guesses, kind_of_bill_or_law, short_title
from corpus.readers.act_sheet import ActSheet
from corpus.readers.draft import finish
from corpus.readers.reader import Reader
from corpus.reading import Reading


def reading_of(
    sheet: ActSheet, reader: Reader, *, media_type: str, guesses: Sequence[tuple[str, str]]
) -> Reading:
    """The reading of a sheet; `guesses` are those of the format, about the whole file."""
    kind = kind_of_bill_or_law(sheet.title)
    finished = finish(sheet.tree.content, [*guesses, *kind_guesses(kind, sheet.title)])
    return Reading(
        reader=reader.name,
        logic_version=reader.logic_version,
        media_type=media_type,
        kind=kind,
        provisions=finished.provisions,
        title=sheet.title,
        short_title=short_title(sheet.title),
        dropped=finished.dropped,
        guessed=finished.guessed,
    )
