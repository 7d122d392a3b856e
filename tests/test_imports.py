"""The rooms of the package and their doors: who may import whom. CONTRIBUTING.md shows the same table."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
PACKAGE = HOME / "verifier"

ROOMS: dict[str, tuple[str, ...]] = {
    "model": (),
    "errors": (),
    "ole": (),
    "files": ("model", "errors"),
    "mail": ("ole",),
    "bundle": ("model", "errors", "files", "ole", "mail", "language.letters"),
    "rules": ("model", "errors"),
    "workers": ("model", "errors"),
    "cluster": ("model", "errors"),
    "pictures": ("model", "workers"),
    "likeness": ("pictures",),
    "readers": ("model", "errors", "files.system", "ole", "mail", "likeness", "language.letters"),
    "options": ("model", "errors"),
    "ocr": ("model", "errors", "pictures"),
    "language": ("model",),
    "facts": ("model", "errors", "language", "pictures"),
    "counting": ("model", "errors", "language", "facts", "likeness"),
    "identity": ("model", "errors", "facts.schools"),
    "assign": ("model", "errors"),
    "cross": ("model", "errors", "counting"),
    "reuse": ("model", "counting"),
    "history": (
        *("model", "errors", "files", "language.masking", "likeness", "record"),
        "counting.photos.same_picture",
    ),
    "score": ("model", "errors"),
    "record": ("model", "errors", "files", "language.masking"),
    "resume": ("model", "files", "record"),
    "decisions": ("model", "errors", "files", "language.masking", "score"),
    "cases": ("model", "errors", "rules", "score"),
    "lint": ("model", "errors", "rules", "cases", "score"),
    "starting": ("model", "errors", "files", "rules"),
    "outputs": ("model", "errors", "files", "pictures"),
    "telling": ("model", "errors", "files", "rules", "outputs"),
    "station": ("model", "score"),
    "pipeline": (
        *("model", "errors", "bundle", "readers", "workers", "pictures", "ocr", "facts", "identity", "assign"),
        *("counting", "cross", "reuse", "score", "station", "record"),
    ),
    "marking": ("model", "errors", "files", "pictures", "pipeline"),
    "inspecting": ("model", "errors", "pipeline", "record"),
    "blank": ("model", "errors", "files", "outputs"),
    "trying": ("model", "errors", "files", "record", "score"),
    "decided": ("model", "errors", "files", "record", "decisions", "rules"),
    "outline": ("model", "files", "decisions", "outputs"),
    "assuring": ("model", "errors", "files", "record", "language.comparing_text", "language.masking"),
    "verifying": (
        *("model", "errors", "files", "record", "decisions", "rules", "score", "trying", "pipeline"),
        *("language.masking", "bundle.rows"),
    ),
    "questions": (
        *("model", "errors", "files", "record", "decisions", "decided", "rules", "outputs", "pipeline"),
        "language.masking",
    ),
    "comparing": ("model", "errors", "files", "record", "decided", "language.masking", "outputs"),
    "batch": (
        *("model", "errors", "files", "pipeline", "inspecting", "marking", "record", "outputs", "rules", "ocr"),
        *("language.identity_numbers", "language.masking", "facts.blackout", "resume", "reuse", "decided"),
        *("history", "decisions", "outline", "assuring", "cluster"),
    ),
    "shortcut": ("errors", "files"),
    "selftest": ("errors", "batch"),
    "portable": ("errors", "files", "ocr.networks"),
    "review": (
        *("model", "errors", "files", "language.masking", "record", "decisions", "outputs", "rules"),
        *("outline", "batch", "blank", "comparing", "questions", "bundle.formats", "assuring"),
    ),
    "cli": (
        *("model", "errors", "files", "language.masking", "options", "rules", "telling", "starting", "cases", "lint"),
        *("pipeline", "trying"),
        *("record", "batch", "blank", "comparing", "review", "workers", "shortcut", "selftest"),
        *("portable", "history", "verifying", "assuring", "questions"),
    ),
    "__main__": ("cli",),
}

SUB_ROOMS: dict[str, dict[str, tuple[str, ...]]] = {
    "counting": {
        "flags": (),
        "distinct": (),
        "unveiled": (),
        "text_units": (),
        "eligibility": ("flags",),
        "people": ("eligibility", "distinct", "flags", "text_units"),
        "photos": ("eligibility", "distinct", "flags"),
        "posts": ("eligibility", "distinct", "flags"),
        "papers": ("eligibility", "distinct", "flags", "text_units", "photos"),
    },
    "facts": {
        "card_tables": (),
        "layout": ("card_tables",),
        "running_lines": (),
        "blackout": (),
        "employers": (),
        "seals": (),
        "rosters": (),
        "days_in_parts": ("layout",),
        "dates": ("days_in_parts", "layout"),
        "unfilled": ("layout",),
        "document_types": ("headings", "layout", "unfilled"),
        "quantities": ("layout", "running_lines"),
        "schools": ("layout",),
        "staff": ("layout", "running_lines"),
        "headings": ("layout",),
        "titles": ("headings", "layout"),
        "forms": ("layout", "quantities", "schools"),
        "certificates": ("layout", "schools"),
        "events": ("dates", "running_lines"),
        "posts": ("dates",),
        "picture_kinds": ("posts",),
        "continuation": ("layout", "rosters", "certificates"),
        "examples": ("layout",),
        "leaves": ("continuation",),
    },
}
"""of the two large rooms; the room itself may import all of its own"""


def modules() -> list[str]:
    """Every module of the package, without `verifier.` in front; the package itself is ''."""
    return sorted(_name(path) for path in PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def path_of(module: str) -> Path:
    folder = PACKAGE.joinpath(*module.split(".")) if module else PACKAGE
    return folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")


def imports(module: str) -> Iterator[str]:
    """What a module imports of the package, also inside functions, as `room` or `room.module`."""
    path = path_of(module)
    here = module.split(".") if module else []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names if alias.name.split(".")[0] == "verifier"]
            yield from (name.partition(".")[2] for name in names)
        elif isinstance(node, ast.ImportFrom):
            yield from _from(node, here if path.name == "__init__.py" else here[:-1])


def _from(node: ast.ImportFrom, package: list[str]) -> Iterator[str]:
    if node.level:
        base = [*package[: len(package) - node.level + 1], *(node.module or "").split(".")]
    elif node.module and node.module.split(".")[0] == "verifier":
        base = node.module.split(".")[1:]
    else:
        return
    base = [part for part in base if part]
    for alias in node.names:
        inner = ".".join([*base, alias.name])
        yield inner if path_of(inner).is_file() else ".".join(base)


def is_open(target: str, doors: tuple[str, ...]) -> bool:
    return any(target == door or target.startswith(f"{door}.") for door in doors)


@pytest.mark.parametrize("module", modules())
def test_a_room_imports_only_what_the_table_allows(module: str) -> None:
    room = module.split(".")[0]
    if not room:
        assert list(imports(module)) == []
        return
    assert room in ROOMS, f"{room} is a new room: give it a line in ROOMS and in CONTRIBUTING.md"
    shut = [each for each in imports(module) if each and each.split(".")[0] != room and not is_open(each, ROOMS[room])]
    assert shut == []


def test_no_module_imports_the_commands() -> None:
    others = [each for each in modules() if not is_open(each, ("cli", "__main__"))]
    assert [each for each in others if any(is_open(target, ("cli",)) for target in imports(each))] == []


def test_every_room_of_the_table_is_there() -> None:
    assert set(ROOMS) - {module.split(".")[0] for module in modules()} == set()


@pytest.mark.parametrize("module", [each for each in modules() if each.split(".")[0] in SUB_ROOMS and "." in each])
def test_a_sub_room_imports_only_what_the_second_table_allows(module: str) -> None:
    room, own = module.split(".")[:2]
    assert own in SUB_ROOMS[room], f"{own} is new in {room}: give it a line in SUB_ROOMS and in CONTRIBUTING.md"
    inside = {each.split(".")[1] for each in imports(module) if each.startswith(f"{room}.")}
    assert inside - {own, *SUB_ROOMS[room][own]} == set()


@pytest.mark.parametrize("room", SUB_ROOMS)
def test_every_sub_room_of_the_table_is_there(room: str) -> None:
    there = {module.split(".")[1] for module in modules() if module.startswith(f"{room}.")}
    assert set(SUB_ROOMS[room]) == there


@pytest.mark.parametrize("table", [ROOMS, *SUB_ROOMS.values()])
def test_the_rooms_lead_one_way(table: dict[str, tuple[str, ...]]) -> None:
    order: list[str] = []
    waiting = {room: {door.split(".")[0] for door in doors} for room, doors in table.items()}
    while waiting:
        ready = [room for room, doors in waiting.items() if doors <= set(order)]
        assert ready, f"a circle among {sorted(waiting)}"
        order += ready
        waiting = {room: doors for room, doors in waiting.items() if room not in ready}


def test_contributing_shows_the_same_table() -> None:
    text = (HOME / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z_]+)` \| ([^|]*) \|", text, re.MULTILINE)
    shown = {room: tuple(sorted(re.findall(r"`([a-z_.]+)`", doors))) for room, doors in rows}
    assert shown == {room: tuple(sorted(doors)) for room, doors in ROOMS.items()}


def test_contributing_shows_the_same_sub_rooms() -> None:
    text = (HOME / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z]+\.[a-z_]+)` \| ([^|]*) \|", text, re.MULTILINE)
    shown = {room: tuple(sorted(re.findall(r"`([a-z_]+)`", doors))) for room, doors in rows}
    listed = {f"{room}.{name}": doors for room, table in SUB_ROOMS.items() for name, doors in table.items()}
    assert shown == {name: tuple(sorted(doors)) for name, doors in listed.items()}


@pytest.mark.parametrize("module", [each for each in modules() if not is_open(each, ("cli", "__main__"))])
def test_only_the_commands_print_exit_and_set_up_logging(module: str) -> None:
    tree = ast.parse(path_of(module).read_text("utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert called & {"print", "exit", "sys.exit", "os._exit", "input", "breakpoint", "logging.basicConfig"} == set()
    assert _outside(tree) & {"click", "rich"} == set()


@pytest.mark.parametrize("module", modules())
def test_nothing_that_opens_connections_is_imported(module: str) -> None:
    tree = ast.parse(path_of(module).read_text("utf-8"))
    doors = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "httpx", "aiohttp"}
    assert _outside(tree) & doors <= {"urllib"}
    assert "urllib.request" not in ast.unparse(tree)


def _outside(tree: ast.Module) -> set[str]:
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level]
    return {name.split(".")[0] for name in names}
