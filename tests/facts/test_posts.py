import pytest

from tests.facts.papers import words
from tests.facts.seen import drawn, kept, span, typed, yearless
from verifier.facts.posts.extract import extract, topic
from verifier.facts.rosters import extract as rosters
from verifier.model import POST, Document, Fact, Observed, Page, Place, Post, SourceFile, Table, TextLine
from verifier.record import brief

WORDS = words()


def posts(document: Document, known: tuple[Fact[object], ...] = ()) -> list[Post]:
    return [fact.value for fact in POST.among(extract(Observed(document, known), WORDS))]


LISTED = (
    "文登区青年人才驿站入住指南",
    "威海临港区引进优秀毕业生补贴申领指南",
    "乳山市人社局：一次性创业补贴申请流程",
    "荣成市重点企业岗位推荐",
)


@pytest.mark.parametrize("shift", [-2, 2])
def test_days_in_a_column_make_a_list_of_a_site_that_was_photographed_askew(shift: int) -> None:
    rows = [
        line
        for at, title in enumerate(LISTED)
        for line in ((title, 80, 300 + 40 * at, 18), (f"2024-11-{24 - at} 09:01", 1320, 300 + shift + 40 * at, 18))
    ]
    head = (
        ("https:/jy.example.edu.cn/info/8811.htm", 156, 43, 15),
        ("威海职业学院大学生就业网", 60, 106, 30),
        ("网站首页", 80, 180, 26),
    )
    found = posts(drawn(*head, *rows, size=(1600, 900)))
    assert [(post.title, post.channel) for post in found] == [(title, "website") for title in LISTED]
    assert [post.day for post in found] == [span(2024, 11, 24 - at) for at in range(4)]


def test_readers_and_an_office_under_the_titles_of_a_site_make_no_account_of_it() -> None:
    head = (
        ("通知公告 ×", 17, 8, 16),
        *(("X", 1340, 8, 14), ("4", 12, 42, 12), ("4", 30, 42, 12), ("Q", 51, 42, 14)),
        ("https://jy.example.edu.cn/tzgg", 115, 40, 15),
        ("威海职业学院就业信息网", 89, 90, 30),
        *(("首页", 85, 140, 20), ("通知公告", 160, 140, 18)),
    )
    rows = [
        line
        for at, title in enumerate(LISTED)
        for line in (
            (title, 255, 190 + 96 * at, 18),
            (f"阅读{12 + 7 * at}", 255, 224 + 96 * at, 15),
            ("发布部门：招生就业处", 320, 224 + 96 * at, 14),
            (f"2024-08-{20 - at}", 480, 224 + 96 * at, 14),
        )
    ]
    found = posts(drawn(*head, *rows, size=(1366, 768)))
    assert [(post.title, post.channel, post.day) for post in found] == [
        (title, "website", span(2024, 8, 20 - at)) for at, title in enumerate(LISTED)
    ]


@pytest.mark.parametrize("cut", [5, 7, 10, 11])
def test_a_byline_that_breaks_in_its_date_has_the_whole_of_it(cut: int) -> None:
    said = "2024年10月29日 19:11 山东 听全文"
    found = posts(
        drawn(
            ("威海市毕业生社保补贴指南", 54, 260, 56),
            (f"威海职业学院就业创业 {said[:cut]}", 54, 360, 44),
            (said[cut:].strip(), 54, 424, 44),
            ("毕业两年内的高校毕业生在我市企业就业并", 54, 560, 50),
            ("缴纳社会保险满六个月，可以申请生活补贴。", 54, 640, 50),
            size=(1080, 2340),
        )
    )
    assert [(post.title, post.account, post.day) for post in found] == [
        ("威海市毕业生社保补贴指南", "威海职业学院就业创业", span(2024, 10, 29))
    ]


def test_a_camera_s_date_over_its_time_is_no_byline() -> None:
    mark = drawn(("2023年11月7日", 60, 900, 40), ("10:30|", 60, 960, 60), ("星期二", 60, 1040, 30), size=(1600, 1200))
    assert extract(Observed(mark, ()), WORDS) == ()


