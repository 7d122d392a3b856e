"""`--last-year` takes a roster, a bundle, or the output folder of an earlier check: the three give one result."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from tests.counting.people_papers import name, resident_id
from verifier import batch
from verifier.batch import Settings
from verifier.counting.photos.same_picture import is_photo, near
from verifier.errors import UsageError
from verifier.model import CellRecord, Picture, Place, ResultRecord
from verifier.pipeline import Silent
from verifier.record import read_earlier

SCHOOL = "威海职业学院"
HEADER = ["姓名", "身份证号", "毕业去向", "单位名称", "单位所在地"]


def roster(folder: Path, year: int, local: int, many: int, unknown: int = 0) -> Path:
    """A 花名册 of `many` graduates: `local` in the city, `unknown` with a firm of no place, the others elsewhere."""
    folder.mkdir(exist_ok=True)
    target = folder / f"{year}届毕业生花名册.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([f"{SCHOOL}{year}届毕业生花名册"])
        writer.writerow(HEADER)
        for at in range(many):
            firm = ["威海甲有限公司", "威海市"] if at < local else ["某某乙有限公司", "烟台市"]
            if local <= at < local + unknown:
                firm = ["某某丙有限公司", ""]
            number = at + 2000 * (year % 2)
            writer.writerow([name(number), resident_id(number), "劳动合同", *firm])
    return target


def checked(
    bundle: Path,
    out: Path | None = None,
    year: int | None = 2024,
    last: Path | None = None,
    history: Path | None = None,
    school: str | None = SCHOOL,
) -> ResultRecord:
    settings = Settings(year=year, school=school, last_year=last, history=history, ocr="tesseract")
    return batch.check(bundle, out, settings, Silent())


def retention(result: ResultRecord) -> CellRecord:
    return next(cell for cell in result.indicators if cell.id == "4.3")


@pytest.fixture
def years(tmp_path: Path) -> tuple[Path, Path]:
    """The bundles of two years: 63 of 200, and of last year 60 of 200 with 2 of unknown place."""
    roster(tmp_path / "今年", 2024, 63, 200)
    roster(tmp_path / "去年", 2023, 60, 200, unknown=2)
    return tmp_path / "今年", tmp_path / "去年"


def test_a_roster_a_bundle_and_an_output_folder_give_the_same_points(years: tuple[Path, Path], tmp_path: Path) -> None:
    this, last = years
    out = tmp_path / "去年的结果"
    checked(last, out, 2023)
    cells = [retention(checked(this, last=each)) for each in (next(last.iterdir()), last, out)]
    for cell in cells:
        assert (cell.low, cell.proposed, cell.high) == (10, 20, 25)
        assert cell.facts == {"retention": 0.315, "retention_last": 0.3}
        assert [rate.numerator for rate in cell.rates] == [63, 60]
    points = [[reading.points for reading in cell.readings] for cell in cells]
    assert points[0] == points[1] == points[2]


def test_a_history_gives_what_the_year_before_counted(years: tuple[Path, Path], tmp_path: Path) -> None:
    this, last = years
    memory = tmp_path / "历年"
    memory.mkdir()
    checked(last, tmp_path / "去年的结果", 2023, history=memory)
    given = retention(checked(this, last=tmp_path / "去年的结果"))
    shutil.rmtree(tmp_path / "去年的结果")
    found = retention(checked(this, history=memory))
    assert replace(found, evidence=()) == replace(given, evidence=())
    (piece,) = [each for each in found.evidence if each.fact == "earlier"]
    assert (piece.file, piece.text) == ("历史库/去年的结果", "2023年度核验结果")


def test_a_history_tells_nothing_of_another_school_or_year(years: tuple[Path, Path], tmp_path: Path) -> None:
    this, last = years
    memory = tmp_path / "历年"
    memory.mkdir()
    checked(last, tmp_path / "a", 2022, history=memory)
    checked(last, tmp_path / "b", 2023, history=memory, school="威海海洋职业学院")
    cell = retention(checked(this, history=memory))
    assert (cell.low, cell.high) == (0, 30)
    assert "denominator-missing" in {flag.code for flag in cell.flags}
    given = retention(checked(this, last=last, history=memory))
    assert given.proposed == 20, "what is given goes before"


def test_without_last_year_the_cell_stays_open(years: tuple[Path, Path]) -> None:
    cell = retention(checked(years[0]))
    assert (cell.low, cell.proposed, cell.high) == (0, 0, 30)
    assert "denominator-missing" in {flag.code for flag in cell.flags}


@pytest.mark.parametrize(
    ("change", "code"),
    [({"year": 2022}, "date-outside-period"), ({"school": {"name": "山东大学（威海）"}}, "school-mismatch")],
)
def test_the_result_of_another_year_or_school_is_not_compared(
    years: tuple[Path, Path], tmp_path: Path, change: dict[str, Any], code: str
) -> None:
    this, last = years
    out = tmp_path / "结果"
    checked(last, out, 2023)
    record = out / "result.json"
    record.write_text(json.dumps(json.loads(record.read_text("utf-8")) | change), "utf-8")
    cell = retention(checked(this, last=out))
    assert (cell.low, cell.proposed, cell.high) == (0, 0, 30)
    assert {code, "denominator-missing"} <= {flag.code for flag in cell.flags}


def test_an_earlier_result_alone_is_no_evidence(years: tuple[Path, Path], tmp_path: Path) -> None:
    out, empty = tmp_path / "结果", tmp_path / "空"
    checked(years[1], out, 2023)
    empty.mkdir()
    cell = retention(checked(empty, last=out))
    assert cell.high == 0 and [flag.code for flag in cell.flags] == ["no-evidence"]


def test_a_damaged_output_folder_is_told_in_one_sentence(years: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "结果"
    checked(years[1], out, 2023)
    (out / "evidence.json").write_text("{", "utf-8")
    with pytest.raises(UsageError, match="读不出来"):
        checked(years[0], last=out)


def test_the_output_folder_keeps_what_finds_a_picture_again(tmp_path: Path) -> None:
    this, last = tmp_path / "今年", tmp_path / "去年"
    for folder in (this, last):
        (folder / "4.4校园招聘会").mkdir(parents=True)
        image = Image.new("RGB", (600, 200), "white")
        ImageDraw.Draw(image).rectangle((40, 40, 500, 150), fill=(20, 90, 160))
        image.save(folder / "4.4校园招聘会" / "现场.png")
    out = tmp_path / "结果"
    checked(last, out, 2023)
    (photo,) = [seen for seen in read_earlier(out) if is_photo(seen)]
    assert photo.path == "结果/4.4校园招聘会/现场.png"
    copied = replace(photo, document=replace(photo.document, picture=None))
    scaled = replace(photo, document=replace(photo.document, file=replace(photo.document.file, sha256="0")))
    other = replace(scaled, document=replace(scaled.document, picture=Picture(Place("b.png"), (0, 0), phash=0)))
    assert near(photo, copied, 6) and near(photo, scaled, 6) and not near(photo, other, 6)


OTHER = "山东大学（威海）"


def test_of_a_folder_of_many_results_each_school_takes_its_own(
    years: tuple[Path, Path], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    this, last = years
    outs = tmp_path / "去年汇总"
    checked(last, outs / "乙校", 2023)
    roster(tmp_path / "别校", 2023, 100, 200)
    batch.check(tmp_path / "别校", outs / "甲校", Settings(year=2023, school=OTHER, ocr="tesseract"), Silent())
    cell = retention(checked(this, last=outs))
    assert [rate.numerator for rate in cell.rates] == [63, 60] and not caplog.records
    shutil.rmtree(outs / "乙校")
    assert {flag.code for flag in retention(checked(this, last=outs)).flags} >= {"denominator-missing"}
    assert "里没有“威海职业学院”的" in caplog.text


def test_of_a_folder_of_many_bundles_each_school_takes_the_one_of_its_name(
    years: tuple[Path, Path], tmp_path: Path
) -> None:
    this, last = years
    (tmp_path / "各校去年").mkdir()
    last.rename(tmp_path / "各校去年" / this.name)
    roster(tmp_path / "各校去年" / "别校", 2023, 10, 200)
    assert [rate.numerator for rate in retention(checked(this, last=tmp_path / "各校去年")).rates] == [63, 60]


def test_a_result_among_the_papers_of_a_bundle_makes_it_no_folder_of_schools(
    years: tuple[Path, Path], tmp_path: Path
) -> None:
    this, last = years
    roster(tmp_path / "别校", 2023, 100, 200)
    batch.check(tmp_path / "别校", last / "核验结果", Settings(year=2023, school=OTHER, ocr="tesseract"), Silent())
    (last / "名册").mkdir()
    assert [rate.numerator for rate in retention(checked(this, last=last)).rates] == [63, 60]
