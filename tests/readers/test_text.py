"""Plain text and web pages: lines with their numbers, whatever the code page."""

import pytest

from verifier.model import SourceFile
from verifier.readers import render
from verifier.readers.web.page import read_html


def rendered(tmp_path, name: str, data: bytes):
    stored = tmp_path / "in.bin"
    stored.write_bytes(data)
    return render(SourceFile(name, "0", len(data), "text", "read", None, stored), tmp_path / "work")[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_code_page_reads_alike(tmp_path, encoding, end):
    text = f"工作计划{end}{end}　一、办公场所 80㎡"
    document = rendered(tmp_path, "计划.txt", text.encode(encoding, "replace"))
    lines = [(line.text[:6], line.place.line) for line in document.lines]
    assert lines == [("工作计划", 1), ("一、办公场所", 3)]
    assert {line.place.file for line in document.lines} == {"计划.txt"}


def test_a_file_cut_within_a_character_stays_utf_8(tmp_path):
    document = rendered(tmp_path, "a.txt", ("威海市人力资源和社会保障局" * 5).encode()[:-1])
    assert document.text.startswith("威海市人力资源")


def test_control_characters_and_odd_spaces_are_taken_out(tmp_path):
    document = rendered(tmp_path, "a.txt", "姓\u200b名\u00a0：\x07张\u3000三\ufeff".encode())
    assert document.text == "姓名 ：张 三"


def test_text_is_composed(tmp_path):
    assert rendered(tmp_path, "a.txt", "e\u0301".encode()).text == "\u00e9"


def test_markdown_headings_are_headings(tmp_path):
    document = rendered(tmp_path, "a.md", b"# Plan\n#tag 1\n")
    assert [(line.text, line.role) for line in document.lines] == [("Plan", "heading"), ("#tag 1", "body")]


def test_lines_parted_by_tabs_are_a_table_under_the_line_before(tmp_path):
    text = "2024届名单\n\n姓名\t学号\t专业\n张三\t'2020001\t软件\n李四\t\t软件\t\n制表：王五"
    document = rendered(tmp_path, "a.txt", text.encode())
    (table,) = document.tables
    assert (table.title, table.place.line) == ("2024届名单", 3)
    assert table.rows == (("姓名", "学号", "专业"), ("张三", "2020001", "软件"), ("李四", "", "软件"))
    assert [(line.text, line.place.line) for line in document.lines] == [("2024届名单", 1), ("制表：王五", 6)]


@pytest.mark.parametrize(
    "text", ["地点\t威海\n时间\t6月\n人数\t5", "\t\t一、总则\n\t\t二、附则\n\t\t三、其他", "a\tb\tc\na\tb\tc"]
)
def test_tabs_that_indent_or_set_a_label_apart_make_no_table(tmp_path, text):
    assert rendered(tmp_path, "a.txt", text.encode()).tables == ()


def test_a_page_of_many_levels_is_read(tmp_path):
    page = "<html><body>" + "<div>" * 1200 + "深处" + "</div>" * 1200
    assert rendered(tmp_path, "a.html", page.encode()).text == "深处"


def test_a_cell_of_a_web_page_spans_no_more_than_people_use(tmp_path):
    page = "<table><tr><td colspan=9999>a<td>b<tr><td rowspan=9999>c<td>d</table>"
    (table,) = rendered(tmp_path, "a.html", page.encode()).tables
    assert len(table.rows[0]) == 501
    assert table.merged == ((0, 0, 0, 499), (1, 0, 500, 0))


def test_a_web_page_gives_its_words_and_tables_and_nothing_else(tmp_path):
    page = (
        "<!DOCTYPE html><html><head><meta charset='gbk'><title>就业网</title><style>p{color:red}</style></head><body>"
        "<script>alert('x')</script><h1>春季双选会</h1>"
        "<p>发布时间：2024-03-20<br>来源：<b>就业</b>中心</p><img src='http://example.org/a.png'>"
        "<table><caption>x</caption><tr><th colspan=2>企业</th><th>岗位</th></tr>"
        "<tr><td rowspan=2>甲</td><td>乙</td><td>3</td></tr>"
        "<tr><td>丙</td><td>4</td></tr></table></body></html>"
    )
    document = rendered(tmp_path, "a.html", page.encode("gbk"))
    assert [line.text for line in document.lines] == ["就业网", "春季双选会", "发布时间：2024-03-20", "来源：就业中心"]
    assert document.tables[0].rows == (("企业", "", "岗位"), ("甲", "乙", "3"), ("", "丙", "4"))
    assert document.tables[0].title == "x"
    assert all(line.place.line for line in document.lines)


def test_the_reading_over_a_letter_is_no_part_of_a_name(tmp_path):
    names = "李<ruby>喆<rp>(</rp><rt>zhé</rt><rp>)</rp></ruby>、张<ruby>翀<rt>chōng</ruby>"
    page = f"<html><meta charset=utf-8><body><p>{names}</p></body></html>"
    lines = rendered(tmp_path, "a.html", page.encode()).lines
    assert [line.text for line in lines] == ["李喆、张翀"]


def test_a_block_of_a_page_is_bold_where_all_of_it_is() -> None:
    page = (
        "<body><p><b>all</b></p><p><strong>some</strong> not</p>"
        "<div style='font-weight: 700'><p><span>by style</span></p></div>"
        "<p>none</p></body>"
    )
    lines = read_html(page, "a.html").lines
    assert [(line.text, line.bold) for line in lines] == [
        ("all", True),
        ("some not", False),
        ("by style", True),
        ("none", False),
    ]


@pytest.mark.parametrize("mark", ["\t", "|", ",", ";"])
def test_lines_that_a_mark_parts_are_a_table(tmp_path, mark):
    rows = [["编号", "姓名", "毕业院校", "注册时间"], ["1", "张三", "威海职业学院", "2024-03-19 10:42"]]
    rows += [["2", "李四", "威海职业学院", "2024-03-20"], ["3", "王五", "", "2024-03-21"]]
    text = "就业服务平台用户\n" + "\n".join(map(mark.join, rows)) + "\n以上。"
    document = rendered(tmp_path, "user.txt", text.encode())
    assert [list(row) for row in document.tables[0].rows] == rows
    assert document.tables[0].title == "就业服务平台用户"
    assert [line.text for line in document.lines] == ["就业服务平台用户", "以上。"]


def test_sentences_with_marks_are_no_table(tmp_path):
    text = "电话:1,2,3,4号\n我们办了讲座,咨询,走访.\n还有a,b\n---|---|---|---"
    assert not rendered(tmp_path, "说明.txt", text.encode()).tables


ALIGNED = (
    "姓名     身份证号             专业       学历",
    "郑天心   371702200201240011   软件技术   专科",
    "曾雅     370687200205250046              专科",
    "欧阳婷   370687200205250062   物流管理   专科",
)


@pytest.mark.parametrize("rule", ["", "-------  ------------------   --------   ----", "=" * 50])
def test_columns_that_blanks_hold_apart_are_a_table(tmp_path, rule):
    lines = (ALIGNED[0], *([rule] if rule else []), *ALIGNED[1:])
    text = "2024届毕业生信息清单\r\n\r\n" + "\r\n".join(lines) + "\r\n共3人\r\n"
    document = rendered(tmp_path, "a.txt", text.encode("gbk"))
    (table,) = document.tables
    rows = [row for row in table.rows if any(row)]
    assert rows[0] == ("姓名", "身份证号", "专业", "学历")
    assert rows[2] == ("曾雅", "370687200205250046", "", "专科")
    assert table.title == "2024届毕业生信息清单"
    assert [line.text for line in document.lines] == ["2024届毕业生信息清单", "共3人"]


@pytest.mark.parametrize(
    "text",
    [
        "名单如下：\n张三  李四  王五  赵六\n孙七  周八  吴九  郑十\n钱一  冯二  陈三  褚四",
        "甲方（盖章）：    乙方（盖章）：    日期：\n代表：  代表：  2024年\n地址：  地址：  电话：",
        "第1项  办公室  30㎡\n第2项  培训室  90㎡\n第3项  大厅  300㎡",
    ],
)
def test_words_that_are_set_wide_are_no_table(tmp_path, text):
    document = rendered(tmp_path, "a.txt", text.encode())
    assert not document.tables
    assert len(document.lines) == len(text.split("\n"))


@pytest.mark.parametrize("rule", ["|---|:---:|---|", "| ----- | ----- | ----- |"])
def test_the_rule_under_the_header_of_a_markdown_table_is_none_of_its_rows(tmp_path, rule):
    text = f"# 培训场地\n\n| 场地 | 座位 | 用途 |\n{rule}\n| 报告厅 | 120 | 培训 |\n| 路演厅 | 60 | 路演 |\n以上。"
    document = rendered(tmp_path, "场地.md", text.encode())
    (table,) = document.tables
    filled = [tuple(cell for cell in row if cell) for row in table.rows if any(row)]
    assert filled == [("场地", "座位", "用途"), ("报告厅", "120", "培训"), ("路演厅", "60", "路演")]
    assert [line.text for line in document.lines] == ["培训场地", "以上。"]
