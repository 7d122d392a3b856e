"""The page of questions: what became of each, and what a reviewer says of one; what the school is asked, as a zip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verifier.errors import UsageError, VerifierError
from verifier.files import write_whole
from verifier.files.manifest import noting
from verifier.files.output_folder import EXPORT, QUESTIONS
from verifier.language.masking import mask_text
from verifier.model import QUESTION_KINDS, QuestionKind
from verifier.questions.keeping import Said, Standing, earlier_than, keep, stands
from verifier.questions.sending import about, chosen, packed, tell_asked, text_of
from verifier.questions.states import STATES
from verifier.review import asking, letters, pages
from verifier.review.desk import School
from verifier.review.refused import Refused
from verifier.review.saving import LONGEST

SAYS: Mapping[QuestionKind, str] = {
    "asked": "已向学校提出",
    "answered": "学校已答复",
    "settled": "已解决",
    "given-up": "不再追问",
}
"""what a reviewer may say of a question"""


def shown(request: Request) -> Response:
    """All questions of a school, or those in one state."""
    return _page(request, asking.school_of(request))


def _page(
    request: Request, school: School, refused: Refused | None = None, sent: Mapping[str, str] | None = None
) -> Response:
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
        sent=sent or {},
        written=(school.folder / EXPORT / QUESTIONS).is_file(),
    )


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
