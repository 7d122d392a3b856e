"""Lint of a rule set that loads: what the rules leave open, contradict or never try, and what settles each of it.

Pure functions from the typed rule set, a module a family; `look_over` joins them and gives each finding its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from verifier.cases import CaseFile, cases_of
from verifier.lint.bands import of_bands
from verifier.lint.claims import of_claims
from verifier.lint.clauses import of_clauses
from verifier.lint.figures import of_figures
from verifier.lint.findings import CODES, FORM, HEAD, REMARKS, WORDS, Finding, Located
from verifier.lint.measures import of_measures, of_standards
from verifier.lint.policy import read_policy
from verifier.lint.quotes import of_policy, of_quotes
from verifier.lint.remarks import Accepted, Remarks, read_remarks, settled
from verifier.lint.showing import findings_shown, open_findings
from verifier.lint.tiers import of_tiers
from verifier.lint.tried import of_cases
from verifier.lint.words import of_words
from verifier.model import RuleSet
from verifier.rules import folder_of, load_rule_set
from verifier.rules.loading import read_source
from verifier.rules.yamlfile import YamlFile

__all__ = [
    "CODES",
    "Accepted",
    "Finding",
    "Located",
    "Remarks",
    "findings",
    "findings_shown",
    "look_over",
    "open_findings",
    "read_policy",
]


def look_over(path: Path, policy: str | None, today: date) -> tuple[Located, ...]:
    """Everything that is found in a rule set, settled or not, in the order of its files.

    Raises RuleError where it does not load.
    """
    rules, folder = load_rule_set(path), folder_of(path)
    remarks_file, remarks = read_remarks(folder)
    source = read_source(folder)
    files = {HEAD: source.head, FORM: source.form, REMARKS: remarks_file}
    files |= {group.id: file for group, file in zip(rules.groups, source.groups, strict=True)}
    files |= {f"{WORDS}/{key}": file for file in source.words for key in file.data}
    found = settled(tuple(findings(rules, cases_of(folder, rules), policy, today)), remarks)
    located = [_located(each, files[each.part]) for each in found]
    order = {file.path.name: at for at, file in enumerate(each for each in files.values() if each)}
    return tuple(sorted(located, key=lambda each: (order[each.file], each.line, each.column, each.finding.code)))


def findings(rules: RuleSet, cases: Sequence[CaseFile], policy: str | None, today: date) -> Iterator[Finding]:
    """What each family finds; what claims to be the policy's wording is compared only where its text is given."""
    if rules.valid_to < today:
        text = f"有效期至{rules.valid_to}，已经结束；有后继文件的，请另建一套规则"
        yield Finding("expired", HEAD, ("valid_to",), "valid_to", text)
    yield from of_bands(rules)
    yield from of_measures(rules)
    yield from of_standards(rules)
    yield from of_quotes(rules)
    yield from of_clauses(rules)
    yield from of_figures(rules)
    yield from of_tiers(rules)
    yield from of_claims(rules)
    yield from of_words(rules)
    yield from of_cases(rules, cases)
    if policy is not None:
        yield from of_policy(rules, policy)


def _located(each: Finding, file: YamlFile | None) -> Located:
    if file is None:  # what is found in a part of the rule set is found because that part is there
        raise ValueError(each.part)
    line, column = file.position(each.keys)
    return Located(each, file.path.name, line, column)
