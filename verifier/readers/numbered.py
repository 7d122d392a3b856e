"""Numbers that an office program writes by itself before the items of a list: 一、 1. (1) ①."""

from __future__ import annotations

from collections.abc import Mapping

_DIGITS, _LEGAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_UNITS, _LEGAL_UNITS = ("", "十", "百", "千"), ("", "拾", "佰", "仟")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_MOST = 9999
"""the greatest number that is written in words"""
_ROWS: Mapping[str, str] = {
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
_COUNTED = (
    *(
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "japaneseDigitalTenThousand",
    ),
    *("taiwaneseCounting", "taiwaneseCountingThousand", "taiwaneseDigital", "koreanCounting"),
)
_LEGALLY = ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal")
_NOTHING = ("none", "bullet")


def written(number: int, form: str) -> str:
    """A number in a format of numbers, by its name in Office Open XML; '' for bullets."""
    row = _ROWS.get(form, "")
    if form in _NOTHING:
        return ""
    if 0 < number <= len(row):
        return row[number - 1]
    if form in _COUNTED:
        return _chinese(number, _DIGITS, _UNITS)
    if form in _LEGALLY:
        return _chinese(number, _LEGAL, _LEGAL_UNITS)
    return _latin(number, form)


def _latin(number: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman") and 0 < number <= _MOST:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter") and 0 < number <= _MOST:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form == "decimalFullWidth":
        return str(number).translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)})
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _chinese(number: int, digits: str, units: tuple[str, ...]) -> str:
    """十二, 二十, 一百零一."""
    if not 0 < number <= _MOST:
        return digits[0] if number == 0 else str(number)
    figures = [int(figure) for figure in str(number)]
    text = ""
    for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
        if figure:
            text += digits[figure] + units[place]
        elif not text.endswith(digits[0]):
            text += digits[0]
    text = text.rstrip(digits[0])
    return text.removeprefix(digits[1]) if 10 <= number < 20 and digits == _DIGITS else text
