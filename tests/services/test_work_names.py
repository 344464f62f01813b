"""How lawyers shorten a title: by rule, never by a list."""

import pytest

from wetgeving.services.work_names import abbreviations


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Wet lange molens", {"wlm"}),
        ("Molenwet", {"mw"}),
        ("Molenbesluit 2031", {"mb 2031", "mb"}),
        ("Algemene wet windrechten", {"aww"}),
        ("Voorschrift Molens 2031", {"vm 2031", "vm"}),
        ("Wet op de molentoeslag", {"wodm", "wm"}),
        ("Wet van 3 mei 2031, houdende regels over molens", set()),
        ("Molens", set()),
    ],
)
def test_a_title_is_shortened_as_lawyers_do(title: str, short: set[str]) -> None:
    assert {" ".join(row) for row in abbreviations(title)} == short
