"""Papers and dossiers of parliament: `kst-99001-2`, `99001-2`, `99001, nr. 2`, `99001-A`, and `99001` alone.

A dossier may carry a part (`99600-XX`, `21501-02`, `99992-(R2034)`). `99600-XX` is that dossier, or paper XX
of the Eerste Kamer: both are tried. Zeros in front mark a part, never a paper.
"""

import re

from corpus.identifiers.named import Named, Paper

_KAMERSTUK = re.compile(
    r"(?:kst-)?(?P<dossier>\d{5})(?P<part>-[IVXLC]+[A-Z]?|-0\d|-\(R\d{4}\))?"
    r"(?:-(?P<paper>[1-9]\d{0,3}|[A-Z]{1,3}))?",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"[\s,]+(?:nr\.?\s*)?", re.IGNORECASE)


def parse(text: str) -> Named | None:
    """The paper; without an ondernummer, the dossier."""
    plain = _SPOKEN.sub("-", text)
    match = _KAMERSTUK.fullmatch(plain)
    if match is None:
        return None
    dossier, part = match["dossier"], (match["part"] or "").upper()
    paper = (match["paper"] or "").upper()
    publication = f"kst-{dossier}{part}{f'-{paper}' if paper else ''}"
    if not paper and not part:
        return Named("dossier", (), dossier=dossier)
    if paper:
        return Named("kamerstuk", (publication,), papers=(Paper(f"{dossier}{part}", paper),))
    as_paper = (Paper(dossier, part[1:]),) if part[1:].isalpha() else ()
    return Named("kamerstuk", (publication,), papers=as_paper, dossier=f"{dossier}{part}")
