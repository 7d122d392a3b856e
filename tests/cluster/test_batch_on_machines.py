"""A batch on machines gives what it gives on one, also when machines are lost on the way."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from distributed import Client

from tests.cluster import scripted, workers
from tests.counting.test_likeness import saved, scene
from tests.faults.schools import write_schools
from tests.test_batch import PLAN, write_plan
from tests.workers import calls
from tests.written import written
from verifier import batch
from verifier.batch import Settings, errands
from verifier.batch.elsewhere import _LOST
from verifier.model import Limits, ResultRecord
from verifier.pipeline import Silent
from verifier.workers import Reach, calls_in, working_folder

SETTINGS = Settings(year=2024, ocr="tesseract", jobs=0)


class Watched(Silent):
    """Keeps what is told of each bundle, in its order."""

    def __init__(self) -> None:
        self.told: list[tuple[object, ...]] = []

    def bundle(self, name: str, number: int, total: int) -> None:
        self.told.append((name, number, total))

    def ended(self, name: str, result: ResultRecord | None, why: str) -> None:
        self.told.append((name, result is not None, why))

    def tell(self, text: str) -> None:
        self.told.append((text,))


@pytest.fixture
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The processes of a cluster read by a script and keep silent: here they are this one."""
    for room in ("settings", "errands"):
        monkeypatch.setattr(f"verifier.batch.{room}.open_engine", scripted.scripted)
    loggers = [logging.getLogger(name) for name in ("", "verifier")]
    levels = [each.level for each in loggers]
    yield
    for each, level in zip(loggers, levels, strict=True):
        each.setLevel(level)


def test_bundles_and_those_that_share_a_photo_come_out_as_on_one_machine(tmp_path: Path, as_before: None) -> None:
    home = tmp_path / "各校"
    for name, seed in (("甲学院", 1), ("乙大学", 1)):
        write_plan(home / name, PLAN.replace("甲学院", name))
        folder = home / name / "4.8创业大赛"
        folder.mkdir()
        saved(folder, "现场.jpg", scene(5, seed))
    (home / "坏的.zip").write_bytes(b"PK\x03\x04 cut short")
    batch.batch(home, tmp_path / "本机", SETTINGS, Silent())
    watched = Watched()
    with workers.inside(2) as scheduler:
        batch.batch(home, tmp_path / "多台", SETTINGS, watched, scheduler)
        again = Watched()
        batch.batch(home, tmp_path / "多台", SETTINGS, again, scheduler)
    assert written(tmp_path / "多台") == written(tmp_path / "本机")
    assert "reused-across-schools" in (tmp_path / "多台" / "甲学院" / "result.json").read_text("utf-8")
    first, *rest = watched.told
    assert first == ("用 1 台机器上的 2 个处理进程核验",)
    assert [told[1:] for told in rest if told[0] == "坏的"][-1] == (
        False,
        "「坏的.zip」打不开：压缩包已损坏，无法打开。",
    )
    assert [told[1:] for told in rest if len(told) == 3 and told[2] == 3] == [(at, 3) for at in range(1, 4)]
    assert sum("没有变化" in str(told[0]) for told in again.told) == 2


@pytest.mark.slow
def test_a_lost_process_costs_what_it_was_at_and_a_poisonous_bundle_its_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "各校"
    sound, harmful = ("威海甲学院", "伤大学"), "毒学院"
    write_schools(home, 2, sound)
    monkeypatch.setattr("verifier.batch.settings.open_engine", scripted.scripted)
    settings = replace(SETTINGS, rules="jianxi-2023")
    batch.batch(home, tmp_path / "本机", settings, Silent())
    write_schools(home, 2, (harmful,))
    with workers.processes(2) as scheduler:
        rows = batch.batch(home, tmp_path / "多台", settings, Silent(), scheduler)
        with Client(scheduler, set_as_default=False) as client:
            assert client.submit(opened_apart, key="confined").result(60) == ["a word"]
    assert {row.folder: row.error for row in rows} == {**dict.fromkeys(sound, ""), harmful: _LOST}
    assert (tmp_path / "died-伤大学").exists()
    for name in sound:
        assert written(tmp_path / "多台" / name) == written(tmp_path / "本机" / name)


def opened_apart() -> list[object]:
    """A call in a confined process, as files are opened, of a process that Dask lets have no children."""
    errands._come_to_work()
    with working_folder() as work, calls_in(1, Limits(), Reach(work)) as apart:
        return [*apart.each(calls.say, [("a word",)], lambda: None)]
