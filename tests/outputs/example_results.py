"""Two results as `result.json` has them, with the page pictures that belong to the first. All people are made up.

They are JSON, to be changed at will; `record` makes of one what the outputs take.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont
from pydantic import TypeAdapter

from verifier.model import Form, ResultRecord
from verifier.rules import load_rule_set

RULES = load_rule_set("weihai-2020")
GROUPS = (
    ("1", "基础管理工作", 0.2),
    ("2", "信息采集", 0.2),
    ("3", "政策宣传", 0.2),
    ("4", "开展各类就业创业活动", 0.35),
    ("5", "创新举措", 0.05),
)
NAMES = {
    "1.1": ("20平方以上室内固定办公场所", 10),
    "1.2": ("容纳50人以上的室内培训场地", 10),
    "1.3": ("有可举办招聘会的活动场地", 10),
    "1.4": ("办公设备及活动配备", 10),
    "1.5": ("工作人员不少于3人，有1名专职联络员。", 15),
    "1.6": ("指导站工作制度和财务管理制度。", 15),
    "1.7": ("全年工作计划", 15),
    "1.8": ("基础台账", 15),
    "2.1": ("本校应届毕业生生源信息库", 15),
    "2.2": ("在校生数据库", 15),
    "2.3": ("本校应届毕业生学历信息库", 20),
    "2.4": ("毕业生相关调查问卷", 20),
    "2.5": ("就业率及相关信息数据", 15),
    "2.6": ("在校生信息确认", 15),
    "3.1": ("微信推送", 30),
    "3.2": ("网站推送", 30),
    "3.3": ("张贴海报", 20),
    "3.4": ("印发宣传资料", 20),
    "4.1": ("组织学生到我市企业实习", 20),
    "4.2": ("引导关注并使用威海市就业服务平台", 10),
    "4.3": ("毕业生留威率", 30),
    "4.4": ("举办校园招聘会", 8),
    "4.5": ("组织学生参加公共服务机构招聘会", 8),
    "4.6": ("组织学生参加就业创业培训率", 8),
    "4.7": ("就业创业指导咨询", 8),
    "4.8": ("组织开展或参与各类创业大赛", 8),
    "5.1": ("围绕指导站及毕业生留威开展的创新性工作", 100),
}
ROSTER, LIST = "4 活动/4.3 留威率/2024届花名册.xlsx", "4 活动/4.3 留威率/补充 名单.pdf"
SUBJECTS = {"1": "一、基础管理工作", "2": "二、信息采集", "3": "三、政策宣传", "4": "四、开展各类就业创业活动"}


def form() -> Form:
    assert RULES.form is not None
    return RULES.form


def record(result: dict[str, Any]) -> ResultRecord:
    return TypeAdapter(ResultRecord).validate_python(result)


def flag(code: str, severity: str, message: str, **place: Any) -> dict[str, Any]:
    return {"code": code, "severity": severity, "message": message, **place}


def piece(file: str, fact: str, value: Any, text: str, **more: Any) -> dict[str, Any]:
    place = {"page": 1, "box": None, "confidence": 1.0, "counted": True}
    return {"file": file, "fact": fact, "value": value, "text": text, **place, **more}


def rate(name_id: str, name: str, numerator: float | None, denominator: float | None, **more: Any) -> dict[str, Any]:
    """A rate as the record has it; its rows agree with its numbers where nothing else is said."""
    above, below = int(numerator or 0), int(denominator or 0)
    base: dict[str, Any] = {"id": name_id, "name": name, "numerator": numerator, "denominator": denominator}
    value = None if numerator is None or not denominator else numerator / denominator
    base |= {"base": "毕业生花名册中不重复的人", "is_share": True, "value": value, "marks": [], "next": None}
    rows = {"both": above, "numerator": 0, "denominator": max(0, below - above), "out": 0}
    return base | {"rows": rows, "left_out": []} | more


def roll(file: str, taken_for: str, columns: list[tuple[str, str, float]], **more: Any) -> dict[str, Any]:
    """A table of people as the record has it."""
    base: dict[str, Any] = {"file": file, "page": None, "box": None, "title": "", "taken_for": taken_for}
    shown = [{"header": header, "field": name, "name": name, "confidence": sure} for header, name, sure in columns]
    base |= {"told_by": "", "joined": "", "columns": shown, "unknown_headers": [], "rows": 0, "left_out": []}
    return base | more


def indicator(cell: str, low: float, proposed: float, high: float, **more: Any) -> dict[str, Any]:
    name, most = NAMES[cell]
    flags = more.get("flags", [])
    settled = low == proposed == high and all(item["severity"] == "note" for item in flags)
    status = "ready" if settled else "gap" if any(item["severity"] == "gap" for item in flags) else "review"
    clause = f"附件2 {SUBJECTS.get(cell[0], '五、创新举措')}／{name}"
    readings = [{"id": "default", "text": "按评分标准的通常理解", "points": proposed}]
    base: dict[str, Any] = {"id": cell, "group": cell[0], "name": name, "max": most, "status": status, "clause": clause}
    base |= {"low": low, "proposed": proposed, "high": high, "facts": {}, "readings": readings}
    return base | {"evidence": [], "flags": []} | more


def rounded(value: Fraction) -> float:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def result_of(cells: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """The record round the 27 cells; group points and totals are summed from them."""
    groups, total = [], dict.fromkeys(("low", "proposed", "high"), Fraction(0))
    for group, name, weight in GROUPS:
        sums = {key: sum(Fraction(str(cell[key])) for cell in cells if cell["group"] == group) for key in total}
        total = {key: total[key] + sums[key] * Fraction(str(weight)) for key in total}
        groups.append({"id": group, "name": name, "weight": weight} | {key: rounded(sums[key]) for key in sums})
    return {
        "schema": "verifier/result@1",
        "school": {"name": "威海海洋职业学院", "found_in": "附件1 建站申请表.docx"},
        "year": 2024,
        "period": {"from": "2024-01-01", "to": "2024-12-31"},
        "rules": {
            "id": "weihai-2020",
            "title": "威海市大学生就业服务指导站绩效评价",
            "valid_to": "2024-12-31",
            "sha256": "0" * 64,
        },
        "files": [],
        "indicators": cells,
        "groups": groups,
        "total": {key: rounded(value) for key, value in total.items()},
        "grade": {"proposed": "优秀", "possible": ["优秀"]},
        "award_yuan": {"proposed": 40000, "possible": [40000]},
        "flags": [],
        "engine": {"ocr": "rapid", "version": "0.1.0"},
    } | more


def file_row(path: str, kind: str, indicators: list[str], document_type: str | None, **more: Any) -> dict[str, Any]:
    row = {"path": path, "sha256": "1" * 64, "kind": kind, "status": "read", "reason": None, "pages": 1}
    name = next((kind.name for kind in RULES.words.documents if kind.id == document_type), "")
    return row | {"indicators": indicators, "document_type": document_type, "document_name": name} | more


def full_result() -> dict[str, Any]:
    """A good bundle with open questions of every kind."""
    station = "1 基础管理/附件1 建站申请表.docx"
    cells = [
        indicator(
            "1.1",
            10,
            10,
            10,
            facts={"office_area_m2": 36},
            self_score=10,
            evidence=[
                piece("1 基础管理/场地证明.pdf", "area", 36, "办公场所面积36平方米", box=[150, 300, 760, 350]),
                piece(station, "area", 36, "办公场所 36 平方米", page=None, line=9),
            ],
        ),
        indicator(
            "1.2",
            0,
            0,
            10,
            evidence=[
                piece("1 基础管理/培训教室.jpg", "photo", None, "", counted=False, why="照片里没有说明容量的文字")
            ],
            flags=[
                flag(
                    "content-unconfirmed",
                    "review",
                    "只有照片“培训教室.jpg”，看不出能容纳多少人，请补一份写明座位数的场地证明。",
                    file="1 基础管理/培训教室.jpg",
                    page=1,
                    points_at_stake=10,
                )
            ],
        ),
        indicator(
            "1.3",
            10,
            10,
            10,
            evidence=[
                piece(
                    "1 基础管理/场地证明.pdf",
                    "venue",
                    "大学生活动中心",
                    "大学生活动中心一层可举办招聘会",
                    box=[150, 400, 800, 450],
                )
            ],
        ),
        indicator(
            "1.4",
            10,
            10,
            10,
            evidence=[
                piece(
                    "1 基础管理/设备清单.xlsx",
                    "equipment",
                    "电脑、打印机、投影",
                    "电脑 6 台",
                    page=None,
                    cell="Sheet1!B3",
                )
            ],
        ),
        indicator(
            "1.5",
            15,
            15,
            15,
            facts={"staff": 4, "fulltime_liaison": 1},
            evidence=[piece(station, "person", "林海", "林海　就业指导中心　专职联络员", page=None, line=24)],
        ),
        indicator(
            "1.6",
            0,
            0,
            0,
            evidence=[
                piece(
                    "1 基础管理/工作制度.docx",
                    "title",
                    "指导站工作制度",
                    "大学生就业服务指导站工作制度",
                    page=None,
                    line=1,
                )
            ],
            flags=[
                flag(
                    "partial-evidence",
                    "gap",
                    "有工作制度，没有找到财务管理制度，请补交经费或财务管理办法。",
                    points_at_stake=15,
                )
            ],
            self_score=15,
        ),
        indicator(
            "1.7",
            15,
            15,
            15,
            evidence=[piece("1 基础管理/2024年工作计划.docx", "date", "2024", "2024年工作计划", page=None, line=1)],
        ),
        indicator(
            "1.8",
            15,
            15,
            15,
            evidence=[piece("1 基础管理/台账.xlsx", "date", "2024-03-22", "2024.3.22", page=None, cell="台账!B4")],
        ),
        indicator(
            "2.1",
            15,
            15,
            15,
            facts={"graduates": 2468},
            evidence=[
                piece("2 信息采集/生源库.xlsx", "roster", "2468行", "姓名 学号 生源地", page=None, cell="生源!A2")
            ],
            flags=[flag("external-data-required", "note", "是否在时间截点内报送，文件无法证明，请对照报送记录。")],
        ),
        indicator("2.2", 15, 15, 15),
        indicator("2.3", 20, 20, 20),
        indicator(
            "2.4",
            16,
            18,
            18,
            facts={"survey_answers": 1740, "graduates": 2468},
            evidence=[
                piece(
                    "2 信息采集/问卷统计.png",
                    "count",
                    1740,
                    "有效答卷 1740 份",
                    box=[120, 520, 620, 570],
                    confidence=0.83,
                )
            ],
            flags=[
                flag(
                    "totals-disagree",
                    "review",
                    "毕业生总数花名册为2468人、总结为2500人，答卷比例70.5%或69.6%，请核实以哪个为准。",
                    file="2 信息采集/年度总结.docx",
                    points_at_stake=2,
                ),
                flag(
                    "low-confidence",
                    "review",
                    "“1740”识别把握不足，请对照原图。",
                    file="2 信息采集/问卷统计.png",
                    page=1,
                    points_at_stake=2,
                ),
            ],
        ),
        indicator("2.5", 15, 15, 15),
        indicator("2.6", 15, 15, 15),
        indicator(
            "3.1",
            25,
            25,
            30,
            facts={"posts": 12},
            readings=[
                {"id": "default", "text": "“≤15条（25分）”至少要有1条才得分", "points": 25},
                {"id": "literal-zero", "text": "按字面，0条也得25分", "points": 25},
            ],
            evidence=[
                piece(
                    f"3 政策宣传/微信/{n:02}.png",
                    "published_on",
                    f"2024-05-{n:02}",
                    f"2024年5月{n}日 17:30",
                    box=[60, 200, 520, 250],
                )
                for n in range(1, 13)
            ]
            + [
                piece(
                    "3 政策宣传/微信/13.png",
                    "published_on",
                    None,
                    "昨天",
                    counted=False,
                    why="日期没有年份",
                    box=[60, 200, 520, 250],
                    confidence=0.71,
                )
            ],
            flags=[
                flag(
                    "date-missing",
                    "review",
                    "有4张截图只显示“昨天”“5月20日”，没有年份，请补能看到完整日期的截图：13.png、14.png、15.png、16.png。",
                    file="3 政策宣传/微信/13.png",
                    page=1,
                    points_at_stake=5,
                ),
                flag(
                    "duplicate-post",
                    "note",
                    "“留威就业政策问答”既有列表截图又有文章截图，只计1条。",
                    file="3 政策宣传/微信/02.png",
                    page=1,
                ),
            ],
        ),
        indicator(
            "3.2",
            25,
            25,
            25,
            facts={"posts": 9},
            flags=[flag("below-threshold", "gap", "网站推送9条，再有7条（共16条）才到30分这一档。", points_at_stake=5)],
        ),
        indicator("3.3", 20, 20, 20),
        indicator("3.4", 20, 20, 20),
        indicator(
            "4.1",
            0,
            20,
            20,
            facts={"interns": 52, "graduates": 2468},
            evidence=[
                piece(
                    "4 活动/实习证明/01.jpg",
                    "internship",
                    "王*",
                    "兹证明贵校学生王* 于2024年3月1日至2024年6月30日在我单位实习",
                    box=[90, 300, 900, 420],
                )
            ],
            flags=[
                flag(
                    "seal-missing",
                    "review",
                    "3份实习证明没有看到红色印章，请对照原件或补盖章件：01.jpg、02.jpg、03.jpg。",
                    file="4 活动/实习证明/01.jpg",
                    page=1,
                    points_at_stake=20,
                )
            ],
        ),
        indicator(
            "4.2",
            0,
            0,
            10,
            flags=[
                flag(
                    "external-data-required",
                    "review",
                    "平台注册人数要从威海市就业服务平台导出，请导入平台数据后重算。",
                    points_at_stake=10,
                )
            ],
        ),
        indicator(
            "4.3",
            10,
            10,
            19.756097560975608,
            facts={"retention": 0.2097560975609756, "retention_last": 0.2},
            rates=[
                rate(
                    "retention",
                    "本年度留威率",
                    860,
                    4100,
                    base="花名册中不重复的毕业生",
                    marks=[{"value": 0.2, "points": 10}, {"value": 0.21, "points": 20}, {"value": 0.22, "points": 30}],
                    next={"points": 20, "value": 0.21, "people": 1, "alone": True},
                    rows={"both": 860, "numerator": 0, "denominator": 3240, "out": 37},
                    left_out=[
                        {
                            "why": "同一人已计入",
                            "rows": 35,
                            "places": [f"{ROSTER} 花名册!C{row}" for row in (17, 18, 940, 941)],
                        },
                        {"why": "不能使用", "rows": 2, "places": [f"{ROSTER} 花名册!C88", f"{LIST} 第2页"]},
                    ],
                ),
                rate("retention_last", "上年度留威率", 800, 4000),
            ],
            readings=[
                {"id": "whole", "text": "“每增加1个百分点加10分”：满1个百分点才加", "points": 10},
                {"id": "pro-rata", "text": "不满1个百分点按比例加", "points": 19.756097560975608},
            ],
            flags=[
                flag(
                    "rule-ambiguous",
                    "review",
                    "留威率比上年高0.98个百分点，按整点计10分，按比例计19.76分，请确定口径。",
                    points_at_stake=9.756097560975608,
                )
            ],
        ),
        indicator(
            "4.4",
            5,
            5,
            8,
            facts={"fairs": 5},
            flags=[
                flag(
                    "rule-ambiguous",
                    "review",
                    "招聘会正好5场，评分标准只写了＜5场次和＞5场次，请确定计5分还是8分。",
                    points_at_stake=3,
                )
            ],
        ),
        indicator("4.5", 8, 8, 8),
        indicator(
            "4.6",
            0,
            0,
            8,
            flags=[
                flag(
                    "external-data-required",
                    "review",
                    "参训人数要从山东省公共就业人才信息系统查询比对。",
                    points_at_stake=8,
                )
            ],
        ),
        indicator("4.7", 8, 8, 8),
        indicator(
            "4.8",
            0,
            0,
            0,
            flags=[flag("no-evidence", "gap", "没有找到创业大赛的材料，请补大赛现场照片。", points_at_stake=8)],
        ),
        indicator(
            "5.1",
            0,
            100,
            100,
            facts={"innovations": 2},
            flags=[
                flag(
                    "judgement-required",
                    "review",
                    "情况说明里有2项工作，是否属于创新性工作请人工判断。",
                    file="5 创新/情况说明.docx",
                    points_at_stake=100,
                )
            ],
        ),
    ]
    files = [
        file_row(station, "word", ["1.1", "1.5"], "station-application"),
        file_row(ROSTER, "sheet", ["4.3"], None),
        file_row(LIST, "pdf", ["4.3"], None, pages=2),
        file_row("1 基础管理/场地证明.pdf", "pdf", ["1.1", "1.3"], "premises-certificate"),
        *(file_row(f"3 政策宣传/微信/{n:02}.png", "image", ["3.1"], "wechat-article") for n in range(1, 14)),
        file_row("4 活动/实习证明/01.jpg", "image", ["4.1"], "internship-certificate"),
        file_row("5 创新/情况说明.docx", "word", ["5.1"], "innovation-statement"),
        file_row("其他/<script>alert(1)</script>.png", "image", [], None),
        file_row(
            "其他/加密.pdf", "pdf", [], None, status="unreadable", reason="文件加了密码，请提供不加密的版本", pages=0
        ),
        file_row(
            "其他/旧资料.zip/扫描件.djvu",
            "other",
            [],
            None,
            status="unsupported",
            reason="不支持 djvu 格式，请转成 PDF",
            pages=0,
        ),
        file_row("其他/.DS_Store", "other", [], None, status="ignored", pages=0),
    ]
    top = [
        flag("submission-incomplete", "gap", "没有找到年度总结报告，请补交。"),
        flag(
            "unassigned",
            "review",
            "“<script>alert(1)</script>.png”没有哪个指标用得上，请确认它证明什么。",
            file="其他/<script>alert(1)</script>.png",
            page=1,
        ),
    ]
    keys = [
        ("序号", "序号", 1.0),
        ("学生姓名", "姓名", 1.0),
        ("证件号", "身份证号", 1.0),
        ("所在地", "单位所在地", 0.83),
    ]
    rosters = [
        roll(
            ROSTER,
            "2024届毕业生花名册",
            keys,
            cell="花名册!A3",
            title="威海海洋职业学院2024届毕业生就业花名册",
            told_by="标题或同一工作簿的其他表",
            unknown_headers=["备用一", "备用二"],
            rows=4135,
            left_out=[{"why": "“合计”行", "rows": 1}, {"why": "空行", "rows": 3}],
        ),
        roll(LIST, "2024届毕业生花名册", keys[1:3], page=2, rows=2, joined=f"与{ROSTER} 花名册!A3合并：2人都不重复"),
    ]
    return result_of(
        cells,
        files=files,
        rosters=rosters,
        flags=top,
        grade={"proposed": "合格", "possible": ["不合格", "合格", "优秀"]},
        award_yuan={"proposed": 0, "possible": [0, 40000, 50000]},
    )


def empty_result() -> dict[str, Any]:
    """An empty folder: no school, no year, nothing submitted."""
    missing = [flag("no-evidence", "gap", "没有找到这一项的材料，请补交。")]
    external = [flag("external-data-required", "review", "要从业务系统取数，请导入后重算。")]
    cells = [
        indicator(cell, 0, 0, most, flags=external)
        if cell in ("4.2", "4.6")
        else indicator(cell, 0, 0, 0, flags=missing)
        for cell, (_, most) in NAMES.items()
    ]
    top = [
        flag("school-unknown", "review", "材料里看不出是哪所学校，请用 --school 指定。"),
        flag("year-unknown", "review", "材料里看不出评价年度，请用 --year 指定。"),
    ]
    return result_of(
        cells,
        school={"name": None, "found_in": None},
        year=None,
        period=None,
        flags=top,
        grade={"proposed": "不合格", "possible": ["不合格"]},
        award_yuan={"proposed": 0, "possible": [0]},
    )


def draw_pictures(folder: Path, result: dict[str, Any], font_file: str | None = None) -> dict[tuple[str, int], Path]:
    """A page picture for each picture and PDF file of the result, with its quotes where its boxes are."""
    font = ImageFont.truetype(font_file, 34) if font_file else ImageFont.load_default()
    by_page: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for cell in result["indicators"]:
        for entry in cell["evidence"]:
            if entry["page"]:
                by_page.setdefault((entry["file"], entry["page"]), []).append(entry)
    pictures: dict[tuple[str, int], Path] = {}
    for at, (page, entries) in enumerate(by_page.items()):
        picture = Image.new("RGB", (1000, 1400), (250, 248 - at % 5, 244))
        draw = ImageDraw.Draw(picture)
        for line in range(20, 1400, 60):
            draw.rectangle((60, line, 60 + (line * 37) % 800, line + 14), fill=(226, 226, 226))
        for entry in entries:
            if entry["box"]:
                draw.rectangle(entry["box"], fill="white")
                text = entry["text"] if font_file else str(at)
                draw.text((entry["box"][0] + 6, entry["box"][1]), text, fill="black", font=font)
        pictures[page] = folder / f"page{at}.png"
        picture.save(pictures[page])
    return pictures


def decided_result() -> dict[str, Any]:
    """The full result after a reviewer accepted 1.1, gave 4.3 other points, and asked the school about 3.1."""
    result = full_result()
    cells = {cell["id"]: cell for cell in result["indicators"]}
    by = {"reviewer": "评审甲", "at": "2024-12-05T09:30:00+08:00"}
    cells["1.1"]["decided"] = {"points": cells["1.1"]["proposed"], "kind": "accept", "reason": "", **by}
    cells["4.3"]["decided"] = {"points": 20, "kind": "points", "reason": "协议已逐份核对", **by}
    cells["3.1"]["asked"] = [{"text": "第5张截图是哪个公众号的？", **by}]
    groups = [{"id": each["id"], "points": each["proposed"] + 10 * (each["id"] == "4")} for each in result["groups"]]
    decided = {"groups": groups, "total": 78.95, "grade": "合格", "award_yuan": 0}
    return result | {"decided": decided | {"possible": ["合格", "优秀"], "possible_yuan": [0, 40000]}}
