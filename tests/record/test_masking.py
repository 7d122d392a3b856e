"""What is told somewhere in a bundle to be a number of a person is masked wherever it stands."""

from __future__ import annotations

import pytest

from tests.counting.photo_papers import bundle
from tests.counting.test_unveiled import paper as paper_of_lines
from tests.record.test_texts import paper
from verifier.batch import Settings
from verifier.model import Observed, Place, Table
from verifier.record import masking_of


def test_a_number_from_which_a_decimal_runs_on_is_known_without_it() -> None:
    place = Place("就业.xlsx", cell="就业!A1")
    table = Table((("项目", "说明"), ("留威", "学号：20907726652.31%")), place, "就业")
    masking = masking_of(bundle(Observed(paper(table))), Settings().mask)
    assert masking.text("20907726652.31%") == "209******52.31%"
    assert masking.text("2090772.31%") == "2090772.31%"


@pytest.mark.parametrize(
    ("cut", "written"),
    [
        ("05928228台", "05****28台"),
        ("面积 05928228M2", "面积 05****28M2"),
        ("05928229台", "05928229台"),
        ("电脑 36 台", "电脑 36 台"),
    ],
)
def test_a_number_that_a_cell_names_is_masked_where_it_was_cut_out(cut: str, written: str) -> None:
    place = Place("设备.xlsx", cell="设备!A1")
    table = Table((("名称", "数量"), ("电脑 台胞证：05928228台", "36")), place, "设备")
    masking = masking_of(bundle(Observed(paper(table))), Settings().mask)
    assert masking.text(cut) == written


def test_a_home_that_stands_in_text_that_nobody_sees_is_known() -> None:
    home = "山东省威海市环翠区文化西路269号76号楼1274室"
    document = paper_of_lines("证明.docx", ("特此证明。",), (f"通讯地址：{home}在学院举办大赛",))
    unseen = document.with_unseen()
    assert unseen is not None
    masking = masking_of(bundle(Observed(document, unveiled=Observed(unseen))), Settings().mask)
    assert masking.text(f"{home}在学院举办大赛") == "山东省威海市***在学院举办大赛"


def test_a_known_number_is_masked_within_a_longer_row_of_digits() -> None:
    table = Table((("在看8 157 963 41331", "在看"),), Place("屏.xlsx", cell="屏!A1"), "屏")
    masking = masking_of(bundle(Observed(paper(table))), Settings().mask)
    assert masking.text("在看815796341331、写留言") == "在看8157******31、写留言"
    assert masking.text("流水81579634133") == "流水81579634133"


def test_a_known_passport_is_masked_though_the_next_cell_runs_on_from_it() -> None:
    table = Table((("HP M227G 82265732", "2"),), Place("设备.xlsx", cell="设备!A1"), "设备")
    masking = masking_of(bundle(Observed(paper(table))), Settings().mask)
    assert "82265732" not in masking.text("写明“HP M227G 822657322”")
