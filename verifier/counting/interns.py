"""Graduates with a sealed certificate of an internship at an employer in the region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from verifier.facts.employers import locate
from verifier.facts.people import plain_name
from verifier.facts.seals import is_grey
from verifier.identity import folded
from verifier.model import (
    Employer,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Internship,
    Measure,
    Observed,
    Papers,
    Person,
    Place,
    RosterRow,
    RuleSet,
    Standing,
    Tally,
    weaker,
)

from .people import Register, Sources, disagreement, graduates, keys_of
from .sight import candidates, flag, in_period, plain, standing_by_confidence
from .tallying import tally_of


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question about one person of a certificate, and what it does to the standing."""

    code: str
    standing: Standing
    what: str
    """Chinese: what was found, for a message with a count"""
    todo: str
    who: str


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """Measures `interns` (distinct people) and `graduates`."""
    sources = graduates(papers, rules)
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    known: dict[str, str] = {}
    counted: dict[str, str] = {}
    for seen in candidates(papers):
        facts = seen.of("internship")
        if not facts:
            continue
        of_paper = list(_doubts_of_paper(seen))
        told: list[Doubt] = []
        for fact in facts:
            key = _key(fact.value.person, sources.people, known)
            doubts = [*of_paper, *_doubts(fact.value, sources, papers, rules)]
            standing: Standing = standing_by_confidence(fact.confidence, rules.assessment.sure)
            if standing == "counted":
                doubts.append(Doubt("low-confidence", "counted", "识别把握不足", "请看原件", fact.value.person.name))
            for doubt in doubts:
                standing = weaker(standing, doubt.standing)
            if key in counted and standing != "out":
                text = f"与{counted[key]}中的是同一人"
                doubts.append(Doubt("duplicate-person", "firm", text, "只计一次，请核对", fact.value.person.name))
            if standing != "out":
                counted.setdefault(key, seen.path)
            told += doubts
            evidence.append(_piece(cell, seen, fact, standing, key))
        flags += _flags(cell, told, len(facts), facts[0].place)
    tally = tally_of(evidence, flags, cell.takes.fact)
    if not evidence:
        return tally
    return _with_graduates(cell, tally, sources, flags)


def _with_graduates(cell: Indicator, tally: Tally, sources: Sources, flags: list[Flag]) -> Tally:
    interns = tally.measures[0]
    if sources.decided is None:
        number = interns.high or Fraction(0)
        if 20 <= number < 50:
            text = "不知道毕业生总数是否不足200人，请补充毕业生花名册或总数"
            flags.append(flag("denominator-missing", cell.id, text))
            return Tally(tally.evidence, tally.measures, tuple(flags), open_to_max=True, settled=False)
        return Tally(tally.evidence, tally.measures, tuple(flags))
    flags += disagreement(cell, sources, [{"graduates": t.number, "interns": interns.proposed} for t in sources.totals])
    measure = Measure("graduates", sources.most, sources.decided, sources.least)
    return Tally(tally.evidence, (*tally.measures, measure), tuple(flags))


def _piece(cell: Indicator, seen: Observed, fact: Fact, standing: Standing, key: str) -> Evidence:
    value: Internship = fact.value
    why = f"{value.employer.name or '单位不详'}的实习证明"
    return Evidence(cell.id, seen.path, (fact,), "content", why, standing, key)


def _doubts_of_paper(seen: Observed) -> Iterator[Doubt]:
    """A red seal on any page covers the whole paper; a paper typed in Word has none that counts."""
    if seen.of("seal") and seen.document.file.kind != "word":
        return
    pictures = [page.image for page in seen.document.pages if page.image is not None]
    grey = bool(pictures) and all(is_grey(image) for image in pictures)
    what = "是黑白扫描件，无法判断有没有红色印章" if grey else "没有见到红色印章"
    yield Doubt("seal-missing", "open", what, "请核对盖章原件", "")


