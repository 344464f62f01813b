"""What was mentioned before in the same text, so that "dat artikel" and "die wet" can go back to it."""

from dataclasses import replace

from corpus.citations.citation import THAT, Act, Manner, Place
from corpus.provision import ProvisionKind

_SAME_KIND = {"rijkswet": "wet", "kaderbesluit": "besluit", "uitvoeringsbesluit": "besluit",
              "uitvoeringsverordening": "verordening", "wetboek": "wet"}  # fmt: skip
_SPOKEN_OF = frozenset({Manner.NAME, Manner.NUMBER, Manner.DATE, Manner.UNKNOWN})


class Memory:
    """The acts and places mentioned so far, latest last.

    `governing` is an act under whose name articles are listed ("Voorbeeldwet: de artikelen 3 en 5"):
    theirs too.
    """

    __slots__ = ("_acts", "_places", "governing", "last")

    def __init__(self) -> None:
        self.last: Act | None = None
        self.governing: Act | None = None
        self._acts: dict[str, Act] = {}
        self._places: dict[ProvisionKind, tuple[Act | None, tuple[Place, ...]]] = {}

    def settled(self, act: Act | None) -> Act | None:
        """The act with what it goes back to, and remembered when it stands on its own."""
        if act is None:
            return None
        if act.manner in _SPOKEN_OF:
            self._acts[_kind(act.noun)] = self.last = act
            return act
        earlier = self._acts.get(_kind(act.noun)) or self._acts.get("")
        if earlier is None:
            return act
        known = earlier.identifiers if act.manner is Manner.THAT else ()
        return replace(act, identifiers=known, antecedent=earlier)

    def placed(self, act: Act | None, places: tuple[Place, ...]) -> tuple[Act | None, tuple[Place, ...]]:
        """The places with "dat artikel" filled in, which brings its own act along; and remembered."""
        if places and places[0].steps and places[0].steps[0].number == THAT:
            earlier = self._places.get(places[0].steps[0].kind)
            if earlier:
                act = act or earlier[0]
                places = tuple(_below(outer, p) for p in places for outer in earlier[1])
        self._remember(act, places)
        return act, places

    def _remember(self, act: Act | None, places: tuple[Place, ...]) -> None:
        """Of each level the last one said; of "het eerste en tweede lid" both, for "die leden"."""
        for place in places[-1:]:
            for depth, step in enumerate(place.steps, 1):
                several = tuple(p for p in places if len(p.steps) == depth and p.steps[-1].kind is step.kind)
                last = place if len(place.steps) == depth else Place(place.steps[:depth])
                self._places[step.kind] = (act, several if len(several) == len(places) else (last,))


def _below(outer: Place, place: Place) -> Place:
    """What stands below a place said earlier: a range stays one when nothing is below."""
    below = place.steps[1:]
    return place._replace(
        steps=(*outer.steps, *below), until=place.until if below else place.until or outer.until
    )


def _kind(noun: str) -> str:
    return _SAME_KIND.get(noun, noun)
