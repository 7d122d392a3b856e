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
from verifier.model import QUESTION_KINDS, Decision
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
    text: str
    """Chinese: what was found, or asked"""
    cell: str
    """'' for the whole bundle"""
    raised: Raised | None
    """as the check says it; None where it raises it no more"""
    rounds: int = 0
    """how often it was asked"""
    answer: str = ""
    """the school's last one"""
    papers: tuple[str, ...] = ()
    """that came with it"""
    why: str = ""
    """Chinese: why it is in this state, where that is no matter of course"""
    by: str = ""
    """who said the last of it; '' for nobody, as `at`"""
    at: str = ""
    withdrawn: bool = False
    """the paper that it is about is in the bundle no more"""
    is_told: bool = False
    """the log says the state itself"""

    @property
    def is_done(self) -> bool:
        return self.state in DONE


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
    return tuple(_question(number, life, now, lacking) for number, life in lives.items())


def _is_lack(each: Raised, given_up: Collection[str]) -> bool:
    return each.severity == "gap" and each.number not in given_up


def _question(number: str, life: Sequence[Decision], now: Now, lacking: Mapping[str, str]) -> Question:
    raised = now.raised.get(number)
    asked = [each for each in life if each.kind == "asked"]
    answers = [each for each in life if each.kind == "answered"]
    cell = raised.cell if raised else cell_of(number)
    about = {each.seen for each in asked if each.seen}
    withdrawn = raised is None and bool(about) and not about & now.files
    lacks, decided = lacking.get(cell, ""), cell in now.decided
    state, why = _raised(life, now) if raised else _gone(life[-1], withdrawn, decided, lacks)
    last = life[-1] if life else None
    return Question(
        number=number,
        state=state,
        text=raised.text if raised else asked[-1].reason if asked else "",
        cell=cell,
        raised=raised,
        rounds=len(asked),
        answer=answers[-1].reason if answers else "",
        papers=tuple(name for _, name in answers[-1].saw) if answers else (),
        why=why,
        by=last.reviewer if last else "",
        at=last.time if last else "",
        withdrawn=withdrawn,
        is_told=last is not None and last.kind == state,
    )


def cell_of(number: str) -> str:
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
