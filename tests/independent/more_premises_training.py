# ruff: noqa: E501, RUF100
"""Cell 1.2: further papers on the room for training, made from the scoring rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tests.independent.case import Case
from tests.independent.more_premises_kit import (
    BJ,
    HIT,
    HWS,
    SDU,
    SEA,
    SJT,
    WSZ,
    YAO,
    ZONE,
    chat,
    office_system,
    volume,
)
from tests.independent.premises_kit import (
    DOUBT,
    FULL,
    HEI,
    KAI,
    NONE,
    OPEN,
    Block,
    Rows,
    Sheet,
    application,
    case,
    csv,
    docx,
    flat,
    head,
    mail,
    para,
    pdf,
    red,
    right,
    scan,
    signed,
    spaced,
    sub,
    table,
    title,
    txt,
    web,
    xlsx,
)

BOOKING: Rows = [
    ["场地编号", "场地名称", "所属部门", "可容纳人数", "设备", "预约状态", "场地类别"],
    ["CD001", "行政楼第一会议室", "党政办公室", "18", "投影", "可预约", "会议室"],
    ["CD002", "行政楼第二会议室", "党政办公室", "30", "投影", "可预约", "会议室"],
    ["CD014", "就业创业培训教室（知新楼201）", "招生就业处", "88", "投影、音响、录播", "可预约", "培训教室"],
    ["CD015", "求职面试间（知新楼203）", "招生就业处", "6", "摄像头", "可预约", "面试间"],
    ["导出人：夏青禾　导出时间：2024-10-08 09:41　威海职业学院场地预约系统", "", "", "", "", "", ""],
]

SEATS: Rows = [
    ["哈尔滨理工大学荣成校区 海晏楼201培训教室座位图"] + [""] * 10,
    ["讲　　台"] + [""] * 10,
    *([f"{row}排", *(f"{row}-{seat}" for seat in range(1, 11))] for row in range(1, 9)),
    ["共8排，每排10座，合计80座　　制图：2024年9月　　用途：就业指导、创业培训"] + [""] * 10,
]

HALLS: Rows = [
    ["山东大学（威海）公共教学与活动场所一览表（2024年版）"] + [""] * 7,
    ["序号", "场所", "位置", "座位数", "", "", "适用活动", "管理单位"],
    ["", "", "", "固定", "活动", "合计", "", ""],
    ["1", "求索厅", "图书馆一层", "286", "20", "306", "学术报告、文艺演出", "图书馆"],
    ["2", "启航培训室", "学生活动中心302", "0", "64", "64", "就业创业培训、宣讲会", "就业指导中心"],
    ["3", "研讨室（一）", "学生活动中心304", "0", "16", "16", "小组讨论", "就业指导中心"],
]

COMPARED: Rows = [
    ["指导站年度评价指标自查汇总"] + [""] * 4,
    ["学校：山东药品食品职业学院　　年度：2024"] + [""] * 4,
    ["编号", "指标内容", "落实情况", "佐证所在", "责任人"],
    ["1.1", "固定办公场所", "办公室1间，26.8平方米", "第1页", "毕晓薇"],
    ["1.2", "室内培训场地", "培训教室2间，A楼301可容纳62人、A楼305可容纳40人", "第2页", "毕晓薇"],
    ["1.3", "招聘会活动场地", "风雨操场、药香广场", "第3页", "于文静"],
    ["1.4", "办公设备及活动配备", "计算机3台、打印机1台、音响2套", "第4页", "于文静"],
]

STATIONS: Rows = [
    ["各指导站培训场地情况（2024年5月调度）"] + [""] * 3,
    ["学校", "场地名称", "座位数（个）", "联系人"],
    ["哈尔滨工业大学（威海）", "研究院报告厅", 210, "陶老师"],
    ["威海职业学院", "知新楼104", 36, "夏老师"],
    ["山东大学（威海）", "求索厅", 306, "滕老师"],
]

EXAM: Rows = [
    ["2024年12月全国大学英语四级考试考场安排"] + [""] * 3,
    ["考场", "教室", "人数", "监考"],
    ["001", "教学楼A101", 30, "2人"],
    ["002", "教学楼A102", 30, "2人"],
    ["003", "教学楼A201", 30, "2人"],
    ["威海海洋职业学院教务处"] + [""] * 3,
]


def _form_with_text() -> list[Block]:
    """附件1 whose form tells no seats, and whose introduction does."""
    blocks = application(BJ, "威海市南海新区现代路69号", "40 平方米", "2 个，共 310 平方米", "1500 平方米")
    return [
        *blocks,
        flat("指导站基本情况介绍"),
        para(
            "学校高度重视就业工作，在基础教学楼设置专用培训场地两处，其中JY203为阶梯教室，可同时培训120人；JY205为小型研讨室，可坐24人。"
        ),
    ]


def _fulfilled() -> Iterator[Case]:
    yield case(
        "more-training-booking-export",
        "1.2",
        FULL,
        {"场地列表_20241008.csv": csv(BOOKING, "gb18030")},
        "the training room's row has 88; the meeting rooms are small",
    )
    yield case(
        "more-training-minutes",
        "1.2",
        FULL,
        {
            "专题会议纪要.pdf": scan(
                [
                    red("山东外事职业大学专题会议纪要"),
                    sub("〔2024〕11号"),
                    para(
                        "2024年4月16日，分管副校长主持召开就业工作专题会，招生就业处、教务处、后勤处负责人参加。会议听取了指导站建设情况汇报，议定："
                    ),
                    para("（一）知行楼二楼报告厅（一百五十六座）优先保障指导站开展就业创业培训，教务处不再排课。"),
                    para("（二）请后勤处于五月底前完成空调检修。"),
                    signed("山东外事职业大学校长办公室", "2024年4月18日"),
                ],
                size=20,
            )
        },
        "minutes on a scan; seats in Chinese numerals",
        school=WSZ,
        facts={"training_seats": 156},
    )
    yield case(
        "more-training-class-notice",
        "1.2",
        FULL,
        {
            "关于举办SYB创业培训班的通知.docx": docx(
                [
                    title("关于举办2024年第三期SYB创业培训班的通知"),
                    flat("各系（院）："),
                    para("为提升学生创业能力，经研究，决定举办第三期SYB创业培训班，现通知如下："),
                    para(spaced("一、时间：2024年9月21日至29日")),
                    para("二、地点：创新创业学院302培训教室（可容纳60人）"),
                    para("三、名额：30人，额满为止。"),
                    signed("威海海洋职业学院创新创业学院", "2024年9月10日"),
                ]
            )
        },
        "30 are admitted, the room holds 60",
        school=SEA,
        facts={"training_seats": 60},
    )
    yield case(
        "more-training-refit-accepted",
        "1.2",
        FULL,
        {
            "1.2/验收报告.pdf": scan(
                [
                    title("多媒体教室改造项目验收报告"),
                    table(
                        [
                            ["项目名称", "就业创业培训教室改造", "合同编号", "SJT-2024-0218"],
                            ["改造地点", "育才楼308", "供货单位", "烟台立方教学设备有限公司"],
                            ["验收内容", "数量", "单位", "结论"],
                            ["排椅（含写字板）", "90", "位", "合格"],
                            ["86寸智慧黑板", "1", "套", "合格"],
                            ["吸顶音箱", "4", "只", "合格"],
                            ["验收结论", "改造后教室设座位90个，满足培训需要，同意验收。", "", ""],
                        ],
                        [(6, 1, 1, 3)],
                    ),
                    signed(SJT, "2024年8月30日"),
                ],
                fonts=KAI,
            )
        },
        "a refitted room of 90 seats; the supplier's town does not matter",
        school=SJT,
        facts={"training_seats": 90},
    )
    yield case(
        "more-training-fire-limit",
        "1.2",
        FULL,
        {
            "核定人数公示.docx": docx(
                [
                    title("人员密集场所核定人数公示"),
                    table(
                        [
                            ["场所名称", "弘毅报告厅（指导站培训场地）"],
                            ["所在楼层", "弘毅楼 地上一层"],
                            ["核 定 人 数", "180 人"],
                            ["安全出口", "2 个"],
                            ["消防安全责任人", "宋建勋"],
                            ["公示单位", "哈尔滨工业大学（威海）保卫处"],
                            ["公示日期", "2024 年 6 月 1 日"],
                        ],
                        widths=(5, 9),
                    ),
                ],
                face="宋体",
                size=16,
            )
        },
        "how many people the hall may hold",
        school=HIT,
        facts={"training_seats": 180},
    )
    yield case(
        "more-training-indicator-sheet",
        "1.2",
        FULL,
        {"自查汇总.xlsx": xlsx(Sheet("2024", COMPARED, [(0, 0, 1, 5), (1, 0, 1, 5)], (8, 20, 44, 12, 10)))},
        "one of two rooms holds 62",
        school=YAO,
        more={"1.1": FULL, "1.3": FULL, "1.4": FULL},
    )
    yield case(
        "more-training-chat",
        "1.2",
        FULL,
        {
            "微信记录-培训教室.txt": txt(
                "群聊：荣成校区指导站迎检\n\n"
                + chat(
                    ("宫学涛", "2024-11-06 14:02:11", "王老师，咱搞就业培训的那个教室能坐多少人？材料里要写"),
                    ("王静波", "2024-11-06 14:05:37", "海晏楼201，68个固定座位"),
                    ("宫学涛", "2024-11-06 14:06:20", "收到，谢谢"),
                )
            )
        },
        "the room of the trainings has 68 seats",
        school=HWS,
        alt=[DOUBT],
        facts={"training_seats": 68},
    )
    yield case(
        "more-training-mail-thread",
        "1.2",
        FULL,
        {
            "回复：培训场地.eml": mail(
                "回复：培训场地",
                "山东大学（威海）教务处 <jwc@example.cn>",
                datetime(2024, 9, 5, 15, 30, tzinfo=ZONE),
                "滕老师：\n你处申请的就业创业培训场地已落实，为学生活动中心203，固定座位72个，带投影，可以长期使用。\n教务处 宋立\n\n------------------ 原始邮件 ------------------\n发件人: 山东大学（威海）就业指导中心\n发送时间: 2024年9月3日 10:12\n主题: 培训场地\n\n宋老师：\n人社局要求培训场地能坐下50人，请帮忙看看哪个教室合适。\n",
            )
        },
        "the answer says 72, the older mail below it the clause's 50",
        school=SDU,
        facts={"training_seats": 72},
    )
    yield case(
        "more-training-seat-plan",
        "1.2",
        FULL,
        {"座位图.xlsx": xlsx(Sheet("201", SEATS, [(0, 0, 1, 11), (1, 0, 1, 11), (10, 0, 1, 11)], (8,) * 11))},
        "a plan of seats: 80",
        school=HWS,
        facts={"training_seats": 80},
    )
    yield case(
        "more-training-form-introduction",
        "1.2",
        FULL,
        {"建站申请.docx": docx(_form_with_text(), face="宋体", size=12)},
        "the introduction tells 120 where the form tells square metres",
        school=BJ,
    )
    yield case(
        "more-training-halls",
        "1.2",
        FULL,
        {
            "场所一览.pdf": pdf(
                [
                    table(
                        HALLS,
                        [
                            (0, 0, 1, 8),
                            (1, 0, 2, 1),
                            (1, 1, 2, 1),
                            (1, 2, 2, 1),
                            (1, 3, 1, 3),
                            (1, 6, 2, 1),
                            (1, 7, 2, 1),
                        ],
                    )
                ],
                size=17,
            )
        },
        "two-row header; the training room has 64, none of them fixed",
        school=SDU,
    )
    yield case(
        "more-training-volume",
        "1.2",
        FULL,
        {
            "基础管理.pdf": pdf(
                volume(
                    YAO,
                    "基础管理工作佐证材料",
                    [
                        (
                            "材料一 培训场地说明",
                            [para("指导站培训使用图书馆报告厅，室内，软座二百二十席，灯光音响齐全。")],
                        ),
                        ("材料二 招聘场地说明", [para("校园招聘会固定在风雨操场举办，可设展位100个。")]),
                    ],
                    "2024年11月",
                ),
                fonts=HEI,
            )
        },
        "a volume with contents; 220 seats in Chinese numerals",
        school=YAO,
        more={"1.3": FULL},
        facts={"training_seats": 220},
    )
    yield case(
        "more-training-oa-repair",
        "1.2",
        FULL,
        {
            "维修工单.pdf": office_system(
                "威海职业学院后勤一站式平台",
                "报修工单",
                [
                    ("工单编号", "BX20240913022"),
                    ("报修部门", "大学生就业创业服务指导站"),
                    ("报修地点", "知新楼201就业创业培训教室（96座）"),
                    ("故障描述", "投影幕布无法升降，周六有创业培训，请尽快处理。"),
                ],
                [
                    ("受理", "后勤值班员", "已派单", "2024-09-13 09:10"),
                    ("完工", "杨振", "更换电机，已恢复。", "2024-09-13 15:44"),
                ],
            )
        },
        "a repair order names the training room's 96 seats",
        facts={"training_seats": 96},
    )


def _short() -> Iterator[Case]:
    yield case(
        "more-training-seats-removed",
        "1.2",
        NONE,
        {
            "1.2/改造说明.docx": docx(
                [
                    title("就业培训教室改造情况说明"),
                    para(
                        "厚德楼205培训教室原有座位60个，2024年3月改造为圆桌研讨式布局后，设座位44个，现为指导站唯一的培训场地。"
                    ),
                    signed(SJT, "2024年5月10日"),
                ]
            )
        },
        "44 seats since March",
        school=SJT,
        alt=[OPEN],
    )
    yield case(
        "more-training-rules-no-seats",
        "1.2",
        OPEN,
        {
            "1.2容纳50人以上的室内培训场地/使用须知.html": web(
                "威海海洋职业学院就业信息网",
                "首页 &gt; 场地预约",
                "就业创业培训室使用须知",
                "发布时间：2024-03-20",
                [
                    para("一、培训室位于海韵楼二层，主要用于指导站开展就业创业培训。"),
                    para("二、使用前两个工作日提交预约，使用后关闭投影和空调。"),
                    para("三、室内禁止饮食，爱护桌椅。"),
                ],
            )
        },
        "the room is there, its seats are not told",
        school=SEA,
    )
    yield case(
        "more-training-people-times",
        "1.2",
        OPEN,
        {
            "年度总结.docx": docx(
                [
                    title("山东外事职业大学大学生就业创业服务指导站2024年工作总结"),
                    head("一、能力提升"),
                    para(
                        "依托明理楼110室内培训场地，全年开展简历制作、面试礼仪等培训12场，培训学生1260人次，满意度达97%。"
                    ),
                    head("二、岗位拓展"),
                    para("走访威海企业58家。"),
                    right("2024年11月25日"),
                ]
            )
        },
        "the room is named, its seats are not; 1260 are people trained in a year",
        school=WSZ,
        alt=[NONE],
    )
    yield case(
        "more-training-own-row-short",
        "1.2",
        NONE,
        {"1.2/培训场地调度.xlsx": xlsx(Sheet("调度", STATIONS, [(0, 0, 1, 4)], (28, 20, 14, 12)))},
        "36 in the own row; other schools' halls count nowhere",
        facts={"training_seats": 36},
        forbid=[("1.2", "school-mismatch")],
    )
    yield case(
        "more-training-computers-forty",
        "1.2",
        NONE,
        {
            "1.2/机房情况.docx": docx(
                [
                    title("创业培训机房基本情况"),
                    head("一、位置"),
                    para("北京交通大学（威海）实训楼402。"),
                    head("二、容量"),
                    para("设学员机位四十个、教师机一台，满员时可容纳四十人。"),
                    head("三、用途"),
                    para("用于网络创业培训、职业测评。"),
                    right("2024年10月"),
                ]
            )
        },
        "forty",
        school=BJ,
        facts={"training_seats": 40},
        want=[("1.2", "below-threshold")],
    )


def _neighbours() -> Iterator[Case]:
    yield case(
        "more-training-reading-seats",
        "1.2",
        NONE,
        {
            "1.2/图书馆座位.txt": txt(
                "哈尔滨工业大学（威海）图书馆自习座位开放公告\n自2024年9月1日起，图书馆二至四层自习区开放座位1860个，读者通过小程序选座，离座30分钟自动释放。\n图书馆\n2024年8月28日\n",
                "gb18030",
            )
        },
        "seats to read at",
        school=HIT,
        alt=[OPEN],
    )
    yield case(
        "more-training-exam-rooms",
        "1.2",
        NONE,
        {"1.2/考场安排.xlsx": xlsx(Sheet("考场", EXAM, [(0, 0, 1, 4), (5, 0, 1, 4)]))},
        "rooms of an examination",
        school=SEA,
        alt=[OPEN],
    )


def cases() -> Iterator[Case]:
    yield from _fulfilled()
    yield from _short()
    yield from _neighbours()
