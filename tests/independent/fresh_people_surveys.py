# ruff: noqa: E501
"""2.4: surveys of graduates."""

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
    mail,
    people,
    sheet_html,
)
from tests.independent.press import Press


def cases() -> Iterator[Case]:
    none = (0, 0, 0)
    yield case(
        "24-just-eighty",
        "2.4",
        _just_eighty,
        (20, 20, 20),
        "2.4：1032/1290 = 80%，≥80 → 20；总数由报告自述",
        facts={"2.4": {"survey_answers": 1032, "graduates": 1290}},
    )
    yield case(
        "24-survey-site",
        "2.4",
        _survey_site,
        (16, 16, 16),
        "2.4：答卷 968 份，总结载毕业生 1520 人，63.7%；本题有效填写人次不是人数之和",
        facts={"2.4": {"survey_answers": 968, "graduates": 1520}},
        school="山东外事职业大学",
    )
    yield case(
        "24-rows-of-answers",
        "2.4",
        lambda folder, _: _rows_of_answers(folder, "rows of answers", 48, 36, 0),
        (18, 18, 18),
        "2.4：逐份答卷 36 行，生源名册 48 人，75% → 18",
        facts={"2.4": {"survey_answers": 36, "graduates": 48}},
        school="威海海洋职业学院",
    )
    yield case(
        "24-some-twice",
        "2.4",
        lambda folder, _: _rows_of_answers(folder, "some twice", 75, 36, 4),
        (10, 10, 10),
        "2.4：40 份中 4 人重复提交，36/75 = 48% → 10（domain 算例：重复答卷剔除）",
        alt={"2.4": [(10, 10, 14)]},
        school="威海海洋职业学院",
    )
    yield case(
        "24-no-total",
        "2.4",
        _no_total,
        (10, 10, 20),
        "2.4：没有毕业生总数 → 10/10/20",
        flags=["denominator-missing"],
        facts={"2.4": {"survey_answers": 1108}},
        school="山东药品食品职业学院",
    )
    yield case(
        "24-boasted-rate",
        "2.4",
        _boasted_rate,
        (18, 18, 18),
        "2.4：自述 82.3%，实为 1150/1460 = 78.8%，以算得的为准",
        flags=["totals-disagree"],
        facts={"2.4": {"survey_answers": 1150, "graduates": 1460}},
        school="北京交通大学（威海）",
    )
    yield case(
        "24-rate-of-copies",
        "2.4",
        _rate_of_copies,
        (10, 10, 10),
        "2.4：有效回收率 96% 以发放数为分母，是另一个数；576/1180 = 48.8% → 10",
        forbid_flags=[("2.4", "totals-disagree")],
        facts={"2.4": {"survey_answers": 576, "graduates": 1180}},
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "24-table-by-college",
        "2.4",
        _table_by_college,
        (14, 14, 14),
        "2.4：分院系统计表合计 806/1420 = 56.8% → 14",
        facts={"2.4": {"survey_answers": 806, "graduates": 1420}},
        school="山东大学（威海）",
    )
    yield case(
        "24-commas-in-thousands",
        "2.4",
        _commas_in_thousands,
        (14, 14, 14),
        "2.4：1,234/2,468 恰为 50% → 14",
        facts={"2.4": {"survey_answers": 1234, "graduates": 2468}},
        school="威海海洋职业学院",
    )
    yield case(
        "24-said-by-mail",
        "2.4",
        _said_by_mail,
        (18, 18, 18),
        "2.4：邮件报数，1491/2130 恰为 70% → 18",
        facts={"2.4": {"survey_answers": 1491, "graduates": 2130}},
        school="山东交通学院（威海）",
    )
    yield case(
        "24-year-before",
        "2.4",
        _year_before,
        none,
        "第0节“Period”：2023年5月对2023届的调查",
        flags=["date-outside-period"],
    )
    yield case(
        "24-canteen",
        "2.4",
        _canteen,
        none,
        "2.4 要毕业生相关问卷：此为全体学生食堂满意度（domain 第5节反面词）",
        school="威海海洋职业学院",
    )
    yield case(
        "24-blank-questions",
        "2.4",
        _blank_questions,
        none,
        "第0节“What is never evidence”：空白问卷",
        school="山东药品食品职业学院",
    )


