"""PDF and OFD papers and pictures of kinds that other tools lost, one function a report."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, ImageDraw, ImageFont

from tests.bundle.packers import Files
from tests.readers.ofds import Sheet, ofd
from verifier.marking import FONTS

LINES = ("威海海澜学院就业指导站", "办公室面积42平方米", "培训教室面积120平方米")


def font(size: int) -> ImageFont.FreeTypeFont:
    """The first Chinese font of this machine."""
    for name in FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    raise OSError("no Chinese font is installed: install fonts-wqy-microhei")


def scan(lines: Sequence[str] = LINES, mode: str = "L", ground: Any = 255, ink: Any = 0) -> Image.Image:
    page = Image.new(mode, (1240, 900), ground)
    draw = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        draw.text((140, 140 + 150 * number), line, fill=ink, font=font(56))
    return page


def _saved(pdf: pikepdf.Pdf, **more: Any) -> bytes:
    target = io.BytesIO()
    pdf.save(target, **more)
    return target.getvalue()


def _page(pdf: pikepdf.Pdf, content: bytes, **resources: Any) -> pikepdf.Object:
    pdf.add_blank_page(page_size=(595, 842))
    page = pdf.pages[-1].obj
    page.Resources = Dictionary(**resources)
    page.Contents = pdf.make_stream(content)
    return page


def _chinese(pdf: pikepdf.Pdf, encoding: str, base: str = "SimSun") -> pikepdf.Object:
    """A font of the machine, not embedded, whose codes a table of Adobe explains."""
    system = Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("GB1"), Supplement=2)
    about = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{base}"),
        Flags=4,
        FontBBox=Array([-8, -145, 1000, 859]),
        ItalicAngle=0,
        Ascent=859,
        Descent=-141,
        CapHeight=683,
        StemV=78,
    )
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{base}"),
        CIDSystemInfo=system,
        FontDescriptor=pdf.make_indirect(about),
        DW=1000,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(f"/{base}"),
            Encoding=Name(f"/{encoding}"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
        )
    )


def _shown(lines: Sequence[str], code: str, *, before: str = "", step: tuple[int, int] = (0, -40)) -> bytes:
    moved = f" {step[0]} {step[1]} Td ".join(f"<{line.encode(code).hex()}> Tj" for line in lines)
    return f"BT {before} /F 20 Tf 60 760 Td {moved} ET".encode()


def pdf_letters_of_gbk() -> Files:
    pdf = pikepdf.new()
    _page(pdf, _shown(LINES, "gbk"), Font=Dictionary(F=_chinese(pdf, "GBK-EUC-H")))
    return {"说明.pdf": _saved(pdf)}


def pdf_letters_of_ucs2() -> Files:
    pdf = pikepdf.new()
    _page(pdf, _shown(LINES, "utf-16-be"), Font=Dictionary(F=_chinese(pdf, "UniGB-UCS2-H")))
    return {"说明.pdf": _saved(pdf)}


def pdf_letters_of_a_far_plane() -> Files:
    """Two names with rare letters: the paper says which they are; those drawn are their likes, as OCR reads them."""
    pdf = pikepdf.new()
    font_of = _chinese(pdf, "GBK-EUC-H")
    drawn, meant = "实习学生：吉明、李铉，实习时间三个月", "实习学生：𠮷明、李𬭎，实习时间三个月"
    pairs = dict(zip(drawn, meant, strict=True)).items()
    named = "\n".join(f"<{one.encode('gbk').hex()}> <{other.encode('utf-16-be').hex()}>" for one, other in pairs)
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange"
    told = f"{head} <8140> <fefe> endcodespacerange {len(pairs)} beginbfchar\n{named}\nendbfchar endcmap end end"
    font_of.ToUnicode = pdf.make_stream(told.encode())
    _page(pdf, _shown((drawn,), "gbk"), Font=Dictionary(F=font_of))
    return {"名单.pdf": _saved(pdf)}


def pdf_spread_letters() -> Files:
    """Letters of a title set apart by the space between characters."""
    pdf = pikepdf.new()
    content = _shown(LINES, "utf-16-be", before="14 Tc")
    _page(pdf, content, Font=Dictionary(F=_chinese(pdf, "UniGB-UCS2-H")))
    return {"说明.pdf": _saved(pdf)}


def pdf_columns_of_letters() -> Files:
    """Written from top to bottom, columns from right to left."""
    pdf = pikepdf.new()
    lines = ("二〇二四年就业工作计划", "威海海澜学院招生就业处")
    shown = " -60 0 Td ".join(f"<{line.encode('utf-16-be').hex()}> Tj" for line in lines)
    content = f"BT /F 24 Tf 400 760 Td {shown} ET".encode()
    _page(pdf, content, Font=Dictionary(F=_chinese(pdf, "UniGB-UCS2-V")))
    return {"计划.pdf": _saved(pdf)}


def pdf_sideways_heads_of_a_table() -> Files:
    """A ruled table whose heads are turned by 90 degrees."""
    pdf = pikepdf.new()
    xs, ys = (100, 160, 220, 400), (500, 620, 660, 700)
    rules = "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S " for x in xs) + "".join(
        f"{xs[0]} {y} m {xs[-1]} {y} l S " for y in ys
    )

    def at(x: int, y: int, text: str, turned: bool = False) -> str:
        matrix = "0 1 -1 0" if turned else "1 0 0 1"
        return f"BT /F 14 Tf {matrix} {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET "

    ys = (500, 540, 580, 700)
    rules = "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S " for x in xs) + "".join(
        f"{xs[0]} {y} m {xs[-1]} {y} l S " for y in ys
    )
    heads = at(136, 600, "留威人数", True) + at(196, 600, "实习人数", True) + at(250, 635, "院系")
    first = at(120, 555, "41") + at(180, 555, "26") + at(250, 555, "护理系")
    second = at(120, 515, "16") + at(180, 515, "9") + at(250, 515, "机电系")
    content = (rules + heads + first + second).encode()
    _page(pdf, content, Font=Dictionary(F=_chinese(pdf, "UniGB-UCS2-H")))
    return {"统计.pdf": _saved(pdf)}


def pdf_values_without_a_look() -> Files:
    """A form that a program filled: values alone, to be drawn by whoever shows them."""
    pdf = pikepdf.new()
    helvetica = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    content = _shown(("培训座位（个）：",), "utf-16-be")
    page = _page(pdf, content, Font=Dictionary(F=_chinese(pdf, "UniGB-UCS2-H")))
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=pikepdf.String("seats"),
            V=pikepdf.String("128"),
            DA=pikepdf.String("/Helv 18 Tf 0 g"),
            Rect=Array([240, 752, 400, 782]),
            F=4,
            P=page,
        )
    )
    page.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([field]),
        NeedAppearances=True,
        DR=Dictionary(Font=Dictionary(Helv=helvetica)),
        DA=pikepdf.String("/Helv 12 Tf 0 g"),
    )
    return {"场地.pdf": _saved(pdf)}


def pdf_note_without_a_look() -> Files:
    """A typewriter note (FreeText) that says its words and no drawing of them."""
    pdf = pikepdf.new()
    page = _page(pdf, _shown(("办公室面积：",), "utf-16-be"), Font=Dictionary(F=_chinese(pdf, "UniGB-UCS2-H")))
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.FreeText,
        Contents=pikepdf.String("42平方米"),
        DA=pikepdf.String("/Helv 18 Tf 0 g"),
        Rect=Array([240, 752, 400, 782]),
        F=4,
    )
    page.Annots = Array([pdf.make_indirect(note)])
    return {"场地.pdf": _saved(pdf)}


def _image(pdf: pikepdf.Pdf, picture: Image.Image, **more: Any) -> Stream:
    """A picture of one bit a dot."""
    flat = picture.convert("1")
    about: dict[str, Any] = {"ColorSpace": Name.DeviceGray} | more
    return pdf.make_stream(
        flat.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=flat.width,
        Height=flat.height,
        BitsPerComponent=1,
        **{name: value for name, value in about.items() if value is not None},
    )


def _scanned(pdf: pikepdf.Pdf, image: Stream, before: bytes = b"", **fonts: Any) -> pikepdf.Object:
    content = before + b" q 595 0 0 432 0 400 cm /I Do Q"
    return _page(pdf, content, XObject=Dictionary(I=image), Font=Dictionary(**fonts))


def pdf_scan_that_counts_black_as_one() -> Files:
    pdf = pikepdf.new()
    turned = Image.eval(scan(), lambda level: 255 - level)
    _scanned(pdf, _image(pdf, turned, Decode=Array([1, 0])))
    return {"扫描.pdf": _saved(pdf)}


def pdf_scan_as_stencil() -> Files:
    pdf = pikepdf.new()
    _scanned(pdf, _image(pdf, scan(), ImageMask=True, ColorSpace=None))
    return {"扫描.pdf": _saved(pdf)}


def pdf_fax_scan() -> Files:
    """As a copier writes it: CCITT, group 4, a stencil without a colour space."""
    from PIL import TiffImagePlugin

    target = io.BytesIO()
    scan().convert("1").save(target, "TIFF", compression="group4", strip_size=1 << 24)
    with Image.open(target) as tiff:
        assert isinstance(tiff, TiffImagePlugin.TiffImageFile)
        starts, sizes = tiff.tag_v2[273], tiff.tag_v2[279]
        inverted, rows, size = tiff.tag_v2[262] == 0, tiff.tag_v2[278], tiff.size
    assert len(starts) == 1 and rows >= size[1]
    pdf = pikepdf.new()
    image = pdf.make_stream(b"")
    image.write(
        target.getvalue()[starts[0] : starts[0] + sizes[0]],
        filter=Name.CCITTFaxDecode,
        decode_parms=Dictionary(K=-1, Columns=size[0], Rows=size[1], BlackIs1=False),
    )
    for name, value in {"Type": Name.XObject, "Subtype": Name.Image, "Width": size[0], "Height": size[1]}.items():
        image[f"/{name}"] = value
    image.BitsPerComponent = 1
    image.ImageMask = True
    if not inverted:
        image.Decode = Array([1, 0])
    _scanned(pdf, image)
    return {"扫描.pdf": _saved(pdf)}


def pdf_scan_that_says_it_is_tagged() -> Files:
    pdf = pikepdf.new()
    _scanned(pdf, _image(pdf, scan()))
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    return {"扫描.pdf": _saved(pdf)}


def pdf_scan_with_one_letter() -> Files:
    pdf = pikepdf.new()
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    _scanned(pdf, _image(pdf, scan()), b"BT /F 9 Tf 300 30 Td (1) Tj ET", F=helvetica)
    return {"扫描.pdf": _saved(pdf)}


def pdf_scan_with_a_page_number_and_a_mark() -> Files:
    """What a scanning app prints on each page is all the text of it."""
    pdf = pikepdf.new()
    mark, page = (text.encode("utf-16-be").hex() for text in ("扫描全能王 创建", "第1页"))
    said = f"BT /F 9 Tf 60 30 Td <{mark}> Tj 400 0 Td <{page}> Tj ET"
    _scanned(pdf, _image(pdf, scan()), said.encode(), F=_chinese(pdf, "UniGB-UCS2-H"))
    return {"扫描.pdf": _saved(pdf)}


def pdf_letters_drawn_one_by_one() -> Files:
    """A font of drawings (Type 3) with names that mean nothing and no map."""
    pdf = pikepdf.new()
    text, size = LINES[1], 40
    glyphs, codes = Dictionary(), list(range(33, 33 + len(text)))
    for code, char in zip(codes, text, strict=True):
        small = Image.new("L", (size, size), 255)
        ImageDraw.Draw(small).text((0, 0), char, fill=0, font=font(38))
        bits = small.convert("1").tobytes()
        head = f"{size} 0 0 0 {size} {size} d1 {size} 0 0 {size} 0 0 cm BI /W {size} /H {size} /IM true /BPC 1 ID "
        glyphs[f"/g{code}"] = pdf.make_stream(head.encode() + bits + b" EI")
    codes_named = Array([33, *(Name(f"/g{code}") for code in codes)])
    face = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, size, size]),
        FontMatrix=Array([1 / size, 0, 0, 1 / size, 0, 0]),
        CharProcs=glyphs,
        Encoding=Dictionary(Type=Name.Encoding, Differences=codes_named),
        FirstChar=33,
        LastChar=codes[-1],
        Widths=Array([size] * len(codes)),
        Resources=Dictionary(),
    )
    shown = "".join(f"{code:02x}" for code in codes)
    _page(pdf, f"BT /F 30 Tf 60 700 Td <{shown}> Tj ET".encode(), Font=Dictionary(F=pdf.make_indirect(face)))
    return {"说明.pdf": _saved(pdf)}


def pdf_behind_the_head_of_an_upload() -> Files:
    """The head of a form of the web was kept before the file; places are counted from %PDF."""
    pdf = pikepdf.new()
    _page(pdf, _shown(LINES, "gbk"), Font=Dictionary(F=_chinese(pdf, "GBK-EUC-H")))
    head = b"--b7\r\nContent-Disposition: form-data; name=file; filename=a.pdf\r\nContent-Type: application/pdf\r\n\r\n"
    return {"说明.pdf": head + _saved(pdf)}


def pdf_content_in_pieces() -> Files:
    """The drawing of a page in an array of streams that end within a sentence of it; a page that inherits its size."""
    pdf = pikepdf.new()
    page = _page(pdf, b"", Font=Dictionary(F=_chinese(pdf, "GBK-EUC-H")))
    whole = _shown(LINES, "gbk").split(b" Td ")
    pieces = [whole[0], *(b" Td " + each for each in whole[1:])]
    page.Contents = Array([pdf.make_stream(piece) for piece in pieces])
    pages = pdf.Root.Pages
    pages.MediaBox, pages.Resources = page.MediaBox, page.Resources
    del page.MediaBox, page.Resources
    return {"说明.pdf": _saved(pdf)}


def pdf_larger_units() -> Files:
    """A page whose unit is ten points (UserUnit)."""
    pdf = pikepdf.new()
    content = b"q 0.1 0 0 0.1 0 0 cm " + _shown(LINES, "gbk") + b" Q"
    page = _page(pdf, content, Font=Dictionary(F=_chinese(pdf, "GBK-EUC-H")))
    page.MediaBox, page.UserUnit = Array([0, 0, 59.5, 84.2]), 10
    return {"说明.pdf": _saved(pdf, min_version="1.6")}


def pdf_form_of_ticks() -> Files:
    """Check boxes of a form: one is on, one is off, each with its looks."""
    pdf = pikepdf.new()
    page = _page(pdf, _shown(("专职", "兼职"), "gbk"), Font=Dictionary(F=_chinese(pdf, "GBK-EUC-H")))

    def look(content: bytes) -> Stream:
        return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 20, 20]))

    boxes = []
    for number, (name, state) in enumerate((("full", "Yes"), ("part", "Off"))):
        looks = Dictionary(Yes=look(b"1 w 1 1 18 18 re S 3 w 4 10 m 8 4 l 16 16 l S"), Off=look(b"1 w 1 1 18 18 re S"))
        box = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Btn,
            T=pikepdf.String(name),
            V=Name(f"/{state}"),
            AS=Name(f"/{state}"),
            AP=Dictionary(N=looks),
            Rect=Array([30, 757 - 40 * number, 50, 777 - 40 * number]),
            F=4,
            P=page,
        )
        boxes.append(pdf.make_indirect(box))
    page.Annots = Array(boxes)
    pdf.Root.AcroForm = Dictionary(Fields=Array(boxes))
    return {"性质.pdf": _saved(pdf)}


def pdf_table_of_coloured_cells() -> Files:
    """No rulings: each cell is a filled rectangle with a gap to the next."""
    pdf = pikepdf.new()
    rows = (("院系", "留威人数"), ("护理系", "41"), ("机电系", "16"))
    drawn = ""
    for down, row in enumerate(rows):
        for right, text in enumerate(row):
            x, y = 80 + 160 * right, 700 - 40 * down
            drawn += f"0.88 0.92 0.98 rg {x} {y} 158 38 re f 0 g "
            drawn += f"BT /F 16 Tf {x + 12} {y + 12} Td <{text.encode('gbk').hex()}> Tj ET "
    _page(pdf, drawn.encode(), Font=Dictionary(F=_chinese(pdf, "GBK-EUC-H")))
    return {"统计.pdf": _saved(pdf)}


def pdf_table_of_dashed_rulings() -> Files:
    pdf = pikepdf.new()
    rows = (("院系", "留威人数"), ("护理系", "41"), ("机电系", "16"))
    xs, ys = (80, 240, 400), (620, 660, 700, 740)
    drawn = "[3 2] 0 d 0.7 w " + "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S " for x in xs)
    drawn += "".join(f"{xs[0]} {y} m {xs[-1]} {y} l S " for y in ys)
    for down, row in enumerate(rows):
        for right, text in enumerate(row):
            drawn += f"BT /F 16 Tf {xs[right] + 12} {ys[2 - down] + 12} Td <{text.encode('gbk').hex()}> Tj ET "
    _page(pdf, drawn.encode(), Font=Dictionary(F=_chinese(pdf, "GBK-EUC-H")))
    return {"统计.pdf": _saved(pdf)}


def png_white_words_on_nothing() -> Files:
    """A picture cut out of a dark page: white letters on a transparent ground."""
    page = scan(mode="RGBA", ground=(0, 0, 0, 0), ink=(255, 255, 255, 255))
    target = io.BytesIO()
    page.save(target, "PNG")
    return {"场地.png": target.getvalue()}


def png_grey_words_on_nothing() -> Files:
    """Light grey letters on a transparent ground."""
    page = scan(mode="RGBA", ground=(0, 0, 0, 0), ink=(225, 225, 225, 255))
    target = io.BytesIO()
    page.save(target, "PNG")
    return {"场地.png": target.getvalue()}


def tiff_thumbnail_first() -> Files:
    """A small copy of the page stands before the page itself."""
    page, target = scan().convert("RGB"), io.BytesIO()
    page.resize((124, 90)).save(target, "TIFF", save_all=True, append_images=[page])
    return {"扫描.tif": target.getvalue()}


def _line(sheet: Sheet, *lines: str) -> Sheet:
    for number, line in enumerate(lines):
        sheet.text(20, 30 + 12 * number, line, 5)
    return sheet


def ofd_two_documents() -> Files:
    """Two documents in one package."""
    data = ofd([_line(Sheet(), LINES[1])])
    with zipfile.ZipFile(io.BytesIO(data)) as there:
        parts = {name: there.read(name) for name in there.namelist()}
    with zipfile.ZipFile(io.BytesIO(ofd([_line(Sheet(), LINES[2])]))) as other:
        parts |= {name.replace("Doc_0", "Doc_1"): other.read(name) for name in other.namelist() if "Doc_0" in name}
    body = b"<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    assert body in parts["OFD.xml"]
    parts["OFD.xml"] = parts["OFD.xml"].replace(body, body + body.replace(b"Doc_0", b"Doc_1"))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, raw in parts.items():
            package.writestr(name, raw)
    return {"场地.ofd": target.getvalue()}


def ofd_words_of_a_template() -> Files:
    """Two templates, one a page: what both pages of a merged paper show behind their own words."""
    sheets = [_line(Sheet(), "本页"), _line(Sheet(), "次页")]
    parts: dict[str, bytes] = {}
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    for number, text in enumerate(LINES[1:]):
        drawn = "".join(Sheet().text(20, 80, text, 5).drawn)
        parts[f"Doc_0/Tpls/Tpl_{number}/Content.xml"] = (
            f'<ofd:Page {space}><ofd:Content><ofd:Layer ID="9">{drawn}</ofd:Layer></ofd:Content></ofd:Page>'.encode()
        )
    with zipfile.ZipFile(io.BytesIO(ofd(sheets))) as there:
        parts |= {name: there.read(name) for name in there.namelist()}
    listed = "".join(
        f'<ofd:TemplatePage ID="5{n}" ZOrder="Background" BaseLoc="Tpls/Tpl_{n}/Content.xml"/>' for n in (0, 1)
    )
    document = parts["Doc_0/Document.xml"]
    parts["Doc_0/Document.xml"] = document.replace(b"</ofd:CommonData>", f"{listed}</ofd:CommonData>".encode())
    for number in (0, 1):
        name = f"Doc_0/Pages/Page_{number}/Content.xml"
        parts[name] = parts[name].replace(
            b"<ofd:Content>", f'<ofd:Template TemplateID="5{number}"/><ofd:Content>'.encode()
        )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, raw in parts.items():
            package.writestr(name, raw)
    return {"场地.ofd": target.getvalue()}


def ofd_letters_by_their_shapes() -> Files:
    """Letters that name their shapes in a font, under either spelling of the element that old programs wrote."""
    sheet = Sheet()
    for number, (name, line) in enumerate((("CGTransform", LINES[1]), ("CGTransfrom", LINES[2]))):
        shapes = " ".join(str(100 + at) for at in range(len(line)))
        _line_at(
            sheet,
            30 + 12 * number,
            line,
            f'<ofd:{name} CodePosition="0" CodeCount="{len(line)}" '
            f'GlyphCount="{len(line)}"><ofd:Glyphs>{shapes}</ofd:Glyphs></ofd:{name}>',
        )
    return {"场地.ofd": ofd([sheet])}


def _line_at(sheet: Sheet, y: float, text: str, before: str) -> None:
    sheet.text(20, y, text, 5)
    sheet.drawn[-1] = sheet.drawn[-1].replace("<ofd:TextCode", f"{before}<ofd:TextCode", 1)


def ofd_line_in_pieces() -> Files:
    """A line of one object in several pieces, each with its own place; steps told in short and not at all."""
    sheet = Sheet()
    code = (
        '<ofd:TextCode X="0" Y="5" DeltaX="g 3 5">办公室面</ofd:TextCode>'
        '<ofd:TextCode X="20" Y="5" DeltaX="5 g 3 2.5 5">积42.5平</ofd:TextCode>'
        '<ofd:TextCode X="45" Y="5" DeltaX="5">方米</ofd:TextCode>'
    )
    sheet.drawn.append(f'<ofd:TextObject ID="1" Boundary="20 25 180 8" Font="3" Size="5">{code}</ofd:TextObject>')
    return {"场地.ofd": ofd([sheet])}
