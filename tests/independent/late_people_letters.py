"""Letters and certificates: enrolment confirmed (2.6) and placements certified by their hosts (4.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from email.message import EmailMessage
from pathlib import Path
from random import Random

from tests.independent.case import Case, Points
from tests.independent.late_people_kit import (
    Cell,
    Paper,
    Student,
    book,
    graduates,
    grid,
    put,
    sheet,
    signed,
    students,
)
from tests.independent.press import Press, photographed, save_scan, scanned

BUREAU = "<p class=n>威海市人力资源和社会保障局：</p>"


def _mark(name: str, size: int = 150, gap: int = 80) -> str:
    """Where the press lays a red seal."""
    return (
        f"<span class=seal data-name='{name}' data-size={size} style='dis"
        f"play:inline-block;width:0;height:0;margin-right:{gap}px'></span>"
    )


def confirmation_cases() -> Iterator[Case]:
    def single(folder: Path, press: Press) -> None:
        (s,) = students("lp-26-single", 1, grade=2023)
        paper = Paper("学 籍 证 明")
        paper.line("编号：威海洋教证字〔2024〕0317", place="right")
        paper.text(
            f"{s.name}，{s.gender}，身份证号 {s.ident}，学号 {s.number}，2023 年 9 月考入我院{s.college}{s.major}"
            f"专业学习，学历层次为高职（专科），学制三年，现为二年级在籍学生，学籍状态正常。",
            "该证明仅用于申领大学生创业补贴。特此证明。",
        )
        paper.sign("威海海洋职业学院教务处", "2024 年 10 月 11 日")
        paper.save(put(folder, "证明.docx"))

    yield Case(
        "lp-26-single",
        "2.6",
        single,
        {"2.6": (15, 15, 15)},
        school="威海海洋职业学院",
        note="2.6: a 学籍证明 of the year for one student; the clause asks for no number",
    )

    def letter(folder: Path, press: Press) -> None:
        people = students("lp-26-letter", 12, grade=2022)
        table = grid(
            ["序号", "姓名", "身份证号", "所在系部", "年级", "学籍状态", "创业项目"],
            [
                [at, s.name, s.ident, s.college, "2022级", "在籍在读", f"{s.name[0]}记手作工坊"]
                for at, s in enumerate(people, 1)
            ],
        )
        body = (
            BUREAU + "<p>贵局《关于核实一次性创业补贴申请人员在校身份的函》收悉。经与学籍系"
            "统逐人比对，名单所列12人均为我校在籍在读学生，信息无误，现予确认。</p>"
            + table
            + signed("山东外事职业大学", "2024年6月19日")
        )
        press.pdf(put(folder, "2.6/复函.pdf"), sheet("关于创业补贴申请人员学籍情况的复函", body))

    yield Case(
        "lp-26-reply",
        "2.6",
        letter,
        {"2.6": (15, 15, 15)},
        school="山东外事职业大学",
        note="2.6: a letter confirms twelve applicants as enrolled",
    )

    def report(folder: Path, press: Press) -> None:
        (s,) = students("lp-26-report", 1, grade=2022, level="本科")
        pairs = [("姓名", s.name), ("性别", s.gender), ("出生日期", f"{s.ident[6:10]}" f"年{s.ident[10:12]}" f"月{s.ident[12:14]}日"), ("民族", "汉族"), ("证件号码", s.masked), ("院校", "哈尔滨工业大学（威海）"), ("层次", "本科"), ("院系", s.college), ("专业", s.major), ("学号", s.number), ("学制", "4 年"), ("形式", "普通全日制"), ("类型", "普通高等教育"), ("入学日期", "2022年08月25日"), ("学籍状态", "在籍（注册学籍）"), ("预计毕业日期", "2026年06月30日")]  # fmt: skip  # noqa: E501
        rows = "".join(f"<tr><th style='width:28%'>{a}</th><td>{b}</td></tr>" for a, b in pairs)
        body = (
            f"<p class=s>更新日期：2024年10月15日</p><table>{rows}<"
            f"/table><p class=n>在线验证码　A6F2 9KQ7 TT31 0B8X</p>"
            f"<p class=n>注意事项：1、本报告内容为更新日期当天的学籍注册信息；2、验证报告在有效期内可免费在线验证。</p>"
        )
        press.pdf(put(folder, "2.6在校生信息确认/在线验证报告.pdf"), sheet("教育部学籍在线验证报告", body))

    yield Case(
        "lp-26-chsi-report",
        "2.6",
        report,
        {"2.6": (15, 15, 15)},
        school="哈尔滨工业大学（威海）",
        note="2.6: an online verification report confirms an enrolled student's status",
    )

    def checked(folder: Path, press: Press) -> None:
        people = students("lp-26-checked", 45, grade=2024)
        rows: list[list[Cell]] = [
            ["威海职业学院2024级在校生学籍信息核对确认表"],
            ["学号", "姓名", "身份证号", "专业", "学籍状态", "信息是否无误", "确认时间"],
        ]
        rows += [
            [s.number, s.name, s.ident, s.major, "注册学籍", "是", f"2024-10-{at % 20 + 8:02d}"]
            for at, s in enumerate(people)
        ]
        rows += [["经学生本人在学信网查询并确认，以上信息真实准确。　　审核部门：教务处"]]
        book(put(folder, "确认/24级.xlsx"), {"确认": rows})

    yield Case(
        "lp-26-checked",
        "2.6",
        checked,
        {"2.6": (15, 15, 15)},
        note="2.6: a table confirming the enrolled students' status",
    )

    def mail(folder: Path, press: Press) -> None:
        who = students("lp-26-mail", 5, grade=2022)
        letter = EmailMessage()
        letter["From"], letter["To"] = (
            "山东药品食品职业学院学生处 <xsc@sdyspxy.example>",
            "环翠区人社局就业科 <jyk@hcrs.example>",
        )
        letter["Subject"], letter["Date"] = "Re: 请协助确认参训学员在校身份", "Tue, 21 May 2024 15:20:00 +0800"
        told = "\n".join(f"{at}. {s.name}　学号{s.number}　2022级{s.major}　在校" for at, s in enumerate(who, 1))
        letter.set_content(
            f"您好：\n\n来信所列五名同学经核对均系我院在校生，学籍状态正常："
            f"\n{told}\n\n山东药品食品职业学院学生处\n2024年5月21日\n"
        )
        put(folder, "回复.eml").write_bytes(letter.as_bytes())

    yield Case(
        "lp-26-mail",
        "2.6",
        mail,
        {"2.6": (15, 15, 15)},
        school="山东药品食品职业学院",
        note="2.6: a letter by mail confirms five enrolled students",
    )

    def photo(folder: Path, press: Press) -> None:
        (s,) = students("lp-26-photo", 1, grade=2021, level="本科")
        body = (
            f"<p>兹证明{s.name}同学（{s.gender}，学号{s.number}，身份证号{s.ident}"
            f"）系我校{s.college}{s.major}专业2021级全日制本科在校学生。"
            f"</p><p>特此证明。</p><br><br><p class=s>哈尔滨理工大学荣成校"
            f"区{_mark('哈尔滨理工大学荣成校区')}</p><p class=s>2024年3月27日</p>"
        )
        page = press.picture(sheet("在 读 证 明", body, size=21), scale=1.6)
        photographed(page, Random("lp-26-photo")).save(put(folder, "2.6/IMG_20240328_101522.jpg"), quality=88)

    yield Case(
        "lp-26-photo",
        "2.6",
        photo,
        {"2.6": (15, 15, 15)},
        alt={"2.6": [(0, 15, 15)]},
        school="哈尔滨理工大学荣成校区",
        note="2.6: a photo of a 在读证明; 0: low only if the text is read with confidence",
    )

    def gone(folder: Path, press: Press) -> None:
        (s,) = students("lp-26-gone", 1)
        paper = Paper("毕 业 证 明")
        paper.text(
            f"兹证明{s.name}（身份证号{s.ident}）于2021年9月至2024年6月在我"
            f"院{s.major}专业学习，修业期满，成绩合格，已于2024年6月30日毕业离校。"
        )
        paper.sign("威海职业学院教务处", "2024年9月3日")
        paper.save(put(folder, "证明1.docx"))

    yield Case(
        "lp-26-graduated",
        "2.6",
        gone,
        {"2.6": (0, 0, 0)},
        alt={"2.6": [(0, 0, 15)]},
        note="neighbour: a 毕业证明 confirms that somebody is no longer enrolled",
    )

    def old(folder: Path, press: Press) -> None:
        (s,) = students("lp-26-old", 1, grade=2020)
        paper = Paper("在校证明")
        paper.text(f"兹证明{s.name}，{s.gender}，学号{s.number}，系我院2020级{s.major}专业在校学生。特此证明。")
        paper.sign("威海职业学院学生处", "2022年4月12日")
        paper.save(put(folder, "2.6/在校证明.docx"))

    yield Case(
        "lp-26-old",
        "2.6",
        old,
        {"2.6": (0, 0, 0)},
        want_flags=[("2.6", "date-outside-period")],
        note="0: issued in 2022",
    )

    def blank(folder: Path, press: Press) -> None:
        paper = Paper("在 校 证 明")
        paper.text(
            "兹证明＿＿＿＿＿同学，性别＿＿＿，身份证号＿＿＿＿＿＿＿＿＿＿，"
            "学号＿＿＿＿＿＿，系我校＿＿＿＿＿学院＿＿＿＿＿专业＿＿＿＿级在校学生。",
            "特此证明。",
        )
        paper.sign("威海职业学院（盖章）", "　　　年　　月　　日")
        paper.save(put(folder, "2.6/在校证明（模板）.docx"))

    yield Case("lp-26-blank", "2.6", blank, {"2.6": (0, 0, 0)}, note="0: a blank form is never evidence")


FIRM = "威海蓝湾精密机械有限公司"
HEAD = ("序号", "姓名", "学号", "专业", "实习岗位", "实习时间")


def _rows(people: Sequence[Student], span: str = "2024.03.04—2024.06.28", post: str = "装配技术员") -> list[list[Cell]]:
    return [[at, s.name, s.number, s.major, post, span] for at, s in enumerate(people, 1)]


def _certified(
    name: str,
    interns: int,
    points: Points,
    body: Callable[[str, Sequence[Student]], str],
    note: str,
    *,
    total: int = 120,
    school: str = "威海职业学院",
    title: str = "实习证明",
    flag: str = "",
) -> Case:
    """A roster of so many and a sealed PDF on the first of them."""

    def make(folder: Path, press: Press) -> None:
        people, roster = graduates(name, total, school)
        roster(put(folder, "2.1/2024届毕业生生源信息库.xlsx"))
        press.pdf(put(folder, f"4.1/{title}.pdf"), sheet(title, body(school, people)))

    return Case(name, "4.1", make, {"4.1": points}, facts={"4.1": {"interns": interns, "graduates": total}} if points[1] else {},  # noqa: E501
                want_flags=[("4.1", flag)] if flag else (), school=school, note=note)  # fmt: skip


def intern_cases() -> Iterator[Case]:
    def table(school: str, people: Sequence[Student]) -> str:
        return (
            f"<p>兹证明{school}下列22名2024届毕业生在我公司参加岗位实习，实习期间遵守公司各项规"
            f"章制度，较好地完成了实习任务。</p>{grid(HEAD, _rows(people[:22]))}<p>特此证明。</p>"
            + signed(FIRM, "2024年7月2日", below="人力资源部")
        )

    yield _certified(
        "lp-41-firm-table",
        22,
        (20, 20, 20),
        table,
        "4.1: 22 of the roster of 120 (< 200), sealed, in Weihai, spring 2024",
    )

    def bureau(school: str, people: Sequence[Student]) -> str:
        named = "、".join(f"{s.name}（学号{s.number}）" for s in people[40:60])
        return (
            BUREAU + f"<p>为落实校企合作要求，自2024年4月8日起至2024年10月31日止，"
            f"我公司共接收{school}应届毕业生20人来厂实习，安排在精深加工车间、"
            f"品控室等岗位，按月发放实习补贴并投保实习责任险。实习学生"
            f"为：{named}。</p><p>现将有关情况函告贵局，请予支持。</p>"
            + signed("荣成市海昇食品股份有限公司", "2024年11月4日")
        )

    yield _certified(
        "lp-41-bureau-letter",
        20,
        (20, 20, 20),
        bureau,
        "4.1: a sealed letter to the bureau names 20 in prose; 20 of 120 graduates just suffice",
        school="威海海洋职业学院",
        title="关于接收高校毕业生实习情况的函",
    )

    def headings(school: str, people: Sequence[Student]) -> str:
        hosts = ((FIRM, 8), ("威海启帆软件科技有限公司", 7), ("文登天润家纺有限公司", 6))
        body, at = (
            f"<p>经各实习单位核实，{school}以下2024届毕业生在各单位实习，情况属实。各单位分别盖章确认如下：</p>",
            0,
        )
        for order, (firm, count) in enumerate(hosts):
            body += (
                f"<h2>{'一二三'[order]}、{firm}（{count}人）</h2"
                f">{grid(HEAD, _rows(people[at : at + count], '2024年5月6日至2024年8月30日', '技术助理'))}"
                + signed(firm, "2024年9月2日")
            )
            at += count
        return body

    yield _certified(
        "lp-41-headings",
        21,
        (20, 20, 20),
        headings,
        "4.1: 8 + 7 + 6 under three employers, each with its seal: 21 of 120",
        title="毕业生实习情况确认书",
    )

    def joint(mine: int) -> Callable[[str, Sequence[Student]], str]:
        def body(school: str, people: Sequence[Student]) -> str:
            others = [
                *((s, "烟台职业学院") for s in students("lp-41-joint-a", 9)),
                *((s, "山东药品食品职业学院") for s in students("lp-41-joint-b", 6)),
            ]
            listed = sorted([*((s, school) for s in people[:mine]), *others], key=lambda pair: pair[0].name)
            rows = [
                [
                    at,
                    s.name,
                    s.gender,
                    where,
                    s.number if where == school else f"D{s.number[2:]}",
                    s.major,
                    "2024.7.1-2024.12.20",
                ]
                for at, (s, where) in enumerate(listed, 1)
            ]
            return (
                f"<p>2024年下半年，我公司面向多所院校接收毕业生实习，共{len(rows)}人，名单如下：</p>"
                + grid(["序号", "姓名", "性别", "毕业院校", "学号", "专业", "实习起止"], rows)
                + signed("威海启帆软件科技有限公司", "2024年12月23日")
            )

        return body

    yield _certified(
        "lp-41-joint-enough",
        23,
        (20, 20, 20),
        joint(23),
        "4.1: 23 of the 38 on a joint list are of this school and in its roster",
        title="实习人员名单证明",
    )
    yield _certified(
        "lp-41-joint-short",
        19,
        (0, 0, 0),
        joint(19),
        "4.1: 34 on a joint list, 19 of this school: one short of 20",
        title="实习人员名单证明",
        flag="below-threshold",
    )

    def hospital(school: str, people: Sequence[Student]) -> str:
        return (
            f"<p>我院系公立医院（事业单位）。兹证明{school}2024届毕业生20人（名单如"
            f"下）于2024年1月8日至2024年6月14日在我院各科室轮转实习，成绩合格。</p>"
            + grid(HEAD, _rows(people[40:60], "2024.1.8—2024.6.14", "临床护理"))
            + signed("威海市文登区观海人民医院", "2024年6月17日", below="科教科")
        )

    yield _certified(
        "lp-41-hospital",
        20,
        (0, 0, 20),
        hospital,
        "4.1: a public hospital is plainly no enterprise: judgement-required, in high",
        school="山东药品食品职业学院",
        title="临床实习证明",
        flag="judgement-required",
    )

    def street(school: str, people: Sequence[Student]) -> str:
        return (
            f"<p>兹证明{school}2024届毕业生21人，于2024年3月1日至2024年5月31日在我"
            f"社区参加社区治理岗位实习，协助开展网格走访、人口信息登记等工作。</p>"
            + grid(HEAD, _rows(people[:21], "2024.3.1-5.31", "网格助理"))
            + signed("威海市环翠区听涛街道榴花社区居民委员会", "2024年6月3日")
        )

    yield _certified(
        "lp-41-community",
        21,
        (0, 0, 20),
        street,
        "4.1: a residents' committee is plainly no enterprise: in high",
        flag="judgement-required",
    )

    def away(school: str, people: Sequence[Student]) -> str:
        first = (
            f"<p>兹证明{school}15名2024届毕业生2024年3月11日至7月12日在我公司实习。</p>"
            + grid(HEAD, _rows(people[:15], "2024.3.11—7.12"))
            + signed(FIRM, "2024年7月15日")
        )
        second = (
            f"<h1 style='page-break-before:always'>实习证明</h1><p>{school}10名2024届毕业生于2024"
            f"年3月11日至7月12日在我分公司（地址：青岛市城阳区正阳中路216号）实习，特此证明。</p>"
            + grid(HEAD, _rows(people[15:25], "2024.3.11—7.12"))
            + signed("威海远航物流有限公司青岛分公司", "2024年7月15日")
        )
        return first + second

    yield _certified(
        "lp-41-branch-away",
        15,
        (0, 0, 0),
        away,
        "Facts: a branch at an address in 青岛 is outside; 15 in Weihai fall short of 20",
        flag="employer-not-local",
    )

    def twice(school: str, people: Sequence[Student]) -> str:
        first = (
            f"<p>兹证明{school}2024届毕业生11人在我公司实习，名单如下。</p>"
            + grid(HEAD, _rows(people[:11], "2024.3.4—2024.5.10"))
            + signed(FIRM, "2024年5月13日")
        )
        second = (
            f"<h1 style='page-break-before:always'>实习证明</h1><p>兹证明{school}2024届毕业生9人在我公司实习。</p>"
            + grid(HEAD, _rows(people[10:19], "2024.5.13—2024.7.19"))
            + signed("文登天润家纺有限公司", "2024年7月22日")
        )
        return first + second

    yield _certified(
        "lp-41-one-twice",
        19,
        (0, 0, 0),
        twice,
        "4.1: 11 + 9 lines, but one graduate stands on both: 19 people",
        flag="below-threshold",
    )

    yield _certified(
        "lp-41-two-hundred",
        22,
        (0, 0, 0),
        table,
        "4.1: 22 interns suffice below 200 graduates only; the roster has exactly 200",
        total=200,
        flag="below-threshold",
    )

    def past(school: str, people: Sequence[Student]) -> str:
        return (
            f"<p>兹证明{school}2024届毕业生25名于2023年7月3日至2023年12月22日在我公司顶岗"
            f"实习，表现良好。</p>{grid(HEAD, _rows(people[:25], '2023.7.3—2023.12.22'))}"
            + signed(FIRM, "2024年1月5日")
        )

    yield _certified(
        "lp-41-placed-before", 25, (0, 0, 0), past, "4.1: placements wholly before the period, though certified in it"
    )

    def typed(folder: Path, press: Press) -> None:
        people, roster = graduates("lp-41-typed", 90, "威海海洋职业学院")
        roster(put(folder, "生源信息.xlsx"))
        paper = Paper("实习证明")
        paper.text("兹证明威海海洋职业学院2024届毕业生21人在我公司实习，名单如下：")
        paper.table([HEAD, *_rows(people[:21], "2024.4.1—2024.8.31", "水产加工")])
        paper.sign("荣成市海昇食品股份有限公司（盖章）", "2024年9月2日")
        paper.save(put(folder, "实习/证明.docx"))

    yield Case(
        "lp-41-typed",
        "4.1",
        typed,
        {"4.1": (0, 0, 20)},
        want_flags=[("4.1", "seal-missing")],
        school="威海海洋职业学院",
        note="4.1: no seal on a typed certificate; all else is right, so high",
    )

    def rows_sealed(folder: Path, press: Press) -> None:
        people, roster = graduates("lp-41-rows", 100, "威海职业学院")
        roster(put(folder, "毕业生.xlsx"))
        hosts, body, at = ((FIRM, 8), ("威海启帆软件科技有限公司", 7), ("文登天润家纺有限公司", 7)), "", 0
        for firm, count in hosts:
            for order, s in enumerate(people[at : at + count]):
                body += f"<tr><td>{at + order + 1}</td><td>{s.name}</td><td>{s.number}</td>" + (
                    f"<td rowspan={count}>{firm}</td>" if order == 0 else ""
                )
                body += (
                    "<td>2024.4.1—2024.9.30</td>"
                    + (
                        f"<td rowspan={count} style='width:170px;height"
                        f":{30 * count}px'>情况属实{_mark(firm, gap=0)}</td>"
                        if order == 0
                        else ""
                    )
                    + "</tr>"
                )
            at += count
        heads = "".join(
            f"<th>{name}</th>" for name in ("序号", "姓名", "学号", "实习单位", "起止时间", "单位意见（盖章）")
        )
        page = press.picture(
            sheet(
                "威海职业学院2024届毕业生实习证明汇总表",
                f"<p class=n>以下学生在我单位实习，特此证明：</p><table><tr>{heads}</tr>{body}</table>",
                size=15,
            ),
            scale=1.75,
        )
        save_scan([scanned(page, Random("lp-41-rows"), skew=0.4)], put(folder, "4.1/汇总表.pdf"))

    yield Case(
        "lp-41-row-seals",
        "4.1",
        rows_sealed,
        {"4.1": (20, 20, 20)},
        alt={"4.1": [(0, 20, 20)]},
        note="4.1: one scanned table, a seal a block of rows, 22 of 100; 0: low hangs on how surely the scan is read",
    )

    def grey(folder: Path, press: Press) -> None:
        people, roster = graduates("lp-41-grey", 80, "山东药品食品职业学院")
        roster(put(folder, "毕业生.xlsx"))
        body = (
            f"<p>兹证明山东药品食品职业学院2024届毕业生20人于2024年3月至2024年6月在我公司实习："
            f"</p>{grid(HEAD, _rows(people[:20], '2024.3.4-2024.6.28', '药品质检'))}<br>"
            f"<br><p class=s>威海康泽药业有限公司{_mark('威海康泽药业有限公司')}</p><p class=s>2024年7月1日</p>"
        )
        page = press.picture(sheet("实习证明", body, size=17), scale=1.75)
        scanned(page, Random("lp-41-grey"), grey=True, skew=0.3).save(put(folder, "4.1/扫描件0001.jpg"), quality=85)

    yield Case(
        "lp-41-grey",
        "4.1",
        grey,
        {"4.1": (0, 0, 20)},
        want_flags=[("4.1", "seal-missing")],
        school="山东药品食品职业学院",
        note="4.1: a grey scan is seal-missing (无法判断): in high",
    )

    def nobody(folder: Path, press: Press) -> None:
        people = students("lp-41-nobase", 30)
        body = (
            f"<p>兹证明山东外事职业大学2024届毕业生30名于2024年3月4日至2024年6月28"
            f"日在我公司实习。</p>{grid(HEAD, _rows(people, post='跨境电商运营'))}"
            + signed("威海启帆软件科技有限公司", "2024年7月1日")
        )
        press.pdf(put(folder, "4.1/实习证明.pdf"), sheet("实习证明", body))

    yield Case(
        "lp-41-no-base",
        "4.1",
        nobody,
        {"4.1": (0, 0, 20)},
        want_flags=[("4.1", "denominator-missing")],
        school="山东外事职业大学",
        note="4.1: 30 interns, graduates unknown",
    )


def cases() -> Iterator[Case]:
    yield from confirmation_cases()
    yield from intern_cases()
