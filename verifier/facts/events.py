"""Happenings that a text names: fairs, talks, consultations, contests, leaflets handed out, posters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from statistics import median

from rapidfuzz import fuzz

from verifier.facts.dates import FoundDate, find_dates
from verifier.model import Box, DateSpan, Document, Event, Fact, Place, Roster, TextLine, Words

_LONGEST_NAME = 44
_WINDOW = 16
_PICTURE = ("image",)
_EDGE = re.compile(r"[,。;:!?|\n\t、]|\.{2,}|…|—{2,}|--+|[→>]|\d{1,2}[.)](?=\D)|\(\d+\)")
_LEADING = " ,)】]}·-—_/|年月日于暨和与及了的"
_OPEN_QUOTE = "“\"'‘「『《〈"
_CLOSE_QUOTE = "”\"'’」』》〉"
_YEAR_OF_NAME = re.compile(
    r"(?:(?:19|20)\d\d\s*[-—~至]\s*)?(?:19|20)?\d\d(?:学年度?|年度?|届|级)(?:春|秋)?(?:应届)?(?:高校)?(?:毕业生)?|(?:19|20)\d\d"
)
_ORDINAL = re.compile(r"第?[一二三四五六七八九十\d]+(?=[届场次期站批日轮])|\d+")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A stretch of text in which an event and its day stand together."""

    text: str
    place: Place
    confidence: float
    dated: bool = True
    """whether dates in it may be the event's"""
    sign: bool = False
    """a sign, banner or caption, where a bare word is a name"""
    pieces: tuple[tuple[int, float], ...] = ()
    """of a sign read in pieces: where each ends in the text, and its confidence"""

    def surely(self, start: int, end: int) -> float:
        """The lowest confidence of the pieces between two offsets."""
        begins = (0, *(stop for stop, _ in self.pieces))
        met = [sure for begin, (stop, sure) in zip(begins, self.pieces, strict=False) if begin < end and stop > start]
        return min(met, default=self.confidence)


@dataclass(frozen=True, slots=True)
class _Named:
    kind: str
    name: str
    start: int
    end: int
    bare: bool


def extract(document: Document, words: Words, known: tuple[Fact, ...] = ()) -> tuple[Fact, ...]:
    """Facts of kind `event`: of captions and lines, of posts, of rows of ledgers; each name with its day once."""
    picture = document.file.kind in _PICTURE
    screens = [fact for fact in known if fact.kind == "screen"]
    units = list(_post_units(document, known) if screens else _line_units(document, picture))
    only = _only_day(document, known) if picture and not screens else None
    organiser = _labelled_organiser(document, words)
    facts: list[Fact] = []
    for unit in units:
        for named in _names_in(unit, words):
            day = _nearest_day(unit, named) or only
            who = (
                _organiser_in(unit.text, words) or organiser or (_public_organiser(document, words) if picture else "")
            )
            facts.append(_fact(Event(named.kind, named.name, day, who), unit, named))
    for fact in known:
        if fact.kind == "roster":
            facts += _of_roster(fact.value, words)
    if picture and not screens:
        facts += _posters(document, words, facts, only)
    return _once(facts)


def event_name_key(name: str, words: Words) -> str:
    """A name without school, year and words like 举办 or 现场, to compare it with others."""
    plain = _plain(name)
    for school in _school_names(words):
        plain = plain.replace(school, "")
    plain = _YEAR_OF_NAME.sub("", plain)
    for filler in sorted(words.lists.get("event_fillers", ()), key=len, reverse=True):
        plain = plain.replace(filler, "")
    return re.sub(r"[\W_]", "", plain)


def same_event_name(one: str, other: str, words: Words) -> bool:
    """Whether two names are of one event: alike at 90 of 100, and neither season nor number tells them apart."""
    keys = event_name_key(one, words), event_name_key(other, words)
    if not all(keys):
        return False
    least = float(words.lists.get("event_match", ("90",))[0])
    return fuzz.ratio(*keys) >= least and _differences(keys[0], words) == _differences(keys[1], words)


