# ruff: noqa: E501
"""Cell 5.1: papers on innovative work around the station and graduates who stay, made from the scoring rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone

from tests.independent.case import Case, Points
from tests.independent.premises_kit import (
    HEI,
    KAI,
    MING,
    NONE,
    SANS,
    Block,
    Sheet,
    Write,
    bold,
    case,
    copy_of,
    csv,
    docx,
    flat,
    head,
    listed,
    mail,
    page,
    para,
    pdf,
    pdf_of,
    photo,
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

ZONE = timezone(timedelta(hours=8))
TWO: Points = (0, 100, 100)
ONE: Points = (0, 0, 50)
MAYBE: Points = (0, 0, 100)

SCHOOLS = {
    "whv": "威海职业学院",
    "sea": "威海海洋职业学院",
    "wsz": "山东外事职业大学",
    "yao": "山东药品食品职业学院",
    "hit": "哈尔滨工业大学（威海）",
    "hws": "哈尔滨理工大学荣成校区",
    "sdu": "山东大学（威海）",
    "bj": "北京交通大学（威海）",
    "sjt": "山东交通学院（威海）",
}

WORKS: dict[str, tuple[str, str]] = {
    "bus": (
        "开通“留威就业直通车”",
        "每月组织毕业生乘车走进威海重点企业，现场参观车间、对接岗位，2024年共发车9趟，412名毕业生参加，其中87人达成就业意向。",
    ),
    "mentor": (
        "建立校友留威导师制",
        "从在威工作的校友中聘请导师36名，与有意留威的毕业生结成“一对一”帮扶关系，全程跟踪求职过程。",
    ),
    "map": (
        "绘制“威海产业岗位地图”",
        "将全市医药、海洋食品、碳纤维等产业链企业岗位标注到电子地图，毕业生可按专业检索，累计访问1.3万人次。",
    ),
    "night": ("开设“就业夜市”", "把招聘会搬到傍晚的校园步行街，企业摆摊、学生逛市，全年举办6期，提供岗位1900余个。"),
    "grid": (
        "推行就业服务网格化",
        "以班级为单元划分就业网格，网格员每周上报毕业生求职动态，指导站据此精准推送留威岗位。",
    ),
    "class": ("与龙头企业共建“留威订单班”", "与威海本地3家企业共建订单班4个，企业参与课程设计，毕业后直接留威就业。"),
    "cloud": ("打造“云端指导站”小程序", "集成政策查询、预约咨询、岗位推荐三项功能，实现24小时在线服务毕业生。"),
    "house": ("推出“留威安居服务包”", "联合人才公寓为留威毕业生提供过渡住宿、落户代办、补贴申领一站式服务。"),
    "village": ("组建“乡村振兴就业小分队”", "组织毕业生到文登、乳山乡镇开展实践和岗位体验，引导其扎根威海基层。"),
    "live": ("创办“校长带岗”直播间", "校领导走进威海企业直播推介岗位，全年直播8场，观看量4.2万人次。"),
}
ROUTINE = "2024年，指导站在做好常规工作的基础上，围绕毕业生留威就业积极探索，形成了一批可复制、可推广的经验做法。现将有关情况说明如下。"
DIGITS = "一二三四五六七八九十"


def opening(school: str, name: str = "创新举措情况说明") -> list[Block]:
    return [title(f"{school}{name}"), para(ROUTINE)]


def closing(school: str, date: str = "2024年11月22日") -> list[Block]:
    return [signed(school, date)]


def items(keys: Sequence[str], number: str, level: int = 1) -> list[Block]:
    """Each work as a heading and its text; `number` has # for 1, @ for 一 and & for ①."""
    blocks: list[Block] = []
    for at, key in enumerate(keys):
        name, text = WORKS[key]
        mark = number.replace("#", str(at + 1)).replace("@", DIGITS[at]).replace("&", chr(0x2460 + at))
        blocks += [head(mark + name, level), para(text)]
    return blocks


def run_in(keys: Sequence[str], number: str) -> list[Block]:
    """Each work as one paragraph that begins with its number and name."""
    return [
        para(
            number.replace("#", str(at + 1)).replace("@", DIGITS[at]).replace("&", chr(0x2460 + at))
            + WORKS[key][0]
            + "。"
            + WORKS[key][1]
        )
        for at, key in enumerate(keys)
    ]


