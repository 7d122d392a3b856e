"""What a cell took in, as `evidence.json` keeps it, scored again."""

from __future__ import annotations

from typing import cast

from verifier.model import Evidence, Indicator, Measure, Standing, Support, TakenCell, Tally


def tally_of(cell: Indicator, taken: TakenCell) -> Tally:
    """The tally without facts and rates, on which no points hang."""
    return Tally(
        evidence=tuple(
            Evidence(
                cell.id,
                each.file,
                (),
                cast(Support, each.support),
                each.why,
                cast(Standing, each.standing),
                each.key,
            )
            for each in taken.evidence
        ),
        measures=tuple(Measure(name, *values) for name, values in taken.measures.items()),
        open_to_max=taken.open_to_max,
    )
