"""The letter to the school: what to supply, what to explain, what was asked; nothing that is settled."""

import io

import docx

from tests.outputs.example_results import decided_result, flag, form, full_result, indicator, record, result_of
from verifier.outputs.forms.letter import missing_bytes


def lines(result):
    document = docx.Document(io.BytesIO(missing_bytes(record(result), form())))
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def test_it_is_a_letter_with_head_opening_closing_and_signature():
    text = lines(full_result())
    assert text[0] == "关于补充提交大学生就业创业服务指导站绩效评价材料的函"
    assert text[1] == "威海海洋职业学院："
    assert "2024年度绩效评价材料收悉" in text[2]
    assert text[-2:] == ["威海市人力资源和社会保障局", "年    月    日"]


def test_gaps_and_questions_are_listed_with_cell_and_place_and_notes_are_not():
    gap = flag("no-evidence", "gap", "没有提交任何材料，请补充。")
    review = flag("seal-missing", "review", "没有看到红色印章，请核对原件。", file="场地.pdf", page=2)
    note = flag("duplicate-file", "note", "重复的文件。")
    cells = [indicator("1.1", 0, 0, 0, flags=[gap, note]), indicator("1.2", 0, 0, 10, flags=[review])]
    text = lines(result_of(cells) | {"flags": [flag("submission-incomplete", "gap", "缺少年度总结，请补充。")]})
    at = text.index("一、需补充或更换的材料")
    assert text[at + 1 : at + 5] == [
        "1. 指标1.1（20平方以上室内固定办公场所）：没有提交任何材料，请补充。",
        "2. 整份材料：缺少年度总结，请补充。",
        "二、需核实说明的事项",
        "1. 指标1.2（容纳50人以上的室内培训场地）：没有看到红色印章，请核对原件（场地.pdf 第2页）。",
    ]
    assert not any("重复的文件" in line for line in text)


def test_what_the_bureau_settles_is_not_asked_of_the_school():
    own = flag("external-data-required", "review", "请与平台数据核对。")
    assert not any("平台数据" in line for line in lines(result_of([indicator("4.2", 0, 0, 10, flags=[own])])))


def test_what_could_not_be_opened_when_it_was_checked_is_not_asked_of_the_school():
    lost = flag("unreadable-file", "gap", "「计划.docx」文件打不开，这次没有读到。", file="计划.docx")
    result = result_of([indicator("1.7", 0, 0, 15, flags=[lost])])
    file = {"path": "计划.docx", "sha256": "", "kind": "word", "status": "unreadable", "reason": "文件打不开"}
    file |= {"pages": 0, "indicators": [], "document_type": None}
    for reach, told in ((True, False), (False, True)):
        text = lines(result | {"flags": [], "files": [file | {"out_of_reach": reach}]})
        assert any("计划.docx" in line for line in text) is told


def test_a_decision_settles_questions_but_not_missing_points():
    review, gap = flag("seal-missing", "review", "没有印章。"), flag("no-evidence", "gap", "没有提交材料。")
    decided = {"points": 5, "kind": "points", "reason": "", "reviewer": "甲", "at": "2024-12-05"}
    cell = indicator("1.1", 0, 0, 10, flags=[review, gap], decided=decided)
    text = lines(result_of([cell]) | {"flags": []})
    assert any("没有提交材料" in line for line in text) and not any("没有印章" in line for line in text)
    cell["decided"] = decided | {"points": 10}
    assert "暂无需要补充的材料" in lines(result_of([cell]) | {"flags": []})[2]


def test_a_reviewers_question_has_its_own_part():
    text = lines(decided_result())
    at = next(at for at, line in enumerate(text) if line.endswith("、评审人员提出的问题"))
    assert text[at + 1] == "1. 指标3.1（微信推送）：第5张截图是哪个公众号的？"


def test_the_same_result_gives_the_same_bytes():
    assert missing_bytes(record(decided_result()), form()) == missing_bytes(record(decided_result()), form())


def test_a_question_that_a_reviewer_typed_without_a_full_stop_gets_one():
    asked = [{"text": "请补充财务管理制度", "reviewer": "甲", "at": "2024-12-05"}]
    text = lines(result_of([indicator("1.6", 15, 15, 15, asked=asked)]) | {"flags": []})
    assert any(line.endswith("：请补充财务管理制度。") for line in text)
