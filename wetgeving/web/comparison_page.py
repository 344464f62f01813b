"""The page of a comparison, at its own address and at the permanent one: what it is made of, and its text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wetgeving.services import Services
from wetgeving.services.catalogue import ListedVersion, ShelvedWork
from wetgeving.services.comparing import ComparedVersions
from wetgeving.services.corrections import StandingCorrection
from wetgeving.services.errors import InvalidValueError
from wetgeving.web import comparison_view, operations_view
from wetgeving.web.addresses import VersionAddress, permanent_url
from wetgeving.web.change_search import Within
from wetgeving.web.comparison_choices import Choices
from wetgeving.web.comparison_filter import accepted, hidden_as_minor
from wetgeving.web.comparison_overview import first_substantive, overview, tally
from wetgeving.web.comparison_pins import Reread, pin
from wetgeving.web.comparison_versions import Offered, offered, steps_between
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import text_status, version_name
from wetgeving.web.streaming import streamed

Address = Callable[[Choices], str]


@dataclass(frozen=True, slots=True)
class Pair:
    """The two versions of an address, in its order, and their works with every version that stands.

    `said` is what an editor said of which provisions became which: another word is another comparison.
    """

    versions: tuple[ListedVersion, ListedVersion]
    works: tuple[ShelvedWork, ...]
    said: tuple[StandingCorrection, ...]

    @property
    def keys(self) -> tuple[str, str]:
        """Their present keys."""
        return self.versions[0].version.version, self.versions[1].version.version

    @property
    def fictional(self) -> bool:
        """Is any of it an example?"""
        return any(shelved.work.fictional for shelved in self.works)


def gathered(services: Services, old: str, new: str) -> Pair:
    """Both versions; an error when one does not stand, or when the two may not be compared."""
    for key in (old, new):
        VersionAddress.of(key)
    services.comparing.require_comparable(old, new)
    catalogue = services.catalogue
    versions = catalogue.version(old), catalogue.version(new)
    works = [catalogue.work(key) for key in dict.fromkeys(v.version.work for v in versions)]
    said = services.corrections.standing(*(v.version.version for v in versions))
    return Pair(versions, tuple(ShelvedWork(work, catalogue.versions(work.key)) for work in works), said)


def require_pinned_is_compared(choices: Choices, old: str, new: str) -> None:
    """Refuse an address that pins a version which is not compared."""
    if choices.pinned and choices.pinned not in (old, new):
        raise InvalidValueError(
            "De vastgezette versie is geen van de twee die worden vergeleken.",
            value=choices.pinned[:120],
            remedy="Zet een van de twee versies vast, of geen.",
        )


def present(choices: Choices, old: str, new: str, pair: Pair) -> Choices:
    """The same choices, with the present key of the version that is pinned."""
    keys = dict(zip((old, new), pair.keys, strict=True))
    return choices.pinning(keys[choices.pinned]) if choices.pinned else choices


def page(pair: Pair, choices: Choices, here: Address, read_anew: tuple[Reread, ...] = ()) -> Iterator[str]:
    """The page; `here` gives its own address with other choices."""
    with reading() as services:
        compared = services.comparing.chronological(*pair.keys)
    old, new = (text.listed.version for text in (compared.old, compared.new))
    found, wanted = compared.comparison, choices.wanted
    same_work = compared.old.work.key == compared.new.work.key
    pinned = pin(old, new)
    return streamed(
        "comparison.html",
        compared=compared,
        old=old,
        new=new,
        same_work=same_work,
        sides=sides(compared),
        choices=choices,
        here=here,
        offered=_offered(pair, choices),
        steps=steps_between(pair.works[0].versions, old.version, new.version) if same_work else (),
        reread=read_anew,
        pin=pinned,
        permanent=permanent_url(old.version, new.version, pinned, query=choices.pinning("").query),
        tally=tally(found),
        shown=accepted(found, wanted),
        minor=hidden_as_minor(found, wanted),
        within=Within,
        overview=overview(found, wanted),
        first=first_substantive(found),
        groups=comparison_view.groups(found, wanted, whole=choices.whole),
        operations=operations_view,
        respelled=sum(map(operations_view.respelled, found.rows)),
        fictional=compared.old.work.fictional or compared.new.work.fictional,
    )


def sides(compared: ComparedVersions) -> list[dict[str, object]]:
    """Both texts with their name and status, the older first."""
    return [
        {"text": text, "name": version_name(text.listed), "status": text_status(text)}
        for text in (compared.old, compared.new)
    ]


def _offered(pair: Pair, choices: Choices) -> tuple[Offered, ...]:
    return offered(pair.works, without=choices.pinned)
