"""A result with the decisions that were made on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from verifier.decisions.corrections import standing_of
from verifier.decisions.following import Followed, Turned, followed
from verifier.decisions.recount import Measures, measures_without, recounted
from verifier.decisions.verdicts import bands_of, verdict_on
from verifier.model import (
    AskedRecord,
    CellRecord,
    DecidedGroupRecord,
    DecidedRecord,
    DecidedTotalRecord,
    Decision,
    DecisionKind,
    EvidenceRecord,
    Indicator,
    Number,
    PieceRecord,
    ResultRecord,
    RuleSet,
    Seen,
    Spread,
    TakenCell,
    whole,
)
from verifier.score import capped, rounded


@dataclass(frozen=True, slots=True)
class CellState:
    """What the live decisions make of one cell."""

    points: Fraction | None
    """what it earns now; None: an exclusion has consequences that only a new check could tell"""
    computed: Fraction | None
    """what the tiers give without what was excluded, with what was included, under the settled reading"""
    measures: Measures | None
    """what it counts then; {} where nothing is left, None as `computed`"""
    decided: Decision | None
    """the decision that settles its points"""
    in_progress: bool
    """something was excluded, included or read otherwise since anybody settled the points"""
    excluded: Mapping[str, Decision]
    """piece → the decision"""
    included: Mapping[str, Decision]
    reading: str
    """id of the settled reading; '' when none was"""
    readings: Mapping[str, Fraction | None]
    """id of each reading → the cell's points under it"""
    followed: Followed | None
    """what it says then; None where nothing was chosen of it, or where that can't be told"""
    asked: tuple[Decision, ...]
    live: tuple[Decision, ...]
    """those that were made on the cell, or on the piece, as it is now, and not undone, in their order"""
    stale: tuple[Decision, ...]
    """those that were made on what is different now, and not made again; shown, not applied"""


def cell_states(
    result: ResultRecord, evidence: EvidenceRecord, decisions: Sequence[Decision], rules: RuleSet, seen: Seen
) -> dict[str, CellState]:
    """The state of every cell of a result, which was `seen`."""
    standing = standing_of(decisions)
    cells = {cell.id: cell for cell in rules.indicators} if evidence.rules.sha256 == rules.sha256 else {}
    states = {}
    for row in result.indicators:
        own = [each for each in standing if each.indicator == row.id and each.kind != "correct"]
        counting = _Counting(row, cells.get(row.id), evidence.cells.get(row.id), rules)
        states[row.id] = _state(counting, own, seen)
    return states


def holds(decision: Decision, seen: Seen) -> bool:
    """Whether what was decided is still what it was then."""
    piece = decision.target if decision.kind in ("exclude", "include") else ""
    own = {seen.of(decision.indicator, piece), seen.whole_cells.get(decision.indicator, "")} - {""}
    return decision.result == seen.result or decision.seen in own


