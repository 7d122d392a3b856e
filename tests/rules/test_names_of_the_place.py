"""Names of the place for which a rule set is stand in it alone: no sentence of the program bears them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from verifier.rules import load_rule_set

PACKAGE = Path(__file__).parents[2] / "verifier"
SHOWN = [path for ending in ("html", "js", "css") for path in PACKAGE.rglob(f"*.{ending}")]
CODE = [path for path in PACKAGE.rglob("*.py") if "_rules" not in path.parts]


def sentences(path: Path) -> Iterator[str]:
    """The texts of a module but for what explains it: docstrings, and what stands under a name."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@pytest.mark.parametrize("rule_set", ["weihai-2020"])
def test_no_sentence_bears_a_name_of_the_place(rule_set: str) -> None:
    rules = load_rule_set(rule_set)
    names = (rules.region, f"留{rules.region[0]}", *(school.name for school in rules.words.schools))
    assert rules.region and len(names) > 5 and len(SHOWN) > 10 and len(CODE) > 300
    found = [(path.name, text) for path in CODE for text in sentences(path) if any(name in text for name in names)]
    found += [(path.name, name) for path in SHOWN for name in names if name in path.read_text("utf-8")]
    assert found == []
