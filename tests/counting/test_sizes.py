from dataclasses import replace
from fractions import Fraction

import pytest

from tests.counting.station_papers import SCHOOL, codes, counted, points, scan, seen
from tests.facts.papers import grid, paper, sheet

PROOF = "场地证明\n兹证明就业创业服务指导站办公室面积{}平方米，特此证明。"


def test_twenty_counts_and_a_little_less_does_not() -> None:
    assert points("1.1", seen(paper(PROOF.format("20.0")))) == (10, 10, 10)
    assert points("1.1", seen(paper(PROOF.format("19.99")))) == (0, 0, 0)


def test_a_proof_outranks_a_summary_and_low_takes_the_least() -> None:
    summary = paper("指导站2024年度工作总结\n指导站固定办公室面积18平方米。", file="summary")
    papers = seen(summary, paper(PROOF.format(36), file="proof"))
    assert points("1.1", papers) == (0, 10, 10)
    assert "totals-disagree" in codes(counted("1.1", papers))


def test_a_summary_that_says_more_raises_only_high() -> None:
    summary = paper("指导站2024年度工作总结\n指导站固定办公室面积40平方米。", file="summary")
    assert points("1.1", seen(summary, paper(PROOF.format(18), file="proof"))) == (0, 0, 10)


def test_a_doubtful_reading_does_not_count_in_low() -> None:
    papers = seen(scan(PROOF.format(36), 0.7))
    assert points("1.1", papers) == (0, 10, 10)
    assert codes(counted("1.1", papers)) == {"low-confidence"}


def test_the_bare_name_of_the_parent_school_counts_in_high() -> None:
    papers = seen(paper("哈尔滨工业大学场地证明\n兹证明就业创业服务指导站办公室面积36平方米。"))
    assert points("1.1", papers) == (0, 0, 10)
    assert codes(counted("1.1", papers)) == {"judgement-required"}


def test_only_a_photo_leaves_the_size_open() -> None:
    papers = seen(paper("", kind="image", file="a/1.jpg"), hints={"a/1.jpg": ("1.1",)})
    assert points("1.1", papers) == (0, 0, 10)
    assert codes(counted("1.1", papers)) == {"content-unconfirmed"}


def test_people_at_a_lecture_are_no_seats() -> None:
    assert not counted("1.2", seen(paper("场地使用情况\n在报告厅举办就业讲座12场，参加学生1200人。"))).measures


def test_the_wording_of_the_form_is_no_statement() -> None:
    text = "材料清单\n20平方以上室内固定办公场所\n容纳50人以上的室内培训场地"
    assert not counted("1.1", seen(paper(text))).evidence
    assert not counted("1.2", seen(paper(text))).evidence


def test_what_a_rule_asks_for_is_no_statement() -> None:
    text = "建站说明\n指导站固定场所应不小于20平方米，培训场地应不少于60个座位。"
    assert not counted("1.1", seen(paper(text))).evidence


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("办公室位置：B座311；面积：28平；固定办公。", "28"),
        ("指导站办公室使用面积为二十五点五平方米。", "51/2"),
        ("指导站办公室两间共48平米。", "48"),
        ("指导站办公场所约20平方米，长期使用。", "20"),
        ("指导站办公场所面积十八点六平方米。", "93/5"),
        ("办公用房26.5平左右，专用。", "53/2"),
        ("配有30平的固定办公场所。", "30"),
    ],
)
def test_an_area_in_everyday_words(text: str, size: str) -> None:
    measure = counted("1.1", seen(paper(f"指导站办公室情况\n{text}"))).measures[0]
    assert str(measure.proposed) == size


@pytest.mark.parametrize(
    "text",
    [
        "指导站办公室和培训教室情况\n总计面积：60平。",
        "指导站办公室情况\n学校建筑面积共30万平方米，培训教室90平方米。",
        "办公室平时开放，平台运行平稳，每天接待20平均。",
    ],
)
def test_a_size_of_another_thing_is_not_the_offices(text: str) -> None:
    assert points("1.1", seen(paper(text)))[1] == 0


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("培训室设在图书馆，室内固定座椅48个，配备多媒体讲台一套。", 48),
        ("指导站培训教室可容纳五十余人。", 50),
        ("培训教室有折叠座椅八十把。", 80),
        ("培训场地能容纳百余人同时培训。", 100),
        ("报告厅设座席120个。", 120),
    ],
)
def test_chairs_are_seats(text: str, seats: int) -> None:
    assert counted("1.2", seen(paper(f"指导站培训场地情况\n{text}"))).measures[0].proposed == seats


