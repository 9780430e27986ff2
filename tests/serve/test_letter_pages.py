"""What the page of a letter says and shows, and how it is cited."""

from __future__ import annotations

import re

import pytest

import letterbook
from tests.serve.conftest import Elements, words


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
