"""4.6 and 5.1: exports of training, and what a school calls new."""

from __future__ import annotations

from collections.abc import Sequence

from tests.independent import late_people_kit as lp
from tests.independent.anew_kit import Make, titled
from tests.independent.case import Case
from tests.independent.last_kit import book, case, csv, doc, pdf, scan, txt, xls
from tests.independent.late_people_kit import Student

NONE, FULL, OPEN = (0, 0, 0), (8, 8, 8), (0, 0, 8)


def _roster(name: str, people: Sequence[Student], school: str, level: str) -> Make:
    return book(
        name,
        {
            "在校生": [
                [f"{school}2024年在校生信息表"],
                ["姓名", "身份证号", "学号", "年级", "学历层次", "专业"],
                *([s.name, s.ident, s.number, f"{s.grade}级", level, s.major] for s in people),
            ]
        },
    )


def _trained(people: Sequence[Student], school: str, level: str) -> list[list[object]]:
    rows: list[list[object]] = [
        ["班期编号", "学员姓名", "身份证号", "院校名称", "文化程度", "培训类别", "开班日期", "结业日期"]
    ]
    return rows + [
        [f"WH2024SYB{at // 10 + 11}", s.name, s.ident, school, level, "创业培训（SYB）", "2024-05-11", "2024-05-20"]
        for at, s in enumerate(people)
    ]


def _training() -> list[Case]:
    a, b, c = (
        lp.students("la-46-a", 60, grade=2022),
        lp.students("la-46-b", 60, grade=2022),
        lp.students("la-46-c", 60, grade=2021, level="本科"),
    )
    head = "山东省公共就业人才信息系统——培训学员信息查询结果"
    return [
        case(
            "46-third",
            "4.6",
            FULL,
            "系统导出20人均在专科在校生库中，60人，33.3%，达到30%",
            book("培训系统导出.xlsx", {"查询结果": [[head], *_trained(a[10:30], "威海职业学院", "专科")]}),
            _roster("在校生.xlsx", a, "威海职业学院", "专科"),
            facts={"trained": 20, "enrolled": 60},
            flags=["external-data-required"],
            more={"2.2": (15, 15, 15)},
        ),
        case(
            "46-short",
            "4.6",
            NONE,
            "系统导出17人，28.3%，专科要求30%；同一人两次培训只计一次",
            book("培训系统导出.xlsx", {"查询结果": [[head], *_trained([*b[:17], *b[:3]], "威海职业学院", "专科")]}),
            _roster("在校生.xlsx", b, "威海职业学院", "专科"),
            facts={"trained": 17, "enrolled": 60},
            flags=["external-data-required"],
        ),
        case(
            "46-exactly-a-fifth",
            "4.6",
            FULL,
            "本科12人对60人，恰为20%，达到即可得分",
            csv(
                "山东省公共就业人才信息系统_培训学员.csv",
                [[head], *_trained(c[:12], "山东大学（威海）", "本科")],
                "gb18030",
            ),
            _roster("在校生.xlsx", c, "山东大学（威海）", "本科"),
            facts={"trained": 12, "enrolled": 60},
            flags=["external-data-required"],
            school="山东大学（威海）",
        ),
        case(
            "46-teachers",
            "4.6",
            OPEN,
            "近似件：教师参加创业讲师师资培训的名单，不是学生；本格由系统数据决定",
            xls(
                "师资培训.xlsx",
                {
                    "名单": titled(
                        "2024年创业培训讲师（SYB）师资班参训教师名单",
                        ["序号", "姓名", "工号", "部门", "培训时间", "是否结业"],
                        [
                            [1, "谭志远", "20100021", "创新创业学院", "2024-07-08至07-17", "是"],
                            [2, "辛丽娜", "20160345", "团委", "2024-07-08至07-17", "是"],
                            [3, "宫昊天", "20190288", "创新创业学院", "2024-07-08至07-17", "否"],
                        ],
                    )
                },
            ),
            flags=["external-data-required"],
            more={"1.5": NONE},
        ),
    ]


