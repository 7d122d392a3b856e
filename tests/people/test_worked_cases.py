"""The worked arithmetic of people and rates, each from files of full size to points."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from tests.bench.rosters import resident_id
from tests.people.bundles import Outcome, certificate, judged
from tests.people.students import SCHOOL

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
_GIVEN = "明华丽强军敏静磊洋勇艳杰娟涛超霞平刚桂玲"

Key = tuple[str, str, str]


def keys(number: int) -> Key:
    """Name, ID and school number of one made-up person."""
    first, rest = divmod(number, 400)
    name = _SURNAMES[first % 20] + _GIVEN[rest // 20] + _GIVEN[rest % 20]
    return name, resident_id(number), f"2020{number:08d}"


def write(folder: Path, name: str, title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    folder.mkdir(exist_ok=True)
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([[title], ["姓名", "身份证号", "学号", *header], *rows])


def roster(folder: Path, year: int, local: int, many: int) -> None:
    """A 花名册 of so many graduates, so many of them in the city."""
    start = 10_000 * (year % 2)
    rows = (
        (
            *keys(start + at),
            "签就业协议形式就业",
            *(("威海甲有限公司", "威海市") if at < local else ("乙有限公司", "烟台市")),
        )
        for at in range(many)
    )
    title = f"{SCHOOL}{year}届毕业生花名册"
    write(folder, f"{year}.csv", title, ("毕业去向", "单位名称", "单位所在地"), rows)


def origins(folder: Path, many: int) -> None:
    rows = ((*keys(at), "山东省威海市") for at in range(many))
    write(folder, "生源.csv", f"{SCHOOL}2024届毕业生生源信息库", ("生源地",), rows)


def survey(folder: Path, answers: Sequence[int]) -> None:
    rows = ((*keys(at), "2024-10-08 09:30", "威海") for at in answers)
    title = f"{SCHOOL}2024届毕业生就业意向调查问卷"
    write(folder, "问卷.csv", title, ("提交答卷时间", "您希望的就业地点"), rows)


def spread(outcome: Outcome, cell: str) -> tuple[Fraction, Fraction, Fraction]:
    found = outcome.results[cell]
    return found.low, found.proposed, found.high


@pytest.mark.parametrize(
    ("now", "before", "points", "pro_rata"),
    [
        ((860, 4100), (800, 4000), 10, 10 + 10 * (Fraction(86000, 4100) - 20)),
        ((1040, 4000), (900, 3900), 30, 30),
        ((819, 4100), (800, 4000), 0, 0),
        ((300, 2000), (280, 2000), 20, 20),
    ],
    ids=str,
)
def test_retention_by_whole_points_and_pro_rata(
    tmp_path: Path, now: tuple[int, int], before: tuple[int, int], points: int, pro_rata: Fraction
) -> None:
    folder = tmp_path / "bundle"
    roster(folder, 2024, *now)
    roster(folder, 2023, *before)
    outcome = judged(folder, tmp_path / "work")
    assert spread(outcome, "4.3") == (points, points, pro_rata)
    assert outcome.facts["retention"] == Fraction(*now)
    assert outcome.facts["retention_last"] == Fraction(*before)
    assert ("rule-ambiguous" in outcome.codes("4.3")) is (points != pro_rata)


def test_half_of_the_graduates_answered(tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    origins(folder, 2468)
    survey(folder, range(1234))
    outcome = judged(folder, tmp_path / "work")
    assert (spread(outcome, "2.4"), outcome.facts["survey_answers"]) == ((14, 14, 14), 1234)


def test_twelve_who_answered_twice_bring_it_under_a_half(tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    origins(folder, 2468)
    survey(folder, [*range(1222), *range(12)])
    outcome = judged(folder, tmp_path / "work")
    assert (outcome.results["2.4"].proposed, outcome.facts["survey_answers"]) == (10, 1222)
    assert "duplicate-person" in outcome.codes("2.4")


def test_three_files_with_three_totals(tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    origins(folder, 2468)
    survey(folder, range(1740))
    (folder / "申请表.txt").write_text(
        "大学生就业创业服务指导站建站申请表\n"
        f"学校名称：{SCHOOL}\n在校生规模：在校生8000人，应届毕业生2410人\n人员配备：共3人（其中专职人员1人，兼职人员2人）\n",
        "utf-8",
    )
    (folder / "总结.txt").write_text(
        f"{SCHOOL}2024年度就业工作总结\n2024届毕业生总数为2500人，工作扎实推进。\n", "utf-8"
    )
    outcome = judged(folder, tmp_path / "work")
    assert spread(outcome, "2.4") == (16, 18, 18)
    (flag,) = [flag for flag in outcome.results["2.4"].flags if flag.code == "totals-disagree"]
    assert all(part in flag.message for part in ("生源.csv", "2468", "申请表.txt", "2410", "总结.txt", "2500"))


@pytest.mark.parametrize(("graduates", "points"), [(199, 20), (200, 0)])
def test_twenty_interns_suffice_a_small_school(tmp_path: Path, graduates: int, points: int) -> None:
    folder = tmp_path / "bundle"
    origins(folder, graduates)
    rows = [["序号", "姓名", "身份证号", "学号", "起止时间"]]
    rows += [[str(at + 1), *keys(at), "2024.3.1-2024.6.30"] for at in range(20)]
    (folder / "实习证明.pdf").write_bytes(certificate(rows, 20))
    outcome = judged(folder, tmp_path / "work")
    assert (outcome.results["4.1"].proposed, outcome.facts["interns"]) == (points, 20)


def test_one_level_of_two_misses_its_share_of_people_trained(tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    levels = [*["本科"] * 6000, *["专科"] * 2000]
    enrolled = ((*keys(at), level, "2023级", "在读") for at, level in enumerate(levels))
    write(folder, "在校生.csv", f"{SCHOOL}在校生数据库", ("学历层次", "年级", "学籍状态"), enrolled)
    trained = [*range(1150), *range(6000, 6640)]
    rows = ((*keys(at), "SYB创业培训", "2024-04-10", "2024-04-20", SCHOOL, "某培训中心") for at in trained)
    header = ("培训项目", "开班日期", "结业日期", "毕业院校", "培训机构")
    write(folder, "培训.csv", "创业培训学员信息查询结果", header, rows)
    outcome = judged(folder, tmp_path / "work")
    assert spread(outcome, "4.6") == (0, 0, 8)
    assert {name: value for name, value in outcome.facts.items() if "by_level" in name} == {
        "trained_by_level.undergraduate": 1150,
        "enrolled_by_level.undergraduate": 6000,
        "trained_by_level.college": 640,
        "enrolled_by_level.college": 2000,
    }
    assert "rule-ambiguous" in outcome.codes("4.6")


@pytest.mark.parametrize(("registered", "points"), [(1000, 10), (985, 0)])
def test_four_fifths_of_the_graduates_are_registered(tmp_path: Path, registered: int, points: int) -> None:
    folder = tmp_path / "bundle"
    origins(folder, 1250)
    rows = ((*keys(at), "2024-05-06 10:00", SCHOOL) for at in range(registered))
    write(folder, "平台.csv", "威海市就业服务平台注册用户导出", ("注册时间", "毕业院校"), rows)
    outcome = judged(folder, tmp_path / "work")
    assert (outcome.results["4.2"].proposed, outcome.facts["registered"]) == (points, registered)
