"""Rates of people and the tables they were counted from, as people see them: fractions, charts, sheets, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Any

from verifier.outputs.wording import exact, number, one_line

FIRST_PLACES = 3
"""places shown of each reason that left rows out"""
LONGEST_SHEET_NAME = 31
_TOPS = (Fraction(1, 20), Fraction(1, 10), Fraction(1, 5), Fraction(2, 5), Fraction(3, 5), Fraction(4, 5), Fraction(1))
_NARROWEST = 300
"""pixels of the chart on a small screen: labels must not touch even there"""


@dataclass(frozen=True, slots=True)
class Label:
    """A text under a bar."""

    text: str
    at: float
    """per cent of the bar's length"""
    anchor: str
    """of SVG: start, middle, end"""
    row: int
    """0 is the first under the bar"""
    is_mark: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar from nothing to `top`, with the marks of the tiers."""

    length: float
    """of the value, per cent of the bar"""
    labels: tuple[Label, ...]
    told: str
    """the same in words"""


@dataclass(frozen=True, slots=True)
class LeftOut:
    why: str
    rows: int
    places: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A rate of one cell."""

    cell: Mapping[str, Any]
    rate: Mapping[str, Any]
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

    cell: Mapping[str, Any]
    figures: tuple[Figure, ...]


def figures(result: Mapping[str, Any]) -> tuple[FigureGroup, ...]:
    """The rates of a record, cell by cell."""
    paths = {file["path"] for file in result.get("files") or ()}
    names = _sheet_names(result)
    groups = []
    for cell in result["indicators"]:
        rates = cell.get("rates") or ()
        if not rates:
            continue
        top = _top([amount for rate in rates for amount in _amounts(rate)], bool(rates[0]["is_share"]))
        shown = tuple(_figure(cell, rate, top, names[cell["id"], rate["id"]], paths) for rate in rates)
        groups.append(FigureGroup(cell, shown))
    return tuple(groups)


def share(rate: Mapping[str, Any]) -> Fraction | None:
    """Numerator by denominator, exact; None when one is unknown or nobody stands below the line."""
    if rate["numerator"] is None or not rate["denominator"]:
        return None
    return Fraction(exact(rate["numerator"])) / Fraction(exact(rate["denominator"]))


def percent(value: Fraction, places: int = 2) -> str:
    """20.98%, half up, with exactly so many decimals."""
    scale = 10**places
    whole, rest = divmod(int(value * 100 * scale + Fraction(1, 2)), scale)
    return f"{whole}.{rest:0{places}d}%"


def recounted(rate: Mapping[str, Any]) -> tuple[int, int]:
    """How many rows stand above the line, and below it."""
    rows = rate["rows"]
    return rows["both"] + rows["numerator"], rows["both"] + rows["denominator"]


def _figure(cell: Mapping[str, Any], rate: Mapping[str, Any], top: Fraction, sheet: str, paths: set[str]) -> Figure:
    value, ahead = share(rate), rate["next"]
    places = _places(value, Fraction(exact(ahead["value"]))) if ahead and rate["is_share"] else 2
    return Figure(
        cell=cell,
        rate=rate,
        value=_value(rate, value, places),
        places=places,
        fraction=_fraction(rate, value, places),
        missing=_missing(rate),
        remarks=tuple(_remarks(rate)),
        left_out=tuple(LeftOut(each["why"], each["rows"], _first_places(each, paths)) for each in rate["left_out"]),
        sheet=sheet,
        chart=_chart(rate, value, places, top),
    )


def _places(value: Fraction | None, threshold: Fraction) -> int:
    """79.996 % is short of 80 % and must not be shown as 80.00 %."""
    if value is None or value == threshold:
        return 2
    return next((many for many in (2, 3, 4, 6) if percent(value, many) != percent(threshold, many)), 2)


def _value(rate: Mapping[str, Any], value: Fraction | None, places: int) -> str:
    if rate["is_share"]:
        return "" if value is None else percent(value, places)
    return "" if rate["numerator"] is None else f"{number(rate['numerator'])}人"


def _fraction(rate: Mapping[str, Any], value: Fraction | None, places: int) -> str:
    above, below = (number(rate[key]) or "不明" for key in ("numerator", "denominator"))
    if not rate["is_share"]:
        return f"{above}人（总数{below}人）" if rate["denominator"] is not None else f"{above}人"
    return f"{above} / {below} = {'无法计算' if value is None else percent(value, places)}"


def threshold(rate: Mapping[str, Any], value: Any) -> str:
    """A threshold as people say it: 80%, 30.43%, 50人."""
    return f"{number(exact(value) * 100)}%" if rate["is_share"] else f"{number(value)}人"


def _missing(rate: Mapping[str, Any]) -> str:
    ahead = rate["next"]
    if ahead:
        besides = "" if ahead["alone"] else "（另一条件也须达到）"
        at = threshold(rate, ahead["value"])
        return f"再增加{ahead['people']}人可达到{at}，得{number(ahead['points'])}分{besides}"
    if rate["marks"] and rate["value"] is not None:
        return "已达到最高一档的要求"
    return ""


