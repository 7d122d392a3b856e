# ruff: noqa: E501
"""WeChat and site pages as they look on a screen, made from a few posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from PIL import Image

from tests.independent.press import Press

SANS = "Noto Sans CJK SC,WenQuanYi Micro Hei,sans-serif"
SONG = "Noto Serif CJK SC,AR PL UMing CN,WenQuanYi Micro Hei,serif"
Screen = tuple[str, int, int, float]
"""HTML, width and height in CSS pixels, scale"""


@dataclass(frozen=True)
class Post:
    title: str
    day: date
    body: str = ""
    mark: str = ""
    """what the list says of it besides, such as 已删除"""

    def at(self, day: date) -> Post:
        return replace(self, day=day)


WEIHAI = (
    "威海市{y}年高校毕业生就业创业政策一览", "留威有礼｜青年人才生活补贴申领指南", "威海市人社局：{y}年“三支一扶”计划招募开始报名", "环翠区春季人才招聘会邀你参加",
    "荣成市重点企业急需紧缺岗位（第三期）", "来威海吧！一图读懂创业担保贷款新政", "文登区“职”等你来｜校企专场岗位汇总", "乳山市事业单位公开招聘工作人员简章",
    "转发：威海市大学生创业大赛报名通知", "“威海·才聚”直播带岗活动预告", "威海市就业见习岗位征集公告发布", "毕业生留威租房补贴怎么领？看这里", "威海市高校毕业生求职创业补贴开始申报",
    "威海经济技术开发区高校毕业生专场招聘岗位表", "环翠区大学生创业孵化基地入驻申请指南", "荣成市青年驿站面向求职毕业生免费入住", "我校组织毕业生参加威海市高校毕业生秋季招聘会",
    "威海市人才公寓申请流程图解", "来威海就业，这些政策请收好", "文登区企业吸纳毕业生社保补贴政策问答", "威海市一次性创业补贴政策解读", "威海市公共就业服务进校园活动走进我校",
    "乳山市校园引才计划岗位发布", "“留在威海 就有未来”主题宣讲活动回顾",
)  # fmt: skip
BODY = (
    "为促进高校毕业生留在威海就业创业，市人力资源和社会保障局梳理了现行政策，现转发如下，请同学们对照条件及时申领。", "一、补贴对象：毕业五年内首次到威海市企业就业并缴纳社会保险的高校毕业生。",
    "二、办理方式：登录威海市就业服务平台在线申请，或到各区市公共就业服务窗口办理。", "三、咨询电话：0631-5190000。", "请各学院通知到每一位毕业生，有意向的同学可到就业指导中心领取材料。",
)  # fmt: skip
GENERAL = (
    "简历这样写，HR一眼相中你", "国家24365智慧就业平台岗位推荐（第六周）", "山东省{y}年选调生招录公告", "教育部：促进高校毕业生就业“百日冲刺”行动", "求职面试常见问题汇总", "毕业生档案转递问答",
    "某央企{y}年校园招聘启动", "就业协议书填写说明", "青岛市重点企业秋招信息汇总", "应征入伍政策问答",
)  # fmt: skip
GENERAL_BODY = (
    "求职季到了，很多同学不知道如何准备材料。本期我们请学院老师谈谈常见的问题。", "第一，内容要真实、重点要突出，一页纸为宜。", "第二，面试前了解单位与岗位，准备两分钟的自我介绍。", "有疑问的同学可在工作日到就业指导中心询问。",
)  # fmt: skip
OTHER = (
    "校园歌手大赛决赛精彩回顾", "春季运动会开幕啦", "图书馆寒假开放时间安排", "食堂新品上线，快来尝鲜", "关于期末考试安排的通知", "迎新晚会节目单公布", "校园樱花开了", "四六级考试温馨提示",
)  # fmt: skip


def posts(
    rng: Random, count: int, year: int, bank: Sequence[str] = WEIHAI, first: int = 2, last: int = 11
) -> list[Post]:
    """Distinct posts, newest first, days apart."""
    span = (date(year, last, 26) - date(year, first, 3)).days
    marks = sorted(rng.sample(range(0, span, max(1, span // (count * 3))), count), reverse=True)
    return [
        Post(title.format(y=year), date(year, first, 3) + timedelta(days=mark))
        for title, mark in zip(rng.sample(bank, count), marks, strict=True)
    ]


def thumb(rng: Random, w: int, h: int, radius: int = 4) -> str:
    a, b = (f"hsl({rng.randint(0, 359)} {rng.randint(35, 80)}% {rng.randint(35, 75)}%)" for _ in range(2))
    return f"<span style='display:inline-block;flex:none;width:{w}px;height:{h}px;border-radius:{radius}px;background:linear-gradient({rng.randint(0, 180)}deg,{a},{b})'></span>"


def bar(rng: Random, ink: str = "#111") -> str:
    """The phone's status line."""
    return f"<div style='display:flex;justify-content:space-between;padding:12px 26px 4px;font:600 15px {SANS};color:{ink}'><span>{rng.randint(7, 22)}:{rng.randint(10, 59)}</span><span style='font-size:12px'>5G&nbsp; {rng.randint(21, 98)}%</span></div>"


