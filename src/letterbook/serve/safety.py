"""What every request and every answer must keep to, whatever page it is.

The address must be one of ours (or a page elsewhere could have its name lead here and read the
letters), a body is bounded in size and time before any page sees it, and each answer forbids
whatever a page of ours does not need: no script, style or picture but from `/static`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join((
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "font-src 'self'",
    "img-src 'self'", "connect-src 'none'", "form-action 'self'", "base-uri 'none'",
    "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
BODY = 2_000_000  # bytes: a long brief is a tenth of it
PATIENCE = 20.0  # seconds in which a body must have come
ADDRESS = 6_000  # bytes of path and query


class Guard:
    """Lets through what keeps to the rules, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], body: int = BODY) -> None:
        """`hosts`: the names under which the room answers, without port."""
        self.app = app
        self.hosts = frozenset(host.lower().strip("[]") for host in hosts)
        self.body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                _dress(MutableHeaders(scope=message), scope["path"])
            await send(message)

        refused = self._refused(scope)
        if refused is None and scope["method"] not in ("GET", "HEAD"):
            body = await self._whole(receive)
            refused = body if isinstance(body, PlainTextResponse) else None
            receive = _replayed(body) if isinstance(body, bytes) else receive
        await (refused or self.app)(scope, receive, sent)

    def _refused(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if name_of(headers.get("host", "")) not in self.hosts:
            return _said("The reading room does not answer under this name.", 421)
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > ADDRESS:
            return _said("The address is too long.", 414)
        size = headers.get("content-length", "0")
        if not size.isdigit() or int(size[:12]) > self.body:
            return _said(f"More than {self.body:,} bytes are not taken.", 413)
        return None

    async def _whole(self, receive: Receive) -> bytes | PlainTextResponse:
        """The body, or what is said when it is too large, too slow, or broken off."""
        parts = bytearray()
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return _said("The sender hung up.", 400)
                    parts += message.get("body", b"")
                    if len(parts) > self.body:
                        return _said(f"More than {self.body:,} bytes are not taken.", 413)
                    if not message.get("more_body"):
                        return bytes(parts)
        except TimeoutError:
            return _said("That took too long to arrive.", 408)


def name_of(host: str) -> str:
    """A Host header without its port.

    >>> name_of("[::1]:8777"), name_of("Localhost:80")
    ('::1', 'localhost')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def _replayed(body: bytes) -> Receive:
    told = False

    async def receive() -> Message:
        nonlocal told
        if told:
            return {"type": "http.disconnect"}
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _dress(headers: MutableHeaders, path: str) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    if path.startswith("/static/"):
        headers["Cache-Control"] = "public, max-age=86400"
    elif "cache-control" not in headers:
        headers["Cache-Control"] = "private, no-cache"


def _said(words: str, status: int) -> PlainTextResponse:
    return PlainTextResponse(words + "\n", status)
