"""How cells count their evidence: one module for each way, and the table of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from verifier.counting.papers import (
    innovations,
    ledger,
    of_the_year,
    presence,
    regulations,
    staff,
    stated_number,
    stated_size,
)
from verifier.counting.people import database, platform
from verifier.counting.people.internships import internships
from verifier.counting.people.retention import retention
from verifier.counting.people.survey import survey
from verifier.counting.people.training import training
from verifier.counting.photos import cells as photos
from verifier.counting.photos import public_fairs
from verifier.counting.posts import posts
from verifier.errors import VerifierError
from verifier.model import (
    Indicator,
    InternsTaking,
    ItemsTaking,
    LedgerTaking,
    Papers,
    PhotosTaking,
    PlatformTaking,
    PostsTaking,
    PresenceTaking,
    PublicFairTaking,
    RetentionTaking,
    RosterTaking,
    RuleSet,
    StaffTaking,
    StatedNumberTaking,
    StatedSizeTaking,
    SurveyTaking,
    Taking,
    Tally,
    TitledPartsTaking,
    TrainingTaking,
    YearlyPaperTaking,
)

T = TypeVar("T", bound=Taking)
Count = Callable[[Indicator[Any], Papers, RuleSet], Tally]


def _way(taking: type[T], count: Callable[[Indicator[T], Papers, RuleSet], Tally]) -> tuple[type, Count]:
    """A row of the table: the function takes the cells of just that type."""
    return taking, count


COUNTS: Mapping[type, Count] = dict(
    (
        _way(StatedSizeTaking, stated_size.count),
        _way(StatedNumberTaking, stated_number.count),
        _way(PresenceTaking, presence.count),
        _way(StaffTaking, staff.count),
        _way(TitledPartsTaking, regulations.count),
        _way(YearlyPaperTaking, of_the_year.count),
        _way(LedgerTaking, ledger.count),
        _way(RosterTaking, database.count),
        _way(SurveyTaking, survey.count),
        _way(PostsTaking, posts.count),
        _way(PhotosTaking, photos.count),
        _way(InternsTaking, internships.count),
        _way(PlatformTaking, platform.count),
        _way(RetentionTaking, retention.count),
        _way(PublicFairTaking, public_fairs.count),
        _way(TrainingTaking, training.count),
        _way(ItemsTaking, innovations.count),
    )
)


def tally(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """What the papers give for one cell. Raises VerifierError where nobody counts as the cell asks."""
    count = COUNTS.get(type(cell.takes))
    if count is None:
        raise VerifierError(f"指标{cell.id}要求按“{cell.takes.kind}”计数，程序里没有这种办法，请在 COUNTS 中补上一行")
    return count(cell, papers, rules)
