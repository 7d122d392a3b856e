"""A size that papers state: the area of an office, the seats of a training room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from verifier.counting.eligibility import Eligibility, eligible
from verifier.counting.eligibility.candidates import candidates, hinted, is_picture
from verifier.counting.eligibility.matter import of_another_body, title_of
from verifier.counting.eligibility.whose import is_others
from verifier.counting.flags import first_places, flag
from verifier.counting.papers.allotted_rooms import is_allotted
from verifier.counting.papers.around_sizes import cells_of, line_of, piece_with, row_of, sentence_of, told_of
from verifier.counting.papers.form_points import claims, is_wording, told_to
from verifier.counting.papers.former_sizes import after_change, current, is_given_up
from verifier.counting.papers.other_offices import names_other_office
from verifier.counting.papers.own_words import asks_for, goes_through_points, is_broad, is_not_there, may_tell
from verifier.counting.papers.whose_place import names_only_others
from verifier.facts.schools import find_schools
from verifier.language.comparing_text import has_groups, plain, says_any
from verifier.model import (
    AREA,
    STANDINGS,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Measure,
    Observed,
    Papers,
    Place,
    Quantity,
    RuleSet,
    Standing,
    StatedSizeTaking,
    Tally,
)

_AREA_WORDS = re.compile(r"(?:总|使用|建筑|套内|实用|室内|占地|面积|约|为|是|共|计|达|有|:)+$")
_NOTICE = "notice"
_IN_BUILDING = re.compile(r"(?:实训|培训|会议|招聘|公司|企业|实验室?)(?:大?楼|大厦)")
"""a building says nothing of the room in it: 实训楼A座204"""
_ROOMS = ("个", "间", "处", "所", "室")
"""units in which rooms are counted; a bare number in a table may count the things in them"""
_WHOLE = re.compile(r"总(?:建筑|使用)?面积|占地(?:面积)?[约为:]?$")
Sighting = tuple[int, Observed, Fact[Quantity], Eligibility]
"""rank of the paper (0 is the best), the paper, the quantity, whether it may count"""


def count(cell: Indicator[StatedSizeTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure is the size in the best paper; low and high are the least and the most of all papers."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    sightings: list[Sighting] = []
    mute: list[Observed] = []
    for seen in candidates(papers):
        sizes = stated(seen, cell, papers, rules)
        is_own = not sizes or _is_schools_own(seen, cell, papers, rules)
        doubts = () if is_own else of_another_body(seen, rules, "场地", sizes[0].place)
        doors = [eligible(seen, cell, papers, rules, fact, doubts) for fact in sizes]
        if doors and doors[0].reason:
            flags += doors[0].flags
            evidence.append(_evidence(cell, seen, sizes[0], "out"))
        elif sizes:
            sightings += [(_rank(seen, cell), seen, fact, door) for fact, door in zip(sizes, doors, strict=True)]
        elif _speaks(seen, cell, papers, rules) and not is_others(seen, papers, rules):
            mute.append(seen)
    if not sightings:
        return _without_size(cell, mute, evidence, flags)
    evidence += [_evidence(cell, seen, fact, door.standing, rank) for rank, seen, fact, door in sightings]
    flags += _doubts(cell, sightings)
    return Tally(tuple(evidence), (_measure(cell, sightings),), tuple(flags))


def _measure(cell: Indicator[StatedSizeTaking], sightings: list[Sighting]) -> Measure:
    """Of each paper its largest size: the best paper's in proposed, the least and the most in low and high."""
    counted = [each for each in sightings if each[3].standing != "open"]
    sure = [each for each in counted if each[3].standing == "firm"]
    best = min((rank for rank, *_ in counted), default=0)
    chosen = _by_file([each for each in counted if each[0] == best])
    return Measure(
        cell.takes.measure,
        min(_by_file(counted), default=None) if sure else None,
        max(chosen, default=None),
        max(_by_file(sightings)),
    )


def _by_file(sightings: list[Sighting]) -> list[Fraction]:
    sizes: dict[str, Fraction] = {}
    for _, seen, fact, _ in sightings:
        sizes[seen.path] = max(sizes.get(seen.path, Fraction(0)), _number(fact))
    return list(sizes.values())


