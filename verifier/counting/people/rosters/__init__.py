"""Tables of people: whose, of which class, for what, and who in them is one person."""
