"""Answers to a survey as a share of the year's graduates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain

from verifier.counting.eligibility import eligible, flags_of
from verifier.counting.eligibility.candidates import candidates
from verifier.counting.eligibility.certain import unsure_of
from verifier.counting.eligibility.doubts import Doubt, weakest
from verifier.counting.eligibility.matter import title_of
from verifier.counting.eligibility.period import in_period
from verifier.counting.flags import flag
from verifier.counting.people.rosters.graduating_class import class_years
from verifier.counting.people.rosters.rosters_sent import where
from verifier.counting.people.survey.asked import is_blank
from verifier.counting.people.survey.exports import (
    Export,
    Survey,
    asks_graduates,
    exports_of,
    is_exam,
    says_others,
    surveys_of,
)
from verifier.counting.people.survey.numbers import Answers, Decided, decided, exported, stated
from verifier.counting.people.totals.disagreement import disagreement, share_measure, share_tests, total_measure
from verifier.counting.people.totals.listing import Recount
from verifier.counting.people.totals.totals import Sources, graduates
from verifier.language.comparing_text import has_word, plain
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
    RuleSet,
    Standing,
    SurveyTaking,
    Tally,
)

TINY = Fraction(1, 10**9)
"""a share above nothing and below every threshold: somebody answered, of how many is not known"""
_PAPERS = 10
"""papers that a message names"""


@dataclass(frozen=True, slots=True)
class _Read:
    """What one paper of a survey gives."""

    seen: Observed
    out: Flag | None = None
    """why it does not count"""
    tables: tuple[Export, ...] = ()
    answers: tuple[Answers, ...] = ()
    is_mute: bool = False
    """a paper of the survey's own that says no number"""

    @property
    def kind(self) -> Fact[str]:
        return self.seen.document_types[0]


