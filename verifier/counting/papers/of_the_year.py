"""A paper that must be of the assessed year: a plan of the year, a statement of the year's employment rate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, takewhile

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import eligible, settled
from verifier.counting.eligibility.candidates import candidates
from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.matter import of_another_matter
from verifier.counting.eligibility.period import by_time, in_period, undated
from verifier.counting.eligibility.whose import whose_school
from verifier.counting.papers.own_words import is_broad, is_official, spans_named
from verifier.counting.text_units import sentences_of_text, units_of_text
from verifier.facts.quantities import find_quantities
from verifier.language.comparing_text import has_groups, has_word, plain, says_any
from verifier.model import (
    DATE,
    PERCENT,
    STATEMENT,
    TEXT,
    DateSpan,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    Place,
    RuleSet,
    Tally,
    YearlyPaperTaking,
)

_CLASS = re.compile(r"((?:19|20)\d\d|(?<![\d第])\d\d)\s*[届屆]|毕业(?:年度|年份|届别)\s*[:：]?\s*((?:19|20)\d\d)(?!\d)")
_CENTURY = 100
_BARE_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:年度?|届)?")
_POSTER, _LEDGER = "poster", "ledger"
_QUOTED = 80
"""characters of a statement that are shown"""
_ALONE = ("date-missing", "low-confidence", "judgement-required")
"""what matters no more where another paper counts for sure"""


def count(cell: Indicator[YearlyPaperTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the papers that name the assessed year."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    for seen in candidates(papers):
        for told in _told(seen, cell, papers, rules):
            piece, own = _judged(cell, seen, told, papers, rules)
            evidence.append(piece)
            flags += own
    return tally_of(evidence, settled(evidence, flags, _ALONE))


def _judged(
    cell: Indicator[YearlyPaperTaking], seen: Observed, told: tuple[Fact[str], ...], papers: Papers, rules: RuleSet
) -> tuple[Evidence, tuple[Flag, ...]]:
    """The evidence that a paper is, by its year, with what is to say of it."""
    lies, year = _of_the_year(seen, cell, told, papers, rules)
    door = eligible(
        seen,
        cell,
        papers,
        rules,
        told[0],
        (
            *by_time(lies, papers, _of_other_year(year, papers), _of_no_year(told[0])),
            *_of_another_matter(seen, cell, rules),
        ),
        confidence=min(told[0].confidence, year.confidence) if year else None,
    )
    if door.reason:
        return Evidence(cell.id, seen.path, told[:1], "content", door.reason, door.standing, seen.path), door.flags
    facts = (told[0], year) if year else told[:1]
    why = f"“{told[0].quote[:60]}”{_said(lies, year, papers)}"
    return Evidence(cell.id, seen.path, facts, "content", why, door.standing, seen.path), door.flags


def _of_another_matter(seen: Observed, cell: Indicator[YearlyPaperTaking], rules: RuleSet) -> tuple[Doubt, ...]:
    """A paper that states a figure says by it what it is about; any other has to be about the station's work."""
    return () if cell.takes.words else of_another_matter(seen, rules, "材料", seen.document_types[0].place)


def _said(lies: bool | None, year: Fact[DateSpan] | None, papers: Papers) -> str:
    if year is None:
        return "没有写明年度" if papers.period else "考核年度未定，不能确认年度"
    return f"{'写明' if lies else '写的是'}{year.quote}"


def _of_other_year(year: Fact[DateSpan] | None, papers: Papers) -> Doubt:
    what = f"写的是{year.quote if year else ''}，不是考核年度{papers.year}年"
    return Doubt("date-outside-period", "out", what, "不计入，请补充当年材料", year.place if year else None)


def _of_no_year(told: Fact[str]) -> Doubt:
    return undated("没有写明年度，不能确认是考核年度的材料", "请核对", told.place)


