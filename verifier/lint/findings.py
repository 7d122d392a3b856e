"""What lint finds in a sound rule set: a place, a sentence, and what settles it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from verifier.model import Indicator, RuleSet
from verifier.rules.yamlfile import Keys

HEAD, FORM, CASES, REMARKS, WORDS = "ruleset", "form", "cases", "remarks", "words"
"""parts of a rule set besides its groups, each named by its id; behind `words/` the key of a list"""

CODES: Mapping[str, str] = {
    "clause-hole": "条款有空档",
    "clause-overlap": "条款有重叠",
    "clause-zero": "按字面没有也得分",
    "clause-differs": "分档与条款不同",
    "clause-silent": "条款没有写明不足的怎么计",
    "bound-unsaid": "是否包括本数没有写明",
    "unit-differs": "数与计数项的单位不合",
    "number-unquoted": "数值在条款中没有",
    "points-unquoted": "分数在条款中没有",
    "rate-base": "比率的分母没有写明",
    "joint-conditions": "两项条件是否都要达到",
    "step-or-share": "不足一步的怎么计",
    "slope-start": "加分不从这一档的下限起",
    "tier-hole": "分档有空档",
    "tier-unreached": "这一档达不到",
    "tier-falling": "多的反而得分少",
    "zero-pays": "没有也得分",
    "same-reading": "两种读法没有区别",
    "band-beyond": "分数段超出总分",
    "band-gap": "分数段之间有空档",
    "band-overlap": "分数段有重叠",
    "scale-differs": "标尺与分数段不同",
    "no-quote": "没有引文",
    "form-differs": "与附表不一致",
    "not-in-policy": "政策原文中没有",
    "expired": "有效期已过",
    "measure-uncounted": "没有指标用这个计数项",
    "measure-unnamed": "计数项没有名称",
    "standard-differs": "建站标准与指标不同",
    "claimed-twice": "两项指标用同一个词",
    "word-joined": "词中有全角的逗号或引号",
    "cell-untried": "指标没有算例",
    "threshold-untried": "界限没有算例",
    "remark-unused": "说明没有对应的问题",
}
"""code of a finding → its name for people"""


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    part: str
    """one of the parts above, or the id of a group"""
    keys: Keys
    at: str
    """what it is about, by which a remark names it: `4.4 fairs = 5`"""
    text: str
    """a Chinese sentence"""
    settled: str = ""
    """by what it is settled, in words; '' while it is open"""


@dataclass(frozen=True, slots=True)
class Located:
    """A finding, with the file, line and column of what it is about."""

    finding: Finding
    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and where it stands in the file of its group."""

    cell: Indicator
    group: str
    index: int

    def finding(self, code: str, keys: Keys, what: str, text: str, settled: str = "") -> Finding:
        """A finding below the cell; `what` tells it from others of its code in this cell."""
        at = f"{self.cell.id} {what}".strip()
        return Finding(code, self.group, ("indicators", self.index, *keys), at, text, settled)


def placed(rules: RuleSet) -> Iterator[Placed]:
    for group in rules.groups:
        for index, cell in enumerate(group.indicators):
            yield Placed(cell, group.id, index)
