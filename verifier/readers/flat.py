"""Office papers in one file of XML: the parts of such a paper as the zip in which they usually lie.

Programs that fill templates write these: the flat form of a package, and what Word 2003 called its XML.
"""

from __future__ import annotations

import base64
import binascii
import re
import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO
from itertools import chain

from lxml import etree

from verifier.readers.decode import decode
from verifier.readers.outcome import Damaged

_FLAT, _WORD_2003 = "schemas.microsoft.com/office/2006/xmlPackage", "schemas.microsoft.com/office/word/2003/wordml"
HEAD = 4096
"""bytes in which such a paper says what it is"""
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_BINARY_PART = re.compile(
    r'(<(?:\w+:)?part\b[^>]*?\bname="([^"]+)"[^>]*>)\s*<(?:\w+:)?binaryData\b[^>]*>([^<]*)</(?:\w+:)?binaryData>'
)
_PICTURE = re.compile(r'<(?:\w+:)?binData\b[^>]*?\bname="([^"]+)"[^>]*>([^<]*)</(?:\w+:)?binData>')
"""bytes as text: taken out before the XML is read, for libxml2 holds no texts of many megabytes"""
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MAIN = "word/document.xml"
_PARTS = {"styles": "styles", "hdr": "header", "ftr": "footer"}
"""elements of Word 2003 → kind of the part that they are today"""


def is_flat(head: bytes) -> bool:
    """Whether a file that begins so is such a paper."""
    return not head.startswith(b"PK") and any(_says(head, space) for space in (_FLAT, _WORD_2003))


def zipped(data: bytes) -> bytes:
    """The package of a paper in one file, as a zip. Raises Damaged."""
    text = _DECLARATION.sub("", decode(data).lstrip("\ufeff"), count=1)
    parts = _of_flat(text) if _says(data, _FLAT) else _of_word_2003(text)
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def _says(data: bytes, space: str) -> bool:
    return space in data[:HEAD].replace(b"\0", b"").decode("latin-1")


def _of_flat(text: str) -> Mapping[str, bytes]:
    binary = {name.lstrip("/"): _bytes(body) for _, name, body in _BINARY_PART.findall(text)}
    root = _root(_BINARY_PART.sub(r"\1", text))
    parts: dict[str, bytes] = {}
    for node in root:
        name = next((value for key, value in node.attrib.items() if _local(key) == "name"), "")
        holder = next((each for each in node if _local(each.tag) == "xmlData"), None)
        if name and holder is not None and len(holder):
            parts[str(name).lstrip("/")] = etree.tostring(holder[0])
    return parts | binary


def _of_word_2003(text: str) -> Mapping[str, bytes]:
    pictures = {name: _bytes(body) for name, body in _PICTURE.findall(text)}
    root = _root(_PICTURE.sub("", text))
    targets = {name: f"media/{number}-{name.rpartition('/')[2]}" for number, name in enumerate(pictures, 1)}
    parts = {f"word/{targets[name]}": data for name, data in pictures.items()}
    shown = [(name, "image", target) for name, target in targets.items()]
    links = list(shown)
    found = (node for node in root.iter() if _local(node.tag) in _PARTS)
    for number, node in enumerate(found, 1):
        kind = _PARTS[_local(node.tag)]
        name = f"{kind}{number}.xml"
        parts[f"word/{name}"] = etree.tostring(node, with_tail=False)
        parts[f"word/_rels/{name}.rels"] = _relations(shown)
        links.append((f"part{number}", kind, name))
    parts[_MAIN] = etree.tostring(root)
    parts["word/_rels/document.xml.rels"] = _relations(links)
    return {**parts, "_rels/.rels": _relations([("main", "officeDocument", _MAIN)])}


def _relations(links: list[tuple[str, str, str]]) -> bytes:
    rows = (
        f'<Relationship Id="{escape(name)}" Type="{escape(_KIND + kind)}" Target="{escape(target)}"/>'
        for name, kind, target in links
    )
    return "".join(chain(["<Relationships>"], rows, ["</Relationships>"])).encode()


def _root(text: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as fault:
        raise Damaged("文件已损坏，不是完整的 XML 文档") from fault


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _bytes(body: str) -> bytes:
    try:
        return base64.b64decode(re.sub(r"\s", "", body))
    except (binascii.Error, ValueError):
        return b""
