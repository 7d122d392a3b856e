"""What lasts of all runs: their pictures, certificates and points, in a database in the folder of `--history`."""

from verifier.history.database import FILE, holds_history
from verifier.history.memory import Memory, asked_only, history_of, kept_in

__all__ = ["FILE", "Memory", "asked_only", "history_of", "holds_history", "kept_in"]
