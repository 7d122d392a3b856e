"""Rosters for 2.1, 2.2 and 2.3 as the administration systems export them and as classes hand them in."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.independent.case import Case
from tests.independent.late_people_kit import Cell, Paper, Student, book, grid, put, sheet, students
from tests.independent.press import Press

Make = Callable[[Path, Press], None]
LONG = {"专科": "专科生毕业", "本科": "本科生毕业"}


def _monitor(people: list[Student], school: str, year: int) -> list[list[Cell]]:
    """The columns of the national employment system's roster."""
    head: list[Cell] = ["考生号", "身份证号", "姓名", "性别代码", "性别", "民族代码", "民族", "院校代码", "院校名称", "学历代码", "学历", "专业代码", "专业", "培养方式代码", "培养方式", "生源所在地代码", "生源所在地", "城乡生源", "学制", "入学时间", "毕业时间", "师范生类别代码", "困难生类别代码", "所在院系", "所在班级", "学号"]  # fmt: skip  # noqa: E501
    rows: list[list[Cell]] = [head]
    for s in people:
        code = "41" if s.level == "本科" else "61"
        rows.append(
            [s.exam, s.ident, s.name, "2" if s.gender == "女" else "1", s.gender, "01", "汉族", "4137000000", school, code, LONG[s.level],  # noqa: E501
             "460301", s.major, "1", "非定向", s.origin_code, s.origin, "2", str(year - s.grade), f"{s.grade}0901", f"{year}0630", "2", "0", s.college, s.group, s.number]  # noqa: E501
        )  # fmt: skip
    return rows


def _lines(path: Path, rows: list[list[Cell]], *, encoding: str = "utf-8-sig", delimiter: str = ",") -> None:
    with path.open("w", encoding=encoding, newline="") as held:
        csv.writer(held, delimiter=delimiter).writerows(rows)


