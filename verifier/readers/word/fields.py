"""The fields of forms in a Word paper: what is ticked and what is chosen stands in their data, not in the text."""

from __future__ import annotations

import re

from verifier.readers.numbered import written
from verifier.readers.parts import Element, attribute, child, children
from verifier.readers.word.styles import is_on, value

CHECKED, UNCHECKED = "☑", "☐"
_BEGUN, _ENDED = "\x02", "\x03"
"""between them stands what a field that says its choice itself shows besides; XML holds no such letters"""
_CODE, _CODE_ENDS = "\x04", "\x05"
_CODES = re.compile(f"{_CODE}([^{_CODE_ENDS}]*){_CODE_ENDS}")
_OVERLAY = re.compile(r"^\s*eq\s*\\o(?:\s*\\a[lcr])?\s*[(（]([^,，、;；]*)[,，、;；]([^)）]*)[)）]", re.I)
"""the field that lays one character over another"""
_BOXES, _TICKS, _CIRCLES = "□☐◻口", "√✓✔", "○◯〇"


def code_of(text: str) -> str:
    """A piece of the code of a field, marked as such."""
    return f"{_CODE}{text}{_CODE_ENDS}"


def said_by_field(node: Element) -> str:
    """What the beginning or end of an old field of a form says."""
    kind, data = attribute(node, "fldCharType"), child(node, "ffData")
    if kind == "end":
        return _ENDED
    if kind != "begin" or data is None:
        return ""
    box, entries = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        return (CHECKED if _is_ticked(box) else UNCHECKED) + _BEGUN
    return _chosen(entries) + _BEGUN if entries is not None else ""


def shown(text: str) -> str:
    """A text with what its fields show: not their codes, and not what a form's field shows besides its choice."""
    text = _CODES.sub(lambda match: _overlaid(match[1]), text.replace(_CODE_ENDS + _CODE, ""))
    while _BEGUN in text:
        before, _, rest = text.partition(_BEGUN)
        text = before + rest.partition(_ENDED)[2]
    return text.replace(_ENDED, "")


def _overlaid(code: str) -> str:
    """A character within another, as Word makes ① and a ticked box where fonts have none; '' for any other code."""
    found = _OVERLAY.search(code)
    if found is None:
        return ""
    outer, inner = found[1].strip(), found[2].strip()
    if outer in _BOXES and inner in _TICKS:
        return CHECKED
    number = int(inner) if inner.isascii() and inner.isdigit() else 0
    return written(number, "decimalEnclosedCircle") if outer in _CIRCLES and number else outer + inner


def said_by_control(node: Element) -> str:
    """The tick of a content control that is a check box; '' for any other."""
    box = child(node, "sdtPr", "checkbox")
    if box is None:
        return ""
    state = child(box, "checked")
    return CHECKED if state is not None and is_on(state, "val") else UNCHECKED


def _is_ticked(box: Element) -> bool:
    """Its state, else how it was at first."""
    state = child(box, "checked")
    state = state if state is not None else child(box, "default")
    return state is not None and is_on(state, "val")


def _chosen(entries: Element) -> str:
    chosen = value(entries, "result") or value(entries, "default") or "0"
    texts = [attribute(each, "val") for each in children(entries, "listEntry")]
    return texts[int(chosen)] if chosen.isdigit() and int(chosen) < len(texts) else ""
