"""What each table of people was taken for, and how tables of one kind go together."""

from tests.counting.people_papers import KEYS, SCHOOL, book, bundle, destinations, keys, rules, sheet
from verifier.counting.people.roster_summary import rolls
from verifier.model import Document, RosterSummary


def described(*documents: Document) -> tuple[RosterSummary, ...]:
    return rolls(bundle(*documents), rules())


def origins_of(people: range, title: str = "2024届毕业生生源信息", file: str = "生源.xlsx") -> Document:
    return sheet([*KEYS, "生源地"], [[*keys(at), "威海市"] for at in people], title, file=file)


def test_a_roster_says_what_it_was_taken_for_and_what_told_it():
    (roll,) = described(origins_of(range(5)))
    assert (roll.taken_for, roll.rows, roll.joined) == ("2024届生源信息库", 5, "")
    assert roll.told_by == "标题或同一工作簿的其他表"


def test_the_same_list_twice_adds_nobody():
    _, second = described(origins_of(range(5)), origins_of(range(5), file="副本.xlsx"))
    assert second.joined == "与生源.xlsx Sheet1!A2是同一批人，不增加人数"


def test_two_campuses_are_joined():
    _, second = described(origins_of(range(5)), origins_of(range(5, 9), file="荣成校区.xlsx"))
    assert second.joined == "与生源.xlsx Sheet1!A2合并：4人都不重复"


def test_a_sheet_that_serves_for_two_is_joined_with_one_that_serves_for_one():
    rows = [[*keys(at), "本科", "会计", "签就业协议形式就业", "甲公司"] for at in range(6)]
    header = [*KEYS, "学历层次", "专业", "毕业去向", "单位名称"]
    title = "2024届毕业生花名册"
    two = book(
        "库.xlsx",
        ("甲", title, header, rows[:4]),
        ("乙", title, [*KEYS, *header[-2:]], [[*row[:-4], *row[-2:]] for row in rows[4:]]),
    )
    first, second = described(two)
    assert (first.taken_for, second.taken_for) == ("2024届学历信息库、毕业生花名册", "2024届毕业生花名册")
    assert second.joined == "与库.xlsx 甲!A2合并：2人都不重复"


def test_lists_that_overlap_say_how_many_are_new():
    _, second = described(origins_of(range(5)), origins_of(range(3, 9), file="补充.xlsx"))
    assert second.joined == "与生源.xlsx Sheet1!A2合并：新增4人，2人已在其中"


def test_rosters_of_two_classes_are_told_apart():
    this, last = described(destinations(3, 10, 2024), destinations(3, 10, 2023))
    assert this.taken_for.startswith("2024届") and last.taken_for.startswith("2023届")
    assert last.joined == ""


def test_sheets_of_one_book_are_joined_by_level():
    rows = [[*keys(at), "威海市"] for at in range(6)]
    two = book(
        "库.xlsx",
        ("本科", "2024届毕业生生源信息", [*KEYS, "生源地"], rows[:4]),
        ("专科", "2024届毕业生生源信息", [*KEYS, "生源地"], rows[4:]),
    )
    first, second = described(two)
    assert (first.joined, second.joined) == ("", "与库.xlsx 本科!A2合并：2人都不重复")


def test_an_export_of_the_platform_is_none_of_the_class():
    export = sheet(
        ["姓名", "证件号码", "注册时间", "毕业院校"],
        [[keys(1)[0], keys(1)[1], "2024-05-01", SCHOOL]],
        "就业服务平台注册用户导出",
    )
    (roll,) = described(export)
    assert roll.taken_for == "就业服务平台的注册用户"
