"""Pictures: set upright, flattened and in plain colours, with what the file says of itself."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
import pillow_heif
from PIL import ExifTags, Image, ImageFile, ImageOps, UnidentifiedImageError

from verifier.likeness import sketched
from verifier.model import Document, Flag, Page, Picture, Place, SourceFile
from verifier.readers.outcome import Damaged, TooLarge, partly
from verifier.readers.pictures.grounds import blocks_of, grounds_of, photos_beside
from verifier.readers.pictures.metadata import said_by
from verifier.readers.terms import limits

_NEARLY_WHITE = 235
"""grey value"""
_LEAST_CONTRAST = 1
"""deviation of the grey values of a picture that shows anything"""
_PHOTOS = ("JPEG", "MPO", "WEBP", "HEIF", "AVIF")
_PLAIN = {"JPEG": ("RGB", "L"), "PNG": ("RGB", "L")}
"""formats and modes that lie as they are; all else gets a copy"""

_MOVING = ("GIF", "WEBP", "PNG", "AVIF")
"""formats whose frames follow each other"""

pillow_heif.register_heif_opener()


def read_image(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """One document: a page a frame for TIFF, else one page. Pages need OCR."""
    assert file.stored is not None
    data = file.stored.read_bytes()
    pages: list[Page] = []
    picture = None
    lost = ""
    with _quiet():
        for frame, fault in _frames(data):
            lost = fault or lost
            if frame is None:
                continue
            pages.append(_page(file, frame, len(pages) + 1, work, whole=not fault))
            if picture is None:
                picture = _picture(data, _upright(frame), pages[0].place)
    flags = () if file.parent else tuple(_moving(file, data))
    document = Document(replace(file, pages=len(pages)), tuple(pages), picture=picture, flags=flags)
    return (partly(document, lost),) if lost else (document,)


def _moving(file: SourceFile, data: bytes) -> Iterator[Flag]:
    """A note that of a picture that moves only the first frame is looked at."""
    picture = open_picture(data)
    count = getattr(picture, "n_frames", 1) if picture.format in _MOVING else 1
    if count > 1:
        text = f"「{file.path}」是动图，共 {count} 帧，只看了第一帧，其余画面如需作为材料请截图后提交。"
        yield Flag("judgement-required", "note", text, Place(file.path))


def whole_hash(picture: Image.Image) -> int:
    """64-bit DCT hash of the grey picture: likenesses differ in few bits."""
    grey = np.asarray(picture.convert("L").resize((32, 32), Image.Resampling.BOX), dtype=np.float32)
    low = cv2.dct(grey)[:8, :8].ravel()
    bits = low > np.median(low[1:])
    return int("".join("1" if bit else "0" for bit in bits), 2)


def pixel_size(path: Path) -> tuple[int, int] | None:
    """Width and height as the header says, None when the file is no picture that can be opened."""
    try:
        with _quiet(), Image.open(path) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def save_picture(picture: Image.Image, path: Path, *, photo: bool) -> Path:
    """Write a picture as JPEG (`photo`) or PNG, whole or not at all; the ending is put right."""
    path = path.with_suffix(".jpg" if photo else ".png")
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(path.name + ".part")
    if photo:
        picture.save(waiting, "JPEG", quality=92)
    else:
        picture.save(waiting, "PNG", compress_level=1)
    waiting.replace(path)
    return path


def _frames(data: bytes) -> Iterator[tuple[Image.Image | None, str]]:
    """The frames that can be read, at least one, and beside the last what was lost."""
    picture = open_picture(data)
    count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    for index in range(min(count, limits().pages)):
        try:
            if count > 1:  # others are open at the frame they show; of Photoshop's that is no. 1
                picture.seek(index)
            _check_size(picture)
            picture.load()
        except (OSError, SyntaxError, ValueError, EOFError, IndexError) as fault:
            yield (None, f"第 {index + 1} 页起已损坏") if index else (_half(data, fault), "图片被截断或已损坏")
            return
        yield (picture.copy() if count > 1 else picture), ""
    if count > limits().pages:
        yield None, f"超过 {limits().pages} 页，后面的没有读"


def _half(data: bytes, fault: Exception) -> Image.Image:
    """A picture that is cut short, as far as it goes. Raises Damaged when nothing of it is there."""
    try:
        with _truncated_allowed():
            picture = open_picture(data)
            picture.load()
    except (OSError, SyntaxError, ValueError, EOFError, IndexError):
        raise Damaged("图片已损坏，读不出来") from fault
    if float(np.asarray(picture.convert("L").resize((64, 64))).std()) < _LEAST_CONTRAST:
        raise Damaged("图片被截断，没有可看的内容") from fault
    return picture


def open_picture(data: bytes) -> Image.Image:
    """The picture, not yet unpacked. Raises Damaged or TooLarge."""
    # A picture of a few bytes may claim billions of pixels, or a comment of many megabytes: Pillow unpacks neither, and
    # says of the one DecompressionBombError, of the other ValueError.
    try:
        picture = Image.open(BytesIO(data))
    except Image.DecompressionBombError as fault:
        raise TooLarge("图片的像素超过上限") from fault
    except (UnidentifiedImageError, SyntaxError, ValueError, EOFError) as fault:
        raise Damaged("图片已损坏，读不出来") from fault
    _check_size(picture)
    return picture


def _check_size(picture: Image.Image) -> None:
    if picture.width * picture.height > limits().pixels:
        raise TooLarge(f"图片有 {picture.width}×{picture.height} 像素，超过上限")


def _page(file: SourceFile, frame: Image.Image, number: int, work: Path, *, whole: bool) -> Page:
    upright = _upright(frame)
    stored = file.stored
    assert stored is not None
    as_it_lies = whole and upright is frame and frame.mode in _PLAIN.get(frame.format or "", ()) and _complete(frame)
    if not as_it_lies:
        target = work / "pages" / f"{file.sha256}-{number}"
        stored = save_picture(flat_picture(upright), target, photo=frame.format in _PHOTOS)
    return Page(Place(file.path, page=number), stored, upright.size, needs_ocr=True)


def _complete(frame: Image.Image) -> bool:
    return "transparency" not in frame.info and not getattr(frame, "is_animated", False)


def _upright(frame: Image.Image) -> Image.Image:
    """The frame as its EXIF orientation says; the same object when nothing needs turning."""
    try:
        turned = frame.getexif().get(ExifTags.Base.Orientation, 1) in range(2, 9)
        return ImageOps.exif_transpose(frame) if turned else frame
    except (OSError, ValueError, SyntaxError, KeyError, TypeError):
        return frame


def flat_picture(picture: Image.Image) -> Image.Image:
    """In RGB or grey, 8 bits; where it is transparent on white, or on black when on white nothing could be seen."""
    if picture.mode in ("I", "I;16", "I;16B", "I;16L", "F"):
        values = np.asarray(picture, dtype=np.float32)
        top = float(values.max())
        depth = 1.0 if top <= 255 else 65535 / 255 if top <= 65535 else top / 255
        return Image.fromarray((values.clip(0) / depth).astype(np.uint8))
    if picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info:
        rgba = picture.convert("RGBA")
        ground = Image.new("RGBA", rgba.size, "black" if _is_for_dark(rgba) else "white")
        return Image.alpha_composite(ground, rgba).convert("RGB")
    return picture if picture.mode in ("RGB", "L") else picture.convert("RGB")


def _is_for_dark(rgba: Image.Image) -> bool:
    """Whether all that is not transparent is nearly white, as letters that were cut out of a dark page."""
    seen = np.asarray(rgba.convert("RGB").convert("L"))[np.asarray(rgba.getchannel("A")) > 0]
    return 0 < seen.size < rgba.width * rgba.height and float(np.percentile(seen, 1)) > _NEARLY_WHITE


def _picture(data: bytes, upright: Image.Image, place: Place) -> Picture:
    said = said_by(open_picture(data), data)
    flat = flat_picture(upright)
    grey = np.asarray(flat.convert("L"))
    kept = sketched(grey)
    blocks = blocks_of(flat)
    return Picture(
        place,
        upright.size,
        said.taken_at,
        said.camera,
        said.software,
        whole_hash(flat),
        kept.sketch,
        kept.marks,
        said.changed_at,
        said.traces,
        grounds_of(blocks),
        photos_beside(grey, blocks),
        flat.mode == "L",
    )


@contextmanager
def _truncated_allowed() -> Iterator[None]:
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


@contextmanager
def _quiet() -> Iterator[None]:
    """Pillow's warnings speak to programmers; what matters to a reader is a flag."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
