"""The project keeps the rules of the house (`rules.py`), module by module, on the source as it stands.

| rule | what it protects |
|---|---|
| wrong_direction | corpus <- indexer <- store <- services <- bootstrap <- web, cli, worker |
| side_doors | each third-party package is imported in one place, so it can be replaced there |
| hidden_imports, missing_docstring, too_long, empty_name, unannotated | who reads the source after us |
| dossier_number | nothing in the code knows a dossier |
| impurity | equal bytes give an equal reading, on any day and any machine |
"""

from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.rules import Module

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGES = ("corpus", "indexer", "wetgeving")


def _modules() -> tuple[Module, ...]:
    paths = sorted(path for package in PACKAGES for path in (REPOSITORY / package).rglob("*.py"))
    return tuple(
        Module(path.relative_to(REPOSITORY).as_posix(), path.read_text(encoding="utf-8")) for path in paths
    )


MODULES = _modules()


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: rules.Rule) -> None:
    violations = [violation for module in MODULES for violation in rule(module)]
    assert not violations, "\n".join(violations)


def test_half_of_the_functions_are_short() -> None:
    assert rules.median_length(MODULES) <= rules.MEDIAN_FUNCTION


def test_every_package_is_walked() -> None:
    assert {module.name.split(".")[0] for module in MODULES} == set(PACKAGES)
