"""One action for many cells: without a question, without papers, decided on what is different now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.review.browser import Client, Running, running, write_one_poster
from verifier.decisions import read_log
from verifier.model import Decision
from verifier.review import open_desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two schools, in each of which two cells are without a question, and a poster is one more."""
    for name in ("a", "b"):
        write_one_poster(tmp_path / name)
        changed(tmp_path / name, "1.1", status="ready")
        changed(tmp_path / name, "1.2", status="ready")
    return tmp_path


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    with running(folder) as desk:
        yield signed_in(desk)


def signed_in(desk: Running) -> Client:
    client = Client(desk.port)
    assert client.ask("GET", f"/?{urlsplit(desk.addresses[-1]).query}")[0] == 303
    client.cookies["verifier-reviewer"] = "%E7%8E%8B"
    return client


def changed(folder: Path, cell: str, **values: Any) -> None:
    result = json.loads((folder / "result.json").read_text("utf-8"))
    next(each for each in result["indicators"] if each["id"] == cell).update(values)
    (folder / "result.json").write_text(json.dumps(result, ensure_ascii=False), "utf-8")


def without_evidence(folder: Path, cell: str) -> None:
    taken = json.loads((folder / "evidence.json").read_text("utf-8"))
    taken["cells"][cell]["evidence"] = []
    (folder / "evidence.json").write_text(json.dumps(taken, ensure_ascii=False), "utf-8")


def press(client: Client, page: str, words: str) -> tuple[int, str]:
    """Sends the form of a page whose button says so, or of the list that its link leads to, and confirms it; the status
    and the page that follows."""
    text = client.ask("GET", page)[1]
    link = re.search(rf'<a class="button" href="([^"]*)">{re.escape(words)}', text)
    if link is not None:
        return press(client, link[1], "确认，记录")
    form = next(form for form in re.findall(r"<form.*?</form>", text, re.S) if words in form)
    action = re.search(r'action="([^"]*)"', form)
    assert action is not None
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    status, _, headers = client.ask("POST", action[1], fields)
    return status, client.ask("GET", headers["location"])[1]


def decided(folder: Path) -> list[tuple[str, str, float]]:
    return [(each.kind, each.indicator, float(each.points or 0)) for each in made(folder)]


def made(folder: Path) -> tuple[Decision, ...]:
    return read_log(folder).decisions


def test_all_cells_without_a_question_are_taken_at_once_each_by_its_own_line(client: Client, folder: Path) -> None:
    status, text = press(client, "/school/a/", "采用全部无疑问的指标（3 项）")
    assert status == 303 and "已记录 3 项决定" in text
    assert "采用全部无疑问的指标" not in client.ask("GET", "/school/a/")[1]
    assert decided(folder / "a") == [("accept", "1.1", 0), ("accept", "1.2", 0), ("accept", "3.3", 20)]
    assert made(folder / "b") == ()


def test_those_of_all_schools_are_taken_at_once(client: Client, folder: Path) -> None:
    press(client, "/school/a/", "采用全部无疑问的指标")
    status, text = press(client, "/", "采用各校全部无疑问的指标（3 项）")
    assert status == 303 and "已记录 3 项决定" in text
    assert decided(folder / "a") == decided(folder / "b")


def test_stale_decisions_are_told_in_the_list_and_made_again_at_once(client: Client, folder: Path) -> None:
    press(client, "/", "采用各校全部无疑问的指标（6 项）")
    changed(folder / "a", "1.1", requirement="改了")
    changed(folder / "b", "3.3", requirement="改了")
    without_evidence(folder / "b", "3.3")
    text = client.ask("GET", "/")[1]
    assert text.count("旧决定 1 项") == 2
    status, text = press(client, "/", "重新采用各校全部旧决定（2 项）")
    assert status == 303 and "已记录 1 项决定" in text and "另有 1 项没有采用" in text
    assert len(made(folder / "a")) == 4 and len(made(folder / "b")) == 3
    assert made(folder / "a")[0].seen != made(folder / "a")[3].seen


def test_a_cell_that_somebody_looked_at_is_not_taken_in_passing(client: Client, folder: Path) -> None:
    text = client.ask("GET", "/school/a/1.1")[1]
    fields = dict(re.findall(r'name="(csrf|result|head)" value="([^"]*)"', text))
    client.ask("POST", "/school/a/1.1/decide", {**fields, "kind": "ask", "reason": "请补充合同"})
    press(client, "/school/a/", "采用全部无疑问的指标（2 项）")
    assert [each.indicator for each in made(folder / "a") if each.kind == "accept"] == ["1.2", "3.3"]


