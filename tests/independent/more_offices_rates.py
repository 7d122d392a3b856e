# ruff: noqa: E501
"""2.5 once more: weekly progress, system exports, pages of openness, papers of the city, years told by grades."""

from __future__ import annotations

from collections.abc import Iterator

from tests.independent.case import Case
from tests.independent.more_offices_kit import free_pdf, free_picture, grid, more, stamp
from tests.independent.offices_paper import Percent, Table, docx, page, pdf, shot, xlsx

DEPARTMENTS = [("药学系", 402, 388), ("食品工程系", 286, 270), ("医疗器械系", 197, 185), ("管理系", 331, 306)]
TOTAL = (sum(each[1] for each in DEPARTMENTS), sum(each[2] for each in DEPARTMENTS))


def cases() -> Iterator[Case]:
    yield from _stated()
    yield from _short()
    yield from _near()


def _stated() -> Iterator[Case]:
    weeks = [("5月10日", 0.7615), ("5月17日", 0.7884), ("5月24日", 0.8127), ("5月31日", 0.8392)]
    yield more(
        "2.5",
        "weekly-progress",
        15,
        "2024届就业进展周报，一周一列",
        xlsx(
            "就业周报/第22周.xlsx",
            {
                "周报": [
                    "# 威海海洋职业学院2024届毕业生就业进展周报（2024年第22周）",
                    Table(
                        [
                            ["系部", "毕业生数", *[f"截至{day}去向落实率" for day, _ in weeks], "较上周"],
                            [
                                "海洋工程系",
                                318,
                                *[Percent(rate - 0.012) for _, rate in weeks],
                                Percent(0.0265),
                            ],
                            ["管理系", 274, *[Percent(rate + 0.014) for _, rate in weeks], Percent(0.0265)],
                            ["全校", 592, *[Percent(rate) for _, rate in weeks], Percent(0.0265)],
                        ]
                    ),
                    "数据来源：山东高校毕业生就业信息网，更新于周五17:00",
                ]
            },
        ),
        school="威海海洋职业学院",
    )
    yield more(
        "2.5",
        "one-picture-explained",
        15,
        "“一图读懂”长图写明2024届去向落实率",
        free_picture(
            "一图读懂.png",
            "<h1>一图读懂<br>2024届毕业生就业数据</h1><p class=c>山东外事职业大学 招生就业处</p>"
            '<div class="tile">毕业生总数<br><big>2368</big> 人</div><div class="tile">毕业去向落实率<br><big>95.44%</big></div>'
            '<div class="tile">省内就业占比<br><big>71.20%</big></div><div class="tile">留威就业占比<br><big>18.62%</big></div><p class=c>数据截至2024年8月31日</p>',
            style="body{background:#0b5aa6;color:#fff;padding:30px 26px} h1{font-size:27px;line-height:1.5} .tile{background:#fff;color:#0b3c73;border-radius:12px;text-align:center;margin:16px 0;padding:18px} big{font-size:36px;font-weight:bold;color:#e05a1c}",
            face="hei",
            look="screen",
            width=480,
            height=700,
        ),
        school="山东外事职业大学",
    )
    yield more(
        "2.5",
        "openness-page",
        15,
        "信息公开网页：近三年表格，含2024届",
        page(
            "信息公开_毕业生就业.html",
            [
                "* 学校概况",
                "* 信息公开目录",
                "当前位置：信息公开 > 学生管理服务信息 > 毕业生就业情况",
                "# 毕业生就业情况（2024届）",
                "^ 发布部门：学生工作部　发布日期：2024-12-26　点击：128",
                "山东大学（威海）2024届毕业生总体毕业去向落实率为90.88%。本科毕业生国内升学率44.93%。",
                Table(
                    [
                        ["培养层次", "毕业生人数", "落实人数", "毕业去向落实率"],
                        ["本科", 3412, 3085, "90.42%"],
                        ["硕士", 623, 582, "93.42%"],
                        ["合计", 4035, 3667, "90.88%"],
                    ]
                ),
                "【打印】【关闭】",
            ],
        ),
        school="山东大学（威海）",
    )
    coded: list[list[object]] = [
        ["XYMC", "BYRS", "LSRS", "XYJYRS", "SXRS", "BYQXLSL"],
        ["学院名称", "毕业人数", "落实人数", "协议就业人数", "升学人数", "毕业去向落实率"],
    ]
    coded += [[name, whole, done, done - 61, 61, f"{done / whole:.2%}"] for name, whole, done in DEPARTMENTS]
    yield more(
        "2.5",
        "system-export-coded",
        15,
        "就业系统导出：代码行加中文行，末行注明2024届",
        xlsx(
            "BYQX_TJ.xlsx",
            {
                "统计结果": [
                    Table([*coded, ["总计", *TOTAL, TOTAL[1] - 244, 244, f"{TOTAL[1] / TOTAL[0]:.2%}"]], 2),
                    "统计范围：山东药品食品职业学院　毕业年度：2024　统计时间：2024-09-01 08:00:12",
                ],
                "字典": [Table([["代码", "含义"], ["LSRS", "已落实去向人数"], ["SXRS", "国内升学人数"]])],
            },
            plain_look=True,
        ),
        school="山东药品食品职业学院",
    )
    yield more(
        "2.5",
        "class-told-by-grade",
        15,
        "以“2020级本科生（2024年7月毕业）”表述届别",
        docx(
            "去向统计.docx",
            [
                "# 2020级本科生（2024年7月毕业）毕业去向落实率统计",
                "^ 哈尔滨工业大学（威海）学生就业指导中心",
                Table(
                    [
                        ["学院", "毕业人数", "深造", "签约", "其他形式就业", "去向落实率"],
                        ["船舶与海洋工程学院", 298, 151, 124, 6, "94.30%"],
                        ["汽车工程学院", 241, 118, 103, 5, "93.78%"],
                        ["信息科学与工程学院", 367, 203, 141, 7, "95.64%"],
                    ]
                ),
                "统计截止：2024年8月31日",
            ],
        ),
        school="哈尔滨工业大学（威海）",
    )
    yield more(
        "2.5",
        "two-digit-class-brief",
        15,
        "简报分两栏，写“24届”",
        free_pdf(
            "就业简报第9期.pdf",
            "<h1>就业工作简报</h1><p class=c>第9期　威海职业学院招生就业处编　2024年9月3日</p><hr>"
            '<div class="col"><h2>24届毕业生就业率稳中有升</h2><p>截至8月31日，我校24届毕业生1,932人中已有1,823人落实去向，就业率94.36%，同比提高0.7个百分点。留威就业664人，占已就业人数的36.4%。</p>'
            "<h2>秋季招聘启动</h2><p>9月下旬起，指导站将陆续举办机电、财经、护理三场专场招聘。</p>"
            "<h2>访企拓岗</h2><p>暑假期间，学校走访驻威企业19家，新增岗位420个。</p></div>",
            style=".col{columns:2;column-gap:30px} h2{margin:.3em 0;break-after:avoid}",
        ),
    )
    yield more(
        "2.5",
        "minutes-state-it",
        15,
        "就业工作调度会纪要写明2024届去向落实率",
        docx(
            "会议纪要12.docx",
            [
                "# 就业工作调度会议纪要",
                "^ 〔2024〕12号",
                "时间：2024年9月4日15:00　地点：行政楼二楼会议室　主持：分管副院长",
                "一、学生工作处通报，哈尔滨理工大学荣成校区2024届毕业生1866人，毕业去向落实率91.32%，较去年同期提高1.1个百分点。",
                "二、会议要求，各学院对尚未落实去向的162名毕业生逐一建立帮扶清单。",
                "三、10月中旬举办秋季双选会。",
            ],
        ),
        school="哈尔滨理工大学荣成校区",
    )
    yield more(
        "2.5",
        "city-table-of-schools",
        15,
        "市里汇总各驻威高校2024届落实率，其中有本校一行",
        pdf(
            "驻威高校汇总.pdf",
            [
                "# 驻威高校2024届毕业生毕业去向落实情况汇总表",
                "^ 威海市高校毕业生就业工作联席会议办公室　2024年9月20日",
                Table(
                    [
                        ["序号", "学校", "毕业生数", "落实率", "留威人数"],
                        [1, "哈尔滨工业大学（威海）", 3105, "94.81%", 402],
                        [2, "山东大学（威海）", 4035, "90.88%", 377],
                        [3, "山东交通学院（威海）", 2246, "92.16%", 531],
                        [4, "威海职业学院", 1932, "94.36%", 664],
                        [5, "威海海洋职业学院", 2980, "93.60%", 701],
                    ]
                ),
            ],
            wide=True,
        ),
        alt=[(0, 0, 15)],
        school="山东交通学院（威海）",
    )
    yield more(
        "2.5",
        "assessed-2025",
        15,
        "考核2025年度，2025届初次就业率",
        docx(
            "2025届就业数据报送.docx",
            [
                "# 关于2025届毕业生就业率及相关数据的报告",
                "威海市人力资源和社会保障局：",
                "北京交通大学（威海）2025届毕业生640人，截至2025年8月31日，初次就业率93.28%，其中升学270人、签约就业309人、灵活就业18人；在威海就业41人。",
                "@北京交通大学（威海）就业中心|2025年9月4日|-",
            ],
        ),
        school="北京交通大学（威海）",
        year=2025,
    )
    rows: list[list[object]] = [
        ["系部", "毕业生数", "落实数", "落实率"],
        *[[name, whole, done, f"{done / whole:.2%}"] for name, whole, done in DEPARTMENTS],
    ]
    yield more(
        "2.5",
        "report-page-scan",
        15,
        "就业质量报告中的一页，扫描并盖章",
        free_picture(
            "报告第12页.pdf",
            '<div class="run">山东药品食品职业学院2024届毕业生就业质量年度报告</div>'
            f"<h2>二、毕业去向落实率</h2><p>截至2024年8月31日，学校2024届毕业生总体毕业去向落实率为{TOTAL[1] / TOTAL[0]:.2%}，各系均在90%以上。分性别看，男生93.88%，女生94.71%。</p>"
            f'<p class="c">表1-5　分系部毕业去向落实率</p>{grid(rows)}<p>从就业地区看，山东省内占82.5%，其中威海市占29.1%。</p><p class="r">{stamp("山东药品食品职业学院")}　　　　　　　　</p><p class="c" style="margin-top:120px">— 12 —</p>',
            style=".run{border-bottom:1px solid #555;text-align:center;font-size:13px;margin-bottom:24px}",
        ),
        school="山东药品食品职业学院",
    )


