"""Letters that fonts, code pages and keyboards give for others, as the ones that a person sees."""

from __future__ import annotations

import re
import unicodedata

_RADICALS_SUPPLEMENT = """
⺀冫 ⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺖忄 ⺗㣺 ⺘扌 ⺙攵
⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟
⺱罓 ⺲罒 ⺶羊 ⺷羊 ⺸羋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻊足
⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨
⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟
"""
"""after EquivalentUnifiedIdeograph.txt of Unicode: NFKC knows the radicals of Kangxi, and of these only two"""
_KANGXI = range(0x2F00, 0x2FD6)
_OLD_ROW = range(0xE815, 0xE865)
"""private codes that Windows gives to the row FE50…FEA0 of GBK, before and after GB 18030 gave letters to most of it"""
_LATER = {
    **{0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE831: 0x215D7, 0xE83B: 0x2298F, 0xE855: 0x241FE},
    **dict(zip((0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864), range(0x9FB4, 0x9FBC), strict=True)),
    **{0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11},
    **dict(zip(range(0xE790, 0xE797), range(0xFE13, 0xFE1A), strict=True)),
    **{0xE7C7: 0x1E3F, 0xE7C8: 0x01F9, 0xE7E7: 0x303E},
    **dict(zip(range(0xE7E8, 0xE7F4), range(0x2FF0, 0x2FFC), strict=True)),
}
"""private codes of GB 18030-2000 to which Unicode gave letters by the editions of 2005 and 2022"""


def _of_old_row(code: int) -> str:
    """The letter of GB 18030 at the same place of its row, which leaves out 7F."""
    second = code - _OLD_ROW.start + 0x50
    return bytes((0xFE, second + (second >= 0x7F))).decode("gb18030")


_HYPHENS = {0x2010: "-", 0x2011: "-"}
"""the hyphen of Unicode, and the one of Word at which no line may break"""
_LETTERS = {
    **_HYPHENS,
    **{code: _of_old_row(code) for code in _OLD_ROW},
    **{code: chr(letter) for code, letter in _LATER.items()},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI},
    **{ord(pair[0]): pair[1] for pair in _RADICALS_SUPPLEMENT.split()},
}
_LETTERS |= {code: _LETTERS.get(ord(letter), letter) for code, letter in _LETTERS.items()}
_ANY = re.compile(f"[{''.join(map(chr, _LETTERS))}]")

_LAST_OF_TWO_BYTES = 0x7FF
_OF_TWO_BYTES = re.compile(f"[\x80-{chr(_LAST_OF_TWO_BYTES)}]+")

DOT = "·"
_HAN = r"\u3007\u3400-\u9fff\U00020000-\U000323af"
_MIDDLE = "·・･•‧∙⋅᛫●"
_MIDDLE_DOT = re.compile(rf"(?<=[{_HAN}])[{_MIDDLE}](?=[{_HAN}])")
_DOT_OF_NAME = re.compile(rf"(?<=[{_HAN}])\s?[{_MIDDLE}.．˙﹒]\s?(?=[{_HAN}])")
_NUMBERED = re.compile(r"[〇零一二三四五六七八九十百]+\s?[.．]")


def as_seen(text: str) -> str:
    """Radicals, private codes and hyphens as the letters that they look like; the length stays the same."""
    return _ANY.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    return _LETTERS[ord(found[0])]


def one_dot(text: str) -> str:
    """Every kind of middle dot between Chinese characters as ·; the length stays the same."""
    return _MIDDLE_DOT.sub(DOT, text)


def dotted_name(text: str) -> str:
    """As `one_dot`, of a text that may be a name: a full stop is a dot too, but for that of 一.总则."""
    return text if _NUMBERED.match(text) else _DOT_OF_NAME.sub(DOT, text)


def gbk_behind(text: str) -> str:
    """A text that was read as UTF-8 and is Chinese in GBK, as ʵϰ is 实习: its letters are of two bytes that GBK reads
    too, and several stand together. '' for any other text: in one of Latin letters those with accents stand alone."""
    runs = _OF_TWO_BYTES.findall(text)
    if not any(len(set(run)) > 1 for run in runs) or any(ord(char) > _LAST_OF_TWO_BYTES for char in text):
        return ""
    try:
        return text.encode().decode("gb2312")
    except UnicodeDecodeError:
        return ""


def is_rare(letter: str) -> bool:
    """Whether a letter is beyond GB 2312: fonts lack those, and OCR gives others for them."""
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False
