"""What is refused: no token, a foreign host or origin, forms of other pages, files outside the folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from tests.review.browser import Client, Running, running, write_one_poster
from verifier.cli import main
from verifier.decisions import read_log
from verifier.errors import UsageError
from verifier.model import question_number
from verifier.review import open_desk
from verifier.review.guard import SESSION_LASTS, TOKEN_LASTS, Keys


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder with one poster, and something beside it that is nobody's business."""
    made = tmp_path / "学校 100%"
    write_one_poster(made)
    (made / "secret.txt").write_text("secret", encoding="utf-8")
    return made


@pytest.fixture
def desk(folder: Path) -> Iterator[Running]:
    with running(folder) as desk:
        yield desk


@pytest.fixture
def client(desk: Running) -> Client:
    """A client that is signed in and has a name."""
    client = Client(desk.port)
    address = urlsplit(desk.addresses[-1])
    assert client.ask("GET", f"/?{address.query}")[0] == 303
    client.cookies["verifier-reviewer"] = "%E7%8E%8B"
    return client


SCHOOL = "/school/%E5%AD%A6%E6%A0%A1%20100%25"


def form_of(client: Client, cell: str = "3.3") -> dict[str, str]:
    """The hidden fields of the form that accepts a cell."""
    page = client.ask("GET", f"{SCHOOL}/{cell}")[1]
    form = page[page.index('name="kind" value="accept"') - 200 :]
    found = {name: re.search(rf'name="{name}" value="([^"]*)"', form) for name in ("csrf", "result", "head")}
    return {"kind": "accept"} | {name: match[1] for name, match in found.items() if match}


@pytest.mark.parametrize(
    "path", ["/", f"{SCHOOL}/", f"{SCHOOL}/3.3", "/static/review.css", "/nothing", "/?token=wrong"]
)
def test_nothing_is_answered_without_the_token(desk: Running, path: str) -> None:
    status, text, headers = Client(desk.port).ask("GET", path)
    assert (status, "set-cookie" in headers) == (403, False)
    assert "命令行" in text and "secret" not in text


def test_the_token_opens_once_and_the_cookie_is_strict(desk: Running) -> None:
    query = urlsplit(desk.addresses[-1]).query
    status, _, headers = Client(desk.port).ask("GET", f"/?{query}")
    assert status == 303
    assert "httponly" in headers["set-cookie"].lower() and "samesite=strict" in headers["set-cookie"].lower()
    assert Client(desk.port).ask("GET", f"/?{query}")[0] == 403
    assert len(desk.addresses) == 2 and desk.addresses[0] != desk.addresses[1]


def test_a_look_whether_there_is_a_page_uses_no_token(desk: Running) -> None:
    query = urlsplit(desk.addresses[-1]).query
    assert Client(desk.port).ask("HEAD", f"/?{query}")[0] == 403
    assert Client(desk.port).ask("GET", f"/?{query}")[0] == 303


def test_a_browser_that_comes_from_a_file_is_led_on_by_a_page(desk: Running) -> None:
    query = urlsplit(desk.addresses[-1]).query
    status, text, headers = Client(desk.port).ask("GET", f"/?{query}", **{"sec-fetch-site": "cross-site"})
    assert (status, "set-cookie" in headers) == (200, True)
    assert 'http-equiv="refresh" content="0; url=/"' in text


def test_a_token_lapses_and_the_next_is_told() -> None:
    now: list[float] = [0.0]
    told: list[str] = []
    keys = Keys(announce=told.append, clock=lambda: now[0])
    token = keys.renew()
    now[0] = TOKEN_LASTS + 1
    assert keys.exchange(token) is None
    assert len(told) == 2 and keys.exchange(told[-1])


def test_a_session_ends_when_nobody_was_there_for_long() -> None:
    now: list[float] = [0.0]
    keys = Keys(clock=lambda: now[0])
    session = keys.exchange(keys.renew()) or ""
    for _ in range(3):
        now[0] += SESSION_LASTS - 1
        assert keys.csrf_of(session)
    now[0] += SESSION_LASTS + 1
    assert keys.csrf_of(session) is None
    assert keys.sessions == {}


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}", ""]
)
def test_a_foreign_host_is_refused(client: Client, host: str) -> None:
    assert client.ask("GET", f"{SCHOOL}/", host=host.format(port=client.port))[0] in (400, 403)


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null", "http://localhost"])
def test_a_foreign_origin_is_refused(client: Client, folder: Path, origin: str) -> None:
    form = form_of(client)
    assert client.ask("GET", f"{SCHOOL}/", origin=origin)[0] == 403
    assert client.ask("POST", f"{SCHOOL}/3.3/decide", form, origin=origin)[0] == 403
    assert read_log(folder).decisions == ()


