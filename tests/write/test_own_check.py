"""What we write passes our own check: no quotation is altered, no sentence lacks its support."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import letterbook
from letterbook.book import Book
from letterbook.record import Record
from letterbook.write import RENDERERS, WRITERS

KINDS = tuple(WRITERS)
VOLUMES = ("frus1961-63v22", "frus1948v05p1", "frus1952-54v14p2")
SOME = 12  # letters of a volume


def flagged(book: Book, kind: str, form: str = "markdown", **wanted: int) -> list[str]:
    """The quotations and claims of a page that our check does not pass, with its reason."""
    page = book.write(kind, **dict[str, Any](wanted))
    assert page.parts
    checked = book.check(text=RENDERERS[form](page))
    assert checked.verdicts
    return [
        f"{v.kind}: {checked.source.text[v.span.start : v.span.end]} ({v.reason})"
        for v in checked.verdicts if not v.faithful
    ]  # fmt: skip


@pytest.fixture(scope="module")
def book(sample: Record) -> Iterator[Book]:
    """The sample correspondence as a book."""
    with letterbook.open(sample.path, readonly=True) as opened:
        yield opened


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample(book: Book, kind: str) -> None:
    """Every kind of page made of the sample correspondence."""
    assert flagged(book, kind) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_as_typed(book: Book, kind: str) -> None:
    """In plain text, where columns run into sentences, every quotation still stands."""
    told = flagged(book, kind, "text")
    assert not [each for each in told if not each.startswith(("partly", "not found"))]


@pytest.mark.parametrize("kind", KINDS)
def test_the_seeds(shared: Path, tmp_path: Path, kind: str) -> None:
    """Every kind of page made of real letters and a history."""
    with letterbook.open(tmp_path / "seeds.db") as book:
        book.read([shared / "seeds"], jobs=1)
        assert flagged(book, kind) == []


@pytest.fixture(scope="module", params=VOLUMES)
def volume(
    request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Book]:
    """A volume of a great edition, read but not linked."""
    with letterbook.open(tmp_path_factory.mktemp("volume") / "book.db") as opened:
        opened.read([shared / "frus" / f"{request.param}.xml"], link=False)
        yield opened


@pytest.mark.parametrize("kind", ["regest", "brief", "guide"])
def test_three_volumes(volume: Book, kind: str) -> None:
    """Pages made of the first letters of volumes of three decades."""
    assert flagged(volume, kind, limit=SOME) == []