def test_a_message_of_pictures_is_known_by_day_time_and_province() -> None:
    found = posts(
        drawn(
            *(("毕业生", 420, 300, 100), ("补贴清单", 380, 450, 100), ("1/6", 560, 900, 40)),
            ("威海职业学院就业创业 关注", 150, 1480, 42),
            ("威海市毕业生能领的六项补贴", 54, 1570, 56),
            ("六张图看完，转给今年毕业的同学。", 54, 1660, 48),
            ("2024年7月4日 10:02 山东", 54, 1750, 40),
            size=(1170, 2532),
        )
    )
    assert [(post.title, post.account, post.day) for post in found] == [
        ("威海市毕业生能领的六项补贴", "威海职业学院就业创业", span(2024, 7, 4))
    ]


def test_a_day_that_leans_into_its_title_stands_beside_it() -> None:
    rows = [
        line
        for at, title in enumerate(LISTED)
        for line in ((f"2024-11-{24 - at}", 79, 300 + 40 * at, 20), (title, 172 if at == 1 else 190, 300 + 40 * at, 18))
    ]
    found = posts(
        drawn(("威海职业学院就业信息网", 60, 22, 30), ("首页", 79, 96, 25), *rows, ("上一页下一页", 667, 684, 17))
    )
    assert [post.title for post in found] == list(LISTED)


def test_the_kinds_over_a_search_are_no_title() -> None:
    rows = [
        line
        for at, title in enumerate(LISTED)
        for line in ((title, 44, 262 + 300 * at, 50), (f"求职小助手 9月{21 - at}日", 44, 400 + 300 * at, 40))
    ]
    found = posts(drawn(("全部 视频 文章 公众号 小程序", 40, 150, 68), *rows))
    assert [post.title for post in found] == list(LISTED)


# --- articles ---------------------------------------------------------------------------------------


def test_the_lines_of_a_wrapped_title_are_one_title() -> None:
    (post,) = posts(kept("wechat-article-three-line-title"))
    assert (
        post.title == "【政策速递】威海市高校毕业生就业创业补贴政策汇总，2024届同学快来看看你能申领哪些，建议收藏转发!"
    )
    assert (post.account, post.day) == ("北交大威海就业", span(2024, 5, 20))


WRAPPED = (
    ("威海市高校毕业生就业创业补贴政策解", "读(一)"),
    ("威海市2024年青年人才驿站免费住宿申", "请指南(二)"),
    ("荣成市重点企业岗位推荐第三期来啦快", "来看"),
)


@pytest.mark.parametrize("day", [100, -50], ids=["under", "over"])
def test_the_short_second_line_of_a_title_in_a_list_is_no_title(day: int) -> None:
    rows = [
        line
        for at, (upper, lower) in enumerate(WRAPPED)
        for line in sorted(
            [
                (upper, 36, 310 + 210 * at, 34),
                (lower, 36, 356 + 210 * at, 34),
                (f"2024年{9 - at}月{20 - at}日", 36, 310 + 210 * at + day, 26),
            ],
            key=lambda each: each[2],
        )
    ]
    seen = drawn(("山外事就业", 36, 60, 40), ("消息 服务", 36, 160, 26), *rows)
    found = POST.among(extract(Observed(seen), WORDS))
    assert [fact.value.title for fact in found] == ["".join(lines) for lines in WRAPPED]
    assert [brief(fact.value) for fact in found] == ["".join(lines) for lines in WRAPPED]


def test_dates_of_the_text_are_not_the_day_of_the_post() -> None:
    (post,) = posts(kept("web-article-glued-time"))
    assert post.day == span(2024, 4, 2)
    assert "2023年1月1日" in post.body and "上一篇" not in post.body


def test_the_place_of_a_post_holds_all_lines_of_its_title() -> None:
    (fact,) = POST.among(extract(Observed(kept("wechat-article-three-line-title")), WORDS))
    assert fact.place.box == (28, 174, 740, 412)
    assert fact.label == "2024-05-20"


def test_a_repost_names_where_it_was_taken_from_and_a_relative_day_is_none() -> None:
    (post,) = posts(kept("wechat-article-repost"))
    assert (post.repost_of, post.day, post.state) == ("荣成人社", None, "published")


def test_of_author_and_account_the_account_is_taken() -> None:
    (post,) = posts(kept("wechat-article-on-pc"))
    assert (post.account, post.channel) == ("威职就业", "wechat")


def test_an_article_whose_foot_is_cut_off_is_read() -> None:
    (post,) = posts(kept("wechat-article-cropped-dark"))
    assert (post.title, post.account) == ("重磅！环翠区发放大学生购房补贴", "威海海洋职业学院招生就业处")


