"""A paper that must be of the assessed year: a plan of the year, a statement of the year's employment rate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import eligible, settled
from verifier.counting.eligibility.candidates import candidates
from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.period import by_time, in_period, undated
from verifier.counting.papers.own_words import is_official, spans_named
from verifier.counting.text_units import units_of_text
from verifier.facts.quantities import find_quantities
from verifier.language.comparing_text import has_groups, plain
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

_CLASS = re.compile(r"((?:19|20)\d\d)\s*[届屆]")
_BARE_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:年度?|届)?")


_ALONE = ("date-missing", "low-confidence", "judgement-required")
"""what matters no more where another paper counts for sure"""


def count(cell: Indicator[YearlyPaperTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the papers that name the assessed year."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    for seen in candidates(papers):
        told = _told(seen, cell, rules)
        if told:
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
        by_time(lies, papers, _of_other_year(year, papers), _of_no_year(told[0])),
        confidence=min(told[0].confidence, year.confidence) if year else None,
    )
    if door.reason:
        return Evidence(cell.id, seen.path, told[:1], "content", door.reason, door.standing, seen.path), door.flags
    facts = (told[0], year) if year else told[:1]
    why = f"“{told[0].quote[:60]}”{_said(lies, year, papers)}"
    return Evidence(cell.id, seen.path, facts, "content", why, door.standing, seen.path), door.flags


def _said(lies: bool | None, year: Fact[DateSpan] | None, papers: Papers) -> str:
    if year is None:
        return "没有写明年度" if papers.period else "考核年度未定，不能确认年度"
    return f"{'写明' if lies else '写的是'}{year.quote}"


def _of_other_year(year: Fact[DateSpan] | None, papers: Papers) -> Doubt:
    what = f"写的是{year.quote if year else ''}，不是考核年度{papers.year}年"
    return Doubt("date-outside-period", "out", what, "不计入，请补充当年材料", year.place if year else None)


def _of_no_year(told: Fact[str]) -> Doubt:
    return undated("没有写明年度，不能确认是考核年度的材料", "请核对", told.place)


def _told(seen: Observed, cell: Indicator[YearlyPaperTaking], rules: RuleSet) -> tuple[Fact[str], ...]:
    """What says that the paper is of the kind asked for: its type, or every statement of the figure."""
    takes = cell.takes
    kinds = tuple(fact for fact in seen.document_types if fact.value in takes.documents)
    titles = [fact for fact in seen.titles if fact.label != "sheet-name"]
    if any(plain(word) in plain(titles[0].value) for word in takes.against if titles):
        return ()
    if not takes.words:
        return kinds[:1] if kinds and seen.types[0] != "summary" else ()
    if not kinds and not _may_be_plain(seen, cell, rules):
        return ()
    stated = tuple(_statements(seen, cell, rules))
    if stated or not titles or not seen.percents:
        return stated
    return tuple(titles[:1]) if has_groups(titles[0].value, takes.words) else ()


def _may_be_plain(seen: Observed, cell: Indicator[YearlyPaperTaking], rules: RuleSet) -> bool:
    """Whether a paper of no kind of its own may state the figure."""
    readable = seen.document.file.kind in ("word", "sheet", "pdf", "text", "image")
    other = seen.types and seen.types[0] in rules.words.judging.other_papers
    return "plain" in cell.takes.documents and readable and not other and not seen.screens and not seen.events


def _statements(seen: Observed, cell: Indicator[YearlyPaperTaking], rules: RuleSet) -> Iterator[Fact[str]]:
    """Sentences and rows that give the rate itself: with a percentage in it, or a figure beside it in its table."""
    figures = {fact.place for fact in seen.percents}
    tables = {table.place_of(index) for table in seen.document.tables for index in range(len(table.rows))}
    for text, place, confidence in units_of_text(seen):
        for sentence in re.split(r"[。；;！!？?]", text):
            if not has_groups(sentence, cell.takes.words) or _is_target(sentence, rules):
                continue
            stated = any(one.kind == PERCENT for one in find_quantities(sentence))
            if stated or (place in tables and place in figures):
                quote = sentence.strip()[:80]
                yield Fact(STATEMENT, sentence, quote, place, confidence, "yearly")
    for fact in seen.percents:
        if has_groups(fact.label, cell.takes.words) and not _is_target(fact.label, rules):
            quote = f"{fact.label} {fact.quote}".strip()[:80]
            yield Fact(STATEMENT, fact.label, quote, fact.place, fact.confidence, "yearly")


def _is_target(sentence: str, rules: RuleSet) -> bool:
    """Whether a sentence says what is aimed at, and no result."""
    squeezed = plain(sentence)
    aimed = any(word in squeezed for word in rules.words.judging.targets)
    return (aimed and "完成" not in squeezed) or is_official(sentence, rules)


def _of_the_year(
    seen: Observed, cell: Indicator[YearlyPaperTaking], told: tuple[Fact[str], ...], papers: Papers, rules: RuleSet
) -> tuple[bool | None, Fact[DateSpan] | None]:
    """Whether the paper is of the assessed year, None where that is not known, and what names the year.

    The class of the graduates outranks a date: in the title, then where the figure is stated. A year of the title
    and of the statements decides next, then the others of the text.
    """
    if papers.period is None:
        return None, None
    titles = [fact for fact in seen.titles if fact.label != "sheet-name"]
    dates = [fact for fact in seen.dates if fact.value.start is not None]
    named = list(_years_of(titles, rules))
    of_sheets = list(_years_of((fact for fact in seen.titles if fact.label == "sheet-name"), rules))
    classes = list(_classes(titles))
    if cell.takes.words:
        places = {fact.place for fact in told}
        beside = [fact for fact in dates if fact.place in places]
        rows = list(_classes(_texts(seen))) or list(_bare_years(seen))
        groups = [classes, list(_classes(told)), [*named, *beside], of_sheets, rows, dates]
    else:
        groups = [named, of_sheets, classes, dates]
    for group in groups:
        inside = [fact for fact in group if in_period(fact.value, papers.period)]
        if inside:
            return True, inside[0]
        if group:
            return False, group[0]
    return None, None


def _years_of(titles: Iterable[Fact[str]], rules: RuleSet) -> Iterator[Fact[DateSpan]]:
    """The years that titles name; of a title for last year's summary and this year's plan, the plan's."""
    for fact in titles:
        text = fact.value
        for expression in rules.words.judging.before_plan.each:
            text = expression.sub("", text)
        for span, quote in spans_named(text):
            yield Fact(DATE, span, quote, fact.place, fact.confidence, "yearly")


def _classes(texts: Iterable[Fact[str]]) -> Iterator[Fact[DateSpan]]:
    """The classes of graduates that texts name: 2024届."""
    for fact in texts:
        for match in _CLASS.finditer(fact.value):
            yield _year(int(match[1]), match[0], fact.place, fact.confidence)


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
