"""Views of accounts and sites in designs of their own: which channel they are of, and which posts they show."""

from __future__ import annotations

import pytest

from tests.facts.papers import words
from tests.facts.seen import Line, drawn, span
from verifier.facts import extract as all_facts
from verifier.facts.posts.extract import extract
from verifier.facts.posts.screen_kind import screens_of
from verifier.model import Document, Observed, Place, Post, Table

WORDS = words()
PHONE = (1080, 2340)
TITLES = ("荣成市青年人才租房补贴", "文登区见习岗位招募公告", "乳山市企业秋招岗位汇总")


def posts(document: Document) -> list[Post]:
    seen = Observed(document)
    return [fact.value for fact in extract(seen, WORDS) if isinstance(fact.value, Post)]


def told(document: Document) -> list[tuple[str, str, str]]:
    """Channel, title and day of each post."""
    return [(post.channel, post.title, str(post.day.start) if post.day else "") for post in posts(document)]


# --- a site on a phone ----------------------------------------------------------------------------------

ROWS: list[Line] = [
    line
    for at, title in enumerate(TITLES)
    for line in (
        (title, 40, 420 + 240 * at, 52),
        (f"2024-0{5 + at}-11", 40, 500 + 240 * at, 38),
        (f"阅读{31 + at}", 330, 500 + 240 * at, 38),
    )
]
ADDRESS: Line = ("jy.example.edu.cn/m/list", 80, 110, 40)
NAME: Line = ("某某学院就业信息网", 40, 250, 56)


def test_a_site_s_list_on_a_phone_that_counts_readers_is_of_the_site() -> None:
    found = told(drawn(("15:20", 40, 20, 36), ADDRESS, NAME, *ROWS, size=PHONE))
    assert found == [("website", title, f"2024-0{5 + at}-11") for at, title in enumerate(TITLES)]


def test_without_its_address_the_channel_is_in_doubt() -> None:
    found = posts(drawn(("15:20", 40, 20, 36), NAME, *ROWS, size=PHONE))
    assert [(post.title, post.channel_in_doubt) for post in found] == [(title, True) for title in TITLES]


@pytest.mark.parametrize("day", ["2024-05-20", "05-20"])
@pytest.mark.parametrize("readers", [(), (("阅读 356", 640, 420, 34),)])
def test_an_article_under_a_site_s_name_in_the_bar_of_a_phone_is_the_site_s(
    day: str, readers: tuple[Line, ...]
) -> None:
    head: list[Line] = [
        ("15:20", 40, 20, 36),
        ("某某学院招生就业网", 324, 120, 48),
        ("文登区见习岗位招募公告", 254, 300, 52),
    ]
    text: list[Line] = [
        ("招募对象为离校两年内未就业的毕业生，", 40, 560, 44),
        ("请有意向的同学在线申请。", 40, 630, 44),
    ]
    found = posts(drawn(*head, (day, 400, 420, 34), *readers, *text, size=PHONE))
    assert [(post.channel, post.title, post.channel_in_doubt) for post in found] == [("website", TITLES[1], False)]


def test_the_name_of_the_column_over_a_list_is_no_title() -> None:
    head: list[Line] = [("某某学院就业服务网", 324, 120, 48), ("通知公告", 40, 330, 52)]
    rows = [*plain_rows("2024-0{}-11"), ("上一页 1/3 下一页", 380, 1100, 36)]
    found = told(drawn(("15:20", 40, 20, 36), *head, *rows, size=PHONE))
    assert found == [("website", title, f"2024-0{5 + at}-11") for at, title in enumerate(TITLES)]


def test_an_account_s_list_is_none_in_doubt() -> None:
    head: list[Line] = [("某某学院就业", 300, 120, 52), ("128篇原创内容", 300, 200, 34), ("已关注公众号", 300, 280, 34)]
    found = posts(drawn(("15:20", 40, 20, 36), *head, *ROWS, size=PHONE))
    assert [(post.channel, post.channel_in_doubt) for post in found] == [("wechat", False)] * 3


@pytest.mark.parametrize("address", ["https://mp.weixin.qq.com/s/AbC-1", "mp.weixin.qq.com"])
def test_the_address_of_an_account_s_article_is_no_site_s(address: str) -> None:
    (screen,) = screens_of(
        drawn(
            (address, 200, 20, 24),
            ("文登区见习岗位招募公告", 400, 120, 44),
            ("某某学院就业 2024年6月11日 17:30", 400, 200, 26),
            ("招募对象为离校两年内未就业的高校毕业生。", 400, 300, 30),
            size=(1920, 1080),
        ),
        WORDS,
    )
    assert screen.kind == "wechat-article"


