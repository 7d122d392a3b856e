# ruff: noqa: E501
"""3.1 and 3.2 on screens of today: WeChat of 2025 on phones and computers, its backend, sites in new designs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from PIL import Image

from tests.independent.case import Case
from tests.independent.late_pictures_kit import Post, cover, harmony_bar, ios_bar, screen
from tests.independent.press import Press

TITLES: tuple[str, ...] = (
    "威海市高校毕业生租房补贴开始受理，看看你能领多少",
    "环翠区 2024 年第二批就业见习岗位发布",
    "荣成市引进优秀青年人才公告（含岗位表）",
    "文登区重点企业招聘专场：机械、电气、化工类岗位",
    "乳山市事业单位公开招聘报名须知",
    "威海市灵活就业社会保险补贴怎么申请？一文说清",
    "威海高新区百家企业空中宣讲周安排",
    "在威海创业：担保贷款最高额度提高了",
    "威海市人才公寓申请流程图解",
    "威海临港区智能制造企业用工需求清单",
    "来威就业先看这篇：落户、购房、生活补贴",
    "威海经开区就业服务专员走进校园答疑",
    "2024 年威海市“三支一扶”招募公告",
    "威海南海新区校企对接会回顾",
    "威海市青年见习补贴标准调整",
    "威海市技能培训补贴目录更新",
    "威海市退役大学生士兵专项岗位公告",
    "威海市公益性岗位招聘简章",
)
DAYS = (
    "12月18日",
    "12月3日",
    "11月20日",
    "11月6日",
    "10月23日",
    "10月9日",
    "9月25日",
    "9月11日",
    "6月26日",
    "6月12日",
    "5月29日",
    "5月15日",
    "4月24日",
    "4月10日",
    "3月27日",
    "3月13日",
    "3月6日",
    "2月28日",
)
BODY = (
    "为帮助应届毕业生尽快落实工作，威海市人力资源和社会保障部门推出一批便民措施，现将办理要点整理如下。",
    "毕业两年内在威海初次就业或自主创业、签订一年以上劳动合同并缴纳社会保险的，可按月申领补贴，线上线下均可办理。",
    "办理时请带好身份证、毕业证和劳动合同，工作人员将在五个工作日内完成审核，补贴发放至本人社会保障卡。",
)


def _posts(many: int, year: int = 2024, start: int = 0) -> list[Post]:
    return [(TITLES[at], f"{year}年{DAYS[at]}") for at in range(start, start + many)]


def _dashed(day: str) -> str:
    year, rest = day.split("年")
    month, date = rest[:-1].split("月")
    return f"{year}-{int(month):02}-{int(date):02}"


# --- WeChat -----------------------------------------------------------------------------------------


def _article(
    press: Press,
    account: str,
    day: str,
    bar: str,
    size: tuple[int, int],
    ink: str = "#111",
    ground: str = "#fff",
    scale: float = 3,
) -> Image.Image:
    paragraphs = "".join(
        f"<p style='font-size:17px;line-height:1.75;margin:14px 0;text-align:justify'>{text}</p>" for text in BODY
    )
    body = f"{bar}<div style='padding:6px 18px;color:{ink};font-size:22px;display:flex;justify-content:space-between'><span>✕</span><span>···</span></div><div style='padding:10px 20px;color:{ink}'><h1 style='font-size:22px;font-weight:500;line-height:1.4'>{TITLES[0]}</h1><div style='font-size:15px;color:#8a8a8a;margin:12px 0'>就业服务 <span style='color:#576b95'>{account}</span> {day} 16:42 山东 听全文</div>{paragraphs}</div><div style='position:fixed;bottom:0;width:100%;padding:12px 20px 26px;background:{ground};color:{ink};border-top:1px solid #8884;display:flex;gap:22px;font-size:14px'><b>{account}</b><span>赞 18</span><span>分享 9</span><span>推荐 6</span><span>留言 2</span></div>"
    return screen(press, body, size, scale, ground=ground)


def _reader(out: Path, press: Press) -> None:
    """An article in its own window of the client of 2025 on a computer."""
    text = "".join(f"<p style='margin:12px 0;line-height:1.8;font-size:15px'>{each}</p>" for each in BODY)
    bar = "<div style='height:44px;background:#f2f2f2;display:flex;align-items:center;gap:16px;padding:0 14px;font-size:12px'><span>‹</span><span>›</span><span>⟳</span><span style='flex:1;text-align:center'>微信</span><span>⌕</span><span>—</span><span>□</span><span>✕</span></div>"
    body = f"{bar}<div style='width:640px;margin:24px auto'><h1 style='font-size:22px;font-weight:500'>{TITLES[1]}</h1><div style='color:#888;font-size:14px;margin:12px 0'>原创 招就处 <span style='color:#576b95'>威海职业学院就业</span> 2024年10月16日 09:20 山东</div>{text}<div style='color:#888;font-size:14px;margin-top:30px'>阅读 816 &nbsp; 赞 12 &nbsp; 在看 4 &nbsp; 写留言</div></div>"
    screen(press, body, (980, 760), 1.5).save(out / "推送.png")


def _harmony(out: Path, press: Press) -> None:
    _article(press, "威海职业学院就业创业", "2024年9月5日", harmony_bar("16:51"), (380, 844)).save(out / "截图.png")


def _fold(out: Path, press: Press) -> None:
    _article(
        press, "哈工大威海就业", "2024年11月12日", harmony_bar("22:10", "#ddd"), (800, 890), "#ddd", "#111", 2.6
    ).save(out / "IMG_2210.png")


def _neighbour(out: Path, press: Press) -> None:
    _article(press, "山东药品食品职业学院就业", "2024年9月5日", ios_bar("9:12"), (393, 852)).save(out / "微信推送.png")


def _profile(press: Press, account: str, posts: list[Post], rng: Random) -> Image.Image:
    rows = "".join(
        f"<div style='display:flex;gap:14px;padding:16px 18px;border-top:1px solid #eee'><div style='flex:1'><div style='font-size:17px;line-height:1.4'>{title}</div><div style='color:#999;font-size:13px;margin-top:8px'>{day} &nbsp; 阅读 {rng.randrange(200, 900)} &nbsp; 赞 {rng.randrange(2, 40)}</div></div>{cover(rng, 76, 76)}</div>"
        for title, day in posts
    )
    head = f"<div style='background:#3a6ea5;color:#fff'>{ios_bar('20:26', '#fff')}<div style='padding:20px 18px'><div style='font-size:21px'>{account}</div><div style='font-size:13px;opacity:.8;margin:6px 0'>86篇原创内容 &nbsp; 威海</div><span style='background:#fff3;padding:4px 18px;border-radius:6px;font-size:14px'>已关注</span> <span style='background:#fff3;padding:4px 18px;border-radius:6px;font-size:14px'>发消息</span></div></div><div style='display:flex;gap:26px;padding:12px 18px;font-size:16px'><b>文章</b><span>贴图</span><span>视频</span><span>服务</span></div>"
    return screen(press, head + rows, (393, 300 + 132 * len(posts)), 3)


def _profile_8(out: Path, press: Press) -> None:
    _profile(press, "山大威海就业", _posts(8), Random("profile8")).save(out / "公众号主页.png")


def _profile_2023(out: Path, press: Press) -> None:
    _profile(press, "山东大学威海就业", _posts(6, 2023), Random("profile23")).save(out / "公众号主页.png")


def _months(out: Path, press: Press) -> None:
    """The articles of an account, each under its day in large figures with the month beside it."""
    groups = "".join(
        f"<div style='padding:16px 18px 4px;color:#888;font-size:14px'>{day}</div><div style='margin:6px 14px;background:#fff;border-radius:10px;padding:14px;display:flex;gap:12px'><div style='flex:1;font-size:17px;line-height:1.45'>{title}<div style='font-size:13px;color:#999;margin-top:8px'>阅读 {300 + 17 * at}</div></div>{cover(Random(at), 70, 70)}</div>"
        for at, (title, day) in enumerate(_posts(6, start=2))
    )
    body = f"{harmony_bar('8:05')}<div style='text-align:center;font-size:17px;padding:8px'>威海海洋职业学院就业</div><div style='text-align:center;font-size:13px;color:#888'>全部消息</div>{groups}"
    screen(press, body, (390, 1010), 3, ground="#f1f1f1").save(out / "消息列表.png")


def _album(out: Path, press: Press) -> None:
    """An album of articles with its numbers."""
    rows = "".join(
        f"<div style='display:flex;gap:14px;padding:15px 18px;border-top:1px solid #eee'><b style='color:#aaa;width:20px'>{7 - at}</b><div style='flex:1;font-size:17px;line-height:1.4'>{title}<div style='font-size:13px;color:#999;margin-top:6px'>{day} &nbsp; 阅读 {500 + 31 * at}</div></div></div>"
        for at, (title, day) in enumerate(_posts(7, start=4))
    )
    body = f"{ios_bar('18:40')}<div style='padding:14px 18px'><div style='font-size:24px;font-weight:600'># 威海就业直通车</div><div style='color:#888;font-size:14px;margin:8px 0'>山东交通学院威海校区就业 · 7篇内容</div><span style='color:#07c160'>＋订阅合集</span> &nbsp; <span>倒序</span></div>{rows}"
    screen(press, body, (393, 860), 3).save(out / "合集.png")


def _statistics(out: Path, press: Press) -> None:
    """The backend's table of readers: a row a post."""
    rows = "".join(
        f"<tr><td style='text-align:left;padding:11px'>{title}</td><td>{_dashed(day)}</td><td>{1200 - 41 * at}</td><td>{80 - 3 * at}</td><td>{30 - at}</td><td style='color:#576b95'>详情</td></tr>"
        for at, (title, day) in enumerate(_posts(17))
    )
    menu = "".join(
        f"<div style='padding:11px 22px'>{name}</div>"
        for name in ("首页", "内容管理", "互动管理", "数据分析", "内容分析", "用户分析", "菜单分析", "设置与开发")
    )
    body = f"<div style='background:#dee1e6;padding:8px 14px;font-size:13px'>公众号 ✕ &nbsp; ＋</div><div style='padding:7px 14px;font-size:13px;border-bottom:1px solid #ddd'>← → ⟳ &nbsp; https://mp.weixin.qq.com/misc/appmsganalysis?action=all</div><div style='display:flex'><div style='width:160px;background:#f8f8f8;font-size:14px;padding-top:14px'>{menu}</div><div style='flex:1;padding:18px'><h2 style='font-size:19px'>内容分析 <span style='float:right;font-size:14px;font-weight:400'>威海职业学院就业创业</span></h2><div style='color:#666;font-size:13px;margin:10px 0'>单篇群发 2024-01-01 至 2024-12-31</div><table style='width:100%;border-collapse:collapse;font-size:14px;text-align:center'><tr style='background:#f6f8f9;color:#666'><td style='padding:11px;text-align:left'>内容标题</td><td>发表时间</td><td>阅读人数</td><td>分享人数</td><td>跳转原文</td><td>操作</td></tr>{rows}</table></div></div>"
    screen(press, body, (1366, 1010), 1.25).save(out / "后台.png")


