from dataclasses import replace

import pytest

from tests.counting.station_papers import SCHOOL, codes, counted, points, seen
from tests.facts.papers import grid, paper, sheet
from verifier.model import Page, Place, TextLine


@pytest.mark.parametrize(
    "text",
    [
        "办公设备情况\n指导站配备电脑3台、打印机1台。",
        "指导站2024年度工作总结\n指导站购置了投影仪、文件柜。",
        "设备清单\n网络交换机 1台",
    ],
)
def test_things_at_hand(text: str) -> None:
    assert points("1.4", seen(paper(text))) == (10, 10, 10)


@pytest.mark.parametrize(
    "text",
    [
        "指导站2024年度工作总结\n依托网络平台开展宣传，岗位数量3000个。",
        "关于举办讲座的通知\n请自带笔记本电脑1台，报告厅配有投影。",
        "指导站2024年工作计划\n拟购置电脑3台。",
        "威海某公司简介\n公司配备电脑300台。",
    ],
)
def test_things_only_mentioned_or_of_others(text: str) -> None:
    assert not counted("1.4", seen(paper(text))).evidence


@pytest.mark.parametrize(
    ("field", "is_told"),
    [
        ("办公场所   平方米，培训场地   个，共   平方米，各类招聘活动场地    平方米，其他场地   。", False),
        ("办公场所 36 平方米，培训场地   个，共   平方米，各类招聘活动场地 ＿＿ 平方米，其他场地   。", False),
        ("办公场所   平方米，培训场地   个，共   平方米，各类招聘活动场地 1200 平方米，其他场地   。", True),
    ],
)
def test_a_field_left_as_it_is_printed_tells_nothing(field: str, is_told: bool) -> None:
    form = grid("在校生规模|在校生 900 人，应届毕业生 240 人。", f"场地情况|{field}")
    text = "威海市大学生就业创业服务指导站建站申请表"
    assert bool(counted("1.3", seen(paper(text, tables=[form]))).evidence) is is_told


def test_the_why_names_the_words() -> None:
    tally = counted("1.3", seen(paper("活动场地说明\n体育馆可举办大型招聘会。")))
    assert [each.why for each in tally.evidence] == ["写明“招聘”“场地”"]


def test_a_fair_and_a_hall_in_different_sentences_of_a_summary_name_no_venue() -> None:
    text = "指导站2024年度工作总结\n在体育馆举办运动会。全年举办招聘会5场。"
    assert not counted("1.3", seen(paper(text))).evidence


def test_a_list_of_confirmed_students() -> None:
    table = grid("姓名|学号|专业", "赵一|2022210101|软件工程")
    assert points("2.6", seen(paper("证明\n兹证明以下同学系我校在校生。", tables=(table,)))) == (15, 15, 15)


@pytest.mark.parametrize(
    ("owner", "expected"), [("哈尔滨工业大学（威海）招聘会照片", (10, 10, 10)), ("威海职业学院招聘会照片", (0, 0, 0))]
)
def test_a_pasted_photo_that_names_no_school_is_of_its_documents_school(owner: str, expected: tuple[int, ...]) -> None:
    album = paper(owner, kind="word", file="照片.docx")
    photo = paper("2024年春季校园双选会", kind="image", file="照片.docx/image1.png")
    photo = replace(photo, file=replace(photo.file, parent="照片.docx"))
    assert points("1.3", seen(album, photo)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "证明\n兹证明牟晓彤，女，系我院2023级护理专业全日制在读学生。\n特此证明。\n教务处",
        "情况说明\n丛子昂（学号202301077）现为我院电子商务专业二年级学生，在籍在读。\n特此说明。\n学生工作处",
        "证明信\n兹证明下列学生均为本校正式注册学生，目前在校学习。",
        "证 明\n于佳宁同学是我院2022级在校生，情况属实。\n校团委",
    ],
)
def test_a_college_that_calls_itself_otherwise_certifies_its_students_too(text: str) -> None:
    assert points("2.6", seen(paper(text))) == (15, 15, 15)


