"""A score sheet as `result.json` (the record) and `evidence.json` (what scoring took in)."""

from .evidence import read_earlier, read_shown, to_evidence
from .result import Identity, to_result
from .values import brief, dumped, write_json

__all__ = ["Identity", "brief", "dumped", "read_earlier", "read_shown", "to_evidence", "to_result", "write_json"]
