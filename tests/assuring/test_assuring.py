"""A sample of what points hang on, and the bound that its answers give."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from fractions import Fraction
from math import comb
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.bench.assurance import simulated
from tests.counting.photo_papers import photo
from tests.decisions.judged import judged
from verifier.assuring import Lines, write_list
from verifier.assuring import answered as said_by
from verifier.assuring.bound import DOUBT, chance_of_so_few, most_wrong
from verifier.assuring.drawing import readings_of, sample_of
from verifier.cli import main
from verifier.errors import UsageError
from verifier.record import write_result


def no_second(pages: Sequence[Lines]) -> Sequence[Sequence[str] | None]:
    """Nothing of what is read lies in page pictures here."""
    assert not pages
    return []


FAIRS = [
    photo(f"{month}.jpg", f"山东大学（威海）第{month}届校园双选会", taken=f"2024-{month:02}-15")
    for month in range(3, 9)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    write_result(judged(*FAIRS)[0], folder)
    return folder


@pytest.mark.parametrize("many, drawn", [(many, drawn) for many in range(1, 11) for drawn in range(1, many + 1)])
def test_of_every_number_of_wrong_things_at_least_95_of_100_samples_state_a_bound_that_holds(
    many: int, drawn: int
) -> None:
    for bad in range(many + 1):
        holds = sum(
            Fraction(comb(bad, wrong) * comb(many - bad, drawn - wrong), comb(many, drawn))
            for wrong in range(drawn + 1)
            if drawn - wrong <= many - bad and wrong <= bad and most_wrong(many, drawn, wrong) >= bad
        )
        assert holds >= 1 - DOUBT


def test_the_bound_is_the_largest_number_that_is_not_ruled_out() -> None:
    bound = most_wrong(500, 60, 0)
    assert chance_of_so_few(500, bound, 60, 0) > DOUBT >= chance_of_so_few(500, bound + 1, 60, 0)
    assert bound == 22  # 1 - 0.05 ** (1 / 60) of a population without end is 4.87 %
    assert most_wrong(50, 50, 3) == 3 and most_wrong(7, 0, 0) == 7
    with pytest.raises(ValueError):
        most_wrong(5, 6, 0)


def test_simulated_bundles_keep_what_is_stated() -> None:
    tries = [simulated(seed) for seed in range(25)]
    assert sum(each.holds for each in tries) >= 24
    assert any(each.said.wrong for each in tries) and any(each.said.most > each.said.wrong for each in tries)


def test_a_seed_draws_the_same_and_another_one_does_not_but_for_what_bears_most(folder: Path) -> None:
    readings = readings_of(judged(*FAIRS)[0])
    assert len(readings) >= 12 and all(each.stake > 0 for each in readings)
    one, same, other = (sample_of(readings, 8, seed) for seed in ("a", "a", "b"))
    assert one == same and one.surely == other.surely and {*one.drawn} != {*other.drawn}
    assert min(each.stake for each in one.surely) >= max(each.stake for each in one.drawn)
    least = min(readings, key=lambda each: each.stake).key
    doubted = sample_of(readings, 8, "a", {least})
    assert doubted.surely[0].key == least and doubted.surely[1:] == one.surely[:3] and doubted.rest == one.rest
    assert sample_of(readings, 1000, "a").rest == len(sample_of(readings, 1000, "a").drawn)


def answered(path: Path, wrong: int) -> None:
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    at = rows[0].index("对错")
    for number, row in enumerate(rows[1:]):
        row[at] = "错" if number < wrong else "对"
    with path.open("w", encoding="gb18030", newline="") as file:  # as Excel saves it
        csv.writer(file).writerows(rows)


def test_from_the_list_to_the_sentence(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "抽查.csv"
    done = CliRunner().invoke(main, ["assure", str(folder), "--list", str(listed), "--size", "8", "--seed", "7"])
    assert done.exit_code == 0 and "抽出 8 处（其中最要紧的 4 处全部查）" in done.output
    with pytest.raises(UsageError, match="还有 8 处没有填"):
        said_by(folder, listed)
    answered(listed, 1)
    done = CliRunner().invoke(main, ["assure", str(folder), "--answers", str(listed)])
    many = len(readings_of(judged(*FAIRS)[0]))
    most = 1 + most_wrong(many - 4, 4, 0)
    assert done.exit_code == 0 and f"抽查 8/{many} 处，读错 1 处；在95%的把握下" in done.output
    assert f"（{most} 处）" in done.output and "· 读错：" in done.output


def test_a_list_of_another_result_or_with_other_rows_is_refused(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "a.csv"
    write_list(folder, listed, 4, "x1", no_second)
    answered(listed, 0)
    assert said_by(folder, listed).wrong == ()
    lines = listed.read_bytes().splitlines(keepends=True)
    listed.write_bytes(b"".join(lines[:-1]))
    with pytest.raises(UsageError, match="少了、多了或换了行"):
        said_by(folder, listed)
    other = tmp_path / "other"
    write_result(judged(*FAIRS[:3])[0], other)
    with pytest.raises(UsageError, match="按另一份结果抽的"):
        said_by(other, listed)
    with pytest.raises(UsageError, match="不要放进结果文件夹"):
        write_list(folder, folder / "a.csv", 4, "1", no_second)
    with pytest.raises(UsageError, match="种子"):
        write_list(folder, listed, 4, "a b", no_second)
    (tmp_path / "b.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(UsageError, match="不是 verifier assure 写出的"):
        said_by(folder, tmp_path / "b.csv")


def test_the_share_is_stated_upwards(folder: Path, tmp_path: Path) -> None:
    write_list(folder, tmp_path / "a.csv", 1000, "1", no_second)
    answered(tmp_path / "a.csv", 0)
    assert "不超过 0.0%（0 处）" in said_by(folder, tmp_path / "a.csv").said.told