def nav(text: str, ink: str = "#111", back: str = "‹", dots: str = "···") -> str:
    return f"<div style='display:flex;justify-content:space-between;padding:8px 18px;font:500 17px {SANS};color:{ink}'><span>{back}</span><span>{text}</span><span>{dots}</span></div>"


def chinese(day: date, year: bool = True) -> str:
    return (f"{day.year}年" if year else "") + f"{day.month}月{day.day}日"


def article(
    rng: Random, post: Post, account: str, *, form: str = "new", dark: bool = False, source: str = "", card: str = "", above: str = "", body: Sequence[str] = BODY,
    when: str = "", foot: str = "", w: int = 390, h: int = 844, size: int = 17,
) -> Screen:  # fmt: skip
    """The first screen of an article; form old (2022), new (2024) or late (2026), pc-win or pc-mac."""
    ground, ink, pale = ("#191919", "#d0d0d0", "#6f7a8a") if dark else ("#fff", "#1c1c1c", "#9a9a9a")
    clock = f"{rng.randint(8, 21):02}:{rng.randint(0, 59):02}"
    link = "#7d90a9" if dark else "#576b95"
    when = when or (f"{post.day:%Y-%m-%d} {clock}" if form == "old" else f"{chinese(post.day)} {clock}")
    meta = {
        "old": f"<span style='border:1px solid {pale};font-size:11px;padding:0 3px'>原创</span> 就业办 <span style='color:{link}'>{account}</span> {when} <span>发表于山东</span>",
        "new": f"<span style='color:{link}'>{account}</span>&nbsp; {when}&nbsp; 山东",
        "late": f"<span style='color:{link}'>{account}</span>&nbsp; {when}&nbsp; 山东 <span style='float:right'>听全文 ▷</span>",
    }.get(form, f"原创 指导站 <span style='color:{link}'>{account}</span> {when} 山东")
    repost = (
        f"<div style='background:{'#222' if dark else '#f7f7f7'};padding:10px 14px;font-size:14px;color:{pale};margin:12px 0'>以下文章来源于<span style='color:{link}'>{source}</span> ，作者威小就</div>"
        if source
        else ""
    )
    cut = (
        f"<div style='border:1px solid #e5e5e5;border-radius:8px;padding:14px;display:flex;gap:12px;margin:16px 0;align-items:center'>{thumb(rng, 44, 44, 22)}<div><b style='font-weight:500'>{card}</b><div style='font-size:12px;color:{pale}'>就业信息、人才政策 {rng.randint(100, 900)}篇原创内容</div></div><span style='margin-left:auto;font-size:12px;color:{pale}'>公众号</span></div>"
        if card
        else ""
    )
    text = "".join(f"<p style='margin:0 0 16px'>{part}</p>" for part in (post.body, *body) if part)
    inner = (
        f"<h1 style='font:600 {size + 5}px/1.4 {SANS};margin:14px 0'>{post.title}</h1><div style='font-size:15px;color:{pale};margin-bottom:16px;line-height:1.7'>{meta}</div>{repost}"
        f"<div style='margin:4px 0 18px'>{thumb(rng, min(w - 36, 640), 170, 0)}</div>{text}{cut}"
    )
    late = (
        f"<div style='position:absolute;left:0;right:0;bottom:0;background:{ground};border-top:1px solid {'#333' if dark else '#eee'};display:flex;justify-content:space-around;padding:14px 8px 22px;font-size:14px;color:{ink}'>{foot}</div>"
        if foot
        else ""
    )
    if form.startswith("pc"):
        dots = (
            "<span style='color:#ff5f57'>●</span> <span style='color:#febc2e'>●</span> <span style='color:#28c840'>●</span>"
            if form == "pc-mac"
            else "<span style='float:right'>—&nbsp; □&nbsp; ✕</span>"
        )
        return (
            f"<body style='margin:0;background:#f2f2f2;font:{size}px/1.8 {SANS};color:{ink}'><div style='background:#e9e9e9;padding:9px 14px;font-size:14px'>{dots} {post.title[:14]}… - 微信</div>"
            f"<div style='background:#fff;width:677px;margin:0 auto;padding:12px 40px;min-height:{h}px'>{inner}</div></body>", w, h, 1.25,
        )  # fmt: skip
    return (
        f"<body style='margin:0;background:{ground};color:{ink};font:{size}px/1.75 {SANS};height:{h}px;overflow:hidden;position:relative'>{bar(rng, ink)}{nav('', ink, '✕')}{above}<div style='padding:0 18px'>{inner}</div>{late}</body>",
        w, h, 2,
    )  # fmt: skip


