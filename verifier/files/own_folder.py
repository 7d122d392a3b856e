"""Where this program keeps what is its own on this machine: readings of pictures, what it knows of logs."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path


def own_folder() -> Path:
    """The folder of the user's settings for this program, as the system has it."""
    return user_config_path("verifier", appauthor=False, roaming=True)


def readings_folder() -> Path:
    """Where readings of pictures are kept, unless the user says otherwise."""
    return own_folder() / "cache"
