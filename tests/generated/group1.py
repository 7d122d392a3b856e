# ruff: noqa: E501 (what the papers say stands in one piece)
"""Small text papers for cells 1.1–1.8, 2.5, 2.6 and 5.1 in many layouts and wordings, with the points each must have."""

from __future__ import annotations

# fmt: off
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from openpyxl import Workbook
from PIL import Image

YEAR = 2024
SCHOOL = "哈尔滨工业大学（威海）"
OTHER = "山东大学（威海）"
CELLS = ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "2.5", "2.6", "5.1")

Points = tuple[int, int, int]
Row = Sequence[object]
Block = str | tuple[str, str] | list[Row]
"""a paragraph, ("title" or "heading" or "big", text), or the rows of a table"""
Paper = Sequence[Block]


@dataclass(frozen=True)
class Case:
    name: str
    papers: Mapping[str, Paper]
    """file name → what stands in it; the ending is the format"""
    points: Mapping[str, Points] = field(default_factory=dict)
    """low, proposed, high; cells left out have no evidence at all"""
    flags: Mapping[str, set[str]] = field(default_factory=dict)
    """codes that must stand in the cell; in a cell with full points and none named here nothing above a note stands"""
    facts: Mapping[str, float] = field(default_factory=dict)
    once: bool = False
    """checked under its own names only"""
    loose: tuple[str, ...] = ()
    """cells of which nothing is said"""


def cases() -> Iterator[Case]:
    """All of them; names are unique."""
    yield from (*offices(), *seats(), *venues(), *equipment(), *staff(), *regulations(), *plans(), *ledgers())
    yield from (*rates(), *proofs(), *innovations(), *nothing(), *others())


FULL = {"1.1": 10, "1.2": 10, "1.3": 10, "1.4": 10, "1.5": 15, "1.6": 15, "1.7": 15, "1.8": 15, "2.5": 15, "2.6": 15}


def full(*cells: str) -> dict[str, Points]:
    return {cell: (FULL[cell],) * 3 for cell in cells}


def none(*cells: str) -> dict[str, Points]:
    return dict.fromkeys(cells, (0, 0, 0))


def unsure(*cells: str) -> dict[str, Points]:
    return {cell: (0, 0, FULL[cell]) for cell in cells}


# --- 1.1 ------------------------------------------------------------------------------------------

OFFICES: tuple[tuple[str, str, Paper], ...] = (
    ("场地证明", "docx", [("title", "场地证明"), "威海市人力资源和社会保障局：",
        f"兹证明{SCHOOL}大学生就业创业服务指导站位于研究院楼101室，建筑面积{{}}平方米，作为固定办公场所长期使用。", "特此证明。", f"{SCHOOL}资产管理处", "2024年3月1日"]),
    ("用房证明", "docx", [("title", "关于就业创业服务指导站用房的证明"),
        "经学校研究，同意将主楼B座203室（使用面积{}㎡）划拨给就业创业服务指导站作为固定办公用房，长期使用。", f"{SCHOOL}国有资产管理处"]),
    ("使用协议", "docx", [("title", "场地使用协议"), f"甲方：{SCHOOL}后勤管理处", "乙方：大学生就业创业服务指导站",
        "一、甲方将学生活动中心一楼办公室一间（面积：{}平方米）无偿提供给乙方使用。", "二、使用期限自2020年9月1日起长期有效。", "甲方（盖章）：      乙方（盖章）："]),
    ("情况说明", "docx", [("title", "指导站办公场所情况说明"), "我校就业创业服务指导站现有独立办公室1间，门牌号A305，面积为{}m²，场所固定，仅供指导站使用。"]),
    ("plain", "txt", ["办公场所说明", "指导站办公地点在行政楼302，室内固定办公场所使用面积 {} 平米。"]),
    ("spaced", "docx", [("big", "场 地 证 明"), "兹 证 明 就业创业服务指导站 办公室 设在 大学生活动中心 206 房间 ， 面积 {} 平方米 。"]),
    ("审批表", "docx", [("title", "公用房使用审批表"), [["用房单位", "就业指导中心", "房间号", "行政楼302"], ["使用面积", "{}㎡", "用途", "就业创业服务指导站办公室"], ["资产处意见", "同意", "日期", "2021.3.1"]]]),
    ("键值表", "xlsx", [("title", "指导站硬件设施情况表"), [["项目", "内容"], ["办公场所地址", "主楼203"], ["办公场所面积（平方米）", "{}"], ["是否固定", "是"]]]),
    ("无办公字样", "docx", [("title", "场地证明"), "兹证明大学生就业创业服务指导站固定场所为A楼102室，面积{}平方米。"]),
    ("租赁合同", "docx", [("title", "房屋使用合同"), "甲方同意将位于科技楼5层的房屋交乙方作为指导站办公用房使用，", "房屋建筑面积为{}平方米，期限五年。"]),
)


def filled(paper: Paper, value: object) -> Paper:
    def put(text: object) -> object:
        return text.replace("{}", str(value)) if isinstance(text, str) else text

    done: list[Block] = []
    for block in paper:
        if isinstance(block, list):
            done.append([[put(cell) for cell in row] for row in block])
        elif isinstance(block, tuple):
            done.append((block[0], str(put(block[1]))))
        else:
            done.append(str(put(block)))
    return done


def offices() -> Iterator[Case]:
    for index, (name, ending, paper) in enumerate(OFFICES):
        good = ("20", "36.5", "20.0", "128")[index % 4]
        yield Case(f"1.1 {name} {good}", {f"{name}.{ending}": filled(paper, good)}, full("1.1"), facts={"office_area_m2": float(good)})
        yield Case(f"1.1 {name} 19.9", {f"{name}.{ending}": filled(paper, "19.9")}, none("1.1"), {"1.1": {"below-threshold"}}, {"office_area_m2": 19.9})
    rooms: list[Row] = [["序号", "场地名称", "位置", "面积(㎡)", "容纳人数", "用途"], [1, "指导站办公室", "主楼203", 45, 8, "日常办公"], [2, "就业培训室", "主楼301", 120, 80, "就业创业培训"],
                        [3, "大学生活动中心", "东区", 1500, 1000, "校园招聘会"]]
    for ending in ("xlsx", "docx", "csv"):
        yield Case(f"1.1 一览表 {ending}", {f"场地一览表.{ending}": [("title", "指导站场地一览表"), rows_text(rooms)]}, full("1.1", "1.2", "1.3"), facts={"office_area_m2": 45, "training_seats": 80})
    yield Case("1.1 一览表 单位在数", {"场地.docx": [("title", "就业创业服务指导站场地情况"), [["场地", "面积", "容纳人数"], ["办公室", "19平方米", "5人"], ["报告厅", "200平方米", "150人"]]]},
               {**none("1.1"), **full("1.2")}, {"1.1": {"below-threshold"}}, {"office_area_m2": 19, "training_seats": 150})
    yield Case("1.1 证明胜总结", {"场地证明.docx": filled(OFFICES[0][2], "36"), "总结.docx": [("title", "指导站2024年度工作总结"), "指导站设有面积18平方米的固定办公室，服务学生。"]},
               {"1.1": (0, 10, 10)}, {"1.1": {"totals-disagree"}}, {"office_area_m2": 36})
    yield Case("1.1 附件1胜总结", {"附件1.docx": annex1("30", "1", "90", "500", "3", "1", "2"), "总结.docx": [("title", "指导站2024年度工作总结"), "指导站设有面积18平方米的固定办公室，服务学生。"]},
               {"1.1": (0, 10, 10)}, {"1.1": {"totals-disagree"}}, {"office_area_m2": 30}, loose=("1.3", "1.5", "1.2"))
    yield Case("1.1 总结一句", {"总结.docx": [("title", f"{SCHOOL}2024年度工作总结"), "一年来，指导站有固定办公场所1处，面积约60平方米，位于大学生活动中心。"]}, full("1.1"), facts={"office_area_m2": 60})
    yield Case("1.1 没写面积", {"场地证明.docx": [("title", "场地证明"), "兹证明就业创业服务指导站办公场所设在主楼203室，为固定办公场所，特此证明。"]}, unsure("1.1"), {"1.1": {"partial-evidence"}})
    yield Case("1.1 别校", {"场地证明.docx": [("title", "场地证明"), f"兹证明{OTHER}就业创业服务指导站办公室面积36平方米。", OTHER]}, none("1.1"), {"1.1": {"school-mismatch"}})
    yield Case("1.1 校本部", {"场地证明.docx": [("title", "哈尔滨工业大学场地证明"), "兹证明就业创业服务指导站办公室面积36平方米。", "哈尔滨工业大学"]}, unsure("1.1"), {"1.1": {"judgement-required"}})
    yield Case("1.1 企业", {"a.docx": [("title", "威海某某科技有限公司简介"), "公司办公场所面积5000平方米，员工食堂可容纳300人，设有培训教室可容纳100人。"]})
    yield Case("1.1 计划新建", {"a.docx": [("title", "2024年工作计划"), "计划新增固定办公场所50平方米，改造容纳100人的培训教室。"]}, full("1.7"))
    yield Case("1.1 两间合计", {"a.docx": [("title", "场地证明"), "兹证明指导站现有办公室两间，分别为12平方米和16平方米，共28平方米。"]}, full("1.1"), facts={"office_area_m2": 28})
    yield Case("1.1 照片", {"办公场所/IMG_0001.png": [], "办公场所/IMG_0002.png": []}, unsure("1.1"), {"1.1": {"content-unconfirmed"}}, once=True)
    yield Case("1.1 多处", {"场地证明.docx": [("title", "场地证明"), "兹证明指导站设在明德楼，其中办公室面积40平方米，培训教室面积150平方米、可容纳100人，洽谈室面积15平方米。"]}, full("1.1", "1.2"), facts={"office_area_m2": 40, "training_seats": 100})


