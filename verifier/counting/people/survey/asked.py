"""Who was asked in a survey, or in one part of a paper that tells of several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from verifier.facts.layout import squeeze
from verifier.language.comparing_text import has_word, plain
from verifier.model import HEADING, Fact, Observed, Place, Quantity, RuleSet

_SENTENCE = re.compile(r"[。；;！!？?\n]")
_JUDGED = re.compile(
    r"对[^,。;:]{0,12}毕业生的?(?:总体|整体|综合|工作|职业|思想)*(?:满意|评价|认可|表现|能力|素质|反馈|印象)"
    r"|录[用取][^,。;:]{0,10}毕业生|毕业生(?:就业)?用人单位"
)
"""words about graduates as others see them"""
_THROUGH = re.compile(
    r"(?:通过|由|经|依托|借助|联合|委托)[^,。;]{0,16}?(?:推送|发放|发出|转发|发送|通知|组织|督促|提醒|下发|开展|进行)"
)
"""by whom a survey was sent, which does not say who was asked"""
_QUESTION = re.compile(r"[(（]\s*[)）]|[_＿]{3,}|[□○◯〇]|A[.、．:：)）].{1,40}?B[.、．:：)）]")
_MARKED = re.compile(r"[☑√✓✔■●☒]|[(（]\s*[A-Ha-h](?:\s*[、,，]?\s*[A-H])*\s*[)）]")
_FEWEST_QUESTIONS = 2
_ANSWERED = re.compile(r"答|填|参[与加]|提交|收|问卷|受访")


def asked_in(text: str, rules: RuleSet) -> Literal["graduates", "others", ""]:
    """Who is asked as a text says; graduates whom others judge are not."""
    people, said = rules.words.people, _THROUGH.sub("", _JUDGED.sub("", plain(text)))
    if has_word(said, people.graduate_titles):
        return "graduates"
    return "others" if has_word(said, people.survey_of_others) else ""


def graduates_answered(seen: Observed, rules: RuleSet) -> bool:
    """Whether a sentence of a paper says that graduates answered."""
    sentences = _SENTENCE.split(seen.document.text)
    return any(_ANSWERED.search(plain(each)) and asked_in(each, rules) == "graduates" for each in sentences)


def is_blank(seen: Observed) -> bool:
    """Whether a paper is the questionnaire itself, in which nobody has marked or written anything."""
    cells = (cell for table in seen.document.tables for row in table.rows for cell in row)
    texts = (*(line.text for line in seen.document.lines), *cells)
    open_ones = sum(_QUESTION.search(text) is not None for text in texts)
    return open_ones >= _FEWEST_QUESTIONS and not any(map(_MARKED.search, texts))


@dataclass(frozen=True)
class Parts:
    """The parts of a paper, each of which may tell of another survey."""

    seen: Observed
    rules: RuleSet

    def is_of_others(self, fact: Fact[Quantity]) -> bool:
        """Whether a number is of answers of others: as its label, else its sentence, else a heading above it says."""
        sayings = (fact.label, self._before(fact), *self._headings(fact.place))
        return next(filter(None, (asked_in(text, self.rules) for text in sayings)), "") == "others"

    def _before(self, fact: Fact[Quantity]) -> str:
        """What stands before a number in its sentence."""
        text = next((line.text for line in self.seen.document.lines if line.place == fact.place), "")
        return _SENTENCE.split(squeeze(text).partition(squeeze(fact.quote))[0])[-1]

    def _headings(self, place: Place) -> Iterator[str]:
        """The headings under which a place stands, the nearest first: of each style of numbering the last."""
        order = {line.place: index for index, line in enumerate(self.seen.document.lines)}
        above = [fact for fact in self.seen.of(HEADING) if order.get(fact.place, -1) <= order.get(place, -1)]
        passed: set[str] = set()
        for fact in reversed(above):
            if fact.role not in passed:
                yield fact.value
            passed.add(fact.role)
