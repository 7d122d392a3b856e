"""Two results side by side, also where they don't match."""

from __future__ import annotations

import copy
import json
import shutil
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.outputs.example_results import empty_result, flag, full_result
from verifier.batch import Settings, check
from verifier.comparing import as_text, compare, write_page
from verifier.decisions import append
from verifier.errors import UsageError
from verifier.model import Decision
from verifier.pipeline import Silent
from verifier.record import read_judged

ID = "37990120030512421" + "9"


def write(folder: Path, result: dict[str, Any]) -> Path:
    folder.mkdir()
    (folder / "result.json").write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
    return folder


def changed(result: dict[str, Any], cell: str, **values: Any) -> dict[str, Any]:
    other = copy.deepcopy(result)
    next(each for each in other["indicators"] if each["id"] == cell).update(values)
    return other


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return write(tmp_path / "a", full_result())


def test_a_result_against_itself_has_no_change(first: Path) -> None:
    comparison = compare(first, first)
    assert [cell.id for cell in comparison.cells if cell.is_changed] == []
    assert len(comparison.cells) == 27 and comparison.remarks == ()
    assert "有变化的指标 0 项，没有变化的 27 项" in as_text(comparison)


def test_points_total_and_flags_that_went_and_came(first: Path, tmp_path: Path) -> None:
    new = flag("seal-missing", "review", "没有看到红色印章。", file="证明.pdf", page=2)
    result = changed(full_result(), "4.3", low=20, proposed=20, high=20, flags=[new])
    result["total"] = {"low": 66.55, "proposed": 78.95, "high": 89.3}
    text = as_text(compare(first, write(tmp_path / "b", result)))
    assert "4.3 毕业生留威率：10 → 20 分（+10，总分 +3.5）" in text
    assert "总分：75.45（63.05–89.21）→ 78.95（66.55–89.3），+3.5" in text
    assert "    新出现 【待核】没有看到红色印章。（证明.pdf 第2页）" in text
    assert text.count("已消除") == len(next(c for c in full_result()["indicators"] if c["id"] == "4.3")["flags"])


def test_a_flag_of_one_code_is_the_same_though_the_file_bears_another_name(tmp_path: Path) -> None:
    base = changed(full_result(), "1.1", flags=[flag("seal-missing", "review", "没有印章。", file="甲.pdf")])
    other = changed(base, "1.1", flags=[flag("seal-missing", "review", "没有印章。", file="1.1/乙.pdf")])
    comparison = compare(write(tmp_path / "a", base), write(tmp_path / "b", other))
    assert not any(cell.gone or cell.new for cell in comparison.cells)


def test_other_schools_years_rules_and_cells_are_told(first: Path, tmp_path: Path) -> None:
    result = empty_result()
    result["rules"]["id"] = "yantai-2025"
    result["indicators"] = [cell for cell in result["indicators"] if cell["id"] != "5.1"]
    result["indicators"].append(copy.deepcopy(result["indicators"][0]) | {"id": "6.1", "name": "新的指标"})
    comparison = compare(first, write(tmp_path / "b", result))
    text = as_text(comparison)
    for remark in ("学校不同", "年度不同", "规则集不同（weihai-2020，yantai-2025）", "没有指标 6.1", "没有指标 5.1"):
        assert remark in text
    assert "6.1 新的指标：只有乙有这项指标，0 分" in text
    assert "5.1 围绕指导站及毕业生留威开展的创新性工作：只有甲有这项指标，100 分" in text


def test_a_range_that_moved_is_a_change(first: Path, tmp_path: Path) -> None:
    text = as_text(compare(first, write(tmp_path / "b", changed(full_result(), "4.3", high=10))))
    assert "4.3 毕业生留威率：10 分不变，区间 10–19.76 → 10" in text


