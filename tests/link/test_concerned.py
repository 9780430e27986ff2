"""Whom a newcomer concerns: those whose words may mean it, and nobody else is linked anew."""

from __future__ import annotations

import datetime
import itertools
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import letterbook
from letterbook.book import linking
from letterbook.link.catalogue import Catalogue
from letterbook.link.concerned import may_mean
from letterbook.link.resolve import resolve
from letterbook.model import By, Finding, Letter, Mention, Name, Span, When

REGENT, ENVOY, PREMIER = Name("Ana Vell", "Regent"), Name("Jon Mar", "Envoy"), Name("Odan Farr")
MAY = datetime.date(1957, 5, 1)


def day(number: int) -> When:
    """A day of May 1957, counted on."""
    on = MAY + datetime.timedelta(number - 1)
    return When(on, on)


def letter(
    id: str, sender: Name, to: Name, when: When | None, kind: str = "letter", telegram: str = ""
) -> Letter:
    """A letter in a file of its own, far from all others."""
    return Letter(
        id=id, kind=kind, senders=(sender,), recipients=(to,), when=when, place="", number="",
        heading="", marking="", channel="", telegram=telegram, path=f"{id}/{id}.txt", where="",
        source=id, start=0, end=100, words="I write to you again.",
    )  # fmt: skip


ASKING = letter("asking", REGENT, ENVOY, day(10))
FROM_HIM, FROM_HER = letter("him", ENVOY, REGENT, day(8)), letter("her", REGENT, ENVOY, day(8))
FROM_ANOTHER = letter("another", PREMIER, ENVOY, day(8))
LATER, LONG_AGO = letter("later", ENVOY, REGENT, day(12)), letter("old", ENVOY, REGENT, day(-90))
WIRE = letter("wire", ENVOY, REGENT, day(8), kind="telegram", telegram="85")
BARE = Mention("undated", "letter", "addressee")
OF_DAY = Mention("dated", "letter", "addressee", when=day(8))
OF_MINE = Mention("dated", "letter", "writer", when=day(8))
OF_MONTH = Mention("dated", "letter", "addressee", when=When(day(1).earliest, day(31).latest))
NUMBERED = Mention("numbered", "telegram", "addressee", number="85")


@pytest.mark.parametrize(
    ("mention", "newcomer", "may"),
    [
        # "your letter": his, of the weeks before
        (BARE, FROM_HIM, True), (BARE, FROM_HER, False), (BARE, FROM_ANOTHER, False),
        (BARE, LATER, False), (BARE, LONG_AGO, False),
        # "your letter of May 8": his, of that day; on the next it would have to fit
        (OF_DAY, FROM_HIM, True), (OF_DAY, FROM_HER, False), (OF_DAY, FROM_ANOTHER, False),
        (OF_DAY, LONG_AGO, False), (OF_DAY, letter("next", ENVOY, REGENT, day(9)), True),
        (OF_DAY, letter("open", ENVOY, REGENT, None), True),
        (OF_MINE, FROM_HER, True), (OF_MINE, FROM_HIM, False),
        # "your letter of May" names no day, and may mean any of that month that is his
        (OF_MONTH, FROM_HIM, True), (OF_MONTH, FROM_HER, False), (OF_MONTH, LONG_AGO, False),
        # "your 85": what bears the number
        (NUMBERED, WIRE, True), (NUMBERED, FROM_HIM, False),
    ],
)  # fmt: skip
def test_what_a_mention_may_mean(mention: Mention, newcomer: Letter, may: bool) -> None:
    """By its side, its day and its number; where they tell nothing, it may."""
    catalogue = Catalogue.of([ASKING, newcomer])
    one, me = catalogue.entries[newcomer.id], catalogue.entries[ASKING.id]
    assert may_mean(mention, one, me, catalogue) is may


