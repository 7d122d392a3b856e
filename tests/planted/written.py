"""Runs every command over a bundle, and gives back everything that was written or said."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from click.testing import CliRunner
from PIL import Image

from tests.planted.papers import Screens
from tests.review.browser import Client, running
from verifier import batch
from verifier.cli import checking, main

Told = tuple[str, str]
"""where it stands, and the text"""
TYPED = {
    **dict.fromkeys(("school", "reviewer", "points", "ask", "exclude", "include", "reading"), ""),
    **dict.fromkeys(("path", "bad"), "mobile"),
}
"""where a number is typed in, and of which kind"""


def said_and_written(bundle: Path, out: Path, engine: Screens, typed: Mapping[str, str]) -> Iterator[Told]:
    """Of batch (and so of check), inspect, diff, the desk and its export, over the folder in which the bundle lies.

    `typed`: what stands in options and in the forms of the desk.
    """
    school = ("--school", f"威海甲学院{typed['school']}", "--year", "2024", "--no-cache", "-v")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch.Settings, "engine", lambda _: engine)
        patch.setattr(checking, "_jobs", lambda _: 0)  # what opens files writes nothing that lasts
        (bundle.parent / f"坏{typed['bad'].replace('/', '')}.zip").write_bytes(b"PK\x03\x04 cut short")
        yield from _said("batch", bundle.parent, "--out", out / "各校", *school)
        yield from _said("inspect", min(bundle.rglob("*.docx")))
        yield from _said("check", bundle / f"{typed['path'].replace('/', '')}.zip", "--out", out / "无")
    home = out / "各校"
    yield from _at_the_desk(home, bundle.name, typed)
    (out / "再").mkdir()
    shutil.copy(home / bundle.name / "result.json", out / "再")  # without the decisions
    yield from _said("diff", out / "再", home / bundle.name, "--html", out / "对比.html")
    shutil.rmtree(out / "再")
    yield from everything(out)


def _said(*words: object) -> Iterator[Told]:
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exit_code in (0, 2), done.output
    yield f"stdout of {words[0]}", done.stdout
    yield f"stderr of {words[0]}", done.stderr


def everything(folder: Path) -> Iterator[Told]:
    """Every file with its name, and every part of an office file."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        name = path.relative_to(folder).as_posix()
        yield f"name of {name}", name
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as parts:
                yield from (
                    (f"{name}!{part}", parts.read(part).decode("utf-8", "replace")) for part in parts.namelist()
                )
        else:
            yield name, _about(path) if path.suffix == ".jpg" else path.read_text("utf-8", "replace")


def _about(picture: Path) -> str:
    """What a picture tells beside what it shows."""
    with Image.open(picture) as opened:
        return repr(opened.info)


# --- the desk ---------------------------------------------------------------------------------------------------------


def _at_the_desk(folder: Path, school: str, typed: Mapping[str, str]) -> Iterator[Told]:
    """Looks at every page, decides on some cells with reasons that hold a number, and exports."""
    with running(folder) as desk:
        client = Client(desk.port)
        client.ask("GET", f"/?{urlsplit(desk.addresses[-1]).query}")
        home = f"/school/{quote(school)}"
        csrf = _field(client.ask("GET", "/reviewer")[1], "csrf")
        client.ask(
            "POST", "/reviewer", {"csrf": csrf, "name": f"王{typed['reviewer']}", "next": "/"}, **_own(desk.home)
        )
        cells = re.findall(rf'href="{re.escape(home)}/(\d\.\d)"', client.ask("GET", f"{home}/")[1])
        assert len(cells) == 27, client.ask("GET", f"{home}/")[1][-3000:]
        for cell, kind in zip(cells, ("points", "ask", "exclude", "include", "points", "reading"), strict=False):
            page = client.ask("GET", f"{home}/{cell}")[1]
            form = {name: _field(page, name) for name in ("csrf", "result", "head", "target")}
            form |= {"kind": kind, "points": "1", "reason": typed[kind]}
            yield f"answer to {kind}", client.ask("POST", f"{home}/{cell}/decide", form, **_own(desk.home))[1]
        status = client.ask("POST", f"{home}/export", {"csrf": csrf}, **_own(desk.home))[0]
        assert status == 303
        for path in ("/", "/reviewer", *(f"{home}/{each}" for each in ("", "history", "export", "?q=1", *cells))):
            yield f"page {path}", client.ask("GET", path)[1]


def _own(home: str) -> dict[str, str]:
    return {"origin": home}


def _field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return found[1] if found else ""
