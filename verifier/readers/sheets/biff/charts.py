"""Charts of old workbooks ([MS-XLS] 2.1.7.20): titles, names of series, and the figures that are kept with them."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from verifier.readers.graphics import Graphic, chart_of
from verifier.readers.outcome import clean
from verifier.readers.sheets.biff.records import Record, within

_CHART = struct.pack("<HHHH", 0x0809, 16, 0x0600, 0x0020)
"""how a chart begins; what looks so by chance gives none"""
_SERIES, _TEXT, _BEGIN, _END = 0x1003, 0x100D, 0x1033, 0x1034
_INDEX, _NUMBER, _LABEL = 0x1065, 0x0203, 0x0204
_CATEGORIES = 2
"""what follows an index: values, names of categories, or sizes of bubbles"""

Show = Callable[[float, int], str]
"""a number and the index of its style → as it is shown"""


@dataclass(slots=True)
class _Chart:
    """A chart as far as its records have told it."""

    show: Show
    text_of: Callable[[bytes], str]
    titles: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    categories: dict[int, str] = field(default_factory=dict)
    values: dict[int, dict[int, str]] = field(default_factory=dict)
    kept: int = 0
    depth: int = 0
    of_series: int | None = None
    """depth at which a series began that has not ended"""

    def read(self, record: Record) -> None:
        data = record.data
        if record.kind in (_BEGIN, _END):
            self.depth += 1 if record.kind == _BEGIN else -1
            if self.of_series is not None and self.depth <= self.of_series:
                self.of_series = None
        elif record.kind == _SERIES:
            self.of_series = self.depth
            self.names.append("")
        elif record.kind == _TEXT and len(data) > 3:
            self._name(clean(self.text_of(data[2:])))
        elif record.kind == _INDEX and len(data) >= 2:
            self.kept = int.from_bytes(data[:2], "little")
        elif record.kind in (_NUMBER, _LABEL) and len(data) > 6:
            self._put(record)

    def _name(self, text: str) -> None:
        if self.of_series is None:
            self.titles.append(text)
        elif not self.names[-1]:
            self.names[-1] = text

    def _put(self, record: Record) -> None:
        point, series, style = struct.unpack_from("<HHH", record.data)
        if record.kind == _NUMBER:
            text = self.show(struct.unpack_from("<d", record.data, 6)[0], style) if len(record.data) >= 14 else ""
        else:
            length = int.from_bytes(record.data[6:8], "little")
            text = clean(self.text_of(bytes((min(length, 255),)) + record.data[8:]))
        if self.kept == _CATEGORIES:
            self.categories.setdefault(point, text)
        else:
            self.values.setdefault(series, {}).setdefault(point, text)

    @property
    def graphic(self) -> Graphic:
        columns = [self.values.get(number, {}) for number in range(len(self.names))]
        return chart_of(self.titles, self.names, self.categories, columns)


def charts_of(stream: bytes, start: int, end: int, show: Show, text_of: Callable[[bytes], str]) -> Iterator[Graphic]:
    """The charts that lie in a sheet which stands there in the stream, or that it is."""
    at = stream.find(_CHART, start, end)
    while at >= 0:
        chart = _Chart(show, text_of)
        for record in within(stream, at):
            chart.read(record)
        yield chart.graphic
        at = stream.find(_CHART, at + 1, end)
