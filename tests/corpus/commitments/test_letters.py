"""Whole letters and notes: who, what, by when and where; the example letter as a lawyer can check it."""

from datetime import date
from pathlib import Path

import pytest

from corpus.commitments import Letter, ReadCommitment, Rule, Sort, Sureness, commitments_of, merged
from corpus.provision import Provision, ProvisionKind, walk
from corpus.readers import read

SAID_ON = date(2093, 1, 22)
EXAMPLE = Path(__file__).parents[3] / "corpus" / "dossiers" / "VOORBEELD-1"
GOLDEN = Path(__file__).parent / "golden"
HEAD = "Nummer\tWie\tWat\tWanneer"


def letter(*texts: str, signed: str = "De Minister van Licht,", **more: object) -> tuple[ReadCommitment, ...]:
    """What a letter with these paragraphs promises."""
    body = Provision(ProvisionKind.DIVISION, "dvs_1", "1", "Toezeggingen", "\n".join(texts), **more)  # type: ignore[arg-type]
    end = Provision(ProvisionKind.CONCLUSIONS, "conclusions", text=signed)
    return commitments_of((body, end), Letter("letter", "", SAID_ON))


def told(found: tuple[ReadCommitment, ...]) -> str:
    """A commitment a block, as it is kept in the golden file."""
    blocks = []
    for c in found:
        where = "; ".join(f"{p.eid} {p.start}-{p.end}" for p in c.passages)
        due = f"{c.due.words} | {c.due.last}" if c.due else "-"
        rules = ", ".join(c.rules)
        blocks.append(
            f"{c.sort} | {c.sureness} | {rules}\nwie: {c.actor or '-'}\nwat: {c.what}\n"
            f"wanneer: {due}\nwaar: {where}\n"
        )
    return "\n".join(blocks)


@pytest.mark.parametrize(
    ("file", "golden"),
    [
        ("FICTIEVE-VOORBEELDTEKST-voortgangsbrief.xml", "voortgangsbrief.txt"),
        ("FICTIEVE-VOORBEELDTEKST-beslisnota-openbaar-deel.txt", "beslisnota.txt"),
    ],
)
def test_the_example_letter_and_its_note_promise_what_the_golden_file_says(file: str, golden: str) -> None:
    reading = read((EXAMPLE / file).read_bytes())
    found = commitments_of(reading.provisions, Letter(reading.kind, reading.title, SAID_ON))
    assert told(found) == (GOLDEN / golden).read_text(encoding="utf-8")


def test_every_passage_is_found_at_its_offsets() -> None:
    for path in EXAMPLE.glob("*brief.xml"):
        reading = read(path.read_bytes())
        texts = {p.eid: p.text for p in walk(reading.provisions)}
        found = commitments_of(reading.provisions, Letter(reading.kind, reading.title, SAID_ON))
        assert found
        for passage in (p for c in found for p in c.passages):
            assert texts[passage.eid][passage.start : passage.end] == passage.words


def test_a_row_and_a_sentence_that_say_the_same_are_one() -> None:
    said = "Ik zeg uw Kamer toe dat de seinkamers uiterlijk op 1 november 2093 open zijn."
    (one,) = letter(
        said, HEAD, "1\tHavenopvang\tseinkamers in alle huizen open\tuiterlijk op 1 november 2093"
    )
    assert (one.what, one.summary, one.actor) == (said, "seinkamers in alle huizen open", "Havenopvang")
    assert one.rules == (Rule.PLEDGE, Rule.TABLE)
    assert one.spoken_by == "Minister van Licht"


def test_a_row_with_another_term_or_other_words_stays_apart() -> None:
    said = "Ik zeg uw Kamer toe dat de seinkamers uiterlijk op 1 november 2093 open zijn."
    other = "1\tHavenopvang\tseinkamers in alle huizen open\tin mei 2093"
    assert len(letter(said, HEAD, other)) == 2
    assert len(letter(said, HEAD, "1\tVuurwacht\tvuurboek bijgewerkt\tuiterlijk op 1 november 2093")) == 2


def test_two_rows_of_a_table_are_never_one() -> None:
    row = "{}\tLantaarndienst\tlantaarns geteld\tin juli 2093"
    assert len(letter(HEAD, row.format(1), row.format(2))) == 2


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Toezegging\tTermijn", "vuurboek openbaar\tmei 2093", ("Minister van Licht", "vuurboek openbaar")),
        ("Wanneer\tWie\tWat", "mei 2093\tde Vuurwacht\tvuurboek", ("de Vuurwacht", "vuurboek")),
        ("Nr.\tActie\tBewindspersoon\tPlanning", "1\ttellen\tMvL\tmei 2093", ("MvL", "tellen")),
    ],
)
def test_the_columns_are_known_by_their_headings(head: str, row: str, expected: tuple[str, str]) -> None:
    (one,) = letter(head, row)
    assert (one.actor, one.what) == expected


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Haven\tBedden", "Oostkade\t40"),
        ("Wat\tKosten", "lampolie\t100 zilverstukken"),
        (HEAD, "1\tLantaarndienst\t\tin juli 2093"),
    ],
)
def test_another_table_or_a_row_without_a_what_promises_nothing(head: str, row: str) -> None:
    assert letter(head, row) == ()


