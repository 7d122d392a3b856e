"""A workbook whose parts are called otherwise than usual, as one that calamine finds its way in."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from verifier.readers.parts import Package

_MAIN = "xl/workbook.xml"
_USUAL = {"sharedStrings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def is_usual(package: Package) -> bool:
    """Whether every part that calamine asks for is where it looks and as it reads it: it follows no relations but those
    of the sheets, and knows no code page but UTF-8."""
    main = package.main(_MAIN)
    if main.endswith(".bin"):
        return True
    told = package.relations(main).values()
    named = all(each.target == _USUAL.get(each.kind, each.target) for each in told)
    written = set(package.archive.namelist())
    found = {main, *(each.target for each in told if each.kind == "worksheet")} <= written
    asked = (each.target for each in told if each.kind in ("worksheet", *_USUAL) and each.target in package.names)
    return named and main == _MAIN and found and not any(map(package.is_wide, (main, *asked)))


def repacked(package: Package, work: Path, name: str) -> Path:
    """The sheets of a workbook under their usual names, beside the file."""
    path = work / "repacked" / f"{name}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    main = package.main(_MAIN)
    places = dict(_places(package, main))
    with zipfile.ZipFile(path, "w") as target:
        for part, place in {main: _MAIN, **places}.items():
            with target.open(place, "w", force_zip64=True) as written:
                for piece in package.pieces(part):
                    written.write(piece)
        target.writestr("xl/_rels/workbook.xml.rels", _relations(package, main, places))
        target.writestr("_rels/.rels", _written([("rId1", "officeDocument", _MAIN)]))
    return path


def _places(package: Package, main: str) -> Iterator[tuple[str, str]]:
    for at, each in enumerate(package.relations(main).values(), 1):
        if each.external or each.target not in package.names:
            continue
        if each.kind == "worksheet":
            yield each.target, f"xl/worksheets/sheet{at}.xml"
        elif each.kind in _USUAL:
            yield each.target, _USUAL[each.kind]


def _relations(package: Package, main: str, places: Mapping[str, str]) -> str:
    told = (each for each in package.relations(main).values() if each.target in places)
    return _written((each.id, each.kind, posixpath.relpath(places[each.target], "xl")) for each in told)


def _written(relations: Iterable[tuple[str, str, str]]) -> str:
    """Relations with id, kind and target, as a part."""
    links = (
        f'<Relationship Id="{each}" Type="{_RELATIONS}/{kind}" Target="{target}"/>' for each, kind, target in relations
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{space}">{"".join(links)}</Relationships>'
