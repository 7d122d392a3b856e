# ruff: noqa: E501
"""3.1 and 3.2: what the school put on WeChat and on its employment site, in screens, prints and typed lists."""

from __future__ import annotations

from collections.abc import Sequence

from tests.independent.anew_kit import Make, desk, phone, titled
from tests.independent.case import Case
from tests.independent.fresh_clerks_kit import case
from tests.independent.last_kit import doc, pdf, xls

NONE, SOME, ALL, OPEN = (0, 0, 0), (25, 25, 25), (30, 30, 30), (0, 0, 25)
Post = tuple[str, str]

_LOCAL: Sequence[Post] = (
    ("威海市企业吸纳毕业生社保补贴怎么领", "2024-01-11"),
    ("荣成市春节前用工招聘岗位速览", "2024-01-25"),
    ("文登区青年就业见习单位名单公布", "2024-02-29"),
    ("威海人社局“就业援助月”来校活动报名", "2024-03-08"),
    ("乳山市面向毕业生招聘合同制教师的公告", "2024-03-19"),
    ("留威毕业生购房补贴申领指南", "2024-04-02"),
    ("环翠区专精特新企业校招岗位第一期", "2024-04-15"),
    ("威海市就业服务平台如何注册，看这篇", "2024-04-26"),
    ("威海市大学生创业大赛开始报名", "2024-05-07"),
    ("“才聚威海”直播招聘5月场预告", "2024-05-17"),
    ("来威实习，这些单位提供食宿和补贴", "2024-06-03"),
    ("威海市离校未就业毕业生登记入口", "2024-06-27"),
    ("威海市创业担保贷款申请流程图", "2024-07-09"),
    ("荣成市石岛管理区企业秋招提前批", "2024-09-10"),
    ("威海市“三支一扶”人员期满就业政策", "2024-09-24"),
    ("文登区人社局送岗进校园", "2024-10-17"),
)
_OTHER: Sequence[Post] = (
    ("冬至吃饺子，食堂上新", "2023-12-22"),
    ("新学期课程表查询方法", "2024-03-01"),
    ("毕业照拍摄安排", "2024-05-20"),
)
_NEWEST = sorted([*_LOCAL, *_OTHER], key=lambda post: post[1], reverse=True)


def _article(name: str, account: str, title: str, told: str, lines: Sequence[str], above: str = "") -> Make:
    text = "".join(f"<p style='margin:0 0 15px;line-height:1.8;font-size:17px;color:#333'>{line}</p>" for line in lines)
    return phone(
        name,
        f"{above}<div style='padding:6px 20px'><h1 style='font-size:23px;line-height:1.4;margin:14px 0 10px'>{title}</h1><p style='font-size:15px;color:#888;margin-bottom:24px'>原创　<span style='color:#576b95'>{account}</span>　{told}</p>{text}<p style='color:#888;font-size:15px;margin-top:26px'>阅读 431　　赞 6　　在看 3</p></div>",
    )


def _spoken(day: str) -> str:
    year, month, rest = day.split("-")
    return f"{year}年{int(month)}月{int(rest)}日"


def _history(name: str, account: str, posts: Sequence[Post]) -> Make:
    rows = "".join(
        f"<div style='padding:12px 18px;border-bottom:1px solid #eee'><div style='font-size:17px;line-height:1.4'>{title}</div><div style='font-size:13px;color:#999;margin-top:5px'>{_spoken(day)}</div></div>"
        for title, day in posts
    )
    return phone(
        name,
        f"<div style='padding:12px 18px;font-size:20px;font-weight:700'>{account}</div>{rows}",
        high=160 + 92 * len(posts),
    )


def _wechat() -> list[Case]:
    return [
        case(
            "31-wendeng",
            "3.1",
            SOME,
            "本校公众号一篇，讲威海市文登区的见习岗位，2024年",
            _article(
                "微信图片_20240611.png",
                "山东交通学院威海校区就业",
                "文登区放出二百个就业见习岗位，毕业生快来看",
                "2024年6月7日 16:45 山东",
                [
                    "威海市文登区人力资源和社会保障局近日发布就业见习岗位，涵盖机械、家纺、电商等行业。",
                    "见习期三至十二个月，按月发放补助，期满留用可续签劳动合同。",
                    "报名请联系所在学院辅导员。",
                ],
            ),
            facts={"posts": 1},
            school="山东交通学院（威海）",
            more={"3.2": NONE, "3.4": NONE},
        ),
        case(
            "31-sixteen",
            "3.1",
            ALL,
            "两屏往期列表共十六条威海就业内容，各不相同，另三条无关：超过15条",
            _history("列表1.png", "威海职业学院就业", _NEWEST[:9]),
            _history("列表2.png", "威海职业学院就业", _NEWEST[9:]),
            facts={"posts": 16},
        ),
        case(
            "31-of-2022",
            "3.1",
            NONE,
            "推文发布于2022年，考核年度2024",
            _article(
                "推文.png",
                "威海海洋职业学院",
                "威海市高校毕业生一次性创业补贴申领须知",
                "2022-11-16 10:20",
                ["在威海市首次领取营业执照并正常经营的毕业生，可向威海市人社局申领一次性创业补贴。"],
            ),
            flags=["date-outside-period"],
            school="威海海洋职业学院",
        ),
        case(
            "31-preview",
            "3.1",
            NONE,
            "是未发布的预览稿，草稿不算",
            _article(
                "预览.png",
                "威海职业学院就业",
                "环翠区秋季校招企业巡礼",
                "2024年9月12日 08:30",
                ["威海市环翠区二十家企业拟于下周来校招聘毕业生，岗位详情请见附件。"],
                "<div style='background:#fff5d6;color:#8a6d1a;padding:10px 20px;font-size:14px'>此为预览页面，内容尚未发布，链接将在短时间后失效</div>",
            ),
        ),
        case(
            "31-bureau-account",
            "3.1",
            OPEN,
            "公众号是“威海人社”，不是学校的：只在最高分里，由人判断",
            _article(
                "截图0523.png",
                "威海人社",
                "威海市2024年高校毕业生就业政策明白纸来了",
                "2024年5月23日 09:00 山东",
                ["威海市人力资源和社会保障局梳理了租房补贴、见习补贴、创业扶持等政策，请毕业生对照申领。"],
            ),
            flags=["judgement-required"],
            more={"3.3": NONE},
        ),
        case(
            "31-typed",
            "3.1",
            OPEN,
            "只有学校自己打的发布清单，没有任何截图",
            xls(
                "公众号推送清单.xlsx",
                {
                    "清单": titled(
                        "2024年官方微信公众号发布威海就业政策情况一览",
                        ["序号", "发布日期", "推文标题", "阅读量"],
                        [[n, day, title, 180 + n * 23] for n, (title, day) in enumerate(_LOCAL[:9], 1)],
                    )
                },
                widths=(8, 16, 44, 10),
            ),
            flags=["content-unconfirmed"],
            school="山东外事职业大学",
        ),
    ]


