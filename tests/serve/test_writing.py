"""What the room writes: of a letter, an exchange, a search, a party, the book; saved or not."""

from __future__ import annotations

import csv
import re

import pytest

from letterbook.serve.pages import writing
from tests.serve.conftest import words

KINDS = ("regest", "timeline", "brief", "guide", "ledger")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_written_of_an_exchange_with_words_to_follow(room, heap, ids, kind):
    """Every sentence leads to its words, and the page offers to be saved."""
    client, id = room(heap), ids["corder-to-dolany"]
    page = client.get(f"/write/{kind}/{id}?exchange=1").text
    places = re.findall(r'class="pinned" href="([^"#]+)', page)
    assert places
    letter = client.get(places[0].replace("&amp;", "&"))
    assert letter.status_code == 200 and "<mark" in letter.text
    assert f"/write/{kind}/{id}?exchange=1&amp;to=markdown" in page


@pytest.mark.parametrize(
    "asked", ["", "?q=fisheries", "?since=1957-03&until=1957-05", "?kind=telegram"]
)
def test_it_is_written_of_many_letters_too(room, heap, asked):
    """Of the book, of what a search finds, of some months, of a kind."""
    page = room(heap).get(f"/write/timeline{asked}")
    assert page.status_code == 200 and 'class="pinned"' in page.text


def test_of_a_party(room, heap):
    """From its page."""
    client = room(heap)
    someone = client.get("/people.json").json()["people"][0]
    assert f"/write/regest?party={someone['id']}" in client.get(f"/person/{someone['id']}").text
    page = client.get(f"/write/regest?party={someone['id']}").text
    assert f"by or to {someone['label']}" in words(page)


@pytest.mark.parametrize(
    ("form", "media", "holds"),
    [
        ("markdown", "text/markdown", "# "),
        ("html", "text/html", "<!DOCTYPE html>"),
        ("text", "text/plain", "["),
        ("csv", "text/csv", "date,earliest,latest"),
        ("obsidian", "text/markdown", "---"),
    ],
)
def test_it_can_be_saved(room, heap, ids, form, media, holds):
    """Under a name that says what it is, never as a page of the room."""
    client, id = room(heap), ids["corder-to-dolany"]
    saved = client.get(f"/write/timeline/{id}?to={form}")
    assert saved.headers["content-type"].startswith(media)
    assert saved.headers["content-disposition"].startswith(f'attachment; filename="timeline-{id}.')
    assert holds in saved.text


def test_a_table_is_saved_row_by_row(room, heap):
    """As many rows as the page has."""
    client = room(heap)
    rows = list(csv.reader(client.get("/write/timeline?to=csv").text.splitlines()))
    shown = client.get("/write/timeline").text.count("<tr>")
    assert len(rows) == shown > 20


def test_a_timeline_comes_with_its_picture(room, heap):
    """Beside the table, not in place of it; a brief has none."""
    client = room(heap)
    assert '<img src="/write/timeline?to=svg"' in client.get("/write/timeline").text
    picture = client.get("/write/timeline?to=svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert "content-disposition" not in picture.headers
    assert "<img" not in client.get("/write/brief?since=1957-03&until=1957-04").text
    assert client.get("/write/brief?since=1957-03&until=1957-04&to=svg").status_code == 400


def test_the_form_leads_to_what_is_asked(room, heap):
    """With the filters it was given; without scripts."""
    client = room(heap)
    assert "can be saved" in words(client.get("/write?q=fish").text)
    sent = client.get("/write?kind_of_page=brief&q=fish&pages=2&since=", follow_redirects=False)
    assert sent.status_code == 303 and sent.headers["location"] == "/write/brief?q=fish&pages=2"


def test_a_longer_brief_is_longer(room, heap):
    """One to three pages."""
    client = room(heap)
    one, three = (words(client.get(f"/write/brief?q=fisheries&pages={n}").text) for n in (1, 3))
    assert len(one) < len(three)


@pytest.mark.parametrize("path", [
    "/write/poem", "/write/poem/{id}", "/write/brief?to=exe", "/write/brief?since=soon",
    "/write/brief/nobody", "/write/regest?q=zzzzqqqq",
])  # fmt: skip
def test_what_cannot_be_written_is_said_in_words(room, heap, ids, path):
    """400 or 404, in a sentence."""
    answer = room(heap).get(path.replace("{id}", ids["corder-to-dolany"]))
    assert answer.status_code in (400, 404)
    assert 'class="lead said"' in answer.text


def test_more_letters_than_one_reader_may_have_written(room, heap, monkeypatch):
    """Others wait: it says how many are too many, and where there is no bound."""
    monkeypatch.setattr(writing, "LETTERS", 5)
    answer = room(heap).get("/write/timeline")
    assert answer.status_code == 400
    assert "more than the 5" in answer.text and "letterbook write timeline" in answer.text
    assert room(heap).get("/write/timeline?since=1958&until=1958").status_code == 200


def test_no_reader_waits_for_ever(room, heap, monkeypatch):
    """When the time is over the page says how far it came."""
    monkeypatch.setattr(writing, "SECONDS", -1.0)
    answer = room(heap).get("/write/timeline")
    assert answer.status_code == 400 and "sources were looked through" in answer.text


def test_nothing_hostile_runs_in_what_is_written(room, hostile):
    """Neither on the page nor in a file that is opened from a disc."""
    client = room(hostile)
    for path in ("/write/regest", "/write/regest?to=html", "/write/timeline?to=svg"):
        assert not re.search(
            r"<script(?! src=\"/static)|<img src=x|<svg/onload", client.get(path).text
        )


def test_an_office_says_who_held_it(room, tmp_path):
    """By the lists of office-holders, day by day."""
    import letterbook

    (tmp_path / "a.txt").write_text(
        "Telegram From the Embassy in France to the Secretary of State of the United States\n\n"
        "Paris, May 3, 1962\n\nThe boats are out.\n", "utf-8",
    )  # fmt: skip
    with letterbook.open(tmp_path / "o.db") as book:
        held = book.holders("Secretary of State of the United States")
        assert "Dean Rusk, 1961-01-21/1969-01-20" in held
        assert book.holders("Secretary") == []