def test_the_row_of_a_table_tells_what_its_seats_are_of() -> None:
    form = grid("名称|指导站培训室", "面积|90㎡", "座椅数量|60", "投影|1台", title="指导站培训室情况表")
    assert points("1.2", seen(paper("指导站培训室情况表", tables=(form,)))) == (10, 10, 10)
    rooms = sheet("编号|名称|座位数|用途", "J-208|指导站培训教室|60个|讲座", "G-1|学校体育馆|800个|比赛")
    listed = paper("", kind="sheet", file="book.xlsx", tables=(rooms,))
    assert [each.value for each in counted("1.2", seen(listed)).evidence] == [60]
    other = grid("场地|座位数|用途", "体育馆|60个|篮球", "培训室|45个|培训", title="校内场地一览表")
    assert counted("1.2", seen(paper("校内场地一览表", tables=(other,)))).measures[0].proposed == 45


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("场地证明\n兹证明{own}指导站办公场所位于行政楼108室，室内面积36平方米，供固定使用。", 10),
        ("情况介绍\n日照职业技术学院建有指导站办公室36平方米。", 0),
        ("场地证明\n{own}指导站参观了威海职业学院，威海职业学院指导站办公室面积36平方米。", 0),
    ],
)
def test_what_certifies_a_size_is_of_the_school_that_it_names(text: str, found: int) -> None:
    assert points("1.1", seen(paper(text.format(own=SCHOOL))))[1] == found


def test_a_row_tells_what_its_area_is_of() -> None:
    rows = ("明德楼|201|教务处|行政办公|36.2", "明德楼|214|大学生就业创业服务指导站|行政办公|27.4")
    table = grid("楼宇|房间号|使用单位|用途|使用面积(平方米)", *rows)
    assert counted("1.1", seen(paper(tables=(table,)))).measures[0].proposed == Fraction("27.4")
    assert not counted(
        "1.1", seen(paper(tables=(grid("楼宇|房间号|使用单位|用途|使用面积(平方米)", rows[0]),)))
    ).measures


def test_what_speaks_against_a_row_may_stand_in_any_cell() -> None:
    table = grid("楼宇|房间|用途|面积（平方米）", "致远楼|118|指导站办公室|16", "致远楼|120|办公室（面试洽谈）|45")
    assert points("1.1", seen(paper("指导站用房明细", tables=(table,)))) == (0, 0, 0)


def test_the_seats_of_a_room_may_stand_in_brackets_behind_it() -> None:
    assert points("1.2", seen(paper("培训场地清单\n1.图书馆报告厅（300人）\n2.小会议室（30人）"))) == (10, 10, 10)
    assert not counted("1.2", seen(paper("场地使用情况\n就业讲座在报告厅举办（参加300人）"))).measures


@pytest.mark.parametrize("room", ["就业创业培训室", "创业路演厅", "多功能厅"])
def test_a_paper_on_a_room_states_its_seats(room: str) -> None:
    card = grid(f"名称|{SCHOOL}{room}", "功能|创业培训、就业讲座", "规模|长12米，宽9米，最多容纳９０人")
    assert points("1.2", seen(paper(f"{room}简介", tables=(card,)))) == (10, 10, 10)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("原办公室36平方米已收回。", (0, 0, 10)),
        ("办公室面积36平方米，已移交校产处。", (0, 0, 10)),
        ("原办公室36平方米已腾退，现办公室面积24平方米。", (10, 10, 10)),
        ("原办公室面积36平方米已退还学校，现办公室面积12平方米。", (0, 0, 0)),
        ("现办公室面积24平方米，原房间收回。", (10, 10, 10)),
        ("办公室面积24平方米。旧家具已移交资产处。", (10, 10, 10)),
    ],
)
def test_a_room_that_was_given_up_is_none(said: str, expected: tuple[int, int, int]) -> None:
    assert points("1.1", seen(paper(f"场地证明\n兹证明我校就业创业服务指导站{said}特此证明。"))) == expected


