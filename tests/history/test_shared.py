"""A history on a PostgreSQL server: what is said when it can't be used, two machines, and a server that is killed."""

from __future__ import annotations

import builtins
import logging
import os
import platform
from pathlib import Path
from random import Random

import psycopg
import pytest
from click.testing import CliRunner

from tests.counting.photo_papers import SCHOOL, photo
from tests.history.kept import CELLS, OTHER, SIGN, certificate, codes, history, output
from tests.history.killed import rounds
from tests.history.server import Cluster
from tests.history.test_database import child, ended, forks
from tests.test_notices import plan
from verifier.batch import Settings, check
from verifier.cli import main
from verifier.errors import UsageError, WriteError
from verifier.files.origin import order_of, remember_order
from verifier.history import Server, kept_in, named, postgres
from verifier.history.places import KEY_PLACE, key_of
from verifier.pipeline import Silent

SECRET = "mi-ma"


@pytest.fixture
def filled(server: Server, tmp_path: Path) -> Server:
    with history(server) as memory:
        memory.take_in(output(tmp_path / "甲", OTHER, 2023, photo("独此一张.jpg", SIGN, data="x")), CELLS)
    return server


def told(*words: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["history", *map(str, words)])
    return done.exit_code, done.stdout, done.stderr


def does(server: Server, *statements: str) -> None:
    with psycopg.connect(server.url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("url", "status", "why"),
    [
        ("postgresql://u:{secret}@127.0.0.1:1/x", 3, "没有应答"),
        ("postgresql://u:{secret}@nowhere.invalid/x", 3, "没有应答"),
        ("mysql://u:{secret}@127.0.0.1/x", 2, "postgresql://"),
        ("postgresql://u:p {secret}@127.0.0.1/x", 2, "写得不对"),
        ("postgresql://u@127.0.0.1/x?password={secret}&nonsense=1", 2, "写得不对"),
        ("postgresql://u:a/{secret}@127.0.0.1/x", 3, "没有应答"),
        ("postgresql://u:a@{secret}@127.0.0.1/x", 3, "没有应答"),
    ],
)
def test_a_server_that_can_not_be_asked_is_one_sentence_without_its_password(url: str, status: int, why: str) -> None:
    ended, out, said = told(url.format(secret=SECRET))
    assert (ended, out, said.count("\n")) == (status, "", 1) and said.startswith("错误：") and why in said
    assert SECRET not in said


def test_what_the_server_refuses_is_told_apart(cluster: Cluster) -> None:
    for role in ("locked", "reading"):
        does(Server(cluster.url()), f"CREATE ROLE {role} LOGIN PASSWORD '{SECRET}'")
    wrong = cluster.url(user="locked").replace("locked@", f"locked:not-{SECRET}@")
    right = wrong.replace("not-", "")
    for url, status, why in (
        (cluster.url(database="none"), 2, "没有这个数据库"),
        (cluster.url(user="locked"), 2, "要密码"),
        (wrong, 2, "不接受这个用户名或密码"),
        (right.replace("/postgres?", "/none?"), 2, "没有这个数据库"),
        (right, 2, "还没有历史库"),
    ):
        ended, out, said = told(url)
        assert (ended, out, said.count("\n")) == (status, "", 1) and why in said and SECRET not in said


def test_a_user_who_may_only_read_asks_and_nothing_is_kept(cluster: Cluster, filled: Server) -> None:
    schema = filled.url.rpartition("%3D")[2]
    does(
        filled,
        "CREATE ROLE reader LOGIN",
        f"GRANT USAGE ON SCHEMA {schema} TO reader",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader",
    )
    said: list[str] = []
    with history(Server(filled.url.replace("verifier@", "reader@")), told=said) as memory:
        assert not memory.lasts and codes(memory, photo("a.jpg", data="x")) == ["reused-across-schools"]
        with pytest.raises(WriteError, match="没有权限"):
            memory.forget(OTHER, 2023)
    assert len(said) == 1 and "只能查询" in said[0]
    assert told(filled)[1].split("\t")[0] == OTHER


