"""A real desk on a port of its own, and a browser that looks at it."""

from __future__ import annotations

import http.client
import multiprocessing
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from tests.counting.photo_papers import photo
from tests.decisions.judged import judged
from verifier.outputs.pages import write_pages
from verifier.record import write_evidence, write_index, write_result
from verifier.review import open_desk, serve
from verifier.review.serving import make_server

SETTLED = """new Promise((done, fail) => {
    const watch = setInterval(() => { if (window.settled) { clearInterval(watch); done(); } }, 2);
    setTimeout(() => fail(new Error("no page came")), 20000);
})"""
PATIENCE = 120
"""seconds; a machine that does much else may be slow"""
FORKS = "forkserver" in multiprocessing.get_all_start_methods()
START = multiprocessing.get_context("forkserver" if FORKS else "spawn")
if FORKS:
    START.set_forkserver_preload(["tests.review.browser"])  # a desk starts in a moment, with all that is imported
REFUSED = re.compile(r"status of (409|422) ")
"""what the browser says of a save that was refused, and that the page tells"""


@dataclass(slots=True)
class Running:
    """A server on this machine; `addresses` are those that open the page once, the newest last."""

    addresses: list[str]

    @property
    def port(self) -> int:
        return urlsplit(self.addresses[-1]).port or 0

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def running(folder: Path) -> Iterator[Running]:
    """The desk over a folder, served until the block ends."""
    ready = threading.Event()
    addresses: list[str] = []

    def announce(address: str) -> None:
        addresses.append(address)
        ready.set()

    server = make_server(open_desk(folder), 0, announce)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert ready.wait(PATIENCE)
        yield Running(addresses)
    finally:
        server.should_exit = True
        thread.join(PATIENCE)


def serving(folder: Path, told: Connection) -> None:
    """A desk as the command runs it; the address that opens it is told."""
    serve(open_desk(folder), 0, told.send)


@contextmanager
def desk_process(folder: Path) -> Iterator[tuple[multiprocessing.process.BaseProcess, Running]]:
    """The desk over a folder in a process of its own, as people run it; whatever happens, it is killed in the end."""
    hears, tells = START.Pipe(duplex=False)
    process = START.Process(target=serving, args=(folder, tells))
    process.start()
    tells.close()
    try:
        assert hears.poll(PATIENCE)
        yield process, Running([hears.recv()])
    finally:
        process.kill()
        process.join()


@dataclass(slots=True)
class Client:
    """A plain client without a browser."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, form: dict[str, str] | None = None, **headers: str) -> tuple[int, str, Any]:
        """Status, body and headers; `headers` are sent as they are, `_` as `-`."""
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies and "cookie" not in sent:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if form is not None:
            body = urlencode(form)
            sent.setdefault("content-type", "application/x-www-form-urlencoded")
        wire.putrequest(method, path, skip_host="host" in sent)
        for name, value in sent.items():
            wire.putheader(name, value)
        if body is not None:
            wire.putheader("content-length", str(len(body)))
        wire.endheaders(body.encode() if body is not None else None)
        answer = wire.getresponse()
        text = answer.read().decode("utf-8", "replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        wire.close()
        return answer.status, text, {name.lower(): value for name, value in answer.getheaders()}


@dataclass(slots=True)
class Watched:
    """A window of the browser, with all that went wrong in it."""

    page: Page
    home: str
    said: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def key(self, name: str) -> None:
        """Presses a key and waits for the page that it leads to."""
        self.page.evaluate("window.settled = false")
        self.page.keyboard.press(name)
        self.page.evaluate(SETTLED)

    def key_into(self, name: str, points: str, reason: str) -> None:
        """Gives other points with keys alone; the browser's own check of the form is left out."""
        self.page.evaluate("document.querySelectorAll('form').forEach((form) => { form.noValidate = true; })")
        self.page.keyboard.press(name)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(points)
        self.page.keyboard.press("Tab")
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(reason)
        self.key("Enter")


def window(context: BrowserContext, desk: Running) -> Watched:
    """A new window; nothing of it may come from elsewhere or complain."""
    page = context.new_page()
    watched = Watched(page, desk.home)
    page.on("request", lambda request: watched.outside.append(request.url) if _is_outside(request.url, desk) else None)
    page.on("console", lambda message: watched.said.append(message.text) if not REFUSED.search(message.text) else None)
    page.on("pageerror", lambda error: watched.said.append(str(error)))
    page.add_init_script("document.addEventListener('shown', () => { window.settled = true; });")
    return watched


def _is_outside(url: str, desk: Running) -> bool:
    return not url.startswith((f"{desk.home}/", "data:"))


def sign_in(watched: Watched, desk: Running, name: str = "王审核") -> None:
    """By the newest address, and with a name."""
    watched.page.goto(desk.addresses[-1])
    watched.page.goto(f"{desk.home}/reviewer")
    watched.page.fill("input[name=name]", name)
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_selector("table.list")


def write_one_poster(folder: Path) -> None:
    """An output folder in which one poster is all that was sent."""
    folder.mkdir()
    result, evidence = judged(photo("a.jpg", "威海市高校毕业生就业创业政策", "生活补贴 购房补贴", taken="2024-05-20"))
    write_result(result, folder)
    write_evidence(evidence, folder)
    Image.new("RGB", (400, 300), "white").save(folder / "a.png")
    write_index(write_pages(result, folder, {("a.jpg", 1): folder / "a.png"}, {}), folder)


def launched(playwright: Any) -> Browser:
    browser: Browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    return browser
