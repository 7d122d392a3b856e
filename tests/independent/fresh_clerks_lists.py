"""2.1–2.3: rosters of origins, of enrolled students and of degrees, in the layouts of registries and colleges."""

from __future__ import annotations

from tests.independent import late_people_kit as lp
from tests.independent.anew_kit import titled
from tests.independent.case import Case
from tests.independent.fresh_clerks_kit import case
from tests.independent.last_kit import book, csv, doc, pdf, scan, xls

NONE, FULL, OPEN = (0, 0, 0), (15, 15, 15), (0, 0, 15)
DEGREES, DEGREES_OPEN = (20, 20, 20), (0, 0, 20)


def _origins() -> list[Case]:
    two, bare, other, plain, printed = (
        lp.students(f"fr-21-{key}", many)
        for key, many in (("two", 45), ("bare", 38), ("other", 33), ("plain", 52), ("printed", 20))
    )
    old = lp.students("fr-21-old", 40, grade=2020)
    return [
        case(
            "21-two-rows",
            "2.1",
            FULL,
            "2024届，两行合并表头，生源地在第二行，姓名、身份证号、考生号齐全，末行是合计",
            xls(
                "生源信息库.xlsx",
                {
                    "生源": [
                        ["2024届毕业生生源信息库（上报）", *["<"] * 7],
                        ["序号", "考生信息", "<", "<", "学籍", "<", "生源", "<"],
                        ["^", "考生号", "姓名", "身份证号", "专业", "学制", "生源地代码", "生源地"],
                        *(
                            [n, s.exam, s.name, s.ident, s.major, 3, s.origin_code, s.origin]
                            for n, s in enumerate(two, 1)
                        ),
                        ["合计", 45, "<", "<", "<", "<", "<", "<"],
                    ],
                },
                widths=(6, 20, 10, 24, 18, 6, 12, 26),
            ),
            more={"2.2": NONE},
        ),
        case(
            "21-no-origin",
            "2.1",
            OPEN,
            "2024届生源库，只有联系方式和家庭电话，没有生源地列",
            book(
                "毕业生生源.xlsx",
                {
                    "Sheet1": [
                        ["山东外事职业大学2024届毕业生生源信息库"],
                        ["序号", "学号", "姓名", "身份证号", "专业", "班级", "本人手机"],
                        *([n, s.number, s.name, s.ident, s.major, s.group, s.phone] for n, s in enumerate(bare, 1)),
                    ]
                },
            ),
            flags=["columns-missing"],
            school="山东外事职业大学",
        ),
        case(
            "21-class-of-2022",
            "2.1",
            NONE,
            "2022届的生源库，考核年度2024",
            book(
                "生源.xlsx",
                {
                    "Sheet1": [
                        ["威海职业学院2022届毕业生生源信息库"],
                        *lp.origins(lp.students("fr-21-2022", 40, grade=2019)),
                    ]
                },
            ),
            flags=["date-outside-period"],
        ),
        case(
            "21-of-another-school",
            "2.1",
            NONE,
            "标题写明是外校（烟台职业学院）的生源库",
            book("生源信息库.xlsx", {"生源": [["烟台职业学院2024届毕业生生源信息库"], *lp.origins(other)]}),
            flags=["school-mismatch"],
        ),
        case(
            "21-without-year",
            "2.1",
            FULL,
            "逗号文件没有写届别：算，只作提示",
            csv(
                "sydk.csv",
                [
                    ["XM", "SFZH", "XH", "ZYMC", "生源所在地"],
                    *([s.name, s.ident, s.number, s.major, s.origin] for s in plain),
                ],
            ),
            school="威海海洋职业学院",
        ),
        case(
            "21-printed-and-signed",
            "2.1",
            FULL,
            "各班核对后扫描的生源名册，姓名、考生号、生源地齐全，标题2024届",
            scan(
                "机电2101班.pdf",
                "# 2024届毕业生生源信息核对表",
                "班级：机电2101班　　班主任：石春晓",
                [
                    ["序号", "姓名", "考生号", "专业", "生源地", "本人签字"],
                    *([n, s.name, s.exam, s.major, s.origin[3:], s.name] for n, s in enumerate(printed, 1)),
                ],
                css="td{font-size:15px;padding:4px 6px}",
                skew=0.4,
            ),
            more={"1.8": NONE},
        ),
        case(
            "21-contacts",
            "2.1",
            NONE,
            "近似件：2023届校友通讯录，没有生源地，届别也不是本年",
            book(
                "通讯录.xlsx",
                {
                    "通讯录": [
                        ["2023届校友通讯录"],
                        ["姓名", "班级", "现工作城市", "手机"],
                        *([s.name, s.group, "青岛", s.phone] for s in old),
                    ]
                },
            ),
            more={"2.3": NONE, "2.2": NONE},
        ),
    ]


