# ruff: noqa: E501
"""Where fairs are held (1.3)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.independent.case import Case
from tests.independent.fresh_station_kit import (
    PLAIN,
    SMALL,
    STYLED,
    Rows,
    board,
    book,
    case,
    docx,
    mail,
    note,
    pdf,
    web,
)

FULL, NONE, OPEN = (10, 10, 10), (0, 0, 0), (0, 0, 10)


def cases() -> Iterator[Case]:
    yield case(
        "fs-fairground-gym-described",
        "1.3",
        FULL,
        "1.3: a document names the venue",
        docx("1.3 招聘会场地说明.docx", FAIR_GYM),
        school="山东交通学院（威海）",
    )
    yield case(
        "fs-fairground-in-notice",
        "1.3",
        FULL,
        "1.3: a notice names where the school's own fair is held",
        pdf("关于举办2024届毕业生春季双选会的通知.pdf", FAIR_NOTICE),
        school="威海海洋职业学院",
    )
    yield case(
        "fs-fairground-booth-plan",
        "1.3",
        FULL,
        "1.3: the booth plan names the gym where the fair is held",
        book("3/展位图.xlsx", {"展位布置": BOOTHS}),
        school="山东外事职业大学",
    )
    yield case(
        "fs-fairground-banner-photo",
        "1.3",
        FULL,
        "1.3: a photo whose text names the school's own fair in the hall",
        board("1.3/招聘会场地.jpg", FAIR_BANNER, wide=1000, high=640),
        school="威海职业学院",
    )
    yield case(
        "fs-fairground-building-plate",
        "1.3",
        OPEN,
        "1.3: other photos are 0/0/10",
        board("1.3/DSC_0187.jpg", GYM_PLATE, wide=900, high=500),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "fs-fairground-fair-of-others",
        "1.3",
        NONE,
        "1.3: another body's fair elsewhere is none",
        board("1.3/现场照片1.jpg", FAIR_ELSEWHERE, wide=1000, high=640),
        school="山东药品食品职业学院",
        alt=[OPEN],
    )
    yield case(
        "fs-fairground-square-agreement",
        "1.3",
        FULL,
        "1.3: agreement on the square for fairs",
        docx("场地协议.docx", SQUARE_AGREEMENT, SMALL),
        school="北京交通大学（威海）",
    )
    yield case(
        "fs-fairground-granted-by-mail",
        "1.3",
        FULL,
        "1.3: the sports office grants the gym for the spring fair",
        mail(
            "体育馆借用.eml",
            "答复：借用西区体育馆举办春季招聘会",
            "体育部办公室 <tyb@example.edu.cn>",
            "就业中心 <jy@example.edu.cn>",
            "Mon, 04 Mar 2024 09:15:30 +0800",
            GYM_MAIL,
        ),
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "fs-fairground-page-of-news",
        "1.3",
        FULL,
        "1.3: the page names the hall where the school's fair was held",
        web(
            "我校举办2024届毕业生供需见面会.html",
            FAIR_NEWS,
            site="山东大学（威海）就业指导中心",
            path="首页 > 就业新闻",
            told="发布时间：2024-03-24　来源：就业指导中心　浏览次数：612",
        ),
        school="山东大学（威海）",
    )
    yield case(
        "fs-fairground-told-in-self-report",
        "1.3",
        FULL,
        "1.3: the report names the hall for fairs",
        docx("自评报告（硬件部分）.docx", SELF_REPORT, STYLED),
        school="威海职业学院",
        more={"1.1": FULL, "1.2": FULL, "1.4": FULL},
    )
    yield case(
        "fs-fairground-sports-meeting",
        "1.3",
        NONE,
        "1.3: a sports meeting in the stadium speaks of no fair",
        docx("场地安排.docx", SPORTS_MEETING, PLAIN),
        school="山东外事职业大学",
        alt=[OPEN],
    )
    yield case(
        "fs-fairground-of-another-school",
        "1.3",
        NONE,
        "section 0: another school's paper counts nowhere",
        docx("招聘会活动场地.docx", FAIR_GYM.replace("山东交通学院（威海）", "威海海洋职业学院")),
        school="哈尔滨理工大学荣成校区",
        flags=["school-mismatch"],
    )
    yield case(
        "fs-fairground-typed-in-haste",
        "1.3",
        FULL,
        "1.3: a text names the venue",
        note("场地/说明.txt", FAIR_TEXT, "gb18030"),
        school="山东药品食品职业学院",
    )


FAIR_GYM = """
# 招聘会活动场地情况说明
山东交通学院（威海）可举办招聘会的活动场地为和兴路校区体育馆，馆内净面积 2400 平方米，可布设标准展位 130 个，同时容纳 3000 名学生入场。场馆东、南两侧设出入口，配有固定音响、电子大屏、应急照明，停车场可停放用人单位车辆 60 辆。
2024 年春、秋两季校园双选会均在该场地举办；遇雨雪天气时启用学生活动中心一层大厅作备用场地。
> 山东交通学院（威海）就业指导办公室
> 2024 年 11 月 10 日
"""
FAIR_NOTICE = """
! 威海海洋职业学院招生就业处
!- 招就字〔2024〕4 号
# 关于举办2024届毕业生春季双选会的通知
~ 各系部、各用人单位：
为促进毕业生充分就业，学校定于近期举办 2024 届毕业生春季双选会，现将有关事项通知如下：
## 一、时间
2024 年 4 月 13 日（星期六）9:00—13:00，用人单位 8:00 入场布展。
## 二、地点
威海海洋职业学院风雨操场（海韵餐厅北侧）。
## 三、参加对象
2024 届全体未就业毕业生，欢迎 2025 届学生观摩。
## 四、有关要求
各系部组织学生携带纸质简历、文明有序入场；展位、桌椅、饮用水由招生就业处统一准备。
> 威海海洋职业学院招生就业处
> 2024 年 3 月 26 日
"""
BOOTHS: Rows = [
    ["山东外事职业大学2024届毕业生招聘会展位图（威海校区体育馆）", "<", "<", "<", "<", "<", "<"],
    ["A01", "A02", "A03", "通道", "B01", "B02", "B03"],
    ["A04", "A05", "A06", "^", "B04", "B05", "B06"],
    ["A07", "A08", "A09", "^", "B07", "B08", "B09"],
    ["主席台（电子屏）", "<", "<", "^", "服务台", "政策咨询台", "医疗点"],
    ["C01", "C02", "C03", "^", "D01", "D02", "D03"],
    ["C04", "C05", "C06", "^", "D04", "D05", "D06"],
    ["入口（南门）", "<", "<", "<", "出口（东门）", "<", "<"],
]
_HALL = """<body style="margin:0;background:linear-gradient(#8fa7b8,#d6d2c4 55%,#a9793f 56%,#7a5429);font-family:'Noto Sans CJK SC','WenQuanYi Micro Hei'">
<div style="height:70px"></div><div style="margin:0 40px;background:#c8161d;color:#fff;font-size:{size}px;font-weight:bold;text-align:center;padding:20px 0;letter-spacing:3px">{banner}</div>
<div style="display:flex;justify-content:space-around;margin-top:120px">{stands}</div></body>"""
_STAND = "<div style='width:150px'><div style='background:#f4f4f0;color:#1d3c78;font-size:20px;text-align:center;padding:8px 0'>{}</div><div style='height:90px;background:#e8e8e8;border:2px solid #bbb'></div><div style='height:60px;background:#a33'></div></div>"
FAIR_BANNER = _HALL.format(
    size=36,
    banner="威海职业学院2024届毕业生春季校园招聘会",
    stands="".join(
        _STAND.format(firm) for firm in ("A12 恒远机械", "A13 蓝湾食品", "A14 启航软件", "A15 宏泰物业", "A16 海鲸重工")
    ),
)
FAIR_ELSEWHERE = _HALL.format(
    size=28,
    banner="烟台市2024年高校毕业生就业招聘会（烟台国际博览中心）",
    stands="".join(
        _STAND.format(firm) for firm in ("1-03 东升化工", "1-04 芝罘仪表", "1-05 金帆贸易", "1-06 万合建材")
    ),
)
GYM_PLATE = """<body style="margin:0;background:linear-gradient(#bcd3e6 30%,#c9bda8 31%)"><div style="margin:150px 120px 0;text-align:center;font:bold 120px 'AR PL UKai CN','WenQuanYi Micro Hei';color:#b8892b;letter-spacing:60px;background:#e7dfd0;padding:24px 0 24px 60px">体育馆</div>
<div style="display:flex;gap:20px;margin:20px 120px"><div style="flex:1;height:140px;background:#5d7f93"></div><div style="flex:1;height:140px;background:#6c8ca0"></div><div style="flex:1;height:140px;background:#5d7f93"></div></div>"""
SQUARE_AGREEMENT = """
# 校园活动场地使用协议书
~ 甲方：北京交通大学（威海）后勤服务部
~ 乙方：北京交通大学（威海）大学生就业创业服务指导站
一、甲方将思源广场（约 1500 平方米）及南侧风雨连廊提供给乙方，作为校园招聘会、双选会、政策宣传等活动的固定举办场地。
二、期限三年，自 2023 年 9 月 1 日至 2026 年 8 月 31 日，2024 年度春秋两季招聘会均在此范围。
三、乙方举办招聘会应提前一周提交方案，落实消防、用电、疏散措施。
四、甲方提供帐篷 40 顶、桌椅 120 套，损坏照价赔偿。
~ 甲方签字：{华 建}　　　乙方签字：{翟若溪}
> 2023 年 8 月 29 日
"""
GYM_MAIL = """就业中心：