def rows_text(rows: Sequence[Row]) -> list[Row]:
    return [list(row) for row in rows]


def annex1(office: str, rooms: str, training: str, fairs: str, people: str, fulltime: str, parttime: str, liaison: str = "王建国", staff: Sequence[Row] = ()) -> Paper:
    """附件1 as the policy prints it, filled."""
    table: list[Row] = [
        ["申报高校基本情况", "", "", "", ""], ["名称", SCHOOL, "", "", ""], ["地址", "威海市文化西路2号", "", "", ""], ["在校生规模", "在校生 11000 人，应届毕业生 2600 人。", "", "", ""],
        ["拟建大学生就业服务指导站基本情况", "", "", "", ""], ["指导站地址", "威海 校区 主 楼 203 房间", "", "", ""],
        ["场地情况", f"办公场所 {office} 平方米，培训场地 {rooms} 个，共 {training} 平方米，各类招聘活动场地 {fairs} 平方米，其他场地 无。", "", "", ""],
        ["人员配备", f"共 {people} 人（其中专职人员 {fulltime} 人，兼职人员 {parttime} 人）", "", "", ""], ["联络专员", liaison, "", "联系电话", "0631-5680000"],
        ["指导站电话", "0631-5680001", "", "电子邮箱", "job@example.edu.cn"], ["指导站工作人员基本情况", "", "", "", ""], ["姓名", "所在部门", "职务（职称）", "联系方式", "任职（专/兼）"], *staff,
        ["指导站基本情况介绍", "学校重视就业工作。", "", "", ""], ["申报学校意见", "同意申报（公章）", "", "", "2020年6月10日"],
    ]
    return ["附件1", ("title", "威海市大学生就业创业服务指导站建站申请表"), table]


# --- 1.2 ------------------------------------------------------------------------------------------

SEATS: tuple[tuple[str, str, Paper], ...] = (
    ("教室证明", "docx", [("title", "培训场地证明"), "兹证明就业创业服务指导站可使用图书馆多媒体教室一间，可容纳{}人，用于就业创业培训。特此证明。"]),
    ("报告厅说明", "docx", [("title", "室内培训场地说明"), "培训场地为图书馆二层报告厅，设有座位{}个，活动需要时可随时使用。"]),
    ("培训室", "docx", [("title", "场地使用说明"), "指导站培训室（明德楼305）最多可同时容纳{}人参加培训。"]),
    ("键值", "xlsx", [("title", "培训场地信息表"), [["项目", "情况"], ["场地名称", "创业培训教室"], ["座位数", "{}"]]]),
    ("座的报告厅", "txt", ["场地证明", "我校有{}座的学术报告厅一处，供指导站开展培训使用，特此证明。"]),
    ("满足", "docx", [("title", "场地证明"), "就业创业培训场地在综合楼二楼，能够满足{}名学生同时开展培训。特此证明。"]),
    ("两行", "docx", [("title", "培训教室情况"), "培训教室：综合楼201", "容纳人数：{}人"]),
)


def seats() -> Iterator[Case]:
    for index, (name, ending, paper) in enumerate(SEATS):
        good = ("50", "120", "51")[index % 3]
        yield Case(f"1.2 {name} {good}", {f"{name}.{ending}": filled(paper, good)}, full("1.2"), facts={"training_seats": float(good)})
        yield Case(f"1.2 {name} 49", {f"{name}.{ending}": filled(paper, "49")}, none("1.2"), {"1.2": {"below-threshold"}}, {"training_seats": 49})
    yield Case("1.2 证明不一", {"a证明.docx": filled(SEATS[0][2], "120"), "b说明.docx": filled(SEATS[1][2], "48")}, {"1.2": (0, 10, 10)}, {"1.2": {"totals-disagree"}}, {"training_seats": 120})
    yield Case("1.2 没写人数", {"培训场地说明.docx": [("title", "培训场地说明"), "指导站培训教室设在主楼301，配有投影。"]}, unsure("1.2"), {"1.2": {"partial-evidence"}}, loose=("1.4",))
    yield Case("1.2 人数报告厅", {"a.docx": [("title", "场地证明"), "学校建有200人报告厅1个、60人多媒体教室2间，供指导站培训使用，特此证明。"]}, full("1.2"), facts={"training_seats": 200})
    yield Case("1.2 体育馆", {"a.docx": [("title", "场地证明"), "体育馆可容纳3000人，供招聘会使用，特此证明。"]}, full("1.3"))
    yield Case("1.2 活动人数", {"a.docx": [("title", "场地使用情况说明"), "3月在报告厅举办讲座，共有300人参加；5月在培训教室举办创业培训，学员60人。"]}, unsure("1.2"), {"1.2": {"partial-evidence"}}, loose=("1.3",))
    yield Case("1.2 照片", {"培训场地/DSC_1.png": []}, unsure("1.2"), {"1.2": {"content-unconfirmed"}}, once=True)


# --- 1.3 ------------------------------------------------------------------------------------------


def venues() -> Iterator[Case]:
    yield Case("1.3 说明", {"招聘会场地说明.docx": [("title", "招聘会活动场地说明"), "学校体育馆可作为校园招聘会活动场地，面积2000平方米，可设展位100个。"]}, full("1.3"))
    yield Case("1.3 证明", {"证明.docx": [("title", "证明"), "兹证明我校大学生活动中心一楼大厅面积800平方米，可承办大型校园双选会。特此证明。"]}, full("1.3"))
    yield Case("1.3 文本", {"场地.txt": ["活动场地情况", "风雨操场：可举办各类招聘会，常年使用"]}, full("1.3"))
    yield Case("1.3 表", {"场地表.xlsx": [("title", "校内活动场地情况表"), [["场地名称", "面积（平方米）", "用途"], ["学生活动中心广场", 3000, "校园招聘会、双选会"]]]}, full("1.3"))
    yield Case("1.3 附件1", {"附件1.docx": annex1("36", "1", "120", "1500", "3", "1", "2")}, full("1.1", "1.3"), loose=("1.5", "1.2"))
    yield Case("1.3 别校", {"证明.docx": [("title", "招聘会场地证明"), f"兹证明{OTHER}体育馆可举办校园招聘会。", f"{OTHER}后勤处"]}, none("1.3"), {"1.3": {"school-mismatch"}})
    yield Case("1.3 照片", {"招聘会场地/1.png": []}, unsure("1.3"), {"1.3": {"content-unconfirmed"}}, once=True)


# --- 1.4 ------------------------------------------------------------------------------------------


