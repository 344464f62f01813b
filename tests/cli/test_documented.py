"""`docs/cli.md` and the program say the same: commands, options, JSON keys and exit codes."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from wetgeving.cli import COMMANDS
from wetgeving.cli.running import EXIT_CODES

DOCUMENT = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `([a-z-]+)[^`]*` \|(.*)\|$", DOCUMENT, re.MULTILINE))


def test_every_command_has_its_row_and_every_row_its_command() -> None:
    table = DOCUMENT.partition("## Opdrachten")[2].partition("##")[0]
    assert re.findall(r"^\| `([a-z-]+)", table, re.MULTILINE) == [command.name for command in COMMANDS]


def test_every_option_is_documented() -> None:
    for command in COMMANDS:
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                option = parameter.opts[0]
                assert option in DOCUMENT, f"{command.name} {option}"
                assert parameter.help, f"{command.name} {option}"


def test_every_error_code_stands_under_its_exit_code() -> None:
    exits = dict(re.findall(r"^\| (\d) \| (.*) \|$", DOCUMENT, re.MULTILINE))
    for code, number in EXIT_CODES.items():
        if code != "not-found":
            assert f"`{code}`" in exits[str(number)]


def test_the_keys_of_each_answer_are_documented(ask: Callable[..., Any], lamp: Path) -> None:
    ask("ingest", str(lamp), "--work", "LAMP", "--in-force", "2091-01-01")
    key = "LAMP@unspecified-2091-01-01"
    answers = {
        "versions": ask("versions", "LAMP")[0],
        "compare": ask("compare", key, key),
        "search": ask("search", "lamp"),
        "read": ask("read", str(lamp)),
        "refresh": ask("refresh"),
        "init": ask("init"),
    }
    for name, answer in answers.items():
        missing = [k for k in answer if not re.search(rf"\b{k}\b", ROWS[name])]
        assert not missing, f"{name}: {missing}"
