# ruff: noqa: E501
"""What the station plans for the year (1.7)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.independent.case import Case
from tests.independent.fresh_station_kit import (
    HURRIED,
    PLAIN,
    STYLED,
    Look,
    Rows,
    book,
    case,
    docx,
    mail,
    pdf,
    scan,
    slides,
)

FULL, NONE, OPEN = (15, 15, 15), (0, 0, 0), (0, 0, 15)


def cases() -> Iterator[Case]:
    yield case(
        "fs-plan-points-of-the-year",
        "1.7",
        FULL,
        "1.7: 工作要点 of 2024",
        docx("1.7 全年工作计划.docx", POINTS),
        school="山东大学（威海）",
    )
    yield case(
        "fs-plan-by-months",
        "1.7",
        FULL,
        "1.7: 全年安排 of 2024 by months",
        book("07/推进表.xlsx", {"全年": MONTHS}),
        school="威海海洋职业学院",
    )
    yield case(
        "fs-plan-school-year-before",
        "1.7",
        FULL,
        "1.7: the school year 2023—2024 overlaps 2024",
        docx("工作计划（2023—2024学年）.docx", SCHOOL_YEAR.format(years="2023—2024", start="2023 年 9 月"), PLAIN),
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "fs-plan-school-year-after",
        "1.7",
        FULL,
        "1.7: the school year 2024-2025 overlaps 2024",
        pdf(
            "1.7.pdf",
            SCHOOL_YEAR.format(years="2024-2025", start="2024 年 9 月").replace(
                "哈尔滨工业大学（威海）", "北京交通大学（威海）"
            ),
            STYLED,
        ),
        school="北京交通大学（威海）",
    )
    yield case(
        "fs-plan-of-last-year",
        "1.7",
        NONE,
        "1.7: another year is 0, date-outside-period",
        docx("1.7/指导站全年工作计划.docx", LAST_YEAR),
        school="山东交通学院（威海）",
        flags=["date-outside-period"],
    )
    yield case(
        "fs-plan-of-next-year",
        "1.7",
        NONE,
        "1.7: another year is 0, date-outside-period",
        pdf("工作计划.pdf", NEXT_YEAR, PLAIN),
        school="山东外事职业大学",
        flags=["date-outside-period"],
    )
    yield case(
        "fs-plan-without-year",
        "1.7",
        OPEN,
        "1.7: no year is 0/0/15",
        docx("1.7全年工作计划.docx", NO_YEAR, HURRIED),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "fs-plan-that-is-a-summary",
        "1.7",
        NONE,
        "1.7 asks for a plan: the paper is a summary of the year",
        docx("1.7/2024年指导站工作计划.docx", SUMMARY, STYLED),
        school="山东药品食品职业学院",
    )
    yield case(
        "fs-plan-year-in-chinese-numerals",
        "1.7",
        FULL,
        "1.7: 二〇二四年 names the year",
        docx("计划/指导站计划.docx", NUMERALS),
        school="威海职业学院",
    )
    yield case(
        "fs-plan-of-lessons-and-intake",
        "1.7",
        NONE,
        "1.7: plans for lessons and for intake are not the station's",
        docx("2024年教学工作安排.docx", LESSONS, PLAIN),
        book("2024年招生计划.xlsx", {"计划": INTAKE}),
        school="威海海洋职业学院",
        alt=[OPEN],
    )
    yield case(
        "fs-plan-scanned",
        "1.7",
        FULL,
        "1.7: sealed plan of 2024, scanned",
        scan("扫描全能王 2024-11-10 15.21.jpg", SCANNED_PLAN, Look(size=14)),
        school="山东交通学院（威海）",
    )
    yield case(
        "fs-plan-on-slides",
        "1.7",
        FULL,
        "1.7: slides titled 2023 年工作计划, the year assessed is 2023",
        slides("2023年工作计划汇报.pptx", PLAN_SLIDES),
        school="威海职业学院",
        year=2023,
    )
    yield case(
        "fs-plan-in-a-mail",
        "1.7",
        FULL,
        "1.7: the mail's text is the plan of 2024",
        mail(
            "工作计划（定稿）.eml",
            "2024年全年工作计划（定稿）",
            "史可欣 <skx@example.edu.cn>",
            "指导站各位 <zdz@example.edu.cn>",
            "Tue, 27 Feb 2024 17:31:45 +0800",
            PLAN_MAIL,
        ),
        school="山东外事职业大学",
    )
    yield case(
        "fs-plan-of-another",
        "1.7",
        NONE,
        "section 0: another school's paper counts nowhere",
        docx("1.7工作计划.docx", POINTS),
        school="威海海洋职业学院",
        flags=["school-mismatch"],
    )


POINTS = """
! 山东大学（威海）学生工作部
!- 学工字〔2024〕3 号
# 大学生就业创业服务指导站\\n2024年工作要点
2024年指导站工作的总体思路是：聚焦毕业生高质量充分就业，突出服务威海产业发展，做实岗位拓展、精准指导、困难帮扶三件事。
## 一、拓岗位，办好校园招聘
1.上半年、下半年各组织一次综合双选会，每月举办专场招聘不少于两场。2.走访威海市重点企业二十家以上。
## 二、强指导，提升求职能力
3.开好职业规划课，组织简历门诊。4.配合市人社局开展创业培训。
## 三、搭平台，扩大政策知晓面
5.公众号、就业网同步推送留威政策。6.毕业季集中发放政策明白纸。
## 四、抓基础，规范日常管理
7.更新生源、在校生等数据库，按时完成各类报送。
> 2024 年 3 月 4 日
"""
MONTHS: Rows = [
    ["威海海洋职业学院就业创业服务指导站2024年全年工作安排表", "<", "<", "<", "<"],
    ["月份", "重点任务", "具体内容", "责任人", "完成情况"],
    ["1月", "总结部署", "上年度情况梳理，制定年度安排", "于敬涛", None],
    ["2—3月", "春季招聘准备", "征集企业岗位，核对毕业生信息", "阮志强", None],
    ["4月", "春季双选会", "综合双选会1场，专场3场", "阮志强", None],
    ["5月", "政策宣传", "政策进宿舍、进班级", "苗春晓", None],
    ["6—7月", "离校服务", "离校手续、去向登记、问卷", "付娜", None],
    ["^", "^", "留威就业引导", "苗春晓", None],
    ["9月", "数据采集", "生源、在校生数据入库", "付娜", None],
    ["10月", "秋季招聘", "双选会1场", "阮志强", None],
    ["11—12月", "自查总结", "材料归档、自评", "苗春晓", None],
]
SCHOOL_YEAR = """
# 哈尔滨工业大学（威海）就业创业服务指导站{years}学年工作计划
为做好本学年（{start}起）毕业生就业创业服务，制定计划如下：
## 一、工作目标
毕业生去向落实率稳中有升，到威海就业人数不低于上届。
## 二、主要任务
（一）摸清底数。开学一个月内完成毕业生求职意愿摸排。
（二）拓展市场。组织赴胶东地区企业走访不少于三批次。
（三）做细指导。分专业、分年级开展求职能力训练。
（四）帮扶到人。对困难毕业生一人一策。
## 三、进度安排
第一学期以秋招、数据采集为主，第二学期以春招、政策宣传、离校服务为主。
> 就业创业服务指导站
"""
LAST_YEAR = """
# 山东交通学院（威海）就业创业服务指导站2023年工作计划
2023年，指导站将围绕毕业生就业这条主线，重点做好以下工作：
一、3月、10月举办两场大型双选会；二、每月推送招聘信息不少于四期；三、开展创业培训两期；四、完成市人社局交办的各项统计任务；五、年底前做好自查、总结。
各项工作由指导站全体人员分工负责，按季度调度。
> 山东交通学院（威海）就业指导办公室
> 2023 年 2 月 20 日
"""
NEXT_YEAR = """
# 山东外事职业大学就业创业服务指导站2025年工作计划
根据学校安排，现就 2025 年工作计划如下：
一、提早启动 2025 届毕业生摸底。二、春节后举办首场专场招聘。三、推进与文登、荣成园区合作。四、开展线上政策讲堂。五、落实困难毕业生帮扶。
> 山东外事职业大学招生就业处
"""
NO_YEAR = """
# 指导站全年工作计划
~ 哈尔滨理工大学荣成校区
一、上半年：开学摸底，春季双选会，政策宣传周，毕业生离校服务。
二、下半年：新生生涯教育，秋季双选会，数据采集上报，年终总结。
三、全年常抓：值班咨询、岗位推送、企业走访、台账整理。
四、分工：董立新总负责，吕梦洁联络，毕克俭配合。
"""
SUMMARY = """
# 山东药品食品职业学院就业创业服务指导站2024年工作总结
## 一、主要工作
2024年，指导站举办校园双选会2场、专场招聘18场，组织创业培训3期，发放政策宣传资料2600余份。
## 二、取得的成绩
毕业生对就业服务总体满意，用人单位反馈良好。
## 三、存在的问题
个别专业岗位偏少，线上服务手段单一。
> 2024年11月18日
"""
NUMERALS = """
# 就业创业服务指导站工作计划
~ （威海职业学院　二〇二四年度）
为做好二〇二四年指导站各项工作，切实服务毕业生就业，特制定本计划。
## 一、指导思想
坚持就业优先，落实市委、市政府引才留才部署。
## 二、工作任务
（一）三月，召开毕业班工作会。（二）四月，举办春季招聘会。（三）五月至六月，走进企业、走进园区。（四）九月至十月，开展就业创业服务月。（五）十一月，开展自查自评。
## 三、保障措施
落实专人专责，每月通报进度。
> 威海职业学院招生就业处
"""
LESSONS = """
# 2024年教学工作安排
~ 威海海洋职业学院教务处
一、3 月 4 日开课，期中教学检查安排在第九周。
二、修订 2024 级人才培养方案，5 月底前定稿。
三、组织教师教学能力比赛校内选拔。
四、6 月 24 日至 28 日期末考试。
"""
INTAKE: Rows = [
    ["威海海洋职业学院2024年招生计划", "<", "<", "<"],
    ["专业名称", "层次", "计划数", "科类"],
    ["航海技术", "专科", 120, "综合"],
    ["轮机工程技术", "专科", 90, "综合"],
    ["食品检验检测技术", "专科", 150, "综合"],
]
SCANNED_PLAN = """
# 山东交通学院（威海）\\n就业创业服务指导站 2024 年工作计划
为推动 2024 年指导站工作有序开展，制定本计划。
一、第一季度：制定计划，走访企业，准备春季双选会。
二、第二季度：举办春季双选会，开展政策宣传，做好毕业生离校服务。
三、第三季度：更新在校生信息库，组织暑期实习走访。
四、第四季度：举办秋季双选会，开展创业培训，完成年度自查。


> 山东交通学院（威海）就业指导办公室
@山东交通学院（威海）就业指导办公室
> 2024 年 1 月 15 日
"""
PLAN_SLIDES = [
    ["2023 年工作计划", "威海职业学院大学生就业创业服务指导站", "2023 年 2 月"],
    ["一季度", "毕业生摸底；春季招聘会方案", "与高区、经区人社部门对接"],
    ["二季度", "春季双选会 1 场，行业专场 4 场", "问卷调查，离校服务"],
    ["三、四季度", "创业培训 2 期；秋季双选会 1 场", "年度自查与总结"],
]
PLAN_MAIL = """各位同事：

山东外事职业大学就业创业服务指导站2024年全年工作计划按上周会议意见改好了，如下，不再另发附件。

一、3月 毕业班动员，岗位征集
二、4月 春季校园招聘会（4月19日前后，看天气）
三、5月 政策宣传月：展板、折页、班会
四、6月 离校前一对一帮扶，问卷回收
五、9月 新学期数据采集
六、10月 秋季招聘会、创业大赛校内选拔
七、11月 自查自评，材料装订
八、12月 下一年度安排

请按分工落实，有变动提前在群里说。

史可欣
"""
