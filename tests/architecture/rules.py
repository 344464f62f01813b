"""The rules of the house as data and as functions from source text to violations, one sentence each.

What each rule protects stands beside it. The functions take source as text, so that they can be tried on a
deliberate violation (`test_rules.py`) before they judge the project (`test_architecture.py`).
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

# A module may import its own layer and those before it. `bootstrap` puts the layers together, so it sees
# them all; the skins get what it made, and do not know each other.
LAYERS = (
    "corpus",
    "indexer",
    "wetgeving.store",
    "wetgeving.services",
    "wetgeving.bootstrap wetgeving.settings "
    "wetgeving.shapes wetgeving.dossier_shapes wetgeving.comparison_shapes wetgeving.search_shapes "
    "wetgeving.opinion_shapes wetgeving.transposition_shapes"
    " wetgeving.synopsis_shapes",
    "wetgeving.web wetgeving.cli wetgeving.worker",
)
SKINS = 5

# A library with one door can be replaced, and its habits stay behind that door.
DOORS = {
    "lxml": "corpus/secure_xml.py",
    "whoosh": "indexer/whoosh_engine.py",
    "tantivy": "indexer/tantivy_door.py",
    "snowballstemmer": "indexer/analysis.py",
    "diff_match_patch": "corpus/diff/words.py",
    "pypdfium2": "corpus/pdf_text.py",
    "reportlab": "corpus/exporters/table_pdf.py",
    "xlsxwriter": "corpus/exporters/sheet_xlsx.py",
    "sqlalchemy": "wetgeving/store/",
    "alembic": "wetgeving/store/",
    "psycopg": "wetgeving/store/",
    "argon2": "wetgeving/services/passwords.py",
    "authlib": "wetgeving/services/openid_client.py",
    "joserfc": "wetgeving/services/openid_client.py",
    "requests": "wetgeving/services/openid_client.py",
    "zstandard": "wetgeving/store/",
    "flask": "wetgeving/web/",
    "jinja2": "wetgeving/web/",
    "markupsafe": "wetgeving/web/",
    "werkzeug": "wetgeving/web/",
    "click": "wetgeving/cli/",
    "gunicorn": "wetgeving/cli/",
    "prometheus_client": "wetgeving/web/metrics.py",
}
PURE = ("time", "datetime.now", "datetime.today", "date.today", "datetime.utcnow", "os.environ", "os.getenv")
EMPTY_NAMES = frozenset({"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"})
LONGEST_FUNCTION, MEDIAN_FUNCTION, LONGEST_MODULE, LONGEST_DOCSTRING = 60, 10, 400, 15
_DOSSIER = re.compile(r"\b3[0-9]{4}\b")


@dataclass(frozen=True, slots=True)
class Module:
    """One source file: its path in the repository and its text."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def name(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def package(self) -> str:
        """The package that relative imports start from."""
        return self.name if self.path.endswith("/__init__.py") else self.name.rpartition(".")[0]


def imports(module: Module) -> Iterator[str]:
    """Every imported name in full, also of imports inside functions and of relative ones."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, module.package)
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _base(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def layer(name: str) -> int | None:
    """The layer of a module or imported name; None for what is outside the layers."""
    for rank, prefixes in enumerate(LAYERS):
        if any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes.split()):
            return rank
    return None


def wrong_direction(module: Module) -> Iterator[str]:
    """Protects the one direction of dependence: texts know no search, search no tables, tables no pages."""
    own = layer(module.name)
    for name in imports(module):
        other = layer(name)
        if own is not None and other is not None and other > own:
            yield f"{module.path} imports {name}, which lies to its right"
        elif own == other == SKINS and name.split(".")[1] != module.name.split(".")[1]:
            yield f"{module.path} imports {name}: one skin does not know another"


def side_doors(module: Module) -> Iterator[str]:
    """Protects the one door a third-party package has."""
    for name in imports(module):
        door = DOORS.get(name.split(".")[0])
        if door and not module.path.startswith(door):
            yield f"{module.path} imports {name.split('.')[0]}, whose door is {door}"


LATE = frozenset({"wetgeving/store/migration.py", "wetgeving/services/openid.py"})
"""Alembic is needed once per release and would cost a quarter of a second at every start; OpenID Connect is
an extra that not everyone installs."""


def hidden_imports(module: Module) -> Iterator[str]:
    """Protects the reader: what a module needs stands at its top."""
    if module.path in LATE:
        return
    for function in functions(module):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield f"{module.path}:{node.lineno} imports inside {function.name}"


def missing_docstring(module: Module) -> Iterator[str]:
    """Protects the reader: every module says what it is for, in at most fifteen lines."""
    docstring = ast.get_docstring(module.tree)
    if module.text.strip() and not docstring:
        yield f"{module.path} does not say what it is for"
    elif docstring and len(docstring.splitlines()) > LONGEST_DOCSTRING:
        yield f"{module.path} takes {len(docstring.splitlines())} lines to say what it is for"


def too_long(module: Module) -> Iterator[str]:
    """Protects the eye: no function over 60 lines, no module of 400 or more."""
    lines = len(module.text.splitlines())
    if lines >= LONGEST_MODULE:
        yield f"{module.path} has {lines} lines"
    for function in functions(module):
        if (size := length(function)) > LONGEST_FUNCTION:
            yield f"{module.path}:{function.lineno} {function.name} has {size} lines"


def empty_name(module: Module) -> Iterator[str]:
    """Protects the search for things: a name says what is inside."""
    for part in module.name.split("."):
        if part.strip("_") in EMPTY_NAMES:
            yield f"{module.path}: {part} says nothing about what is inside"


def dossier_number(module: Module) -> Iterator[str]:
    """Protects the promise that no code knows a dossier: no five-digit number from 30000."""
    if module.path.startswith("corpus/dossiers/"):
        return
    for number, line in enumerate(module.text.splitlines(), start=1):
        if found := _DOSSIER.search(line):
            yield f"{module.path}:{number} holds {found.group()}"


def impurity(module: Module) -> Iterator[str]:
    """Protects equal bytes, equal reading: corpus asks neither the clock nor the environment."""
    if layer(module.name) != 0:
        return
    used = {
        *imports(module),
        *(ast.unparse(n) for n in ast.walk(module.tree) if isinstance(n, ast.Attribute)),
    }
    for name in sorted(used):
        if any(
            name == banned or name.endswith(f".{banned}") or name.startswith(f"{banned}.") for banned in PURE
        ):
            yield f"{module.path} asks {name}"


def unannotated(module: Module) -> Iterator[str]:
    """Protects callers: every parameter and result of a function has a type; of private functions too."""
    for function in functions(module):
        arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        arguments += [a for a in (function.args.vararg, function.args.kwarg) if a is not None]
        bare = [a.arg for a in arguments if a.annotation is None and a.arg not in ("self", "cls")]
        if bare or function.returns is None:
            missing = ", ".join(bare) or "result"
            yield f"{module.path}:{function.lineno} {function.name} lacks a type: {missing}"


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones too."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the last line of the body."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def median_length(modules: tuple[Module, ...]) -> float:
    """The median length of all functions."""
    return median([length(f) for module in modules for f in functions(module)] or [0])


Rule = Callable[[Module], Iterator[str]]
RULES: tuple[Rule, ...] = (
    wrong_direction,
    side_doors,
    hidden_imports,
    missing_docstring,
    too_long,
    empty_name,
    dossier_number,
    impurity,
    unannotated,
)
