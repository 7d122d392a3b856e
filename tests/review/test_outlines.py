"""The list of schools from outlines: the same as from all that lies in the folders, and never an old one."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.review.browser import write_one_poster
from tests.review.test_sweeping import changed
from verifier.decisions import set_aside
from verifier.errors import UsageError
from verifier.outline import Outline, read_outline
from verifier.review import desk as desks
from verifier.review import open_desk
from verifier.review.desk import MOST_OPEN, Desk, School, Shelf
from verifier.review.queue import waiting
from verifier.review.saving import save
from verifier.review.views import in_order, school_row


@pytest.fixture
def school(tmp_path: Path) -> School:
    write_one_poster(tmp_path / "a")
    return fresh(tmp_path / "a")


def fresh(folder: Path) -> School:
    """As a desk has it that was just started."""
    return School(folder.name, folder)


def from_all(folder: Path) -> Outline:
    """The outline as it comes from the whole folder, whatever is kept."""
    (folder / "outline.json").unlink(missing_ok=True)
    return fresh(folder).outline()


def decide(school: School, cell: str, kind: str, target: str = "", **more: str) -> str:
    """The hash of the line."""
    opened = school.open()
    form = {"kind": kind, "target": target, "result": opened.seen.result, "head": opened.log.head, **more}
    return save(school, cell, form, "王").line


def unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on what a check wrote can't be opened."""

    def refuse(*args: object) -> None:
        raise AssertionError("a school was opened")

    monkeypatch.setattr(desks, "_papers", refuse)


def shown(desk: Desk) -> tuple[object, ...]:
    """All that the list and the queue say."""
    rows = in_order([school_row(each) for each in desk.schools.values()], "")
    return rows, [(each.school.name, each.cell, each.reason, each.rank, each.points) for each in waiting(desk)]


def piece_of(school: School, cell: str) -> str:
    row = school.open().cell(cell)
    assert row is not None
    return row.evidence[0].piece


def decide_each_way(school: School) -> None:
    """Decisions of every kind, those too that later ones or a new check take away."""
    cells = school.open().cells
    with_pieces = [cell.id for cell in cells if cell.evidence]
    first, second, third = with_pieces[0], with_pieces[1], with_pieces[2]
    decide(school, first, "exclude", piece_of(school, first))
    decide(school, second, "exclude", piece_of(school, second))
    decide(school, second, "include", piece_of(school, second))
    decide(school, third, "accept")
    undone = decide(school, third, "exclude", piece_of(school, third))
    decide(school, third, "undo", undone)
    decide(school, with_pieces[3], "points", points="1.5", reason="现场看过")
    decide(school, with_pieces[4], "ask", reason="请补充")
    read = next(cell for cell in cells if len(cell.readings) > 1)
    decide(school, read.id, "reading", read.readings[-1].id)
    stale = with_pieces[5]
    decide(school, stale, "accept")
    changed(school.folder, stale, requirement="改了")


