"""Random bundles of screens of one school, and how many posts count in them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tests.shown import phones, sites
from tests.shown.deck import read_scene
from tests.shown.measure import facts_of
from tests.shown.scene import Entry, Scene
from tests.shown.stories import OTHER_SCHOOL, SCHOOLS, STRANGERS, Story, stories
from verifier.model import Observed

SCHOOL = "威海职业学院"
_FIRST, _LAST = date(2024, 1, 5), date(2024, 12, 20)


@dataclass(frozen=True)
class Dealt:
    observed: tuple[Observed, ...]
    sure: int
    """posts that count in low and proposed"""
    open: int
    """posts that count in high alone"""


def deal_posts(seed: int, channel: str) -> Dealt:
    """The screens of a channel of the school, with posts that count, that are a question, and that don't count."""
    rng = random.Random(f"{channel}/{seed}")
    name = rng.choice(SCHOOLS[SCHOOL][:2] if channel == "wechat" else SCHOOLS[SCHOOL][2:])
    posts = stories(rng, rng.choice([0, 1, 4, 12, 15, 16, 20]), name, _FIRST, _LAST)
    posts += _others(rng, name)
    show = _wechat if channel == "wechat" else _website
    scenes = show(rng, posts, name)
    scenes += _without_count(rng, name, channel)
    documents = [read_scene(scene, seed, number) for number, scene in enumerate(scenes)]
    observed = tuple(Observed(document, facts_of(document)) for document in documents)
    kinds = [_standing(post, scenes) for post in _distinct(posts)]
    return Dealt(observed, kinds.count("sure"), kinds.count("open"))


def _others(rng: random.Random, name: str) -> list[Story]:
    """Posts of the account about other places and other matters, and of the year before."""
    found = stories(rng, rng.randrange(0, 3), name, _FIRST, _LAST, "general")
    found += stories(rng, rng.randrange(0, 3), name, _FIRST, _LAST, "other")
    found += stories(rng, rng.randrange(0, 3), name, date(2023, 2, 1), date(2023, 11, 30))
    return _distinct(found)


def _distinct(posts: Iterable[Story]) -> list[Story]:
    return list({post.title: post for post in posts}.values())


def _wechat(rng: random.Random, posts: Sequence[Story], name: str) -> list[Scene]:
    """Scrolled lists of the posts, newest first; some again as articles, one as a draft."""
    ordered = sorted(_distinct(posts), key=lambda post: post.day, reverse=True)
    captured = date(2024, 12, rng.randrange(20, 31))
    scenes: list[Scene] = []
    if len(ordered) > 1 and rng.random() < 0.8:
        scenes += phones.account_lists(
            rng, ordered, captured, a_screen=rng.randrange(4, 7), overlap=rng.randrange(1, 3), full=rng.random() < 0.6,
            stitched=rng.random() < 0.2,
        )  # fmt: skip
        again = rng.sample(ordered, min(len(ordered), rng.randrange(0, 4)))
    else:
        again = ordered
    return scenes + [phones.article(rng, post) for post in again]


def _website(rng: random.Random, posts: Sequence[Story], name: str) -> list[Scene]:
    ordered = sorted(_distinct(posts), key=lambda post: post.day, reverse=True)
    scenes: list[Scene] = []
    again = ordered
    if len(ordered) > 3 and rng.random() < 0.8:
        scenes = [sites.list_page(rng, ordered[at : at + 10], name) for at in range(0, len(ordered), 8)]
        scenes = [scene for scene in scenes if len(scene.entries) > 2] or scenes
        again = rng.sample(ordered, min(len(ordered), rng.randrange(0, 4)))
    return scenes + [sites.article_page(rng, post, name) for post in again]


def _without_count(rng: random.Random, name: str, channel: str) -> list[Scene]:
    """A draft, a deleted post, a chat, another school's post: none of them counts."""
    draft, deleted, strange = stories(rng, 3, name, _FIRST, _LAST)
    other = phones.replaced(strange, account=f"{OTHER_SCHOOL}就业")
    scenes = [phones.chat(rng, [draft]), phones.moments(rng, [draft, deleted])]
    if channel == "wechat":
        scenes += [
            phones.article(rng, phones.replaced(draft, state="draft")),
            phones.deleted(rng, phones.replaced(deleted, state="deleted")),
            phones.article(rng, other),
        ]
    return [scene for scene in scenes if rng.random() < 0.6]


def strangers(seed: int, many: int) -> tuple[Observed, ...]:
    """Articles of an account that is nobody's known."""
    rng = random.Random(f"strange/{seed}")
    posts = stories(rng, many, rng.choice(STRANGERS), _FIRST, _LAST)
    documents = [read_scene(phones.article(rng, post), seed, 900 + at) for at, post in enumerate(posts)]
    return tuple(Observed(document, facts_of(document)) for document in documents)


# --- what counts ------------------------------------------------------------------------------------


def _standing(post: Story, scenes: Sequence[Scene]) -> str:
    """sure, open, or none: as a person would count it."""
    if post.topic == "other":
        return "none"
    shown = [(entry, scene) for scene in scenes for entry in scene.entries if entry.story == post]
    if not shown:
        return "none"
    dated = any(entry.form == "full" or entry.settled for entry, _ in shown)
    if dated and post.day.year != 2024:
        return "none"
    ours = any(entry.named for entry, _ in shown) or any(_is_scrolled(scene, scenes) for _, scene in shown)
    return "sure" if dated and ours and post.topic == "local" else "open"


def _is_scrolled(scene: Scene, scenes: Sequence[Scene]) -> bool:
    """Whether a screen without a name shows a post of a screen with one again, over others that do."""
    known = {id(each) for each in scenes if each.kind.endswith("list") and any(entry.named for entry in each.entries)}
    lists = [each for each in scenes if each.kind.endswith("list")]
    for _ in lists:
        for each in lists:
            if any(_meets(each, other) for other in lists if id(other) in known):
                known.add(id(each))
    return id(scene) in known


def _meets(one: Scene, other: Scene) -> bool:
    return bool({*map(_key, one.entries)} & {*map(_key, other.entries)} - {None})


def _key(entry: Entry) -> tuple[str, date] | None:
    return (entry.story.title, entry.story.day) if entry.form in ("full", "yearless") else None
