"""What a clause says of points in so many words: how many at most, tiers, steps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verifier.model import MeasureName
from verifier.rules.unfilled import TO_FILL
from verifier.starting.table import squeezed

Tier = dict[str, object]
"""as a file of rules writes it"""

_POINTS = re.compile(r"(\d+(?:\.\d+)?)分")
_TIER = re.compile(r"([<>≤≥])(\d+(?:\.\d+)?)(%?)[^()<>≤≥\d]{0,6}\((\d+(?:\.\d+)?)分\)")
_WORDED = re.compile(
    r"(不少于|不低于|达到|超过|不足|少于|低于)?(\d+(?:\.\d+)?)(%|[^\d\s,，。;；()（）%]{1,3}?)(及?以上|及?以下)?[,，]?[(]?(?:得|计)?(\d+(?:\.\d+)?)分"
)
"""5场以上(60分), 不足5场得30分"""
_WORDS = {"不少于": ">=", "不低于": ">=", "达到": ">=", "超过": ">", "不足": "<", "少于": "<", "低于": "<"}
_SIGNS = {"<": "<", ">": ">", "≤": "<=", "≥": ">="}
_STEP = re.compile(
    r"每(?:增加|提高|增长|上升|多|满|超过)?(\d+(?:\.\d+)?)(个?百分点|%|[^\d,，。;；]{1,3}?)[,，]?(?:加|得|计)(\d+(?:\.\d+)?)分"
)
_AT_MOST = re.compile(r"(?:最高|不超过|至多|封顶|上限)(?:得|加|为)?(\d+(?:\.\d+)?)分")
_FROM = re.compile(
    r"(\d+(?:\.\d+)?)(%|[^\d\s,，。;；()（）%]{1,3}?)(?:及?以上)?的?[,，(（]?(?:得|计)?(\d+(?:\.\d+)?)分"
)
"""what has to be reached and what that earns, before the steps beyond it: 达到80%得10分"""
_LEVEL = re.compile(r"持平[^\d,，。;；]{0,8}?(\d+(?:\.\d+)?)分")
_THRESHOLD = re.compile(
    r"(\d+(?:\.\d+)?)(%|[^\d\s,，。;；()（）%]{1,3}?)(?:及?以上|$|[,，。;；(（])|不(?:少于|低于|小于)(\d+(?:\.\d+)?)"
)
SHARES = ("%", "个百分点")


def most_points(text: str) -> str | int | float:
    """The most points that a clause names."""
    found = [float(each) for each in _POINTS.findall(squeezed(text))]
    return _number(max(found)) if found else f"{TO_FILL}满分，写数字"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a cell counts: () where that is not known."""

    measures: Sequence[str]
    names: Mapping[str, MeasureName]
    least: int
    """how many have to be there where the clause says no number"""

    def measure(self, units: Sequence[str]) -> str:
        """The first measure in one of these units; without any, the first that is no share."""
        for each in self.measures:
            unit = self.names[each].unit if each in self.names else ""
            if unit in units or (not units and unit not in SHARES):
                return each
        return f"{TO_FILL}计数项"


def tiers(content: str, standard: str, counted: Counted) -> list[Tier]:
    """The tiers as far as the clause says them: what is asked, and what it earns."""
    plain = squeezed(standard)
    told = _step(plain, counted) or _compared(plain, counted) or _worded(plain, counted)
    return told or [_single(squeezed(f"{content}，{standard}"), counted)]


def is_read(made: Sequence[Tier]) -> bool:
    """Whether the clause said all of the tiers."""
    return TO_FILL not in str(made)


def _compared(plain: str, counted: Counted) -> list[Tier]:
    """≥80%（20分）≥70%（18分）."""
    found = sorted(_TIER.findall(plain), key=lambda each: -float(each[3]))
    return [
        {
            "all": [f"{counted.measure(('%',) if percent else ())} {_SIGNS[sign]} {value}{percent}"],
            "points": _number(float(points)),
        }
        for sign, value, percent, points in found
    ]


