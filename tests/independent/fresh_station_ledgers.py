"""What the station writes down as done (1.8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tests.independent.case import Case
from tests.independent.fresh_station_kit import (
    PLAIN,
    SMALL,
    Look,
    Rows,
    book,
    case,
    docx,
    note,
    pdf,
    photo,
    scan,
    web,
)

FULL, NONE, OPEN = (15, 15, 15), (0, 0, 0), (0, 0, 15)


def cases() -> Iterator[Case]:
    yield case(
        "fs-ledger-of-activities",
        "1.8",
        FULL,
        "1.8: 台账 with rows dated in 2024",
        book("1.8/指导站工作台账.xlsx", {"招聘活动": LEDGER_FAIRS, "咨询服务": LEDGER_TALKS}),
        school="山东大学（威海）",
    )
    yield case(
        "fs-ledger-of-visits",
        "1.8",
        FULL,
        "1.8: 来访登记表, rows dated 2024",
        docx("用人单位来访登记表.docx", VISITS, PLAIN),
        school="威海海洋职业学院",
    )
    yield case(
        "fs-ledger-with-commas",
        "1.8",
        FULL,
        "1.8: titled 登记表, dates as 2024.4.2",
        note("08/登记.csv", CSV_LEDGER, "gb18030"),
        school="山东药品食品职业学院",
    )
    yield case(
        "fs-ledger-no-rows",
        "1.8",
        NONE,
        "1.8: no rows is 0, partial-evidence",
        docx("1.8 基础台账.docx", NO_ROWS, PLAIN),
        school="山东外事职业大学",
    )
    yield case(
        "fs-ledger-undated",
        "1.8",
        OPEN,
        "1.8: undated rows are 0/0/15",
        book("就业服务台账.xlsx", {"Sheet1": UNDATED}),
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "fs-ledger-last-year",
        "1.8",
        NONE,
        "section 0: all evidence in another year is 0, date-outside-period",
        book("1.8基础台账/2023台账.xlsx", {"台账": LEDGER_LAST_YEAR}),
        school="山东交通学院（威海）",
        flags=["date-outside-period"],
    )
    yield case(
        "fs-ledger-over-two-years",
        "1.8",
        FULL,
        "1.8: one row dated in the period is enough",
        pdf("走访企业记录表.pdf", OVER_TWO_YEARS, SMALL),
        school="北京交通大学（威海）",
    )
    yield case(
        "fs-ledger-by-hand",
        "1.8",
        FULL,
        "1.8: 咨询记录表 filled by hand, rows dated 2024",
        scan("1.8/咨询记录.pdf", BY_HAND, Look("宋体", "黑体", "黑体", 13, 12)),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "fs-ledger-page-by-page",
        "1.8",
        FULL,
        "1.8: records titled 活动记录表, each with its date in 2024",
        docx("工作记录/活动记录表（合）.docx", PAGES, PLAIN),
        school="威海职业学院",
    )
    yield case(
        "fs-ledger-of-money",
        "1.8",
        NONE,
        "1.8: the general account of the finance office is no record of the station's work",
        book("总账.xlsx", {"总账": ACCOUNT}),
        school="威海职业学院",
        alt=[OPEN],
    )
    yield case(
        "fs-ledger-that-is-a-schedule",
        "1.8",
        NONE,
        "1.8: a table of what is to come is a plan, no ledger",
        docx("活动计划表.docx", SCHEDULE, PLAIN),
        school="山东药品食品职业学院",
    )
    yield case(
        "fs-ledger-of-another",
        "1.8",
        NONE,
        "section 0: another school's paper counts nowhere",
        docx("1.8来访登记表.docx", VISITS, PLAIN),
        school="山东交通学院（威海）",
        flags=["school-mismatch"],
    )
    yield case(
        "fs-ledger-exported-page",
        "1.8",
        FULL,
        "1.8: the page's 登记表 has rows of 2022, the year assessed",
        web(
            "毕业生求职登记表-导出.html",
            EXPORTED,
            site="威海海洋职业学院就业服务平台",
            path="后台管理 > 求职登记 > 导出预览",
            told="导出时间：2022-11-02 09:40　共 4 条",
        ),
        school="威海海洋职业学院",
        year=2022,
    )
    yield case(
        "fs-ledger-page-photographed",
        "1.8",
        FULL,
        "1.8: a page of the visitors' book, 登记表, rows dated 2024",
        photo("台账/IMG20241101.jpg", VISITORS_BOOK, Look("宋体", "黑体", "黑体", 14, 13)),
        school="山东外事职业大学",
    )


LEDGER_FAIRS: Rows = [
    ["山东大学（威海）就业创业服务指导站工作台账（2024年）", "<", "<", "<", "<", "<", "<"],
    ["序号", "日期", "活动名称", "地点", "参加人数", "负责人", "佐证材料"],
    [1, datetime(2024, 3, 23), "2024届毕业生供需见面会", "大学生活动中心", 1900, "牟晓燕", "方案、照片"],
    [2, datetime(2024, 4, 17), "海洋产业专场招聘", "知行楼一楼", 260, "迟大伟", "照片"],
    [3, datetime(2024, 10, 19), "秋季双选会", "大学生活动中心", 1650, "牟晓燕", "方案、照片"],
]
LEDGER_TALKS: Rows = [
    ["咨询服务台账", "<", "<", "<", "<"],
    ["日期", "学生", "学院", "咨询事项", "接待人"],
    ["2024-03-12", "兰一诺", "商学院", "留威补贴怎么申请", "孔令瑶"],
    ["2024-05-08", "廉浩", "机电学院", "三方协议解约", "聂超"],
]
VISITS = """
# 用人单位来访登记表
~ 威海海洋职业学院招生就业处　　　　　　　　　　　　　　　　　　　　　　2024 年
|序号|来访时间|单位名称|来访人|来访事由|接待人|
|1|2024 年 3 月 6 日|威海远帆水产有限公司|孙经理|春季招聘、实习|阮志强|
|2|2024 年 3 月 19 日|荣成海芝食品有限公司|于女士|订单培养洽谈|苗春晓|
|3|2024 年 5 月 10 日|山东蓝桅船务有限公司|高主管|宣讲|阮志强|
|4|2024 年 9 月 25 日|威海康泽生物科技有限公司|宋部长|顶岗实习|付娜|
"""
CSV_LEDGER = """山东药品食品职业学院就业咨询登记表,,,,,
序号,日期,学生姓名,专业,咨询内容,接待老师
1,2024.4.2,席梦瑶,中药学,单位要求先交押金怎么办,时佳宁
2,2024.4.9,尚进,食品营养与健康,专升本与就业如何选择,丁文静
3,2024.6.11,乐天宇,药品经营与管理,档案转递,时佳宁
4,2024.10.23,巫小凡,护理,医院招考报名,唐海滨
"""
NO_ROWS = """
# 就业创业服务指导站工作台账
~ 山东外事职业大学　　　　2024年度
|序号|日期|活动名称|地点|参加人数|负责人|备注|
||||||||
||||||||
||||||||
||||||||
"""
UNDATED: Rows = [
    ["哈尔滨工业大学（威海）就业服务台账", "<", "<", "<"],
    ["序号", "服务事项", "服务对象", "经办人"],
    [1, "简历修改", "车辆工程专业毕业生 12 人", "滕飞"],
    [2, "模拟面试", "船舶与海洋工程专业毕业生 8 人", "滕飞"],
    [3, "岗位推荐", "困难毕业生 5 人", "温小雨"],
]
LEDGER_LAST_YEAR: Rows = [
    ["山东交通学院（威海）就业创业服务指导站台账", "<", "<", "<", "<"],
    ["日期", "事项", "地点", "人数", "经办"],
    [datetime(2023, 3, 25), "春季双选会", "体育馆", 1200, "申文博"],
    [datetime(2023, 5, 17), "创业培训开班", "学术报告厅", 60, "国芳"],
    [datetime(2023, 10, 21), "秋季双选会", "体育馆", 1350, "申文博"],
]
OVER_TWO_YEARS = """
# 北京交通大学（威海）走访企业记录表
|时间|走访企业|参加人员|洽谈内容|意向岗位数|
|2023.9.14|威海高新电子有限公司|阎洁、康乐|实习基地挂牌|15|
|2023.11.30|威海同创软件有限公司|翟若溪|2024届招聘|8|
|2024.3.28|威海北洋数控设备有限公司|阎洁|春招、研发岗|12|
|2024.6.5|乳山新材料产业园|翟若溪、康乐|暑期实践|20|
"""
BY_HAND = """
# 就业指导咨询记录表
~ 哈尔滨理工大学荣成校区指导站　　　　　　　　　　2024 年
|日期|来访学生|咨询内容|答复情况|咨询师|
|{2024.3.12}|{金子昂}|{考研没过线，怎么找工作}|{推荐双选会 3 家企业}|{毕克俭}|
|{2024.3.26}|{龙思雨}|{面试自我介绍}|{现场演练两遍}|{吕梦洁}|
|{2024.4.18}|{白宇航}|{留荣成有哪些补贴}|{讲政策、给明白纸}|{吕梦洁}|
|{2024.5.21}|{钟灵}|{协议书丢失}|{告知补办流程}|{毕克俭}|
"""
PAGES = """
# 就业指导站活动记录表
|活动名称|“政策进宿舍”宣讲|<|<|
|活动时间|2024 年 4 月 18 日|活动地点|3 号公寓一楼|
|参加人员|2024 届毕业生 86 人|记录人|隋晓东|
|活动内容|介绍来威就业补贴、人才公寓申请条件，现场答疑。|<|<|
|备注|无|<|<|
---
# 就业指导站活动记录表
|活动名称|企业人事主管面对面|<|<|
|活动时间|2024 年 5 月 23 日|活动地点|科技楼报告厅|
|参加人员|机电、信息专业学生 120 人|记录人|卞雪|
|活动内容|三家本地企业介绍用人标准，学生提问。|<|<|
|备注|照片存电脑|<|<|
"""
ACCOUNT: Rows = [
    ["威海职业学院财务总账（2024年）", "<", "<", "<", "<", "<"],
    ["日期", "凭证号", "摘要", "借方", "贷方", "余额"],
    [datetime(2024, 1, 1), None, "上年结转", None, None, 186520.4],
    [datetime(2024, 3, 31), "记-118", "本月合计", 42310.0, 38155.2, 190675.2],
    [datetime(2024, 6, 30), "记-402", "本月合计", 51200.0, 60418.7, 181456.5],
]
SCHEDULE = """
# 山东药品食品职业学院指导站2024年活动计划表
|序号|拟定时间|拟开展活动|拟定地点|责任人|
|1|2024 年 3 月下旬|毕业班就业动员会|各系|路长青|
|2|2024 年 4 月中旬|春季双选会|体育馆|时佳宁|
|3|2024 年 6 月上旬|政策咨询日|图信楼前|丁文静|
|4|2024 年 10 月|秋季双选会|体育馆|时佳宁|
"""
EXPORTED = """
# 毕业生求职登记表
|编号|登记时间|姓名|专业|意向城市|意向岗位|
|QZ2022001|2022-03-08 14:02|毛星宇|航海技术|威海|船员|
|QZ2022002|2022-03-08 15:37|田甜|电子商务|威海|运营|
|QZ2022003|2022-04-21 10:11|康建业|机电一体化技术|荣成|设备维护|
|QZ2022004|2022-09-15 09:25|顾盼|水产养殖技术|文登|技术员|
"""
VISITORS_BOOK = """
# 指导站来访学生登记表
~ 山东外事职业大学　2024 年 9—10 月
|日期|姓名|班级|来访事由|签字|
|{2024.9.9}|{丰雪}|{日语21-2}|{问秋招时间}|{丰雪}|
|{2024.9.24}|{邰明}|{会计21-1}|{打印推荐表}|{邰明}|
|{2024.10.15}|{卓然}|{空乘22-1}|{实习单位变更}|{卓然}|
|{2024.10.29}|{宁远}|{商英21-3}|{咨询创业贷款}|{宁远}|
"""