def _just_eighty(folder: Path, _: Press) -> None:
    Letter().title("威海职业学院2024届毕业生", "就业意向与求职状况调查报告", size=20).head("一、调查概况").text(
        "为掌握毕业生求职进展，招生就业处于2024年4月1日至4月20日面向2024届毕业生开展了网上问卷调查。我校2024届毕业生共1290人，收回有效答卷1032份，样本覆盖全部十二个系部。"
    ).head("二、主要结果").text(
        "（一）就业地域。愿意留在威海工作的占46.2%，愿意到青岛、烟台的占31.5%。",
        "（二）薪酬期望。期望月薪在4000元至6000元之间的占58.9%。",
        "（三）求职困难。认为实践经验不足的占39.4%，认为信息渠道少的占22.1%。",
    ).head("三、建议").text("加强与本市企业的岗位对接，在毕业班开设简历与面试辅导，做好未就业学生台账。").sign(
        "招生就业处", "2024年4月26日"
    ).save(folder / "2024届毕业生调查报告.docx")


def _survey_site(folder: Path, press: Press) -> None:
    asked = [
        ("1. 您的性别", [("男", 391), ("女", 577)], 968),
        (
            "2. 您目前的毕业去向",
            [("已签约", 402), ("拟升学", 288), ("求职中", 231), ("自主创业", 11), ("其他", 36)],
            968,
        ),
        (
            "3. 您意向就业的地区（多选）",
            [("威海", 455), ("青岛", 380), ("烟台", 266), ("济南", 190), ("省外", 312)],
            968,
        ),
        ("4. 您希望学校提供的帮助", [("岗位信息", 420), ("求职辅导", 301), ("政策解读", 214)], 935),
    ]
    body = (
        "<h1 style='font-size:1.4em'>山东外事职业大学2024届毕业生就业状况调查问卷</h1>"
        "<p class=n>答卷总数：968　　开始时间：2024-05-06　　结束时间：2024-05-24　　数据来源：手机提交 951，链接 17</p>"
    )
    for title, options, told in asked:
        rows = [[name, many, f"{many / told:.2%}"] for name, many in options]
        body += f"<h2>第{title.replace('. ', '题　')}　[{'多选题' if '多选' in title else '单选题'}]</h2>{grid([['选项', '小计', '比例']], [*rows, ['本题有效填写人次', told, '']])}"
    press.pdf(folder / "默认报告.pdf", sheet_html(body, font=HEI, size=14, margin="10px 20px"))
    Letter().title("山东外事职业大学大学生就业创业服务指导站", "2024年度工作总结", size=20).head("一、基本情况").text(
        "我校2024届毕业生1520人，均为本科层次。指导站全年围绕信息采集、政策宣传与活动组织开展工作。"
    ).head("二、主要做法").text("坚持每周研判毕业生去向，开展线上问卷调查，及时向市人社部门反馈。").sign(
        "2024年11月20日"
    ).save(folder / "工作总结.docx")


def _rows_of_answers(folder: Path, key: str, graduates: int, answered: int, twice: int) -> None:
    rng = Random(key)
    who = people(key, graduates)
    order = [*who[:answered], *rng.sample(who[:answered], twice)]
    rows = [
        [
            n,
            f"2024/5/{8 + n // 10} {rng.randrange(8, 22)}:{rng.randrange(10, 60)}:{rng.randrange(10, 60)}",
            f"{rng.randrange(60, 400)}秒",
            "微信",
            p.name,
            p.xh,
            p.major,
            rng.choice(["威海", "青岛", "烟台", "省外"]),
            rng.choice(["已签约", "求职中", "专升本"]),
        ]
        for n, p in enumerate(order, 1)
    ]
    book(
        folder / "267340112_按文本_威海海洋职业学院2024届毕业生就业情况调查.xlsx",
        Sheet(
            [
                [
                    "序号",
                    "提交答卷时间",
                    "所用时间",
                    "来源",
                    "1、您的姓名：",
                    "2、您的学号：",
                    "3、您的专业：",
                    "4、意向就业城市：",
                    "5、目前状态：",
                ]
            ],
            rows,
            plain=True,
        ),
    )
    book(
        folder / "生源信息.xlsx",
        Sheet(
            [["学号", "姓名", "性别", "身份证号", "专业", "学历", "生源地"]],
            [[p.xh, p.name, p.sex, p.rid, p.major, "专科", p.origin] for p in who],
            above=["威海海洋职业学院2024届毕业生生源信息"],
        ),
    )


