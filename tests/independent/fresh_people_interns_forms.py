# ruff: noqa: E501
"""4.1: appraisal forms, scans inside Word, and numbers that just miss."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.independent.case import Case
from tests.independent.fresh_people_interns import columns, plain_letter, roster, summary
from tests.independent.fresh_people_kit import SONG, Letter, case, people, sheet_html, stamp
from tests.independent.press import Press, scanned


def cases() -> Iterator[Case]:
    full, none = (20, 20, 20), (0, 0, 0)
    yield case(
        "41-appraisal-forms",
        "4.1",
        _appraisal_forms,
        full,
        "4.1：实习鉴定表 21 份，实习单位意见处盖章（domain 第2节鉴定表属实习证明）；名册 90 人 < 200",
        facts={"4.1": {"interns": 21, "graduates": 90}},
        school="北京交通大学（威海）",
    )
    yield case(
        "41-scan-in-word",
        "4.1",
        _scan_in_word,
        full,
        "4.1 seals：贴进 Word 的扫描件仍是扫描件；52 人；识别信心不足时 low 可为 0",
        alt={"4.1": [(0, 20, 20)]},
        school="威海海洋职业学院",
    )
    yield case(
        "41-forty-nine",
        "4.1",
        _forty_nine,
        none,
        "4.1：49 人 < 50，毕业生 400 人",
        flags=["below-threshold"],
        facts={"4.1": {"interns": 49, "graduates": 400}},
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "41-just-two-hundred",
        "4.1",
        _just_two_hundred,
        none,
        "4.1：毕业生恰 200 人，不属“小于200”，20 人不足 50（domain 第4节算例）",
        flags=["below-threshold"],
        facts={"4.1": {"interns": 20, "graduates": 200}},
        school="山东交通学院（威海）",
    )


def _appraisal_forms(folder: Path, press: Press) -> None:
    school = "北京交通大学（威海）"
    who = people("appraisal forms", 90, level="本科")
    roster(folder / "2024届毕业生名册.xlsx", school, who)
    body = ""
    for n, p in enumerate(who[40:61]):
        company, place = (
            ("威海恒睿会计服务有限公司", "威海市环翠区青岛北路"),
            ("威海智联软件科技有限公司", "威海市火炬高技术产业开发区"),
        )[n % 2]
        rows = [
            ("姓　名", p.name, "性　别", p.sex),
            ("学　号", p.xh, "专　业", p.major),
            ("届　别", "2024届毕业生", "实习岗位", ("审计助理", "测试助理")[n % 2]),
            ("实习单位", company, "单位地址", place),
        ]
        table = "".join("<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in rows)
        body += (
            f"<div style='page-break-after:always'><h1 style='font-size:1.35em'>{school}毕业实习鉴定表</h1><table style='font-size:.9em;line-height:1.9'>{table}"
            f"<tr><td>实习时间</td><td colspan=3>2024 年 3 月 {4 + n % 7} 日 至 2024 年 5 月 {20 + n % 9} 日</td></tr>"
            "<tr><td>学生自我小结</td><td colspan=3 style='text-align:left;height:130px'>　　实习中熟悉了岗位流程，能够独立完成日常任务，认识到了专业知识与实务之间的距离。</td></tr>"
            f"<tr><td>实习单位<br>鉴定意见</td><td colspan=3 style='text-align:left;height:170px'>　　该生到岗及时，勤学好问，准予通过。{stamp(company, 135, x=40, y=10, turn=n % 9 - 4)}<br><br><br>　　　　　　　　　　　　单位（盖章）　　　　2024年6月{1 + n % 5}日</td></tr>"
            f"<tr><td>实习成绩</td><td colspan=3>{('优秀', '良好')[n % 2]}</td></tr></table></div>"
        )
    press.pdf(folder / "毕业实习鉴定表.pdf", sheet_html(body, font=SONG, size=16, margin="20px 40px"))


def _scan_in_word(folder: Path, press: Press) -> None:
    text = columns(
        people("scan in word", 52),
        "实习证明",
        "威海海洋职业学院",
        "荣成市海润冷冻食品有限公司",
        "于2024年3月11日至2024年6月14日",
        "2024年6月18日",
    )
    page = press.picture(sheet_html(text, font=SONG, size=18, margin="50px 60px"))
    letter = Letter(size=12).head("4.1 组织学生到我市企业实习")
    letter.picture(scanned(page, Random("scan in word")), 15.5).save(folder / "4.1证明材料.docx")


def _forty_nine(folder: Path, press: Press) -> None:
    school = "哈尔滨理工大学荣成校区"
    who = people("forty nine", 49, level="本科")
    letter = plain_letter(
        school,
        "荣成市成山电缆有限公司",
        "荣成市成山镇工业园",
        "2024年2月26日至2024年5月24日",
        "2024年5月28日",
        who,
        "2024届",
    )
    press.pdf(folder / "成山电缆.pdf", sheet_html(letter, font=SONG, size=15, margin="20px 40px"))
    summary(folder, school, 400)


def _just_two_hundred(folder: Path, press: Press) -> None:
    school = "山东交通学院（威海）"
    who = people("just two hundred", 200, level="本科")
    roster(folder / "2024届毕业生.xlsx", school, who)
    letter = plain_letter(
        school,
        "威海远航船舶管理有限公司",
        "威海市经济技术开发区海埠路",
        "2024年4月1日至2024年6月30日",
        "2024年7月3日",
        who[60:80],
        "2024届",
    )
    press.pdf(folder / "远航船管.pdf", sheet_html(letter, font=SONG, size=16, margin="20px 40px"))