def _told(
    seen: Observed, cell: Indicator[YearlyPaperTaking], papers: Papers, rules: RuleSet
) -> tuple[tuple[Fact[str], ...], ...]:
    """What says that a paper is of the kind asked for: its type, or every statement of the figure.

    A file into which several such papers are bound has one of each.
    """
    takes = cell.takes
    kinds = tuple(fact for fact in seen.document_types if fact.value in takes.documents)
    titles = _titles(seen)
    if titles and says_any(titles[0].value, takes.against):
        return ()
    if not takes.words:
        return () if is_broad(seen.types, rules) else tuple((fact,) for fact in kinds)
    if not kinds and not _may_be_plain(seen, cell, rules):
        return ()
    figure = tuple(titles[:1]) if seen.percents and titles and has_groups(titles[0].value, takes.words) else ()
    found = (*_sentences(seen, cell, rules), *_cells(seen, cell, rules))
    told = tuple(fact for fact in found if whose_school(fact.value, papers, rules) != "other")
    return (told or figure,) if told or (figure and not found) else ()


def _titles(seen: Observed) -> list[Fact[str]]:
    return [fact for fact in seen.titles if fact.label != "sheet-name"]


def _may_be_plain(seen: Observed, cell: Indicator[YearlyPaperTaking], rules: RuleSet) -> bool:
    """Whether a paper of no kind of its own may state the figure."""
    readable = seen.document.file.kind in ("word", "sheet", "pdf", "text", "image", "other")  # others: slides, mails
    # minutes are called 记录 as ledgers are, and have no table
    kinds = seen.types if seen.document.tables else [kind for kind in seen.types if kind != _LEDGER]
    other = next(iter(kinds), None) in rules.words.judging.other_papers
    # a paper may name events beside the figure, and a poster may explain it; a photo of an event states none
    shown = seen.document.file.kind == "image" and any(fact.value.kind != _POSTER for fact in seen.events)
    return "plain" in cell.takes.documents and readable and not other and not seen.known_screens and not shown


def _sentences(seen: Observed, cell: Indicator[YearlyPaperTaking], rules: RuleSet) -> Iterator[Fact[str]]:
    """Sentences and rows that give the rate itself: with a percentage in it, or a figure beside it in its table."""
    tables = {table.place_of(index) for table in seen.document.tables for index in range(len(table.rows))}
    figures = tables & {fact.place for fact in seen.percents}
    for sentence, place, confidence in sentences_of_text(seen):
        if _is_of_rate(sentence, cell, rules) and (place in figures or _has_percentage(sentence)):
            yield Fact(STATEMENT, sentence, sentence.strip()[:_QUOTED], place, confidence, "yearly")


def _cells(seen: Observed, cell: Indicator[YearlyPaperTaking], rules: RuleSet) -> Iterator[Fact[str]]:
    """Percentages that are called the rate; 落实率 alone under a title that says of what."""
    titles = " ".join(fact.value for fact in seen.titles)
    words = rules.words.judging
    short = words.short_rates if has_word(plain(titles), words.rate_titles) else ()
    for fact in seen.percents:
        is_short = plain(fact.label).endswith(short) if short else False
        if _is_of_rate(fact.label, cell, rules) or (is_short and not _is_target(fact.label, rules)):
            quote = f"{fact.label} {fact.quote}".strip()[:_QUOTED]
            yield Fact(STATEMENT, fact.label, quote, fact.place, fact.confidence, "yearly")


def _is_of_rate(text: str, cell: Indicator[YearlyPaperTaking], rules: RuleSet) -> bool:
    told = text
    for other in rules.words.judging.other_rates:
        told = told.replace(other, "")
    return bool(has_groups(told, cell.takes.words)) and not _is_target(text, rules)


def _has_percentage(text: str) -> bool:
    return any(one.kind == PERCENT for one in find_quantities(text))


def _is_target(sentence: str, rules: RuleSet) -> bool:
    """Whether a sentence says what is aimed at, and no result."""
    squeezed = plain(sentence)
    words = rules.words.judging
    aimed = has_word(squeezed, words.targets) and not has_word(squeezed, words.targets_met)
    return aimed or is_official(sentence, rules)


