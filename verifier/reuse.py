"""Pictures and certificates that other bundles show too: of other schools, and of earlier years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verifier.counting.photos.same_picture import Album, is_photo
from verifier.model import Observed, OtherBundle, Reuse, RuleSet


class Elsewhere:
    """What is kept of other bundles, to be asked for each bundle of a run."""

    def __init__(self, bundles: Sequence[OtherBundle], rules: RuleSet) -> None:
        self._bundles = tuple(bundle for bundle in bundles for _ in bundle.shown)
        self._album = Album([seen for bundle in bundles for seen in bundle.shown], rules)

    def reused(
        self, observed: Sequence[Observed], name: str, school: str | None, year: int | None
    ) -> Mapping[str, tuple[Reuse, ...]]:
        """path → where else each picture and certificate of a bundle is shown, in so far as that is a fault."""
        found = {seen.path: tuple(self._of(seen, name, school, year)) for seen in observed if _is_sought(seen)}
        return {path: reuses for path, reuses in found.items() if reuses}

    def _of(self, seen: Observed, name: str, school: str | None, year: int | None) -> Iterator[Reuse]:
        told: set[tuple[str, str]] = set()
        for at in self._album.candidates(seen):
            bundle, other = self._bundles[at], self._album.pictures[at]
            code = _relation(bundle, name, school, year)
            if (
                code
                and (code, bundle.name) not in told
                and self._album.is_same(seen, other)
                and _same_people(seen, other)
            ):
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
