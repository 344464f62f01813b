"""What stands after the points: dictum, signature, editorial remarks, further changes, the request to send.

The closing begins at the first line after the last point that says one of these things. Nothing of it is a
point. Further changes are what the nader rapport reports of itself ("van de gelegenheid gebruik gemaakt").
"""

import re
from collections.abc import Sequence

from corpus.opinion.cues import is_answer
from corpus.opinion.lines import Line
from corpus.opinion.point_marks import looks_like_heading
from corpus.opinion.values import Editorial
from corpus.opinion.voices import Piece, Voice

_TITLE = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:Slot|Slotopmerkingen?|Slotsom|Dictum|Conclusie|Ondertekening|Redactionele \w+|"
    r"Overige wijzigingen|Tot slot)\b(?:\s*\(.*\))?[.:]?",
    re.I,
)
_ANNEX = re.compile(
    r"(?:Redactionele (?:bijlage|kanttekeningen|opmerkingen)|Bijlage)\b.{0,20}"
    r"\bbij (?:het|de|dit) (?:advies|voorlichting)\b",
    re.I,
)
_SIGNED = re.compile(
    r"(?:De |Namens de )?(?:waarnemend |wnd\. )?(?:vice-?president|voorzitter) van de (?:Afdeling|Raad)",
    re.I,
)
_FURTHER = re.compile(
    r"\bvan (?:de|deze) gelegenheid\b[^.]{0,60}\bgebruik|\bgebruik gemaakt van de gelegenheid\b|"
    r"\bambtshalve\b[^.]{0,60}\b(?:gewijzigd|aangepast|aangebracht)|"
    r"^(?:Daarnaast|Voorts|Tevens|Verder|Ook) (?:is|zijn) (?:nog |een aantal |enkele |in het voorstel |"
    r"in de toelichting )[^.]{0,80}\b(?:wijziging|verbetering|aanpassing)",
    re.I,
)
_SENDS = re.compile(
    r"(?:Ik|Wij) (?:moge|mogen|mag|verzoek|verzoeken|bied|bieden|geef)\b|"
    r"(?:Gelet op|Onder verwijzing|Mede namens)[^.]{0,120}\b(?:verzoek|moge|bied) ik\b|"
    r"(?:De|Onze) (?:Minister|Staatssecretaris)\b[^.;:]{0,120},$"
)
_EDITORIAL = re.compile(
    r"(?:Voor|De Afdeling verwijst|De Raad verwijst|De|Aan de|De bij het advies)\b[^.]{0,80}\bredactionele\b",
    re.I,
)
_DASH = re.compile(r"^[-–—•*]\s+")


def opens_closing(text: str) -> bool:
    """Whether a line is the first of a closing, the dictum apart."""
    return bool(
        _TITLE.fullmatch(text)
        or opens_annex(text)
        or _SIGNED.match(text)
        or _FURTHER.search(text)
        or _SENDS.match(text)
        or _EDITORIAL.match(text)
    )


def opens_annex(text: str) -> bool:
    """Whether a line is the heading of the annex with editorial remarks."""
    return _ANNEX.match(text) is not None and looks_like_heading(text)


def is_signature(text: str) -> bool:
    """Whether the Afdeling signs here."""
    return _SIGNED.match(text) is not None


def remarks_of(annex: Sequence[Line]) -> tuple[str, ...]:
    """Each editorial remark of the annex, without its dash."""
    words = (_DASH.sub("", line.text) for line in annex if not line.is_heading)
    return tuple(text for text in words if text and not opens_annex(text))


def editorial_of(closing: Sequence[Piece], annex: Sequence[Line]) -> Editorial:
    """The editorial remarks and what was answered to them."""
    about = [
        p for p in closing if re.search(r"\bredactionele\b|\bkanttekening", p.text, re.I) and not _is_title(p)
    ]
    answers = [p for p in about if p.voice is Voice.ANSWER or is_answer(p.text) or _done(p.text)]
    asked = [p for p in about if p not in answers]
    return Editorial(
        reference=asked[0].text if asked else "",
        remarks=remarks_of(annex),
        response="\n".join(p.text for p in answers),
    )


def further_changes_of(closing: Sequence[Piece]) -> tuple[str, ...]:
    """Each passage in which further changes are reported; the items of a list one by one."""
    found: list[str] = []
    for at, piece in enumerate(closing):
        if _FURTHER.search(piece.text) and not _is_title(piece):
            items = _items(closing[at + 1 :]) if piece.text.endswith(":") else []
            found += items or [" ".join([piece.text, *_running_on(closing[at + 1 :])])]
    return tuple(found)


def _running_on(following: Sequence[Piece]) -> list[str]:
    """The sentences that go on in the same printed line, where each is a line of its own."""
    texts: list[str] = []
    for piece in following:
        if not piece.line.runs_on or opens_closing(piece.text):
            break
        texts.append(piece.text)
    return texts


def _items(following: Sequence[Piece]) -> list[str]:
    items: list[str] = []
    for piece in following:
        text = _DASH.sub("", piece.text)
        if text == piece.text and not re.match(r"\(?(?:\d{1,2}|[a-z])[.)°]", text):
            break
        items.append(text)
    return items


def _is_title(piece: Piece) -> bool:
    return piece.line.is_heading or _TITLE.fullmatch(piece.text) is not None


def _done(text: str) -> bool:
    return (
        re.search(r"\b(?:is|zijn|wordt|worden|heb ik)\b[^.]{0,60}\b(?:overgenomen|verwerkt|gevolgd)", text)
        is not None
    )
