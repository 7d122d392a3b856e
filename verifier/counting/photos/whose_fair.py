"""Whose a fair is: the school's own, a public agency's, or that of a portal which holds fairs as a business."""

from __future__ import annotations

import re

from verifier.counting.photos.photo import Photo
from verifier.language.comparing_text import has_word, plain
from verifier.model import SCHOOL, Event, Fact, Observed, Papers, RuleSet

_LED = 12
"""characters before a fair's name in which it may be said who holds it, or that students were sent to it"""
_ATTENDED = 8
"""characters before a fair's name in which a post or notice may say that it was attended"""
_YEAR = re.compile(r"^(?:19|20)\d\d年?(?:度|届)?")
_LONGEST_LINE = 200
"""characters; a longer line is a whole text, and tells of more than the fair"""


def is_fair(fact: Fact[Event], rules: RuleSet) -> bool:
    """Whether a happening is a job fair."""
    return fact.value.kind in rules.words.photos.fairs


def names_agency(text: str, rules: RuleSet) -> bool:
    """Whether a text names a public agency, or a campaign of theirs."""
    return has_word(plain(text), (*rules.organisers, *rules.words.photos.public_campaigns))


def is_of_campus(text: str, rules: RuleSet) -> bool:
    """Whether a text without blanks says that something is on the school's campus."""
    return rules.words.photos.campus_words.any.search(text) is not None


# --- in a photo -------------------------------------------------------------------------------------


def is_public(fact: Fact[Event], photo: Photo, papers: Papers | None, rules: RuleSet) -> bool:
    """Whether a fair is one that a public agency holds, off the campus."""
    said = plain(f"{fact.quote}{fact.value.name}")
    if not is_fair(fact, rules) or _says_own(said, photo, rules):
        return False
    if names_agency(said, rules):
        return True
    return names_agency(fact.value.organiser, rules) and not _shows_school(photo, papers, rules)


def is_brought(fact: Fact[Event], photo: Photo, rules: RuleSet) -> bool:
    """Whether a fair is by its own words an agency's and no school's, wherever it is: 公共就业服务进校园招聘会."""
    said = plain(f"{fact.quote}{fact.value.name}")
    schools = [plain(school.quote) for school in photo.facts(SCHOOL)]
    return is_fair(fact, rules) and names_agency(said, rules) and not has_word(said, schools)


def _says_own(said: str, photo: Photo, rules: RuleSet) -> bool:
    """Whether the words about a fair place it on the campus, or name the school that holds it."""
    words = rules.words.photos
    schools = [plain(school.quote) for school in photo.facts(SCHOOL)]
    return is_of_campus(said, rules) or (has_word(said, schools) and not has_word(said, words.attended_words))


def is_commercial(fact: Fact[Event], photo: Photo, papers: Papers | None, rules: RuleSet) -> bool:
    """Whether a fair is one that a portal holds as a business, and nothing in the photo places it on the campus."""
    said = plain(f"{fact.quote}{fact.value.name}{fact.value.organiser}")
    portal = is_fair(fact, rules) and has_word(said, rules.words.photos.commercial_portals)
    return portal and not _shows_school(photo, papers, rules)


def _shows_school(photo: Photo, papers: Papers | None, rules: RuleSet) -> bool:
    text = plain("".join(line.text for line in (*photo.lines, *photo.context)))
    if is_of_campus(text, rules):
        return True
    named = [fact.value.removeprefix("parent:") for fact in photo.facts(SCHOOL)]
    return bool(named) if papers is None else papers.school in named


def is_elsewhere(fact: Fact[Event], rules: RuleSet) -> bool:
    """Whether the words about a fair say that students were sent to it, and nothing that it is on the campus."""
    words = rules.words.photos
    said = plain(f"{fact.quote}{fact.value.name}")
    sent = is_fair(fact, rules) and words.sent_words.any.search(said) is not None
    return sent and not is_of_campus(said, rules)


def is_out_of_town(fact: Fact[Event], photo: Photo, papers: Papers | None, rules: RuleSet) -> bool:
    """Whether a fair is called by another city, and nothing in the photo places it on the campus."""
    name = _YEAR.sub("", plain(fact.value.name))
    named = is_fair(fact, rules) and name.startswith(rules.words.places.outside)
    return named and not _shows_school(photo, papers, rules)


def is_held_elsewhere(fact: Fact[Event], photo: Photo, papers: Papers | None, rules: RuleSet) -> bool:
    """Whether a fair that a photo shows is held by others, off the campus."""
    asked = (is_public, is_commercial, is_out_of_town)
    return is_elsewhere(fact, rules) or any(each(fact, photo, papers, rules) for each in asked)


# --- in a paper -------------------------------------------------------------------------------------


def is_told_public(fact: Fact[Event], seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether a paper says that a public agency holds a fair, and not only that its people came to see it."""
    event = fact.value
    if names_agency(event.name, rules):
        return True
    line = next((line.text for line in seen.document.lines if line.place == fact.place), "")
    said = plain(f"{fact.quote}{line if len(line) <= _LONGEST_LINE else ''}")
    led = _before(event, said)[-_LED:]
    near = f"{led}{plain(event.name)}"
    own = has_word(near, _names_of_school(seen, papers)) or is_of_campus(near, rules)
    if own and not has_word(led, rules.words.photos.attended_words):
        return False
    told = plain(f"{said}{seen.document.text}") if names_agency(event.organiser, rules) else said
    return names_agency(_without_visits(told, rules), rules)


def is_told_own(fact: Fact[Event], seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether the school holds a fair: posts have to say so, notices and ledgers not to say that others do."""
    words = rules.words.photos
    text = plain(fact.quote)
    before = _before(fact.value, text)
    if has_word(before[-_ATTENDED:], words.attended_words):
        return False
    if has_word(text, _names_of_school(seen, papers)) or is_of_campus(text, rules):
        return True
    led = has_word(f"{before}{plain(fact.value.name)}", rules.words.places.names)
    foreign = led or names_agency(f"{fact.quote}{fact.value.name}{fact.value.organiser}", rules)
    return not foreign and not seen.posts


def _before(event: Event, text: str) -> str:
    """What stands before the name of an event."""
    return text[: max(0, text.find(plain(event.name)))]


def _names_of_school(seen: Observed, papers: Papers) -> list[str]:
    return [plain(school.quote) for school in seen.schools if school.value == papers.school]


def _without_visits(text: str, rules: RuleSet) -> str:
    visits = "|".join(map(re.escape, rules.words.photos.visiting_words))
    agencies = "|".join(map(re.escape, rules.organisers))
    return re.sub(rf"(?:{agencies})[局厅部]?(?:{visits})", "", text) if visits and agencies else text
