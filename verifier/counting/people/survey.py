"""Answers to a survey as a share of the year's graduates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from verifier.counting.eligibility import eligible, flags_of
from verifier.counting.eligibility.candidates import candidates
from verifier.counting.eligibility.certain import unsure_of
from verifier.counting.eligibility.doubts import Doubt, weakest
from verifier.counting.eligibility.period import in_period
from verifier.counting.flags import flag
from verifier.counting.people.graduating_class import class_years
from verifier.counting.people.listing import Recount
from verifier.counting.people.rosters_sent import where
from verifier.counting.people.survey_answers import Export, Survey, exports_of, surveys_of
from verifier.counting.people.totals import disagreement, graduates, share_measure, share_tests, total_measure, total_of
from verifier.language.comparing_text import plain
from verifier.model import (
    Evidence,
    Fact,
    Flag,
    Indicator,
    Measure,
    Observed,
    Papers,
    Quantity,
    Rate,
    RateRow,
    Roster,
    RuleSet,
    SurveyTaking,
    Tally,
)

_UNITS = ("人", "份", "个", "条", "人次")
_EXPORT, _COUNT, _TURNS = 0, 1, 1000
"""ranks of what tells the number of answers; a count adds the place of its word in the rule set's list"""
TINY = Fraction(1, 10**9)
"""a share above nothing and below every threshold: somebody answered, of how many is not known"""


@dataclass(frozen=True, slots=True)
class Answers:
    """The number of people who answered, as one paper tells it."""

    rank: int
    number: Fraction
    raw: Fraction
    """before those who answered twice were taken out"""
    fact: Fact[Roster] | Fact[Quantity]
    seen: Observed
    why: str
    rows: tuple[RateRow, ...] = ()
    """of exports: every row of them"""
    others: tuple[Export, ...] = ()
    """further tables of the same survey"""

    @property
    def papers(self) -> tuple[Observed, ...]:
        return self.seen, *(each.seen for each in self.others)