def _doubts(cell: Indicator, sightings: list[Sighting]) -> list[Flag]:
    flags = []
    if len(set(_by_file(sightings))) > 1:
        told = first_places(f"{fact.place}写明{fact.quote.strip()}" for _, _, fact, _ in sightings)
        text = f"几份材料写的数值不一致：{told}，请核对"
        flags.append(flag("totals-disagree", cell.id, text, sightings[0][2].place))
    best = min((door for *_, door in sightings), key=lambda door: STANDINGS.index(door.standing))
    return [*flags, *best.flags]


def stated(seen: Observed, cell: Indicator[StatedSizeTaking], papers: Papers, rules: RuleSet) -> list[Fact[Quantity]]:
    """The quantities of a paper that measure what the cell asks for."""
    kinds = (*cell.takes.documents, *cell.takes.also_documents)
    if not may_tell(seen, kinds, rules) and not _is_schools_own(seen, cell, papers, rules):
        return []
    sizes = [fact for fact in _sizes(seen) if _is_own_size(fact, seen, cell, papers, rules)]
    told = told_to(seen, cell, rules)
    named = [fact for fact in sizes if _measures(fact, seen, cell, told, rules)]
    # of several rooms those that are for what the cell asks, where some are called so and not by the title alone
    named = [fact for fact in named if has_groups(_about(fact, seen, told), cell.takes.words)] or named
    named = [fact for fact in named if not _is_beside_the_stations(fact, seen, named, rules)]
    if named or cell.takes.words:
        lines = [(fact, line_of(seen, fact)) for fact in named]
        others = [fact for fact in sizes if fact not in named]
        lines += [(fact, line_of(seen, fact)) for fact in after_change(lines, others, rules)]
        return current(lines, rules)
    return _only_size(sizes, seen, cell, rules)


def _is_schools_own(seen: Observed, cell: Indicator[StatedSizeTaking], papers: Papers, rules: RuleSet) -> bool:
    """Whether a paper of no known kind, or a notice, is the school's and speaks of a room for what the cell asks."""
    is_known = bool(seen.types) and seen.types[0] in {*rules.words.judging.other_papers} - {_NOTICE}
    is_own = any(fact.value == papers.school and fact.role == "subject" for fact in seen.schools)
    used_for = [group[0] for group in cell.takes.words]
    told = says_any(seen.document.text, used_for) if used_for else says_any(title_of(seen), cell.takes.measured)
    return not is_known and is_own and told


def _is_own_size(
    fact: Fact[Quantity], seen: Observed, cell: Indicator[StatedSizeTaking], papers: Papers, rules: RuleSet
) -> bool:
    """Whether a quantity is in a unit of the cell, and not what the form or a rule asks for, nor of another thing."""
    if fact.value.unit not in cell.takes.units or fact.place.file != seen.path:
        return False
    line = line_of(seen, fact)
    told = told_of(fact, line, rules) if is_broad(seen.types, rules) else line
    said = "。".join((told, *fact.label.split()))  # 合计 and 划归 are not 计划
    if asks_for(said, rules) or is_wording(line, fact.quote, cell, rules) or is_not_there(said, seen, rules):
        return False
    if is_given_up(line, fact.quote, rules):
        return False
    if fact.kind == AREA and (is_of_building(fact, line, rules) or names_other_office(cells_of(seen, fact), rules)):
        return False
    others_row = not is_others(seen, papers, rules) and names_only_others(row_of(seen, fact), papers, rules)
    return not others_row and not _is_of_another_school(said, seen, papers, rules)


