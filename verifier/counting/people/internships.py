"""Graduates with a sealed certificate of an internship at an employer in the region."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from rapidfuzz import fuzz

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility.candidates import candidates
from verifier.counting.eligibility.certain import unsure
from verifier.counting.eligibility.doubts import Doubt, telling, weakest
from verifier.counting.eligibility.period import by_time, in_period, outside, undated
from verifier.counting.eligibility.reuse import reused
from verifier.counting.eligibility.whose import of_another, whose_paper, whose_school
from verifier.counting.flags import flag
from verifier.counting.people.disagreement import Values, disagreement, reached, total_measure
from verifier.counting.people.graduating_class import class_years
from verifier.counting.people.listing import Recount
from verifier.counting.people.rosters_sent import cohorts, named_rows
from verifier.counting.people.same_person import Register, find_named, is_whole, nearly
from verifier.counting.people.totals import Sources, graduates
from verifier.facts.employers import locate
from verifier.facts.seals.find import is_grey
from verifier.language.comparing_text import plain
from verifier.language.identity_numbers import mask_name, plain_name
from verifier.model import (
    INTERNSHIP,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Internship,
    InternsTaking,
    Measure,
    Observed,
    Papers,
    Person,
    Rate,
    RateRow,
    RosterRow,
    RuleSet,
    Tally,
)


@dataclass(frozen=True, slots=True)
class Rolls:
    """Who is known to the bundle."""

    sources: Sources
    next_class: Register
    """graduates of next year, as rosters of graduates or of the enrolled show them"""


@dataclass(slots=True)
class Met:
    """The people of the certificates seen so far."""

    strangers: Register = field(default_factory=Register)
    counted: dict[str, Observed] = field(default_factory=dict)
    """key → the first paper in which the person counts"""


def count(cell: Indicator[InternsTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `interns` (distinct people) and `graduates`."""
    rolls = Rolls(graduates(papers, rules), _next_class(papers, rules))
    met = Met()
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    for seen in candidates(papers):
        if seen.internships:
            found, told = _of_paper(cell, seen, rolls, met, papers, rules)
            evidence += found
            flags += told
    if not evidence:
        return Tally()
    tally = tally_of(evidence, flags, cell.takes.measure)
    judged = _with_graduates(cell, tally, rolls.sources, flags, papers)
    return replace(judged, rates=(_rate(evidence, tally.measures[0], rolls.sources),))


def _rate(evidence: list[Evidence], interns: Measure, sources: Sources) -> Rate:
    """The number, with the people of the certificates and the roster of graduates beside them."""
    counted: dict[str, Evidence] = {}
    rows = []
    for each in evidence:
        fact = INTERNSHIP.among(each.facts)[0]
        if each.standing not in ("firm", "counted"):
            why = f"不计入：{each.why}" if each.standing == "out" else f"待核实：{each.why}"
            rows.append(RateRow(fact.place, fact.value.person, "out", why))
        elif each.key in counted:
            why = f"同一人已计入：{counted[each.key].facts[0].place}"
            rows.append(RateRow(fact.place, fact.value.person, "out", why))
        else:
            counted[each.key] = each
            rows.append(RateRow(fact.place, fact.value.person, "numerator", f"计入：{each.why}"))
    fates = Recount()
    fates.put_base(sources, {}, below="本年度毕业生")
    listed = (*rows, *fates.listed(sources.tables))
    one, base, others = Fraction(1), sources.base, sources.candidates
    return Rate("interns", interns.proposed, sources.decided, listed, "interns", one, base, others, is_share=False)


def _next_class(papers: Papers, rules: RuleSet) -> Register:
    if papers.year is None:
        return Register()
    after = papers.year + 1
    return Register.of(
        row
        for each in cohorts(papers, rules)
        if each.purpose == "class" and each.class_year is not None
        for row in named_rows(each.of_class(after))
    )


def _with_graduates(cell: Indicator, tally: Tally, sources: Sources, flags: list[Flag], papers: Papers) -> Tally:
    interns = tally.measures[0]
    base = total_measure("graduates", sources)
    flags += disagreement(cell, sources, _tests(interns))
    if sources.decided is None:
        few: Values = {"interns": interns.high, "graduates": Fraction(0)}
        if reached(cell, few) != reached(cell, {"interns": interns.high}) and not _is_enough(cell, interns.proposed):
            text = "不知道毕业生总数，不能确定适用50人还是20人的标准，请补充毕业生花名册或总数"
            flags.append(flag("denominator-missing", cell.id, text))
            return Tally(tally.evidence, (interns, base), tuple(flags), open_to_max=True, settled=False)
    return Tally(tally.evidence, (interns, base), tuple(flags), open_to_max=papers.period is None)


def _is_enough(cell: Indicator, number: Fraction | None) -> bool:
    """Whether so many people earn points however many graduates there are."""
    return any(at < len(rule.tiers) for at, rule in zip(reached(cell, {"interns": number}), cell.readings, strict=True))


