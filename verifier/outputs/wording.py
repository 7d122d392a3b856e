"""How the outputs say things in Chinese: numbers, places, states, severities."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from verifier.model import FLAGS, MeasureName, Number

Measures = Mapping[str, MeasureName]
"""`RuleSet.measures`"""

SEVERITIES: Mapping[str, str] = {"gap": "缺口", "review": "待核", "note": "提示"}
SHAPES: Mapping[str, str] = {"gap": "▲", "review": "◆", "note": "○", "ready": "✓"}
STATUSES: Mapping[str, str] = {"ready": "无疑问", "review": "待核", "gap": "缺口"}
STANDARDS: Mapping[str, tuple[str, str]] = {
    "met": ("ready", "具备"),
    "unmet": ("gap", "不具备"),
    "review": ("review", "待核"),
    "missing": ("gap", "没有材料"),
}
"""state of a standard of the station → how it is marked and said"""
PARTS: Mapping[str, str] = {"both": "分子和分母", "numerator": "只计分子", "denominator": "只计分母", "out": "未计入"}
"""where a row stands in a rate"""
FACTS: Mapping[str, str] = {
    "undergraduate": "本科",
    "college": "专科",
    "postgraduate": "研究生",
    "published_on": "发布日期",
    "issued_on": "落款日期",
    "taken_on": "拍摄日期",
    "held_on": "活动日期",
    "date": "日期",
    "area": "面积",
    "count": "数量",
    "percent": "比例",
    "school": "学校",
    "title": "标题",
    "seal": "印章",
    "person": "人员",
    "employer": "用人单位",
    "document_type": "材料类型",
    "file": "文件",
    "heading": "标题",
    "statement": "情况说明",
    "text": "正文",
    "parts": "制度",
    "staff": "工作人员",
    "liaison": "联络员",
    "post": "推送",
    "internship": "实习",
    "agreement": "就业协议",
    "event": "活动",
    "roster": "名册",
    "photo": "照片",
    "venue": "场地",
    "equipment": "设备",
}
"""kind of a fact, or level of studies → Chinese; the measures of a cell bear the names that the rule set gives them"""
Amount = int | float | Decimal | str

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)


def clean(text: object) -> str:
    """Text without control characters, halves of surrogates and marks that turn the reading direction."""
    return _INVISIBLE.sub("", str(text)).replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: object, longest: int = 0) -> str:
    """Cleaned text on one line, cut with … after `longest` characters (0: never)."""
    line = " ".join(clean(text).split())
    return line if not longest or len(line) <= longest else line[: longest - 1] + "…"


def number(value: Amount | None, places: int = 2) -> str:
    """A number with at most `places` decimals, half up, trailing zeros cut; '' for None."""
    if value is None:
        return ""
    rounded = exact(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = format(rounded, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def exact(value: Amount | None) -> Decimal:
    """The decimal that stands in the record; floats by their shortest form."""
    return Decimal(str(value or 0))


def signed(value: Amount) -> str:
    """+5, −2.5, 0."""
    text = number(abs(exact(value)))
    return text if text == "0" else f"{'+' if exact(value) > 0 else '−'}{text}"


def span(low: Amount, high: Amount) -> str:
    """`0–10`, or one number where both print the same."""
    first, last = number(low), number(high)
    return first if first == last else f"{first}–{last}"


class Cited(Protocol):
    """A part of a record that says where something stands."""

    @property
    def file(self) -> str | None: ...
    @property
    def page(self) -> int | None: ...
    @property
    def cell(self) -> str | None: ...
    @property
    def line(self) -> int | None: ...


def citation(item: Cited) -> str:
    """The place of a piece of evidence or a flag, as a person reads it; '' when it has none."""
    if not item.file:
        return ""
    file = one_line(item.file)
    if item.cell:
        return f"{file} {one_line(item.cell)}"
    if item.line:
        return f"{file} 第{item.line}段"
    return f"{file} 第{item.page}页" if item.page else file


def flag_name(code: str) -> str:
    return FLAGS[code].name if code in FLAGS else one_line(code)


def fact_name(kind: str) -> str:
    return FACTS.get(kind, one_line(kind))


TOLD_OF = ("seal",)
"""facts whose text is what this program says of them, and no quote"""


def is_quote(kind: str) -> bool:
    """Whether the text of a fact stands so on the paper."""
    return kind not in TOLD_OF


def fact_value(kind: str, value: object) -> str:
    """The value of a fact for a person: rates as per cent, lists and tables spelled out.

    '' where the words beside it say it alone: the type of a paper is a code, and of a seal a sentence tells all.
    """
    if kind in ("document_type", *TOLD_OF):
        return ""
    if kind == "roster" and isinstance(value, Mapping):
        return f"{number(value.get('rows'))}行"
    if isinstance(value, Mapping):
        return "，".join(f"{fact_name(inner)} {fact_value(inner, part)}" for inner, part in value.items())
    if isinstance(value, list | tuple):
        return "、".join(fact_value(kind, part) for part in value)
    return _single(value, is_share=kind == "percent")


def _single(value: object, is_share: bool) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case int() | float() | Decimal():
            return f"{number(exact(value) * 100)}%" if is_share else number(value, 4)
        case None:
            return ""
    return one_line(value)


def measure_name(name: str, measures: Measures) -> str:
    """What a measure of a cell is called, with its unit: 毕业生总数（人）."""
    known = measures.get(name)
    if known is None:
        return one_line(name)
    return known.name if known.unit in ("", "%") else f"{known.name}（{known.unit}）"


def measure_value(name: str, value: Number | Mapping[str, Number], measures: Measures) -> str:
    """The value of a measure, or its parts by level of studies; shares as per cent."""
    if isinstance(value, Mapping):
        return "，".join(f"{fact_name(level)} {measure_value(name, part, measures)}" for level, part in value.items())
    return _single(value, is_share=name in measures and measures[name].unit == "%")


def yuan(amount: Amount) -> str:
    """50000 → 5万元."""
    value = exact(amount)
    return f"{number(value / 10000)}万元" if value >= 10000 else f"{number(value)}元"
