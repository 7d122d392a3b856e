"""附件2 as a workbook: the policy's table, then every flag and every piece of evidence; no formula anywhere."""

import io
import zipfile

import openpyxl
import pytest

from tests.outputs.example_results import decided_result, empty_result, flag, form, full_result, piece, record
from tests.outputs.policy_forms import policy_rows, scoring_grid
from verifier.model import FLAGS
from verifier.outputs.forms.annex2_book import book_bytes


def opened(result):
    return openpyxl.load_workbook(io.BytesIO(book_bytes(record(result), form())))


@pytest.fixture(scope="module")
def book():
    return opened(full_result())


def test_the_table_is_the_policys_cell_by_cell(book):
    sheet = book.worksheets[0]
    printed = [[sheet.cell(row, column).value or "" for column in range(1, 7)] for row in range(3, 31)]
    header, *policy = scoring_grid()
    assert printed[0] == [*header[:3], "", *header[4:6]]
    for row, official in zip(printed[1:], policy, strict=True):
        # merged over both columns, the wording stands in the first
        wanted = [*official[:3], "", *official[4:6]] if official[2] == official[3] else official[:6]
        assert row == wanted
    assert [sheet.cell(31, column).value for column in (1, 7, 8)] == [*policy_rows(2)[-1], None, 75.45]


def test_the_merges_are_those_of_the_form(book):
    merged = {str(area) for area in book.worksheets[0].merged_cells.ranges}
    assert {"C3:D3", "C30:D30", "A31:F31", "A4:A11", "B4:B11", "C4:C7", "F5:F7", "H4:H11", "F18:F19"} <= merged
    assert not any(area.startswith("G") for area in merged)


def test_scores_and_finals_are_numbers(book):
    sheet = book.worksheets[0]
    assert [sheet.cell(at, 7).value for at in (4, 24, 30)] == [10, 10, 100]
    assert [sheet.cell(at, 8).value for at in (4, 12, 18, 22, 30)] == [15, 19.6, 18, 17.85, 5]
    assert "依据：附件2" in sheet["G4"].comment.text


def test_a_decision_stands_in_the_sheet():
    sheet = opened(decided_result()).worksheets[0]
    assert [sheet["G24"].value, sheet["H22"].value, sheet["H31"].value] == [20, 21.35, 78.95]


def test_there_is_a_row_a_flag_and_a_row_a_piece_of_evidence(book):
    result = full_result()
    flags = [each for cell in result["indicators"] for each in cell["flags"]] + result["flags"]
    pieces = [each for cell in result["indicators"] for each in cell["evidence"]]
    _, second, third = book.worksheets
    assert (second.max_row - 1, third.max_row - 1) == (len(flags), len(pieces))
    told = [(row[7].value, row[8].value) for row in second.iter_rows(min_row=2)]
    assert told == [(each["code"], FLAGS[each["code"]].name) for each in flags]
    assert [row[2].value for row in third.iter_rows(min_row=2)] == [each["file"] for each in pieces]


def test_an_empty_result_has_its_three_sheets():
    assert [sheet.title for sheet in opened(empty_result()).worksheets] == ["绩效评价表", "提示", "佐证"]


@pytest.mark.parametrize(
    "text", ["=1+1", '=CONCATENATE("甲","乙")', "http://127.0.0.1:9/", "+1", "-2", "@SUM(A1)", "<r>x</r>"]
)
def test_no_text_of_a_bundle_becomes_a_formula_or_a_link(text):
    result = full_result()
    result["school"]["name"] = text
    result["indicators"][0]["evidence"] = [piece(text, text, text, text)]
    result["indicators"][0]["flags"] = [flag("misfiled", "review", text, file=text)]
    book = opened(result)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell.value for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))] == []
    assert any(cell.value in (text, f"'{text}") for cell in cells), "the text itself is still there"
    held = zipfile.ZipFile(io.BytesIO(book_bytes(record(result), form())))
    assert not any(b"<f>" in held.read(name) for name in held.namelist())
    assert not any(b"hyperlink" in held.read(name) for name in held.namelist() if name.endswith(".rels"))


def test_control_characters_do_not_reach_the_workbook():
    result = full_result()
    result["indicators"][0]["evidence"] = [piece("a\x01b\ufffe.png", "date", None, "x\x0by\nz" + "字" * 40_000)]
    row = [cell.value for cell in next(opened(result).worksheets[2].iter_rows(min_row=2))]
    assert row[2] == "ab.png" and row[6].startswith("xy z字") and len(row[6]) == 32_000


def test_the_same_result_gives_the_same_bytes():
    assert book_bytes(record(full_result()), form()) == book_bytes(record(full_result()), form())
