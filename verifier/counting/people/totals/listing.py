"""What became of every row behind a rate, so that a person can count again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from verifier.counting.people.rosters.rosters_sent import SentRoster
from verifier.counting.people.totals.totals import Sources
from verifier.model import RatePart, RateRow, RosterRow

RowOutcome = tuple[RatePart, str]
UNUSED: RowOutcome = ("out", "没有用到")


@dataclass(slots=True)
class Recount:
    """The fates of rows; each row is known by being itself, since two rows may say the same."""

    fates: dict[int, RowOutcome] = field(default_factory=dict)

    def put(self, row: RosterRow, part: RatePart, why: str) -> None:
        self.fates[id(row)] = (part, why)

    def put_all(self, rows: Iterable[RosterRow], part: RatePart, why: str) -> None:
        for row in rows:
            self.put(row, part, why)

    def leave_out(self, each: SentRoster, kept: Sequence[RosterRow], why: str) -> None:
        """Every row of a table that is not among those kept: other schools', without a name or key, or `why`."""
        counted, own = set(map(id, kept)), set(map(id, each.rows))
        for row in each.roster.rows:
            if id(row) in counted:
                continue
            if id(row) not in own:
                self.put(row, "out", f"是其他学校的：{row.values.get('school', '')}{row.values.get('campus', '')}")
            elif row.problem and not row.person.name:
                self.put(row, "out", f"不能使用：{row.problem}")
            else:
                self.put(row, "out", why)

    def put_base(self, sources: Sources, above: Mapping[int, str], part: RatePart = "both", below: str = "") -> None:
        """The people of the rosters that decide a total: those `above` the line by their number, with the reason."""
        if sources.people is None:
            return
        for at, row in enumerate(sources.people.rows):
            self.put(row, *((part, above[at]) if at in above else ("denominator", below)))
        for at, row in sources.people.again:
            self.put(row, "out", again(sources.people.rows[at]))
        for each in sources.tables:
            self.leave_out(each, sources.rows, "不是这一届的")

    def listed(self, tables: Iterable[SentRoster]) -> tuple[RateRow, ...]:
        """Every row of the tables, each table once, in their order."""
        found: list[RateRow] = []
        done: set[int] = set()
        for each in tables:
            if id(each.roster) in done:
                continue
            done.add(id(each.roster))
            for row in each.roster.rows:
                found.append(RateRow(row.place, row.person, *self.fates.get(id(row), UNUSED)))
        return tuple(found)


def again(first: RosterRow) -> str:
    """Why a further row of one person is out."""
    return f"同一人已计入：{first.place}"
