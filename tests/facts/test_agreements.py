"""Employment agreements as papers: the parties, the day, and whether they hold no more."""

import random
from collections.abc import Callable
from datetime import date

import pytest

from tests.facts.papers import grid, paper, words
from verifier.facts import extract
from verifier.model import AGREEMENT, Agreement, Document, Fact

ID = "11010519491231002X"
FIRM = "威海海智机械有限公司"
CODE = "92371000MA3JJYML8T"
TITLES = (
    "普通高等学校毕业生就业协议书",
    "全国普通高等学校毕业生就业协议书",
    "毕业生就业协议书",
    "三方协议",
    "就业协议",
)
CLAUSES = (
    "甲乙双方经协商一致，签订本协议，共同遵守。",
    "乙方如未取得毕业证书，本协议作废。",
    "任何一方解除协议的，应当支付违约金。",
    "经双方协商同意，可解除本协议。",
    "乙方已被录取为研究生的，本协议自动终止。",
    "双方签订劳动合同后，本协议即行失效。",
    "未经甲方同意，乙方不得解除本协议。",
    "本协议一式三份，复印无效。",
)
ENDED = (
    "此协议已解除",
    "此协议已于2024年8月1日解除",
    "备注：经双方协商一致，同意解除本协议。",
    "备注：该生已于2024年8月改派至青岛某某有限公司",
    "本协议现予作废",
    "作废",
    "已 解 约",
    "协议状态：已解除",
    "解除日期：2024年8月1日",
)


def agreements(document: Document) -> list[Fact[Agreement]]:
    return list(AGREEMENT.among(extract(document, words())))


def one(document: Document) -> Agreement:
    (found,) = agreements(document)
    assert isinstance(found.value, Agreement)
    return found.value


def by_line(title: str, body: str) -> Document:
    return paper(
        f"{title}\n编号：2024001\n甲方（用人单位）：{FIRM}\n统一社会信用代码：{CODE}\n单位地址：威海市环翠区1号\n"
        f"乙方（毕业生）：张三\n身份证号：{ID}\n学号：2020001\n专业：会计学\n{body}"
    )


def side_by_side(title: str, body: str) -> Document:
    return paper(
        f"{title}\n甲　方：{FIRM}　　信用代码：{CODE}\n乙　方：张 三　　性别：男 身份证号码：{ID}\n"
        f"学 号：2020001   所学专业：会计学   学历：本科\n{body}"
    )


def run_on(title: str, body: str) -> Document:
    return paper(f"{title}\n甲方：{FIRM}\n乙方：张三身份证号：{ID}学号：2020001\n{body}", kind="pdf")


def with_parties_at_the_left(title: str, body: str) -> Document:
    table = grid(
        f"甲方|单位名称|{FIRM}||",
        f"|统一社会信用代码|{CODE}|联系人|王五",
        "乙方|姓名|张三|性别|男",
        f"|身份证号|{ID}|学号|2020001",
        "|专业|会计学|学历|本科",
    )
    return paper(f"{title}\n{body}", tables=(table,))


def in_two_columns(title: str, body: str) -> Document:
    table = grid(f"甲方（用人单位）|{FIRM}", "乙方（毕业生）|张三", f"公民身份号码|{ID}", "学号|2020001")
    return paper(f"{title}\n{body}", tables=(table,))


def with_the_graduate_first(title: str, body: str) -> Document:
    return paper(f"{title}\n甲方（毕业生）：张三\n身份证号：{ID}\n学号：2020001\n乙方（用人单位）：{FIRM}\n{body}")


LAYOUTS: tuple[Callable[[str, str], Document], ...] = (
    by_line,
    side_by_side,
    run_on,
    with_parties_at_the_left,
    in_two_columns,
    with_the_graduate_first,
)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(4))
def test_the_parties_are_read_in_every_layout(layout: Callable[[str, str], Document], seed: int) -> None:
    chosen = random.Random(seed)
    body = "\n".join([*chosen.sample(CLAUSES, 4), "甲方（盖章）：　　乙方（签字）：张三", "2024年5月20日"])
    found = one(layout(chosen.choice(TITLES), body))
    person = found.person
    assert (person.name, person.resident_id, person.id_state) == ("张三", ID, "valid")
    assert person.student_number == "2020001"
    assert found.employer.name == FIRM
    assert found.day and found.day.start == date(2024, 5, 20)
    assert found.ended == ""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("ended", ENDED)
def test_what_says_that_it_holds_no_more_is_read_among_clauses(
    layout: Callable[[str, str], Document], ended: str
) -> None:
    chosen = random.Random(ended)
    body = "\n".join([*chosen.sample(CLAUSES, 4), "2024年5月20日", ended])
    assert one(layout(chosen.choice(TITLES), body)).ended


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_on_some_later_case_ends_nothing(clause: str) -> None:
    wrapped = f"{clause[:12]}\n{clause[12:]}"
    assert one(by_line(TITLES[0], clause)).ended == ""
    assert one(by_line(TITLES[0], wrapped)).ended == ""


@pytest.mark.parametrize("title", ["解约证明", "解除就业协议证明", "关于同意解约的函"])
def test_a_letter_that_dissolves_an_agreement_names_both(title: str) -> None:
    letter = (
        f"{title}\n兹证明我单位与贵校毕业生张三（身份证号：{ID}，学号：2020001）签订的就业协议"
        f"已于2024年8月1日解除，特此证明。\n{FIRM}\n2024年8月2日"
    )
    found = one(paper(letter))
    assert (found.person.name, found.person.resident_id, found.employer.name) == ("张三", ID, FIRM)
    assert found.ended and found.day and found.day.start == date(2024, 8, 2)


def test_a_scan_of_several_agreements_is_several() -> None:
    pages = (
        f"就业协议书\n甲方：{FIRM}\n乙方：张三\n2024年5月1日",
        "（续）甲方权利与义务\n乙方权利与义务",
        "就业协议书\n甲方：青岛海智有限公司\n乙方：李四\n此协议已解除",
    )
    found = agreements(paper(pages, kind="pdf"))
    assert [(fact.value.person.name, bool(fact.value.ended)) for fact in found] == [("张三", False), ("李四", True)]
    assert [fact.place.page for fact in found] == [1, 3]


@pytest.mark.parametrize(
    "text",
    [
        "关于就业协议书签订流程的通知\n请毕业生按时签订就业协议书。",
        "租赁合同\n甲方：某某公司\n乙方：张三",
        "就业指导站工作总结\n本年度签订就业协议300份。",
        "解约申请流程说明\n请先填写申请表。",
    ],
)
def test_other_papers_are_no_agreements(text: str) -> None:
    assert agreements(paper(text)) == []
