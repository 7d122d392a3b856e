"""What the tool sees in one file, written out for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from verifier.model import (
    DOCUMENT_TYPE,
    FACT_NAMES,
    FILE_KINDS,
    FILE_STATUSES,
    FLAGS,
    PICTURE,
    ROLE_NAMES,
    SCREEN,
    SEAL,
    SELF_SCORE,
    TABLE_LEFT_OUT,
    VALUE_NAMES,
    Column,
    DateSpan,
    Fact,
    Observed,
    Person,
    Place,
    Roster,
    RosterSummary,
    RuleSet,
    Seal,
    Table,
    TextLine,
    column_letters,
)
from verifier.pipeline import Judgement, Sight
from verifier.record import brief

Mask = Callable[[Person], Person]

FIRST_ROWS = 5
"""rows shown of a table"""
FIRST_PLACES = 5
"""places named of one thing that many rows share"""
SURE = 0.9
"""a column recognised with less is marked"""


def described(sight: Sight, judged: Judgement, rules: RuleSet, mask: Mask) -> Iterator[str]:
    """Lines with boxes and confidence, tables, facts with their quotes, the cells it speaks for and why.

    `mask` takes what is personal out of the people of a table. What was broken in a cell or a quote is one text with
    its breaks.
    """
    for file in sight.files:
        reason = f"（{file.reason}）" if file.reason else ""
        kind, status = FILE_KINDS[file.kind], FILE_STATUSES[file.status]
        yield f"文件：{file.path}　类型：{kind}　状态：{status}{reason}"
    for seen in sight.observed:
        yield from _paper(seen, {roll.place: roll for roll in judged.rolls}, rules, mask)
    yield "能证明的指标："
    yield from list(_evidence(judged, rules)) or ["  没有"]
    flags = [*sight.flags, *(flag for tally in judged.tallies.values() for flag in tally.flags)]
    if flags:
        yield "提示："
        yield from dict.fromkeys(f"  {FLAGS[flag.code].name}：{flag.message}" for flag in flags)


def _evidence(judged: Judgement, rules: RuleSet) -> Iterator[str]:
    names = {cell.id: cell.name for cell in rules.indicators}
    for cell, tally in judged.tallies.items():
        for each in tally.evidence:
            yield f"  {cell} {names[cell]}：{each.why}（{_STANDING[each.standing]}）"


_STANDING = {"firm": "计入", "counted": "计入，最低分不计", "open": "只计入最高分", "out": "不计入"}


def _paper(seen: Observed, rolls: dict[Place, RosterSummary], rules: RuleSet, mask: Mask) -> Iterator[str]:
    document = seen.document
    every = (*document.tables, *document.grids)
    yield f"—— {seen.path}：{len(document.pages)} 页，{len(document.lines)} 行，{len(every)} 个表"
    yield from map(_line, document.lines)
    of_people = [fact.value for fact in seen.rosters if fact.value.place in rolls]
    behind = [_table_of(roster, every) for roster in of_people]
    for table in every:
        yield f"  表 {table.sheet or table.title}：{len(table.rows)} 行"
        if not any(table is each for each in behind):
            yield from ("    " + " | ".join(row) for row in table.rows[:FIRST_ROWS])
    for roster, its_table in zip(of_people, behind, strict=True):
        yield from _people(roster, rolls[roster.place], its_table, rules, mask)
    yield "  事实："
    yield from _facts(seen, of_people, rules)


def _line(line: TextLine) -> str:
    where = f"{line.place.box}" if line.place.box else f"第{line.place.line}段"
    sure = f" {line.confidence:.2f}" if line.origin == "ocr" else ""
    return f"  {where}{sure} {line.text}"


def _facts(seen: Observed, of_people: list[Roster], rules: RuleSet) -> Iterator[str]:
    """Each fact with its quote and place; those in the rows of a table of people are only counted."""
    rows = {_row_of(row.place) for roster in of_people for row in roster.rows if row.place.cell}
    many: Counter[str] = Counter()
    for fact in seen.facts:
        if any(fact.value is roster for roster in of_people):
            continue
        if fact.place.cell and _row_of(fact.place) in rows and fact.kind != TABLE_LEFT_OUT:
            many[_kind(fact)] += 1
        else:
            yield f"    {_fact(fact, rules)}　{fact.place}"
    for kind, number in many.items():
        yield f"    {kind}：人员表各行中 {number} 处，不逐一列出"


def _fact(fact: Fact[object], rules: RuleSet) -> str:
    if TABLE_LEFT_OUT.is_of(fact):
        return f"略去的表：{fact.quote[:60]}，{fact.label}，{fact.value.number} 行"
    quote = fact.quote if SEAL.is_of(fact) else fact.quote[:60]
    return f"{_kind(fact)} {_value(fact, rules)}　“{quote}”"


def _kind(fact: Fact[object]) -> str:
    name = FACT_NAMES.get(fact.kind.name, fact.kind.name)
    return f"{name}（{ROLE_NAMES[fact.role]}）" if fact.role in ROLE_NAMES else name


def _row_of(place: Place) -> tuple[str, int | None]:
    return (place.cell or "").rpartition("!")[0], _row_number(place)


# --- tables of people -----------------------------------------------------------------------------


def _people(roster: Roster, roll: RosterSummary, table: Table | None, rules: RuleSet, mask: Mask) -> Iterator[str]:
    """What was understood of a table of people."""
    yield f"  人员表 {roster.place.cell or roster.place}：{roster.title or '没有标题'}"
    yield f"    认作：{roll.taken_for}{f'（依据：{roll.told_by}）' if roll.told_by else ''}"
    if roll.joined:
        yield f"    与其他表：{roll.joined}"
    yield f"    表头：{_header_rows(roster, table)}"
    yield from (f"    列：{_column(column, roster, rules)}" for column in roster.columns)
    if roster.unknown_headers:
        yield f"    没有认出的列：{'、'.join(roster.unknown_headers)}"
    yield from _rows(roster)
    if table is not None:
        yield from _put_right(roster, table, rules)
    yield f"    前 {min(FIRST_ROWS, len(roster.rows))} 行读作："
    yield from (f"      {_where(row.place)} {_told(mask(row.person))}" for row in roster.rows[:FIRST_ROWS])


def _rows(roster: Roster) -> Iterator[str]:
    """How many rows there are, and which can't be used."""
    yield f"    人员：{len(roster.rows)} 行"
    yield from _grouped("略去", roster.left_out)
    yield from _grouped("不能使用", ((row.place, row.problem) for row in roster.rows if row.problem))
    if roster.has("resident_id"):
        states = Counter(row.person.id_state if row.person.resident_id else "none" for row in roster.rows)
        counted = (f"{name} {states[state]}" for state, name in _ID_STATES.items() if states[state])
        yield f"    证件号：{'，'.join(counted)}"


