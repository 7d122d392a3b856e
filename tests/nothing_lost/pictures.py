"""Pictures of every format, and the pages that one may have."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pillow_heif
from PIL import Image

from tests.nothing_lost.planting import ROW, Paper, Place, Seed

pillow_heif.register_heif_opener()


def shown(seed: Seed) -> Image.Image:
    return Image.open(io.BytesIO(seed.picture)).convert("RGB")


def saved(form: str, many: bool = False, **how: int) -> Callable[[Sequence[Image.Image]], bytes]:
    def save(pages: Sequence[Image.Image]) -> bytes:
        target = io.BytesIO()
        first, *others = pages
        first.save(target, form, **({"save_all": True, "append_images": others} if many else {}), **how)
        return target.getvalue()

    return save


ONE = (Place("picture", shown, "", ROW),)
PAGES = (Place("first page", shown, "", ROW), Place("second page", shown, "", ROW), Place("third page", shown, "", ROW))
FRAMES = (Place("first frame", shown, "", ROW), Place("second frame", shown, "", "动图"))
PAPERS = (
    *(Paper(ending, f"图.{ending}", ONE, saved(form)) for ending, form in (
        *(("jpg", "JPEG"), ("png", "PNG"), ("gif", "GIF"), ("bmp", "BMP"), ("webp", "WEBP"), ("heic", "HEIF")),
        *(("avif", "AVIF"), ("jp2", "JPEG2000"), ("ico", "ICO")),
    )),
    Paper("tiff", "图.tif", PAGES, saved("TIFF", many=True)),
    *(Paper(ending, f"动图.{ending}", FRAMES, saved(form, many=True, duration=500)) for ending, form in (
        *(("gif", "GIF"), ("webp", "WEBP"), ("png", "PNG")),
    )),
)  # fmt: skip
