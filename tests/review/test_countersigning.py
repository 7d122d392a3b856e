"""Where the rule set asks for it, forms leave the desk only under the signature of a person who decided nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.decisions.test_log import points
from tests.review.browser import Client, running, write_one_poster
from tests.review.test_sweeping import signed_in
from verifier.decisions import append, countersigned, deciders, read_log
from verifier.model import Decision, DecisionLog
from verifier.review import desk
from verifier.review.desk import School

EXPORT = "/school/%E6%9F%90%E6%A0%A1/export"
WANG, LI = "王审核", "李复核"


def sign(reviewer: str, seen: str = "", result: str = "a" * 64) -> Decision:
    return Decision("sign", "", seen, None, "", reviewer, "2025-01-07T09:30:00+08:00", result)


def written(folder: Path, *decisions: Decision) -> DecisionLog:
    """The log with them; a signature is under all that stands before it."""
    for each in decisions:
        head = read_log(folder).head
        append(folder, replace(each, target=head) if each.kind == "sign" else each, head)
    return read_log(folder)


@pytest.mark.parametrize(
    ("decisions", "by"),
    [
        ([], None),
        ([points("1.1", 10)], None),
        ([sign(LI)], LI),
        ([points("1.1", 10), sign(LI)], LI),
        ([points("1.1", 10), sign(WANG)], None),
        ([points("1.1", 10), sign(LI), points("1.2", 5)], None),
        ([points("1.1", 10), sign(LI), points("1.2", 5), sign(LI)], LI),
        ([points("1.1", 10), sign(LI), points("1.2", 5, LI), sign(LI)], None),
        ([points("1.1", 10), sign(LI), replace(points("1.2", 5), kind="ask", points=None)], LI),
        ([points("1.1", 10), sign(LI, result="b" * 64)], None),
    ],
)
def test_a_signature_holds_until_something_is_decided(
    decisions: list[Decision], by: str | None, tmp_path: Path
) -> None:
    found = countersigned(written(tmp_path, *decisions), "a" * 64)
    assert (found.reviewer if found else None) == by


def test_what_the_person_who_signed_had_not_seen_is_not_signed(tmp_path: Path) -> None:
    first = written(tmp_path, points("1.1", 10))
    append(tmp_path, points("1.2", 5), first.head)
    append(tmp_path, sign(LI, first.head), read_log(tmp_path).head)
    assert countersigned(read_log(tmp_path), "a" * 64) is None


def pressed(client: Client, words: str) -> str:
    """The page that comes of the export page's button."""
    text = client.ask("GET", EXPORT)[1]
    form = next(form for form in re.findall(r"<form.*?</form>", text, re.S) if f">{words}</button>" in form)
    (action,) = re.findall(r'action="([^"]*)"', form)
    _, page, headers = client.ask("POST", action, dict(re.findall(r'name="(\w+)" value="([^"]*)"', form)))
    return client.ask("GET", headers["location"])[1] if "location" in headers else page


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A desk whose rule set asks for a second person."""
    asked = desk._rules
    monkeypatch.setattr(desk, "_rules", lambda *names: replace(asked(*names), countersign=True))
    write_one_poster(tmp_path / "某校")
    with running(tmp_path / "某校") as opened:
        yield signed_in(opened)


def test_forms_are_written_once_another_person_has_signed(client: Client, tmp_path: Path) -> None:
    folder = tmp_path / "某校"
    append(folder, points("1.1", 10, "王"), "")
    assert "规则集要求第二人复核" in pressed(client, "写出表格")
    assert not (folder / "export").exists()
    assert "王作过决定" in pressed(client, "复核签字")
    client.cookies["verifier-reviewer"] = "%E6%9D%8E"
    assert "李 已复核签字" in pressed(client, "复核签字")
    assert read_log(folder).decisions[-1].kind == "sign"
    pressed(client, "写出表格")
    assert (folder / "export" / "annex2.docx").is_file()
    append(folder, points("1.2", 5, "王"), read_log(folder).head)
    assert "李 已复核签字" not in client.ask("GET", EXPORT)[1]
    assert "复核签字" in client.ask("GET", "/school/%E6%9F%90%E6%A0%A1/history")[1]


def test_without_that_key_nobody_is_asked(tmp_path: Path) -> None:
    write_one_poster(tmp_path / "某校")
    with running(tmp_path / "某校") as opened:
        client = signed_in(opened)
        assert "复核签字" not in client.ask("GET", EXPORT)[1]
        pressed(client, "写出表格")
    assert (tmp_path / "某校" / "export" / "annex2.docx").is_file()
    assert deciders(School("某校", tmp_path / "某校").open().log) == frozenset()