def _differences(key: str, words: Words) -> tuple[frozenset[str], tuple[str, ...]]:
    marks = frozenset(word[:1] for word in words.lists.get("event_differences", ()) if word in key)
    return marks, tuple(found.lstrip("第") for found in _ORDINAL.findall(key))


# --- units ------------------------------------------------------------------------------------------


def _line_units(document: Document, picture: bool) -> Iterator[_Unit]:
    for line in document.context:
        yield _Unit(_plain_line(line.text), line.place, line.confidence, sign=True)
    for page in document.pages:
        if picture:
            yield from _signs_on(page.lines)
        else:
            for line in page.lines:
                yield _Unit(_plain_line(line.text), line.place, line.confidence, sign=line.role in ("title", "caption"))


def _signs_on(lines: Sequence[TextLine]) -> Iterator[_Unit]:
    """The lines of a picture, the pieces and rows of one banner or heading in one."""
    rows = _rows(lines)
    used: set[int] = set()
    for index, row in enumerate(rows):
        if index in used:
            continue
        group = [row]
        for number, lower in enumerate(rows):
            if number not in used and number != index and len(group) < 3 and _one_sign(group[-1], lower):
                group.append(lower)
                used.add(number)
        pieces = [line for row in group for line in row]
        texts = [_plain_line(line.text) for line in pieces]
        ends = tuple(zip(accumulate(map(len, texts)), (line.confidence for line in pieces), strict=True))
        place = Place(pieces[0].place.file, pieces[0].place.page, _around(pieces), line=pieces[0].place.line)
        yield _Unit("".join(texts), place, min(line.confidence for line in pieces), sign=True, pieces=ends)


def _rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Pieces that follow one another from left to right, also where a banner hangs aslant; from top to bottom."""
    boxed = sorted((line for line in lines if line.place.box), key=lambda line: _box(line)[0])
    rows: list[list[TextLine]] = []
    for line in boxed:
        home = [row for row in rows if _follows(_box(row[-1]), _box(line))]
        if home:
            min(home, key=lambda row: abs(_box(row[-1])[2] - _box(line)[0])).append(line)
        else:
            rows.append([line])
    return [*sorted(rows, key=lambda row: min(_box(line)[1] for line in row)), *([x] for x in lines if not x.place.box)]


def _follows(left: Box, right: Box) -> bool:
    low = min(left[3] - left[1], right[3] - right[1])
    alike = low >= 0.6 * max(left[3] - left[1], right[3] - right[1])
    gap = right[0] - left[2]
    shared = min(left[3], right[3]) - max(left[1], right[1])
    return alike and -0.5 * low <= gap <= 1.0 * low and shared >= 0.5 * low


def _one_sign(upper: Sequence[TextLine], lower: Sequence[TextLine]) -> bool:
    """Whether two rows are of one size, close and one under the other, and the upper one does not end there."""
    above, below = _around(upper), _around(lower)
    if not above or not below or re.search(r"[。!！?？;；:：]$", upper[-1].text.strip()):
        return False
    heights = sorted(median(_box(line)[3] - _box(line)[1] for line in row) for row in (upper, lower))
    if heights[0] < 0.62 * heights[1] or any(find_dates(_plain_line(line.text)) for line in lower):
        return False
    shared = min(above[2], below[2]) - max(above[0], below[0])
    lower_is_under = below[1] + below[3] > above[1] + above[3]
    return lower_is_under and -0.6 * heights[0] <= below[1] - above[3] <= 1.1 * heights[0] and shared > 0


def _box(line: TextLine) -> Box:
    return line.place.box or (0, 0, 0, 0)


def _around(lines: Sequence[TextLine]) -> Box | None:
    boxes = [line.place.box for line in lines if line.place.box]
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _post_units(document: Document, known: Sequence[Fact]) -> Iterator[_Unit]:
    """Captions, titles of posts, and the lines of their texts; days of publication are no days of events."""
    for line in document.context:
        yield _Unit(_plain_line(line.text), line.place, line.confidence, sign=True)
    for fact in known:
        if fact.kind != "post" or fact.value.view == "typed-list":
            continue
        yield _Unit(_plain_line(fact.value.title), fact.place, fact.confidence)
        texts = set(fact.value.body.split("\n"))
        for line in document.lines if texts else ():
            if line.text in texts and fact.value.view == "article":
                yield _Unit(_plain_line(line.text), line.place, line.confidence)


# --- names ------------------------------------------------------------------------------------------


def _names_in(unit: _Unit, words: Words) -> list[_Named]:
    """The events that a stretch of text names, each with its whole name."""
    heads = _heads(unit.text, words)
    named: list[_Named] = []
    for kind, start, end in heads:
        if named and start < named[-1].end:
            continue
        begin = _begins(unit.text, start, words)
        finish = _ends(unit.text, kind, end, heads, words)
        name = unit.text[begin:finish].strip(" ·-—_/|").strip()
        name = _unquoted(name)
        whole = re.sub(r"[\W_]", "", unit.text)
        bare = begin >= start and finish <= end
        if bare and not (unit.sign or whole != re.sub(r"[\W_]", "", name)):
            continue
        named.append(_Named(kind, name, begin, finish, bare))
    return named


def _heads(text: str, words: Words) -> list[tuple[str, int, int]]:
    """Kind, start and end of each head, the longest of those that overlap, in the order of the text."""
    found: list[tuple[str, int, int]] = []
    for kind, expressions in words.events.items():
        if any(word in text for word in words.lists.get(f"{kind}_not", ())):
            continue
        barred = (*words.lists.get("event_not_after", ()), *words.lists.get(f"{kind}_not_after", ()))
        spans = sorted(hit.span() for one in _heads_of(expressions) for hit in one.finditer(text) if hit[0])
        for start, end in _united(spans):
            if not text[end:].lstrip().startswith(barred):
                found.append((kind, start, end))
    kept: list[tuple[str, int, int]] = []
    for head in sorted(found, key=lambda each: (each[1] - each[2], each[1])):
        if all(head[2] <= other[1] or other[2] <= head[1] for other in kept):
            kept.append(head)
    return sorted(kept, key=lambda each: each[1])


def _united(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that overlap as one: 专场招聘 and 招聘会 are 专场招聘会."""
    last: tuple[int, int] | None = None
    for start, end in spans:
        if last and start < last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


