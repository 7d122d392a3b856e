"""What is shipped and what the front door promises: the wheel, the declared dependencies, README and CI."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import verifier
from verifier.cli import main

HOME = Path(__file__).parent.parent
README = (HOME / "README.md").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
BLOCKS = re.findall(r"^```bash\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)

IMPORTED_AS = {
    "charset-normalizer": "charset_normalizer",
    "libarchive-c": "libarchive",
    "msoffcrypto-tool": "msoffcrypto",
    "opencv-python-headless": "cv2",
    "pillow": "PIL",
    "pillow-heif": "pillow_heif",
    "python-calamine": "python_calamine",
    "python-docx": "docx",
    "pyyaml": "yaml",
    "typing-extensions": "typing_extensions",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=HOME, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_module_template_and_rule(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {path.relative_to(HOME).as_posix() for path in _shipped("verifier")}
    wanted |= {f"verifier/_{path.relative_to(HOME).as_posix()}" for path in _shipped("rules")}
    assert wanted - held == set()
    assert not [name for name in held if name.startswith(("tests", "samples"))]


def _shipped(folder: str) -> Iterator[Path]:
    for path in (HOME / folder).rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts and "_rules" not in path.parts:
            yield path


def test_the_unpacked_wheel_lists_and_shows_its_rules_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    for command in (["rules", "list"], ["rules", "show", "weihai-2020"], ["rules", "test"]):
        run = subprocess.run(
            [sys.executable, "-m", "verifier", *command],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
        )
        assert (run.returncode, run.stderr) == (0, "")
        assert "weihai-2020" in run.stdout


def test_every_library_that_is_imported_is_declared() -> None:
    ours = {"verifier", "pydantic_core", *sys.stdlib_module_names}
    assert _imported() - ours - _declared(PROJECT["dependencies"]) == _declared(ON_DEMAND)


ON_DEMAND = [each for extra in ("postgres", "cluster") for each in PROJECT["optional-dependencies"][extra]]
"""loaded where the user names what needs them"""


MODELS = {"rapidocr"}
"""declared for the models in their wheels, which are found without importing the package"""


def test_every_library_that_is_declared_is_used() -> None:
    assert _declared(PROJECT["dependencies"]) - _imported() == MODELS


CONSTRAINTS = [
    Requirement(line)
    for line in (HOME / "constraints.txt").read_text("utf-8").splitlines()
    if not line.lstrip().startswith("#")
]


@pytest.mark.parametrize("system", [("linux", "posix", "Linux"), ("win32", "nt", "Windows")])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_every_declared_library_has_one_exact_version_that_satisfies_it(python: str, system: tuple[str, ...]) -> None:
    names = ("sys_platform", "os_name", "platform_system")
    place = dict(zip(names, system, strict=True)) | {"python_version": python, "python_full_version": f"{python}.0"}
    exact: dict[str, list[str]] = defaultdict(list)
    for each in CONSTRAINTS:
        if each.marker is None or each.marker.evaluate(place):
            exact[canonicalize_name(each.name)] += [one.version for one in each.specifier if one.operator == "=="]
    wanted = sum(PROJECT["optional-dependencies"].values(), PROJECT["dependencies"])
    for each in map(Requirement, wanted):
        versions = exact[canonicalize_name(each.name)]
        assert len(versions) == 1 and versions[0] in each.specifier, each.name


def test_the_constraints_are_versions_alone() -> None:
    assert [str(each) for each in CONSTRAINTS if each.url or each.extras or len(each.specifier) != 1] == []


def test_every_command_that_installs_from_this_folder_takes_the_exact_versions() -> None:
    for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md", ".ci/run"):
        lines = (HOME / name).read_text("utf-8").splitlines()
        commands = [line for line in lines if re.search(r"pip (install|wheel) ", line) and "--no-index" not in line]
        commands = [line for line in commands if "pip install uv" not in line]
        assert commands, name
        assert [line for line in commands if "-c constraints.txt " not in line] == []


def _declared(requirements: list[str]) -> set[str]:
    names = [re.split(r"[<>=!~;\[ ]", each)[0].lower() for each in requirements]
    return {IMPORTED_AS.get(name, name) for name in names}


def _imported() -> set[str]:
    found: set[str] = set()
    for path in (HOME / "verifier").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                found.add(node.module.split(".")[0])
    return found


def test_the_version_is_the_same_everywhere() -> None:
    changelog = (HOME / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## (\S+)", changelog, re.MULTILINE)
    assert newest is not None
    assert PROJECT["version"] == verifier.__version__ == newest[1]


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (HOME / ".ci" / "run").read_text("utf-8")
    assert script.startswith("#!/usr/bin/env bash\n")
    assert BLOCKS[1] in script
    assert os.access(HOME / ".ci" / "run", os.X_OK)
    for part in (
        "ruff check",
        "ruff format --check",
        "mypy --strict verifier",
        "verifier rules test",
        "bin/pytest -n 2 --dist loadfile\n",
    ):
        assert part in BLOCKS[1]


@pytest.mark.parametrize("block", BLOCKS)
def test_every_command_of_the_readme_is_there(block: str) -> None:
    for line in re.findall(r"\.venv/bin/verifier ([^#&\n]*)", block):
        names = line.split()
        command: click.Command = main
        while isinstance(command, click.Group):
            command = command.commands[names.pop(0)]
        known = {option for each in command.params for option in each.opts}
        assert {name for name in names if name.startswith("--")} <= known


def test_every_command_of_the_chinese_readme_is_there() -> None:
    text = (HOME / "README.zh-CN.md").read_text("utf-8")
    calls = re.findall(r"verifier (new|check|batch|inspect|diff|rules show)\b", text)
    assert {"new", "check", "batch", "inspect", "diff"} <= set(calls)
    for name in {call.split()[0] for call in calls}:
        assert name in main.commands
    groups = [each for each in main.commands.values() if isinstance(each, click.Group)]
    commands = [*main.commands.values(), *(each for group in groups for each in group.commands.values())]
    known = {option for command in commands for each in command.params for option in each.opts}
    assert set(re.findall(r"(?<=`)--[a-z-]+|(?<= )--(?:year|school|out|last-year)", text)) <= known | {"--help"}


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"])
def test_every_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (HOME / name).read_text("utf-8"))
    assert [link for link in links if not (HOME / link).exists()] == []


def test_rule_files_and_papers_are_checked_out_byte_for_byte() -> None:
    attributes = (HOME / ".gitattributes").read_text("utf-8").splitlines()
    assert "* text=auto eol=lf" in attributes
    assert "samples/*/bundle/** -text" in attributes
