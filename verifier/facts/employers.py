"""Whether an employer is in the region the rules are for, and what decided it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from verifier.model import Employer, Places

Locality = Literal["local", "outside", "unknown"]
Verdict = tuple[Locality, str]

UNKNOWN: Verdict = ("unknown", "所在地代码、信用代码、地址和名称都没有写明地点")


PLACE_FIELDS = (
    "employer_place_code",
    "employer_province",
    "employer_city",
    "employer_county",
    "employer_place",
)
"""columns that ask for the place of the employer, which a roster may split in two or three"""
TELLING_FIELDS = (*PLACE_FIELDS, "employer_address", "credit_code", "employer_code")
"""columns that may tell where the employer is, besides its name"""

_JOINTS = re.compile(r"[\s\-‐-―－_/\\|,，、;；>→·.。]+")
_STREET_END = r"(?:市?[东西南北中一二三四五]{0,2}(?:大街|大道|支路|路|街(?!道)|巷|胡同))"
_BRANCH = (
    r"(?:分公司|分行|支行|分店|分部|分社|分院|分校|校区|办事处|营业部|代表处|项目部|支公司|营业厅|分理处|分所|分厂|店)"
)
_NEAR_BRANCH = rf"(?:市|区|县)?[^公司]{{0,6}}{_BRANCH}"
_OWN_BRANCH = r"(?:市|区|县)?(?:中心)?(?:分公司|子公司|分行|支行|分社|分院|支公司|办事处|代表处|供电公司)"
_BEFORE_PLACE = ("(", "市", "公司", "集团", "大学", "学院", "银行", "省")
_AFTER_PLACE = re.compile(rf"[市区县)]|有限|公司|集团|校区|学院|{_NEAR_BRANCH}")
_LABEL = r"(?:单位地址|地址|住所|住址|注册地址)?[:：]?\d{0,6}(?:中华人民共和国|中国)?"
_FREE_TRADE = r"(?:\(?[\u4e00-\u9fff]{2,3}\)?自由贸易试验区)?"
_CODE = re.compile(r"(?<!\d)(\d{6})(?:\d{3}|\d{6})?(?!\d)|^(\d{4})(?!\d)")
_OF_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]")
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def locate(employer: Employer, places: Places) -> Employer:
    """The employer with its locality and the reason.

    In this order: the place column, the credit code (which can only say yes), the address, the name.
    """
    locality, reason = _decide(employer, _map_of(places))
    return replace(employer, locality=locality, reason=reason)


def employer_of(values: Mapping[str, str], places: Places) -> Employer:
    """The employer of a roster's row, located; a place in several columns is read as one."""
    return locate(
        Employer(
            name=values.get("employer", ""),
            credit_code=values.get("credit_code") or values.get("employer_code", ""),
            address=values.get("employer_address", ""),
            place_code=" ".join(filter(None, (values.get(name, "").strip() for name in PLACE_FIELDS))),
        ),
        places,
    )


@dataclass(frozen=True, slots=True)
class _Map:
    """The expressions made of a rule set's places."""

    places: Places
    lead: re.Pattern[str]
    outside: re.Pattern[str]
    outside_alone: re.Pattern[str]
    outside_branch: re.Pattern[str]
    own_branch: re.Pattern[str]
    local: re.Pattern[str]
    streets: re.Pattern[str]
    compounds: re.Pattern[str]
    anchored: re.Pattern[str]
    dependent: re.Pattern[str]


