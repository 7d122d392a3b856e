"""Answers to a survey as a share of the year's graduates."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from verifier.facts.people import has_key
from verifier.model import Evidence, Fact, Flag, Indicator, Measure, Observed, Papers, RosterRow, RuleSet, Tally

from .people import Register, disagreement, graduates
from .sight import candidates, flag, plain, school_verdict


@dataclass(frozen=True, slots=True)
class Answers:
    rank: int
    """0 an export of answers, then as the rule set orders the words"""
    number: Fraction
    fact: Fact
    seen: Observed
    why: str


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """Measures `survey_answers`, `graduates` and `answered_share`."""
    flags: list[Flag] = []
    evidence: list[Evidence] = []
    answers: list[Answers] = []
    for seen in candidates(papers):
        found = _answers(seen, cell, flags)
        if found is None:
            continue
        standing, other = school_verdict(seen, papers, rules)
        wrong_class = _other_class(seen, papers)
        if standing == "out":
            flags.append(flag("school-mismatch", cell.id, f"问卷属于{other}，不计入，请核对", found.fact.place))
        elif wrong_class:
            text = f"问卷是{wrong_class}届的，不计入，请补充{papers.year}届的问卷"
            flags.append(flag("date-outside-period", cell.id, text, found.fact.place))
        if standing == "out" or wrong_class:
            evidence.append(Evidence(cell.id, seen.path, (found.fact,), "content", found.why, "out"))
        else:
            answers.append(found)
    if not answers:
        return Tally(tuple(evidence), (), tuple(flags))
    answers.sort(key=lambda each: each.rank)
    evidence += [Evidence(cell.id, a.seen.path, (a.fact,), "content", a.why, value=a.number) for a in answers]
    numbers = [each.number for each in answers]
    if len(set(numbers)) > 1:
        told = "、".join(f"{each.seen.path}{each.number}份" for each in answers[:10])
        flags.append(
            flag("totals-disagree", cell.id, f"几份材料的答卷人数不一致：{told}，请核对", answers[0].fact.place)
        )
    return _rated(cell, papers, rules, answers, evidence, flags)


def _rated(
    cell: Indicator,
    papers: Papers,
    rules: RuleSet,
    answers: list[Answers],
    evidence: list[Evidence],
    flags: list[Flag],
) -> Tally:
    numbers = [each.number for each in answers]
    proposed = numbers[0]
    sources = graduates(papers, rules)
    told = Measure("survey_answers", min(numbers), proposed, max(numbers))
    if not sources.totals or not sources.decided:
        text = "材料中没有毕业生总数，不能计算答卷率，请补充毕业生花名册或总数"
        flags.append(flag("denominator-missing", cell.id, text, answers[0].fact.place))
        return Tally(tuple(evidence), (told,), tuple(flags), open_to_max=True, settled=False)
    most, least = sources.most or sources.decided, sources.least or sources.decided
    one = Fraction(1)
    share = Measure(
        "answered_share",
        min(one, min(numbers) / most),
        min(one, proposed / sources.decided),
        min(one, max(numbers) / least),
        shown=False,
    )
    flags += disagreement(
        cell, sources, [{"answered_share": min(one, proposed / total.number)} for total in sources.totals]
    )
    flags += _stated_rates(cell, answers, proposed / sources.decided, rules)
    if proposed > sources.decided and not any(each.code == "totals-disagree" for each in flags):
        text = f"答卷{proposed}份多于毕业生{sources.decided}人，请核对是否按人次统计"
        flags.append(flag("totals-disagree", cell.id, text, answers[0].fact.place))
    graduates_ = Measure("graduates", sources.decided, sources.decided, sources.decided)
    return Tally(tuple(evidence), (told, graduates_, share), tuple(flags))


def _answers(seen: Observed, cell: Indicator, flags: list[Flag]) -> Answers | None:
    if not any(kind in seen.types for kind in (*cell.takes.documents, "summary")):
        return None
    for fact in seen.of("roster"):
        if fact.value.has("answered_on") and not fact.value.has("counsellor"):
            return _exported(seen, fact, cell, flags)
    best: tuple[int, Fact] | None = None
    for fact in seen.of("count"):
        rank = _label_rank(fact, cell)
        if rank is not None and (best is None or rank < best[0]):
            best = rank, fact
    if best is None:
        return None
    rank = 100 + best[0] if seen.types[:1] == ("summary",) else 1 + best[0]
    return Answers(rank, best[1].value.number, best[1], seen, f"写明“{best[1].quote}”")


def _exported(seen: Observed, fact: Fact, cell: Indicator, flags: list[Flag]) -> Answers:
    """The rows of an export, people who answered twice once."""
    register, nameless = Register(), 0
    for row in fact.value.rows:
        if has_key(row.person):
            register.add(row)
        else:
            nameless += 1
    twice: list[RosterRow] = [row for _, row in register.again]
    if twice:
        listed = "、".join(row.place.cell or "" for row in twice[:10])
        text = f"{len(twice)}份是同一人重复作答（{listed}），每人只计一次"
        flags.append(flag("duplicate-person", cell.id, text, twice[0].place))
    number = Fraction(len(register) + nameless)
    return Answers(0, number, fact, seen, f"导出的答卷共{len(fact.value.rows)}行，计{number}人")


def _label_rank(fact: Fact, cell: Indicator) -> int | None:
    if fact.value.unit not in ("人", "份", "名", "条", "个"):
        return None
    label = plain(fact.label)
    if any(word in label for word in cell.takes.not_measured):
        return None
    return next((rank for rank, word in enumerate(cell.takes.measured) if word in label), None)


def _other_class(seen: Observed, papers: Papers) -> int | None:
    """The class that a title names, when it is not the assessed one."""
    import re

    for fact in seen.of("title")[:2]:
        found = re.search(r"(20\d\d)届", plain(str(fact.value)))
        if found and papers.year:
            return None if int(found[1]) == papers.year else int(found[1])
    return None


def _stated_rates(cell: Indicator, answers: list[Answers], share: Fraction, rules: RuleSet) -> list[Flag]:
    """A stated rate of graduates who answered that differs from the computed one at the digits it shows."""
    words = rules.words.lists.get("survey_rates", ())
    for each in answers:
        for fact in each.seen.of("percent"):
            if not any(word in plain(fact.label) for word in words):
                continue
            digits = len(plain(fact.quote).rstrip("%％").partition(".")[2].rstrip("%％"))
            if abs(fact.value.number - share) * 100 > Fraction(1, 2 * 10**digits):
                text = f"写明“{fact.quote}”，按答卷人数和毕业生总数计算是{float(share):.2%}，请核对，预填按计算值"
                return [flag("totals-disagree", cell.id, text, fact.place)]
    return []
