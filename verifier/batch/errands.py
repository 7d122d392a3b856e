"""What one process of a cluster does of a batch: it says whether it is fit, and checks one bundle at a time.

Bundles and outputs lie on storage that all machines see at the same places, so that what goes to and fro is small, and
the outputs of a bundle appear whole by the same way as on one machine. What is sent shows nothing of itself in logs.
"""

from __future__ import annotations

import hashlib
import logging
import pickle
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, requires, version
from multiprocessing import current_process
from pathlib import Path
from platform import python_version
from typing import Any

from packaging.requirements import Requirement

from verifier import __version__, pipeline
from verifier.batch import checking
from verifier.batch.original import ALONE
from verifier.batch.others import held_by_bureau
from verifier.batch.settings import Settings
from verifier.errors import VerifierError, WriteError
from verifier.files import alone
from verifier.files.output_folder import RESULT
from verifier.files.own_folder import readings_folder
from verifier.files.program import code_digest
from verifier.files.system import reason_of
from verifier.history import Memory, asked_only
from verifier.model import Observed, OtherBundle, RuleSet
from verifier.ocr import Engine, models_of, open_engine

log = logging.getLogger(__name__)

_LET_GO = 180
"""seconds in which a process that was thought lost lets go of the folder of a bundle, or its file server does"""
_SHOWN = 12
"""characters of a digest that are told"""


@dataclass(frozen=True, slots=True, repr=False)
class Order:
    """What holds for all bundles of a batch: passwords stand in it, so that it shows nothing of itself."""

    settings: Settings
    """with paths from the root"""
    own_readings: bool
    """whether each machine keeps readings where it keeps its own"""
    out: Path
    seen: tuple[Path, ...]
    """whatever each machine has to see"""
    sign: Path
    """a file in `out`"""
    signed: bytes
    """what stands in it"""
    program: Mapping[str, str]
    """what has to be the same on each machine, by what it is called"""
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parcel:
    """Something too large to be sent, on the storage that all see."""

    path: Path
    sha256: str

    @classmethod
    def of(cls, content: object, path: Path) -> Parcel:
        """Puts it there."""
        data = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
        path.touch(mode=0o600)
        path.write_bytes(data)
        return cls(path, hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True, repr=False)
class Errand:
    """One bundle to be checked."""

    order: Order
    bundle: Path
    out: Path
    beside: Parcel | None = None
    """the other bundles of the batch"""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it."""

    error: str = field(default="", repr=False)
    """why there is no result, a Chinese sentence"""
    stops: type[VerifierError] | None = None
    """where no other bundle would fare better"""
    lasting: bool = False
    """whether all was there and could be opened"""
    sha256: str = ""
    """of the result"""


def order_of(
    folder: Path, out: Path, settings: Settings, rules: RuleSet, notices: tuple[str, ...], sign: Path
) -> Order:
    """What is said to each machine of a batch over `folder`."""
    named_paths = ((name, getattr(settings, name)) for name in _SHARED)  # a history on a server is no path
    paths: dict[str, Any] = {name: path.absolute() for name, path in named_paths if isinstance(path, Path)}
    named = Path(settings.rules).absolute() if settings.rules and Path(settings.rules).exists() else None
    told = replace(settings, rules=str(named) if named else settings.rules, **paths)
    seen = (folder.absolute(), out.absolute(), *paths.values(), *([named] if named else ()))
    own = settings.cache == readings_folder()
    return Order(told, own, out.absolute(), seen, sign.absolute(), sign.read_bytes(), _program(told, rules), notices)


_SHARED = ("last_year", "history", "bureau_data")


def fitness(order: Order) -> str:
    """What is amiss on this machine for a batch, a Chinese sentence without its end; '' for nothing."""
    for path in order.seen:
        if not path.exists():
            return f"看不到“{path}”，材料和输出文件夹要在各台机器上以同样的路径看到"
    try:
        if order.sign.read_bytes() != order.signed:
            return f"“{order.out}”和本机的不是同一个文件夹，输出文件夹要放在各台机器共用的存储上"
        tempfile.TemporaryFile(dir=order.out).close()
    except FileNotFoundError:
        return f"“{order.out}”和本机的不是同一个文件夹，输出文件夹要放在各台机器共用的存储上"
    except OSError as fault:
        return f"不能往“{order.out}”写入：{reason_of(fault)}"
    try:
        here = _program(order.settings, order.settings.rule_set())
    except VerifierError as fault:
        return str(fault)
    for what in sorted(here.keys() | order.program.keys()):
        if here.get(what) != order.program.get(what):
            there, wanted = here.get(what, "没有"), order.program.get(what, "没有")
            return f"{what}是 {there}，本机是 {wanted}，各台机器要装同样的程序和规则集"
    return ""


def checked(errand: Errand) -> Done:
    """Checks a bundle and writes its outputs, whole or not at all."""
    _come_to_work()
    try:
        with ALONE:
            return _checked(errand)
    except VerifierError as fault:
        return Done(str(fault), stops=type(fault))


def _checked(errand: Errand) -> Done:
    """Raises VerifierError for what would befall any other bundle as well."""
    order = errand.order
    settings = replace(order.settings, cache=readings_folder()) if order.own_readings else order.settings
    engine, held = _warm(settings.ocr, settings.fast, settings.jobs), _held(settings, order.sign)
    beside = _beside(errand.beside) if errand.beside is not None else ()
    with alone(errand.out, _LET_GO):
        pass
    with _history(settings, order.out) as memory:
        found = attempted(
            lambda: checking.checked(
                errand.bundle,
                errand.out,
                settings,
                pipeline.Silent(),
                beside,
                memory,
                order.notices,
                held,
                engine=engine,
            )
        )
    if isinstance(found, str):
        return Done(found)
    sha256 = hashlib.sha256((errand.out / RESULT).read_bytes()).hexdigest()
    return Done(lasting=lasts(errand.bundle, found), sha256=sha256)


def attempted(check: Callable[[], checking.Checked]) -> checking.Checked | str:
    """What came of a bundle, or why there is no result: the batch goes on. Raises WriteError where it can't."""
    try:
        return check()
    except WriteError:  # the next would end so too, after all of it has been read
        raise
    except VerifierError as error:
        return str(error)
    except Exception as error:  # the border of a bundle
        log.debug("a bundle failed", exc_info=True)
        return f"核验时程序出错（{type(error).__name__}），请单独核验这一份"


