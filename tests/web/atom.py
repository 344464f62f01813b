"""A feed held against RFC 4287: what it must have, may have once, and the form of its times and addresses."""

import re
from datetime import datetime

from corpus.secure_xml import parse

ATOM = "{http://www.w3.org/2005/Atom}"
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
_TEXTS = {"title", "subtitle", "summary", "content"}
_FEED = {"title", "subtitle", "id", "link", "updated", "author", "entry"}
_ENTRY = {"title", "id", "link", "updated", "summary", "content"}


def faults(feed: bytes) -> list[str]:
    """What is wrong with a feed; empty when it is a valid one."""
    root = parse(feed)
    if root.tag != f"{ATOM}feed":
        return [f"root {root.tag}"]
    found = [*_element(root, _FEED, "feed")]
    if root.find(f"{ATOM}author/{ATOM}name") is None:
        found.append("feed: no author with a name")
    if not [x for x in root.iterfind(f"{ATOM}link") if x.get("rel") == "self"]:
        found.append("feed: no link to itself")
    entries = list(root.iterfind(f"{ATOM}entry"))
    for number, entry in enumerate(entries):
        found += _element(entry, _ENTRY, f"entry {number}")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(ids)) != len(ids):
        found.append("two entries have one id")
    times = [datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "") for entry in entries]
    if times != sorted(times, reverse=True):
        found.append("entries are not newest first")
    if times and datetime.fromisoformat(root.findtext(f"{ATOM}updated") or "") != times[0]:
        found.append("the feed has another time than its newest entry")
    return found


def texts(feed: bytes, name: str) -> list[str]:
    """The text of this element of every entry."""
    return [e.findtext(f"{ATOM}{name}") or "" for e in parse(feed).iterfind(f"{ATOM}entry")]


def _element(element: object, allowed: set[str], where: str) -> list[str]:
    children = list(element)  # type: ignore[call-overload]
    names = [child.tag.removeprefix(ATOM) for child in children]
    found = [f"{where}: {name} is not of Atom here" for name in names if name not in allowed]
    found += [
        f"{where}: {names.count(n)} times {n}" for n in ("id", "title", "updated") if names.count(n) != 1
    ]
    found += [f"{where}: {n} twice" for n in ("subtitle", "summary", "content") if names.count(n) > 1]
    for child, name in zip(children, names, strict=True):
        text = child.text or ""
        if name == "id" and not _IRI.fullmatch(text):
            found.append(f"{where}: id {text!r}")
        if name == "updated" and not _TIME.fullmatch(text):
            found.append(f"{where}: time {text!r}")
        if name == "link" and not _IRI.fullmatch(child.get("href") or ""):
            found.append(f"{where}: link {child.get('href')!r}")
        if name in _TEXTS and (child.get("type", "text") not in ("text", "html") or len(child)):
            found.append(f"{where}: {name} has markup")
    if where != "feed" and not [c for c in children if c.get("rel") == "alternate"]:
        found.append(f"{where}: no page to go to")
    return found