def _doubts(intern: Internship, sources: Sources, papers: Papers, rules: RuleSet) -> Iterator[Doubt]:
    name = intern.person.name
    yield from _school(intern, papers, rules)
    yield from _graduate(intern, sources, papers, rules)
    employer = _located(intern.employer, rules)
    if employer.locality == "outside":
        yield Doubt("employer-not-local", "out", f"实习单位不在本市（{employer.reason}）", "不计入", name)
    elif employer.locality == "unknown":
        yield Doubt("employer-locality-unknown", "open", "看不出实习单位所在地", "请核实", name)
    if any(word in plain(employer.name) for word in rules.words.lists.get("no_enterprise", ())):
        yield Doubt("judgement-required", "open", f"实习单位“{employer.name}”看来不是企业", "请确认", name)
    if intern.period is None or intern.period.start is None:
        yield Doubt("date-missing", "open", "没有写明实习起止时间", "请补充", name)
    elif papers.period is None:
        yield Doubt("", "open", "", "", name)
    elif not in_period(intern.period, papers.period):
        yield Doubt("date-outside-period", "out", f"实习时间不在考核期内（{intern.period.start}起）", "不计入", name)
    if intern.person.id_state == "invalid":
        yield Doubt("id-invalid", "firm", "身份证号校验位不符", "请核对原件", name)


def _located(employer: Employer, rules: RuleSet) -> Employer:
    return locate(employer, rules.words.places)


def _school(intern: Internship, papers: Papers, rules: RuleSet) -> Iterator[Doubt]:
    if not intern.school or not papers.school:
        return
    named = folded(intern.school)
    for school in rules.words.schools:
        if named in map(folded, (school.name, *school.aliases)):
            if school.name != papers.school:
                yield Doubt(
                    "school-mismatch", "out", f"写的是{school.name}的学生", "不计入，请核对", intern.person.name
                )
            return
    own = next((school for school in rules.words.schools if school.name == papers.school), None)
    if own and named in map(folded, own.parents):
        return
    if named != folded(papers.school):
        yield Doubt("school-mismatch", "out", f"写的是{intern.school}的学生", "不计入，请核对", intern.person.name)


def _graduate(intern: Internship, sources: Sources, papers: Papers, rules: RuleSet) -> Iterator[Doubt]:
    """In the roster by ID, or by name and number; without a roster the certificate's word suffices."""
    person = intern.person
    if sources.people is None:
        if not intern.school:
            yield Doubt("not-in-roster", "open", "没有毕业生花名册，证明也没有写明学校", "请核对", person.name)
        return
    at = find(person, sources.people)
    if at is None:
        yield Doubt("not-in-roster", "open", "不在本年度毕业生名册中", "请核对是否为本年度毕业生", person.name)
        return
    row = sources.people.people[at]
    yield from _mismatch(person, row)


def _mismatch(person: Person, row: RosterRow) -> Iterator[Doubt]:
    listed = row.person
    same_id = person.resident_id == listed.resident_id
    if same_id and person.resident_id and plain_name(person.name) != plain_name(listed.name):
        yield Doubt("name-id-mismatch", "firm", "证件号相同而姓名与名册不同", "请核对", person.name)
    both = person.id_state in ("valid", "invalid") and listed.id_state in ("valid", "invalid")
    if both and not same_id:
        yield Doubt("name-id-mismatch", "firm", "姓名学号与名册相同而证件号不同", "请核对", person.name)


def find(person: Person, people: Register) -> int | None:
    """The person in a register; a name that OCR read with one wrong character is found by the number alone."""
    at = people.find(person)
    if at is not None or not person.student_number:
        return at
    wanted = person.student_number.lstrip("0")
    for index, row in enumerate(people.people):
        if row.person.student_number.lstrip("0") == wanted and _nearly(person.name, row.person.name):
            return index
    return None


def _nearly(a: str, b: str) -> bool:
    left, right = plain_name(a), plain_name(b)
    return len(left) == len(right) and sum(x != y for x, y in zip(left, right, strict=True)) <= 1


def _key(person: Person, people: Register | None, known: dict[str, str]) -> str:
    """One key a person: the place in the roster, else the first key under which a certificate named the person."""
    if people is not None:
        at = find(person, people)
        if at is not None:
            return f"graduate:{at}"
    keys = keys_of(person)
    key = next((known[each] for each in keys if each in known), keys[0])
    for each in keys:
        known.setdefault(each, key)
    return key


def _flags(cell: Indicator, doubts: list[Doubt], people: int, place: Place) -> list[Flag]:
    """One flag per code: what was found, of how many, who."""
    by_code: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        if doubt.code:
            by_code.setdefault(doubt.code, []).append(doubt)
    flags = []
    for code, same in by_code.items():
        names = list(dict.fromkeys(each.who for each in same if each.who))
        shown = "、".join(names[:10]) + ("等" if len(names) > 10 else "")
        who = f"{len(names)}人（{shown}）" if names else ""
        flags.append(flag(code, cell.id, f"{who}{same[0].what}，{same[0].todo}", place))
    return flags