def test_a_sidebar_with_days_makes_no_list_of_an_article() -> None:
    (post,) = posts(kept("web-article-with-sidebar"))
    assert post.title == "荣成市青年人才引进补贴实施细则"
    assert post.day == span(2024, 3, 27)
    assert "哈尔滨理工大学荣成校区" in post.account


ARTICLE = (
    ("10:24", 30, 20, 26),
    ("威海市毕业生租房补贴怎么领", 36, 180, 42),
    ("山外事就业 2024年4月3日 09:20 山东", 36, 262, 30),
    ("在威海市就业的毕业生可申请租房补贴，每月五百元。", 36, 343, 32),
)


def test_an_article_under_whose_day_only_long_lines_stand_is_read() -> None:
    text = ("在威海市就业的毕业生可申请租房补贴，每月五百元，最长可领三十六个月，请于年底之前提交申请", 36, 343, 15)
    (post,) = posts(drawn(*ARTICLE[:3], text))
    assert (post.title, post.account) == ("威海市毕业生租房补贴怎么领", "山外事就业")


@pytest.mark.parametrize(
    ("extra", "state"),
    [
        ([], "published"),
        ([("预览", 600, 90, 30)], "draft"),
        ([("此为临时链接，仅用于预览，将在短期内失效。", 36, 90, 28)], "draft"),
        ([("此为预览页面，内容尚未发布，链接将在短时间后失效", 36, 90, 28)], "draft"),
        ([("本文未正式发布", 36, 90, 28)], "draft"),
        ([("待审核", 36, 90, 28)], "draft"),
        # stands unseen in every saved article
        ([("阅读 88", 36, 600, 28), ("预览时标签不可点", 36, 660, 28)], "published"),
        ([("岗位预览见附件，欢迎毕业生查看。", 36, 420, 32)], "published"),
    ],
)
def test_a_draft_is_known_by_what_stands_about_the_text(extra: list[tuple[str, int, int, int]], state: str) -> None:
    (post,) = posts(drawn(*ARTICLE, *extra))
    assert (post.state, post.title, post.day) == (state, "威海市毕业生租房补贴怎么领", span(2024, 4, 3))


@pytest.mark.parametrize(
    ("clock", "told"),
    [("10:24", "该内容已被发布者删除"), ("下午0:01", "该内容已被发布者删除"), ("下午0:01", "此内容因违规无法查看")],
)
def test_a_deleted_post_has_no_title(clock: str, told: str) -> None:
    (post,) = posts(drawn((clock, 30, 20, 26), (told, 140, 430, 50)))
    assert (post.title, post.state) == ("", "deleted")


def test_an_article_without_a_day_is_a_post_without_a_day() -> None:
    (post,) = posts(
        drawn(
            ("威海市创业担保贷款政策问答", 36, 120, 46),
            ("山大威海就业", 36, 190, 28),
            ("问：毕业生最高可贷多少？答：个人最高三十万元。", 36, 260, 32),
            ("阅读 120", 36, 900, 28),
            ("赞 3 在看 2", 500, 900, 28),
        )
    )
    assert (post.title, post.day, post.account) == ("威海市创业担保贷款政策问答", None, "山大威海就业")


def test_a_name_whose_box_meets_that_of_the_day_is_the_account() -> None:
    (post,) = posts(
        drawn(
            ("威海南海新区青年人才驿站入住指南", 75, 300, 70),
            ("威海海洋职业学院招就处", 73, 520, 50),
            ("2024-02-23 山东", 70, 566, 50),
            ("点击上方蓝字关注我们", 297, 707, 46),
            ("为促进高校毕业生来威留威就业，现将有关政策公布如下。", 62, 1434, 54),
        )
    )
    assert (post.account, post.day) == ("威海海洋职业学院招就处", span(2024, 2, 23))


def test_a_text_that_begins_close_under_the_day_is_no_account() -> None:
    (post,) = posts(
        drawn(
            ("临时预览链接，仅用于预览", 64, 368, 50),
            ("威海市事业单位公开招聘", 69, 495, 84),
            ("原创 编辑部 山东大学（威海）就业", 73, 756, 60),
            ("2024年8月20日 北京", 72, 840, 60),
            ("为促进高校毕业生来威留威就业，现将有关政", 81, 946, 62),
            ("策公布如下。", 81, 1030, 62),
            ("写留言", 94, 1410, 60),
            size=(1440, 2560),
        )
    )
    assert (post.account, post.day) == ("山东大学(威海)就业", span(2024, 8, 20))


