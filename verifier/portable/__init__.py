"""One zip for Windows that needs no installer: CPython, libraries, models and this program, started by a click."""

from verifier.portable.folder import Zip, write_zip

__all__ = ["Zip", "write_zip"]
