"""Whether an employer is in the region the rules are for, and what decided it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from verifier.model import Employer, Places

Locality = Literal["local", "outside", "unknown"]
Verdict = tuple[Locality, str]

UNKNOWN: Verdict = ("unknown", "所在地代码、信用代码、地址和名称都没有写明地点")

_JOINTS = re.compile(r"[\s\-‐-―－_/\\|,，、;；>→·.。]+")
_STREET_END = r"(?:市?[东西南北中一二三四五]{0,2}(?:大街|大道|支路|路|街(?!道)|巷|胡同))"
_BRANCH = r"(?:市|区|县)?[^公司]{0,6}(?:分公司|分行|支行|分店|分部|分社|分院|分校|校区|办事处|营业部|代表处|项目部|店)"
_LEAD = re.compile(
    r"^(?:单位地址|地址|住所|住址|注册地址)?[:：]?\d{0,6}(?:中华人民共和国|中国)?(?:[\u4e00-\u9fff]{2,3}省)?"
)
_CODE = re.compile(r"(\d{4})(\d{2})?(?:\d{6})?(?!\d)")
_PROVINCES = range(11, 83)


def locate(employer: Employer, places: Places) -> Employer:
    """The employer with its locality and the reason.

    In this order: the place column, the credit code (which can only say yes), the address, the name.
    """
    locality, reason = _decide(employer, _map_of(places))
    return replace(employer, locality=locality, reason=reason)


def employer_of(values: Mapping[str, str], places: Places) -> Employer:
    """The employer of a roster's row, located."""
    place, code = values.get("employer_place", ""), values.get("employer_place_code", "")
    return locate(
        Employer(
            name=values.get("employer", ""),
            credit_code=values.get("credit_code") or values.get("employer_code", ""),
            address=place if code else "",
            place_code=code or place,
        ),
        places,
    )


@dataclass(frozen=True, slots=True)
class _Map:
    """The expressions made of a rule set's places."""

    places: Places
    outside: re.Pattern[str]
    outside_branch: re.Pattern[str]
    local: re.Pattern[str]
    streets: re.Pattern[str]
    anchored: re.Pattern[str]
    dependent: re.Pattern[str]


@lru_cache(maxsize=8)
def _map_of(places: Places) -> _Map:
    outside, local = _either(places.outside), _either(places.names)
    dependent = _either(places.dependent)
    streets = [local + _STREET_END, *([_either(places.streets)] if places.streets else [])]
    return _Map(
        places=places,
        outside=re.compile(f"({outside})(?!{_STREET_END})"),
        outside_branch=re.compile(f"({outside}){_BRANCH}"),
        local=re.compile(local),
        streets=re.compile("|".join(streets)),
        anchored=re.compile(f"{_either(places.anchors)}.{{0,6}}?({dependent})"),
        dependent=re.compile(f"({dependent})"),
    )


def _either(words: tuple[str, ...]) -> str:
    """An expression for any of the words, the longest first; one that never fits when there are none."""
    longest_first = sorted({unicodedata.normalize("NFKC", word) for word in words}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else r"(?!)"


def _decide(employer: Employer, map_: _Map) -> Verdict:
    return (
        _by_place_column(employer.place_code, map_)
        or _by_credit_code(employer.credit_code, map_.places)
        or _by_address(employer.address, map_)
        or _by_name(employer.name, map_)
        or UNKNOWN
    )


def _by_place_column(text: str, map_: _Map) -> Verdict | None:
    plain = _plain(text.strip().removesuffix(".0"))
    if not plain:
        return None
    code = _CODE.match(plain)
    if code:
        return _by_code(code[1] + (code[2] or ""), map_.places)
    verdict = _by_place_text(plain, f"单位所在地“{text.strip()}”", map_)
    if verdict:
        return verdict
    if map_.dependent.match(_without_lead(plain)):
        return "local", f"单位所在地“{text.strip()}”"
    return None


def _by_code(code: str, places: Places) -> Verdict | None:
    """By a region code of 4 or 6 digits; one of a whole province that may be ours decides nothing."""
    if code.startswith(places.code_prefix):
        return "local", f"单位所在地代码 {code}"
    whole_province = code[2:].strip("0") == ""
    if int(code[:2]) not in _PROVINCES or (whole_province and places.code_prefix.startswith(code[:2])):
        return None
    return "outside", f"单位所在地代码 {code}"


def _by_credit_code(text: str, places: Places) -> Verdict | None:
    code = _plain(text).upper()
    if len(code) == 18 and code[2:].startswith(places.code_prefix):
        return "local", f"统一社会信用代码第3至8位 {code[2:8]}"
    return None


def _by_address(text: str, map_: _Map) -> Verdict | None:
    plain = _plain(text)
    return _by_place_text(plain, f"单位地址“{text.strip()}”", map_) if plain else None


def _by_place_text(plain: str, source: str, map_: _Map) -> Verdict | None:
    rest = map_.streets.sub("", plain)
    begins = map_.outside.match(rest) or map_.outside.match(_without_lead(rest))
    if begins and not map_.local.match(_without_lead(rest)):
        return "outside", f"{source}以“{begins[1]}”开头"
    return ("local", source) if map_.local.search(rest) or map_.anchored.search(rest) else None


def _by_name(text: str, map_: _Map) -> Verdict | None:
    """By the name: a local name in it, unless the name is of a branch elsewhere; else the city it begins with."""
    plain = map_.streets.sub("", _plain(text))
    begins = map_.outside.match(plain) or map_.outside.match(_without_lead(plain))
    local = map_.local.search(plain)
    if local:
        elsewhere = map_.outside_branch.search(plain, local.end())
        if elsewhere:
            return "unknown", f"单位名称含“{local[0]}”，而分支机构在“{elsewhere[1]}”"
        if begins and not _is_place_in_name(plain, local, map_):
            return "unknown", f"单位名称以“{begins[1]}”开头，又含“{local[0]}”二字"
        return "local", f"单位名称含“{local[0]}”"
    return ("outside", f"单位名称以“{begins[1]}”开头") if begins else None


def _is_place_in_name(plain: str, local: re.Match[str], map_: _Map) -> bool:
    """Whether a local name inside a name that begins elsewhere is a place: 青岛恒荣成机械 is not of 荣成."""
    if local[0] in map_.places.anchors:
        return True
    before, after = plain[: local.start()], plain[local.end() :]
    return before.endswith(("(", "市", "公司", "集团", "大学", "学院", "银行", "省")) or bool(
        re.match(rf"[市区县)]|{_BRANCH}", after)
    )


def _plain(text: str) -> str:
    return _JOINTS.sub("", unicodedata.normalize("NFKC", text)) if text else ""


def _without_lead(plain: str) -> str:
    """Without label, postcode, country, and a province written with 省, so that the city stands first."""
    lead = _LEAD.match(plain)
    return plain[lead.end() :] if lead else plain