def equipment() -> Iterator[Case]:
    things: list[Row] = [["序号", "设备名称", "型号", "数量", "备注"], [1, "联想台式电脑", "M430", 4, "在用"], [2, "激光打印机", "HP", 1, ""], [3, "投影仪", "EB-X", 1, ""]]
    for ending in ("xlsx", "docx", "csv"):
        yield Case(f"1.4 清单 {ending}", {f"设备清单.{ending}": [("title", "指导站办公设备清单"), things]}, full("1.4"))
    yield Case("1.4 无题表", {"表.xlsx": [[["资产编号", "资产名称", "规格型号", "数量", "使用地点"], ["20210001", "计算机", "启天", "3", "指导站"], ["20210002", "会议桌", "", "1", "指导站"]]]}, full("1.4"))
    yield Case("1.4 一句", {"说明.docx": [("title", "办公设备及活动配备情况"), "指导站配备电脑4台、打印机1台、投影仪1套，桌椅齐全，网络畅通。"]}, full("1.4"))
    yield Case("1.4 总结一句", {"总结.docx": [("title", "就业创业服务指导站2024年度工作总结"), "指导站配备了计算机、打印机、档案柜等办公设备，条件不断改善。"]}, full("1.4"))
    yield Case("1.4 txt", {"a.txt": ["指导站设备情况", "笔记本电脑 2台", "打印复印一体机 1台", "音响 1套"]}, full("1.4"))
    yield Case("1.4 照片", {"办公设备/IMG_2.png": []}, unsure("1.4"), {"1.4": {"content-unconfirmed"}}, once=True)
    yield Case("1.4 别校", {"设备清单.docx": [("title", f"{OTHER}就业指导站设备清单"), things]}, none("1.4"), {"1.4": {"school-mismatch"}})


# --- 1.5 ------------------------------------------------------------------------------------------

A, B, C, D = "王建国", "李晓梅", "张伟", "刘海燕"
STAFF: tuple[tuple[str, str, Paper], ...] = (
    ("职责列", "docx", [("title", "指导站工作人员信息表"), [["序号", "姓名", "职务", "专兼职", "岗位职责"], ["1", A, "主任", "兼职", "全面工作"], ["2", B, "科员", "专职", "联络员"], ["3", C, "科员", "专职", "活动组织"]]]),
    ("任职列", "xlsx", [("title", "工作人员基本信息"), [["姓名", "部门", "职务/职称", "任职（专/兼）", "备注"], [A, "就业处", "处长", "兼", ""], [B, "就业处", "讲师", "专", "联络员"], [C, "就业处", "讲师", "专", ""]]]),
    ("职务里", "docx", [("title", "人员配置"), [["姓名", "职务", "联系电话"], [A, "站长（兼职）", "13800000001"], [B, "专职联络员", "13800000002"], [C, "工作人员（兼职）", "13800000003"]]]),
    ("句子", "docx", [("title", "指导站人员配备情况"), f"指导站工作人员：{A}（兼职）、{B}（专职联络员）、{C}（兼职）。"]),
    ("句子二", "txt", ["人员名单", f"站长：{A}", f"专职联络员：{B}", f"工作人员：{C}、{D}"]),
    ("勾选", "xlsx", [("title", "工作人员名单"), [["姓名", "性别", "职务", "专职", "兼职", "联络员"], [A, "男", "主任", "", "√", ""], [B, "女", "科员", "√", "", "√"], [C, "男", "科员", "", "√", ""]]]),
    ("是否列", "xlsx", [("title", "指导站人员一览表"), [["姓名", "部门", "是否专职", "是否联络员"], [A, "就业处", "否", "否"], [B, "就业处", "是", "是"], [C, "学工处", "否", "否"]]]),
    ("csv", "csv", [[["姓名", "职务", "专兼职", "分工"], [A, "主任", "专职", "统筹"], [B, "干事", "专职", "联络员，对接市人社局"], [C, "辅导员", "兼职", "咨询"]]]),
    ("站内头衔", "docx", [("title", "就业创业服务指导站成员名单"), [["站内职务", "姓名", "所在单位及职务", "专职/兼职"], ["站长", A, "就业处处长", "兼职"], ["联络员", B, "就业处科员", "专职"], ["成员", C, "学工处科员", "兼职"]]]),
)


def staff() -> Iterator[Case]:
    for name, ending, paper in STAFF:
        yield Case(f"1.5 {name}", {f"人员名单.{ending}": paper}, full("1.5"), facts={"fulltime_liaison": 1})
    head = ["姓名", "职务", "专兼职", "岗位职责"]
    yield Case("1.5 联络员兼职", {"人员.docx": [("title", "工作人员名单"), [head, [A, "主任", "专职", "全面"], [B, "科员", "兼职", "联络员"], [C, "科员", "专职", "培训"]]]}, none("1.5"), {"1.5": {"partial-evidence"}}, {"staff": 3, "fulltime_liaison": 0})
    yield Case("1.5 两人", {"人员.docx": [("title", "工作人员名单"), [head, [A, "主任", "专职", "全面"], [B, "科员", "专职", "联络员"]]]}, none("1.5"), {"1.5": {"partial-evidence"}}, {"staff": 2})
    yield Case("1.5 无专职", {"人员.docx": [("title", "工作人员名单"), [head, [A, "主任", "兼职", "全面"], [B, "科员", "兼职", "咨询"], [C, "科员", "兼职", "咨询"]]]}, none("1.5"), {"1.5": {"partial-evidence"}}, {"staff": 3})
    yield Case("1.5 无联络员", {"人员.docx": [("title", "工作人员名单"), [head, [A, "主任", "专职", "全面"], [B, "科员", "专职", "咨询"], [C, "科员", "兼职", "咨询"]]]}, unsure("1.5"), {"1.5": {"judgement-required"}})
    yield Case("1.5 只有人数", {"说明.docx": [("title", "指导站人员配备说明"), "指导站现有工作人员4人，其中专职2人，兼职2人，设专职联络员1名。"]}, unsure("1.5"), {"1.5": {"judgement-required"}})
    people: list[Row] = [[A, "就业处", "处长", "13800000001", "兼"], [B, "就业处", "科员", "13800000002", "专"], [C, "就业处", "科员", "13800000003", "专"]]
    yield Case("1.5 附件1 专", {"附件1.docx": annex1("36", "1", "120", "1500", "3", "2", "1", B, people)}, full("1.1", "1.3", "1.5"), facts={"staff": 3}, loose=("1.2",))
    yield Case("1.5 附件1 兼", {"附件1.docx": annex1("36", "1", "120", "1500", "3", "2", "1", A, people)}, {**full("1.1", "1.3"), **none("1.5")}, {"1.5": {"partial-evidence"}}, {"fulltime_liaison": 0}, loose=("1.2",))
    yield Case("1.5 评委", {"a.docx": [("title", "大学生创业大赛评委名单"), [["姓名", "单位", "职务"], [A, "威海市人社局", "科长"], [B, "某某公司", "经理"], [C, "创业学院", "院长"]]]})
    yield Case("1.5 两人加嘉宾", {"a.docx": [("title", "讲座嘉宾名单"), [["姓名", "职务", "专兼职"], [D, "教授", "专职"]]], "人员.docx": [("title", "工作人员名单"), [head, [A, "主任", "专职", "全面"], [B, "科员", "专职", "联络员"]]]}, none("1.5"), {"1.5": {"partial-evidence"}}, {"staff": 2})
    yield Case("1.5 校本部", {"人员.docx": [("title", "哈尔滨工业大学就业指导站工作人员名单"), *STAFF[0][2][1:]]}, unsure("1.5"), {"1.5": {"judgement-required"}})
    yield Case("1.5 别校", {"人员.docx": [("title", f"{OTHER}指导站工作人员名单"), *STAFF[0][2][1:]]}, none("1.5"), {"1.5": {"school-mismatch"}})
    yield Case("1.5 同名两次", {"人员.docx": [("title", "工作人员名单"), [head, [A, "主任", "专职", "联络员"], [A, "主任", "专职", "联络员"], [C, "科员", "专职", "培训"]]]}, none("1.5"), {"1.5": {"partial-evidence"}}, {"staff": 2})


# --- 1.6 ------------------------------------------------------------------------------------------

