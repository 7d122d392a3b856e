"""What only the whole bundle shows: the same bytes twice, a picture filed for two cells."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.counting.photo_papers import bundle, photo
from tests.counting.station_papers import rules
from verifier import cross
from verifier.counting import tally
from verifier.facts.seals.extract import electronic
from verifier.model import (
    TITLE,
    Evidence,
    Fact,
    Observed,
    Papers,
    Place,
    Signature,
    SourceFile,
    Tally,
    asks_photo,
)

CONSULT, CONTEST = "就业创业指导咨询室", "大学生创新创业大赛决赛"


def file(path: str, data: str, **more: Any) -> SourceFile:
    given: dict[str, Any] = {"size": 50_000, "kind": "image", "status": "read", **more}
    return SourceFile(path, data, **given)


def test_the_same_bytes_again_are_noted_once_for_each_repeated_file() -> None:
    found, flags = cross.twins([file("a.jpg", "1"), file("b.jpg", "1"), file("c.jpg", "2"), file("d.jpg", "1")])
    assert found == {"b.jpg": "a.jpg", "d.jpg": "a.jpg"}
    assert [(flag.code, flag.severity, flag.place and flag.place.file, flag.indicator) for flag in flags] == [
        ("duplicate-file", "note", "b.jpg", None),
        ("duplicate-file", "note", "d.jpg", None),
    ]


@pytest.mark.parametrize("more", [{"status": "ignored"}, {"size": 0}, {"status": "refused"}])
def test_files_that_are_empty_or_not_read_are_no_twins(more: dict[str, Any]) -> None:
    assert cross.twins([file("a", "1", **more), file("b", "1", **more)]) == ({}, ())


def test_a_document_submitted_twice_is_noted_once_with_all_its_pictures() -> None:
    files = [
        file("a.docx", "d", kind="word"), file("a.docx/1.jpg", "p", parent="a.docx"),
        file("b.docx", "d", kind="word"), file("b.docx/1.jpg", "p", parent="b.docx"),
    ]  # fmt: skip
    found, flags = cross.twins(files)
    assert found == {"b.docx": "a.docx", "b.docx/1.jpg": "a.docx/1.jpg"}
    assert [flag.place.file for flag in flags if flag.place] == ["b.docx"]


def test_what_lies_in_an_archive_submitted_twice_is_noted_with_the_archive() -> None:
    files = [
        each for name in ("a.zip", "b.zip") for each in (file(name, "z", kind="archive"), file(f"{name}/1.jpg", "p"))
    ]
    assert [flag.place.file for flag in cross.twins(files)[1] if flag.place] == ["b.zip"]


def test_a_small_picture_in_many_documents_is_an_ornament() -> None:
    files = [file(f"{at}.docx/logo.png", "l", parent=f"{at}.docx", size=900) for at in range(3)]
    found, flags = cross.twins(files)
    assert (len(found), flags) == (2, ())


def test_near_twins_leave_screens_alone() -> None:
    assert cross.near_twins([photo("a.jpg", phash=1), photo("b.jpg", phash=1)], rules()) == {"b.jpg": "a.jpg"}


def judged(*observed: Observed, twins: dict[str, str] | None = None, **hints: str) -> dict[str, Tally]:
    """Tallies of all cells; `hints` by the first letter of the file name."""
    filed = {seen.path: (hints[seen.path[0]],) for seen in observed if seen.path[0] in hints}
    papers = bundle(*observed, hints=filed, twins=twins or {})
    tallies = {cell.id: tally(cell, papers, rules()) for cell in rules().indicators if asks_photo(cell)}
    return dict(cross.contradictions(papers, tallies, rules()))


def reused(tallies: dict[str, Tally]) -> list[tuple[str, str]]:
    return [
        (cell, flag.place.file)
        for cell, each in tallies.items()
        for flag in each.flags
        if flag.code == "reused-across-indicators" and flag.place
    ]


def counts(tally_: Tally) -> list[str]:
    return [each.file for each in tally_.evidence if each.standing == "firm"]


def test_a_picture_filed_for_two_cells_counts_where_its_content_belongs() -> None:
    one = photo("a.jpg", CONSULT, taken="2024-05-20", phash=3)
    other = photo("b.jpg", CONSULT, phash=2)
    tallies = judged(one, other, a="4.7", b="4.8")
    assert reused(tallies) == [("4.8", "b.jpg")]
    assert counts(tallies["4.7"]) == ["a.jpg"]
    assert counts(tallies["4.8"]) == []
    assert [flag.code for flag in tallies["4.7"].flags] == ["judgement-required"]


def test_the_same_bytes_filed_for_two_cells_are_flagged_in_the_wrong_one() -> None:
    one = photo("a.jpg", CONTEST, taken="2024-05-20", data="x")
    other = photo("b.jpg", CONTEST, taken="2024-05-20", data="x")
    tallies = judged(one, other, twins={"b.jpg": "a.jpg"}, a="4.4", b="4.8")
    assert reused(tallies) == [("4.4", "a.jpg")]
    assert counts(tallies["4.8"]) == ["a.jpg"]


def test_a_silent_picture_filed_for_two_cells_is_flagged_in_the_second() -> None:
    tallies = judged(photo("a.jpg", phash=3), photo("b.jpg", phash=3), a="3.3", b="3.4")
    assert reused(tallies) == [("3.4", "b.jpg")]


def test_one_picture_twice_in_one_folder_is_no_reuse_across_cells() -> None:
    one, other = photo("a1.jpg", CONSULT, taken="2024-05-20", phash=3), photo("a2.jpg", CONSULT, phash=3)
    tallies = judged(one, other, a="4.7")
    assert reused(tallies) == []
    assert next(flag.code for flag in tallies["4.7"].flags) == "near-duplicate"


def test_venue_pictures_may_show_a_fair_freely() -> None:
    one = photo("a.jpg", "山东大学（威海）春季校园双选会", taken="2024-03-15", phash=3)
    other = photo("b.jpg", "山东大学（威海）春季校园双选会", phash=3)
    assert reused(judged(one, other, a="4.4", b="1.3")) == []


def test_tallies_without_reuse_pass_through() -> None:
    tallies = judged(photo("a.jpg", CONTEST, taken="2024-05-20"), a="4.8")
    assert counts(tallies["4.8"]) == ["a.jpg"]
    assert tallies["4.8"].flags == ()


def test_the_first_piece_of_a_paper_shows_its_electronic_seals_and_counts_as_before() -> None:
    seen = bundle(photo("制度.pdf", CONSULT)).observed[0]
    seal = electronic(Signature(Place(seen.path, 1), "某某学院", "某某学院", None, "agrees"))
    sealed = replace(seen, facts=(*seen.facts, seal))
    title = Fact(TITLE, "工作制度", "工作制度", Place(seen.path, 1))
    pieces = [Evidence("1.6", seen.path, facts, "content", "制度") for facts in ((), (title,), (title,))]
    papers = Papers((sealed,), (sealed.document.file,), None, None, None)
    tally = Tally(tuple(pieces), ())
    after = cross.sealed(papers, {"1.6": tally})["1.6"]
    assert [each.facts for each in after.evidence] == [(), (title, seal), (title,)]
    assert [replace(each, facts=()) for each in after.evidence] == [replace(each, facts=()) for each in pieces]
    assert cross.sealed(Papers((seen,), (), None, None, None), {"1.6": tally})["1.6"] is tally
