"""Which cells a paper's folder and name speak of, and what becomes of papers whose content speaks for none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from verifier.model import (
    NEVER_EVIDENCE,
    Evidence,
    Flag,
    Indicator,
    Observed,
    Papers,
    PhotosTaking,
    Place,
    PostsTaking,
    PublicFairTaking,
    Roster,
    RosterTaking,
    RuleSet,
    SourceFile,
    Tally,
    TextLine,
    against_of,
    asks_photo,
)

_HAN = re.compile(r"[\u4e00-\u9fff]")
_SIGN, _QUOTED = 6, 40
"""characters of a sign in a picture, or of a heading, that may be understood, at least; of its quote, at most"""
_OF_STAFF, _OF_STUDENTS = ("staff_number", "position", "employment_kind"), ("student_number", "candidate_number")
"""columns that only lists of those who work somewhere have, and columns that these have not"""
_MOST_HINTED = 2
"""cells that a name speaks of; one that speaks of more tells nothing"""


def hints(paths: tuple[str, ...], rules: RuleSet) -> Mapping[str, tuple[str, ...]]:
    """For each path the cells that its folders, else its own name, speak of; the deepest folder decides."""
    found = {}
    for path in paths:
        name = path.rpartition("/")[2].rsplit(".", 1)[0]
        found[path] = _cells_of_folders(path, rules) or _cells_of(name, rules)
    return {path: cells for path, cells in found.items() if cells}


def _cells_of_folders(path: str, rules: RuleSet) -> tuple[str, ...]:
    """The cells that the deepest folder speaks of that speaks of any."""
    folders = reversed(path.split("/")[:-1])
    return next(filter(None, (_cells_of(folder, rules) for folder in folders)), ())


def areas(path: str, rules: RuleSet) -> tuple[str, ...]:
    """The cells whose area of the form (评估指标) or group a folder of the path names."""
    for part in reversed(path.split("/")[:-1]):
        cells = tuple(cell.id for cell in rules.indicators if cell.area and cell.area in part)
        if cells:
            return cells
    return ()


def _cells_of(name: str, rules: RuleSet) -> tuple[str, ...]:
    """The cells that one name speaks of: its number at the front, else the cells with the longest word in it."""
    numbered = [cell.id for cell in rules.indicators if re.match(rf"\D{{0,3}}{re.escape(cell.id)}(?![\d.])", name)]
    if numbered:
        return tuple(numbered)
    lengths = {cell.id: max((len(word) for word in cell.names if word in name), default=0) for cell in rules.indicators}
    best = max(lengths.values(), default=0)
    return tuple(cell for cell, length in lengths.items() if length == best) if best else ()


@dataclass(frozen=True, slots=True)
class _Finding:
    """What a paper or a fault adds to a cell, or to the flags that no cell is concerned with."""

    cell: str | None
    flags: tuple[Flag, ...]
    evidence: tuple[Evidence, ...] = ()
    open_to_max: bool = False


def settle(
    papers: Papers, tallies: Mapping[str, Tally], file_flags: tuple[Flag, ...], rules: RuleSet
) -> tuple[Mapping[str, Tally], tuple[Flag, ...]]:
    """Papers that no cell's content takes: by name only, `misfiled` or `unassigned`; faults of files in their cells.

    Returns the completed tallies, and the flags that no cell is concerned with.
    """
    grown = {cell.id: tallies.get(cell.id, Tally()) for cell in rules.indicators}
    claimed = _claims(grown)
    top: list[Flag] = []

    def add(found: Iterable[_Finding]) -> None:
        for each in found:
            if each.cell is None:
                top.extend(each.flags)
            else:
                grown[each.cell] = _with(grown[each.cell], each)

    for seen in _to_settle(papers, claimed):
        if seen.path in claimed:
            add(_misfiled(seen, claimed[seen.path], papers, rules))
        else:
            add(_unclaimed(seen, papers, tallies, claimed, rules))
    files = {file.path: file for file in papers.files}
    for flag in file_flags:
        add(_fault(flag, files, papers.hints, grown))
    return grown, tuple(top)


def _claims(tallies: Mapping[str, Tally]) -> Mapping[str, list[str]]:
    """Path of a paper → the cells whose evidence it is."""
    claimed: dict[str, list[str]] = {}
    for cell_id, tally in tallies.items():
        for each in tally.evidence:
            claimed.setdefault(each.file, []).append(cell_id)
    return claimed


def _to_settle(papers: Papers, claimed: Mapping[str, list[str]]) -> Iterator[Observed]:
    """The papers but for copies, forms and policies, and papers whose pictures are taken for them."""
    albums = {seen.document.file.parent for seen in papers.observed if seen.path in claimed}
    for seen in papers.observed:
        copied = seen.path in papers.twins or (seen.path in albums and seen.path not in claimed)
        if not copied and not set(seen.types[:1]) & set(NEVER_EVIDENCE):
            yield seen


def _unclaimed(
    seen: Observed,
    papers: Papers,
    tallies: Mapping[str, Tally],
    claimed: Mapping[str, list[str]],
    rules: RuleSet,
) -> Iterator[_Finding]:
    told = _by_name(seen, papers, claimed, rules)
    for cell, evidence, flag in told:
        beside = _beside_papers(seen, cell, tallies.get(cell.id, Tally()))
        yield _Finding(cell.id, () if beside else (flag,), (evidence,), open_to_max=not beside)
    if not told and not _needs_no_cell(seen, claimed, rules):
        yield _Finding(
            None, (Flag("unassigned", "review", "看不出这份材料对应哪项指标，请确认是否需要", _place(seen)),)
        )


def _beside_papers(seen: Observed, cell: Indicator, tally: Tally) -> bool:
    """A photo beside a counted paper, in a cell that does not ask for photos: it illustrates and opens no question."""
    counted = any(each.standing in ("firm", "counted") for each in tally.evidence)
    return (
        seen.document.file.kind == "image"
        and counted
        and not asks_photo(cell)
        and not isinstance(cell.takes, PostsTaking)
    )


def _with(tally: Tally, found: _Finding) -> Tally:
    return replace(
        tally,
        evidence=(*tally.evidence, *found.evidence),
        flags=(*tally.flags, *found.flags),
        open_to_max=tally.open_to_max or found.open_to_max,
    )


def _misfiled(seen: Observed, claims: list[str], papers: Papers, rules: RuleSet) -> Iterator[_Finding]:
    """The flag for a paper in a folder of cells that it does not speak for; in its photo cell, else the first."""
    filed = _cells_of_folders(seen.path, rules)
    near = {*filed, *areas(seen.path, rules)}
    if seen.document.file.parent or not filed or near & set(claims):
        return
    known = {cell.id: cell for cell in rules.indicators}
    home = next((claim for claim in claims if asks_photo(known[claim])), claims[0])
    text = f"内容属于{home}“{known[home].name}”，却放在{'、'.join(filed)}的文件夹中，已按内容计入，请核对"
    yield _Finding(home, (Flag("misfiled", "review", text, _place(seen), home),))


def _by_name(
    seen: Observed, papers: Papers, claimed: Mapping[str, list[str]], rules: RuleSet
) -> list[tuple[Indicator, Evidence, Flag]]:
    """What a name alone says: it can only widen the cell, and only where the content does not speak against it."""
    if seen.document.file.parent in claimed or seen.known_screens or seen.posts:
        return []
    required = rules.words.judging.required_papers
    hinted = papers.hints.get(seen.path, ())
    if len(hinted) > _MOST_HINTED or any(kind in required for kind in seen.types[:1]):
        return []
    text = "".join(seen.document.text.split())
    cells = {cell.id: cell for cell in rules.indicators}
    fitting = (cells[each] for each in hinted if not _speaks_against(seen, text, cells[each], rules))
    return [(cell, *_named_only(seen, cell, rules)) for cell in fitting]


def _speaks_against(seen: Observed, text: str, cell: Indicator, rules: RuleSet) -> bool:
    """Whether what was read in a paper says that it is none of a cell's, whatever its name says."""
    if any(word in text for word in against_of(cell.takes)):
        return True
    if isinstance(cell.takes, RosterTaking) and seen.rosters and all(_is_of_staff(fact.value) for fact in seen.rosters):
        return True
    if isinstance(cell.takes, PublicFairTaking) and seen.screens:
        return True  # a screen that names a fair would be enough: this one names none
    of_fairs = isinstance(cell.takes, PhotosTaking) and {*cell.takes.events} & {*rules.words.photos.fairs}
    if of_fairs and _is_of_firms_fair(seen, text, rules):
        return True
    return asks_photo(cell) and _is_of_other_matter(seen, text, rules)


