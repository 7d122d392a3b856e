"""How headings and captions begin in Chinese papers, where no style says what they are."""

from __future__ import annotations

import re

LONGEST = 40
"""characters"""
LONGEST_TITLE = 60
TITLE_LINES = 3
LONGEST_CAPTION = 60
"""characters; a longer text beside a picture is running text"""
ANNEX = r"附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?$"
"""stands over the title of an annex, at the left"""
LABELLED = r"(?:附?图|照片|图片|截图)\s*[\d一二三四五六七八九十]"
"""how a caption begins that says so"""
_NUMBERED = (
    (1, r"第?[一二三四五六七八九十百]+[、章节部]"),
    (2, r"[（(][一二三四五六七八九十]+[)）]"),
    (3, r"\d{1,2}(?:\.\d{1,2})*[.、．]\s*\D|\d{1,2}(?:\.\d{1,2})+\s+\D"),
    (4, r"[（(]\d{1,2}[)）]\s*\D"),
)
_SENTENCE_ENDS = ("。", "；", ";", "，", ",", "！")


def heading_level(text: str) -> int:
    """1 for the outermost (一、), 0 for a text that is no numbered heading."""
    if not text or len(text) > LONGEST or text.endswith(_SENTENCE_ENDS):
        return 0
    return next((level for level, pattern in _NUMBERED if re.match(pattern, text)), 0)
