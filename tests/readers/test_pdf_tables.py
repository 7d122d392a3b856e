"""Lines of a table cell: those that only the cell's width broke go together."""

import pytest

from verifier.model import Place, Table
from verifier.readers.pdf.glyphs import Glyph
from verifier.readers.pdf.tables import Ruled, filled_table, with_header


def glyphs(lines: list[str], left: float = 10, size: float = 28) -> list[Glyph]:
    found = []
    for number, line in enumerate(lines):
        x = left
        for char in line:
            width = size / 2 if char.isascii() else size
            found.append(Glyph(char, x, 10 + 40 * number, x + width, 10 + 40 * number + size))
            x += width
    return found


@pytest.mark.parametrize(
    ("width", "lines", "text"),
    [
        (160, ["威海市精密", "机械公司"], "威海市精密机械公司"),
        (400, ["春季双选会", "秋季双选会"], "春季双选会\n秋季双选会"),
        (160, ["2024-03-01", "2024-06-30"], "2024-03-01\n2024-06-30"),
        (160, ["371082199", "001010011"], "371082199001010011"),
        (180, ["13800000001", "13900000002"], "13800000001\n13900000002"),
        (160, ["毕业生就", "业、升学"], "毕业生就业、升学"),
        (110, ["Weihai", "City"], "Weihai City"),
        (160, ["张三", "李四"], "张三\n李四"),
    ],
)
def test_lines_of_a_cell(width, lines, text):
    cell = (0, 0, width, 200)
    table = filled_table(Ruled(cell, ((cell,),)), glyphs(lines), Place("a.pdf", page=1), "")
    assert table.rows == ((text,),)
    assert table.place == Place("a.pdf", page=1, box=cell)


def test_merged_cells_are_told_by_how_far_they_reach():
    rows = (
        ((0, 0, 300, 40), None, None),
        ((0, 40, 100, 120), (100, 40, 200, 80), (200, 40, 300, 80)),
        (None, (100, 80, 200, 120), (200, 80, 300, 120)),
    )
    table = filled_table(Ruled((0, 0, 300, 120), rows), glyphs(["名单"]), Place("a.pdf", page=1), "")
    assert table.merged == ((0, 0, 0, 2), (1, 0, 2, 0))


@pytest.mark.parametrize(
    ("head", "merged"),
    [
        ((("序号", "姓名", "学号"),), ()),
        ((("2024届毕业生名单", "", ""), ("序号", "姓名", "学号")), ((0, 0, 0, 2),)),
        ((("序号", "基本信息", ""), ("", "姓名", "学号")), ((0, 0, 1, 0), (0, 1, 0, 2))),
        ((("基本信息", "序号", "基本信息"), ("姓名", "", "学号")), ((0, 1, 1, 1),)),
        (
            (("名单", "", ""), ("序号", "基本信息", ""), ("", "姓名", "学号")),
            ((0, 0, 0, 2), (1, 0, 2, 0), (1, 1, 1, 2)),
        ),
    ],
)
def test_a_page_that_goes_on_takes_over_the_whole_header(head, merged):
    before = Table((*head, ("1", "张三", "20200001")), Place("a.pdf", page=1), merged=merged)
    after = Table((("2", "李四", "20200002"),), Place("a.pdf", page=2))
    joined = with_header(after, before)
    assert joined.rows == (*head, ("2", "李四", "20200002"))
    assert joined.merged == merged
