"""The network that hears what a sentence does: what it reads, how it counts, what it holds."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark.act_features import NET, SILENT, features, told_by
from letterbook.mark.act_heard import COLUMNS, LONGEST, MOST, hear, words
from letterbook.mark.act_net import FULL, NONE, UNKNOWN, Net, shipped
from letterbook.mark.act_weights import shipped as shipped_table
from letterbook.mark.act_words import normal

READS = [
    # where in the letter it stands, its words, numbers all alike, and its end
    (("SELF will pay 40 marks.", 0, 3, True), "<first> <opens> SELF will pay # marks . <end>"),
    (("SELF will pay.", 2, 3, False), "<last> SELF will pay . <end>"),
    (("is it so?", 5, 9, False), "<part2> is it so ? <end>"),
    # a letter of one sentence begins with it
    (("", 0, 1, False), "<first> <end>"),
    (("vice-consul (d'orvane)", 1, 3, False), "<part1> vice-consul ( d'orvane ) <end>"),
]


@pytest.mark.parametrize(("sentence", "wanted"), READS)
def test_what_it_reads(sentence: tuple[str, int, int, bool], wanted: str) -> None:
    """Words and marks of a sentence in normal form, and where in the letter it stands."""
    assert words(*sentence) == wanted.split()


def test_a_long_sentence_is_read_from_its_beginning() -> None:
    """What a sentence does is said in its first words; a list that follows is not needed."""
    long = " ".join(["and"] * 500)
    assert len(words(long, 1, 3, False)) == LONGEST + 2


def small(**changes: Any) -> Net:
    """The shipped network with something of it changed."""
    kept = {name: getattr(shipped(), name) for name in Net.__slots__}
    return Net(**{**kept, **changes})


SENTENCES = st.lists(
    st.lists(st.sampled_from([*"SELF YOU hope will not the treaty # ; ?".split(), "zzgub"])),
    max_size=6,
)


@given(SENTENCES)
def test_a_sentence_is_heard_alike_in_any_company(sentences: list[list[str]]) -> None:
    """Whole numbers: together or one by one, not a digit differs."""
    read = [["<first>", *sentence, "<end>"] for sentence in sentences]
    assert shipped().hear(read) == [shipped().hear([one])[0] for one in read]


def test_many_sentences_are_heard_in_portions() -> None:
    """A letter of ten thousand sentences does not need memory for all of its words at once."""
    one = ["<part1>", *"SELF hope that YOU will answer soon .".split(), "<end>"]
    heard = shipped().hear([one] * 2000)
    assert len(heard) == 2000
    assert heard[0] == heard[-1]


def test_every_sum_is_a_whole_number_that_a_float_holds() -> None:
    """The most a layer can add up stays below two to the twenty-fourth, so no digit is lost."""
    net = shipped()
    most = float(np.abs(net.rows).max())
    assert np.array_equal(net.rows, np.rint(net.rows))
    for layer in net.layers:
        assert np.array_equal(layer.weights, np.rint(layer.weights))
        assert np.abs(layer.weights).sum(0).max() * most < 2**24
        most = FULL


def test_no_word_says_nothing() -> None:
    """The row of no word is empty, and what stands beside a sentence does not sound in it."""
    assert not shipped().rows[NONE].any()
    assert "" in shipped().known


def test_a_word_that_is_not_known_is_told_by_its_ending() -> None:
    """ "Reconvening" may be rare; that it ends as it does says something all the same."""
    net = small(known={"": NONE, "?unknown": UNKNOWN, "-ing": 2, "pay": 3})
    assert net._numbers(["pay", "orvaning", "orvane", ""]) == [3, 2, UNKNOWN, UNKNOWN]


def test_the_network_holds_words_and_no_sentence() -> None:
    """Single words and endings; no number of several digits, so no date and no amount."""
    assert len(shipped().known) == len(shipped().rows)
    known = [word for word in shipped().known if not word.startswith("<")]  # "<part2>" is a place
    assert not [word for word in known if " " in word or any(c.isdigit() for c in word)]


def test_a_letter_without_sentences() -> None:
    """Nothing is said, nothing is heard."""
    assert hear([], []) == []
    assert list(told_by([], [])) == []


DOES = [
    # what is asked, offered and promised is told apart from what is only told
    ("I urge you to release the crew of the Heron.", "request"),
    ("I propose that our ministers meet in Tolmary.", "proposal"),
    ("We shall withdraw the battalion by the end of May.", "pledge"),
    ("What does your Government intend to do about the dam?", "question"),
    ("I agree to the date that you suggested.", "accept"),
    ("We cannot accept these terms.", "refuse"),
]


@pytest.mark.parametrize(("sentence", "label"), DOES)
def test_it_hears_what_a_plain_sentence_does(sentence: str, label: str) -> None:
    """Of all labels, this speaks loudest for the sentence."""
    [_, heard, _] = hear(["", normal(sentence), ""], [False] * 3)
    told = dict(zip(COLUMNS[:-1], heard, strict=False))
    assert max(told, key=lambda one: told[one]) == label


def test_courtesy_is_heard_as_nothing_done() -> None:
    """A letter's weather and thanks are below any sentence that does something."""
    said = ["the weather in tolmary was fine .", "SELF urge YOU to release the crew ."]
    [fine, urge] = (heard[-1] for heard in hear(said, [False, False]))
    assert fine < 0 < urge


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_words_are_heard(said: list[str]) -> None:
    """Whatever stands in a sentence, the network has a bounded opinion of it."""
    heard = hear(said, [False] * len(said))
    assert len(heard) == len(said)
    assert all(abs(odds) <= MOST for row in heard for odds in row)
    told = features(said, [False] * len(said))
    for row, found in zip(heard, told, strict=True):
        shown = {NET + c: odds for c, odds in zip(COLUMNS, row, strict=True)}
        assert shown.items() <= found.items() if row[-1] >= SILENT else not found


def test_what_it_surely_hears_nothing_in_does_nothing() -> None:
    """Nothing else is looked at there, and no label is given."""
    assert shipped_table().given(()) == {}


def test_numpy_is_not_loaded_before_a_letter_is_listened_to() -> None:
    """Most commands look for no acts, and must start quickly."""
    asked = "import sys, letterbook.cli, letterbook.mark.acts; print('numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
