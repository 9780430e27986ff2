"""The application: which address is which page, and how a page is asked and sent."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from letterbook.model import LetterbookError
from letterbook.serve import sessions
from letterbook.serve.answer import Ask, Made, Page, make, send, wants_json
from letterbook.serve.pages import Place, places
from letterbook.serve.pages.letter import page as letter_page
from letterbook.serve.safety import Guard
from letterbook.serve.sessions import Door
from letterbook.serve.settings import Settings
from letterbook.serve.shelf import Shelf

THREADS = (
    4  # that answer at one time; each has the record open. More would only share one processor
)
SLOW = 2  # of what may take seconds (writing, checking), so that a letter never waits for it
SECONDS = 30.0  # a question to the record may take
ROOM = "LETTERBOOK_ROOM"
"""The variable of the environment through which `opened` has its settings."""


def application(settings: Settings) -> Starlette:
    """The reading room of a letterbook, to be run by any ASGI server."""
    room = Room(settings, Shelf(settings.book), Door())
    routes = [Mount("/static", StaticFiles(packages=[("letterbook.serve", "static")]))]
    return Starlette(
        routes=[*routes, *room.routes()],
        middleware=[Middleware(Guard, hosts=settings.hosts)],
        exception_handlers={HTTPException: room.lost},
        lifespan=room.open,
    )


def opened() -> Starlette:
    """The same in another process: its settings come through the environment."""
    return application(Settings.loads(os.environ[ROOM]))


@dataclass(frozen=True, slots=True)
class Room:
    """The pages of one book."""

    settings: Settings
    shelf: Shelf
    door: Door
    slow: list[CapacityLimiter] = field(default_factory=list)

    @asynccontextmanager
    async def open(self, app: Starlette) -> AsyncIterator[None]:
        """From the first request to the last."""
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        self.slow.append(CapacityLimiter(SLOW))  # one belongs to the loop it is made in
        threading.Thread(target=self._warm, daemon=True).start()
        yield

    def _warm(self) -> None:
        """Work out what the pages of the menu need, so that nobody waits for it.

        In a record of thirty thousand letters the list of missing ones takes some seconds.
        """
        with suppress(LetterbookError):  # the page will say what is wrong
            book = self.shelf.book()
            for place in places(self.settings.edit):
                if (place.menu or place.path == "/due") and not place.writes:
                    place.page(Ask(book, self.shelf, self.settings, {}, {}))
            for letter in book.at(book.order()[:1]):  # loads citing, and the lists of offices
                letter_page(Ask(book, self.shelf, self.settings, {"id": letter.id}, {}))
            for path in sorted({source.path for source in book.sources(form="list")}):
                book.listed(path)  # "To the Ambassador": who that was, by the lists of a volume

    def routes(self) -> list[Route]:
        """Each page at its address, and at the same with `.json`."""
        made = []
        for place in places(self.settings.edit):
            if place.writes:
                made.append(Route(place.path, self._taking(place), methods=["POST"]))
                continue
            if place.plain:
                path = "/index.json" if place.path == "/" else place.path + ".json"
                made.append(Route(path, self._showing(place), methods=["GET"]))
            made.append(Route(place.path, self._showing(place), methods=["GET"]))
        return made

    def _showing(self, place: Place) -> Callable[[Request], Awaitable[Response]]:
        async def show(request: Request) -> Response:
            return await self._answered(place, self._shown, place, request)

        return show

    async def _answered(
        self, place: Place, answer: Callable[..., Response], *given: object
    ) -> Response:
        """Worked out in a thread; what may take long has threads of its own."""
        limiter = self.slow[-1] if place.slow and self.slow else None
        return await to_thread.run_sync(answer, *given, limiter=limiter)

    def _shown(self, place: Place, request: Request) -> Response:
        session = sessions.begin(request, self.settings)
        try:
            if self.settings.edit:
                made = self._made(place, request, session)
            else:
                asked = (request.url.path, request.url.query, wants_json(request))
                made = self.shelf.page(asked, lambda: self._made(place, request, session))
        except LetterbookError as error:
            return self._wrong(request, session, error, place.lost)
        return self._sent(made, request, session)

    def _made(self, place: Place, request: Request, session: str) -> Made | str:
        """The answer, worked out; an address where somebody is sent on."""
        ask = self._ask(request, session)
        with ask.book.within(SECONDS):
            page = place.page(ask)
        plain = wants_json(request)
        return page if isinstance(page, str) else make(page, plain, self._shared(session))

    def _ask(self, request: Request, session: str, form: Mapping[str, str] | None = None) -> Ask:
        editing = sessions.may_edit(session, self.settings)
        return Ask(self.shelf.book(), self.shelf, self.settings, request.path_params,
                   request.query_params, form or {}, session, editing)  # fmt: skip

    def _sent(self, made: Made | str, request: Request, session: str) -> Response:
        if isinstance(made, str):
            return RedirectResponse(made, 303)
        response = send(made, request)
        if self.settings.edit:
            sessions.keep(response, session, self.settings)
        return response

    def _shared(self, session: str) -> dict[str, Any]:
        """What every template may say."""
        return {
            "book_name": self.settings.book.stem,
            "menu": [(p.path, p.menu) for p in places(self.settings.edit) if p.menu],
            "edit": self.settings.edit,
            "editing": sessions.may_edit(session, self.settings),
            "token": sessions.token(session, self.settings) if self.settings.edit else "",
        }

    # --- what is sent to us ---------------------------------------------------------------------

    def _taking(self, place: Place) -> Callable[[Request], Awaitable[Response]]:
        async def take(request: Request) -> Response:
            form = await request.form(max_files=1, max_fields=20)
            given = {}
            for name, value in form.multi_items():
                words = value if isinstance(value, str) else None
                raw = b"" if isinstance(value, str) else await value.read()
                given[name] = raw.decode("utf-8", "replace") if words is None else words
            return await self._answered(place, self._taken, place, request, given)

        return take

    def _taken(self, place: Place, request: Request, form: Mapping[str, str]) -> Response:
        session = sessions.begin(request, self.settings)
        if not sessions.from_here(request, self.settings, strictly=place.guarded):
            return PlainTextResponse("A form must be sent from a page of this room.\n", 403)
        given = form.get("token", "")
        if place.guarded and not sessions.genuine(given, session, self.settings):
            return PlainTextResponse("This form is too old; load its page again.\n", 403)
        if place.path == "/sign-in":
            return self._sign_in(request, session, form)
        if place.guarded and not sessions.may_edit(session, self.settings):
            return RedirectResponse("/sign-in", 303)
        try:
            page = place.page(self._ask(request, session, form))
            plain = wants_json(request)
            done = page if isinstance(page, str) else make(page, plain, self._shared(session))
            return self._sent(done, request, session)
        except LetterbookError as error:
            return self._wrong(request, session, error, 400)

    def _sign_in(self, request: Request, session: str, form: Mapping[str, str]) -> Response:
        opens = self.door.opens(form.get("password", ""), self.settings)
        if opens:
            response = RedirectResponse("/", 303)
            fresh = sessions.begin(Request({**request.scope, "headers": []}), self.settings)
            sessions.keep(response, fresh + "+", self.settings)
            return response
        said = "This is not the password." if opens is False else "Too many tries; wait a minute."
        error = LetterbookError(said)
        return self._wrong(request, session, error, 403 if opens is False else 429)

    # --- what goes wrong ------------------------------------------------------------------------

    async def lost(self, request: Request, error: Exception) -> Response:
        """What is said of an address that is none, or a way of asking that is not known."""
        status = error.status_code if isinstance(error, HTTPException) else 404
        told = {404: "There is no page at this address.", 405: "This page takes no such request."}
        words = told.get(status, "The request could not be read.")
        session = sessions.begin(request, self.settings)
        return self._told(request, session, words, status)

    def _wrong(
        self, request: Request, session: str, error: LetterbookError, status: int
    ) -> Response:
        broken = isinstance(error.__cause__, sqlite3.Error)
        return self._told(request, session, str(error), 503 if broken else status)

    def _told(self, request: Request, session: str, words: str, status: int) -> Response:
        title = "Not here" if status == 404 else "That did not work"
        page = Page("error.html", title, {"said": words}, lambda: {"error": words}, status=status)
        return send(make(page, wants_json(request), self._shared(session)), request)
