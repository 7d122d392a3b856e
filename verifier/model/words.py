"""What a rule set says about language, so that none of it stands in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

STRICT: Any = {"extra": "forbid"}
"""for the loader: an unknown key of a rule file is an error"""


@dataclass(frozen=True, slots=True)
class School:
    __pydantic_config__ = STRICT

    name: str
    aliases: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    """bare names of the parent school, which are neither match nor mismatch"""
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    __pydantic_config__ = STRICT

    code_prefix: str
    """first digits of the region codes that are local"""
    names: tuple[str, ...]
    """names that alone tell that a place is local"""
    dependent: tuple[str, ...]
    """zone names that count only after one of `anchors` or in a place column"""
    anchors: tuple[str, ...]
    outside: tuple[str, ...]
    """other provinces and prefecture-level cities: a name or address that begins with one is outside"""
    outside_dependent: tuple[str, ...] = ()
    """names elsewhere that count only when a place column holds nothing else: 中山"""
    province: str = ""
    """in which the region lies; by itself it says nothing"""
    streets: tuple[str, ...] = ()
    """names that contain a local name and are elsewhere: 威海路"""
    compounds: tuple[str, ...] = ()
    """words that begin with the last character of a local name, which is no place then: 海洋 in 华威海洋"""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """How a kind of paper is recognised by its content."""

    __pydantic_config__ = STRICT

    id: str
    name: str
    """Chinese"""
    title: tuple[str, ...] = ()
    """regular expressions; one in a title line settles it"""
    all: tuple[tuple[str, ...], ...] = ()
    """groups of words; one of each group must stand in the text"""
    none: tuple[str, ...] = ()
    """words or, in a title line, expressions that speak against it"""
    kinds: tuple[str, ...] = ()
    """file kinds it may be; empty: all"""
    columns: tuple[tuple[str, ...], ...] = ()
    """for tables: sets of fields; one set must be there"""
    most_rows: int | None = None
    """filled rows that each of its tables has at most: a title and a header make a blank form"""


@dataclass(frozen=True, slots=True)
class Words:
    """What the rule set says about language, so that none of it stands in Python."""

    __pydantic_config__ = STRICT

    columns: Mapping[str, tuple[str, ...]]
    """field → header words seen for it"""
    schools: tuple[School, ...]
    places: Places
    documents: tuple[DocumentType, ...] = ()
    employers: tuple[str, ...] = ()
    """endings of the names of employers: 有限公司, 厂, 医院 …"""
    date_roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """role → words before a date that give it"""
    events: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """event kind → words that name it"""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """other named word lists: topic, employment, draft, deleted, junk_rows, dictionary_sheets …"""
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """undergraduate, college, postgraduate → words that say so"""
