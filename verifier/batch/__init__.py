"""Bundles in, output folders out."""

from verifier.batch.again import said_again
from verifier.batch.checking import check
from verifier.batch.folder import of_folder
from verifier.batch.one_file import inspect
from verifier.batch.original import NoOriginal, Original, original
from verifier.batch.others import sought
from verifier.batch.schools import batch
from verifier.batch.settings import Settings, usual_jobs
from verifier.outputs import collected_told

__all__ = [
    "NoOriginal",
    "Original",
    "Settings",
    "batch",
    "check",
    "collected_told",
    "inspect",
    "of_folder",
    "original",
    "said_again",
    "sought",
    "usual_jobs",
]
