"""The database of a PostgreSQL server, which many machines share. Its driver, psycopg, is there where it was installed.

Passwords are in nothing that is said: what libpq says of a URL that it can't parse is not passed on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from verifier.errors import UsageError, VerifierError, WriteError
from verifier.history.places import Server, key_of
from verifier.history.schema import checked, prepared
from verifier.history.store import WAIT

if TYPE_CHECKING:
    import psycopg

_SCHEMES = ("postgresql://", "postgres://")
_USUAL = {
    "connect_timeout": "10",
    "keepalives_idle": "60",
    "keepalives_interval": "10",
    "keepalives_count": "6",
    "tcp_user_timeout": "60000",
}
"""seconds, and milliseconds, unless the URL says otherwise: a server that is gone is noticed within minutes"""
_TYPES = {"INTEGER": "BIGINT", "BLOB": "BYTEA", "TEXT": 'TEXT COLLATE "C"', " WITHOUT ROWID": ""}
"""what SQLite's words are called here; texts in the order of SQLite"""
_ALONE = "SELECT pg_advisory_xact_lock(hashtext('verifier.history'), hashtext(current_schema()))"
_STATE = """SELECT current_setting('server_encoding'), current_setting('transaction_read_only') = 'off',
    EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'about' AND schemaname = ANY (current_schemas(false)))"""
"""to_regclass would not see a table that somebody else has just made"""
_MAY_WRITE = "SELECT has_table_privilege('runs', 'INSERT') AND has_table_privilege('shown', 'INSERT')"
_VERSION = "version"
"""under which `about` keeps how many migrations were taken"""
_ENCODINGS = ("UTF8", "SQL_ASCII")
_REFUSED = {
    "53100": "服务器的磁盘已满",
    "42501": "这个用户没有权限",
    "25006": "服务器是只读的",
    "22P05": "数据库的编码存不下这些文字，请新建编码为 UTF8 的数据库",
}
_STRANGE = ("42P01", "42703", "42804", "42883")
"""tables, columns or types that are not those of a history"""
_DAMAGED = ("XX001", "XX002")


