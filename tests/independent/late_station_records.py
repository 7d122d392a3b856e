"""Ledgers as diary, weekly sheets, mail digest and cards; innovations as briefing, speech, press notes and table."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.independent.case import Case
from tests.independent.late_station_kit import HEI, KAI, Block, mail, sheets, web, word
from tests.independent.press import Press, photographed

DAYS: Sequence[tuple[str, str, str]] = (
    ("3月4日", "接待来访学生7人，解答落户补贴问题", "308室"),
    ("3月6日", "核验春季双选会用人单位资质42家", "线上"),
    ("3月12日", "陪同文登区人社局来校对接实习岗位", "二楼会议室"),
    ("3月22日", "春季双选会，参会单位186家", "体育馆"),
    ("4月9日", "简历门诊，预约23人", "生涯教室"),
)


def _diary(folder: Path, press: Press) -> None:
    blocks: list[Block] = ["# 指导站工作记录", "> 山东大学（威海）  2024年春季学期", "> 记录人：栾晓晨"]
    for day, what, place in DAYS:
        blocks += [
            [["日期", f"2024年{day}", "地点", place], ["工作内容", what, "<", "<"], ["后续事项", "无", "<", "<"]],
            "",
        ]
    word(folder / "日志.docx", blocks)


def _weekly(folder: Path, press: Press) -> None:
    pages: dict[str, list[list[object]]] = {}
    for week, chosen in (("第2周", DAYS[:2]), ("第3周", DAYS[2:3]), ("第4周", DAYS[3:4])):
        rows: list[list[object]] = [[f"北京交通大学（威海）指导站周工作记录表（2024年春{week}）", "<", "<", "<"]]
        rows.append(["日期", "事项", "地点", "经办"])
        pages[week] = rows + [[day, what, place, "费新宇"] for day, what, place in chosen]
    sheets(folder / "周记录.xlsx", pages, widths=(12, 40, 16, 10))


def _digest(folder: Path, press: Press) -> None:
    rows: list[list[object]] = [["序号", "日期", "活动", "人数", "佐证"]]
    rows += [[1, "2024-09-11", "新生生涯第一课", 640, "照片、新闻稿"], [2, "2024-09-19", "荣成企业宣讲", 88, "照片"]]
    rows += [[3, "2024-09-27", "一对一咨询日", 15, "咨询记录"]]
    text = "\n".join(" ".join(map(str, row)) for row in rows)
    mail(
        folder / "9月汇总.eml",
        sender="指导站 <zdz@hrbust-rc.example.cn>",
        to="各学院就业联络人 <jylly@hrbust-rc.example.cn>",
        subject="哈尔滨理工大学荣成校区指导站9月活动台账（月汇总）",
        date="Mon, 30 Sep 2024 17:32:00 +0800",
        text=f"各位老师：9月活动台账如下，请核对。\n{text}\n",
        page=web(["各位老师：9月台账如下，请核对。", "# 指导站活动台账（2024年9月）", rows]),
    )


def _visits(folder: Path, press: Press) -> None:
    rows: list[list[object]] = [["日期", "姓名", "班级", "来访事由", "接待人", "备注"]]
    names = ("王晓宇", "李思源", "初明杰", "于佳琪", "丛浩然", "毕子涵")
    asks = ("改派咨询", "三方协议补办", "创业补贴", "简历修改", "留威补贴", "实习推荐")
    rows += [
        [f"2024.5.{6 + 2 * at}", name, f"机电22{at + 1}", ask, "左老师", ""]
        for at, (name, ask) in enumerate(zip(names, asks, strict=True))
    ]
    rows += [["", "", "", "", "", ""] for _ in range(4)]
    paper: Sequence[Block] = ("# 就业指导站来访登记表", "单位：威海海洋职业学院", rows)
    page = press.picture(web(paper, css=f"td{{font-family:{KAI};font-size:17px;height:30px}}"), height=840)
    photo = photographed(page, Random("ls-ledger-visits"), width=1500, height=1600)
    photo.save(folder / "微信图片_20240520.jpg", quality=85)


def _empty(folder: Path, press: Press) -> None:
    rows: list[list[object]] = [["序号", "日期", "活动名称", "地点", "参加人数", "负责人", "佐证材料"]]
    rows += [["", "", "", "", "", "", ""] for _ in range(12)]
    word(folder / "台账.docx", ["# 山东交通学院（威海）指导站2024年度基础台账", rows], wide=True)


def _undated(folder: Path, press: Press) -> None:
    rows: list[list[object]] = [
        ["山东外事职业大学指导站活动登记表", "<", "<", "<"],
        ["序号", "活动名称", "地点", "人数"],
    ]
    rows += [[1, "校园双选会", "体育馆", 2100], [2, "政策宣讲", "401教室", 90], [3, "模拟面试", "316室", 24]]
    sheets(folder / "登记表.xlsx", {"Sheet1": rows}, widths=(8, 24, 16, 10))


def _stale(folder: Path, press: Press) -> None:
    rows: list[list[object]] = [["序号", "日期", "活动", "地点", "人数"]]
    rows += [[1, "2023-04-14", "春季双选会", "体育馆", 1900], [2, "2023-10-20", "秋季双选会", "体育馆", 2050]]
    paper: Sequence[Block] = ("# 威海职业学院指导站活动台账", rows, "> 2024年11月整理打印")
    press.pdf(folder / "活动台账.pdf", web(paper))


def _cards(folder: Path, press: Press) -> None:
    blocks: list[Block] = []
    for title, day, count in (
        ("留威政策进班级", "2024年4月11日下午", "132人"),
        ("药企专场招聘", "2024年5月23日上午", "417人"),
    ):
        blocks += [
            *(["---"] if blocks else []),
            "# 指导站活动记录表",
            [
                ["活动名称", title, "活动时间", day],
                ["活动地点", "综合楼一楼大厅", "参加人数", count],
                ["活动内容", "按方案组织，秩序良好，现场解答政策问题。", "<", "<"],
                ["记录人", "鞠晓彤", "审核人", "林牧之"],
            ],
        ]
    word(folder / "活动记录.docx", blocks, header="山东药品食品职业学院")


def _one_row(folder: Path, press: Press) -> None:
    with (folder / "工作台账导出.csv").open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(["哈尔滨工业大学（威海）指导站工作台账", "", "", ""])
        out.writerow(["登记日期", "事项", "对象", "经办人"])
        out.writerow(["2023/11/28", "上年度自查报送", "市人社局", "慕容雪"])
        out.writerow(["2023/12/20", "年终例会", "全体", "丁学礼"])
        out.writerow(["2024/1/8", "寒假留威岗位征集", "驻威企业", "慕容雪"])


def _briefing(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 就业工作简报",
        "> 2024年第7期（总第63期）",
        "> 威海职业学院招生就业处编  2024年10月31日",
        "# 指导站创新性工作开展情况说明",
        "今年以来，指导站围绕毕业生留威推出两项创新性工作，现予刊发。",
        "## 创新举措之一　“夜校+车间”留威订单班",
        "白天在企业顶岗，晚上指导站送课到车间，首批两个班68人中51人与威海企业签约。",
        "## 创新举措之二　威海籍学长“岗位推荐官”",
        "聘请在威就业校友37名，每季度回校推荐本单位空岗，累计推荐岗位420个。",
        "送：市人社局  发：各二级学院",
    )
    press.pdf(folder / "简报第7期.pdf", web(paper, css="h1:first-of-type{color:#c00;border-bottom:3px solid #c00}"))


def _speech(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 在驻威高校指导站工作交流会上的发言",
        "# ——关于2024年创新性工作开展情况的说明",
        "> 山东大学（威海）  2024年11月8日",
        "各位同仁：我就三项探索作一说明。",
        "## 一、建立“导师—校友—企业”三方留威帮扶链",
        "每名有留威意向的毕业生配一名校内导师、一名在威校友、一家意向企业，结对143组。",
        "## 二、推出文科生“海洋产业跟岗周”",
        "组织六个文科专业学生走进海洋食品、港航企业跟岗一周，打消对制造业的陌生感。",
        "## 三、上线“威海住多久”租房算账小程序",
        "帮助毕业生按岗位、补贴、房租试算一年收支，使用2600人次。",
        "谢谢大家。",
    )
    word(folder / "发言稿.docx", paper)


def _notes(folder: Path, press: Press) -> None:
    told = (
        ("“海上流动就业驿站”", "把就业服务搬上哈理工荣成实习渔港，每周二在码头设点，服务船舶、海工类学生96人。"),
        ("“家长留威说明会”", "利用寒假在生源集中地召开家长说明会5场，请在威校友家长现身说法，意向留威率明显提高。"),
    )
    for at, (name, text) in enumerate(told, 1):
        paper: Sequence[Block] = (
            f"# 创新工作情况说明：{name}",
            text,
            "> 哈尔滨理工大学荣成校区大学生就业创业服务指导站",
            f"> 2024年{9 + at}月16日",
        )
        word(folder / f"新闻稿{at}.docx", paper)


def _single(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 创新性工作开展情况说明",
        "> 威海海洋职业学院  2024年度",
        "本年度指导站的创新性工作为“渔港订单夜课”一项，说明如下。",
        "## 一、实施背景",
        "海洋渔业企业夜间卸货、白天休整，学生与企业作息错位。",
        "## 二、主要做法",
        "指导站与石岛三家企业约定，晚间开课、随船见习，课表由双方共同排定。",
        "## 三、取得成效",
        "参加夜课的44名毕业生中有29名留在威海就业。",
        "## 四、推广设想",
        "拟推广到水产加工、冷链物流两个方向。",
    )
    word(folder / "情况说明.docx", paper, styled=True)


def _past(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 2023年度创新性工作情况说明",
        "## （一）药企“周末见习间”",
        "2023年3月起，联合两家药企开放周末见习间，接待学生210人。",
        "## （二）“食安校友”留威联谊",
        "2023年9月举办首届联谊，促成26人签约。",
        "> 山东药品食品职业学院就业处",
        "> 2023年11月17日",
    )
    press.pdf(folder / "创新.pdf", web(paper))


def _table(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 北京交通大学（威海）指导站2024年创新性工作情况说明表",
        [
            ["序号", "创新工作", "开展情况说明", "<"],
            ["^", "名称", "做法", "成效"],
            ["1", "驻威轨道企业“双城面试”", "北京、威海两地同屏面试，校企共用题库", "录用31人"],
            ["2", "留威毕业生生日回访", "生日当月电话回访，收集住房、发展诉求", "回访204人"],
        ],
    )
    word(folder / "说明表.docx", paper, wide=True)


def _cases(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 围绕指导站及毕业生留威开展的创新性工作",
        "# 情况说明（案例集）",
        "> 山东外事职业大学就业处  2024年11月",
        "---",
        "## 案例一｜外语人才“跨境直播工坊”",
        "与威海跨境电商园共建工坊，学生以韩语、俄语直播接单，27人转为园区员工。",
        "---",
        "## 案例二｜留威“同乡学长宿舍”",
        "协调乳山人才公寓辟出同乡楼层，毕业生报到即可入住，入住58人。",
    )
    css = f"body{{font-family:{HEI}}}h2{{background:#e8f1fa;padding:8px}}"
    press.pdf(folder / "案例集.pdf", web(paper, css=css))


def _science(folder: Path, press: Press) -> None:
    rows: list[list[object]] = [["序号", "论文题目", "第一作者", "刊物", "级别"]]
    rows += [[1, "基于改进滤波的船舶姿态估计", "卢广宇", "舰船工程", "核心"]]
    rows += [[2, "碳纤维复材层间强度试验研究", "石磊", "材料进展", "核心"]]
    paper: Sequence[Block] = ("# 哈尔滨工业大学（威海）2024年学生科技创新论文成果一览", rows, "> 科技处")
    word(folder / "成果.docx", paper)


def cases() -> Iterator[Case]:
    full, none, opened = (15, 15, 15), (0, 0, 0), (0, 0, 15)
    two = (0, 100, 100)
    judged = [("5.1", "judgement-required")]
    yield Case(
        "ls-ledger-diary",
        "1.8",
        _diary,
        {"1.8": full},
        note="1.8 titled 记录, dated entries, a small table each",
        school="山东大学（威海）",
    )
    yield Case(
        "ls-ledger-weekly",
        "1.8",
        _weekly,
        {"1.8": full},
        note="1.8 记录表 by week; the title's year dates the days",
        school="北京交通大学（威海）",
    )
    yield Case(
        "ls-ledger-digest",
        "1.8",
        _digest,
        {"1.8": full},
        note="1.8 a 台账 with dated rows in a mail",
        school="哈尔滨理工大学荣成校区",
    )
    yield Case(
        "ls-ledger-visits",
        "1.8",
        _visits,
        {"1.8": full},
        alt={"1.8": [opened]},
        note="1.8 a photographed 登记表 with rows of May 2024; unsure reading counts in high (0 doubt)",
        school="威海海洋职业学院",
    )
    yield Case(
        "ls-ledger-empty",
        "1.8",
        _empty,
        {"1.8": none},
        want_flags=[("1.8", "partial-evidence")],
        note="1.8 no rows",
        school="山东交通学院（威海）",
    )
    yield Case(
        "ls-ledger-undated", "1.8", _undated, {"1.8": opened}, note="1.8 undated rows", school="山东外事职业大学"
    )
    yield Case(
        "ls-ledger-stale",
        "1.8",
        _stale,
        {"1.8": none},
        want_flags=[("1.8", "date-outside-period")],
        note="0 all rows of 2023; the day of printing dates no row",
    )
    yield Case(
        "ls-ledger-cards",
        "1.8",
        _cards,
        {"1.8": full},
        note="1.8 活动记录表, a card an activity, dated 2024",
        school="山东药品食品职业学院",
    )
    yield Case(
        "ls-ledger-one-row",
        "1.8",
        _one_row,
        {"1.8": full},
        note="1.8 one row in the period suffices",
        school="哈尔滨工业大学（威海）",
    )
    yield Case(
        "ls-new-briefing",
        "5.1",
        _briefing,
        {"5.1": two},
        facts={"5.1": {"innovations": 2}},
        want_flags=judged,
        note="5.1 two items under headings of a printed briefing",
    )
    yield Case(
        "ls-new-speech",
        "5.1",
        _speech,
        {"5.1": two},
        facts={"5.1": {"innovations": 3}},
        want_flags=judged,
        note="5.1 three numbered headings of a speech that calls itself a 说明",
        school="山东大学（威海）",
    )
    yield Case(
        "ls-new-notes",
        "5.1",
        _notes,
        {"5.1": two},
        facts={"5.1": {"innovations": 2}},
        want_flags=judged,
        note="5.1 one file each",
        school="哈尔滨理工大学荣成校区",
    )
    yield Case(
        "ls-new-single",
        "5.1",
        _single,
        {"5.1": (0, 0, 50)},
        facts={"5.1": {"innovations": 1}},
        want_flags=[("5.1", "rule-ambiguous")],
        note="5.1 distinct items: one project (it says 一项), four headings tell of it",
        school="威海海洋职业学院",
    )
    yield Case(
        "ls-new-past",
        "5.1",
        _past,
        {"5.1": none},
        want_flags=[("5.1", "date-outside-period")],
        note="0 all evidence of another year",
        school="山东药品食品职业学院",
    )
    yield Case(
        "ls-new-table",
        "5.1",
        _table,
        {"5.1": two},
        alt={"5.1": [(0, 0, 100)]},
        note="5.1 two distinct items, as rows of a table and not as headings",
        school="北京交通大学（威海）",
    )
    yield Case(
        "ls-new-cases",
        "5.1",
        _cases,
        {"5.1": two},
        facts={"5.1": {"innovations": 2}},
        want_flags=judged,
        note="5.1 two cases under numbered headings, the title has the clause's wording",
        school="山东外事职业大学",
    )
    yield Case(
        "ls-new-science",
        "5.1",
        _science,
        {"5.1": none},
        note="5.1 papers of science are no work of the station",
        school="哈尔滨工业大学（威海）",
    )
