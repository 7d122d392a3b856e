"""What a school sends back is taken in where its questions are looked at: chosen in the browser, typed, or refused."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from tests.axe import faults
from tests.review.browser import PATIENCE, Client, Watched, running, window, write_one_poster
from tests.review.test_front_door import PLAN, browser, door_of, front_door, home
from tests.review.test_questioning import LACK, PAGE
from tests.review.test_sweeping import signed_in
from verifier import batch
from verifier.cli import main
from verifier.decisions import read_log
from verifier.files.origin import order_of, remember_order, remember_origin
from verifier.pipeline import Silent
from verifier.review.front import door
from verifier.review.front.memory import Order, Outcome
from verifier.review.front.run import Watch
from verifier.verifying import verified

__all__ = ["browser", "home"]


def reply(target: Path, name: str = "计划.txt", number: str = LACK) -> Path:
    """A zip with one paper to a question, as a school packs it."""
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(f"问题答复/{number}/{name}", PLAN)
    return target


@contextmanager
def opened(browser: Browser, home: Path, out: Path) -> Iterator[Watched]:
    """The questions of a result, behind the front door."""
    with front_door(door_of(home)) as desk:
        context = browser.new_context(viewport={"width": 1366, "height": 900})
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
        page.get_by_role("link", name="问题", exact=True).click()
        page.get_by_role("heading", level=1, name="问题").wait_for()
        yield watched
        assert (watched.said, watched.outside) == ([], [])
        context.close()


class Here:
    """A check as the front door begins it, without a process of its own."""

    def __init__(self, order: Order, settled: Callable[[Outcome], None]) -> None:
        self.order, self.watch = order, Watch()
        self._settled = settled
        self._thread = Thread(target=self._check)
        self._thread.start()

    def _check(self) -> None:
        ordered = order_of(self.order.out)
        assert ordered is not None
        batch.check(self.order.source, self.order.out, batch.Settings.again(ordered), Silent())
        self._settled(Outcome("done"))

    @property
    def is_on(self) -> bool:
        return self._thread.is_alive()

    def stop(self) -> None:
        self._thread.join(PATIENCE)


def state(page: Page) -> str:
    return page.locator(f"[id='{LACK}'] .badge").inner_text()


@pytest.mark.slow
def test_a_zip_is_chosen_taken_in_and_checked(
    browser: Browser, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "Run", Here)
    bundle, out = home / "材料", home / "out"
    bundle.mkdir()
    write_one_poster(out)
    (out / "a.png").unlink()
    settings = batch.Settings(year=2024, school="威海职业学院", cache=home / "cache", jobs=0)
    remember_origin(out, bundle)
    remember_order(out, settings.ordered(bundle, out))
    with opened(browser, home, out) as watched:
        page = watched.page
        page.get_by_role("button", name="写出要问学校的").click()
        page.get_by_role("link", name="下载问题和答复表").wait_for()
        assert state(page) == "已提出"
        page.locator("#drop input").last.set_input_files(str(reply(tmp_path / "回.zip")))
        page.get_by_role("button", name="收下").click()
        page.locator("#taken").wait_for()
        told = page.locator("#taken").inner_text()
        assert "收到答复 1 个：有文字的 0 个，附材料 1 份。" in told and "放进了 1 份补交的材料" in told
        assert (bundle / "补交" / LACK / "计划.txt").read_text("utf-8") == PLAN
        assert state(page) == "已答复" and "有 1 份还没有核验" in page.inner_text("#unread")
        assert faults(page) == []
        page.get_by_role("button", name="重新核验").click()
        page.get_by_role("heading", level=1, name="核验完成").wait_for()
        page.get_by_role("button", name="打开审核").click()
        page.get_by_role("link", name="问题", exact=True).click()
        page.get_by_role("heading", level=1, name="问题").wait_for()
        assert state(page) == "已解决" and page.locator("#unread").count() == 0
        assert "新交 1 份" in page.inner_text("main")
    assert [one.text for each in verified(out) for one in each.found] == []


@pytest.fixture
def folder(home: Path, tmp_path: Path) -> Path:
    write_one_poster(tmp_path / "out")
    (tmp_path / "材料").mkdir()
    remember_origin(tmp_path / "out", tmp_path / "材料")
    return tmp_path / "out"


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    with running(folder) as desk:
        yield signed_in(desk)


def fields(client: Client) -> dict[str, str]:
    """Of the form as the page fills it in."""
    page = client.ask("GET", PAGE)[1]
    form = re.findall(r'<form method="post" action="/school/out/reply">.*?</form>', page, re.S)[0]
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))


def test_the_page_says_what_the_command_says_and_knows_where_the_papers_belong(
    client: Client, folder: Path, tmp_path: Path
) -> None:
    form = fields(client)
    assert form["into"] == str(tmp_path / "材料") and "浏览" not in client.ask("GET", PAGE)[1]
    source = reply(tmp_path / "回.zip")
    sent = form | {"reply": f'"{source}"', "into": ""}
    status, page, headers = client.ask("POST", "/school/out/reply", sent)
    assert status == 200 and headers["content-location"] == PAGE
    told = re.findall(r'id="taken">(.*?)</div>', page)[0]
    assert "请写明材料文件夹再收一次" in told and not any((tmp_path / "材料").iterdir())
    assert [(each.kind, each.target, each.reviewer) for each in read_log(folder).decisions] == [
        ("answered", LACK, "王")
    ]
    told = re.findall(
        r'id="taken">(.*?)</div>', client.ask("POST", "/school/out/reply", form | {"reply": str(source)})[1]
    )[0]
    (tmp_path / "材料" / "补交" / LACK / "计划.txt").unlink()
    words = ("questions", "import", folder, source, "--by", "王", "--into", tmp_path / "材料")
    command = CliRunner().invoke(main, [*map(str, words)]).output
    assert re.findall("<p>(.*?)</p>", told) == command.split("\n")[:-1] and "另有 1 个以前收过" in command


def test_what_is_no_reply_is_told_and_stays_in_the_form(client: Client, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    form = fields(client)
    other = reply(tmp_path / "回.zip", "散.txt", "散")
    for sent, why in (
        ({"reply": str(tmp_path / "空")}, "没有答复"),
        ({"reply": str(tmp_path / "无")}, "找不到"),
        ({"reply": "回.zip"}, "不是完整的路径"),
        ({"reply": str(other), "into": str(folder)}, "不能互相包含"),
        ({"reply": str(other)}, "没有答复"),
    ):
        status, page, _ = client.ask("POST", "/school/out/reply", form | sent)
        assert status == 422 and "没有收：" in page and why in page and f'value="{sent["reply"]}"' in page
    assert client.ask("POST", "/school/out/reply", form | {"csrf": "x"})[0] == 403
    assert read_log(folder).decisions == ()


def test_a_reply_is_looked_for_among_the_folders_and_files_of_the_machine(home: Path, folder: Path) -> None:
    reply(home / "回.zip")
    with front_door(door_of(home)) as desk:
        client = signed_in(desk)
        csrf = re.findall(r'name="csrf" value="([^"]*)"', client.ask("GET", "/home")[1])[0]
        client.ask("POST", "/home", {"csrf": csrf, "result": str(folder)})
        form = fields(client) | {"reply": str(home), "field": "reply"}
        status, _, headers = client.ask("POST", "/browse", form)
        assert status == 303 and "csrf" not in headers["location"]
        page = client.ask("GET", headers["location"])[1]
        link = re.findall(r'href="(/school/out/questions[^"]*)">回\.zip', page)[0].replace("&amp;", "&")
        assert f'name="reply" value="{home / "回.zip"}"' in client.ask("GET", link)[1]
        assert client.ask("POST", "/browse", form | {"csrf": "x"})[0] == 403
        assert client.ask("GET", "/folders?page=school/elsewhere/questions&field=reply")[0] == 404
