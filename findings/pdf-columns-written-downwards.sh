#!/bin/sh
# Chinese written downwards: pdfium turns the order of the columns round, pdfplumber weaves them into each other.
#
# pypdfium2 5.15.2 (pdfium), pdfplumber 0.11.10. Two columns in a font for downward writing (UniGB-UCS2-V), the right one
# first, as they are read and as they are drawn. The obvious guess: at least the order of drawing is kept. pdfium gives the
# left column first; pdfplumber gives a letter of each column on every line.
#
# Seen: pdfium: 就业处/工作计划 / pdfplumber: 就 工/业 作/处 计/划
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

content = f"BT /F 24 Tf 400 760 Td {code('工作计划')} Tj -60 0 Td {code('就业处')} Tj ET"
data = saved(page(content, "UniGB-UCS2-V")[0])
print("pdfium:", "/".join(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().split()))
with pdfplumber.open(io.BytesIO(data)) as paper:
    print("pdfplumber:", "/".join(paper.pages[0].extract_text().split("\n")))
PY
) || exit 2
expected=$(cat <<'END'
pdfium: 就业处/工作计划
pdfplumber: 就 工/业 作/处 计/划
END
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "no longer as it was" >&2; exit 1; }
