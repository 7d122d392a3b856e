"""Answers to a survey as a share of the year's graduates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from verifier.facts.people import has_key
from verifier.model import (
    Evidence,
    Fact,
    Flag,
    Indicator,
    Listed,
    Measure,
    Observed,
    Papers,
    Rate,
    RatePart,
    Roster,
    RosterRow,
    RuleSet,
    Tally,
)

from .classes import class_years, row_year
from .cohorts import where, whose_school
from .people import disagreement, graduates, share_measure, share_tests, total_measure, total_of
from .recount import Recount
from .register import Register
from .sight import candidates, flag, in_period, plain, school_verdict, standing_by_confidence

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
    fact: Fact
    seen: Observed
    why: str
    rows: tuple[Listed, ...] = ()
    """of an export: every row of it"""


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """Measures `survey_answers`, `graduates` and `answered_share`."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    answers: list[Answers] = []
    mute: list[Observed] = []
    for seen in candidates(papers):
        if not _is_survey(seen, cell):
            continue
        out = _out(cell, seen, papers, rules)
        told = [] if out else list(_answers(seen, cell, papers, rules, flags))
        if out:
            evidence.append(Evidence(cell.id, seen.path, (_kind(seen),), "content", out.message, "out"))
            flags.append(out)
        elif told:
            answers += told
        elif seen.types[0] in cell.takes.documents:
            mute.append(seen)
    if not answers:
        return _without_number(cell, mute, evidence, flags)
    evidence += [Evidence(cell.id, seen.path, (_kind(seen),), "content", "问卷材料", "firm") for seen in mute]
    return _rated(cell, papers, rules, sorted(answers, key=lambda each: each.rank), evidence, flags)


def _is_survey(seen: Observed, cell: Indicator) -> bool:
    return bool(seen.types) and any(kind in seen.types for kind in (*cell.takes.documents, "summary"))


