"""Surveys: how many answered, of how many graduates."""
