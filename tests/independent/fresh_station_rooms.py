# ruff: noqa: E501
"""The station's own office (1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.independent.case import Case
from tests.independent.fresh_station_kit import (
    HURRIED,
    PLAIN,
    SMALL,
    STYLED,
    Look,
    Rows,
    board,
    book,
    case,
    docx,
    mail,
    pdf,
    scan,
)

FULL, NONE, OPEN = (10, 10, 10), (0, 0, 0), (0, 0, 10)


def cases() -> Iterator[Case]:
    yield case(
        "fs-office-proof-typed",
        "1.1",
        FULL,
        "1.1: 场地证明 states 28.5 ≥ 20",
        docx("1.1 办公场所证明.docx", OFFICE_PROOF),
        school="山东交通学院（威海）",
        facts={"office_area_m2": 28.5},
    )
    yield case(
        "fs-office-borrowed-from-logistics",
        "1.1",
        FULL,
        "1.1: 使用协议, area in capital numerals and figures, 32 ≥ 20",
        pdf("基础管理/办公用房使用协议.pdf", OFFICE_AGREEMENT, PLAIN),
        school="威海海洋职业学院",
        facts={"office_area_m2": 32},
    )
    yield case(
        "fs-office-in-building-list",
        "1.1",
        FULL,
        "1.1: the station's own row of the building's list states 21.6; other rows are other offices",
        book("综合楼公用房核定明细(2024).xlsx", {"综合楼": BUILDING_ROOMS, "填表说明": BUILDING_HELP}),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "fs-office-exactly-twenty",
        "1.1",
        FULL,
        "1.1: 20.0 counts",
        docx("01/01.docx", OFFICE_TWENTY, HURRIED),
        school="山东外事职业大学",
        facts={"office_area_m2": 20},
    )
    yield case(
        "fs-office-a-little-short",
        "1.1",
        NONE,
        "1.1: 18.9 < 20 is 0, below-threshold",
        docx("硬件设施/就业指导站办公室情况.docx", OFFICE_SHORT, PLAIN),
        school="威海职业学院",
        facts={"office_area_m2": 18.9},
        flags=["below-threshold"],
    )
    yield case(
        "fs-office-nameplate-only",
        "1.1",
        OPEN,
        "1.1: only photos are 0/0/10",
        board("1.1/微信图片_20240612101533.jpg", DOORPLATE, wide=760, high=520),
        school="山东药品食品职业学院",
    )
    yield case(
        "fs-office-no-size-told",
        "1.1",
        OPEN,
        "1.1: a document without an area is 0/0/10",
        docx("1.1固定办公场所.docx", OFFICE_WITHOUT_SIZE),
        school="北京交通大学（威海）",
    )
    yield case(
        "fs-office-proof-against-summary",
        "1.1",
        (0, 0, 10),
        "1.1: 场地证明 (18) outranks the 总结 (26); low the least, high the most",
        docx("1.1 场地证明.docx", PROOF_EIGHTEEN, PLAIN),
        docx("年度总结.docx", SUMMARY_TWENTY_SIX),
        school="威海职业学院",
        flags=["totals-disagree"],
    )
    yield case(
        "fs-office-agreement-against-summary",
        "1.1",
        (0, 10, 10),
        "1.1: 使用协议 (24.6) outranks the 总结 (16); low takes the least",
        pdf("1基础管理工作/1.1/场地使用协议（签字版）.pdf", AGREEMENT_TWENTY_FOUR, SMALL),
        docx("总结/2023年指导站工作总结.docx", SUMMARY_SIXTEEN, STYLED),
        school="山东大学（威海）",
        year=2023,
        flags=["totals-disagree"],
    )
    yield case(
        "fs-office-proof-scanned",
        "1.1",
        FULL,
        "1.1: sealed 场地证明, 36 ≥ 20",
        scan("扫描件/CCF20241105.pdf", PROOF_SEALED, Look(size=15)),
        school="哈尔滨工业大学（威海）",
        facts={"office_area_m2": 36},
    )
    yield case(
        "fs-office-copied-from-neighbour",
        "1.1",
        NONE,
        "section 0: papers of another school count nowhere",
        docx("1.1办公场所.docx", PROOF_OF_ANOTHER),
        school="威海海洋职业学院",
        flags=["school-mismatch"],
    )
    yield case(
        "fs-office-answer-by-mail",
        "1.1",
        FULL,
        "1.1: the asset office's mail states the room's area, 25.4",
        mail(
            "回复 关于核对用房面积.eml",
            "回复：关于核对就业指导站用房面积的函",
            "国资处 王科 <gzc@example.edu.cn>",
            "就业处 <jyc@example.edu.cn>",
            "Wed, 13 Nov 2024 16:42:08 +0800",
            OFFICE_MAIL,
        ),
        school="山东外事职业大学",
        facts={"office_area_m2": 25.4},
    )
    yield case(
        "fs-office-application-form",
        "1.1",
        FULL,
        "1.1: filled 附件1, 办公场所 45",
        docx("附件1建站申请表.docx", APPLICATION, PLAIN),
        school="山东药品食品职业学院",
        facts={"office_area_m2": 45},
        more={"1.5": (15, 15, 15)},
    )
    yield case(
        "fs-office-room-is-training-room",
        "1.1",
        NONE,
        "1.1 asks for the office: the paper speaks of a training room (seats: 1.2)",
        docx("材料/用房说明.docx", ONLY_TRAINING_ROOM, HURRIED),
        school="威海职业学院",
        alt=[OPEN],
        more={"1.2": FULL},
    )


OFFICE_PROOF = """
# 办公场所证明
兹证明山东交通学院（威海）大学生就业创业服务指导站办公地点位于我校和兴路校区行政综合楼 4 层 412 室，房间使用面积 28.5 平方米，为指导站固定办公用房，自 2021 年 9 月起一直由指导站使用，2024 年度未作调整。
该房间产权归学校所有，无租赁、转借等情况。
特此证明。

