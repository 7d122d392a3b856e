"""Rosters as schools lay them out, made from a seed: the same people under other headers, groups, notes and forms."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_GIVEN = "明华丽强军敏静磊洋勇艳杰娟涛超霞"
_COLLEGES = ("计算机学院", "外语学院", "经济管理系", "机电工程学院")
_MAJORS = ("软件工程", "英语", "会计学", "机械制造及自动化")
_WIDE = str.maketrans("0123456789Xx", "０１２３４５６７８９Ｘｘ")


@dataclass(frozen=True)
class Student:
    name: str
    resident_id: str
    student_number: str
    college: str
    major: str
    level: str
    """undergraduate or college"""
    graduated_on: str
    """2024-06-20"""


@dataclass
class Layout:
    """Rows as they stand in a table, its merged cells, its sheet's name, and who stands in them."""

    rows: list[list[str]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    sheet: str = "Sheet1"
    students: tuple[Student, ...] = ()


EXTRA: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("备注", ("", "", "延期毕业", "双学籍", "结业", "合计学分未满", "审核通过", "小计3项", "已联系家长：知情")),
    ("政治面貌", ("共青团员", "群众", "中共党员")),
    ("单位名称", ("", "海智精密机械厂", "威海某某科技有限公司", "合计信息技术有限公司")),
    ("毕业去向", ("签就业协议形式就业", "升学", "待就业", "")),
    ("宿舍", ("3-201", "5-102", "")),
    ("是否困难", ("是", "否")),
    ("入党时间", ("", "2022-05", "无")),
    ("本人签字", ("",)),
    ("民族", ("汉族", "回族")),
)
"""columns that stand beside: header and what stands in them"""

_ODD_NAMES = ("欧阳明丽", "阿依古丽·买买提", "合计宇", "司马强", "共计娜", "NGUYEN VAN A", "古丽米热艾合买提", "李系")