_ID_STATES = {
    "valid": "校验正确",
    "invalid": "校验不符",
    "masked": "已打码",
    "destroyed": "末位丢失（科学计数法）",
    "": "其他证件",
    "none": "没有填写",
}
_LEVELS = {"undergraduate": "本科", "college": "专科", "postgraduate": "研究生"}


def _column(column: Column, roster: Roster, rules: RuleSet) -> str:
    at = f"{column_letters(column.index)} " if roster.place.cell and column.index >= 0 else ""
    at = at if column.index >= 0 else "标题 "
    name = rules.words.columns.get(column.field, (column.field,))[0]
    doubt = "，把握不足，请核对" if column.confidence < SURE else ""
    return f"{at}{column.header} → {name}（{column.confidence:.2f}{doubt}）"


def _told(person: Person) -> str:
    told = (
        person.name or "（无姓名）",
        f"证件号 {person.resident_id}" if person.resident_id else "",
        f"学号 {person.student_number}" if person.student_number else "",
        f"考生号 {person.candidate_number}" if person.candidate_number else "",
        person.major,
        _LEVELS.get(person.level, ""),
    )
    return " | ".join(filter(None, told))


def _grouped(what: str, rows: Iterable[tuple[Place, str]]) -> Iterator[str]:
    """A line a reason: how many rows, and the first of them."""
    places: dict[str, list[Place]] = {}
    for place, reason in rows:
        places.setdefault(reason, []).append(place)
    for reason, found in places.items():
        yield f"    {what}：{reason} {len(found)} 行（{_first(found)}）"


