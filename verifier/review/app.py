"""The pages: which address shows what, and which saves."""

from __future__ import annotations

import hmac
import logging
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode

from jinja2 import Environment
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from verifier.decisions import set_aside
from verifier.errors import UsageError
from verifier.outputs import FORMS, LETTER, write_export
from verifier.outputs.rendering import environment_of

from . import views
from .desk import Desk, Opened, School
from .guard import HEADERS, Guard, Keys, fault_page
from .saving import Refused, save

HOME = Path(__file__).parent
log = logging.getLogger(__name__)
STATIC = ("review.css", "review.js", "icon.svg")
EXPORT = "export"
EXPORTED = tuple(name for name, _ in (*FORMS, LETTER))
REVIEWER = "verifier-reviewer"
LONGEST_NAME = 30
MOST_BYTES = 65536
"""of a form"""
YEAR = 365 * 24 * 3600
UNKNOWN = {404: "没有这个页面。", 405: "这个地址不能直接打开。"}
"""status → what is said where only the web framework has words, which are English"""


def create_app(desk: Desk, keys: Keys) -> Starlette:
    """The page over the schools of a desk; `keys` says who may come in."""
    cell = "/school/{school}/{cell}"
    app = Starlette(
        routes=[
            Route("/", _schools),
            Route("/reviewer", _reviewer),
            Route("/reviewer", _named_reviewer, methods=["POST"]),
            Route("/static/{name}", _static),
            Route("/school/{school}/", _school),
            Route("/school/{school}/history", _history),
            Route("/school/{school}/set-aside", _set_aside, methods=["POST"]),
            Route("/school/{school}/export", _export),
            Route("/school/{school}/export", _exporting, methods=["POST"]),
            Route("/school/{school}/export/{name}", _exported),
            Route("/school/{school}/pages/{name}", _picture),
            Route(cell, _cell),
            Route(f"{cell}/decide", _decide, methods=["POST"]),
        ],
        middleware=[Middleware(Guard, keys=keys)],
        exception_handlers={HTTPException: _fault, UsageError: _usage_fault, Exception: _crashed},
    )
    app.state.desk = desk
    return app


# --- pages ----------------------------------------------------------------------------------------------------------


def _schools(request: Request) -> Response:
    desk: Desk = request.app.state.desk
    if len(desk.schools) == 1 and not desk.failed:
        return RedirectResponse(f"/school/{quote(next(iter(desk.schools)), safe='')}/", 303)
    rows = [views.school_row(school) for school in desk.schools.values()]
    return _page(request, "schools.html", rows=rows, failed=desk.failed)


def _school(request: Request) -> Response:
    school = _named(request)
    opened, sought = school.open(), _sought(request)
    return _page(
        request,
        "school.html",
        school,
        cells=sought.found(opened),
        sought=sought,
        codes=views.codes(opened),
        said=_said(request, opened),
    )


def _cell(request: Request) -> Response:
    if not _who(request):
        return RedirectResponse(f"/reviewer?next={quote(str(request.url.path), safe='')}", 303)
    return _cell_page(request, _named(request))


def _cell_page(
    request: Request, school: School, refused: Refused | None = None, sent: Mapping[str, str] = {}
) -> Response:
    opened, sought = school.open(), _sought(request)
    cell = opened.cell(request.path_params["cell"])
    if cell is None:
        raise HTTPException(404, "没有这项指标。")
    every = views.pieces(cell, opened)
    number = min(_number(request, "piece") or 1, len(every))
    piece = every[number - 1] if every else None
    around = sought.found(opened)
    state, lines = opened.states[cell["id"]], views.lines(opened, cell["id"])
    ids = [each["id"] for each in (around if cell in around else opened.cells)]
    at = ids.index(cell["id"])
    return _page(
        request,
        "cell.html",
        school,
        refused.status if refused else 200,
        cell=cell,
        state=state,
        group=next(group for group in opened.result["groups"] if group["id"] == cell["group"]),
        pieces=every,
        piece=piece,
        sheet=views.sheet(piece, every, opened, _number(request, "page")) if piece else None,
        lines=lines,
        stale=[line for line in reversed(lines) if line.decision in state.stale],
        before=ids[at - 1] if at else None,
        after=ids[at + 1] if at + 1 < len(ids) else None,
        sought=sought,
        refused=refused,
        sent=sent,
        said=_said(request, opened),
    )


