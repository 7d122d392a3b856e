"""Reads folders of real papers, whole and damaged, kept elsewhere, and says what became of them.

By hand: VERIFIER_CORPUS=/path/to/corpus python tests/corpus.py [folder …]. Each folder of the corpus, or each that is
named, is a bundle and is checked in a process of its own, as a user would. Exit status 1 when a run fails, shows a
traceback or leaves a file out.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent


def bundles(corpus: Path, wanted: list[str]) -> Iterator[Path]:
    """Its folders, or those that are wanted."""
    yield from (
        (corpus / name for name in wanted) if wanted else sorted(each for each in corpus.iterdir() if each.is_dir())
    )


def check(bundle: Path, out: Path) -> tuple[list[str], Counter[str], float]:
    """What is wrong with the run, how many files have which status, and how long it took in seconds."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "verifier", "check", str(bundle), "--out", str(out), "-q"]
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    wrong = [f"exit status {done.returncode}"] if done.returncode else []
    said = (done.stderr + done.stdout).strip()
    wrong += [f"said: {said[:200]}"] if said else []
    if not (out / "result.json").is_file():
        return [*wrong, "no result"], Counter(), seconds
    files = json.loads((out / "result.json").read_text("utf-8"))["files"]
    missing = {each.relative_to(bundle).as_posix() for each in bundle.rglob("*") if each.is_file()}
    missing -= {row["path"] for row in files}
    wrong += [f"left out: {name}" for name in sorted(missing)]
    return wrong, Counter(row["status"] for row in files), seconds


def main(wanted: list[str]) -> int:
    place = os.environ.get("VERIFIER_CORPUS")
    if not place:
        print("Set VERIFIER_CORPUS to the folder of the corpus.", file=sys.stderr)
        return 2
    total: Counter[str] = Counter()
    failed = 0
    with tempfile.TemporaryDirectory() as outs:
        for bundle in bundles(Path(place), wanted):
            name = bundle.relative_to(place).as_posix()
            wrong, statuses, seconds = check(bundle, Path(outs) / name.replace("/", "-"))
            total += statuses
            failed += bool(wrong)
            told = ", ".join(f"{status} {count}" for status, count in sorted(statuses.items()))
            print(f"{name}: {seconds:.1f} s; {told}{''.join(f'; WRONG: {each}' for each in wrong)}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{total.total()} files: {dict(sorted(total.items()))}; {failed} bundles failed; peak {peak:.0f} MB a process"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
