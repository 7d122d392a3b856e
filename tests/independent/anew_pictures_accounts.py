# ruff: noqa: E501
"""Lists of public accounts: profiles, the backend's 发表记录, 搜一搜, service accounts in chats, folded messages, videos."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from random import Random

from PIL import Image

from tests.independent.anew_pictures_kit import Row, chat, counted, covers, desk, files, listed, phone, posts
from tests.independent.case import Case, Points
from tests.independent.press import Press

Draw = Callable[[Press], Image.Image]
ZERO: Points = (0, 0, 0)
ACCOUNT = "威海职业学院就业指导中心"


def han(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def profile(
    rows: Sequence[Row],
    *,
    account: str = ACCOUNT,
    head: bool = True,
    seed: str = "p",
    wide: int = 96,
    pad: int = 18,
    said: Callable[[date], str] = han,
    **how: object,
) -> Draw:
    """The account's page, or what follows when it is scrolled."""
    rng, picture = Random(seed), covers(seed)
    told = f"<div style='padding:10px {pad}px 14px'><div style='display:flex;gap:14px;align-items:center'><i style='width:58px;height:58px;border-radius:29px;background:#36c'></i><div><b style='font-size:19px'>{account}</b><p style='font-size:13px;color:#888;margin-top:4px'>187篇原创内容 &nbsp; 63个朋友关注</p></div></div><p style='font-size:14px;color:#888;margin:10px 0'>服务毕业生求职，传递岗位与政策。</p><p style='background:#8881;border-radius:5px;text-align:center;padding:8px;font-size:15px'>已关注公众号 &nbsp;&nbsp;|&nbsp;&nbsp; 私信</p></div><p style='font-size:16px;padding:8px {pad}px;border-bottom:1px solid #8883'><b>全部</b> &nbsp;&nbsp; 文章 &nbsp;&nbsp; 视频号 &nbsp;&nbsp; 服务</p>"
    plain = f"<p style='text-align:center;font-size:16px;padding:4px 0 10px'>{account}</p>"
    items = "".join(
        f"<div style='display:flex;justify-content:space-between;gap:14px;padding:13px {pad}px;border-bottom:1px solid #8882'><div><p style='font-size:16px;line-height:1.4'>{title}</p><p style='font-size:12px;color:#999;margin-top:7px'>{said(day)} &nbsp; 阅读 {rng.randrange(90, 2400)} &nbsp; 赞 {rng.randrange(2, 60)}</p></div>{picture(wide, round(wide * 0.66))}</div>"
        for title, day, _ in rows
    )
    body = (
        "<div style='display:flex;justify-content:space-between;padding:6px 18px;font-size:20px'><span>‹</span><span>🔍 ···</span></div>"
        + (told if head else plain)
        + items
    )
    return phone(body, **how)  # type: ignore[arg-type]


def record(rows: Sequence[Row], *, account: str = ACCOUNT, seed: str = "r", high: int = 1080) -> Draw:
    """发表记录 of the backend on a computer: a day, its post and a row of counters each."""
    rng, picture = Random(seed), covers(seed)
    menu = "".join(
        f"<p style='padding:9px 26px;color:{'#07c160' if word == '发表记录' else '#444'}'>{word}</p>"
        for word in (
            "首页",
            "内容管理",
            "草稿箱",
            "素材库",
            "发表记录",
            "原创",
            "合集",
            "互动管理",
            "私信",
            "留言",
            "数据分析",
            "设置与开发",
        )
    )
    items = "".join(
        f"<div style='border-bottom:1px solid #eee;padding:13px 0'><div style='display:flex;justify-content:space-between;color:#9a9a9a;font-size:13px;margin-bottom:9px'><span>{han(day)} {rng.randrange(8, 21):02}:{rng.randrange(60):02} &nbsp; 已发表</span><span>群发 · 全部用户</span></div><div style='display:flex;gap:16px'>{picture(96, 64)}<div><p style='font-size:15px;color:#222;margin-bottom:12px'>{title}</p><p style='font-size:13px;color:#888'>👁 {rng.randrange(200, 3000)} &nbsp;&nbsp; 👍 {rng.randrange(60)} &nbsp;&nbsp; ➦ {rng.randrange(90)} &nbsp;&nbsp; ♥ {rng.randrange(40)} &nbsp;&nbsp; 💬 {rng.randrange(12)}</p></div></div></div>"
        for title, day, _ in rows
    )
    page = f"<div style='display:flex;justify-content:space-between;padding:14px 30px;border-bottom:1px solid #e7e7e7'><b style='font-size:17px'>公众号</b><span style='font-size:14px;color:#555'>{account} &nbsp; ▾</span></div><div style='display:flex'><div style='width:190px;padding-top:14px;font-size:14px'>{menu}</div><div style='flex:1;padding:20px 40px;background:#fff'><h2 style='font-size:20px;margin-bottom:12px'>发表记录</h2><p style='font-size:14px;color:#666;border-bottom:1px solid #eee;padding-bottom:10px'><b style='color:#07c160'>全部</b> &nbsp; 文章 &nbsp; 图片 &nbsp; 视频 <span style='float:right'>搜索标题</span></p>{items}</div></div>"
    return desk(page, size=(1280, high), ground="#fff")


