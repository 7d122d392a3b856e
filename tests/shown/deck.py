"""Screens by the hundred: a seed gives a template with its posts, the same each time."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.shown import phones, sites
from tests.shown.noise import Habits, read_as
from tests.shown.scene import Scene
from tests.shown.stories import OTHER_SCHOOL, SCHOOLS, STRANGERS, Topic, stories
from verifier.model import Document

TEMPLATES = (
    *("article", "draft", "deleted", "repost", "desktop", "lists", "lists", "stitched", "search"),
    *("chat", "moments", "mini-program", "video", "platform", "web-list", "web-list", "web-article"),
)


def deal(seed: int) -> list[Scene]:
    """The screens of a seed: one, or several where a list is scrolled."""
    rng = random.Random(seed)
    template = TEMPLATES[seed % len(TEMPLATES)]
    school = rng.choice(list(SCHOOLS))
    accounts, web_sites = SCHOOLS[school][:2], SCHOOLS[school][2:]
    account = rng.choice([*accounts, *accounts, *accounts, rng.choice(STRANGERS), f"{OTHER_SCHOOL}就业"])
    topic: Topic = rng.choice(["local", "local", "local", "general", "other"])
    captured = date(2024, rng.randrange(1, 13), rng.randrange(1, 29))
    posts = stories(
        rng, rng.randrange(3, 12), account, captured - timedelta(rng.choice([60, 200, 500])), captured, topic
    )
    first = posts[0]
    if template == "article":
        return [phones.article(rng, first)]
    if template == "draft":
        return [phones.article(rng, phones.replaced(first, state="draft"))]
    if template == "deleted":
        return [phones.deleted(rng, phones.replaced(first, state="deleted"))]
    if template == "repost":
        return [
            phones.article(rng, phones.replaced(first, repost_of=rng.choice(["威海人社", "山东就业创业", "荣成人社"])))
        ]
    if template == "desktop":
        return [phones.desktop_article(rng, first)]
    if template in ("lists", "stitched"):
        return phones.account_lists(
            rng, posts, captured, stitched=template == "stitched", full=rng.random() < 0.4,
            a_screen=rng.randrange(3, 7), overlap=rng.randrange(0, 3),
        )  # fmt: skip
    if template == "search":
        several = [phones.replaced(one, account=rng.choice([account, *STRANGERS])) for one in posts[:5]]
        return [phones.search(rng, several, captured)]
    if template == "chat":
        return [phones.chat(rng, posts[:3])]
    if template == "moments":
        return [phones.moments(rng, posts[:3])]
    if template == "mini-program":
        return [phones.mini_program(rng)]
    if template == "video":
        return [phones.video_channel(rng, first)]
    if template == "platform":
        return [phones.platform(rng, school)]
    site = rng.choice(web_sites)
    posts = [phones.replaced(one, account=site) for one in posts]
    if template == "web-list":
        return [sites.list_page(rng, posts, site)]
    return [sites.article_page(rng, posts[0], site)]


def read_scene(scene: Scene, seed: int, number: int, misread: float = 0.0) -> Document:
    """The screen as a reader of pictures gives it."""
    rng = random.Random(f"{seed}/{number}")
    habits = Habits(glued=rng.choice([0, 0.3, 0.8]), misread=misread, tilt=rng.choice([0, 0, 0, 0.6, -0.8]))
    return read_as(scene.canvas, f"{seed}-{number}.png", rng, habits)
