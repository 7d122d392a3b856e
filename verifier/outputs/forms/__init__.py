"""The official forms and the letter, as documents that offices keep."""
