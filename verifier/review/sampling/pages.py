"""抽查: readings on which points hang, one after another beside the picture, judged right or wrong with one key."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verifier import assuring
from verifier.errors import VerifierError
from verifier.review import asking, pages
from verifier.review.desk import School
from verifier.review.refused import Refused
from verifier.review.sampling import looking

USUAL_SIZE, MOST = 60, 10_000


def show(request: Request) -> Response:
    """The reading that waits, or the one that the address names; what the sample says where all are judged."""
    if not asking.reviewer(request):
        return RedirectResponse(f"/reviewer?next={quote(request.url.path, safe='')}", 303)
    return page(request, asking.school_of(request))


def show_all(request: Request) -> Response:
    """How surely each school was read, those to sample more first."""
    desk = asking.desk_of(request)
    if (alone := desk.alone) is not None:
        return RedirectResponse(f"{asking.address(alone)}assure", 303)
    rows = assuring.schools_assured([school.folder for school in desk.schools.values()])
    return pages.page(request, "assure_all.html", rows=rows, goal=assuring.GOAL)


def page(request: Request, school: School, refused: Refused | None = None) -> Response:
    """The page of the sample; `refused`: why what was sent was not kept."""
    opened = school.open()
    fault, standing = "", None
    try:
        standing = assuring.standing(school.folder, opened.judged, opened.seen.result)
    except assuring.UnreadableSample as unreadable:
        fault = str(unreadable)
    many = len(assuring.readings_of(opened.judged))
    at = request.query_params.get("at", "")
    key = next((each for each in (at, *standing.waiting) if each in standing.readings), "") if standing else ""
    reading = standing.readings[key] if standing and key else None
    last = standing.readings.get(standing.last.key) if standing and standing.last else None
    return pages.page(
        request,
        "assure.html",
        school,
        refused.status if refused else 200,
        standing=standing,
        fault=fault,
        refused=refused,
        looked=looking.looked_at(opened, school, reading) if reading else None,
        again=at if reading and at == key else "",
        last=looking.looked_at(opened, school, last) if last else None,
        wrong=looking.wrong_in(opened, school, standing) if standing else (),
        many=many,
        usual=USUAL_SIZE,
        needed=assuring.size_for(many),
    )


async def send(request: Request) -> Response:
    """A sample is drawn, an answer is kept or taken back."""
    form = await asking.form_of(request)
    who = asking.reviewer(request)
    if not who:
        return RedirectResponse(f"/reviewer?next={quote(request.url.path, safe='')}", 303)
    return await run_in_threadpool(_sent, request, form, who)


def _sent(request: Request, form: Mapping[str, str], who: str) -> Response:
    school = asking.school_of(request)
    try:
        _kept(school, form, who)
    except Refused as refused:
        answer = page(request, school, refused)
        answer.headers["content-location"] = request.url.path
        return answer
    return RedirectResponse(request.url.path, 303)


def _kept(school: School, form: Mapping[str, str], who: str) -> None:
    """Raises Refused, and nothing was kept."""
    opened = school.open()
    kind, seed, key = (form.get(name, "") for name in ("kind", "seed", "key"))
    try:
        if kind == "draw":
            drawn = assuring.Draw(secrets.token_hex(4), _size(form), opened.seen.result, who, _now(), 0, (), ())
            return assuring.draw(school.folder, opened.judged, drawn, _again)
        now = assuring.standing(school.folder, opened.judged, opened.seen.result)
        if now is None or not now.is_current or kind not in ("right", "wrong", "back"):
            raise assuring.NotAsked
        if kind == "back":
            return assuring.take_back(school.folder, seed, key)
        return assuring.answer(school.folder, seed, assuring.Answer(key, kind == "right", who, _now()))
    except assuring.NotAsked:
        raise Refused("刚刚另抽过一次样，或重新核验过，这一处没有记下。请看过现在的抽样后再判断。", 409) from None
    except (assuring.UnreadableSample, VerifierError) as fault:
        raise Refused(f"没有记下：{fault}", 409) from fault


def _again(pages: Sequence[assuring.Lines]) -> Sequence[Sequence[str] | None]:
    from verifier import batch  # it brings all that reads papers: the page opens without

    return batch.said_again(pages)


def _size(form: Mapping[str, str]) -> int:
    text = form.get("size", "")
    if not text.isdecimal() or not 0 < int(text[:9]) <= MOST:
        raise Refused(f"抽查的处数应是1至{MOST}之间的整数。")
    return int(text)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
