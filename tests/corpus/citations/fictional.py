"""Names of fictional acts, and references as one line of text, for tables that can be read."""

from corpus.citations import Citation, Name, Names, Place
from corpus.reading import Identifier

LAMP = Identifier("bwb", "BWBR9900001")
CODE = Identifier("bwb", "BWBR9900002")
FIRE = Identifier("celex", "32090R9001")
NAMES = Names.of(
    (
        Name("Lampenwet 2091", LAMP),
        Name("Lw 2091", LAMP),
        Name("Wet op de seinen", CODE),
        Name("Wet op de seinen en bakens", Identifier("bwb", "BWBR9900003")),
        Name("Vuurverordening", FIRE),
        Name("herschikte Seinrichtlijn", Identifier("celex", "32090L9002")),
        Name("Seinenwetboek Boek 2", Identifier("bwb", "BWBR9900012")),
        Name("Seinenwetboek Boek 6", Identifier("bwb", "BWBR9900016")),
        Name("Bakenbesluit", Identifier("bwb", "BWBR9900004")),
        Name("Bakenbesluit", Identifier("bwb", "BWBR9900005")),
    )
)


def said(place: Place) -> str:
    """A place in short: `article 3, paragraph 1, point a..c [aanhef]`."""
    steps = ", ".join(f"{step.kind.value} {step.number}" for step in place.steps)
    return (
        steps + (f"..{place.until}" if place.until else "") + (f" [{place.detail}]" if place.detail else "")
    )


def shown(citation: Citation) -> tuple[str, str, list[str]]:
    """Words, act and places of a reference; of what is no act its identifiers."""
    act = citation.act
    of = "" if act is None else (act.identifiers[0].value if act.identifiers else f"{act.manner}: {act.said}")
    return citation.text, of, [said(p) for p in citation.places] or [i.value for i in citation.identifiers]
