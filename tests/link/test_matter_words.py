"""What sentences name, what they are filed under, how a matter is called and how much it weighs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.link.acted import Acted, announced, reserve
from letterbook.link.matter_spells import spells
from letterbook.link.matter_terms import names_of, said_in, telling, terms_of
from letterbook.link.matters import Matter, gather
from letterbook.link.nouns import heads, phrases, spoken
from letterbook.link.ranking import rank
from letterbook.model import Act, ActLabel, By, Finding, Span
from letterbook.record import Done

BOTH = ("Orvane", "Tolmary")


def act(label: ActLabel, words: str, day: str = "1957-02-11", letter: str = "a",
        start: int = 0, beside: str = "", side: str = "Orvane") -> Acted:  # fmt: skip
    """An act between Orvane and Tolmary."""
    other = BOTH[1 - BOTH.index(side)]
    at = Span(letter, start, start + len(words))
    when = date.fromisoformat(day) if day else None
    return Acted(Act(label), at, words, 0.9, letter, when, side, other, side, beside=beside)


# --- what a sentence names ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "named"),
    [
        # a noun with what stands before it, and the longer phrase that it opens
        ("I ask that nobody touch the old gates at Hollin.",
         ["old gates", "old gates at Hollin", "Hollin"]),
        ("On the river I agree in principle to a joint measurement.",
         ["river", "principle", "joint measurement"]),
        # a verb ends a phrase: the gates stay raised
        ("The gates of the dam will stay raised.", ["gates", "gates of the dam", "dam"]),
        # after "we shall" and "to" stands a verb, not a thing
        ("We shall gladly receive you.", []),
        ("I undertake to discuss the matter.", ["matter"]),
        # names
        ("What became of Josiah Penn?", ["Josiah Penn"]),
        ("", []), ("!?", []), ("We will.", []),
    ],
)  # fmt: skip
def test_noun_phrases(words: str, named: list[str]) -> None:
    """The things that a sentence names, first to last."""
    assert [phrase.words for phrase in phrases(words)] == named


def test_persons_are_known_by_their_titles() -> None:
    """ "Ambassador Farr" is somebody; "the gates" are nobody."""
    told = {p.words: p.person for p in phrases("I have asked Mr. Farr to see to the gates.")}
    assert told["Mr. Farr"] and not told["gates"]
    assert heads("Ambassador Farr will see to the gates.")[1] == ["ambassad", "farr"]


@given(st.text(max_size=300))
def test_phrases_are_words_of_the_sentence(words: str) -> None:
    """Nothing is named that does not stand there; hostile signs do no harm."""
    for phrase in phrases(words):
        assert all(part in words for part in phrase.words.split())
        assert phrase.stems
    assert set(heads(words)[0]) <= set(spoken(words)) | {""}


@pytest.mark.parametrize(
    ("more", "less"),
    [("gates", "meeting"), ("verification", "agreement"), ("Hollin", "year"), ("loan", "letter")],
)
def test_rare_words_tell_more(more: str, less: str) -> None:
    """A name tells most, the words of every letter little or nothing."""
    (one,), (other,) = heads(f"the {more}")[0:1], heads(f"the {less}")[0:1]
    assert telling(one[0]) > telling((other or ["year"])[0])


def test_the_sides_are_no_matter() -> None:
    """ "The boats of Tolmary" are filed under the boats."""
    one = act("request", "I ask for the boats of Tolmary.")
    held = terms_of(one, said_in(one), names_of(BOTH), frozenset())
    assert "boat" in held.own and "tolmar" not in held.own


def test_a_question_of_is_what_it_is_about() -> None:
    """ "The question of the loan" weighs more than a loan that is merely named."""
    plain, asked = (act("question", w) for w in ("The loan stands.", "The question of the loan."))
    weights = [terms_of(one, said_in(one), frozenset(), frozenset()).own for one in (plain, asked)]
    (root,) = set(weights[0]) & set(weights[1])
    assert weights[1][root] > weights[0][root]


# --- how it is gathered and called --------------------------------------------------------------


def titles(acts: list[Acted]) -> list[str]:
    """The titles of the matters of these acts."""
    return [matter.title for matter in gather(acts)]


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        # the same thing under the name most of its sentences give it
        (["The dam and its gates are finished.", "I ask that the gates at Hollin stay raised.",
          "Who lowered the gates at Hollin?"], ["the gates at Hollin"]),
        # what a writer calls a question is called so
        (["The Morvan question is still open.", "We propose to settle the Morvan question."],
         ["the Morvan question"]),
        # where nothing is named, the sentence's own words stand for it
        (["We will."], ["“We will.”, a request of 1957-02-11"]),
    ],
)  # fmt: skip
def test_titles_are_phrases_of_the_letters(sentences: list[str], wanted: list[str]) -> None:
    """A matter is called as an index would call it."""
    acts = [act("request", words, letter=f"l{n}") for n, words in enumerate(sentences)]
    assert titles(acts) == wanted


def test_this_question_is_the_one_before() -> None:
    """ "Proposals on this question" belong to what was named last, and not to what comes next."""
    acts = [
        act("question", "As far as the herring fishery is concerned this is a small thing.",
            start=0),
        act("pledge", "I shall send you a paper on this question.", start=70),
        act("question", "The problem of the loan is a different one.", start=120),
    ]  # fmt: skip
    held = gather(acts)
    assert [len(m.acts) for m in sorted(held, key=lambda m: m.acts[0].span.start)] == [2, 1]
    assert any(acts[0] in m.acts and acts[1] in m.acts for m in held)


def test_a_proposal_comes_to_its_acceptance() -> None:
    """ "Your proposal" is that of the letter which is answered, whatever words the two share."""
    asked = act("proposal", "I would receive any envoy whom you may name.", letter="a")
    other = act("question", "As to the loan, the holders wait.", letter="a", start=90)
    agreed = act("accept", "I gladly accept your proposal.", "1957-03-06", "b", side="Tolmary")
    held = gather([asked, other, agreed], answers=lambda id: ["a"] if id == "b" else [])
    (matter,) = [m for m in held if agreed in m.acts]
    assert asked in matter.acts and other not in matter.acts


def test_after_years_of_silence_it_is_another_matter() -> None:
    """Our meeting of 1933 is not that of 1961."""
    days = {"a": "1933-10-10", "b": "1934-01-05", "c": "1961-02-22"}
    said = "I propose a meeting at the bridge."
    acts = [act("proposal", said, day, letter) for letter, day in days.items()]
    assert [len(spell) for spell in spells(acts)] == [2, 1]
    assert sorted(len(m.acts) for m in gather(acts)) == [1, 2]


def test_uncertain_acts_do_not_change_the_others() -> None:
    """What is hardly an act joins a matter, and leaves its name and its id alone."""
    sure = [act("request", "I ask that the gates at Hollin stay raised.", letter="a"),
            act("question", "Who lowered the gates at Hollin?", letter="b")]  # fmt: skip
    doubtful = Acted(Act("request"), Span("c", 0, 40), "The gates at Hollin look well.", 0.2, "c",
                     date(1956, 1, 1), "Orvane", "Tolmary", "Orvane")  # fmt: skip
    (before,), after = gather(sure), gather([*sure, doubtful])
    assert [(m.id, m.title) for m in after] == [(before.id, before.title)]
    assert doubtful in after[0].acts


# --- how much it weighs -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "level", "said"),
    [
        ("But the main question is that of the river.", 3, "main question"),
        ("The gates are for us the chief question of all.", 3, "chief question of all"),
        ("It is a major and difficult question now.", 2, "major and difficult question"),
        ("This is a minor question on the whole.", 1, "minor question"),
        ("The railway is the least of our difficulties.", 1, "least of our difficulties"),
        ("The question of the loan is open.", 0, ""),
        ("We met on the main road.", 0, ""),
    ],
)
def test_the_writers_own_ranking(words: str, level: int, said: str) -> None:
    """What a writer calls a matter, in his words."""
    found = rank([act("question", words)])
    assert (found.level if found else 0, found.words if found else "") == (level, said)


def test_the_main_question_stands_first() -> None:
    """Of two matters as often named the one that the writer calls the main one comes first."""
    small, main = (act("question", w, start=at) for w, at in (
        ("As to the loan, it is a minor question.", 0),
        ("As to the river, it is the main question.", 2000)))  # fmt: skip
    held = gather([small, main])
    assert held[0].acts == (main,) and held[0].rank is not None
    assert isinstance(held[0], Matter) and held[0].weight > held[1].weight


# --- what it binds nobody to, and what it announces ---------------------------------------------


@pytest.mark.parametrize(
    ("words", "after", "told"),
    [
        ("I would receive any envoy.", " Such talks would bind neither party to a thing. Yes.",
         "Such talks would bind neither party to a thing."),
        ("I would receive any envoy.", "A discussion would, of course, not commit either side.",
         "A discussion would, of course, not commit either side."),
        ("We agree, without prejudice to a claim.", "", "We agree, without prejudice to a claim."),
        ("I would receive any envoy.", "The weather is fine. It binds neither side.", ""),
        ("I would receive any envoy.", "", ""),
    ],
)  # fmt: skip
def test_reserves(words: str, after: str, told: str) -> None:
    """What a sentence, or the one after it, says that nobody is bound to."""
    assert reserve(Act("proposal"), words, after) == told
    assert reserve(Act("report"), words, after) == ""


def test_an_announced_assurance_is_what_follows() -> None:
    """ "The following assurance" is the sentence after it, and it is a pledge."""
    text = "I am authorized to give the following assurance. The gates will stay raised. Yours."
    at = text.index(" The gates")
    found = Finding(Span("a", 0, at), "act", Act("accept"), By("rule", "acts", "1"), "a")
    made, span, words = announced(Done(found, Act("accept"), text[:at], after=text[at:]))
    assert made.label == "pledge"
    assert words == text[: span.end] and words.endswith("The gates will stay raised.")
    plain = Done(found, Act("accept"), "I agree.", after=" The gates will stay raised.")
    assert announced(plain)[2] == "I agree."
