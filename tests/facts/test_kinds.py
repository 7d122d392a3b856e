"""Every kind of fact is made somewhere, and what extractors make is asked for by somebody."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import verifier.model.facts as model
from verifier.facts import EXTRACTORS
from verifier.model import Kind, Observed

PACKAGE = Path(__file__).parents[2] / "verifier"
KINDS = {name: each for name, each in vars(model).items() if isinstance(each, Kind)}
EXTRACTING = ("facts", "record")
"""rooms whose facts are there for others; what counting makes stands as evidence"""
GETTERS = {
    name: inspect.getsource(each.fget)
    for name, each in vars(Observed).items()
    if isinstance(each, property) and each.fget is not None
}


@cache
def nodes() -> tuple[tuple[str, ast.AST], ...]:
    """Every node of the package's code outside the model, with its room."""
    paths = [path for path in sorted(PACKAGE.rglob("*.py")) if "model" not in path.parts]
    rooms = [(path.relative_to(PACKAGE).parts[0], ast.parse(path.read_text("utf-8"))) for path in paths]
    return tuple((room, node) for room, tree in rooms for node in ast.walk(tree))


def made(*rooms: str) -> set[str]:
    """Names of kinds that stand first where a fact is built, or a kind is given back with a value."""

    def firsts() -> Iterator[ast.AST]:
        for room, node in nodes():
            if rooms and room not in rooms:
                continue
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Fact":
                yield from node.args[:1]
            elif isinstance(node, ast.Tuple):
                yield from node.elts[:1]

    return {node.id for node in firsts() if isinstance(node, ast.Name)} & KINDS.keys()


def asked() -> set[str]:
    """Names of kinds by which facts are chosen: a property of the paper, `of` and its like, or the kind itself."""
    attributes = [node for _, node in nodes() if isinstance(node, ast.Attribute)]
    calls = [node for _, node in nodes() if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    called = {node.attr for node in attributes}
    read = "".join(source for name, source in GETTERS.items() if name in called)
    named = {node.value.id for node in attributes if isinstance(node.value, ast.Name)}
    named |= {each.id for call in calls for each in call.args if isinstance(each, ast.Name)}
    return {name for name in KINDS if name in named or f"self.of({name})" in read}


def test_no_two_kinds_share_a_name() -> None:
    assert len(KINDS) > 20
    assert len({each.name for each in KINDS.values()}) == len(KINDS)


def test_every_kind_is_made() -> None:
    assert KINDS.keys() - made() == set(), "nobody makes it: extract it in a module of facts/ or drop it"


def test_every_kind_that_is_extracted_is_asked_for() -> None:
    assert made(*EXTRACTING) - asked() == set(), "nobody asks for it: use it in a cell or drop it"


def test_every_module_that_extracts_stands_in_the_table() -> None:
    facts = PACKAGE / "facts"
    paths = [path for path in sorted(facts.rglob("*.py")) if path != facts / "__init__.py"]
    extracting = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for path in paths
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name == "extract"
    }
    listed = [extract.__module__ for _, extract in EXTRACTORS]
    assert len(set(listed)) == len(listed)
    assert extracting - set(listed) == set(), "nobody calls it: give it a line in EXTRACTORS of facts/__init__.py"


def test_every_property_of_a_paper_is_used() -> None:
    called = {node.attr for _, node in nodes() if isinstance(node, ast.Attribute)}
    assert GETTERS.keys() - called == set()