@pytest.mark.parametrize("csrf", ["", "wrong"])
def test_a_form_without_the_pages_own_token_is_refused(client: Client, folder: Path, csrf: str) -> None:
    for path in (f"{SCHOOL}/3.3/decide", f"{SCHOOL}/export", f"{SCHOOL}/set-aside", "/reviewer"):
        assert client.ask("POST", path, form_of(client) | {"csrf": csrf})[0] == 403
    assert read_log(folder).decisions == () and not (folder / "export").exists()


def test_the_same_form_with_all_in_order_is_saved(client: Client, folder: Path) -> None:
    origin = f"http://127.0.0.1:{client.port}"
    assert client.ask("POST", f"{SCHOOL}/3.3/decide", form_of(client), origin=origin)[0] == 303
    assert [(each.kind, each.reviewer, each.points) for each in read_log(folder).decisions] == [("accept", "王", 20)]


@pytest.mark.parametrize("goal", ["3.3", "the list"])
def test_the_pages_own_script_gets_the_next_page_at_once_and_it_is_the_one_at_its_address(
    client: Client, folder: Path, goal: str
) -> None:
    form = form_of(client) | ({"kind": "ask", "reason": "请补充原图"} if goal == "3.3" else {})
    cells = [each["id"] for each in json.loads((folder / "result.json").read_text(encoding="utf-8"))["indicators"]]
    if goal == "the list":
        for cell in cells:
            given = form_of(client, cell) | {"kind": "points", "points": "0", "reason": "未提交"}
            assert cell == "3.3" or client.ask("POST", f"{SCHOOL}/{cell}/decide", given)[0] == 303
        form = form_of(client)
    status, shown, headers = client.ask("POST", f"{SCHOOL}/3.3/decide", form, Sec_Fetch_Dest="empty")
    assert status == 200
    address = headers["content-location"]
    assert address.partition("?")[0] == (f"{SCHOOL}/3.3" if goal == "3.3" else f"{SCHOOL}/")
    assert client.ask("GET", address)[1] == shown
    assert read_log(folder).decisions[-1].kind == form["kind"]


@pytest.mark.parametrize(
    "name",
    [
        "../result.json",
        "..%2fresult.json",
        "%2e%2e/result.json",
        "%2e%2e%2fresult.json",
        "..%5cresult.json",
        "%2fetc%2fpasswd",
        "/etc/passwd",
        "C:%5cWindows%5cwin.ini",
        "index.json",
        "....//secret.txt",
        "%00.jpg",
        "..;/secret.txt",
    ],
)
@pytest.mark.parametrize("base", [f"{SCHOOL}/pages/", f"{SCHOOL}/export/", "/static/", f"{SCHOOL}/", "/school/"])
def test_no_path_leads_to_other_files(client: Client, base: str, name: str) -> None:
    status, text, _ = client.ask("GET", base + name)
    assert status in (303, 307, 400, 403, 404)
    assert not any(word in text for word in ("secret", "root:", "verifier/result", "[fonts]"))


def test_a_picture_of_the_folder_is_served_and_every_answer_says_what_may_load(client: Client, folder: Path) -> None:
    name = next((folder / "pages").glob("*.jpg")).name
    status, _, headers = client.ask("GET", f"{SCHOOL}/pages/{name}")
    assert (status, headers["content-type"]) == (200, "image/jpeg")
    page = client.ask("GET", f"{SCHOOL}/3.3")[2]
    assert page["content-security-policy"].startswith("default-src 'self'")
    assert (page["x-content-type-options"], page["cache-control"]) == ("nosniff", "no-store")


def test_a_linked_picture_is_not_served(client: Client, folder: Path) -> None:
    picture = next((folder / "pages").glob("*.jpg"))
    picture.unlink()
    picture.symlink_to(folder / "secret.txt")
    (folder / "pages" / "index.json").touch()
    assert client.ask("GET", f"{SCHOOL}/pages/{picture.name}")[0] == 404


