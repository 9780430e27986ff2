"""What one letter more concerns: bounded, however many letters the record holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from letterbook.link.look import LATEST
from letterbook.record import Kept, Record
from letterbook.record import links as kept_links
from letterbook.record.near import AFTER, BEFORE
from tests.record.fake import letter

Keep = Callable[..., Kept]
FIRST = date(1962, 1, 1)


def heap(keep: Keep, count: int, every: int = 1) -> None:
    """A file of letters, one in so many days, to and from the same two persons by turns."""
    sides = ("Jon Mar", "Ana Vell, Regent")
    parts = [
        letter(*(sides if n % 2 else sides[::-1]), str(FIRST + timedelta(n // every)))
        for n in range(count)
    ]
    keep("\n-----\n".join(parts), "many.txt")


def look(record: Record, waiting: bool) -> None:
    """As linking does: each source looked through, with "your letter" in each or in none."""
    with record.writing() as writing:
        for id in record.unlooked("1"):
            keys = {id: frozenset([LATEST] if waiting else [])}
            writing.keep_looked(kept_links.look(id, (), keys, {}), "1")
        writing.widen()
        for id in record.due():
            writing.keep_links(id, ())


def due_after(record: Record, keep: Keep, text: str) -> list[str]:
    """The letters that are due when this one has come."""
    keep(text, "one.txt")
    with record.writing() as writing:
        for id in record.unlooked("1"):
            writing.keep_looked(kept_links.look(id, (), {}, {}), "1")
        writing.widen()
        due = record.due()
        for id in due:
            writing.keep_links(id, ())
    return due


def test_the_letters_around_one_are_no_more_than_so_many(record: Record, keep: Keep) -> None:
    """Of a thousand letters of one winter those nearest by day are fetched, and the neighbors."""
    heap(keep, 1000, every=10)
    one = next(x for x in record.letters() if x.where == "p500")
    found = record.letters_near([one.id], 400, 60)
    assert one.id in {x.id for x in found}
    assert len(found) <= BEFORE + AFTER + 61
    days = sorted(x.when.earliest for x in found if x.when and x.when.earliest)
    assert one.when and one.when.earliest
    assert days[0] < one.when.earliest < days[-1]


def test_in_a_small_record_all_within_the_days_are_fetched(record: Record, keep: Keep) -> None:
    """Nothing is left out that a year holds."""
    heap(keep, 90)
    one = next(x for x in record.letters() if x.where == "p80")
    found = record.letters_near([one.id], 30, 5)
    assert {f"p{n}" for n in range(50, 86)} <= {x.where for x in found}


def test_what_is_named_by_number_or_day_is_fetched_from_farther_back(
    record: Record, keep: Keep
) -> None:
    """ "Your telegram 412", "your letter of January 2" reach beyond the letters around."""
    heap(keep, 1000, every=10)
    keep(letter(date="1962-07-01"), "late.txt")
    late = next(x.id for x in record.letters() if x.path == "late.txt")
    with record.writing() as writing:
        keys = {late: frozenset(["1962-01-02"])}
        writing.keep_looked(kept_links.look(late, (), keys, {}), "1")
    found = record.letters_near([late], 400, 60)
    named = {x.where for x in found if x.when and x.when.earliest == date(1962, 1, 2)}
    assert len(named) == 10


def test_a_newcomer_makes_few_letters_due_in_a_record_of_many(record: Record, keep: Keep) -> None:
    """Of three hundred that say "your letter" in its days, those between the same two first."""
    heap(keep, 300, every=10)
    look(record, waiting=True)
    assert record.due() == []
    due = due_after(record, keep, letter(date="1962-01-05"))
    assert 1 < len(due) <= kept_links.MOST + 1
    held = {x.id: x for x in record.letters()}
    answers = [held[id] for id in due if held[id].path == "many.txt"]
    assert all(str(x.senders[0]).startswith("Jon Mar") for x in answers)


def test_a_newcomer_makes_all_due_in_a_small_record(record: Record, keep: Keep) -> None:
    """Every letter of the sixty days after it that says "your letter", of whatever sides."""
    heap(keep, 30)
    look(record, waiting=True)
    due = due_after(record, keep, letter(date="1962-01-05", to="Ost", sender="West"))
    assert len(due) == 1 + 26


def test_what_nobody_waits_for_concerns_only_itself(record: Record, keep: Keep) -> None:
    """No "your letter", no day, no number: one letter is due."""
    heap(keep, 60)
    look(record, waiting=False)
    assert len(due_after(record, keep, letter(date="1962-01-05"))) == 1


def test_some_letters_come_whatever_their_day(record: Record, keep: Keep) -> None:
    """Those asked for by name, however far, with the others of their sources."""
    heap(keep, 300)
    keep(letter(date="1990-01-01"), "far.txt")
    one = next(x.id for x in record.letters() if x.where == "p100")
    far = next(x.id for x in record.letters() if x.path == "far.txt")
    assert far not in {x.id for x in record.letters_near([one], 10, 5)}
    assert far in {x.id for x in record.letters_near([one], 10, 5, [far])}


def test_what_a_newcomer_does_not_concern_is_due_no_more(record: Record, keep: Keep) -> None:
    """Whoever looked closer dismisses it; the newcomer stays."""
    heap(keep, 30)
    look(record, waiting=True)
    keep(letter(date="1962-01-05"), "one.txt")
    with record.writing() as writing:
        for id in record.unlooked("1"):
            writing.keep_looked(kept_links.look(id, (), {}, {}), "1")
        fresh = record.fresh()
        writing.widen()
        assert record.fresh() == []
        writing.dismiss(id for id in record.due() if id not in fresh)
        assert record.due() == fresh and len(fresh) == 1


def test_what_is_to_be_looked_through(record: Record, keep: Keep) -> None:
    """What came last, what came again, and all of it for another version."""
    heap(keep, 5)
    look(record, waiting=False)
    assert record.unlooked("1") == []
    keep(letter(), "one.txt")
    (one,) = record.unlooked("1")
    assert record.letter(one).path == "one.txt"
    assert len(record.unlooked("2")) == 6
    with record.writing() as writing:  # only the newest: the one before it is still to come
        keep(letter(to="West"), "two.txt")
        newest = record.unlooked("1")[-1]
        writing.keep_looked(kept_links.look(newest, (), {}, {}), "1")
    assert record.unlooked("1") == [one]


def sample(record: Record, samples: Mapping[str, tuple[int, ...]]) -> None:
    """Keep these samples of the letters' wording, as a second look gives them."""
    with record.writing() as writing:
        for id in record.unlooked("1"):
            writing.keep_looked(kept_links.look(id, (), {}, {id: samples.get(id, ())}), "1")


