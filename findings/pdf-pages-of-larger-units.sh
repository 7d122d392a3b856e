#!/bin/sh
# PDF pages that tell a unit of their own (UserUnit): pdfium and pdfplumber take them for ten times smaller.
#
# pypdfium2 5.15.2 (pdfium), pdfplumber 0.11.10. A sheet of A4 may be written as 59.5 × 84.2 units of ten points (PDF 1.6,
# 14.11.1; programs for posters and plans do it). The obvious guess: page sizes are points, so both say 595 × 842, and a
# picture at a scale of 2 is 1190 pixels wide. Both say 59.5, the picture is 119 pixels wide and its letters 4 pixels
# high: OCR of it finds nothing. pdfium tells nowhere that the unit is another; the key has to be read from the file.
#
# Seen: pdfium 59.5 x 84.2, picture 119 wide / pdfplumber 59.5
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/v"
"$home/v/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pdfplumber==0.11.10 pikepdf==10.18.0 || exit 2
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

content = f"q 0.1 0 0 0.1 0 0 cm BT /F 20 Tf 60 760 Td {code('办公室面积42平方米')} Tj ET Q"
pdf, leaf = page(content, MediaBox=Array([0, 0, 59.5, 84.2]), UserUnit=10)
data = saved(pdf, min_version="1.6")
leaf = pypdfium2.PdfDocument(data)[0]
wide, high = leaf.get_size()
print(f"pdfium {wide:.1f} x {high:.1f}, picture {leaf.render(scale=2).to_pil().width} wide")
with pdfplumber.open(io.BytesIO(data)) as paper:
    print("pdfplumber", paper.pages[0].width)
PY
) || exit 2
expected=$(cat <<'END'
pdfium 59.5 x 84.2, picture 119 wide
pdfplumber 59.5
END
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "no longer as it was" >&2; exit 1; }
