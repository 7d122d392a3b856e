"""Which pictures are photos of what happened, and which are of papers, boards and rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from verifier.counting.eligibility.candidates import candidates
from verifier.counting.photos.photo import Photo
from verifier.counting.photos.same_picture import is_photo
from verifier.facts.events.announced import is_low
from verifier.facts.events.hung_sheets import sheets_on
from verifier.facts.events.posters import AS_A_WHOLE
from verifier.language.comparing_text import has_word, plain
from verifier.model import EVENT, TITLE, Box, Event, Expressions, Fact, Observed, Page, Papers, RuleSet, TextLine, Words

_MOST_LINES = 40
"""lines of a scanned page; what has more is a paper"""
_PAPER_LINES = 8
_HEAD_LINES = 3
_HEADS = 2
"""titles that say what a paper is"""
_RUNNING, _RUNNING_LINES = 18, 3
"""characters of a line of running text, and how many such lines make a paper; signs and posters have shorter ones"""
_NEWS_LINES = 2
"""of running text under the head of a news item, at least"""
_SMALLER = 0.7
"""of a sign that names a happening: the letters of a title beside it, at most"""
_KINDS, _KINDS_ON_PAGE = 3, 2
"""of happenings that no sign at one of them names; of those that a scanned page names on which no photo stands"""
_NAME_END = 3
"""characters at the end of a happening's name: 招聘会"""
_SENTENCE = re.compile(r"[，。；]")
_TEXT_LINES, _LARGER = 3, 1.3
"""lines of a page that goes on with a text, at least; the letters of a title beside those of its text, at least"""


def photos_of(papers: Papers, rules: RuleSet) -> tuple[Photo, ...]:
    """Every photo among the papers that may be evidence; screens and scanned papers are none."""
    copies: dict[str, list[Observed]] = {}
    for seen in papers.observed:
        if seen.path in papers.twins:
            copies.setdefault(papers.twins[seen.path], []).append(seen)
    found = (_photos_in(seen, tuple(copies.get(seen.path, ())), rules.words) for seen in candidates(papers))
    return tuple(photo for each in found for photo in each)


def is_paper(photo: Photo, words: Words) -> bool:
    """Whether the picture is of a paper: a scanned notice, certificate, list, plan."""
    if _is_headed(photo, words.photos.paper_heads) or _fills_a_page(photo):
        return True
    if is_of_rules(photo, words) and not any(shows(fact, photo, words) for fact in photo.facts(EVENT)):
        return True
    if _is_ahead(photo, words):
        return not _shows_sheets(photo)
    reads = _is_headed(photo, words.photos.notice_heads) or _reads_as_paper(photo, words) or _is_news(photo, words)
    return reads and not _shows_board(photo, words)


def is_of_rules(photo: Photo, words: Words) -> bool:
    """Whether a picture is of a plan or of rules, which may hang on a board."""
    return _is_ahead(photo, words) or _is_under(photo, words.photos.guide_heads, words)


def shows(fact: Fact[Event], photo: Photo, words: Words) -> bool:
    """Whether a picture shows what it names: one of a plan or of rules what it is as a whole, and its caption says."""
    return fact.label == AS_A_WHOLE or photo.said_by(fact) is not None or not is_of_rules(photo, words)


def is_of_text(photo: Photo, kind: str, words: Words) -> bool:
    """Whether a text names the happenings of a kind in a picture: beside many others, or in its sentences alone."""
    return _tells_of_many(photo) or _names_in_sentences(photo, kind, words)


def _tells_of_many(photo: Photo) -> bool:
    """Whether a picture names happenings of many kinds, none in clearly larger letters, as a text about them does."""
    signs: dict[str, float] = {}
    for fact in photo.facts(EVENT):
        if photo.said_by(fact) is None and fact.label != AS_A_WHOLE:
            signs[fact.value.kind] = max(signs.get(fact.value.kind, 0), _letters(fact, photo))
    largest = sorted(signs.values(), reverse=True)
    least = _KINDS_ON_PAGE if photo.many == 0 else _KINDS
    return photo.many <= 1 and len(largest) >= least and largest[1] > _SMALLER * largest[0]


def _names_in_sentences(photo: Photo, kind: str, words: Words) -> bool:
    """Whether a picture names the happenings of a kind in sentences, or as to come, and on no sign."""
    facts = [fact for fact in photo.facts(EVENT) if fact.value.kind == kind and photo.said_by(fact) is None]
    signs = (line for fact in facts for line in _lines_of(fact, photo) if not _is_sentence(line.text, words))
    return bool(facts) and next(signs, None) is None


def _lines_of(fact: Fact[Event], photo: Photo) -> Iterator[TextLine]:
    """The lines in which the name of a happening stands, or its end."""
    around, end = fact.place.box, plain(fact.value.name)[-_NAME_END:]
    within = [line for line in photo.lines if around is None or _is_within(line.place.box, around)]
    yield from [line for line in within if end in plain(line.text)] or within


def _is_sentence(text: str, words: Words) -> bool:
    return _SENTENCE.search(text.strip()) is not None or has_word(plain(text), words.photos.coming_words)


