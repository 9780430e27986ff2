"""Regests of the sample: dates, parties, the letter's own words, what it answers, its gaps."""

from __future__ import annotations

import pytest

from letterbook.model import Line
from letterbook.record import Filters, Record
from letterbook.write import Wanted, write
from letterbook.write.page import Heading, Page, Paragraph
from tests.write.conftest import Faults


def entry(record: Record, target: str) -> dict[str, str]:
    """One entry: "head", "parties", "says", and each label with its words."""
    page = write(record, "regest", Wanted((record.resolve(target),)))
    head, *parts = page.parts
    assert isinstance(head, Heading)
    told = {"head": head.lines[0].text}
    for part, name in zip(parts, ("parties", "says", *("",) * 9), strict=False):
        assert isinstance(part, Paragraph)
        told[part.label or name] = " ".join(line.text for line in part.lines)
    return told


def test_a_letter_of_state(sample: Record) -> None:
    """Date and place, offices, the proposal in its own words, the answer."""
    told = entry(sample, "exchange-with-king-aurel.txt#1")
    assert told["head"] == "October 2, 1956, Port Selm"
    assert told["parties"] == (
        "Amos Tredway, President of the Republic of Orvane, to Aurel II, King of Tolmary. Letter."
    )
    assert "I would gladly receive any representative" in told["says"]
    assert told["Answered by"].startswith("Aurel R. to Amos Tredway, October 23, 1956")


def test_a_telegram(sample: Record) -> None:
    """Number and marking stand behind the parties."""
    told = entry(sample, "sankt-evert-97.txt")
    assert told["parties"].endswith("Telegram 97. Secret; Niact.")
    assert told["Not in this text"] == "[2 lines not declassified]"


def test_a_letter_in_a_telegram(sample: Record) -> None:
    """The letter says which telegram carries it; the telegram's words are not its own."""
    told = entry(sample, "port-selm-64.txt#2")
    assert told["Carried by"].startswith("Ministry of External Relations to Legation in Marlund")
    outer = entry(sample, "port-selm-64.txt#1")
    assert "hostage" in told["says"]
    assert "hostage" not in outer.get("says", "")


def test_a_date_worked_out(sample: Record) -> None:
    """What the letter does not state stands in brackets; where it is kept and what is left out."""
    told = entry(sample, "letter-31.txt")
    assert told["head"].startswith("[February 11, 1957]")
    assert "3 pages left out" in told["Not in this text"]
    assert told["Source"].startswith("Tolmary") or "Lot 62 D 14" in told["Source"]


def test_a_conversation(sample: Record) -> None:
    """What nobody sent is named by its heading, not by missing parties."""
    told = entry(sample, "documents-1956-58/d2")
    assert told["parties"].startswith("Memorandum of Conversation. Confidential")


@pytest.mark.parametrize("target", ["legation", "telegrams", "river-commission", "published"])
def test_courtesy_is_left_out(sample: Record, target: str) -> None:
    """No entry quotes the phrases that begin and end every note."""
    page = write(sample, "regest", Wanted((target,)))
    said = " ".join(line.text for line in page.lines)
    assert "renewed assurance" not in said
    assert "avail" not in said.split()
    assert "Yours sincerely" not in said


def test_faithful(sample: Record, faults: Faults) -> None:
    """Every quoted word of a calendar stands at its pin, and every letter has its entry."""
    page: Page = write(sample, "regest", Wanted())
    assert faults(sample, page) == []
    heads = [part for part in page.parts if isinstance(part, Heading)]
    assert sorted(head.id for head in heads) == sorted(x.id for x in sample.letters())
    assert {c.id for c in page.cited} >= {head.id for head in heads}
    for part in page.parts:
        assert isinstance(part, Heading | Paragraph)
        assert part.lines
        assert all(isinstance(line, Line) and line.pins for line in part.lines)


def test_the_same_twice(sample: Record) -> None:
    """Nothing is drawn by lot."""
    wanted = Wanted(filters=Filters(within="telegrams"))
    assert write(sample, "regest", wanted) == write(sample, "regest", wanted)


def test_exchange(sample: Record) -> None:
    """A letter may stand for its exchange; filters and limits narrow the calendar."""
    id = sample.resolve("exchange-with-king-aurel.txt#1")
    alone, both = (write(sample, "regest", Wanted((id,), exchange=e)) for e in (False, True))
    assert alone.title.startswith("Regest: Amos Tredway to Aurel II")
    assert len([p for p in both.parts if isinstance(p, Heading)]) > 1
    some = write(sample, "regest", Wanted(filters=Filters(sender="Averill", limit=2)))
    assert some.title == "Calendar of 2 letters"
    found = write(sample, "regest", Wanted(find="gates Hollin"))
    assert "Hollin" in " ".join(found.words.values())
