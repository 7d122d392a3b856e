# ruff: noqa: E501
"""Articles of public accounts on phones, tablets and computers: first screens, next screens, near misses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PIL import Image

from tests.independent.anew_pictures_kit import BODY, covers, desk, files, phone
from tests.independent.case import Case, Points
from tests.independent.press import Press

Draw = Callable[[Press], Image.Image]
ZERO: Points = (0, 0, 0)
NO_POSTER = {"3.3": ZERO, "3.4": ZERO}


@dataclass(frozen=True)
class Article:
    """What an article shows."""

    title: str
    account: str
    day: str
    place: str = "山东"
    author: str = ""
    body: Sequence[str] = BODY[:3]
    listen: bool = True

    def head(self, dark: bool, glued: bool = False) -> str:
        soft, link = "#8a8a8a", "#7d90a9" if dark else "#576b95"
        gap = "2px" if glued else "9px"
        own = (
            f"<span style='background:#8882;border-radius:3px;font-size:12px;padding:2px 4px'>原创</span><span>{self.author}</span>"
            if self.author
            else ""
        )
        listen = "<p style='color:#888;font-size:14px;margin:14px 0 4px'>🎧 听全文</p>" if self.listen else ""
        return f"<h1 style='font-size:22px;line-height:1.42;font-weight:600;margin:12px 0 14px'>{self.title}</h1><div style='display:flex;flex-wrap:wrap;gap:{gap};font-size:15px;color:{soft};line-height:1.6'>{own}<span style='color:{link}'>{self.account}</span><span>{self.day}</span><span>{self.place}</span></div>{listen}"

    def words(self, body: Sequence[str] | None = None) -> str:
        return "".join(
            f"<p style='font-size:17px;line-height:1.8;margin:16px 0;text-align:justify'>{line}</p>"
            for line in body or self.body
        )


def top(title: str = "") -> str:
    return f"<div style='display:flex;justify-content:space-between;padding:8px 16px;font-size:20px'><span>×</span><b style='font-size:16px'>{title}</b><span>···</span></div>"


def below(dark: bool = False) -> str:
    """The bar under an article of today."""
    ground = "#1e1e1e" if dark else "#f7f7f7"
    return f"<div style='position:fixed;left:0;right:0;bottom:0;background:{ground};padding:10px 16px 30px;display:flex;justify-content:space-between;align-items:center;font-size:13px;color:#888'><span style='background:#8882;border-radius:4px;padding:7px 34px 7px 10px'>写留言</span><span>♡ 赞 36</span><span>➚ 分享 12</span><span>❤ 推荐 9</span></div>"


def first(article: Article, *, dark: bool = False, glued: bool = False, seed: str = "", **how: object) -> Draw:
    """The first screen."""
    picture = covers(seed)(350, 160) if seed else ""
    inside = (
        top() + f"<div style='padding:0 20px'>{article.head(dark, glued)}{picture}{article.words()}</div>" + below(dark)
    )
    return phone(inside, dark=dark, **how)  # type: ignore[arg-type]


def after(body: Sequence[str], *, dark: bool = False, heads: Sequence[str] = (), end: str = "", **how: object) -> Draw:
    """A following screen: no title, no day."""
    parts = []
    for at, line in enumerate(body):
        if at < len(heads):
            parts.append(
                f"<p style='text-align:center;margin:18px 0'><b style='background:#2f6fc1;color:#fff;border-radius:14px;padding:6px 20px;font-size:17px'>{heads[at]}</b></p>"
            )
        parts.append(f"<p style='font-size:17px;line-height:1.8;margin:14px 0;text-align:justify'>{line}</p>")
    return phone(top() + f"<div style='padding:0 20px'>{''.join(parts)}{end}</div>" + below(dark), dark=dark, **how)  # type: ignore[arg-type]


def card(name: str, told: str) -> str:
    """A card of an account inside an article."""
    return f"<div style='border:1px solid #8883;border-radius:8px;padding:14px;display:flex;gap:12px;align-items:center;margin:18px 0'><i style='width:44px;height:44px;border-radius:22px;background:#b33'></i><div><b style='font-size:16px'>{name}</b><p style='font-size:13px;color:#888'>{told}</p></div></div><p style='font-size:12px;color:#aaa;text-align:right'>公众号</p>"


def window(article: Article, *, size: tuple[int, int] = (980, 860), mac: bool = False) -> Draw:
    """The article in a window of WeChat on a computer."""
    dots = (
        "<span style='color:#ff5f57'>●</span> <span style='color:#febc2e'>●</span> <span style='color:#28c840'>●</span>"
        if mac
        else "<span></span>"
    )
    head = f"<div style='background:#ededed;display:flex;justify-content:space-between;padding:9px 14px;font-size:14px'>{dots}<span>微信</span><span>{'' if mac else '— □ ×'}</span></div><div style='padding:7px 16px;border-bottom:1px solid #eee;color:#666;font-size:15px'>‹ &nbsp; › &nbsp; ⟳ &nbsp; ☆ 收藏 &nbsp; ⧉ 复制链接 &nbsp; ⤴ 用默认浏览器打开</div>"
    return desk(
        head + f"<div style='width:677px;margin:20px auto'>{article.head(False)}{article.words()}</div>",
        size=size,
        scale=1.25,
    )


def local(title: str, day: str, account: str = "威海职业学院就业创业", **more: object) -> Article:
    return Article(title, account, day, **more)  # type: ignore[arg-type]


def one(name: str, day: date, *made: tuple[str, Draw], note: str, **more: object) -> Case:
    """One post of the school about Weihai."""
    return Case(
        name,
        "3.1",
        files(*made),
        {"3.1": (25, 25, 25), "3.2": ZERO, **NO_POSTER},
        facts={"3.1": {"posts": 1}},
        note=f"{note}; days: {day}",
        **more,
    )  # type: ignore[arg-type]


def none(name: str, points: Points, *made: tuple[str, Draw], note: str, **more: object) -> Case:
    """Nothing that 3.1 may propose."""
    return Case(name, "3.1", files(*made), {"3.1": points, "3.2": ZERO, **NO_POSTER}, note=note, **more)  # type: ignore[arg-type]


def cases() -> Iterator[Case]:
    folder = "三、政策宣传/1 微信推送/"
    yield one(
        "ap-art-harmony",
        date(2024, 4, 18),
        (
            folder + "推文1.jpg",
            first(
                local("留威就业补贴政策大礼包，毕业生请查收", "2024年4月18日 16:05", author="王晓禾"),
                system="harmony",
                size=(360, 800),
            ),
        ),
        note="first screen, the school's account, Weihai",
    )
    yield one(
        "ap-art-dark",
        date(2024, 9, 26),
        (
            "3.1/IMG_5512.PNG",
            first(local("威海市青年见习岗位开放报名，就业从这里起步", "2024年9月26日 18:30"), dark=True, seed="dark"),
        ),
        note="dark",
    )
    yield one(
        "ap-art-glued",
        date(2024, 6, 3),
        (
            folder + "截图_20240603.png",
            first(
                local(
                    "文登区公共就业服务专员来校，现场解答毕业生关心的求职创业补贴与档案转递问题",
                    "2024年06月03日 11:20",
                    "威海职业学院学生工作处",
                    author="学生就业科",
                ),
                glued=True,
                system="android",
                size=(360, 800),
            ),
        ),
        note="a title of three lines, a byline without gaps",
    )
    yield one(
        "ap-art-windows",
        date(2024, 9, 12),
        (
            "宣传/微信/电脑截图.png",
            window(local("威海市秋季引才活动启动，毕业生就业岗位抢先看", "2024-09-12 09:40", listen=False)),
        ),
        note="a window on a computer",
    )
    yield one(
        "ap-art-mac",
        date(2024, 11, 5),
        (
            "3.1 微信推送/屏幕快照.png",
            window(local("荣成、乳山两地企业进校招聘安排", "2024年11月5日 10:12", author="李想"), mac=True),
        ),
        note="a window on a Mac",
    )
    yield one(
        "ap-art-pad",
        date(2024, 5, 21),
        (
            "公众号推送/平板截图.png",
            first(
                local("来威就业，先看这份人才公寓申请指南", "2024年5月21日 17:45", body=BODY),
                system="pad",
                size=(834, 1112),
                scale=1.6,
            ),
        ),
        note="a tablet",
    )
    article = local("威海市高校毕业生就业创业补贴一本通", "2024年3月14日 15:00", body=BODY[:2])
    yield one(
        "ap-art-two-screens",
        date(2024, 3, 14),
        (folder + "1-1.png", first(article, seed="two")),
        (folder + "1-2.png", after(BODY[2:5], heads=("申请条件", "办理流程"))),
        note="an article and its next screen are one post and no poster",
    )
    yield one(
        "ap-art-three-screens",
        date(2024, 10, 17),
        (
            "微信/a.jpg",
            first(local("环翠区社区就业岗位招聘应届毕业生", "2024年10月17日 08:50"), system="android", size=(360, 800)),
        ),
        ("微信/b.jpg", after(BODY[3:6], system="android", size=(360, 800))),
        (
            "微信/c.jpg",
            after(
                BODY[5:],
                end="<p style='color:#888;font-size:15px;margin:22px 0'>来源：就业指导中心<br>编辑：赵小蕊 &nbsp; 审核：孙立</p><p style='color:#888;font-size:14px'>阅读 873</p>"
                + card("威海人社", "发布就业创业政策"),
                system="android",
                size=(360, 800),
            ),
        ),
        note="the last screen shows the card of another account",
    )
    yield one(
        "ap-art-repost",
        date(2024, 7, 9),
        (
            folder + "转发.png",
            phone(
                top()
                + "<div style='padding:0 20px'>"
                + local("威海市求职创业补贴集中申报提示", "2024年7月9日 19:02").head(False)
                + "<p style='background:#8881;padding:9px 12px;border-radius:4px;font-size:14px;color:#888;margin:12px 0'>以下文章来源于威海人社，作者 就业科</p>"
                + "".join(f"<p style='font-size:17px;line-height:1.8;margin:12px 0'>{line}</p>" for line in BODY[:2])
                + "</div>"
                + below()
            ),
        ),
        note="a repost of the school counts",
    )
    image = phone(
        "<div style='background:linear-gradient(#224,#57a);height:430px;padding:70px 30px;color:#fff;text-align:center'><h1 style='font-size:34px'>留威就业<br>三步领补贴</h1></div><p style='text-align:center;color:#aaa;font-size:12px;padding:6px'>1/4</p><div style='padding:6px 18px'><div style='display:flex;gap:10px;align-items:center'><i style='width:34px;height:34px;border-radius:17px;background:#2a7'></i><b style='font-size:16px'>威海职业学院就业创业</b><span style='color:#576b95;font-size:14px'>已关注</span></div><h2 style='font-size:19px;margin:14px 0 8px'>威海市毕业生就业生活补贴，三步就能领</h2><p style='font-size:16px;line-height:1.7'>第一步登录平台，第二步上传合同，第三步等待公示。转给身边要留威的同学吧！</p><p style='color:#999;font-size:14px;margin-top:10px'>2024年8月22日 12:10 山东</p></div>"
        + below()
    )
    yield one("ap-art-image-post", date(2024, 8, 22), ("3.1/图片消息.png", image), note="a post of pictures")
    yield none(
        "ap-art-bureau",
        (0, 0, 25),
        (folder + "推送.png", first(local("威海市就业见习补贴申领说明", "2024年4月2日 10:00", "威海人社"))),
        note="another body's account: in high",
    )
    yield none(
        "ap-art-other-school",
        ZERO,
        (
            folder + "推送2.png",
            first(
                local("威海市重点企业招聘进校园", "2024年10月11日 10:00", "山东大学（威海）就业"),
                system="harmony",
                size=(360, 800),
            ),
        ),
        note="another school's account",
        want_flags=[("3.1", "school-mismatch")],
    )
    draft = (
        top()
        + "<p style='background:#fdf3d8;color:#a06a00;font-size:14px;padding:9px 16px'>此为临时链接，仅用于文章预览，将在短时间内失效</p><div style='padding:0 20px'>"
        + local("威海市引才政策解读", "2024年6月19日 14:00").head(False)
        + local("", "").words()
        + "</div>"
    )
    yield none("ap-art-draft", ZERO, ("3.1/预览.png", phone(draft)), note="a draft does not count")
    yield none(
        "ap-art-yesterday",
        (0, 0, 25),
        (folder + "昨天.png", first(local("威海市青年就业服务进校园", "昨天 15:20"))),
        note="a relative day without the day of capture",
        want_flags=[("3.1", "date-missing")],
    )
    yield none(
        "ap-art-last-year",
        ZERO,
        (
            folder + "1.png",
            first(local("威海市就业政策宣传月启动", "2023年11月20日 09:30"), system="android", size=(360, 800)),
        ),
        note="another year",
        want_flags=[("3.1", "date-outside-period")],
    )
    yield none(
        "ap-art-sports",
        ZERO,
        (
            folder + "运动会.png",
            first(
                Article(
                    "第二十届田径运动会圆满落幕",
                    "威海职业学院",
                    "2024年4月28日 20:00",
                    body=(
                        "两天的比赛里，各系代表队奋勇争先，打破五项校纪录。",
                        "男子四百米接力决赛把气氛推向高潮，看台上加油声此起彼伏。",
                    ),
                ),
                seed="sport",
            ),
        ),
        note="nothing to do with work",
    )
    yield none(
        "ap-art-nationwide",
        (0, 0, 25),
        (
            folder + "简历.png",
            first(
                Article(
                    "简历怎么写才能打动面试官？就业老师教你三招",
                    "威海职业学院就业创业",
                    "2024年3月28日 17:00",
                    body=(
                        "第一招，突出与岗位有关的经历；第二招，用数字说话；第三招，控制在一页以内。",
                        "就业指导中心每周三下午提供简历修改服务，欢迎预约。",
                    ),
                )
            ),
        ),
        note="work, but not Weihai's: in high",
        want_flags=[("3.1", "judgement-required")],
    )
    yield none(
        "ap-art-deleted",
        ZERO,
        (
            folder + "链接.png",
            phone(
                top()
                + "<div style='text-align:center;padding-top:160px'><p style='font-size:60px;color:#fa5151'>!</p><h2 style='font-size:20px;margin:20px'>该内容已被发布者删除</h2><p style='color:#888;font-size:15px'>威海职业学院就业创业</p></div>"
            ),
        ),
        note="deleted posts don't count",
    )
    strayed = {"3.1": [(0, 0, 25), ZERO], "3.3": [ZERO, (0, 0, 20)], "3.4": [ZERO, (0, 0, 20)]}
    for name, cell, where, body, heads, how in (
        ("ap-next-in-posters", "3.3", "三、政策宣传/3 张贴海报/海报1.png", BODY[:3], ("就业补贴", "创业补贴"), {}),
        (
            "ap-next-in-leaflets",
            "3.4",
            "3.4印发宣传资料/宣传材料.jpg",
            BODY[2:6],
            ("威海市人才政策",),
            {"system": "harmony", "size": (360, 800)},
        ),
        (
            "ap-next-dark-in-posters",
            "3.3",
            "海报/IMG_0093.PNG",
            BODY[1:4],
            ("创业担保贷款", "政策咨询"),
            {"dark": True},
        ),
    ):
        yield Case(
            name,
            cell,
            files((where, after(body, heads=heads, **how))),
            {"3.1": ZERO, "3.3": ZERO, "3.4": ZERO},
            alt=strayed,
            note="the next screen of an article is no poster and no leaflet; whether it is open or nothing is left to the folder",
        )  # type: ignore[arg-type]