# --- sites ------------------------------------------------------------------------------------------


def _edge(out: Path, press: Press) -> None:
    """An article of a site in a browser whose tabs stand at the left."""
    tabs = "".join(
        f"<div style='padding:9px 12px;{'background:#fff' if at == 1 else ''}'>{name}</div>"
        for at, name in enumerate(("学校主页", "就业信息网", "邮箱登录", "教务系统", "课程平台"))
    )
    text = "".join(f"<p style='text-indent:2em;margin:12px 0;line-height:2;font-size:15px'>{each}</p>" for each in BODY)
    body = f"<div style='display:flex'><div style='width:190px;background:#e9edf2;font-size:12px;height:800px;padding-top:48px'>{tabs}</div><div style='flex:1'><div style='padding:9px 14px;background:#f7f7f7;font-size:13px'>← ⟳ 🔒 jy.weihaicollege.example/news/detail/3381.html ☆</div><div style='background:#0b5394;color:#fff;padding:20px 40px;font-size:24px'>威海职业学院就业信息网</div><div style='padding:10px 40px;font-size:13px;color:#666'>首页 / 就业政策 / 详情</div><div style='padding:0 60px'><h1 style='text-align:center;font-size:23px'>{TITLES[5]}</h1><div style='text-align:center;color:#888;font-size:13px;margin:12px'>发布时间：2024-10-09 &nbsp; 来源：招生就业处 &nbsp; 浏览：263</div>{text}</div></div></div>"
    screen(press, body, (1280, 800), 1.5).save(out / "网站.png")


