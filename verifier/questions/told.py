"""Questions as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.language.masking import mask_text
from verifier.outputs import wording
from verifier.questions.receiving import Taken
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
    said = (each.last.reviewer, each.last.time[:10]) if each.last else ()
    about = "，".join(filter(None, (again, each.why, *said)))
    return f"{STATES[each.state]}（{about}）" if about else STATES[each.state]


def _papers(each: Question) -> str:
    return f"，材料 {len(each.papers)} 份" if each.papers else ""


def told_left(every: Sequence[Question], asked: Sequence[str]) -> str:
    """For a school: what its own check still raises of what it was asked."""
    left = [each for each in every if each.number in asked and each.raised]
    head = f"主管部门问的 {len(asked)} 个问题：自查不再出现 {len(asked) - len(left)} 个，还在的 {len(left)} 个。"
    return mask_text("\n".join([head, *(f"{each.number}  {wording.one_line(each.text, 200)}" for each in left)]))


def told_taken(taken: Taken, is_copied: bool) -> str:
    """What became of a reply, and what is to be done next."""
    return mask_text("\n".join(_told_taken(taken, is_copied)))


def _told_taken(taken: Taken, is_copied: bool) -> Iterator[str]:
    yield f"收到答复 {taken.questions} 个：有文字的 {taken.sentences} 个，附材料 {taken.papers} 份。"
    if taken.known:
        yield f"另有 {taken.known} 个以前收过，或问题已解决，没有再记。"
    if taken.unknown:
        yield f"有 {len(taken.unknown)} 个编号不是这份结果里的，没有记：{'、'.join(taken.unknown)}。"
    if taken.loose:
        yield f"有 {taken.loose} 份材料不在以编号命名的文件夹里：核验时按内容对应指标。"
    if taken.lost:
        yield f"有 {len(taken.lost)} 个文件取不出来，没有收，请学校重新提交：{'、'.join(taken.lost)}。"
    if is_copied:
        yield f"材料文件夹里放进了 {taken.copied} 份补交的材料。请重新核验，结果还写到这个文件夹。"
    elif taken.papers or taken.loose:
        yield "补交的材料还没有放进材料文件夹：请写明材料文件夹再收一次，或自己放进去，然后重新核验。"
