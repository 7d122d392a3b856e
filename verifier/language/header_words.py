"""The words over columns: which field a header names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from verifier.language.letters import as_seen
from verifier.model import Words

_SURE = 1.0
_OF_PARTS, _BY_ENDING = 0.85, 0.9
"""how sure a header is that is known by one of its parts, or by its ending; by its likeness at most as by its ending"""
_LIKENESS = 80
"""0…100: how like a known word a header has to be"""
_MARGIN = 5
"""how much more like it than a word of any other field"""
_SHORTEST, _SHORTEST_ALIKE, _LONGEST_ALIKE = 3, 4, 16
"""characters of a header that may be known by its ending, or by its likeness"""
_LONGEST_LABEL = 40
_REMEMBERED = 50_000
"""texts that were asked for: in a long table most cells are"""
# of these a header may end in the bare two-character word: 本科生姓名
_SHORT_ENDINGS = ("name", "student_number", "class_name", "gender")
_OF_A_PERSON = frozenset(
    {"name", "resident_id", "student_number", "candidate_number", "gender", "major", "level", "degree", "grade"}
    | {"class_name", "college", "school", "graduated_on", "enrolled_on"}
)
"""fields whose words mean the same under any group of columns; 名称 and 所在地 do not"""

_SPACE_AND_MARKS = re.compile(r"[\s*:：、,，;；.。?？!！_\-—'\"“”/\\|#^·•★☆●○◆◇■□▲△▼▽※√〇]+")
_BRACKETS = re.compile(r"[()\[\]【】〔〕{}<>《》「」]")
_BRACKETED = re.compile(r"[(\[【〔{<《「][^)\]】〕}>》」]*[)\]】〕}>》」]")
_NUMBERED = re.compile(r"\s*[(（]?Q?\d{1,2}\s*[、.:)）_](?!\d)\s*(?=\S)")
_GROUPED = re.compile(r"([\u4e00-\u9fff]{2,12})\s*(?:[-－—–._:：·]|>|->)\s*([\u4e00-\u9fff]{2,12})")
_SIMPLE = str.maketrans(
    "學號專業單畢證碼聯繫電話層級狀態編書個員時間開結終訓練實習協議簽訂約種類別稱國際屆歷歲齡備註區縣鄉鎮報錄導師內說數總計幫難戶檔職務郵賬帳",
    "学号专业单毕证码联系电话层级状态编书个员时间开结终训练实习协议签订约种类别称国际届历岁龄备注区县乡镇报录导师内说数总计帮难户档职务邮账账",
)
_CODE_ENDING = re.compile(r"(?:ID|NO|CODE|NUMBER|QQ|IP)$")


@lru_cache(maxsize=1 << 14)  # the cells of long tables are asked too, and repeat themselves
def header_forms(text: str) -> tuple[str, ...]:
    """A header as it is compared: without its number and brackets, and without what stands in brackets."""
    if text.isascii() and text.isalnum():
        return (text.upper(),)
    narrow = as_seen(unicodedata.normalize("NFKC", text)).upper().translate(_SIMPLE)
    narrow = _NUMBERED.sub("", narrow, count=1)
    whole = _SPACE_AND_MARKS.sub("", _BRACKETS.sub("", narrow))
    short = _SPACE_AND_MARKS.sub("", _BRACKETED.sub("", narrow))
    return (whole, short) if short and short != whole else (whole,)


@dataclass(slots=True)
class HeaderWords:
    """The words of a rule set's columns, ready to be asked; remembers its answers."""

    exact: dict[str, str]
    ranks: dict[str, int]
    """place of a word in its field's list: the earlier one wins where two columns claim a field"""
    others: tuple[str, ...]
    opposites: tuple[tuple[str, str], ...]
    openings: tuple[str, ...]
    """what may stand before the word: 您的姓名"""
    notes: tuple[str, ...]
    """with what a note after the word begins: 身份证号 请填18位"""
    _answers: dict[str, tuple[str, float] | None] = field(default_factory=dict)
    _known: dict[str, str | None] = field(default_factory=dict)
    _long: tuple[str, ...] = ()
    """words long enough to be told by their likeness"""

    def __post_init__(self) -> None:
        self._long = tuple(word for word in self.exact if len(word) >= _SHORTEST_ALIKE)

    @classmethod
    def of(cls, words: Words) -> HeaderWords:
        exact: dict[str, str] = {}
        ranks: dict[str, int] = {}
        for name, headers in words.columns.items():
            for rank, header in enumerate(headers):
                exact.setdefault(header_forms(header)[0], name)
                ranks.setdefault(header_forms(header)[0], rank)
        tables = words.tables
        openings = tuple(sorted(tables.header_openings, key=len, reverse=True))
        return cls(exact, ranks, tables.header_others, tables.header_opposites, openings, tables.header_notes)

    def exactly(self, header: str) -> str | None:
        """The field that the header names word for word."""
        if header.isdecimal():
            return self.exact.get(header_forms(header)[0])
        if header not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[header] = next((self.exact[form] for form in self._forms(header) if form in self.exact), None)
        return self._known[header]

    def rank(self, header: str) -> int:
        return next((self.ranks[form] for form in self._forms(header) if form in self.ranks), len(self.ranks))

    def recognise(self, header: str) -> tuple[str, float] | None:
        """The field that the header names, and how sure that is (0…1)."""
        if header not in self._answers:
            name = self.exactly(header)
            self._answers[header] = (
                (name, _SURE) if name else self._one_of(header) or self._like(header_forms(header)[-1])
            )
        return self._answers[header]

    def _forms(self, header: str) -> list[str]:
        """The header's forms, then those without what people write before and after the word."""
        if len(header) > _LONGEST_LABEL:
            return []
        forms = list(header_forms(header))
        return [*forms, *(bare for form in forms if (bare := self._bare(form)) not in forms)]

    def _bare(self, form: str) -> str:
        for opening in self.openings:
            if form.startswith(opening) and len(form) > len(opening) + 1:
                form = form.removeprefix(opening)
        ends = [at for note in self.notes if (at := form.find(note, 2)) > 0]
        form = form[: min(ends)] if ends else form
        return form[:-1] if len(form) > 2 and form[-1] in "是为" else form

    def _one_of(self, header: str) -> tuple[str, float] | None:
        """Of 学号/工号 the first part that is known; of 姓名Name the Chinese part where the other one agrees.

        Of 教育经历-专业 what stands behind the name of the group, where it says something of a person by itself.
        """
        parts = re.split(r"[/／、]", header)
        name = next((name for part in parts if len(parts) > 1 and (name := self.exactly(part))), None)
        name = name or self._in_two_tongues(header_forms(header)[0]) or self._under_group(header)
        return (name, _OF_PARTS) if name else None

    def _under_group(self, header: str) -> str | None:
        match = _GROUPED.fullmatch(header.strip())
        if match is None or any(word in header for word in self.others):
            return None
        name = self.exactly(match[2])
        return name if name in _OF_A_PERSON else None

    def _in_two_tongues(self, form: str) -> str | None:
        letters = re.sub(r"[^A-Z]", "", form)
        if not letters or len(letters) == len(form):
            return None
        chinese, other = self.exactly(form.replace(letters, "")), self.exact.get(letters)
        unsaid = other is None and len(letters) >= 5 and not _CODE_ENDING.search(letters)
        return chinese if chinese and (unsaid or chinese == other) else None

    def _like(self, header: str) -> tuple[str, float] | None:
        if not _SHORTEST <= len(header) <= _LONGEST_ALIKE or any(word in header for word in self.others):
            return None
        for start in range(1, len(header) - 1):
            name = self.exact.get(header[start:])
            if name and self._is_ending(header[start:], name, header):
                return name, _BY_ENDING
        return self._most_alike(header) if len(header) >= _SHORTEST_ALIKE else None

    def _is_ending(self, alias: str, name: str, header: str) -> bool:
        long_enough = len(alias) >= _SHORTEST or name in _SHORT_ENDINGS
        return long_enough and len(alias) * 2 >= len(header) - 1 and not alias.isascii()

    def _most_alike(self, header: str) -> tuple[str, float] | None:
        best: dict[str, float] = {}
        alike = process.extract(header, self._long, scorer=fuzz.ratio, score_cutoff=_LIKENESS - _MARGIN, limit=None)
        for alias, likeness, _ in alike:
            if not self._opposed(header, alias):
                best[self.exact[alias]] = max(best.get(self.exact[alias], 0.0), likeness)
        ranked = sorted(best.items(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] < _LIKENESS or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
            return None
        return ranked[0][0], round(ranked[0][1] / 100 * _BY_ENDING, 2)

    def _opposed(self, header: str, alias: str) -> bool:
        return any(
            (one in header and other in alias and one not in alias)
            or (other in header and one in alias and other not in alias)
            for one, other in self.opposites
        )
