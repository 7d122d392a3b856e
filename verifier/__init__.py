"""Reads a bundle of evidence and pre-fills the official scoring form."""
