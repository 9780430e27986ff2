"""Citations: Chicago notes, Foreign Relations by document or by page, and the export formats."""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import letterbook
from letterbook.model import Letter, LetterbookError, Name, Provenance, When
from letterbook.record import Record
from letterbook.write.cite import Library, Reference, briefly, chicago, frus
from letterbook.write.cite_as import STYLES, cite, item
from letterbook.write.day_words import in_words
from letterbook.write.volume import Volume, volume
from tests.conftest import ROOT

DAY = datetime.date(1961, 6, 3)
LETTER = Letter(
    id="k7m2q9xd", kind="letter", senders=(Name("Ruth Averill", "Minister of External Relations"),),
    recipients=(Name("Ignác Morvény"),), when=When(DAY, DAY), place="Port Selm", number="84",
    heading="84. Letter From Minister Averill to Minister Morvény", marking="", channel="",
    telegram="", path="volumes/frus1961-63v06.xml", where="d84", source="k7m2q9xd", start=0, end=10,
)  # fmt: skip
PAGE = (
    "Foreign Relations of the United States, 1961–1963, Volume VI, The Gulf Exchanges, Department"
    " of State, Washington, Editors: A. Ash, B. Birch, General Editor: C. Cole, United States"
    " Government Printing Office Washington, 1996, DEPARTMENT OF STATE PUBLICATION 1"
)


def reference(printed: Volume | None = None, **parts: object) -> Reference:
    """A reference to the letter above."""
    given = {"volume": printed, "title": LETTER.heading, "letter": LETTER, **parts}
    return Reference("k7m2q9xd", path=LETTER.path, where="d84", **given)  # type: ignore[arg-type]


# --- volumes --------------------------------------------------------------------------------------


def test_title_page() -> None:
    """Series, years, number, title, editors, year of a title page in one line."""
    held = volume(PAGE, "x.xml")
    assert held == Volume(
        "Foreign Relations of the United States", "1961–1963", "VI", "", "The Gulf Exchanges",
        "A. Ash, B. Birch", "1996",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("frus/frus1961-63v06.xml", "1961–1963, vol. VI"),
        ("frus1952-54v14p2.xml", "1952–1954, vol. XIV, part 2"),
        ("frus1969-76ve04.xml", "1969–1976, vol. E–4"),
        ("frus1948v05p1.xml", "1948, vol. V, part 1"),
        ("frus1964-68v29p1.xml", "1964–1968, vol. XXIX, part 1"),
    ],
)
def test_file_names(path: str, name: str) -> None:
    """Where the title page is silent, the file's name says which volume it is."""
    held = volume("Contents, A list", path)
    assert held is not None
    assert held.name == f"Foreign Relations of the United States, {name}"


def test_no_volume() -> None:
    """A letter in a folder is in no volume."""
    assert volume("", "letters/a.txt") is None


def test_by_document_and_by_page() -> None:
    """Volumes from 1955–57 on are cited by document, those before by page."""
    late, early = volume("", "frus1961-63v06.xml"), volume("", "frus1952-54v14p2.xml")
    assert frus(reference(late)).endswith("1961–1963, vol. VI, Document 84")
    assert frus(reference(early, pages=("198", "199", "200"))).endswith("part 2, pp. 198–200")
    assert frus(reference(early, pages=("198",))).endswith("part 2, p. 198")
    assert frus(reference(early)).endswith("vol. XIV, part 2")


# --- Chicago --------------------------------------------------------------------------------------


def test_printed_letter() -> None:
    """Sender to recipient, place, day, volume."""
    assert chicago(reference(volume(PAGE, ""))) == (
        "Ruth Averill to Ignác Morvény, Port Selm, June 3, 1961, in Foreign Relations of the United"
        " States, 1961–1963, vol. VI, Document 84."
    )


def test_kept_letter() -> None:
    """Without a volume, the archive from the inside out; without both, the file."""
    archive = Provenance("Ministry of External Relations", "Minister's Letters", box="11")
    assert chicago(reference(archive=archive)).endswith(
        "June 3, 1961, Box 11, Minister's Letters, Ministry of External Relations."
    )
    assert chicago(reference()).endswith("June 3, 1961, frus1961-63v06.xml d84.")


def test_sample(sample: Record) -> None:
    """Letters of the sample, an inferred day in brackets, a history by its title."""
    library = Library(sample)

    def cited(target: str) -> str:
        return chicago(library.of_shown(sample.shown(sample.resolve(target))))

    assert cited("port-selm-148.txt").startswith(
        "Ministry of External Relations to Legation in Marlund, telegram 148, Port Selm, September"
    )
    assert "[February 11, 1957]" in cited("letter-31.txt")
    assert cited("no-name.txt").startswith("[unknown] to Kazmír Dolány, September 20, 1956")
    assert ",”" in cited("a-line-reopened.txt")
    assert cited("documents-1956-58/d2").startswith("“Memorandum of Conversation,” Sankt Evert")


