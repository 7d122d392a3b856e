"""Lists of posts: what became of each, titles of several lines, cards beside each other."""

import pytest

from tests.facts.papers import words
from tests.facts.seen import Line, drawn, span
from verifier.facts.posts import extract
from verifier.model import POST, Document, Observed, Post

WORDS = words()
MARKS = [("已删除", "deleted"), ("已撤回", "deleted"), ("草稿", "draft"), ("待审核", "draft"), ("发表失败", "draft")]
TITLES = ("留威青年人才租房补贴申领指南", "乳山市校园引才计划岗位发布啦", "环翠区大学生创业孵化基地入驻申请")


def posts(document: Document) -> list[Post]:
    seen = Observed(document, ())
    return [fact.value for fact in POST.among(extract.extract(seen, WORDS))]


def states(document: Document) -> list[tuple[str, str]]:
    return [(post.title, post.state) for post in posts(document)]


def backend(*rows: list[Line], menu: tuple[Line, ...] = ()) -> Document:
    head: list[Line] = [("公众号", 20, 14, 24), ("某某就业", 1080, 18, 18), ("发表记录", 200, 84, 24)]
    return drawn(*head, *menu, *(line for row in rows for line in row), size=(1400, 900))


def row(at: int, title: str, mark: str, place: str) -> list[Line]:
    """A row of the backend with the mark beside the title, under the day, before the figures or in brackets."""
    top = 180 + 90 * at
    day, figures = f"2024年0{5 + at}月11日10:2{at}", f"阅读4{at}8 赞9 分享{at}"
    where: dict[str, list[Line]] = {
        "beside": [(day, 200, top, 16), (title, 460, top + 2, 17), (mark, 960, top + 1, 16), (figures, 1090, top, 16)],
        "under": [(day, 200, top, 16), (title, 460, top + 2, 17), (mark, 460, top + 30, 16), (figures, 1090, top, 16)],
        "figures": [(day, 200, top, 16), (title, 460, top + 2, 17), (f"{figures} {mark}", 960, top, 16)],
        "bracket": [(day, 200, top, 16), (f"[{mark}]{title}", 460, top + 2, 17), (figures, 1090, top, 16)],
        "day": [(f"{day} {mark}", 160, top, 16), (title, 560, top + 2, 17), (figures, 1090, top, 16)],
    }
    return where[place]


@pytest.mark.parametrize("place", ["beside", "under", "figures", "bracket", "day"])
@pytest.mark.parametrize(
    ("mark", "state"),
    [("已删除", "deleted"), ("已撤回", "deleted"), ("草稿", "draft"), ("待审核", "draft"), ("发表失败", "draft")],
)
def test_what_a_row_says_became_of_its_post_is_its_state(mark: str, state: str, place: str) -> None:
    found = states(
        backend(
            row(0, TITLES[0], "已发表", "beside"), row(1, TITLES[1], mark, place), row(2, TITLES[2], "已发表", "beside")
        )
    )
    assert found == [(TITLES[0], "published"), (TITLES[1], state), (TITLES[2], "published")]


def test_a_draft_in_a_row_without_a_day_is_no_part_of_the_post_over_it() -> None:
    rows: list[Line] = [
        ("某某学院就业信息网·内容管理系统", 25, 14, 22),
        ("标题", 443, 133, 20),
        ("状态", 1183, 133, 20),
    ]
    marks = ("已发布", "草稿", "已发布")
    for at, (title, mark) in enumerate(zip(TITLES, marks, strict=True)):
        top = 190 + 55 * at
        rows += [("栏目管理", 23, top - 8, 20), (title, 443, top, 18), (mark, 1183, top, 22)]
        rows += [(f"2024-09-1{9 - at} 09:30", 1322, top, 18)] if mark == "已发布" else []
        rows += [("编辑", 1608, top, 24), ("下线", 1705, top, 24)]
    rows += [("威海市就业见习补贴", 443, 355, 18), ("已发布", 1183, 355, 22), ("2024-06-12 09:35", 1322, 355, 18)]
    assert states(drawn(*rows, size=(1920, 875))) == [
        *((title, "draft" if mark == "草稿" else "published") for title, mark in zip(TITLES, marks, strict=True)),
        ("威海市就业见习补贴", "published"),
    ]


