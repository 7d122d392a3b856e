"""The people of the station: a staff table, the application form, a sentence that names them."""

from __future__ import annotations

from fractions import Fraction

from verifier.counting.eligibility import Eligibility, eligible
from verifier.counting.eligibility.candidates import candidates
from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.matter import of_another_matter
from verifier.counting.flags import flag
from verifier.counting.papers.asked import earns
from verifier.counting.papers.own_words import is_official, may_tell
from verifier.facts.staff.texts import EITHER
from verifier.language.comparing_text import has_word, plain
from verifier.model import (
    LIAISON,
    STAFF,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Measure,
    Observed,
    Papers,
    Quantity,
    RuleSet,
    StaffTaking,
    Standing,
    Tally,
)

FULLTIME = "专职"
_TITLES = 3
"""titles of a paper that are its own: under a letterhead the third may say what it is of"""

Sighting = tuple[int, Observed, Fact[str], Eligibility]
"""rank of the paper (0 is the best), the paper, the person, whether it may count"""
Names = tuple[set[str], set[str], set[str]]
"""names as low, proposed and high see them"""


def count(cell: Indicator[StaffTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `staff` (distinct names) and `fulltime_liaison` (people marked 专职 and 联络员)."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    found: list[Sighting] = []
    for seen in candidates(papers):
        listed = [] if _of_others(seen, cell, rules) else _sightings(cell, seen, papers, rules)
        if listed and listed[0][3].reason:
            _, _, fact, door = listed[0]
            flags += door.flags
            evidence.append(Evidence(cell.id, seen.path, (fact,), "content", door.reason, "out"))
        else:
            found += listed
    if not found:
        return _by_counts(cell, papers, rules, evidence, flags)
    best = _best_rank(found)
    liaisons = _liaisons(found, best)
    evidence += (_evidence(cell, each, best, liaisons) for each in found)
    return _judged(cell, [each for each in found if each[0] == best], liaisons, evidence, flags)


def _sightings(cell: Indicator[StaffTaking], seen: Observed, papers: Papers, rules: RuleSet) -> list[Sighting]:
    rank = _rank(seen, cell, rules)
    doubts = of_another_matter(seen, rules, "人员名单", seen.document.pages[0].place if seen.document.pages else None)
    return [
        (rank, seen, fact, eligible(seen, cell, papers, rules, fact, doubts, name="人员名单"))
        for fact in seen.of(STAFF)
    ]


def _best_rank(found: list[Sighting]) -> int:
    """Of the papers that are surely the school's, else of all."""
    known = [each for each in found if each[3].standing != "open"]
    return min(rank for rank, *_ in known or found)


def _liaisons(found: list[Sighting], best: int) -> set[str]:
    """The names that any paper calls 联络员, and those whom a list of the best rank marks so."""
    told = {fact.value for _, seen, _, _ in found for fact in seen.of(LIAISON)}
    return told | {fact.value for rank, _, fact, _ in found if rank == best and fact.role == "liaison"}


def _evidence(cell: Indicator[StaffTaking], sighting: Sighting, best: int, liaisons: set[str]) -> Evidence:
    rank, seen, fact, door = sighting
    name = fact.value
    why = f"人员名单列有{fact.label}{'联络员' if name in liaisons else '工作人员'}（{fact.quote[:40]}）"
    own: Standing = door.standing if rank == best else "out"
    marked = ("fulltime_liaison",) if name in liaisons and fact.label == FULLTIME else ()
    return Evidence(cell.id, seen.path, (fact,), "content", why, own, name, measures=marked)


def _judged(
    cell: Indicator[StaffTaking],
    listed: list[Sighting],
    liaisons: set[str],
    evidence: list[Evidence],
    flags: list[Flag],
) -> Tally:
    """The measures of the people that the best papers list."""
    first = listed[0][2]
    names, fulltime = _people(listed), _people(listed, FULLTIME)
    flags += next((door.flags for *_, fact, door in listed if fact.value in names[2] - names[1]), ())
    flags += next((door.flags for *_, door in listed if door.standing == "counted"), ())
    flags += _untold(cell, [fact for *_, fact, _ in listed if fact.label == EITHER and fact.value in liaisons])
    if earns(cell, "staff", len(names[2])) and fulltime[2] and not liaisons:
        text = "名单中有专职人员，但没有写明谁是联络员，请确认专职联络员"
        flags.append(flag("judgement-required", cell.id, text, first.place))
        return Tally(
            tuple(evidence),
            (_measure("staff", names), _measure("fulltime_liaison", (set(), set(), set()))),
            tuple(flags),
            open_to_max=True,
            settled=False,
        )
    marked = (fulltime[0] & liaisons, fulltime[1] & liaisons, fulltime[2] & liaisons)
    return Tally(tuple(evidence), (_measure("staff", names), _measure("fulltime_liaison", marked)), tuple(flags))


def _untold(cell: Indicator[StaffTaking], liaisons: list[Fact[str]]) -> list[Flag]:
    """The question about liaisons of whom nobody can tell which box is ticked."""
    text = "看不出勾选的是专职还是兼职，请打开原件确认"
    return [flag("judgement-required", cell.id, f"“{fact.quote[:40]}”{text}", fact.place) for fact in liaisons[:1]]


def _people(listed: list[Sighting], label: str | None = None) -> Names:
    """The names that low, proposed and high see; with a label only those of people so marked."""
    wanted = [each for each in listed if label is None or each[2].label in (label, EITHER)]
    some = [(fact.value, _standing(fact, door, label)) for *_, fact, door in wanted]
    firm = {name for name, standing in some if standing == "firm"}
    counted = firm | {name for name, standing in some if standing == "counted"}
    return firm, counted, counted | {name for name, standing in some if standing == "open"}


def _standing(fact: Fact[str], door: Eligibility, label: str | None) -> Standing:
    return "open" if label is not None and fact.label == EITHER else door.standing


def _measure(name: str, people: Names) -> Measure:
    low, proposed, high = (Fraction(len(names)) for names in people)
    return Measure(name, low, proposed, high)


def _of_others(seen: Observed, cell: Indicator[StaffTaking], rules: RuleSet) -> bool:
    """Whether a list is of guests, judges, trainees or interns, or stands in a paper that does not tell of staff.

    Any paper tells of staff whose title names those of the station, as a notice may.
    """
    titles = plain(" ".join(title.value for title in seen.titles[:_TITLES]))
    listed = any(kind in cell.takes.documents for kind in seen.types)
    names_staff = has_word(titles, cell.names) and has_word(titles, rules.words.judging.own_voice)
    of_another_kind = bool(seen.types) and seen.types[0] in rules.words.judging.other_papers and not names_staff
    own = cell.takes.own_lists.any.search(titles)
    is_own = own is not None and not has_word(titles[: own.start()], cell.takes.of_many)
    other = cell.takes.own_lists.any.sub("", titles) if is_own else titles
    return has_word(other, cell.takes.against) or (of_another_kind and not listed)


def _rank(seen: Observed, cell: Indicator[StaffTaking], rules: RuleSet) -> int:
    listed = cell.takes.documents
    ranks = [listed.index(kind) for kind in seen.types if kind in listed]
    broad = any(kind in rules.words.judging.broad_papers for kind in seen.types)
    return min(ranks, default=len(listed) - 1 if broad else 0)


def _by_counts(
    cell: Indicator[StaffTaking], papers: Papers, rules: RuleSet, evidence: list[Evidence], flags: list[Flag]
) -> Tally:
    """A paper that gives numbers of staff without their names leaves the question to a person."""
    kinds = (*cell.takes.documents, *rules.words.judging.broad_papers)
    for seen in candidates(papers):
        told = _number_of_staff(seen, rules)
        if told is None or not may_tell(seen, kinds, rules) or _of_others(seen, cell, rules):
            continue
        nameless = Doubt("judgement-required", "open", "只有工作人员人数，没有姓名", "请补充工作人员名单", told.place)
        door = eligible(seen, cell, papers, rules, told, (nameless,))
        why = door.reason or f"只写明人数“{told.label} {told.quote}”"
        flags += door.flags[-1:]  # what is missing goes before what is not clear
        evidence.append(Evidence(cell.id, seen.path, (told,), "content", why, door.standing))
        if door.standing == "open":
            return Tally(tuple(evidence), (), tuple(flags), open_to_max=True)
    return Tally(tuple(evidence), (), tuple(flags))


def _number_of_staff(seen: Observed, rules: RuleSet) -> Fact[Quantity] | None:
    lines = {line.place: line.text for line in seen.document.lines}
    words = rules.words.judging.staff_numbers
    return next(
        (
            fact
            for fact in seen.counts
            if fact.value.unit == "人"
            and any(word in plain(fact.label + fact.quote) for word in words)
            and not is_official(f"{lines.get(fact.place, '')} {fact.label}", rules)
            and not _is_official_cell(seen, fact, rules)
        ),
        None,
    )


def _is_official_cell(seen: Observed, fact: Fact[Quantity], rules: RuleSet) -> bool:
    cells = (cell for table in seen.document.tables for row in table.rows for cell in row if fact.quote in cell)
    return any(is_official(cell, rules) for cell in cells)
