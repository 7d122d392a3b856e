# ruff: noqa: E501 (what the papers say stands in one piece)
"""Tables of people laid out as sheets, by the habits of a school."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tests.people.habits import GROUPS, Cell, Habits, Sheet, fields_of, header, values_of
from tests.people.students import SCHOOL
from tests.people.tables import Record, Roll

Book = list[Sheet]
"""what stands in one file"""

BOOKS = ("xlsx",)
"""forms whose files hold several sheets"""
CODES: Sequence[tuple[str, list[list[Cell]]]] = (
    ("代码表", [["代码", "毕业去向"], [10, "签就业协议形式就业"], [11, "签劳动合同形式就业"], [70, "待就业"], [80, "升学"]]),
    ("填写说明", [["填写说明"], ["1.姓名与身份证一致，如张三。"], ["2.毕业去向按代码表填写。"], ["姓名", "必填", "学号", "必填"]]),
    ("字典", [["序号", "学历层次", "代码"], [1, "本科", "31"], [2, "专科", "41"]]),
    ("填写示例", [["姓名", "身份证号", "学号", "学历", "毕业去向", "单位名称", "生源地", "专业"],
        ["张三", "11010519491231002X", "20200001", "本科", "签就业协议形式就业", "示例公司", "山东省", "会计学"]]),
    ("Sheet3", []),
)  # fmt: skip


def books(roll: Roll, habits: Habits, seed: int) -> list[tuple[str, Book]]:
    """What each file of one table holds, with a telling name for it."""
    rng = random.Random(f"{seed}{roll.kind}")
    sheets = [(label, _sheet(replace(roll, records=part), label, habits, rng)) for label, part in _parts(roll, habits)]
    if habits.split == "files":
        found = [(f"{roll.title}{label}", [sheet]) for label, sheet in sheets]
    elif habits.split == "twice":
        found = [(roll.title, [sheets[0][1]]), (f"{roll.title}（副本）", [_sheet(roll, "", habits, rng)])]
    else:
        found = [(roll.title, [sheet for _, sheet in sheets])]
    return [(name, _with_others(book, habits, rng)) for name, book in found]


def _parts(roll: Roll, habits: Habits) -> list[tuple[str, tuple[Record, ...]]]:
    if habits.split not in ("sheets", "files"):
        return [("", roll.records)]
    parts: dict[str, list[Record]] = defaultdict(list)
    for at, record in enumerate(roll.records):
        campus = "北校区" if at % 3 else "南校区"
        parts[campus if habits.by == "campus" else str(record[habits.by])].append(record)
    return [(label, tuple(records)) for label, records in parts.items()]


def _sheet(roll: Roll, label: str, habits: Habits, rng: random.Random) -> Sheet:
    names = fields_of(roll, habits, rng)
    records = list(roll.records)
    if habits.shuffled:
        rng.shuffle(records)
    head = header(names, habits, rng)
    rows = [values_of(record, names, habits, number) for number, record in enumerate(records, 1)]
    title = f"{SCHOOL}{roll.title}"
    if roll.kind == "training" and habits.title in ("none", "sheet"):
        habits = replace(habits, title="row")  # what tells a system's export is its head
    sheet = Sheet(label or "Sheet1", [])
    if habits.title == "sheet":
        sheet.name = f"{roll.title}{label}"[:31]
    above, merged = _above(title, len(names), habits)
    sheet.rows = [*above, *_head(names, head, habits, merged, len(above))]
    sheet.merged = merged
    first = len(sheet.rows)
    sheet.rows += _with_junk(rows, head, names, habits)
    if habits.hidden == "rows":
        sheet.hidden_rows = frozenset(range(first + 1, len(sheet.rows), 4))
    if habits.hidden == "columns":
        sheet.hidden_columns = frozenset({names.index("student_number" if "student_number" in names else "serial")})
    return sheet


def _above(title: str, width: int, habits: Habits) -> tuple[list[list[Cell]], list[tuple[int, int, int, int]]]:
    """The lines over the header, and what is merged in them."""
    if habits.title == "lines":
        return [[title], ["填报单位：学生就业指导中心", "", "", "填报日期：2024年11月20日"], []], []
    if habits.title == "merged":
        return [[title, *[""] * (width - 1)]], [(0, 0, 0, width - 1)]
    return ([[title]] if habits.title == "row" else []), []


def _head(
    names: Sequence[str], head: list[str], habits: Habits, merged: list[tuple[int, int, int, int]], top: int
) -> list[list[Cell]]:
    """One row, or two: words of groups over the words of their columns."""
    if "two rows" not in habits.junk:
        return [list(head)]
    groups = [GROUPS.get(name, "") for name in names]
    upper: list[Cell] = []
    lower: list[Cell] = []
    for at, (group, text) in enumerate(zip(groups, head, strict=True)):
        alone = not group or groups.count(group) == 1
        begins = at == 0 or groups[at - 1] != group
        upper.append(text if alone else group if begins else "")
        lower.append("" if alone else text)
        if alone:
            merged.append((top, at, top + 1, at))
        elif begins:
            last = next((end for end in range(at, len(groups)) if groups[end] != group), len(groups)) - 1
            if last > at:
                merged.append((top, at, top, last))
    return [upper, lower]


def _with_junk(rows: Sequence[list[Cell]], head: list[str], names: Sequence[str], habits: Habits) -> list[list[Cell]]:
    """The rows with what else stands between and below them."""
    found: list[list[Cell]] = []
    at = names.index("name")
    for number, row in enumerate(rows, 1):
        if number % 7 == 0:
            found += [[]] if "blank" in habits.junk else []
            found += [list(head)] if "repeated" in habits.junk else []
            found += [["小计", *[""] * (len(names) - 2), "7"]] if "subtotals" in habits.junk else []
            found += [["第二页"]] if "pages" in habits.junk else []
        found.append(row)
    if "numbered" in habits.junk:
        place = names.index("serial")
        found += [[*[""] * place, len(rows) + more] for more in range(1, 4)]
    if "total" in habits.junk:
        found.append(["合计", f"{len(rows)}人"])
    if "total by name" in habits.junk:
        found.append([*[""] * at, "合计", *[""] * (len(names) - at - 2), str(len(rows))][: len(names)])
    if "maker" in habits.junk:
        found += [[], ["制表人：王某某", "", "审核人：李某某", "", "制表日期：2024年11月20日"]]
    if "note" in habits.junk:
        found += [
            ["注：1.本表由学生就业指导中心填写；2.数据截至2024年11月20日。"],
            ["联系人：王某某", "联系电话：0631-5680000"],
        ]
    return found


def _with_others(book: Book, habits: Habits, rng: random.Random) -> Book:
    """The sheets with those that are no rosters, where a file can hold more than one."""
    if habits.form not in BOOKS:
        return book
    others = {name: Sheet(name, [list(row) for row in rows]) for name, rows in CODES}
    before = [others[name] for name in habits.beside[::2]]
    after = [others[name] for name in habits.beside[1::2]]
    sheets = [*before, *book, *after]
    if habits.shuffled:
        rng.shuffle(sheets)
    if habits.hidden == "sheets":
        for sheet in sheets[1:]:
            sheet.hidden = True
    return named_apart(sheets)


def named_apart(sheets: Book) -> Book:
    """Names of sheets as a workbook asks: short, and each once."""
    taken: set[str] = set()
    for sheet in sheets:
        name, more = sheet.name[:28], 1
        while sheet.name.lower() in taken:
            more += 1
            sheet.name = f"{name}{more}"
        taken.add(sheet.name.lower())
    return sheets
