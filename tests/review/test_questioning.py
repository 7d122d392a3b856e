"""The page of questions: what became of each, what a reviewer says of one, and the zip for the school."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.review.browser import Client, running, write_one_poster
from verifier.decisions import read_log
from verifier.model import question_number
from verifier.verifying import verified

LACK = question_number("1.7", "no-evidence")
PAGE = "/school/out/questions"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_one_poster(tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    with running(folder) as desk:
        client = Client(desk.port)
        client.ask("GET", f"/?{urlsplit(desk.addresses[-1]).query}")
        client.cookies["verifier-reviewer"] = "%E7%8E%8B"
        yield client


def form(client: Client, **more: str) -> dict[str, str]:
    page = client.ask("GET", PAGE)[1]
    found = {name: re.search(rf'name="{name}" value="([^"]*)"', page) for name in ("csrf", "head")}
    return {name: match[1] for name, match in found.items() if match} | {"number": LACK} | more


def row(client: Client, query: str = "") -> str:
    page = client.ask("GET", PAGE + query)[1]
    return next((each for each in page.split("<tr ") if each.startswith(f'id="{LACK}"')), "")


def test_every_question_stands_there_with_its_number_and_state(client: Client) -> None:
    assert 'badge gap">未提出' in row(client) and "没有找到" in row(client)
    assert row(client, "?state=settled") == "" and row(client, "?state=open")
    assert f'href="/school/out/questions#{LACK}"' in client.ask("GET", "/school/out/1.7")[1]


def test_a_reviewer_says_what_became_of_a_question_in_the_log(client: Client, folder: Path) -> None:
    old = form(client)
    told = old | {"kind": "given-up", "reason": "不计分，电话13800001234"}
    assert client.ask("POST", PAGE, told)[2]["location"] == PAGE
    assert "不再追问" in row(client) and "不计分，电话138****1234" in row(client)
    assert [(each.kind, each.target, each.reviewer) for each in read_log(folder).decisions] == [
        ("given-up", LACK, "王")
    ]
    status, page, _ = client.ask("POST", PAGE, old | {"kind": "settled", "reason": "已补"})
    assert status == 409 and "刚刚由王改过" in page and len(read_log(folder).decisions) == 1
    for more, why in (
        ({"kind": "settled"}, "请写明"),
        ({"kind": "exclude"}, "没有这个问题"),
        ({"number": "x"}, "没有这个"),
    ):
        assert why in client.ask("POST", PAGE, form(client, **{"kind": "settled", "reason": ""} | more))[1]
    assert "问题不再追问：编号" in client.ask("GET", "/school/out/history")[1]
    assert client.ask("POST", PAGE, told | {"csrf": "x"})[0] == 403
    assert not any(each.is_changed for each in verified(folder))


def test_what_the_school_is_asked_is_written_and_handed_out(client: Client, folder: Path) -> None:
    assert client.ask("GET", "/school/out/export/questions.zip")[0] == 404
    assert client.ask("POST", PAGE, form(client, kind="write"))[0] == 303
    assert 'badge review">已提出' in row(client)
    content = (folder / "export" / "questions.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert any(name.endswith(f"/{LACK}/") for name in archive.namelist())
    assert client.ask("GET", "/school/out/export/questions.zip")[0] == 200
    assert "给学校的问题和答复表" in client.ask("GET", "/school/out/export")[1]
    assert not any(each.is_changed for each in verified(folder))