RULE = ["第一条 为规范管理，制定本办法。", "第二条 本办法适用于指导站。", "第三条 本办法自发布之日起施行。"]
WORK = ("就业创业服务指导站工作制度", f"{SCHOOL}就业创业服务指导站工作管理办法（试行）", "指导站日常工作规定", "大学生就业创业服务指导站管理细则", "指导站工作规程", "就业创业服务指导站规章制度", "招聘会组织工作制度")
MONEY = ("财务管理制度", "就业创业服务指导站经费管理规定", "专项资金使用细则", "指导站奖补资金管理办法（暂行）", "经费使用与报销制度", "指导站财务管理办法", "财务制度")


def regulations() -> Iterator[Case]:
    for index, (work, money) in enumerate(zip(WORK, MONEY, strict=True)):
        first, second = [("title", work), *RULE], [("title", money), *RULE]
        yield Case(f"1.6 两份 {index}", {"工作.docx": first, "财务.docx": second}, full("1.6"))
        yield Case(f"1.6 只有工作 {index}", {"工作.docx": first}, none("1.6"), {"1.6": {"partial-evidence"}})
        yield Case(f"1.6 只有财务 {index}", {"财务.txt": [money, *RULE]}, none("1.6"), {"1.6": {"partial-evidence"}})
        joined = [("title", "指导站管理制度汇编"), ("heading", work), *RULE, ("heading", money), *RULE]
        yield Case(f"1.6 一份 {index}", {"制度汇编.docx": joined}, full("1.6"))
    yield Case("1.6 一、二、", {"制度.docx": [("title", "就业创业服务指导站制度"), "一、工作制度", *RULE, "二、财务管理制度", *RULE]}, full("1.6"))
    yield Case("1.6 文中第二题", {"制度.docx": [("title", "指导站工作制度"), *RULE, ("big", "指导站财务管理制度"), *RULE]}, full("1.6"))
    yield Case("1.6 只财务带工作二字", {"财务.docx": [("title", "指导站财务工作管理办法"), *RULE]}, none("1.6"), {"1.6": {"partial-evidence"}})
    yield Case("1.6 不相干", {"a.docx": [("title", "本科生学籍管理规定"), *RULE], "b.docx": [("title", "学生宿舍管理办法"), *RULE], "c.docx": [("title", "实验室安全管理制度"), *RULE]})
    yield Case("1.6 总结", {"a.docx": [("title", "指导站2024年度工作总结"), "一、完善工作制度和财务管理制度", "修订了指导站工作制度和财务管理制度。"]})
    yield Case("1.6 通知", {"a.docx": [("title", "关于召开工作制度与财务制度讨论会的通知"), "请各学院参加。"]})
    yield Case("1.6 印发", {"a.docx": [("title", "关于印发《就业创业服务指导站工作管理办法》的通知"), "各学院：", "现将办法印发给你们。", *RULE], "b.docx": [("title", "关于印发《指导站经费管理办法（试行）》的通知"), *RULE]}, full("1.6"))
    yield Case("1.6 校级其他", {"a.docx": [("title", "学生请假管理规定"), *RULE], "b.docx": [("title", "科研经费管理办法"), *RULE], "c.docx": [("title", "毕业论文工作管理规定"), *RULE], "d.docx": [("title", "大学生实习管理办法"), *RULE]})
    yield Case("1.6 只列名", {"a.docx": [("title", "材料目录"), "1.指导站工作制度", "2.指导站财务管理制度", "3.工作计划"]})
    yield Case("1.6 说到", {"a.docx": [("title", "关于工作制度建设情况的说明"), "我站完善了工作制度和财务管理制度。"]})
    yield Case("1.6 汇编多章", {"汇编.docx": [("title", "就业创业服务指导站规章制度汇编"), "第一章 例会制度", *RULE, "第二章 档案管理制度", *RULE, "第三章 财务制度", *RULE]}, full("1.6"))
    yield Case("1.6 附件条目", {"a.docx": [("title", "指导站工作制度"), *RULE, "附件：1.指导站财务管理制度", "2.来访登记表"]}, none("1.6"), {"1.6": {"partial-evidence"}})
    yield Case("1.6 条文提到", {"a.docx": [("title", "指导站工作制度"), "第一条 为规范管理，制定本制度。", "第二条 严格执行学校财务管理制度。", "第三条 遵守财务制度", "第四条 自印发之日起施行。"]}, none("1.6"), {"1.6": {"partial-evidence"}})
    yield Case("1.6 别校", {"a.docx": [("title", f"{OTHER}指导站工作制度"), *RULE], "b.docx": [("title", "财务管理制度"), *RULE, OTHER]}, none("1.6"), {"1.6": {"school-mismatch"}})


# --- 1.7 ------------------------------------------------------------------------------------------

STEPS = ["一、工作目标", "提高就业质量，服务毕业生。", "二、主要任务", "（一）组织校园招聘会6场。", "（二）开展政策宣传。"]
GOOD_PLANS = (
    "2024年工作计划", "就业创业服务指导站2024年度工作计划", "2023-2024学年工作计划", "2024—2025学年第一学期工作计划", "2024年度工作要点", "二〇二四年工作计划",
    "指导站2024年全年工作安排", "2024年就业创业工作计划表", f"{SCHOOL}指导站年度工作计划（2024年）",
)


def plans() -> Iterator[Case]:
    for title in GOOD_PLANS:
        yield Case(f"1.7 {title}", {"计划.docx": [("title", title), *STEPS]}, full("1.7"))
    for title in ("2023年工作计划", "指导站2022-2023学年工作计划", "2025年度工作计划"):
        yield Case(f"1.7 {title}", {"计划.docx": [("title", title), *STEPS]}, none("1.7"), {"1.7": {"date-outside-period"}})
    yield Case("1.7 无年", {"计划.docx": [("title", "指导站全年工作计划"), *STEPS]}, unsure("1.7"), {"1.7": {"date-missing"}})
    yield Case("1.7 文中年", {"计划.docx": [("title", "指导站工作计划"), "2024年，指导站将围绕留威就业开展工作。", *STEPS]}, full("1.7"))
    yield Case("1.7 落款年", {"计划.docx": [("title", "指导站全年工作计划"), *STEPS, "就业指导中心", "2024年1月8日"]}, full("1.7"))
    yield Case("1.7 回顾去年", {"计划.docx": [("title", "2024年工作计划"), "2023年就业率达到92%，在2023年工作基础上，制定本计划。", *STEPS]}, full("1.7"), loose=("2.5",))
    yield Case("1.7 去年计划提今年", {"计划.docx": [("title", "2023年工作计划"), "为2024年打好基础。", *STEPS]}, none("1.7"), {"1.7": {"date-outside-period"}})
    yield Case("1.7 表", {"计划.xlsx": [("title", "2024年指导站月度工作计划表"), [["月份", "工作内容", "负责人"], ["1月", "制定计划", A], ["3月", "春季招聘会", B]]]}, full("1.7"))
    yield Case("1.7 txt", {"计划.txt": ["指导站2024年工作计划", "1月 制定计划", "3月 招聘会"]}, full("1.7"))
    yield Case("1.7 别的计划", {"a.docx": [("title", "2024年教学计划"), "课程。"], "b.docx": [("title", "2024年招生计划"), "招生。"], "c.docx": [("title", "2024年学生实习计划"), "实习。"], "d.docx": [("title", "软件工程专业培养计划"), "2024级"], "e.docx": [("title", "2024年党支部工作计划总结"), "党建。"]})
    yield Case("1.7 总结充计划", {"计划.docx": [("title", "指导站2024年工作总结"), "一、全年工作计划完成情况", "完成。"]})
    yield Case("1.7 总结暨计划", {"a.docx": [("title", "2023年工作总结暨2024年工作计划"), *STEPS]}, full("1.7"))
    yield Case("1.7 明年计划", {"a.docx": [("title", "2024年工作总结及2025年工作计划"), *STEPS]}, none("1.7"), {"1.7": {"date-outside-period"}})
    yield Case("1.7 届", {"a.docx": [("title", "2024届毕业生就业工作计划"), *STEPS]}, full("1.7"))
    yield Case("1.7 只有表名", {"a.xlsx": [("title", "指导站年度工作计划"), [["时间", "工作内容", "负责人"], ["2024年3月", "春季招聘会", A], ["2024年10月", "秋季招聘会", B]]]}, full("1.7"))
    yield Case("1.7 别校", {"计划.docx": [("title", f"{OTHER}2024年就业工作计划"), *STEPS]}, none("1.7"), {"1.7": {"school-mismatch"}})
    yield Case("1.7 两年", {"今年.docx": [("title", "2024年工作计划"), *STEPS], "去年.docx": [("title", "2023年工作计划"), *STEPS]}, full("1.7"), {"1.7": {"date-outside-period"}})


