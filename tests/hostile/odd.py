"""Files that reach outside, ask to be run, or are a little over a limit of the run.

None does harm where it succeeds: what would be brought in is a canary, and what would be run is a sum.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator

import pikepdf

from tests.hostile import good

CANARY = "金丝雀20481024"
"""stands in a file outside the bundle: a reader that follows an entity or a link brings it in"""
NOWHERE = "http://127.0.0.1:9/a"
"""where nobody answers"""
FORMULAS = ("=1+1", "+1+1", "-2+3", "@SUM(1+9)", "\t=1+1")
PATHS = (
    "../外.txt",
    "a/../../外.txt",
    "/tmp/外.txt",
    "C:/外.txt",
    "C:\\外.txt",
    "\\\\host\\share\\外.txt",
    "..\\..\\外.txt",
)
NO_FILES = {"链接": stat.S_IFLNK, "块设备": stat.S_IFBLK, "字符设备": stat.S_IFCHR, "管道": stat.S_IFIFO}
LIMITS = {"depth": 2, "file": 1, "pages": 2, "pixels": 1, "text": 1, "time": 60, "memory": 1024}
"""of the run, for `--limit`"""
SCRIPTED = ("grow", "abort")
"""what `watch/run.py` has the reader of a text of that name do: a function of `tests/workers/calls.py`"""
OVER = {
    "深.zip/2.zip/3.zip": "refused",
    "大.txt": "refused",
    "大图.png": "refused",
    "三页.pdf": "partly-read",
    "长.txt": "partly-read",
    "grow.txt": "refused",
}
"""what each becomes that is over a limit"""


def odd_files(canary: str) -> Iterator[tuple[str, bytes]]:
    """Name and bytes; `canary` is the address of a file outside."""
    yield from _archives(canary)
    yield from _entities(canary)
    yield from _links(canary)
    yield from _to_be_run()
    yield from _large()


# --- what leads outside ---------------------------------------------------------------------------


def _archives(canary: str) -> Iterator[tuple[str, bytes]]:
    for number, name in enumerate(PATHS):
        yield f"路径{number}.zip", good.zip_of({name: b"outside", "好.txt": b"inside"})
    for kind, mode in NO_FILES.items():
        yield f"{kind}.zip", _zip_with_mode(mode, canary.removeprefix("file://"))
    names = (
        "con.txt",
        "a" * 400 + ".txt",
        "换\n行.txt",
        "\u202egpj.txt",
        "😀.txt",
        "<script>1</script>.txt",
        "a\0b.txt",
    )
    yield "怪名.zip", good.zip_of({name: "字".encode() for name in names})
    yield "重名.zip", good.zip_of({"同名.txt": b"1", "同名.tx2": b"2"}).replace(b".tx2", b".txt")
    yield "空.zip", good.zip_of({})
    yield "错尾.zip", good.zip_of({"a.txt": b"abc"})[:-10] + b"\xff" * 10


def _zip_with_mode(mode: int, target: str) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        entry = zipfile.ZipInfo("指向外面.txt")
        entry.create_system, entry.external_attr = 3, (mode | 0o777) << 16
        archive.writestr(entry, target)
    return stored.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def _entities(canary: str) -> Iterator[tuple[str, bytes]]:
    for name, doctype in (
        ("外部实体", f'<!DOCTYPE a [<!ENTITY x SYSTEM "{canary}">]>'),
        ("远程实体", f'<!DOCTYPE a SYSTEM "{NOWHERE}" [<!ENTITY x SYSTEM "{NOWHERE}">]>'),
        ("内部实体", f'<!DOCTYPE a [<!ENTITY y "{CANARY[3:]}"><!ENTITY x "金丝雀&y;">]>'),
    ):
        xml = f"<?xml version='1.0'?>{doctype}"
        body = f"{xml}<w:document {_W}><w:body><w:p><w:r><w:t>前&x;后</w:t></w:r></w:p></w:body></w:document>"
        yield f"{name}.docx", good.with_parts(good.word(), {"word/document.xml": body.encode()})
        strings = f"{xml}<sst {_SHEET}><si><t>前&x;后</t></si></sst>"
        yield f"{name}.xlsx", good.with_parts(good.sheet(), {"xl/sharedStrings.xml": strings.encode()})
        rows = "<table:table-row><table:table-cell><text:p>前&x;后</text:p></table:table-cell></table:table-row>"
        yield f"{name}.ods", good.open_document(rows, doctype)
        yield f"{name}.html", f"{xml}<html><body><p>前&x;后</p></body></html>".encode()
        yield f"{name}.xml", f"{xml}<a>前&x;后</a>".encode()


_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _links(canary: str) -> Iterator[tuple[str, bytes]]:
    word = good.word()
    rels = "word/_rels/document.xml.rels"
    for name, target in (("外部图片", canary), ("远程图片", NOWHERE)):
        link = f'<Relationship Id="rIdX" Type="{_RELATION}/image" Target="{target}" TargetMode="External"/>'
        linked = good.part(word, rels).replace(b"</Relationships>", f"{link}</Relationships>".encode())
        yield f"{name}.docx", good.with_parts(word, {rels: linked})
        yield f"{name}.html", good.html(f"<tr><td><img src='{target}'><td>b<tr><td>c<td>d")
        yield f"{name[:2]}网址.pdf", _opening(target)
    framed = f"<iframe src='{canary}'></iframe><object data='{canary}'></object>"
    head = f"<base href='{NOWHERE}'><style>@import url('{canary}')</style><link rel=stylesheet href='{canary}'>"
    yield "框架.html", good.html(f"<tr><td>{framed}<td>b<tr><td>c<td>d", head)


def _opening(address: str) -> bytes:
    """A paper that opens an address, and holds a file whose name leads away."""
    paper = pikepdf.open(io.BytesIO(good.pdf()))
    paper.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
    paper.attachments["../../外.txt"] = b"outside"
    return _saved(paper)


def _saved(paper: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    paper.save(target, static_id=True)
    return target.getvalue()


# --- what asks to be run --------------------------------------------------------------------------


def _to_be_run() -> Iterator[tuple[str, bytes]]:
    script = "<script>document.title = 1 + 1</script>"
    yield "脚本.html", good.html(f"<tr><td>{script}<td><img src=x onerror='1+1'><tr><td>c<td>d", script)
    yield "脚本.txt", f"{script}\n2024年招聘会 javascript:1+1".encode()
    yield "公式.xlsx", good.sheet(*((formula, formula, formula) for formula in FORMULAS))
    yield "公式.csv", "\n".join(["姓名,学号,单位", *(f'"{formula}",1,2' for formula in FORMULAS)]).encode()
    yield "宏.docm", good.with_parts(good.word(), {"word/vbaProject.bin": b"no macro"})


# --- what is over a limit -------------------------------------------------------------------------


def _large() -> Iterator[tuple[str, bytes]]:
    deepest = good.zip_of({"底.txt": b"deepest"})
    yield "深.zip", good.zip_of({"2.zip": good.zip_of({"3.zip": deepest})})
    yield "大.txt", b"a line\n" * (1 << 18)
    yield "大图.png", good.picture("PNG", (1100, 1000))
    paper = pikepdf.new()
    for _ in range(3):
        paper.add_blank_page(page_size=(20, 20))
    yield "三页.pdf", _saved(paper)
    yield "长.txt", "招聘会".encode() * 4000
    for name in SCRIPTED:
        yield f"{name}.txt", name.encode()
