"""The order of the stages, and that one bad paper costs no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.packages import paragraph, parts, run, table, zipped
from verifier import pipeline
from verifier.model import Document, Fact, RuleSet, Words
from verifier.pipeline import finding


class Blind:
    """An engine that sees nothing."""

    name = "blind"
    version = "0"
    settings = ""
    jobs = 1

    def read(self, image: object) -> object:
        raise AssertionError("no picture stands in these bundles")


def test_a_paper_that_no_extractor_digests_keeps_its_row_and_costs_no_other(
    tmp_path: Path, rules: RuleSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "a.txt").write_text("2024年工作计划\n三月举办招聘会\n", "utf-8")
    (bundle / "b.txt").write_text("坏的一份\n", "utf-8")
    whole = finding.extract

    def extract(document: Document, words: Words) -> tuple[Fact[object], ...]:
        if document.file.path == "b.txt":
            raise ZeroDivisionError
        return whole(document, words)

    monkeypatch.setattr(finding, "extract", extract)
    sight = pipeline.observe(bundle, tmp_path / "work", rules, Blind(), None)  # type: ignore[arg-type]
    assert [file.path for file in sight.files] == ["a.txt", "b.txt"]
    assert [(flag.code, flag.place.file) for flag in sight.flags if flag.place] == [("unreadable-file", "b.txt")]
    judged = pipeline.judge(sight, rules, 2024, "威海职业学院")
    points = {result.indicator: result.proposed for result in judged.sheet.results}
    assert points["1.7"] == 15


def staff_list(colour: str) -> bytes:
    """A list of the station's people in type of a colour."""
    rows = ("姓名 职务 专兼职 岗位", "孙浩然 站长 兼职 负责人", "朱梦琪 科员 专职 联络员", "胡诗雅 科员 兼职 咨询员")
    said = f'<w:color w:val="{colour}"/>'
    cells = (tuple(paragraph(run(text, said)) for text in row.split()) for row in rows)
    return zipped(parts(paragraph(run("指导站工作人员名单", said)) + table(*cells)))


@pytest.mark.parametrize(("colour", "points"), [("000000", (15, 15, 15)), ("FFFFFF", (0, 0, 15))])
def test_a_paper_in_white_type_counts_in_high_alone(
    tmp_path: Path, rules: RuleSet, colour: str, points: tuple[int, int, int]
) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "工作人员名单.docx").write_bytes(staff_list(colour))
    sight = pipeline.observe(bundle, tmp_path / "work", rules, Blind(), None)  # type: ignore[arg-type]
    judged = pipeline.judge(sight, rules, 2024, "威海职业学院")
    result = next(result for result in judged.sheet.results if result.indicator == "1.5")
    assert (result.low, result.proposed, result.high) == points
    assert {flag.code for flag in result.flags} == ({"content-unconfirmed"} if colour == "FFFFFF" else set())


@pytest.mark.parametrize(
    ("title", "is_there"),
    [
        ("就业创业服务指导站2024年度工作总结", True),
        ("2024年就业工作总结报告", True),
        ("2024届毕业生求职状况问卷调查总结", False),
        ("就业意向调研工作总结", False),
        ("2024年实习总结", False),
        ("用人单位访谈情况总结", False),
    ],
)
def test_a_summary_of_something_else_is_no_annual_report(
    tmp_path: Path, rules: RuleSet, title: str, is_there: bool
) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "a.txt").write_text(f"{title}\n一年来，指导站服务毕业生。\n2024年12月20日\n", "utf-8")
    sight = pipeline.observe(bundle, tmp_path / "work", rules, Blind(), None)  # type: ignore[arg-type]
    flags = {flag.code: flag.message for flag in pipeline.judge(sight, rules, 2024, "威海职业学院").sheet.flags}
    assert ("年度总结" in flags["submission-incomplete"]) is not is_there
