"""2.4: surveys among the graduates, and how many of them answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from tests.independent.case import Case
from tests.independent.offices_paper import (
    Paper,
    Table,
    Write,
    case,
    comma,
    docx,
    mail,
    page,
    pasted,
    pdf,
    people,
    photo,
    resident_id,
    scan,
    shot,
    slides,
    text,
    xlsx,
)

MAJORS = ["软件技术", "护理", "市场营销", "机电一体化技术", "会计", "水产养殖技术"]
WISHES = ["在威海就业", "省内其他城市就业", "省外就业", "专升本", "参军入伍", "自主创业"]
META = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"]
TITLE = "2024届毕业生就业意向调查问卷"


def class_of(seed: str, count: int) -> list[tuple[str, str, str, str]]:
    """Name, school number, resident ID and major of so many graduates."""
    rng = Random(seed)
    return [
        (name, f"20210{rng.randrange(1, 9)}{at:04}", resident_id(rng), rng.choice(MAJORS))
        for at, name in enumerate(people(seed, count), 1)
    ]


def roster(path: str, seed: str, count: int, school: str = "威海职业学院") -> Write:
    rng = Random(seed + "from")
    rows = [
        [
            at,
            name,
            number,
            key,
            major,
            rng.choice(["山东省威海市", "山东省烟台市", "山东省青岛市", "河南省商丘市"]),
            "2024",
        ]
        for at, (name, number, key, major) in enumerate(class_of(seed, count), 1)
    ]
    return xlsx(
        path,
        {
            "生源信息": [
                f"# {school}2024届毕业生生源信息库",
                Table([["序号", "姓名", "学号", "身份证号", "专业", "生源地", "毕业年度"], *rows]),
            ]
        },
    )


def answers(
    seed: str, size: int, count: int, *, named: bool = True, again: int = 0, year: int = 2024
) -> list[list[object]]:
    """The export of a survey site: `count` of a class of `size` answered, and `again` of them twice."""
    rng = Random(seed + "answers")
    chosen = rng.sample(class_of(seed, size), count)
    chosen += chosen[:again]
    at = datetime(year, 5, 6, 8, 12, 5)
    rows: list[list[object]] = [
        [
            *META,
            *(["1、您的姓名：", "2、您的学号："] if named else []),
            "3、您的专业：",
            "4、您的就业意向是：",
            "5、您期望的月薪是：",
        ]
    ]
    for place, (name, number, _, major) in enumerate(chosen, 1):
        at += timedelta(minutes=rng.randrange(3, 190), seconds=rng.randrange(60))
        meta = [
            place,
            f"{at.year}/{at.month}/{at.day} {at:%H:%M:%S}",
            f"{rng.randrange(60, 400)}秒",
            rng.choice(["微信", "手机提交", "链接"]),
            "N/A",
            f"112.{rng.randrange(5, 99)}.1.{rng.randrange(2, 250)}(山东-威海)",
        ]
        rows.append(
            [
                *meta,
                *([name, number] if named else []),
                major,
                rng.choice(WISHES),
                rng.choice(["3000-4000元", "4000-6000元", "6000元以上"]),
            ]
        )
    return rows


def result(question: str, counts: Sequence[int], options: Sequence[str] = WISHES) -> list[str | Table]:
    """One question of a survey site's standard report."""
    total = sum(counts)
    return [
        f"## {question}  [单选题]",
        Table(
            [
                ["选项", "小计", "比例"],
                *[[option, count, f"{count / total:.2%}"] for option, count in zip(options, counts, strict=False)],
                ["本题有效填写人次", total, ""],
            ]
        ),
    ]


