"""Cards beside each other: the lines of a list that stand in several columns, each with its titles and days."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.facts.posts.listed_lines import Token, around, beside

_Edges = tuple[int, int]


def columns_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """The lines of each column, from left to right; one where no days stand beside each other."""
    days = [token for token in tokens if token.role == "day"]
    edges = _edges_of(days)
    met = any(beside(one, other) for one in days for other in days if one is not other)
    if len(edges) < 2 or not met:
        return [list(tokens)]
    columns: list[list[Token]] = [[] for _ in edges]
    for token in tokens:
        # what stands over all columns, as a year does, is of each
        for column in columns if token.role == "year" else (columns[_nearest(token, edges)],):
            column.append(token)
    return columns


def _edges_of(days: Sequence[Token]) -> list[_Edges]:
    """Where the days of each column begin and end: days that share some of their width stand under one another."""
    edges: list[_Edges] = []
    for left, right in sorted((around(day)[0], around(day)[2]) for day in days):
        if edges and left < edges[-1][1]:
            edges[-1] = edges[-1][0], max(edges[-1][1], right)
        else:
            edges.append((left, right))
    return edges


def _nearest(token: Token, edges: Sequence[_Edges]) -> int:
    """The column with whose days a line shares some of its width, else the one that is nearest to it."""
    left, _, right, _ = around(token)
    return min(range(len(edges)), key=lambda at: max(left - edges[at][1], edges[at][0] - right))
