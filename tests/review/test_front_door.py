"""The front door: from a machine that knows nothing to an exported table of results, and what is refused there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.axe import faults
from tests.review.browser import PATIENCE, START, Client, Running, launched, window, write_one_poster
from tests.review.test_sweeping import signed_in
from verifier.review import Door, Memory, serve
from verifier.review.front.memory import Entry, Order, Outcome
from verifier.review.front.places import listing, look, usual_out
from verifier.review.front.run import Run, Step, Watch
from verifier.review.serving import make_server
from verifier.rules import load_rule_set

ROOT = Path(__file__).parents[2]
PLAN = "威海职业学院就业创业服务指导站2024年工作计划\n三月举办校园招聘会\n2024年1月5日\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of somebody who has never used the program; what it keeps stays there."""
    made = tmp_path / "home"
    made.mkdir()
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(made))
    return made


@pytest.fixture
def bundle(home: Path) -> Path:
    return write_bundle(home / "材料2024")


def write_bundle(folder: Path, many: int = 1) -> Path:
    for number in range(many):
        paper = folder / "1 基础工作" / f"计划{number or ''}.txt"
        paper.parent.mkdir(parents=True, exist_ok=True)
        paper.write_text(PLAN, encoding="utf-8")
    return folder


def door_of(home: Path) -> Door:
    return Door(Memory(home / "state" / "results.json"), home / "核验材料")


@contextmanager
def front_door(door: Door) -> Iterator[Running]:
    """The page behind a front door, served until the block ends."""
    ready = threading.Event()
    addresses: list[str] = []

    def announce(address: str) -> None:
        addresses.append(address)
        ready.set()

    server = make_server(None, 0, announce, door)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert ready.wait(PATIENCE)
        yield Running(addresses)
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        door.stop()


@pytest.fixture
def door(home: Path) -> Door:
    return door_of(home)


@pytest.fixture
def desk(door: Door) -> Iterator[Running]:
    with front_door(door) as served:
        yield served


@pytest.fixture
def client(desk: Running) -> Client:
    return signed_in(desk)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launched(playwright)
        yield opened
        opened.close()


def token(client: Client, path: str = "/home") -> str:
    found = re.search(r'name="csrf" value="([^"]*)"', client.ask("GET", path)[1])
    assert found is not None
    return found[1]


def post(client: Client, path: str, **form: str) -> tuple[int, str, str]:
    """Sends a form of the front door; status, page and where it leads."""
    status, text, headers = client.ask("POST", path, {"csrf": token(client)} | form)
    return status, text, headers.get("location", "")


def ended(client: Client) -> str:
    """The page of the check, once it has ended."""
    last = time.monotonic() + PATIENCE
    while "data-live" in (text := client.ask("GET", "/progress")[1]):
        assert time.monotonic() < last
        time.sleep(0.1)
    return text


# --- without a check: what is listed, remembered, refused


def test_it_begins_at_the_front_door_and_no_desk_is_open(client: Client) -> None:
    status, _, headers = client.ask("GET", "/")
    assert (status, headers["location"]) == (303, "/home")
    text = client.ask("GET", "/home")[1]
    assert "核验材料" in text and "还没有。核验过的结果会列在这里。" in text
    for path in ("/export", "/school/x/"):
        status, text, _ = client.ask("GET", path)
        assert status == 404 and "请先在首页打开一份" in text


@pytest.mark.parametrize("path", ["/home", "/folders?page=check&field=bundle&at=/", "/check?bundle=/", "/progress"])
def test_nothing_is_listed_without_a_session(desk: Running, path: str) -> None:
    status, text, headers = Client(desk.port).ask("GET", path)
    assert (status, "set-cookie" in headers, "etc" in text) == (403, False, False)


