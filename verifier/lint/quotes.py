"""What claims to be official wording, held against the form, and against the policy's own text where that is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from unicodedata import normalize

from verifier.lint.findings import FORM, HEAD, Finding, Placed, placed
from verifier.model import Band, Form, FormRow, RuleSet
from verifier.rules.yamlfile import Keys

_QUOTED = re.compile("“([^”]+)”")
_SPLIT = re.compile(r"[\n，。；：]")
"""a line of the form may be broken anywhere, and a clause joins cells of it"""
_PLACES = re.compile(r"[／；、（）“”：\s]")


def of_quotes(rules: RuleSet) -> Iterator[Finding]:
    """What can be told without the policy."""
    for what, index, band in _bands(rules):
        if not band.cite.partition("：")[2].strip():
            text = f"“{band.cite}”只有出处，没有引文；请写成“出处：原文”"
            yield Finding("no-quote", HEAD, (what, index, "cite"), f"{what} {index}", text)
    if rules.form is not None:
        yield from _against_form(rules, rules.form)


def _bands(rules: RuleSet) -> Iterator[tuple[str, int, Band]]:
    yield from (("grades", index, band) for index, band in enumerate(rules.grades))
    yield from (("awards", index, band) for index, band in enumerate(rules.awards))


def _against_form(rules: RuleSet, form: Form) -> Iterator[Finding]:
    rows = {row.indicator: row for row in form.rows}
    asked = ""
    for each in placed(rules):
        row = rows[each.cell.id]
        asked = row.requirement or asked  # an empty text is merged upward
        yield from _against_row(each, row, asked)
    printed = {rules.group_of(row.indicator).id: f"{row.group}{row.area}" for row in reversed(form.rows)}
    for group in rules.groups:
        weights = re.findall(r"权重(\d+(?:\.\d+)?)%", plain(printed.get(group.id, "")))
        if weights and Fraction(weights[0]) / 100 != group.weight:
            text = f"权重写作{float(group.weight * 100):g}%，附表印的是{weights[0]}%"
            yield Finding("form-differs", group.id, ("weight",), f"{group.id} weight", text)


def _against_row(each: Placed, row: FormRow, asked: str) -> Iterator[Finding]:
    content = plain(row.content or row.area)
    for keys, said, printed in (
        (("name",), each.cell.name, content),
        (("clause", "text"), each.cell.clause.text, content + plain(row.standard)),
        (("clause", "requirement"), each.cell.clause.requirement, plain(asked)),
    ):
        if plain(said) not in (printed, plain(row.standard) if keys[-1] == "text" else printed):
            text = f"“{said}”与 form.yaml 中这一行的文字不同"
            yield each.finding("form-differs", keys, keys[-1], text)


def of_policy(rules: RuleSet, policy: str) -> Iterator[Finding]:
    """What claims to be official wording and does not stand in the policy's text."""
    whole = plain(policy)
    for each in placed(rules):
        for keys, text in _quoted(each):
            if (missed := _missed(text, whole)) is not None:
                yield each.finding("not-in-policy", keys, missed, _told(missed))
    for keys, text in _quoted_by_head(rules):
        if (missed := _missed(text, whole)) is not None:
            yield Finding("not-in-policy", HEAD, keys, f"{keys[0]} {missed}", _told(missed))
    if rules.form is not None:
        for keys, text in _printed(rules.form, whole):
            if (missed := _missed(text, whole)) is not None:
                yield Finding("not-in-policy", FORM, keys, missed, _told(missed))


def _quoted(each: Placed) -> Iterator[tuple[Keys, str]]:
    """What a cell gives as the policy's words."""
    clause = each.cell.clause
    yield ("clause", "text"), clause.text
    yield ("clause", "requirement"), clause.requirement
    yield from ((("clause", "cite"), each) for each in _places(clause.cite))
    for at, reading in enumerate(each.cell.readings):
        yield from ((("readings", at, "text"), quote) for quote in _QUOTED.findall(reading.text))


def _quoted_by_head(rules: RuleSet) -> Iterator[tuple[Keys, str]]:
    for what, index, band in _bands(rules):
        yield from (((what, index, "cite"), each) for each in _places(band.cite))
    yield from ((("submission", "cite"), each) for each in _places(rules.submission.cite))
    yield from ((("standards_cite",), each) for each in _places(rules.standards_cite))
    for at, standard in enumerate(rules.standards):
        yield from ((("standards", at, "cite"), each) for each in _places(standard.cite))


def _places(cite: str) -> list[str]:
    """The headings and quotes that a citation names, without the numbers of chapters before them."""
    return [each for each in _PLACES.split(cite) if len(plain(each)) > 1]


def _told(missed: str) -> str:
    return f"政策原文中没有“{missed}”"


def _missed(text: str, whole: str) -> str | None:
    """The first piece of a text that does not stand in the policy."""
    pieces = [piece for piece in _SPLIT.split(text) if plain(piece)]
    return next((piece for piece in pieces if plain(piece) not in whole), None)


def _printed(form: Form, whole: str) -> Iterator[tuple[Keys, str]]:
    """What the forms print word for word; of an annex that the policy does not have, its title stands for all of it."""
    yield ("title",), form.title
    yield from ((("columns", at), text) for at, text in enumerate(form.columns))
    for at, row in enumerate(form.rows):
        for key in ("group", "area", "content", "standard", "requirement"):
            yield ("rows", at, key), getattr(row, key) or ""
    for name, layout in (("annex1", form.annex1), ("annex3", form.annex3)):
        yield (name, "title"), layout.title
        for at, line in enumerate(layout.rows if _missed(layout.title, whole) is None else ()):
            yield from (((name, "rows", at, "cells", index), cell.text) for index, cell in enumerate(line.cells))


def plain(text: str) -> str:
    """Without blanks and punctuation, of one width: two prints of the same words differ in these."""
    return "".join(each for each in normalize("NFKC", text) if each.isalnum() or each in "<>≤≥%")