@pytest.mark.parametrize(
    ("said", "seats"),
    [
        ("培训教室原有座位60个，2024年3月改造为圆桌式布局后，设座位44个，现为唯一的培训场地。", 44),
        ("培训教室现有座位44个（改造前60个）。", 44),
        ("培训教室座位由60个减少到44个。", 44),
        ("培训教室可容纳人数从60人调整为44人。", 44),
        ("培训教室原有座位40个，扩建后座位80个。", 80),
        ("培训教室原有座位60个，新增座位20个。", 60),
        ("利用原有培训教室，座位60个。", 60),
        ("培训教室在原教学楼改造后设座位60个。", 60),
    ],
)
def test_the_seats_of_before_a_change_are_none(said: str, seats: int) -> None:
    measure = counted("1.2", seen(paper(f"就业培训教室改造情况说明\n{SCHOOL}指导站{said}"))).measures[0]
    assert measure.proposed == measure.high == seats


def test_a_column_may_tell_the_size_of_before_a_change() -> None:
    table = grid("名称|改造前座位数|改造后座位数", "指导站培训教室|60|44")
    assert points("1.2", seen(paper("培训场地改造情况", tables=(table,)))) == (0, 0, 0)


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("原办公室36平方米，现办公室面积18平方米。", 18),
        ("办公室使用面积由36平方米压缩到18平方米。", 18),
        ("搬迁前办公室面积18平方米，搬迁后办公室面积36平方米。", 36),
        ("固定办公场所（使用面积合计 52平方米）划归我站。", 52),
    ],
)
def test_the_office_of_before_a_move_is_none(said: str, area: int) -> None:
    measure = counted("1.1", seen(paper(f"场地证明\n兹证明我校就业创业服务指导站{said}特此证明。"))).measures[0]
    assert measure.proposed == measure.high == area


def test_of_a_form_that_moves_an_office_the_room_moved_into_counts() -> None:
    rows = "申请部门|就业创业服务指导站", "调出房间|综合楼305，使用面积36㎡", "调入房间|服务大厅109，使用面积15㎡"
    form = grid(*rows, "意见|同意", title="办公用房调整审批单")
    assert points("1.1", seen(paper("办公用房调整审批单", tables=(form,)))) == (0, 0, 0)


@pytest.mark.parametrize(
    ("purpose", "size"),
    [("大学生就业创业服务指导站办公室", Fraction("24.86")), ("教务处资料存放", None), ("指导站培训教室", None)],
)
def test_a_card_of_pairs_is_of_the_room_whose_purpose_it_tells(purpose: str, size: Fraction | None) -> None:
    card = sheet(
        "公用房屋信息卡片|||||",
        "房屋编号|WH-02-0117|校区|东校区|楼宇名称|新海楼",
        "楼宇建筑面积|8620.50㎡|楼宇层数|5|建成时间|2016-08",
        "所在楼层|1|房间号|117|房间使用面积|24.86㎡",
        f"房屋大类|行政办公|使用单位|招生就业处|具体用途|{purpose}",
        "启用日期|2020-07-01|责任人|曲静|使用状态|在用",
    )
    measures = counted("1.1", seen(paper("", kind="sheet", file="book.xlsx", tables=(card,)))).measures
    assert [measure.high for measure in measures] == ([size] if size else [])


def test_the_row_of_a_school_among_several_is_its_own() -> None:
    rows = ("1|山东外事职业大学|18|240", "2|威海职业学院|42|110", f"3|{SCHOOL}|33|160", "4|教务处|90|20")
    table = sheet("驻威高校指导站硬件情况汇总表|||", "序号|单位|办公场所（平方米）|培训场地（座）", *rows)
    papers = seen(paper("", kind="sheet", file="book.xlsx", tables=(table,)))
    assert counted("1.1", papers).measures[0].proposed == 33
    of_college = replace(papers, school="威海职业学院")
    assert counted("1.1", of_college).measures[0].proposed == 42


