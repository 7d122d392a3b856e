"""What nobody sees on a paper reaches high alone, and the cell says which paper it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from verifier.facts.leaves import Paper
from verifier.model import Document, Flag, IndicatorResult, Observed, Page, Place, RuleSet, SourceFile, Table, TextLine
from verifier.pipeline import Sight, judge
from verifier.pipeline.finding import looked_at

PLAN = "就业创业服务指导站2024年工作计划"


def paper(path: str, seen: tuple[str, ...], unseen: tuple[str, ...] = (), needs_ocr: bool = False) -> Document:
    """A paper of lines; of `unseen` a program reads all and a person nothing."""
    every = tuple(TextLine(text, Place(path, line=at)) for at, text in enumerate((*unseen, *seen), 1))
    page = Page(Place(path), lines=every[len(unseen) :], unveiled=every if unseen else None, needs_ocr=needs_ocr)
    flags = (Flag("content-unconfirmed", "review", f"「{path}」中有看不见的文字", Place(path)),) if unseen else ()
    return Document(SourceFile(path, path, 1, "word", "read"), (page,), flags=flags)


def judged(rules: RuleSet, *documents: Document) -> dict[str, IndicatorResult]:
    observed = tuple(looked_at(Paper(document), rules) for document in documents)
    flags = tuple(flag for document in documents for flag in document.flags)
    sight = Sight("bundle", tuple(document.file for document in documents), observed, flags)
    return {result.indicator: result for result in judge(sight, rules, 2024, "威海职业学院").sheet.results}


BODY = ("一、工作目标：做好毕业生就业创业服务。", "二、3月举办春季招聘会。", "三、9月开展就业指导周。", "2024年1月5日")


def test_what_is_seen_counts_and_what_is_not_reaches_high_alone(rules: RuleSet) -> None:
    seen = judged(rules, paper("a.docx", (PLAN, *BODY)))["1.7"]
    assert (seen.low, seen.proposed, seen.high, seen.status) == (15, 15, 15, "ready")
    hidden = judged(rules, paper("a.docx", ("特此通知。",), (PLAN, *BODY)))["1.7"]
    assert (hidden.low, hidden.proposed, hidden.high, hidden.status) == (0, 0, 15, "review")
    assert [(flag.code, flag.severity, flag.place.file if flag.place else "") for flag in hidden.flags] == [
        ("content-unconfirmed", "review", "a.docx")
    ]
    assert [(each.file, each.standing) for each in hidden.evidence] == [("a.docx", "open")]


def test_a_hidden_paper_beside_a_good_one_changes_no_points(rules: RuleSet) -> None:
    both = judged(rules, paper("a.docx", (PLAN, *BODY)), paper("b.docx", ("特此通知。",), (PLAN, *BODY)))["1.7"]
    assert (both.low, both.proposed, both.high) == (15, 15, 15)


def test_hidden_text_on_a_page_that_ocr_reads_says_nothing(rules: RuleSet) -> None:
    scan = judged(rules, paper("a.pdf", ("特此通知。",), (PLAN, *BODY), needs_ocr=True))["1.7"]
    assert (scan.low, scan.proposed, scan.high) == (0, 0, 0)


def test_hidden_tables_reach_high_alone(rules: RuleSet) -> None:
    rows = (
        ("姓名", "职务", "专兼职"),
        ("孙浩然", "站长", "兼职"),
        ("朱梦琪", "联络员", "专职"),
        ("胡诗雅", "咨询员", "兼职"),
    )
    table = Table(rows, Place("a.docx"), title="指导站工作人员名单")
    document = paper("a.docx", ("指导站工作人员名单",), ("（名单如下）",))
    result = judged(rules, replace(document, unveiled=(table,)))["1.5"]
    assert (result.low, result.proposed, result.high, result.status) == (0, 0, 15, "review")


@pytest.mark.parametrize("needs_ocr", [False, True])
def test_a_document_without_hidden_text_has_no_twin(tmp_path: Path, needs_ocr: bool) -> None:
    assert paper("a.docx", (PLAN,), needs_ocr=needs_ocr).with_unseen() is None
    assert Observed(paper("a.docx", (PLAN,))).unveiled is None