def students(seed: int, number: int, level: str = "") -> tuple[Student, ...]:
    """Fictional people of a region that does not exist, sorted by college."""
    dice = random.Random(seed)
    found = []
    for at in range(number):
        head = f"379900{dice.randint(2000, 2004)}{dice.randint(1, 12):02}{dice.randint(1, 28):02}{at % 1000:03}"
        check = "10X98765432"[sum(int(digit) * weight for digit, weight in zip(head, _WEIGHTS, strict=True)) % 11]
        name = _SURNAMES[at // 16 % 16] + _GIVEN[at % 16] + dice.choice(_GIVEN)
        group = at * len(_COLLEGES) // number
        own = level or ("undergraduate", "college")[group % 2]
        day = f"2024-{dice.choice(('06', '07'))}-{dice.randint(10, 28)}"
        if dice.random() < 0.06:
            name = dice.choice(_ODD_NAMES)
        found.append(Student(name, head + check, f"20200{at:05}", _COLLEGES[group], _MAJORS[group], own, day))
    return tuple(found)


HEADERS = {
    "serial": ("序号", "编号", "序 号", "No."),
    "name": (
        "姓名",
        "姓 名",
        "学生姓名",
        "*姓名",
        "姓名（必填）",
        "姓名\nName",
        "XM",
        "毕业生姓名",
        "★姓名",
        "您的姓名",
    ),
    "resident_id": ("身份证号", "身份证号码", "证件号码", "公民身份号码", "SFZH", "＊身份证号\n（18位）", "身份證號"),
    "student_number": ("学号", "学 号", "学生学号", "XH", "學號", "2、学号", "学号（与学籍一致）"),
    "college": ("学院", "院系", "所在院系", "二级学院", "系部"),
    "major": ("专业", "专业名称", "所学专业", "ZYMC", "專業"),
    "level": ("学历", "学历层次", "培养层次", "层次", "学历\n层次"),
    "graduated_on": ("毕业日期", "毕业时间", "毕（结）业日期", "毕业年月（如：2024-06）"),
}
_LEVELS = {
    "undergraduate": ("本科", "本科生毕业", "大学本科", "专升本"),
    "college": ("专科", "高职（专科）", "大专", "专科生毕业"),
}
_TITLES = ("某校毕业生名单", "填报单位：某某处", "填报时间：2024年12月", "附件3", "单位：人")
_JUNK: tuple[Callable[[int], list[str]], ...] = (
    lambda number: ["合计", f"{number}人"],
    lambda number: ["", "小 计", str(number)],
    lambda number: ["总计：", str(number), str(number)],
    lambda number: ["制表人：王五", "", "审核人：李四"],
    lambda number: ["备注：以上信息属实"],
    lambda number: ["单位（盖章）", "", "2024年12月1日"],
    lambda number: ["第1页 共3页"],
    lambda number: ["", "", "2024年6月1日"],
    lambda number: ["填表日期：2024年12月1日", "填表人签字："],
    lambda number: [f"{_COLLEGES[0]}小计", "", str(number)],
)


def written(student: Student, name: str, dice: random.Random) -> str:
    """A cell as people and programs write it."""
    if name not in HEADERS:
        return dice.choice(dict(EXTRA)[name])
    value = str(getattr(student, name))
    if name == "name":
        return dice.choice((value, " ".join(value), f" {value}\u3000", "\u3000".join(value), f"{value}（结业）"))
    if name == "resident_id":
        return dice.choice(
            (value, value.lower(), f"'{value}", value.translate(_WIDE), f"{value[:6]} {value[6:14]} {value[14:]}")
        )
    if name == "student_number":
        return dice.choice((value, f"'{value}", f"{value}.0", value.translate(_WIDE), f"\t{value}"))
    if name == "level":
        return dice.choice(_LEVELS[value])
    if name == "graduated_on":
        year, month, day = value.split("-")
        short = f"{year}.{int(month)}.{int(day)}"
        return dice.choice(
            (value, f"{year}{month}{day}", f"{year}年{int(month)}月{int(day)}日", short, f"{value} 00:00:00")
        )
    return value


def layout(seed: int) -> Layout:
    """A table of 8 to 40 students in one of very many layouts."""
    dice = random.Random(seed)
    one_level = dice.choice(("", "", "undergraduate", "college"))
    people = students(seed, dice.randint(8, 40), one_level)
    fields = ["name", "resident_id", "student_number", "major", "graduated_on"]
    by_section, by_merge = dice.random() < 0.3, dice.random() < 0.4
    if not by_section:
        fields.append("college")
    if not one_level:
        fields.append("level")
    dice.shuffle(fields)
    fields = (["serial"] if dice.random() < 0.7 else []) + fields
    for header, _ in dice.sample(EXTRA, dice.randint(0, 4)):
        fields.insert(dice.randint(1, len(fields)), header)
    made = Layout(students=people)
    if one_level:
        word = {"undergraduate": "本科", "college": "专科"}[one_level]
        if dice.random() < 0.5:
            made.sheet = f"{word}生"
        else:
            _put(made, [f"2024届{word}毕业生名单"], len(fields), wide=True)
    for title in dice.sample(_TITLES, dice.randint(0, 3)):
        _put(made, [title], len(fields), wide=dice.random() < 0.6)
    if dice.random() < 0.2:
        made.rows.append([""] * len(fields))
    _header(made, fields, dice)
    if dice.random() < 0.15:
        _put(made, [str(number) for number in range(1, len(fields) + 1)], len(fields))
    if dice.random() < 0.15:
        _put(made, ["必填"] * len(fields), len(fields))
    _body(made, fields, dice, by_section, by_merge)
    return made


def _put(made: Layout, cells: Sequence[str], width: int, wide: bool = False) -> None:
    made.rows.append([*cells, *[""] * (width - len(cells))][:width])
    if wide:
        made.merged.append((len(made.rows) - 1, 0, len(made.rows) - 1, width - 1))


def _header(made: Layout, fields: Sequence[str], dice: random.Random) -> None:
    heads = [dice.choice(HEADERS.get(name, (name,))) for name in fields]
    depth = dice.choice((1, 1, 1, 2, 3))
    if depth > 1:
        cut = dice.randint(2, len(fields) - 2)
        top = len(made.rows)
        groups = ["学生信息", *[""] * (cut - 1), "学业信息", *[""] * (len(fields) - cut - 1)]
        _put(made, groups, len(fields))
        made.merged += [(top, 0, top, cut - 1), (top, cut, top, len(fields) - 1)]
        if depth == 3:
            _put(made, ["基本情况", *[""] * (cut - 1), "其他情况"], len(fields))
            made.merged += [(top + 1, 0, top + 1, cut - 1), (top + 1, cut, top + 1, len(fields) - 1)]
    made.rows.append(heads)


def _body(made: Layout, fields: Sequence[str], dice: random.Random, by_section: bool, by_merge: bool) -> None:
    college, start = "", len(made.rows)
    for number, student in enumerate(made.students, 1):
        if student.college != college:
            if by_merge and "college" in fields and college:
                made.merged.append((start, fields.index("college"), len(made.rows) - 1, fields.index("college")))
            if by_section:
                sign = dice.choice(("", f"{'一二三四'[_COLLEGES.index(student.college)]}、"))
                _put(made, [sign + student.college], len(fields), wide=True)
            start = len(made.rows)
        cells = [str(number) if name == "serial" else written(student, name, dice) for name in fields]
        if by_merge and "college" in fields and student.college == college:
            cells[fields.index("college")] = ""
        made.rows.append(cells)
        college = student.college
        if not by_merge and dice.random() < 0.08:
            _noise(made, fields, dice, number)
    if by_merge and "college" in fields and len(made.rows) - 1 > start:
        made.merged.append((start, fields.index("college"), len(made.rows) - 1, fields.index("college")))
    for _ in range(dice.randint(0, 3)):
        _noise(made, fields, dice, len(made.students))


def _noise(made: Layout, fields: Sequence[str], dice: random.Random, number: int) -> None:
    kind = dice.random()
    if kind < 0.25:
        made.rows.append([""] * len(fields))
    elif kind < 0.4:
        made.rows.append([HEADERS.get(name, (name,))[0] for name in fields])
    elif kind < 0.5 and fields[0] == "serial":
        _put(made, [str(number + 1)], len(fields))
    else:
        _put(made, dice.choice(_JUNK)(number), len(fields))
