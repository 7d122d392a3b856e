"""Employment agreements sent as papers, held against the roster: one dissolved or replaced bears out nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from verifier.counting.eligibility.candidates import candidates
from verifier.counting.flags import first_places, flag
from verifier.counting.people.rosters.same_person import Register, find_named, nearly
from verifier.language.comparing_text import plain
from verifier.language.identity_numbers import mask_name
from verifier.model import AGREEMENT, Agreement, Employer, Fact, Flag, Indicator, Papers, RosterRow

Overruled = tuple[RosterRow, Fact[Agreement]]
"""a row of a roster, and the agreement of that person by which it no longer holds"""


@lru_cache(maxsize=4)
def agreements(papers: Papers) -> tuple[Fact[Agreement], ...]:
    """Every agreement that the papers of the bundle are, in the order of the files."""
    return tuple(fact for seen in candidates(papers) for fact in seen.of(AGREEMENT))


def signed_by(people: Register, papers: Iterable[Fact[Agreement]]) -> Mapping[int, list[Fact[Agreement]]]:
    """The agreements of each person of a register, by the person's number.

    By the keys of the agreement; where it has none, by a name that one person alone bears.
    """
    found: dict[int, list[Fact[Agreement]]] = {}
    for fact in papers:
        person = fact.value.person
        at = find_named(fact, people)
        if at is None and not (person.resident_id or person.student_number or person.candidate_number):
            alike = {number for _, number in people.named(person.name)}
            at = alike.pop() if len(alike) == 1 else None
        if at is not None:
            found.setdefault(at, []).append(fact)
    return found


def overruling(row: RosterRow, signed: Sequence[Fact[Agreement]]) -> Fact[Agreement] | None:
    """The agreement of the row's person by which the row no longer holds, else None.

    It ended and none was signed with this employer after it; or one with another employer was signed later.
    """
    with_it = [fact for fact in signed if _is_with(fact.value, row)]
    if dissolved := _dissolved(with_it):
        return dissolved
    elsewhere = [fact for fact in signed if fact not in with_it and not fact.value.ended]
    return _latest(fact for fact in elsewhere if with_it and _is_later(fact, with_it))


def _dissolved(with_it: Sequence[Fact[Agreement]]) -> Fact[Agreement] | None:
    """The last agreement with an employer that ended, unless one that holds was signed after all that did."""
    ended = [fact for fact in with_it if fact.value.ended]
    live = [fact for fact in with_it if not fact.value.ended]
    return None if any(_is_later(fact, ended) for fact in live) else _latest(ended)


def _latest(found: Iterable[Fact[Agreement]]) -> Fact[Agreement] | None:
    return max(found, key=lambda fact: str(_day(fact)), default=None)


def overruled_flags(cell: Indicator, overruled: Iterable[Overruled]) -> Iterator[Flag]:
    """`judgement-required` for each roster that counts people where their agreement holds no more."""
    by_file: dict[str, list[Overruled]] = {}
    for row, fact in overruled:
        by_file.setdefault(row.place.file, []).append((row, fact))
    for same in by_file.values():
        who = first_places(f"{mask_name(row.person.name)}（{row.place}）见{fact.place}" for row, fact in same)
        text = f"{len(same)}人的就业协议已解除或改签，而花名册仍列在原单位：{who}，没有计入{cell.name}，请核实"
        yield flag("judgement-required", cell.id, text, same[0][0].place)


def _is_with(agreement: Agreement, row: RosterRow) -> bool:
    """Whether an agreement is with the employer of the row; where one of them names none it may be."""
    employer: Employer = agreement.employer
    code = row.values.get("credit_code", "")
    if code and code == employer.credit_code:
        return True
    left, right = _bare(employer.name), _bare(row.values.get("employer", ""))
    return not left or not right or left in right or right in left or nearly(left, right)


def _bare(name: str) -> str:
    return "".join(letter for letter in plain(name) if letter not in "()")


def _is_later(fact: Fact[Agreement], others: Iterable[Fact[Agreement]]) -> bool:
    """Whether an agreement was signed after what the others bear as their day; an unknown day is never later."""
    day = _day(fact)
    days = [_day(other) for other in others]
    return day is not None and all(other is not None and day > other for other in days)


def _day(fact: Fact[Agreement]) -> date | None:
    return fact.value.day.start if fact.value.day else None
