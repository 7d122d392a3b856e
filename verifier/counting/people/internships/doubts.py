"""What keeps a person of an internship certificate from counting: the seal, the employer, the time, who it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.period import by_time, in_period, outside, undated
from verifier.counting.eligibility.whose import of_another, whose_paper, whose_school
from verifier.counting.people.rosters.graduating_class import class_years
from verifier.counting.people.rosters.rosters_sent import cohorts, named_rows
from verifier.counting.people.rosters.same_person import Register, is_whole, nearly
from verifier.counting.people.totals.totals import Sources, graduates
from verifier.facts.employers import locate
from verifier.facts.seals.agreeing import same_body
from verifier.facts.seals.find import is_grey
from verifier.language.comparing_text import has_word, plain
from verifier.language.identity_numbers import has_key, plain_name
from verifier.model import Fact, Indicator, Internship, InternsTaking, Observed, Papers, Person, RuleSet


@dataclass(frozen=True, slots=True)
class Rolls:
    """Who is known to the bundle."""

    sources: Sources
    next_class: Register
    """graduates of next year, as rosters of graduates or of the enrolled show them"""

    @classmethod
    def of(cls, papers: Papers, rules: RuleSet) -> Rolls:
        return cls(graduates(papers, rules), _next_class(papers, rules))


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


def seal_doubt(cell: Indicator[InternsTaking], seen: Observed, papers: Papers) -> Iterator[Doubt]:
    """A red seal on any page covers the whole paper. On what is typed in Word only a scan pasted in can bear one."""
    if seen.document.file.kind == "word":
        if not _holds_sealed_scan(cell, seen, papers):
            yield Doubt("seal-missing", "open", "Word文件本身不能证明盖章", "请提供盖章原件的扫描件")
    elif not seen.seals:
        what = "是黑白件，无法判断有没有红色印章" if _is_grey_scan(seen) else "没有见到红色印章"
        yield Doubt("seal-missing", "open", what, "请核对盖章原件")


def _holds_sealed_scan(cell: Indicator[InternsTaking], seen: Observed, papers: Papers) -> bool:
    inside = [each for each in papers.observed if each.document.file.parent == seen.path]
    return any(each.seals and set(each.types) & set(cell.takes.documents) for each in inside)


def _is_grey_scan(seen: Observed) -> bool:
    pictures = [page.image for page in seen.document.pages if page.image is not None and page.image.exists()]
    return bool(pictures) and all(map(is_grey, pictures))


def doubts_of(
    seen: Observed, fact: Fact[Internship], at: int | None, rolls: Rolls, papers: Papers, rules: RuleSet
) -> Iterator[Doubt]:
    intern = fact.value
    yield from _school(seen, intern, rolls, papers, rules)
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
    elif not name:
        yield Doubt("employer-locality-unknown", "open", "没有读到实习单位的名称", "请核对原件")
    elif employer.locality == "unknown":
        yield Doubt("employer-locality-unknown", "open", f"看不出实习单位“{name}”的所在地", "请核实")
    if _is_no_enterprise(name, rules):
        yield Doubt("judgement-required", "open", f"实习单位“{name}”看来不是企业", "请确认是否计入")


def _is_no_enterprise(name: str, rules: RuleSet) -> bool:
    """Whether a host is an office, a school or the like: 行政审批服务局 is one, whatever it serves."""
    people = rules.words.people
    named = has_word(name, people.no_enterprise) or name.endswith(tuple(people.no_enterprise_endings))
    return named and not has_word(name, people.enterprise)


def _foreign_seal(seen: Observed, intern: Internship, rules: RuleSet) -> Iterator[Doubt]:
    """Every seal of the paper is read, and none is the employer's. A misread one withholds no proposed point."""
    name = plain(intern.employer.name)
    read = [plain(fact.value.text) for fact in seen.seals]
    if not name or not all(read) or not read:
        return
    if not any(same_body(name, text, rules.assessment.seal_alike) for text in read):
        what = f"印章为“{read[0]}”，与实习单位“{name}”不是同一单位"
        yield Doubt("judgement-required", "counted", what, "请核对盖章单位")


def _time(intern: Internship, papers: Papers) -> Iterator[Doubt]:
    span = intern.period
    late = outside(f"实习时间（{span.start}至{span.end or ''}）" if span else "实习时间")
    unknown = undated("没有写明实习起止时间", "请补充")
    inside = in_period(span, papers.period)
    if span and span.end is None and span.start and papers.period and span.start < papers.period[0]:
        inside, unknown = None, undated(f"实习从{span.start}开始，看不清到什么时候结束", "请核对原件")
    yield from by_time(inside, papers, late, unknown)


def _school(seen: Observed, intern: Internship, rolls: Rolls, papers: Papers, rules: RuleSet) -> Iterator[Doubt]:
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
        yield _not_found(intern.person, register)
    elif _is_other_class(intern, papers):
        yield Doubt("not-in-roster", "open", f"写的是{intern.role}", "请核对是否为本年度毕业生")
    elif not _is_said_ours(seen, intern, papers, rules):
        yield Doubt("not-in-roster", "open", "没有毕业生名册，证明也没有写明是哪所学校的学生", "请核对")


def _not_found(person: Person, register: Register) -> Doubt:
    """Who has namesakes in the roster is not said to be missing there: what tells them apart may be missing."""
    what, todo = "不在本年度毕业生名册中", "请核对是否为本年度毕业生"
    if namesakes := register.namesakes(person.name):
        lacks = "与证明上的证件号、学号对不上" if has_key(person) else "证明上没有证件号或学号，不能确认是同一人"
        todo = "请核对证件号、学号" if has_key(person) else "请补写证件号或学号"
        what = f"本年度毕业生名册中有{namesakes}名同名的人，{lacks}"
    return Doubt("not-in-roster", "open", what, todo)


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
    return has_word(plain(seen.document.text), rules.words.people.own_school_words)


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
