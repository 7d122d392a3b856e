"""A paper that only has to be there: its type and its words tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import eligible
from verifier.counting.eligibility.candidates import candidates, hinted, is_picture
from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.matter import of_another_body
from verifier.counting.eligibility.period import in_period, outside
from verifier.counting.eligibility.whose import is_others
from verifier.counting.flags import flag
from verifier.counting.papers.fair_places import is_elsewhere, is_of_others_fair, places_of_fairs
from verifier.counting.papers.other_offices import kept_elsewhere
from verifier.counting.papers.own_words import (
    asks_for,
    filled_in,
    is_broad,
    is_not_there,
    may_tell,
    spans_named,
    without_names,
)
from verifier.counting.papers.whose_place import names_only_others
from verifier.counting.photos.belonging import shows_at_school
from verifier.counting.photos.paper_pictures import is_of_text, is_paper
from verifier.counting.photos.photo import photo_of
from verifier.counting.photos.whose_fair import is_told_own
from verifier.counting.text_units import sentences_of_text, units_of_text
from verifier.facts.layout import squeeze, visual_rows
from verifier.facts.quantities import find_quantities
from verifier.facts.running_lines import run_on
from verifier.language.comparing_text import has_groups, has_word, plain, says_any
from verifier.model import (
    TEXT,
    DateSpan,
    Event,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    Place,
    PresenceTaking,
    RuleSet,
    Table,
    Tally,
)

_TITLES = 2
"""titles of a paper that are its own"""
_ISSUED = "issued", "published"
"""roles of the date on which a paper was made out, or last brought up to date"""
_GAP = re.compile(r"[_＿]{2,}")
_WANTED = re.compile(r"(?:购置|采购|添置|增配|更新|配备)[^,。;]{0,14}(?:的?申请|请示|预算|计划|意向|需求)(?!单)")
"""what says that things are asked for, and not there"""
_CHECKED = re.compile(r".{0,6}(?:核查|核实|核对|复核|确认|认定|审核)(?:结果|情况|意见)(?:[(（].*[)）])?|是否在校")
"""the header of a column that a school fills in"""
_ASKS = re.compile(r"请(?:贵|你|予|协助|配合|帮助|及时)[^。;]{0,16}(?:核实|核查|确认|核对|审核)")
_ANSWERS = re.compile(r"经(?:核|查|审|比对|与学籍)|均为|均系|属实|无误|(?:特此|现予|予以)(?:证明|确认|复函|函复)")
"""a letter that asks for a check, and one that says what came of it"""
_GAPS = 3
"""gaps in a text that make it a form to be filled in"""

_Dated = tuple[DateSpan, str, Place]
"""a time, what bears it in Chinese, and where"""


def count(cell: Indicator[PresenceTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts papers whose content speaks for the cell."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    photos: list[Observed] = []
    for seen in candidates(papers):
        told = _told(seen, cell, papers, rules)
        if told is None:
            if is_picture(seen) and hinted(seen, cell.id, papers) and not seen.events and cell.takes.words:
                photos.append(seen)
            continue
        fact, why = told
        doubts = of_another_body(seen, rules, "材料", fact.place) if TEXT.is_of(fact) else ()
        if TEXT.is_of(fact) and cell.takes.at_hand:
            doubts += kept_elsewhere(seen, fact, rules)
        door = eligible(seen, cell, papers, rules, fact, (*doubts, *_of_other_time(seen, cell, papers)))
        flags += door.flags
        evidence.append(Evidence(cell.id, seen.path, (fact,), "content", why, door.standing, key=seen.path))
    if not any(each.standing in ("firm", "counted") for each in evidence):
        for seen in photos:
            place = seen.document.pages[0].place
            text = "只有文件夹或文件名说明照片内容，请看图确认，或补充说明材料"
            flags.append(flag("content-unconfirmed", cell.id, text, place))
            evidence.append(Evidence(cell.id, seen.path, (), "name-only", "只有名称说明内容", "open", key=seen.path))
    return tally_of(evidence, flags)


def _told(
    seen: Observed, cell: Indicator[PresenceTaking], papers: Papers, rules: RuleSet
) -> tuple[Fact[object], str] | None:
    """What of a paper speaks for the cell, and why: what a photo shows, the paper's type, or its words."""
    if event := _event_shown(seen, cell, papers, rules):
        return event, f"照片文字写明“{event.quote}”"
    return _told_by_type(seen, cell, papers, rules) or _place_told(seen, cell, papers, rules)


