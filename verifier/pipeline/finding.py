"""What papers say is found in the processes that open files, and kept by all that it follows from."""

from __future__ import annotations

import hashlib
import logging
import pickle
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from verifier.facts import extract
from verifier.facts.leaves import Paper
from verifier.facts.rosters.hidden import as_seen
from verifier.model import Document, Fact, Lost, Observed, RuleSet, Words
from verifier.ocr import Cache
from verifier.pipeline.made_by import code_of
from verifier.workers import Calls, NotUnderstood, packed, plain, unpacked

log = logging.getLogger(__name__)

Facts = tuple[Fact[object], ...]
FactsOf = Callable[[Document], Facts]

_MAKE_FACTS = ("facts", "language", "likeness", "model", "pictures", "pipeline")
"""rooms on whose code facts depend"""
_LIBRARIES = ("numpy", "opencv-python-headless", "rapidfuzz")
_MOST_KEPT = 8 << 20
"""bytes of what is kept of one paper, packed"""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one paper."""

    facts: tuple[tuple[Fact[object], ...], ...]
    """of each version of it that was looked at, in that order: see `observed_paper`"""


def find(papers: Sequence[Paper], rules: RuleSet, cache: Cache | None, calls: Calls) -> list[Found | Lost | None]:
    """What is found in each paper; None for one that the extractors can't digest, Lost for one that was given up."""
    keys = [_key(paper, rules) if cache else "" for paper in papers]
    known = {key: before for key in keys if cache and (before := _before(cache.bytes_of(key)))}
    missing = [at for at, key in enumerate(keys) if key not in known]
    words = pickle.dumps(rules.words, pickle.HIGHEST_PROTOCOL)
    answers = dict(zip(missing, calls.each(found, [(papers[at], words) for at in missing], lambda: None), strict=True))
    for at, answer in answers.items():
        if cache and isinstance(answer, Found):
            _keep(cache, keys[at], answer)
    return [answers[at] if at in answers else known[key] for at, key in enumerate(keys)]


def found(paper: Paper, words: bytes) -> Found | None:
    """What is found in a paper by the pickled words of the rules; None where the extractors can't digest it."""
    told: list[Facts] = []

    def facts_of(document: Document) -> Facts:
        told.append(extract(document, _words(words)))
        return told[-1]

    try:
        observed_paper(paper, facts_of)
    except Exception:  # the one who asked looks again, and tells
        return None
    return Found(tuple(told))


def looked_at(paper: Paper, rules: RuleSet) -> Observed:
    """The paper with what is found in it here."""
    return observed_paper(paper, lambda document: extract(document, rules.words))


def with_found(paper: Paper, found: Found) -> Observed:
    """The paper with what was found in it elsewhere."""
    told = iter(found.facts)
    return observed_paper(paper, lambda _: next(told))


def observed_paper(paper: Paper, facts_of: FactsOf) -> Observed:
    """A paper with its facts, and the same with those that stand in text which nobody sees.

    A picture that is a further page of another has none of its own. `facts_of` is asked for each version of the paper.
    """
    if paper.is_leaf:
        return Observed(paper.document)
    seen = _observed(paper.document, facts_of)
    return seen if paper.perhaps is None else replace(seen, unveiled=Observed(paper.perhaps, facts_of(paper.perhaps)))


def _observed(document: Document, facts_of: FactsOf) -> Observed:
    seen = Observed(document, facts_of(document))
    shown, flags = as_seen(seen), document.flags[:0]
    if shown is not None and (less := facts_of(shown[0])) != seen.facts:
        seen, document, flags = Observed(shown[0], less), shown[0], (shown[1],)
    unveiled = document.with_unseen()
    if unveiled is None:
        return seen
    unveiled = replace(unveiled, flags=(*unveiled.flags, *flags))
    return replace(seen, unveiled=Observed(unveiled, facts_of(unveiled)))


@lru_cache(maxsize=2)
def _words(words: bytes) -> Words:
    told: Words = pickle.loads(words)  # what the one who asks packed, who never takes such an answer
    return told


# --- what is kept ---------------------------------------------------------------------------------------------------


def _key(paper: Paper, rules: RuleSet) -> str:
    """Of all from which the facts of a paper follow: its content, the words, the code and libraries that find them."""
    told = hashlib.sha256(f"{code_of(_MAKE_FACTS, _LIBRARIES)} {rules.sha256} {paper.is_leaf}".encode())
    for document in (paper.document, paper.perhaps):
        if document is not None:
            told.update(repr(plain(_bare(document), Document)).encode("utf-8", "surrogatepass"))
            for page in document.pages:
                told.update(hashlib.sha256(page.image.read_bytes() if page.image else b"").digest())
    return told.hexdigest()


def _bare(document: Document) -> Document:
    """The document without where its files and pages lie; long bytes stand there by their hash."""
    picture = document.picture
    if picture is not None:
        sketch, marks = (hashlib.sha256(each).digest() for each in (picture.sketch, picture.marks))
        picture = replace(picture, sketch=sketch, marks=marks)
    pages = tuple(replace(page, image=None) for page in document.pages)
    file = replace(document.file, stored=None, source=None)
    return replace(document, file=file, pages=pages, picture=picture)


def _keep(cache: Cache, key: str, answer: Found) -> None:
    whole, *long = packed(answer, found)  # no fact holds bytes, which would stand apart
    data = zlib.compress(whole, 1)
    if not long and len(data) <= _MOST_KEPT:
        cache.put_bytes(key, data)


def _before(data: bytes | None) -> Found | None:
    """What was kept; None where that is nothing, or nothing that can be understood."""
    if data is None:
        return None
    with suppress(NotUnderstood, zlib.error):
        answer = unpacked([zlib.decompress(data)], found, ())
        if isinstance(answer, Found):
            return answer
    log.warning("what was kept of a paper makes no sense")
    return None