def _said(request: Request, opened: Opened) -> views.Line | None:
    """The decision that was just written."""
    line = request.query_params.get("said", "")
    return next((each for each in views.lines(opened) if line and each.decision.line.startswith(line)), None)


def _history(request: Request) -> Response:
    school = _named(request)
    return _page(request, "history.html", school, lines=views.lines(school.open()))


def _reviewer(request: Request) -> Response:
    return _page(request, "reviewer.html")


def _export(request: Request) -> Response:
    school = _named(request)
    there = [name for name in EXPORTED if (school.folder / EXPORT / name).is_file()]
    return _page(request, "export.html", school, files=there, written=bool(request.query_params.get("written")))


def _page(request: Request, template: str, school: School | None = None, status: int = 200, **more: Any) -> Response:
    told = {
        "school": school,
        "opened": school.open() if school else None,
        "csrf": request.scope["csrf"],
        "reviewer": _who(request),
        "many": len(request.app.state.desk.schools) > 1,
        "address": _back(request),
    }
    return HTMLResponse(_environment().get_template(template).render(told | more), status)


# --- what is saved --------------------------------------------------------------------------------------------------


async def _decide(request: Request) -> Response:
    form = await _form(request)
    who = _who(request)
    if not who:
        return RedirectResponse(f"/reviewer?next={quote(request.url.path.removesuffix('/decide'), safe='')}", 303)
    return await run_in_threadpool(_decided, request, form, who)


def _decided(request: Request, form: Mapping[str, str], who: str) -> Response:
    school, cell = _named(request), request.path_params["cell"]
    if school.open().cell(cell) is None:
        raise HTTPException(404, "没有这项指标。")
    try:
        made = save(school, cell, form, who)
    except Refused as refused:
        answer = _cell_page(request, school, refused, form)
        answer.headers["content-location"] = f"{_address(school, cell)}{_sought(request).query}"
        return answer
    sought = _sought(request)
    goal = _next_open(school.open(), sought, cell) if made.kind in ("accept", "points") else cell
    told = dict(parse_qsl(sought.query[1:])) | {"said": made.line[:16]}
    if goal == cell and form.get("piece", "").isdigit():
        told["piece"] = form["piece"]
    return _next_page(request, school, goal, urlencode(told))


def _next_page(request: Request, school: School, goal: str, query: str) -> Response:
    """The page after a save: by its address, or at once to the page's own script, which saves a way there and back."""
    address = _address(school, goal)
    if request.headers.get("sec-fetch-dest") != "empty":
        return RedirectResponse(f"{address}?{query}", 303)
    shown = Request(
        {
            **request.scope,
            "path": unquote(address),
            "query_string": query.encode(),
            "path_params": {"school": school.name, "cell": goal},
        }
    )
    answer = _cell_page(shown, school) if goal else _school(shown)
    answer.headers["content-location"] = f"{address}?{query}"
    return answer


def _address(school: School, cell: str) -> str:
    return f"/school/{quote(school.name, safe='')}/{cell}"


def _next_open(opened: Opened, sought: views.Sought, cell: str) -> str:
    """The next cell that nobody decided, from this one on and round; the list when there is none ('')."""
    ids = [each["id"] for each in opened.cells]
    at = ids.index(cell)
    fitting = {each["id"] for each in sought.found(opened)} if sought.query else set(ids)
    waiting = [each["id"] for each in opened.cells if "decided" not in each and each["id"] in fitting]
    return next((each for each in ids[at:] + ids[:at] if each in waiting), "")


async def _set_aside(request: Request) -> Response:
    await _form(request)
    school = _named(request)
    await run_in_threadpool(set_aside, school.folder)
    return RedirectResponse(f"/school/{quote(school.name, safe='')}/history", 303)


async def _exporting(request: Request) -> Response:
    await _form(request)
    school = _named(request)
    opened = school.open()
    await run_in_threadpool(write_export, opened.result, opened.rules.form, school.folder / EXPORT)
    return RedirectResponse(f"{request.url.path}?written=1", 303)


