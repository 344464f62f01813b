"""Lists that are paged and filtered; one work; fiction left out of every count unless it is asked for."""

import pytest
from flask.testing import FlaskClient

from tests.web.shelf import FICTIONAL, GUESSED, LONG, NEW, OLD, RESPELLED, SAME, UNDATED

from .conftest import Ask

REAL_WORKS = ["BWBR9999999", "KAARS", "LAMP", "LANG", "LICHT"]
REAL_VERSIONS = {GUESSED, *UNDATED, OLD, NEW, SAME, LONG, RESPELLED}


def test_the_works_are_counted_without_fiction_and_with_it_when_asked(ask: Ask) -> None:
    real, every = ask("/api/works"), ask("/api/works?examples=1")
    assert sorted(w["work"] for w in real["items"]) == REAL_WORKS
    assert (real["total"], every["total"]) == (5, 6)
    assert [w["work"] for w in every["items"] if not w["authentic"]] == ["VERZONNEN"]


def test_the_versions_are_counted_without_fiction_and_with_it_when_asked(ask: Ask) -> None:
    assert {v["version"] for v in ask("/api/versions")["items"]} == REAL_VERSIONS
    with_fiction = ask("/api/versions?examples=1")
    assert with_fiction["total"] == len(REAL_VERSIONS) + 2
    assert {v["version"] for v in with_fiction["items"] if not v["authentic"]} == set(FICTIONAL)


@pytest.mark.parametrize(
    ("query", "works"),
    [
        ("kind=act", REAL_WORKS),
        ("kind=bill", []),
        ("kind=bill&kind=act", REAL_WORKS),
        ("stage=unspecified", ["KAARS"]),
        ("work=LAMP&work=KAARS", ["KAARS", "LAMP"]),
        ("work=LAMP&stage=unspecified", []),
        ("dossier=99001", []),
        ("work=VERZONNEN", []),
        ("work=VERZONNEN&examples=1", ["VERZONNEN"]),
    ],
)
def test_filters_leave_out_what_does_not_pass_all_of_them(ask: Ask, query: str, works: list[str]) -> None:
    found = ask(f"/api/works?{query}")
    assert sorted(w["work"] for w in found["items"]) == works
    assert found["total"] == len(works)


def test_pages_follow_each_other_and_hold_everything_once(ask: Ask) -> None:
    address: str | None = "/api/versions?per_page=3&work=LAMP&work=LANG&work=LICHT"
    seen, pages = [], []
    while address:
        page = ask(address)
        pages.append((page["page"], len(page["items"]), page["prev"]))
        seen += [v["version"] for v in page["items"]]
        address = page["next"]
    assert sorted(seen) == sorted([OLD, NEW, SAME, LONG, RESPELLED])
    assert pages == [(1, 3, None), (2, 2, "/api/versions?per_page=3&work=LAMP&work=LANG&work=LICHT&page=1")]


def test_a_page_after_the_last_is_empty_and_leads_back(ask: Ask) -> None:
    page = ask("/api/works?page=9&per_page=4")
    assert (page["items"], page["total"], page["next"]) == ([], 5, None)
    assert page["prev"] == "/api/works?page=2&per_page=4"


def test_a_work_holds_its_versions_oldest_first_and_what_happened_to_it(ask: Ask) -> None:
    work = ask("/api/works/LAMP")
    assert [v["version"] for v in work["versions"]] == [OLD, NEW, SAME]
    assert work["versions"] == ask("/api/works/LAMP/versions")["items"]
    assert [e["kind"] for e in work["events"]] == ["added", "added", "added", "corrected"]
    assert "actor" not in work["events"][0]


def test_who_asks_for_a_former_key_is_sent_to_the_present_one(client: FlaskClient) -> None:
    response = client.get("/api/versions/LAMP@consolidated-2003-01-01/art_1")
    assert (response.status_code, response.location) == (302, f"/api/versions/{SAME}/art_1")


def test_fiction_is_not_for_search_engines(client: FlaskClient) -> None:
    for address in ("/api/works/VERZONNEN", f"/api/versions/{FICTIONAL[0]}", "/regelingen/VERZONNEN"):
        assert client.get(address).headers["X-Robots-Tag"] == "noindex", address
    assert "X-Robots-Tag" not in client.get("/api/works/LAMP").headers