def _cards(out: Path, press: Press) -> None:
    """A site of cards, three in a row, each with its day in a corner of the picture."""
    cards = "".join(
        f"<div style='width:31%;background:#fff;border-radius:8px;overflow:hidden'>{cover(Random(at), 360, 110)}<div style='padding:14px'><div style='font-size:16px;line-height:1.45;height:48px'>{title}</div><div style='color:#999;font-size:13px;margin-top:10px'>{_dashed(day)}</div></div></div>"
        for at, (title, day) in enumerate(_posts(9))
    )
    body = f"<div style='background:#fff;padding:18px 60px;display:flex;gap:34px;align-items:center'><b style='font-size:22px;color:#13479b'>哈尔滨工业大学（威海）就业网</b><span>首页</span><span>政策</span><span>招聘</span><span>生涯</span></div><div style='padding:18px 60px;color:#777;font-size:14px'>当前位置：首页 > 就业政策</div><div style='display:flex;flex-wrap:wrap;gap:26px;padding:0 60px'>{cards}</div><div style='padding:30px;text-align:center;color:#999;font-size:13px'>共9条 &nbsp; 上一页 &nbsp; 1 &nbsp; 下一页</div>"
    screen(press, body, (1280, 960), 1.5, ground="#f3f5f8").save(out / "网站列表.png")


