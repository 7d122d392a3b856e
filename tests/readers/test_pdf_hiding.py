"""Each counted sentence of a paper is hidden in every way that a PDF offers: it earns nothing, and high keeps it.

The same paper that shows it keeps its points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import product
from multiprocessing import get_context
from pathlib import Path

import pypdfium2.raw as pdfium_c
import pytest

from tests.engines import Blind
from tests.readers.hiding import ELSEWHERE, WAYS, Bit, Sheet, Way, drawn
from verifier import pipeline
from verifier.model import IndicatorResult, RuleSet
from verifier.rules import load_rule_set

SCHOOL = "威海职业学院"
Row = tuple[str, ...]
RULE = ("第一条 为规范管理，制定本办法。", "第二条 本办法适用于指导站。", "第三条 本办法自发布之日起施行。")


@dataclass(frozen=True)
class Kind:
    """A paper of one cell: a line of text, or a row of a ruled table, after the other."""

    cell: str
    lines: tuple[str | Row, ...]
    counted: tuple[int, ...]
    """indices of lines without which nothing is earned"""
    by_order: bool = False
    """a line counts by what follows it; notes stand behind all of a page's text"""

    def may_be_hidden(self, at: int, way: str) -> bool:
        """So that a program that takes it for text would count it: a row within its table."""
        if way not in ELSEWHERE:
            return True
        return isinstance(self.lines[at], str) and not (self.by_order and "note" in way)


KINDS = {
    "office": Kind(
        "1.1", ("场地证明", "兹证明就业创业服务指导站固定办公场所设在主楼203室，面积36平方米。", "特此证明。"), (1,)
    ),
    "room": Kind(
        "1.2", ("培训场地证明", "兹证明指导站可使用多媒体教室一间，可容纳120人，用于就业创业培训。", "特此证明。"), (1,)
    ),
    "venue": Kind(
        "1.3", ("证明", "兹证明我校大学生活动中心一楼大厅面积800平方米，可承办大型校园双选会。", "特此证明。"), (1,)
    ),
    "equipment": Kind("1.4", ("指导站情况", "指导站配备电脑4台、打印机1台、投影仪1套，桌椅齐全。", "特此说明。"), (1,)),
    "staff": Kind(
        "1.5",
        ("指导站人员配备情况", "指导站工作人员：王建国（兼职）、李晓梅（专职联络员）、张伟（兼职）。", "特此说明。"),
        (1,),
    ),
    "staff table": Kind(
        "1.5",
        (
            "指导站工作人员名单",
            ("姓名", "职务", "专兼职", "岗位职责"),
            ("王建国", "主任", "兼职", "全面工作"),
            ("李晓梅", "科员", "专职", "联络员"),
            ("张伟", "科员", "兼职", "活动组织"),
        ),
        (2, 3, 4),
    ),
    "regulations": Kind("1.6", ("指导站工作制度", *RULE, "指导站财务管理制度", *RULE), (4,), by_order=True),
    "plan": Kind("1.7", ("指导站2024年工作计划", "一、做好毕业生就业创业服务。", "二、举办春季招聘会。"), (0,)),
    "ledger": Kind(
        "1.8",
        (
            "指导站工作台账",
            ("序号", "日期", "活动名称", "地点"),
            ("1", "2024年3月5日", "就业指导讲座", "报告厅"),
            "负责人签字：",
        ),
        (2,),
    ),
    "rate": Kind("2.5", ("毕业生就业情况报告", "截至8月31日，我校2024届毕业生就业率为92.35%。", "特此报告。"), (1,)),
    "proof": Kind(
        "2.6", ("证明", "兹证明赵一，学号2022210101，系我校信息学院在校生，学籍状态正常。", "特此证明。"), (1,)
    ),
}


def paper(kind: Kind, hidden: int | None = None, way: Way | None = None) -> bytes:
    """The paper with a line that is hidden, or that is not there where no way is given."""
    sheet, content, y = Sheet(), "", 720.0
    for at, line in enumerate(kind.lines):
        bits = [Bit(60 + 120 * column, y, text) for column, text in enumerate(line)] if isinstance(line, tuple) else []
        if isinstance(line, tuple):
            content += "".join(f"{55 + 120 * column} {y - 8} 120 28 re S\n" for column in range(len(line)))
        else:
            bits = [Bit(60, y, line)]
        if at != hidden:
            content += drawn(bits)
        elif way:
            content += way(sheet, bits)
        y -= 28 if isinstance(line, tuple) else 40
    return sheet.drawn(content).bytes()


