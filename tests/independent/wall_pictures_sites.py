# ruff: noqa: E501
"""Sites on computers and phones: lists, articles, cards, portals, content systems, and a monitor that was photographed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.independent.case import Case, Points
from tests.independent.wall_pictures_articles import PARTS, TITLES
from tests.independent.wall_pictures_kit import NOT_SHOWN, ZERO, Draw, bundle, cover, page, phone, window
from tests.independent.wall_pictures_scene import monitor

SITE = "威海职业学院就业信息网"
HOST = "job.weihaicollege.example"
DATES = (
    *("2024-11-20", "2024-11-05", "2024-10-23", "2024-10-10", "2024-09-25", "2024-09-12", "2024-08-27", "2024-08-06"),
    *("2024-07-17", "2024-06-28", "2024-06-12", "2024-05-29", "2024-05-10", "2024-04-24", "2024-04-12", "2024-03-27"),
    *("2024-03-08", "2024-01-17"),
)
Row = tuple[str, str]
POST: dict[str, Points] = {**NOT_SHOWN, "3.2": (25, 25, 25), "3.1": ZERO}
POSTS: dict[str, Points] = {**NOT_SHOWN, "3.2": (30, 30, 30), "3.1": ZERO}
NONE: dict[str, Points] = {**NOT_SHOWN, "3.2": ZERO, "3.1": ZERO}
OPEN: dict[str, Points] = {**NOT_SHOWN, "3.2": (0, 0, 25), "3.1": ZERO}
COUNTRY = (
    "关于做好高校毕业生就业去向登记的提醒",
    "国家基层就业项目报考常见问题",
    "毕业生求职谨防虚假招聘",
    "全国高校毕业生就业服务平台岗位更新",
    "毕业生档案转递办理指南",
)


def rows(first: int, last: int, year: str = "2024") -> list[Row]:
    return [(TITLES[at], DATES[at].replace("2024", year)) for at in range(first, last)]


def crown(site: str, colour: str = "#0b4f9e") -> str:
    """The head of a site: its name and a menu."""
    menu = "".join(
        f"<span style='margin-right:42px'>{name}</span>"
        for name in ("首页", "通知公告", "政策法规", "单位招聘", "职位信息", "生涯教育", "下载专区")
    )
    return f"<div style='background:{colour};color:#fff;padding:20px 90px 0'><b style='font-size:30px;letter-spacing:2px'>{site}</b><span style='float:right;font-size:13px;padding-top:14px'>学生登录　单位登录</span><div style='padding:18px 0 12px;font-size:16px'>{menu}</div></div>"


def plain(
    site: str,
    items: Sequence[Row],
    at: str = "政策法规",
    colour: str = "#0b4f9e",
    bracket: bool = False,
    foot: str = "",
) -> str:
    """A column of titles with days on the right."""
    lines = "".join(
        f"<div style='display:flex;justify-content:space-between;padding:8px 4px;border-bottom:1px dashed #ccc;font-size:15px'><span>▪ {title}</span><span style='color:#888'>{f'[{day}]' if bracket else day}</span></div>"
        for title, day in items
    )
    side = "".join(
        f"<p style='padding:11px 16px;border-bottom:1px solid #e3e3e3;font-size:15px'>{name}</p>"
        for name in ("通知公告", "政策法规", "办事流程", "常见问题")
    )
    return f"{crown(site, colour)}<div style='display:flex;gap:26px;padding:16px 90px'><div style='width:190px;border:1px solid #e3e3e3;height:210px'><p style='background:{colour};color:#fff;padding:11px 16px'>信息栏目</p>{side}</div><div style='flex:1'><p style='font-size:13px;color:#777;padding-bottom:8px'>当前位置：首页 &gt; {at}</p>{lines}<p style='text-align:center;font-size:13px;padding:14px;color:#555'>{foot or '共 2 页　首页 上一页 1 2 下一页 尾页'}</p></div></div>"


def article(site: str, title: str, day: str, source: str = "就业指导中心", colour: str = "#8f1d22") -> str:
    """An article with its day, source and readers."""
    parts = "".join(f"<p style='font-size:16px;line-height:2;text-indent:2em'>{part}</p>" for part in PARTS)
    return f"{crown(site, colour)}<div style='padding:16px 120px'><p style='font-size:13px;color:#777'>当前位置：首页 &gt; 通知公告 &gt; 正文</p><h1 style='text-align:center;font-size:25px;margin:18px 0 12px'>{title}</h1><p style='text-align:center;font-size:13px;color:#888;border-bottom:1px solid #ddd;padding-bottom:12px'>发布时间：{day}　来源：{source}　浏览次数：486</p>{parts}<p style='font-size:14px;margin-top:20px'>上一条：毕业生档案转递办理指南</p></div>"


def handheld(site: str, items: Sequence[Row], inside: bool = True) -> Draw:
    """A site's list in a phone, opened within WeChat or a browser."""
    head = (
        f"<div style='display:flex;justify-content:space-between;padding:9px 16px;font-size:17px;background:#ededed'><span>✕</span><b>{site}</b><span>···</span></div>"
        if inside
        else f"<div style='margin:4px 12px 8px;background:#eee;border-radius:10px;padding:9px;text-align:center;font-size:14px'>{HOST}</div>"
    )
    lines = "".join(
        f"<div style='padding:13px 16px;border-bottom:1px solid #eee'><p style='font-size:16px;line-height:1.45'>{title}</p><p style='font-size:13px;color:#999;margin-top:6px'>发布时间：{day}　　点击量：{at * 31 + 88}</p></div>"
        for at, (title, day) in enumerate(items)
    )
    return phone(
        f"{head}<div style='background:#0a66c2;color:#fff;padding:20px 16px;font-size:19px'><b>{site}</b></div><div style='display:flex;justify-content:space-around;padding:11px;font-size:15px;border-bottom:2px solid #0a66c2'><span>通知公告</span><b style='color:#0a66c2'>政策法规</b><span>招聘信息</span></div>{lines}",
        "harmony" if inside else "old",
        "14:20",
    )


