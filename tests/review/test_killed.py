"""A desk whose process is killed while a client saves: no answer that was given is ever taken back."""

from __future__ import annotations

import os
import random
import re
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from tests.review.browser import PATIENCE, Client, Running, desk_process, write_one_poster
from verifier.decisions import read_log
from verifier.files.output_folder import DAMAGED_DECISIONS

ROUNDS = int(os.environ.get("VERIFIER_KILLS", "10"))
LONGEST = 0.25
"""seconds that a desk may live after it may be killed"""
SCHOOL = "/school/school"
CELLS = ("1.1", "1.2", "2.1", "3.3", "4.4", "5.1")


def client_of(desk: Running) -> Client:
    """A client that is signed in."""
    client = Client(desk.port, {"verifier-reviewer": "%E7%8E%8B"})
    assert client.ask("GET", f"/?{urlsplit(desk.addresses[-1]).query}")[0] == 303
    return client


def fields(page: str) -> dict[str, str]:
    """What the forms of a page send along."""
    found = {name: re.search(rf'name="{name}" value="([^"]*)"', page) for name in ("csrf", "result", "head")}
    return {name: match[1] for name, match in found.items() if match}


@dataclass(slots=True)
class Told:
    """What a client was told."""

    acknowledged: dict[str, str] = field(default_factory=dict)
    """first letters of the hash of a line → the reason in it"""
    refused: list[int] = field(default_factory=list)


def save_on(client: Client, turn: int, told: Told, ripe: threading.Event) -> None:
    """Gives points again and again, as a browser would, until nobody answers.

    The desk may be killed once it is ripe: in every other round not before something was acknowledged.
    """
    page = client.ask("GET", f"{SCHOOL}/1.1")[1]
    for number in range(100_000):
        reason, cell = f"第{turn}轮第{number}次", CELLS[number % len(CELLS)]
        form = fields(page) | {"kind": "points", "points": str(number % 5), "reason": reason}
        if number == turn % 2:
            ripe.set()
        try:
            status, _, headers = client.ask("POST", f"{SCHOOL}/{cell}/decide", form)
            if status != 303:
                told.refused.append(status)
                return
            told.acknowledged[headers["location"].partition("said=")[2][:16]] = reason
            page = client.ask("GET", headers["location"])[1]
        except (OSError, HTTPException):
            return


def cut_line(folder: Path, client: Client) -> str:
    """A last line that was not written whole, after it is set aside by the page's own button; '' when there is none."""
    damage = read_log(folder).damage
    if damage is None:
        return ""
    assert damage.what == "这一行没有写完"
    page = client.ask("GET", f"{SCHOOL}/history")[1]
    assert client.ask("POST", f"{SCHOOL}/set-aside", {"csrf": fields(page)["csrf"]})[0] == 303
    assert read_log(folder).damage is None
    return (folder / DAMAGED_DECISIONS).read_text("utf-8", "replace").splitlines()[-1]


def test_a_desk_killed_while_it_saves_keeps_all_that_it_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "school"
    write_one_poster(folder)
    chance = random.Random(7)
    told, many_cut = Told(), 0
    for turn in range(ROUNDS + 1):
        with desk_process(folder) as (process, desk):
            client = client_of(desk)
            cut = cut_line(folder, client)
            many_cut += bool(cut)
            assert not any(f'{reason}"' in cut for reason in told.acknowledged.values())
            kept = {each.line[:16]: each.reason for each in read_log(folder).decisions}
            assert told.acknowledged.items() <= kept.items()
            shown = client.ask("GET", f"{SCHOOL}/history")[1]
            assert set(told.acknowledged.values()) <= set(re.findall("第[0-9]+轮第[0-9]+次", shown))
            if turn == ROUNDS:
                break
            ripe = threading.Event()
            saver = threading.Thread(target=save_on, args=(client, turn, told, ripe))
            saver.start()
            assert ripe.wait(PATIENCE)
            time.sleep(chance.uniform(0, LONGEST))
            process.kill()
            saver.join()
    print(f"{ROUNDS} rounds: {len(told.acknowledged)} acknowledged, {len(kept)} kept, {many_cut} cut lines")
    assert told.refused == [] and len(told.acknowledged) >= ROUNDS // 2
