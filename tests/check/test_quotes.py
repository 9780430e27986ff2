"""Quotations: each kind of fault is named for what it is, and what is faithful is let be."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.check import quote
from letterbook.model import FAITHFUL, Source, Verdict
from letterbook.record import Record

HOPED = (
    "Chancellor Roth hoped that the treaty would open the harbor of Dunmar to the fishing fleet,"
    " and she believed that it would in time bring the two Governments to one table"
)
PLEDGED = (
    "both Governments pledged to mark their boats with two lights after sunset. Nine days earlier,"
    " after a private dinner with Callow, Roth also managed to secure an assurance that the"
    " Marlundish guard-ships would refrain from boarding vessels inside the bar"
)

# --- faithful -----------------------------------------------------------------------------------

EXACT = (
    HOPED,
    "The treaty was signed at Dunmar on June 12, 1952.",
    "twelve of them are kept in the town hall",
    "Unfortunately, the co-operation embodied in the treaty proved to be short-lived.",
    "The lights must be carried by the guard-ships as well as by the boats",
)


@pytest.mark.parametrize("words", EXACT)
def test_words_as_they_stand_are_exact(record: Record, words: str):
    """Letter for letter, whole sentences and parts of them, in a history and in a letter."""
    assert quote(record, words).kind == "exact"


# What typists, printers, scanners and careful quoting do to words without changing any.
TYPOGRAPHIC = (
    '"We were promised two lights," she wrote, "and we were given none."',  # straight for curly
    "Unfortunately, the cooperation embodied in the treaty proved to be short-lived.",
    "Unfortunately, the co-opera-\ntion embodied in the treaty proved to be short-lived.",
    "counted 1,204 boats that year and 987 the next",  # the page mark left out
    "counted 1,204 boats that year [Page 41] and 987 the next",  # … or kept
    "counted 1204 boats that year and 987 the next",
    "[S]he believed that it would in time bring the two Governments to one table",
    "the treaty  would open the\u00a0harbor of Dunmar\nto the fishing fleet",
    "The treaty was signed at Dunmar on june 12, 1952.",
    "would open the harbor of Dunrnar to the fishing fleet",  # rn for m makes no word
    "would open the harbor of Dunmar to the ﬁshing fleet",
    "both Governments pledged to mark their boats with two 1ights after sunset",
    "Roth also managed to secure an assurance that the Marlundish guard—ships would refrain",
)


@pytest.mark.parametrize("words", TYPOGRAPHIC)
def test_printing_is_forgiven(record: Record, words: str):
    """Marks, dashes, hyphens, page marks, spaces, a scanner's slip: the words are the same."""
    said = quote(record, words)
    assert said.kind == "typographic", said.reason
    assert said.pins and said.letter


ELLIPSES = (
    "hoped that the treaty would open the harbor … and she believed that it would in time bring",
    "hoped that the treaty would open the harbor...and she believed that it would in time bring",
    "hoped that the treaty would open the harbor . . . and she believed that it would in time",
    "hoped that the treaty [...] would in time bring the two Governments to one table",
    "The pens were made of whalebone [. . .] are kept in the town hall.",
    "… the treaty would open the harbor of Dunmar",
    "Chancellor Roth hoped that the treaty would open the harbor of Dunmar. . . .",
    "Roth hoped … would open the harbor … and she believed … the two Governments to one table",
)


@pytest.mark.parametrize("words", ELLIPSES)
def test_a_marked_cut_is_faithful(record: Record, words: str):
    """Every sign of omission there is, once or several times, at the ends too."""
    assert quote(record, words).kind == "marked ellipsis"


