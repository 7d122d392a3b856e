# ruff: noqa: E501
"""Slides of a title and lines, in the parts that PowerPoint asks for."""

from __future__ import annotations

import html as html_module
import zipfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.independent.premises_kit import Write
from tests.independent.press import Press

Slide = tuple[str, Sequence[str]]
_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_NAMES = (
    f'{_DRAWING} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_COLOUR_NAMES = ("dk1", "lt1", "dk2", "lt2", *(f"accent{at}" for at in range(1, 7)), "hlink", "folHlink")
_COLOURS = (
    "000000",
    "FFFFFF",
    "1F497D",
    "EEECE1",
    "4F81BD",
    "C0504D",
    "9BBB59",
    "8064A2",
    "4BACC6",
    "F79646",
    "0000FF",
    "800080",
)
_TYPES = "application/vnd.openxmlformats-officedocument."


def pptx(slides: Sequence[Slide]) -> Write:
    """Plain slides of a title and lines, in the parts that PowerPoint asks for."""

    def write(path: Path, press: Press, rng: Random) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in _parts(slides).items():
                archive.writestr(zipfile.ZipInfo(name, (2024, 12, 1, 9, 0, 0)), _XML + text)

    return write


def _parts(slides: Sequence[Slide]) -> dict[str, str]:
    count = range(1, len(slides) + 1)
    kinds = {
        "ppt/presentation.xml": "presentationml.presentation.main",
        "ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster",
        "ppt/slideLayouts/slideLayout1.xml": "presentationml.slideLayout",
        "ppt/theme/theme1.xml": "theme",
        **{f"ppt/slides/slide{at}.xml": "presentationml.slide" for at in count},
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}{kind}+xml"/>' for name, kind in kinds.items()
    )
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in zip(
            _COLOUR_NAMES,
            _COLOURS,
            strict=True,
        )
    )
    font = '<a:latin typeface="Calibri"/><a:ea typeface="微软雅黑"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    theme = (
        f'<a:theme {_DRAWING} name="Office"><a:themeElements><a:clrScheme name="Office">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Office"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Office"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        + f'<a:ln w="9525">{fill}</a:ln>' * 3
        + "</a:lnStyleLst><a:effectStyleLst>"
        + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
        + f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
    identity = (
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": _links([("officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": f'<p:presentation {_NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        "</p:sldMasterIdLst><p:sldIdLst>"
        + "".join(f'<p:sldId id="{255 + at}" r:id="rId{at + 1}"/>' for at in count)
        + '</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": _links(
            [("slideMaster", "slideMasters/slideMaster1.xml"), *(("slide", f"slides/slide{at}.xml") for at in count)]
        ),
        "ppt/slideMasters/slideMaster1.xml": f"<p:sldMaster {_NAMES}><p:cSld><p:spTree>{_TREE}</p:spTree></p:cSld>{identity}"
        '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>',
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _links(
            [("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")]
        ),
        "ppt/slideLayouts/slideLayout1.xml": f'<p:sldLayout {_NAMES} type="blank"><p:cSld name="Blank"><p:spTree>{_TREE}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _links([("slideMaster", "../slideMasters/slideMaster1.xml")]),
        "ppt/theme/theme1.xml": theme,
    }
    for at, (name, lines) in enumerate(slides, 1):
        shapes = _shape(2, name, [name], 500000, 1100000, 3600, True) + _shape(
            3, "正文", lines, 1700000, 4600000, 2000, False
        )
        parts[f"ppt/slides/slide{at}.xml"] = (
            f"<p:sld {_NAMES}><p:cSld><p:spTree>{_TREE}{shapes}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )
        parts[f"ppt/slides/_rels/slide{at}.xml.rels"] = _links([("slideLayout", "../slideLayouts/slideLayout1.xml")])
    return parts


def _links(targets: Sequence[tuple[str, str]]) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{at}" Type="{_RELS}{kind}" Target="{target}"/>'
            for at, (kind, target) in enumerate(targets, 1)
        )
        + "</Relationships>"
    )


def _shape(number: int, name: str, lines: Sequence[str], top: int, height: int, size: int, strong: bool) -> str:
    text = "".join(
        f'<a:p><a:r><a:rPr lang="zh-CN" sz="{size}" b="{int(strong)}"/><a:t>{html_module.escape(line)}</a:t></a:r></a:p>'
        for line in lines
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{html_module.escape(name, quote=True)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="700000" y="{top}"/><a:ext cx="10800000" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>{text or "<a:p/>"}</p:txBody></p:sp>'
    )
