"""Facts, points and total follow a corrected line, and all says so; what does not fit is told and never applied."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.misread import CALL, DATE, DAY, FAIR, PHONE, PHOTO, READ, TITLE, Misread, draw, misread
from verifier import batch
from verifier.files.origin import order_of
from verifier.model import CellRecord, FlagRecord, ResultRecord, Terms
from verifier.pipeline import Silent
from verifier.record import read_lines, read_result


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program keeps its own, which is a fresh one."""
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "own"))
    return tmp_path / "own"


@pytest.fixture
def made(tmp_path: Path, own: Path) -> Misread:
    return misread(tmp_path)


def cell(result: ResultRecord, name: str = "4.4") -> CellRecord:
    return next(each for each in result.indicators if each.id == name)


def flags(result: ResultRecord, code: str, name: str = "4.4") -> list[FlagRecord]:
    return [each for each in cell(result, name).flags if each.code == code]


def states(result: ResultRecord) -> list[str]:
    return [each.state for each in result.corrections]


def test_a_corrected_date_gives_the_points_that_it_is_worth_and_the_trace_says_who(made: Misread) -> None:
    before = made.check()
    assert (cell(before).proposed, before.corrections) == (0, ())
    line = made.line(DAY)
    after = made.check()
    assert (cell(after).low, cell(after).proposed, cell(after).high) == (5, 5, 5)
    assert after.total.proposed > before.total.proposed
    (each,) = after.corrections
    assert (each.decision, each.state, each.reading, each.text) == (line, "applied", READ[DATE - 1], DAY)
    assert (each.file, each.page, each.reviewer, each.reason) == (PHOTO, 1, "王审核", "按图片更正")
    corrected = {row.fact: (row.corrected, row.confidence) for row in cell(after).evidence}
    assert corrected["date"] == (True, 1)
    (flag,) = flags(after, "text-corrected")
    assert flag.severity == "note"
    assert f"“{READ[DATE - 1]}”更正为“{DAY}”（王审核 2025-01-06，按图片更正）" in flag.message
    assert flags(after, "text-corrected", "1.3") != []  # the same photo serves there too
    (page,) = read_lines(made.out)
    assert [(row.text, row.corrected, row.read_as) for row in page.lines][DATE - 1] == (DAY, line, READ[DATE - 1])


def test_report_and_form_say_that_a_person_corrected_it(made: Misread) -> None:
    made.check()
    made.line(DAY)
    made.check()
    with zipfile.ZipFile(made.out / "annex2.docx") as form:
        comments = form.read("word/comments.xml").decode("utf-8")
    for text in ((made.out / "report.html").read_text("utf-8"), comments):
        assert "识别文字经人工更正" in text and "人工更正过的文字" in text


def test_a_corrected_name_of_the_school_counts_for_the_school(tmp_path: Path, own: Path) -> None:
    misnamed = FAIR.replace("威海", "烟台")
    made = misread(tmp_path, lines=(misnamed, DAY, CALL))
    assert cell(made.check()).proposed == 0
    made.line(FAIR, TITLE, misnamed)
    assert cell(made.check()).proposed == 5


def test_without_corrections_nothing_is_added_and_undone_ones_leave_nothing(made: Misread) -> None:
    made.check()
    before = {path.name: path.read_bytes() for path in made.out.glob("*.*")}
    line = made.line(DAY)
    made.check()
    made.undo(line)
    made.check()
    after = {path.name: path.read_bytes() for path in made.out.glob("*.*")}
    assert after["evidence.json"] == before["evidence.json"]
    assert b"correct" not in after["result.json"] and b"correct" not in before["result.json"]


def test_the_same_corrections_give_the_same_bytes(made: Misread) -> None:
    made.check()
    made.line(DAY)
    made.check()
    first = (made.out / "evidence.json").read_bytes()
    made.check()
    assert (made.out / "evidence.json").read_bytes() == first


def test_it_is_of_the_picture_and_not_of_its_name(made: Misread) -> None:
    made.check()
    made.line(DAY)
    (made.bundle / PHOTO).rename(made.bundle / "4 招聘会/换了名称.jpg")
    after = made.check()
    assert (cell(after).proposed, states(after)) == (5, ["applied"])


