"""One file looked at on its own."""

from __future__ import annotations

from pathlib import Path

from verifier import pipeline
from verifier.batch.settings import Settings
from verifier.errors import UsageError
from verifier.facts.blackout import personal_boxes
from verifier.inspecting import described
from verifier.language.identity_numbers import mask_person
from verifier.marking import check_target, draw_pages
from verifier.model import Person


def inspect(file: Path, settings: Settings, picture: Path | None = None) -> str:
    """What the tool sees in one file, as text; with `picture` its pages are drawn there, with boxes."""
    if not file.is_file():
        raise UsageError(f"找不到文件“{file}”，请检查路径")
    if picture is not None:
        check_target(picture, file)
    rules = settings.rule_set()
    with pipeline.working_folder() as work, pipeline.opening(settings.terms, settings.jobs, work) as how:
        sight = pipeline.observe_file(file, work, rules, settings.engine(), None, how)
        judged = pipeline.judge(sight, rules)
        said = [*described(sight, judged, rules, _as_it_is if settings.show_pii else mask_person)]
        if picture is not None:
            black = {} if settings.show_pii else personal_boxes(sight.observed)
            drawn = draw_pages(sight, judged, rules, black, picture)
            said.append(f"图片：{'、'.join(path.name for path in drawn)}")
    return "\n".join(map(settings.mask, said))


def _as_it_is(person: Person) -> Person:
    return person
