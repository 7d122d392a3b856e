"""Students trained, by level, as a share of those enrolled."""
