"""The codes of flags: the severity that each has where a rule set does not lower it, and its short name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from verifier.model.papers import Severity


@dataclass(frozen=True, slots=True)
class FlagKind:
    severity: Severity
    name: str
    """Chinese"""


FLAGS: Mapping[str, FlagKind] = {
    "no-evidence": FlagKind("gap", "没有材料"),
    "partial-evidence": FlagKind("gap", "材料不全"),
    "below-threshold": FlagKind("gap", "未达到上一档"),
    "content-unconfirmed": FlagKind("review", "内容未证实"),
    "judgement-required": FlagKind("review", "需人工判断"),
    "rule-ambiguous": FlagKind("review", "条款读法不一"),
    "external-data-required": FlagKind("review", "需核对业务系统"),
    "denominator-missing": FlagKind("review", "缺少总数"),
    "totals-disagree": FlagKind("review", "数据不一致"),
    "date-missing": FlagKind("review", "缺少日期"),
    "date-outside-period": FlagKind("gap", "不在考核期内"),
    "date-conflict": FlagKind("review", "日期不一致"),
    "duplicate-file": FlagKind("note", "文件重复"),
    "near-duplicate": FlagKind("review", "照片重复"),
    "reused-across-indicators": FlagKind("review", "照片用于多项"),
    "reused-from-earlier": FlagKind("gap", "往年用过"),
    "reused-across-schools": FlagKind("gap", "他校用过"),
    "duplicate-post": FlagKind("note", "推送重复"),
    "duplicate-person": FlagKind("review", "人员重复"),
    "id-invalid": FlagKind("review", "证件号码有误"),
    "name-id-mismatch": FlagKind("review", "姓名与号码不符"),
    "not-in-roster": FlagKind("review", "不在名册中"),
    "employer-not-local": FlagKind("gap", "单位不在本市"),
    "employer-locality-unknown": FlagKind("review", "单位所在地不明"),
    "seal-missing": FlagKind("review", "缺少印章"),
    "school-mismatch": FlagKind("gap", "不是本校材料"),
    "image-edited": FlagKind("review", "可能修改过"),
    "misfiled": FlagKind("review", "放错文件夹"),
    "unassigned": FlagKind("review", "未对应指标"),
    "low-confidence": FlagKind("review", "识别把握不足"),
    "text-corrected": FlagKind("note", "人工更正文字"),
    "correction-unused": FlagKind("review", "更正没有采用"),
    "columns-missing": FlagKind("gap", "缺少列"),
    "rows-invalid": FlagKind("review", "有无效行"),
    "hidden-rows": FlagKind("note", "有隐藏内容"),
    "remarks-unread": FlagKind("note", "批注未计入"),
    "unreadable-file": FlagKind("gap", "无法读取"),
    "password-protected": FlagKind("gap", "有打开密码"),
    "unsupported-format": FlagKind("gap", "格式不支持"),
    "type-mismatch": FlagKind("note", "扩展名不符"),
    "unsafe-entry": FlagKind("gap", "路径不安全"),
    "limit-exceeded": FlagKind("gap", "超出上限"),
    "self-score-differs": FlagKind("note", "与自评分不同"),
    "submission-incomplete": FlagKind("gap", "报送材料不全"),
    "rules-expired": FlagKind("review", "规则集已过期"),
    "year-unknown": FlagKind("review", "年度不明"),
    "school-unknown": FlagKind("review", "学校不明"),
}

WITHHOLD_NOTHING = frozenset(
    {"duplicate-person", "id-invalid", "image-edited", "misfiled", "name-id-mismatch", "near-duplicate"}
)
"""codes of findings that a person has to look at, while what they are about counts all the same: no points hang on them
where nothing else is said"""


def default_severity(code: str) -> Severity:
    """Of a code that is unknown `review`: a person has to look."""
    return FLAGS[code].severity if code in FLAGS else "review"


_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""without those that are taken for others"""
_LENGTH = 5


def question_number(cell: str, code: str, content: str = "") -> str:
    """How a gap or an open question is called wherever it stands, and in every check that finds it again: 3.1-7K2QA.

    The cell ('' for the whole bundle, which is called 0), the code of the flag and the content of the file that it is
    about (its SHA-256, '' where it is about none) decide it; neither a name nor the words of the message do.
    """
    digest = int.from_bytes(sha256("\n".join((cell, code, content)).encode()).digest())
    return f"{cell or '0'}-{''.join(_SIGNS[digest >> 5 * at & 31] for at in range(_LENGTH))}"