def _is_of_firms_fair(seen: Observed, text: str, rules: RuleSet) -> bool:
    """Whether a notice says that a firm holds the fair, and nothing of the school as its host.

    `text`: of the paper, without blanks.
    """
    words = rules.words
    if not {*seen.types[:1]} & {*words.photos.telling_papers} or seen.document.file.kind == "image":
        return False
    firms = "|".join(map(re.escape, words.judging.firms))
    said = [
        match[0] for match in re.finditer(rf"[^。；;]*(?:{firms})[^，,。；;]*(?:举办|主办|承办|召开)[^。；;]*", text)
    ]
    own = words.judging.own_voice
    here = words.photos.campus_words.any
    return bool(said) and not any(here.search(each) or any(word in each for word in own) for each in said)


def _is_of_staff(roster: Roster) -> bool:
    """Whether a table lists teachers or others who work somewhere, and no students."""
    return any(map(roster.has, _OF_STAFF)) and not any(map(roster.has, _OF_STUDENTS))


def _is_of_other_matter(seen: Observed, text: str, rules: RuleSet) -> bool:
    """Whether a picture bears writing of another matter, and none about employment or the station's work."""
    words = rules.words
    if seen.document.file.kind != "image" or not words.photos.other_matters.any.search(text):
        return False
    return not any(word in text for word in words.judging.own_matters)


