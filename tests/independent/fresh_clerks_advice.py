"""4.6–4.8 and 5.1: training, advice, contests, and what a school calls new."""

from __future__ import annotations

from collections.abc import Sequence

from tests.independent import late_people_kit as lp
from tests.independent.anew_kit import album, scene, titled
from tests.independent.case import Case
from tests.independent.fresh_clerks_kit import Row, banner, case, enrolled, pptx
from tests.independent.last_kit import at, book, csv, doc, pdf, scan, txt, xls
from tests.independent.late_people_kit import Student

NONE, FULL, OPEN = (0, 0, 0), (8, 8, 8), (0, 0, 8)
_TITLE = "山东省公共就业人才信息系统　创业培训学员查询"


def _trained(people: Sequence[Student], school: str, level: str, year: int = 2024) -> list[Row]:
    head: Row = [
        "序号",
        "培训班名称",
        "姓名",
        "身份证号",
        "毕业院校",
        "学历",
        "培训开始日期",
        "培训结束日期",
        "是否合格",
    ]
    return [
        head,
        *(
            [
                n,
                f"{year}年第{n // 15 + 1}期网络创业培训班",
                s.name,
                s.ident,
                school,
                level,
                f"{year}-04-{n % 5 + 10}",
                f"{year}-04-{n % 5 + 17}",
                "合格",
            ]
            for n, s in enumerate(people, 1)
        ),
    ]


def _training() -> list[Case]:
    a, b, c = (
        lp.students("fr-46-a", 60, grade=2022, level="本科"),
        lp.students("fr-46-b", 50, grade=2023),
        lp.students("fr-46-c", 50, grade=2022),
    )
    name = "2024年在校生数据库"
    return [
        case(
            "46-degree-students",
            "4.6",
            FULL,
            "系统导出本科14人都在库中，60人，23.3%，达到20%",
            book("培训学员查询.xlsx", {"查询": [[_TITLE], *_trained(a[5:19], "哈尔滨工业大学（威海）", "本科")]}),
            enrolled("在校生.xlsx", a, f"哈尔滨工业大学（威海）{name}", "本科"),
            facts={"trained": 14, "enrolled": 60},
            flags=["external-data-required"],
            school="哈尔滨工业大学（威海）",
            more={"2.2": (15, 15, 15)},
        ),
        case(
            "46-college-students",
            "4.6",
            NONE,
            "专科12人对50人，24%，专科要30%",
            csv("培训学员.csv", [[_TITLE], *_trained(b[:12], "威海职业学院", "专科")], "gb18030"),
            enrolled("在校生.xlsx", b, f"威海职业学院{name}", "专科"),
            facts={"trained": 12, "enrolled": 50},
            flags=["external-data-required"],
        ),
        case(
            "46-of-2022",
            "4.6",
            NONE,
            "系统导出的培训都在2022年，不在考核年度",
            book("培训学员查询.xlsx", {"查询": [[_TITLE], *_trained(c[:30], "威海职业学院", "专科", 2022)]}),
            enrolled("在校生.xlsx", c, f"威海职业学院{name}", "专科"),
            alt=[OPEN],
        ),
        case(
            "46-own-list",
            "4.6",
            OPEN,
            "学校自己的培训签到名单，不是系统导出",
            doc(
                "培训名单.docx",
                "# 2024年第一期SYB创业培训班学员名单",
                "培训时间：2024年5月13日至5月22日　　地点：创业楼205",
                [
                    ["序号", "姓名", "班级", "学历", "签字"],
                    *([n, s.name, s.group, "专科", s.name] for n, s in enumerate(c[:24], 1)),
                ],
            ),
            enrolled("在校生.xlsx", c, f"威海职业学院{name}", "专科"),
            flags=["external-data-required"],
        ),
    ]


