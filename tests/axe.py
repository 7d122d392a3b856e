"""What axe finds wrong with a page for those who can't see it or use no mouse."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()


def faults(page: Any) -> list[str]:
    """The serious faults of what a browser shows, each with the element where it stands first."""
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in AXE.run(page).response["violations"]
        if each["impact"] in ("serious", "critical")
    ]
