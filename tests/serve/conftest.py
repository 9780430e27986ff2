"""A reading room over the sample correspondence, one over hostile letters, and how to ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

import letterbook
from letterbook.serve import Settings, application

HEAP = Path(__file__).resolve().parents[2] / "examples" / "heap"
HOME = "http://localhost:8777"

HOSTILE = {
    "script.txt": """Vardény, 3 May 1957

Dear <script>alert('sender')</script> Farr,

<script>alert(1)</script><style>body{display:none}</style>
<img src=x onerror=alert(2)> <svg/onload=alert(3)> <iframe src="javascript:alert(4)"></iframe>
<a href="javascript:alert(5)">read on</a> " onmouseover="alert(6) ' autofocus onfocus='alert(7)
]]><!-- {{ 7*7 }} {% raw %} ${7*7} &lt;b&gt; </textarea></title></p></article>

Sincerely,
Emil "><script>alert(8)</script> Draskó
""",
    "signs.txt": """Port Selm, 4 May 1957

Dear Mr. Farr,

The word \u202eelbisivni\u202c is turned, \u2066this\u2069 kept apart, and \x00\x07\x1b[31m ring.
Hebrew שלום and Persian می‌خواهم stand as they are; half a sign \ufffd does no harm.

Yours,
Nora Vale
""",
    "long.txt": "Hollin, 5 May 1957\n\nDear Nat,\n\n"
    + "boundless" * 30_000
    + "\n\nYours,\nClement\n",
    'na"me<b>.txt': "Dolin, 6 May 1957\n\nDear Sir,\n\nThe file's name is odd.\n\nYours,\nIrma\n",
}
"""Letters that would run, hide, turn round or burst, if anything let them."""


@pytest.fixture(scope="session")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample correspondence, read and linked."""
    path = tmp_path_factory.mktemp("room") / "demo.db"
    with letterbook.open(path) as book:
        book.read(HEAP, jobs=1)
    return path


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letters that mean harm."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in HOSTILE.items():
        (folder / name).write_text(text, "utf-8")
    path = folder.parent / "hostile.db"
    with letterbook.open(path) as book:
        book.read(folder, jobs=1)
    return path


@pytest.fixture
def own(heap: Path, tmp_path: Path) -> Path:
    """A copy of the sample's record, to be corrected."""
    with letterbook.open(heap) as book:
        book.close()  # what stands in the -wal goes into the file
    copy = tmp_path / "own.db"
    copy.write_bytes(heap.read_bytes())
    return copy


@pytest.fixture
def room() -> Iterator[Callable[..., TestClient]]:
    """Opens a room: `room(path)`, `room(path, edit=True)`."""
    opened: list[TestClient] = []

    def open(path: Path, **more: object) -> TestClient:
        client = TestClient(application(Settings(path, **more)), base_url=HOME)  # type: ignore[arg-type]
        opened.append(client)
        return client

    yield open
    for client in opened:
        client.close()


@pytest.fixture
def ids(heap: Path) -> dict[str, str]:
    """Letters of the sample by the names of their files: "corder-to-dolany", "letter-31"."""
    with letterbook.open(heap, readonly=True) as book:
        return {Path(x.path.replace("!", "/")).stem: x.id for x in book.list() if "." not in x.id}


def token(page: str) -> str:
    """The token that a page's forms hold."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found, "the page has no form with a token"
    return found[1]


def said(client: TestClient, path: str, page: str, **fields: str) -> Response:
    """Send a form as a browser would, with the token of the page it stands in."""
    form = {"token": token(client.get(page).text), "who": "Nora Vale", **fields}
    return client.post(path, data=form, headers={"origin": HOME}, follow_redirects=False)


def words(page: str) -> str:
    """A page's words without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<body>")[2]).split())


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, page: str) -> None:
        """Take the page apart."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        self.found.append((tag, dict(attrs)))
