"""Files that hold only history: what a WTI and a manifest say, and how they are refused as a text."""

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import HistoryOnlyError, NotWellFormedError, UnknownFormatError
from corpus.history import HistoryEvent, PendingBill, Retroaction
from corpus.readers import read
from corpus.readers.history import read_history, recognise_history
from corpus.reading import Identifier

WTI = b"""<?xml version="1.0"?><wetstechnische-informatie bwb-id="BWBR9999901"><wijzigingen><regeling>
<datum><details><betreft>Aanhangig</betreft><ontstaansbron><bron><dossiernummer>99001</dossiernummer>
</bron></ontstaansbron></details></datum>
<datum><details><betreft>wijziging</betreft><ontstaansbron><bron type="oorspronkelijk">
<bekendmaking soort="Stb" urlidentifier="stb-2098-4"/></bron><bron type="juncto">
<bekendmaking soort="Stb" urlidentifier="stb-2099-1"/></bron></ontstaansbron></details></datum>
<datum waarde="2092-02-15"><details><terugwerkende-kracht><terugwerkende-kracht-datum datum-scope="tot-en-met"
waarde="2091-12-01"><artikelen><label>Artikel 2</label></artikelen></terugwerkende-kracht-datum>
</terugwerkende-kracht><betreft>wijziging</betreft><ontstaansbron><bron><dossiernummer>98765</dossiernummer>
<bekendmaking soort="Stb" urlidentifier="stb-2092-7"/></bron></ontstaansbron><inwerkingtreding><bron>
<bekendmaking soort="Stb" urlidentifier="stb-2092-9"/></bron></inwerkingtreding></details></datum>
<datum waarde="2091-03-01"><details><betreft>wijziging</betreft></details><details>
<betreft>nieuwe-regeling</betreft><ontstaansbron><bron><bekendmaking soort="Stb">
<publicatiejaar>2091</publicatiejaar><publicatienummer>12</publicatienummer></bekendmaking></bron>
</ontstaansbron></details></datum>
</regeling><regelingelementen><regelingelement label-id="1"/></regelingelementen></wijzigingen>
</wetstechnische-informatie>"""
MANIFEST = b"""<?xml version="1.0"?><work label="BWBR9999901" _latestItem="x"><metadata/>
<expression label="2091-03-01_10"><metadata><datum_inwerkingtreding>2091-03-01</datum_inwerkingtreding>
<einddatum>9999-12-31</einddatum><zichtdatum_start>2091-06-01</zichtdatum_start></metadata>
<manifestation label="xml"><item label="b.xml" _deleted="true"/></manifestation></expression>
<expression label="2091-03-01_9"><metadata><datum_inwerkingtreding>2091-03-01</datum_inwerkingtreding>
<einddatum>2092-02-14</einddatum><zichtdatum_start>2091-03-01</zichtdatum_start>
<zichtdatum_eind>2091-05-31</zichtdatum_eind></metadata><manifestation label="xml">
<item label="a.xml" _deleted="false"/></manifestation></expression></work>"""


def test_a_wti_says_what_happened_oldest_first() -> None:
    history = read_history(WTI)
    assert (history.reader, history.identifiers) == ("bwb-wti", (Identifier("bwb", "BWBR9999901"),))
    assert [(e.in_force_on, e.what, e.publications) for e in history.events] == [
        (date(2091, 3, 1), "nieuwe-regeling", ("stb-2091-12",)),
        (date(2091, 3, 1), "wijziging", ()),
        (date(2092, 2, 15), "wijziging", ("stb-2092-7",)),
        (None, "wijziging", ("stb-2098-4", "stb-2099-1")),
    ]


def test_an_amendment_has_its_dossier_its_commencement_and_its_retroactive_effect() -> None:
    event = read_history(WTI).events[2]
    assert (event.dossiers, event.commencement) == (("98765",), ("stb-2092-9",))
    assert event.retroactions == (Retroaction(date(2091, 12, 1), "tot-en-met", ("Artikel 2",)),)


def test_a_pending_bill_is_no_event_but_an_amendment_without_a_date_is() -> None:
    history = read_history(WTI)
    assert history.pending == (PendingBill("99001"),)
    assert history.events[-1].in_force_on is None


def test_a_manifest_gives_toestanden_on_two_axes_ordered_by_date_and_serial_number() -> None:
    history = read_history(MANIFEST)
    assert history.reader == "bwb-manifest"
    assert history.events == (
        HistoryEvent(
            date(2091, 3, 1),
            "toestand",
            until=date(2092, 2, 14),
            known_from=date(2091, 3, 1),
            known_until=date(2091, 5, 31),
            files=("a.xml",),
        ),
        HistoryEvent(date(2091, 3, 1), "toestand-verwijderd", known_from=date(2091, 6, 1), files=("b.xml",)),
    )


@pytest.mark.parametrize("source", [WTI, MANIFEST], ids=["wti", "manifest"])
def test_history_is_refused_as_a_text_by_its_own_name(source: bytes) -> None:
    with pytest.raises(HistoryOnlyError, match="geen tekst"):
        read(source)


def test_other_files_hold_no_history() -> None:
    assert recognise_history(b"<work><title>boek</title></work>") == ""
    with pytest.raises(UnknownFormatError):
        read_history(b"<toestand/>")
    with pytest.raises(NotWellFormedError):
        read_history(b"<wetstechnische-informatie><wijzigingen>")


SAMPLES = [
    ("BWBR0002458/BWBR0002458.WTI", 48, 1),
    ("BWBR0018451_WTI_zorgtoeslag.xml", 74, 0),
    ("BWBV0001109/BWBV0001109.WTI", 4, 0),
    ("BWBR0002458/manifest.xml", 16, 0),
    ("BWBR0002629/manifest.xml", 61, 0),
    ("BWBV0001109/manifest.xml", 1, 0),
]


@pytest.mark.parametrize(("path", "events", "pending"), SAMPLES, ids=[row[0] for row in SAMPLES])
def test_every_step_of_a_real_file_of_history_is_counted(
    samples: Path, path: str, events: int, pending: int
) -> None:
    history = read_history((samples / "bwb-toestand" / path).read_bytes())
    assert (len(history.events), len(history.pending)) == (events, pending)
    assert all(e.what for e in history.events)
    assert [i.value for i in history.identifiers] == [path[:11]]


def test_the_amendment_of_2015_is_tied_to_its_bill(samples: Path) -> None:
    history = read_history((samples / "bwb-toestand" / "BWBR0002458" / "BWBR0002458.WTI").read_bytes())
    event = next(e for e in history.events if e.in_force_on == date(2015, 1, 1))
    assert (event.publications, event.dossiers) == (("stb-2014-131",), ("33061",))
    assert event.commencement == ("stb-2014-443",)
    assert history.pending == (PendingBill("33314"),)