def _site(name: str, site: str, path: str, inner: str, high: int = 760) -> Make:
    return desk(
        name,
        f"<div style='background:#7a1f2b;color:#fff;padding:20px 44px;font-size:27px;font-weight:700'>{site}</div><div style='background:#f4e9ea;padding:10px 44px;font-size:14px'>网站首页　招聘公告　双选会　政策法规　办事指南　联系我们</div><div style='padding:14px 44px;color:#777;font-size:13px'>当前位置：首页 &gt; {path}</div><div style='padding:0 64px'>{inner}</div>",
        high=high,
    )


def _websites() -> list[Case]:
    return [
        case(
            "32-rongcheng",
            "3.2",
            SOME,
            "本校就业信息网一篇，转发荣成市人才政策，发布时间2024年",
            _site(
                "就业网.png",
                "哈尔滨理工大学荣成校区就业信息网",
                "政策法规 &gt; 详细",
                "<h2 style='text-align:center;margin:12px'>荣成市青年人才生活补贴申领问答</h2><p style='text-align:center;color:#888;font-size:13px'>来源：本站　发布时间：2024年03月26日　点击：305</p><p style='margin-top:20px;line-height:2'>问：毕业后到荣成市企业工作可以享受哪些补贴？答：签订劳动合同并缴纳社会保险的全日制毕业生，可按学历层次申领生活补贴，具体标准请咨询威海市、荣成市人社部门。</p>",
            ),
            facts={"posts": 1},
            school="哈尔滨理工大学荣成校区",
            more={"3.1": NONE},
        ),
        case(
            "32-sixteen-on-a-page",
            "3.2",
            ALL,
            "栏目列表一页十八条，十六条讲威海就业，两条无关；超过15条",
            _site(
                "栏目列表.png",
                "威海职业学院就业信息网",
                "就业动态",
                "".join(
                    f"<p style='display:flex;justify-content:space-between;font-size:16px;padding:9px 0;border-bottom:1px dotted #ccc'><span>· {title}</span><span>{day}</span></p>"
                    for title, day in _NEWEST[:18]
                ),
                high=1040,
            ),
            facts={"posts": 16},
            more={"3.1": NONE},
        ),
        case(
            "32-of-2023",
            "3.2",
            NONE,
            "网页打印，发布时间2023年，考核年度2024",
            pdf(
                "网页打印.pdf",
                "山东大学（威海）学生就业信息网",
                "当前位置：首页 > 通知公告 > 正文",
                "# 威海市引进优秀大学毕业生公告",
                "发布时间：2023-10-12　　阅读次数：1204",
                "威海市面向应届毕业生公开引进党政储备人才，请符合条件的同学于10月25日前网上报名。",
            ),
            flags=["date-outside-period"],
            school="山东大学（威海）",
        ),
        case(
            "32-month-and-day",
            "3.2",
            OPEN,
            "只有月日没有年份，别处也没有年份可依",
            _site(
                "截图2.png",
                "北京交通大学（威海）就业信息网",
                "通知公告",
                "<h2 style='text-align:center;margin:12px'>威海市就业见习基地岗位征集对接通知</h2><p style='text-align:center;color:#888;font-size:13px'>[05-16]　浏览：96</p><p style='margin-top:20px;line-height:2'>各学院毕业生：威海市人社局组织见习基地与我校毕业生对接，有意者请登录就业网填写意向表。</p>",
            ),
            flags=["date-missing"],
            school="北京交通大学（威海）",
        ),
        case(
            "32-typed-in-word",
            "3.2",
            OPEN,
            "Word里打的网站发布目录，没有截图",
            doc(
                "网站发布目录.docx",
                "# 就业信息网发布威海市就业政策目录（2024年）",
                *(f"{n}．{title}（{_spoken(day)}）" for n, (title, day) in enumerate(_LOCAL[3:10], 1)),
                "> 招生就业处网站管理员整理",
            ),
            flags=["content-unconfirmed"],
        ),
    ]


def cases() -> list[Case]:
    return [*_wechat(), *_websites()]