def test_the_desk_of_review_lists_no_folders(tmp_path: Path) -> None:
    from tests.review.browser import running

    write_one_poster(tmp_path / "school")
    with running(tmp_path / "school") as served:
        client = signed_in(served)
        for path in ("/home", "/folders?page=check&field=bundle&at=/", "/new"):
            assert client.ask("GET", path)[0] == 404
        assert 'href="/home"' not in client.ask("GET", "/school/school/")[1]


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_nothing_is_done_for_another_page(client: Client, bundle: Path, door: Door, origin: str) -> None:
    form = {"csrf": token(client), "bundle": str(bundle), "out": str(bundle.parent / "out"), "name": "x"}
    for path in ("/check", "/new", "/home", "/browse", "/end", "/stop"):
        assert client.ask("POST", path, form, origin=origin)[0] == 403
    upload = "/uploads/2024-12-01%20101112/a.txt"
    assert client.ask("PUT", upload, {}, origin=origin, x_csrf=form["csrf"])[0] == 403
    assert client.ask("GET", "/folders?page=check&field=bundle", origin=origin)[0] == 403
    assert door.run is None and door.memory.entries() == () and not door.uploads.exists()


@pytest.mark.parametrize("csrf", ["", "wrong"])
def test_nothing_is_done_without_the_pages_own_token(client: Client, bundle: Path, door: Door, csrf: str) -> None:
    form = {"csrf": csrf, "bundle": str(bundle), "out": str(bundle.parent / "out")}
    for path in ("/check", "/new", "/home", "/browse", "/end", "/stop"):
        assert client.ask("POST", path, form)[0] == 403
    assert client.ask("PUT", "/uploads/2024-12-01%20101112/a.txt", {}, x_csrf=csrf)[0] == 403
    assert door.run is None and not door.uploads.exists()


def test_a_dropped_file_is_copied_into_the_folder_that_the_page_names(client: Client, door: Door) -> None:
    page = client.ask("GET", "/home")[1]
    name = re.search(r'data-name="([^"]*)"', page)
    assert name is not None and str(door.uploads / name[1]) in page
    path = f"/uploads/{quote(name[1])}/{quote('材料/1 基础/计划?.txt', safe='/')}"
    assert client.ask("PUT", path, {"a": "1"}, x_csrf=token(client))[0] == 204
    copied = door.uploads / name[1] / "材料" / "1 基础"
    assert [each.name for each in copied.iterdir()] == ["计划_.txt"]
    assert (copied / "计划_.txt").read_text("utf-8") == "a=1"


@pytest.mark.parametrize(
    "path",
    [
        "2024-12-01%20101112/%2e%2e/%2e%2e/x",
        "2024-12-01%20101112/..%2f..%2fx",
        "%2e%2e/x",
        "x/y",
        "2024-12-01%20101112//x",
    ],
)
def test_no_dropped_file_leads_elsewhere(client: Client, door: Door, path: str) -> None:
    status = client.ask("PUT", f"/uploads/{path}", {}, x_csrf=token(client))[0]
    assert status in (400, 404) and not door.uploads.exists() and not (door.uploads.parent / "x").exists()


@pytest.mark.parametrize("id_", ["..%2f..%2fetc", "%2fetc%2fpasswd", "0123456789abcdef"])
def test_only_results_of_the_list_are_shown(client: Client, id_: str) -> None:
    assert client.ask("GET", f"/results/{id_}/report")[0] == 404
    assert client.ask("POST", f"/results/{id_}/open", {"csrf": token(client)})[0] == 404


def test_folders_are_listed_and_a_choice_leads_back_with_all_that_was_filled_in(client: Client, bundle: Path) -> None:
    (bundle.parent / ".hidden").mkdir()
    sent = {"bundle": str(bundle), "year": "2024", "field": "last_year", "page": "check"}
    at = post(client, "/browse", **sent)[2]
    assert "csrf" not in at
    page = client.ask("GET", at)[1]
    assert "材料2024" in page and ".hidden" not in page and "上一级" in page
    into = re.search(r'href="([^"]*)">材料2024<', page)
    assert into is not None
    chosen = client.ask("GET", into[1].replace("&amp;", "&"))[1]
    pick = re.search(r'class="button main" href="([^"]*)"', chosen)
    assert pick is not None
    form = client.ask("GET", pick[1].replace("&amp;", "&"))[1]
    assert (
        f'name="last_year" value="{bundle}"' in form
        and 'name="year" inputmode="numeric" maxlength="4" value="2024"' in form
    )


