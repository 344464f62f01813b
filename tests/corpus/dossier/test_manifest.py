"""What a manifest may say, what it is told when it is wrong, and that a fact survives being written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dossier import PARTS, Fact, ManifestError, from_json, read_manifest, to_json
from corpus.dossier.facts import Certainty, DateClaim, EuMapping, Event, EventState, Ground, Paper

MANIFEST = """
number = "D-1"
title = "Proef"
[[work]]
key = "LAMP"
kind = "bill"
[[source]]
key = "S1"
title = "Het Havenblad"
official = false
[[paper]]
key = "p1"
work = "LAMP"
stage = "submitted"
title = "Voorstel"
ground = { certainty = "C1", sources = ["S1"] }
identifiers = { dossier = "D-1", ondernummer = "2" }
[[event]]
key = "e1"
work = "LAMP"
what = "Ingediend"
state = "done"
step = "submission"
paper = "p1"
ground = { certainty = "C1", sources = ["S1"] }
dates = [{ day = 2091-01-01, ground = { certainty = "C1", sources = ["S1"] } }]
"""


def folder(at: Path, manifest: str, **others: str) -> Path:
    (at / "manifest.toml").write_text(manifest, encoding="utf-8")
    for name, content in others.items():
        (at / f"{name}.toml").write_text(content, encoding="utf-8")
    return at


def test_a_manifest_gives_its_works_and_facts_in_order(tmp_path: Path) -> None:
    manifest = read_manifest(folder(tmp_path, MANIFEST))
    assert [w.key for w in manifest.works] == ["LAMP"]
    assert [(part, fact.key) for part, fact in manifest.facts] == [
        ("source", "S1"), ("paper", "p1"), ("event", "e1"),
    ]  # fmt: skip
    event = manifest.facts[-1][1]
    assert isinstance(event, Event)
    assert event.state is EventState.DONE
    assert str(event.dates[0].day) == "2091-01-01"


def test_facts_may_stand_in_more_files(tmp_path: Path) -> None:
    more = '[[open_question]]\nkey = "q"\nwhat = "Waar het blad staat"\n'
    manifest = read_manifest(folder(tmp_path, MANIFEST, vragen=more))
    assert [part for part, _ in manifest.facts][-1] == "open_question"


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (('certainty = "C1"', 'certainty = "U"'), "U"),
        (('sources = ["S1"]', 'sources = ["S9"]'), "S9"),
        (('state = "done"', 'state = "misschien"'), "misschien"),
        (('paper = "p1"', 'paper = "p7"'), "p7"),
        (('[[paper]]\nkey = "p1"\nwork = "LAMP"', '[[paper]]\nkey = "p1"\nwork = "LICHT"'), "LICHT"),
        (("day = 2091-01-01", 'day = "1 januari"'), "1 januari"),
        (('what = "Ingediend"', 'wat = "Ingediend"'), "wat"),
        (("official = false", 'official = "nee"'), "nee"),
        (("[[source]]", "[[bron]]"), "bron"),
        (('ground = { certainty = "C1", sources = ["S1"] }\nidentifiers', "identifiers"), "ground"),
    ],
)
def test_a_manifest_that_is_wrong_is_refused_by_name(
    tmp_path: Path, change: tuple[str, str], names: str
) -> None:
    with pytest.raises(ManifestError, match=names):
        read_manifest(folder(tmp_path, MANIFEST.replace(*change)))


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (('act = "EU"', 'act = "EU-9"'), "EU-9"),
        (('relation = "executes"', 'relation = "gaat-over"'), "gaat-over"),
        (('said_in = "p1"', 'said_in = "p7"'), "p7"),
        (('work = "LAMP"', 'work = "LICHT"'), "LICHT"),
        (('ground = { certainty = "C1", sources = ["S1"] }', ""), "ground"),
    ],
)
def test_a_mapping_of_a_union_provision_names_only_what_is_given(
    tmp_path: Path, change: tuple[str, str], names: str
) -> None:
    mapping = (
        '[[mapping]]\nkey = "m1"\nact = "EU"\nprovision = "artikel 3"\nnational = "artikel 1"\n'
        'work = "LAMP"\n'
        'relation = "executes"\nsaid_in = "p1"\nground = { certainty = "C1", sources = ["S1"] }\n'
    )
    act = '[[eu_act]]\nkey = "EU"\ntitle = "E"\nkind = "eu-regulation"\nground = { certainty = "C1" }\n'
    read = read_manifest(folder(tmp_path, MANIFEST, eu=act + mapping))
    assert [m.key for _, m in read.facts if isinstance(m, EuMapping)] == ["m1"]
    with pytest.raises(ManifestError, match=names):
        read_manifest(folder(tmp_path, MANIFEST, eu=act + mapping.replace(*change)))


def test_a_presumption_has_no_place_in_a_manifest() -> None:
    assert {c.value for c in Certainty} == {"C2", "C1", "D", "?"}


def test_a_key_that_occurs_twice_is_refused(tmp_path: Path) -> None:
    twice = '[[source]]\nkey = "S1"\ntitle = "Nog een"\nofficial = true\n'
    with pytest.raises(ManifestError, match="source S1"):
        read_manifest(folder(tmp_path, MANIFEST, bronnen=twice))


GROUNDS = st.builds(Ground, st.sampled_from(Certainty), st.tuples(st.text(max_size=5)), st.text(max_size=5))
CLAIMS = st.builds(DateClaim, GROUNDS, st.none() | st.dates(), st.text(max_size=9))


@given(
    st.one_of(
        st.builds(Event, st.text(), st.text(), st.text(), st.sampled_from(EventState), GROUNDS,
                  dates=st.lists(CLAIMS, max_size=3).map(tuple)),
        st.builds(Paper, st.text(), st.text(), st.text(), st.text(), GROUNDS,
                  identifiers=st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2)),
    )
)  # fmt: skip
def test_a_fact_survives_being_written(fact: Fact) -> None:
    assert from_json(type(fact), to_json(fact)) == fact


def test_every_fact_that_ships_survives_being_written() -> None:
    root = Path(__file__).resolve().parents[3] / "corpus" / "dossiers"
    manifests = [read_manifest(path.parent) for path in sorted(root.glob("*/manifest.toml"))]
    assert len(manifests) >= 2
    for manifest in manifests:
        for part, fact in manifest.facts:
            assert from_json(PARTS[part], to_json(fact)) == fact