def _short() -> Iterator[Case]:
    yield more(
        "2.5",
        "three-years-before",
        0,
        "近三年对比只到2023届",
        xlsx(
            "近三年落实率.xlsx",
            [
                "# 威海职业学院近三年毕业去向落实率对比表",
                Table(
                    [
                        ["系部", "2021届", "2022届", "2023届"],
                        ["信息工程系", "91.2%", "92.0%", "93.3%"],
                        ["经济管理系", "90.8%", "91.7%", "92.5%"],
                        ["全校", "91.4%", "92.1%", "93.0%"],
                    ]
                ),
            ],
        ),
        flags=["date-outside-period"],
    )
    yield more(
        "2.5",
        "next-class-progress",
        0,
        "年内统计的是2025届，不是考核年度的毕业生",
        pdf(
            "就业进展通报.pdf",
            [
                "# 2025届毕业生就业进展通报",
                "^ 山东外事职业大学招生就业处　2024年11月29日",
                "截至11月28日，我校2025届毕业生2510人，去向落实率21.35%，其中签约412人、签订实习协议124人。",
            ],
        ),
        school="山东外事职业大学",
    )
    yield more(
        "2.5",
        "dashboard-without-year",
        (0, 0, 15),
        "系统首页截图只有数，没有届别和年份",
        shot(
            "系统首页.png",
            [
                "就业管理系统　威海海洋职业学院",
                "# 毕业去向落实率 92.31%",
                Table([["毕业生数", "已落实", "未落实", "升学率"], [2980, 2751, 229, "14.6%"]]),
                "数据每日零点更新",
            ],
            width=760,
        ),
        school="威海海洋职业学院",
    )


