# ruff: noqa: E501
"""Certificates of internships as firms in and out of Weihai write them, and the rosters that go with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.independent.people_kit import (
    VOCATIONAL,
    Columns,
    Draw,
    Person,
    Sheet,
    book,
    electronic,
    html_table,
    red,
    table,
)

WITH_ID: Columns = [("序号", "seq"), ("姓名", "name"), ("性别", "sex"), ("身份证号", "id"), ("专业", "major")]
WITH_NUMBER: Columns = [("序号", "seq"), ("姓名", "name"), ("学号", "number"), ("专业", "major"), ("班级", "clazz")]
ROSTER: Columns = [
    ("序号", "seq"),
    ("学号", "number"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("身份证号", "id"),
    ("专业", "major"),
    ("学历", "level"),
    ("生源地", "origin"),
    ("毕业时间", "leave_day"),
]


@dataclass(frozen=True)
class Firm:
    """Who signs."""

    name: str
    address: str = ""
    seal: str = ""
    """other than the name"""

    def sign(self, day: str, mark: str) -> str:
        """Issuer and date at the right; the mark is a seal of either kind, or nothing."""
        place = f"<br>地址：{self.address}" if self.address else ""
        return f"<div class=sign>{mark}{self.name}（盖章）<br>{day}{place}</div>"

    def pressed(self, day: str, **more: object) -> str:
        """Sealed on paper."""
        return self.sign(day, red(self.seal or self.name, **more))  # type: ignore[arg-type]

    def stamped(self, day: str) -> str:
        """Sealed as a PDF is."""
        return self.sign(day, electronic(self.seal or self.name))


ELECTRONICS = Firm("威海海明电子科技有限公司", "威海市环翠区科技路118号")
FOODS = Firm("荣成蓝湾海洋食品有限公司")
MACHINES = Firm("乳山市银滩机械制造有限公司", "乳山市世纪大道66号")
BEARINGS = Firm("威海市文登区昆嵛轴业有限公司")
SOFTWARE = Firm("威海卫城软件有限公司", "威海火炬高技术产业开发区文化西路288号")
HOTEL = Firm("威海听涛国际酒店有限公司")
YANTAI = Firm("烟台东昌精密仪器有限公司", "烟台市莱山区迎春大街57号")


def collective(
    people: Sequence[Person],
    period: str,
    sign: str,
    *,
    school: str = VOCATIONAL,
    columns: Columns = WITH_ID,
    title: str = "实习证明",
    status: str = "2024届毕业生",
    listing: str = "",
) -> str:
    """A certificate for many, the list in a table unless it is given."""
    body = (
        f"<p>兹证明{school}{status}{people[0].name}等{len(people)}名同学（名单见下表）{period}在我单位进行岗位实习。"
        "实习期间，上述同学遵守单位各项规章制度，较好地完成了实习任务。</p><p>特此证明。</p>"
    )
    return f"<h1>{title}</h1>{body}{listing or html_table(table(people, columns))}{sign}"


def prose(
    people: Sequence[Person], period: str, sign: str, *, school: str = VOCATIONAL, status: str = "2024届毕业生"
) -> str:
    """The names in a sentence."""
    names = "、".join(one.name for one in people)
    return (
        f"<h1>证　明</h1><p class=no>{school}：</p><p>贵校{status}共{len(people)}人，{period}在我公司顶岗实习，名单如下：{names}。</p>"
        f"<p>以上同学实习期间工作认真，表现良好，特此证明。</p>{sign}"
    )


def names_by(people: Sequence[Person], each: int, *, bordered: bool = True) -> str:
    """So many names a row."""
    style = "" if bordered else " style='border:0'"
    rows = [people[at : at + each] for at in range(0, len(people), each)]
    cells = "".join("<tr>" + "".join(f"<td{style}>{one.spaced}</td>" for one in row) + "</tr>" for row in rows)
    return f"<p class=no>实习学生名单：</p><table style='font-size:.95em'>{cells}</table>"


def single(one: Person, period: str, sign: str, *, school: str = VOCATIONAL, post: str = "技术员") -> str:
    """A certificate for one student."""
    return (
        f"<h1 style='margin-top:60px'>实　习　证　明</h1><p>兹有{school}{one.major}专业2024届毕业生{one.name}（性别：{one.sex}，学号：{one.number}，"
        f"身份证号：{one.id}），{period}在我单位{post}岗位实习，表现良好。</p><p>特此证明。</p>{sign}"
    )


def appraisal(one: Person, firm: str, begin: str, end: str, mark: str, day: str, *, school: str = VOCATIONAL) -> str:
    """A form in which a firm judges a student; its period stands in two lines of a cell."""
    return f"""<h1>{school}毕业生实习鉴定表</h1><table style="font-size:.92em;line-height:2.1">
<tr><td width=16%>姓　名</td><td>{one.name}</td><td width=16%>学　号</td><td>{one.number}</td></tr>
<tr><td>专　业</td><td>{one.major}</td><td>班　级</td><td>{one.clazz}</td></tr>
<tr><td>身份证号</td><td>{one.id}</td><td>届　别</td><td>2024届</td></tr>
<tr><td>实习单位</td><td>{firm}</td><td>实习时间</td><td>{begin}起<br>{end}止</td></tr>
<tr><td>自我鉴定</td><td colspan=3 style="height:190px;text-align:left">　　实习期间，我在师傅指导下熟悉了岗位流程，能独立完成日常任务，动手能力有了明显提高，也认识到自己在沟通方面的不足。</td></tr>
<tr><td>实习单位<br>鉴定意见</td><td colspan=3 style="height:230px;text-align:left">　　该生实习期间遵守劳动纪律，勤学好问，完成任务较好，同意鉴定为良好。
<div class=sign style="margin-top:50px">{mark}实习单位（盖章）：{firm}<br>{day}</div></td></tr>
<tr><td>学校意见</td><td colspan=3 style="height:90px">同意</td></tr></table>"""


def roster(people: Sequence[Person], *, school: str = VOCATIONAL, path: str = "2.1/2024届毕业生信息.xlsx") -> Draw:
    """The graduates of the year."""
    return book(path, Sheet("2024届", table(people, ROSTER), title=f"{school}2024届毕业生信息表"))
