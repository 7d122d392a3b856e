# ruff: noqa: E501
"""What schools send of WeChat: their account's posts, others' accounts, and views that are no posts."""

from __future__ import annotations

from collections.abc import Iterator

from tests.independent.case import Case, Points
from tests.independent.wall_pictures_articles import (
    ACCOUNT,
    PARTS,
    TITLES,
    article,
    backend,
    body,
    cards,
    found,
    listing,
    notice,
    pictures,
    profile,
    second,
    video,
)
from tests.independent.wall_pictures_kit import NOT_SHOWN, ZERO, bundle, nav, phone

POST: dict[str, Points] = {**NOT_SHOWN, "3.1": (25, 25, 25), "3.2": ZERO}
POSTS: dict[str, Points] = {**NOT_SHOWN, "3.1": (30, 30, 30), "3.2": ZERO}
NONE: dict[str, Points] = {**NOT_SHOWN, "3.1": ZERO}
OPEN: dict[str, Points] = {**NOT_SHOWN, "3.1": (0, 0, 25)}
MAYBE = {"3.1": [(0, 0, 25)]}


def cases() -> Iterator[Case]:
    own = "一个账号名含校名，题目含威海或区市，日期在期内"
    yield Case(
        "wp-wx-first",
        "3.1",
        bundle(("3.1 微信/01.jpg", article(TITLES[0]))),
        POST,
        facts={"3.1": {"posts": 1}},
        note=f"3.1：{own}，一条 → 25；截图不是海报",
    )
    yield Case(
        "wp-wx-first-and-second",
        "3.1",
        bundle(
            ("微信推送/1.png", article(TITLES[5], own=True, system="harmony")), ("微信推送/2.png", second("harmony"))
        ),
        POST,
        facts={"3.1": {"posts": 1}},
        note="Once：同一篇的第二屏不另计；不是海报",
    )
    yield Case(
        "wp-wx-second-in-posters",
        "3.3",
        bundle(("3.3 张贴海报/政策.png", second())),
        {**NOT_SHOWN, "3.1": (0, 0, 25)},
        alt={"3.1": [ZERO], "3.3": [(0, 0, 20)]},
        note="截图不是海报；文末屏有账号无日期，3.1 只能 high",
    )
    yield Case(
        "wp-wx-second-dark-in-leaflets",
        "3.4",
        bundle(("3.4 宣传资料/IMG_2207.jpg", second("android", False, True)), quality=70),
        {**NOT_SHOWN, "3.1": (0, 0, 25)},
        alt={"3.1": [ZERO], "3.4": [(0, 0, 20)]},
        note="深色第二屏放在宣传资料里：不是资料",
    )
    pages = ((0, 6), (5, 13), (12, 17))
    yield Case(
        "wp-wx-profile-17",
        "3.1",
        bundle(
            *(
                (
                    f"3.1/{at}.png",
                    profile([*listing(*span), *([("新生报到须知", "2023年8月29日")] if at == 2 else [])], head=at == 0),
                )
                for at, span in enumerate(pages)
            )
        ),
        POSTS,
        facts={"3.1": {"posts": 17}},
        note="三屏重叠各一条，17 条不同；月日降序止于 2023年 的一条 → 2024；> 15 → 30",
    )
    yield Case(
        "wp-wx-profile-last-year",
        "3.1",
        bundle(("3.1 微信推送/列表.png", profile(listing(2, 8, "2023年")))),
        NONE,
        want_flags=(("3.1", "date-outside-period"),),
        note="全部是 2023 年 → 0",
    )
    yield Case(
        "wp-wx-profile-other-school",
        "3.1",
        bundle(("3.1 微信推送/列表.jpg", profile(listing(3, 9, "2024年"), "山东外事职业大学就业"))),
        NONE,
        want_flags=(("3.1", "school-mismatch"),),
        note="别校账号 → 哪里都不算",
    )
    yield Case(
        "wp-wx-backend-16",
        "3.1",
        bundle(
            (
                "后台/a.png",
                backend([(title, f"2024年{day} 10:2{at % 9}") for at, (title, day) in enumerate(listing(0, 10))]),
            ),
            (
                "后台/b.png",
                backend([(title, f"2024年{day} 16:0{at % 9}") for at, (title, day) in enumerate(listing(10, 16))]),
            ),
        ),
        POSTS,
        facts={"3.1": {"posts": 16}},
        note="后台发表记录，16 条带年月日 → 30",
    )
    yield Case(
        "wp-wx-service-cards",
        "3.1",
        bundle(
            (
                "3.1/服务号.jpg",
                cards(
                    (
                        ("2024年4月18日 16:05", TITLES[3]),
                        ("2024年6月6日 11:20", TITLES[8]),
                        ("2024年9月19日 09:00", TITLES[14]),
                    ),
                    "威海职业学院就业",
                ),
            )
        ),
        POST,
        facts={"3.1": {"posts": 3}},
        note="服务号会话三张卡片各有日期 → 3 条",
    )
    yield Case(
        "wp-wx-preview-and-deleted",
        "3.1",
        bundle(
            (
                "3.1/1.png",
                phone(
                    f"{nav('预览', '···', '✕')}<div style='background:#fff3d6;padding:10px 18px;font-size:14px'>此为临时链接，仅用于预览，将在短期内失效。</div><div style='padding:16px 18px'><h1 style='font-size:22px;line-height:1.4'>{TITLES[9]}</h1><p style='color:#999;font-size:15px;margin:12px 0'>{ACCOUNT}　2024年8月1日 09:00</p>{body(PARTS)}</div>"
                ),
            ),
            ("3.1/2.png", notice("该内容已被发布者删除")),
        ),
        NONE,
        note="草稿（预览）与已删除的都不算",
    )
    yield Case(
        "wp-wx-province-only",
        "3.1",
        bundle(
            (
                "微信/省里政策.png",
                article(
                    "山东省高校毕业生基层就业学费补偿政策问答",
                    parts=(
                        "到艰苦地区基层单位就业满三年的毕业生，由省财政补偿学费。",
                        "申请材料由毕业学校审核后逐级上报，按年发放。",
                        "服务期内离开的，停止补偿。",
                    ),
                ),
            )
        ),
        OPEN,
        want_flags=(("3.1", "judgement-required"),),
        note="去掉账号名后没有威海 → high",
    )
    yield Case(
        "wp-wx-repost",
        "3.1",
        bundle(
            ("微信/转载.jpg", article(TITLES[17], when="2024年10月29日 19:11", source="威海人社", system="android")),
            quality=66,
        ),
        POST,
        facts={"3.1": {"posts": 1}},
        note="转载也算，发布账号是学校",
    )
    yield Case(
        "wp-wx-bureau-account",
        "3.1",
        bundle(("微信/人社.png", article(TITLES[10], "荣成人社", "2024年4月2日 08:45"))),
        OPEN,
        want_flags=(("3.1", "judgement-required"),),
        note="账号不是学校的，也不是别校的 → high",
    )
    yield Case(
        "wp-wx-channel-video",
        "3.1",
        bundle(("3.1 微信/视频号.png", video())),
        NONE,
        alt=MAYBE,
        note="视频号不是公众号推送：proposed 0；也不是海报",
    )
    yield Case(
        "wp-wx-video-in-posters",
        "3.3",
        bundle(("3.3/电子海报.jpg", video()), quality=72),
        NOT_SHOWN,
        alt={"3.3": [(0, 0, 20)]},
        note="视频画面截图不是海报",
    )
    yield Case(
        "wp-wx-dark-big-letters",
        "3.1",
        bundle(("3.1/深色.jpg", article(TITLES[15], when="2024年11月14日 12:00", dark=True, big=24))),
        POST,
        facts={"3.1": {"posts": 1}},
        note="深色大字，一条 → 25",
    )
    yield Case(
        "wp-wx-search-results",
        "3.1",
        bundle(
            (
                "3.1/搜一搜.png",
                found(
                    (
                        (TITLES[4], ACCOUNT, "2024-9-12"),
                        (TITLES[6], "海滨求职圈", "2024-8-30"),
                        (TITLES[11], ACCOUNT, "2024-6-20"),
                        (TITLES[16], ACCOUNT, "2024-3-15"),
                    )
                ),
            )
        ),
        POST,
        facts={"3.1": {"posts": 3}},
        note="学校账号三条；不明账号一条只在 high，档位不变",
    )
    yield Case(
        "wp-wx-idle-list",
        "3.1",
        bundle(
            (
                "3.1/列表.jpg",
                profile(
                    (
                        ("图书馆换书活动开始了", "2024年10月8日"),
                        ("校园歌手比赛落幕", "2024年9月20日"),
                        ("宿舍用电安全提示", "2024年9月3日"),
                        ("食堂新窗口试营业", "2024年8月30日"),
                    ),
                    "威海职业学院",
                ),
            )
        ),
        NONE,
        want_flags=(("3.1", "no-evidence"),),
        note="与就业创业无关 → 不算，no-evidence",
    )
    yield Case(
        "wp-wx-picture-post",
        "3.1",
        bundle(("3.1/图片消息.png", pictures())),
        POST,
        facts={"3.1": {"posts": 1}},
        note="图片消息：账号、题目、日期都在 → 一条；封面不是海报",
    )
