"""The pages that are looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment
from jinja2.filters import do_urlencode
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from verifier.decisions import countersigned
from verifier.errors import UsageError
from verifier.language.masking import mask_numbers, mask_text
from verifier.model import CellRecord
from verifier.outputs import Wanted, may_earn_award, wanted, wording
from verifier.outputs.alike import common_year, more_than_once, year_doubt
from verifier.outputs.rendering import environment_of
from verifier.outputs.trend import trend
from verifier.outputs.urgency import VERDICTS
from verifier.record import read_years
from verifier.review import (
    asking,
    correcting,
    exporting,
    letters,
    log_lines,
    queue,
    rechecking,
    sweeping,
    views,
)
from verifier.review.desk import Opened, School
from verifier.review.refused import Refused
from verifier.review.sampling.looking import standing_of

HOME = Path(__file__).parent
QUEUE = views.Sought(queue="1").query


def schools(request: Request) -> Response:
    """The list of schools; of a single one the list of its cells. Before a desk is open, the front door."""
    if request.app.state.desk is None:
        return RedirectResponse("/home", 303)
    desk = asking.desk_of(request)
    if (alone := desk.alone) is not None:
        return RedirectResponse(asking.address(alone), 303)
    order = request.query_params.get("order", "")
    rows = views.in_order([views.school_row(school) for school in desk.schools.values()], order)
    waiting = queue.waiting(desk)
    answer = page(
        request,
        "schools.html",
        rows=rows,
        common=common_year(row.outline.year for row in rows if row.outline),
        twice=more_than_once(row.outline.school or "" for row in rows if row.outline),
        failed=desk.failed,
        order=order,
        waiting=waiting,
        said=_said(request),
    )
    _open_ahead(answer, next(iter(waiting), None))
    return answer


def _open_ahead(answer: Response, likely: queue.Waiting | None) -> None:
    """While the answer is read, the school is opened that is most likely looked at next."""
    if likely is not None:
        answer.background = BackgroundTask(_opened, likely.school)


def _opened(school: School) -> None:
    with suppress(UsageError):  # its page says so
        school.open()


def school(request: Request) -> Response:
    """The list of cells."""
    return school_page(request, asking.school_of(request))


def school_page(
    request: Request, own: School, refused: Refused | None = None, sent: Mapping[str, str] = {}
) -> Response:
    """The list of cells; `refused`: why what was `sent` was not saved."""
    opened, sought = own.open(), asking.sought(request)
    return page(
        request,
        "school.html",
        own,
        refused.status if refused else 200,
        refused=refused,
        sent=sent,
        cells=sought.found(opened),
        sought=sought,
        codes=views.codes(opened),
        assured=standing_of(own),
        trend=trend(opened.result, read_years(own.folder)),
        said=_said(request, own),
    )


def cell(request: Request) -> Response:
    """A cell, for whoever has given a name."""
    if not asking.reviewer(request):
        goal = f"{request.url.path}{asking.sought(request).query}"
        return RedirectResponse(f"/reviewer?next={quote(goal, safe='')}", 303)
    return cell_page(request, asking.school_of(request))


def cell_page(
    request: Request, school: School, refused: Refused | None = None, sent: Mapping[str, str] = {}
) -> Response:
    """The page of a cell; `refused`: why what was `sent` was not saved."""
    opened, sought = school.open(), asking.sought(request)
    cell = opened.cell(request.path_params["cell"])
    if cell is None:
        raise HTTPException(404, "没有这项指标。")
    state, lines = opened.states[cell.id], log_lines.lines(opened, cell.id)
    ahead = queue.waiting(asking.desk_of(request)) if sought.queue else ()
    before, after = _in_queue(ahead, school, cell.id) if sought.queue else _neighbours(school, cell, sought, opened)
    at = queue.place_of(ahead, school, cell.id)
    answer = page(
        request,
        "cell.html",
        school,
        refused.status if refused else 200,
        cell=cell,
        state=state,
        group=next(group for group in opened.result.groups if group.id == cell.group),
        **_shown_paper(request, cell, opened),
        lines=lines,
        stale=[line for line in reversed(lines) if line.decision in state.stale],
        changes={line.decision.line: views.changes_since(line.decision, cell, opened) for line in lines},
        before=before,
        after=after,
        waiting=len(ahead),
        reason="" if at is None else ahead[at].reason,
        sought=sought,
        refused=refused,
        sent=sent,
        said=_said(request, school),
        last=correcting.last_undoable(opened, cell.id),
    )
    _open_ahead(answer, queue.following(ahead, school, cell.id))
    return answer


@dataclass(frozen=True, slots=True)
class Step:
    """The cell before or after."""

    address: str
    text: str


def _neighbours(school: School, cell: CellRecord, sought: views.Sought, opened: Opened) -> list[Step | None]:
    """Among the cells that are looked for if this is one of them, else among all."""
    around = sought.found(opened)
    ids = [each.id for each in (around if cell in around else opened.cells)]
    both = views.neighbours(ids, ids.index(cell.id))
    return [Step(_exact(asking.address(school, each), sought.query), each) if each else None for each in both]


def _in_queue(ahead: Sequence[queue.Waiting], school: School, cell: str) -> list[Step | None]:
    """The one before in the queue, and the one that follows it."""
    at = queue.place_of(ahead, school, cell)
    both = (ahead[at - 1] if at else None, queue.following(ahead, school, cell))
    return [
        Step(_exact(asking.address(each.school, each.cell), QUEUE), f"{each.title} {each.cell}") if each else None
        for each in both
    ]


def _exact(address: str, query: str) -> str:
    return views.Exact(f"{address}{query}")


def _shown_paper(request: Request, cell: CellRecord, opened: Opened) -> dict[str, object]:
    """The papers of a cell, the one that is shown, and the picture of its page or its text."""
    every = views.papers(cell, opened)
    if not every:
        return {"papers": every, "paper": None, "fixing": None}
    paper = every[min(asking.number(request, "piece") or 1, len(every)) - 1]
    sheet = views.sheet(paper, opened, asking.number(request, "page"))
    return {
        "papers": every,
        "paper": paper,
        "sheet": sheet,
        "fixing": sheet.fixing(asking.number(request, "fix")) if sheet else None,
        "parts": views.parts(paper, opened),
        "original": views.original_of(paper, opened),
    }


@dataclass(frozen=True, slots=True)
class Said:
    """The decision that was just written."""

    line: log_lines.Line
    school: str
    """its title where another school is shown now"""
    address: str


def _said(request: Request, school: School | None = None) -> Said | None:
    """Of the school that the address names, else of the one that is shown."""
    line = request.query_params.get("said", "")
    own = asking.schools_of(request).get(request.query_params.get("of", "")) or school
    if not line or own is None:
        return None
    opened = own.open()
    found = next((each for each in log_lines.lines(opened) if each.decision.line.startswith(line)), None)
    if found is None:
        return None
    address = _exact(asking.address(own, found.decision.indicator), asking.sought(request).query)
    return Said(found, "" if own is school else opened.result.school.name or own.name, address)


def sweep(request: Request, changed: bool = False) -> Response:
    """What one action would decide, or did; `changed`: the list is not the one that was confirmed."""
    schools = asking.swept_schools(request)
    own = schools[0] if "school" in request.path_params else None
    lot, kind = request.query_params.get("lot", ""), sweeping.kind_of(request.query_params.get("kind", ""))
    listed = sweeping.items(schools, kind) if kind and not lot else ()
    if not (lot or kind):
        raise HTTPException(404, "没有这个页面。")
    return page(
        request,
        "sweep.html",
        own,
        409 if changed else 200,
        title=sweeping.TITLES[kind] if kind else "整批撤销",
        note=sweeping.NOTES[kind] if kind else "",
        kind=kind,
        listed=listed,
        digest=sweeping.digest(listed),
        lot=views.Exact(lot),
        made=sweeping.made_in(schools, lot) if lot else None,
        changed=changed,
        home=asking.address(own) if own else "/",
        **{name: asking.number(request, name) or 0 for name in ("undone", "differs", "failed")},
    )


def history(request: Request) -> Response:
    """All decisions on a school."""
    own = asking.school_of(request)
    return page(request, "history.html", own, lines=log_lines.lines(own.open()))


def reviewer(request: Request) -> Response:
    """Where a reviewer gives a name."""
    return page(request, "reviewer.html")


def export(request: Request) -> Response:
    """What the letter may ask for, and what was exported."""
    return export_page(request, asking.school_of(request))


def export_page(request: Request, school: School, refused: str = "", sent: Mapping[str, str] | None = None) -> Response:
    """The page of the export; `refused`: why what was `sent` was not written."""
    opened = school.open()
    items, kept = letter_items(opened), letters.remembered(school.folder)
    return page(
        request,
        "export.html",
        school,
        422 if refused else 200,
        files=exporting.exported(school),
        written=bool(request.query_params.get("written")),
        parts=[(title, list(own)) for title, own in groupby(items, key=lambda each: each.part)],
        ticked={
            each.key for each in items if (kept.has(each) if sent is None else f"{letters.ITEM}{each.key}" in sent)
        },
        deadline=(kept.deadline or "") if sent is None else sent.get("deadline", ""),
        earns=may_earn_award(opened.result),
        refused=refused,
        signature=countersigned(opened.log, opened.seen.result) if opened.rules.countersign else None,
        ITEM=letters.ITEM,
    )


def letter_items(opened: Opened) -> tuple[Wanted, ...]:
    """What the letter to a school may ask for."""
    form = opened.rules.form
    return wanted(opened.result, form.letter) if form else ()


def export_all(request: Request) -> Response:
    """What was exported of all schools together."""
    desk = asking.desk_of(request)
    if (alone := desk.alone) is not None:
        return RedirectResponse(f"{asking.address(alone)}export", 303)
    rows = [views.school_row(school) for school in desk.schools.values()]
    files, written = exporting.exported_of_all(desk), bool(request.query_params.get("written"))
    return page(request, "export_all.html", rows=rows, failed=desk.failed, files=files, written=written)


def page(request: Request, template: str, school: School | None = None, status: int = 200, **more: object) -> Response:
    """A page of a template, with what all of them show."""
    hides = school is not None and asking.hides(request, school)
    query = f"?{request.url.query}" if request.url.query else ""
    told: dict[str, object] = {
        "hides": hides,
        "school": school,
        "opened": school.open() if school else None,
        "pending": rechecking.pending(request, school) if school else None,
        "csrf": asking.csrf_of(request) if request.app.state.desk else "",
        "door": request.app.state.door,
        "reviewer": asking.reviewer(request),
        "many": len(asking.schools_of(request)) > 1,
        "address": asking.back(request),
        "itself": _exact(request.url.path.removesuffix("/decide"), query),
    }
    return HTMLResponse(_environment(hides).get_template(template).render(told | more), status)


@cache
def _environment(hides: bool) -> Environment:
    """The templates; where personal data is hidden, whatever they print is masked, but for what is exact."""
    environment = environment_of(HOME / "templates")
    if hides:
        environment.finalize = lambda value: mask_numbers(wording.clean(value)) if type(value) is str else value
    environment.filters |= {"exact": views.Exact, "urlencode": lambda text: views.Exact(do_urlencode(text))}
    environment.filters |= {"citation": wording.citation, "points": views.points, "masked": mask_text}
    environment.globals |= {
        "STATES": views.STATES,
        "KINDS": log_lines.KINDS,
        "ORDERS": views.ORDERS,
        "VERDICTS": VERDICTS,
        "year_doubt": year_doubt,
    }
    environment.globals |= {"USUAL_REASON": correcting.USUAL_REASON, "QUEUE": QUEUE, "address_of": asking.address}
    return environment
