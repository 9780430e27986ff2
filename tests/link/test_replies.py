"""Which letter a mention means, what a letter answers, and the exchange it makes."""

from __future__ import annotations

from letterbook.link.thread import thread
from letterbook.model import Link
from tests.link.volume import CAPITAL, EMBASSY, TO_FARR, TO_VALE, heap


def test_by_day_between_the_two_who_write() -> None:
    """Of two letters of one day, "your letter" is the addressee's."""
    found = heap(
        (TO_VALE, "May 2, 1957", "The ferry runs."),
        (TO_FARR, "May 2, 1957", "The ferry does not run."),
        (TO_FARR, "May 9, 1957", "I have received your letter of May second."),
    )
    assert found.meant(3) == [1]
    assert found.answered(3) == [found.id(1)]
    [(_, link)] = found.told[found.id(3)]
    assert link.reason.startswith("of May 2, 1957, from Farr to Vale")


def test_by_number_the_way_the_words_say() -> None:
    """The embassy's 41 and the Department's 41 are two telegrams."""
    found = heap(
        (EMBASSY, "May 2, 1957.", "41. The ferry runs."),
        (CAPITAL, "May 3, 1957.", "41. For the Ambassador."),
        (EMBASSY, "May 9, 1957.", "52. Deptel 41. In Embtel 41 we said so."),
        (CAPITAL, "May 9, 1957.", "60. Your 52. See Tokyo's 41 too."),
    )
    assert found.meant(3) == [2, 1]
    assert found.meant(4) == [3, 1]
    assert found.answered(3) == [found.id(2)]
    assert found.answered(4) == [found.id(3)]


def test_a_list_is_several_letters_and_one_may_be_missing() -> None:
    """Each number of a list is looked up by itself."""
    found = heap(
        (EMBASSY, "May 2, 1957.", "41. The ferry runs."),
        (EMBASSY, "May 3, 1957.", "43. The ferry stands."),
        (CAPITAL, "May 4, 1957.", "60. Embtels 41, 42 and 43. We agree."),
    )
    assert found.meant(3) == [1, 0, 2]
    assert [(m.number, m.sender) for m in found.missing()] == [("42", "Embassy in Japan")]


def test_numbers_that_began_anew() -> None:
    """A number of last year is not meant once this year's series has passed it."""
    old, new = "November 2, 1956.", "May 2, 1957."
    found = heap(
        (EMBASSY, old, "41. The ferry runs."),
        (EMBASSY, "January 9, 1957.", "7. The ferry stands."),
        (EMBASSY, new, "99. The ferry sinks."),
        (CAPITAL, "May 3, 1957.", "60. Embtel 41 is clear."),
    )
    assert found.meant(4) == [0]


def test_two_that_fit_are_both_shown() -> None:
    """Nothing is asserted where two letters fit; both stand as candidates."""
    found = heap(
        (TO_VALE, "May 2, 1957", "The ferry runs."),
        (TO_VALE, "May 2, 1957", "The bridge stands."),
        (TO_FARR, "May 9, 1957", "Thank you for your letter of May 2."),
    )
    [(_, link)] = found.told[found.id(3)]
    assert link.to == ""
    assert link.candidates == (found.id(1), found.id(2))
    assert "decide" in link.reason
    assert found.missing() == []


def test_a_bare_message_points_back_to_the_one_named() -> None:
    """ "your letter" after "your letter of May 2" is that one, not a later one."""
    found = heap(
        (TO_VALE, "May 2, 1957", "The ferry runs."),
        (TO_VALE, "May 5, 1957", "The ferry stands."),
        (TO_FARR, "May 9, 1957", "Thank you for your letter of May 2. Your letter is kind."),
    )
    assert found.meant(3) == [1, 1]


def test_a_bare_letter_is_the_latest_of_the_other_side() -> None:
    """Without a day, the last letter that came before is meant."""
    found = heap(
        (TO_VALE, "May 2, 1957", "The ferry runs."),
        (TO_VALE, "May 5, 1957", "The ferry stands."),
        (TO_FARR, "May 9, 1957", "Thank you for your letter."),
    )
    assert found.meant(3) == [2]