@pytest.mark.parametrize("goal", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_after_the_name_nobody_is_sent_elsewhere(client: Client, goal: str) -> None:
    form = {"csrf": form_of(client)["csrf"], "name": "李", "next": goal}
    assert client.ask("POST", "/reviewer", form)[2]["location"] == "/"


def test_a_question_is_looked_for_by_its_number(client: Client) -> None:
    page = client.ask("GET", f"{SCHOOL}/?q={question_number('1.7', 'no-evidence')}")[1]
    cells = set(re.findall(rf'href="{SCHOOL}/(\d\.\d)', page))
    assert cells == {"1.7"}


def test_words_of_the_papers_and_of_reviewers_are_text_and_no_markup(client: Client) -> None:
    client.cookies["verifier-reviewer"] = "%3Cscript%3Ealert(1)%3C/script%3E"
    form = form_of(client) | {"kind": "ask", "reason": "<img src=x onerror=alert(2)>"}
    client.ask("POST", f"{SCHOOL}/3.3/decide", form)
    page = client.ask("GET", f"{SCHOOL}/3.3?q=%22%3E%3Cb%3E")[1]
    assert "<script>alert" not in page and "<img src=x" not in page and '"><b>' not in page


@pytest.mark.parametrize(
    ("method", "path", "status", "told", "back"),
    [
        ("GET", "/nothing", 404, "没有这个页面。", "/"),
        ("GET", "/school/none/", 404, "没有这所学校的结果。", "/"),
        ("GET", f"{SCHOOL}/9.9", 404, "没有这项指标。", f"{SCHOOL}/"),
        ("GET", f"{SCHOOL}/export/annex2.docx", 404, "请先导出", f"{SCHOOL}/"),
        ("GET", f"{SCHOOL}/set-aside", 404, "没有这项指标。", f"{SCHOOL}/"),
        ("GET", f"{SCHOOL}/3.3/decide", 405, "不能直接打开", f"{SCHOOL}/"),
        ("POST", f"{SCHOOL}/3.3/decide", 403, "页面已过期", f"{SCHOOL}/"),
    ],
)
def test_a_page_that_cannot_be_shown_says_why_and_leads_back(
    client: Client, method: str, path: str, status: int, told: str, back: str
) -> None:
    answer = client.ask(method, path, {} if method == "POST" else None)
    assert answer[0] == status and told in answer[1]
    assert is_a_page(answer[1]) and f'<a href="{back}">' in answer[1]


def is_a_page(text: str) -> bool:
    return '<html lang="zh-CN">' in text and "<title>无法打开 · 审核</title>" in text


def test_who_is_not_let_in_gets_a_page_without_a_way_on(desk: Running) -> None:
    text = Client(desk.port).ask("GET", f"{SCHOOL}/")[1]
    assert is_a_page(text) and "<a " not in text


def test_a_result_that_is_damaged_meanwhile_is_told_without_where_it_lies(client: Client, folder: Path) -> None:
    (folder / "result.json").write_text("{", encoding="utf-8")
    status, text, headers = client.ask("GET", f"{SCHOOL}/")
    assert (status, "“学校 100%”的核验结果读不出来" in text, '<a href="/">' in text) == (500, True, True)
    assert is_a_page(text) and str(folder.parent) not in text and "content-security-policy" in headers


def test_an_export_that_cannot_be_written_names_no_folder_above_the_school(client: Client, folder: Path) -> None:
    (folder / "export").write_text("in the way", encoding="utf-8")
    status, text, _ = client.ask("POST", f"{SCHOOL}/export", {"csrf": form_of(client)["csrf"]})
    assert status == 500 and is_a_page(text)
    assert "写出结果：同名的文件已经在那里" in text and folder.name in text and str(folder.parent) not in text


def test_a_crash_is_a_page_with_the_headers_of_every_answer(
    client: Client, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError(f"something about {folder}")

    monkeypatch.setattr("verifier.review.views.papers", crash)
    status, text, headers = client.ask("GET", f"{SCHOOL}/3.3")
    assert (status, "程序出错（RuntimeError）" in text) == (500, True)
    assert is_a_page(text) and f'<a href="{SCHOOL}/">' in text and str(folder) not in text
    assert headers["content-security-policy"].startswith("default-src 'self'")


def test_a_folder_without_results_is_told_in_one_sentence(tmp_path: Path) -> None:
    for path, word in ((tmp_path / "nothing", "找不到文件夹"), (tmp_path, "没有核验结果")):
        done = CliRunner().invoke(main, ["review", str(path)])
        assert (done.exit_code, word in done.output) == (2, True)


def test_a_result_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "evidence.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="重新核验"):
        next(iter(open_desk(folder).schools.values())).open()
