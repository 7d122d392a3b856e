"""Makes the papers of `old/`: one paper, one talk and one workbook in every format that LibreOffice has to open.

Run by hand; LibreOffice makes the old formats out of new ones.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

import docx
import numpy as np
from docx.shared import Inches
from PIL import Image

OLD = Path(__file__).parent / "old"
LINES = ("指导站工作总结", "一、基本情况", "指导站办公面积120平方米，全年举办招聘会6场。", "以上。")
ROWS = (("序号", "姓名", "单位"), ("1", "甲某", "威海某某有限公司"), ("2", "乙某", "荣成某某有限公司"))
SLIDES = (("双选会现场", "2024年5月20日"), ("第二页",))
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def photo() -> io.BytesIO:
    target = io.BytesIO()
    small = np.random.default_rng(7).integers(0, 255, (6, 8, 3), dtype=np.uint8)
    Image.fromarray(small).resize((120, 90)).save(target, "JPEG")
    target.seek(0)
    return target


def paper(path: Path) -> None:
    made = docx.Document()
    made.add_heading(LINES[0], 0)
    for line in LINES[1:3]:
        made.add_paragraph(line)
    for row, texts in zip(made.add_table(3, 3).rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.add_paragraph().add_run().add_picture(photo(), Inches(3))
    made.add_paragraph(LINES[3])
    made.save(str(path))


def talk(path: Path) -> None:
    kinds = (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
    spaces = " ".join(f'xmlns:{name}="{_OPEN}:{kind}:1.0"' for name, kind in kinds)
    frame = '<draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="2cm">'
    box = f"{frame}<draw:text-box>{{}}</draw:text-box></draw:frame>"
    texts = ("".join(f"<text:p>{line}</text:p>" for line in lines) for lines in SLIDES)
    pages = "".join(f'<draw:page draw:name="p{at}">{box.format(text)}</draw:page>' for at, text in enumerate(texts))
    body = f"<office:body><office:presentation>{pages}</office:presentation></office:body>"
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    kind = "application/vnd.oasis.opendocument.presentation"
    entries = entry.format("/", kind) + entry.format("content.xml", "text/xml")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", kind)
        content = f'<office:document-content {spaces} office:version="1.2">{body}</office:document-content>'
        package.writestr("content.xml", content)
        manifest = f'<manifest:manifest xmlns:manifest="{_OPEN}:manifest:1.0">{entries}</manifest:manifest>'
        package.writestr("META-INF/manifest.xml", manifest)


def workbook(path: Path) -> None:
    cells = ("".join(f"<Cell><Data ss:Type='String'>{text}</Data></Cell>" for text in row) for row in ROWS)
    rows = "".join(f"<Row>{row}</Row>" for row in cells)
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    sheet = f'<Worksheet ss:Name="名单"><Table>{rows}</Table></Worksheet>'
    path.write_text(
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="{space}" '
        f'xmlns:ss="{space}">{sheet}</Workbook>\n',
        encoding="utf-8",
    )


def made(source: Path, *endings: str) -> None:
    for ending in endings:
        call = ["soffice", "--headless", "--convert-to", ending, "--outdir", str(OLD), str(source)]
        subprocess.run(call, check=True, capture_output=True)


if __name__ == "__main__":
    OLD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        paper(Path(folder) / "总结.docx")
        made(Path(folder) / "总结.docx", "doc", "rtf", "odt")
        talk(OLD / "汇报.odp")
        made(OLD / "汇报.odp", "ppt", "pptx")
        workbook(OLD / "名单.xml")
