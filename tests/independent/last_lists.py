"""2.1–2.3: rosters, as systems, secretaries and printers leave them."""

from __future__ import annotations

from random import Random

from tests.independent import late_people_kit as lp
from tests.independent.anew_kit import titled
from tests.independent.case import Case
from tests.independent.last_kit import book, case, csv, doc, pdf, photo, xls

NONE, FULL, OPEN = (0, 0, 0), (15, 15, 15), (0, 0, 15)


def _origins() -> list[Case]:
    pupils = lp.students("la-21-print", 34)
    gaps = lp.students("la-21-gaps", 50)
    export = lp.students("la-21-export", 61, grade=2020, level="本科")
    fresh = lp.students("la-21-fresh", 28, grade=2024)
    return [
        case(
            "21-three-columns",
            "2.1",
            FULL,
            "打印成PDF的生源名册，生源地分省、市、县三列，姓名、考生号齐全",
            pdf(
                "生源信息汇总.pdf",
                "# 2024届毕业生生源信息汇总表",
                "填报单位：威海职业学院招生就业处　　填报日期：2023年10月26日",
                [
                    ["序号", "考生号", "姓名", "性别", "专业", "生源地", "<", "<", "困难类别"],
                    ["^", "^", "^", "^", "^", "省", "市", "县（区）", "^"],
                    *(
                        [at, s.exam, s.name, s.gender, s.major, s.origin[:3], s.origin[3:6], s.origin[6:], "非困难生"]
                        for at, s in enumerate(pupils, 1)
                    ),
                    ["合计：34人", *["<"] * 8],
                ],
                css="td{font-size:11px;padding:2px 4px}",
            ),
        ),
        case(
            "21-no-keys",
            "2.1",
            OPEN,
            "50行中10行既无学号又无身份证号，超过5%不可用",
            book(
                "生源库.xlsx",
                {
                    "生源": [
                        ["威海职业学院2024届毕业生生源信息库"],
                        ["序号", "姓名", "身份证号", "系部", "专业", "生源所在地"],
                        *(
                            [at, s.name, None if at % 5 == 0 else s.ident, s.college, s.major, s.origin]
                            for at, s in enumerate(gaps, 1)
                        ),
                    ]
                },
            ),
            flags=["rows-invalid"],
        ),
        case(
            "21-export",
            "2.1",
            FULL,
            "系统导出的GBK逗号文件，列名为系统字段的中文，毕业年度2024",
            csv(
                "byssyxx_20231103.csv",
                [
                    [
                        "毕业年度",
                        "学生学号",
                        "学生姓名",
                        "公民身份号码",
                        "所在院系",
                        "专业名称",
                        "培养方式",
                        "生源地名称",
                        "师范生类别",
                    ],
                    *(
                        ["2024", s.number, s.name, s.ident, s.college, s.major, "非定向", s.origin, "非师范生"]
                        for s in export
                    ),
                ],
                "gb18030",
            ),
            school="山东大学（威海）",
        ),
        case(
            "21-freshmen",
            "2.1",
            NONE,
            "近似件：2024级新生录取名册，带生源地，但不是应届毕业生",
            xls(
                "2024级新生录取名册.xlsx",
                {
                    "录取": titled(
                        "威海职业学院2024级新生录取名册（夏季高考）",
                        ["序号", "考生号", "姓名", "录取专业", "生源地", "投档成绩", "通知书编号"],
                        [
                            [at, s.exam, s.name, s.major, s.origin, 300 + at * 3, f"WZ24{at:05d}"]
                            for at, s in enumerate(fresh, 1)
                        ],
                    )
                },
            ),
            more={"2.3": NONE},
        ),
    ]


def _enrolled() -> list[Case]:
    two = lp.students("la-22-a", 40, grade=2022)
    three = lp.students("la-22-b", 44, grade=2023)
    rng = Random("la-22")
    absent = lp.students("la-22-c", 24, grade=2023)
    flat = lp.students("la-22-d", 36, grade=2022, level="本科")
    return [
        case(
            "22-sheet-a-grade",
            "2.2",
            FULL,
            "在校生按年级分表，各表都有学号、姓名、入学日期和培养层次",
            book(
                "在校生数据.xlsx",
                {
                    f"{grade}级": [
                        [f"{grade}级在校生基本信息（截至2024年10月）"],
                        ["学号", "姓名", "院系", "专业", "班级", "培养层次", "入学日期", "学籍状态"],
                        *(
                            [s.number, s.name, s.college, s.major, s.group, "高职（专科）", f"{grade}0901", "在籍"]
                            for s in people
                        ),
                    ]
                    for grade, people in ((2022, two), (2023, three))
                },
            ),
            more={"2.1": NONE, "2.3": NONE},
        ),
        case(
            "22-printed",
            "2.2",
            FULL,
            "教务系统打印的在籍学生一览，入学年月、学历层次齐全",
            pdf(
                "在籍学生一览.pdf",
                "# 在籍学生一览表",
                "打印时间：2024-10-11 15:20　　打印人：教务处学籍科",
                [
                    ["学号", "姓名", "性别", "所在学院", "专业", "入学年月", "学历层次", "学制"],
                    *([s.number, s.name, s.gender, s.college, s.major, "2022.09", "本科", "4"] for s in flat),
                ],
                css="td{font-size:11px;padding:2px 4px}",
            ),
            school="哈尔滨工业大学（威海）",
        ),
        case(
            "22-no-level",
            "2.2",
            OPEN,
            "在校生花名册没有学历层次列，别处也没有写层次",
            book(
                "在校生花名册.xlsx",
                {
                    "花名册": [
                        ["2024年在校生花名册"],
                        ["序号", "姓名", "身份证号码", "年级", "班级", "宿舍", "联系电话"],
                        *(
                            [at, s.name, s.ident, "2023级", s.group, f"7#{rng.randrange(101, 640)}", s.phone]
                            for at, s in enumerate(three, 1)
                        ),
                    ]
                },
            ),
            flags=["columns-missing"],
        ),
        case(
            "22-attendance",
            "2.2",
            NONE,
            "近似件：一门课程的考勤表，有学号、姓名，不是在校生数据库",
            photo(
                "考勤表.jpg",
                "# 课程考勤登记表",
                "课程：机械制图　　任课教师：郝文静　　2024—2025学年第一学期　　班级：机电2301班",
                [
                    ["学号", "姓名", "第1周", "第2周", "第3周", "第4周"],
                    *([s.number, s.name, "√", "√", rng.choice("√√√假"), "√"] for s in absent),
                ],
            ),
            alt=[OPEN],
            more={"4.6": (0, 0, 8), "2.1": NONE},
        ),
    ]


