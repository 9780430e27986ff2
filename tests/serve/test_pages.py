"""What the pages say of the sample correspondence, as pages and as JSON."""

from __future__ import annotations

import re
from urllib.parse import quote_plus

import pytest

import letterbook
from letterbook.serve.pages import places
from tests.serve.conftest import HOME, words

# --- the entrance -------------------------------------------------------------------------------


def test_the_entrance_says_what_there_is(room, heap):
    """Letters, period, parties; what is missing, uncertain, unread; each leads on."""
    page = room(heap).get("/").text
    assert "46 letters from 29 files, 1956 to 1958" in words(page)
    for link in ("/missing", "/letters?undated=1", "/unread"):
        assert f'href="{link}"' in page


def test_the_pictures_have_tables_with_the_same_figures(room, heap):
    """Each bar and each line of the ring stands in words below or beside it."""
    page = room(heap).get("/").text
    drawn = [int(n) for n in re.findall(r"<title>[^<]*\d{4}: (\d+) letters?</title>", page)]
    told = [
        int(n) for n in re.findall(r"since=[\d-]+&amp;until=[\d-]+\">[^<]+</a> (\d+)</li>", page)
    ]
    assert drawn == told and sum(told) == 45  # and one letter is undated
    pairs = re.findall(r'<td class="n">(\d+)</td>', page)
    assert len(pairs) == len(room(heap).get("/index.json").json()["pairs"])


def test_the_entrance_is_small(room, heap):
    """A hundred kilobytes is the bound, whatever the record holds."""
    assert len(room(heap).get("/").content) < 100_000


def test_an_empty_letterbook_has_an_entrance_that_says_so(room, tmp_path):
    """And every page of the menu opens."""
    letterbook.open(tmp_path / "new.db").close()
    client = room(tmp_path / "new.db")
    assert "There are no letters here yet" in client.get("/").text
    for place in places():
        if place.menu:
            assert client.get(place.path).status_code == 200, place.path


# --- an exchange, editions, people, missing -----------------------------------------------------


def test_an_exchange_has_two_sides_and_its_silences(room, heap, ids):
    """The reply on the right, the lost letter in outline, the days between drawn to one scale."""
    page = room(heap).get(f"/exchange/{ids['dolany-to-corder']}").text
    turns = re.findall(r'<li class="turn (left|right|absent left|absent right)', page)
    assert turns == ["left", "absent left", "right"]
    days = [int(n) for n in re.findall(r"<span>(\d+) days", page)]
    drawn = [int(n) for n in re.findall(r'<svg width="12" height="(\d+)"', page)]
    assert days == [45, 20]
    assert drawn[0] / drawn[1] == pytest.approx(45 / 20, rel=0.05)


def test_editions_side_by_side_say_what_is_left_out(room, heap, ids):
    """What the one lacks in silence, what its elision hides, and the words that differ."""
    page = room(heap).get(f"/editions/{ids['letter-31']}/{ids['dolany-to-corder']}").text
    assert "One letter, printed twice" in page
    assert 'class="pair elision-filled"' in page and 'class="pair only-right"' in page
    assert "left out, and nothing says so" in page
    assert re.search(r'<mark class="only-right">\s*whole', page)


def test_people_come_with_offices_and_letters(room, heap):
    """The list, one of them, and the letters that lead back."""
    client = room(heap)
    found = client.get("/people.json?q=averill").json()["people"]
    assert [who["label"] for who in found] == ["Ruth Averill"]
    page = words(client.get(f"/person/{found[0]['id']}").text)
    assert "Minister of External Relations" in page
    assert "4 sent, 2 received" in page
    listed = client.get(f"/letters.json?party={found[0]['id']}").json()
    assert listed["total"] == 6


def test_missing_letters_lead_to_the_words_that_name_them(room, heap):
    """Who to whom, when, where printed, and the passage."""
    page = room(heap).get("/missing?sender=Dolány").text
    assert "28 March 1957" in page and "Gazette of the Kingdom of Tolmary" in page
    assert re.search(r'href="/letter/\w+\?at=(\d+-\d+)#c\1">your letter of March 28</a>', page)


