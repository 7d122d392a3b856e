"""What a request asks for: which school, which cells, in whose name."""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request

from verifier.language.masking import mask_text
from verifier.review.desk import Desk, School
from verifier.review.views import Exact, Sought

if TYPE_CHECKING:
    from verifier.review.front.door import Door

REVIEWER = "verifier-reviewer"
"""the cookie"""
LONGEST_NAME = 30
MOST_BYTES = 65536
"""of a form"""


def desk_of(request: Request) -> Desk:
    """The desk that is open. Raises HTTPException before one is."""
    desk: Desk | None = request.app.state.desk
    if desk is None:
        raise HTTPException(404, "还没有打开核验结果，请先在首页打开一份。")
    return desk


def schools_of(request: Request) -> Mapping[str, School]:
    """Those of the desk; none before one is open."""
    desk: Desk | None = request.app.state.desk
    return desk.schools if desk else {}


def door_of(request: Request) -> Door:
    door: Door = request.app.state.door
    return door


def csrf_of(request: Request) -> str:
    """What the forms of a desk's pages show: a page of another desk, left open in a window, is of no use for this."""
    told = hmac.new(request.scope["csrf"].encode(), str(desk_of(request).folder).encode(), sha256).hexdigest()
    return Exact(told)


def school_of(request: Request) -> School:
    """The school that the address names. Raises HTTPException when there is none."""
    school = desk_of(request).schools.get(request.path_params["school"])
    if school is None:
        raise HTTPException(404, "没有这所学校的结果。")
    return school


def swept_schools(request: Request) -> Sequence[School]:
    """The school that the address names, else all."""
    return [school_of(request)] if "school" in request.path_params else list(desk_of(request).schools.values())


def hides(request: Request, school: School) -> bool:
    """Whether personal data that stands in a result is kept from this browser."""
    return school.open().result.unmasked and str(school.folder) not in request.scope["shows"]


def sought(request: Request) -> Sought:
    """What is looked for among the cells."""
    asked = request.query_params
    queue = "1" if asked.get("queue") else ""
    return Sought(asked.get("q", "").strip(), asked.get("flag", ""), asked.get("state", ""), queue)


def number(request: Request, name: str) -> int | None:
    """A number from 1 in the address."""
    text = request.query_params.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 7 and int(text) else None


def reviewer(request: Request) -> str:
    """The name; '' before one was given."""
    return mask_text(unquote(request.cookies.get(REVIEWER, ""))[:LONGEST_NAME])


def goal_of(form: Mapping[str, str]) -> str:
    """The address on this page that a form leads to."""
    goal = form.get("next", "/")
    return goal if goal.startswith("/") and not goal.startswith("//") and "\\" not in goal else "/"


def back(request: Request) -> str:
    """The address to come back to after a detour."""
    return request.query_params.get("next") or request.url.path


async def form_of(request: Request, *csrf: str) -> dict[str, str]:
    """The fields of a form of this very page, which shows one of `csrf`, else that of the desk. Raises HTTPException
    for one from elsewhere."""
    if int(request.headers.get("content-length") or MOST_BYTES + 1) > MOST_BYTES:
        raise HTTPException(413, "提交的内容太长。")
    form = dict(parse_qsl((await request.body()).decode("utf-8", "replace"), keep_blank_values=True))
    shown = form.get("csrf", "").encode()
    if not any(hmac.compare_digest(shown, each.encode()) for each in csrf or (csrf_of(request),)):
        raise HTTPException(403, "页面已过期，请刷新后重试。")
    return form


def address(school: School, cell: str = "") -> str:
    """Of a cell of a school; of the list of its cells when none is named."""
    return Exact(f"/school/{quote(school.name, safe='')}/{cell}")