def _advice() -> list[Case]:
    return [
        case(
            "47-open-day",
            "4.7",
            FULL,
            "照片没有日期，但通知写明同名活动在2024年5月22日，可以定日期",
            scene("咨询.jpg", banner("就业指导咨询开放日"), ground="#1b5e8c", crowd=6),
            doc(
                "开放日通知.docx",
                "# 关于举办就业指导咨询开放日的通知",
                "各班：就业指导咨询开放日定于2024年5月22日下午在学生事务中心大厅举行，校内外咨询师现场答疑，欢迎毕业生参加。",
                "> 就业指导中心　2024年5月17日",
            ),
            more={"4.4": NONE},
            school="山东大学（威海）",
        ),
        case(
            "47-three-times",
            "4.7",
            FULL,
            "相册三次就业咨询，图注日期在2024年不同月份",
            album(
                "就业咨询照片.docx",
                ["就业创业指导咨询服务照片"],
                [
                    (banner("就业创业指导咨询"), "2024年4月10日　一对一就业咨询"),
                    (banner("就业指导 简历诊断"), "2024年6月5日　毕业前就业指导咨询"),
                    (banner("就业创业指导咨询"), "2024年11月13日　秋季咨询"),
                ],
            ),
            school="山东外事职业大学",
        ),
        case(
            "47-undated",
            "4.7",
            OPEN,
            "咨询照片没有任何日期",
            scene("咨询室.jpg", banner("就业指导咨询室"), ground="#2e4d3a", crowd=3),
            flags=["date-missing"],
        ),
        case(
            "47-record-sheet",
            "4.7",
            OPEN,
            "只有扫描的咨询记录，没有现场照片",
            scan(
                "咨询记录.pdf",
                "# 毕业生就业咨询记录表",
                [
                    ["咨询时间", "2024年10月16日14:00", "咨询师", "宫诗涵"],
                    ["来访学生", "毕凯", "专业年级", "软件工程2021级"],
                    ["咨询问题", "考研与就业如何取舍；威海有哪些对口企业", "<", "<"],
                    ["咨询建议", "先梳理职业价值观，再比较三家目标企业", "<", "<"],
                ],
                css="td{font-size:18px;padding:14px}",
            ),
            school="北京交通大学（威海）",
        ),
        case(
            "47-law",
            "4.7",
            NONE,
            "近似件：法律援助咨询现场，与就业指导无关",
            scene(
                "法律咨询.jpg",
                banner("法律援助进校园", "免费法律咨询"),
                at("2024-12-04 10:00:00"),
                ground="#5d1f1f",
                crowd=6,
            ),
            alt=[OPEN],
        ),
        case(
            "47-of-2022",
            "4.7",
            NONE,
            "照片拍摄于2022年",
            scene("IMG_0093.jpg", banner("毕业生就业指导咨询会"), at("2022-05-12 15:20:00"), crowd=7),
            flags=["date-outside-period"],
        ),
    ]


def _contests() -> list[Case]:
    return [
        case(
            "48-road-show",
            "4.8",
            FULL,
            "现场照片：屏幕写挑战杯大学生创业计划竞赛，相机时间2024年",
            scene(
                "路演.jpg",
                banner("“挑战杯”大学生创业计划竞赛", "校内选拔赛现场"),
                at("2024-05-24 15:00:00"),
                ground="#102a5c",
            ),
            more={"4.7": NONE},
        ),
        case(
            "48-two-in-word",
            "4.8",
            FULL,
            "相册：参加市创业大赛和举办校赛，图注日期在2024年",
            album(
                "大赛照片.docx",
                ["2024年组织参加创业大赛情况"],
                [
                    (banner("威海市大学生创业大赛"), "2024年8月28日　我校代表队参加威海市大学生创业大赛决赛"),
                    (banner("校级创新创业大赛"), "2024年11月1日　校级创新创业大赛答辩现场"),
                ],
            ),
            school="威海海洋职业学院",
        ),
        case(
            "48-report-only",
            "4.8",
            OPEN,
            "只有文字报道，写大赛已在2024年6月举办，没有照片",
            doc(
                "新闻稿.docx",
                "# 我校第五届大学生创业大赛圆满落幕",
                "2024年6月18日，第五届大学生创业大赛决赛在报告厅举行，十二支队伍登台路演，《贝壳净水》项目获得一等奖。",
                "> （团委　2024年6月19日）",
            ),
            school="哈尔滨理工大学荣成校区",
        ),
        case(
            "48-debate",
            "4.8",
            NONE,
            "近似件：辩论赛现场，不是创业类赛事",
            scene("辩论赛.jpg", banner("第十二届校园辩论赛", "总决赛"), at("2024-10-30 19:00:00"), ground="#37474f"),
            alt=[OPEN],
        ),
        case(
            "48-of-2022",
            "4.8",
            NONE,
            "大赛照片拍摄于2022年",
            scene(
                "大赛.jpg",
                banner("“互联网+”创新创业大赛", "2022年校赛决赛"),
                at("2022-06-10 14:30:00"),
                ground="#0b3c2d",
            ),
            flags=["date-outside-period"],
        ),
    ]


