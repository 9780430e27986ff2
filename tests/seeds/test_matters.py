"""Matters of the real letters: what was pledged in 1933, and what the history says became of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import letterbook
from letterbook.book import Book
from letterbook.link.matters import Matter
from letterbook.link.outcome import Outcome


@pytest.fixture(scope="module")
def book(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The letters and the history, read and linked."""
    with letterbook.open(tmp_path_factory.mktemp("seeds") / "book.db") as opened:
        opened.read([shared / "seeds"], jobs=1)
        yield opened


@pytest.fixture(scope="module")
def every(book: Book) -> list[Outcome]:
    """What became of everything that was asked or promised."""
    return [outcome for matter in book.matters() for outcome in book.matter(matter.id)[1]]


def matter(book: Book, words: str, least: float = 0.5) -> Matter:
    """The one matter in which an act says these words."""
    (found,) = [m for m in book.matters(least) if any(words in act.words for act in m.acts)]
    return found


def course(book: Book, words: str, least: float = 0.5) -> dict[str, Outcome]:
    """What became of the points of that matter, by their words."""
    followed = book.matter(matter(book, words, least).id, least)[1]
    return {one.act.words: one for one in followed}


def of(every: list[Outcome], words: str) -> Outcome:
    """The outcome of the one act that says these words."""
    (found,) = [o for o in every if words in o.act.words]
    return found


def test_the_broken_pledge(every: list[Outcome]) -> None:
    """The history says that the pledge not to interfere was violated, and in which words."""
    told = of(every, "refrain from interfering")
    assert (told.act.side, told.act.other) == ("Soviet Union", "United States")
    assert (told.fate, told.according_to) == ("broken", "the history")
    assert told.by is not None and "had violated its pledge" in told.by.words


def test_the_debts_are_not_said_to_be_paid_or_broken(every: list[Outcome]) -> None:
    """The talks on the debts were pledged; what is said of them does not settle the pledge."""
    told = of(every, "pledged to participate in future talks")
    assert told.act.side == "Soviet Union"
    assert told.fate == "unknown"


def test_no_other_promise_is_said_to_be_kept_or_broken(every: list[Outcome]) -> None:
    """Wrong is worse than open: Litvinov's journey is not a broken pledge."""
    settled = [o.act.words for o in every if o.fate in ("kept", "broken")]
    assert all("interfering" in words or "debt" in words for words in settled)


def test_who_acts(book: Book) -> None:
    """Kalinin's acceptance is the Soviet Union's, Khrushchev's pledge too."""
    acts = [act for matter in book.matters() for act in matter.acts]
    accepted = next(a for a in acts if a.act.label == "accept" and "gladly accept" in a.words)
    assert (accepted.side, accepted.other) == ("Soviet Union", "United States")
    announced = next(a for a in acts if "confidential letter and proposals" in a.words)
    assert (announced.act.label, announced.side) == ("pledge", "Soviet Union")


def test_every_act_stands_in_its_source(book: Book) -> None:
    """What an act is said to say stands where it points."""
    for matter in book.matters(0.0):
        for act in matter.acts:
            text = book.show(act.told_by).source.text
            assert act.words.split()[0] in text[act.span.start : act.span.end]


# --- 1933 ---------------------------------------------------------------------------------------


def test_the_proposal_to_receive_representatives_is_accepted(book: Book) -> None:
    """The proposal of October 10 finds its acceptance of October 17, with words at both ends."""
    followed = book.matter(matter(book, "glad to receive", 0.3).id, 0.3)[1]
    proposed = [one for one in followed if one.act.act.label == "proposal"]
    (told,) = [one for one in proposed if "any representatives" in one.act.words]
    assert (told.act.act.label, told.act.side) == ("proposal", "United States")
    assert (told.fate, told.according_to) == ("accepted", "Soviet Union")
    assert told.by is not None and "I gladly accept your proposal" in told.by.words
    assert told.by.day is not None and told.by.day.isoformat() == "1933-10-17"


def test_it_commits_neither_nation(book: Book) -> None:
    """The proposal stands under a condition, and with the clause that it commits nobody."""
    held = matter(book, "glad to receive", 0.3)
    proposed = next(act for act in held.acts if "glad to receive" in act.words)
    assert proposed.act.condition == "If you are of similar mind"
    assert "not commit either Nation" in proposed.reserve


