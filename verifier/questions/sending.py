"""What the bureau asks a school, as a folder or a zip: a sheet to be filled, how to answer, a folder a question."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from verifier.errors import UsageError
from verifier.files import whole_folder, write_whole
from verifier.language.masking import mask_text
from verifier.model import ResultRecord
from verifier.outputs import wording
from verifier.questions.keeping import Said, Standing, keep
from verifier.questions.sheet import Asked, sheet_bytes
from verifier.questions.states import Question

SHEET, NOTE, RECORD = "问题.xlsx", "请先看这里.txt", "questions.json"
QUESTIONS_SCHEMA: Final = "verifier/questions@1"
_DAY = (2000, 1, 1, 0, 0, 0)
"""of all entries of a zip: the same questions give the same bytes"""
_FOLDER, _FILE = 0o40700 << 16 | 0x10, 0o100600 << 16
"""what an entry of a zip is, for Unix and Windows"""


def chosen(before: Standing, numbers: Collection[str] = (), everything: bool = False) -> tuple[Question, ...]:
    """What is to be asked: those of these numbers, else all that waits for the school and is usually asked.

    `everything`: also what a person at the bureau might judge alone. Raises UsageError for a number that is none.
    """
    if numbers:
        if unknown := [each for each in numbers if (own := before.of(each)) is None or own.raised is None]:
            raise UsageError(f"这份结果里没有提出编号为 {'、'.join(unknown)} 的问题，请核对编号")
        return tuple(each for each in before.questions if each.number in numbers)
    return tuple(each for each in before.questions if _waits(each, everything))


def _waits(question: Question, everything: bool) -> bool:
    """Whether the school has something to do about it: an answer that nobody has looked at yet is the bureau's."""
    raised = question.raised
    if raised is None or not raised.asks or question.is_done or question.state == "answered":
        return False
    return everything or raised.is_usual or question.rounds > 0


def send(
    before: Standing, target: Path, reviewer: str, asked: Collection[Question], deadline: date | None = None
) -> None:
    """Writes the questions to a folder, or to a zip where the name says so, and that they were asked to the log.

    Raises UsageError where there is nothing to ask or the place is none for it, and WriteError.
    """
    if before.folder.resolve() in (target.resolve(), *target.resolve().parents):
        raise UsageError("请不要把问题写进结果文件夹：那里的文件会被当作后来添的")
    if target.suffix.lower() == ".zip":
        write_whole(target, packed(before, asked, deadline))
    else:
        _write_folder(target, _files(before, asked, deadline), [each.number for each in asked])
    tell_asked(before, reviewer, asked)


def packed(before: Standing, asked: Collection[Question], deadline: date | None = None) -> bytes:
    """The questions as a zip. Raises UsageError where there is nothing to ask."""
    files = _files(before, asked, deadline)
    return _zipped(files, [each.number for each in asked], _name(before.result))


def tell_asked(before: Standing, reviewer: str, asked: Collection[Question]) -> None:
    """Writes to the log that questions were asked. Raises as `keep`."""
    news = (each for each in asked if not is_same_round(each, before.hash))
    keep(before, [Said("asked", each.number, text_of(each), hashes=about(each)) for each in news], reviewer)


def _files(before: Standing, asked: Collection[Question], deadline: date | None) -> Mapping[str, bytes]:
    if not asked:
        raise UsageError("没有要问学校的：没有未解决的问题，或都在等审核人员处理")
    rows = tuple(_row(each, before.hash) for each in asked)
    sheet = sheet_bytes(rows, source_of(before.result))
    return {SHEET: sheet, NOTE: _note(before.result, rows, deadline), RECORD: _record(before.result, rows)}


def is_same_round(question: Question, result: str) -> bool:
    """Whether it was asked on this result before: written once more it is no further round."""
    return question.state == "asked" and question.last is not None and question.last.result == result


def source_of(result: ResultRecord) -> str:
    """School and year, as the sheet bears them."""
    school = mask_text(wording.one_line(result.school.name or "学校未知"))
    return f"{school} {result.year}年度" if result.year else school


def _row(each: Question, result: str) -> Asked:
    before = each.answer or (f"材料 {len(each.papers)} 份" if each.papers else "")
    return Asked(each.number, text_of(each), each.rounds + (not is_same_round(each, result)), before)


def text_of(each: Question) -> str:
    """As the school is asked."""
    return (each.raised.asks or each.raised.text) if each.raised else each.text


def about(each: Question) -> tuple[str, ...]:
    """Hash of the file that a question is about, where it is about one."""
    return (each.raised.sha256,) if each.raised and each.raised.sha256 else ()


def _note(result: ResultRecord, rows: Collection[Asked], deadline: date | None) -> bytes:
    """As the editors of Windows open it."""
    first = next(iter(rows)).number
    by = f"，于{deadline.year}年{deadline.month}月{deadline.day}日前" if deadline else ""
    told = (
        f"{source_of(result)}就业创业服务指导站考核材料：需补充或说明的问题 {len(rows)} 个，列在“{SHEET}”里。",
        "",
        f"1. 每个问题有一个编号，例如 {first}。要说明的，写在“{SHEET}”的“答复”一栏；“编号”和“出处”两栏请不要改。",
        f"2. 要补交的材料，放进以编号命名的文件夹，例如“{first}”；没有这个文件夹的，请新建一个，名称就写编号。",
        "3. 一份材料只放一处；原来交过、没有改动的不用再交。身份证号、手机号不要写进“答复”。",
        "4. 本校装有核验程序的，可以先把这些文件夹放进材料里自查一遍：编号不再出现的，就是解决了。",
        f"5. 完成后把整个文件夹压缩成一个文件{by}交回（U盘即可）。",
    )
    return "".join(f"{line}\r\n" for line in told).encode("utf-8-sig")


def _record(result: ResultRecord, rows: Collection[Asked]) -> bytes:
    """For programs."""
    every = [{"number": each.number, "round": each.round, "text": each.text, "answer": each.before} for each in rows]
    school = mask_text(result.school.name) if result.school.name else None
    told = {"schema": QUESTIONS_SCHEMA, "school": school, "year": result.year, "rules": result.rules.id}
    return (json.dumps(told | {"questions": every}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _name(result: ResultRecord) -> str:
    return re.sub(r'[\\/:*?"<>|\s]+', "", f"{source_of(result)}需补充的材料").strip(".") or "需补充的材料"


def _zipped(files: Mapping[str, bytes], folders: Collection[str], home: str) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for about, content in _entries(files, folders, home):
            archive.writestr(about, content)
    return stored.getvalue()


def _entries(
    files: Mapping[str, bytes], folders: Collection[str], home: str
) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Files packed, folders empty."""
    for name, content in [(f"{folder}/", b"") for folder in folders] + list(files.items()):
        about = zipfile.ZipInfo(f"{home}/{name}", _DAY)
        about.external_attr = _FOLDER if name.endswith("/") else _FILE
        about.compress_type = zipfile.ZIP_STORED if name.endswith("/") else zipfile.ZIP_DEFLATED
        yield about, content


def _write_folder(target: Path, files: Mapping[str, bytes], folders: Collection[str]) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"“{target}”已经有了，里面不是空的，请换一个名称")
    with whole_folder(target, files) as draft:
        for name in folders:
            (draft / name).mkdir(mode=0o700)
        for name, content in files.items():
            write_whole(draft / name, content)
