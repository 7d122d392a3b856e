"""Personal numbers and addresses in free text are masked, however they are written.

A text is looked through as it is meant (full-width and circled digits, odd blanks, dashes and dots, signs that nobody
sees, digits in Chinese), and what is found is masked in the text as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier.language.identity_numbers import mask_number
from verifier.language.personal_numbers import KINDS

_UNSEEN = ("Cf", "Mn", "Me")
"""categories of signs without a width of their own"""
_AS_MEANT = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−－﹣ｰ~〜～_", "-"),
        **dict.fromkeys("·・•．∙‧●", "."),
        **dict.fromkeys("＼\\／⁄", "/"),
    }
)
_SPELLED = dict(zip("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "000123456789" + "1123456789", strict=True))
_IN_CHINESE = re.compile(rf"[{''.join(_SPELLED)}](?:[ \-]?[{''.join(_SPELLED)}]){{9,}}")
"""so long a row of digits in words is no date and no amount"""
_ANY_PERSONAL = re.compile(
    rf"[\d①-⑨⓪](?:[^\d①-⑨⓪]{{0,3}}[\d①-⑨⓪]){{4}}|[@＠]|微信|[Ww]e[Cc]hat|[VWvw][Xx]|址|所在地|[{''.join(_SPELLED)}\d]{{10}}"
)
_BEFORE_YEAR = re.compile(
    "|".join(
        rf"(?<={before})(?=(?:19|20)\d\d ?[年届级])"
        for before in (
            *(rf"(?<!\d)\d{{{digits}}}" for digits in (11, 12, 16, 17, 18, 19)),
            *(rf"(?<!\d)0\d{{{area}}}[ \-]\d{{{rest}}}" for area, rest in ((2, 8), (3, 7), (3, 8))),
            *(r"[A-Z]\d{8}", r"[A-Z]{2}\d{7}"),
        )
    )
)
"""where the year of the next sentence follows a phone, a bank card, an ID or a passport"""
_LONG = re.compile(r"(?<!\d)(?!(?:19|20)\d\d[01]\d[0-3]\d(?!\d))\d{8,}")
Masked = Callable[[re.Match[str]], str | None]
_KEPT = 1 << 13
"""texts of which is remembered what is masked in them: names and quotes stand in every output"""
_FEWEST = 3
"""figures that tell something of a number"""


@dataclass(frozen=True, slots=True)
class _Meant:
    """A text as it is meant."""

    text: str
    at: Sequence[int]
    """index in the text as it stands of each character"""


def mask_text(text: str) -> str:
    """Free text with IDs, phones, bank, passport and (where labelled) school and other numbers, mail addresses, WeChat
    names and homes masked. Dates, amounts, numbers of documents and credit codes stay.
    """
    return _masked(text)[0]


def mask_numbers(text: str) -> str:
    """As `mask_text`, and any long number but a day: in a table, or in a text that was cut, nothing says what it is."""
    return _LONG.sub(lambda number: f"{number[0][:2]}{'*' * (len(number[0]) - 4)}{number[0][-2:]}", mask_text(text))


def personal_in(text: str) -> tuple[str, ...]:
    """What is masked in a text: each as it is meant, without blanks."""
    return _masked(text)[1]


def without(text: str, personal: Sequence[str]) -> str:
    """A text that was cut out of another, without what is personal in that: a part of it can't be told by itself."""
    if sum(map(str.isdigit, text)) < _FEWEST:
        return text
    meant = _meant(text).text.replace(" ", "")
    for piece in personal:
        if shared := _shared(meant, piece):
            text = meant = meant.replace(shared, "***")
    return text


def _shared(text: str, piece: str) -> str:
    """The piece, or as much as a cut has left of it at an end of the text; '' where too little to tell anything is."""
    parts = (part for size in range(len(piece), _FEWEST, -1) for part in (piece[:size], piece[-size:]))
    fits = (part for part in parts if text.endswith(part) or text.startswith(part))
    found = piece if piece in text else text if text in piece else next(fits, "")
    return found if sum(map(str.isdigit, found)) >= _FEWEST else ""


@lru_cache(maxsize=_KEPT)
def _masked(text: str) -> tuple[str, tuple[str, ...]]:
    """The masked text, and what was masked in it."""
    if not _ANY_PERSONAL.search(text):
        return text, ()
    personal: list[str] = []
    meant = _meant(text)
    for pattern, masked in KINDS:
        place = "value" if pattern.groupindex else 0
        found = [(each.span(place), said) for each, said in _told(pattern, masked, meant.text)]
        if found:
            personal += (meant.text[start:end].replace(" ", "") for (start, end), _ in found)
            text = _with(text, meant, found)
            meant = _meant(text)
    return _IN_CHINESE.sub(lambda found: mask_number(found[0]), text), tuple(personal)


def _told(pattern: re.Pattern[str], masked: Masked, text: str) -> Iterator[tuple[re.Match[str], str]]:
    """What has the form of a number and is one; where it is none, one may begin within it: a card behind 10:02."""
    at = 0
    while found := pattern.search(text, at):
        said = masked(found)
        if said is not None:
            yield found, said
        at = found.start() + 1 if said is None else max(found.end(), found.start() + 1)


# --- as it is meant, and back ---------------------------------------------------------------------------------------


def _meant(text: str) -> _Meant:
    if text.isascii():
        return _Meant(text.translate(_AS_MEANT).replace("\n", " "), range(len(text)))
    signs: list[str] = []
    at: list[int] = []
    for index, char in enumerate(text):
        if char.isascii():
            folded = char
        elif unicodedata.category(char) in _UNSEEN:
            continue
        else:
            folded = unicodedata.normalize("NFKC", char)
        signs += folded
        at += [index] * len(folded)
    said = "".join(" " if sign.isspace() else sign for sign in signs).translate(_AS_MEANT)
    for found in reversed(list(_BEFORE_YEAR.finditer(said))):
        said = f"{said[: found.start()]};{said[found.start() :]}"
        at.insert(found.start(), at[found.start()])
    return _Meant(_IN_CHINESE.sub(_digits, said), at)


def _digits(found: re.Match[str]) -> str:
    return "".join(_SPELLED.get(sign, sign) for sign in found[0])


def _with(text: str, meant: _Meant, found: Sequence[tuple[tuple[int, int], str]]) -> str:
    """The text with what was found replaced."""
    pieces: list[str] = []
    last = 0
    for (start, end), said in found:
        pieces += (text[last : meant.at[start]], said)
        last = meant.at[end - 1] + 1
    return "".join((*pieces, text[last:]))
