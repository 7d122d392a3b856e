# ruff: noqa: E501
"""4.4 and 4.5: campus fairs, and fairs of public agencies that students were sent to."""

from __future__ import annotations

from tests.independent.anew_kit import album, phone, scene, titled
from tests.independent.case import Case
from tests.independent.fresh_clerks_kit import banner, case
from tests.independent.last_kit import at, doc, pdf, photo, scan, txt, xls

NONE, FIVE, FULL, OPEN = (0, 0, 0), (5, 5, 5), (8, 8, 8), (0, 0, 8)

_SEVEN = (
    ("2024届毕业生春季大型双选会", "2024年3月23日"),
    ("海洋装备行业专场招聘会", "2024年4月11日"),
    ("校友企业专场招聘会", "2024年4月25日"),
    ("医药卫生类供需见面会", "2024年5月18日"),
    ("就业促进周小型招聘会", "2024年5月31日"),
    ("2025届毕业生秋季大型双选会", "2024年10月19日"),
    ("乡村振兴人才专场招聘会", "2024年11月9日"),
)


def _fairs() -> list[Case]:
    return [
        case(
            "44-seven-in-word",
            "4.4",
            FULL,
            "相册七场名称、日期各异的校园招聘会，多于5场",
            album(
                "招聘会现场.docx",
                ["2024年校园招聘会现场照片集"],
                [(banner("山东药品食品职业学院", name), f"{day}，{name}") for name, day in _SEVEN],
            ),
            facts={"fairs": 7},
            school="山东药品食品职业学院",
        ),
        case(
            "44-three",
            "4.4",
            FIVE,
            "三张照片三场，各有相机时间：少于5场",
            *(
                scene(f"DSC_{n}.jpg", banner(name), at(f"{day} 09:3{n}:12"), crowd=5 + n)
                for n, (name, day) in enumerate(
                    (
                        ("春季校园双选会", "2024-03-30"),
                        ("机械制造类专场招聘会", "2024-05-11"),
                        ("秋季校园双选会", "2024-10-26"),
                    ),
                    1,
                )
            ),
            facts={"fairs": 3},
        ),
        case(
            "44-two-names-one-day",
            "4.4",
            FIVE,
            "同一天两个名称：最低和建议算一场，最高两场，都在5分档",
            scene("双选会.jpg", banner("2024届毕业生双选会"), at("2024-04-20 09:10:00"), crowd=8),
            scene("见面会.jpg", banner("电子信息企业供需见面会"), at("2024-04-20 10:40:00"), ground="#0c4a8a", crowd=6),
            facts={"fairs": 1},
            flags=["judgement-required"],
            school="北京交通大学（威海）",
        ),
        case(
            "44-undated",
            "4.4",
            (0, 0, 5),
            "一张招聘会照片，没有任何日期",
            scene("现场.jpg", banner("毕业生校园招聘会"), crowd=8),
            flags=["date-missing"],
        ),
        case(
            "44-of-2022",
            "4.4",
            NONE,
            "照片的屏幕写2022年，相机时间也是2022年",
            scene(
                "双选会.jpg",
                banner("2022届毕业生春季双选会", "2022年4月9日"),
                at("2022-04-09 09:50:00"),
                ground="#7b1fa2",
            ),
            flags=["date-outside-period"],
        ),
        case(
            "44-ledger-without-photos",
            "4.4",
            OPEN,
            "台账列了七场已办的招聘会，没有现场照片：只进最高分，超过5场",
            xls(
                "招聘会台账.xlsx",
                {
                    "台账": titled(
                        "2024年校园招聘会台账",
                        ["序号", "举办日期", "招聘会名称", "地点", "参会单位（家）", "入场学生（人）"],
                        [[n, day, name, "体育馆", 20 + n * 9, 400 + n * 80] for n, (name, day) in enumerate(_SEVEN, 1)],
                    )
                },
                widths=(6, 18, 32, 12, 14, 14),
            ),
            more={"1.8": (15, 15, 15), "4.5": NONE},
        ),
    ]


def _bubble(who: str, text: str) -> str:
    return f"<div style='display:flex;gap:10px;margin:14px 12px'><div style='flex:none;width:40px;height:40px;border-radius:20px;background:#c98f5a'></div><div><div style='font-size:12px;color:#888;margin-bottom:4px'>{who}</div><div style='background:#fff;border-radius:8px;padding:10px 12px;font-size:16px;line-height:1.55;max-width:270px'>{text}</div></div></div>"


