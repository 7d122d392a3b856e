"""A checked bundle under other rules: what moves, without reading it again, and what only a new check could tell."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.counting.photo_papers import photo
from tests.decisions.judged import judged
from verifier.cli import main
from verifier.errors import UsageError
from verifier.model import RuleSet
from verifier.record import write_evidence, write_result
from verifier.rules import folder_of, load_rule_set, with_digest
from verifier.trying import Moved, folders_of, trial_text, tried

RULES = load_rule_set("weihai-2020")
POSTER = ("威海市高校毕业生就业创业政策", "生活补贴 购房补贴")
FAIRS = [
    photo(f"{month}.jpg", f"山东大学（威海）第{month}届校园双选会", taken=f"2024-{month:02}-15")
    for month in range(3, 8)
]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The result of five fairs and a poster."""
    folder = tmp_path_factory.mktemp("out")
    result, evidence = judged(photo("a.jpg", *POSTER, taken="2024-05-20"), *FAIRS)
    write_evidence(evidence, folder)
    write_result(result, folder)
    return folder


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., RuleSet]:
    """A copy of the rule set in which a text of a file was replaced."""

    def changes(name: str, old: str, new: str) -> RuleSet:
        copy = Path(shutil.copytree(folder_of("weihai-2020"), tmp_path / "copy"))
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text
        (copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return load_rule_set(copy)

    return changes


def points(moved: Moved) -> tuple[Fraction, ...] | None:
    return (moved.after.low, moved.after.proposed, moved.after.high) if moved.after else None


def of(rules: RuleSet, out: Path, cell: str, before: RuleSet | None = RULES) -> Moved:
    return next(each for each in tried(rules, out, before).cells if each.cell.id == cell)


def test_under_the_same_rules_nothing_moves(out: Path) -> None:
    trial = tried(RULES, out, RULES)
    told: dict[str, Any] = json.loads((out / "result.json").read_text("utf-8"))
    assert [each.cell.id for each in trial.cells if each.is_changed] == []
    assert (float(trial.total.proposed), trial.grade) == (told["total"]["proposed"], told["grade"]["proposed"])
    assert (trial.award, trial.unseen, trial.gone) == (told["award_yuan"]["proposed"], (), ())


def test_another_threshold_moves_its_cell_and_the_total(out: Path, changed: Callable[..., RuleSet]) -> None:
    trial = tried(changed("group-4.yaml", "[fairs > 5], points: 8", "[fairs >= 5], points: 8"), out, RULES)
    (only,) = [each for each in trial.cells if each.is_changed]
    assert (only.cell.id, points(only)) == ("4.4", (8, 8, 8))
    assert trial.total.proposed - Fraction(str(trial.result.total.proposed)) == Fraction(3 * 35, 100)
    assert trial.unseen == ()


def test_another_reading_moves_the_range(out: Path, changed: Callable[..., RuleSet]) -> None:
    rules = changed("group-4.yaml", "{all: [fairs >= 5], points: 8}", "{all: [fairs >= 9], points: 8}")
    assert points(of(RULES, out, "4.4")) == (5, 5, 8)
    assert points(of(rules, out, "4.4")) == (5, 5, 5)


def test_weights_and_bands_move_the_total_alone(out: Path, changed: Callable[..., RuleSet]) -> None:
    trial = tried(changed("ruleset.yaml", "name: 不合格, least: 0", "name: 待整改, least: 0"), out, RULES)
    assert ([each for each in trial.cells if each.is_changed], trial.grade) == ([], "待整改")


def test_a_new_cell_waits_for_a_new_check_and_one_that_goes_is_named(out: Path) -> None:
    first, *others = RULES.groups
    added = replace(first.indicators[0], id="1.9", name="新的一项")
    rules = replace(RULES, groups=(replace(first, indicators=(added, *first.indicators[1:])), *others))
    trial = tried(rules, out, RULES)
    assert trial.gone == ("1.1 20平方以上室内固定办公场所",)
    assert "1.9 新的一项：这次核验没有这一项" in trial.unseen
    assert points(trial.cells[0]) is None


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("words/events.yaml", "- 供需见面会", "- 供需见面大会", "识别材料用的词有改动"),
        ("ruleset.yaml", 'period_to: "12-31"', 'period_to: "11-30"', "考核期或判断疑点的界限有改动"),
        ("group-4.yaml", "against: [招生咨询会", "against: [招生会", "4.4 举办校园招聘会：查找材料的词"),
        ("group-3.yaml", "takes: {kind: posts, measure: posts, channel: wechat}",
         "takes: {kind: items, measure: posts, documents: [plan], note: 人工判断}",
         "3.1 微信推送：计数方式由 posts 改为 items"),
    ],
)  # fmt: skip
def test_what_only_a_new_check_could_tell_is_said(
    out: Path, changed: Callable[..., RuleSet], name: str, old: str, new: str, said: str
) -> None:
    (only,) = tried(changed(name, old, new), out, RULES).unseen
    assert only.startswith(said)


