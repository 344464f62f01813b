"""Ways to break a file: each takes bytes and a seeded source of chance, and gives other bytes."""

import random
import re
from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

Mutation = Callable[[bytes, random.Random], bytes]

_TOKENS = (
    b"<", b">", b"</", b"&", b"&amp;", b"]]>", b"<!--", b"<?x?>", b"\x00", b"\xff", b"\xc3\xa9",
    b"\xef\xbb\xbf", b"Artikel ", b"Artikel 1\n\n", b"ARTIKEL I\n", b"\n\n1. ", b"\n\na. ",
    b"\n\n1\xc2\xb0. ", b"\n\ni. ", b"**1.**", b"## Artikel ", b"### Hoofdstuk 1", b"[x](y", b"*",
    b"**", b"|", b"---\n", b":", b"komt te luiden:", b"(nieuw)", b"<al>", b"</al>", b"<lijst>",
    b"<redactie>", b"\t", b"\r\n", b"\xe2\x80\x93",
)  # fmt: skip


def flip(source: bytes, chance: random.Random) -> bytes:
    """A few bytes become other bytes."""
    changed = bytearray(source)
    for _ in range(chance.randint(1, 8)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def truncate(source: bytes, chance: random.Random) -> bytes:
    """The file ends too early."""
    return source[: chance.randint(0, len(source))]


def delete(source: bytes, chance: random.Random) -> bytes:
    """A stretch is missing."""
    start = chance.randint(0, len(source))
    return source[:start] + source[start + chance.randint(1, 200) :]


def repeat(source: bytes, chance: random.Random) -> bytes:
    """A stretch stands there many times."""
    start = chance.randint(0, len(source))
    piece = source[start : start + chance.randint(1, 120)]
    return source[:start] + piece * chance.randint(2, 40) + source[start:]


def insert(source: bytes, chance: random.Random) -> bytes:
    """A token that means something to some reader stands where it should not."""
    start = chance.randint(0, len(source))
    return source[:start] + chance.choice(_TOKENS) * chance.randint(1, 4) + source[start:]


def shuffle_lines(source: bytes, chance: random.Random) -> bytes:
    """Two lines have changed places."""
    lines = source.split(b"\n")
    i, j = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[i], lines[j] = lines[j], lines[i]
    return b"\n".join(lines)


_LEAF = re.compile(rb"<([A-Za-z][\w.:-]*)(?:\s[^<>]*)?>[^<]*</\1>")
_NAME = re.compile(rb"<([A-Za-z][\w.:-]*)")


def move_element(source: bytes, chance: random.Random) -> bytes:
    """A whole element stands elsewhere, some times over; the XML stays well-formed."""
    leaves = list(_LEAF.finditer(source))
    if len(leaves) < 2:
        return insert(source, chance)
    taken, before = chance.choice(leaves), chance.choice(leaves)
    piece = taken.group() * chance.randint(1, 5)
    return source[: before.start()] + piece + source[before.start() :]


def wrap_element(source: bytes, chance: random.Random) -> bytes:
    """A whole element stands inside another kind of element, some levels deep; the XML stays well-formed."""
    leaves, names = list(_LEAF.finditer(source)), sorted(set(_NAME.findall(source)))
    if not leaves or not names:
        return delete(source, chance)
    leaf = chance.choice(leaves)
    around = [chance.choice(names) for _ in range(chance.randint(1, 6))]
    opening = b"".join(b"<" + name + b">" for name in around)
    closing = b"".join(b"</" + name + b">" for name in reversed(around))
    return source[: leaf.start()] + opening + leaf.group() + closing + source[leaf.end() :]


def empty_element(source: bytes, chance: random.Random) -> bytes:
    """An element has lost its text."""
    leaves = list(_LEAF.finditer(source))
    if not leaves:
        return delete(source, chance)
    leaf = chance.choice(leaves)
    return source[: leaf.start()] + re.sub(rb">[^<]*</", b"></", leaf.group()) + source[leaf.end() :]


ON_BYTES: Sequence[Mutation] = (flip, truncate, delete, repeat, insert, shuffle_lines)
ON_ELEMENTS: Sequence[Mutation] = (move_element, wrap_element, empty_element)


def in_package(source: bytes, chance: random.Random) -> bytes:
    """One part of a zip is broken, the zip around it stays whole."""
    try:
        with ZipFile(BytesIO(source)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (BadZipFile, ValueError, EOFError):
        return insert(source, chance)
    broken = chance.choice([name for name in parts if name.endswith(".xml")])
    parts[broken] = chance.choice((*ON_ELEMENTS, *ON_ELEMENTS, *ON_BYTES))(parts[broken], chance)
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(ZipInfo(name), content)
    return target.getvalue()


def mutate(source: bytes, chance: random.Random) -> bytes:
    """One to four mutations, one after another; of three XML files or zips two stay well-formed."""
    gentle = (in_package,) if source.startswith(b"PK") else ON_ELEMENTS if b"</" in source else ON_BYTES
    kinds = gentle if chance.random() < 0.66 else ON_BYTES
    for _ in range(chance.randint(1, 4)):
        source = chance.choice(kinds)(source, chance)
    return source
