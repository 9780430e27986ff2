"""A real browser, Debian's Chromium, in front of a room that listens on this machine."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from letterbook.serve import Settings, application

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; where there is none the tests are skipped."""
    named = os.environ.get("LETTERBOOK_CHROMIUM")
    program = named or next(filter(None, map(shutil.which, NAMES)), None)
    if not program:
        pytest.skip("no Chromium here: apt-get install chromium, or set LETTERBOOK_CHROMIUM")
    from playwright.sync_api import Error, sync_playwright

    bare = ["--no-sandbox", "--disable-dev-shm-usage"]  # as containers want it
    with sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(executable_path=program, args=bare)
        except Error as error:
            pytest.skip(f"Chromium is here but does not start: {error.message.splitlines()[0]}")
        yield opened
        opened.close()


def slowed(page: Page) -> Page:
    """The page in a browser as slow as $LETTERBOOK_SLOW says: 6 is a sixth of its speed.

    A walk must not depend on how quick the machine is: `LETTERBOOK_SLOW=6 pytest tests/serve` asks.
    """
    rate = float(os.environ.get("LETTERBOOK_SLOW", "1"))
    if rate > 1:
        said = page.context.new_cdp_session(page)
        said.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        said.send("Network.enable")
        slow = {"offline": False, "latency": 20 * rate, "downloadThroughput": 1_000_000 / rate,
                "uploadThroughput": 1_000_000 / rate}  # fmt: skip
        said.send("Network.emulateNetworkConditions", slow)
    return page


@pytest.fixture
def served(own: Path) -> Iterator[str]:
    """The address of a room over the sample, to be corrected."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        config = uvicorn.Config(application(Settings(own, edit=True)), log_level="error")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


@pytest.fixture(params=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Page]:
    """A page of a browser that runs scripts, and of one that does not."""
    scripts = request.param == "with scripts"
    context = browser.new_context(base_url=served, java_script_enabled=scripts)
    yield slowed(context.new_page())
    context.close()


@pytest.fixture
def scripted(browser: Browser, served: str) -> Iterator[Page]:
    """A page of a browser that runs scripts and has a clipboard; what it complains of fails."""
    context = browser.new_context(base_url=served)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served)
    opened = slowed(context.new_page())
    complaints: list[str] = []
    opened.on("console", lambda said: complaints.append(said.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert not complaints


@pytest.fixture
def at(served: str) -> Callable[[str], str]:
    """The whole address of a path."""
    return lambda path: served + path
