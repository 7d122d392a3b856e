# ruff: noqa: E501
"""2.6: papers in which the school confirms who is its student."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from random import Random

from tests.independent.case import Case
from tests.independent.offices_paper import (
    Paper,
    Table,
    case,
    comma,
    docx,
    mail,
    page,
    pasted,
    pdf,
    people,
    phone,
    photo,
    resident_id,
    scan,
    shot,
    slides,
    text,
    xlsx,
)


def person(seed: str) -> tuple[str, str, str]:
    """Name, resident ID and school number."""
    rng = Random(seed)
    return people(seed, 1)[0], resident_id(rng, 2004), f"20220{rng.randrange(1, 9)}{rng.randrange(1000):04}"


def certificate(
    seed: str,
    *,
    title: str = "在校证明",
    school: str = "威海职业学院",
    when: str = "2024年5月15日",
    seal: str = "",
    use: str = "",
) -> Paper:
    name, key, number = person(seed)
    return [
        f"# {title}",
        f"兹证明{name}，性别女，身份证号{key}，学号{number}，系我校2022级软件技术专业学生，学制三年，现为我校全日制在校生。{use}",
        "特此证明。",
        f"@{school}|{when}" + (f"|{seal}" if seal else ""),
    ]


def roll(seed: str, count: int = 8) -> list[list[object]]:
    rng = Random(seed)
    return [
        [at, name, f"202304{at:03}", resident_id(rng, 2005), "2023级", "市场营销"]
        for at, name in enumerate(people(seed, count), 1)
    ]


def cases() -> Iterator[Case]:
    yield from _confirmed()
    yield from _short()
    yield from _near()


def _confirmed() -> Iterator[Case]:
    yield case("2.6", "docx", 15, "Word 在校证明", docx("在校证明.docx", certificate("a1", seal="-")))
    yield case(
        "2.6",
        "scan-sealed",
        15,
        "盖章扫描件",
        scan("2.6/扫描件.pdf", certificate("a2", school="山东外事职业大学")),
        school="山东外事职业大学",
    )
    yield case(
        "2.6",
        "jpg-registry",
        15,
        "教务处章的学籍证明",
        scan("学籍.jpg", certificate("a3", title="学籍证明", school="威海海洋职业学院教务处")),
        school="威海海洋职业学院",
    )
    yield case(
        "2.6",
        "photo-reading",
        15,
        "在读证明的照片",
        photo(
            "IMG_20240603.jpg",
            certificate("a4", title="在读证明", when="2024年6月3日", school="山东药品食品职业学院", seal="-"),
        ),
        school="山东药品食品职业学院",
    )
    yield case(
        "2.6",
        "pdf-subsidy",
        15,
        "创业补贴认定用的在校生证明",
        pdf(
            "证明.pdf",
            certificate("a5", title="证  明", seal="-", use="该生拟申请大学生创业补贴，符合在校大学生身份条件。"),
        ),
    )
    name, key, number = person("a6")
    yield case(
        "2.6",
        "card-form",
        15,
        "表格式在校证明",
        docx(
            "6.docx",
            [
                "# 在校学生身份证明",
                Table(
                    [
                        ["姓名", name, "性别", "男"],
                        ["身份证号", key, "学号", number],
                        ["院系", "机电工程系", "专业", "机电一体化技术"],
                        ["入学时间", "2022年9月", "学籍状态", "在校"],
                        ["证明事项", "该同学系我校在籍在校学生，情况属实。", None, None],
                    ],
                    0,
                    [(4, 1, 4, 3)],
                ),
                "@威海职业学院|2024年4月10日|-",
            ],
        ),
    )
    yield case(
        "2.6",
        "reply-letter",
        15,
        "给市局的确认复函，附名单",
        docx(
            "复函.docx",
            [
                "=威海职业学院|威职院函〔2024〕12号",
                "# 关于在校生身份信息确认的复函",
                "威海市人力资源和社会保障局：",
                "贵局转来的创业培训学员名单收悉。经核对学籍，附表所列8名学员均为我校在校学生，信息属实。",
                "附：在校生确认名单",
                "@威海职业学院|2024年7月2日|-",
                "~",
                Table([["序号", "姓名", "学号", "身份证号", "年级", "专业"], *roll("a7")]),
            ],
        ),
    )
    yield case(
        "2.6",
        "confirm-letter-scan",
        15,
        "确认函扫描件",
        scan(
            "确认函.pdf",
            [
                "# 确认函",
                "威海市人才服务中心：",
                "经核实，参加大学生创业大赛的丛思琪、车晗、谭凯三名同学均系我校2023级在校学生，学籍信息准确无误。",
                "特此确认。",
                "@山东交通学院（威海）|2024年5月20日",
            ],
        ),
        school="山东交通学院（威海）",
    )
    yield case(
        "2.6",
        "confirm-table",
        15,
        "在校生信息确认表，学生逐一签名",
        xlsx(
            "在校生信息确认表.xlsx",
            [
                "# 威海职业学院在校生信息确认表",
                "确认时间：2024年10月",
                Table(
                    [
                        ["序号", "姓名", "学号", "身份证号", "年级", "专业", "学籍状态", "本人确认"],
                        *[[*row, "在校", row[1]] for row in roll("a9")],
                    ]
                ),
            ],
        ),
    )
    yield case(
        "2.6",
        "confirm-table-docx",
        15,
        "院系确认的名单，末栏写信息无误",
        docx(
            "信息确认/名单.docx",
            [
                "# 在校学生信息确认名单（2024年）",
                "经审核，以下学生均为北京交通大学（威海）在校生，信息确认无误。",
                Table(
                    [
                        ["序号", "姓名", "学号", "身份证号", "年级", "专业", "确认结果"],
                        *[[*row, "属实"] for row in roll("a10")],
                    ]
                ),
                "@北京交通大学（威海）|2024年9月30日|-",
            ],
        ),
        school="北京交通大学（威海）",
    )
    yield case(
        "2.6",
        "chsi-report",
        15,
        "学信网学籍在线验证报告",
        pdf(
            "在线验证报告.pdf",
            [
                "# 教育部学籍在线验证报告",
                "更新日期：2024年05月06日",
                Table(
                    [
                        ["姓名", "隋文静", "性别", "女"],
                        ["院校", "哈尔滨理工大学荣成校区", "层次", "本科"],
                        ["专业", "国际经济与贸易", "学制", "4年"],
                        ["入学日期", "2021年09月01日", "学籍状态", "在籍（注册学籍）"],
                        ["预计毕业日期", "2025年07月01日", "学习形式", "普通全日制"],
                    ],
                    0,
                ),
                "注意：在线验证码可在学信网查验。",
            ],
            face="hei",
        ),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "2.6",
        "several-in-one-pdf",
        15,
        "三份证明合在一个扫描件",
        scan("证明合集.pdf", [*certificate("a12"), "~", *certificate("a13"), "~", *certificate("a14")]),
    )
    name, key, _ = person("a15")
    yield case(
        "2.6",
        "bilingual",
        15,
        "中英文在读证明",
        pdf(
            "Enrollment.pdf",
            [
                "# 在读证明",
                "^ Certificate of Enrollment",
                f"兹证明{name}（身份证号{key}）为山东大学（威海）2022级翻译专业在读本科生，预计2026年6月毕业。",
                "This is to certify that the above student is currently enrolled as a full-time undergraduate at Shandong University, Weihai.",
                "@山东大学（威海）|2024年10月8日|-",
            ],
        ),
        school="山东大学（威海）",
    )
    yield case(
        "2.6",
        "contest-eligibility",
        15,
        "参赛学生身份证明",
        docx(
            "参赛资格.docx",
            certificate("a16", title="参赛学生身份证明", seal="-", use="该同学参加威海市大学生创业大赛，身份属实。"),
        ),
    )
    yield case(
        "2.6",
        "training-eligibility",
        15,
        "创业培训报名用学籍证明，集体",
        pdf(
            "培训证明.pdf",
            [
                "# 证明",
                "威海市公共就业服务中心：",
                "兹证明下列同学为威海职业学院2023级全日制在校学生，参加SYB创业培训：",
                Table([["序号", "姓名", "学号", "身份证号", "年级", "专业"], *roll("a17", 6)]),
                "特此证明。",
                "@威海职业学院创新创业学院|2024年11月4日|-",
            ],
        ),
    )
    yield case("2.6", "txt", 15, "文本证明", text("在校证明.txt", certificate("a18", seal="-")))
    yield case(
        "2.6",
        "mail-reply",
        15,
        "邮件确认",
        mail(
            "回复.eml",
            "回复：请核实在校生信息",
            datetime(2024, 6, 18, 14, 6),
            [
                "您好：",
                "来函所列丛思琪、谭凯、毕玉洁三名同学经核对均为我校（威海海洋职业学院）2022级在校学生，学籍信息确认无误。",
                "威海海洋职业学院学籍科",
            ],
        ),
        school="威海海洋职业学院",
    )
    yield case(
        "2.6",
        "electronic-page",
        15,
        "电子证明网页",
        page(
            "电子证明.html",
            [
                "* 网上办事大厅",
                "* 电子证明",
                "# 哈尔滨工业大学（威海）在校学生证明",
                f"{person('a20')[0]}，学号{person('a20')[2]}，2022年9月入学，就读于船舶与海洋工程专业，现为在校本科生。",
                "签发时间：2024-09-12 10:22   证明编号：ZX20240912008",
            ],
        ),
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "2.6",
        "self-service-shot",
        15,
        "自助打印系统截图",
        shot("截图.png", certificate("a21", when="2024年9月18日", seal="-")),
    )
    yield case(
        "2.6",
        "csv-confirmed",
        15,
        "确认结果导出",
        comma(
            "在校生信息确认.csv",
            [
                ["威海职业学院在校生信息确认结果（2024年10月）"],
                ["序号", "姓名", "学号", "身份证号", "年级", "专业", "学籍状态", "确认状态", "确认时间"],
                *[[*row, "在校", "已确认", f"2024-10-{at:02}"] for at, row in enumerate(roll("a22"), 10)],
            ],
            "gb18030",
        ),
    )
    yield case(
        "2.6",
        "oval-registry-photo",
        15,
        "打印证明的照片，楷体",
        photo(
            "微信图片_20240520.jpg", certificate("a23", title="在籍证明", when="2024年5月20日", seal="-"), face="kai"
        ),
    )
    yield case(
        "2.6",
        "two-halves",
        15,
        "一页两联：存根与证明",
        docx(
            "证明（两联）.docx",
            [
                "# 在校证明（存根）",
                f"编号2024-036  {person('a24')[0]}  2022级会计  用途：助学贷款",
                "－－－－－－－－－－－－－－－－－－－－",
                *certificate("a24", seal="-", when="2024年8月26日", use="用途：办理生源地助学贷款。"),
            ],
        ),
    )
    yield case(
        "2.6",
        "chinese-date",
        15,
        "落款二〇二四年",
        pdf("证明1.pdf", certificate("a25", when="二〇二四年四月二十二日", seal="-"), face="kai"),
    )
    yield case(
        "2.6",
        "firm-asked",
        15,
        "给企业的在校生证明，不是实习证明",
        docx(
            "致企业.docx",
            [
                "# 在校学生证明",
                "威海海岳机械有限公司：",
                f"{person('a26')[0]}同学（学号{person('a26')[2]}）系我校2022级数控技术专业在校学生，学籍状态正常，可按学校安排到贵单位参加实践。",
                "特此证明。",
                "@威海职业学院教务处|2024年3月11日|-",
            ],
        ),
    )
    yield case(
        "2.6",
        "year-2023",
        15,
        "考核2023年度，证明2023年出具",
        docx("在校证明.docx", certificate("a27", when="2023年5月15日", seal="-")),
        year=2023,
    )
    yield case(
        "2.6",
        "slides-picture-text",
        15,
        "汇报幻灯片里收入的确认函文字",
        slides(
            "信息确认.pptx",
            [
                "# 在校生信息确认函",
                "威海市人力资源和社会保障局：",
                "经核实，名单中6名申请人均系我校在校学生，信息准确无误。",
                "威海职业学院  2024年6月7日",
            ],
        ),
    )

    yield case(
        "2.6",
        "pasted-scans",
        15,
        "Word 里贴两份证明扫描图",
        pasted("在校生证明材料.docx", certificate("a28"), certificate("a29", when="2024年9月3日"), above="证明"),
    )


def _short() -> Iterator[Case]:
    outside = ["date-outside-period"]
    yield case(
        "2.6",
        "last-year",
        0,
        "上一年的证明",
        docx("在校证明.docx", certificate("b1", when="2023年5月15日", seal="-")),
        flags=outside,
    )
    yield case(
        "2.6", "old-scan", 0, "2022年的扫描件", scan("证明.pdf", certificate("b2", when="2022年10月8日")), flags=outside
    )
    yield case(
        "2.6",
        "old-table",
        0,
        "2023年的确认名单",
        xlsx(
            "确认表.xlsx",
            [
                "# 威海职业学院在校生信息确认表",
                "确认时间：2023年10月12日",
                Table(
                    [
                        ["序号", "姓名", "学号", "身份证号", "年级", "专业", "本人确认"],
                        *[[*row, row[1]] for row in roll("b3")],
                    ]
                ),
            ],
        ),
        flags=outside,
    )
    yield case(
        "2.6",
        "other-school",
        0,
        "别校的在校证明",
        docx("在校证明.docx", certificate("b4", school="山东药品食品职业学院", seal="-")),
        flags=["school-mismatch"],
    )
    yield case(
        "2.6",
        "other-school-scan",
        0,
        "别校的扫描件",
        scan("在校证明.jpg", certificate("b5", school="威海海洋职业学院")),
        flags=["school-mismatch"],
    )
    yield case(
        "2.6",
        "blank-form",
        0,
        "空白证明样式",
        docx(
            "在校证明模板.docx",
            [
                "# 在校证明",
                "兹证明______，性别____，身份证号____________________，学号____________，系我校______级______专业学生，现为我校全日制在校生。",
                "特此证明。",
                "> （公章）",
                "> 年   月   日",
            ],
        ),
    )


def _near() -> Iterator[Case]:
    name, key, _ = person("near")
    yield case(
        "2.6",
        "near-internship",
        0,
        "企业出具的实习证明",
        pdf(
            "证明.pdf",
            [
                "# 实习证明",
                f"兹证明{name}同学于2024年3月1日至2024年6月30日在我单位生产部实习，表现良好。",
                "特此证明。",
                "@威海海岳机械有限公司|2024年7月1日|-",
            ],
        ),
    )
    yield case(
        "2.6",
        "near-leaving",
        0,
        "离职证明",
        docx(
            "离职证明.docx",
            [
                "# 离职证明",
                f"{name}（身份证号{key}）自2022年8月至2024年4月在我公司任职，现已办理离职手续。",
                "@威海海岳食品有限公司|2024年4月30日|-",
            ],
        ),
    )
    yield case(
        "2.6",
        "near-employed",
        0,
        "企业的在职证明",
        scan(
            "在职.pdf",
            [
                "# 在职证明",
                f"兹证明{name}，身份证号{key}，为我公司正式员工，任技术员。",
                "特此证明。",
                "@威海海岳电子有限公司|2024年5月8日",
            ],
        ),
    )
    yield case(
        "2.6",
        "near-graduated",
        0,
        "已毕业的学历证明",
        docx(
            "毕业证明.docx",
            [
                "# 毕业证明书",
                f"{name}，身份证号{key}，于2018年9月至2021年6月在我校会计专业学习，修完全部课程，成绩合格，准予毕业。",
                "特此证明。",
                "@威海职业学院|2024年3月19日|-",
            ],
        ),
    )
    yield case(
        "2.6",
        "near-household",
        0,
        "社区居住证明",
        docx(
            "居住证明.docx",
            [
                "# 居住证明",
                f"兹证明{name}（身份证号{key}）系我社区居民，现居住于海滨小区3号楼。",
                "@环翠区海滨社区居民委员会|2024年6月2日|-",
            ],
        ),
    )
    yield case(
        "2.6",
        "near-award",
        0,
        "获奖证书",
        scan(
            "证书.jpg",
            [
                "# 荣誉证书",
                f"{name}同学：",
                "在2024年校园歌手大赛中荣获二等奖，特发此证，以资鼓励。",
                "@共青团威海职业学院委员会|2024年5月25日",
            ],
            face="kai",
        ),
    )
    yield case(
        "2.6",
        "near-visitors",
        0,
        "访客登记",
        xlsx(
            "登记.xlsx",
            [
                "# 2024年来访人员登记",
                Table(
                    [
                        ["序号", "姓名", "电话", "事由"],
                        *[[at, who, phone(Random(who)), "送货"] for at, who in enumerate(people("visit", 5), 1)],
                    ]
                ),
            ],
        ),
    )
    yield case(
        "2.6",
        "near-request",
        0,
        "市局请学校确认的来函，学校尚未确认",
        docx(
            "来函.docx",
            [
                "# 关于请协助核实学员在校信息的函",
                "威海职业学院：",
                "现将申请创业培训补贴的学员名单转去，请于2024年6月20日前核实是否为贵校在校生并函复。",
                "@威海市公共就业服务中心|2024年6月11日|-",
            ],
        ),
        alt=[(0, 0, 15)],
    )