def _tests(interns: Measure) -> Callable[[Fraction], list[Values]]:
    """The facts as a total would have them, for each number of people who may count."""
    numbers = (interns.low, interns.proposed, interns.high)
    return lambda total: [{"interns": number, "graduates": total} for number in numbers]


# --- one paper ------------------------------------------------------------------------------------------------------


def _of_paper(
    cell: Indicator[InternsTaking], seen: Observed, rolls: Rolls, met: Met, papers: Papers, rules: RuleSet
) -> tuple[list[Evidence], list[Flag]]:
    of_paper = [*filter(None, [_seal_doubt(cell, seen, papers)]), *reused(seen.path, papers, "证明")]
    evidence: list[Evidence] = []
    told: list[tuple[Doubt, Fact[Internship]]] = []
    for fact in seen.internships:
        at = find_named(fact, rolls.sources.people)
        key = f"graduate:{at}" if at is not None else f"stranger:{met.strangers.add(_row(fact))}"
        doubts = [*of_paper, *_doubts(seen, fact, at, rolls, papers, rules)]
        doubts += unsure("文字", fact.confidence, rules)
        standing = weakest(doubts)
        doubts = telling(doubts)
        if key in met.counted and standing != "out" and not _is_one_paper(met.counted[key], seen):
            doubts.append(
                Doubt("duplicate-person", "firm", f"与{met.counted[key].path}中的是同一人", "只计一次，请核对")
            )
        if standing != "out":
            met.counted.setdefault(key, seen)
        told += [(doubt, fact) for doubt in doubts]
        why = f"{fact.value.employer.name or '单位不详'}的实习证明" + _because(doubts)
        evidence.append(Evidence(cell.id, seen.path, (fact,), "content", why, standing, key))
    return evidence, _flags(cell, told)


def _row(fact: Fact[Internship]) -> RosterRow:
    return RosterRow(fact.value.person, {}, fact.place)


def _because(doubts: list[Doubt]) -> str:
    said = [doubt.what for doubt in doubts if doubt.standing in ("open", "out")]
    return f"；{'，'.join(dict.fromkeys(said))}" if said else ""


def _is_one_paper(a: Observed, b: Observed) -> bool:
    """Whether one is a picture inside the other, or both lie in one paper of which each is a page."""
    parents = (a.document.file.parent, b.document.file.parent)
    return a.path != b.path and (a.path in parents or b.path in parents)


def _seal_doubt(cell: Indicator[InternsTaking], seen: Observed, papers: Papers) -> Doubt | None:
    """A red seal on any page covers the whole paper. On what is typed in Word only a scan pasted in can bear one."""
    if seen.document.file.kind == "word":
        inside = [each for each in papers.observed if each.document.file.parent == seen.path]
        if any(each.seals and set(each.types) & set(cell.takes.documents) for each in inside):
            return None
        return Doubt("seal-missing", "open", "Word文件本身不能证明盖章", "请提供盖章原件的扫描件")
    if seen.seals:
        return None
    pictures = [page.image for page in seen.document.pages if page.image is not None and page.image.exists()]
    if pictures and all(is_grey(image) for image in pictures):
        return Doubt("seal-missing", "open", "是黑白件，无法判断有没有红色印章", "请核对盖章原件")
    return Doubt("seal-missing", "open", "没有见到红色印章", "请核对盖章原件")


def _doubts(
    seen: Observed, fact: Fact[Internship], at: int | None, rolls: Rolls, papers: Papers, rules: RuleSet
) -> Iterator[Doubt]:
    intern = fact.value
    yield from _school(seen, intern, at, rolls, papers, rules)
    yield from _graduate(seen, fact, at, rolls, papers, rules)
    yield from _host(intern, rules)
    yield from _foreign_seal(seen, intern, rules)
    yield from _time(intern, papers)
    if intern.person.id_state == "invalid":
        yield Doubt("id-invalid", "firm", "身份证号校验位不符", "请核对原件")


def _host(intern: Internship, rules: RuleSet) -> Iterator[Doubt]:
    employer = locate(intern.employer, rules.words.places)
    name = plain(employer.name)
    if employer.locality == "outside":
        yield Doubt("employer-not-local", "out", f"实习单位“{name}”不在本市（{employer.reason}）", "不计入")
    elif employer.locality == "unknown":
        yield Doubt("employer-locality-unknown", "open", f"看不出实习单位“{name}”的所在地", "请核实")
    plainly = any(word in name for word in rules.words.people.no_enterprise)
    if plainly and not any(word in name for word in rules.words.people.enterprise):
        yield Doubt("judgement-required", "open", f"实习单位“{name}”看来不是企业", "请确认是否计入")


def _foreign_seal(seen: Observed, intern: Internship, rules: RuleSet) -> Iterator[Doubt]:
    """Every seal of the paper is read, and none is the employer's. A misread one withholds no proposed point."""
    name = plain(intern.employer.name)
    read = [plain(fact.value.text) for fact in seen.seals]
    if not name or not all(read) or not read:
        return
    if all(max(fuzz.ratio(name, text), fuzz.partial_ratio(name, text)) < rules.assessment.seal_alike for text in read):
        what = f"印章为“{read[0]}”，与实习单位“{name}”不是同一单位"
        yield Doubt("judgement-required", "counted", what, "请核对盖章单位")