FOOTS = (
    "<span>赞 36</span><span>分享 12</span><span>推荐 8</span><span>写留言</span>",
    "<span>划线</span><span>推荐</span><span>听全文</span><span>转发</span>",
    "<span>阅读 412</span><span>点赞 9</span><span>在看 5</span>",
)


def rest(rng: Random, account: str, body: Sequence[str] = BODY, card: bool = True) -> Screen:
    """A later screen of a long article."""
    text = "".join(f"<p style='margin:0 0 16px'>{part}</p>" for part in (*body, *body[1:3]))
    tail = (
        f"<div style='display:flex;gap:10px;align-items:center;border-top:1px solid #eee;padding-top:14px'>{thumb(rng, 40, 40, 20)}<b style='font-weight:500'>{account}</b><span style='margin-left:auto;color:#07c160'>关注</span></div>"
        if card
        else ""
    )
    return (
        f"<body style='margin:0;background:#fff;font:17px/1.75 {SANS};color:#222;height:844px;overflow:hidden'>{bar(rng)}{nav(account, back='✕')}<div style='padding:0 18px'>{text}<p style='color:#999;font-size:14px'>编辑：小就&nbsp; 审核：就业指导站</p><p style='color:#999'>阅读 {rng.randint(90, 900)}</p>{tail}</div></body>",
        390, 844, 2,
    )  # fmt: skip


def dates(rows: Sequence[Post], style: str, seen: date) -> list[str]:
    """How a list writes its dates: `wechat` without the year in the year it was looked at."""
    match style:
        case "wechat":
            return [chinese(row.day, row.day.year != seen.year) for row in rows]
        case "short":
            return [f"{row.day:%m-%d}" for row in rows]
        case "slash":
            return [f"{row.day:%Y/%m/%d}" for row in rows]
        case "chinese":
            return [chinese(row.day) for row in rows]
        case _:
            return [f"{row.day:%Y-%m-%d}" for row in rows]


