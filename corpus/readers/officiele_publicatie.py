"""Publication XML of officielebekendmakingen.nl: Staatsblad, Staatscourant, Kamerstukken and Handelingen.

One reader for every form, because they share their elements (`docs/bronvormen.md`): the text is read
by `corpus.readers.publication_body`, what the file says of itself by `corpus.readers.publication_identity`.
The metadata record beside a publication (`metadata.xml`) is refused by name in `corpus.readers.refusal`.
"""

from corpus.errors import NoLawError, SourceTooLargeError
from corpus.provision import ProvisionKind
from corpus.readers.draft import Draft, Omission, finish
from corpus.readers.publication_body import body_of
from corpus.readers.publication_identity import identity_of
from corpus.readers.publication_places import roots
from corpus.readers.reader import Reader
from corpus.reading import Reading
from corpus.secure_xml import Element, depth, parse, root_name

MEDIA_TYPE = "application/xml"
_MAX_DEPTH = 100
"""Three times the deepest publication seen."""


def _recognises(source: bytes) -> bool:
    return root_name(source) == "officiele-publicatie"


def _read(source: bytes) -> Reading:
    root = parse(source)
    _refuse_depth(root)
    identity = identity_of(root)
    body = body_of(root)
    content = roots(body)
    if not _holds_text(content):
        raise NoLawError(
            "Deze publicatie bevat een kop maar geen tekst.",
            value=next((i.value for i in identity.identifiers), "geen kenmerk"),
            remedy="Van deze publicatie bestaat misschien alleen een PDF.",
        )
    finished = finish(content, (*identity.guesses, *body.guesses))
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=identity.kind,
        provisions=finished.provisions,
        identifiers=identity.identifiers,
        title=identity.title,
        short_title=identity.short_title,
        language=identity.language,
        stage=identity.stage,
        document_date=identity.document_date,
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


READER = Reader("officiele-publicatie", 2, _recognises, _read)


def _holds_text(content: list[Draft | Omission]) -> bool:
    return any(isinstance(x, Draft) and x.kind is not ProvisionKind.LONG_TITLE for x in content)


def _refuse_depth(root: Element) -> None:
    levels = depth(root)
    if levels > _MAX_DEPTH:
        raise SourceTooLargeError(
            "De elementen van dit bestand liggen te diep in elkaar.",
            value=f"{levels} niveaus",
            remedy=f"De grens is {_MAX_DEPTH} niveaus.",
        )
