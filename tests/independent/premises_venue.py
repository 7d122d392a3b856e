# ruff: noqa: E501
"""Cell 1.3: papers and photos on a place for job fairs, made from the scoring rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone

from tests.independent.case import Case
from tests.independent.premises_kit import (
    DOUBT,
    FULL,
    KAI,
    MING,
    NONE,
    OPEN,
    SANS,
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
    pdf_of,
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


def proof(body: Sequence[str], issuer: str, date: str, name: str = "招聘会活动场地证明") -> list[Block]:
    return [title(name), *(para(text) for text in body), para("特此证明。"), signed(issuer, date)]


BORROW = [
    ["申请单位", "招生就业处（大学生就业创业服务指导站）", "申请日期", "2024年3月18日"],
    ["活动名称", "2024届毕业生春季校园招聘会", "参加人数", "约1500人"],
    ["借用场地", "体育馆主馆及南侧门厅", "使用时间", "2024年3月29日 8:00—14:00"],
    ["场地负责人意见", "同意使用，请注意消防安全。　宋维平", "", ""],
    ["后勤保障处意见", "同意。　2024年3月20日", "", ""],
]

VENUES: Rows = [
    ["山东交通学院（威海）就业活动场地一览表（2024年）"] + [""] * 5,
    ["序号", "场地", "面积/㎡", "可设展位", "适用活动", "管理部门"],
    [1, "风雨操场", 2600, 180, "春季、秋季大型双选会", "体育教学部"],
    [2, "学生活动中心一层大厅", 600, 40, "专场招聘会", "团委"],
    [3, "学术报告厅", 380, "—", "企业宣讲", "教务处"],
]

STALLS = f"""<meta charset=utf-8><style>body{{margin:50px;font:14px {SANS}}}h2{{text-align:center}}.g{{display:grid;grid-template-columns:repeat(8,1fr);gap:6px;margin:20px 0}}
.g div{{border:1px solid #333;text-align:center;padding:12px 0}}.s{{border:2px solid #a00;text-align:center;padding:14px;margin:10px 0}}</style>
<h2>山东大学（威海）2024届毕业生秋季双选会展位分布图</h2><p style="text-align:center">地点：文体中心一层大厅　时间：2024年11月16日</p><div class=s>主席台</div>
<div class=g>{"".join(f"<div>{row}{at:02d}</div>" for row in "ABCD" for at in range(1, 9))}</div><div class=s>入口（安检）</div><p>说明：每展位配一桌两椅、KT板一块；通道宽度不小于2米。</p>"""


def _documents() -> Iterator[Case]:
    whv, sea, wsz, yao = "威海职业学院", "威海海洋职业学院", "山东外事职业大学", "山东药品食品职业学院"
    hit, hws, sdu, bj, sjt = (
        "哈尔滨工业大学（威海）",
        "哈尔滨理工大学荣成校区",
        "山东大学（威海）",
        "北京交通大学（威海）",
        "山东交通学院（威海）",
    )
    yield case(
        "venue_proof",
        "1.3",
        FULL,
        {
            "1.3招聘会场地/场地证明.docx": docx(
                proof(
                    [
                        "我校体育馆建筑面积4200平方米，一层场地宽敞，水电齐备，可设置招聘展位200个，作为指导站举办校园招聘会的活动场地。"
                    ],
                    whv,
                    "2024年3月7日",
                )
            )
        },
        "names the gym for fairs",
    )
    yield case(
        "venue_proof_scan",
        "1.3",
        FULL,
        {
            "证明3.pdf": scan(
                proof(
                    ["兹证明我校大学生活动中心前广场（约3000平方米）及一层大厅，为学校举办各类校园招聘会的固定场地。"],
                    sea,
                    "2024年4月12日",
                    "证　明",
                )
            )
        },
        "square and hall, sealed",
        school=sea,
    )
    yield case(
        "venue_borrowing_form",
        "1.3",
        FULL,
        {
            "场地借用审批表.docx": docx(
                [
                    title("校内场地借用审批表"),
                    table(BORROW, [(3, 1, 1, 3), (4, 1, 1, 3)], (3, 6, 2.6, 4)),
                    sub("威海职业学院后勤保障处制"),
                ],
                face="宋体",
                size=12,
            )
        },
        "the gym is lent for the spring fair",
    )
    yield case(
        "venue_table",
        "1.3",
        FULL,
        {"就业活动场地一览表.xlsx": xlsx(Sheet("场地", VENUES, [(0, 0, 1, 6)], (6, 24, 10, 10, 26, 16)))},
        "table of places for fairs",
        school=sjt,
    )
    yield case(
        "venue_stalls", "1.3", FULL, {"展位图.pdf": pdf_of(STALLS)}, "plan of stalls of the school's fair", school=sdu
    )
    yield case(
        "venue_application",
        "1.3",
        FULL,
        {
            "附件1 申请表.docx": docx(
                application(
                    yao,
                    "威海市高区和兴路",
                    "32 平方米",
                    "1 个，共 150 平方米",
                    "1200 平方米",
                    other="大学生创业孵化基地（800平方米，可举办专场招聘会）",
                ),
                size=12,
            )
        },
        "annex 1 states the place for fairs",
        school=yao,
    )
    yield case(
        "venue_application_area",
        "1.3",
        FULL,
        {
            "建站申请表.pdf": pdf(
                application(bj, "威海南海新区现代路69号", "28 平方米", "1 个，共 110 平方米", "2000 平方米（体育馆）"),
                size=17,
            )
        },
        "annex 1: 2000 m2, the gym",
        school=bj,
    )
    yield case(
        "venue_web_hall",
        "1.3",
        FULL,
        {
            "场馆介绍.html": web(
                "山东外事职业大学就业信息网",
                "首页 &gt; 场地预约 &gt; 招聘大厅",
                "校园招聘大厅介绍",
                "发布时间：2024-02-28",
                [
                    para(
                        "校园招聘大厅位于学生中心一层，面积1100平方米，常设标准展位80个，配有自助查询机和面试间6间，供用人单位来校举办招聘会使用。"
                    ),
                    para("预约电话：0631-5550177"),
                ],
            )
        },
        "the site's page on the hall",
        school=wsz,
    )
    yield case(
        "venue_rule",
        "1.3",
        FULL,
        {
            "1.3/就业场地管理规定.docx": docx(
                [
                    title("哈尔滨理工大学荣成校区就业场地管理规定"),
                    para("第一条 本规定所称就业场地，是指校内招聘大厅（3号楼一层）、宣讲室、面试室。"),
                    para("第二条 招聘大厅主要用于举办春、秋季校园招聘会及专场招聘会。"),
                    para("第三条 用人单位使用场地不收取任何费用。"),
                    right("2024年3月1日"),
                ]
            )
        },
        "rule for the hall used for fairs",
        school=hws,
    )
    yield case(
        "venue_notice",
        "1.3",
        FULL,
        {
            "通知.docx": docx(
                [
                    red("哈尔滨工业大学（威海）"),
                    title("关于举办2024届毕业生春季大型双选会的通知"),
                    flat("各学院："),
                    para(
                        "为促进毕业生充分就业，学校定于2024年4月13日（周六）9:00—12:00在体育馆举办2024届毕业生春季大型双选会，届时将有150余家用人单位参会，请组织学生参加。"
                    ),
                    signed("哈尔滨工业大学（威海）学生就业指导中心", "2024年4月3日"),
                ]
            )
        },
        "the notice of the school's fair names the gym",
        school=hit,
    )
    yield case(
        "venue_txt",
        "1.3",
        FULL,
        {
            "1.3 活动场地.txt": txt(
                "招聘会活动场地情况\n室内：体育中心篮球馆，可容纳用人单位120家；\n室外：励志广场，可容纳用人单位200家。\n上述场地可随时用于举办招聘会。\n\n山东大学（威海）\n2024年9月10日\n",
                "gb18030",
            )
        },
        "typed list of two places",
        school=sdu,
    )
    yield case(
        "venue_csv",
        "1.3",
        FULL,
        {
            "活动场地.csv": csv(
                [
                    ["学校", "场地名称", "类型", "面积（平方米）", "用途"],
                    ["威海海洋职业学院", "海院体育馆", "室内", "2300", "校园招聘会、双选会"],
                    ["威海海洋职业学院", "中心广场", "室外", "5000", "校园招聘会"],
                ]
            )
        },
        "csv with the use 招聘会",
        school=sea,
    )
    yield case(
        "venue_slides",
        "1.3",
        FULL,
        {
            "场地介绍.pptx": pptx(
                [
                    ("指导站场地建设", ["北京交通大学（威海）", "2024年10月"]),
                    (
                        "招聘会活动场地",
                        ["地点：体育馆二层主馆", "规模：可布置标准展位110个", "用途：春、秋两季校园招聘会"],
                    ),
                ]
            )
        },
        "slides",
        school=bj,
    )
    yield case(
        "venue_mail",
        "1.3",
        FULL,
        {
            "场地.eml": mail(
                "招聘会场地确认",
                "威海职业学院招生就业处 <zjc@example.cn>",
                datetime(2024, 9, 20, 9, 0, tzinfo=ZONE),
                "各参会单位：\n威海职业学院2025届毕业生秋季校园招聘会将在我校1号体育馆举行，场地可提供展位130个，请于10月18日8时前到场布置。\n威海职业学院招生就业处\n2024年9月20日\n",
            )
        },
        "mail naming the gym for the fair",
    )
    yield case(
        "venue_summary",
        "1.3",
        FULL,
        {
            "总结.docx": docx(
                [
                    title("山东药品食品职业学院指导站2024年度工作总结"),
                    head("一、场地建设"),
                    para("学校将药香广场和风雨操场作为校园招聘会专用场地，全年保障各类招聘会12场。"),
                    head("二、信息采集"),
                    para("完成毕业生生源核对。"),
                    right("2024年11月20日"),
                ]
            )
        },
        "the report names the places",
        school=yao,
    )
    yield case(
        "venue_photo_of_paper",
        "1.3",
        FULL,
        {
            "mmexport1717400000000.jpg": photo(
                proof(
                    [
                        "山东外事职业大学国际交流中心一层展厅（1800平方米）为我校举办校园招聘会的场地，具备同时接待100家企业的条件。"
                    ],
                    wsz,
                    "2024年6月3日",
                ),
                fonts=KAI,
            )
        },
        "photographed proof",
        school=wsz,
        alt=[DOUBT],
    )
    yield case(
        "venue_hire",
        "1.3",
        FULL,
        {
            "场地协议.pdf": scan(
                [
                    title("活动场地使用协议"),
                    flat("甲方：山东交通学院（威海）体育教学部"),
                    flat("乙方：山东交通学院（威海）大学生就业创业服务指导站"),
                    para(
                        "经双方协商，甲方同意乙方在举办校园招聘会、双选会时使用综合体育馆（含看台），使用期限2024年1月1日至2025年12月31日。"
                    ),
                    signed("山东交通学院（威海）体育教学部", "2024年1月3日"),
                ],
                fonts=MING,
            )
        },
        "agreement for fairs",
        school=sjt,
    )
    yield case(
        "venue_fire_review",
        "1.3",
        FULL,
        {
            "3.1/安全预案.docx": docx(
                [
                    title("2024年秋季校园招聘会安全工作预案"),
                    para("一、活动时间：2024年11月2日上午。"),
                    para("二、活动地点：威海职业学院体育馆一层，设东、西两个出入口。"),
                    para("三、人员疏散：现场同时在场人数不得超过2000人，保卫处安排安保人员12名。"),
                    signed("威海职业学院保卫处", spaced("2024年10月25日")),
                ]
            )
        },
        "a safety plan that names the gym; filed for another cell",
    )


def _photos() -> Iterator[Case]:
    yield case(
        "venue_fair_photo",
        "1.3",
        FULL,
        {"1.3/招聘会现场.jpg": room("gym", banner("威海职业学院2024年春季校园招聘会"))},
        "banner of the school's fair",
        alt=[DOUBT],
    )
    yield case(
        "venue_fair_photo_two",
        "1.3",
        FULL,
        {
            "场地照片/1.jpg": room("gym", banner("山东大学（威海）2024年秋季双选会", 5)),
            "场地照片/2.jpg": room("gym", wall="#dfe4e8"),
        },
        "one of two photos bears the fair's banner",
        school="山东大学（威海）",
        alt=[DOUBT],
    )
    yield case(
        "venue_hall_sign",
        "1.3",
        FULL,
        {"招聘大厅.jpg": room("gym", banner("哈尔滨工业大学（威海）2024年春季双选会", 6, 9), wall="#e6e0cc")},
        "banner in the hall",
        school="哈尔滨工业大学（威海）",
        alt=[DOUBT],
    )
    yield case(
        "venue_photo_plain", "1.3", OPEN, {"1.3有可举办招聘会的活动场地/体育馆.jpg": room("gym")}, "a gym without words"
    )
    yield case(
        "venue_photo_hall",
        "1.3",
        OPEN,
        {"1.3/报告厅1.jpg": room("hall"), "1.3/报告厅2.jpg": room("hall", wall="#d9dfd6")},
        "halls without words",
    )
    yield case(
        "venue_photo_sports",
        "1.3",
        OPEN,
        {"1.3/体育馆内景.jpg": room("gym", banner("威海海洋职业学院第十届师生运动会"))},
        "sports day in the gym",
        school="威海海洋职业学院",
        alt=[NONE],
    )
    yield case(
        "venue_photo_elsewhere",
        "1.3",
        NONE,
        {"1.3/现场.jpg": room("gym", banner("烟台市人才市场2024年春季大型人才交流会"))},
        "another body's fair elsewhere is none",
        alt=[OPEN],
    )


def _short() -> Iterator[Case]:
    yield case(
        "venue_other_school",
        "1.3",
        NONE,
        {
            "1.3/场地证明.docx": docx(
                proof(
                    ["哈尔滨工业大学（威海）体育馆可用于举办校园招聘会，面积5000平方米。"],
                    "哈尔滨工业大学（威海）",
                    "2024年4月1日",
                )
            )
        },
        "another school's gym",
        school="威海海洋职业学院",
        want=[("1.3", "school-mismatch")],
    )
    yield case(
        "venue_to_be_built",
        "1.3",
        NONE,
        {
            "1.3/建设规划.docx": docx(
                [
                    title("关于拟建校园招聘大厅的请示"),
                    flat("院领导："),
                    para(
                        "为满足招聘会举办需要，拟于2026年在二期工程中新建招聘大厅一处，建筑面积约1500平方米，目前尚在规划阶段，恳请批准立项。"
                    ),
                    signed("威海职业学院基建处", "2024年9月12日"),
                ]
            )
        },
        "only planned",
        alt=[OPEN],
    )
    yield case(
        "venue_borrow_sports",
        "1.3",
        NONE,
        {
            "1.3/借用表.docx": docx(
                [
                    title("校内场地借用审批表"),
                    table(
                        [
                            ["申请单位", "体育部", "活动名称", "新生篮球联赛"],
                            ["借用场地", "体育馆", "使用时间", "2024年10月9日至18日"],
                            ["审批意见", "同意", "", ""],
                        ],
                        [(2, 1, 1, 3)],
                        (3, 5, 3, 4),
                    ),
                    sub("威海职业学院后勤保障处"),
                ],
                size=12,
            )
        },
        "the gym lent for basketball",
        alt=[OPEN],
    )
    yield case(
        "venue_blank_form",
        "1.3",
        NONE,
        {
            "1.3/招聘会场地申请表.docx": docx(
                [
                    title("招聘会场地申请表"),
                    table([["用人单位", ""], ["场地名称", ""], ["使用时间", ""], ["审批意见", ""]], widths=(4, 11)),
                    right("　　年　　月　　日"),
                ]
            )
        },
        "a blank form",
        alt=[OPEN],
    )
    yield case(
        "venue_online",
        "1.3",
        NONE,
        {
            "1.3/线上招聘会.txt": txt(
                "关于举办网络招聘会的通知\n学校将于2024年5月8日至15日举办线上招聘会，毕业生登录就业系统投递简历，本次活动全程在线进行，不设线下会场。\n威海职业学院招生就业处\n2024年4月30日\n"
            )
        },
        "an online fair has no place",
        alt=[OPEN],
    )
    yield case(
        "venue_sports_timetable",
        "1.3",
        NONE,
        {
            "1.3/体育馆课表.xlsx": xlsx(
                Sheet(
                    "课表",
                    [
                        ["山东外事职业大学体育馆2024年秋季学期课程安排", "", "", ""],
                        ["节次", "周一", "周二", "周三"],
                        ["1-2节", "羽毛球", "篮球", "健美操"],
                        ["3-4节", "排球", "羽毛球", "乒乓球"],
                    ],
                    [(0, 0, 1, 4)],
                )
            )
        },
        "a gym's timetable",
        school="山东外事职业大学",
        alt=[OPEN],
    )
    yield case(
        "venue_policy",
        "1.3",
        NONE,
        {
            "1.3/意见节选.docx": docx(
                [
                    title("关于在驻威高校建立大学生就业创业服务指导站的意见"),
                    sub("威海市人力资源和社会保障局　威海市财政局"),
                    para("三、建站标准"),
                    para(
                        "（一）场地和设备。各高校指导站从实际出发，在校区内设置必要的工作、培训、招聘和就业创业服务等场地（其中固定场所应不小于20平方米），配备必要的计算机、网络等设备。"
                    ),
                    para("（二）人员配备。指导站工作人员原则上不得少于3人，并明确1名专职联络员。"),
                ]
            )
        },
        "the policy's text is never evidence",
    )
    yield case(
        "venue_enrolment",
        "1.3",
        NONE,
        {
            "1.3/招生咨询会.docx": docx(
                [
                    title("2024年普通高考招生现场咨询会安排"),
                    para("时间：2024年6月26日；地点：学校中心广场；内容：接受考生及家长关于招生专业、录取规则的咨询。"),
                    signed("威海海洋职业学院招生办公室", "2024年6月18日"),
                ]
            )
        },
        "a day for applicants is no job fair",
        school="威海海洋职业学院",
        alt=[OPEN],
    )


def cases() -> Iterator[Case]:
    yield from _documents()
    yield from _photos()
    yield from _short()
