"""Cells that count people: rosters, rates, internships, surveys."""
