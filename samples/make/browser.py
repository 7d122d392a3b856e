"""HTML to pictures with Chromium."""

from __future__ import annotations

from io import BytesIO
from types import TracebackType

from PIL import Image
from playwright.sync_api import sync_playwright


class Browser:
    """An open Chromium; `picture` draws one page."""

    def __enter__(self) -> Browser:
        self._playwright = sync_playwright().start()
        self._chromium = self._playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--font-render-hinting=none"]
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._chromium.close()
        self._playwright.stop()

    def picture(
        self, html: str, width: int, height: int, scale: float, whole: bool = False
    ) -> tuple[Image.Image, list[tuple[str, str, float, float]]]:
        """The page as a picture, and (name, below, x, y) of each `.seal` in it, in pixels of the picture."""
        page = self._chromium.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
        page.set_content(html)
        page.evaluate("document.fonts.ready")
        image = Image.open(BytesIO(page.screenshot(full_page=whole))).convert("RGB")
        seals = []
        for mark in page.query_selector_all(".seal"):
            box = mark.bounding_box()
            if box is None:
                continue
            centre = ((box["x"] + box["width"] / 2) * scale, (box["y"] + box["height"] / 2) * scale)
            seals.append((mark.get_attribute("data-name") or "", mark.get_attribute("data-below") or "", *centre))
        page.close()
        return image, seals
