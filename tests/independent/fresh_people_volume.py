# ruff: noqa: E501
"""One volume that serves all of group 2, as Word and as a printed book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.independent.case import Case
from tests.independent.fresh_people_kit import SONG, Letter, case, grid, people, sheet_html, stamp
from tests.independent.press import Press

_GROUP = {"2.1": (15, 15, 15), "2.3": (20, 20, 20), "2.4": (18, 18, 18), "2.5": (15, 15, 15), "2.6": (15, 15, 15)}


def cases() -> Iterator[Case]:
    yield case(
        "20-volume-in-word",
        "2.3",
        _volume_in_word,
        _GROUP["2.3"],
        "第0节“One paper, many cells”：一册汇编分五部分；45/60 = 75% → 18",
        cells=_GROUP,
        facts={"2.4": {"survey_answers": 45, "graduates": 60}},
        school="北京交通大学（威海）",
    )
    yield case(
        "20-volume-printed",
        "2.1",
        _volume_printed,
        _GROUP["2.1"],
        "第0节“One paper, many cells”：一册汇编 PDF，生源与学历同在一表，另有问卷、就业率、在校证明；45/60 = 75% → 18",
        cells=_GROUP,
        facts={"2.4": {"survey_answers": 45, "graduates": 60}},
        school="山东外事职业大学",
    )


def _volume_in_word(folder: Path, _: Press) -> None:
    school = "北京交通大学（威海）"
    who = people("volume in word", 60, level="本科")
    student = people("volume in word student", 1, level="本科", graduates=2026)[0]
    letter = (
        Letter("宋体", 11)
        .text("", "", "")
        .title(school, "2024年度大学生就业创业服务指导站", "信息采集工作材料汇编", size=24)
    )
    letter.text("", "", "").title("二〇二四年十一月", size=16).page().title("目　录", size=16)
    letter.text(
        "一、应届毕业生生源信息库",
        "二、应届毕业生学历信息库",
        "三、毕业生调查问卷情况",
        "四、就业率数据",
        "五、在校生证明",
    ).page()
    letter.head("一、2024届毕业生生源信息库")
    letter.table(
        [
            ["序号", "姓名", "性别", "身份证号", "专业", "生源地"],
            *([n, p.name, p.sex, p.rid, p.major, p.origin] for n, p in enumerate(who, 1)),
        ],
        size=8,
    ).page()
    letter.head("二、2024届毕业生学历信息库")
    letter.table(
        [
            ["序号", "姓名", "学号", "身份证号", "专业名称", "学历", "学位"],
            *([n, p.name, p.xh, p.rid, p.major, "本科", "学士"] for n, p in enumerate(who, 1)),
        ],
        size=8,
    ).page()
    letter.head("三、毕业生调查问卷情况").text(
        "2024年6月，就业指导中心组织2024届毕业生60人参加就业创业调查问卷，回收有效答卷45份，占毕业生总数的75%。"
    )
    letter.head("四、就业率数据").text("截至2024年8月31日，2024届毕业生毕业去向落实率为91.67%。").page()
    letter.title("在校证明", size=18).text(
        f"兹证明{student.name}，{student.sex}，身份证号{student.rid}，系我校{student.entry}级{student.major}专业本科在读学生，学号{student.xh}。特此证明。"
    ).sign(f"{school}教务处", "2024年10月14日").save(folder / "信息采集材料汇编.docx")


def _volume_printed(folder: Path, press: Press) -> None:
    school = "山东外事职业大学"
    who = people("volume printed", 60, level="本科")
    student = people("volume printed student", 1, level="本科", graduates=2027)[0]
    new = "<div style='page-break-after:always'></div>"
    body = (
        f"<div style='text-align:center;padding-top:260px;height:640px'><h1 style='font-size:2.2em'>{school}<br>指导站绩效评价佐证材料</h1><div style='font-size:1.4em'>第二分册　信息采集（2024年）</div></div>{new}"
        "<h2>材料一　2024届毕业生信息库（生源、学历）</h2>"
        + grid(
            [["序号", "考生号", "姓名", "身份证号", "专业", "学历层次", "生源地"]],
            [[n, p.ksh, p.name, p.rid, p.major, "本科", p.origin] for n, p in enumerate(who, 1)],
        )
        + new
        + "<h2>材料二　问卷调查</h2><p>2024年5月20日至31日，学校面向2024届毕业生发放“就业去向与留威意愿”网络问卷。2024届毕业生总数60人，有效答卷45份。</p>"
        + grid([["意向", "人数"]], [["愿意留威", 21], ["视岗位而定", 16], ["不考虑", 8]])
        + "<h2>材料三　就业率</h2>"
        + grid([["届别", "毕业生数", "落实去向数", "就业率"]], [["2024届", 60, 55, "91.67%"]])
        + new
        + f"<h1 style='margin-top:2em'>在读证明</h1><p>{student.name}（身份证号{student.rid}，学号{student.xh}）系{school}{student.entry}级{student.major}专业在读学生，特此证明。</p>"
        f"<p class=r style='margin-top:4em'>{school}教务处{stamp(school + '教务处', x=-150, y=-70)}</p><p class=r>2024年11月4日</p>"
    )
    css = "thead{display:table-header-group}tr{page-break-inside:avoid}"
    press.pdf(folder / "第二分册.pdf", sheet_html(body, font=SONG, size=14, margin="10px 20px", css=css))
