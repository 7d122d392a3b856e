#!/bin/sh
# pdfium, rare letters of names: its text functions count one letter beyond the first plane of Unicode as two.
#
# pypdfium2 5.15.2 (pdfium), pdfplumber 0.11.10. A page says by its ToUnicode map that three glyphs are 𠮷 明 𬭎, letters that
# stand in Chinese names. The obvious guess: FPDFText_CountChars says 3, and FPDFText_GetUnicode, whose result is an
# unsigned int, gives U+20BB7. It says 5 and gives the halves of UTF-16, each with a box of its own, so whoever takes
# letters one by one loses these names or gets halves of letters. The text as a whole is right, and so is pdfplumber.
#
# Seen: 5 letters: d842 dfb7 660e d872 df4e / 𠮷明𬭎 / pdfplumber: 𠮷 明 𬭎
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/v"
"$home/v/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pdfplumber==0.11.10 pikepdf==10.18.0 || exit 2
seen=$(PYTHONUTF8=1 "$home/v/bin/python" - <<'PY'
import io

import pikepdf
from pikepdf import Array, Dictionary, Name


def saved(pdf, **how):
    target = io.BytesIO()
    pdf.save(target, **how)
    return target.getvalue()


import pdfplumber
import pypdfium2
import pypdfium2.raw as raw

pdf = pikepdf.new()
pdf.add_blank_page(page_size=(595, 842))
leaf = pdf.pages[0].obj
pairs = "\n".join(f"<{at:02x}> <{char.encode('utf-16-be').hex()}>" for at, char in zip(b"ABC", "𠮷明𬭎"))
head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff>"
told = f"{head} endcodespacerange 3 beginbfchar\n{pairs}\nendbfchar endcmap end end"
font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, ToUnicode=pdf.make_stream(told.encode()))
leaf.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
leaf.Contents = pdf.make_stream(b"BT /F 20 Tf 50 700 Td (ABC) Tj ET")
data = saved(pdf)
text = pypdfium2.PdfDocument(data)[0].get_textpage()
halves = [f"{raw.FPDFText_GetUnicode(text, at):x}" for at in range(text.count_chars())]
print(f"{text.count_chars()} letters:", *halves)
print(text.get_text_range())
with pdfplumber.open(io.BytesIO(data)) as paper:
    print("pdfplumber:", *(char["text"] for char in paper.pages[0].chars))
PY
) || exit 2
expected=$(cat <<'END'
5 letters: d842 dfb7 660e d872 df4e
𠮷明𬭎
pdfplumber: 𠮷 明 𬭎
END
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "no longer as it was" >&2; exit 1; }
