"""Personal data of a result that was written with it: kept back, until a reviewer has it shown, which the log keeps."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import sync_playwright

from tests.axe import faults
from tests.review.browser import Client, Running, launched, running, sign_in, window, write_one_poster
from tests.review.test_sweeping import made, press, signed_in
from verifier import batch
from verifier.decisions import read_log
from verifier.pipeline import Silent
from verifier.record import read_result

PHONE, STUDENT = "13812345678", "202403010109"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A result in which a phone and a school number stand, as `--show-pii` leaves it."""
    write_one_poster(tmp_path / "a")
    rewritten(tmp_path / "a", unmasked=True, text=f"1 李梦梦 女 {STUDENT} 电话{PHONE}")
    return tmp_path / "a"


def rewritten(folder: Path, unmasked: bool, text: str) -> None:
    path = folder / "result.json"
    result = json.loads(path.read_text("utf-8")) | {"unmasked": unmasked}
    cell = next(each for each in result["indicators"] if each["id"] == "3.3")
    cell["evidence"][0]["text"] = text
    cell["flags"] = [{"code": "date-missing", "severity": "note", "message": f"{text}的日期看不清。"}]
    path.write_text(json.dumps(result, ensure_ascii=False), "utf-8")
    (folder / "report.html").write_text(f"<p>{text}</p>", "utf-8")


@pytest.fixture
def desk(folder: Path) -> Iterator[Running]:
    with running(folder) as desk:
        yield desk


@pytest.fixture
def client(desk: Running) -> Client:
    return signed_in(desk)


CELL = "/school/a/3.3"
SHOW, HIDE = "显示个人信息", "停止显示"


def picture_of(folder: Path) -> str:
    return f"/school/a/pages/{next((folder / 'pages').glob('*.jpg')).name}"


def test_it_is_kept_back_everywhere_until_it_is_shown(client: Client, folder: Path) -> None:
    for path in (CELL, "/school/a/", "/school/a/history", "/school/a/export"):
        text = client.ask("GET", path)[1]
        assert (PHONE in text, STUDENT in text, SHOW in text) == (False, False, True), path
    assert "页面图片和表格先不显示" in client.ask("GET", CELL)[1] and "<image" not in client.ask("GET", CELL)[1]
    for path in ("/school/a/report", picture_of(folder)):
        status, text, _ = client.ask("GET", path)
        assert (status, SHOW in text, PHONE in text) == (403, True, False)


def test_it_is_shown_once_the_log_says_who_has_it_shown(client: Client, folder: Path) -> None:
    status, text = press(client, f"{CELL}?piece=1", SHOW)
    assert status == 303 and PHONE in text and STUDENT in text and "正在显示个人信息" in text and "<image" in text
    (event,) = made(folder)
    assert (event.kind, event.indicator, event.reviewer, event.line != "") == ("show", "", "王", True)
    assert "打开个人信息显示" in client.ask("GET", "/school/a/history")[1]
    for path in (CELL, picture_of(folder), "/school/a/report"):
        status, _, headers = client.ask("GET", path)
        assert (status, headers["cache-control"]) == (200, "no-store")
    assert PHONE not in press(client, CELL, HIDE)[1] and len(made(folder)) == 1


def test_it_is_shown_in_this_browser_alone(client: Client, desk: Running) -> None:
    press(client, CELL, SHOW)
    assert PHONE not in signed_in(desk).ask("GET", CELL)[1]


def test_the_log_stays_a_chain_and_decisions_go_on(client: Client, folder: Path) -> None:
    for words in (SHOW, "采用预填分 20分"):
        assert press(client, CELL, words)[0] == 303
    assert press(client, "/school/a/", HIDE)[0] == 303
    assert press(client, CELL, "撤销")[0] == 303
    log = read_log(folder)
    assert ([each.kind for each in log.decisions], log.damage) == (["show", "accept", "undo"], None)


def test_what_is_exported_is_the_same_with_and_without(client: Client, folder: Path) -> None:
    result = (folder / "result.json").read_bytes()
    press(client, "/school/a/export", "写出表格")
    before = docx.Document(str(folder / "export" / "annex2.docx")).element.xml
    press(client, CELL, SHOW)
    press(client, "/school/a/export", "写出表格")
    assert (folder / "result.json").read_bytes() == result
    assert docx.Document(str(folder / "export" / "annex2.docx")).element.xml == before


def test_where_the_log_takes_nothing_nothing_is_shown(client: Client, folder: Path) -> None:
    (folder / "decisions.jsonl").write_bytes(b"{}\n{}\n")
    fields = dict(re.findall(r'name="(csrf)" value="([^"]*)"', client.ask("GET", CELL)[1]))
    status, text, _ = client.ask("POST", "/school/a/show", {**fields, "kind": "show", "next": CELL})
    assert status == 409 and "有损坏" in text
    assert PHONE not in client.ask("GET", CELL)[1]


def test_who_has_no_name_and_who_comes_from_elsewhere_is_shown_nothing(client: Client, folder: Path) -> None:
    assert client.ask("POST", "/school/a/show", {"kind": "show", "csrf": "x"})[0] == 403
    fields = dict(re.findall(r'name="(csrf)" value="([^"]*)"', client.ask("GET", CELL)[1]))
    del client.cookies["verifier-reviewer"]
    headers = client.ask("POST", "/school/a/show", {**fields, "kind": "show", "next": CELL})[2]
    assert headers["location"].startswith("/reviewer") and made(folder) == ()


def test_no_decision_is_called_so(client: Client, folder: Path) -> None:
    fields = dict(re.findall(r'name="(csrf|result|head)" value="([^"]*)"', client.ask("GET", CELL)[1]))
    assert client.ask("POST", f"{CELL}/decide", {**fields, "kind": "show"})[0] == 422
    assert made(folder) == ()


def test_a_masked_result_says_that_the_original_tells_the_numbers(client: Client, folder: Path) -> None:
    rewritten(folder, unmasked=False, text="李梦梦 138****5678")
    text = client.ask("GET", CELL)[1]
    assert SHOW not in text and "要核对请看原件" in text and "138****5678" in text
    fields = dict(re.findall(r'name="(csrf)" value="([^"]*)"', text))
    assert client.ask("POST", "/school/a/show", {**fields, "kind": "show"})[0] == 409 and made(folder) == ()


@pytest.mark.parametrize("show_pii", [False, True])
def test_the_record_says_whether_it_is_masked(tmp_path: Path, show_pii: bool) -> None:
    (tmp_path / "材料").mkdir()
    (tmp_path / "材料" / "a.txt").write_text("就业管理制度", "utf-8")
    settings = batch.Settings(cache=tmp_path / "cache", jobs=0, show_pii=show_pii)
    batch.check(tmp_path / "材料", tmp_path / "out", settings, Silent())
    assert read_result(tmp_path / "out").unmasked is show_pii


@pytest.mark.slow
@pytest.mark.parametrize("width", [1366, 390])
def test_the_switch_goes_by_keys_and_is_accessible(folder: Path, desk: Running, width: int) -> None:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        watched = window(browser.new_context(viewport={"width": width, "height": 844}), desk)
        sign_in(watched, desk)
        page = watched.page
        page.goto(f"{desk.home}{CELL}")
        for words in (SHOW, HIDE):
            assert faults(page) == [] and page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
            page.get_by_role("button", name=words).focus()
            watched.key("Enter")
        assert PHONE not in page.inner_text("main") and len(made(folder)) == 1
        assert (watched.said, watched.outside) == ([], [])
        browser.close()
