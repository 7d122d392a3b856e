"""A total that lies between two awards: the reason is told, a reviewer chooses, and until then everything says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.review.browser import Client, running, write_one_poster
from tests.review.test_sweeping import changed, made, press, signed_in
from verifier.review import open_desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two schools, one of 95.5 points, each cell without a question."""
    for name, last in (("jia", 10), ("yi", 100)):
        write_one_poster(tmp_path / name)
        for cell in open_desk(tmp_path).schools[name].open().cells:
            earned = last if cell.id == "5.1" else cell.max
            changed(tmp_path / name, cell.id, low=earned, proposed=earned, high=earned)
        result = json.loads((tmp_path / name / "result.json").read_text("utf-8"))
        result["school"]["name"] = {"jia": "甲学院", "yi": "乙大学"}[name]
        (tmp_path / name / "result.json").write_text(json.dumps(result, ensure_ascii=False), "utf-8")
    return tmp_path


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    with running(folder) as desk:
        yield signed_in(desk)


def decide_all(client: Client, folder: Path) -> None:
    for name in ("jia", "yi"):
        for cell in open_desk(folder).schools[name].open().cells:
            page = client.ask("GET", f"/school/{name}/{cell.id}")[1]
            fields = dict(re.findall(r'name="(csrf|result|head)" value="([^"]*)"', page))
            form = {**fields, "kind": "points", "points": str(cell.proposed), "reason": "看过"}
            assert client.ask("POST", f"/school/{name}/{cell.id}/decide", form)[0] == 303


def choose(client: Client, **more: str) -> tuple[int, str]:
    page = client.ask("GET", "/school/jia/")[1]
    form = re.findall(r'<form method="post" action="/school/jia/verdict".*?</form>', page, re.S)[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form)) | more
    status, text, headers = client.ask("POST", "/school/jia/verdict", fields)
    return (status, client.ask("GET", headers["location"])[1]) if status == 303 else (status, text)


def published(client: Client, folder: Path) -> tuple[str, list[str]]:
    press(client, "/export", "写出全部表格")
    document = docx.Document(str(folder / "export/results.docx"))
    return document.paragraphs[1].text, [row.cells[4].text for row in document.tables[0].rows[1:]]


def test_until_a_reviewer_chooses_the_pages_and_the_documents_say_that_it_is_open(client: Client, folder: Path) -> None:
    decide_all(client, folder)
    page = client.ask("GET", "/school/jia/")[1]
    assert "总分95.5分，按“五（四）：91-95分”（5万元）、“五（四）：96-100分”（7万元）应归哪一档，条款没有明确" in page
    assert "可以<a" not in page and "待确定（5万元或7万元）" in page
    assert "奖补待人工确定（5万元或7万元，条款没有明确）" in client.ask("GET", "/")[1]
    draft, awards = published(client, folder)
    assert "初稿，不能公示：1所学校的等次或奖补条款没有明确，尚未确定，合计不含" in draft
    assert awards == ["7", "待确定", "7（70,000元）"]
    book = openpyxl.load_workbook(folder / "export/results.xlsx")["公示"]
    assert book["E5"].value == "待确定"
    annex3 = docx.Document(str(folder / "jia/export/annex3.docx"))
    assert annex3.tables[0].rows[1].cells[-1].text.strip() == "万元"
    assert any("条款没有明确" in comment.text for comment in annex3.comments)


def test_what_a_reviewer_chose_is_logged_published_and_can_be_taken_back(client: Client, folder: Path) -> None:
    decide_all(client, folder)
    status, text = choose(client, target="70000", reason="市局2024年解释")
    assert status == 303 and "已记录" in text and "确定奖补：7万元（总分95.5分）" in text and "导出</a>。" in text
    last = made(folder / "jia")[-1]
    assert (last.kind, last.target, last.reason) == ("award", "70000", "市局2024年解释")
    assert published(client, folder) == (published(client, folder)[0], ["7", "7", "14（140,000元）"])
    assert "初稿" not in published(client, folder)[0]
    assert "有效" in client.ask("GET", "/school/jia/history")[1]
    assert "待确定（5万元或7万元）" in choose(client)[1], "the same form takes it back"
    assert made(folder / "jia")[-1].kind == "undo"


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"target": "70000", "reason": " "}, "写明理由"),
        ({"target": "40000", "reason": "看过"}, "请选一档"),
        ({"target": "70000", "reason": "看过", "total": "95"}, "总分刚刚有变化"),
        ({"target": "70000", "reason": "看过", "kind": "grade"}, "总分刚刚有变化"),
    ],
)
def test_what_can_not_be_chosen_is_refused(client: Client, folder: Path, sent: dict[str, str], told: str) -> None:
    decide_all(client, folder)
    before = len(made(folder / "jia"))
    status, text = choose(client, **sent)
    assert status in (409, 422) and told in text and len(made(folder / "jia")) == before