def lasts(bundle: Path, found: checking.Checked) -> bool:
    """Whether all of a bundle was there and could be opened, and nothing has come since."""
    reached = not any(file.out_of_reach for file in found.result.files)
    return reached and pipeline.names_in(bundle) <= found.listed


def _come_to_work() -> None:
    """Dask has its processes marked as ones that have no children; ours end with their parent by themselves. What
    libraries log may hold the papers' content, as on one machine."""
    current_process().daemon = False
    logging.getLogger().setLevel(logging.ERROR)
    logging.getLogger("verifier").setLevel(logging.CRITICAL)


@lru_cache(maxsize=1)
def _warm(name: str, fast: bool, jobs: int) -> Engine:
    """The engine, whose models stay from one bundle to the next."""
    return open_engine(name, fast, max(1, jobs))


@lru_cache(maxsize=1)
def _held(settings: Settings, _: Path) -> tuple[Observed, ...]:
    """What the bureau holds, read once a process and batch."""
    return held_by_bureau(settings, settings.rule_set())


@lru_cache(maxsize=1)
def _beside(parcel: Parcel) -> tuple[OtherBundle, ...]:
    """Raises WriteError for one that is not what was sent: it is unpacked only when its hash came by the scheduler."""
    try:
        data = parcel.path.read_bytes()
    except OSError as fault:
        raise WriteError(f"读不出“{parcel.path}”：{reason_of(fault)}，请重新运行") from fault
    if hashlib.sha256(data).hexdigest() != parcel.sha256:
        raise WriteError(f"“{parcel.path}”读出来和写下的不一样，请检查各台机器共用的存储后重新运行")
    found: tuple[OtherBundle, ...] = pickle.loads(data)
    return found


@contextmanager
def _history(settings: Settings, out: Path) -> Iterator[Memory | None]:
    """The history as the batch found it: nothing is put in before all bundles have been checked."""
    if settings.history is None:
        yield None
        return
    with asked_only(settings.history, out) as memory:
        yield memory


def _program(settings: Settings, rules: RuleSet) -> dict[str, str]:
    """Whatever decides outputs and is a machine's own."""
    engine = settings.engine()
    models = hashlib.sha256(repr(sorted(models_of(engine).items())).encode()).hexdigest()
    return {
        "程序的版本": __version__,
        "程序的代码": code_digest()[:_SHOWN],
        "Python": python_version(),
        f"规则集 {rules.id} ": rules.sha256[:_SHOWN],
        "文字识别引擎": f"{engine.name} {engine.version} {engine.settings}".strip(),
        "文字识别模型": models[:_SHOWN],
        "打开旧格式和压缩包的程序": "、".join(pipeline.programs()) or "没有",
        **{f"程序包 {name} ": _version(name) for name in _packages()},
    }


def _packages() -> Iterator[str]:
    """Those that this program works with, but for what only some of its commands need."""
    try:
        told = requires("evidence-verifier") or ()
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, told):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "没有"