def _no_total(folder: Path, _: Press) -> None:
    Letter().title("关于开展毕业生就业创业政策知晓度", "问卷调查情况的说明", size=20).text(
        "威海市人力资源和社会保障局：", indent=False
    ).text(
        "按照贵局通知要求，山东药品食品职业学院于2024年9月组织2024届毕业生填写《高校毕业生就业创业政策知晓度调查问卷》，采取班级微信群转发链接、辅导员逐一提醒的方式推进。",
        "截至9月18日17时，共收到有效答卷1108份。其中知晓求职创业补贴的占71.3%，知晓住房补贴的占54.8%。",
        "特此说明。",
    ).sign("山东药品食品职业学院招生就业处", "2024年9月19日").save(folder / "问卷情况说明.docx")


def _boasted_rate(folder: Path, press: Press) -> None:
    body = (
        "<h1>毕业生调查问卷组织情况</h1><p>北京交通大学（威海）就业指导中心于2024年6月3日至6月14日组织应届毕业生填写“毕业去向与留威意愿调查”。</p>"
        + grid(
            [["项目", "数值"]],
            [
                ["2024届毕业生总人数", "1460人"],
                ["答卷人数", "1150人"],
                ["答卷率", "82.3%"],
                ["愿意留威就业", "27.4%"],
                ["对就业服务表示满意", "93.1%"],
            ],
        )
        + "<p>调查由各学院毕业班班主任负责落实，答卷由系统自动去重。</p><p class=r>就业指导中心</p><p class=r>2024年6月17日</p>"
    )
    press.pdf(folder / "2-4.pdf", sheet_html(body, font=SONG))


def _rate_of_copies(folder: Path, _: Press) -> None:
    Letter("宋体", 12).title("哈尔滨理工大学荣成校区毕业生满意度调查小结", size=18).text(
        "时间：2024年5月　　对象：2024届毕业生　　方式：纸质问卷", indent=False
    ).text(
        "本校区2024届毕业生1180人。本次调查采取分层抽样，共发放问卷600份，回收有效问卷576份，有效回收率96%。",
        "从结果看，学生对专业课程、实践教学和就业服务的评价总体较好。",
    ).table(
        [
            ["调查内容", "非常满意", "满意", "一般", "不满意"],
            ["就业指导课程", "41%", "44%", "12%", "3%"],
            ["招聘信息发布", "38%", "46%", "13%", "3%"],
            ["校园招聘活动", "35%", "45%", "16%", "4%"],
        ],
        size=11,
    ).text("").sign("荣成校区学生工作办公室", "2024年5月30日").save(folder / "调查小结.docx")


def _table_by_college(folder: Path, _: Press) -> None:
    told = [
        ("商学院", 312, 201),
        ("法学院", 148, 90),
        ("海洋学院", 206, 118),
        ("机电与信息工程学院", 388, 197),
        ("数学与统计学院", 176, 96),
        ("艺术学院", 190, 104),
    ]
    rows = [[n, name, all_, answered, f"{answered / all_:.1%}"] for n, (name, all_, answered) in enumerate(told, 1)]
    rows.append(["合计", "", sum(row[1] for row in told), sum(row[2] for row in told), "56.8%"])
    book(
        folder / "问卷答卷情况.xlsx",
        Sheet(
            [["序号", "学院", "毕业生人数", "答卷人数", "答卷率"]],
            rows,
            above=["山东大学（威海）2024届毕业生就业调查问卷答卷情况统计表", "统计时间：2024年6月28日"],
            merges=[f"A{len(rows) + 3}:B{len(rows) + 3}"],
        ),
    )


