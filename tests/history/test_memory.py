"""What is found again in a history: the same as in the outputs that it was made of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.counting.photo_papers import SCHOOL, photo
from tests.counting.station_papers import rules
from tests.counting.test_likeness import CHANGES, saved, scene
from tests.history.kept import CELLS, OTHER, SIGN, Opened, certificate, codes, history, output
from verifier.errors import UsageError
from verifier.files.output_folder import EVIDENCE
from verifier.history import memory as memory_module
from verifier.history import schema
from verifier.model import Observed
from verifier.record import read_run, read_shown
from verifier.reuse import Elsewhere


@pytest.mark.parametrize(
    ("school", "year", "found"),
    [
        (OTHER, 2024, ["reused-across-schools"]),
        (OTHER, 2021, ["reused-across-schools"]),
        (SCHOOL, 2023, ["reused-from-earlier"]),
        (SCHOOL, 2024, []),
        (SCHOOL, 2025, []),
        (None, 2023, []),
    ],
)
def test_whose_run_shows_a_picture_decides_what_it_is(
    school: str | None, year: int, found: list[str], tmp_path: Path, opened: Opened
) -> None:
    output(tmp_path / "x", school, year, photo("b.jpg", SIGN, data="x"))
    with opened(tmp_path) as memory:
        assert codes(memory, photo("a.jpg", SIGN, data="x")) == found


def test_changed_copies_are_found_as_in_the_outputs_themselves(tmp_path: Path, both: tuple[Opened, ...]) -> None:
    whole = scene(1, 1)
    papers = [photo(f"{at}.jpg", image=saved(tmp_path, f"{at}.jpg", scene(at, 1))) for at in (2, 3)]
    first = photo("a.jpg", SIGN, image=saved(tmp_path, "a.jpg", whole))
    folder = output(tmp_path / "以往" / "x", OTHER, 2024, first, *papers)
    few = ("cropped to 70 % on each side", "turned by 90°", "in a frame")
    changed = [photo(name, image=saved(tmp_path, "c.jpg", CHANGES[name](whole), 50)) for name in few]
    changed.append(photo("other", image=saved(tmp_path, "c.jpg", scene(1, 2))))
    of_outputs = Elsewhere((read_shown(folder, CELLS),), rules()).reused(changed, "本校", SCHOOL, 2024)
    for opened in both:
        with opened(tmp_path / "以往") as memory:
            assert Elsewhere((), rules(), memory).reused(changed, "本校", SCHOOL, 2024) == of_outputs
    assert set(of_outputs) == set(few)


def test_another_day_that_is_read_for_sure_tells_two_pictures_apart(tmp_path: Path, both: tuple[Opened, ...]) -> None:
    wall = saved(tmp_path, "wall.jpg", scene(3))
    output(tmp_path / "以往" / "x", OTHER, 2024, photo("b.jpg", "2024年4月12日", image=wall))
    for opened in both:
        with opened(tmp_path / "以往") as memory:
            assert codes(memory, photo("a.jpg", "2024年3月15日", image=wall)) == []
            assert codes(memory, photo("c.jpg", "2024年4月12日", image=wall)) == ["reused-across-schools"]


def test_a_certificate_is_the_same_of_the_same_people_who_stand_nowhere_in_the_database(
    tmp_path: Path, both: tuple[Opened, ...]
) -> None:
    image, again = saved(tmp_path, "a.jpg", scene(4)), saved(tmp_path, "b.jpg", CHANGES["scaled"](scene(4)))
    output(tmp_path / "以往" / "x", OTHER, 2024, certificate("b.jpg", "张一", again))
    same, other = certificate("a.jpg", "张一", image), certificate("a.jpg", "李二", image)
    for opened in both:
        with opened(tmp_path / "以往") as memory:
            assert codes(memory, same) == ["reused-across-schools"]
            assert codes(memory, other) == codes(memory, photo("a.jpg", image=image)) == []
    kept = (tmp_path / "以往" / "history.sqlite").read_bytes()
    assert "张一".encode() not in kept and b"b.jpg" in kept
    if os.name == "posix":
        modes = [(tmp_path / "以往" / name).stat().st_mode & 0o777 for name in ("history.sqlite", "history.key")]
        assert modes == [0o600, 0o600]


def test_what_this_run_wrote_before_is_not_held_against_it(tmp_path: Path, opened: Opened) -> None:
    one = photo("a.jpg", SIGN, data="x")
    with opened(_empty(tmp_path / "历史")) as memory:
        memory.take_in(output(tmp_path / "out" / "甲", OTHER, 2024, one), CELLS)
        assert codes(memory, one) == ["reused-across-schools"]
    for own, found in (
        (tmp_path / "out", []),
        (tmp_path / "out" / "甲", []),
        (tmp_path / "o", ["reused-across-schools"]),
    ):
        with opened(tmp_path / "历史", own) as memory:
            assert codes(memory, one) == found


def test_a_bundle_that_is_checked_again_takes_the_place_of_its_own_run(tmp_path: Path, opened: Opened) -> None:
    with opened(_empty(tmp_path / "历史")) as memory:
        out = output(tmp_path / "甲", OTHER, 2024, photo("a.jpg", SIGN, data="x"))
        memory.take_in(out, CELLS)
        memory.take_in(output(out, SCHOOL, 2024, photo("b.jpg", SIGN, data="y")), CELLS)  # the school was misread
        assert [(run.school, run.year) for run in memory.runs()] == [(SCHOOL, 2024)]
        memory.take_in(output(tmp_path / "again" / "甲", SCHOOL, 2024, photo("c.jpg", SIGN, data="z")), CELLS)
        assert [(run.school, run.year, run.name) for run in memory.runs()] == [(SCHOOL, 2024, "甲")]
        assert codes(memory, photo("z.jpg", data="y"), OTHER) == []
        assert codes(memory, photo("z.jpg", data="z"), OTHER) == ["reused-across-schools"]
        memory.take_in(output(tmp_path / "甲", SCHOOL, 2023, photo("a.jpg", SIGN, data="x")), CELLS)
        assert [run.year for run in memory.runs()] == [2023, 2024]


def test_outputs_are_taken_in_once_and_known_by_their_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    read: list[str] = []

    def watched(folder: Path, cells: frozenset[str]) -> object:
        read.append(folder.name)
        return read_run(folder, cells)

    monkeypatch.setattr(memory_module, "read_run", watched)
    first = output(tmp_path / "2023" / "甲", OTHER, 2023, photo("a.jpg", SIGN, data="x"))

    def seen() -> tuple[list[str], list[int | None]]:
        read.clear()
        with opened(tmp_path) as memory:
            return list(read), [run.year for run in memory.runs()]

    assert seen() == (["甲"], [2023])
    assert seen() == ([], [2023])
    os.utime(first / EVIDENCE, (1, 1))
    assert seen() == ([], [2023])
    first.rename(tmp_path / "moved")
    assert seen() == ([], [2023])
    output(tmp_path / "moved", OTHER, 2022, photo("a.jpg", SIGN, data="x"))
    assert seen() == (["moved"], [2022])
    (tmp_path / "moved" / EVIDENCE).unlink()  # what was seen once lasts
    assert seen() == ([], [2022])


def test_what_can_not_be_read_is_told_and_the_rest_taken_in(tmp_path: Path, opened: Opened) -> None:
    output(tmp_path / "a", OTHER, 2023, photo("a.jpg", SIGN, data="x"))
    (output(tmp_path / "b", OTHER, 2022, photo("a.jpg", SIGN, data="y")) / EVIDENCE).write_text("{}")
    told: list[str] = []
    with opened(tmp_path, told=told) as memory:
        assert [run.year for run in memory.runs()] == [2023]
    assert len(told) == 1 and "“b”没有比对" in told[0]


def test_evidence_alone_is_compared_though_its_points_are_unknown(tmp_path: Path, opened: Opened) -> None:
    (output(tmp_path / "a", SCHOOL, 2023, photo("a.jpg", SIGN, data="x")) / "result.json").unlink()
    with opened(tmp_path) as memory:
        assert codes(memory, photo("b.jpg", data="x")) == ["reused-from-earlier"]
        assert [run.proposed for run in memory.runs()] == [None] and memory.years_before(SCHOOL, 2024) == ()


def test_a_folder_without_results_is_told_unless_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "甲校").mkdir()
    with pytest.raises(UsageError, match="没有以往的核验结果"), history(tmp_path):
        pass
    with history(tmp_path / "甲校") as memory:
        assert memory.runs() == ()
    assert sorted(each.name for each in (tmp_path / "甲校").iterdir()) == ["history.key", "history.sqlite"]
    (tmp_path / "甲校" / "history.sqlite").unlink()  # moved away since it was damaged
    with history(tmp_path / "甲校") as memory:
        assert memory.runs() == ()
    with pytest.raises(UsageError, match="没有以往的核验结果"), history(tmp_path / "甲校" / "history.key"):
        pass


def test_years_are_told_by_the_last_run_of_each(tmp_path: Path, opened: Opened) -> None:
    for at, year in enumerate((2022, 2023, 2023, 2024, 2025)):
        output(tmp_path / f"{at}", SCHOOL, year, photo("a.jpg", SIGN, data=f"{at}"))
        os.utime(tmp_path / f"{at}" / EVIDENCE, (at, at))
    with opened(tmp_path) as memory:
        before = memory.years_before(SCHOOL, 2024)
        assert [(run.year, run.name, run.at) for run in before] == [
            (2022, "0", "1970-01-01T00:00:00+00:00"),
            (2023, "2", "1970-01-01T00:00:02+00:00"),
        ]
        assert [group.id for group in before[0].groups] == ["1", "2", "3", "4", "5"]
        assert {"1.1", "4.3"} <= before[0].without_papers
        assert memory.years_before(OTHER, 2024) == memory.years_before(None, 2024) == ()


def test_its_state_changes_with_other_runs_and_not_with_its_own(tmp_path: Path, opened: Opened) -> None:
    def state(own: Path | None) -> str:
        with opened(tmp_path / "历史", own) as memory:
            return memory.state()

    with opened(_empty(tmp_path / "历史")) as memory:
        memory.take_in(output(tmp_path / "out" / "甲", OTHER, 2024, photo("a.jpg", data="x")), CELLS)
    own, every = state(tmp_path / "out"), state(None)
    with opened(tmp_path / "历史") as memory:
        memory.take_in(output(tmp_path / "out" / "甲", OTHER, 2024, photo("a.jpg", data="y")), CELLS)
    assert state(tmp_path / "out") == own and state(None) != every


def _empty(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_a_picture_without_anything_to_know_it_by_is_found_by_its_bytes_alone(tmp_path: Path, opened: Opened) -> None:
    output(tmp_path / "x", OTHER, 2024, photo("b.jpg", data="x"), photo("c.jpg", phash=0b1111, data="y"))
    with opened(tmp_path) as memory:
        asked: list[Observed] = [photo("a.jpg", data="x"), photo("d.jpg", data="z"), photo("e.jpg", phash=0, data="w")]
        assert [codes(memory, seen) for seen in asked] == [["reused-across-schools"], [], ["reused-across-schools"]]
        assert codes(memory, photo("f.jpg", phash=(1 << 64) - 1, data="v")) == []


def test_a_database_of_before_is_brought_to_the_newest_form_with_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    output(tmp_path / "x", OTHER, 2024, photo("b.jpg", SIGN, data="x"))
    with opened(tmp_path) as memory:
        before = memory.runs()
    steps = (*schema.MIGRATIONS, ("ALTER TABLE runs ADD COLUMN more TEXT", "UPDATE runs SET more = place"))
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    for _ in range(2):
        with opened(tmp_path) as memory:
            assert memory.runs() == before and codes(memory, photo("a.jpg", data="x")) == ["reused-across-schools"]
            assert memory._store.rows("SELECT COUNT(*) FROM runs WHERE more = place") == [(1,)]
    monkeypatch.undo()
    with pytest.raises(UsageError, match="另一版本"), opened(tmp_path):
        pass
