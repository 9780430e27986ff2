"""What notes cite: a sentence, and the citations in it as (words, value)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark import mark
from letterbook.mark.citations import Memory, citations, cite
from letterbook.model import Citation, Source

FR = "Foreign Relations"


def cited(text: str, memory: Memory | None = None) -> list[tuple[str, Citation]]:
    """The words and the value of each citation in a note."""
    return [(text[c.start : c.end], c.value) for c in cite(text, memory)[0]]


def values(text: str) -> list[Citation]:
    """The values of the citations in a note."""
    return [value for _, value in cited(text)]


def test_documents_of_this_edition() -> None:
    """A list: each document has its own words."""
    assert cited("See Documents 67, 68, and 70.") == [
        ("Documents 67", Citation("document", number="67")),
        ("68", Citation("document", number="68")),
        ("70", Citation("document", number="70")),
    ]


def test_a_range_gives_both_its_ends() -> None:
    """The documents between are not named and not cited."""
    assert [v.number for v in values("printed as Documents 210–213.")] == ["210", "213"]


def test_a_document_of_another_volume() -> None:
    """The volume's title may stand between, semicolons and all."""
    text = "See Foreign Relations, 1969–1976, vol. XXX, Crete; Malta, 1973–1976, Documents 4 and 9."
    assert [(v.work, v.volume, v.number) for v in values(text)] == [
        (FR, "1969–1976, vol. XXX", "4"),
        (FR, "1969–1976, vol. XXX", "9"),
    ]


def test_a_new_sentence_comes_home() -> None:
    """ "Document 12" in the next sentence is of this edition again."""
    text = "For text, see Foreign Relations, 1961–1963, vol. VI, pp. 5–6. See also Document 12."
    assert [(v.volume, v.number, v.pages) for v in values(text)] == [
        ("1961–1963, vol. VI", "", "5–6"),
        ("", "12", ""),
    ]


@pytest.mark.parametrize(
    ("text", "volumes"),
    [
        ("see Foreign Relations, 1951, vol. IV, pp. 691–692; and vol. I, Document 2.",
         ["1951, vol. IV", "1951, vol. I"]),
        ("in Foreign Relations, 1952–1954, vol. IX, Part 1, p. 19 and Part 2, p. 2065.",
         ["1952–1954, vol. IX, Part 1", "1952–1954, vol. IX, Part 2"]),
        ("See Foreign Relations, 1952–1954, vol. IX, p. 3, and 1955–1957, vol. XIV, p. 20.",
         ["1952–1954, vol. IX", "1955–1957, vol. XIV"]),
        ("see Foreign Relations, 1961–1963, vol. XIII, Document 89, and XV, Document 248.",
         ["1961–1963, vol. XIII", "1961–1963, vol. XV"]),
        ("Documentation is in volumes XVII and XVIII.", ["vol. XVII", "vol. XVIII"]),
        ("See Part 2, Document 45.", ["Part 2"]),
    ],
)  # fmt: skip
def test_volumes_named_in_part(text: str, volumes: list[str]) -> None:
    """A later volume takes over from the one before what it does not say."""
    assert [v.volume for v in values(text)] == volumes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See footnote 3, Document 12.", [("3", "12")]),
        ("See footnotes 2, 5, and 6, Document 112.", [("2", "112"), ("5", "112"), ("6", "112")]),
        ("See footnote 2 above.", [("2", "")]),
        ("cited in footnote 1, authorized him to go.", [("1", "")]),
        ("See footnote 6, supra.", [("6", "supra")]),
        ("See Document 12 and footnote 4 thereto.", [("", "12"), ("4", "12")]),
        ("See Document 12. Regarding his reply, see footnote 2, ibid.", [("", "12"), ("2", "12")]),
        ("Printed as telegram 465, infra.", [("", "infra")]),
    ],
)
def test_footnotes_and_what_stands_beside(text: str, expected: list[tuple[str, str]]) -> None:
    """(note, document) of each; no document is the very letter."""
    assert [(v.note, v.number) for v in values(text)] == expected


def test_a_note_of_a_document_elsewhere_is_one_citation() -> None:
    """The volume, the document and the note together."""
    text = "See Foreign Relations, 1964–1968, vol. I, Document 331, footnote 7."
    volume = "1964–1968, vol. I"
    assert cited(text) == [(text[4:-1], Citation("footnote", FR, volume, "331", "7"))]


