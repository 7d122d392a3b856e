# ruff: noqa: E501
"""Habits of offices: bound volumes, automatic numbers, papers in the wrong folder, sheets by person, corrected figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from tests.independent.case import Case
from tests.independent.fresh_station_kit import (
    HURRIED,
    PLAIN,
    SMALL,
    Look,
    Rows,
    book,
    case,
    docx,
    pdf,
    scan,
    word,
    write,
)

TEN, FIFTEEN, NONE = (10, 10, 10), (15, 15, 15), (0, 0, 0)


def cases() -> Iterator[Case]:
    yield case(
        "fs-habit-volume-of-group-one",
        "1.6",
        FIFTEEN,
        "section 0: one paper serves every cell its content speaks for",
        docx("附件材料1：基础管理工作.docx", VOLUME, PLAIN),
        school="山东外事职业大学",
        more={"1.1": TEN, "1.2": TEN, "1.3": TEN, "1.4": TEN, "1.5": FIFTEEN, "1.7": FIFTEEN, "1.8": FIFTEEN},
    )
    yield case(
        "fs-habit-volume-with-gaps",
        "1.6",
        NONE,
        "1.6: of the two rules only one is bound in; 1.5: the liaison 兼职",
        pdf("基础管理工作佐证（合订）.pdf", VOLUME_WITH_GAPS, SMALL),
        school="山东药品食品职业学院",
        flags=["partial-evidence"],
        more={"1.2": TEN, "1.5": NONE},
    )
    yield case(
        "fs-habit-automatic-numbers",
        "5.1",
        (0, 100, 100),
        "5.1: two headings that the program numbers itself",
        word("5.1情况说明.docx", _numbered_by_program),
        school="威海职业学院",
        flags=["judgement-required"],
    )
    yield case(
        "fs-habit-circled-numbers",
        "5.1",
        (0, 100, 100),
        "5.1: ① and ② are two items",
        docx("05.docx", CIRCLED, HURRIED),
        school="山东大学（威海）",
        flags=["judgement-required"],
    )
    yield case(
        "fs-habit-sheet-for-each-person",
        "1.5",
        FIFTEEN,
        "1.5: three sheets of persons, the second is 专职联络员",
        docx("1.5 工作人员基本信息.docx", PERSON_SHEETS, PLAIN),
        school="哈尔滨工业大学（威海）",
        facts={"staff": 3, "fulltime_liaison": 1},
    )
    yield case(
        "fs-habit-staff-in-wrong-folder",
        "1.5",
        FIFTEEN,
        "section 0: counts where its content belongs, wherever it is filed",
        docx("1.3/新建 Microsoft Word 文档.docx", STAFF, HURRIED),
        school="威海海洋职业学院",
        facts={"staff": 4, "fulltime_liaison": 1},
    )
    yield case(
        "fs-habit-application-by-hand",
        "1.5",
        FIFTEEN,
        "1.5: 附件1 filled by hand and scanned, 联络专员 is 专",
        scan("附件1（扫描）.pdf", APPLICATION, Look("宋体", "黑体", "黑体", 12, 11)),
        school="北京交通大学（威海）",
        more={"1.1": TEN},
    )
    yield case(
        "fs-habit-square-metres-raised",
        "1.1",
        TEN,
        "1.1: 27.3 m² with a raised 2",
        word("1.1/场地证明.docx", _raised_square),
        school="威海海洋职业学院",
        facts={"office_area_m2": 27.3},
    )
    yield case(
        "fs-habit-figure-corrected",
        "1.1",
        TEN,
        "section 0: what is struck out is not the figure on the page: 26 counts",
        word("办公场所说明.docx", _corrected),
        school="山东交通学院（威海）",
    )
    yield case(
        "fs-habit-full-width-digits",
        "1.2",
        TEN,
        "1.2: １１０ is 110",
        docx("1.2培训场地.docx", FULL_WIDTH),
        school="北京交通大学（威海）",
        facts={"training_seats": 110},
    )
    yield case(
        "fs-habit-year-in-running-head",
        "1.7",
        FIFTEEN,
        "1.7: the running head names 2024年度, the title doesn't",
        docx(
            "1.7.docx",
            PLAN_WITHOUT_YEAR,
            Look("宋体", "黑体", "黑体", 12, above="哈尔滨理工大学荣成校区　2024年度工作计划"),
        ),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "fs-habit-month-and-day-columns",
        "1.8",
        FIFTEEN,
        "1.8: 台账 with the year over the columns 月 and 日",
        book("基础台账.xlsx", {"台账": MONTH_AND_DAY}),
        school="山东药品食品职业学院",
    )
    yield case(
        "fs-habit-year-in-title-only",
        "1.8",
        FIFTEEN,
        "1.8: the title gives the year to the rows' 3月6日",
        docx("1.8/就业服务记录.docx", YEAR_IN_TITLE, PLAIN),
        school="山东大学（威海）",
    )
    yield case(
        "fs-habit-sheet-for-each-year",
        "1.8",
        FIFTEEN,
        "1.8: of three sheets one is of the period",
        book("台账（历年）.xlsx", {str(year): _year_sheet(year) for year in (2022, 2023, 2024)}),
        school="威海职业学院",
    )
    yield case(
        "fs-habit-cover-sheet-first",
        "1.4",
        TEN,
        "1.4: the second sheet is the list",
        book("1.4设备.xlsx", {"封面": COVER, "明细": DEVICES}),
        school="威海海洋职业学院",
    )


def _numbered_by_program(document: Docx) -> None:
    """Headings whose 一、 and 二、 stand in no text."""
    kept = document.part.numbering_part.element
    kept.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            '<w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>'
            '<w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        ),
    )
    number = kept.add_num(77).numId
    write(document, NUMBERED_TITLE)
    for heading, text in NUMBERED_ITEMS:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(heading)
        run.bold, run.font.size = True, Pt(16)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number
        write(document, text)
    write(document, "> 威海职业学院就业创业服务指导站\n> 2024年11月14日")


def _raised_square(document: Docx) -> None:
    write(document, "# 场地证明")
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(32)
    for text, raised in (
        ("威海海洋职业学院大学生就业创业服务指导站位于我院图文中心 201 室，系固定办公场所，实测使用面积 27.3 m", False),
        ("2", True),
        ("，2024 年全年由指导站使用。", False),
    ):
        run = paragraph.add_run(text)
        run.font.size, run.font.superscript = Pt(16), raised
    write(document, "特此证明。\n> 威海海洋职业学院后勤管理处\n> 2024 年 11 月 1 日")


def _corrected(document: Docx) -> None:
    write(document, "# 指导站办公场所说明", PLAIN)
    paragraph = document.add_paragraph()
    for text, struck in (
        ("山东交通学院（威海）就业创业服务指导站固定办公场所在行政综合楼412室，使用面积", False),
        ("16", True),
        ("26平方米（2024年与隔壁资料室打通）。", False),
    ):
        run = paragraph.add_run(text)
        run.font.size, run.font.strike = Pt(12), struck
    write(document, "> 就业指导办公室\n> 2024年11月9日", PLAIN)


def _year_sheet(year: int) -> Rows:
    return [
        [f"威海职业学院指导站{year}年活动台账", "<", "<", "<"],
        ["日期", "活动", "地点", "人数"],
        [datetime(year, 3, 27), "春季双选会", "体育馆", 1480 + year % 7 * 31],
        [datetime(year, 6, 5), "离校政策宣讲", "科技楼报告厅", 140],
        [datetime(year, 10, 16), "秋季专场招聘", "科技楼大厅", 420],
    ]


VOLUME = """
= 附件材料 1
# 基 础 管 理 工 作
= 山东外事职业大学大学生就业创业服务指导站
= 2024 年 11 月
---
## 1.1　20平方以上室内固定办公场所
指导站固定办公室设在威海校区明德楼1-09，面积25.4平方米，独立使用。
## 1.2　容纳50人以上的室内培训场地
室内培训场地为明德楼2-15多媒体教室，座位72个，活动需要时可使用。
## 1.3　招聘会活动场地
威海校区体育馆作为校园招聘会举办场地，可设展位100个。
## 1.4　办公设备及活动配备
|名称|数量|备注|
|台式电脑|4 台||
|打印机|1 台||
|投影仪|1 台|培训教室|
|音响|1 套|活动用|
---
## 1.5　工作人员
|姓名|职务|专职/兼职|分工|
|谭伟|处长|兼职|站长|
|葛晓菲|副处长|兼职|副站长|
|史可欣|科员|专职|联络员|
---
## 1.6　管理制度
### 指导站工作制度
第一条　指导站面向全体学生免费服务。第二条　工作人员轮流值班，做好接待和登记。第三条　岗位信息核实后发布。
### 指导站财务管理制度
第一条　经费专款专用，纳入学校账户管理。第二条　支出由站长审签、财务审核。第三条　接受审计。
---
## 1.7　2024年全年工作计划
上半年：春季招聘会、政策宣传月、离校服务；下半年：数据采集、秋季招聘会、自查自评。
---
## 1.8　基础台账（2024年活动台账）
|日期|活动|地点|人数|
|2024-04-19|春季校园招聘会|体育馆|1100|
|2024-05-15|政策宣传进班级|明德楼|240|
|2024-10-18|秋季校园招聘会|体育馆|960|
"""
VOLUME_WITH_GAPS = """
# 山东药品食品职业学院\\n2024年基础管理工作佐证材料
---
## 一、培训场地
图信楼 2 楼学术厅（室内），固定座位 240 个，投影、音响齐备，指导站培训活动优先使用。
---
## 二、指导站工作人员
|姓名|部门|专/兼职|站内职责|
|路长青|招生就业处|兼职|负责人|
|丁文静|药学系|兼职|联络员|
|时佳宁|招生就业处|专职|档案、统计|
---
## 三、指导站工作制度
一、值班制度：工作日全天有人值守。
二、例会制度：每月第一个星期一召开。
三、报送制度：按市人社局时间要求报送数据。
"""
NUMBERED_TITLE = """
# 威海职业学院就业创业服务指导站\\n创新性工作开展情况说明（2024年度）
按照市里要求，现将本年度两项创新性工作说明如下：
"""
NUMBERED_ITEMS = [
    (
        "打造“匠心工位”岗位体验区",
        "在科技楼一层复刻三家威海企业的真实工位，学生课余可上手操作，企业线上看操作视频选人，2024年体验1300人次，签约64人。",
    ),
    ("开设“留威第一课”", "新生入学第一周安排在本地企业参观并听城市介绍，把留威引导提前到大一，2024级新生全部参加。"),
]
CIRCLED = """
# 创新性工作情况说明（2024）
~ 山东大学（威海）指导站
①“海洋岗位日历”：把威海涉海企业招聘时间做成日历，按月推到班级，2024年推了9期。
②“面试西装共享柜”：校友捐赠西装48套，学生预约免费借，全年借出310次。
"""
PERSON_SHEETS = """
# 工作人员基本信息表（一）
|姓名|项北|性别|男|
|学历|硕士研究生|职务/职称|副部长|
|所在部门|学生工作部|专职/兼职|兼职|
|承担工作|负责人|<|<|
---
# 工作人员基本信息表（二）
|姓名|邢佳|性别|女|
|学历|硕士研究生|职务/职称|助理研究员|
|所在部门|就业指导中心|专职/兼职|专职|
|承担工作|联络员，对接威海市人社局|<|<|
---
# 工作人员基本信息表（三）
|姓名|滕飞|性别|男|
|学历|本科|职务/职称|讲师|
|所在部门|就业指导中心|专职/兼职|专职|
|承担工作|咨询、培训|<|<|
~ 单位：哈尔滨工业大学（威海）大学生就业创业服务指导站　填表时间：2024年10月
"""
STAFF = """
# 威海海洋职业学院指导站工作人员名单（2024年）
|序号|姓名|专兼职|岗位|电话|
|1|于敬涛|兼职|站长|5750301|
|2|苗春晓|专职|专职联络员|5750302|
|3|阮志强|专职|干事|5750303|
|4|付娜|兼职|信息员|5750304|
"""
APPLICATION = """
# 威海市大学生就业创业服务指导站建站申请表
|申报高校基本情况|<|<|<|<|
|名称|{北京交通大学（威海）}|<|<|<|
|地址|{威海市南海新区现代路}|<|<|<|
|在校生规模|在校生 {2960} 人，应届毕业生 {690} 人。|<|<|<|
|拟建大学生就业服务指导站基本情况|<|<|<|<|
|指导站地址|{威海} 校区 {国教} 楼 {206} 房间|<|<|<|
|场地情况|办公场所 {33} 平方米，培训场地 {1} 个，共 {120} 平方米，各类招聘活动场地 {1500} 平方米|<|<|<|
|人员配备|共 {3} 人（其中专职人员 {2} 人，兼职人员 {1} 人）|<|<|<|
|联络专员|{康乐}|<|联系电话|{0631-3806122}|
|指导站工作人员基本情况|<|<|<|<|
|姓名|所在部门|职务（职称）|联系方式|任职（专/兼）|
|{翟若溪}|{学工部}|{主任}|{3806121}|{兼}|
|{康乐}|{学工部}|{科员}|{3806122}|{专}|
|{阎洁}|{学工部}|{科员}|{3806123}|{专}|
|申报学校意见|{同意申报}　（公章）　{2024} 年 {4} 月 {10} 日|<|<|<|
@北京交通大学（威海）
"""
FULL_WIDTH = """
# 室内培训场地说明
北京交通大学（威海）指导站培训场地为国际教学楼Ｂ２０１阶梯教室，可容纳１１０人，室内，配投影、空调。２０２４年用于创业培训和求职讲座。
> 北京交通大学（威海）学生工作部
> ２０２４年１１月２日
"""
PLAN_WITHOUT_YEAR = """
# 就业创业服务指导站工作计划
## 一、第一季度
核对毕业生信息，联系用人单位，筹备春季招聘会。
## 二、第二季度
举办招聘会，开展政策宣讲，办理离校手续。
## 三、第三季度
更新在校生数据，组织实习巡访。
## 四、第四季度
举办秋季招聘会，整理台账，开展自查。
> 招生就业办公室
"""
MONTH_AND_DAY: Rows = [
    ["山东药品食品职业学院就业创业服务指导站台账", "<", "<", "<", "<", "<"],
    ["2024年", "<", "事项", "地点", "人数", "经办人"],
    ["月", "日", "^", "^", "^", "^"],
    [3, 20, "本地药企专场招聘", "图信楼大厅", 180, "时佳宁"],
    [4, 12, "春季双选会", "体育馆", 1260, "路长青"],
    [6, 4, "政策咨询日", "图信楼前", 300, "丁文静"],
    [10, 25, "秋季双选会", "体育馆", 980, "时佳宁"],
]
YEAR_IN_TITLE = """
# 山东大学（威海）就业创业服务指导站2024年服务记录表
|日期|服务内容|对象|记录人|
|3月6日|审核企业宣讲申请 4 家|用人单位|迟大伟|
|3月27日|简历一对一修改|2024届毕业生 9 人|孔令瑶|
|5月22日|政策讲解|毕业班班长|牟晓燕|
|10月16日|协助企业面试|2025届毕业生 33 人|迟大伟|
"""
COVER = [["威海海洋职业学院"], ["大学生就业创业服务指导站"], ["办公设备及活动配备情况"], ["2024年11月"]]
DEVICES: Rows = [
    ["序号", "设备", "数量", "启用年份", "状态"],
    [1, "一体机电脑", 3, 2022, "正常"],
    [2, "针式打印机", 1, 2019, "正常"],
    [3, "无线扩音器", 2, 2023, "正常"],
    [4, "易拉宝", 20, 2024, "正常"],
]