def test_an_account_in_a_line_of_its_own_is_found() -> None:
    (post,) = posts(
        drawn(
            ("文登区人才公寓申请流程", 36, 120, 46),
            ("原创", 36, 190, 28),
            ("海院就业", 120, 190, 28),
            ("2024年7月5日 18:00", 300, 190, 28),
            ("到文登区就业的高校毕业生可申请人才公寓。", 36, 260, 32),
            ("阅读 120", 36, 900, 28),
        )
    )
    assert (post.account, post.day) == ("海院就业", span(2024, 7, 5))


def test_an_unsure_reading_of_title_or_day_is_the_confidence_of_the_post() -> None:
    (fact,) = POST.among(extract(Observed(drawn(*ARTICLE, sure=0.71)), WORDS))
    assert fact.confidence == pytest.approx(0.71)


def test_the_text_of_an_article_goes_on_over_the_pages_of_a_printed_page() -> None:
    first = [
        "威海职业学院就业信息网",
        "当前位置：首页 > 政策法规",
        "威海市灵活就业社保补贴指南",
        "发布时间：2024-10-10 浏览次数：12",
        "补贴按季度发放。",
    ]
    pages = tuple(
        Page(Place("p.pdf", n), lines=tuple(TextLine(text, Place("p.pdf", n)) for text in texts))
        for n, texts in enumerate((first, ["在威海缴纳社会保险的毕业生均可申请。"]), 1)
    )
    (post,) = posts(Document(SourceFile("p.pdf", "0", 1, "pdf", "read", pages=2), pages))
    assert "均可申请" in post.body and post.day == span(2024, 10, 10)


def test_what_a_browser_prints_over_a_page_is_no_day_of_the_post() -> None:
    (post,) = posts(
        drawn(
            ("2024/11/20 17:30", 20, 10, 12),
            ("租房补贴-威海职业学院就业信息网", 300, 10, 12),
            ("威海职业学院就业信息网", 60, 40, 30),
            ("当前位置：首页 > 通知公告", 60, 110, 14),
            ("威海市租房补贴怎么领", 200, 140, 24),
            ("发布时间：2024-05-20", 200, 180, 14),
            ("在威海就业的毕业生可申请租房补贴，请携带材料办理。", 60, 220, 18),
            ("http://job.example.edu.cn/info/1.htm", 20, 1080, 12),
            size=(800, 1100),
        )
    )
    assert (post.title, post.account, post.day) == (
        "威海市租房补贴怎么领",
        "威海职业学院就业信息网",
        span(2024, 5, 20),
    )


def test_a_saved_page_of_an_account_is_an_article() -> None:
    head = ("威海市租房补贴怎么领", "原创", "就业指导中心", "威职就业", "2024年05月20日 17:30", "山东")
    foot = ("微信扫一扫", "关注该公众号", "继续滑动看下一个", "预览时标签不可点")
    (post,) = posts(typed(*head, "在威海就业的毕业生可申请补贴。", *foot, kind="text", file="saved.html"))
    assert (post.title, post.account, post.state) == ("威海市租房补贴怎么领", "威职就业", "published")
    assert post.body == "在威海就业的毕业生可申请补贴。"


# --- lists ------------------------------------------------------------------------------------------


def test_a_page_of_an_account_gives_a_post_for_each_title_with_the_day_over_it() -> None:
    found = posts(kept("wechat-account-page"))
    assert [(post.title, post.day) for post in found] == [
        ("威海市企业校园行专场招聘会明天开始", None),
        ("关于申领2024年一次性求职创业补贴的提醒，符合条件的毕业生请尽快办理", None),
        ("毕业典礼通知", None),
        ("文登区青年人才公寓线上申请通道开启", span(2024, 5, 20)),
        ("乳山市岗位推荐第12期", span(2024, 5, 20)),
        ("留威政策问答（三)", span(2024, 5, 16)),
        ("年度盘点", span(2023, 12, 28)),
    ]
    assert {post.account for post in found} == {"山大威海就业"}
    assert {post.view for post in found} == {"list"}


def test_days_under_the_titles_belong_to_the_title_above() -> None:
    found = {post.title: post.day for post in posts(kept("wechat-list-days-below"))}
    assert found["秋季双选会倒计时"] == span(2024, 10, 25)
    assert found["百日千万招聘专项行动（第一期)"] is None
    assert posts(kept("wechat-list-all-messages"))[0].day == span(2024, 6, 21)


