# ruff: noqa: E501
"""Sites of schools on computers and phones: ruled tables, cards, vendors' templates, lists opened inside WeChat."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from random import Random

from PIL import Image

from tests.independent.anew_pictures_kit import BODY, Row, browser, covers, desk, files, listed, phone, posts
from tests.independent.case import Case, Points
from tests.independent.press import Press

Draw = Callable[[Press], Image.Image]
ZERO: Points = (0, 0, 0)
SITE = "威海职业学院就业信息网"


def masthead(
    site: str,
    colour: str = "#1b4f9c",
    menu: Sequence[str] = ("首页", "通知公告", "就业政策", "招聘信息", "办事指南", "联系我们"),
) -> str:
    items = "".join(f"<span style='padding:0 26px'>{word}</span>" for word in menu)
    return f"<div style='padding:20px 120px;font-size:28px;color:{colour};font-weight:bold'>{site}</div><div style='background:{colour};color:#fff;padding:12px 100px;font-size:16px'>{items}</div>"


def ruled(rows: Sequence[Row], site: str = SITE) -> Draw:
    """A ruled table with the office that published."""
    rng = Random(site)
    cells = "".join(
        f"<tr><td>{at}</td><td style='text-align:left'>{title}</td><td>{rng.choice(('就业指导科', '学生工作处', '创业学院'))}</td><td>{day}</td></tr>"
        for at, (title, day, _) in enumerate(rows, 1)
    )
    return desk(
        browser("jy.example.edu.cn/list/tzgg.htm", "通知公告")
        + masthead(site)
        + f"<p style='padding:14px 120px;color:#777;font-size:14px'>当前位置：首页 > 通知公告</p><table style='margin:0 120px;width:1200px;border-collapse:collapse;font-size:15px;text-align:center'><tr style='background:#e8eef7'><th>序号</th><th>标题</th><th>发布部门</th><th>发布日期</th></tr>{cells}</table>",
        style="td,th{border:1px solid #cdd5e0;padding:9px}",
    )


def cards(rows: Sequence[Row], site: str = SITE) -> Draw:
    """Cards with a block for the day."""
    items = "".join(
        f"<div style='display:flex;gap:18px;border:1px solid #e4e4e4;padding:16px;border-radius:6px'><div style='flex:none;width:78px;text-align:center;background:#0a7d62;color:#fff;padding:8px 0'><b style='font-size:28px'>{day.day:02}</b><p style='font-size:13px'>{day.year}-{day.month:02}</p></div><div><p style='font-size:17px;line-height:1.4'>{title}</p><p style='font-size:13px;color:#999;margin-top:8px'>查看详情 →</p></div></div>"
        for title, day, _ in rows
    )
    return desk(
        masthead(site, "#0a7d62")
        + f"<h2 style='padding:20px 120px 12px;font-size:22px'>就业动态</h2><div style='display:grid;grid-template-columns:1fr 1fr;gap:16px;padding:0 120px'>{items}</div>"
    )


def vendor(rows: Sequence[Row], site: str = SITE) -> Draw:
    """A vendor's template: a menu at the left, days and visits at the right."""
    rng = Random("vendor" + site)
    left = "".join(
        f"<p style='padding:12px 22px;border-bottom:1px dotted #ccc;{'background:#d8231f;color:#fff' if at == 1 else ''}'>{word}</p>"
        for at, word in enumerate(("新闻动态", "政策法规", "招聘公告", "生涯发展", "资料下载"))
    )
    items = "".join(
        f"<div style='display:flex;justify-content:space-between;padding:12px 6px;border-bottom:1px dashed #ddd;font-size:15px'><span>· {title}</span><span style='color:#999'>浏览次数：{rng.randrange(80, 1900)} &nbsp;&nbsp; {day}</span></div>"
        for title, day, _ in rows
    )
    return desk(
        browser("job.example.edu.cn/module/news", site)
        + masthead(site, "#d8231f", ("首页", "新闻动态", "政策法规", "招聘公告", "生涯发展"))
        + f"<div style='display:flex;padding:20px 100px;gap:30px'><div style='flex:none;width:200px;border:1px solid #ddd;font-size:15px'>{left}</div><div style='flex:1'>{items}<p style='text-align:center;margin-top:20px;color:#666;font-size:14px'>首页 上页 1 2 3 下页 尾页</p></div></div>"
    )