def table_rows(keys: Sequence[str]) -> list[list[object]]:
    return [[at, WORKS[key][0], WORKS[key][1]] for at, key in enumerate(keys, 1)]


def several(name: str, school: str, count: int, files: dict[str, Write], note: str, alt: Sequence[Points] = ()) -> Case:
    return case(
        name,
        "5.1",
        TWO,
        files,
        note,
        school=SCHOOLS[school],
        facts={"innovations": count},
        want=[("5.1", "judgement-required")],
        alt=alt,
    )


def single(name: str, school: str, files: dict[str, Write], note: str, alt: Sequence[Points] = ()) -> Case:
    return case(
        name,
        "5.1",
        ONE,
        files,
        note,
        school=SCHOOLS[school],
        facts={"innovations": 1},
        want=[("5.1", "rule-ambiguous")],
        alt=alt,
    )


def _one_paper() -> Iterator[Case]:
    s = SCHOOLS
    yield several(
        "innovation_chinese_numbers",
        "whv",
        2,
        {
            "5创新举措/创新性工作开展情况说明.docx": docx(
                [*opening(s["whv"], "创新性工作开展情况说明"), *items(["bus", "mentor"], "@、"), *closing(s["whv"])]
            )
        },
        "一、二、",
    )
    yield several(
        "innovation_bracketed",
        "sea",
        3,
        {
            "5.1.docx": docx(
                [*opening(s["sea"]), *items(["night", "map", "class"], "（@）", 2), *closing(s["sea"])],
                face="宋体",
                size=14,
            )
        },
        "（一）（二）（三） without a level above",
    )
    yield several(
        "innovation_arabic",
        "sdu",
        2,
        {"创新举措.pdf": pdf([*opening(s["sdu"]), *items(["cloud", "house"], "#."), *closing(s["sdu"])], fonts=SANS)},
        "1. 2.",
    )
    yield several(
        "innovation_arabic_comma",
        "bj",
        4,
        {
            "5/5.1/情况说明.docx": docx(
                [*opening(s["bj"]), *run_in(["live", "grid", "bus", "class"], "#、"), *closing(s["bj"])],
                face="宋体",
                size=14,
            )
        },
        "1、2、3、4、 at the head of paragraphs",
    )
    yield several(
        "innovation_first_second",
        "hit",
        2,
        {
            "创新工作.txt": txt(
                "哈尔滨工业大学（威海）创新举措情况说明\n2024年，指导站围绕毕业生留威开展了以下创新性工作。\n第一，"
                + "。".join(WORKS["live"])
                + "\n第二，"
                + "。".join(WORKS["map"])
                + "\n哈尔滨工业大学（威海）\n2024年11月20日\n"
            )
        },
        "第一，第二，",
    )
    yield several(
        "innovation_one_of_them",
        "wsz",
        3,
        {
            "创新.docx": docx(
                [
                    *opening(s["wsz"], "围绕毕业生留威开展创新性工作的情况说明"),
                    *run_in(["village", "mentor", "night"], "其@，"),
                    *closing(s["wsz"]),
                ]
            )
        },
        "其一，其二，其三，",
    )
    yield several(
        "innovation_measures",
        "yao",
        2,
        {
            "5.1创新举措/说明.pdf": pdf(
                [*opening(s["yao"]), *items(["house", "class"], "举措@："), *closing(s["yao"])], fonts=MING
            )
        },
        "举措一：举措二：",
    )
    yield several(
        "innovation_circled",
        "sjt",
        3,
        {
            "创新举措说明.docx": docx(
                [*opening(s["sjt"]), *run_in(["grid", "cloud", "bus"], "&"), *closing(s["sjt"])], face="宋体", size=14
            )
        },
        "circled numbers",
    )
    yield several(
        "innovation_highlights",
        "hws",
        2,
        {
            "亮点.pdf": pdf(
                [
                    *opening(s["hws"], "就业工作创新亮点情况说明"),
                    *items(["map", "live"], "亮点@　"),
                    *closing(s["hws"]),
                ],
                fonts=HEI,
            )
        },
        "亮点一 亮点二",
    )
    yield several(
        "innovation_item_words",
        "whv",
        2,
        {
            "5.docx": docx(
                [*opening(s["whv"]), *items(["class", "night"], "创新项目#："), *closing(s["whv"])],
                face="宋体",
                size=14,
            )
        },
        "创新项目1： 创新项目2：",
    )
    yield several(
        "innovation_bold_only",
        "sdu",
        2,
        {
            "5.1/创新性工作情况说明.docx": docx(
                [
                    *opening(s["sdu"], "创新性工作情况说明"),
                    bold(WORKS["mentor"][0]),
                    para(WORKS["mentor"][1]),
                    bold(WORKS["cloud"][0]),
                    para(WORKS["cloud"][1]),
                    *closing(s["sdu"]),
                ]
            )
        },
        "bold lines without numbers",
    )
    yield several(
        "innovation_headings_only",
        "sea",
        3,
        {"创新举措.docx": docx([*opening(s["sea"]), *items(["bus", "house", "village"], ""), *closing(s["sea"])])},
        "heading styles without numbers",
    )
    yield several(
        "innovation_auto_numbers",
        "yao",
        3,
        {
            "创新举措.docx": docx(
                [
                    *opening(s["yao"]),
                    *(listed(WORKS[key][0] + "：" + WORKS[key][1]) for key in ("night", "grid", "mentor")),
                    *closing(s["yao"]),
                ],
                face="宋体",
                size=14,
            )
        },
        "the word processor numbers the list",
    )
    yield several(
        "innovation_nested_middle",
        "whv",
        2,
        {
            "创新举措情况说明.docx": docx(
                [
                    title(f"{s['whv']}创新举措情况说明"),
                    head("一、总体情况"),
                    para(ROUTINE),
                    head("二、特色做法"),
                    *items(["bus", "map"], "（@）", 2),
                    head("三、取得成效"),
                    para("2024届毕业生留威人数较上年增加126人，毕业生满意度明显提升。"),
                    *closing(s["whv"]),
                ]
            )
        },
        "the items are the second level of one of three chapters",
    )
    yield several(
        "innovation_nested_measures",
        "hit",
        3,
        {
            "情况说明.pdf": pdf(
                [
                    title(f"{s['hit']}2024年创新性工作开展情况说明"),
                    head("一、工作背景"),
                    para("近年来，威海产业发展对人才需求旺盛，但毕业生对本地企业了解不够。"),
                    head("二、主要举措"),
                    *items(["live", "mentor", "house"], "#.", 2),
                    head("三、下一步打算"),
                    para("继续深化校地合作，持续提升留威率。"),
                    *closing(s["hit"]),
                ],
                fonts=MING,
            )
        },
        "three items under 主要举措",
    )
    yield several(
        "innovation_with_steps",
        "bj",
        2,
        {
            "5.1/说明.docx": docx(
                [
                    title(f"{s['bj']}创新工作情况说明"),
                    para("2024年，指导站围绕毕业生留威开展两项创新性工作。"),
                    head("一、" + WORKS["class"][0]),
                    head("（一）实施背景", 2),
                    para("威海先进制造业用工需求持续增长。"),
                    head("（二）主要做法", 2),
                    para(WORKS["class"][1]),
                    head("（三）工作成效", 2),
                    para("订单班毕业生留威率达91%。"),
                    head("二、" + WORKS["night"][0]),
                    head("（一）实施背景", 2),
                    para("传统招聘会学生参与热情不高。"),
                    head("（二）主要做法", 2),
                    para(WORKS["night"][1]),
                    head("（三）工作成效", 2),
                    para("参会学生较往年翻一番。"),
                    *closing(s["bj"]),
                ],
                face="宋体",
                size=14,
            )
        },
        "two items, each with three steps",
    )
    yield several(
        "innovation_cover_and_contents",
        "wsz",
        2,
        {
            "创新举措证明材料.pdf": pdf(
                [
                    title("创新举措证明材料"),
                    sub("山东外事职业大学大学生就业创业服务指导站"),
                    sub("2024年11月"),
                    page(),
                    title("目　录"),
                    flat("创新工作一　" + WORKS["house"][0] + "………………1"),
                    flat("创新工作二　" + WORKS["cloud"][0] + "………………2"),
                    page(),
                    head("创新工作一　" + WORKS["house"][0]),
                    para(WORKS["house"][1]),
                    page(),
                    head("创新工作二　" + WORKS["cloud"][0]),
                    para(WORKS["cloud"][1]),
                    *closing(s["wsz"]),
                ],
                fonts=SANS,
            )
        },
        "a contents page names the two items a second time",
    )
    yield several(
        "innovation_official",
        "sjt",
        2,
        {
            "报告.pdf": pdf(
                [
                    red("山东交通学院（威海）文件"),
                    sub("鲁交院威字〔2024〕31号"),
                    title("关于报送指导站创新性工作开展情况的报告"),
                    flat("威海市人力资源和社会保障局："),
                    para("2024年，我校指导站围绕毕业生留威开展创新性工作2项，现报告如下："),
                    *items(["village", "bus"], "@、"),
                    *closing(s["sjt"], "2024年11月25日"),
                ]
            )
        },
        "an official report",
    )
    yield several(
        "innovation_scan",
        "whv",
        2,
        {
            "创新举措.pdf": scan(
                [
                    title("威海职业学院创新举措情况说明"),
                    para("2024年指导站围绕毕业生留威就业，开展以下创新工作："),
                    *items(["mentor", "live"], "@、"),
                    signed("威海职业学院", "2024年11月18日"),
                ]
            )
        },
        "sealed scan",
    )
    yield several(
        "innovation_scan_picture",
        "sea",
        2,
        {
            "5.1.jpg": scan(
                [
                    title("创新性工作开展情况说明"),
                    para("威海海洋职业学院指导站2024年创新性工作如下："),
                    *run_in(["cloud", "class"], "（@）"),
                    signed("威海海洋职业学院", "2024年11月21日"),
                ],
                fonts=HEI,
            )
        },
        "scanned to a picture",
    )
    yield several(
        "innovation_photo_of_paper",
        "yao",
        2,
        {
            "IMG_20241125_091211.jpg": photo(
                [
                    title("创新举措情况说明"),
                    para("山东药品食品职业学院指导站2024年围绕毕业生留威开展了两项创新工作。"),
                    *items(["night", "house"], "@、"),
                    signed("山东药品食品职业学院", "2024年11月25日"),
                ],
                fonts=KAI,
            )
        },
        "photographed paper",
        alt=[(0, 0, 100)],
    )
    yield several(
        "innovation_two_pages",
        "hws",
        5,
        {
            "特色做法.docx": docx(
                [
                    *opening(s["hws"], "毕业生留威创新做法情况说明"),
                    *items(["bus", "mentor", "map", "night", "grid"], "@、"),
                    *closing(s["hws"]),
                ]
            )
        },
        "five items over two pages",
    )


