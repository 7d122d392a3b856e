"""Screens of accounts and sites: what a screen is, and the posts that it shows."""