def _new() -> list[Case]:
    return [
        case(
            "51-first-second",
            "5.1",
            (0, 100, 100),
            "情况说明写两项创新工作，各有标题，下面再分做法",
            doc(
                "创新工作情况说明.docx",
                "# 指导站创新性工作开展情况说明",
                "2024年，我校指导站围绕毕业生留威探索了以下创新工作。",
                "## 创新工作之一：“海岸线”企业走读课",
                "把就业指导课开进威海企业车间，学生随线走读、当场结对师傅。",
                "（1）路线设计：环翠、荣成、文登三条。",
                "（2）成效：全年走读9次，423人参加，61人与企业签约。",
                "## 创新工作之二：留威校友“就业管家”",
                "聘请在威校友担任就业管家，为毕业生解答租房、落户和岗位问题。",
                "（1）机制：一名校友联系五名毕业生。",
                "（2）成效：聘任校友42名。",
                "> 2024年11月15日",
            ),
            facts={"innovations": 2},
            flags=["judgement-required"],
            more={"1.7": NONE, "2.4": NONE, "1.5": NONE},
        ),
        case(
            "51-two-files",
            "5.1",
            (0, 100, 100),
            "两份情况说明各写一项",
            scan(
                "情况说明一.pdf",
                "# 关于“岗位集市夜场”创新性工作的情况说明",
                "为方便白天实习的毕业生求职，指导站首创每月一次的岗位集市夜场，由威海企业晚间进校，面对面洽谈，受到学生欢迎。",
                "该项工作为全市高校首次尝试，促成留威签约38人。",
                "> 威海职业学院⟦威海职业学院⟧",
                "> 2024年11月20日",
            ),
            txt(
                "情况说明二.txt",
                "关于“留威故事”短视频征集创新性工作的情况说明\n\n指导站组织在威工作的毕业生拍摄短视频，讲述留威工作和生活，作为就业指导课素材。此前没有学校这样做。\n截至11月共征集视频26部，课堂播放40余次，带动毕业生投递威海岗位。\n\n威海职业学院就业创业指导站\n2024年11月22日\n",
            ),
            facts={"innovations": 2},
            flags=["judgement-required"],
        ),
        case(
            "51-one-with-steps",
            "5.1",
            (0, 0, 50),
            "只有一项创新工作，一是、二是、三是是它的步骤，不是几项",
            pdf(
                "创新举措.pdf",
                "# 创新举措情况说明——建立“校地人才驿站”",
                "2024年，指导站与荣成市共建“校地人才驿站”，为到荣成求职实习的毕业生提供免费食宿和岗位推荐。具体做法：",
                "一是选址建站，利用闲置公寓改造床位24张。",
                "二是线上预约，毕业生凭学生证免费入住七天。",
                "三是岗位随住，驿站管理员每日推送荣成企业岗位。",
                "自5月启用以来接待毕业生137人次，52人留在荣成就业。",
            ),
            facts={"innovations": 1},
            flags=["rule-ambiguous"],
            school="哈尔滨理工大学荣成校区",
            more={"4.1": NONE, "1.1": NONE, "1.2": NONE},
        ),
        case(
            "51-research",
            "5.1",
            NONE,
            "近似件：教师科技创新成果一览，论文和专利，与指导站和留威无关",
            doc(
                "科技创新成果.docx",
                "# 2024年科技创新成果情况",
                "## 一、发明专利：一种海带清洗装置",
                "授权日期2024年5月，发明人为食品工程系教师团队。",
                "## 二、核心期刊论文：低温贮藏对鱼糜品质的影响",
                "发表于2024年第7期。",
                "## 三、横向课题：无人艇航线规划",
                "到账经费18万元。",
                "> 科研处　2024年12月",
            ),
            alt=[(0, 0, 100), (0, 0, 50)],
            more={"1.6": NONE, "1.8": NONE},
        ),
    ]


def cases() -> list[Case]:
    return [*_training(), *_new()]