def account_list(
    rng: Random,
    rows: Sequence[Post],
    account: str,
    seen: date,
    *,
    dark: bool = False,
    wide: bool = False,
    style: str = "wechat",
) -> Screen:
    """The page of an account with its messages."""
    ground, ink, pale, tile = ("#111", "#d5d5d5", "#777", "#1e1e1e") if dark else ("#ededed", "#111", "#999", "#fff")
    w = 820 if wide else 390
    told = dates(rows, style, seen)
    cards = "".join(
        f"<div style='background:{tile};margin:0 0 8px;padding:14px 16px;display:flex;gap:12px'><div style='flex:1'><div style='font-size:17px;line-height:1.45'>{row.title}</div><div style='font-size:13px;color:{pale};margin-top:6px'>{when}　阅读 {rng.randint(60, 999)}　赞 {rng.randint(1, 30)}{'　' + row.mark if row.mark else ''}</div></div>{thumb(rng, 84, 64)}</div>"
        for row, when in zip(rows, told, strict=True)
    )
    head = f"<div style='background:{tile};padding:10px 18px 12px;margin-bottom:8px'><div style='display:flex;gap:14px;align-items:center'>{thumb(rng, 56, 56, 28)}<div><b style='font-size:20px'>{account}</b><div style='font-size:13px;color:{pale}'>{rng.randint(40, 300)}篇原创内容　IP属地：山东</div></div></div><div style='margin-top:12px;display:flex;gap:26px;font-size:15px'><b>消息</b><span>视频号</span><span>服务</span></div></div>"
    return (
        f"<body style='margin:0;background:{ground};color:{ink};font-family:{SANS}'>{bar(rng, ink)}{nav('', ink)}{head}{cards}</body>",
        w,
        600,
        1.75,
    )


def plain_list(
    rng: Random, rows: Sequence[Post], head: str, seen: date, *, style: str = "iso", album: bool = False
) -> Screen:
    """全部消息 or an album (合集) of the account."""
    told = dates(rows, style, seen)
    top = (
        f"<div style='padding:16px 20px;background:#2b3a55;color:#fff'><div style='font-size:22px'>#就业政策</div><div style='opacity:.8;font-size:14px;margin-top:6px'>{head} · {len(rows)}篇内容</div></div>"
        if album
        else ""
    )
    body = "".join(
        f"<div style='padding:15px 18px;border-bottom:1px solid #eee;display:flex'><div style='flex:1'><div style='font-size:16px;line-height:1.5'>{f'{at}. ' if album else ''}{row.title}</div><div style='color:#aaa;font-size:13px;margin-top:5px'>{when}{'　' + row.mark if row.mark else ''}</div></div>{'' if album else thumb(rng, 70, 52)}</div>"
        for at, (row, when) in enumerate(zip(rows, told, strict=True), 1)
    )
    return (
        f"<body style='margin:0;background:#fff;color:#222;font-family:{SANS}'>{bar(rng)}{nav('合集' if album else head)}{top}{body}</body>",
        390,
        600,
        1.75,
    )


def chat_cards(rng: Random, groups: Sequence[Sequence[Post]], account: str, seen: date) -> Screen:
    """The chat with a service account: each day a card with a large first and small further posts."""
    text = ""
    for group in groups:
        head, *others = group
        text += (
            f"<div style='text-align:center;color:#aaa;font-size:13px;margin:14px'>{chinese(head.day)} {rng.choice(('上午9:12', '下午5:30', '下午3:08', '晚上7:01'))}</div><div style='background:#fff;border-radius:8px;margin:0 14px;overflow:hidden'>{thumb(rng, 362, 130, 0)}<div style='padding:10px 14px;font-size:17px'>{head.title}</div>"
            + "".join(
                f"<div style='border-top:1px solid #eee;padding:10px 14px;display:flex;font-size:15px'><span style='flex:1'>{other.title}</span>{thumb(rng, 44, 44)}</div>"
                for other in others
            )
            + "</div>"
        )
    return (
        f"<body style='margin:0;background:#ededed;font-family:{SANS};color:#111;padding-bottom:20px'>{bar(rng)}{nav(account)}{text}</body>",
        390,
        600,
        1.75,
    )


