# ruff: noqa: E501 (a kind of number stands in one piece)
"""Made-up personal numbers in every spelling, and how one is found again in whatever was written."""

from __future__ import annotations

import html
import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from tests.language.test_masking import WAYS_OF_IDS, WAYS_OF_MOBILES, full_width, grouped, spelled

Way = Callable[[str], str]

SPELLINGS: Mapping[str, Way] = {
    "plain": str,
    "full width": full_width,
    "unseen signs": "\u200b".join,
    "unseen once": lambda text: text[:5] + "\u2060" + text[5:],
}
"""of whatever is told by its label or its letters"""
WAYS_OF_BANK_CARDS: Mapping[str, Way] = SPELLINGS | {
    "4 by 4": lambda text: grouped(text, (4,) * (len(text) // 4), " "),
    "4-by-4": lambda text: grouped(text, (4,) * (len(text) // 4), "-"),
    "4.by.4": lambda text: grouped(text, (4,) * (len(text) // 4), "."),
    "wide blanks": lambda text: grouped(text, (4,) * (len(text) // 4), "\u3000"),
    "6 and the rest": lambda text: grouped(text, (6,), " "),
    "each apart": " ".join,
    "two lines": lambda text: grouped(text, (8,), "\n"),
    "letter before": lambda text: f"No{text}",
    "O for 0": lambda text: text.replace("0", "O", 1),
    "in words": spelled,
}
WAYS_OF_PASSPORTS: Mapping[str, Way] = SPELLINGS | {
    "small letter": str.lower,
    "letter apart": lambda text: f"{text[:1]} {text[1:]}",
    "blank within": lambda text: f"{text[:5]} {text[5:]}",
    "letter after": lambda text: f"{text}号",
}
WAYS_OF_LANDLINES: Mapping[str, Way] = SPELLINGS | {
    "dash": lambda text: grouped(text, (4,), "-"),
    "long dash": lambda text: grouped(text, (4,), "—"),
    "blank": lambda text: grouped(text, (4,), " "),
    "brackets": lambda text: f"（{text[:4]}）{text[4:]}",
    "three groups": lambda text: grouped(text, (4, 3), " "),
    "+86": lambda text: f"+86-{text[1:4]}-{text[4:]}",
}
WAYS_OF_STUDENT_NUMBERS: Mapping[str, Way] = SPELLINGS | {"grouped": lambda text: grouped(text, (4, 4), "-")}
WAYS_OF_MAIL: Mapping[str, Way] = SPELLINGS | {
    "full width sign": lambda text: text.replace("@", "＠"),
    "blanks": lambda text: text.replace("@", " @ "),
    "glued": lambda text: f"邮箱{text}收",
}
WAYS_OF_WORDS: Mapping[str, Way] = {"plain": str, "unseen signs": "\u200b".join}


@dataclass(frozen=True)
class Planted:
    kind: str
    way: str
    plain: str
    """the number itself"""
    written: str
    """as it stands in a paper, with its label where only that tells what it is"""

    @cached_property
    def core(self) -> str:
        """What tells the number: of an address the house, of a mail all before its sign, of a phone no zero before."""
        if self.kind == "address":
            return _bare(self.plain)[13:]
        if self.kind == "landline":
            return self.plain[1:]
        return _bare(self.plain.partition("@")[0] + "@" if self.kind == "mail" else self.plain)


def planted(chance: random.Random, kind: str = "", way: str = "") -> Planted:
    """A number of a kind, which nobody has, in one of its spellings."""
    kind = kind or chance.choice(tuple(KINDS))
    made, ways, labels = KINDS[kind]
    plain = made(chance)
    way = way or chance.choice(tuple(ways))
    return Planted(kind, way, plain, f"{chance.choice(labels)}{ways[way](plain)}")


def _digits(chance: random.Random, many: int) -> str:
    return "".join(chance.choices("0123456789", k=many))


def _letters(chance: random.Random, many: int) -> str:
    return "".join(chance.choices("abcdefghkmnpqrtuvwxyz", k=many))


def _id(chance: random.Random) -> str:
    county = chance.choice(("371002", "371082", "110105", "510104", "330106"))
    born = f"{chance.randrange(1965, 2006)}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}"
    body = f"{county}{born}{chance.randrange(1, 1000):03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(sign) * weight for sign, weight in zip(body, weights, strict=True)) % 11]


def _mobile(chance: random.Random) -> str:
    return f"1{chance.choice('3456789')}{_digits(chance, 9)}"


def _bank_card(chance: random.Random) -> str:
    body = f"62{_digits(chance, chance.choice((13, 16)))}"
    doubled = [int(sign) * (2 - at % 2) for at, sign in enumerate(reversed(body))]
    return body + str(-sum(value // 10 + value % 10 for value in doubled) % 10)


def _address(chance: random.Random) -> str:
    road = chance.choice(("文化西路", "青岛北路", "世昌大道"))
    house = f"{chance.randrange(11, 999)}号{chance.randrange(11, 99)}号楼{chance.randrange(101, 2999)}室"
    return f"山东省威海市环翠区{road}{house}"


KINDS: Mapping[str, tuple[Callable[[random.Random], str], Mapping[str, Way], Sequence[str]]] = {
    "id": (_id, WAYS_OF_IDS, ("", "", "身份证号：", "证件号码 ")),
    "mobile": (_mobile, WAYS_OF_MOBILES, ("", "", "手机：", "联系电话")),
    "landline": (lambda chance: f"0631{_digits(chance, 7)}", WAYS_OF_LANDLINES, ("", "电话：", "传真 ")),
    "bank card": (_bank_card, WAYS_OF_BANK_CARDS, ("", "卡号：", "银行卡号 ")),
    "passport": (
        lambda chance: chance.choice((f"E{_digits(chance, 8)}", f"EJ{_digits(chance, 7)}", f"G{_digits(chance, 8)}")),
        WAYS_OF_PASSPORTS,
        ("", "护照号：", "护照 "),
    ),
    "permit": (
        lambda chance: chance.choice(("C", "H", "M", "T")) + _digits(chance, 8),
        WAYS_OF_PASSPORTS,
        ("", "通行证：", "港澳通行证号 "),
    ),
    "permit to the mainland": (lambda chance: f"0{_digits(chance, 7)}", SPELLINGS, ("台胞证：", "台湾居民来往大陆通行证 ")),
    "school number": (lambda chance: f"20{_digits(chance, 9)}", WAYS_OF_STUDENT_NUMBERS, ("学号：", "学籍号 ", "考生号:")),
    "mail": (lambda chance: f"{_letters(chance, 5)}{_digits(chance, 4)}@example.cn", WAYS_OF_MAIL, ("", "邮箱：")),
    "WeChat": (lambda chance: f"{_letters(chance, 5)}_{_digits(chance, 5)}", WAYS_OF_WORDS, ("微信号：", "微信：", "WeChat: ")),
    "address": (_address, WAYS_OF_WORDS, ("家庭住址：", "现住址 ", "通讯地址：")),
}  # fmt: skip
"""kind → how one is made, how it is written, and by what it is told"""


# --- found again ------------------------------------------------------------------------------------------------------

_DATA = re.compile(r"data:[a-z]+/[a-z+]+;base64,[A-Za-z0-9+/=]+")
_BETWEEN = re.compile("[\\s\\-‐‑–—―−./·()（）_~\u00ad\u200b-\u200f\u2060-\u206f\ufeff]")
_SPELLED = str.maketrans("〇零一二三四五六七八九幺", "001234567891")
_MISREAD = str.maketrans("OoQDlI|!ZzSsBbGgq", "00001111225586699")


def _bare(text: str) -> str:
    """The text without what may stand between the signs of a number."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text)).upper().replace("×", "X")


def _readings(text: str) -> Iterator[str]:
    """The text as somebody might read it who looks for numbers."""
    text = unquote(html.unescape(_DATA.sub("", text)))
    bare = _bare(text)
    yield bare
    yield bare.translate(_SPELLED)
    yield _bare(text.translate(_MISREAD))


def found_in(text: str, sought: Sequence[Planted]) -> list[Planted]:
    """Those whose number can be read in a text, in whatever spelling."""
    readings = frozenset(_readings(text))
    return [each for each in sought if any(each.core in reading for reading in readings)]
