"""Posts of the school's account or site: about Weihai's employment, in the period, each counted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility.certain import unsure
from verifier.counting.eligibility.doubts import Doubt, telling, weakest
from verifier.counting.eligibility.edited import edited
from verifier.counting.eligibility.period import by_time, in_period, undated
from verifier.counting.flags import first_places, flag
from verifier.counting.posts.further import further_screens
from verifier.counting.posts.same_post import groups_of
from verifier.counting.posts.same_title import Telling, same_title
from verifier.counting.posts.scrolled import with_scrolled
from verifier.counting.posts.showing import Showing, showings_for
from verifier.facts.posts.extract import topic
from verifier.model import STANDINGS, Evidence, Flag, Indicator, Papers, PostsTaking, RuleSet, Standing, Tally


@dataclass(frozen=True, slots=True)
class Judged:
    """How one showing of a post stands, and what a person is told of it."""

    showing: Showing
    standing: Standing
    why: str
    told: tuple[Doubt, ...] = ()
    key: str = ""
    """of the post; '' for one that counts nowhere"""

    def evidence(self, cell: Indicator[PostsTaking]) -> Evidence:
        path, fact = self.showing.seen.path, self.showing.fact
        return Evidence(cell.id, path, (fact,), "content", self.why, self.standing, self.key or f"{path}:{fact.place}")


Told = tuple[Showing, Doubt]


def count(cell: Indicator[PostsTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `posts` counts distinct posts of the cell's channel."""
    showings = with_scrolled(showings_for(cell, papers, rules), rules)
    judged = list(_judged(showings, papers, rules))
    posts = [each.evidence(cell) for each in judged]
    further, told = further_screens(cell, papers, any(each.standing in ("firm", "counted") for each in posts))
    evidence = [*posts, *further]
    flags = [*_flags(cell, judged), *told, *_edited(cell, evidence, papers, rules)]
    open_question = papers.period is None and any(each.standing != "out" for each in evidence)
    return tally_of(evidence, flags, cell.takes.measure, open_question)


# --- what it is about, and what it counts -----------------------------------------------------------


def _judged(showings: Sequence[Showing], papers: Papers, rules: RuleSet) -> Iterator[Judged]:
    """Every showing that is about employment: of the school's posts, of other schools', and of posts that are gone."""
    published = [one for one in showings if one.whose != "out" and one.post.state == "published"]
    posts = [post for post in groups_of(published, rules) if _is_of_employment(post, rules)]
    for number, post in enumerate(posts):
        yield from _of_post(post, f"post:{number}", papers, rules)
    yield from _strange((one for one in showings if one.whose == "out"), rules)
    yield from _gone((one for one in showings if one.whose != "out" and one.post.state != "published"), posts, rules)


def _is_of_employment(post: Sequence[Showing], rules: RuleSet) -> bool:
    return any(_topic(one, rules)[1] for one in post)


def _topic(one: Showing, rules: RuleSet) -> tuple[bool, bool]:
    post = one.post
    return topic(f"{post.title}\n{post.body}", rules.words, [post.account, post.repost_of])


def _of_post(post: Sequence[Showing], key: str, papers: Papers, rules: RuleSet) -> Iterator[Judged]:
    """One post: the best showing tells how it stands; the others are the same again."""
    local = any(_topic(one, rules)[0] for one in post)
    ours = any(one.whose == "firm" for one in post)
    doubted = [(one, _doubts(one, post, local, ours, papers, rules)) for one in post]
    (first, doubts), *others = sorted(doubted, key=lambda pair: STANDINGS.index(weakest(pair[1])))
    standing = weakest(doubts)
    yield Judged(first, standing, _why(first, standing, doubts), tuple(telling(doubts)), key)
    again = f"与“{first.seen.path}”中的是同一条推送，只计一次"
    for one, _ in others:
        yield Judged(one, "out", again, (Doubt("duplicate-post", "out", again, ""),), key)