def _other_forms() -> Iterator[Case]:
    s = SCHOOLS
    keys = ["bus", "mentor", "cloud"]
    yield several(
        "innovation_table",
        "sdu",
        3,
        {
            "创新举措一览.docx": docx(
                [
                    title("山东大学（威海）2024年度创新举措一览表"),
                    table([["序号", "创新举措", "开展情况"], *table_rows(keys)], widths=(1.4, 4.5, 9)),
                    *closing(s["sdu"]),
                ],
                size=12,
            )
        },
        "a table with a row for each item",
    )
    yield several(
        "innovation_table_sheet",
        "whv",
        2,
        {
            "创新举措汇总.xlsx": xlsx(
                Sheet(
                    "创新举措",
                    [
                        ["威海职业学院2024年度创新性工作情况说明", "", "", ""],
                        ["序号", "创新举措名称", "主要做法", "负责人"],
                        [1, WORKS["map"][0], WORKS["map"][1], "戚文博"],
                        [2, WORKS["class"][0], WORKS["class"][1], "辛海燕"],
                        ["填报时间：2024年11月15日", "", "", ""],
                    ],
                    [(0, 0, 1, 4), (4, 0, 1, 4)],
                    (8, 30, 70, 12),
                )
            )
        },
        "an xlsx row for each item",
    )
    yield several(
        "innovation_table_stages",
        "bj",
        2,
        {
            "创新工作情况表.pdf": pdf(
                [
                    title("北京交通大学（威海）创新性工作情况说明表"),
                    sub("填报日期：2024年11月19日"),
                    table(
                        [
                            ["项目", "内容", "说明"],
                            ["创新工作一", "名称", WORKS["house"][0]],
                            ["", "做法", WORKS["house"][1]],
                            ["", "成效", "服务留威毕业生64人。"],
                            ["创新工作二", "名称", WORKS["grid"][0]],
                            ["", "做法", WORKS["grid"][1]],
                            ["", "成效", "建档帮扶毕业生1020人。"],
                        ],
                        [(1, 0, 3, 1), (4, 0, 3, 1)],
                    ),
                ],
                size=17,
            )
        },
        "two blocks of merged rows",
    )
    yield several(
        "innovation_csv",
        "sjt",
        2,
        {
            "5.1创新举措.csv": csv(
                [
                    ["山东交通学院（威海）2024年创新举措情况说明", "", ""],
                    ["序号", "创新举措", "开展情况"],
                    *table_rows(["live", "village"]),
                ],
                "gb18030",
            )
        },
        "csv rows",
    )
    yield several(
        "innovation_slides",
        "sea",
        2,
        {
            "创新举措汇报.pptx": pptx(
                [
                    ("威海海洋职业学院创新举措情况说明", ["大学生就业创业服务指导站", "2024年11月"]),
                    ("创新举措一：" + WORKS["night"][0], [WORKS["night"][1]]),
                    ("创新举措二：" + WORKS["map"][0], [WORKS["map"][1]]),
                    ("谢谢！", []),
                ]
            )
        },
        "a slide for each item",
    )
    yield several(
        "innovation_slides_numbered",
        "hit",
        3,
        {
            "亮点工作.pptx": pptx(
                [
                    ("哈尔滨工业大学（威海）创新性工作开展情况说明", ["2024年11月20日"]),
                    ("目录", ["01 " + WORKS["bus"][0], "02 " + WORKS["mentor"][0], "03 " + WORKS["cloud"][0]]),
                    *((f"0{at} " + WORKS[key][0], [WORKS[key][1]]) for at, key in enumerate(keys, 1)),
                ]
            )
        },
        "slides with 01 02 03 and a slide of contents",
    )
    slide = "".join(
        f"<section><h1>{'创新举措' + DIGITS[at]}</h1><h2>{WORKS[key][0]}</h2><p>{WORKS[key][1]}</p></section>"
        for at, key in enumerate(["class", "house"])
    )
    yield several(
        "innovation_printed_slides",
        "wsz",
        2,
        {
            "汇报PPT.pdf": pdf_of(
                f"<meta charset=utf-8><style>@page{{size:A4 landscape;margin:0}}body{{margin:0}}section{{break-after:page;box-sizing:border-box;height:208mm;padding:15mm 25mm;font:26px {HEI};background:#eef4fb}}h1{{color:#0b3d91}}</style><section><h1>山东外事职业大学创新举措情况说明</h1><p>指导站　2024年11月</p></section>{slide}"
            )
        },
        "slides printed to a PDF",
    )
    yield several(
        "innovation_mail",
        "whv",
        2,
        {
            "创新举措.eml": mail(
                "报送创新举措情况说明",
                "威海职业学院招生就业处 <zjc@example.cn>",
                datetime(2024, 11, 21, 16, 0, tzinfo=ZONE),
                "市人社局：\n现报送威海职业学院2024年创新举措情况说明。\n\n一、"
                + "\n".join(WORKS["bus"])
                + "\n\n二、"
                + "\n".join(WORKS["grid"])
                + "\n\n威海职业学院\n2024年11月21日\n",
            )
        },
        "the mail's text holds the items",
    )
    yield several(
        "innovation_web",
        "yao",
        2,
        {
            "创新举措-就业网.html": web(
                "山东药品食品职业学院就业信息网",
                "首页 &gt; 工作动态",
                "我校围绕毕业生留威创新举措情况说明",
                "发布时间：2024-11-12　浏览次数：231",
                items(["mentor", "house"], "@、"),
            )
        },
        "a saved page of the school's site",
    )
    yield several(
        "innovation_html_bold",
        "sdu",
        3,
        {
            "情况说明.html": web(
                "山东大学（威海）就业创业网",
                "首页 &gt; 特色工作",
                "创新性工作开展情况说明",
                "2024-11-08",
                [block for key in ("cloud", "live", "village") for block in (bold(WORKS[key][0]), para(WORKS[key][1]))],
            )
        },
        "bold lines of a page",
    )
    yield several(
        "innovation_files_each",
        "hws",
        2,
        {
            "5创新举措/创新举措1-留威就业直通车.docx": docx(
                [
                    title("“留威就业直通车”情况说明"),
                    para(WORKS["bus"][1]),
                    para("该项工作为哈尔滨理工大学荣成校区指导站2024年创新举措。"),
                    *closing(s["hws"]),
                ]
            ),
            "5创新举措/创新举措2-校友导师制.docx": docx(
                [
                    title("校友留威导师制情况说明"),
                    para(WORKS["mentor"][1]),
                    para("该项工作为哈尔滨理工大学荣成校区指导站2024年创新举措。"),
                    *closing(s["hws"]),
                ]
            ),
        },
        "one file each",
    )
    yield several(
        "innovation_files_three",
        "whv",
        3,
        {
            f"5.1/{at}.{name}.pdf": pdf(
                [
                    title(f"创新性工作情况说明：{WORKS[key][0]}"),
                    para("2024年，威海职业学院指导站围绕毕业生留威开展创新工作。" + WORKS[key][1]),
                    *closing(s["whv"]),
                ]
            )
            for at, (key, name) in enumerate((("map", "岗位地图"), ("live", "直播带岗"), ("class", "订单班")), 1)
        },
        "three files, one item each",
    )
    yield several(
        "innovation_files_word_and_scan",
        "sjt",
        2,
        {
            "创新工作之一.docx": docx(
                [
                    title("创新工作情况说明（之一）"),
                    bold(WORKS["cloud"][0]),
                    para(WORKS["cloud"][1]),
                    *closing(s["sjt"]),
                ]
            ),
            "创新工作之二.pdf": scan(
                [
                    title("创新工作情况说明（之二）"),
                    head(WORKS["night"][0]),
                    para(WORKS["night"][1]),
                    *closing(s["sjt"]),
                ]
            ),
        },
        "one in Word, one scanned",
    )
    yield several(
        "innovation_files_with_steps",
        "yao",
        2,
        {"5.1/1直通车.docx": docx(steps("bus", "yao")), "5.1/2安居服务.docx": docx(steps("house", "yao"))},
        "one file each, with background, practice, effect in each",
    )


