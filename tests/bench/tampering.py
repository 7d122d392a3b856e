"""Outputs, decisions and papers that are tampered with, and those with which only honest things were done.

`python -m tests.bench.tampering 500` tries 500 of each on a batch of two schools with decisions and exports, and prints
how many of the first `verify` finds, and how often it cries wolf over the second.
"""

from __future__ import annotations

import io
import json
import random
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

from tests.faults.forked import Place, prepared
from tests.faults.schools import SCHOOLS
from verifier import batch
from verifier.decisions import append, log, read_log
from verifier.files.output_folder import DECISIONS, DESK, DESK_LOCK, DIGESTS, LOCKS, OUTLINE, RESULT, RUNNING
from verifier.model import Decision
from verifier.outputs import Chosen
from verifier.pipeline import Silent
from verifier.review import open_desk
from verifier.review.exporting import export, export_all
from verifier.verifying import Verified, verified

_NUMBER = re.compile(rb"(?<![0-9A-Fa-f.])[0-9]{1,3}(?![0-9A-Fa-f.])")
_CELLS = ("1.7", "1.8", "3.1", "4.1")


@dataclass(frozen=True, slots=True)
class Case:
    """Papers and outputs of some schools, of which a try may do what it likes."""

    home: Path
    many: bool
    """of a batch; else of one school"""

    @property
    def bundles(self) -> Path:
        return self.home / "材料"

    @property
    def out(self) -> Path:
        return self.home / "结果"

    def homes(self) -> list[Path]:
        """Outputs, and papers where there are any: outputs twice, for there is more in them."""
        return [self.out, self.out, *([self.bundles] if self.bundles.exists() else [])]

    def schools(self) -> list[Path]:
        return [self.out / name for name in SCHOOLS] if self.many else [self.out]

    def verified(self) -> tuple[Verified, ...]:
        return verified(self.out, self.bundles if self.bundles.exists() else None, jobs=0)


# --- what is done to them ---------------------------------------------------------------------------------------------


def _chosen(case: Case, chance: random.Random, where: Path | None = None) -> Path:
    """A file in the outputs, or in the papers."""
    home = where or chance.choice(case.homes())
    files = [path for path in sorted(home.rglob("*")) if path.is_file() and path.name not in LOCKS]
    return chance.choice(files)


def flipped(case: Case, chance: random.Random) -> str:
    """A byte becomes another."""
    path = _chosen(case, chance)
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    data[at] ^= chance.randrange(1, 256)
    path.write_bytes(data)
    return f"byte {at} of {path.relative_to(case.out.parent)}"


def cut(case: Case, chance: random.Random) -> str:
    path = _chosen(case, chance)
    data = path.read_bytes()
    path.write_bytes(data[: chance.randrange(len(data))])
    return f"cut {path.relative_to(case.out.parent)}"


def lengthened(case: Case, chance: random.Random) -> str:
    path = _chosen(case, chance)
    with path.open("ab") as file:
        file.write(chance.choice((b"\n", b" ", b"\0", chance.randbytes(20))))
    return f"lengthened {path.relative_to(case.out.parent)}"


def deleted(case: Case, chance: random.Random) -> str:
    path = _chosen(case, chance)
    while path.name == OUTLINE:  # may be
        path = _chosen(case, chance)
    path.unlink()
    return f"deleted {path.relative_to(case.out.parent)}"


def added(case: Case, chance: random.Random) -> str:
    beside = _chosen(case, chance)
    name = chance.choice(("改过.docx", "附件2.docx", "a.jpg", "result (1).json"))
    shutil.copyfile(beside, beside.with_name(name))
    beside.with_name(name).write_bytes(beside.read_bytes() + chance.randbytes(4))
    return f"added {beside.with_name(name).relative_to(case.out.parent)}"


def swapped(case: Case, chance: random.Random) -> str:
    """Two files change their places."""
    home = chance.choice(case.homes())
    while True:
        one, other = _chosen(case, chance, home), _chosen(case, chance, home)
        if one.read_bytes() != other.read_bytes():
            break
    kept = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(kept)
    return f"swapped {one.relative_to(case.out.parent)} and {other.relative_to(case.out.parent)}"


def number(case: Case, chance: random.Random) -> str:
    """A number in a text becomes another, in a form or workbook too."""
    while True:
        path = _chosen(case, chance)
        data = path.read_bytes()
        if path.suffix in (".docx", ".xlsx"):
            new = _in_package(data, chance)
        elif path.suffix in (".json", ".jsonl", ".html", ".csv", ".txt"):
            new = _other_number(data, chance)
        else:
            continue
        if new != data:
            path.write_bytes(new)
            return f"a number in {path.relative_to(case.out.parent)}"


