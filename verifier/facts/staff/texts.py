"""Names of staff in a text, each with what is said of the person: a list, a sentence, a paragraph a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from verifier.facts.layout import squeeze
from verifier.language.choices import read_choice
from verifier.language.identity_numbers import plain_name
from verifier.language.names import NAME, is_name, may_be_name
from verifier.model import WordList, Words

CHOICE = re.compile(r"[专兼]职?\s*[/、或(（]\s*[专兼]职?\s*[)）]?")
EITHER = "专职或兼职"
"""what is told of somebody of whom nobody can tell which box is ticked"""
_NAME_AND_NOTE = re.compile(r"([\u4e00-\u9fff·]{2,12})(?:\s*\(([^()]{0,30})\))?")
_LONGEST_CHOICE = 40
"""characters of a cell in which something is chosen"""
_PAUSE = r"[、,，;；\s和及/]"
_PAUSES = rf"{_PAUSE}+"
_STATION = r"(?:[^,，。;；:：()（）、为任是]{0,24}(?:指导站|服务站)|本站|我站|该站)?"
"""of what somebody is given an office"""
_CLAUSE = re.compile(r"[,，。;；:：()（）]")
_LEADS = "由", "其中", "指定", "明确", "安排", "选派", "聘任", "任命"
"""what may stand before the first of those whom a sentence gives an office"""
_TITLED = re.compile(r"(?:[两二三四五六七八\d][位名])?(?:同志|老师|教师|等)?$")
_ONE = r"[\u4e00-\u9fff·]{2,12}(?:\s*[(（][^()（）]{0,30}[)）])?"
_DESCRIBED = re.compile(
    rf"\s*(?:[(（]?[\d一二三四五六七八九十]{{1,2}}[)）]?[、.．:：]?\s*)?({NAME})(?:老师|同志)?[,，:：](.+)", re.DOTALL
)
_POST = r"[\u4e00-\u9fff]{2,12}"
_POSTED = (
    re.compile(rf"(?P<post>{_POST})\s*\(\s*(?P<name>{NAME})\s*(?:[,，、;；\s]\s*(?P<note>[^()]*))?\)"),
    re.compile(rf"\s*(?P<post>{_POST})[\s:]+(?P<name>{NAME})\s*(?:\((?P<note>[^()]*)\))?\s*$"),
    re.compile(rf"(?P<post>)\s*(?P<name>{NAME})\s*(?:\((?P<note>[^()]*)\))?\s*$"),
)
"""who holds a post: 站长（张三，兼职）, 站长 张三（兼职）, 张三（兼职） or 张三 under 站长"""
_NOTED = re.compile(
    r"(?:同志|老师)?\s*(?:\((?P<note>[^()]{2,20})\)|(?P<kind>[\u4e00-\u9fff]{2}))\s*[,，]?\s*"
    r"(?:具体|主要|统筹|牵头|全面|日常)*"
    r"(?:(?:负责|主持|承担|协助|分管|主管|从事|参与|管)|(?P<office>(?:担任|兼任|任|为|是)[^,，。;；:：()]*))"
)
"""in sentences on who does what: 张三同志（兼职）负责培训, 张三专职负责培训, 张三（专职）任联络员"""
_IS_POST = re.compile(r"[\u4e00-\u9fff]岗(?:位)?(?:$|[\s(])")
_LONGEST_POST = 14
_FEWEST_DESCRIBED = 2
"""people whom paragraphs describe: one that begins like a name may be a sentence"""


def is_person(text: str, words: Words) -> bool:
    """Whether a run of characters of a sentence is the name of somebody: no office, and nothing that is done."""
    return is_name(text) and words.text.no_person.any.search(text) is None


def named_in(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """The names in a text, each with what is said of the person."""
    yield from _in_lists(text, words)
    said = text.replace("关于", "关于:")  # no name begins within it
    yield from _in_sentences(said, words)
    yield from _appointed(said, words)


def described_in(paragraphs: Sequence[str], words: Words) -> Iterator[tuple[int, str, str]]:
    """Index of the paragraph, name and description, where each describes one person: 张三，男，……，任站长，兼职。

    The paper has to speak of staff, and every description of full or part time or of the liaison.
    """
    if not any(label in text for text in paragraphs for label in words.text.staff_labels):
        return
    matches = ((index, _DESCRIBED.match(text)) for index, text in enumerate(paragraphs))
    told = [
        (index, each[1], each[2])
        for index, each in matches
        if each and is_person(each[1], words) and tells(each[2], words)
    ]
    if len({name for _, name, _ in told}) >= _FEWEST_DESCRIBED:
        yield from told


def noted_in(paragraphs: Sequence[str], words: Words) -> Iterator[tuple[int, str, str]]:
    """Index of the paragraph, name and what is said where sentences tell who does what: 张三（兼职）负责培训。

    The paper has to speak of staff, and what stands behind the name of full or part time or of the liaison.
    """
    if not any(label in text for text in paragraphs for label in words.text.staff_labels):
        return
    found = [(index, *told) for index, text in enumerate(paragraphs) for told in _noted(text, words)]
    whole = {name for _, _, name, _ in found}
    for index, start, name, said in found:
        # a line of a page may begin within a name
        if start or not any(each != name and each.endswith(name) for each in whole):
            yield index, name, said


def _noted(text: str, words: Words) -> Iterator[tuple[int, str, str]]:
    """Where a name begins, the name, and what is said."""
    kinds = (*words.text.fulltime, *words.text.parttime)
    for match in _NOTED.finditer(text):
        said = f"{match['note'] or match['kind']} {match['office'] or ''}".strip()
        if not tells(said, words) or (match["kind"] and match["kind"] not in kinds):
            continue
        clause = _CLAUSE.split(text[: match.start()])[-1]
        duty, name = _parted(_last_of(clause, words), words)
        if is_person(name, words):
            yield match.start() - len(clause) + clause.rindex(name), name, f"{duty} {said}".strip()


def _last_of(clause: str, words: Words) -> str:
    """The last of those whom a clause names, with what it calls them: 其中站长张三 → 站长张三."""
    piece = re.split(_PAUSES, clause.strip())[-1]
    lead = next((each for each in _LEADS if piece.startswith(each)), "")
    return piece.removeprefix(lead)


def posted_in(paragraphs: Sequence[str], above: Callable[[int], str], words: Words) -> Iterator[tuple[int, str, str]]:
    """Index of the line, name and post, where lines name a post each with who holds it, as boxes of a chart do.

    `above`: what stands over a line, by its index.
    The paper has to speak of staff, and one line of full or part time or of the liaison.
    """
    if not any(label in text for text in paragraphs for label in words.text.staff_labels):
        return
    told = [
        (index, match["name"], said)
        for index, text in enumerate(paragraphs)
        if (match := _posted(text, words)) and names_post(said := _post_of(match, above(index), words), words)
    ]
    if len({name for _, name, _ in told}) >= _FEWEST_DESCRIBED and any(tells(said, words) for *_, said in told):
        yield from told


def names_post(text: str, words: Words) -> bool:
    """Whether a text says how somebody works at the station, or which post it is: 站长, 就业服务岗."""
    said = squeeze(text)
    is_post = any(label in said for label in words.text.staff_labels) or _IS_POST.search(said) is not None
    return tells(said, words) or is_post


def _posted(text: str, words: Words) -> re.Match[str] | None:
    found = (_POSTED[0].search(text), *(each.match(text) for each in _POSTED[1:]))
    return next((match for match in found if match and is_person(match["name"], words)), None)


def _post_of(match: re.Match[str], above: str, words: Words) -> str:
    """What a line says of the person, with the post that stands alone in the line above a bare name."""
    post = match["post"] or (above if len(above) <= _LONGEST_POST and not _posted(above, words) else "")
    return f"{squeeze(post)} {match['note'] or ''}".strip()


def chosen(text: str, asked: tuple[str, ...], words: Words) -> str:
    """The text with what is chosen alone where options are marked; `asked`: what a column offers besides."""
    kinds = (*words.text.fulltime, *words.text.parttime)
    bare = len(text) <= _LONGEST_CHOICE and not any(kind in text for kind in kinds)
    options = (*kinds, *(kind[0] for kind in kinds if bare), *asked)
    choice = read_choice(text, options) if len(text) <= _LONGEST_CHOICE else None
    if choice is None:
        return EITHER if CHOICE.fullmatch(squeeze(text)) else text
    return choice.kept if choice.is_told else f"{choice.kept} {EITHER}".strip()


def tells(text: str, words: Words) -> bool:
    """Whether a text speaks of full or part time, or of the liaison."""
    return any(word in text for word in (*words.text.liaison, *words.text.fulltime, *words.text.parttime))


def _in_lists(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """Names, each with the note behind it or the label of its list; one that stands alone may have a rare surname."""
    for label, names in _lists(text, words):
        for one in _NAME_AND_NOTE.finditer(names):
            duty, name = _parted(plain_name(one[1]), words)
            note = f"{duty} {one[2] or ''}".strip()
            if is_person(name, words):
                yield name, chosen(note, (), words) if tells(note, words) else label
            elif may_be_name(name) and one[0] == names:
                yield name, label


def _parted(text: str, words: Words) -> tuple[str, str]:
    """What somebody is, and the name: 站长张三."""
    duties = (*words.text.staff_labels, *words.text.staff_duties)
    led = (duty for duty in duties if text.startswith(duty) and is_person(text.removeprefix(duty), words))
    duty = max(led, key=len, default="")
    return duty, text.removeprefix(duty)


def _in_sentences(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """The liaisons that a sentence names, with what it calls them."""
    after, before = _sentences(words.text.liaison)
    for match in after.finditer(text):
        if is_person(match[2], words):
            yield match[2], match[1]
    begun = filter(None, (before.match(text, start) for start in range(len(text))))
    for match in islice((match for match in begun if is_person(match[1], words)), 1):
        yield match[1], match[2]


def _appointed(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """Those whom a sentence gives an office: 张三、李四为兼职工作人员, 站长由处长张三兼任."""
    given, taken = _appointments((*words.text.staff_labels, *words.text.liaison))
    for match in given.finditer(text):
        clause = _CLAUSE.split(text[: match.start()])[-1]
        yield from ((name, match[0]) for name in _names_at_end(clause, words))
    for match in taken.finditer(text):
        yield from ((name, match[1] + match[3]) for name in _names_at_end(match[2], words))


def _names_at_end(clause: str, words: Words) -> Iterator[str]:
    """The names in which a clause ends, the last first: before the first of them stands at most what somebody is."""
    for piece in reversed(re.split(_PAUSES, clause.strip())):
        whole = plain_name(_TITLED.sub("", piece))
        leads = (duty for duty in (*_LEADS, *words.text.staff_duties) if duty in whole)
        named = (name for lead in leads if is_person(name := whole.rpartition(lead)[2], words))
        bare = min(named, key=len, default=whole)
        if is_person(bare, words):
            yield bare
        if bare != whole or not is_person(bare, words):
            return


@lru_cache(maxsize=8)
def _appointments(offices: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Expressions for (张三)为专职工作人员 and for 站长由(张三)兼任."""
    office = rf"(?:专职|兼职)?(?:{'|'.join(sorted(map(re.escape, offices), key=len, reverse=True))})"
    return (
        re.compile(rf"(?:均|都|分别)?(?:为|是|担任|兼任|任){_STATION}的?{office}(?:\s*\((?:专职|兼职)\))?"),
        re.compile(rf"({office})由([^,，。;；:：]{{2,30}}?)(兼任|担任)"),
    )


