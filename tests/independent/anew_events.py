# ruff: noqa: E501
"""Fairs, consultations and contests: cells 4.4, 4.5, 4.7 and 4.8."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tests.independent.anew_kit import album, phone, scene, titled
from tests.independent.case import Case
from tests.independent.fresh_station_kit import HURRIED, PLAIN, book, case, docx, pdf, scan, web

FULL, NONE, OPEN = (8, 8, 8), (0, 0, 0), (0, 0, 8)


def cases() -> Iterator[Case]:
    yield from _fairs()
    yield from _public()
    yield from _advice()
    yield from _contests()


def _fairs() -> Iterator[Case]:
    yield case(
        "an-44-two",
        "4.4",
        (5, 5, 5),
        "两场，日期不同，相机时间在2024年",
        scene(
            "IMG_1001.jpg",
            "<b style='font-size:44px'>2024届毕业生春季校园招聘会</b><p style='font-size:26px'>威海职业学院</p>",
            datetime(2024, 3, 22, 9, 12, 0),
        ),
        scene(
            "IMG_2207.jpg",
            "<b style='font-size:44px'>护理类专业专场双选会</b><p style='font-size:26px'>威海职业学院招生就业处</p>",
            datetime(2024, 5, 17, 14, 3, 0),
            ground="#1565c0",
            ink="#fff",
        ),
        facts={"fairs": 2},
    )
    fairs = (
        ("机电类专场招聘会", "3月15日"),
        ("2024届春季综合双选会", "4月13日"),
        ("海洋食品行业专场招聘会", "5月10日"),
        ("“留在威海”文登区企业校园招聘会", "6月5日"),
        ("2025届秋季首场双选会", "10月18日"),
        ("经管类专场招聘会", "11月7日"),
    )
    yield case(
        "an-44-album",
        "4.4",
        FULL,
        "相册六场，横幅有名、图注有日期",
        album(
            "招聘会照片.docx",
            ["2024年校园招聘会现场照片", "威海海洋职业学院招生就业处"],
            [
                (
                    f"<b style='font-size:46px'>{n}</b><p style='font-size:26px'>威海海洋职业学院</p>",
                    f"图{at}　2024年{d}，{n}现场",
                )
                for at, (n, d) in enumerate(fairs, 1)
            ],
        ),
        school="威海海洋职业学院",
        facts={"fairs": 6},
    )
    yield case(
        "an-44-news",
        "4.4",
        (0, 0, 5),
        "只有活动后的新闻，没有照片",
        docx(
            "新闻.docx",
            "# 我校成功举办2024届毕业生春季大型双选会\n3月30日，威海职业学院2024届毕业生春季大型双选会在体育馆举行。本次双选会共有136家用人单位参会，提供岗位4200余个，1900余名毕业生进场求职，初步达成意向870人次。\n副院长初海涛到现场看望参会企业。",
            PLAIN,
        ),
    )
    yield case(
        "an-44-admission",
        "4.4",
        NONE,
        "高考招生咨询会，不是招聘会",
        scene(
            "IMG_3120.jpg",
            "<b style='font-size:44px'>2024年高考招生现场咨询会</b><p style='font-size:26px'>威海职业学院招生办公室</p>",
            datetime(2024, 6, 26, 9, 30, 0),
        ),
        alt=[(0, 0, 5)],
    )
    yield case(
        "an-44-last-year",
        "4.4",
        NONE,
        "2023年11月的招聘会",
        scene(
            "IMG_0917.jpg",
            "<b style='font-size:44px'>2024届毕业生秋季双选会</b><p style='font-size:26px'>威海职业学院　2023年11月17日</p>",
            datetime(2023, 11, 17, 10, 0, 0),
        ),
        flags=["date-outside-period"],
    )


def _public() -> Iterator[Case]:
    yield case(
        "an-45-forwarded",
        "4.5",
        FULL,
        "学校发动学生参加市人社局主办的招聘活动",
        docx(
            "通知.docx",
            """# 关于组织2024届毕业生参加“百日千万招聘专项行动”威海站活动的通知
