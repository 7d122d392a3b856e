"""Papers about persons: internship certificates and employment agreements."""
