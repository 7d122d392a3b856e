"""A sample that is being answered at the desk, and a school's reply that is being taken in, killed at any moment."""

from __future__ import annotations

import random
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from tests.faults.counted import Fault
from tests.faults.forked import Place, command, forked
from tests.faults.killed_commands import SCHOOL, Ending, check
from tests.faults.killed_desk import killed_at, next_start, review, served, signed_in
from tests.faults.schools import VERSIONS, write_schools
from tests.review.browser import Client
from verifier import assuring
from verifier.decisions import read_log, set_aside
from verifier.questions.keeping import standing
from verifier.questions.receiving import HANDED_IN
from verifier.record import read_judged
from verifier.verifying import verified

FEW, MANY = 3, 12
"""answers that are given in a moment, and so many that the desk is killed meanwhile"""
ANSWERED = 4
"""questions to which a paper is sent"""


# --- a sample ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Said:
    """What was said of readings."""

    acknowledged: dict[str, bool] = field(default_factory=dict)
    sent: tuple[str, bool] | None = None
    """the last one, of which nobody may have heard"""
    refused: list[str] = field(default_factory=list)


def answer(client: Client, place: Place, keys: tuple[str, ...], many: int, said: Said) -> None:
    """Says right and wrong of the readings in turn, again and again, as long as somebody answers."""
    home = f"/school/{quote(place.out.name)}/assure"
    try:
        page = client.ask("GET", home)[1]
        form = dict(re.findall(r'name="(csrf|seed)" value="([^"]*)"', page))
        for number in range(many):
            key, right = keys[number % len(keys)], number // len(keys) % 2 == 0
            said.sent = (key, right)
            status, page, _ = client.ask("POST", home, form | {"kind": "right" if right else "wrong", "key": key})
            if status != 303:
                said.refused.append(f"{status}: {page}")
                return
            said.acknowledged[key] = right
            said.sent = None
    except (OSError, HTTPException):
        return


@dataclass(frozen=True, slots=True)
class Sampled:
    """A school that was checked, and of which a sample was drawn."""

    old: Path
    keys: tuple[str, ...]
    ending: Ending


def sampled(home: Path, first: Path) -> Sampled:
    place = copied(home, first)
    with place.entered():
        result, seen = read_judged(place.out)
        told = assuring.Draw("7", 5, seen.result, "王审核", "2025-01-06T09:30:00+08:00", 0, (), ())
        assuring.draw(place.out, result, told, lambda pages: [None] * len(pages))
        now = assuring.standing(place.out, result, seen.result)
    assert now is not None
    shutil.copytree(place.out, home / "old")
    ending = served(place, lambda client: answer(client, place, now.draw.keys, FEW, Said()))
    return Sampled(home / "old", now.draw.keys, ending)


def tried_answers(own: Sampled, place: Place, chance: random.Random) -> Iterator[Fault]:
    """What was acknowledged is there as it was said last, nothing else is, and answering goes on."""
    shutil.copytree(own.old, place.out)
    said = Said()
    killed_at(own.ending, place, chance, lambda client: answer(client, place, own.keys, MANY, said))
    yield from kept(place, said)
    process = forked(place, review(place))
    client = signed_in(process)
    if client is None:
        yield Fault("lost", f"the desk does not open: {process.said}")
        return
    said.sent = None
    answer(client, place, own.keys, len(own.keys), said)
    process.kill()
    if len(said.acknowledged) != len(own.keys) or said.refused:
        yield Fault("lost", f"answering does not go on: {said.refused}")
    yield from kept(place, said)
    yield from next_start(place)
    yield from changed(place)


def kept(place: Place, said: Said) -> Iterator[Fault]:
    with place.entered():
        result, seen = read_judged(place.out)
        now = assuring.standing(place.out, result, seen.result)
    found = {key: each.right for key, each in now.said.items()} if now else {}
    if found not in (said.acknowledged, said.acknowledged | dict([said.sent] if said.sent else [])):
        yield Fault("lost", f"said {said.acknowledged} and perhaps {said.sent}, found {found}")


# --- a reply ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Replied:
    """A school that was checked, and what it sends back."""

    old: Path
    source: Path
    numbers: tuple[str, ...]
    ending: Ending


def replied(home: Path, first: Path) -> Replied:
    place = copied(home, first)
    with place.entered():
        open_ = (each.number for each in standing(place.out).questions if each.state == "open")
        numbers = tuple(islice(open_, ANSWERED))
    source = home / "回.zip"
    with zipfile.ZipFile(source, "w") as archive:
        for number in numbers:
            archive.writestr(f"{number}/{number}.txt", f"{number}的说明" * 2000)
    shutil.copytree(place.out, home / "old")

    def again() -> None:
        for folder in (place.out, place.bundles, place.own):
            shutil.rmtree(folder)
        shutil.copytree(home / "old", place.out)
        place.made()
        write_schools(place.bundles, VERSIONS[0])

    return Replied(home / "old", source, numbers, Ending.of(place, taking(place, source), again))


def taking(place: Place, source: Path) -> Callable[[], None]:
    words = ("import", place.out, source, "--by", "李收件", "--into", place.bundles / SCHOOL)
    return command("questions", *words)


def tried_reply(own: Replied, place: Place, chance: random.Random) -> Iterator[Fault]:
    """The log has all answers or none, no paper is there in part, and taken in again all of it is there once."""
    write_schools(place.bundles, VERSIONS[0])
    shutil.copytree(own.old, place.out)
    own.ending.killed(place, taking(place, own.source), chance)
    yield from whole(own, place, papers_may_lack=True)
    with place.entered():
        if read_log(place.out).damage is not None:
            set_aside(place.out)
    process = forked(place, taking(place, own.source))
    if process.ended():
        yield Fault("lost", f"it is not taken in again: {process.said}")
        return
    yield from whole(own, place, papers_may_lack=False)
    words = ("close", place.out, own.numbers[0], "--by", "王审核", "--reason", "已看")
    if forked(place, command("questions", *words)).ended():
        yield Fault("lost", "nothing more can be said of a question")
    yield from next_start(place)
    yield from changed(place)


def whole(own: Replied, place: Place, papers_may_lack: bool) -> Iterator[Fault]:
    with place.entered():
        answered = tuple(each.target for each in read_log(place.out).decisions)
    if answered != own.numbers and not (papers_may_lack and not answered):
        yield Fault("wrong", f"of the answers to {own.numbers} the log has {answered}")
    home = place.bundles / SCHOOL / HANDED_IN
    texts = {path.name: path.read_text("utf-8") for path in home.rglob("*") if path.is_file()}
    own_texts = {f"{number}.txt": f"{number}的说明" * 2000 for number in own.numbers}
    there = {name: text for name, text in texts.items() if not (papers_may_lack and name.startswith("."))}
    if not there.items() <= own_texts.items() or ((answered or not papers_may_lack) and there != own_texts):
        yield Fault("wrong", f"papers that are not whole, or too many: {sorted(texts)}")


# --- both -------------------------------------------------------------------------------------------------------------


def checked(home: Path) -> Path:
    """The output folder of a school."""
    place = Place(home).made()
    write_schools(place.bundles, VERSIONS[0])
    assert forked(place, check(place)).ended() == 0
    return place.out


def copied(home: Path, first: Path) -> Place:
    place = Place(home).made()
    write_schools(place.bundles, VERSIONS[0])
    shutil.copytree(first, place.out)
    return place


def changed(place: Place) -> Iterator[Fault]:
    with place.entered():
        found = [each.text for one in verified(place.out) for each in one.found if each.kind == "changed"]
    yield from (Fault("wrong", f"verify says: {text}") for text in found)
