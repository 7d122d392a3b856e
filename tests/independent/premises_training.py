"""Cell 1.2: papers on the indoor training room for 50 people, made from the scoring rules."""

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
    listed,
    mail,
    page,
    para,
    pdf,
    photo,
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

ZONE = timezone(timedelta(hours=8))


def proof(body: Sequence[str], issuer: str, date: str, name: str = "培训场地证明") -> list[Block]:
    return [title(name), *(para(text) for text in body), para("特此证明。"), signed(issuer, date)]


def summary(school: str, sentence: str) -> list[Block]:
    return [
        title(f"{school}大学生就业创业服务指导站2024年工作总结"),
        head("一、基本情况"),
        para(f"指导站挂靠招生就业处，现有专职人员3名。{sentence}"),
        head("二、主要工作"),
        para("组织毕业生参加创业培训，开展就业指导讲座，举办校园招聘活动。"),
        head("三、下一步打算"),
        para("加强与驻威企业的联系，促进毕业生留威就业。"),
        right("2024年11月28日"),
    ]


FEES: Rows = [
    ["服务类公共会议场所一览表（2024年5月起执行）"] + [""] * 6,
    ["序号", "所属楼宇", "会场名称", "门牌号", "家具设备", "容纳人数", "使用单位"],
    [1, "思源楼", "接待室", "108", "单人沙发", 8, "党政办公室"],
    [2, "思源楼", "会议室", "213", "条形会议桌，多媒体", 36, "教务处"],
    [3, "思源楼", "就业创业培训室", "204", "课桌椅，多媒体、音响", 72, "大学生就业创业服务指导站"],
    ["注：指导站培训活动优先使用204室。"] + [""] * 6,
]

ROOMS = [
    ["序号", "场地名称", "位置", "面积", "座位数", "主要设备"],
    ["1", "创业培训教室", "实训楼A302", "110㎡", "60座", "投影、音响、空调"],
    ["2", "职业指导教室", "实训楼A304", "68㎡", "40座", "一体机"],
    ["3", "学术报告厅", "图书馆一层", "420㎡", "320座", "LED大屏、音响"],
]

TWO_ROW: Rows = [
    ["山东外事职业大学就业创业培训场地统计表"] + [""] * 6,
    ["场地", "基本信息", "", "容量", "", "设施", "管理人"],
    ["", "楼宇", "楼层", "座位（个）", "最多容纳（人）", "", ""],
    ["多功能厅", "致知楼", "2层", 110, 130, "投影、灯光", "邹立国"],
    ["小型研讨室", "致知楼", "3层", 18, 20, "白板", "邹立国"],
    ["统计时间：2024年10月15日"] + [""] * 6,
]

SMALL = [
    ["场地名称", "所在楼宇", "可容纳人数", "备注"],
    ["培训室（一）", "求是楼105", "24", "投影"],
    ["研讨室", "求是楼107", "12", "白板"],
]