@pytest.mark.slow
def test_both_samples_are_listed_from_what_the_check_wrote_as_from_all_of_it(
    outputs: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, out in outputs.items():
        shutil.copytree(out, tmp_path / name)
    written = {name: (tmp_path / name / "outline.json").read_bytes() for name in outputs}
    made = {name: from_all(tmp_path / name) for name in outputs}
    assert {name: (tmp_path / name / "outline.json").read_bytes() for name in outputs} == written
    unopened(monkeypatch)
    assert {name: fresh(tmp_path / name).outline() for name in outputs} == made


@pytest.mark.slow
def test_both_samples_with_decisions_of_each_kind_are_listed_as_from_all_that_lies_there(
    outputs: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, out in outputs.items():
        shutil.copytree(out, tmp_path / name)
        decide_each_way(fresh(tmp_path / name))
    kinds = {each.kind for name in outputs for each in fresh(tmp_path / name).open().log.decisions}
    assert kinds == {"exclude", "include", "accept", "undo", "points", "ask", "reading"}
    made = {name: from_all(tmp_path / name) for name in outputs}
    in_full = shown(open_desk(tmp_path))
    assert all(outline.stale and outline.urgency.waiting and outline.decided for outline in made.values())
    unopened(monkeypatch)
    assert shown(open_desk(tmp_path)) == in_full
    assert {name: fresh(tmp_path / name).outline() for name in outputs} == made


def test_a_second_desk_lists_without_opening_and_a_decision_is_seen_at_once(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (school.outline().decided, school.outline().unquestioned) == (0, 1)
    decide(school, "1.1", "ask", reason="请补充")
    decide(school, "3.3", "accept")
    now, opened = school.outline(), school.open().result.decided
    assert (now.decided, now.unquestioned, now.urgency.waiting) == (1, 0, 1)
    assert opened is not None and (now.total, now.grade) == (opened.total, opened.grade)
    unopened(monkeypatch)
    assert fresh(school.folder).outline() == now


def edited(folder: Path, name: str, change: Callable[[Any], None]) -> None:
    """A file of the same length, as old as it was: what lies there tells, not when it was written."""
    path = folder / name
    state = path.stat()
    data = json.loads(path.read_bytes())
    change(data)
    content = json.dumps(data, ensure_ascii=False).encode()
    path.write_bytes(content + b" " * (state.st_size - len(content)))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def other_total(result: dict[str, Any]) -> None:
    result["total"]["proposed"] += 1


def other_measure(evidence: dict[str, Any]) -> None:
    evidence["cells"]["3.3"]["evidence"] = []
    evidence["cells"]["3.3"]["measures"] = {"found": ["0", "0", "0"]}


CHANGES: Mapping[str, Callable[[Any], None]] = {"result.json": other_total, "evidence.json": other_measure}


@pytest.mark.parametrize("name", CHANGES)
def test_an_outline_of_other_files_is_none(school: School, name: str) -> None:
    before = school.outline()
    edited(school.folder, name, CHANGES[name])
    assert fresh(school.folder).outline() == from_all(school.folder) != before


def test_an_outline_of_other_decisions_another_rule_set_or_another_version_is_none(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = school.outline()
    kept = (school.folder / "outline.json").read_bytes()
    for was, now in (('"program":"', '"program":"x'), ('"sources":{"program"', '"sources":{"other"')):
        (school.folder / "outline.json").write_bytes(kept.replace(was.encode(), now.encode()))
        assert fresh(school.folder).outline() == before
        assert (school.folder / "outline.json").read_bytes() == kept
    decide(fresh(school.folder), "3.3", "accept")
    (school.folder / "outline.json").write_bytes(kept)
    assert fresh(school.folder).outline().decided == 1
    monkeypatch.setattr(desks, "_rules_digest", lambda chosen, named: "another")
    unopened(monkeypatch)
    with pytest.raises(AssertionError, match="was opened"):
        fresh(school.folder).outline()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema": "verifier/outline@2"}'])
def test_an_outline_that_is_not_whole_or_of_a_later_version_is_made_anew(school: School, content: bytes) -> None:
    before = school.outline()
    (school.folder / "outline.json").write_bytes(content)
    assert fresh(school.folder).outline() == before
    assert read_outline(school.folder) is not None


def test_a_damaged_log_is_told_until_it_is_set_aside(school: School) -> None:
    decide(school, "3.3", "accept")
    whole = school.outline()
    with (school.folder / "decisions.jsonl").open("ab") as log:
        log.write(b"{}\n")
    assert (whole.damaged, school.outline().damaged, fresh(school.folder).outline().damaged) == (False, True, True)
    assert waiting(Desk(school.folder.parent, {"a": school})) == ()
    set_aside(school.folder)
    assert fresh(school.folder).outline() == school.outline() == whole


def test_a_result_that_changes_while_it_is_opened_leaves_no_outline_of_the_other(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = School.open

    def slowly(self: School) -> object:
        found = opened(self)
        changed(self.folder, "3.3", requirement="改了")
        return found

    monkeypatch.setattr(School, "open", slowly)
    school.outline()
    assert not (school.folder / "outline.json").exists()


def test_a_folder_that_takes_no_file_is_listed_all_the_same(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    before = from_all(school.folder)
    (school.folder / "outline.json").unlink()
    (school.folder / "outline.json").mkdir()
    assert fresh(school.folder).outline() == before


def test_a_result_that_can_not_be_read_says_so_whatever_its_outline_says(school: School) -> None:
    school.outline()
    (school.folder / "evidence.json").write_text("{", "utf-8")
    for each in (school, fresh(school.folder)):
        with pytest.raises(UsageError, match=r"evidence\.json 不是完整的核验结果"):
            each.outline()
    (school.folder / "evidence.json").unlink()
    assert school_row(fresh(school.folder)).fault.startswith("“a”的核验结果读不出来：evidence.json 打不开")


def test_few_schools_stay_open_and_those_looked_at_last(tmp_path: Path) -> None:
    shelf = Shelf()
    schools = []
    for number in range(MOST_OPEN + 3):
        write_one_poster(tmp_path / str(number))
        schools.append(School(str(number), tmp_path / str(number), shelf=shelf))
    kept = schools[0].open()
    for each in schools[1:MOST_OPEN]:
        each.open()
    assert schools[0].open() is kept and len(shelf) == MOST_OPEN
    closed = schools[1].open()
    for each in (schools[0], *schools[MOST_OPEN:]):
        each.open()
    assert len(shelf) == MOST_OPEN and schools[0].open() is kept
    for each in schools[2:]:
        each.open()
    assert schools[1].open() is not closed and len(shelf) == MOST_OPEN


def test_a_desk_over_many_schools_lists_them_all_and_keeps_few_open(tmp_path: Path) -> None:
    for number in range(MOST_OPEN + 2):
        write_one_poster(tmp_path / str(number))
    desk = open_desk(tmp_path)
    rows, queue = shown(desk)
    assert isinstance(rows, list) and isinstance(queue, list)
    assert (len(rows), len(queue)) == (MOST_OPEN + 2, (MOST_OPEN + 2) * 27)
    shelves = {id(each.shelf): each.shelf for each in desk.schools.values()}
    assert [len(shelf) for shelf in shelves.values()] == [MOST_OPEN]
