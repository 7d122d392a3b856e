# ruff: noqa: E501
"""Cell 1.4: papers on the station's equipment, made from the scoring rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from tests.independent.case import Case
from tests.independent.premises_kit import (
    DOUBT,
    FULL,
    HEI,
    KAI,
    MING,
    NONE,
    OPEN,
    SANS,
    Block,
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
    page,
    para,
    pdf,
    photo,
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
from tests.independent.premises_rooms import plate, room
from tests.independent.premises_slides import pptx

ZONE = timezone(timedelta(hours=8))

ASSETS: Rows = [
    ["威海职业学院固定资产明细表"] + [""] * 8,
    ["使用部门：大学生就业创业服务指导站"] + [""] * 4 + ["打印日期：2024-10-12"] + [""] * 3,
    ["序号", "资产编号", "资产名称", "规格型号", "单价（元）", "数量", "购置日期", "存放地点", "领用人"],
    [1, "2020014411", "台式计算机", "启天M435", 4980, 3, "2020-09-14", "就业中心108", "夏青禾"],
    [2, "2020014412", "激光多功能一体机", "M227", 2350, 1, "2020-09-14", "就业中心108", "夏青禾"],
    [3, "2021003007", "投影机", "CB-X50", 5600, 1, "2021-04-02", "培训教室", "夏青禾"],
    [4, "2021003019", "文件柜", "五节", 780, 4, "2021-04-02", "就业中心108", "夏青禾"],
    ["合计", "", "", "", "", 9, "", "", ""],
]

LIST: Rows = [
    ["序号", "设备名称", "单位", "数量", "用途"],
    ["1", "办公电脑", "台", "4", "日常办公"],
    ["2", "打印机", "台", "2", "材料打印"],
    ["3", "办公桌椅", "套", "6", "日常办公"],
    ["4", "饮水机", "台", "1", "接待"],
]

TWO_KINDS: Rows = [
    ["类别", "名称", "品牌型号", "数量", "使用情况"],
    ["办公设备", "笔记本电脑", "ThinkBook 14", "2台", "在用"],
    ["", "扫描仪", "A4馈纸式", "1台", "在用"],
    ["", "固定电话", "—", "2部", "在用"],
    ["活动配备", "便携音箱", "12寸拉杆式", "2只", "在用"],
    ["", "展架、展板", "80×180cm", "20个", "在用"],
    ["", "折叠桌", "120×60cm", "100张", "在用"],
]

TWO_ROW: Rows = [
    ["哈尔滨理工大学荣成校区指导站办公及活动设备统计表（2024年）"] + [""] * 6,
    ["设备", "", "数量", "", "技术参数", "放置位置", "备注"],
    ["名称", "品牌", "在用", "备用", "", "", ""],
    ["交换机", "华三", 1, 0, "24口千兆", "弱电间", "校园网接入"],
    ["计算机", "联想", 5, 1, "i5/16G", "指导站", ""],
    ["无线话筒", "得胜", 4, 2, "U段", "活动中心", ""],
]

LATHES: Rows = [
    ["威海职业学院机电工程系实训设备采购清单（2024年）"] + [""] * 3,
    ["序号", "设备名称", "规格型号", "数量"],
    [1, "数控车床", "CK6140", 8],
    [2, "立式加工中心", "VMC850", 2],
    [3, "工业机器人工作站", "6轴", 3],
]


def _fulfilled() -> Iterator[Case]:
    hit, hws, sdu, bj, sjt = (
        "哈尔滨工业大学（威海）",
        "哈尔滨理工大学荣成校区",
        "山东大学（威海）",
        "北京交通大学（威海）",
        "山东交通学院（威海）",
    )
    sea, wsz, yao = "威海海洋职业学院", "山东外事职业大学", "山东药品食品职业学院"
    yield case(
        "equipment_assets",
        "1.4",
        FULL,
        {
            "1.4/固定资产明细.xlsx": xlsx(
                Sheet("明细", ASSETS, [(0, 0, 1, 9), (1, 0, 1, 5), (1, 5, 1, 4)], (6, 14, 20, 14, 12, 8, 14, 16, 10))
            )
        },
        "extract of the asset ledger",
    )
    yield case(
        "equipment_list_word",
        "1.4",
        FULL,
        {
            "1.4办公设备及活动配备/设备清单.docx": docx(
                [
                    title("大学生就业创业服务指导站办公设备清单"),
                    table(LIST, widths=(1.6, 5, 2, 2, 4)),
                    signed(sea, "2024年3月12日"),
                ],
                face="宋体",
                size=12,
            )
        },
        "a list",
        school=sea,
    )
    yield case(
        "equipment_merged",
        "1.4",
        FULL,
        {
            "设备.pdf": pdf(
                [
                    title("办公设备及活动配备一览表"),
                    sub("山东大学（威海）大学生就业创业服务指导站　2024年5月"),
                    table(TWO_KINDS, [(1, 0, 3, 1), (4, 0, 3, 1)]),
                ],
                size=17,
            )
        },
        "kinds in merged cells",
        school=sdu,
    )
    yield case(
        "equipment_two_row_header",
        "1.4",
        FULL,
        {
            "统计表.xlsx": xlsx(
                Sheet(
                    "Sheet1",
                    TWO_ROW,
                    [(0, 0, 1, 7), (1, 0, 1, 2), (1, 2, 1, 2), (1, 4, 2, 1), (1, 5, 2, 1), (1, 6, 2, 1)],
                )
            )
        },
        "two-row header",
        school=hws,
    )
    yield case(
        "equipment_text",
        "1.4",
        FULL,
        {
            "说明.docx": docx(
                [
                    title("指导站硬件配备情况说明"),
                    para(
                        "指导站办公室配备台式电脑三台、彩色打印机一台、电话两部，接入千兆校园网络；活动用音响、投影、展架、桌椅等由学校统一保障，可满足招聘会、宣讲会需要。"
                    ),
                    signed("北京交通大学（威海）", "2024年6月17日"),
                ]
            )
        },
        "running text",
        school=bj,
    )
    yield case(
        "equipment_scan",
        "1.4",
        FULL,
        {
            "清单扫描.pdf": scan(
                [
                    title("办公设备登记表"),
                    flat("单位：山东交通学院（威海）大学生就业创业服务指导站"),
                    table(
                        [
                            ["名称", "数量", "启用时间", "保管人"],
                            ["电脑", "3台", "2020.10", "栾丽"],
                            ["复印机", "1台", "2021.3", "栾丽"],
                            ["碎纸机", "1台", "2021.3", "栾丽"],
                            ["档案柜", "6组", "2022.9", "栾丽"],
                        ]
                    ),
                    signed("山东交通学院（威海）", "2024年9月26日"),
                ],
                fonts=MING,
            )
        },
        "sealed scan",
        school=sjt,
    )
    yield case(
        "equipment_scan_jpg",
        "1.4",
        FULL,
        {
            "1.4.jpg": scan(
                [
                    title("设备配置证明"),
                    para(
                        "兹证明我校为大学生就业创业服务指导站配置计算机4台、打印机2台、办公桌椅5套、网络端口6个，设备完好，运行正常。"
                    ),
                    signed(wsz, "2024年4月28日"),
                ],
                fonts=HEI,
            )
        },
        "proof scanned to a picture",
        school=wsz,
    )
    yield case(
        "equipment_photo_of_paper",
        "1.4",
        FULL,
        {
            "IMG_3391.jpg": photo(
                [
                    title("指导站设备清单"),
                    table(
                        [["名称", "数量"], ["台式电脑", "3"], ["打印机", "1"], ["投影仪", "1"], ["会议桌", "1"]],
                        widths=(6, 6),
                    ),
                    signed(yao, "2024年5月30日"),
                ],
                fonts=KAI,
            )
        },
        "photographed list",
        school=yao,
        alt=[DOUBT],
    )
    yield case(
        "equipment_csv",
        "1.4",
        FULL,
        {
            "资产导出.csv": csv(
                [
                    ["资产编号", "资产名称", "型号", "数量", "使用单位", "状态"],
                    ["ZC20201101", "便携式计算机", "X1", "2", "就业创业服务指导站", "在用"],
                    ["ZC20201102", "针式打印机", "610K", "1", "就业创业服务指导站", "在用"],
                    ["ZC20190077", "会议音响系统", "套", "1", "就业创业服务指导站", "在用"],
                ],
                "gb18030",
            )
        },
        "asset system's export",
        school=sjt,
    )
    yield case(
        "equipment_txt",
        "1.4",
        FULL,
        {
            "1基础管理工作/1.4/设备.txt": txt(
                "办公设备及活动配备\n电脑 3\n打印机 1\n桌椅 8套\n投影 1\n音响 1套\n拱门、条幅若干\n\n威海职业学院指导站 2024年3月\n"
            )
        },
        "typed list",
    )
    yield case(
        "equipment_web",
        "1.4",
        FULL,
        {
            "设备介绍.html": web(
                "山东药品食品职业学院就业网",
                "首页 &gt; 指导站建设",
                "指导站设施设备",
                "时间：2024-04-18　来源：招生就业处",
                [para("指导站配有自助查询一体机1台、办公电脑5台、面试录播设备1套、投影幕布1套。")],
            )
        },
        "page of the school's site",
        school=yao,
    )
    yield case(
        "equipment_mail",
        "1.4",
        FULL,
        {
            "设备情况.eml": mail(
                "指导站设备配备情况",
                "哈尔滨工业大学（威海） <hit@example.cn>",
                datetime(2024, 10, 28, 14, 0, tzinfo=ZONE),
                "科室老师好：\n我校指导站现有设备：电脑4台（联网）、打印复印一体机1台、投影1套、桌椅20套、移动音箱1台。\n哈尔滨工业大学（威海）学生就业指导中心\n2024年10月28日\n",
            )
        },
        "mail",
        school=hit,
    )
    yield case(
        "equipment_slides",
        "1.4",
        FULL,
        {
            "硬件建设.pptx": pptx(
                [
                    ("指导站硬件建设情况汇报", ["威海海洋职业学院", "2024年9月"]),
                    ("办公设备", ["计算机 4台", "打印机 2台", "电话 2部"]),
                    ("活动配备", ["音响 2套", "展板 60块", "帐篷 30顶"]),
                ]
            )
        },
        "slides",
        school=sea,
    )
    yield case(
        "equipment_acceptance",
        "1.4",
        FULL,
        {
            "验收单.pdf": pdf(
                [
                    title("货物验收单"),
                    flat("采购单位：山东外事职业大学（就业指导站）　　供货单位：威海信远数码有限公司"),
                    table(
                        [
                            ["品名", "型号", "单位", "数量", "验收结论"],
                            ["一体式电脑", "AIO 24", "台", "3", "合格"],
                            ["喷墨打印机", "L3258", "台", "1", "合格"],
                            ["路由器", "AX3000", "台", "1", "合格"],
                        ]
                    ),
                    flat("验收人：姜树强　于慧　　验收日期：2024年1月23日"),
                    flat("存放：大学生就业创业服务指导站"),
                ],
                fonts=SANS,
            )
        },
        "received goods",
        school=wsz,
    )
    yield case(
        "equipment_handover",
        "1.4",
        FULL,
        {
            "设备移交单.docx": docx(
                [
                    title("设备移交清单"),
                    para("经学校批准，现将下列设备移交大学生就业创业服务指导站使用："),
                    listed("戴尔台式机 6台"),
                    listed("惠普打印机 1台"),
                    listed("松下投影机 1台"),
                    listed("会议桌椅 1套（含椅子12把）"),
                    flat("移交人：滕国栋　　接收人：邢美玉"),
                    right(spaced("2024年2月29日")),
                    right("山东大学（威海）资产与实验室管理处"),
                ]
            )
        },
        "items numbered by the word processor",
        school=sdu,
    )
    yield case(
        "equipment_summary",
        "1.4",
        FULL,
        {
            "2024年度工作总结.docx": docx(
                [
                    title("北京交通大学（威海）指导站2024年度工作总结"),
                    head("一、条件保障"),
                    para("学校投入专项经费，为指导站更新了计算机和打印设备，办公区实现无线网络全覆盖。"),
                    head("二、活动开展"),
                    para("举办专场招聘会8场。"),
                    right("2024年11月29日"),
                ]
            )
        },
        "the report names computers, printers, network",
        school=bj,
    )
    yield case(
        "equipment_network_only",
        "1.4",
        FULL,
        {
            "1.4/网络配置.docx": docx(
                [
                    title("网络配置说明"),
                    para("指导站已接入校园有线网络和无线网络，配备网络交换机1台，IP电话2部。"),
                    signed("哈尔滨理工大学荣成校区信息中心", "2024年6月4日"),
                ]
            )
        },
        "network equipment alone is one",
        school=hws,
    )
    yield case(
        "equipment_desks_only",
        "1.4",
        FULL,
        {
            "桌椅配备.docx": docx(
                [
                    title("办公桌椅配备情况"),
                    bold("办公室："),
                    para("办公桌4张、办公椅4把、接待沙发1组。"),
                    bold("洽谈室："),
                    para("洽谈桌椅6套。"),
                    signed("威海职业学院后勤处", "2024年8月27日"),
                ]
            )
        },
        "desks and chairs",
    )
    yield case(
        "equipment_activity",
        "1.4",
        FULL,
        {
            "活动物资.xlsx": xlsx(
                Sheet(
                    "活动物资",
                    [
                        ["招聘会活动物资台账（2024年）", "", "", ""],
                        ["物资名称", "数量", "单位", "保管地点"],
                        ["展位桌", 150, "张", "体育馆库房"],
                        ["折叠椅", 300, "把", "体育馆库房"],
                        ["移动音响", 2, "套", "指导站"],
                        ["LED显示屏", 1, "块", "大厅"],
                        ["威海海洋职业学院招生就业处", "", "", ""],
                    ],
                    [(0, 0, 1, 4), (6, 0, 1, 4)],
                )
            )
        },
        "things for fairs",
        school="威海海洋职业学院",
    )
    yield case(
        "equipment_bound",
        "1.4",
        FULL,
        {
            "硬件.pdf": pdf(
                [
                    title("硬件设施证明材料汇编"),
                    sub("威海职业学院"),
                    sub("2024年11月"),
                    page(),
                    head("一、固定办公场所"),
                    para("指导站办公室位于知新楼115室，使用面积34平方米，固定使用。"),
                    page(),
                    head("二、办公设备及活动配备"),
                    table(LIST),
                ],
                fonts=MING,
            )
        },
        "bound volume",
        more={"1.1": FULL},
    )
    yield case(
        "equipment_form_fields",
        "1.4",
        FULL,
        {
            "4.8/配备表.docx": docx(
                [
                    title("指导站配备登记卡"),
                    table(
                        [
                            ["单　　位", "山东药品食品职业学院大学生就业创业服务指导站"],
                            ["计 算 机", "4 台"],
                            ["打 印 机", "1 台"],
                            ["网　　络", "校园网 1000M"],
                            ["登记日期", "2024 年 9 月 9 日"],
                        ],
                        widths=(4, 11),
                    ),
                ],
                face="宋体",
                size=14,
            )
        },
        "spaces inside the names; filed for another cell",
        school=yao,
    )
    yield case(
        "equipment_screen_sheet",
        "1.4",
        FULL,
        {
            "汇总.xlsx": xlsx(
                Sheet("说明", [["本表由指导站填报，供年度评价使用"], ["填报日期：2024年11月5日"]]),
                Sheet(
                    "设备",
                    [
                        ["设备名称", "数量", "学校"],
                        ["一体机电脑", 2, "哈尔滨工业大学（威海）"],
                        ["高拍仪", 1, "哈尔滨工业大学（威海）"],
                        ["投影仪", 1, "哈尔滨工业大学（威海）"],
                    ],
                ),
            )
        },
        "list on the second sheet",
        school=hit,
    )


def _short() -> Iterator[Case]:
    yield case(
        "equipment_photos",
        "1.4",
        OPEN,
        {"1.4/办公设备1.jpg": room("office"), "1.4/办公设备2.jpg": room("office", wall="#d3dbe6")},
        "photos only",
    )
    yield case(
        "equipment_photo_plate",
        "1.4",
        OPEN,
        {"1.4办公设备及活动配备/现场.jpg": room("office", plate("大学生就业创业服务指导站"), wall="#ece5d8")},
        "a photo with a plate",
    )
    yield case("equipment_photo_hall", "1.4", OPEN, {"1.4/活动现场配备.jpg": room("hall")}, "a hall's photo")
    yield case(
        "equipment_other_school",
        "1.4",
        NONE,
        {
            "1.4/设备清单.docx": docx(
                [
                    title("山东外事职业大学大学生就业创业服务指导站设备清单"),
                    table(LIST),
                    signed("山东外事职业大学", "2024年3月2日"),
                ],
                size=12,
            )
        },
        "another school's list",
        want=[("1.4", "school-mismatch")],
    )
    yield case(
        "equipment_other_school_scan",
        "1.4",
        NONE,
        {
            "1.4/清单.pdf": scan(
                [
                    title("办公设备清单"),
                    flat("使用单位：山东大学（威海）大学生就业创业服务指导站"),
                    table(LIST),
                    signed("山东大学（威海）", "2024年6月11日"),
                ]
            )
        },
        "another school's sealed list",
        school="威海海洋职业学院",
        want=[("1.4", "school-mismatch")],
    )
    yield case(
        "equipment_blank",
        "1.4",
        NONE,
        {
            "1.4/设备登记表.docx": docx(
                [
                    title("办公设备登记表"),
                    table(
                        [
                            ["序号", "设备名称", "规格型号", "数量", "备注"],
                            *([str(at), "", "", "", ""] for at in range(1, 7)),
                        ]
                    ),
                    flat("填表人：　　　　　　填表日期：　　年　月　日"),
                ],
                size=12,
            )
        },
        "a blank form",
        alt=[OPEN],
    )
    yield case(
        "equipment_policy",
        "1.4",
        NONE,
        {
            "1.4/建站标准摘录.pdf": pdf(
                [
                    title("关于在驻威高校建立大学生就业创业服务指导站的意见"),
                    para("三、建站标准"),
                    para(
                        "（一）场地和设备。各高校指导站从实际出发，在校区内设置必要的工作、培训、招聘和就业创业服务等场地（其中固定场所应不小于20平方米），配备必要的计算机、网络等设备，并与人力资源社会保障等部门定期进行信息互通。"
                    ),
                    para("本意见有效期至2024年12月31日"),
                ]
            )
        },
        "the policy's text is never evidence",
    )
    yield case(
        "equipment_form_two",
        "1.4",
        NONE,
        {
            "1.4/附件2评价表.docx": docx(
                [
                    flat("附件2"),
                    title("威海市大学生就业服务指导站绩效评价表（2024年度）"),
                    flat("学校名称：威海职业学院"),
                    table(
                        [
                            ["序号", "评估指标", "指标内容", "评分标准", "评估要求及提报材料", "指标得分", "最终总分"],
                            ["1", "硬件设施", "有可举办招聘会的活动场地", "符合条件（10分）", "", "10", ""],
                            ["", "", "办公设备及活动配备", "符合条件（10分）", "", "10", ""],
                        ]
                    ),
                ],
                size=11,
            )
        },
        "the school's own 附件2 is never evidence",
        more={"1.3": NONE},
    )


def _neighbours() -> Iterator[Case]:
    def dorm() -> list[Block]:
        return [
            title("学生宿舍家具配置表"),
            table([["名称", "数量"], ["公寓床", "6张"], ["衣柜", "6个"], ["鞋架", "1个"]]),
            signed("威海职业学院公寓管理中心", "2024年8月15日"),
        ]

    yield case(
        "equipment_lathes",
        "1.4",
        NONE,
        {"1.4/采购清单.xlsx": xlsx(Sheet("清单", LATHES, [(0, 0, 1, 4)]))},
        "machines of a workshop",
        alt=[OPEN],
    )
    yield case(
        "equipment_dormitory",
        "1.4",
        NONE,
        {"1.4/家具.docx": docx(dorm(), size=12)},
        "furniture of a dormitory",
        alt=[OPEN],
    )
    yield case(
        "equipment_chemicals",
        "1.4",
        NONE,
        {
            "1.4/仪器台账.csv": csv(
                [
                    ["山东药品食品职业学院药物分析实验室仪器表（2024）", "", ""],
                    ["仪器名称", "型号", "数量"],
                    ["高效液相色谱仪", "LC-20", "2"],
                    ["紫外分光光度计", "UV-1800", "4"],
                    ["离心机", "TG16", "3"],
                ]
            )
        },
        "laboratory instruments",
        school="山东药品食品职业学院",
        alt=[OPEN],
    )
    yield case(
        "equipment_sports",
        "1.4",
        NONE,
        {
            "1.4/体育器材.txt": txt(
                "体育部器材登记\n篮球 60个\n排球 40个\n跳绳 100根\n垫子 30块\n威海海洋职业学院体育部\n2024年9月\n"
            )
        },
        "sports gear",
        school="威海海洋职业学院",
        alt=[OPEN],
    )


def cases() -> Iterator[Case]:
    yield from _fulfilled()
    yield from _short()
    yield from _neighbours()
