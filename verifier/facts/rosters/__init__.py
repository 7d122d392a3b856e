"""Tables of people and ledgers: headers, rows, what the cells say, and which rows are left out."""
