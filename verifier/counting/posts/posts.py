"""Posts of the school's account or site: about Weihai's employment, in the period, each counted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility.candidates import candidates
from verifier.counting.eligibility.certain import unsure
from verifier.counting.eligibility.doubts import Doubt, telling, weakest
from verifier.counting.eligibility.edited import edited
from verifier.counting.eligibility.period import by_time, in_period, undated
from verifier.counting.eligibility.whose import whose_account, whose_paper
from verifier.counting.flags import first_places, flag
from verifier.counting.posts.same_title import Telling, same_title
from verifier.facts.posts.extract import topic
from verifier.model import (
    STANDINGS,
    DateSpan,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    Post,
    PostsTaking,
    RuleSet,
    Standing,
    Tally,
)

_VIEWS = ("article", "list", "typed-list")


@dataclass(frozen=True, slots=True)
class Showing:
    """A post as one screen or list shows it."""

    seen: Observed
    fact: Fact[Post]
    whose: Standing
    other: str = ""
    """the school whose account it is, where it is another's"""

    @property
    def post(self) -> Post:
        post: Post = self.fact.value
        return post

    @property
    def day(self) -> DateSpan | None:
        return self.post.day

    @property
    def start(self) -> date:
        """First day; the earliest of all where it is unknown."""
        return self.day.start if self.day and self.day.start else date.min

    @property
    def is_dated(self) -> bool:
        return self.day is not None and self.day.start is not None