def test_cards_with_a_narrow_box_have_their_month_in_two_lines() -> None:
    lines: list[Line] = []
    titles = (*TITLES, "威海市就业见习补贴申请流程")
    for at, title in enumerate(titles):
        top = 220 + 130 * at
        lines += [(title, 185, top, 17), (f"1{at}", 116, top + 8, 32)]
        lines += (
            [("2024-", 117, top + 44, 16), ("09", 126, top + 64, 16)] if at == 1 else [("2024-09", 110, top + 44, 15)]
        )
    found = posts(drawn(("某某学院就业信息网", 88, 84, 32), ("首页", 86, 133, 22), *lines, size=(1440, 900)))
    assert [(post.title, post.day) for post in found] == [
        (title, span(2024, 9, 10 + at)) for at, title in enumerate(titles)
    ]


def test_a_menu_and_the_buttons_of_a_row_say_nothing_of_its_post() -> None:
    menu: tuple[Line, ...] = (("草稿", 20, 182, 16), ("待审核", 20, 272, 16), ("已删除", 20, 362, 16))
    rows = [[*row(at, title, "已发表", "beside"), ("删除", 1300, 180 + 90 * at, 16)] for at, title in enumerate(TITLES)]
    assert states(backend(*rows, menu=menu)) == [(title, "published") for title in TITLES]


def test_a_title_that_ends_with_such_a_word_is_a_title() -> None:
    title = "威海市就业补贴政策问答之岗位信息已撤回"
    assert states(
        backend(
            row(0, title, "已发表", "beside"),
            row(1, TITLES[1], "已发表", "beside"),
            row(2, TITLES[2], "已发表", "beside"),
        )
    )[0] == (title, "published")


@pytest.mark.parametrize("under", [False, True])
def test_in_a_list_of_an_account_the_mark_is_of_the_post_over_it(under: bool) -> None:
    lines: list[Line] = []
    for at, title in enumerate(TITLES):
        top = 300 + 180 * at
        mark = "已删除" if at == 1 else ""
        lines.append((title, 40, top, 34))
        lines.append((f"{5 + at}月11日 阅读4{at}8 赞9{'' if under or not mark else ' ' + mark}", 40, top + 56, 26))
        lines += [(mark, 40, top + 96, 26)] if under and mark else []
    found = states(drawn(("某某就业", 40, 120, 40), ("120篇原创内容", 40, 190, 26), *lines))
    assert found == [(TITLES[0], "published"), (TITLES[1], "deleted"), (TITLES[2], "published")]


@pytest.mark.parametrize("lines", [2, 3])
@pytest.mark.parametrize("shift", [-4, 0, 4])
def test_a_day_at_the_middle_of_a_long_title_is_of_all_its_lines(lines: int, shift: int) -> None:
    parts = ("威海市人力资源和社会保障局关于二〇二四年", "高校毕业生三支一扶计划招募公告的政策解读", "及报名指南")
    long: list[Line] = [(part, 460, 270 + 24 * at, 17) for at, part in enumerate(parts[-lines:])]
    middle = 270 + 24 * (lines - 1) // 2 + shift
    dated: list[Line] = [("2024年06月11日10:21", 200, middle, 16), ("阅读488 赞9 分享2", 1090, middle, 16)]
    first = row(0, TITLES[0], "已发表", "beside")
    last = [(text, left, top + 30, size) for text, left, top, size in row(2, TITLES[2], "已发表", "beside")]
    found = posts(backend(first, [*long, *dated], last))
    assert [post.title for post in found] == [TITLES[0], "".join(parts[-lines:]), TITLES[2]]
    assert [post.day.start.month for post in found if post.day and post.day.start] == [5, 6, 7]


@pytest.mark.parametrize("over", [False, True])
@pytest.mark.parametrize("columns", [2, 3])
def test_cards_beside_each_other_have_each_its_own_day(columns: int, over: bool) -> None:
    cards: list[Line] = []
    wanted = []
    for at in range(2 * columns):
        left, top = 340 + 420 * (at % columns), 260 + 180 * (at // columns)
        title, day = f"{TITLES[at % 3]}第{'一二三四五六'[at]}期", f"2024-{11 - at:02}-1{at}"
        cards.append((title, left, top + (34 if over else 0), 20))
        cards.append((f"发布时间：{day}", left, top + (0 if over else 36), 17))
        wanted.append((title, day))
    menu = "　".join(("首页", "通知公告", "招聘信息", "就业政策", "生涯指导", "创新创业", "联系我们", "下载中心") * 2)
    head: list[Line] = [
        ("某某学院就业信息网", 60, 20, 30),
        (menu, 60, 90, 20),
        ("当前位置：首页>通知公告", 900, 140, 18),
    ]
    foot: Line = ("共24条 首页 上页 1 2 3 下页 尾页", 500, 700, 18)
    found = posts(drawn(*head, *cards, foot, size=(1700, 900)))
    assert [(post.title, str(post.day.start) if post.day else "") for post in found] == wanted
