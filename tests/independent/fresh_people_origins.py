# ruff: noqa: E501
"""2.1: rosters of graduates with the places they came from."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from random import Random

from tests.independent.case import Case
from tests.independent.fresh_people_kit import (
    SONG,
    Letter,
    Sheet,
    book,
    case,
    grid,
    mark,
    masked,
    people,
    sheet_html,
    spaced,
    table_called_xls,
)
from tests.independent.press import Press, save_scan, scanned


def cases() -> Iterator[Case]:
    full, open_, none = (15, 15, 15), (0, 0, 15), (0, 0, 0)
    yield case(
        "21-codes-over-names",
        "2.1",
        _codes_over_names,
        full,
        "2.1：姓名、证件号、生源地齐全，前一行是字段代码、后一行是中文名；2024届",
    )
    yield case(
        "21-origin-in-three",
        "2.1",
        _origin_in_three,
        full,
        "2.1：两行表头，生源地下分省、市、县三列；有合计行与制表人行",
        school="威海海洋职业学院",
    )
    yield case(
        "21-word-by-class",
        "2.1",
        _word_by_class,
        full,
        "2.1：Word 按班分表，学号、姓名、生源地齐全，2024届",
        school="山东药品食品职业学院",
    )
    yield case(
        "21-sign-sheet",
        "2.1",
        _sign_sheet,
        full,
        "2.1：PDF 核对签字表，有考生号、姓名、生源所在地；签字栏空着不影响",
        school="山东外事职业大学",
    )
    yield case(
        "21-page-called-xls",
        "2.1",
        _page_called_xls,
        full,
        "2.1：系统导出的 .xls 实为网页表格，学号、姓名、生源地齐全",
        school="威海海洋职业学院",
    )
    yield case(
        "21-masked-gbk",
        "2.1",
        _masked_gbk,
        full,
        "第2组“Key”：脱敏身份证号与姓名一起可作键；GBK 编码的 csv",
        school="北京交通大学（威海）",
    )
    yield case(
        "21-one-row-blank",
        "2.1",
        lambda folder, _: _blank_ids(folder, 1),
        full,
        "2.1：40 行中 1 行无键（2.5%），不超过 5%，只作提示",
        flags=["rows-invalid"],
    )
    yield case(
        "21-six-rows-blank",
        "2.1",
        lambda folder, _: _blank_ids(folder, 6),
        open_,
        "2.1：40 行中 6 行无键（15%），超过 5%",
        flags=["rows-invalid"],
    )
    yield case(
        "21-home-address",
        "2.1",
        _home_address,
        open_,
        "2.1：只有家庭住址与电话，没有生源地一列",
        flags=["columns-missing"],
        school="威海海洋职业学院",
    )
    yield case(
        "21-class-of-last-year",
        "2.1",
        lambda folder, _: _last_class(folder),
        none,
        "第2组：其他届的名册为 0 date-outside-period",
        flags=["date-outside-period"],
    )
    yield case(
        "21-class-of-2023-asked",
        "2.1",
        lambda folder, _: _last_class(folder),
        full,
        "第0节“Year”：考核年度为 2023，2023届名册正合",
        year=2023,
    )
    yield case(
        "21-neighbour-school",
        "2.1",
        _neighbour_school,
        none,
        "第0节“School”：其他学校的名册不计",
        flags=["school-mismatch"],
        school="北京交通大学（威海）",
    )
    yield case(
        "21-tails-lost",
        "2.1",
        _tails_lost,
        open_,
        "第2组“Key”与表头：证件号成了科学记数，尾数已失，无其他键，全部行不可用",
        flags=["rows-invalid"],
    )
    yield case(
        "21-freshmen",
        "2.1",
        _freshmen,
        none,
        "2.1 要应届毕业生：2024级新生录取名册是另一届（2027届）的人",
        school="威海海洋职业学院",
    )
    yield case(
        "21-scan-of-one-class",
        "2.1",
        _scan_of_one_class,
        full,
        "2.1：扫描的一页名册，姓名、学号、生源地齐全；识别信心不足时 low 可为 0",
        alt={"2.1": [(0, 15, 15)]},
        school="山东药品食品职业学院",
    )


def _codes_over_names(folder: Path, _: Press) -> None:
    rows = [
        [
            p.ksh,
            p.name,
            "1" if p.sex == "男" else "2",
            p.rid,
            p.xh,
            p.college,
            p.major,
            "61",
            p.origin_code,
            p.origin,
            "非师范生",
            "20240630",
        ]
        for p in people("codes over names", 46)
    ]
    book(
        folder / "附件：2024届毕业生生源数据（定稿）.xlsx",
        Sheet(
            [
                ["KSH", "XM", "XBDM", "SFZH", "XH", "SZYX", "ZYMC", "XLDM", "SYDDM", "SYDMC", "SFSLB", "BYRQ"],
                [
                    "考生号",
                    "姓名",
                    "性别代码",
                    "身份证号",
                    "学号",
                    "所在院系",
                    "专业名称",
                    "学历代码",
                    "生源地代码",
                    "生源地名称",
                    "师范生类别",
                    "毕业日期",
                ],
            ],
            rows,
            name="毕业生生源",
            plain=True,
        ),
        Sheet(
            [["代码", "名称"]],
            [["61", "专科（高职）"], ["31", "本科"], ["1", "男"], ["2", "女"]],
            name="代码表",
            plain=True,
        ),
    )


def _origin_in_three(folder: Path, _: Press) -> None:
    who = people("origin in three", 33)
    rows = [
        [at, p.klass, spaced(p.name), p.sex, p.rid.lower(), *_three(p.origin), p.phone] for at, p in enumerate(who, 1)
    ]
    below = ["合计：33人", "填表人：于老师　　审核人：　　　　填表日期：2024年3月12日"]
    at = 3
    where = folder / "2信息采集" / "1生源"
    where.mkdir(parents=True)
    book(
        where / "机电系+信息系.xlsx",
        Sheet(
            [
                ["序号", "班级", "姓名", "性别", "身份证号码", "生源地", "", "", "联系电话"],
                ["", "", "", "", "", "省（区、市）", "市（地、州）", "县（市、区）", ""],
            ],
            rows,
            above=["威海海洋职业学院2024届毕业生生源情况一览表", "单位：学生工作处就业指导科"],
            below=below,
            merges=["F3:H3", *(f"{sign}{at}:{sign}{at + 1}" for sign in "ABCDEI")],
        ),
    )


def _three(origin: str) -> tuple[str, str, str]:
    province, rest = origin.split("省", 1)
    city, county = rest.split("市", 1)
    return province + "省", city + "市", county


def _word_by_class(folder: Path, _: Press) -> None:
    letter = Letter(wide=True, size=12).title("山东药品食品职业学院", "2024届毕业生生源信息册", size=18)
    letter.text("说明：本册依据招生录取数据与毕业班辅导员核对结果整理，2024年4月8日定稿。", indent=False)
    who = people("word by class", 36)
    for at, (klass, group) in enumerate(groupby(sorted(who, key=lambda p: p.klass), key=lambda p: p.klass), 1):
        letter.head(f"{'一二三四五六七八九十'[at - 1]}、{klass}")
        letter.table(
            [
                ["序号", "学号", "姓名", "性别", "民族", "专业", "生源地", "是否困难生"],
                *([n, p.xh, p.name, p.sex, "汉", p.major, p.origin, ""] for n, p in enumerate(group, 1)),
            ],
            widths=(1.2, 3.4, 2.4, 1.4, 1.4, 5, 7, 2.4),
        )
    letter.save(folder / "生源信息册.docx")


def _sign_sheet(folder: Path, press: Press) -> None:
    who = people("sign sheet", 30, level="本科")
    rows = [
        [n, p.ksh, p.name, p.sex, p.major, "非定向", p.origin.replace("省", "省 "), ""] for n, p in enumerate(who, 1)
    ]
    head = ["序号", "考生号", "姓名", "性别", "专业", "培养方式", "生源所在地", "本人签字"]
    body = (
        "<h1 style='font-size:1.3em'>山东外事职业大学2024届毕业生生源信息核对表</h1>"
        f"<p class=n>学院：国际商学院　　　　辅导员：____________　　　　核对截止：2024年1月10日</p>{grid([head], rows)}"
        "<p class=n style='font-size:.8em'>注：1.山东省内生源具体到县（市、区）；2.如有误请用红笔在原处改正并签字；3.核对后交就业指导中心存档。</p>"
    )
    press.pdf(folder / "生源核对.pdf", sheet_html(body, font=SONG, size=14, margin="20px 30px"))


def _page_called_xls(folder: Path, _: Press) -> None:
    table_called_xls(
        folder / "学生信息导出20240322.xls",
        ["学号", "姓名", "性别", "身份证号", "系部", "专业", "毕业届别", "生源地", "户口性质"],
        (
            [p.xh, p.name, p.sex, p.rid, p.college, p.major, "2024届", p.origin, "农村" if n % 3 else "城镇"]
            for n, p in enumerate(people("page called xls", 48))
        ),
    )


def _masked_gbk(folder: Path, _: Press) -> None:
    with (folder / "bys2024.csv").open("w", encoding="gbk", newline="") as file:
        out = csv.writer(file)
        out.writerow(["学校", "届别", "姓名", "性别", "身份证号", "学院", "专业", "生源地", "政治面貌"])
        for p in people("masked gbk", 52, level="本科"):
            out.writerow(
                [
                    "北京交通大学（威海）",
                    "2024届",
                    p.name,
                    p.sex,
                    masked(p.rid),
                    p.college,
                    p.major,
                    p.origin,
                    "共青团员",
                ]
            )


def _blank_ids(folder: Path, blank: int) -> None:
    who = people(f"blank {blank}", 40)
    rows = [
        ["" if 7 <= at < 7 + blank else p.rid, p.name, p.sex, p.major, p.origin, "待补" if 7 <= at < 7 + blank else ""]
        for at, p in enumerate(who)
    ]
    book(
        folder / "应届毕业生生源库.xlsx",
        Sheet(
            [["身份证号", "姓名", "性别", "专业名称", "生源地", "备注"]],
            rows,
            name="2024届",
            above=["威海职业学院2024届应届毕业生生源信息库"],
        ),
    )


def _home_address(folder: Path, _: Press) -> None:
    rows = [
        [at, p.name, p.sex, p.xh, p.rid, p.klass, p.phone, "幸福里小区" + str(at) + "号楼"]
        for at, p in enumerate(people("home address", 38), 1)
    ]
    book(
        folder / "2024届毕业生基本信息.xlsx",
        Sheet(
            [["序号", "姓名", "性别", "学号", "身份证号", "班级", "手机号", "详细住址"]],
            rows,
            above=["威海海洋职业学院2024届毕业生信息登记表"],
        ),
    )


def _last_class(folder: Path) -> None:
    rows = [
        [p.ksh, p.name, p.sex, p.rid, p.college, p.major, p.level, p.origin, "2023-06-30"]
        for p in people("last class", 44, graduates=2023)
    ]
    book(
        folder / "应届毕业生生源信息库（上报）.xlsx",
        Sheet(
            [["考生号", "姓名", "性别", "身份证号", "院系", "专业", "学历层次", "生源地", "毕业日期"]],
            rows,
            above=["威海职业学院2023届毕业生生源信息库"],
        ),
    )


def _neighbour_school(folder: Path, _: Press) -> None:
    rows = [[p.name, p.sex, p.rid, p.college, p.major, p.origin] for p in people("neighbour school", 35, level="本科")]
    book(
        folder / "2.1生源信息库.xlsx",
        Sheet(
            [["姓名", "性别", "身份证号", "学院", "专业", "生源地"]],
            rows,
            above=["山东大学（威海）2024届本科毕业生生源信息库"],
        ),
    )


def _tails_lost(folder: Path, _: Press) -> None:
    lines = ["姓名,性别,身份证号,专业,生源地,毕业年份"]
    for p in people("tails lost", 40):
        lines.append(f"{p.name},{p.sex},{float(p.rid[:6]) / 1e5:.5f}E+17,{p.major},{p.origin},2024")
    (folder / "威海职业学院生源信息.csv").write_text("\n".join(lines), "utf-8-sig")


def _freshmen(folder: Path, _: Press) -> None:
    rows = [
        [at, p.ksh, p.name, p.sex, p.rid, p.major, p.origin, "夏季高考"]
        for at, p in enumerate(people("freshmen", 40, graduates=2027), 1)
    ]
    book(
        folder / "生源库.xlsx",
        Sheet(
            [["序号", "考生号", "姓名", "性别", "身份证号", "录取专业", "生源地", "录取类型"]],
            rows,
            above=["威海海洋职业学院2024级新生录取名册", "录取时间：2024年8月　　入学报到：2024年9月7日—8日"],
        ),
    )


def _scan_of_one_class(folder: Path, press: Press) -> None:
    who = people("scan of one class", 18)
    rows = [[n, p.xh, p.name, p.sex, p.major, p.origin] for n, p in enumerate(who, 1)]
    body = (
        "<h1 style='font-size:1.4em'>2024届毕业生生源信息表</h1>"
        f"<p class=n>学校：山东药品食品职业学院　　　　填报时间：2024年5月16日</p>{grid([['序号', '学号', '姓名', '性别', '专业', '生源地']], rows)}"
        f"<p class=r style='margin-top:2.2em'>山东药品食品职业学院招生就业处{mark('山东药品食品职业学院招生就业处', size=140)}</p>"
        "<p class=r>2024年5月16日</p>"
    )
    page = press.picture(sheet_html(body, font=SONG, size=17))
    save_scan([scanned(page, Random("scan of one class"))], folder / "扫描_20240516.pdf")
