"""Lint: what a rule set leaves open is found with its place, and what settles it is told."""

import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from tests.rules.conftest import WEIHAI
from verifier.cli import main
from verifier.errors import RuleError, UsageError
from verifier.lint import Located, look_over, open_findings, read_policy
from verifier.rules import load_rule_set

TODAY = date(2026, 11, 30)
POLICY = Path(__file__).parent.parent / "data" / "policy" / "whole.txt"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WEIHAI, tmp_path / "copy"))


@pytest.fixture
def opened(copy: Path) -> Callable[..., list[Located]]:
    """Replaces texts of one file and gives what lint finds open then."""

    def opens(name: str, *changes: tuple[str, str], policy: str | None = None) -> list[Located]:
        path = copy / name
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, f"{old} does not stand in {name}"
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        return list(open_findings(look_over(copy, policy, TODAY)))

    return opens


def found(each: Located) -> tuple[str, str]:
    return each.finding.code, each.finding.at


def test_all_that_the_policy_leaves_open_is_found_and_settled() -> None:
    every = look_over(WEIHAI, read_policy(POLICY), TODAY)
    assert [found(each) for each in open_findings(every)] == []
    assert sorted(map(found, every)) == sorted(
        [
            ("bound-unsaid", "1.1 20平方以上"),
            ("bound-unsaid", "1.2 50人以上"),
            ("clause-zero", "2.4 answered_share = 0%"),
            ("clause-zero", "3.1 posts = 0"),
            ("clause-zero", "3.2 posts = 0"),
            ("rate-base", "4.3 change"),
            ("step-or-share", "4.3 change"),
            ("clause-hole", "4.4 fairs = 5"),
            ("clause-zero", "4.4 fairs = 0"),
            ("joint-conditions", "4.6 trained_undergraduate, trained_college"),
            ("clause-silent", "5.1"),
            ("band-overlap", "grades 70"),
            ("band-gap", "awards 90–91"),
            ("band-gap", "awards 95–96"),
            ("no-quote", "awards 3"),
            ("expired", "valid_to"),
            ("clause-silent", "1.1"),
            ("clause-silent", "1.2"),
            ("clause-silent", "1.5"),
            ("clause-silent", "1.6"),
            ("clause-silent", "4.1"),
            ("clause-silent", "4.2"),
            ("joint-conditions", "1.5 staff, fulltime_liaison"),
            ("joint-conditions", "4.1 interns, graduates"),
            ("tier-falling", "4.1 default graduates"),
            ("claimed-twice", "4.5 fair"),
        ]
    )


def test_what_readings_settle_names_them_and_what_a_remark_settles_gives_its_reason() -> None:
    settled = {found(each): each.finding.settled for each in look_over(WEIHAI, None, TODAY)}
    assert settled["clause-hole", "4.4 fairs = 5"] == "由读法 default、at-five 确定"
    assert settled["band-gap", "awards 90–91"].startswith("说明：原文没有规定90分和91分之间")


INTERNS = "          - {all: [interns >= 20, graduates < 200], points: 20}\n"

RATE_OF_80 = "4.2 default registered_share 80"

