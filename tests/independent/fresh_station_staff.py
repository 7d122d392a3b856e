# ruff: noqa: E501
"""Who works in the station (1.5)."""

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
    book,
    case,
    docx,
    pdf,
    photo,
    scan,
    web,
)

STAFFED, MAYBE_STAFFED = (15, 15, 15), (0, 0, 15)


def cases() -> Iterator[Case]:
    yield case(
        "fs-staff-typed-table",
        "1.5",
        STAFFED,
        "1.5: 5 names, 专职 and 联络员 in one person",
        docx("1.5工作人员名单.docx", STAFF_TABLE),
        school="威海海洋职业学院",
        facts={"staff": 5, "fulltime_liaison": 1},
    )
    yield case(
        "fs-staff-two-row-header",
        "1.5",
        STAFFED,
        "1.5: 4 names, the liaison's row is ticked 专职",
        book("人员配备.xlsx", {"人员信息": STAFF_TWO_ROWS}),
        school="山东大学（威海）",
        facts={"staff": 4, "fulltime_liaison": 1},
    )
    yield case(
        "fs-staff-liaison-part-time",
        "1.5",
        NONE,
        "1.5: the liaison 兼职 is 0, partial-evidence",
        docx("1基础管理/1.5/指导站人员配备表.docx", STAFF_PART_TIME, PLAIN),
        school="山东交通学院（威海）",
        flags=["partial-evidence"],
    )
    yield case(
        "fs-staff-only-two",
        "1.5",
        NONE,
        "1.5: fewer than 3 is 0, partial-evidence",
        docx("人员.docx", STAFF_TWO, HURRIED),
        school="山东外事职业大学",
        facts={"staff": 2},
        flags=["partial-evidence"],
    )
    yield case(
        "fs-staff-nobody-marked-liaison",
        "1.5",
        MAYBE_STAFFED,
        "1.5: ≥ 3 with 专职 people but none marked 联络员 is 0/0/15",
        book("1.5 指导站工作人员基本信息.xlsx", {"Sheet1": STAFF_UNMARKED}),
        school="哈尔滨工业大学（威海）",
        facts={"staff": 4},
        flags=["judgement-required"],
    )
    yield case(
        "fs-staff-counts-without-names",
        "1.5",
        MAYBE_STAFFED,
        "1.5: counts without names are 0/0/15",
        docx("队伍建设情况.docx", STAFF_COUNTS, STYLED),
        school="北京交通大学（威海）",
        flags=["judgement-required"],
    )
    yield case(
        "fs-staff-one-named-twice",
        "1.5",
        STAFFED,
        "1.5: distinct names: 王 玥 stands twice, 3 remain",
        docx("05/工作人员分工一览表.docx", STAFF_TWICE, PLAIN),
        school="山东药品食品职业学院",
        facts={"staff": 3, "fulltime_liaison": 1},
    )
    yield case(
        "fs-staff-two-persons-three-rows",
        "1.5",
        NONE,
        "1.5: distinct names: three rows, two persons",
        book("人员分工.xlsx", {"分工": STAFF_THREE_ROWS}),
        school="威海职业学院",
        facts={"staff": 2},
        flags=["partial-evidence"],
    )
    yield case(
        "fs-staff-application-joined",
        "1.5",
        STAFFED,
        "1.5: 附件1's 联络专员 stands in the 任职 column as 专",
        pdf("附件1.建站申请表.pdf", APPLICATION, SMALL),
        school="哈尔滨理工大学荣成校区",
        facts={"staff": 3, "fulltime_liaison": 1},
        more={"1.1": (10, 10, 10)},
    )
    yield case(
        "fs-staff-page-of-office",
        "1.5",
        STAFFED,
        "1.5: the page's table names 4, one 专职联络员",
        web(
            "机构人员-招生就业处.html",
            STAFF_PAGE,
            site="威海职业学院招生就业处",
            path="首页 > 机构设置 > 指导站人员",
            told="更新时间：2024-09-10　点击：1047",
        ),
        school="威海职业学院",
    )
    yield case(
        "fs-staff-appointed-by-notice",
        "1.5",
        STAFFED,
        "1.5: the notice's annexed table names 5, the liaison 专职",
        pdf("关于调整指导站工作人员的通知.pdf", STAFF_NOTICE),
        school="山东外事职业大学",
    )
    yield case(
        "fs-staff-sheet-scanned",
        "1.5",
        STAFFED,
        "1.5: sealed table of 4, 专职联络员 among them",
        scan("1.5/人员配备（盖章）.pdf", STAFF_SEALED, Look("宋体", "黑体", "黑体", 14, 12)),
        school="山东交通学院（威海）",
        facts={"staff": 4, "fulltime_liaison": 1},
    )
    yield case(
        "fs-staff-list-of-meeting",
        "1.5",
        NONE,
        "1.5: those who signed in at a meeting are not the station's staff",
        docx("签到.docx", MEETING_LIST, PLAIN),
        school="山东大学（威海）",
        alt=[MAYBE_STAFFED],
    )
    yield case(
        "fs-staff-of-another",
        "1.5",
        NONE,
        "section 0: another school's paper counts nowhere",
        docx("1.5.docx", STAFF_TABLE.replace("威海海洋职业学院", "威海职业学院")),
        school="哈尔滨工业大学（威海）",
        flags=["school-mismatch"],
    )
    yield case(
        "fs-staff-photographed-on-wall",
        "1.5",
        STAFFED,
        "1.5: the table of 3 on the wall, photographed straight",
        photo("人员公示栏.jpg", STAFF_ON_WALL, Look("黑体", "黑体", "黑体", 15, 14)),
        school="威海海洋职业学院",
        year=2023,
        facts={"staff": 3, "fulltime_liaison": 1},
    )
    yield case(
        "fs-staff-all-part-time",
        "1.5",
        NONE,
        "1.5: nobody 专职 is 0, partial-evidence",
        docx("指导站人员情况表.docx", STAFF_NONE_FULL),
        school="山东药品食品职业学院",
        year=2023,
        flags=["partial-evidence"],
    )


