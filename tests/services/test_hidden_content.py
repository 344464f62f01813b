"""The names a file carries are told to who offers it, and stand in no row and no document of the index."""

import pytest
from sqlalchemy import select

from tests.corpus.readers.made_files import docx, paragraph, with_member
from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Ingested, Statement
from wetgeving.store.packed import Packed
from wetgeving.store.schema import manifestation, metadata, packed

NAME = "Haagsma-Poortvliet"
CORE = f"<c><creator>{NAME}</creator><lastModifiedBy>{NAME}</lastModifiedBy></c>"
COMMENT = f'<w:comment w:id="0" w:author="{NAME}"><w:p><w:r><w:t>Let op</w:t></w:r></w:p></w:comment>'
SOURCE = with_member(
    docx(paragraph("Artikel 1") + paragraph("Er is een hek."), comments=COMMENT),
    "docProps/core.xml",
    CORE.encode(),
)


@pytest.fixture
def ingested(application: Application) -> Ingested:
    with application.unit_of_work() as services:
        result = services.ingesting.ingest(SOURCE, "hek.docx", "test", Statement(work="HEK"))
    application.index()
    return result


def test_who_offers_a_file_is_told_what_it_carries(application: Application, ingested: Ingested) -> None:
    with application.reading() as services:
        proposal = services.proposing.propose(SOURCE, "hek.docx")
    assert ingested.hidden == proposal.reading.hidden
    assert [(h.kind, h.count, h.who) for h in ingested.hidden] == [
        ("author", 1, (NAME,)),
        ("last-editor", 1, (NAME,)),
        ("comment", 1, (NAME,)),
    ]


def test_the_names_are_in_no_row_but_the_file_itself(application: Application, ingested: Ingested) -> None:
    with application.database.read() as connection:
        rows = [
            str(tuple(row))
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
            if table is not packed
        ]
        files = set(connection.execute(select(manifestation.c.id)).scalars())
        others = set(connection.execute(select(packed.c.id)).scalars()) - files
        unpacked = [Packed(connection).read(number) for number in others]
    assert unpacked
    assert NAME not in "".join(rows)
    assert NAME.encode() not in b"".join(unpacked)
    with application.reading() as services:
        assert services.catalogue.source(ingested.sha256) == SOURCE
        assert services.searching.search(NAME, {}).total == 0
