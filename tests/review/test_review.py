"""A reviewer's work in a real browser: both samples with keys alone, exclusions, conflicts, reload, export."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.axe import faults
from tests.review.browser import SETTLED, Running, Watched, launched, running, sign_in, window
from verifier.decisions import read_log
from verifier.files.origin import remember_origin
from verifier.model import PastPoints, PastRun
from verifier.record import write_years

pytestmark = pytest.mark.slow
SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launched(playwright)
        yield opened
        opened.close()


@pytest.fixture
def folder(outputs: dict[str, Path], tmp_path: Path) -> Path:
    """An output folder as `batch` leaves it, with both samples."""
    for name, made in outputs.items():
        shutil.copytree(made, tmp_path / "各校" / name)
    cell = PastPoints("4.3", "毕业生留威率", 10)
    write_years([PastRun("", 2023, "", "", "", 50, "", (), frozenset(), (cell,))], tmp_path / "各校" / "good")
    return tmp_path / "各校"


@pytest.fixture
def desk(folder: Path) -> Iterator[Running]:
    with running(folder) as desk:
        yield desk


@pytest.fixture
def here(browser: Browser, desk: Running) -> Iterator[Watched]:
    """A window that is signed in; it must not have complained nor asked elsewhere."""
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    watched = window(context, desk)
    sign_in(watched, desk)
    yield watched
    assert (watched.said, watched.outside) == ([], [])
    context.close()


def result(folder: Path, name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / name / "result.json").read_text("utf-8"))
    return data


def total(watched: Watched) -> float:
    return float(watched.page.inner_text("#total"))


@pytest.mark.parametrize("name", ["good", "flawed"])
def test_all_cells_are_decided_with_keys_alone_and_the_forms_show_it(here: Watched, folder: Path, name: str) -> None:
    here.page.goto(f"{here.home}/school/{name}/")
    cells = result(folder, name)["indicators"]
    here.key("Enter")
    for cell in cells:
        assert here.page.inner_text("h1").startswith(f"{cell['id']} ")
        here.key("a")
    assert here.page.inner_text("#progress") == "27 / 27"
    assert total(here) == result(folder, name)["total"]["proposed"]
    decisions = read_log(folder / name).decisions
    assert [(each.kind, each.indicator, float(each.points or 0)) for each in decisions] == [
        ("accept", cell["id"], cell["proposed"]) for cell in cells
    ]
    here.page.goto(f"{here.home}/school/{name}/")
    years = here.page.locator(".of-years")
    assert years.count() == (name == "good")
    if years.count():
        assert "比上年度提高：4.3 毕业生留威率（10→30）" in years.inner_text()
    here.page.goto(f"{here.home}/school/{name}/export")
    here.page.click("button.main")
    here.page.wait_for_selector("a[download]")
    with here.page.expect_download() as download:
        here.page.click("a[download] >> nth=0")
    texts = [cell.text for table in docx.Document(download.value.path()).tables for cell in table.rows[-1].cells]
    assert f"{total(here):g}" in texts[-1]
    forms = {"annex2.docx", "annex2.xlsx", "annex3.docx" if name == "good" else "missing.docx"}
    assert {path.name for path in (folder / name / "export").iterdir()} == forms


def test_an_excluded_photo_is_followed_by_points_and_total_and_comes_back(here: Watched, folder: Path) -> None:
    here.page.goto(f"{here.home}/school/flawed/4.8")
    before, points = total(here), here.page.inner_text("#points")
    assert points == "8分"
    here.key("x")
    assert here.page.inner_text("#points") == "8分"  # a second photo shows a contest too
    here.key("n")
    here.key("x")
    assert (here.page.inner_text("#points"), round(before - total(here), 2)) == ("0分", 2.8)
    here.page.reload()
    assert (here.page.inner_text("#points"), round(before - total(here), 2)) == ("0分", 2.8)
    here.key("u")
    here.key("u")
    assert (here.page.inner_text("#points"), total(here)) == (points, before)
    assert [each.kind for each in read_log(folder / "flawed").decisions] == ["exclude", "exclude", "undo", "undo"]


def test_an_open_photo_that_is_included_earns_its_points(here: Watched) -> None:
    here.page.goto(f"{here.home}/school/flawed/2.5")
    assert here.page.inner_text("#points") == "0分"
    here.page.fill(".turn input[name=reason]", "已与原件核对")
    here.page.click(".turn button")
    here.page.wait_for_selector("text=已由审核人员计入 已与原件核对")
    assert here.page.inner_text("#points") == "15分"


def test_other_points_want_a_reason_and_stay_within_the_maximum(here: Watched, folder: Path) -> None:
    here.page.goto(f"{here.home}/school/flawed/1.1")
    for points, reason, told in (("11", "现场看过", "0至10分"), ("abc", "现场看过", "0至10分"), ("5", " ", "写明理由")):
        here.key_into("g", points, reason)
        assert told in here.page.inner_text("#refused")
        assert here.page.input_value("input[name=points]") == points
    here.key_into("g", "7.5", "现场看过，有20平方米")
    assert "已记录：1.1 另行给分，7.5分" in here.page.inner_text("main")
    (made,) = read_log(folder / "flawed").decisions
    assert (made.kind, made.points, made.reason, made.reviewer) == ("points", 7.5, "现场看过，有20平方米", "王审核")


def test_a_reading_is_settled_by_its_number_and_a_question_is_kept(here: Watched, folder: Path) -> None:
    here.page.goto(f"{here.home}/school/flawed/4.4")
    here.key("2")
    assert here.page.inner_text("#points") == "8分"
    assert "已记录：4.4 确定读法（恰好5场的，条款未规定，按“＞5场次”计8分），8分" in here.page.inner_text("main")
    here.page.keyboard.press("s")
    here.page.keyboard.type("请补充第六场招聘会的照片")
    here.key("Enter")
    assert "\n请补充第六场招聘会的照片（王审核）" in here.page.inner_text("main")
    assert [each.kind for each in read_log(folder / "flawed").decisions] == ["reading", "ask"]


def test_two_windows_in_conflict_lose_nothing(here: Watched, browser: Browser, desk: Running, folder: Path) -> None:
    context = browser.new_context()
    other = window(context, desk)
    sign_in(other, desk, "李审核")
    for each in (here, other):
        each.page.goto(f"{desk.home}/school/good/3.3")
    here.key_into("g", "12", "海报只有一张")
    other.key("a")
    assert "王审核：另行给分，12分" in other.page.inner_text("#refused")
    assert len(read_log(folder / "good").decisions) == 1
    assert other.page.inner_text("#points") == "12分"
    other.key("a")
    made = read_log(folder / "good").decisions
    assert [(each.reviewer, each.points) for each in made] == [("王审核", 12), ("李审核", 20)]
    here.page.goto(f"{desk.home}/school/good/history")
    assert [row.split("\t")[1] for row in here.page.inner_text("tbody").split("\n")] == ["李审核", "王审核"]
    assert (other.outside, other.said) == ([], [])
    context.close()


def checked_anew(folder: Path, name: str, cell: str = "1.1") -> None:
    """As a new check of papers to which something was added for a cell, without its cost."""
    again = result(folder, name)
    next(each for each in again["indicators"] if each["id"] == cell)["flags"].append(
        {"code": "date-missing", "severity": "note", "message": "新的提示。"}
    )
    (folder / name / "result.json").write_text(json.dumps(again, ensure_ascii=False), encoding="utf-8")


def test_an_old_decision_is_made_again_on_the_new_result(here: Watched, folder: Path) -> None:
    here.page.goto(f"{here.home}/school/good/1.1")
    here.key_into("g", "7.5", "现场看过")
    checked_anew(folder, "good")
    here.page.goto(f"{here.home}/school/good/?state=stale")
    here.key("Enter")
    assert "另行给分，7.5分（现场看过），王审核" in here.page.inner_text(".stale")
    here.key("o")
    old, new = read_log(folder / "good").decisions
    assert (new.kind, new.points, new.reason) == (old.kind, old.points, old.reason) == ("points", 7.5, "现场看过")
    assert new.result != old.result and here.page.inner_text("#progress") == "1 / 27"
    assert "已记录：1.1 另行给分，7.5分" in here.page.inner_text("main")
    here.page.goto(f"{here.home}/school/good/1.1")
    assert (here.page.inner_text("#points"), "重新采用" in here.page.inner_text("main")) == ("7.5分", False)
    here.key("u")
    assert "重新采用" in here.page.inner_text("main")


def test_points_that_were_taken_and_follow_no_more_are_not_taken_again(here: Watched, folder: Path) -> None:
    """The paper that was included is the same, and stays; what it made of the cell is asked for again."""
    here.page.goto(f"{here.home}/school/flawed/2.5")
    here.key("x")
    here.key("a")
    here.page.goto(f"{here.home}/school/flawed/2.5")
    here.key("u")
    here.key("u")
    here.key("a")
    checked_anew(folder, "flawed", "2.5")
    here.page.goto(f"{here.home}/school/flawed/2.5")
    here.key("x")
    here.page.goto(f"{here.home}/school/flawed/2.5")
    here.key("o")
    assert "与当时采用的不同" in here.page.inner_text("#refused")
    assert [each.kind for each in read_log(folder / "flawed").decisions][-1] == "include"


def test_a_new_check_makes_old_decisions_stale_and_keeps_them(here: Watched, folder: Path) -> None:
    here.page.goto(f"{here.home}/school/good/1.1")
    here.key("a")
    here.page.goto(f"{here.home}/school/good/1.1")
    checked_anew(folder, "good")
    here.key("a")
    assert "重新核验过" in here.page.inner_text("#refused")
    here.page.goto(f"{here.home}/school/good/1.1")
    assert here.page.inner_text("#progress") == "0 / 27"
    assert "旧结果，不采用" in here.page.inner_text("main")
    assert len(read_log(folder / "good").decisions) == 1


def test_a_damaged_log_is_told_at_the_start_and_set_aside_by_hand(here: Watched, folder: Path) -> None:
    here.page.goto(f"{here.home}/school/good/1.1")
    here.key("a")
    here.key("a")
    log = folder / "good" / "decisions.jsonl"
    log.write_bytes(log.read_bytes()[:-20])
    here.page.goto(f"{here.home}/school/good/1.3")
    assert "第 2 行起不能采用（这一行没有写完）；此前的 1 条仍然有效" in here.page.inner_text("[role=alert]")
    here.key("a")
    assert "有损坏" in here.page.inner_text("#refused")
    here.page.goto(f"{here.home}/school/good/history")
    here.page.click("text=另存损坏部分并继续")
    here.page.wait_for_selector("text=曾有损坏的记录")
    here.page.goto(f"{here.home}/school/good/1.3")
    here.key("a")
    assert [each.indicator for each in read_log(folder / "good").decisions] == ["1.1", "1.3"]


def test_search_and_filters_find_cells_and_the_keys_stay_among_them(here: Watched) -> None:
    here.page.goto(f"{here.home}/school/flawed/4.4")
    here.key("/")
    here.page.keyboard.type("招聘会现场")
    here.key("Enter")
    found = [row.split("\t")[0] for row in here.page.inner_text("tbody").split("\n") if "\t" in row]
    assert "4.4" in found and len(found) < 27
    here.page.goto(f"{here.home}/school/flawed/")
    kinds = here.page.inner_text("select[name=flag]")
    assert "与自评分不同" in kinds and "self-score-differs" not in kinds
    here.page.select_option("select[name=flag]", "self-score-differs")
    here.page.click("text=查找")
    here.page.wait_for_selector("text=清除条件")
    listed = [row.split("\t")[0] for row in here.page.inner_text("tbody").split("\n") if "\t" in row]
    here.key("Enter")
    here.key("j")
    assert here.page.inner_text("h1").split()[0] == listed[1]


def test_a_browser_without_the_navigation_api_loads_each_page(browser: Browser, desk: Running, folder: Path) -> None:
    context = browser.new_context()
    watched = window(context, desk)
    watched.page.add_init_script("Object.defineProperty(window, 'navigation', { value: undefined })")
    sign_in(watched, desk)
    watched.page.goto(f"{desk.home}/school/good/1.1")
    watched.page.keyboard.press("a")
    watched.page.wait_for_selector("text=已记录：1.1 采用预填分，10分")
    watched.page.keyboard.press("k")
    watched.page.wait_for_selector("text=本项的审核记录")
    assert len(read_log(folder / "good").decisions) == 1 and watched.said == []
    context.close()


@pytest.mark.parametrize("width", [1366, 390])
def test_every_page_is_accessible_and_fits_the_window(browser: Browser, desk: Running, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    watched = window(context, desk)
    sign_in(watched, desk)
    paths = (
        "/",
        "/reviewer",
        "/sweep?kind=accept",
        *(f"/school/flawed/{each}" for each in ("", "4.1", "4.4", "2.6", "history", "export")),
    )
    for path in paths:
        watched.page.goto(f"{desk.home}{path}")
        assert faults(watched.page) == [], path
        assert watched.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, path
    watched.page.goto(f"{desk.home}/school/flawed/4.4")
    watched.page.keyboard.press("?")
    assert watched.page.is_visible("#help") and faults(watched.page) == []
    assert (watched.said, watched.outside) == ([], [])
    context.close()


def test_the_picture_is_zoomed_turned_over_and_its_box_is_in_sight(here: Watched) -> None:
    here.page.goto(f"{here.home}/school/flawed/4.1?piece=3")
    seen = "document.querySelector('#sheet svg').getBoundingClientRect().width"
    narrow = here.page.evaluate(seen)
    for _ in range(3):
        here.page.keyboard.press("+")
    assert here.page.evaluate(seen) == pytest.approx(3 * narrow, rel=0.05)
    inside = here.page.evaluate(
        "(() => { const a = document.querySelector('#sheet .own').getBoundingClientRect(),"
        " b = document.querySelector('#sheet').getBoundingClientRect();"
        " return a.top >= b.top && a.bottom <= b.bottom && a.left >= b.left && a.right <= b.right; })()"
    )
    assert inside
    here.page.keyboard.press("0")
    assert here.page.evaluate(seen) == narrow
    here.key("n")
    assert "（4 / " in here.page.inner_text("#look")


def test_back_and_forward_show_each_page_as_it_stands_now(here: Watched) -> None:
    here.page.goto(f"{here.home}/school/flawed/3.1")
    here.key("j")
    here.key("a")
    assert "/3.3?said=" in here.page.url
    for go, cell in ((here.page.go_back, "3.2"), (here.page.go_back, "3.1"), (here.page.go_forward, "3.2")):
        here.page.evaluate("window.settled = false")
        go()
        here.page.evaluate(SETTLED)
        assert here.page.inner_text("h1").split()[0] == cell and f"/{cell}" in here.page.url
        assert here.page.inner_text("#progress") == "1 / 27"
    here.page.reload()
    assert here.page.inner_text("h1").split()[0] == "3.2"


def test_a_key_pressed_twice_decides_once(here: Watched, folder: Path) -> None:
    here.page.goto(f"{here.home}/school/flawed/3.1")
    sent: list[str] = []
    here.page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    here.page.evaluate("window.settled = false")
    here.page.evaluate("for (const _ of [1, 2]) document.querySelector('[data-key=a]').click()")
    here.page.evaluate(SETTLED)
    assert len(sent) == 1 and here.page.locator("#refused").count() == 0
    assert [each.indicator for each in read_log(folder / "flawed").decisions] == ["3.1"]


def test_a_desk_that_answers_no_more_is_told_on_the_page(browser: Browser, folder: Path) -> None:
    with running(folder) as desk:
        context = browser.new_context()
        watched = window(context, desk)
        sign_in(watched, desk)
        watched.page.goto(f"{desk.home}/school/flawed/3.1")
    for key in ("a", "j", "j"):
        watched.page.keyboard.press(key)
        watched.page.wait_for_selector("#no-answer")
        assert watched.page.locator("#no-answer").count() == 1
    assert read_log(folder / "flawed").decisions == ()
    context.close()


def test_without_scripts_a_cell_is_decided_too(browser: Browser, desk: Running, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    watched = window(context, desk)
    sign_in(watched, desk)
    watched.page.goto(f"{desk.home}/school/good/1.1")
    watched.page.click("button.main")
    watched.page.wait_for_selector("text=已记录：1.1 采用预填分，10分")
    assert len(read_log(folder / "good").decisions) == 1
    context.close()


def test_a_sheet_or_a_text_is_seen_beside_the_piece_with_its_place_marked(here: Watched, desk: Running) -> None:
    page = here.page
    for cell, marked in (("2.1", ["考生号"]), ("5.1", ["一、“留威体验官”计划", "二、校地共建“企业导师驻站日”"])):
        page.goto(f"{desk.home}/school/good/{cell}")
        rows = page.locator(".text tr.own").all_inner_texts()
        assert [words in row for words, row in zip(marked, rows, strict=True)] == [True] * len(marked)
        assert faults(page) == []


def test_a_whole_paper_goes_with_one_key_and_single_people_inside_it_come_back(here: Watched, desk: Running) -> None:
    page = here.page
    page.goto(f"{desk.home}/school/good/1.5")
    people = page.locator(".quotes.each li")
    assert people.count() == 4 and "工作人员（人）：4" in page.inner_text(".facts")
    here.key("x")
    page.get_by_role("button", name="计入整份").wait_for()
    assert page.inner_text("#points") == "0分" and page.inner_text("#progress").startswith("0 /")
    for name in ("周海", "陈立", "孙雅宁"):
        people.filter(has_text=name).get_by_role("button", name="计入").click()
        people.filter(has_text=name).get_by_role("button", name="排除").wait_for()
    assert page.inner_text("#points") == "15分" and "工作人员（人）：3" in page.inner_text(".facts")
    here.key("a")
    page.wait_for_function("document.querySelector('#progress').textContent.startsWith('1 /')")


def test_the_original_of_the_piece_that_is_seen_is_opened_with_one_key(here: Watched, folder: Path) -> None:
    remember_origin(folder / "good", SAMPLES / "good" / "bundle")
    here.page.goto(f"{here.home}/school/good/2.1")
    with here.page.expect_download() as handed:
        here.page.keyboard.press("f")
    own = next((SAMPLES / "good" / "bundle").rglob(handed.value.suggested_filename))
    assert Path(handed.value.path()).read_bytes() == own.read_bytes()
    assert here.page.inner_text("h1").startswith("2.1 ")


def test_the_queue_over_all_schools_goes_by_keys_alone(here: Watched, folder: Path) -> None:
    here.page.goto(here.home)
    here.key("Enter")
    seen = []
    for key in ("a", "j", "k", "a"):
        assert "各校待审：还有" in here.page.inner_text("main") and faults(here.page) == []
        seen.append(here.page.url.partition("?")[0])
        here.key(key)
    assert seen[1] == seen[3] and len(set(seen)) == 3
    made = [each.indicator for name in ("good", "flawed") for each in read_log(folder / name).decisions]
    assert sorted(made) == sorted(url.rpartition("/")[2] for url in (seen[0], seen[3]))
    assert here.page.url.startswith(seen[2])
    here.page.go_back()
    here.page.wait_for_function(f"location.pathname === new URL({seen[3]!r}).pathname")
