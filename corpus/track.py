"""Tracks: which stages a kind of work passes, in which order, and what each is called in Dutch.

The tracks are data (`corpus/tracks.toml`); this module only reads them. A stage that is not on the track of
its kind is not refused: it has no rank, and order falls back on dates.
"""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def tracks() -> dict[str, dict[str, str]]:
    """Per kind of work: stage id to Dutch term, in the order of the track."""
    return tomllib.loads(files("corpus").joinpath("tracks.toml").read_text(encoding="utf-8"))


def stage_rank(kind: str, stage: str) -> int | None:
    """The place of a stage on the track of its kind, from 0; None when it is not on it."""
    stages = list(tracks().get(kind, {}))
    return stages.index(stage) if stage in stages else None


def stage_term(kind: str, stage: str) -> str:
    """The Dutch term of a stage, from the track of its kind, else from any track, else the id itself."""
    own = tracks().get(kind, {})
    return own.get(stage) or next((t[stage] for t in tracks().values() if stage in t), stage)


def stages() -> tuple[str, ...]:
    """Every stage of every track, once, in the order of first mention."""
    return tuple(dict.fromkeys(stage for track in tracks().values() for stage in track))