def searched(rows: Sequence[tuple[str, str, str]]) -> Draw:
    """搜一搜: (title, account, day)."""
    items = "".join(
        f"<div style='background:#fff;margin:9px 12px;border-radius:8px;padding:14px'><p style='font-size:17px;line-height:1.4'>{title}</p><p style='font-size:13px;color:#999;margin-top:9px'>{account} &nbsp; {day}</p></div>"
        for title, account, day in rows
    )
    return phone(
        "<p style='margin:6px 14px;background:#fff;border-radius:6px;padding:9px 14px;font-size:16px'>🔍 威海职业学院 就业 <span style='float:right;color:#576b95'>取消</span></p><p style='padding:8px 20px;font-size:15px'>全部 &nbsp; 视频 &nbsp; <b style='color:#07c160'>文章</b> &nbsp; 账号 &nbsp; 小程序</p>"
        + items,
        ground="#ededed",
    )


def service(groups: Sequence[tuple[str, Sequence[str]]], title: str = "威海职业学院就业服务号", **how: object) -> Draw:
    """A service account's messages: a time over one card of one or more titles."""
    picture = covers(title)
    said = []
    for when, titles in groups:
        said.append(("", "time", when))
        rest = "".join(
            f"<div style='border-top:1px solid #8882;padding:9px 0;font-size:15px'>{each}</div>" for each in titles[1:]
        )
        said.append(
            (
                title,
                "left",
                f"<div style='width:240px'>{picture(240, 52)}<p style='font-size:16px;padding:6px 0'>{titles[0]}</p>{rest}</div>",
            )
        )
    return chat(title, said, **how)  # type: ignore[arg-type]


def moments(words: str, link: str, when: str) -> Draw:
    return phone(
        f"<div style='display:flex;justify-content:space-between;padding:8px 16px 14px;font-size:18px'><span>‹</span><b>朋友圈</b><span>📷</span></div><div style='display:flex;gap:12px;padding:16px'><i style='flex:none;width:44px;height:44px;border-radius:5px;background:#c85'></i><div><b style='color:#576b95;font-size:16px'>赵老师</b><p style='font-size:16px;line-height:1.5;margin:5px 0 9px'>{words}</p><div style='background:#f3f3f3;display:flex;gap:10px;padding:7px;align-items:center'><i style='flex:none;width:42px;height:42px;background:#69b'></i><span style='font-size:15px'>{link}</span></div><p style='font-size:13px;color:#999;margin-top:10px'>{when}</p></div></div>"
    )


def video(account: str, words: str, inside: str) -> Draw:
    """A video of 视频号."""
    return phone(
        f"<div style='display:flex;justify-content:center;gap:22px;padding:8px;font-size:16px;color:#ccc'><span>关注</span><span>朋友♡</span><b style='color:#fff'>推荐</b></div><div style='margin:90px 0 60px;height:300px;background:linear-gradient(120deg,#345,#a63);display:flex;align-items:center;justify-content:center;text-align:center;color:#fff;font-size:30px;font-weight:bold;line-height:1.5'>{inside}</div><div style='padding:0 16px'><b style='font-size:17px'>{account}</b> <span style='font-size:13px;color:#aaa'>✔ 已关注</span><p style='font-size:15px;line-height:1.5;margin-top:8px'>{words}</p></div><p style='padding:26px 16px;font-size:14px;color:#ccc'>♡ 128 &nbsp;&nbsp; 👍 86 &nbsp;&nbsp; ➦ 42 &nbsp;&nbsp; 💬 7</p>",
        dark=True,
        ground="#000",
    )


