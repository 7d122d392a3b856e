# ruff: noqa: E501
"""Screens that are neither account nor site: chats, notes, mini programs, poster apps, albums, portals, meetings, mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from PIL import Image

from tests.independent import late_pictures_kit as pic
from tests.independent.anew_pictures_kit import BODY, Make, chat, desk, files, phone, poster
from tests.independent.anew_pictures_wechat import Article, after, first
from tests.independent.case import Case, Points
from tests.independent.press import Press

Draw = Callable[[Press], Image.Image]
ZERO: Points = (0, 0, 0)
MOST = {"1.3": 10, "3.1": 25, "3.3": 20, "3.4": 20, "4.4": 5, "4.5": 8, "4.7": 8, "4.8": 8}


def open_only(
    name: str,
    cell: str,
    make: Make,
    note: str,
    never: Sequence[str] = ("1.8", "3.3", "3.4"),
    more: Mapping[str, Points] | None = None,
) -> Case:
    """A screen that proposes nothing in its folder's cell nor in others; it may be open there or not."""
    cells = {cell: (0, 0, MOST[cell]), **{each: ZERO for each in never if each != cell}, **(more or {})}
    alt = {each: [ZERO, (0, 0, MOST[each])] for each in cells if each in MOST and cells[each][1] == 0}
    return Case(name, cell, make, cells, alt=alt, note=note)  # type: ignore[arg-type]


def memo(lines: Sequence[str], title: str, **how: object) -> Draw:
    """A private note on a phone."""
    words = "".join(f"<p style='font-size:17px;line-height:1.9'>{line}</p>" for line in lines)
    ink = "#e0a800"
    return phone(
        f"<div style='display:flex;justify-content:space-between;padding:8px 16px;color:{ink};font-size:17px'><span>‹ 备忘录</span><span>⇪ &nbsp; ⋯ &nbsp; 完成</span></div><div style='padding:4px 22px'><p style='text-align:center;color:#999;font-size:13px'>2024年5月16日 21:08</p><h1 style='font-size:26px;margin:12px 0'>{title}</h1>{words}</div><div style='position:fixed;bottom:34px;left:0;right:0;display:flex;justify-content:space-around;color:{ink};font-size:21px'><span>☑</span><span>📷</span><span>✎</span></div>",
        **how,
    )  # type: ignore[arg-type]


def mini(title: str, body: str, tabs: Sequence[str], colour: str = "#1677ff", **how: object) -> Draw:
    """A mini program: a capsule at the right, tabs below."""
    capsule = "<span style='border:1px solid #fff8;border-radius:16px;padding:3px 12px'>··· | ◉</span>"
    foot = "".join(f"<span style='color:{colour if at == 0 else '#777'}'>{tab}</span>" for at, tab in enumerate(tabs))
    return phone(
        f"<div style='background:{colour};color:#fff;padding:10px 14px;display:flex;justify-content:space-between;font-size:17px'><span>⌂</span><b>{title}</b>{capsule}</div>{body}<div style='position:fixed;bottom:0;left:0;right:0;background:#fff;border-top:1px solid #eee;display:flex;justify-content:space-around;padding:12px 0 30px;font-size:13px'>{foot}</div>",
        ground="#f4f5f7",
        **how,
    )  # type: ignore[arg-type]


