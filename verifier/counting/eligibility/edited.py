"""Whether a picture's metadata say that a program made it, wrote it, or wrote it later."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.counting.flags import flag
from verifier.model import Flag, Indicator, Observed, Picture, RuleSet


def edited(cell: Indicator, seen: Observed, rules: RuleSet) -> tuple[Flag, ...]:
    """The question that an edited picture raises; it counts all the same."""
    picture = seen.document.picture
    told = _told(picture, rules) if picture is not None else ""
    return (flag("image-edited", cell.id, told, picture.place),) if picture is not None and told else ()


def _told(picture: Picture, rules: RuleSet) -> str:
    """Chinese: what the metadata say and what to do; '' where they say nothing."""
    traces = picture.traces or ((picture.software,) if picture.software else ())
    if made := _named(traces, rules.words.photos.generators):
        return f"图片文件自称由人工智能生成或合成（标记为“{made}”），请与原图核对"
    if by := _named(traces, rules.words.photos.editors):
        return f"图片由“{by}”保存过，可能修改过，请与原图核对"
    later = picture.taken_at and picture.changed_at and picture.changed_at - picture.taken_at
    if later and later.days >= rules.assessment.edited_days:
        return f"图片文件在拍摄{later.days}天后又被改写过，可能修改过，请与原图核对"
    return ""


def _named(traces: Sequence[str], words: Sequence[str]) -> str:
    """The first trace that bears one of the words, as it stands; '' when none does."""
    return next((each for each in traces if any(word.lower() in each.lower() for word in words)), "")