def badges(site: str, items: Sequence[Row]) -> str:
    """Cards with a large day above a small month."""
    cards = "".join(
        f"<div style='display:flex;gap:16px;border:1px solid #e5e5e5;padding:14px;border-radius:6px'><div style='text-align:center;background:#eaf2fb;color:#1559a6;padding:6px 12px'><b style='font-size:28px'>{day[8:]}</b><p style='font-size:13px'>{day[:7]}</p></div><div><b style='font-size:16px'>{title}</b><p style='font-size:13px;color:#888;line-height:1.6;margin-top:6px'>{PARTS[at % 5][:40]}……</p></div></div>"
        for at, (title, day) in enumerate(items)
    )
    return f"{crown(site, '#1559a6')}<div style='padding:20px 90px'><h2 style='font-size:20px;margin-bottom:14px'>政策速递</h2><div style='display:grid;grid-template-columns:1fr 1fr;gap:16px'>{cards}</div></div>"


def system(school: str, items: Sequence[tuple[str, str, str]]) -> Draw:
    """The inside of a content system: a table with states."""
    lines = "".join(
        f"<tr><td>☐</td><td>{1806 - at}</td><td>{title}</td><td>政策法规</td><td>{state}</td><td>{day}</td><td style='color:#1677ff'>编辑　查看　下线</td></tr>"
        for at, (title, state, day) in enumerate(items)
    )
    return page(
        f"<div style='background:#001529;color:#fff;padding:14px 24px;font-size:17px'>{school}就业信息网 · 内容管理系统<span style='float:right;font-size:13px'>管理员 周临 ▾</span></div><div style='display:flex'><div style='width:190px;background:#001529;color:#cfd8e3;height:900px;padding:12px 24px;font-size:14px;line-height:2.9'>工作台<br>栏目管理<br>文章管理<br>单位审核<br>系统设置</div><div style='padding:20px;flex:1'><p style='font-size:14px;margin-bottom:14px'>栏目：政策法规　　标题：________　　<span style='background:#1677ff;color:#fff;padding:4px 14px'>查询</span></p><table style='width:100%;font-size:14px'><tr style='background:#fafafa'><th></th><th>编号</th><th>标题</th><th>栏目</th><th>状态</th><th>发布时间</th><th>操作</th></tr>{lines}</table></div></div>",
        (1536, 700),
        1.25,
        style="td,th{border-bottom:1px solid #eee;padding:12px 8px;text-align:left}",
    )


