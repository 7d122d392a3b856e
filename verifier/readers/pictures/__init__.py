"""Picture files, and pictures that stand inside other papers."""
