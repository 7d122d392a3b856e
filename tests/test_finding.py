"""What papers say is found apart, kept by all that it follows from, and put together again as it was."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import cv2
import numpy as np
import pytest

from tests.counting.people_papers import origins
from tests.facts.seal_pictures import stamped
from tests.facts.test_seal_writing import Knowing
from verifier import pipeline
from verifier.facts.leaves import Paper
from verifier.facts.seals import writing
from verifier.model import Document, Fact, Lost, Observed, Page, Place, RuleSet, SourceFile, TextLine
from verifier.model.facts import kinds_of_facts
from verifier.ocr import Cache
from verifier.pipeline import finding, observing
from verifier.pipeline.finding import Found, find, found, looked_at, with_found
from verifier.workers import Here, packed, unpacked


class Spy(Here):
    """Calls here, and counts."""

    def __init__(self, answer: object = None) -> None:
        self.asked: list[str] = []
        self._answer = answer

    def each(
        self, function: Callable[..., Any], arguments: Sequence[tuple[Any, ...]], done: Callable[[], None]
    ) -> list[Any]:
        self.asked += [paper.document.file.path for paper, *_ in arguments]
        if self._answer is not None:
            return [self._answer for _ in arguments]
        return super().each(function, arguments, done)


def text(words: str, file: str = "计划.txt") -> Document:
    lines = tuple(TextLine(line, Place(file, line=at)) for at, line in enumerate(words.split("\n"), 1))
    return Document(SourceFile(file, "ab" * 32, len(words), "text", "read"), (Page(Place(file), lines=lines),))


PLAN = text("威海职业学院2024年工作计划\n2024年3月5日举办招聘会，到场500人。\n面积120平方米。")


def picture(path: Path, seed: int) -> Path:
    cv2.imencode(".png", stamped(np.random.default_rng(seed)).picture)[1].tofile(path)
    return path


def pages(*images: Path) -> Document:
    file = SourceFile("证明.png", "cd" * 32, 9, "image", "read")
    return Document(file, tuple(Page(Place("证明.png", at), image, (9, 9)) for at, image in enumerate(images, 1)))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


# --- there and back -------------------------------------------------------------------------------------------------


def values(hint: Any) -> Any:
    """Some value of a type, with something in every field."""
    told = {str: "字", int: 7, bool: True, float: 0.5, Fraction: Fraction(1, 3), date: date(2024, 2, 29)}
    told[datetime] = datetime(2024, 2, 29, 8, 30, tzinfo=UTC)
    if hint in told:
        return told[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        kinds = arguments[:1] * 2 if arguments[1:] == (Ellipsis,) else arguments
        return tuple(map(values, kinds))
    if arguments and origin is not None and str(origin).endswith("Literal"):
        return arguments[-1]
    if arguments and isinstance(origin, type) and issubclass(origin, Mapping):
        return {values(arguments[0]): values(arguments[1])}
    if arguments:
        return values(next(each for each in arguments if each is not type(None)))
    fields = get_type_hints(hint)
    return hint(**{name: values(each) for name, each in fields.items()})


KINDS = list(kinds_of_facts())


@pytest.mark.parametrize(("kind", "hint"), KINDS, ids=[kind.name for kind, _ in KINDS])
def test_a_fact_of_any_kind_comes_back_as_it_was(kind: Any, hint: Any) -> None:
    fact = Fact(kind, values(hint), "原文", Place("甲.pdf", 2, (1, 2, 3, 4)), 0.75, "dates", "event", "举办")
    told = Found(((fact,), ()))
    back = unpacked(packed(told, found), found, ())
    assert back == told
    assert isinstance(back, Found) and type(back.facts[0][0].value) is type(fact.value)


def test_every_kind_has_a_type() -> None:
    assert {"title", "roster", "seal", "self-score", "earlier"} <= {kind.name for kind, _ in KINDS}


def test_what_was_found_apart_is_what_is_found_here(rules: RuleSet) -> None:
    for document in (PLAN, origins(30), replace(PLAN, pages=(replace(PLAN.pages[0], unveiled=PLAN.lines[:2]),))):
        paper = Paper(document)
        (answer,) = find([paper], rules, None, Here())
        assert isinstance(answer, Found)
        assert with_found(paper, answer) == looked_at(paper, rules)


# --- kept -----------------------------------------------------------------------------------------------------------


def test_what_was_found_is_not_looked_for_again(rules: RuleSet, cache: Cache) -> None:
    spy = Spy()
    papers = [Paper(PLAN), Paper(origins(20))]
    first = find(papers, rules, cache, spy)
    assert find(papers, rules, cache, spy) == first
    assert spy.asked == ["计划.txt", "生源.xlsx"]


def test_what_changes_anything_of_it_makes_it_new(
    rules: RuleSet, cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, other = (picture(tmp_path / f"{seed}.png", seed) for seed in (1, 2, 3))
    seen, spy = pages(one, two), Spy()
    find([Paper(seen)], rules, cache, spy)
    find([Paper(pages(one, picture(tmp_path / "moved.png", 2)))], rules, cache, spy)  # the same, elsewhere on the disk
    assert len(spy.asked) == 1
    renamed = replace(seen, file=replace(seen.file, path="别的名字.png"))
    changes: list[tuple[Paper, RuleSet]] = [
        (Paper(pages(one, other)), rules),
        (Paper(renamed), rules),
        (Paper(seen, perhaps=pages(one)), rules),
        (Paper(seen, is_leaf=True), rules),
        (Paper(replace(seen, pages=(replace(seen.pages[0], lines=PLAN.lines), seen.pages[1]))), rules),
        (Paper(seen), replace(rules, sha256="0" * 64)),
    ]
    for many, (paper, by) in enumerate(changes, 2):
        find([paper], by, cache, spy)
        assert len(spy.asked) == many
    monkeypatch.setattr(finding, "_LIBRARIES", (*finding._LIBRARIES, "lxml"))
    find([Paper(seen)], rules, cache, spy)
    assert len(spy.asked) == len(changes) + 2


@pytest.mark.parametrize("rubbish", [b"", b"no zlib", zlib.compress(b"no answer")])
def test_what_was_kept_and_makes_no_sense_is_looked_for_again(rules: RuleSet, cache: Cache, rubbish: bytes) -> None:
    paper, spy = Paper(PLAN), Spy()
    first = find([paper], rules, cache, spy)
    cache.put_bytes(finding._key(paper, rules), rubbish)
    assert find([paper], rules, cache, spy) == first
    assert len(spy.asked) == 2


def test_a_paper_that_could_not_be_digested_is_not_kept(
    rules: RuleSet, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract(*_: object) -> tuple[Fact[object], ...]:
        raise ZeroDivisionError

    spy = Spy()
    with monkeypatch.context() as patch:
        patch.setattr(finding, "extract", extract)
        assert find([Paper(PLAN)], rules, cache, spy) == [None]
    assert isinstance(find([Paper(PLAN)], rules, cache, spy)[0], Found)


# --- given up -------------------------------------------------------------------------------------------------------


def observed(calls: Here, rules: RuleSet) -> tuple[Observed, list[str]]:
    (seen,), flags = observing._observed([Paper(PLAN)], rules, None, calls)
    return seen, [flag.code for flag in flags]


@pytest.mark.parametrize("why", ["time", "crash", "answer"])
def test_a_paper_that_was_given_up_keeps_its_row_and_is_told(rules: RuleSet, why: Any) -> None:
    assert observed(Spy(Lost(why)), rules) == (Observed(PLAN), ["unreadable-file"])


def test_one_that_is_too_large_for_its_process_is_looked_at_in_this_one(rules: RuleSet) -> None:
    assert observed(Spy(Lost("memory")), rules) == (looked_at(Paper(PLAN), rules), [])


# --- seals ----------------------------------------------------------------------------------------------------------


def test_the_writing_of_a_seal_is_cut_out_once(
    tmp_path: Path, rules: RuleSet, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle, asked = tmp_path / "bundle", []
    bundle.mkdir()
    picture(bundle / "证明.png", 3)

    def unrolled(*place: Any) -> Any:
        asked.append(place)
        return writing.unrolled_writing(*place)

    monkeypatch.setattr(observing, "unrolled_writing", unrolled)
    for turn in range(2):
        sight = pipeline.observe(bundle, tmp_path / f"work{turn}", rules, Knowing(0.95), cache)
        assert [fact.value.text for seen in sight.observed for fact in seen.seals] == ["威海某某机械有限公司"]
    assert len(asked) == 1