def _remarks(rate: Mapping[str, Any]) -> Iterator[str]:
    for rows, key, side in zip(recounted(rate), ("numerator", "denominator"), ("分子", "分母"), strict=True):
        if rate[key] is not None and Fraction(exact(rate[key])) != rows:
            told = f"（{rate['base']}）" if side == "分母" and rate["base"] else ""
            yield f"{side}采用{number(rate[key])}人{told}，名单逐行数得{rows}人，请对照佐证核实"
    others = rate.get("candidates") or ()
    if len({each["denominator"] for each in others}) > 1:
        told = "；".join(_candidate(rate, each) for each in others)
        yield f"各材料的总数不一致，采用第一个：{told}"


def _candidate(rate: Mapping[str, Any], each: Mapping[str, Any]) -> str:
    """What the rate would be of one of the totals that papers state."""
    total = f"{one_line(each['base'])} {number(each['denominator'])}人"
    if not rate["is_share"] or rate["numerator"] is None or not each["denominator"]:
        return total
    value = Fraction(exact(rate["numerator"])) / Fraction(exact(each["denominator"]))
    return f"{total}，{rate['name']}{percent(value)}"


def _first_places(left_out: Mapping[str, Any], paths: set[str]) -> str:
    """`file Sheet1!B4、Sheet1!B5 等`: the first places, each file named once."""
    shown = left_out["places"][:FIRST_PLACES]
    parts = []
    for file, places in groupby(shown, key=lambda place: _file_of(place, paths)):
        inside = "、".join(dict.fromkeys(place[len(file) :].strip() for place in places))
        parts.append(one_line(f"{file} {inside}".strip()))
    return "；".join(parts) + (" 等" if left_out["rows"] > len(shown) else "")


def _file_of(place: str, paths: set[str]) -> str:
    head = place
    while head and head not in paths:
        head = head.rpartition(" ")[0]
    return head or place


def _sheet_names(result: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """A name of a sheet for each rate: legal in Excel, and no two alike."""
    names: dict[tuple[str, str], str] = {}
    taken = set()
    for cell in result["indicators"]:
        for rate in cell.get("rates") or ():
            base = re.sub(r"[\[\]:*?/\\']", "", one_line(f"{cell['id']} {rate['name']}"))
            name = base[:LONGEST_SHEET_NAME]
            again = 1
            while name.lower() in taken:
                again += 1
                ending = f" {again}"
                name = base[: LONGEST_SHEET_NAME - len(ending)] + ending
            taken.add(name.lower())
            names[cell["id"], rate["id"]] = name
    return names


# --- charts ---------------------------------------------------------------------------------------


def _amounts(rate: Mapping[str, Any]) -> Iterable[Fraction]:
    told = [rate["value"], *(mark["value"] for mark in rate["marks"])]
    return [Fraction(exact(amount)) for amount in told if amount is not None]


def _top(amounts: Sequence[Fraction], is_share: bool) -> Fraction:
    """A round number above all amounts."""
    wanted = max(amounts, default=Fraction(0)) * Fraction(21, 20)
    if is_share and wanted <= Fraction(21, 20):
        return next((top for top in _TOPS if wanted <= top), Fraction(1))
    top = Fraction(1)
    while top < wanted:
        top = top * 10 if top * 5 < wanted else top * 5 if top * 2 < wanted else top * 2
    return top


def _chart(rate: Mapping[str, Any], value: Fraction | None, places: int, top: Fraction) -> Chart | None:
    if rate["value"] is None:
        return None
    amount = value if rate["is_share"] and value is not None else Fraction(exact(rate["value"]))
    marks = [(exact(mark["value"]), f"{number(mark['points'])}分") for mark in rate["marks"]]
    told = "；".join(f"{threshold(rate, at)}起{points}" for at, points in marks)
    texts = [(at, f"{threshold(rate, at)}·{points}") for at, points in marks]
    here = f"{rate['name']} {_value(rate, value, places)}"
    return Chart(
        length=_along(amount, top),
        labels=_labels(rate, texts, top),
        told=f"{here}；{told}" if told else here,
    )


def _along(amount: Fraction, top: Fraction) -> float:
    return float(round(min(amount / top, Fraction(1)) * 100, 2))


def _labels(rate: Mapping[str, Any], marks: Sequence[tuple[Any, str]], top: Fraction) -> tuple[Label, ...]:
    """The ends of the bar and the marks, each in the first row where it touches no other."""
    ends = [(0.0, "0", False), (100.0, threshold(rate, float(top)), False)]
    wanted = [(_along(Fraction(at), top), text, True) for at, text in marks]
    if any(at == 0 for at, _, _ in wanted):
        ends = ends[1:]
    rows: list[list[tuple[float, float]]] = []
    labels = []
    for at, text, is_mark in [*ends, *sorted(wanted)]:
        anchor = "start" if at < 12 else "end" if at > 85 else "middle"
        left, right = _extent(at, anchor, text)
        row = next((row for row, there in enumerate(rows) if all(right < a or left > b for a, b in there)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append((left, right))
        labels.append(Label(text, at, anchor, row, is_mark))
    return tuple(labels)


def _extent(at: float, anchor: str, text: str) -> tuple[float, float]:
    """From where to where a label goes on a small screen, in per cent of the bar."""
    width = sum(7 if letter.isascii() else 12 for letter in text) / _NARROWEST * 100 + 2
    left = at - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, left + width