@dataclass(frozen=True, slots=True)
class _Counting:
    """A cell of a result, with its rule and what it took in where both are known."""

    row: CellRecord
    cell: Indicator | None
    taken: TakenCell | None
    rules: RuleSet

    def measures(self, chosen: _Chosen) -> Measures | None:
        """What counts under what was chosen; None when it can't be told."""
        if self.cell is None or self.taken is None:
            return None
        return measures_without(self.cell, self.taken, frozenset(chosen.excluded), frozenset(chosen.included))

    def points(self, chosen: _Chosen, measures: Measures | None) -> Fraction | None:
        """Under what was chosen; None when it can't be told."""
        if self.cell is None or self.taken is None:
            is_untouched = not (chosen.excluded or chosen.included or chosen.reading)
            return _exact(self.row.proposed) if is_untouched else None
        return recounted(self.cell, measures, chosen.reading)

    def readings(self, measures: Measures | None) -> dict[str, Fraction | None]:
        """The points under each reading."""
        if self.cell is None or self.taken is None:
            return {each.id: None for each in self.row.readings}
        return {each.id: recounted(self.cell, measures, each.id) for each in self.cell.readings}

    def followed(self, chosen: _Chosen, measures: Measures | None) -> Followed | None:
        """What the cell says under what was chosen."""
        is_untouched = not (chosen.excluded or chosen.included or chosen.reading)
        if self.cell is None or self.taken is None or measures is None or is_untouched:
            return None
        turned = Turned(chosen.excluded.keys(), chosen.included.keys(), chosen.reading, measures)
        return followed(self.row, self.cell, self.taken, turned, self.rules)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the live decisions on a cell amount to."""

    excluded: Mapping[str, Decision]
    included: Mapping[str, Decision]
    reading: str
    last: Decision | None
    """that says something about the points"""


def _chosen(live: Sequence[Decision], papers: Mapping[str, Sequence[str]]) -> _Chosen:
    """Of two decisions about one thing the later one holds; one on a paper is on each of its pieces.

    `papers`: what a decision on all of a file is about → the pieces of it.
    """
    turned: dict[str, Decision] = {}
    for each in live:
        if each.kind in ("exclude", "include"):
            turned |= dict.fromkeys(papers.get(each.target, (each.target,)), each)
    read = [each.target for each in live if each.kind == "reading"]
    settling = [each for each in live if each.kind != "ask"]
    return _Chosen(
        excluded=_of_kind(turned, "exclude"),
        included=_of_kind(turned, "include"),
        reading=read[-1] if read else "",
        last=settling[-1] if settling else None,
    )


def _of_kind(turned: Mapping[str, Decision], kind: DecisionKind) -> dict[str, Decision]:
    return {piece: each for piece, each in turned.items() if each.kind == kind}


def _state(counting: _Counting, standing: Sequence[Decision], seen: Seen) -> CellState:
    live = tuple(each for each in standing if holds(each, seen))
    chosen = _chosen(live, _papers(counting.row))
    measures = counting.measures(chosen)
    computed = counting.points(chosen, measures)
    last = chosen.last
    settled = last if last is not None and _gives_points(last) else None
    return CellState(
        points=settled.points if settled else computed,
        computed=computed,
        measures=measures,
        decided=settled,
        in_progress=last is not None and settled is None,
        excluded=chosen.excluded,
        included=chosen.included,
        reading=chosen.reading,
        readings=counting.readings(measures),
        followed=counting.followed(chosen, measures),
        asked=tuple(each for each in live if each.kind == "ask"),
        live=live,
        stale=_stale(standing, live),
    )


def _papers(row: CellRecord) -> dict[str, list[str]]:
    """All of each file, with its pieces in their order."""
    papers: dict[str, list[str]] = {}
    for each in row.evidence:
        own = papers.setdefault(whole(each.file), [])
        if each.piece not in own:
            own.append(each.piece)
    return papers


def _gives_points(decision: Decision) -> bool:
    return decision.kind in ("accept", "points") and decision.points is not None


def _stale(standing: Sequence[Decision], live: Sequence[Decision]) -> tuple[Decision, ...]:
    """Of those that say the same the last one."""
    made = {_content(each) for each in live}
    found = {_content(each): each for each in standing if each not in live}
    return tuple(each for content, each in found.items() if content not in made)


def _content(decision: Decision) -> tuple[object, ...]:
    """What a decision says, whoever made it and on which result."""
    points = decision.points if decision.kind in ("accept", "points") else None
    return decision.kind, decision.target, points, decision.reason


def apply(
    result: ResultRecord, evidence: EvidenceRecord, decisions: Sequence[Decision], rules: RuleSet, seen: Seen
) -> ResultRecord:
    """The result with each cell's `decided` and `asked`, and on top the decided groups, total, grade and award.

    Cells that nobody decided enter with what is proposed. Pieces that were excluded or included say so.
    """
    return applied_states(result, cell_states(result, evidence, decisions, rules, seen), rules, decisions)


def applied_states(
    result: ResultRecord, states: Mapping[str, CellState], rules: RuleSet, decisions: Sequence[Decision]
) -> ResultRecord:
    """As `apply`, with the states known."""
    nothing = Spread(Fraction(0), Fraction(0), Fraction(0))
    earned: dict[str, Spread] = {}
    for row in result.indicators:
        earned[row.group] = earned.get(row.group, nothing) + _spread(row, states[row.id])
    earned |= {group.id: capped(group, earned[group.id]) for group in rules.groups if group.id in earned}
    weights = {group.id: _exact(group.weight) for group in result.groups} | {
        group.id: group.weight for group in rules.groups
    }
    total = sum((points * weights[group] for group, points in earned.items()), nothing)
    grade, award = (verdict_on(kind, bands, total, decisions) for kind, bands in bands_of(rules))
    decided = DecidedTotalRecord(
        groups=tuple(
            DecidedGroupRecord(id=group, points=_number(rounded(own.proposed))) for group, own in earned.items()
        ),
        total=_number(rounded(total.proposed)),
        grade=grade.value,
        award_yuan=int(award.value),
        possible=grade.possible,
        possible_yuan=tuple(map(int, award.possible)),
        between=tuple(each.between for each in (grade, award) if each.between),
    )
    cells = tuple(_applied(row, states[row.id]) for row in result.indicators)
    return replace(result, indicators=cells, decided=decided)


def _spread(row: CellRecord, state: CellState) -> Spread:
    """What a cell may come to: where somebody decided, that alone."""
    points = _exact(row.proposed) if state.points is None else state.points
    if state.decided is not None:
        return Spread(points, points, points)
    reach = state.followed.spread if state.followed else Spread(_exact(row.low), points, _exact(row.high))
    return Spread(min(points, reach.low), points, max(points, reach.high))


def _applied(row: CellRecord, state: CellState) -> CellRecord:
    now = _spread(row, state) if state.in_progress else None
    flags = state.followed.flags if state.followed else row.flags
    return replace(
        row,
        low=_number(now.low) if now else row.low,
        proposed=_number(now.proposed) if now else row.proposed,
        high=_number(now.high) if now else row.high,
        facts=_counted(row, state),
        flags=flags,
        next=state.followed.next if state.followed else row.next,
        evidence=tuple(_turned(piece, state) for piece in row.evidence),
        decided=_decided(state.decided, state.points) if state.decided is not None else None,
        asked=tuple(AskedRecord(text=each.reason, reviewer=each.reviewer, at=each.time) for each in state.asked),
    )


def _counted(row: CellRecord, state: CellState) -> Mapping[str, Number | Mapping[str, Number]]:
    """The measures as they are without what was excluded and with what was included."""
    if state.measures is None or not (state.excluded or state.included):
        return row.facts
    if not state.measures:
        return {}
    counted = {name: value for name, value in state.measures.items() if name in row.facts and value is not None}
    return {**row.facts, **{name: _number(value) for name, value in counted.items()}}


def _turned(piece: PieceRecord, state: CellState) -> PieceRecord:
    """A piece that a reviewer excluded or included says so."""
    if (out := state.excluded.get(piece.piece)) is not None:
        return replace(piece, counted=False, why=_told("审核人员排除", out), turned=True)
    if (held := state.included.get(piece.piece)) is not None:
        return replace(piece, counted=True, why=_told("审核人员计入", held), turned=True)
    return piece


def _decided(decision: Decision, points: Fraction | None) -> DecidedRecord:
    return DecidedRecord(
        points=_number(points or Fraction(0)),
        kind=decision.kind,
        reason=decision.reason,
        reviewer=decision.reviewer,
        at=decision.time,
    )


def _told(what: str, decision: Decision) -> str:
    return f"{what}：{decision.reason}" if decision.reason else what


def _exact(number: Number) -> Fraction:
    return Fraction(str(number))


def _number(value: Fraction) -> Number:
    return int(value) if value.denominator == 1 else float(value)
