"""The results of all schools: the table that is made public, the forms of all, and which school to look at first."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from lxml import html
from playwright.sync_api import Browser, sync_playwright

from tests.axe import faults
from tests.review.browser import Client, Running, launched, running, sign_in, window, write_one_poster
from tests.review.test_sweeping import changed, press, signed_in
from verifier.outputs.urgency import urgency
from verifier.review import open_desk

CELLS = 27
NAMES = {"jia": "甲学院", "yi": "乙大学"}
"""folder → school"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two schools of a batch; of the first each cell is without a question."""
    for name in NAMES:
        write_one_poster(tmp_path / name)
        result = json.loads((tmp_path / name / "result.json").read_text("utf-8"))
        result["school"]["name"] = NAMES[name]
        (tmp_path / name / "result.json").write_text(json.dumps(result, ensure_ascii=False), "utf-8")
    for cell in open_desk(tmp_path).schools["jia"].open().cells:
        changed(tmp_path / "jia", cell.id, status="ready")
    (tmp_path / "summary.json").write_text('[{"name": "丙学校", "error": "压缩包损坏"}]', "utf-8")
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Iterator[Running]:
    with running(folder) as served:
        yield served


@pytest.fixture
def client(desk: Running) -> Client:
    return signed_in(desk)


@pytest.fixture
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launched(playwright)
        yield opened
        opened.close()


def table(folder: Path) -> list[list[str]]:
    document = docx.Document(str(folder / "export/results.docx"))
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def words(folder: Path) -> str:
    return "\n".join(each.text for each in docx.Document(str(folder / "export/results.docx")).paragraphs)


def test_one_action_writes_the_forms_of_all_schools_and_the_table_of_results(client: Client, folder: Path) -> None:
    press(client, "/school/jia/", "采用全部无疑问的指标")
    status, text = press(client, "/export", "写出全部表格")
    assert status == 303 and "表格已写出" in text and "results.docx" in text
    assert text.index("表格已写出") < text.index("写出全部表格"), "what was done is seen first"
    for name in ("jia", "yi"):
        assert {path.name for path in (folder / name / "export").iterdir()} >= {
            "annex2.docx",
            "annex2.xlsx",
            "missing.docx",
        }
    rows = table(folder)
    assert rows[0] == ["序号", "学校", "得分", "等次", "奖补资金（万元）"]
    assert sorted(row[1] for row in rows[1:3]) == ["乙大学*", "甲学院"]
    assert rows[3] == ["合计"] * 4 + ["0（0元）"]
    told = words(folder)
    assert "初稿，不能公示：带*的1所学校还有指标未审定" in told and "1份材料没有核验成功，未列入（丙学校）" in told


def test_the_table_can_be_made_public_once_all_is_decided(client: Client, folder: Path) -> None:
    (folder / "summary.json").unlink()
    for name in ("jia", "yi"):
        for cell in open_desk(folder).schools[name].open().cells:
            changed(folder / name, cell.id, status="ready")
    with running(folder) as anew:
        signed = signed_in(anew)
        press(signed, "/", f"采用各校全部无疑问的指标（{2 * CELLS} 项）")
        press(signed, "/export", "写出全部表格")
    assert "初稿" not in words(folder) and "2024年度" in words(folder)
    book = openpyxl.load_workbook(folder / "export/results.xlsx")["公示"]
    rows = [[cell.value for cell in row] for row in book.iter_rows(min_row=3)]
    assert rows[0] == ["序号", "学校", "得分", "等次", "奖补资金（万元）"]
    assert [row[0] for row in rows[1:3]] == [1, 2] and rows[3][1] == "合计" and rows[3][4] == "=SUM(E4:E5)"


def test_the_summary_is_written_anew_with_what_was_decided(client: Client, folder: Path) -> None:
    press(client, "/school/jia/", "采用全部无疑问的指标")
    press(client, "/export", "写出全部表格")
    page = html.fromstring((folder / "summary.html").read_text("utf-8"))
    told = {row[0].text_content().split()[0]: row.text_content() for row in page.cssselect(".schools tbody tr")}
    assert f"{CELLS} 项全部审定" in told["甲学院"] and "未审定" in told["乙大学"]
    assert list(told) == ["乙大学", "甲学院"], "what is settled comes last"


def test_files_that_are_older_than_a_decision_are_told_to_be_old(client: Client, folder: Path) -> None:
    for page, button in (("/export", "写出全部表格"), ("/school/jia/export", "写出表格")):
        text = press(client, page, button)[1]
        assert "这些文件是旧的" not in text
    later = (folder / "export/results.docx").stat().st_mtime_ns + 5_000_000_000
    press(client, "/school/jia/", "采用全部无疑问的指标")
    os.utime(folder / "jia/decisions.jsonl", ns=(later, later))
    for page in ("/export", "/school/jia/export"):
        assert "这些文件是旧的" in client.ask("GET", page)[1]
    assert "这些文件是旧的" not in press(client, "/school/yi/export", "写出表格")[1]


