"""A small good file of every format in the table is known for what it is, and read."""

from __future__ import annotations

import pytest

from tests.hostile.good import good_formats
from verifier import pipeline
from verifier.bundle import open_bundle
from verifier.bundle.formats import FORMATS, format_by_ending
from verifier.model import SourceFile

READ = {each.id for each in FORMATS if not each.convert}


@pytest.fixture(scope="module")
def statuses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """By ending: status and reason."""
    home, work = tmp_path_factory.mktemp("good"), tmp_path_factory.mktemp("work")
    for ending, data in good_formats().items():
        (home / f"{ending}.{ending}").write_bytes(data)
    bundle = open_bundle(home, work / "bundle")
    documents = pipeline.documents_of(bundle, work / "work", pipeline.Opening(), pipeline.Silent())
    rows = {each.path: each for each in (*bundle.files, *(document.file for document in documents))}
    return {ending: _came_out(rows[f"{ending}.{ending}"]) for ending in good_formats()}


def _came_out(file: SourceFile) -> tuple[str, str]:
    return file.status, file.reason or ""


def test_every_format_that_is_read_has_a_good_file() -> None:
    there = {format_by_ending(f"a.{ending}").id for ending in good_formats()}
    assert READ - there == set(), "add a small one to good_formats() in tests/hostile/good.py"


def test_every_good_file_is_read(statuses: dict[str, tuple[str, str]]) -> None:
    wrong = {ending: came_out for ending, came_out in statuses.items() if came_out != ("read", "")}
    assert wrong == {}, "no reader in READERS? a text that its ending alone tells, without `plain` in FORMATS?"
