"""Files that are cut short, zeroed in part, or called what they are not: all made from good ones."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.good import good_files

CUTS = 6
ZEROED = 3


def broken_files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes."""
    for ending in good_files():
        yield from broken(ending)
    yield from _mislabelled()


def broken(ending: str) -> Iterator[tuple[str, bytes]]:
    """The good file of that ending, cut at several places, then with a stretch of zeros at several."""
    data, kind = good_files()[ending], ending.replace(".", "-")
    for at in range(CUTS):
        yield f"{kind}截断{at}.{ending}", data[: len(data) * at // CUTS]
    for at in range(ZEROED):
        start, end = len(data) * at // ZEROED, len(data) * (at + 1) // ZEROED
        yield f"{kind}清零{at}.{ending}", data[:start] + bytes(end - start) + data[end:]


def _mislabelled() -> Iterator[tuple[str, bytes]]:
    """Each under the ending of the next."""
    endings = list(good_files())
    for ending, other in zip(endings, (*endings[1:], endings[0]), strict=True):
        yield f"{ending.replace('.', '-')}错名.{other}", good_files()[ending]
