from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facts.papers import words
from tests.facts.seen import captioned, drawn, kept, span, typed, yearless
from verifier.facts import dates
from verifier.facts.events.extract import event_name_key, extract, same_event_name
from verifier.facts.posts import extract as posts
from verifier.facts.rosters import extract as rosters
from verifier.model import Document, Event, Observed, Place, SourceFile, Table

WORDS = words()


def events(document: Document) -> list[Event]:
    seen = Observed(document)
    for each in (rosters, dates, posts):
        seen = replace(seen, facts=(*seen.facts, *each.extract(seen, WORDS)))
    return [fact.value for fact in extract(seen, WORDS)]


def names(document: Document) -> list[tuple[str, str]]:
    return [(event.kind, event.name) for event in events(document)]


# --- names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("热烈祝贺2024届毕业生春季校园招聘会隆重举行", "fair", "2024届毕业生春季校园招聘会"),
        ("欢迎参加山东大学（威海）2024届毕业生春季双选会", "fair", "2024届毕业生春季双选会"),
        ("图1 2024年3月15日海洋装备产业人才双选会现场", "fair", "海洋装备产业人才双选会"),
        ("关于举办“百企进校园”综合招聘会的通知", "fair", "“百企进校园”综合招聘会"),
        ("船舶类企业供需见面会", "fair", "船舶类企业供需见面会"),
        ("2024年威海市“春风行动”专场招聘会", "fair", "2024年威海市“春风行动”专场招聘会"),
        ("威海市直播带岗走进高校", "online-fair", "威海市直播带岗"),
        ("百日千万网络招聘专项行动", "online-fair", "百日千万网络招聘专项行动"),
        ("海洋食品企业招聘宣讲会", "talk", "海洋食品企业招聘宣讲会"),
        ("毕业生就业指导咨询现场", "consultation", "毕业生就业指导咨询现场"),
        ("一对一职业咨询室", "consultation", "一对一职业咨询室"),
        ("简历门诊", "consultation", "简历门诊"),
        ("第九届大学生创新创业大赛决赛", "contest", "第九届大学生创新创业大赛决赛"),
        ("“挑战杯”大学生创业计划竞赛", "contest", "“挑战杯”大学生创业计划竞赛"),
        ("中国国际大学生创新大赛（2024）校赛", "contest", "中国国际大学生创新大赛"),
        ("就业创业政策宣传手册发放点", "handout", "就业创业政策宣传手册发放点"),
        ("就业政策宣传栏", "poster", "就业政策宣传栏"),
        ("大学生职业规划讲座", "lecture", "大学生职业规划讲座"),
        ("大学生就业指导讲座", "consultation", "大学生就业指导讲座"),
    ],
)
def test_a_name_is_cut_out_of_its_line(text: str, kind: str, name: str) -> None:
    found = [(each, called) for each, called in names(drawn((text, 100, 100, 60))) if each == kind]
    assert found and found[0][1].removesuffix("(2024)校赛") == name


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("fair", "2025届毕业生冬季双选大会"),
        ("fair", "“万企进校”秋季招聘月"),
        ("fair", "山东外事职业大学2024年春招会"),
        ("fair", "政校企人才供需对接大会"),
        ("fair", "校园引才嘉年华"),
        ("fair", "海洋类毕业生就业大集"),
        ("fair", "高校毕业生就业市场"),
        ("fair", "食品药品类专场招会"),
        ("fair", "装备制造类供需见会"),
        ("contest", "大学生创业经营模拟对抗赛"),
        ("contest", "山东省“黄炎培杯”职业院校创业规划大赛"),
        ("contest", "全国大学生“创新、创意及创业”挑战赛省赛"),
        ("contest", "“学创杯”校内选拔赛"),
        ("contest", "海洋学院大学生创业点子比赛"),
        ("consultation", "毕业生简历“问诊”周"),
        ("consultation", "简历点评工作坊"),
        ("consultation", "职业生涯规划个体咨询室"),
        ("consultation", "求职能力一对一辅导"),
        ("consultation", "就业政策答疑会"),
        ("consultation", "创业导师面对面"),
    ],
)
def test_a_name_that_stands_on_no_list_is_known_by_how_it_is_built(kind: str, text: str) -> None:
    assert kind in {each for each, _ in names(drawn((text, 100, 100, 60)))}


@pytest.mark.parametrize(
    "text",
    [
        "毕业生就业市场形势分析",
        "最新招聘会",
        "往期双选会",
        "创业学院学生技能大赛",
        "机械创新设计竞赛",
        "教师资格证面试辅导班",
        "大学生就业指导与服务中心",
        "创业孵化基地",
        "威海人才市场",
        "职业技能大赛",
        "心理个体咨询室",
        "学业咨询室",
        "留学咨询台",
        "征兵政策咨询",
        "图书馆咨询台",
    ],
)
def test_what_only_sounds_like_an_event_is_none(text: str) -> None:
    assert names(drawn((text, 100, 100, 60))) == []