def portal(site: str) -> str:
    """The first page of a site: blocks and a sidebar with events, days without a year."""
    block = "".join(
        f"<p style='font-size:15px;padding:8px 0;border-bottom:1px dotted #ccc'>· {title}<span style='float:right;color:#999'>[{day[5:]}]</span></p>"
        for title, day in rows(0, 6)
    )
    return f"{crown(site)}<div style='display:flex;gap:24px;padding:20px 90px'><div style='width:400px'>{cover('p', 400, 250)}</div><div style='flex:1'><b style='font-size:18px;color:#0b4f9e'>通知公告</b>{block}</div><div style='width:230px;background:#f5f8fc;padding:14px'><b style='color:#0b4f9e'>近期双选会</b><p style='font-size:14px;line-height:2.2;margin-top:8px'>春季校园双选会<br>机电类专场招聘会<br>医药类供需见面会</p></div></div>"


def many(site: str, items: Sequence[Row]) -> str:
    """Titles with a line of readers and the office below."""
    lines = "".join(
        f"<div style='display:flex;gap:18px;padding:12px 0;border-bottom:1px solid #eee'>{cover(title, 120, 70)}<div><p style='font-size:17px'>{title}</p><p style='font-size:13px;color:#999;margin-top:12px'>阅读{12 + at * 7}　　发布部门：招生就业处　　{day}</p></div></div>"
        for at, (title, day) in enumerate(items)
    )
    return f"{crown(site, '#2a6b4f')}<div style='padding:14px 120px'>{lines}</div>"


