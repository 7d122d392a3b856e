"""Where a paper says that a fair is, was or will be held: the places of the school's own fairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.counting.papers.form_points import answers
from verifier.counting.papers.whose_place import FairPaper, names, names_only_others, names_place, spans_of_places
from verifier.facts.layout import form_tables, header_row, visual_rows
from verifier.facts.running_lines import run_on
from verifier.language.comparing_text import has_word, plain
from verifier.model import TEXT, Fact, Observed, Papers, Place, RuleSet, Table

_SENTENCE = re.compile(r"[。;!?\n]")
_LED = re.compile(
    r"(?:[设定放改移搬挪选]|安排|转移|举办|举行|召开)(?:在|到|至|于|为)[^,;]{0,12}$|(?:借用|租用|使用|启用|占用|场地|地点|会场)[^,;]{0,10}$"
)
"""what before a place says that something is held there"""
_IN = re.compile(r"[在于、和及][^,;]{0,12}$")
_HELD = re.compile(r"^[^,;]{0,18}?(?:举办|举行|召开|开展|进行|布展|开场|启动|启幕|拉开|如期|成功)")
_DONE_THERE = re.compile(
    r"^[^,;]{0,8}?(?:布展|展位|摊位|承办|可举办|作为|用于|主会场|分会场|搭建|可设|设置?\d)|^\(?[^,;]{0,20}?会(?:主|分)?会场"
)
_STRAIGHT_AFTER = r"[\d时分上下午早晚:月日点号将于拟定仍还就改都已今明后天年()周一二三四五六\-—~至,]*[在于][^,;]{0,10}$"
_BRACKETED = re.compile(r"会[^,;()]{0,8}\([^,;()]*$")
"""the name of a fair with its place in brackets: 春季双选会（体育馆）"""
_FIELD = re.compile(
    r"(?:^|[,，。;:、.)(\d>】|])(?P<label>[\u4e00-\u9fff]{0,10}(?:地点|地址|场地|会场|场所|场馆|位置))(?:安排|设置)?"
    r"(?:[:|]|[为是在]|[设定改选放]在|[还仍]是|[改定]为|位于|暂定|就在)+(?P<value>[^。;]{2,60})"
)
_WHAT_FOR = re.compile(r"(?:\d\.)?(?:事由|用途|活动|内容|项目|主题|名称|事项|任务)[\u4e00-\u9fff]{0,4}:")
"""a field under that of the place which says what it is for"""
_NEAR = 8
"""lines over a field of a place in which the fair may be named"""
_LONGEST_LABEL = 22
_BOOTHS = re.compile(r"^[^。;]{0,12}?(?:展位|展区|摊位|布展|搭建|会场|签到|入口|入场)")
"""what is said of a place in a paper about a fair, where a sentence does not name the fair again"""
_ASKS_WHERE = re.compile(r"哪|什么地方|地点|场地|会场|在何处")
_OF_FORM = 2
"""filled cells of a form's rows: a label and what is said to it"""


def places_of_fairs(seen: Observed, papers: Papers, rules: RuleSet) -> Iterator[tuple[Fact[str], str]]:
    """Texts that name the place of a fair, each with what it says; another school's papers tell of its own places."""
    paper = FairPaper(seen, papers, rules)
    if paper.is_off(paper.titles) or names(paper.titles, "online-fair", rules):
        return
    yield from _in_lines(paper)
    for table in form_tables(seen.document):
        yield from _in_table(table, paper)


# --- running text ---------------------------------------------------------------------------------------------------


def _in_lines(paper: FairPaper) -> Iterator[tuple[Fact[str], str]]:
    lines = list(_lines(paper.seen))
    asked = {place: plain(text) for place, text in answers(paper.seen.document.lines)}
    fairs = [paper.names_fair(text) for text, _, _ in lines]
    for at, (text, place, confidence) in enumerate(lines):
        below = lines[at + 1][0] if at + 1 < len(lines) else ""
        told_below = bool(_WHAT_FOR.match(below)) and fairs[at + 1]
        near = paper.is_of_fair or told_below or any(fairs[max(0, at - _NEAR) : at + 1])
        question = asked.get(place, "")
        is_asked = _ASKS_WHERE.search(question) and paper.names_fair(question)
        told = next(_place_of(text, f"{question}。{text}", paper), "") if is_asked else ""
        if told := told or next(_places_in(text, near, paper), ""):
            yield Fact(TEXT, text, text[:60], place, confidence, "presence"), f"写明招聘会地点“{told}”"


