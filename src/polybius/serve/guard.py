"""What every request passes: only GET, short addresses, known hosts, the token when there is one; and the headers of every answer."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "polybius"
HEADER = "x-polybius-token"
LONGEST_PATH, LONGEST_QUERY = 200, 8000  # characters
LOCAL = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Refuses what isn't allowed before anything else looks at it. ``hosts`` None takes any Host header (then ``token`` must be set)."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str] | None, token: str | None) -> None:
        if hosts is None and not token:
            raise ValueError("any host may ask only with a token")
        self._app, self._hosts, self._token = app, hosts, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request itself, or passes it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store" if self._token else "no-cache")
            await send(message)

        refused = self._refusal(scope)
        await (refused or self._app)(scope, receive, told)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("only GET: the explorer changes nothing", 405, {"allow": "GET, HEAD"})
        if len(scope["path"]) > LONGEST_PATH or len(scope["query_string"]) > LONGEST_QUERY:
            return PlainTextResponse("the address is too long: ask for fewer filters", 414)
        if self._hosts is not None and _name(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("unknown host: open the address that polybius serve printed", 400)
        if self._token and not self._known(scope, headers):
            return PlainTextResponse("a token is needed: open the address that polybius serve printed", 401)
        return None

    def _known(self, scope: Scope, headers: Headers) -> bool:
        if scope["path"] == "/enter":  # where the token is shown and the cookie given
            return True
        given = [headers.get(HEADER, ""), headers.get("authorization", "").removeprefix("Bearer "), cookie(headers)]
        return any(matches(g, self._token) for g in given)


def cookie(headers: Headers) -> str:
    """The token that a browser brings back."""
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return held.value if held else ""


def matches(given: str, token: str | None) -> bool:
    """Whether a token is the right one, in constant time."""
    return bool(token) and hmac.compare_digest(given.encode(), (token or "").encode())


def _name(host: str) -> str:
    """The host without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()