def backend(rng: Random, rows: Sequence[Post], account: str) -> Screen:
    """发表记录 in the account's desk on a computer."""
    body = "".join(
        f"<tr><td style='color:#999;width:150px'>{chinese(row.day)} {rng.randint(8, 20):02}:{rng.randint(0, 59):02}</td><td>{thumb(rng, 60, 44)}</td><td style='font-size:15px'>{row.title}</td><td style='color:#07c160;width:70px'>{row.mark or '已发表'}</td><td style='color:#999;width:190px'>阅读 {rng.randint(80, 900)}　赞 {rng.randint(1, 20)}　分享 {rng.randint(1, 40)}</td></tr>"
        for row in rows
    )
    return (
        f"<style>td{{padding:12px 8px;border-bottom:1px solid #eee;font-size:13px}}</style><body style='margin:0;background:#f6f7f9;font-family:{SANS}'><div style='background:#fff;padding:14px 24px;font-size:18px'>公众号 <span style='float:right;font-size:14px'>{account}</span></div><div style='display:flex'><div style='width:170px;padding:20px;font-size:14px;line-height:2.6'>首页<br>内容与互动<br><span style='color:#07c160'>发表记录</span><br>草稿箱<br>素材库<br>数据分析</div><div style='background:#fff;flex:1;margin:16px;padding:20px'><h3 style='margin:0 0 12px;font-weight:500'>发表记录</h3><table style='border-collapse:collapse;width:100%'>{body}</table></div></div></body>",
        1180, 640, 1.25,
    )  # fmt: skip


def search_page(rng: Random, rows: Sequence[tuple[Post, str]], word: str) -> Screen:
    """搜一搜: articles of several accounts."""
    body = "".join(
        f"<div style='padding:14px 18px;border-bottom:8px solid #f3f3f3;display:flex;gap:10px'><div style='flex:1'><div style='font-size:17px;line-height:1.45'>{row.title}</div><div style='color:#888;font-size:13px;margin-top:8px'>{account}　{row.day.year}-{row.day.month}-{row.day.day}</div></div>{thumb(rng, 80, 60)}</div>"
        for row, account in rows
    )
    return (
        f"<body style='margin:0;background:#fff;font-family:{SANS};color:#111'>{bar(rng)}<div style='margin:8px 16px;background:#f1f1f1;border-radius:6px;padding:9px 12px;font-size:15px'>{word} <span style='float:right;color:#07c160'>搜索</span></div><div style='padding:4px 18px 10px;font-size:15px;display:flex;gap:22px'><span>全部</span><b>文章</b><span>账号</span><span>视频</span></div>{body}</body>",
        390,
        600,
        1.75,
    )


def picture_post(rng: Random, post: Post, account: str) -> Screen:
    """图片消息: a swiped picture with words below."""
    return (
        f"<body style='margin:0;background:#fff;font:16px/1.7 {SANS};color:#222;height:844px;overflow:hidden'>{bar(rng)}<div style='padding:8px 16px;display:flex;gap:10px;align-items:center'>‹ {thumb(rng, 30, 30, 15)} <b style='font-weight:500'>{account}</b><span style='margin-left:auto;color:#07c160'>已关注</span></div>{thumb(rng, 390, 420, 0)}<div style='text-align:center;color:#bbb'>● ○ ○</div><div style='padding:8px 18px'><div style='font-size:19px;font-weight:600'>{post.title}</div><p>{BODY[1]}</p><p style='color:#999;font-size:14px'>{post.day:%Y-%m-%d} 山东　阅读 {rng.randint(50, 700)}</p></div></body>",
        390, 844, 2,
    )  # fmt: skip