def test_another_picture_of_that_name_is_not_corrected_and_that_is_told(made: Misread) -> None:
    made.check()
    made.line(DAY)
    draw(made.bundle / PHOTO)
    made.read_as(READ)
    after = made.check()
    assert (cell(after).proposed, states(after)) == (0, ["gone"])
    (flag,) = flags(after, "correction-unused")
    assert flag.severity == "review" and "已换成另一份" in flag.message and flag.file == PHOTO


def test_a_picture_that_is_gone_is_told_for_the_whole_bundle(made: Misread) -> None:
    made.check()
    made.line(DAY)
    (made.bundle / PHOTO).unlink()
    after = made.check()
    (flag,) = (each for each in after.flags if each.code == "correction-unused")
    assert f"“{PHOTO}”的更正没有采用" in flag.message and flag.file is None


@pytest.mark.parametrize(
    ("lines", "shift", "state", "points"),
    [
        ((FAIR, "2022年3月15日", CALL), 0, "changed", 0),
        (READ, 70, "changed", 0),
        (READ, 8, "applied", 5),
        ((FAIR, DAY, CALL), 0, "applied", 5),
    ],
    ids=["another text", "another place", "a box drawn a little otherwise", "read right by now"],
)
def test_an_engine_that_reads_otherwise(
    made: Misread, lines: tuple[str, ...], shift: int, state: str, points: int
) -> None:
    made.check()
    made.line(DAY)
    made.read_as(lines, shift)
    after = made.check()
    assert (states(after), cell(after).proposed) == ([state], points)
    assert [flag.severity for flag in flags(after, "correction-unused")] == ["review"] * (state == "changed")


def test_a_number_that_was_typed_is_whole_for_the_check_and_masked_in_all_that_is_written(made: Misread) -> None:
    made.check()
    made.line("18600001234", PHONE)
    after = made.check()
    assert states(after) == ["applied"]
    for path in filter(Path.is_file, made.out.rglob("*")):
        content = path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                content = b"".join(map(packed.read, packed.namelist()))
        assert b"18600001234" not in content and CALL.encode() not in content, path.name


def test_a_text_that_only_another_machine_knows_is_not_guessed(
    made: Misread, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.check()
    made.line("18600001234", PHONE)
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "another machine"))
    after = made.check()
    assert states(after) == ["unknown"]
    assert "只存在作出更正的电脑上" in flags(after, "correction-unused")[0].message


class Listening(Silent):
    """Keeps what a run tells."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def tell(self, text: str) -> None:
        self.told.append(text)


def test_a_batch_checks_the_corrected_school_again_and_no_other(tmp_path: Path, own: Path) -> None:
    settings = batch.Settings(year=2024, school="威海职业学院", cache=tmp_path / "cache", jobs=1)
    schools, out = tmp_path / "各校", tmp_path / "汇总"
    first, second = (Misread(schools / name, out / name, settings) for name in ("甲", "乙"))
    for each in (first, second):
        draw(each.bundle / PHOTO)
        each.read_as(READ)
    batch.batch(schools, out, settings, Silent())
    first.line(DAY)
    for expected in (["乙"], ["乙", "甲"]):
        listening = Listening()
        batch.batch(schools, out, settings, listening)
        assert [text[:1] for text in listening.told if "没有变化" in text] == expected
    assert [cell(read_result(each.out)).proposed for each in (first, second)] == [5, 0]


def test_how_results_came_to_be_is_remembered_but_for_passwords(made: Misread, tmp_path: Path) -> None:
    made.check()
    ordered = order_of(made.out)
    assert ordered is not None and (ordered.source, ordered.out, ordered.many) == (made.bundle, made.out, False)
    assert batch.Settings.again(ordered) == made.settings
    locked = replace(made.settings, terms=Terms(passwords=("秘密",)))
    batch.check(made.bundle, made.out, locked, Silent())
    assert order_of(made.out) is None
