"""PDF papers made from nothing."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from verifier.model import Document, SourceFile
from verifier.readers import render


def rendered(tmp_path: Path, data: bytes, path: str = "材料.pdf") -> tuple[Document, ...]:
    stored = tmp_path / "in.bin"
    stored.write_bytes(data)
    file = SourceFile(path, hashlib.sha256(data).hexdigest(), len(data), "pdf", "read", None, stored)
    return render(file, tmp_path / "work")


class Paper:
    """A page of 600 × 800 points; /F is Helvetica."""

    def __init__(self, names: Mapping[str, str] | None = None) -> None:
        """`names`: what the text layer calls letters of the font."""
        self.pdf = pikepdf.new()
        self.pdf.add_blank_page(page_size=(600, 800))
        self.page = self.pdf.pages[0].obj
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        if names:
            font.ToUnicode = self.pdf.make_stream(_map(names))
        self.page.Resources = Dictionary(Font=Dictionary(F=self.pdf.make_indirect(font)), XObject=Dictionary())

    def drawn(self, content: str) -> Paper:
        self.page.Contents = self.pdf.make_stream(content.encode("ascii"))
        return self

    def form(self, name: str, content: str, **more: Any) -> None:
        """A form that the page may draw."""
        form = self.pdf.make_stream(content.encode("ascii"), Type=Name.XObject, Subtype=Name.Form, **more)
        form.Resources = self.page.Resources
        form.BBox = more.get("BBox", Array([0, 0, 6000, 8000]))
        self.page.Resources.XObject[f"/{name}"] = form

    def bytes(self) -> bytes:
        target = io.BytesIO()
        self.pdf.save(target)
        return target.getvalue()


def _map(names: Mapping[str, str]) -> bytes:
    pairs = "\n".join(f"<{ord(char):02x}> <{name.encode('utf-16-be').hex()}>" for char, name in names.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        f"1 begincodespacerange <00> <ff> endcodespacerange {len(names)} beginbfchar\n"
        f"{pairs}\nendbfchar endcmap end end"
    ).encode()
