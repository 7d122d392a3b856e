"""A form's table → the data of a rule set's files, with marks where people have to write or to look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from verifier.model import Indicator, RuleSet, TitledPartsTaking, measures_of
from verifier.rules.unfilled import TO_CHECK, TO_FILL
from verifier.starting.clauses import SHARES, Counted, is_read, most_points, tiers
from verifier.starting.likeness import like
from verifier.starting.table import FormTable, Row, squeezed

Data = dict[str, Any]

_WEIGHT = re.compile(r"[(]?权重[:]?(\d+(?:\.\d+)?)%[)]?")
_SHARE = re.compile(r"\d%")
_POINTS = re.compile(r"[(]\d+分[)]$")
_DAY = r"(20\d\d)年(\d{1,2})月(\d{1,2})日"
_SCALE = {"at": f"{TO_FILL}总分标尺的刻度，每个等次和奖补开始的分数一行", "text": f"{TO_FILL}等次", "award": ""}
_VERBS = "留来在赴驻到回返"
"""before the one character by which a place is called for short: 留甲, 驻甲高校"""
_FORM_TEXTS = (("annex1", "title"), ("annex3", "title"), ("letter", "title"), ("letter", "opening"), ("no_award",))
"""texts of the model's forms that name its policy"""


@dataclass(frozen=True, slots=True)
class Source:
    """What a new rule set is drawn up from."""

    table: FormTable
    policy: str
    model: RuleSet
    head: Data
    """`ruleset.yaml` of the model as it is written"""
    cells: Mapping[str, Data]
    """cell of the model → as it is written"""
    form: Data | None

    @property
    def is_at_home(self) -> bool:
        """Whether the form is of the model's own region."""
        return self.model.region in squeezed(self.table.title)

    def local(self) -> tuple[str, ...]:
        """Names of the model's region, which are wrong in another; none where it is the same."""
        places = self.model.words.places
        short = [f"{verb}{character}" for character in self.model.region for verb in _VERBS]
        own = (self.model.region, *short, *places.names, places.province, places.code_prefix)
        return () if self.is_at_home else own


def groups(source: Source) -> Iterator[tuple[str, Data]]:
    """The id of each group and its file."""
    every = [tuple(rows) for _, rows in groupby(source.table.rows, key=lambda row: row.under)]
    for id_, rows in zip(_ids(every), every, strict=True):
        plain = squeezed(rows[0].group)
        weight = _WEIGHT.search(plain)
        called = _POINTS.sub("", _WEIGHT.sub("", plain)) or f"{TO_FILL}组名"
        cells = [_cell(row, f"{id_}.{index}", called, source) for index, row in enumerate(rows, 1)]
        yield (
            id_,
            {
                "id": id_,
                "name": called,
                "weight": f"{weight[1]}%"
                if weight
                else f"{TO_FILL}本组权重，如 20%；各组之和100%，每组各项满分之和100",
                "indicators": cells,
            },
        )


def _ids(every: Sequence[Sequence[Row]]) -> tuple[str, ...]:
    """The form's own numbers where each group has one, else those of the order."""
    numbers = tuple(dict.fromkeys(row.number for rows in every for row in rows))
    own = len(numbers) == len(every) and all(each.isdigit() for each in numbers)
    return numbers if own else tuple(str(at) for at in range(1, len(every) + 1))


def _cell(row: Row, id_: str, group: str, source: Source) -> Data:
    content, standard = ("".join(text.split()).strip("。；") for text in (row.content, row.standard))
    area = "".join(row.area.split()) or content
    known = like(row, source.model)
    is_rate = _SHARE.search(squeezed(standard)) is not None and not _counts_share(known, source)
    counted = _counted(None if is_rate else known, source)
    return {
        "id": id_,
        "name": content,
        "area": area,
        "max": most_points(standard),
        "short": "below-threshold",
        "short_at_zero": False,
        "bureau": False,
        "always_flag": [],
        "clause": {
            "cite": f"{source.table.label} {group}／{area}",
            "text": standard if content in standard else f"{content}，{standard}",
            "requirement": "".join(row.requirement.split()),
        },
        "names": [re.sub(r"[^\w]", "", content)[:12]],
        "takes": _rate(content) if is_rate else _takes(known, source),
        "readings": [
            {
                "id": "default",
                "text": f"{TO_FILL}这样读的理由，如“按条款原文”",
                "widens": True,
                "tiers": tiers(content, standard, counted),
            }
        ],
    }


def _counted(known: Indicator | None, source: Source) -> Counted:
    if known is None:
        return Counted((), {}, 1)
    parts = len(known.takes.parts) if isinstance(known.takes, TitledPartsTaking) else 1
    return Counted(measures_of(known.takes), source.model.measures, parts)


def _counts_share(known: Indicator | None, source: Source) -> bool:
    """Whether a way of counting gives a rate, by which alone a clause in percent can be scored."""
    counted = measures_of(known.takes) if known else ()
    return any(source.model.measures[each].unit in SHARES for each in counted if each in source.model.measures)


