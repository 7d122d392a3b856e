#!/bin/sh
# Excel's Chinese formats for days: aaaa (星期一) and e (the year) make dates into bare numbers for both readers of sheets.
#
# openpyxl 3.1.5, python-calamine 0.9.1 (calamine). Excel in Chinese offers [$-804]aaaa;@ among its own formats of dates and
# shows 星期一 by it; e"年" shows 2024年. The obvious guess: a reader that knows yyyy, d and 上午/下午 knows these too. Both
# give the number 45432, which nobody can tell from a figure, where the cell beside it, yyyy"年", is a date.
#
# Seen: yyyy"年" → 2024-05-20 in both; [$-804]aaaa;@, aaa and e"年" → 45432 in both
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/v"
"$home/v/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 xlsxwriter==3.2.9 || exit 2
seen=$(PYTHONUTF8=1 "$home/v/bin/python" - <<'PY'
import io

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

CODES = ('yyyy"年"', "[$-804]aaaa;@", "aaa", 'e"年"')
target = io.BytesIO()
with xlsxwriter.Workbook(target) as book:
    sheet = book.add_worksheet()
    for row, code in enumerate(CODES):
        sheet.write_number(row, 0, 45432, book.add_format({"num_format": code}))
target.seek(0)
given = CalamineWorkbook.from_filelike(target).get_sheet_by_index(0).to_python()
target.seek(0)
cells = openpyxl.load_workbook(target).active
for row, code in enumerate(CODES):
    print(code, str(given[row][0])[:10], str(cells.cell(row + 1, 1).value)[:10])
PY
) || exit 2
expected=$(cat <<'END'
yyyy"年" 2024-05-20 2024-05-20
[$-804]aaaa;@ 45432.0 45432
aaa 45432.0 45432
e"年" 45432.0 45432
END
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "no longer as it was" >&2; exit 1; }
