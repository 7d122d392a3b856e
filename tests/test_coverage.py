"""What a rule set's cases try, and the drafts of those that are missing."""

import re
import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from verifier.cases import cases_of, coverage, drafts, run_cases
from verifier.cases.sampling import sample
from verifier.cases.word_lists import word_lists
from verifier.cli import main
from verifier.errors import RuleError
from verifier.rules import load_rule_set, rule_folders

WEIHAI = next(folder for folder in rule_folders() if folder.name == "weihai-2020")
RULES = load_rule_set(WEIHAI)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Weihai's rule set without its cases."""
    folder = Path(shutil.copytree(WEIHAI, tmp_path / "copy", ignore=shutil.ignore_patterns("cases")))
    (folder / "cases").mkdir()
    return folder


def covered(folder: Path):
    return coverage(load_rule_set(folder), cases_of(folder, RULES))


def write(folder: Path, text: str) -> None:
    (folder / "cases" / "own.yaml").write_text(text, encoding="utf-8")


def test_weihais_cases_try_every_tier_threshold_reading_band_and_list() -> None:
    found = covered(WEIHAI)
    assert (found.thresholds, found.tiers, found.readings, found.bands) == ((), (), (), ())
    assert (found.words, found.numbers) == ((), ())
    assert all(tried == every for what, (tried, every) in found.counts.items() if what != "词表中的词和表达式")


def test_without_cases_nothing_is_tried(copy: Path) -> None:
    found = covered(copy)
    assert {tried for tried, _ in found.counts.values()} == {0}
    assert len(found.thresholds) == found.counts["界限两侧"][1]


def test_a_threshold_is_tried_on_it_and_just_beside_it(copy: Path) -> None:
    def missing(*fairs: int) -> set[tuple[Fraction, str]]:
        cases = "".join(f"    - {{name: a, facts: {{fairs: {each}}}, points: 0}}\n" for each in fairs)
        write(copy, f'cells:\n  "4.4":\n{cases}')
        thresholds = [
            each for each in covered(copy).thresholds if each.cell == "4.4" and each.condition.operator == ">"
        ]
        return {(each.condition.value, each.side) for each in thresholds}

    assert missing(9) == {(5, "at"), (5, "beside")}
    assert missing(4) == {(5, "at"), (5, "beside")}
    assert missing(5) == {(5, "beside")}
    assert missing(5, 6) == set()


def test_a_listed_reading_is_tried_only_where_a_case_says_its_points(copy: Path) -> None:
    case = "    - {name: a, facts: {posts: 0}, points: 0, evidence: out%s}\n"
    write(copy, 'cells:\n  "3.1":\n' + case % "")
    assert ("3.1", "literal-zero", 1) in covered(copy).tiers and ("3.1", "literal-zero") in covered(copy).readings
    write(copy, 'cells:\n  "3.1":\n' + case % ", readings: {literal-zero: 25}")
    assert ("3.1", "literal-zero", 1) not in covered(copy).tiers
    assert ("3.1", "literal-zero") not in covered(copy).readings


def test_the_drafts_of_a_rule_set_without_cases_come_out_as_written_and_leave_nothing_untried(copy: Path) -> None:
    text = drafts(load_rule_set(copy), ())
    write(copy, text)
    assert run_cases(copy) == ()
    assert covered(copy).counts["分档"][0] == 0
    assert drafts(load_rule_set(copy), cases_of(copy, RULES)) == ""
    write(copy, re.sub(r" *draft: true\n", "", text))
    assert [each for each in run_cases(copy) if each.difference] == []
    found = covered(copy)
    assert (found.thresholds, found.tiers, found.readings, found.bands, found.numbers) == ((), (), (), (), ())


def test_a_draft_hangs_on_its_threshold(copy: Path) -> None:
    text = drafts(load_rule_set(copy), ())
    assert "facts: {interns: 49, graduates: 200}\n      points: 0\n" in text
    assert "facts: {fairs: 5}\n      points: [5, 5, 8]\n" in text
    assert '- name: "推送16条"\n      draft: true\n' in text


