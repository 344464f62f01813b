"""Where eIds stand to each other: which article one is in, and which one holds another."""


def article_of(eid: str) -> str:
    """The article an eId is in; the eId itself where it is in none."""
    segments = eid.split("__")
    depths = [i for i, segment in enumerate(segments) if segment.startswith("art_")]
    return "__".join(segments[: depths[-1] + 1]) if depths else eid


def holds(above: str, eid: str) -> bool:
    """Is it the same provision, or one below it?"""
    return eid == above or eid.startswith(f"{above}__")