@pytest.mark.parametrize(
    "text",
    [
        "证明\n市就业中心：\n兹证明下列同学为哈尔滨工业大学（威海）2023级全日制在校学生，报名参加SYB创业培训。",
        "证明\n兹证明牟晓彤，女，哈尔滨工业大学（威海）2022级在校生，学制四年。",
        "回复：请核实在校生信息\n来函所列三名同学经核对均为我校2022级在校学生，学籍信息确认无误。\n学籍科",
        "关于核查情况的回函\n经审核，丛子昂、牟晓彤是本校学生，在籍，信息属实。",
        "教育部学籍在线验证报告\n更新日期：2024年5月6日\n姓名：丛子昂\n学籍状态：在籍（注册学籍）",
        "学籍在线认证报告\n姓名：丛子昂",
        "关于创业补贴申请人员学籍情况的复函\n市人社局：\n经与学籍系统比对，所列12人均为我校在籍学生，现予确认。",
        "复函\n来函所列人员均为我校在读学生，特此函复。\n教务处",
        "关于协助核实学生身份的复函\n贵中心来函收悉。经比对学籍系统，名单所列6人均为我校在籍在校学生。\n专此函复。\n教务处",
        "关于参赛人员情况的回函\n贵局：\n来函收悉。名单上的9名同学均系我校2023级学生，学籍正常，目前在校。\n学生处",
        "复函\n贵单位询问的丛子昂（学号202201）为我院在读学生，专业为护理。",
    ],
)
def test_students_are_certified_in_many_words(text: str) -> None:
    assert points("2.6", seen(paper(text))) == (15, 15, 15)


@pytest.mark.parametrize(
    "text",
    [
        "证明\n兹证明哈尔滨工业大学（威海）2022级在校生丛子昂于我公司见习三个月。\n威海某有限公司",
        "证明\n兹证明哈尔滨工业大学（威海）2022级在校学生丛子昂参加志愿服务20小时。\n某社区",
        "证明\n兹证明青岛滨海学院2022级在校学生丛子昂参加创业培训。",
        "学籍在线验证报告申请流程\n登录后点击申请。",
        "复函\n市人社局：\n经与学籍系统比对，所列3人均不是我校在籍学生，特此函复。",
        "回函\n经核实，该生不是我校在读学生，特此证明。\n教务处",
        "关于协助核实在校生学籍的函\n哈尔滨工业大学（威海）：\n现有12名学生申请补贴，请协助核实，特此函告。\n市人社局",
        "关于确认在校生身份的函\n贵校：\n下列人员自称在校学生，请予确认。\n市公共就业服务中心",
        "关于合作办学事宜的复函\n贵公司来函收悉。我校有在校生1.2万人，以下事项请贵公司考虑。\n校办",
        "复函\n来函收悉。名单所列2人均为我校教职工，所带在校学生已结题。\n人事处",
        "关于核实学籍的回函\n贵局来函收悉，名单所列人员中3人未查到在校记录，其余均为我校校友。\n教务处",
    ],
)
def test_other_bodies_and_schools_certify_no_student(text: str) -> None:
    assert points("2.6", seen(paper(text)))[1] == 0


HEAD, STUDENT = "姓名|学号|本人确认", "丛子昂|2022210101|丛子昂"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("在校生信息确认表||", "确认时间：2023年10月12日||", HEAD, STUDENT), 0),
        (("在校生信息确认表||", "核实日期：2024年10月12日||", HEAD, STUDENT), 15),
        (("2022年在校生信息确认表||", HEAD, STUDENT), 0),
        (("2024年在校生信息确认表||", HEAD, STUDENT), 15),
        (("2022级在校生信息确认表||", HEAD, STUDENT), 15),
        (("2023-2024学年在校生信息确认表||", HEAD, STUDENT), 15),
        (("2021-2022学年在校生信息确认表||", HEAD, STUDENT), 0),
        (("在校生信息确认表||", HEAD, STUDENT, "||2023年6月1日"), 0),
        (("在校生信息确认表||", HEAD, STUDENT, "教务处2024年6月1日||"), 15),
        (("在校生信息确认表||", HEAD, STUDENT), 15),
    ],
)
def test_a_list_of_confirmed_students_is_of_its_own_year(rows: tuple[str, ...], expected: int) -> None:
    assert points("2.6", seen(paper(tables=(sheet(*rows),), kind="sheet"))) == (expected,) * 3


@pytest.mark.parametrize(("year", "expected"), [(2022, 0), (2024, 15)])
def test_a_report_on_a_student_is_of_the_day_it_was_brought_up_to_date(year: int, expected: int) -> None:
    text = f"教育部学籍在线验证报告\n更新日期：{year}年5月6日\n姓名：丛子昂\n入学日期：2021年9月1日"
    assert points("2.6", seen(paper(text))) == (expected,) * 3


@pytest.mark.parametrize(
    "text",
    [
        "证明\n兹证明牟晓彤系我院实习生，为某校在读学生。\n特此证明。\n威海某医院",
        "证明\n兹证明丛子昂为我院职工，其子在读。\n特此证明。",
        "证明\n兹证明于佳宁同学在我院实习，在校生，表现良好。\n特此证明。\n骨科",
        "证明\n兹证明2024年6月在我校举办双选会，面向在校学生。\n特此证明。",
    ],
)
def test_a_hospital_certifies_no_student_of_the_school(text: str) -> None:
    assert points("2.6", seen(paper(text)))[1] == 0


