#!/bin/sh
# Heads of a table that are turned to save room: pdfplumber gives them backwards.
#
# pdfplumber 0.11.10, pypdfium2 5.15.2 (pdfium). A ruled table whose heads run upwards (text matrix 0 1 -1 0), as lists of
# many narrow columns have them. The obvious guess: what stands in the file as one string, 留威人数, comes out in that
# order, as the letters themselves tell that they are turned ("upright": False). extract_table() sorts them from top to
# bottom and gives 数人威留; pdfium, asked for the same page, gives 留威人数.
#
# Seen: pdfplumber: 数人威留 41 / upright: False / pdfium: 留威人数 41
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/v"
"$home/v/bin/pip" install --quiet --disable-pip-version-check pdfplumber==0.11.10 pypdfium2==5.15.2 pikepdf==10.18.0 || exit 2
seen=$(PYTHONUTF8=1 "$home/v/bin/python" - <<'PY'
import io

import pikepdf
from pikepdf import Array, Dictionary, Name


def chinese(pdf, encoding):
    """A font of the machine in a predefined encoding, as office programs in China name one without embedding it."""
    system = Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("GB1"), Supplement=2)
    about = Dictionary(Type=Name.FontDescriptor, FontName=Name.SimSun, Flags=4, ItalicAngle=0, Ascent=859, Descent=-141,
                       CapHeight=683, StemV=78, FontBBox=Array([-8, -145, 1000, 859]))
    inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.SimSun, CIDSystemInfo=system,
                       FontDescriptor=pdf.make_indirect(about), DW=1000)
    return pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.SimSun,
                                        Encoding=Name("/" + encoding), DescendantFonts=Array([pdf.make_indirect(inner)])))


def page(content, encoding="UniGB-UCS2-H", **more):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    leaf = pdf.pages[0].obj
    leaf.Resources = Dictionary(Font=Dictionary(F=chinese(pdf, encoding)))
    leaf.Contents = pdf.make_stream(content.encode())
    for name, value in more.items():
        leaf[Name("/" + name)] = value
    return pdf, leaf


def saved(pdf, **how):
    target = io.BytesIO()
    pdf.save(target, **how)
    return target.getvalue()


def code(text):
    return "<" + text.encode("utf-16-be").hex() + ">"


import pdfplumber
import pypdfium2

rules = "100 500 120 40 re S 100 540 120 120 re S 160 500 m 160 660 l S "


def at(x, y, text, matrix="1 0 0 1"):
    return f"BT /F 14 Tf {matrix} {x} {y} Tm {code(text)} Tj ET "


heads = at(136, 560, "留威人数", "0 1 -1 0") + at(196, 560, "实习人数", "0 1 -1 0")
data = saved(page(rules + heads + at(120, 515, "41") + at(180, 515, "26"))[0])
with pdfplumber.open(io.BytesIO(data)) as paper:
    (head, *_), (figure, *_) = paper.pages[0].extract_table()
    print("pdfplumber:", head, figure)
    print("upright:", paper.pages[0].chars[0]["upright"])
words = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().split()
print("pdfium:", words[0], words[2])
PY
) || exit 2
expected=$(cat <<'END'
pdfplumber: 数人威留 41
upright: False
pdfium: 留威人数 41
END
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "no longer as it was" >&2; exit 1; }
