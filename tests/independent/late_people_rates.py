"""Surveys of several platforms (2.4) and employment rates in prose, fractions and odd tables (2.5)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from random import Random

from tests.independent.case import Case
from tests.independent.late_people_kit import Cell, Paper, book, graduates, grid, put, sheet
from tests.independent.press import Press, scanned

ANSWERS = ("已签约", "求职中", "准备升学", "应征入伍", "自主创业")


def survey_cases() -> Iterator[Case]:
    def star(folder: Path, press: Press) -> None:
        people, roster = graduates("lp-24-star", 80, "威海职业学院")
        roster(put(folder, "2.1/2024届生源信息.xlsx"))
        rng = Random("lp-24-star")
        rows: list[list[Cell]] = [
            [
                "序号",
                "提交答卷时间",
                "所用时间",
                "来源",
                "来源详情",
                "来自IP",
                "1、您的姓名：",
                "2、您的学号：",
                "3、您目前的就业状态是？",
                "4、您是否愿意留在威海就业？",
                "总分",
            ]
        ]
        for at, s in enumerate(rng.sample(people, 60), 1):
            rows.append(
                [
                    at,
                    f"2024/5/{10 + at // 12} {8 + at % 12}:{at % 60:02d}:07",
                    f"{40 + at}秒",
                    "微信",
                    "N/A",
                    f"223.99.{at}.{at * 3 % 250}(山东-威海)",
                    s.name,
                    s.number,
                    rng.choice(ANSWERS),
                    rng.choice(("愿意", "不愿意", "看机会")),
                    0,
                ]
            )
        book(put(folder, "2.4/253817460_按文本_2024届毕业生就业意向调查_60_60.xlsx"), {"Sheet1": rows})

    yield Case(
        "lp-24-wenjuanxing",
        "2.4",
        star,
        {"2.4": (18, 18, 18)},
        facts={"2.4": {"survey_answers": 60, "graduates": 80}},
        note="2.4: 60 of the roster's 80 are 75 %",
    )

    def faculties(folder: Path, press: Press) -> None:
        people, roster = graduates("lp-24-faculties", 70, "威海海洋职业学院")
        roster(put(folder, "毕业生库.xlsx"))
        heads = {
            "腾讯问卷": [
                "编号",
                "开始答题时间",
                "结束答题时间",
                "答题时长",
                "用户类型",
                "1.姓名",
                "2.学号",
                "3.毕业去向",
            ],
            "金数据": [
                "序号",
                "姓名",
                "学号",
                "毕业去向",
                "提交人",
                "提交时间",
                "更新时间",
                "填写设备",
                "操作系统",
                "IP",
            ],
            "飞书": ["提交时间", "提交人", "姓名", "学号", "毕业去向"],
        }
        parts = {"腾讯问卷": people[:16], "金数据": people[20:38], "飞书": people[40:55]}
        for platform, who in parts.items():
            rows: list[list[Cell]] = [list(heads[platform])]
            for at, s in enumerate(who, 1):
                when, went = f"2024-06-{at % 9 + 10} 1{at % 10}:0{at % 6}:33", ANSWERS[at % 5]
                lines: dict[str, list[Cell]] = {
                    "腾讯问卷": [at, when, when[:-2] + "58", "25秒", "微信用户", s.name, s.number, went],
                    "金数据": [at, s.name, s.number, went, "匿名", when, when, "手机", "Android 13", f"60.212.7.{at}"],
                    "飞书": [when, s.name, s.name, s.number, went],
                }
                rows.append(lines[platform])
            name = put(folder, f"调查问卷/{platform}-{who[0].college}2024届毕业生就业去向调查.csv")
            with name.open("w", encoding="utf-8-sig", newline="") as held:
                csv.writer(held).writerows(rows)

    yield Case("lp-24-three-platforms", "2.4", faculties, {"2.4": (18, 18, 18)}, school="威海海洋职业学院", facts={"2.4": {"survey_answers": 49, "graduates": 70}},  # noqa: E501
               note="2.4: three faculties on " "three platforms, 16 + 18" " + 15 different people o" "f 70 are exactly 70 %: 18")  # fmt: skip  # noqa: E501

    def twice(folder: Path, press: Press) -> None:
        people, roster = graduates("lp-24-twice", 60, "威海职业学院")
        roster(put(folder, "2024届毕业生花名册.xlsx"))
        rows: list[list[Cell]] = [
            ["序号", "提交答卷时间", "所用时间", "来源", "来自IP", "1、姓名", "2、学号", "3、去向"]
        ]
        for at, s in enumerate([*people[:35], *people[5:9]], 1):
            rows.append(
                [
                    at,
                    f"2024/11/{at // 3 + 1} 20:1{at % 10}:00",
                    "61秒",
                    "链接",
                    f"112.6.1.{at}",
                    s.name,
                    s.number,
                    ANSWERS[at % 5],
                ]
            )
        book(put(folder, "毕业生跟踪调查答卷.xlsx"), {"Sheet1": [*rows]})

    yield Case("lp-24-answered-twice", "2.4", twice, {"2.4": (14, 14, 14)}, alt={"2.4": [(14, 14, 16)]}, facts={"2.4": {"survey_answers": 35, "graduates": 60}},  # noqa: E501
               note="2.4: 39 lines, 35 people of 6" "0 = 58.3 %: 14; counted by li" "nes it would be 65 %, 16 (dom" "ain 4: duplicat" "es are removed)")  # fmt: skip  # noqa: E501

    def brief(folder: Path, press: Press) -> None:
        paper = Paper("就业工作简报")
        paper.line("（2024年第11期·总第86期）", place="center")
        paper.line("山东药品食品职业学院招生就业处　　　　　　　2024年11月22日")
        paper.text(
            "【调查研究】为配合市人社局开展高校毕业生就业创业状况调查，"
            "学院自10月中旬起组织辅导员包班督办，面向全体2024届毕业生发放线上问卷。",
            "学院2024届共有毕业生1286人。截至11月20日，后台收回有效"
            "答卷1029份，覆盖全部六个系部，其中食品系答卷最为踊跃。",
            "从答卷看，愿意在威海就业的毕业生占到四成三，月薪期望集中在4000元至5500元之间。",
        )
        paper.save(put(folder, "2.4/简报11期.docx"))

    yield Case(
        "lp-24-brief",
        "2.4",
        brief,
        {"2.4": (20, 20, 20)},
        school="山东药品食品职业学院",
        facts={"2.4": {"survey_answers": 1029, "graduates": 1286}},
        note="2.4: 1029 of 1286 = 80.02 %, both only in a brief's prose",
    )

    def tenths(folder: Path, press: Press) -> None:
        paper = Paper("关于2024届毕业生就业创业状况问卷调查的报告")
        paper.line("威海市人力资源和社会保障局：")
        paper.text(
            "按照贵局安排，我校于2024年9月对本年度毕业生开展问卷调查。"
            "本次调查答题人数接近毕业生总数的七成，现将有关情况报告如下。",
            "一、调查对象。2024届全体毕业生，共六百人。",
            "二、调查方式。通过问卷星推送链接，同一手机号仅可填写一次。",
            "三、回收情况。剔除无效答卷后，有效答卷412份。",
        )
        paper.sign("山东外事职业大学", "二〇二四年十月十五日")
        paper.save(put(folder, "调查报告.docx"))

    yield Case("lp-24-tenths", "2.4", tenths, {"2.4": (16, 16, 16)}, school="山东外事职业大学", facts={"2.4": {"survey_answers": 412, "graduates": 600}}, forbid_flags=[("2.4", "denominator-missing")],  # noqa: E501
               note="2.4: 412 of 六百 = 68.67 %: 16; 接近七成 is no rate to count")  # fmt: skip

    def across(folder: Path, press: Press) -> None:
        rows: list[list[Cell]] = [
            ["哈尔滨理工大学荣成校区2024届毕业生就业意向问卷回收统计表"],
            ["项目", "机械工程系", "电气工程系", "软件工程系", "经济管理系", "外语系", "合计"],
            ["毕业生人数", 142, 118, 156, 97, 63, 576],
            ["有效答卷数", 101, 66, 92, 51, 36, 346],
            ["答卷率", "71.1%", "55.9%", "59.0%", "52.6%", "57.1%", "60.1%"],
            ["统计时间：2024年5月31日　　　数据来源：问卷星后台"],
        ]
        book(put(folder, "2.4毕业生相关调查问卷/统计.xlsx"), {"汇总": rows})

    yield Case(
        "lp-24-transposed",
        "2.4",
        across,
        {"2.4": (16, 16, 16)},
        school="哈尔滨理工大学荣成校区",
        facts={"2.4": {"survey_answers": 346, "graduates": 576}},
        note="2.4: faculties across, 346 of 576 = 60.07 %: 16",
    )

    def copies(folder: Path, press: Press) -> None:
        paper = Paper("2024届毕业生就业质量调查情况")
        paper.text(
            "我院2024届毕业生800人。2024年4月，就业指导站采取分层抽样方式发"
            "放纸质问卷500份，回收491份，其中有效问卷480份，有效回收率96.0%。"
        )
        paper.sign("威海职业学院大学生就业创业服务指导站", "2024年5月8日")
        paper.save(put(folder, "问卷/情况.docx"))

    yield Case("lp-24-copies", "2.4", copies, {"2.4": (16, 16, 16)}, forbid_flags=[("2.4", "totals-disagree")], facts={"2.4": {"survey_answers": 480, "graduates": 800}},  # noqa: E501
               note="2.4: 480 of 800 gradu" "ates = 60 %: 16; 96 % " "divides by copies sent" " and is another figure")  # fmt: skip  # noqa: E501

    def nototal(folder: Path, press: Press) -> None:
        body = """<p class=n>问卷名称：2024届毕业生留威就业意愿调查　　问卷状态：已停止　　创建时间：2024-04-07</p><p class=n>回收数据 <b>733</b>　　平均用时 1分12秒</p><h2>1. 您毕业后的首选去向 [单选题]</h2>"""  # noqa: E501
        body += grid(
            ["选项", "小计", "比例"],
            [
                ["留在威海", 251, "34.24%"],
                ["省内其他城市", 283, "38.61%"],
                ["省外", 121, "16.51%"],
                ["升学", 78, "10.64%"],
                ["本题有效填写人次", 733, ""],
            ],
        )
        press.pdf(
            put(folder, "2.4毕业生相关调查问卷.pdf"),
            sheet("北京交通大学（威海）2024届毕业生留威就业意愿调查<br>数据统计报告", body),
        )

    yield Case(
        "lp-24-no-total",
        "2.4",
        nototal,
        {"2.4": (10, 10, 20)},
        school="北京交通大学（威海）",
        want_flags=[("2.4", "denominator-missing")],
        note="2.4: no total in the bundle: 10/10/20",
    )

    def food(folder: Path, press: Press) -> None:
        rows: list[list[Cell]] = [
            [
                "序号",
                "提交答卷时间",
                "所用时间",
                "来源",
                "来自IP",
                "1、您所在年级",
                "2、您对食堂饭菜价格满意吗",
                "3、您最常去的食堂",
            ]
        ]
        rows += [
            [
                at,
                f"2024/4/{at % 20 + 1} 12:3{at % 10}:11",
                "35秒",
                "微信",
                f"112.6.9.{at}",
                f"202{at % 3 + 1}级",
                "满意" if at % 3 else "一般",
                "第一餐厅",
            ]
            for at in range(1, 52)
        ]
        book(put(folder, "2.4/调查问卷.xlsx"), {"Sheet1": [["威海职业学院学生食堂满意度调查（2024年）"], *rows]})

    yield Case(
        "lp-24-canteen",
        "2.4",
        food,
        {"2.4": (0, 0, 0)},
        note="neighbour: a survey on the canteen is no survey of graduates; nothing for the cell",
    )


def rate_cases() -> Iterator[Case]:
    def speech(folder: Path, press: Press) -> None:
        paper = Paper("在全院就业工作推进会上的讲话")
        paper.line("（2024年9月4日，根据录音整理）", place="center")
        paper.text(
            "同志们：今天这个会，开得很必要。先讲一讲形势。",
            "咱们学院今年毕业的学生，也就是2024届，一共两千三百一十五人，截至8月31日，去向落实率是百"
            "分之九十四点一，比去年这个时候高了一点三个百分点，留在威海的有六百多人。成绩来之不易。",
            "再讲问题。护理系、电商专业还有一部分孩子没有着落，各位书记要一人一策，不能松劲。",
        )
        paper.save(put(folder, "院长讲话稿.docx"))

    yield Case(
        "lp-25-speech",
        "2.5",
        speech,
        {"2.5": (15, 15, 15)},
        note="2.5: a document stating the 去向落实率 of the class of 2024, in words",
    )

    def permille(folder: Path, press: Press) -> None:
        body = """<p>2024届毕业生就业监测指标（截至2024年8月31日）</p>""" + grid(
            ["指标", "计量单位", "分子", "分母", "指标值"],
            [
                ["毕业去向落实率", "‰", 1902, 2064, 921.5],
                ["升学率", "‰", 371, 2064, 179.7],
                ["自主创业率", "‰", 11, 2064, 5.3],
                ["待就业率", "‰", 162, 2064, 78.5],
            ],
        )
        press.pdf(
            put(folder, "2.5/指标.pdf"),
            sheet(
                "山东大学（威海）就业状况指标表",
                body + "<p class=s>学生就业与创业指导中心</p><p class=s>2024年9月2日</p>",
            ),
        )

    yield Case(
        "lp-25-permille",
        "2.5",
        permille,
        {"2.5": (15, 15, 15)},
        school="山东大学（威海）",
        note="2.5: the rate in ‰ with numerator and denominator is a table stating it",
    )

    def nested(folder: Path, press: Press) -> None:
        rows: list[list[Cell]] = [
            ["学院", "专业", "毕业人数", "落实情况", "", "", "", "毕业去向落实率", "毕业去向落实率"],
            ["", "", "", "单位就业", "", "升学", "创业", "本届", "上届同期"],
            ["", "", "", "协议", "合同", "", "", "", ""],
            ["船舶学院", "船舶工程技术", 88, 31, 40, 12, 0, "94.32%", "92.10%"],
            ["船舶学院", "航海技术", 61, 37, 12, 6, 1, "91.80%", "90.00%"],
            ["", "小计", 149, 68, 52, 18, 1, "93.29%", "91.24%"],
            ["水产学院", "水产养殖技术", 54, 9, 21, 19, 1, "92.59%", "93.75%"],
            ["", "小计", 54, 9, 21, 19, 1, "92.59%", "93.75%"],
            ["合计", "", 203, 77, 73, 37, 2, "93.10%", "91.90%"],
        ]
        paper = Paper("威海海洋职业学院2024届毕业生毕业去向落实情况统计表")
        paper.line("统计截止日期：2024年8月31日", place="right")
        paper.table(rows, (0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 2, 2), (0, 3, 0, 6), (1, 3, 1, 4), (0, 7, 0, 8))
        paper.save(put(folder, "就业率统计.docx"))

    yield Case(
        "lp-25-nested",
        "2.5",
        nested,
        {"2.5": (15, 15, 15)},
        school="威海海洋职业学院",
        note="2.5: three-row head, subtotals; states the rate for 2024",
    )

    def inquiry(folder: Path, press: Press) -> None:
        paper = Paper("政府信息公开申请答复书")
        paper.line("山外大信公〔2024〕7号", place="center")
        paper.line("王××：")
        paper.text(
            "本校于2024年10月9日收到您提交的信息公开申请，要求公开“近两届毕业生就业情况”。经审查，答复如下：",
            "一、2023届毕业生就业率为91.06%；二、2024届毕业生就业率为93.48%（统计时点均为当年8月31日）。",
            "三、您申请的分单位名单涉及个人隐私，依法不予公开。",
        )
        paper.sign("山东外事职业大学", "2024年10月28日")
        paper.save(put(folder, "2.5就业率及相关信息数据/答复书.docx"))

    yield Case(
        "lp-25-inquiry",
        "2.5",
        inquiry,
        {"2.5": (15, 15, 15)},
        school="山东外事职业大学",
        note="2.5: an answer to an inquiry states the 就业率 of 2024 beside 2023",
    )

    def years(folder: Path, press: Press) -> None:
        rows: list[list[Cell]] = [
            ["年度", "2022届", "2023届", "2024届"],
            ["毕业生数", 1420, 1511, 1498],
            ["落实人数", 1288, 1390, 1402],
            ["去向落实率（%）", 90.7, 91.99, 93.59],
            ["其中：升学", 201, 232, 250],
        ]
        book(put(folder, "近三届.xlsx"), {"Sheet1": [["哈尔滨工业大学（威海）近三届毕业生去向落实率对照"], *rows]})

    yield Case(
        "lp-25-three-years",
        "2.5",
        years,
        {"2.5": (15, 15, 15)},
        school="哈尔滨工业大学（威海）",
        note="2.5: transposed, the third column is the assessed year's class",
    )

    def mail(folder: Path, press: Press) -> None:
        letter = EmailMessage()
        letter["From"], letter["To"] = "就业指导中心 <jyzx@wvc.example>", "市人才中心 <rczx@whrs.example>"
        letter["Subject"], letter["Date"] = "报送2024届毕业生就业进展（7月周报）", "Fri, 12 Jul 2024 09:41:00 +0800"
        letter.set_content(
            "各位老师好：\n\n现报送我院本周数据：2024届毕业生1655人，已落实1390人，毕业去向落实率8"
            "3.99%，环比上周提高2.1个百分点。未落实人员实名台账另附。\n\n威海职业学院就业指导中心\n"
        )
        put(folder, "周报.eml").write_bytes(letter.as_bytes())

    yield Case(
        "lp-25-mail",
        "2.5",
        mail,
        {"2.5": (15, 15, 15)},
        note="2.5: a weekly mail to the bureau states the rate for the class of 2024",
    )

    def scan(folder: Path, press: Press) -> None:
        body = (
            "<p class=n>威海市人力资源和社会保障局：</p><p>截至2024"
            "年8月31日，我校2024届毕业生1033人，已落实毕业去向956人，"
            "毕业去向落实率92.55%，其中签订就业协议与劳动合同601人，升学288人，应征入伍21人，其他46人。特此报告。</p>"
        )
        body += (
            "<br><br><p class=s>北京交通大学（威海）<span class=se"
            "al data-name='北京交通大学威海校区' data-below='学生工"
            "作处' style='display:inline-block;width:0;height:0;mar"
            "gin-right:80px'></span></p><p class=s>2024年9月5日</p>"
        )
        page = press.picture(sheet("关于2024届毕业生就业情况的报告", body, size=18), scale=1.5)
        scanned(page, Random("lp-25-scan")).save(put(folder, "信息采集/报告.jpg"), quality=85)

    yield Case(
        "lp-25-scan",
        "2.5",
        scan,
        {"2.5": (15, 15, 15)},
        school="北京交通大学（威海）",
        note="2.5: the same letter scanned",
    )

    def noyear(folder: Path, press: Press) -> None:
        paper = Paper("毕业生就业情况说明")
        paper.text(
            "我院本届毕业生去向落实率为93.7%，其中机电类专业落实率达"
            "到96.2%。用人单位反映良好，毕业生对就业指导服务总体满意。"
        )
        paper.sign("威海职业学院招生就业处")
        paper.save(put(folder, "2.5/说明.docx"))

    yield Case("lp-25-no-year", "2.5", noyear, {"2.5": (0, 0, 15)}, note="2.5: 本届 and no year anywhere: 0/0/15")

    def past(folder: Path, press: Press) -> None:
        rows: list[list[Cell]] = [
            ["系部", "毕业生", "落实", "落实率"],
            ["机电系", 301, 280, "93.02%"],
            ["护理系", 220, 211, "95.91%"],
            ["合计", 521, 491, "94.24%"],
            ["统计时间：2023年8月31日"],
        ]
        book(
            put(folder, "2.5就业率/就业率.xlsx"),
            {"Sheet1": [["山东药品食品职业学院2023届毕业生去向落实率统计表"], *rows]},
        )

    yield Case(
        "lp-25-last-year",
        "2.5",
        past,
        {"2.5": (0, 0, 0)},
        school="山东药品食品职业学院",
        note="0 and 2.5: only the class of 2023, counted in 2023",
    )

    def goal(folder: Path, press: Press) -> None:
        paper = Paper("2024届毕业生就业工作目标责任书")
        paper.text(
            "甲方：威海职业学院　　乙方：机电工程系",
            "一、工作目标：乙方2024届毕业生去向落实率力争达到95%以上，年底前留威就业比例不低于35%。",
            "二、考核办法：未完成目标的，取消当年评优资格。",
        )
        paper.sign("2023年12月18日")
        paper.save(put(folder, "责任书.docx"))

    yield Case(
        "lp-25-goal",
        "2.5",
        goal,
        {"2.5": (0, 0, 0)},
        alt={"2.5": [(0, 0, 15)]},
        note="2.5: a goal set in 2023 states no rate that graduates reached",
    )


def cases() -> Iterator[Case]:
    yield from survey_cases()
    yield from rate_cases()