# --- views of WeChat --------------------------------------------------------------------------------------


def plain_rows(day: str) -> list[Line]:
    """Titles in large letters, each over its day, as an account shows all its messages."""
    return [
        line
        for at, title in enumerate(TITLES)
        for line in ((title, 40, 420 + 200 * at, 44), (day.format(5 + at), 40, 490 + 200 * at, 34))
    ]


@pytest.mark.parametrize("day", ["2024-0{}-11", "2024/0{}/11", "2024.0{}.11"])
def test_all_messages_of_an_account_are_its_posts_though_nothing_else_tells_it(day: str) -> None:
    found = told(drawn(("15:20", 40, 20, 36), ("某某学院就业", 380, 120, 48), *plain_rows(day), size=PHONE))
    assert found == [("wechat", title, f"2024-0{5 + at}-11") for at, title in enumerate(TITLES)]


@pytest.mark.parametrize("sign", ["通知公告", "首页 上一页 1 2 下一页", "某某学院就业信息网"])
def test_the_same_list_with_a_site_s_sign_is_no_account_s(sign: str) -> None:
    lines = (("15:20", 40, 20, 36), (sign, 280, 120, 48), *plain_rows("2024-0{}-11"))
    assert "wechat" not in {post.channel for post in posts(drawn(*lines, size=PHONE))}


def test_results_of_a_search_are_posts_of_their_own_accounts() -> None:
    accounts = ("某某学院就业", "荣成发布", "某某学院就业")
    lines = [
        line
        for at, (title, account) in enumerate(zip(TITLES, accounts, strict=True))
        for line in (
            (title, 44, 500 + 320 * at, 54),
            ("符合条件的毕业生每月可以领取…", 44, 590 + 320 * at, 40),
            (f"{account} 2024-0{5 + at}-11", 44, 670 + 320 * at, 36),
        )
    ]
    found = posts(drawn(("15:20", 40, 20, 36), ("全部 文章 视频", 40, 250, 44), *lines, size=PHONE))
    assert [(post.title, post.account) for post in found] == list(zip(TITLES, accounts, strict=True))
    assert [post.day for post in found] == [span(2024, 5 + at, 11) for at in range(3)]


def test_days_in_the_middle_of_a_chat_stand_over_their_cards() -> None:
    menu: list[Line] = [("招聘", 100, 2200, 44), ("政策", 480, 2200, 44), ("咨询", 860, 2200, 44)]
    found = told(
        drawn(
            ("15:20", 40, 20, 36),
            ("某某学院就业服务", 320, 150, 48),
            ("2024年6月11日 17:30", 380, 300, 36),
            (TITLES[0], 60, 800, 46),
            (TITLES[1], 60, 920, 44),
            ("2024年5月6日 09:10", 390, 1100, 36),
            (TITLES[2], 60, 1600, 46),
            *menu,
            ("阅读原文", 60, 1700, 30),
            size=PHONE,
        )
    )
    days = ("2024-06-11", "2024-06-11", "2024-05-06")
    assert found == [("wechat", title, day) for title, day in zip(TITLES, days, strict=True)]


def test_long_titles_of_cards_that_reach_over_the_middle_have_the_days_over_them() -> None:
    titles = (
        "荣成市青年人才租房补贴申领指南发布",
        "文登区重点企业岗位汇总一览",
        "乳山市见习补贴怎么领？看这里",
        "来环翠区就业",
    )
    first, second, third, last = titles
    found = told(
        drawn(
            ("15:20", 40, 20, 36),
            ("某某学院就业服务", 320, 150, 48),
            ("2024年6月11日 17:30", 380, 300, 36),
            (first, 60, 800, 46),
            (second, 60, 920, 46),
            ("2024年5月6日 09:10", 390, 1100, 36),
            (third, 60, 1600, 46),
            (last, 60, 1720, 46),
            size=PHONE,
        )
    )
    days = ("2024-06-11", "2024-06-11", "2024-05-06", "2024-05-06")
    assert found == [("wechat", title, day) for title, day in zip(titles, days, strict=True)]