> 山东交通学院（威海）资产与后勤管理办公室
> 2024 年 11 月 6 日
"""
OFFICE_AGREEMENT = """
# 办公用房使用协议
~ 甲方（提供方）：威海海洋职业学院后勤管理处
~ 乙方（使用方）：威海海洋职业学院大学生就业创业服务指导站（挂靠招生就业处）
为保障指导站日常工作需要，经甲乙双方协商，就用房事宜达成如下协议：
## 一、用房情况
甲方将海星楼一楼东侧 106 房间交由乙方作固定办公场所使用，建筑面积叁拾贰平方米（32㎡），房屋附属空调、暖气完好。
## 二、使用期限
自 2022 年 3 月 1 日起至 2027 年 2 月 28 日止，期满双方无异议的自动顺延。
## 三、双方责任
1.甲方负责房屋主体及水电维修，不收取使用费。2.乙方不得改变房屋用途，不得转借他人，做好防火、防盗工作。
## 四、其他
本协议一式两份，双方各执一份，自签字盖章之日起生效。
~ 甲方（盖章）：　　　　　　　　　　　　乙方（盖章）：
~ 经办人：{曲家和}　　　　　　　　　　　经办人：{邹云帆}
> 2022 年 2 月 25 日
"""
BUILDING_ROOMS: Rows = [
    ["哈尔滨理工大学荣成校区综合楼公用房核定明细表（2024年）", "<", "<", "<", "<", "<", "<", "<"],
    ["序号", "楼层", "房间号", "使用单位", "房间用途", "使用面积(㎡)", "使用人数", "备注"],
    [1, "三层", "A301", "党政办公室", "办公室", 18.2, 2, None],
    [2, "^", "A303", "党政办公室", "会议室", 64.8, None, "共用"],
    [3, "^", "A305", "学生工作部", "办公室", 43.2, 5, None],
    [4, "四层", "A401", "招生就业办公室", "办公室", 16.4, 2, "招生"],
    [5, "^", "A402", "大学生就业创业服务指导站", "办公室（固定）", 21.6, 3, "招就办代管"],
    [6, "^", "A404", "团委", "办公室", 32.4, 4, None],
    [7, "^", "A407", "教务部", "档案室", 43.2, None, None],
    ["合计", "<", "<", "<", "<", 239.8, 16, None],
]
BUILDING_HELP: Rows = [
    ["填表说明"],
    ["1.使用面积按资产系统测绘数据填写，保留一位小数。"],
    ["2.用途按现状填写。统计时间：2024年10月。"],
]
OFFICE_TWENTY = """
# 就业创业服务指导站场地情况
山东外事职业大学大学生就业创业服务指导站2024年场地情况如下：
1、办公室：一间，行知楼B座215，20㎡，固定使用，四张工位，门口挂站牌。
2、办公室与就业信息发布厅相通，学生来访不用另外约地方。
3、2024年没有搬过。
~ 填报：招生就业处　李  2024.11.8
"""
OFFICE_SHORT = """
# 指导站办公室基本情况表
|学校|威海职业学院|<|<|
|部门|就业指导与校企合作处|填表日期|2024年11月12日|
|办公地点|{科技楼 A 座 210}|是否固定|{是}|
|使用面积|{18.9 平方米}|启用时间|{2020 年 10 月}|
|使用人员|{3 人}|办公电话|{0631-5710333}|
|主要用途|日常接待、政策咨询、材料归档|<|<|
~ 注：面积以资产管理处测绘为准，不含走廊公摊。
"""
DOORPLATE = """<body style="margin:0;background:#cfc8bb"><div style="margin:90px 110px;background:linear-gradient(#f7f7f7,#dcdcdc);border:3px solid #999;border-radius:10px;padding:40px;text-align:center;font-family:'Noto Sans CJK SC','WenQuanYi Micro Hei';color:#143b7c">
<div style="font-size:64px;font-weight:bold">108</div><div style="font-size:42px;margin-top:16px">大学生就业创业<br>服务指导站</div><div style="font-size:24px;margin-top:14px;color:#555">山东药品食品职业学院</div></div>"""
OFFICE_WITHOUT_SIZE = """
# 关于指导站固定办公场所的说明
北京交通大学（威海）大学生就业创业服务指导站设在国际教学楼二层学生事务中心内，与职业发展办公室合署办公，门口悬挂“威海市大学生就业创业服务指导站”标牌，有独立办公室一间，长期固定使用，周一至周五 8:30—17:00 对学生开放。
办公室配有工位、文件柜和来访接待区，可满足 2024 年各项工作需要。
> 北京交通大学（威海）学生工作部
> 2024年10月30日
"""
PROOF_EIGHTEEN = """
# 场 地 证 明
威海职业学院大学生就业创业服务指导站固定办公室为学校大学生活动中心 203 房间，使用面积 18 平方米，由学校无偿提供。
特此证明。
> 威海职业学院资产管理处
> 2024年11月4日
"""
SUMMARY_TWENTY_SIX = """
# 威海职业学院大学生就业创业服务指导站2024年度工作总结
2024年，指导站在市人力资源社会保障局的指导下，围绕服务毕业生留威就业开展工作，现总结如下。
## 一、阵地建设
指导站设在大学生活动中心203室，办公场所26平方米，站牌、制度全部上墙。
## 二、存在不足
与园区企业的对接还不够经常，毕业生跟踪服务还要加强。
## 三、下步打算
进一步完善服务流程，争取更多毕业生留在威海。
> 二〇二四年十一月十五日
"""
AGREEMENT_TWENTY_FOUR = """
# 场地使用协议
~ 出让使用方：山东大学（威海）公用房管理办公室　　　使用方：山东大学（威海）大学生就业创业服务指导站
一、公用房管理办公室同意将学生发展服务中心 115 室交由指导站作办公室使用，套内面积 24.6 平方米，用途为就业创业指导站固定办公。
二、使用期限：2023 年 1 月 1 日至 2025 年 12 月 31 日。
三、使用期间水、电、网络费用由学校承担；使用方不得擅自拆改。
四、未尽事宜双方协商解决。
~ 公用房管理办公室（章）　经办：{辛少平}　　　　指导站（章）　经办：{慕晓雯}
> 签订日期：2022 年 12 月 28 日
"""
SUMMARY_SIXTEEN = """
# 山东大学（威海）就业创业服务指导站2023年工作总结
## 一、基本条件
指导站有固定办公场所16平方米，位于学生发展服务中心一楼，人员、设备到位。
## 二、工作开展
2023年指导站接待来访学生，走访企业，发布招聘信息，做好政策解答。
## 三、下一步
继续推进与各区市的校地合作。
> 2023年11月20日
"""
PROOF_SEALED = """
# 场地使用证明
哈尔滨工业大学（威海）大学生就业创业服务指导站现使用我校 H 楼 1 层 118 房间作为固定办公场所，房间面积 36 平方米，使用期限长期。
该房间由资产管理部门统一登记，2024 年度使用情况属实。
特此证明。