def _time(intern: Internship, papers: Papers) -> Iterator[Doubt]:
    span = intern.period
    late = outside(f"实习时间（{span.start}至{span.end or ''}）" if span else "实习时间")
    yield from by_time(in_period(span, papers.period), papers, late, undated("没有写明实习起止时间", "请补充"))


def _school(
    seen: Observed, intern: Internship, at: int | None, rolls: Rolls, papers: Papers, rules: RuleSet
) -> Iterator[Doubt]:
    """Another school's; the parent's bare name counts in high unless the roster has the person."""
    whose = whose_school(intern.school, papers, rules)
    if whose == "other":
        yield Doubt("school-mismatch", "out", f"写的是{intern.school}的学生", "不计入，请核对")
    elif whose == "":
        verdict, other = whose_paper(seen, papers, rules)
        if verdict == "out" and not _is_host(other, intern):
            yield of_another("材料", other)
    elif whose == "parent" and rolls.sources.people is None:
        yield Doubt("not-in-roster", "open", f"只写{intern.school}，不能确认是哪个校区", "请核对")


def _is_host(school: str, intern: Internship) -> bool:
    return plain(school) in plain(intern.employer.name)


def _graduate(
    seen: Observed, fact: Fact[Internship], at: int | None, rolls: Rolls, papers: Papers, rules: RuleSet
) -> Iterator[Doubt]:
    """In the roster by ID, or by name and number; without a roster the certificate's word suffices."""
    intern = fact.value
    register = rolls.sources.people
    if register is not None and at is not None:
        yield from _mismatch(intern.person, register.rows[at].person, fact.confidence < 1)
        return
    if _is_next_class(intern, rolls, papers):
        yield Doubt("judgement-required", "open", "是下一届毕业生", "请确认是否计入")
    elif register is not None:
        yield Doubt("not-in-roster", "open", "不在本年度毕业生名册中", "请核对是否为本年度毕业生")
    elif _is_other_class(intern, papers):
        yield Doubt("not-in-roster", "open", f"写的是{intern.role}", "请核对是否为本年度毕业生")
    elif not _is_said_ours(seen, intern, papers, rules):
        yield Doubt("not-in-roster", "open", "没有毕业生名册，证明也没有写明是哪所学校的学生", "请核对")


def _is_next_class(intern: Internship, rolls: Rolls, papers: Papers) -> bool:
    if papers.year is None:
        return False
    return papers.year + 1 in class_years(intern.role) or rolls.next_class.find(intern.person) is not None


def _is_other_class(intern: Internship, papers: Papers) -> bool:
    named = class_years(intern.role)
    return bool(named) and papers.year is not None and papers.year not in named


def _is_said_ours(seen: Observed, intern: Internship, papers: Papers, rules: RuleSet) -> bool:
    if whose_school(intern.school, papers, rules) in ("own", "parent") or papers.school is None:
        return True
    if any(fact.value == papers.school for fact in seen.schools):
        return True
    text = plain(seen.document.text)
    return any(word in text for word in rules.words.people.own_school_words)


def _mismatch(person: Person, listed: Person, read: bool) -> Iterator[Doubt]:
    """`read`: the certificate's text comes out of a picture, where one character may be misread."""
    same_id = is_whole(person) and person.resident_id == listed.resident_id
    if plain_name(person.name) != plain_name(listed.name):
        key = "身份证号" if same_id else "学号或考生号"
        if read and nearly(person.name, listed.name):
            yield Doubt("name-id-mismatch", "firm", f"{key}与名册相同而姓名差一个字，可能是识别有误", "请看原件")
        else:
            yield Doubt("name-id-mismatch", "firm", f"{key}与名册相同而姓名不同", "请核对")
    if not same_id and person.id_state == "valid" and listed.id_state in ("valid", "invalid"):
        yield Doubt("name-id-mismatch", "firm", "姓名和学号与名册相同而身份证号不同", "请核对")


def _flags(cell: Indicator, told: list[tuple[Doubt, Fact[Internship]]]) -> list[Flag]:
    """One flag per code: how many people, who, what was found and what to do."""
    by_code: dict[str, list[tuple[Doubt, Fact[Internship]]]] = {}
    for doubt, fact in told:
        by_code.setdefault(doubt.code, []).append((doubt, fact))
    flags = []
    for code, same in by_code.items():
        who = [mask_name(fact.value.person.name) for _, fact in same]
        shown = "、".join(who[:10]) + ("等" if len(who) > 10 else "")
        what = "；".join(list(dict.fromkeys(doubt.what for doubt, _ in same))[:3])
        flags.append(flag(code, cell.id, f"{len(same)}人（{shown}）{what}，{same[0][0].todo}", same[0][1].place))
    return flags
