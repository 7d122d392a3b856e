# ruff: noqa: E501
"""2.5: placement rates in letters, tables, notes and reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.independent.case import Case
from tests.independent.fresh_people_kit import (
    HEI,
    SONG,
    Letter,
    Sheet,
    book,
    case,
    grid,
    mark,
    sheet_html,
)
from tests.independent.press import Press, scanned


def cases() -> Iterator[Case]:
    full, none = (15, 15, 15), (0, 0, 0)
    yield case("25-letter-of-report", "2.5", _letter_of_report, full, "2.5：报送函写明2024届毕业去向落实率")
    yield case(
        "25-table-by-major",
        "2.5",
        _table_by_major,
        full,
        "2.5：分院系、专业的落实率汇总表，题名 2024 届",
        school="威海海洋职业学院",
    )
    yield case(
        "25-quality-report",
        "2.5",
        _quality_report,
        full,
        "2.5：就业质量年度报告节选（封面、目录、正文），2024届去向落实率",
        school="山东大学（威海）",
    )
    yield case(
        "25-weekly-note",
        "2.5",
        _weekly_note,
        full,
        "2.5：txt 周报写明2024届就业率",
        school="山东药品食品职业学院",
    )
    yield case(
        "25-site-news",
        "2.5",
        _site_news,
        full,
        "2.5：另存的网页新闻写明2024届去向落实率",
        school="山东外事职业大学",
    )
    yield case(
        "25-number-in-words",
        "2.5",
        _number_in_words,
        full,
        "2.5：汇报稿用汉字数写明2024届去向落实率",
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "25-scanned-reply",
        "2.5",
        _scanned_reply,
        full,
        "2.5：扫描的盖章报表，写明2024届就业率；识别信心不足时 low 可为 0",
        alt={"2.5": [(0, 15, 15)]},
        school="山东交通学院（威海）",
    )
    yield case(
        "25-two-years-side-by-side",
        "2.5",
        _two_years,
        full,
        "2.5：两届对照表含2024届",
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "25-class-before",
        "2.5",
        _class_before,
        none,
        "2.5 要考核年度的毕业生：2024年1月发布的是2023届报告",
        school="北京交通大学（威海）",
    )
    yield case(
        "25-year-untold",
        "2.5",
        _year_untold,
        (0, 0, 15),
        "2.5：没有年份 → 0/0/15",
        flags=["date-missing"],
        school="威海海洋职业学院",
    )
    yield case(
        "25-only-a-goal",
        "2.5",
        _only_a_goal,
        none,
        "2.5 要陈述数据：只有目标（力争达到），没有结果",
        alt={"2.5": [(0, 0, 15)]},
        school="山东药品食品职业学院",
    )
    yield case(
        "25-freshmen-came",
        "2.5",
        _freshmen_came,
        none,
        "domain 第5节反面词：新生报到率不是就业率",
        school="威海职业学院",
    )
    yield case(
        "25-sister-school",
        "2.5",
        _sister_school,
        none,
        "第0节“School”：另一学校的就业率",
        flags=["school-mismatch"],
        school="山东外事职业大学",
    )


def _letter_of_report(folder: Path, _: Press) -> None:
    Letter().title("威海职业学院", size=26).text("威职函〔2024〕37号", indent=False).title(
        "关于报送2024届毕业生就业数据的函", size=20
    ).text("市人力资源和社会保障局：", indent=False).text(
        "现将我校2024届毕业生就业有关数据报送如下：截至2024年8月31日，我校2024届毕业生4126人，落实毕业去向3864人，毕业去向落实率为93.65%。其中签订就业协议或劳动合同2210人，专升本1218人，应征入伍187人，自主创业31人，其他形式就业218人。",
        "以上数据源自全国高校毕业生毕业去向登记系统，真实有效。",
    ).sign("威海职业学院", "2024年9月4日").save(folder / "关于报送就业数据的函.docx")


def _table_by_major(folder: Path, _: Press) -> None:
    told = [
        ("海洋技术系", "水产养殖技术", 96, 91),
        ("海洋技术系", "海洋渔业技术", 41, 40),
        ("食品工程系", "食品检验检测技术", 132, 120),
        ("机电工程系", "船舶工程技术", 118, 112),
        ("管理系", "现代物流管理", 87, 77),
        ("管理系", "大数据与会计", 210, 189),
    ]
    rows = [
        [college, major, all_, done, f"{done / all_:.2%}", all_ // 5, done - all_ // 5]
        for college, major, all_, done in told
    ]
    rows.append(["合计", "", 684, 629, "91.96%", sum(row[5] for row in rows), sum(row[6] for row in rows)])
    book(
        folder / "去向落实率（8.31）.xlsx",
        Sheet(
            [
                ["系部", "专业", "毕业生数", "落实去向人数", "去向落实率", "其中", ""],
                ["", "", "", "", "", "升学", "就业"],
            ],
            rows,
            above=["威海海洋职业学院2024届毕业生毕业去向落实情况汇总表", "统计截止日期：2024年8月31日　　单位：人、%"],
            merges=["F3:G3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "A5:A6", "A9:A10"],
        ),
    )


def _quality_report(folder: Path, press: Press) -> None:
    cover = (
        "<div style='height:940px;text-align:center;padding-top:260px'><h1 style='font-size:2.2em'>山东大学（威海）<br>2024届毕业生就业质量年度报告</h1>"
        "<div style='margin-top:430px'>学生就业创业指导中心<br>二〇二四年十二月</div></div>"
    )
    index = "<h1>目　录</h1><p>第一章　毕业生规模与结构…………1</p><p>第二章　毕业去向…………4</p><p>第三章　就业特色工作…………11</p><div style='page-break-after:always'></div>"
    body = (
        "<h1 style='font-size:1.4em'>第二章　毕业去向</h1><h2>2.1 总体情况</h2>"
        "<p>截至2024年8月31日，学校2024届毕业生3510人，其中本科生3012人，研究生498人，总体毕业去向落实率为88.72%，本科生为87.58%，研究生为95.58%。</p>"
        "<p class=n style='text-align:center'>表2-1　2024届毕业生毕业去向分布</p>"
        + grid(
            [["去向", "本科生人数", "比例", "研究生人数", "比例"]],
            [
                ["协议和合同就业", 1040, "34.53%", 401, "80.52%"],
                ["境内升学", 1298, "43.09%", 58, "11.65%"],
                ["出国（境）", 172, "5.71%", 6, "1.20%"],
                ["灵活就业", 128, "4.25%", 11, "2.21%"],
                ["待就业", 374, "12.42%", 22, "4.42%"],
            ],
        )
        + "<h2>2.2 就业地域</h2><p>在鲁就业的毕业生占已就业人数的六成以上，其中在威海就业的占比为17.3%。</p>"
    )
    press.pdf(folder / "就业质量报告（节选）.pdf", sheet_html(cover + index + body))


def _weekly_note(folder: Path, _: Press) -> None:
    (folder / "就业周报第21期.txt").write_text(
        "【山东药品食品职业学院就业周报】第21期\n（2024年7月1日—7月7日）\n\n"
        "一、总体进展\n2024届毕业生共3305人，已落实3010人，就业率91.07%，较上周提高1.2个百分点。\n\n"
        "二、分系情况\n药品工程系 94.10%\n食品工程系 90.33%\n护理系 88.45%\n医疗器械系 91.86%\n\n"
        "三、下周安排\n1. 对未就业学生逐一电话回访；\n2. 配合市人社局做好岗位推送。\n\n招生就业处 2024-07-08\n",
        "gbk",
    )


def _site_news(folder: Path, _: Press) -> None:
    body = (
        "<div class=nav>首页 | 学校概况 | 招生就业 | 新闻中心</div><div>当前位置：首页 &gt; 就业动态</div>"
        "<h1 style='font-size:1.5em'>学校召开2024年就业工作总结会</h1><div style='text-align:center'>发布时间：2024-09-12　来源：招生就业处　浏览次数：412</div>"
        "<p>9月10日，山东外事职业大学召开就业工作总结会。会议通报，截至8月31日，2024届毕业生去向落实率为90.4%，同比提高0.8个百分点，日语、旅游管理等专业超过95%。</p>"
        "<p>会议要求各学院持续做好离校未就业毕业生服务，确保“不断线”。</p><div>上一条：就业政策宣讲进班级　下一条：秋季双选会报名通知</div>"
    )
    (folder / "就业动态.html").write_text(
        sheet_html(body, font=HEI, size=15, css=".nav{background:#8a1c1c;color:#fff;padding:8px}"), "utf-8"
    )


def _number_in_words(folder: Path, _: Press) -> None:
    Letter("楷体", 15).title("在2024年就业工作推进会上的汇报", size=20).text(
        "（哈尔滨工业大学（威海）学生工作处，二〇二四年九月十八日）", indent=False
    ).text("各位领导、各位老师：").text(
        "下面我就今年的就业工作作简要汇报。我校区二〇二四届毕业生共两千六百七十一人，截至八月三十一日，毕业去向落实率为百分之九十三点八，其中国内外升学的占六成。",
        "下一步，我们将重点做好暂未落实去向学生的“一对一”帮扶。",
        "汇报完毕，请批评指正。",
    ).save(folder / "汇报稿.docx")


def _scanned_reply(folder: Path, press: Press) -> None:
    rows = [
        ["毕业生总数", "2104人"],
        ["其中：本科", "2104人"],
        ["落实毕业去向", "1886人"],
        ["就业率", "89.64%"],
        ["升学率", "24.10%"],
        ["自主创业", "9人"],
    ]
    body = (
        "<h1>2024届毕业生就业情况报表</h1><p class=n>填报单位：山东交通学院（威海）　　　统计日期：2024年10月31日</p>"
        + grid([["指标", "数据"]], rows)
        + f"<p class=n style='margin-top:2em'>负责人：　　　　　　填表人：谭晓敏</p><p class=r style='margin-top:2em'>（盖章）{mark('山东交通学院威海校区', size=150)}</p><p class=r>2024年11月1日</p>"
    )
    page = press.picture(sheet_html(body, font=SONG, size=19))
    scanned(page, Random("scanned reply")).save(folder / "CCF_000127.jpg", quality=82)


def _two_years(folder: Path, _: Press) -> None:
    Letter("宋体", 12).title("哈尔滨理工大学荣成校区近两年毕业生就业情况对照表", size=17).text(
        "单位：人、%　　制表：就业办　2024年11月", indent=False
    ).table(
        [
            ["届别", "毕业生数", "协议就业", "升学", "灵活就业", "就业率"],
            ["2023届", 1174, 706, 201, 122, "87.65"],
            ["2024届", 1208, 741, 214, 125, "89.40"],
            ["增减", "+34", "+35", "+13", "+3", "+1.75"],
        ],
        size=11,
    ).save(folder / "对照表.docx")


def _class_before(folder: Path, press: Press) -> None:
    body = (
        "<h1 style='font-size:1.5em'>北京交通大学（威海）<br>2023届毕业生就业质量年度报告（摘要）</h1><p class=n style='text-align:center'>发布日期：2024年1月5日</p>"
        "<h2>一、规模</h2><p>2023届毕业生1041人，均为本科生。</p><h2>二、去向</h2><p>截至2023年12月31日，2023届毕业生毕业去向落实率为94.14%，其中境内深造率31.2%，出国（境）深造率9.6%。</p>"
    )
    press.pdf(folder / "毕业生就业质量年度报告.pdf", sheet_html(body))


def _year_untold(folder: Path, _: Press) -> None:
    told = [("机电工程系", 320, 301), ("海洋技术系", 280, 262), ("管理系", 410, 369)]
    book(
        folder / "就业率统计.xlsx",
        Sheet(
            [["系部", "毕业生人数", "就业人数", "就业率"]],
            [*([name, all_, done, f"{done / all_:.2%}"] for name, all_, done in told), ["合计", 1010, 932, "92.28%"]],
            above=["威海海洋职业学院毕业生就业率统计表"],
        ),
    )


def _only_a_goal(folder: Path, _: Press) -> None:
    Letter().title("山东药品食品职业学院", "就业工作目标责任书", size=20).text(
        "为压实就业工作责任，学校与各系签订本责任书。",
        "一、目标：力争2024届毕业生去向落实率达到92%以上，留威就业人数稳步增长。",
        "二、措施：党政负责人走访用人单位，毕业班辅导员一对一帮扶。",
        "三、考核：年终由招生就业处统一组织考评。",
    ).sign("甲方：山东药品食品职业学院　　乙方：护理系", "2024年2月26日").save(folder / "责任书.docx")


def _freshmen_came(folder: Path, _: Press) -> None:
    book(
        folder / "2.5数据.xlsx",
        Sheet(
            [["系部", "录取人数", "报到人数", "报到率"]],
            [
                ["机电工程系", 612, 590, "96.4%"],
                ["信息工程系", 588, 571, "97.1%"],
                ["经济管理系", 640, 611, "95.5%"],
                ["合计", 1840, 1772, "96.3%"],
            ],
            above=["威海职业学院2024级新生报到率统计表", "统计时间：2024年9月10日"],
        ),
    )


def _sister_school(folder: Path, _: Press) -> None:
    Letter().title("威海海洋职业学院", "2024届毕业生就业情况通报", size=20).text(
        "截至2024年8月31日，我院2024届毕业生去向落实率为92.05%。各系要继续做好跟踪帮扶。"
    ).sign("威海海洋职业学院招生就业处", "2024年9月2日").save(folder / "就业情况通报.docx")
