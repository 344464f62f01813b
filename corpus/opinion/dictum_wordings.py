"""The table of verdicts: for each system and grade what the Afdeling finds and what she then advises.

Source: the practice of the Council of State since 1 October 2018 (A to D) and before (six wordings), as far
as described in public; wordings marked `seen=False` follow the pattern but were seen in no paper.
Notation: words as printed, `(a|b)` alternatives, `(a|)` may be missing, `...` up to forty words of the same
sentence. White space never counts, so that damaged white space does no harm. Nothing here looks at a date.
"""

from dataclasses import dataclass

from corpus.opinion.values import System


@dataclass(frozen=True, slots=True)
class Wording:
    """One row: a sentence that says `finding` and then `advice` is of this grade."""

    system: System
    grade: str
    instrument: str
    finding: str
    advice: str
    seen: bool = True


_WHO = "(bij|over|tegen|ten aanzien van|op|met betrekking tot)"
_THING = (
    "(het|de|dit|deze|beide|een|) (voorstel|voorstellen|wetsvoorstel|wetsvoorstellen|initiatiefvoorstel|"
    "initiatiefwetsvoorstel|ontwerp|besluit|verdrag|overeenkomst|protocol|nota van wijziging|"
    "tweede nota van wijziging|novelle|rijkswet|algemene maatregel)"
)
_A = f"(heeft|hebben) geen (inhoudelijke|nadere|) opmerkingen {_WHO} {_THING}"
_B = f"(heeft|hebben) (nog|) (een aantal|enkele|een|enige|) (opmerkingen|opmerking) {_WHO} {_THING}"
_C = f"(heeft|hebben) (een aantal|enkele|een|) (bezwaren|bezwaar) {_WHO} {_THING}"
_D = f"(heeft|hebben) (zeer|) (ernstige bezwaren|ernstig bezwaar) {_WHO} {_THING}"
_HEED = "(daarmee|daar mee|hiermee) rekening te houden,? (voordat|voor dat|alvorens)"
_NOT_YET = "(tenzij|dan nadat|voordat)"
_DONE = "(is|zijn|wordt|worden|zal zijn) (aangepast|gewijzigd|aangevuld|heroverwogen|verbeterd)"

_BILL = "(ingediend|in te dienen|in dienen)"
_TAKEN = "(genomen|vastgesteld|te nemen|vast te stellen)"
_LAID = "(overgelegd|voorgelegd|over te leggen|voor te leggen|aangeboden|toegezonden)"
_HANDLED = "(in behandeling (wordt|worden|te|is|zijn)? ?(genomen|nemen)|verder (wordt|te) behandel(d|en))"


def _letters(instrument: str, does: str, *, seen: bool = True) -> tuple[Wording, ...]:
    """The four rows of one instrument; `does` is what would be done with it."""
    rows = (
        ("A", _A, f"en (adviseert|adviseren) (om|) (het|de|dit|deze|dat|een|haar) ... {does}"),
        ("B", _B, f"en (adviseert|adviseren) (om|) {_HEED} ... {does}"),
        ("C", _C, f"en (adviseert|adviseren) (om|) ... niet ... {does},? {_NOT_YET} ... {_DONE}"),
        ("D", _D, f"en (adviseert|adviseren) (om|) ... niet ... {does}"),
    )
    return tuple(Wording(System.LETTERS, grade, instrument, f, a, seen) for grade, f, a in rows)


_COUNSEL = "geeft (U|u|in|het kabinet|de regering) ... overweging"
_OBJECTION = "heeft (mitsdien|derhalve|dan ook|) (ernstig|overwegend|) (bezwaar|bezwaren) tegen"
_AFTER = "(nadat|na dat) (aan|met) ... "
_DECIDE = "(te besluiten|besluit te nemen|te nemen|vast te stellen)"
_ATTENTION = "aandacht (zal|zou|is|) (zijn|) (geschonken|besteed)"
_HEEDED = "rekening (zal|zou|is|) (zijn|) gehouden"


def _six(instrument: str, does: str, sends: str) -> tuple[Wording, ...]:
    """The six older rows of one instrument; `sends` is what follows "niet" in the harder ones."""
    rows = (
        ("1", "", f"{_COUNSEL} ... {does}"),
        ("2", "", f"{_COUNSEL} ... {does} ... {_AFTER}{_ATTENTION}"),
        ("3", "", f"{_COUNSEL} ... {does} ... {_AFTER}{_HEEDED}"),
        ("4", "", f"{_COUNSEL} ... niet ... {does} ... dan {_AFTER}({_ATTENTION}|{_HEEDED})"),
        ("5", _OBJECTION, f"{_COUNSEL} ... niet aldus {sends}"),
        ("6", _OBJECTION, f"{_COUNSEL} ... niet {sends}"),
    )
    return tuple(Wording(System.SIX, grade, instrument, f, a) for grade, f, a in rows)


WORDINGS: tuple[Wording, ...] = (
    *_letters("treaty", f"(Staten-Generaal|Kamer|Kamers|Staten) ... {_LAID}", seen=False),
    *_letters("initiative-bill", _HANDLED, seen=False),
    *_letters("bill", f"(Kamer|Kamers|Staten-Generaal) ... {_BILL}"),
    *_letters("bill", _BILL),
    *_letters("decree", _TAKEN),
    *_six("decree", _DECIDE, _DECIDE),
    *_six("treaty", "(over te leggen|voor te leggen)", "(over te leggen|voor te leggen)"),
    *_six("bill", "te zenden", "te zenden"),
    *_six("bill", "in te dienen", "in te dienen"),
)
