"""Words by which two cells would take the same folder, and happenings of which two cells would take the same photo."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.lint.findings import Finding, Placed, placed
from verifier.model import RuleSet, asks_photo


def of_claims(rules: RuleSet) -> Iterator[Finding]:
    first: dict[str, Placed] = {}
    photos: dict[str, Placed] = {}
    for each in placed(rules):
        for at, word in enumerate(each.cell.names):
            if word in first:
                text = f"文件夹和文件名用词“{word}”，指标{first[word].cell.id}也在用，写着它的材料不知道归哪一项"
                yield each.finding("claimed-twice", ("names", at), word, text)
            first.setdefault(word, each)
        if asks_photo(each.cell):
            for at, event in enumerate(each.cell.takes.events):
                if event in photos:
                    text = f"“{event}”的照片，指标{photos[event].cell.id}也要，而一张照片只用于一项指标"
                    yield each.finding("claimed-twice", ("takes", "events", at), event, text)
                photos.setdefault(event, each)
