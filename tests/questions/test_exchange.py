"""Questions out to a school and answers back: what is written, what is taken, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from tests.counting.photo_papers import SCHOOL, photo
from tests.decisions.judged import judged
from verifier.cli import main
from verifier.decisions import read_log
from verifier.errors import BundleError, UsageError
from verifier.model import question_number
from verifier.questions.keeping import Standing, close, standing
from verifier.questions.receiving import Taken, numbers_asked, take
from verifier.questions.sending import NOTE, RECORD, SHEET, chosen, send, source_of
from verifier.questions.sheet import number_in
from verifier.questions.told import told, told_left
from verifier.record import write_evidence, write_result
from verifier.verifying import verified

PHONE, ID = "13800001234", "379901200203044219"
"""fictional: no region 3799 exists"""
LACK, OTHER = question_number("1.7", "no-evidence"), question_number("2.6", "no-evidence")


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checked")
    result, evidence = judged(photo("a.jpg", f"{SCHOOL}春季双选会", taken="2023-03-15"))
    write_result(result, folder)
    write_evidence(evidence, folder)
    return folder


@pytest.fixture
def folder(checked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(checked, tmp_path / "结果"))


def ask(folder: Path, target: Path, *numbers: str) -> Standing:
    before = standing(folder)
    send(before, target, "王审核", chosen(before, numbers))
    return standing(folder)


def fill(target: Path, answers: Mapping[str, str]) -> None:
    """As a clerk does: the column 答复 is filled, the file saved by another program."""
    book = openpyxl.load_workbook(target / SHEET)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        if (answer := answers.get(str(row[heads.index("编号")].value))) is not None:
            row[heads.index("答复")].value = answer
    book.save(target / SHEET)


def put(folder: Path, name: str, content: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(content, "utf-8")


def got(folder: Path, reply: Path, into: Path | None = None) -> Taken:
    return take(standing(folder), reply, "李收件", into, jobs=0)


def test_what_is_asked_is_a_sheet_to_fill_a_note_and_a_folder_a_question(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "去"
    after = ask(folder, target)
    asked = [each for each in after.questions if each.state == "asked"]
    assert {LACK, OTHER} <= {each.number for each in asked} and all(
        each.life[-1].reviewer == "王审核" for each in asked
    )
    assert {each.name for each in target.iterdir()} == {SHEET, NOTE, RECORD, *(each.number for each in asked)}
    note = (target / NOTE).read_bytes()
    assert note.startswith(b"\xef\xbb\xbf") and b"\r\n" in note and asked[0].number.encode() in note
    record = json.loads((target / RECORD).read_text("utf-8"))
    assert record["schema"] == "verifier/questions@1" and record["school"] == SCHOOL
    rows = list(openpyxl.load_workbook(target / SHEET).worksheets[0].values)
    assert rows[0] == ("编号", "问题", "上次的答复", "答复", "出处")
    assert [row[0] for row in rows[1:]] == [each["number"] for each in record["questions"]]
    assert {row[3] for row in rows[1:]} == {None} and {row[4] for row in rows[1:]} == {source_of(after.result)}
    assert not any(each.is_changed for each in verified(folder))


def test_a_zip_holds_the_same_and_the_same_bytes_again_and_is_no_further_round(folder: Path, tmp_path: Path) -> None:
    ask(folder, tmp_path / "a.zip", LACK)
    after = ask(folder, tmp_path / "b.zip", LACK)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert {each.rounds for each in after.questions} == {0, 1}
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
    assert any(name.endswith(f"/{LACK}/") for name in names) and any(name.endswith(f"/{SHEET}") for name in names)


def test_sentences_and_papers_come_back_and_personal_numbers_stay_out_of_the_log(folder: Path, tmp_path: Path) -> None:
    target, bundle = tmp_path / "去", tmp_path / "材料"
    ask(folder, target, LACK, OTHER)
    bundle.mkdir()
    fill(target, {LACK: f"计划见附件，联系人{PHONE}"})
    put(target / f"{OTHER.lower()} 补交", f"确认{ID}.txt", "在校生信息确认")
    put(target / f"{OTHER.lower()} 补交" / "二", "确认.txt", "在校生信息确认二")
    put(target, "散.txt", "散页")
    taken = got(folder, target, bundle)
    assert (taken.questions, taken.sentences, taken.papers, taken.loose, taken.copied) == (2, 1, 2, 1, 3)
    after = standing(folder)
    first, second = after.of(LACK), after.of(OTHER)
    assert first and second and first.state == second.state == "answered"
    assert (first.answer, first.life[-1].reviewer) == ("计划见附件，联系人138****1234", "李收件")
    assert {*second.papers} == {f"确认{ID[:4]}**********{ID[-4:]}.txt", "确认.txt"}
    found = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    assert found == {f"补交/{OTHER}/确认{ID}.txt", f"补交/{OTHER}/二/确认.txt", "补交/其他/散.txt"}
    said = told(after.questions) + (folder / "decisions.jsonl").read_text("utf-8")
    assert PHONE not in said and ID not in said
    again = got(folder, target, bundle)
    assert (again.questions, again.known, again.copied) == (0, 2, 0)
    assert not any(each.is_changed for each in verified(folder))


def test_an_answer_of_a_second_round_is_shown_with_the_one_before(folder: Path, tmp_path: Path) -> None:
    ask(folder, tmp_path / "一", LACK)
    fill(tmp_path / "一", {LACK: "=稍后补交"})
    got(folder, tmp_path / "一" / SHEET)
    assert chosen(standing(folder)) == tuple(each for each in chosen(standing(folder)) if each.number != LACK)
    after = ask(folder, tmp_path / "二", LACK).of(LACK)
    assert after and (after.rounds, after.state) == (2, "asked")
    rows = list(openpyxl.load_workbook(tmp_path / "二" / SHEET).worksheets[0].values)
    assert len(rows) == 2 and rows[1][2] is not None and not str(rows[1][2]).startswith("=")


def test_the_sheet_is_read_in_whatever_form_it_was_saved(folder: Path, tmp_path: Path) -> None:
    stored = io.StringIO()
    rows = csv.writer(stored)
    rows.writerow(["威海市"])
    rows.writerow(["编 号", "答复"])
    rows.writerow([LACK.replace("-", "－").lower(), "见附件"])
    (tmp_path / "答复.csv").write_bytes(stored.getvalue().encode("gb18030"))
    assert got(folder, tmp_path / "答复.csv").questions == 1
    assert number_in("１.７－7k2qa 照片") == "1.7-7K2QA" and number_in("31.7-7K2QAB") is None


def test_what_is_done_is_not_asked_and_what_nobody_waits_for_is_not_answered(folder: Path, tmp_path: Path) -> None:
    assert close(standing(folder), [LACK], "given-up", f"不计分 {PHONE}", "王审核") == 1
    given_up = standing(folder).of(LACK)
    assert given_up and (given_up.state, given_up.why) == ("given-up", "不计分 138****1234")
    assert LACK not in {each.number for each in chosen(standing(folder))}
    assert ask(folder, tmp_path / "去", LACK).of(LACK) != given_up
    with pytest.raises(UsageError, match=r"没有编号为 9\.9-AAAAA 的问题"):
        close(standing(folder), ["9.9-AAAAA"], "settled", "x", "王审核")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda home: None, "里没有答复"),
        (lambda home: fill(home, {LACK: ""}), "里没有答复"),
        (lambda home: put(home, "散.txt", "散页"), ""),
        (lambda home: [(home / name).unlink() for name in (SHEET, NOTE, RECORD)], "里没有答复"),
        (lambda home: (home / SHEET).write_bytes(b"PK\x03\x04 cut short"), "里没有答复"),
    ],
    ids=["untouched", "emptied", "loose papers", "taken away", "damaged"],
)
def test_what_is_no_reply_is_refused_in_a_sentence(folder: Path, tmp_path: Path, make, told: str) -> None:
    ask(folder, tmp_path / "去", LACK)
    before = read_log(folder)
    make(tmp_path / "去")
    if told:
        with pytest.raises(UsageError, match=told):
            got(folder, tmp_path / "去")
        assert read_log(folder) == before
    else:
        assert got(folder, tmp_path / "去").loose == 1


def test_a_reply_of_another_school_or_year_is_refused(folder: Path, tmp_path: Path) -> None:
    ask(folder, tmp_path / "去", LACK)
    book = openpyxl.load_workbook(tmp_path / "去" / SHEET)
    book.worksheets[0]["E2"] = "威海职业学院 2024年度"
    book.worksheets[0]["D2"] = "见附件"
    book.save(tmp_path / "去" / SHEET)
    with pytest.raises(UsageError, match="答复的是“威海职业学院 2024年度”的问题"):
        got(folder, tmp_path / "去")


def test_a_school_sees_by_its_own_check_what_is_left_of_what_it_was_asked(folder: Path, tmp_path: Path) -> None:
    ask(folder, tmp_path / "去.zip", LACK, OTHER)
    asked = numbers_asked(tmp_path / "去.zip", jobs=0)
    own = [each for each in standing(folder).questions if each.number != OTHER]
    said = told_left(own, asked)
    assert "主管部门问的 2 个问题：自查不再出现 1 个，还在的 1 个。" in said and LACK in said and OTHER not in said
    with pytest.raises(UsageError, match="没有主管部门的问题表"):
        numbers_asked(folder, jobs=0)


def test_a_zip_with_a_way_out_puts_nothing_anywhere(folder: Path, tmp_path: Path) -> None:
    bundle, reply = tmp_path / "材料", tmp_path / "回.zip"
    bundle.mkdir()
    with zipfile.ZipFile(reply, "w") as archive:
        archive.writestr(f"../../{LACK}/逃.txt", "x")
        archive.writestr(f"{LACK}/计划?.txt", "工作计划")
        archive.writestr(f"{LACK}/CON .", "y")
        archive.writestr("1.7-AAAAA/1.7-AAAA/a.txt", "z")
    taken = got(folder, reply, bundle)
    assert taken.lost == (f"../../{LACK}/逃.txt",) and taken.unknown == ("1.7-AAAAA",)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert not any("逃" in name for name in found)
    assert {f"材料/补交/{LACK}/计划.txt", f"材料/补交/{LACK}/_CON", "材料/补交/1.7-AAAAA/1.7-AAAA/a.txt"} <= found
    reply.write_bytes(b"PK\x03\x04 cut short")
    with pytest.raises(BundleError):
        got(folder, reply)


def test_places_that_are_none_for_it_are_refused(folder: Path, tmp_path: Path) -> None:
    for place, why in ((folder / "去", "结果文件夹"), (tmp_path, "不是空的")):
        with pytest.raises(UsageError, match=why):
            ask(folder, place)
    for home in (folder, tmp_path, tmp_path / "无"):
        with pytest.raises(UsageError):
            got(folder, tmp_path, home)
    with pytest.raises(UsageError, match="没有要问学校的"):
        send(standing(folder), tmp_path / "去", "王审核", ())
    assert read_log(folder).decisions == ()


def test_the_commands_say_what_they_did_and_what_is_next(folder: Path, tmp_path: Path) -> None:
    def run(*words: object) -> str:
        done = CliRunner().invoke(main, ["questions", *map(str, words)])
        return done.output if done.exit_code == 0 else f"{done.exit_code} {done.output}"

    only = ("--number", LACK, "--number", OTHER)
    assert run(folder).startswith("问题共 ") and LACK in run("list", folder)
    assert "缺少 --by（经办人" in run("export", folder, tmp_path / "去")
    assert run("export", folder, tmp_path / "去", "--by", "王", "--until", "2025-01-10", *only).startswith("写出问题 ")
    assert "2025年1月10日前" in (tmp_path / "去" / NOTE).read_text("utf-8-sig")
    assert "没有提出编号为 x" in run("export", folder, tmp_path / "二", "--by", "王", "--number", "x")
    put(tmp_path / "去" / LACK, "计划.txt", "工作计划")
    said = run("import", folder, tmp_path / "去", "--by", "李收件")
    assert "收到答复 1 个：有文字的 0 个，附材料 1 份。" in said and "请写明材料文件夹再收一次" in said
    assert run("close", folder, LACK, "--by", "王审核", "--reason", "电话核实") == "已记 1 个问题。\n"
    assert f"{LACK}  已解决（电话核实，王审核" in run(folder)
