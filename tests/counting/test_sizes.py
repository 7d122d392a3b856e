from tests.counting.station_papers import codes, counted, points, scan, seen
from tests.facts.papers import paper

PROOF = "场地证明\n兹证明就业创业服务指导站办公室面积{}平方米，特此证明。"


def test_twenty_counts_and_a_little_less_does_not() -> None:
    assert points("1.1", seen(paper(PROOF.format("20.0")))) == (10, 10, 10)
    assert points("1.1", seen(paper(PROOF.format("19.99")))) == (0, 0, 0)


def test_a_proof_outranks_a_summary_and_low_takes_the_least() -> None:
    summary = paper("指导站2024年度工作总结\n指导站固定办公室面积18平方米。", file="summary")
    papers = seen(summary, paper(PROOF.format(36), file="proof"))
    assert points("1.1", papers) == (0, 10, 10)
    assert "totals-disagree" in codes(counted("1.1", papers))


def test_a_summary_that_says_more_raises_only_high() -> None:
    summary = paper("指导站2024年度工作总结\n指导站固定办公室面积40平方米。", file="summary")
    assert points("1.1", seen(summary, paper(PROOF.format(18), file="proof"))) == (0, 0, 10)


def test_a_doubtful_reading_does_not_count_in_low() -> None:
    papers = seen(scan(PROOF.format(36), 0.7))
    assert points("1.1", papers) == (0, 10, 10)
    assert codes(counted("1.1", papers)) == {"low-confidence"}


def test_the_bare_name_of_the_parent_school_counts_in_high() -> None:
    papers = seen(paper("哈尔滨工业大学场地证明\n兹证明就业创业服务指导站办公室面积36平方米。"))
    assert points("1.1", papers) == (0, 0, 10)
    assert codes(counted("1.1", papers)) == {"judgement-required"}


def test_only_a_photo_leaves_the_size_open() -> None:
    papers = seen(paper("", kind="image", file="a/1.jpg"), hints={"a/1.jpg": ("1.1",)})
    assert points("1.1", papers) == (0, 0, 10)
    assert codes(counted("1.1", papers)) == {"content-unconfirmed"}


def test_people_at_a_lecture_are_no_seats() -> None:
    assert not counted("1.2", seen(paper("场地使用情况\n在报告厅举办就业讲座12场，参加学生1200人。"))).measures


def test_the_wording_of_the_form_is_no_statement() -> None:
    text = "材料清单\n20平方以上室内固定办公场所\n容纳50人以上的室内培训场地"
    assert not counted("1.1", seen(paper(text))).evidence
    assert not counted("1.2", seen(paper(text))).evidence


def test_what_a_rule_asks_for_is_no_statement() -> None:
    text = "建站说明\n指导站固定场所应不小于20平方米，培训场地应不少于60个座位。"
    assert not counted("1.1", seen(paper(text))).evidence
