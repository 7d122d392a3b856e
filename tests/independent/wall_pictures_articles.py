# ruff: noqa: E501
"""WeChat's own views, drawn: articles, second screens, lists of accounts, the backend, service cards, searches, videos."""

from __future__ import annotations

from collections.abc import Sequence

from tests.independent.wall_pictures_kit import PHONE, Draw, cover, nav, page, phone, top

ACCOUNT = "威海职业学院就业创业服务中心"
TITLES = (
    "威海市高校毕业生生活补贴线上申领步骤",
    "环翠区发布青年见习岗位目录",
    "文登区对毕业生创业给予场地租金补贴",
    "威海人社局解读社会保险补贴新办法",
    "荣成市海洋装备企业招聘岗位公布",
    "留威毕业生购房补贴哪些人能领",
    "乳山市人才公寓开放申请，毕业生可住",
    "来威求职可免费入住青年驿站",
    "威海临港区制造业企业急招毕业生",
    "威海市创业担保贷款申请条件问答",
    "荣成市一次性创业补贴这样办",
    "威海市就业服务平台注册方法",
    "威海经济技术开发区就业见习单位名单",
    "文登区技能岗位招聘，毕业生优先",
    "威海市人社局公布求职补贴发放时间",
    "乳山市小微企业吸纳毕业生就业有奖补",
    "环翠区社区岗位招募应届毕业生",
    "威海市灵活就业毕业生社保补贴指南",
)
DAYS = (
    *("11月21日", "11月6日", "10月24日", "10月9日", "9月26日", "9月11日", "8月28日", "8月7日", "7月18日"),
    *("6月27日", "6月13日", "5月30日", "5月9日", "4月25日", "4月11日", "3月28日", "3月7日", "1月18日"),
)
PARTS = (
    "毕业两年内的高校毕业生在我市企业就业并缴纳社会保险满六个月，可以按学历申请生活补贴。",
    "申请人登录平台填写资料，上传劳动合同，由区市人社部门在十个工作日内审核。",
    "补贴按季度打入本人社会保障卡，最长不超过三年，离职后停发。",
    "租房的毕业生可另外申请租房补贴，两项补贴不冲突，材料可以一次提交。",
    "有疑问的同学可以到就业创业服务中心窗口询问，也可以拨打服务热线。",
)


def body(parts: Sequence[str], big: int = 17) -> str:
    return "".join(
        f"<p style='font-size:{big}px;line-height:1.75;margin:14px 0;text-align:justify'>{part}</p>" for part in parts
    )


def article(
    title: str,
    account: str = ACCOUNT,
    when: str = "2024年5月16日 17:30",
    place: str = "山东",
    *,
    own: bool = False,
    source: str = "",
    system: str = "ios",
    dark: bool = False,
    big: int = 17,
    parts: Sequence[str] = PARTS,
) -> Draw:
    """The first screen of an article."""
    ink, ground, link = ("#b9b9b9", "#191919", "#7d90a9") if dark else ("#1c1c1c", "#fff", "#576b95")
    badge = "<span style='background:#8882;padding:1px 5px;margin-right:8px;font-size:13px'>原创</span>" if own else ""
    card = (
        f"<div style='background:#8881;padding:12px;margin:14px 0;font-size:14px;border-radius:6px'>以下文章来源于{source} ，作者编辑部<br><b>{source}.</b></div>"
        if source
        else ""
    )
    whole = f"{nav('', '⊙　···', '✕')}<div style='padding:14px 18px'><h1 style='font-size:{big + 5}px;line-height:1.4;margin-bottom:14px'>{title}</h1><p style='font-size:{big - 2}px;color:#9a9a9a;line-height:1.7'>{badge}<span style='color:{link}'>{account}</span>　{when}　{place}　<span style='color:{link}'>听全文</span></p>{card}{cover(title, 354, 150)}{body(parts, big)}</div>"
    return phone(whole, system, "17:52", ground=ground, ink=ink)


