from tests.counting.station_papers import codes, counted, points, seen
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
