# ruff: noqa: E501, RUF100
"""Cell 1.1: further papers on the station's office, made from the scoring rules."""

from __future__ import annotations

from collections.abc import Iterator

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
    chat,
    checked,
    office_system,
    volume,
)
from tests.independent.premises_kit import (
    DOUBT,
    FULL,
    KAI,
    MING,
    NONE,
    OPEN,
    SANS,
    Rows,
    Sheet,
    case,
    csv,
    docx,
    flat,
    head,
    para,
    pdf,
    pdf_of,
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

CARD: Rows = [
    ["公用房屋信息卡片"] + [""] * 5,
    ["房屋编号", "WHHY-XH-02-0117", "校区", "东校区", "楼宇名称", "新海楼"],
    ["楼宇建筑面积", "8620.50㎡", "楼宇层数", "5", "建成时间", "2016-08"],
    ["所在楼层", "1", "房间号", "117", "房间使用面积", "24.86㎡"],
    ["房屋大类", "行政办公用房", "使用单位", "招生就业处", "具体用途", "大学生就业创业服务指导站办公室"],
    ["启用日期", "2020-07-01", "责任人", "曲静", "使用状态", "在用"],
    ["卡片打印时间：2024-10-21 15:32　　打印人：林晓东"] + [""] * 5,
]

FLOORS: Rows = [
    ["学生事务服务中心楼层用房分布表（2024年9月更新）"] + [""] * 5,
    ["楼层", "房间", "入驻单位", "服务事项", "面积", "备注"],
    ["一层", "101", "一站式服务大厅", "证件、医保、资助", 210, "开放式"],
    ["", "102", "大学生就业创业服务指导站", "日常办公", 31, "固定"],
    ["", "103", "心理健康中心", "预约接待", 44, ""],
    ["二层", "201", "学生资助管理中心", "办公", 27, ""],
    ["", "202", "公寓管理科", "办公", 18, ""],
    ["注：面积单位为平方米，均为使用面积。"] + [""] * 5,
    ["北京交通大学（威海）综合事务部"] + [""] * 5,
]

STATIONS: Rows = [
    ["驻威高校大学生就业创业服务指导站硬件情况汇总表"] + [""] * 5,
    ["序号", "学校", "办公场所（平方米）", "培训场地（座）", "招聘会场地", "核查时间"],
    [1, "山东外事职业大学", 18, 240, "体育馆", "2024-06-18"],
    [2, "威海海洋职业学院", 42, 110, "风雨操场", "2024-06-19"],
    [3, "山东药品食品职业学院", 16, 90, "药香广场", "2024-06-19"],
    [4, "山东交通学院（威海）", 55, 160, "综合馆", "2024-06-20"],
]

OTHERS: Rows = [
    ["山东药品食品职业学院行政办公用房明细（2024年度）"] + [""] * 5,
    ["序号", "部门", "房间", "人数", "使用面积㎡", "是否超标"],
    [1, "组织人事处", "办公楼205", 3, 28.3, "否"],
    [2, "计划财务处", "办公楼108", 4, 36.0, "否"],
    [3, "教务处", "办公楼310", 4, 35.2, "否"],
    [4, "保卫处", "门卫楼2层", 5, 41.7, "否"],
]

SURVEY = f"""<meta charset=utf-8><style>body{{margin:50px;font:14px {SANS}}}h1{{text-align:center;font-size:22px}}table{{border-collapse:collapse;width:100%}}
td{{border:1px solid #333;padding:6px;text-align:center}}.n{{font-size:12px}}</style><h1>房屋面积测绘成果表（分户）</h1>
<p>委托单位：{SDU}　　测绘单位：威海量宇测绘有限公司　　外业日期：2024-05-14</p>
<table><tr><td rowspan=2>部位</td><td rowspan=2>用途</td><td colspan=2>净尺寸（m）</td><td colspan=3>面积（m²）</td></tr>
<tr><td>开间</td><td>进深</td><td>套内</td><td>分摊</td><td>建筑</td></tr>
<tr><td>闻天楼 A-113</td><td>大学生就业创业服务指导站办公室</td><td>3.60</td><td>7.20</td><td>25.92</td><td>6.31</td><td>32.23</td></tr></table>
<p class=n>说明：1. 本成果依据 GB/T 17986.1 测算；2. 尺寸取三次丈量的平均值；3. 检查：孟凡舟　审核：梁雨欣。</p>"""


def _fulfilled() -> Iterator[Case]:
    yield case(
        "more-office-oa-adjust",
        "1.1",
        FULL,
        {
            "OA流程20240318.pdf": office_system(
                "威海职业学院协同办公平台",
                "办公用房调整审批单",
                [
                    ("流水号", "YF-2024-0037"),
                    ("申请部门", "招生就业处（大学生就业创业服务指导站）"),
                    ("申请日期", "2024-03-18"),
                    ("调整事由", "现用房空间不足，来访学生较多，申请调整指导站固定办公室。"),
                    ("调出房间", "综合楼305，使用面积14.2㎡，交回资产处"),
                    ("调入房间", "学生服务大厅109，使用面积32.6㎡"),
                    ("启用时间", "2024-04-01"),
                ],
                [
                    ("部门负责人", "丛立群", "请资产处支持。", "2024-03-18 10:21"),
                    ("资产管理处", "贾宏伟", "已现场核实，房间空置，同意。", "2024-03-19 08:47"),
                    ("分管校领导", "刘绍文", "同意", "2024-03-20 16:05"),
                ],
            )
        },
        "the room moved into has 32.6; the 14.2 are handed back",
        alt=[DOUBT],
    )
    yield case(
        "more-office-room-card",
        "1.1",
        FULL,
        {
            "房屋卡片导出.xlsx": xlsx(
                Sheet("卡片", CARD, [(0, 0, 1, 6), (6, 0, 1, 6)], (13, 20, 11, 16, 14, 30)),
            )
        },
        "24.86 in a card of pairs; 8620.50 is the building's",
        school=SEA,
        facts={"office_area_m2": 24.86},
    )
    yield case(
        "more-office-minutes",
        "1.1",
        FULL,
        {
            "院长办公会纪要〔2024〕6号.docx": docx(
                [
                    red("山东外事职业大学校长办公会议纪要"),
                    sub("〔2024〕6号"),
                    para("2024年3月27日下午，校长主持召开第6次校长办公会议，现将议定事项纪要如下："),
                    para(
                        "一、听取基建处关于第二食堂改造的汇报。会议原则同意改造方案，改造面积1200平方米，工期不超过暑假。"
                    ),
                    para("二、研究教职工体检事宜。会议同意由校医院组织实施。"),
                    para(
                        "三、研究部分用房调整事宜。会议决定，自2024年4月起将明理楼一层106、107两间（使用面积合计52平方米）划归大学生就业创业服务指导站，作为其固定办公场所长期使用；原办公室由招生办公室使用。"
                    ),
                    para("四、其他事项。会议要求各部门做好清明假期值班工作。"),
                    flat("参加：（略）"),
                    flat("记录：王钰涵"),
                ]
            )
        },
        "item three of the minutes; 1200 is a canteen's",
        school=WSZ,
        facts={"office_area_m2": 52},
    )
    yield case(
        "more-office-self-report",
        "1.1",
        FULL,
        {
            "自评报告.docx": docx(
                [
                    title("山东交通学院（威海）大学生就业创业服务指导站2024年度自评报告"),
                    para("对照市人社局评价指标，我校指导站逐项开展自评，现将有关情况报告如下。"),
                    head("1 基础管理工作"),
                    head("1.1 20平方以上室内固定办公场所", 2),
                    para(
                        "指导站固定设在船政楼一楼西侧111室，面积36平方米，为本站专用，2020年以来未变更。自评达到要求。"
                    ),
                    head("1.2 容纳50人以上的室内培训场地", 2),
                    para("培训使用船政楼阶梯教室210，设固定座位136个。"),
                    head("1.3 有可举办招聘会的活动场地", 2),
                    para("校园招聘会在综合训练馆举办，遇雨雪天气亦可正常开展。"),
                    head("1.4 办公设备及活动配备", 2),
                    para("配有电脑4台、彩色打印机1台、电话2部，活动用折叠桌120张、移动音响1套。"),
                    signed(SJT, "2024年11月20日"),
                ]
            )
        },
        "the heading's 20 is the clause's, the 36 the school's",
        school=SJT,
        more={"1.2": FULL, "1.3": FULL, "1.4": FULL},
        facts={"office_area_m2": 36},
    )
    yield case(
        "more-office-indicator-table",
        "1.1",
        FULL,
        {
            "对照检查/指标完成情况对照表.docx": docx(
                [
                    title("指导站建设指标完成情况对照表"),
                    sub("填报单位：哈尔滨理工大学荣成校区　　填报时间：2024年11月18日"),
                    checked(
                        [
                            [
                                "1-1",
                                "固定办公场所",
                                "图书馆东附楼105室，长8.4米、宽3.6米，面积30.24平方米，挂牌办公。",
                                "附件1-1",
                            ],
                            ["1-6", "管理制度", "制定指导站工作制度1项。", "附件1-6"],
                            ["1-7", "工作计划", "年初印发。", "附件1-7"],
                        ]
                    ),
                ],
                face="宋体",
                size=12,
            )
        },
        "sides and product in a cell",
        school=HWS,
        facts={"office_area_m2": 30.24},
    )
    yield case(
        "more-office-works-accepted",
        "1.1",
        FULL,
        {
            "SKM_C364024032109.pdf": scan(
                [
                    title("零星维修工程竣工验收单"),
                    table(
                        [
                            ["工程名称", "大学生就业创业服务指导站办公室装修", "使用单位", "招生就业处"],
                            ["施工单位", "威海恒筑装饰有限公司", "工程地点", "新知楼101"],
                            ["工程内容", "墙面乳胶漆、吊顶、地面铺装、强弱电改造，室内面积45平方米", "", ""],
                            ["开工日期", "2024.3.2", "竣工日期", "2024.3.19"],
                            ["验收意见", "经现场查验，工程质量合格，同意交付使用。", "", ""],
                            ["验收人员", "贾宏伟　毕晓薇　杨振", "验收日期", "2024.3.21"],
                        ],
                        [(2, 1, 1, 3), (4, 1, 1, 3)],
                    ),
                    signed("威海职业学院后勤管理处", "2024年3月21日"),
                ],
                fonts=MING,
            )
        },
        "an acceptance of works that tells the office's size",
        facts={"office_area_m2": 45},
    )
    yield case(
        "more-office-duty-letter",
        "1.1",
        FULL,
        {
            "1.1/公房使用责任书.docx": docx(
                [
                    title("公用房屋使用安全责任书"),
                    flat("房屋管理部门：哈尔滨工业大学（威海）资产管理处"),
                    flat("房屋使用部门：哈尔滨工业大学（威海）学生就业指导中心"),
                    para(
                        "为加强公用房管理，落实安全责任，双方签订本责任书，有效期自2023年9月1日至2026年8月31日，所涉房屋见附表。"
                    ),
                    para("一、使用部门负责人为房屋安全第一责任人。"),
                    para("二、不得私拉电线，不得使用大功率电器，不得改变房屋用途。"),
                    right("签订日期：2023年9月1日"),
                    flat("附表：房屋明细"),
                    table(
                        [
                            ["房间", "用途", "面积(m²)", "钥匙数"],
                            ["M楼-106", "大学生就业创业服务指导站（固定办公）", "29.70", "4"],
                        ],
                        widths=(3, 8, 3, 2),
                    ),
                ],
                size=14,
            )
        },
        "the rooms stand in a table at the end; the term covers the year",
        school=HIT,
        facts={"office_area_m2": 29.7},
    )
    yield case(
        "more-office-floor-table",
        "1.1",
        FULL,
        {
            "用房分布.xlsx": xlsx(
                Sheet(
                    "学生事务服务中心",
                    FLOORS,
                    [(0, 0, 1, 6), (2, 0, 3, 1), (5, 0, 2, 1), (7, 0, 1, 6), (8, 0, 1, 6)],
                    (8, 8, 28, 24, 8, 10),
                )
            )
        },
        "the unit stands in a note below; the floor in merged cells",
        school=BJ,
        facts={"office_area_m2": 31},
    )
    yield case(
        "more-office-survey", "1.1", FULL, {"测绘.pdf": pdf_of(SURVEY)}, "25.92 and 32.23: both enough", school=SDU
    )
    yield case(
        "more-office-chat",
        "1.1",
        FULL,
        {
            "1.1/聊天记录（资产处确认面积）.txt": txt(
                "威海海洋职业学院 指导站材料群\n\n"
                + chat(
                    (
                        "林晓东（招就处）",
                        "2024/10/29 9:12:40",
                        "郭老师，人社局要指导站办公室的面积，系统里登记的是多少？",
                    ),
                    ("郭鹏飞（资产处）", "2024/10/29 9:20:03", "稍等我查一下"),
                    (
                        "郭鹏飞（资产处）",
                        "2024/10/29 9:26:18",
                        "就业创业服务指导站办公室，海韵楼108，使用面积28.4平方米",
                    ),
                    ("林晓东（招就处）", "2024/10/29 9:26:55", "好的，谢谢"),
                )
            )
        },
        "the assets office tells the registered size",
        school=SEA,
        alt=[DOUBT],
        facts={"office_area_m2": 28.4},
    )
    yield case(
        "more-office-news",
        "1.1",
        FULL,
        {
            "新闻.html": web(
                "山东药品食品职业学院",
                "首页 &gt; 学校要闻",
                "我校大学生就业创业服务指导站新办公区启用",
                "2024-04-12 10:05　作者：于文静　点击：418",
                [
                    para(
                        "4月11日上午，我校大学生就业创业服务指导站新办公区正式启用。新办公区位于药苑楼一层大厅东侧，面积60余平方米，设有接待台和办公工位6个。"
                    ),
                    para("校党委副书记出席启用仪式并讲话，就业指导教师、学生代表50余人参加。"),
                ],
            )
        },
        "a piece of news tells the size",
        school=YAO,
    )
    yield case(
        "more-office-volume",
        "1.1",
        FULL,
        {
            "证明材料（第一册）.pdf": pdf(
                volume(
                    SDU,
                    "2024年度绩效评价证明材料",
                    [
                        (
                            "1-1 固定办公场所证明",
                            [
                                para(
                                    "我校指导站办公地点：学生活动中心北楼207，使用面积四十一平方米，长期固定使用，未用于出租出借。"
                                ),
                                signed("山东大学（威海）", "2024年11月12日"),
                            ],
                        ),
                        (
                            "1-4 办公设备及活动配备",
                            [table([["物品", "数量"], ["台式电脑", "5"], ["打印机", "2"], ["帐篷", "40"]])],
                        ),
                    ],
                    "二〇二四年十一月",
                ),
                fonts=MING,
            )
        },
        "a volume with contents; the size in Chinese numerals",
        school=SDU,
        more={"1.4": FULL},
        facts={"office_area_m2": 41},
    )
    yield case(
        "more-office-speech",
        "1.1",
        FULL,
        {
            "现场考核汇报发言.docx": docx(
                [
                    title("在指导站年度考核现场会上的汇报"),
                    sub("威海职业学院　夏青禾"),
                    sub("（2024年11月27日）"),
                    flat("尊敬的各位领导、各位专家："),
                    para("欢迎大家来我校检查指导。下面我简要汇报三个方面。"),
                    para(
                        "先说条件。大家现在所在的这间屋子就是指导站的办公室，四十六个平方，学校专门腾出来的，门口挂着市里统一的牌子，三位老师每天在这里上班。"
                    ),
                    para("再说服务。今年我们接待学生来访六百多人次。"),
                    para("最后说不足。企业走访还不够深入，明年要改进。谢谢大家！"),
                ],
                size=15,
            )
        },
        "the spoken size of the office, in words",
        alt=[DOUBT],
    )


def _short() -> Iterator[Case]:
    yield case(
        "more-office-moved-smaller",
        "1.1",
        NONE,
        {
            "1.1/用房调整通知.docx": docx(
                [
                    title("关于调整大学生就业创业服务指导站办公用房的通知"),
                    flat("招生就业处："),
                    para(
                        spaced(
                            "因综合楼加固施工，自2024年2月26日起，指导站办公室由综合楼203室（32平方米）迁至图书馆212室（17.5平方米），原房间收回。"
                        )
                    ),
                    signed("威海职业学院资产管理处", "2024年2月20日"),
                ]
            )
        },
        "since February the office has 17.5",
        alt=[OPEN],
    )
    yield case(
        "more-office-area-left-blank",
        "1.1",
        OPEN,
        {
            "1.1固定办公场所/用房审批表.pdf": scan(
                [
                    title("办公用房使用审批表"),
                    table(
                        [
                            ["使用单位", "大学生就业创业服务指导站", "房间", "厚德楼116"],
                            ["房间面积", "　　　　　平方米", "使用性质", "固定办公"],
                            ["单位意见", "拟长期作为指导站办公室。　于慧　2024.4.8", "", ""],
                            ["资产部门意见", "同意。　姜树强　2024.4.9", "", ""],
                        ],
                        [(2, 1, 1, 3), (3, 1, 1, 3)],
                    ),
                    signed("山东外事职业大学资产处", "2024年4月9日"),
                ],
                fonts=KAI,
            )
        },
        "approved, and the size was not filled in",
        school=WSZ,
    )
    yield case(
        "more-office-only-building",
        "1.1",
        OPEN,
        {
            "1.1/指导站位置说明.docx": docx(
                [
                    title("指导站办公地点说明"),
                    para(
                        "我校大学生活动中心于2018年建成投用，总建筑面积8600平方米，地上四层。大学生就业创业服务指导站设在该楼一层北侧101室，有独立房间，作为固定办公场所。"
                    ),
                    signed(BJ, "2024年5月22日"),
                ]
            )
        },
        "the building's size is none of the office's",
        school=BJ,
    )
    yield case(
        "more-office-just-under",
        "1.1",
        NONE,
        {
            "房产系统查询.csv": csv(
                [
                    ["查询条件：使用单位=大学生就业创业服务指导站", "", "", "", ""],
                    ["房号", "楼名", "室内面积", "用途", "入账日期"],
                    ["R-2-0206", "致用楼", "19.95㎡", "办公室", "2019-11-30"],
                    ["共1条记录　山东交通学院（威海）　导出时间2024-09-03", "", "", "", ""],
                ],
                "gb18030",
            )
        },
        "19.95",
        school=SJT,
        facts={"office_area_m2": 19.95},
        want=[("1.1", "below-threshold")],
    )


def _neighbours() -> Iterator[Case]:
    yield case(
        "more-office-bureau-list",
        "1.1",
        FULL,
        {"硬件情况汇总.xlsx": xlsx(Sheet("汇总", STATIONS, [(0, 0, 1, 6)], (6, 26, 16, 14, 14, 14)))},
        "the own row of a list of four schools: 42",
        school=SEA,
        more={"1.2": FULL, "1.3": FULL},
        facts={"office_area_m2": 42},
        forbid=[("1.1", "school-mismatch")],
    )
    yield case(
        "more-office-other-departments",
        "1.1",
        NONE,
        {"1.1/行政用房明细.xlsx": xlsx(Sheet("明细", OTHERS, [(0, 0, 1, 6)]))},
        "the list does not have the station",
        school=YAO,
        alt=[OPEN],
    )
    yield case(
        "more-office-counselling",
        "1.1",
        NONE,
        {
            "1.1/中心简介.html": web(
                f"{HIT}心理健康教育中心",
                "首页 &gt; 中心简介",
                "心理健康教育中心简介",
                "更新时间：2024-03-06",
                [
                    para(
                        "中心位于学苑楼二层，总面积180平方米，设个体咨询室3间、团体辅导室1间、沙盘室1间，面向全校学生开展心理咨询。"
                    )
                ],
            )
        },
        "the centre for the mind, not the station",
        school=HIT,
        alt=[OPEN],
    )


def cases() -> Iterator[Case]:
    yield from _fulfilled()
    yield from _short()
    yield from _neighbours()