def _near() -> Iterator[Case]:
    yield more(
        "2.5",
        "near-how-it-is-reckoned",
        0,
        "只讲2024届落实率的统计口径，没有数据",
        docx(
            "统计口径.docx",
            [
                "# 关于2024届毕业生去向落实率统计口径的说明",
                "毕业去向落实率＝（协议和合同就业＋自主创业＋灵活就业＋升学）人数÷毕业生总数×100％。",
                "实习不计入就业；应征入伍计入协议和合同就业。",
                "@威海职业学院招生就业处|2024年4月15日|-",
            ],
        ),
    )
    yield more(
        "2.5",
        "near-satisfaction",
        0,
        "满意度和专业相关度，不是就业率；文件名“就业质量指标”指向这一格，名称可以留出上限（0/0/15），但不得分",
        xlsx(
            "就业质量指标.xlsx",
            [
                "# 山东交通学院（威海）2024届毕业生就业满意度与专业相关度",
                Table(
                    [
                        ["专业", "就业满意度", "专业相关度", "职业期待吻合度"],
                        ["航海技术", "91.2%", "88.4%", "71.0%"],
                        ["轮机工程", "89.7%", "86.1%", "69.8%"],
                        ["物流管理", "85.5%", "64.9%", "60.3%"],
                    ]
                ),
            ],
        ),
        alt=[(0, 0, 15)],
        school="山东交通学院（威海）",
    )