def test_personal_data_is_masked_also_of_results_that_show_it(first: Path, tmp_path: Path) -> None:
    told = flag("id-invalid", "review", f"证件号{ID}校验位不符。", file=f"{ID}.pdf")
    other = write(tmp_path / "b", changed(full_result(), "2.2", flags=[told]))
    comparison = compare(first, other)
    write_page(comparison, tmp_path / "diff.html")
    for text in (as_text(comparison), (tmp_path / "diff.html").read_text("utf-8")):
        assert ID not in text and "3799**********4219" in text


def test_the_page_is_whole_and_safe(first: Path, tmp_path: Path) -> None:
    bad = "<script>alert(1)</script>"
    result = changed(full_result(), "1.1", name=bad, flags=[flag("misfiled", "review", bad, file=f"{bad}.pdf")])
    write_page(compare(first, write(tmp_path / "b", result)), tmp_path / "diff.html")
    html = (tmp_path / "diff.html").read_text("utf-8")
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, _: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(html)
    assert "script" not in tags and "link" not in tags and tags.count("table") == 2
    assert "default-src 'none'" in html and "新出现" in html


def test_a_result_of_another_version_is_told_as_such(first: Path, tmp_path: Path) -> None:
    later = full_result() | {"schema": "verifier/result@2", "indicators": {}}
    with pytest.raises(UsageError, match="另一版本的程序写的（verifier/result@2，本程序读 verifier/result@1）"):
        compare(first, write(tmp_path / "b", later))


def test_keys_that_another_program_adds_are_passed_over(first: Path, tmp_path: Path) -> None:
    other = changed(full_result(), "4.3", colour="red") | {"later": {"a": 1}}
    assert as_text(compare(first, write(tmp_path / "b", other))).count("有变化的指标 0 项") == 1


@pytest.mark.parametrize("content", [None, "{", "[]", '{"schema": "verifier/result@1"}', '{"schema": "other"}'])
def test_what_is_no_result_is_told_in_a_sentence(first: Path, tmp_path: Path, content: str | None) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    if content is not None:
        (folder / "result.json").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"result\.json|没有核验结果"):
        compare(first, folder)


def test_decisions_of_a_folder_are_in_its_points(tmp_path: Path) -> None:
    """The bureau's folder holds decisions: what was decided is compared, not what was proposed."""
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "计划.txt").write_text("威海职业学院指导站2024年工作计划\n三月举办招聘会\n", encoding="utf-8")
    result = check(bundle, tmp_path / "own", Settings(year=2024, school="威海职业学院"), Silent())
    shutil.copytree(tmp_path / "own", tmp_path / "bureau")
    seen = read_judged(tmp_path / "bureau")[1].result
    decision = Decision("points", "1.1", "", Fraction(10), "实地看过", "评审甲", "2024-12-05T09:30:00+08:00", seen)
    append(tmp_path / "bureau", decision, "")
    comparison = compare(tmp_path / "own", tmp_path / "bureau")
    assert (comparison.first.decided, comparison.second.decided) == (False, True)
    assert [(cell.id, cell.change) for cell in comparison.cells if cell.is_changed] == [("1.1", 10)]
    assert result.indicators[0].proposed == 0


def test_the_folder_of_a_batch_is_told_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "summary.json").write_text("[]", "utf-8")
    with pytest.raises(UsageError, match="是各校的汇总，不能整个比较，请给出其中一所学校的结果文件夹"):
        compare(tmp_path, tmp_path)


def test_a_question_is_known_again_by_its_number_whatever_its_paper_is_called(first: Path, tmp_path: Path) -> None:
    one, other = (
        flag("seal-missing", "review", f"第 {at} 页没有印章。", file=f"{at}.pdf", page=1, number="4.3-AAAAA")
        for at in (1, 2)
    )
    folders = [
        write(tmp_path / name, changed(full_result(), "4.3", flags=flags))
        for name, flags in (("b", [flag("seal-missing", "review", "另一份。", file="2.pdf"), one]), ("c", [other]))
    ]
    text = as_text(compare(*folders))
    assert "另一份" in text and "编号4.3-AAAAA" not in text
