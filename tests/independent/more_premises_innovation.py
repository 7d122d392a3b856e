# ruff: noqa: E501, RUF100
"""Cell 5.1: further papers on innovative work, made from the scoring rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from tests.independent.case import Case, Points
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
    checked,
    volume,
)
from tests.independent.premises_kit import (
    KAI,
    MING,
    NONE,
    SANS,
    Block,
    Rows,
    Sheet,
    Write,
    bold,
    case,
    docx,
    flat,
    head,
    mail,
    para,
    pdf,
    pdf_of,
    red,
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
from tests.independent.premises_slides import pptx

TWO: Points = (0, 100, 100)
ONE: Points = (0, 0, 50)
MAYBE: Points = (0, 0, 100)

WORKS: Mapping[str, tuple[str, str]] = {
    "harbour": (
        "“港城归巢”寒假返乡对接计划",
        "2024年寒假组织威海籍学生走进家乡企业开展岗位体验，对接企业52家，参与学生307人，签订预就业意向61份。",
    ),
    "twin": (
        "辅导员与企业人事“双岗互派”",
        "选派8名辅导员到威海企业人力资源部挂职，聘请8名企业人事经理来校担任就业班主任，互派期半年。",
    ),
    "radar": (
        "毕业生去向“红黄蓝”预警",
        "依据求职进度将未落实毕业生分为三类，每周更新，分类推送留威岗位，预警名单由首周的680人降至58人。",
    ),
    "bank": (
        "技能“学分银行”兑换实习机会",
        "学生取得的技能证书可折算积分，优先兑换威海重点企业实习名额，全年兑换112人次。",
    ),
    "lesson": (
        "把就业指导课搬进车间",
        "与威海高新区企业合建现场教学点5处，就业指导课四分之一学时在车间完成，覆盖23个班级。",
    ),
    "family": (
        "“留威第一课”家长云见面",
        "面向外地生源毕业生家长举办线上见面会4场，介绍威海人才政策与城市环境，1900余名家长参加。",
    ),
    "fund": (
        "设立校友“留威启航”小额扶持金",
        "由校友捐资20万元，对在威海创办企业的应届毕业生给予最高8000元的无偿扶持，首批资助9个团队。",
    ),
    "route": (
        "编制《威海就业生活地图》",
        "将企业、人才公寓、公交线路、政策窗口汇集成册并做成小程序，发放纸质版3000册，线上访问1.1万次。",
    ),
}
Files = Mapping[str, Write]


def several(name: str, count: int, files: Files, note: str, school: str = WHV, alt: Sequence[Points] = ()) -> Case:
    return case(
        name,
        "5.1",
        TWO,
        files,
        note,
        school=school,
        facts={"innovations": count},
        want=[("5.1", "judgement-required")],
        alt=alt,
    )


def single(name: str, files: Files, note: str, school: str = WHV) -> Case:
    return case(
        name,
        "5.1",
        ONE,
        files,
        note,
        school=school,
        facts={"innovations": 1},
        want=[("5.1", "rule-ambiguous")],
    )


def line(key: str) -> str:
    return "。".join(WORKS[key])


def annual(school: str, last: Sequence[Block]) -> list[Block]:
    """A yearly self-assessment whose fifth chapter is `last`."""
    return [
        title(f"{school}指导站2024年度自评报告"),
        para("现将2024年度指导站工作自评情况报告如下。"),
        head("一、基础管理工作"),
        head("（一）场地人员", 2),
        para("场地、人员稳定，满足工作需要。"),
        head("（二）制度建设", 2),
        para("修订指导站工作制度。"),
        head("二、信息采集"),
        para("按期完成生源、学历等信息报送。"),
        head("三、政策宣传"),
        para("通过多种渠道宣传我市人才政策。"),
        head("四、就业创业活动"),
        head("（一）招聘活动", 2),
        para("举办校园招聘会，组织参加公共服务机构招聘会。"),
        head("（二）指导服务", 2),
        para("开展就业指导咨询。"),
        head("五、创新举措"),
        *last,
        head("六、存在不足"),
        para("岗位与专业匹配度有待提升。"),
        signed(school, "2024年11月26日"),
    ]


def form(key: str, school: str) -> list[Block]:
    """The application form of a typical case: many fields, one work."""
    name, text = WORKS[key]
    return [
        title("就业创业工作创新案例申报书"),
        table(
            [
                ["案例名称", name, "", ""],
                ["申报单位", school, "实施时间", "2024年3月至今"],
                ["一、实施背景", "毕业生求职意愿与本地岗位之间信息不畅。", "", ""],
                ["二、主要做法", text, "", ""],
                ["三、工作成效", "毕业生留威意愿明显增强。", "", ""],
                ["四、推广价值", "投入小、易复制。", "", ""],
                ["单位意见", "同意申报。　2024年10月15日", "", ""],
            ],
            [(at, 1, 1, 3) for at in (0, 2, 3, 4, 5, 6)],
            (3, 6, 3, 4),
        ),
    ]


def by_years(this_year: Sequence[str]) -> Rows:
    old: list[list[object]] = [
        [1, "2022年", "就业网站改版上线", "访问更快捷", "于海宁"],
        [2, "2023年", "开设周末咨询窗口", "累计接待140人", "于海宁"],
    ]
    new: list[list[object]] = [[at, "2024年", *WORKS[key], "毕晓薇"] for at, key in enumerate(this_year, 3)]
    return [
        ["近三年指导站创新举措一览表"] + [""] * 4,
        ["序号", "年度", "创新举措名称", "内容与成效", "负责人"],
        *old,
        *new,
        [f"填报单位：{SJT}　　填报日期：2024年11月19日"] + [""] * 4,
    ]


STUDENT_PROJECTS: Rows = [
    ["2024年大学生创新创业训练计划立项名单"] + [""] * 4,
    ["项目编号", "项目名称", "负责人", "指导教师", "类别"],
    ["S2024001", "基于机器视觉的海带分拣装置", "鞠子涵", "邵明", "创新训练"],
    ["S2024002", "海草房文创产品设计", "丛雨桐", "吕芳", "创业训练"],
    ["山东交通学院（威海）教务处"] + [""] * 4,
]

PAPER = f"""<meta charset=utf-8><style>@page{{margin:0}}body{{margin:0;padding:40px 60px;font:16px/1.8 {SANS}}}h1{{color:#a01818;border-bottom:2px solid #a01818}}
.b{{border-left:6px solid #a01818;padding:2px 12px;margin:22px 0;background:#faf3f0}}.b b{{font-size:19px;display:block}}.f{{color:#777;font-size:12px}}</style>
<h1>{HWS}创新工作简报</h1><p>2024年第4期（总第11期）　指导站编印　2024年10月31日</p>
<div class=b><b>创新点① {WORKS["twin"][0]}</b>{WORKS["twin"][1]}</div>
<div class=b><b>创新点② {WORKS["family"][0]}</b>{WORKS["family"][1]}</div>
<div class=b><b>创新点③ {WORKS["route"][0]}</b>{WORKS["route"][1]}</div>
<p class=f>报：市人社局　送：各学院</p>"""


def _several() -> Iterator[Case]:
    yield several(
        "more-innovation-report-chapter",
        2,
        {
            "年度自评报告.docx": docx(
                annual(
                    SEA,
                    [
                        head("（一）" + WORKS["harbour"][0], 2),
                        para(WORKS["harbour"][1]),
                        head("（二）" + WORKS["radar"][0], 2),
                        para(WORKS["radar"][1]),
                    ],
                )
            )
        },
        "the fifth of six chapters has two items",
        SEA,
    )
    yield several(
        "more-innovation-point-cell",
        3,
        {
            "自查对照表.docx": docx(
                [
                    title("指标完成情况自查对照表"),
                    sub("哈尔滨工业大学（威海）　2024年11月21日"),
                    checked(
                        [
                            ["4.7", "就业指导咨询", "每周三下午开放咨询室。", "附件4-7"],
                            [
                                "5.1",
                                "创新性工作",
                                "\n".join(
                                    f"{mark}{line(key)}"
                                    for mark, key in zip("①②③", ("lesson", "fund", "family"), strict=True)
                                ),
                                "附件5-1",
                            ],
                        ]
                    ),
                ],
                face="宋体",
                size=12,
            )
        },
        "three items within one cell",
        HIT,
    )
    yield several(
        "more-innovation-speech",
        3,
        {
            "交流发言.docx": docx(
                [
                    title("打好“创新牌”　共绘“留威”图"),
                    sub("——山东外事职业大学在全市指导站工作交流会上的发言"),
                    sub("（2024年10月18日）"),
                    flat("各位领导、同仁："),
                    para("今年以来，我校指导站坚持守正创新，主要推出三项创新举措。"),
                    para("一是" + line("family")),
                    para("二是" + line("bank")),
                    para("三是" + line("harbour")),
                    para("以上是我校的一些粗浅做法，不当之处请批评指正。"),
                ],
                size=15,
            )
        },
        "一是，二是，三是 in a speech",
        WSZ,
    )
    yield several(
        "more-innovation-volume",
        4,
        {
            "创新案例汇编.pdf": pdf(
                volume(
                    YAO,
                    "就业创业工作创新案例汇编",
                    [
                        (f"案例{number} {WORKS[key][0]}", [para(WORKS[key][1]), para("该做法自2024年起实施。")])
                        for number, key in zip("一二三四", ("twin", "radar", "lesson", "route"), strict=True)
                    ],
                    "2024年11月",
                ),
                fonts=MING,
            )
        },
        "four cases, named a second time in the contents",
        YAO,
    )
    yield several(
        "more-innovation-by-years",
        2,
        {
            "一览表.xlsx": xlsx(
                Sheet("创新举措", by_years(["bank", "lesson"]), [(0, 0, 1, 5), (6, 0, 1, 5)], (6, 10, 30, 60, 10))
            )
        },
        "two of four rows are this year's",
        SJT,
    )
    yield several(
        "more-innovation-bulletin", 3, {"简报第4期.pdf": pdf_of(PAPER)}, "a bulletin with three boxed items", HWS
    )
    yield several(
        "more-innovation-points-numbered",
        2,
        {
            "5.1创新性工作.docx": docx(
                [
                    title("5 创新举措"),
                    sub("北京交通大学（威海）　2024年"),
                    head("5.1 创新性工作开展情况"),
                    head("5.1.1 " + WORKS["route"][0], 2),
                    para(WORKS["route"][1]),
                    head("5.1.2 " + WORKS["fund"][0], 2),
                    para(WORKS["fund"][1]),
                    right("2024年11月"),
                ]
            )
        },
        "5.1.1 and 5.1.2 below the cell's own number",
        BJ,
    )
    yield several(
        "more-innovation-tables-each",
        2,
        {
            "创新工作登记.docx": docx(
                [
                    title("创新性工作登记表（威海职业学院，2024年度）"),
                    *(
                        table(
                            [["创新工作名称", WORKS[key][0]], ["开展时间", when], ["内容及成效", WORKS[key][1]]],
                            widths=(4, 11),
                        )
                        for key, when in (("radar", "2024年4月起"), ("twin", "2024年9月起"))
                    ),
                ],
                face="宋体",
                size=12,
            )
        },
        "a small table for each item",
    )
    yield several(
        "more-innovation-attachments",
        2,
        {
            "创新举措材料.eml": mail(
                "报送2024年创新举措情况说明（2份）",
                "山东大学（威海）就业指导中心 <sdu@example.cn>",
                datetime(2024, 11, 25, 10, 40, tzinfo=ZONE),
                "市人社局：\n现报送我校2024年创新举措情况说明两份，请查收。\n山东大学（威海）就业指导中心\n",
                {
                    f"创新举措{at}.docx": [
                        title(WORKS[key][0] + "情况说明"),
                        para(WORKS[key][1]),
                        signed(SDU, "2024年11月22日"),
                    ]
                    for at, key in enumerate(("fund", "harbour"), 1)
                },
            )
        },
        "each attachment is an item",
        SDU,
    )
    yield several(
        "more-innovation-news-each",
        2,
        {
            f"5.1创新举措/{at}.html": web(
                "威海海洋职业学院就业信息网",
                "首页 &gt; 创新工作",
                f"【创新举措】{WORKS[key][0]}",
                f"发布时间：{when}　作者：林晓东",
                [para("为促进毕业生留威就业，我校指导站探索推出新举措。" + WORKS[key][1])],
            )
            for at, (key, when) in enumerate((("bank", "2024-06-05"), ("lesson", "2024-10-23")), 1)
        },
        "a saved page for each item",
        SEA,
    )
    yield several(
        "more-innovation-letterhead-scan",
        2,
        {
            "红头报告.pdf": scan(
                [
                    red("山东药品食品职业学院文件"),
                    title("关于报送2024年指导站创新举措情况的报告"),
                    flat("威海市人力资源和社会保障局："),
                    para("现将我校指导站2024年创新举措情况报告如下。"),
                    para("１．" + line("route")),
                    para("２．" + line("twin")),
                    signed(YAO, "2024年11月20日"),
                ],
                size=20,
            )
        },
        "full-width numbers on a sealed scan",
        YAO,
    )
    yield several(
        "more-innovation-typed",
        2,
        {
            "创新.txt": txt(
                "山东交通学院（威海）2024年创新举措情况说明\n\n"
                f"【举措1】{WORKS['family'][0]}\n　　{WORKS['family'][1]}\n\n【举措2】{WORKS['radar'][0]}\n　　{WORKS['radar'][1]}\n",
                "gb18030",
            )
        },
        "square brackets in a typed text",
        SJT,
    )


def _single() -> Iterator[Case]:
    yield single(
        "more-innovation-case-form",
        {"5.1/创新案例申报书.docx": docx(form("lesson", WHV), face="宋体", size=12)},
        "the numbered fields of a form describe one work",
    )
    yield single(
        "more-innovation-case-form-scan",
        {"5.1/扫描件.pdf": scan([*form("bank", WSZ), signed(WSZ, "2024年10月15日")], fonts=KAI)},
        "the same form, sealed and scanned",
        WSZ,
    )
    yield single(
        "more-innovation-one-this-year",
        {
            "5.1/创新举措一览.xlsx": xlsx(
                Sheet("一览", by_years(["harbour"]), [(0, 0, 1, 5), (5, 0, 1, 5)], (6, 10, 30, 60, 10))
            )
        },
        "one of three rows is this year's",
        SJT,
    )
    yield single(
        "more-innovation-chapter-one",
        {
            "年度自评报告.pdf": pdf(
                annual(
                    HIT,
                    [bold(WORKS["twin"][0]), para(WORKS["twin"][1]), para("该项工作受到企业和学生的普遍欢迎。")],
                ),
                fonts=MING,
            )
        },
        "the chapter tells one work",
        HIT,
    )


def _none() -> Iterator[Case]:
    yield case(
        "more-innovation-older-bulletin",
        "5.1",
        NONE,
        {
            "5.1/创新举措情况说明.docx": docx(
                [
                    title("北京交通大学（威海）2023年创新举措情况说明"),
                    para("2023年，指导站推出以下创新举措："),
                    para("一、开通就业热线。全年接听来电430个。"),
                    para("二、建立简历诊断库。收录优秀简历120份。"),
                    signed(BJ, "2023年11月24日"),
                ]
            )
        },
        "last year's paper",
        school=BJ,
        want=[("5.1", "date-outside-period")],
    )
    yield case(
        "more-innovation-other-slides",
        "5.1",
        NONE,
        {
            "5.1/创新举措.pptx": pptx(
                [
                    ("威海海洋职业学院2024年创新举措情况说明", ["威海海洋职业学院指导站", "2024年11月"]),
                    ("创新举措一 " + WORKS["harbour"][0], [WORKS["harbour"][1]]),
                    ("创新举措二 " + WORKS["bank"][0], [WORKS["bank"][1]]),
                ]
            )
        },
        "another school's slides",
        school=HWS,
        want=[("5.1", "school-mismatch")],
    )
    yield case(
        "more-innovation-student-projects",
        "5.1",
        NONE,
        {
            "5.1/立项名单.xlsx": xlsx(
                Sheet("名单", STUDENT_PROJECTS, [(0, 0, 1, 5), (4, 0, 1, 5)], (12, 34, 10, 10, 12))
            )
        },
        "students' training projects are no work of the station",
        school=SJT,
        alt=[MAYBE],
    )
    yield case(
        "more-innovation-teaching-prize",
        "5.1",
        NONE,
        {
            "5.1/获奖通报.pdf": pdf(
                [
                    title("关于公布2024年校级教学成果奖的通知"),
                    flat("各教学单位："),
                    para("经专家评审，现将2024年校级教学成果奖评选结果公布如下："),
                    para("一、药物制剂技术专业课程体系重构与实践（一等奖）"),
                    para("二、食品检测虚拟仿真教学资源建设（二等奖）"),
                    signed("山东药品食品职业学院教务处", "2024年6月28日"),
                ]
            )
        },
        "prizes for teaching",
        school=YAO,
        alt=[MAYBE],
    )


def cases() -> Iterator[Case]:
    yield from _several()
    yield from _single()
    yield from _none()
