"""The shape of the project: who may import whom, how long things may be, how stages and queries are kept."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("graph_schema", "ingest", "app")

# Each package with those it may import; the command line alone joins app and ingest.
ALLOWED = {
    "graph_schema": {"graph_schema"},
    "ingest": {"ingest", "graph_schema"},
    "app": {"app", "graph_schema"},
    "app/cli": {"app", "ingest", "graph_schema"},
}
LONGEST_MODULE, MEDIAN_MODULE = 250, 90
LONGEST_FUNCTION, MEDIAN_FUNCTION = 40, 10


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def owner(module: Path) -> str:
    relative = module.relative_to(ROOT)
    command_line = relative.is_relative_to("app/cli") or relative == Path("app/__main__.py")
    return "app/cli" if command_line else relative.parts[0]


def imported_packages(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_downward(module: Path) -> None:
    found = set(imported_packages(ast.parse(module.read_text("utf-8")))) & set(PACKAGES)
    assert found <= ALLOWED[owner(module)]


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_relative_imports(module: Path) -> None:
    relative = [
        n for n in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(n, ast.ImportFrom) and n.level
    ]
    assert not relative


def test_only_harvest_knows_the_parsed_text_and_the_graph_models() -> None:
    both = set()
    for module in (ROOT / "ingest").rglob("*.py"):
        names = {
            n.module for n in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(n, ast.ImportFrom)
        }
        if names & {"ingest.reading", "spacy.tokens"} and names & {
            "graph_schema.nodes",
            "graph_schema.relationships",
        }:
            both.add(module.relative_to(ROOT / "ingest").parts[0])
    assert both == {"harvest"}


def test_modules_stay_small() -> None:
    lengths = {str(m.relative_to(ROOT)): len(m.read_text("utf-8").splitlines()) for m in modules()}
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}
    assert median(n for n in lengths.values() if n) <= MEDIAN_MODULE


def test_functions_fit_on_a_screen() -> None:
    lengths = {
        f"{module.relative_to(ROOT)}:{function.name}": length(function)
        for module in modules()
        for function in functions(ast.parse(module.read_text("utf-8")))
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}
    assert median(lengths.values()) <= MEDIAN_FUNCTION
