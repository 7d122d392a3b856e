"""Faults that stop the work; each carries its exit status. Faults in the papers are flags, not errors."""


class VerifierError(Exception):
    """A fault with one sentence for the user (Simplified Chinese) and an exit status."""

    exit_status = 4


class UsageError(VerifierError):
    """The command was called wrongly: a path that is not there, an output folder inside the bundle."""

    exit_status = 2


class RuleError(VerifierError):
    """A rule file is wrong; the message names file, line, key and what is allowed."""

    exit_status = 2


class BundleError(VerifierError):
    """The bundle as a whole can't be opened, or a limit refused it."""

    exit_status = 3


class WriteError(VerifierError):
    """A result can't be written: the disk is full, the folder is gone or is written to by another run."""

    exit_status = 3


class EngineError(VerifierError):
    """An OCR engine is not installed or does not start."""

    exit_status = 2
