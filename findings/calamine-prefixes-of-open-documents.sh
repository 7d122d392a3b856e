#!/bin/sh
# calamine, sheets of OpenDocument: a workbook whose spaces of names bear other prefixes has no sheets.
#
# python-calamine 0.9.1 (calamine), odfpy 1.4.1. In XML the prefix of a space is the writer's choice. The same workbook is
# written twice, once with the usual prefixes (table:table) and once with others (t:table). The obvious guess: both read
# alike, or the second is refused. The second opens without an error and has no sheet at all; odfpy finds both.
#
# Seen: usual: ['名册'] / others: [] / odfpy: 1 1
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/v"
"$home/v/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 odfpy==1.4.1 || exit 2
seen=$(PYTHONUTF8=1 "$home/v/bin/python" - <<'PY'
import io
import zipfile

from odf.opendocument import load
from odf.table import Table
from python_calamine import CalamineWorkbook

SPACE = "urn:oasis:names:tc:opendocument:xmlns"


def workbook(office, table, text):
    spaces = f'xmlns:{office}="{SPACE}:office:1.0" xmlns:{table}="{SPACE}:table:1.0" xmlns:{text}="{SPACE}:text:1.0"'
    cell = f'<{table}:table-cell {office}:value-type="string"><{text}:p>于海宁</{text}:p></{table}:table-cell>'
    sheet = f'<{table}:table {table}:name="名册"><{table}:table-row>{cell}</{table}:table-row></{table}:table>'
    body = f"<{office}:body><{office}:spreadsheet>{sheet}</{office}:spreadsheet></{office}:body>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    listed = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{of}"/>' for path, of in (("/", kind), ("content.xml", "text/xml"))
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{SPACE}:manifest:1.0">{listed}</m:manifest>')
        package.writestr("content.xml", f'<{office}:document-content {spaces} {office}:version="1.3">{body}</{office}:document-content>')
    return target.getvalue()


usual, others = workbook("office", "table", "text"), workbook("o", "t", "x")
print("usual:", CalamineWorkbook.from_filelike(io.BytesIO(usual)).sheet_names)
print("others:", CalamineWorkbook.from_filelike(io.BytesIO(others)).sheet_names)
print("odfpy:", *(len(load(io.BytesIO(each)).spreadsheet.getElementsByType(Table)) for each in (usual, others)))
PY
) || exit 2
expected=$(cat <<'END'
usual: ['名册']
others: []
odfpy: 1 1
END
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "no longer as it was" >&2; exit 1; }
