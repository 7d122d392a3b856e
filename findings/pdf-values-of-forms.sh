#!/bin/sh
# PDF forms that a program filled (NeedAppearances): the value is in the picture and in no text layer.
#
# pypdfium2 5.15.2 (pdfium), pdfplumber 0.11.10. A form whose fields bring values and no drawings, as most libraries fill
# one; whoever shows it has to draw them. The obvious guess: after init_forms() pdfium draws the value, and what it draws
# is text of the page. It draws it (the box has ink), and its text functions do not know it, before a flattening of the
# page (FPDFPage_Flatten) puts it there. pdfplumber neither draws nor tells it.
#
# Seen: ink in the box: False, with forms: True / text: none, with forms: none, flattened: 128 / pdfplumber: none
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
import pypdfium2.raw as raw

pdf, leaf = page("")
field = pdf.make_indirect(Dictionary(
    Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=pikepdf.String("seats"), V=pikepdf.String("128"), F=4,
    DA=pikepdf.String("/Helv 18 Tf 0 g"), Rect=Array([100, 700, 300, 740]), P=leaf))
leaf.Annots = Array([field])
font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
pdf.Root.AcroForm = Dictionary(Fields=Array([field]), NeedAppearances=True, DA=pikepdf.String("/Helv 12 Tf 0 g"),
                               DR=Dictionary(Font=Dictionary(Helv=font)))
data = saved(pdf)


def look(forms, flat=False):
    paper = pypdfium2.PdfDocument(data)
    if forms:
        paper.init_forms()
    leaf = paper[0]
    if flat:
        raw.FPDFPage_Flatten(leaf, raw.FLAT_NORMALDISPLAY)
        leaf = paper[0]
    dark = leaf.render(scale=1).to_pil().convert("L").crop((102, 104, 298, 140)).getextrema()[0] < 100
    return dark, leaf.get_textpage().get_text_range() or "none"


plain, forms, flat = look(False), look(True), look(True, True)
print(f"ink in the box: {plain[0]}, with forms: {forms[0]}")
print(f"text: {plain[1]}, with forms: {forms[1]}, flattened: {flat[1]}")
with pdfplumber.open(io.BytesIO(data)) as paper:
    print("pdfplumber:", paper.pages[0].extract_text() or "none")
PY
) || exit 2
expected=$(cat <<'END'
ink in the box: False, with forms: True
text: none, with forms: none, flattened: 128
pdfplumber: none
END
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "no longer as it was" >&2; exit 1; }