def steps(key: str, school: str) -> list[Block]:
    """A paper on one work, in chapters."""
    return [
        title(f"{WORKS[key][0]}创新举措情况说明"),
        head("一、工作背景"),
        para(f"2024年，{SCHOOLS[school]}指导站针对毕业生留威意愿不强的问题，探索开展本项创新工作。"),
        head("二、主要做法"),
        para(WORKS[key][1]),
        head("三、工作成效"),
        para("经过一年实践，毕业生对威海企业的了解明显加深，留威人数稳步增长。"),
        head("四、经验启示"),
        para("做好留威工作，要坚持校地协同、精准服务。"),
        *closing(SCHOOLS[school]),
    ]


def _one_item() -> Iterator[Case]:
    s = SCHOOLS
    yield single(
        "innovation_single_steps",
        "whv",
        {"5.1/创新举措情况说明.docx": docx(steps("live", "whv"))},
        "background, practice, effect of one item",
    )
    yield single(
        "innovation_single_plain",
        "sdu",
        {
            "创新工作.docx": docx(
                [
                    title("山东大学（威海）创新性工作开展情况说明"),
                    para("2024年，我校指导站开展了1项创新性工作：" + WORKS["map"][0] + "。" + WORKS["map"][1]),
                    *closing(s["sdu"]),
                ]
            )
        },
        "one item in running text",
    )
    yield single(
        "innovation_single_numbered",
        "sea",
        {"5创新举措/情况说明.pdf": pdf([*opening(s["sea"]), *items(["house"], "@、"), *closing(s["sea"])])},
        "only 一、",
    )
    yield single(
        "innovation_single_scan",
        "yao",
        {
            "创新举措.pdf": scan(
                [
                    title("创新举措情况说明"),
                    para("山东药品食品职业学院指导站2024年创新工作一项："),
                    head(WORKS["grid"][0]),
                    para(WORKS["grid"][1]),
                    signed("山东药品食品职业学院", "2024年11月14日"),
                ]
            )
        },
        "one item on a scan",
    )
    yield single(
        "innovation_single_twice",
        "whv",
        {
            "5.1/情况说明.docx": docx([*opening(s["whv"]), *items(["night"], "@、"), *closing(s["whv"])]),
            "5.1/情况说明（终稿）.docx": copy_of("5.1/情况说明.docx"),
        },
        "the same bytes twice are one paper",
    )
    yield single(
        "innovation_single_two_formats",
        "hit",
        {
            "5.1/创新举措.docx": docx([*opening(s["hit"]), *items(["mentor"], "@、"), *closing(s["hit"])]),
            "5.1/创新举措.pdf": pdf([*opening(s["hit"]), *items(["mentor"], "@、"), *closing(s["hit"])]),
        },
        "one item as Word and as PDF: distinct items count",
    )
    yield single(
        "innovation_single_and_old",
        "bj",
        {
            "5.1/2024年创新举措.docx": docx(
                [
                    title("北京交通大学（威海）2024年创新举措情况说明"),
                    head("一、" + WORKS["village"][0]),
                    para("2024年，" + WORKS["village"][1]),
                    *closing(s["bj"]),
                ]
            ),
            "5.1/2023年创新举措.docx": docx(
                [
                    title("北京交通大学（威海）2023年创新举措情况说明"),
                    head("一、建立企业走访日志制度"),
                    para("2023年，指导站走访威海企业41家，建立走访日志。"),
                    *closing(s["bj"], "2023年11月20日"),
                ]
            ),
        },
        "one of this year, one of the last",
    )
    yield single(
        "innovation_single_inner",
        "wsz",
        {
            "5.1.docx": docx(
                [
                    *opening(s["wsz"]),
                    head("一、" + WORKS["bus"][0]),
                    head("（一）主要做法", 2),
                    para(WORKS["bus"][1]),
                    head("（二）工作成效", 2),
                    para("直通车已成为毕业生了解威海企业的重要窗口。"),
                    *closing(s["wsz"]),
                ],
                face="宋体",
                size=14,
            )
        },
        "one item with two steps below it",
    )
    yield single(
        "innovation_single_slides",
        "hws",
        {
            "创新举措.pptx": pptx(
                [
                    (WORKS["house"][0] + "——创新举措情况说明", ["哈尔滨理工大学荣成校区", "2024年11月"]),
                    ("工作背景", ["毕业生留威初期住房压力较大"]),
                    ("主要做法", [WORKS["house"][1]]),
                    ("工作成效", ["全年服务毕业生64人"]),
                ]
            )
        },
        "slides on one item",
    )
    yield single(
        "innovation_single_under_chapter",
        "sdu",
        {
            "5/创新.pdf": pdf(
                [
                    title("山东大学（威海）创新举措情况说明"),
                    head("一、总体情况"),
                    para(ROUTINE),
                    head("二、创新举措"),
                    *items(["mentor"], "（@）", 2),
                    head("三、下一步打算"),
                    para("2025年继续扩大导师队伍。"),
                    *closing(s["sdu"]),
                ],
                fonts=MING,
            )
        },
        "one item under one of three chapters",
    )
    yield single(
        "innovation_single_row",
        "sjt",
        {
            "创新.xlsx": xlsx(
                Sheet(
                    "Sheet1",
                    [
                        ["山东交通学院（威海）2024年创新举措情况说明表", "", ""],
                        ["序号", "创新举措", "开展情况"],
                        [1, WORKS["class"][0], WORKS["class"][1]],
                    ],
                    [(0, 0, 1, 3)],
                    (8, 30, 70),
                )
            )
        },
        "a table of one row",
    )


