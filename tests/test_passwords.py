"""Protected papers and archives: opened with the right password among several, and never a password in what is kept."""

from __future__ import annotations

import io
from pathlib import Path

import libarchive
import pikepdf
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from tests.hostile.good import pdf, sheet, word
from verifier.bundle import open_bundle
from verifier.model import Document, Terms
from verifier.readers import render

PASSWORD = "威海2024"


def locked_pdf() -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as paper:
        paper.save(target, encryption=pikepdf.Encryption(owner=PASSWORD, user=PASSWORD))
    return target.getvalue()


def locked_office(paper: bytes) -> bytes:
    target = io.BytesIO()
    OOXMLFile(io.BytesIO(paper)).encrypt(PASSWORD, target)
    return target.getvalue()


def locked_zip(encryption: str, password: bytes) -> bytes:
    pieces: list[bytes] = []
    options = f"zip:encryption={encryption}"
    with libarchive.custom_writer(
        lambda data: pieces.append(bytes(data)) or len(data), "zip", options=options, passphrase=password
    ) as archive:
        archive.add_file_from_memory("内/说明.txt", 6, "说明".encode())
    return b"".join(pieces)


LOCKED = {
    "证明.pdf": locked_pdf,
    "计划.docx": lambda: locked_office(word()),
    "名单.xlsx": lambda: locked_office(sheet()),
    "旧.zip": lambda: locked_zip("traditional", PASSWORD.encode()),
    "新.zip": lambda: locked_zip("aes256", PASSWORD.encode()),
    "国标.zip": lambda: locked_zip("traditional", PASSWORD.encode("gb18030")),
}


def read(folder: Path, name: str, *passwords: str) -> dict[str, Document]:
    (folder / "材料").mkdir(exist_ok=True)
    (folder / "材料" / name).write_bytes(LOCKED[name]())
    terms = Terms(passwords=passwords)
    files = open_bundle(folder / "材料", folder / "work", terms).files
    return {each.file.path: each for file in files for each in render(file, folder / "work", terms)}


@pytest.mark.parametrize("name", LOCKED)
def test_the_right_password_among_several_opens_it(tmp_path: Path, name: str) -> None:
    documents = read(tmp_path, name, "wrong", PASSWORD, "other")
    assert documents[name].file.status == "read"
    said = "".join(document.text for document in documents.values())
    assert any(word in said for word in ("2024", "说明", "林小满"))
    assert all(PASSWORD not in repr(document) for document in documents.values())


@pytest.mark.parametrize("name", LOCKED)
@pytest.mark.parametrize("passwords", [(), ("wrong", "威海2023")])
def test_without_it_the_file_says_that_it_is_locked(tmp_path: Path, name: str, passwords: tuple[str, ...]) -> None:
    documents = read(tmp_path, name, *passwords)
    assert [document.file.status for document in documents.values()] == ["unreadable"]
    assert "密码" in (documents[name].file.reason or "")
    assert all(password not in repr(documents) for password in passwords)
