"""Posts of the school's account or site about the region's employment policy: each once, however often shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rapidfuzz import fuzz

from verifier.facts.posts import topic
from verifier.identity import folded
from verifier.model import (
    DateSpan,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    Post,
    RuleSet,
    Standing,
    Tally,
    weaker,
)

from .sight import candidates, flag, in_period, plain, school_verdict, standing_by_confidence
from .tallying import tally_of

_VIEWS = ("article", "list", "typed-list")
_CUT = ("…", "...", "···")


@dataclass(slots=True)
class Shown:
    """One showing of a post."""

    seen: Observed
    fact: Fact
    title: str
    local: bool
    whose: Standing
    other_school: str = ""

    @property
    def post(self) -> Post:
        post: Post = self.fact.value
        return post

    @property
    def day(self) -> date | None:
        return self.post.day.start if self.post.day else None


@dataclass(slots=True)
class One:
    """A post with all its showings."""

    showings: list[Shown] = field(default_factory=list)
    last: date | None = None


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """The measure is the number of distinct posts."""
    shown: list[Shown] = []
    evidence: list[Evidence] = []
    for seen in candidates(papers):
        for fact in seen.of("post"):
            if fact.value.channel != cell.takes.channel:
                continue
            if fact.value.state != "published":
                why = "预览稿，没有发布" if fact.value.state == "draft" else "已被删除"
                evidence.append(Evidence(cell.id, seen.path, (fact,), "content", why, "out"))
                continue
            one = _shown(seen, fact, papers, rules)
            if one is not None:
                shown.append(one)
    flags: list[Flag] = []
    for index, post in enumerate(_posts(shown, rules)):
        evidence += _judged(cell, post, str(index), papers, rules, flags)
    return tally_of(evidence, _by_file(flags), cell.takes.fact)


def _shown(seen: Observed, fact: Fact, papers: Papers, rules: RuleSet) -> Shown | None:
    """None for a post that has nothing to do with employment."""
    post: Post = fact.value
    names = tuple(name for name in (post.account, papers.school or "") if name)
    local, employment = topic(f"{post.title}\n{post.body}", rules.words, names)
    if not employment:
        return None
    whose, other = _whose(seen, post, papers, rules)
    return Shown(seen, fact, _title(post.title), local, whose, other)


def _whose(seen: Observed, post: Post, papers: Papers, rules: RuleSet) -> tuple[Standing, str]:
    """firm: the school's own account; out: another school's; open: any other, or none shown."""
    if not papers.school:
        return "open", ""
    account = folded(post.account)
    schools = {school.name: school for school in rules.words.schools}
    own = schools.get(papers.school)
    if any(folded(name) in account for name in (papers.school, *(own.aliases if own else ()))):
        return "firm", ""
    if account:
        for school in rules.words.schools:
            if school.name != papers.school and any(folded(n) in account for n in (school.name, *school.aliases)):
                return "out", school.name
    named = [f for f in seen.of("school") if f.role in ("account", "issuer", "subject")]
    if any(fact.value == papers.school and fact.role == "account" for fact in named):
        return "firm", ""
    if account and seen.of("school"):
        verdict, other = school_verdict(seen, papers, rules)
        if verdict == "out" and any(fact.role == "account" for fact in named):
            return "out", other
    if not account and any(fact.value == papers.school for fact in named):
        return "firm", ""
    return "open", ""


def _posts(shown: list[Shown], rules: RuleSet) -> list[One]:
    """Showings of one title are one post, unless dates more than the rule's days apart tell them apart."""
    apart = timedelta(days=rules.assessment.repeat_days)
    ordered = sorted(shown, key=lambda one: (one.day is None, one.day or date.min, _VIEWS.index(one.post.view)))
    posts: list[One] = []
    for one in ordered:
        home = next((post for post in posts if _same(one, post, apart)), None)
        if home is None:
            home = One()
            posts.append(home)
        home.showings.append(one)
        home.last = home.last or one.day
    return posts


def _same(one: Shown, post: One, apart: timedelta) -> bool:
    if not any(_alike(one.title, other.title) for other in post.showings):
        return False
    return one.day is None or post.last is None or one.day - post.last <= apart


def _alike(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) >= 6 and long.startswith(short):
        return True
    return fuzz.ratio(a, b) >= 90


def _title(text: str) -> str:
    title = plain(text)
    for mark in _CUT:
        title = title.removesuffix(mark)
    return title


def _judged(cell: Indicator, post: One, key: str, papers: Papers, rules: RuleSet, flags: list[Flag]) -> list[Evidence]:
    """The evidence of one post: every showing under one key, the best showing giving its standing."""
    showings = sorted(post.showings, key=lambda one: (_VIEWS.index(one.post.view), one.seen.path))
    local = any(one.local for one in showings)
    whose = min((one.whose for one in showings), key=("firm", "counted", "open", "out").index)
    day = next((one.post.day for one in showings if one.post.day and one.post.day.start), None)
    first = showings[0]
    doubts: list[tuple[str, Standing, str]] = []
    if whose == "out":
        doubts.append(("school-mismatch", "out", f"是{first.other_school}发布的，不计入，请核对"))
    elif whose == "open":
        doubts.append(("judgement-required", "open", "看不出是本校公众号或网站发布的，请确认"))
    if not local:
        doubts.append(("judgement-required", "open", "内容没有提到威海，请确认是否宣传我市政策或活动"))
    doubts += _of_day(day, papers)
    if all(one.post.view == "typed-list" for one in showings):
        doubts.append(("content-unconfirmed", "open", "只在自填清单中列出，没有截图，请补充截图"))
    surest = max(one.fact.confidence for one in showings)
    standing = standing_by_confidence(surest, rules.assessment.sure)
    if standing != "firm":
        doubts.append(("low-confidence", standing, "识别把握不足，请看原图"))
    for code, effect, text in doubts:
        standing = weaker(standing, effect)
        if code:
            flags.append(flag(code, cell.id, f"“{first.post.title}”{text}", first.fact.place))
    for again in showings[1:]:
        if again.seen.path != first.seen.path or again.fact.place != first.fact.place:
            text = f"“{again.post.title}”与{first.seen.path}是同一条，只计一次"
            flags.append(flag("duplicate-post", cell.id, text, again.fact.place))
    why = "；".join(text for _, _, text in doubts) or f"{first.post.account or '本校'}发布的就业创业信息"
    return [Evidence(cell.id, one.seen.path, (one.fact,), "content", why, standing, key) for one in showings]


def _of_day(day: DateSpan | None, papers: Papers) -> list[tuple[str, Standing, str]]:
    if papers.period is None:
        return [("", "open", "考核年度未定")]
    if day is None:
        return [("date-missing", "open", "没有完整的发布日期，请补充")]
    if not in_period(day, papers.period):
        return [("date-outside-period", "out", f"发布于{day.start}，不在考核期内，不计入")]
    return []


def _by_file(flags: Sequence[Flag]) -> list[Flag]:
    """One flag per code and file: a few are all quoted, many by their number."""
    grouped: dict[tuple[str, str], list[Flag]] = {}
    for each in flags:
        grouped.setdefault((each.code, each.place.file if each.place else ""), []).append(each)
    merged = []
    for same in grouped.values():
        head = same[0]
        if len(same) > 1:
            text = "；".join(each.message for each in same[:10]) + (f"；等{len(same)}条" if len(same) > 10 else "")
            head = Flag(head.code, head.severity, text, head.place, head.indicator)
        merged.append(head)
    return merged