def test_a_bare_letter_of_long_ago_stays_open() -> None:
    """What lies far back may have been followed by letters that are not held."""
    found = heap(
        (TO_VALE, "May 2, 1956", "The ferry runs."),
        (TO_FARR, "May 9, 1957", "Thank you for your letter."),
    )
    assert found.meant(2) == [0]


def test_the_following_telegram() -> None:
    """The one that bears the next number."""
    found = heap(
        (EMBASSY, "May 2, 1957.", "41. Text is in immediately following telegram."),
        (EMBASSY, "May 2, 1957.", "42. The text."),
    )
    assert found.meant(1) == [2]


def test_nobody_answers_himself() -> None:
    """A telegram that opens with its own side's number refers to it."""
    found = heap(
        (EMBASSY, "May 2, 1957.", "41. The ferry runs."),
        (EMBASSY, "May 3, 1957.", "42. Embtel 41. The ferry stands."),
    )
    assert found.meant(2) == [1]
    assert found.answered(2) == []


def test_one_letter_may_answer_two() -> None:
    """Both of a list are answered."""
    found = heap(
        (EMBASSY, "May 2, 1957.", "41. The ferry runs."),
        (EMBASSY, "May 3, 1957.", "42. The ferry stands."),
        (CAPITAL, "May 4, 1957.", "60. Your 41 and 42. We agree."),
    )
    assert found.answered(3) == [found.id(1), found.id(2)]


def test_the_exchange_and_its_silences() -> None:
    """Both sides by day, with the days between; a letter outside it is not shown."""
    found = heap(
        (TO_VALE, "May 2, 1957", "The ferry runs."),
        (TO_FARR, "May 9, 1957", "Thank you for your letter of May 2."),
        (TO_VALE, "May 30, 1957", "In reply to your letter of May 9, the ferry runs."),
        (EMBASSY, "May 3, 1957.", "41. The ferry runs."),
    )
    links = {x.id: found.answered(int(x.where[1:])) for x in found.letters}

    def own(id: str) -> list[Link]:
        return [Link("answers", to) for to in links[id]]

    def back(id: str) -> list[str]:
        return [other for other, to in links.items() if id in to]

    held = {x.id: x for x in found.letters}
    turns = thread(found.id(2), own, back, held.get)
    assert [t.letter.id for t in turns] == [found.id(1), found.id(2), found.id(3)]
    assert [t.silence for t in turns] == [None, 7, 21]


def test_adding_a_letter_far_off_changes_nothing() -> None:
    """What a mention means rests on the letters near it."""
    near = (
        (TO_VALE, "May 2, 1957", "The ferry runs."),
        (TO_FARR, "May 9, 1957", "Thank you for your letter."),
    )
    far = (EMBASSY, "May 2, 1947.", "41. The ferry runs.")
    assert heap(*near).meant(2) == heap(*near, far).meant(2) == [1]


MEMO = "Memorandum From the Counselor (Marsh) to President Vale\n\nWashington, {}\n\n{}"
STAFF = "Memorandum From the Geographer (Lindqvist) to President Vale\n\nWashington, {}\n\n{}"
OTHERS = (
    "Memorandum From the Geographer (Lindqvist) to the Treasurer (Hobb)\n\nWashington, {}\n\n{}"
)


def test_what_is_attached_was_written_to_the_reader() -> None:
    """An attached memorandum beside is the one laid before the same reader, else it is open."""
    body = "The attached memorandum sets out the soundings."
    laid = heap((STAFF, "May 2, 1957.", "Soundings."), (MEMO, "May 3, 1957.", body))
    assert laid.meant(2) == [1]
    assert "stands beside" in laid.told[laid.id(2)][0][1].reason
    assert heap((OTHERS, "May 2, 1957.", "Soundings."), (MEMO, "May 3, 1957.", body)).meant(2) == [
        0
    ]


def test_what_is_attached_and_of_a_sort_is_headed_so() -> None:
    """A "summary memorandum" is not the memorandum that happens to stand beside."""
    body = "A summary memorandum (Tab 2) sets out the soundings."
    assert heap((STAFF, "May 2, 1957.", "x"), (MEMO, "May 3, 1957.", body)).meant(2) == [0]


