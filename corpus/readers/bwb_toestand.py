"""BWB toestand XML (schemas 2015-1 and 2016-1): consolidated law as wetten.overheid.nl publishes it.

Source of the structure: `docs/bronvormen.md`, checked on 35 files. This module
reads what the file says of itself; the law inside is read by `corpus.readers.bwb_body`, as in files of 2012.
"""

from corpus.errors import ErrorDocumentError, NoLawError
from corpus.readers.bwb_body import BwbBody, holds_provisions, roots, text_of
from corpus.readers.bwb_commencement import iso_date
from corpus.readers.bwb_elements import WORK_KINDS
from corpus.readers.draft import finish
from corpus.readers.reader import Reader
from corpus.reading import Identifier, Reading, WorkKind
from corpus.secure_xml import root_name

MEDIA_TYPE = "application/xml"


def _recognises(source: bytes) -> bool:
    return root_name(source) == "toestand"


def _read(source: bytes) -> Reading:
    file = BwbBody(source)
    root = file.root
    law = root.find("wetgeving")
    if law is None:
        raise ErrorDocumentError(
            "Dit toestandbestand bevat geen regeling.",
            value=root.get("bwb-id") or "geen bwb-id",
            remedy="Haal het bestand opnieuw op bij de bron.",
        )
    body = file.of(law)
    if not holds_provisions(body):
        raise NoLawError(
            "Dit toestandbestand bevat een opschrift maar geen bepaling.", value=root.get("bwb-id") or ""
        )
    finished = finish(roots(body), body.guesses)
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=WORK_KINDS.get(law.get("soort") or "", WorkKind.UNKNOWN),
        provisions=finished.provisions,
        identifiers=tuple(Identifier("bwb", v) for v in (root.get("bwb-id"),) if v),
        title=text_of(law, "intitule"),
        short_title=text_of(law, "citeertitel"),
        language=law.get("{http://www.w3.org/XML/1998/namespace}lang") or "nl",
        stage="consolidated",
        in_force_on=iso_date(root.get("inwerkingtreding")),
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


READER = Reader("bwb-toestand", 3, _recognises, _read)