OPEN = [
    # file, changes, what is open then
    ("group-4.yaml", [("[fairs >= 5], points: 8", "[fairs > 5], points: 8")], "clause-hole", "4.4 fairs = 5"),
    ("group-4.yaml", [("[fairs >= 5], points: 8", "[fairs > 5], points: 8")], "same-reading", "4.4 default at-five"),
    ("group-4.yaml", [("[fairs > 5], points: 8", "[fairs > 6], points: 8")], "clause-differs", "4.4 fairs = 6"),
    ("group-4.yaml", [("＜5场次（5分）", "≤6场次（5分）")], "clause-overlap", "4.4 fairs = 6"),
    ("group-4.yaml", [("＜5场次（5分）", "＜5场次（4分）")], "clause-differs", "4.4 fairs = 1"),
    ("group-4.yaml", [("＞5场次（8分）", "＞5场次（9分）")], "points-unquoted", "4.4 max"),
    ("group-4.yaml", [("[registered_share >= 80%]", "[registered_share >= 81%]")], "number-unquoted", "4.2 default 81"),
    ("group-4.yaml", [("20人及以上（20分）", "20人以上（20分）")], "bound-unsaid", "4.1 20人以上"),
    ("group-4.yaml", [("毕业人数的80%", "80%")], "rate-base", "4.2 registered_share"),
    ("group-4.yaml", [("{any: [trained", "{all: [trained")], "same-reading", "4.6 default either"),
    ("group-4.yaml", [("whole: false", "whole: true")], "step-or-share", "4.3 change"),
    ("group-4.yaml", [("events: [contest]", "events: [consultation]")], "claimed-twice", "4.8 consultation"),
    ("group-4.yaml", [(INTERNS, f"{INTERNS}          - {{otherwise: true, points: 5}}\n")], "zero-pays", "4.1 default"),
    ("group-4.yaml", [("names: [创业大赛, 大赛", "names: [咨询, 大赛")], "claimed-twice", "4.8 咨询"),
    ("group-3.yaml", [("{otherwise: true", "{all: [posts >= 1]")], "clause-zero", "3.1 posts = 0"),
    ("group-2.yaml", [("= 60%]", "= 60%, survey_answers < 9]")], "tier-falling", "2.4 default survey_answers"),
    ("group-1.yaml", [("20平方米本数符合条件", "20平方米也算")], "bound-unsaid", "1.1 20平方以上"),
    ("group-1.yaml", [("活动需要时可使用", "活动时使用")], "form-differs", "1.2 requirement"),
    ("group-1.yaml", [("name: 全年工作计划", "name: 工作计划")], "form-differs", "1.7 name"),
    ("form.yaml", [("(权重20%）", "(权重25%）")], "form-differs", "1 weight"),
    ("form.yaml", [("＜5场次（5分）", "＜5场次（6分）")], "form-differs", "4.4 text"),
    ("ruleset.yaml", [("least: 91, most: 95", "least: 91, most: 95.99")], "remark-unused", "awards 95–96"),
    ("ruleset.yaml", [("least: 91, most: 95", "least: 90, most: 95")], "band-overlap", "awards 90"),
    ("ruleset.yaml", [("least: 80, most: 90,", "least: 80.5, most: 90,")], "band-gap", "awards 79.99–80.5"),
    ("ruleset.yaml", [("五（三）：80分及以上", "五（三）")], "no-quote", "grades 0"),
    ("ruleset.yaml", [("least: 96, most: 100", "least: 96, most: 101")], "band-beyond", "awards 101"),
    ("ruleset.yaml", [("  enrolled: {name", "  enroled: {name")], "measure-uncounted", "enroled"),
    ("ruleset.yaml", [("  enrolled: {name", "  enroled: {name")], "measure-unnamed", "4.6 enrolled"),
    ("ruleset.yaml", [("all: [staff >= 3]", "all: [staff >= 2]")], "standard-differs", "standards staff"),
    ("form.yaml", [("{at: 91", "{at: 92")], "scale-differs", "scale 91"),
    ("form.yaml", [("{at: 91", "{at: 92")], "scale-differs", "scale 92"),
    ("remarks.yaml", [("at: awards 3", "at: awards 4")], "no-quote", "awards 3"),
    ("group-4.yaml", [("change >= 0]", "change >= 5%]")], "slope-start", "4.3 default change"),
    ("group-4.yaml", [("fairs > 5]", "fairs > 5.5]")], "unit-differs", "4.4 default fairs 5.5"),
    ("group-4.yaml", [("registered_share >= 80%", "registered_share >= 80")], "unit-differs", RATE_OF_80),
    ("group-1.yaml", [("units: [㎡]", "units: [㎡，平方米]")], "word-joined", "1.1 ㎡，平方米"),
    ("group-1.yaml", [("units: [㎡]", "units: [“㎡”]")], "word-joined", "1.1 “㎡”"),
    ("group-4.yaml", [("names: [创业大赛, 大赛", "names: [创业大赛、大赛")], "word-joined", "4.8 创业大赛、大赛"),
    ("words/columns.yaml", [("    - 学生姓名\n", "    - （学生姓名）\n")], "word-joined", "columns （学生姓名）"),
    ("words/events.yaml", [("    heads:\n", "    heads:\n      - 甲；乙\n")], "word-joined", "events 甲；乙"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "changes", "code", "at"), OPEN)