def _is_of_another_school(said: str, seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether a text speaks of a school that the paper itself is not of."""
    own = {papers.school} | {fact.value for fact in seen.schools if fact.role == "subject"}
    others = {found.value for found in find_schools(said, rules.words)} - own
    return says_any(said, rules.words.judging.others_voice) or bool(others)


def _only_size(
    sizes: list[Fact[Quantity]], seen: Observed, cell: Indicator[StatedSizeTaking], rules: RuleSet
) -> list[Fact[Quantity]]:
    """The one size of a paper that its title, or of a proof that its text, says to be about the thing.

    A proof that names the station and nothing else is of its rooms.
    """
    takes = cell.takes
    title = next((fact.value for fact in seen.titles), "")
    is_proof = seen.types[:1] == takes.documents[:1]
    is_of_other = not is_proof and says_any(title, takes.not_measured)
    text = seen.document.text
    of_station = is_proof and says_any(text, rules.words.judging.station) and not says_any(text, takes.not_measured)
    if is_of_other or not (of_station or says_any(text if is_proof else title, takes.measured)):
        return []
    sizes = current([(fact, line_of(seen, fact)) for fact in sizes], rules)
    free = [fact for fact in sizes if not says_any(fact.label + fact.quote, takes.not_measured)]
    return free if len(free) == 1 else []


def _measures(
    fact: Fact[Quantity],
    seen: Observed,
    cell: Indicator[StatedSizeTaking],
    told_to: Mapping[Place, str],
    rules: RuleSet,
) -> bool:
    """Whether a size is called what the cell asks for, and nothing else.

    `told_to`: what lines and cells are of, by words that stand elsewhere.
    """
    asked = told_to.get(fact.place, "")
    takes = cell.takes
    line = line_of(seen, fact)
    piece = piece_with(fact, line)
    if not _is_called(fact, line, piece, cell):
        piece = piece_with(fact, sentence_of(seen, fact)) or piece
    row = row_of(seen, fact)
    told: tuple[str, ...] = (piece, fact.label)
    if not _is_called(fact, line, piece, cell) and not says_any(asked, _many_lettered(takes.measured)):
        if fact.kind != AREA or not (says_any(row, takes.measured) or _is_of_station(row, seen, cell, rules)):
            return False
        # what a row of a list is of may stand in any of its cells, and so may what speaks against it
        told = (piece, fact.label, row)
    if any(says_any(_IN_BUILDING.sub("", text), takes.not_measured) for text in told):
        return False
    titles = " ".join(title.value for title in seen.titles)
    return not takes.words or bool(has_groups(f"{_about(fact, seen, told_to)} {titles}", takes.words))


def _is_of_station(row: str, seen: Observed, cell: Indicator[StatedSizeTaking], rules: RuleSet) -> bool:
    """Whether a row is the station's in a list that is, by its title, of the rooms that the cell asks for."""
    return says_any(row, rules.words.judging.station) and says_any(title_of(seen), cell.takes.measured)


def _is_beside_the_stations(fact: Fact[Quantity], seen: Observed, named: list[Fact[Quantity]], rules: RuleSet) -> bool:
    """Whether the row of a list of many bodies' rooms names another than the station, whose row is there too."""
    station = rules.words.judging.station
    rows = [row_of(seen, each) for each in named]
    row = row_of(seen, fact)
    return (
        bool(row) and not says_any(f"{row}{title_of(seen)}", station) and any(says_any(each, station) for each in rows)
    )


def _about(fact: Fact[Quantity], seen: Observed, told_to: Mapping[Place, str]) -> str:
    """What stands about a size, but for the titles."""
    return f"{fact.label}{fact.quote} {line_of(seen, fact)} {row_of(seen, fact)} {told_to.get(fact.place, '')}"


def _is_called(fact: Fact[Quantity], line: str, piece: str, cell: Indicator[StatedSizeTaking]) -> bool:
    """Whether words about a size, its unit, or a room named beside it say what it measures."""
    takes = cell.takes
    measured = _many_lettered(takes.measured)
    rooms = [word for group in takes.words for word in group]
    beside = (f"{fact.quote}{word}" for word in rooms), (f"{word}({fact.quote})" for word in rooms)
    said = any(says_any(text, measured) for text in (fact.label + fact.quote, piece))
    return said or fact.value.unit in takes.measured or any(says_any(line, names) for names in beside)


def _many_lettered(words: Iterable[str]) -> list[str]:
    """A measured word of one character is a unit, since 座 stands in 讲座 too; 200人报告厅 tells by what follows."""
    return [word for word in words if len(word) > 1]


def is_of_building(fact: Fact[Quantity], line: str, rules: RuleSet) -> bool:
    """Whether an area is that of the whole building in which a room is, by the words before it or its cell's label."""
    before = plain(line)[: max(0, plain(line).find(plain(fact.quote)))] or plain(fact.label.split(" ")[-1])
    sentence = re.split(r"[。;]", before)[-1]
    subject = _AREA_WORDS.sub("", sentence).rstrip(",:")
    clause = re.split(r"[,:]", subject)[-1]
    if clause.endswith("(") or _WHOLE.search(sentence):
        clause = re.split(r"[在于]", clause)[-1]
    return rules.words.judging.of_buildings.any.search(clause) is not None


def _rank(seen: Observed, cell: Indicator[StatedSizeTaking]) -> int:
    """Where the paper's type stands in the rule's order; a paper of no type, or one about places, ranks as a proof."""
    listed = cell.takes.documents
    ranks = [listed.index(kind) for kind in seen.types if kind in listed]
    if ranks:
        return ranks[0]
    return 0 if not seen.types or seen.types[0] in cell.takes.also_documents else len(listed)


def _speaks(seen: Observed, cell: Indicator[StatedSizeTaking], papers: Papers, rules: RuleSet) -> bool:
    """Whether a paper without the size is about the thing: a photo or a paper filed for it, an answer to its point."""
    takes = cell.takes
    if goes_through_points(seen, rules) and claims(seen, cell, rules):
        return True
    if may_tell(seen, takes.documents, rules) and any(
        _is_of_another_unit(fact, seen, cell, rules) for fact in _sizes(seen)
    ):
        return True
    if is_picture(seen):
        return hinted(seen, cell.id, papers)
    if is_allotted(seen, cell, rules):
        return True
    is_proof = seen.types[:1] == takes.documents[:1]
    # what is filed for the cell may tell of the room without being a proof, where its title names it
    if not is_proof and not (hinted(seen, cell.id, papers) and {*seen.types[:1]} & {*takes.also_documents}):
        return False
    text = plain(seen.document.text) if is_proof else title_of(seen)
    return bool(has_groups(text, takes.words)) if takes.words else says_any(text, takes.measured)


def _sizes(seen: Observed) -> tuple[Fact[Quantity], ...]:
    return (*seen.of(AREA), *seen.counts)


def _is_of_another_unit(
    fact: Fact[Quantity], seen: Observed, cell: Indicator[StatedSizeTaking], rules: RuleSet
) -> bool:
    """Whether rooms are counted, or measured, that are called what the cell asks for: 培训场地2个，共180平方米."""
    line = line_of(seen, fact)
    is_size = fact.value.number > 0 and (fact.kind == AREA or plain(fact.quote).endswith(_ROOMS))
    if not is_size or fact.value.unit in cell.takes.units or is_wording(line, fact.quote, cell, rules):
        return False
    if asks_for(line, rules) or is_not_there(line, seen, rules) or is_given_up(line, fact.quote, rules):
        return False
    before = plain(line)[: max(0, plain(line).find(plain(fact.quote)))]
    names = tuple(map(plain, cell.names))
    return any(_AREA_WORDS.sub("", text).endswith(names) for text in (before, plain(fact.label)))


def _without_size(cell: Indicator, mute: list[Observed], evidence: list[Evidence], flags: list[Flag]) -> Tally:
    for seen in mute:
        picture = is_picture(seen)
        why = "照片没有写明数值" if picture else "材料没有写明数值"
        evidence.append(Evidence(cell.id, seen.path, (), "name-only" if picture else "content", why, "open"))
    papers_ = [seen for seen in mute if not is_picture(seen)]
    if papers_:
        text = f"材料没有写明{cell.name}的数值，请补充写明数值的证明"
        flags.append(flag("partial-evidence", cell.id, text, _beginning(papers_[0])))
    elif mute:
        text = "只有照片，不能确定数值，请补充写明数值的证明"
        flags.append(flag("content-unconfirmed", cell.id, text, _beginning(mute[0])))
    return Tally(tuple(evidence), (), tuple(flags), open_to_max=bool(mute))


def _beginning(seen: Observed) -> Place:
    """Where a paper begins; a workbook has no pages."""
    return seen.document.pages[0].place if seen.document.pages else Place(seen.path)


def _evidence(cell: Indicator, seen: Observed, fact: Fact[Quantity], standing: Standing, rank: int = 0) -> Evidence:
    told = f"{fact.label}{fact.quote}"
    if fact.label in fact.quote or " " in fact.label:  # of a sentence what stands around the number is known, not where
        told = fact.quote
    about = f"（{fact.label.replace(' ', '…')}）" if " " in fact.label else ""
    why = f"写明“{told}”{about}"
    return Evidence(cell.id, seen.path, (fact,), "content", why, standing, value=_number(fact), rank=rank)


def _number(fact: Fact[Quantity]) -> Fraction:
    number: Fraction = fact.value.number
    return number