def _doubts(
    one: Showing, post: Sequence[Showing], local: bool, ours: bool, papers: Papers, rules: RuleSet
) -> list[Doubt]:
    day = next((each for each in (one, *post) if each.is_dated), one).day
    late = Doubt("date-outside-period", "out", "不在考核期内发布", "不计入，请补充考核年度的推送")
    missing = undated("没有完整的发布日期", "请补充带年月日的截图")
    doubts = [*by_time(in_period(day, papers.period), papers, late, missing)]
    if not local:
        doubts.append(
            Doubt("judgement-required", "open", f"没有写到{rules.region}", "是否属于我市政策或活动请审核人员判断")
        )
    if one.post.channel_in_doubt:
        doubts.append(Doubt("judgement-required", "open", "看不出是公众号还是网站发布的", "请补充能看出发布渠道的截图"))
    if one.post.view == "typed-list":
        doubts.append(Doubt("content-unconfirmed", "open", "只见于自行填写的清单", "请补充发布页面的截图"))
    elif one.whose != "firm" and (one.post.account or not ours):
        account = f"账号“{one.post.account}”" if one.post.account else "截图没有显示账号或网站名称，"
        doubts.append(Doubt("judgement-required", "open", f"{account}看不出是不是本校的", "请审核人员核对"))
    return [*doubts, *unsure("的标题或日期", one.fact.confidence, rules)]


def _strange(showings: Iterable[Showing], rules: RuleSet) -> Iterator[Judged]:
    """Posts of other schools' accounts."""
    for one in showings:
        if _is_of_employment([one], rules):
            doubt = Doubt("school-mismatch", "out", f"是{one.other}的账号发布的", "不计入，请核对")
            yield Judged(one, "out", f"账号“{one.post.account}”属于{one.other}", (doubt,))


def _gone(gone: Iterable[Showing], posts: Sequence[Sequence[Showing]], rules: RuleSet) -> Iterator[Judged]:
    """Drafts and deleted posts count nowhere; where the post is shown as published too, nobody is told."""
    words = Telling.of(rules.words)
    for one in gone:
        deleted = one.post.state == "deleted"
        if deleted or _is_of_employment([one], rules):
            why = "已被删除，不计入" if deleted else "是未发布的预览或草稿，不计入"
            doubt = Doubt("content-unconfirmed", "out", why, "请补充发布后的截图")
            known = any(same_title(one.post.title, other.post.title, words) for post in posts for other in post)
            yield Judged(one, "out", f"推送{why}", () if known else (doubt,))


def _why(one: Showing, standing: Standing, doubts: Sequence[Doubt]) -> str:
    when = f"，{one.fact.label}" if one.fact.label else ""
    said = f"推送“{one.post.title}”{when}"
    return said if standing in ("firm", "counted") else f"{said}：{doubts[0].message}"


# --- what a person is told --------------------------------------------------------------------------


def _flags(cell: Indicator[PostsTaking], judged: Sequence[Judged]) -> Iterator[Flag]:
    """One flag a file and code, however many of its posts it is about."""
    told: dict[tuple[str, str], list[Told]] = {}
    for each in judged:
        for doubt in each.told:
            told.setdefault((doubt.code, each.showing.seen.path), []).append((each.showing, doubt))
    return (_flag(cell, code, same) for (code, _), same in told.items())


def _flag(cell: Indicator[PostsTaking], code: str, each: Sequence[Told]) -> Flag:
    """One flag of a file: how many posts it is about, and the first ten, for each reason."""
    place = each[0][0].fact.place
    if code == "duplicate-post":
        text = f"{len(each)}条推送在其他截图中已有（{_titles(each)}），只计一次"
        return flag(code, cell.id, text, place)
    reasons: dict[str, list[Told]] = {}
    for one, doubt in each:
        reasons.setdefault(doubt.message, []).append((one, doubt))
    return flag(code, cell.id, "；".join(_said(same, message) for message, same in reasons.items()), place)


def _said(same: Sequence[Told], message: str) -> str:
    if len(same) > 1:
        return f"{len(same)}条推送（{_titles(same)}）{message}"
    title = same[0][0].post.title
    return f"推送“{title}”{message}" if title else f"推送{message}"


def _titles(each: Sequence[Told]) -> str:
    return first_places(f"“{one.post.title}”" for one, _ in each)


def _edited(cell: Indicator[PostsTaking], evidence: Sequence[Evidence], papers: Papers, rules: RuleSet) -> list[Flag]:
    counted = {each.file for each in evidence if each.standing != "out"}
    return [each for seen in papers.observed if seen.path in counted for each in edited(cell, seen, rules)]
