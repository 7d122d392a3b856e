"""Students trained, by level, as a share of those enrolled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain

from verifier.counting.flags import flag
from verifier.counting.people.bureau_data import outranking
from verifier.counting.people.rosters.clashes import clash_flags
from verifier.counting.people.rosters.rosters_sent import SentRoster, cohorts_of_bureau, surely_own, where
from verifier.counting.people.rosters.same_person import Register
from verifier.counting.people.totals.listing import Recount, again
from verifier.counting.people.totals.totals import Sources, enrolled
from verifier.counting.people.training.levels import (
    LEVELS,
    Level,
    Trained,
    by_level,
    disagreements,
    measures_of,
    only_level,
    widened,
)
from verifier.counting.people.training.tables import RowsByTime, by_time, time_flags, training_tables
from verifier.model import Flag, Indicator, Measure, Papers, Rate, RateRow, RosterRow, RuleSet, Tally, TrainingTaking


@dataclass(frozen=True, slots=True)
class _Sent:
    """What was sent: exports with rows by the time of training, those enrolled, and the school's only level."""

    exports: tuple[SentRoster, ...]
    rows: RowsByTime
    base: Sources
    one: Level | None

    def fates(self) -> Recount:
        """What became of the rows, before anybody is looked up."""
        fates = Recount()
        for each in self.exports:
            fates.leave_out(each, (), "没有用到")
        fates.put_all(self.rows.outside, "out", "参训时间不在考核期内")
        fates.put_all(self.rows.undated, "out", "没有参训时间")
        return fates


@dataclass(frozen=True, slots=True)
class _Matched:
    """Rows of exports with the number of the enrolled person, or None where nobody enrolled is meant."""

    rows: tuple[tuple[RosterRow, int | None], ...]

    @property
    def known(self) -> dict[int, RosterRow]:
        """Those enrolled, each with the first row that shows the person."""
        found: dict[int, RosterRow] = {}
        for row, at in self.rows:
            if at is not None:
                found.setdefault(at, row)
        return found

    @property
    def strangers(self) -> list[RosterRow]:
        """The others, each once."""
        return Register.of(row for row, at in self.rows if at is None).rows


