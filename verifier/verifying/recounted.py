"""The points of a result counted again from `evidence.json`: what was changed in one of them shows in the other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from verifier.files.output_folder import EVIDENCE
from verifier.files.program import code_digest
from verifier.model import Number, ResultRecord, Spread
from verifier.record import UnreadableRecord, read_result
from verifier.rules import with_digest
from verifier.score import rounded, shown
from verifier.trying import Trial, tried
from verifier.verifying.found import Found, changed, unsure


def of_points(folder: Path, told: bool) -> Iterator[Found]:
    """Cells, total, grade and award that do not follow. `told`: the folder has a manifest, which speaks for itself."""
    try:
        result = read_result(folder)
        if result.engine.get("code") != code_digest():  # what another program scored otherwise was not changed
            if told:
                yield unsure("由另一版本的程序写出：得分没有重算，只核对了文件。")
            return
        rules = with_digest(result.rules.sha256)
        trial = tried(rules, folder, rules) if rules is not None else None
    except UnreadableRecord as fault:
        yield changed(f"得分不能重算：{fault}。")
        return
    if trial is None:
        if told:
            yield unsure("核验时用的规则集不在本机，或此后改过：得分没有重算，只核对了文件。")
        return
    yield from _cells(trial)
    yield from _total(trial, result)


def _cells(trial: Trial) -> Iterator[Found]:
    for each in trial.cells:
        if each.after is not None and each.is_changed:
            was, now = (_points(spread) for spread in (each.before, each.after))
            name = f"{each.cell.id} {each.cell.name}"
            yield changed(f"{name}：结果里写的是{was}，按“{EVIDENCE}”重算是{now}，两者有一处被改动过。")


def _total(trial: Trial, result: ResultRecord) -> Iterator[Found]:
    if any(each.is_changed for each in trial.cells):
        return
    if rounded(_exact(result.total.proposed)) != rounded(trial.total.proposed):
        yield changed(f"总分写的是 {result.total.proposed}，按各项重算是 {shown(trial.total.proposed)}，被改动过。")
    if result.grade.proposed != trial.grade or result.award_yuan.proposed != trial.award:
        yield changed(
            f"等次和奖补写的是{result.grade.proposed}、{result.award_yuan.proposed}元，"
            f"按总分应是{trial.grade}、{trial.award}元，被改动过。"
        )


def _points(spread: Spread | None) -> str:
    if spread is None:
        return "没有这一项"
    return f" {shown(spread.proposed)} 分（{shown(spread.low)}–{shown(spread.high)}）"


def _exact(value: Number) -> Fraction:
    return Fraction(str(value))
