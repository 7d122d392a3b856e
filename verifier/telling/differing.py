"""Two rule sets in words: what is there no more, what is new and what says something else, each change once.

Types are walked field by field; what a field is called is said in `rules/keys.yaml`, as in the editors' schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any
from unicodedata import normalize

from verifier.model import Condition, Expressions, Group, Indicator, MeasureName, RuleSet, Tier
from verifier.rules.schema import meanings
from verifier.rules.showing import condition_told, number, tier_told

Names = Mapping[str, MeasureName]

_KEYS = ("id", "indicator", "name", "yuan", "code", "at", "file")
"""fields of which the first one that a record has tells it from its neighbours"""
_ALSO_TOLD = ("name", "title", "text", "message")
"""fields of which the first one that a record has is shown where it comes or goes"""
_SECTIONS = {"": "整体", "words": "识别材料用的词", "form": "附表、函和公示表", "blank": "空材料夹"}


@dataclass(frozen=True, slots=True)
class Change:
    section: str
    """a key of `_SECTIONS`, or what heads a group"""
    where: tuple[str, ...]
    """the way to what changed, in words"""
    text: str
    values: tuple[str, str] = ("", "")
    """what a single text was and is"""


def differences(first: RuleSet, second: RuleSet) -> str:
    """All changes from the first to the second, as text."""
    return "\n".join(_lines(_merged(changes(first, second)), first, second))


def changes(first: RuleSet, second: RuleSet) -> Iterator[Change]:
    """Every change; what several cells have in common once for each."""
    walk = _Walk({**first.measures, **second.measures})
    for field in fields(RuleSet):
        before, after = getattr(first, field.name), getattr(second, field.name)
        if field.name in _SECTIONS:
            found = walk.compared(before, after, _label(RuleSet, field.name))
            told = (replace(each, section=field.name) for each in found)
            yield from (each for each in told if not _is_told(each, first, second))
        elif field.name == "groups":
            yield from _groups(walk, before, after)
        elif field.name != "sha256":
            yield from walk.compared(before, after, _label(RuleSet, field.name))


# --- groups and cells -----------------------------------------------------------------------------


def _groups(walk: _Walk, before: Sequence[Group], after: Sequence[Group]) -> Iterator[Change]:
    old, new = ({group.id: group for group in each} for each in (before, after))
    where = {cell.id: group.id for group in before for cell in group.indicators}
    cells = {cell.id: cell for group in before for cell in group.indicators}
    left = {cell.id for group in after for cell in group.indicators}
    for id_ in dict.fromkeys([*old, *new]):
        heading = _heading(new.get(id_) or old[id_])
        told: list[Change] = []
        if id_ not in new or id_ not in old:
            told.append(Change("", (), "增加这一组" if id_ in new else "取消这一组"))
        else:
            told += walk.fields_of(old[id_], new[id_], skip=("indicators",))
            told += _moved([c.id for c in old[id_].indicators], [c.id for c in new[id_].indicators])
        if id_ in new:
            for cell in new[id_].indicators:
                told += _cell(walk, cells.get(cell.id), cell, where.get(cell.id, id_), id_)
        told += [Change("", (), f"取消{_named(cell)}") for cell in _gone(old.get(id_), left)]
        yield from (replace(each, section=heading) for each in told)


def _heading(group: Group) -> str:
    return f"第{group.id}组 {group.name}"


def _gone(group: Group | None, left: set[str]) -> list[Indicator]:
    return [cell for cell in group.indicators if cell.id not in left] if group else []


def _named(cell: Indicator) -> str:
    return f"指标 {cell.id} {cell.name}（满分{number(cell.max)}分）"


def _cell(walk: _Walk, old: Indicator | None, new: Indicator, was: str, now: str) -> Iterator[Change]:
    if old is None:
        yield Change("", (), f"增加{_named(new)}")
        return
    title = f"{new.id} {new.name}"
    if was != now:
        yield Change("", (title,), f"从第{was}组移到第{now}组")
    found = walk.fields_of(old, new, skip=())
    yield from (replace(each, where=(title, *each.where)) for each in found)


# --- the walk -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Walk:
    """Compares values of one type; `names` are the measures in which conditions are told."""

    names: Names

    def compared(self, old: Any, new: Any, label: str) -> Iterator[Change]:
        """The changes from a value to another that stands under the same name."""
        if old == new and not is_dataclass(old):
            return
        below = self._below(old, new)
        if below is None:
            yield Change("", (), f"{label}由{_value(old)}改为{_value(new)}", _texts(old, new))
            return
        yield from (replace(each, where=(label, *each.where)) if label else each for each in below)

    def _below(self, old: Any, new: Any) -> Iterator[Change] | None:
        """The changes within values of many parts; None where they are single values or of different types."""
        if type(old) is not type(new):
            return None
        if isinstance(old, Expressions):
            return self._words([each.pattern for each in old.each], [each.pattern for each in new.each])
        if is_dataclass(old):
            return self.fields_of(old, new, skip=())
        if isinstance(old, Mapping):
            return self._mapping(old, new)
        return self._list(old, new) if isinstance(old, tuple) else None

    def fields_of(self, old: Any, new: Any, skip: Sequence[str]) -> Iterator[Change]:
        for field in fields(old):
            if field.name not in skip:
                label = _label(type(old), field.name)
                yield from self.compared(getattr(old, field.name), getattr(new, field.name), label)

    def _mapping(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
        for key in dict.fromkeys([*old, *new]):
            if key not in new:
                yield Change("", (), f"取消“{key}”")
            elif key not in old:
                yield Change("", (), f"增加“{key}”：{_value(new[key])}")
            else:
                yield from self.compared(old[key], new[key], str(key))

    def _list(self, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
        sample = next(iter((*old, *new)))
        if isinstance(sample, Tier):
            return self._words([tier_told(each, self.names) for each in old], [*self._tiers(new)])
        if isinstance(sample, Condition):
            first, second = ([condition_told(each, self.names) for each in every] for every in (old, new))
            return self._words(first, second)
        if is_dataclass(sample):
            return self._records(old, new)
        if len(old) == len(new) and all(isinstance(each, tuple) for each in (*old, *new)):
            return self._in_turn(old, new, "第{}组")
        return self._words([*map(_plain, old)], [*map(_plain, new)])

    def _tiers(self, tiers: Sequence[Tier]) -> Iterator[str]:
        yield from (tier_told(each, self.names) for each in tiers)

    def _in_turn(self, old: Sequence[Any], new: Sequence[Any], called: str) -> Iterator[Change]:
        for at, (before, after) in enumerate(zip(old, new, strict=True), 1):
            yield from self.compared(before, after, called.format(at))

    def _words(self, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
        """Words that went and that came; only where none did, their order."""
        gone, came = [each for each in old if each not in new], [each for each in new if each not in old]
        told = [f"{what}“{'”“'.join(words)}”" for what, words in (("删去", gone), ("增加", came)) if words]
        if told:
            yield Change("", (), "，".join(told))
        else:
            yield from _moved(old, new)

    def _records(self, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
        first, second = _keyed(old), _keyed(new)
        if first is None or second is None:
            if len(old) == len(new):
                return self._in_turn(old, new, "第{}条")
            return iter([Change("", (), f"从{len(old)}条改为{len(new)}条")])
        return self._by_keys(first, second)

    def _by_keys(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
        for key in dict.fromkeys([*old, *new]):
            if key not in new:
                yield Change("", (), f"取消{_called(key, old[key])}")
            elif key not in old:
                yield Change("", (), f"增加{_called(key, new[key])}")
            else:
                yield from self.compared(old[key], new[key], key)
        yield from _moved([*old], [*new])


def _moved(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """The new order of what is in both."""
    both = [each for each in new if each in old]
    if both != [each for each in old if each in new]:
        yield Change("", (), f"顺序改为：{'、'.join(both)}")


def _keyed(records: Sequence[Any]) -> dict[str, Any] | None:
    """The records by what tells them apart; None where nothing does."""
    if not records:
        return {}
    names = [field.name for field in fields(records[0])]
    for key in (each for each in _KEYS if each in names):
        found = {str(getattr(each, key)): each for each in records}
        if len(found) == len(records):
            return found
    return None


# --- texts ----------------------------------------------------------------------------------------


def _label(kind: type, key: str) -> str:
    """What a key is called: the beginning of what is said of it."""
    for each in kind.__mro__:
        told = meanings().get(each.__name__, {}).get(key)
        if told:
            return re.split("[，；：。（]| →", told[0])[0]
    return {"words": "", "form": "", "blank": ""}.get(key, key)


def _called(key: str, record: object) -> str:
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    told = next((str(getattr(record, each)) for each in _ALSO_TOLD if each in names), key)
    return f" {key}" if told == key else f" {key}：{told}"


def _value(value: object) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case Fraction() | int() | float():
            return _number(Fraction(value))
        case None:
            return "没有"
        case date():
            return str(value)
        case str():
            return f"“{''.join(value.splitlines())}”" if value else "空"
    return _kind(value)


def _number(value: Fraction) -> str:
    return f"{number(value * 100)}%" if 0 < value < 1 else number(value)


def _kind(value: object) -> str:
    """What stands for a whole record: its kind, where it is a way of counting."""
    if isinstance(value, tuple | Mapping):
        return "、".join(map(_plain, value)) or "空"
    return str(getattr(value, "kind", "另一种内容"))


def _plain(value: object) -> str:
    return "、".join(map(_plain, value)) if isinstance(value, tuple) else str(value)


def _texts(old: object, new: object) -> tuple[str, str]:
    return (old, new) if isinstance(old, str) and isinstance(new, str) else ("", "")


# --- nothing twice --------------------------------------------------------------------------------


def _is_told(change: Change, first: RuleSet, second: RuleSet) -> bool:
    """Whether a row of the form follows what the cell itself says, which is told there."""
    cell = change.where[1] if change.section == "form" and len(change.where) > 1 else ""
    if not any(change.values) or cell not in {each.id for each in first.indicators}:
        return False
    before, after = change.values
    weights = [_number(rules.group_of(cell).weight) for rules in (first, second)]
    is_weight = _squeezed(before).replace(weights[0], weights[1]) == _squeezed(after)
    return is_weight or (_says(first, cell, before) and _says(second, cell, after))


def _says(rules: RuleSet, id_: str, text: str) -> bool:
    cell = next(each for each in rules.indicators if each.id == id_)
    own = (cell.name, cell.area, cell.clause.text, cell.clause.requirement)
    return any(_squeezed(text) in _squeezed(each) for each in own)


def _squeezed(text: str) -> str:
    return "".join(normalize("NFKC", text).split())


def _joined(heads: Sequence[str]) -> str:
    """Of one its whole name, of several what they begin with."""
    return heads[0] if len(heads) == 1 else "、".join(head.split(" ")[0] for head in heads)


def _merged(found: Iterable[Change]) -> dict[tuple[str, tuple[str, ...], str], list[str]]:
    """Section, rest of the way and text → the cells that have the change in common."""
    merged: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
    for each in found:
        own = merged.setdefault((each.section, each.where[1:], each.text), [])
        if (head := each.where[0] if each.where else "") not in own:
            own.append(head)
    return merged


def _lines(
    merged: Mapping[tuple[str, tuple[str, ...], str], Sequence[str]], first: RuleSet, second: RuleSet
) -> Iterator[str]:
    if not merged:
        yield "两套规则没有区别"
        return
    yield f"从 {first.id}（{first.title}）"
    yield f"到 {second.id}（{second.title}），共 {len(merged)} 处不同"
    for section in dict.fromkeys(key[0] for key in merged):
        yield ""
        yield _SECTIONS.get(section, section)
        for (own, rest, text), heads in merged.items():
            if own == section:
                way = "／".join(each for each in (_joined(heads), *rest) if each)
                yield f"  · {way}：{text}" if way else f"  · {text}"
