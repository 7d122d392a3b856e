"""Which address shows what, which saves, and what is said where something goes wrong."""

from __future__ import annotations

import logging
import os
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from verifier.errors import VerifierError
from verifier.language.masking import mask_text
from verifier.review import asking, deciding, files, pages, questioning
from verifier.review.desk import Desk
from verifier.review.front import ROUTES, Door
from verifier.review.guard import HEADERS, Guard, Keys, fault_page
from verifier.review.sampling import pages as sampled

UNKNOWN = {404: "没有这个页面。", 405: "这个地址不能直接打开。"}
"""status → what is said where only the web framework has words, which are English"""

log = logging.getLogger(__name__)


def create_app(desk: Desk | None, keys: Keys, door: Door | None = None) -> Starlette:
    """The page over the schools of a desk; `keys` says who may come in. With a front door desks are opened there."""
    school = "/school/{school}"
    app = Starlette(
        routes=[
            Route("/", pages.schools),
            Route("/reviewer", pages.reviewer),
            Route("/reviewer", deciding.name_reviewer, methods=["POST"]),
            Route("/static/{name}", files.static),
            Route(f"{school}/", pages.school),
            Route(f"{school}/history", pages.history),
            Route("/export", pages.export_all),
            Route("/export", deciding.export_all, methods=["POST"]),
            Route("/export/{name}", files.exported_of_all),
            Route("/sweep", pages.sweep),
            Route("/sweep", deciding.sweep, methods=["POST"]),
            Route(f"{school}/sweep", pages.sweep),
            Route(f"{school}/sweep", deciding.sweep, methods=["POST"]),
            Route("/assure", sampled.show_all),
            Route(f"{school}/assure", sampled.show),
            Route(f"{school}/assure", sampled.send, methods=["POST"]),
            Route(f"{school}/verdict", deciding.verdict, methods=["POST"]),
            Route(f"{school}/show", deciding.show, methods=["POST"]),
            Route(f"{school}/check-again", deciding.check_again, methods=["POST"]),
            Route(f"{school}/set-aside", deciding.set_aside, methods=["POST"]),
            Route(f"{school}/questions", questioning.shown),
            Route(f"{school}/questions", questioning.say, methods=["POST"]),
            Route(f"{school}/reply", questioning.receive, methods=["POST"]),
            Route(f"{school}/export", pages.export),
            Route(f"{school}/export", deciding.export, methods=["POST"]),
            Route(f"{school}/sign", deciding.sign, methods=["POST"]),
            Route(f"{school}/export/{{name}}", files.exported),
            Route(f"{school}/report", files.report),
            Route(f"{school}/pages/{{name}}", files.picture),
            Route(f"{school}/originals/{{id}}", files.original),
            Route(f"{school}/{{cell}}", pages.cell),
            Route(f"{school}/{{cell}}/decide", deciding.decide, methods=["POST"]),
            *(ROUTES if door else ()),
        ],
        middleware=[Middleware(Guard, keys=keys)],
        exception_handlers={HTTPException: _fault, VerifierError: _usage_fault, Exception: _crashed},
    )
    app.state.desk, app.state.door = desk, door
    return app


def _fault(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    text = UNKNOWN.get(fault.status_code, "这个页面打不开。") if fault.detail.isascii() else fault.detail
    return fault_page(text, fault.status_code, _home(request))


def _usage_fault(request: Request, fault: Exception) -> Response:
    return fault_page(mask_text(_without_folders(str(fault), request)), 500, _home(request))


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
    is_known = name in asking.schools_of(request)
    return home if is_known and unquote(request.url.path) != unquote(home) else "/"


def _without_folders(text: str, request: Request) -> str:
    """Where the folders of the schools lie is nothing for a page: their names are enough."""
    for school in asking.schools_of(request).values():
        text = text.replace(f"{school.folder.parent}{os.sep}", "")
    return text