def _kind(seen: Observed) -> Fact:
    return seen.of("document-type")[0]


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
    sure = standing_by_confidence(best.fact.confidence if best.rank else 1.0, rules.assessment.sure)
    if sure != "firm":
        flags.append(flag("low-confidence", cell.id, f"“{best.fact.quote}”识别把握不足，请看原件", best.fact.place))
    evidence += [
        Evidence(cell.id, a.seen.path, (a.fact,), "content", a.why, sure if a is best else "firm", value=a.number)
        for a in answers
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


def _out(cell: Indicator, seen: Observed, papers: Papers, rules: RuleSet) -> Flag | None:
    """Why a paper can't count: another school's, or of another class."""
    standing, other = school_verdict(seen, papers, rules)
    place = _kind(seen).place
    if standing == "out":
        return flag("school-mismatch", cell.id, f"问卷属于{other}，不计入，请核对", place)
    year = _other_year(seen, papers) if "summary" not in seen.types[:1] else None
    if year:
        text = f"问卷是{year}年的，不是{papers.year}届毕业生的，不计入，请补充当年问卷"
        return flag("date-outside-period", cell.id, text, place)
    return None


def _other_year(seen: Observed, papers: Papers) -> int | None:
    """The class that the title, else the text, else the dates of the answers and the paper name, if it is another."""
    if papers.year is None:
        return None
    titles = [str(fact.value) for fact in seen.of("title") if fact.label != "sheet-name"]
    for text in (" ".join(titles), "\n".join(line.text for line in seen.document.lines)):
        named = class_years(text)
        if named:
            return None if papers.year in named else named[0]
    days = [row.values.get("answered_on", "") for fact in seen.of("roster") for row in fact.value.rows]
    years = Counter(int(day[:4]) for day in days if day[:4].isdigit())
    if years:
        return None if years[papers.year] * 2 >= sum(years.values()) else years.most_common(1)[0][0]
    dated = [fact.value for fact in seen.of("date") if fact.value.start and fact.role != "printed"]
    if not dated or any(in_period(span, papers.period) for span in dated):
        return None
    return int(dated[0].start.year)


def _answers(seen: Observed, cell: Indicator, papers: Papers, rules: RuleSet, flags: list[Flag]) -> Iterator[Answers]:
    """The rows of exports, else the numbers stated."""
    exports = [fact for fact in seen.of("roster") if _is_export(fact.value, seen)]
    if exports:
        yield _exported(seen, exports, cell, papers, rules, flags)
        return
    by_rank: dict[int, list[Fact]] = {}
    for fact in seen.of("count"):
        rank = _rank(fact, cell, rules)
        if rank is not None and fact.value.number >= 1:
            by_rank.setdefault(rank, []).append(fact)
    if not by_rank:
        return
    late = 100 if seen.types[:1] == ("summary",) else 0
    best = min(by_rank)
    words = (*rules.words.lists.get("total_rows", ()), *rules.words.lists.get("total_marks", ()))
    told = by_rank[best] if best >= _TURNS else [total_of(by_rank[best], words, cell.takes.measured)]
    for fact in told:
        yield Answers(best + late, fact.value.number, fact.value.number, fact, seen, f"写明“{fact.label} {fact.quote}”")


def _is_export(roster: Roster, seen: Observed) -> bool:
    """Answers row by row: with the time of answering, or of people in a survey's workbook."""
    if roster.has("counsellor") or roster.has("event_name"):
        return False
    named = roster.has("name") and any(map(roster.has, ("resident_id", "student_number", "phone")))
    return roster.has("answered_on") or (named and seen.types[:1] == ("survey",))


def _exported(
    seen: Observed, facts: list[Fact], cell: Indicator, papers: Papers, rules: RuleSet, flags: list[Flag]
) -> Answers:
    """The rows of an export, people who answered twice once. Sheets with the same columns are one survey."""
    groups: dict[tuple[str, ...], list[RosterRow]] = {}
    for fact in facts:
        header = tuple(column.header for column in fact.value.columns)
        groups.setdefault(header, []).extend(_own(fact.value.rows, papers, rules))
    rows = max(groups.values(), key=len)
    twice = _again(rows)
    if twice:
        text = f"{len(twice)}份是同一人重复作答（{where(twice)}），每人只计一次"
        flags.append(flag("duplicate-person", cell.id, text, twice[0].place))
    number, raw = Fraction(len(rows) - len(twice)), Fraction(len(rows))
    listed = _listed(facts, rows, twice)
    return Answers(_EXPORT, number, raw, facts[0], seen, f"导出的答卷共{raw}行，计{number}人", listed)


def _listed(facts: list[Fact], rows: list[RosterRow], twice: list[RosterRow]) -> tuple[Listed, ...]:
    """What became of every row of the export."""
    fates: dict[int, tuple[RatePart, str]] = {id(row): ("numerator", "有效答卷") for row in rows}
    fates |= {id(row): ("out", "同一人重复作答") for row in twice}
    other: tuple[RatePart, str] = ("out", "不是本校本届的，或者是空白答卷")
    return tuple(Listed(row.place, row.person, *fates.get(id(row), other)) for fact in facts for row in fact.value.rows)


def _own(rows: tuple[RosterRow, ...], papers: Papers, rules: RuleSet) -> list[RosterRow]:
    """The rows of the assessed school and class, or that name none."""
    return [
        row
        for row in rows
        if whose_school(row.values.get("school", ""), papers, rules) != "other"
        and (papers.year is None or row_year(row) in (None, papers.year))
        and any(value.strip() for field, value in row.values.items() if field != "serial")
    ]


def _again(rows: list[RosterRow]) -> list[RosterRow]:
    """The rows of people who answered before: by key, by phone, or by the same serial number of one export."""
    register, seen, twice = Register(), set(), []
    for row in rows:
        if has_key(row.person):
            known = register.find(row.person) is not None
            register.add(row)
        else:
            key = _anonymous(row)
            known = bool(key) and key in seen
            seen.add(key)
        if known:
            twice.append(row)
    return twice


def _anonymous(row: RosterRow) -> tuple[str, ...]:
    """What tells an answer without a key: name and phone, else its serial number in its sheet; () when nothing does."""
    values = row.values
    if row.person.name and values.get("phone"):
        return row.person.name, values["phone"]
    sheet = (row.place.cell or "").partition("!")[0]
    return (row.place.file, sheet, values["serial"]) if values.get("serial") else ()


def _rank(fact: Fact, cell: Indicator, rules: RuleSet) -> int | None:
    """Where the word that says what is measured stands in the rule's list; None when another thing is measured."""
    if fact.value.unit not in _UNITS:
        return None
    parts = plain_parts(fact.label)
    if not re.search(r"[^\d.,，]", plain(fact.quote)):
        parts.reverse()  # a number alone in a cell: its column says more than its row
    rank = next((rank for part in parts if (rank := _measured(part, cell)) is not None), -1)
    if rank < 0:
        return None
    turns = rules.words.lists.get("survey_turns", ())
    of_turns = fact.value.unit == "人次" or any(word in plain(fact.label) for word in turns)
    return _TURNS + rank if of_turns else _COUNT + rank


def plain_parts(label: str) -> list[str]:
    """The words before a quantity and those after it."""
    return [plain(part) for part in label.split(" ") if part.strip()]


def _measured(text: str, cell: Indicator) -> int | None:
    """The rank of the measure that a text names, -1 when its last word speaks of another, None when it names none."""
    takes = cell.takes
    for_it = [(text.rfind(word) + len(word), rank) for rank, word in enumerate(takes.measured) if word in text]
    against = max((text.rfind(word) + len(word) for word in takes.not_measured if word in text), default=0)
    if not for_it:
        return -1 if against else None
    return -1 if against > max(end for end, _ in for_it) else min(rank for _, rank in for_it)


def _stated_rates(cell: Indicator, answers: list[Answers], share: Fraction, rules: RuleSet) -> list[Flag]:
    """A stated rate of graduates who answered that differs from the computed one at the digits it shows."""
    lists = rules.words.lists
    for paper in {each.seen.path: each.seen for each in answers}.values():
        sent = any(word in plain(fact.label) for fact in paper.of("count") for word in lists.get("survey_sent", ()))
        words = (*lists.get("survey_rates", ()), *(() if sent else lists.get("survey_rates_sent", ())))
        rates = [fact for fact in paper.of("percent") if _is_rate(fact, words)]
        whole = [fact for fact in rates if any(row in plain(fact.label) for row in lists.get("total_rows", ()))]
        if not rates or any(_agrees(fact, share) for fact in whole or rates):
            continue
        fact = (whole or rates)[0]
        text = f"写明“{fact.quote}”，按答卷人数和毕业生总数计算是{_shown(share * 100)}%，请核对，预填按计算值"
        return [flag("totals-disagree", cell.id, text, fact.place)]
    return []


def _is_rate(fact: Fact, words: tuple[str, ...]) -> bool:
    label = plain(fact.label)
    return "有效" not in label and any(word in label for word in words)


def _agrees(fact: Fact, share: Fraction) -> bool:
    """Whether the share, rounded to the digits that the paper shows, is what it states."""
    digits = len(plain(fact.quote).rstrip("%").partition(".")[2])
    stated: Fraction = fact.value.number
    return abs(stated - share) * 100 <= Fraction(1, 2 * 10**digits)


def _shown(number: Fraction) -> str:
    """With at most two decimals, half up."""
    hundredths = (number * 200 + 1) // 2
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)