def second(system: str = "ios", foot: bool = True, dark: bool = False, parts: Sequence[str] = PARTS[1:]) -> Draw:
    """A later screen of a long article: nothing but text, and perhaps its end."""
    ink, ground = ("#b9b9b9", "#191919") if dark else ("#1c1c1c", "#fff")
    end = (
        "<p style='font-size:14px;color:#9a9a9a;margin:26px 0 18px'>阅读 1326　　　　划线</p><div style='display:flex;justify-content:space-around;font-size:15px;border-top:1px solid #8883;padding:16px 0'><span>✩ 收藏</span><span>↗ 分享 18</span><span>♡ 推荐 9</span><span>♧ 赞 31</span></div><p style='background:#8881;padding:11px;font-size:15px;color:#9a9a9a'>写留言</p>"
        if foot
        else ""
    )
    return phone(
        f"{nav(ACCOUNT, '···', '✕')}<div style='padding:4px 18px'><h3 style='font-size:18px;border-left:4px solid #d4380d;padding-left:9px;margin:10px 0'>二、就业创业政策怎么申请</h3>{body(parts)}<p style='font-size:14px;color:#888'>供稿：就业办　编辑：林小舟</p>{end}</div>",
        system,
        "17:53",
        ground=ground,
        ink=ink,
    )


def profile(rows: Sequence[tuple[str, str]], account: str = ACCOUNT, head: bool = True, dark: bool = False) -> Draw:
    """The home of an account: cards of a title, readers and a day."""
    ink, ground = ("#cfcfcf", "#111") if dark else ("#191919", "#fff")
    face = (
        f"<div style='padding:8px 18px 14px;display:flex;gap:14px;align-items:center'>{cover(account, 60, 60, 'border-radius:50%')}<div><b style='font-size:20px'>{account}</b><p style='font-size:13px;color:#8a8a8a;margin-top:4px'>{len(TITLES) * 12}篇原创内容　3位朋友关注</p></div></div><div style='display:flex;gap:12px;padding:0 18px 14px;font-size:15px;text-align:center'><span style='flex:1;background:#07c160;color:#fff;padding:8px;border-radius:5px'>已关注</span><span style='flex:1;background:#8882;padding:8px;border-radius:5px'>发消息</span></div><div style='padding:6px 18px 10px;font-size:16px;border-bottom:1px solid #8883'><b>消息</b>　　视频号　　服务</div>"
        if head
        else ""
    )
    cards = "".join(
        f"<div style='display:flex;gap:12px;padding:14px 18px;border-bottom:1px solid #8882'><div style='flex:1'><p style='font-size:17px;line-height:1.4'>{title}</p><p style='font-size:13px;color:#999;margin-top:8px'>{day}　阅读 {217 + 83 * at}　赞 {at + 3}</p></div>{cover(title, 92, 62)}</div>"
        for at, (title, day) in enumerate(rows)
    )
    return phone(nav("" if head else account, "⌕　···") + face + cards, "ios", "09:08", ground=ground, ink=ink)


def backend(rows: Sequence[tuple[str, str]], account: str = ACCOUNT) -> Draw:
    """The record of what was published, on a computer."""
    menu = "".join(
        f"<p style='padding:11px 26px;font-size:14px'>{name}</p>"
        for name in (
            "首页",
            "内容管理",
            "　草稿箱",
            "　<b style='color:#07c160'>发表记录</b>",
            "　原创",
            "互动管理",
            "数据分析",
            "收入变现",
            "设置与开发",
        )
    )
    cards = "".join(
        f"<div style='display:flex;gap:16px;padding:13px 8px;border-bottom:1px solid #eee'><span style='width:150px;font-size:13px;color:#888'>{day}<br>已发表</span>{cover(title, 76, 46)}<div><p style='font-size:15px'>{title}</p><p style='font-size:12px;color:#9a9a9a;margin-top:6px'>◎ {420 + 37 * at}　♧ {6 + at}　↗ {12 + at}　♡ {2 + at}　▤ {at % 3}　￥ 0.00</p></div></div>"
        for at, (title, day) in enumerate(rows)
    )
    return page(
        f"<div style='display:flex;justify-content:space-between;padding:12px 30px;border-bottom:1px solid #eee'><b>公众号</b><span style='font-size:14px'>{account}　▾</span></div><div style='display:flex'><div style='width:190px;border-right:1px solid #eee;padding-top:10px;height:1000px'>{menu}</div><div style='flex:1;padding:16px 28px'><h2 style='font-size:20px;margin-bottom:8px'>发表记录</h2><p style='font-size:14px;color:#888;padding-bottom:8px'>全部　已通知　未通知　　　搜索标题</p>{cards}</div></div>",
        (1366, 1000),
    )


