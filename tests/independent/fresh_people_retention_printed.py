"""4.3: two-row headers, printed rosters and one sheet for two classes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.independent.case import Case
from tests.independent.fresh_people_kit import SONG, Sheet, book, case, grid, people, sheet_html
from tests.independent.fresh_people_retention import OFFICE, fates
from tests.independent.press import Press


def cases() -> Iterator[Case]:
    yield case(
        "43-header-of-two-rows",
        "4.3",
        _header_of_two_rows,
        (30, 30, 30),
        "4.3：两行表头、合计行、制表人行；18/60 = 30%，上年 16/60 = 26.7%，d = 3.33 → 30",
        school="威海海洋职业学院",
    )
    yield case(
        "43-printed-lists",
        "4.3",
        _printed_lists,
        (20, 20, 20),
        "4.3：PDF 打印名册两份；21/50 − 41/100 恰 1 个百分点 → 20",
        school="山东大学（威海）",
    )
    yield case(
        "43-fell-though-more",
        "4.3",
        _fell_though_more,
        (0, 0, 0),
        "4.3：人数增（18 > 16）而率降：18/80 = 22.5% < 16/60 = 26.7% → 0",
        school="威海职业学院",
    )


def _header_of_two_rows(folder: Path, _: Press) -> None:
    school = "威海海洋职业学院"
    for at, local in ((2024, 18), (2023, 16)):
        who = people(f"two rows {at}", 60, graduates=at)
        went = fates(f"two rows {at}", 60, local, study=17, idle=5)
        rows = [
            [n, p.klass, p.name, p.sex, p.rid, p.major, f.kind, f.firm, f.credit, f.place]
            for n, (p, f) in enumerate(zip(who, went, strict=True), 1)
        ]
        book(
            folder / f"{at}届就业花名册.xlsx",
            Sheet(
                [
                    ["序号", "班级", "毕业生基本信息", "", "", "", "就业信息", "", "", ""],
                    ["", "", "姓名", "性别", "身份证号", "专业", "毕业去向", "单位名称", "信用代码", "单位所在地"],
                ],
                rows,
                name=f"{at}",
                above=[f"{school}{at}届毕业生就业情况花名册"],
                below=["合计：60人", "制表人：隋老师　　　审核人：　　　　　（盖章）"],
                merges=["A2:A3", "B2:B3", "C2:F2", "G2:J2"],
            ),
        )


def _printed_lists(folder: Path, press: Press) -> None:
    school = "山东大学（威海）"
    for at, total, local in ((2024, 50, 21), (2023, 100, 41)):
        who = people(f"printed {at}", total, level="本科", graduates=at)
        rows = OFFICE.rows(who, fates(f"printed {at}", total, local, study=total // 5, idle=total // 25))
        body = f"<h1 style='font-size:1.3em'>{school}{at}届毕业生花名册</h1>" + grid([OFFICE.head], rows)
        css = "thead{display:table-header-group}tr{page-break-inside:avoid}td{white-space:nowrap}"
        press.pdf(folder / f"花名册{at}.pdf", sheet_html(body, font=SONG, size=11, margin="0", css=css))


def _fell_though_more(folder: Path, _: Press) -> None:
    sheets = []
    for at, total, local in ((2024, 80, 18), (2023, 60, 16)):
        who = people(f"more {at}", total, graduates=at)
        sheets.append(
            Sheet(
                [OFFICE.head],
                OFFICE.rows(who, fates(f"more {at}", total, local, study=20, idle=5)),
                name=f"{at}届毕业生",
                above=[f"威海职业学院{at}届毕业生花名册（含就业单位）"],
            )
        )
    book(folder / "留威率测算底表.xlsx", *sheets)