def test_the_backend_s_records_are_titles_and_not_its_counters_and_menus() -> None:
    rows = [
        line
        for at, title in enumerate(TITLES)
        for line in (
            (f"2024年0{5 + at}月11日10:2{at}", 200, 180 + 90 * at, 16),
            ("已发表", 200, 206 + 90 * at, 16),
            (title, 460, 182 + 90 * at, 17),
            ("数据 删除", 1090, 182 + 90 * at, 16),
            (f"4{at}8 91 {at}2 31", 460, 210 + 90 * at, 16),
        )
    ]
    menu: list[Line] = [
        ("首页", 14, 90, 18),
        ("素材库", 28, 140, 18),
        ("互动管理", 14, 184, 18),
        ("数据分析", 14, 274, 18),
    ]
    found = told(
        drawn(
            ("公众号", 20, 14, 24),
            ("某某就业", 1080, 18, 18),
            ("发表记录", 200, 84, 24),
            *menu,
            *rows,
            size=(1180, 900),
        )
    )
    assert found == [("wechat", title, f"2024-0{5 + at}-11") for at, title in enumerate(TITLES)]


@pytest.mark.parametrize("author", ["就业服务", "原创 招就处", "某某市人社"])
def test_a_byline_that_fills_its_row_and_goes_on_with_the_time_is_no_text(author: str) -> None:
    byline = f"{author} 某某药品食品职业学院就业 2024年9月5日"
    letter = 1000 // sum(2 if char > "\u2e7f" else 1 for char in byline)
    text = "为帮助应届毕业生尽快落实工作威海市人力资源和社会保障部门推出一批措施"
    lines: list[Line] = [
        ("9:12", 60, 30, 40),
        ("威海市高校毕业生租房补贴受理", 40, 300, 60),
        (byline, 40, 520, 2 * letter),
        ("16:42 山东 听全文", 40, 600, 2 * letter),
        *((text[at : at + 18], 40, 720 + 90 * (at // 18), 55) for at in range(0, len(text), 18)),
        ("赞 18", 500, 2200, 44),
    ]
    assert told(drawn(*lines, size=PHONE)) == [("wechat", "威海市高校毕业生租房补贴受理", "2024-09-05")]


@pytest.mark.parametrize("menu", [("互动管理", "用户管理", "数据分析"), ("粉丝画像", "菜单分析", "消息分析")])
def test_a_menu_beside_records_whose_days_stand_over_their_titles_names_none(menu: tuple[str, str, str]) -> None:
    rows = [
        line
        for at, title in enumerate(TITLES)
        for line in (
            (f"2024年0{5 + at}月11日", 200, 180 + 120 * at, 16),
            (title, 300, 240 + 120 * at, 17),
            ("已发表", 1090, 250 + 120 * at, 16),
            (f"10:2{at} 48 91 {at}", 300, 264 + 120 * at, 16),
        )
    ]
    beside: list[Line] = [(name, 20, 212 + 120 * at, 17) for at, name in enumerate(menu)]
    head: list[Line] = [("公众号", 20, 14, 24), ("某某就业", 1080, 18, 18), ("发表记录", 200, 84, 24)]
    found = told(drawn(*head, *beside, *rows, size=(1180, 900)))
    assert found == [("wechat", title, f"2024-0{5 + at}-11") for at, title in enumerate(TITLES)]


@pytest.mark.parametrize("host", ["mp", "p", "m", "np"])
def test_the_address_of_an_account_s_backend_is_known_with_a_letter_misread(host: str) -> None:
    rows = [
        line
        for at, title in enumerate(TITLES)
        for line in ((title, 300, 240 + 90 * at, 17), (f"2024-0{5 + at}-11", 900, 240 + 90 * at, 16))
    ]
    head: list[Line] = [
        (f"https://{host}.weixin.qq.com/cgi-bin/appmsgpublish", 120, 50, 20),
        ("首页", 20, 180, 18),
        ("下一页", 1000, 800, 16),
    ]
    assert {channel for channel, *_ in told(drawn(*head, *rows, size=(1180, 900)))} == {"wechat"}


# --- sites ------------------------------------------------------------------------------------------------


def test_a_column_of_offices_is_no_title() -> None:
    rows = [
        line
        for at, title in enumerate(TITLES)
        for line in (
            (title, 180, 240 + 50 * at, 22),
            (("招生就业处", "学生工作部", "就业指导中心")[at], 640, 240 + 50 * at, 22),
            (f"2024-0{5 + at}-11", 860, 240 + 50 * at, 20),
        )
    ]
    head: list[Line] = [(*NAME[:1], 60, 20, 30), ("首页>通知公告", 60, 140, 18)]
    found = told(drawn(*head, *rows, ("版权所有 某某学院", 400, 520, 18), size=(1200, 800)))
    assert found == [("website", title, f"2024-0{5 + at}-11") for at, title in enumerate(TITLES)]


def test_a_sidebar_is_no_part_of_an_article_s_text() -> None:
    (post,) = posts(
        drawn(
            (*NAME[:1], 60, 20, 30),
            ("当前位置：首页>通知公告", 60, 130, 18),
            (TITLES[0], 220, 180, 28),
            ("发布时间：2024-06-11 来源：某某学院就业信息网 浏览：102次", 260, 230, 18),
            ("符合条件的毕业生可以申请租房补贴，按季度发放至社会保障卡。", 60, 300, 20),
            ("近期招聘会", 930, 300, 22),
            ("材料齐全的五个工作日内办结，逾期不再受理，请相互转告。", 60, 340, 20),
            ("校园双选会报名入口", 930, 340, 20),
            size=(1280, 800),
        )
    )
    assert "五个工作日" in post.body
    assert "招聘会" not in post.body
    assert "双选会" not in post.body


def test_the_rows_of_a_ruled_table_on_a_site_are_its_posts() -> None:
    file = "list.png"
    lines: list[Line] = [(*NAME[:1], 60, 20, 30), ("首页>政策文件", 60, 140, 18)]
    cells = [("序号", "标题", "发布部门", "发布日期")]
    more: list[Line] = []
    for at, title in enumerate(TITLES):
        top = 230 + 50 * at
        cells.append((str(at + 1), title, "招生就业处", f"2024年{5 + at}月11日"))
        more += [(title, 180, top + 10, 20), (f"2024年{5 + at}月11日", 860, top + 10, 20)]
    drawn_rows = drawn(*lines, *more, size=(1200, 800), file=file)
    table = Table(tuple(cells), Place(file, 1, (60, 180, 1140, 400)), title="政策文件")
    document = Document(drawn_rows.file, drawn_rows.pages, (table,))
    found = [fact.value for fact in all_facts(document, WORDS) if isinstance(fact.value, Post)]
    assert [(post.channel, post.view, post.title) for post in found] == [("website", "list", title) for title in TITLES]


# --- addresses and menus --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["jy.school.example/m/list", "job.school.top/wx/index.html?id=3", "Q jy.school.info/a"]
)
def test_any_address_with_a_path_shows_a_site_on_a_phone(address: str) -> None:
    rows: list[Line] = [
        line
        for at, title in enumerate(TITLES)
        for line in (
            (title, 40, 460 + 240 * at, 52),
            (f"2024-0{5 + at}-11 阅读{31 + at}", 40, 540 + 240 * at, 38),
        )
    ]
    page = [
        ("11:07", 40, 20, 36),
        (address, 60, 110, 40),
        ("某某学院就业网", 40, 230, 50),
        ("首页>就业政策", 40, 340, 36),
    ]
    found = told(drawn(*page, *rows, size=PHONE))
    assert found == [("website", title, f"2024-0{5 + at}-11") for at, title in enumerate(TITLES)]


@pytest.mark.parametrize("days", [("4月12日 10:05", "4月16日晚上8:02"), ("2024年4月12日 10:05", "2024年4月16日 20:02")])
def test_the_menu_of_a_service_account_tells_its_cards_from_a_chat(days: tuple[str, str]) -> None:
    menu: list[Line] = [
        (f"≡ {name}", 100 + 330 * at, 2200, 44) for at, name in enumerate(("招聘信息", "就业政策", "就业服务"))
    ]
    head: list[Line] = [("20:08", 60, 30, 40), ("某某学院就业", 380, 150, 48)]
    cards: list[Line] = [
        (days[0], 420, 300, 36),
        (TITLES[0], 60, 800, 48),
        (days[1], 400, 960, 36),
        (TITLES[1], 60, 1500, 48),
    ]
    assert [post.title for post in posts(drawn(*head, *cards, *menu, size=PHONE))] == list(TITLES[:2])


def test_the_button_that_opens_the_menu_of_a_site_is_no_account_s() -> None:
    page: list[Line] = [
        ("≡菜单", 900, 110, 40),
        ("学校介绍", 60, 300, 60),
        ("校园风光", 60, 500, 48),
        ("联系我们", 60, 700, 48),
    ]
    assert told(drawn(*page, size=PHONE)) == []


@pytest.mark.parametrize("label", ["时间", "活动时间", "举办时间"])
def test_a_day_under_a_label_of_a_poster_makes_no_article_of_it(label: str) -> None:
    page: list[Line] = [
        ("高校毕业生就业政策宣讲", 400, 240, 90),
        (label, 340, 380, 44),
        ("2025年1月18日16:00", 340, 450, 44),
        ("地点", 340, 520, 44),
        ("环翠区文化广场一楼", 340, 590, 44),
        ("租房补贴每月一千元", 340, 660, 44),
    ]
    assert told(drawn(*page, size=(1600, 1200))) == []


# --- windows, counters, years -----------------------------------------------------------------------------

PARAGRAPH = (
    "毕业两年内到我市企业就业的高校毕业生签订一年以上劳动合同并缴纳社会保险的，可",
    "按学历层次申请生活补贴，按季度发放。",
)


@pytest.mark.parametrize(
    "tools",
    ["☆收藏复制链接用默认浏览器打开", "←刷新转发给朋友复制链接", "收藏 复制链接 用浏览器打开", "转发 收藏 更多"],
)
def test_the_tools_of_a_window_on_a_computer_are_no_title(tools: str) -> None:
    # the tools stand apart: read as one line they are broader than the letters of the title
    spread = drawn(
        ("微信", 564, 5, 28),
        (tools, 14, 47, 30),
        ("威海市秋季引才活动启动", 188, 113, 27),
        ("某某学院就业创业 2024-09-12 09:40 山东", 188, 166, 20),
        *((text, 188, 222 + 37 * at, 22) for at, text in enumerate(PARAGRAPH)),
        size=(1225, 1075),
    )
    assert told(spread) == [("wechat", "威海市秋季引才活动启动", "2024-09-12")]


@pytest.mark.parametrize(
    "counters",
    ["2554 □ 19 → 23  12  4", "□ 1047 □ 0  1 ❤ 0 □ 1", "0 330  8 = 4 31  4", "1.2万 34 5", "◎ 688   ♡ 9", "◎ 12688"],
)
@pytest.mark.parametrize("sent", ["群发·全部用户", "群发 · 全部用户", "全部群发"])
def test_counters_and_whom_a_post_was_sent_to_are_no_titles_and_no_accounts(counters: str, sent: str) -> None:
    rows = [
        line
        for at, title in enumerate(TITLES)
        for line in (
            (f"2024年{7 - at}月11日 10:2{at} 已发表", 227, 142 + 115 * at, 18),
            (sent, 1147, 140 + 115 * at, 20),
            (title, 338, 168 + 115 * at, 19),
            (counters, 341, 196 + 115 * at, 18),
        )
    ]
    head: list[Line] = [("公众号", 24, 9, 28), ("某某学院就业指导中心", 1062, 12, 18), ("发表记录", 225, 65, 28)]
    found = posts(drawn(*head, *rows, size=(1280, 900)))
    assert [(post.title, str(post.day and post.day.start)) for post in found] == [
        (title, f"2024-0{7 - at}-11") for at, title in enumerate(TITLES)
    ]
    assert {post.account for post in found} <= {"某某学院就业指导中心", ""}


@pytest.mark.parametrize("head", ["通知公告·2024年", "2024年通知公告", "招聘信息(2024年度)", "2024", "2024年·校园招聘"])
def test_a_year_over_a_list_is_that_of_its_days(head: str) -> None:
    rows = [
        line
        for at, title in enumerate(TITLES)
        for line in ((title, 42, 477 + 207 * at, 56), (f"0{7 - at}-11", 39, 549 + 207 * at, 50))
    ]
    seen = drawn(("10:26", 84, 48, 50), ("某某学院就业信息网", 42, 168, 60), (head, 42, 319, 64), *rows, size=PHONE)
    assert [day for *_, day in told(seen)] == [f"2024-0{7 - at}-11" for at in range(len(TITLES))]


@pytest.mark.parametrize("head", ["2023年至2024年通知公告", "2024届招聘信息", "通知公告"])
def test_what_is_no_year_over_a_list_leaves_its_days_open(head: str) -> None:
    rows = [
        line
        for at, title in enumerate(TITLES)
        for line in ((title, 42, 477 + 207 * at, 56), (f"0{7 - at}-11", 39, 549 + 207 * at, 50))
    ]
    seen = drawn(("10:26", 84, 48, 50), ("某某学院就业信息网", 42, 168, 60), (head, 42, 319, 64), *rows, size=PHONE)
    assert {day for *_, day in told(seen)} == {"None"}
