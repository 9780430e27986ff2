"""Correcting in the room: letters, parties, matters, and taking it back."""

from __future__ import annotations

import pytest

import letterbook
from tests.serve.conftest import said, words


def test_a_correction_is_made_shown_logged_and_taken_back(room, own):
    """The whole way, by the forms of the pages."""
    client = room(own, edit=True)
    with letterbook.open(own, readonly=True) as book:
        id = next(x.id for x in book.list() if x.path.endswith("morveny-to-strand.txt"))
    path = f"/letter/{id}/correct"
    done = said(client, path, path, field="place", value="Dolin", why="the seal")
    assert done.status_code == 303 and done.headers["location"] == f"/letter/{id}"
    assert "Dolin" in client.get(f"/letter/{id}").text
    log = client.get("/log").text
    assert "says Nora Vale, because the seal" in words(log)
    taken = said(client, "/log/1/undo", "/log", why="it was not")
    assert taken.status_code == 303
    assert client.get(f"/letter/{id}.json").json()["place"] != "Dolin"
    assert [e["state"] for e in client.get("/log.json").json()] == ["in force", "undone"]


def test_two_names_are_made_one_and_parted_in_one_letter(room, own):
    """Everywhere from the party's page, in one letter from the letter's."""
    client = room(own, edit=True)
    people = {w["label"]: w["id"] for w in client.get("/people.json").json()["people"]}
    page = f"/person/{people['Aurel R.']}"
    assert (
        said(client, "/people/identify", page, name=people["Aurel R."], into="Aurel II").status_code
        == 303
    )
    assert "Aurel R." not in {w["label"] for w in client.get("/people.json").json()["people"]}


@pytest.mark.parametrize("fields", [
    {"field": "colour", "value": "red"}, {"field": "date", "value": "soon"},
    {"field": "place", "value": "x" * 3000}, {"field": "place", "value": "x", "who": ""},
    {"field": "answers", "value": "nobody"}, {},
])  # fmt: skip
def test_a_correction_that_cannot_be_is_said_in_words(room, own, fields):
    """400, and nothing is written."""
    client = room(own, edit=True)
    id = client.get("/letters.json").json()["letters"][0]["id"]
    path = f"/letter/{id}/correct"
    answer = said(client, path, path, **fields)
    assert answer.status_code == 400
    assert client.get("/log.json").json() == []


def test_what_was_worked_out_is_worked_out_anew_when_the_record_changes(room, own):
    """The entrance counts a letter that was read while the room was open."""
    client = room(own)
    assert client.get("/index.json").json()["letters"] == 46
    (own.parent / "new.txt").write_text(
        "Hollin, 1 May 1957\n\nDear Nat,\n\nCome.\n\nYours,\nC. Farr\n"
    )
    with letterbook.open(own) as book:
        book.read(own.parent / "new.txt", jobs=1)
    assert client.get("/index.json").json()["letters"] == 47


def test_a_matter_is_renamed_joined_and_taken_back(room, own):
    """From its page: its name, another matter's name, and the log takes both back."""
    client = room(own, edit=True)
    one, other = client.get("/matters.json").json()["matters"][:2]
    page = f"/matters/{one['id']}"
    done = said(client, f"{page}/place", page, title="The fish", why="they say so")
    assert done.status_code == 303
    assert "The fish" in [m["title"] for m in client.get("/matters.json").json()["matters"]]
    total = client.get("/matters.json").json()["total"]
    page = f"/matters/{other['id']}"
    assert said(client, f"{page}/place", page, title="The fish").status_code == 303
    assert client.get("/matters.json").json()["total"] < total
    assert "is “The fish”" in words(client.get("/log").text)
    for entry in client.get("/log.json").json():
        assert said(client, f"/log/{entry['number']}/undo", "/log", why="no").status_code == 303
    titles = [m["title"] for m in client.get("/matters.json").json()["matters"]]
    assert "The fish" not in titles and one["title"] in titles


@pytest.mark.parametrize("fields", [
    {"title": ""}, {"title": "x" * 3000}, {"title": "The fish", "who": ""},
    {"title": "The fish", "within": "nobody"},
])  # fmt: skip
def test_a_matter_that_cannot_be_called_so(room, own, fields):
    """400 in words, and the log stays empty."""
    client = room(own, edit=True)
    page = f"/matters/{client.get('/matters.json').json()['matters'][0]['id']}"
    assert said(client, f"{page}/place", page, **fields).status_code == 400
    assert client.get("/log.json").json() == []


def test_a_room_for_reading_has_no_forms_for_matters(room, heap):
    """Neither the form nor its address."""
    client = room(heap)
    page = f"/matters/{client.get('/matters.json').json()['matters'][0]['id']}"
    assert "Call it so" not in client.get(page).text
    assert client.post(f"{page}/place", data={"title": "x"}).status_code in (403, 404, 405)
