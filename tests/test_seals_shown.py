"""What an electronic seal says is read where people look: in the report and on the page of its paper."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from tests.counting.photo_papers import photo
from tests.decisions.judged import judged
from tests.review.browser import running
from tests.review.test_sweeping import signed_in
from verifier.facts.seals.extract import electronic
from verifier.model import Place, Signature
from verifier.outputs.extras import Extras
from verifier.outputs.report import report_html
from verifier.record import read_result, write_evidence, write_result

TITLE, AT = "威海某某有限公司", datetime(2024, 6, 18, 9, 22, tzinfo=UTC)
HEAD = f"电子签章“{TITLE}”，签署者“张某甲”，签于2024-06-18 17:22"
OUTCOMES = {
    "a.jpg": ("agrees", "", f"{HEAD}；签章之后没有改动；证书由谁签发没有核对"),
    "b.jpg": ("disagrees", "第 1 页改动过", f"{HEAD}；与签章时不一致：第 1 页改动过；证书由谁签发没有核对"),
    "c.jpg": (
        "unknown",
        "第 1 页不在签章保护的范围内",
        f"{HEAD}；签章之后有没有改动无法判断：第 1 页不在签章保护的范围内；证书由谁签发没有核对",
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    papers = []
    for at, (file, (intact, why, _)) in enumerate(OUTCOMES.items()):
        seen = photo(file, "威海市高校毕业生就业创业政策", "生活补贴 购房补贴", taken=f"2024-05-2{at}")
        seal = electronic(Signature(Place(file, 1, (9, 9, 99, 99)), TITLE, "张某甲", AT, intact, why))
        papers.append(replace(seen, facts=(*seen.facts, seal)))
    result, evidence = judged(*papers)
    made = tmp_path_factory.mktemp("seals") / "out"
    made.mkdir()
    write_result(result, made)
    write_evidence(evidence, made)
    return made


def text(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).split())


def cell_of(folder: Path) -> str:
    result = read_result(folder)
    return next(cell.id for cell in result.indicators if any(each.fact == "seal" for each in cell.evidence))


def test_the_report_tells_each_outcome_and_folds_only_what_is_unchanged(folder: Path) -> None:
    result = read_result(folder)
    own = report_html(result, Extras({})).partition(f'id="c-{cell_of(folder)}"')[2].partition("</article>")[0]
    shown, folded = (text(part) for part in own.split('<div class="fold">', 1))
    for file, (intact, _, told) in OUTCOMES.items():
        assert f"印章 ：{told}" in (folded if intact == "agrees" else shown), file
    assert "unseen" not in text(own) and "“电子签章" not in text(own)


def test_the_desk_tells_each_outcome_beside_its_paper(folder: Path) -> None:
    with running(folder) as desk:
        client = signed_in(desk)
        pages = [text(client.ask("GET", f"/school/out/{cell_of(folder)}?piece={number}")[1]) for number in (1, 2, 3)]
    for _, _, told in OUTCOMES.values():
        assert any(f"印章：{told}" in page for page in pages), told
    assert not any("unseen" in page for page in pages)
