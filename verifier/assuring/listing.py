"""A sample as a list that is answered in a program for sheets."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from verifier.assuring.drawing import Reading, Sample, readings_of, sample_of
from verifier.assuring.stating import Assured, stated
from verifier.assuring.twice import ReadAgain, differing
from verifier.errors import UsageError
from verifier.files import write_whole
from verifier.files.output_folder import PAGES
from verifier.files.system import reason_of
from verifier.record import UnreadableRecord, read_index, read_result, result_file

_HEADS = ("编号", "指标", "材料", "页", "位置", "读出的内容", "再读一次", "页面图片", "对错", "抽样")
_ANSWER, _KEY, _DRAWN, _AGAIN = "对错", "编号", "抽样", "再读一次"
_RIGHT, _WRONG = ("对", "1", "y", "√", "v"), ("错", "0", "n", "×", "x")
SEED = re.compile(r"[0-9A-Za-z]{1,32}")
_FORMULA = ("=", "+", "-", "@", "\t")


def write_list(folder: Path, target: Path, size: int, seed: str, again: ReadAgain) -> Sample:
    """Draws a sample of a folder of a check and writes it as CSV, to be answered in its column 对错.

    Where a second reading (`again`) says something else it stands in the column 再读一次.
    Raises UsageError where no points hang on a reading, where the seed is none and where the list would lie in the
    folder, and WriteError.
    """
    if not SEED.fullmatch(seed):
        raise UsageError("种子请用 1 至 32 个字母或数字")
    if folder.resolve() in target.resolve().parents:
        raise UsageError("抽查表请不要放进结果文件夹：那里的文件会被当作后来添的")
    readings = _readings(folder)
    doubtful = differing(folder, readings, again)
    sample = sample_of(readings, size, seed, doubtful)
    pictures = _pictures(folder)
    stored = io.StringIO()
    rows = csv.writer(stored)
    rows.writerow(_HEADS)
    how = f"{seed} {size} {_digest(folder)}"
    for each in sample.every:
        picture = pictures.get((each.file, each.page or 1), "")
        place = (each.file, each.page or "", each.spot, each.text, doubtful.get(each.key, ""))
        rows.writerow([each.key, " ".join(each.cells), *map(_plain, place), picture, "", how])
    write_whole(target, stored.getvalue().encode("utf-8-sig"))
    return sample


def _plain(value: object) -> str:
    """A text that no program for sheets takes for a formula."""
    text = " ".join(str(value).split())
    return f"'{text}" if text.startswith(_FORMULA) else text


@dataclass(frozen=True, slots=True)
class Answered:
    """A list that was answered."""

    said: Assured
    wrong: tuple[Reading, ...]


def answered(folder: Path, answers: Path) -> Answered:
    """What the answers in a list say of all readings on which points hang.

    Raises UsageError for a list of another result, or one that is not answered to its end.
    """
    rows = list(_rows(answers))
    hows = {row[_DRAWN] for row in rows}
    seed, size, digest = [*next(iter(hows), "").split(" "), "", "", ""][:3]
    if len(hows) != 1 or not size.isdecimal():
        raise UsageError(f"“{answers}”不是 verifier assure 写出的抽查表，或“{_DRAWN}”一栏被改动过")
    if digest != _digest(folder):
        raise UsageError("抽查表是按另一份结果抽的（重新核验过，或给错了文件夹），请重新抽样")
    doubtful = {row[_KEY] for row in rows if row.get(_AGAIN)}
    sample = sample_of(_readings(folder), int(size), seed, doubtful)
    said = {row[_KEY]: _answer(row) for row in rows}
    if set(said) != {each.key for each in sample.every} or len(rows) != len(said):
        raise UsageError(f"抽查表的行与种子 {seed} 抽出的不同：少了、多了或换了行")
    if open_ := [key for key, answer in said.items() if answer is None]:
        raise UsageError(f"还有 {len(open_)} 处没有填“对”或“错”：{'、'.join(open_[:5])}")
    right = {key: bool(answer) for key, answer in said.items()}
    return Answered(stated(sample, right), tuple(each for each in sample.every if not right[each.key]))


def _readings(folder: Path) -> tuple[Reading, ...]:
    readings = readings_of(read_result(folder))
    if not readings:
        raise UsageError("没有得分所依据的读数，不用抽查")
    return readings


def _digest(folder: Path) -> str:
    """Of the result that lies there."""
    return hashlib.sha256(result_file(folder).read_bytes()).hexdigest()[:16]


def _pictures(folder: Path) -> dict[tuple[str, int], str]:
    try:
        return {(row.file, row.page): f"{PAGES}/{row.picture}" for row in read_index(folder)}
    except UnreadableRecord:  # only of papers without pictures
        return {}


def _rows(answers: Path) -> Iterator[Mapping[str, str]]:
    try:
        data = answers.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as fault:
        raise UsageError(f"“{answers}”打不开：{reason_of(fault)}") from fault
    except UnicodeDecodeError:  # as Excel saves it in China
        text = data.decode("gb18030", "replace")
    rows = csv.DictReader(io.StringIO(text))
    if not {_KEY, _ANSWER, _DRAWN} <= set(rows.fieldnames or ()):
        raise UsageError(f"“{answers}”不是 verifier assure 写出的抽查表")
    yield from ({name: value or "" for name, value in row.items() if name} for row in rows)


def _answer(row: Mapping[str, str]) -> bool | None:
    """Whether it was read rightly; None where nothing that is understood stands there."""
    said = row[_ANSWER].strip().lower()
    return True if said in _RIGHT else False if said in _WRONG else None
