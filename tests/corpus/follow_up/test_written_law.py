"""Which changes are explained, on a law of seven articles: by what, and which by nothing."""

from corpus.follow_up.tracking import Papers, Tracked, track
from corpus.follow_up.values import AccountKind, Opvolging
from corpus.opinion import Asked, Opinion, Outcome

from .written import ADVISED, SUBMITTED, compared, memorandum, opinion, papers, point

ONE = point(
    "1",
    "De Afdeling adviseert artikel 1, eerste lid, aan te vullen.",
    "Dit advies is overgenomen. In artikel 1, eerste lid, is een tweede vervanger opgenomen.",
    Outcome.FOLLOWED,
)
FURTHER = (
    "Van de gelegenheid is gebruik gemaakt om het voorstel te wijzigen. In artikel 2 is de termijn "
    "van artikel 5 overgenomen en gewijzigd in een maand.",
)
REMARK = ("In artikel 3, tweede lid, «kan ontheffing verlenen» vervangen door «verleent ontheffing».",)


def _labels(tracked: Tracked) -> list[str]:
    return [change.place.label for change in tracked.unexplained]


def _tracked(said: Opinion) -> Tracked:
    return track(said, papers())


def test_without_a_word_of_explanation_every_change_is_unexplained() -> None:
    assert _labels(_tracked(opinion())) == [
        "artikel 1, eerste lid",
        "artikel 2",
        "artikel 3, eerste lid",
        "artikel 3, tweede lid",
        "artikel 4",
        "artikel 5",
        "artikel 6",
        "artikel 6a",
    ]


def test_point_remark_and_further_change_each_account_for_their_own_place_only() -> None:
    tracked = _tracked(opinion(ONE, further=FURTHER, remarks=REMARK))
    assert [(a.change.place.label, a.kind, a.point) for a in tracked.accounts] == [
        ("artikel 2", AccountKind.FURTHER, ""),
        ("artikel 3, tweede lid", AccountKind.EDITORIAL, ""),
        ("artikel 1, eerste lid", AccountKind.POINT, "1"),
    ]
    assert _labels(tracked) == ["artikel 3, eerste lid", "artikel 4", "artikel 5", "artikel 6", "artikel 6a"]


def test_an_article_of_another_act_with_the_same_number_accounts_for_nothing() -> None:
    decoy = point(
        "2",
        "Artikel 4 van de Windverordening eist een ladder. Volgens artikel 4 is die van hout. "
        "De Afdeling adviseert daarop in te gaan.",
        "Dit advies is overgenomen.",
        Outcome.FOLLOWED,
    )
    assert "artikel 4" in _labels(_tracked(opinion(decoy)))


def test_what_a_point_mentions_as_a_whole_beside_a_lid_accounts_for_that_lid_only() -> None:
    narrow = point(
        "2",
        "Artikel 3 regelt de afstand. De Afdeling adviseert artikel 3, tweede lid, te schrappen.",
        "Het advies is overgenomen.",
        Outcome.FOLLOWED,
    )
    left = _labels(_tracked(opinion(narrow)))
    assert "artikel 3, eerste lid" in left
    assert "artikel 3, tweede lid" not in left


def test_an_answer_that_only_mentions_an_article_accounts_for_nothing() -> None:
    said = point(
        "2",
        "De Afdeling adviseert de toelichting aan te vullen.",
        "Het advies is overgenomen. Artikel 6 kan op dit punt buiten beschouwing blijven.",
        Outcome.FOLLOWED,
        Asked.MEMORANDUM,
    )
    assert "artikel 6" in _labels(_tracked(opinion(said)))


def test_a_change_where_the_advice_was_not_followed_is_unexplained_and_the_machine_abstains() -> None:
    said = point(
        "2",
        "De Afdeling adviseert artikel 5 te heroverwegen.",
        "Het advies is niet gevolgd. Een vergunning moet lang gelden.",
        Outcome.NOT_FOLLOWED,
    )
    tracked = _tracked(opinion(said))
    assert "artikel 5" in _labels(tracked)
    assert tracked.points[0].proposed.outcome is Opvolging.UNDECIDED


def test_a_range_of_articles_accounts_for_all_of_them() -> None:
    said = point(
        "2",
        "De Afdeling adviseert de artikelen 4 tot en met 6 aan te passen.",
        "Dit advies is overgenomen.",
        Outcome.FOLLOWED,
    )
    assert _labels(_tracked(opinion(said))) == [
        "artikel 1, eerste lid",
        "artikel 2",
        "artikel 3, eerste lid",
        "artikel 3, tweede lid",
        "artikel 6a",
    ]


