import pytest

from tests.facts.papers import grid, paper, scattered, sheet, words
from verifier.facts.titles import extract
from verifier.model import HEADING, TITLE, Document, Observed, Page, Place, SourceFile, TextLine

WORDS = words()


def titles(document) -> list[tuple[str, str]]:
    return [(fact.value, fact.label) for fact in TITLE.among(extract(Observed(document), WORDS))]


def headings(text: str) -> list[tuple[str, str, str]]:
    return [(fact.role, fact.label, fact.value) for fact in HEADING.among(extract(Observed(paper(text)), WORDS))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("实 习 证 明\n兹证明张三在我单位实习。", "实习证明"),
        ("附件1\n第 1 页\n2024年度工作计划\n一、目标", "2024年度工作计划"),
        ("威就指〔2024〕3号\n财务管理办法\n第一条 为规范经费使用", "财务管理办法"),
        (
            "威海职业学院大学生就业创业服务指导站\n2024年度工作总结\n一年来",
            "威海职业学院大学生就业创业服务指导站2024年度工作总结",
        ),
        ("9:41\n春季双选会通知\n各学院：\n现将有关事项", "春季双选会通知"),
        ("●5G 26%\n威海市人才政策解读\n正文", "威海市人才政策解读"),
        ("关于举办校园招聘会的通知\n各二级学院：", "关于举办校园招聘会的通知"),
    ],
)
def test_the_first_line_that_says_something_is_the_title(text: str, title: str) -> None:
    assert titles(paper(text)) == [(title, "first-line")]


def test_a_paper_that_begins_with_a_sentence_has_no_title() -> None:
    assert titles(paper("为做好就业工作，现将情况说明如下。\n内容")) == []


def test_the_tallest_lines_near_the_top_of_a_picture_are_its_title() -> None:
    def line(text: str, top: int, height: int) -> TextLine:
        return TextLine(text, Place("p.jpg", 1, (100, top, 700, top + height)), 0.9, "ocr")

    lines = (
        line("主办：威海市人社局", 20, 24),
        line("2024年春季", 80, 70),
        line("校园双选会", 170, 72),
        line("签到处", 400, 26),
        line("请勿喧哗", 500, 25),
        line("出口", 900, 90),
    )
    document = Document(SourceFile("p.jpg", "", 1, "image", "read"), (Page(Place("p.jpg", 1), lines=lines),))
    assert titles(document)[0] == ("2024年春季校园双选会", "biggest")


def test_what_the_format_calls_a_title_comes_first() -> None:
    lines = (
        TextLine("内部资料", Place("a.docx", line=1)),
        TextLine("管理制度汇编", Place("a.docx", line=2), role="title"),
        TextLine("总则", Place("a.docx", line=3), role="heading"),
    )
    document = Document(SourceFile("a.docx", "", 1, "word", "read"), (Page(Place("a.docx", 1), lines=lines),))
    facts = extract(Observed(document), WORDS)
    assert [(fact.kind.name, fact.value) for fact in facts] == [
        ("title", "管理制度汇编"),
        ("title", "内部资料"),
        ("heading", "总则"),
    ]


def test_titles_of_sheets() -> None:
    table = sheet("2024年工作台账||", "填报单位：指导站||", "序号|日期|活动", "1|2024.3.1|双选会", name="台账")
    assert titles(paper(tables=(table,), kind="sheet")) == [
        ("2024年工作台账", "sheet-title"),
        ("填报单位：指导站", "sheet-title"),
        ("台账", "sheet-name"),
    ]
    assert titles(paper(tables=(grid("姓名|职务", "张三|科长", title="工作人员名单"),))) == [
        ("工作人员名单", "table-title")
    ]


def test_captions_are_titles_of_pasted_pictures() -> None:
    assert titles(paper("", kind="image", context=("图1 双选会现场",))) == [("图1双选会现场", "caption")]


def test_numbered_headings_in_every_style() -> None:
    text = "\n".join(
        [
            "创新工作情况说明",
            "一、打造“留威直通车”",
            "（一）做法",
            "1. 走访企业。全年走访五十家企业。",
            "2、建立台账",
            "（1）细目",
            "第二项 校地联动",
            "创新举措三：云上招聘",
            "举措 4 直播带岗",
            "2024年5月20日举办双选会",
            "1.5万名学生参加",
            "正文没有编号",
        ]
    )
    assert headings(text) == [
        ("han", "一、", "打造“留威直通车”"),
        ("han-bracket", "（一）", "做法"),
        ("arabic", "1.", "走访企业"),
        ("arabic", "2、", "建立台账"),
        ("arabic-bracket", "（1）", "细目"),
        ("ordinal", "第二项", "校地联动"),
        ("named", "创新举措三：", "云上招聘"),
        ("named", "举措4", "直播带岗"),
    ]


def test_a_picture_without_text_has_no_title() -> None:
    assert titles(scattered()) == []


def test_items_numbered_by_two_words() -> None:
    found = [fact for fact in extract(Observed(paper("情况说明\n亮点工作一：留威夜校")), WORDS) if fact.role == "named"]
    assert [fact.value for fact in found] == ["留威夜校"]


def test_hints_above_a_header_are_no_titles() -> None:
    table = sheet(
        "1.带*为必填项；|||", "（2）请勿增删列。|||", "※ 示例行导入前请删除。|||", "*姓名|*证件号码|*生源地|届"
    )
    assert titles(paper(tables=(table,), kind="sheet")) == []
    assert titles(paper(tables=(sheet("1.生源信息表|||", "姓名|证件号码|生源地|届"),), kind="sheet"))


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ((("一、实施背", 60, 100), ("信息不畅，留威意愿不强。", 300, 110), ("景", 100, 132)), ["实施背景"]),
        ((("一、实施背景", 60, 100), ("信息不畅。", 300, 110), ("二、做法", 60, 132)), ["实施背景", "做法"]),
        ((("一、留威夜校", 60, 100), ("每周开课。", 60, 132)), ["留威夜校"]),
        (
            (("一、留威夜校", 60, 100), ("二、校友导航", 500, 100), ("每周开设两次留威夜校。", 60, 132)),
            ["留威夜校", "校友导航"],
        ),
    ],
)
def test_a_label_that_is_broken_in_the_cell_of_a_form_is_one_heading(cells, values: list[str]) -> None:
    facts = HEADING.among(extract(Observed(scattered(*cells)), WORDS))
    assert [fact.value for fact in facts if fact.label] == values


@pytest.mark.parametrize("mark", ["创新点①", "亮点②：", "【举措③】", "创新点一", "特色做法4、"])
def test_items_numbered_by_a_word_and_any_numeral(mark: str) -> None:
    assert ("named", "留威夜校") in [
        (role, value) for role, _, value in headings(f"创新工作简报\n{mark} 留威夜校\n每周开课")
    ]