def notice_page(rng: Random, words: Sequence[str]) -> Screen:
    """What WeChat shows instead of a post, such as a deleted one."""
    text = "".join(f"<p>{word}</p>" for word in words)
    return (
        f"<body style='margin:0;background:#fff;font:17px/1.6 {SANS};text-align:center;color:#555;height:844px'>{bar(rng)}{nav('', back='✕')}<div style='margin:150px auto 30px;width:70px;height:70px;border-radius:35px;background:#f0a020;color:#fff;font:700 50px/70px {SANS}'>!</div>{text}</body>",
        390,
        844,
        2,
    )


def chat(rng: Random, title: str, lines: Sequence[tuple[str, str]]) -> Screen:
    """A chat or a group: (who, words); who "" is a time, "我" stands on the right; words may be HTML."""
    text = ""
    for who, words in lines:
        if not who:
            text += f"<div style='text-align:center;color:#aaa;font-size:13px;margin:10px'>{words}</div>"
        elif who == "我":
            text += f"<div style='display:flex;justify-content:flex-end;gap:10px;margin:12px'><div style='background:#95ec69;border-radius:6px;padding:10px 12px;max-width:250px'>{words}</div>{thumb(rng, 40, 40)}</div>"
        else:
            text += f"<div style='display:flex;gap:10px;margin:12px'>{thumb(rng, 40, 40)}<div><div style='font-size:12px;color:#888'>{who}</div><div style='background:#fff;border-radius:6px;padding:10px 12px;max-width:250px'>{words}</div></div></div>"
    return (
        f"<body style='margin:0;background:#ededed;font:16px/1.55 {SANS};color:#111;height:844px;overflow:hidden'>{bar(rng)}{nav(title)}{text}</body>",
        390,
        844,
        2,
    )


