from dataclasses import replace

import pytest

from tests.facts.papers import grid, paper, scattered, sheet, words
from verifier.facts.staff.extract import extract
from verifier.model import Observed, Page, Place, TextLine

WORDS = words()


def staff(document) -> list[tuple[str, str, str]]:
    return [(fact.value, fact.role, fact.label) for fact in extract(Observed(document), WORDS)]


def test_a_staff_table() -> None:
    table = sheet(
        "序号|姓名|部门|职务|专兼职|分工|联系电话",
        "1|张 三|就业处|科长|专职|联络员|13800000001",
        "2|李四|就业处|科员|专职|培训|13800000002",
        "3|王五|学工处|辅导员|兼职|咨询|13800000003",
        "合计|3人|||||",
    )
    facts = extract(Observed(paper(tables=(table,), kind="sheet")), WORDS)
    assert [(fact.value, fact.role, fact.label) for fact in facts] == [
        ("张三", "liaison", "专职"),
        ("李四", "", "专职"),
        ("王五", "", "兼职"),
    ]
    assert str(facts[0].place) == "book.xlsx Sheet1!B2"


def test_the_staff_table_inside_the_application_form_joined_with_its_liaison() -> None:
    table = grid(
        "联络专员|李四|联系电话|0631-1234567|",
        "姓名|所在部门|职务（职称）|联系方式|任职\n（专/兼）",
        "张三|就业处|处长|1380001|兼",
        "李四|就业处|科员|1380002|专",
        "|||||",
        "申报学校意见|（公章）|||",
    )
    assert staff(paper(tables=(table,))) == [("张三", "", "兼职"), ("李四", "liaison", "专职")]


def test_ticks_in_columns_of_full_and_part_time() -> None:
    table = grid("姓名|职务|专职|兼职|备注", "张三|科长|√||联络专员", "李四|科员||√|", "初某某|科员|||")
    assert staff(paper(tables=(table,))) == [("张三", "liaison", "专职"), ("李四", "", "兼职"), ("初某某", "", "")]


