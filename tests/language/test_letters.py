"""Letters that fonts, code pages and keyboards give for others."""

import pytest

from verifier.facts.quantities import find_quantities
from verifier.language.comparing_text import plain
from verifier.language.identity_numbers import is_misspelt, plain_name
from verifier.language.letters import as_seen, gbk_behind
from verifier.language.names import is_name, may_be_name
from verifier.language.numerals import fold
from verifier.readers.outcome import clean


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("⻢骏", "马骏"),
        ("⻓江⻝品", "长江食品"),
        ("⼤⾯积", "大面积"),
        ("⻩⻰⻬⺠", "黄龙齐民"),
        ("\ue863", "䶮"),
        ("\ue81e\ue864", "龴龻"),
        ("\ue815", "厂"),
        ("0631\u20112024\u2010001", "0631-2024-001"),
        ("一般的字", "一般的字"),
    ],
)
def test_radicals_and_private_codes_are_the_letters_that_a_person_sees(given: str, seen: str) -> None:
    assert as_seen(given) == seen == clean(given) == plain(given) == plain_name(given) == fold(given)


@pytest.mark.parametrize("dot", "·・•．‧●∙.⋅･")
def test_every_dot_of_a_foreign_name_is_one(dot: str) -> None:
    name = f"阿依古丽{dot}买买提"
    assert plain_name(name) == plain_name(f"阿依古丽 {dot} 买买提") == "阿依古丽·买买提"
    assert is_name(name) and may_be_name(name)


@pytest.mark.parametrize("dot", "·・•‧●∙⋅")
def test_middle_dots_are_one_in_names_of_employers_and_in_words(dot: str) -> None:
    assert plain(f"威海{dot}蓝天公司") == "威海·蓝天公司" == fold(f"威海{dot}蓝天公司")


def test_dots_elsewhere_are_what_they_are() -> None:
    assert plain("1.6 管理制度") == "1.6管理制度" and fold("一.总则") == "一.总则"
    assert not may_be_name("一.总则") and fold("• 职责") == "• 职责"


def test_a_rare_letter_that_was_misread_makes_no_other_name() -> None:
    assert is_misspelt("张龑", "张龚") and is_misspelt("李\ufffd", "李㛃")
    assert not is_misspelt("张伟", "张强") and not is_misspelt("张龑", "李龚") and not is_misspelt("龑", "龚")


@pytest.mark.parametrize(
    "text", ["面积120²", "建筑面积为120 m²", "面积：120 m2", "使用面积 120 2", "面积约120m", "面积120 m 2，独立办公"]
)
def test_what_ocr_leaves_of_square_metres_is_an_area(text: str) -> None:
    found = find_quantities(text)
    assert [(one.kind.name, one.quantity.number) for one in found] == [("area", 120)]


def test_per_mille_read_as_letters() -> None:
    assert [one.quantity.number * 1000 for one in find_quantities("创业率9%0，就业率96%")] == [9, 960]


@pytest.mark.parametrize("text", ["实习", "学校/专业.pdf", "001 实习.jpg"])
def test_chinese_whose_bytes_are_letters_of_utf_8_is_known(text: str) -> None:
    assert gbk_behind(text.encode("gbk").decode()) == text


@pytest.mark.parametrize("text", ["résumé.pdf", "Müller", "20°C", "Москва", "план работы", "实习", "ʵ", "plain", ""])
def test_letters_of_other_languages_are_left_alone(text: str) -> None:
    assert gbk_behind(text) == ""
