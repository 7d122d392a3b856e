"""Questions as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.language.masking import mask_text
from verifier.outputs import wording
from verifier.questions.states import STATES, Question


def told(every: Sequence[Question]) -> str:
    """How many there are in each state, then each, those that are done last."""
    if not every:
        return "没有问题：没有缺口，也没有待核的。"
    counts = {state: sum(each.state == state for each in every) for state in STATES}
    head = "，".join(f"{STATES[state]} {count}" for state, count in counts.items() if count)
    listed = sorted(every, key=lambda each: each.is_done)
    return mask_text(
        "\n".join([f"问题共 {len(every)} 个：{head}。", *(line for each in listed for line in _lines(each))])
    )


def _lines(each: Question) -> Iterator[str]:
    yield f"{each.number}  {state_told(each)}  {wording.one_line(each.text, 200)}"
    if each.answer or each.papers:
        yield f"    学校答复：{wording.one_line(each.answer, 200) or '（没有文字）'}{_papers(each)}"


def state_told(each: Question) -> str:
    """The state, why it is that, and who said it last: 已提出（第2次，王审核，2025-01-06）."""
    again = f"第{each.rounds}次" if each.rounds > 1 else ""
    about = "，".join(filter(None, (again, each.why, each.by, each.at[:10])))
    return f"{STATES[each.state]}（{about}）" if about else STATES[each.state]


def _papers(each: Question) -> str:
    return f"，材料 {len(each.papers)} 份" if each.papers else ""
