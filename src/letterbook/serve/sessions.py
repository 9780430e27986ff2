"""Who may correct: a signed cookie, a token in each form, and a password where one is needed.

A browser sends its cookies along with whatever page asks it to. So a correction must come from a
page of ours (its Origin) and hold a token that only our pages show.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import deque
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from letterbook.serve.safety import name_of
from letterbook.serve.settings import Settings, fits

COOKIE = "letterbook"
TRIES, WINDOW = 8, 60.0  # wrong passwords in so many seconds; then the door stays shut a while


def begin(request: Request, settings: Settings) -> str:
    """The visitor's session, a new one if there is none: a random name, "+" when signed in."""
    name = _opened(request.cookies.get(COOKIE, ""), settings.secret)
    return name or secrets.token_urlsafe(18)


def keep(response: Response, session: str, settings: Settings) -> None:
    """Have the browser keep the session: sent to us only, never shown to a script."""
    value = f"{session}.{_signed(session, settings.secret)}"
    response.set_cookie(COOKIE, value, httponly=True, samesite="strict", path="/")


def token(session: str, settings: Settings) -> str:
    """What a form must hold to be taken from this session."""
    return _signed("form " + session, settings.secret)


def may_edit(session: str, settings: Settings) -> bool:
    """Whether this session may correct: the room allows it, and the password was given if any."""
    return settings.edit and (not settings.password or session.endswith("+"))


def from_here(request: Request, settings: Settings, strictly: bool = True) -> bool:
    """Whether a form was sent by a page of ours: Origin, or where it is not given, Referer.

    Not `strictly`, a program that says neither is let in: browsers always say where a form is from.
    """
    said = request.headers.get("origin") or request.headers.get("referer") or ""
    if not said:
        return not strictly
    host = request.headers.get("host", "")
    try:
        place = urlsplit(said).netloc
    except ValueError:  # "http://[" is no address
        return False
    return bool(host) and place == host and name_of(host) in settings.hosts


def genuine(given: str, session: str, settings: Settings) -> bool:
    """Whether a form holds this session's token."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), token(session, settings).encode())


class Door:
    """Takes passwords; after a few wrong ones within a minute it takes none for a while."""

    def __init__(self) -> None:
        """Nobody has tried yet."""
        self._wrong: deque[float] = deque(maxlen=TRIES)

    def opens(self, password: str, settings: Settings) -> bool | None:
        """Whether the password is right; None while too many wrong ones were tried."""
        now = time.monotonic()
        if len(self._wrong) == TRIES and now - self._wrong[0] < WINDOW:
            return None
        if fits(password[:1000], settings.password):
            return True
        self._wrong.append(now)
        return False


def _signed(words: str, secret: bytes) -> str:
    return hmac.new(secret, words.encode(), hashlib.sha256).hexdigest()


def _opened(cookie: str, secret: bytes) -> str:
    """The session of a cookie that we signed; "" for any other."""
    name, _, signature = cookie.rpartition(".")
    right = _signed(name, secret) if name.isascii() else ""
    return (
        name
        if right and hmac.compare_digest(signature.encode("utf-8", "replace"), right.encode())
        else ""
    )