def test_what_is_open_is_found(opened: Callable[..., list[Located]], name: str, changes: list, code: str, at: str):
    assert (code, at) in [found(each) for each in opened(name, *changes)]


NEVER = "tier-unreached"
TIERS = [
    # tiers of 4.4's first reading, what is open then
    ("{all: [fairs > 5], points: 8}, {all: [fairs >= 1], points: 5}, {all: [fairs < 9], points: 1}", "zero-pays"),
    ("{all: [fairs > 5], points: 8}, {all: [fairs > 4, fairs < 5], points: 5}, {otherwise: true, points: 3}", NEVER),
    ("{any: [fairs > 5], points: 8}, {any: [fairs <= 5], points: 5}, {otherwise: true, points: 3}", NEVER),
]  # fmt: skip


@pytest.mark.parametrize(("tiers", "code"), TIERS)
def test_tiers_that_are_never_reached_or_pay_nothing_are_found(
    opened: Callable[..., list[Located]], tiers: str, code: str
) -> None:
    old = """        tiers:
          - {all: [fairs > 5], points: 8}
          - {all: [fairs >= 1], points: 5}
"""
    assert code in Counter(each.finding.code for each in opened("group-4.yaml", (old, f"        tiers: [{tiers}]\n")))


def test_a_hole_between_tiers_of_two_measures_is_found(opened: Callable[..., list[Located]]) -> None:
    old = "{all: [interns >= 20, graduates < 200], points: 20}"
    new = "{all: [interns >= 20, interns < 40, graduates < 200], points: 20}"
    (hole,) = [each for each in opened("group-4.yaml", (old, new)) if each.finding.code == "tier-hole"]
    assert hole.finding.at == "4.1 default interns = 40, graduates = 0"


def test_a_cell_without_a_case_is_found(copy: Path) -> None:
    (copy / "cases" / "group-5.yaml").unlink()
    assert ("cell-untried", "5.1") in [found(each) for each in open_findings(look_over(copy, None, TODAY))]


def test_a_threshold_without_a_case_on_each_side_is_found(opened: Callable[..., list[Located]]) -> None:
    text = (WEIHAI / "cases" / "group-1.yaml").read_text(encoding="utf-8")
    change = ("facts: {training_seats: 50}", "facts: {training_seats: 51}")
    assert text.count(change[0]) == 1
    (only,) = opened("cases/group-1.yaml", change)
    assert found(only) == ("threshold-untried", "1.2 training_seats >= 50 at")
    assert (only.file, only.line) == ("group-1.yaml", 62)


def test_a_quote_that_does_not_stand_in_the_policy_is_found(opened: Callable[..., list[Located]]) -> None:
    change = ("三（二）“不得少于3人", "三（二）“不能少于3人")
    (only,) = opened("group-1.yaml", change, policy=read_policy(POLICY))
    assert found(only) == ("not-in-policy", "1.5 不能少于3人")
    assert only.finding.text == "政策原文中没有“不能少于3人”"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("ruleset.yaml", "96-100分", "95-100分"),
        ("group-4.yaml", "附件2 四、赛事组织", "附件2 四、竞赛组织"),
        ("ruleset.yaml", "standards_cite: 三、建站标准", "standards_cite: 三、设站标准"),
        ("form.yaml", "text: 名称", "text: 单位"),
        ("group-4.yaml", "证明材料：大赛现场照片", "证明材料：大赛证书"),
    ],
)
def test_the_wording_is_compared_with_the_policy(
    opened: Callable[..., list[Located]], name: str, old: str, new: str
) -> None:
    assert "not-in-policy" in {each.finding.code for each in opened(name, (old, new), policy=read_policy(POLICY))}


