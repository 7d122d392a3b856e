"""The form 附件2 against the policy's own wording, cell by cell."""

import copy
import io
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from tests.outputs.example_results import decided_result, empty_result, flag, form, full_result, piece, record
from tests.outputs.policy_forms import head_lines, policy_rows, scoring_grid
from verifier.outputs.forms.annex2 import annex2_bytes, write_annex2
from verifier.outputs.forms.remarks import remark

HEADER, *POLICY = scoring_grid()


def opened(result):
    return docx.Document(io.BytesIO(annex2_bytes(form(), result["year"], record(result))))


@pytest.fixture(scope="module")
def document():
    return opened(full_result())


@pytest.fixture(scope="module")
def grid(document):
    return [row.cells for row in document.tables[0].rows]


def test_title_and_school_stand_over_the_table(document):
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    label, title, school = head_lines(2)
    assert texts == [label, title.replace("___", "2024"), f"{school}威海海洋职业学院"]


def test_the_wording_is_the_policys_cell_by_cell(grid):
    assert [cell.text for cell in grid[0]] == HEADER
    assert len(grid) == len(POLICY) + 2 == 29
    carried = [""] * 6
    for row, policy in zip(grid[1:-1], POLICY, strict=True):
        # an empty cell is merged with the filled one over it, so it reads the same
        carried = [text or carried[column] for column, text in enumerate(policy[:6])]
        assert [cell.text for cell in row[:6]] == carried


def test_empty_cells_are_merged_upward_and_filled_ones_are_not(grid):
    for at, policy in enumerate(POLICY[1:], 2):
        for column in (0, 1, 2, 5):
            merged = grid[at][column]._tc is grid[at - 1][column]._tc
            assert merged == (policy[column] == ""), (at, column)
        assert grid[at][6]._tc is not grid[at - 1][6]._tc
        assert (grid[at][7]._tc is grid[at - 1][7]._tc) == (policy[0] == "")


def test_only_header_and_innovation_span_the_two_columns_of_content(grid):
    assert [at for at, row in enumerate(grid[:-1]) if row[2]._tc is row[3]._tc] == [0, 27]


def test_the_total_row_is_one_cell_before_the_scores(grid):
    last = grid[-1]
    assert len({id(cell._tc) for cell in last[:6]}) == 1
    assert [last[0].text, last[6].text, last[7].text] == [*policy_rows(2)[-1], "", "75.45"]


def test_scores_finals_and_ranges(grid):
    scores = {policy[3]: row[6].text for row, policy in zip(grid[1:-1], POLICY, strict=True)}
    assert scores["20平方以上室内固定办公场所"] == "10"
    assert scores["毕业生留威率"] == "10\n（10–19.76）"
    assert scores["围绕指导站及毕业生留威开展的创新性工作"] == "100\n（0–100）"
    assert [grid[at][7].text for at in (1, 9, 15, 19, 27)] == ["15", "19.6", "18", "17.85", "5"]


def test_odd_points_are_shown_with_two_decimals_half_up():
    result = full_result()
    result["indicators"][0] |= {"low": 8.005, "proposed": 8.005, "high": 8.005}
    row = opened(result).tables[0].rows[1].cells
    assert (row[6].text, row[7].text) == ("8.01", "14.6")


def test_a_final_is_the_unrounded_sum_times_the_weight():
    result = full_result()
    group = next(each for each in result["groups"] if each["id"] == "4")
    retention = next(cell for cell in result["indicators"] if cell["id"] == "4.3")
    retention |= {"low": 10.0143, "proposed": 10.0143, "high": 10.0143}
    group["proposed"] = 51.01
    # 51.0143 × 0.35 = 17.855005, of the rounded 51.01 it would be 17.85
    assert opened(result).tables[0].rows[19].cells[7].text == "17.86"


def test_a_blank_form_has_the_printed_wording_and_no_comment():
    blank = docx.Document(io.BytesIO(annex2_bytes(form(), None)))
    assert [paragraph.text for paragraph in blank.paragraphs if paragraph.text] == head_lines(2)
    assert list(blank.comments) == []
    rows = [row.cells for row in blank.tables[0].rows]
    assert {cell.text for row in rows[1:] for cell in row[6:]} == {""}


def test_a_decision_stands_in_the_form_and_the_tools_points_in_the_comment():
    document = opened(decided_result())
    rows = [row.cells for row in document.tables[0].rows]
    assert rows[21][6].text == "20", "4.3: without the range, since somebody decided"
    assert [rows[at][7].text for at in (19, 28)] == ["21.35", "78.95"]
    told = list(document.comments)[20].text
    assert "审定 20 分（人工给分）：评审甲，2024-12-05" in told and "审定理由：协议已逐份核对" in told
    assert "工具拟得 10 分，满分 30 分，区间 10–19.76 分" in told
    assert "审定 10 分（认可工具的拟得分）" in next(iter(document.comments)).text


def test_every_score_has_a_comment_with_clause_evidence_and_flags(document):
    comments = list(document.comments)
    assert len(comments) == 27
    assert {comment.author for comment in comments} == {"核验工具"}
    posts = comments[14].text
    assert "依据：附件2 三、政策宣传／微信推送" in posts
    assert "佐证（13处）" in posts and "……等13处" in posts
    assert "3 政策宣传/微信/01.png 第1页：“2024年5月1日 17:30”" in posts
    assert "【待核】有4张截图" in posts and "【提示】" in posts
    assert "【缺口】有工作制度" in comments[5].text


def test_a_comment_anchors_at_its_score(document, grid):
    assert grid[15][6]._tc.findall(".//" + qn("w:commentRangeStart"))


def test_a_comment_stays_short_and_says_what_was_not_counted():
    result = full_result()
    cell = result["indicators"][0]
    cell["evidence"] = [piece("a.png", "date", None, "字" * 500, counted=False)] * 90
    cell["flags"] = [flag("low-confidence", "review", "看不清。", file="a.png", page=1)] * 40
    lines = remark(record(result).indicators[0]).split("\n")
    assert len(lines) < 25 and "（未计入）" in lines[3] and len(lines[3]) < 90
    assert lines[-1] == "……等40条，其余见核验报告"


def test_an_empty_bundle_gives_the_form_with_noughts():
    opened_form = opened(empty_result())
    assert opened_form.paragraphs[1].text == "威海市大学生就业服务指导站绩效评价表（ ___年度）"
    rows = [row.cells for row in opened_form.tables[0].rows]
    assert rows[1][6].text == "0" and rows[-1][7].text == "0"


def test_header_repeats_and_rows_are_not_split(document):
    rows = document.tables[0].rows
    assert rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_the_columns_fill_the_page_between_its_margins(document):
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert abs(sum(column.width for column in document.tables[0].columns) - room) < 20000


def test_control_characters_do_not_reach_the_document():
    result = full_result()
    result["school"]["name"] = "某\x00校\x1f\ud800"
    result["indicators"][0]["evidence"][0]["file"] = "a\x01\u202egnp.exe\ufffe"
    result["indicators"][0]["evidence"][0]["text"] = "x\x0by\n第二行"
    document = opened(result)
    assert document.paragraphs[2].text == "学校名称：某校"
    assert "· agnp.exe 第1页：“xy 第二行”" in next(iter(document.comments)).text


def test_the_same_result_gives_the_same_bytes(tmp_path: Path):
    result = full_result()
    write_annex2(record(result), form(), tmp_path / "a.docx")
    write_annex2(record(copy.deepcopy(result)), form(), tmp_path / "b.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
