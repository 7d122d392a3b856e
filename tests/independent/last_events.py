# ruff: noqa: E501
"""4.4, 4.5, 4.7, 4.8: fairs, advice and contests, in photos, albums, notices and chats."""

from __future__ import annotations

from tests.independent.anew_kit import album, phone, scene, titled
from tests.independent.case import Case
from tests.independent.last_kit import at, case, doc, pdf, scan, xls

NONE, FULL, OPEN = (0, 0, 0), (8, 8, 8), (0, 0, 8)


def _banner(*lines: str) -> str:
    return "".join(
        f"<div style='font-size:{46 if at else 36}px;font-weight:800'>{line}</div>" for at, line in enumerate(lines)
    )


_FAIRS = (
    ("2024届毕业生春季双选会", "2024-03-30"),
    ("装备制造类专场招聘会", "2024-04-18"),
    ("海洋食品行业校园招聘会", "2024-05-16"),
    ("护理医药类供需见面会", "2024-09-26"),
    ("2025届毕业生秋季双选会", "2024-10-24"),
    ("数字经济企业专场招聘会", "2024-11-14"),
)


def _spoken(day: str) -> str:
    year, month, rest = day.split("-")
    return f"{year}年{int(month)}月{int(rest)}日"


def _fairs() -> list[Case]:
    return [
        case(
            "44-album-of-six",
            "4.4",
            FULL,
            "相册六张照片，六场不同名称和日期的校园招聘会，多于5场",
            album(
                "校园招聘会照片.docx",
                ["2024年校园招聘会现场照片"],
                [(_banner("威海职业学院", name), f"{_spoken(day)}　{name}现场") for name, day in _FAIRS],
            ),
            facts={"fairs": 6},
            more={"4.5": NONE},
        ),
        case(
            "44-five",
            "4.4",
            (5, 5, 8),
            "五张有拍摄时间的照片，五场：条款在5场处没有规定",
            *(
                scene(f"招聘会{n}.jpg", _banner("山东外事职业大学", name), at(f"{day} 09:4{n}:00"), crowd=4 + n)
                for n, (name, day) in enumerate(_FAIRS[:5], 1)
            ),
            facts={"fairs": 5},
            flags=["rule-ambiguous"],
            school="山东外事职业大学",
        ),
        case(
            "44-two-days",
            "4.4",
            (5, 5, 5),
            "同一双选会连续两天是一场；企业宣讲会只在最高分里，仍不到五场",
            scene("d1.jpg", _banner("2024年春季校园双选会"), at("2024-04-12 10:02:00"), ground="#8a1420"),
            scene(
                "d2.jpg",
                _banner("2024年春季校园双选会"),
                at("2024-04-13 14:20:00"),
                ground="#8a1420",
                crowd=4,
                size=(1000, 220),
            ),
            scene("xj.jpg", _banner("威海光达电子有限公司", "校园宣讲会"), at("2024-05-08 15:00:00"), ground="#12408c"),
            facts={"fairs": 1},
        ),
        case(
            "44-admissions",
            "4.4",
            NONE,
            "近似件：高考招生咨询会现场，不是招聘会也不是就业咨询",
            scene(
                "咨询会.jpg",
                _banner("2024年高考招生咨询会", "威海海洋职业学院展位"),
                at("2024-06-27 09:15:00"),
                ground="#0b6a4f",
            ),
            alt=[(0, 0, 5)],
            more={"4.7": NONE, "4.5": NONE},
            school="威海海洋职业学院",
        ),
        case(
            "44-news-only",
            "4.4",
            (0, 0, 5),
            "只有文字报道，没有现场照片；报道说已办的一场只计入最高分",
            doc(
                "新闻稿.docx",
                "# 我校成功举办2024届毕业生春季双选会",
                "3月30日，我校2024届毕业生春季双选会在风雨操场举行，来自省内外的112家企业参会，提供岗位4300余个，1500余名毕业生到场。",
                "> （招生就业处　2024年3月31日）",
            ),
        ),
    ]


