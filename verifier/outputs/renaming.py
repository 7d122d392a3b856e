"""Files whose names hold personal data bear other names in everything people see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def shown_names(result: Mapping[str, Any]) -> dict[str, str]:
    """Path → what people see of it, for the files whose names hold personal data."""
    return {file["path"]: file["shown"] for file in result.get("files") or () if file.get("shown")}


def renamed(data: Any, names: Mapping[str, str]) -> Any:
    """A record, or a part of it, in which files bear the names that people see."""
    if not names:
        return data
    if isinstance(data, Mapping):
        return {
            key: names.get(value, value)
            if key in ("path", "file") and isinstance(value, str)
            else renamed(value, names)
            for key, value in data.items()
        }
    return [renamed(each, names) for each in data] if isinstance(data, list | tuple) else data
