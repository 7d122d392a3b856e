"""Files of kinds that other tools lost, as public reports tell: each comes out as was expected before it was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reports import packed_papers, pdf_papers, sheet_papers, word_papers
from verifier import pipeline
from verifier.model import Document, Flag, RuleSet
from verifier.ocr import Cache, open_engine

REPORTS: tuple[dict[str, Any], ...] = tuple(
    yaml.safe_load((Path(__file__).parent / "reports.yaml").read_text(encoding="utf-8"))
)
MAKERS = {
    name.replace("_", "-"): maker
    for room in (sheet_papers, word_papers, pdf_papers, packed_papers)
    for name, maker in vars(room).items()
    if getattr(maker, "__module__", "") == room.__name__
    and getattr(maker, "__annotations__", {}).get("return") == "Files"
}


@dataclass(frozen=True)
class Seen:
    """What came out of the files of one report."""

    documents: tuple[Document, ...]
    files: Mapping[str, str]
    """path within the report's own folder → status"""
    flags: tuple[Flag, ...]

    def as_told(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """The part of it that an entry speaks of, in the entry's own words."""
        words = _bare("\n".join(document.text for document in self.documents))
        rows = [list(row) for document in self.documents for table in document.tables for row in table.rows]
        tables = [[list(row) for row in table.rows] for document in self.documents for table in document.tables]
        return {
            "files": {path: self.files.get(path, "no row") for path in told["files"]},
            "says": [text for text in told.get("says", ()) if _bare(text) in words],
            "silent": [text for text in told.get("silent", ()) if _bare(text) not in words],
            "rows": [row for row in told.get("rows", ()) if row in rows],
            "table": told.get("table") if told.get("table") in tables else tables[:1],
            "flags": sorted({flag.code for flag in self.flags}),
        }


def _bare(text: str) -> str:
    return re.sub(r"[ \t]", "", text)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, rules: RuleSet, cache: Path) -> Mapping[str, Seen]:
    """All files of all reports, read together; each report has a folder of its own."""
    home = tmp_path_factory.mktemp("reports")
    for report, maker in MAKERS.items():
        (home / report).mkdir()
        for name, data in maker().items():
            (home / report / name).write_bytes(data)
    sight = pipeline.observe(home, tmp_path_factory.mktemp("work"), rules, open_engine(), Cache(cache))
    documents = [each.document for each in sight.observed]

    def of(report: str) -> Seen:
        begin = f"{report}/"
        return Seen(
            tuple(each for each in documents if each.file.path.startswith(begin)),
            {file.path.removeprefix(begin): file.status for file in sight.files if file.path.startswith(begin)},
            tuple(flag for flag in sight.flags if flag.place and flag.place.file.startswith(begin)),
        )

    return {report: of(report) for report in MAKERS}


def test_every_report_has_its_files_and_every_file_its_report() -> None:
    assert sorted(each["id"] for each in REPORTS) == sorted(MAKERS)
    assert len({each["kind"] for each in REPORTS}) == len(REPORTS)
    assert {each["state"] for each in REPORTS} == {"right", "mended", "open"}


@pytest.mark.parametrize("report", REPORTS, ids=lambda each: each["id"])
def test_what_other_tools_lost_comes_out(seen: Mapping[str, Seen], report: dict[str, Any]) -> None:
    told = report["now"] if report["state"] == "open" else report["expected"]
    whole = {"says": [], "silent": [], "rows": [], "flags": []} | told
    came = seen[report["id"]].as_told(told)
    assert {key: came[key] for key in whole} == whole
