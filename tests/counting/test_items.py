from dataclasses import replace

import pytest

from tests.counting.station_papers import codes, counted, points, seen
from tests.facts.papers import grid, paper, scattered
from verifier.model import Document

LONG = "围绕毕业生留威开展岗位体验，全年组织12批次。"


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (f"创新性工作情况说明\n一、留威夜校\n{LONG}\n二、校友导航\n{LONG}", 2),
        (f"创新举措情况说明\n创新举措一：留威夜校\n{LONG}\n创新举措二：校友导航\n{LONG}\n创新举措三：云上直播", 3),
        (
            f"“留威夜校”创新工作情况说明\n一、工作背景\n{LONG}\n二、主要做法\n（一）强化师资\n（二）优化课程\n三、取得成效",
            1,
        ),
        (f"创新工作情况说明\n一、基本情况\n{LONG}\n二、创新做法\n（一）留威夜校\n（二）校友导航\n三、工作成效", 2),
        (f"留威夜校创新工作情况说明\n{LONG}", 1),
        (
            f"创新举措情况说明\n一、总体情况\n{LONG}\n二、主要做法\n（一）开通企业直通车\n（二）设立留威奖学金\n三、打算",
            2,
        ),
        (f"创新工作说明\n1.工作概貌\n{LONG}\n2.特色亮点\n（1）留威夜校\n（2）校友导航\n（3）岗位地图\n3.今后安排", 3),
        (f"特色工作案例\n第一部分 总述\n{LONG}\n第二部分 创新做法\n1、岗位地图\n2、校友导航\n第三部分 展望", 2),
        (f"创新性工作情况说明\n【一】\nⅠ、留威夜校\n{LONG}\nⅡ、校友导航\n{LONG}", 2),
        (f"创新性工作情况说明\n第一，开设留威夜校。\n{LONG}\n第二，推出校友导航。\n{LONG}", 2),
        (f"创新性工作情况说明\n创新点一：留威夜校\n{LONG}\n创新点二：校友导航\n{LONG}", 2),
        (f"创新性工作情况说明\n一）留威夜校\n{LONG}\n二）校友导航\n{LONG}", 2),
        (f"创新工作情况说明\n一、留威夜校\n{LONG}\n二、主要做法\n（一）聘请导师\n（二）开设课程", 1),
        (
            "创新工作情况说明\n一、特色品牌“夜校”\n（一）聘师\n（二）开课\n二、特色品牌“导航”\n（一）建群\n（二）走访",
            2,
        ),
    ],
)
def test_items_of_a_statement(text: str, many: int) -> None:
    assert counted("5.1", seen(paper(text))).measures[0].proposed == many


def test_two_are_for_a_person_and_one_is_undefined() -> None:
    two = seen(paper(f"创新性工作情况说明\n一、留威夜校\n{LONG}\n二、校友导航\n{LONG}"))
    assert points("5.1", two) == (0, 100, 100)
    assert codes(counted("5.1", two)) == {"judgement-required"}
    assert points("5.1", seen(paper(f"留威夜校创新工作情况说明\n{LONG}"))) == (0, 0, 50)


def test_rows_of_a_table_are_items() -> None:
    table = grid("序号|创新工作名称|开展情况", f"1|留威夜校|{LONG}", f"2|校友导航|{LONG}")
    assert counted("5.1", seen(paper("创新性工作情况说明", tables=(table,)))).measures[0].proposed == 2


def test_one_text_in_two_formats_is_one_item() -> None:
    text = f"创新工作情况说明\n{LONG}"
    assert counted("5.1", seen(paper(text, file="a"), paper(text, file="b"))).measures[0].proposed == 1
    other = f"创新工作情况说明\n推行企业导师驻站，{LONG}"
    assert counted("5.1", seen(paper(text, file="a"), paper(other, file="b"))).measures[0].proposed == 2


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (f"创新举措情况说明\n目  录\n一、留威夜校\n二、校友导航\n一、留威夜校\n{LONG}\n二、校友导航\n{LONG}", 2),
        (f"创新举措情况说明\n创新举措一　留威夜校……1\n创新举措二　校友导航……2\n创新举措一　留威夜校\n{LONG}", 1),
        (f"创新工作情况说明\n01 开设留威夜校\n{LONG}\n02 推出校友导航\n{LONG}\n03 绘制岗位地图\n{LONG}", 3),
        (f"创新工作情况说明\n创新举措一\n留威夜校\n{LONG}\n创新举措二\n校友导航\n{LONG}", 2),
        (f"创新工作情况说明\n一、背景\n{LONG}\n二、主要举措\n1.留威夜校\n2.校友导航\n3.岗位地图\n三、下一步打算", 3),
        (f"创新工作情况说明\n一、背景\n{LONG}\n二、留威安居新举措\n（一）主要做法\n（二）工作成效\n三、打算", 1),
        (f"“夜校”创新工作情况说明\n一、背景\n{LONG}\n二、主要举措\n1.聘请导师\n2.开设课程\n三、下一步打算", 1),
    ],
)
def test_items_by_the_structure_of_a_statement(text: str, many: int) -> None:
    assert counted("5.1", seen(paper(text))).measures[0].proposed == many