def count(cell: Indicator[SurveyTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `survey_answers`, `graduates` and `answered_share`."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    answers: list[Answers] = []
    exports: list[Export] = []
    mute: list[Observed] = []
    for seen in candidates(papers):
        if not _is_survey(seen, cell):
            continue
        door = eligible(seen, cell, papers, rules, _kind(seen), _of_other_year(seen, papers), name="问卷")
        if door.standing == "out":
            evidence.append(Evidence(cell.id, seen.path, (_kind(seen),), "content", door.flags[-1].message, "out"))
            flags.append(door.flags[-1])
        elif tables := exports_of(seen, papers, rules):
            exports += tables
        elif told := list(_stated(seen, cell, rules)):
            answers += told
        elif seen.types[0] in cell.takes.documents:
            mute.append(seen)
    surveys = surveys_of(exports)
    answers += map(_exported, surveys)
    flags += [found for survey in surveys for found in _duplicates(cell, survey)]
    if not answers:
        return _without_number(cell, mute, evidence, flags)
    evidence += [Evidence(cell.id, seen.path, (_kind(seen),), "content", "问卷材料", "firm") for seen in mute]
    return _rated(cell, papers, rules, sorted(answers, key=lambda each: each.rank), evidence, flags)


def _is_survey(seen: Observed, cell: Indicator[SurveyTaking]) -> bool:
    return bool(seen.types) and any(kind in seen.types for kind in (*cell.takes.documents, "summary"))


def _kind(seen: Observed) -> Fact[str]:
    return seen.document_types[0]


def _without_number(cell: Indicator, mute: list[Observed], evidence: list[Evidence], flags: list[Flag]) -> Tally:
    for seen in mute:
        text = "问卷材料没有写明答卷人数，请补充回收情况"
        flags.append(flag("partial-evidence", cell.id, text, _kind(seen).place))
        evidence.append(Evidence(cell.id, seen.path, (_kind(seen),), "content", "没有写明答卷人数", "open"))
    return Tally(tuple(evidence), (), tuple(flags), open_to_max=bool(mute), settled=not mute)


def _rated(
    cell: Indicator,
    papers: Papers,
    rules: RuleSet,
    answers: list[Answers],
    evidence: list[Evidence],
    flags: list[Flag],
) -> Tally:
    """`answers`: the surest first."""
    best = _best(answers)
    others = [each for each in answers if each.number not in (best.number, best.raw) and each.rank < _TURNS]
    if best.rank >= _TURNS:
        others = [each for each in answers if each.number != best.number]
        text = f"只写明填写人次{best.number}，不是答卷人数，请核对"
        flags.append(flag("judgement-required", cell.id, text, best.fact.place))
    elif any(best.raw != each.raw for each in others):
        told = "、".join(f"{each.seen.path}写{_shown(each.number)}" for each in (best, *others)[:10])
        flags.append(flag("totals-disagree", cell.id, f"几份材料的答卷人数不一致：{told}，请核对", best.fact.place))
    unread = unsure_of(best.fact, rules) if best.rank else ()
    sure = weakest(unread)
    flags += flags_of(cell, unread)
    evidence += [
        Evidence(cell.id, a.seen.path, (a.fact,), "content", a.why, sure if a is best else "firm", value=a.number)
        for a in answers
    ]
    evidence += [
        Evidence(cell.id, other.seen.path, (other.fact,), "content", f"与{a.fact.place}是同一问卷，合并计算")
        for a in answers
        for other in a.others
    ]
    numbers = [best.number, *(each.number for each in others)]
    least, most = min(numbers), best.number if best.rank >= _TURNS else max(numbers)
    low = least if sure == "firm" else None
    told_answers = Measure("survey_answers", low, best.number, most)
    sources = graduates(papers, rules)
    if not sources.decided:
        text = "材料中没有毕业生总数，不能计算答卷率，请补充毕业生花名册或总数"
        flags.append(flag("denominator-missing", cell.id, text))
        some = TINY if best.number else Fraction(0)
        share = Measure("answered_share", some if low is not None else None, some, Fraction(1), False)
        return Tally(tuple(evidence), (told_answers, share), tuple(flags), settled=False)
    flags += disagreement(cell, sources, share_tests("answered_share", told_answers))
    flags += _stated_rates(cell, answers, best.number / sources.decided, rules)
    if best.number > sources.decided:
        text = f"答卷{best.number}份多于毕业生{sources.decided}人，按全部作答计，请核对是否按人次统计"
        flags.append(flag("totals-disagree", cell.id, text, best.fact.place))
    measures = (
        told_answers,
        total_measure("graduates", sources),
        share_measure("answered_share", told_answers, sources),
    )
    fates = Recount()
    fates.put_base(sources, {}, below="本年度毕业生")
    rate = Rate(
        "answered_share",
        best.number,
        sources.decided,
        (*best.rows, *fates.listed(sources.tables)),
        "answered_share",
        1 / sources.decided,
        sources.base,
        sources.candidates,
    )
    return Tally(tuple(evidence), measures, tuple(flags), rates=(rate,))


def _best(answers: list[Answers]) -> Answers:
    """The surest; of turns the number that most questions have."""
    if answers[0].rank < _TURNS:
        same = [each for each in answers if each.rank == answers[0].rank]
        return max(same, key=lambda each: each.number)
    often = Counter(each.number for each in answers)
    number = min(often, key=lambda value: (-often[value], value))
    return next(each for each in answers if each.number == number)


# --- one paper ------------------------------------------------------------------------------------------------------


def _of_other_year(seen: Observed, papers: Papers) -> Iterator[Doubt]:
    year = _other_year(seen, papers) if "summary" not in seen.types[:1] else None
    if year:
        what = f"问卷是{year}年的，不是{papers.year}届毕业生的"
        yield Doubt("date-outside-period", "out", what, "不计入，请补充当年问卷", _kind(seen).place)


def _other_year(seen: Observed, papers: Papers) -> int | None:
    """The class that the title, else the text, else the dates of the answers and the paper name, if it is another."""
    if papers.year is None:
        return None
    titles = [fact.value for fact in seen.titles if fact.label != "sheet-name"]
    for text in (" ".join(titles), "\n".join(line.text for line in seen.document.lines)):
        named = class_years(text)
        if named:
            return None if papers.year in named else named[0]
    days = [row.values.get("answered_on", "") for fact in seen.rosters for row in fact.value.rows]
    years = Counter(int(day[:4]) for day in days if day[:4].isdigit())
    if years:
        return None if years[papers.year] * 2 >= sum(years.values()) else years.most_common(1)[0][0]
    dated = [fact.value for fact in seen.dates if fact.value.start and fact.role != "printed"]
    if any(in_period(span, papers.period) for span in dated):
        return None
    return next((span.start.year for span in dated if span.start), None)


def _exported(survey: Survey) -> Answers:
    """What a survey's exports come to."""
    number, raw = Fraction(survey.number), Fraction(len(survey.rows))
    first = survey.tables[0]
    why = f"导出的答卷共{raw}行，计{number}人"
    return Answers(_EXPORT, number, raw, first.fact, first.seen, why, tuple(survey.listed()), survey.tables[1:])


def _duplicates(cell: Indicator, survey: Survey) -> Iterator[Flag]:
    """`duplicate-person` for each file with answers of people who had answered before."""
    for file in dict.fromkeys(row.place.file for row in survey.twice):
        twice = [row for row in survey.twice if row.place.file == file]
        text = f"{len(twice)}份是同一人重复作答（{where(twice)}），每人只计一次"
        yield flag("duplicate-person", cell.id, text, twice[0].place)


def _stated(seen: Observed, cell: Indicator[SurveyTaking], rules: RuleSet) -> Iterator[Answers]:
    """The numbers that a paper states."""
    by_rank: dict[int, list[Fact[Quantity]]] = {}
    for fact in seen.counts:
        rank = _rank(fact, cell, rules)
        if rank is not None and fact.value.number >= 1:
            by_rank.setdefault(rank, []).append(fact)
    if not by_rank:
        return
    late = 100 if seen.types[:1] == ("summary",) else 0
    best = min(by_rank)
    words = (*rules.words.people.total_rows, *rules.words.people.total_marks)
    told = by_rank[best] if best >= _TURNS else [total_of(by_rank[best], words, cell.takes.measured)]
    for fact in told:
        yield Answers(best + late, fact.value.number, fact.value.number, fact, seen, f"写明“{fact.label} {fact.quote}”")


def _rank(fact: Fact[Quantity], cell: Indicator[SurveyTaking], rules: RuleSet) -> int | None:
    """Where the word that says what is measured stands in the rule's list; None when another thing is measured."""
    if fact.value.unit not in _UNITS:
        return None
    parts = plain_parts(fact.label)
    if not re.search(r"[^\d.,，]", plain(fact.quote)):
        parts.reverse()  # a number alone in a cell: its column says more than its row
    rank = next((rank for part in parts if (rank := _measured(part, cell)) is not None), -1)
    if rank < 0:
        return None
    turns = rules.words.people.survey_turns
    of_turns = fact.value.unit == "人次" or any(word in plain(fact.label) for word in turns)
    return _TURNS + rank if of_turns else _COUNT + rank


def plain_parts(label: str) -> list[str]:
    """The words before a quantity and those after it."""
    return [plain(part) for part in label.split(" ") if part.strip()]


def _measured(text: str, cell: Indicator[SurveyTaking]) -> int | None:
    """The rank of the measure that a text names, -1 when its last word speaks of another, None when it names none."""
    takes = cell.takes
    for_it = [(text.rfind(word) + len(word), rank) for rank, word in enumerate(takes.measured) if word in text]
    against = max((text.rfind(word) + len(word) for word in takes.not_measured if word in text), default=0)
    if not for_it:
        return -1 if against else None
    return -1 if against > max(end for end, _ in for_it) else min(rank for _, rank in for_it)


def _stated_rates(cell: Indicator, answers: list[Answers], share: Fraction, rules: RuleSet) -> list[Flag]:
    """A stated rate of graduates who answered that differs from the computed one at the digits it shows."""
    for paper in {seen.path: seen for each in answers for seen in each.papers}.values():
        sent = any(word in plain(fact.label) for fact in paper.counts for word in rules.words.people.survey_sent)
        words = (*rules.words.people.survey_rates, *(() if sent else rules.words.people.survey_rates_sent))
        rates = [fact for fact in paper.percents if _is_rate(fact, words)]
        whole = [fact for fact in rates if any(row in plain(fact.label) for row in rules.words.people.total_rows)]
        if not rates or any(_agrees(fact, share) for fact in whole or rates):
            continue
        fact = (whole or rates)[0]
        text = f"写明“{fact.quote}”，按答卷人数和毕业生总数计算是{_shown(share * 100)}%，请核对，预填按计算值"
        return [flag("totals-disagree", cell.id, text, fact.place)]
    return []


def _is_rate(fact: Fact[Quantity], words: tuple[str, ...]) -> bool:
    label = plain(fact.label)
    return "有效" not in label and any(word in label for word in words)


def _agrees(fact: Fact[Quantity], share: Fraction) -> bool:
    """Whether the share, rounded to the digits that the paper shows, is what it states."""
    digits = len(plain(fact.quote).rstrip("%").partition(".")[2])
    stated = fact.value.number
    return abs(stated - share) * 100 <= Fraction(1, 2 * 10**digits)


def _shown(number: Fraction) -> str:
    """With at most two decimals, half up."""
    hundredths = (number * 200 + 1) // 2
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)
