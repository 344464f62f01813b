"""The checkers themselves: each sees the violation it is for, and lets honest source pass."""

import pytest

from tests.architecture import rules
from tests.architecture.rules import Module

DOC = '"""Doet iets."""\n'

# rule, path, source, does it violate
CASES = [
    (rules.wrong_direction, "corpus/a.py", "import indexer", True),
    (rules.wrong_direction, "corpus/a.py", "from wetgeving.store import versions", True),
    (rules.wrong_direction, "corpus/a.py", "from corpus import eid", False),
    (rules.wrong_direction, "corpus/a.py", "def f() -> None:\n    import indexer", True),
    (rules.wrong_direction, "indexer/a.py", "from corpus.provision import walk", False),
    (rules.wrong_direction, "indexer/a.py", "import wetgeving.store.schema", True),
    (rules.wrong_direction, "wetgeving/store/a.py", "from wetgeving import services", True),
    (rules.wrong_direction, "wetgeving/store/a.py", "from ..services import ingest", True),
    (rules.wrong_direction, "wetgeving/store/__init__.py", "from .. import web", True),
    (rules.wrong_direction, "wetgeving/store/a.py", "from . import schema", False),
    (rules.wrong_direction, "wetgeving/services/a.py", "from wetgeving.web import pages", True),
    (rules.wrong_direction, "wetgeving/services/a.py", "from wetgeving.bootstrap import start", True),
    (rules.wrong_direction, "wetgeving/web/a.py", "from wetgeving.services import search", False),
    (rules.wrong_direction, "wetgeving/web/a.py", "from wetgeving.web import pages", False),
    (rules.wrong_direction, "wetgeving/web/a.py", "from wetgeving.cli import main", True),
    (rules.wrong_direction, "wetgeving/web/a.py", "from wetgeving.bootstrap import Application", False),
    (rules.wrong_direction, "wetgeving/bootstrap.py", "from wetgeving.web import create_app", True),
    (rules.wrong_direction, "wetgeving/bootstrap.py", "import indexer, wetgeving.store", False),
    (rules.wrong_direction, "wetgeving/store/a.py", "from wetgeving.settings import Settings", True),
    (rules.side_doors, "corpus/readers/a.py", "from lxml import etree", True),
    (rules.side_doors, "corpus/readers/a.py", "import lxml.etree as e", True),
    (rules.side_doors, "corpus/secure_xml.py", "from lxml import etree", False),
    (rules.side_doors, "wetgeving/services/a.py", "def f() -> None:\n    import sqlalchemy", True),
    (rules.side_doors, "wetgeving/store/a.py", "from sqlalchemy import select", False),
    (rules.side_doors, "wetgeving/bootstrap.py", "import gunicorn.app.base", True),
    (rules.side_doors, "wetgeving/cli/serve.py", "import gunicorn.app.base", False),
    (rules.hidden_imports, "corpus/a.py", "def f() -> None:\n    import re", True),
    (
        rules.hidden_imports,
        "corpus/a.py",
        "class A:\n    def f(self) -> None:\n        from re import sub",
        True,
    ),
    (rules.hidden_imports, "corpus/a.py", "import re\ndef f() -> None:\n    re.sub", False),
    (rules.missing_docstring, "corpus/a.py", "x = 1", True),
    (rules.missing_docstring, "corpus/a.py", DOC, False),
    (rules.missing_docstring, "corpus/__init__.py", "", False),
    (rules.missing_docstring, "corpus/a.py", '"""' + "regel\n" * 16 + '"""', True),
    (rules.too_long, "corpus/a.py", "x = 1\n" * 400, True),
    (rules.too_long, "corpus/a.py", "x = 1\n" * 399, False),
    (rules.too_long, "corpus/a.py", "def f() -> None:\n" + "    x = 1\n" * 60, True),
    (rules.too_long, "corpus/a.py", "def f() -> None:\n" + "    x = 1\n" * 59, False),
    (rules.empty_name, "corpus/utils.py", DOC, True),
    (rules.empty_name, "wetgeving/common/a.py", DOC, True),
    (rules.empty_name, "corpus/eid.py", DOC, False),
    (rules.dossier_number, "corpus/a.py", 'x = "31234"', True),
    (rules.dossier_number, "wetgeving/web/a.py", "# zie 35123-VI", True),
    (rules.dossier_number, "corpus/a.py", "x = 100_000, 20000, 331234, 'a31234'", False),
    (rules.dossier_number, "corpus/dossiers/manifest.py", "x = 31234", False),
    (rules.impurity, "corpus/a.py", "import datetime\nx = datetime.datetime.now()", True),
    (rules.impurity, "corpus/a.py", "from datetime import date\nx = date.today()", True),
    (rules.impurity, "corpus/a.py", "import time", True),
    (rules.impurity, "corpus/a.py", "from time import monotonic", True),
    (rules.impurity, "corpus/a.py", "import os\nx = os.environ['A']", True),
    (rules.impurity, "corpus/a.py", "from os import environ", True),
    (rules.impurity, "corpus/a.py", "from datetime import date\nx = date.fromisoformat('2020-01-01')", False),
    (rules.impurity, "wetgeving/services/a.py", "import time", False),
    (rules.unannotated, "corpus/a.py", "def f(a) -> None: ...", True),
    (rules.unannotated, "corpus/a.py", "def f(a: int): ...", True),
    (rules.unannotated, "corpus/a.py", "def f(*, a, **b: int) -> None: ...", True),
    (rules.unannotated, "corpus/a.py", "class A:\n    def f(self, a: int) -> None: ...", False),
]


@pytest.mark.parametrize(("rule", "path", "source", "violates"), CASES)
def test_a_checker_sees_what_it_is_for(rule: rules.Rule, path: str, source: str, violates: bool) -> None:
    assert bool(list(rule(Module(path, source)))) == violates


def test_every_rule_is_tried_both_ways() -> None:
    tried = {(rule, violates) for rule, _, _, violates in CASES}
    assert tried == {(rule, violates) for rule in rules.RULES for violates in (True, False)}


def test_the_median_is_of_all_functions_together() -> None:
    short, long = "def f() -> None: ...\n", "def g() -> None:\n" + "    x = 1\n" * 20
    assert rules.median_length((Module("a.py", short * 2), Module("b.py", long))) == 1