def _bubble(who: str, text: str) -> str:
    return f"<div style='display:flex;gap:10px;margin:14px 12px'><div style='flex:none;width:40px;height:40px;border-radius:5px;background:#7aa2c9'></div><div><div style='font-size:12px;color:#888;margin-bottom:4px'>{who}</div><div style='background:#fff;border-radius:6px;padding:10px 12px;font-size:16px;line-height:1.55;max-width:270px'>{text}</div></div></div>"


def _agency() -> list[Case]:
    return [
        case(
            "45-forwarded",
            "4.5",
            FULL,
            "学校组织毕业生参加市公共就业和人才服务中心网络招聘会的通知，年内",
            pdf(
                "通知.pdf",
                "# 关于组织毕业生参加金秋线上招聘活动的通知",
                "各二级学院：",
                "威海市公共就业和人才服务中心定于2024年10月21日至27日举办“金秋招聘月”线上招聘会，共有380家单位提供岗位。请各学院组织2025届毕业生和未就业的往届毕业生登录参加，并于10月28日前报送参加人数。",
                "> 学生就业指导中心",
                "> 2024年10月16日",
            ),
            more={"4.4": NONE, "3.2": NONE},
            school="哈尔滨工业大学（威海）",
        ),
        case(
            "45-class-chat",
            "4.5",
            FULL,
            "班级群聊天截图：辅导员通知参加市人社局的招聘会，聊天带年月日",
            phone(
                "群聊.png",
                "<div style='background:#ededed;height:800px'><div style='text-align:center;font-size:17px;font-weight:600;padding:12px;border-bottom:1px solid #ddd'>会计2101毕业班(47)</div><div style='text-align:center;color:#999;font-size:12px;margin:14px'>2024年3月21日 上午10:05</div>"
                + _bubble(
                    "石老师",
                    "@所有人 3月23日（周六）上午，威海市人力资源和社会保障局在市民文化中心举办春季高校毕业生专场招聘会，学校统一派车，8:00在南门集合。",
                )
                + _bubble("石老师", "参加的同学请接龙，带好简历。")
                + _bubble("于凯", "收到，报名1人")
                + "</div>",
                ground="#ededed",
            ),
            more={"3.1": NONE},
        ),
        case(
            "45-portal",
            "4.5",
            NONE,
            "近似件：商业招聘网站的空中双选会，主办方是公司，不是公共服务机构",
            doc(
                "空中双选会通知.docx",
                "# 关于参加“职多多”空中双选会的通知",
                "各班：青岛职多多网络科技有限公司将于2024年5月20日至31日在其网站举办毕业生空中双选会，同学们可自愿注册、投递简历。",
                "注册时请选择“学生认证”。",
                "> 就业办　2024年5月15日",
            ),
            alt=[OPEN],
            more={"4.4": NONE},
        ),
        case(
            "45-former-year",
            "4.5",
            NONE,
            "通知和招聘会都在2023年",
            scan(
                "旧通知.jpg",
                "# 关于组织学生参加威海市人社局秋季招聘会的通知",
                "各系：威海市人力资源和社会保障局定于2023年11月11日在国际展览中心举办秋季高校毕业生招聘会，请各系于11月8日前上报参会学生名单，由辅导员带队前往。",
                "> 招生就业处⟦威海职业学院招生就业处⟧",
                "> 2023年11月3日",
            ),
            flags=["date-outside-period"],
        ),
    ]


