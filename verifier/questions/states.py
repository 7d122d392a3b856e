"""What became of each question: open, asked, answered, settled, given up, over all rounds of asking.

What people said stands in the log of decisions, what a check says in its result. Both together tell the state:

- a question that a check raises is as the log says, `open` where it says nothing;
- one that was answered with papers is open again where a check that has read them still raises it; an answer in words
  waits for a person;
- one that a check raises no more is settled by itself when its cell has no gap left (what a person settled or gave up
  is that already); until then it stays where it was, and says what the cell lacks;
- one that was settled by itself and is raised again is open again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from verifier.decisions import standing_of
from verifier.model import QUESTION_KINDS, Decision, QuestionKind
from verifier.questions.raised import Raised

State = Literal["open", "asked", "answered", "settled", "given-up"]
STATES: Mapping[State, str] = {
    "open": "未提出",
    "asked": "已提出",
    "answered": "已答复",
    "settled": "已解决",
    "given-up": "不再追问",
}
DONE: Collection[State] = ("settled", "given-up")
PROGRAM = "核验程序"
"""who settles what a check raises no more"""
WHOLE = "0"
"""how the number of a question begins that is about the whole bundle"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its life so far."""

    number: str
    state: State
    why: str
    """Chinese: why it is in this state, where that is no matter of course"""
    raised: Raised | None
    """as the check says it; None where it raises it no more"""
    life: tuple[Decision, ...]
    """what people, and checks, said of it"""
    withdrawn: bool = False
    """the paper that it is about is in the bundle no more"""

    @property
    def is_done(self) -> bool:
        return self.state in DONE

    @property
    def is_told(self) -> bool:
        """Whether the log says the state itself."""
        return self.last is not None and self.last.kind == self.state

    @property
    def last(self) -> Decision | None:
        return self.life[-1] if self.life else None

    @property
    def cell(self) -> str:
        """'' for the whole bundle."""
        return self.raised.cell if self.raised else _cell_of(self.number)

    @property
    def rounds(self) -> int:
        """How often it was asked."""
        return sum(each.kind == "asked" for each in self.life)

    @property
    def text(self) -> str:
        """Chinese: what was found, or asked."""
        return self.raised.text if self.raised else self._last_of("asked").reason

    @property
    def answer(self) -> str:
        """The school's last one."""
        return self._last_of("answered").reason

    @property
    def papers(self) -> tuple[str, ...]:
        """Names of those that came with it."""
        return tuple(name for _, name in self._last_of("answered").saw)

    def _last_of(self, kind: QuestionKind) -> Decision:
        return next((each for each in reversed(self.life) if each.kind == kind), _NOTHING)


_NOTHING = Decision("asked", "", "", None, "", "", "", "")


@dataclass(frozen=True, slots=True)
class Now:
    """What a check says."""

    raised: Mapping[str, Raised]
    files: frozenset[str]
    """hashes of the files of its bundle"""
    decided: frozenset[str] = frozenset()
    """cells whose points a reviewer has settled"""


def questions(now: Now, decisions: Sequence[Decision]) -> tuple[Question, ...]:
    """Every question that the check raises, in its order, then those that only the log knows."""
    lives: dict[str, list[Decision]] = {number: [] for number in now.raised}
    for each in standing_of(decisions):
        if each.kind in QUESTION_KINDS:
            lives.setdefault(each.target, []).append(each)
    given_up = {number for number, life in lives.items() if life and life[-1].kind == "given-up"}
    lacking = {each.cell: each.number for each in now.raised.values() if _is_lack(each, given_up)}
    return tuple(_question(number, tuple(life), now, lacking) for number, life in lives.items())


def _is_lack(each: Raised, given_up: Collection[str]) -> bool:
    return each.severity == "gap" and each.number not in given_up


def _question(number: str, life: tuple[Decision, ...], now: Now, lacking: Mapping[str, str]) -> Question:
    raised = now.raised.get(number)
    if raised is not None:
        return Question(number, *_raised(life, now), raised, life)
    about = {each.seen for each in life if each.kind == "asked" and each.seen}
    withdrawn = bool(about) and about.isdisjoint(now.files)
    cell = _cell_of(number)
    state, why = _gone(life[-1], withdrawn, cell in now.decided, lacking.get(cell, ""))
    return Question(number, state, why, None, life, withdrawn)


def _cell_of(number: str) -> str:
    """The cell that a number names; '' for the whole bundle."""
    cell = number.partition("-")[0]
    return "" if cell == WHOLE else cell


def _raised(life: Sequence[Decision], now: Now) -> tuple[State, str]:
    """Of a question that the check raises."""
    if not life:
        return "open", ""
    last = life[-1]
    if last.kind == "answered" and last.seen:
        if now.files.isdisjoint(last.seen.split()):
            return "answered", "交来的材料还没有核验"
        return "open", "学校已补交材料，重新核验后仍未解决"
    if last.kind == "settled" and last.reviewer == PROGRAM:
        return "open", "曾经解决，重新核验后又出现"
    return _said(last)


def _said(last: Decision) -> tuple[State, str]:
    """As somebody said it last."""
    match last.kind:
        case "settled" | "given-up":
            return last.kind, last.reason
        case "answered":
            return "answered", ""
    return "asked", ""


def _gone(last: Decision, withdrawn: bool, decided: bool, lacks: str) -> tuple[State, str]:
    """Of a question that the check raises no more; `lacks`: the number of a gap that its cell still has."""
    state, why = _said(last)
    if state in DONE:
        return state, why
    what = "有关材料已撤下" if withdrawn else "本指标已审定" if decided else "核验不再提出"
    return (state, f"{what}，但本指标仍有缺口（{lacks}）") if lacks and not decided else ("settled", what)
