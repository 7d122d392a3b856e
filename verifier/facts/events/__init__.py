"""Happenings that a text or a banner names."""