def site_list(
    rng: Random, rows: Sequence[Post], site: str, *, look: str = "plain", column: str = "通知公告", style: str = "iso", seen: date = date(2024, 12, 20), window: str = "",
) -> Screen:  # fmt: skip
    """A list of a site: plain, bracket, table (发布部门), cards, block (large day), reads, mobile, inside WeChat."""
    told = dates(rows, style, seen)
    pairs = list(zip(rows, told, strict=True))
    hue = Random(site).choice(("#0a4c9c", "#9c1c22", "#0b6b5c", "#1d3f72", "#7a2b1c"))
    offices = ("招生就业处", "就业指导中心", "学生工作处", "创新创业学院")
    match look:
        case "table":
            body = (
                "<table style='border-collapse:collapse;width:100%'><tr style='background:#eaf1f8'><th>序号</th><th>标题</th><th>发布部门</th><th>发布时间</th><th>点击量</th></tr>"
                + "".join(
                    f"<tr><td>{at}</td><td style='text-align:left'>{row.title}</td><td>{rng.choice(offices)}</td><td>{when}</td><td>{rng.randint(40, 900)}</td></tr>"
                    for at, (row, when) in enumerate(pairs, 1)
                )
                + "</table><style>td,th{border:1px solid #b9c6d4;padding:8px;text-align:center;font-weight:400}</style>"
            )
        case "cards":
            body = (
                "<div style='display:grid;grid-template-columns:1fr 1fr;gap:18px'>"
                + "".join(
                    f"<div style='border:1px solid #e3e3e3;padding:14px'>{thumb(rng, 60, 44)}<div style='font-size:17px;margin:8px 0'>{row.title}</div><div style='color:#999;font-size:13px'>发布时间：{when}　浏览：{rng.randint(30, 800)}</div></div>"
                    for row, when in pairs
                )
                + "</div>"
            )
        case "block":
            body = "".join(
                f"<div style='display:flex;gap:18px;border-bottom:1px dashed #ccc;padding:12px 0'><div style='background:{hue};color:#fff;text-align:center;width:74px;padding:6px 0'><div style='font-size:25px;line-height:1.1'>{row.day:%d}</div><div style='font-size:13px'>{row.day:%Y-%m}</div></div><div style='font-size:17px;padding-top:12px'>{row.title}</div></div>"
                for row, _ in pairs
            )
        case "reads":
            body = "".join(
                f"<div style='border-bottom:1px solid #eee;padding:13px 0'><div style='font-size:17px'>{row.title}</div><div style='color:#999;font-size:13px'>{when}　阅读 {rng.randint(50, 999)}</div></div>"
                for row, when in pairs
            )
        case "bracket":
            body = "".join(
                f"<div style='padding:9px 0;border-bottom:1px dotted #bbb'>■ {row.title}<span style='float:right;color:#777'>[{when}]</span></div>"
                for row, when in pairs
            )
        case _:
            body = "".join(
                f"<div style='padding:10px 0;border-bottom:1px solid #eee;overflow:hidden'>· {row.title}<span style='float:right;color:#999'>{when}</span></div>"
                for row, when in pairs
            )
    if look in ("mobile", "wechat", "reads"):
        top = (
            f"{bar(rng)}{nav(site, back='✕' if look == 'wechat' else '‹', dots='···' if look == 'wechat' else '☰')}"
            + (
                ""
                if look == "wechat"
                else f"<div style='background:{hue};color:#fff;padding:14px 18px;font-size:19px'>{site}</div>"
            )
        )
        rows_ = (
            body
            if look == "reads"
            else "".join(
                f"<div style='padding:14px 0;border-bottom:1px solid #eee'><div style='font-size:16px;line-height:1.5'>{row.title}</div><div style='color:#999;font-size:13px;margin-top:4px'>{when}</div></div>"
                for row, when in pairs
            )
        )
        return (
            f"<body style='margin:0;background:#fff;font-family:{SANS};color:#222'>{top}<div style='padding:10px 18px'><b style='color:{hue}'>{column}</b>{rows_}<div style='text-align:center;color:#888;padding:14px'>上一页　1/3　下一页</div></div></body>",
            390,
            600,
            1.75,
        )
    tabs = "".join(
        f"<span style='margin-right:34px'>{word}</span>"
        for word in ("首页", "通知公告", "招聘信息", "就业政策", "生涯指导", "创新创业", "联系我们")
    )
    side = f"<div style='width:190px;border:1px solid #ddd'><div style='background:{hue};color:#fff;padding:12px'>栏目导航</div><div style='padding:8px 14px;line-height:2.3'>通知公告<br>就业政策<br>双选会<br>下载中心</div></div>"
    return (
        f"<body style='margin:0;background:#fff;font:16px {Random(site).choice((SANS, SONG))};color:#333'>{window}<div style='background:{hue};color:#fff;padding:26px 60px;font:600 30px {SONG}'>{site}</div><div style='background:#f0f3f6;padding:12px 60px'>{tabs}</div><div style='display:flex;gap:26px;padding:22px 60px'>{side}<div style='flex:1'><div style='border-bottom:2px solid {hue};padding-bottom:8px;margin-bottom:8px'><b style='font-size:19px'>{column}</b><span style='float:right;color:#888;font-size:14px'>当前位置：首页 &gt; {column}</span></div>{body}<div style='text-align:center;color:#777;padding:16px'>共{len(rows) * 3}条　首页　上页　1 2 3　下页　尾页</div></div></div><div style='background:#39424d;color:#ccd;padding:16px;text-align:center;font-size:13px'>版权所有 {site}　技术支持：云研科技</div></body>",
        1240, 700, 1.2,
    )  # fmt: skip


