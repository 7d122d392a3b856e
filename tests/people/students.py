"""Made-up students of a school for one year, and what a right count of their papers must come to."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

SCHOOL = "山东交通学院（威海）"
"""of undergraduates and college students"""
OTHER_SCHOOLS = ("威海职业学院", "哈尔滨理工大学荣成校区", "齐鲁示例大学")
YEAR = 2024

_SURNAMES = ("赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "欧阳", "司马")
_GIVEN = ("伟", "芳", "娜", "敏", "静", "磊", "洋", "晓明", "文博", "雨桐", "子涵", "思远", "海燕", "国庆", "佳怡")
_DOTTED = ("古丽娜尔·买买提", "阿不都·热合曼", "卓玛·次仁")
_COLLEGES = (
    ("信息工程学院", ("软件工程", "计算机应用技术")),
    ("商学院", ("会计学", "电子商务")),
    ("海洋学院", ("航海技术",)),
)
_ORIGINS = (("山东省威海市环翠区", "371002"), ("山东省烟台市芝罘区", "370602"), ("河北省石家庄市", "130100"))
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass(frozen=True, slots=True)
class Employer:
    name: str
    place: str
    code: str
    address: str
    local: bool

    @property
    def credit_code(self) -> str:
        head = f"91{self.code}MA3{abs(hash_of(self.name)) % 10**6:06d}"
        total = sum(_CREDIT.index(letter) * pow(3, at, 31) for at, letter in enumerate(head))
        return head + _CREDIT[-total % 31]


EMPLOYERS = (
    Employer("威海示例精密制造有限公司", "山东省威海市环翠区", "371002", "山东省威海市环翠区世昌大道1号", True),
    Employer("示例海洋食品有限公司", "山东省威海市荣成市", "371082", "荣成市成山大道2号", True),
    Employer("文登示例工具有限公司", "山东省威海市文登区", "371003", "威海市文登区米山路3号", True),
    Employer("北方示例新材料股份有限公司", "山东省威海市火炬高技术产业开发区", "371071", "威海市火炬路4号", True),
    Employer("青岛示例电子有限公司威海分公司", "山东省威海市经济技术开发区", "371072", "威海市经区青岛路5号", True),
    Employer("青岛示例贸易有限公司", "山东省青岛市崂山区", "370212", "青岛市崂山区香港东路3号", False),
    Employer("威海示例集团有限公司青岛分公司", "山东省青岛市市南区", "370202", "青岛市市南区示例路6号", False),
    Employer("上海示例软件有限公司", "上海市静安区", "310106", "上海市静安区威海路128号", False),
    Employer("烟台示例机械有限公司", "山东省烟台市芝罘区", "370602", "烟台市芝罘区示例街7号", False),
    Employer("北京示例咨询有限公司", "北京市海淀区", "110108", "北京市海淀区示例路8号", False),
)
NO_EMPLOYER = Employer("", "", "", "", False)
UNIVERSITY = Employer("威海示例大学", "山东省威海市环翠区", "371002", "威海市环翠区文化西路9号", False)
WORK = ("签就业协议形式就业", "签劳动合同形式就业", "其他录用形式就业")
NO_WORK = ("境内升学", "待就业", "出国、出境", "自由职业", "应征义务兵")


@dataclass(frozen=True, slots=True)
class Went:
    destination: str
    employer: Employer = NO_EMPLOYER
    dissolved: bool = False

    @property
    def stays(self) -> bool:
        return self.employer.local and not self.dissolved


@dataclass(frozen=True, slots=True)
class Student:
    name: str
    resident_id: str
    number: str
    candidate: str
    gender: str
    level: str
    major: str
    college: str
    class_name: str
    began: int
    graduates: int
    origin: tuple[str, str]
    went: Went = Went("待就业")
    school: str = SCHOOL


@dataclass(frozen=True, slots=True)
class Year:
    """The people behind one bundle."""

    graduates: tuple[Student, ...]
    before: tuple[Student, ...]
    """last year's graduates"""
    enrolled: tuple[Student, ...]
    answered: tuple[Student, ...]
    registered: tuple[Student, ...]
    strangers: tuple[Student, ...]
    """on the platform: earlier classes and other schools"""
    trained: tuple[Student, ...]
    trained_before: tuple[Student, ...]
    """in a course of the year before"""
    interns: tuple[Student, ...]

    @property
    def facts(self) -> dict[str, Fraction]:
        """By the names of `result.json`."""
        by_level = {
            f"{what}_by_level.{level}": Fraction(sum(each.level == name for each in people))
            for what, people in (("trained", self.trained), ("enrolled", self.enrolled))
            for level, name in (("undergraduate", "本科"), ("college", "专科"))
        }
        return {
            "graduates": Fraction(len(self.graduates)),
            "retention": share(sum(each.went.stays for each in self.graduates), self.graduates),
            "retention_last": share(sum(each.went.stays for each in self.before), self.before),
            "survey_answers": Fraction(len(self.answered)),
            "registered": Fraction(len(self.registered)),
            "trained": Fraction(len(self.trained)),
            "enrolled": Fraction(len(self.enrolled)),
            "interns": Fraction(len(self.interns)),
            **by_level,
        }

    @property
    def points(self) -> dict[str, int]:
        """Proposed points by cell, from the clauses' own wording."""
        facts = self.facts
        change = 100 * (facts["retention"] - facts["retention_last"])
        answered = share(len(self.answered), self.graduates)
        trained = {
            level: facts[f"trained_by_level.{level}"] / facts[f"enrolled_by_level.{level}"]
            for level in ("undergraduate", "college")
        }
        return {
            "2.1": 15,
            "2.2": 15,
            "2.3": 20,
            "2.4": next((points for least, points in SURVEY if answered >= least), 10),
            "4.1": 20 if len(self.interns) >= (20 if len(self.graduates) < 200 else 50) else 0,
            "4.2": 10 if share(len(self.registered), self.graduates) >= Fraction(80, 100) else 0,
            "4.3": 0 if change < 0 else min(30, 10 + 10 * (change.numerator // change.denominator)),
            "4.6": 8 if trained["undergraduate"] * 5 >= 1 and trained["college"] * 10 >= 3 else 0,
        }


SURVEY = ((Fraction(4, 5), 20), (Fraction(7, 10), 18), (Fraction(3, 5), 16), (Fraction(1, 2), 14))


def share(some: int, everybody: Sequence[object]) -> Fraction:
    return Fraction(some, len(everybody))


def hash_of(text: str) -> int:
    """The same in every run."""
    return sum((at + 1) * ord(letter) for at, letter in enumerate(text))


def year_of(seed: int) -> Year:
    """A year of 20–45 graduates, as many before, and 30–45 enrolled."""
    rng = random.Random(seed)
    made = _Register(rng)
    graduates = tuple(made.graduate(YEAR) for _ in range(rng.randrange(20, 46)))
    before = tuple(made.graduate(YEAR - 1) for _ in range(rng.randrange(20, 46)))
    enrolled = tuple(made.student(YEAR + 1 + at % 3) for at in range(rng.randrange(30, 46)))
    others = tuple(replace(made.student(YEAR), school=name) for name in OTHER_SCHOOLS)
    return Year(
        graduates,
        before,
        enrolled,
        answered=_some(rng, graduates, rng.choice((0.4, 0.55, 0.65, 0.75, 0.9))),
        registered=_some(rng, graduates, rng.choice((0.5, 0.75, 0.8, 0.95))),
        strangers=(*rng.sample(before, 3), *others),
        trained=_some(rng, enrolled, rng.choice((0.15, 0.3, 0.5))),
        trained_before=_some(rng, enrolled, 0.1),
        interns=tuple(rng.sample(graduates, rng.choice((12, 20)))),
    )


def _some(rng: random.Random, people: Sequence[Student], part: float) -> tuple[Student, ...]:
    return tuple(rng.sample(people, round(len(people) * part)))


@dataclass(slots=True)
class _Register:
    """Gives out people, each once; some share a name, some IDs end in X."""

    rng: random.Random
    count: int = 0

    def student(self, graduates: int) -> Student:
        rng, at = self.rng, self.count
        self.count += 1
        level = rng.choice(("本科", "专科"))
        began = graduates - (4 if level == "本科" else 3)
        college, majors = rng.choice(_COLLEGES)
        major = rng.choice(majors)
        name = rng.choice(_DOTTED) if rng.random() < 0.04 else rng.choice(_SURNAMES) + rng.choice(_GIVEN)
        return Student(
            name=name,
            resident_id=resident_id(rng, at, date(began - 18, rng.randrange(1, 13), rng.randrange(1, 29))),
            number=f"0{began}{at:05d}",
            candidate=f"{began % 100}3710{at:08d}",
            gender=rng.choice("男女"),
            level=level,
            major=major,
            college=college,
            class_name=f"{major[:2]}{began % 100}{rng.randrange(1, 4):02d}",
            began=began,
            graduates=graduates,
            origin=rng.choice(_ORIGINS),
        )

    def graduate(self, year: int) -> Student:
        rng = self.rng
        if rng.random() < 0.2:
            no_work = rng.choice(NO_WORK)
            went = Went(no_work, UNIVERSITY if no_work == "境内升学" else NO_EMPLOYER)
        else:
            went = Went(rng.choice(WORK), rng.choice(EMPLOYERS), rng.random() < 0.06)
        return replace(self.student(year), went=went)


def resident_id(rng: random.Random, number: int, born: date) -> str:
    """An ID of a region that does not exist, with a right check digit; the number keeps it from another's."""
    head = f"3799{rng.randrange(10, 100)}{born:%Y%m%d}{number % 1000:03d}"
    return head + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(head, _WEIGHTS, strict=True)) % 11]
