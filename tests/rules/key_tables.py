"""The tables of keys in rules/README.md: meaning, example, what a key does to the points, the error when it is wrong.

`python -m tests.rules.key_tables` writes them anew, from the types, from `keys.yaml` and from the shipped rule set.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from fractions import Fraction
from types import NoneType
from typing import get_args

from tests.rules.conftest import DEMONSTRATIONS, WEIHAI
from tests.rules.test_spoiled import SOURCE, Changed, Spoiled, refusal
from verifier.cases import CaseFile
from verifier.errors import RuleError
from verifier.lint import CODES, Remarks
from verifier.model import TAKINGS, Blank, Expressions, Form, Group, Head, Slope, Words
from verifier.rules.building import built, hints_of
from verifier.rules.conditions import exact
from verifier.rules.loading import Source, read_source
from verifier.rules.schema import keys_of, meanings, records
from verifier.rules.values import Value, record
from verifier.rules.yamlfile import Keys, YamlFile, read_yaml

README = WEIHAI.parent / "README.md"
PARTS: Mapping[type, str] = {
    Head: "ruleset.yaml",
    Group: "group-*.yaml",
    Form: "form.yaml",
    Blank: "blank.yaml",
    Words: "words/*.yaml",
    CaseFile: "cases/*.yaml",
    Remarks: "remarks.yaml",
}
LONGEST_MESSAGE = 70
NO_POINTS: Mapping[type, str] = {
    Form: "不影响得分，只用于填表和文书",
    Blank: "不影响得分，只用于空材料夹",
    Words: "决定材料怎样识别，从而影响计数项",
}
"""what all keys of a file do to the points where nothing is said of each"""


@dataclass(frozen=True)
class Example:
    file: YamlFile
    keys: Keys
    data: object
    whole: type
    """of the file"""
    source: Source = SOURCE


def sources() -> Iterator[tuple[Source, type, YamlFile]]:
    """The files of the shipped rule sets; the demonstrations come last, for the keys that the other has no use for."""
    for folder in (WEIHAI, *DEMONSTRATIONS):
        source = SOURCE if folder == WEIHAI else read_source(folder)
        yield source, Head, source.head
        yield from ((source, Group, file) for file in source.groups)
        yield from ((source, kind, file) for kind, file in ((Form, source.form), (Blank, source.blank)) if file)
        yield from ((source, Words, file) for file in source.words)
        yield from ((source, CaseFile, read_yaml(path)) for path in sorted((folder / "cases").glob("*.yaml")))
        yield source, Remarks, read_yaml(folder / "remarks.yaml")


def examples() -> Mapping[tuple[str, str], Example]:
    """Type and key → where it is first written in the shipped rule set."""
    found: dict[tuple[str, str], Example] = {}
    for source, whole, file in sources():
        for value in _groups(Value(file, (), whole, file.data)):
            assert isinstance(value.data, dict)
            for key, data in value.data.items():
                name = (value.kind.__name__, key)  # type: ignore[attr-defined]
                if name not in found or found[name].data in ([], {}, ""):
                    found[name] = Example(file, (*value.keys, key), data, whole, source)
            of_drafts = (value.kind.__name__, "draft")  # type: ignore[attr-defined]
            if value.kind is Slope:  # what is shipped begins at 0
                found.setdefault(("Slope", "start"), Example(file, (*value.keys, "start"), "80%", whole, source))
            if whole is CaseFile and value.kind is not CaseFile:  # what is shipped is confirmed
                found.setdefault(of_drafts, Example(file, (*value.keys, "draft"), True, whole))
    return found


def _groups(value: Value) -> Iterator[Value]:
    """The groups of keys below a value, with their types."""
    inner = [each for each in get_args(value.kind) if each is not NoneType]
    if NoneType in get_args(value.kind) and len(inner) == 1:
        value = Value(value.file, value.keys, inner[0], value.data)
    if is_dataclass(value.kind) and value.kind is not Expressions and isinstance(value.data, dict):
        yield value
    for each in value.inner():
        yield from _groups(each)


def short(data: object) -> object:
    """As much of a value as is shown: the first entries of lists, the first keys of groups."""
    if isinstance(data, list) and not isinstance(data[0] if data else "", int | Fraction):
        return [short(each) for each in data[: 1 if isinstance(data[0] if data else "", dict) else 2]]
    if isinstance(data, dict):
        return {key: short(each) for key, each in data.items()}
    return data


def written(data: object) -> str:
    """A value as a line of YAML."""
    match data:
        case bool():
            return "true" if data else "false"
        case None:
            return "null"
        case Fraction():
            return f"{float(data):g}"
        case str():
            return data if _is_plain(data) else json.dumps(data, ensure_ascii=False)
        case list():
            return f"[{', '.join(map(written, data))}]"
        case dict():
            return "{" + ", ".join(f"{written(key)}: {written(each)}" for key, each in data.items()) + "}"
    return str(data)


def _is_plain(text: str) -> bool:
    """Whether YAML takes a text for one without quotes."""
    if text.strip() != text or re.fullmatch(r"[\d.-]*|true|false|null", text):
        return False
    return re.fullmatch(r"[\w%\u4e00-\u9fff“”（）、，。；／－·>=< ./㎡-]+", text) is not None


def wrong(data: object) -> object:
    """A value that does not fit where this one stands."""
    match data:
        case bool():
            return "要"
        case int() | Fraction():
            return "七"
        case str() if re.fullmatch(r"-?[\d.]+%", data):
            return "七"
        case str():
            return 100
        case list() if data and isinstance(data[0], str) and re.match(r"[a-z_]+ [<>=]", data[0]):
            return ["不少于 20"]
    return "词" if data is not None else ["词"]


def told(example: Example, data: object) -> str:
    """What loading says with another value in the place of an example; '' where it is accepted."""
    changed = Changed(Spoiled(example.file, example.keys, data))
    try:
        if example.whole is CaseFile:
            built(CaseFile, changed.data, changed)
        elif example.whole is Words:
            key = str(example.keys[0])
            record(Value(changed, (key,), hints_of(Words)[key], changed.data[key]))
        elif example.whole in (Form, Blank, Remarks):
            record(Value(changed, (), example.whole, changed.data))
        else:
            record(Value(changed, (), example.whole, exact(changed)))
    except RuleError as error:
        return str(error)
    return ""


def refused(example: Example) -> str:
    """The message for a wrong value, without its place."""
    message = told(example, wrong(example.data))
    if not message and example.whole not in (CaseFile, Remarks):
        message = refusal(Spoiled(example.file, example.keys, wrong(example.data)), example.source)
    text = message.split("：", 1)[-1]
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:LONGEST_MESSAGE]}…"


def tables() -> str:
    found, done = examples(), set()
    lines: list[str] = []
    for whole, name in PARTS.items():
        lines += [f"### {name}", ""]
        for kind in records(whole):
            if kind.__name__ not in done:
                done.add(kind.__name__)
                lines += _table(kind, found, whole)
    return "\n".join(lines).strip()


def _table(kind: type, found: Mapping[tuple[str, str], Example], whole: type) -> Iterator[str]:
    said = meanings()[kind.__name__]
    yield f"#### {kind.__name__}"
    yield ""
    yield f"{said[''][0]}。{said[''][1]}."
    yield ""
    if counted := _measures(kind):
        yield f"计数项 measures：{counted}"
        yield ""
    yield "| 键 key | 意思 meaning | 写法 example | 对得分的作用 effect on the points | 写错时的提示 error |"
    yield "| --- | --- | --- | --- | --- |"
    for key in keys_of(kind):
        example = found[kind.__name__, key]
        shown = written(short(example.data))
        shown = f"{shown[:60]}…" if len(shown) > 60 else shown
        points = said[key][2] if len(said[key]) > 2 else NO_POINTS.get(whole, "不影响")
        bad = f"`{key}: {written(wrong(example.data))}`：{refused(example)}"
        cells = (f"`{key}`", f"{said[key][0]}<br>{said[key][1]}", f"`{key}: {shown}`", points, bad)
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
    yield ""


def _measures(kind: type) -> str:
    """What tiers may ask for of a way of counting."""
    if kind not in TAKINGS:
        return ""
    own = ["`measure` 写的一个"] if "measure" in keys_of(kind) else []
    return "、".join([*own, *(f"`{each}`" for each in kind.counts)])  # type: ignore[attr-defined]


def _findings() -> str:
    rows = [f"| `{code}` | {name} |" for code, name in CODES.items()]
    return "\n".join(["| 代码 code | 问题 |", "| --- | --- |", *rows])


def readme() -> str:
    """README with its tables made anew."""
    text = README.read_text(encoding="utf-8")
    for what, made in (("findings", _findings()), ("keys", tables())):
        begin, end = f"<!-- {what} -->", f"<!-- end of {what} -->"
        before, _, rest = text.partition(begin)
        text = f"{before}{begin}\n\n{made}\n\n{end}{rest.partition(end)[2]}"
    return text


if __name__ == "__main__":
    README.write_text(readme(), encoding="utf-8")