SIDES = (REGENT, ENVOY, PREMIER, Name(office="Embassy in Japan"), Name(office="Secretary of State"))
KINDS = ("letter", "telegram", "memorandum", "message", "note")
letters = st.builds(
    lambda number, sender, to, on, kind: letter(
        f"l{number}", sender, to, on and day(on), kind=kind, telegram=str(number)
    ),
    st.integers(100, 999), st.sampled_from(SIDES), st.sampled_from(SIDES),
    st.one_of(st.integers(1, 20), st.just(0)), st.sampled_from(KINDS),
)  # fmt: skip
mentions = st.builds(
    lambda what, whose, sender, on, form: Mention(
        form if form == "undated" or on else "undated", what, whose, sender=sender,
        when=day(on) if form == "dated" and on else None,
    ),
    st.sampled_from(["letter", "message", "telegram", "memorandum", "note"]),
    st.sampled_from(["addressee", "writer", "other"]),
    st.sampled_from(["", "Farr", "the Embassy in Japan", "you", "the Regent"]),
    st.integers(0, 20), st.sampled_from(["dated", "undated"]),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(mentions, st.lists(letters, max_size=4, unique_by=lambda x: x.id), letters)
def test_whoever_is_left_out_would_be_linked_as_before(
    value: Mention, others: list[Letter], newcomer: Letter
) -> None:
    """What a newcomer cannot be meant by resolves to the same letter without it and with it."""
    others = [one for one in others if one.id != newcomer.id]
    finding = Finding(Span("asking", 10, 20), "mention", value, By("rule", "x", "1"), "asking")
    whole = Catalogue.of([ASKING, *others, newcomer])
    alone = Catalogue.of([ASKING, newcomer])  # it is asked of these two, who know little
    entries = alone.entries
    if not may_mean(value, entries[newcomer.id], entries["asking"], alone):
        # in files of their own, nobody stands beside anybody
        before = resolve(finding, ASKING, Catalogue.of([ASKING, *others]))
        assert resolve(finding, ASKING, whole) == before


HEAP = {
    "a/one.txt": ("Jon Mar", "Ana Vell", "May 3, 1957", "I ask about the ferry."),
    "b/two.txt": ("Ana Vell", "Jon Mar", "May 6, 1957", "I have received your letter. No ferry."),
    "c/three.txt": ("Odan Farr", "Ana Vell", "May 4, 1957", "The bridge is down."),
    "d/four.txt": ("Ana Vell", "Odan Farr", "May 9, 1957", "Thank you for your letter of May 4."),
    "e/five.txt": ("Jon Mar", "Ana Vell", "May 8, 1957", "Your letter has come. So be it."),
    "f/six.txt": ("Ana Vell", "Odan Farr", "July 20, 1957", "I come back to your letter of May."),
    "g/seven.txt": ("Jon Mar", "Eda Rook", "June 9, 1957", "Odan Farr's letter is before me."),
}
Told = set[tuple[str, str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven letters of four persons, each in a folder of its own."""
    home = tmp_path_factory.mktemp("concerned")
    for name, (sender, to, on, body) in HEAP.items():
        (home / name).parent.mkdir()
        (home / name).write_text(
            f"Letter From {sender} to {to}\n\n{on}\n\nDear {to}:\n\n{body}\n\n{sender}\n", "utf-8"
        )
    return home


def read(folder: Path, portions: Iterable[Iterable[str]]) -> Told:
    """What each letter does to which, after reading portion by portion."""
    with tempfile.TemporaryDirectory() as home, letterbook.open(Path(home) / "kk.db") as book:
        for portion in portions:
            book.read([folder / name for name in portion])
        ties = [t for letter in book.list() for t in book.show(letter.id).does]
        return {(t.letter, t.kind, t.to) for t in ties}


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(sorted(HEAP)), cuts=st.sets(st.integers(1, len(HEAP) - 1)))
def test_your_letter_is_found_in_whatever_order(
    folder: Path, order: list[str], cuts: set[int]
) -> None:
    """ "Your letter" waits for the one it means, as do "of May" and "Farr's letter"."""
    bounds = [0, *sorted(cuts), len(order)]
    portions = [order[a:b] for a, b in itertools.pairwise(bounds)]
    whole = read(folder, [sorted(HEAP)])
    assert len([row for row in whole if row[1] == "answers" and row[2]]) == 4
    assert len([row for row in whole if row[1] == "refers to" and row[2]]) == 1
    assert read(folder, portions) == whole


def test_only_whom_it_concerns_is_linked_anew(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two that wait with "your letter" the one that had it from the newcomer's writer."""
    tied: list[str] = []
    tie = linking.tie

    def noted(ids: list[str], *rest: object) -> object:
        tied.extend(ids)
        return tie(ids, *rest)  # type: ignore[arg-type]

    with letterbook.open(tmp_path / "kk.db") as book:
        book.read([folder / name for name in HEAP if name != "a/one.txt"])
        monkeypatch.setattr(
            linking, "tie", lambda ids, path, catalogue: noted(ids, path, catalogue)
        )
        book.read(folder / "a/one.txt")
        named = {Path(book.show(id).letter.path).name for id in tied}  # type: ignore[union-attr]
    assert "one.txt" in named and "two.txt" in named
    assert "four.txt" not in named