@lru_cache(maxsize=64)
def _heads_of(expressions: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for one in expressions)


def _begins(text: str, head: int, words: Words) -> int:
    """Where the name begins: after the last boundary, date or word that leads to it, before its head."""
    begin = max(0, head - _LONGEST_NAME)
    for edge in _EDGE.finditer(text, begin, head):
        begin = edge.end()
    for found in find_dates(text):
        if found.end <= head and found.span.precision in ("day", "month") and found.end > begin:
            begin = found.end
    quoted = _open_quote(text, begin, head)
    limit = quoted if quoted is not None else head
    for word in words.lists.get("event_stops", ()):
        at = text.rfind(word, begin, limit)
        if 0 <= at <= head - len(word):
            begin = max(begin, at + len(word))
    for _ in range(3):
        rest = text[begin:head]
        while rest and rest[0] in _LEADING:
            rest = rest[1:]
        school = next((name for name in _school_names(words) if rest.startswith(name)), "")
        campus = re.match(r"[(][\u4e00-\u9fff]{2,6}[)]", rest)
        rest = rest[len(school) or (campus.end() if campus else 0) :]
        begin = head - len(rest)
    return begin


def _open_quote(text: str, begin: int, head: int) -> int | None:
    """Where a quotation begins that is not closed before the head: what it holds is name."""
    for at in range(head - 1, begin - 1, -1):
        if text[at] in _CLOSE_QUOTE and text[at] not in _OPEN_QUOTE:
            return None
        if text[at] in _OPEN_QUOTE and text[at] not in _CLOSE_QUOTE:
            return at
    return None


def _ends(text: str, kind: str, end: int, heads: Sequence[tuple[str, int, int]], words: Words) -> int:
    """Where the name ends: after heads of the same kind that follow without a boundary, and its kind's tail."""
    for other, start, stop in heads:
        between = text[end:start]
        if other == kind and start >= end and len(between) <= _WINDOW and not re.search(r"[,。;:!?、|和及与]", between):
            end = stop
    for tail in words.lists.get(f"{kind}_tails", ()):
        if more := re.match(tail, text[end:]):
            end += more.end()
    if text[end : end + 1] in tuple(_CLOSE_QUOTE):
        end += 1
    return end


