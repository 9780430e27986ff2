"""The table by which acts are judged: how it is kept, what it learned, how a label is given."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark import mark
from letterbook.mark.act_features import RUN, features, key_of, name, runs, told_by
from letterbook.mark.act_heard import COLUMNS
from letterbook.mark.act_sentences import bodies
from letterbook.mark.act_weights import BIAS, Weights, load, shipped
from letterbook.mark.act_words import BOTH, LAND, MAN, SELF, YOU, normal
from letterbook.mark.acts import acts, most_sentences, speaks
from letterbook.model import Source


def test_the_table_reads_back_as_it_was_written() -> None:
    """What is dumped is what is loaded, to the digits that are kept."""
    size = len(COLUMNS)
    table = Weights((0.5,) * size, {BIAS: (0.25,) * size, "!pledge": (-1.5,) * size})
    assert load(table.dump().splitlines()) == table


def test_the_shipped_table_holds_no_sentence() -> None:
    """Turns, clauses, places, the network's columns; and runs of three words at most, with no
    number or state in them."""
    names = set(shipped().table) - {BIAS}
    assert {name[0] for name in names} == {"!", "~", "@", "%", RUN}
    learned = [name[1:].removeprefix("^ ").split() for name in names if name[0] == RUN]
    assert max(map(len, learned)) == 3
    capitals = {word for run in learned for word in run if not word.islower() and word.isalpha()}
    assert capitals <= {SELF, YOU, BOTH, LAND, MAN}


RUNS = [
    ([], []),
    (["SELF"], ["SELF", "^ SELF"]),
    (["SELF", "hope"], ["SELF", "hope", "SELF hope", "^ SELF", "^ SELF hope"]),
    # a word may stand between two
    (["we", "do", "not"], ["we do not", "we * not", "^ we do not"]),
]


@pytest.mark.parametrize(("words", "wanted"), RUNS)
def test_runs_of_words(words: list[str], wanted: list[str]) -> None:
    """Words, pairs, threes, pairs around a word, and the first words as an opening."""
    assert set(wanted) <= {name(key).removeprefix(RUN) for key in runs(words)}
    assert bool(wanted) == bool(runs(words))


@given(st.lists(st.sampled_from("SELF YOU will not hope the of".split()), max_size=12))
def test_a_run_is_told_once(words: list[str]) -> None:
    """A word that stands twice says no more than once."""
    told = [name(key) for key in runs(words)]
    assert len(told) == len(set(told))
    assert [key_of(one) for one in told] == list(runs(words))


def table(**columns: float) -> Weights:
    """A table by which a sentence with "!x" has these odds, and any other none."""
    low = (-9.0,) * len(COLUMNS)
    row = tuple(9.0 + columns.get(name, -9.0) for name in COLUMNS)
    return Weights((0.5,) * len(COLUMNS), {BIAS: low, "!x": row})


GUESSES = [
    # what is sure enough is given, one label or two
    (table(accept=2, any=2), {"accept"}),
    (table(accept=2, pledge=1, any=2), {"accept", "pledge"}),
    # what surely does something does what comes nearest
    (table(request=-0.5, question=-1, any=2), {"request"}),
    # but not what is far from sure
    (table(request=-3, question=-4, any=2), set()),
    # a pledge has the highest bar of all, and is guessed below it as the others are
    (table(pledge=-0.5, question=-1, any=2), {"pledge"}),
    (table(pledge=-1.2, question=-1.5, any=2), set()),
    # and what is sure neither of this nor of that does nothing
    (table(request=-0.5, question=-1, any=-0.1), set()),
]


@pytest.mark.parametrize(("weights", "wanted"), GUESSES)
def test_what_surely_does_something_is_given_its_likeliest_label(
    weights: Weights, wanted: set[str]
) -> None:
    """Two columns that share a sentence's certainty must not leave it without any label."""
    assert set(weights.given([(1.0, ["!x"])])) == wanted
    assert weights.given([(1.0, ["!y"])]) == {}


def test_a_certainty_is_that_of_the_label() -> None:
    """A guessed label shows how sure it is itself, not how sure it is that something is done."""
    [(label, sure)] = table(request=-0.5, any=3).given([(1.0, ["!x"])]).items()
    assert (label, round(sure, 3)) == ("request", 0.378)


def test_an_envoy_who_never_says_i_still_speaks() -> None:
    """ "Orvane would regret it" is said to somebody where the heading says that it is a letter."""
    third = "Orvane cannot accept this note. The Government of Marlund is requested to reconsider."
    text = "\n\n".join([third] * 5)
    letter = Source.of(
        "Letter From the Orvanian Ambassador (Farr) to Secretary of State Tarn\n\n"
        f"Port Selm, March 4, 1957\n\n{text}\n",
        "a.txt",
    )
    assert acts(letter, mark(letter))


def test_turns_of_a_kind_count_together() -> None:
    """A rare turn is worth what its kind is worth."""
    words = "I urge you to release the crew, and I hope that you will answer soon."
    [told] = features([normal(words)], [True])
    assert {"!request*", "!request* firm", "!request* twice"} <= set(told)


KINDS_OF_WORDS = st.lists(st.sampled_from("SELF YOU will hope that the crew ; 4".split()))


@given(KINDS_OF_WORDS.map(" ".join), st.lists(st.floats(-8, 8), min_size=8, max_size=8))
def test_a_sentence_is_weighed_as_its_features_say(normal_form: str, thought: list[float]) -> None:
    """Adding packed rows kind by kind comes to what adding each weight by itself does."""
    weights = shipped()
    [found] = features([normal_form], [False], [thought])
    plainly = [
        weights.table[BIAS][column]
        + sum(
            share * weights.table[one][column]
            for one, share in found.items()
            if one in weights.table
        )
        for column in range(len(COLUMNS))
    ]
    [groups] = told_by([normal_form], [False], [thought])
    sure = weights.weigh(groups)
    assert sure == pytest.approx([1 / (1 + math.exp(-one)) for one in plainly], abs=2e-3)


@given(st.integers(0, 40), st.integers(1, 60))
def test_a_study_is_known_before_it_is_cut_into_sentences(persons: int, count: int) -> None:
    """No letter that speaks is left out because it has more sentences than could speak."""
    said = ["I came." if at < persons else "It fell." for at in range(count)]
    text = "Vale to Tarn\n\nPort Selm, March 4, 1957\n\n" + "\n\n".join(said) + "\n"
    source = Source.of(text, "a.txt")
    found = mark(source)
    every = [body.of for body in bodies(source, found) if speaks(body)]
    assert [b.of for b in bodies(source, found, most_sentences) if speaks(b)] == every
