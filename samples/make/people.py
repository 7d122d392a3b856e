# ruff: noqa: E501 (what the papers say stands in one piece)
"""Fictional people and firms: names, resident IDs and credit codes with right check digits, of places that do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范"
GIVEN = "明文志国海建华晓丽佳欣雨子涵浩宇思远静雅婷梦琪俊杰嘉诚晨阳天宁安然若兰永康伟博雪梅玉洁正平新宜春秋实立言书成长青向东一鸣景行"
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ORIGINS = ["山东省威海市环翠区", "山东省威海市荣成市", "山东省烟台市", "山东省青岛市", "山东省济南市", "山东省潍坊市", "山东省临沂市",
           "山东省菏泽市", "河南省商丘市", "河北省邯郸市", "江苏省徐州市", "安徽省阜阳市"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Student:
    name: str
    resident_id: str
    number: str
    gender: str
    college: str
    major: str
    group: str
    level: str
    grade: int
    origin: str


def with_check_digit(first17: str) -> str:
    """The resident ID of 17 digits, by GB 11643."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return (
        first17 + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first17, weights, strict=True)) % 11]
    )


def credit_code(serial: int, region: str = "371099") -> str:
    """A credit code by GB 32100; region 371099 has never been given out."""
    body = f"91{region}MA99{serial:05d}"
    total = sum(CREDIT_ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    return body + CREDIT_ALPHABET[(31 - total % 31) % 31]


def unique_names(random: Random, count: int, taken: set[str]) -> list[str]:
    names: list[str] = []
    while len(names) < count:
        name = random.choice(SURNAMES) + random.choice(GIVEN) + (random.choice(GIVEN) if random.random() < 0.85 else "")
        if name not in taken:
            taken.add(name)
            names.append(name)
    return names


def cohort(
    random: Random,
    count: int,
    grade: int,
    level: str,
    majors: dict[str, list[str]],
    taken: set[str],
    age: int = 18,
) -> list[Student]:
    """`count` students who entered in `grade`; region 3799 of their IDs has never been given out."""
    pairs = [(college, major) for college, listed in majors.items() for major in listed]
    students = []
    for index, name in enumerate(unique_names(random, count, taken)):
        college, major = pairs[index * len(pairs) // count]
        woman = random.random() < 0.5
        birth = f"{grade - age - (random.random() < 0.3)}{random.randint(1, 12):02d}{random.randint(1, 28):02d}"
        order = f"{random.randint(10, 99):02d}{random.choice('02468' if woman else '13579')}"
        group = f"{major[:2]}{grade % 100}{'本' if level == '本科' else '专'}{1 + index % 2}"
        number = f"{grade}{'1' if level == '本科' else '2'}{pairs.index((college, major)) + 1:02d}{index + 1:04d}"
        students.append(
            Student(
                name,
                with_check_digit(f"3799{random.randint(1, 9):02d}{birth}{order}"),
                number,
                "女" if woman else "男",
                college,
                major,
                group,
                level,
                grade,
                random.choice(ORIGINS),
            )
        )
    return students