def _commas_in_thousands(folder: Path, _: Press) -> None:
    Letter("宋体", 12).title("2024年应届毕业生就业状况问卷调查", "工作总结", size=18).text(
        "为配合市里做好高校毕业生就业情况统计分析，威海海洋职业学院于二〇二四年五月十三日至三十一日组织了本次调查。"
    ).head("1　组织情况").text(
        "1.1　调查对象：2024届全体毕业生，共 2,468 人。",
        "1.2　调查方式：问卷星链接，由辅导员转发至毕业班群。",
        "1.3　答卷情况：剔除无效卷后，实收有效答卷 1,234 份。",
    ).head("2　主要结论").text("2.1　四成半毕业生愿意在威海就业。", "2.2　希望学校多推送本地岗位的占六成。").sign(
        "招生就业处", "2024年6月4日"
    ).save(folder / "调查工作总结.docx")


def _said_by_mail(folder: Path, _: Press) -> None:
    mail(
        folder / "回复：关于报送毕业生调查问卷完成情况.eml",
        sender="山东交通学院（威海）就业办 <jiuye@example.edu.cn>",
        to="市大学生就业服务科 <fuwu@example.gov.cn>",
        subject="回复：关于报送毕业生调查问卷完成情况",
        date="Fri, 21 Jun 2024 16:20:11 +0800",
        body=(
            "科长您好：\n\n我校2024届毕业生就业创业调查问卷已于昨日截止。应届毕业生总数2130人，答卷人数1491人，"
            "各班均已完成催填，后台数据已导出留存。\n\n山东交通学院（威海）招生就业处　毕老师\n2024年6月21日\n\n"
            "------------------ 原始邮件 ------------------\n发件人: 市大学生就业服务科\n主题: 关于报送毕业生调查问卷完成情况\n\n"
            "各驻威高校：请于6月21日下班前反馈本校毕业生调查问卷完成情况。\n"
        ),
    )


def _year_before(folder: Path, _: Press) -> None:
    Letter().title("威海职业学院2023届毕业生就业调查报告", size=20).text(
        "2023年5月8日至5月22日，学校对2023届毕业生进行就业状况问卷调查。2023届毕业生1312人，回收有效答卷1101份，答卷率83.9%。",
        "留威意愿占比为四成左右，薪资、住房是主要关切。",
    ).sign("威海职业学院招生就业处", "2023年6月1日").save(folder / "毕业生就业调查报告.docx")


def _canteen(folder: Path, _: Press) -> None:
    Letter("宋体", 12).title("威海海洋职业学院食堂服务满意度", "问卷调查分析", size=18).text(
        "后勤管理处于2024年10月在全校学生中开展食堂服务满意度问卷调查，发放问卷1200份，回收有效问卷1146份。"
    ).table(
        [
            ["项目", "满意", "一般", "不满意"],
            ["饭菜口味", "62%", "29%", "9%"],
            ["就餐环境", "74%", "21%", "5%"],
            ["价格", "55%", "33%", "12%"],
        ],
        size=11,
    ).text("").sign("后勤管理处", "2024年10月28日").save(folder / "调查问卷.docx")


def _blank_questions(folder: Path, _: Press) -> None:
    letter = Letter("宋体", 12).title("山东药品食品职业学院毕业生就业调查问卷", size=18)
    letter.text("亲爱的同学：为了解毕业生就业意愿，请据实作答，本问卷不记名。")
    for number, (asked, options) in enumerate(
        [
            ("您的性别是（　　）", "A.男　　B.女"),
            ("您所学专业：______________", ""),
            ("您毕业后的打算是（　　）", "A.就业　　B.升学　　C.创业　　D.参军　　E.暂不就业"),
            ("您最希望的工作城市是（　　）", "A.威海　　B.青岛　　C.济南　　D.省外"),
            ("您期望的月薪是（　　）", "A.3000元以下　B.3000—5000元　C.5000—8000元　D.8000元以上"),
            ("您对学校就业工作的建议：__________________________", ""),
        ],
        1,
    ):
        letter.text(f"{number}．{asked}", *([options] if options else []), indent=False)
    letter.text("感谢您的配合！").save(folder / "调查问卷.docx")