def _fulfilled() -> Iterator[Case]:
    hit, hws, sdu, bj, sjt = (
        "哈尔滨工业大学（威海）",
        "哈尔滨理工大学荣成校区",
        "山东大学（威海）",
        "北京交通大学（威海）",
        "山东交通学院（威海）",
    )
    whv, sea, wsz, yao = "威海职业学院", "威海海洋职业学院", "山东外事职业大学", "山东药品食品职业学院"
    yield case(
        "training_over_fifty_words",
        "1.2",
        FULL,
        {
            "1.2培训场地/培训场地证明.docx": docx(
                proof(
                    ["我校大学生就业创业服务指导站培训教室位于综合楼四层，为室内场地，可同时容纳五十余人开展培训。"],
                    whv,
                    "2024年4月9日",
                )
            )
        },
        "五十余人 is over 50",
    )
    yield case(
        "training_chairs",
        "1.2",
        FULL,
        {
            "培训教室.docx": docx(
                [
                    title("就业创业培训教室基本情况"),
                    para("培训教室设在慎思楼208室，配有讲台1个、座椅60个、投影设备1套，指导站开展活动时可随时使用。"),
                    signed(sea, "2024年3月14日"),
                ],
                face="宋体",
                size=14,
            )
        },
        "60 chairs",
        school=sea,
        facts={"training_seats": 60},
    )
    yield case(
        "training_scan_sealed",
        "1.2",
        FULL,
        {
            "scan_20240520.pdf": scan(
                proof(
                    [
                        "我校为大学生就业创业服务指导站提供固定室内培训场地一处，地点：学子广场培训中心301室，面积150平方米，可容纳培训人员120人。"
                    ],
                    sdu,
                    "2024年5月20日",
                )
            )
        },
        "sealed scan",
        school=sdu,
        facts={"training_seats": 120},
    )
    yield case(
        "training_numerals",
        "1.2",
        FULL,
        {
            "1.2.docx": docx(
                proof(
                    [
                        "北京交通大学（威海）思源会堂小报告厅，室内面积二百二十平方米，设有固定座席一百八十六座，供指导站举办就业创业培训使用。"
                    ],
                    "北京交通大学（威海）",
                    "二〇二四年六月二十一日",
                    "证明",
                )
            )
        },
        "seats in Chinese numerals",
        school=bj,
        facts={"training_seats": 186},
    )
    yield case(
        "training_table_of_rooms",
        "1.2",
        FULL,
        {
            "1/1.2/培训场地一览.pdf": pdf(
                [
                    title("大学生就业创业服务指导站培训场地一览表"),
                    sub("（2024年）"),
                    table(ROOMS),
                    right("哈尔滨理工大学荣成校区就业指导中心"),
                ],
                size=17,
            )
        },
        "two of three rooms seat more than 50",
        school=hws,
    )
    yield case(
        "training_fee_sheet",
        "1.2",
        FULL,
        {
            "公共会议场所一览表.xlsx": xlsx(
                Sheet("一览", FEES, [(0, 0, 1, 7), (5, 0, 1, 7)], (6, 12, 20, 10, 24, 12, 28))
            )
        },
        "the training room seats 72",
        school=sjt,
        facts={"training_seats": 72},
    )
    yield case(
        "training_two_row_header",
        "1.2",
        FULL,
        {
            "培训场地统计.xlsx": xlsx(
                Sheet(
                    "Sheet1",
                    TWO_ROW,
                    [(0, 0, 1, 7), (1, 0, 2, 1), (1, 1, 1, 2), (1, 3, 1, 2), (1, 5, 2, 1), (1, 6, 2, 1), (5, 0, 1, 7)],
                )
            )
        },
        "110 seats, 130 at most",
        school=wsz,
    )
    yield case(
        "training_exactly_fifty",
        "1.2",
        FULL,
        {
            "场地证明.docx": docx(
                proof(["指导站培训教室位于大学生创业园二层，属室内场地，能够容纳50人集中培训。"], yao, "2024年9月3日")
            )
        },
        "以上 includes 50",
        school=yao,
        facts={"training_seats": 50},
    )
    yield case(
        "training_hundred_form",
        "1.2",
        FULL,
        {
            "硬件设施/2培训场地.jpg": scan(
                [
                    title("室内培训场地登记表"),
                    table(
                        [
                            ["场地名称", "就业创业培训室", "场地类型", "室内"],
                            ["地　　点", "笃行楼 B 座 105", "建筑面积", "96 m²"],
                            ["容纳人数", "80 人", "桌椅数量", "80 套"],
                            ["使用方式", "活动需要时可使用", "管理部门", "招生就业处"],
                        ],
                        widths=(3, 5, 3, 4),
                    ),
                    signed(whv, "2024年10月22日"),
                ],
                fonts=MING,
            )
        },
        "form on a scan",
        facts={"training_seats": 80},
    )
    yield case(
        "training_photo_of_paper",
        "1.2",
        FULL,
        {
            "IMG_20240912_101455.jpg": photo(
                proof(
                    ["我校明理楼A阶梯教室用作指导站就业创业培训场地，座位数为150个，多媒体设备齐全。"],
                    hit,
                    "2024年9月12日",
                ),
                fonts=KAI,
            )
        },
        "photographed proof",
        school=hit,
        alt=[DOUBT],
        facts={"training_seats": 150},
    )
    yield case(
        "training_range_good",
        "1.2",
        FULL,
        {
            "培训场地说明.txt": txt(
                "培训场地说明\n我校就业创业培训教室在图文中心5楼，室内，可容纳60-80人，配备多媒体讲台。\n山东交通学院（威海）\n2024年4月25日\n",
                "gb18030",
            )
        },
        "the lower end is over 50",
        school=sjt,
    )
    yield case(
        "training_not_fewer",
        "1.2",
        FULL,
        {
            "说明.docx": docx(
                [
                    title("关于培训场地的说明"),
                    para(
                        "经研究，指定尚学楼111室为指导站室内培训场地，该场地容纳人数不少于50人，指导站举办培训、讲座、政策宣讲等活动时优先保障。"
                    ),
                    signed(whv, spaced("2024年3月29日")),
                ]
            )
        },
        "at least 50",
    )
    yield case(
        "training_web",
        "1.2",
        FULL,
        {
            "报告厅-就业信息网.html": web(
                "威海海洋职业学院就业信息网",
                "首页 &gt; 场地服务 &gt; 就业报告厅",
                "就业报告厅",
                "发布时间：2024-09-10　点击：96",
                [
                    para("就业报告厅满员座位204座，主要用于就业创业培训、企业宣讲、就业工作会议。"),
                    para("使用流程：填写申请表→部门审核→就业处审批→领取钥匙。"),
                    table(
                        [
                            ["项目", "内容"],
                            ["位置", "学苑楼一层西侧"],
                            ["座位", "204"],
                            ["设备", "投影、音响、无线话筒4支"],
                        ]
                    ),
                ],
            )
        },
        "page of the hall's site",
        school=sea,
        facts={"training_seats": 204},
    )
    yield case(
        "training_summary",
        "1.2",
        FULL,
        {
            "2024年工作总结.docx": docx(
                summary(wsz, "建有可容纳100人的就业创业培训教室1个，用于开展SYB创业培训和就业指导讲座。")
            )
        },
        "the report tells the capacity",
        school=wsz,
        facts={"training_seats": 100},
    )
    yield case(
        "training_application_other",
        "1.2",
        FULL,
        {
            "附件1.docx": docx(
                application(hws, "荣成市学府路2006号", "40 平方米", "1 个，共 130 平方米（可容纳90人）", "1000 平方米"),
                size=12,
            )
        },
        "annex 1 names the capacity in brackets",
        school=hws,
        facts={"training_seats": 90},
    )
    yield case(
        "training_csv",
        "1.2",
        FULL,
        {
            "教室资源.csv": csv(
                [
                    ["教室编号", "教室名称", "教学楼", "类别", "座位数", "管理单位"],
                    ["JS0411", "就业创业培训教室", "勤学楼", "多媒体", "64", "威海职业学院大学生就业创业服务指导站"],
                    ["JS0412", "普通教室", "勤学楼", "普通", "45", "教务处"],
                ]
            )
        },
        "the training room's row has 64 seats",
        facts={"training_seats": 64},
    )
    yield case(
        "training_mail",
        "1.2",
        FULL,
        {
            "关于培训场地.eml": mail(
                "培训场地情况报送",
                "山东药品食品职业学院 <jyc@example.cn>",
                datetime(2024, 6, 5, 15, 20, tzinfo=ZONE),
                "市人社局：\n现将我校培训场地情况报送如下：\n1.名称：就业创业实训报告厅；\n2.地点：药苑楼6层（室内）；\n3.容纳人数：260人。\n山东药品食品职业学院招生就业处\n2024年6月5日\n",
            )
        },
        "mail with fields",
        school=yao,
        facts={"training_seats": 260},
    )
    yield case(
        "training_slides",
        "1.2",
        FULL,
        {
            "指导站硬件设施介绍.pptx": pptx(
                [
                    ("大学生就业创业服务指导站硬件设施", ["威海职业学院", "2024年11月"]),
                    ("室内培训场地", ["地点：创新创业学院3层路演厅", "座位：98个", "设备：LED屏、音响、录播系统"]),
                    ("谢谢观看", []),
                ]
            )
        },
        "slides",
        facts={"training_seats": 98},
    )
    yield case(
        "training_rows_of_seats",
        "1.2",
        FULL,
        {
            "1.2/场地.pdf": pdf(
                [
                    title("培训场地座位布置说明"),
                    para(
                        "弘文楼一层培训厅座位布置为8排，每排10座，共80个座位，属于室内培训场地，供大学生就业创业服务指导站使用。"
                    ),
                    signed(bj, "2024年5月8日"),
                ],
                fonts=SANS,
            )
        },
        "8 rows of 10, stated sum 80",
        school=bj,
        facts={"training_seats": 80},
    )
    yield case(
        "training_about",
        "1.2",
        FULL,
        {
            "培训场地情况.docx": docx(
                [
                    title("培训场地情况"),
                    bold("一、场地位置"),
                    para("厚德楼五层东侧大教室。"),
                    bold("二、容纳人数"),
                    para("约70人。"),
                    bold("三、配套设施"),
                    para("桌椅、投影、黑板、空调。"),
                    signed("哈尔滨工业大学（威海）学生就业指导中心", "2024年12月6日"),
                ]
            )
        },
        "about 70",
        school=hit,
        facts={"training_seats": 70},
    )
    yield case(
        "training_computers",
        "1.2",
        FULL,
        {
            "机房培训场地.docx": docx(
                proof(
                    ["网络创业培训使用信息楼405机房作为室内培训场地，共有学员机位56个，可供56名学员同时参加培训。"],
                    sjt,
                    "2024年10月11日",
                )
            )
        },
        "a computer room for 56 trainees",
        school=sjt,
        facts={"training_seats": 56},
    )
    yield case(
        "training_many_rooms_listed",
        "1.2",
        FULL,
        {
            "基础/培训场地清单.docx": docx(
                [
                    title("指导站可使用的室内培训场地清单（2024年）"),
                    listed("图书馆报告厅（300人）"),
                    listed("大学生活动中心多功能厅（150人）"),
                    listed("实训楼小会议室（30人）"),
                    signed(sea, "2024年3月1日"),
                ]
            )
        },
        "capacities in brackets, numbers made by the word processor",
        school=sea,
    )
    yield case(
        "training_official",
        "1.2",
        FULL,
        {
            "会议纪要.pdf": pdf(
                [
                    red("威海职业学院"),
                    sub("〔2024〕第7期"),
                    title("就业工作专题会议纪要"),
                    para("2024年3月21日，分管院长主持召开就业工作专题会议。会议议定以下事项："),
                    para(
                        "一、将教学楼C203阶梯教室（座席数168）作为大学生就业创业服务指导站室内培训场地，由指导站统筹使用。"
                    ),
                    para("二、各系部要做好毕业生就业数据核查。"),
                    signed("威海职业学院党政办公室", "2024年3月22日"),
                ]
            )
        },
        "minutes assign the room",
        facts={"training_seats": 168},
    )
    yield case(
        "training_agreement",
        "1.2",
        FULL,
        {
            "场地使用协议.pdf": scan(
                [
                    title("培训场地使用协议"),
                    flat("甲方：山东大学（威海）后勤保障部"),
                    flat("乙方：山东大学（威海）大学生就业创业服务指导站"),
                    para("一、甲方同意将校内海韵楼一层会议厅提供乙方用于就业创业培训，场地为室内，设座位110席。"),
                    para("二、使用期限：2024年1月1日至2026年12月31日。"),
                    para("三、乙方使用前三日告知甲方，使用后恢复原状。"),
                    signed("山东大学（威海）后勤保障部", "2024年1月4日"),
                ],
                fonts=HEI,
            )
        },
        "agreement for the room",
        school=sdu,
        facts={"training_seats": 110},
    )
    yield case(
        "training_bound",
        "1.2",
        FULL,
        {
            "硬件设施材料.docx": docx(
                [
                    title("硬件设施证明材料"),
                    sub("山东药品食品职业学院"),
                    sub("2024年11月"),
                    page(),
                    head("一、固定办公场所"),
                    para("指导站办公室设在明德楼107室，室内面积30平方米，长期固定使用。"),
                    head("二、培训场地"),
                    para("明德楼阶梯教室，室内，座位数120。"),
                    head("三、办公设备"),
                    para("电脑3台、打印机1台、投影仪1台。"),
                ],
                face="宋体",
                size=14,
            )
        },
        "one paper for three cells",
        school=yao,
        more={"1.1": FULL, "1.4": FULL},
        facts={"training_seats": 120},
    )
    yield case(
        "training_capacity_last",
        "1.2",
        FULL,
        {
            "3.3/培训室.docx": docx(
                [
                    title("就业创业培训室简介"),
                    table(
                        [
                            ["名称", "威海职业学院就业创业培训室"],
                            ["启用时间", "2022年9月"],
                            ["功能", "创业培训、就业讲座、模拟面试"],
                            ["设施", "智慧黑板、空调、无线网络"],
                            ["规模", "长12米，宽9米，108平方米，最多容纳９０人"],
                        ],
                        widths=(3, 12),
                    ),
                    right("2024年9月"),
                ]
            )
        },
        "full-width digits; filed for another cell",
        facts={"training_seats": 90},
    )