def test_without_the_rules_of_then_that_is_said_too(out: Path) -> None:
    (only,) = tried(RULES, out, None).unseen
    assert only.startswith("核验时用的规则集不在本机，或此后改过")


def test_what_nobody_sees_keeps_the_upper_end(out: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(out, tmp_path / "out"))
    told = json.loads((copy / "result.json").read_text("utf-8"))
    row = next(each for each in told["indicators"] if each["id"] == "3.3")
    row["low"], row["proposed"], row["high"] = 0, 0, 20
    evidence = json.loads((copy / "evidence.json").read_text("utf-8"))
    evidence["cells"]["3.3"] |= {"measures": {"found": [0, 0, 0]}, "open_to_max": False}
    for name, data in (("result.json", told), ("evidence.json", evidence)):
        (copy / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    assert points(of(RULES, copy, "3.3")) == (0, 0, 20)


def test_the_rules_of_then_are_known_by_their_hash() -> None:
    other = replace(RULES, sha256="f" * 64)
    assert with_digest("f" * 64, (other,)) is other
    found = with_digest(RULES.sha256)
    assert found is not None and found.sha256 == RULES.sha256
    assert with_digest("0" * 64) is None


def test_the_rule_set_of_a_result_is_found_beside_the_changed_one(tmp_path):
    for name in ("old", "new"):
        shutil.copytree(folder_of("weihai-2020"), tmp_path / name)
    path = tmp_path / "old" / "group-1.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# of its own\n", encoding="utf-8")
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "ruleset.yaml").write_text("words_of: nowhere\n", encoding="utf-8")
    old = load_rule_set(tmp_path / "old")
    assert with_digest(old.sha256) is None
    assert with_digest(old.sha256, (), tmp_path / "new") is old


def test_the_text_tells_what_moves(out: Path, changed: Callable[..., RuleSet]) -> None:
    text = trial_text(tried(changed("group-4.yaml", "[fairs > 5], points: 8", "[fairs > 4], points: 8"), out, RULES))
    assert "1 项有变动，26 项不变" in text
    assert "  4.4 举办校园招聘会：5分（5–8） → 8分" in text.splitlines()


def test_the_command_takes_a_check_or_a_batch_and_changes_nothing(out: Path, tmp_path: Path) -> None:
    shutil.copytree(out, tmp_path / "all" / "甲校")
    shutil.copytree(out, tmp_path / "all" / "乙校")
    before = {path: path.read_bytes() for path in (tmp_path / "all").rglob("*.json")}
    done = CliRunner().invoke(main, ["rules", "try", "weihai-2020", str(tmp_path / "all")])
    assert (done.exit_code, done.output.count("0 项有变动，27 项不变")) == (0, 2)
    assert {path: path.read_bytes() for path in (tmp_path / "all").rglob("*") if path.is_file()} == before
    with pytest.raises(UsageError, match=r"没有核验结果"):
        folders_of(tmp_path / "none")
