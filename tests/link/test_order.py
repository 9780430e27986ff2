"""In whatever order letters come, and in whatever portions, they are linked alike.

What a letter is named by may stand in its words alone (a date-time group, a delegation's number, a
memorandum's in its heading) or nowhere (an undated letter, named by the day about which it is
printed): a letter that named it before it came must then be looked at again.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import letterbook

WIRE = "Telegram From {} to {}\n\n{}, {}\n\n{}\n"
HOME, POST = "the Department of State", "the Embassy in Japan"
LETTERS = {
    # bear a number in their words alone
    "group.txt": WIRE.format(POST, HOME, "Tokyo", "March 6, 1957.", "061951Z. The ferry runs."),
    "todel.txt": WIRE.format(
        HOME, "the Delegation at the Conference on Ferries", "Washington", "March 7, 1957.",
        "256063/Todel 1287. The bridge stands.",
    ),
    "series.txt": WIRE.format(
        "the Delegation at the Conference on Ferries", HOME, "Geneva", "March 8, 1957.",
        "Delga 41. The gates are down.",
    ),
    "action.txt": "National Security Action Memorandum No. 151\n\nWashington, March 9, 1957.\n\n"
    "1. The Secretary will see to the ferry.\n\nMartha L. Vale\n",
    # are told by an office, or by a title
    "cable.txt": WIRE.format(HOME, POST, "Washington", "March 13, 1957.", "91. The gates close."),
    "project.txt": "Memorandum From Mr. Farr to Mr. Hale\n\nWashington, March 11, 1957.\n\n"
    "The ferry costs too much.\n",
    # name them
    "names-cable.txt": "Memorandum From the Assistant Secretary of State for European Affairs"
    " (Rook) to the Under Secretary of State (Odan)\n\nWashington, March 15, 1957.\n\n"
    "He is told of it in our cable to Tokyo.",
    "names-project.txt": "Memorandum From Mr. Farr to Mr. Hale\n\nWashington, March 16, 1957.\n\n"
    "The terms stand in the Ferry Project memo of March 11, 1957.",
    "names-group.txt": WIRE.format(
        HOME, POST, "Washington", "March 8, 1957.", "88. Your 061951Z of March 6 is clear."
    ),
    "names-todel.txt": WIRE.format(
        "the Delegation at the Conference on Ferries", HOME, "Geneva", "March 9, 1957.",
        "Delga 44. Reference is made to Todel 1287 on the bridge.",
    ),
    "names-series.txt": WIRE.format(
        HOME, "the Delegation at the Conference on Ferries", "Washington", "March 10, 1957.",
        "90. We have read Delga 41 with care.",
    ),
    "names-action.txt": "Memorandum From the Legal Adviser (Hale) to Secretary of State Lorne\n\n"
    "Washington, March 12, 1957.\n\nThis carries out NSAM 151 of March 9.\n",
}  # fmt: skip
NAMED = {
    "names-group.txt": "group.txt",
    "names-todel.txt": "todel.txt",
    "names-series.txt": "series.txt",
    "names-action.txt": "action.txt",
    "names-cable.txt": "cable.txt",
    "names-project.txt": "project.txt",
}
Said = set[tuple[str, ...]]


def said(book: letterbook.Book) -> Said:
    """Every tie of every letter, and the letters that are missing."""
    ties: Said = set()
    for letter in book.list():
        shown = book.show(letter.id)
        ties |= {(letter.path, t.kind, t.to, *t.candidates, t.words) for t in shown.does}
    return ties | {(u.what, u.sender, u.number, u.earliest) for u in book.missing()}


def read(folder: Path, portions: Iterable[Iterable[str]]) -> tuple[Said, dict[str, str]]:
    """What a new record says of the letters, read portion by portion; and their ids by file."""
    with tempfile.TemporaryDirectory() as home, letterbook.open(Path(home) / "kk.db") as book:
        for portion in portions:
            book.read([folder / name for name in portion])
        return said(book), {Path(each.path).name: each.id for each in book.list()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letters, each a file."""
    home = tmp_path_factory.mktemp("order")
    for name, text in LETTERS.items():
        (home / name).write_text(text, "utf-8")
    return home


@pytest.fixture(scope="module")
def whole(folder: Path) -> tuple[Said, dict[str, str]]:
    """What the record says when all are read at once."""
    return read(folder, [sorted(LETTERS)])


@pytest.mark.parametrize(("naming", "named"), sorted(NAMED.items()))
def test_read_at_once_each_finds_what_it_names(
    whole: tuple[Said, dict[str, str]], naming: str, named: str
) -> None:
    """The number leads to the letter that bears it."""
    ties, ids = whole
    assert any(row[0].endswith(f"/{naming}") and row[2] == ids[named] for row in ties)


@pytest.mark.parametrize(("naming", "named"), sorted(NAMED.items()))
def test_the_one_named_may_come_first_or_last(folder: Path, naming: str, named: str) -> None:
    """Reading A and then B says the same as B and then A, and as both at once."""
    ways = [[[naming], [named]], [[named], [naming]], [[naming, named]]]
    one, two, three = (read(folder, way)[0] for way in ways)
    assert one == two == three
    assert any(len(row) > 3 and row[2] for row in one)


@settings(max_examples=4, deadline=None)
@given(order=st.permutations(sorted(LETTERS)), cuts=st.sets(st.integers(1, len(LETTERS) - 1)))
def test_any_order_and_any_portions(
    folder: Path, whole: tuple[Said, dict[str, str]], order: list[str], cuts: set[int]
) -> None:
    """The links of the whole do not tell in which portions it came."""
    bounds = [0, *sorted(cuts), len(order)]
    portions = [order[a:b] for a, b in itertools.pairwise(bounds)]
    assert read(folder, portions)[0] == whole[0]


VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>"""
DOCUMENT = """<div type="document" n="{n}" xml:id="d{n}"><head>{n}. {head}</head>
<opener><dateline><placeName>{place}</placeName>, {day}</dateline></opener><p>{body}</p></div>"""
PRINTED = (
    ("Letter From President Vale to Prime Minister Farr", "Washington", "May 4, 1957.", "I ask."),
    ("Message From Prime Minister Farr to President Vale", "Ottawa", "undated.", "I answer."),
    ("Letter From President Vale to Prime Minister Farr", "Washington", "May 7, 1957.", "I see."),
)


def test_an_undated_letter_of_an_edition_that_comes_later(tmp_path: Path) -> None:
    """ "Your message of May 5" meets the undated message once its edition is read."""
    documents = [
        DOCUMENT.format(n=n, head=head, place=place, day=day, body=body)
        for n, (head, place, day, body) in enumerate(PRINTED, 1)
    ]
    (tmp_path / "volume.xml").write_text(VOLUME.format("".join(documents)), "utf-8")
    (tmp_path / "answer.txt").write_text(
        "Letter From President Vale to Prime Minister Farr\n\nWashington, July 9, 1957\n\n"
        "Dear Mr. Farr: I thank you for your message of May 5.\n",
        "utf-8",
    )
    ways = [
        [["answer.txt"], ["volume.xml"]], [["volume.xml"], ["answer.txt"]],
        [["answer.txt", "volume.xml"]],
    ]  # fmt: skip
    one, two, three = (read(tmp_path, way)[0] for way in ways)
    assert one == two == three
    assert [row for row in one if row[0].endswith("/answer.txt") and row[1] == "answers" and row[2]]
