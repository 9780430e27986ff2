"""After a change only the exchanges that it touches are gathered again, and nothing is missed."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import letterbook
from letterbook.book import Book
from letterbook.link.acted import Acted
from letterbook.link.exchange import Exchange, by_exchange, main_of, stated
from letterbook.link.gathering import gathered_again
from letterbook.link.kept_matters import VERSION
from letterbook.link.matters import gather_one
from letterbook.model import Act, Span
from letterbook.record.gathered import Again
from tests.record.fake import letter

WHO = {
    "Orvane": "Jon Mar, Regent of Orvane", "Tolmary": "Ana Vell, Regent of Tolmary",
    "Marlund": "Per Holm, Chancellor of Marlund", "nobody": "C. Strand",
}  # fmt: skip
SAID = (
    "I ask that your Government open the harbour of Ost to our boats before the spring.",
    "I propose that our engineers meet and measure the river at the bridge.",
    "I gladly accept your proposal that our engineers measure the river at the bridge.",
    "We shall send Captain Rusz to the bridge by the first of May.",
    "I cannot agree that the harbour of Ost be opened to the boats.",
    "The promise about the harbour was not kept.",
)
HISTORY = """# The quarrel of the harbour

In 1962 Orvane and Tolmary spoke of the harbour. Orvane pledged to open the harbour of Ost. In the
end Tolmary said that Orvane had violated its pledge to open the harbour of Ost.
"""


def text(writer: str, reader: str, day: int, said: list[int]) -> str:
    """A letter of December 1962."""
    body = "Sir,\n\n" + "\n\n".join(SAID[n] for n in said)
    return letter(WHO[writer], WHO[reader], f"1962-12-{day:02}", "Ost", body)


def kept(book: Book) -> Any:
    """All that is kept of the matters, in an order of its own: numbers aside."""
    book.matters()
    con = book._record._con
    names = dict(con.execute("SELECT nr, id || exchange FROM matter"))
    matters = sorted(con.execute(
        "SELECT id, title, sides, within, named, best, firm, weight, exchange, acts, reports,"
        " outcomes FROM matter"
    ))  # fmt: skip
    letters = sorted((names[m], id, best) for id, m, best in con.execute(
        "SELECT letter, matter, best FROM matter_letter"
    ))  # fmt: skip
    owing = sorted((names[m], *row) for m, *row in con.execute("SELECT * FROM owing"))
    signs = sorted(con.execute("SELECT letter, sign, passes FROM gathered_letter"))
    return matters, letters, owing, [(id, sign, sorted(json.loads(p))) for id, sign, p in signs]


def gathered_whole(book: Book) -> Any:
    """The same after all of it was gathered anew."""
    book._record._con.execute("DELETE FROM gathered")
    return kept(book)


# --- nothing is missed --------------------------------------------------------------------------

LETTERS = st.tuples(
    st.sampled_from(sorted(WHO)), st.sampled_from(sorted(WHO)), st.integers(1, 28),
    st.lists(st.integers(0, len(SAID) - 1), min_size=1, max_size=3, unique=True),
)  # fmt: skip
CHANGES = st.one_of(
    st.tuples(st.just("write"), st.integers(0, 5), LETTERS),
    st.tuples(st.just("remove"), st.integers(0, 5)),
    st.tuples(st.just("put"), st.integers(0, 9), st.sampled_from(["Water", "The boats"])),
    st.tuples(st.just("correct"), st.integers(0, 9), st.sampled_from(sorted(WHO))),
    st.tuples(st.just("tell")),
    st.tuples(st.just("undo")),
)


def change(book: Book, folder: Path, what: tuple[Any, ...]) -> None:
    """Write or remove a letter or a history, or say something of a matter or of a letter."""
    name, *told = what
    if name == "write":
        (folder / f"l{told[0]}.txt").write_text(text(*told[1]))
    elif name == "remove":
        (folder / f"l{told[0]}.txt").unlink(missing_ok=True)
    elif name == "tell":
        (folder / "history.md").write_text(HISTORY)
    elif name == "undo" and book.log():
        done = [one.number for one in book.log() if one.state == "in force"]
        if done:
            book.undo(done[-1])
    elif name == "put" and (matters := book.matters(0.0)):
        book.place(matters[told[0] % len(matters)].id, told[1])
    elif name == "correct" and (letters := book.list()):
        book.correct(letters[told[0] % len(letters)].id, "sender", WHO[told[1]])
    if name in ("write", "remove", "tell"):
        book.read([folder], jobs=1)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LETTERS, min_size=2, max_size=5), st.lists(CHANGES, min_size=1, max_size=4))
def test_what_is_gathered_again_is_what_gathering_all_gives(
    letters: list[Any], changes: list[tuple[Any, ...]]
) -> None:
    """Whatever was written, removed, corrected, put together or taken back."""
    with tempfile.TemporaryDirectory() as at:
        folder = Path(at) / "in"
        folder.mkdir()
        for n, one in enumerate(letters):
            (folder / f"l{n}.txt").write_text(text(*one))
        with letterbook.open(Path(at) / "book.db") as book:
            book.read([folder], jobs=1)
            kept(book)
            for what in changes:
                change(book, folder, what)
                some = kept(book)
                assert some == gathered_whole(book)


# --- and no more is done than has to be ---------------------------------------------------------


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """Orvane writes to Tolmary, Marlund to Orvane."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "l0.txt").write_text(text("Orvane", "Tolmary", 3, [0, 1]))
    (folder / "l1.txt").write_text(text("Marlund", "Orvane", 5, [0]))
    with letterbook.open(tmp_path / "book.db") as opened:
        opened.read([folder], jobs=1)
        opened.matters()
        yield opened


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The sides of the exchanges that are gathered."""
    sides: list[tuple[str, ...]] = []
    gather: Callable[..., Any] = gather_one

    def noted(each: Exchange, *given: Any) -> Any:
        sides.append(each.sides)
        return gather(each, *given)

    monkeypatch.setattr("letterbook.link.gathering.gather_one", noted)
    return sides


def again(book: Book) -> Again:
    """What would be gathered again now."""
    return gathered_again(book._record, VERSION)


def test_a_letter_touches_its_own_exchange(
    book: Book, tmp_path: Path, seen: list[tuple[str, ...]]
) -> None:
    """A letter of Tolmary to Orvane leaves what Marlund asked as it was gathered."""
    (tmp_path / "in/l2.txt").write_text(text("Tolmary", "Orvane", 9, [2]))
    book.read([tmp_path / "in"], jobs=1)
    book.look_for_acts()
    made = again(book)
    assert not made.whole and len(made.signs) == 1 and len(list(made.matters)) > 0
    assert seen == [("Orvane", "Tolmary")]


def test_a_persons_word_touches_where_the_sentence_stands(
    book: Book, seen: list[tuple[str, ...]]
) -> None:
    """What is put into another matter is gathered where its words are said, in each exchange."""
    river = next(m for m in book.matters(0.0) if any("river" in a.words for a in m.acts))
    book.place(river.id, "The bridge")
    seen.clear()
    assert list(again(book).matters)
    assert seen == [("Orvane", "Tolmary")]


def test_where_nothing_changed_nothing_is_gathered(book: Book) -> None:
    """A file that is read again as it was leaves all as it stands."""
    made = again(book)
    assert (list(made.matters), made.signs, made.gone, made.exchanges) == ([], {}, [], [])


def test_another_way_of_gathering_gathers_all(book: Book, seen: list[tuple[str, ...]]) -> None:
    """A newer letterbook does not keep what an older one gathered."""
    made = gathered_again(book._record, "another")
    assert made.whole and len(made.signs) == 2 and list(made.matters)
    assert sorted(seen) == [("Marlund", "Orvane"), ("Orvane", "Tolmary")]


# --- between whom an act passes -----------------------------------------------------------------


def act(side: str, other: str, within: tuple[str, ...] = (), told_by: str = "a") -> Acted:
    """A request of one side to another."""
    return Acted(Act("request"), Span(told_by, 0, 5), "Come.", 0.9, told_by, None, side, other,
                 side, within=within)  # fmt: skip


@pytest.mark.parametrize(
    ("side", "other", "within", "wanted"),
    [
        # two countries are an exchange, whoever writes
        ("Orvane", "Tolmary", ("Mar", "Vell"), Exchange(("Orvane", "Tolmary"))),
        ("Tolmary", "Orvane", (), Exchange(("Orvane", "Tolmary"))),
        # of one country's letters to its own each correspondence is one
        ("Orvane", "Orvane", ("Legation at Zaral", "Ministry"),
         Exchange(("Orvane",), ("Legation at Zaral", "Ministry"))),
        # of papers without parties each volume
        ("", "", ("volume.xml",), Exchange((), ("volume.xml",))),
    ],
)  # fmt: skip
def test_between_whom(
    side: str, other: str, within: tuple[str, ...], wanted: Exchange
) -> None:  # fmt: skip
    """An exchange is two countries, or the two who write."""
    assert stated(act(side, other, within)) == wanted


def test_a_legation_writes_of_those_it_deals_with() -> None:
    """Its telegrams home go with the country that most letters are to or from."""
    home = act("Orvane", "Orvane", ("Legation", "Ministry"))
    abroad = [act("Orvane", "Tolmary"), act("Tolmary", "Orvane", told_by="b")]
    assert list(by_exchange([home, *abroad])) == [Exchange(("Orvane", "Tolmary"))]
    other = [act("Orvane", "Marlund"), act("Orvane", "Marlund")]
    assert len(by_exchange([home, *abroad, *other])) == 3
    main = main_of({Exchange(("Orvane",), ("x", "y")): 4})
    assert main(Exchange(("Orvane",), ("x", "y"))) == Exchange(("Orvane",), ("x", "y"))