def test_drafts_are_written_beside_the_cases_over_no_file_and_told_until_they_are_confirmed(copy: Path) -> None:
    (copy / "cases" / "drafts.yaml").write_text("sheets: []\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["rules", "test", str(copy), "--suggest"])
    assert "草稿已写入" in done.output and "drafts-2.yaml" in done.output
    again = CliRunner().invoke(main, ["rules", "test", str(copy), "--suggest"])
    assert again.exit_code == 4  # a draft is no case of its cell
    assert "个草稿待核对（删去 draft: true 后计入）" in again.output and "没有缺少的算例" in again.output


def test_the_command_lists_what_is_untried(copy: Path) -> None:
    done = CliRunner().invoke(main, ["rules", "test", str(copy), "--coverage"])
    for line in (
        "算例覆盖：分档 0/52、界限两侧 0/86、其他读法 0/9",
        "  3.1 推送的界限15条：没有正好在这个数上的算例",
        "  4.4 读法 at-five 的第1档：没有算例",
        "  4.6 读法 either：没有算例写明它的得分（readings）",
        "  奖补的分数段端点91分：没有总分算例",
        "  词表 1.1/names：没有算例",
    ):
        assert line in done.output


@pytest.mark.parametrize(
    ("case", "difference"),
    [
        ('{list: "1.1/names", finds: [一间办公室]}', ""),
        ('{list: "1.1/names", finds: [一间教室]}', "应能找到，实际没有"),
        ('{list: "1.1/names", leaves: [一间教室]}', ""),
        ('{list: "1.1/names", leaves: [一间办公室]}', "不应找到，实际找到了"),
        ('{list: "4.2/takes/words", finds: [平台的注册人数]}', "应能找到，实际没有"),
        ('{list: "4.2/takes/words", finds: [服务平台的注册人数]}', ""),
        ('{list: "1.6/takes/parts/finance/titles", finds: [经费管理办法]}', ""),
        ('{list: "places/names", finds: [威海市]}', ""),
        ('{list: "places/names", finds: [青岛市], draft: true}', None),
    ],
)
def test_a_list_finds_what_its_case_says(copy: Path, case: str, difference: str | None) -> None:
    write(copy, f"words:\n  - {case}\n")
    assert [each.difference for each in run_cases(copy)] == ([] if difference is None else [difference])


def test_a_list_that_is_not_there_is_named_with_those_alike(copy: Path) -> None:
    write(copy, 'words:\n  - {list: "1.1/name", finds: [办公室]}\n')
    with pytest.raises(
        RuleError, match=r"own\.yaml 第2行第6列 words\.0\.list：没有“1\.1/name”这个词表；相近的有：1\.1/names"
    ):
        run_cases(copy)


def test_an_id_is_found_as_a_whole_and_a_word_anywhere() -> None:
    lists = word_lists(RULES)
    assert lists["1.1/takes/documents"].finds("summary") and not lists["1.1/takes/documents"].finds("summary2")
    assert lists["2.1/takes/columns/2"].finds("origin_code") and lists["1.1/takes/measured"].finds("我的办公室")
    assert lists["tables/header_opposites"].finds("学历、毕业") and not lists["tables/header_opposites"].finds("学历")


def test_lists_of_types_that_bear_one_id_are_told_apart() -> None:
    lists = word_lists(RULES)
    assert lists["documents/official-form/words"].entries != lists["documents/official-form-2/words"].entries


@pytest.mark.parametrize(
    ("case", "difference"),
    [
        ("{at: assessment/conflict_days, value: 7}", ""),
        ("{at: assessment/conflict_days, value: 8}", "确认过的是8，现在是7"),
        ("{at: assessment/sure, value: 80%}", ""),
        ("{at: assessment/sure, value: 0.8, draft: true}", None),
        ("{at: 2.1/takes/most_unusable, value: 5%}", ""),
        ("{at: documents/template-2/most_rows, value: 2}", ""),
    ],
)
def test_a_number_outside_the_tiers_is_as_it_was_confirmed(copy: Path, case: str, difference: str | None) -> None:
    write(copy, f"numbers:\n  - {case}\n")
    assert [each.difference for each in run_cases(copy)] == ([] if difference is None else [difference])


def test_a_number_that_is_not_there_is_named_with_those_alike(copy: Path) -> None:
    write(copy, "numbers:\n  - {at: assessment/conflict_day, value: 7}\n")
    with pytest.raises(RuleError) as caught:
        run_cases(copy)
    assert "numbers.0.at：没有“assessment/conflict_day”这个数；相近的有：assessment/conflict_days" in str(caught.value)


@pytest.mark.parametrize(
    "pattern", ["(办公|培训)场所", "第[一二三]+次", r"\d{4}年(?:度)?", "[^甲]乙", "^总结$", "(?!不)可", ".{2,4}制度"]
)
def test_a_sample_is_found_by_its_expression(pattern: str) -> None:
    assert re.search(pattern, sample(pattern))
