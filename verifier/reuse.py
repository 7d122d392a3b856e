"""Pictures and certificates that other bundles show too: of other schools, and of earlier years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol

from verifier.counting.photos.same_picture import Album, is_photo
from verifier.model import Observed, OtherBundle, Reuse, RuleSet

Shown = tuple[OtherBundle, Observed]
"""a picture or certificate, and the bundle that shows it"""


class Remembered(Protocol):
    """What is kept of many other bundles where it is too much to be held."""

    def shown_again(
        self, seen: Sequence[Observed], is_meant: Callable[[OtherBundle], bool], bits: int
    ) -> Sequence[Iterable[Shown]]:
        """Of each picture or certificate what may be the same and of the same people, among the bundles meant."""


class Elsewhere:
    """What is kept of other bundles, to be asked for each bundle of a run."""

    def __init__(self, bundles: Sequence[OtherBundle], rules: RuleSet, remembered: Remembered | None = None) -> None:
        self._bundles = tuple(bundle for bundle in bundles for _ in bundle.shown)
        self._album = Album([seen for bundle in bundles for seen in bundle.shown], rules)
        self._remembered, self._bits = remembered, rules.assessment.near_bits

    def reused(
        self, observed: Sequence[Observed], name: str, school: str | None, year: int | None
    ) -> Mapping[str, tuple[Reuse, ...]]:
        """path → where else each picture and certificate of a bundle is shown, in so far as that is a fault."""

        def relation(bundle: OtherBundle) -> str:
            return _relation(bundle, name, school, year)

        sought = [seen for seen in observed if _is_sought(seen)]
        remembered: Sequence[Iterable[Shown]] = [()] * len(sought)
        if self._remembered is not None:
            remembered = self._remembered.shown_again(sought, lambda bundle: bool(relation(bundle)), self._bits)
        found = {
            seen.path: tuple(self._of(seen, chain(self._beside(seen), others), relation))
            for seen, others in zip(sought, remembered, strict=True)
        }
        return {path: reuses for path, reuses in found.items() if reuses}

    def _beside(self, seen: Observed) -> Iterator[Shown]:
        """What may be the same and of the same people."""
        for at in self._album.candidates(seen) if self._bundles else ():
            if _same_people(seen, self._album.pictures[at]):
                yield self._bundles[at], self._album.pictures[at]

    def _of(self, seen: Observed, others: Iterable[Shown], relation: Callable[[OtherBundle], str]) -> Iterator[Reuse]:
        told: set[tuple[str, str]] = set()
        for bundle, other in others:
            code = relation(bundle)
            if code and (code, bundle.name) not in told and self._album.is_same(seen, other):
                told.add((code, bundle.name))
                yield Reuse(code, bundle.school or bundle.name, bundle.year, other.path)


def _is_sought(seen: Observed) -> bool:
    return is_photo(seen) or bool(seen.internships)


def _relation(bundle: OtherBundle, name: str, school: str | None, year: int | None) -> str:
    """The code of a reuse; '' for the bundle itself, a later year's, and one that may be the same again."""
    if bundle.of_last_year:
        return "reused-from-earlier"
    if bundle.of_this_run and bundle.name == name:
        return ""
    if not school or not bundle.school:
        return "reused-across-schools" if bundle.of_this_run else ""
    if school != bundle.school:
        return "reused-across-schools"
    return "reused-from-earlier" if _is_earlier(bundle.year, year) else ""


def _is_earlier(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one < other


def _same_people(one: Observed, other: Observed) -> bool:
    """Certificates look alike: the same one again is of the same people."""
    names = [sorted(fact.value.person.name for fact in seen.internships) for seen in (one, other)]
    return names[0] == names[1] or one.document.file.sha256 == other.document.file.sha256
