"""The benchmarks run: on one picture, with nothing asserted about time."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.bench import (
    cluster,
    desk,
    history,
    mutants,
    mutations,
    near_pictures,
    planted,
    questions,
    seals,
    under_seals,
)
from tests.bench.likeness import score
from tests.bench.material import Picture
from tests.bench.ocr_speed import measure
from tests.bench.readers import READERS, Worker
from tests.bench.reading import Tally
from tests.bench.reading import measure as measure_reading
from tests.bench.rosters import measure_csv, measure_xlsx
from tests.bench.screens import measure as measure_screens
from tests.bench.screens import table
from tests.review.browser import write_one_poster
from tests.rules.conftest import DEMONSTRATIONS, WEIHAI
from tests.shown.deck import read_scene

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "good" / "bundle"


def test_the_benchmark_of_reading_runs_on_one_picture(tmp_path: Path) -> None:
    picture = next(path for path in sorted(SAMPLE.rglob("*.jpg")) if "微信" in str(path))
    shutil.copy(picture, tmp_path / "a.jpg")
    rows = measure(tmp_path)
    assert [row[0] for row in rows] == ["verifier, cold", "verifier, from the cache", "plain rapidocr loop"]
    assert all(pages == 1 and lines > 0 for _, pages, _, lines in rows)


def test_the_benchmark_of_reading_compares_readers_on_a_known_picture() -> None:
    path = Path(__file__).resolve().parents[1] / "data" / "ocr" / "certificate.png"
    lines = ("实习证明", "兹证明王小明同学在我单位实习", "2024年3月1日", "2024年6月30日")
    workers = {name: Worker(READERS[name], path) for name in ("verifier --fast", "rapidocr")}
    tallies = {name: Tally() for name in workers}
    measure_reading([Picture(path, lines, "plain", True)], workers, tallies)
    for name, worker in workers.items():
        worker.close()
        found = tallies[name].total
        assert (found.lines, found.right, found.wrong, found.days, found.found, found.in_order) == (4, 4, 0, 2, 2, 3)


def test_a_reading_is_scored_by_characters_lines_order_and_days() -> None:
    known = ("第一行的文字", "第二行的文字", "日期2024年5月1日", "日期2024年6月1日", "日期2024年7月1日")
    read = [
        ("第二行的文字", 0.9),
        ("第一行的文字", 0.9),
        ("日期2024年5月1日", 0.9),
        ("日期2024年6月7日", 0.9),
        ("日期2024年7月1日", 0.7),
    ]
    found = score(known, read, True)
    assert (found.right, found.wrong, found.in_order, found.pairs) == (5, 1, 3, 4)
    assert (found.days, found.found, found.false, found.unsure, found.missed) == (3, 1, 1, 1, 1)


def test_the_benchmark_of_rosters_finds_everybody(tmp_path: Path) -> None:
    alone, found = measure_xlsx(tmp_path, 30)
    assert (alone[-1], found[-1]) == (30, 30)
    assert measure_csv(tmp_path, 40)[-1] == 40


def test_the_benchmark_of_screens_counts_posts() -> None:
    told = measure_screens([0, 15], read_scene)
    assert told["post found"] > 1
    assert "0 wrong" in table(told)


def test_the_benchmark_of_near_pictures_finds_changed_ones_and_no_others() -> None:
    wholes = [near_pictures.scene(np.random.default_rng(seed)) for seed in range(2)]
    assert [row[1:] for row in near_pictures.found_by_change(wholes)] == [(2, 2, 2)] * len(near_pictures.CHANGES)
    assert [row[1:] for row in near_pictures.false_by_kind(1)] == [(1, 0)] * len(near_pictures.OTHERS)
    assert near_pictures.false_among(wholes)[1] == 0
    assert len(near_pictures.answer_times(50, 1)) == 3
    assert near_pictures.burst(5)[1:] == (1, 1, 0)


def test_the_benchmark_of_a_history_finds_what_was_copied(tmp_path: Path) -> None:
    asked = history.measure(tmp_path, 40, asked=6, copied=2, scenes=2, apart=False)
    assert asked.found == 2 and asked.size > 40 * 640
    assert "2 of those copied found" in history.told(asked)


def test_the_benchmark_of_seals_finds_clear_ones_and_no_others() -> None:
    found = {kind: (there, hits) for kind, there, hits, _ in seals.found_by_kind(1)}
    assert len(found) == len(seals.KINDS) and found["round"] == (1, 1)
    assert sum(row[3] for row in seals.false_by_kind(1)) == 0


def test_the_benchmark_of_text_under_seals_counts_the_lines_that_seals_lie_on(tmp_path: Path) -> None:
    found = list(under_seals.pictures(1))
    assert {each.kind for each in found} == set(under_seals.KINDS) and all(each.lines for each in found)
    truth = {"right": lambda line: line, "half": lambda line: line[: len(line) // 2]}
    readers = {
        name: lambda paths, cut=cut: [[(cut(line), 0.9) for line in each.lines] for each in found]
        for name, cut in truth.items()
    }
    told = under_seals.measure(found, readers, tmp_path)
    total = told["right"].total
    assert total.lines == total.whole == total.nearly == sum(len(each.lines) for each in found) and total.wrong == 0
    assert told["half"].total.whole == 0 and told["half"].total.wrong > 0.4 * total.characters
    assert len(list(tmp_path.glob("*.png"))) == len(found)


def test_the_benchmark_of_the_desk_measures_every_key(tmp_path: Path) -> None:
    write_one_poster(tmp_path / "out")
    waits = desk.measure(tmp_path / "out", "a", 3)
    assert len(waits) == 3 and min(waits) > 0


def test_the_benchmark_of_the_desk_measures_many_schools(tmp_path: Path) -> None:
    write_one_poster(tmp_path / "out")
    times = desk.measure_many([tmp_path / "out"], 3, rounds=2)
    assert {what: len(waits) for what, waits in times.items()} == {
        "start": 1,
        "first list": 1,
        "cell": 2,
        "save": 2,
        "list": 2,
    }
    assert "save: median" in desk.told(times) and not (tmp_path / "out" / "decisions.jsonl").exists()


def test_the_benchmark_of_planted_numbers_plants_many_and_finds_none(tmp_path: Path) -> None:
    many, found = planted.shown(tmp_path, 3, whole=False)
    assert many > 100 and found == []


def test_three_rounds_of_questions_end_with_all_settled_and_no_picture_is_read_twice(tmp_path: Path) -> None:
    played = questions.play(0, tmp_path)
    assert (played.left, played.points, played.told) == ([], {}, [])
    assert played.by_check > 3 and played.by_person > 3
    assert played.pictures[0] == 2 and len(played.pictures) > 2 and not any(played.pictures[1:])


def test_what_is_changed_in_a_rule_set_is_caught() -> None:
    told: list[str] = []
    assert mutations.survey(["weihai-2020", "group-5.yaml"], told.append, aloud=True) == []
    assert [line.split(":")[0] for line in told] == [
        f"weihai-2020/group-5.yaml {kind}"
        for kind in ("number", "comparison", "key", "word list", "clause", "reference")
    ]


@pytest.mark.parametrize("home", DEMONSTRATIONS, ids=lambda home: home.name)
def test_what_is_changed_in_a_demonstration_is_caught(home: Path) -> None:
    told: list[str] = []
    assert mutations.survey([home.name], told.append, aloud=True) == []
    assert {line.split(" ")[0] for line in told} == {f"{home.name}/{file.path.name}" for file in mutations.files(home)}


def test_a_change_that_nothing_catches_would_be_told() -> None:
    every = [each for file in mutations.files(WEIHAI) for each in mutations.mutations(file, WEIHAI)]
    width = next(each for each in every if each.place == "weihai-2020/form.yaml widths.0")
    assert mutants.caught_by(width) == ""


def test_the_changes_that_change_nothing_are_changes_of_the_shipped_rule_sets() -> None:
    pairs = [(home, file) for home in (WEIHAI, *DEMONSTRATIONS) for file in mutations.files(home)]
    every = {(each.place, each.what) for home, file in pairs for each in mutations.mutations(file, home)}
    assert mutants.equivalent() - every == set()


def test_the_benchmark_of_machines_kills_one_and_finds_the_same(tmp_path: Path) -> None:
    found = cluster.killed(tmp_path, 1, 2, 1, toil=1)
    assert (found.kills, found.otherwise, found.pictures) == (1, 0, 6)
