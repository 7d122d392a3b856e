"""Graduates who stay: this year's share against last year's, from two rosters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from verifier.facts.employers import employer_of
from verifier.model import Evidence, Fact, Flag, Indicator, Measure, Papers, Roster, RosterRow, RuleSet, Tally

from .people import List, Register, faults, is_employment, lists
from .sight import candidates, flag, has_groups, plain, units_of_text


@dataclass(frozen=True, slots=True)
class Count:
    """One class: everybody, those in the region, those of unknown place, and by the other definitions."""

    everybody: int
    local: int
    unknown: int
    local_agreements: int
    study: int

    @property
    def share(self) -> Fraction:
        return Fraction(self.local, self.everybody)

    @property
    def share_with_unknown(self) -> Fraction:
        return Fraction(self.local + self.unknown, self.everybody)

    @property
    def by_agreements(self) -> Fraction:
        return Fraction(self.local_agreements, self.everybody)

    @property
    def without_study(self) -> Fraction:
        return Fraction(self.local, max(1, self.everybody - self.study))


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """Measures `retention`, `retention_last`, `change` and the changes by other definitions, as fractions of 1."""
    rosters = [each for each in lists(papers, rules) if is_employment(each) and each.usable]
    if papers.last_year:
        earlier = replace(papers, observed=papers.last_year, year=(papers.year or 1) - 1, twins={}, last_year=())
        rosters_last = [each for each in lists(earlier, rules) if is_employment(each) and each.usable]
    else:
        rosters_last = []
    year = papers.year
    this = [each for each in rosters if year is None or each.class_year in (None, year)]
    last = [each for each in rosters if year is not None and each.class_year == year - 1]
    last += [each for each in rosters_last if year is None or each.class_year in (None, year - 1)]
    other = [each for each in rosters if each not in this and each not in last]
    evidence = [_piece(cell, each, "本年度") for each in this] + [_piece(cell, each, "上年度") for each in last]
    evidence += [_piece(cell, each, f"{each.class_year}届", "out") for each in other]
    agreements = _agreements(cell, papers)
    flags: list[Flag] = [each for one in this for each in faults(cell, one)]
    now, before = _count(this, rules), _count(last, rules)
    if now is None or before is None or year is None:
        stated = _stated(cell, papers)
        if not this and not last and not stated:
            if other:
                text = f"花名册是{other[0].class_year}届的，不计入，请补充本年度和上年度花名册"
                flags.append(flag("date-outside-period", cell.id, text, other[0].roster.place))
            return Tally((*evidence, *agreements), (), tuple(flags))
        lacking = "本年度" if now is None else "上年度"
        place = (this or last)[0].roster.place if this or last else stated[0].facts[0].place
        text = f"没有{lacking}毕业生花名册，不能计算留威率增减，请补充"
        flags.append(flag("denominator-missing", cell.id, text, place))
        flags += _note(cell, agreements, rosters)
        measures = (Measure("retention", now.share, now.share, now.share),) if now else ()
        return Tally((*evidence, *stated, *agreements), measures, tuple(flags), open_to_max=True, settled=False)
    flags += _unknown(cell, this, now, rules) + _unknown(cell, last, before, rules) + _note(cell, agreements, rosters)
    change = now.share - before.share
    by_agreements, without_study = now.by_agreements - before.by_agreements, now.without_study - before.without_study
    measures = (
        Measure("retention", now.share, now.share, now.share_with_unknown),
        Measure("retention_last", before.share_with_unknown, before.share, before.share),
        Measure("change", now.share - before.share_with_unknown, change, now.share_with_unknown - before.share, False),
        Measure("change_agreements", by_agreements, by_agreements, by_agreements, False),
        Measure("change_without_study", without_study, without_study, without_study, False),
    )
    return Tally((*evidence, *agreements), measures, tuple(flags))


def _piece(cell: Indicator, each: List, which: str, standing: str = "firm") -> Evidence:
    why = f"{which}花名册，{len(each.rows)}行"
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", why, standing)  # type: ignore[arg-type]


def _count(rosters: list[List], rules: RuleSet) -> Count | None:
    """Everybody once; of several rows of one person the one that stays counts."""
    register = Register()
    best: dict[int, tuple[int, RosterRow, Roster]] = {}
    for each in rosters:
        for row in each.usable:
            at = register.add(row)
            rank = {"local": 0, "unknown": 1, "": 2}[place_of_work(row, each.roster, rules)]
            if at not in best or rank < best[at][0]:
                best[at] = rank, row, each.roster
    if not best:
        return None
    ranks = [rank for rank, _, _ in best.values()]
    agreed = [row for rank, row, _ in best.values() if rank == 0 and _is(row, rules, "destination_agreement")]
    study = [row for _, row, _ in best.values() if _is(row, rules, "destination_study")]
    return Count(len(best), ranks.count(0), ranks.count(1), len(agreed), len(study))


def place_of_work(row: RosterRow, roster: Roster, rules: RuleSet) -> str:
    """local, unknown, or '' for who has no work, or work elsewhere."""
    destination = plain(row.values.get("destination", ""))
    employer = row.values.get("employer", "")
    if _says(row.values.get("agreement_state", ""), rules, "dissolved") or row.values.get("dissolved_on"):
        return ""
    if any(_is(row, rules, name) for name in ("destination_study", "destination_none", "destination_intern")):
        return ""
    if _says(destination, rules, "dissolved"):
        return ""
    if not employer and not (destination and _is(row, rules, "destination_work")):
        return ""
    if roster.has("destination") and not destination and not employer:
        return ""
    locality = employer_of(row.values, rules.words.places).locality
    return "" if locality == "outside" else locality


def _is(row: RosterRow, rules: RuleSet, name: str) -> bool:
    return _says(row.values.get("destination", ""), rules, name)


def _says(text: str, rules: RuleSet, name: str) -> bool:
    squeezed = plain(text)
    return bool(squeezed) and any(word in squeezed for word in rules.words.lists.get(name, ()))


def _unknown(cell: Indicator, rosters: list[List], counted: Count, rules: RuleSet) -> list[Flag]:
    if not counted.unknown:
        return []
    flags = []
    for each in rosters:
        rows = [row for row in each.usable if place_of_work(row, each.roster, rules) == "unknown"]
        if rows:
            listed = "、".join(row.place.cell or "" for row in rows[:10])
            text = f"{len(rows)}名毕业生的单位看不出所在地（{listed}），请核实单位所在地"
            flags.append(flag("employer-locality-unknown", cell.id, text, rows[0].place))
    return flags


def _agreements(cell: Indicator, papers: Papers) -> list[Evidence]:
    """Papers that are employment agreements: they bear out the roster and count nothing by themselves."""
    found = []
    for seen in candidates(papers):
        fact = next((fact for fact in seen.of("title") if "就业协议" in plain(str(fact.value))), None)
        if fact is None and any("就业协议书" in plain(line.text) for line in seen.document.lines[:6]):
            line = next(line for line in seen.document.lines if "就业协议书" in plain(line.text))
            fact = Fact("title", line.text, line.text, line.place, line.confidence, "retention")
        if fact is not None and not seen.of("roster") and seen.types[:1] != ("summary",):
            found.append(Evidence(cell.id, seen.path, (fact,), "content", "就业协议，可抽查花名册", "firm"))
    return found


def _note(cell: Indicator, agreements: list[Evidence], rosters: Iterable[List]) -> list[Flag]:
    columns = any(each.roster.has("agreement_number") or each.roster.has("agreement_state") for each in rosters)
    if agreements or columns:
        return []
    return [flag("judgement-required", cell.id, cell.takes.note + "。", None, "note")]


def _stated(cell: Indicator, papers: Papers) -> list[Evidence]:
    """A stated rate without rosters leaves the cell open."""
    found = []
    for seen in candidates(papers):
        if seen.of("post") or seen.of("event"):
            continue
        for text, place, confidence in units_of_text(seen):
            if has_groups(text, cell.takes.words) and "%" in plain(text):
                fact = Fact("statement", text, text[:80], place, confidence, "retention")
                found.append(Evidence(cell.id, seen.path, (fact,), "content", "只写明留威率，没有花名册", "open"))
                break
    return found
