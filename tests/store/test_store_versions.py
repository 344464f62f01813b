"""Versions, their texts, files, keys and accounts: the contract of the store, on both databases."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select, text, update

from corpus.hashing import text_hash, tree_hash
from corpus.provision import Link, Mark, Note, Provision, ProvisionKind
from corpus.reading import Dropped, Guessed
from tests.store.fictional_law import (
    NOW,
    WORK,
    GrowingLaw,
    add_with_file,
    article,
    as_file,
    attach,
    new_version,
)
from wetgeving.store import Store
from wetgeving.store.errors import (
    CorruptContentError,
    NaiveTimeError,
    TakenKeyError,
    UnknownKeyError,
    UnstorableTextError,
)
from wetgeving.store.packed import MAX_DEPTH
from wetgeving.store.schema import packed, provision_text
from wetgeving.store.texts import fingerprint
from wetgeving.store.values import Source, Version, VersionDates, Work

FULL = Provision(
    ProvisionKind.CHAPTER,
    "chp_I",
    "Hoofdstuk I",
    "Begrippen",
    children=(
        Provision(
            ProvisionKind.ARTICLE,
            "art_1",
            "Artikel 1",
            "Heg",
            "Een heg is een haag.\nOok een wal\tis een haag.",
            marks=(Mark(4, 7, "italic"), Mark(13, 17, "bold")),
            notes=(
                Note(3, "redactie", "Zie de toelichting."),
                Note(3, "noot", "Ja.", (Mark(0, 2, "italic"),)),
            ),
            source_id="a-1",
            status="goed",
            in_force_on=date(2026, 1, 1),
            heading_marks=(Mark(0, 3, "italic"),),
            children=(
                Provision(ProvisionKind.POINT, "art_1__point_a", "a.", text="haag: heg;"),
                Provision(ProvisionKind.POINT, "art_1__point_b", "b.", text="haag: heg;", status="vervallen"),
            ),
        ),
    ),
)


@pytest.fixture(autouse=True)
def _work(store: Store) -> None:
    store.works.add(WORK)


def test_a_version_comes_back_as_it_was_stored(store: Store) -> None:
    new = new_version(FULL, reason="Eerste opname", official=True)
    sha256 = add_with_file(store, new, "V@voorstel-2026-01-01")
    assert store.versions.find("V@voorstel-2026-01-01") == Version(
        version="V@voorstel-2026-01-01",
        work=WORK.key,
        stage="voorstel",
        dates=VersionDates(date(2026, 1, 1), None, None, "stated"),
        language="nl",
        reason="Eerste opname",
        derived_from=None,
        official=True,
        text_hash=text_hash([FULL]),
        tree_hash=tree_hash([FULL]),
        sequence=1,
        sources=(
            Source(
                sha256,
                "application/xml",
                len(as_file((FULL,))),
                "upload",
                "tuinen.xml",
                NOW,
                "proef",
                1,
            ),
        ),
    )
    assert store.versions.provisions("V@voorstel-2026-01-01") == (FULL,)
    assert store.manifestations.content(sha256) == as_file((FULL,))


def test_links_are_left_to_the_bytes(store: Store) -> None:
    linked = Provision(ProvisionKind.ARTICLE, "art_1", text="Zie hier.", links=(Link(4, 8, "bwb", "X"),))
    store.versions.add(new_version(linked), "V@a")
    assert store.versions.provisions("V@a")[0].links == ()


def test_one_provision_is_found_with_all_below_it(store: Store) -> None:
    store.versions.add(new_version(FULL), "V@a")
    assert store.versions.provision("V@a", "art_1") == FULL.children[0]
    assert store.versions.provision("V@a", "art_1__point_b") == FULL.children[0].children[1]
    assert store.versions.provision("V@a", "art_2") is None


def test_equal_text_is_stored_once_also_across_works(store: Store) -> None:
    store.works.add(Work("ANDERS", "act"))
    store.versions.add(new_version(FULL), "V@a")
    store.versions.add(new_version(FULL, article(2, "Nieuw."), day=2), "V@b")
    store.versions.add(new_version(FULL, work="ANDERS"), "ANDERS@a")
    count = select(func.count()).select_from(provision_text)
    assert store.works._connection.execute(count).scalar_one() == 3


def test_texts_with_equal_fingerprints_stay_apart(store: Store) -> None:
    store.versions.add(new_version(article(1, "Een.")), "V@a")
    connection = store.works._connection
    connection.execute(update(provision_text).values(fingerprint=fingerprint("Twee.")))
    store.versions.add(new_version(article(1, "Twee.")), "V@b")
    assert [store.versions.provisions(key)[0].text for key in ("V@a", "V@b")] == ["Een.", "Twee."]


@pytest.mark.parametrize("broken", ["nul \0 teken", "half \ud800 surrogaat"])
def test_text_that_no_database_can_hold_is_refused(store: Store, broken: str) -> None:
    with pytest.raises(UnstorableTextError, match="half surrogaat"):
        store.versions.add(new_version(article(1, broken)), "V@a")


def test_versions_come_in_the_order_in_which_they_were_stored(store: Store) -> None:
    for n, key in enumerate(("V@c", "V@a", "V@b"), start=1):
        store.versions.add(new_version(article(1, f"Versie {n}.")), key)
    found = store.versions.of(WORK.key)
    assert [(v.version, v.sequence, v.unchanged_from) for v in found] == [
        ("V@c", 1, None),
        ("V@a", 2, None),
        ("V@b", 3, None),
    ]
    assert store.versions.of("NIETS") == ()


def test_a_key_that_was_ever_given_is_taken(store: Store) -> None:
    store.versions.add(new_version(FULL), "V@a")
    store.versions.correct("V@a", dates=VersionDates(), stage="wet", new_key="V@b")
    for key in ("V@a", "V@b"):
        with pytest.raises(TakenKeyError) as error:
            store.versions.add(new_version(FULL), key)
        assert (error.value.code, error.value.value) == ("key-taken", key)


def test_a_corrected_version_is_found_by_every_key_it_had(store: Store) -> None:
    store.versions.add(new_version(FULL), "V@a")
    store.versions.add(new_version(article(2, "Ander."), derived_from="V@a"), "V@z")
    dates = VersionDates(None, date(2026, 2, 2), date(2026, 3, 3), "given")
    store.versions.correct("V@a", dates=dates, stage="wet", new_key="V@b")
    store.versions.correct("V@b", dates=dates, stage="wet", new_key="V@c")
    for key in ("V@a", "V@b", "V@c"):
        found = store.versions.find(key)
        assert found is not None
        assert (found.version, found.stage, found.dates) == ("V@c", "wet", dates)
        assert store.versions.provisions(key) == (FULL,)
    heir = store.versions.find("V@z")
    assert heir is not None
    assert heir.derived_from == "V@c"
    store.versions.correct("V@c", dates=dates, stage="wet", new_key="V@a")
    assert [v.version for v in store.versions.of(WORK.key)] == ["V@a", "V@z"]
    with pytest.raises(TakenKeyError):
        store.versions.correct("V@a", dates=dates, stage="wet", new_key="V@z")


def test_a_correction_may_keep_the_key(store: Store) -> None:
    store.versions.add(new_version(FULL), "V@a")
    store.versions.correct("V@a", dates=VersionDates(), stage="wet", new_key="V@a")
    found = store.versions.find("V@a")
    assert found is not None
    assert (found.version, found.stage, found.dates) == ("V@a", "wet", VersionDates())


def test_keys_like_gives_present_and_former_keys_in_order(store: Store) -> None:
    for key in ("VB@wet-2026", "VB@wet-2026-2", "VB@wet-2027", "vb@wet-2026", "V_@wet-2026"):
        store.versions.add(new_version(FULL), key)
    store.versions.correct("VB@wet-2026-2", dates=VersionDates(), stage="wet", new_key="VB@wet-2026-é")
    assert store.versions.keys_like("VB@wet-2026") == ("VB@wet-2026", "VB@wet-2026-2", "VB@wet-2026-é")
    assert store.versions.keys_like("V_") == ("V_@wet-2026",)
    assert len(store.versions.keys_like("VB")) == 4


def test_a_withdrawn_version_keeps_its_text_and_leaves_the_list(store: Store) -> None:
    sha256 = add_with_file(store, new_version(FULL), "V@a")
    store.versions.withdraw("V@a", "Verkeerd bestand")
    found = store.versions.find("V@a")
    assert found is not None
    assert found.withdrawn == "Verkeerd bestand"
    assert store.versions.of(WORK.key) == ()
    assert store.versions.of(WORK.key, include_withdrawn=True) == (found,)
    assert store.versions.provisions("V@a") == (FULL,)
    assert store.manifestations.known(sha256) == ("V@a",)


@pytest.mark.parametrize(
    ("stage", "language", "dates", "words", "found"),
    [
        ("voorstel", "nl", VersionDates(date(2026, 1, 1)), "Heg.", "V@a"),
        ("voorstel", "nl", VersionDates(date(2026, 1, 1), certainty="given"), "Heg.", "V@a"),
        ("wet", "nl", VersionDates(date(2026, 1, 1)), "Heg.", None),
        ("voorstel", "en", VersionDates(date(2026, 1, 1)), "Heg.", None),
        ("voorstel", "nl", VersionDates(date(2026, 1, 2)), "Heg.", None),
        ("voorstel", "nl", VersionDates(), "Heg.", None),
        ("voorstel", "nl", VersionDates(date(2026, 1, 1), date(2026, 1, 1)), "Heg.", None),
        ("voorstel", "nl", VersionDates(date(2026, 1, 1)), "Haag.", None),
    ],
)
def test_same_is_same_words_stage_language_and_dates(
    store: Store, stage: str, language: str, dates: VersionDates, words: str, found: str | None
) -> None:
    store.versions.add(new_version(article(1, "Heg.")), "V@a")
    wanted = text_hash([article(1, words)])
    assert store.versions.same(WORK.key, stage, language, dates, wanted) == found
    assert store.versions.same("ANDERS", stage, language, dates, wanted) is None


def test_a_withdrawn_version_is_not_the_same_as_a_new_one(store: Store) -> None:
    new = new_version(FULL)
    store.versions.add(new, "V@a")
    store.versions.withdraw("V@a", "Fout")
    assert store.versions.same(WORK.key, new.stage, "nl", new.dates, text_hash([FULL])) is None


def test_the_account_comes_back_in_order(store: Store) -> None:
    dropped = (Dropped("voetregel", "pagina 1", 12), Dropped("kop", "é", 3))
    guessed = (Guessed("lid", "art_1__para_1", "ongenummerd"), Guessed("bestandsnaam", "", "2026"))
    store.versions.add(new_version(FULL, dropped=dropped, guessed=guessed), "V@a")
    store.versions.add(new_version(FULL), "V@b")
    assert store.versions.account("V@a") == (dropped, guessed)
    assert store.versions.account("V@b") == ((), ())


def test_the_same_file_again_is_one_source_whose_reading_is_the_last(store: Store) -> None:
    sha256 = add_with_file(store, new_version(FULL), "V@a")
    later = NOW + timedelta(days=3)
    attach(store, "V@a", sha256, logic_version=2, at=later)
    attach(store, "V@a", sha256, origin="https://voorbeeld.invalid", logic_version=3, at=later)
    found = store.versions.find("V@a")
    assert found is not None
    assert [(s.origin, s.logic_version, s.retrieved_at) for s in found.sources] == [
        ("upload", 2, NOW),
        ("https://voorbeeld.invalid", 3, later),
    ]


def test_the_same_bytes_are_kept_once_and_known_by_all_versions_that_carry_them(store: Store) -> None:
    sha256 = add_with_file(store, new_version(FULL), "V@a")
    assert add_with_file(store, new_version(FULL, stage="wet"), "V@b") == sha256
    assert store.manifestations.known(sha256) == ("V@a", "V@b")
    store.versions.withdraw("V@a", "Fout")
    assert store.manifestations.known(sha256) == ("V@b", "V@a")
    assert store.manifestations.known("00" * 32) == ()
    assert store.manifestations.known("geen hash") == ()


def test_a_new_reading_takes_the_place_of_the_old_one(store: Store) -> None:
    law = GrowingLaw(articles=40, words=8)
    for n in range(4):
        store.versions.add(new_version(*law.provisions(), day=n + 1), f"V@{n}")
        law.reword()
    before = [store.versions.provisions(f"V@{n}") for n in range(4)]
    read_anew = (*before[1], article(99, "Anders gelezen."))
    guessed = (Guessed("kop", "", "nu wel"),)
    store.versions.replace_text("V@1", new_version(*read_anew, guessed=guessed))
    assert store.versions.provisions("V@1") == read_anew
    assert store.versions.account("V@1") == ((), guessed)
    assert [store.versions.provisions(f"V@{n}") for n in (0, 2, 3)] == [before[n] for n in (0, 2, 3)]
    found = store.versions.find("V@1")
    assert found is not None
    assert (found.sequence, found.dates.in_force_on) == (2, date(2026, 1, 2))
    assert found.tree_hash == tree_hash(read_anew)


def test_replacing_every_reading_leaves_no_old_one_behind(store: Store) -> None:
    for n in range(5):
        store.versions.add(new_version(article(1, f"Versie {n}.")), f"V@{n}")
    for n in range(5):
        store.versions.replace_text(f"V@{n}", new_version(article(1, f"Versie {n}."), article(2, "Bij.")))
    count = select(func.count()).select_from(packed)
    assert store.works._connection.execute(count).scalar_one() == 5


@pytest.mark.parametrize("call", ["provisions", "account"])
def test_a_version_that_is_not_there_is_an_error_by_name(store: Store, call: str) -> None:
    with pytest.raises(UnknownKeyError) as error:
        getattr(store.versions, call)("V@niets")
    assert (error.value.code, error.value.value) == ("unknown-key", "V@niets")
    assert store.versions.find("V@niets") is None


def test_a_version_of_an_unknown_work_or_base_is_refused(store: Store) -> None:
    with pytest.raises(UnknownKeyError):
        store.versions.add(new_version(FULL, work="NIETS"), "N@a")
    with pytest.raises(UnknownKeyError):
        store.versions.add(new_version(FULL, derived_from="V@niets"), "V@a")
    with pytest.raises(UnknownKeyError):
        store.manifestations.add(b"x", "text/plain", "NIETS")
    with pytest.raises(UnknownKeyError):
        store.manifestations.content("00" * 32)


def test_a_long_chain_of_files_is_cut_and_every_file_comes_back(store: Store) -> None:
    files = [
        as_file((article(1, f"Versie {n}. " + "De haag blijft staan. " * 5),)) for n in range(MAX_DEPTH + 5)
    ]
    hashes = [store.manifestations.add(content, "application/xml", WORK.key) for content in files]
    assert [store.manifestations.content(sha256) for sha256 in hashes] == files
    connection = store.works._connection
    assert connection.execute(select(func.max(packed.c.depth))).scalar_one() == MAX_DEPTH
    whole = select(func.count()).where(packed.c.base_id.is_(None))
    assert connection.execute(whole).scalar_one() == 2


@pytest.mark.parametrize("content", [b"", b"\0\xff\xfe", bytes(range(256)) * 5000])
def test_any_bytes_are_kept(store: Store, content: bytes) -> None:
    sha256 = store.manifestations.add(content, "application/octet-stream", WORK.key)
    assert store.manifestations.content(sha256) == content


@pytest.mark.parametrize(
    "damage",
    [
        {"frame": b"geen frame"},
        {"sha256": bytes(32)},
        {"byte_count": 3},
    ],
)
def test_bytes_that_changed_in_the_database_are_never_given_out(
    store: Store, damage: dict[str, object]
) -> None:
    store.versions.add(new_version(FULL), "V@a")
    store.works._connection.execute(update(packed).values(damage))
    with pytest.raises(CorruptContentError) as error:
        store.versions.provisions("V@a")
    assert error.value.code == "corrupt-content"


def test_a_text_that_disappeared_is_not_read_as_empty(store: Store) -> None:
    store.versions.add(new_version(FULL), "V@a")
    store.works._connection.execute(text("DELETE FROM provision_text WHERE id = 1"))
    with pytest.raises(CorruptContentError, match="ontbreken"):
        store.versions.provisions("V@a")


def test_times_come_back_in_utc_whatever_zone_they_had(store: Store) -> None:
    sha256 = add_with_file(store, new_version(FULL), "V@a")
    local = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    attach(store, "V@a", sha256, origin="zomer", at=local)
    found = store.versions.find("V@a")
    assert found is not None
    assert found.sources[1].retrieved_at == datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert found.sources[1].retrieved_at.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    sha256 = add_with_file(store, new_version(FULL), "V@a")
    with pytest.raises(NaiveTimeError, match="tijdzone"):
        attach(store, "V@a", sha256, origin="naief", at=datetime(2026, 7, 1))  # noqa: DTZ001