def cards(days: Sequence[tuple[str, str]], account: str, dark: bool = False) -> Draw:
    """A service account's conversation: a day, then a card."""
    ink, ground, paper = ("#ccc", "#111", "#232323") if dark else ("#191919", "#ededed", "#fff")
    rows = "".join(
        f"<p style='text-align:center;font-size:13px;color:#999;margin:16px 0 10px'>{day}</p><div style='margin:0 16px;background:{paper};border-radius:8px;overflow:hidden'>{cover(title, 330, 112, 'border-radius:0')}<p style='padding:11px 14px;font-size:17px;line-height:1.4'>{title}</p></div>"
        for day, title in days
    )
    return phone(
        nav(account, "◯")
        + rows
        + f"<div style='position:fixed;bottom:0;left:0;right:0;background:{paper};display:flex;justify-content:space-around;padding:13px;font-size:15px'><span>⌨</span><span>≡ 校园招聘</span><span>≡ 政策</span><span>≡ 我的</span></div>",
        "android",
        "20:17",
        ground=ground,
        ink=ink,
    )


def found(rows: Sequence[tuple[str, str, str]]) -> Draw:
    """The results of a search within WeChat."""
    each = "".join(
        f"<div style='padding:14px 16px;border-bottom:8px solid #f3f3f3'><p style='font-size:17px;line-height:1.4'>{title}</p><p style='font-size:14px;color:#777;margin:6px 0'>{PARTS[at % 5][:31]}…</p><p style='font-size:13px;color:#999'>{account}　{day}</p></div>"
        for at, (title, account, day) in enumerate(rows)
    )
    return phone(
        f"<div style='padding:8px 14px;display:flex;gap:10px;align-items:center;font-size:16px'>‹<span style='flex:1;background:#f1f1f1;border-radius:6px;padding:8px 12px'>⌕ 威海职业学院 就业</span>取消</div><div style='padding:8px 16px;font-size:15px;color:#777'>全部　<b style='color:#07c160'>文章</b>　视频　账号　小程序　　筛选 ▾</div>{each}",
        "harmony",
        "11:30",
    )


def video() -> Draw:
    """A video of a channel: words over a moving picture."""
    wide, high = PHONE["ios"]
    return page(
        f"<div style='background:linear-gradient(#23415e,#6b5a44);height:{high}px;color:#fff'>{top('ios', '21:05', '#fff')}{nav('推荐', '⌕', '‹')}<p style='margin-top:130px;text-align:center;font-size:31px;font-weight:bold;line-height:1.5;text-shadow:0 0 6px #000'>留威就业补贴<br>一分钟讲清楚</p><div style='position:fixed;bottom:96px;left:16px;right:70px'><b style='font-size:16px'>威海职业学院　<span style='border:1px solid;padding:1px 8px;font-size:12px'>关注</span></b><p style='font-size:15px;line-height:1.5;margin-top:8px'>#毕业生 #就业创业 政策宣传第3期：威海市高校毕业生补贴政策 2024年6月11日</p></div><div style='position:fixed;bottom:30px;left:0;right:0;display:flex;justify-content:space-around;font-size:15px'><span>↗ 52</span><span>♡ 推荐 33</span><span>♧ 208</span><span>▤ 11</span></div></div>",
        (wide, high),
        3,
    )


def notice(words: str) -> Draw:
    """A page that has been taken away."""
    return phone(
        f"{nav('', '', '✕')}<div style='text-align:center;padding-top:120px'><p style='font-size:70px;color:#f0a020'>!</p><p style='font-size:18px;margin-top:20px'>{words}</p></div>",
        "ios",
        "08:44",
    )


def pictures() -> Draw:
    """A post of pictures with a few words below."""
    return phone(
        f"<div style='background:#2d5f9a;color:#fff;height:470px;padding:70px 30px;text-align:center'><p style='font-size:34px;font-weight:bold;line-height:1.5'>毕业生<br>补贴清单</p><p style='margin-top:40px;font-size:18px'>生活补贴 · 租房补贴 · 创业补贴</p><p style='margin-top:130px;font-size:13px'>1/6</p></div><div style='padding:14px 18px'><p style='font-size:14px;display:flex;gap:8px;align-items:center'>{cover('a', 30, 30, 'border-radius:50%')}{ACCOUNT}　<span style='color:#07c160'>关注</span></p><h2 style='font-size:19px;margin:12px 0 8px'>威海市毕业生能领的六项补贴</h2><p style='font-size:16px;line-height:1.6'>六张图看完，转给今年毕业的同学。</p><p style='font-size:13px;color:#999;margin-top:10px'>2024年7月4日 10:02　山东</p></div>",
        "ios",
        "10:40",
        ink="#222",
    )


def listing(first: int, last: int, year: str = "") -> list[tuple[str, str]]:
    return [(TITLES[at], year + DAYS[at]) for at in range(first, last)]
