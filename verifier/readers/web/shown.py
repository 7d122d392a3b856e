"""What a browser shows beside the text of a web page, put into it as text and pictures.

Entries of forms, words and pictures in drawings, pages in frames that lie in the file, and pictures that anything but
an `img` shows: grounds, sets of sources, buttons, and those that a script would load later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from verifier.readers.decode import decode
from verifier.readers.pictures.embedded import data_page

_WRITTEN = {"", "text", "number", "date", "month", "week", "time", "datetime-local", "tel", "email", "url", "search"}
"""kinds of fields that show their value"""
_TICKS = ("checkbox", "radio")
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src")
_SETS = ("srcset", "data-srcset")
_SHOW_SOURCES = ("img", "source", "embed", "image")
_OF_ELEMENTS = {"video": ("poster",), "object": ("data",), "image": ("href", "xlink:href")}
_GROUND = "background"
_IN_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_WIDTH = re.compile(r"[\d.]+[wx],?")
"""for what a source of a set is meant"""
_UNDRAWN = ("defs", "symbol", "clippath", "mask", "title", "desc")
_HIDES = ("display", "visibility", "opacity")
"""attributes of elements of drawings by which nobody sees them"""
_DEEPEST = 3
"""frames within frames"""
_READINGS = ("rt", "rp")
"""pinyin over a letter, and the brackets for browsers that can't show it there"""
_VOID = ("img", "input", "source", "embed", "style")


def show(root: Any, depth: int = 0) -> None:
    """Puts into the page what it shows beside its text; the reading over a letter is no part of a name."""
    etree.strip_elements(root, *_READINGS, with_tail=False)
    for node in [node for node in root.iter() if isinstance(node.tag, str)]:
        for address in dict.fromkeys(_pictures(node)):
            _put(node, html.Element("img", src=address))
        if node.tag == "input":
            node.tail = _entered(node) + (node.tail or "")
        elif node.tag == "select":
            _leave_chosen(node)
        elif node.tag == "svg":
            _put_words(node)
        elif node.tag in ("iframe", "frame") and depth < _DEEPEST:
            _put_page(node, depth)


def _put(node: Any, fresh: Any) -> None:
    """Into an element, or behind one that holds none."""
    if node.tag in _VOID:
        node.addnext(fresh)
    else:
        node.insert(0, fresh)


def _pictures(node: Any) -> Iterator[str]:
    """The addresses of pictures that an element shows, but what an `img` names as its source."""
    kept = node.get("src", "").strip() if node.tag == "img" else ""
    for address in _named(node):
        if address and address != kept:
            yield address


def _named(node: Any) -> Iterator[str]:
    if node.tag in _SHOW_SOURCES or (node.tag == "input" and node.get("type", "").lower() == "image"):
        yield from (node.get(name, "").strip() for name in _SOURCES)
        for name in _SETS:
            yield from (each.strip(",") for each in node.get(name, "").split() if not _WIDTH.fullmatch(each))
    yield from (node.get(name, "").strip() for name in (*_OF_ELEMENTS.get(node.tag, ()), _GROUND))
    style = node.text or "" if node.tag == "style" else node.get("style", "")
    yield from _IN_STYLE.findall(style)


def _entered(field: Any) -> str:
    """What a field shows as filled in."""
    kind = field.get("type", "").lower()
    if kind in _TICKS:
        return "☑" if "checked" in field.attrib else "☐"
    return f" {field.get('value', '')} " if kind in _WRITTEN else ""


def _leave_chosen(field: Any) -> None:
    """A closed list shows one of its entries."""
    entries = list(field.iter("option"))
    if "multiple" in field.attrib or field.get("size", "1") not in ("", "1") or not entries:
        return
    chosen = [entry for entry in entries if "selected" in entry.attrib][-1:] or entries[:1]
    for entry in entries:
        if entry not in chosen:
            entry.clear()


def _put_words(drawing: Any) -> None:
    """The words in a drawing, a line each, behind it."""
    words = [node for node in drawing.iter("text") if not any(each.tag in _UNDRAWN for each in node.iterancestors())]
    for node in reversed(words):
        line = _shown_as(node)
        line.text = node.text_content()
        for around in node.iterancestors():
            outer = _shown_as(around)
            outer.append(line)
            line = outer
            if around is drawing:
                break
        drawing.addnext(line)


def _shown_as(node: Any) -> Any:
    """An element that is seen as one of a drawing is."""
    said = (f"{name}:{node.get(name)}" for name in _HIDES if node.get(name))
    return html.Element("div", {"style": ";".join((*said, node.get("style", ""))), "class": node.get("class", "")})


def _put_page(frame: Any, depth: int) -> None:
    """The page in a frame, where the file itself holds it."""
    text = frame.get("srcdoc", "") or decode(data_page(frame.get("src", "")))
    if not text.strip():
        return
    try:
        page = html.document_fromstring(text)
    except (etree.ParserError, etree.XMLSyntaxError):
        return
    show(page, depth + 1)
    shown = html.Element("div")
    shown.extend(page)
    frame.addnext(shown)