# --- 1.8 ------------------------------------------------------------------------------------------


def ledgers() -> Iterator[Case]:
    head = ["序号", "日期", "活动名称", "地点", "参加人数", "负责人"]

    def lines(*days: object) -> list[Row]:
        return [head, *([index, day, f"就业指导讲座{index}", "报告厅", 40, A] for index, day in enumerate(days, 1))]

    for name, days in {
        "点": ("2024.3.5", "2024.5.1"), "数字": ("20240305", "20240501"), "汉": ("2024年3月5日", "2024年11月8日"), "斜": ("2024/3/5", "2024/10/1"), "横": ("2024-03-05",),
        "月": ("2024年3月", "2024.4"), "日期型": (datetime(2024, 3, 5), datetime(2024, 10, 9)), "跨年": ("2023-12-20", "2024-01-05"), "区间": ("2024.3.5-3.7",),
    }.items():
        yield Case(f"1.8 {name}", {"台账.xlsx": [("title", "就业创业服务指导站工作台账"), lines(*days)]}, full("1.8"))
    for title in ("2024年基础台账", "指导站2024年度活动登记表"):
        yield Case(f"1.8 年在题 {title}", {"台账.xlsx": [("title", title), lines("3月5日", "10月8日")]}, full("1.8"))
    yield Case("1.8 年在题 短", {"台账.xlsx": [("title", "2024年基础台账"), lines("3.5", "10.18")]}, full("1.8"))
    yield Case("1.8 word", {"台账.docx": [("title", "指导站工作记录表"), lines("2024年3月5日", "2024年4月1日")]}, full("1.8"))
    yield Case("1.8 csv", {"台账.csv": [("title", "指导站活动台账"), lines("2024-03-05", "2024-04-01")]}, full("1.8"))
    yield Case("1.8 空", {"台账.xlsx": [("title", "指导站工作台账"), lines()]}, none("1.8"), {"1.8": {"partial-evidence"}})
    yield Case("1.8 空 有序号", {"台账.docx": [("title", "2024年指导站工作台账"), [head, [1, "", "", "", "", ""], [2, "", "", "", "", ""]]]}, none("1.8"), {"1.8": {"partial-evidence"}})
    yield Case("1.8 空 填表日期", {"台账.docx": [("title", "指导站工作台账"), "填表日期：2024年3月1日", lines()]}, none("1.8"), {"1.8": {"partial-evidence"}})
    yield Case("1.8 去年", {"台账.xlsx": [("title", "指导站工作台账"), lines("2023.3.5", "2023.5.6")]}, none("1.8"), {"1.8": {"date-outside-period"}})
    yield Case("1.8 去年 题", {"台账.xlsx": [("title", "2023年指导站工作台账"), lines("3月5日", "5月6日")]}, none("1.8"), {"1.8": {"date-outside-period"}})
    yield Case("1.8 去年 落款今年", {"台账.docx": [("title", "指导站工作台账"), lines("2023.3.5", "2023.5.6"), "制表日期：2024年1月3日"]}, none("1.8"), {"1.8": {"date-outside-period"}})
    yield Case("1.8 无日期", {"台账.xlsx": [("title", "指导站工作台账"), [["序号", "活动名称", "地点"], [1, "讲座", "报告厅"], [2, "咨询", "主楼"]]]}, unsure("1.8"), {"1.8": {"date-missing"}})
    yield Case("1.8 咨询", {"咨询.docx": [("title", "就业指导咨询记录表"), [["来访学生", "咨询时间", "咨询内容", "咨询师"], ["赵一", "2024年4月2日", "简历", B], ["钱二", "2024年4月9日", "面试", B]]]}, full("1.8"))
    yield Case("1.8 别的账", {"a.xlsx": [("title", "固定资产台账"), [["资产编号", "购置日期", "数量"], ["1", "2024.3.1", "2"]]], "b.docx": [("title", "毕业生登记表"), [["姓名", "出生日期"], ["赵一", "2001.3.1"]]], "c.xlsx": [("title", "财务总账"), [["日期", "摘要", "金额"], ["2024.3.1", "差旅", "200"]]]}, loose=("1.4",))
    yield Case("1.8 月份无年", {"台账.xlsx": [("title", "2024年指导站活动台账"), [["月份", "活动", "人数"], ["3月", "招聘会", 300], ["4月", "讲座", 80]]]}, full("1.8"))
    yield Case("1.8 活动一览", {"a.xlsx": [("title", "2024年度就业活动一览表"), lines("2024.3.5", "2024.5.6")]}, full("1.8"))
    yield Case("1.8 两份", {"a.xlsx": [("title", "指导站工作台账"), lines("2023.3.5")], "b.xlsx": [("title", "指导站工作台账"), lines("2024.3.5")]}, full("1.8"), {"1.8": {"date-outside-period"}})
    yield Case("1.8 文字", {"a.docx": [("title", "台账建立情况说明"), "2024年3月建立台账，记录完整。"]})
    yield Case("1.8 别校", {"台账.xlsx": [("title", f"{OTHER}指导站工作台账"), lines("2024.3.5")]}, none("1.8"), {"1.8": {"school-mismatch"}})


# --- 2.5 ------------------------------------------------------------------------------------------

GOOD_RATES: tuple[tuple[str, str, Paper], ...] = (
    ("句", "docx", [("title", "2024届毕业生就业情况报告"), "截至8月31日，我校2024届毕业生就业率为92.35%。"]),
    ("句二", "txt", ["关于报送就业数据的说明", "2024届毕业生去向落实率95.1%，留威率20%。"]),
    ("键值", "docx", [("title", "2024届毕业生就业统计表"), [["毕业生总数", "2600"], ["就业人数", "2405"], ["就业率", "92.5%"]]]),
    ("表头", "xlsx", [("title", "2024届毕业生就业率统计表"), [["学院", "毕业生数", "就业人数", "就业率"], ["信息学院", 300, 279, "93.00%"], ["海洋学院", 200, 170, "85.00%"], ["合计", 500, 449, "89.80%"]]]),
    ("数字率", "xlsx", [("title", "2024年就业数据报送表"), [["学院", "毕业生数", "就业人数", "就业率(%)"], ["信息学院", 300, 279, 93.0]]]),
    ("小数率", "xlsx", [("title", "2024届毕业生就业率"), [["毕业生人数", "就业人数", "就业率"], [300, 279, 0.93]]]),
    ("质量报告", "docx", [("title", f"{SCHOOL}2024届毕业生就业质量年度报告"), "第一章 规模与结构", "毕业生2600人。", "第二章 毕业去向落实率", "截至2024年8月31日，本科毕业生毕业去向落实率为90.12%。"]),
    ("年在文", "docx", [("title", "就业率统计"), "2024年毕业生初次就业率为88.6%。"]),
    ("百分之", "docx", [("title", "2024年毕业生就业情况"), "我校应届毕业生就业率达到百分之九十二点三。"]),
    ("总结", "docx", [("title", "指导站2024年度工作总结"), "2024届毕业生就业率达到93.2%，居同类院校前列。"]),
)


