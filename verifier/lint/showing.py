"""The findings as text for people: first what is open, with how it can be settled, then what is settled and by what."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from verifier.lint.findings import CODES, REMARKS, Finding, Located
from verifier.rules.loading import REMARKS_FILE


def open_findings(found: Sequence[Located]) -> tuple[Located, ...]:
    return tuple(each for each in found if not each.finding.settled)


def findings_shown(found: Sequence[Located], compared: bool) -> str:
    """All findings; `compared` says whether the policy's own text was given."""
    return "\n".join(_lines(found, compared))


def _lines(found: Sequence[Located], compared: bool) -> Iterator[str]:
    unsettled = open_findings(found)
    settled = [each for each in found if each.finding.settled]
    if unsettled:
        yield f"待确定的问题（{len(unsettled)} 处）："
        yield "（请改正，或在 readings 中写明读法；核对后认为不必改的，"
        yield f"  把问题下面的一行写进 {REMARKS_FILE} 的 accepted，并写明理由）"
        for each in unsettled:
            yield f"  {_told(each)}"
            if each.finding.part != REMARKS:
                yield f"    {_remark(each.finding)}"
    if settled:
        yield f"已确定的问题（{len(settled)} 处）："
        for each in settled:
            yield f"  {_told(each)}"
            yield f"    {each.finding.settled}"
    if not compared:
        yield "没有给出政策原文（--policy 文件），引文未与原文核对"


def _told(each: Located) -> str:
    finding = each.finding
    return f"{each.file} 第{each.line}行第{each.column}列 {finding.at} {CODES[finding.code]}：{finding.text}"


def _remark(finding: Finding) -> str:
    """The line that accepts a finding, to be copied."""
    return f"- {{finding: {finding.code}, at: {json.dumps(finding.at, ensure_ascii=False)}, reason: 理由}}"
