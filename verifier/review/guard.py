"""Who may ask: one browser at a time is let in by a one-time token; nothing from elsewhere gets an answer."""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
PAGE = """<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>无法打开 · 审核</title>{style}</head>
<body><main><h1>无法打开</h1><p>{text}</p>{back}</main></body>
</html>
"""
ENTRANCE = """<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/"><title>审核</title></head>
<body><p><a href="/">打开审核页</a></p></body>
</html>
"""
"""A page that leads on. Where the browser came from a file, it would not send the cookie of a redirect."""
NAMES = ("127.0.0.1", "localhost")


TOKEN_LASTS, SESSION_LASTS = 15 * 60, 12 * 60 * 60
"""seconds: until a token is used, and since a session was last seen"""


@dataclass(slots=True)
class Session:
    csrf: str
    seen: float
    """by `Keys.clock`, when it was last seen"""
    shows: set[str] = field(default_factory=set)
    """output folders whose personal data this browser shows"""


@dataclass(slots=True)
class Keys:
    """The token that opens the door once and for a while, and the sessions that came in by one."""

    token: str = ""
    made: float = 0.0
    sessions: dict[str, Session] = field(default_factory=dict)
    announce: Callable[[str], None] = lambda token: None
    """told each new token; when one is used or has lapsed the next is made, for another browser"""
    clock: Callable[[], float] = time.monotonic

    def renew(self) -> str:
        self.token, self.made = secrets.token_urlsafe(24), self.clock()
        self.announce(self.token)
        return self.token

    def exchange(self, token: str) -> str | None:
        """A new session for the right token; None for a wrong one, and for one that has lapsed."""
        if not self.token or not hmac.compare_digest(token.encode(), self.token.encode()):
            return None
        lapsed = self.clock() - self.made > TOKEN_LASTS
        self.renew()
        if lapsed:
            return None
        session = secrets.token_urlsafe(24)
        self.sessions[session] = Session(secrets.token_urlsafe(24), self.clock())
        return session

    def csrf_of(self, session: str) -> str | None:
        """The CSRF token of a session that is known and was seen not too long ago."""
        now = self.clock()
        for old in [each for each, known in self.sessions.items() if now - known.seen > SESSION_LASTS]:
            del self.sessions[old]
        known = self.sessions.get(session)
        if known is None:
            return None
        known.seen = now
        return known.csrf


def cookie_name(port: int) -> str:
    """Cookies don't know ports: two desks on one machine must not share one."""
    return f"verifier-{port}"


class Guard:
    """Lets through what comes from this machine's own page with a session, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self.app, self.keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers refusals itself."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._answer(scope)
        await (answer or self.app)(scope, receive, with_headers)

    def _answer(self, scope: Scope) -> Response | None:
        """A refusal or the way in; None lets the request through, with what is known of its session in the scope."""
        headers = Headers(scope=scope)
        port = scope["server"][1]
        hosts = {f"{name}:{port}" for name in NAMES}
        if headers.get("host") not in hosts:
            return _refused("网址不对，请使用命令行中给出的地址。")
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            return _refused("这个请求来自其他网页，已拒绝。")
        session = cookie_parser(headers.get("cookie", "")).get(cookie_name(port), "")
        csrf = self.keys.csrf_of(session)
        if csrf is None:
            return self._let_in(scope, port)
        scope["csrf"], scope["shows"] = csrf, self.keys.sessions[session].shows
        return None

    def _let_in(self, scope: Scope, port: int) -> Response:
        """A session for whoever shows the token."""
        enters = scope["path"] == "/" and scope["method"] == "GET"  # HEAD only looks whether there is a page
        token = parse_qs(scope["query_string"].decode("latin-1")).get("token") if enters else None
        if not token:
            return _refused("没有登录，请使用命令行中给出的地址，或从快捷方式重新打开。")
        session = self.keys.exchange(token[0])
        if session is None:
            return _refused("这个地址已经用过或已失效，请使用命令行中最新给出的地址，或从快捷方式重新打开。")
        came_by_link = Headers(scope=scope).get("sec-fetch-site", "none") != "none"
        answer = HTMLResponse(ENTRANCE) if came_by_link else RedirectResponse("/", 303)
        answer.set_cookie(cookie_name(port), session, httponly=True, samesite="strict")
        return answer


def fault_page(text: str, status: int, home: str = "") -> Response:
    """A page that says what went wrong and leads back to `home`, if there is a way back; it needs no template."""
    back = f'<p><a href="{escape(home)}">返回列表</a></p>' if home else ""
    style = '<link rel="stylesheet" href="/static/review.css">' if home else ""
    return HTMLResponse(PAGE.format(text=escape(text), back=back, style=style), status)


def _refused(text: str) -> Response:
    return fault_page(text, 403)