@pytest.mark.parametrize(
    "header", ["姓名|学号|专业|联系电话", "姓名|班级|职务", "姓名|岗位|实习单位", "姓名|联系方式|签字"]
)
def test_tables_of_students_are_no_staff(header: str) -> None:
    row = "|".join(["张三", *["某"] * header.count("|")])
    assert staff(paper(tables=(grid(header, row),))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("专职联络员：张三", [("张三", "liaison", "专职")]),
        (
            "工作人员：张三、李四、王五（专职联络员）",
            [("张三", "", ""), ("李四", "", ""), ("王五", "liaison", "专职")],
        ),
        (
            "工作人员3人：张三、李四、王五，其中李四为专职联络员。",
            [("张三", "", ""), ("李四", "liaison", "专职"), ("王五", "", "")],
        ),
        (
            "现有工作人员4人，分别为：站长白立新（兼职），联络员崔晓彤（专职），工作人员康磊（兼职）、毛若曦（专职）。",
            [("白立新", "", "兼职"), ("崔晓彤", "liaison", "专职"), ("康磊", "", "兼职"), ("毛若曦", "", "专职")],
        ),
        (
            "工作人员3名：主任方立新（兼职）、专职联络员于海、成员丛子昂（专职）。",
            [("方立新", "", "兼职"), ("于海", "liaison", "专职"), ("丛子昂", "", "专职")],
        ),
        ("专职人员：科长任伟、干事成立", [("任伟", "", "专职"), ("成立", "", "专职")]),
        ("工作人员：评审组长与嘉宾、企业代表", []),
        ("由张三担任指导站专职联络员", [("张三", "liaison", "专职")]),
        (
            "指导站由就业指导中心主任柳振宇兼任站长，丛浩、苗佳慧为兼职工作人员，张春梅为专职联络员，长期在站办公。",
            [("张春梅", "liaison", "专职"), ("柳振宇", "", "兼职"), ("苗佳慧", "", "兼职"), ("丛浩", "", "兼职")],
        ),
        (
            "张三同志任指导站站长，李四和王五两位老师担任工作人员。",
            [("张三", "", ""), ("王五", "", ""), ("李四", "", "")],
        ),
        (
            "站长由招生就业处处长柳振宇兼任，其中苗佳慧为专职工作人员。",
            [("苗佳慧", "", "专职"), ("柳振宇", "", "兼职")],
        ),
        ("站    长：原志强（处长，兼职）", [("原志强", "", "兼职")]),
        ("工 作 人 员：姜广林（专职）、邢宁（兼职）", [("姜广林", "", "专职"), ("邢宁", "", "兼职")]),
        ("志愿者是工作人员的好帮手，大家为工作人员点赞", []),
        ("兼职联络员张三，电话13800000001", [("张三", "liaison", "兼职")]),
        ("专职人员：张三 李四", [("张三", "", "专职"), ("李四", "", "专职")]),
        ("共 5 人（其中专职人员 2 人，兼职 3 人）", []),
        ("指导站工作人员不少于3人，有1名专职联络员。", []),
        ("配备专职联络员，负责对接工作", []),
    ],
)
def test_names_in_a_text(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert staff(paper(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "关于聘任大学生就业创业服务指导站工作人员的通知",
        "关于委任就业创业服务指导站专职联络员的决定",
        "全体由支部书记担任工作人员",
        "经研究，由一名教师担任专职联络员",
        "由专人担任专职联络员，由辅导员担任工作人员",
    ],
)
def test_a_piece_of_a_sentence_is_nobody(text: str) -> None:
    assert staff(paper(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "栾世杰任站长（兼职），主持工作；慕春晓同志为专职联络员；初润泽同志（专职）负责招聘会；隋冰洁同志（兼职）负责培训。",
        "站长栾世杰（兼职）主持工作；慕春晓老师（专职联络员）负责对接；初润泽（专职）承担咨询；隋冰洁（兼职）协助培训。",
        "栾世杰兼任指导站站长，慕春晓担任专职联络员，初润泽专职负责招聘会，隋冰洁兼职参与培训。",
        "由栾世杰（兼职）任站长，慕春晓（专职）任联络员，初润泽（专职）协助联络员工作，由隋冰洁（兼职），具体负责培训。",
        "栾世杰（兼职）任站长。\n慕春晓（专职），任联络员。\n初润泽（专职）管招聘会。\n隋冰洁（兼职）管培训。",
    ],
)
def test_sentences_tell_who_does_what_and_how_they_work(text: str) -> None:
    assert sorted(staff(paper(f"关于指导站人员分工的说明\n{text}"))) == sorted(
        [("栾世杰", "", "兼职"), ("慕春晓", "liaison", "专职"), ("初润泽", "", "专职"), ("隋冰洁", "", "兼职")]
    )


@pytest.mark.parametrize(
    "text",
    [
        "站长安排任课教师（兼职）负责咨询，高校专家（兼职）承担讲座。",
        "联络员工作由海归博士（专职）负责。",
        "站长说明：初润泽（山东乳山人）负责招聘会。",
    ],
)
def test_what_somebody_is_names_nobody(text: str) -> None:
    assert staff(paper(text)) == []


def test_a_line_that_begins_within_a_name_names_nobody() -> None:
    lines = running("指导站分工：联络员赵蕊（专职）负责对接，欧阳", "于海（兼职）负责招聘会。")
    page = Page(Place("scan", 1), size=(1000, 400), lines=tuple(lines))
    assert staff(replace(paper("", kind="pdf"), pages=(page,))) == [
        ("赵蕊", "liaison", "专职"),
        ("欧阳于海", "", "兼职"),
    ]


def test_a_title_may_name_somebody() -> None:
    assert staff(paper("关于聘任王小明为指导站专职联络员的决定")) == [("王小明", "liaison", "专职")]


def test_a_header_of_two_rows() -> None:
    table = sheet(
        "指导站人员一览表|||||",
        "序号|姓名|基本情况||任职情况||工作分工",
        "||性别|学历|专职|兼职|",
        "1|张三|男|硕士||√|主持工作",
        "2|李四|女|本科|√||联络员，对接市人社局",
    )
    assert staff(paper(tables=(table,), kind="sheet")) == [("张三", "", "兼职"), ("李四", "liaison", "专职")]


def test_a_header_of_two_rows_with_the_names_in_the_lower() -> None:
    table = grid("基本情况||任职情况||分工", "姓名|性别|专职|兼职|", "张三|男|√||联络员", "李四|女||√|咨询")
    assert staff(paper(tables=(table,))) == [("张三", "liaison", "专职"), ("李四", "", "兼职")]


def test_a_card_for_each_person() -> None:
    cards = [
        grid(
            f"姓  名|{name}|性  别|女|出生年月|1980.03",
            "部  门|招生就业处|职  务|干事|职  称|讲师",
            f"站内岗位|{duty}|任职性质|{kind}|联系电话|0631-0000305",
        )
        for name, duty, kind in (("慕倩", "站长", "兼职"), ("李四", "联络员", "专职"))
    ]
    found = [("慕倩", "", "兼职"), ("李四", "liaison", "专职")]
    assert staff(paper(tables=tuple(cards))) == found
    assert staff(paper(tables=(grid(*("|".join(row) for card in cards for row in card.rows)),))) == found


def test_a_card_that_starts_like_a_header() -> None:
    table = grid("姓名|张三|部门|就业处", "职务|科长|是否联络员|是", "任职（专职/兼职）|专职|电话|0631-0000305")
    assert staff(paper(tables=(table,))) == [("张三", "liaison", "专职")]


@pytest.mark.parametrize("row", ["学号|2020001|专业|会计", "应聘岗位|前台|联系电话|0631-0000305"])
def test_cards_of_students_and_applicants_are_no_staff(row: str) -> None:
    assert staff(paper(tables=(grid("姓名|张三|性别|女", row),))) == []


def test_a_paragraph_for_each_person() -> None:
    texts = (
        "指导站现配备工作人员3名，具体如下：",
        "1. 张三，男，1978年生，招生就业处处长，任指导站站长，兼职。",
        "2.李四，女，讲师，任副站长，专职。",
        "（3）王五：就业指导科科员，任专职联络员，电话0631-0000312。",
        "以上人员相对固定，能够保证及时对接工作。",
    )
    assert staff(paper("\n".join(texts))) == [("张三", "", "兼职"), ("李四", "", "专职"), ("王五", "liaison", "专职")]


def test_sentences_that_begin_like_a_name_describe_nobody() -> None:
    text = "工作人员要求如下：\n1. 高效率，设专职联络员。\n2. 严要求。\n3. 全过程，有记录。"
    assert staff(paper(text)) == []


def test_a_photographed_staff_table() -> None:
    document = scattered(
        *(("姓名", 60, 100), ("部门", 200, 100), ("职务", 350, 100), ("专/兼职", 500, 100)),
        *(("张三", 60, 140), ("就业处", 200, 140), ("科长", 350, 141), ("专职联络员", 500, 140)),
        *(("李四", 60, 180), ("学工处", 200, 180), ("干事", 350, 181), ("兼职", 500, 180)),
    )
    assert staff(document) == [("张三", "liaison", "专职"), ("李四", "", "兼职")]


def test_names_after_their_number() -> None:
    found = staff(paper("指导站现有工作人员3人，分别是王建国、李晓梅、张伟，其中李晓梅为专职联络员。"))
    assert sorted(found) == sorted([("王建国", "", ""), ("李晓梅", "liaison", "专职"), ("张伟", "", "")])


def running(*texts: str) -> list[TextLine]:
    """Lines of a page under each other, the last of which is short."""
    rights = [*[900] * (len(texts) - 1), 400]
    places = (Place("a.pdf", 1, (100, 100 + 40 * at, right, 130 + 40 * at)) for at, right in enumerate(rights))
    return [TextLine(text, place) for text, place in zip(texts, places, strict=True)]


def test_a_list_of_names_that_runs_on_over_lines_of_a_page() -> None:
    lines = running("指导站工作人员：王建国（兼职）、李晓梅（专职联", "络员）、张伟（兼职）、陈", "思远（兼职）。")
    found = extract(Observed(replace(paper(), pages=(Page(Place("a.pdf", 1), lines=tuple(lines)),))), WORDS)
    assert [(fact.value, fact.role, fact.label) for fact in found] == [
        ("王建国", "", "兼职"),
        ("李晓梅", "liaison", "专职"),
        ("张伟", "", "兼职"),
        ("陈思远", "", "兼职"),
    ]


def test_a_list_that_ends_with_a_stop_does_not_run_on() -> None:
    lines = running("指导站工作人员：王建国（兼职）、李晓梅（专职）；", "张伟（兼职）")
    found = extract(Observed(replace(paper(), pages=(Page(Place("a.pdf", 1), lines=tuple(lines)),))), WORDS)
    assert [fact.value for fact in found] == ["王建国", "李晓梅"]


@pytest.mark.parametrize(
    "lines",
    [
        "指导站组织架构图\n站 长\n王红霞（兼职）\n副站长\n毕凯（专职）\n专职联络员\n丛振宇（专职）",
        "指导站岗位职责\n一、站长（王红霞，主任，兼职）\n1.主持全面工作。\n二、服务岗（毕凯，专职）\n三、联络员（丛振宇，专职）",
        "指导站人员\n站长 王红霞（兼职）\n副站长 毕凯（专职）\n专职联络员 丛振宇",
        "指导站任职安排\n王红霞同志兼任大学生就业指导站站长；毕凯同志任就业指导站工作人员（专职）；"
        "丛振宇同志任就业指导站专职联络员，负责联系。",
        "任命王红霞为指导站兼职工作人员，毕凯为指导站专职工作人员，丛振宇为指导站专职联络员。",
    ],
)
def test_posts_with_who_holds_them(lines: str) -> None:
    expected = [("丛振宇", "liaison", "专职"), ("毕凯", "", "专职"), ("王红霞", "", "兼职")]
    assert sorted(staff(paper(lines))) == expected


def test_names_in_brackets_of_other_papers_are_no_staff() -> None:
    assert not staff(paper("获奖名单\n一等奖（王红霞，机电系）\n二等奖（毕凯，信息系）"))
    assert not staff(paper("专职辅导员\n王红霞（讲师）\n毕凯（教授）"))


@pytest.mark.parametrize("kind", ["word", "sheet"])
@pytest.mark.parametrize("title", ["", "指导站工作人员|||"])
def test_a_turned_table_has_a_column_for_each_person(kind: str, title: str) -> None:
    rows = (
        "姓 名|戚晗|丁振宇|慕思琪",
        "部 门|学工处|就业办|机电系",
        "专/兼职|兼职|专职|兼职",
        "站内岗位|站长|联络员|职业咨询",
    )
    table = grid(*filter(None, (title, *rows)))
    expected = [("戚晗", "", "兼职"), ("丁振宇", "liaison", "专职"), ("慕思琪", "", "兼职")]
    assert staff(paper(tables=(table,), kind=kind)) == expected


def test_a_turned_table_of_students_is_no_staff() -> None:
    assert not staff(paper(tables=(grid("姓名|戚晗|丁振宇", "学号|01|02", "职务|班长|团支书"),)))


def test_a_list_on_a_phone_has_the_post_under_each_name() -> None:
    screen = scattered(
        ("就业指导站工作人员（3人）", 30, 100),
        ("张雪", 30, 210), ("张雪", 130, 200), ("站长·兼职", 130, 240),
        ("丁海燕", 130, 320), ("副站长·专职", 130, 360),
        ("苗文静", 130, 440), ("专职联络员", 130, 480),
    )  # fmt: skip
    assert staff(screen) == [("张雪", "", "兼职"), ("丁海燕", "", "专职"), ("苗文静", "liaison", "专职")]


def test_what_somebody_is_elsewhere_does_not_say_how_they_work_at_the_station() -> None:
    table = grid(
        "姓名|现任职务|指导站任职|站内岗位",
        "戚凯|副处长|兼职|站长",
        "隋红霞|专职辅导员|兼职|联络员",
        "宋雨桐|专任教师|专职|指导",
    )
    expected = [("戚凯", "", "兼职"), ("隋红霞", "liaison", "兼职"), ("宋雨桐", "", "专职")]
    assert staff(paper(tables=(table,))) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "指导站组织架构\n站长\n王红霞\n就业服务岗\n毕凯\n专职联络员\n丛振宇",
        "指导站岗位\n站长（王红霞）\n就业服务岗（毕凯）\n专职联络员（丛振宇）",
        "指导站岗位\n站长 王红霞\n就业服务岗 毕凯\n联络员 丛振宇（专职）",
    ],
)
def test_posts_whose_holders_are_named_without_more(lines: str) -> None:
    assert sorted(staff(paper(lines))) == [("丛振宇", "liaison", "专职"), ("毕凯", "", ""), ("王红霞", "", "")]