def test_a_new_article_is_explained_by_the_answer_that_names_it() -> None:
    said = point(
        "2",
        "De Afdeling adviseert een groet voor te schrijven.",
        "Dit advies is overgenomen. Na overleg is artikel 6a ingevoegd.",
        Outcome.FOLLOWED,
    )
    tracked = _tracked(opinion(said))
    assert "artikel 6a" not in _labels(tracked)
    assert [p.eid for p in tracked.points[0].provisions] == ["art_6a"]


def test_renumbering_and_references_to_it_are_no_changes_of_their_own() -> None:
    renumbered = ADVISED.replace("Artikel 7\n", "Artikel 8\n").replace("Artikel 6\n", "Artikel 7\n")
    new = renumbered.replace(
        "Artikel 7\n\nDe w", "Artikel 6\n\nEen molen heeft een naam.\n\nArtikel 7\n\nDe w"
    )
    assert _labels(track(opinion(), papers(new))) == ["artikel 6"]


def test_a_further_change_without_a_place_is_named_because_it_may_explain_any() -> None:
    vague = ("Van de gelegenheid is gebruik gemaakt om enige verbeteringen aan te brengen.",)
    tracked = _tracked(opinion(further=vague))
    assert tracked.unplaced == vague
    assert len(tracked.unexplained) == 8


def test_a_reported_change_that_is_not_there_is_not_kept() -> None:
    said = ("Van de gelegenheid is gebruik gemaakt. In artikel 7 is de citeertitel gewijzigd.",)
    tracked = _tracked(opinion(further=said))
    assert [(u.point, u.searched) for u in tracked.unkept] == [("", "het voorstel: artikel 7")]


def test_a_remark_whose_words_are_elsewhere_in_the_article_accounts_for_nothing() -> None:
    other = ("In artikel 3 «ellen» vervangen door «voeten».",)
    tracked = _tracked(opinion(remarks=other))
    assert len(tracked.unexplained) == 8
    assert [u.words for u in tracked.unkept] == list(other)


def test_a_promise_about_the_text_is_held_against_the_place_it_names() -> None:
    said = point(
        "2",
        "De Afdeling adviseert artikel 1 te verduidelijken.",
        "Dit advies is overgenomen. Artikel 1, tweede lid, is verduidelijkt.",
        Outcome.FOLLOWED,
    )
    tracked = _tracked(opinion(said))
    assert [(u.point, u.searched) for u in tracked.unkept] == [("2", "het voorstel: Artikel 1, tweede lid")]
    assert tracked.points[0].proposed.outcome is Opvolging.UNDECIDED


MEMORANDUM = """MEMORIE VAN TOELICHTING

ARTIKELSGEWIJZE TOELICHTING

Artikel 1

Een molenaar kan ziek zijn.

Artikel 6

Storm breekt wieken.
"""


def test_the_memorandum_is_looked_at_as_well() -> None:
    bill = compared(ADVISED, SUBMITTED)
    new = MEMORANDUM.replace("ziek zijn.", "ziek zijn. Dan maalt een ander.")
    said = (
        point(
            "1",
            "De Afdeling adviseert de toelichting op artikel 1 aan te vullen.",
            "Aan het advies is gevolg gegeven. De toelichting bij artikel 1 is aangevuld.",
            Outcome.FOLLOWED,
            Asked.MEMORANDUM,
        ),
        point(
            "2",
            "De Afdeling adviseert de toelichting op artikel 6 aan te vullen.",
            "Aan het advies is gevolg gegeven. De toelichting bij artikel 6 zal worden aangevuld.",
            Outcome.FOLLOWED,
            Asked.MEMORANDUM,
        ),
    )
    tracked = track(opinion(*said), Papers(bill, (memorandum(MEMORANDUM, new, bill),)))
    assert [p.proposed.outcome for p in tracked.points] == [Opvolging.ADOPTED, Opvolging.UNDECIDED]
    assert [(len(p.memorandum_changes)) for p in tracked.points] == [1, 0]
    assert [(u.point, u.searched) for u in tracked.unkept] == [("2", "de toelichting: artikel 6")]


def test_without_the_text_advised_on_nothing_is_listed_and_proposals_say_so() -> None:
    reason = "De adviesversie is niet opgenomen."
    tracked = track(opinion(ONE), Papers(absent=reason))
    assert (tracked.unexplained, tracked.unkept, tracked.accounts) == ((), (), ())
    assert tracked.points[0].proposed.outcome is Opvolging.ADOPTED
    assert tracked.points[0].proposed.reason.endswith(f"niet nagegaan. {reason}")
