"""How dense the code is: complexity of functions, size of modules and folders, parameters of type `Any`.

Complexity is radon's cyclomatic one: besides branches and loops, boolean operators, conditional expressions and
comprehensions with their conditions count, in lambdas too. A closure is a function of its own, as for
`radon cc --show-closures`: what it holds counts in it and not in the function around it.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from radon.visitors import ComplexityVisitor

HOME = Path(__file__).parent.parent
Defined = ast.FunctionDef | ast.AsyncFunctionDef
MUCH, MOST = 10, 20
SHARE_OF_MUCH = 0.05
MODULES_OF_A_FOLDER = 20
LINES_OF_A_MODULE = 400
ANY = 30
"""in modules that take values of some type, beside libraries without types"""
OF_ANY_TYPE = ("verifier/workers/answers.py", "verifier/telling/differing.py")
"""modules for values of whatever type: they pack them by their annotations, and compare them by their fields"""


@cache
def _modules() -> dict[str, ast.Module]:
    paths = (path for path in (HOME / "verifier").rglob("*.py") if "_rules" not in path.parts)
    return {path.relative_to(HOME).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(paths)}


@cache
def _complexities() -> dict[str, int]:
    """Of every function and method, by where it stands."""
    return {
        f"{name}:{node.lineno} {node.name}": complexity
        for name, tree in _modules().items()
        for node, complexity in _measured(tree)
    }


def _measured(tree: ast.Module) -> Iterator[tuple[Defined, int]]:
    for node in ast.walk(tree):
        if isinstance(node, Defined):
            yield node, ComplexityVisitor.from_ast(node).functions[0].complexity


def test_conditions_comprehensions_and_closures_are_counted() -> None:
    code = """
class Outer:
    class Inner:
        def method(self):
            def closure():
                if a and b:
                    return [x for x in y if x]
            return c if d else (lambda: e or f)
"""
    measured = {node.name: complexity for node, complexity in _measured(ast.parse(code))}
    assert measured == {"method": 3, "closure": 5}


def test_few_functions_are_complex_and_none_is_very() -> None:
    counted = _complexities()
    assert len(counted) > 1000
    assert {where: count for where, count in counted.items() if count > MOST} == {}
    much = {where: count for where, count in counted.items() if count > MUCH}
    assert len(much) / len(counted) <= SHARE_OF_MUCH, much


def test_no_folder_holds_too_many_modules() -> None:
    folders = Counter(name.rpartition("/")[0] for name in _modules() if not name.endswith("/__init__.py"))
    assert {folder: count for folder, count in folders.items() if count > MODULES_OF_A_FOLDER} == {}


def test_no_module_is_long() -> None:
    lengths = {name: len((HOME / name).read_text("utf-8").splitlines()) for name in _modules()}
    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_MODULE} == {}


def test_few_parameters_are_of_any_type() -> None:
    parameters = [
        f"{name}:{each.lineno} {each.arg}"
        for name, tree in _modules().items()
        if name not in OF_ANY_TYPE
        for node in ast.walk(tree)
        if isinstance(node, Defined)
        for each in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        if each.annotation is not None and _names_any(each.annotation)
    ]
    assert len(parameters) < ANY, parameters


def _names_any(annotation: ast.expr) -> bool:
    return any(isinstance(part, ast.Name) and part.id == "Any" for part in ast.walk(annotation))