def test_the_driver_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *more: object) -> object:
        if name == "psycopg":
            raise ImportError(name)
        return real(name, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    ended, _, said = told("postgresql://u@h/x")
    assert ended == 2 and 'pip install "psycopg[binary]"' in said


@pytest.mark.parametrize(
    ("statements", "why"),
    [
        (("UPDATE about SET value = '99' WHERE name = 'version'",), "另一版本"),
        (("UPDATE about SET value = 'x' WHERE name = 'version'",), "损坏"),
        (("ALTER TABLE about RENAME value TO other",), "不是本程序建的表"),
    ],
)
def test_tables_that_are_not_as_they_have_to_be_are_told(filled: Server, statements: tuple[str, ...], why: str) -> None:
    does(filled, *statements)
    for words in ((filled,), (filled, "--forget", OTHER, "--year", 2023)):
        ended, _, said = told(*words)
        assert ended == 2 and why in said


def test_the_key_lies_apart_and_all_machines_need_the_same(
    filled: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = key_of(filled)
    if os.name == "posix":
        assert own.stat().st_mode & 0o777 == 0o600
    key = bytes.fromhex(own.read_text("ascii"))
    with psycopg.connect(filled.url) as connection:
        kept = [bytes(value) for (value,) in connection.execute("SELECT value FROM about").fetchall()]
    assert kept and not any(key in value or key.hex().encode() in value for value in kept)
    other = tmp_path / "另一台" / "history.key"
    monkeypatch.setenv(KEY_PLACE, str(other))
    with pytest.raises(UsageError, match=r"密钥文件.*另一台.*其他机器"), history(filled):
        pass
    assert not other.exists()
    other.parent.mkdir()
    other.write_bytes(own.read_bytes())
    with history(filled) as memory:
        assert [run.school for run in memory.runs()] == [OTHER]


def test_a_new_key_is_told_with_what_to_do(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_PLACE, str(tmp_path / "k" / "history.key"))
    said: list[str] = []
    for _ in range(2):
        with history(server, told=said):
            pass
    assert len(said) == 1 and str(tmp_path / "k") in said[0] and "备份" in said[0]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://h/d", "postgresql://h/d"),
        ("postgresql://u@h:5432/d?sslmode=require", "postgresql://u@h:5432/d?sslmode=require"),
        (f"postgresql://u:{SECRET}@h,i:5433/d", "postgresql://u@h,i:5433/d"),
        (f"postgresql://u:{SECRET}/?#@x@h/d", "postgresql://u@h/d"),
        (f"postgresql://u@h/d?password={SECRET}&sslmode=require", "postgresql://u@h/d?sslmode=require"),
        (f"postgresql://u@h/d?%70assword={SECRET}&sslpassword={SECRET}", "postgresql://u@h/d"),
        (f"postgresql:///d?user=u&password={SECRET}", "postgresql:///d?user=u"),
    ],
)
def test_no_password_is_shown_or_remembered(
    url: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = named(url)
    assert (str(place), SECRET in repr(Settings(history=place))) == (shown, False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    remember_order(tmp_path / "out", Settings(history=place).ordered(tmp_path / "in", tmp_path / "out"))
    ordered = order_of(tmp_path / "out")
    assert ordered is not None and Settings.again(ordered).history == Server(shown)
    kept = [path.read_bytes() for path in (tmp_path / "own").rglob("*") if path.is_file()]
    assert kept and not any(SECRET.encode() in each for each in kept)


def test_folders_are_still_remembered_as_they_were(tmp_path: Path) -> None:
    for place in (None, tmp_path / "历史"):
        ordered = Settings(history=place).ordered(tmp_path / "in", tmp_path / "out")
        assert ordered is not None and Settings.again(ordered).history == place


def test_outputs_are_taken_in_listed_and_forgotten_by_the_command(server: Server, tmp_path: Path) -> None:
    assert told(server)[0] == 2 and "--take-in" in told(server)[2]
    for at, (school, year) in enumerate(((OTHER, 2023), (SCHOOL, 2024), (SCHOOL, 2024))):
        output(tmp_path / "以往" / f"{at}" / "甲", school, year, photo(f"{at}.jpg", SIGN, data=f"{at}"))
    assert told(server, "--take-in", tmp_path / "以往")[::2] == (0, "已收入 3 份新的核验结果。\n")
    assert told(server, "--take-in", tmp_path / "以往")[::2] == (0, "已收入 0 份新的核验结果。\n")
    with history(tmp_path / "以往") as memory:
        in_folder = memory.runs()
    with kept_in(server) as memory:
        assert memory.runs() == in_folder
    _, listed, _ = told(server)
    assert [line.split("\t")[:2] for line in listed.splitlines()] == [[OTHER, "2023"], *[[SCHOOL, "2024"]] * 2]
    ended, _, said = told(server, "--forget", SCHOOL, "--year", 2024)
    assert (ended, said) == (0, f"已从历史库删除“{SCHOOL}”2024年度的全部记录。\n")
    with psycopg.connect(server.url) as connection:
        counts = [
            connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone() for table in ("runs", "shown", "sketches")
        ]
        assert counts[:2] == [(1,), (1,)]
    ended, _, said = told(server, "--take-in", tmp_path / "没有")
    assert ended == 2 and "没有以往的核验结果" in said


def test_nobody_stands_in_the_database(server: Server, tmp_path: Path) -> None:
    with history(server) as memory:
        memory.take_in(output(tmp_path / "甲", OTHER, 2024, certificate("b.jpg", "张一", None)), CELLS)
    with psycopg.connect(server.url) as connection:
        texts = [str(row) for row in connection.execute("SELECT shown::text FROM shown").fetchall()]
    assert texts and "b.jpg" in texts[0] and "张一" not in texts[0]


def test_two_machines_keep_what_lies_at_the_same_place(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "out" / "甲"
    for machine, school in (("a", OTHER), ("b", SCHOOL)):
        monkeypatch.setattr(platform, "node", lambda machine=machine: machine)
        output(place, school, 2024, photo("a.jpg", SIGN, data=school))
        with history(server, place) as memory:
            memory.take_in(place, CELLS)
    with history(server, place) as memory:
        assert {run.school for run in memory.runs()} == {OTHER, SCHOOL}
        assert codes(memory, photo("b.jpg", data=OTHER)) == ["reused-across-schools"]
        assert codes(memory, photo("b.jpg", data=SCHOOL), OTHER) == []  # its own


def test_a_run_that_is_replaced_while_it_is_asked_is_no_other(server: Server, tmp_path: Path) -> None:
    first = output(tmp_path / "甲", OTHER, 2023, photo("a.jpg", SIGN, data="x"))
    with history(server) as asked, history(server) as changed:
        asked.take_in(first, CELLS)
        (found,) = asked.shown_again([photo("b.jpg", data="x")], lambda _: True, 6)
        changed.forget(OTHER, 2023)
        changed.take_in(output(tmp_path / "乙", SCHOOL, 2022, photo("c.jpg", SIGN, data="y")), CELLS)
        assert list(found) == []


@forks
def test_two_at_once_both_get_in_also_where_there_are_no_tables(server: Server, tmp_path: Path) -> None:
    outs = [
        output(tmp_path / f"{at}", school, 2024, photo("a.jpg", data="x")) for at, school in enumerate((OTHER, SCHOOL))
    ]

    def writes(out: Path) -> None:
        with history(server) as memory:
            memory.take_in(out, CELLS)

    children = [child(lambda out=out: writes(out)) for out in outs]
    assert [ended(each) for each in children] == [0, 0]
    with history(server) as memory:
        assert {run.school for run in memory.runs()} == {OTHER, SCHOOL}


def test_another_that_writes_too_long_is_told(filled: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "WAIT", 0.02)
    with history(filled) as memory, psycopg.connect(filled.url) as other:
        other.execute(postgres._ALONE)
        with pytest.raises(WriteError, match="一直占用"):
            memory.take_in(output(tmp_path / "乙", SCHOOL, 2024, photo("a.jpg", data="y")), CELLS)


def test_a_server_that_was_started_again_is_asked_on(cluster: Cluster, filled: Server, tmp_path: Path) -> None:
    new = output(tmp_path / "乙", SCHOOL, 2024, photo("a.jpg", data="y"))
    with history(filled) as memory:
        cluster.kill()
        with pytest.raises(WriteError, match="没有应答"):
            memory.runs()
        cluster.start()
        memory.take_in(new, CELLS)
        assert [run.school for run in memory.runs()] == [OTHER, SCHOOL]


def test_a_server_that_is_killed_while_runs_are_put_in_holds_in_the_end_what_an_undisturbed_one_holds(
    cluster: Cluster, tmp_path: Path
) -> None:
    assert [told for told in rounds(cluster, tmp_path, 4, 12, Random(1)) if told.differs] == []


def test_a_check_keeps_its_run_there_and_is_remembered_without_the_password(server: Server, tmp_path: Path) -> None:
    place = named(server.url.replace("verifier@", f"verifier:{SECRET}@"))
    settings = Settings(year=2024, school=OTHER, history=place, ocr="tesseract", jobs=0)
    check(plan(tmp_path / "甲"), tmp_path / "out", settings, Silent())
    assert told(server)[1].split("\t")[:2] == [OTHER, "2024"]
    ordered = order_of(tmp_path / "out")
    assert ordered is not None and Settings.again(ordered).history == server
    written = [path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert written and not any(SECRET.encode() in each for each in written)


def test_a_check_is_told_of_a_server_that_is_away_before_anything_is_read(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verifier.pipeline.observe", None)
    url = f"postgresql://u:{SECRET}@127.0.0.1:1/x"
    words = ["check", plan(tmp_path / "甲"), "--out", tmp_path / "out", "--history", url, "-v"]
    with caplog.at_level(logging.DEBUG, "verifier"):
        done = CliRunner().invoke(main, list(map(str, words)))
    assert done.exit_code == 3 and "没有应答" in done.stderr and SECRET not in done.output + caplog.text
