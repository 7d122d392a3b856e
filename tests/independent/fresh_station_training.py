# ruff: noqa: E501
"""Where the station trains (1.2)."""

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
    pdf,
    photo,
    slides,
)

FULL, NONE, OPEN = (10, 10, 10), (0, 0, 0), (0, 0, 10)


def cases() -> Iterator[Case]:
    yield case(
        "fs-training-venue-list",
        "1.2",
        FULL,
        "1.2: a table of indoor venues, the station's training room seats 84",
        book("1.2/校内公共会场一览表.xlsx", {"Sheet1": VENUES}),
        school="山东大学（威海）",
    )
    yield case(
        "fs-training-chinese-numerals",
        "1.2",
        FULL,
        "1.2: 一百二十个座位 ≥ 50",
        docx("基础管理工作/培训场地说明.docx", TRAINING_NUMERALS),
        school="威海海洋职业学院",
        facts={"training_seats": 120},
    )
    yield case(
        "fs-training-forty-eight",
        "1.2",
        NONE,
        "1.2: 48 < 50",
        docx("1.2 室内培训场地.docx", TRAINING_SHORT, PLAIN),
        school="哈尔滨理工大学荣成校区",
        facts={"training_seats": 48},
    )
    yield case(
        "fs-training-exactly-fifty",
        "1.2",
        FULL,
        "1.2: ≥ 50, 50 itself counts",
        pdf("培训教室场地证明.pdf", TRAINING_FIFTY),
        school="北京交通大学（威海）",
        facts={"training_seats": 50},
    )
    yield case(
        "fs-training-square-outside",
        "1.2",
        NONE,
        "1.2: asks for an indoor place; indoors 40 seats, the 500 stand outside",
        docx("2/场地.docx", TRAINING_SQUARE, HURRIED),
        school="山东外事职业大学",
    )
    yield case(
        "fs-training-sign-only",
        "1.2",
        OPEN,
        "1.2: photos only are 0/0/10",
        board("1.2培训场地/IMG_20240319_090412.jpg", ROOM_SIGN, wide=900, high=560),
        school="威海职业学院",
    )
    yield case(
        "fs-training-use-approval",
        "1.2",
        FULL,
        "1.2: approved use of a hall for 260, indoors",
        docx("就业培训场地使用审批表.docx", HALL_APPROVAL, PLAIN),
        school="山东交通学院（威海）",
        facts={"training_seats": 260},
    )
    yield case(
        "fs-training-proof-against-summary",
        "1.2",
        (0, 10, 10),
        "1.2: 场地证明 (66) outranks the 总结 (45); low takes the least",
        docx("培训场地证明.docx", TRAINING_SIXTY_SIX),
        docx("自查总结报告.docx", SUMMARY_FORTY_FIVE, STYLED),
        school="山东药品食品职业学院",
        flags=["totals-disagree"],
    )
    yield case(
        "fs-training-library-agreement",
        "1.2",
        FULL,
        "1.2: agreement with the library, hall of 180 seats",
        pdf("佐证/图书馆报告厅共用协议.pdf", LIBRARY_AGREEMENT, SMALL),
        school="哈尔滨工业大学（威海）",
        facts={"training_seats": 180},
    )
    yield case(
        "fs-training-told-on-slides",
        "1.2",
        FULL,
        "1.2: slides state 可容纳 80 人",
        slides("指导站介绍.pptx", STATION_SLIDES),
        school="威海职业学院",
        year=2023,
    )
    yield case(
        "fs-training-proof-photographed",
        "1.2",
        FULL,
        "1.2: sealed proof, 96 seats",
        photo("1.2/mmexport1731034412207.jpg", TRAINING_SEALED, Look(size=16)),
        school="威海海洋职业学院",
        facts={"training_seats": 96},
    )
    yield case(
        "fs-training-online-room",
        "1.2",
        NONE,
        "1.2: an online room is no indoor place",
        docx("线上培训会议室开通说明.docx", ONLINE_ROOM, HURRIED),
        school="山东大学（威海）",
        alt=[OPEN],
    )
    yield case(
        "fs-training-other-campus-paper",
        "1.2",
        NONE,
        "section 0: another school's paper counts nowhere",
        pdf("1.2.pdf", TRAINING_OF_ANOTHER, PLAIN),
        school="北京交通大学（威海）",
        flags=["school-mismatch"],
    )