def _first(places: list[Place]) -> str:
    shown = "、".join(dict.fromkeys(map(_where, places[:FIRST_PLACES])))
    return shown + (" 等" if len(places) > FIRST_PLACES else "")


def _where(place: Place) -> str:
    """第7行 of a sheet; of another paper its page or paragraph."""
    if (number := _row_number(place)) is not None:
        return f"第{number}行"
    return f"第{place.line}段" if place.line else f"第{place.page}页" if place.page else place.file


def _row_number(place: Place) -> int | None:
    digits = (place.cell or "").rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdigit() else None


def _header_rows(roster: Roster, table: Table | None) -> str:
    first = _row_number(roster.place)
    if first is None or table is None:
        return _where(roster.place)
    heads = (_row_number(place) for place, reason in roster.left_out if reason == "表头")
    last = max((at for at in heads if at is not None), default=first)
    return f"第{first}行" if last == first else f"第{first}至{last}行"


def _table_of(roster: Roster, tables: tuple[Table, ...]) -> Table | None:
    sheet = roster.place.cell.rpartition("!")[0] if roster.place.cell else None
    return next((t for t in tables if (t.sheet == sheet if sheet else _holds(t, roster.place))), None)


def _holds(table: Table, place: Place) -> bool:
    return table.place == place or any(table.place_of(row) == place for row in range(len(table.row_boxes)))


def _row_numbers(table: Table) -> tuple[int, ...]:
    return table.row_numbers or tuple(range(1, len(table.rows) + 1))


def _put_right(roster: Roster, table: Table, rules: RuleSet) -> Iterator[str]:
    """Per column, how many cells were brought into another form than they are written in."""
    written = dict(zip(_row_numbers(table), table.rows, strict=True))
    for column in roster.columns:
        changed: dict[str, list[Place]] = {"统一写法": [], "读不出，没有采用": []}
        for row in roster.rows:
            cells = written.get(_row_number(row.place) or 0, ())
            text = cells[column.index].strip() if 0 <= column.index < len(cells) else ""
            value = row.values.get(column.field, "")
            if text and text != value:
                changed["统一写法" if value else "读不出，没有采用"].append(row.place)
        name = rules.words.columns.get(column.field, (column.field,))[0]
        for what, places in changed.items():
            if places:
                yield f"    {what}：{name} {len(places)} 处（{_first(places)}）"


def _value(fact: Fact[object], rules: RuleSet) -> str:
    value, names = fact.value, rules.words.columns
    if isinstance(value, DateSpan):
        return _span(value)
    if DOCUMENT_TYPE.is_of(fact):
        return fact.label
    if SELF_SCORE.is_of(fact):
        return f"{fact.value.content} {float(fact.value.points):g}分"
    if PICTURE.is_of(fact) or SCREEN.is_of(fact) or isinstance(value, Seal):
        told = str(brief(value))
        return VALUE_NAMES.get(told, told)
    if isinstance(value, Roster):
        read = ((each.header, names.get(each.field, (each.field,))[0], each.confidence) for each in value.columns)
        columns = "、".join(f"{header}→{name}（{sure:.2f}）" for header, name, sure in read)
        return f"{len(value.rows)} 行，略去 {len(value.left_out)} 行；列：{columns}"
    return str(brief(value))


def _span(span: DateSpan) -> str:
    if span.start is None:
        return f"{span.month}月{span.day}日（无年份）"
    return str(span.start) if span.end in (None, span.start) else f"{span.start} 至 {span.end}"