def _disagreeing() -> Iterator[Case]:
    school = "威海职业学院"
    yield case(
        "training_proof_over_summary",
        "1.2",
        DOUBT,
        {
            "场地证明.docx": docx(proof(["指导站室内培训场地位于博文楼110室，可容纳80人。"], school, "2024年4月1日")),
            "总结.docx": docx(summary(school, "现有容纳45人的培训教室一间。")),
        },
        "the proof's 80 outranks the report's 45",
        facts={"training_seats": 80},
        want=[("1.2", "totals-disagree")],
    )
    yield case(
        "training_proof_under_summary",
        "1.2",
        OPEN,
        {
            "1.2/场地证明.pdf": scan(proof(["指导站室内培训场地为博文楼112室，可容纳40人。"], school, "2024年4月1日")),
            "年度总结.docx": docx(summary(school, "现有容纳60人的培训教室一间。")),
        },
        "the proof's 40 outranks the report's 60",
        facts={"training_seats": 40},
        want=[("1.2", "totals-disagree")],
    )
    yield case(
        "training_form_over_summary",
        "1.2",
        DOUBT,
        {
            "附件1.docx": docx(
                application(school, "威海市科技新城", "30 平方米", "1 个，共 88 平方米（可容纳55人）", "700 平方米"),
                size=12,
            ),
            "年度总结.pdf": pdf(summary(school, "指导站培训教室可容纳48人。")),
        },
        "annex 1's 55 outranks the report's 48",
        facts={"training_seats": 55},
        want=[("1.2", "totals-disagree")],
    )