@lru_cache(maxsize=8)
def _sentences(liaison: WordList) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Expressions for 专职联络员为张三 and for 由张三担任专职联络员."""
    office = rf"(?:专职|兼职)?(?:{'|'.join(map(re.escape, liaison))})员?"
    led = r"(?:由|指定|明确|安排|选派|其中|聘任|聘请|聘用|任命|委任|推荐)?"
    return (
        re.compile(rf"({office})\s*(?:为|是|由|:)?\s*({NAME})(?=老师|同志|担任|[,，。;；、(]|$|\s|\d|,)"),
        re.compile(rf"{led}({NAME})(?:同志|老师)?(?:为|担任|任|兼任|是){_STATION}(?:的)?({office})"),
    )


def _lists(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """Label and names of 工作人员：张三、李四（专职联络员）; the label may count them: 工作人员3人：."""
    spread = (r"\s*".join(map(re.escape, label)) for label in words.text.staff_labels)  # 站    长：
    labels = "|".join(sorted(spread, key=len, reverse=True)) or r"(?!)"
    counted = r"(?:共?\s*\d+\s*[人名])?\s*(?:\([^()]*\))?"
    said = r"(?:\s*:|[,，]?\s*分别[是为]?:?)\s*"
    pattern = rf"((?:{labels}))(?:名单|姓名|信息)?{counted}{said}({_ONE}(?:{_PAUSE}+{_ONE})*)"
    for match in re.finditer(pattern, text):
        yield squeeze(match[1]), match[2].strip()
