"""BWB XML as it was until about 2013: consolidated law with root `wetgeving` (schema bwb-plus-meta-1_61w).

Source of the structure: `docs/bronvormen.md`, checked on 21 files of October 2012.
The DTD that the file names is not loaded. The file states no date, and repealed articles are simply absent.
The law inside is read by `corpus.readers.bwb_body`, as in newer files.
"""

from corpus.errors import NoLawError
from corpus.readers.act_frame import short_title
from corpus.readers.bwb_body import BwbBody, holds_provisions, roots, text_of
from corpus.readers.bwb_elements import WORK_KINDS
from corpus.readers.draft import finish
from corpus.readers.reader import Reader
from corpus.reading import Identifier, Reading, WorkKind
from corpus.secure_xml import root_name

MEDIA_TYPE = "application/xml"


def _recognises(source: bytes) -> bool:
    return root_name(source) == "wetgeving"


def _read(source: bytes) -> Reading:
    file = BwbBody(source)
    law = file.root
    body = file.of(law)
    if not holds_provisions(body):
        raise NoLawError("Dit BWB-bestand bevat geen bepaling.", value=law.get("bwb-id") or "geen bwb-id")
    finished = finish(roots(body), body.guesses)
    title = text_of(law, "intitule")
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=WORK_KINDS.get(law.get("soort") or "", WorkKind.UNKNOWN),
        provisions=finished.provisions,
        identifiers=tuple(Identifier("bwb", v) for v in (law.get("bwb-id"),) if v),
        title=title,
        short_title=text_of(law, "citeertitel") or _citation_title(title),
        language=law.get("{http://www.w3.org/XML/1998/namespace}lang") or "nl",
        stage="consolidated",
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


def _citation_title(title: str) -> str:
    """The citation title at the end of the title; in small letters it only says what the act is about."""
    found = short_title(title)
    return found if found[:1].isupper() else ""


READER = Reader("bwb-2012", 2, _recognises, _read)
