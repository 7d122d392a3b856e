"""What is used of pdfium, which tells no types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from PIL import Image


class Matrix(Protocol):
    a: float
    b: float
    d: float

    def on_point(self, x: float, y: float) -> tuple[float, float]: ...


class Bitmap(Protocol):
    def to_pil(self) -> Image.Image: ...


class Thing(Protocol):
    """An object on a page: text, a path, a picture, or a form that holds others."""

    type: int
    raw: object
    container: Thing | None

    def get_bounds(self) -> tuple[float, float, float, float]: ...

    def get_matrix(self) -> Matrix: ...


class About(Protocol):
    """What a picture says of its pixels."""

    bits_per_pixel: int
    colorspace: int


class Raster(Thing, Protocol):
    """A picture on a page."""

    def get_px_size(self) -> tuple[int, int]: ...

    def get_filters(self) -> Sequence[str]: ...

    def get_metadata(self) -> About: ...

    def get_data(self, *, decode_simple: bool) -> bytes: ...

    def get_bitmap(self) -> Bitmap: ...


class Text(Protocol):
    """The text layer of a page."""

    def count_chars(self) -> int: ...

    def close(self) -> None: ...


class Leaf(Protocol):
    """A page."""

    def get_size(self) -> tuple[float, float]: ...

    def get_rotation(self) -> int: ...

    def get_textpage(self) -> Text: ...

    def get_objects(self, *, max_depth: int) -> Iterator[Raster]: ...

    def render(self, *, scale: float, rev_byteorder: bool) -> Bitmap: ...

    def close(self) -> None: ...


class Paper(Protocol):
    """An opened PDF."""

    formenv: object | None
    """its form, once `init_forms` has looked for one"""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int) -> Leaf: ...

    def init_forms(self) -> None: ...

    def close(self) -> None: ...
