"""What goes to a machine and what it says: whether it is fit, that papers are there, that nothing is told of them."""

from __future__ import annotations

import ast
import hashlib
import pickle
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import verifier
from tests.cluster import scripted
from verifier.batch import Settings, elsewhere, errands
from verifier.batch.errands import Done, Errand, Order, Parcel, fitness, order_of
from verifier.cluster import connected, connecting
from verifier.errors import BundleError, UsageError, VerifierError, WriteError
from verifier.files.own_folder import readings_folder
from verifier.history import FILE, Server, history_of
from verifier.model import OtherBundle, RuleSet, Terms

SECRET = "密码-7d1"
SETTINGS = Settings(year=2024, ocr="tesseract", jobs=0, terms=Terms(passwords=(SECRET,)))


@pytest.fixture
def order(tmp_path: Path, rules: RuleSet) -> Order:
    """Of a batch over `材料` into `汇总`."""
    for name in ("材料", "汇总"):
        (tmp_path / name).mkdir()
    sign = tmp_path / "汇总" / ".writing-1-a.tmp"
    sign.write_bytes(b"this run")
    return order_of(tmp_path / "材料", tmp_path / "汇总", SETTINGS, rules, (), sign)


def test_a_machine_like_this_one_is_fit(order: Order) -> None:
    assert fitness(order) == ""


def test_a_machine_that_sees_other_folders_is_not_fit(order: Order, tmp_path: Path) -> None:
    (tmp_path / "材料").rmdir()
    assert fitness(order) == f"看不到“{tmp_path / '材料'}”，材料和输出文件夹要在各台机器上以同样的路径看到"
    (tmp_path / "材料").mkdir()
    order.sign.write_bytes(b"another")
    other = f"“{tmp_path / '汇总'}”和本机的不是同一个文件夹，输出文件夹要放在各台机器共用的存储上"
    assert fitness(order) == other
    order.sign.unlink()
    assert fitness(order) == other


def test_a_machine_that_can_not_write_is_not_fit(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(errands.tempfile, "TemporaryFile", refused)
    assert fitness(order) == f"不能往“{order.out}”写入：没有权限，或正被别的程序打开"


@pytest.mark.parametrize(
    ("what", "there"), [("程序的代码", "0123"), ("Python", "3.99.0"), ("程序包 numpy ", "1.0"), ("文字识别模型", "9")]
)
def test_a_machine_with_another_program_is_not_fit(order: Order, what: str, there: str) -> None:
    told = fitness(replace(order, program={**order.program, what: there}))
    assert told == f"{what}是 {order.program[what]}，本机是 {there}，各台机器要装同样的程序和规则集"


def test_readings_are_kept_where_each_machine_keeps_its_own_unless_the_user_says(
    order: Order, tmp_path: Path, rules: RuleSet
) -> None:
    def own(settings: Settings) -> bool:
        return order_of(tmp_path / "材料", order.out, settings, rules, (), order.sign).own_readings

    assert own(replace(SETTINGS, cache=readings_folder()))
    assert not own(replace(SETTINGS, cache=tmp_path)) and not own(SETTINGS)


def test_nothing_of_what_is_sent_shows_in_logs(order: Order, tmp_path: Path) -> None:
    """Dask logs a call with what it was given."""
    errand = Errand(order, tmp_path / "材料" / "威海甲学院", tmp_path / "汇总" / "威海甲学院")
    for sent in (order, errand, Done(error="王小明的材料打不开")):
        assert not any(word in repr(sent) for word in (SECRET, "威海", "王小明", str(tmp_path)))
    assert pickle.loads(pickle.dumps(errand)).order.settings.terms.passwords == (SECRET,)


def test_a_parcel_is_unpacked_only_when_it_is_what_was_sent(tmp_path: Path) -> None:
    beside = (OtherBundle("甲", "威海甲学院", 2024, ()),)
    parcel = Parcel.of(beside, tmp_path / "parcel")
    assert errands._beside(parcel) == beside
    errands._beside.cache_clear()
    parcel.path.write_bytes(pickle.dumps(("another",)))
    with pytest.raises(WriteError, match="读出来和写下的不一样"):
        errands._beside(parcel)
    parcel.path.unlink()
    with pytest.raises(WriteError, match="读不出"):
        errands._beside(parcel)


@pytest.fixture
def scripted_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("settings", "errands"):
        monkeypatch.setattr(f"verifier.batch.{room}.open_engine", scripted.scripted)
    monkeypatch.setattr(errands, "_come_to_work", lambda: None)
    errands._held.cache_clear()


def test_bureau_data_that_can_not_be_read_stop_the_batch(order: Order, tmp_path: Path, scripted_here: None) -> None:
    (tmp_path / "数据.zip").write_bytes(b"PK\x03\x04 cut short")
    told = replace(order, settings=replace(SETTINGS, bureau_data=tmp_path / "数据.zip"))
    done = errands.checked(Errand(told, tmp_path / "材料", tmp_path / "汇总" / "材料"))
    assert done.stops is BundleError and "数据.zip" in done.error


def test_a_history_is_asked_and_not_changed(order: Order, tmp_path: Path, scripted_here: None) -> None:
    history, out = tmp_path / "历史", tmp_path / "汇总" / "材料"
    history.mkdir()
    told = replace(order, settings=replace(SETTINGS, history=history))
    errand = Errand(told, tmp_path / "材料", out)
    done = errands.checked(errand)
    assert done.stops is UsageError and "没有历史库" in done.error
    with history_of(history, (), None, print):
        pass
    before = (history / FILE).read_bytes()
    done = errands.checked(errand)
    assert (done.error, done.lasting) == ("", True)
    assert done.sha256 == hashlib.sha256((out / "result.json").read_bytes()).hexdigest()
    assert (history / FILE).read_bytes() == before


def test_a_history_on_a_server_is_no_path_that_machines_have_to_see(
    order: Order, tmp_path: Path, rules: RuleSet, scripted_here: None
) -> None:
    server = Server(f"postgresql://nobody:{SECRET}@127.0.0.1:1/history")
    shared = replace(SETTINGS, history=server, terms=Terms())
    told = order_of(tmp_path / "材料", order.out, shared, rules, (), order.sign)
    assert told.settings.history == server and told.seen == order.seen and fitness(told) == ""
    done = errands.checked(Errand(told, tmp_path / "材料", order.out / "材料"))
    assert done.stops is not None and "127.0.0.1" in done.error and SECRET not in done.error


def test_a_result_that_is_not_seen_here_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "_SEEN", 0)
    with pytest.raises(UsageError, match=r"^机器 10.0.0.1 写好的结果在本机的“.*”里看不到"):
        elsewhere._read(tmp_path, Done(sha256="0"), "10.0.0.1")


