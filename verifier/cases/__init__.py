"""A rule set's own cases: facts in, points and flags out; what they try, and drafts of those that are missing."""

from verifier.cases.coverage import Coverage, Threshold, coverage
from verifier.cases.drafting import drafts, write_drafts
from verifier.cases.running import Outcome, cells_without, run_cases, score_groups, tally_of
from verifier.cases.showing import coverage_shown
from verifier.cases.written import CaseFile, CellCase, SheetCase, cases_of, exact, facts_of, load_cases

__all__ = [
    "CaseFile",
    "CellCase",
    "Coverage",
    "Outcome",
    "SheetCase",
    "Threshold",
    "cases_of",
    "cells_without",
    "coverage",
    "coverage_shown",
    "drafts",
    "exact",
    "facts_of",
    "load_cases",
    "run_cases",
    "score_groups",
    "tally_of",
    "write_drafts",
]