def _named_only(seen: Observed, cell: Indicator, rules: RuleSet) -> tuple[Evidence, Flag]:
    evidence = Evidence(cell.id, seen.path, (), "name-only", "只有文件夹或文件名说明内容", "open", seen.path)
    if seen.screens and asks_photo(cell):
        message = f"这是截图（{seen.screens[0].quote}），不是“{cell.name}”的现场照片，请补充现场照片"
        return evidence, Flag("content-unconfirmed", "review", message, _place(seen), cell.id)
    if sign := _sign_of(seen, rules):
        message = f"图中文字“{sign}”看不出属于“{cell.name}”，请打开图片查看后确认"
        return evidence, Flag("judgement-required", "review", message, _place(seen), cell.id)
    if said := _heading_of(seen):
        message = f"材料写的是“{said}”，看不出能证明“{cell.name}”，请打开查看后确认"
        return evidence, Flag("judgement-required", "review", message, _place(seen), cell.id)
    message = "只有文件夹或文件名说明这份材料的内容，请打开查看后确认"
    return evidence, Flag("content-unconfirmed", "review", message, _place(seen), cell.id)


def _sign_of(seen: Observed, rules: RuleSet) -> str:
    """The largest writing of a picture that was read for sure; '' where it bears none but a camera's marks."""
    if seen.document.file.kind != "image":
        return ""
    screens, sure = rules.words.screens, float(rules.assessment.sure)
    told = [
        line
        for line in seen.document.lines
        if line.confidence >= sure and len(_HAN.findall(line.text)) >= _SIGN and line.place.box
    ]
    marks = (screens.watermark.any, screens.addresses.any)
    signs = [line for line in told if not any(mark.search("".join(line.text.split())) for mark in marks)]
    return max(signs, key=_height_of).text[:_QUOTED] if signs else ""


def _heading_of(seen: Observed) -> str:
    """What a paper that is no picture calls itself, else how it begins; '' where nothing that tells was read."""
    if seen.document.file.kind == "image":
        return ""
    cells = (cell for table in seen.document.tables for cell in (table.title, *chain.from_iterable(table.rows)))
    said = chain((fact.value for fact in seen.titles), (line.text for line in seen.document.lines), cells)
    return next((text[:_QUOTED] for text in said if len(_HAN.findall(text)) >= _SIGN), "")


def _height_of(line: TextLine) -> int:
    return line.place.box[3] - line.place.box[1] if line.place.box else 0


def _needs_no_cell(seen: Observed, claimed: Mapping[str, list[str]], rules: RuleSet) -> bool:
    parent = seen.document.file.parent
    if parent is not None and (parent in claimed or not seen.document.text.strip()):
        return True
    required = rules.words.judging.required_papers
    return any(kind in required for kind in seen.types)


def _fault(
    flag: Flag,
    files: Mapping[str, SourceFile],
    hints: Mapping[str, tuple[str, ...]],
    tallies: Mapping[str, Tally],
) -> Iterator[_Finding]:
    """A fault of a file filed for cells stands in them; the cell stays open where it has nothing else.

    Of any other it stands in the first cell of which the file, or the paper that it is a part of, is evidence.
    """
    path = flag.place.file if flag.place else ""
    file, hinted = files.get(path), hints.get(path, ())
    lost = file is not None and file.status in ("unreadable", "unsupported", "refused")
    if lost and 0 < len(hinted) <= _MOST_HINTED:
        for cell in hinted:
            evidence = Evidence(cell, path, (), "name-only", _why(file), "open", path)
            yield _Finding(cell, (replace(flag, indicator=cell),), (evidence,), open_to_max=not tallies[cell].evidence)
        return
    papers = {path, file.parent if file else None}
    home = next((cell for cell, tally in tallies.items() if any(e.file in papers for e in tally.evidence)), None)
    yield _Finding(home, (replace(flag, indicator=home) if home else flag,))


def _why(file: SourceFile | None) -> str:
    return f"打不开，只有名称说明内容（{file.reason}）" if file and file.reason else "打不开，只有名称说明内容"


def _place(seen: Observed) -> Place:
    return Place(seen.path, page=1) if seen.document.pages and seen.document.pages[0].image else Place(seen.path)
