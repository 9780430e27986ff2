"""What the pages say of the sample correspondence, as pages and as JSON."""

from __future__ import annotations

import re

import pytest

import letterbook
from letterbook.serve.pages import places
from tests.serve.conftest import HOME, Elements, said


def words(page: str) -> str:
    """A page's words without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<body>")[2]).split())


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


# --- a letter -----------------------------------------------------------------------------------


def test_a_letter_shows_its_header_and_what_it_answers(room, heap, ids):
    """Who, whom, when, where; the letter that is answered, by the words that say so."""
    page = room(heap).get(f"/letter/{ids['corder-to-dolany']}").text
    shown = words(page)
    assert "Julian Corder, Premier" in shown and "17 April 1957" in shown
    assert re.search(r"Answers\s+Kazmír Dolány to Julian Corder, 11 February 1957", shown)
    assert f'href="/letter/{ids["dolany-to-corder"]}"' in page
    assert f'href="/exchange/{ids["corder-to-dolany"]}"' in page


def test_the_whole_text_is_there(room, heap):
    """No word of a letter is lost on its page, wherever furniture, marks and notes stand."""
    client = room(heap)
    with letterbook.open(heap, readonly=True) as book:
        for letter in book.list():
            shown = book.show(letter.id)
            page = words(client.get(f"/letter/{letter.id}").text)
            assert shown.letter is not None
            for run in re.findall(r"[^\W\d_]{4,}", shown.text):
                assert run in page, (letter.path, run)


def test_each_run_of_words_says_where_it_stands(room, heap):
    """`data-s` is the character of the source at which the run begins, on every page."""
    import html

    client = room(heap)
    with letterbook.open(heap, readonly=True) as book:
        for letter in book.list():
            source = book.show(letter.id).source.text
            page = client.get(f"/letter/{letter.id}").text
            runs = re.findall(r'<span data-s="(\d+)">([^<]*)</span>', page)
            assert runs
            for start, run in runs:
                there = html.unescape(run)
                assert source[int(start) :].startswith(there), (letter.path, start)


@pytest.mark.parametrize(
    ("letter", "field", "rests_on"),
    [
        ("corder-to-dolany", "date", "April 17, 1957"),
        ("corder-to-dolany", "sender", "Julian Corder"),
        ("dolany-to-corder", "classification", "PERSONAL"),
    ],
)
def test_evidence_is_highlighted_on_demand(room, heap, ids, letter, field, rests_on):
    """Without a script: the address asks for it, the words are marked, the finder is named."""
    client = room(heap)
    assert '<mark class="evidence">' not in client.get(f"/letter/{ids[letter]}").text
    page = client.get(f"/letter/{ids[letter]}?evidence={field}").text
    marked = re.findall(r'<mark class="evidence">(.*?)</mark>', page, re.S)
    assert any(rests_on.lower() in words("<body>" + one).lower() for one in marked), marked
    assert "rule “" in page or "tagged by" in page


def test_a_passage_opens_marked(room, heap, ids):
    """Its address ends in the place to which the browser goes."""
    client = room(heap)
    id = ids["corder-to-dolany"]
    with letterbook.open(heap, readonly=True) as book:
        at = book.show(id).source.text.index("sums and courtesy")
    page = client.get(f"/letter/{id}?at={at}-{at + 17}").text
    assert f'<mark class="here" id="c{at}-{at + 17}" tabindex="-1">' in page
    assert re.search(r'id="c[^>]*><span data-s="\d+">sums and courtesy<', page)


@pytest.mark.parametrize(
    "at", ["5-3", "a-b", "-", "999999999-9999999999", "0-999999999", "--1", "1-1"]
)
def test_a_passage_that_is_none_is_passed_over(room, heap, ids, at):
    """The letter opens all the same."""
    assert room(heap).get(f"/letter/{ids['corder-to-dolany']}?at={at}").status_code == 200


def test_a_gap_opens_on_the_words_of_another_edition(room, heap, ids):
    """Three pages on the fisheries, left out by the editor, stand in the sender's copy."""
    page = room(heap).get(f"/letter/{ids['letter-31']}").text
    fill = re.search(r'<details class="fill">(.*?)</details>', page, re.S)
    assert fill and "To begin, then, with the fish." in fill[1]
    assert ids["dolany-to-corder"] in fill[1]
    assert "<p" not in page[page.rindex('<div class="p', 0, fill.start()) : fill.start()]


def test_notes_stand_by_their_marks(room, heap, ids):
    """Each mark leads to its note and the note back; a note's own number is not left behind."""
    page = room(heap).get(f"/letter/{ids['letter-31']}").text
    marks = dict(re.findall(r'<a href="#(note-\d+)" id="(mark-\d+)"', page))
    assert len(marks) == 2
    for note, mark in marks.items():
        assert f'id="{note}"' in page and f'href="#{mark}"' in page
    assert not re.search(r'<span data-s="\d+">\d\.\s*</span></p>', page)


def test_ids_of_elements_are_unique(room, heap):
    """A link within a page leads to one place."""
    client = room(heap)
    for letter in client.get("/letters.json").json()["letters"]:
        page = client.get(f"/letter/{letter['id']}?evidence=sender").text
        held = [a["id"] for _, a in Elements(page).found if "id" in a]
        assert len(held) == len(set(held)), letter["id"]


@pytest.mark.parametrize(
    ("style", "holds", "type"),
    [
        ("bibtex", "author = {Corder, Julian}", "application/x-bibtex"),
        ("ris", "AU  - Corder, Julian", "application/x-research-info-systems"),
        ("csl", '"family": "Corder"', "application/vnd.citationstyles.csl+json"),
    ],
)
def test_a_citation_can_be_saved(room, heap, ids, style, holds, type):
    """As the reference managers read it."""
    answer = room(heap).get(f"/letter/{ids['corder-to-dolany']}/cite/{style}")
    assert holds in answer.text
    assert answer.headers["content-type"].startswith(type)
    assert "attachment" in answer.headers["content-disposition"]


def test_a_source_that_is_no_letter_can_be_read(room, heap):
    """A history with its text, said to be one."""
    client = room(heap)
    [history] = client.get("/sources.json?form=history").json()["sources"]
    page = client.get(f"/letter/{history['id']}").text
    assert "History, not a letter" in words(page)


@pytest.mark.parametrize("id", ["nobody", "zz", "4d6", "..", "%00", "a" * 900, "4d6tg9sx.99"])
def test_a_letter_that_is_not_there(room, heap, id):
    """404, and what there is to do, as a page and as JSON."""
    client = room(heap)
    answer = client.get(f"/letter/{id}")
    assert answer.status_code in (200, 404)
    if answer.status_code == 404:
        assert "<h1>" in answer.text
        assert "error" in client.get(f"/letter/{id}.json").json() or id == ".."


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


# --- correcting ---------------------------------------------------------------------------------


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