def test_a_form_from_elsewhere_takes_nothing(client: Client, folder: Path) -> None:
    assert client.ask("POST", "/sweep", {"kind": "accept", "csrf": "x"})[0] == 403
    assert made(folder / "a") == ()


def test_what_a_damaged_log_keeps_from_being_saved_is_told_as_that(client: Client, folder: Path) -> None:
    press(client, "/school/a/", "采用全部无疑问的指标（3 项）")
    (folder / "a/decisions.jsonl").unlink()
    status, text = press(client, "/", "采用各校全部无疑问的指标（6 项）")
    assert status == 303 and "已记录 3 项决定" in text
    assert "3 项没有保存：审核记录写不进去或不完整" in text and "分数与当时不同" not in text


def test_nothing_is_decided_before_the_list_of_it_is_confirmed(client: Client, folder: Path) -> None:
    text = client.ask("GET", "/sweep?kind=accept")[1]
    assert text.count("采用20分") == 2 and text.count("采用0分") == 4 and "确认，记录 6 项决定" in text
    assert made(folder / "a") == made(folder / "b") == ()


def test_what_is_not_as_it_was_listed_is_listed_again_and_not_decided(client: Client, folder: Path) -> None:
    text = client.ask("GET", "/school/a/sweep?kind=accept")[1]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', text))
    changed(folder / "a", "1.1", status="gap")
    status, text, _ = client.ask("POST", "/school/a/sweep?kind=accept", fields)
    assert status == 409 and "清单刚刚有变化" in text and "记录 2 项决定" in text
    assert made(folder / "a") == ()


def test_what_was_decided_at_once_is_undone_at_once(client: Client, folder: Path) -> None:
    _, text = press(client, "/", "采用各校全部无疑问的指标（6 项）")
    assert text.count("有效</td>") == 6
    page = client.ask("GET", "/school/a/1.1")[1]
    fields = dict(re.findall(r'name="(csrf|result|head)" value="([^"]*)"', page))
    client.ask("POST", "/school/a/1.1/decide", {**fields, "kind": "points", "points": "5", "reason": "看过"})
    lot = made(folder / "a")[0].lot
    assert lot and {each.lot for each in (*made(folder / "a")[:3], *made(folder / "b"))} == {lot}
    status, text = press(client, f"/sweep?lot={lot}", "整批撤销（6 项）")
    assert status == 303 and "已撤销 6 项决定" in text and "整批撤销（" not in text
    outlines = [open_desk(folder).schools[name].outline() for name in ("a", "b")]
    assert [each.decided for each in outlines] == [1, 0], "what was decided since stays"


def test_cells_for_which_nothing_was_sent_get_nothing_at_once(client: Client, folder: Path) -> None:
    cells = open_desk(folder).schools["a"].open().without_papers
    assert "3.3" not in cells and "4.2" not in cells and "1.1" not in cells and len(cells) > 15
    _, text = press(client, "/school/a/", "没有材料的指标全部记0分")
    assert f"已记录 {len(cells)} 项决定" in text
    assert decided(folder / "a") == [("accept", cell, 0) for cell in cells] and made(folder / "b") == ()
    assert "没有材料的指标全部记0分" not in client.ask("GET", "/school/a/")[1]
    press(client, "/", "各校没有材料的指标全部记0分")
    assert [each.indicator for each in made(folder / "b")] == list(cells)


def test_old_decisions_are_listed_with_what_they_said_and_what_is_counted_now(client: Client, folder: Path) -> None:
    press(client, "/", "采用各校全部无疑问的指标（6 项）")
    changed(folder / "b", "3.3", requirement="改了")
    without_evidence(folder / "b", "3.3")
    text = client.ask("GET", "/sweep?kind=again")[1]
    assert "采用预填分，20分" in text and "现在算得0分，不采用" in text and "确认，记录" not in text


def test_a_stale_decision_says_what_is_otherwise_now(client: Client, folder: Path) -> None:
    press(client, "/school/a/", "采用全部无疑问的指标")
    flag = {"code": "date-missing", "severity": "review", "message": "没有日期。"}
    changed(folder / "a", "3.3", low=0, proposed=15, high=20, flags=[flag])
    changed(folder / "a", "1.1", requirement="改了")
    text = re.sub(r"<[^>]+>", "", client.ask("GET", "/school/a/3.3")[1])
    told = re.search("当时与现在：(.*)", text)
    assert told and told[1].strip() == "预填 20 → 15（0–20）；提示 需人工判断 → 缺少日期重新采用 o"
    assert "变的是材料的内容或说明的文字" in client.ask("GET", "/school/a/1.1")[1]
