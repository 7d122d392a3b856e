"""How the outputs say things in Chinese: numbers, places, states, severities."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

SEVERITIES: Mapping[str, str] = {"gap": "缺口", "review": "待核", "note": "提示"}
SHAPES: Mapping[str, str] = {"gap": "▲", "review": "◆", "note": "○", "ready": "✓"}
FLAGS: Mapping[str, str] = {
    "no-evidence": "没有材料",
    "partial-evidence": "材料不全",
    "below-threshold": "未达到上一档",
    "content-unconfirmed": "内容未证实",
    "judgement-required": "需人工判断",
    "rule-ambiguous": "条款读法不一",
    "external-data-required": "需核对业务系统",
    "denominator-missing": "缺少总数",
    "totals-disagree": "数据不一致",
    "date-missing": "缺少日期",
    "date-outside-period": "不在考核期内",
    "date-conflict": "日期不一致",
    "duplicate-file": "文件重复",
    "near-duplicate": "照片重复",
    "reused-across-indicators": "照片用于多项",
    "reused-from-earlier": "往年用过",
    "reused-across-schools": "他校用过",
    "duplicate-post": "推送重复",
    "duplicate-person": "人员重复",
    "id-invalid": "证件号码有误",
    "name-id-mismatch": "姓名与号码不符",
    "not-in-roster": "不在名册中",
    "employer-not-local": "单位不在本市",
    "employer-locality-unknown": "单位所在地不明",
    "seal-missing": "缺少印章",
    "school-mismatch": "不是本校材料",
    "image-edited": "图片可能修改过",
    "misfiled": "放错文件夹",
    "unassigned": "未对应指标",
    "low-confidence": "识别把握不足",
    "columns-missing": "缺少列",
    "rows-invalid": "有无效行",
    "hidden-rows": "有隐藏内容",
    "unreadable-file": "无法读取",
    "password-protected": "有打开密码",
    "unsupported-format": "格式不支持",
    "type-mismatch": "扩展名不符",
    "unsafe-entry": "路径不安全",
    "limit-exceeded": "超出上限",
    "self-score-differs": "与自评分不同",
    "submission-incomplete": "报送材料不全",
    "rules-expired": "规则集已过期",
    "year-unknown": "年度不明",
    "school-unknown": "学校不明",
}
"""code of a flag → its short name"""
STATUSES: Mapping[str, str] = {"ready": "无疑问", "review": "待核", "gap": "缺口"}
STANDARDS: Mapping[str, tuple[str, str]] = {
    "met": ("ready", "具备"),
    "unmet": ("gap", "不具备"),
    "review": ("review", "待核"),
    "missing": ("gap", "没有材料"),
}
"""state of a standard of the station → how it is marked and said"""
FILE_STATUSES: Mapping[str, str] = {
    "read": "已读取",
    "partly-read": "部分读取",
    "unreadable": "无法读取",
    "unsupported": "格式不支持",
    "refused": "已拒收",
    "ignored": "系统文件，已略过",
}
FILE_KINDS: Mapping[str, str] = {
    "image": "图片",
    "pdf": "PDF",
    "word": "Word",
    "sheet": "表格",
    "text": "文本",
    "archive": "压缩包",
    "other": "其他",
}
PARTS: Mapping[str, str] = {"both": "分子和分母", "numerator": "分子", "denominator": "分母", "out": "未计入"}
"""where a row stands in a rate"""
FACTS: Mapping[str, str] = {
    "office_area_m2": "办公面积（平方米）",
    "training_seats": "培训场地容量（人）",
    "staff": "工作人员（人）",
    "fulltime_liaison": "专职联络员（人）",
    "survey_answers": "有效答卷（份）",
    "graduates": "毕业生总数（人）",
    "posts": "推送（条）",
    "interns": "实习毕业生（人）",
    "registered": "平台注册（人）",
    "retention": "本年留威率",
    "retention_last": "上年留威率",
    "fairs": "招聘会（场）",
    "trained": "参训（人）",
    "enrolled": "在校生（人）",
    "trained_by_level": "参训，按层次",
    "enrolled_by_level": "在校生，按层次",
    "innovations": "创新工作（项）",
    "undergraduate": "本科",
    "college": "专科",
    "postgraduate": "研究生",
    "published_on": "发布日期",
    "issued_on": "落款日期",
    "taken_on": "拍摄日期",
    "held_on": "活动日期",
    "date": "日期",
    "area": "面积",
    "count": "数量",
    "percent": "比例",
    "school": "学校",
    "title": "标题",
    "seal": "印章",
    "person": "人员",
    "employer": "用人单位",
    "document_type": "材料类型",
    "file": "文件",
    "heading": "标题",
    "statement": "情况说明",
    "text": "正文",
    "parts": "制度（项）",
    "post": "推送",
    "internship": "实习",
    "agreement": "就业协议",
    "event": "活动",
    "roster": "名册",
    "photo": "照片",
    "venue": "场地",
    "equipment": "设备",
}
RATES = frozenset({"retention", "retention_last", "percent"})

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)


def clean(text: Any) -> str:
    """Text without control characters, halves of surrogates and marks that turn the reading direction."""
    return _INVISIBLE.sub("", str(text)).replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: Any, longest: int = 0) -> str:
    """Cleaned text on one line, cut with … after `longest` characters (0: never)."""
    line = " ".join(clean(text).split())
    return line if not longest or len(line) <= longest else line[: longest - 1] + "…"


def number(value: Any, places: int = 2) -> str:
    """A number with at most `places` decimals, half up, trailing zeros cut; '' for None."""
    if value is None:
        return ""
    rounded = exact(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = format(rounded, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def exact(value: Any) -> Decimal:
    """The decimal that stands in the record; floats by their shortest form."""
    return Decimal(str(value or 0))


def signed(value: Any) -> str:
    """+5, −2.5, 0."""
    text = number(abs(exact(value)))
    return text if text == "0" else f"{'+' if exact(value) > 0 else '−'}{text}"


def span(low: Any, high: Any) -> str:
    """`0–10`, or one number where both print the same."""
    first, last = number(low), number(high)
    return first if first == last else f"{first}–{last}"


def citation(item: Mapping[str, Any]) -> str:
    """The place of a piece of evidence or a flag, as a person reads it; '' when it has none."""
    if not item.get("file"):
        return ""
    file = one_line(item["file"])
    if item.get("cell"):
        return f"{file} {one_line(item['cell'])}"
    if item.get("line"):
        return f"{file} 第{item['line']}段"
    return f"{file} 第{item['page']}页" if item.get("page") else file


def flag_name(code: Any) -> str:
    return FLAGS.get(str(code), one_line(code))


def fact_name(key: Any) -> str:
    return FACTS.get(str(key), one_line(key))


def fact_value(key: Any, value: Any) -> str:
    """The value of a fact for a person: rates as per cent, lists and tables spelled out.

    '' where the words of the paper say it alone: the type of a paper is a code.
    """
    if key == "document_type":
        return ""
    if key == "roster" and isinstance(value, Mapping):
        return f"{number(value.get('rows'))}行"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        return "，".join(f"{fact_name(inner)} {fact_value(inner, part)}" for inner, part in value.items())
    if isinstance(value, list | tuple):
        return "、".join(fact_value(key, part) for part in value)
    if isinstance(value, int | float | Decimal):
        return f"{number(exact(value) * 100)}%" if key in RATES else number(value, 4)
    return "" if value is None else one_line(value)


def yuan(amount: Any) -> str:
    """50000 → 5万元."""
    value = exact(amount)
    return f"{number(value / 10000)}万元" if value >= 10000 else f"{number(value)}元"