def test_what_cannot_be_listed_is_told(client: Client, home: Path) -> None:
    text = client.ask("GET", f"/folders?{urlencode({'page': 'check', 'field': 'bundle', 'at': home / 'no'})}")[1]
    assert "找不到" in text and "请检查路径" in text
    assert client.ask("GET", "/folders?page=//evil&field=bundle")[0] == 404
    shut = home / "shut"
    shut.mkdir()
    assert listing(shut / "gone", with_files=False).fault.startswith("这个文件夹打不开：")


def test_names_tell_the_year_the_school_and_whether_there_are_many(tmp_path: Path) -> None:
    rules = load_rule_set("weihai-2020")
    one = write_bundle(tmp_path / "威海职业学院2024")
    told = look(one, rules)
    assert (told.files, told.many, told.years, told.schools) == (1, False, (2024,), ("威海职业学院",))
    for name in ("威海职业学院", "哈尔滨工业大学（威海）"):
        write_bundle(tmp_path / "各校" / name)
    assert look(tmp_path / "各校", rules).many
    assert usual_out(one) == tmp_path / "威海职业学院2024 核验结果"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"out": ""}, "请写明结果放在哪个文件夹"),
        ({"out": "结果"}, "不是完整的路径"),
        ({"year": "24"}, "考核年度应是 2000 至 2100 之间的数"),
        ({"last_year": "/no/such"}, "找不到"),
    ],
)
def test_a_wrong_order_is_told_and_begins_nothing(
    client: Client, bundle: Path, door: Door, form: dict[str, str], told: str
) -> None:
    sent = {"bundle": str(bundle), "out": str(bundle.parent / "out"), "kind": "one"} | form
    status, text, _ = post(client, "/check", **sent)
    assert status == 422 and told in text and 'role="alert"' in text
    assert door.run is None and door.memory.entries() == ()


def test_a_single_file_and_an_empty_folder_are_told_before_anything_begins(
    client: Client, home: Path, bundle: Path, door: Door
) -> None:
    paper = bundle / "1 基础工作" / "计划.txt"
    status, text, _ = client.ask("GET", f"/check?{urlencode({'bundle': paper})}")
    assert status == 422 and "要选的是文件夹或压缩包" in text
    (home / "空").mkdir()
    status, text, _ = client.ask("GET", f"/check?{urlencode({'bundle': home / '空'})}")
    assert "里没有文件，不能核验" in text and '<button class="main" disabled>开始核验' in text
    for wrong in (paper, home / "空"):
        status, text, _ = post(client, "/check", bundle=str(wrong), out=str(home / "out"), kind="one")
        assert status == 422 and 'role="alert"' in text
    assert door.run is None and door.memory.entries() == ()


def test_only_archives_are_listed_beside_the_folders_of_a_bundle(client: Client, home: Path) -> None:
    for name in ("甲.zip", "乙.docx"):
        (home / name).touch()
    text = client.ask("GET", f"/folders?{urlencode({'page': 'check', 'field': 'bundle', 'at': home})}")[1]
    assert "甲.zip" in text and "乙.docx" not in text
    text = client.ask("GET", f"/folders?{urlencode({'page': 'check', 'field': 'last_year', 'at': home})}")[1]
    assert "乙.docx" in text


def test_earlier_results_are_remembered_opened_and_forgotten(client: Client, home: Path, door: Door) -> None:
    write_one_poster(home / "结果")
    assert post(client, "/home", result=f'"{home / "结果"}"')[0] == 303
    assert client.ask("GET", "/")[2]["location"].startswith("/school/")
    assert "首页" in client.ask("GET", f"/school/{quote('结果')}/")[1]
    (entry,) = Memory(home / "state" / "results.json").entries()
    assert entry.out == home / "结果" and entry.outcome.state == "done"
    if os.name != "nt":
        assert (home / "state" / "results.json").stat().st_mode & 0o777 == 0o600
    assert post(client, f"/results/{entry.id}/forget")[0] == 303
    assert door.memory.entries() == () and (home / "结果" / "result.json").is_file()
    status, text, _ = post(client, "/home", result=str(home / "state"))
    assert status == 422 and "里没有核验结果" in text