def _agency() -> list[Case]:
    return [
        case(
            "45-college-notice",
            "4.5",
            FULL,
            "学院通知组织毕业生参加威海市人社局主办的招聘会，2024年3月",
            doc(
                "关于组织学生参会的通知.docx",
                "# 关于组织2024届毕业生参加威海市春季人才招聘会的通知",
                "各毕业班：",
                "由威海市人力资源和社会保障局主办的“春暖海疆”高校毕业生招聘会定于3月17日上午在威海市体育中心举行，参会单位二百余家。请各班3月13日前上报参会名单，由辅导员统一带队。",
                "联系人：滕世杰　电话：0631-5550142",
                "> 计算机系",
                "> 2024年3月8日",
            ),
            more={"4.4": NONE},
            school="山东药品食品职业学院",
        ),
        case(
            "45-from-the-centre",
            "4.5",
            FULL,
            "公共就业服务中心给学校的函，请组织毕业生参加线上招聘，2024年",
            scan(
                "函.pdf",
                "# 关于邀请参加网络招聘月活动的函",
                "山东外事职业大学：",
                "乳山市公共就业和人才服务中心将于2024年5月6日至5月31日举办“民营企业网络招聘月”线上招聘会，岗位1600余个，请贵校组织毕业生登录参加。",
                "　",
                "　",
                "> 乳山市公共就业⟦乳山市公共就业和人才服务中心⟧和人才服务中心",
                "> 2024年4月28日",
            ),
            school="山东外事职业大学",
        ),
        case(
            "45-at-the-fair",
            "4.5",
            FULL,
            "现场照片：横幅写人社局主办的招聘会，相机时间2024年",
            scene(
                "带队参会.jpg",
                banner("主办：威海市人力资源和社会保障局", "2024年民营企业招聘会"),
                at("2024-04-27 09:05:00"),
                crowd=10,
            ),
            more={"4.7": NONE},
        ),
        case(
            "45-chat",
            "4.5",
            FULL,
            "群聊截图：老师转发荣成市人社局直播带岗，组织收看，聊天带日期",
            phone(
                "群.png",
                "<div style='background:#f0f0f0;min-height:780px'><div style='text-align:center;font-size:17px;font-weight:600;padding:12px'>材料2001毕业班级群</div><div style='text-align:center;color:#999;font-size:12px;margin:14px'>2024年6月13日 下午2:20</div>"
                + _bubble(
                    "辅导员小宋",
                    "@所有人 荣成市人社局今晚19:00直播带岗招聘专场，面向应届毕业生，岗位160多个，请未签约的同学全部上线参加。",
                )
                + _bubble("辅导员小宋", "看完在群里发截图。")
                + "</div>",
                ground="#f0f0f0",
            ),
            school="哈尔滨工业大学（威海）",
            more={"3.1": NONE},
        ),
        case(
            "45-own-fair",
            "4.5",
            NONE,
            "近似件：本校自己主办的双选会通知，不是公共服务机构的招聘会",
            pdf(
                "双选会通知.pdf",
                "# 关于举办2025届毕业生秋季双选会的通知",
                "各系、各用人单位：我校定于2024年10月26日在体育馆举办2025届毕业生秋季双选会，欢迎用人单位报名设展。",
                "> 威海职业学院招生就业处",
                "> 2024年9月30日",
            ),
        ),
        case(
            "45-of-2022",
            "4.5",
            NONE,
            "通知和活动都在2022年",
            photo(
                "旧通知.jpg",
                "# 关于参加威海市人社局网络招聘会的通知",
                "各系：威海市人力资源和社会保障局于2022年11月1日至30日举办网络招聘会，请组织毕业生参加。",
                "> 招生就业处",
                "> 2022年10月28日",
                css="p{font-size:22px}h1{font-size:28px}",
            ),
            flags=["date-outside-period"],
        ),
        case(
            "45-no-year",
            "4.5",
            OPEN,
            "通知只有月日，没有年份",
            txt(
                "通知.txt",
                "通知\n\n各班：本周六（11月16日）上午9点，威海市人力资源和社会保障局在市民广场举办秋季招聘会，未就业的毕业生请参加，8点北门集合乘车。\n\n就业办\n11月13日\n",
            ),
            flags=["date-missing"],
        ),
    ]


def cases() -> list[Case]:
    return [*_fairs(), *_agency()]
