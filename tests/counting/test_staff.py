import pytest

from tests.counting.station_papers import SCHOOL, codes, counted, points, seen
from tests.facts.papers import grid, paper

HEAD = "姓名|职务|专兼职|岗位职责"


def listed(*rows: str, title: str = "指导站工作人员名单") -> object:
    return paper(title, tables=(grid(HEAD, *rows, title=title),))


def test_three_with_a_fulltime_liaison() -> None:
    assert points("1.5", seen(listed("王建国|主任|兼职|全面", "李晓梅|科员|专职|联络员", "张伟|科员|兼职|咨询"))) == (
        15,
        15,
        15,
    )


def test_a_parttime_liaison_is_none() -> None:
    papers = seen(listed("王建国|主任|专职|全面", "李晓梅|科员|兼职|联络员", "张伟|科员|专职|咨询"))
    assert points("1.5", papers) == (0, 0, 0)


def test_nobody_marked_liaison_is_for_a_person() -> None:
    papers = seen(listed("王建国|主任|专职|全面", "李晓梅|科员|专职|档案", "张伟|科员|专职|咨询"))
    assert points("1.5", papers) == (0, 0, 15)
    assert codes(counted("1.5", papers)) == {"judgement-required"}


def test_a_choice_that_nobody_can_tell_is_open() -> None:
    papers = seen(listed("王建国|主任|☐专职 ☑兼职|全面", "李晓梅|科员|专职 √ 兼职|联络员", "张伟|科员|兼职|咨询"))
    assert points("1.5", papers) == (0, 0, 15)
    assert codes(counted("1.5", papers)) == {"judgement-required"}


def test_counts_without_names_are_for_a_person() -> None:
    papers = seen(paper("人员配备说明\n指导站现有工作人员4人，其中专职2人。"))
    assert points("1.5", papers) == (0, 0, 15)


def test_judges_of_a_contest_are_no_staff() -> None:
    people = listed("王建国|主任|专职|评审", "李晓梅|经理|专职|联络员", "张伟|院长|兼职|评审", title="大赛评委名单")
    assert not counted("1.5", seen(people)).evidence


def test_the_number_that_the_form_asks_for_is_no_number_of_staff() -> None:
    assert not counted("1.5", seen(paper("说明\n指导站工作人员不少于3人，有1名专职联络员"))).evidence


def test_a_notice_that_names_the_stations_staff_lists_them() -> None:
    people = "站长：原志强（兼职）\n工作人员：姜广林（专职）、邢宁（兼职）\n专职联络员：刘少峰（专职）\n特此通知。"
    named = seen(paper(f"关于明确大学生就业创业服务指导站工作人员的通知\n现将名单公布如下：\n{people}"))
    assert points("1.5", named) == (15, 15, 15)
    other = seen(paper(f"关于举办春季运动会的通知\n{people}"))
    assert points("1.5", other) == (0, 0, 0)


HEAD_OF_GROUPS = "序号|姓名|部门|负责工作"
GROUPS = ("1|王建国|就业处|市场", "2|李晓梅|就业处|{0}", "3|张伟|财经学院|站长", "4|赵敏|双创学院|{1}")


@pytest.mark.parametrize(
    ("first", "second", "duties", "expected"),
    [
        ("一、专职人员|||", "二、兼职人员|||", ("联络员", "咨询"), 15),
        ("专职|||", "兼职|||", ("联络员", "咨询"), 15),
        ("专职工作人员（2人）||||", "兼职工作人员（2人）||||", ("联络员", "咨询"), 15),
        ("一、专职人员|||", "二、兼职人员|||", ("咨询", "联络员"), 0),
        ("一、专职人员|||", "二、其他人员|||", ("咨询", "联络员"), 0),
        ("一、本站共有专职人员2人、兼职人员2人|||", "二、其他|||", ("联络员", "咨询"), 0),
    ],
)
def test_the_name_of_a_group_tells_how_its_people_work(
    first: str, second: str, duties: tuple[str, str], expected: int
) -> None:
    one, two, three, four = (row.format(*duties) for row in GROUPS)
    table = grid(HEAD_OF_GROUPS, first, one, two, second, three, four)
    assert points("1.5", seen(paper("指导站人员花名册", tables=(table,))))[1] == expected


def test_a_row_tells_more_of_a_person_than_its_group() -> None:
    rows = ("专职人员|||", "王建国|主任|兼职|联络员", "李晓梅|科员|专职|档案", "张伟|科员|兼职|咨询")
    assert points("1.5", seen(listed(*rows))) == (0, 0, 0)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("就业创业服务指导站通讯录", 15),
        ("就业创业服务指导站人员通讯录", 15),
        ("指导站工作人员联系通讯录", 15),
        ("各二级学院指导站联络员通讯录", 0),
        ("校友会通讯录", 0),
        ("就业创业服务指导站合作企业通讯录", 0),
        ("指导站与企业通讯录", 0),
    ],
)
def test_the_stations_own_directory_lists_its_staff(title: str, expected: int) -> None:
    people = listed("王建国|主任|兼职|全面", "李晓梅|科员|专职|联络员", "张伟|科员|兼职|咨询", title=title)
    assert points("1.5", seen(people))[1] == expected


def test_the_directory_of_the_office_that_is_the_station_lists_its_staff() -> None:
    listed = grid("姓名|岗位|性质", "李建国|站长|兼职", "王芳|联络员|专职", "赵敏|职业咨询|兼职")
    assert points("1.5", seen(paper(f"{SCHOOL}招生就业处（指导站）通讯录", tables=(listed,)))) == (15, 15, 15)
    assert points("1.5", seen(paper(f"{SCHOOL}各系部通讯录", tables=(listed,))))[1] == 0