def _new() -> list[Case]:
    return [
        case(
            "51-two-in-chinese-numerals",
            "5.1",
            (0, 100, 100),
            "情况说明分一、二两项创新工作",
            doc(
                "创新性工作情况说明.docx",
                "# 2024年度指导站创新性工作情况说明",
                "一、打造“海上求职专列”",
                "2024年4月起，指导站与荣成市企业联合开行求职大巴，沿海岸线串起七家企业，毕业生一天看厂、面试、签约，全年开行6趟，留威签约53人，属全市高校首创。",
                "二、推出“留威积分卡”",
                "学生参加留威实习、参观、讲座可积分，凭积分兑换企业直通面试资格，已有900余名学生持卡。",
                "> 哈尔滨工业大学（威海）就业指导中心　2024年11月12日",
            ),
            facts={"innovations": 2},
            flags=["judgement-required"],
            school="哈尔滨工业大学（威海）",
        ),
        case(
            "51-slides",
            "5.1",
            (0, 100, 100),
            "幻灯片三页各写一项创新举措",
            pptx(
                "创新举措.pptx",
                ("2024年创新举措情况说明", ["山东外事职业大学就业创业服务指导站"]),
                ("创新举措一：双语岗位直播间", ["面向外贸企业，中韩双语推介威海岗位", "播出11期，留威就业29人"]),
                ("创新举措二：家长开放日谈就业", ["邀请毕业生家长走进威海企业", "举办2场，参加家庭86户"]),
                ("创新举措三：留威学长信箱", ["在威校友书面答复学生提问", "回信340封"]),
            ),
            facts={"innovations": 3},
            flags=["judgement-required"],
            school="山东外事职业大学",
        ),
        case(
            "51-one",
            "5.1",
            (0, 0, 50),
            "只写了一项创新工作",
            pdf(
                "情况说明.pdf",
                "# 创新性工作情况说明——“一企一课”留威实训",
                "2024年，指导站把威海企业的入职培训前移到校园，请企业师傅按本企业岗位标准开设短课，学生结业后直接进入该企业顶岗，全年开设9门，结业318人，留在威海企业126人。",
                "此做法在驻威高校中为首次，收到良好效果。",
                "> 2024年11月20日",
            ),
            facts={"innovations": 1},
            flags=["rule-ambiguous"],
        ),
        case(
            "51-two-letters",
            "5.1",
            (0, 100, 100),
            "一项一份，共两份情况说明",
            txt(
                "创新1.txt",
                "关于“夜校式”创业课创新性工作的情况说明\n\n2024年指导站首次把创业课开在晚间和周末，由威海创业者主讲，共开课22次，孵化项目7个，其中5个在威海注册。\n\n山东药品食品职业学院\n2024年11月\n",
            ),
            doc(
                "创新2.docx",
                "# 关于“药企岗位地图”创新性工作的情况说明",
                "2024年指导站绘制威海医药企业岗位地图，学生扫码即可查看每家企业的岗位、薪资和在职校友，访问量一万二千次，为全省同类院校首创。",
                "> 山东药品食品职业学院　2024年11月",
            ),
            facts={"innovations": 2},
            flags=["judgement-required"],
            school="山东药品食品职业学院",
        ),
        case(
            "51-of-2022",
            "5.1",
            NONE,
            "情况说明写的是2022年的创新工作",
            doc(
                "创新工作.docx",
                "# 2022年指导站创新性工作情况说明",
                "## 一、云端双选周",
                "2022年3月，指导站搭建线上双选平台，企业和学生视频面试。",
                "## 二、包保帮扶到人",
                "2022年4月起，校领导每人包保五名困难毕业生。",
                "> 2022年11月15日",
            ),
            flags=["date-outside-period"],
        ),
        case(
            "51-papers",
            "5.1",
            NONE,
            "近似件：教师发表的教学改革论文目录，与指导站和留威无关",
            xls(
                "论文目录.xlsx",
                {
                    "论文": titled(
                        "2024年教师发表创新教育类论文目录",
                        ["序号", "论文题目", "作者", "期刊", "刊期"],
                        [
                            [1, "项目化教学在机械制图课程中的应用", "郝文静", "职教通讯", "2024年第3期"],
                            [2, "混合式教学评价的创新路径", "段文秀", "高教学刊", "2024年第11期"],
                        ],
                    )
                },
            ),
            alt=[(0, 0, 100), (0, 0, 50)],
        ),
    ]


def cases() -> list[Case]:
    return [*_training(), *_advice(), *_contests(), *_new()]
