"""What is assured of an output folder of a check, or of a batch, for the command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from verifier.assuring.drawing import Reading
from verifier.assuring.kept import UnreadableSample
from verifier.assuring.schools import schools_assured
from verifier.assuring.standing import Standing, standing
from verifier.assuring.stating import wrong_told
from verifier.errors import UsageError
from verifier.files.output_folder import SAMPLE, has_result
from verifier.record import read_judged

NOT_YET = "还没有抽查：请在审核页（verifier review）的“抽查”上抽样，或用 --list 写出抽查表。"
_FIRST = 5
"""schools that are named"""


def told_of(folder: Path) -> Iterator[str]:
    """Chinese, line by line: what was said at the desk of a folder of a check, and which readings are wrong; of that of
    a batch each school, those to sample more first.

    Raises UsageError where there is no result, where it can't be read and where the sample can't be.
    """
    if has_result(folder) or not folder.is_dir():
        yield from _of_check(folder)
        return
    schools = [path for path in sorted(folder.iterdir()) if has_result(path) and not path.is_symlink()]
    if not schools:
        raise UsageError(f"“{folder}”里没有核验结果，请写 check 或 batch 的输出文件夹")
    found = schools_assured(schools)
    yield "各校，可能读错的内容关系的奖补、得分多的在前："
    yield from (f"{number}. {each.told}" for number, each in enumerate(found, 1))
    if more := [each.title for each in found if not each.is_enough]:
        yield f"请先抽查：{'、'.join(more[:_FIRST])}{'等' if len(more) > _FIRST else ''}。"


def sentence_of(folder: Path) -> str:
    """Chinese: what was said at the desk of a folder of a check; '' where nothing was drawn, or it can't be read."""
    if not (folder / SAMPLE).is_file():
        return ""
    try:
        result, seen = read_judged(folder)
        found = standing(folder, result, seen.result)
    except (UsageError, UnreadableSample):
        return ""
    return found.told if found else ""


def _of_check(folder: Path) -> Iterator[str]:
    result, seen = read_judged(folder)
    try:
        found = standing(folder, result, seen.result)
    except UnreadableSample as fault:
        raise UsageError(f"{fault}，请在审核页上重新抽样") from fault
    yield found.told if found else NOT_YET
    if found:
        yield from map(wrong_told, _wrong(found))


def _wrong(found: Standing) -> Iterator[Reading]:
    return (found.readings[key] for key in found.wrong if found.is_current)
