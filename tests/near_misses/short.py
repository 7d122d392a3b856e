"""A bundle that is one short in cells that count: one more piece of evidence would earn more."""

from __future__ import annotations

from collections.abc import Iterator

from tests.counting import scenes
from tests.counting.people_papers import KEYS, destinations, keys, observe, sheet
from tests.facts.papers import paper
from tests.near_misses.making import own_file
from verifier.model import Document, Observed, Place, Table

MANY = 100
"""graduates and enrolled students, the people of the near misses among them"""


def one_short() -> tuple[Observed, ...]:
    return (*map(own_file, _papers()), *_posts(), *_photos())


def _papers() -> Iterator[Observed]:
    school = scenes.SCHOOL
    people = ("姓名|所在部门|职务|任职", "祝晓梅|学生处|处长|兼职", "苗青青|学生处|联络员|专职")
    yield scenes.paper("少/a.docx", "指导站工作人员信息表", tables=[scenes.grid("少/a.docx", *people)])
    yield scenes.paper(
        "少/b.docx", "就业创业服务指导站工作制度\n第一条 指导站负责就业指导。\n第二条 工作人员按时到岗。"
    )
    yield scenes.paper("少/c.docx", "创新工作情况说明\n一、留威夜校\n每周三晚邀请威海企业家授课，吸引毕业生留威就业。")
    yield observe(destinations(10, MANY, 2024, file="少/d.xlsx", start=1))
    yield observe(destinations(15, MANY, 2023, file="少/e.xlsx", start=1001))
    yield observe(_answers(40))
    yield observe(_certificate(41, 19), sealed=True)
    registered = [[*keys(n), f"2021-2024 {school}", school, "2024-05-06"] for n in range(41, MANY + 1)]
    header = [*KEYS, "教育经历", "毕业院校", "注册时间"]
    yield observe(sheet(header, registered, "威海市就业服务平台注册用户导出", file="少/h.xlsx"))
    enrolled = [[*keys(n), "2022级", "专科"] for n in range(1, MANY + 1)]
    yield observe(sheet([*KEYS, "年级", "学历层次"], enrolled, "在校生数据库", file="少/i.xlsx"))
    trained = [[*keys(n), school, "专科", "创业意识培训", "2024-05-06"] for n in range(41, 66)]
    header = [*KEYS, "院校", "学历层次", "培训课程", "培训开始时间"]
    yield observe(sheet(header, trained, "创业培训学员信息查询结果", file="少/j.xlsx"))


def _answers(many: int) -> Document:
    header = ["序号", "提交答卷时间", "所用时间", "来源", "您是2024届毕业生吗", "您期望的就业城市"]
    rows = [[n, f"2024/5/{n % 28 + 1} 9:12:00", "65秒", "微信", "是", "威海"] for n in range(1, many + 1)]
    return sheet(header, rows, "毕业生就业意向调查问卷", file="少/f.xlsx")


def _certificate(first: int, many: int) -> Document:
    words = (
        f"实习证明\n兹证明{scenes.SCHOOL}以下{many}名同学于2024年3月1日至2024年6月30日在我单位实习。特此证明。\n"
        "威海清禾商贸有限公司\n2024年7月1日"
    )
    rows = (("姓名", "身份证号", "学号"), *(tuple(map(str, keys(n))) for n in range(first, first + many)))
    table = Table(rows, Place("少/g.pdf", 1, (60, 200, 900, 900)))
    return paper(words, kind="pdf", file="少/g.pdf", tables=(table,))


def _posts() -> Iterator[Observed]:
    for n in range(15):
        day = f"2024-{n % 12 + 1:02d}-{10 + n}"
        chinese = f"2024年{n % 12 + 1}月{10 + n}日"
        yield scenes.article(f"少/w{n}.png", f"威海市就业政策问答第{n + 1}期：{_TOPICS[n]}", f"{chinese} 09:00")
        yield scenes.site_article(f"少/s{n}.png", f"威海市人才政策解读之{_TOPICS[n]}", day)


_TOPICS = (
    "生活补贴",
    "购房补贴",
    "见习补贴",
    "创业贷款",
    "档案转递",
    "落户办理",
    "人才公寓",
    "求职登记",
    "社保补贴",
    "技能培训",
    "创业园区",
    "场地租金",
    "招聘日历",
    "基层服务",
    "引才活动",
)


def _photos() -> Iterator[Observed]:
    for n, named in enumerate(
        ("春季双选会", "海洋产业专场招聘会", "智能制造专场招聘会", "现代服务业招聘会", "秋季双选会")
    ):
        taken = f"2024-{3 + n:02d}-{12 + n}"
        yield scenes.photo(f"少/p{n}.jpg", f"{scenes.SCHOOL}2024年{named}", taken=taken)
