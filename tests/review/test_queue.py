"""One cell after another over all schools: those first on which most hangs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.review.browser import Client, running, write_one_poster
from tests.review.test_sweeping import changed, made, signed_in
from verifier.review import open_desk
from verifier.review.queue import following, waiting


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three schools of which each has one cell with open points; the grade of the first is open too."""
    for name, cell, high in (("a", "1.1", 2), ("b", "2.1", 10), ("c", "4.1", 5)):
        write_one_poster(tmp_path / name)
        result = json.loads((tmp_path / name / "result.json").read_text("utf-8"))
        for each in result["indicators"]:
            if name == "a" and each["group"] != "1":
                each.update(low=each["max"], proposed=each["max"])
            each.update(high=high if each["id"] == cell else each["proposed"])
        (tmp_path / name / "result.json").write_text(json.dumps(result, ensure_ascii=False), "utf-8")
    return tmp_path


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    with running(folder) as desk:
        yield signed_in(desk)


def ahead(folder: Path) -> list[tuple[str, str, int]]:
    return [(each.school.name, each.cell, each.rank) for each in waiting(open_desk(folder))]


def decide(client: Client, school: str, cell: str, **form: str) -> tuple[str, str]:
    """The address of the page that follows a decision in the queue, and what it says."""
    text = client.ask("GET", f"/school/{school}/{cell}?queue=1")[1]
    fields = dict(re.findall(r'name="(csrf|result|head)" value="([^"]*)"', text))
    status, _, headers = client.ask("POST", f"/school/{school}/{cell}/decide?queue=1", {**fields, **form})
    assert status == 303
    return urlsplit(headers["location"]).path, client.ask("GET", headers["location"])[1]


def test_first_comes_what_a_grade_hangs_on_then_most_points_then_what_has_only_to_be_taken(folder: Path) -> None:
    found = ahead(folder)
    assert found[:3] == [("a", "1.1", 0), ("b", "2.1", 1), ("c", "4.1", 1)]
    assert len(found) == 3 * 27 and {rank for _, _, rank in found[3:]} == {4}


def test_what_a_school_was_asked_waits_behind_what_can_be_decided_before_stale_decisions(
    client: Client, folder: Path
) -> None:
    decide(client, "c", "3.3", kind="accept")
    changed(folder / "c", "3.3", requirement="改了")
    decide(client, "b", "2.1", kind="ask", reason="请补充协议")
    assert ahead(folder)[:4] == [("a", "1.1", 0), ("c", "4.1", 1), ("b", "2.1", 2), ("c", "3.3", 3)]


def test_after_a_decision_the_next_one_is_offered_whatever_its_school(client: Client, folder: Path) -> None:
    path, text = decide(client, "a", "1.1", kind="accept")
    assert path == "/school/b/2.1" and "还有 80 项未决定；本项总分中" in text
    assert re.search(r'已记录：.+ 1\.1 采用预填分，0分。 <a href="/school/a/1.1\?queue=1">回看 1.1</a>', text)


@pytest.mark.parametrize(
    "fields", [{"kind": "ask", "reason": "请补充"}, {"kind": "points", "points": "3", "reason": "看过"}]
)
@pytest.mark.parametrize("query", ["", "?queue=1"])
def test_after_asking_and_giving_points_the_cell_stays_so_that_no_other_is_taken_unseen(
    client: Client, folder: Path, fields: dict[str, str], query: str
) -> None:
    page = client.ask("GET", f"/school/b/2.1{query}")[1]
    form = dict(re.findall(r'name="(csrf|result|head)" value="([^"]*)"', page)) | fields
    _, _, headers = client.ask("POST", f"/school/b/2.1/decide{query}", form)
    text = client.ask("GET", headers["location"])[1]
    assert headers["location"].startswith("/school/b/2.1?")
    assert ('data-key="a"' in text) is (fields["kind"] == "ask"), "the key does not undo what was just given"


def test_points_that_are_taken_again_by_the_same_reviewer_are_one_decision(client: Client, folder: Path) -> None:
    for _ in range(2):
        decide(client, "a", "1.1", kind="accept")
    assert len(made(folder / "a")) == 1
    decide(client, "a", "1.1", kind="points", points="0", reason="看过")
    text = client.ask("GET", "/school/a/history")[1]
    assert text.count("后来另有决定") == 1 and text.count('class="void"') == 1 and 'class="done"' not in text
    assert "采用预填分 0分" in client.ask("GET", "/school/a/1.1")[1]


def test_what_changes_a_cell_without_settling_it_stays_there(client: Client, folder: Path) -> None:
    path, _ = decide(client, "a", "3.3", kind="exclude", target="a.jpg")
    assert path == "/school/a/3.3" and [each.kind for each in made(folder / "a")] == ["exclude"]


def test_forward_and_back_go_through_the_queue_and_round(client: Client, folder: Path) -> None:
    text = client.ask("GET", "/school/b/2.1?queue=1")[1]
    assert goals(text) == {"k": "/school/a/1.1?queue=1", "j": "/school/c/4.1?queue=1"}
    school, cell, _ = ahead(folder)[-1]
    assert goals(client.ask("GET", f"/school/{school}/{cell}?queue=1")[1])["j"] == "/school/a/1.1?queue=1"


def goals(text: str) -> dict[str, str]:
    return {key: address for address, key in re.findall(r'<a href="([^"]+)" data-key="([jk])"', text)}


def test_the_list_leads_to_the_first_and_the_last_decision_back_to_the_list(client: Client, folder: Path) -> None:
    assert 'href="/school/a/1.1?queue=1" data-key="Enter"' in client.ask("GET", "/")[1]
    for school, cell, _ in ahead(folder):
        path, text = decide(client, school, cell, kind="accept")
    assert path == "/" and "采用预填分，" in text and 'data-key="Enter"' not in text
    assert ahead(folder) == []


def test_a_school_that_cannot_be_decided_on_has_no_part_in_it(client: Client, folder: Path) -> None:
    (folder / "a" / "result.json").write_text("{", "utf-8")
    decide(client, "b", "2.1", kind="accept")
    (folder / "b" / "decisions.jsonl").write_bytes(b"{}\n{}\n")
    assert {school for school, _, _ in ahead(folder)} == {"c"}


def test_the_cell_itself_never_follows(folder: Path) -> None:
    queue = waiting(open_desk(folder))[:1]
    assert following(queue, queue[0].school, queue[0].cell) is None
    assert following(queue, queue[0].school, "9.9") == queue[0]


def test_a_reviewer_without_a_name_comes_back_to_the_queue(client: Client) -> None:
    del client.cookies["verifier-reviewer"]
    status, _, headers = client.ask("GET", "/school/a/1.1?queue=1")
    assert (status, headers["location"]) == (303, "/reviewer?next=%2Fschool%2Fa%2F1.1%3Fqueue%3D1")