@pytest.mark.parametrize(
    ("title", "text", "high"),
    [
        ("就业创业培训室使用须知", "一、培训室位于海韵楼二层，用于指导站开展培训。", 10),
        ("体育馆使用须知", "一、体育馆用于教学，也办就业培训。", 0),
        ("威海职业学院培训室使用须知", "一、培训室位于二层。", 0),
    ],
)
def test_a_paper_filed_for_a_room_that_its_title_names_leaves_the_size_open(title: str, text: str, high: int) -> None:
    papers = seen(paper(f"{title}\n{text}", file="1.2/a"), hints={"1.2/a": ("1.2",)})
    assert points("1.2", papers) == (0, 0, high)
    assert points("1.2", seen(paper(f"{title}\n{text}"))) == (0, 0, 0)


def test_a_workbook_filed_for_a_room_leaves_the_size_open() -> None:
    rooms = sheet("指导站培训教室简介||", "项目|说明|备注", "位置|海韵楼二层|固定")
    book = paper("", kind="sheet", file="book.xlsx", tables=(rooms,))
    papers = seen(replace(book, pages=()), hints={"book.xlsx": ("1.2",)})
    assert points("1.2", papers) == (0, 0, 10)
    assert codes(counted("1.2", papers)) == {"partial-evidence"}


@pytest.mark.parametrize(
    ("said", "area"),
    [("四十六个平方", 46), ("46个平米", 46), ("大概二十来个平方", 20), ("十八个平方米", 18)],
)
def test_an_area_as_it_is_spoken(said: str, area: int) -> None:
    speech = f"在指导站考核现场会上的汇报\n这间屋子就是指导站的办公室，{said}，门口挂着牌子。"
    assert counted("1.1", seen(paper(speech))).measures[0].proposed == area


@pytest.mark.parametrize(
    "said",
    [
        "直播间为企业版账号，可容纳500人同时在线",
        "指导站的线上培训教室最多容纳300人",
        "腾讯会议账号可容纳300人培训",
        "钉钉培训直播间在线人数上限为1000人",
        "虚拟教室可容纳200人同时培训",
    ],
)
def test_a_room_that_is_online_is_no_room_for_training(said: str) -> None:
    assert points("1.2", seen(paper(f"{SCHOOL}场地说明\n{said}。\n{SCHOOL}就业指导中心\n2024年3月15日")))[1] == 0


def test_a_hall_with_what_it_takes_to_broadcast_is_one() -> None:
    told = f"场地证明\n{SCHOOL}就业创业服务指导站培训用报告厅位于图书馆一楼，可容纳200人，配有直播设备。"
    assert points("1.2", seen(paper(told))) == (10, 10, 10)


@pytest.mark.parametrize("size", ["260 人", "260人", "约260人", "260座", "260 个"])
def test_a_row_of_fields_with_a_size_in_it_is_no_header(size: str) -> None:
    fields = grid(
        "申请单位|大学生就业创业服务指导站|申请日期|2024 年 4 月 8 日",
        f"使用场地|学术报告厅（室内）|可容纳座位数|{size}",
        "活动名称|毕业生就业创业培训|负责人|申文博",
        "申请单位意见|同意申请。|备注|",
    )
    assert points("1.2", seen(paper(f"{SCHOOL}培训场地使用审批表", tables=(fields,)))) == (10, 10, 10)


def test_a_size_whose_sentence_begins_on_the_line_before_is_of_the_room_told_there() -> None:
    # the second line of a page that is full to its right edge
    lines = (
        "用房确认书：经确认，指导站办公室位于实训楼A座204，使用面积",
        "33.60平方米，使用期限至2026年8月。",
    )
    document = paper("\n".join(("场地证明", *lines, SCHOOL)), kind="pdf")
    assert points("1.1", seen(document)) == (10, 10, 10)


