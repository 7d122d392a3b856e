# ruff: noqa: E501
"""What the station did that was new (5.1)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.independent.case import Case
from tests.independent.fresh_station_kit import (
    HURRIED,
    PLAIN,
    SMALL,
    STYLED,
    Look,
    Rows,
    book,
    case,
    docx,
    mail,
    note,
    pdf,
    scan,
    slides,
    web,
)
from tests.independent.press import Press

TWO, ONE, NONE = (0, 100, 100), (0, 0, 50), (0, 0, 0)


def cases() -> Iterator[Case]:
    yield case(
        "fs-new-two-headings",
        "5.1",
        TWO,
        "5.1: two numbered items of the 情况说明",
        docx("5.1 创新性工作情况说明.docx", TWO_HEADINGS),
        school="威海海洋职业学院",
        facts={"innovations": 2},
        flags=["judgement-required"],
    )
    yield case(
        "fs-new-three-items",
        "5.1",
        TWO,
        "5.1: three numbered items",
        pdf("五、创新举措/创新工作说明.pdf", THREE_ITEMS, STYLED),
        school="山东大学（威海）",
        facts={"innovations": 3},
        flags=["judgement-required"],
    )
    yield case(
        "fs-new-one-file-each",
        "5.1",
        TWO,
        "5.1: one file each, two works; the headings in a file are its parts",
        docx("5.1/创新工作1：海上课堂.docx", SEA_CLASS),
        docx("5.1/创新工作2：校友带岗.docx", ALUMNI),
        school="威海海洋职业学院",
        year=2023,
        flags=["judgement-required"],
    )
    yield case(
        "fs-new-only-one",
        "5.1",
        ONE,
        "5.1: background, practice and effect are parts of one item; 1 is 0/0/50",
        docx("创新举措.docx", ONLY_ONE, PLAIN),
        school="北京交通大学（威海）",
        flags=["rule-ambiguous"],
    )
    yield case(
        "fs-new-under-second-heading",
        "5.1",
        TWO,
        "5.1: the items are （一） and （二） under the heading on new work",
        docx("5/说明材料.docx", UNDER_SECOND),
        school="山东交通学院（威海）",
        flags=["judgement-required"],
    )
    yield case(
        "fs-new-called-by-turn",
        "5.1",
        TWO,
        "5.1: 创新举措一, 创新举措二",
        pdf("留威特色工作.pdf", BY_TURN, SMALL),
        school="哈尔滨工业大学（威海）",
        facts={"innovations": 2},
        flags=["judgement-required"],
    )
    yield case(
        "fs-new-in-a-table",
        "5.1",
        TWO,
        "5.1: a table of two numbered works",
        book("创新性工作情况说明.xlsx", {"5.1": TABLE}),
        school="山东药品食品职业学院",
        flags=["judgement-required"],
    )
    yield case(
        "fs-new-on-slides",
        "5.1",
        TWO,
        "5.1: two numbered works on slides",
        slides("5.1创新工作汇报.pptx", SLIDES),
        school="山东外事职业大学",
        flags=["judgement-required"],
    )
    yield case(
        "fs-new-scanned",
        "5.1",
        TWO,
        "5.1: two numbered items, sealed and scanned",
        scan("5.1/创新性工作情况说明（盖章）.pdf", SCANNED, Look(size=13)),
        school="哈尔滨理工大学荣成校区",
        flags=["judgement-required"],
    )
    yield case(
        "fs-new-typed-notes",
        "5.1",
        TWO,
        "5.1: two numbered items in a plain text",
        note("创新工作说明.txt", TYPED),
        school="威海职业学院",
        flags=["judgement-required"],
    )
    yield case(
        "fs-new-told-in-mail",
        "5.1",
        ONE,
        "5.1: the mail tells of one work; 1 is 0/0/50",
        mail(
            "创新工作.eml",
            "创新性工作情况说明",
            "康乐 <kl@example.edu.cn>",
            "职业发展办 <zyfz@example.edu.cn>",
            "Wed, 20 Nov 2024 10:08:29 +0800",
            MAIL,
        ),
        school="北京交通大学（威海）",
    )
    yield case(
        "fs-new-years-ago",
        "5.1",
        NONE,
        "section 0: all evidence in another year is 0, date-outside-period",
        docx("5.1.docx", YEARS_AGO, STYLED),
        school="山东大学（威海）",
        flags=["date-outside-period"],
    )
    yield case(
        "fs-new-of-another",
        "5.1",
        NONE,
        "section 0: another school's paper counts nowhere",
        docx("创新举措情况说明.docx", TWO_HEADINGS),
        school="山东外事职业大学",
        flags=["school-mismatch"],
    )
    yield case(
        "fs-new-projects-of-students",
        "5.1",
        NONE,
        "5.1: students' research projects are no work of the station",
        book("2024年立项名单.xlsx", {"立项": PROJECTS}),
        school="威海职业学院",
    )
    yield case(
        "fs-new-page-on-one-work",
        "5.1",
        ONE,
        "5.1: the page is the 情况说明 of one work; 1 is 0/0/50",
        web(
            "创新性工作情况说明.html",
            PAGE,
            site="威海职业学院招生就业网",
            path="首页 > 工作动态",
            told="发布时间：2024-11-08　浏览：164　来源：指导站",
        ),
        school="威海职业学院",
    )
    yield replace(
        case(
            "fs-new-one-work-twice",
            "5.1",
            ONE,
            "section 0: the same bytes count once; 1 is 0/0/50",
            _same_twice,
            school="山东交通学院（威海）",
        ),
        want_flags=[("5.1", "rule-ambiguous"), (None, "duplicate-file")],
    )


def _same_twice(folder: Path, press: Press) -> None:
    docx("5.1/创新工作一.docx", BUS, HURRIED)(folder, press)
    shutil.copy(folder / "5.1/创新工作一.docx", folder / "5.1/创新工作二.docx")


TWO_HEADINGS = """
# 威海海洋职业学院就业创业服务指导站\\n2024年创新性工作开展情况说明
2024年，指导站结合海洋特色，在毕业生留威就业方面作了两项探索，现说明如下。
## 一、建立“港口开放日”制度
联合威海港区企业，每月第二个周六组织毕业班学生走进码头、船厂、冷链车间，由企业班组长讲岗位、讲收入、讲晋升。全年开展7期，参加学生412人，达成实习意向139人。
## 二、推出“留威账本”服务
把落户、补贴、人才公寓、创业贷款等十二项政策折算成可领金额，学生扫码填写专业和学历即可看到自己的“账本”。上线以来访问3600余次，带动咨询290人次。
> 威海海洋职业学院就业创业服务指导站
> 2024年11月15日
"""
THREE_ITEMS = """
# 围绕留威就业开展创新性工作的情况说明
~ 山东大学（威海）就业创业服务指导站　2024 年 11 月
## 1.“学长学姐在威海”访谈栏目
采访在威海工作满三年的校友二十位，制成短视频在校内循环播放，累计播放 4.8 万次。
## 2.专业—产业对照图谱
梳理本校专业与威海七大产业链的对应关系，编印图谱发至每个毕业班。
## 3.园区驻点值班
每周三安排就业教师到高新区人才驿站值班，现场对接岗位，2024 年驻点 31 次。
"""
SEA_CLASS = """
# 创新性工作情况说明：“海上课堂”就业体验
~ 威海海洋职业学院就业创业服务指导站　2023年度
## 一、背景
航海类毕业生对沿海作业岗位了解不足，签约后流失较多。
## 二、做法
2023年5月起，与三家本地船务企业合作，把就业指导课搬上实习船，由大副、轮机长授课。
## 三、成效
当年航海类毕业生在威海签约人数较上一年增加22人。
"""
ALUMNI = """
# 创新性工作情况说明：校友带岗直播
~ 威海海洋职业学院就业创业服务指导站　2023年度
## 一、背景
线下宣讲覆盖面有限，外地实习学生参加不了。
## 二、做法
2023年9月至11月邀请在威校友走进直播间，介绍本单位岗位并在线答问，共6场。
## 三、成效
累计观看1.3万人次，收到简历417份。
"""
ONLY_ONE = """
# 关于“就业管家”工作法的情况说明
~ 北京交通大学（威海）大学生就业创业服务指导站　2024 年
## 一、工作背景
中外合作办学学生出国深造比例高，求职学生分散，集中指导效果不佳。
## 二、主要做法
为每十名有留威意愿的毕业生配一名“就业管家”，由辅导员和企业人事共同担任，从简历、面试到租房全程跟进。
## 三、取得成效
首批 46 名学生中有 31 名与威海企业签约。
## 四、下步打算
明年扩大到所有求职毕业生。
"""
UNDER_SECOND = """
# 山东交通学院（威海）指导站创新举措情况说明
## 一、基本情况
指导站2020年建立，2024年服务毕业生一千五百余名。
## 二、创新性工作
### （一）“车间里的招聘会”
改变企业进校的老办法，把招聘会开到威海汽车零部件企业的车间，学生先看生产线再投简历，2024年共办三场。
### （二）“留威学长群”
按区市建立九个校友互助群，学长帮学弟学妹找房、适应岗位，群成员已达八百余人。
## 三、下一步考虑
把好做法固定下来，争取覆盖更多专业。
> 2024年11月12日
"""
BY_TURN = """
# 哈尔滨工业大学（威海）就业创业服务指导站创新工作情况说明（2024年）
## 创新举措一：组建“威海产业体验营”
暑期组织四十名大三、大四学生到威海重点企业体验两周，由总工程师带教，结营时企业现场发出录用意向。
## 创新举措二：设立“一站式创业体检”
联合会计、法律专业教师，为在校创业团队每学期做一次“体检”，查股权、查税务、查合同，出具体检单，已服务团队 17 个，其中 5 个落户威海。
"""
TABLE: Rows = [
    ["山东药品食品职业学院2024年创新性工作情况说明", "<", "<", "<", "<"],
    ["序号", "创新工作名称", "主要做法", "实施时间", "取得成效"],
    [
        1,
        "“药企周末工程师”进课堂",
        "请威海本地药企工程师周末到校上小课，学生可直接预约到企业跟岗",
        "2024年3月—11月",
        "授课24次，跟岗学生96人，留用41人",
    ],
    [
        2,
        "就业困难学生“结对走访”",
        "教师与学生结对，带着简历一起走访用人单位",
        "2024年4月—10月",
        "结对58对，52名学生落实去向",
    ],
]
SLIDES = [
    ["创新性工作情况说明", "山东外事职业大学就业创业服务指导站", "2024 年 11 月"],
    ["一、“外语+”留威专班", "与外贸企业共建跨境电商小语种专班，2024 年开班 2 期", "结业学生 63 人，留威 38 人"],
    ["二、家长开放日", "请毕业生家长来校、来威海企业看一看，打消顾虑", "2024 年 5 月、9 月各一次，到场家长 110 人"],
]
SCANNED = """
# 哈尔滨理工大学荣成校区\\n2024 年创新性工作开展情况说明
## 一、“荣成企业一日厂长”活动
选拔毕业班学生到荣成企业跟随厂长工作一天，写下观察日志，企业据此挑选储备干部。2024 年开展五期，二十五名学生参加，九人签约。
## 二、校地“就业专列”
与荣成市有关部门合作，春秋两季安排大巴把学生送到石岛、俚岛等镇街集中面试，面试后统一返校，全年发车十二辆次。


