"""What a page of the front door asks for, as it was typed or chosen."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from urllib.parse import urlencode

from verifier.bundle.formats import is_archive
from verifier.errors import UsageError
from verifier.review.front.memory import Order

YEARS = range(2000, 2101)


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of the page on which a check is ordered."""

    bundle: str = ""
    kind: str = ""
    """`one` school or `many`; '' before anybody said"""
    year: str = ""
    school: str = ""
    last_year: str = ""
    bureau_data: str = ""
    out: str = ""

    @classmethod
    def of(cls, sent: Mapping[str, str]) -> Asked:
        return cls(**{each.name: sent.get(each.name, "").strip() for each in fields(cls)})

    @classmethod
    def again(cls, order: Order) -> Asked:
        """As an order was given before."""
        kind, year = "many" if order.many else "one", str(order.year or "")
        last_year, held = str(order.last_year or ""), str(order.bureau_data or "")
        return cls(str(order.source), kind, year, order.school, last_year, held, str(order.out))

    @property
    def query(self) -> str:
        return urlencode(asdict(self))

    def order(self) -> Order:
        """What is ordered. Raises UsageError."""
        if not self.out:
            raise UsageError("请写明结果放在哪个文件夹")
        return Order(
            source=bundle_at(self.bundle),
            out=path_of(self.out),
            many=self.kind == "many",
            year=year_of(self.year),
            school="" if self.kind == "many" else self.school,
            last_year=there(self.last_year) if self.last_year else None,
            bureau_data=there(self.bureau_data) if self.bureau_data else None,
        )


def path_of(text: str) -> Path:
    """The path that was typed, also in the quotes in which Windows copies it. Raises UsageError."""
    path = Path(os.path.normpath(Path(text.strip().strip('"')).expanduser()))
    if not path.is_absolute() or "\0" in text:
        raise UsageError(f"“{text}”不是完整的路径，请从盘符或根目录写起，或点“浏览”选择")
    return path


def there(text: str) -> Path:
    """A path at which something lies. Raises UsageError."""
    path = path_of(text)
    try:
        found = path.exists()
    except OSError:  # a name that the system does not take
        found = False
    if not found:
        raise UsageError(f"找不到“{path}”，请检查路径")
    return path


def bundle_at(text: str) -> Path:
    """A folder or an archive. Raises UsageError for what is neither."""
    path = there(text)
    if path.is_file() and not is_archive(path):
        raise UsageError(f"“{path.name}”是一个文件，要选的是文件夹或压缩包。请把它放进一个文件夹，再选那个文件夹")
    return path


def year_of(text: str) -> int | None:
    """None where none was given. Raises UsageError."""
    if not text:
        return None
    if not text.isdecimal() or int(text) not in YEARS:
        raise UsageError(f"考核年度应是 {YEARS[0]} 至 {YEARS[-1]} 之间的数，例如 2024")
    return int(text)