@pytest.mark.parametrize(
    ("first", "right", "expected"),
    [("兹证明大学生活动中心面积800平方米，可举办大", 900, 10), ("兹证明大学生活动中心面积800平方米，可举办大", 500, 0),
     ("兹证明大学生活动中心面积800平方米。", 900, 0)],
)  # fmt: skip
def test_a_sentence_that_runs_on_in_the_next_line_of_a_page(first: str, right: int, expected: int) -> None:
    rows = (("证明", 200, 300), (first, 130, right), ("型双选会，届时向全市用人单位开放，特此证明。", 100, 900))
    lines = tuple(
        TextLine(text, Place("a.pdf", 1, (left, 100 + 40 * at, edge, 130 + 40 * at)))
        for at, (text, left, edge) in enumerate(rows)
    )
    proof = replace(paper("证明", kind="pdf"), pages=(Page(Place("a.pdf", 1), lines=lines),))
    assert points("1.3", seen(proof))[1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024届毕业生秋季双选会展位分布图\n地点：文体中心大厅",
        "校园招聘大厅介绍\n校园招聘大厅位于学生中心一层，供用人单位来校举办招聘会。",
        "校园招聘会安全工作预案\n二、活动地点：体育馆一层，设两个出入口。",
        "指导站证明材料\n一、办公场所\n二、招聘会场地\n校园招聘会活动场地为风雨操场。",
    ],
)
def test_papers_of_fairs_name_their_place(text: str) -> None:
    assert points("1.3", seen(paper(text))) == (10, 10, 10)


HELD = "关于举办2024届毕业生春季双选会的通知"


@pytest.mark.parametrize(
    ("title", "line", "expected"),
    [
        (HELD, "学校定于2024年4月13日在体育馆举办2024届毕业生春季双选会，请组织学生参加。", 10),
        (HELD, "学校定于2024年4月13日举办2024届毕业生春季双选会。\n地点：大学生活动中心一层大厅", 10),
        (HELD, "学校定于2024年4月13日在线上举办2024届毕业生春季双选会。", 0),
        ("关于取消体育馆招聘会的通知", "原定4月13日在体育馆举办的招聘会取消。", 0),
        ("关于组织毕业生参加威海市春季招聘会的通知", "威海市人社局定于4月13日在国际会展中心举办威海市春季招聘会。", 0),
        ("关于举办田径运动会的通知", "定于4月13日在体育馆举行。", 0),
    ],
)
def test_a_notice_names_a_place_by_a_fair_of_the_schools_own(title: str, line: str, expected: int) -> None:
    notice = paper(f"哈尔滨工业大学（威海）\n{title}\n各学院：\n{line}\n哈尔滨工业大学（威海）\n2024年4月3日")
    assert points("1.3", seen(notice))[1] == expected


def test_a_notice_that_names_no_school_tells_of_no_place_of_the_schools() -> None:
    assert points("1.3", seen(paper(f"{HELD}\n4月13日在公司一层大厅举办2024届毕业生春季双选会。"))) == (0, 0, 0)


@pytest.mark.parametrize("place", ["场地名称", "场所名称", "场馆名称"])
def test_a_list_of_places_without_a_title_names_a_venue(place: str) -> None:
    rows = sheet(f"学校|{place}|类型|面积（平方米）|用途", "哈尔滨工业大学（威海）|体育馆|室内|2300|校园招聘会、双选会")
    assert points("1.3", seen(paper(tables=(rows,), kind="sheet"))) == (10, 10, 10)


def test_desks_of_an_office_are_things_at_hand_and_those_to_be_bought_are_none() -> None:
    assert points("1.4", seen(paper("办公桌椅配备情况\n办公室：\n办公桌4张、办公椅4把。"))) == (10, 10, 10)
    assert points("1.4", seen(paper("办公家具采购技术参数\n办公桌规格1.4米×0.7米，文件柜2组。"))) == (0, 0, 0)


def test_a_list_may_bear_the_name_of_its_cell() -> None:
    table = grid("名称|数量|单位", "台式电脑|4|台", title="4.办公设备及活动配备")
    assert points("1.4", seen(paper("证明材料", tables=(table,)))) == (10, 10, 10)


@pytest.mark.parametrize(("day", "earned"), [("2024年5月15日", 15), ("2023年5月15日", 0), ("2022年10月8日", 0)])
def test_a_certificate_of_another_year_does_not_count(day: str, earned: float) -> None:
    certificate = f"在校证明\n兹证明张三系我校2022级学生，现为我校全日制在校生。\n特此证明。\n学生工作处\n{day}"
    papers = seen(paper(certificate))
    assert points("2.6", papers) == (earned, earned, earned)
    assert codes(counted("2.6", papers)) == (set() if earned else {"date-outside-period"})


