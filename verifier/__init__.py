"""Reads a bundle of evidence and pre-fills the official scoring form."""

__version__ = "0.1.0"