def rates() -> Iterator[Case]:
    for name, ending, paper in GOOD_RATES:
        yield Case(f"2.5 {name}", {f"就业率.{ending}": paper}, full("2.5"))
    yield Case("2.5 无年", {"就业率.docx": [("title", "毕业生就业率统计"), "我校毕业生就业率为92.3%。"]}, unsure("2.5"), {"2.5": {"date-missing"}})
    yield Case("2.5 无年 表", {"就业率.xlsx": [("title", "毕业生就业率统计表"), [["学院", "毕业生数", "就业率"], ["信息学院", 300, "93%"]]]}, unsure("2.5"), {"2.5": {"date-missing"}})
    for text in ("2023届毕业生就业率为92.3%。", "2023年我校毕业生去向落实率为92.3%。"):
        yield Case(f"2.5 去年 {text[:6]}", {"就业率.docx": [("title", "就业数据"), text]}, none("2.5"), {"2.5": {"date-outside-period"}})
    yield Case("2.5 去年题", {"就业率.docx": [("title", "2023届毕业生就业质量报告"), "毕业去向落实率为92.3%。", "2024年1月"]}, none("2.5"), {"2.5": {"date-outside-period"}})
    yield Case("2.5 两届", {"就业率.docx": [("title", "毕业生就业情况"), "2023届毕业生就业率为91.0%，2024届毕业生就业率为92.3%。"]}, full("2.5"))
    yield Case("2.5 只说要", {"a.docx": [("title", "关于做好就业率统计工作的通知"), "请各学院于6月30日前报送就业率。"]})
    yield Case("2.5 届次列", {"a.xlsx": [("title", "毕业生就业率统计表"), [["届别", "毕业生数", "就业人数", "就业率"], ["2023届", 310, 290, "93.5%"], ["2024届", 300, 279, "93%"]]]}, full("2.5"))
    yield Case("2.5 年份列", {"a.docx": [("title", "毕业生就业率统计表"), [["年份", "毕业生数", "去向落实率"], ["2022", "300", "91%"], ["2023", "310", "93.5%"]]]}, none("2.5"), {"2.5": {"date-outside-period"}})
    yield Case("2.5 总结去年届", {"a.docx": [("title", "指导站2024年度工作总结"), "2023届毕业生年终就业率为92%。"]}, none("2.5"), {"2.5": {"date-outside-period"}})
    yield Case("2.5 目标", {"a.docx": [("title", "指导站2024年度工作总结"), "下一步力争2025届毕业生就业率不低于90%。"], "b.docx": [("title", "2024年工作计划"), "目标：毕业生去向落实率达到93%。"]}, full("1.7"))
    yield Case("2.5 比上年", {"a.docx": [("title", "2024届毕业生就业数据报告"), "2024届毕业生就业率92.3%，比2023届提高1.2个百分点。"]}, full("2.5"))
    yield Case("2.5 统计日", {"a.docx": [("title", "毕业生就业率情况说明"), "截至2024年12月20日，毕业生就业率为92.3%。"]}, full("2.5"))
    yield Case("2.5 招聘会数据", {"a.xlsx": [("title", "2024年招聘会统计表"), [["场次", "参会企业", "岗位数", "签约率"], [1, 30, 200, "12%"]]]})
    yield Case("2.5 别校", {"a.docx": [("title", f"{OTHER}2024届毕业生就业质量报告"), "就业率为92.3%。"]}, none("2.5"), {"2.5": {"school-mismatch"}})


# --- 2.6 ------------------------------------------------------------------------------------------

PROOFS: tuple[tuple[str, str, Paper], ...] = (
    ("在校证明", "docx", [("title", "在校证明"), f"兹证明赵一，男，学号2022210101，系{SCHOOL}信息学院2022级在校生。", "特此证明。", f"{SCHOOL}教务处", "2024年5月8日"]),
    ("在读证明", "txt", ["在读证明", f"兹有学生钱二，系{SCHOOL}在读本科生。"]),
    ("确认函", "docx", [("title", "在校生信息确认函"), "威海市人力资源和社会保障局：", "经核实，名单内32名学生均为我校在校生，信息属实，特此确认。"]),
    ("核实表", "xlsx", [("title", "创业培训学员在校生身份确认表"), [["姓名", "学号", "学院", "是否在校"], ["赵一", "2022210101", "信息学院", "是"]]]),
    ("证明", "docx", [("title", "证明"), "兹证明以下同学系我校在校学生，学籍状态正常。", [["姓名", "学号", "专业"], ["赵一", "2022210101", "软件工程"]], "特此证明"]),
    ("补贴", "docx", [("title", "关于申请创业补贴学生学籍情况的证明"), "赵一同学为我校2022级全日制在校生，学籍有效。"]),
    ("学籍证明", "docx", [("title", "学籍证明"), "学生赵一，2022年9月入学，现为我校在籍学生。"]),
)


def proofs() -> Iterator[Case]:
    for name, ending, paper in PROOFS:
        yield Case(f"2.6 {name}", {f"{name}.{ending}": paper}, full("2.6"))
    yield Case("2.6 别校", {"a.docx": [("title", "在校证明"), f"兹证明赵一系{OTHER}在校生。特此证明。", OTHER]}, none("2.6"), {"2.6": {"school-mismatch"}})
    yield Case("2.6 实习证明", {"a.docx": [("title", "实习证明"), f"兹证明{SCHOOL}在校生赵一于2024年3月至6月在我公司实习。特此证明。", "威海某某科技有限公司"]})
    yield Case("2.6 通知", {"a.docx": [("title", "关于开展在校生信息确认工作的通知"), "各学院：请于5月10日前完成在校生信息确认。"]})
    yield Case("2.6 认定材料", {"a.docx": [("title", "在校大学生创业补贴资格认定材料"), "以下同学为我校在籍在校学生，符合条件。"]}, full("2.6"))
    yield Case("2.6 英文题", {"a.docx": [("title", "学生在籍在校情况证明"), f"{SCHOOL}兹证明赵一为我校学生。"]}, full("2.6"))
    yield Case("2.6 名册不是证明", {"a.xlsx": [("title", "2024年在校生数据库"), [["姓名", "学号", "年级", "学历层次"], ["赵一", "2022210101", "2022", "本科"]]]})
    yield Case("2.6 离职", {"a.docx": [("title", "离职证明"), "兹证明赵一同志在我公司工作，现已离职。特此证明。"], "b.docx": [("title", "收入证明"), "兹证明赵一月收入5000元。"]})


# --- 5.1 ------------------------------------------------------------------------------------------


def innovations() -> Iterator[Case]:
    long = "围绕毕业生留威，联合园区企业开展岗位体验，全年组织12批次，效果良好。"
    two, one, three = (0, 100, 100), (0, 0, 50), (0, 100, 100)
    judged, ambiguous = {"5.1": {"judgement-required"}}, {"5.1": {"rule-ambiguous"}}
    both = {
        "顿号": ["一、打造“留威夜校”品牌", long, "二、推行企业导师驻站制", long],
        "阿拉伯": ["1. 建立校地人才联络机制", long, "2. 开展“威海行”企业体验", long],
        "括号": ["（一）“云上留威”直播间", long, "（二）就业服务进公寓", long],
        "举措一": [("heading", "创新举措一：留威体验营"), long, ("heading", "创新举措二：校友导航"), long],
        "第一项": ["第一项 留威体验营", long, "第二项 校友导航", long],
        "小节": ["一、留威体验营", "（一）背景", long, "（二）做法", long, "（三）成效", long, "二、校友导航", "（一）背景", long, "（二）做法", long, "（三）成效", long],
        "有前言": ["一、基本情况", long, "二、创新做法", "（一）留威体验营", long, "（二）校友导航", long, "三、工作成效", long],
        "有结尾": ["一、打造“留威夜校”品牌", long, "二、推行企业导师驻站制", long, "三、下一步工作打算", long],
        "样式": [("heading", "留威夜校"), long, ("heading", "企业导师驻站"), long],
    }
    for name, blocks in both.items():
        yield Case(f"5.1 两项 {name}", {"创新.docx": [("title", "创新性工作开展情况说明"), *blocks]}, {"5.1": two}, judged, {"innovations": 2})
    yield Case("5.1 三项", {"创新.docx": [("title", "创新举措情况说明"), "一、留威夜校", long, "二、校友导航", long, "三、云上直播", long]}, {"5.1": three}, judged, {"innovations": 3})
    yield Case("5.1 两项 txt", {"创新.txt": ["创新工作情况说明", "1、留威夜校", long, "2、校友导航", long]}, {"5.1": two}, judged, {"innovations": 2})
    yield Case("5.1 两份", {"一.docx": [("title", "创新举措情况说明：留威夜校"), long], "二.docx": [("title", "创新举措情况说明：校友导航"), long]}, {"5.1": two}, judged, {"innovations": 2})
    yield Case("5.1 两份 同题", {"一.docx": [("title", "创新性工作情况说明"), "我站打造“留威夜校”。" + long], "二.docx": [("title", "创新性工作情况说明"), "我站推行“校友导航”。" + long]}, {"5.1": two}, judged, {"innovations": 2})
    sections = {
        "背景": ["一、工作背景", long, "二、主要做法", long, "三、取得成效", long],
        "背景长": ["一、项目实施背景", long, "二、具体做法与措施", long, "三、取得的主要成效", long, "四、经验启示与推广价值", long],
        "段": [long, "这项工作得到学生欢迎。"],
        "做法里": ["一、背景", long, "二、做法", "（一）加强领导", long, "（二）精心组织", long, "三、成效", long],
    }
    for name, blocks in sections.items():
        yield Case(f"5.1 一项 {name}", {"创新.docx": [("title", "“留威夜校”创新工作情况说明"), *blocks]}, {"5.1": one}, ambiguous, {"innovations": 1})
    yield Case("5.1 一项 编号", {"创新.docx": [("title", "创新性工作情况说明"), "一、打造“留威夜校”品牌", long]}, {"5.1": one}, ambiguous, {"innovations": 1})
    yield Case("5.1 加强领导", {"创新.docx": [("title", "创新性工作情况说明：留威夜校"), "一、加强组织领导", long, "二、完善工作机制", long, "三、取得成效", long]}, {"5.1": one}, ambiguous, {"innovations": 1})
    yield Case("5.1 同文两格式", {"a.docx": [("title", "留威夜校创新工作情况说明"), long], "a.txt": ["留威夜校创新工作情况说明", long]}, {"5.1": one}, ambiguous, {"innovations": 1})
    yield Case("5.1 其一其二", {"a.docx": [("title", "指导站创新举措情况说明"), "创新工作1：留威夜校", long, "创新工作2：校友导航", long]}, {"5.1": two}, judged, {"innovations": 2})
    yield Case("5.1 表", {"a.docx": [("title", "创新性工作情况说明"), [["序号", "创新工作名称", "开展情况"], ["1", "留威夜校", long], ["2", "校友导航", long]]]}, {"5.1": two}, judged, {"innovations": 2})
    yield Case("5.1 总结里的节", {"a.docx": [("title", "指导站2024年度工作总结"), "一、基本情况", long, "五、创新举措", "（一）留威夜校", long, "（二）校友导航", long]}, loose=("5.1",))
    yield Case("5.1 别校", {"创新.docx": [("title", f"{OTHER}创新性工作情况说明"), "一、夜校", long, "二、导航", long]}, none("5.1"), {"5.1": {"school-mismatch"}})
    yield Case("5.1 大赛", {"a.docx": [("title", "创新创业大赛情况说明"), "一、初赛", long, "二、决赛", long], "b.docx": [("title", "2024年大学生创新训练项目立项名单"), long]})


