# ruff: noqa: E501, RUF100
"""Cell 1.3: further papers on the place for fairs, made from the scoring rules."""

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
    WHV,
    WSZ,
    YAO,
    ZONE,
    album,
    chat,
    checked,
    office_system,
)
from tests.independent.premises_kit import (
    DOUBT,
    FULL,
    HEI,
    MING,
    NONE,
    OPEN,
    Rows,
    Sheet,
    case,
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
from tests.independent.premises_rooms import banner, room
from tests.independent.premises_slides import pptx

PLACES: Rows = [
    ["校内大型活动场地登记表（2024）"] + [""] * 6,
    ["编号", "场地", "室内/室外", "面积㎡", "管理部门", "承办活动类型", "年使用次数"],
    ["A-01", "综合体育馆主馆", "室内", 3200, "体育教研部", "体育赛事、开学典礼", 14],
    ["A-02", "综合体育馆副馆", "室内", 1450, "体育教研部", "双选会、专场招聘", 9],
    ["B-01", "南田径场", "室外", 18000, "体育教研部", "运动会", 3],
    ["制表：哈尔滨工业大学（威海）场馆管理中心"] + [""] * 6,
]

DUTIES: Rows = [
    ["2024年秋季校园招聘会任务分工表"] + [""] * 3,
    ["环节", "任务", "责任部门", "完成时限"],
    ["场地", "学术交流中心一层大厅布展，设展位86个，划分医药、食品、综合三个区", "后勤处", "10月24日"],
    ["宣传", "横幅、海报制作", "团委", "10月20日"],
    ["安保", "入场引导、应急疏散", "保卫处", "10月25日"],
    ["签到", "企业签到、发放资料", "招生就业处", "10月25日"],
    ["山东药品食品职业学院招生就业处　2024年10月11日"] + [""] * 3,
]

ROOMS_FOR_TALKS: Rows = [
    ["2024年11月企业宣讲会场次安排"] + [""] * 3,
    ["日期", "时间", "宣讲单位", "地点"],
    ["11月5日", "14:00", "威海新衡电子有限公司", "教学楼A203"],
    ["11月7日", "14:00", "荣成蓝湾食品有限公司", "教学楼A205"],
    ["山东交通学院（威海）就业指导中心"] + [""] * 3,
]

STATIONS: Rows = [
    ["序号", "高校", "招聘活动场地名称", "可设展位", "是否室内"],
    [1, "山东大学（威海）", "学生活动中心", 120, "是"],
    [2, "哈尔滨理工大学荣成校区", "体育馆", 90, "是"],
    [3, "威海职业学院", "1号体育馆", 150, "是"],
    ["填表说明：本表由各指导站2024年3月填报，用于校园招聘会场地统计。", "", "", "", ""],
]


def _fulfilled() -> Iterator[Case]:
    yield case(
        "more-venue-police-filing",
        "1.3",
        FULL,
        {
            "备案表.pdf": scan(
                [
                    title("校园大型活动安全备案表"),
                    table(
                        [
                            ["活动名称", "2024届毕业生春季供需见面会", "主办部门", "招生就业处"],
                            ["举办地点", "东校区风雨操场", "活动时间", "2024.3.30 8:30—12:00"],
                            ["预计人数", "1800", "现场负责人", "林晓东"],
                            ["安全措施", "设置出入口4个，配备灭火器20具，保安16人，医护2人。", "", ""],
                            ["保卫处意见", "同意备案。", "", ""],
                        ],
                        [(3, 1, 1, 3), (4, 1, 1, 3)],
                    ),
                    signed("威海海洋职业学院保卫处", "2024年3月22日"),
                ],
                fonts=MING,
            )
        },
        "the filed place of the school's fair, under another of its names",
        school=SEA,
    )
    yield case(
        "more-venue-invitation",
        "1.3",
        FULL,
        {
            "邀请函.docx": docx(
                [
                    title("邀　请　函"),
                    flat("尊敬的用人单位："),
                    para(
                        "感谢贵单位长期以来对我校毕业生就业工作的支持！我校定于近期举办2024年“扬帆起航”校园双选会，诚邀贵单位莅临选才。"
                    ),
                    para(spaced("时　间：2024年12月7日（周六）9:00—12:00")),
                    para("地　点：北京交通大学（威海）体育活动中心一楼"),
                    para("每家单位提供标准展位1个（桌1张、椅2把），不收取任何费用。请于12月1日前将回执发至邮箱。"),
                    signed("北京交通大学（威海）学生就业指导中心", "2024年11月15日"),
                ]
            )
        },
        "an invitation names the place of the school's fair",
        school=BJ,
    )
    yield case(
        "more-venue-news",
        "1.3",
        FULL,
        {
            "20240417.html": web(
                "哈尔滨理工大学荣成校区新闻网",
                "首页 &gt; 校区新闻",
                "校区举办2024届毕业生“春风送岗”专场招聘会",
                "来源：学生工作部　时间：2024-04-17",
                [
                    para(
                        "4月16日下午，校区在大学生活动中心一楼大厅举办专场招聘会，来自荣成市的43家企业携620个岗位进校招才，场内人头攒动。"
                    ),
                    para("图1 招聘会现场　摄影：校报记者团"),
                ],
            )
        },
        "news of a fair in the school's hall",
        school=HWS,
    )
    yield case(
        "more-venue-minutes",
        "1.3",
        FULL,
        {
            "会议纪要.pdf": pdf(
                [
                    red("威海职业学院会议纪要"),
                    sub("第9期"),
                    right("2024年9月12日"),
                    para("9月11日，学院召开就业工作推进会。会议议定以下事项："),
                    para(
                        "1. 关于招聘会场地。同意将西田径场主席台前区域和室内训练馆作为学院举办招聘会的固定场地，体育部做好配合。"
                    ),
                    para("2. 关于实习安全。各系每周上报一次。"),
                    para("3. 关于访企拓岗。年底前完成走访企业100家。"),
                    flat("出席：各部门主要负责人"),
                ],
                fonts=MING,
            )
        },
        "the first of three decisions",
    )
    yield case(
        "more-venue-register",
        "1.3",
        FULL,
        {"场地登记.xlsx": xlsx(Sheet("登记", PLACES, [(0, 0, 1, 7), (5, 0, 1, 7)], (8, 18, 10, 10, 14, 24, 12)))},
        "one of three places serves fairs",
        school=HIT,
    )
    yield case(
        "more-venue-booths-contract",
        "1.3",
        FULL,
        {
            "合同.pdf": scan(
                [
                    title("展位搭建服务合同"),
                    flat("委托方（甲方）：山东大学（威海）"),
                    flat("承揽方（乙方）：威海艺展会务服务有限公司"),
                    para("甲方因举办2024年秋季大型校园双选会需要，委托乙方在甲方体育馆内搭建标准展位，双方约定如下："),
                    para("一、搭建数量：120个，规格2m×2m，含桌椅、楣板。"),
                    para("二、进场时间：2024年10月25日；撤展时间：2024年10月26日17时前。"),
                    para("三、合同价款：人民币壹万捌仟元整。"),
                    signed(SDU, "2024年10月12日"),
                ],
                fonts=HEI,
            )
        },
        "booths of the school's fair in its gym",
        school=SDU,
    )
    yield case(
        "more-venue-power-order",
        "1.3",
        FULL,
        {
            "2.4/服务单.pdf": office_system(
                "山东外事职业大学OA",
                "大型活动用电保障申请",
                [
                    ("申请人", "于慧（招生就业处）"),
                    ("活动", "2024年“职在威海”校园招聘会"),
                    ("地点", "国际交流中心广场及一层展厅"),
                    ("用电时段", "2024-05-18 07:00 至 13:00"),
                    ("负荷", "约 15 kW（音响、LED 屏、电子门）"),
                ],
                [("电工班", "曲波", "已接驳，现场留守一人。", "2024-05-17 16:20")],
            )
        },
        "electricity for the fair at the school's own place; filed elsewhere",
        school=WSZ,
    )
    yield case(
        "more-venue-thanks",
        "1.3",
        FULL,
        {
            "感谢信.docx": docx(
                [
                    title("感谢信"),
                    flat("山东交通学院（威海）："),
                    para(
                        "2024年11月9日，我公司应邀参加了贵校在综合训练馆举办的冬季校园招聘会。会场宽敞明亮、组织有序，我公司当天收到简历47份。在此谨向贵校就业指导中心的老师们表示衷心感谢！"
                    ),
                    signed("威海港通船舶配件有限公司", "2024年11月15日"),
                ],
                face="楷体",
            )
        },
        "a firm's letter names the place of the school's fair",
        school=SJT,
    )
    yield case(
        "more-venue-duties",
        "1.3",
        FULL,
        {"分工.xlsx": xlsx(Sheet("Sheet1", DUTIES, [(0, 0, 1, 4), (6, 0, 1, 4)], (10, 50, 16, 14)))},
        "the hall stands in a table of duties",
        school=YAO,
    )
    yield case(
        "more-venue-chat",
        "1.3",
        FULL,
        {
            "聊天.txt": txt(
                "威海海洋职业学院双选会工作群\n\n"
                + chat(
                    ("林晓东", "2024/11/22 18:31:02", "明天双选会场地还是风雨操场，企业7点半进场，志愿者提前到"),
                    ("学生会-赵一诺", "2024/11/22 18:33:45", "收到，桌椅已经摆好了，一共84个展位"),
                )
            )
        },
        "a chat on the next day's fair",
        school=SEA,
        alt=[DOUBT],
    )
    yield case(
        "more-venue-indicators",
        "1.3",
        FULL,
        {
            "完成情况.docx": docx(
                [
                    title("指导站建设情况对照表"),
                    sub("山东外事职业大学　2024年11月"),
                    checked(
                        [
                            [
                                "（三）",
                                "招聘会活动场地",
                                "有。校内千人礼堂前广场（室外）和体育中心（室内）两处，轮流使用。",
                                "图3、图4",
                            ],
                            ["（六）", "财务管理", "执行学校财务制度。", "—"],
                        ]
                    ),
                ],
                face="宋体",
                size=12,
            )
        },
        "two places in a table of points",
        school=WSZ,
    )
    yield case(
        "more-venue-album",
        "1.3",
        FULL,
        {
            "1.3/场地图片.docx": album(
                "招聘会场地",
                "哈尔滨工业大学（威海）指导站　2024年10月",
                [
                    ("gym", (), "图1 综合体育馆副馆——校园招聘会主会场"),
                    ("hall", (), "图2 H楼报告厅——企业宣讲会场"),
                ],
            )
        },
        "captions name the fair's place",
        school=HIT,
        alt=[DOUBT],
    )
    yield case(
        "more-venue-slides",
        "1.3",
        FULL,
        {
            "复盘.pptx": pptx(
                [
                    ("2024届毕业生春季大型双选会工作复盘", [WHV, "2024年4月"]),
                    ("场地与布局", ["主会场：1号体育馆（展位138个）", "分会场：馆前连廊（政策咨询区）"]),
                    ("不足", ["停车位紧张", "下午时段人流减少"]),
                ]
            )
        },
        "slides that look back on a fair",
    )


def _photos() -> Iterator[Case]:
    yield case(
        "more-venue-banner-below",
        "1.3",
        FULL,
        {
            "IMG_20241019_090412.jpg": room(
                "gym",
                banner("热烈欢迎各用人单位莅临我校选聘英才", 2, 6),
                banner("山东药品食品职业学院秋季校园招聘会", 11, 8),
            )
        },
        "the second banner names the school's fair",
        school=YAO,
        alt=[DOUBT],
    )
    yield case(
        "more-venue-album-without-words",
        "1.3",
        OPEN,
        {
            "1.3有可举办招聘会的活动场地/图片.docx": album(
                "图片", "山东交通学院（威海）", [("gym", (), "图1"), ("hall", (), "图2")]
            )
        },
        "photos in a Word paper, and no word on fairs",
        school=SJT,
    )


def _short() -> Iterator[Case]:
    yield case(
        "more-venue-other-invitation",
        "1.3",
        NONE,
        {
            "1.3/邀请函.eml": mail(
                "山东大学（威海）2024年秋季双选会邀请函",
                "山东大学（威海）就业指导中心 <sdu@example.cn>",
                datetime(2024, 10, 8, 9, 0, tzinfo=ZONE),
                "各用人单位：\n山东大学（威海）定于2024年10月26日在本校体育馆举办秋季双选会，诚邀贵单位参会。\n山东大学（威海）就业指导中心\n",
            )
        },
        "another school's fair in its gym",
        school=WHV,
        want=[("1.3", "school-mismatch")],
    )
    yield case(
        "more-venue-city-fair",
        "1.3",
        NONE,
        {
            "1.3/通知.pdf": pdf(
                [
                    title("关于组织参加全市民营企业招聘月现场招聘会的通知"),
                    flat("威海职业学院各系："),
                    para(
                        "市公共就业和人才服务中心定于2024年4月20日在威海国际经贸交流中心1号馆举办现场招聘会，请各系组织毕业生乘车前往参加。"
                    ),
                    signed("威海职业学院招生就业处", "2024年4月12日"),
                ]
            )
        },
        "a public body's fair in the city's hall is no place of the school",
        alt=[OPEN],
    )
    yield case(
        "more-venue-talk-rooms",
        "1.3",
        OPEN,
        {"1.3/宣讲会安排.xlsx": xlsx(Sheet("11月", ROOMS_FOR_TALKS, [(0, 0, 1, 4), (4, 0, 1, 4)]))},
        "classrooms for a firm's talk; a talk is no fair",
        school=SJT,
        alt=[NONE],
    )


def _neighbours() -> Iterator[Case]:
    yield case(
        "more-venue-stations-list",
        "1.3",
        FULL,
        {"场地统计.xlsx": xlsx(Sheet("统计", STATIONS, [(4, 0, 1, 5)], (8, 26, 22, 12, 12)))},
        "the own row of three schools",
        school=HWS,
        forbid=[("1.3", "school-mismatch")],
    )
    yield case(
        "more-venue-clubs",
        "1.3",
        NONE,
        {
            "1.3/场地申请.docx": docx(
                [
                    title("社团招新活动场地申请"),
                    flat("团委："),
                    para(
                        "校学生社团联合会拟于2024年9月21日在求真广场举办“百团大战”社团招新活动，设摊位60个，申请使用广场全天。"
                    ),
                    head("审批意见"),
                    para("同意。"),
                    right("北京交通大学（威海）学生社团联合会"),
                    right("2024年9月14日"),
                ]
            )
        },
        "stalls of students' clubs",
        school=BJ,
        alt=[OPEN],
    )


def cases() -> Iterator[Case]:
    yield from _fulfilled()
    yield from _photos()
    yield from _short()
    yield from _neighbours()
