"""Formex at full size: whole packages as one text, and every mark of change against an extraction by others.

`amendments/eu-consleg` holds the marks of two consolidated texts as another project took them out of the same
files: what was done, by which act, at which place, and the words that resulted.
"""

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus.attribution import Attribution
from corpus.provision import Provision, walk
from corpus.readers import read
from corpus.reading import Identifier, Reading
from tests.no_lost_word.account import lost_words

PACKAGES = (
    "02014R0910-20241018", "32022L2555", "32024R1183", "32024R2977", "32024R2979", "32024R2980", "32024R2981",
    "32025D2164", "32025R0848", "32025R1568", "32025R2162",
)  # fmt: skip
CONSOLIDATED = [
    ("02014R0910-20241018/CL2014R0910EN0020030.0001.xml", "02014R0910-20241018.clg_mods.json", 97),
    ("combined/visakodex_de.xml", "visakodex_de.clg_mods.json", 123),
]


@pytest.mark.parametrize("name", PACKAGES)
def test_a_whole_package_is_read_as_one_text_without_a_lost_word(samples: Path, name: str) -> None:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for part in sorted((samples / "formex" / name).iterdir()):
            archive.write(part, part.name)
    reading = read(target.getvalue())
    assert lost_words(target.getvalue(), reading) == ""
    assert Identifier("celex", f"3{name[1:10]}") in reading.identifiers
    eids = [p.eid for p in walk(reading.provisions)]
    assert len(eids) == len(set(eids))


@pytest.mark.parametrize(("file", "extraction", "total"), CONSOLIDATED)
def test_every_mark_of_change_is_found_at_the_words_it_speaks_of(
    samples: Path, file: str, extraction: str, total: int
) -> None:
    reading = read((samples / "formex" / file).read_bytes())
    marks = json.loads((samples / "amendments" / "eu-consleg" / extraction).read_text(encoding="utf-8"))
    assert len(marks) == total
    missing = [mark["id"] for mark in marks if not _is_found(mark, reading)]
    assert missing == []


def _is_found(mark: dict[str, str], reading: Reading) -> bool:
    """The extraction sets quotation marks and spaces in its own way, so letters and figures are compared."""
    start = _letters(mark["resulting_text"])[:30]
    bearing = [p for p in walk(reading.provisions) if _bears(mark, p)]
    deleted = any(start in _letters(dropped.text) for dropped in reading.dropped)
    if mark["action"] == "DELETED":
        return deleted and bool(bearing)
    inside_deleted_text = deleted and not bearing
    return inside_deleted_text or any(_begins(start, p) for p in bearing)


def _begins(start: str, provision: Provision) -> bool:
    """A footnote at the head stands between the words of the extraction: then the number alone must do."""
    footnoted = any(note.kind == "noot" for p in provision.walk() for note in p.notes)
    own = _letters(" ".join(provision.words()))
    return start in own or (footnoted and own[:8] == start[:8])


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text))


def _bears(mark: dict[str, str], provision: Provision) -> bool:
    wanted = (mark["action"], mark["active_doc"], mark["active_loc"])
    changes = filter(None, map(Attribution.of, provision.notes))
    return any((change.action, change.act, change.place) == wanted for change in changes)
