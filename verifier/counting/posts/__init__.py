"""Cells that count the posts of an account or a site."""
