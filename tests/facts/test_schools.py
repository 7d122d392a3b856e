import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facts.papers import grid, paper, scattered, sheet, words
from verifier.facts.schools import extract, find_schools
from verifier.model import TITLE, Fact, Observed, Place

WORDS = words()
SHANDA = "山东大学（威海）"
HIT = "哈尔滨工业大学（威海）"


def values(text: str) -> list[str]:
    return [one.value for one in find_schools(text, WORDS)]


@pytest.mark.parametrize(
    "written",
    ["山东大学（威海）", "山东大学(威海)", "山东大学 （威海）", "山东大学〔威海〕", "山 东 大 学（威 海）", "山大威海"],
)
def test_brackets_and_spaces_do_not_matter(written: str) -> None:
    (one,) = find_schools(f"兹证明{written}学生张三", WORDS)
    assert one.value == SHANDA
    assert f"兹证明{written}学生张三"[one.start : one.end] == written


@given(school=st.sampled_from(WORDS.schools), data=st.data())
def test_every_alias_leads_to_its_school(school, data) -> None:
    alias = data.draw(st.sampled_from((school.name, *school.aliases)))
    assert values(f"，{alias}。") == [school.name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("哈尔滨工业大学毕业生", ["parent:哈尔滨工业大学"]),
        ("哈工大", ["parent:哈尔滨工业大学"]),
        ("哈尔滨工业大学（深圳）", ["哈尔滨工业大学（深圳）"]),
        ("山东大学青岛校区", ["山东大学青岛校区"]),
        ("山东大学齐鲁医院", []),
        ("山东大学威海市校友会", ["parent:山东大学"]),
        ("山东大学（威海）商学院", [SHANDA]),
        ("威海洋溢着青春", []),
        ("威海洋职业学院", ["威海洋职业学院"]),
        ("兹证明威海洋职业学院学生", ["威海洋职业学院"]),
        ("威职就业", ["威海职业学院"]),
    ],
)
def test_parents_campuses_and_what_only_looks_like_an_alias(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("兹有青岛滨海学院学生李四", "青岛滨海学院"),
        ("烟台大学2024届毕业生", "烟台大学"),
        ("就读于山东商业职业技术学院", "山东商业职业技术学院"),
        ("在山东理工大学举办", "山东理工大学"),
        ("与鲁东大学联合", "鲁东大学"),
        ("来自中国石油大学（华东）的同学", "中国石油大学（华东）"),
    ],
)
def test_any_other_school_is_cut_out_of_its_sentence(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "计算机学院",
        "马克思主义学院",
        "组织大学生参加见习",
        "老年大学",
        "全国大学生创业大赛",
        "威海市大学生就业创业服务指导站",
        "学校",
    ],
)
def test_what_is_no_school(text: str) -> None:
    assert values(text) == []


def roles(document, known=()) -> list[tuple[str, str]]:
    return [(fact.value, fact.role) for fact in extract(Observed(document, known), WORDS)]


def test_roles() -> None:
    text = "\n".join(
        [
            "工作简报",
            "本期要点如下",
            "相关情况说明",
            "学校名称：威海职业学院",
            "我站与山东大学（威海）共同举办双选会",
            "兹证明威海海洋职业学院学生张三",
            "关注公众号：哈工大（威海）就业",
            "内容",
            "甲",
            "乙",
            "丙",
            "山东外事职业大学",
        ]
    )
    assert roles(paper(text)) == [
        ("威海职业学院", "subject"),
        (SHANDA, "mention"),
        ("威海海洋职业学院", "subject"),
        (HIT, "account"),
        ("山东外事职业大学", "subject"),
    ]


def test_a_title_names_whom_the_paper_is_of() -> None:
    title = Fact(TITLE, "x", "威海职业学院就业工作总结报告及来年安排", Place("paper"))
    assert roles(paper("威海职业学院就业工作总结报告及来年安排\n正文"), (title,)) == [("威海职业学院", "subject")]


def test_a_name_broken_over_two_lines_is_one_name() -> None:
    assert roles(paper("兹证明哈尔滨工业大\n学（威海）学生", kind="image"))[0][0] == HIT
    assert roles(paper("兹证明山东大学\n（威海）学生", kind="image"))[0][0] == SHANDA
    assert roles(paper("山东大学\n威海某某有限公司", kind="image"))[0][0] == "parent:山东大学"


def test_a_name_broken_into_neighbours_on_one_height_is_one_name() -> None:
    document = scattered(("（威海）", 250, 157), ("山东大学", 129, 163), ("春季双选会", 500, 160))
    assert roles(document)[0][0] == SHANDA


def test_the_organiser_column_of_a_ledger_does_not_say_whose_it_is() -> None:
    table = sheet("日期|活动名称|参加人数", "2024.3.1|山东大学（威海）双选会|300")
    assert roles(paper(tables=(table,), kind="sheet")) == [(SHANDA, "mention")]


def test_a_column_gives_each_school_once() -> None:
    table = sheet("姓名|毕业院校", "甲|山东大学（威海）", "乙|山东大学(威海)", "丙|烟台大学")
    facts = extract(Observed(paper(tables=(table,), kind="sheet")), WORDS)
    assert [(fact.value, fact.role, str(fact.place)) for fact in facts] == [
        (SHANDA, "subject", "book.xlsx Sheet1!B2"),
        ("烟台大学", "subject", "book.xlsx Sheet1!B4"),
    ]


def test_the_name_in_a_form_is_its_subject() -> None:
    assert roles(paper(tables=(grid("名称|威海职业学院", "地址|威海市某路1号"),))) == [("威海职业学院", "subject")]


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("威海海洋职业学完", "威海海洋职业学院"),
        ("威海海洋职业学", "威海海洋职业学院"),
        ("威海海洋职业", "威海海洋职业学院"),
        ("山东药品食品职业学", "山东药品食品职业学院"),
        ("威海职业学完", "威海职业学院"),
    ],
)
def test_a_scanned_line_is_the_school_whose_name_it_nearly_is(line: str, school: str) -> None:
    assert roles(paper(f"在校证明\n特此证明。\n{line}", kind="image")) == [(school, "subject")]
    assert roles(paper(f"在校证明\n特此证明。\n{line}")) == []


@pytest.mark.parametrize("line", ["威海职业教育", "威海海洋职业教育集团", "威海职业", "山东外事"])
def test_a_scanned_line_that_is_less_like_a_school_is_none(line: str) -> None:
    assert roles(paper(f"简报\n正文。\n{line}", kind="image")) == []


@pytest.mark.parametrize(
    ("signed", "school"),
    [
        ("山东通学院（威海）", "山东交通学院（威海）"),
        ("威海海洋业学院", "威海海洋职业学院"),
        ("青海职业学院", "青海职业学院"),
        ("山东交通职业学院", "山东交通职业学院"),
        ("山东大学", "parent:山东大学"),
    ],
)
def test_a_scanned_name_may_have_lost_a_letter_and_is_else_another_schools(signed: str, school: str) -> None:
    facts = extract(Observed(paper(f"验收报告\n教室设座位90个。\n{signed}\n2024年8月30日", kind="image")), WORDS)
    assert {fact.value for fact in facts} == {school}