def undated(name: str, points: Points, make: Draw, note: str, where: str = "3.1 微信/截图.png", **more: object) -> Case:
    return Case(
        name,
        "3.1",
        files((where, make)),
        {"3.1": points, "3.2": ZERO, "3.3": ZERO, "3.4": ZERO, "1.8": ZERO},
        note=note,
        **more,
    )  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    where = "三、政策宣传/微信推送/"
    rows = posts("ios", 4, 1)
    yield listed(
        "ap-list-ios",
        "3.1",
        files((where + "列表.png", profile(rows))),
        rows,
        "the account's page; one post is of no Weihai",
    )
    rows = posts("dark", 6)
    yield listed(
        "ap-list-dark",
        "3.1",
        files((where + "IMG_2201.PNG", profile(rows, head=False, dark=True))),
        rows,
        "dark, scrolled",
    )
    rows = posts("and", 6, 0, 1)
    yield listed(
        "ap-list-android",
        "3.1",
        files(("微信/公众号.jpg", profile(rows, head=False, system="android", size=(360, 800)))),
        rows,
        "one post has nothing to do with work",
    )
    rows = posts("pad", 6, 1, 1)
    yield listed(
        "ap-list-pad",
        "3.1",
        files(("3.1/平板.png", profile(rows, system="pad", size=(834, 1112), scale=1.6, pad=60, wide=100))),
        rows,
        "a tablet",
    )
    rows = posts("scroll", 11)
    yield listed(
        "ap-list-scrolled",
        "3.1",
        files(
            (where + "1.png", profile(rows[:4])),
            (where + "2.png", profile(rows[3:9], head=False)),
            (where + "3.png", profile(rows[7:], head=False)),
        ),
        rows,
        "screens overlap",
    )
    rows = [*posts("new", 3, year=2024, last=4), *posts("old", 3, year=2023, first=9)]
    rows = [
        (title, day, kind) for at, (title, day, kind) in enumerate(rows) if title not in [row[0] for row in rows[:at]]
    ]
    yield listed(
        "ap-list-new-year", "3.1", files(("3.1/跨年.png", profile(rows, head=False))), rows, "over the turn of the year"
    )
    rows = posts("dash", 6, first=3)
    yield listed(
        "ap-list-dashes",
        "3.1",
        files((where + "历史消息.png", profile(rows, head=False, said=str, system="harmony", size=(360, 800)))),
        rows,
        "days as 2024-05-20",
    )
    rows = posts("rec", 7, 1)
    yield listed("ap-record", "3.1", files((where + "后台发表记录.png", record(rows))), rows, "the backend")
    rows = posts("rec17", 17)
    yield listed(
        "ap-record-17",
        "3.1",
        files(
            ("3.1/发表记录1.png", record(rows[:9], high=1200)),
            ("3.1/发表记录2.png", record(rows[8:], seed="q", high=1200)),
        ),
        rows,
        "seventeen on two screens that share one",
    )
    rows = posts("recidle", 3, 0, 4)
    yield listed(
        "ap-record-idle",
        "3.1",
        files((where + "后台.png", record(rows, seed="i"))),
        rows,
        "four of seven have nothing to do with work",
    )
    rows = posts("one", 5)
    days = [f"{day.year}年{day.month}月{day.day}日" for _, day, _ in rows]
    own = [(title, ACCOUNT, day) for (title, _, _), day in zip(rows, days, strict=True)]
    strange = [
        ("威海市公共就业服务专项活动启动", "威海人社", "2024年3月8日"),
        ("威海市民营企业招聘月来了", "威海招聘快讯", "2024年5月6日"),
    ]
    yield Case(
        "ap-search-in-wechat",
        "3.1",
        files(("3.1/搜一搜.png", searched([own[0], strange[0], own[1], own[2], strange[1], own[3], own[4]]))),
        {"3.1": (25, 25, 25), "3.2": ZERO},
        facts={"3.1": {"posts": 5}},
        note="five of the school, two of others; days: " + " ".join(sorted(str(day) for _, day, _ in rows)),
    )
    rows = posts("serv", 5)
    groups = [
        (f"{han(rows[4][1])} 上午10:05", [rows[4][0]]),
        (f"{han(rows[2][1])} 下午4:20", [rows[3][0], rows[2][0], rows[1][0]]),
        (f"{han(rows[0][1])} 晚上7:30", [rows[0][0]]),
    ]
    dated = [rows[4][1], *[rows[2][1]] * 3, rows[0][1]]
    yield Case(
        "ap-service-cards",
        "3.1",
        files(("3.1/服务号.png", service(groups))),
        {"3.1": (25, 25, 25), "3.2": ZERO, "3.4": ZERO},
        facts={"3.1": {"posts": 5}},
        note="a day stands over a card of three titles; days: " + " ".join(sorted(map(str, dated))),
    )
    rows = posts("serv2", 3)
    groups = [
        (f"{day.year}年{day.month}月{day.day}日 {9 + at}:15", [title])
        for at, (title, day, _) in enumerate(reversed(rows))
    ]
    yield Case(
        "ap-service-dark",
        "3.1",
        files(
            (
                "推送/服务号消息.PNG",
                service(groups, "威海职业学院招生就业", dark=True, system="android", size=(360, 800)),
            )
        ),
        {"3.1": (25, 25, 25), "3.2": ZERO, "3.4": ZERO},
        facts={"3.1": {"posts": 3}},
        note="dark; days: " + " ".join(sorted(str(day) for _, day, _ in rows)),
    )
    rows = posts("bureau", 5)
    yield undated(
        "ap-list-bureau", (0, 0, 25), profile(rows, account="威海市就业服务之窗"), "an account that is not the school's"
    )
    yield undated(
        "ap-list-other-school",
        ZERO,
        profile(posts("rival", 5), account="山东药品食品职业学院就业"),
        "another school's account",
        want_flags=[("3.1", "school-mismatch")],
    )
    yield undated(
        "ap-list-idle", ZERO, profile(posts("idle", 0, 0, 5), account="威海职业学院"), "nothing to do with work"
    )
    yield undated("ap-record-2023", ZERO, record(posts("rec23", 6, year=2023)), "another year")
    relative = iter(("今天 09:12", "昨天", "星期三", "星期一", "1周前"))
    yield undated(
        "ap-list-relative",
        (0, 0, 25),
        profile(posts("rel", 5), said=lambda _: next(relative)),
        "relative days without the day of capture",
    )
    folded = [
        ("威海职业学院就业指导中心", "威海市引才补贴政策解读", "昨天"),
        ("威海发布", "冬日海岸线的一百种蓝", "昨天"),
        ("图书馆", "新书上架", "星期二"),
        ("威海职业学院就业指导中心", "文登区企业招聘岗位一览", "星期一"),
    ]
    inside = "".join(
        f"<div style='background:#fff;margin:10px 12px;border-radius:8px;padding:13px'><p style='font-size:14px;color:#777'>● {account} <span style='float:right'>{day}</span></p><p style='font-size:17px;line-height:1.4;margin-top:9px'>{title}</p></div>"
        for account, title, day in folded
    )
    yield undated(
        "ap-folded",
        (0, 0, 25),
        phone(
            "<p style='text-align:center;font-size:17px;padding:8px'><b>订阅号消息</b></p>" + inside, ground="#ededed"
        ),
        "folded messages with relative days",
    )
    loose = {"3.1": [ZERO]}
    shared = moments("毕业班的同学们看过来，抓紧申请！", "威海市求职创业补贴申请指南", "2024年5月8日 21:14")
    yield undated("ap-moments", (0, 0, 25), shared, "a teacher's moments are no account of the school", alt=loose)
    clip = video(
        "威海职业学院就业", "#留威就业 毕业生补贴怎么领，就业办老师一分钟讲清 2024年6月12日", "一分钟<br>看懂就业补贴"
    )
    yield undated("ap-video", (0, 0, 25), clip, "a video is no post of the public account", alt=loose)
    for cell, folder in (("3.3", "张贴海报"), ("3.4", "3.4 印发宣传资料")):
        yield Case(
            f"ap-video-in-{cell.replace('.', '')}",
            cell,
            files((folder + "/视频号.png", clip)),
            {"3.1": ZERO, "3.3": ZERO, "3.4": ZERO},
            alt={each: [(0, 0, top)] for each, top in (("3.1", 25), (cell, 20))},
            note="a screen is no poster and no leaflet; whether it is open is the folder's",
        )
    assert counted(posts("rec17", 17))[0] == (30, 30, 30)
