"""附件1 and 附件3 against the policy's wording, and what is filled in."""

import io
import re

import docx
import pytest

from tests.outputs.example_results import decided_result, form, full_result, record
from tests.outputs.policy_forms import head_lines, policy_rows
from verifier.outputs import write_export
from verifier.outputs.forms.application import application_bytes, write_annex3

LAYOUTS = {1: form().annex1, 3: form().annex3}


def opened(content):
    return docx.Document(io.BytesIO(content))


def cells_of(document):
    """The text of each cell once, row by row, without spaces."""
    rows = []
    for row in document.tables[0].rows:
        once = {id(cell._tc): cell.text for cell in row.cells}
        rows.append([squeeze(text) for text in once.values()])
    return rows


def squeeze(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("number", [1, 3])
def test_the_wording_and_its_order_are_the_policys(number):
    document = opened(application_bytes(LAYOUTS[number]))
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == head_lines(number)
    printed = [text for row in cells_of(document) for text in row if text]
    assert printed == [squeeze(text) for row in policy_rows(number) for text in row if squeeze(text)]


def test_every_row_fills_the_width():
    for number in (1, 3):
        layout = LAYOUTS[number]
        for row in layout.rows:
            assert sum(cell.columns for cell in row.cells) == len(layout.widths)


def filled(result, tmp_path):
    write_annex3(record(result), form(), tmp_path / "annex3.docx")
    return docx.Document(tmp_path / "annex3.docx")


def test_annex3_has_what_the_tool_knows_and_nothing_else(tmp_path):
    rows = cells_of(filled(full_result(), tmp_path))
    assert rows[:3] == [
        ["院校名称", "威海海洋职业学院", "开户行及银行账号", ""],
        ["绩效评估等级", "合格", "绩效奖补金额", "万元"],
        ["联系人", "", "联系方式", ""],
    ]
    assert rows[3:] == cells_of(opened(application_bytes(form().annex3)))[3:]


def test_what_may_still_change_is_told_in_a_comment(tmp_path):
    grade, award = [comment.text for comment in filled(full_result(), tmp_path).comments]
    assert "拟得总分 75.45 分（63.05–89.21）" in grade and "可能为：不合格、合格、优秀" in grade
    assert "可能为：0元、4万元" in award


def test_after_decisions_the_decided_grade_and_award_stand(tmp_path):
    result = decided_result()
    result["decided"] |= {"total": 96.5, "grade": "优秀", "award_yuan": 70000}
    document = filled(result, tmp_path)
    assert cells_of(document)[1] == ["绩效评估等级", "优秀", "绩效奖补金额", "7万元"]
    assert "审定总分 96.5 分" in next(iter(document.comments)).text


def test_an_unknown_school_stays_empty(tmp_path):
    result = full_result()
    result["school"]["name"] = None
    assert cells_of(filled(result, tmp_path))[0][1] == ""


def test_a_school_that_gets_no_award_is_told_that_it_needs_no_form(tmp_path):
    result = full_result()
    assert not any("不需要提交本表" in paragraph.text for paragraph in filled(result, tmp_path).paragraphs)
    result["award_yuan"] = {"proposed": 0, "possible": [0]}
    assert (
        filled(result, tmp_path).paragraphs[0].text == "总分75.45分，未达到五（四）规定的绩效奖补标准，不需要提交本表。"
    )


@pytest.mark.parametrize("award", [0, 40000])
def test_the_form_is_exported_only_where_an_award_follows_from_the_decisions(tmp_path, award):
    result = decided_result()
    result["decided"] |= {"award_yuan": award}
    (tmp_path / "annex3.docx").write_bytes(b"of an earlier export")
    write_export(record(result), form(), tmp_path)
    assert (tmp_path / "annex3.docx").exists() is (award > 0)