@pytest.mark.parametrize(
    ("title", "earned"),
    [
        ("关于核实培训学员在校身份的复函", 15),
        ("创业补贴申请人在校情况核查表", 15),
        ("关于确认参训人员在校学籍的回函", 15),
        ("在校身份核对结果", 15),
        ("关于商请核实培训学员在校身份的函", 0),
        ("关于请协助核查在校身份的函", 0),
        ("关于开展在校身份核查的通知", 0),
    ],
)
def test_an_answer_confirms_students_and_a_question_does_not(title: str, earned: float) -> None:
    reply = paper(f"{title}\n名单中张三、李四2人在校，王五已毕业离校。\n哈尔滨工业大学（威海）\n2024年6月19日")
    assert points("2.6", seen(reply))[1] == earned


@pytest.mark.parametrize("header", ["学校核查结果", "核实情况", "是否在校", "确认意见（在校/离校）"])
def test_a_list_that_nobody_has_checked_yet_confirms_nobody(header: str) -> None:
    def checked(said: str) -> float:
        rows = (
            f"序号|姓名|身份证号|{header}",
            f"1|张三|370282200405274284|{said}",
            f"2|李四|370282200405274285|{said}",
        )
        return points("2.6", seen(paper(tables=(grid(*rows, title="学员在校身份核查表"),))))[1]

    assert (checked("在校"), checked("")) == (15, 0)


def test_a_certificate_bound_behind_others_confirms_its_student() -> None:
    proofs = (
        "实习证明\n兹证明张三同学于2024年7月8日至2024年8月16日在我公司信息部实习。\n威海清禾商贸有限公司\n"
        "在校证明\n李四，学号2023110704，2023年9月考入我校，现为二年级在校生。情况属实。\n2024年11月5日"
    )
    assert points("2.6", seen(paper(proofs))) == (15, 15, 15)


@pytest.mark.parametrize("title", ["固定资产报废单", "设备报损清单"])
def test_things_that_are_scrapped_are_there_no_more(title: str) -> None:
    rows = grid("使用部门|就业指导站", "资产名称|台式电脑", "数量|3台")
    assert points("1.4", seen(paper(f"{SCHOOL}{title}", tables=(rows,))))[1] == 0


@pytest.mark.parametrize("asked", ["申请借用教务处投影仪1台、音响1套", "拟借用会议室电脑2台"])
def test_what_is_to_be_borrowed_is_not_the_station_s(asked: str) -> None:
    assert points("1.4", seen(paper(f"{SCHOOL}就业指导站因活动需要，{asked}，用后归还。")))[1] == 0


EXPORT = "资产编号|{name}|规格型号|取得日期|原值|使用部门|存放地点|使用人"


@pytest.mark.parametrize("name", ["资产分类名称", "国标分类名称", "固定资产名称", "资产类别"])
@pytest.mark.parametrize("at", ["招生就业处|就业创业指导站A213", "学生工作处|行政楼213", "|明德楼213"])
def test_an_export_of_the_register_of_assets_lists_things(name: str, at: str) -> None:
    rows = [EXPORT.format(name=name), *(f"TY20{n}|{what}|M430|2021-06-18|4380.00|{at}|柏晓云" for n, what in THINGS)]
    assert points("1.4", seen(paper(tables=(sheet(*rows, name="查询结果"),), kind="sheet"))) == (10, 10, 10)


THINGS = ((1, "台式微型计算机"), (2, "激光打印机"), (3, "三人沙发"))


@pytest.mark.parametrize(
    ("head", "at"),
    [
        (EXPORT.format(name="资产名称"), "图书馆|图书馆A213"),
        (EXPORT.format(name="资产分类名称"), "机电系|综合楼213"),
        (EXPORT.format(name="资产名称"), "|数控实训室"),
    ],
)
def test_things_of_other_offices_are_for_a_person(head: str, at: str) -> None:
    rows = [head, *(f"TY20{n}|{what}|M430|2021-06-18|4380.00|{at}|柏晓云" for n, what in THINGS)]
    papers = seen(paper(tables=(sheet(*rows, name="查询结果"),), kind="sheet"))
    assert points("1.4", papers) == (0, 0, 10)
    assert codes(counted("1.4", papers)) == {"judgement-required"}
    own = "TY2022|投影仪|P1|2022-06-18|3300.00|招生就业处|A213|柏晓云"
    assert points("1.4", seen(paper(tables=(sheet(*rows, own),), kind="sheet"))) == (10, 10, 10)