@pytest.mark.parametrize(
    ("first", "last", "doubt", "words"),
    [
        ("1933-10-10", "1933-10-10", "", "October 10, 1933"),
        ("1933-10-10", "1933-10-10", "?", "October 10, 1933?"),
        ("1954-07-29", "1954-07-31", "", "July 29–31, 1954"),
        ("1961-11-30", "1961-12-01", "", "November 30 – December 1, 1961"),
        ("1962-12-30", "1963-01-02", "", "December 30, 1962 – January 2, 1963"),
        ("1933-10-01", "1933-10-31", "", "October 1933"),
        ("1933-10-01", "1933-11-30", "", "October–November 1933"),
        ("1936-01-01", "1936-12-31", "~", "about 1936"),
        ("1920-01-01", "1929-12-31", "", "1920–1929"),
        ("", "1962-12-19", "", "not after December 19, 1962"),
        ("1962-12-19", "", "", "not before December 19, 1962"),
        ("", "", "", "undated"),
    ],
)
def test_in_words(first: str, last: str, doubt: str, words: str) -> None:
    """Dates as calendars print them."""
    days = [datetime.date.fromisoformat(day) if day else None for day in (first, last)]
    assert in_words(When(days[0], days[1], doubt=doubt)) == words


# --- exports --------------------------------------------------------------------------------------


def test_csl() -> None:
    """CSL-JSON: names apart, the day in parts, the volume it is in."""
    made = item(reference(volume(PAGE, "")))
    assert made["author"] == [{"family": "Averill", "given": "Ruth"}]
    assert made["issued"] == {"date-parts": [[1961, 6, 3]]}
    assert made["container-title"].endswith("vol. VI")
    assert "page" not in made
    assert json.loads(cite(reference(), "csl"))[0]["id"] == "k7m2q9xd"


def test_bibtex() -> None:
    """BibTeX: surname first, nothing in a name is a command."""
    made = cite(reference(volume(PAGE, "")), "bibtex")
    assert made.startswith("@misc{k7m2q9xd,\n  author = {Averill, Ruth},")
    assert "year = {1961}" in made
    letter = replace(LETTER, senders=(Name("A_B {\\input{x}} & Co"),))
    assert "\\textbackslash{}input" in cite(Reference("x", letter, "", "a.txt", ""), "bibtex")


def test_ris() -> None:
    """RIS: one tag a line, closed."""
    lines = cite(reference(volume(PAGE, "")), "ris").splitlines()
    assert lines[0] == "TY  - PCOMM"
    assert lines[-1] == "ER  - "
    assert "AU  - Averill, Ruth" in lines
    assert "DA  - 1961/06/03" in lines


def test_unknown_style() -> None:
    """A style that is not known is named, and those that are."""
    with pytest.raises(LetterbookError, match="chicago"):
        cite(reference(), "harvard")


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(sorted(STYLES)))
def test_any_names(sender: str, title: str, style: str) -> None:
    """Whatever a letter's header holds, each style gives a citation of balanced lines."""
    letter = replace(LETTER, senders=(Name(sender),), heading=title)
    made = cite(Reference("x", letter, title, "a.txt", ""), style)
    assert made.strip()
    if style == "ris":
        assert all(line[2:6] == "  - " for line in made.splitlines())
    if style == "csl":
        assert json.loads(made)
    if style == "bibtex":
        bare = made.replace("\\{", "").replace("\\}", "")
        assert bare.count("{") == bare.count("}")


def test_briefly() -> None:
    """Short enough for a link."""
    assert briefly(reference()) == "Ruth Averill to Ignác Morvény, June 3, 1961"


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The sample's volume, under the name of one that is cited by page."""
    folder = tmp_path_factory.mktemp("early")
    sample = ROOT / "examples" / "heap" / "published" / "documents-1956-58.xml"
    shutil.copy(sample, folder / "frus1952-54v14p2.xml")
    with letterbook.open(folder / "book.db") as book:
        book.read(folder / "frus1952-54v14p2.xml", jobs=1)
    record = Record(folder / "book.db", readonly=True)
    yield record
    record.close()


def test_pages_of_a_volume(early: Record) -> None:
    """Each document is cited by the pages it stands on, none by its number."""
    library = Library(early)
    told = [frus(library.of_letter(letter)) for letter in early.letters()]
    assert all("Document" not in words for words in told)
    assert all(", p. " in words or ", pp. " in words for words in told)
