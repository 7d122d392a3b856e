"""The files that are written: how one appears whole, how a folder does, and what lies in an output folder."""

from verifier.files.at_once import alone, put_in_place, whole_folder
from verifier.files.whole import sweep, write_whole

__all__ = ["alone", "put_in_place", "sweep", "whole_folder", "write_whole"]