def origin_cases() -> Iterator[Case]:
    def monitor(folder: Path, press: Press) -> None:
        codes = [
            ["代码", "名称"],
            ["41", "本科生毕业"],
            ["61", "专科生毕业"],
            ["1", "非定向"],
            ["2", "定向"],
            ["371002", "山东省威海市环翠区"],
        ]
        rows = _monitor(students("lp-21-monitor", 46), "威海海洋职业学院", 2024)
        book(
            put(folder, "学生信息导出_20240312101533.xlsx"),
            {"字典": codes, "Sheet1": rows, "填写说明": [["1.考生号不能为空"], ["2.代码须为文本格式"]]},
        )

    yield Case(
        "lp-21-monitor",
        "2.1",
        monitor,
        {"2.1": (15, 15, 15)},
        school="威海海洋职业学院",
        note="2: name, key and 生源所在地 in a 就业监测 export whose dictionary sheet comes first",
    )

    def pinyin(folder: Path, press: Press) -> None:
        people = students("lp-21-pinyin", 38, grade=2020, level="本科")
        head: list[Cell] = [
            "YXMC",
            "KSH",
            "XM",
            "XBDM",
            "SFZH",
            "XLDM",
            "ZYMC",
            "SYSZDDM",
            "SYSZD",
            "RXSJ",
            "BYSJ",
            "PYFSDM",
            "SFSLBDM",
            "KNSLBDM",
            "XH",
            "SZYX",
            "BH",
        ]
        rows = [
            [
                "山东交通学院威海校区",
                s.exam,
                s.name,
                "1",
                s.ident,
                "41",
                s.major,
                s.origin_code,
                s.origin,
                "20200901",
                "20240630",
                "1",
                "2",
                "0",
                s.number,
                s.college,
                s.group,
            ]
            for s in people
        ]
        _lines(put(folder, "2.1/SYK_2024.csv"), [head, *rows], encoding="gb18030")

    yield Case("lp-21-pinyin", "2.1", pinyin, {"2.1": (15, 15, 15)}, school="山东交通学院（威海）",
               note="2: XM, SFZH, SYSZD are name, key, 生源地; 0: the school by its alias")  # fmt: skip

    def sheets(folder: Path, press: Press) -> None:
        people = students("lp-21-sheets", 63)
        held: dict[str, list[list[Cell]]] = {}
        for name in dict.fromkeys(s.group for s in people):
            mates = [s for s in people if s.group == name]
            held[name] = [
                [f"山东药品食品职业学院2024届毕业生生源信息核对表（{name}）"],
                ["序号", "姓名", "性别", "身份证号码", "专业", "生源地", "", "本人签字"],
                ["", "", "", "", "", "省（市）", "市县（区）", ""],
                *(
                    [at, s.name, s.gender, s.ident, s.major, s.origin[:3], s.origin[3:], ""]
                    for at, s in enumerate(mates, 1)
                ),
                ["小计", f"{len(mates)}人", "", "", "", "", "", ""],
                ["班主任（签字）：　　　　　　　　系部核对人：　　　　　　　　日期：2023年11月16日"],
            ]
        book(put(folder, "信息采集/生源核对（分班）.xlsx"), held)

    yield Case(
        "lp-21-class-sheets",
        "2.1",
        sheets,
        {"2.1": (15, 15, 15)},
        school="山东药品食品职业学院",
        note="2: one sheet a class, two-row heads, subtotals; the columns a"
        "re all there; made in the autumn before for the class of 2024",
    )

    def files(folder: Path, press: Press) -> None:
        people = students("lp-21-files", 55)
        for at, name in enumerate(dict.fromkeys(s.group for s in people), 1):
            paper = Paper("威海职业学院2024届毕业生生源地信息登记表")
            paper.line(f"班级：{name}　　　　填表日期：2024年3月{at + 4}日")
            mates = [s for s in people if s.group == name]
            head = ["姓 名", "学 号", "专 业", "生 源 地"]
            rows: list[list[Cell]] = [
                [s.name if len(s.name) > 2 else f"{s.name[0]} {s.name[1]}", s.number, s.major, s.origin] for s in mates
            ]
            # Word rosters of two pages carry their head again by hand
            paper.table([head, *rows[:12], head, *rows[12:], ["合计", f"{len(mates)} 人", "", ""]])
            paper.save(put(folder, f"2.1 生源信息/{at:02d} {name}.docx"))

    yield Case(
        "lp-21-class-files",
        "2.1",
        files,
        {"2.1": (15, 15, 15)},
        note="2: Word tables by class, head repeated in the middle; names of two characters spaced",
    )

    def cohorts(folder: Path, press: Press) -> None:
        now, last = students("lp-21-cohorts-a", 40), students("lp-21-cohorts-b", 45, grade=2020)
        rows = [
            [s.exam, s.name, s.number, s.major, s.origin, s.grade + 3]
            for s in sorted([*now, *last], key=lambda s: s.name)
        ]
        book(
            put(folder, "历年生源库.xlsx"),
            {
                "生源库": [
                    ["考生号", "毕业生姓名", "学号", "专业名称", "生源所在地", "毕业年份"],
                    *rows,
                    ["合计", "85人", "", "", "", ""],
                ]
            },
        )
        paper = Paper("威海职业学院毕业生就业意向问卷调查情况说明")
        paper.text("2024年5月，我院面向2024届毕业生开展就业意向问卷调查，经学号去重，共收到有效答卷30份。")
        paper.sign("威海职业学院招生就业处", "2024年6月5日")
        paper.save(put(folder, "问卷情况说明.docx"))

    yield Case("lp-21-two-cohorts", "2.1", cohorts, {"2.1": (15, 15, 15), "2.4": (18, 18, 18)}, facts={"2.4": {"survey_answers": 30, "graduates": 40}},  # noqa: E501
               note="graduates: each of the as" "sessed year's class, so 30" " of 40 of the rows of 202" "4, not of 85; 75 % pays 18")  # fmt: skip  # noqa: E501

    def native(folder: Path, press: Press) -> None:
        people = students("lp-21-native", 36)
        rows: list[list[Cell]] = [["学号", "姓名", "性别", "身份证号", "民族", "籍贯", "专业", "政治面貌"]]
        rows += [[s.number, s.name, s.gender, s.ident, "汉族", s.origin[:6], s.major, "共青团员"] for s in people]
        book(
            put(folder, "2.1应届毕业生生源信息库/2024届毕业生基本信息.xlsx"),
            {"2024届": [["威海职业学院2024届毕业生基本信息表"], *rows]},
        )

    yield Case(
        "lp-21-native-place",
        "2.1",
        native,
        {"2.1": (0, 0, 15)},
        want_flags=[("2.1", "columns-missing")],
        note="2: 籍贯 is not 生源地, so a column is missing",
    )

    def older(folder: Path, press: Press) -> None:
        rows = _monitor(students("lp-21-older", 33, grade=2020), "威海职业学院", 2023)
        book(put(folder, "2.1/应届毕业生生源信息库.xlsx"), {"Sheet1": rows})

    yield Case(
        "lp-21-older-class",
        "2.1",
        older,
        {"2.1": (0, 0, 0)},
        want_flags=[("2.1", "date-outside-period")],
        note="2: 毕业时间 20230630 throughout: a roster of another class, though the file says 应届",
    )

    def lost(folder: Path, press: Press) -> None:
        people = students("lp-21-lost", 30)
        rows: list[list[Cell]] = [
            [s.name, f"{s.ident[0]}.{s.ident[1:6]}E+17" if at % 9 == 4 else s.ident, s.major, s.origin]
            for at, s in enumerate(people)
        ]
        book(
            put(folder, "生源信息.xlsx"),
            {"Sheet1": [["威海职业学院2024届毕业生生源信息库"], ["姓名", "身份证号", "专业", "生源地"], *rows]},
        )

    yield Case(
        "lp-21-lost-keys",
        "2.1",
        lost,
        {"2.1": (0, 0, 15)},
        want_flags=[("2.1", "rows-invalid")],
        note="2: 3 of 30 rows have an ID in scientific notation and no other key: over 5 % unusable",
    )


