"""The files that are written: how one appears whole, how a folder does, and what lies in an output folder."""

from verifier.files.at_once import alone, put_in_place, refuse_running, whole_folder
from verifier.files.whole import is_draft, sweep, write_whole

__all__ = ["alone", "is_draft", "put_in_place", "refuse_running", "sweep", "whole_folder", "write_whole"]