# --- the scheduler -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "127.0.0.1"])
def test_a_scheduler_that_is_not_there_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "_REACHED", 0.1)
    with pytest.raises(UsageError, match=f"^连不上调度器“{address}”"), connected(address):
        pass


def test_without_dask_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(UsageError, match=r"pip install \"evidence-verifier\[cluster\]\""),
        connected("tcp://127.0.0.1:1"),
    ):
        pass


class Versions:
    """A client that tells versions."""

    def __init__(self, scheduler: Mapping[str, str]) -> None:
        self._told = {"client": {"packages": {"python": "3.12.1", "distributed": "2026.8.0"}}}
        self._told["scheduler"] = {"packages": {**self._told["client"]["packages"], **scheduler}}

    def get_versions(self) -> object:
        return self._told


@pytest.mark.parametrize(("what", "version"), [("python", "3.11.7"), ("distributed", "2025.1.0")])
def test_a_scheduler_of_another_version_is_told(what: str, version: str) -> None:
    connecting._refuse_another(Versions({}))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=f"^调度器上的 {what} 是 {version}，本机是 "):
        connecting._refuse_another(Versions({what: version}))  # type: ignore[arg-type]


@pytest.mark.parametrize("fault", [OSError(), TimeoutError()])
def test_a_scheduler_that_is_gone_is_told(fault: OSError) -> None:
    class Gone:
        def nthreads(self) -> None:
            raise fault

    with pytest.raises(VerifierError, match=r"^调度器“tcp://a:1”断开了；已核验完的结果都在"):
        connecting.Cluster("tcp://a:1", Gone()).present()  # type: ignore[arg-type]


def test_dask_is_loaded_where_a_scheduler_is_named_and_nowhere_else() -> None:
    naming = [path for path in Path(verifier.__path__[0]).rglob("*.py") if "distributed" in path.read_text("utf-8")]
    assert [path.name for path in naming] == ["connecting.py"]
    first = ast.parse(naming[0].read_text("utf-8")).body
    named = {each.module for each in first if isinstance(each, ast.ImportFrom)}
    assert "distributed" not in named
