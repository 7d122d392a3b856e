"""Whatever stands at any place of any format is read, has a row of its own, or is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.nothing_lost import archives, ofd, old_papers, open_documents, pdfs, pictures, sheets, slides, texts, word
from tests.nothing_lost.old_papers import saved_as
from tests.nothing_lost.planting import Paper, fates

PAPERS: tuple[Paper[Any], ...] = (
    *(*word.PAPERS, *slides.PAPERS, *sheets.PAPERS, *pdfs.PAPERS, *ofd.PAPERS, *texts.PAPERS, *archives.PAPERS),
    *(*pictures.PAPERS, *open_documents.SHEETS),
)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_what_is_planted_is_found(tmp_path: Path, paper: Paper[Any]) -> None:
    assert fates([paper], tmp_path) == {paper.name: paper.expected}


@pytest.mark.slow
def test_what_is_planted_in_papers_for_libreoffice_is_found(tmp_path: Path) -> None:
    texts, slides = open_documents.PAPERS
    (sheets,) = open_documents.SHEETS
    old = [
        saved_as("doc", texts, tmp_path),
        saved_as("ppt", slides, tmp_path),
        saved_as("xls", sheets, tmp_path),
    ]
    papers = (*open_documents.PAPERS, *old_papers.PAPERS, *old)
    assert fates(papers, tmp_path / "all") == {paper.name: paper.expected for paper in papers}
