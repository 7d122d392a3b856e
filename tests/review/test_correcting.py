"""A misread text is corrected where it is seen: by mouse, by keys, on a telephone; the points follow by themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.axe import faults
from tests.misread import CALL, DATE, DAY, PHONE, PHOTO, READ, Misread, draw, misread
from tests.review.browser import PATIENCE, Client, Running, Watched, launched, running, window
from tests.review.test_front_door import door_of, front_door
from tests.review.test_sweeping import signed_in
from verifier import batch
from verifier.decisions import read_log
from verifier.files.origin import remember_order
from verifier.pipeline import Silent
from verifier.record import read_result

CELL = "/school/" + quote("结果") + "/4.4"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Misread:
    """A checked bundle on a machine of its own."""
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    made = misread(tmp_path)
    made.check()
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launched(playwright)
        yield opened
        opened.close()


@contextmanager
def opened(browser: Browser, home: Path, out: Path, width: int = 1366) -> Iterator[Watched]:
    """The desk over results, opened from its front door by somebody with a name."""
    with front_door(door_of(home)) as desk:
        context = browser.new_context(viewport={"width": width, "height": 900})
        watched = window(context, desk)
        page = watched.page
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(desk.addresses[-1])
        page.fill("input[name=result]", str(out))
        page.keyboard.press("Enter")
        page.wait_for_selector("table.list")
        page.goto(f"{desk.home}/reviewer")
        page.fill("input[name=name]", "王审核")
        page.keyboard.press("Enter")
        page.wait_for_selector("table.list")
        yield watched
        assert (watched.said, watched.outside) == ([], [])
        context.close()


def points(watched: Watched) -> str:
    """Of the cell, when no correction waits any more."""
    watched.page.wait_for_selector("#pending", state="detached")
    return watched.page.inner_text("#points")


@pytest.mark.parametrize("width", [1366, 1920, 390])
def test_a_line_that_is_clicked_is_corrected_and_points_and_total_follow(
    browser: Browser, made: Misread, tmp_path: Path, width: int
) -> None:
    with opened(browser, tmp_path, made.out, width) as here:
        page = here.page
        page.goto(f"{here.home}{CELL}")
        before = page.inner_text("#total")
        assert (page.inner_text("#points"), faults(page)) == ("0分", [])
        page.click(f"#sheet rect.line >> nth={DATE - 1}")
        page.wait_for_selector(".fix")
        assert page.input_value("input[name=text]") == READ[DATE - 1]
        assert (
            page.evaluate(
                "document.querySelector('[name=text]').clientWidth / document.querySelector('.fix form').clientWidth"
            )
            > 0.9
        )
        assert page.evaluate("document.activeElement.name") == "text"
        form, line = (page.locator(each).bounding_box() for each in (".fix form", "#sheet rect.chosen"))
        assert form is not None and line is not None and form["y"] >= 0 and line["y"] + line["height"] <= 900
        assert (faults(page), page.evaluate("document.documentElement.scrollWidth")) == ([], width)
        page.fill("input[name=text]", DAY)
        page.click(".fix button.main")
        page.wait_for_selector(f"text=更正文字“{READ[DATE - 1]}”→“{DAY}”")
        assert points(here) == "5分"
        assert float(page.inner_text("#total")) > float(before)
        assert "识别文字经人工更正" in page.inner_text(".flags")
        assert page.locator("#sheet rect.corrected").count() == 1
        assert faults(page) == []


def test_all_of_it_goes_by_keys_and_is_undone_by_one(browser: Browser, made: Misread, tmp_path: Path) -> None:
    with opened(browser, tmp_path, made.out) as here:
        page = here.page
        page.goto(f"{here.home}{CELL}")
        here.key("e")
        assert page.input_value("input[name=text]") == READ[0]
        page.keyboard.press("Escape")
        here.key(".")
        page.keyboard.press("Control+a")
        page.keyboard.type(DAY)
        here.key("Enter")
        assert points(here) == "5分"
        assert page.inner_text("button[data-key=u]").startswith("撤销“更正文字”")
        here.key("u")
        assert points(here) == "0分"
        page.goto(f"{here.home}/school/{quote('结果')}/history")
        assert re.findall("已撤销|有效", page.inner_text("table")) == ["已撤销"]
        assert read_result(made.out).corrections == ()


def test_a_correction_that_comes_while_another_is_counted_is_counted_too(
    browser: Browser, made: Misread, tmp_path: Path
) -> None:
    with opened(browser, tmp_path, made.out) as here:
        for number, text in ((DATE, DAY), (PHONE, "咨询电话见海报")):
            here.page.goto(f"{here.home}{CELL}?fix={number}")
            here.page.fill("input[name=text]", text)
            here.page.click(".fix button.main")
            here.page.wait_for_selector("#pending")
        assert points(here) == "5分"
    assert [each.state for each in read_result(made.out).corrections] == ["applied", "applied"]


def test_what_is_being_written_stays_when_the_check_has_ended(browser: Browser, made: Misread, tmp_path: Path) -> None:
    with opened(browser, tmp_path, made.out) as here:
        here.page.goto(f"{here.home}{CELL}?fix={DATE}")
        here.page.fill("input[name=text]", DAY)
        here.page.click(".fix button.main")
        here.page.wait_for_selector("#pending")
        here.page.fill("input[name=reason] >> nth=1", "海报的原件")
        here.page.wait_for_selector("text=重新核验完成。")
        assert here.page.input_value("input[name=reason] >> nth=1") == "海报的原件"
        here.page.click("text=看更正后的得分")
        assert points(here) == "5分"


def test_of_a_batch_only_that_school_is_checked_again(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    settings = batch.Settings(year=2024, school="威海职业学院", cache=tmp_path / "cache", jobs=1)
    schools = [Misread(tmp_path / "各校" / name, tmp_path / "汇总" / name, settings) for name in ("a", "b")]
    for each in schools:
        draw(each.bundle / PHOTO)
        each.read_as(READ)
    batch.batch(tmp_path / "各校", tmp_path / "汇总", settings, Silent())
    untouched = (schools[1].out / "result.json").read_bytes()
    with opened(browser, tmp_path, tmp_path / "汇总") as here:
        here.page.goto(f"{here.home}/school/a/4.4?fix={DATE}")
        here.page.fill("input[name=text]", DAY)
        here.page.click(".fix button.main")
        here.page.wait_for_selector("#pending")
        assert points(here) == "5分"
    assert (schools[1].out / "result.json").read_bytes() == untouched
    (total,) = (each["total"] for each in json.loads((tmp_path / "汇总" / "summary.json").read_text("utf-8"))[:1])
    assert total["proposed"] == read_result(schools[0].out).total.proposed


# --- what is refused, and what can't be followed here --------------------------------------------------------------


@pytest.fixture
def desk(made: Misread) -> Iterator[Running]:
    with running(made.out) as desk:
        yield desk


@pytest.fixture
def client(desk: Running) -> Client:
    return signed_in(desk)


def sent(client: Client, number: int = DATE, **more: str) -> tuple[int, str]:
    """Sends the form of a line, as the page has it but for `more`; the page that comes."""
    page = client.ask("GET", f"{CELL}?fix={number}")[1]
    found = re.search(r'<section class="fix".*?</form>', page, re.DOTALL)
    assert found is not None
    form = {
        name: unescape(value) for name, value in re.findall(r'<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"', found[0])
    }
    status, text, headers = client.ask("POST", f"{CELL}/decide?fix={number}", form | {"text": DAY} | more)
    return status, text if status != 303 else client.ask("GET", headers["location"])[1]


def test_without_a_front_door_it_is_kept_for_the_next_check(client: Client, made: Misread) -> None:
    status, text = sent(client)
    assert (status, "在下次核验到这个结果文件夹时计入得分。请再运行一次原来的核验命令" in text) == (303, True)
    (kept,) = read_log(made.out).decisions
    assert kept.correction is not None and (kept.correction.text, kept.reason) == (DAY, "按图片更正")
    assert "尚未计入" in client.ask("GET", f"/school/{quote('结果')}/history")[1]


def test_results_that_this_machine_can_not_make_again_wait_for_who_can(made: Misread, tmp_path: Path) -> None:
    remember_order(made.out, None)
    with front_door(door_of(tmp_path)) as desk:
        client = signed_in(desk)
        token = re.search(r'name="csrf" value="([^"]*)"', client.ask("GET", "/home")[1])
        assert token is not None
        client.ask("POST", "/home", {"csrf": token[1], "result": str(made.out)})
        status, text = sent(client)
    assert (status, "本机不知道材料放在哪里" in text) == (303, True)


REFUSED = {
    "": "请写出图片上这一行的文字",
    " 　 ": "请写出图片上这一行的文字",
    READ[DATE - 1]: "与现在的文字相同",
    "长" * 501: "这一行太长",
    "2024****": "遮盖成星号的部分",
}


@pytest.mark.parametrize(("text", "said"), REFUSED.items())
def test_what_can_not_stand_there_is_refused_and_stays_in_the_form(
    client: Client, made: Misread, text: str, said: str
) -> None:
    status, page = sent(client, text=text)
    assert (status, said in page, f'value="{text}"' in page) == (422, True, True)
    assert read_log(made.out).decisions == ()


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"csrf": "0" * 64}, 403),
        ({"reason": " "}, 422),
        ({"line": "99"}, 422),
        ({"line": "-1"}, 422),
        ({"page": "2"}, 422),
        ({"target": "../../etc/passwd"}, 422),
        ({"was": "2021年3月15日"}, 409),
    ],
)
def test_a_form_of_another_page_or_of_no_line_saves_nothing(
    client: Client, made: Misread, more: dict[str, str], status: int
) -> None:
    assert sent(client, **more)[0] == status
    assert read_log(made.out).decisions == ()


def test_after_a_check_meanwhile_only_what_the_cell_itself_changed_is_refused(client: Client, made: Misread) -> None:
    forms = {}
    for cell in ("1.1", "4.4"):
        page = client.ask("GET", f"/school/{quote('结果')}/{cell}")[1]
        form = next(each for each in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'value="accept"' in each)
        forms[cell] = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    made.line(DAY)
    made.check()
    forms["1.1"]["head"] = forms["4.4"]["head"] = read_log(made.out).head
    answers = {
        cell: client.ask("POST", f"/school/{quote('结果')}/{cell}/decide", form)[0] for cell, form in forms.items()
    }
    assert answers == {"1.1": 303, "4.4": 409}


def test_checking_again_wants_the_token_of_the_page(client: Client) -> None:
    assert client.ask("POST", f"/school/{quote('结果')}/check-again", {"csrf": "0" * 64})[0] == 403


def test_a_number_is_masked_on_the_page_and_in_what_is_kept(client: Client, made: Misread) -> None:
    page = client.ask("GET", f"{CELL}?fix={PHONE}")[1]
    assert CALL not in page and re.search(r"138\*{4,}\d+", page)
    status, text = sent(client, PHONE, text="18600001234")
    assert (status, "18600001234" in text) == (303, False)
    assert "18600001234" not in (made.out / "decisions.jsonl").read_text("utf-8")
