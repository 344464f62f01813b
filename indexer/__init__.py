"""Search: index documents in, hits out. Knows no tables, no pages and no clock.

`ENGINES` is the literal registry: one line per engine, keyed by the scheme of its URL.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from indexer.document import SearchEngine
from indexer.errors import IndexUrlError
from indexer.forms import CHANGES, PROVISIONS, Form
from indexer.tantivy_engine import TantivyEngine
from indexer.whoosh_engine import WhooshEngine

ENGINES: Mapping[str, Callable[[str, Form], SearchEngine]] = {
    "tantivy": lambda url, form: _tantivy(absolute_path(url), form),
    "whoosh": lambda url, form: WhooshEngine(absolute_path(url), form),
}


def open_engine(url: str, form: Form = PROVISIONS) -> SearchEngine:
    """The engine that a URL such as `whoosh:///srv/index` names; nothing is read or made before first use."""
    scheme, separator, _ = url.partition("://")
    if not separator or scheme not in ENGINES:
        raise IndexUrlError(
            "Deze zoekindex kennen we niet.",
            value=url,
            remedy=f"Bekend zijn: {', '.join(f'{known}:///pad' for known in sorted(ENGINES))}.",
        )
    return ENGINES[scheme](url, form)


def open_change_engine(url: str) -> SearchEngine:
    """The engine of the changes: beside the one this URL names, so that neither weighs in the other."""
    return open_engine(f"{url.rstrip('/')}-changes", CHANGES)


def absolute_path(url: str) -> Path:
    """The path of a URL without a host; an error when it is relative or empty."""
    parts = urlsplit(url)
    path = Path(unquote(parts.path))
    if parts.netloc or not path.is_absolute() or path == Path("/"):
        raise IndexUrlError(
            "Het pad van de zoekindex moet volledig zijn.",
            value=url,
            remedy=f"Schrijf drie schuine strepen: {parts.scheme}:///volledig/pad.",
        )
    return path


def _tantivy(path: Path, form: Form) -> SearchEngine:
    """Tantivy for provisions; changes, which are few, are searched by Whoosh beside it."""
    return TantivyEngine(path) if form is PROVISIONS else WhooshEngine(path, form)