def _enrolled() -> list[Case]:
    one = lp.students("fr-22-one", 48, grade=2022)
    two = lp.students("fr-22-two", 40, grade=2023, level="本科")
    lost = lp.students("fr-22-lost", 40, grade=2023)
    left = lp.students("fr-22-left", 44, grade=2020)
    return [
        case(
            "22-college-list",
            "2.2",
            FULL,
            "在校生数据库：姓名、学号、年级、学历层次齐全，末尾有制表人一行",
            book(
                "在校生.xlsx",
                {
                    "在校生": [
                        ["威海职业学院在校生数据库（2024年秋季学期）"],
                        ["序号", "姓名", "学号", "系部", "班级", "年级", "学历层次"],
                        *([n, s.name, s.number, s.college, s.group, "2022级", "专科"] for n, s in enumerate(one, 1)),
                        ["制表人：初静怡　　审核：鞠国栋　　2024年9月20日"],
                    ]
                },
            ),
            more={"2.1": NONE, "2.3": NONE},
        ),
        case(
            "22-registry-codes",
            "2.2",
            FULL,
            "学籍系统导出，字段用拼音缩写，有入学日期和层次，2023级在籍",
            csv(
                "xsxj_20241011.csv",
                [
                    ["XH", "XM", "SFZH", "ZYMC", "CC", "入学日期", "学籍状态"],
                    *([s.number, s.name, s.ident, s.major, "本科", "20230826", "在籍"] for s in two),
                ],
                "gb18030",
            ),
            school="山东大学（威海）",
        ),
        case(
            "22-tails-lost",
            "2.2",
            OPEN,
            "身份证号被存成科学计数法，尾数丢失，又没有学号，各行都不可用",
            csv(
                "在校生信息表.csv",
                [
                    ["2024年在校生信息表"],
                    ["姓名", "身份证号", "年级", "学历层次", "专业"],
                    *([s.name, f"{s.ident[0]}.{s.ident[1:6]}E+17", "2023级", "专科", s.major] for s in lost),
                ],
            ),
            flags=["rows-invalid"],
        ),
        case(
            "22-those-who-left",
            "2.2",
            NONE,
            "近似件：已毕业的2023届学生去向名册，不是在校生",
            book(
                "2023届去向.xlsx",
                {
                    "去向": [
                        ["2023届毕业生去向登记名册"],
                        ["姓名", "学号", "专业", "毕业去向", "单位名称", "单位所在地"],
                        *(
                            [s.name, s.number, s.major, "签劳动合同形式就业", "烟台东岳轴承有限公司", "山东省烟台市"]
                            for s in left
                        ),
                    ]
                },
            ),
            more={"2.1": NONE},
        ),
        case(
            "22-printed-two-sheets",
            "2.2",
            FULL,
            "打印成PDF的在校学生名单，学号、姓名、年级、培养层次齐全",
            pdf(
                "在校学生名单.pdf",
                "# 在校学生名单（2024—2025学年）",
                "学院：海洋学院　　统计时间：2024年10月",
                [
                    ["学号", "姓名", "性别", "年级", "培养层次", "专业", "班级"],
                    *([s.number, s.name, s.gender, "2023", "本科", s.major, s.group] for s in two[:30]),
                ],
                css="td{font-size:11px;padding:2px 4px}",
            ),
            school="哈尔滨工业大学（威海）",
        ),
    ]


