"""What a request asks for: which school, which cells, in whose name."""

from __future__ import annotations

import hmac
from urllib.parse import parse_qsl, quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request

from verifier.language.masking import mask_text
from verifier.review.desk import Desk, School
from verifier.review.views import Sought

REVIEWER = "verifier-reviewer"
"""the cookie"""
LONGEST_NAME = 30
MOST_BYTES = 65536
"""of a form"""


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def school_of(request: Request) -> School:
    """The school that the address names. Raises HTTPException when there is none."""
    school = desk_of(request).schools.get(request.path_params["school"])
    if school is None:
        raise HTTPException(404, "没有这所学校的结果。")
    return school


def sought(request: Request) -> Sought:
    """What is looked for among the cells."""
    asked = request.query_params
    return Sought(asked.get("q", "").strip(), asked.get("flag", ""), asked.get("state", ""))


def number(request: Request, name: str) -> int | None:
    """A number from 1 in the address."""
    text = request.query_params.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 7 and int(text) else None


def reviewer(request: Request) -> str:
    """The name; '' before one was given."""
    return mask_text(unquote(request.cookies.get(REVIEWER, ""))[:LONGEST_NAME])


def back(request: Request) -> str:
    """The address to come back to after a detour."""
    return request.query_params.get("next") or request.url.path


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form of this very page. Raises HTTPException for one from elsewhere."""
    if int(request.headers.get("content-length") or MOST_BYTES + 1) > MOST_BYTES:
        raise HTTPException(413, "提交的内容太长。")
    form = dict(parse_qsl((await request.body()).decode("utf-8", "replace"), keep_blank_values=True))
    if not hmac.compare_digest(form.get("csrf", "").encode(), request.scope["csrf"].encode()):
        raise HTTPException(403, "页面已过期，请刷新后重试。")
    return form


def address(school: School, cell: str = "") -> str:
    """Of a cell of a school; of the list of its cells when none is named."""
    return f"/school/{quote(school.name, safe='')}/{cell}"
