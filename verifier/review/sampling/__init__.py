"""抽查: the page on which a sample of readings is looked at."""