def _place_told(
    seen: Observed, cell: Indicator[PresenceTaking], papers: Papers, rules: RuleSet
) -> tuple[Fact[str], str] | None:
    """The place of a fair that a paper of whatever type names; what a picture shows of a fair is told before."""
    is_asked = bool(cell.takes.events) and (not is_picture(seen) or _is_text(seen, cell, rules))
    titles = " ".join(title.value for title in seen.titles[:_TITLES])
    if not is_asked or says_any(titles, cell.takes.against):
        return None
    return next(places_of_fairs(seen, papers, rules), None)


def _is_text(seen: Observed, cell: Indicator[PresenceTaking], rules: RuleSet) -> bool:
    """Whether a picture is of a paper, or of a text about happenings."""
    photo = photo_of(seen)
    told = not seen.screens and any(is_of_text(photo, kind, rules.words) for kind in cell.takes.events)
    return told or is_paper(photo, rules.words)


def _told_by_type(
    seen: Observed, cell: Indicator[PresenceTaking], papers: Papers, rules: RuleSet
) -> tuple[Fact[object], str] | None:
    """What a paper says by its type, or by its words where its type may."""
    takes = cell.takes
    kind = next((fact for fact in seen.document_types if fact.value in takes.documents), None)
    if not (_may_be_plain(seen, cell, rules) if kind is None else _speaks(seen, kind, cell, papers, rules)):
        return None
    titles = " ".join(title.value for title in seen.titles[:_TITLES])
    if says_any(titles, takes.against) or (takes.events and is_of_others_fair(seen, papers, rules)):
        return None
    if kind is not None and not takes.words:
        return None if _is_blank(seen) else (kind, f"材料类型为“{kind.label}”（{kind.quote}）")
    told = _saying(seen, kind, cell, papers, rules)
    first = next(told, None)
    if first is None or not takes.at_hand or not kept_elsewhere(seen, first[0], rules):
        return first
    return next((each for each in told if not kept_elsewhere(seen, each[0], rules)), first)


def _of_other_time(seen: Observed, cell: Indicator[PresenceTaking], papers: Papers) -> tuple[Doubt, ...]:
    """The doubt about a paper of another year: it was issued then, or its title says so; else it is taken as it is."""
    told = (list(_issued(seen)) or list(_titled(seen))) if cell.takes.dated else []
    if not told or any(in_period(span, papers.period) is not False for span, _, _ in told):
        return ()
    _, what, place = told[0]
    return (outside(what, "材料", place),)


def _issued(seen: Observed) -> Iterator[_Dated]:
    for fact in seen.dates:
        if fact.role in _ISSUED:
            yield fact.value, f"材料的落款日期{fact.quote}", fact.place


def _titled(seen: Observed) -> Iterator[_Dated]:
    for title in seen.titles[:_TITLES]:
        for span, quote in spans_named(title.value):
            if span.precision in ("year", "school-year"):
                yield span, f"材料标题写的{quote}", title.place


def _is_blank(seen: Observed) -> bool:
    """Whether a paper is a form that nobody has filled in, a list of those still to be checked, or asks for a check."""
    text = plain(seen.document.text)
    is_question = _ASKS.search(text) is not None and _ANSWERS.search(text) is None
    is_form = len(_GAP.findall(seen.document.text)) >= _GAPS
    return is_form or is_question or any(map(_is_unchecked, seen.document.tables))


def _is_unchecked(table: Table) -> bool:
    """Whether a table asks what became of a check, and says it of nobody."""
    heads = (
        (index, column)
        for index, row in enumerate(table.rows)
        for column, cell in enumerate(row)
        if _CHECKED.fullmatch(squeeze(cell))
    )
    index, column = next(heads, (len(table.rows), 0))
    below = [row for row in table.rows[index + 1 :] if any(map(str.strip, row))]
    return bool(below) and not any(column < len(row) and row[column].strip() for row in below)