def test_a_named_senders_letter_that_is_the_only_one() -> None:
    """ "Farr's letter" in a memorandum is the one he wrote these weeks; of two, neither."""
    body = "In judging the motives behind Farr's letter I should weigh the ferry less."
    one = heap((TO_VALE, "May 2, 1957", "The ferry."), (MEMO, "May 3, 1957.", body))
    assert one.meant(2) == [1]
    two = heap(
        (TO_VALE, "May 1, 1957", "The ferry."),
        (TO_VALE, "May 2, 1957", "The gates."),
        (MEMO, "May 3, 1957.", body),
    )
    assert two.meant(3) == [0]
    [(_, link)] = two.told[two.id(3)]
    assert set(link.candidates) == {two.id(1), two.id(2)}


def test_his_is_who_the_sentence_names() -> None:
    """ "Secretary Hobb began as in his memorandum": Hobb's, not anybody's."""
    of = "Memorandum From Secretary of the Navy Hobb to President Vale\n\nWashington, {}\n\n{}"
    body = "Secretary Hobb began by outlining the problem as in his memorandum."
    found = heap(
        (of, "May 1, 1957.", "Ships."),
        (STAFF, "May 2, 1957.", "Maps."),
        (MEMO, "May 3, 1957.", body),
    )
    assert found.meant(3) == [1]


def test_a_separate_telegram_is_the_next_of_the_same_side() -> None:
    """What is to follow "by separate telegram" does not stand before."""
    found = heap(
        (EMBASSY, "May 2, 1957.", "41. The ferry."),
        (EMBASSY, "May 2, 1957.", "42. My comments follow by separate telegram."),
        (EMBASSY, "May 3, 1957.", "47. I would comment that the ferry is old."),
    )
    assert found.meant(2) == [3]


def test_a_post_is_known_by_who_sits_there() -> None:
    """ "The cable from Strand" came from the embassy to which "For Ambassador Strand" went."""
    found = heap(
        (CAPITAL, "May 1, 1957.", "40. For Ambassador Strand. Please see the King."),
        (EMBASSY, "May 2, 1957.", "41. Audience with the King."),
        (MEMO, "May 3, 1957.", "Strand's cable gives an account of it."),
    )
    assert found.meant(3) == [2]


def test_a_letter_from_the_president_handed_over_at_a_post() -> None:
    """It went to the ruler of that country, not to another's."""
    other = "Letter From President Vale to Premier Lund\n\nWashington, {}\n\nDear Mr. Lund: {}"
    own = "Letter From President Vale to Prime Minister Sato\n\nWashington, {}\n\nDear Mr. Sato: {}"
    found = heap(
        (own, "May 1, 1957", "The ferry."),
        (other, "May 2, 1957", "The gates."),
        (
            EMBASSY,
            "May 6, 1957.",
            "41. Saw Prime Minister Sato and gave him letter from President.",
        ),
        (CAPITAL, "May 7, 1957.", "42. Thank you."),
    )
    assert found.meant(3) == [1]


def test_a_long_letter_may_be_any() -> None:
    """ "He has written Lund a long letter" points at none in particular."""
    body = "He read to me from a long letter to Prime Minister Farr."
    assert heap((TO_FARR, "May 2, 1957", "x"), (MEMO, "May 3, 1957.", body)).meant(2) == [0]


def test_an_undated_letter_stands_where_the_edition_puts_it() -> None:
    """ "Thank you for your message" finds the undated one before it, and nobody else's."""
    undated = "Letter From Prime Minister Farr to President Vale\n\nundated\n\nDear Vale: {}{}"
    found = heap(
        (TO_FARR, "May 1, 1957", "The ferry."),
        (undated, "", "The gates are shut."),
        (TO_FARR, "May 9, 1957", "Thank you for your message. The ferry is old."),
    )
    assert found.meant(3) == [2]


def test_one_letter_answers_two_and_one_of_them_is_not_here() -> None:
    """The one that is known only by mention is not lost beside the one that is settled."""
    body = "I have received your letter of May 2 on the ferry and that of May 5 on the gates."
    found = heap((TO_VALE, "May 2, 1957", "The ferry."), (TO_FARR, "May 9, 1957", body))
    assert found.meant(2) == [1, 0]
    links = [link for _, link in found.told[found.id(2)] if link.kind == "answers"]
    assert [link.to for link in links] == [found.id(1), ""]
