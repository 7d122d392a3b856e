#!/bin/sh
# python-docx: a number that was set as a formula vanishes from the middle of its sentence.
#
# python-docx 1.2.0. In 办公面积为42平方米 the number was entered by Word's editor of formulas (m:oMath), and in the second
# sentence a name lies under a smart tag, as Word 2003 left them. The obvious guess: Paragraph.text, which since 1.0 has
# the words of links, has all words of a paragraph, or stops. It gives the sentences without them and without a word.
#
# Seen: 办公面积为平方米。 / 兹证明同学实习期满。
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/v"
"$home/v/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 || exit 2
seen=$(PYTHONUTF8=1 "$home/v/bin/python" - <<'PY'
import docx
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
paper = docx.Document()
first = paper.add_paragraph("办公面积为")
first._p.append(parse_xml(f"<m:oMath {M}><m:r><m:t>42</m:t></m:r></m:oMath>"))
first.add_run("平方米。")
second = paper.add_paragraph("兹证明")
second._p.append(parse_xml(f'<w:smartTag {W} w:element="PersonName"><w:r><w:t>于海宁</w:t></w:r></w:smartTag>'))
second.add_run("同学实习期满。")
for paragraph in paper.paragraphs:
    print(paragraph.text)
PY
) || exit 2
expected=$(cat <<'END'
办公面积为平方米。
兹证明同学实习期满。
END
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "no longer as it was" >&2; exit 1; }
