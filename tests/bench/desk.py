"""How long a reviewer waits at each key: a whole review of a checked bundle, measured in the browser.

    python -m tests.bench.desk OUTPUT_FOLDER

OUTPUT_FOLDER is one of `check`; it is copied, and the copy is decided. The time runs from the key to the next page
being laid out.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.review.browser import SETTLED, desk_process, launched, sign_in, window

MEASURE = """(() => {
    window.waits = [];
    addEventListener("keydown", () => { window.pressed = performance.now(); window.settled = false; }, true);
    document.addEventListener("shown", () => {
        document.body.getBoundingClientRect();
        window.waits.push(performance.now() - window.pressed);
    });
})()"""


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


def main(folder: Path) -> None:
    waits = sorted(measure(folder))
    slowest = ", ".join(f"{wait:.0f}" for wait in waits[-3:])
    print(f"{len(waits)} keys; median {waits[len(waits) // 2]:.0f} ms, slowest {slowest} ms")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