def _axis(out: Path, press: Press) -> None:
    """A list on an axis: the day in a circle at the left, the year under it."""
    rows = "".join(
        f"<div style='display:flex;gap:26px;padding:14px 0;border-left:2px solid #c9d6ea;margin-left:90px;padding-left:24px;position:relative'><div style='position:absolute;left:-100px;width:86px;text-align:right'><b style='font-size:19px;color:#1558a8'>{_dashed(day)[5:]}</b><div style='font-size:13px;color:#999'>2024</div></div><div><div style='font-size:18px'>{title}</div><div style='font-size:14px;color:#888;margin-top:6px'>{BODY[at % 3][:36]}…</div></div></div>"
        for at, (title, day) in enumerate(_posts(7, start=6))
    )
    body = f"<div style='background:#1558a8;color:#fff;font-size:26px;padding:22px 60px'>山东大学（威海）学生就业网</div><div style='padding:20px 60px'><div style='color:#777;font-size:14px;margin-bottom:16px'>您现在的位置：首页 >> 通知公告</div>{rows}</div><div style='background:#eee;text-align:center;padding:16px;font-size:13px;color:#777'>版权所有 © 山东大学（威海） 学生就业指导中心</div>"
    screen(press, body, (1180, 900), 1.5).save(out / "列表.png")


def _safari(out: Path, press: Press) -> None:
    """A list on a phone whose browser shows the address at the foot."""
    rows = "".join(
        f"<div style='padding:15px 18px;border-bottom:1px solid #eee'><div style='font-size:17px;line-height:1.4'>{title}</div><div style='font-size:13px;color:#999;margin-top:7px'>{_dashed(day)} &nbsp; 浏览 {90 + 7 * at} 次</div></div>"
        for at, (title, day) in enumerate(_posts(6, start=3))
    )
    foot = "<div style='position:fixed;bottom:0;width:100%;background:#f3f3f6;padding:10px 14px 34px;text-align:center;font-size:16px'><div style='background:#fff;border-radius:12px;padding:11px'>job.whmarine.example</div></div>"
    body = f"{ios_bar('14:33')}<div style='background:#a3161b;color:#fff;padding:14px 18px;font-size:19px'>威海海洋职业学院就业网</div><div style='padding:12px 18px;color:#888;font-size:14px'>首页 > 就业动态</div>{rows}{foot}"
    screen(press, body, (393, 852), 3).save(out / "手机网站.png")