def _photos_in(seen: Observed, copies: tuple[Observed, ...], words: Words) -> Iterator[Photo]:
    """The photos of a file; a page that goes on with the text of a plan or of rules is none."""
    goes_on = False
    for page in _pages(seen):
        photo = Photo(seen, page, copies)
        goes_on = is_of_rules(photo, words) or (goes_on and _is_text(photo))
        if not (is_paper(photo, words) or (goes_on and seen.document.file.kind == "pdf")):
            yield photo


def _pages(seen: Observed) -> Iterator[Page | None]:
    if is_photo(seen):
        yield seen.document.pages[0] if seen.document.pages else None
    elif seen.document.file.kind == "pdf" and not seen.screens:
        yield from (page for page in seen.document.pages if not page.design and _is_read(page))


def _is_read(page: Page) -> bool:
    return page.image is not None or any(line.origin == "ocr" for line in page.lines)


def _is_headed(photo: Photo, heads: Expressions) -> bool:
    return any(heads.any.search(plain(line.text)) for line in _first(photo))


def _first(photo: Photo) -> list[TextLine]:
    """The first lines of a picture, but for the marks of a camera, which may be headed 工作记录 as papers are."""
    return [line for line in photo.lines[:_HEAD_LINES] if not _is_low(line, photo)]


def _is_low(line: TextLine, photo: Photo) -> bool:
    """Whether a line stands where cameras set their marks."""
    box, page = line.place.box, photo.page
    return box is not None and page is not None and is_low(box, page)


def _fills_a_page(photo: Photo) -> bool:
    return photo.seen.document.file.kind == "pdf" and len(photo.lines) > _MOST_LINES


def _shows_board(photo: Photo, words: Words) -> bool:
    """Whether a picture is of a board: called so, or with several sheets that hang beside each other."""
    return _shows_sheets(photo) or has_word(
        plain("".join(line.text for line in (*photo.lines, *photo.context))), words.photos.board_words
    )


def _shows_sheets(photo: Photo) -> bool:
    return photo.seen.document.file.kind == "image" and len(sheets_on(photo.lines)) > 1


def _reads_as_paper(photo: Photo, words: Words) -> bool:
    """Whether the picture itself names a type of paper, over as much text as such a paper has."""
    # a caption that names a notice, or a ledger in which the picture stands, makes no paper of it
    told = {line.place for line in photo.context}
    own = {fact.value for fact in photo.seen.document_types if fact.place not in told}
    types = own & set(words.photos.paper_types)
    if not types or len(photo.lines) < _PAPER_LINES:
        return False
    running = [line for line in photo.lines if len(plain(line.text)) >= _RUNNING]
    return len(running) >= _RUNNING_LINES or not types <= set(words.photos.running_papers)


def _is_news(photo: Photo, words: Words) -> bool:
    """Whether a picture is of a printed news item: the head of a text says that something was held."""
    running = [line for line in photo.lines if len(plain(line.text)) >= _RUNNING]
    heads = (line.text for line in _first(photo) if not _SENTENCE.search(line.text))
    return len(running) >= _NEWS_LINES and any(words.photos.held_heads.any.search(plain(text)) for text in heads)


# --- plans and rules --------------------------------------------------------------------------------


def _is_ahead(photo: Photo, words: Words) -> bool:
    """Whether a picture is of a paper on what shall be done."""
    return any(_is_under(photo, heads, words) for heads in (words.photos.ahead_heads, words.photos.rule_heads))


def _is_under(photo: Photo, heads: Expressions, words: Words) -> bool:
    """Whether a title of this kind stands over a picture, and no clearly larger sign beside it names a happening."""
    titles = [lines for lines in _titles(photo) if heads.any.search(plain("".join(line.text for line in lines)))]
    if not titles:
        return False
    own = [line.place.box for lines in titles for line in lines]
    least = max(map(_height, own)) / _SMALLER
    happenings = words.photos.poster_tells
    signs = (fact for fact in photo.facts(EVENT) if fact.value.kind in happenings and photo.said_by(fact) is None)
    return not any(_letters(fact, photo) > least for fact in signs if not heads.any.search(plain(fact.quote)))


def _titles(photo: Photo) -> Iterator[Sequence[TextLine]]:
    """The first lines of a picture, each alone, and the lines of each title in it."""
    yield from ([line] for line in _first(photo))
    for fact in photo.facts(TITLE)[:_HEADS]:
        at = next((at for at, line in enumerate(photo.lines) if line.place == fact.place), None)
        if at is not None and not _is_low(photo.lines[at], photo):
            yield photo.lines[at : at + fact.quote.count("\n") + 1]


def _letters(fact: Fact[Event], photo: Photo) -> float:
    """The height of the letters that name a happening, on a sign of several rows of one."""
    around = fact.place.box
    inside = [_height(line.place.box) for line in photo.lines if around and _is_within(line.place.box, around)]
    return median(inside) if inside else 0


def _is_within(box: Box | None, around: Box) -> bool:
    return (
        box is not None and around[0] <= box[0] and around[1] <= box[1] and box[2] <= around[2] and box[3] <= around[3]
    )


def _height(box: Box | None) -> int:
    return box[3] - box[1] if box else 0


def _is_text(photo: Photo) -> bool:
    """Whether a page is of text alone: no photo stands on it, and no title over its lines."""
    heights = [_height(line.place.box) for line in photo.lines]
    if photo.page is None or photo.page.photos[0] or len(heights) < _TEXT_LINES:
        return False
    return max(heights[:_HEAD_LINES]) < _LARGER * median(heights)
