"""The tables of people of a bundle: what each was taken for, what told it, and how it goes with the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from verifier.counting.people.rosters.graduating_class import Told, wanted_sides
from verifier.counting.people.rosters.rosters_sent import Purpose, SentRoster, cohorts, cohorts_of_last_year, named_rows
from verifier.counting.people.rosters.same_person import Register
from verifier.counting.people.totals.totals import name_of, speaks
from verifier.model import (
    Papers,
    PeopleTaking,
    RosterSummary,
    RuleSet,
)

_PURPOSES: Mapping[Purpose, str] = {
    "unclear": "看不出是不是全体学生的名单",
    "part": "部分学生的名单，不是全体",
    "training": "参加培训的学员",
    "platform": "就业服务平台的注册用户",
    "survey": "问卷的答卷",
    "internship": "实习学生名单",
    "other": "其他名单",
}
_TOLD: Mapping[Told, str] = {
    "rows": "各行的毕业时间",
    "title": "标题或同一工作簿的其他表",
    "grade": "各行的年级和学制",
    "name": "只有文件名",
    "": "没有写明届别",
}


def rolls(papers: Papers, rules: RuleSet) -> tuple[RosterSummary, ...]:
    """Every table of people, those of `--last-year` after the bundle's own, in the order of the files."""
    return (*_of(cohorts(papers, rules), rules), *_of(cohorts_of_last_year(papers, rules), rules))


def _of(tables: tuple[SentRoster, ...], rules: RuleSet) -> Iterator[RosterSummary]:
    met: dict[str, _Kind] = {}
    for each in tables:
        year, names = _class_of(each), _taken_for(each, rules)
        kinds = [met.setdefault(f"{year}{name}", _Kind()) for name in names]
        joined = next((said for kind in kinds if (said := kind.joined(each))), "")
        for kind in kinds:
            kind.tables.append(each)
        yield _summary(each, f"{year}{'、'.join(names)}", joined)


def _class_of(each: SentRoster) -> str:
    """The class before the name of what a table was taken for: 2024届."""
    return f"{each.class_year}届" if each.class_year and each.purpose == "class" and each.side != "enrolled" else ""


def _summary(each: SentRoster, taken_for: str, joined: str) -> RosterSummary:
    of_class = each.purpose == "class" and each.side == "graduates"
    return RosterSummary(
        place=each.roster.place,
        title=each.roster.title,
        taken_for=taken_for,
        told_by=_TOLD[each.told] if of_class else "",
        columns=each.roster.columns,
        unknown_headers=each.roster.unknown_headers,
        rows=len(each.roster.rows),
        left_out=tuple(Counter(reason for _, reason in each.roster.left_out).most_common()),
        joined=joined,
    )


def _taken_for(each: SentRoster, rules: RuleSet) -> tuple[str, ...]:
    if each.purpose != "class":
        return (_PURPOSES[each.purpose],)
    cells = [
        cell
        for cell in rules.indicators
        if isinstance(cell.takes, PeopleTaking)
        and each.side in wanted_sides(cell.takes.documents)
        and speaks(each, cell)
    ]
    names = tuple(dict.fromkeys(name_of(cell, rules) for cell in cells))
    return names or ("在校生名单" if each.side == "enrolled" else "毕业生名单",)


@dataclass(slots=True)
class _Kind:
    """The tables that were taken for one thing."""

    tables: list[SentRoster] = field(default_factory=list)
    _people: Register = field(default_factory=Register)
    _added: int = 0
    """of how many tables the people are in the register"""

    def joined(self, each: SentRoster) -> str:
        """How many people of a further table are new; '' for the first one, and for lists that are never joined."""
        if not self.tables or each.purpose in ("part", "unclear", "other"):
            return ""
        for table in self.tables[self._added :]:
            self._add(table)
        known = len(self._people)
        old = self._add(each)
        new = len(self._people) - known
        others = "、".join(dict.fromkeys(str(other.roster.place) for other in self.tables))
        if not new:
            return f"与{others}是同一批人，不增加人数" if old else ""
        if not old:
            return f"与{others}合并：{new}人都不重复"
        return f"与{others}合并：新增{new}人，{old}人已在其中"

    def _add(self, table: SentRoster) -> int:
        """Adds the people of a table; how many of its rows are of people who were there before."""
        self._added += 1
        known = len(self._people)
        return sum(self._people.add(row) < known for row in named_rows(table.rows))
