"""The letter to the school: what to supply, what to explain, what was asked; nothing that is settled."""

import ast
import io
import re
from datetime import date
from pathlib import Path

import docx
import pytest

import verifier
from tests.outputs.example_results import decided_result, flag, form, full_result, indicator, record, result_of
from verifier.model import FLAGS, SEVERITY_ORDER
from verifier.outputs.forms.letter import missing_bytes
from verifier.outputs.forms.wanted import Chosen, found_in, wanted

TO_A_REVIEWER = re.compile(
    r"审核|评审人员|(?<!不能)(?<!生号)核对|核实|请确认|判断|预填|拟得|--|打开原件|重新核验|本机安装|请看图"
)
"""words that speak to who reviews the papers, or runs the program, and not to the school"""
ROOMS = ("assign.py", "cross.py", "bundle", "counting", "facts", "ocr", "pipeline", "readers", "score")
"""where findings are written"""


def lines(result, chosen=None):
    document = docx.Document(io.BytesIO(missing_bytes(record(result), form(), chosen)))
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
        "1. 指标1.1（20平方以上室内固定办公场所）：没有提交任何材料，请补交。",
        "2. 整份材料：缺少年度总结，请一并报送。",
        "二、需核实说明的事项",
        "1. 指标1.2（容纳50人以上的室内培训场地）："
        "没有看到红色印章（场地.pdf 第2页），请提交加盖公章的原件扫描件或彩色照片。",
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
    assert text[at + 1] == "1. 指标3.1（微信推送）：第5张截图是哪个公众号的？（编号3.1-MCZ8Q）"


def test_the_same_result_gives_the_same_bytes():
    assert missing_bytes(record(decided_result()), form()) == missing_bytes(record(decided_result()), form())


def test_a_question_that_a_reviewer_typed_without_a_full_stop_gets_one():
    asked = [{"text": "请补充财务管理制度", "reviewer": "甲", "at": "2024-12-05"}]
    text = lines(result_of([indicator("1.6", 15, 15, 15, asked=asked)]) | {"flags": []})
    assert any("：请补充财务管理制度。（编号1.6-" in line for line in text)


# --- one sentence for the school ------------------------------------------------------------------


def messages() -> list[str]:
    """Every text of the program, and of the rule set, that ends with what a reader should do; 某 for what it quotes."""
    home = Path(verifier.__file__).parent
    files = [
        file for room in ROOMS for file in ([home / room] if room.endswith(".py") else (home / room).rglob("*.py"))
    ]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    inner = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    texts = [text for node in nodes if id(node) not in inner and (text := spoken(node))]
    asking = [text for text in texts if re.search(r"(^|，|；)请|请审核", text)]
    return [text for text in asking if not text.startswith("学校自评")]  # a note, which no letter has


def spoken(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "某" for part in node.values)
    return ""


def test_no_message_speaks_to_the_reviewer_once_it_stands_in_the_letter():
    every = messages()
    assert len(every) > 100
    assert [text for text in every if TO_A_REVIEWER.search(found_in(text))] == []
    assert [text for text in every if text.count("，") and "请" in found_in(text).split("，")[-1][:1]] == []


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("几份不一致：附件1申请表.docx 写25，请核对，预填按第一个计算", "几份不一致：附件1申请表.docx 写25"),
        ("推送“请查收，请转发”没有日期，请补充带年月日的截图", "推送“请查收，请转发”没有日期"),
        ("「请假，请示.pdf」文件有打开密码，请解除密码后重新提交。", "「请假，请示.pdf」文件有打开密码"),
        ("推送“甲”没有写到威海，是否属于我市活动请审核人员判断", "推送“甲”没有写到威海"),
        ("证明没有印章，请核对盖章原件（同类问题共3处）。", "证明没有印章（同类问题共3处）"),
    ],
)
def test_what_was_found_is_kept_and_what_a_reviewer_should_do_is_not(message, found):
    assert found_in(message) == found


