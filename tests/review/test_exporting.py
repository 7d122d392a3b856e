"""What the letter asks of a school is chosen on the page, item by item, with the day until which it may answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import docx
import openpyxl
import pytest

from tests.decisions.test_log import points
from tests.review.browser import Client, running, write_one_poster
from tests.review.test_sweeping import press, signed_in
from verifier.decisions import append
from verifier.outputs import Chosen, Wanted
from verifier.review.desk import School
from verifier.review.exporting import export
from verifier.review.letters import chosen_of, remember, remembered

ASKED = Wanted("", "一", "指标1.1", "请补交", True)
EXPORT = "/school/%E6%9F%90%E6%A0%A1/export"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_one_poster(tmp_path / "某校")
    return tmp_path / "某校"


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    with running(folder) as desk:
        client = Client(desk.port)
        assert client.ask("GET", f"/?{urlsplit(desk.addresses[-1]).query}")[0] == 303
        client.cookies["verifier-reviewer"] = "%E7%8E%8B"
        yield client


def boxes(page: str) -> dict[str, tuple[str, bool]]:
    """Name of each tick → the indicator that it is of, and whether it is set."""
    found = re.findall(r'<input type="checkbox" name="([^"]+)"( checked)?> <span><strong>(.*?)</strong>', page)
    return {name: (head, bool(checked)) for name, checked, head in found}


def sent(client: Client, **fields: str) -> tuple[int, str]:
    page = client.ask("GET", EXPORT)[1]
    csrf = re.search(r'name="csrf" value="([^"]*)"', page)
    assert csrf is not None
    status, text, _ = client.ask("POST", EXPORT, {"csrf": csrf[1], **fields})
    return status, text


def letter(folder: Path) -> list[str]:
    return [each.text for each in docx.Document(str(folder / "export" / "missing.docx")).paragraphs if each.text]


def test_each_thing_that_is_missing_has_a_tick_and_what_is_not_ticked_is_not_asked(
    client: Client, folder: Path
) -> None:
    ticks = boxes(client.ask("GET", EXPORT)[1])
    assert len(ticks) > 20 and all(checked for _, checked in ticks.values())
    kept = next(name for name, (head, _) in ticks.items() if head.startswith("指标1.7"))
    assert sent(client, letter="chosen", deadline="2025-01-10", **{kept: "on"})[0] == 303
    text = letter(folder)
    assert "请于2025年1月10日前一并报送" in text[2]
    assert [line for line in text if "指标" in line and re.match(r"\d+\.", line)] == [
        next(
            line
            for line in text
            if line.startswith("1. 指标1.7（全年工作计划）：没有找到“全年工作计划”的材料，请补交：")
        )
    ]


def test_what_was_written_stands_first_on_the_page_with_the_downloads(client: Client) -> None:
    assert "表格已写出" not in client.ask("GET", EXPORT)[1]
    assert sent(client)[0] == 303
    text = client.ask("GET", f"{EXPORT}?written=1")[1]
    assert text.index("表格已写出") < text.index("annex2.docx") < text.index("请学校补充材料的函</h2>")
    assert text.count("annex2.docx</span>") == 1


def test_before_anybody_chose_all_that_is_usual_is_asked_and_with_no_tick_at_all_there_is_no_letter(
    client: Client, folder: Path
) -> None:
    assert sent(client)[0] == 303
    assert any("指标1.7" in line for line in letter(folder)) and "请于    年  月  日前" in letter(folder)[2]
    assert sent(client, letter="chosen")[0] == 303
    assert not (folder / "export" / "missing.docx").exists()


def test_what_was_chosen_of_a_school_is_kept_for_every_way_to_export(tmp_path: Path) -> None:
    for name in ("某校", "别校"):
        write_one_poster(tmp_path / name)
    with running(tmp_path) as desk:
        client = signed_in(desk)
        ticks = boxes(client.ask("GET", EXPORT)[1])
        kept = next(name for name, (head, _) in ticks.items() if head.startswith("指标1.7"))
        assert sent(client, letter="chosen", deadline="2025-01-10", **{kept: "on"})[0] == 303
        before = letter(tmp_path / "某校")
        page = client.ask("GET", EXPORT)[1]
        assert [name for name, (_, checked) in boxes(page).items() if checked] == [kept]
        assert 'name="deadline" value="2025-01-10"' in page
        assert press(client, "/export", "写出全部表格")[0] == 303
    assert letter(tmp_path / "某校") == before and len(before) < len(letter(tmp_path / "别校"))
    with running(tmp_path) as anew:
        page = signed_in(anew).ask("GET", EXPORT)[1]
    assert [name for name, (_, checked) in boxes(page).items() if checked] == [kept]


def test_what_was_not_there_when_a_reviewer_chose_is_asked_as_usual(folder: Path) -> None:
    one, other = (replace(ASKED, key=key) for key in ("1", "2"))
    remember(folder, chosen_of({"letter": "chosen", "deadline": ""}, (one,)))
    assert [remembered(folder).has(each) for each in (one, other)] == [False, True]
    (folder / "letter.json").write_text("{", "utf-8")
    assert remembered(folder) == Chosen()


def test_a_day_that_is_none_is_refused_and_the_ticks_stay(client: Client, folder: Path) -> None:
    ticks = boxes(client.ask("GET", EXPORT)[1])
    first, *_ = ticks
    status, page = sent(client, letter="chosen", deadline="明天", **{first: "on"})
    assert status == 422 and "补交期限应写成年-月-日" in page
    assert [name for name, (_, checked) in boxes(page).items() if checked] == [first]
    assert not (folder / "export").exists()


def test_a_school_without_an_award_gets_no_form_for_it_and_the_page_says_so(client: Client, folder: Path) -> None:
    assert "现在的总分没有奖补，不写附件3" in client.ask("GET", EXPORT)[1]
    assert sent(client)[0] == 303
    assert {path.name for path in (folder / "export").iterdir()} == {"annex2.docx", "annex2.xlsx", "missing.docx"}


def test_the_forms_say_how_many_decisions_there_were_and_the_last(folder: Path) -> None:
    """So that a log which was cut or written anew meanwhile is known by what left the desk."""
    head = append(folder, points("1.1", 5), append(folder, points("1.2", 5), "").line).line
    export(School("某校", folder))
    told = f"审核记录共2条，末条 {head}"
    assert docx.Document(str(folder / "export" / "annex2.docx")).core_properties.comments == told
    assert openpyxl.load_workbook(folder / "export" / "annex2.xlsx").properties.description == told
