from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.language.identity_numbers import (
    check_credit_code,
    check_id,
    has_key,
    is_wrong_credit_code,
    mask_id,
    mask_name,
    mask_phone,
    same_person,
)
from verifier.language.masking import mask_text
from verifier.model import Person

VALID = "11010519491231002X"


def with_check_digit(first17: str) -> str:
    return next(first17 + last for last in "0123456789X" if check_id(first17 + last)[1] == "valid")


ids = st.builds(
    lambda county, born, serial: with_check_digit(f"{county}{born:%Y%m%d}{serial:03}"),
    st.sampled_from(["371082", "371003", "371081", "110105", "810000", "999999"]),
    st.dates(date(1930, 1, 1), date(2008, 12, 31)),
    st.integers(0, 999),
)


@pytest.mark.parametrize(
    "text",
    [
        VALID,
        "11010519491231002x",
        "11010519491231002ｘ",
        "'11010519491231002X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "\ufeff11010519491231002X\n",
    ],
)
def test_one_id_in_many_spellings_is_valid_and_the_same(text: str) -> None:
    assert check_id(text) == (VALID, "valid")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("110105194912310021", "invalid"),
        ("11010519491331002X", "invalid"),
        ("37108220020101123", "invalid"),
        ("371082200201011", "invalid"),
        ("3710**********1234", "masked"),
        ("371082＊＊＊＊＊＊＊＊1234", "masked"),
        ("371082XXXXXXXX1234", "masked"),
        ("3.71082E+17", "destroyed"),
        ("3.71082200201011e+17", "destroyed"),
        ("371082200201011000", "destroyed"),
        ("E12345678", ""),
        ("H1234567890", ""),
        ("", ""),
        ("无", ""),
        ("-", ""),
        ("****", ""),
    ],
)
def test_what_is_wrong_with_an_id_is_told(text: str, state: str) -> None:
    assert check_id(text)[1] == state


def test_a_text_without_digits_is_no_id() -> None:
    assert check_id("无") == ("", "")


def test_an_old_id_of_15_digits_becomes_one_of_18() -> None:
    assert check_id("130503670401001") == ("130503196704010016", "valid")


def test_maskings_of_any_length_are_stretched_to_18() -> None:
    assert check_id("3710***1234") == ("3710**********1234", "masked")


@given(ids)
def test_every_county_code_is_accepted(resident_id: str) -> None:
    assert check_id(resident_id) == (resident_id, "valid")


@given(ids, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(resident_id: str, place: int, step: int) -> None:
    digit = str((int(resident_id[place]) + step) % 10)
    assert check_id(resident_id[:place] + digit + resident_id[place + 1 :])[1] in ("invalid", "destroyed")


@pytest.mark.parametrize(
    "code", ["91350100M000100Y43", "92371000MA3JJYML8T", " 92371000ma3jjyml8t", "９２371000MA3JJYML8T"]
)
def test_credit_codes_with_a_right_check_character_pass(code: str) -> None:
    assert check_credit_code(code)


@pytest.mark.parametrize("code", ["", "92371000MA3JJYML8U", "92371000MA3JJYML8", "92371000MA3JJYMI8T", VALID])
def test_other_codes_do_not(code: str) -> None:
    assert not check_credit_code(code)


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("92371000MA3JJYML8T", False),
        ("92371000MA3JJYML8U", True),
        ("92371000MA3JJYML8", True),
        ("92371000MA3JJYMI8T", True),
        ("MA3JJYML8", False),
        ("371000200012345", False),
        ("9237100********L8T", False),
        ("92371000XXXXXXXX8T", False),
        ("无", False),
        ("", False),
    ],
)
def test_a_wrong_credit_code_is_told_from_other_codes(code: str, wrong: bool) -> None:
    assert is_wrong_credit_code(code) == wrong


def person(name: str = "", **fields: str) -> Person:
    resident_id, state = check_id(fields.pop("id", ""))
    return Person(name=name, resident_id=resident_id, id_state=state, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (person("张三", id=VALID), person("张叁", id=VALID)),
        (person("张三", student_number="2020001"), person("张　三", student_number="002020001")),
        (person("张三", id="110105194912310021", student_number="1"), person("张三", id=VALID, student_number="1")),
        (person("张三", id=VALID), person("张三", id="1101**********002X")),
        (person("张三", id="110105********002X"), person("张三", id="1101**********002X")),
        (person("张三", candidate_number="24371"), person("张三", candidate_number="24371")),
        (person("张三", major="软件工程"), person("张三", major="软件工程", id=VALID)),
        (person("买买提·艾力", major="法学"), person("买买提•艾力", major="法学")),
    ],
)
def test_one_person_on_two_papers(a: Person, b: Person) -> None:
    assert same_person(a, b) and same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (person("张三", id=VALID), person("张三", id="130503670401001")),
        (person("张三", student_number="1"), person("李四", student_number="1")),
        (person("张三", student_number="1", major="法学"), person("张三", student_number="2", major="法学")),
        (person("张三", id=VALID), person("李四", id="1101**********002X")),
        (person("张三", id=VALID), person("张三", id="3710**********1234")),
        (person("张三"), person("张三")),
        (person("", major="法学"), person("", major="法学")),
        (person("张三", id="3.71082E+17"), person("张三", id="3.71082E+17")),
    ],
)
def test_two_persons_or_too_little_to_tell(a: Person, b: Person) -> None:
    assert not same_person(a, b) and not same_person(b, a)


def test_a_masked_id_is_a_key_only_with_a_name() -> None:
    assert has_key(person("张三", id="3710**********1234"))
    assert not has_key(person("", id="3710**********1234"))
    assert not has_key(person("张三", id="3.71082E+17"))


def test_masks_keep_the_ends() -> None:
    assert mask_id(VALID) == "1101**********002X"
    assert mask_id("371082********1234") == "3710**********1234"
    assert mask_phone("13812345678") == "138****5678"
    assert mask_phone("0631-5681234") == "0631-*****34"
    assert mask_name("张三丰") == "张**"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("兹证明张三（身份证号：11010519491231002X）", "兹证明张三（身份证号：1101**********002X）"),
        ("身份证 3 7 1 0 8 2 2 0 0 2 0 1 0 1 1 2 3 4 号", "身份证 3710**********1234 号"),
        ("１１０１０５１９４９１２３１００２Ｘ", "1101**********002X"),
        ("手机138-1234-5678", "手机138****5678"),
        ("电话：（0631）5681234", "电话：0631-*****34"),
        ("学号：2020123456 姓名", "学号：202*****56 姓名"),
        ("邮箱zhang.san@example.cn", "邮箱z***@example.cn"),
        ("卡号6222 0210 0101 2345 678", "卡号6222*************78"),
        ("6222021001012345678", "6222***********5678"),
        ("旧证130503670401001", "旧证1305*******1001"),
    ],
)
def test_personal_data_in_free_text_is_masked(text: str, masked: str) -> None:
    assert mask_text(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "2024年5月20日 17:30 阅读 12",
        "统一社会信用代码92371000MA3JJYML8T",
        "办公场所20平方米",
        "20240601",
        "威人社发〔2020〕12号",
        "回收有效问卷48份，有效回收率96%",
    ],
)
def test_what_is_not_personal_stays(text: str) -> None:
    assert mask_text(text) == text


@given(ids, st.text(st.characters(whitelist_categories=["Lo"]), max_size=5), st.text("，。 （）", max_size=3))
def test_no_whole_id_survives_masking(resident_id: str, before: str, after: str) -> None:
    assert resident_id not in mask_text(before + resident_id + after)
