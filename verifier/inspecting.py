"""What the tool sees in one file, written out for a person."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.model import DateSpan, Fact, Observed, Roster, RuleSet
from verifier.pipeline import Judgement, Sight
from verifier.record import brief


def described(sight: Sight, judged: Judgement, rules: RuleSet) -> str:
    """Lines with boxes and confidence, tables, facts with their quotes, the cells it speaks for and why."""
    return "\n".join(_lines(sight, judged, rules))


def _lines(sight: Sight, judged: Judgement, rules: RuleSet) -> Iterator[str]:
    for file in sight.files:
        reason = f"（{file.reason}）" if file.reason else ""
        yield f"文件：{file.path}　类型：{file.kind}　状态：{file.status}{reason}"
    for seen in sight.observed:
        yield from _paper(seen)
    yield "能证明的指标："
    names = {cell.id: cell.name for cell in rules.indicators}
    said = False
    for cell, tally in judged.tallies.items():
        for each in tally.evidence:
            said = True
            yield f"  {cell} {names[cell]}：{each.why}（{_STANDING[each.standing]}）"
    if not said:
        yield "  没有"
    flags = [*sight.flags, *(flag for tally in judged.tallies.values() for flag in tally.flags)]
    if flags:
        yield "提示："
        for flag in flags:
            yield f"  [{flag.code}] {flag.message}"


_STANDING = {"firm": "计入", "counted": "计入，最低分不计", "open": "只计入最高分", "out": "不计入"}


def _paper(seen: Observed) -> Iterator[str]:
    document = seen.document
    yield f"—— {seen.path}：{len(document.pages)} 页，{len(document.lines)} 行，{len(document.tables)} 个表"
    for page in document.pages:
        for line in page.lines:
            where = f"{line.place.box}" if line.place.box else f"第{line.place.line}段"
            sure = f" {line.confidence:.2f}" if line.origin == "ocr" else ""
            yield f"  {where}{sure} {line.text}"
    for table in document.tables:
        yield f"  表 {table.sheet or table.title}：{len(table.rows)} 行"
        for row in table.rows[:5]:
            yield "    " + " | ".join(row)
    yield "  事实："
    for fact in seen.facts:
        yield f"    {fact.kind}{'/' + fact.role if fact.role else ''} {_value(fact)}　“{fact.quote[:60]}”　{fact.place}"


def _value(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, DateSpan):
        return f"{value.start}…{value.end}" if value.start else f"{value.month}月{value.day}日（无年份）"
    if isinstance(value, Roster):
        columns = "、".join(f"{c.header}→{c.field}({c.confidence:.2f})" for c in value.columns)
        return f"{len(value.rows)} 行，略去 {len(value.left_out)} 行；列：{columns}"
    return str(brief(value))
