"""How long a reviewer waits: at each key of a review of one bundle, and at a desk over many schools.

    python -m tests.bench.desk OUTPUT_FOLDER…
    python -m tests.bench.desk OUTPUT_FOLDER… --schools 40

Each OUTPUT_FOLDER is one of `check`; it is copied, and the copy is decided: the first one, or in turn so many schools
as are asked for. The time runs from the key or click to the next page being laid out; that of the start from the
command to the address that it prints, and then to the first list of schools, for which all of them are read.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.review.browser import SETTLED, Running, desk_process, launched, sign_in, window

MEASURE = """(() => {
    window.waits = [];
    addEventListener("keydown", () => { window.pressed = performance.now(); window.settled = false; }, true);
    document.addEventListener("shown", () => {
        document.body.getBoundingClientRect();
        window.waits.push(performance.now() - window.pressed);
    });
})()"""

CLICK = """(goal) => {
    window.pressed = performance.now();
    window.settled = false;
    document.querySelector(goal).click();
}"""


def measure(folder: Path, keys: str = "xunpa", cells: int = 27) -> list[float]:
    """Milliseconds of every key of a review: in each cell a piece is excluded and taken back, another one looked at,
    the points taken."""
    with tempfile.TemporaryDirectory() as work:
        copy = Path(work) / "desk"
        shutil.copytree(folder, copy)
        (copy / "decisions.jsonl").unlink(missing_ok=True)
        with desk_process(copy) as (_, desk), sync_playwright() as playwright:
            browser = launched(playwright)
            watched = window(browser.new_context(viewport={"width": 1366, "height": 900}), desk)
            sign_in(watched, desk)
            page = watched.page
            page.goto(f"{desk.home}/school/desk/1.1")
            page.evaluate(MEASURE)
            for _ in range(cells):
                for key in keys:
                    if page.query_selector(f'[data-key="{key}"]:not([disabled])'):
                        page.keyboard.press(key)
                        page.evaluate(SETTLED)
            waits: list[float] = page.evaluate("window.waits")
            browser.close()
            return waits


Times = dict[str, list[float]]
"""what was waited for → milliseconds"""


def measure_many(folders: Sequence[Path], schools: int, rounds: int = 10) -> Times:
    """Of the start, of the list, and of cells and saves of the queue over all schools."""
    with tempfile.TemporaryDirectory() as work:
        for at in range(schools):
            copy = Path(work) / f"school{at:03}"
            shutil.copytree(folders[at % len(folders)], copy, copy_function=_linked)
            (copy / "decisions.jsonl").unlink(missing_ok=True)
        times: Times = {}
        with sync_playwright() as playwright, _started(Path(work), times) as desk:
            browser = launched(playwright)
            watched = window(browser.new_context(viewport={"width": 1366, "height": 900}), desk)
            began = time.perf_counter()
            watched.page.goto(desk.addresses[-1])
            times["first list"] = [1000 * (time.perf_counter() - began)]
            watched.page.goto(f"{desk.home}/reviewer")
            watched.page.fill("input[name=name]", "王审核")
            watched.key("Enter")
            watched.page.evaluate(MEASURE)
            for _ in range(rounds):
                for what, goal in (("cell", "[data-key=Enter]"), ("save", "[data-key=a]"), ("list", 'nav a[href="/"]')):
                    times.setdefault(what, []).append(_waited(watched.page, goal))
            browser.close()
            return times


def _linked(source: str, target: str) -> None:
    """Pictures take much room; nothing that is linked is written to."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@contextmanager
def _started(folder: Path, times: Times) -> Iterator[Running]:
    """The desk as the command runs it, and how long it takes to start."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "verifier", "review", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        try:
            address = next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
            times["start"] = [1000 * (time.perf_counter() - began)]
            yield Running([address])
        finally:
            process.kill()


def _waited(page: Page, goal: str) -> float:
    """From a click to the page that it leads to."""
    page.evaluate(CLICK, goal)
    page.evaluate(SETTLED)
    waited: float = page.evaluate("window.waits.at(-1)")
    return waited


def told(times: Times) -> str:
    """A line a kind."""
    return "\n".join(
        f"{what}: median {statistics.median(waits):.0f} ms, slowest {max(waits):.0f} ms of {len(waits)}"
        for what, waits in times.items()
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--schools", type=int, default=0)
    asked = parser.parse_args()
    if asked.schools:
        print(told(measure_many(asked.folders, asked.schools)))
    else:
        print(told({"key": measure(asked.folders[0])}))


if __name__ == "__main__":
    main()