def _unquoted(name: str) -> str:
    """A name without a quotation mark that has no other half."""
    for left, right in zip("“‘「『《〈(【[", "”’」』》〉)】]", strict=True):
        if left in name and right not in name:
            name = name.replace(left, "")
        elif right in name and left not in name:
            name = name.replace(right, "")
        if name.startswith(left) and name.endswith(right) and name.count(left) == 1:
            name = name[1:-1]
    return name.strip()


# --- day and organiser ------------------------------------------------------------------------------


def _nearest_day(unit: _Unit, named: _Named) -> DateSpan | None:
    """The date nearest to the name; a month where no day is said."""
    if not unit.dated:
        return None
    days = [found for found in find_dates(unit.text) if found.span.precision in ("day", "month")]
    outside = [found for found in days if found.end <= named.start or found.start >= named.end] or days
    if not outside:
        return None
    nearest = min(outside, key=lambda found: (found.span.precision != "day", _distance(found, named), found.start))
    return _with_year(nearest.span, unit.text)


def _distance(found: FoundDate, named: _Named) -> int:
    return max(named.start - found.end, found.start - named.end, 0)


def _with_year(span: DateSpan, text: str) -> DateSpan:
    """A date without a year takes the one year (2024年, not 2024届) that its text names."""
    if span.start is not None or not span.month or not span.day:
        return span
    years = set(re.findall(r"((?:19|20)\d\d)年", text))
    if len(years) != 1:
        return span
    full = find_dates(f"{years.pop()}年{span.month}月{span.day}日")
    return full[0].span if full else span


def _only_day(document: Document, known: Sequence[Fact]) -> DateSpan | None:
    """The one day that the text or the captions of a picture show, the camera's left out."""
    spans = {
        fact.value
        for fact in known
        if fact.kind == "date" and fact.role not in ("taken", "printed") and fact.value.precision == "day"
    }
    return next(iter(spans)) if len(spans) == 1 else None


def _organiser_in(text: str, words: Words) -> str:
    """The body that a stretch of text says holds the event: after a label, else a public one that it names."""
    return _after_label(text, words) or _public_body(text, words)


def _after_label(text: str, words: Words) -> str:
    labels = "|".join(map(re.escape, sorted(words.lists.get("organiser_labels", ()), key=len, reverse=True)))
    if labels and (found := re.search(rf"(?:{labels})\s*[::]\s*([^,。;:|\n]{{2,40}})", text)):
        return found[1].strip()
    verbs = "|".join(map(re.escape, words.lists.get("organiser_verbs", ())))
    if verbs and (found := re.search(rf"由([^,。;:|\n]{{2,30}}?)(?:{verbs})", text)):
        return found[1].strip()
    return ""


def _public_body(text: str, words: Words) -> str:
    """The whole name of the public body that a text names first."""
    for word in words.lists.get("public_organisers", ()):
        if (at := text.find(word)) < 0:
            continue
        head = re.search(r"[\u4e00-\u9fff]{0,6}$", text[max(0, at - 6) : at])
        ends = "|".join(words.lists.get("body_ends", ()))
        tail = re.match(rf"{word}[\u4e00-\u9fff]{{0,6}}?(?:{ends})", text[at:]) if ends else None
        lead = head[0] if head else ""
        for stop in words.lists.get("event_stops", ()):
            lead = lead.rsplit(stop, 1)[-1]
        return lead + (tail[0] if tail else word)
    return ""


def _labelled_organiser(document: Document, words: Words) -> str:
    for line in (*document.context, *document.lines):
        if len(line.text) <= 60 and (name := _after_label(_plain_line(line.text), words)):
            return name
    return ""


def _public_organiser(document: Document, words: Words) -> str:
    return next((name for line in document.lines if (name := _public_body(_plain_line(line.text), words))), "")


# --- ledgers ----------------------------------------------------------------------------------------


