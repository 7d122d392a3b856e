"""Sheets and tables in text."""
