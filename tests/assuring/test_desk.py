"""The sample at the desk: judged with one key, kept through whatever ends the program, stated in the end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import openpyxl
import pytest
from click.testing import CliRunner
from PIL import Image

from tests.counting.photo_papers import photo
from tests.decisions.judged import judged
from tests.review.browser import Client, running
from verifier import assuring
from verifier.assuring.bound import most_wrong
from verifier.cli import main
from verifier.decisions import log_state
from verifier.files.manifest import seal
from verifier.files.output_folder import SAMPLE
from verifier.model import DecisionLog
from verifier.outputs.pages import write_pages
from verifier.outputs.summary import OVERVIEW
from verifier.record import read_judged, write_evidence, write_index, write_result
from verifier.review import open_desk
from verifier.review.exporting import export_all
from verifier.review.sampling.looking import region_of
from verifier.verifying import told, verified

FAIRS = [
    photo(f"{month}.jpg", f"山东大学（威海）第{month}届校园双选会", taken=f"2024-{month:02}-15")
    for month in range(3, 9)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder with the page picture of one of its papers, sealed as a check seals it."""
    draft = tmp_path / "a"
    result, evidence = judged(*FAIRS)
    write_result(result, draft)
    write_evidence(evidence, draft)
    Image.new("RGB", (1600, 1200), "white").save(tmp_path / "p.png")
    write_index(write_pages(result, draft, {("3.jpg", 1): tmp_path / "p.png"}, {}), draft)
    seal(draft, draft, log_state(DecisionLog()), in_batch=False)
    return draft


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    with running(folder) as desk:
        client = Client(desk.port)
        client.ask("GET", f"/?{urlsplit(desk.addresses[-1]).query}")
        client.cookies["verifier-reviewer"] = "%E7%8E%8B"
        yield client


PAGE = "/school/a/assure"


def send(client: Client, button: str, **more: str) -> tuple[int, str]:
    """Presses a button of the page; the status, and the page that follows."""
    text = client.ask("GET", PAGE)[1]
    form = next(form for form in re.findall(r"<form.*?</form>", text, re.S) if button in form)
    fields = dict(re.findall(r'name="(\w+)"[^>]* value="([^"]*)"', form)) | more
    status, text, _ = client.ask("POST", PAGE, fields)
    return status, client.ask("GET", PAGE)[1] if status == 303 else text


def standing(folder: Path) -> assuring.Standing:
    result, seen = read_judged(folder)
    found = assuring.standing(folder, result, seen.result)
    assert found is not None
    return found


def kept(folder: Path) -> Any:
    return json.loads((folder / SAMPLE).read_text("utf-8"))


def test_from_the_draw_to_the_sentence_each_answer_is_kept_at_once(client: Client, folder: Path) -> None:
    assert "得分依据的识别内容共" in client.ask("GET", PAGE)[1]
    status, text = send(client, ">抽样<", size="8")
    assert status == 303 and "已看 0 / 8 处" in text and kept(folder)["draws"][0]["seed"]
    assert 'aria-keyshortcuts="1"' in text and 'aria-keyshortcuts="0"' in text and "正文" in text
    first = standing(folder).waiting[0]
    text = send(client, "读错 ")[1]
    assert kept(folder)["answers"][0] | {"time": ""} == {"key": first, "right": False, "reviewer": "王", "time": ""}
    assert "上一处判为“读错”" in text and re.search(r'href="/school/a/[\d.]+\?piece=\d[^"]*" data-key="e"', text)
    text = send(client, "退回上一处")[1]
    assert kept(folder)["answers"] == [] and "已看 0 / 8 处" in text
    for _ in range(7):
        send(client, ">对 ")
    text = send(client, "读错 ")[1]
    many = standing(folder).draw.readings
    said = standing(folder).assured
    assert said is not None and said.told in text
    assert said.told.startswith(f"抽查 8/{many} 处，读错 1 处；在95%的把握下，影响得分的读错不超过 ")
    assert "读错的（1）" in text and said.told in client.ask("GET", "/school/a/")[1]
    assert CliRunner().invoke(main, ["assure", str(folder)]).output.startswith(said.told)
    (found,) = verified(folder)
    assert not found.is_changed, told(found)


def test_a_changed_answer_is_told_by_verify(client: Client, folder: Path) -> None:
    assert CliRunner().invoke(main, ["assure", str(folder)]).output.startswith("还没有抽查")
    send(client, ">抽样<", size="4")
    send(client, "读错 ")
    assert "已看 1/4 处" in CliRunner().invoke(main, ["assure", str(folder)]).output
    path = folder / SAMPLE
    path.write_text(path.read_text("utf-8").replace("false", "true"), "utf-8")
    assert any("抽查记录）写出以后被改动过" in line for line in told(verified(folder)[0]))
    path.write_text("{", "utf-8")
    assert "不完整或被改动过，请重新抽样" in client.ask("GET", PAGE)[1]