@pytest.mark.parametrize(
    ("head", "beside", "wanted"),
    [
        # the room of another office, and what hangs on its wall
        ("心理健康教育与咨询中心", ["个体咨询室", "简历修改"], set()),
        ("大学生心理发展中心", ["咨询室"], set()),
        ("招生咨询会现场", ["就业政策咨询台", "专场招聘会"], set()),
        ("校园足球联赛", ["创业大赛"], set()),
        # one of its own, whatever stands small beside it
        ("就业指导咨询室", ["心理健康教育中心"], {"consultation"}),
        ("学生发展中心", ["个体咨询室"], {"consultation"}),
    ],
)
def test_what_stands_small_beside_the_sign_of_another_matter_is_none(
    head: str, beside: list[str], wanted: set[str]
) -> None:
    small = [(text, 100, 400 + 200 * at, 50) for at, text in enumerate(beside)]
    seen = drawn((head, 100, 100, 100), *small)
    assert {event.kind for event in events(seen)} & {"consultation", "fair", "contest"} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "大学生就业指导中心",
        "就业创业服务指导站",
        "教师招聘公告",
        "招生咨询会",
        "心理咨询室 心理健康服务",
        "校园歌手大赛",
        "数学建模竞赛",
        "春季运动会",
        "互联网+政务服务",
        "社团招新",
    ],
)
def test_other_matters_name_no_event(text: str) -> None:
    assert names(drawn((text, 100, 100, 60))) == []


def test_the_school_s_employment_office_does_not_hide_its_fair() -> None:
    document = drawn(("某学院招生就业处", 300, 100, 60), ("春季校园双选会", 300, 175, 62))
    assert [kind for kind, _ in names(document)] == ["fair"]


def test_the_lines_of_a_banner_are_one_text_even_where_a_word_is_parted() -> None:
    document = drawn(("2024届毕业生春季校园双", 100, 100, 60), ("选会", 100, 170, 60))
    assert names(document) == [("fair", "2024届毕业生春季校园双选会")]


def test_the_pieces_of_a_slanting_banner_are_read_from_left_to_right() -> None:
    document = drawn(("校企供需见面会", 822, 135, 84), ("“留威就业”", 430, 154, 88), ("2024年4月18日", 406, 270, 80))
    (event,) = events(document)
    assert (event.name, event.day) == ("“留威就业”校企供需见面会", span(2024, 4, 18))


def test_words_of_a_site_s_menu_are_no_events() -> None:
    screen = kept("web-article-with-sidebar")
    assert {"春季双选会报名通知", "宣讲会安排"} <= {line.text for line in screen.lines}
    assert names(screen) == []


# --- days and organisers ----------------------------------------------------------------------------


def test_the_nearest_day_of_the_sentence_is_the_event_s() -> None:
    document = typed("2024年3月1日召开筹备会，2024年3月15日举办春季校园双选会，4月2日总结。")
    assert [event.day for event in events(document)] == [span(2024, 3, 15)]


def test_the_caption_s_day_dates_the_picture_s_event() -> None:
    document = captioned(drawn(("秋季校园招聘会", 300, 100, 90)), "2024年10月18日秋季校园招聘会现场")
    assert {event.day for event in events(document)} == {span(2024, 10, 18)}


def test_two_days_in_a_picture_leave_the_event_undated() -> None:
    document = drawn(
        ("秋季校园招聘会", 300, 100, 90), ("2024年10月18日", 300, 400, 60), ("2024年11月8日", 300, 700, 60)
    )
    assert [event.day for event in events(document)] == [None]


def test_the_title_of_a_notice_takes_the_day_that_its_text_gives() -> None:
    document = typed(
        "关于组织毕业生参加威海市高校毕业生公共就业服务招聘会的通知",
        "威海市公共就业和人才服务中心定于2024年4月20日在体育馆举办高校毕业生公共就业服务招聘会，请组织参加。",
        "2024年4月10日",
    )
    found = events(document)
    assert {event.day for event in found} == {span(2024, 4, 20)}
    assert "威海市公共就业和人才服务中心" in {event.organiser for event in found}


def test_a_name_that_runs_over_two_lines_of_a_scan_is_read_whole_with_who_holds_it() -> None:
    lines = (
        "为做好就业工作，威海市公共就业和人才服务中心定",
        "于2024年3月16日在会展中心举办高校毕业生春季招",
        "聘会，请组织参加。",
    )
    document = drawn(*((text, 100, 300 + 60 * at, 40) for at, text in enumerate(lines)), size=(1200, 1600))
    scan = replace(document, file=replace(document.file, kind="pdf"))
    (whole,) = {(each.name, each.day, each.organiser) for each in events(scan)}
    assert whole == ("高校毕业生春季招聘会", span(2024, 3, 16), "威海市公共就业和人才服务中心")


def test_the_organiser_after_a_label_is_taken_whole() -> None:
    document = drawn(
        ("留威就业校企对接会", 300, 100, 80), ("主办单位：威海市人力资源和社会保障局", 300, 500, 40), size=(1600, 1200)
    )
    assert events(document)[0].organiser == "威海市人力资源和社会保障局"


