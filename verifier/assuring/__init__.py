"""How surely a result was read: a sample to look at, and what the answers say of all of it."""

from __future__ import annotations

from verifier.assuring.drawing import Reading, place_of, readings_of
from verifier.assuring.kept import Answer, Draw, UnreadableSample
from verifier.assuring.listing import answered, write_list
from verifier.assuring.schools import GOAL, SchoolAssured, schools_assured, size_for
from verifier.assuring.standing import NotAsked, Standing, answer, draw, standing, take_back
from verifier.assuring.stating import Assured, wrong_told
from verifier.assuring.telling import sentence_of, told_of
from verifier.assuring.twice import Lines, ReadAgain

__all__ = [
    "GOAL",
    "Answer",
    "Assured",
    "Draw",
    "Lines",
    "NotAsked",
    "ReadAgain",
    "Reading",
    "SchoolAssured",
    "Standing",
    "UnreadableSample",
    "answer",
    "answered",
    "draw",
    "place_of",
    "readings_of",
    "schools_assured",
    "sentence_of",
    "size_for",
    "standing",
    "take_back",
    "told_of",
    "write_list",
    "wrong_told",
]
