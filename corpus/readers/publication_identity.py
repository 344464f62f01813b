"""What a publication says of itself: identifiers, title, date, kind of work and stage.

From the `meta` elements where a file has the full set; else from the address of its metadata record, the
masthead and the shape of the text (`docs/bronvormen.md`: both forms are common). A kind that only
the words of a title tell is a guess and recorded as one. Nothing is looked up elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.readers.act_frame import KIND_FROM_TITLE, kind_of_law, short_title
from corpus.readers.publication_body import line_of
from corpus.reading import Identifier, WorkKind
from corpus.secure_xml import Element, elements, name

_RECORD = re.compile(r"/([A-Za-z0-9][A-Za-z0-9._-]{0,79})/metadata(?:_owms)?\.xml$")
_DOSSIER = re.compile(r"[0-9]{1,6}(?:-[A-Za-z0-9()]{1,12})?(?: \([A-Za-z0-9]{1,12}\))?")
_CHANGED = r"(?:(?:nader|gewijzigde?|eerste|tweede|derde|vierde|vijfde|zesde|zevende|nadere|herdruk)\s+)*"
_PAPERS = (
    (WorkKind.BILL, r"voorstel van (?:rijks)?wet"),
    (WorkKind.MEMORANDUM, r"(?:memorie|nota) van toelichting"),
    (WorkKind.AMENDING_MEMORANDUM, r"nota van (?:wijziging|verbetering)"),
    (WorkKind.OPINION, r"(?:spoed)?advies\b.*\b(?:raad van state|afdeling advisering)|nader rapport"),
    (WorkKind.AMENDMENT, r"(?:sub)?amendement"),
    (WorkKind.MOTION, r"motie"),
    (WorkKind.REPORT, r"(?:\w+ )?verslag\b|nota naar aanleiding van|nota n\.a\.v\.|memorie van antwoord"),
    (WorkKind.LETTER, r"(?:geleidende )?brief"),
)
_PAPER = re.compile(_CHANGED + "(?:" + "|".join(f"(?P<{k.name}>{p})" for k, p in _PAPERS) + ")", re.I)
_IS_CHANGED = re.compile(r"(?:\w+ ){0,2}gewijzigde?\b", re.I)
_HAS_RESPONSE = re.compile(r"nader rapport|reactie van de initiatiefnemer", re.I)
_LAW_WORD = re.compile(r"wet|besluit|regeling|verdrag|circulaire", re.I)
_ACT_KINDS = frozenset({WorkKind.ACT, WorkKind.DECREE, WorkKind.MINISTERIAL_REGULATION, WorkKind.CIRCULAR})


@dataclass(frozen=True, slots=True)
class Identity:
    """What a publication says of itself, and which of it is a guess (rule, detail)."""

    kind: WorkKind
    stage: str
    title: str
    short_title: str
    identifiers: tuple[Identifier, ...]
    document_date: date | None
    language: str
    guesses: tuple[tuple[str, str], ...]


def identity_of(publication: Element) -> Identity:
    """What this publication says of itself."""
    facts = _Facts(publication)
    kind, guesses = _kind(facts)
    title = _title(facts, kind)
    short = short_title(title) if kind in _ACT_KINDS | {WorkKind.BILL} else ""
    return Identity(
        kind=kind,
        stage=_stage(facts, kind),
        title=title,
        short_title=short if _LAW_WORD.search(short) else "",
        identifiers=tuple(dict.fromkeys(_identifiers(facts))),
        document_date=_document_date(facts),
        language=facts.meta("DCTERMS.language") or "nl",
        guesses=guesses,
    )


class _Facts:
    """A publication as something to ask: its metadata and the words of an element."""

    def __init__(self, publication: Element) -> None:
        self.root = publication
        self._metas = [
            (meta.get("name") or "", meta.get("scheme") or "", " ".join((meta.get("content") or "").split()))
            for meta in publication.iterfind("metadata//meta")
        ]
        self.form = next((name(e) for e in elements(publication) if name(e) not in ("metadata", "kop")), "")

    def metas(self, called: str, scheme: str = "") -> list[str]:
        """The values under a name, and of one scheme when it is given."""
        return [v for n, s, v in self._metas if v and n == called and scheme in ("", s)]

    def meta(self, called: str, scheme: str = "") -> str:
        """The first value under a name, or ""."""
        return next(iter(self.metas(called, scheme)), "")

    def words(self, path: str) -> str:
        """The words of the first element on a path, or ""."""
        element = self.root.find(path)
        return "" if element is None else line_of(element).text

    def iso_date(self, path: str) -> date | None:
        """The one date that the elements on a path state; None when they state none or several."""
        dates = {_iso(element.get("isodatum")) for element in self.root.iterfind(path)}
        return dates.pop() if len(dates) == 1 else None


def _iso(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _identifiers(facts: _Facts) -> Iterator[Identifier]:
    record = _RECORD.search(facts.meta("OVERHEIDop.externMetadataRecord"))
    publication = facts.meta("DC.identifier") or (record[1] if record else "")
    if publication:
        yield Identifier("op", publication[:80])
    yield from (Identifier("dossier", number) for number in _dossiers(facts))
    paper = facts.meta("OVERHEIDop.ondernummer") or facts.words("kamerstuk/stuk/stuknr/ondernummer")
    if paper:
        yield Identifier("ondernummer", paper[:80])


def _dossiers(facts: _Facts) -> Iterator[str]:
    """Dossier numbers without the space they are printed with: 99001, 99600-XX, 21501-02, 99992 (R2034)."""
    stated = [part for value in facts.metas("OVERHEIDop.dossiernummer") for part in value.split(";")]
    printed = [_printed_dossier(e) for e in facts.root.iterfind("kamerstuk/dossier/dossiernummer")]
    history = [e.get("dossier") or "" for e in facts.root.iterfind(".//histnoot//dossierref")]
    for number in stated or printed or history:
        if _DOSSIER.fullmatch(number.strip()):
            yield number.strip()


def _printed_dossier(element: Element) -> str:
    parts = {name(e): line_of(e).text.strip(" ()") for e in elements(element)}
    number = parts.get("dossiernr", "").replace(" ", "").replace("\u00a0", "")
    part = parts.get("begrotingshoofdstuk") or parts.get("raadnr")
    realm = parts.get("rijkswetnr")
    return f"{number}-{part}" if part else f"{number} ({realm})" if realm else number


def _kind(facts: _Facts) -> tuple[WorkKind, tuple[tuple[str, str], ...]]:
    """The kind of work, and the guess behind it when only words of a title tell it."""
    if facts.form in ("handelingen", "kamervragen"):
        return _OTHER_FORMS[facts.form], ()
    if facts.form == "kamerstuk":
        return _kind_of_paper(facts)
    if facts.root.find("staatscourant/zakelijke-mededeling") is not None:
        return WorkKind.NOTICE, ()
    title = _act_title(facts)
    kind = kind_of_law(title)
    return kind, () if kind is WorkKind.UNKNOWN else ((KIND_FROM_TITLE, _opening(title)),)


_OTHER_FORMS = {"handelingen": WorkKind.PROCEEDINGS, "kamervragen": WorkKind.PARLIAMENTARY_PAPER}


def _kind_of_paper(facts: _Facts) -> tuple[WorkKind, tuple[tuple[str, str], ...]]:
    stated = paper_kind(facts.meta("DC.type", "OVERHEIDop.KamerstukTypen"))
    if stated is not None:
        return stated, ()
    if facts.root.find("kamerstuk/stuk//voorstel-wet") is not None:
        return WorkKind.BILL, ()
    if facts.root.find("kamerstuk/stuk//amendement") is not None:
        return WorkKind.AMENDMENT, ()
    title = facts.words("kamerstuk/stuk/titel") or facts.meta("OVERHEIDop.documenttitel")
    kind = paper_kind(title)
    if kind is None:
        return WorkKind.PARLIAMENTARY_PAPER, ()
    return kind, ((KIND_FROM_TITLE, _opening(title)),)


def paper_kind(title: str) -> WorkKind | None:
    """The kind of parliamentary paper that the first words of a title or type name; None when they do not."""
    match = _PAPER.match(title[:300])
    return WorkKind[match.lastgroup] if match and match.lastgroup else None


def _opening(title: str) -> str:
    return " ".join(title.split()[:6])


def _stage(facts: _Facts, kind: WorkKind) -> str:
    """Where on its track a paper stands, by what it is and what its title calls it."""
    title = facts.words("kamerstuk/stuk/titel") or facts.meta("OVERHEIDop.documenttitel")
    if kind in (WorkKind.BILL, WorkKind.AMENDMENT, WorkKind.MOTION):
        return "amended" if _IS_CHANGED.match(title) else "submitted"
    if kind is WorkKind.MEMORANDUM:
        return "submitted"
    if kind is WorkKind.OPINION and _HAS_RESPONSE.search(title):
        return "with-response"
    return "published"


def _act_title(facts: _Facts) -> str:
    paths = (".//intitule", "staatscourant/kop", "staatsblad/kop", "handelingen//item-titel")
    titles = map(facts.words, (*paths, "handelingen/vergadering", "kamervragen/kamervraagomschrijving"))
    return next(filter(None, titles), "")


def _title(facts: _Facts, kind: WorkKind) -> str:
    """The title as the metadata or the file has it; a bill is called by the title of its dossier."""
    paper = facts.words("kamerstuk/stuk/titel")
    if kind is WorkKind.BILL:
        return facts.words(".//voorstel-wet/intitule") or facts.words("kamerstuk/dossier/titel") or paper
    last = facts.meta("DC.title").rpartition("; ")[2]
    return facts.meta("OVERHEIDop.documenttitel") or paper or _act_title(facts) or last


def _document_date(facts: _Facts) -> date | None:
    """The date of the paper: as the metadata has it, as printed under its title, or that of signature."""
    stated = _iso(facts.meta("DCTERMS.issued"))
    return (
        stated
        or facts.iso_date("kamerstuk/stuk/datumtekst/datum")
        or facts.iso_date(".//gegeven/dagtekening/datum")
    )
