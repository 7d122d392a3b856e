"""What programs write into OFD papers beyond texts and pictures, and each in its own way."""

from __future__ import annotations

import io
import re
import zipfile

import numpy as np
import pytest
from PIL import Image

from tests.readers.ofds import Sheet, ofd
from tests.readers.test_ofd import TEXT, encoded, letter, photo, rendered

WORDS = (
    '<ofd:TextObject ID="9" Boundary="{x} {y} 150 6" Size="4.2">'
    '<ofd:TextCode X="0" Y="4">{text}</ofd:TextCode>{more}</ofd:TextObject>'
)
RESOURCES = '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res">{}</ofd:Res>'


def words(text: str, y: int = 100, more: str = "", x: int = 30) -> str:
    return WORDS.format(text=text, x=x, y=y, more=more)


def sheet_of(*drawn: str) -> Sheet:
    return Sheet(drawn=list(drawn))


def with_resources(sheet: Sheet, resources: str) -> bytes:
    return ofd([sheet], parts={"Doc_0/DocumentRes.xml": RESOURCES.format(resources).encode()})


def pattern(cell: str, fill: str = "true", steps: str = 'Width="210" Height="297"') -> str:
    return (
        f'<ofd:PathObject ID="4" Boundary="0 0 210 297" Stroke="false" Fill="{fill}">'
        f"<ofd:FillColor><ofd:Pattern {steps}><ofd:CellContent>{cell}</ofd:CellContent></ofd:Pattern></ofd:FillColor>"
        "<ofd:AbbreviatedData>M 0 0 L 210 0 L 210 297 L 0 297 C</ofd:AbbreviatedData></ofd:PathObject>"
    )


def test_a_scan_that_is_the_pattern_of_a_path_goes_to_ocr(tmp_path):
    scan = '<ofd:ImageObject ID="1" ResourceID="p" Boundary="0 0 210 297" CTM="210 0 0 297 0 0"/>'
    (document,) = rendered(tmp_path, ofd([sheet_of(pattern(scan))], {"p": encoded(photo())}))
    assert document.pages[0].needs_ocr
    with Image.open(document.pages[0].image) as page:
        shown = np.asarray(page.resize((40, 56)), dtype=int)
    assert np.abs(shown - np.asarray(photo().resize((40, 56)), dtype=int)).mean() < 8


def test_a_pattern_is_repeated_and_one_that_fills_nothing_is_not_shown(tmp_path):
    steps = 'Width="210" Height="99" XStep="210" YStep="99"'
    (document,) = rendered(tmp_path, ofd([sheet_of(pattern(words("底纹文字", 20), steps=steps))]))
    assert [line.text for line in document.lines] == ["底纹文字"] * 3
    (document,) = rendered(tmp_path, ofd([sheet_of(pattern(words("底纹文字"), fill="false"), words("正文"))]))
    assert [line.text for line in document.lines] == ["正文"]


def test_a_unit_is_drawn_wherever_the_page_shows_it(tmp_path):
    unit = (
        f'<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="20" Width="150" Height="50"><ofd:Content>'
        f'{words(TEXT[0], 0, x=0)}<ofd:CompositeObject ID="8" Boundary="0 10 150 50" ResourceID="21"/></ofd:Content>'
        '</ofd:CompositeGraphicUnit><ofd:CompositeGraphicUnit ID="21">'
        f"<ofd:Content>{words('其二', 0, x=0)}</ofd:Content>"
        "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    shown = '<ofd:CompositeObject ID="7" Boundary="20 {} 150 50" ResourceID="20"/>'
    (document,) = rendered(tmp_path, with_resources(sheet_of(shown.format(30), shown.format(130)), unit))
    assert [line.text for line in document.lines] == [TEXT[0], "其二"] * 2
    scale = document.pages[0].size[0] / 210
    assert document.lines[2].place.box[1] - document.lines[0].place.box[1] == pytest.approx(100 * scale, abs=2)
    assert document.lines[0].place.box[0] == pytest.approx(20 * scale, abs=3)


def test_units_that_show_each_other_come_to_an_end(tmp_path):
    again = "".join(f'<ofd:CompositeObject ID="{n}" Boundary="0 1 9 9" ResourceID="20"/>' for n in range(2))
    unit = f'<ofd:CompositeGraphicUnit ID="20"><ofd:Content>{again}</ofd:Content></ofd:CompositeGraphicUnit>'
    (document,) = rendered(tmp_path, with_resources(sheet_of(words("正文"), again), unit))
    assert [line.text for line in document.lines] == ["正文"]


HIDDEN = {
    "an object": words("看不见").replace("<ofd:TextObject", '<ofd:TextObject Visible="false"'),
    "a block": f'<ofd:PageBlock ID="3" Visible="False">{words("看不见")}</ofd:PageBlock>',
    "its colour": words("看不见", more='<ofd:FillColor Value="0 0 0" Alpha="0"/>'),
    "no filling": words("看不见").replace("<ofd:TextObject", '<ofd:TextObject Fill="false"'),
}


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=list(HIDDEN))
def test_what_is_not_shown_is_no_text_of_the_page(tmp_path, hidden):
    (document,) = rendered(tmp_path, ofd([sheet_of(words("看得见", 50), hidden)]))
    assert [line.text for line in document.lines] == ["看得见"]