def test_names_under_headings_of_other_papers_are_no_staff() -> None:
    assert not staff(paper("工作人员须知\n负责人\n王红霞\n审核人\n毕凯\n张贴在专职岗位。"))


@pytest.mark.parametrize("first", ["示例", "例：", "样例"])
def test_a_row_that_shows_how_the_table_is_filled_in_is_nobody(first: str) -> None:
    rows = (f"{first}|张三|就业处|主任|专职|联络员", "1|李四|就业处|科员|专职|培训")
    table = sheet("序号|姓名|部门|职务|专兼职|分工", *rows)
    assert staff(paper(tables=(table,), kind="sheet")) == [("李四", "", "专职")]


@pytest.mark.parametrize("asked", ["专职或兼职", "专/兼职", "专兼职", "专职（兼职）"])
def test_a_column_that_asks_how_people_work_makes_a_table_of_staff(asked: str) -> None:
    table = grid(f"姓名|原岗位|{asked}|在指导站承担的工作", "路长青|副处长|兼职|负责人", "丁文静|辅导员|专职|联络员")
    assert staff(paper(tables=(table,))) == [("路长青", "", "兼职"), ("丁文静", "liaison", "专职")]


@pytest.mark.parametrize("charge", ["负责人", "责任人", "经办人", "任职人员"])
def test_who_is_in_charge_of_a_task_is_staff_where_it_is_told_how_they_work(charge: str) -> None:
    rows = "综合协调|张霖|兼职|处长", "对接人社部门|李沐阳|专职|联络员", "招聘会、培训|李 沐 阳|专职|"
    told = staff(paper(tables=(grid(f"工作内容|{charge}|专兼职|备注", *rows),)))
    assert told == [("张霖", "", "兼职"), ("李沐阳", "liaison", "专职")]
    assert staff(paper(tables=(grid(f"工作内容|{charge}|完成时间|备注", *rows),))) == []