def _other_number(data: bytes, chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    one = chance.choice(found)
    return data[: one.start()] + str(int(one[0]) + chance.randrange(1, 9)).encode() + data[one.end() :]


def _in_package(data: bytes, chance: random.Random) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        names = [each for each in old.namelist() if each.endswith(".xml")]
        which = chance.choice(names)
        for each in old.infolist():
            content = old.read(each)
            new.writestr(each, _other_number(content, chance) if each.filename == which else content)
    return target.getvalue()


def of_log(case: Case, chance: random.Random) -> str:
    """The log of decisions: lines taken away, put in, exchanged, forged so that the chain holds."""
    folder = chance.choice([each for each in case.schools() if (each / DECISIONS).exists()])
    path = folder / DECISIONS
    lines = path.read_bytes().splitlines(keepends=True)
    what = chance.choice(("last", "some", "all", "file", "forged", "more", "twice", "desk"))
    at = chance.randrange(len(lines))
    match what:
        case "last":
            path.write_bytes(b"".join(lines[:-1]))
        case "some":
            path.write_bytes(b"".join(lines[:at] + lines[at + 1 :]))
        case "all":
            path.write_bytes(b"")
        case "file":
            path.unlink()
        case "forged":
            path.write_bytes(b"".join(_forged(lines, at)))
        case "more":
            path.write_bytes(b"".join(_chained([*lines, lines[-1]])))
        case "twice":
            path.write_bytes(b"".join([*lines, lines[at]]))
        case _:
            (folder / DESK).unlink()
            path.write_bytes(b"".join(lines[:-1]))
    return f"log of {folder.name}: {what}"


def _forged(lines: Sequence[bytes], at: int) -> list[bytes]:
    """Somebody else has decided, and all hashes fit."""
    told = json.loads(lines[at]) | {"reviewer": "别人"}
    return _chained([*lines[:at], json.dumps(told, ensure_ascii=False).encode() + b"\n", *lines[at + 1 :]])


def _chained(lines: Sequence[bytes]) -> list[bytes]:
    made: list[bytes] = []
    for line in lines:
        told = json.loads(line)
        told.pop("hash")
        told["previous"] = sha256(made[-1].rstrip(b"\n")).hexdigest() if made else None
        told["hash"] = sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
        made.append(json.dumps(told, ensure_ascii=False).encode() + b"\n")
    return made


def resealed(case: Case, chance: random.Random) -> str:
    """Points are raised, and the list of digests is written anew to fit: a second count tells it."""
    from verifier.files.manifest import noted, read_manifest, write_manifest

    folder = chance.choice(case.schools())
    told = json.loads((folder / RESULT).read_bytes())
    cell = chance.choice([each for each in told["indicators"] if each["proposed"] < each["max"]])
    cell["proposed"] = cell["high"] = cell["max"]
    (folder / RESULT).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    old = read_manifest(folder / DIGESTS)
    assert old is not None
    write_manifest(folder / DIGESTS, noted(old, folder, [RESULT]))
    return f"{cell['id']} of {folder.name}, with new digests"


TAMPERINGS: tuple[Callable[[Case, random.Random], str], ...] = (
    *(flipped, flipped, cut, lengthened, deleted, added, swapped, number, number, of_log, of_log, resealed),
)


# --- what may be done with them ---------------------------------------------------------------------------------------


def decided(case: Case, chance: random.Random) -> str:
    folder = chance.choice(case.schools())
    append(folder, _decision(chance), read_log(folder).head)
    return "decided"


def _decision(chance: random.Random) -> Decision:
    time = f"2025-01-{chance.randrange(1, 29):02}T09:30:00+08:00"
    points = Fraction(chance.randrange(11))
    return Decision("points", chance.choice(_CELLS), "", points, "看过原件", "王审核", time, "a" * 64)


def undone(case: Case, chance: random.Random) -> str:
    folder = chance.choice(case.schools())
    lines = [each for each in read_log(folder).decisions if each.kind == "points"]
    if lines:
        old = chance.choice(lines)
        undo = Decision("undo", old.indicator, old.line, None, "", "李审核", "2025-02-01T09:30:00+08:00", "a" * 64)
        append(folder, undo, read_log(folder).head)
    return "undone"


def exported(case: Case, chance: random.Random) -> str:
    desk = open_desk(case.out)
    if chance.random() < 0.5:
        export_all(desk)
        return "all exported"
    asked = Chosen(deadline=None) if chance.random() < 0.5 else None
    export(chance.choice([*desk.schools.values()]), asked)
    return "exported"


def listed(case: Case, chance: random.Random) -> str:
    for school in open_desk(case.out).schools.values():
        school.outline()
    return "listed"


def checked(case: Case, chance: random.Random) -> str:
    """The same papers again, or other ones."""
    if chance.random() < 0.5:
        paper = next(path for path in sorted(case.bundles.rglob("计划.txt")))
        paper.write_text(paper.read_text("utf-8") + f"\n补充 {chance.random()}\n", "utf-8")
    settings = batch.Settings(cache=None, year=2024, jobs=0)
    run = batch.batch if case.many else batch.check
    run(case.bundles, case.out, settings, Silent())
    return "checked again"


def killed(case: Case, chance: random.Random) -> str:
    """A decision whose program is ended before its line is written, in the midst, or after."""
    folder = chance.choice(case.schools())
    share = chance.choice((0.0, chance.random(), 1.0))

    def some(path: Path, content: bytes, size: int) -> None:
        path.touch()
        with path.open("r+b") as file:  # as the log is written: over what a save before left half-written
            file.truncate(size)
            file.seek(size)
            file.write(content[: int(len(content) * share)])
        raise KeyboardInterrupt

    with patch.object(log, "_write", some), _ended():
        append(folder, _decision(chance), read_log(folder).head)
    return f"killed at {share:.2f}"


def killed_export(case: Case, chance: random.Random) -> str:
    def none(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with patch("verifier.review.exporting.write_export", none), _ended():
        export(chance.choice([*open_desk(case.out).schools.values()]))
    return "an export was killed"


@contextmanager
def _ended() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        return
    raise AssertionError("it was not ended")


def opened(case: Case, chance: random.Random) -> str:
    """Office programs and systems leave things behind; an outline may be deleted."""
    folder = chance.choice(case.schools())
    for name in ("~$annex2.docx", "Thumbs.db", ".DS_Store", ".~lock.annex2.xlsx#"):
        (folder / name).write_bytes(b"x")
    (folder / OUTLINE).unlink(missing_ok=True)
    (folder / DESK_LOCK).touch()
    return "looked at"


def killed_check(case: Case, chance: random.Random) -> str:
    """A check that is ended leaves its lock and its draft."""
    folder = chance.choice(case.schools())
    (folder / RUNNING).touch()
    (folder / ".writing-abc").mkdir(exist_ok=True)
    (folder / ".writing-abc" / RESULT).write_bytes(b"{")
    (folder / ".writing-1-abc.tmp").write_bytes(b"{")
    return "a check was killed"


def elsewhere(case: Case, chance: random.Random) -> str:
    """On a second machine, which knows nothing of it, somebody decides; and it is copied back."""
    home = Path(tempfile.mkdtemp(dir=case.home))
    there = Case(Path(shutil.copytree(case.out, home / case.out.name)).parent, case.many)
    with Place(home).made().entered():
        decided(there, chance)
        listed(there, chance)
    shutil.rmtree(case.out)
    shutil.copytree(there.out, case.out)
    shutil.rmtree(home)
    return "decided elsewhere"


HONEST: tuple[Callable[[Case, random.Random], str], ...] = (
    *(decided, decided, undone, exported, listed, checked, killed, killed_export, killed_check, opened, elsewhere),
)


# --- tries ------------------------------------------------------------------------------------------------------------


class Bench:
    """Two cases on a machine of their own, which each try finds as they were."""

    def __init__(self, home: Path) -> None:
        """`home`: of `prepared`."""
        self.place = Place(home / "machine")
        self.kept = home / "kept"
        self.cases = (Case(self.place.home / "many", True), Case(self.place.home / "one", False))
        many, one = self.cases
        papers = Place(home / "first").bundles
        shutil.copytree(papers, many.bundles)
        shutil.copytree(papers / SCHOOLS[0], one.bundles)
        settings = batch.Settings(cache=None, year=2024, jobs=0)
        with self.place.made().entered():
            batch.batch(many.bundles, many.out, settings, Silent())
            batch.check(one.bundles, one.out, settings, Silent())
            chance = random.Random(7)
            for case in self.cases:
                for _ in range(8):
                    decided(case, chance)
                export_all(open_desk(case.out))
                listed(case, chance)
                for folder in case.schools():
                    append(folder, _decision(chance), read_log(folder).head)
        shutil.copytree(self.place.home, self.kept)

    @contextmanager
    def case(self, chance: random.Random) -> Iterator[Case]:
        """One of them, as it was."""
        shutil.rmtree(self.place.home)
        shutil.copytree(self.kept, self.place.home)
        with self.place.entered():
            yield chance.choice(self.cases)

    def tampered(self, seed: int) -> tuple[str, bool]:
        """What was done in a try, and whether it is found."""
        chance = random.Random(seed)
        with self.case(chance) as case:
            done = chance.choice(TAMPERINGS)(case, chance)
            return done, any(each.is_changed for each in case.verified())

    def honest(self, seed: int) -> tuple[str, list[str]]:
        """What was done in a try, and what is said to be changed."""
        chance = random.Random(seed)
        with self.case(chance) as case:
            done = [chance.choice(HONEST)(case, chance) for _ in range(chance.randrange(1, 4))]
            if chance.random() < 0.2:
                case = Case(Path(shutil.copytree(case.home, self.place.home / "moved")), case.many)
                done.append("copied")
            seen = case.verified()
        return ", ".join(done), [found.text for each in seen for found in each.found if found.kind == "changed"]


def main(many: int) -> None:
    with tempfile.TemporaryDirectory() as folder, prepared(Path(folder) / "first"):
        bench = Bench(Path(folder))
        caught = [bench.tampered(seed) for seed in range(many)]
        alarms = [bench.honest(seed) for seed in range(many)]
    for done in (done for done, found in caught if not found):
        print(f"not found: {done}")
    for done, said in alarms:
        if said:
            print(f"false alarm: {done}: {said}")
    found, cried = sum(found for _, found in caught), sum(bool(said) for _, said in alarms)
    print(f"{found} of {many} found, {cried} of {many} false alarms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
