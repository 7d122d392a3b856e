"""Points from tallies: within 0 and the maximum, exact, in bands of the shown total, whatever the order of papers."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.counting.photo_papers import word
from tests.decisions.judged import judged
from verifier.cases import facts_of, score_groups
from verifier.model import SELF_SCORE, Evidence, Fact, Flag, Indicator, Measure, Place, Rate, RuleSet, SelfScore, Tally
from verifier.rules import load_rule_set
from verifier.score import outlook, rounded, score, score_cell, shown
from verifier.score import points as score_points

RULES = load_rule_set("weihai-2020")
CELLS = {cell.id: cell for cell in RULES.indicators}
BEST = {
    "office_area_m2": 20, "training_seats": 50, "staff": 3, "fulltime_liaison": 1, "parts": 2, "found": 1,
    "answered_share": 1, "survey_answers": 900, "posts": 16, "interns": 50, "graduates": 1000, "registered_share": 1,
    "change": Fraction(1, 50), "fairs": 6, "trained_undergraduate": 1, "trained_college": 1, "innovations": 2,
}  # fmt: skip


def tally(indicator: str, standing: str = "firm", open_to_max: bool = False, **facts: object) -> Tally:
    """One piece of evidence and the facts; three numbers are low, proposed and high."""
    measures = []
    for name, value in facts.items():
        many = value if isinstance(value, tuple) else (value, value, value)
        measures.append(Measure(name, *(None if each is None else Fraction(each) for each in many)))
    evidence = Evidence(indicator, "a.pdf", (), "content", "材料", standing)
    return Tally((evidence,), tuple(measures), (), open_to_max)


def full(**without: Tally) -> dict[str, Tally]:
    """Tallies that give every cell its maximum, but for those given."""
    best = {
        cell.id: tally(cell.id, **{name: BEST[name] for name in facts_of(cell) & BEST.keys()})
        for cell in RULES.indicators
    }
    return best | {name.removeprefix("c").replace("_", "."): each for name, each in without.items()}


def points(indicator: str, each: Tally) -> tuple[Fraction, Fraction, Fraction]:
    result = score_cell(CELLS[indicator], each, RULES)
    return result.low, result.proposed, result.high


def codes(indicator: str, each: Tally) -> list[str]:
    return [flag.code for flag in score_cell(CELLS[indicator], each, RULES).flags]


# --- what holds always ---------------------------------------------------------------------------


def thresholds(cell: Indicator) -> list[Fraction]:
    conditions = [c for rule in cell.readings for tier in rule.tiers for c in (*tier.all, *tier.any)]
    return sorted({condition.value for condition in conditions})


@st.composite
def tallies_of(draw: st.DrawFn, cell: Indicator) -> Tally:
    """Any tally of a cell: measures at, near and far from its thresholds, unknown or missing, in any order."""
    marks = thresholds(cell)
    near = st.sampled_from(marks).flatmap(
        lambda mark: st.sampled_from([mark, mark + 1, mark - 1, mark + Fraction(1, 997), mark - Fraction(1, 997)])
    )
    value = st.one_of(near, st.fractions(0, 100, max_denominator=5000), st.none())
    measures = []
    for name in sorted(facts_of(cell)):
        if draw(st.booleans()):
            measures.append(Measure(name, draw(value), draw(value), draw(value)))
    standings = draw(st.lists(st.sampled_from(["firm", "counted", "open", "out"]), max_size=3))
    evidence = tuple(
        Evidence(cell.id, f"{index}.png", (), "content", "材料", standing) for index, standing in enumerate(standings)
    )
    return Tally(evidence, tuple(measures), (), draw(st.booleans()))


ANY_CELL = st.sampled_from(RULES.indicators).flatmap(lambda cell: st.tuples(st.just(cell), tallies_of(cell)))
ANY_SHEET = st.fixed_dictionaries({}, optional={cell.id: tallies_of(cell) for cell in RULES.indicators})


@given(ANY_CELL)
@settings(max_examples=400, deadline=None)
def test_points_lie_between_nothing_and_the_maximum_and_low_proposed_high_rise(pair):
    cell, each = pair
    result = score_cell(cell, each, RULES)
    assert 0 <= result.low <= result.proposed <= result.high <= cell.max
    assert all(0 <= reading.points <= cell.max for reading in result.readings)
    assert all(isinstance(number, Fraction) for number in (result.low, result.proposed, result.high))
    if result.status == "ready":
        assert result.low == result.proposed == result.high
    if not each.evidence:
        assert (result.low, result.proposed) == (0, 0)
    for flag in result.flags:
        assert flag.points_at_stake is None or 0 < flag.points_at_stake <= cell.max


@given(ANY_SHEET, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_totals_are_exact_sums_and_neither_order_of_cells_nor_of_evidence_matters(tallies, random):
    sheet = score(RULES, tallies, {}, ())
    results = {result.indicator: result for result in sheet.results}
    for name in ("low", "proposed", "high"):
        exact = Fraction(0)
        for group in RULES.groups:
            sum_of_cells = sum((getattr(results[cell.id], name) for cell in group.indicators), Fraction(0))
            assert getattr(sheet.groups[group.id], name) == sum_of_cells <= 100
            exact += sum_of_cells * group.weight
        assert getattr(sheet.total, name) == exact <= 100
    assert sheet.grade.proposed in sheet.grade.possible
    assert sheet.award_yuan.proposed in sheet.award_yuan.possible

    mixed = list(tallies.items())
    random.shuffle(mixed)
    again = {
        name: Tally(
            tuple(random.sample(each.evidence, len(each.evidence))),
            tuple(random.sample(each.measures, len(each.measures))),
            each.flags,
            each.open_to_max,
        )
        for name, each in mixed
    }
    other = score(RULES, again, {}, ())
    assert (other.total, other.groups, other.grade, other.award_yuan) == (
        sheet.total,
        sheet.groups,
        sheet.grade,
        sheet.award_yuan,
    )
    assert [(r.low, r.proposed, r.high, r.status, r.readings, r.flags) for r in other.results] == [
        (r.low, r.proposed, r.high, r.status, r.readings, r.flags) for r in sheet.results
    ]


def award_at(cents: int) -> list[int]:
    """五（四） by hand for a total in hundredths of a point: the proposed award first."""
    for least, most, here in ((9600, 10000, 70000), (9100, 9500, 50000), (8000, 9000, 40000), (0, 7999, 0)):
        if least <= cents <= most:
            return [here]
    return [50000, 70000] if cents > 9500 else [40000, 50000]


def grade_at(cents: int) -> list[str]:
    """五（三） by hand."""
    if cents == 7000:
        return ["合格", "不合格"]
    return ["优秀"] if cents >= 8000 else ["合格"] if cents > 7000 else ["不合格"]


@given(st.lists(st.fractions(0, 100, max_denominator=3000), min_size=3, max_size=3).map(sorted))
@settings(max_examples=120, deadline=None)
def test_grades_and_awards_are_those_of_the_shown_total_and_all_between_low_and_high_are_possible(three):
    sheet = score_groups({group.id: tuple(three) for group in RULES.groups}, RULES)
    low, proposed, high = (int(each * 100 + Fraction(1, 2)) for each in three)
    assert sheet.award_yuan.proposed == award_at(proposed)[0]
    assert sheet.grade.proposed == grade_at(proposed)[0]
    span = range(low, high + 1)
    assert list(sheet.award_yuan.possible) == sorted({award for cents in span for award in award_at(cents)})
    grades = {grade for cents in span for grade in grade_at(cents)}
    assert list(sheet.grade.possible) == [grade for grade in ("不合格", "合格", "优秀") if grade in grades]
    unclear = len(award_at(proposed)) + len(grade_at(proposed)) - 2
    assert [flag.code for flag in sheet.flags] == ["rule-ambiguous"] * unclear


@pytest.mark.parametrize(
    "cents", [0, 6999, 7000, 7001, 7999, 8000, 9000, 9001, 9099, 9100, 9500, 9501, 9599, 9600, 10000]
)
def test_each_side_of_every_band(cents):
    total = Fraction(cents, 100)
    sheet = score_groups({group.id: (total, total, total) for group in RULES.groups}, RULES)
    assert sheet.award_yuan.proposed == award_at(cents)[0]
    assert list(sheet.award_yuan.possible) == sorted(award_at(cents))
    assert sheet.grade.proposed == grade_at(cents)[0]
    assert set(sheet.grade.possible) == set(grade_at(cents))


# --- whole sheets --------------------------------------------------------------------------------


def test_all_cells_met_give_a_hundred():
    tallies = full(c5_1=tally("5.1", innovations=2))
    sheet = score(RULES, tallies, {}, ())
    assert sheet.total.proposed == 100
    assert {result.indicator: result.proposed for result in sheet.results} == {c.id: c.max for c in RULES.indicators}
    assert (sheet.grade.proposed, sheet.award_yuan.proposed) == ("优秀", 70000)


def test_nothing_submitted_gives_nothing_but_what_the_bureau_holds():
    sheet = score(RULES, {}, {}, ())
    assert (sheet.total.low, sheet.total.proposed) == (0, 0)
    assert sheet.total.high == 18 * Fraction(35, 100)
    flags = {result.indicator: [flag.code for flag in result.flags] for result in sheet.results}
    assert [cell for cell, told in flags.items() if told == ["external-data-required"]] == ["4.2", "4.6"]
    assert all(told == ["no-evidence"] for cell, told in flags.items() if cell not in ("4.2", "4.6"))


def test_the_award_hangs_on_the_fifth_fair():
    """Groups 100, 96, 95, 77 and 100 with exactly five fairs."""
    cells = full(
        c2_4=tally("2.4", answered_share=Fraction(65, 100)),
        c3_1=tally("3.1", posts=15),
        c4_1=tally("4.1", interns=3, graduates=1000),
        c4_4=tally("4.4", fairs=5),
    )
    sheet = score(RULES, cells, {}, ())
    assert [spread.proposed for spread in sheet.groups.values()] == [100, 96, 95, 77, 100]
    assert (sheet.total.low, sheet.total.proposed, sheet.total.high) == (
        Fraction("90.15"),
        Fraction("90.15"),
        Fraction("91.2"),
    )
    assert sheet.award_yuan.proposed == 40000
    assert sheet.award_yuan.possible == (40000, 50000)
    assert [flag.code for flag in sheet.flags] == ["rule-ambiguous"]


# --- cells ---------------------------------------------------------------------------------------


def test_what_is_not_known_meets_no_threshold():
    assert points("4.1", tally("4.1", interns=30, graduates=None)) == (0, 0, 0)
    assert points("4.1", tally("4.1", interns=50, graduates=None)) == (20, 20, 20)


def test_a_level_that_the_school_does_not_have_is_not_asked_for():
    assert points("4.6", tally("4.6", trained_undergraduate=Fraction(1, 5))) == (8, 8, 8)
    assert points("4.6", tally("4.6", trained_undergraduate=Fraction(1, 5), trained_college=None)) == (0, 0, 8)
    assert points("4.6", tally("4.6")) == (0, 0, 0)


def test_an_open_question_raises_high_alone():
    assert points("3.3", tally("3.3", "open", open_to_max=True)) == (0, 0, 20)
    assert points("4.4", tally("4.4", open_to_max=True, fairs=2)) == (5, 5, 8)
    assert points("3.1", Tally(open_to_max=True)) == (0, 0, 30)


def test_readings_that_do_not_widen_are_listed_and_change_nothing():
    result = score_cell(CELLS["3.1"], tally("3.1", "out", posts=0), RULES)
    assert [(reading.id, reading.points) for reading in result.readings] == [("default", 0), ("literal-zero", 25)]
    assert (result.low, result.proposed, result.high) == (0, 0, 0)
    assert [flag.code for flag in result.flags] == []


def message(indicator: str, code: str, each: Tally) -> str:
    (flag,) = (flag for flag in score_cell(CELLS[indicator], each, RULES).flags if flag.code == code)
    return flag.message


def test_a_missed_tier_says_by_how_much():
    assert message("3.1", "below-threshold", tally("3.1", posts=15)) == (
        "推送计得15条，需多于15条（差1条），可得30分的一档没有达到，请核对或补充材料"
    )
    assert "培训场地容纳人数计得48人，需不少于50人（差2人）" in message(
        "1.2", "below-threshold", tally("1.2", training_seats=48)
    )
    assert "答卷率计得65%，需不少于70%（差5个百分点），可得18分" in message(
        "2.4", "below-threshold", tally("2.4", answered_share=Fraction(65, 100))
    )
    assert "专职联络员计得0人，需不少于1人（差1人），可得15分" in message(
        "1.5", "partial-evidence", tally("1.5", staff=3, fulltime_liaison=0)
    )
    assert "留威率增幅计得0.98个百分点，需不少于1个百分点（差0.02个百分点），可得20分" in message(
        "4.3", "below-threshold", tally("4.3", change=Fraction(2, 205))
    )


def test_a_value_that_rounds_to_the_threshold_is_told_with_more_digits():
    told = message("2.4", "below-threshold", tally("2.4", answered_share=Fraction(79999, 100000)))
    assert "答卷率计得79.999%，需不少于80%（差0.001个百分点）" in told


def test_a_missed_tier_is_not_told_where_an_open_question_may_reach_it():
    assert codes("3.1", tally("3.1", posts=(12, 12, 18))) == []
    assert codes("3.1", tally("3.1", open_to_max=True, posts=12)) == []
    assert codes("3.1", tally("3.1", posts=(10, 12, 15))) == ["below-threshold"]


def test_a_missed_tier_is_told_where_nothing_counts_only_in_cells_that_say_so():
    assert codes("4.1", tally("4.1", "out", interns=0, graduates=500)) == ["below-threshold"]
    assert codes("4.4", tally("4.4", "out", fairs=0)) == []


def test_two_readings_are_named_where_they_differ_on_the_counted_value():
    assert codes("4.4", tally("4.4", fairs=5)) == ["rule-ambiguous"]
    assert codes("4.4", tally("4.4", fairs=(4, 4, 5))) == []
    told = message("4.4", "rule-ambiguous", tally("4.4", fairs=5))
    assert "得5分" in told
    assert "得8分" in told


def test_flags_stand_with_the_gravest_first_and_say_what_is_at_stake():
    note = Flag("judgement-required", "note", "请看图。", None, "4.4")
    doubt = Flag("date-missing", "review", "没有日期。", Place("b.png", 1), "4.4")
    each = tally("4.4", fairs=(3, 3, 5))
    result = score_cell(CELLS["4.4"], Tally(each.evidence, each.measures, (note, doubt)), RULES)
    assert [flag.code for flag in result.flags] == ["date-missing", "judgement-required"]
    assert [flag.points_at_stake for flag in result.flags] == [3, None]
    assert result.status == "review"


@pytest.mark.parametrize(
    ("each", "status"),
    [
        (tally("4.4", fairs=6), "ready"),
        (tally("4.4", fairs=(6, 6, 7)), "ready"),
        (tally("4.4", fairs=4), "gap"),
        (tally("4.4", fairs=5), "review"),
        (tally("4.4", fairs=(4, 6, 6)), "review"),
        (Tally(), "gap"),
    ],
)
def test_the_status_of_a_cell(each, status):
    assert score_cell(CELLS["4.4"], each, RULES).status == status


def test_facts_are_those_of_proposed_that_are_known_and_shown():
    each = tally("4.1", interns=(1, 2, 3), graduates=None)
    hidden = Measure("found", Fraction(1), Fraction(1), Fraction(1), shown=False)
    result = score_cell(CELLS["4.1"], Tally(each.evidence, (*each.measures, hidden)), RULES)
    assert dict(result.facts) == {"interns": 2}


def test_the_schools_own_score_is_told_where_it_differs():
    def own(number: int) -> list[str]:
        fact = Fact(SELF_SCORE, SelfScore("举办校园招聘会", Fraction(number)), "8", Place("附件2.docx"))
        flags = score_cell(CELLS["4.4"], tally("4.4", fairs=6), RULES, fact).flags
        return [f"{flag.severity} {flag.code} {flag.place}" for flag in flags]

    assert own(8) == []
    assert own(5) == ["note self-score-differs 附件2.docx"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("19.756", "19.76"),
        ("90.005", "90.01"),
        ("90.0049", "90"),
        ("100", "100"),
        ("0", "0"),
        ("-1/1000", "0"),
        ("2/3", "0.67"),
        ("1/8", "0.13"),
        ("1000", "1000"),
    ],
)
def test_numbers_are_shown_half_up_with_two_decimals_at_most(number, text):
    assert shown(Fraction(number)) == text
    assert rounded(Fraction(number)) == Fraction(text)


# --- what is missing to the next tier ------------------------------------------------------------


def share_rate(measure: str, numerator: int, denominator: int, less: Fraction = Fraction(0)) -> tuple[Rate, Fraction]:
    """A rate and the measure that the tiers ask about."""
    rate = Rate(measure, Fraction(numerator), Fraction(denominator), (), measure, Fraction(1, denominator))
    return rate, Fraction(numerator, denominator) - less


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400), st.data())
def test_so_many_people_more_reach_the_next_points_and_one_fewer_does_not(denominator, data):
    numerator = data.draw(st.integers(0, denominator))
    rule = CELLS["2.4"].readings[0]
    rate, share = share_rate("answered_share", numerator, denominator)
    values = {"answered_share": share, "survey_answers": Fraction(numerator)}
    step = outlook(rule, rate, values).next
    now = score_points(rule, values)
    if step is None:
        assert now == 20
        return
    for more, better in ((step.people, True), (step.people - 1, False)):
        reached = Fraction(numerator + more, denominator)
        then = {"answered_share": reached, "survey_answers": Fraction(numerator + more)}
        assert (score_points(rule, then) > now) is better


def test_the_next_whole_percentage_point_of_retention_is_told_in_people():
    rate, change = share_rate("change", 860, 4100, Fraction(800, 4000))
    found = outlook(CELLS["4.3"].readings[0], rate, {"change": change})
    assert found.next is not None
    assert (found.next.points, found.next.people, found.next.value) == (20, 1, Fraction(21, 100))  # 861/4100 = 21 %
    assert found.marks == ((Fraction(20, 100), 10), (Fraction(21, 100), 20), (Fraction(22, 100), 30))


def test_a_small_school_is_told_of_its_own_threshold():
    rate = Rate("interns", Fraction(12), Fraction(150), (), "interns", Fraction(1), is_share=False)
    found = outlook(CELLS["4.1"].readings[0], rate, {"interns": Fraction(12), "graduates": Fraction(150)})
    assert found.next is not None and (found.next.people, found.next.alone) == (8, True)
    short = score_cell(CELLS["4.1"], tally("4.1", interns=12, graduates=150), RULES).flags
    assert "不少于20人" in next(flag.message for flag in short if flag.code == "below-threshold")


def test_one_of_two_levels_alone_does_not_bring_the_points():
    rate, share = share_rate("trained_undergraduate", 10, 100)
    values = {"trained_undergraduate": share, "trained_college": Fraction(1, 10)}
    step = outlook(CELLS["4.6"].readings[0], rate, values).next
    assert step is not None and (step.people, step.alone) == (10, False)


def test_a_rate_without_a_total_has_no_next_step():
    rate = Rate("answered_share", Fraction(10), None, (), "answered_share", None)
    assert outlook(CELLS["2.4"].readings[0], rate, {"answered_share": None}).next is None


def test_a_threshold_for_small_schools_is_no_mark_of_a_large_one():
    rate = Rate("interns", Fraction(12), Fraction(240), (), "interns", Fraction(1), is_share=False)
    found = outlook(CELLS["4.1"].readings[0], rate, {"interns": Fraction(12), "graduates": Fraction(240)})
    assert found.marks == ((50, 20),) and found.next is not None and found.next.people == 38


def test_a_gap_says_how_much_more_brings_the_next_tier(rules: RuleSet) -> None:
    posts = next(cell for cell in rules.indicators if cell.id == "3.1")
    eleven = Measure("posts", *[Fraction(11)] * 3)
    some = Evidence("3.1", "a.png", (), "content", "", "firm", "a")
    told = {flag.code: flag.remedy for flag in score_cell(posts, Tally((some,), (eleven,)), rules).flags}
    assert told["below-threshold"] == "推送再增加5条（发布日期在考核年度内）"
    nothing = score_cell(posts, Tally(), rules).flags[0]
    assert nothing.remedy.startswith("补交学校微信公众号推送的截图") and "多于15条得满分" in nothing.remedy


def test_of_two_regulations_the_one_that_is_missing_is_named() -> None:
    result, _ = judged(word("甲.docx", "指导站工作制度\n第一条 为规范工作，制定本制度。"))
    cell = next(row for row in result.indicators if row.id == "1.6")
    (said,) = (each for each in cell.flags if each.code == "partial-evidence")
    assert said.message.startswith("没有找到财务管理制度，可得15分的一档没有达到")
    assert said.remedy == "补交财务管理制度"
