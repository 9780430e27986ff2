"""What matters are called: as an index would call them, and never by a time or a paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.link.matter_names import title
from letterbook.link.matter_terms import names_of, said_in, terms_of
from letterbook.link.matters import gather
from letterbook.link.nouns import noun_share
from tests.link.test_matter_words import BOTH, act


def called(*sentences: str, people: frozenset[str] = frozenset(), without: str = "",
           beside: str = "") -> str:  # fmt: skip
    """The title of the acts in these sentences."""
    acts = [act("request", words, letter=f"l{n}", beside=beside)
            for n, words in enumerate(sentences)]  # fmt: skip
    said = [said_in(one) for one in acts]
    held = [terms_of(one, phrases, names_of(BOTH), people)
            for one, phrases in zip(acts, said, strict=True)]  # fmt: skip
    return title(acts, held, said, people, without)


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        # the thing, not the time, the measure, the paper or the adjective beside it
        (["I have waited fourteen years for the mooring rights."], "the mooring rights"),
        (["The boats kept six miles off."], "the boats"),
        (["Please hand on the Lornik text to the ferrymen."], "the ferrymen"),
        (["We are proud of the lighthouse."], "the lighthouse"),
        (["Send the pilots sooner."], "the pilots"),
        (["The assurance of March concerned the pilots."], "the pilots"),
        (["He asked for the twenty-third, or for a pilot."], "pilot"),
        # what most of them name
        (["The gates are down.", "Raise the gates at Hollin.", "Who lowered the gates at Hollin?"],
         "the gates at Hollin"),
        # what is said in so many words to be spoken of, though it is a common thing
        (["I ask about the question of our meeting.", "The herring is cheap."], "meeting"),
        # what a thing is done for is not what it is
        (["Let us work for the benefit of peace."], "peace"),
        # "military aid" before "aid"
        (["I ask for military aid.", "The aid is late."], "military aid"),
        # nothing that is looked up: words of theirs, and what they do
        (["We will."], "“We will.”, a request of 1957-02-11"),
        (["I would that it were so, and not otherwise than we hoped."],
         "“I would that it were so, and not otherwise than we hoped.”, a request of 1957-02-11"),
        # a bare word of every letter says nothing, bound to a thing it does
        (["We shall wait for the reaction."],
         "“We shall wait for the reaction.”, a request of 1957-02-11"),
        (["We shall wait for the reaction of the ferrymen."], "the reaction of the ferrymen"),
        (["It is a simple problem."], "“It is a simple problem.”, a request of 1957-02-11"),
        (["Send military equipment."], "military equipment"),
        # a verb neither closes a phrase nor opens one
        (["Write as the herring market develops."], "the herring market"),
        (["Provided that no boat crosses the line."], "boat"),
        (["He spoke of permitting grain exports."], "grain exports"),
        # an adverb, a people without its noun, a word that only says which
        (["The Tolmarian crews anyway."], "the Tolmarian crews"),
        (["Pay those who ask for long-term grants."], "long-term grants"),
        (["Think of the ferry, and of the long-term."], "the ferry"),
        # a capital letter makes no name of a word, two of them may
        (["See Article 7."], "“See Article 7.”, a request of 1957-02-11"),
        (["Speak of the Harbour Loan."], "the Harbour Loan"),
        # those who act are no matter
        (["The Foreign Ministry wants the dredger."], "the dredger"),
        (["The Commander agreed, and so did Sec. Farr."],
         "“The Commander agreed, and so did Sec. Farr.”, a request of 1957-02-11"),
        # named in so many words, and yet nothing to look up
        (["I write with regard to policy."],
         "“I write with regard to policy.”, a request of 1957-02-11"),
        # any hat, and any servant
        (["He has bought a hat."], "“He has bought a hat.”, a request of 1957-02-11"),
        (["I am your obedient servant."],
         "“I am your obedient servant.”, a request of 1957-02-11"),
        # a name of one sentence may be anybody's, unless it is where something is
        (["Morvény agreed."], "“Morvény agreed.”, a request of 1957-02-11"),
        (["Let us meet at Morvény."], "Morvény"),
    ],
)  # fmt: skip
def test_titles(sentences: list[str], wanted: str) -> None:
    """A noun phrase of the letters."""
    assert called(*sentences) == wanted


def test_a_correspondent_gives_his_name_to_no_matter() -> None:
    """ "Strand" is who writes; the dredger is what he writes of."""
    said = ("Strand wants the dredger.", "Strand asks for it again.")
    assert called(*said, people=frozenset({"strand"})) == "the dredger"
    assert called("Strand wants it.", people=frozenset({"strand"})).startswith("“Strand wants")


def test_the_larger_entry_is_not_said_again() -> None:
    """ "The gates: the engineers", not "the gates: the gates"."""
    said = ("The engineers of the gates are late.", "Pay the engineers of the gates.")
    assert called(*said, without="the gates") == "the engineers"


def test_what_stands_beside_helps_where_a_sentence_names_nothing() -> None:
    """ "Let us settle it" of a paragraph on the lightship."""
    assert called("Let us settle it.", beside="The lightship has drifted.") == "the lightship"
    assert called("Raise the gates.", beside="The lightship has drifted.") == "the gates"


def test_one_title_is_one_matter() -> None:
    """Who looks the crews up looks them up once, though two letters say little else alike."""
    said = ("Let the crews come home by the ferry.", "The crews had barley soup in the fortress.")
    acts = [act("request", words, letter=letter) for words, letter in zip(said, "ab", strict=True)]
    assert len({m.title for m in gather(acts)}) == len(gather(acts))


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
def test_any_words_have_a_title(sentences: list[str]) -> None:
    """Hostile signs do no harm, and a title is words of theirs."""
    told = called(*sentences)
    theirs = told.rpartition("”, a")[0] or told.removeprefix("the ")
    marks = str.maketrans("", "", "“”‘’\"'…,;:—–")
    every = " ".join(" ".join(sentences).split()).translate(marks)
    assert all(word in every for word in theirs.translate(marks).split())


@pytest.mark.parametrize(
    ("noun", "none"), [("agreement", "hopeful"), ("gates", "sooner"), ("harbour", "confronting")]
)
def test_nouns_are_told_from_other_words(noun: str, none: str) -> None:
    """By how letters use them, or by their look."""
    assert noun_share(noun) >= 6 > noun_share(none)