def _worded(plain: str, counted: Counted) -> list[Tier]:
    """5场以上（60分）；5场以下（30分）; nothing where the clause has other numbers beside, as in a range."""
    found = _WORDED.findall(plain)
    numbers = re.findall(r"\d+(?:\.\d+)?", _POINTS.sub("", plain))
    if len(found) < 2 or len(numbers) != len(found) or not all(before or behind for before, _, _, behind, _ in found):
        return []
    return [
        {
            "all": [f"{_counted_in(unit, counted)} {_sign(before, behind)} {value}{unit * (unit == '%')}"],
            "points": worth,
        }
        for before, value, unit, behind, points in sorted(found, key=lambda each: -float(each[4]))
        for worth in [_number(float(points))]
    ]


def _counted_in(unit: str, counted: Counted) -> str:
    return counted.measure(("%",) if unit == "%" else ())


def _sign(before: str, behind: str) -> str:
    """以上 and 以下 include the number, of which a reading has to say so."""
    return _WORDS[before] if before else ">=" if behind.endswith("上") else "<="


def _step(plain: str, counted: Counted) -> list[Tier]:
    """每增加1个百分点加10分，最高30分."""
    step = _STEP.search(plain)
    if step is None:
        return []
    per, unit, points = step.groups()
    begin = None if _LEVEL.search(plain) else _FROM.search(plain[: step.start()])
    if begin is not None:
        return [_from(begin, step, plain, counted)]
    is_difference, is_share = "百分点" in unit, unit == "%"
    measure = counted.measure((SHARES[1],) if is_difference else (SHARES[0],) if is_share else ())
    most, level = _AT_MOST.search(plain), _LEVEL.search(plain)
    slope = {
        "measure": measure,
        "base": _number(float(level[1])) if level else 0,
        "per": f"{per}%" if is_difference or is_share else _number(float(per)),
        "points": _number(float(points)),
        "whole": True,
        "at_most": _number(float(most[1])) if most else most_points(plain),
    }
    return [{"all": [f"{measure} {'>=' if level else '>'} 0"], "slope": slope}]


def _from(begin: re.Match[str], step: re.Match[str], plain: str, counted: Counted) -> Tier:
    """达到80%得10分，每增加1个百分点加2分，最高40分."""
    value, unit, base = begin.groups()
    is_share, most = unit == "%", _AT_MOST.search(plain)
    measure = counted.measure((SHARES[0],) if is_share else ())
    start = f"{value}%" if is_share else _number(float(value))
    slope = {
        "measure": measure,
        "start": start,
        "base": _number(float(base)),
        "per": f"{step[1]}%" if is_share else _number(float(step[1])),
        "points": _number(float(step[3])),
        "whole": True,
        "at_most": _number(float(most[1])) if most else most_points(plain),
    }
    return {"all": [f"{measure} >= {start}"], "slope": slope}


def _single(plain: str, counted: Counted) -> Tier:
    """有得15分, 不少于3人（15分）: one number of points, and at most one that has to be reached."""
    points = set(_POINTS.findall(plain))
    asked = _POINTS.sub("", plain)
    thresholds = {(each[0] or each[2], each[1] == "%") for each in _THRESHOLD.findall(asked)}
    worth = _number(float(next(iter(points)))) if len(points) == 1 else f"{TO_FILL}分数；分档从高到低，每档一行"
    numbers = len(re.findall(r"\d+(?:\.\d+)?", asked))
    if len(points) != 1 or numbers > len(thresholds) or len(thresholds) > 1:
        return {"all": [f"{TO_FILL}条件，如 posts > 15；一档有几个条件的，逐个列出"], "points": worth}
    value, is_share = next(iter(thresholds), (str(counted.least), False))
    condition = f"{counted.measure(('%',) if is_share else ())} >= {value}{'%' if is_share else ''}"
    return {"all": [condition], "points": worth}


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value
