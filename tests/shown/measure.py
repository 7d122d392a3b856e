"""What was read of a screen against what it shows."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz

from tests.shown.scene import Entry, Scene
from verifier.facts import extract
from verifier.model import POST, SCREEN, Document, Fact, Post, RuleSet
from verifier.rules import load_rule_set

_RULES = Path(__file__).resolve().parents[2] / "rules" / "weihai-2020"


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    return load_rule_set(_RULES)


def facts_of(document: Document) -> tuple[Fact[object], ...]:
    return extract(document, rules().words)


def measured(scene: Scene, document: Document) -> tuple[Counter[str], list[str]]:
    """Counts of what is right and wrong on a screen, and a line for each fault."""
    facts = facts_of(document)
    kinds = [str(fact.value) for fact in facts if fact.kind == SCREEN]
    posts = [fact for fact in facts if fact.kind == POST]
    told: Counter[str] = Counter()
    faults: list[str] = []
    kind = kinds[0] if kinds else ""
    right = kind == scene.kind or (not scene.entries and not posts)
    told["kind right" if right else "kind wrong"] += 1
    if not right:
        faults.append(f"kind {kind or '-'} for {scene.kind or '-'}")
    pairs = _pairs(scene.entries, posts)
    for at, entry in enumerate(scene.entries):
        if at not in pairs:
            told["post missed"] += 1
            faults.append(f"missed: {entry.story.title}")
            continue
        told["post found"] += 1
        _compare(entry, pairs[at], told, faults)
    free = [fact for fact in posts if all(fact is not each for each in pairs.values())]
    told["post too many"] += len(free)
    faults += [f"too many: {fact.value.title} {fact.label}" for fact in free]
    return told, faults


def _pairs(entries: Sequence[Entry], posts: Sequence[Fact[Post]]) -> dict[int, Fact[Post]]:
    """Each post shown with the one that was read of it, the most alike first."""
    ranked = sorted(
        ((_likeness(entry, fact), at, index) for at, entry in enumerate(entries) for index, fact in enumerate(posts)),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    pairs: dict[int, Fact[Post]] = {}
    used: set[int] = set()
    for likeness, at, index in ranked:
        if likeness >= 60 and at not in pairs and index not in used:
            pairs[at] = posts[index]
            used.add(index)
    return pairs


def _likeness(entry: Entry, fact: Fact[Post]) -> float:
    if entry.story.state == "deleted" or fact.value.state == "deleted":
        return 100.0 if entry.story.state == fact.value.state else 0.0
    title, other = _bare(entry.story.title), _bare(str(fact.value.title))
    cut = other.endswith("...")
    other = other.rstrip(".")
    return fuzz.ratio(title[: len(other)] if cut else title, other)


def _compare(entry: Entry, fact: Fact[Post], told: Counter[str], faults: list[str]) -> None:
    story, post = entry.story, fact.value
    if story.state != "deleted":
        near = _likeness(entry, fact) >= 90
        told["title right" if near else "title wrong"] += 1
        if not near:
            faults.append(f"title {post.title!r} for {story.title!r}")
    state = post.state == story.state
    told["state right" if state else "state wrong"] += 1
    if not state:
        faults.append(f"state {post.state} for {story.state}: {story.title}")
    if story.repost_of or post.repost_of:
        same = post.repost_of == story.repost_of
        told["repost right" if same else "repost wrong"] += 1
        if not same:
            faults.append(f"repost of {post.repost_of!r} for {story.repost_of!r}")
    if entry.named:
        # an author before the account, read as one with it, is no other account
        same = _bare(post.account).endswith(_bare(story.account))
        told["account right" if same else "account wrong"] += 1
        if not same:
            faults.append(f"account {post.account!r} for {story.account!r}")
    elif post.account and story.state != "deleted":
        told["account guessed"] += 1
        faults.append(f"account {post.account!r} where none is shown")
    if entry.form != "none":
        told[_day(entry, fact, faults)] += 1


def _bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _day(entry: Entry, fact: Fact[Post], faults: list[str]) -> str:
    """right, wrong, missed, or unsure: left open, or read without confidence."""
    span, day = fact.value.day, entry.story.day
    known = span is not None and span.start is not None
    if entry.form == "full" or entry.settled:
        if known and span.start == span.end == day:
            return "date right"
        if fact.confidence < 0.8 or (entry.form == "yearless" and not known):
            return "date unsure"
        faults.append(f"date {span.start if span else None} for {day}: {entry.story.title}")
        return "date wrong" if known else "date missed"
    if known and span.start != day:
        faults.append(f"date {span.start} where {day} was not said in full: {entry.story.title}")
        return "date wrong"
    return "date right" if known else "date unsure"
