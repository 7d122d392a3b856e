"""Outputs appear whole or not at all."""

import csv
import errno
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from xlsxwriter.exceptions import FileCreateError

import verifier
from tests.outputs.example_results import RULES, empty_result, flag, form, full_result, piece, record
from verifier import outputs
from verifier.errors import WriteError
from verifier.files.output_folder import EXPORT, PUBLICATION_BOOK, SUMMARY_BOOK, is_output
from verifier.model import FLAGS, Person, Place, RateRow
from verifier.outputs import (
    EXPORTED,
    FORMS,
    OUTPUTS,
    Extras,
    Lists,
    Row,
    people,
    write_export,
    write_outputs,
    write_publication,
    write_summary,
)
from verifier.outputs.wording import measure_name, measure_value, number, one_line, yuan


def test_each_output_is_written_and_nothing_else(tmp_path):
    paths = write_outputs(record(empty_result()), form(), tmp_path / "new", Extras())
    assert sorted(os.listdir(tmp_path / "new")) == sorted(name for name, _ in (*OUTPUTS, *FORMS))
    assert all(path.stat().st_size > 1000 for path in paths)


def test_an_export_holds_the_forms_and_the_letter(tmp_path):
    write_export(record(full_result()), form(), tmp_path)
    assert sorted(os.listdir(tmp_path)) == sorted(EXPORTED)


def test_an_export_that_fails_leaves_the_one_of_before(tmp_path, monkeypatch):
    write_export(record(empty_result()), form(), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(outputs, "write_missing", full)
    with pytest.raises(WriteError, match="磁盘已满"):
        write_export(record(full_result()), form(), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "http://127.0.0.1:9/"])
def test_no_text_of_a_result_becomes_a_formula_in_the_table_of_results(tmp_path, text):
    result = full_result()
    result["school"]["name"] = result["grade"]["proposed"] = text
    write_publication([("x", record(result))], [text], form().publication, tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / PUBLICATION_BOOK).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == ["E5"]
    assert not any(str(cell.value).startswith(("+", "@")) for cell in cells)
    assert sheet["B4"].value.strip("'*") == sheet["D4"].value.strip("'") == text


def test_what_a_desk_and_a_batch_write_puts_nothing_aside(tmp_path, monkeypatch):
    """What lay in the temporary folder would stay there where they are killed."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    result = record(full_result())
    write_export(result, form(), tmp_path / EXPORT)
    write_publication([("x", result)], [], form().publication, tmp_path)
    write_summary([Row("x", "x", result)], tmp_path)
    assert {path.name for path in tmp_path.iterdir()} >= {SUMMARY_BOOK, PUBLICATION_BOOK, EXPORT}


def test_a_list_that_finds_no_room_in_the_temporary_folder_is_told_so(tmp_path, monkeypatch):
    def full(_):
        raise FileCreateError(OSError(errno.ENOSPC, "full"))

    monkeypatch.setattr(people.Workbook, "close", full)
    with pytest.raises(OSError, match="full") as told:
        people.people_bytes(record(empty_result()), Lists())
    assert told.value.errno == errno.ENOSPC


def test_a_school_that_sends_its_output_folder_sends_no_output_as_a_paper():
    assert [name for name, _ in (*OUTPUTS, *FORMS) if not is_output(name)] == []
    assert [name for name in EXPORTED if not is_output(name) or not is_output(f"{EXPORT}/{name}")] == []


def test_the_same_result_gives_the_same_bytes_in_every_output(tmp_path):
    for folder in (tmp_path / "a", tmp_path / "b"):
        write_outputs(record(full_result()), form(), folder, Extras(lists=Lists({("4.3", "retention"): ROWS})))
        write_export(record(full_result()), form(), folder)
    names = {*(name for name, _ in OUTPUTS), *EXPORTED}
    changed = [name for name in names if (tmp_path / "a" / name).read_bytes() != (tmp_path / "b" / name).read_bytes()]
    assert changed == []


FORMULAS = (
    '=CONCATENATE("甲","乙")',
    "+1+甲",
    "-1-甲",
    "@SUM(甲)",
    "\t=1+甲",
    " =1+甲",
    "\t甲",
    "＝1+甲",
    "－甲",
    "＠甲",
)
ROWS = tuple(
    RateRow(Place(f"{text}.xlsx", cell=f"{text}!B7"), Person(text, text, "invalid", text, "", text), "out", text)
    for text in FORMULAS
)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_a_bundle_begins_as_a_formula_in_any_output(tmp_path, text):
    result = full_result()
    result["school"]["name"] = text
    result["indicators"][0]["evidence"] = [piece(text, text, text, text)]
    result["indicators"][0]["flags"] = [flag("misfiled", "review", text, file=text)]
    lists = Lists({(cell["id"], each["id"]): ROWS for cell in result["indicators"] for each in cell.get("rates", ())})
    paths = write_outputs(record(result), form(), tmp_path, Extras(lists=lists))
    shown = [(path.name, value) for path in paths for value in _cells(path) if "甲" in value]
    assert {name for name, _ in shown} == {path.name for path in paths if path.suffix in (".xlsx", ".csv")}
    assert [each for each in shown if each[1].lstrip(" ").startswith(tuple("=+-@\t＝＋－＠"))] == []


def _cells(path: Path) -> Iterator[str]:
    """Whatever stands in the cells of a table, formulas as they are written."""
    if path.suffix == ".xlsx":
        rows = (row for sheet in openpyxl.load_workbook(path).worksheets for row in sheet.values)
        yield from (str(value) for row in rows for value in row)
    elif path.suffix == ".csv":
        yield from (value for row in csv.reader(path.read_text("utf-8-sig").splitlines()) for value in row)


@pytest.mark.parametrize(
    ("value", "text"),
    [(25, "25"), (19.755, "19.76"), (19.754999, "19.75"), (0.005, "0.01"), (30.0, "30"), (100, "100"), (None, "")],
)
def test_numbers_have_two_decimals_at_most_half_up(value, text):
    assert number(value) == text


def test_facts_and_sums_are_spelled_out():
    names = RULES.measures
    assert (measure_name("retention", names), measure_value("retention", 0.2, names)) == ("本年度留威率", "20%")
    assert (measure_name("fairs", names), measure_value("fairs", 7, names)) == ("校园招聘会（场）", "7")
    by_level = {"undergraduate": 1150, "college": 640}
    assert measure_value("trained_by_level", by_level, names) == "本科 1150，专科 640"
    assert (yuan(50000), yuan(0)) == ("5万元", "0元")


def test_one_line_cuts_long_text():
    assert one_line("一二\n三四五", 4) == "一二 …"


def test_every_flag_that_is_raised_has_a_chinese_name() -> None:
    raised = re.compile(r"""(?:[fF]lag|Doubt)\(\s*"([a-z]+(?:-[a-z]+)+)\"""")
    sources = Path(verifier.__file__).parent.rglob("*.py")
    codes = {code for path in sources for code in raised.findall(path.read_text(encoding="utf-8"))}
    assert len(codes) > 30 and codes <= set(FLAGS)
    names = [kind.name for kind in FLAGS.values()]
    assert len(set(names)) == len(FLAGS) and not any(name.isascii() for name in names)
