"""What lasts of all runs: their pictures, certificates and points, in the database that `--history` names."""

from verifier.history.memory import Memory
from verifier.history.opening import asked_only, history_of, kept_in, taken_in
from verifier.history.places import Server, named
from verifier.history.sqlite import FILE, holds_history

__all__ = ["FILE", "Memory", "Server", "asked_only", "history_of", "holds_history", "kept_in", "named", "taken_in"]
