"""Matters: what is gathered, what it is called, what became of it, and what persons say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.link.acted import Acted
from letterbook.link.fates import promised, reports_of
from letterbook.link.matters import Matter, gather
from letterbook.link.outcome import Outcome, answered, later
from letterbook.link.owed import owed, waits
from letterbook.model import Act, ActLabel, Span

ORVANE, TOLMARY = "Orvane", "Tolmary"


def act(
    label: ActLabel, words: str, topic: str = "", letter: str = "a", day: str = "1957-02-11",
    side: str = ORVANE, start: int = 0, **more: object,
) -> Acted:  # fmt: skip
    """An act of a letter between Orvane and Tolmary; a history's has no day."""
    other = TOLMARY if side == ORVANE else ORVANE
    history = bool(more.pop("history", False))
    made = Act(label, topic=topic, recall=bool(more.pop("recall", False)))
    at = Span(letter, start, start + len(words))
    when = None if history or not day else date.fromisoformat(day)
    return Acted(made, at, words, 0.9, letter, when, side, other, "" if history else side,
                 history, between=(ORVANE, TOLMARY) if history else ())  # fmt: skip


LOAN = act("question", "There remains the Harbor Loan of 1931.", "the Harbor Loan", "a", start=0)
GATES = act("question", "The gates at Hollin are the chief question.", "the gates at Hollin", "a",
            start=60)  # fmt: skip
LOAN_TOO = act("proposal", "Let three bankers look at the Harbor Loan.", "the Harbor Loan", "b",
               "1957-03-06", TOLMARY)  # fmt: skip
RAISED = act("pledge", "The gates at Hollin shall stay raised until the engineers report.",
             "the gates at Hollin", "b", "1957-03-06", ORVANE, 80)  # fmt: skip


def only(held: list[Matter], words: str) -> Matter:
    """The one matter in which an act says these words."""
    (found,) = [m for m in held if any(words in one.words for one in m.acts)]
    return found


def test_what_shares_its_rare_words_is_one_matter() -> None:
    """The loan and the gates are two matters, each with both letters."""
    held = gather([LOAN, GATES, LOAN_TOO, RAISED])
    assert len(held) == 2
    assert only(held, "bankers").acts == (LOAN, LOAN_TOO)
    assert only(held, "chief question").title == "the gates at Hollin"
    assert only(held, "bankers").sides == (ORVANE, TOLMARY)


def test_the_order_of_acts_does_not_matter() -> None:
    """Letters come in any order and the matters are the same."""
    first = gather([LOAN, GATES, LOAN_TOO, RAISED])
    for some in permutations([LOAN, GATES, LOAN_TOO, RAISED]):
        assert gather(some) == first


def test_a_person_names_and_joins_matters() -> None:
    """What a person put together stays together under his title, and draws its like."""
    placed = {LOAN.words: "Money and water", GATES.words: "Money and water"}
    held = gather([LOAN, GATES, LOAN_TOO, RAISED], placed)
    assert [m.title for m in held] == ["Money and water"]
    assert held[0].named and len(held[0].acts) == 4


def test_a_person_splits_a_matter() -> None:
    """The bankers are put apart from the loan, and the loan keeps what is left."""
    held = gather([LOAN, LOAN_TOO], {LOAN_TOO.words: "The three bankers"})
    assert only(held, "bankers").title == "The three bankers"


def test_a_sentence_that_names_nothing_speaks_of_the_last() -> None:
    """ "I ask you to do so" belongs to the question before it."""
    plain = act("request", "I ask you to do so.", "", "a", start=110)
    held = gather([LOAN, GATES, plain])
    assert plain in only(held, "chief question").acts


# --- what became of it --------------------------------------------------------------------------


def became(
    acts: list[Acted], replies: dict[str, list[str]], as_of: date | None = None
) -> list[Outcome]:
    """The outcomes of acts that are all of one matter: the answers, then the promises."""
    known = [one for one in acts if not later(one, as_of)]
    reports = reports_of(known)
    answers = answered(known, lambda letter: replies.get(letter, []), as_of)
    return answers + [promised(one, reports.get(one, ()), known, as_of) for one in known
                      if one.act.label == "pledge" and one.own]  # fmt: skip


def test_a_report_speaks_of_the_promise_that_was_given_and_not_of_its_renewal() -> None:
    """A renewed promise whose writer's side nobody knows is not nearer to a history that names
    no side either."""
    given = act("pledge", "I give you this assurance: the gates at Hollin will stay raised.",
                "the gates", "b", "1957-03-06")  # fmt: skip
    again = replace(act("pledge", "The gates stand open, as Averill undertook, and will stay so.",
                        "the gates", "c", "1957-07-09"), side="")  # fmt: skip
    broken = act("report", "The promise about the gates was broken for twenty-two days.",
                 letter="h", side="", history=True)  # fmt: skip
    for order in permutations((given, again, broken)):
        assert reports_of(order) == {given: [broken]}


ASKED = act("request", "I ask that nobody touch the gates.", "the gates", "a", side=TOLMARY)
AGREED = act("accept", "We agree that nobody shall touch the gates.", "the gates", "b",
             "1957-03-06")  # fmt: skip