def test_a_list_that_cannot_be_read_is_an_empty_one(home: Path) -> None:
    memory = Memory(home / "state" / "results.json")
    memory.keep(
        Entry(home / "a", Order(home / "b", home / "a", year=2024, last_year=home / "c"), Outcome("failed", "满"), "时")
    )
    assert memory.entries()[0].order == Order(home / "b", home / "a", year=2024, last_year=home / "c")
    (home / "state" / "results.json").write_text("[{", encoding="utf-8")
    assert memory.entries() == ()


def test_a_page_of_another_desk_decides_nothing_here(client: Client, home: Path) -> None:
    for name in ("a", "b"):
        (home / name).mkdir()
        write_one_poster(home / name / "学校")
    post(client, "/home", result=str(home / "a"))
    stale = token(client, f"/school/{quote('学校')}/3.3")
    post(client, "/home", result=str(home / "b"))
    for path in ("/sweep", "/export", f"/school/{quote('学校')}/sweep"):
        assert client.ask("POST", path, {"csrf": stale, "kind": "accept"})[0] == 403
    assert not list(home.rglob("decisions.jsonl")) and not list(home.rglob("export"))


def test_an_empty_bundle_is_made(client: Client, home: Path) -> None:
    status, text, _ = post(client, "/new", name="新材料", year="2024", folder=str(home))
    assert status == 200 and "已新建" in text and (home / "新材料" / "填写说明.txt").is_file()
    assert "下一步" in text and 'name="folder"' not in text
    link = re.search(r'href="(/check\?[^"]*)"', text)
    assert link is not None and "核验“新材料”" in client.ask("GET", link[1].replace("&amp;", "&"))[1]
    assert "里已有文件" in post(client, "/new", name="新材料", year="", folder=str(home))[1]
    assert post(client, "/new", name="../x", folder=str(home))[0] == 422


def test_two_results_are_compared_on_a_page_that_can_do_nothing_else(client: Client, home: Path) -> None:
    for name in ("a", "b"):
        write_one_poster(home / name)
    status, text, headers = client.ask("GET", f"/comparison?{urlencode({'first': home / 'a', 'second': home / 'b'})}")
    assert status == 200 and "两份核验结果对比" in text
    assert (
        "sandbox" in headers["content-security-policy"] and "default-src 'none'" in headers["content-security-policy"]
    )
    status, text, _ = client.ask("GET", f"/comparison?{urlencode({'first': home / 'a', 'second': home})}")
    assert status == 422 and "请给出一所学校的结果文件夹" in text


def test_how_far_a_check_is_and_how_long_a_step_will_take() -> None:
    watch = Watch().after("bundle", "甲学院", 2, 5).after("start", "打开文件", 10).after("advance", 4)
    assert (watch.bundle, watch.number, watch.total) == ("甲学院", 2, 5)
    assert [(step.what, step.done, step.total) for step in watch.steps] == [("打开文件", 4, 10)]
    assert watch.left == ""
    assert Step("识别图片", 10, 4, 100.0).left(120.0) == 30.0
    assert watch.after("bundle", "乙学院", 3, 5).steps == ()


# --- with a check


def serving(home: Path, told: Connection) -> None:
    """A front door as the command serves it."""
    serve(None, 0, told.send, door_of(home))


@contextmanager
def door_process(home: Path) -> Iterator[tuple[int, Running]]:
    """A front door in a process of its own, which is killed in the end."""
    hears, tells = START.Pipe(duplex=False)
    process = START.Process(target=serving, args=(home, tells))
    process.start()
    tells.close()
    try:
        assert hears.poll(PATIENCE)
        yield process.pid or 0, Running([hears.recv()])
    finally:
        process.kill()
        process.join()


def order(client: Client, bundle: Path, **more: str) -> Path:
    """Begins a check; where its results go."""
    out = bundle.parent / "out"
    sent = {"bundle": str(bundle), "out": str(out), "kind": "one"} | more
    status, _, to = post(client, "/check", **sent)
    assert (status, to) == (303, "/progress")
    return out