def others() -> Iterator[Case]:
    """Further wordings, a case each."""
    long = "围绕毕业生留威，联合园区企业开展岗位体验，全年组织12批次，效果良好。"
    two = {"5.1": (0, 100, 100)}
    yield Case("另 a1", {"a.docx": [("title", "指导站2024年度工作总结"), "指导站设在大学生活动中心三楼，使用面积约35㎡。"]}, full("1.1"), facts={"office_area_m2": 35}, once=True)
    yield Case("另 a2", {"a.docx": [("title", "场地证明"), "指导站固定办公场所面积达40余平方米。"]}, full("1.1"), facts={"office_area_m2": 40}, once=True)
    yield Case("另 a3", {"a.docx": [("title", "场地证明"), "兹证明指导站办公室面积三十六平方米。"]}, full("1.1"), facts={"office_area_m2": 36}, once=True)
    yield Case("另 a4", {"a.xlsx": [("title", "指导站场地情况"), [["场地", "地点", "建筑面积(m²)"], ["室内固定办公场所", "主楼203", 36]]]}, full("1.1"), facts={"office_area_m2": 36}, once=True)
    yield Case("另 a5", {"a.docx": [("title", "场地证明"), [["办公场所", "主楼203室"], ["面积", "36 m2"], ["用途", "指导站日常办公"]]]}, full("1.1"), facts={"office_area_m2": 36}, once=True)
    yield Case("另 a6", {"a.docx": [("title", "用房说明"), "办公用房：主楼203，36平米；培训用房：主楼301，150平米，可坐80人；招聘场地：体育馆。"]}, full("1.1", "1.2", "1.3"), facts={"office_area_m2": 36,"training_seats": 80}, once=True)
    yield Case("另 b1", {"a.docx": [("title", "场地证明"), "学校培训教室可同时容纳120余人参加培训。"]}, full("1.2"), facts={"training_seats": 120}, once=True)
    yield Case("另 b2", {"a.docx": [("title", "场地证明"), "室内培训场地可容纳50-80人。"]}, full("1.2"), facts={"training_seats": 50}, once=True)
    yield Case("另 b3", {"a.docx": [("title", "培训场地"), "培训场地1处，120平方米，座位60个。"]}, full("1.2"), facts={"training_seats": 60}, once=True)
    yield Case("另 b4", {"a.docx": [("title", "场地证明"), "多功能厅一个，可容纳一百二十人，用于开展创业培训。"]}, full("1.2"), facts={"training_seats": 120}, once=True)
    yield Case("另 b5", {"a.docx": [("title", "指导站2024年度工作总结"), "建有可容纳80人的培训室一间。"]}, full("1.2"), facts={"training_seats": 80}, once=True)
    yield Case("另 c1", {"a.docx": [("title", "招聘活动场地"), "校园招聘专用场地：大学生活动中心一层"]}, full("1.3"), once=True)
    yield Case("另 c2", {"a.docx": [("title", "场地证明"), "兹证明我校风雨操场可供就业指导站举办双选会使用。"]}, full("1.3"), once=True)
    yield Case("另 d1", {"a.docx": [("title", "办公设备"), "台式机3台，打印机1台，饮水机1台"]}, full("1.4"), once=True)
    yield Case("另 d2", {"a.docx": [("title", "指导站设施配备情况说明"), "一、办公设备", "电脑、打印机、复印机、电话各1台", "二、活动配备", "音响1套、投影仪1台、展架20个"]}, full("1.4"), once=True)
    yield Case("另 e1", {"a.docx": [("title", "指导站工作人员"), [["姓名", "职务", "专兼职"], ["王 伟", "主任", "兼职"], ["李晓梅", "科员", "专职"], ["张建国", "科员", "兼职"]],"联络员：李晓梅"]}, full("1.5"), once=True)
    yield Case("另 e2", {"a.docx": [("title", "指导站人员配置说明"), "指导站现有工作人员3人，分别是王建国、李晓梅、张伟，其中李晓梅为专职联络员。"]}, full("1.5"), once=True)
    yield Case("另 e3", {"a.docx": [("title", "工作人员名单"), [["姓名", "部门", "备注"], ["王建国", "就业处", "兼职"], ["李晓梅", "就业处", "专职联络员"], ["张伟", "就业处", "兼职"]]]}, full("1.5"), once=True)
    yield Case("另 e4", {"a.docx": [("title", "工作人员分工表"), [["姓名", "人员类别", "工作分工"], ["王建国", "兼职", "统筹"], ["李晓梅", "专职", "联络对接人社部门（联络员）"], ["张伟", "兼职", "咨询"]]]}, full("1.5"), once=True)
    yield Case("另 e5", {"a.docx": [("title", "人员配备"), "站长：王建国（兼职）", "副站长：张伟（兼职）", "联络员：李晓梅（专职）"]}, full("1.5"), once=True)
    yield Case("另 f1", {"a.docx": [("title", SCHOOL), ("title", "就业创业服务指导站"), ("title", "工作制度"), *RULE], "b.docx": [("title", SCHOOL), ("title", "就业创业服务指导站财务管理及报销制度"), *RULE]}, full("1.6"), once=True)
    yield Case("另 f2", {"a.docx": [("title", "《指导站工作制度》"), *RULE], "b.docx": [("title", "《经费管理使用办法》"), *RULE]}, full("1.6"), once=True)
    yield Case("另 f3", {"a.docx": [("title", "指导站工作职责与管理制度"), *RULE], "b.txt": ["指 导 站 财 务 管 理 制 度", *RULE]}, full("1.6"), once=True)
    yield Case("另 f4", {"a.docx": [("title", "指导站工作制度和财务管理制度"), *RULE]}, full("1.6"), once=True)
    yield Case("另 f5", {"a.docx": [("title", "就业创业服务指导站管理制度"), "一、总则", *RULE,"二、财务管理", *RULE]}, none("1.6"),{"1.6": {"partial-evidence"}}, once=True)
    yield Case("另 g1", {"a.docx": [("title", "2024 年 工 作 计 划"), *STEPS]}, full("1.7"), once=True)
    yield Case("另 g2", {"a.docx": [("title", "指导站工作计划（2024）"), *STEPS]}, full("1.7"), once=True)
    yield Case("另 g3", {"a.docx": [("title", "2024年3月—12月工作安排"), *STEPS]}, full("1.7"), once=True)
    yield Case("另 g4", {"2024年计划.docx": [("title", "工作计划"), *STEPS]}, unsure("1.7"),{"1.7": {"date-missing"}}, once=True)
    yield Case("另 g5", {"a.docx": [("title", SCHOOL), ("title", "就业创业服务指导站"), ("title", "2024年工作计划"), *STEPS]}, full("1.7"), once=True)
    yield Case("另 g6", {"a.docx": [("title", "2024年就业工作行事历"), [["月份", "工作内容"], ["3月", "春季招聘会"]]]}, {}, once=True)
    yield Case("另 h1", {"a.docx": [("title", "台账（2024）"), [["日期", "事项"], ["3.5", "讲座"], ["4.6", "咨询"]]]}, full("1.8"), once=True)
    yield Case("另 h2", {"a.xlsx": [("title", "工作台账"), [["时间", "活动", "参与人数"], ["2024.3", "招聘会", "300"]]]}, full("1.8"), once=True)
    yield Case("另 h3", {"a.docx": [("title", "指导站来访接待登记表"), [["序号", "日期", "姓名", "事由"], ["1", "2024-3-5", "赵一", "咨询"]]]}, full("1.8"), once=True)
    yield Case("另 i1", {"a.docx": [("title", "毕业生就业数据"), "2024 届毕业生就业率：92.5"]}, full("2.5"), once=True)
    yield Case("另 i2", {"a.docx": [("title", "2024届毕业生毕业去向落实率统计"), [["学院", "毕业人数", "落实人数", "毕业去向落实率"], ["信息", "300", "279", "93%"]]]}, full("2.5"), once=True)
    yield Case("另 i3", {"a.docx": [("title", "关于报送2024年毕业生就业率的报告"), "总体就业率达到92.3%。"]}, full("2.5"), once=True)
    yield Case("另 j1", {"a.docx": [("title", "关于确认在校生信息的函"), "威海市人社局：名单所列均为我校在校生。"]}, full("2.6"), once=True)
    yield Case("另 j2", {"a.docx": [("title", "证 明"), "兹证明赵一同学，学号2022210101，为我校信息学院在校生。", "特此证明"]}, full("2.6"), once=True)
    yield Case("另 j3", {"a.docx": [("title", "在校大学生身份证明"), "赵一系我校学生。"]}, full("2.6"), once=True)
    yield Case("另 k1", {"a.docx": [("title", "创新举措开展情况说明"), "亮点工作一：留威夜校",long,"亮点工作二：校友导航",long]}, two, once=True)
    yield Case("另 k2", {"a.docx": [("title", "创新性工作情况说明"), "（1）留威夜校",long,"（2）校友导航",long]}, two, once=True)
    yield Case("另 k3", {"a.docx": [("title", "指导站特色做法"), "一、留威夜校",long,"二、校友导航",long]}, two, once=True)
    yield Case("另 k4", {"a.docx": [("title", "创新工作情况说明"), "2024年指导站开展了两项创新工作。", "一是打造留威夜校。"+long,"二是推行校友导航。"+long]}, two, once=True)
    yield Case("另 k5", {"a.docx": [("title", "创新性工作情况说明"), "我站打造“留威夜校”。",long,"佐证材料：", "1. 活动照片", "2. 签到表"]}, {"5.1": (0,0,50)}, once=True)


