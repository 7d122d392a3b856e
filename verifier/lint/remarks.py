"""What the people who own a rule set say of findings that they accept: `remarks.yaml`, which changes no points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from verifier.lint.findings import CODES, REMARKS, Finding
from verifier.model import MAY_BE_EMPTY
from verifier.rules.loading import REMARKS_FILE
from verifier.rules.values import Value, record
from verifier.rules.yamlfile import YamlFile, read_yaml


@dataclass(frozen=True, slots=True)
class Accepted:
    finding: str
    """code of what lint finds"""
    at: str
    """of what it is said, as lint prints it"""
    reason: str
    """why it may stay as it is; Chinese"""


@dataclass(frozen=True, slots=True)
class Remarks:
    """`remarks.yaml`."""

    accepted: Annotated[tuple[Accepted, ...], MAY_BE_EMPTY]


def read_remarks(folder: Path) -> tuple[YamlFile | None, Remarks]:
    """The remarks of a rule set; none where there is no such file. Raises RuleError."""
    path = folder / REMARKS_FILE
    if not path.is_file():
        return None, Remarks(())
    file = read_yaml(path)
    remarks: Remarks = record(Value(file, (), Remarks, file.data))
    for at, each in enumerate(remarks.accepted):
        if each.finding not in CODES:
            raise file.error(("accepted", at, "finding"), f"没有“{each.finding}”这种问题；可写：{'、'.join(CODES)}")
        if each in remarks.accepted[:at]:
            raise file.error(("accepted", at), "这一条写了两次，请删去一条")
    return file, remarks


def settled(findings: Sequence[Finding], remarks: Remarks) -> Iterator[Finding]:
    """The findings with what settles them, and a finding for each remark that settles none."""
    reasons = {(each.finding, each.at): each.reason for each in remarks.accepted}
    used = set()
    for each in findings:
        here = (each.code, each.at)
        if not each.settled and here in reasons:
            used.add(here)
            yield replace(each, settled=f"说明：{reasons[here]}")
        else:
            yield each
    for at, remark in enumerate(remarks.accepted):
        if (remark.finding, remark.at) not in used:
            text = f"没有发现“{remark.at}”的{CODES[remark.finding]}，或已由读法确定，这条说明请删去"
            yield Finding("remark-unused", REMARKS, ("accepted", at), remark.at, text)
