"""What is sent from the front door: a check ordered, stopped, gone on with; a result opened or forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verifier.errors import UsageError, VerifierError
from verifier.review import asking
from verifier.review.desk import open_desk
from verifier.review.front import pages, places
from verifier.review.front.asked import Asked, path_of, there, year_of
from verifier.review.front.memory import Order


async def _sent(request: Request) -> dict[str, str]:
    return await asking.form_of(request, request.scope["csrf"])


async def browse(request: Request) -> Response:
    """To the list of folders, with all that was filled in, from a page of the desk too."""
    own = [asking.csrf_of(request)] if request.app.state.desk else []
    sent = await asking.form_of(request, request.scope["csrf"], *own)
    form = {name: value for name, value in sent.items() if name != "csrf"}
    return RedirectResponse(f"/folders?{urlencode({'at': form.get(form.get('field', ''), '')} | form)}", 303)


async def check(request: Request) -> Response:
    """Begins a check."""
    asked = Asked.of(await _sent(request))
    try:
        await run_in_threadpool(_ordered, request, asked)
    except VerifierError as fault:
        answer = await run_in_threadpool(pages.check_page, request, asked, str(fault), 422)
        answer.headers["content-location"] = f"/check?{asked.query}"
        return answer
    return RedirectResponse("/progress", 303)


def _ordered(request: Request, asked: Asked) -> None:
    order = asked.order()
    if places.is_empty(order.source):
        raise UsageError(f"“{order.source.name}”里没有文件，不能核验")
    asking.door_of(request).begin(order)


async def stop(request: Request) -> Response:
    """Stops the check; it has ended when this answers."""
    await _sent(request)
    await run_in_threadpool(asking.door_of(request).stop)
    return RedirectResponse("/progress", 303)


async def go_on(request: Request) -> Response:
    """Begins a check again; what was read is not read again."""
    await _sent(request)
    order = pages.entry_of(request).order
    return await run_in_threadpool(_begun, request, order)


def _begun(request: Request, order: Order | None) -> Response:
    try:
        if order is None:
            raise UsageError("这份结果不是在这里核验的，请重新选择材料")
        asking.door_of(request).begin(order)
    except VerifierError as fault:
        return _home(request, fault)
    return RedirectResponse("/progress", 303)


async def open_typed(request: Request) -> Response:
    """Opens a folder with results that was typed or chosen, and remembers it."""
    form = await _sent(request)
    return await run_in_threadpool(_opened_typed, request, form)


def _opened_typed(request: Request, form: Mapping[str, str]) -> Response:
    try:
        answer = _opened(request, there(form.get("result", "")))
    except VerifierError as fault:
        return _home(request, fault)
    return answer


async def open_result(request: Request) -> Response:
    """Opens a remembered result."""
    await _sent(request)
    entry = pages.entry_of(request)
    try:
        return await run_in_threadpool(_opened, request, entry.out)
    except VerifierError as fault:
        return await run_in_threadpool(_home, request, fault)


def _opened(request: Request, folder: Path) -> Response:
    request.app.state.desk = open_desk(folder)
    asking.door_of(request).remember_opened(folder)
    return RedirectResponse("/", 303)


async def forget(request: Request) -> Response:
    """Takes a result from the list."""
    await _sent(request)
    await run_in_threadpool(asking.door_of(request).memory.forget, request.path_params["id"])
    return RedirectResponse("/home", 303)


async def new(request: Request) -> Response:
    """Writes an empty bundle."""
    return await run_in_threadpool(_made, request, await _sent(request))


def _made(request: Request, form: dict[str, str]) -> Response:
    from verifier.blank import new_bundle
    from verifier.rules import rule_set_for

    name = form.get("name", "").strip()
    try:
        if not name or name in (".", "..") or set(name) & set('/\\:*?"<>|\0'):
            raise UsageError('文件夹名称不能为空，也不能有 / \\ : * ? " < > |')
        year = year_of(form.get("year", "").strip())
        made = path_of(form.get("folder", "")) / name
        new_bundle(made, rule_set_for(year), year)
    except VerifierError as fault:
        return pages.new_page(request, form, str(fault))
    return pages.new_page(request, form, made=made)


async def end(request: Request) -> Response:
    """Ends the program."""
    form, door = await _sent(request), asking.door_of(request)
    if door.at_work and "sure" not in form:
        return await run_in_threadpool(pages.front, request, "ending.html", at_work=door.at_work)
    answer = await run_in_threadpool(pages.front, request, "ended.html")
    door.end()
    return answer


def _home(request: Request, fault: VerifierError) -> Response:
    answer = pages.home_page(request, str(fault), 422)
    answer.headers["content-location"] = "/home"
    return answer