# --- search and the calendar --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ("fisheries", 2),
        ('"sums and courtesy"', 3),
        ('"courtesy and sums"', 0),
        ('"sums sheet"~10', 3),  # near one another
        ('"sums sheet"~3', 0),
        ("fisher*", 4),
        ("fisheries -committee", 1),
    ],
)
def test_search_finds_words_phrases_neighbours_beginnings(room, heap, asked, total):
    """How many letters hold it all; what follows is the best of them."""
    found = room(heap).get("/search.json", params={"q": asked}).json()
    assert found["total"] == total, [h["snippet"] for h in found["hits"]]


def test_a_hit_leads_to_the_words(room, heap):
    """Its link opens the letter with the found words marked, and the reason names them."""
    client = room(heap)
    page = client.get("/search", params={"q": '"sums and courtesy"'}).text
    assert "<mark>sums and courtesy</mark>" in page
    assert "“sums and courtesy” at line" in page
    link = re.search(r'<h2><a href="([^"]+)#c', page)
    assert link and "sums and courtesy</span></mark>" in client.get(link[1]).text


def test_facets_narrow_a_search_and_can_be_dropped(room, heap):
    """Each is an address; what is chosen is said, with a way to drop it."""
    client = room(heap)
    page = client.get("/search?q=gates").text
    assert "/search?q=gates&amp;kind=letter" in page
    narrowed = client.get("/search?q=gates&kind=telegram").text
    assert 'aria-label="Drop: kind telegram"' in narrowed
    hits = client.get("/search.json?q=gates&kind=telegram").json()["hits"]
    assert {hit["letter"]["kind"] for hit in hits} == {"telegram"}


@pytest.mark.parametrize("name", ["side", "person", "year", "marking", "matter", "sender"])
def test_each_facet_leads_to_as_many_letters_as_it_says(room, heap, name):
    """What stands beside a value is what its address finds, in a search and in the calendar."""
    client = room(heap)
    client.get("/matters")  # gathered when somebody first asks
    for path in ("/search?q=gates", "/letters?until=1957"):
        held = client.get(path.replace("?", ".json?")).json()["facets"].get(name, [])
        assert held or name == "marking", path
        page = client.get(path).text
        for value in held[:3]:
            asked = {"person": "party", "year": "since"}.get(name, name)
            link = re.search(
                rf'href="([^"]*{asked}={re.escape(quote_plus(value["id"]))}[^"]*)"', page
            )
            assert link, value
            narrowed = client.get(link[1].replace("&amp;", "&").replace("?", ".json?", 1)).json()
            if name not in ("sender", "marking"):  # a name in few words finds its longer forms too
                assert narrowed["total"] == value["letters"], value
            assert narrowed["total"] >= value["letters"], value


def test_what_is_chosen_is_called_by_its_name(room, heap):
    """Not by the id that stands in the address."""
    client = room(heap)
    someone = client.get("/people.json").json()["people"][0]
    page = words(client.get(f"/letters?party={someone['id']}").text)
    assert f"by or to {someone['label']}" in page


def test_what_is_uncertain_stands_at_the_entrance_and_on_a_page(room, heap):
    """Letters without a date, names and links that may be several."""
    client = room(heap)
    assert "that may lead to one of several letters" in words(client.get("/").text)
    page, held = client.get("/uncertain").text, client.get("/uncertain.json").json()
    assert held["total"] == client.get("/index.json").json()["doubtful"] == len(held["links"])
    assert "What is uncertain" in words(page) and "dated from other letters" in words(page)


def test_an_open_link_names_the_letters_it_may_mean(room, tmp_path):
    """Two letters of one day, and one that answers "your letter" of it."""
    day = "Vardény, 3 May 1957\n\nDear Nora,\n\n{}\n\nYours,\nEmil Draskó\n"
    (tmp_path / "one.txt").write_text(day.format("The boats are out."), "utf-8")
    (tmp_path / "two.txt").write_text(day.format("The nets are dry."), "utf-8")
    (tmp_path / "answer.txt").write_text(
        "Port Selm, 9 May 1957\n\nDear Emil,\n\nI thank you for your letter of May 3.\n\n"
        "Yours,\nNora Vale\n", "utf-8",
    )  # fmt: skip
    with letterbook.open(tmp_path / "open.db") as book:
        book.read(tmp_path, jobs=1)
    client = room(tmp_path / "open.db")
    (link,) = client.get("/uncertain.json").json()["links"]
    assert link["words"] == "your letter of May 3" and len(link["candidates"]) == 2
    page = client.get("/uncertain").text
    assert all(f'href="/letter/{id}"' in page for id in link["candidates"])


