"""The people who work at the station: rows of staff tables, and names listed in a text."""