Cases = dict[str, tuple[Kind, bytes]]


def judged(tmp_path: Path, rules: RuleSet, cases: Cases) -> dict[str, IndicatorResult]:
    """What each paper earns alone in its cell: all observed as one bundle, a folder each."""
    names = list(cases)
    for number, name in enumerate(names):
        folder = tmp_path / "bundle" / f"k{number:03}"
        folder.mkdir(parents=True)
        (folder / "a.pdf").write_bytes(cases[name][1])
    whole = pipeline.observe(tmp_path / "bundle", tmp_path / "work", rules, Blind(), None)
    results = {}
    for number, name in enumerate(names):
        path = f"k{number:03}/a.pdf"
        own = replace(
            whole,
            observed=tuple(seen for seen in whole.observed if seen.path == path),
            files=tuple(file for file in whole.files if file.path == path),
            flags=tuple(flag for flag in whole.flags if flag.place and flag.place.file == path),
        )
        sheet = pipeline.judge(own, rules, 2024, SCHOOL).sheet
        results[name] = next(each for each in sheet.results if each.indicator == cases[name][0].cell)
    return results


def points(result: IndicatorResult) -> tuple[int, ...]:
    return int(result.low), int(result.proposed), int(result.high)


def wrong(tmp_path: Path, rules: RuleSet, kind: Kind, ways: Sequence[str]) -> Iterator[str]:
    """What differs from what must be, a line each."""
    hidden = {f"{at} {way}": (at, way) for at, way in product(kind.counted, ways) if kind.may_be_hidden(at, way)}
    cases: Cases = {"whole": (kind, paper(kind))}
    cases |= {f"without {at}": (kind, paper(kind, at)) for at in kind.counted}
    cases |= {name: (kind, paper(kind, at, WAYS[way])) for name, (at, way) in hidden.items()}
    results = judged(tmp_path, rules, cases)
    full = points(results["whole"])
    if not full[0] == full[1] == full[2] > 0 or any(flag.severity != "note" for flag in results["whole"].flags):
        yield f"whole: {full} {results['whole'].flags}"
    for name, (at, _) in hidden.items():
        low, proposed, high = points(results[name])
        without = points(results[f"without {at}"])
        told = any(flag.code == "content-unconfirmed" for flag in results[name].flags)
        if (low, proposed) != without[:2] or proposed or high != full[2] or not told:
            yield f"{name}: {(low, proposed, high)}, without it {without}; told: {told}"


def wrong_without_fonts(tmp_path: Path) -> list[str]:
    """The same of some on a machine on which pdfium finds no font; in a process that has drawn nothing before."""
    calls = dict(pdfium_c.FPDF_SYSFONTINFO._fields_)
    info = pdfium_c.FPDF_SYSFONTINFO(version=1)
    info.MapFont, info.GetFont = (calls[name](lambda *_: None) for name in ("MapFont", "GetFont"))
    pdfium_c.FPDF_SetSystemFontInfo(info)
    rules = load_rule_set("weihai-2020")
    kinds = ("office", "staff table", "plan")
    told = [each for name in kinds for each in wrong(tmp_path / name, rules, KINDS[name], list(WAYS))]
    pdfium_c.FPDF_SetSystemFontInfo(None)
    return told


@pytest.mark.parametrize(
    "kind",
    [pytest.param(kind, id=name, marks=[pytest.mark.slow] * (name != "office")) for name, kind in KINDS.items()],
)
def test_a_counted_sentence_that_is_hidden_in_any_way_reaches_high_alone(
    tmp_path: Path, rules: RuleSet, kind: Kind
) -> None:
    assert list(wrong(tmp_path, rules, kind, list(WAYS))) == []


@pytest.mark.slow
def test_so_does_one_in_a_font_that_this_machine_lacks(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        assert fresh.submit(wrong_without_fonts, tmp_path).result() == []