def editor(press: Press, sheet: Image.Image, *, computer: bool) -> Image.Image:
    """A poster open in an app that makes posters."""
    if computer:
        left = "".join(
            f"<p style='padding:14px 10px;text-align:center;font-size:13px'>{word}</p>"
            for word in ("模板", "素材", "文字", "照片", "背景", "工具", "上传")
        )
        page = f"<div style='background:#fff;border-bottom:1px solid #ddd;padding:12px 20px;display:flex;justify-content:space-between;font-size:14px'><span>☰ 文件 &nbsp; ↶ ↷ &nbsp; 已保存</span><span>就业政策海报-未命名</span><span>分享 &nbsp; <b style='background:#2254f4;color:#fff;border-radius:4px;padding:6px 16px'>下载</b></span></div><div style='width:70px;background:#fff;height:860px'>{left}</div><p style='position:fixed;right:20px;bottom:16px;font-size:13px;color:#666'>－ 48% ＋ &nbsp; 图层</p>"
        screen, wide, at = pic.screen(press, page, (1440, 900), 1, ground="#eceef1"), 520, (480, 100)
    else:
        page = "<div style='display:flex;justify-content:space-between;padding:8px 16px;font-size:16px'><span>×</span><span>↶ &nbsp; ↷</span><b style='background:#ff5a3c;color:#fff;border-radius:15px;padding:5px 16px'>保存</b></div><div style='position:fixed;bottom:0;left:0;right:0;background:#fff;display:flex;justify-content:space-around;padding:14px 0 34px;font-size:13px'><span>文字</span><span>贴纸</span><span>替换图片</span><span>背景</span><span>更多</span></div>"
        screen, wide, at = phone(page, ground="#e9e9ee")(press), 880, (145, 330)
    screen.paste(sheet.resize((wide, round(wide * sheet.height / sheet.width))), at)
    return screen


def viewer(press: Press, sheet: Image.Image, told: str) -> Image.Image:
    """A picture open in a phone's album."""
    page = f"<div style='text-align:center;padding:6px;font-size:16px;color:#ddd'><b>{told}</b></div><div style='position:fixed;bottom:30px;left:0;right:0;display:flex;justify-content:space-around;color:#ddd;font-size:14px'><span>分享</span><span>收藏</span><span>编辑</span><span>删除</span></div>"
    screen = phone(page, dark=True, ground="#000")(press)
    screen.paste(sheet.resize((1170, round(1170 * sheet.height / sheet.width))), (0, 360))
    return screen


