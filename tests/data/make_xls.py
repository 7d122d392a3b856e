"""Makes roster.xls, a workbook of Excel 97, by LibreOffice: python make_xls.py."""

from __future__ import annotations

import subprocess
import tempfile
from datetime import date
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent
ROWS = [
    ["序号", "姓名", "证件号码", "学号", "毕业日期", "签约单位"],
    [1, "赵 伟", "37991020020101001X", "02020000101", date(2024, 6, 30), "威海示例制造有限公司"],
    [2, "欧阳静", "379910200202020028", 2020000102, 45473, "烟台示例机械有限公司"],
    [3, "司马文博", 379910200203030000.0, "02020000103", "2024.6", ""],
    ["合计", "3人"],
]

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "roster.xlsx")
    with xlsxwriter.Workbook(path) as workbook:
        day = workbook.add_format({"num_format": "yyyy/m/d"})
        page = workbook.add_worksheet("2024届")
        page.merge_range(0, 0, 0, 5, "示例职业学院2024届毕业生花名册")
        for at, row in enumerate(ROWS, 1):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    page.write_datetime(at, column, value, day)
                else:
                    page.write(at, column, value)
        codes = workbook.add_worksheet("代码表")
        codes.write_row(0, 0, ["代码", "毕业去向"])
        codes.write_row(1, 0, [10, "签就业协议形式就业"])
    subprocess.run(["soffice", "--headless", "--convert-to", "xls", "--outdir", str(HERE), str(path)], check=True)