@pytest.mark.parametrize("title", ["公共会场一览表（就业指导中心可申请使用）", "场地一览（各部门可随时申请使用）"])
def test_a_room_that_may_be_asked_for_is_there(title: str) -> None:
    table = grid("序号|会场名称|容纳人数", "1|就业创业指导站培训室|84", title=f"{SCHOOL}{title}")
    assert points("1.2", seen(paper(tables=(table,)))) == (10, 10, 10)


@pytest.mark.parametrize(
    "answer", ["符合条件。办公场所长期且固定，标识醒目。", "已具备，环境整洁。", "设有专门的办公场所。"]
)
def test_an_answer_to_the_form_s_point_that_tells_no_size_leaves_it_open(answer: str) -> None:
    told = paper(
        f"{SCHOOL}指导站自评材料\n（1）20平方以上室内固定办公场所\n{answer}\n（2）容纳50人以上的室内培训场地\n不具备。"
    )
    assert points("1.1", seen(told)) == (0, 0, 10)
    assert codes(counted("1.1", seen(told))) == {"partial-evidence"}
    assert not counted("1.2", seen(told)).evidence


def test_a_card_of_a_room_tells_what_it_is_for() -> None:
    card = grid(
        "使用部门|大学生就业创业服务指导站|房间号|A305",
        "房屋用途|办公|使用面积（㎡）|31.5",
        "启用时间|2022年9月|管理员|李强",
    )
    assert points("1.1", seen(paper(f"{SCHOOL}用房登记卡", tables=(card,)))) == (10, 10, 10)


def test_the_station_s_row_in_a_list_of_offices_is_its_office() -> None:
    rooms = grid(
        "使用单位|房间|核定面积(平方米)|实际面积(平方米)",
        "财务处|行政楼101|60|58.2",
        "大学生就业创业服务指导站|行政楼210|24|26.4",
    )
    told = counted("1.1", seen(paper(f"{SCHOOL}二级单位办公用房核定表", tables=(rooms,))))
    assert told.measures[0].proposed == Fraction("26.4")


@pytest.mark.parametrize(
    ("title", "size"), [("2024年部门用房调整结果", Fraction("18.6")), ("指导站用房一览", Fraction("22.3"))]
)
def test_beside_the_station_s_row_the_rooms_of_others_are_not_its_own(title: str, size: Fraction) -> None:
    rooms = grid("房间|使用单位|实测面积", "202|就业创业服务指导站办公室|18.6平方米", "204|资助中心办公室|22.3平方米")
    told = counted("1.1", seen(paper(f"{SCHOOL}{title}", tables=(rooms,))))
    assert told.measures[0].proposed == size


@pytest.mark.parametrize(("old", "new", "earned"), [(18, 35, 10), (35, 18, 0)])
def test_a_notice_of_a_move_tells_the_new_office(old: int, new: int, earned: int) -> None:
    text = f"自9月起，指导站由A楼102（{old}平方米）搬至B楼201（{new}平方米）办公，电话不变。"
    notice = paper(f"关于指导站办公地点搬迁的通知\n各学院：\n{text}\n{SCHOOL}就业指导中心\n2024年8月28日")
    assert points("1.1", seen(notice))[1] == earned


def test_what_a_sentence_says_around_a_number_is_shown_without_moving_it() -> None:
    proof = f"培训场地证明\n我校设有可容纳150人的培训教室。\n{SCHOOL}\n2024年3月1日"
    (piece,) = counted("1.2", seen(paper(proof))).evidence
    assert piece.why == "写明“150人”（我校设有可容纳…的培训教室）"


@pytest.mark.parametrize(
    "told",
    [
        "学校建有培训场地2个，共180平方米。",
        "建有面积180平方米的培训教室2间。",
        "建有培训室1间、会议室3间。",
        "报告厅面积约为300平方米。",
    ],
)
def test_a_room_that_is_told_without_its_seats_leaves_the_cell_open_and_says_why(told: str) -> None:
    papers = seen(paper(f"大学生就业创业服务指导站2024年度总结报告\n{told}"))
    assert points("1.2", papers) == (0, 0, 10)
    assert codes(counted("1.2", papers)) == {"partial-evidence"}