def test_the_calendar_turns_pages(room, heap):
    """Together the pages hold every letter once."""
    client = room(heap)
    found = client.get("/letters.json").json()
    assert (found["total"], found["pages"]) == (46, 1)
    last = client.get("/letters.json?page=99").json()
    assert last["page"] == 1  # beyond the end stands the last page


@pytest.mark.parametrize("asked", ["since=1957-13", "until=soon", "since=9999999", "since=..%2F.."])
def test_a_date_that_is_none_is_said_in_words(room, heap, asked):
    """400, with the forms that can be read."""
    answer = room(heap).get(f"/letters?{asked}")
    assert answer.status_code == 400
    assert "write 1962-12-19" in answer.text


# --- a brief ------------------------------------------------------------------------------------

BRIEF = """# The loan

Corder wrote that "sums and courtesy do not go upon one sheet".
He added that "sums and courtesy always go upon one sheet".
"""


def test_a_brief_comes_back_marked(room, heap):
    """What is his words is borne out, what is not is marked, the source stands beside it."""
    client = room(heap)
    answer = client.post("/check", data={"text": BRIEF}, headers={"origin": HOME})
    assert answer.status_code == 200
    assert 'class="v-good"' in answer.text and 'class="v-bad"' in answer.text
    assert re.search(r'<cite><a href="/letter/\w+\?at=', answer.text)


def test_a_brief_is_checked_for_programs_too(room, heap):
    """As a file, asked for as JSON."""
    files = {"file": ("loan.md", BRIEF.encode())}
    answer = room(heap).post("/check", files=files, headers={"accept": "application/json"})
    assert [v["faithful"] for v in answer.json()["verdicts"] if v["what"] == "quotation"] == [
        True,
        False,
    ]


@pytest.mark.parametrize("text", ["", "   \n ", "x" * 300_000])
def test_a_brief_that_is_none_or_too_long_is_refused(room, heap, text):
    """In words."""
    answer = room(heap).post("/check", data={"text": text}, headers={"origin": HOME})
    assert answer.status_code == 400


def test_a_stranger_cannot_have_a_brief_checked(room, heap):
    """A page elsewhere cannot set this machine to work."""
    answer = room(heap).post(
        "/check", data={"text": BRIEF}, headers={"origin": "https://evil.example"}
    )
    assert answer.status_code == 403


# --- for programs -------------------------------------------------------------------------------


def test_every_page_with_json_gives_it_both_ways(room, heap, ids):
    """`.json` and Accept give the same; what a browser accepts is the page."""
    client, id = room(heap), ids["corder-to-dolany"]
    for path in ("/letters", "/people", "/missing", "/sources", "/log", f"/letter/{id}",
                 f"/exchange/{id}", f"/editions/{ids['letter-31']}/{id}"):  # fmt: skip
        asked = client.get(path, headers={"accept": "application/json"})
        assert asked.json() == client.get(f"{path}.json").json(), path
        browser = client.get(path, headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
        assert browser.headers["content-type"].startswith("text/html")


def test_openapi_describes_every_address(room, heap):
    """And nothing that is not there."""
    client = room(heap)
    described = client.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    held = {("/index" if p.path == "/" else p.path) + ".json" for p in places()
            if p.plain and not p.writes and p.path != "/openapi"}  # fmt: skip
    assert set(described["paths"]) == held
    for path, methods in described["paths"].items():
        named = set(re.findall(r"{(\w+)}", path))
        assert named == {p["name"] for p in methods["get"]["parameters"] if p["in"] == "path"}
        if not named:
            assert client.get(path).status_code == 200, path


def test_an_unchanged_page_is_not_sent_again(room, heap):
    """The browser shows what it has."""
    client = room(heap)
    tag = client.get("/letters").headers["etag"]
    again = client.get("/letters", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
