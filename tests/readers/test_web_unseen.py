"""Text on a web page that a program reads and a person does not see."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.readers.packages import photo
from tests.readers.test_text import rendered
from verifier.model import Document, SourceFile
from verifier.readers import render

HIDDEN = "培训场地可容纳150人"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def lines(document: Document) -> list[str]:
    return [line.text for line in document.lines]


INLINE = [
    "display:none",
    "display: NONE !important",
    "display:no\\6e e",
    "display:/*x*/none",
    "visibility:hidden",
    "opacity:0",
    "opacity:.02",
    "opacity:1%",
    "filter:opacity(0)",
    "font-size:0",
    "font-size:1px",
    "font:0/0 a",
    "font:bold 2px/1.5 宋体",
    "font-size:5%",
    "text-indent:-9999px",
    "text-indent:-99em",
    "position:absolute;left:-9999px",
    "position:fixed;top:-2000px",
    "position:absolute;inset:-9999px auto auto auto",
    "margin-left:-9999px",
    "margin:0 0 0 -9999px",
    "transform:translateX(-9999px)",
    "transform:scale(0)",
    "position:absolute;clip:rect(0 0 0 0)",
    "position:absolute;clip:rect(1px, 1px, 1px, 1px)",
    "clip-path:inset(100%)",
    "height:0;overflow:hidden",
    "overflow:hidden;width:1px;height:1px",
    "max-height:0;overflow-y:hidden",
    "content-visibility:hidden",
    "color:white",
    "color:#fefefe",
    "color:#FFF8",
    "color:rgb(250 250 250)",
    "color:hsl(0, 0%, 99%)",
    "color:transparent",
    "color:rgba(0,0,0,.04)",
    "-webkit-text-fill-color:transparent",
    "color:#1a1a2e;background:#16162c",
    "background-color:black",
    "text-decoration:line-through",
    "color:hwb(0 100% 0%)",
    "transform:scale(.01)",
    "transform:rotateY(90deg)",
    "margin-inline-start:-9999px",
    "position:absolute;inset-inline-start:-9999px",
    "block-size:0;overflow:hidden",
]


@pytest.mark.parametrize("style", INLINE)
@pytest.mark.parametrize("way", ["style", "class", "id", "tag", "descendant"])
def test_text_that_nobody_sees_is_read_apart_and_told_once(tmp_path: Path, style: str, way: str) -> None:
    rules = {"class": ".x", "id": "#y", "tag": "em", "descendant": "div > p.x em"}
    head = f"<style>/* a */ {rules[way]} {{ {style} }}</style>" if way in rules else ""
    own = f' style="{style}"' if way == "style" else ""
    element = "em" if way in ("tag", "descendant") else "span"
    held = f"<div><p class=x>培训<{element} class=x id=y{own} >{HIDDEN}</{element}>场地</p></div><p>面积80平方米</p>"
    if way == "class":
        held = held.replace("<p class=x>", "<p>")
    if way == "descendant" and style == "display: NONE !important":
        head += "<style>em.x{display:inline}</style>"
    document = rendered(tmp_path, "a.html", page(held, head))
    assert lines(document) == ["培训场地", "面积80平方米"]
    assert [line.text for line in document.pages[0].unveiled or ()] == [f"培训{HIDDEN}场地", "面积80平方米"]
    assert [line.place for line in document.lines] == [line.place for line in document.pages[0].unveiled or ()]
    assert [(flag.code, flag.severity) for flag in document.flags] == [("content-unconfirmed", "review")]
    assert HIDDEN in document.flags[0].message


@pytest.mark.parametrize(
    "body",
    [
        f"<p hidden>{HIDDEN}</p>",
        f"<p hidden=until-found>{HIDDEN}</p>",
        f"<p><font color=white>{HIDDEN}</font></p>",
        f"<p><del>{HIDDEN}</del></p>",
        f"<div popover>{HIDDEN}</div>",
        f"<svg style='display:none'><text>{HIDDEN}</text></svg>",
        f"<svg><g opacity=.2><text opacity=.2>{HIDDEN}</text></g></svg>",
        f"<svg><text visibility=hidden>{HIDDEN}</text></svg>",
        f"<style>@media (prefers-color-scheme: light) {{ p ~ p {{ display: none }} }}</style><p>{HIDDEN}</p>",
        f"<style>@media not print {{ p ~ p {{ display: none }} }}</style><p>{HIDDEN}</p>",
        f"<table bgcolor=navy><tr><td><font color=#000088>{HIDDEN}</font></td></tr></table>",
        f"<div style='color:white'><p>{HIDDEN}</p></div>",
        f"<div style='color:white'><i style='position:absolute'></i><p>{HIDDEN}</p></div>",
        f"<div style='display:none'><p style='display:block'>{HIDDEN}</p></div>",
        f"<div style='opacity:.2'><p style='opacity:.2'>{HIDDEN}</p></div>",
        f"<div style='background:black'><p style='background:transparent'>{HIDDEN}</p></div>",
    ],
)
def test_attributes_and_what_is_inherited_hide_text_too(tmp_path: Path, body: str) -> None:
    document = rendered(tmp_path, "a.html", page(f"<p>正文</p>{body}"))
    assert (lines(document), len(document.flags)) == (["正文"], 1)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<p style='color:white;background:#1f4e79'>{HIDDEN}</p>", ""),
        (f"<div style='background:url(a.png)'><p style='color:#fff'>{HIDDEN}</p></div>", ""),
        (f"<div style='background:linear-gradient(red,blue)'><p style='color:#fff'>{HIDDEN}</p></div>", ""),
        (f"<img src=a.png><p style='color:#fff;margin-top:-60px'>{HIDDEN}</p>", ""),
        (f"<img src=a.png><p style='color:#fff;position:absolute;top:10px'>{HIDDEN}</p>", ""),
        (f"<p style='color:#fff;text-shadow:0 0 2px #000'>{HIDDEN}</p>", ""),
        (f"<p style='color:#fff;background:var(--dark)'>{HIDDEN}</p>", ""),
        (f"<p style='color:var(--type)'>{HIDDEN}</p>", ""),
        (f"<p style='color:transparent;-webkit-background-clip:text'>{HIDDEN}</p>", ""),
        (f"<p style='color:#999'>{HIDDEN}</p>", ""),
        (f"<p style='color:#fff;-webkit-text-stroke:1px #000'>{HIDDEN}</p>", ""),
        (f"<div><img src=a.png style='position:absolute'><p style='color:#fff'>{HIDDEN}</p></div>", ""),
        (f"<div><i style='position:absolute;background:navy'></i><p style='color:#fff'>{HIDDEN}</p></div>", ""),
        (f"<svg><g opacity=.5><text>{HIDDEN}</text></g></svg>", ""),
        (f"<p style='font-size:9px;opacity:.6'>{HIDDEN}</p>", ""),
        (f"<div style='font-size:0'><span style='font-size:14px'>{HIDDEN}</span></div>", ""),
        (f"<div style='visibility:hidden'><p style='visibility:visible'>{HIDDEN}</p></div>", ""),
        (f"<p style='text-indent:-2em;padding-left:2em'>{HIDDEN}</p>", ""),
        (f"<p style='position:relative;left:-5px'>{HIDDEN}</p>", ""),
        (f"<p style='position:absolute;top:4000px;height:1px'>{HIDDEN}</p>", ""),
        (f"<details>{HIDDEN}</details>", ""),
        (f"<p class=x>{HIDDEN}</p>", "<style>.x{display:none} p.x{display:block}</style>"),
        (f"<p class=x>{HIDDEN}</p>", "<style>.x{display:block!important} p.x{display:none}</style>"),
        (f"<p class='hidden md:block'>{HIDDEN}</p>",
         r"<style>.hidden{display:none} @media (min-width:768px){.md\:block{display:block}}</style>"),
        (f"<p class=x>{HIDDEN}</p>", "<style>@media print{.x{display:none}}</style>"),
        (f"<p class=x>{HIDDEN}</p>", "<style media=print>.x{display:none}</style>"),
        (f"<p class=x>{HIDDEN}</p>", "<style>@media (max-width: 600px){.x{display:none}}</style>"),
        (f"<p class=x>{HIDDEN}</p>", "<style>.x:hover{opacity:0} .x::after{opacity:0} .x:no(1){opacity:0}</style>"),
        (f"<p class=x>{HIDDEN}</p>", "<style>.x > .y{display:none} }{ .x{{display:none}</style>"),
        (f"<p style='display:none;display:block'>{HIDDEN}</p>", ""),
        (f"<p hidden style='display:block'>{HIDDEN}</p>", ""),
    ],
)  # fmt: skip
def test_text_that_can_be_seen_is_read(tmp_path: Path, body: str, head: str) -> None:
    document = rendered(tmp_path, "a.html", page(body, head))
    assert (lines(document), document.flags) == ([HIDDEN], ())
    assert (document.pages[0].unveiled, document.unveiled) == (None, None)


WECHAT = (
    '<div id="js_article"><div id="img-content"><h1 class="rich_media_title" id="activity-name">春季双选会</h1>'
    '<div id="meta_content"><em id="publish_time" class="rich_media_meta">2024-03-20 10:00</em></div>'
    '<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">'
    "<section><p>3月19日，学校举办双选会。</p>{}</section></div></div></div>"
    '<div style="display: none;" id="js_emotion_panel_pc"><p>预览时标签不可点，微信扫一扫关注该公众号</p></div>'
)


def test_an_article_of_wechat_is_read_though_its_source_hides_it(tmp_path: Path) -> None:
    document = rendered(tmp_path, "a.html", page(WECHAT.format("")))
    assert lines(document) == ["春季双选会", "2024-03-20 10:00", "3月19日，学校举办双选会。"]
    assert (document.flags, document.pages[0].unveiled) == ((), None)


def test_what_an_article_of_wechat_hides_itself_is_hidden(tmp_path: Path) -> None:
    document = rendered(tmp_path, "a.html", page(WECHAT.format(f"<p style='opacity:0'>{HIDDEN}</p>")))
    assert lines(document)[-1] == "3月19日，学校举办双选会。"
    assert [line.text for line in document.pages[0].unveiled or ()][-1] == HIDDEN
    assert len(document.flags) == 1


def test_a_page_that_its_script_shows_is_read(tmp_path: Path) -> None:
    body = page(f"<p>{HIDDEN}</p><script>show()</script>").replace(b"<body", b"<body style='opacity:0'")
    assert (lines(rendered(tmp_path, "a.html", body)), rendered(tmp_path, "a.html", body).flags) == ([HIDDEN], ())


def test_hidden_menus_and_tools_of_a_page_are_neither_read_nor_told(tmp_path: Path) -> None:
    tools = "<ul style='display:none'><li><a href=x>招聘会专栏</a></li></ul><dialog>登录后可见</dialog>"
    document = rendered(tmp_path, "a.html", page(f"<p>正文</p>{tools}<nav hidden>就业指导</nav>"))
    assert (lines(document), document.flags) == (["正文"], ())


def test_hidden_cells_and_rows_stand_in_the_tables_with_all_text(tmp_path: Path) -> None:
    rows = (
        "<tr><th>姓名<th>职务<th style='display:none'>年份<tr><td>甲某<td style='color:#fff'>就业站长<td hidden>2024"
        "<tr style='display:none'><td>乙某<td>联络员<td>2024<tr style='visibility:hidden'><td>丙某<td>科员<td>2024"
    )
    document = rendered(tmp_path, "a.html", page(f"<p>名单</p><table>{rows}</table><p>结束</p>"))
    assert [table.rows for table in document.tables] == [(("姓名", "职务"), ("甲某", ""), ("", ""))]
    assert [table.rows for table in document.unveiled or ()] == [
        (("姓名", "职务", "年份"), ("甲某", "就业站长", "2024"), ("乙某", "联络员", "2024"), ("丙某", "科员", "2024"))
    ]
    assert [line.place.line for line in document.lines] == [1, 3]


def test_a_picture_that_nobody_sees_has_a_row_that_says_so(tmp_path: Path) -> None:
    pictures = (f"data:image/png;base64,{base64.b64encode(photo(seed)).decode()}" for seed in (1, 2))
    first, second = (f"<p>双选会现场</p><img src='{each}'>" for each in pictures)
    stored = tmp_path / "in.bin"
    stored.write_bytes(page(f"{first}<div style='display:none'>{second}</div>"))
    file = SourceFile("a.html", "0", 1, "text", "read", None, stored)
    _, seen, unseen = render(file, tmp_path / "work")
    assert (seen.file.status, unseen.file.status) == ("read", "ignored")
    assert unseen.file.reason == "网页里没有显示的图片"


def test_a_style_sheet_within_a_saved_page_hides_text(tmp_path: Path) -> None:
    parts = (
        ("text/html", f"<link rel=stylesheet href='cid:css-1@mhtml.blink'><p>正文</p><p class=x>{HIDDEN}</p>"),
        ("text/css", ".x { display: none }"),
    )
    body = "".join(f"\r\n--b\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{text}" for kind, text in parts)
    stored = tmp_path / "in.bin"
    stored.write_bytes(
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n{body}\r\n--b--'.encode()
    )
    file = SourceFile("a.mht", "0", 1, "text", "read", None, stored, format="mhtml")
    (document,) = render(file, tmp_path / "work")
    assert (lines(document), len(document.flags)) == (["正文"], 1)


def test_hidden_text_of_a_mail_stands_under_its_headers(tmp_path: Path) -> None:
    stored = tmp_path / "in.bin"
    head = (
        "From: a@example.org\r\nSubject: report\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    )
    stored.write_bytes((head + f"<html><p>正文</p><p style='display:none'>{HIDDEN}</p></html>").encode())
    (document,) = render(SourceFile("a.eml", "0", 1, "text", "read", None, stored, format="eml"), tmp_path / "work")
    assert [line.text for line in document.pages[0].unveiled or ()] == [
        "report",
        "发件人：a@example.org",
        "正文",
        HIDDEN,
    ]
    assert (lines(document), len(document.flags)) == (["report", "发件人：a@example.org", "正文"], 1)


@pytest.mark.parametrize("tag", ["canvas", "video", "audio", "noframes", "iframe"])
def test_words_for_browsers_that_cannot_show_an_element_are_none_of_the_page(tmp_path: Path, tag: str) -> None:
    document = rendered(tmp_path, "a.html", page(f"<p>正文</p><{tag}>{HIDDEN}</{tag}>"))
    assert (lines(document), document.flags) == (["正文"], ())


def test_places_among_brothers_are_told_by_style_sheets(tmp_path: Path) -> None:
    head = "<style>li:nth-child(2n+1) { display: none } .nowhere ~ li { color: white }</style>"
    document = rendered(tmp_path, "a.html", page(f"<ul><li>{HIDDEN}</li><li>第二项</li><li>第三项内容</li></ul>", head))
    assert lines(document) == ["第二项"]