VENUES: Rows = [
    ["山东大学（威海）公共会场一览表（2024年度，就业指导中心可申请使用）", "<", "<", "<", "<", "<"],
    ["序号", "所属楼宇", "会场名称", "位置及门牌号", "家具设备", "容纳人数"],
    [1, "知行楼", "就业创业指导站培训室", "知行楼204", "课桌，多媒体、音响", 84],
    [2, "^", "面试间", "知行楼206", "圆桌，电脑", 6],
    [3, "^", "职业咨询室", "知行楼207", "沙发", 4],
    [4, "闻天楼", "第一报告厅", "闻天楼一层西侧", "座椅，投影、音响", 262],
    [5, "^", "研讨室", "闻天楼203", "移动长条桌，多媒体", 48],
    ["注：培训、讲座提前3个工作日预约；以场次为单位安排（上午、下午、晚上各为一场）。", "<", "<", "<", "<", "<"],
]
TRAINING_NUMERALS = """
# 就业创业培训场地情况说明
威海海洋职业学院就业创业服务指导站现有室内培训教室一间，位于远航楼阶梯教室（三），设有固定座位一百二十个，配备多媒体讲台、无线扩音和空调，由教务处优先保障指导站培训、政策宣讲等活动使用。
二〇二四年在该教室开展创业培训、求职讲座共七场。
> 威海海洋职业学院招生就业处
> 二〇二四年十一月七日
"""
TRAINING_SHORT = """
# 室内培训场地情况
|项目|内容|
|学校|哈尔滨理工大学荣成校区|
|场地名称|就业指导多媒体教室|
|位置|教学楼 D 区 205|
|座位数|48 个（固定课桌椅）|
|设备|投影机、电子白板、音响|
|管理部门|招生就业办公室|
|统计时间|2024 年 11 月|
"""
TRAINING_FIFTY = """
# 培训场地证明
北京交通大学（威海）大学生就业创业服务指导站在开展就业创业培训时，可使用我部管理的国际教学楼 B102 多功能教室。该教室为室内场地，核定容纳人数 50 人，2024 年 1 月至 12 月均可预约。
特此证明。
> 北京交通大学（威海）综合事务部
> 2024 年 11 月 1 日
"""
TRAINING_SQUARE = """
# 场地
山东外事职业大学指导站 2024年
室内：培训室1间（行知楼B座117），桌椅40套，能坐40人。
室外：行知广场，搞宣传活动用，可容纳500人。
~ 招生就业处
"""
ROOM_SIGN = """<body style="margin:0;background:linear-gradient(#e9e4d8,#cfc9bb)"><div style="margin:110px 150px;background:#1b4f8f;color:#fff;padding:44px;text-align:center;font-family:'Noto Sans CJK SC','WenQuanYi Micro Hei'">
<div style="font-size:58px;letter-spacing:8px">就业培训教室</div><div style="font-size:30px;margin-top:18px">科技楼 B-301</div></div><div style="height:90px;background:#7b5a3c;margin:0 60px"></div>"""
HALL_APPROVAL = """
# 山东交通学院（威海）活动场地使用审批表
|申请单位|大学生就业创业服务指导站|申请日期|2024 年 4 月 8 日|
|活动名称|2024 年毕业生就业创业培训（第一期）|<|<|
|使用场地|学术报告厅（图书馆一楼，室内）|可容纳人数|260 人|
|使用时间|2024 年 4 月 15 日—4 月 19 日 每日 18:30—21:00|<|<|
|设备要求|投影 ☑　手持话筒 2 只 ☑　会议话筒 □　电子屏 ☑|<|<|
|有无校外人员|有（市创业培训讲师 2 人）|活动负责人|{申文博}|
|申请单位意见|同意申请。{纪 宏}　4.8|<|<|
|场地管理部门意见|同意使用，用后恢复原状。{秦玉}　4月9日|<|<|
~ 注：1.请提前 3 天申请。2.场地内严禁明火、私拉电线、粘贴广告。3.损坏设施照价赔偿。
"""
TRAINING_SIXTY_SIX = """
# 培训场地证明
兹证明我院（山东药品食品职业学院）实训楼 402 多媒体教室为就业创业服务指导站培训场地，可同时容纳 66 人参加培训，活动需要时随时可用。
特此证明。
> 山东药品食品职业学院教务处
> 2024年10月25日
"""
SUMMARY_FORTY_FIVE = """
# 山东药品食品职业学院指导站2024年度自查总结报告
## 一、场地设施
指导站培训教室可容纳45人，全年举办培训与讲座。
## 二、工作成效
2024年继续开展就业帮扶，做好毕业生去向登记。
## 三、问题与改进
对未就业毕业生的回访仍需加强。
> 2024年11月22日
"""
LIBRARY_AGREEMENT = """
# 报告厅共用协议
~ 甲方：哈尔滨工业大学（威海）图书馆
~ 乙方：哈尔滨工业大学（威海）大学生就业创业服务指导站
为提高场地利用率，双方就图书馆二层报告厅共用事宜约定如下：
第一条　报告厅为室内场地，面积 240 平方米，固定座席 180 个，备有投影、音响、讲台。
第二条　乙方举办就业创业培训、讲座、宣讲时，提前 5 个工作日告知甲方，甲方予以优先安排，不收取费用。
第三条　乙方负责活动期间的秩序与安全，使用完毕后切断电源、清理垃圾。
第四条　协议有效期自 2024 年 1 月 1 日至 2026 年 12 月 31 日。
~ 甲方代表：{项 北}　　　　乙方代表：{栾 静}
> 2023 年 12 月 22 日
"""
STATION_SLIDES = [
    ["威海职业学院大学生就业创业服务指导站", "2023 年度工作汇报", "招生就业处　2023 年 11 月"],
    [
        "一、站点概况",
        "办公室：图书信息中心 107，38 平方米",
        "室内培训室：图书信息中心 110，100 平方米，可容纳 80 人",
        "咨询室：2 间",
    ],
    ["二、2023 年做了什么", "政策进班级、企业进校园、学生进园区", "全年服务学生 4100 余人次"],
    ["谢谢！", "请领导批评指正"],
]
TRAINING_SEALED = """
# 证　　明
威海海洋职业学院大学生就业创业服务指导站开展就业创业培训，固定使用我处管理的 4 号教学楼 4203 教室。该教室为室内多媒体教室，座位 96 个，2024 年度满足使用需要。
特此证明。


> 威海海洋职业学院教务处
@威海海洋职业学院教务处
> 2024 年 11 月 8 日
"""
ONLINE_ROOM = """
# 线上培训会议室开通说明
为方便学生参加线上就业讲座，山东大学（威海）就业指导中心于2024年3月续费腾讯会议专业版，线上会议室最多支持300人同时在线，会议号每学期在群里公布。
操作办法：下载客户端—输入会议号—改名为“班级+姓名”。
~ 信息员 2024-3-6
"""
TRAINING_OF_ANOTHER = """
# 室内培训场地说明
威海职业学院就业创业服务指导站室内培训场地为大学生活动中心二楼培训厅，面积 160 平方米，座席 150 个，2024 年用于创业培训、就业指导课。
> 威海职业学院招生就业处
> 2024 年 11 月 14 日
"""