def test_ibid_is_the_volume_named_last_also_in_the_note_before() -> None:
    """From one note to the next."""
    _, memory = cite("See Foreign Relations, 1947, vol. V, p. 595.")
    assert cited("Ibid., p. 981.", memory) == [
        ("Ibid., p. 981", Citation("page", FR, "1947, vol. V", pages="981"))
    ]


def test_ibid_after_an_archive_is_the_archive() -> None:
    """Another file of the same archive."""
    text = "National Archives, RG 59, Central Files 611.61/5–1661. His reply is ibid., 611.61/6–2."
    first, second = values(text)
    assert (first.what, first.work) == ("archive", text[:53])
    assert (second.what, second.work) == ("archive", "611.61/6–2")


def test_a_volume_of_files_is_no_volume_of_the_edition() -> None:
    """ "Vol. VI" of a file is part of the file."""
    text = "Source: Adams Library, National Security File, Country File, Malta, Vol. VI. Secret."
    assert [(v.what, v.volume) for v in values(text)] == [("archive", "")]


@pytest.mark.parametrize(
    ("text", "work", "details", "pages"),
    [
        ("Department of State Bulletin, February 11, 1963, pp. 198–200.",
         "Department of State Bulletin", "February 11, 1963", "198–200"),
        ("For text, see Documents on Disarmament, 1962, vol. I, pp. 48–49.",
         "Documents on Disarmament", "1962, vol. I", "48–49"),
        ("(Fisher, The Long Road Home, pp. 390–391)", "Fisher, The Long Road Home", "", "390–391"),
        ("See The Asian Quarterly, No. 50, April 1972, p. 226.",
         "The Asian Quarterly", "No. 50, April 1972", "226"),
        ("see Long, A Life in Letters (London: Unwin, 1971), pp. 79–80.",
         "Long, A Life in Letters", "", "79–80"),
    ],
)  # fmt: skip
def test_printed_works(text: str, work: str, details: str, pages: str) -> None:
    """The usual series by name, other works by their capitals before the page."""
    found = values(text)[0]
    assert (found.what, found.work, found.volume, found.pages) == ("work", work, details, pages)


@pytest.mark.parametrize(
    "text",
    ["The source text comprises pp. 3–4 of the issue.", "He wrote 12 pages.", "See the Annex."],
)
def test_pages_that_are_nobodys(text: str) -> None:
    """No work and no letter before them."""
    assert not values(text)


def test_pages_of_this_very_edition() -> None:
    """After a letter of the edition, or "see"."""
    text = "Printed as telegram 85 to Seoul, October 3, p. 376; see also p. 12."
    assert [(v.what, v.work, v.pages) for v in values(text)] == [
        ("page", "", "376"),
        ("page", "", "12"),
    ]


LETTER = """12. Letter From Mr. Alder to Mr. Brook

Bern, May 3, 1961.

Dear Brook: I have your message of April 2 [see Document 9] and thank you.1

Sincerely,
Alder

1 See Foreign Relations, 1951, vol. III,
pp. 4–5, and footnote 2,
Document 10.
"""


def test_citations_of_a_letter_point_at_its_words() -> None:
    """In the letter's text and in its notes, across the ends of lines."""
    source = Source.of(LETTER, "alder.txt")
    found = citations(source, mark(source))
    words = [" ".join(LETTER[f.span.start : f.span.end].split()) for f in found]
    assert words == [
        "Document 9", "Foreign Relations, 1951, vol. III, pp. 4–5", "footnote 2, Document 10"
    ]  # fmt: skip
    assert {f.of for f in found} == {source.id}


PIECES = st.sampled_from(
    ["Document 12", "ibid.", "vol. XI", "p. 3", "pp. 4–9", ", ", "; ", ". See ", "footnote 2", " ",
     "Foreign Relations, 1951", "supra", "Part 2", "(", ")", "Adams Library, Box 3", " and ",
     "thereto", "The Long Road", "Washington Post", "1952–1954", "\n", "é"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
def test_every_citation_stands_in_the_text_in_order(text: str) -> None:
    """Whatever the words: spans within the text, none empty, none overlapping the next."""
    found = cite(text)[0]
    ends = [0, *(c.end for c in found)]
    for before, citation in zip(ends, found, strict=False):
        assert before <= citation.start < citation.end <= len(text)
