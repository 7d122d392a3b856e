"""Limits and passwords as the user writes them."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from verifier.cli import main
from verifier.errors import UsageError
from verifier.model import Limits
from verifier.options import LIMITS, terms_of


def test_limits_are_written_in_the_units_that_the_help_tells() -> None:
    limits = terms_of(["pages=5", "memory=256", "pixels=2", "time=9", "total=1"], (), None).limits
    assert limits == Limits(pages=5, memory_bytes=256 << 20, pixels=2_000_000, seconds=9, total_bytes=1 << 20)


def test_every_limit_has_an_option() -> None:
    assert {each.field for each in LIMITS.values()} == {field.name for field in fields(Limits)} - {"bomb_bytes"}


def test_the_help_tells_names_and_defaults() -> None:
    told = CliRunner().invoke(main, ["check", "--help"], terminal_width=10_000).output
    assert all(f"{name}={getattr(Limits(), each.field) // each.unit} " in told for name, each in LIMITS.items())


@pytest.mark.parametrize("text", ["pages", "pages=", "pages=0", "pages=-1", "pages=x", "页数=5", "pages=５", ""])
def test_a_limit_that_makes_no_sense_is_a_wrong_call(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="pages"):
        terms_of([text], (), None)
    done = CliRunner().invoke(main, ["check", str(tmp_path), "--out", str(tmp_path / "out"), "--limit", text])
    assert done.exit_code == 2 and "--limit" in done.stderr


def test_passwords_come_from_options_and_from_a_file_and_are_never_shown(tmp_path: Path) -> None:
    file = tmp_path / "密码.txt"
    file.write_text("甲乙丙\r\n\r\n two words \n", encoding="utf-8-sig", newline="")
    terms = terms_of((), ["one", "甲乙丙"], file)
    assert terms.passwords == ("one", "甲乙丙", " two words ")
    assert "one" not in repr(terms) and "甲" not in repr(terms)


def test_a_file_of_passwords_that_cannot_be_read_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\xff")
    for name in ("a.txt", "none.txt"):
        with pytest.raises(UsageError, match="密码文件"):
            terms_of((), (), tmp_path / name)
