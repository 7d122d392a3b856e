"""A shortcut that opens the desk without a terminal: for the menu and desktop of Linux, for the desktop of Windows."""

from __future__ import annotations

import sys
from pathlib import Path

from platformdirs import user_data_path, user_desktop_path

from verifier.errors import UsageError
from verifier.files import write_whole

NAME = "指导站材料核验"
_ICON = Path(__file__).parent / "review" / "static" / "icon.svg"


def write_shortcuts() -> tuple[Path, ...]:
    """Writes them; where they are. Raises UsageError on a system that is not known, WriteError."""
    python = Path(sys.executable)
    if sys.platform == "win32":
        target = user_desktop_path() / f"{NAME}.cmd"
        write_whole(target, for_windows(python).encode())
        return (target,)
    if sys.platform != "linux":
        raise UsageError("这个系统还不能建快捷方式，请在终端里运行 verifier desk")
    places = [user_data_path() / "applications"]
    if user_desktop_path().is_dir():
        places.append(user_desktop_path())
    targets = tuple(place / f"{NAME}.desktop" for place in places)
    for target in targets:
        write_whole(target, for_linux(python).encode())
        target.chmod(0o700)  # else the desktop shows it as a text
    return targets


def for_windows(python: Path) -> str:
    """A command file: plain text that a user can read and no system mistrusts. `pythonw` opens no window of its own."""
    windowless = python.with_name("pythonw.exe")
    return f'@chcp 65001 >nul\r\n@start "" "{str(windowless).replace("%", "%%")}" -m verifier desk\r\n'


def for_linux(python: Path) -> str:
    """A desktop entry, by the specification of freedesktop.org."""
    quoted = str(python)
    for letter in ("\\", '"', "`", "$"):
        quoted = quoted.replace(letter, f"\\{letter}")
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={NAME}",
            f'Exec="{quoted.replace("%", "%%")}" -m verifier desk',
            f"Icon={_ICON}",
            "Terminal=false",
            "Categories=Office;",
            "",
        )
    )