def is_of_others_fair(seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether a paper that doesn't speak of the school is, by its titles, of a fair that another body holds."""
    paper = FairPaper(seen, papers, rules)
    return names(paper.titles, "fair", rules) and not paper.speaks_of_school and not paper.is_own_fair("")


def is_elsewhere(text: str, seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether a text about a fair says that people were sent to it, or names places of which none is the school's."""
    paper, said = FairPaper(seen, papers, rules), plain(text)
    places = [(said[:start], said[start:end]) for start, end in spans_of_places(said, rules)]
    foreign = bool(places) and all(paper.is_foreign(before, place, said) for before, place in places)
    return (paper.says_sent(said) or foreign) and not has_word(said, ("校园", "我校", "校内", "贵校"))


def _lines(seen: Observed) -> Iterator[tuple[str, Place, float]]:
    """Lines as a person reads them: pieces that stand side by side in one, then those that run on in the next."""
    for page in seen.document.pages:
        for row in visual_rows(page.lines):
            yield ":".join(plain(line.text) for line in row), row[0].place, min(line.confidence for line in row)
        for line in run_on(page.lines):
            yield plain(line.text), line.place, line.confidence


def _places_in(text: str, near: bool, paper: FairPaper) -> Iterator[str]:
    """The places that the sentences of a text name for a fair; `near`: whether a fair is named near by."""
    for sentence in _SENTENCE.split(text):
        if not sentence or paper.is_off(sentence):
            continue
        has_fair = paper.names_fair(sentence)
        if has_fair or near:
            yield from _at(sentence, has_fair, paper)
        if not _is_of_other(sentence, paper):
            yield from _field(sentence, has_fair or near, paper)


def _at(sentence: str, has_fair: bool, paper: FairPaper) -> Iterator[str]:
    """The places of a sentence about a fair at which it is held, or where its booths are."""
    for start, end in spans_of_places(sentence, paper.rules):
        before, after = sentence[:start], sentence[end:]
        clause_after = re.split(r"[,;]", after)[0]
        clause = re.split(r"[,;]", before)[-1] + sentence[start:end] + clause_after
        is_held = bool(_BOOTHS.search(after))
        if has_fair:
            is_held |= bool(_is_led(before, paper.rules) or _DONE_THERE.search(after))
            is_held |= bool(_BRACKETED.search(before)) and after.startswith(")")
            is_held |= bool(_IN.search(before) and _HELD.search(after)) and not _is_of_other(clause_after, paper)
        if is_held and not _is_of_other(clause, paper) and paper.is_own_place(before, sentence[start:end], sentence):
            yield sentence[start:end]


def _is_led(before: str, rules: RuleSet) -> bool:
    """Whether what stands before a place says that a fair is there: 双选会设在, 招聘会明天在."""
    if _LED.search(before):
        return True
    ends = (match.end() for match in rules.words.events["fair"].heads.any.finditer(before))
    return any(re.compile(_STRAIGHT_AFTER).match(before, end) for end in ends)


def _field(sentence: str, near: bool, paper: FairPaper) -> Iterator[str]:
    words = paper.rules.words.judging
    for match in _FIELD.finditer(sentence):
        is_of_fair = near or has_word(match["label"], words.fair_fields)
        if is_of_fair and not has_word(match["label"], words.no_fair_places):
            yield from _place_of(match["value"], sentence, paper)


def _place_of(value: str, around: str, paper: FairPaper) -> Iterator[str]:
    """The first place that a field names."""
    for start, end in spans_of_places(value, paper.rules):
        if paper.is_own_place(value[:start], value[start:end], around):
            yield value[start:end]


def _is_of_other(text: str, paper: FairPaper) -> bool:
    """Whether a text is of another happening than a fair."""
    return not paper.names_fair(text) and any(names(text, kind, paper.rules) for kind in ("talk", "lecture", "contest"))


# --- tables ---------------------------------------------------------------------------------------------------------


def _in_table(table: Table, paper: FairPaper) -> Iterator[tuple[Fact[str], str]]:
    # what has two columns is a form, though its first row may look like a header
    is_form = max((sum(map(bool, map(str.strip, row))) for row in table.rows), default=0) <= _OF_FORM
    head = -1 if is_form else header_row(table)
    titled = paper.is_of_fair or paper.names_fair(plain(table.title))
    whole = head < 0 and any(paper.names_fair(plain(cell)) for row in table.rows for cell in row)
    for index, row in enumerate(table.rows):
        cells = [plain(cell) for cell in row]
        if not any(names_place(cell, paper.rules) for cell in cells):  # most rows of a roster
            continue
        said = " ".join(filter(None, cells))
        if index == head or names_only_others(said, paper.papers, paper.rules) or paper.is_off(said):
            continue
        near = titled or whole or paper.names_fair(said)
        headers = [plain(cell) for cell in table.rows[head]] if 0 <= head < index else []
        if told := next(_places_in_row(cells, headers, near, paper), ""):
            place = table.place_of(index)
            yield Fact(TEXT, said, said[:60], place, 1.0, "presence"), f"写明招聘会地点“{told}”"


def _places_in_row(cells: Sequence[str], headers: Sequence[str], near: bool, paper: FairPaper) -> Iterator[str]:
    said = " ".join(cells)
    for at, cell in enumerate(cells):
        if not cell:
            continue
        beside = [cells[index] for index in range(at) if len(cells[index]) <= _LONGEST_LABEL]
        labels = [*headers[at : at + 1], *beside]
        fields = [label for label in labels if _is_place_field(label, paper.rules)]
        if any(near or has_word(label, paper.rules.words.judging.fair_fields) for label in fields) and not _is_of_other(
            said, paper
        ):
            yield from _place_of(cell, said, paper)
        yield from _places_in(cell, near, paper)


def _is_place_field(label: str, rules: RuleSet) -> bool:
    words = rules.words.judging
    bare = re.sub(r"^\W*[\d.、]*|[:：]$", "", label)
    fields = (each.fullmatch(bare) for each in words.place_fields.each)
    return any(fields) and not has_word(bare, words.no_fair_places)