def count(cell: Indicator[TrainingTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `trained`, `enrolled`, both by level, and a share for each level that has students."""
    tables = training_tables(cell, papers, rules)
    evidence = tuple(each.evidence for each in tables)
    flags = tuple(chain.from_iterable(each.flags for each in tables))
    exports = tuple(each.table for each in tables if each.evidence.standing == "firm")
    if papers.period is None:
        return Tally(evidence, (), flags, open_to_max=any(piece.standing != "out" for piece in evidence))
    if held := _of_bureau(papers, rules):
        own = _counted(cell, exports, papers, rules) if exports else None
        return outranking(cell, held, _counted(cell, held, papers, rules), evidence, own)
    if not exports:
        return Tally(evidence, (), flags, open_to_max=any(piece.standing != "out" for piece in evidence))
    found = _counted(cell, exports, papers, rules)
    return replace(found, evidence=evidence, flags=(*flags, *found.flags))


def _of_bureau(papers: Papers, rules: RuleSet) -> tuple[SentRoster, ...]:
    """The training system's exports that the bureau holds, with people of the school.

    Where no roster tells which of the parent's are the school's, none is.
    """
    held = tuple(each for each in cohorts_of_bureau(papers, rules) if each.purpose == "training")
    return held if enrolled(papers, rules).people is not None else surely_own(held, papers, rules)


def _counted(cell: Indicator, exports: tuple[SentRoster, ...], papers: Papers, rules: RuleSet) -> Tally:
    """What the system's exports give."""
    base = enrolled(papers, rules)
    people = base.people
    shown = chain(people.rows if people else (), *(each.rows for each in exports))
    one = only_level(papers, rules, are_told=any(row.person.level for row in shown))
    sent = _Sent(exports, by_time(exports, papers), base, one)
    found = _against_roster(cell, sent, people) if people is not None else _against_total(cell, sent)
    told = (*clash_flags(cell, exports, papers, rules), *time_flags(cell, exports, sent.rows))
    return replace(found, flags=(*told, *found.flags))


def _no_level(cell: Indicator, sent: _Sent) -> Tally:
    text = "在校生名单和培训数据都没有学历层次，不能分本科、专科计算，请补充"
    return Tally(flags=(flag("columns-missing", cell.id, text, sent.exports[0].roster.place),), open_to_max=True)


# --- against the roster of those enrolled ---------------------------------------------------------------------------


def _against_roster(cell: Indicator, sent: _Sent, people: Register) -> Tally:
    students = by_level(people.rows, sent.one)
    totals = {level: Fraction(students[level]) for level, _ in LEVELS}
    if not any(totals.values()):
        return _no_level(cell, sent)
    inside, undated = _matched(sent.rows.inside, people), _matched(sent.rows.undated, people)
    trained = _trained(inside, undated, people, sent.one)
    measures, flags = measures_of(trained, totals), tuple(_unknown(cell, inside.strangers))
    if sent.one is not None and totals[sent.one] == len(people):
        flags = (*flags, *disagreements(cell, measures, sent.base))
        measures = widened(measures, sent.base)
    return Tally((), measures, flags, rates=tuple(_rates(sent, people, inside, trained, totals)))


def _matched(rows: Iterable[RosterRow], people: Register) -> _Matched:
    return _Matched(tuple((row, people.find(row.person)) for row in rows))


def _unknown(cell: Indicator, strangers: Sequence[RosterRow]) -> Iterator[Flag]:
    if strangers:
        text = f"{len(strangers)}名参训人员不在在校生数据库中（{where(strangers)}），不计入，请核对"
        yield flag("not-in-roster", cell.id, text, strangers[0].place)


def _trained(inside: _Matched, undated: _Matched, people: Register, one: Level | None) -> Trained:
    """Those enrolled who were trained in the period; perhaps also those without a date, and those not enrolled."""
    known = inside.known
    late = [people.rows[at] for at in undated.known if at not in known]
    sure = by_level((people.rows[at] for at in known), one)
    return Trained(sure, by_level((*late, *inside.strangers), one))


def _rates(
    sent: _Sent, people: Register, inside: _Matched, trained: Trained, totals: Mapping[Level, Fraction]
) -> Iterator[Rate]:
    """The share of each level that has students."""
    base = f"{sent.base.base.partition('：')[0]}中这一层次的人"
    for level, name in LEVELS:
        if total := totals[level]:
            rows = _listed(sent, people, inside, level)
            yield Rate(name, Fraction(trained.sure[level]), total, rows, name, 1 / total, base)


def _listed(sent: _Sent, people: Register, inside: _Matched, level: Level) -> tuple[RateRow, ...]:
    """What became of every row of the exports and of the roster in the share of a level."""
    fates = sent.fates()
    for row, at in inside.rows:
        known = "不在在校生数据库中" if at is None else f"人已计在名册的行，不再计：{people.rows[at].place}"
        fates.put(row, "out", known)
    above = {at: f"参加培训：{row.place}" for at, row in inside.known.items()}
    fates.put_base(sent.base, above, below="没有参加培训")
    for row in people.rows:
        own = row.person.level or sent.one or ""
        if own != level:
            fates.put(row, "out", "不是这一层次的" if own else "没有写明层次")
    return fates.listed((*sent.exports, *sent.base.tables))


# --- against a stated total -----------------------------------------------------------------------------------------


def _against_total(cell: Indicator, sent: _Sent) -> Tally:
    """For a school of one level the export's people of it against 附件1's total; else the base is missing."""
    inside, undated = Register.of(sent.rows.inside), Register.of(sent.rows.undated)
    if sent.one is None and not any(row.person.level for row in (*inside.rows, *undated.rows)):
        return _no_level(cell, sent)
    sure = by_level(inside.rows, sent.one)
    total = sent.base.decided
    if sent.one is None or not total:
        return _no_total(cell, sure)
    more = by_level((row for row in undated.rows if inside.find(row.person) is None), sent.one)
    one = sent.one
    measures = measures_of(Trained({one: sure[one]}, {one: more[one]}), {one: total})
    flags = tuple(disagreements(cell, measures, sent.base))
    rate = _rate_of_total(sent, inside, one, Fraction(sure[one]), total)
    return Tally((), widened(measures, sent.base), flags, rates=(rate,))


def _no_total(cell: Indicator, sure: Mapping[Level, int]) -> Tally:
    text = "没有在校生数据库，也不能分层次知道在校生总数，不能计算参训率，请补充在校生数据库"
    missing = flag("denominator-missing", cell.id, text)
    number = Fraction(sure["undergraduate"] + sure["college"] + sure[""])
    measure = Measure("trained", number, number, number)
    return Tally((), (measure,), (missing,), open_to_max=True, settled=False)


def _rate_of_total(sent: _Sent, inside: Register, one: Level, number: Fraction, total: Fraction) -> Rate:
    fates, name = sent.fates(), dict(LEVELS)[one]
    for row in inside.rows:
        own = (row.person.level or one) == one
        fates.put(row, *(("numerator", "参加培训") if own else ("out", "不是这一层次的")))
    for at, row in inside.again:
        fates.put(row, "out", again(inside.rows[at]))
    base = sent.base
    rows = fates.listed(sent.exports)
    return Rate(name, number, total, rows, name, 1 / total, base.base, base.candidates)