class Postgres:
    """As `Store`. A connection that was lost between two questions is made anew."""

    NUMBERS: ClassVar[str] = "(SELECT value::bigint FROM json_array_elements_text(?::json))"
    TEXTS: ClassVar[str] = "(SELECT value FROM json_array_elements_text(?::json))"

    def __init__(self, server: Server) -> None:
        """Raises UsageError or WriteError for one that can't be reached."""
        self._server = server
        self._connection = _connected(server)
        self._changes = False

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        import psycopg

        try:
            return self._asked(statement, values)
        except psycopg.OperationalError:
            if self._changes or not self._connection.closed:
                raise
        self._connection = _connected(self._server)
        return self._asked(statement, values)

    def _asked(self, statement: str, values: Sequence[object]) -> list[Any]:
        cursor = self._connection.execute(_native(statement), values or None, binary=True)
        return cursor.fetchall() if cursor.description else []

    def put(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(_native(statement), rows)

    @contextmanager
    def changing(self) -> Iterator[None]:
        self.rows("SELECT 1")  # a connection that was lost is noticed
        self._changes = True
        try:
            with self._connection.transaction():
                self.rows(f"SET LOCAL lock_timeout = '{WAIT}s'")
                self.rows(_ALONE)
                yield
        finally:
            self._changes = False

    @contextmanager
    def told(self) -> Iterator[None]:
        import psycopg

        try:
            yield
        except VerifierError:
            raise
        except psycopg.Error as fault:
            raise self._sentence(fault) from fault
        except (ValueError, TypeError) as fault:  # what stands in it makes no sense
            raise self._damaged() from fault

    def _sentence(self, fault: psycopg.Error) -> VerifierError:
        state, name = fault.sqlstate or "", f"历史库“{self._server}”"
        if self._connection.closed:
            return WriteError(f"{name}的连接断了，没有存完的不会留下；请检查网络和服务器后重新运行。")
        if state == "55P03":
            return WriteError(f"另一个程序一直占用着{name}，请等它结束后重新运行。")
        if state in _REFUSED:
            return WriteError(f"{name}不能读写：{_REFUSED[state]}。已有的内容没有动。")
        if state in _STRANGE:
            return UsageError(f"{name}里有不是本程序建的表，没有改动它们；请为历史库单独建一个数据库。")
        if state in _DAMAGED:
            return self._damaged()
        return WriteError(
            f"{name}的服务器报告错误（{state or type(fault).__name__}），已有的内容没有动；请管理员检查。"
        )

    def _damaged(self) -> UsageError:
        return UsageError(f"历史库“{self._server}”损坏，读不出来，没有改动它；请管理员用备份换回。")

    def version(self) -> int:
        ((_, _, known),) = self.rows(_STATE)
        rows = self.rows("SELECT value FROM about WHERE name = ?", (_VERSION,)) if known else []
        return int(rows[0][0]) if rows else 0

    def migrate(self, statements: Iterable[str], version: int) -> None:
        for statement in statements:
            self.rows(re.sub("|".join(_TYPES), lambda found: _TYPES[found[0]], statement))
        self.rows("DELETE FROM about WHERE name = ?", (_VERSION,))
        self.rows("INSERT INTO about VALUES (?, ?)", (_VERSION, b"%d" % version))

    def close(self) -> None:
        self._connection.close()


@cache
def _native(statement: str) -> bytes:
    return statement.replace("?", "%s").encode("utf-8")


def opened(server: Server, tell: Callable[[str], None], begins: bool) -> tuple[Postgres, bytes, bool]:
    """The database in its newest form, made where it is empty if it `begins`; the key; and whether it can be written.

    `tell`: is told in Chinese where a new key lies. Raises UsageError for one that is of another version, without its
    key, or not there, WriteError for one that is out of reach.
    """
    store, place = Postgres(server), key_of(server)
    try:
        with store.told():
            ((encoding, writable, known),) = store.rows(_STATE)
            if encoding not in _ENCODINGS:
                raise UsageError(f"历史库“{server}”的编码是 {encoding}，请新建编码为 UTF8 的数据库。")
            if not known and not (begins and writable):
                raise UsageError(
                    f"“{server}”里还没有历史库；用 --history 给出它核验一次，或用 verifier history 网址 "
                    "--take-in 文件夹 收入以往的结果，就会建立。"
                )
            lasts = bool(writable and (not known or store.rows(_MAY_WRITE)[0][0]))
            had = place.is_file()
            key = prepared(store, str(server), place) if lasts else checked(store, str(server), place)
            if not had:
                tell(f"新建了历史库的密钥文件“{place}”，请备份；共用这个历史库的每台机器都要有同一个文件。")
            return store, key, lasts
    except BaseException:
        store.close()
        raise


def _connected(server: Server) -> psycopg.Connection[tuple[Any, ...]]:
    if not server.url.startswith(_SCHEMES):
        raise UsageError(f"不认识历史库的网址“{server}”，请写成 postgresql://用户@主机/数据库，或给出一个文件夹。")
    try:
        import psycopg
    except ImportError as fault:
        raise UsageError(
            f'历史库“{server}”要有 PostgreSQL 的驱动程序，请用 pip install "psycopg[binary]" 安装，或改用文件夹。'
        ) from fault
    try:
        given = psycopg.conninfo.conninfo_to_dict(server.url)
        usual = {name: value for name, value in _USUAL.items() if name not in given}
    except psycopg.Error:
        raise _not_parsed(server) from None  # what it says may quote the password
    told = psycopg.conninfo.make_conninfo(server.url, client_encoding="UTF8", **usual)
    try:
        return _open(told)
    except psycopg.OperationalError as fault:
        raise _out_of_reach(server, told, fault) from None


def _not_parsed(server: Server) -> UsageError:
    return UsageError(
        f"历史库的网址“{server}”写得不对，请写成 postgresql://用户@主机:端口/数据库；密码请用环境变量 PGPASSWORD 或 "
        "pgpass 文件给出。"
    )


def _open(told: str) -> psycopg.Connection[tuple[Any, ...]]:
    import psycopg

    # prepared statements don't pass a pool of connections in front of a server
    connection = psycopg.connect(told, autocommit=True, prepare_threshold=None)
    connection.isolation_level = psycopg.IsolationLevel.READ_COMMITTED  # MAX(id) has to see who was before
    return connection


def _out_of_reach(server: Server, told: str, fault: psycopg.OperationalError) -> VerifierError:
    """Why there is no connection. What the server says is in whatever language, so it is asked."""
    import psycopg
    from psycopg.pq import PGconn, Ping

    state = PGconn.ping(told.encode("utf-8"))
    name = f"历史库“{server}”"
    if state == Ping.REJECT:
        return WriteError(f"{name}的服务器正在启动或恢复，不接受连接，请稍后重新运行。")
    if state != Ping.OK:
        return WriteError(f"连不上{name}：服务器没有应答。请检查主机、端口、网络，服务器是否已经启动，然后重新运行。")
    if fault.pgconn is not None and fault.pgconn.needs_password:
        return UsageError(f"{name}要密码，请用环境变量 PGPASSWORD 或 pgpass 文件给出。")
    try:
        _open(psycopg.conninfo.make_conninfo(told, dbname="postgres")).close()
    except psycopg.OperationalError:
        return UsageError(f"{name}的服务器不接受这个用户名或密码，或不许从这台机器进入，请检查或请管理员处理。")
    return UsageError(f"{name}的服务器上没有这个数据库，或这个用户不能进入，请管理员用 createdb 建立。")
