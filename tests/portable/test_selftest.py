"""The self-test of an installation: passes here, says what fails, and is not run again where it passed."""

from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement

from verifier import selftest
from verifier.cli import main
from verifier.errors import VerifierError
from verifier.files.own_folder import own_folder
from verifier.portable.parts import requirements

HOME = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def test_this_installation_works() -> None:
    told: list[str] = []
    selftest.run(told.append)
    assert len(told) == len(selftest.NATIVE) + 1 and "numpy" in "".join(told)


def test_every_library_with_machine_code_is_loaded() -> None:
    for each in map(Requirement, requirements(HOME)):
        held = _files(each.name)
        packages = {path.parts[0] for path in held if path.suffix == ".py"}
        native = [path for path in held if path.suffix in (".so", ".pyd")]
        assert not native or packages & set(selftest.NATIVE), each.name


def test_a_module_that_a_package_does_without_is_missed_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "faster").mkdir()
    (tmp_path / "faster" / "__init__.py").write_text("try:\n    import faster.inner\nexcept ImportError:\n    pass\n")
    (tmp_path / "faster" / f"inner{EXTENSION_SUFFIXES[0]}").write_bytes(b"no machine code")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(selftest, "NATIVE", {"faster": "表格"})
    with pytest.raises(VerifierError, match=r"faster（表格）：.*inner"):
        selftest.run(lambda _: None)


def _files(name: str) -> list[Path]:
    try:
        return [Path(str(path)) for path in files(name) or ()]
    except PackageNotFoundError:
        return []


def test_what_can_t_be_loaded_is_named_with_what_it_is_for_and_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "NATIVE", {"no_such_library": "表格", "json": "文本"})
    with pytest.raises(VerifierError, match="no_such_library（表格）：缺少 no_such_library。多半是") as fault:
        selftest.run(lambda _: None)
    assert "json" not in str(fault.value) and "解压" in str(fault.value)


def test_a_library_that_the_system_blocks_is_told_with_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "blocked_here.py").write_text("raise ImportError('DLL load failed:\\n应用程序控制策略已阻止此文件')")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(selftest, "NATIVE", {"blocked_here": "图片"})
    with pytest.raises(VerifierError, match="图片）：DLL load failed: 应用程序控制策略已阻止此文件"):
        selftest.run(lambda _: None)


def test_a_picture_that_is_read_otherwise_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "NATIVE", {})
    monkeypatch.setattr("verifier.batch.inspect", lambda *_: "文件：picture.png　状态：没有读取（原因）\n")
    with pytest.raises(VerifierError, match=r"识别不出自带图片上的文字.*没有读取（原因）"):
        selftest.run(lambda _: None)


def test_the_command_runs_once_for_a_number_unless_it_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[str] = []

    def fails(tell: object) -> None:
        runs.append("fails")
        raise VerifierError("不行")

    monkeypatch.setattr(selftest, "run", fails)
    failed = CliRunner().invoke(main, ["selftest", "--once", "a"])
    assert (failed.exit_code, "错误：不行" in failed.stderr) == (4, True)
    assert not (own_folder() / "selftest.txt").exists()
    monkeypatch.setattr(selftest, "run", lambda tell: runs.append("passes"))
    for arguments in (["--once", "a"], ["--once", "a"], ["--once", "b"], []):
        assert CliRunner().invoke(main, ["selftest", *arguments]).exit_code == 0
    assert runs == ["fails", "passes", "passes", "passes"]
