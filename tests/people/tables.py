# ruff: noqa: E501 (what the papers say stands in one piece)
"""The tables of people that a bundle holds: which fields each kind has, and what stands in them for each student."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.people.students import YEAR, Student, Year, hash_of

Value = str | date
Record = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Roll:
    """One table of people, not yet laid out."""

    kind: str
    title: str
    fields: tuple[str, ...]
    """those that the figure needs come before those in `more`"""
    records: tuple[Record, ...]
    more: tuple[str, ...] = ()
    """fields that a school may leave out"""


KEYS = ("name", "resident_id", "student_number")
HEADERS: Mapping[str, tuple[str, ...]] = {
    "serial": ("序号",),
    "name": ("姓名", "学生姓名", "XM"),
    "resident_id": ("身份证号", "身份证号码", "证件号码", "公民身份号码", "SFZH", "SFZHM"),
    "student_number": ("学号", "学生学号", "XH"),
    "candidate_number": ("考生号", "KSH"),
    "gender": ("性别", "XB"),
    "level": ("学历", "学历层次", "培养层次", "层次", "CC"),
    "degree": ("学位", "学位名称"),
    "major": ("专业", "专业名称", "ZYMC"),
    "college": ("院系", "所在院系", "学院"),
    "class_name": ("班级", "BH"),
    "grade": ("年级", "所在年级"),
    "enrolled_on": ("入学日期", "入学时间"),
    "expected_graduation": ("预计毕业日期", "预计毕业时间"),
    "enrolment_state": ("学籍状态", "注册状态"),
    "graduated_on": ("毕业日期", "毕业时间", "毕业年份", "BYRQ"),
    "certificate_number": ("证书编号", "毕业证编号"),
    "origin": ("生源地", "生源所在地", "生源地名称"),
    "origin_code": ("生源地代码", "生源所在地代码"),
    "destination": ("毕业去向", "毕业去向类型", "去向类型"),
    "employer": ("单位名称", "就业单位名称", "签约单位", "用人单位", "工作单位", "DWMC"),
    "credit_code": ("统一社会信用代码", "单位统一社会信用代码"),
    "employer_place": ("单位所在地", "签往单位所在地", "就业城市"),
    "employer_place_code": ("单位所在地代码", "DWSZDDM"),
    "employer_address": ("单位地址", "单位详细地址"),
    "employer_province": ("单位所在省",),
    "employer_city": ("单位所在市",),
    "employer_county": ("单位所在区县",),
    "agreement_state": ("协议状态", "签约状态"),
    "signed_on": ("签约日期", "签约时间"),
    "answered_on": ("提交答卷时间", "填写时间"),
    "question": ("您对就业指导工作是否满意？",),
    "registered_on": ("注册时间", "平台注册时间"),
    "school": ("毕业院校", "毕业院校名称", "学校名称"),
    "course": ("培训项目", "培训课程", "培训班名称"),
    "trained_on": ("培训时间", "开班日期", "培训开始时间"),
    "trainer": ("培训机构",),
    "training_result": ("考核结果", "是否合格"),
    "phone": ("手机号", "联系电话"),
    "ethnicity": ("民族",),
    "political_status": ("政治面貌",),
    "remark": ("备注",),
}
PLACES = ("employer_place", "employer_place_code", "employer_address", "split", "credit_code")
_SPLIT = ("employer_province", "employer_city", "employer_county")


def rolls_of(year: Year, seed: int, keys: Sequence[str] = KEYS, place: str = "employer_place") -> tuple[Roll, ...]:
    """Every table of people of a bundle. `place`: one of `PLACES`, how a table says where an employer is."""
    rng = random.Random(seed)
    work = _SPLIT if place == "split" else (place,)
    went = (*keys, "destination", "employer", *work, "agreement_state", "signed_on")
    usual = ("gender", "level", "major", "college", "class_name", "candidate_number")

    def roll(kind: str, title: str, fields: Sequence[str], people: Iterable[Student], more: Sequence[str] = ()) -> Roll:
        records = tuple(_record(kind, each, rng) for each in people)
        return Roll(kind, title, tuple(fields), records, tuple(name for name in more if name not in fields))

    last = YEAR - 1
    fresh = roll("destinations", f"{YEAR}届毕业生花名册", (*went, "graduated_on"), year.graduates, usual)
    fresh = replace(fresh, records=(*fresh.records, *_replaced(fresh.records, rng)))
    return (
        fresh,
        roll("before", f"{last}届毕业生花名册", (*went, "graduated_on"), year.before, usual),
        roll("origins", f"{YEAR}届毕业生生源信息库", (*keys, "origin", "graduated_on"), year.graduates, (*usual, "origin_code")),
        roll("degrees", f"{YEAR}届毕业生学历信息库", (*keys, "level", "major", "certificate_number", "graduated_on"), year.graduates, (*usual, "degree")),
        roll("enrolled", "在校生数据库", (*keys, "grade", "level", "enrolment_state"), year.enrolled, (*usual, "enrolled_on", "expected_graduation")),
        roll("survey", f"{YEAR}届毕业生就业调查问卷答卷", ("serial", "answered_on", *keys, "question"), (*year.answered, *year.answered[:2]), ("phone",)),
        roll("platform", "威海市就业服务平台注册用户", (*keys, "school", "graduated_on", "registered_on"), (*year.registered, *year.registered[:1], *year.strangers), ("phone",)),
        _trained(year, roll, keys),
    )  # fmt: skip


def _trained(year: Year, roll: Callable[..., Roll], keys: Sequence[str]) -> Roll:
    title = "山东省公共就业人才信息系统培训学员查询结果"
    fields = (*keys, "school", "course", "trained_on", "trainer", "training_result")
    now = roll("training", title, fields, (*year.trained, *year.trained[:2]), ("phone", "level"))
    then = roll("trained_before", title, fields, year.trained_before)
    records = [{**each, "course": "GYB"} for each in now.records[len(year.trained) :]]
    return replace(now, records=(*now.records[: len(year.trained)], *records, *then.records))


def _replaced(records: Sequence[Record], rng: random.Random) -> list[Record]:
    """Agreements that came before another one and were dissolved."""
    live = [each for each in records if each["agreement_state"] == "有效" and each["employer"]]
    earlier = {"agreement_state": "已解约", "signed_on": date(YEAR, 1, 5), "employer": "威海示例旧单位有限公司"}
    return [{**each, **earlier} for each in rng.sample(live, min(2, len(live)))]


def _record(kind: str, who: Student, rng: random.Random) -> Record:
    """Every field that any table has, for one student."""
    last_day = date(who.graduates, 6, 30)
    firm = who.went.employer
    province, _, rest = firm.place.partition("省")
    city, _, county = rest.partition("市") if rest else ("", "", firm.place.partition("市")[2])
    year = YEAR - 1 if kind == "trained_before" else YEAR
    day = date(year, 3, 1) + timedelta(days=rng.randrange(200))
    return {
        "name": who.name,
        "resident_id": who.resident_id,
        "student_number": who.number,
        "candidate_number": who.candidate,
        "gender": who.gender,
        "level": who.level,
        "degree": "管理学学士" if who.level == "本科" else "",
        "major": who.major,
        "college": who.college,
        "class_name": who.class_name,
        "grade": f"{who.began}级",
        "enrolled_on": date(who.began, 9, 1),
        "expected_graduation": last_day,
        "enrolment_state": "注册学籍",
        "graduated_on": last_day,
        "certificate_number": f"1100{who.graduates}05{who.number}",
        "origin": who.origin[0],
        "origin_code": who.origin[1],
        "destination": who.went.destination,
        "employer": firm.name,
        "credit_code": firm.credit_code if firm.name else "",
        "employer_place": firm.place,
        "employer_place_code": firm.code,
        "employer_address": firm.address,
        "employer_province": f"{province}省" if rest else firm.place[:3],
        "employer_city": f"{city}市" if rest else firm.place[:3],
        "employer_county": county,
        "agreement_state": "" if not firm.name else "已解约" if who.went.dissolved else "有效",
        "signed_on": day if firm.name else "",
        "answered_on": day,
        "question": rng.choice(("非常满意", "满意", "一般")),
        "registered_on": day,
        "school": who.school,
        "course": "SYB",
        "trained_on": day,
        "trainer": "示例职业培训学校",
        "training_result": "合格",
        "phone": f"1380000{hash_of(who.resident_id) % 10000:04d}",
        "ethnicity": "汉族",
        "political_status": "共青团员",
        "remark": "",
    }
