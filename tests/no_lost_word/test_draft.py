"""The drafting table accounts for every word a reader lays on it, in any order of what it meets."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.provision import ProvisionKind, words
from corpus.readers.draft import Block, Draft, Omission, finish

WORDS = st.lists(st.sampled_from(["aan", "de", "wet", "9"]), max_size=4).map(" ".join)
CONTENT = st.one_of(st.builds(Block, text=WORDS), st.builds(Omission, rule=st.just("proef"), text=WORDS))
DRAFT = st.recursive(
    st.builds(
        Draft,
        kind=st.sampled_from([ProvisionKind.ARTICLE]),
        num=WORDS,
        heading=WORDS,
        content=st.lists(CONTENT),
    ),
    lambda below: st.builds(
        Draft,
        kind=st.just(ProvisionKind.POINT),
        num=WORDS,
        heading=WORDS,
        content=st.lists(st.one_of(CONTENT, below), max_size=5),
    ),
    max_leaves=8,
)


def _as_written(content: list[Block | Omission | Draft]) -> list[str]:
    """All words of a draft in the order in which the reader met them, the dropped ones included."""
    found: list[str] = []
    for item in content:
        if isinstance(item, Draft):
            found += [*item.num.split(), *item.heading.split(), *_as_written(item.content)]
        else:
            found += item.text.split()
    return found


@settings(max_examples=200)
@given(st.lists(st.one_of(DRAFT, st.builds(Omission, rule=st.just("proef"), text=WORDS)), max_size=4))
def test_a_finished_draft_accounts_for_every_word(content: list[Draft | Omission]) -> None:
    finished = finish(content)
    body = list(words(finished.provisions))
    for dropped in finished.dropped:
        body[dropped.at : dropped.at] = dropped.text.split()
    assert body == _as_written(list(content))