def test_who_shares_wording_is_told_for_one_or_for_all(record: Record, keep: Keep) -> None:
    """In one walk the same as letter by letter; what many have is a formula."""
    heap(keep, 9)
    ids = [x.id for x in record.letters()]
    samples = {id: (1, 2, 3 + at // 3, 40 + at, 50 + at // 2) for at, id in enumerate(ids)}
    sample(record, samples)
    every = record.shared(8, 2)
    for id in ids:
        one = [row for row in record.sharing(id, 8) if row[1] >= 2]
        assert sorted(every.get(id, [])) == sorted(one)
    pairs = {(a, b) for a, b in pairwise(ids)}
    assert any((a, row[0]) in pairs for a in every for row in every[a])


def test_beside_in_the_record(record: Record, keep: Keep) -> None:
    """So many places before and after, itself among them; of several, whoever is beside any."""
    heap(keep, 40)
    ids = {x.where: x.id for x in record.letters()}
    beside = record.beside([ids["p10"]], 3)
    assert beside == {ids[f"p{n}"] for n in range(7, 14)}
    assert record.beside([ids["p10"], ids["p30"]], 1) == {
        ids[f"p{n}"] for n in (9, 10, 11, 29, 30, 31)
    }
    assert record.beside([], 3) == record.beside(["unknown1"], 3) == set()


def test_what_was_found_about_one_letter_comes_without_its_text(record: Record, keep: Keep) -> None:
    """The kinds that are asked for, about this letter and no other of its source."""
    heap(keep, 3)
    for one in record.letters():
        _, findings = record.fetch(one.source, ("sender", "recipient"))
        assert record.found(one.id, ("sender", "recipient")) == [
            f for f in findings if f.of == one.id
        ]
        assert record.found(one.id, ("mention",)) == []
    assert record.found("unknown1", ("sender",)) == []
