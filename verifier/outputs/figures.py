"""Rates of people and the tables they were counted from, as people see them: fractions, charts, sheets, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from verifier.model import CandidateRecord, CellRecord, LeftOutRecord, Number, RateRecord, ResultRecord, StepRecord
from verifier.outputs.charts import Chart, chart_of, threshold, top_of
from verifier.outputs.wording import exact, number, one_line

FIRST_PLACES = 3
"""places shown of each reason that left rows out"""
LONGEST_SHEET_NAME = 31


@dataclass(frozen=True, slots=True)
class LeftOut:
    why: str
    rows: int
    places: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A rate of one cell."""

    cell: CellRecord
    rate: RateRecord
    value: str
    """20.98%, or 55人; '' when it is unknown"""
    places: int
    """decimals of the percentage that tell it from the next threshold"""
    fraction: str
    """860 / 4100 = 20.98%"""
    missing: str
    """the next threshold and how many people are missing to it"""
    remarks: tuple[str, ...]
    """where the number used is not the number of rows"""
    left_out: tuple[LeftOut, ...]
    sheet: str
    """of people.xlsx"""
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The rates of one cell, drawn to one scale."""

    cell: CellRecord
    figures: tuple[Figure, ...]


def figures(result: ResultRecord) -> tuple[FigureGroup, ...]:
    """The rates of a record, cell by cell."""
    paths = {file.path for file in (*result.files, *result.bureau_data)}
    names = _sheet_names(result)
    groups = []
    for cell in result.indicators:
        if not cell.rates:
            continue
        top = top_of(cell.rates)
        shown = tuple(_figure(cell, rate, top, names[cell.id, rate.id], paths) for rate in cell.rates)
        groups.append(FigureGroup(cell, shown))
    return tuple(groups)


def share(rate: RateRecord) -> Fraction | None:
    """Numerator by denominator, exact; None when one is unknown or nobody stands below the line."""
    if rate.numerator is None or not rate.denominator:
        return None
    return Fraction(exact(rate.numerator)) / Fraction(exact(rate.denominator))


def percent(value: Fraction, places: int = 2) -> str:
    """20.98%, half up, with exactly so many decimals."""
    scale = 10**places
    whole, rest = divmod(int(value * 100 * scale + Fraction(1, 2)), scale)
    return f"{whole}.{rest:0{places}d}%"


def _figure(cell: CellRecord, rate: RateRecord, top: Fraction, sheet: str, paths: set[str]) -> Figure:
    value, ahead = share(rate), rate.next
    places = _places(value, Fraction(exact(ahead.value))) if ahead and rate.is_share else 2
    return Figure(
        cell=cell,
        rate=rate,
        value=_value(rate, value, places),
        places=places,
        fraction=_fraction(rate, value, places),
        missing=_missing(rate),
        remarks=tuple(_remarks(rate)),
        left_out=tuple(LeftOut(each.why, each.rows, _first_places(each, paths)) for each in rate.left_out),
        sheet=sheet,
        chart=chart_of(rate, value, _value(rate, value, places), top),
    )


def _places(value: Fraction | None, threshold: Fraction) -> int:
    """79.996 % is short of 80 % and must not be shown as 80.00 %."""
    if value is None or value == threshold:
        return 2
    return next((many for many in (2, 3, 4, 6) if percent(value, many) != percent(threshold, many)), 2)


def _value(rate: RateRecord, value: Fraction | None, places: int) -> str:
    if rate.is_share:
        return "" if value is None else percent(value, places)
    return "" if rate.numerator is None else f"{number(rate.numerator)}人"


def _fraction(rate: RateRecord, value: Fraction | None, places: int) -> str:
    above, below = (number(side) or "不明" for side in (rate.numerator, rate.denominator))
    if not rate.is_share:
        return f"{above}人（总数{below}人）" if rate.denominator is not None else f"{above}人"
    return f"{above} / {below} = {'无法计算' if value is None else percent(value, places)}"


def _missing(rate: RateRecord) -> str:
    ahead = rate.next
    if ahead:
        besides = "" if ahead.alone else "（另一条件也须达到）"
        return f"再增加{ahead.people}人可达到{_reached(rate, ahead)}，得{number(ahead.points)}分{besides}"
    return "已达到最高一档的要求" if rate.marks and rate.value is not None else ""


def _reached(rate: RateRecord, ahead: StepRecord) -> str:
    """What so many more come to; of a result of an earlier version the threshold."""
    return threshold(rate, ahead.value if ahead.reached is None else ahead.reached)


def _remarks(rate: RateRecord) -> Iterator[str]:
    rows = rate.rows
    yield from _unlike_rows("分子", rate.numerator, rows.both + rows.numerator)
    yield from _unlike_rows("分母", rate.denominator, rows.both + rows.denominator, rate.base)
    others = rate.candidates
    if len({each.denominator for each in others}) > 1:
        told = "；".join(_candidate(rate, each) for each in others)
        yield f"各材料的总数不一致，采用第一个：{told}"


def _unlike_rows(side: str, used: Number | None, rows: int, base: str = "") -> Iterator[str]:
    if used is not None and Fraction(exact(used)) != rows:
        told = f"（{base}）" if base else ""
        yield f"{side}采用{number(used)}人{told}，名单逐行数得{rows}人，请对照佐证核实"


def _candidate(rate: RateRecord, each: CandidateRecord) -> str:
    """What the rate would be of one of the totals that papers state."""
    total = f"{one_line(each.base)} {number(each.denominator)}人"
    if not rate.is_share or rate.numerator is None or not each.denominator:
        return total
    value = Fraction(exact(rate.numerator)) / Fraction(exact(each.denominator))
    return f"{total}，{rate.name}{percent(value)}"


def _first_places(left_out: LeftOutRecord, paths: set[str]) -> str:
    """`file Sheet1!B4、Sheet1!B5 等`: the first places, each file named once."""
    shown = left_out.places[:FIRST_PLACES]
    parts = []
    for file, places in groupby(shown, key=lambda place: _file_of(place, paths)):
        inside = "、".join(dict.fromkeys(place[len(file) :].strip() for place in places))
        parts.append(one_line(f"{file} {inside}".strip()))
    return "；".join(parts) + (" 等" if left_out.rows > len(shown) else "")


def _file_of(place: str, paths: set[str]) -> str:
    head = place
    while head and head not in paths:
        head = head.rpartition(" ")[0]
    return head or place


def _sheet_names(result: ResultRecord) -> dict[tuple[str, str], str]:
    """A name of a sheet for each rate: legal in Excel, and no two alike."""
    names: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for cell in result.indicators:
        for rate in cell.rates:
            name = _sheet_name(re.sub(r"[\[\]:*?/\\']", "", one_line(f"{cell.id} {rate.name}")), taken)
            taken.add(name.lower())
            names[cell.id, rate.id] = name
    return names


def _sheet_name(wanted: str, taken: set[str]) -> str:
    name, again = wanted[:LONGEST_SHEET_NAME], 1
    while name.lower() in taken:
        again += 1
        ending = f" {again}"
        name = wanted[: LONGEST_SHEET_NAME - len(ending)] + ending
    return name