def test_an_answer_to_another_sample_is_not_kept(client: Client, folder: Path) -> None:
    send(client, ">抽样<", size="4")
    key = standing(folder).waiting[0]
    status, text = send(client, ">对 ", seed="0", key=key)
    assert status == 409 and "没有记下" in text and kept(folder)["answers"] == []
    assert send(client, ">对 ", key="none")[0] == 409
    assert send(client, "另抽一次", size="x")[0] == 422
    status, text, _ = client.ask("POST", PAGE, {"kind": "draw", "size": "4", "csrf": "x"})
    assert status == 403


def test_of_another_seed_what_was_looked_at_is_not_asked_again_and_the_first_is_told(
    client: Client, folder: Path
) -> None:
    send(client, ">抽样<", size="4")
    for _ in range(4):
        send(client, ">对 ")
    text = send(client, "另抽一次", size="8")[1]
    known = [key for key in kept(folder)["draws"][0]["surely"] if key in standing(folder).draw.keys]
    assert known and not {*known} & {*standing(folder).waiting}
    assert "此前还抽过 1 次：抽查 4/" in text


def test_a_sample_of_a_result_that_is_no_more_says_so_and_asks_nothing(client: Client, folder: Path) -> None:
    send(client, ">抽样<", size="4")
    for _ in range(4):
        send(client, ">对 ")
    write_result(judged(*FAIRS[:4])[0], folder)
    text = client.ask("GET", PAGE)[1]
    assert "抽样以后结果变过" in text and "对当时的结果：抽查 4/" in text and 'data-key="1"' not in text
    assert "已看" in send(client, "按现在的结果抽样", size="8")[1]


def test_the_cut_lies_within_the_page_and_round_what_was_read() -> None:
    for box in ((0, 0, 40, 20), (1500, 1150, 1600, 1200), (100, 500, 1500, 560)):
        left, top, right, bottom = region_of(box, 1600, 1200)
        assert 0 <= left <= box[0] and 0 <= top <= box[1] and box[2] <= right <= 1600 and box[3] <= bottom <= 1200
        assert right - left >= 800 and bottom - top >= 144
    assert region_of(None, 1600, 1200) == (0, 0, 1600, 1200)


def test_of_a_batch_the_school_on_whose_unread_readings_most_hangs_goes_first(
    client: Client, folder: Path, tmp_path: Path
) -> None:
    send(client, ">抽样<", size="100")
    while standing(folder).waiting:
        send(client, ">对 ")
    write_result(judged(*FAIRS[:2])[0], tmp_path / "b")
    write_result(judged(*FAIRS)[0], tmp_path / "c")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "result.json").write_text("{", "utf-8")
    lines = CliRunner().invoke(main, ["assure", str(tmp_path)]).output.splitlines()
    found = assuring.schools_assured([tmp_path / name for name in "abcd"])
    assert [each.folder for each in found] == ["d", "c", "b", "a"]
    assert [each.share for each in found] == [1, 1, 1, 0] and found[-1].is_enough
    assert lines[1].startswith("1. d：result.json") and "还没有抽查。识别内容关系总分" in lines[2]
    assert "不超过 0.0%（0 处）" in lines[4] and lines[5].startswith("请先抽查：") and "需抽查" not in lines[4]
    with running(tmp_path) as desk:
        every = Client(desk.port)
        every.ask("GET", f"/?{urlsplit(desk.addresses[-1]).query}")
        text = every.ask("GET", "/assure")[1]
    assert text.count("还没有抽查") == 2 and text.count("没有保证") == 2 and "0.0%" in text
    (tmp_path / "summary.json").write_text("[]", "utf-8")
    export_all(open_desk(tmp_path))
    summary = (tmp_path / "summary.html").read_text("utf-8")
    assert summary.count("在95%的把握下") == 1 and "不超过 0.0%（0 处）" in summary
    sheet = openpyxl.load_workbook(tmp_path / "summary.xlsx").worksheets[0]
    told_of_a = [row[-1] for row in sheet.iter_rows(values_only=True) if row[0] == "a"]
    assert sheet.max_column == len(OVERVIEW) and told_of_a == [assuring.sentence_of(folder)]


def test_as_many_are_asked_for_as_the_goal_needs_and_no_fewer() -> None:
    def most(many: int, size: int) -> int:
        return most_wrong(many - size // 2, size - size // 2, 0)

    for many in (1, 20, 66, 400):
        size = assuring.size_for(many)
        assert most(many, size) * 20 <= many and (size == 0 or most(many, size - 1) * 20 > many)