DECLINED = act("refuse", "I cannot agree about the gates.", "the gates", "b", "1957-03-06")
PUT_OFF = act("pledge", "Of the gates I shall write to you separately.", "the gates", "b",
              "1957-03-06")  # fmt: skip
BESIDE = act("question", "The gates are much spoken of.", "the gates", "b", "1957-03-06")
PLEDGED = act("pledge", "The gates shall stay raised.", "the gates", "b", "1957-03-06")
LOWERED = act("report", "The gates were lowered, and so the promise about the gates was not kept.",
              "the gates", "c", "1957-08-14", TOLMARY)  # fmt: skip
STAYED = act("report", "The gates have stayed raised, as we promised.", "the gates", "c",
             "1957-08-14")  # fmt: skip
TOLD = act("report", "The promise about the gates was broken for twenty-two days.", "the gates",
           "h", history=True)  # fmt: skip


@pytest.mark.parametrize(
    ("acts", "replies", "fate", "according_to"),
    [
        # the reply agrees, declines, or only speaks of it
        ([ASKED, AGREED], {"a": ["b"]}, "accepted", ORVANE),
        ([ASKED, DECLINED], {"a": ["b"]}, "refused", ORVANE),
        ([ASKED, PLEDGED], {"a": ["b"]}, "promised", ORVANE),
        ([ASKED, BESIDE], {"a": ["b"]}, "taken up", ORVANE),
        # an answer that is put off is none yet
        ([ASKED, PUT_OFF], {"a": ["b"]}, "deferred", ORVANE),
        ([ASKED, PUT_OFF, AGREED], {"a": ["b"]}, "accepted", ORVANE),
        # a reply that does nothing with it may speak of it all the same; no reply, no answer
        ([ASKED], {"a": ["b"]}, "open", ""),
        ([ASKED], {}, "no answer", ""),
        # a reply accepts one point of five: "I accept with thanks what you offered" is another
        (
            [ASKED, act("accept", "I accept the herring with thanks.", "", "b", "1957-03-06")],
            {"a": ["b"]},
            "open",
            "",
        ),
        # unless it says whose wish it follows, and one thing only was wished
        (
            [ASKED, act("accept", "We shall do as you wish.", "", "b", "1957-03-06")],
            {"a": ["b"]},
            "accepted",
            ORVANE,
        ),
        # what is raised is taken up, and neither granted nor refused
        (
            [
                LOAN,
                act(
                    "accept",
                    "I accept that the Harbor Loan is open.",
                    "the Harbor Loan",
                    "b",
                    "1957-03-06",
                    TOLMARY,
                ),
            ],
            {"a": ["b"]},
            "answered",
            TOLMARY,
        ),
        # "without power to do as you wish" promises nothing
        (
            [
                ASKED,
                act("pledge", "We are without power to do as you wish.", "", "b", "1957-03-06"),
            ],
            {"a": ["b"]},
            "open",
            "",
        ),
        # two offices of one government answer one another too
        (
            [
                act("request", "Say who shall have the gates.", "the gates", "a", side=ORVANE),
                act(
                    "accept",
                    "Agreed that Farr shall have the gates.",
                    "the gates",
                    "b",
                    "1957-03-06",
                    ORVANE,
                ),
            ],
            {"a": ["b"]},
            "accepted",
            ORVANE,
        ),
        # a later letter that is no reply counts where it says the same thing
        ([ASKED, AGREED], {}, "accepted", ORVANE),
        # a promise is open until somebody says what became of it, and whose word that is
        ([PLEDGED], {}, "open", ""),
        ([PLEDGED, LOWERED], {}, "broken", TOLMARY),
        ([PLEDGED, STAYED], {}, "kept", ORVANE),
        ([PLEDGED, TOLD], {}, "broken", "the history"),
    ],
)
def test_what_became_of_it(
    acts: list[Acted], replies: dict[str, list[str]], fate: str, according_to: str
) -> None:
    """Each point finds its answer, its silence, or what was said of it afterwards."""
    first = became(acts, replies)[0]
    assert (first.fate, first.according_to) == (fate, according_to)


def test_the_keepers_own_claim_is_shown_as_such() -> None:
    """Orvane says that Orvane kept its word."""
    (outcome,) = became([PLEDGED, STAYED], {})
    assert outcome.by == STAYED
    assert "its own claim" in outcome.reason


@pytest.mark.parametrize(
    "report",
    [
        # what happened to the gates is not what became of the word that was given
        "The gates at Hollin have been painted, and stay raised for the painters.",
        "Our position upon the raised gates at Hollin has not changed.",
        "Pray note the raised gates at Hollin, on which agreements have not been completed.",
    ],
)
def test_a_letter_that_names_no_promise_tells_of_none(report: str) -> None:
    """Only who speaks of a promise says that it was kept or broken."""
    told = act("report", report, "the gates at Hollin", "c", "1957-08-14", TOLMARY)
    assert [o.fate for o in became([RAISED, told], {})] == ["open"]


