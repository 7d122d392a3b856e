"""Graduates who stay: this year's share against last year's."""
