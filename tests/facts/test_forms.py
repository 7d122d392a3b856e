from fractions import Fraction

from tests.facts.papers import grid, paper, scattered, sheet, words
from verifier.facts.forms import extract
from verifier.model import Observed, Quantity

WORDS = words()


def facts(document) -> list[tuple]:
    return [(fact.kind.name, fact.value, fact.label) for fact in extract(Observed(document), WORDS)]


FILLED = (
    "申报高校基本情况|||",
    "名称|山东大学(威海)||",
    "地址|威海市某路1号||",
    "在校生规模|在校生 8,000 人，应届毕业生 1234 人。||",
    "拟建大学生就业服务指导站基本情况|||",
    "场地情况|办公场所 45 平方米，培训场地 2 个，共 150 平方米，各类招聘活动场地 800 平方米，其他场地     。||",
    "人员配备|共 5 人（其中专职人员 2 人，兼职人员 3 人）||",
    "联络专员|张三|联系电话|0631-1234567",
)
TITLE = "附件1\n威海市大学生就业创业服务指导站建站申请表"


def test_the_fields_of_the_application_form() -> None:
    assert facts(paper(TITLE, tables=(grid(*FILLED),))) == [
        ("count", Quantity(Fraction(8000), "人"), "在校生"),
        ("count", Quantity(Fraction(1234), "人"), "应届毕业生"),
        ("area", Quantity(Fraction(45), "㎡"), "办公场所"),
        ("count", Quantity(Fraction(2), "个"), "培训场地"),
        ("area", Quantity(Fraction(150), "㎡"), "培训场地"),
        ("area", Quantity(Fraction(800), "㎡"), "招聘活动场地"),
        ("count", Quantity(Fraction(5), "人"), "人员配备"),
        ("count", Quantity(Fraction(2), "人"), "专职人员"),
        ("count", Quantity(Fraction(3), "人"), "兼职人员"),
        ("liaison", "张三", ""),
        ("form-school", "山东大学（威海）", "名称"),
    ]


def test_a_blank_application_form_says_nothing() -> None:
    blank = grid(
        "名称|||",
        "在校生规模|在校生   人，应届毕业生   人。||",
        "拟建大学生就业服务指导站基本情况|||",
        "场地情况|办公场所   平方米，培训场地   个，共   平方米||",
        "人员配备|共   人（其中专职人员  人，兼职人员  人）||",
        "联络专员||联系电话|",
    )
    assert facts(paper(TITLE, tables=(blank,))) == []


def test_a_photographed_application_form() -> None:
    document = scattered(
        ("建站申请表", 300, 20),
        *(("名称", 60, 60), ("威海职业学院", 300, 60)),
        *(("在校生规模", 60, 100), ("在校生 8000 人，应届毕业生 1234 人。", 300, 100)),
        *(("联络专员", 60, 140), ("张三", 300, 140)),
    )
    assert facts(document) == [
        ("count", Quantity(Fraction(8000), "人"), "在校生"),
        ("count", Quantity(Fraction(1234), "人"), "应届毕业生"),
        ("liaison", "张三", ""),
        ("form-school", "威海职业学院", "名称"),
    ]


HEADER = "序号|评估\n指标|指标内容||评分标准|评估要求及提报材料|指标\n得分|最终总分"
ROWS = (
    "1|基础管理|硬件设施|20平方以上室内固定办公场所|符合条件（10分）|长期固定|10|19.4",
    "||| 容纳50人以上的室内培训场地|符合条件（10分）||8.5分|",
    "|||办公设备及活动配备|符合条件（10分）|||",
    "5|创新举措|围绕指导站及毕业生留威开展的创新性工作||创新工作2项（100分）||１００|5",
    "合   计|||||||93",
)
SCORES = [
    ("self-score", ("20平方以上室内固定办公场所", Fraction(10)), "20平方以上室内固定办公场所"),
    ("self-score", ("容纳50人以上的室内培训场地", Fraction(17, 2)), "容纳50人以上的室内培训场地"),
    ("self-score", ("围绕指导站及毕业生留威开展的创新性工作", Fraction(100)), "围绕指导站及毕业生留威开展的创新性工作"),
]


def test_the_schools_own_scores() -> None:
    text = "附件2\n威海市大学生就业服务指导站绩效评价表（ 2024 年度）\n学校名称：山东大学(威海)"
    assert facts(paper(text, tables=(grid(HEADER, *ROWS),))) == [
        ("form-year", 2024, ""),
        ("form-school", "山东大学（威海）", "学校名称"),
        *SCORES,
    ]


def test_scores_of_a_table_that_goes_on_over_the_page() -> None:
    tables = (grid(HEADER, *ROWS[:2]), grid(*ROWS[2:]))
    assert facts(paper("绩效评价表", tables=tables)) == SCORES


def test_scores_in_a_sheet_have_their_cells() -> None:
    title = "威海市大学生就业服务指导站绩效评价表（2023年度）|||||||"
    found = extract(
        Observed(paper(tables=(sheet(title, "学校名称：威海职业学院|||||||", HEADER, *ROWS),), kind="sheet")), WORDS
    )
    assert [fact.value for fact in found[:2]] == [2023, "威海职业学院"]
    assert str(found[2].place) == "book.xlsx Sheet1!G4"


def test_a_blank_scoring_form_says_nothing() -> None:
    blank = grid(HEADER, "1|基础管理|硬件设施|20平方以上室内固定办公场所|符合条件（10分）|||")
    assert facts(paper("绩效评价表（ ___年度）\n学校名称：", tables=(blank,))) == []