def cases() -> Iterator[Case]:
    yield Case(
        "wp-site-list-17",
        "3.2",
        bundle(
            ("3.2/1.png", window(plain(SITE, rows(0, 9)), f"{HOST}/zcfg/", "政策法规", taskbar="10:31 2024/12/2")),
            ("3.2/2.png", window(plain(SITE, rows(9, 17)), f"{HOST}/zcfg/2", "政策法规", taskbar="10:32 2024/12/2")),
        ),
        POSTS,
        facts={"3.2": {"posts": 17}},
        note="学校就业网列表两页 17 条，> 15 → 30",
    )
    yield Case(
        "wp-site-article",
        "3.2",
        bundle(
            (
                "3.2/网站.jpg",
                window(article(SITE, TITLES[0], "2024-05-17"), f"{HOST}/info/1024", TITLES[0][:8], (1440, 860)),
            ),
            quality=78,
        ),
        POST,
        facts={"3.2": {"posts": 1}},
        note="一篇 → 25；网站不是微信",
    )
    yield Case(
        "wp-site-article-no-frame-in-posters",
        "3.3",
        bundle(
            (
                "3.3 海报/政策1.png",
                window(article(SITE, TITLES[11], "2024-06-21", colour="#b3261e"), "", "", (1280, 720), bare=True),
            )
        ),
        POST,
        alt={"3.3": [(0, 0, 20)]},
        note="没有浏览器边框的网页仍是截图：3.2 有一条，3.3 没有海报",
    )
    yield Case(
        "wp-site-in-wechat",
        "3.2",
        bundle(("网站/手机.jpg", handheld(SITE, rows(3, 9)))),
        POST,
        facts={"3.2": {"posts": 6}},
        note="微信里打开的学校就业网列表是网站 6 条，不是公众号",
    )
    yield Case(
        "wp-site-in-wechat-in-leaflets",
        "3.4",
        bundle(("3.4 宣传资料/手机.jpg", handheld(SITE, rows(10, 15), inside=False)), quality=68),
        POST,
        alt={"3.4": [(0, 0, 20)]},
        facts={"3.2": {"posts": 5}},
        note="手机浏览器列表不是宣传资料，算 3.2 的 5 条",
    )
    yield Case(
        "wp-site-cards",
        "3.2",
        bundle(("3.2/卡片.png", window(badges(SITE, rows(2, 8)), HOST, "政策速递", (1440, 900)))),
        POST,
        facts={"3.2": {"posts": 6}},
        note="日在上、年月在下的卡片，6 条",
    )
    yield Case(
        "wp-site-bureau",
        "3.2",
        bundle(
            (
                "3.2/人社局.png",
                window(
                    plain(
                        "威海市人力资源和社会保障局",
                        rows(0, 7),
                        "首页 &gt; 就业创业",
                        "#b01f24",
                        foot="主办：威海市人力资源和社会保障局",
                    ),
                    "hrss.example",
                    "就业创业",
                ),
            )
        ),
        OPEN,
        want_flags=(("3.2", "judgement-required"),),
        note="局里的网站不是学校的 → high",
    )
    yield Case(
        "wp-site-other-school",
        "3.2",
        bundle(
            (
                "3.2/列表.png",
                window(plain("山东药品食品职业学院就业信息网", rows(1, 8), bracket=True), "jy.example", "通知公告"),
            )
        ),
        NONE,
        want_flags=(("3.2", "school-mismatch"),),
        note="别校网站 → 0",
    )
    yield Case(
        "wp-site-2023",
        "3.2",
        bundle(("3.2/列表.jpg", window(plain(SITE, rows(4, 12, "2023"), bracket=True), HOST, "通知公告")), quality=60),
        NONE,
        want_flags=(("3.2", "date-outside-period"),),
        note="全部 2023 年 → 0",
    )
    states = ("已发布", "草稿", "已发布", "已发布", "草稿", "已发布")
    yield Case(
        "wp-site-content-system",
        "3.2",
        bundle(
            (
                "3.2/后台.png",
                system(
                    "威海职业学院",
                    [
                        (title, state, f"{day} 09:3{at}" if state == "已发布" else "—")
                        for at, ((title, day), state) in enumerate(zip(rows(5, 11), states, strict=True))
                    ],
                ),
            )
        ),
        POST,
        facts={"3.2": {"posts": 4}},
        note="后台列表：4 条已发布，2 条草稿不算",
    )
    yield Case(
        "wp-site-portal-no-year",
        "3.2",
        bundle(("3.2/首页.png", window(portal(SITE), HOST, "首页", (1440, 760)))),
        {**OPEN, "4.5": ZERO},
        alt={"4.4": [(0, 0, 5)], "1.3": [(0, 0, 10)], "4.5": [(0, 0, 8)]},
        note="月日无年、无旁证 → date-missing，high；侧栏的双选会不是证据",
    )
    yield Case(
        "wp-site-readers",
        "3.2",
        bundle(("3.2/列表.png", window(many(SITE, rows(6, 11)), HOST, "通知公告"))),
        POST,
        facts={"3.2": {"posts": 5}},
        note="“阅读12”在网站上：渠道是网站，不是微信",
    )
    yield Case(
        "wp-site-monitor",
        "3.2",
        bundle(
            ("3.2/拍屏.jpg", monitor(window(plain(SITE, rows(0, 5)), HOST, "政策法规", (1180, 664)), "m1", 0.05)),
            quality=90,
        ),
        POST,
        alt={"3.2": [(0, 25, 25), (0, 0, 25)]},
        note="拍的显示器：读得准则算 5 条；绝不是海报",
    )
    yield Case(
        "wp-site-monitor-in-posters",
        "3.3",
        bundle(
            (
                "3.3 张贴海报/IMG_0412.jpg",
                monitor(window(article(SITE, TITLES[7], "2024-08-07"), HOST, "通知", (1180, 664)), "m2", -0.08),
            ),
            quality=80,
        ),
        NOT_SHOWN,
        alt={"3.3": [(0, 0, 20)]},
        note="拍的显示器是屏幕，不是张贴的海报",
    )
    yield Case(
        "wp-site-country-only",
        "3.2",
        bundle(
            (
                "3.2/列表.png",
                window(plain(SITE, [(title, DATES[at * 3]) for at, title in enumerate(COUNTRY)]), HOST, "通知公告"),
            )
        ),
        OPEN,
        want_flags=(("3.2", "judgement-required"),),
        note="去掉站名后没有威海 → high",
    )
    yield Case(
        "wp-site-weihai-road",
        "3.2",
        bundle(
            (
                "3.2/招聘.png",
                window(
                    plain(
                        SITE,
                        (
                            ("青岛市市南区威海路一家软件公司招聘应届毕业生", "2024-10-17"),
                            ("上海威海路街道社区就业岗位招募", "2024-09-05"),
                        ),
                        "单位招聘",
                    ),
                    HOST,
                    "单位招聘",
                ),
            )
        ),
        OPEN,
        alt={"3.2": [ZERO]},
        note="威海路是街名，去掉后没有威海",
    )
