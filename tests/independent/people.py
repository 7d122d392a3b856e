"""2.1 应届毕业生生源信息库: rosters with name, key and origin, as student systems and offices give them out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.independent.case import Case
from tests.independent.people_kit import (
    BJTU,
    FULL_WIDTH,
    HIT,
    HUST,
    MARINE,
    PAGE,
    PHARMA,
    SDJTU,
    SDU,
    VOCATIONAL,
    WAISHI,
    Draw,
    Grid,
    Sheet,
    book,
    crowd,
    delimited,
    html_table,
    lines,
    mail,
    pdf,
    red,
    scan,
    table,
    text,
    web,
    word,
)

ALL, OPEN, NONE = (15, 15, 15), (0, 0, 15), (0, 0, 0)
SYSTEM = [
    ("学号", "number"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("身份证号", "id"),
    ("考生号", "exam"),
    ("民族", "nation"),
    ("院系", "college"),
    ("专业", "major"),
    ("班级", "clazz"),
    ("学历层次", "level"),
    ("生源地", "origin"),
    ("毕业日期", "leave_day"),
]
SHORT = [
    ("序号", "seq"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("身份证号码", "id"),
    ("专业名称", "major"),
    ("生源所在地", "origin_city"),
]
ANONYMOUS = [head for head in SHORT if head[1] != "name"]


def _case(
    name: str, make: Draw, points: tuple[float, float, float], note: str, school: str = VOCATIONAL, **more: object
) -> Case:
    return Case(f"origin-{name}", "2.1", make, {"2.1": points}, note=note, school=school, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    yield from _workbooks()
    yield from _other_files()
    yield from _short()
    yield from _neighbours()


def _workbooks() -> Iterator[Case]:
    yield _case(
        "system-export",
        book("2.1/生源信息_20240415.xlsx", Sheet("Sheet1", table(crowd("origin-a", 120), SYSTEM), plain=True)),
        ALL,
        "plain export, head on line 1, class by its day of leaving",
    )
    people = crowd("origin-b", 46, level="本科")
    yield _case(
        "title-and-sum",
        book(
            "信息采集/2024届生源.xlsx",
            Sheet(
                "汇总",
                table(people, SHORT),
                title="山东大学（威海）2024届毕业生生源信息汇总表",
                above=[["填报单位：学生就业指导中心", "", "", "", "填报日期：2024年1月8日"]],
                below=[
                    ["合计", f"{len(people)}人"],
                    ["制表人：孙丽萍", "", "审核人：王志强", "", "联系电话：0631-5680000"],
                ],
            ),
        ),
        ALL,
        "merged title, head on line 3, sum and signatures below",
        SDU,
    )
    yield _case(
        "head-on-line-4",
        book(
            "二、信息采集/1.生源信息库/附件2 生源信息采集表.xlsx",
            Sheet(
                "生源信息采集表",
                table(crowd("origin-c", 35), SHORT),
                title="生源信息采集表",
                above=[
                    ["学校（盖章）：威海海洋职业学院        毕业年度：2024届"],
                    ["说明：1.生源所在地填写入学前户籍所在地，精确到市；2.身份证号码设为文本格式；3.请勿改动表头。"],
                ],
            ),
        ),
        ALL,
        "two lines of notes between title and head",
        MARINE,
    )
    people = crowd("origin-d", 58, level="本科")
    fields = [
        ("", "seq"),
        ("", "name"),
        ("", "sex"),
        ("", "id"),
        ("", "number"),
        ("", "major"),
        ("", "clazz"),
        ("", "province"),
        ("", "city"),
        ("", "county"),
        ("", "=统招"),
    ]
    heads = [
        ["序号", "学生基本信息", "", "", "学籍信息", "", "", "生源地", "", "", "培养方式"],
        ["", "姓名", "性别", "身份证号", "学号", "专业", "班级", "省", "市", "县（区）", ""],
    ]
    yield _case(
        "two-row-head",
        book(
            "2信息采集/2024届本科毕业生生源信息.xlsx",
            Sheet(
                "2024届本科",
                [*heads, *lines(people, fields)],
                title="哈尔滨工业大学（威海）2024届本科毕业生生源信息库",
                merges=["A2:A3", "B2:D2", "E2:G2", "H2:J2", "K2:K3"],
            ),
        ),
        ALL,
        "two-row head, the origin over three columns",
        HIT,
    )
    yield _case(
        "prefixed-heads",
        book(
            "生源库.xlsx",
            Sheet(
                "导出数据",
                table(
                    crowd("origin-e", 64),
                    [
                        ("考生号", "exam"),
                        ("姓名", "name"),
                        ("公民身份号码", "id"),
                        ("生源省", "province"),
                        ("生源市", "city"),
                        ("生源县区", "county"),
                        ("毕业年度", "leave_year"),
                        ("困难生类别", "=非困难生"),
                        ("师范生类别", "=非师范生"),
                    ],
                ),
                plain=True,
            ),
        ),
        ALL,
        "province, city and county in columns of their own",
        PHARMA,
    )
    yield _case(
        "coded-heads",
        book(
            "2-1/BYSSY2024.xlsx",
            Sheet(
                "BYS2024",
                table(
                    crowd("origin-f", 70),
                    [
                        ("KSH", "exam"),
                        ("SFZH", "id"),
                        ("XM", "name"),
                        ("XH", "number"),
                        ("XB", "sex"),
                        ("ZYMC", "major"),
                        ("SYSZDDM", "origin_code"),
                        ("SYSZD", "origin"),
                        ("BYSJ", "leave8"),
                    ],
                ),
                plain=True,
            ),
            Sheet(
                "字段说明",
                [
                    ["字段名", "中文名", "类型", "长度", "说明"],
                    ["KSH", "考生号", "C", 14, "高考考生号"],
                    ["SFZH", "身份证号", "C", 18, ""],
                    ["XM", "姓名", "C", 30, ""],
                    ["XH", "学号", "C", 20, ""],
                    ["XB", "性别", "C", 2, "男、女"],
                    ["ZYMC", "专业名称", "C", 60, ""],
                    ["SYSZDDM", "生源所在地代码", "C", 6, "六位行政区划代码"],
                    ["SYSZD", "生源所在地", "C", 60, ""],
                    ["BYSJ", "毕业时间", "D", 8, "YYYYMMDD"],
                ],
            ),
        ),
        ALL,
        "heads are field codes that a dictionary sheet explains",
    )
    people = crowd("origin-g", 96)
    by_college = {one.college: [p for p in people if p.college == one.college] for one in people}
    yield _case(
        "sheet-a-college",
        book(
            "2.1 生源信息库/2024届毕业生生源信息库（分系部）.xlsx",
            Sheet(
                "填写说明",
                [["一、本表由各系部填报。"], ["二、生源地填至县（市、区）。"], ["三、12月20日前报招生就业处。"]],
            ),
            *[Sheet(college, table(some, [*SHORT[:-1], ("生源地", "origin")])) for college, some in by_college.items()],
        ),
        ALL,
        "a sheet a college, the first one only tells how to fill in",
    )
    people = crowd("origin-h", 66, programmes=2)
    classes = sorted({one.clazz for one in people})
    yield _case(
        "sheet-a-class-titled",
        book(
            "2 信息采集/21级各班.xlsx",
            *[
                Sheet(
                    clazz,
                    table([p for p in people if p.clazz == clazz], SHORT),
                    title=f"{clazz}班2024届毕业生生源信息统计表",
                    below=[["", f"班主任（签字）：{teacher}", "", "", "2023年12月15日"]],
                )
                for clazz, teacher in zip(classes, ("于建波", "曲晓静", "丛日刚", "毕于航"), strict=True)
            ],
        ),
        ALL,
        "a sheet a class, each with title and signature; compiled before the year, for the class of the year",
    )
    yield _case(
        "candidate-number-only",
        book(
            "信息采集/上报省厅生源数据.xlsx",
            Sheet(
                "生源",
                table(
                    crowd("origin-i", 52, odd=True),
                    [
                        ("考生号", "exam"),
                        ("毕业生姓名", "name"),
                        ("性别", "sex"),
                        ("生源地名称", "origin"),
                        ("生源地代码", "origin_code"),
                        ("毕业时间", "leave_day"),
                    ],
                ),
                plain=True,
            ),
        ),
        ALL,
        "a candidate number is a key",
    )
    yield _case(
        "masked-with-names",
        book(
            "生源信息（脱敏）.xlsx",
            Sheet(
                "2024",
                table(
                    crowd("origin-j", 44),
                    [("姓名", "name"), ("身份证号", "masked"), ("生源地", "origin"), ("届别", "clazz_of")],
                ),
                title="2024届毕业生生源信息（脱敏）",
            ),
        ),
        ALL,
        "masked IDs count with names",
    )
    yield _case(
        "lost-tails-but-numbers",
        book(
            "2.1/2024届生源地信息.xlsx",
            Sheet(
                "Sheet1",
                table(
                    crowd("origin-k", 40),
                    [
                        ("学号", "number"),
                        ("姓名", "name"),
                        ("身份证号", "id"),
                        ("生源地", "origin_city"),
                        ("专业", "major"),
                    ],
                ),
                title="2024届毕业生生源地信息",
                numbers=(2,),
            ),
        ),
        ALL,
        "the IDs lost their tails, the school number is the key",
    )
    people = [replace(one, id=one.id.translate(FULL_WIDTH), name=one.spaced) for one in crowd("origin-l", 48, odd=True)]
    yield _case(
        "rare-names-full-width",
        book(
            "毕业生生源/生源2024.xlsx",
            Sheet("Sheet1", table(people, SHORT), title="威海海洋职业学院2024年毕业生生源情况表"),
        ),
        ALL,
        "names with dots and blanks, full-width digits",
        MARINE,
    )
    people = crowd("origin-m", 40)
    broken = [replace(p, id="") if at in (7, 23) else p for at, p in enumerate(people)]
    yield _case(
        "five-percent-unusable",
        book(
            "2.1生源/2024届生源信息表.xlsx",
            Sheet("表1", table(broken, SHORT), title="山东药品食品职业学院2024届毕业生生源信息表"),
        ),
        ALL,
        "2 of 40 rows without a key are not over 5 %",
        PHARMA,
    )
    yield _case(
        "no-class-year",
        book(
            "应届毕业生生源信息库.xlsx",
            Sheet(
                "生源信息",
                table(
                    crowd("origin-n", 33),
                    [("姓名", "name"), ("身份证号", "id"), ("专业", "major"), ("生源地", "origin")],
                ),
                title="应届毕业生生源信息库",
            ),
        ),
        ALL,
        "a roster without a class year counts, with a note",
        want_flags=[("2.1", "date-missing")],
    )


def _other_files() -> Iterator[Case]:
    yield _case(
        "csv-gbk",
        delimited("2.1/生源_2024届.csv", table(crowd("origin-o", 80, level="本科"), SYSTEM), encoding="gbk"),
        ALL,
        "csv as an old system writes it",
        BJTU,
    )
    people = [replace(p, id=p.id + "\t", number=p.number + "\t") for p in crowd("origin-p", 50)]
    yield _case(
        "csv-tabs-behind-numbers",
        delimited("导出(3).csv", table(people, SYSTEM)),
        ALL,
        "tabs keep spreadsheets from spoiling numbers",
    )
    yield _case(
        "txt-with-tabs",
        delimited(
            "2 信息采集/生源.txt",
            [["2024届毕业生生源信息"], *table(crowd("origin-q", 30), SHORT)],
            encoding="gb18030",
            mark="\t",
        ),
        ALL,
        "a text with tabs",
    )
    people = [replace(p, name=p.spaced) for p in crowd("origin-r", 88)]
    yield _case(
        "word-repeated-head",
        word(
            "2.1应届毕业生生源信息库/2024届生源信息表.docx",
            "# 威海职业学院2024届毕业生生源信息表",
            "填报部门：招生就业处    填报时间：2024 年 3 月 6 日",
            Grid(table(people, SHORT), repeat=True),
            "> 招生就业处",
        ),
        ALL,
        "one Word table over pages, two-letter names spread",
    )
    people = crowd("origin-s", 66, level="本科", programmes=3)
    blocks: list[str | Grid] = [
        "# 2024届毕业生生源名册",
        "山东交通学院（威海） 学生工作办公室 编",
        "2024 年 1 月",
        PAGE,
    ]
    for clazz in dict.fromkeys(p.clazz for p in people):
        blocks += [f"{clazz}班", Grid(table([p for p in people if p.clazz == clazz], SHORT), size=8)]
    yield _case("word-table-a-class", word("生源名册.docx", *blocks), ALL, "cover page, a table a class", SDJTU)
    people = crowd("origin-t", 130)
    yield _case(
        "pdf-repeated-head",
        pdf(
            "2-1 生源库.pdf",
            "<h1>山东药品食品职业学院2024届毕业生生源信息库</h1>"
            + html_table(table(people, SHORT))
            + "<p class=no>共130人　打印日期：2024-03-20</p>",
        ),
        ALL,
        "a PDF whose head comes again on each page",
        PHARMA,
    )
    yield _case(
        "pdf-head-once",
        pdf(
            "信息采集/生源信息.pdf",
            "<h1>2024届毕业生生源信息一览</h1>"
            + html_table(table(crowd("origin-u", 95), SYSTEM[:-1]), extra="class=free"),
        ),
        ALL,
        "a PDF of several pages with one head",
    )
    people = crowd("origin-v", 24, programmes=1)
    yield _case(
        "scan-one-class",
        scan(
            "2.1/软件班生源.jpg",
            "<h1 style='font-size:24px'>软件2101班2024届毕业生生源信息核对表</h1>"
            + html_table(
                table(
                    people,
                    [
                        ("序号", "seq"),
                        ("姓名", "name"),
                        ("身份证号", "id"),
                        ("生源地", "origin_city"),
                        ("学生签字", "="),
                    ],
                )
            )
            + "<p class=no>班主任：刘海燕　　　　2023年11月20日</p>",
        ),
        ALL,
        "a scanned sheet to check and sign",
    )
    people = crowd("origin-w", 26, level="本科", programmes=1)
    yield _case(
        "scan-two-pages-sealed",
        scan(
            "生源信息库扫描件.pdf",
            "<h1 style='font-size:24px'>北京交通大学（威海）2024届毕业生生源信息表</h1>"
            + html_table(table(people[:15], SHORT)),
            html_table([[h for h, _ in SHORT], *lines(people[15:], SHORT, 16)])
            + f"<div class=sign>{red('北京交通大学威海校区')}学生工作处（盖章）<br>2024年3月1日</div>",
        ),
        ALL,
        "scan of two pages, sealed",
        BJTU,
    )
    rows = table(
        crowd("origin-x", 20),
        [
            ("学号", "number"),
            ("姓名", "name"),
            ("性别", "sex"),
            ("生源地", "origin"),
            ("专业", "major"),
            ("毕业年份", "leave_year"),
        ],
    )
    yield _case(
        "saved-page",
        web(
            "2.1/学生综合服务系统-生源信息管理.html",
            "<p class=no>当前位置：就业管理 &gt; 生源信息管理 &gt; 查询</p><p class=no>毕业年份：2024　共20条记录</p>"
            + html_table(rows)
            + "<p class=no>第1页/共1页</p>",
        ),
        ALL,
        "a saved page of the student system",
    )
    people = crowd("origin-y", 18, level="本科")
    yield _case(
        "mail-with-table",
        mail(
            "报送生源信息.eml",
            "报送2024届毕业生生源信息",
            "jyb@hrbust-rc.example.cn",
            "Thu, 11 Jan 2024 09:32:00 +0800",
            "您好，2024届毕业生生源信息见正文表格。",
            "<p>威海市人社局：</p><p>现将哈尔滨理工大学荣成校区2024届毕业生生源信息报上，请查收。</p>"
            + html_table(table(people, SHORT))
            + "<p>联系人：周敏</p>",
        ),
        ALL,
        "the roster stands in a mail",
        HUST,
    )


def _short() -> Iterator[Case]:
    no_origin = [head for head in SYSTEM if head[1] != "origin"]
    yield _case(
        "no-origin-column",
        book("2.1/2024届毕业生生源信息.xlsx", Sheet("Sheet1", table(crowd("origin-aa", 60), no_origin), plain=True)),
        OPEN,
        "no column of origin",
        want_flags=[("2.1", "columns-missing")],
    )
    yield _case(
        "no-key-column",
        word(
            "2.1生源信息库.docx",
            "# 2024届毕业生生源信息库",
            Grid(
                table(
                    crowd("origin-ab", 40),
                    [("序号", "seq"), ("姓名", "name"), ("性别", "sex"), ("专业", "major"), ("生源地", "origin")],
                )
            ),
        ),
        OPEN,
        "no key",
        want_flags=[("2.1", "columns-missing")],
    )
    yield _case(
        "no-name-column",
        book(
            "2.1/生源（去姓名）.xlsx",
            Sheet("2024届", table(crowd("origin-ac", 40), ANONYMOUS), title="2024届毕业生生源信息库"),
        ),
        OPEN,
        "no names",
        MARINE,
        want_flags=[("2.1", "columns-missing")],
    )
    yield _case(
        "last-class",
        book(
            "2.1/生源信息库.xlsx",
            Sheet(
                "生源", table(crowd("origin-ad", 60, leave=2023), SYSTEM), title="威海职业学院2023届毕业生生源信息库"
            ),
        ),
        NONE,
        "the class before",
        want_flags=[("2.1", "date-outside-period")],
    )
    yield _case(
        "next-class-pdf",
        pdf(
            "2.1/生源.pdf",
            "<h1>山东外事职业大学2025届毕业生生源信息表</h1>"
            + html_table(table(crowd("origin-ae", 45, leave=2025, level="本科"), SHORT)),
        ),
        NONE,
        "the class after",
        WAISHI,
        want_flags=[("2.1", "date-outside-period")],
    )
    for name, other, school in (("other-school", "潍坊职业学院", VOCATIONAL), ("neighbour-school", MARINE, PHARMA)):
        yield _case(
            name,
            book(
                f"2.1/{name}.xlsx",
                Sheet(
                    "生源",
                    table(crowd(f"origin-{name}", 50), [*SYSTEM, ("学校名称", f"={other}")]),
                    title=f"{other}2024届毕业生生源信息库",
                ),
            ),
            NONE,
            "another school's roster",
            school,
            want_flags=[("2.1", "school-mismatch")],
        )
    people = [replace(p, id="") if at in (3, 18, 31) else p for at, p in enumerate(crowd("origin-ah", 40))]
    yield _case(
        "over-five-percent",
        book("2.1/2024届生源.xlsx", Sheet("Sheet1", table(people, SHORT), title="2024届毕业生生源信息库")),
        OPEN,
        "3 of 40 rows lack a key: 7.5 %",
        want_flags=[("2.1", "rows-invalid")],
    )
    yield _case(
        "lost-tails",
        book(
            "2.1/2024届生源信息.xlsx",
            Sheet("Sheet1", table(crowd("origin-ai", 50), SHORT), title="2024届毕业生生源信息", numbers=(3,)),
        ),
        OPEN,
        "IDs are numbers whose tails are lost, and there is no other key",
        want_flags=[("2.1", "rows-invalid")],
    )


def _neighbours() -> Iterator[Case]:
    yield _case(
        "freshmen",
        book(
            "2.1/生源信息库.xlsx",
            Sheet(
                "新生",
                table(
                    crowd("origin-ba", 60, leave=2027),
                    [
                        ("考生号", "exam"),
                        ("姓名", "name"),
                        ("身份证号", "id"),
                        ("录取专业", "major"),
                        ("生源地", "origin"),
                        ("年级", "grade"),
                    ],
                ),
                title="威海职业学院2024级新生生源信息表",
            ),
        ),
        NONE,
        "freshmen of the year are no graduates of the year",
    )
    counts: list[list[object]] = [
        ["生源省份", "男", "女", "合计", "占比"],
        ["山东省", 812, 905, 1717, "85.9%"],
        ["河南省", 60, 52, 112, "5.6%"],
        ["河北省", 51, 40, 91, "4.6%"],
        ["其他", 38, 42, 80, "4.0%"],
    ]
    yield _case(
        "statistics-only",
        word(
            "2.1/生源分布.docx",
            "# 2024届毕业生生源分布统计",
            "截至2023年12月，我校2024届毕业生共2000人，生源分布如下：",
            Grid(counts, size=11),
        ),
        NONE,
        "numbers by province, nobody by name",
        alt={"2.1": [OPEN]},
    )
    teachers = [["序号", "姓名", "性别", "籍贯", "职称", "最后学历"]] + [
        [at, p.name, p.sex, p.origin_city, "讲师", "硕士研究生"] for at, p in enumerate(crowd("origin-bc", 20), 1)
    ]
    yield _case(
        "teachers",
        book("2.1/名册.xlsx", Sheet("教师", teachers, title="威海职业学院2024年专任教师名册")),
        NONE,
        "teachers",
    )
    yield _case(
        "notice-with-blank-form",
        word(
            "2.1/关于采集生源信息的通知.docx",
            "# 关于做好2024届毕业生生源信息采集工作的通知",
            "各系部：",
            "根据省教育厅要求，现就2024届毕业生生源信息采集工作通知如下。一、采集对象为2024年毕业的全日制在校生。二、采集内容包括姓名、身份证号、生源地等。三、请于2023年11月30日前将附表报招生就业处。",
            "> 招生就业处",
            "> 2023年11月6日",
            "附表：生源信息采集表",
            Grid([[head for head, _ in SHORT], *[[""] * len(SHORT)] * 6]),
        ),
        NONE,
        "a notice with a blank form has nobody in it; alone in its folder and not understood it may stay open",
        alt={"2.1": [OPEN]},
    )
    yield _case(
        "names-for-a-check-up",
        text(
            "2.1/体检名单.txt",
            "2024届毕业生离校体检安排\n时间：2024年5月20日\n地点：校医院\n"
            + "\n".join(f"{p.clazz}　{p.name}" for p in crowd("origin-be", 30)),
        ),
        NONE,
        "a list for a medical check-up",
        alt={"2.1": [OPEN]},
    )