def test_a_tall_screen_of_titles_under_their_days_is_a_list_without_counts_of_readers() -> None:
    document = drawn(
        ("10:24", 30, 10, 26),
        ("山大威海就业", 60, 80, 46),
        ("公众号", 60, 140, 26),
        ("5月20日", 40, 240, 26),
        ("文登区青年人才公寓申请", 40, 300, 36),
        ("5月16日", 40, 420, 26),
        ("留威政策问答第三期", 40, 480, 36),
        ("5月12日", 40, 600, 26),
        ("乳山市岗位推荐", 40, 660, 36),
    )
    assert [(post.title, post.day) for post in posts(document)] == [
        ("文登区青年人才公寓申请", yearless(5, 20)),
        ("留威政策问答第三期", yearless(5, 16)),
        ("乳山市岗位推荐", yearless(5, 12)),
    ]


def test_records_of_the_backend_are_a_list() -> None:
    assert [post.day for post in posts(kept("wechat-backend"))] == [
        span(2024, 6, 18),
        span(2024, 6, 3),
        span(2024, 5, 20),
    ]


def test_a_site_shows_days_in_brackets_boxes_or_a_column() -> None:
    assert [post.day for post in posts(kept("web-list-bracketed-days"))] == [
        yearless(11, 20), yearless(10, 11), yearless(5, 22), yearless(3, 8),
    ]  # fmt: skip
    boxes = posts(kept("web-list-day-boxes"))
    assert [(post.title, post.day) for post in boxes] == [
        ("关于开展威海市“青鸟计划”实习见习活动的通知", span(2024, 11, 20)),
        ("2024年秋季校园双选会邀请函", span(2024, 10, 8)),
        ("乳山市引进优秀青年人才公告", span(2024, 3, 15)),
    ]
    wrapped = posts(kept("web-list-wrapped-titles"))
    assert wrapped[0].title == "关于组织我校毕业生参加2024年威海市“春风行动”暨南海新区专场招聘会的通知"
    assert [post.day for post in wrapped][-1] == span(2024, 1, 12)
    assert wrapped[0].account == "北京交通大学(威海)学生就业网"


def web_list(*rows: tuple[str, str]) -> Document:
    lines = [("威海职业学院就业信息网", 40, 20, 40), ("当前位置：首页 > 通知公告", 40, 90, 20)]
    for number, (title, day) in enumerate(rows):
        lines += [(title, 40, 140 + 50 * number, 24), (day, 1000, 142 + 50 * number, 20)]
    return drawn(*lines, size=(1200, 900))


def test_a_year_is_taken_from_neighbours_only_where_they_leave_no_other() -> None:
    rows = [
        ("威海市岗位信息发布第九期", "2024-11-20"),
        ("留威毕业生租房补贴须知", "09-05"),
        ("荣成市引才计划发布通知", "2024-03-08"),
        ("乳山市见习基地名单公布", "02-01"),
        ("放假安排的通知事项说明", "2022-12-30"),
    ]
    assert [post.day for post in posts(web_list(*rows))] == [
        span(2024, 11, 20), span(2024, 9, 5), span(2024, 3, 8), yearless(2, 1), span(2022, 12, 30),
    ]  # fmt: skip


def test_the_year_of_a_heading_holds_for_the_entries_under_it() -> None:
    document = drawn(
        ("威海职业学院就业信息网", 40, 20, 40),
        ("当前位置：首页 > 通知公告", 40, 90, 20),
        ("2024年", 40, 130, 30),
        ("威海市岗位信息发布第九期", 40, 180, 24),
        ("11-20", 1000, 182, 20),
        ("留威毕业生租房补贴须知", 40, 230, 24),
        ("09-05", 1000, 232, 20),
        ("2023年", 40, 280, 30),
        ("荣成市引才计划发布通知", 40, 330, 24),
        ("12-08", 1000, 332, 20),
        size=(1200, 700),
    )
    assert [post.day for post in posts(document)] == [span(2024, 11, 20), span(2024, 9, 5), span(2023, 12, 8)]


def test_chats_and_photos_give_no_posts() -> None:
    assert posts(kept("chat")) == []
    assert posts(drawn(("春季校园双选会", 300, 100, 90), ("2024年3月15日", 300, 220, 60))) == []


# --- typed lists ------------------------------------------------------------------------------------


def ledger(title: str, *rows: tuple[str, ...]) -> tuple[Document, tuple[Fact[object], ...]]:
    table = Table(rows, Place("list.xlsx"), sheet="Sheet1", title=title)
    document = Document(SourceFile("list.xlsx", "0", 1, "sheet", "read"), tables=(table,))
    return document, rosters.extract(Observed(document), WORDS)


