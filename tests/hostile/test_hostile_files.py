"""Hostile and broken files, each read in a process of its own: refused by name, quickly, in little memory.

The child may take 512 MB and prints the code of its error. Nothing is stored, for nothing is asked to be.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MEMORY = 512 * 1024 * 1024
PATIENCE = 60

LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(12))
    + b"]><l>&m;</l>"
)
CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "an entity bomb": (lambda: LAUGHS, "not-well-formed"),
    "an entity that names a file": (
        lambda: b'<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><toestand>&x;</toestand>',
        "not-well-formed",
    ),
    "XML deeper than 256": (lambda: b"<toestand>" + b"<al>" * 100_000, "too-large"),
    "truncated XML": (lambda: b'<toestand bwb-id="B"><wetgeving soort="wet"><intitule>', "not-well-formed"),
    "a JPEG by another name": (lambda: b"\xff\xd8\xff\xe0" + b"\x00\x10JFIF" * 1000, "unknown-format"),
    "an empty file": (lambda: b"", "empty"),
    "only white space": (lambda: b" \n\t" * 1_000_000, "empty"),
    "bytes of no encoding": (lambda: b"Artikel 1\n\n\xff\xfe\xfa tekst\n", "unknown-format"),
    "more than 100 MB": (lambda: b"Artikel 1\n\n" + b"a " * 50_000_001, "too-large"),
    "a million unclosed elements": (lambda: b"<toestand>" + b"<al/>" * 1_000_000, "not-well-formed"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_refused_by_name_within_its_limits(name: str, tmp_path: Path) -> None:
    make, code = CASES[name]
    file = tmp_path / "invoer.xml"
    file.write_bytes(make())
    result = subprocess.run(
        [sys.executable, "-m", "wetgeving", "read", str(file), "--format", "json"],
        capture_output=True,
        timeout=PATIENCE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY)),
        check=False,
    )
    assert result.returncode == 4, result.stderr.decode()[-500:]
    error = json.loads(result.stderr)["error"]
    assert error["code"] == code
    assert error["what"]
    assert error["remedy"]
    assert result.stdout == b""
