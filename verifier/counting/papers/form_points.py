"""What a paper says to the points of the form: under a point's wording, beside it in a row, to a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from verifier.counting.papers.own_words import without_names, wording
from verifier.facts.card_tables import pairs_of
from verifier.facts.layout import form_tables, is_scoring_form
from verifier.language.comparing_text import has_word, plain
from verifier.model import HEADING, Indicator, Observed, Place, RuleSet, Table, TextLine

_LONGEST = 34
"""characters of a point's wording"""
_NUMBER = re.compile(r"^[(【\[]?(?:\d{1,2}(?:[.\-—–]\d{1,2})*|[一二三四五六七八九十]{1,3})[)】\]]?[、.:]?")
_TEXT = re.compile(r"[,。;!?]")
_BOUNDS = re.compile(r"以上|不小于|不少于|不低于|≥|>=")
_HEADS = 4
"""rows of a table among which its titles and header stand"""
_STAMP = re.compile(
    r"(?:^|\s)(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*)?(?:上午|下午|晚上)?\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?\s*$"
)
"""how the line over a message of a chat ends"""
_ASKS = re.compile(r"[?？]|多少|多大|几(?:个|台|平|人|间|座)|什么|哪")
_MESSAGES = 2
_NAMES_OF = re.compile(r".{0,6}(?:名称|地点|场所|场地|房间|位置|用途|教室|地址|部位)|使用(?:部门|单位)")
"""the label of a form's field that says what the form is of"""
_OF_FORM = 2
_FIELD = re.compile(r"([\u4e00-\u9fff]{2,8}):(.+)")
_SHORT = 16
"""lines of a paper of fields"""


def told_to(seen: Observed, cell: Indicator, rules: RuleSet) -> Mapping[Place, str]:
    """Lines and cells with the words that tell what they are of, though these stand elsewhere."""
    under = {line.place: wording for line, wording in lines_under(seen, cell, rules)}
    asked = dict(answers(seen.document.lines))
    of_forms = {place: names for table in form_tables(seen.document) for place, names in _of_form(table)}
    of_forms |= dict(_of_fields(seen.document.lines))
    return {
        place: " ".join(told.get(place, "") for told in (under, asked, of_forms))
        for place in {**under, **asked, **of_forms}
    }


def lines_under(seen: Observed, cell: Indicator, rules: RuleSet) -> Iterator[tuple[TextLine, str]]:
    """The lines under a heading that is the wording of a cell, each with the wording, down to the next point."""
    roles = {fact.place: fact.role for fact in seen.of(HEADING) if fact.label}
    wording, role = "", ""
    for line in seen.document.lines:
        point = next((each for each in rules.indicators if is_point(line.text, each)), None)
        if point is not None:
            wording, role = (plain(line.text), roles.get(line.place, "")) if point.id == cell.id else ("", "")
        elif role and roles.get(line.place) == role:
            wording = ""
        elif wording:
            yield line, wording


def rows_told(seen: Observed, cell: Indicator, rules: RuleSet) -> Iterator[tuple[str, Place]]:
    """What stands beside the wording of a cell in a table that goes through the points of the form."""
    titles = "".join(plain(fact.value) for fact in seen.titles)
    for table in form_tables(seen.document):
        head = plain("".join("".join(row) for row in table.rows[:_HEADS]))
        if is_scoring_form(table, rules.words) or not has_word(titles + head, rules.words.judging.checks):
            continue
        for index, row in enumerate(table.rows):
            at = next((at for at, text in enumerate(row) if _is_label(text, cell)), None)
            if at is not None:
                yield from (
                    (text, table.place_of(index, at + 1 + offset))
                    for offset, text in enumerate(row[at + 1 :])
                    if text.strip() and without_names(text, rules)
                )


def claims(seen: Observed, cell: Indicator, rules: RuleSet) -> bool:
    """Whether a paper says to a point of the form that it is met, if not how."""
    told = (
        *(line.text for line, _ in lines_under(seen, cell, rules)),
        *(text for text, _ in rows_told(seen, cell, rules)),
    )
    return any(rules.words.judging.claimed.any.search(plain(text)) for text in told)


def is_point(text: str, cell: Indicator) -> bool:
    """Whether a line is a heading with the wording of a cell: numbered, or the wording alone."""
    # most lines are longer, whatever blanks stand in them
    bare = plain(text) if len(text) <= 2 * _LONGEST else ""
    if not bare or len(bare) > _LONGEST or _TEXT.search(bare):
        return False
    rest = _NUMBER.sub("", bare)
    if re.search(wording(cell), rest):
        return True
    return rest != bare and _is_id(bare, cell.id) and has_word(rest, map(plain, cell.names))


def is_wording(line: str, quote: str, cell: Indicator, rules: RuleSet) -> bool:
    """Whether a quantity stands in the wording of the form, or in a heading that says how much is asked for."""
    said, asked = plain(quote), plain(line)
    if said in asked and said not in without_names(line, rules):
        return True
    return (
        len(asked) <= _LONGEST
        and not _TEXT.search(asked)
        and has_word(asked, map(plain, cell.names))
        and _BOUNDS.search(asked) is not None
        and (_NUMBER.match(asked) is not None or asked.endswith(tuple(map(plain, cell.names))))
    )


def _is_label(text: str, cell: Indicator) -> bool:
    bare = re.sub(r"\([^()]*\)$", "", _NUMBER.sub("", plain(text)))
    short = 0 < len(bare) <= _LONGEST and not re.search(r"[。;]", bare)
    return short and (re.search(wording(cell), bare) is not None or bare.endswith(tuple(map(plain, cell.names))))


def _is_id(text: str, id_: str) -> bool:
    return re.match(re.escape(id_).replace(r"\.", r"[.\-—–]") + r"(?!\d|[.\-—–]\d)", text.lstrip("(【[")) is not None


# --- questions and forms --------------------------------------------------------------------------------------------


def answers(lines: Sequence[TextLine]) -> Iterator[tuple[Place, str]]:
    """The lines of a chat that follow a question, with it."""
    stamps = [bool(_STAMP.search(line.text)) for line in lines]
    if sum(stamps) < _MESSAGES:
        return
    said: list[str] = []
    question = ""
    for line, is_stamp in zip(lines, stamps, strict=True):
        if is_stamp:
            question = next((text for text in said if _ASKS.search(text)), question if said else "")
            said = []
        else:
            said.append(line.text)
            if question and not _ASKS.search(line.text):
                yield line.place, question


def _of_form(table: Table) -> Iterator[tuple[Place, str]]:
    """The cells of a form or a card of one thing, with what its fields say it is."""
    rows = [[cell for cell in row if cell.strip()] for row in table.rows]
    is_form = max(map(len, rows), default=0) <= _OF_FORM
    fields = [(row[0], row[1]) for row in rows if len(row) == _OF_FORM] if is_form else pairs_of(table)
    names = " ".join(value for label, value in fields if _NAMES_OF.fullmatch(plain(label).rstrip(":")))
    if names:
        yield from (
            (table.place_of(index, at), names) for index, row in enumerate(table.rows) for at in range(len(row))
        )


def _of_fields(lines: Sequence[TextLine]) -> Iterator[tuple[Place, str]]:
    """The lines of a short paper of fields, with what its fields say it is of."""
    fields = [match for line in lines if (match := _FIELD.match(plain(line.text)))]
    names = " ".join(match[2] for match in fields if _NAMES_OF.fullmatch(match[1]))
    if names and len(lines) <= _SHORT:
        yield from ((line.place, names) for line in lines)
