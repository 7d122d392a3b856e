"""What is sent: decisions, the name of a reviewer, the order to export or to set a damaged log aside."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, unquote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verifier.decisions import forget_text
from verifier.decisions import set_aside as set_log_aside
from verifier.language.masking import mask_text
from verifier.review import asking, correcting, exporting, letters, pages, rechecking, sweeping
from verifier.review.desk import Opened, School
from verifier.review.queue import following, waiting
from verifier.review.refused import Refused
from verifier.review.saving import keep_shown, save, save_signature, save_verdict
from verifier.review.views import Sought

YEAR = 365 * 24 * 3600


async def decide(request: Request) -> Response:
    """A decision on a cell; the next cell that waits, or why nothing was saved."""
    form = await asking.form_of(request)
    form["reason"] = mask_text(form.get("reason", ""))
    who = asking.reviewer(request)
    if not who:
        return RedirectResponse(f"/reviewer?next={quote(request.url.path.removesuffix('/decide'), safe='')}", 303)
    return await run_in_threadpool(_decided, request, form, who)


def _decided(request: Request, form: Mapping[str, str], who: str) -> Response:
    school, cell = asking.school_of(request), request.path_params["cell"]
    if school.open().cell(cell) is None:
        raise HTTPException(404, "没有这项指标。")
    sought = asking.sought(request)
    ahead = waiting(asking.desk_of(request)) if sought.queue else ()
    try:
        made = save(school, cell, form, who)
    except Refused as refused:
        answer = pages.cell_page(request, school, refused, form)
        answer.headers["content-location"] = f"{asking.address(school, cell)}{sought.query}"
        return answer
    undone = correcting.undone_by(made, school.open())
    if undone is not None:
        forget_text(undone)
    if undone is not None or made.correction is not None:
        rechecking.begin(request, school)
    told = dict(parse_qsl(sought.query[1:])) | {"said": made.line[:16]}
    if made.kind != "accept":
        told |= {name: form[name] for name in ("piece", "page") if form.get(name, "").isdigit()}
        return _next_page(request, school, cell, told)
    if not sought.queue:
        return _next_page(request, school, _next_open(school.open(), sought, cell), told)
    after, told["of"] = following(ahead, school, cell), school.name
    return _next_page(request, after.school if after else None, after.cell if after else "", told)


def _next_page(request: Request, school: School | None, goal: str, told: Mapping[str, str]) -> Response:
    """The page after a save: by its address, or at once to the page's own script, which saves a way there and back.

    Without a `goal` the list of cells; without a school that of schools.
    """
    address, query = asking.address(school, goal) if school else "/", urlencode(told)
    if request.headers.get("sec-fetch-dest") != "empty":
        return RedirectResponse(f"{address}?{query}", 303)
    shown = Request(
        {
            **request.scope,
            "path": unquote(address),
            "query_string": query.encode(),
            "path_params": {"school": school.name, "cell": goal} if school else {},
        }
    )
    show = pages.cell if goal else pages.school if school else pages.schools
    answer = show(shown)
    answer.headers["content-location"] = f"{address}?{query}"
    return answer


def _next_open(opened: Opened, sought: Sought, cell: str) -> str:
    """The next cell that nobody decided, from this one on and round; the list when there is none ('')."""
    ids = [each.id for each in opened.cells]
    at = ids.index(cell)
    fitting = sought.found(opened) if sought.query else opened.cells
    waiting = {each.id for each in fitting if each.decided is None}
    return next((each for each in ids[at:] + ids[:at] if each in waiting), "")


async def sweep(request: Request) -> Response:
    """One action on all cells of a school, or of all schools, once the list of them was seen; or its undoing."""
    form = await asking.form_of(request)
    who = asking.reviewer(request)
    if not who:
        goal = f"{request.url.path}?{request.url.query}"
        return RedirectResponse(f"/reviewer?next={quote(goal, safe='')}", 303)
    told = await run_in_threadpool(_swept, request, form, who)
    if told is None:
        return pages.sweep(request, changed=True)
    return RedirectResponse(f"{request.url.path}?{urlencode(told)}", 303)


def _swept(request: Request, form: Mapping[str, str], who: str) -> Mapping[str, object] | None:
    """What the page after it tells; None where what would be decided is not what was seen."""
    schools = asking.swept_schools(request)
    if lot := form.get("undo"):
        undone, failed = sweeping.undo(sweeping.made_in(schools, lot), who)
        return {"lot": lot, "undone": undone, "failed": failed}
    kind = sweeping.kind_of(form.get("kind", ""))
    listed = sweeping.items(schools, kind) if kind else ()
    if kind is None or form.get("list") != sweeping.digest(listed):
        return None
    done = sweeping.sweep(listed, kind, who)
    return {"kind": kind, "lot": done.lot, "differs": done.differs, "failed": done.failed}


async def verdict(request: Request) -> Response:
    """Which grade or award a total leads to where the clauses leave two possible."""
    form, school = await asking.form_of(request), asking.school_of(request)
    form["reason"] = mask_text(form.get("reason", ""))
    who, home = asking.reviewer(request), asking.address(school)
    if not who:
        return RedirectResponse(f"/reviewer?next={quote(home, safe='')}", 303)
    try:
        made = await run_in_threadpool(save_verdict, school, form, who)
    except Refused as refused:
        answer = pages.school_page(request, school, refused, form)
        answer.headers["content-location"] = home
        return answer
    return RedirectResponse(f"{home}?{urlencode({'said': made.line[:16]})}", 303)


async def show(request: Request) -> Response:
    """Shows the personal data of an unmasked result in this browser, which the log keeps; or hides it again."""
    form, school = await asking.form_of(request), asking.school_of(request)
    shows: set[str] = request.scope["shows"]
    if form.get("kind") == "hide":
        shows.discard(str(school.folder))
        return RedirectResponse(asking.goal_of(form), 303)
    who = asking.reviewer(request)
    if not who:
        return RedirectResponse(f"/reviewer?next={quote(asking.goal_of(form), safe='')}", 303)
    try:
        await run_in_threadpool(keep_shown, school, who)
    except Refused as refused:
        raise HTTPException(refused.status, refused.message) from refused
    shows.add(str(school.folder))
    return RedirectResponse(asking.goal_of(form), 303)


async def check_again(request: Request) -> Response:
    """Checks the papers of a school again, with the corrections that are not in its result yet."""
    form, school = await asking.form_of(request), asking.school_of(request)
    await run_in_threadpool(rechecking.begin, request, school)
    return RedirectResponse(asking.goal_of(form), 303)


async def set_aside(request: Request) -> Response:
    """Moves the damaged part of the log away."""
    await asking.form_of(request)
    school = asking.school_of(request)
    await run_in_threadpool(set_log_aside, school.folder)
    return RedirectResponse(f"{asking.address(school)}history", 303)


async def export(request: Request) -> Response:
    """Writes the forms with the decisions, and the letter."""
    sent = await asking.form_of(request)
    school = asking.school_of(request)
    opened = await run_in_threadpool(school.open)
    try:
        chosen = letters.chosen_of(sent, pages.letter_items(opened)) if "letter" in sent else None
        await run_in_threadpool(exporting.export, school, chosen)
    except Refused as refused:
        return pages.export_page(request, school, refused.message, sent)
    return RedirectResponse(f"{request.url.path}?written=1", 303)


async def export_all(request: Request) -> Response:
    """Writes the forms of all schools, the table of their results, and the summary with the decisions."""
    await asking.form_of(request)
    try:
        await run_in_threadpool(exporting.export_all, asking.desk_of(request))
    except Refused as refused:
        raise HTTPException(refused.status, refused.message) from refused
    return RedirectResponse("/export?written=1", 303)


async def sign(request: Request) -> Response:
    """That a second person stands by what was decided."""
    form = await asking.form_of(request)
    who, school = asking.reviewer(request), asking.school_of(request)
    address = f"{asking.address(school)}export"
    if not who:
        return RedirectResponse(f"/reviewer?next={quote(address, safe='')}", 303)
    try:
        await run_in_threadpool(save_signature, school, form, who)
    except Refused as refused:
        return pages.export_page(request, school, refused.message)
    return RedirectResponse(address, 303)


async def name_reviewer(request: Request) -> Response:
    """Keeps the name, and goes back to where it was asked for."""
    form = await asking.form_of(request)
    name = mask_text(" ".join(form.get("name", "").split())[: asking.LONGEST_NAME])
    if not name:
        return pages.page(request, "reviewer.html", status=422, missing=True)
    answer = RedirectResponse(asking.goal_of(form), 303)
    answer.set_cookie(asking.REVIEWER, quote(name), max_age=YEAR, httponly=True, samesite="strict")
    return answer