def _short() -> Iterator[Case]:
    yield case(
        "training_forty",
        "1.2",
        NONE,
        {
            "培训场地证明.docx": docx(
                proof(["指导站培训教室位于综合楼303室，室内，可容纳40人。"], "山东外事职业大学", "2024年5月6日")
            )
        },
        "40",
        school="山东外事职业大学",
        facts={"training_seats": 40},
    )
    yield case(
        "training_fortyfive_words",
        "1.2",
        NONE,
        {
            "1.2/培训教室.pdf": scan(
                proof(["指导站就业培训教室设在综合楼一层，室内设座位四十五个。"], "威海海洋职业学院", "2024年4月3日")
            )
        },
        "45 in Chinese numerals",
        school="威海海洋职业学院",
        facts={"training_seats": 45},
    )
    yield case(
        "training_range_short",
        "1.2",
        NONE,
        {
            "培训室.docx": docx(
                [
                    title("小型培训室说明"),
                    para("指导站培训室一次可容纳30—45人参加培训，位于学生公寓服务中心二楼（室内）。"),
                    signed("威海职业学院", "2024年6月12日"),
                ]
            )
        },
        "the upper end is under 50",
    )
    yield case(
        "training_small_rooms",
        "1.2",
        NONE,
        {
            "培训场地.xlsx": xlsx(
                Sheet(
                    "培训场地", [["山东交通学院（威海）指导站培训场地（2024年）", "", "", ""], *SMALL], [(0, 0, 1, 4)]
                )
            )
        },
        "two small rooms, 36 together",
        school="山东交通学院（威海）",
    )
    yield case(
        "training_area_only",
        "1.2",
        OPEN,
        {
            "1.2/培训场地证明.docx": docx(
                proof(
                    ["指导站室内培训场地位于教学主楼一层，面积130平方米，配有多媒体设备。"],
                    "哈尔滨工业大学（威海）",
                    "2024年9月5日",
                )
            )
        },
        "an area tells no seats",
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "training_hall_photos",
        "1.2",
        OPEN,
        {"1.2培训场地/报告厅.jpg": room("hall"), "1.2培训场地/报告厅2.jpg": room("hall", wall="#d5d9e2")},
        "photos only",
    )
    yield case(
        "training_banner_photo",
        "1.2",
        OPEN,
        {"1.2/培训室.jpg": room("hall", banner("威海职业学院就业创业培训教室"))},
        "a photo whose banner tells no seats",
    )
    yield case(
        "training_other_school",
        "1.2",
        NONE,
        {
            "1.2/证明.docx": docx(
                proof(
                    ["北京交通大学（威海）就业创业培训中心为室内场地，可容纳200人。"],
                    "北京交通大学（威海）",
                    "2024年3月12日",
                )
            )
        },
        "another school's hall",
        school="山东大学（威海）",
        want=[("1.2", "school-mismatch")],
    )
    yield case(
        "training_white_text",
        "1.2",
        OPEN,
        {
            "培训场地.docx": docx(
                [
                    title("培训场地证明"),
                    para("指导站室内培训场地设在综合楼大教室，活动需要时可使用。"),
                    hidden("该教室可容纳100人。"),
                    signed("威海职业学院", "2024年4月18日"),
                ]
            )
        },
        "the capacity stands in white letters only",
    )