def test_a_day_without_a_year_takes_the_one_year_its_line_names() -> None:
    assert events(typed("2024年春季双选会于3月15日举办"))[0].day == span(2024, 3, 15)
    assert events(typed("春季双选会于3月15日举办"))[0].day == yearless(3, 15)


def test_the_day_of_publication_is_no_day_of_the_event() -> None:
    found = events(kept("web-list-wrapped-titles"))
    assert [event.day for event in found] == [None]


# --- ledgers and posters ----------------------------------------------------------------------------


def test_rows_of_a_ledger_are_events_with_their_days() -> None:
    rows = (
        ("序号", "日期", "活动名称", "地点"),
        ("1", "2024.3.15", "春季校园双选会", "体育馆"),
        ("2", "2024年5月22日", "留威就业政策宣传资料发放", "食堂"),
        ("3", "2024-05-30", "创新创业大赛校赛决赛", "报告厅"),
        ("4", "2024-06-01", "消防演练", "操场"),
    )
    document = Document(
        SourceFile("l.xlsx", "0", 1, "sheet", "read"),
        tables=(Table(rows, Place("l.xlsx"), sheet="台账", title="工作台账"),),
    )
    assert [(event.kind, event.day) for event in events(document)] == [
        ("fair", span(2024, 3, 15)),
        ("handout", span(2024, 5, 22)),
        ("contest", span(2024, 5, 30)),
    ]


def test_rows_of_a_record_of_consultations_are_consultations() -> None:
    rows = (
        ("来访学生", "咨询时间", "咨询内容", "咨询师"),
        ("于晓", "2024-04-10", "三方协议怎么签", "李明"),
        ("王晨", "2024-10-23", "报考公务员", "李明"),
    )
    table = Table(rows, Place("c.xlsx"), sheet="Sheet1", title="就业创业咨询记录表")
    found = events(Document(SourceFile("c.xlsx", "0", 1, "sheet", "read"), tables=(table,)))
    assert [(event.kind, event.day) for event in found] == [
        ("consultation", span(2024, 4, 10)),
        ("consultation", span(2024, 10, 23)),
    ]


def test_a_picture_full_of_policy_is_a_poster() -> None:
    document = drawn(
        ("高校毕业生来威就业政策", 200, 100, 70),
        ("生活补贴：本科每月1000元", 200, 300, 36),
        ("购房补贴最高30万元", 200, 360, 36),
    )
    assert names(document) == [("poster", "高校毕业生来威就业政策")]


def test_a_picture_of_other_text_is_no_poster() -> None:
    assert names(drawn(("社团招新", 200, 100, 70), ("欢迎加入就业协会，政策讲解", 200, 300, 36))) == []
    assert names(drawn(("办公室 明德楼203", 200, 100, 70))) == []


def test_policy_words_that_no_sign_has_whole_are_no_poster() -> None:
    letters = ((char, 100, 100 + 200 * row, 60) for row, char in enumerate("就业政策补贴"))
    assert names(drawn(*letters)) == []


def test_a_post_about_a_poster_is_no_poster() -> None:
    screen = kept("wechat-article-three-line-title")
    unknown_for_a_screen = extract(Observed(screen, ()), WORDS)
    assert [fact.value.kind for fact in unknown_for_a_screen] == ["poster"]
    assert names(screen) == []


# --- one event, two names ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024届毕业生春季校园双选会", "山东大学（威海）春季校园双选会现场", True),
        ("举办航运物流类企业专场招聘会", "航运物流类企业专场招聘会", True),
        ("第九届威海市大学生创业大赛", "威海市第九届大学生创业大赛", False),
        ("春季校园双选会", "秋季校园双选会", False),
        ("高校毕业生综合类大型春季招聘会", "高校毕业生综合类大型秋季招聘会", False),
        ("大学生创新创业专场招聘会第1场", "大学生创新创业专场招聘会第2场", False),
        ("春季双选会", "护理类专场招聘会", False),
        ("2024年", "2024年", False),
    ],
)
def test_names_are_of_one_event_when_alike_without_school_and_year(one: str, other: str, same: bool) -> None:
    assert same_event_name(one, other, WORDS) is same
    assert same_event_name(other, one, WORDS) is same


def test_the_number_of_a_contest_is_no_year() -> None:
    assert event_name_key("第10届大学生创业大赛", WORDS) == "第10届大学生创业大赛"
    assert event_name_key("2024届毕业生夏季招聘会", WORDS) == event_name_key("夏季招聘会", WORDS)


@given(st.text(alphabet="威海春季双选会招聘2024年月日，。：“”()（） \n互联网+就业指导咨询", max_size=40))
def test_any_text_is_read_without_a_fault_and_names_stand_in_it(text: str) -> None:
    document = typed(text)
    for fact in extract(Observed(document), WORDS):
        assert fact.value.name
        assert fact.value.kind in WORDS.events