def test_bold_lines_over_text_are_items() -> None:
    statement = paper(
        f"创新举措情况说明\n哈尔滨工业大学（威海）\n留威夜校\n{LONG}\n校友导航\n{LONG}\n办公室\n2024年11月2日"
    )
    page = statement.pages[0]
    bold = ("哈尔滨工业大学（威海）", "留威夜校", "校友导航", "办公室")
    lines = tuple(replace(line, bold=line.text in bold) for line in page.lines)
    assert counted("5.1", seen(replace(statement, pages=(replace(page, lines=lines),)))).measures[0].proposed == 2
    assert counted("5.1", seen(statement)).measures[0].proposed == 1


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2023年创新举措情况说明\n一、留威夜校\n二、校友导航", (0, 0, 0)),
        ("创新举措情况说明\n2023年，我站开设夜校。\n一、留威夜校\n二、校友导航\n2023年11月7日", (0, 0, 0)),
        ("2024年创新举措情况说明\n一、留威夜校\n二、校友导航\n2025年1月7日", (0, 100, 100)),
        ("创新举措情况说明\n根据2020年的意见开展。\n一、留威夜校\n二、校友导航", (0, 100, 100)),
    ],
)
def test_a_statement_of_another_year_does_not_count(text: str, right: tuple[int, int, int]) -> None:
    assert points("5.1", seen(paper(text))) == right


@pytest.mark.parametrize("header", ["项目|内容|说明", "创新工作|栏目|内容"])
def test_blocks_of_rows_are_items(header: str) -> None:
    rows = ("创新工作一|名称|留威夜校", "|做法|聘请导师", "创新工作二|名称|校友导航", "|成效|参加120人")
    assert counted("5.1", seen(paper("创新性工作情况说明", tables=(grid(header, *rows),)))).measures[0].proposed == 2


def test_fields_of_a_form_are_no_items() -> None:
    one = grid(
        "创新工作名称|留威夜校", f"主要做法|{LONG}", "工作成效|参加120人", "创新工作名称|校友导航", f"主要做法|{LONG}"
    )
    assert counted("5.1", seen(paper("创新性工作情况说明", tables=(one,)))).measures[0].proposed == 2


def test_a_paper_that_calls_its_work_an_innovation_is_one_item() -> None:
    text = f"校友导师制情况说明\n{LONG}\n该项工作为指导站2024年创新举措。"
    assert points("5.1", seen(paper(text))) == (0, 0, 50)
    assert points("5.1", seen(paper(f"就业工作情况说明\n{LONG}\n推进年度创新工作。"))) == (0, 0, 0)


def _form_on_page(*rows: tuple[str, str]) -> Document:
    """A form of two columns of which a picture shows the lines alone."""
    cells = [
        (text, left, 100 + 60 * at) for at, row in enumerate(rows) for text, left in zip(row, (60, 360), strict=True)
    ]
    return scattered(("创新案例申报书", 300, 20), *cells)


@pytest.mark.parametrize(
    ("rows", "many"),
    [
        (
            (
                ("案例名称", "“学分银行”兑换实习"),
                ("一、实施背景", LONG),
                ("二、主要做法", LONG),
                ("三、可复制性", LONG),
            ),
            1,
        ),
        ((("项目名称：", "留威夜校"), ("一、思路", LONG), ("二、队伍", LONG)), 1),
        ((("案例名称", "留威夜校"), ("1.做法", LONG), ("案例名称", "校友导航"), ("1.做法", LONG)), 2),
    ],
)
def test_a_form_on_a_page_tells_of_what_it_names(rows: tuple[tuple[str, str], ...], many: int) -> None:
    measure = counted("5.1", seen(_form_on_page(*rows))).measures[0]
    assert measure.proposed == measure.high == many


@pytest.mark.parametrize("name", ["工作法", "服务模式", "工作机制"])
def test_a_title_that_puts_one_practice_in_quotes_tells_of_one_item(name: str) -> None:
    told = f"关于“就业管家”{name}的情况说明\n2024年\n一、工作背景\n{LONG}\n二、主要做法\n{LONG}\n三、取得成效\n{LONG}"
    assert points("5.1", seen(paper(told))) == (0, 0, 50)


@pytest.mark.parametrize(
    ("title", "many"),
    [
        ("关于“留威故事”短视频征集创新性工作的情况说明", 1),
        ("校友岗位征集行动创新举措说明", 1),
        ("“一生一策台账”创新工作情况说明", 1),
        ("“创新创业大赛选手跟踪服务”创新性工作情况说明", 1),
        ("“岗位征集员”工作机制说明", 1),
        ("关于征集就业工作创新案例的说明", 0),
        ("就业工作创新案例征集启事", 0),
        ("关于开展创新举措征集的通知", 0),
        ("创新工作台账", 0),
        ("创新创业大赛情况说明", 0),
    ],
)
def test_what_an_innovation_is_called_does_not_say_what_the_paper_is(title: str, many: int) -> None:
    tally = counted("5.1", seen(paper(f"{title}\n指导站{LONG}\n2024年11月20日")))
    assert (tally.measures[0].high if tally.measures else 0) == many
