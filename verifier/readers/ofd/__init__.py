"""OFD papers, drawn again as PDF."""
