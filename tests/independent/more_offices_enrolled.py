# ruff: noqa: E501
"""2.6 once more: slips cut from a sheet, subsidy forms, lists the bureau asked to check, and certificates of courses."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.independent.case import Case
from tests.independent.more_offices_kit import free_picture, more, stamp
from tests.independent.offices_paper import Paper, Table, docx, page, pdf, people, phone, resident_id, scan, xlsx


def student(seed: str, year: int = 2004) -> tuple[str, str, str]:
    """Name, resident ID and school number."""
    rng = Random(seed)
    return people(seed, 1)[0], resident_id(rng, year), f"20231{rng.randrange(1, 9)}{rng.randrange(1000):04}"


def listed(seed: str, count: int) -> list[tuple[str, str, str]]:
    rng = Random(seed)
    return [
        (name, resident_id(rng, 2004), f"20231{rng.randrange(1, 9)}{at:04}")
        for at, name in enumerate(people(seed, count), 1)
    ]


def proof(seed: str, school: str, when: str, seal: str = "-") -> Paper:
    name, key, number = student(seed)
    return [
        "# 在校证明",
        f"{name}，身份证号码{key}，学号{number}，2023年9月考入我校，现为电子商务专业二年级在校生，学制三年。",
        "情况属实，特此证明。",
        f"@{school}|{when}|{seal}",
    ]


def cases() -> Iterator[Case]:
    yield from _confirmed()
    yield from _short()
    yield from _near()


def _confirmed() -> Iterator[Case]:
    slips = "".join(
        f'<div class="slip"><h2>在读证明</h2><p>{name}（学号{number}）系我校2023级在读学生，专业：{major}。特此证明。</p>'
        f'<p class="r">{stamp("山东交通学院（威海）学籍科", size=105)}山东交通学院（威海）学籍科<br>2024年10月{at + 9}日</p></div>'
        for at, ((name, _, number), major) in enumerate(
            zip(listed("more-slips", 4), ["航海技术", "物流管理", "轮机工程", "英语"], strict=True)
        )
    )
    yield more(
        "2.6",
        "four-slips-on-a-sheet",
        15,
        "一张纸上四名学生的小联在读证明，扫描",
        free_picture(
            "2-6/扫描0012.jpg",
            f'<div class="all">{slips}</div>',
            style=".all{display:grid;grid-template-columns:1fr 1fr} .slip{border:1px dashed #777;padding:14px 18px;height:460px;font-size:15px} .slip h2{text-align:center} .slip .r{margin-top:70px;line-height:1.7}",
        ),
        school="山东交通学院（威海）",
    )
    rng = Random("more-form")
    name, key, number = student("more-form")
    yield more(
        "2.6",
        "subsidy-form-opinion",
        15,
        "创业场所补贴申请表里的学校审核意见：系我校在校生",
        docx(
            "补贴申请表.docx",
            [
                "# 大学生创业场所租赁补贴申请表",
                Table(
                    [
                        ["申请人", name, "身份证号", key],
                        ["就读院校", "威海职业学院", "学号", number],
                        ["入学年月", "2023年9月", "联系电话", phone(rng)],
                        ["创业项目", "校园打印工坊", "场所地址", "环翠区科技新城创客街11号"],
                        [
                            "学校审核意见",
                            "经核实，该同学系我校2023级计算机应用技术专业在校学生，学籍正常，情况属实。\n威海职业学院（公章）　2024年9月20日",
                            None,
                            None,
                        ],
                    ],
                    0,
                    [(4, 1, 4, 3)],
                ),
            ],
        ),
    )
    yield more(
        "2.6",
        "insurance-identity",
        15,
        "医保参保用的在校学生身份确认汇总表，各系盖章确认",
        xlsx(
            "身份确认汇总.xlsx",
            {
                "汇总": [
                    "# 山东药品食品职业学院在校学生身份确认汇总表（2024—2025学年参保）",
                    "确认说明：经各系与学籍库比对，下列人员均为我校在籍在校学生。　2024年9月26日",
                    Table(
                        [
                            ["序号", "系部", "姓名", "学号", "证件号码", "年级", "在校状态", "系部确认"],
                            *[
                                [at, "药学系", name, number, key, "2023级", "在籍在校", "确认"]
                                for at, (name, key, number) in enumerate(listed("more-insure", 9), 1)
                            ],
                        ]
                    ),
                ]
            },
        ),
        school="山东药品食品职业学院",
    )
    results = ["在校", "在校", "在校", "已毕业", "在校", "在校", "休学", "在校"]
    yield more(
        "2.6",
        "bureau-list-checked",
        15,
        "市局下发的核查名单，学校逐人填了核查结果",
        xlsx(
            "核查反馈.xlsx",
            [
                "# 创业培训学员在校身份核查表",
                "下发单位：威海市公共就业服务中心　　核查学校：威海海洋职业学院　　反馈时间：2024-11-08",
                Table(
                    [
                        ["序号", "姓名", "身份证号", "培训期次", "学校核查结果", "核查人"],
                        *[
                            [at, name, key, "2024年第7期", result, "姜宁"]
                            for at, ((name, key, _), result) in enumerate(
                                zip(listed("more-check", 8), results, strict=True), 1
                            )
                        ],
                    ]
                ),
            ],
        ),
        school="威海海洋职业学院",
    )
    n = people("more-reply", 3)
    yield more(
        "2.6",
        "office-system-reply",
        15,
        "办公系统公文页：对人社部门的复函，确认三人学籍",
        page(
            "公文查看.html",
            [
                "协同办公 > 公文查看 > 函",
                Table(
                    [
                        ["文号", "威职院教函〔2024〕18号", "拟稿", "教务处学籍科"],
                        ["办结时间", "2024-10-15 16:20", "份数", "2"],
                    ],
                    0,
                ),
                "# 关于大学生创业大赛参赛选手学籍核实情况的复函",
                "威海市人力资源和社会保障局：",
                f"来函收悉。经查，{n[0]}（2022级）、{n[1]}（2023级）、{n[2]}（2023级）三名选手均为威海职业学院普通全日制在校学生，学籍注册有效。特此函复。",
                "威海职业学院教务处　2024年10月15日",
            ],
        ),
    )
    name, key, number = student("more-leaver", 2002)
    yield more(
        "2.6",
        "final-year-still-enrolled",
        15,
        "应届生在毕业前的在读证明，盖章扫描",
        scan(
            "应届在读.jpg",
            [
                "# 应届毕业生在读证明",
                f"{name}，女，公民身份号码{key}，为哈尔滨理工大学荣成校区2020级会计学专业在读本科生，学号{number}，如期完成学业将于2024年7月毕业并取得毕业证书、学位证书。",
                "本证明用于报名事业单位招聘考试。",
                "@哈尔滨理工大学荣成校区教务办公室|2024年3月14日",
            ],
        ),
        school="哈尔滨理工大学荣成校区",
    )
    yield more(
        "2.6",
        "course-roster-vouched-for",
        15,
        "SYB培训学员名册，页首学校确认均为在校学生并盖章（扫描）",
        scan(
            "培训/名册.pdf",
            [
                "# 创业培训（SYB）学员在校身份确认名册",
                "经审核，以下学员均系我校全日制在校学生，身份信息真实有效。",
                Table(
                    [
                        ["序号", "姓名", "身份证号码", "学号", "班级", "学员签名"],
                        *[
                            [at, name, key, number, "23电商2班", name]
                            for at, (name, key, number) in enumerate(listed("more-vouch", 7), 1)
                        ],
                    ]
                ),
                "@山东外事职业大学|2024年5月27日",
            ],
        ),
        school="山东外事职业大学",
    )
    yield more(
        "2.6",
        "bound-with-others",
        15,
        "合订PDF：目录、实习证明之后是在校证明",
        pdf(
            "证明材料合订.pdf",
            [
                "# 证明材料",
                "^ 北京交通大学（威海）",
                "一、实习证明……1　　二、在校生证明……2",
                "~",
                "# 实习证明",
                "兹证明丁振宇同学于2024年7月8日至2024年8月16日在我公司信息部实习。",
                "@威海鲁屿软件有限公司|2024年8月16日|-",
                "~",
                *proof("more-bound", "北京交通大学（威海）", "2024年11月5日"),
            ],
        ),
        school="北京交通大学（威海）",
    )
    n = people("more-some", 8)
    yield more(
        "2.6",
        "some-confirmed-some-not",
        15,
        "复函：名单8人中6人在校、2人已离校",
        docx(
            "关于学员身份的复函.docx",
            [
                "# 关于核实培训学员在校身份的复函",
                "环翠区人力资源和社会保障局：",
                f"经核对学籍系统，名单中{'、'.join(n[:6])}6人为山东大学（威海）在校本科生；{n[6]}、{n[7]}2人已于2023年6月毕业离校，不具有在校生身份。",
                "特此函复。",
                "@山东大学（威海）本科生院|2024年6月19日|-",
            ],
        ),
        school="山东大学（威海）",
    )
    yield more(
        "2.6",
        "old-ones-and-one-of-the-year",
        15,
        "三份证明，两份是往年的，一份在考核年度",
        docx("证明/2022.docx", proof("more-mix-a", "威海职业学院", "2022年11月2日")),
        docx("证明/2023.docx", proof("more-mix-b", "威海职业学院", "2023年5月30日")),
        docx("证明/2024.docx", proof("more-mix-c", "威海职业学院", "2024年4月18日")),
    )


def _short() -> Iterator[Case]:
    yield more(
        "2.6",
        "all-of-the-year-before",
        0,
        "一份PDF里三张都是2023年的",
        pdf(
            "在校证明汇总.pdf",
            [
                *proof("more-old-a", "威海海洋职业学院", "2023年10月9日"),
                "~",
                *proof("more-old-b", "威海海洋职业学院", "2023年11月14日"),
                "~",
                *proof("more-old-c", "威海海洋职业学院", "2023年12月6日"),
            ],
        ),
        flags=["date-outside-period"],
        school="威海海洋职业学院",
    )
    yield more(
        "2.6",
        "assessed-2025-proof-of-2024",
        0,
        "考核2025年度，证明是2024年11月的",
        docx("在校证明.docx", proof("more-next", "威海职业学院", "2024年11月21日")),
        flags=["date-outside-period"],
        year=2025,
    )


def _near() -> Iterator[Case]:
    name, key, _ = student("more-course")
    yield more(
        "2.6",
        "near-course-certificate",
        0,
        "创业培训合格证书（照片），不证明学籍",
        free_picture(
            "培训证书.jpg",
            f'<div class="frame"><h1>创业培训合格证书</h1><p>{name}（身份证号{key}）于2024年5月13日至5月22日参加SYB（创办你的企业）培训，修完规定课程，考核合格，特发此证。</p>'
            f'<p>证书编号：SYB3710240{519}</p><p class="r">{stamp("威海市公共就业服务中心")}威海市公共就业服务中心<br>2024年5月30日</p></div>',
            style="body{padding:26px} .frame{border:9px double #b8892b;padding:46px 60px;height:520px;font-size:21px} h1{letter-spacing:.3em} .r{margin-top:80px}",
            face="kai",
            look="photo",
            width=1060,
            height=720,
        ),
    )
    leavers = "".join(
        f'<div class="book"><h2>结业证书</h2><p>学生{name}，于2021年9月至2024年7月在本校护理专业三年制专科学习，修完教学计划规定的课程，未达到毕业要求，准予结业。</p>'
        f'<p class="r">校名：山东药品食品职业学院{stamp("山东药品食品职业学院", size=110)}<br>2024年7月1日</p></div>'
        for name in people("more-leavers", 2)
    )
    yield more(
        "2.6",
        "near-leaving-certificates",
        0,
        "一页上两人的结业证书，已离校，不是在校证明",
        free_picture(
            "结业证.jpg",
            leavers,
            style=".book{border:2px solid #8b1a1a;padding:24px 34px;margin-bottom:34px;height:420px} .book h2{text-align:center;letter-spacing:.4em} .r{margin-top:70px}",
        ),
        school="山东药品食品职业学院",
    )
    rng = Random("more-signup")
    yield more(
        "2.6",
        "near-sign-up-list",
        0,
        "培训报名登记表，学校没有确认；列有学号年级，故也容许待定",
        xlsx(
            "报名登记.xlsx",
            [
                "# 网络创业培训报名登记表",
                "威海职业学院创新创业学院　2024年10月",
                Table(
                    [
                        ["序号", "姓名", "性别", "年级", "学号", "手机", "报名班次", "是否午餐"],
                        *[
                            [at, name, "女" if at % 2 else "男", "2023级", number, phone(rng), "周末班", "是"]
                            for at, (name, _, number) in enumerate(listed("more-signup", 10), 1)
                        ],
                    ]
                ),
            ],
        ),
        alt=[(0, 0, 15)],
    )
