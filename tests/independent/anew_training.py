# ruff: noqa: E501
"""Training and works of innovation: cells 4.6 and 5.1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.independent.anew_kit import titled
from tests.independent.case import Case
from tests.independent.fresh_station_kit import HURRIED, PLAIN, STYLED, Make, Value, book, case, docx, pdf
from tests.independent.late_people_kit import Student, students

NONE = (0, 0, 0)
TWO, ONE = (0, 100, 100), (0, 0, 50)


def cases() -> Iterator[Case]:
    yield from _training()
    yield from _works()


def _enrolled(people: Sequence[Student]) -> Make:
    return book(
        "在校生信息库.xlsx",
        {
            "在校生": titled(
                "在校生信息库（2024年10月）",
                ["学号", "姓名", "身份证号", "年级", "学历层次", "专业", "班级"],
                [[s.number, s.name, s.ident, f"{s.grade}级", s.level, s.major, s.group] for s in people],
            )
        },
    )


def _courses(rows: Sequence[tuple[Student, str, str]], school: str) -> Make:
    head = [
        "培训类型",
        "班期名称",
        "培训机构",
        "姓名",
        "证件号码",
        "人员类别",
        "就读院校",
        "学历层次",
        "开班日期",
        "结业日期",
        "证书编号",
    ]
    told: list[list[Value]] = [
        [
            kind,
            f"{kind}第{n // 30 + 1}期",
            "威海市创业培训学校",
            s.name,
            s.ident,
            "在校大学生",
            school,
            s.level,
            day,
            day[:8] + "28",
            f"SD37{n:06d}",
        ]
        for n, (s, kind, day) in enumerate(rows)
    ]
    return book(
        "山东省公共就业人才信息系统_创业培训人员查询.xlsx",
        {"查询结果": [["山东省公共就业人才信息系统—创业培训人员查询结果", *["<"] * 10], head, *told]},
        bare=True,
    )


def _training() -> Iterator[Case]:
    people = students("an46a", 100, grade=2022)
    yield case(
        "an-46-twice",
        "4.6",
        (8, 8, 8),
        "专科100人，参训35人（5人各参加两期，只算一次）：35%",
        _enrolled(people),
        _courses(
            [*((s, "SYB", "2024-05-10") for s in people[:35]), *((s, "网络创业", "2024-10-12") for s in people[:5])],
            "威海职业学院",
        ),
        facts={"trained": 35, "enrolled": 100},
        flags=["external-data-required"],
    )
    people = students("an46b", 100, grade=2022)
    yield case(
        "an-46-one-short",
        "4.6",
        NONE,
        "专科29%，不到30%；3人是2023年的期次",
        _enrolled(people),
        _courses(
            [*((s, "SYB", "2024-06-03") for s in people[:29]), *((s, "GYB", "2023-05-08") for s in people[40:43])],
            "威海职业学院",
        ),
        facts={"trained": 29, "enrolled": 100},
        flags=["external-data-required"],
    )
    people = students("an46e", 120, grade=2021, level="本科")
    yield case(
        "an-46-degree",
        "4.6",
        (8, 8, 8),
        "本科120人，参训24人，正好20%",
        _enrolled(people),
        _courses([(s, "SYB", "2024-04-15") for s in people[10:34]], "北京交通大学（威海）"),
        school="北京交通大学（威海）",
        facts={"trained": 24, "enrolled": 120},
    )
    people = students("an46c", 40, grade=2022)
    yield case(
        "an-46-own-list",
        "4.6",
        (0, 0, 8),
        "学校自己的培训班签到名册，不是系统导出",
        docx(
            "培训名册.docx",
            "# 2024年SYB创业培训班学员名册\n~ 培训时间：2024年5月11日—5月20日　　地点：创业园203\n|姓名|学号|班级|签到|\n"
            + "\n".join(f"|{s.name}|{s.number}|{s.group}|√|" for s in people),
            PLAIN,
        ),
    )
    staff = students("an46d", 16, grade=2008, level="本科")
    yield case(
        "an-46-lecturers",
        "4.6",
        (0, 0, 8),
        "教师的培训，学生没有参训材料；本项由局方系统查询，仍为待定",
        book(
            "师资培训.xlsx",
            {
                "名单": titled(
                    "2024年教师教学能力提升培训参训教师名单",
                    ["序号", "姓名", "工号", "部门", "学时"],
                    [[n, s.name, f"2012{n:03d}", s.college, 24] for n, s in enumerate(staff, 1)],
                )
            },
        ),
    )


def _works() -> Iterator[Case]:
    yield case(
        "an-51-structured",
        "5.1",
        TWO,
        "特色做法之下有（一）（二）两项，总体情况和成效不是项",
        docx(
            "创新工作情况说明.docx",
            """# 创新性工作开展情况说明
