"""The official forms as the policy prints them: tests/data/policy, a cell a tab, a row after an empty line."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "policy"


def policy_text(number: int) -> str:
    return (FOLDER / f"annex{number}.txt").read_text(encoding="utf-8")


def policy_rows(number: int) -> list[list[str]]:
    """The cells of each row as printed; merged ones stand once, empty ones are ''."""
    _, table = policy_text(number).split("\n\t", 1)
    return [row.split("\n\t") for row in table.rstrip("\n").split("\n\n\t")]


def head_lines(number: int) -> list[str]:
    """What stands over the table."""
    return [line.strip() for line in policy_text(number).split("\n\t", 1)[0].split("\n") if line.strip()]


def scoring_grid() -> list[list[str]]:
    """附件2 in eight columns: 指标内容 spans two of them in the header and in the last cell."""
    rows = []
    for row in policy_rows(2)[:-1]:
        rows.append(row if len(row) == 8 else [*row[:3], row[2], *row[3:]])
    return rows