def _old_site(out: Path, press: Press) -> None:
    rows = "".join(
        f"<div style='display:flex;justify-content:space-between;padding:12px 6px;border-bottom:1px dotted #bbb;font-size:16px'><span>▪ {title}</span><span style='color:#888'>[{_dashed(day)}]</span></div>"
        for title, day in _posts(8, 2023)
    )
    body = f"<div style='background:#7b1113;color:#fff;font-size:24px;padding:20px 50px'>山东外事职业大学就业信息网</div><div style='padding:18px 50px'><div style='color:#777;font-size:14px'>当前位置：首页 > 就业政策</div>{rows}</div>"
    screen(press, body, (1200, 640), 1.5).save(out / "网站.png")


def cases() -> Iterator[Case]:
    """The cases of 3.1 and 3.2."""
    some, all_, none = (25, 25, 25), (30, 30, 30), (0, 0, 0)
    wx, web = "3.1", "3.2"
    yield Case("lq-wx-reader", wx, _reader, {wx: some}, facts={wx: {"posts": 1}}, note="电脑端独立窗口的一篇文章")
    yield Case("lq-wx-harmony", wx, _harmony, {wx: some}, facts={wx: {"posts": 1}}, note="打孔屏手机上的一篇文章")
    yield Case(
        "lq-wx-fold",
        wx,
        _fold,
        {wx: some},
        facts={wx: {"posts": 1}},
        school="哈尔滨工业大学（威海）",
        note="折叠屏展开、深色模式的一篇文章",
    )
    yield Case(
        "lq-wx-neighbour", wx, _neighbour, {wx: none}, want_flags=((wx, "school-mismatch"),), note="别校公众号的文章"
    )
    yield Case(
        "lq-wx-profile-8",
        wx,
        _profile_8,
        {wx: some},
        facts={wx: {"posts": 8}},
        school="山东大学（威海）",
        note="新版公众号主页，8篇",
    )
    yield Case(
        "lq-wx-profile-2023",
        wx,
        _profile_2023,
        {wx: none},
        want_flags=((wx, "date-outside-period"),),
        school="山东大学（威海）",
        note="都是2023年的",
    )
    yield Case(
        "lq-wx-months",
        wx,
        _months,
        {wx: some},
        facts={wx: {"posts": 6}},
        school="威海海洋职业学院",
        note="日期在卡片上面，6篇",
    )
    yield Case(
        "lq-wx-album-7",
        wx,
        _album,
        {wx: some},
        facts={wx: {"posts": 7}},
        school="山东交通学院（威海）",
        note="合集，7篇",
    )
    yield Case(
        "lq-wx-statistics", wx, _statistics, {wx: all_}, facts={wx: {"posts": 17}}, note="后台内容分析，17篇 >15"
    )
    yield Case("lq-web-edge", web, _edge, {web: some}, facts={web: {"posts": 1}}, note="标签栏在左边的浏览器，一篇文章")
    yield Case(
        "lq-web-cards-9",
        web,
        _cards,
        {web: some},
        facts={web: {"posts": 9}},
        school="哈尔滨工业大学（威海）",
        note="三列卡片，9篇",
    )
    yield Case(
        "lq-web-axis-7",
        web,
        _axis,
        {web: some},
        facts={web: {"posts": 7}},
        school="山东大学（威海）",
        note="时间轴，7篇",
    )
    yield Case(
        "lq-web-safari-6",
        web,
        _safari,
        {web: some},
        facts={web: {"posts": 6}},
        school="威海海洋职业学院",
        note="地址栏在下面的手机浏览器，6篇",
    )
    yield Case(
        "lq-web-2023",
        web,
        _old_site,
        {web: none},
        want_flags=((web, "date-outside-period"),),
        school="山东外事职业大学",
        note="都是2023年的",
    )