def thumbs(rows: Sequence[Row], *, read: bool = False, site: str = SITE, **how: object) -> Draw:
    """A site on a phone: titles with small pictures."""
    picture, rng = covers(site), Random(site)
    items = "".join(
        f"<div style='display:flex;gap:12px;padding:12px 14px;border-bottom:1px solid #eee'>{picture(104, 70)}<div><p style='font-size:16px;line-height:1.4'>{title}</p><p style='font-size:12px;color:#999;margin-top:7px'>{day}{f' &nbsp; 阅读{rng.randrange(9, 400)}' if read else ''}</p></div></div>"
        for title, day, _ in rows
    )
    return phone(
        f"<p style='font-size:13px;color:#555;text-align:center;padding:6px;background:#f2f2f2'>🔒 jy.example.edu.cn &nbsp; ⟳</p><div style='background:#1b4f9c;color:#fff;padding:14px 16px;font-size:18px;display:flex;justify-content:space-between'><b>{site}</b><span>☰</span></div><p style='padding:12px 14px;font-size:14px;color:#777'>首页 > 就业资讯</p>"
        + items,
        **how,
    )  # type: ignore[arg-type]


def plain(
    rows: Sequence[Row],
    *,
    site: str = SITE,
    said: Callable[[date], str] = str,
    wechat: bool = False,
    head: str = "通知公告",
    **how: object,
) -> Draw:
    """A site on a phone: titles and days alone, in a browser or opened inside WeChat."""
    bar = (
        f"<div style='display:flex;justify-content:space-between;padding:8px 16px;font-size:17px'><span>×</span><b>{site}</b><span>···</span></div>"
        if wechat
        else f"<div style='background:#7a1420;color:#fff;padding:14px 16px;font-size:18px'><b>{site}</b><span style='float:right'>≡</span></div>"
    )
    items = "".join(
        f"<div style='padding:13px 16px;border-bottom:1px solid #eee'><p style='font-size:16px;line-height:1.4'>{title}</p><p style='font-size:13px;color:#999;margin-top:5px'>{said(day)}</p></div>"
        for title, day, _ in rows
    )
    foot = (
        "<p style='position:fixed;bottom:22px;left:0;right:0;text-align:center;font-size:22px;color:#777'>‹ &nbsp;&nbsp;&nbsp;&nbsp; ›</p>"
        if wechat
        else ""
    )
    return phone(
        bar
        + f"<h2 style='padding:14px 16px;font-size:19px;border-bottom:2px solid #7a1420'>{head}</h2>"
        + items
        + foot,
        **how,
    )  # type: ignore[arg-type]


def article(title: str, told: str, *, site: str = SITE, side: str = "", body: Sequence[str] = BODY[:4]) -> Draw:
    words = "".join(
        f"<p style='font-size:16px;line-height:1.9;text-indent:2em;margin:8px 0'>{line}</p>" for line in body
    )
    return desk(
        browser("jy.example.edu.cn/info/1032/2207.htm", title[:10])
        + masthead(site)
        + f"<p style='padding:12px 120px;color:#777;font-size:14px'>您现在的位置：首页 >> 就业政策 >> 正文</p><div style='display:flex;gap:40px;padding:0 120px'><div style='flex:1'><h1 style='font-size:24px;text-align:center;margin:10px'>{title}</h1><p style='text-align:center;color:#888;font-size:14px;border-bottom:1px solid #ddd;padding-bottom:10px'>{told}</p>{words}<p style='font-size:14px;color:#666;margin-top:16px'>上一条：返回列表 &nbsp;&nbsp; 下一条：没有了</p></div>{side}</div>"
    )