@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ("I withdraw my promise about the gates, which were to stay raised.", "superseded"),
        ("In place of what I said the gates, till now raised, shall be down.", "superseded"),
        ("The raised gates will no longer be seen from the Mérva road.", "open"),
    ],
)
def test_a_promise_is_superseded_where_it_is_taken_back(words: str, fate: str) -> None:
    """ "No longer" of any later sentence about the gates takes nothing back."""
    raised = act("pledge", "The gates shall stay raised till the harvest.", "", "b", "1957-03-06")
    later = act("pledge", words, "", "d", "1957-09-02")
    assert became([raised, later], {})[0].fate == fate


@pytest.mark.parametrize(
    "report",
    [
        # a history's word on another promise of the same side is none on this one
        "Evidence emerged that Orvane had violated its pledge not to count the boats.",
        "Orvane broke its promise to pay for the fishing boats.",
        # what happened to the same thing, without a word of the promise, is not enough
        "The dam was visited by a school.",
    ],
)
def test_a_report_speaks_of_one_promise(report: str) -> None:
    """A breach is laid to the promise that was broken, and to no other."""
    told = act("report", report, "", "h", history=True)
    assert [o.fate for o in became([PLEDGED, told], {})] == ["open"]


def test_a_breach_is_laid_to_the_promise_itself() -> None:
    """Of two sentences about the gates the one that binds was broken, not the one that tells."""
    told = act("pledge", "The Board lowered the gates as its charter obliges it.", "", "b",
               "1957-03-06", start=90)  # fmt: skip
    held = became([PLEDGED, told, TOLD], {})
    assert {o.act.words: o.fate for o in held} == {PLEDGED.words: "broken", told.words: "open"}


def test_until_when_one_waits() -> None:
    """From the letter to its answer; a promise until it is kept; without an answer to the end."""
    granted, promised_, silent = (
        became([ASKED, AGREED], {"a": ["b"]})[0],
        became([PLEDGED, STAYED], {})[0],
        became([ASKED], {})[0],
    )
    assert waits(granted) == [(ORVANE, "1957-02-11", "1957-03-06")]
    assert waits(promised_) == [(ORVANE, "1957-03-06", "1957-08-14")]
    assert waits(silent) == [(ORVANE, "1957-02-11", "")]
    assert waits(became([PLEDGED, LOWERED], {})[0]) == [(ORVANE, "1957-03-06", "")]


def test_nobody_answers_himself() -> None:
    """The asker's own later letter is no answer, nor is a recalled promise a new one."""
    again = act("accept", "We agree that nobody shall touch the gates.", "the gates", "b",
                "1957-03-06", TOLMARY)  # fmt: skip
    recalled = act("pledge", "You promised that the gates stay raised.", "the gates", "b",
                   recall=True)  # fmt: skip
    assert [o.fate for o in became([ASKED, again, recalled], {})] == ["no answer"]


def test_as_of_a_day_later_letters_are_not_yet_written() -> None:
    """On March 1 the request of February waits; on March 6 it is granted."""
    early = became([ASKED, AGREED], {"a": []}, as_of=date(1957, 3, 1))
    late = became([ASKED, AGREED], {"a": ["b"]}, as_of=date(1957, 3, 6))
    assert [o.fate for o in early] == ["no answer"]
    assert "1957-03-01" in early[0].reason
    assert [o.fate for o in late] == ["accepted"]


def test_what_is_due_says_who_owes_it() -> None:
    """Orvane owes the answer to Tolmary's request, and what it promised itself."""
    acts = [ASKED, PLEDGED]
    matter = Matter("m", "the gates", (ORVANE, TOLMARY), tuple(acts))
    told = [Outcome(ASKED, "no answer", "no letter here answers it"),
            Outcome(PLEDGED, "open", "nothing is said")]  # fmt: skip
    held = owed([(matter, told)], date(1957, 3, 11))
    assert [(o.by, o.to, o.promise, o.days) for o in held] == [
        (ORVANE, TOLMARY, False, 28), (ORVANE, TOLMARY, True, 5),
    ]  # fmt: skip
    assert owed([(matter, [Outcome(ASKED, "accepted", "")])]) == []


LABELS: list[ActLabel] = ["question", "request", "proposal", "pledge", "accept", "refuse", "report"]


@given(st.lists(
    st.tuples(st.sampled_from(LABELS), st.sampled_from("ab"), st.sampled_from([ORVANE, TOLMARY]),
              st.lists(st.sampled_from("gates dam loan boats crews fish".split()), max_size=4)),
    max_size=9,
))  # fmt: skip
def test_every_act_stands_in_one_matter(drawn: list[tuple[ActLabel, str, str, list[str]]]) -> None:
    """No act is lost or counted twice, whatever was said."""
    acts = [
        act(label, f"The {' and the '.join(words)} {at}.", " ".join(words), letter, side=side,
            start=at * 50)
        for at, (label, letter, side, words) in enumerate(drawn)
    ]  # fmt: skip
    placed = [one for matter in gather(acts) for one in matter.acts]
    assert sorted(placed, key=lambda a: a.span.start) == acts
