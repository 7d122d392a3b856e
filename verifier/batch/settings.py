"""What the user says about a run."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from verifier.errors import RuleError, UsageError
from verifier.files.origin import Ordered
from verifier.history import Server
from verifier.language.masking import mask_text
from verifier.model import Form, RuleSet, Terms
from verifier.ocr import MOST_OPENED, OPENED, Cache, Engine, open_engine
from verifier.rules import load_rule_set, rule_set_for

_MOST_JOBS = 2
"""files and pictures read side by side where the user does not say how many"""


def usual_jobs() -> int:
    """How many files and pictures are read side by side on this machine, unless the user says."""
    return min(_MOST_JOBS, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Settings:
    year: int | None = None
    rules: str | None = None
    school: str | None = None
    last_year: Path | None = None
    history: Path | Server | None = None
    """what lasts of earlier runs: a folder of them, or a database that machines share"""
    bureau_data: Path | None = None
    """what the bureau itself holds, of all schools"""
    ocr: str = "auto"
    fast: bool = False
    cache: Path | None = None
    show_pii: bool = False
    terms: Terms = field(default_factory=Terms)
    jobs: int = 2
    """files that are opened, and then pictures that are read, side by side; 0: no process of its own opens a file"""

    def engine(self) -> Engine:
        """The engine that reads pictures."""
        return open_engine(self.ocr, self.fast, max(1, self.jobs))

    def readings(self) -> Cache | None:
        """What pictures said before."""
        return Cache(self.cache) if self.cache else None

    def opened(self) -> Cache | None:
        """What papers held before, and how their pages were shown."""
        return Cache(self.cache, OPENED, MOST_OPENED) if self.cache else None

    def rule_set(self) -> RuleSet:
        """The one that is named, else the one of the year."""
        return load_rule_set(self.rules) if self.rules else rule_set_for(self.year)

    def mask(self, text: str) -> str:
        """The text as it may be written."""
        return text if self.show_pii else mask_text(text)

    def ordered(self, source: Path, out: Path, many: bool = False) -> Ordered | None:
        """How results come to be that lie in `out`; None where it takes passwords, which are written nowhere. That of a
        database has to be known to the machine when it is done again."""
        if self.terms.passwords:
            return None
        lasting: dict[str, Any] = {name: _lasting(told) for name in _PATHS if (told := getattr(self, name)) is not None}
        rules = str(Path(self.rules).resolve()) if self.rules and Path(self.rules).exists() else self.rules
        told = _SETTINGS.dump_python(replace(self, rules=rules, **lasting), mode="json")
        return Ordered(source.resolve(), out.resolve(), many, told)

    @staticmethod
    def again(ordered: Ordered) -> Settings:
        """As they were then. Raises UsageError for those of another version."""
        try:
            return _SETTINGS.validate_python(ordered.settings)
        except ValidationError as fault:
            raise UsageError("这份结果是另一版本的程序核验的，请重新选择材料核验一次") from fault


_PATHS = ("last_year", "history", "bureau_data", "cache")


def _lasting(place: Path | Server) -> Path | Server:
    """As it may be written down."""
    return place.without_password() if isinstance(place, Server) else place.resolve()


_SETTINGS = TypeAdapter(Settings)


def form_of(rules: RuleSet) -> Form:
    """The official forms. Raises RuleError when the rule set has none."""
    if rules.form is None:
        raise RuleError(f"规则集 {rules.id} 没有 form.yaml，不能写出附件2、附件3")
    return rules.form


def refuse(bundle: Path, out: Path | None, settings: Settings) -> None:
    """Before anything is read: raises UsageError for a path that is not there, and for an output folder that lies in
    the bundle or is a file, or a cache that lies in it: a bundle is never written to."""
    for path, name in (
        (bundle, ""),
        (settings.last_year, "上年度材料"),
        (settings.bureau_data, "主管部门数据"),
        (settings.history, "以往的结果"),
    ):
        if isinstance(path, Path) and not path.exists():
            raise UsageError(f"找不到{name}“{path}”，请检查路径")
    cache = settings.cache
    if cache is not None and bundle.resolve() in (cache.resolve(), *cache.resolve().parents):
        raise UsageError("缓存文件夹不能放在材料文件夹里面，请换一个位置")
    if out is None:
        return
    target, source = out.resolve(), bundle.resolve()
    if target == source or source in target.parents:
        raise UsageError("输出文件夹不能放在材料文件夹里面，请换一个位置")
    if out.exists() and not out.is_dir():
        raise UsageError(f"“{out}”已经是一个文件，请换一个输出文件夹")