def test_the_state_that_a_table_prints_is_told_and_not_taken_for_true() -> None:
    (one,) = letter("Wie\tToezegging\tWanneer\tStand", "Vuurwacht\ttellen\tmei 2093\tafgedaan")
    assert one.reason == 'De tabel drukt als stand: "afgedaan".'


def test_every_item_of_a_list_that_a_promise_opens_is_a_commitment() -> None:
    items = tuple(
        Provision(ProvisionKind.POINT, f"dvs_1__point_{k}", f"{k}.", text=text)
        for k, text in (("a", "de havens te tellen;"), ("b", "voor 1 mei 2093 de tolken te horen."))
    )
    first, second = letter("Ik zeg uw Kamer toe:", children=items)
    assert first.what == "Ik zeg uw Kamer toe: de havens te tellen;"
    assert (first.passages[0].eid, first.due) == ("dvs_1__point_a", None)
    assert second.due is not None
    assert second.due.last == date(2093, 4, 30)


def test_who_ik_is_comes_from_the_signature_and_else_from_the_title() -> None:
    two = "De Minister van Licht,\nDe Staatssecretaris van Havens,"
    assert letter("Wij zullen dit doen.", signed=two)[0].actor == (
        "Minister van Licht en Staatssecretaris van Havens"
    )
    body = Provision(ProvisionKind.DIVISION, "dvs_1", text="Ik zal dit doen.")
    title = "Brief van de Minister van Licht over de havens (FICTIEVE VOORBEELDTEKST)"
    assert commitments_of((body,), Letter("letter", title, SAID_ON))[0].actor == "Minister van Licht"


def test_without_signature_nobody_is_named_and_it_is_unsure() -> None:
    (one,) = letter("Ik zal dit doen.", signed="")
    assert (one.actor, one.sureness, one.reason) == (
        "",
        Sureness.UNSURE,
        'Wie "ik" is, staat niet in het stuk.',
    )


def test_quoted_law_promises_nothing() -> None:
    quoted = Provision(ProvisionKind.MOD, "mod_1", text="Ik zal het licht ontsteken.")
    assert letter("Het artikel luidt:", children=(quoted,)) == ()


def test_an_aim_stays_an_intention_beside_a_promise_of_the_same_words() -> None:
    found = letter("Ik streef ernaar de havens te tellen.", "Ik zal de havens tellen.")
    assert sorted(c.sort for c in found) == [Sort.INTENTION, Sort.PROMISE]


def test_the_id_of_a_passage_depends_on_its_words_alone() -> None:
    (one,) = letter("Ik zal de havens tellen.")
    (other,) = letter("Het stormt.", "Ik zal de havens tellen.")
    assert one.id == other.id
    assert one.passages[0].start != other.passages[0].start


def test_merging_what_was_merged_changes_nothing() -> None:
    reading = read((EXAMPLE / "FICTIEVE-VOORBEELDTEKST-voortgangsbrief.xml").read_bytes())
    found = commitments_of(reading.provisions, Letter(reading.kind, reading.title, SAID_ON))
    assert merged(found) == found


def test_the_same_row_twice_is_one_commitment_with_two_places() -> None:
    (one,) = letter(HEAD, *["1\tVuurwacht\tvuurboek bijgewerkt\tin mei 2093"] * 2)
    assert len(one.passages) == 2


@pytest.mark.parametrize(
    "hostile",
    [
        "Ik zal " * 20_000,
        "ik zeg " + "toe nu " * 20_000,
        "voor 1 mei 2093 " * 5_000,
        "«" * 50_000 + "Ik zal dit doen.",
        "\t" * 20_000,
        HEAD + "\n" + "\n".join("\t".join("x" * 3) for _ in range(3_000)),
        "zodra " + "a" * 100_000,
        " ".join(f"Ik zal haven {k} en kade {k} verlichten." for k in range(3_000)),
        "Ik zal \u202e\u0000\ufffd uw Kamer berichten.",
        "99999999999999 mei 9999, voor 32 mei 2093, binnen 999 jaar zal ik terugkomen.",
        "binnen 0 maanden zal ik uw Kamer berichten",
    ],
)
def test_a_hostile_letter_is_read_in_time_and_without_an_error(hostile: str) -> None:
    found = letter(hostile)
    assert all(c.what for c in found)
