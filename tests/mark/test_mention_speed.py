"""What is asked first, for speed, rules out nothing: the short cut finds what the long way does.

Words of letters are drawn at random from those that matter to the patterns, so that odd neighbors
meet: "Your Nos. 12", "in writing on", "Documents 3", "septel re".
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.mark import citations as cited
from letterbook.mark import mention_phrases as phrases
from letterbook.mark import mention_right as right
from letterbook.mark import mention_wrote as wrote
from letterbook.mark.mention_around import BEFORE, ENDS, MAY_NAME, THING_BEFORE
from letterbook.mark.mention_does import _ANSWERER, answerer
from letterbook.mark.mention_numbers import _may_name

_PARTS = (
    "Your your ur Embtel Embtels Deptel Deptels urtel Delga Secto JCS CAP Seoul Seoul's Rome’s Tel"
    " Aviv Buenos Aires State State's Dept Department's Embassy Emb CAS Wash Washington Vale's No."
    " Nos. Nr. number # telegram Telegram cable letter Letters memorandum of conversation aide"
    " mémoire notes verbales circular reference Ref. Ref: ref (EXDIS) exdis niact Defense message"
    " to from at June May page Page in of and the , . ; : dated"
).split()
_NUMBERS = ("12", "1287", "3456", "85")
_LETTER = (
    "the a your my his letter message note telegram memorandum proposal request paper of October"
    " tenth May 5 1957 dated Dated dtd. (dated and is was in as to from by for Vale the Premier"
    " which he sent handed me you on about “Ferries” (Tab B) [memorandum] septel Septel reference"
    " telegram urtel separate following Following succeeding follows by under date with between"
    " Mr. Farr mine yours Vale, wrote written in writing on I again Reference message reftel"
    " REFTELS . , : ;"
).split()
_CITED = (
    "See see Document Documents document 12 3 footnote Footnote footnotes 4 Foreign Relations,"
    " 1955–1957, vol. III, ( [ printed as Documentary Undocumented"
).split()


def run_of(words: list[str], least: int = 1) -> st.SearchStrategy[str]:
    """Some of the words in a row, with blanks or line ends between them."""
    word = st.sampled_from(words)
    gap = st.sampled_from([" ", " ", " ", " ", "\n", "\n\n", "  ", ""])
    pairs = st.lists(st.tuples(word, gap), min_size=least, max_size=12)
    return pairs.map(lambda row: "".join(w + g for w, g in row))


@settings(max_examples=400)
@given(run_of(_PARTS), st.sampled_from(_NUMBERS))
def test_what_may_stand_before_a_number_ends_as_it_may_end(left: str, number: str) -> None:
    """A word that the patterns for a number would take is never passed over."""
    said = BEFORE.search(left)
    word = left.rstrip()
    word = word[max(word.rfind(" "), word.rfind("\n")) + 1 :]
    if said and said.end() == len(left) and left[-1:].isspace() and said[0].strip():
        asked = bool(MAY_NAME.search(word)) and not THING_BEFORE.search(word)
        assert not asked or ENDS.search(word), (left, number)
        assert _may_name(word) == asked


@pytest.mark.parametrize(
    ("word", "named"),
    [
        ("Embtel", True), ("(Deptel", True), ("Seoul's", True), ("Aires", True), ("No.", True),
        ("#", True), ("JCS", True), ("Vale’s", True), ("your", True), ("(EXDIS)", True),
        # names nothing: a month, a word that begins a sentence, a name without 's
        ("June", False), ("Vale", False), ("Approximately", False), ("Corps", False),
        ("page", False), ("of", False),
    ],
)  # fmt: skip
def test_the_word_before_a_number(word: str, named: bool) -> None:
    """Most capitals before a number are no post, series or noun."""
    assert _may_name(word) is named


@settings(max_examples=300)
@given(run_of(_LETTER))
def test_verbs_of_writing(text: str) -> None:
    """ "wrote", "written", "in writing", each with a day to come."""
    quick = [match.span() for match in wrote._verbs(text)]
    assert quick == [match.span() for match in wrote._VERB.finditer(text)]


@settings(max_examples=300)
@given(run_of(_LETTER))
def test_words_that_are_a_mention_by_themselves(text: str) -> None:
    """ "septel", "urtel", "reference telegram"."""
    quick = [match.span() for match in phrases._selves(text)]
    assert quick == [match.span() for match in phrases._SELF.finditer(text)]


@settings(max_examples=300)
@given(run_of(_CITED))
def test_what_points_at_a_document_in_the_text(text: str) -> None:
    """ "Document 12", "footnotes 3", "Foreign Relations, 1955"."""
    quick = [match.span() for match in cited._pointing(text)]
    assert quick == [match.span() for match in cited._POINTING.finditer(text)]


@settings(max_examples=400)
@given(
    st.sampled_from(["letter", "message", "proposal", "memorandum", "telegram"]), run_of(_LETTER)
)
def test_what_follows_a_noun(noun: str, after: str) -> None:
    """What is passed over because nothing of the phrase can begin so has nothing of it."""
    text = f"{noun} {after}"
    stop = len(noun)
    told = right.rightward(text, 0, stop, len(text), [])
    idle = right._IDLE
    try:
        right._IDLE = re.compile(r"(?!)")
        whole = right.rightward(text, 0, stop, len(text), [])
    finally:
        right._IDLE = idle
    assert told == whole


@settings(max_examples=200)
@given(run_of(_LETTER), run_of(_LETTER))
def test_where_a_letter_is_to_be_found(before: str, after: str) -> None:
    """Attached, or sent separately: whether the words are looked for first or not."""
    apart = right._APART_BEFORE.search(before) or right._APART.match(after)
    attached = right._TAB.match(after) or right._AT_TAB.search(before)
    told = ("attached",) if attached else ("separate",) if apart else ()
    assert right.placed(before, after) == told


@settings(max_examples=200)
@given(run_of(["Premier", "Farr’s", "reply", "reaction", "to", "into", "Odan", "has", "replied"]))
def test_who_is_to_answer(before: str) -> None:
    """The last word is asked before the name."""
    match = _ANSWERER.search(before)
    assert answerer(before) == ((match["one"] or match["other"]).strip() if match else "")
