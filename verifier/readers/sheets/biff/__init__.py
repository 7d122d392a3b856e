"""The formats of old Excel, record by record (BIFF 2 to 8)."""
