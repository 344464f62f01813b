"""What every search engine must do with every question: give what reading all documents would give.

Written against the door of an engine only. An engine takes part by a class in `test_engine_contract.py`; the
engines of the registry do so by themselves.
"""

from dataclasses import dataclass, field
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings

from indexer.document import IndexDocument, SearchEngine, SearchRequest, Sort
from indexer.errors import QueryError
from indexer.synonyms import reread

from .brute_force import Reading
from .generated_questions import FORMULAS, described_corpus, questions

SIZE = 140
ALL = 10_000


@dataclass
class Stock:
    """An engine and a plain table that hold the same documents, grown by the same commits."""

    engine: SearchEngine
    documents: dict[str, IndexDocument] = field(default_factory=dict)

    @classmethod
    def grown(cls, engine: SearchEngine, seed: int) -> "Stock":
        """A stock of several segments, with documents replaced and deleted in all of them."""
        stock, chance = cls(engine), Random(seed)
        stock.commit(described_corpus(seed, SIZE), [])
        for step in range(1, 6):
            gone = chance.sample(sorted(stock.documents), 15)
            new = [d for d in described_corpus(seed + step, SIZE) if chance.random() < 0.2]
            stock.commit(new, gone)
        return stock

    def commit(self, add: list[IndexDocument], gone: list[str]) -> None:
        """Delete and add, on both sides."""
        self.engine.apply(add, gone)
        for id_ in gone:
            self.documents.pop(id_)
        self.documents.update((d.id, d) for d in add)

    @property
    def reading(self) -> Reading:
        """The documents, to be read one by one."""
        return Reading(tuple(self.documents.values()))


