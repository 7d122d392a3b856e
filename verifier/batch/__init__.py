"""Bundles in, output folders out."""

from .checking import check
from .one_file import inspect
from .schools import batch
from .settings import Settings

__all__ = ["Settings", "batch", "check", "inspect"]