~ 各学院：
根据威海市人力资源和社会保障局安排，“百日千万招聘专项行动”威海站现场招聘活动定于2024年6月15日在威海国际展览中心举行。请各学院通知到每名未就业毕业生，安排辅导员带队参加，学校统一安排车辆。
报名截止时间：6月12日。
> 就业指导处
> 2024年6月7日""",
        ),
        school="山东外事职业大学",
    )
    yield case(
        "an-45-live",
        "4.5",
        FULL,
        "公共就业和人才服务中心的直播带岗截图，2024年",
        phone(
            "直播.png",
            "<div style='padding:12px 16px;color:#fff'><p style='font-size:16px'>威海市公共就业和人才服务中心　<span style='background:#e33;border-radius:10px;padding:2px 10px'>关注</span></p><p style='font-size:13px;margin-top:8px;color:#ccc'>2024年9月26日　1.3万人看过</p><h2 style='font-size:26px;line-height:1.5;margin-top:130px;text-align:center'>“职等你来 就业同行”<br>高校毕业生直播带岗招聘会</h2><p style='margin-top:150px;font-size:15px;line-height:2'>威职-机电2101：请问有设备维护岗吗<br>护理小丛：投简历发哪个邮箱？<br>主播：简历请发屏幕下方邮箱</p></div>",
            ground="#23304a",
        ),
    )
    yield case(
        "an-45-web",
        "4.5",
        FULL,
        "就业网保存页：转发荣成市人才服务中心的网络招聘会",
        web(
            "zph.html",
            "# 关于参加荣成市人力资源和社会保障局春季网络招聘月的通知\n各位同学：\n荣成市人才服务中心定于3月18日至4月18日举办2024年春季网络招聘月，请2024届毕业生登录平台投递简历。\n参会企业82家，岗位1160个。",
            site="哈尔滨理工大学荣成校区就业网",
            path="首页 > 招聘会",
            told="发布时间：2024-03-15　　浏览次数：340",
        ),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "an-45-portal",
        "4.5",
        NONE,
        "商业招聘网站自办的双选会，不是公共服务机构",
        pdf(
            "邀请.pdf",
            "# 2024春季名企网络双选会邀请函\n~ 各高校就业中心：\n前程优聘网定于2024年4月20日至4月30日举办春季名企网络双选会，诚邀贵校组织学生参加。平台注册会员免收服务费，另可购买简历置顶套餐。\n> 北京前程优聘网络科技有限公司\n> 2024年4月8日",
            HURRIED,
        ),
        alt=[OPEN],
    )
    yield case(
        "an-45-year-before",
        "4.5",
        NONE,
        "2023年的通知和活动",
        docx(
            "通知2.docx",
            "# 关于组织学生参加民营企业招聘月活动的通知\n各系：\n威海市人社局定于2023年4月22日在市人力资源市场举办民营企业招聘月现场会，请组织毕业生参加。\n> 威海职业学院招生就业处\n> 2023年4月14日",
            PLAIN,
        ),
        flags=["date-outside-period"],
    )


def _advice() -> Iterator[Case]:
    yield case(
        "an-47-clinic",
        "4.7",
        FULL,
        "横幅：就业指导咨询、简历门诊；相机2024年",
        scene(
            "IMG_4410.jpg",
            "<b style='font-size:46px'>就业指导咨询日 · 简历门诊</b><p style='font-size:26px'>一对一为毕业生服务</p>",
            datetime(2024, 4, 18, 14, 20, 0),
            ground="#00695c",
            ink="#fff",
        ),
    )
    yield case(
        "an-47-report",
        "4.7",
        FULL,
        "活动简报中的照片，图注有日期",
        album(
            "简报.docx",
            ["就业创业咨询服务简报", "指导站每月第二周开展集中咨询。"],
            [
                (
                    "<b style='font-size:46px'>毕业生就业创业咨询服务</b><p style='font-size:26px'>大学生就业创业服务指导站</p>",
                    "2024年10月16日，咨询师为学生解答就业政策",
                )
            ],
            ["本期编辑：栾冰洁"],
        ),
        school="山东药品食品职业学院",
    )
    yield case(
        "an-47-records",
        "4.7",
        OPEN,
        "只有咨询记录，没有照片",
        book(
            "咨询记录.xlsx",
            {
                "记录": titled(
                    "就业咨询记录表",
                    ["咨询时间", "来访学生", "专业", "咨询内容", "咨询师"],
                    [
                        ["2024-03-13", "毕志远", "护理", "简历修改", "牟雨桐"],
                        ["2024-04-10", "苗子昂", "会计", "面试技巧", "牟雨桐"],
                        ["2024-10-09", "于颖", "电商", "升学与就业选择", "牟雨桐"],
                    ],
                )
            },
        ),
    )
    yield case(
        "an-47-mind",
        "4.7",
        NONE,
        "心理咨询，不是就业指导",
        scene(
            "IMG_4999.jpg",
            "<b style='font-size:46px'>5·25心理健康咨询日</b><p style='font-size:26px'>大学生心理健康教育中心</p>",
            datetime(2024, 5, 25, 9, 0, 0),
            ground="#6a1b9a",
            ink="#fff",
        ),
        alt=[OPEN],
    )


def _contests() -> Iterator[Case]:
    yield case(
        "an-48-roadshow",
        "4.8",
        FULL,
        "屏幕：大学生创新大赛（2024）校级决赛路演",
        scene(
            "IMG_6604.jpg",
            "<p style='font-size:24px'>威海海洋职业学院</p><b style='font-size:42px'>中国国际大学生创新大赛（2024）</b><p style='font-size:32px'>校级决赛 · 项目路演</p>",
            datetime(2024, 5, 29, 15, 0, 0),
            ground="#0d2b66",
            ink="#fff",
            size=(900, 420),
            at=((0.2, 0.08), (0.8, 0.07), (0.8, 0.5), (0.2, 0.5)),
        ),
        school="威海海洋职业学院",
    )
    yield case(
        "an-48-cup",
        "4.8",
        FULL,
        "横幅：挑战杯创业计划竞赛，水印2024年",
        scene(
            "比赛.jpg",
            "<b style='font-size:42px'>“挑战杯”大学生创业计划竞赛校内选拔赛</b><p style='font-size:26px'>共青团威海职业学院委员会</p>",
            mark=("2024年4月24日 星期三", "14:05", "威海职业学院 学术报告厅"),
        ),
    )
    yield case(
        "an-48-certificate",
        "4.8",
        OPEN,
        "获奖证书不是现场照片",
        scan(
            "证书.jpg",
            """= 
# 荣誉证书
~ 姚志远、卫欣妍、车一鸣：
在2024年山东省大学生创业大赛中，你们的项目《海藻纤维敷料》荣获三等奖。
特发此证，以资鼓励。
> 山东省大学生创业大赛组委会
> 2024年11月
@山东省大学生创业大赛组委会""",
            PLAIN,
        ),
        alt=[NONE],
    )
    yield case(
        "an-48-modelling",
        "4.8",
        NONE,
        "数学建模竞赛，不是创业大赛",
        scene(
            "IMG_6802.jpg",
            "<b style='font-size:42px'>全国大学生数学建模竞赛校内动员会</b><p style='font-size:26px'>基础教学部</p>",
            datetime(2024, 6, 12, 16, 0, 0),
            ground="#37474f",
            ink="#fff",
        ),
        alt=[OPEN],
    )