def _of_roster(roster: Roster, words: Words) -> Iterator[Fact]:
    """An event for each row of a ledger that names one, or whose ledger does."""
    if not (
        roster.has("event_date") and (roster.has("event_name") or roster.has("content") or roster.has("counsellor"))
    ):
        return
    title = _plain_line(roster.title)
    headers = " ".join(column.header for column in roster.columns)
    for row in roster.rows:
        stated = row.values.get("event_date", "")
        day = _row_day(stated)
        own = [_plain_line(row.values.get(name, "")) for name in ("event_name", "content")]
        named = next(
            (found[0] for text in own if text and (found := _names_in(_Unit(text, row.place, 1.0, sign=True), words))),
            None,
        )
        if named is None:
            heads = _names_in(_Unit(f"{title} {headers}", row.place, 1.0, sign=True), words)
            consultation = [each for each in heads if each.kind == "consultation"]
            if not consultation or not (day or any(own)):
                continue
            named = consultation[0]
        quote = " ".join(text for text in (stated, *own) if text)[:80]
        organiser = row.values.get("organiser", "") or _public_body(" ".join(own), words)
        yield Fact("event", Event(named.kind, named.name, day, organiser), quote or title, row.place, 1.0, "events")


def _row_day(text: str) -> DateSpan | None:
    if iso := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", text.strip()):
        text = f"{iso[1]}年{int(iso[2])}月" + (f"{int(iso[3])}日" if iso[3] else "")
    found = [each for each in find_dates(text) if each.span.precision in ("day", "month")]
    return found[0].span if found else None


# --- posters ----------------------------------------------------------------------------------------


def _posters(document: Document, words: Words, facts: Sequence[Fact], only: DateSpan | None) -> Iterator[Fact]:
    """A picture whose text is a policy's, with no poster or handing out named by its words."""
    if any(fact.value.kind in ("poster", "handout", "fair", "contest", "online-fair", "talk") for fact in facts):
        return
    text = _plain(" ".join(line.text for line in document.lines))
    if any(word in text for word in words.lists.get("poster_not", ())):
        return
    policy = [word for word in words.lists.get("poster_policy", ()) if word in text]
    matter = [word for word in words.lists.get("poster_matter", ()) if word in text]
    if len(policy) < 2 or not matter:
        return
    telling = [line for line in document.lines if _weight(line.text, words)]
    line = max(telling, key=lambda one: (_box(one)[3] - _box(one)[1], _weight(one.text, words), one.confidence))
    name = _plain_line(line.text)
    yield Fact("event", Event("poster", name, only), line.text, line.place, line.confidence, "events")


def _weight(text: str, words: Words) -> int:
    return sum(word in text for word in (*words.lists.get("poster_policy", ()), *words.lists.get("poster_matter", ())))


# --- results ----------------------------------------------------------------------------------------


def _fact(event: Event, unit: _Unit, named: _Named) -> Fact:
    quote = unit.text if len(unit.text) <= 80 else unit.text[max(0, named.start - 12) : named.end + 12]
    sure = unit.surely(named.start, named.end)
    confidence = min(sure, 0.9) if named.bare and not unit.sign else sure
    return Fact("event", event, quote, unit.place, confidence, "events")


def _once(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts without those that say again what another says: the same kind, name and day."""
    seen: set[tuple[str, str, DateSpan | None]] = set()
    kept = []
    for fact in facts:
        key = (fact.value.kind, fact.value.name, fact.value.day)
        if key not in seen or fact.place.cell:
            kept.append(fact)
        seen.add(key)
    return tuple(kept)


def _school_names(words: Words) -> tuple[str, ...]:
    return _longest_first(tuple(name for school in words.schools for name in (school.name, *school.aliases)))


@lru_cache(maxsize=32)
def _longest_first(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({_plain(name) for name in names if len(name) >= 2}, key=lambda name: (-len(name), name)))


def _plain(text: str) -> str:
    """NFKC without blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _plain_line(text: str) -> str:
    """NFKC; blanks beside Chinese characters out, so that dates stay apart from other figures."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return re.sub(r"(?<=[^\x00-\x7f])[ \t]+(?=[^\x00-\x7f])", "", plain)