def _none() -> Iterator[Case]:
    s = SCHOOLS
    yield case(
        "innovation_last_year",
        "5.1",
        NONE,
        {
            "5.1/创新举措情况说明.docx": docx(
                [
                    title("威海职业学院2023年创新举措情况说明"),
                    para("2023年，指导站围绕毕业生留威开展以下创新工作。"),
                    head("一、举办企业开放日"),
                    para("组织毕业生参观威海企业5家。"),
                    head("二、编印留威指南"),
                    para("面向毕业生发放留威指南1200册。"),
                    *closing(s["whv"], "2023年11月17日"),
                ]
            )
        },
        "another year",
        want=[("5.1", "date-outside-period")],
    )
    yield case(
        "innovation_last_year_scan",
        "5.1",
        NONE,
        {
            "创新举措.pdf": scan(
                [
                    title("2022年度创新举措情况说明"),
                    para("2022年，我校指导站开展创新工作两项。"),
                    head("一、设立就业信箱"),
                    para("2022年共收到毕业生来信83封。"),
                    head("二、开展企业云探访"),
                    para("2022年线上探访威海企业12家。"),
                    signed("威海海洋职业学院", "2022年11月24日"),
                ]
            )
        },
        "two years before",
        school=s["sea"],
        want=[("5.1", "date-outside-period")],
    )
    yield case(
        "innovation_other_school",
        "5.1",
        NONE,
        {"5.1/说明.docx": docx([*opening(s["sdu"]), *items(["bus", "live"], "@、"), *closing(s["sdu"])])},
        "another school's paper",
        school=s["hws"],
        want=[("5.1", "school-mismatch")],
    )
    yield case(
        "innovation_other_school_table",
        "5.1",
        NONE,
        {
            "5.1创新举措/创新举措.pdf": pdf(
                [
                    title("山东外事职业大学2024年度创新举措情况说明"),
                    table([["序号", "创新举措", "开展情况"], *table_rows(["grid", "map"])]),
                    *closing(s["wsz"]),
                ]
            )
        },
        "another school's table",
        school=s["yao"],
        want=[("5.1", "school-mismatch")],
    )
    yield case(
        "innovation_blank",
        "5.1",
        NONE,
        {
            "5.1/创新举措情况说明（模板）.docx": docx(
                [
                    title("创新举措情况说明"),
                    flat("学校名称：　　　　　　　　"),
                    head("一、"),
                    para("（填写创新工作名称及开展情况）"),
                    head("二、"),
                    para("（填写创新工作名称及开展情况）"),
                    right("　　年　　月　　日"),
                ]
            )
        },
        "a blank form",
    )
    yield case(
        "innovation_contest_papers",
        "5.1",
        NONE,
        {
            "5.1/论文目录.xlsx": xlsx(
                Sheet(
                    "论文",
                    [
                        ["威海职业学院2024年教师科技创新论文目录", "", "", ""],
                        ["序号", "论文题目", "作者", "刊物"],
                        [1, "碳纤维复合材料铺层优化研究", "夏雨田", "材料通报"],
                        [2, "海带多糖提取工艺改进", "连春生", "水产加工"],
                    ],
                    [(0, 0, 1, 4)],
                )
            )
        },
        "research papers",
        alt=[MAYBE],
    )
    yield case(
        "innovation_only_next_plan",
        "5.1",
        NONE,
        {
            "5.1/2025年工作计划.docx": docx(
                [
                    title("山东药品食品职业学院指导站2025年工作计划"),
                    head("一、办好招聘活动"),
                    para("2025年拟举办双选会2场、专场招聘会10场。"),
                    head("二、加强政策宣传"),
                    para("2025年拟推送留威政策20期。"),
                    right("2024年12月20日"),
                ]
            )
        },
        "a plan for the year to come",
        school=s["yao"],
        alt=[MAYBE],
    )
    yield case(
        "innovation_canteen",
        "5.1",
        NONE,
        {
            "5.1/食堂工作.docx": docx(
                [
                    title("北京交通大学（威海）后勤服务特色做法"),
                    head("一、推出小份菜"),
                    para("2024年各窗口推出半份菜、小份菜，减少浪费。"),
                    head("二、延长供餐时间"),
                    para("晚餐供应延长至20时。"),
                    signed("北京交通大学（威海）后勤服务中心", "2024年6月6日"),
                ]
            )
        },
        "work that has nothing to do with the station or graduates",
        school=s["bj"],
        alt=[MAYBE],
    )
    yield case(
        "innovation_timetable",
        "5.1",
        NONE,
        {
            "5.1/校历.pdf": pdf(
                [
                    title("山东交通学院（威海）2024—2025学年第一学期校历"),
                    table(
                        [
                            ["周次", "日期", "安排"],
                            ["1", "9月2日—9月8日", "开学、新生报到"],
                            ["9", "10月28日—11月3日", "期中检查"],
                            ["18", "12月30日—1月5日", "期末考试"],
                        ]
                    ),
                ]
            )
        },
        "a calendar; that its folder's name gives high is as right",
        school=s["sjt"],
        alt=[MAYBE],
    )


def cases() -> Iterator[Case]:
    yield from _one_paper()
    yield from _other_forms()
    yield from _one_item()
    yield from _none()
