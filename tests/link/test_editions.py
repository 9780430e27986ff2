"""Whether two printings are one letter: the same day, an open day, and what speaks against it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.link.compare import compare
from letterbook.link.comparison import Comparison
from letterbook.link.editions import judge, link, may_be, nearest
from letterbook.link.headers import agree, editorial
from letterbook.link.printing import Printing
from letterbook.link.translations import offer, translations
from letterbook.model import Letter, Name, When
from tests.link.test_shingles import prose


def day(month: int, of: int, year: int = 1862) -> When:
    """One day."""
    date = datetime.date(year, month, of)
    return When(date, date)


def letter(id: str, text: str, **fields) -> tuple[Letter, Printing]:
    """A letter from Vell to Mar on December 11, unless said otherwise."""
    made = Letter(
        id=id, kind="letter", senders=(Name("Ana Vell", "Regent"),),
        recipients=(Name("Jon Mar", "Envoy"),), when=day(12, 11), place="Vellmar", number="",
        heading="Letter From Regent Vell to Envoy Mar", marking="", channel="", telegram="",
        path=f"{id}.txt", where="", source=id, start=0, end=len(text),
    )  # fmt: skip
    return replace(made, **fields), Printing(text, 0, len(text))


def found(one: tuple[Letter, Printing], other: tuple[Letter, Printing]) -> Comparison:
    """How two letters compare."""
    made = compare(one[1], other[1])
    assert made is not None
    return made


def linked(one, other):
    """What the one is to the other."""
    return link(one[0], other[0], found(one, other))


WHOLE = prose(1, 300)
PART = " ".join(WHOLE.split()[100:220])


def test_the_same_words_on_the_same_day():
    """One letter, with the difference counted."""
    same = linked(letter("a", WHOLE), letter("b", WHOLE.replace("harbour ", "the harbour ", 1)))
    assert same.kind == "same letter as" and same.to == "b"
    assert same.reason == ("the same 300 words, both of 1862-12-11; the wording differs in 1 place")


def test_an_extract_of_a_letter_whose_day_is_open():
    """The edition that gives the day is named as the one that does."""
    undated = letter("a", PART, when=None)
    same = linked(undated, letter("b", WHOLE))
    assert same.to == "b"
    assert "only the other printing gives the day, 1862-12-11" in same.reason
    assert "this printing leaves out" in same.reason and "without saying so" in same.reason


@pytest.mark.parametrize(
    ("ours", "theirs", "agrees"),
    [
        (day(12, 11), day(12, 12), True),  # a talk past midnight
        (day(12, 11), day(12, 13), False),
        (day(12, 11), None, None),
        (When(datetime.date(1862, 12, 1), datetime.date(1862, 12, 31)), day(12, 13), True),
        (When(None, datetime.date(1862, 12, 1)), day(12, 13), None),
    ],
)
def test_days_agree(ours, theirs, agrees):
    """Within a day; not at all when one is open."""
    assert agree(ours, theirs) is agree(theirs, ours) is agrees


def test_the_same_words_on_another_day_are_offered_with_both_days():
    """A report that is issued again: a person decides."""
    same = linked(letter("a", WHOLE), letter("b", WHOLE, when=day(3, 2, 1863)))
    assert (same.to, same.candidates) == ("", ("b",))
    assert "dated 1862-12-11 and 1863-03-02" in same.reason


def test_the_same_words_to_another_post_are_not_one_letter():
    """A circular goes out as many letters."""
    posts = [(Name(office=f"Embassy in {place}"),) for place in ("Ost", "Selm")]
    one, other = (
        letter(i, WHOLE, recipients=p, kind="telegram") for i, p in zip("ab", posts, strict=True)
    )
    assert linked(one, other).to == ""
    assert "they go to Embassy in Ost and to Embassy in Selm" in linked(one, other).reason


def test_a_message_and_the_telegram_that_brings_it_are_one():
    """An addressee of another kind speaks against nothing."""
    carried = letter("b", f"Please deliver following: {WHOLE}", kind="telegram",
                     recipients=(Name(office="Embassy in Ost"),))  # fmt: skip
    assert linked(letter("a", WHOLE), carried).to == "b"


def test_an_editorial_note_that_quotes_a_letter_is_no_edition():
    """It says by its heading what it is."""
    note = letter("b", f"On December 11 Vell wrote: {PART}", heading="41. Editorial Note")
    assert linked(letter("a", WHOLE), note) is None
    assert editorial("Editors’ Note") and not editorial("Note From the Editor of the Gazette")


def test_a_letter_that_quotes_one_is_no_edition_of_it():
    """Most of it is its own, whatever its day: offered if the parties are the same."""
    report = letter("b", f"{prose(2, 900)} {PART}", when=None, heading="Paper by the Council")
    quoted = linked(letter("a", PART), report)
    assert quoted.to == "" and "one may quote the other" in quoted.reason
    answer = letter("b", f"{prose(2, 900)} {PART}", when=day(12, 12), heading="Answer")
    assert linked(letter("a", PART, heading="Letter"), answer).to == ""
    other = letter("a", PART, heading="Note", recipients=(Name("Ida Brun"),))
    assert linked(other, report) is None


def test_a_list_of_those_present_is_not_enough():
    """Two talks of one day between the same people."""
    present = "\n".join(["PARTICIPANTS", *(f"Mr. {w.title()} Vale" for w in prose(3, 40).split())])
    one = letter("a", f"{present}\n{prose(4, 60)}", kind="memcon")
    assert linked(one, letter("b", f"{present}\n{prose(5, 60)}", kind="memcon")) is None


def test_in_one_book_a_draft_is_no_edition():
    """Half the words are the same: in two books that is two extracts, in one it is a draft."""
    draft = f"{PART} {prose(6, 60)}"
    final = f"{PART} {prose(7, 60)}"
    two = linked(letter("a", draft), letter("b", final))
    assert two is not None and two.to == "b"
    assert linked(letter("a", draft, path="v"), letter("b", final, path="v")) is None
    assert linked(letter("a", WHOLE, path="v"), letter("b", WHOLE, path="v")).to == "b"


def test_a_letter_and_what_stands_inside_it_are_not_compared():
    """The enclosure shares all its words with what encloses it."""
    outer = letter("a", WHOLE)
    inner = letter("a.2", PART, source="a", start=50, end=200)
    assert linked(outer, inner) is None


def test_of_a_telegram_and_the_letter_inside_it_the_letter_is_nearer():
    """The record holds the letter for itself."""
    one = letter("a", PART)
    telegram = letter("b", f"{prose(8, 200)} {PART}")
    inside = letter("b.2", PART, source="b", start=1200, end=len(telegram[1].text))
    compared = [(x[0], found(one, x)) for x in (telegram, inside)]
    assert [x.id for x, _ in nearest(compared)] == ["b.2"]


def test_few_words_are_offered_never_asserted():
    """A receipt reads like any other."""
    short = "Your letter of the tenth is received and the council will answer it in spring."
    assert linked(letter("a", short), letter("b", short)).to == ""


# --- translations -------------------------------------------------------------------------------

ONE = """I got your letter of May 4 yesterday. In it you write that 12 ships of the Ost fleet lay
before Vellmar, and that Captain Selm fired 3 shots. Let me say how matters stand. The Regency
sent no fleet. Our pilots in Vellmar counted 2 boats, which came from Brunn with timber for the
bridge that Minister Dahl wants to have ready before 1863. Whoever told you another thing wished
to set Ost against us, and I ask you to believe my word more than his."""
OTHER = """Yesterday I received the message you sent on May 4. You claim there that twelve vessels
belonging to Ost had anchored off Vellmar, and that three rounds were discharged by Captain Selm.
Permit me to explain the facts. No squadron whatsoever was dispatched by us. At Vellmar two small
craft were noticed by harbour officials; they had sailed out of Brunn carrying wood needed for a
crossing which Minister Dahl hopes will be finished by 1863. Your informant evidently intends
discord between ourselves and Ost, so trust what I tell you rather than him."""


def test_two_translations_are_offered():
    """Other words, the same names and numbers in the same order."""
    one, other = letter("a", ONE), letter("b", OTHER)
    compared = compare(one[1], other[1])
    assert compared is None or link(one[0], other[0], compared) is None
    offered = offer(one[0], other[0], one[1], other[1], compared)
    assert offered is not None and (offered.to, offered.candidates) == ("", ("b",))
    assert "perhaps two translations of one letter" in offered.reason


@pytest.mark.parametrize(
    "other",
    [
        letter("b", OTHER, when=day(12, 14)),
        letter("b", OTHER, recipients=(Name("Ida Brun"),)),
        letter("b", ONE),
        letter("b", prose(9, 90)),
        letter("b", f"{OTHER} {prose(10, 200)}"),
    ],
    ids=["another day", "another addressee", "the same words", "other names", "much longer"],
)
def test_what_is_no_translation(other):
    """One thing is different each time."""
    one = letter("a", ONE)
    compared = compare(one[1], other[1])
    assert translations(one[0], other[0], one[1], other[1], compared) is None


def test_judging_is_the_same_from_either_side():
    """Left and right are only places."""
    one, other = letter("a", PART), letter("b", WHOLE)
    ours, theirs = (judge(x[0], y[0], found(x, y)) for x, y in ((one, other), (other, one)))
    assert ours is not None and theirs is not None and ours.verdict == theirs.verdict


PASSAGES = [prose(n, 60) for n in (1, 90, 200)] + ["TO ALL POSTS: STOP.", "1. Coal. 2. Salt."]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=5),
    st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=5),
    st.sampled_from([day(12, 11), day(12, 12), day(3, 1), None]),
    st.sampled_from(["a.txt", "b.txt"]),
    st.integers(0, 40),
)
def test_what_is_not_compared_would_be_nothing(
    ours: list[str], theirs: list[str], when: When | None, path: str, cut: int
) -> None:
    """Where the words that two texts have tell that they are two letters, so does comparing."""
    one = letter("a", "\n\n".join(ours))
    other = letter("b", " ".join("\n\n".join(theirs).split()[cut:]), when=when, path=path)
    if not may_be(one[0], other[0], one[1], other[1]):
        compared = compare(one[1], other[1])
        assert compared is None or judge(one[0], other[0], compared) is None


def test_two_editions_are_compared_and_two_letters_on_one_form_are_not() -> None:
    """Most of the words must be common; a heading and a closing phrase are not most."""
    whole, form = letter("a", WHOLE), prose(400, 12)
    assert may_be(whole[0], letter("b", PART)[0], whole[1], letter("b", PART)[1])
    one = letter("c", f"{form} {prose(500, 200)}", path="book.xml")
    other = letter("d", f"{form} {prose(800, 200)}", path="book.xml", when=day(12, 20))
    assert not may_be(one[0], other[0], one[1], other[1])
