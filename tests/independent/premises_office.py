# ruff: noqa: E501
"""Cell 1.1: papers on the guidance station's office, made from the scoring rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    application,
    bold,
    case,
    csv,
    docx,
    flat,
    head,
    hidden,
    mail,
    page,
    para,
    pdf,
    pdf_of,
    photo,
    plain,
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
from tests.independent.premises_rooms import plate, room

ZONE = timezone(timedelta(hours=8))


def proof(body: Sequence[str], issuer: str, date: str, name: str = "场地证明") -> list[Block]:
    return [
        title(name),
        flat("威海市人力资源和社会保障局："),
        *(para(text) for text in body),
        para("特此证明。"),
        signed(issuer, date),
    ]


def agreement(school: str, place: str, size: str, since: str, until: str, day: str) -> list[Block]:
    return [
        title("办公用房使用协议"),
        flat(f"甲方：{school}资产管理处"),
        flat(f"乙方：{school}招生就业处（大学生就业创业服务指导站）"),
        para("为保障指导站日常办公需要，经甲乙双方协商一致，就办公用房使用事宜达成如下协议："),
        head("第一条 房屋基本情况", 2),
        para(
            f"甲方将位于{place}的房屋提供给乙方作为大学生就业创业服务指导站固定办公场所，{size}，室内水、电、暖、网络齐全。"
        ),
        head("第二条 使用期限", 2),
        para(f"自{since}起至{until}止。期满后乙方需继续使用的，应于期满前一个月提出。"),
        head("第三条 双方权利义务", 2),
        para("甲方负责房屋主体及公共部位维修；乙方不得转借、转租，不得改变房屋用途。"),
        para("乙方应遵守学校消防、用电安全管理规定，下班后切断电源、锁好门窗。"),
        head("第四条 其他", 2),
        para("本协议一式两份，甲乙双方各执一份，自双方签字盖章之日起生效。"),
        flat("甲方（盖章）：　　　　　　　　　　乙方（盖章）："),
        right(f"签订日期：{day}"),
    ]


def summary(school: str, sentence: str, year: int = 2024) -> list[Block]:
    return [
        title(f"{school}大学生就业创业服务指导站{year}年度工作总结"),
        para(
            f"{year}年，在市人社局的指导下，我校指导站紧紧围绕毕业生留威就业这一主线，扎实做好各项服务工作，现将有关情况总结如下。"
        ),
        head("一、强化组织保障，夯实工作基础"),
        para(f"学校成立由分管校领导任组长的领导小组。{sentence}"),
        head("二、加强信息采集，摸清就业底数"),
        para("按时报送生源、学历等数据，组织毕业生填写调查问卷。"),
        head("三、存在问题和下步打算"),
        para("毕业生留威意愿仍需引导，下一步将继续加强与驻地企业的对接。"),
        right(f"{year}年11月26日"),
    ]


USES: Rows = [
    ["威海海洋职业学院2024年办公用房台账"] + [""] * 7,
    ["序号", "使用部门", "楼宇", "房间号", "用途", "使用面积（㎡）", "使用人数", "备注"],
    [1, "党政办公室", "行政楼", "301", "办公室", 17.6, 2, ""],
    [2, "财务处", "行政楼", "212", "办公室", 34.2, 4, ""],
    [3, "大学生就业创业服务指导站", "学生服务中心", "105", "指导站办公室", 28.6, 3, "2020年起固定使用"],
    [4, "团委", "学生服务中心", "203", "办公室", 16.8, 2, ""],
    [5, "后勤处", "综合楼", "110", "办公室", 31.5, 4, ""],
    ["填报人：曲静　　填报日期：2024年9月2日"] + [""] * 7,
]

STATION_ROOMS = [
    ["大学生就业创业服务指导站用房明细表（2024年）"] + [""] * 5,
    ["序号", "位置", "", "用途", "面积", ""],
    ["", "楼宇", "房间", "", "建筑面积（平方米）", "使用面积（平方米）"],
    ["1", "致远楼", "118", "固定办公室", "41.3", "32.8"],
    ["2", "致远楼", "120", "档案资料室", "19.6", "15.5"],
    ["3", "致远楼", "122", "面试间", "14.2", "11.0"],
]

THREE_OFFICES = [
    ["序号", "房间", "用途", "面积/㎡"],
    ["1", "东配楼103", "指导站办公室（联络员）", "15.2"],
    ["2", "东配楼104", "指导站办公室（综合）", "14.6"],
    ["3", "东配楼105", "指导站办公室（咨询接待）", "13.7"],
    ["合计", "", "", "43.5"],
]

CSV_ROOMS = [
    ["房屋编号", "楼宇名称", "房间号", "使用单位", "房屋用途", "使用面积(平方米)", "登记日期"],
    ["F0301201", "明德楼", "201", "教务处", "行政办公", "36.20", "2021-03-05"],
    ["F0301214", "明德楼", "214", "大学生就业创业服务指导站", "行政办公", "27.40", "2021-03-05"],
    ["F0301306", "明德楼", "306", "学生工作处", "行政办公", "22.10", "2021-03-05"],
]

CLASSROOMS: Rows = [
    ["山东外事职业大学2024年秋季学期教室一览表"] + [""] * 4,
    ["序号", "教室", "类型", "面积（㎡）", "排课情况"],
    [1, "A101", "多媒体教室", 96, "满"],
    [2, "A102", "多媒体教室", 96, "满"],
    [3, "A203", "语音室", 72, "部分"],
    [4, "B301", "普通教室", 68, "部分"],
]

DORMS = [
    ["楼号", "房间", "面积", "床位", "入住人数", "班级"],
    ["8号公寓", "101", "24.5㎡", "6", "6", "2023级护理1班"],
    ["8号公寓", "102", "24.5㎡", "6", "5", "2023级护理1班"],
    ["8号公寓", "103", "24.5㎡", "6", "6", "2023级护理2班"],
]

PLAN = f"""<meta charset=utf-8><style>body{{margin:60px;font:15px {SANS}}}h2{{text-align:center}}.p{{position:relative;height:420px;border:4px solid #222}}
.p div{{position:absolute;border:2px solid #333;display:flex;align-items:center;justify-content:center;text-align:center}}table{{border-collapse:collapse;margin-top:20px}}td{{border:1px solid #333;padding:4px 12px}}</style>
<h2>大学生活动中心二层平面图（局部）</h2><div class=p><div style="left:0;top:0;width:38%;height:55%">指导站办公室<br>31.2㎡</div>
<div style="left:38%;top:0;width:30%;height:55%">资料室<br>18.4㎡</div><div style="left:68%;top:0;width:32%;height:55%">洽谈室<br>16.9㎡</div>
<div style="left:0;top:70%;width:100%;height:30%">走　廊</div></div>
<table><tr><td>单位</td><td>哈尔滨理工大学荣成校区</td></tr><tr><td>项目</td><td>大学生就业创业服务指导站用房</td></tr><tr><td>绘制日期</td><td>2024年3月</td></tr></table>"""


def _fulfilled() -> Iterator[Case]:
    hit, hws, sdu = "哈尔滨工业大学（威海）", "哈尔滨理工大学荣成校区", "山东大学（威海）"
    yield case(
        "office_proof_word",
        "1.1",
        FULL,
        {
            "1.1固定办公场所/场地证明.docx": docx(
                proof(
                    [
                        "兹证明威海职业学院大学生就业创业服务指导站现使用我校招生就业中心一楼108室作为固定办公场所，该房间使用面积26平方米，自2020年7月起长期无偿使用。"
                    ],
                    "威海职业学院资产管理处",
                    "2024年3月11日",
                )
            )
        },
        "26平方米",
        facts={"office_area_m2": 26},
    )
    yield case(
        "office_proof_scan",
        "1.1",
        FULL,
        {
            "办公场地.pdf": scan(
                proof(
                    [
                        "威海海洋职业学院大学生就业创业服务指导站办公地点设在我校图书馆西侧一层102室，面积33.5㎡，为学校固定用房，专门用于就业创业指导站日常办公。"
                    ],
                    "威海海洋职业学院",
                    "2024年5月20日",
                    "办公场所证明",
                )
            )
        },
        "sealed scan, 33.5",
        school="威海海洋职业学院",
        facts={"office_area_m2": 33.5},
    )
    yield case(
        "office_numerals",
        "1.1",
        FULL,
        {
            "基础管理/用房说明.docx": docx(
                [
                    title("关于指导站办公用房的说明"),
                    para(
                        "我校大学生就业创业服务指导站设于学海楼三层东首，办公室一间，实际使用面积二十五点五平方米，产权归学校所有，专室专用。"
                    ),
                    signed("山东药品食品职业学院就业指导中心", "二〇二四年四月八日"),
                ],
                face="宋体",
                size=14,
            )
        },
        "Chinese numeral with a decimal",
        school="山东药品食品职业学院",
        facts={"office_area_m2": 25.5},
    )
    yield case(
        "office_two_rooms_total",
        "1.1",
        FULL,
        {
            "1/1.1/指导站办公用房情况.pdf": pdf(
                [
                    title("指导站办公用房情况"),
                    para(
                        "指导站办公室位于就业服务大厅北侧N105、N106室，两间共48平米，其中N105为联络员办公室，N106为综合办公室，均为固定办公场所。"
                    ),
                    right("山东交通学院（威海）招生就业处"),
                    right("2024年10月"),
                ],
                fonts=SANS,
            )
        },
        "two rooms with a stated sum",
        school="山东交通学院（威海）",
        facts={"office_area_m2": 48},
    )
    yield case(
        "office_by_sides",
        "1.1",
        FULL,
        {
            "01硬件设施/办公室尺寸.docx": docx(
                [
                    title("固定办公场所情况说明"),
                    para(
                        "指导站办公室位于D座412室，室内净尺寸为6m×5m，设办公位4个、文件柜2组，长期作为指导站办公室使用。"
                    ),
                    signed("威海职业学院大学生就业创业服务指导站", spaced("2024年6月3日")),
                ]
            )
        },
        "6 m by 5 m is 30 m2",
    )
    yield case(
        "office_long_and_wide",
        "1.1",
        FULL,
        {
            "办公场所.txt": txt(
                "固定办公场所说明\n指导站办公室在我校综合服务楼2层，房间长7.2米、宽4米，面积28.8平方米，门口挂“大学生就业创业服务指导站”牌子。\n\n北京交通大学（威海）学生就业指导中心\n2024年9月15日\n"
            )
        },
        "sides and the product",
        school="北京交通大学（威海）",
        facts={"office_area_m2": 28.8},
    )
    yield case(
        "office_about_twenty",
        "1.1",
        FULL,
        {
            "附：场地说明.docx": docx(
                proof(
                    ["我校在学生事务中心三楼为指导站安排独立办公室1间，约20平方米，配有必要的办公设施，固定使用。"],
                    "威海职业学院",
                    "2024年7月1日",
                    "场地说明",
                ),
                face="宋体",
                size=15,
            )
        },
        "about 20: the stated figure is the threshold",
        alt=[DOUBT],
    )
    yield case(
        "office_exactly_twenty",
        "1.1",
        FULL,
        {
            "场地证明（就业指导站）.docx": docx(
                proof(
                    ["兹证明，大学生就业创业服务指导站办公室（知行楼216室）室内使用面积为20.0平方米，为固定办公场所。"],
                    "哈尔滨理工大学荣成校区后勤与资产处",
                    "2024年4月2日",
                )
            )
        },
        "20.0 counts",
        school=hws,
        facts={"office_area_m2": 20},
    )
    yield case(
        "office_application",
        "1.1",
        FULL,
        {
            "附件1建站申请表.docx": docx(
                application(sdu, "威海市文化西路180号", "45 平方米", "2 个，共 300 平方米", "1500 平方米"),
                face="仿宋",
                size=12,
            )
        },
        "附件1 states the office's size",
        school=sdu,
        facts={"office_area_m2": 45},
    )
    yield case(
        "office_application_print",
        "1.1",
        FULL,
        {
            "建站申请.pdf": pdf(
                application(
                    "威海海洋职业学院", "荣成市海湾南路1000号", "叁拾平方米", "1 个，共 120 平方米", "800 平方米"
                ),
                size=17,
            )
        },
        "the size in bankers' numerals",
        school="威海海洋职业学院",
        alt=[OPEN],
    )
    yield case(
        "office_ledger_row",
        "1.1",
        FULL,
        {
            "资产处-办公用房台账.xlsx": xlsx(
                Sheet("用房", USES, [(0, 0, 1, 8), (7, 0, 1, 8)], (6, 26, 16, 10, 16, 14, 10, 20))
            )
        },
        "one row of a school-wide ledger is the station's",
        school="威海海洋职业学院",
        facts={"office_area_m2": 28.6},
    )
    yield case(
        "office_two_row_header",
        "1.1",
        FULL,
        {
            "1.1/用房明细.xlsx": xlsx(
                Sheet("Sheet1", STATION_ROOMS, [(0, 0, 1, 6), (1, 0, 2, 1), (1, 1, 1, 2), (1, 3, 2, 1), (1, 4, 1, 2)])
            )
        },
        "office 32.8 by use, 41.3 by building area: both enough",
    )
    yield case(
        "office_agreement",
        "1.1",
        FULL,
        {
            "1基础管理工作/1.1/使用协议.pdf": pdf(
                agreement(
                    hit,
                    "威海市文化西路2号校区活动中心2层201室",
                    "建筑面积62.4平方米",
                    "2023年1月1日",
                    "2026年12月31日",
                    "2022年12月28日",
                ),
                fonts=MING,
            )
        },
        "an agreement whose term covers the year",
        school=hit,
        facts={"office_area_m2": 62.4},
    )
    yield case(
        "office_agreement_scan",
        "1.1",
        FULL,
        {
            "扫描件0007.jpg": scan(
                [
                    *agreement(
                        "威海职业学院",
                        "大学生创业园A座1层",
                        "使用面积共计58㎡",
                        "2024年1月1日",
                        "2028年12月31日",
                        "2024年1月2日",
                    )[:-2],
                    signed("威海职业学院资产管理处", "2024年1月2日"),
                ],
                size=16,
            )
        },
        "scan with a name that says nothing",
        facts={"office_area_m2": 58},
    )
    yield case(
        "office_summary",
        "1.1",
        FULL,
        {
            "2024年度总结报告.docx": docx(
                summary(
                    "山东外事职业大学",
                    "指导站现有独立办公室1间，面积24㎡，配有专职人员3名，做到有场所、有人员、有制度。",
                )
            )
        },
        "only the yearly report tells the size",
        school="山东外事职业大学",
        facts={"office_area_m2": 24},
    )
    yield case(
        "office_web_page",
        "1.1",
        FULL,
        {
            "指导站简介-就业信息网.html": web(
                "威海职业学院就业信息网",
                "首页 &gt; 部门概况 &gt; 指导站简介",
                "大学生就业创业服务指导站简介",
                "发布时间：2024-03-06　浏览次数：412",
                [
                    para("指导站成立于2020年，设在图书信息楼一层，现有办公室1间（36 m²）、职业咨询室2间。"),
                    para("办公时间：周一至周五 8:30—17:00。"),
                ],
            )
        },
        "a saved page of the school's site",
        facts={"office_area_m2": 36},
    )
    yield case(
        "office_mail",
        "1.1",
        FULL,
        {
            "回复场地情况.eml": mail(
                "回复：指导站办公场地情况",
                "山东大学（威海）就业指导中心 <jy@example.cn>",
                datetime(2024, 11, 12, 10, 5, tzinfo=ZONE),
                "您好：\n\n我校大学生就业创业服务指导站固定办公室在学生中心B区203，面积为40.5平方米，见附件证明。\n\n山东大学（威海）学生就业指导中心\n2024年11月12日\n",
                {
                    "场地证明.docx": proof(
                        ["山东大学（威海）大学生就业创业服务指导站办公室位于学生中心B区203室，使用面积40.5平方米。"],
                        "山东大学（威海）",
                        "2024年11月11日",
                    )
                },
            )
        },
        "mail with the same size in the attachment",
        school=sdu,
        facts={"office_area_m2": 40.5},
    )
    yield case(
        "office_csv_export",
        "1.1",
        FULL,
        {"房产系统导出.csv": csv(CSV_ROOMS, "gb18030")},
        "an export of the housing system with the station among others",
        facts={"office_area_m2": 27.4},
    )
    yield case(
        "office_range",
        "1.1",
        FULL,
        {
            "场地.docx": docx(
                [
                    title("硬件设施说明"),
                    bold("固定办公场所："),
                    para("位于崇德楼一层，共2间办公室，每间20—25平方米，供指导站长期固定使用。"),
                    signed("威海职业学院招生就业处", "2024年12月2日"),
                ]
            )
        },
        "even the lower end reaches 20",
    )
    yield case(
        "office_each_room_enough",
        "1.1",
        FULL,
        {
            "1.1.txt": txt(
                plain(
                    [
                        flat("固定办公场所清单（2024年）"),
                        flat("①综合办公室：弘毅楼201，22平方米；"),
                        flat("②联络员办公室：弘毅楼203，31平方米。"),
                        flat("以上均为指导站固定办公场所，室内。"),
                        flat("北京交通大学（威海） 2024.5.6"),
                    ]
                ),
                "gb18030",
            )
        },
        "two offices, each of them large enough",
        school="北京交通大学（威海）",
    )
    yield case(
        "office_table_with_sum",
        "1.1",
        FULL,
        {
            "1.1 办公场所/说明.docx": docx(
                [
                    title("指导站固定办公场所说明"),
                    para("我校指导站现有固定办公室三间，具体情况如下表："),
                    table(THREE_OFFICES, [(4, 0, 1, 3)]),
                    para("以上办公室为同一套间，合计43.5平方米。"),
                    signed("威海职业学院就业指导中心", "2024年9月20日"),
                ],
                face="宋体",
                size=12,
            )
        },
        "rooms of one suite under 20 each, together 43.5",
        alt=[DOUBT],
    )
    yield case(
        "office_photo_of_paper",
        "1.1",
        FULL,
        {
            "微信图片_20240611093012.jpg": photo(
                proof(
                    ["大学生就业创业服务指导站设在山东交通学院（威海）校区就业楼一楼东侧，固定办公用房面积52平方米。"],
                    "山东交通学院（威海）",
                    "2024年6月11日",
                ),
                fonts=KAI,
            )
        },
        "the proof photographed on a desk",
        school="山东交通学院（威海）",
        alt=[DOUBT],
        facts={"office_area_m2": 52},
    )
    yield case(
        "office_fullwidth",
        "1.1",
        FULL,
        {
            "证明.docx": docx(
                proof(
                    [
                        "兹有我校大学生就业创业服务指导站，办公地址：荣成市学府路 ２００６ 号 ３ 号楼 １１２ 室，面积 ２５．６ ｍ² ，为固定室内办公场所。"
                    ],
                    "哈尔滨理工大学荣成校区",
                    "２０２４ 年 ３ 月 １９ 日",
                    "证　　明",
                )
            )
        },
        "full-width digits with spaces",
        school=hws,
        facts={"office_area_m2": 25.6},
    )
    yield case(
        "office_floor_plan",
        "1.1",
        FULL,
        {"平面图.pdf": pdf_of(PLAN)},
        "a plan that labels the office's size",
        school=hws,
        facts={"office_area_m2": 31.2},
    )
    yield case(
        "office_misleading_name",
        "1.1",
        FULL,
        {
            "2.1/新建 DOCX 文档.docx": docx(
                [
                    red("威海海洋职业学院文件"),
                    sub("威海洋院资字〔2024〕6号"),
                    title("关于大学生就业创业服务指导站用房的批复"),
                    flat("招生就业处："),
                    para(
                        "你处《关于申请指导站固定办公用房的请示》收悉。经研究，同意将学术交流中心115室（室内面积39平方米）划拨给大学生就业创业服务指导站固定使用。"
                    ),
                    para("此复。"),
                    signed("威海海洋职业学院", "2024年1月17日"),
                ]
            )
        },
        "filed for another cell; the content decides",
        school="威海海洋职业学院",
        facts={"office_area_m2": 39},
    )
    yield case(
        "office_squaremetre_words",
        "1.1",
        FULL,
        {
            "硬件设施/固定场所.pdf": scan(
                [
                    title("固定场所证明"),
                    table(
                        [
                            ["单位名称", "威海职业学院大学生就业创业服务指导站"],
                            ["办公地点", "威海职业学院东校区励学楼101"],
                            ["房屋性质", "自有"],
                            ["房屋结构", "框架"],
                            ["办公面积", "50平方"],
                            ["使用期限", "长期"],
                        ],
                        widths=(4, 10),
                    ),
                    signed("威海职业学院后勤基建处", "2024年8月30日"),
                ],
                fonts=HEI,
            )
        },
        "a form with 平方 for the unit",
        facts={"office_area_m2": 50},
    )
    yield case(
        "office_bound_volume",
        "1.1",
        FULL,
        {
            "威海市大学生就业服务指导站绩效评价证明材料（硬件设施）.pdf": pdf(
                [
                    sub("　"),
                    title("大学生就业服务指导站绩效评价证明材料"),
                    sub("第一册　硬件设施"),
                    sub("山东外事职业大学"),
                    sub("2024年11月"),
                    page(),
                    title("目　录"),
                    flat("1. 固定办公场所………………………3"),
                    flat("2. 培训场地…………………………4"),
                    flat("3. 招聘会场地………………………5"),
                    flat("4. 办公设备…………………………6"),
                    page(),
                    head("1. 固定办公场所"),
                    para("我校为指导站提供室内固定办公场所，位于行知楼101室，面积42平方米。"),
                    page(),
                    head("2. 培训场地"),
                    para("室内培训场地为行知楼报告厅，固定座椅180个，可容纳180人。"),
                    page(),
                    head("3. 招聘会场地"),
                    para("校园招聘会活动场地为学校风雨操场，可设展位150个，学校春秋两季双选会均在此举办。"),
                    page(),
                    head("4. 办公设备及活动配备"),
                    table(
                        [
                            ["名称", "数量", "单位"],
                            ["台式电脑", "4", "台"],
                            ["激光打印机", "2", "台"],
                            ["投影仪", "1", "台"],
                        ]
                    ),
                ],
                fonts=SANS,
            )
        },
        "one volume for the four cells of 硬件设施",
        school="山东外事职业大学",
        more={"1.2": FULL, "1.3": FULL, "1.4": FULL},
        facts={"office_area_m2": 42},
    )


def _disagreeing() -> Iterator[Case]:
    wz = "威海职业学院"
    small = application(wz, "威海市科技新城", "18 平方米", "1 个，共 90 平方米", "900 平方米")
    large = application(wz, "威海市科技新城", "30 平方米", "1 个，共 90 平方米", "900 平方米")

    def paper(size: str) -> list[Block]:
        return proof(
            [f"威海职业学院大学生就业创业服务指导站位于创新楼1108室，该固定办公场所面积为{size}。"],
            "威海职业学院资产处",
            "2024年2月26日",
        )

    yield case(
        "office_proof_over_form",
        "1.1",
        DOUBT,
        {"附件1.docx": docx(small, size=12), "场地证明.docx": docx(paper("24平方米"))},
        "proof 24 outranks 附件1's 18; low takes the least",
        facts={"office_area_m2": 24},
        want=[("1.1", "totals-disagree")],
    )
    yield case(
        "office_proof_under_form",
        "1.1",
        OPEN,
        {"1.1/附件1 建站申请表.docx": docx(large, size=12), "1.1/场地证明.pdf": scan(paper("18平方米"))},
        "proof 18 outranks 附件1's 30; high takes the most",
        facts={"office_area_m2": 18},
        want=[("1.1", "totals-disagree")],
    )
    yield case(
        "office_form_over_summary",
        "1.1",
        OPEN,
        {
            "申请表.pdf": pdf(
                application(wz, "威海市科技新城", "19 平方米", "1 个，共 90 平方米", "900 平方米"), size=17
            ),
            "总结.docx": docx(summary(wz, "指导站设有固定办公室一间，面积22平方米。")),
        },
        "附件1's 19 outranks the report's 22",
        facts={"office_area_m2": 19},
        want=[("1.1", "totals-disagree")],
    )
    yield case(
        "office_form_good_summary_less",
        "1.1",
        DOUBT,
        {
            "申请表.docx": docx(
                application(wz, "威海市科技新城", "26 平方米", "1 个，共 90 平方米", "900 平方米"), size=12
            ),
            "工作总结.pdf": pdf(summary(wz, "指导站固定办公场所面积15平方米。")),
        },
        "附件1's 26 outranks the report's 15",
        facts={"office_area_m2": 26},
        want=[("1.1", "totals-disagree")],
    )
    yield case(
        "office_agreement_and_summary",
        "1.1",
        FULL,
        {
            "协议.docx": docx(
                agreement(wz, "创新楼2层206室", "使用面积21平方米", "2024年1月1日", "2024年12月31日", "2023年12月29日")
            ),
            "年度总结.docx": docx(summary(wz, "学校为指导站提供35平方米的固定办公室。")),
        },
        "21 by the agreement, 35 by the report: both enough",
        facts={"office_area_m2": 21},
    )
    yield case(
        "office_agreement_less_than_form",
        "1.1",
        OPEN,
        {
            "使用协议.docx": docx(
                agreement(
                    wz, "创新楼2层209室", "使用面积16.5平方米", "2024年1月1日", "2026年12月31日", "2023年12月29日"
                )
            ),
            "附件1.docx": docx(large, size=12),
            "总结.docx": docx(summary(wz, "指导站有固定办公室1间，约30平方米。")),
        },
        "the agreement's 16.5 outranks both",
        facts={"office_area_m2": 16.5},
        want=[("1.1", "totals-disagree")],
    )


def _short() -> Iterator[Case]:
    yield case(
        "office_eighteen",
        "1.1",
        NONE,
        {
            "1.1/场地证明.docx": docx(
                proof(
                    ["大学生就业创业服务指导站固定办公室位于办公楼507室，使用面积18平方米。"],
                    "威海职业学院",
                    "2024年3月4日",
                )
            )
        },
        "under 20",
        facts={"office_area_m2": 18},
        want=[("1.1", "below-threshold")],
    )
    yield case(
        "office_eighteen_numerals",
        "1.1",
        NONE,
        {
            "用房证明.pdf": scan(
                proof(
                    ["兹证明我院大学生就业创业服务指导站在实训楼设有固定办公室一间，室内面积十八平方米。"],
                    "山东药品食品职业学院",
                    "二〇二四年五月十三日",
                )
            )
        },
        "under 20 in Chinese numerals",
        school="山东药品食品职业学院",
        want=[("1.1", "below-threshold")],
    )
    yield case(
        "office_sides_short",
        "1.1",
        NONE,
        {
            "办公室情况.docx": docx(
                [
                    title("指导站办公室情况"),
                    para("指导站办公室位于育才楼B312，房间长4.5米，宽4米，固定用于指导站办公。"),
                    signed("北京交通大学（威海）", "2024年10月9日"),
                ]
            )
        },
        "4.5 m by 4 m is 18 m2",
        school="北京交通大学（威海）",
        alt=[OPEN],
    )
    yield case(
        "office_just_short",
        "1.1",
        NONE,
        {
            "固定场所.xlsx": xlsx(
                Sheet(
                    "场地",
                    [
                        ["指导站场地情况统计表（2024年）", "", "", ""],
                        ["场地类别", "地点", "面积（平方米）", "性质"],
                        ["固定办公室", "立德楼408", 19.8, "室内、长期"],
                        ["填表单位：山东外事职业大学招生就业处", "", "", ""],
                    ],
                    [(0, 0, 1, 4), (3, 0, 1, 4)],
                )
            )
        },
        "19.8",
        school="山东外事职业大学",
        facts={"office_area_m2": 19.8},
        want=[("1.1", "below-threshold")],
    )
    yield case(
        "office_not_quite",
        "1.1",
        NONE,
        {
            "附件一.docx": docx(
                application("威海职业学院", "威海市科技新城", "15 平方米", "2 个，共 180 平方米", "1200 平方米"),
                size=12,
            )
        },
        "附件1 says 15",
        facts={"office_area_m2": 15},
        want=[("1.1", "below-threshold")],
    )
    yield case(
        "office_no_area",
        "1.1",
        OPEN,
        {
            "1.1/场地证明.docx": docx(
                proof(
                    [
                        "兹证明我校大学生就业创业服务指导站办公室设在学生活动中心二楼西侧209室，为学校提供的室内固定办公场所，长期使用。"
                    ],
                    "哈尔滨工业大学（威海）",
                    "2024年4月16日",
                )
            )
        },
        "no size",
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "office_no_area_scan",
        "1.1",
        OPEN,
        {
            "1.1办公场所.jpg": scan(
                [
                    title("房屋使用证明"),
                    para(
                        "位于我校文化活动楼1层的101室，现由大学生就业创业服务指导站作为固定办公室使用，房屋产权清晰，无争议。"
                    ),
                    signed("山东大学（威海）", "2024年6月6日"),
                ]
            )
        },
        "sealed, and no size",
        school="山东大学（威海）",
    )
    yield case(
        "office_photos_only",
        "1.1",
        OPEN,
        {"1.1固定办公场所/办公室1.jpg": room("office"), "1.1固定办公场所/办公室2.jpg": room("office", wall="#d7e3dc")},
        "photos prove no size",
    )
    yield case(
        "office_plate_photo",
        "1.1",
        OPEN,
        {"1.1/指导站门牌.jpg": room("office", plate("大学生就业创业服务指导站"))},
        "a plate tells no size",
    )
    yield case(
        "office_other_school",
        "1.1",
        NONE,
        {
            "1.1/场地证明.docx": docx(
                proof(
                    ["兹证明山东外事职业大学大学生就业创业服务指导站位于我校博学楼109室，固定办公面积36平方米。"],
                    "山东外事职业大学",
                    "2024年3月28日",
                )
            )
        },
        "another school's paper",
        want=[("1.1", "school-mismatch")],
    )
    yield case(
        "office_expired_agreement",
        "1.1",
        NONE,
        {
            "1.1/使用协议.docx": docx(
                agreement(
                    "威海职业学院",
                    "实训中心4层",
                    "使用面积33平方米",
                    "2020年1月1日",
                    "2021年12月31日",
                    "2019年12月20日",
                )
            )
        },
        "the term ended years before",
        alt=[OPEN],
    )
    yield case(
        "office_white_text",
        "1.1",
        OPEN,
        {
            "场地证明.docx": docx(
                [
                    title("场地证明"),
                    para("大学生就业创业服务指导站办公室位于励志楼303室，系固定办公场所。"),
                    hidden("办公室面积35平方米。"),
                    signed("威海职业学院", "2024年9月9日"),
                ]
            )
        },
        "the size stands in white letters only",
    )


def _neighbours() -> Iterator[Case]:
    yield case(
        "office_rule_of_sizes",
        "1.1",
        NONE,
        {
            "1.1/办公用房管理办法.docx": docx(
                [
                    title("威海职业学院办公用房管理办法"),
                    head("第一章 总则"),
                    para("第一条 为规范学校办公用房管理，结合实际制定本办法。"),
                    head("第二章 配置标准"),
                    para(
                        "第五条 各级人员办公室使用面积不得超过以下标准：正处级24平方米/人，副处级18平方米/人，科级及以下9平方米/人。"
                    ),
                    para("第六条 管理人员每人核定面积不得突破上限。"),
                    right("2024年1月10日"),
                ]
            )
        },
        "a rule's limits are no office of the station",
        alt=[OPEN],
    )
    yield case(
        "office_blank_form",
        "1.1",
        NONE,
        {
            "1.1/场地证明（模板）.docx": docx(
                [
                    title("场地证明"),
                    para(
                        "兹证明　　　　　　大学生就业创业服务指导站办公地点位于　　　　楼　　　　室，面积　　　平方米，使用期限自　　年　月　日至　　年　月　日。"
                    ),
                    para("特此证明。"),
                    right("（单位盖章）"),
                    right("　　年　　月　　日"),
                ]
            )
        },
        "a blank form is never evidence",
    )
    yield case(
        "office_blank_application",
        "1.1",
        NONE,
        {
            "1.1/附件1.docx": docx(
                [
                    flat("附件1"),
                    title("威海市大学生就业创业服务指导站建站申请表"),
                    table(
                        [
                            ["名称", ""],
                            ["地址", ""],
                            ["在校生规模", "在校生   人，应届毕业生   人。"],
                            ["指导站地址", "      校区     楼     房间"],
                            [
                                "场地情况",
                                "办公场所   平方米，培训场地   个，共   平方米，各类招聘活动场地    平方米，其他场地           。",
                            ],
                            ["人员配备", "共   人（其中专职人员  人，兼职人员  人）"],
                        ],
                        widths=(4, 12),
                    ),
                ],
                size=12,
            )
        },
        "附件1's printed wording is no fact",
    )
    yield case(
        "office_classrooms",
        "1.1",
        NONE,
        {"1.1/教室一览表.xlsx": xlsx(Sheet("教室", CLASSROOMS, [(0, 0, 1, 5)]))},
        "classrooms",
        school="山东外事职业大学",
        alt=[OPEN],
    )
    yield case(
        "office_dormitory",
        "1.1",
        NONE,
        {"1.1/用房.csv": csv([["威海职业学院2024年学生公寓房间表", "", "", "", "", ""], *DORMS])},
        "dormitory rooms",
        alt=[OPEN],
    )
    yield case(
        "office_own_form_two",
        "1.1",
        NONE,
        {
            "附件2.docx": docx(
                [
                    flat("附件2"),
                    title("威海市大学生就业服务指导站绩效评价表（2024年度）"),
                    flat("学校名称：威海职业学院"),
                    table(
                        [
                            ["序号", "评估指标", "指标内容", "评分标准", "评估要求及提报材料", "指标得分", "最终总分"],
                            [
                                "1",
                                "基础管理工作（权重20%）",
                                "20平方以上室内固定办公场所",
                                "符合条件（10分）",
                                "办公场所需长期且固定",
                                "10",
                                "",
                            ],
                            ["", "", "容纳50人以上的室内培训场地", "符合条件（10分）", "活动需要时可使用", "10", ""],
                        ]
                    ),
                ],
                size=11,
            )
        },
        "附件2 is never evidence",
        more={"1.2": NONE},
    )
    yield case(
        "office_policy_wording",
        "1.1",
        NONE,
        {
            "1.1/建站标准.txt": txt(
                "威海市人力资源和社会保障局 威海市财政局\n关于在驻威高校建立大学生就业创业服务指导站的意见\n三、建站标准\n（一）场地和设备。各高校指导站从实际出发，在校区内设置必要的工作、培训、招聘和就业创业服务等场地（其中固定场所应不小于20平方米），配备必要的计算机、网络等设备，并与人力资源社会保障等部门定期进行信息互通。\n本意见有效期至2024年12月31日\n"
            )
        },
        "the policy's text is never evidence",
    )


def cases() -> Iterator[Case]:
    yield from _fulfilled()
    yield from _disagreeing()
    yield from _short()
    yield from _neighbours()