NONE = (0, 0, 0)
STAFF_TABLE = """
# 威海海洋职业学院大学生就业创业服务指导站工作人员基本信息
|序号|姓名|性别|所在部门|职务（职称）|专职/兼职|承担工作|联系电话|
|1|于 敬 涛|男|招生就业处|处长|兼职|站长，全面负责|0631-5750331|
|2|苗春晓|女|招生就业处|副科长|专职|联络员，对接市人社局|0631-5750332|
|3|阮志强|男|招生就业处|讲师|专职|招聘活动组织|0631-5750333|
|4|付娜|女|航海系|辅导员|兼职|信息采集|0631-5750334|
|5|曹一凡|男|食品系|辅导员|兼职|创业培训|0631-5750335|
~ 以上人员 2024 年内无变动。
> 2024 年 11 月
"""
STAFF_TWO_ROWS: Rows = [
    ["山东大学（威海）大学生就业创业服务指导站人员信息表（2024年度）", "<", "<", "<", "<", "<", "<", "<"],
    ["序号", "姓名", "基本信息", "<", "<", "任职类型", "<", "备注"],
    ["^", "^", "性别", "学历", "职务", "专职", "兼职", "^"],
    [1, "牟晓燕", "女", "硕士研究生", "就业科科长", "√", None, "联络员"],
    [2, "迟大伟", "男", "硕士研究生", "科员", "√", None, None],
    [3, "孔令瑶", "女", "本科", "辅导员", None, "√", "商学院"],
    [4, "聂 超", "男", "博士研究生", "讲师", None, "√", "创业导师"],
    ["填表人：牟晓燕", "<", "<", "<", "填表日期：2024年10月28日", "<", "<", "<"],
]
STAFF_PART_TIME = """
# 指导站人员配备表
~ 学校：山东交通学院（威海）　　　　　　　　　　　　　　　　2024年度
|姓名|部门|职务|专兼职|岗位分工|
|纪宏|学生工作处|副处长|兼职|负责人|
|申文博|学生工作处|科员|专职|就业统计、档案|
|国芳|团委|干事|兼职|联络员|
|仇海涛|汽车工程系|辅导员|兼职|就业指导|
"""
STAFF_TWO = """
# 指导站人员（山东外事职业大学，2024）
|姓名|职务|任职|负责|
|谭伟|招就处处长|兼职|总负责|
|史可欣|科员|专职|联络员、材料、统计都管|
"""
STAFF_UNMARKED: Rows = [
    ["哈尔滨工业大学（威海）大学生就业创业服务指导站工作人员基本信息", "<", "<", "<", "<", "<"],
    ["姓名", "部门", "职称/职务", "专兼职", "工作职责", "办公电话"],
    ["项北", "学生工作部", "副部长", "兼职", "统筹", "0631-5687301"],
    ["邢佳", "就业指导中心", "助理研究员", "专职", "用人单位接待、招聘活动", "0631-5687302"],
    ["滕飞", "就业指导中心", "讲师", "专职", "生涯课程、咨询", "0631-5687303"],
    ["温小雨", "就业指导中心", "科员", "专职", "去向登记、数据上报", "0631-5687304"],
    ["2024年9月更新", "<", "<", "<", "<", "<"],
]
STAFF_COUNTS = """
# 就业创业服务指导站队伍建设情况
## 一、队伍规模
北京交通大学（威海）指导站现有工作人员共6人，其中专职人员3人、兼职人员3人，并配备专职联络员1名。
## 二、队伍素质
工作人员均具有本科以上学历，2人取得职业指导师资格，2024年参加各级培训9人次。
## 三、工作机制
每周一召开例会，每月向市人力资源社会保障部门报送一次工作进展。
> 2024年11月6日
"""
STAFF_TWICE = """
# 工作人员分工一览表
~ 山东药品食品职业学院就业创业服务指导站　　2024年
|岗位|姓名|专/兼|电话|
|站长|路长青|兼职|5666302|
|专职联络员|王玥|专职|5666301|
|就业创业培训|丁文静|兼职|5666303|
|档案台账|王 玥|专职|5666301|
"""
STAFF_THREE_ROWS: Rows = [
    ["威海职业学院指导站人员分工（2024）", "<", "<", "<"],
    ["工作内容", "负责人", "专兼职", "备注"],
    ["综合协调", "张霖", "兼职", "处长"],
    ["对接人社部门", "李沐阳", "专职", "联络员"],
    ["招聘会、培训", "李 沐 阳", "专职", None],
]
APPLICATION = """
~ 附件1
# 威海市大学生就业创业服务指导站建站申请表
|申报高校基本情况|<|<|<|<|
|名称|哈尔滨理工大学荣成校区|<|<|<|
|地址|山东省荣成市学院路|<|<|<|
|在校生规模|在校生 {4210} 人，应届毕业生 {1035} 人。|<|<|<|
|拟建大学生就业服务指导站基本情况|<|<|<|<|
|指导站地址|{荣成} 校区 {综合} 楼 {A402} 房间|<|<|<|
|场地情况|办公场所 {21.6} 平方米，培训场地 {1} 个，共 {110} 平方米，各类招聘活动场地 {900} 平方米，其他场地 {—} 。|<|<|<|
|人员配备|共 {3} 人（其中专职人员 {1} 人，兼职人员 {2} 人）|<|<|<|
|联络专员|{吕梦洁}|<|联系电话|{0631-7599333}|
|指导站电话|{0631-7599333}|<|电子邮箱|{hlgrc@example.edu.cn}|
|指导站工作人员基本情况|<|<|<|<|
|姓名|所在部门|职务（职称）|联系方式|任职（专/兼）|
|董立新|招生就业办公室|主任|0631-7599310|兼|
|吕 梦 洁|招生就业办公室|科员|0631-7599311|专|
|毕克俭|自动化系|辅导员|0631-7599312|兼|
|指导站基本情况介绍|校区 2024 年毕业生一千余人，拟建站后每周二、周四固定开展求职咨询，每学期组织培训和招聘活动。|<|<|<|
|申报学校意见|同意。　　　　　（公章）　　　2024 年 5 月 20 日|<|<|<|
"""
STAFF_PAGE = """
# 威海职业学院大学生就业创业服务指导站人员
|姓名|职务|类别|职责分工|办公电话|办公地点|
|张霖|站长|兼职|主持全面工作|0631-571031|科技楼208|
|李沐阳|科员|专职|专职联络员，负责与市、区人社部门对接|0631-571032|科技楼210|
|隋晓东|科员|专职|招聘活动、场地协调|0631-571033|科技楼210|
|卞雪|讲师|兼职|就业创业课程、个体咨询|0631-571034|科技楼210|
工作时间：周一至周五 8:30—11:30，13:30—17:00（2024—2025学年）
"""
STAFF_NOTICE = """
! 山东外事职业大学文件
!- 山外就字〔2024〕7 号
# 关于调整大学生就业创业服务指导站工作人员的通知
~ 各学院、各部门：
因工作需要，经研究，决定对大学生就业创业服务指导站工作人员进行调整，现将调整后的名单予以公布（见附件）。原有名单同时废止。
~ 附件：指导站工作人员名单
> 山东外事职业大学
> 2024 年 3 月 5 日
---
~ 附件
# 指导站工作人员名单
|序号|姓名|现任职务|站内职务|专（兼）职|
|1|谭伟|招生就业处处长|站长|兼职|
|2|葛晓菲|招生就业处副处长|副站长|兼职|
|3|史可欣|招生就业处科员|联络员|专职|
|4|牛牧|日语学院辅导员|指导教师|兼职|
|5|辛雨桐|商学院辅导员|指导教师|兼职|
"""
STAFF_SEALED = """
# 就业创业服务指导站人员配备表
~ 学校（章）：山东交通学院（威海）
|序号|姓名|部门|职务|专职/兼职|站内分工|
|1|纪宏|学生工作处|副处长|兼职|站长|
|2|申文博|学生工作处|科员|专职|专职联络员|
|3|国芳|团委|干事|兼职|活动组织|
|4|仇海涛|汽车工程系|辅导员|兼职|就业指导|


@山东交通学院（威海）学生工作处
> 2024 年 11 月 6 日
"""
MEETING_LIST = """
# 2024年就业工作推进会参会人员签到表
~ 山东大学（威海）　　时间：2024年5月9日 14:30　　地点：行政楼303
|序号|单位|姓名|职务|签字|
|1|商学院|孔令瑶|辅导员|{孔令瑶}|
|2|海洋学院|冉冬|副书记|{冉冬}|
|3|法学院|符英杰|辅导员|{符英杰}|
|4|艺术学院|贝宁|秘书|{贝宁}|
|5|机电学院|应少华|副书记|{应少华}|
"""
STAFF_ON_WALL = """
# 威海海洋职业学院就业创业服务指导站
= 工作人员公示（2023年）
|姓名|岗位|专兼职|服务电话|
|于敬涛|站长|兼职|5750331|
|苗春晓|联络员|专职|5750332|
|阮志强|招聘服务|专职|5750333|
= 监督电话：0631-5750330
"""
STAFF_NONE_FULL = """
# 指导站人员情况表（2023年）
~ 单位：山东药品食品职业学院招生就业处
|姓名|原岗位|专职或兼职|在指导站承担的工作|
|路长青|招生就业处副处长|兼职|负责人|
|丁文静|药学系辅导员|兼职|联络员|
|唐海滨|食品系辅导员|兼职|信息员|
|安瑾|公共教学部教师|兼职|培训|
"""
