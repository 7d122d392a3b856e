"""Word papers made of raw XML, with parts as a test wants them, in every wrapping in which such papers come."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

from verifier.model import Document, SourceFile
from verifier.readers import render

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{KIND}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
Link = tuple[str, str, str]
"""id, kind, target"""
Parts = dict[str, bytes]


def photo(seed: int = 1) -> bytes:
    target = io.BytesIO()
    small = np.random.default_rng(seed).integers(0, 255, (6, 8, 3), dtype=np.uint8)
    Image.fromarray(small).resize((240, 180)).save(target, "PNG")
    return target.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    inside = (each if each.startswith("<") else run(each) for each in inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inside)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def links(*each: Link) -> bytes:
    rows = (f'<Relationship Id="{i}" Type="{KIND}/{kind}" Target="{target}"/>' for i, kind, target in each)
    return f"<Relationships>{''.join(rows)}</Relationships>".encode()


def document(body: str) -> bytes:
    return f"<w:document {SPACES}><w:body>{body}</w:body></w:document>".encode()


def part(name: str, inside: str, prefix: str = "w") -> bytes:
    """The root of a part: numbering, styles, endnotes …"""
    return f"<{prefix}:{name} {SPACES}>{inside}</{prefix}:{name}>".encode()


def parts(body: str, *linked: Link, more: Parts | None = None) -> Parts:
    return {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": links(("main", "officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": links(*linked),
        **(more or {}),
    }


def zipped(files: Parts) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in files.items():
            entry = zipfile.ZipInfo()
            entry.filename = name  # ZipInfo itself would cut or turn what a name may not have
            package.writestr(entry, data)
    return target.getvalue()


def flat(files: Parts) -> bytes:
    """The same package in one file of XML."""
    pack = "http://schemas.microsoft.com/office/2006/xmlPackage"
    inside = (_flat_part(name, data) for name, data in files.items() if not name.startswith("["))
    head = '<?xml version="1.0" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
    return f'{head}<pkg:package xmlns:pkg="{pack}">{"".join(inside)}</pkg:package>'.encode()


def _flat_part(name: str, data: bytes) -> str:
    if name.endswith((".xml", ".rels")):
        return f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{data.decode()}</pkg:xmlData></pkg:part>'
    body = base64.encodebytes(data).decode()
    return f'<pkg:part pkg:name="/{name}" pkg:compression="store"><pkg:binaryData>{body}</pkg:binaryData></pkg:part>'


def rendered(folder: Path, data: bytes) -> tuple[Document, ...]:
    stored = folder / "in.bin"
    stored.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    return render(SourceFile("总结.docx", sha256, len(data), "word", "read", None, stored), folder / "work")


def read(folder: Path, body: str, *linked: Link, more: Parts | None = None) -> tuple[Document, ...]:
    return rendered(folder, zipped(parts(body, *linked, more=more)))


def texts(documents: tuple[Document, ...]) -> list[str]:
    return [line.text for line in documents[0].lines]
