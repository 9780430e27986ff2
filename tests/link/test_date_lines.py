"""Which undated letters are dated together, and that they are: rows of a volume, pieces of rows."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import letterbook
from letterbook.link.date_lines import LONG, REACH, SIDE, pieces
from letterbook.model import Letter

LINES = [
    # (the file: d dated, u undated, h one end open; the pieces; the rows)
    ("", [], []),  # an empty file
    ("dddd", [], []),  # nothing to date
    ("u", ["0"], ["0"]),  # a letter alone in its file
    ("dud", ["1"], ["012"]),  # between two dated ones
    ("duud", ["12"], ["0123"]),  # side by side: each tells of the other's days
    ("dududd", ["13"], ["012345"]),  # a dated one between parts them not
    ("uddddu", ["0", "5"], ["01234", "12345"]),  # four dated ones do
    ("dddddduddddddd", ["6"], ["23456789a"]),  # no more than four to each side
    ("dhuhd", ["2"], ["024"]),  # a letter with one open end is no help
    ("uhhhhu", ["05"], ["05"]),
]


@pytest.mark.parametrize(("line", "together", "rows"), LINES)
def test_rows(line: str, together: list[str], rows: list[str]) -> None:
    """Undated letters that stand close are one piece; dated ones stand to both sides of it."""
    told = {"d": True, "u": False, "h": None}
    found = list(pieces([(f"{at:x}", told[sign]) for at, sign in enumerate(line)]))
    assert ["".join(piece.letters) for piece in found] == together
    assert ["".join(piece.row) for piece in found] == rows


@given(st.lists(st.sampled_from([True, False, False, None]), max_size=200))
def test_every_undated_letter_is_in_one_piece(line: list[bool | None]) -> None:
    """Once and in order; its row holds it, and is no longer than a piece and what stands by it."""
    found = list(pieces([(str(at), dated) for at, dated in enumerate(line)]))
    undated = [str(at) for at, dated in enumerate(line) if dated is False]
    assert [letter for piece in found for letter in piece.letters] == undated
    for piece in found:
        assert set(piece.letters) <= set(piece.row)
        assert list(piece.row) == sorted(piece.row, key=int)
        assert len(piece.letters) <= LONG
        assert not any(line[int(letter)] is None for letter in piece.row)
        outside = [n for n in map(int, piece.row) if not _between(n, piece.letters)]
        assert len(outside) <= 2 * REACH
        assert sum(line[n] is True for n in outside) <= 2 * SIDE


def _between(place: int, letters: tuple[str, ...]) -> bool:
    return int(letters[0]) <= place <= int(letters[-1])


@given(st.lists(st.booleans(), min_size=40, max_size=120), st.data())
def test_a_letter_tells_only_of_those_near_it(line: list[bool], data: st.DataObject) -> None:
    """Whether a letter far off is dated changes no piece here: one more is cheap."""
    there = data.draw(st.integers(0, len(line) - 1))
    changed = [dated if at != there else not dated for at, dated in enumerate(line)]
    reach = LONG * (REACH + 1) + REACH
    near = {str(at) for at in range(max(0, there - reach), there + reach)}
    before, after = (
        set(pieces([(str(at), dated) for at, dated in enumerate(one)])) for one in (line, changed)
    )
    assert all(near & set(piece.row) for piece in before ^ after)


# --- in a record --------------------------------------------------------------------------------

HARBOUR = [
    ("1951-05-01", "The harbour is open."),
    ("", "I have received your letter of May 9, 1951. The dredging began on May 10, 1951."),
    ("", "The pilots are content."),
    ("", "Thank you for your letter of May 12, 1951. On May 13, 1951, the boats came."),
    ("1951-05-29", "The harbour is shut."),
]


def volume(path: Path, printed: list[tuple[str, str]]) -> Path:
    """A TEI volume of letters from Ana Vell to Jon Mar: day ("" for none) and body of each."""
    parts = []
    for n, (day, body) in enumerate(printed, 1):
        date = (
            f'<opener><dateline><date when="{day}">{day}</date></dateline></opener>' if day else ""
        )
        parts.append(
            f'<div type="document" xml:id="d{n}" n="{n}"><head>{n}. Letter From Ana Vell to Jon Mar'
            f"</head>{date}<p>Dear Mr. Mar:</p><p>{body}</p><closer><signed>Ana Vell</signed>"
            "</closer></div>"
        )
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Harbour'
        f"</title></titleStmt></fileDesc></teiHeader><text><body>{''.join(parts)}</body></text></TEI>"
    )
    return path


def days(book: letterbook.Book) -> dict[str, str]:
    """The day of each letter by its place in the volume."""
    return {letter.where: _edtf(letter) for letter in book.list() if letter.where}


def _edtf(letter: Letter) -> str:
    return letter.when.edtf if letter.when else ""


def test_undated_neighbours_are_dated_together(tmp_path: Path) -> None:
    """What the second and the fourth say of their days bounds the third, which says nothing."""
    alone = [HARBOUR[0], HARBOUR[2], HARBOUR[4]]
    with letterbook.open(tmp_path / "alone.db") as book:
        book.read(volume(tmp_path / "alone.xml", alone))
        before = next(x for x in book.list() if x.where == "d2").when
    with letterbook.open(tmp_path / "kk.db") as book:
        book.read(volume(tmp_path / "harbour.xml", HARBOUR))
        held = {letter.where: letter for letter in book.list()}
        when = held["d3"].when
    assert before and before.earliest and when and when.earliest and when.latest
    assert held["d3"].inferred
    assert when.earliest > before.earliest
    assert when.earliest <= datetime.date(1951, 5, 12) <= when.latest


def test_a_link_that_comes_later_dates_the_row_as_if_it_had_come_first(tmp_path: Path) -> None:
    """A letter elsewhere that names an undated one by its day dates its neighbours anew."""
    files = [
        volume(tmp_path / "harbour.xml", HARBOUR),
        tmp_path / "answer.txt",
    ]
    files[1].write_text(
        "Ost, May 20, 1951.\n\nMadam:\n\nI have received your letter of May 11, 1951, in which you"
        " tell me that the pilots are content.\n\nYours,\n\nJon Mar\n"
    )
    told = []
    for order in (files, files[::-1]):
        with letterbook.open(tmp_path / f"{order[0].stem}.db") as book:
            for file in order:
                book.read(file)
            told.append(days(book))
    assert told[0] == told[1]


def test_a_day_that_a_person_sets_dates_the_neighbours_anew(tmp_path: Path) -> None:
    """And taking it back gives them the days they had."""
    with letterbook.open(tmp_path / "kk.db") as book:
        book.read(volume(tmp_path / "harbour.xml", HARBOUR))
        before = days(book)
        third = next(letter.id for letter in book.list() if letter.where == "d3")
        entry = book.correct(third, "date", "1951-05-24", who="Ada")
        after = days(book)
        assert after["d3"] == "1951-05-24"
        assert after["d4"] != before["d4"]
        book.undo(entry.number, who="Ada")
        assert days(book) == before


def test_dating_again_writes_nothing(tmp_path: Path) -> None:
    """The second linking finds nothing to date, and every finding where it was."""
    path = volume(tmp_path / "harbour.xml", HARBOUR)
    with letterbook.open(tmp_path / "kk.db") as book:
        book.read(path)
        before = [book.show(letter.id).findings for letter in book.list()]
        book.link()
        assert [book.show(letter.id).findings for letter in book.list()] == before


def test_many_undated_letters_side_by_side(tmp_path: Path) -> None:
    """A row longer than a piece: every letter is dated, none before a dated one by much."""
    many = [("", f"I have your letter of June {1 + n // 4}, 1951.") for n in range(100)]
    printed = [("1951-05-30", "It begins."), *many, ("1951-07-02", "It ends.")]
    with letterbook.open(tmp_path / "kk.db") as book:
        book.read(volume(tmp_path / "many.xml", printed))
        held = book.list()
    assert len(held) == 102
    assert all(letter.when and letter.when.earliest for letter in held)
    third = {x.where: x.when for x in held}
    first, last = third["d6"], third["d95"]
    assert first and last and first.latest and last.earliest
    assert first.latest < last.earliest
