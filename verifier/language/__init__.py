"""How Chinese papers write dates, numbers, names and identity numbers; documents are not known here."""