def _degrees() -> list[Case]:
    held = lp.students("fr-23-held", 36, grade=2020, level="本科")
    short = lp.students("fr-23-short", 42)
    old = lp.students("fr-23-old", 35, grade=2019)
    parts = lp.students("fr-23-parts", 60)
    return [
        case(
            "23-with-degree",
            "2.3",
            DEGREES,
            "2024届学历信息库，姓名、学号、学历、学位、专业齐全，表头两行合并",
            xls(
                "学历信息库.xlsx",
                {
                    "学历": [
                        ["2024届毕业生学历信息库", *["<"] * 6],
                        ["学号", "姓名", "证书", "<", "<", "专业", "毕业日期"],
                        ["^", "^", "学历", "学位", "证书编号", "^", "^"],
                        *(
                            [s.number, s.name, "本科", "学士", f"10009120240500{n:04d}", s.major, "2024-06-25"]
                            for n, s in enumerate(held, 1)
                        ),
                    ]
                },
                widths=(18, 10, 8, 8, 22, 24, 14),
            ),
            school="北京交通大学（威海）",
        ),
        case(
            "23-no-major",
            "2.3",
            DEGREES_OPEN,
            "学历库没有专业列",
            book(
                "学历库.xlsx",
                {
                    "Sheet1": [
                        ["威海职业学院2024届毕业生学历信息库"],
                        ["序号", "姓名", "身份证号", "学历层次", "毕业证编号", "毕（结）业"],
                        *([n, s.name, s.ident, "专科", f"123341202406{n:06d}", "毕业"] for n, s in enumerate(short, 1)),
                    ]
                },
            ),
            flags=["columns-missing"],
        ),
        case(
            "23-class-of-2022",
            "2.3",
            NONE,
            "2022届的学历库，考核年度2024",
            pdf(
                "学历信息.pdf",
                "# 2022届毕业生学历信息库",
                [
                    ["姓名", "学号", "学历", "专业", "毕业时间"],
                    *([s.name, s.number, "专科", s.major, "2022年6月"] for s in old),
                ],
                css="td{font-size:11px;padding:2px 4px}",
            ),
            flags=["date-outside-period"],
        ),
        case(
            "23-by-department",
            "2.3",
            DEGREES,
            "Word里按系分三张表，每张都有姓名、身份证号（打码）、学历层次、专业",
            doc(
                "学历信息（分系）.docx",
                "# 2024届毕业生学历信息登记",
                *(
                    block
                    for at, name in enumerate(("机电工程系", "经济管理系", "护理系"))
                    for block in (
                        f"## {name}",
                        [
                            ["姓名", "身份证号", "学历层次", "专业"],
                            *([s.name, s.masked, "高职（专科）", s.major] for s in parts[at * 20 : at * 20 + 20]),
                        ],
                    )
                ),
                "> 教务处　2024年7月3日",
            ),
        ),
        case(
            "23-vacancies",
            "2.3",
            NONE,
            "近似件：招聘岗位表里的学历、专业是对应聘者的要求，不是毕业生",
            xls(
                "岗位表.xlsx",
                {
                    "岗位": titled(
                        "2024年春季招聘岗位一览",
                        ["序号", "岗位名称", "人数", "学历要求", "专业要求", "月薪（元）"],
                        [
                            [1, "设备工程师", 4, "本科及以上", "机械、自动化", "6000—8000"],
                            [2, "会计", 1, "大专", "会计", "4500—5500"],
                            [3, "护士", 10, "大专", "护理", "4000—6000"],
                        ],
                    )
                },
            ),
            more={"2.1": NONE, "2.2": NONE, "1.5": NONE},
        ),
    ]


def cases() -> list[Case]:
    return [*_origins(), *_enrolled(), *_degrees()]
