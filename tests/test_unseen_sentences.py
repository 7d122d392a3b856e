"""Whatever way a counted sentence is hidden: it earns nothing, high keeps it, its paper says so once; its twin counts.

The papers speak for ten cells. In each way every counted sentence of theirs is hidden in turn, in Word, on web pages,
in saved pages and mails, and on slides; the twin is set in the same way so that it is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import product
from pathlib import Path

import pytest

from tests.engines import Blind
from tests.readers import packages, test_slides
from verifier import pipeline
from verifier.model import RuleSet

SCHOOL = "哈尔滨工业大学（威海）"
RULE = ("第一条 为规范管理，制定本办法。", "第二条 本办法适用于指导站。", "第三条 本办法自发布之日起施行。")
LONG = "围绕毕业生留威，联合园区企业开展岗位体验，全年组织12批次，效果良好。"
LEDGER = (
    "序号 日期 活动名称 地点 参加人数",
    "1 2024年3月5日 就业指导讲座 报告厅 40",
    "2 2024年4月1日 简历门诊 主楼 25",
)

Block = str | tuple[str, ...]
"""a paragraph, or the rows of a table whose cells are parted by spaces"""


@dataclass(frozen=True)
class Paper:
    cell: str
    blocks: tuple[Block, ...]
    counted: tuple[int, ...]
    """the blocks without any one of which the cell has no points"""


PAPERS = (
    Paper(
        "1.1", ("用房证明", "兹证明大学生就业创业服务指导站办公室位于研究院楼101室，建筑面积36平方米，特此证明。"), (1,)
    ),
    Paper("1.2", ("情况说明", "指导站可使用图书馆多媒体教室一间，可容纳80人，用于就业创业培训。"), (1,)),
    Paper("1.3", ("证明", "兹证明我校大学生活动中心大厅面积800平方米，可承办大型校园双选会。特此证明。"), (1,)),
    Paper("1.4", ("情况说明", "指导站配备电脑4台、打印机1台、投影仪1套，桌椅齐全，网络畅通。"), (1,)),
    Paper("1.5", ("情况说明", "指导站工作人员：王建国（兼职）、李晓梅（专职联络员）、张伟（兼职）。"), (1,)),
    Paper("1.6", ("指导站管理制度汇编", "第一章 工作制度", *RULE, "第二章 财务管理制度", *RULE), (5,)),
    Paper("1.7", ("就业创业服务指导站2024年度工作计划", "一、工作目标", "提高就业质量。", "二、组织招聘会6场。"), (0,)),
    Paper("1.8", ("指导站工作台账", LEDGER), (1,)),
    Paper("2.5", ("情况说明", "截至8月31日，我校2024届毕业生就业率为92.35%。"), (1,)),
    Paper("2.6", ("证明", "兹证明以下同学系我校在校学生，学籍状态正常，特此证明。"), (1,)),
    Paper("5.1", ("创新性工作开展情况说明", "一、打造“留威夜校”品牌", LONG, "二、推行企业导师驻站制", LONG), (1, 3)),
)
TURNS = range(max(len(paper.counted) for paper in PAPERS))

Wrap = Callable[[str], str]
"""text → the piece of a file in which it is set"""
Make = Callable[[Sequence[tuple[Block, Wrap]]], bytes]
"""blocks, each with how it is set → the file"""


@dataclass(frozen=True)
class Way:
    ending: str
    make: Make
    plain: Wrap
    hidden: Wrap
    seen: Wrap
    """the twin of `hidden`"""


def word(styles: str = "") -> Make:
    def make(blocks: Sequence[tuple[Block, Wrap]]) -> bytes:
        body = "".join(
            wrap(block)
            if isinstance(block, str)
            else packages.table(*(tuple(wrap(text) for text in row.split()) for row in block))
            for block, wrap in blocks
        )
        more = {"word/styles.xml": packages.part("styles", styles)}
        return packages.zipped(packages.parts(body, ("s", "styles", "styles.xml"), more=more))

    return make


def typed(properties: str = "", of_paragraph: str = "") -> Wrap:
    return lambda text: packages.paragraph(packages.run(text, properties), properties=of_paragraph)


def celled(colour: str, ground: str) -> Wrap:
    cell = f'<w:tcPr><w:shd w:val="clear" w:fill="{ground}"/></w:tcPr>'
    set_so = typed(f'<w:color w:val="{colour}"/>')
    return lambda text: packages.table((cell + set_so(text),))


def boxed(shown: str) -> Wrap:
    drawing = f'<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="框" {shown}/>'
    return lambda text: packages.paragraph(
        f"{drawing}<w:txbxContent>{typed()(text)}</w:txbxContent></wp:anchor></w:drawing></w:r>"
    )


def deleted(text: str) -> str:
    return packages.paragraph(f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>")


def inserted(text: str) -> str:
    return packages.paragraph(f"<w:ins>{packages.run(text)}</w:ins>")


def style(name: str, properties: str, kind: str) -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:rPr>{properties}</w:rPr></w:style>'


WHITE, BLACK = '<w:color w:val="FFFFFF"/>', '<w:color w:val="000000"/>'
DARK = '<w:shd w:val="clear" w:fill="1F2A44"/>'
STYLED = '<w:pStyle w:val="W"/>'
STYLES = style("V", "<w:vanish/>", "character") + style("W", "<w:vanish/>", "paragraph")
WHITE_ALL = f"<w:docDefaults><w:rPrDefault><w:rPr>{WHITE}</w:rPr></w:rPrDefault></w:docDefaults>"
WORD = {
    "white": Way("docx", word(), typed(), typed(WHITE), typed(WHITE, DARK)),
    "near the ground": Way("docx", word(), typed(), typed('<w:color w:val="22304C"/>', DARK), typed(WHITE, DARK)),
    "vanished run": Way("docx", word(), typed(), typed("<w:vanish/>"), typed('<w:vanish w:val="0"/>')),
    "vanished by a style": Way("docx", word(STYLES), typed(), typed('<w:rStyle w:val="V"/>'), typed()),
    "vanished paragraph": Way(
        "docx", word(STYLES), typed(), typed("", STYLED), typed('<w:vanish w:val="0"/>', STYLED)
    ),
    "white by default": Way("docx", word(WHITE_ALL), typed(BLACK), typed(), typed(BLACK)),
    "tiny": Way("docx", word(), typed(), typed('<w:sz w:val="7"/>'), typed('<w:sz w:val="9"/>')),
    "low": Way("docx", word(), typed(), typed("", '<w:spacing w:line="20" w:lineRule="exact"/>'), typed()),
    "struck": Way("docx", word(), typed(), typed("<w:strike/>"), typed('<w:strike w:val="0"/>')),
    "deleted": Way("docx", word(), typed(), deleted, inserted),
    "white cell": Way("docx", word(), typed(), celled("FFFFFF", "FEFEFE"), celled("FFFFFF", "1F4E79")),
    "hidden box": Way("docx", word(), typed(), boxed('hidden="1"'), boxed("")),
}  # fmt: skip


def page(sheet: str = "") -> Make:
    def make(blocks: Sequence[tuple[Block, Wrap]]) -> bytes:
        body = "".join(wrap(block) if isinstance(block, str) else rows(block, wrap) for block, wrap in blocks)
        head = f"<meta charset=utf-8><style>{sheet}</style>"
        return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()

    return make


def rows(table: tuple[str, ...], wrap: Wrap) -> str:
    cells = ("".join(f"<td>{wrap(text)}</td>" for text in row.split()) for row in table)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def mail(blocks: Sequence[tuple[Block, Wrap]]) -> bytes:
    head = (
        "From: a@example.org\r\nSubject: paper\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    )
    return head.encode() + page()(blocks)


def saved(blocks: Sequence[tuple[Block, Wrap]]) -> bytes:
    """As browsers of Chromium save a page: its style sheet is a part beside it."""
    parts = (("text/html", page()(blocks).decode()), ("text/css", ".x { display: none }"))
    body = "".join(f"\r\n--b\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{text}" for kind, text in parts)
    return f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n{body}\r\n--b--\r\n'.encode()


def tag(attributes: str = "") -> Wrap:
    return lambda text: f"<div {attributes}>{escape(text)}</div>"


def within(text: str) -> str:
    return f"<div>{tag()(text)}</div>"


def inline(hidden: str, seen: str) -> Way:
    return Way("html", page(), tag(), tag(f'style="{hidden}"'), tag(f'style="{seen}"'))


WEB = {
    "display": inline("display:none", "display:block"),
    "visibility": inline("visibility:hidden", "visibility:visible"),
    "opacity": inline("opacity:0.01", "opacity:0.8"),
    "size": inline("font-size:0", "font-size:12px"),
    "tiny": inline("font-size:1px", "font-size:9pt"),
    "indent": inline("text-indent:-9999px", "text-indent:-2em"),
    "off the page": inline("position:absolute;left:-9999px", "position:absolute;left:9px"),
    "white": inline("color:#fff", "color:#fff;background:#036"),
    "near the ground": inline("color:#102040;background:#0c1a38", "color:#ffe;background:#0c1a38"),
    "clipped": inline("position:absolute;clip:rect(0,0,0,0)", "position:static;clip:rect(0,0,0,0)"),
    "cut": inline("height:0;overflow:hidden", "height:0"),
    "struck": inline("text-decoration:line-through", "text-decoration:underline"),
    "attribute": Way("html", page(), tag(), tag("hidden"), tag()),
    "class": Way("html", page(".x{display:none}"), tag(), tag('class="x"'), tag('class="xx"')),
    "name of a tag": Way("html", page("div div{visibility:hidden}"), tag(), within, tag()),
    "name": Way("html", page("#x{opacity:0} #x{opacity:0}"), tag(), tag('id="x"'), tag('id="y"')),
    "mail": Way("eml", mail, tag(), tag('style="display:none"'), tag()),
    "saved page": Way("mht", saved, tag(), tag('class="x"'), tag()),
}  # fmt: skip


def deck(hides_slides: bool = False) -> Make:
    """A slide a block, so that one may be hidden alone."""

    def make(blocks: Sequence[tuple[Block, Wrap]]) -> bytes:
        slides = [block_on_slide(block, wrap) for block, wrap in blocks]
        hidden = {at for at, (_, wrap) in enumerate(blocks) if wrap is on_hidden_slide} if hides_slides else ()
        return test_slides.talk(slides, hidden=hidden)

    return make


def block_on_slide(block: Block, wrap: Wrap) -> str:
    return wrap(block) if isinstance(block, str) else "".join(wrap(row) for row in block)


def shape(properties: str = "", attributes: str = "", around: str = "", named: str = "") -> Wrap:
    return lambda text: (
        f"<p:sp><p:nvSpPr><p:cNvPr id='2' name='框' {named}/></p:nvSpPr>{around}<p:txBody><a:p><a:r>"
        f"<a:rPr {attributes}>{properties}</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def on_hidden_slide(text: str) -> str:
    return shape()(text)


NAVY, OFF = f"<p:spPr>{test_slides.NAVY}</p:spPr>", test_slides.OFF
SLIDES = {
    "white": Way("pptx", deck(), shape(), shape(test_slides.WHITE), shape(test_slides.WHITE, around=NAVY)),
    "tiny": Way("pptx", deck(), shape(), shape("", 'sz="100"'), shape("", 'sz="1000"')),
    "struck": Way("pptx", deck(), shape(), shape("", 'strike="sngStrike"'), shape("", 'strike="noStrike"')),
    "off the slide": Way("pptx", deck(), shape(), shape(around=OFF), shape(around=OFF.replace("-3", "3"))),
    "hidden shape": Way("pptx", deck(), shape(), shape(named='hidden="1"'), shape()),
    "hidden slide": Way("pptx", deck(hides_slides=True), shape(), on_hidden_slide, shape()),
}  # fmt: skip
APART = {"docx": ("1.8", "5.1"), "eml": ("1.7", "1.8", "5.1"), "pptx": ("1.4", "1.8", "2.5")}
"""cells that do not count what stands in a table of one cell, under the subject of a mail, on slides"""


def papers_of(way: Way) -> tuple[Paper, ...]:
    apart = APART.get(way.ending, ()) if way.ending != "docx" or way is WORD["white cell"] else ()
    return tuple(paper for paper in PAPERS if paper.cell not in apart)


def checked(
    folder: Path, rules: RuleSet, way: Way, turn: int, wrap: Wrap
) -> tuple[dict[str, tuple[int, int, int]], list[str], list[str]]:
    """Points of each cell, the files that have the flag, and the cells that have it."""
    bundle = folder / "bundle"
    bundle.mkdir(parents=True)
    papers = papers_of(way)
    for paper in papers:
        chosen = paper.counted[turn % len(paper.counted)]
        blocks = [(block, wrap if at == chosen else way.plain) for at, block in enumerate(paper.blocks)]
        (bundle / f"{paper.cell.replace('.', '')}.{way.ending}").write_bytes(way.make(blocks))
    sight = pipeline.observe(bundle, folder / "work", rules, Blind(), None)
    results = pipeline.judge(sight, rules, 2024, SCHOOL).sheet.results
    cells = {paper.cell for paper in papers}
    points = {
        each.indicator: (int(each.low), int(each.proposed), int(each.high))
        for each in results
        if each.indicator in cells
    }
    told = [flag.place.file for flag in sight.flags if flag.code == "content-unconfirmed" and flag.place]
    concerned = [each.indicator for each in results for flag in each.flags if flag.code == "content-unconfirmed"]
    return points, sorted(told), sorted(set(concerned) & cells)


ALL = {
    f"{kind}: {name}": way
    for kind, ways in (("word", WORD), ("web", WEB), ("slides", SLIDES))
    for name, way in ways.items()
}


EVERYDAY = 3
"""of so many ways the everyday run tries one"""
EACH = [
    pytest.param(name, turn, id=f"{name} {turn}", marks=() if at % EVERYDAY == 0 else pytest.mark.slow)
    for at, (name, turn) in enumerate(product(ALL, TURNS))
]


@pytest.mark.parametrize(("name", "turn"), EACH)
def test_a_hidden_sentence_earns_nothing_and_its_twin_all(tmp_path: Path, rules: RuleSet, name: str, turn: int) -> None:
    way = ALL[name]
    seen, told, _ = checked(tmp_path / "seen", rules, way, turn, way.seen)
    assert told == []
    assert [cell for cell, (_, proposed, high) in seen.items() if not 0 < proposed == high] == []
    hidden, told, concerned = checked(tmp_path / "hidden", rules, way, turn, way.hidden)
    assert {cell: points[:2] for cell, points in hidden.items()} == dict.fromkeys(hidden, (0, 0))
    assert {cell: points[2] for cell, points in hidden.items()} == {cell: points[2] for cell, points in seen.items()}
    assert told == sorted(f"{cell.replace('.', '')}.{way.ending}" for cell in hidden)
    assert concerned == sorted(hidden)