def browser(url: str, title: str) -> str:
    """The head of a desktop browser."""
    return f"<div style='background:#dfe3e8;padding:8px 14px 0;font:13px {SANS};color:#333'><span style='background:#fff;padding:8px 18px;border-radius:8px 8px 0 0'>{title}　×</span></div><div style='background:#fff;padding:9px 16px;font:14px {SANS};border-bottom:1px solid #ddd'>←　→　⟳　<span style='background:#f1f3f4;border-radius:14px;padding:5px 16px'>{url}</span></div>"


def site_article(
    rng: Random, post: Post, site: str, *, source: str = "就业指导中心", body: Sequence[str] = BODY, look: str = "plain", when: str = "", window: str = "",
) -> Screen:  # fmt: skip
    """An article of a site: plain, author, mobile or wechat (opened inside WeChat)."""
    hue = Random(site).choice(("#0a4c9c", "#9c1c22", "#0b6b5c", "#24406e"))
    when = when or f"{post.day:%Y-%m-%d}"
    text = "".join(f"<p style='text-indent:2em;margin:0 0 12px'>{part}</p>" for part in (post.body, *body) if part)
    meta = {
        "plain": f"发布时间：{when}　　来源：{source}　　浏览次数：{rng.randint(40, 990)}次", "author": f"作者：　　编辑：王立　　审核：李明　　发布日期：{when}　　点击数：{rng.randint(40, 990)}",
        "mobile": f"{when}　阅读 {rng.randint(40, 990)}", "wechat": f"时间：{when}　来源：{source}",
    }[look]  # fmt: skip
    if look in ("mobile", "wechat"):
        return (
            f"<body style='margin:0;background:#fff;font:16px/1.8 {SANS};color:#222;height:844px;overflow:hidden'>{bar(rng)}{nav(site, back='✕' if look == 'wechat' else '‹')}<div style='padding:0 18px'><h2 style='font:600 20px/1.5 {SANS};text-align:center'>{post.title}</h2><div style='color:#999;font-size:13px;text-align:center;border-bottom:1px solid #eee;padding-bottom:10px;margin-bottom:14px'>{meta}</div>{text}</div></body>",
            390,
            844,
            1.75,
        )
    return (
        f"<body style='margin:0;background:#fff;font:16px/1.9 {Random(site).choice((SANS, SONG))};color:#333'>{window}<div style='background:{hue};color:#fff;padding:22px 60px;font:600 30px {SONG}'>{site}</div><div style='padding:14px 120px'><div style='color:#888;font-size:14px'>当前位置：首页 / 通知公告 / 正文</div><h1 style='font:700 25px/1.5 {SONG};text-align:center;margin:18px 0 8px'>{post.title}</h1><div style='text-align:center;color:#888;font-size:14px;border-bottom:1px solid #ddd;padding-bottom:10px;margin-bottom:16px'>{meta}</div>{text}<div style='border-top:1px dashed #ccc;padding-top:10px;color:#666;font-size:14px'>上一条：关于值班安排的说明<br>下一条：没有了</div></div></body>",
        1240, 760, 1.2,
    )  # fmt: skip


def look(press: Press, screen: Screen) -> Image.Image:
    html, width, height, scale = screen
    return press.picture(html, width, height, scale, whole=True)


def put(press: Press, path: Path, screen: Screen) -> None:
    """The screen as a PNG or JPG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    look(press, screen).save(path, quality=88)


SHOT_NAMES = (
    "Screenshot_2025010{0}_0912.png",
    "微信图片_2025011{0}.jpg",
    "截图{0}.png",
    "{0}.png",
    "IMG_07{0}3.PNG",
    "mmexport17350{0}.jpg",
)


def names(rng: Random, count: int) -> list[str]:
    pattern = rng.choice(SHOT_NAMES)
    return [pattern.format(at).replace(".PNG", ".png") for at in range(1, count + 1)]
