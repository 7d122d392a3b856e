"""The states in which the points of a cell can change: few values of each measure stand for all that there are.

Conditions compare one measure with a number, so what holds changes at such numbers alone. The number itself, a value
between each two and one beyond the ends stand for all values, exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice, pairwise, product
from math import ceil, floor

from verifier.model import Condition, MeasureName, ReadingRule, Slope, Tier
from verifier.score import Values, points

State = Mapping[str, Fraction]

_SHARE, _DIFFERENCE = "%", "个百分点"
_CONTINUOUS = ("平方米", "㎡", "亩", "米", "公里", "元", "万元", "小时", "")
"""units of measures that need be no whole numbers"""
_MOST_STATES = 20_000


def conditions_of(readings: Iterable[ReadingRule]) -> tuple[Condition, ...]:
    return tuple(dict.fromkeys(each for tier in _tiers(readings) for each in (*tier.all, *tier.any)))


def slopes_of(readings: Iterable[ReadingRule]) -> tuple[Slope, ...]:
    return tuple(dict.fromkeys(tier.slope for tier in _tiers(readings) if tier.slope))


def _tiers(readings: Iterable[ReadingRule]) -> Iterator[Tier]:
    for reading in readings:
        yield from reading.tiers


def measures_asked(readings: Sequence[ReadingRule]) -> tuple[str, ...]:
    """The measures on which the points depend, in the order in which they are asked."""
    asked = [each.measure for each in conditions_of(readings)]
    return tuple(dict.fromkeys([*asked, *(slope.measure for slope in slopes_of(readings))]))


def is_difference(name: MeasureName | None) -> bool:
    """Whether a measure compares two years: then zero is not nothing, and less than zero is possible."""
    return name is not None and name.unit == _DIFFERENCE


def is_share(name: MeasureName | None) -> bool:
    return name is not None and name.unit in (_SHARE, _DIFFERENCE)


def values_to_try(marks: Iterable[Fraction], name: MeasureName | None) -> tuple[Fraction, ...]:
    """Values of one measure between which nothing changes but at these marks, ascending."""
    least, most = _range(name)
    told = sorted({*marks, least, most or least})
    near = _whole(told) if is_whole(name) else _between(told)
    return tuple(sorted(each for each in near if least <= each and (most is None or each <= most)))


def _whole(marks: Sequence[Fraction]) -> set[Fraction]:
    """Whole numbers at and beside the marks."""
    return {Fraction(end + step) for mark in marks for end in (floor(mark), ceil(mark)) for step in (-1, 0, 1)}


def _between(marks: Sequence[Fraction]) -> set[Fraction]:
    return {*marks, *((a + b) / 2 for a, b in pairwise(marks)), marks[-1] + 1}


def is_whole(name: MeasureName | None) -> bool:
    """Whether a measure is counted one by one."""
    return name is not None and not is_share(name) and name.unit not in _CONTINUOUS


def _range(name: MeasureName | None) -> tuple[Fraction, Fraction | None]:
    if is_difference(name):
        return Fraction(-1), Fraction(1)
    return Fraction(0), Fraction(1) if is_share(name) else None


def marks_of(readings: Sequence[ReadingRule], measure: str) -> tuple[Fraction, ...]:
    """Where the points can change with a measure; for a slope also half steps, up to where it ends."""
    marks = {each.value for each in conditions_of(readings) if each.measure == measure}
    for slope in slopes_of(readings):
        if slope.measure == measure:
            steps = min(ceil(slope.at_most / abs(slope.points)), 40)
            marks |= {slope.start + slope.per * half / 2 for half in range(2 * steps + 2)}
    return tuple(sorted(marks))


def states(readings: Sequence[ReadingRule], names: Mapping[str, MeasureName]) -> tuple[State, ...]:
    """Every state that has to be looked at, each measure that the readings ask for known."""
    measures = measures_asked(readings)
    ranges = [values_to_try(marks_of(readings, measure), names.get(measure)) for measure in measures]
    every = islice(product(*ranges), _MOST_STATES)
    return tuple(dict(zip(measures, values, strict=True)) for values in every)


def earned(reading: ReadingRule, state: State) -> Fraction:
    """The points of a reading in a state."""
    values: Values = state
    return points(reading, values)


def lines(reading: ReadingRule, names: Mapping[str, MeasureName]) -> Iterator[tuple[str, tuple[State, ...]]]:
    """For each measure the runs of states in which it alone grows."""
    every = states((reading,), names)
    for measure in measures_asked((reading,)):
        runs: dict[tuple[Fraction, ...], list[State]] = {}
        for state in every:
            runs.setdefault(tuple(value for name, value in state.items() if name != measure), []).append(state)
        for run in runs.values():
            yield measure, tuple(sorted(run, key=lambda state: state[measure]))