async def _named_reviewer(request: Request) -> Response:
    form = await _form(request)
    name = " ".join(form.get("name", "").split())[:LONGEST_NAME]
    goal = form.get("next", "/")
    goal = goal if goal.startswith("/") and not goal.startswith("//") and "\\" not in goal else "/"
    if not name:
        return _page(request, "reviewer.html", status=422, missing=True)
    answer = RedirectResponse(goal, 303)
    answer.set_cookie(REVIEWER, quote(name), max_age=YEAR, httponly=True, samesite="strict")
    return answer


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form of this very page."""
    if int(request.headers.get("content-length") or MOST_BYTES + 1) > MOST_BYTES:
        raise HTTPException(413, "提交的内容太长。")
    form = dict(parse_qsl((await request.body()).decode("utf-8", "replace"), keep_blank_values=True))
    if not hmac.compare_digest(form.get("csrf", "").encode(), request.scope["csrf"].encode()):
        raise HTTPException(403, "页面已过期，请刷新后重试。")
    return form


# --- files ----------------------------------------------------------------------------------------------------------


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404, "没有这个文件。")
    return FileResponse(HOME / "static" / name, headers={"cache-control": "max-age=3600"})


def _picture(request: Request) -> Response:
    """A page picture that the index of the school lists; no name is ever taken for a path."""
    pictures = {each.picture.name: each.picture for each in _named(request).open().pages.values()}
    found = pictures.get(request.path_params["name"])
    if found is None:
        raise HTTPException(404, "没有这张图片。")
    return FileResponse(found, media_type="image/jpeg", headers={"cache-control": "private, max-age=600"})


def _exported(request: Request) -> Response:
    school, name = _named(request), request.path_params["name"]
    path = school.folder / EXPORT / name
    if name not in EXPORTED or not path.is_file():
        raise HTTPException(404, "没有这个文件，请先导出。")
    return FileResponse(path, filename=f"{school.name}-{name}")


# --- requests -------------------------------------------------------------------------------------------------------


def _named(request: Request) -> School:
    desk: Desk = request.app.state.desk
    school = desk.schools.get(request.path_params["school"])
    if school is None:
        raise HTTPException(404, "没有这所学校的结果。")
    return school


def _sought(request: Request) -> views.Sought:
    asked = request.query_params
    return views.Sought(asked.get("q", "").strip(), asked.get("flag", ""), asked.get("state", ""))


def _number(request: Request, name: str) -> int | None:
    text = request.query_params.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 7 and int(text) else None


def _who(request: Request) -> str:
    return unquote(request.cookies.get(REVIEWER, ""))[:LONGEST_NAME]


def _back(request: Request) -> str:
    """The address to come back to after a detour."""
    return request.query_params.get("next") or request.url.path


def _fault(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    text = UNKNOWN.get(fault.status_code, "这个页面打不开。") if fault.detail.isascii() else fault.detail
    return fault_page(text, fault.status_code, _home(request))


def _usage_fault(request: Request, fault: Exception) -> Response:
    return fault_page(_without_folders(str(fault), request), 500, _home(request))


def _crashed(request: Request, fault: Exception) -> Response:
    """Answers outside the guard, which would have set the headers."""
    log.debug("a page failed", exc_info=fault)
    text = f"程序出错（{type(fault).__name__}），已保存的决定不受影响。启动时加 -v 可看详情。"
    answer = fault_page(text, 500, _home(request))
    answer.headers.update(HEADERS)
    return answer


def _home(request: Request) -> str:
    """The list of cells of the school whose page failed, unless it is that list itself; else the list of schools."""
    name = request.path_params.get("school", "")
    home = f"/school/{quote(name, safe='')}/"
    is_known = name in request.app.state.desk.schools
    return home if is_known and unquote(request.url.path) != unquote(home) else "/"


def _without_folders(text: str, request: Request) -> str:
    """Where the folders of the schools lie is nothing for a page: their names are enough."""
    for school in request.app.state.desk.schools.values():
        text = text.replace(f"{school.folder.parent}{os.sep}", "")
    return text


@cache
def _environment() -> Environment:
    environment = environment_of(HOME / "templates")
    environment.filters |= {"citation": views.citation, "points": views.points}
    environment.globals |= {"STATES": views.STATES, "KINDS": views.KINDS}
    return environment
