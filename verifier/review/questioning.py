"""The page of questions: what became of each, and what a reviewer says of one; what the school is asked, as a zip, and
what it sends back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verifier.bundle.formats import ARCHIVE_ENDINGS, endings_of
from verifier.errors import UsageError, VerifierError, WriteError
from verifier.files import write_whole
from verifier.files.manifest import noting
from verifier.files.origin import origin_of
from verifier.files.output_folder import EXPORT, QUESTIONS
from verifier.language.masking import mask_text
from verifier.model import QUESTION_KINDS, QuestionKind
from verifier.questions.keeping import Said, Standing, earlier_than, keep, stands, unread
from verifier.questions.receiving import take
from verifier.questions.sending import about, chosen, packed, tell_asked, text_of
from verifier.questions.states import STATES
from verifier.questions.told import told_taken
from verifier.review import asking, letters, pages, rechecking
from verifier.review.desk import School
from verifier.review.front import uploads
from verifier.review.front.asked import path_of, there
from verifier.review.refused import Refused
from verifier.review.saving import LONGEST
from verifier.review.views import Exact

SAYS: Mapping[QuestionKind, str] = {
    "asked": "已向学校提出",
    "answered": "学校已答复",
    "settled": "已解决",
    "given-up": "不再追问",
}
"""what a reviewer may say of a question"""


REPLIES = (*ARCHIVE_ENDINGS, *endings_of("sheet"))
"""endings of files that may be a reply by themselves"""


def shown(request: Request) -> Response:
    """All questions of a school, or those in one state."""
    return _page(request, asking.school_of(request), sent=request.query_params)


def _page(
    request: Request,
    school: School,
    refused: Refused | None = None,
    sent: Mapping[str, str] = {},
    taken: str = "",
) -> Response:
    """`refused`: why what was `sent` was not saved; `taken`: what became of a reply."""
    now, wanted = _standing(school), request.query_params.get("state", "")
    return pages.page(
        request,
        "questions.html",
        school,
        refused.status if refused else 200,
        questions=[each for each in now.questions if wanted in ("", each.state)],
        counts={state: sum(each.state == state for each in now.questions) for state in STATES},
        state=wanted,
        waiting=len(chosen(now)),
        changed=earlier_than(now),
        names=STATES,
        says=SAYS,
        refused=refused,
        sent=sent,
        written=(school.folder / EXPORT / QUESTIONS).is_file(),
        reply=Exact(sent.get("reply", "")),
        into=Exact(sent.get("into", _home_of(school))),
        taken=taken,
        unread=unread(now),
        can_check=rechecking.order_on(request, school) is not None,
        drop=uploads.drop(request, REPLIES) if request.app.state.door else None,
    )


def _home_of(school: School) -> str:
    """The folder with its papers; '' where they lie in an archive, or this machine doesn't know where."""
    home = origin_of(school.folder)
    return str(home) if home is not None and home.is_dir() else ""


def _standing(school: School) -> Standing:
    opened = school.open()
    return stands(school.folder, opened.result, opened.seen.result, opened.log, opened.rules.form)


async def say(request: Request) -> Response:
    """What a reviewer says of a question, or that what waits for the school is written to be handed out."""
    form, school = await asking.form_of(request), asking.school_of(request)
    who, home = asking.reviewer(request), f"{asking.address(school)}questions"
    if not who:
        return RedirectResponse(f"/reviewer?next={quote(home, safe='')}", 303)
    try:
        await run_in_threadpool(_kept, school, form, who)
    except Refused as refused:
        return _page(request, school, refused, form)
    state = form.get("state", "")
    return RedirectResponse(f"{home}?state={state}" if state in STATES else home, 303)


def _kept(school: School, form: Mapping[str, str], who: str) -> None:
    """Raises Refused, and nothing was written."""
    now = _standing(school)
    try:
        if form.get("kind") == "write":
            _write(school, now, who)
        else:
            keep(replace(now, head=form.get("head", "")), [_said(now, form)], who)
    except UsageError as fault:
        raise Refused(f"没有保存：{fault}。", 409) from fault
    except VerifierError as fault:
        raise Refused(f"没有保存：{fault}", 500) from fault


async def receive(request: Request) -> Response:
    """What the school sent back is taken in, as the command does; the page then says what came."""
    form, school = await asking.form_of(request), asking.school_of(request)
    who, home = asking.reviewer(request), f"{asking.address(school)}questions"
    if not who:
        return RedirectResponse(f"/reviewer?next={quote(home, safe='')}", 303)
    try:
        told = await run_in_threadpool(_taken, school, form, who)
    except Refused as refused:
        answer = _page(request, school, refused, form)
    else:
        answer = _page(request, school, taken=told)
    answer.headers["content-location"] = home
    return answer


def _taken(school: School, form: Mapping[str, str], who: str) -> str:
    """Chinese. Raises Refused."""
    try:
        into = path_of(form["into"]) if form.get("into", "").strip() else None
        return told_taken(take(_standing(school), there(form.get("reply", "")), who, into), into is not None)
    except WriteError as fault:
        raise Refused(f"没有收完：{fault}。", 500) from fault
    except VerifierError as fault:
        raise Refused(f"没有收：{fault}。") from fault


def _write(school: School, now: Standing, who: str) -> None:
    asked = chosen(now)
    content = packed(now, asked, letters.remembered(school.folder).deadline)
    tell_asked(now, who, asked)
    with noting(school.folder, [f"{EXPORT}/{QUESTIONS}"]):
        write_whole(school.folder / EXPORT / QUESTIONS, content)


def _said(now: Standing, form: Mapping[str, str]) -> Said:
    """What a form says. Raises Refused."""
    question = now.of(form.get("number", ""))
    kind = next((each for each in QUESTION_KINDS if each == form.get("kind")), None)
    if question is None or kind is None:
        raise Refused("没有这个问题，可能刚刚重新核验过，请刷新页面后重试。", 409)
    reason = mask_text(" ".join(form.get("reason", "").split()))[:LONGEST]
    if kind != "asked" and not reason:
        raise Refused("请写明学校怎样答复，或为什么算解决、不再追问。", 422)
    if kind != "asked":
        return Said(kind, question.number, reason)
    return Said(kind, question.number, text_of(question), hashes=about(question))