@pytest.mark.parametrize(
    "told",
    [
        "全年在报告厅举办讲座3场，培训教室使用12次。",
        "目前没有培训场地，拟建培训场地1处。",
        "应提供培训场地1处，不少于180平方米。",
        "培训教室0间。",
    ],
)
def test_what_a_room_is_used_for_or_will_be_says_nothing_of_it(told: str) -> None:
    papers = seen(paper(f"大学生就业创业服务指导站2024年度总结报告\n{told}"))
    assert points("1.2", papers) == (0, 0, 0)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("指导站办公室由综合楼203室（32平方米）迁至图书馆212室（17.5平方米），原房间收回。", (0, 0, 0)),
        ("指导站办公室从行政楼（32㎡）搬至实训楼108室（26㎡）。", (10, 10, 10)),
        ("指导站办公室由32平方米调整为18平方米。", (0, 0, 0)),
        ("指导站办公室由综合楼203室（16平方米）迁到就业大厦212室（28平方米）。", (10, 10, 10)),
    ],
)
def test_an_office_that_moved_has_the_size_of_the_room_moved_into(said: str, expected: tuple[int, int, int]) -> None:
    text = f"关于调整指导站办公用房的通知\n{SCHOOL}各部门：\n自2024年2月26日起，{said}"
    assert points("1.1", seen(paper(text))) == expected


def test_things_counted_by_room_say_nothing_of_the_rooms() -> None:
    table = grid("名称|办公室|培训教室|合计", "计算机|3|1|4", "折叠展架|12|—|12")
    papers = seen(paper(f"{SCHOOL}就业创业服务指导站设备配备情况统计表", tables=(table,)))
    assert (points("1.1", papers), points("1.2", papers)) == ((0, 0, 0), (0, 0, 0))


@pytest.mark.parametrize(
    ("told", "earned"),
    [
        ("固定办公场所25平方米，配备专人值守；完善各项制度，年初制定了全年工作计划。", 10),
        ("年初编制了服务计划；指导站有固定办公场所25平方米。", 10),
        ("按照年度工作计划，学校为指导站配备固定办公场所25平方米。", 10),
        ("固定办公场所25平方米。下一步计划增配打印机两台。", 10),
        ("学校拟为指导站安排固定办公场所25平方米。", 0),
        ("固定办公场所25平方米。预计2025年5月建成。", 0),
        ("固定办公场所25平方米；该办公室计划2025年启用。", 0),
        ("学校计划新建指导站用房。办公室面积25平方米。", 0),
    ],
)
def test_a_plan_that_was_made_takes_no_room_away_and_a_room_that_is_planned_is_none(told: str, earned: int) -> None:
    text = f"大学生就业创业服务指导站2024年度总结报告\n指导站情况\n{told}\n{SCHOOL}"
    assert points("1.1", seen(paper(text))) == (earned, earned, earned)


@pytest.mark.parametrize(
    ("cell", "title", "told", "high"),
    [
        ("1.1", "校长办公会议纪要", "会议同意将第二教学楼216室固定作为指导站办公室，由资产处办理手续。", 10),
        ("1.1", "关于用房的复函", "综合楼105室划拨就业创业服务指导站作为固定办公场所使用。", 10),
        ("1.2", "党政联席会议纪要", "会议决定把实训楼302阶梯教室改为指导站培训教室。", 10),
        ("1.1", "校长办公会议纪要", "同意将216室作为学生会办公室；指导站办公室问题另行研究。", 0),
        ("1.1", "校长办公会议纪要", "会议同意将216室收拾后，拟作为指导站办公室。", 0),
        ("1.1", "关于领取资料的通知", "请各班到指导站办公室领取资料。", 0),
    ],
)
def test_a_room_that_is_given_to_the_station_leaves_its_size_open(cell: str, title: str, told: str, high: int) -> None:
    papers = seen(paper(f"{title}\n〔2024〕6号\n{told}\n2024年3月28日"))
    assert points(cell, papers) == (0, 0, high)
    assert codes(counted(cell, papers)) == ({"partial-evidence"} if high else set())