def count(cell: Indicator[SurveyTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `survey_answers`, `graduates` and `answered_share`."""
    surveys = [seen for seen in candidates(papers) if _is_survey(seen, cell) and not is_exam(seen, rules)]
    own = [seen for seen in surveys if asks_graduates(seen, rules)]
    if surveys and not own:
        return _of_others(cell, [seen for seen in surveys if _tells_of_one(seen, cell, rules)], papers, rules)
    read = [_read(seen, cell, papers, rules) for seen in own]
    evidence, flags = tuple(_out_pieces(cell, read)), tuple(filter(None, (each.out for each in read)))
    mute = [each for each in read if each.is_mute]
    exports = surveys_of(chain.from_iterable(each.tables for each in read), rules)
    answers = [*chain.from_iterable(each.answers for each in read), *map(exported, exports)]
    if answers:
        found = _rated(cell, decided(answers), papers, rules)
        pieces = _mute_pieces(cell, mute, "问卷材料", "firm")
    else:
        found = Tally((), (), tuple(_without_number(cell, mute)), open_to_max=bool(mute), settled=not mute)
        pieces = _mute_pieces(cell, mute, "没有写明答卷人数", "open")
    twice = chain.from_iterable(_duplicates(cell, survey) for survey in exports)
    return replace(found, evidence=(*evidence, *pieces, *found.evidence), flags=(*flags, *twice, *found.flags))


def _of_others(cell: Indicator, surveys: Iterable[Observed], papers: Papers, rules: RuleSet) -> Tally:
    """Surveys of which nobody can tell that graduates were asked: a question for a person."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    for seen in surveys:
        kind = seen.document_types[0]
        what = f"问卷“{title_of(seen)[:40]}”看不出是毕业生作答的"
        doubt = Doubt("judgement-required", "open", what, "请审核人员确认，或补充毕业生问卷", kind.place)
        if says_others(seen, rules):
            what = f"问卷“{title_of(seen)[:40]}”问的不是毕业生"
            doubt = Doubt("partial-evidence", "out", what, "不计入，请补充毕业生问卷", kind.place)
        door = eligible(seen, cell, papers, rules, kind, (*_of_other_year(seen, papers), doubt), name="问卷")
        evidence.append(Evidence(cell.id, seen.path, (kind,), "content", what, door.standing))
        flags += door.flags
    return Tally(tuple(evidence), (), tuple(flags), open_to_max=any(each.standing == "open" for each in evidence))


def _is_survey(seen: Observed, cell: Indicator[SurveyTaking]) -> bool:
    return bool(seen.types) and any(kind in seen.types for kind in (*cell.takes.documents, "summary"))


def _tells_of_one(seen: Observed, cell: Indicator[SurveyTaking], rules: RuleSet) -> bool:
    """Whether a paper is a survey's own, or one that may tell of a survey and does so: the year's summary."""
    is_own = any(kind in seen.types for kind in cell.takes.documents)
    return is_own or has_word(plain(seen.document.text), cell.names) or any(True for _ in stated(seen, cell, rules))


def _read(seen: Observed, cell: Indicator[SurveyTaking], papers: Papers, rules: RuleSet) -> _Read:
    """Rows of answers tell more than a number that is stated."""
    door = eligible(seen, cell, papers, rules, seen.document_types[0], _of_other_year(seen, papers), name="问卷")
    if door.standing == "out":
        return _Read(seen, out=door.flags[-1])
    if tables := exports_of(seen, papers, rules):
        return _Read(seen, tables=tables)
    if told := tuple(stated(seen, cell, rules)):
        return _Read(seen, answers=told)
    if is_blank(seen):
        text = "是没有作答的空白问卷，不能说明答卷人数，请补充回收情况"
        return _Read(seen, out=flag("partial-evidence", cell.id, text, seen.document_types[0].place))
    return _Read(seen, is_mute=seen.types[0] in cell.takes.documents)


def _out_pieces(cell: Indicator, read: Iterable[_Read]) -> Iterator[Evidence]:
    for each in read:
        if each.out is not None:
            yield Evidence(cell.id, each.seen.path, (each.kind,), "content", each.out.message, "out")


def _mute_pieces(cell: Indicator, mute: Iterable[_Read], why: str, standing: Standing) -> Iterator[Evidence]:
    for each in mute:
        yield Evidence(cell.id, each.seen.path, (each.kind,), "content", why, standing)


def _without_number(cell: Indicator, mute: Iterable[_Read]) -> Iterator[Flag]:
    for each in mute:
        yield flag("partial-evidence", cell.id, "问卷材料没有写明答卷人数，请补充回收情况", each.kind.place)


def _duplicates(cell: Indicator, survey: Survey) -> Iterator[Flag]:
    """`duplicate-person` for each file with answers of people who had answered before."""
    for file in dict.fromkeys(row.place.file for row in survey.twice):
        twice = [row for row in survey.twice if row.place.file == file]
        text = f"{len(twice)}份是同一人重复作答（{where(twice)}），每人只计一次"
        yield flag("duplicate-person", cell.id, text, twice[0].place)


# --- the share ------------------------------------------------------------------------------------------------------


def _rated(cell: Indicator, told: Decided, papers: Papers, rules: RuleSet) -> Tally:
    best, sources = told.best, graduates(papers, rules)
    unread = unsure_of(best.fact, rules) if best.is_read else ()
    sure = weakest(unread)
    evidence = tuple(_pieces(cell, told, sure))
    flags = (*_conflict(cell, told), *flags_of(cell, unread))
    number = Measure("survey_answers", told.least if sure == "firm" else None, best.number, told.most)
    if not sources.decided:
        text = "材料中没有毕业生总数，不能计算答卷率，请补充毕业生花名册或总数"
        missing = flag("denominator-missing", cell.id, text)
        return Tally(evidence, (number, _share_of_unknown(number)), (*flags, missing), settled=False)
    flags += (
        *disagreement(cell, sources, share_tests("answered_share", number)),
        *_wrong_rates(cell, told, best.number / sources.decided, rules),
        *_too_many(cell, best, sources.decided),
    )
    measures = (number, total_measure("graduates", sources), share_measure("answered_share", number, sources))
    return Tally(evidence, measures, flags, rates=(_rate(best, sources, sources.decided),))


def _pieces(cell: Indicator, told: Decided, sure: Standing) -> Iterator[Evidence]:
    """Every paper that tells the number, and then the further tables; `sure`: how the one that decides was read."""
    for each in told.answers:
        standing = sure if each is told.best else "firm"
        yield Evidence(cell.id, each.seen.path, (each.fact,), "content", each.why, standing, value=each.number)
    for each in told.answers:
        for other in each.others:
            why = f"与{each.fact.place}是同一问卷，合并计算"
            yield Evidence(cell.id, other.seen.path, (other.fact,), "content", why)


def _conflict(cell: Indicator, told: Decided) -> Iterator[Flag]:
    best = told.best
    if best.are_turns:
        text = f"只写明填写人次{best.number}，不是答卷人数，请核对"
        yield flag("judgement-required", cell.id, text, best.fact.place)
    elif told.disagree:
        said = "、".join(f"{each.seen.path}写{_shown(each.number)}" for each in (best, *told.others)[:_PAPERS])
        yield flag("totals-disagree", cell.id, f"几份材料的答卷人数不一致：{said}，请核对", best.fact.place)


def _share_of_unknown(number: Measure) -> Measure:
    """The share when nobody says how many graduates there are."""
    some = TINY if number.proposed else Fraction(0)
    return Measure("answered_share", some if number.low is not None else None, some, Fraction(1), False)


def _too_many(cell: Indicator, best: Answers, total: Fraction) -> Iterator[Flag]:
    if best.number > total:
        text = f"答卷{best.number}份多于毕业生{total}人，按全部作答计，请核对是否按人次统计"
        yield flag("totals-disagree", cell.id, text, best.fact.place)


def _rate(best: Answers, sources: Sources, total: Fraction) -> Rate:
    fates = Recount()
    fates.put_base(sources, {}, below="本年度毕业生")
    return Rate(
        "answered_share",
        best.number,
        total,
        (*best.rows, *fates.listed(sources.tables)),
        "answered_share",
        1 / total,
        sources.base,
        sources.candidates,
    )


# --- of which year --------------------------------------------------------------------------------------------------


def _of_other_year(seen: Observed, papers: Papers) -> Iterator[Doubt]:
    year = _other_year(seen, papers) if "summary" not in seen.types[:1] else None
    if year:
        what = f"问卷是{year}年的，不是{papers.year}届毕业生的"
        yield Doubt("date-outside-period", "out", what, "不计入，请补充当年问卷", seen.document_types[0].place)


def _other_year(seen: Observed, papers: Papers) -> int | None:
    """The class that the title, else the text, else the dates of the answers and the paper name, if it is another."""
    if papers.year is None:
        return None
    told = next(filter(None, _classes(seen, papers.year)), None)
    if told is None:
        return _year_outside(seen, papers)
    return None if told == papers.year else told


def _classes(seen: Observed, year: int) -> Iterator[int | None]:
    """The class by each thing that may tell it: the assessed one where that stands among others."""
    titles = " ".join(fact.value for fact in seen.titles if fact.label != "sheet-name")
    text = "\n".join(line.text for line in seen.document.lines)
    for named in map(class_years, (titles, text)):
        yield year if year in named else next(iter(named), None)
    yield _year_of_answers(seen, year)


def _year_of_answers(seen: Observed, year: int) -> int | None:
    """In which most people answered; the assessed year where half of them did."""
    rows = chain.from_iterable(fact.value.rows for fact in seen.rosters)
    days = [row.values.get("answered_on", "") for row in rows]
    years = Counter(int(day[:4]) for day in days if day[:4].isdigit())
    if not years or years[year] * 2 >= years.total():
        return year if years else None
    return years.most_common(1)[0][0]


def _year_outside(seen: Observed, papers: Papers) -> int | None:
    """The year of the first date that the paper bears, unless one lies in the period."""
    dated = [fact.value for fact in seen.dates if fact.value.start and fact.role != "printed"]
    if any(in_period(span, papers.period) for span in dated):
        return None
    return next((span.start.year for span in dated if span.start), None)


# --- stated rates ---------------------------------------------------------------------------------------------------


def _wrong_rates(cell: Indicator, told: Decided, share: Fraction, rules: RuleSet) -> Iterator[Flag]:
    """The first stated rate of graduates who answered that differs from the computed one at the digits it shows."""
    papers = {seen.path: seen for each in told.answers for seen in each.papers}
    fact = next(filter(None, (_wrong_rate(paper, share, rules) for paper in papers.values())), None)
    if fact is not None:
        text = f"写明“{fact.quote}”，按答卷人数和毕业生总数计算是{_shown(share * 100)}%，请核对，预填按计算值"
        yield flag("totals-disagree", cell.id, text, fact.place)


def _wrong_rate(paper: Observed, share: Fraction, rules: RuleSet) -> Fact[Quantity] | None:
    """The rate that a paper states where none of its rates is the share; those of a row 合计 before others."""
    rates = _rates(paper, rules)
    whole = [fact for fact in rates if has_word(plain(fact.label), rules.words.people.total_rows)]
    told = whole or rates
    return None if any(_agrees(fact, share) for fact in told) else next(iter(told), None)


def _rates(paper: Observed, rules: RuleSet) -> Sequence[Fact[Quantity]]:
    """The rates of answers; by words that may mean a share of the copies sent only where none were sent."""
    people = rules.words.people
    sent = any(has_word(plain(fact.label), people.survey_sent) for fact in paper.counts)
    words = people.survey_rates if sent else (*people.survey_rates, *people.survey_rates_sent)
    return [fact for fact in paper.percents if _is_rate(plain(fact.label), words)]


def _is_rate(label: str, words: Iterable[str]) -> bool:
    return "有效" not in label and has_word(label, words)


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