def standard(title: str, total: int, extra: str = "") -> Paper:
    part = [total // 2, total // 5, total // 10, total // 20]
    part.append(total - sum(part))
    sex = [total // 2 + 7, total - total // 2 - 7]
    return [
        f"# {title}",
        f"答卷数量：{total}份    问卷状态：已结束",
        *([extra] if extra else []),
        *result("第1题  您的性别", sex, ["男", "女"]),
        *result("第2题  您的就业意向", part),
    ]


def report(school: str, graduates: int, answered: int, *, more: str = "", when: str = "2024年6月20日") -> Paper:
    return [
        f"# {school}2024届毕业生就业状况调查报告",
        "## 一、调查概况",
        f"为掌握毕业生就业意向，指导站于2024年5月组织开展2024届毕业生就业状况问卷调查。我校2024届毕业生共{graduates}人，参与答卷{answered}人。{more}",
        "## 二、主要结论",
        "半数以上的毕业生愿意留在威海就业，看重发展空间与薪酬。",
        "## 三、建议",
        "加强岗位推送，组织访企拓岗。",
        f"@{school}就业指导中心|{when}|-",
    ]


def form(graduates: int, enrolled: int) -> Paper:
    rows: list[list[object]] = [
        ["名称", "威海职业学院", "地址", "威海市科技新城"],
        ["在校生规模", f"在校生 {enrolled} 人，应届毕业生 {graduates} 人。", None, None],
        ["指导站地址", "主校区 明德楼 201房间", None, None],
    ]
    return ["附件1", "# 威海市大学生就业创业服务指导站建站申请表", Table(rows, 0, [(1, 1, 1, 3), (2, 1, 2, 3)])]


def cases() -> Iterator[Case]:
    yield from _exports()
    yield from _told()
    yield from _short()
    yield from _near()


def _exports() -> Iterator[Case]:
    for name, count, points in (
        ("export-83", 50, 20),
        ("export-65", 39, 16),
        ("export-55", 33, 14),
        ("export-40", 24, 10),
    ):
        yield case(
            "2.4",
            name,
            points,
            f"问卷星导出{count}份，生源库60人",
            xlsx(f"问卷/{TITLE}_按文本_{count}.xlsx", [Table(answers(name, 60, count))], plain_look=True),
            roster("生源.xlsx", name, 60),
            facts={"survey_answers": count, "graduates": 60},
        )
    yield case(
        "2.4",
        "export-csv-75",
        18,
        "逗号分隔的导出45份，生源库60人",
        comma("2.4/258211_45_45.csv", answers("csv75", 60, 45)),
        roster("2.1/生源信息.xlsx", "csv75", 60),
        facts={"survey_answers": 45, "graduates": 60},
    )
    yield case(
        "2.4",
        "export-gbk-titled",
        20,
        "导出前加了标题行，GBK编码，66份，80人",
        comma("毕业生调查.csv", [["2024届毕业生就业意向调查（威海职业学院）"], *answers("gbk", 80, 66)], "gb18030"),
        roster("生源信息库.xlsx", "gbk", 80),
        facts={"survey_answers": 66, "graduates": 80},
    )
    yield case(
        "2.4",
        "export-anonymous",
        20,
        "不记名导出52份，生源库60人",
        xlsx("24/毕业生就业意向问卷.xlsx", [Table(answers("anon", 60, 52, named=False))], plain_look=True),
        roster("毕业生.xlsx", "anon", 60),
        facts={"survey_answers": 52, "graduates": 60},
    )
    yield case(
        "2.4",
        "export-duplicates",
        10,
        "33行里5人各答两次，去重后28人，不到一半",
        xlsx("答卷.xlsx", [Table(answers("dup", 60, 28, again=5))], plain_look=True),
        roster("生源.xlsx", "dup", 60),
        alt=[(10, 10, 14)],
        facts={"survey_answers": 28, "graduates": 60},
    )
    yield case(
        "2.4",
        "export-form-1",
        18,
        "导出130份，附件1写应届毕业生180人",
        comma("毕业生问卷导出.csv", answers("form", 180, 130, named=False)),
        docx("建站申请表.docx", form(180, 700)),
        facts={"survey_answers": 130, "graduates": 180},
    )
    yield case(
        "2.4",
        "export-two-sheets",
        16,
        "导出带题目说明表，64份，100人",
        xlsx(
            "调查数据.xlsx",
            {
                "题目": [Table([["题号", "题目"], [1, "您的姓名"], [2, "您的学号"]])],
                "数据": [Table(answers("two", 100, 64))],
            },
        ),
        roster("信息.xlsx", "two", 100),
        facts={"survey_answers": 64, "graduates": 100},
    )


def _told() -> Iterator[Case]:
    yield case(
        "2.4",
        "report-own-total",
        20,
        "调查报告自述毕业生1520人、答卷1286人",
        docx("调查报告.docx", report("威海职业学院", 1520, 1286)),
        facts={"survey_answers": 1286, "graduates": 1520},
    )
    yield case(
        "2.4",
        "report-exact-80",
        20,
        "960/1200，正好80%",
        pdf("2024届调查.pdf", report("山东外事职业大学", 1200, 960)),
        facts={"survey_answers": 960, "graduates": 1200},
        school="山东外事职业大学",
    )
    yield case(
        "2.4",
        "report-just-below-60",
        14,
        "719/1200，59.9%",
        docx("24.docx", report("威海海洋职业学院", 1200, 719)),
        facts={"survey_answers": 719, "graduates": 1200},
        school="威海海洋职业学院",
    )
    yield case(
        "2.4",
        "sent-returned-valid",
        20,
        "发放、回收、有效三个数；按毕业生1600人算都过80%",
        docx(
            "问卷情况.docx",
            report(
                "威海职业学院",
                1600,
                1400,
                more="本次共发放问卷1500份，回收1400份，回收率93.3%，其中有效问卷1380份，有效回收率92.0%。",
            ),
        ),
        facts={"graduates": 1600},
        forbid=["totals-disagree"],
    )
    yield case(
        "2.4",
        "valid-rate-of-sent",
        10,
        "有效回收率96%是对发放50份，不是对480名毕业生",
        docx(
            "调研.docx",
            [
                "# 2024届毕业生就业调研报告",
                "山东药品食品职业学院2024届毕业生480人。本次抽样调查共发放问卷50份，回收有效问卷48份，有效回收率96%。",
                "@山东药品食品职业学院就业指导中心|2024年6月1日|-",
            ],
        ),
        facts={"survey_answers": 48, "graduates": 480},
        forbid=["totals-disagree"],
        school="山东药品食品职业学院",
    )
    yield case(
        "2.4",
        "stated-rate-wrong",
        16,
        "自称72%，实算1380/2000=69%",
        docx("2.4/总体情况.docx", report("威海职业学院", 2000, 1380, more="答卷人数占毕业生总数的72%。")),
        facts={"survey_answers": 1380, "graduates": 2000},
        flags=["totals-disagree"],
    )
    yield case(
        "2.4",
        "standard-report-form-1",
        20,
        "默认报告答卷812份，附件1写1000人",
        pdf("默认报告.pdf", standard(f"威海职业学院{TITLE}", 812, "回收时间：2024-05-06 至 2024-05-20"), face="hei"),
        docx("附件1.docx", form(1000, 3900)),
        facts={"survey_answers": 812, "graduates": 1000},
    )
    yield case(
        "2.4",
        "standard-report-saved-page",
        18,
        "网页存下的统计结果，自述毕业生总数1480人",
        page(
            "问卷星统计.html",
            standard(
                "北京交通大学（威海）2024届毕业生就业调查", 1055, "2024届毕业生总数：1480人  统计时间：2024-06-03"
            ),
        ),
        facts={"survey_answers": 1055, "graduates": 1480},
        school="北京交通大学（威海）",
    )
    yield case(
        "2.4",
        "standard-report-docx-summary",
        14,
        "默认报告520份，总结写毕业生990人",
        docx("报告.docx", standard(TITLE, 520, "收集时间：2024年5月")),
        docx(
            "总结.docx",
            [
                "# 威海职业学院指导站2024年度工作总结",
                "我校2024届毕业生990人。指导站全年开展各类就业服务活动。",
                "@威海职业学院|2024年11月25日|-",
            ],
        ),
        facts={"survey_answers": 520, "graduates": 990},
    )
    colleges: list[list[object]] = [
        ["信息工程系", 320, 251],
        ["经济管理系", 410, 298],
        ["护理系", 290, 233],
        ["海洋系", 160, 123],
    ]
    table: list[list[object]] = [
        ["系部", "2024届毕业生数", "答卷人数", "答卷率"],
        *[[*row, f"{int(str(row[2])) / int(str(row[1])):.1%}"] for row in colleges],
        ["合计", 1180, 905, "76.7%"],
    ]
    yield case(
        "2.4",
        "by-college-total",
        18,
        "分系部统计，合计905/1180",
        xlsx(
            "各系答卷统计.xlsx",
            ["# 威海职业学院2024届毕业生调查问卷答卷情况统计表", "统计时间：2024年6月", Table(table)],
        ),
        facts={"survey_answers": 905, "graduates": 1180},
    )
    yield case(
        "2.4",
        "by-college-scan",
        18,
        "同类统计表盖章扫描",
        scan(
            "统计.pdf",
            ["# 2024届毕业生调查问卷完成情况统计表", "单位：威海职业学院", Table(table), "@威海职业学院|2024年6月12日"],
        ),
        facts={"survey_answers": 905, "graduates": 1180},
    )
    two: list[list[object]] = [
        ["学院", "毕业生人数", "问卷", None, "答卷率"],
        [None, None, "发放", "收回有效", None],
        ["外语学院", 420, 420, 366, "87.1%"],
        ["商学院", 380, 380, 300, "78.9%"],
        ["总计", 800, 800, 666, "83.3%"],
    ]
    yield case(
        "2.4",
        "two-row-head",
        20,
        "双行表头，总计666/800",
        pdf(
            "调查问卷统计表.pdf",
            [
                "# 山东外事职业大学2024届毕业生就业调查问卷统计",
                Table(two, 2, [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4)]),
            ],
        ),
        facts={"survey_answers": 666, "graduates": 800},
        school="山东外事职业大学",
    )
    yield case(
        "2.4",
        "slides",
        18,
        "幻灯片里的数：1430人，答卷1010份",
        slides(
            "调查汇报.pptx",
            [
                "# 威海职业学院2024届毕业生就业问卷调查结果",
                "2024年6月",
                "~",
                "# 调查概况",
                "2024届毕业生总数：1430人",
                "参与答卷：1010人",
                "答卷率：70.6%",
                "~",
                "# 就业意向",
                "留威就业意愿51%",
            ],
        ),
        facts={"survey_answers": 1010, "graduates": 1430},
    )
    yield case(
        "2.4",
        "slides-pdf",
        14,
        "幻灯片存成PDF",
        pdf(
            "汇报.pdf",
            [
                "# 2024届毕业生就业意向问卷调查",
                "^ 哈尔滨理工大学荣成校区",
                "~",
                "# 样本情况",
                Table([["指标", "数值"], ["2024届毕业生总数", "1860人"], ["有效答卷", "1023份"], ["答卷率", "55.0%"]]),
            ],
            wide=True,
        ),
        facts={"survey_answers": 1023, "graduates": 1860},
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "2.4",
        "scan-report",
        20,
        "盖章的调查情况说明扫描件",
        scan(
            "说明.jpg",
            [
                "# 关于2024届毕业生问卷调查情况的说明",
                "威海市人力资源和社会保障局：",
                "我校2024届毕业生共950人，截至2024年6月10日，共有812人完成就业状况调查问卷，占毕业生总数的85.5%。",
                "特此说明。",
                "@威海海洋职业学院|2024年6月12日",
            ],
        ),
        facts={"survey_answers": 812, "graduates": 950},
        school="威海海洋职业学院",
    )
    yield case(
        "2.4",
        "photo-table",
        16,
        "打印统计表的照片",
        photo(
            "IMG_20240612_0921.jpg",
            [
                "# 2024届毕业生问卷调查统计表",
                "威海职业学院",
                Table(
                    [["项目", "数量"], ["2024届毕业生总数（人）", 1250], ["提交答卷（人）", 800], ["答卷率", "64.0%"]]
                ),
            ],
            board=True,
        ),
        facts={"survey_answers": 800, "graduates": 1250},
    )
    yield case(
        "2.4",
        "mail",
        18,
        "邮件报送答卷情况",
        mail(
            "问卷情况.eml",
            "2024届毕业生问卷调查完成情况",
            datetime(2024, 6, 14, 16, 2),
            ["李老师好：", "山东大学（威海）2024届毕业生3600人，已完成调查问卷2700人，答卷率75%。", "学生就业指导中心"],
        ),
        facts={"survey_answers": 2700, "graduates": 3600},
        school="山东大学（威海）",
    )
    yield case(
        "2.4",
        "txt",
        10,
        "文本：答卷430人，毕业生1100人",
        text("调查.txt", report("威海职业学院", 1100, 430)),
        facts={"survey_answers": 430, "graduates": 1100},
    )
    yield case(
        "2.4",
        "bound-report",
        20,
        "带封面目录的调查报告",
        pdf(
            "报告（定稿）.pdf",
            [
                "^ 山东交通学院（威海）",
                "# 2024届毕业生就业状况调查报告",
                "^ 2024年7月",
                "~",
                "# 目  录",
                "第一章 调查说明 …… 1",
                "第二章 调查结果 …… 2",
                "~",
                "## 第一章 调查说明",
                "截至2024年6月30日，学校2024届毕业生2246人中有1902人提交问卷，占毕业生总数的84.7%。",
                "~",
                "## 第二章 调查结果",
                *result("就业意向", [1000, 400, 300, 202]),
            ],
        ),
        facts={"survey_answers": 1902, "graduates": 2246},
        school="山东交通学院（威海）",
    )
    yield case(
        "2.4",
        "class-2023",
        20,
        "考核2023年度",
        docx(
            "2023届调查.docx",
            [
                "# 威海职业学院2023届毕业生就业调查情况",
                "我校2023届毕业生1400人，2023年5月组织问卷调查，收到答卷1190份，占毕业生总数的85%。",
                "@威海职业学院就业指导中心|2023年6月6日|-",
            ],
        ),
        facts={"survey_answers": 1190, "graduates": 1400},
        year=2023,
    )

    yield case(
        "2.4",
        "pasted-scan",
        18,
        "Word 里贴的是情况说明扫描图",
        pasted(
            "问卷调查.docx",
            [
                "# 2024届毕业生问卷调查情况说明",
                "威海职业学院2024届毕业生共1300人，共有988人提交答卷，占毕业生总数的76.0%。",
                "@威海职业学院|2024年6月18日",
            ],
            above="问卷",
        ),
        facts={"survey_answers": 988, "graduates": 1300},
    )


def _short() -> Iterator[Case]:
    missing = ["denominator-missing"]
    yield case(
        "2.4",
        "export-no-total",
        (10, 10, 20),
        "只有导出，没有毕业生总数",
        xlsx("毕业生就业意向问卷导出.xlsx", [Table(answers("none", 90, 72, named=False))], plain_look=True),
        facts={"survey_answers": 72},
        flags=missing,
    )
    yield case(
        "2.4",
        "standard-report-no-total",
        (10, 10, 20),
        "只有默认报告",
        pdf(
            "默认报告.pdf", standard("威海职业学院2024届毕业生就业状况调查", 636, "数据时间：2024年5月20日"), face="hei"
        ),
        facts={"survey_answers": 636},
        flags=missing,
    )
    yield case(
        "2.4",
        "screenshot-no-total",
        (10, 10, 20),
        "后台截图，只有答卷数",
        shot(
            "后台.png",
            [
                "我的问卷",
                "# 威海职业学院2024届毕业生就业意向调查",
                Table([["问卷编号", "状态", "答卷数", "创建时间"], ["251880331", "已停止", "640", "2024-05-06"]]),
            ],
        ),
        flags=missing,
    )
    yield case(
        "2.4",
        "returned-only",
        (10, 10, 20),
        "只写发放与回收，没有毕业生总数",
        docx(
            "问卷回收情况.docx",
            [
                "# 2024届毕业生调查问卷回收情况",
                "威海职业学院于2024年5月向2024届毕业生发放问卷，共回收有效问卷702份。",
                "@威海职业学院|2024年6月|-",
            ],
        ),
        flags=missing,
    )
    yield case(
        "2.4",
        "last-year",
        0,
        "2023年的调查",
        comma("2023届毕业生问卷.csv", answers("old", 60, 50, year=2023)),
        roster("生源.xlsx", "old", 60),
        flags=["date-outside-period"],
    )
    yield case(
        "2.4",
        "last-year-report",
        0,
        "2022届的调查报告",
        docx(
            "调查报告.docx",
            [
                "# 威海职业学院2022届毕业生就业状况调查报告",
                "2022届毕业生1300人，2022年5月组织问卷调查，答卷1170人。",
                "@威海职业学院|2022年6月20日|-",
            ],
        ),
        flags=["date-outside-period"],
    )
    yield case(
        "2.4",
        "other-school",
        0,
        "别校的调查报告",
        docx("调查报告.docx", report("山东药品食品职业学院", 1500, 1300)),
        flags=["school-mismatch"],
    )


def _near() -> Iterator[Case]:
    yield case(
        "2.4",
        "near-canteen",
        0,
        "食堂满意度问卷",
        pdf(
            "满意度调查.pdf",
            [
                "# 威海职业学院食堂满意度调查（2024年4月）",
                "答卷数量：860份",
                *result("您对饭菜价格是否满意", [400, 300, 160], ["满意", "一般", "不满意"]),
            ],
            face="hei",
        ),
    )
    yield case(
        "2.4",
        "near-exam",
        0,
        "在线考试成绩导出",
        xlsx(
            "考试.xlsx",
            [
                Table(
                    [
                        ["序号", "提交时间", "姓名", "班级", "总分"],
                        *[
                            [at, f"2024/5/8 10:{at:02}:11", name, "22护理1班", 60 + at]
                            for at, name in enumerate(people("exam", 12), 1)
                        ],
                    ]
                )
            ],
            plain_look=True,
        ),
    )
    yield case(
        "2.4",
        "near-vote",
        0,
        "校园歌手投票结果",
        shot(
            "投票.png",
            [
                "# 威海职业学院2024校园歌手大赛人气投票",
                Table([["选手", "票数"], *[[name, 300 - 17 * at] for at, name in enumerate(people("vote", 5))]]),
            ],
        ),
    )
    yield case(
        "2.4",
        "near-teaching",
        0,
        "在校生教学评价问卷",
        docx(
            "教学评价.docx",
            [
                "# 威海职业学院2024年春季学期课堂教学满意度问卷统计",
                "共回收在校生答卷1500份。",
                *result("您对任课教师是否满意", [1100, 300, 100], ["满意", "一般", "不满意"]),
            ],
        ),
    )
