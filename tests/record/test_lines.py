"""`pages/lines.json`: what was read in page pictures that a result cites, masked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.counting.photo_papers import bundle, photo
from tests.decisions.judged import judged
from verifier.language.masking import mask_text
from verifier.model import Observed, PageLinesRecord, Place, TextLine
from verifier.record import masking_of, to_lines

BOX = (10, 10, 300, 40)
BANNER = "威海职业学院2024届毕业生校园招聘会"


def paper(*texts: str) -> Observed:
    """A photo of a fair on which these lines were read."""
    seen = photo("a.jpg", BANNER, taken="2024-05-20")
    page = seen.document.pages[0]
    lines = tuple(TextLine(text, Place("a.jpg", 1, BOX), 0.9, "ocr") for text in (BANNER, *texts))
    return replace(seen, document=replace(seen.document, pages=(replace(page, lines=lines),)))


def lines_of(seen: Observed, unmasked: bool = False) -> tuple[PageLinesRecord, ...]:
    result, _ = judged(seen)
    mask = str if unmasked else mask_text
    return to_lines([seen], replace(result, unmasked=unmasked), masking_of(bundle(seen), mask))


def texts(pages: tuple[PageLinesRecord, ...]) -> list[str]:
    return [line.text for page in pages for line in page.lines]


def test_lines_of_cited_pages_stand_with_their_boxes() -> None:
    (page,) = lines_of(paper("2024年3月15日"))
    assert (page.file, page.page, [line.box for line in page.lines]) == ("a.jpg", 1, [BOX, BOX])
    assert texts((page,)) == [BANNER, "2024年3月15日"]


def test_papers_that_nothing_cites_and_texts_of_files_are_left_out() -> None:
    seen = paper()
    result, _ = judged(seen)
    other = replace(seen, document=replace(seen.document, file=replace(seen.document.file, path="b.jpg"), pages=()))
    assert to_lines([other], result, masking_of(bundle(seen), mask_text)) == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("13812345678",),
        ("2020123456",),
        ("证件号371002199803041234",),
        ("联系电话1381234", "5678"),
        ("身份证号：37100219980304", "1234"),
    ],
)
def test_numbers_are_masked_also_where_they_run_over_two_lines(lines: tuple[str, ...]) -> None:
    told = "".join(texts(lines_of(paper(*lines))))
    for part in ("1381234", "5678", "37100219980304", "2020123456", "0304"):
        assert part not in told


def test_a_result_that_is_not_masked_has_them_whole() -> None:
    assert texts(lines_of(paper("13812345678"), unmasked=True))[1] == "13812345678"