@pytest.mark.slow
def test_a_check_ends_with_its_report_and_its_desk(client: Client, bundle: Path, door: Door) -> None:
    out = order(client, bundle)
    assert post(client, "/check", bundle=str(bundle), out=str(out / "2"))[0] == 422
    assert [entry.outcome.state for entry in door.memory.entries()] == ["begun"]
    text = ended(client)
    assert "核验完成" in text and "威海职业学院，2024年度：预填 " in text
    assert re.search(r'class="button main"[^>]*>看报告', text), "a school looks at its report first"
    (entry,) = door.memory.entries()
    assert entry.outcome.state == "done" and entry.has_report
    status, text, headers = client.ask("GET", f"/results/{entry.id}/report")
    assert status == 200 and "sandbox" in headers["content-security-policy"]
    assert post(client, f"/results/{entry.id}/open")[2] == "/"
    assert client.ask("GET", "/school/out/")[0] == 200 and client.ask("GET", "/school/out/report")[0] == 200


@pytest.mark.slow
def test_a_check_again_says_what_is_different_and_keeps_the_last_result(client: Client, bundle: Path) -> None:
    out = order(client, bundle)
    assert "比上次" not in ended(client)
    asked = client.ask("GET", f"/check?{urlencode({'bundle': bundle, 'out': out})}")[1]
    assert "这个文件夹里已有核验结果" in asked
    (bundle / "1 基础工作" / "计划.txt").write_text("威海职业学院2024年的一张便条", encoding="utf-8")
    order(client, bundle)
    text = ended(client)
    assert "比上次 −" in text and "新出现：" in text
    link = re.search(r'href="(/comparison[^"]*)"', text)
    assert link is not None and (out / "earlier" / "report.html").is_file()
    compared = client.ask("GET", link[1].replace("&amp;", "&"))[1]
    assert "两份核验结果对比" in compared and "新出现" in compared
    order(client, bundle)
    assert "总分与上次相同" in ended(client) and "与上次结果逐项比较" in client.ask("GET", "/progress")[1]


@pytest.mark.slow
def test_one_school_checked_as_many_is_told_before_any_points(client: Client, home: Path) -> None:
    bundle = home / "威海职业学院"
    for name in ("1.1 组织机构", "2.1 日常工作", "3.1 微信推送"):
        write_bundle(bundle / name)
    order(client, bundle, kind="many")
    text = ended(client)
    assert "3 份材料，核验成功 3 份" in text and "像是一所学校的各项材料" in text
    assert "像是一所学校的各项材料" in client.ask("GET", "/home")[1]


@pytest.mark.slow
def test_a_check_of_many_names_their_points_and_leads_to_the_page_on_all(client: Client, home: Path) -> None:
    for name in ("威海职业学院", "威海海洋职业学院"):
        write_bundle(home / "各校" / name)
    order(client, home / "各校", kind="many")
    text = ended(client)
    assert "威海海洋职业学院：" in text and text.count("：预填 ") == 2
    link = re.search(r'class="button main" href="(/results/\w+/overview/)"', text)
    assert link is not None and link[1] in client.ask("GET", "/home")[1]
    status, page, headers = client.ask("GET", link[1])
    assert status == 200 and "sandbox" in headers["content-security-policy"]
    assert '<span id="sorts" hidden>' in page, "no script runs on a page of the front door"
    to_report = re.search(r'href="([^"]*report\.html)"', page)
    assert to_report is not None and client.ask("GET", f"{link[1]}{to_report[1]}")[0] == 200
    assert client.ask("GET", f"{link[1]}summary.xlsx")[0] == 200
    for other in ("..%2f材料2024", "export", "no"):
        assert client.ask("GET", f"{link[1]}{quote(other, safe='%')}/report.html")[0] == 404