## 一、总体情况
指导站围绕毕业生留威就业，积极探索政校企协同的新路子。
## 二、特色做法
### （一）“家门口的考场”入校技能认定
联合市人社部门把技能等级认定考点设进校园，全年认定812人，持证毕业生优先推荐给驻威企业。
### （二）“学长领航”留威校友驿站
聘请36名留威校友担任领航员，每周在威海企业开放一天，接待学弟学妹体验。
## 三、工作成效
留威人数较去年增加107人，获评全市就业工作先进集体。
> 威海职业学院大学生就业创业服务指导站　2024年11月""",
            STYLED,
        ),
        facts={"innovations": 2},
    )
    yield case(
        "an-51-two-files",
        "5.1",
        TWO,
        "两份情况说明，各一项",
        docx(
            "情况说明一.docx",
            "# “船员摇篮”订单班创新工作情况说明\n指导站与驻威航运企业共建订单班，学生入学即签意向，在岗学习与校内课程交替进行，2024年首批42名毕业生全部留威就业。这一做法在全省属首创。\n> 威海海洋职业学院　2024年11月",
            HURRIED,
        ),
        docx(
            "情况说明二.docx",
            "# “移动就业站”进渔村创新工作情况说明\n指导站将一辆客车改造为移动就业站，每月驶入石岛、俚岛等渔港，为返乡毕业生现场办理失业登记、岗位推荐，2024年出车11次，服务毕业生263人。\n> 威海海洋职业学院　2024年11月",
            HURRIED,
        ),
        school="威海海洋职业学院",
        facts={"innovations": 2},
    )
    yield case(
        "an-51-firstly",
        "5.1",
        TWO,
        "创新举措之一、之二，两项",
        pdf(
            "创新举措.pdf",
            """# 指导站及毕业生留威创新举措情况说明
## 创新举措之一：建立“一企一师”联络机制
为52家驻威重点企业各派一名专业教师驻点，收集用人需求，定向培养，全年促成217名毕业生留威。
## 创新举措之二：开办“夜间职业门诊”
每周二、周四19时至21时开放指导站，为白天上课、实习的学生提供咨询，全年接诊640人次。
> 山东外事职业大学　2024年11月20日""",
            PLAIN,
        ),
        school="山东外事职业大学",
        facts={"innovations": 2},
    )
    yield case(
        "an-51-one",
        "5.1",
        ONE,
        "只有一项",
        docx(
            "创新性工作.docx",
            "# 创新性工作情况说明\n2024年，指导站首创“留威就业体验周”：组织大三学生分批入住威海青年人才驿站，白天进企业跟岗，晚上与企业负责人座谈，一周后双向选择。全年开展4期，156名学生参加，38人签约。\n> 山东药品食品职业学院大学生就业创业服务指导站\n> 2024年11月18日",
            PLAIN,
        ),
        school="山东药品食品职业学院",
        facts={"innovations": 1},
        flags=["rule-ambiguous"],
    )
    yield case(
        "an-51-papers",
        "5.1",
        NONE,
        "科研创新团队的通报，与指导站和留威无关",
        docx(
            "材料20.docx",
            "# 关于公布2024年度校级科技创新团队立项名单的通知\n各单位：\n经专家评审，现将立项名单公布如下：\n1.海洋活性物质提取创新团队，负责人吕国栋；\n2.智能制造装备创新团队，负责人宫俊杰；\n3.船舶节能技术创新团队，负责人曲润泽。\n> 威海职业学院科研处\n> 2024年6月3日",
            PLAIN,
        ),
        alt=[(0, 0, 50), (0, 0, 100)],
    )
