"""Graduates who stay: this year's share against last year's, from two rosters."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.counting.eligibility import flags_of
from verifier.counting.eligibility.candidates import own_papers
from verifier.counting.eligibility.whose import of_another, whose_paper
from verifier.counting.flags import flag
from verifier.counting.people.agreements import agreements, overruled_flags
from verifier.counting.people.clashes import clash_flags
from verifier.counting.people.class_counts import (
    ClassRoster,
    Count,
    count_class,
    earlier_count,
    rate_of,
    unknown_places,
)
from verifier.counting.people.destinations import wrong_codes
from verifier.counting.people.rosters_sent import (
    SentRoster,
    cohorts,
    cohorts_of_last_year,
    faults,
    is_employment,
    named_rows,
)
from verifier.counting.text_units import units_of_text
from verifier.facts.employers import TELLING_FIELDS
from verifier.language.comparing_text import has_groups, plain
from verifier.model import (
    STATEMENT,
    Agreement,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Measure,
    Papers,
    RetentionTaking,
    Roster,
    RuleSet,
    Standing,
    Tally,
)

_PLACES = ("employer", *TELLING_FIELDS)


def count(cell: Indicator[RetentionTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `retention`, `retention_last`, `change` and the changes by other definitions, as fractions of 1."""
    this, last, evidence, flags = _rosters(cell, papers, rules)
    sent = bool(evidence)
    signed = agreements(papers)
    now, before = count_class(this, rules, signed), count_class(last, rules, signed)
    if before is None and now is not None:
        before, piece, told = earlier_count(cell, papers)
        evidence += piece
        flags += told
    stated = [] if now and before else _stated(cell, papers, rules)
    if sent or stated:
        flags += _note(cell, bool(signed), [each.cohort.roster for each in (*this, *last)])
    for each in (*this, *last):
        flags += (*faults(cell, named_rows(each.rows)), *wrong_codes(cell, each.rows))
    flags += clash_flags(cell, (each.cohort for each in (*this, *last)), papers, rules)
    is_open = bool(stated) or any(each.standing != "out" for each in evidence)
    evidence += [*stated, *_borne_out(cell, signed)]
    flags += [found for each in (now, before) if each for found in overruled_flags(cell, each.overruled)]
    measures = _measures_of_this(now) if now else ()
    both = (("retention", "change", now), ("retention_last", "", before))
    rates = tuple(rate_of(name, measure, each) for name, measure, each in both if each)
    blind = [each for each in (*this, *last) if not any(map(each.cohort.roster.has, _PLACES))]
    if blind:
        text = "花名册没有就业单位和单位所在地，不能计算留威率，请补充"
        flags.append(flag("columns-missing", cell.id, text, blind[0].cohort.roster.place))
        return Tally(tuple(evidence), (), tuple(flags), open_to_max=True, settled=False)
    if now is None or before is None or papers.year is None:
        if is_open and papers.year is not None:
            flags.append(_missing(cell, now, before))
        return Tally(tuple(evidence), measures, tuple(flags), open_to_max=is_open, settled=False, rates=rates)
    flags += [found for each in (*this, *last) for found in unknown_places(cell, each, rules)]
    return Tally(tuple(evidence), _measures(now, before), tuple(flags), rates=rates)


def _measures_of_this(now: Count) -> tuple[Measure, ...]:
    """This year's share, and by the other definitions, which next year's check of this school may ask for."""
    shares = now.shares
    return (
        Measure("retention", shares.share, shares.share, shares.with_unknown),
        *(Measure(name, value, value, value, False) for name, value in shares.others.items()),
    )


def _measures(now: Count, before: Count) -> tuple[Measure, ...]:
    this, last = now.shares, before.shares
    low, proposed, high = this.share - last.with_unknown, this.share - last.share, this.with_unknown - last.share
    changes = {name: value - last.others[name] for name, value in this.others.items() if name in last.others}
    return (
        *_measures_of_this(now),
        Measure("retention_last", last.with_unknown, last.share, last.share),
        Measure("change", low, proposed, high, False),
        *(Measure(name.replace("retention", "change"), value, value, value, False) for name, value in changes.items()),
    )


def _missing(cell: Indicator, now: Count | None, before: Count | None) -> Flag:
    lacking = "和".join(name for name, one in (("本年度", now), ("上年度", before)) if one is None)
    text = f"没有{lacking}毕业生花名册，不能计算留威率增减，请补充"
    return flag("denominator-missing", cell.id, text)


# --- the rosters ----------------------------------------------------------------------------------------------------


