"""A small good file of every format in the table is known for what it is, and read."""

from __future__ import annotations

import pytest

from tests.hostile.good import good_formats, told_by_content
from verifier import pipeline
from verifier.bundle import open_bundle
from verifier.bundle.formats import FORMATS, format_by_ending
from verifier.model import SourceFile

READ = {each.id for each in FORMATS if not each.convert}
APART = {"frames"}
"""a page in frames lies in a folder beside it: tests/bundle/test_kinds_of_sheets.py"""
FILES = {f"{ending}.{ending}": data for ending, data in good_formats().items()} | told_by_content()


@pytest.fixture(scope="module")
def statuses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str, str]]:
    """By name: format, status and reason."""
    home, work = tmp_path_factory.mktemp("good"), tmp_path_factory.mktemp("work")
    for name, data in FILES.items():
        (home / name).write_bytes(data)
    bundle = open_bundle(home, work / "bundle")
    documents = pipeline.documents_of(bundle, work / "work", pipeline.Opening(), pipeline.Silent())
    rows = {each.path: each for each in (*bundle.files, *(document.file for document in documents))}
    known = {each.path: each.format or format_by_ending(each.path).id for each in bundle.files}
    return {name: (known[name], *_came_out(rows[name])) for name in FILES}


def _came_out(file: SourceFile) -> tuple[str, str]:
    return file.status, file.reason or ""


def test_every_format_that_is_read_has_a_good_file(statuses: dict[str, tuple[str, str, str]]) -> None:
    there = {form for form, _, _ in statuses.values()}
    assert READ - APART - there == set(), "add a small one to good_formats() in tests/hostile/good.py"


def test_every_good_file_is_read(statuses: dict[str, tuple[str, str, str]]) -> None:
    wrong = {name: came_out for name, came_out in statuses.items() if came_out[1:] != ("read", "")}
    assert wrong == {}, "no reader in READERS? a text that its ending alone tells, without `plain` in FORMATS?"
