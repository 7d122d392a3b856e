from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facts.papers import grid, paper, scattered, sheet, words
from verifier.facts.quantities import extract, find_quantities
from verifier.language.numerals import chinese_number, parse_number
from verifier.model import AREA, PERCENT, Fact, Observed

WORDS = words()
_DIGITS = "零一二三四五六七八九"


def _han(number: int) -> str:
    """A whole number below 100000 in numerals."""
    text, zero = "", False
    for scale, sign in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + sign
        zero = not digit
    return text or "零"


STYLES = {
    "plain": str,
    "grouped": lambda n: f"{n:,}",
    "full width": lambda n: "".join(chr(ord(char) + 0xFEE0) for char in f"{n:,}"),
    "numerals": _han,
}


@pytest.mark.parametrize("style", STYLES)
@given(number=st.integers(2, 99999))
def test_a_number_is_read_in_every_style(style: str, number: int) -> None:
    text = STYLES[style](number)
    assert parse_number(text) == number
    (found,) = find_quantities(f"在校生{text}人")
    assert (found.kind.name, found.quantity.number, found.quantity.unit) == ("count", number, "人")


@pytest.mark.parametrize(
    ("text", "number"),
    [("两千三百", 2300), ("两千三", 2300), ("十二", 12), ("一百零五", 105), ("二〇二四", 2024), ("一万二", 12000)],
)
def test_numerals(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize("text", ["9" * 30, "9" * 3000, "1" + ",000" * 9, "九" * 20, "九九九九九亿亿"])
def test_a_row_of_digits_that_no_paper_means_is_no_number(text: str) -> None:
    assert parse_number(text) is None
    assert find_quantities(f"使用面积{text}平方米，满意率{text}%，座位数{text}") == ()


def facts(*args, **kwargs) -> list[tuple[str, Fraction, str, str]]:
    document = args[0] if args and not isinstance(args[0], str) else paper(*args, **kwargs)
    return [
        (fact.kind.name, fact.value.number, fact.value.unit, fact.label) for fact in extract(Observed(document), WORDS)
    ]


@pytest.mark.parametrize("unit", ["㎡", "平方米", "平米", "m2", "m²", "M2", "平方", " 平方米"])
@pytest.mark.parametrize("number", ["45", "45.0", "４５", "四十五"])
def test_every_way_to_write_an_area(number: str, unit: str) -> None:
    assert facts(f"办公场所使用面积为{number}{unit}。") == [("area", 45, "㎡", "办公场所使用面积为")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("可容纳80人", ("count", 80, "人")),
        ("容纳80余人", ("count", 80, "人")),
        ("座位数：80", ("count", 80, "座")),
        ("座位数80个", ("count", 80, "座")),
        ("容纳人数 80", ("count", 80, "人")),
        ("约60个座位", ("count", 60, "座")),
        ("80席", ("count", 80, "座")),
        ("办公面积（㎡）: 45", ("area", 45, "㎡")),
        ("应届毕业生人数：1,234", ("count", 1234, "人")),
        ("1.2万人", ("count", 12000, "人")),
        ("5000余人次", ("count", 5000, "人次")),
        ("就业率为80.5%", ("percent", Fraction(161, 200), "%")),
        ("就业率百分之八十点五", ("percent", Fraction(161, 200), "%")),
        ("留威率９６．５％", ("percent", Fraction(193, 200), "%")),
    ],
)
def test_number_and_unit_around_a_name(text: str, expected: tuple[str, Fraction, str]) -> None:
    assert [fact[:3] for fact in facts(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "第3名",
        "第12届招聘会",
        "3个月",
        "2024年5月20日",
        "鲁政发〔2020〕5号",
        "5万元",
        "13812345678",
        "一个平台",
        "3项目标",
        "办公场所   平方米，培训场地   个，共   平方米",
        "2家长",
        "3平方公里",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert facts(text) == []


def test_a_clause_that_only_sums_up_takes_the_words_before_it() -> None:
    text = "办公场所 45 平方米，培训场地 2 个，共 120 平方米；大厅面积300平方米，可容纳500人。"
    assert facts(text) == [
        ("area", 45, "㎡", "办公场所"),
        ("count", 2, "个", "培训场地"),
        ("area", 120, "㎡", "培训场地 共"),
        ("area", 300, "㎡", "大厅面积"),
        ("count", 500, "人", "大厅面积 可容纳"),
    ]


def test_copies_sent_and_answers_are_told_apart() -> None:
    assert facts("共发放问卷50份，回收有效问卷48份，有效回收率96%") == [
        ("count", 50, "份", "共发放问卷"),
        ("count", 48, "份", "回收有效问卷"),
        ("percent", Fraction(24, 25), "%", "有效回收率"),
    ]


def test_counts_of_staff_without_names() -> None:
    assert facts("共 5 人（其中专职人员 2 人，兼职 3 人）") == [
        ("count", 5, "人", "共"),
        ("count", 2, "人", "其中专职人员"),
        ("count", 3, "人", "兼职"),
    ]


def test_a_line_that_goes_on_takes_its_subject_from_the_line_before() -> None:
    assert facts("指导站办公室使用面积\n为45平方米。", kind="image") == [("area", 45, "㎡", "指导站办公室使用面积 为")]


def test_a_line_that_runs_on_takes_what_is_counted_from_the_next_line() -> None:
    whole = "我校2024届毕业生共950人，截至2024年6月10日，共有812人完成就"
    text = f"{whole}\n业状况调查问卷，占毕业生总数的85.5%。"
    document = paper(text, kind="image")
    assert document.lines[0].place.box and document.lines[1].place.box
    assert ("count", 812, "人", "截至2024年6月10日 共有 完成就业状况调查问卷") in facts(text, kind="image")


def test_the_header_tells_the_unit_of_a_cell() -> None:
    table = sheet("场地|面积（平方米）|座位数", "办公室|45|", "培训教室|120.5|80")
    assert facts(paper(tables=(table,), kind="sheet")) == [
        ("area", 45, "㎡", "办公室 面积（平方米）"),
        ("area", Fraction(241, 2), "㎡", "培训教室 面积（平方米）"),
        ("count", 80, "座", "培训教室 座位数"),
    ]


def test_the_label_cell_of_a_form_tells_the_unit() -> None:
    table = grid("座位数|80|面积（㎡）|45", "在校生规模|在校生 8000 人，应届毕业生 1234 人。||")
    assert facts(paper(tables=(table,))) == [
        ("count", 80, "座", "座位数"),
        ("area", 45, "㎡", "面积（㎡）"),
        ("count", 8000, "人", "在校生规模 在校生"),
        ("count", 1234, "人", "在校生规模 应届毕业生"),
    ]


def test_a_column_of_units_tells_the_unit() -> None:
    table = sheet("序号|设备名称|单位|数量", "1|电脑|台|10", "2|桌椅|套|40")
    assert [fact[1:] for fact in facts(paper(tables=(table,), kind="sheet"))] == [
        (10, "台", "电脑 数量"),
        (40, "套", "桌椅 数量"),
    ]


def test_a_bare_number_on_a_photo_takes_the_line_to_its_left() -> None:
    assert facts(scattered(("办公面积（㎡）", 100, 200), ("45", 500, 203), ("电话", 100, 300), ("45", 500, 300))) == [
        ("area", 45, "㎡", "办公面积（㎡）")
    ]


def test_a_bare_number_on_a_photo_takes_the_label_over_its_column() -> None:
    board = scattered(
        ("2024届毕业生就业进展", 300, 40),
        ("毕业生总数", 100, 120), ("已落实", 400, 120), ("去向落实率", 600, 122),
        ("1820", 110, 170), ("1715", 400, 170), ("94.23%", 610, 168),
    )  # fmt: skip
    assert facts(board) == [("count", 1820, "人", "毕业生总数"), ("percent", Fraction(9423, 10000), "%", "去向落实率")]


def test_a_bare_number_in_a_list_on_a_photo_takes_the_labels_of_its_row_and_column() -> None:
    listed = scattered(
        ("系部", 100, 100), ("毕业生数", 300, 100), ("答卷人数", 500, 100), ("答卷率", 700, 100),
        ("护理系", 100, 150), ("290", 310, 152), ("233", 520, 152), ("80.3%", 700, 150),
        ("合计", 110, 200), ("1180", 310, 202), ("905", 520, 200), ("76.7%", 700, 200),
        ("以上数据属实。", 100, 260),
        ("12", 500, 320),
    )  # fmt: skip
    assert [(number, label) for _, number, _, label in facts(listed)] == [
        (290, "护理系 毕业生数"), (233, "护理系 答卷人数"), (Fraction(803, 1000), "护理系 答卷率"),
        (1180, "合计 毕业生数"), (905, "合计 答卷人数"), (Fraction(767, 1000), "合计 答卷率"),
    ]  # fmt: skip


def test_a_quantity_has_the_place_and_confidence_of_its_line() -> None:
    (fact,) = extract(Observed(paper("标题\n面积45平方米", kind="image")), WORDS)
    assert isinstance(fact, Fact)
    assert (fact.place.page, fact.place.box is not None, fact.confidence, fact.quote) == (1, True, 0.95, "45平方米")


def test_a_wide_comma_parts_a_room_from_its_size() -> None:
    found = [one.quantity.number for one in find_quantities("办公室：主楼203，120平米；报告厅2,300平方米")]
    assert found == [120, 2300]


@pytest.mark.parametrize("text", ["净尺寸6m×5m", "6米×5米，", "长6米、宽5米", "长6m，宽5m"])
def test_two_sides_make_an_area(text: str) -> None:
    assert [(one.quantity.number, one.quantity.unit) for one in find_quantities(text)] == [(30, "㎡")]


@pytest.mark.parametrize("text", ["展台2m×1m×3m", "型号6×5", "长6米"])
def test_what_is_no_two_sides(text: str) -> None:
    assert not find_quantities(text)


@pytest.mark.parametrize("text", ["阶梯教室（座席数168）", "座位数168。"])
def test_the_number_of_seats_may_follow_their_name(text: str) -> None:
    assert [(one.quantity.number, one.quantity.unit) for one in find_quantities(text)] == [(168, "座")]


def test_a_unit_may_begin_the_next_line() -> None:
    told = facts("教室可容纳48\n人，面积90\n平方米。\n2024\n年招收3\n人民医院")
    assert [(number, unit) for _, number, unit, _ in told] == [(48, "人"), (90, "㎡")]


def test_a_header_may_go_on_in_a_second_row() -> None:
    table = grid("序号|位置|用途|面积|", "|||建筑面积（平方米）|使用面积（平方米）", "1|118|固定办公室|41.3|32.8")
    (_, whole, _, over), (_, usable, _, beside) = facts(tables=(table,))
    assert (whole, usable) == (Fraction("41.3"), Fraction("32.8"))
    assert "建筑面积" in over
    assert "使用面积" in beside


def test_on_the_cards_of_a_screen_a_number_stands_over_its_label() -> None:
    cards = scattered(("1018", 100, 300), ("2310", 320, 300), ("答卷数", 90, 350), ("浏览量", 315, 350))
    assert facts(cards) == [("count", 1018, "份", "答卷数")]


def test_the_whole_of_a_formula_is_no_percentage() -> None:
    assert not [one for one in find_quantities("就业人数÷毕业生总数×100％") if one.kind is PERCENT]
    (rate,) = [one for one in find_quantities("958/1200×100%=79.8%") if one.kind is PERCENT]
    assert rate.quote == "79.8%"


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("一间，长 6.2 米、宽 4.1 米，登记使用面积 25.4 平方米", ["25.4 平方米"]),
        ("6m×5m，约30㎡", ["30㎡"]),
        ("每间6m×5m，两间共60㎡", ["6m×5m", "60㎡"]),
        ("长6.2米、宽4.1米", ["长6.2米、宽4.1米"]),
    ],
)
def test_an_area_that_is_told_beside_its_sides_is_told_once(text: str, areas: list[str]) -> None:
    assert [one.quote for one in find_quantities(text) if one.kind == AREA] == areas


@pytest.mark.parametrize("seats", ["一百六十个软座", "160个固定座位", "160 座椅位", "160个折叠座椅", "160个阶梯座位"])
def test_seats_of_a_kind_are_seats(seats: str) -> None:
    assert [one.quantity.unit for one in find_quantities(f"报告厅有{seats}，可以上课")] == ["座"]
