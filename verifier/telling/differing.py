"""Two rule sets in words: what is there no more, what is new and what says something else, each change once.

Types are walked field by field; what a field is called is said in `rules/keys.yaml`, as in the editors' schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any
from unicodedata import normalize

from verifier.model import Condition, Expressions, Group, Indicator, MeasureName, RuleSet, Tier
from verifier.rules.showing import condition_told, number, tier_told
from verifier.telling.values import called, label_of, number_told, plain, texts_of, value_told

Names = Mapping[str, MeasureName]

_KEYS = ("id", "indicator", "name", "yuan", "code", "at", "file")
"""fields of which the first one that a record has tells it from its neighbours"""
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
            found = walk.compared(before, after, label_of(RuleSet, field.name))
            told = (replace(each, section=field.name) for each in found)
            yield from (each for each in told if not _is_told(each, first, second))
        elif field.name == "groups":
            yield from _groups(walk, before, after)
        elif field.name != "sha256":
            yield from walk.compared(before, after, label_of(RuleSet, field.name))


# --- groups and cells -----------------------------------------------------------------------------


def _groups(walk: _Walk, before: Sequence[Group], after: Sequence[Group]) -> Iterator[Change]:
    old, new = ({group.id: group for group in each} for each in (before, after))
    for id_ in dict.fromkeys([*old, *new]):
        was, now = old.get(id_), new.get(id_)
        told = (*_group(walk, was, now), *_cells(walk, _placed(before), now), *_gone(was, _placed(after)))
        section = f"第{id_}组 {(now or old[id_]).name}"
        yield from (replace(each, section=section) for each in told)


def _placed(groups: Sequence[Group]) -> dict[str, tuple[Indicator, str]]:
    """Each cell with the id of its group."""
    return {cell.id: (cell, group.id) for group in groups for cell in group.indicators}


def _cells(walk: _Walk, before: Mapping[str, tuple[Indicator, str]], group: Group | None) -> Iterator[Change]:
    for cell in _of(group):
        yield from _cell(walk, before.get(cell.id), cell, group.id if group else "")


def _gone(group: Group | None, after: Mapping[str, tuple[Indicator, str]]) -> Iterator[Change]:
    yield from (Change("", (), f"取消{_named(cell)}") for cell in _of(group) if cell.id not in after)


def _of(group: Group | None) -> tuple[Indicator, ...]:
    return group.indicators if group else ()


def _group(walk: _Walk, old: Group | None, new: Group | None) -> Iterator[Change]:
    """What changed of the group itself."""
    if old is None or new is None:
        yield Change("", (), "增加这一组" if old is None else "取消这一组")
        return
    yield from walk.fields_of(old, new, skip=("indicators",))
    yield from _moved([cell.id for cell in old.indicators], [cell.id for cell in new.indicators])


def _named(cell: Indicator) -> str:
    return f"指标 {cell.id} {cell.name}（满分{number(cell.max)}分）"


def _cell(walk: _Walk, before: tuple[Indicator, str] | None, new: Indicator, now: str) -> Iterator[Change]:
    """What changed of a cell that stands in that group now; `before`: as it was, with its group."""
    if before is None:
        yield Change("", (), f"增加{_named(new)}")
        return
    old, was = before
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
            yield Change("", (), f"{label}由{value_told(old)}改为{value_told(new)}", texts_of(old, new))
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
                label = label_of(type(old), field.name)
                yield from self.compared(getattr(old, field.name), getattr(new, field.name), label)

    def _mapping(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
        for key in dict.fromkeys([*old, *new]):
            if key not in new:
                yield Change("", (), f"取消“{key}”")
            elif key not in old:
                yield Change("", (), f"增加“{key}”：{value_told(new[key])}")
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
        return self._words([*map(plain, old)], [*map(plain, new)])

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
                yield Change("", (), f"取消{called(key, old[key])}")
            elif key not in old:
                yield Change("", (), f"增加{called(key, new[key])}")
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


# --- nothing twice --------------------------------------------------------------------------------


def _is_told(change: Change, first: RuleSet, second: RuleSet) -> bool:
    """Whether a row of the form follows what the cell itself says, which is told there."""
    cell = change.where[1] if change.section == "form" and len(change.where) > 1 else ""
    if not any(change.values) or cell not in {each.id for each in first.indicators}:
        return False
    before, after = change.values
    weights = [number_told(rules.group_of(cell).weight) for rules in (first, second)]
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