def test_an_annex_that_the_policy_does_not_have_is_told_once(copy: Path) -> None:
    title = load_rule_set(copy).form.annex3.title
    text = read_policy(POLICY).replace(title, "")
    missing = [each for each in open_findings(look_over(copy, text, TODAY)) if each.finding.keys[:1] == ("annex3",)]
    assert [each.finding.keys for each in missing] == [("annex3", "title")]


def test_a_policy_in_word_is_read_as_one_in_text(tmp_path: Path) -> None:
    paper = docx.Document()
    for line in POLICY.read_text(encoding="utf-8").splitlines():
        paper.add_paragraph(line)
    paper.save(str(tmp_path / "a.docx"))
    assert open_findings(look_over(WEIHAI, read_policy(tmp_path / "a.docx"), TODAY)) == ()


def test_a_policy_of_several_files_is_read_whole(tmp_path: Path) -> None:
    lines = POLICY.read_text(encoding="utf-8").splitlines(keepends=True)
    names = []
    for at, part in enumerate((lines[: len(lines) // 2], lines[len(lines) // 2 :])):
        (tmp_path / f"{at}.txt").write_text("".join(part), encoding="utf-8")
        names += ["--policy", str(tmp_path / f"{at}.txt")]
    both = CliRunner().invoke(main, ["rules", "lint", str(WEIHAI), *names])
    assert (both.exit_code, "待确定的问题 0 处" in both.output) == (0, True)
    for one in (names[:2], names[2:]):
        assert "政策原文中没有" in CliRunner().invoke(main, ["rules", "lint", str(WEIHAI), *one]).output


@pytest.mark.parametrize(("name", "data"), [("a.docx", b"no zip"), ("a.pdf", b"%PDF"), ("b.txt", None)])
def test_a_policy_that_can_not_be_read_says_what_can(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError, match=r"docx|找不到"):
        read_policy(tmp_path / name)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("finding: expired", "finding: expire", "没有“expire”这种问题；可写：clause-hole"),
        ("at: valid_to", "on: valid_to", "此处可写：finding、at、reason"),
        ("    reason: 本意见", "    resaon: 本意见", "没有这个键"),
        ("reason: 本意见有效期至2024年12月31日，没有后继文件；", 'reason: ""\n#', "不能为空"),
    ],
)
def test_a_mistake_in_the_remarks_is_named_with_its_place(copy: Path, old: str, new: str, says: str) -> None:
    path = copy / "remarks.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleError, match=r"remarks\.yaml 第\d+行第\d+列") as caught:
        look_over(copy, None, TODAY)
    assert says in str(caught.value)


def test_a_remark_changes_no_hash(copy: Path) -> None:
    before = load_rule_set(copy).sha256
    (copy / "remarks.yaml").unlink()
    assert load_rule_set(copy).sha256 == before


def test_the_command_ends_with_a_status_while_something_is_open(copy: Path) -> None:
    done = CliRunner().invoke(main, ["rules", "lint", str(WEIHAI), "--policy", str(POLICY)])
    assert (done.exit_code, "待确定的问题 0 处，已确定的 26 处" in done.output) == (0, True)
    (copy / "remarks.yaml").unlink()
    done = CliRunner().invoke(main, ["rules", "lint", str(copy)])
    assert done.exit_code == RuleError.exit_status
    for line in (
        "ruleset.yaml 第29行第30列 awards 95–96 分数段之间有空档：总分在95分和96分之间的，没有一档奖补适用",
        '- {finding: band-gap, at: "awards 95–96", reason: 理由}',
        "没有给出政策原文（--policy 文件），引文未与原文核对",
    ):
        assert line in done.output