def _advice() -> list[Case]:
    return [
        case(
            "47-day",
            "4.7",
            FULL,
            "现场照片横幅写就业创业指导咨询，有拍摄时间",
            scene(
                "咨询日.jpg",
                _banner("就业创业指导咨询服务日", "面对面 一对一"),
                at("2024-05-29 14:30:10"),
                ground="#145c9e",
                crowd=6,
            ),
            more={"4.4": NONE},
        ),
        case(
            "47-album",
            "4.7",
            FULL,
            "相册图注写明两次就业咨询的日期，图中展板写就业指导",
            album(
                "咨询照片.docx",
                ["就业指导咨询活动照片（2024年）"],
                [
                    (_banner("就业指导咨询室"), "2024年3月27日　教师在咨询室为毕业生做一对一就业指导"),
                    (_banner("简历门诊", "就业指导咨询"), "2024年10月30日　简历门诊现场"),
                ],
            ),
            more={"4.8": NONE},
        ),
        case(
            "47-records",
            "4.7",
            OPEN,
            "只有咨询记录，没有现场照片",
            xls(
                "咨询记录.xlsx",
                {
                    "2024": titled(
                        "就业创业指导咨询记录",
                        ["咨询时间", "来访学生", "班级", "咨询内容", "咨询师"],
                        [
                            ["2024-04-02 14:00", "鞠子昂", "护理2101", "护士资格证与应聘顺序", "隋冰洁"],
                            ["2024-04-16 15:30", "慕晓雯", "会计2101", "考编还是进企业", "隋冰洁"],
                            ["2024-05-21 14:00", "宋凯", "机电2101", "创业贷款条件", "谭志远"],
                        ],
                    )
                },
            ),
        ),
        case(
            "47-psychology",
            "4.7",
            NONE,
            "近似件：心理健康咨询现场，与就业无关",
            scene(
                "心理咨询.jpg",
                _banner("5·25心理健康咨询活动", "倾听你的心声"),
                at("2024-05-25 10:10:00"),
                ground="#3f7f58",
                crowd=6,
            ),
            alt=[OPEN],
            more={"4.4": NONE, "4.8": NONE},
        ),
    ]


def _contests() -> list[Case]:
    return [
        case(
            "48-final",
            "4.8",
            FULL,
            "创新大赛校赛决赛的现场照片，屏幕上有日期",
            scene(
                "决赛.jpg",
                _banner("中国国际大学生创新大赛（2024）", "校级决赛暨项目路演")
                + "<div style='font-size:26px'>2024年6月14日</div>",
                ground="#10306e",
            ),
            school="哈尔滨工业大学（威海）",
        ),
        case(
            "48-album",
            "4.8",
            FULL,
            "总结里插了两张大赛照片，图注有日期和创业大赛名称",
            album(
                "大赛总结.docx",
                ["第六届大学生创业大赛工作总结", "大赛于2024年10月至11月举行，共有37个团队报名。"],
                [
                    (_banner("第六届大学生创业大赛"), "2024年11月6日　创业大赛初赛现场"),
                    (_banner("大学生创业大赛", "颁奖典礼"), "2024年11月20日　颁奖现场"),
                ],
                ["本届大赛评出一等奖2项，推荐参加市赛5项。"],
            ),
        ),
        case(
            "48-certificate",
            "4.8",
            OPEN,
            "只有获奖证书，不是现场照片；证书写明大赛名称，可由人判断",
            scan(
                "获奖证书.jpg",
                "# 获 奖 证 书",
                "威海职业学院　曲晓雯、丛浩然、于磊：",
                "你们的项目《海带边角料再利用》在2024年威海市大学生创业大赛中荣获二等奖。",
                "特发此证，以资鼓励。",
                "> 威海市大学生创业大赛组委会⟦威海市大学生创业大赛组委会⟧",
                "> 2024年9月",
                css="body{background:#fffaf0;border:16px double #c8962e}h1{color:#b01818;font-size:44px}p{font-size:23px}",
            ),
            alt=[NONE],
        ),
        case(
            "48-modelling",
            "4.8",
            NONE,
            "近似件：数学建模竞赛照片，不是创业类赛事",
            scene(
                "建模.jpg", _banner("2024年大学生数学建模竞赛", "颁奖仪式"), at("2024-11-22 16:00:00"), ground="#5a2d82"
            ),
            alt=[OPEN],
            more={"4.7": NONE, "4.4": NONE},
        ),
    ]


def cases() -> list[Case]:
    return [*_fairs(), *_agency(), *_advice(), *_contests()]
