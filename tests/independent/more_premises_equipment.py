# ruff: noqa: E501, RUF100
"""Cell 1.4: further papers on the station's equipment, made from the scoring rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    album,
    chat,
    checked,
    office_system,
)
from tests.independent.premises_kit import (
    DOUBT,
    FULL,
    HEI,
    KAI,
    MING,
    NONE,
    OPEN,
    SANS,
    Rows,
    Sheet,
    bold,
    case,
    csv,
    docx,
    flat,
    head,
    listed,
    mail,
    para,
    pdf,
    pdf_of,
    right,
    scan,
    signed,
    sub,
    table,
    title,
    txt,
    web,
    xlsx,
)

STATION = "大学生就业创业服务指导站"


def asset_card(number: str, name: str, model: str, price: float, day: str) -> list[list[object]]:
    """One card of pairs, as the assets system prints many below each other."""
    return [
        ["固定资产卡片", "", "", "", "", ""],
        ["卡片编号", number, "资产名称", name, "规格型号", model],
        ["取得日期", day, "账面原值", price, "使用状况", "在用"],
        ["使用部门", STATION, "存放地点", "海韵楼108", "使用人", "林晓东"],
        ["", "", "", "", "", ""],
    ]


CARDS: Rows = [
    *asset_card("TY2020000871", "台式机", "扬天T4900", 4680.0, "2020-09-18"),
    *asset_card("TY2020000872", "A4黑白打印机", "P1108", 1150.0, "2020-09-18"),
    *asset_card("JJ2021000305", "钢制文件柜", "双门", 690.0, "2021-05-06"),
    ["威海海洋职业学院国有资产管理系统　2024-11-04 10:20 导出", "", "", "", "", ""],
]

CLOUD_HEAD = (
    "资产编号",
    "资产分类代码",
    "资产名称",
    "数量",
    "价值",
    "累计折旧",
    "净值",
    "取得日期",
    "使用部门",
    "存放地点",
    "资产状态",
)
CLOUD: Sequence[tuple[str, str, int, str, str]] = (
    ("A02010104", "台式计算机", 24, "信息工程学院", "实训楼机房3"),
    ("A02020100", "复印机", 1, "校长办公室", "行政楼302"),
    ("A02010105", "便携式计算机", 2, STATION, "船政楼111"),
    ("A02020400", "多功能一体机", 1, STATION, "船政楼111"),
    ("A02080500", "视频会议终端", 1, STATION, "船政楼111"),
    ("A05010201", "办公桌", 40, "教务处", "行政楼二层"),
)
CLOUD_EXPORT: Rows = [
    CLOUD_HEAD,
    *(
        (
            f"ZC24{at:06d}",
            code,
            name,
            count,
            f"{3000 * count}.00",
            f"{1200 * count}.00",
            f"{1800 * count}.00",
            "2021-10-12",
            unit,
            place,
            "在用",
        )
        for at, (code, name, count, unit, place) in enumerate(CLOUD, 118)
    ),
]

COUNTED: Rows = [
    ["资产名称", "计量单位", "账面数", "实盘数", "盈亏", "备注"],
    ["笔记本电脑", "台", "3", "3", "0", ""],
    ["高速扫描仪", "台", "1", "1", "0", ""],
    ["激光打印机", "台", "2", "2", "0", "1台待修"],
    ["会议桌", "张", "1", "1", "0", ""],
]

LENT: Rows = [
    ["指导站活动物品借用登记（2024年）"] + [""] * 6,
    ["借用日期", "物品", "数量", "借用单位", "活动", "归还日期", "经手"],
    ["2024-03-15", "拉杆音箱", "1", "护理学院", "专场招聘", "2024-03-15", "毕晓薇"],
    ["2024-04-19", "便携投影仪", "1", "团委", "创业沙龙", "2024-04-20", "毕晓薇"],
    ["2024-10-25", "折叠桌", "60", "招生就业处", "秋季招聘会", "2024-10-26", "于文静"],
    ["山东药品食品职业学院" + STATION] + [""] * 6,
]

STATIONS: Rows = [
    ["驻威高校指导站设备配置统计"] + [""] * 4,
    ["高校", "计算机（台）", "打印机（台）", "自助终端（台）", "其他"],
    ["威海海洋职业学院", 3, 1, 0, "音响"],
    ["山东交通学院（威海）", 4, 2, 1, "投影、音响"],
    ["威海职业学院", 5, 2, 1, "LED屏"],
]

SCRAPPED: Rows = [
    ["固定资产报废清单（2024年第2批）"] + [""] * 4,
    ["序号", "名称", "购置年份", "原值", "报废原因"],
    [1, "电子管显示器", 2006, 1200, "已淘汰"],
    [2, "针式打字机", 2004, 2600, "无法维修"],
    ["山东外事职业大学资产处"] + [""] * 4,
]

CLINIC: Rows = [
    ["校医院医疗设备登记表（2024年）"] + [""] * 3,
    ["名称", "型号", "数量", "科室"],
    ["心电图机", "ECG-12", 1, "内科"],
    ["雾化器", "W-20", 2, "儿科"],
    ["紫外线消毒车", "ZX-30", 2, "处置室"],
    ["哈尔滨理工大学荣成校区校医院"] + [""] * 3,
]

_SPOTS = (
    (2, 6, 22, 26, "办公桌1<br>电脑"),
    (28, 6, 22, 26, "办公桌2<br>电脑"),
    (54, 6, 22, 26, "打印复印<br>一体机"),
    (80, 6, 18, 60, "文件柜"),
    (2, 60, 46, 32, "洽谈桌椅"),
    (52, 60, 24, 32, "自助查询机"),
)
LAYOUT = (
    f"<meta charset=utf-8><style>@page{{size:A4 landscape;margin:12mm}}body{{margin:0;font:15px {SANS}}}h2{{text-align:center}}.r{{position:relative;height:120mm;"
    "border:5px solid #333}.r div{position:absolute;border:1.5px solid #557;background:#f3f6fa;display:flex;align-items:center;justify-content:center;text-align:center}</style>"
    f"<h2>{BJ}指导站办公室设备布置图</h2><div class=r>"
    + "".join(f"<div style='left:{x}%;top:{y}%;width:{w}%;height:{h}%'>{words}</div>" for x, y, w, h, words in _SPOTS)
    + "</div><p>比例：示意　　绘制：综合事务部　　日期：2024年9月4日</p>"
)


def _fulfilled() -> Iterator[Case]:
    yield case(
        "more-equipment-cards",
        "1.4",
        FULL,
        {
            "资产卡片.xlsx": xlsx(
                Sheet("卡片", CARDS, [(at, 0, 1, 6) for at in (0, 5, 10, 15)], (10, 30, 10, 16, 10, 14))
            )
        },
        "three cards of pairs below each other",
        school=SEA,
    )
    yield case(
        "more-equipment-cloud-export",
        "1.4",
        FULL,
        {
            "资产云导出.csv": csv(
                [*CLOUD_EXPORT, ["单位名称：山东交通学院（威海）"], ["导出日期：2024-09-19"]], "gb18030"
            )
        },
        "three of six rows are the station's",
        school=SJT,
    )
    yield case(
        "more-equipment-delivery",
        "1.4",
        FULL,
        {
            "扫描_0007.pdf": scan(
                [
                    title("送 货 单"),
                    flat("收货单位：威海职业学院指导站　　　日期：2024年5月14日"),
                    table(
                        [
                            ["货号", "品名及规格", "单位", "数量", "单价", "金额"],
                            ["01", "联想台式电脑 i5/16G/512G", "台", "2", "4350", "8700"],
                            ["02", "得力碎纸机", "台", "1", "560", "560"],
                            ["03", "无线麦克风 一拖二", "套", "1", "880", "880"],
                            ["合计", "壹万零壹佰肆拾元整", "", "", "", "10140"],
                        ],
                        [(4, 1, 1, 4)],
                    ),
                    flat("送货人：赵成　　收货人：夏青禾（已验收，放109室）"),
                    signed("威海市环翠区鼎新电脑经营部", "2024年5月14日"),
                ],
                fonts=KAI,
            )
        },
        "goods delivered to the station",
    )
    yield case(
        "more-equipment-point-table",
        "1.4",
        FULL,
        {
            "自查表.pdf": pdf(
                [
                    title("指导站建设自查情况表"),
                    sub("哈尔滨工业大学（威海）　2024年11月22日"),
                    checked(
                        [
                            ["1", "工作计划", "2月印发年度工作要点。", "P3"],
                            [
                                "2",
                                "设备配备",
                                "办公设备：电脑4、一体机1、电话2、千兆网口8；活动配备：音响2、桌椅200。",
                                "P8",
                            ],
                        ]
                    ),
                ],
                fonts=HEI,
                size=18,
            )
        },
        "kinds and figures run together in a cell",
        school=HIT,
    )
    yield case(
        "more-equipment-contract",
        "1.4",
        FULL,
        {
            "采购合同.docx": docx(
                [
                    title("货物采购合同"),
                    flat("甲方（买方）：山东大学（威海）"),
                    flat("乙方（卖方）：威海科瑞办公设备有限公司"),
                    para("根据《中华人民共和国民法典》，甲乙双方就指导站办公设备采购事宜达成如下条款："),
                    head("一、货物清单", 2),
                    table(
                        [
                            ["名称", "规格", "数量", "单价（元）"],
                            ["屏风工位", "1400×700", "4组", "1260"],
                            ["双面自动打印机", "A4", "1台", "1980"],
                        ]
                    ),
                    head("二、交货", 2),
                    para(
                        "乙方已于2024年6月20日将货物送达学生活动中心207室（就业创业服务指导站）并完成安装，甲方验收合格。"
                    ),
                    head("三、付款", 2),
                    para("验收合格后十五个工作日内一次付清。"),
                    right("签订日期：2024年6月11日"),
                ],
                size=14,
            )
        },
        "bought, delivered and set up",
        school=SDU,
    )
    yield case(
        "more-equipment-facilities-page",
        "1.4",
        FULL,
        {
            "服务设施.html": web(
                "哈尔滨理工大学荣成校区就业网",
                "首页 &gt; 学生服务 &gt; 服务设施",
                "就业创业服务指导站便民设施",
                "更新：2024-09-02　访问：167",
                [
                    bold("自助打印区"),
                    para("简历自助打印机一台，每人每天免费十页。"),
                    bold("电脑查询区"),
                    para("台式电脑三台，可登录就业平台查询岗位。"),
                    bold("面试体验舱"),
                    para("含摄像头、补光灯、耳麦各一套。"),
                ],
            )
        },
        "facilities for students on the school's page",
        school=HWS,
    )
    yield case(
        "more-equipment-lent-things",
        "1.4",
        FULL,
        {"借用登记.xlsx": xlsx(Sheet("2024", LENT, [(0, 0, 1, 7), (5, 0, 1, 7)], (12, 14, 8, 14, 14, 12, 10)))},
        "things of the station lent out for fairs",
        school=YAO,
    )
    yield case(
        "more-equipment-stocktaking",
        "1.4",
        FULL,
        {
            "盘点表.pdf": scan(
                [
                    title("固定资产盘点表"),
                    flat("使用部门：山东外事职业大学" + STATION + "　　盘点基准日：2024年6月30日"),
                    table(COUNTED),
                    flat("盘点人：姜树强　　监盘人：于慧　　部门负责人：孔维东"),
                    signed("山东外事职业大学资产处", "2024年7月3日"),
                ],
                fonts=MING,
            )
        },
        "book and counted figures",
        school=WSZ,
    )
    yield case(
        "more-equipment-mail-attached",
        "1.4",
        FULL,
        {
            "材料补充.eml": mail(
                "补充1.4材料",
                "威海海洋职业学院招生就业处 <haiyang@example.cn>",
                datetime(2024, 11, 26, 11, 2, tzinfo=ZONE),
                "老师您好：\n按要求补充设备方面的材料，见附件。\n威海海洋职业学院 林晓东\n",
                {
                    "设备配置.docx": [
                        title("威海海洋职业学院指导站设备配置"),
                        listed("电脑：三台"),
                        listed("打印机：一台"),
                        listed("空调：一台"),
                        right("2024年11月26日"),
                    ]
                },
            )
        },
        "the list is only in the attachment",
        school=SEA,
    )
    yield case(
        "more-equipment-chat",
        "1.4",
        FULL,
        {
            "聊天记录.txt": txt(
                "北京交通大学（威海） 指导站\n\n"
                + chat(
                    ("李昕", "2024-10-30 10:01", "咱办公室现在几台电脑？打印机算一台还是两台"),
                    ("周老师", "2024-10-30 10:07", "电脑三台，打印机一台，另一台是扫描仪。活动用的音箱在柜子里，两个"),
                )
            )
        },
        "a colleague counts the office's machines",
        school=BJ,
        alt=[DOUBT],
    )
    yield case(
        "more-equipment-layout",
        "1.4",
        FULL,
        {"布置图.pdf": pdf_of(LAYOUT)},
        "a plan whose labels name the equipment",
        school=BJ,
    )
    yield case(
        "more-equipment-issue-slip",
        "1.4",
        FULL,
        {
            "1.1/出库单.pdf": pdf(
                [
                    title("物资出库单"),
                    flat("领用单位：威海职业学院指导站　　　　　　　　　　　　№ 0024173"),
                    table(
                        [
                            ["品名", "数量", "用途"],
                            ["显示器（27寸）", "贰台", "办公"],
                            ["键鼠套装", "叁套", "办公"],
                            ["路由器", "壹台", "办公网络"],
                            ["易拉宝架", "拾个", "活动"],
                        ]
                    ),
                    flat("领用人：毕晓薇　　发货：孙立明　　2024年1月17日"),
                ],
                fonts=KAI,
                size=20,
            )
        },
        "figures in bankers' numerals; filed for the office",
    )
    yield case(
        "more-equipment-captions",
        "1.4",
        FULL,
        {
            "设备照片.docx": album(
                "办公设备及活动配备（附图）",
                "山东药品食品职业学院　2024年11月",
                [
                    ("office", (), "图1 指导站办公电脑3台、打印机1台"),
                    ("hall", (), "图2 培训用投影、音响及桌椅"),
                ],
            )
        },
        "captions name the equipment",
        school=YAO,
        alt=[DOUBT],
    )
    yield case(
        "more-equipment-ip-order",
        "1.4",
        FULL,
        {
            "网络开通.pdf": office_system(
                "山东交通学院（威海）网上办事大厅",
                "网络接入及固定电话开通申请",
                [
                    ("申请单位", STATION),
                    ("安装位置", "船政楼111"),
                    ("申请内容", "有线网络信息点6个，IP电话2部，用于4台办公计算机接入"),
                    ("状态", "已办结"),
                ],
                [
                    ("网络中心", "赵文博", "端口已开通，测试正常。", "2024-02-28 16:40"),
                    ("申请人确认", "栾丽", "可以使用。", "2024-02-29 08:35"),
                ],
            )
        },
        "network and computers connected",
        school=SJT,
    )


def _short() -> Iterator[Case]:
    yield case(
        "more-equipment-plain-album",
        "1.4",
        OPEN,
        {"1.4/图.docx": album("现场图片", "威海职业学院", [("office", (), "图1"), ("office", (), "图2")])},
        "photos in a Word paper that name nothing",
    )
    yield case(
        "more-equipment-other-export",
        "1.4",
        NONE,
        {
            "1.4/资产.csv": csv(
                [
                    ["学校", "使用部门", "资产名称", "数量"],
                    [SEA, STATION, "台式计算机", "3"],
                    [SEA, STATION, "打印机", "1"],
                    [SEA, STATION, "投影机", "1"],
                ]
            )
        },
        "every row is another school's",
        school=HIT,
    )
    yield case(
        "more-equipment-only-asked-for",
        "1.4",
        NONE,
        {
            "1.4/采购申请.docx": docx(
                [
                    title("关于申请购置指导站办公设备的请示"),
                    flat("学校领导："),
                    para(
                        "指导站成立以来尚未配置办公设备，工作人员使用个人物品办公。现申请购置电脑3台、打印机1台，预计经费1.8万元，列入2025年预算。"
                    ),
                    para("妥否，请批示。"),
                    signed("哈尔滨理工大学荣成校区学生工作部", "2024年11月8日"),
                ]
            )
        },
        "asked for in next year's budget; nothing is there yet",
        school=HWS,
        alt=[OPEN],
    )


def _neighbours() -> Iterator[Case]:
    yield case(
        "more-equipment-stations-list",
        "1.4",
        FULL,
        {"配置统计.xlsx": xlsx(Sheet("统计", STATIONS, [(0, 0, 1, 5)], (26, 14, 14, 16, 16)))},
        "the own row of three schools; the header names the machines",
        school=SJT,
        forbid=[("1.4", "school-mismatch")],
    )
    yield case(
        "more-equipment-scrapped",
        "1.4",
        NONE,
        {"1.4/报废清单.xlsx": xlsx(Sheet("清单", SCRAPPED, [(0, 0, 1, 5), (4, 0, 1, 5)]))},
        "things thrown away",
        school=WSZ,
        alt=[OPEN],
    )
    yield case(
        "more-equipment-clinic",
        "1.4",
        NONE,
        {"1.4/设备登记.xlsx": xlsx(Sheet("登记", CLINIC, [(0, 0, 1, 4), (5, 0, 1, 4)]))},
        "a clinic's apparatus",
        school=HWS,
        alt=[OPEN],
    )


def cases() -> Iterator[Case]:
    yield from _fulfilled()
    yield from _short()
    yield from _neighbours()
