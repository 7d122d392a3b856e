import pytest

from tests.facts.papers import grid, paper, words
from verifier.facts import extract
from verifier.model import DOCUMENT_TYPE, TEMPLATE, Document

BLANK_DAY = "　　年　　月　　日"


@pytest.mark.parametrize(
    "document",
    [
        paper(
            f"场地证明\n兹证明      指导站办公地点位于    楼    室，面积   平方米。\n特此证明。\n（盖章）\n{BLANK_DAY}"
        ),
        paper(f"创新举措情况说明\n学校名称：\n一、\n（填写名称及开展情况）\n二、\n（填写名称及开展情况）\n{BLANK_DAY}"),
        paper(f"招聘会场地申请表\n{BLANK_DAY}", tables=(grid("用人单位|", "场地名称|", "使用时间|"),)),
        paper(f"实习证明\n兹证明      学校      同学于   年   月   日在我单位实习。\n单位（盖章）\n{BLANK_DAY}"),
        paper(f"实习证明\n兹证明      学校      同学在我单位实习。\n实习单位（公章）：\n负责人（签字）\n{BLANK_DAY}"),
        paper(
            f"指导站设备登记表\n学校：　　　　　　填表日期：{BLANK_DAY}\n填表人：　　　　负责人：",
            tables=(grid("序号|设备名称|规格型号|数量|购置时间|保管人", "1|||||", "2|||||", "3|||||"),),
        ),
        paper(
            "在 校 证 明\n兹证明＿＿＿＿同学，性别＿＿＿，学号＿＿＿＿，系我校＿＿＿＿学院学生。\n"
            "特此证明。\n威海职业学院（盖章）\n　年　月　日"
        ),
        paper(
            "在校证明\n兹证明____同学（学号____）系我校____专业____级学生。\n特此证明。\n"
            "威海职业学院招生就业处（盖章）\n　年　月　日"
        ),
        paper("场地情况表", tables=(grid("场地名称||面积|", "位置||座位|", "日期|  年  月  日||"),)),
    ],
)
def test_a_form_that_nobody_has_filled_in_is_a_template(document: Document) -> None:
    assert _types(document)[0] == TEMPLATE


@pytest.mark.parametrize(
    "document",
    [
        paper(f"场地证明\n兹证明指导站办公地点位于明德楼207室，面积26平方米。\n特此证明。\n{BLANK_DAY}"),
        paper(f"场地证明\n指导站有固定办公室。\n{BLANK_DAY}"),
        paper("场地证明"),
        paper(f"实习证明\n兹证明      学校      同学在我单位实习。\n威海海明电子有限公司（盖章）\n{BLANK_DAY}"),
        paper(f"招聘会场地申请表\n{BLANK_DAY}", tables=(grid("用人单位|威海职业学院", "场地名称|体育馆"),)),
        paper(f"设备清单\n{BLANK_DAY}", tables=(grid("名称|数量|备注", "电脑|3|", "打印机|2|"),)),
        paper(f"设备清单\n{BLANK_DAY}", tables=(grid("电脑|3", "打印机|2"),)),
    ],
)
def test_what_says_something_is_none(document: Document) -> None:
    assert TEMPLATE not in _types(document)


def test_columns_that_rulings_of_a_pdf_drawn_twice_leave_empty_do_not_make_a_list_blank() -> None:
    rows = grid("姓名||职务||专兼职|", "|||||", "李晓梅||科员||专职|", "张伟||科员||兼职|")
    assert TEMPLATE not in _types(paper("指导站工作人员名单", tables=(rows,), kind="pdf"))


def _types(document: Document) -> list[str]:
    return [str(fact.value) for fact in extract(document, words()) if DOCUMENT_TYPE.is_of(fact)]