def cases() -> Iterator[Case]:
    subsidy = (
        "生活补贴：本科每月一千，硕士两千",
        "创业补贴：满一年可领，材料要营业执照",
        "租房补贴：找威海市人社局窗口",
        "就业见习：三到十二个月",
        "人才公寓：线上预约",
    )
    yield open_only(
        "ap-memo-in-posters",
        "3.3",
        files(("3.3 张贴海报/政策.png", memo(subsidy, "威海就业政策要点"))),
        "a private note is no poster",
    )
    yield open_only(
        "ap-memo-in-leaflets",
        "3.4",
        files(
            (
                "印发宣传资料/宣传资料.jpg",
                memo(subsidy, "发放政策手册记录", dark=True, system="android", size=(360, 800)),
            )
        ),
        "a private note is no leaflet",
    )
    yield open_only(
        "ap-memo-in-wechat",
        "3.1",
        files(("三、政策宣传/微信/笔记.png", memo(subsidy, "威海市毕业生就业政策"))),
        "a private note is no post",
    )
    talk = [
        ("", "time", "2024年4月11日 19:40"),
        ("辅导员孙老师", "left", "毕业班同学注意，威海市高校毕业生就业补贴开始申请，本科生活补贴每月都有。"),
        ("辅导员孙老师", "left", "需要劳动合同、毕业证和社保证明，政策宣传手册在办公室领取。"),
        ("周小雨", "right", "老师，灵活就业能领社保补贴吗？"),
        ("辅导员孙老师", "left", "能，先做就业登记，创业的还有一次性创业补贴。"),
    ]
    yield open_only(
        "ap-chat-in-leaflets",
        "3.4",
        files(("3.4/群通知.jpg", chat("22级物流1班", talk, group="(46)"))),
        "a chat on subsidies is no leaflet",
    )
    yield open_only(
        "ap-chat-in-posters",
        "3.3",
        files(
            (
                "张贴海报/IMG_3321.png",
                chat("就业政策宣传群", talk, group="(128)", dark=True, system="android", size=(360, 800)),
            )
        ),
        "a chat on subsidies is no poster",
    )
    fair = [
        ("", "time", "2024年3月6日 上午9:12"),
        (
            "就业办刘老师",
            "left",
            "@所有人 威海市人力资源和社会保障局主办的“春风行动”人才招聘会，3月9日上午九点在国际展览中心举行，请各班组织毕业生参加。",
        ),
        ("就业办刘老师", "left", "学校统一乘车，七点半南门集合，带好简历。"),
        ("郑一鸣", "right", "收到，我们班报名12人。"),
    ]
    yield Case(
        "ap-chat-bureau-fair",
        "4.5",
        files(("四、活动/4.5 公共招聘会/通知.png", chat("毕业班负责人群", fair, group="(31)"))),
        {"4.5": (8, 8, 8), "1.3": ZERO, "4.4": ZERO, "3.4": ZERO},
        alt={"4.4": [(0, 0, 5)], "1.3": [(0, 0, 10)]},
        note="a screen that names the bureau's fair in the period; the exhibition centre is not the school's",
    )
    own = [
        ("", "time", "2024年10月15日 14:02"),
        ("就业办刘老师", "left", "同学们，我校秋季校园双选会本周五上午在体育馆举办，八十家企业到场，请准时参加。"),
        ("高子涵", "right", "好的老师"),
    ]
    yield open_only(
        "ap-chat-own-fair",
        "4.4",
        files(("4.4 校园招聘会/群聊.png", chat("22级会计2班", own, group="(44)"))),
        "a chat that names a fair to come shows none",
        ("3.3", "3.4", "1.3"),
    )
    jobs = "".join(
        f"<div style='background:#fff;margin:10px 12px;border-radius:8px;padding:14px'><b style='font-size:17px'>{job}</b><b style='float:right;color:#f60'>{pay}</b><p style='font-size:14px;color:#777;margin-top:8px'>{firm} &nbsp; 大专 | 应届毕业生</p></div>"
        for job, pay, firm in (
            ("机修技术员", "6-8K", "海岳装备（威海）公司"),
            ("食品检验员", "5-6K", "荣成蓝湾食品公司"),
            ("跨境电商运营", "5-9K", "环翠区远帆贸易公司"),
            ("护理员", "4-6K", "文登康宁医养中心"),
        )
    )
    yield open_only(
        "ap-mini-jobs",
        "3.3",
        files(
            (
                "3.3/小程序.png",
                mini(
                    "威海就业直通",
                    "<p style='background:#fff;margin:12px;border-radius:18px;padding:10px 16px;color:#999'>🔍 搜索岗位、企业</p><p style='padding:0 16px;font-size:15px'><b>就业政策</b> &nbsp; 创业补贴 &nbsp; 招聘会 &nbsp; 人才公寓</p>"
                    + jobs,
                    ("首页", "岗位", "消息", "我的"),
                ),
            )
        ),
        "a mini program is no poster",
    )
    asked = "".join(
        f"<div style='background:#fff;margin:10px 12px;border-radius:8px;padding:14px'><b style='font-size:16px'>问：{question}</b><p style='font-size:15px;line-height:1.6;color:#555;margin-top:6px'>答：{BODY[at]}</p></div>"
        for at, question in enumerate(("就业生活补贴怎么申请？", "创业补贴有哪些？", "在哪里提交材料？"))
    )
    yield open_only(
        "ap-mini-policy",
        "3.4",
        files(
            (
                "3.4 印发宣传资料/政策问答.jpg",
                mini("政策宣传手册", asked, ("政策", "办事", "我的"), "#0a9d6c", system="harmony", size=(360, 800)),
            )
        ),
        "a mini program called a booklet is none",
    )
    points = ("本科毕业生每月生活补贴", "创办企业可领一次性创业补贴", "就业见习按月发放生活费")
    sheet = lambda press: poster(press, "留在威海<br>就业有补贴", points, "2024年4月 威海职业学院就业办")  # noqa: E731
    yield open_only(
        "ap-app-phone",
        "3.3",
        files(("张贴海报/海报.png", lambda press: editor(press, sheet(press), computer=False))),
        "a poster in an app's editor hangs nowhere",
    )
    yield open_only(
        "ap-app-computer",
        "3.3",
        files(("3.3/海报设计.png", lambda press: editor(press, sheet(press), computer=True))),
        "a poster in a program's editor hangs nowhere",
    )
    yield open_only(
        "ap-album-viewer",
        "3.3",
        files(("3.3 张贴海报/相册.png", lambda press: viewer(press, sheet(press), "2024年4月20日 10:31"))),
        "a screenshot of an album: may be a screen, so no poster",
    )
    red = phone(
        "<div style='display:flex;justify-content:space-between;padding:8px 16px;font-size:16px'><span>‹ &nbsp; ● 留威小助手</span><span style='color:#f33;border:1px solid;border-radius:14px;padding:3px 14px'>关注</span></div><div style='background:linear-gradient(#fbe3d0,#f5a97f);height:420px;display:flex;align-items:center;justify-content:center;text-align:center;font-size:38px;font-weight:bold;line-height:1.5'>威海就业补贴<br>宣传手册<br>免费领取</div><div style='padding:14px 16px'><h2 style='font-size:18px;margin-bottom:8px'>毕业生看过来！政策干货整理好了</h2><p style='font-size:16px;line-height:1.6'>生活补贴、创业补贴、见习补贴都在这一篇里，收藏慢慢看～ #威海 #就业 #人才政策</p><p style='font-size:13px;color:#999;margin-top:8px'>2024-04-06 山东</p></div><p style='position:fixed;bottom:30px;left:16px;font-size:15px;color:#555'>说点什么… &nbsp;&nbsp; ♡ 213 &nbsp; ☆ 156 &nbsp; 💬 12</p>"
    )
    yield open_only("ap-social-note", "3.4", files(("3.4/宣传.png", red)), "a note of a social network is no leaflet")
    mail = phone(
        "<div style='display:flex;justify-content:space-between;padding:8px 16px;font-size:16px;color:#1677ff'><span>‹ 收件箱</span><span>⋯</span></div><div style='padding:8px 18px'><h1 style='font-size:21px;line-height:1.4'>转发：威海市就业创业政策宣传资料（电子版）</h1><p style='font-size:14px;color:#888;margin:10px 0'>发件人：就业办 &nbsp; 2024年3月19日 09:25<br>附件：政策明白纸.pdf（1.2M）</p>"
        + "".join(
            f"<p style='font-size:16px;line-height:1.7;margin:12px 0'>{line}</p>"
            for line in ("各系：", "现将政策宣传折页电子版发给你们，请打印发放给毕业生。", *BODY[:2])
        )
        + "</div>",
        system="android",
        size=(360, 800),
    )
    yield open_only("ap-mail", "3.4", files(("印发宣传资料/邮件.png", mail)), "a mail on a phone hands nothing out")
    held = Article(
        "我校成功举办春季校园双选会",
        "威海职业学院就业创业",
        "2024年3月30日 18:20",
        body=(
            "3月29日上午，我校春季校园双选会在体育馆举行，九十家用人单位进场，提供岗位两千余个。",
            "现场设置简历指导区，共有一千余名毕业生参加。",
        ),
    )
    yield open_only(
        "ap-article-own-fair",
        "4.4",
        files(("四、活动/校园招聘会/推文.png", first(held, seed="held"))),
        "posts that name a fair raise only high",
        ("3.3", "3.4"),
    )
    bureau = Article(
        "周六见！威海市春季高校毕业生人才招聘会公告",
        "威海人社",
        "2024年3月21日 10:00",
        body=(
            "由威海市人力资源和社会保障局主办的春季高校毕业生人才招聘会，将于3月23日在国会中心举办。",
            "参会企业一百六十家，岗位覆盖机械、医药、食品等行业，欢迎驻威高校组织毕业生参加。",
        ),
    )
    yield Case(
        "ap-article-bureau-fair",
        "4.5",
        files(("4.5/公告.jpg", first(bureau, system="harmony", size=(360, 800)))),
        {"4.5": (8, 8, 8), "1.3": ZERO, "4.4": ZERO, "3.3": ZERO},
        alt={"1.3": [(0, 0, 10)], "4.4": [(0, 0, 5)]},
        note="a screen that names a public agency's fair in the period",
    )
    old = Article(
        "威海市公共就业服务中心秋季招聘会举办",
        "威海人社",
        "2023年10月14日 16:00",
        body=("10月14日，威海市公共就业服务中心在人才市场举办秋季招聘会，七十余家企业参会。",),
    )
    yield Case(
        "ap-article-bureau-2023",
        "4.5",
        files(("4.5 公共招聘会/去年.png", first(old))),
        {"4.5": ZERO, "1.3": ZERO, "4.4": ZERO},
        alt={"1.3": [(0, 0, 10)]},
        note="another year",
    )
    contest = Article(
        "我校在大学生创新创业大赛校赛中决出金奖",
        "威海职业学院创业学院",
        "2024年5月25日 20:00",
        body=(
            "5月24日，第十届大学生创新创业大赛校赛决赛在报告厅举行，十二支队伍进入路演。",
            "评委由企业导师和教师组成。",
        ),
    )
    yield open_only(
        "ap-article-contest",
        "4.8",
        files(("4.8 创业大赛/报道.png", first(contest, dark=True))),
        "a post that names a contest raises only high",
        ("3.3", "3.4"),
    )
    shown = after(
        (
            "路演现场，选手从产品、市场和团队三方面作了陈述。",
            "创新创业大赛为同学们搭建了展示的舞台，最终《海带新材》项目获得一等奖。",
        ),
        end="<div style='height:210px;background:linear-gradient(90deg,#246,#963);margin:12px 0'></div><p style='text-align:center;color:#888;font-size:14px'>创业大赛决赛现场</p>",
    )
    yield open_only(
        "ap-next-in-contests", "4.8", files(("4.8/2.png", shown)), "the next screen of an article", ("3.3", "3.4")
    )
    portal = mini(
        "优聘校招",
        "<div style='background:#fff;margin:12px;border-radius:8px;padding:16px'><h2 style='font-size:19px;line-height:1.4'>优聘网“职等你来”大型双选招聘会</h2><p style='font-size:15px;line-height:1.9;color:#555;margin-top:8px'>时间：2024年11月16日 9:00<br>地点：海港会展中心 B 馆<br>主办：优聘人才网<br>参会企业：200 家 &nbsp; 岗位：3500 个</p><p style='text-align:center;background:#f60;color:#fff;border-radius:20px;padding:10px;margin-top:16px'>立即报名</p></div>",
        ("招聘会", "职位", "我的"),
        "#ff6a00",
    )
    yield open_only(
        "ap-portal-fair",
        "4.5",
        files(("4.5 公共招聘会/报名.png", portal)),
        "a commercial portal's fair",
        ("4.4", "1.3"),
    )
    faces = "".join(
        f"<div style='background:#3a3f47;height:250px;border-radius:6px;display:flex;flex-direction:column;justify-content:flex-end'><i style='margin:0 auto;width:90px;height:90px;border-radius:45px;background:#c9a48a'></i><p style='background:#0008;font-size:13px;padding:4px 10px'>🎤 {who}</p></div>"
        for who in ("咨询师陈岚", "学生于洋", "学生宋佳", "就业办林老师", "学生崔宁", "学生马越")
    )
    meeting = desk(
        f"<div style='color:#ddd'><div style='padding:9px 16px;font-size:14px;display:flex;justify-content:space-between'><span>就业指导线上咨询 2024-05-30 &nbsp; 会议号 512 000 661</span><span>— □ ×</span></div><div style='display:grid;grid-template-columns:1fr 1fr 1fr;gap:10px;padding:20px'>{faces}</div><p style='text-align:center;padding:22px;font-size:14px'>静音 &nbsp;&nbsp; 停止视频 &nbsp;&nbsp; 共享屏幕 &nbsp;&nbsp; 成员(6) &nbsp;&nbsp; 聊天 &nbsp;&nbsp; <b style='background:#e34;padding:6px 16px;border-radius:4px'>离开会议</b></p></div>",
        size=(1280, 720),
        ground="#1f2329",
    )
    yield open_only(
        "ap-meeting",
        "4.7",
        files(("4.7 指导咨询/线上.png", meeting)),
        "the cell asks for photos; a screen is no photo",
        ("3.3", "3.4"),
    )