> 哈尔滨工业大学（威海）资产管理处
@哈尔滨工业大学（威海）资产管理处
> 2024 年 11 月 5 日
"""
PROOF_OF_ANOTHER = """
# 办公场所证明
兹证明山东药品食品职业学院大学生就业创业服务指导站在我院图书信息楼 305 室办公，面积 42 平方米，为固定办公用房。
特此证明。
> 山东药品食品职业学院后勤与资产处
> 2024年10月28日
"""
OFFICE_MAIL = """就业处老师好：

来函收到。经核对房产台帐，贵处2024年填报的“大学生就业创业服务指导站”固定办公用房为山东外事职业大学威海校区 明德楼 1-09，一间，长 6.2 米、宽 4.1 米，登记使用面积 25.4 平方米，用途为办公，无其他部门合用。

盖章件等分管领导出差回来再补。

国有资产管理处 王成武
"""
APPLICATION = """
# 威海市大学生就业创业服务指导站建站申请表
|申报高校基本情况|<|<|<|<|
|名称|山东药品食品职业学院|<|<|<|
|地址|威海市高技区和兴路|<|<|<|
|在校生规模|在校生 {9860} 人，应届毕业生 {3120} 人。|<|<|<|
|拟建大学生就业服务指导站基本情况|<|<|<|<|
|指导站地址|{威海} 校区 {图信} 楼 {108} 房间|<|<|<|
|场地情况|办公场所 {45} 平方米，培训场地 {2} 个，共 {260} 平方米，各类招聘活动场地 {1800} 平方米，其他场地 {无} 。|<|<|<|
|人员配备|共 {4} 人（其中专职人员 {2} 人，兼职人员 {2} 人）|<|<|<|
|联络专员|{时佳宁}|<|联系电话|{0631-5666333}|
|指导站电话|{0631-5666333}|<|电子邮箱|{jyzd@example.edu.cn}|
|指导站工作人员基本情况|<|<|<|<|
|姓名|所在部门|职务（职称）|联系方式|任职\\n（专/兼）|
|时佳宁|招生就业处|科员|13853332201|专|
|路长青|招生就业处|副处长|13853332202|专|
|丁文静|药学系|辅导员|13853332203|兼|
|唐海滨|食品系|辅导员|13853332204|兼|
|指导站基本情况介绍|学校现有就业指导教师队伍稳定，拟依托指导站为学生提供政策咨询、求职登记、技能培训报名等服务。|<|<|<|
|申报学校意见|同意申报。\\n（公章）\\n2024 年 3 月 18 日|<|<|<|
"""
ONLY_TRAINING_ROOM = """
# 用房说明
威海职业学院就业创业培训教室设在实训楼三楼，面积 140 平方米，有座位 90 个，供SYB培训、就业讲座使用，2024年全年可用。
> 威海职业学院招生就业处　2024.11.11
"""
