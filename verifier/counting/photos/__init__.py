"""Cells that ask for photos of happenings, posters and leaflets."""