def test_every_flag_has_one_sentence_for_the_school_or_is_the_bureaus():
    letter = form().letter
    for code, kind in FLAGS.items():
        if kind.severity == "note":
            continue
        told = flag(code, kind.severity, "查到一处问题，请审核人员核对，预填按第一个计算。", remedy="补交1份说明")
        items = wanted(record(result_of([indicator("1.1", 0, 0, 0, flags=[told])])), letter)
        assert len(items) == (code not in letter.bureau)
        for each in items:
            assert each.text.startswith("查到一处问题，请") or each.text.startswith("查到一处问题，")
            assert "请" in each.text and each.text.endswith("。") and not TO_A_REVIEWER.search(each.text)
            assert each.is_usual is (code not in letter.unticked)
    assert set(SEVERITY_ORDER) == {"gap", "review", "note"}


def test_a_gap_says_to_the_school_what_brings_the_points():
    told = flag(
        "below-threshold",
        "gap",
        "推送计得11条，需多于15条（差5条），请核对。",
        remedy="推送再增加5条（发布日期在考核年度内）",
    )
    (line,) = (text for text in lines(result_of([indicator("3.1", 25, 25, 25, flags=[told])])) if "3.1" in text)
    assert line.endswith(
        "：推送计得11条，需多于15条（差5条），确有更多符合条件的，请补充：推送再增加5条（发布日期在2024年内）。"
    )


def test_indicators_without_any_paper_are_one_list_and_a_heading_keeps_to_what_follows():
    cells = [
        indicator(
            id_,
            0,
            0,
            0,
            flags=[flag("no-evidence", "gap", f"没有找到“{id_}”的材料，请补充。", remedy="补交考核年度的证明")],
        )
        for id_ in ("1.1", "1.2", "1.3")
    ]
    other = indicator("3.1", 0, 0, 10, flags=[flag("seal-missing", "review", "没有印章，请核对。")])
    result = result_of([*cells, other]) | {"flags": []}
    told = "\n".join(lines(result))
    assert told.count("没有找到") == 1 and told.count("2024年的证明。") == 3
    assert re.search(r"1\. 以下指标没有找到材料，请补交：\n（1）指标1\.1（.*）：2024年的证明。\n（2）指标1\.2", told)
    document = docx.Document(io.BytesIO(missing_bytes(record(result), form())))
    heads = [each for each in document.paragraphs if each.text.startswith(("一、", "二、"))]
    assert len(heads) == 2 and all(each.paragraph_format.keep_with_next for each in heads)
    two = lines(result_of(cells[:2]) | {"flags": []})
    assert sum("没有找到" in line for line in two) == 2


# --- what a reviewer chooses ----------------------------------------------------------------------


def test_what_is_not_ticked_is_not_asked_and_the_day_stands_in_the_letter():
    flags = [
        flag("seal-missing", "review", "没有印章，请核对。"),
        flag("judgement-required", "review", "看不出是谁的，请判断。"),
    ]
    result = result_of([indicator("1.1", 0, 0, 10, flags=flags)]) | {"flags": []}
    seal, judged = wanted(record(result), form().letter)
    assert (seal.is_usual, judged.is_usual) == (True, False)
    usual = lines(result)
    assert any("没有印章" in text for text in usual) and not any("看不出是谁的" in text for text in usual)
    assert "请于    年  月  日前一并报送" in usual[2]
    chosen = lines(result, Chosen(frozenset({judged.key}), frozenset({seal.key}), date(2025, 1, 10)))
    assert any("看不出是谁的" in text for text in chosen) and not any("没有印章" in text for text in chosen)
    assert "请于2025年1月10日前一并报送" in chosen[2]
    assert "暂无需要补充的材料" in lines(result, Chosen(left=frozenset({seal.key})))[2]


def test_the_same_sentence_is_asked_once():
    twice = [flag("seal-missing", "review", "没有印章，请核对。")] * 2
    text = lines(result_of([indicator("1.1", 0, 0, 10, flags=twice)]) | {"flags": []})
    assert sum("没有印章" in line for line in text) == 1


def test_a_school_is_not_asked_of_itself_about_a_cell_that_the_bureaus_systems_decide():
    told = flag("below-threshold", "gap", "平台注册率计得73%，需不少于80%，请核对。", remedy="平台注册率再增加18人")
    cell = indicator("4.2", 0, 0, 0, flags=[told], bureau=True)
    (each,) = wanted(record(result_of([cell])), form().letter)
    assert not each.is_usual
    assert not any("平台注册率" in line for line in lines(result_of([cell])))