def miss(
    name: str, points: Points, make: Draw, note: str, where: str = "3.2 网站推送/网页.png", **more: object
) -> Case:
    return Case(
        name, "3.2", files((where, make)), {"3.2": points, "3.1": ZERO, "3.3": ZERO, "3.4": ZERO}, note=note, **more
    )  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    where = "三、政策宣传/网站推送/"
    rows = posts("ruled", 9, 1)
    yield listed(
        "ap-site-ruled",
        "3.2",
        files((where + "通知公告.png", ruled(rows))),
        rows,
        "a ruled table with the office that published",
    )
    rows = posts("cards", 7, 0, 1)
    yield listed(
        "ap-site-cards", "3.2", files((where + "卡片.png", cards(rows))), rows, "cards with the day in a block"
    )
    rows = posts("vendor", 9)
    yield listed("ap-site-vendor", "3.2", files(("3.2/1.png", vendor(rows))), rows, "a vendor's template")
    rows = posts("thumbs", 6)
    yield listed("ap-site-thumbs", "3.2", files(("网站/手机端.png", thumbs(rows))), rows, "thumbnails on a phone")
    rows = posts("read", 5, 1)
    yield listed(
        "ap-site-read",
        "3.2",
        files((where + "手机.jpg", thumbs(rows, read=True, system="harmony", size=(360, 800)))),
        rows,
        "a site that counts readings is no account",
    )
    rows = posts("plain", 8)
    yield listed(
        "ap-site-mobile",
        "3.2",
        files(
            (
                where + "m.png",
                plain(
                    rows,
                    said=lambda day: f"发布时间：{day.year}/{day.month:02}/{day.day:02}",
                    system="android",
                    size=(390, 844),
                ),
            )
        ),
        rows,
        "a site on a phone",
    )
    rows = posts("inwx", 6)
    yield listed(
        "ap-site-in-wechat",
        "3.2",
        files((where + "微信打开.png", plain(rows, wechat=True))),
        rows,
        "a site's list opened inside WeChat is the site's",
    )
    rows = posts("two", 12)
    yield listed(
        "ap-site-two-pages",
        "3.2",
        files(("3.2/a.png", vendor(rows[:7])), ("3.2/b.png", vendor(rows[5:]))),
        rows,
        "two pages share two posts",
    )
    rows = posts("many", 17)
    yield listed(
        "ap-site-seventeen",
        "3.2",
        files(("3.2/列表上.png", ruled(rows[:9])), ("3.2/列表下.png", ruled(rows[9:]))),
        rows,
        "seventeen on two pages",
    )
    rows = posts("year", 6)
    grouped = plain(rows, said=lambda day: f"{day.month:02}-{day.day:02}", head="通知公告 · 2024年")
    yield listed(
        "ap-site-year-over", "3.2", files((where + "按年.png", grouped)), rows, "the year stands over the list"
    )
    rows = posts("padsite", 6)
    yield listed(
        "ap-site-pad",
        "3.2",
        files((where + "平板.png", plain(rows, system="pad", size=(834, 1112), scale=1.6))),
        rows,
        "a tablet",
    )
    told = "发布时间：2024-04-25 &nbsp; 来源：就业指导中心 &nbsp; 浏览次数：312"
    yield Case(
        "ap-site-article",
        "3.2",
        files((where + "文章.png", article("威海市高校毕业生就业补贴申请须知", told))),
        {"3.2": (25, 25, 25), "3.1": ZERO, "3.3": ZERO},
        facts={"3.2": {"posts": 1}},
        note="one article; days: 2024-04-25",
    )
    side = "<div style='flex:none;width:260px;border:1px solid #ddd;padding:14px;font-size:14px;line-height:2.1'><b>近期双选会</b><p>· 威海市人社局夏季人才招聘会 06-15</p><p>· 春季校园双选会 05-11</p><p>· 创业大赛校赛报名 05-20</p></div>"
    nothing = {"4.4": ZERO, "4.5": ZERO, "4.8": ZERO, "1.3": ZERO}
    yield Case(
        "ap-site-sidebar",
        "3.2",
        files(
            (
                where + "补贴通知.png",
                article("关于申领威海市一次性创业补贴的通知", told.replace("04-25", "05-08"), side=side),
            )
        ),
        {"3.2": (25, 25, 25), "3.1": ZERO, "3.3": ZERO, **nothing},
        facts={"3.2": {"posts": 1}},
        alt={"4.4": [(0, 0, 5)], "4.5": [(0, 0, 8)], "4.8": [(0, 0, 8)], "1.3": [(0, 0, 10)]},
        note="what a sidebar names is no event of the page; days: 2024-05-08",
    )
    yield miss(
        "ap-site-bureau",
        (0, 0, 25),
        ruled(posts("gov", 7), "威海市人力资源和社会保障局"),
        "the bureau's site is not the school's",
    )
    yield miss(
        "ap-site-other-school",
        ZERO,
        vendor(posts("hit", 7), "哈尔滨工业大学（威海）就业信息网"),
        "another school's site",
        want_flags=[("3.2", "school-mismatch")],
    )
    yield miss(
        "ap-site-no-year",
        (0, 0, 25),
        plain(posts("noyear", 6), said=lambda day: f"[{day.month:02}-{day.day:02}]"),
        "days without a year",
        want_flags=[("3.2", "date-missing")],
    )
    yield miss("ap-site-2023", ZERO, cards(posts("s23", 6, year=2023)), "another year")
    yield miss("ap-site-idle", ZERO, vendor(posts("sidle", 0, 0, 6), "威海职业学院"), "nothing to do with work")