def test_litvinov_is_designated_and_the_day_left_to_agreement(book: Book) -> None:
    """It stands in the matter of the acceptance, as a pledge with its deadline."""
    held = matter(book, "gladly accept your proposal")
    named = next(act for act in held.acts if "Litvinov" in act.words)
    assert (named.act.label, named.side) == ("pledge", "Soviet Union")
    assert named.act.deadline == "at a time to be mutually agreed upon"


# --- 1961: the letter is not signed -------------------------------------------------------------


def test_two_proposals_are_two_matters(book: Book) -> None:
    """The channels are one, the meeting another; whose letter it is, its words on both tell."""
    channels, meeting = (matter(book, w) for w in ("diplomatic channels", "meet personally"))
    assert channels.id != meeting.id
    assert channels.sides == meeting.sides == ("Soviet Union", "United States")
    assert {act.side for m in (channels, meeting) for act in m.acts} == {"United States"}


def test_the_meeting_with_its_terms(book: Book) -> None:
    """It hangs on the general situation, and is wanted before too long."""
    held = matter(book, "meet personally")
    (act,) = [one for one in held.acts if "meet personally" in one.words]
    assert act.act.label == "proposal"
    assert act.act.deadline == "before too long"
    assert "general international situation" in act.act.condition
    assert "mutual schedules of engagements" in act.act.condition


def test_thompson_is_charged_to_discuss_the_meeting(book: Book) -> None:
    """The Ambassador's errand belongs to the meeting, and the matter is called so."""
    held = matter(book, "I have asked Ambassador Thompson")
    assert held.id == matter(book, "meet personally").id
    assert "meeting" in held.title


# --- 1933, as a history tells it ----------------------------------------------------------------


def test_what_the_history_says_became_of_each_pledge(every: list[Outcome]) -> None:
    """Of three things pledged in November 1933 one was violated; of the debts none is said kept."""
    told = {o.act.words: o for o in every if o.act.history and o.act.act.label == "pledge"}
    assert len(told) == 2  # the second sentence holds two: not to interfere, and religious rights
    assert any("certain religious and legal rights" in words for words in told)
    assert {o.fate for o in told.values()} == {"broken", "unknown"}
    assert all(o.according_to in ("", "the history") for o in told.values())


# --- 1962 ---------------------------------------------------------------------------------------


def test_the_writers_own_ranking(book: Book) -> None:
    """The German question is the main one, disarmament major, the test ban minor."""
    said = {
        title: next(m for m in book.matters() if title in m.title)
        for title in ("German question", "disarmament", "test ban")
    }
    assert {title: m.rank.words for title, m in said.items() if m.rank} == {
        "German question": "main question", "disarmament": "major and difficult question",
        "test ban": "minor question",
    }  # fmt: skip
    mine = [m.title for m in book.matters() if m in said.values()]
    assert [title for m in mine for title in said if title in m] == list(said)


def test_the_announced_letter_is_a_pledge_of_the_test_ban(book: Book) -> None:
    """A confidential letter "on this question" is promised on the question named before."""
    held = matter(book, "confidential letter and proposals")
    assert "test ban" in held.title
    pledge = course(book, "confidential letter and proposals")
    (told,) = [o for words, o in pledge.items() if "confidential letter" in words]
    assert (told.act.act.label, told.fate) == ("pledge", "open")


def test_the_request_to_solve_it(book: Book) -> None:
    """The Soviet Union's, to the United States: Kennedy was their President on that day."""
    held = matter(book, "Let us solve it")
    (act,) = [one for one in held.acts if "Let us solve it" in one.words]
    assert act.act.label in ("proposal", "request")
    assert (act.side, act.other) == ("Soviet Union", "United States")


def test_troops_in_west_berlin_are_what_is_left(book: Book) -> None:
    """What remained unresolved after the talks is a question of its own words."""
    held = matter(book, "only one question in effect remained unresolved", 0.3)
    assert "West Berlin" in held.title
    assert all(act.words in book.show(act.told_by).source.text.replace("\n", " ")
               or act.words.split()[0] in book.show(act.told_by).source.text
               for act in held.acts)  # fmt: skip


@pytest.mark.parametrize("words", ["wishes of good health", "eggs", "enjoys my full confidence"])
def test_nothing_is_invented(every: list[Outcome], words: str) -> None:
    """Courtesies ask and promise nothing; no outcome stands on words that are not there."""
    assert not any(words in o.act.words for o in every if o.act.act.label in ("pledge", "accept"))
