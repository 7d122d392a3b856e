"""Cells that ask for a paper: a size, a list, a regulation, a plan, a ledger, a statement."""
