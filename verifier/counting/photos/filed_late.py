"""Photos that a name alone files for a cell and that a camera dates outside the period, whatever they show."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.counting.eligibility.candidates import hinted
from verifier.counting.eligibility.period import in_period, outside
from verifier.counting.flags import flag
from verifier.counting.photos.belonging import cell_of
from verifier.counting.photos.camera_dates import dates_of_camera
from verifier.counting.photos.paper_pictures import photos_of
from verifier.counting.photos.same_picture import is_photo
from verifier.model import Evidence, Flag, Indicator, Papers, PhotoTaking, RuleSet


def filed_late(cell: Indicator[PhotoTaking], papers: Papers, rules: RuleSet) -> Iterator[tuple[Evidence, Flag]]:
    """Each such photo that speaks for no cell, with what a person is told of it."""
    for photo in photos_of(papers, rules):
        if not is_photo(photo.seen) or not hinted(photo.seen, cell.id, papers):
            continue
        taken = [dated.fact for dated in dates_of_camera(photo, rules.words)]
        late = bool(taken) and all(in_period(fact.value, papers.period) is False for fact in taken)
        if late and cell_of(photo, papers, rules, papers.hints) is None:
            doubt = outside(f"照片日期“{taken[0].quote}”", "照片", taken[0].place)
            facts, path = (taken[0],), photo.seen.path
            evidence = Evidence(cell.id, path, facts, "name-only", "照片不在考核期内", "out", photo.key)
            yield evidence, flag(doubt.code, cell.id, doubt.message, doubt.place)