def test_only_what_was_exported_can_be_fetched(client: Client, folder: Path) -> None:
    assert client.ask("GET", "/export/results.docx")[0] == 404
    press(client, "/export", "写出全部表格")
    assert client.ask("GET", "/export/results.xlsx")[0] == 200
    for name in ("..%2Fsummary.json", "annex2.docx", "summary.json"):
        assert client.ask("GET", f"/export/{name}")[0] == 404
    assert client.ask("POST", "/export", {"csrf": "x"})[0] == 403


def test_schools_are_listed_by_what_is_unsettled_or_as_the_reviewer_likes(client: Client, folder: Path) -> None:
    def names(address: str) -> list[str]:
        return re.findall(r'<th scope="row"><a href="[^"]*">([^<]*)', client.ask("GET", address)[1])

    press(client, "/school/jia/", "采用全部无疑问的指标")
    assert names("/") == ["乙大学", "甲学院"]
    text = client.ask("GET", "/")[1]
    assert "未定" in text and "先看 " in text
    changed(folder / "jia", "1.1", requirement="改了")
    assert names("/") == ["甲学院", "乙大学"], "a decision that no longer holds comes first"
    assert names("/?order=name") == ["乙大学", "甲学院"]
    assert names("/?order=stale") == ["甲学院", "乙大学"]


def test_what_is_decided_hangs_no_more(folder: Path) -> None:
    result = open_desk(folder).schools["yi"].open().result
    assert urgency(result).undecided == CELLS and urgency(result).open > 0
    assert "分未定" in urgency(result).reason


def test_the_pages_are_accessible_and_the_summary_sorts_and_filters_without_a_server(
    browser: Browser, desk: Running, folder: Path
) -> None:
    watched = window(browser.new_context(), desk)
    sign_in(watched, desk)
    page = watched.page
    page.goto(f"{desk.home}/export")
    page.get_by_role("button", name="写出全部表格").click()
    page.get_by_text("表格已写出").wait_for()
    assert faults(page) == []
    page.goto(f"{desk.home}/")
    assert faults(page) == []
    page.goto((folder / "summary.html").as_uri())
    assert faults(page) == [] and page.get_by_text("点表头排序").is_visible()
    page.get_by_role("button", name="学校").click()
    first = page.locator(".schools tbody tr th").first
    before = first.inner_text()
    page.get_by_role("button", name="学校").click()
    assert first.inner_text() != before
    page.get_by_label("筛选").fill("甲学院")
    assert page.locator(".schools tbody tr:visible").count() == 1


def test_what_to_look_at_first_is_the_same_in_the_summary_and_on_the_page(client: Client, folder: Path) -> None:
    changed(
        folder / "yi", "4.1", high=20, flags=[{"code": "date-missing", "severity": "review", "message": "没有日期。"}]
    )
    press(client, "/export", "写出全部表格")
    page = html.fromstring((folder / "summary.html").read_text("utf-8"))
    told = {row[0].text_content().split()[0]: row[-1].text_content() for row in page.cssselect(".schools tbody tr")}
    assert told["乙大学"].startswith("4.1 ") and "先看 4.1" in client.ask("GET", "/")[1]


def test_a_school_in_which_all_is_decided_is_not_told_to_have_open_questions(client: Client, folder: Path) -> None:
    press(client, "/school/jia/", "采用全部无疑问的指标")
    press(client, "/export", "写出全部表格")
    page = html.fromstring((folder / "summary.html").read_text("utf-8"))
    rows = {row[0].text_content().split()[0]: row for row in page.cssselect(".schools tbody tr")}
    cells = {cell.get("data-name"): cell.text_content() for cell in rows["甲学院"]}
    assert (cells["缺口（条）"], cells["待核（条）"], cells["先看哪一项"]) == ("0", "0", "✓ 全部审定")
    own = re.search(r"甲学院.*?</tr>", client.ask("GET", "/")[1], re.S)
    assert own and "先看" not in own[0]


def test_another_year_and_a_second_result_of_a_school_are_told_wherever_schools_stand_together(folder: Path) -> None:
    shutil.copytree(folder / "yi", folder / "bing")
    for name, of_year in (("bing", 2023), ("jia", 2024)):
        result = json.loads((folder / name / "result.json").read_text("utf-8")) | {"year": of_year}
        (folder / name / "result.json").write_text(json.dumps(result, ensure_ascii=False), "utf-8")
    with running(folder) as anew:
        client = signed_in(anew)
        text = client.ask("GET", "/")[1]
        assert "2023年度，与其他学校（2024年度）不同，请核对" in text and "乙大学有 2 份材料" in text
        assert text.count("年度不同</small>") == 1
        press(client, "/export", "写出全部表格")
    told = words(folder)
    assert told.startswith("威海市大学生就业服务指导站\n2024年度绩效评价结果公示"), "the title keeps the year of most"
    assert "1所学校的年度与其他学校（2024年度）不同（乙大学为2023年度）" in told and "乙大学有2份材料" in told
    summary = (folder / "summary.html").read_text("utf-8")
    assert "为2023年度，与其他学校（2024年度）不同" in summary and "有不止一份材料（2份）" in summary
    book = openpyxl.load_workbook(folder / "summary.xlsx")["总表"]
    assert "2023（与其他学校（2024年度）不同）" in {cell.value for cell in book["C"]}
