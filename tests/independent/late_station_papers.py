"""Handbooks and boards of rules; plans as a bar chart, a calendar, a table by month, a mail."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.independent.case import Case
from tests.independent.late_station_kit import HEI, KAI, Block, mail, sheets, web, word
from tests.independent.press import Press

WORK: Sequence[Block] = (
    "第一条  指导站由招生就业处管理，接受市人力资源和社会保障局业务指导。",
    "第二条  工作日8:30至17:00开放，来访登记、首问负责、限时办结。",
    "第三条  每月召开一次例会，通报政策，研判形势，安排活动。",
    "第四条  招聘活动执行资质核验、安全预案和活动后归档。",
)
MONEY: Sequence[Block] = (
    "第一条  资金来源为绩效奖补资金和学校配套经费，单独建账，专款专用。",
    "第二条  不得用于人员经费和基本建设支出。",
    "第三条  单笔五千元以下由站长审签，五千元以上报分管校领导审批。",
    "第四条  每年十二月向学校审计部门报告收支情况。",
)
ARCHIVE: Sequence[Block] = ("第一条  活动结束后三日内整理归档。", "第二条  档案保存期限不少于五年。")
MONTHS: Sequence[tuple[int, str, str]] = (
    (1, "核对应届毕业生生源信息", "就业科"),
    (2, "寒假留威岗位推送，制定双选会方案", "就业科"),
    (3, "春季双选会；访企拓岗启动", "就业科、各院部"),
    (4, "SYB创业培训第一期", "创业学院"),
    (5, "创业大赛校赛", "团委"),
    (6, "毕业生离校服务，去向登记", "就业科"),
    (7, "离校未就业毕业生帮扶", "就业科"),
    (8, "组织暑期赴威海企业实习检查", "各院部"),
    (9, "新生入学生涯教育，在校生信息更新", "就业科"),
    (10, "秋季招聘季，政策宣讲进班级", "就业科"),
    (11, "绩效自查，报送材料", "联络员"),
    (12, "年度总结，台账归档", "联络员"),
)


def _handbook(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 大学生就业创业服务指导站",
        "# 制 度 手 册",
        "> 威海海洋职业学院  2024年版",
        "---",
        "# 目录",
        "1  指导站工作制度………1",
        "2  指导站财务管理制度………3",
        "3  档案管理制度………5",
        "---",
        "## 1  指导站工作制度",
        *WORK,
        "---",
        "## 2  指导站财务管理制度",
        *MONEY,
        "---",
        "## 3  档案管理制度",
        *ARCHIVE,
    )
    word(folder / "手册.docx", paper, styled=True, footer="内部资料")


def _handbook_half(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 指导站管理制度选编",
        "> 北京交通大学（威海）",
        "## 一、指导站工作制度",
        *WORK,
        "## 二、招聘会组织管理办法",
        "第一条  用人单位须提交营业执照和招聘简章。",
        "第二条  活动现场设咨询台和安全通道。",
        "## 三、档案管理制度",
        *ARCHIVE,
        "附记：财务方面的规章由学校计财部另行制定，本选编不收录。",
        "> 2024年3月",
    )
    press.pdf(folder / "制度选编.pdf", web(paper))


def _boards(folder: Path, press: Press) -> None:
    css = (
        f"body{{font-family:{HEI};margin:26px}}h1{{color:#b01616;letter-spacing:6px}}"
        "body>div.frame{border:8px double #b01616;padding:24px 40px;min-height:820px}p{font-size:19px;text-indent:0}"
    )
    left = web(["# 指导站工作制度", *WORK, "> 山东外事职业大学指导站"], css=css)
    right = web(["# 专项资金使用管理办法", *MONEY, "> 山东外事职业大学指导站"], css=css)
    press.pdf(folder / "上墙1.pdf", left)
    press.pdf(folder / "上墙2.pdf", right)


def _issued(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 山东交通学院（威海）学生工作处文件",
        "> 威学字〔2024〕6号",
        "# 关于印发《大学生就业创业服务指导站工作规定》等两项规章的通知",
        "各院系、各部门：现将《大学生就业创业服务指导站工作规定》《大"
        "学生就业创业服务指导站经费使用细则》印发给你们，请遵照执行。",
        "> 2024年3月12日",
        "---",
        "# 大学生就业创业服务指导站工作规定",
        *WORK,
        "---",
        "# 大学生就业创业服务指导站经费使用细则",
        *MONEY,
    )
    word(folder / "威学字6号.docx", paper)


def _named(folder: Path, press: Press) -> None:
    word(folder / "威海职业学院指导站工作管理制度.docx", WORK, footer="威海职业学院招生就业处")
    page = web(MONEY, css="body{max-width:760px}", before="<div>威海职业学院 &gt; 就业创业 &gt; 规章</div>")
    page = page.replace("<head>", "<head><title>指导站经费管理办法_威海职业学院</title>")
    (folder / "指导站经费管理办法.html").write_text(page, "utf-8")


def _money_only(folder: Path, press: Press) -> None:
    text = "\n".join(["山东药品食品职业学院指导站经费管理办法", "", *map(str, MONEY), "", "二〇二三年四月一日"])
    (folder / "办法.txt").write_text(text, "gb18030")


def _rules_tables(folder: Path, press: Press) -> None:
    def table(lines: Sequence[Block]) -> Sequence[Sequence[object]]:
        return [["条目", "内容"], *[str(line).split("  ", 1) for line in lines]]

    paper: Sequence[Block] = (
        "# 哈尔滨理工大学荣成校区指导站规章一览（2024年修订）",
        "## （一）指导站日常工作管理制度",
        table(WORK),
        "## （二）指导站财务管理制度",
        table(MONEY),
    )
    word(folder / "规章.docx", paper, wide=True)


def _bars(folder: Path, press: Press) -> None:
    rows: list[list[object]] = [["2024年度指导站全年工作计划（进度横道图）", *["<"] * 14]]
    rows.append(["单位：哈尔滨工业大学（威海）", *["<"] * 14])
    rows.append(["序号", "工作内容", *[f"{month}月" for month in range(1, 13)], "责任人"])
    for at, (name, first, last) in enumerate(
        (
            ("生源核对", 1, 2),
            ("春季双选会", 3, 4),
            ("企业实习", 3, 8),
            ("创业培训", 4, 6),
            ("秋招", 9, 12),
            ("自查总结", 11, 12),
        ),
        1,
    ):
        rows.append([at, name, *["■" if first <= month <= last else None for month in range(1, 13)], "栾晓晨"])
    sheets(folder / "进度图.xlsx", {"计划": rows}, widths=(6, 18, *[5] * 12, 12), bars="■")


def _calendar(folder: Path, press: Press) -> None:
    marks = {
        (3, 22): "春季双选会",
        (4, 15): "SYB开班",
        (5, 18): "创业校赛",
        (9, 10): "生涯第一课",
        (10, 18): "秋季双选会",
        (11, 20): "自查上报",
    }
    boxes = []
    for month in range(1, 13):
        weeks = []
        for week in calendar.Calendar().monthdayscalendar(2024, month):
            days = "".join(
                f"<td>{day or ''}<br><b>{marks.get((month, day), '')}</b></td>" if day else "<td></td>" for day in week
            )
            weeks.append(f"<tr>{days}</tr>")
        boxes.append(
            f"<div><h3>{month}月</h3><table>"
            f"<tr>{''.join(f'<td>{sign}</td>' for sign in '一二三四五六日')}</tr>{''.join(weeks)}</table></div>"
        )
    css = (
        f"body{{font-family:{HEI};margin:20px}}."
        f"g{{display:grid;grid-template-columns:repeat(3,1fr);gap:8px}}table{{margin:0}}"
        "td{font-size:9px;padding:1px;text-align:center;line-height:1.15;wi"
        "dth:14%}b{color:#c00;font-size:8px}h3{margin:2px;text-align:center}"
    )
    title = ["# 山东大学（威海）指导站2024年全年工作安排（月历版）"]
    press.pdf(folder / "月历.pdf", web(title, css=css, after=f'<div class="g">{"".join(boxes)}</div>'))


def _monthly(folder: Path, press: Press) -> None:
    rows = [["月份", "重点任务", "责任部门"], *[[f"{month}月", task, owner] for month, task, owner in MONTHS]]
    word(folder / "计划表.docx", ["# 指导站年度工作计划推进表", rows], header="威海职业学院  2024年度")


def _weeks(folder: Path, press: Press) -> None:
    rows: list[list[object]] = [
        ["周次", "起止日期", "工作安排"],
        ["第1—2周", "9.4—9.17", "新生生涯教育，核对2024届生源"],
        ["第5周", "10.9—10.15", "秋季双选会筹备"],
        ["第9周", "11.6—11.12", "秋季双选会"],
        ["第22周", "2.26—3.3", "开学就业动员"],
        ["第27周", "4.1—4.7", "春季双选会、创业校赛报名"],
        ["第36周", "6.3—6.9", "离校服务"],
    ]
    paper: Sequence[Block] = ("# 北京交通大学（威海）指导站2023—2024学年工作计划", rows, "> 就业指导中心")
    press.pdf(folder / "学年安排.pdf", web(paper))


def _plan_mail(folder: Path, press: Press) -> None:
    text = "\n".join(f"{month}月：{task}（{owner}）" for month, task, owner in MONTHS)
    mail(
        folder / "报备.eml",
        sender="招生就业处 <zjc@whoc.example.cn>",
        to="市人才中心 <rczx@example.cn>",
        subject="威海海洋职业学院指导站二〇二四年工作要点报备",
        date="Wed, 17 Jan 2024 15:20:00 +0800",
        text=f"您好：\n\n现将我院指导站二〇二四年工作要点报备如下，请指导。\n\n{text}\n\n威海海洋职业学院招生就业处\n",
    )


def _plan_next(folder: Path, press: Press) -> None:
    rows = [["月份", "重点任务", "责任部门"], *[[f"{month}月", task, owner] for month, task, owner in MONTHS]]
    paper: Sequence[Block] = ("# 山东药品食品职业学院指导站2025年度工作计划", rows, "> 2024年12月20日")
    word(folder / "年度工作计划.docx", paper)


def _plan_bare(folder: Path, press: Press) -> None:
    paper: list[Block] = ["# 指导站全年工作计划", "山东外事职业大学指导站全年工作按月安排如下："]
    paper += [f"{month}月  {task}。" for month, task, _ in MONTHS]
    press.pdf(folder / "计划.pdf", web(paper, css=f"body{{font-family:{KAI}}}"))


def _summary(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 威海职业学院大学生就业创业服务指导站2024年度工作总结",
        "## 一、主要工作",
        "全年围绕留威就业，举办双选会，组织企业实习，开展政策宣讲。",
        "## 二、存在问题",
        "跨院部协同不足，回访不够及时。",
        "## 三、下一步打算",
        "明年将继续办好双选会，扩大实习基地，充实咨询队伍。",
        "> 2024年11月28日",
    )
    word(folder / "1.7.docx", paper)


def cases() -> Iterator[Case]:
    full, none, opened = (15, 15, 15), (0, 0, 0), (0, 0, 15)
    yield Case(
        "ls-rules-handbook",
        "1.6",
        _handbook,
        {"1.6": full},
        note="1.6 both titled by headings of one file",
        school="威海海洋职业学院",
    )
    yield Case(
        "ls-rules-half",
        "1.6",
        _handbook_half,
        {"1.6": none},
        want_flags=[("1.6", "partial-evidence")],
        note="1.6 one only: the last line says that no money rules are in it",
        school="北京交通大学（威海）",
    )
    yield Case(
        "ls-rules-boards",
        "1.6",
        _boards,
        {"1.6": full},
        note="1.6 工作 制度 and 资金 办法, two files",
        school="山东外事职业大学",
    )
    yield Case(
        "ls-rules-issued",
        "1.6",
        _issued,
        {"1.6": full},
        note="1.6 规定 and 细则 count as 制度, both in full after the notice",
        school="山东交通学院（威海）",
    )
    yield Case(
        "ls-rules-named",
        "1.6",
        _named,
        {"1.6": full},
        note="1.6 titled by the file's title only; the bodies begin with 第一条",
    )
    yield Case(
        "ls-rules-money",
        "1.6",
        _money_only,
        {"1.6": none},
        want_flags=[("1.6", "partial-evidence")],
        note="1.6 only the money rules",
        school="山东药品食品职业学院",
        year=2023,
    )
    yield Case(
        "ls-rules-tables",
        "1.6",
        _rules_tables,
        {"1.6": full},
        note="1.6 both, their articles set as tables",
        school="哈尔滨理工大学荣成校区",
    )
    yield Case(
        "ls-plan-bars",
        "1.7",
        _bars,
        {"1.7": full},
        note="1.7 a plan naming 2024, as a bar chart",
        school="哈尔滨工业大学（威海）",
    )
    yield Case(
        "ls-plan-calendar",
        "1.7",
        _calendar,
        {"1.7": full},
        note="1.7 全年工作安排 naming 2024, as a calendar",
        school="山东大学（威海）",
    )
    yield Case(
        "ls-plan-header",
        "1.7",
        _monthly,
        {"1.7": full},
        note="1.7 the year stands in the page header, which is on the page",
    )
    yield Case(
        "ls-plan-weeks",
        "1.7",
        _weeks,
        {"1.7": full},
        note="1.7 a school year that overlaps 2024",
        school="北京交通大学（威海）",
    )
    yield Case(
        "ls-plan-mail",
        "1.7",
        _plan_mail,
        {"1.7": full},
        note="1.7 工作要点 naming 二〇二四年",
        school="威海海洋职业学院",
    )
    yield Case(
        "ls-plan-next",
        "1.7",
        _plan_next,
        {"1.7": none},
        want_flags=[("1.7", "date-outside-period")],
        note="1.7 a plan of 2025, signed within 2024",
        school="山东药品食品职业学院",
    )
    yield Case("ls-plan-bare", "1.7", _plan_bare, {"1.7": opened}, note="1.7 no year", school="山东外事职业大学")
    yield Case("ls-plan-summary", "1.7", _summary, {"1.7": none}, note="1.7 a 总结 filed as 1.7 is no plan")
