"""What large rosters cost: xlsx against python-calamine alone, csv from small to large.

By hand: python tests/bench/rosters.py [--xlsx 100000] [--csv 10000 100000 1000000]. The files are made first, of
made-up people with right check digits, 30 columns as an employment export has them. Every measurement runs in a
process of its own. `all` is read + mapped and checked + joined to another table of the same people. Prints tables;
asserts nothing.
"""

from __future__ import annotations

import argparse
import csv
import gc
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from verifier.counting.people.rosters.same_person import Register
from verifier.facts import extract
from verifier.facts.rosters.extract import extract as extract_rosters
from verifier.model import Observed, Roster, SourceFile
from verifier.pipeline import uncollected
from verifier.readers.sheets.sheet import read_sheet
from verifier.rules import load_rule_set

HEADER = (
    *("序号", "姓名", "性别", "身份证号", "学号", "考生号", "院系", "专业", "专业代码", "班级", "学历", "学位", "学制"),
    *("入学时间", "毕业时间", "生源地", "生源地代码", "培养方式", "毕业去向", "单位名称", "统一社会信用代码"),
    *("单位所在地", "单位所在地代码", "单位性质", "单位行业", "单位联系人", "联系电话", "签约日期", "电子邮箱", "备注"),
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
_GIVEN = "明华丽强军敏静磊洋勇艳杰娟涛超霞平刚桂玲"

Row = tuple[float | str, ...]
"""steps in seconds, megabytes, people"""


def resident_id(number: int) -> str:
    """Of a region that does not exist."""
    head = f"3799{number // 1000 % 100:02d}{1999 + number // 100_000 % 6}{1 + number % 12:02d}{1 + number % 28:02d}"
    head += f"{number % 1000:03d}"
    return head + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(head, _WEIGHTS, strict=True)) % 11]


def people(many: int) -> Iterator[tuple[object, ...]]:
    """The rows, the same each time."""
    for number in range(many):
        r = random.Random(number)
        name = r.choice(_SURNAMES) + r.choice(_GIVEN) + r.choice(_GIVEN)
        city = f"某{number % 300}市"
        yield (
            *(number + 1, name, "男女"[number % 2], resident_id(number), f"2020{number:08d}", f"20379901{number:08d}"),
            *(
                f"第{number % 12}学院",
                f"专业{number % 60}",
                f"{80000 + number % 60}",
                f"{number % 400}班",
                "本科",
                "工学学士",
                4,
            ),
            *("2020-09-01", "2024-06-30", f"某省{city}", f"37{number % 17:02d}00", "统招", "签就业协议形式就业"),
            *(f"{city}{number % 5000}有限公司", "91350100M000100Y43", city, "371002", "国有企业", "制造业", "张三"),
            *(f"139{number % 100_000_000:08d}", "2024-05-20", f"u{number}@example.cn", ""),
        )


def make(folder: Path, many: int, ending: str) -> Path:
    target = folder / f"{many}.{ending}"
    if ending == "csv":
        with target.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows(people(many))
        return target
    book = xlsxwriter.Workbook(str(target), {"constant_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADER)
    for index, row in enumerate(people(many), 1):
        sheet.write_row(index, 0, row)
    book.close()
    return target


# --- what is measured, each in a process of its own -----------------------------------------------------------------


def calamine_alone(path: Path) -> Row:
    start = time.perf_counter()
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    return time.perf_counter() - start, peak_megabytes(), len(rows) - 1


def ours(path: Path) -> Row:
    """Read, mapped and checked, joined, and then all other facts."""
    words = load_rule_set("weihai-2020").words
    file = SourceFile(path.name, "0" * 64, path.stat().st_size, "sheet", "read", stored=path)
    clock = [time.perf_counter()]
    (document,) = read_sheet(file, path.parent)
    clock.append(time.perf_counter())
    (fact,) = extract_rosters(Observed(document), words)
    clock.append(time.perf_counter())
    roster: Roster = fact.value
    register = Register.of(roster.rows)
    found = sum(register.find(row.person) is not None for row in roster.rows)
    clock.append(time.perf_counter())
    megabytes = peak_megabytes()
    del roster, register, fact
    gc.collect()
    extract(document, words)
    clock.append(time.perf_counter())
    return *(later - earlier for earlier, later in pairwise(clock)), megabytes, found


def peak_megabytes() -> float:
    """Of this process; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def as_checked(path: Path) -> Row:
    """`ours` as a check runs it."""
    with uncollected():
        return ours(path)


def apart(what: Callable[[Path], Row], path: Path) -> Row:
    """The answer of a function in a fresh process."""
    context = get_context("spawn")
    ours_, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, what, path))
    process.start()
    theirs.close()
    answer: Row = ours_.recv()
    process.join()
    return answer


def _send(end: Connection, what: Callable[[Path], Row], path: Path) -> None:
    end.send(what(path))


def measure_xlsx(folder: Path, many: int) -> tuple[Row, Row]:
    path = make(folder, many, "xlsx")
    return apart(calamine_alone, path), apart(as_checked, path)


def measure_csv(folder: Path, many: int) -> Row:
    return apart(as_checked, make(folder, many, "csv"))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--xlsx", type=int, default=100_000)
    parser.add_argument("--csv", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    asked = parser.parse_args(arguments)
    steps = "read", "map, check", "join", "other facts", "peak MB", "people"
    with tempfile.TemporaryDirectory() as name:
        if asked.xlsx:
            base, found = measure_xlsx(Path(name), asked.xlsx)
            print(f"xlsx, {asked.xlsx} rows x {len(HEADER)}: calamine alone {base[0]:.2f} s, {base[1]:.0f} MB")
            for step, value in zip(steps, found, strict=True):
                print(f"  {step:12} {value:9.2f}" + ("" if step in steps[4:] else f"   {value / base[0]:.2f} x"))
            print(f"  {'all':12} {sum(found[:3]):9.2f}   {sum(found[:3]) / base[0]:.2f} x")
        for many in asked.csv:
            found = measure_csv(Path(name), many)
            cost = sum(found[:3]) / many * 1e6
            print(f"csv, {many:9} rows: {sum(found[:3]):7.2f} s, {cost:6.1f} us a row, other facts {found[3]:.2f} s,"
                  f" {found[4]:.0f} MB, {found[5]} people")  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
