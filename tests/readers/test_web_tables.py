"""Tables of web pages as report systems and grids write them."""

import pytest

from verifier.readers.web.page import read_html

HEAD = ("序号", "姓名", "学号")
ROWS = (("1", "王晓明", "20210001"), ("2", "李思远", "20210002"))


def tr(*cells: str, tag: str = "td") -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"


BODY = "".join(tr(*row) for row in ROWS)
PAGER = '<tr><td colspan="3"><table><tr><td>1</td><td><a href="#">2</a></td><td>3</td></tr></table></td></tr>'


def tables(page: str) -> list[tuple[tuple[str, ...], ...]]:
    return [table.rows for table in read_html(f"<html><body>{page}</body></html>", "a").tables]


@pytest.mark.parametrize("place", ["foot", "head", "both"])
def test_the_pager_within_a_grid_is_no_row_of_it(place: str) -> None:
    first, last = (PAGER if place in each else "" for each in (("head", "both"), ("foot", "both")))
    page = f"<table><caption>生源信息</caption>{first}{tr(*HEAD, tag='th')}{BODY}{last}</table>"
    assert tables(page) == [(HEAD, *ROWS)]
    web = read_html(page, "a")
    assert web.tables[0].title == "生源信息"
    assert [line.text for line in web.lines] == ["1 2 3"] * (2 if place == "both" else 1)


@pytest.mark.parametrize("gap", ["", "</div><div class='body'>", "\n<br>\n"])
@pytest.mark.parametrize("tag", ["td", "th"])
def test_a_header_in_a_table_of_its_own_belongs_to_the_next(gap: str, tag: str) -> None:
    title = '<table><tr><td colspan="3">2024届毕业生生源信息库</td></tr></table>'
    page = f"{title}<div><table border=1>{tr(*HEAD, tag=tag)}</table>{gap}<table>{BODY}</table></div>"
    web = read_html(page, "a")
    assert [table.rows for table in web.tables] == [(HEAD, *ROWS)]
    assert web.tables[0].title == "2024届毕业生生源信息库"


def test_a_header_of_two_rows_apart() -> None:
    header = "<thead><tr><th rowspan=2>序号</th><th colspan=2>学生</th></tr><tr><th>姓名</th><th>学号</th></tr></thead>"
    assert tables(f"<table>{header}</table><table>{BODY}</table>") == [
        (("序号", "学生", ""), ("", "姓名", "学号"), *ROWS)
    ]


def test_a_row_of_words_before_another_table_is_no_header_of_it() -> None:
    other = f"<table>{tr(*HEAD)}</table>名单如下<table>{tr(*HEAD, tag='th')}{BODY}</table>"
    assert tables(other) == [(HEAD, *ROWS)]
    wider = f"<table>{tr('姓名', '学号')}</table><table>{BODY}</table>"
    assert tables(wider) == [ROWS]


def test_small_tables_in_cells_are_their_text() -> None:
    cell = "<table><tr><td>王晓明</td></tr></table>"
    page = f"<table>{tr(*HEAD)}{tr('1', cell, '20210001')}{tr(*ROWS[1])}</table>"
    assert tables(page) == [(HEAD, *ROWS)]


def test_a_page_laid_out_by_a_table_gives_the_tables_in_it() -> None:
    inner = f"<table>{tr(*HEAD)}{BODY}</table>"
    assert tables(f"<table>{tr('学校', '就业网')}{tr('导航', inner)}</table>") == [(HEAD, *ROWS)]
    assert tables(f"<table><tr><td>{inner}</td></tr></table>") == [(HEAD, *ROWS)]


def test_details_under_a_row_are_a_table_of_their_own() -> None:
    details = f'<tr><td colspan="4"><table>{tr("企业", "岗位")}{tr("威海某某公司", "护理")}</table></td></tr>'
    page = f"<table>{tr('姓名', '甲', '学号', '1')}{tr('专业', '护理', '学历', '专科')}{details}</table>"
    assert tables(page) == [
        (("姓名", "甲", "学号", "1"), ("专业", "护理", "学历", "专科")),
        (("企业", "岗位"), ("威海某某公司", "护理")),
    ]


def test_lines_in_a_cell_are_parted() -> None:
    page = f"<table>{tr('时间', '内容')}{tr('2024年5月<br>20日', '<p>双选会</p><p>宣讲</p>')}</table>"
    assert tables(page)[0][1] == ("2024年5月 20日", "双选会 宣讲")