def test_a_card_says_what_work_somebody_does() -> None:
    card = grid("姓名|邢佳|性别|女", "所在部门|就业指导中心|专职/兼职|专职", "承担工作|联络员，对接威海市人社局||")
    assert staff(paper(tables=(card,))) == [("邢佳", "liaison", "专职")]


@pytest.mark.parametrize("asked", ["任职（专/兼）", "任职性质", "专兼职（专/兼）", "岗位性质（专职/兼职）"])
def test_a_card_may_ask_in_brackets_what_may_be_chosen(asked: str) -> None:
    card = grid(
        "姓名|郝晴|性别|女",
        "所在部门|就业指导中心|职务（职称）|辅导员",
        f"{asked}|兼职|联系电话|5678105",
        "站内分工|活动组织||",
    )
    assert staff(paper(tables=(card,))) == [("郝晴", "", "兼职")]


@pytest.mark.parametrize("asked", ["任职方式", "用工形式", "在岗状态", "专职兼职"])
def test_a_small_card_of_two_columns_for_each_person(asked: str) -> None:
    people = (("丛雪峰", "站长", "兼职"), ("慕佳宁", "联络员", "专职"), ("滕玉洁", "咨询师", "专"))
    rows = "姓　名|{}|照片/所在部门|招生就业处|/岗　位|{}|/{}|{}|/工作职责|数据报送|"
    cards = [grid(*rows.format(name, post, asked, kind).split("/")) for name, post, kind in people]
    found = [("丛雪峰", "", "兼职"), ("慕佳宁", "liaison", "专职"), ("滕玉洁", "", "专职")]
    assert staff(paper(tables=tuple(cards))) == found
    ticked = grid("姓名|丛雪峰|部门|就业处", f"{asked}|专职||兼职|√", "岗位|站长||")
    assert [label for *_, label in staff(paper(tables=(ticked,)))] != ["专职"]


