"""Every page that people open is without serious fault for axe, on a desk's screen and on a telephone's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.axe import faults
from tests.outputs.example_results import draw_pictures, empty_result, form, full_result, record
from tests.review.browser import launched, running, sign_in, window, write_one_poster
from verifier.comparing import compare, write_page
from verifier.outputs.extras import Extras
from verifier.outputs.report import write_report

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    yield page
    page.close()


def test_what_is_wrong_is_found(page: Page) -> None:
    page.set_content('<html lang="zh"><title>页</title><main><h1>页</h1><img src="data:,"><input></main>')
    assert [each.split(":")[0] for each in faults(page)] == ["image-alt", "label"]


@pytest.mark.parametrize(("width", "result"), [(390, empty_result()), (1366, full_result())])
def test_the_report(page: Page, width: int, result: dict[str, Any], tmp_path: Path) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    path = tmp_path / "report.html"
    write_report(record(result), Extras(draw_pictures(tmp_path, result), note="注", scale=form().scale), path)
    page.goto(path.as_uri())
    assert faults(page) == []


def test_what_is_folded_opens_with_a_key_and_is_printed_whole(page: Page, tmp_path: Path) -> None:
    result = full_result()
    for cell in result["indicators"]:
        for piece in cell["evidence"]:
            piece |= {"standing": "firm", "confidence": 1.0, "counted": True}
    path = tmp_path / "report.html"
    write_report(record(result), Extras(note="注", scale=form().scale), path)
    page.goto(path.as_uri())
    folded = page.locator(".folded")
    assert folded.count() > 3 and not any(each.is_visible() for each in folded.all())
    page.locator(".fold input").first.focus()
    page.keyboard.press("Space")
    assert folded.first.is_visible()
    page.emulate_media(media="print")
    assert all(each.is_visible() for each in folded.all())


def test_the_page_of_two_results_side_by_side(page: Page, tmp_path: Path) -> None:
    for name, result in (("a", full_result()), ("b", empty_result())):
        (tmp_path / name).mkdir()
        (tmp_path / name / "result.json").write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
    write_page(compare(tmp_path / "a", tmp_path / "b"), tmp_path / "diff.html")
    page.goto((tmp_path / "diff.html").as_uri())
    assert faults(page) == []


@pytest.fixture
def schools(tmp_path: Path) -> Path:
    """A school with a poster whose page is shown and a flag for each of the others, and one that can't be read."""
    write_one_poster(tmp_path / "甲")
    (tmp_path / "乙").mkdir()
    (tmp_path / "乙" / "result.json").write_text("{", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("width", [390, 1366])
def test_the_pages_on_which_reviewers_decide(browser: Browser, schools: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    with running(schools) as desk:
        watched = window(context, desk)
        sign_in(watched, desk)
        assert "乙" in watched.page.inner_text("main") and faults(watched.page) == []
        for path in ("reviewer", "school/甲/", "school/甲/4.3", "school/甲/3.3"):
            watched.page.goto(f"{desk.home}/{path}")
            assert (path, faults(watched.page)) == (path, [])
        assert watched.page.locator("#sheet image").count() == 1
        watched.key("a")
        assert watched.page.locator(".notice.ready").count() == 1 and faults(watched.page) == []
        for path in ("history", "questions", "export", "?q=没有的"):
            watched.page.goto(f"{desk.home}/school/甲/{path}")
            assert (path, faults(watched.page)) == (path, [])
        watched.page.goto(f"{desk.home}/school/甲/assure")
        assert faults(watched.page) == []
        watched.page.locator("[name=size]").press("Enter")
        watched.page.wait_for_selector(".cut")
        assert faults(watched.page) == []
        watched.key("0")
        assert watched.page.locator(".notice.gap").count() == 1 and faults(watched.page) == []
        watched.page.keyboard.press("?")
        watched.page.wait_for_selector("dialog[open]")
        assert faults(watched.page) == []
        assert watched.outside == [] and watched.said == []
    context.close()
