"""Pages from templates: what all of them may use."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from verifier.model import FILE_KINDS, FILE_STATUSES
from verifier.outputs import points, wording

SHARED = Path(__file__).parent / "templates"
SURE = Decimal("0.9")
"""readings surer than this bear no remark"""


def rendered(template: str, **values: object) -> str:
    """The page of a template of this package."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    return environment_of(SHARED)


def environment_of(folder: Path) -> Environment:
    """The templates of a folder and those of this package, all values escaped, with the words that pages share."""
    environment = Environment(
        loader=FileSystemLoader([folder, SHARED], encoding="utf-8"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: wording.clean(value) if type(value) is str else value,
    )
    for shown in (
        wording.number,
        wording.span,
        wording.signed,
        wording.citation,
        wording.flag_name,
        wording.fact_name,
        wording.fact_value,
        wording.is_quote,
        wording.measure_name,
        wording.measure_value,
        wording.yuan,
        wording.exact,
        wording.one_line,
        points.award_of,
        points.choice,
        points.grade_told,
        points.award_told,
        points.why_open,
    ):
        environment.filters[shown.__name__] = shown
    environment.globals |= {
        "SEVERITIES": wording.SEVERITIES,
        "SHAPES": wording.SHAPES,
        "STATUSES": wording.STATUSES,
        "STANDARDS": wording.STANDARDS,
        "FILE_STATUSES": FILE_STATUSES,
        "FILE_KINDS": FILE_KINDS,
        "PARTS": wording.PARTS,
        "SURE": SURE,
    }
    return environment