def enrolled_cases() -> Iterator[Case]:
    def zhengfang(folder: Path, press: Press) -> None:
        people = [*students("lp-22-zf-a", 24, grade=2022), *students("lp-22-zf-b", 31, grade=2023)]
        rows: list[list[Cell]] = [
            [
                "学号",
                "姓名",
                "性别",
                "学院名称",
                "专业名称",
                "行政班",
                "现在年级",
                "培养层次",
                "学制",
                "学籍状态",
                "是否在校",
                "入学日期",
                "考生号",
            ]
        ]
        rows += [
            [
                s.number,
                s.name,
                s.gender,
                s.college,
                s.major,
                s.group,
                str(s.grade),
                s.level,
                "3",
                "注册学籍",
                "是",
                f"{s.grade}-09-10",
                s.exam,
            ]
            for s in people
        ]
        book(put(folder, "在校学生数据库/学生信息查询_20241018.xlsx"), {"sheet1": rows})

    yield Case(
        "lp-22-zhengfang",
        "2.2",
        zhengfang,
        {"2.2": (15, 15, 15)},
        note="2: name, 学号, 现在年级, 培养层次 of a 正方 export",
    )

    def chsi(folder: Path, press: Press) -> None:
        people = students("lp-22-chsi", 44, grade=2022, level="本科")
        rows: list[list[Cell]] = [
            [
                "KSH",
                "XH",
                "XM",
                "XB",
                "CSRQ",
                "SFZH",
                "YXDM",
                "YXMC",
                "FY",
                "XSH",
                "BH",
                "ZYDM",
                "ZYMC",
                "CC",
                "XXXS",
                "XZ",
                "RXRQ",
                "YJBYRQ",
                "XJZT",
                "DQSZJ",
            ]
        ]
        rows += [
            [
                s.exam,
                s.number,
                s.name,
                s.gender,
                s.ident[6:14],
                s.ident,
                "10213",
                "哈尔滨工业大学（威海）",
                "",
                s.college,
                s.group,
                "080902",
                s.major,
                "本科",
                "普通全日制",
                "4",
                "20220825",
                "20260630",
                "注册学籍",
                "2022",
            ]
            for s in people
        ]
        _lines(put(folder, "XJK2024.txt"), rows, encoding="gb18030", delimiter="\t")

    yield Case(
        "lp-22-chsi",
        "2.2",
        chsi,
        {"2.2": (15, 15, 15)},
        school="哈尔滨工业大学（威海）",
        note="2: XM, SFZH, RXRQ, CC of a 学信网 export as tab-separated text",
    )

    def qiangzhi(folder: Path, press: Press) -> None:
        people = [*students("lp-22-qz-a", 26, grade=2022), *students("lp-22-qz-b", 29, grade=2021, level="本科")]
        for level, name in (("本科", "本科生"), ("专科", "专科生")):
            mates = [s for s in people if s.level == level]
            rows: list[list[Cell]] = [
                ["学生基本信息一览表"],
                [f"查询条件：学年学期=2024-2025-1；学生类别={name}；在籍=是　　　打印时间：2024-10-21 09:12"],
            ]
            rows += [["序号", "院系所", "年级", "专业", "班级", "学号", "姓名", "性别", "培养层次"]]
            rows += [
                [at, s.college, f"{s.grade}级", s.major, s.group, s.number, s.name, s.gender, s.level]
                for at, s in enumerate(mates, 1)
            ]
            rows += [[f"共 {len(mates)} 条记录　　第1页/共1页"]]
            book(put(folder, f"2.2/{name}.xlsx"), {"学生基本信息": rows})

    yield Case(
        "lp-22-qiangzhi",
        "2.2",
        qiangzhi,
        {"2.2": (15, 15, 15)},
        school="山东外事职业大学",
        note="2: 强智 prints with the query and a record count; two files by level; all four columns",
    )

    def gates(folder: Path, press: Press) -> None:
        people = students("lp-22-titles", 47, grade=2023)
        body = ""
        for name in dict.fromkeys(s.group for s in people):
            mates = [s for s in people if s.group == name]
            body += f"<h2>{name}（{mates[0].major}，{len(mates)}人）</h2>" + grid(
                ["学号", "姓名", "性别", "证件号码", "入学时间", "层次"],
                [[s.number, s.name, s.gender, s.masked, "2023年9月", "高职"] for s in mates],
            )
        press.pdf(put(folder, "02信息采集/在校生名册.pdf"), sheet("威海海洋职业学院2024—2025学年在校生名册", body))

    yield Case(
        "lp-22-printed",
        "2.2",
        gates,
        {"2.2": (15, 15, 15)},
        school="威海海洋职业学院",
        note="2: printed book of classes under headings, masked IDs beside 学号 and names, 层次 高职",
    )

    def nolevel(folder: Path, press: Press) -> None:
        people = students("lp-22-nolevel", 40, grade=2022)
        rows: list[list[Cell]] = [["院系", "班级", "学号", "姓名", "性别", "现在年级", "学籍状态", "辅导员", "宿舍号"]]
        rows += [
            [s.college, s.group, s.number, s.name, s.gender, "2022", "有学籍", "鞠老师", f"6#{at // 6 + 201}"]
            for at, s in enumerate(people)
        ]
        book(put(folder, "2.2在校生数据库/金智学工_在校生导出.xlsx"), {"data": rows})

    yield Case(
        "lp-22-no-level",
        "2.2",
        nolevel,
        {"2.2": (0, 0, 15)},
        want_flags=[("2.2", "columns-missing")],
        note="2: a 金智 export without 学历层次",
    )

    def stale(folder: Path, press: Press) -> None:
        people = students("lp-22-stale", 35, grade=2020)
        rows: list[list[Cell]] = [
            ["威海职业学院2021—2022学年第一学期在校生名单（截至2021年10月15日）"],
            ["学号", "姓名", "身份证号", "年级", "学历层次", "专业"],
        ]
        rows += [[s.number, s.name, s.ident, "2020级", "专科", s.major] for s in people]
        book(put(folder, "2.2在校生数据库/在校生.xlsx"), {"Sheet1": rows})

    yield Case(
        "lp-22-stale",
        "2.2",
        stale,
        {"2.2": (0, 0, 0)},
        note="0: all evidence of the cell is of another year (school year 2021—2022)",
    )