@pytest.mark.parametrize(("visible", "lines"), [("true", ["正文", "批注"]), ("false", ["正文"])])
def test_a_note_is_text_of_the_page_unless_it_is_not_shown(tmp_path, visible, lines):
    data = ofd([sheet_of(words("正文", 50))])
    shown = f'<Appearance Boundary="0 0 210 297">{words("批注")}</Appearance>'
    note = f'<Annot Type="Stamp" Visible="{visible}">{shown}</Annot>'
    parts = {
        "Doc_0/Annots/Page_0.xml": f'<PageAnnot xmlns:ofd="a">{note}</PageAnnot>'.encode(),
        "Doc_0/Annots.xml": b'<Annotations><Page PageID="0"><FileLoc>Annots/Page_0.xml</FileLoc></Page></Annotations>',
    }
    main = rewritten(
        data, "Doc_0/Document.xml", "</ofd:Pages>", "</ofd:Pages><ofd:Annotations>Annots.xml</ofd:Annotations>"
    )
    (document,) = rendered(tmp_path, ofd([sheet_of(words("正文", 50))], parts=parts | {"Doc_0/Document.xml": main}))
    assert [line.text for line in document.lines] == lines


def rewritten(data: bytes, part: str, old: str, new: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(part).decode().replace(old, new).encode()


def test_a_paper_of_a_writer_with_its_own_names_is_read(tmp_path):
    with zipfile.ZipFile(io.BytesIO(ofd([letter()]))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, text in parts.items():
            text = text.replace("http://www.ofdspec.org/2016", "http://example.org/own")
            text = re.sub(
                r"(?<=<ofd:)\w+|(?<=</ofd:)\w+|\b(?:Size|Boundary|BaseLoc|ID)(?==)", lambda m: m[0].lower(), text
            )
            package.writestr(name.lower(), text)
    (document,) = rendered(tmp_path, target.getvalue())
    assert (document.file.status, tuple(line.text for line in document.lines)) == ("read", TEXT)


def test_a_colour_is_told_within_an_element_by_a_way_of_drawing_or_not_at_all(tmp_path):
    ways = (
        '<ofd:DrawParam ID="1"><ofd:FillColor Value="220 20 20"/></ofd:DrawParam><ofd:DrawParam ID="2" Relative="1"/>'
    )
    box = (
        '<ofd:PathObject ID="4" Boundary="{} 100 20 20" Stroke="false" Fill="true"{}>{}'
        "<ofd:AbbreviatedData>M 0 0 L 20 0 L 20 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>"
    )
    shapes = (
        box.format(20, "", "<ofd:FillColor><Value>220 20 20</Value></ofd:FillColor>"),
        box.format(60, ' DrawParam="2"', ""),
        box.format(100, "", ""),
    )
    (document,) = rendered(tmp_path, with_resources(sheet_of(*shapes), ways))
    with Image.open(document.pages[0].image) as page:
        scale = page.width / 210
        seen = [page.convert("RGB").getpixel((int(x * scale), int(110 * scale))) for x in (30, 70, 110)]
    assert seen[0][0] > 200 > 60 > seen[0][1] and seen[1][0] > 200 > 60 > seen[1][1] and min(seen[2]) > 240


@pytest.mark.parametrize(
    "address", ["Res/p%20q.png", "..\\Doc_0\\Res\\P Q.PNG", "Elsewhere/p q.png", "/Doc_0/Res/p q.png"]
)
def test_a_picture_is_found_whatever_its_address_begins_at(tmp_path, address):
    media = f'<ofd:MultiMedia ID="p" Type="Image"><ofd:MediaFile>{address}</ofd:MediaFile></ofd:MultiMedia>'
    parts = {
        "Doc_0/DocumentRes.xml": RESOURCES.format(media).encode(),
        "Doc_0/Res/p q.png": encoded(photo()),
    }
    (document,) = rendered(tmp_path, ofd([Sheet().picture("p", 0, 0, 210, 297)], parts=parts))
    assert (document.file.status, document.pages[0].needs_ocr) == ("read", True)


def test_a_paper_whose_body_is_not_there_says_so(tmp_path):
    parts = {"OFD.xml": b"<OFD><DocBody><DocRoot>Doc_1/Document.xml</DocRoot></DocBody></OFD>"}
    (document,) = rendered(tmp_path, ofd([letter()], parts=parts))
    assert document.file.status == "unreadable" and "缺少正文" in document.flags[0].message


def clipped(left: float, wide: float, extra: str = "") -> str:
    """The clip of an object: a rectangle within its box, in millimetres."""
    path = f"M 0 0 L {wide} 0 L {wide} 20 L 0 20 C"
    inside = f'<ofd:Path Boundary="{left} -5 {wide} 20"><ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:Path>'
    return f"<ofd:Clips><ofd:Clip><ofd:Area{extra}>{inside}</ofd:Area></ofd:Clip></ofd:Clips>"


@pytest.mark.parametrize(
    ("clip", "is_seen"),
    [
        ("", True),
        (clipped(0, 200), True),
        (clipped(300, 20), False),
        (clipped(300, 20, ' CTM="1 0 0 1 -300 0"'), True),
        ("<ofd:Clips><ofd:Clip/></ofd:Clips>", True),
        (clipped(0, 200) + clipped(300, 20), True),
    ],
)
def test_what_a_clip_cuts_away_is_not_seen(tmp_path, clip, is_seen):
    sheet = Sheet().text(20, 40, "室内办公场所建筑面积42平方米").text(20, 80, "特此证明，威海职业学院")
    sheet.drawn[0] = sheet.drawn[0].replace("<ofd:TextCode", f"{clip}<ofd:TextCode", 1)
    document = rendered(tmp_path, ofd([sheet]))[0]
    assert ("42平方米" in document.text) is is_seen
    assert "特此证明" in document.text
    assert [flag.code for flag in document.flags] == ([] if is_seen else ["content-unconfirmed"])
    if not is_seen:
        unveiled = document.with_unseen()
        assert unveiled is not None and "42平方米" in unveiled.text
