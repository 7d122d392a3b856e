"""Shorthand of the fr-* makers: blocks as in `late_station_kit`, what `last_kit` makes of them, slides and exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from tests.independent import last_kit
from tests.independent import late_people_kit as lp
from tests.independent.anew_kit import Make
from tests.independent.case import Case, Points
from tests.independent.late_people_kit import Student
from tests.independent.premises_slides import Slide
from tests.independent.premises_slides import pptx as written

Row = list[object]

_HERE = (
    ("威海北洋线缆有限公司", "山东省威海市环翠区"),
    ("荣成市蜊江冷链食品有限公司", "山东省威海市荣成市"),
    ("威海南郊家纺有限公司", "山东省威海市文登区"),
    ("乳山银滩文旅有限公司", "山东省威海市乳山市"),
)
_AWAY = (
    ("青岛鲁信软件有限公司", "山东省青岛市黄岛区"),
    ("烟台东岳轴承有限公司", "山东省烟台市福山区"),
    ("苏州工业园区科创电子有限公司", "江苏省苏州市"),
    ("济南历城建设有限公司", "山东省济南市历城区"),
)


def case(
    name: str,
    cell: str,
    points: Points,
    note: str,
    *makes: Make,
    more: Mapping[str, Points] | None = None,
    alt: Sequence[Points] = (),
    facts: Mapping[str, float] | None = None,
    flags: Sequence[str] = (),
    forbid: Sequence[str] = (),
    school: str = "威海职业学院",
    year: int = 2024,
) -> Case:
    """A case under the name fr-…; the rest as in `last_kit.case`."""
    made = last_kit.case(
        name,
        cell,
        points,
        note,
        *makes,
        more=more,
        alt=alt,
        facts=facts,
        flags=flags,
        forbid=forbid,
        school=school,
        year=year,
    )
    return replace(made, name=f"fr-{name}")


def pptx(name: str, *slides: Slide) -> Make:
    """Slides of a title and lines."""
    return lambda folder, press: written(slides)(lp.put(folder, name), press, Random(name))


def banner(*lines: str, size: int = 44) -> str:
    """Lines on a banner, the first smaller where there are several."""
    return "".join(
        f"<div style='font-size:{size if at or len(lines) == 1 else size - 10}px;"
        f"font-weight:800;line-height:1.3'>{line}</div>"
        for at, line in enumerate(lines)
    )


def went(people: Sequence[Student], here: int, *, study: int = 4, none: int = 3, interns: int = 0) -> list[Row]:
    """So many at firms in Weihai, in further study, without work, as interns here; all others at firms elsewhere."""
    rows: list[Row] = [["序号", "学号", "姓名", "专业", "毕业去向类型", "用人单位", "单位所在地"]]
    for at, s in enumerate(people):
        if at < here:
            end: tuple[str, str, str] = ("签就业协议形式就业", *_HERE[at % 4])
        elif at < here + study:
            end = ("升学", "山东大学", "山东省济南市历城区")
        elif at < here + study + none:
            end = ("待就业", "", "")
        elif at < here + study + none + interns:
            end = ("实习", *_HERE[at % 4])
        else:
            end = ("签劳动合同形式就业", *_AWAY[at % 4])
        rows.append([at + 1, s.number, s.name, s.major, *end])
    return rows


def destinations(name: str, title: str, rows: list[Row]) -> Make:
    """A roster of where the graduates of a year went."""
    return last_kit.book(name, {"花名册": [[title], *rows]})


def enrolled(name: str, people: Sequence[Student], title: str, level: str) -> Make:
    """A roster of enrolled students with their grade and level."""
    rows: list[Row] = [[s.number, s.name, s.ident, f"{s.grade}级", level, s.major, s.group] for s in people]
    return last_kit.book(
        name, {"在校生": [[title], ["学号", "姓名", "身份证号", "年级", "学历层次", "专业", "班级"], *rows]}
    )
