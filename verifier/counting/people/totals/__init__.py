"""The totals that several cells share, where they disagree, and what became of the rows behind a share."""
