"""A signature holds for what was signed, by that key, and for nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.decisions.test_log import points, three
from verifier.cli import main
from verifier.decisions import append, log_state, read_log
from verifier.files.manifest import noted, read_manifest, seal, write_manifest
from verifier.files.output_folder import DIGESTS, SIGNATURE
from verifier.verifying import make_key, signed, verified


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keys") / "局.pem"
    assert make_key(path) == path.with_name("局.pem.pub")
    return path


@pytest.fixture
def folder(tmp_path: Path, key: Path) -> Path:
    """A result without decisions, signed."""
    from tests.review.browser import write_one_poster

    folder = tmp_path / "某校"
    write_one_poster(folder)
    seal(folder, folder, log_state(read_log(folder)), in_batch=False)
    signed(folder, key)
    return folder


def said(folder: Path, key: Path, kind: str = "changed") -> str:
    return "".join(f.text for one in verified(folder, key=key) for f in one.found if f.kind == kind and "签" in f.text)


def public(key: Path) -> Path:
    return key.with_name(f"{key.name}.pub")


def test_a_signature_holds_for_its_key_alone(folder: Path, key: Path, tmp_path: Path) -> None:
    assert said(folder, public(key)) == said(folder, public(key), "unsure") == ""
    assert "不是给出的这把密钥" in said(folder, make_key(tmp_path / "别人.pem"))
    assert (key.stat().st_mode & 0o077) == 0


def test_what_was_written_anew_with_its_digests_is_not_what_was_signed(folder: Path, key: Path) -> None:
    (folder / "evidence.json").write_bytes(b"{}")
    told = read_manifest(folder / DIGESTS)
    assert told is not None
    write_manifest(folder / DIGESTS, noted(told, folder, ["evidence.json"]))
    assert "不是现在这一份" in said(folder, public(key))


def test_decisions_after_it_are_not_signed_and_those_before_it_can_not_go(folder: Path, key: Path) -> None:
    three(folder)
    assert said(folder, public(key)) == "" and "又有 3 条审核记录" in said(folder, public(key), "unsure")
    signed(folder, key)
    kept = Path(shutil.copytree(folder, folder.parent / "二"))
    append(kept, points("1.4", 2), read_log(kept).head)
    assert said(kept, public(key)) == "" and "又有 1 条" in said(kept, public(key), "unsure")
    for name in ("decisions.jsonl", "desk.json"):
        (folder / name).unlink()
    assert "不是那份记录" in said(folder, public(key))


def test_a_signature_that_is_changed_or_gone_is_told(folder: Path, key: Path) -> None:
    stored = json.loads((folder / SIGNATURE).read_bytes())
    stored["signed"]["time"] = "2020-01-01T00:00:00+08:00"
    (folder / SIGNATURE).write_text(json.dumps(stored), "utf-8")
    assert "与它所签的内容不符" in said(folder, public(key))
    (folder / SIGNATURE).write_bytes(b"{}")
    assert "不完整或被改动过" in said(folder, public(key))
    (folder / SIGNATURE).unlink()
    assert "没有签名" in said(folder, public(key))


def test_the_command_makes_keys_and_signs_only_what_is_unchanged(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "k.pem"
    done = CliRunner().invoke(main, ["sign", str(folder), "--new-key", str(own), "--key", str(own)])
    assert done.exit_code == 0 and "已签名：某校" in done.output
    assert CliRunner().invoke(main, ["sign", "--new-key", str(own)]).exit_code == 2
    assert CliRunner().invoke(main, ["sign", str(folder)]).exit_code == 2
    assert CliRunner().invoke(main, ["verify", str(folder), "--key", str(own)]).exit_code == 2
    assert CliRunner().invoke(main, ["verify", str(folder), "--key", f"{own}.pub"]).exit_code == 0
    (folder / "evidence.json").write_bytes(b"{}")
    done = CliRunner().invoke(main, ["sign", str(folder), "--key", str(own)])
    assert done.exit_code == 2 and "没有签名" in done.output