def count(cell: Indicator[PostsTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `posts` counts distinct posts of the cell's channel."""
    showings = _showings(cell, papers, rules)
    strange = [one for one in showings if one.whose == "out"]
    gone = [one for one in showings if one.whose != "out" and one.post.state != "published"]
    groups = _groups([one for one in showings if one.whose != "out" and one.post.state == "published"], rules)
    evidence: list[Evidence] = []
    told: dict[tuple[str, str], list[tuple[Showing, Doubt]]] = {}
    about = [group for group in groups if _is_of_employment(group, rules)]
    for number, group in enumerate(about):
        evidence += _of_group(cell, group, f"post:{number}", papers, rules, told)
    for one in strange:
        if _is_of_employment([one], rules):
            doubt = Doubt("school-mismatch", "out", f"是{one.other}的账号发布的", "不计入，请核对")
            evidence.append(_evidence(cell, one, "out", f"账号“{one.post.account}”属于{one.other}"))
            told.setdefault((doubt.code, one.seen.path), []).append((one, doubt))
    evidence += _gone(cell, gone, about, rules, told)
    flags = [_flag(cell, code, each) for (code, _), each in told.items()]
    flags += _edited(cell, evidence, papers, rules)
    open_question = papers.period is None and any(each.standing != "out" for each in evidence)
    return tally_of(evidence, flags, cell.takes.measure, open_question)


# --- what is shown ----------------------------------------------------------------------------------


def _showings(cell: Indicator[PostsTaking], papers: Papers, rules: RuleSet) -> list[Showing]:
    found = []
    for seen in candidates(papers):
        accounts = [fact.value.account for fact in seen.posts if fact.value.account]
        for fact in seen.posts:
            if fact.value.channel != cell.takes.channel:
                continue
            account = fact.value.account or _of_file(accounts) or _signed(seen, papers)
            whose, other = whose_account(account, papers, rules)
            if fact.value.view == "typed-list" and whose != "out":
                verdict, other = whose_paper(seen, papers, rules)
                whose = "out" if verdict == "out" else whose
            found.append(Showing(seen, fact, whose, other))
    order = {view: at for at, view in enumerate(_VIEWS)}
    return _scrolled(sorted(found, key=lambda one: order[one.post.view]), rules)


def _scrolled(showings: Sequence[Showing], rules: RuleSet) -> list[Showing]:
    """Lists without a name are the school's where they show a post of one of its lists again: scrolled on from it."""
    telling = Telling.of(rules.words)
    lists = [one for one in showings if one.post.view == "list" and one.day]
    ours = [one for one in lists if one.whose == "firm"]
    waiting = [one for one in lists if one.whose == "open" and not one.post.account]
    scrolled: set[str] = set()
    while ours:
        met = {
            one.seen.path
            for one in waiting
            if any(one.day == other.day and _alike(one, other, telling) for other in ours)
        }
        scrolled |= met
        ours = [one for one in waiting if one.seen.path in met]
        waiting = [one for one in waiting if one.seen.path not in met]
    return [
        replace(one, whose="firm") if one.seen.path in scrolled and not one.post.account else one for one in showings
    ]


def _signed(seen: Observed, papers: Papers) -> str:
    """The school's name where another line of the screen names it as an account or site: 来源, the foot of a page."""
    named = [fact for fact in seen.schools if fact.role == "account" and fact.value == papers.school]
    return papers.school or "" if named else ""


def _of_file(accounts: Sequence[str]) -> str:
    """The one account that a file shows, for the screens in it that are cut off."""
    return accounts[0] if len(set(accounts)) == 1 else ""


def _groups(showings: Sequence[Showing], rules: RuleSet) -> list[list[Showing]]:
    """Showings of one post: the same title within some days of the last one counted; undated ones join a dated one."""
    telling = Telling.of(rules.words)
    titled: list[list[Showing]] = []
    for one in showings:
        home = next((group for group in titled if any(_alike(one, other, telling) for other in group)), None)
        if home is None:
            titled.append([one])
        else:
            home.append(one)
    return [group for same in titled for group in _by_date([_dated(one, same) for one in same], rules)]


def _alike(one: Showing, other: Showing, telling: Telling) -> bool:
    same_day = one.is_dated and one.day == other.day
    return same_title(one.post.title, other.post.title, telling, same_day)


def _dated(one: Showing, group: Sequence[Showing]) -> Showing:
    """A showing whose date lacks the year takes it from another one of that day."""
    span = one.day
    if span is None or span.start is not None:
        return one
    years = {
        other.day.start
        for other in group
        if other.day and other.day.start and (other.day.start.month, other.day.start.day) == (span.month, span.day)
    }
    if len(years) != 1:
        return one
    day = years.pop()
    post = replace(one.post, day=replace(span, start=day, end=day))
    return replace(one, fact=replace(one.fact, value=post))


def _by_date(same: Sequence[Showing], rules: RuleSet) -> list[list[Showing]]:
    dated = sorted((one for one in same if one.is_dated), key=lambda one: one.start)
    groups: list[list[Showing]] = []
    for one in dated:
        first = groups[-1][0].day if groups else None
        if first and _days_between(first, one.day) <= rules.assessment.repeat_days:
            groups[-1].append(one)
        else:
            groups.append([one])
    rest = [one for one in same if not one.is_dated]
    if rest and not groups:
        return [list(rest)]
    if rest:
        groups[0] += rest
    return groups


def _days_between(one: DateSpan, other: DateSpan | None) -> int:
    assert one.start is not None and other is not None and other.start is not None
    return (other.start - one.start).days


# --- what it is about, and what it counts -----------------------------------------------------------


def _is_of_employment(group: Sequence[Showing], rules: RuleSet) -> bool:
    return any(_topic(one, rules)[1] for one in group)


def _topic(one: Showing, rules: RuleSet) -> tuple[bool, bool]:
    post = one.post
    return topic(f"{post.title}\n{post.body}", rules.words, [post.account, post.repost_of])


def _of_group(
    cell: Indicator[PostsTaking],
    group: Sequence[Showing],
    key: str,
    papers: Papers,
    rules: RuleSet,
    told: dict[tuple[str, str], list[tuple[Showing, Doubt]]],
) -> list[Evidence]:
    """One post: the best showing tells how it stands; the others are the same again."""
    local = any(_topic(one, rules)[0] for one in group)
    ours = any(one.whose == "firm" for one in group)
    judged = [(one, _doubts(one, group, local, ours, papers, rules)) for one in group]
    judged.sort(key=lambda pair: STANDINGS.index(weakest(pair[1])))
    first, doubts = judged[0]
    standing = weakest(doubts)
    for doubt in telling(doubts):
        told.setdefault((doubt.code, first.seen.path), []).append((first, doubt))
    evidence = [_evidence(cell, first, standing, _why(first, standing, doubts), key)]
    for one, _ in judged[1:]:
        again = f"与“{first.seen.path}”中的是同一条推送，只计一次"
        told.setdefault(("duplicate-post", one.seen.path), []).append((one, Doubt("duplicate-post", "out", again, "")))
        evidence.append(_evidence(cell, one, "out", again, key))
    return evidence


def _doubts(
    one: Showing, group: Sequence[Showing], local: bool, ours: bool, papers: Papers, rules: RuleSet
) -> list[Doubt]:
    day = next((each for each in (one, *group) if each.is_dated), one).day
    late = Doubt("date-outside-period", "out", "不在考核期内发布", "不计入，请补充考核年度的推送")
    missing = undated("没有完整的发布日期", "请补充带年月日的截图")
    doubts = [*by_time(in_period(day, papers.period), papers, late, missing)]
    if not local:
        doubts.append(
            Doubt("judgement-required", "open", f"没有写到{rules.region}", "是否属于我市政策或活动请审核人员判断")
        )
    if one.post.view == "typed-list":
        doubts.append(Doubt("content-unconfirmed", "open", "只见于自行填写的清单", "请补充发布页面的截图"))
    elif one.whose != "firm" and (one.post.account or not ours):
        account = f"账号“{one.post.account}”" if one.post.account else "截图没有显示账号或网站名称，"
        doubts.append(Doubt("judgement-required", "open", f"{account}看不出是不是本校的", "请审核人员核对"))
    return [*doubts, *unsure("的标题或日期", one.fact.confidence, rules)]


def _gone(
    cell: Indicator[PostsTaking],
    gone: Sequence[Showing],
    about: Sequence[Sequence[Showing]],
    rules: RuleSet,
    told: dict[tuple[str, str], list[tuple[Showing, Doubt]]],
) -> list[Evidence]:
    """Drafts and deleted posts count nowhere."""
    telling = Telling.of(rules.words)
    evidence = []
    for one in gone:
        deleted = one.post.state == "deleted"
        if not deleted and not _is_of_employment([one], rules):
            continue
        why = "已被删除，不计入" if deleted else "是未发布的预览或草稿，不计入"
        evidence.append(_evidence(cell, one, "out", f"推送{why}"))
        if not any(same_title(one.post.title, other.post.title, telling) for group in about for other in group):
            doubt = Doubt("content-unconfirmed", "out", why, "请补充发布后的截图")
            told.setdefault((doubt.code, one.seen.path), []).append((one, doubt))
    return evidence


def _evidence(cell: Indicator[PostsTaking], one: Showing, standing: Standing, why: str, key: str = "") -> Evidence:
    own = key or f"{one.seen.path}:{one.fact.place}"
    return Evidence(cell.id, one.seen.path, (one.fact,), "content", why, standing, own)


def _why(one: Showing, standing: Standing, doubts: Sequence[Doubt]) -> str:
    when = f"，{one.fact.label}" if one.fact.label else ""
    said = f"推送“{one.post.title}”{when}"
    return said if standing in ("firm", "counted") else f"{said}：{doubts[0].message}"


def _flag(cell: Indicator[PostsTaking], code: str, each: Sequence[tuple[Showing, Doubt]]) -> Flag:
    """One flag of a file: how many posts it is about, and the first ten, for each reason."""
    place = each[0][0].fact.place
    if code == "duplicate-post":
        text = f"{len(each)}条推送在其他截图中已有（{_titles(each)}），只计一次"
        return flag(code, cell.id, text, place)
    reasons: dict[str, list[tuple[Showing, Doubt]]] = {}
    for one, doubt in each:
        reasons.setdefault(doubt.message, []).append((one, doubt))
    return flag(code, cell.id, "；".join(_said(same, message) for message, same in reasons.items()), place)


def _said(same: Sequence[tuple[Showing, Doubt]], message: str) -> str:
    if len(same) > 1:
        return f"{len(same)}条推送（{_titles(same)}）{message}"
    title = same[0][0].post.title
    return f"推送“{title}”{message}" if title else f"推送{message}"


def _titles(each: Sequence[tuple[Showing, Doubt]]) -> str:
    return first_places(f"“{one.post.title}”" for one, _ in each)


def _edited(cell: Indicator[PostsTaking], evidence: Sequence[Evidence], papers: Papers, rules: RuleSet) -> list[Flag]:
    counted = {each.file for each in evidence if each.standing != "out"}
    return [each for seen in papers.observed if seen.path in counted for each in edited(cell, seen, rules)]
