"""What becomes of questions, written to the log of decisions of an output folder: who, when, and of which result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from verifier.decided import with_decisions
from verifier.decisions import Conflict, Damaged, append_all, read_log
from verifier.errors import RuleError, UsageError
from verifier.files import put_in_place
from verifier.files.output_folder import EARLIER, has_result, has_summary
from verifier.language.masking import mask_text
from verifier.model import Decision, DecisionLog, Form, QuestionKind, ResultRecord
from verifier.questions.raised import Raised, raised
from verifier.questions.since import Since, since
from verifier.questions.states import PROGRAM, Now, Question, questions
from verifier.record import UnreadableRecord, read_judged, read_result
from verifier.rules import installed_rule_set

LONGEST = 1000
"""characters of a sentence in the log"""


@dataclass(frozen=True, slots=True)
class Standing:
    """An output folder with its questions."""

    folder: Path
    result: ResultRecord
    """with the decisions"""
    hash: str
    head: str
    """of the log, as it was read"""
    raised: Mapping[str, Raised]
    questions: tuple[Question, ...]

    def of(self, number: str) -> Question | None:
        return next((each for each in self.questions if each.number == number), None)


@dataclass(frozen=True, slots=True)
class Said:
    """What became of one question."""

    kind: QuestionKind
    number: str
    text: str = ""
    """the question, the answer, or why"""
    papers: tuple[str, ...] = ()
    """names of those that came with an answer"""
    hashes: tuple[str, ...] = ()
    """of these, or of the file that is asked about"""


def standing(folder: Path) -> Standing:
    """The questions of an output folder of `check` as they stand now. Raises UsageError where there are none."""
    put_in_place(folder)
    if not has_result(folder):
        if has_summary(folder):
            raise UsageError(f"“{folder}”是各校的汇总，请给出其中一所学校的结果文件夹")
        raise UsageError(f"“{folder}”里没有核验结果，请给出一所学校的结果文件夹")
    try:
        judged, seen = read_judged(folder)
        result = with_decisions(judged, seen, folder)
    except UnreadableRecord as fault:
        raise UsageError(f"“{folder}”的核验结果读不出来：{fault}") from fault
    log = read_log(folder)
    return stands(folder, result, seen.result, log, _form(result.rules.id))


def stands(folder: Path, result: ResultRecord, digest: str, log: DecisionLog, form: Form | None) -> Standing:
    """As `standing`, of a result with the decisions of the log; `digest`: of the result as it was written."""
    files = frozenset(file.sha256 for file in result.files)
    decided = frozenset(cell.id for cell in result.indicators if cell.decided)
    now = Now(raised(result, log.decisions, form), files, decided)
    return Standing(folder, result, digest, log.head, now.raised, questions(now, log.decisions))


def earlier_than(after: Standing, folder: Path | None = None) -> Since | None:
    """What changed since another result, of `folder`, else since the last one of the same folder; None where is none.

    Raises UsageError for a folder without a result.
    """
    if folder is not None:
        before = standing(folder)
        return since(before.result, after.result, before.raised, after.raised)
    last = after.folder / EARLIER
    if not has_result(last):
        return None
    try:
        result = read_result(last)
    except UnreadableRecord:  # the list of questions does not hang on it
        return None
    return since(result, after.result, raised(result, (), _form(result.rules.id)), _of_checks(after))


def _of_checks(after: Standing) -> Mapping[str, Raised]:
    """What the check raises, without what reviewers ask: the last result of a folder knows nothing of that."""
    numbers = {flag.number for flag in after.result.every_flag}
    return {number: each for number, each in after.raised.items() if number in numbers}


def _form(rules: str) -> Form | None:
    try:
        return installed_rule_set(rules).form
    except RuleError:  # made under a rule set that is not installed here
        return None


def unread(now: Standing) -> int:
    """How many papers came with answers and were read by no check yet."""
    files = {file.sha256 for file in now.result.files}
    answered = (each for each in now.questions if each.state == "answered" and each.last)
    return sum(len(each.papers) for each in answered if each.last and files.isdisjoint(each.last.seen.split()))


def settled_by_itself(before: Standing) -> tuple[Said, ...]:
    """Of what was asked, that which the check has settled and the log does not know yet."""
    found = (each for each in before.questions if each.state == "settled" and not each.is_told)
    return tuple(Said("settled", each.number, each.why) for each in found)


def keep(before: Standing, said: Iterable[Said], reviewer: str) -> int:
    """Writes to the log at once what became of questions, and first what has settled by itself; how many lines of the
    former.

    Raises UsageError where the log takes nothing, or others wrote on one of the questions meanwhile, and WriteError.
    """
    name = mask_text(" ".join(reviewer.split()))
    if not name:
        raise UsageError("请用 --by 写明经办人")
    every = tuple(said)
    told = {each.number for each in every}
    by_itself = (each for each in settled_by_itself(before) if each.number not in told)
    lines = [*(_line(before, each, PROGRAM) for each in by_itself), *(_line(before, each, name) for each in every)]
    if lines:
        _append(before, lines)
    return len(every)


def close(before: Standing, numbers: Iterable[str], kind: QuestionKind, reason: str, reviewer: str) -> int:
    """Settles questions, or gives them up, with a reason. Raises as `keep`, and for a number that is none."""
    every = tuple(dict.fromkeys(numbers))
    if unknown := [each for each in every if before.of(each) is None]:
        raise UsageError(f"没有编号为 {'、'.join(unknown)} 的问题，请核对编号")
    if not reason.strip():
        raise UsageError("请写明理由")
    return keep(before, [Said(kind, each, reason) for each in every], reviewer)


def _line(before: Standing, said: Said, reviewer: str) -> Decision:
    return Decision(
        kind=said.kind,
        indicator="",
        target=said.number,
        points=None,
        reason=mask_text(" ".join(said.text.split()))[:LONGEST],
        reviewer=reviewer,
        time=datetime.now().astimezone().isoformat(timespec="seconds"),
        result=before.hash,
        seen=" ".join(said.hashes),
        saw=tuple(("材料", mask_text(name)) for name in said.papers),
    )


def _append(before: Standing, lines: Sequence[Decision]) -> None:
    try:
        append_all(before.folder, lines, before.head)
    except Conflict as fault:
        which, by = (
            "、".join(dict.fromkeys(each))
            for each in zip(*((one.target, one.reviewer) for one in fault.changed), strict=True)
        )
        raise UsageError(f"问题 {which} 刚刚由{by}改过，没有再记，请看过后重试") from fault
    except Damaged as fault:
        raise UsageError("审核记录有损坏，请先在审核页的“审核记录”里把损坏部分另存") from fault