class EngineContract:
    """The rules; `stock` is a fixture of scope class that whoever takes part gives."""

    @settings(
        max_examples=1200,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
    )
    @given(question=questions)
    @example(question=FORMULAS[0])
    def test_every_answer_is_what_reading_all_documents_gives(self, stock: Stock, question: str) -> None:
        request = SearchRequest(question, limit=ALL)
        result = stock.engine.search(request)
        found = sorted(f"{hit.version}/{hit.eid}" for hit in result.hits)
        assert found == stock.reading.found(reread(request).query)
        assert result.total == len(found)

    @pytest.mark.parametrize("question", FORMULAS)
    def test_a_place_narrows_words_phrases_beginnings_and_articles(self, stock: Stock, question: str) -> None:
        request = SearchRequest(question, limit=ALL)
        found = sorted(f"{hit.version}/{hit.eid}" for hit in stock.engine.search(request).hits)
        assert found == stock.reading.found(reread(request).query)
        assert found

    @settings(max_examples=150, deadline=None, derandomize=True)
    @given(question=questions)
    def test_a_hidden_work_is_as_if_it_were_never_there(self, stock: Stock, question: str) -> None:
        request = SearchRequest(question, limit=ALL, hidden_works=frozenset({"MOLEN-1"}))
        found = sorted(f"{hit.version}/{hit.eid}" for hit in stock.engine.search(request).hits)
        rest = Reading(tuple(d for d in stock.documents.values() if d.work != "MOLEN-1"))
        assert found == rest.found(reread(request).query)

    @settings(max_examples=150, deadline=None, derandomize=True)
    @given(question=questions)
    def test_groups_and_their_counts_are_those_of_the_documents(self, stock: Stock, question: str) -> None:
        request = SearchRequest(question, limit=ALL, grouped=True, today="2033-01-01")
        result = stock.engine.search(request)
        wanted: dict[tuple[str, str, str], set[str]] = {}
        counts: dict[str, set[tuple[str, tuple[str, str, str]]]] = {}
        for id_ in stock.reading.found(reread(request).query):
            document = stock.documents[id_]
            group = (document.work, document.eid, document.point)
            wanted.setdefault(group, set()).add(document.version)
            for facet in result.facets:
                value = getattr(document, facet)
                values = (value,) if isinstance(value, str) else value
                counts.setdefault(facet, set()).update((v, group) for v in values if v)
        assert {(h.work, h.eid, h.point): set(h.versions) for h in result.hits} == wanted
        assert all(hit.version == hit.versions[0] for hit in result.hits)
        for facet, counted in result.facets.items():
            expected = [value for value, _ in counts.get(facet, ())]
            assert dict(counted) == {value: expected.count(value) for value in expected}

    def test_a_group_is_shown_by_the_version_in_force_else_by_the_newest(self, stock: Stock) -> None:
        day = "2033-01-01"
        in_force = {h.version for h in stock.engine.search(SearchRequest(f"geldig:{day}", limit=ALL)).hits}
        hits = stock.engine.search(SearchRequest("*", limit=ALL, grouped=True, today=day)).hits
        several = [hit for hit in hits if len(hit.versions) > 1]
        assert several
        for hit in several:
            law = in_force & set(hit.versions)
            dates = {v: self._date(stock, v) for v in hit.versions}
            assert hit.version in law if law else dates[hit.version] == max(dates.values())

    @staticmethod
    def _date(stock: Stock, version: str) -> str:
        return next(d.dated_on for d in stock.documents.values() if d.version == version)

    def test_hits_stand_by_date_or_in_the_order_of_the_law(self, stock: Stock) -> None:
        by_id = stock.documents
        hits = stock.engine.search(SearchRequest("*", limit=ALL, sort=Sort.DATE)).hits
        dates = [by_id[f"{h.version}/{h.eid}"].dated_on for h in hits]
        assert dates == sorted(dates, reverse=True)
        hits = stock.engine.search(SearchRequest("*", limit=ALL, sort=Sort.LAW)).hits
        places = [(h.work, by_id[f"{h.version}/{h.eid}"].sequence) for h in hits]
        assert places == sorted(places)
        pages = [
            stock.engine.search(SearchRequest("*", limit=37, offset=at, sort=Sort.LAW)).hits
            for at in range(0, len(hits), 37)
        ]
        assert tuple(hit for page in pages for hit in page) == hits

    def test_a_question_without_hits_says_which_word_is_nowhere_and_what_is_near(self, stock: Stock) -> None:
        result = stock.engine.search(SearchRequest("vergunnign molenaar"))
        assert result.total == 0
        typed, other = result.terms
        assert (typed.term, typed.documents, typed.at) == ("vergunnign", 0, (0, 10))
        assert "vergunning" in typed.nearest
        assert (other.term, other.nearest) == ("molenaar", ())
        assert other.documents > 0

    @pytest.mark.parametrize("question", ["molen* NIET w*", "molen NEAR/3 w*", "in:tekst w*"])
    def test_a_beginning_that_means_nothing_is_refused_at_its_place(
        self, stock: Stock, question: str
    ) -> None:
        words = " ".join(f"w{n}" for n in range(2_001))
        endless = IndexDocument(
            **{name: getattr(described_corpus(98, 1)[0], name) for name in _KEPT},
            id="EINDELOOS@wet/art_1", digest="1", work="EINDELOOS", version="EINDELOOS@wet", text=words,
        )  # fmt: skip
        stock.engine.apply([endless], [])
        with pytest.raises(QueryError, match="Te veel woorden beginnen zo") as refused:
            stock.engine.search(SearchRequest(question))
        stock.engine.apply([], [endless.id])
        assert refused.value.position is not None
        assert question[slice(*refused.value.position)].startswith("w")

    def test_no_word_of_a_hidden_work_alone_is_offered(self, stock: Stock) -> None:
        document = described_corpus(99, 1)[0]
        secret = IndexDocument(
            **{name: getattr(document, name) for name in _KEPT},
            id="GEHEIM@wet/art_1", digest="1", work="GEHEIM", version="GEHEIM@wet", text="zwaluwstaarten",
        )  # fmt: skip
        stock.commit([secret], [])
        hidden = frozenset({"GEHEIM"})
        asked = SearchRequest("zwaluwstaatren")
        assert stock.engine.search(asked).terms[0].nearest == ("zwaluwstaarten",)
        asked = SearchRequest("zwaluwstaatren", hidden_works=hidden)
        assert stock.engine.search(asked).terms[0].nearest == ()
        stock.commit([], [secret.id])

    def test_a_hidden_dossier_holds_nothing(self, stock: Stock) -> None:
        seen = SearchRequest("dossier:29002")
        assert stock.engine.search(seen).total > 0
        hidden = SearchRequest("dossier:29002", hidden_dossiers=frozenset({"29002"}))
        never = SearchRequest("dossier:29009")
        assert stock.engine.search(hidden).total == stock.engine.search(never).total == 0


_KEPT = IndexDocument.__dataclass_fields__.keys() - {"id", "digest", "work", "version", "text"}