@pytest.mark.parametrize("holder", ["任职人", "在岗人员", "现任人员", "岗位人员姓名", "任职者"])
def test_the_card_of_a_post_says_who_holds_it(holder: str) -> None:
    card = grid(f"岗位名称|联络员岗|{holder}|左思涵", "任职性质|专职|直接上级|站长", "任职资格|本科以上学历||")
    vacant = grid(f"岗位名称|咨询师岗|{holder}|空缺", "任职性质|兼职|直接上级|站长")
    assert staff(paper(tables=(card, vacant))) == [("左思涵", "liaison", "专职")]


def test_who_is_in_charge_on_the_card_of_an_activity_is_no_staff() -> None:
    card = grid("活动名称|春季双选会|负责人|左思涵", "活动类别|专职教师培训|地点|体育馆")
    assert staff(paper(tables=(card,))) == []


@pytest.mark.parametrize(
    "rows",
    [
        ("站长|申屠远（学生处处长，兼职）|", "|鲍思琪|专职联络员", "成员|景文轩|专职，负责数据统计"),
        ("申屠远|站长（兼职）", "鲍思琪|联络员，专职", "景文轩|就业服务岗，专职"),
    ],
)
def test_rows_without_a_header_name_people_beside_their_posts(rows: tuple[str, ...]) -> None:
    expected = [("申屠远", "", "兼职"), ("鲍思琪", "liaison", "专职"), ("景文轩", "", "专职")]
    title = "关于调整指导站工作人员的通知"
    assert sorted(staff(paper(title, tables=(grid(*rows),)))) == sorted(expected)
    cells = [
        (text, 60 + 350 * at, 100 + 60 * row)
        for row, line in enumerate(rows)
        for at, text in enumerate(line.split("|"))
    ]
    assert sorted(staff(scattered((title, 60, 20), *(cell for cell in cells if cell[0])))) == sorted(expected)


