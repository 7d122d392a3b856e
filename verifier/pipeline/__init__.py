"""The order of the stages: observe a bundle, judge what was observed. The only room that knows it."""

from __future__ import annotations

from verifier.bundle import Amiss, file_in, held_in, interrupted, is_archive, names_in
from verifier.pipeline.collector import uncollected
from verifier.pipeline.judging import Judgement, judge, school_of, whose
from verifier.pipeline.notices import looks_like_one_school
from verifier.pipeline.observing import Sight, observe, observe_file
from verifier.pipeline.opening import Opening, documents_of, opening, papers_of, programs
from verifier.pipeline.progress import Progress, Silent
from verifier.workers import working_folder

__all__ = [
    "Amiss",
    "Judgement",
    "Opening",
    "Progress",
    "Sight",
    "Silent",
    "documents_of",
    "file_in",
    "held_in",
    "interrupted",
    "is_archive",
    "judge",
    "looks_like_one_school",
    "names_in",
    "observe",
    "observe_file",
    "opening",
    "papers_of",
    "programs",
    "school_of",
    "uncollected",
    "whose",
    "working_folder",
]
