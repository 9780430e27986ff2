"""The matters in the reading room: the list, a course, what is due."""

from __future__ import annotations

import re


def test_the_list_leads_to_each_matter(room, heap):
    """Every matter has its page, and every act there leads to its words."""
    client = room(heap)
    page = client.get("/matters").text
    ids = re.findall(r'href="/matters/(\w+)"', page)
    assert len(ids) >= 20
    course = client.get(f"/matters/{ids[0]}").text
    places = re.findall(r'class="pinned" href="([^"]+)"', course)
    assert places
    letter = client.get(places[0].replace("&amp;", "&").partition("#")[0])
    assert letter.status_code == 200 and "<mark" in letter.text


def test_the_same_as_json(room, heap):
    """A program gets the same matters with their outcomes."""
    client = room(heap)
    held = client.get("/matters.json").json()
    assert held["total"] >= len(held["matters"]) > 0
    course = client.get(f"/matters/{held['matters'][0]['id']}.json").json()
    assert course["acts"] and course["title"] == held["matters"][0]["title"]


def test_the_more_certain_the_fewer(room, heap):
    """The threshold is the reader's."""
    client = room(heap)
    few, many = (client.get(f"/matters.json?least={n}").json()["total"] for n in (90, 30))
    assert few < many


def test_what_is_due_on_a_day(room, heap):
    """Before the first letter nothing is due; on a day that is none the page says so."""
    client = room(heap)
    assert "owes an answer" in client.get("/due?as_of=1957-01-01").text
    assert "Nothing is due" in client.get("/due?as_of=1901-01-01").text
    assert client.get("/due?as_of=soon").status_code == 400


def test_what_is_due_by_exchange(room, heap):
    """The page opens with the exchanges, and can be kept to one; each point leads to its matter."""
    client = room(heap)
    held = client.get("/due.json").json()
    first, *others = held["waiting"]
    assert first["between"] == "Orvane and Tolmary" and others
    assert (
        sum(o["answers"] + o["promises"] for w in held["waiting"] for o in w["owed"])
        == (held["total"])
    )
    page = client.get("/due").text
    assert all(f"exchange={w['id']}" in page for w in held["waiting"])
    kept = client.get(f"/due.json?exchange={first['id']}").json()
    assert kept["total"] == sum(o["answers"] + o["promises"] for o in first["owed"])
    only = client.get(f"/due?exchange={first['id']}").text
    assert "All exchanges" in only and re.search(r'href="/matters/\w+"', only)
    early = client.get(f"/due?exchange={first['id']}&as_of=1901-01-01")
    assert early.status_code == 200 and "Nothing is due" in early.text
    assert client.get("/due?exchange=nowhere").status_code == 400


def test_a_matter_that_is_not_there(room, heap):
    """Its address is told to be wrong, in words."""
    answer = room(heap).get("/matters/nothing-of-the-kind")
    assert answer.status_code == 404 and "no matter here" in answer.text