> 哈尔滨理工大学荣成校区招生就业办公室
@哈尔滨理工大学荣成校区招生就业办公室
> 2024 年 11 月 13 日
"""
TYPED = """威海职业学院 指导站 2024年创新性工作情况说明

一、“夜间就业门诊”
白天学生有课，改在每周二、四晚上七点到九点开门诊，看简历、练面试，全年接待 530 人。

二、“技能秀”代替简历
机电、烹饪等专业拍 1 分钟技能视频，二维码印在推荐表上，企业扫码就能看，用了的学生面试通过率明显高。
"""
MAIL = """职业发展办：

我们今年围绕留威做的一项创新工作是“威海城市漫游求职课”，情况说明如下：

2024年5月和10月，把求职指导课放到威海的街区、园区、海岸线上讲，学生分组完成任务卡（找一家想去的公司、问一位本地从业者、算一笔生活账），北京交通大学（威海）共186名学生参加，课后愿意留威的比例由两成多提高到四成。

照片另发。

康乐
"""
YEARS_AGO = """
# 山东大学（威海）就业创业服务指导站2022年创新性工作情况说明
## 一、云端双选会
2022年春季因线下活动受限，搭建云端展位，企业与学生视频面谈。
## 二、就业物资包
2022年6月为离校毕业生寄送政策手册、报到提示和校友联络卡。
> 2022年11月25日
"""
PROJECTS: Rows = [
    ["威海职业学院2024年大学生科技创新项目立项名单", "<", "<", "<", "<"],
    ["序号", "项目名称", "负责人", "指导教师", "资助金额（元）"],
    [1, "基于机器视觉的海带分拣装置研究", "邱实", "范立", 3000],
    [2, "石墨烯改性涂料防腐性能研究", "金铭", "庞博", 3000],
    [3, "校园快递路径优化算法", "路遥", "米娜", 2000],
]
PAGE = """
# 创新性工作情况说明：“园区班车”带学生看威海
2024年，威海职业学院指导站开通“园区班车”，每月最后一个星期五下午发车，沿途停靠高区、经区、临港区的重点园区，学生凭学生证免费乘坐，企业在站点设简易洽谈台。
全年发车16班，乘车学生620人，现场投递简历480份，已有117人到班车沿线企业实习。
这一做法为学生了解本地产业提供了方便，园区企业主动要求增设站点。
"""
BUS = """
# 创新工作：留威毕业生“租房搭子”平台
~ 山东交通学院（威海）指导站　2024.11
毕业生留威海最愁租房。2024年6月我们做了一个小程序，按单位位置给毕业生配对合租，同时对接人才公寓房源。
到10月底注册256人，配成合租71组，入住人才公寓39人。
"""
