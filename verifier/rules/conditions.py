"""Conditions, percentages and the forms of tiers and standards, as they are written → exact values.

Every state is said by one key, so that a key left out is a mistake and not another state: a tier bears one of `all`,
`any` and `otherwise`, and `points` or a `slope`; a standard bears `all` or `part`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from fractions import Fraction
from typing import cast

from verifier.model import Condition, Operator, Slope, Standard
from verifier.rules.slips import width_told
from verifier.rules.yamlfile import Keys, YamlFile

CONDITION = re.compile(r"^\s*([a-z][a-z0-9_]*)\s*(>=|<=|==|>|<)\s*(-?\d+(?:\.\d+)?)\s*(%?)\s*$")
PERCENT = re.compile(r"^-?\d+(?:\.\d+)?%$")
_STATES = ("all", "any", "otherwise")
_WORTHS = ("points", "slope")
_SLOPE = tuple(field.name for field in fields(Slope))
_STANDARD = tuple(field.name for field in fields(Standard))
_FROM = "base"
"""of a slope: the points of its tier where the measure is 0"""


def exact(file: YamlFile) -> object:
    """The data of a file with conditions and percentages as exact values. Raises RuleError."""
    return _exact(file.data, file, ())


def _exact(data: object, file: YamlFile, keys: Keys) -> object:
    if isinstance(data, Mapping):
        return {key: _value(key, value, file, (*keys, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_exact(value, file, (*keys, index)) for index, value in enumerate(data)]
    if isinstance(data, str) and PERCENT.match(data):
        return Fraction(data[:-1]) / 100
    return data


def _value(key: str, value: object, file: YamlFile, keys: Keys) -> object:
    form = _FORMS.get(key)
    if form is not None and isinstance(value, list):
        return [form(each, file, (*keys, index)) for index, each in enumerate(value)]
    return value if key in ("unit", "units") else _exact(value, file, keys)


def _condition(text: object, file: YamlFile, keys: Keys) -> Condition:
    found = CONDITION.match(str(text))
    if not found:
        told = f"条件“{text}”看不懂，应写成“posts > 15”或“registered_share >= 80%”"
        raise file.error(keys, f"{told}{width_told(str(text))}")
    name, operator, number, percent = found.groups()
    value = Fraction(number) / (100 if percent else 1)
    return Condition(name, cast(Operator, operator), value)


def _tier(written: object, file: YamlFile, keys: Keys) -> object:
    tier = _mapping(written, (*_STATES, *_WORTHS), file, keys)
    _one_of(_STATES, tier, file, keys)
    _one_of(_WORTHS, tier, file, keys)
    if tier.pop("otherwise", True) is not True:
        raise file.error((*keys, "otherwise"), "只能写 true：前面各档都不适用时用这一档")
    data = {key: _value(key, value, file, (*keys, key)) for key, value in tier.items()}
    if "slope" not in data:
        return data
    here = (*keys, "slope")
    slope = _mapping(data["slope"], (_FROM, *_SLOPE), file, here)
    if _FROM not in slope:
        raise file.error(here, f"缺少键 {_FROM}，请补上")
    base = slope.pop(_FROM)
    if not isinstance(base, int | Fraction) or isinstance(base, bool):
        raise file.error((*here, _FROM), f"“{base}”应是数或百分数，如 15、2.5、80%")
    return data | {"points": base, "slope": slope}


def _standard(written: object, file: YamlFile, keys: Keys) -> object:
    standard = _mapping(written, _STANDARD, file, keys)
    _one_of(("all", "part"), standard, file, keys)
    return {key: _value(key, value, file, (*keys, key)) for key, value in standard.items()}


def _mapping(written: object, allowed: Sequence[str], file: YamlFile, keys: Keys) -> dict[str, object]:
    """A group of keys, all of them known."""
    if not isinstance(written, Mapping):
        raise file.error(keys, f"“{written}”应是一组“键: 值”；此处可写：{'、'.join(allowed)}")
    for key in written:
        if key not in allowed:
            raise file.error((*keys, key), f"没有这个键；此处可写：{'、'.join(allowed)}")
    return dict(written)


def _one_of(allowed: Sequence[str], data: Mapping[str, object], file: YamlFile, keys: Keys) -> None:
    there = [key for key in allowed if key in data]
    if len(there) != 1:
        raise file.error((*keys, *there[1:2]), f"{'、'.join(allowed)} 应写其中一个，且只写一个")


_FORMS: Mapping[str, Callable[[object, YamlFile, Keys], object]] = {
    "all": _condition,
    "any": _condition,
    "tiers": _tier,
    "standards": _standard,
}
"""lists whose entries have a form of their own"""