def test_words_in_brackets_are_the_briefs_and_said_to_be(record: Record):
    """ "[Roth]" for "she" is honest, and the reader is told whose word it is."""
    said = quote(record, "[Roth] believed that it would in time bring the two Governments")
    assert said.kind in FAITHFUL
    assert [caution.omitted for caution in said.cautions] == ["she"]
    turned = "the signing would [not] have taken place in the open air"
    assert (
        quote(record, turned).kind in FAITHFUL
    )  # the "not" is the source's: only the marks differ
    assert quote(record, "the treaty would [not] open the harbor of Dunmar").kind not in FAITHFUL


# --- not faithful -------------------------------------------------------------------------------

ALTERED = {
    "silent cut end": (
        HOPED + ".",
        "I am now prepared to accept it.",
        "The lights must be carried by the guard-ships as well as by the boats.",
        "The guard-ship Petrel boarded the Good Hope on September 9, 1953.",
    ),
    "silent cut start": (
        "She believed that it would in time bring the two Governments to one table",
        "The signing would not have taken place in the open air.",
        "Twelve of them are kept in the town hall.",
    ),
    "silent cut middle": (
        "hoped that the treaty would open the harbor to the fishing fleet, and she believed",
        "would refrain from boarding vessels inside the bar, and would return the nets",
        "The treaty was signed on June 12, 1952.",
    ),
    "word changed": (
        "hoped that the treaty would open the harbor of Dunmar to the merchant fleet",
        "hoped that the treaty might open the harbor of Dunmar to the fishing fleet",
        "a rule that binds only the poor binds nobody",
        "In the dear water off the bar the wreck can still be seen",  # a slip, but a word
    ),
    "number or date changed": (
        "The treaty was signed at Dunmar on June 13, 1952.",
        "The treaty was signed at Dunmar on July 12, 1952.",
        "The treaty was signed at Dunmar on June 12, 1953.",
        "pledged to mark their boats with three lights after sunset",
        "The harbor office counted 1,304 boats that year",
    ),
    "name changed": (
        "hoped that the treaty would open the harbor of Castle to the fishing fleet",
        "Nine days earlier, after a private dinner with Ashby, Roth also managed",
    ),
    "negation changed": (
        "the signing would have taken place in the open air",
        "was able to answer before the spring",
        "The Chancellor said that it was acceptable.",
        "I do ask for an answer before the summer.",
        "hoped that the treaty would not open the harbor of Dunmar to the fishing fleet",
    ),
    "spliced": (


        "The guard-ships will carry two lights because a rule that binds only the weak binds"
        " nobody.",
        "My Government will publish nothing until then … The lights must be carried by the"
        " guard-ships",
        "the wreck can still be seen at low tide … Chancellor Roth hoped that the treaty would"
        " open",
    ),
    "invented": (
        "It is the duty of every Government to feed the gulls in winter.",
        "We shall never forget what was done on that night.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "words"), [(k, w) for k, many in ALTERED.items() for w in many])
def test_each_fault_is_named(record: Record, kind: str, words: str):
    """A cut, a change, a splice, an invention: the verdict says which."""
    said = quote(record, words)
    assert said.kind == kind, said.reason
    assert not said.faithful
    assert bool(said.pins) == (kind != "invented")


def test_the_difference_is_shown_word_by_word(record: Record):
    """What the brief has and what the source has, with its place."""
    said = quote(record, "The treaty was signed at Dunmar on June 13, 1952.")
    [difference] = said.differences
    assert (difference.quoted, difference.source) == ("13", "12")
    text = record.fetch(said.pins[0].source)[0].text
    assert difference.pin is not None
    assert text[difference.pin.start : difference.pin.end] == "12"
    assert "12" in said.reason and "13" in said.reason


def test_what_a_silent_cut_leaves_out_is_shown(record: Record):
    """The rest of the sentence stands in the reason and in the difference."""
    said = quote(record, HOPED + ".")
    assert said.differences[0].source.startswith(", a matter of some weight to a Cabinet")
    assert "a matter of some weight" in said.reason


def test_the_pin_is_the_place(record: Record):
    """The pins hold the quoted words, piece by piece."""
    said = quote(record, "Roth hoped … would open the harbor … to one table")
    text = record.fetch(said.pins[0].source)[0].text
    assert [text[p.start : p.end] for p in said.pins] == [
        "Roth hoped", "would open the harbor", "to one table",
    ]  # fmt: skip


# --- cautions -----------------------------------------------------------------------------------


def test_a_cut_that_drops_when_it_happened_is_told(record: Record):
    """Two meetings must not become one: the omitted words are shown."""
    cut = (
        "both Governments pledged to mark their boats with two lights after sunset...Roth also"
        " managed to secure an assurance"
    )
    said = quote(record, cut)
    assert said.kind == "marked ellipsis"
    [caution] = said.cautions
    assert caution.omitted == "Nine days earlier, after a private dinner with Callow"
    assert "two sentences" in caution.why


def test_a_cut_that_drops_a_negation_or_condition_is_told(record: Record):
    """ "would … have taken place" drops the "not"; "… unless the entry is false" a condition."""
    said = quote(record, "the signing would … have taken place in the open air")
    assert said.kind == "marked ellipsis" and "not" in said.cautions[0].why
    said = quote(record, "boarded the Good Hope on September 9, 1953 … is false")
    assert said.kind == "marked ellipsis" and "unless" in said.cautions[0].why


def test_a_harmless_cut_bears_no_caution(record: Record):
    """A few words within one sentence, no negation among them."""
    said = quote(record, "hoped that the treaty would open the harbor … to the fishing fleet")
    assert said.kind == "marked ellipsis" and said.cautions == ()


def test_a_fragment_may_be_closed_by_the_briefs_own_period(record: Record):
    """Printers set the period inside the marks; a whole sentence so closed is still cut."""
    fragment = "would open the harbor of Dunmar."
    assert quote(record, fragment, running=True).kind in FAITHFUL
    assert quote(record, fragment, running=True).cautions
    assert quote(record, fragment).kind == "silent cut end"
    assert quote(record, HOPED + ".", running=True).kind == "silent cut end"


# --- whose words --------------------------------------------------------------------------------

ACCEPT = "a rule that binds only the weak binds nobody"


@pytest.mark.parametrize(
    "said",
    [
        "Letter From Chancellor Roth to President Ashby, May 2, 1952",
        "Chancellor Roth's letter of May 2, 1952",
        "Roth wrote to Ashby on May 2, 1952",
        "may-2.txt",
        "",
        "the Chancellor",
        "Roth told the Assembly on June 1, 1952",  # she may have said it again
        "Ashby told the Admiral on May 20, 1952",  # any letter may report what was said
        "President Ashby, 1952",  # a whole year is no letter
    ],
)
def test_words_given_to_their_letter_are_let_be(record: Record, said: str):
    """By heading and day, by writer and day, by file; and where nothing can be told."""
    assert quote(record, ACCEPT, said).kind == "exact"


@pytest.mark.parametrize(
    "said",
    [
        "Letter From President Ashby to Chancellor Roth, May 20, 1952",
        "President Ashby's letter of May 20, 1952",
        "Ashby wrote to Roth on May 20, 1952",
        "may-20.txt",
        "Chancellor Roth's letter of May 9, 1952",  # no such letter, and hers bears another day
    ],
)
def test_right_words_of_another_letter(record: Record, said: str):
    """The words are hers of May 2; the reader is told where they do stand."""
    verdict = quote(record, ACCEPT, said)
    assert verdict.kind == "wrong source"
    assert "May 2, 1952" in verdict.reason


def test_altered_words_are_altered_whoever_is_named(record: Record):
    """A changed word comes before a wrong attribution."""
    said = quote(record, ACCEPT.replace("weak", "poor"), "President Ashby's letter of May 20, 1952")
    assert said.kind == "word changed"


def test_a_brief_is_no_witness_to_itself(record: Record):
    """The source a quotation was taken from is left out of the search."""
    where = quote(record, ACCEPT).pins[0].source
    assert quote(record, ACCEPT, brief=where).kind == "invented"


# --- properties ---------------------------------------------------------------------------------

SENTENCES = (
    "The treaty was signed at Dunmar on June 12, 1952.",
    "The pens were made of whalebone; twelve of them are kept in the town hall.",
    "I have thought about your proposal for a whole week, and I am now prepared to accept it on one"
    " condition.",
    "The lights must be carried by the guard-ships as well as by the boats, because a rule that"
    " binds only the weak binds nobody.",
    "The guard-ships will carry two lights from the first of July.",
)  # fmt: skip
SENTENCE = st.sampled_from(SENTENCES)
DRESS = (
    lambda s: s.replace(" ", "  ", 2),
    lambda s: s.replace(" ", "\n", 1),
    lambda s: s.replace("-", "–"),
    lambda s: s.replace(",", " ,"),
    lambda s: "“" + s + "”",
    lambda s: "[" + s[0] + "]" + s[1:] if s[1:2].isalpha() else s,
    lambda s: s[0].lower() + s[1:] if not s.startswith("I ") else s,
    lambda s: re.sub(r"([a-z]{4})([a-z]{4})", r"\1-" + "\n" + r"\2", s, count=1),
)


@given(SENTENCE, st.lists(st.sampled_from(DRESS), max_size=4, unique=True))
def test_dress_never_makes_a_quotation_unfaithful(record: Record, words: str, dress: list):
    """Spaces, dashes, marks, hyphens, a capital: in any combination the words are the same."""
    for change in dress:
        words = change(words)
    assert quote(record, words).faithful


@given(SENTENCE, st.data())
def test_a_word_dropped_is_never_passed(record: Record, words: str, data: st.DataObject):
    """Whichever word in the middle goes, unmarked."""
    parts = words.split()
    at = data.draw(st.integers(1, len(parts) - 2))
    said = quote(record, " ".join(parts[:at] + parts[at + 1 :]))
    assert not said.faithful


@given(SENTENCE, st.data(), st.sampled_from(["never", "1931", "Ruritania", "gladly", "three"]))
def test_a_word_changed_or_put_in_is_never_passed(
    record: Record, words: str, data: st.DataObject, new: str
):
    """Whichever word is another, or comes in between."""
    parts = words.split()
    at = data.draw(st.integers(1, len(parts) - 2))
    instead = data.draw(st.booleans())
    said = quote(record, " ".join([*parts[:at], new, *parts[at + instead :]]))
    assert not said.faithful


@given(SENTENCE, st.data())
def test_a_sentence_closed_early_is_never_passed(record: Record, words: str, data: st.DataObject):
    """Cut after any word but the last and closed with a period."""
    parts = words.split()
    at = data.draw(st.integers(4, len(parts) - 1))
    cut = " ".join(parts[:at]).rstrip(",;:. ")
    if cut + "." not in words:
        assert not quote(record, cut + ".").faithful


@given(SENTENCE, SENTENCE, st.data())
def test_two_sentences_run_together_are_never_passed(
    record: Record, one: str, two: str, data: st.DataObject
):
    """The beginning of one and the end of another, whatever the places."""
    head, tail = one.split(), two.split()
    a = data.draw(st.integers(4, len(head) - 1))
    b = data.draw(st.integers(1, len(tail) - 4))
    words = " ".join(head[:a] + tail[b:])
    if words not in one and words not in two:
        assert not quote(record, words).faithful


@given(st.text(max_size=300))
def test_any_words_get_a_verdict(record: Record, words: str):
    """Nothing that may be quoted breaks the check, and every pin lies in its source."""
    said: Verdict = quote(record, words)
    for pin in said.pins:
        source: Source = record.fetch(pin.source)[0]
        assert 0 <= pin.start <= pin.end <= len(source.text)