def _degrees() -> list[Case]:
    held = lp.students("la-23-a", 55)
    split = lp.students("la-23-b", 32, grade=2020, level="本科")
    masked = lp.students("la-23-c", 30)
    return [
        case(
            "23-certificates",
            "2.3",
            (20, 20, 20),
            "毕业证书注册数据：姓名、证件号码、层次、专业名称齐全，毕业日期20240630",
            xls(
                "毕业证书电子注册.xlsx",
                {
                    "ZSDZZC": [
                        [
                            "证书编号",
                            "姓名",
                            "性别",
                            "证件号码",
                            "专业名称",
                            "层次",
                            "学习形式",
                            "毕（结）业",
                            "毕业日期",
                        ],
                        *(
                            [
                                f"1086712024{at:08d}",
                                s.name,
                                s.gender,
                                s.ident,
                                s.major,
                                "专科",
                                "普通全日制",
                                "毕业",
                                "20240630",
                            ]
                            for at, s in enumerate(held, 1)
                        ),
                    ],
                    "字段说明": [["字段", "含义"], ["层次", "本科、专科"], ["毕（结）业", "毕业或结业"]],
                },
            ),
            more={"2.1": NONE, "2.2": NONE},
        ),
        case(
            "23-word-halves",
            "2.3",
            (20, 20, 20),
            "Word中分两段续表，姓名、学号、学历、学位、专业都有，写明2024届",
            doc(
                "2024届毕业生学历学位信息.docx",
                "# 2024届毕业生学历学位信息一览",
                [
                    ["学号", "姓名", "专业", "学历", "学位"],
                    *(
                        [s.number, s.name, s.major, "本科", "工学学士" if "工程" in s.major else "学士"]
                        for s in split[:16]
                    ),
                ],
                "---",
                "（续表）",
                [
                    ["学号", "姓名", "专业", "学历", "学位"],
                    *(
                        [s.number, s.name, s.major, "本科", "工学学士" if "工程" in s.major else "学士"]
                        for s in split[16:]
                    ),
                ],
                "> 教务处制表",
            ),
            school="北京交通大学（威海）",
        ),
        case(
            "23-masked",
            "2.3",
            (20, 20, 20),
            "身份证号打码，同时有姓名，可作键；学历层次和专业齐全",
            pdf(
                "学历信息公示.pdf",
                "# 2024年毕业生学历信息库核对公示",
                "请各班毕业生核对本人信息，有误的于6月12日前到学籍科更正。",
                [
                    ["姓名", "身份证号", "专业", "学历层次", "班级"],
                    *([s.name, s.masked, s.major, "高职专科", s.group] for s in masked),
                ],
                css="td{font-size:12px;padding:2px 5px}",
            ),
            school="山东药品食品职业学院",
        ),
        case(
            "23-teachers",
            "2.3",
            NONE,
            "近似件：教职工学历学位登记，人是教师，专业是他们当年所学；也不是指导站人员名单",
            xls(
                "专任教师学历学位情况.xlsx",
                {
                    "教师": titled(
                        "护理系专任教师学历学位情况（2024年）",
                        ["工号", "姓名", "职称", "最高学历", "学位", "毕业院校", "所学专业", "任职"],
                        [
                            ["20080112", "褚丽娜", "副教授", "研究生", "硕士", "青岛大学", "护理学", "专职"],
                            ["20130240", "庄海涛", "讲师", "研究生", "硕士", "山东大学", "临床医学", "专职"],
                            ["20150077", "解静怡", "讲师", "本科", "学士", "潍坊医学院", "护理学", "专职"],
                            ["20210331", "毕超", "助教", "研究生", "博士", "吉林大学", "生理学", "兼职"],
                        ],
                    )
                },
            ),
            more={"1.5": NONE, "2.1": NONE},
        ),
    ]


def cases() -> list[Case]:
    return [*_origins(), *_enrolled(), *_degrees()]