def degree_cases() -> Iterator[Case]:
    def certificates(folder: Path, press: Press) -> None:
        people = students("lp-23-register", 42)
        rows: list[list[Cell]] = [
            [
                "姓名",
                "性别",
                "出生日期",
                "身份证号",
                "入学日期",
                "毕(结)业日期",
                "专业名称",
                "专业代码",
                "层次",
                "学习形式",
                "学制",
                "毕(结)业",
                "证书编号",
                "校(院)长姓名",
            ]
        ]
        rows += [
            [
                s.name,
                s.gender,
                s.ident[6:14],
                s.ident,
                "20210915",
                "20240630",
                s.major,
                "460301",
                "专科",
                "普通全日制",
                "3",
                "毕业",
                f"12326120240600{at:04d}",
                "丛××",
            ]
            for at, s in enumerate(people, 1)
        ]
        book(put(folder, "学历注册上报.xlsx"), {"XL": rows})

    yield Case(
        "lp-23-register",
        "2.3",
        certificates,
        {"2.3": (20, 20, 20)},
        note="2: name, ID, 层次, 专业名称 of the 学历注册 upload; certificates of June 2024",
    )

    def degrees(folder: Path, press: Press) -> None:
        people = students("lp-23-degrees", 39, grade=2020, level="本科")
        rows: list[list[Cell]] = [["XM", "XB", "SFZH", "XH", "XWZSBH", "XWLB", "HXWRQ", "ZYMC", "PYDWMC"]]
        kinds = {"软件工程": "工学学士", "材料成型及控制工程": "工学学士"}
        rows += [
            [
                s.name,
                s.gender,
                s.ident,
                s.number,
                f"1042242024{at:06d}",
                kinds[s.major],
                "20240621",
                s.major,
                "山东大学（威海）",
            ]
            for at, s in enumerate(people, 1)
        ]
        plain: list[list[Cell]] = [
            ["姓名", "性别", "身份证号", "学号", "学位证书编号", "学位类别", "获学位日期", "专业名称", "培养单位"],
            *rows[1:],
        ]
        book(
            put(folder, "2.3/学士学位授予信息2024夏.xlsx"),
            {"学士": plain, "字段对照": [[a, b] for a, b in zip(rows[0], plain[0], strict=True)]},
        )

    yield Case(
        "lp-23-degrees",
        "2.3",
        degrees,
        {"2.3": (20, 20, 20)},
        school="山东大学（威海）",
        note="2: 学位 instead of 学历 is enough; a sheet maps field names and is no roster",
    )

    def handed(folder: Path, press: Press) -> None:
        people = students("lp-23-handed", 41)
        paper = Paper("2024届毕业生毕业证书发放登记表")
        paper.line("学校：山东药品食品职业学院　　　　毕业时间：2024年6月")
        head: list[Cell] = ["序号", "姓名", "学号", "专业", "学历", "证书编号", "领取人签字"]
        rows: list[list[Cell]] = []
        merges = []
        for name in dict.fromkeys(s.group for s in people):
            merges.append((len(rows), 0, len(rows), 6))
            rows.append([f"班级：{name}", "", "", "", "", "", ""])
            mates = [s for s in people if s.group == name]
            rows += [
                head,
                *(
                    [at, s.name, s.number, s.major, "专科", f"（2024）第{at:05d}号", ""]
                    for at, s in enumerate(mates, 1)
                ),
            ]
            rows.append(["小计", f"{len(mates)}人", "", "", "", "", ""])
        paper.table(rows, *merges)
        paper.save(put(folder, "毕业证发放.docx"))

    yield Case(
        "lp-23-handed-out",
        "2.3",
        handed,
        {"2.3": (20, 20, 20)},
        school="山东药品食品职业学院",
        note="2: one Word table with a band, a head and a subtotal for each class; columns complete",
    )

    def split(folder: Path, press: Press) -> None:
        for level, grade in (("本科", 2020), ("专科", 2021)):
            people = students(f"lp-23-split-{level}", 30, grade=grade, level=level)
            rows: list[list[Cell]] = [
                [f"山东外事职业大学2024届{level}毕业生学历信息"],
                ["学院", "专业", "姓名", "学号", "身份证号", "学历层次", "毕业日期"],
            ]
            last = ""
            for s in people:
                rows.append(
                    [
                        s.college if s.college != last else None,
                        s.major if s.college != last else None,
                        s.name,
                        s.number,
                        s.masked,
                        level,
                        "2024.06.30",
                    ]
                )
                last = s.college
            book(put(folder, f"信息采集/学历信息库/{level}.xlsx"), {"Sheet1": rows})

    yield Case(
        "lp-23-by-level",
        "2.3",
        split,
        {"2.3": (20, 20, 20)},
        school="山东外事职业大学",
        note="2: two files by level; major written once a block; masked ID with the name is a key",
    )

    def nomajor(folder: Path, press: Press) -> None:
        people = students("lp-23-nomajor", 34)
        rows: list[list[Cell]] = [
            ["威海职业学院2024届毕业生学历信息库"],
            ["序号", "姓名", "身份证号", "学历", "毕业证书编号", "毕业时间"],
        ]
        rows += [[at, s.name, s.ident, "大专", f"1232612024{at:08d}", "2024年6月"] for at, s in enumerate(people, 1)]
        book(put(folder, "2.3应届毕业生学历信息库/学历.xlsx"), {"Sheet1": rows})

    yield Case(
        "lp-23-no-major",
        "2.3",
        nomajor,
        {"2.3": (0, 0, 20)},
        want_flags=[("2.3", "columns-missing")],
        note="2: 专业 is missing",
    )

    def teachers(folder: Path, press: Press) -> None:
        people = students("lp-23-teachers", 28, grade=2002, level="本科")
        rows: list[list[Cell]] = [
            ["威海职业学院2024年专任教师学历学位情况一览表"],
            ["工号", "姓名", "性别", "部门", "最高学历", "学位", "所学专业", "职称"],
        ]
        rows += [
            [f"T{at:05d}", s.name, s.gender, s.college, "研究生", "硕士", s.major, "讲师" if at % 3 else "副教授"]
            for at, s in enumerate(people, 1)
        ]
        book(put(folder, "师资学历信息.xlsx"), {"教师": rows})

    yield Case(
        "lp-23-teachers",
        "2.3",
        teachers,
        {"2.3": (0, 0, 0)},
        alt={"2.3": [(0, 0, 20)]},
        note="neighbour: teachers with 学历 and 专业 are no graduates; nothing for the cell",
    )


def cases() -> Iterator[Case]:
    yield from origin_cases()
    yield from enrolled_cases()
    yield from degree_cases()