def _of_the_year(
    seen: Observed, cell: Indicator[YearlyPaperTaking], told: tuple[Fact[str], ...], papers: Papers, rules: RuleSet
) -> tuple[bool | None, Fact[DateSpan] | None]:
    """Whether the paper is of the assessed year, None where that is not known, and what names the year."""
    if papers.period is None:
        return None, None
    named = next((facts for group in _naming(seen, cell, told, rules) if (facts := list(group))), [])
    inside = [fact for fact in named if in_period(fact.value, papers.period)]
    year = next(iter(inside or named), None)
    return (bool(inside) if year else None), year


def _naming(
    seen: Observed, cell: Indicator[YearlyPaperTaking], told: tuple[Fact[str], ...], rules: RuleSet
) -> Iterator[Iterable[Fact[DateSpan]]]:
    """What may name the paper's year, what decides first before what decides where it names none.

    Where a figure is asked for, the class of the graduates outranks a date: in the title, then where the figure is
    stated. A year of the title and of the statements decides next, then the others of the text.
    """
    if not cell.takes.words and (part := _bound_part(seen, told[0])):
        yield _years_of([replace(told[0], value=plain(told[0].quote))], rules)
        yield (fact for fact in seen.dates if fact.value.start is not None and fact.place in part)
        return
    titles = _titles(seen)
    named = _years_of(titles, rules)
    of_sheets = _years_of((fact for fact in seen.titles if fact.label == "sheet-name"), rules)
    dates = [fact for fact in seen.dates if fact.value.start is not None]
    if not cell.takes.words:
        yield from (named, of_sheets, _classes(titles), dates)
        return
    places = {fact.place for fact in told}
    yield _classes(titles)
    yield _classes(told)
    yield chain(named, (fact for fact in dates if fact.place in places))
    yield of_sheets
    yield _classes(_texts(seen))
    yield _bare_years(seen)
    yield dates


def _bound_part(seen: Observed, told: Fact[str]) -> frozenset[Place]:
    """The lines of the paper that a title within a file begins; none where the whole file is the paper."""
    places = [line.place for line in seen.document.lines]
    if told.place not in places or any(told.place == title.place for title in seen.titles):
        return frozenset()
    begin = places.index(told.place)
    others = {fact.place for fact in seen.document_types}
    return frozenset((told.place, *takewhile(lambda place: place not in others, places[begin + 1 :])))


def _years_of(titles: Iterable[Fact[str]], rules: RuleSet) -> Iterator[Fact[DateSpan]]:
    """The years that titles name; of a title for last year's summary and this year's plan, the plan's."""
    for fact in titles:
        text = fact.value
        for expression in rules.words.judging.before_plan.each:
            text = expression.sub("", text)
        for span, quote in spans_named(text):
            yield Fact(DATE, span, quote, fact.place, fact.confidence, "yearly")


def _classes(texts: Iterable[Fact[str]]) -> Iterator[Fact[DateSpan]]:
    """The classes of graduates that texts name: 2024届, 24届."""
    for fact in texts:
        for match in _CLASS.finditer(fact.value):
            year = int(match[1] or match[2])
            yield _year(year if year >= _CENTURY else 2000 + year, match[0], fact.place, fact.confidence)


def _bare_years(seen: Observed) -> Iterator[Fact[DateSpan]]:
    """Years that stand alone in a cell: the column of years of a table over several."""
    for table in seen.document.tables:
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                if match := _BARE_YEAR.fullmatch(cell.strip()):
                    yield _year(int(match[1]), cell.strip(), table.place_of(index, column), 1.0)


def _year(year: int, quote: str, place: Place, confidence: float) -> Fact[DateSpan]:
    span = DateSpan(date(year, 1, 1), date(year, 12, 31), "year")
    return Fact(DATE, span, quote, place, confidence, "yearly")


def _texts(seen: Observed) -> Iterator[Fact[str]]:
    for text, place, confidence in units_of_text(seen):
        yield Fact(TEXT, text, text, place, confidence, "yearly")
