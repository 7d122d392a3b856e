"""The reference of the rule language and its schema: every key is told, every example loads, every error comes."""

import json
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from tests.rules import key_tables
from tests.rules.conftest import DEMONSTRATIONS, WEIHAI
from verifier.cases import CaseFile
from verifier.cli import main
from verifier.lint import Remarks
from verifier.lint.schemas import FILES, schemas
from verifier.model import ReadingRule
from verifier.rules.conditions import exact
from verifier.rules.schema import keys_of, meanings, records
from verifier.rules.values import Value, record
from verifier.rules.yamlfile import read_yaml

pytestmark = pytest.mark.slow

EXAMPLES = key_tables.examples()
SCHEMAS = schemas()
KEYS = [(kind.__name__, key) for whole, _ in FILES.values() for kind in records(whole) for key in keys_of(kind)]


def test_every_key_is_told_in_both_languages_and_no_other() -> None:
    told = {(kind, key) for kind, keys in meanings().items() for key in keys if key}
    assert told == set(KEYS)
    for keys in meanings().values():
        for said in keys.values():
            assert re.search("[\u4e00-\u9fff]", said[0]) and re.search("[A-Za-z]", said[1]), said


def test_the_reference_is_what_the_types_say() -> None:
    assert key_tables.README.read_text(encoding="utf-8") == key_tables.readme(), "python -m tests.rules.key_tables"


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in KEYS}))
def test_every_example_loads_and_every_error_comes(kind: str) -> None:
    for key in [key for of, key in KEYS if of == kind]:
        example = EXAMPLES[kind, key]
        assert key_tables.told(example, key_tables.short(example.data)) == "", key
        assert key_tables.refused(example), key


BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", key_tables.README.read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_of_the_reference_loads(block: str, tmp_path: Path) -> None:
    if block.startswith("tiers:"):
        block = "readings:\n  - id: default\n    text: 读法\n    widens: true\n    " + block.replace("\n", "\n    ")
    (tmp_path / "a.yaml").write_text(block, encoding="utf-8")
    file = read_yaml(tmp_path / "a.yaml")
    if "accepted" in file.data:
        assert record(Value(file, (), Remarks, file.data)).accepted
    else:
        assert record(Value(file, ("readings",), tuple[ReadingRule, ...], exact(file)["readings"]))  # type: ignore[index]


def plain(data: Any) -> Any:
    """As an editor reads it: exact fractions are decimals."""
    if isinstance(data, Fraction):
        return float(data)
    if isinstance(data, dict):
        return {key: plain(each) for key, each in data.items()}
    return [plain(each) for each in data] if isinstance(data, list) else data


def of_files(name: str) -> list[Path]:
    return sorted(path for folder in (WEIHAI, *DEMONSTRATIONS) for path in folder.glob(FILES[name][1]))


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_files_fit_the_schema(name: str) -> None:
    validator = jsonschema.validators.validator_for(SCHEMAS[name])
    validator.check_schema(SCHEMAS[name])
    assert of_files(name)
    for path in of_files(name):
        validator(SCHEMAS[name]).validate(plain(read_yaml(path).data))


def rename(key: str) -> Callable[[Any], None]:
    def renames(cell: Any) -> None:
        cell[f"{key}x"] = cell.pop(key)

    return renames


def tier(**made: object) -> Callable[[Any], None]:
    return lambda cell: cell["readings"][0].update(tiers=[made])


SPOILED = [
    rename("max"),
    rename("clause"),
    lambda cell: cell.update(max="十分"),
    lambda cell: cell.update(max="10分"),
    lambda cell: cell.update(id=1.1),
    lambda cell: cell.update(names=[]),
    lambda cell: cell.update(short="part"),
    lambda cell: cell["takes"].update(kind="size"),
    lambda cell: cell["takes"].update(units="㎡"),
    lambda cell: cell["clause"].pop("cite"),
    tier(all=["office_area_m2 => 20"], points=10),
    tier(all=["office_area_m2 >= 20"]),
    tier(all=["office_area_m2 >= 20"], otherwise=True, points=10),
    tier(otherwise=False, points=10),
    tier(points=10),
    tier(otherwise=True, slope={"measure": "a", "per": 1, "points": 1, "whole": True, "at_most": 10}),
]


@pytest.mark.parametrize("spoils", SPOILED)
def test_what_an_editor_can_tell_is_marked(spoils: Callable[[Any], None]) -> None:
    data = plain(read_yaml(of_files("group")[0]).data)
    spoils(data["indicators"][0])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMAS["group"])


@pytest.mark.parametrize(
    ("name", "data"),
    [("words", {"colums": {}}), ("remarks", {"accepted": [{"finding": "a", "at": "b"}]}), ("cases", {"cell": {}})],
)
def test_other_files_are_marked_too(name: str, data: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMAS[name])


def test_the_command_writes_the_schemas_and_says_how_an_editor_takes_them(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["rules", "schema", str(tmp_path / "schema")])
    assert done.exit_code == 0
    assert {path.name for path in (tmp_path / "schema").iterdir()} == {f"{name}.schema.json" for name in FILES}
    assert json.loads((tmp_path / "schema" / "cases.schema.json").read_text("utf-8"))["$ref"] == "#/$defs/CaseFile"
    settings = json.loads(done.stdout[done.stdout.index("{") :])
    assert settings["yaml.schemas"][str(tmp_path / "schema" / "words.schema.json")] == "**/words/*.yaml"
    assert CaseFile.__name__ in (tmp_path / "schema" / "cases.schema.json").read_text("utf-8")