def _neighbours() -> Iterator[Case]:
    yield case(
        "training_attendance",
        "1.2",
        OPEN,
        {
            "1.2/培训通知.docx": docx(
                [
                    title("关于举办SYB创业培训班的通知"),
                    flat("各系部："),
                    para(
                        "定于2024年5月13日至17日举办SYB创业培训班，计划培训学员60人，地点为综合楼培训教室，请按名额组织学生报名。"
                    ),
                    signed("威海职业学院招生就业处", "2024年5月6日"),
                ]
            )
        },
        "60 trainees expected are no seats of the room",
        alt=[NONE],
    )
    yield case(
        "training_outdoor",
        "1.2",
        NONE,
        {
            "1.2/场地说明.docx": docx(
                [
                    title("室外活动场地说明"),
                    para("我校田径场露天看台为室外场地，可容纳3000人，用于运动会、开学典礼等大型户外活动。"),
                    signed("威海职业学院体育部", "2024年4月22日"),
                ]
            )
        },
        "outdoors",
        alt=[OPEN],
    )
    yield case(
        "training_canteen",
        "1.2",
        NONE,
        {
            "1.2/食堂.xlsx": xlsx(
                Sheet(
                    "食堂",
                    [
                        ["威海海洋职业学院学生食堂就餐区统计表（2024年）", "", ""],
                        ["食堂", "楼层", "就餐座位数"],
                        ["第一食堂", "1层", 860],
                        ["第一食堂", "2层", 640],
                    ],
                    [(0, 0, 1, 3)],
                )
            )
        },
        "seats of a canteen",
        school="威海海洋职业学院",
        alt=[OPEN],
    )
    yield case(
        "training_online",
        "1.2",
        NONE,
        {
            "1.2/线上培训.txt": txt(
                "线上培训情况说明\n2024年10月，指导站依托腾讯会议开展网络创业培训，线上会议室最多可容纳300人同时在线。\n威海职业学院招生就业处\n2024年10月30日\n"
            )
        },
        "a video conference is no room",
        alt=[OPEN],
    )
    yield case(
        "training_blank",
        "1.2",
        NONE,
        {
            "1.2/培训场地登记表（空表）.docx": docx(
                [
                    title("培训场地登记表"),
                    table(
                        [
                            ["场地名称", "", "地点", ""],
                            ["面积", "　　平方米", "容纳人数", "　　人"],
                            ["负责人", "", "联系电话", ""],
                        ],
                        widths=(3, 4, 3, 4),
                    ),
                    right("　　年　　月　　日"),
                ]
            )
        },
        "a blank form",
    )
    yield case(
        "training_policy_cell",
        "1.2",
        NONE,
        {
            "1.2/评分标准.docx": docx(
                [
                    flat("附件2"),
                    title("威海市大学生就业服务指导站绩效评价表（ ___年度）"),
                    flat("学校名称："),
                    table(
                        [
                            ["序号", "评估指标", "指标内容", "评分标准", "评估要求及提报材料", "指标得分"],
                            [
                                "1",
                                "硬件设施",
                                "20平方以上室内固定办公场所",
                                "符合条件（10分）",
                                "办公场所需长期且固定",
                                "",
                            ],
                            ["", "", "容纳50人以上的室内培训场地", "符合条件（10分）", "活动需要时可使用", ""],
                        ]
                    ),
                ],
                size=11,
            )
        },
        "the form's own wording",
        more={"1.1": NONE},
    )


def cases() -> Iterator[Case]:
    yield from _fulfilled()
    yield from _disagreeing()
    yield from _short()
    yield from _neighbours()