def _rosters(
    cell: Indicator, papers: Papers, rules: RuleSet
) -> tuple[list[ClassRoster], list[ClassRoster], list[Evidence], list[Flag]]:
    """This year's rows, last year's, with the evidence of each roster and what speaks against others."""
    this: list[ClassRoster] = []
    last: list[ClassRoster] = []
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    own = [each for each in cohorts(papers, rules) if _went_somewhere(each)]
    unknown = [each for each in own if each.class_year is None]
    known = {each.class_year for each in own}
    for each in own:
        verdict, other = whose_paper(each.seen, papers, rules)
        if not each.rows or (verdict == "out" and not each.roster.has("school")):
            flags += flags_of(cell, [of_another("花名册", other, each.roster.place)])
            evidence.append(_piece(cell, each, "属于其他学校", "out"))
        elif each.purpose == "part":
            evidence.append(_piece(cell, each, "只列了一部分毕业生，不能作为全体毕业生花名册", "open"))
        elif papers.year is None:
            evidence.append(_piece(cell, each, "考核年度未定", "open"))
            this.append(ClassRoster(each, each.rows))
        elif each.class_year is None and papers.year in known and papers.year - 1 in known:
            evidence.append(_piece(cell, each, "没有写明届别，另有两届的花名册", "out"))
        elif each.class_year is None and (papers.year in known or len(unknown) > 1):
            flags.append(_no_class(cell, each))
            evidence.append(_piece(cell, each, "没有写明届别", "open"))
        else:
            told = _sorted_in(cell, each, papers.year, this, last)
            evidence += told[0]
            flags += told[1]
    for each in cohorts_of_last_year(papers, rules):
        if _went_somewhere(each) and each.rows and each.purpose == "class" and papers.year is not None:
            year = papers.year - 1
            rows = each.rows if each.class_year is None else each.of_class(year)
            if rows:
                last.append(ClassRoster(each, rows))
                evidence.append(_piece(cell, each, f"上年度花名册，{len(rows)}行"))
    if this or last:
        flags = [each for each in flags if each.code != "date-outside-period"]
    return this, last, evidence, flags


def _went_somewhere(each: SentRoster) -> bool:
    return is_employment(each) or (each.purpose == "part" and each.side == "graduates" and each.roster.has("employer"))


def _sorted_in(
    cell: Indicator, each: SentRoster, year: int, this: list[ClassRoster], last: list[ClassRoster]
) -> tuple[list[Evidence], list[Flag]]:
    """Puts the rows of a roster to this year's and last year's; a roster of neither is out."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    earlier = each.of_class(year - 1) if each.class_year is not None else ()
    for rows, rosters, name in ((each.of_class(year), this, "本年度"), (earlier, last, "上年度")):
        if rows:
            rosters.append(ClassRoster(each, rows))
            evidence.append(_piece(cell, each, f"{name}花名册，{len(rows)}行"))
    if not evidence:
        text = f"花名册是{each.class_year}届的，不计入，请补充本年度和上年度花名册"
        flags.append(flag("date-outside-period", cell.id, text, each.roster.place))
        evidence.append(_piece(cell, each, f"是{each.class_year}届的花名册", "out"))
    elif each.told in ("", "name"):
        text = f"花名册没有写明届别，按{each.class_year or year}届计算，请确认"
        flags.append(flag("date-missing", cell.id, text, each.roster.place, "note"))
    return evidence, flags


def _no_class(cell: Indicator, each: SentRoster) -> Flag:
    text = "花名册没有写明届别，不能确定是本年度还是上年度的，请补充"
    return flag("date-missing", cell.id, text, each.roster.place)


def _piece(cell: Indicator, each: SentRoster, why: str, standing: Standing = "firm") -> Evidence:
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", why, standing, f"{each.roster.place}{why}")


# --- agreements and stated rates ------------------------------------------------------------------------------------


def _borne_out(cell: Indicator, signed: Sequence[Fact[Agreement]]) -> list[Evidence]:
    """Papers that are employment agreements: they bear out the roster and count nothing by themselves."""
    of_file: dict[str, list[Fact[Agreement]]] = {}
    for fact in signed:
        of_file.setdefault(fact.place.file, []).append(fact)
    why = "就业协议，可与花名册核对"
    return [Evidence(cell.id, file, tuple(facts), "content", why) for file, facts in of_file.items()]


def _note(cell: Indicator[RetentionTaking], agreed: bool, rosters: Sequence[Roster]) -> list[Flag]:
    if agreed or any(roster.has("agreement_number") or roster.has("agreement_state") for roster in rosters):
        return []
    return [flag("judgement-required", cell.id, f"{cell.takes.note}。", None, "note")]


def _stated(cell: Indicator[RetentionTaking], papers: Papers, rules: RuleSet) -> list[Evidence]:
    """A stated rate without rosters leaves the cell open."""
    found = []
    for seen in own_papers(papers, rules):
        if seen.posts or seen.events:
            continue
        for text, place, confidence in units_of_text(seen):
            if has_groups(text, cell.takes.words) and "%" in plain(text):
                fact = Fact(STATEMENT, text, text[:80], place, confidence, "retention")
                found.append(Evidence(cell.id, seen.path, (fact,), "content", "只写明留威率，没有花名册", "open"))
                break
    return found
