"""What is known of a source file; its bytes are at another address, always as a download."""

from wetgeving import shapes
from wetgeving.shapes import Shape
from wetgeving.web.addresses import source_url
from wetgeving.web.api.answers import Answer
from wetgeving.web.api.asked import Asked
from wetgeving.web.reading import reading


def source(_: Asked, sha256: str) -> Answer:
    """A file: which versions it carries, and every place it was taken from."""
    with reading() as services:
        versions = services.catalogue.carriers(sha256)
        works = [services.catalogue.work(v.work) for v in versions]
    fictional = any(w.fictional for w in works)

    def body() -> Shape:
        return {
            "sha256": sha256,
            "byte_count": next(s.byte_count for v in versions for s in v.sources if s.sha256 == sha256),
            "content": source_url(sha256),
            "carries": [
                {"version": v.version, **shapes.source(s)}
                for v in versions
                for s in v.sources
                if s.sha256 == sha256
            ],
            "authentic": not fictional,
        }

    return Answer(body, made_of=versions, fictional=fictional)
