"""What is chosen by a mark: ☐专职 ☑兼职, 专职√ 兼职, 专职（√）兼职（　）, ■是 □否."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

State = Literal["ticked", "crossed", "empty"]

_TICKS, _FILLED, _CROSSED_BOXES = "√✓✔🗸✅", "☑🗹■●◉⊙", "☒🗷"
_CROSSES, _BOXES = "×✗✘✕❌", "☐□◻▢❏❐❑❒○◯"
_LETTER = r"(?<![A-Za-z])[vV](?![A-Za-z])"
_MARK = re.compile(
    rf"[(（\[［【〔]\s*(?P<within>[{_TICKS}{_FILLED}{_CROSSED_BOXES}{_CROSSES}vVxX])?\s*[)）\]］】〕]"
    rf"|[{_BOXES}]\s?(?P<on>[{_TICKS}]|{_LETTER})|(?:^|(?<=[\s:：]))(?P<over>[{_TICKS}])[{_BOXES}]"
    rf"|(?P<alone>[{_TICKS}{_FILLED}{_CROSSED_BOXES}{_CROSSES}{_BOXES}]|{_LETTER})"
)
_SURE_TICKS = re.compile(rf"[{_TICKS}{_FILLED}]")
_ROUND = "○◯"
"""stands for a character that is kept back, too, and for naught"""


@dataclass(frozen=True, slots=True)
class Choice:
    chosen: tuple[str, ...]
    is_told: bool
    """whether the marks tell for sure which options are chosen; none may be"""
    kept: str
    """the text without marks and without the options that are not chosen"""


@dataclass(frozen=True, slots=True)
class _Mark:
    state: State
    at_left: bool
    """touches the option before it"""
    at_right: bool
    bare: bool
    """a tick or cross without a box"""
    apart: bool
    """stands in a line without any option"""


def read_choice(text: str, options: Sequence[str]) -> Choice | None:
    """Which of the options that a text names are marked; None where it marks none of them."""
    found = list(_options(tuple(options)).finditer(text))
    gaps = list(_gaps(text, found))
    if not found or not any(gaps):
        return None
    states = _states(gaps)
    chosen = tuple(match[0] for match, state in zip(found, states or (), strict=False) if state == "ticked")
    return Choice(chosen, bool(chosen) or (states is not None and len(found) == 1), _kept(text, found, states))


def _gaps(text: str, found: Sequence[re.Match[str]]) -> Iterator[list[_Mark]]:
    """The marks before each option, and those behind the last."""
    edges = [0, *(edge for match in found for edge in match.span()), len(text)]
    for at, (start, end) in enumerate(zip(edges[::2], edges[1::2], strict=True)):
        yield list(_marks(text, start, end, at > 0, at < len(found)))


def _kept(text: str, found: Sequence[re.Match[str]], states: Sequence[State | None] | None) -> str:
    kept, at = "", 0
    for number, match in enumerate(found):
        kept += text[at : match.start()] + (match[0] if states and states[number] == "ticked" else "")
        at = match.end()
    return _MARK.sub(" ", kept + text[at:]).strip(" 　/／、,，;；|")


@lru_cache(maxsize=32)
def _options(options: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(options, key=len, reverse=True))))


def _marks(text: str, start: int, end: int, after_option: bool, before_option: bool) -> Iterator[_Mark]:
    """The marks between two options."""
    sure = _SURE_TICKS.search(text) is not None
    for match in _MARK.finditer(text, start, end):
        if match[0] in _ROUND and _is_within_word(text, match, start, end):
            continue
        left, right = after_option and match.start() == start, before_option and match.end() == end
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()], text[match.end() :].partition("\n")[0]
        apart = "\n" in text and not "".join(line).strip()
        yield _Mark(_state(match, sure), left, right, _is_bare(match), apart)


def _is_within_word(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """A circle that touches characters which are no option: 张○○, 二○二四年."""
    before, after = text[start : match.start()], text[match.end() : end]
    return bool(re.search(r"[\u4e00-\u9fff○◯]$", before) or re.match(r"[\u4e00-\u9fff○◯]", after))


def _state(match: re.Match[str], sure: bool) -> State:
    """`sure`: there are ticks beside which a crossed box is one that is refused."""
    mark = match["within"] or match["on"] or match["over"] or match["alone"]
    if mark is None or mark in _BOXES:
        return "empty"
    if mark in _CROSSES or (mark in _CROSSED_BOXES and sure):
        return "crossed"
    return "ticked"


def _is_bare(match: re.Match[str]) -> bool:
    mark = match["alone"] or ""
    return mark != "" and mark in f"{_TICKS}{_CROSSES}vV"


def _states(gaps: Sequence[Sequence[_Mark]]) -> list[State | None] | None:
    """The state of each option by the marks between them; None where it can't be told whose a mark is."""
    marks = [mark for gap in gaps for mark in gap]
    if any(mark.apart for mark in marks) and len(marks) < len(gaps) - 1:
        return None
    return _boxed_before(gaps) or _on_one_side(gaps) or _by_touch(gaps)


def _on_one_side(gaps: Sequence[Sequence[_Mark]]) -> list[State | None] | None:
    """Marks that begin before the first option stand before each, those that end behind the last behind each."""
    if gaps[0] and (len(gaps) == 2 or not gaps[-1]):
        return [gap[-1].state if gap else None for gap in gaps[:-1]]
    if gaps[-1] and not gaps[0]:
        return [gap[0].state if gap else None for gap in gaps[1:]]
    return None


def _boxed_before(gaps: Sequence[Sequence[_Mark]]) -> list[State | None] | None:
    """Options with a box before each, some with a tick behind: □专职√ □兼职; None for any other marks."""
    ticks = [gap[0] if gap and gap[0].bare else None for gap in gaps[1:]]
    boxes = [gap[-1] for gap in gaps[:-1] if gap and not gap[-1].bare]
    if len(boxes) < len(gaps) - 1 or not any(ticks) or max(map(len, gaps)) > 2:
        return None
    return [tick.state if tick is not None else box.state for tick, box in zip(ticks, boxes, strict=True)]


def _by_touch(gaps: Sequence[Sequence[_Mark]]) -> list[State | None] | None:
    """Marks between options belong to the one that they touch; where one touches both or none, nobody can tell."""
    states: list[State | None] = [None] * (len(gaps) - 1)
    for at, gap in enumerate(gaps):
        for mark in gap:
            sides = [side for side, touches in ((at - 1, mark.at_left), (at, mark.at_right)) if touches]
            if len(sides) != 1:
                return None
            states[sides[0]] = mark.state
    return states