@pytest.mark.slow
def test_as_people_start_it_a_check_runs_a_second_start_leads_back_and_the_page_ends_it(
    home: Path, bundle: Path
) -> None:
    hidden = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "verifier", "desk"]
    begun = subprocess.Popen(command, env=hidden, cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8")
    assert begun.stderr is not None
    try:
        first = begun.stderr.readline()
        assert (
            "网页已经在本机打开"
            in subprocess.run(
                command, env=hidden, cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8", check=True
            ).stderr
        )
        client = signed_in(Running([line[line.index("http") :].strip() for line in (first, begun.stderr.readline())]))
        order(client, bundle)
        assert "核验完成" in ended(client)
        assert post(client, "/end")[0] == 200
        assert begun.wait(PATIENCE) == 0
    finally:
        begun.kill()
        begun.communicate()


@pytest.mark.slow
def test_what_a_check_refuses_is_told(client: Client, bundle: Path) -> None:
    order(client, bundle, out=str(bundle / "in it"))
    assert "输出文件夹不能放在材料文件夹里面" in ended(client)


@pytest.mark.slow
def test_a_check_is_stopped_and_gone_on_with(client: Client, home: Path, door: Door) -> None:
    out = order(client, write_bundle(home / "很多材料", 300))
    assert post(client, "/stop")[2] == "/progress"
    text = client.ask("GET", "/progress")[1]
    assert "已停下" in text and "继续" in text
    assert not out.exists() or not list(out.iterdir())
    (entry,) = door.memory.entries()
    assert entry.outcome.state == "stopped"
    assert post(client, f"/results/{entry.id}/go-on")[2] == "/progress"
    assert "核验完成" in ended(client)
    assert (out / "result.json").is_file() and not list(out.glob(".*"))


@pytest.mark.slow
def test_a_desk_killed_while_it_checks_loses_nothing_that_it_acknowledged(home: Path) -> None:
    bundle = write_bundle(home / "很多材料", 300)
    write_one_poster(home / "以前")
    with door_process(home) as (_, served):
        client = signed_in(served)
        post(client, "/home", result=str(home / "以前"))
        out = order(client, bundle)
        assert "正在核验" in client.ask("GET", "/progress")[1]
    with door_process(home) as (_, served):
        client = signed_in(served)
        text = client.ask("GET", "/home")[1]
        assert "没有做完" in text and "以前" in text
        gone_on = re.search(r'action="(/results/\w+/go-on)"', text)
        assert gone_on is not None
        last = time.monotonic() + PATIENCE
        while (out / ".running.lock").exists() and time.monotonic() < last:  # it ends by itself, without its desk
            time.sleep(0.1)
        assert not (out / "result.json").exists()
        assert post(client, gone_on[1])[2] == "/progress"
        assert "核验完成" in ended(client)
    assert json.loads((out / "result.json").read_text("utf-8"))["school"]["name"] == "威海职业学院"
    assert not list(out.glob(".*"))


def walk_to(page: Page, words: str) -> None:
    """With the Tab key alone, to what says so."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if words in page.evaluate(
            "(e => e.ariaLabel || e.labels?.[0]?.innerText || e.innerText || '')(document.activeElement)"
        ):
            return
    raise AssertionError(f"no way to {words}")


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1366, 1920])
def test_from_an_empty_machine_to_the_table_of_results_by_keyboard(
    browser: Browser, desk: Running, home: Path, width: int
) -> None:
    school = write_bundle(home / "各校材料" / "威海职业学院").parent
    write_bundle(school / "威海海洋职业学院")
    context = browser.new_context(viewport={"width": width, "height": 900})
    watched = window(context, desk)
    page, shown = watched.page, 0

    def look_at(title: str) -> None:
        nonlocal shown
        page.get_by_role("heading", level=1, name=title).wait_for()
        assert (title, faults(page)) == (title, [])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{title} is wider than the screen"
        shown += 1
        if folder := os.environ.get("VERIFIER_PICTURES"):
            page.screenshot(path=Path(folder) / f"{shown:02}-{width}.png", full_page=True)

    page.goto(desk.addresses[-1])
    look_at("指导站材料核验")
    walk_to(page, "浏览")
    page.keyboard.press("Enter")
    look_at("选择材料文件夹或压缩包")
    walk_to(page, "各校材料")
    page.keyboard.press("Enter")
    page.get_by_text(str(school)).wait_for()
    walk_to(page, "就选这个文件夹")
    page.keyboard.press("Enter")
    look_at("核验“各校材料”")
    assert page.get_by_label("各校的材料").is_checked()
    page.get_by_label("考核年度").focus()
    page.keyboard.type("2024")
    page.keyboard.press("Enter")
    look_at("正在核验“各校材料”")
    page.get_by_role("heading", level=1, name="核验完成").wait_for(timeout=PATIENCE * 1000)
    look_at("核验完成")
    walk_to(page, "打开审核")
    page.keyboard.press("Enter")
    look_at("各校审核情况")
    walk_to(page, "导出各校表格和公示表")
    page.keyboard.press("Enter")
    look_at("导出各校表格和公示表")
    walk_to(page, "写出全部表格")
    page.keyboard.press("Enter")
    page.get_by_text("表格已写出").wait_for()
    assert (home / "各校材料 核验结果" / "export" / "results.docx").is_file()
    page.goto(f"{desk.home}/home")
    look_at("指导站材料核验")
    for path, title in (("new", "新建空白材料包"), ("compare", "比较两次结果")):
        page.goto(f"{desk.home}/{path}")
        look_at(title)
    assert watched.outside == [] and watched.said == []
    context.close()


@pytest.mark.slow
def test_a_folder_is_chosen_on_the_page_and_copied(browser: Browser, desk: Running, bundle: Path, door: Door) -> None:
    context = browser.new_context()
    page = window(context, desk).page
    page.goto(desk.addresses[-1])
    page.locator("#drop input").first.set_input_files(str(bundle))
    page.get_by_role("heading", level=1, name="核验“材料2024”").wait_for()
    (copied,) = door.uploads.rglob("计划.txt")
    assert copied.read_text("utf-8") == PLAN
    context.close()


def test_what_is_no_archive_is_not_copied_as_one(browser: Browser, desk: Running, home: Path, door: Door) -> None:
    (home / "表.docx").write_bytes(b"x")
    context = browser.new_context()
    page = window(context, desk).page
    page.goto(desk.addresses[-1])
    page.locator("#drop input").last.set_input_files(str(home / "表.docx"))
    page.get_by_text("“表.docx”不是压缩包，没有复制").wait_for()
    assert not door.uploads.exists()
    context.close()


def test_the_program_is_ended_on_the_page(door: Door) -> None:
    with front_door(door) as served:
        client = signed_in(served)
        assert "程序已结束" in post(client, "/end")[1]
        last = time.monotonic() + PATIENCE
        while any(each.name.startswith("Thread") and "run" in each.name for each in threading.enumerate()):
            assert time.monotonic() < last
            time.sleep(0.05)


def test_the_program_is_not_ended_in_the_middle_of_a_check_without_a_question(client: Client, door: Door) -> None:
    ends: list[bool] = []
    at_work = SimpleNamespace(is_on=True, order=Order(Path("/材料"), Path("/结果")), stop=lambda: None)
    door.run, door.end = cast(Run, at_work), lambda: ends.append(True)
    text = post(client, "/end")[1]
    assert "要结束程序吗" in text and not ends
    text = post(client, "/end", sure="1")[1]
    assert "程序已结束" in text and ends and not re.search(r'href="/(home|progress)?"', text)


def test_what_is_needed_to_begin_is_seen_at_once(browser: Browser, desk: Running, bundle: Path) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = window(context, desk).page
    page.goto(desk.addresses[-1])
    assert page.title() == "首页 · 指导站材料核验"
    (bundle.parent / "材料2024 核验结果").mkdir()
    write_one_poster(bundle.parent / "材料2024 核验结果" / "x")
    (bundle.parent / "材料2024 核验结果" / "x" / "result.json").rename(
        bundle.parent / "材料2024 核验结果" / "result.json"
    )
    page.goto(f"{desk.home}/check?{urlencode({'bundle': bundle})}")
    page.get_by_text("这个文件夹里已有核验结果").wait_for()
    box = page.get_by_role("button", name="开始核验").bounding_box()
    assert box is not None and box["y"] + box["height"] < 768
    assert not page.get_by_label("主管部门数据").first.is_visible()
    page.goto(f"{desk.home}/check?{urlencode({'bundle': bundle, 'bureau_data': '/x'})}")
    assert page.get_by_label("主管部门数据").first.is_visible()
    context.close()


def test_who_takes_the_entrance_away_gets_a_new_one(home: Path) -> None:
    door = door_of(home)
    door.entrance = home / "desk.html"
    door.entrance.touch()
    with front_door(door) as served:
        assert len(served.addresses) == 1
        door.entrance.unlink()
        last = time.monotonic() + PATIENCE
        while len(served.addresses) < 2 and time.monotonic() < last:
            time.sleep(0.05)
        assert len(served.addresses) >= 2
