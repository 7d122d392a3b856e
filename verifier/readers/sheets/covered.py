"""Cells of an .xlsx that lie under a picture or a filled shape: whole, so that nothing of them is seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import count, islice

from PIL import Image, UnidentifiedImageError

from verifier.readers.outcome import Damaged
from verifier.readers.parts import Element, Package, Relation, attribute, child, children, local, part_of
from verifier.readers.sheets.boxes import is_hidden
from verifier.readers.sheets.facts import Area, Sizes

_MOST = 1000
"""things of a drawing that are looked at"""
_FARTHEST = 5000
"""columns or rows to which sizes are added up"""


def covered_areas(
    anchors: Iterable[Element], package: Package, targets: Mapping[str, Relation], sizes: Sizes
) -> Iterator[Area]:
    """The cells under each thing of a drawing through which nothing is seen."""
    for anchor in islice(anchors, _MOST):
        if any(_is_opaque(node, package, targets) for node in children(anchor, "pic", "sp")):
            yield from _under(anchor, sizes)


def _under(anchor: Element, sizes: Sizes) -> Iterator[Area]:
    start, end, extent = (child(anchor, name) for name in ("from", "to", "ext"))
    if start is None:
        return
    left, top = (_number(start, name) + (_number(start, f"{name}Off") > 0) for name in ("col", "row"))
    if end is not None:
        right, bottom = _number(end, "col") - 1, _number(end, "row") - 1
    elif extent is not None:
        right = _last(start, "col", attribute(extent, "cx"), sizes)
        bottom = _last(start, "row", attribute(extent, "cy"), sizes)
    else:
        return
    if left <= right and top <= bottom:
        yield top + 1, left, bottom + 1, right


def _last(start: Element, name: str, extent: str, sizes: Sizes) -> int:
    """Index of the last column or row that something covers which begins there and is so long."""
    size = sizes.of_column if name == "col" else sizes.of_row
    left = _number(start, f"{name}Off") + (int(extent) if re.fullmatch(r"\d{1,12}", extent) else 0)
    for index in count(_number(start, name)):
        left -= int(size(index))
        if left < 0 or index > _FARTHEST:
            return index - 1
    raise AssertionError


def _number(place: Element, name: str) -> int:
    found = child(place, name)
    text = (found.text or "").strip() if found is not None else ""
    return int(text) if re.fullmatch(r"\d{1,12}", text) else 0


def _is_opaque(node: Element, package: Package, targets: Mapping[str, Relation]) -> bool:
    """Whether it fills the whole rectangle in which it lies."""
    properties, turned = child(node, "spPr"), child(node, "spPr", "xfrm")
    if is_hidden(node) or (turned is not None and attribute(turned, "rot") not in ("", "0")):
        return False
    if local(node) == "pic":
        blip = child(node, "blipFill", "blip")
        changed = any(local(each) not in ("extLst", "") for each in blip) if blip is not None else True
        return blip is not None and not changed and _has_no_gaps(package, part_of(targets, attribute(blip, "embed")))
    fill, shape = child(properties, "solidFill"), child(properties, "prstGeom")
    colour = next(iter(fill), None) if fill is not None else None
    is_rectangle = shape is not None and attribute(shape, "prst") == "rect"
    return is_rectangle and colour is not None and child(colour, "alpha") is None


def _has_no_gaps(package: Package, part: str) -> bool:
    """Whether nothing is seen through a picture."""
    try:
        with Image.open(BytesIO(package.read(part))) as picture:
            return picture.mode in ("1", "L", "RGB", "CMYK", "YCbCr") and "transparency" not in picture.info
    except (Damaged, UnidentifiedImageError, OSError, ValueError):
        return False