@pytest.mark.parametrize("rows", [("甲公司|张三|联络人", "乙公司|李四|联络人"), ("组长|张三|校长", "副组长|李四|处长")])
def test_rows_of_other_lists_name_no_staff(rows: tuple[str, ...]) -> None:
    assert staff(paper("各单位报名后由工作人员统一安排。", tables=(grid(*rows),))) == []


@pytest.mark.parametrize(
    ("marked", "note"),
    [
        ("★ 安 然", "注：加★者为专职联络员，其余为兼职。"),
        ("安然*", "带*的为专职联络员，其他人员均为兼职"),
        ("▲安然", "▲表示专职联络员；其余同志均为兼职。"),
    ],
)
def test_a_note_says_of_marked_names_how_they_work(marked: str, note: str) -> None:
    table = grid("姓名|部门|职务", "戚建国|招生就业处|处长", f"{marked}|招生就业处|科员")
    expected = [("戚建国", "", "兼职"), ("安然", "liaison", "专职")]
    assert staff(paper(f"指导站工作人员名单\n{note}", tables=(table,))) == expected
    assert staff(paper("指导站工作人员名单", tables=(grid(*map("|".join, table.rows), f"{note}||"),))) == expected


def test_a_note_does_not_outweigh_what_a_row_says() -> None:
    table = grid("姓名|部门|专兼职", "戚建国|招生就业处|兼职", "★安然|招生就业处|兼职")
    assert staff(paper("名单\n★为专职联络员", tables=(table,))) == [("戚建国", "", "兼职"), ("安然", "liaison", "兼职")]


def test_a_contract_s_party_is_no_name() -> None:
    assert staff(paper("一、甲方聘乙方为指导站专职联络员，聘期三年。")) == []