你们3月1日发来的借用申请收到。哈尔滨工业大学（威海）西区体育馆 3 月 30 日（周六）全天空出来，同意用于2024届毕业生春季大型校园招聘会，展位可以摆满四块篮球场。地胶请自备，4月1日体育课前恢复。

体育部办公室 小隋
"""
FAIR_NEWS = """
# 我校举办2024届毕业生供需见面会
3月23日上午，山东大学（威海）2024届毕业生供需见面会在学校大学生活动中心一楼大厅举行。来自省内外的98家用人单位参会，提供岗位2600余个，1900多名毕业生入场洽谈。
大学生活动中心大厅是学校常年举办招聘活动的场地，现场分设海洋、电子信息、文化旅游等展区，并设简历修改、政策咨询服务台。
校领导到现场看望用人单位代表，了解毕业生求职意向。
> （文/图 就业指导中心）
"""
SELF_REPORT = """
# 威海职业学院就业创业服务指导站2024年自评报告
## 第一部分 硬件设施
### （一）办公场所
指导站在科技楼A座设固定办公室1间，办公场所面积40平方米，产权属学校，长期使用。
### （二）培训场地
室内培训场地为科技楼A座报告厅，可容纳150人，投影、扩音设备齐全。
### （三）招聘会场地
校园招聘会安排在学校体育馆（3000平方米，可设展位200个），小型专场招聘安排在科技楼一楼招聘大厅。
### （四）设备
办公室配电脑5台、打印机2台、电话2部、桌椅6套；活动用展架30个、移动音响2套。
> 2024年11月
"""
SPORTS_MEETING = """
# 关于2024年秋季运动会场地安排的通知
~ 各学院：
山东外事职业大学第十九届运动会定于2024年10月17日至18日在学校体育场举行，现将场地划分通知如下：
|区域|用途|负责单位|
|主席台|裁判、广播|体育部|
|东看台|一至四方阵|各学院|
|北侧草坪|铅球、铁饼|体育部|
|南侧|检录处|学生会|
~ 请各学院按时进场，保持卫生。
> 体育教学部　2024年10月9日
"""
FAIR_TEXT = """1.3 招聘会场地（山东药品食品职业学院 2024）

大型：东校区体育馆，每年3月、10月的校园双选会在这里，能放110个展位
小型：图信楼一楼就业大厅，15家企业以内的专场招聘

照片太大发不过来，需要再说。
"""
