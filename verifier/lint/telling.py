"""Numbers, measures and states in plain Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from verifier.lint.states import State, is_share
from verifier.model import MeasureName


def number(value: Fraction) -> str:
    """As many decimals as it needs, at most four."""
    return f"{float(value):.4f}".rstrip("0").rstrip(".")


def with_unit(value: Fraction, name: MeasureName | None) -> str:
    scaled = value * 100 if is_share(name) else value
    return f"{number(scaled)}{name.unit if name else ''}"


def state_told(state: State, names: Mapping[str, MeasureName]) -> str:
    """`校园招聘会5场、毕业生总数200人`."""
    return "、".join(
        f"{_called(measure, names)}{with_unit(value, names.get(measure))}" for measure, value in state.items()
    )


def state_named(state: State, names: Mapping[str, MeasureName]) -> str:
    """`fairs = 5, graduates = 200`, by which a remark names it."""
    return ", ".join(f"{measure} = {written(value, names.get(measure))}" for measure, value in state.items())


def written(value: Fraction, name: MeasureName | None) -> str:
    return f"{number(value * 100)}%" if is_share(name) else number(value)


def _called(measure: str, names: Mapping[str, MeasureName]) -> str:
    return names[measure].name if measure in names else measure