# --- papers that say nothing for any cell --------------------------------------------------------


def nothing() -> Iterator[Case]:
    yield Case("无 新闻", {"新闻.docx": [("title", "我校举办就业指导讲座"), "5月6日，我校在报告厅举办就业指导讲座，参加学生300人，依托网络平台同步直播。", "学校不断完善管理制度，改善办公设备，建成1500平方米实训中心。"]})
    yield Case("无 总结", {"总结.docx": [("title", "指导站2024年度工作总结"), "一年来，在报告厅举办就业指导讲座12场，参加学生1200人；举办创业培训班2期，培训学员80人。", "依托网络平台开展宣传，搭建网络招聘平台，岗位数量3000个。", "举办招聘会5场，参会企业300家。", "加强制度建设和台账管理，制定了工作计划。"]})
    yield Case("无 目录", {"目录.docx": [("title", "指导站绩效评价佐证材料目录"), "1.1 20平方以上室内固定办公场所", "1.2 容纳50人以上的室内培训场地", "1.3 有可举办招聘会的活动场地", "1.4 办公设备及活动配备", "1.5 工作人员不少于3人，有1名专职联络员", "1.6 指导站工作制度和财务管理制度", "1.7 全年工作计划", "1.8 基础台账", "2.5 就业率及相关信息数据", "2.6 在校生信息确认", "5.1 围绕指导站及毕业生留威开展的创新性工作"]})
    yield Case("无 目录表", {"目录.xlsx": [("title", "佐证材料清单"), [["序号", "指标内容", "材料名称", "份数"], [1, "20平方以上室内固定办公场所", "场地证明", 1], [2, "容纳50人以上的室内培训场地", "培训场地说明", 1], [3, "办公设备及活动配备", "设备清单", 1], [4, "工作人员不少于3人，有1名专职联络员", "人员名单", 1], [5, "基础台账", "2024年台账", 1], [6, "就业率及相关信息数据", "就业率统计表", 1]]]})
    yield Case("无 政策引文", {"通知.docx": [("title", "关于申报就业创业服务指导站的通知"), "指导站固定场所应不小于20平方米，配备必要的计算机、网络等设备，工作人员不得少于3人，并明确1名专职联络员。"]})
    yield Case("无 招聘简章", {"简章.docx": [("title", "威海某某公司2024年校园招聘简章"), "公司占地面积30000平方米，办公场所宽敞，现有员工800人，其中专职研发人员200人。", "岗位：行政专员（负责办公设备管理、制度建设）。"]})


# --- writing ---------------------------------------------------------------------------------------


def write(case: Case, folder: Path, neutral: bool) -> None:
    """The case's papers under `folder`; neutral: all in one folder, under names that say nothing."""
    for index, (name, paper) in enumerate(case.papers.items()):
        ending = name.rsplit(".", 1)[1]
        path = folder / (f"{index:04}.{ending}" if neutral else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        WRITERS[ending](paper, path)


def _word(paper: Paper, path: Path) -> None:
    document = Document()
    for block in paper:
        if isinstance(block, list):
            table = document.add_table(0, max(len(row) for row in block))
            for row in block:
                for cell, value in zip(table.add_row().cells, row, strict=False):
                    cell.text = _shown(value)
        elif isinstance(block, tuple) and block[0] == "heading":
            document.add_heading(block[1], 2)
        elif isinstance(block, tuple):
            paragraph = document.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(block[1])
            run.bold, run.font.size = True, Pt(20)
        else:
            document.add_paragraph(block)
    document.save(str(path))


def _sheet(paper: Paper, path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    width = max(len(row) for block in paper if isinstance(block, list) for row in block)
    for block in paper:
        if isinstance(block, list):
            for row in block:
                sheet.append(list(row))
        else:
            sheet.append([block[1] if isinstance(block, tuple) else block])
            sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=width)
    book.save(str(path))


def _csv(paper: Paper, path: Path) -> None:
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        for block in paper:
            for row in block if isinstance(block, list) else [[block[1] if isinstance(block, tuple) else block]]:
                writer.writerow(map(_shown, row))


def _text(paper: Paper, path: Path) -> None:
    path.write_text("\n".join(block[1] if isinstance(block, tuple) else str(block) for block in paper), encoding="utf-8")


def _photo(paper: Paper, path: Path) -> None:
    shade = sum(path.name.encode()) % 200
    Image.new("RGB", (640, 480), (shade, 90, 120)).save(path)


def _shown(value: object) -> str:
    return f"{value:%Y-%m-%d}" if isinstance(value, datetime) else str(value)


WRITERS = {"docx": _word, "xlsx": _sheet, "csv": _csv, "txt": _text, "png": _photo}