@lru_cache(maxsize=8)
def _map_of(places: Places) -> _Map:
    outside, local = _either(places.outside), _either(places.names)
    dependent = _either(places.dependent)
    home = f"{_either((places.province,) if places.province else ())}省?"
    streets = [local + _STREET_END, *([_either(places.streets)] if places.streets else [])]
    return _Map(
        places=places,
        lead=re.compile(rf"{_LABEL}(?:{home}|[\u4e00-\u9fff]{{2,3}}省)*{_FREE_TRADE}"),
        outside=re.compile(f"({outside})(?!{_STREET_END})"),
        outside_alone=re.compile(_either(places.outside_dependent)),
        outside_branch=re.compile(rf"({outside})(?!{_STREET_END}){_NEAR_BRANCH}|\(({outside})[市区县]?\)"),
        own_branch=re.compile(f"({outside}){_OWN_BRANCH}"),
        local=re.compile(local),
        streets=re.compile("|".join(streets)),
        compounds=re.compile(_either(places.compounds)),
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
    shown = text.strip().removesuffix(".0")
    plain = _plain(shown)
    if not plain:
        return None
    verdict = _by_codes(shown, map_.places) or _by_place_text(plain, f"单位所在地“{shown}”", map_)
    if verdict:
        return verdict
    rest = _without_lead(plain, map_)
    if map_.outside_alone.fullmatch(rest):
        return "outside", f"单位所在地“{shown}”"
    return ("local", f"单位所在地“{shown}”") if map_.dependent.match(rest) else None


def _by_codes(text: str, places: Places) -> Verdict | None:
    """By the first region code that tells: of 6 to 12 digits, or 4 that stand first."""
    for found in _CODE.finditer(unicodedata.normalize("NFKC", text).strip()):
        code = found[1] or found[2]
        if code.startswith(places.code_prefix):
            return "local", f"单位所在地代码 {code}"
        whole_province = code[2:].strip("0") == ""
        if _OF_PROVINCE.match(code) and not (whole_province and places.code_prefix.startswith(code[:2])):
            return "outside", f"单位所在地代码 {code}"
    return None


def _by_credit_code(text: str, places: Places) -> Verdict | None:
    code = _plain(text).upper()
    region = code[2:8].translate(_LOOKALIKES)
    if len(code) == 18 and region.startswith(places.code_prefix):
        return "local", f"统一社会信用代码第3至8位 {region}"
    return None


def _by_address(text: str, map_: _Map) -> Verdict | None:
    plain = _plain(text)
    return _by_place_text(plain, f"单位地址“{text.strip()}”", map_) if plain else None


def _by_place_text(plain: str, source: str, map_: _Map) -> Verdict | None:
    rest = map_.streets.sub("", plain)
    begins = _begins_outside(rest, map_)
    if begins and not map_.local.match(_without_lead(rest, map_)):
        return "outside", f"{source}以“{begins}”开头"
    return ("local", source) if map_.local.search(rest) or map_.anchored.search(rest) else None


def _by_name(text: str, map_: _Map) -> Verdict | None:
    """By the name: a local name in it, unless the name is of a branch elsewhere; else the city it begins with."""
    plain = map_.streets.sub("", _plain(text))
    begins = _begins_outside(plain, map_)
    found = list(map_.local.finditer(plain))
    if not found:
        return _without_local_name(plain, begins, map_)
    local = next((one for one in found if _is_place_in_name(plain, one, map_)), found[0])
    elsewhere = map_.outside_branch.search(plain, local.end())
    if elsewhere:
        return "unknown", f"单位名称含“{local[0]}”，而分支机构在“{elsewhere[1] or elsewhere[2]}”"
    if _is_place_in_name(plain, local, map_):
        return "local", f"单位名称含“{local[0]}”"
    if begins:
        return "unknown", f"单位名称以“{begins}”开头，又含“{local[0]}”二字"
    if map_.compounds.match(plain, local.end() - 1):
        return "unknown", f"单位名称中的“{local[0]}”二字不一定是地名"
    return "local", f"单位名称含“{local[0]}”"


def _without_local_name(plain: str, begins: str, map_: _Map) -> Verdict | None:
    if begins:
        return "outside", f"单位名称以“{begins}”开头"
    branch = map_.own_branch.search(plain)
    return ("outside", f"单位名称写明是“{branch[1]}”的分支机构") if branch else None


def _is_place_in_name(plain: str, local: re.Match[str], map_: _Map) -> bool:
    """Whether a local name in a name stands where places stand: 青岛恒荣成机械 is not of 荣成."""
    before, after = plain[: local.start()], plain[local.end() :]
    if not _without_lead(before, map_) or before.endswith(_BEFORE_PLACE):
        return True
    return bool(_AFTER_PLACE.match(after)) and not map_.compounds.match(plain, local.end() - 1)


def _plain(text: str) -> str:
    return _JOINTS.sub("", unicodedata.normalize("NFKC", text)) if text else ""


def _begins_outside(plain: str, map_: _Map) -> str:
    """The place elsewhere with which a text begins, with or without what stands before a city; else ''."""
    for start in _beginnings(plain, map_):
        found = map_.outside.match(plain, start)
        if found:
            return found[1]
    return ""


def _beginnings(plain: str, map_: _Map) -> Iterator[int]:
    """Where the place may begin: at once, after label, postcode and country, after the province too."""
    label = re.match(_LABEL, plain)
    lead = map_.lead.match(plain)
    first = label.end() if label else 0
    yield from sorted({0, first, first + plain.startswith("(", first), lead.end() if lead else 0})


def _without_lead(plain: str, map_: _Map) -> str:
    """Without label, postcode, country, and provinces that say no more, so that the city stands first."""
    lead = map_.lead.match(plain)
    return plain[lead.end() :] if lead else plain
