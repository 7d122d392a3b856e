"""Small bundles that are read in a moment, in two versions, and all that commands make of them."""

from __future__ import annotations

import hashlib
import io
import random
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.planted.written import everything
from tests.readers.packages import paragraph, parts, run, zipped
from tests.written import written
from verifier.ocr.engine import Array, OcrLine, Reading

SCHOOLS = ("威海甲学院", "威海乙大学")
PERSONAL = ("37100219990317421X", "13863104527")
"""stand in the papers, and may stand in nothing that is written"""
VERSIONS = (2, 5)
"""fairs that a plan tells of"""


@dataclass(frozen=True, slots=True)
class Scripted:
    """Reads one line in each picture, without looking."""

    name = "scripted"
    version = "1"
    settings = ""
    jobs = 1

    def read(self, image: Array) -> Reading:
        return Reading(lines=(OcrLine("校园招聘会 2024年5月20日", (4, 4, 70, 20), 0.99),))

    def say(self, strips: Sequence[Array]) -> list[tuple[str, float]]:
        return [("", 0.0) for _ in strips]


def papers(school: str, fairs: int) -> Iterator[tuple[str, bytes]]:
    """The papers of a school, one of many a format, by name."""
    plan = f"{school}就业创业服务指导站2024年工作计划\n" + "".join(
        f"{at}. 2024年{at + 2}月10日举办第{at}场校园招聘会\n" for at in range(1, fairs + 1)
    )
    told = f"联系人王小明，身份证号{PERSONAL[0]}，电话{PERSONAL[1]}。\n2024年1月5日\n"
    yield "1.1 计划/计划.txt", (plan + told).encode()
    yield "1.1 计划/台账.csv", f"日期,事项\n2024-03-05,招聘会{fairs}场\n2024-03-08,{told[:24]}\n".encode("gb18030")
    yield (
        "1.2 总结/总结.docx",
        zipped(parts("".join(paragraph(run(line)) for line in (plan + told).split("\n") if line))),
    )
    yield "1.2 总结/附件.zip", _archive({"说明.txt": plan.encode(), "照片.png": _picture(f"{school} {fairs}")})
    for at in range(2):
        yield f"3.1 招聘会/{at}.png", _picture(f"{school} {fairs} {at}")


def write_schools(folder: Path, fairs: int, schools: Sequence[str] = SCHOOLS) -> None:
    """The bundles of some schools; what was there before is replaced."""
    for school in schools:
        for name, data in papers(school, fairs):
            path = folder / school / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def _archive(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()


def _picture(seed: str) -> bytes:
    """One like no other: what two schools send makes both of them be checked twice."""
    target = io.BytesIO()
    pixels = random.Random(seed).randbytes(12 * 9 * 3)
    Image.frombytes("RGB", (12, 9), pixels).resize((96, 72)).save(target, "PNG")
    return target.getvalue()


# --- what came of them ------------------------------------------------------------------------------------------------

Shown = dict[str, str]
"""name of a file → hash of what it says"""


def shown(folder: Path) -> Shown:
    """All files of an output folder; of a result but for how long it took, and but for its hash of what has it."""
    return {name: hashlib.sha256(said).hexdigest() for name, said in written(folder).items()}


def unmasked(folder: Path, said: str = "") -> list[str]:
    """Where personal numbers appear in what was written or said."""
    told = [*everything(folder), ("said", said)] if folder.exists() else [("said", said)]
    return [where for where, text in told if any(number in text for number in PERSONAL)]
