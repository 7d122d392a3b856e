"""Signatures of an OFD (GB/T 33190, 18): the parts that each covers, with their digests, and the seal over them."""

from __future__ import annotations

import posixpath
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from verifier.model import Place, Signature
from verifier.readers.ofd.elements import attribute, child, children
from verifier.readers.outcome import Damaged
from verifier.readers.parts import Element, Package
from verifier.readers.signed import cms, stamp
from verifier.readers.signed.algorithms import hash_named, is_digest
from verifier.readers.signed.asn1 import SEQUENCE, Malformed, time_of, value
from verifier.readers.signed.verdict import UNREADABLE, Made, Verdict, joined, of_digest

NAME, _LIST = "signature.xml", "signatures.xml"
"""what describes a signature, and what lists them, to which a further seal is added"""
_MOST = 50
_MOST_NAMED = 5
"""parts that a reason names"""
_DOCUMENT = "document.xml"
_KINDS: Mapping[str, str] = {
    "annot": "批注",
    "attach": "附件",
    "res": "图片或字体",
    "tpl": "页面模板",
    "template": "页面模板",
    "tag": "标引",
    "custom": "标引",
}
"""how the folders begin into which programs put parts → what those hold"""
_FILES: Mapping[str, str] = {
    _DOCUMENT: "文档结构",
    "documentres.xml": "图片或字体",
    "publicres.xml": "图片或字体",
    "annotations.xml": "批注",
    "attachments.xml": "附件",
}


def signatures_of_ofd(package: Package, file: str, places: Mapping[str, Sequence[Place]]) -> Iterator[Signature]:
    """The signatures of an OFD in the order of their names, once for each of the places at which they stand.

    `places`: name of a Signature.xml → where its seal was drawn.
    """
    parts = {name.lower().lstrip("/"): name for name in package.names}
    named = (name for name in sorted(package.names) if posixpath.basename(name).lower() == NAME)
    for name in islice(named, _MOST):
        try:
            root = package.xml(name)
        except Damaged:
            yield Signature(Place(file), "", "", None, UNREADABLE.intact, UNREADABLE.why)
            continue
        info = child(root, "SignedInfo")
        made = _made(package, parts, name, root)
        told = child(info, "SignatureDateTime")
        signed_at = made.signed_at or time_of((told.text or "") if told is not None else "")
        for place in places.get(name) or (Place(file),):
            yield Signature(place, made.title, made.signer, signed_at, made.verdict.intact, made.verdict.why)


def _made(package: Package, parts: Mapping[str, str], name: str, root: Element) -> Made:
    info = child(root, "SignedInfo")
    references = child(info, "References")
    listed = list(children(references, "Reference"))
    method = attribute(references, "CheckMethod") if references is not None else ""
    method = hash_named(method) or ("md5" if not method else "")  # GB/T 33190 has MD5 where none is named
    verdict = _covered(package, parts, name, listed, method)
    held = child(root, "SignedValue")
    made = _sealed(package, _part(parts, name, (held.text or "") if held is not None else ""), name, method)
    return replace(made, verdict=joined([verdict, made.verdict]))


def _covered(package: Package, parts: Mapping[str, str], name: str, listed: Sequence[Element], method: str) -> Verdict:
    """Whether every part that is covered is as it was, and every part that makes the pages is covered."""
    if not listed:
        return Verdict("unknown", "签章没有列出保护的内容")
    changed, missing, unknown, covered = [], [], False, set()

    def told(found: Sequence[str]) -> str:
        return _named(found, package, parts)

    for each in listed:
        location = attribute(each, "FileRef")
        part = _part(parts, name, location)
        if not part:
            missing.append(location.strip())
            continue
        covered.add(part)
        held = child(each, "CheckValue")
        agrees = is_digest(_decoded((held.text or "") if held is not None else ""), package.read(part), method)
        unknown |= agrees is None
        if agrees is False:
            changed.append(part)
    listing = [part for part in changed if posixpath.basename(part).lower() == _LIST]
    changed = [part for part in changed if part not in listing]
    if missing:
        return Verdict("disagrees", f"{told(missing)}不在了")
    if changed:
        return Verdict("disagrees", f"{told(changed)}改动过")
    if unknown:
        return of_digest(None, "")
    free = sorted(part for part in parts.values() if part not in covered and _makes_pages(part, name))
    if free:
        return Verdict("unknown", f"{told(free)}不在签章保护的范围内")
    return Verdict("agrees", "盖章之后又加盖了签章，页面内容没有变" if listing else "")


def _makes_pages(part: str, name: str) -> bool:
    """Whether a part may be seen on a page: all but the entry, folders, and what belongs to signatures."""
    signs = {posixpath.dirname(name), posixpath.dirname(posixpath.dirname(name))}
    beside = part.endswith("/") or posixpath.basename(part).lower() in ("ofd.xml", _LIST)
    return not beside and not any(part.startswith(f"{folder}/") for folder in signs if folder)


def _sealed(package: Package, part: str, name: str, method: str) -> Made:
    """What the data of the seal, or of a signature without one, say of the description."""
    if not part:
        return Made(Verdict("unknown", "签章数据不在文件中"))
    try:
        data, described = package.read(part), package.read(name)
        first = value(data).part(0)
    except (Damaged, Malformed):
        return Made(UNREADABLE)
    return stamp.checked(data, described, method) if first.tag == SEQUENCE else cms.checked(data, described)


def _part(parts: Mapping[str, str], base: str, location: str) -> str:
    """The part that an address means, from the top or from the folder of `base`; '' when there is none."""
    clean = location.strip().replace("\\", "/")
    for start in ("", posixpath.dirname(base)):
        joined_up = posixpath.normpath(posixpath.join("/", start, clean)).lstrip("/").lower()
        if clean and joined_up in parts:
            return parts[joined_up]
    return ""


def _decoded(text: str) -> bytes:
    try:
        return b64decode("".join(text.split()))
    except ValueError:
        return b""


def _named(found: Sequence[str], package: Package, parts: Mapping[str, str]) -> str:
    """Parts as a person knows them: 第 1 页、批注."""
    pages = _pages(package, parts)
    named = dict.fromkeys(f"第 {pages[each]} 页" if each in pages else _kind(each) for each in found)
    return "、".join([*named][:_MOST_NAMED]) + ("等" if len(named) > _MOST_NAMED else "")


def _pages(package: Package, parts: Mapping[str, str]) -> Mapping[str, int]:
    """Name of the part of each page → its number."""
    numbers: dict[str, int] = {}
    for name in sorted(each for each in parts.values() if posixpath.basename(each).lower() == _DOCUMENT):
        try:
            listed = children(child(package.xml(name), "Pages"), "Page")
        except Damaged:
            continue
        for node in listed:
            numbers.setdefault(_part(parts, name, attribute(node, "BaseLoc")), len(numbers) + 1)
    return numbers


def _kind(part: str) -> str:
    """What a part that is no page holds, as programs name its folders; else its own name."""
    steps = part.lower().split("/")
    found = next((told for key, told in _KINDS.items() if any(step.startswith(key) for step in steps[:-1])), "")
    return found or _FILES.get(steps[-1], "") or posixpath.basename(part)
