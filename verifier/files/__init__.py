"""The files that are written: how one appears whole, and what lies in an output folder."""

from verifier.files.whole import sweep, write_whole

__all__ = ["sweep", "write_whole"]
