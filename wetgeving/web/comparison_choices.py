"""What an address says of how a comparison is to be shown: the view, the filter, the pinned side.

Everything is in the address and works as a plain form; what is as usual is left out of it.
"""

from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from wetgeving.services.errors import InvalidValueError
from wetgeving.web.addresses import Query
from wetgeving.web.change_search import Within
from wetgeving.web.comparison_filter import NO_FILTER, Filter
from wetgeving.web.filters import MINOR, change_filter

SIDE_BY_SIDE, RUNNING = "naast-elkaar", "doorlopend"
ONLY_CHANGES, WHOLE = "wijzigingen", "heel"


@dataclass(frozen=True, slots=True)
class Choices:
    """`words` is the search as typed; `pinned` the key of the version that stays when another is chosen."""

    view: str = SIDE_BY_SIDE
    whole: bool = False
    wanted: Filter = NO_FILTER
    words: str = ""
    pinned: str = ""

    @classmethod
    def of(cls, asked: MultiDict[str, str]) -> "Choices":
        """What the query of an address asks for; an unknown choice is an error that names the known ones."""
        words = asked.get("zoek", "")
        view = _one_of((SIDE_BY_SIDE, RUNNING), asked.get("weergave", ""), "Deze weergave bestaat niet.")
        text = _one_of((ONLY_CHANGES, WHOLE), asked.get("tekst", ""), "Deze keuze van tekst bestaat niet.")
        return cls(
            view=view,
            whole=text == WHOLE,
            wanted=change_filter(
                asked.getlist("soort"), words, within=asked.get("in", ""), hide=asked.get("verberg", "")
            ),
            words=words,
            pinned=asked.get("vast", ""),
        )

    @property
    def query(self) -> Query:
        """The same as an address says it."""
        wanted = self.wanted
        within = wanted.search.within
        said: dict[str, str | list[str]] = {
            "weergave": self.view if self.view != SIDE_BY_SIDE else "",
            "tekst": WHOLE if self.whole else "",
            "soort": [kind.value for kind in wanted.kinds],
            "zoek": self.words,
            "in": within.value if within is not Within.ANY else "",
            "verberg": MINOR if wanted.hide_minor else "",
            "vast": self.pinned,
        }
        return {name: value for name, value in said.items() if value}

    def plain(self) -> "Choices":
        """As usual: where a form that says all leads."""
        return Choices()

    def unfiltered(self) -> "Choices":
        """The same view of every change."""
        return replace(self, wanted=NO_FILTER, words="")

    def with_minor(self) -> "Choices":
        """The same without hiding what is minor."""
        return replace(self, wanted=replace(self.wanted, hide_minor=False))

    def pinning(self, key: str) -> "Choices":
        """The same with this version pinned; "" for none."""
        return replace(self, pinned=key)


def _one_of(known: tuple[str, str], value: str, refusal: str) -> str:
    if value and value not in known:
        raise InvalidValueError(refusal, value=value[:120], remedy=f"Kies {' of '.join(known)}.")
    return value or known[0]