def test_a_typed_list_gives_a_post_a_row() -> None:
    document, known = ledger(
        "2024年微信公众号推送统计表",
        ("序号", "标题", "发布时间", "阅读量"),
        ("1", "威海市人才公寓申请指南", "2024/5/20", "300"),
        ("2", "春季双选会预告", "2024.3.1", "120"),
    )
    found = posts(document, known)
    assert [(post.title, post.day, post.view, post.channel) for post in found] == [
        ("威海市人才公寓申请指南", span(2024, 5, 20), "typed-list", "wechat"),
        ("春季双选会预告", span(2024, 3, 1), "typed-list", "wechat"),
    ]


def test_each_row_of_a_typed_list_tells_its_channel() -> None:
    document, known = ledger(
        "政策宣传发布情况",
        ("标题", "发布时间", "平台", "链接"),
        ("威海市人才公寓申请指南", "2024-05-20", "威职就业公众号", "https://mp.weixin.qq.com/s/a"),
        ("威海市见习补贴通知", "2024-05-21", "威职就业信息网", "http://job.example.edu.cn/1.htm"),
    )
    assert [post.channel for post in posts(document, known)] == ["wechat", "website"]


def test_a_ledger_of_events_is_no_list_of_posts() -> None:
    document, known = ledger(
        "工作台账",
        ("序号", "日期", "活动名称", "地点"),
        ("1", "2024-03-15", "春季双选会", "体育馆"),
    )
    assert posts(document, known) == []


# --- topic ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "local", "employment"),
    [
        ("威海市毕业生生活补贴怎么领", True, True),
        ("留威就业政策问答", True, True),
        ("荣成市引进人才公告", True, True),
        ("来威求职青年驿站入住说明", True, True),
        ("我市支持青年人才就业若干措施", True, True),
        ("青岛市人才政策：我市给予购房补贴", False, True),
        ("山东省2024年三支一扶招募公告", False, True),
        ("山东大学（威海）2024届毕业生春季双选会", False, True),
        ("山大威海就业指导中心值班安排：就业手续办理", False, True),
        ("威海职业学院毕业生离校手续办理", False, True),
        ("哈尔滨理工大学荣成校区招聘会", False, True),
        ("上海市静安区威海路500号某公司招聘实习生", False, True),
        ("威海路演：创业项目招募", True, True),
        ("威海市马拉松鸣枪开跑", True, False),
        ("我校第六届读书节闭幕", False, False),
        ("山东外事职业大学与威海市人社局签订人才合作协议", True, True),
        ("哈工大(威海)毕业生留在文登就业", True, True),
        ("威海南海新区校企对接会回顾", True, True),
        ("春季“才聚威海”校园行：参会单位名单", True, True),
        ("威海市校企合作项目签字仪式", True, False),
    ],
)
def test_a_topic_is_judged_without_names_of_schools_and_streets(text: str, local: bool, employment: bool) -> None:
    assert topic(text, WORDS) == (local, employment)


def test_names_of_accounts_do_not_make_a_post_local() -> None:
    assert topic("威海青年就业 关注国家公务员招录", WORDS) == (True, True)
    assert topic("威海青年就业 关注国家公务员招录", WORDS, ("威海青年就业",)) == (False, True)


def test_plain_papers_give_nothing() -> None:
    assert extract(Observed(typed("财务管理制度", "第一条 为加强管理，制定本制度。")), WORDS) == ()


def test_days_over_the_first_that_carries_a_year_fall_in_the_year_after_it() -> None:
    rows = [
        ("威海市岗位信息发布第九期", "11-20"),
        ("留威毕业生租房补贴须知", "03-08"),
        ("荣成市引才计划发布通知", "2023-12-28"),
    ]
    assert [post.day for post in posts(web_list(*rows))] == [
        span(2024, 11, 20), span(2024, 3, 8), span(2023, 12, 28),
    ]  # fmt: skip


def test_a_pinned_post_that_breaks_the_order_keeps_the_years_open() -> None:
    rows = [
        ("威海市岗位信息发布第九期", "01-05"),
        ("留威毕业生租房补贴须知", "11-08"),
        ("荣成市引才计划发布通知", "2023-12-28"),
    ]
    assert [post.day for post in posts(web_list(*rows))] == [yearless(1, 5), yearless(11, 8), span(2023, 12, 28)]