def _rate(content: str) -> Data:
    """The way of counting of a rate that no cell of the model gives: a paper states it by its name."""
    return {
        "kind": "stated-number",
        "measure": f"{TO_FILL}这个比率的编号，先写进 ruleset.yaml 的 measures，如 placement_rate",
        "documents": [f"{TO_FILL}写明这个比率的材料类型，不限的写 plain"],
        "units": ["%"],
        "measured": [f"{TO_CHECK}{content}"],
        "not_measured": [],
    }


def _takes(known: Indicator | None, source: Source) -> Data | str:
    if known is None:
        return f"{TO_FILL}怎样查找和计数，各种写法见 rules/README.md"
    text = f"{TO_CHECK}照 {source.model.id} 的 {known.id} {known.name} 起草，逐项核对后删去这一行"
    takes: Data = marked(source.cells[known.id]["takes"], source.local())
    return {"confirm": text, **takes}


def head(source: Source, id_: str) -> Data:
    """`ruleset.yaml`."""
    written = source.head
    period = {key: f"{TO_CHECK}{written['assessment'][key]}" for key in ("period_from", "period_to")}
    return {
        "format": written["format"],
        "id": id_,
        "title": f"{TO_CHECK}{re.sub(r'[（(]?[ _＿]*年度[）)]?', '', source.table.title).strip()}",
        "issued_by": f"{TO_FILL}发布机关",
        "region": written["region"] if source.is_at_home else f"{TO_FILL}地区名，如{written['region']}",
        "valid_from": _day(f"自{_DAY}", source.policy) or f"{TO_FILL}有效期开始的日期，如 2025-01-01",
        "valid_to": _day(f"有效期?(?:至|到){_DAY}", source.policy) or f"{TO_FILL}有效期结束的日期，如 2029-12-31",
        "assessment": {**written["assessment"], **period},
        "grades": [{"name": f"{TO_FILL}等次，每个分数段一行", "least": 0, "most": 100, "cite": f"{TO_FILL}出处：原文"}],
        "awards": [
            {"yuan": f"{TO_FILL}奖补金额，没有奖补的写 0", "least": 0, "most": 100, "cite": f"{TO_FILL}出处：原文"}
        ],
        "submission": {
            "cite": f'{TO_FILL}要求报送材料的条款，如 五（三）；不要求的写 ""，papers 写 []',
            "papers": [f"{TO_CHECK}{name}" for name in written["submission"]["papers"]],
        },
        "standards_cite": f'{TO_FILL}建站标准在政策中的位置；没有的写 ""',
        "standards": f"{TO_FILL}建站标准，逐条；没有的写 []",
        "measures": marked({key: written["measures"][key] for key in _measures(source)}, source.local()),
    }


def _measures(source: Source) -> list[str]:
    """Those that the cells count which are like one of the model, in the model's order."""
    known = [cell for row in source.table.rows if (cell := like(row, source.model))]
    counted = {name for cell in known for name in measures_of(cell.takes)}
    return [name for name in source.head["measures"] if name in counted]


def _day(expression: str, text: str) -> str:
    found = re.search(expression, text)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


def form(source: Source, ids: Sequence[str]) -> Data | None:
    """`form.yaml`: the table word for word, the other forms as the model has them."""
    if source.form is None:
        return None
    table = source.table
    rows = [_row(id_, row, before) for id_, row, before in zip(ids, table.rows, (None, *table.rows), strict=False)]
    own = {
        "label": table.label,
        "title": table.title,
        "school": table.school,
        "total": table.total,
        "columns": list(table.columns),
        "widths": list(table.widths),
        "rows": rows,
    }
    others = marked({key: value for key, value in source.form.items() if key not in own}, source.local())
    if not source.is_at_home:
        for keys in _FORM_TEXTS:
            _check(others, keys)
    return {**own, **others, "scale": [dict(_SCALE)]}


def _check(data: Data, keys: Sequence[str]) -> None:
    for key in keys[:-1]:
        data = data[key]
    text = data[keys[-1]]
    data[keys[-1]] = text if text.startswith(TO_CHECK) else f"{TO_CHECK}{text}"


def _row(id_: str, row: Row, before: Row | None) -> Data:
    """A row of the form, empty where its text is merged upward."""
    above = before if before is not None and before.under == row.under else Row("", "", "", "", "", "")
    columns = {"area": _new(row.area, above.area), "content": row.content}
    return {
        "indicator": id_,
        "number": _new(row.number, above.number),
        "group": _new(row.group, above.group),
        **(columns if row.area else {"area": row.content, "content": None}),
        "standard": row.standard,
        "requirement": _new(row.requirement, above.requirement),
    }


def _new(text: str, above: str) -> str:
    return "" if text == above else text


def marked(data: Any, local: Sequence[str]) -> Any:
    """The data with the mark to check before each text that has a name of the model's region."""
    if isinstance(data, str):
        return f"{TO_CHECK}{data}" if any(name in data for name in local) else data
    if isinstance(data, dict):
        return {key: marked(value, local) for key, value in data.items()}
    return [marked(each, local) for each in data] if isinstance(data, list) else data


def is_told(cell: Data) -> bool:
    """Whether the clause said the cell's tiers."""
    return is_read(cell["readings"][0]["tiers"])
