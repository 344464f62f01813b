"""Searching over HTTP: the shape of the command line, paged, filtered, and without fiction in the counts."""

from flask.testing import FlaskClient

from tests.web.shelf import FICTIONAL, NEW, OLD

from .conftest import Ask


def test_hits_and_counts_are_of_real_texts_unless_fiction_is_asked_for(ask: Ask) -> None:
    real, every = ask("/api/search?q=kaars"), ask("/api/search?q=kaars&examples=1")
    assert all(hit["authentic"] for hit in real["hits"])
    assert "VERZONNEN" not in real["facets"]["work"]
    assert every["facets"]["work"]["VERZONNEN"] == every["total"] - real["total"] > 0
    assert sum(real["facets"]["work"].values()) == real["total"]


def test_filters_and_pages_work_together(ask: Ask) -> None:
    first = ask("/api/search?q=lantaarnopsteker&work=LANG&per_page=7")
    second = ask(first["next"])
    assert (len(first["hits"]), first["total"], second["page"]) == (7, 500, 2)
    assert not {h["eid"] for h in first["hits"]} & {h["eid"] for h in second["hits"]}
    assert ask(f"/api/search?q=mist&version={NEW}")["total"] == 1


def test_the_versions_of_a_provision_are_one_hit_when_asked(ask: Ask) -> None:
    apart, together = ask("/api/search?q=lamp&work=LAMP"), ask("/api/search?q=lamp&work=LAMP&grouped=1")
    assert together["total"] < apart["total"]
    assert sum(len(hit["versions"]) for hit in together["hits"]) == apart["total"]


def test_hits_stand_in_the_order_asked(ask: Ask) -> None:
    hits = ask("/api/search?q=lamp&grouped=1&sort=date")["hits"]
    days = [hit["in_force_on"] for hit in hits if hit["in_force_on"]]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 1
    year = days[0][:4]
    assert {hit["in_force_on"][:4] for hit in ask(f"/api/search?q=lamp&year={year}")["hits"]} == {year}


def test_a_typed_citation_says_all_that_it_may_cite(ask: Ask) -> None:
    cited = ask("/api/search?q=artikel 1 Lampenwet")["citations"]
    assert {(c["work"], c["eid"]) for c in cited} == {("LAMP", "art_1"), ("LICHT", "art_1")}
    assert ask("/api/search?q=mist")["citations"] == []


def test_what_comes_near_is_given_with_grouped_hits_and_never_counted(ask: Ask) -> None:
    found = ask("/api/search?q=lamp zeilboot&grouped=1")
    assert found["total"] == 0
    assert {tuple(hit["missing"]) for hit in found["looser"]} == {("zeilboot",)}


def test_a_dossier_that_binds_nothing_finds_nothing(ask: Ask) -> None:
    assert ask("/api/search?q=lamp&dossier=99001")["total"] == 0


def test_a_change_says_what_went_in_and_between_which_versions(ask: Ask) -> None:
    found = ask("/api/search/changes?q=maand OF week")
    assert {(h["old"], h["new"], h["direction"]) for h in found["hits"]} == {
        (OLD, NEW, "deleted"),
        (OLD, NEW, "inserted"),
    }
    assert ask("/api/search/changes?q=maand&direction=deleted")["total"] == 0
    assert ask("/api/search/changes?q=maand&kind=moved")["total"] == 0
    changes = {c["id"] for c in ask(f"/api/comparisons/{OLD}/{NEW}")["changes"]}
    assert {h["change"] for h in found["hits"]} <= changes


def test_changes_in_fiction_count_only_when_asked_for(ask: Ask) -> None:
    assert ask("/api/search/changes?q=muts")["total"] == 0
    (hit,) = ask("/api/search/changes?q=muts&examples=1")["hits"]
    assert (hit["new"], hit["authentic"]) == (FICTIONAL[1], False)


def test_the_etag_of_an_answer_is_that_of_its_content(client: FlaskClient) -> None:
    first = client.get("/api/search?q=mist")
    again = client.get("/api/search?q=mist", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_source_says_what_it_carries(ask: Ask) -> None:
    for key in (NEW, FICTIONAL[0]):
        source = ask(f"/api/versions/{key}")["sources"][0]
        found = ask(f"/api/sources/{source['sha256']}")
        assert {"version": key, **source} in found["carries"]
        assert found["content"] == f"/bron/{source['sha256']}"
        assert found["authentic"] is (key == NEW)


def test_the_service_says_that_it_is_well(ask: Ask) -> None:
    said = ask("/api/health")
    assert (said["status"], said["database"], said["index"]) == ("ok", "ok", "ok")