def _event_shown(seen: Observed, cell: Indicator[PresenceTaking], papers: Papers, rules: RuleSet) -> Fact[Event] | None:
    """The happening of the cell that a photo shows; another body's fair elsewhere shows no place of the school."""
    if not is_picture(seen) or seen.screens:
        return None
    asked = (fact for fact in seen.events if fact.value.kind in cell.takes.events)
    return next((fact for fact in asked if shows_at_school(seen, fact, papers, rules)), None)


def _speaks(seen: Observed, kind: Fact[str], cell: Indicator[PresenceTaking], papers: Papers, rules: RuleSet) -> bool:
    """Whether a paper of the cell's types speaks for it: one of other things only by what the school itself holds."""
    if kind.value not in rules.words.judging.other_papers or not cell.takes.events:
        return True
    asked = (fact for fact in seen.events if fact.value.kind in cell.takes.events)
    is_own = any(fact.value == papers.school for fact in seen.schools)
    return is_own and any(is_told_own(fact, seen, papers, rules) for fact in asked)


def _saying(
    seen: Observed, kind: Fact[str] | None, cell: Indicator[PresenceTaking], papers: Papers, rules: RuleSet
) -> Iterator[tuple[Fact[str], str]]:
    """The texts that say the cell's words, with what they say; of a paper of the cell's type its titles help.

    A group of the words at least has to stand in the text itself, which is more than the name of the cell. In a list
    of several schools the own row tells.
    """
    heads = {table.title.strip() for table in seen.document.tables}
    typed = kind is not None and not is_broad([kind.value], rules)
    titles = " ".join(title.value for title in seen.titles[:_TITLES])
    beside = titles if typed else ""
    is_own = not is_others(seen, papers, rules)
    for text, place, confidence in _texts(seen, typed):
        own = without_names(filled_in(_below(text, heads), rules), rules)
        said = any(has_groups(own, (group,)) for group in cell.takes.words)
        words = has_groups(f"{beside} {own}", cell.takes.words) if said else ()
        if (
            words
            and not asks_for(text, rules)
            and not is_not_there(text, seen, rules)
            and not (is_own and names_only_others(_below(text, heads), papers, rules))
            and not (is_own and cell.takes.events and is_elsewhere(text, seen, papers, rules))
            and _is_borne_out(f"{titles} {own}", kind, cell, rules)
        ):
            yield Fact(TEXT, text, text[:60], place, confidence, "presence"), f"写明“{'”“'.join(words)}”"


def _texts(seen: Observed, typed: bool) -> Iterator[tuple[str, Place, float]]:
    """What is said in one: units or sentences, then what runs on in the next line, and what stands side by side."""
    yield from units_of_text(seen) if typed else sentences_of_text(seen)
    if typed:
        yield from ((line.text, line.place, line.confidence) for line in run_on(seen.document.lines))
    for row in visual_rows(seen.document.lines):
        if len(row) > 1:
            yield " ".join(line.text for line in row), row[0].place, min(line.confidence for line in row)


def _below(text: str, heads: Iterable[str]) -> str:
    """The row of a table without the table's title, with which it is told: a list may bear the name of its cell."""
    return next((text.removeprefix(head) for head in heads if head and text != head and text.startswith(head)), text)


def _is_borne_out(text: str, kind: Fact[str] | None, cell: Indicator[PresenceTaking], rules: RuleSet) -> bool:
    """Whether the words alone do, or stand in a list of the things, or a text says that these are there."""
    listed = kind is not None and kind.value == cell.takes.documents[0]
    return listed or not cell.takes.at_hand or _is_at_hand(text, cell.takes.against, rules)


def _may_be_plain(seen: Observed, cell: Indicator[PresenceTaking], rules: RuleSet) -> bool:
    readable = seen.document.file.kind in ("word", "sheet", "pdf", "text")
    return "plain" in cell.takes.documents and readable and may_tell(seen, cell.takes.documents, rules)


def _is_at_hand(text: str, against: tuple[str, ...], rules: RuleSet) -> bool:
    """Whether a text counts things or says that they are provided, and does not only name them."""
    if says_any(text, against) or _WANTED.search(plain(text)):
        return False
    if has_word(plain(text), rules.words.judging.at_hand):
        return True
    units = rules.words.judging.thing_units
    return any(one.quantity.unit in units for one in find_quantities(text))
