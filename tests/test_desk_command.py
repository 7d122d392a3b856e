"""How the page is opened: without a command, by `desk`, from a shortcut, and again while it is open."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.review.browser import write_one_poster
from verifier import shortcut
from verifier.cli import main, page
from verifier.cli.results import page_to
from verifier.files.lock import locked
from verifier.files.own_folder import own_folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "APPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def test_without_a_screen_or_a_terminal_the_help_is_shown_and_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[object] = []
    monkeypatch.setattr("verifier.review.serve", lambda *told: served.append(told))
    monkeypatch.setenv("DISPLAY", ":0")
    done = CliRunner().invoke(main, [])
    assert done.exit_code == 2 and done.stderr.startswith("用法：") and "desk" in done.stderr and done.stdout == ""
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not page.has_screen() and served == []


def test_on_a_terminal_with_a_screen_the_page_is_opened_by_a_page_that_its_user_alone_can_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def serve(desk: object, port: int, announce: object, door: object) -> None:
        assert callable(announce) and (desk, port) == (None, 0)
        announce("http://127.0.0.1:1/?token=a")
        entrance = own_folder() / "desk.html"
        assert "token=a" in entrance.read_text("utf-8") and entrance.stat().st_mode & 0o077 == 0
        announce("http://127.0.0.1:1/?token=b")
        assert "token=b" in entrance.read_text("utf-8")

    monkeypatch.setattr("verifier.cli.has_screen", lambda: True)
    monkeypatch.setattr(page, "has_screen", lambda: True)
    monkeypatch.setattr("click.launch", opened.append)
    monkeypatch.setattr("verifier.review.serve", serve)
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    done = CliRunner().invoke(main, [])
    assert done.exit_code == 0, done.output
    assert opened == [str(own_folder() / "desk.html")] and not (own_folder() / "desk.html").exists()


def test_a_review_is_opened_by_a_page_that_its_user_alone_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everybody on the machine sees with what a browser was started."""
    opened: list[str] = []

    def launch(door: str) -> None:
        opened.append(door)
        assert "token=a" in Path(door).read_text("utf-8") and "token" not in door
        assert Path(door).parent.stat().st_mode & 0o077 == 0

    monkeypatch.setattr("click.launch", launch)
    monkeypatch.setattr("verifier.review.serve", lambda desk, port, announce: announce("http://127.0.0.1:1/?token=a"))
    write_one_poster(tmp_path / "学校")
    done = CliRunner().invoke(main, ["review", str(tmp_path / "学校"), "--open"])
    assert done.exit_code == 0, done.output
    assert len(opened) == 1 and not Path(opened[0]).exists()


def test_a_second_start_leads_to_the_page_that_is_open(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_ANSWERS", 0.2)
    monkeypatch.setattr(page, "has_screen", lambda: False)
    entrance = own_folder() / "desk.html"
    entrance.parent.mkdir(parents=True, exist_ok=True)
    entrance.write_text("used", encoding="utf-8")
    with locked(own_folder() / "desk.lock"):
        done = CliRunner().invoke(main, ["desk"])
    assert done.exit_code == 0 and "网页已经在本机打开" in done.stderr
    assert not entrance.exists(), "the desk that runs is asked for a new entrance"


def test_a_second_start_names_the_new_address_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "has_screen", lambda: False)
    entrance = own_folder() / "desk.html"
    entrance.parent.mkdir(parents=True, exist_ok=True)
    address = "http://127.0.0.1:1/?token=a&b"

    def running_desk(_: float) -> None:
        entrance.write_text(page_to(address), encoding="utf-8")

    monkeypatch.setattr("time.sleep", running_desk)
    with locked(own_folder() / "desk.lock"):
        done = CliRunner().invoke(main, ["desk"])
    assert done.exit_code == 0 and address in done.stderr


def test_a_shortcut_is_made_for_the_menu_and_the_desktop(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    (home / "Desktop").mkdir()
    done = CliRunner().invoke(main, ["desk", "--shortcut"])
    assert done.exit_code == 0 and done.stderr.count("已建快捷方式") == 2
    made = sorted(home.rglob("*.desktop"))
    assert len(made) == 2 and all(path.stat().st_mode & 0o777 == 0o700 for path in made)
    lines = dict(line.split("=", 1) for line in made[0].read_text("utf-8").splitlines()[1:])
    assert shlex.split(lines["Exec"]) == [sys.executable, "-m", "verifier", "desk"]
    assert lines["Terminal"] == "false" and Path(lines["Icon"]).is_file()


def test_that_of_windows_opens_no_window_of_its_own_and_knows_any_path() -> None:
    text = shortcut.for_windows(Path("C:/用户/100%/.venv/Scripts/python.exe"))
    assert text.splitlines() == [
        "@chcp 65001 >nul",
        '@start "" "C:/用户/100%%/.venv/Scripts/pythonw.exe" -m verifier desk',
    ]
