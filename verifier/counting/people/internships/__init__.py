"""Graduates with certificates of internships in the region, and what keeps one from counting."""
