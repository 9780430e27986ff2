"""Claims: what a brief says in its own words, against letters and a history of our own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from letterbook.book import Book
from letterbook.check.checked import Sentence
from letterbook.model import Caution, ClaimKind, Span, Verdict
from letterbook.text import sentences

HERE = Path(__file__).parent
HEAP = HERE.parents[1] / "examples" / "heap"
STATUSES = ("supported", "partly", "contradicted", "not found", "not checked")


def gold() -> Iterator[tuple[str, str]]:
    """Each claim of the golden table with the status it should have."""
    status = ""
    for line in (HERE / "golden" / "claims.md").read_text("utf-8").splitlines():
        if line.startswith("## "):
            status = line[3:]
        elif line.startswith("- "):
            yield line[2:], status


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The sample correspondence, read."""
    with Book(tmp_path_factory.mktemp("claims") / "sample.db") as opened:
        opened.read([HEAP], jobs=1)
        yield opened


def whole(book: Book, words: str) -> Sentence:
    """What checking says of one sentence, all its claims together."""
    [found] = book.check(text=words).sentences
    return found


def verdict(book: Book, words: str) -> Verdict:
    """The verdict on the one claim of a sentence that has the sentence's own status."""
    found = whole(book, words)
    return next(v for v in found.claims if v.kind == found.kind)


# --- our own table ------------------------------------------------------------------------------


def test_the_golden_claims(book: Book) -> None:
    """Of claims written by hand against the sample: how many come out as they should, and which
    mistakes are never made.
    """
    confusion = Counter((wanted, whole(book, claim).kind) for claim, wanted in gold())
    right = sum(n for (wanted, got), n in confusion.items() if wanted == got)
    assert sum(confusion.values()) >= 60
    assert right / sum(confusion.values()) >= 0.93, confusion
    for wanted in ("partly", "contradicted", "not found"):
        assert not confusion[wanted, "supported"], "what the sources do not say passes as said"
    for wanted in ("supported", "partly", "not found", "not checked"):
        assert not confusion[wanted, "contradicted"], "what is worded otherwise is called false"


def test_every_verdict_is_pinned_to_words_that_stand_there(book: Book) -> None:
    """A claim that is supported, in part or wholly, or contradicted, has its words in a source."""
    for claim, _ in gold():
        checked = book.check(text=claim)
        for found in checked.verdicts:
            assert checked.source.text[found.span.start : found.span.end].strip()
            assert bool(found.pins) == (found.kind in ("supported", "partly", "contradicted"))
            assert all(checked.places[pin].words for pin in found.pins)
            assert found.reason.endswith(".") and found.reason[0].isupper()


# --- what the reasons say -----------------------------------------------------------------------


# The words that lack support are named as the brief has them, those side by side together.
NAMED = [
    ("Peter Corder, the Premier's nephew, came home by the ferry on January 19.", "nephew”"),
    ("Orvane hastily withdrew its Legation from Vardény on November 9, 1942.", "“hastily”"),
    ("Averill offered to resign because Tredway had written to the King.", "cause or purpose"),
    ("Talks brought the crews home before the winter.", "“hoped”"),
    ("The ambassadors were exchanged before the end of October.", "“should be exchanged”"),
    ("All four boats were returned on April 30, 1957.", "sums up or ranks"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "named"), NAMED)
def test_partly_says_what_is_missing(book: Book, claim: str, named: str) -> None:
    """A claim that goes beyond its source is told where."""
    found = verdict(book, claim)
    assert found.kind == "partly" and named in found.reason


# One thing differs and all else agrees: what each of them has.
DIFFERING = [
    ("On November 19, 1942, Orvane withdrew its Legation from Vardény.",
     "November 19, 1942", "November 9, 1942"),
    ("The guard-ship Jasva took seven boats of Cresby with twenty-three men and boys.",
     "seven", "four"),
    ("On October 28, 1957, Nathaniel Farr presented his letters of credence to King Aurel II at"
     " Vardény.", "Nathaniel", "Clement"),
    ("The Power Board's concurrence had not been given by telephone.", "not … given", "given"),
    ("The promise about the gates was broken for twelve days, and the growers of Dolin were paid"
     " for their plums.", "twelve", "twenty-two"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "quoted", "source"), DIFFERING)
def test_contradicted_shows_what_differs(book: Book, claim: str, quoted: str, source: str) -> None:
    """A day, number, name or "not" that differs is shown beside the source's."""
    found = verdict(book, claim)
    assert found.kind == "contradicted"
    [difference] = found.differences
    assert (difference.quoted, difference.source) == (quoted, source)
    assert difference.pin in found.pins


# Another event of the same kind, another wording, another exactness: nothing is contradicted.
NOT_FALSE = [
    "Tredway wrote to King Aurel on May 4, 1955.",
    "In the autumn of 1956 boats of Cresby were seized.",
    "The gates stayed down for three weeks or so.",
    "The Jasva stopped some boats, and its captain had been given orders.",
    "Averill asked about Josiah Penn on April 1, 1957.",
    "Nearly two dozen men and boys were taken from four boats on the bank.",
]


@pytest.mark.parametrize("claim", NOT_FALSE)
def test_worded_otherwise_is_not_false(book: Book, claim: str) -> None:
    """A claim that no sentence matches but for one thing is never called contradicted."""
    assert whole(book, claim).kind in ("supported", "partly", "not found")


# --- clause by clause ---------------------------------------------------------------------------


# A sentence, and the status of each of its claims in turn.
CLAUSES = [
    ("Orvane withdrew its Legation on November 9, 1942, after Tolmary stopped the service of the"
     " Harbor Loan.", ["supported", "supported"]),
    ("Walter Strand resigned on January 31, 1957, and Ruth Averill took his place.",
     ["supported", "supported"]),
    # the subject is carried: it was another who presented them
    ("Walter Strand resigned on January 31, 1957, and presented his letters of credence.",
     ["supported", "not found"]),
    # what is changed in one clause is not passed because the other is right
    ("The gates were raised on the following day, and the growers of Dolin were paid for their"
     " pears.", ["supported", "partly"]),
    ("The guard-ship Jasva took boats of Cresby on August 21, 1956, and the boats sailed to"
     " Marlund.", ["supported", "partly"]),
    # each event happened; that one was the reason of the other is said nowhere
    ("Because Tredway had written to the King, Averill offered to resign.",
     ["partly", "supported"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kinds"), CLAUSES)
def test_each_clause_has_its_own_status(book: Book, words: str, kinds: list[str]) -> None:
    """The sentence stands only where all its claims do, and each lies within it."""
    found = whole(book, words)
    assert [v.kind for v in found.claims] == kinds
    assert (found.kind == "supported") is (set(kinds) == {"supported"})
    assert all(v.within == found.span and found.span.holds(v.span) for v in found.claims)


def test_a_sentence_of_one_claim_is_that_claim(book: Book) -> None:
    """Nothing is within anything, and the status is the verdict's."""
    found = whole(book, "The arrears have never been settled.")
    [claim] = found.claims
    assert claim.within is None and claim.span == found.span and found.kind == claim.kind


# The claims' statuses, whether one is set apart in time, and what follows for the sentence.
TOGETHER: list[tuple[tuple[ClaimKind, ...], bool, ClaimKind]] = [
    (("supported", "supported"), False, "supported"),
    (("supported", "supported"), True, "partly"),
    (("supported", "not found"), False, "partly"),
    (("not found", "not found"), False, "not found"),
    (("supported", "contradicted"), False, "contradicted"),
    (("supported", "not checked"), False, "supported"),
    (("not checked",), False, "not checked"),
]


@pytest.mark.parametrize(("kinds", "apart", "status"), TOGETHER)
def test_the_status_of_a_sentence(
    kinds: tuple[ClaimKind, ...], apart: bool, status: ClaimKind
) -> None:
    """One claim that is contradicted spoils it; two that the source sets apart do not stand."""
    here = Span("a", 0, 9)
    cautions = (Caution("set apart", "Four days earlier", here),) if apart else ()
    claims = tuple(Verdict(here, "claim", kind, "", cautions=cautions) for kind in kinds)
    assert Sentence(here, claims).kind == status


# --- what is set apart --------------------------------------------------------------------------


APART = [
    ("What became of Josiah Penn?", "question"),
    ("I think that Averill was the better Minister.", "opinion"),
    ("The two states will likely remain friends.", "forecast"),
    ("Thank you for reading.", "courtesy"),
    ("Compare the letters of Averill and Strand.", "instruction"),
    ("The price of a broken promise and the part of a neutral.", "theme"),
    ("Key figures", "heading"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "why"), APART)
def test_what_is_not_checked_says_why(book: Book, words: str, why: str) -> None:
    """Questions, opinions, forecasts, headings and themes are set apart, each with its reason."""
    found = verdict(book, words)
    assert found.kind == "not checked" and why in found.reason


def test_a_brief_part_by_part(book: Book) -> None:
    """Headings, labels, bullets and quotations are told from claims; claims lose their signs."""
    brief = (
        "# A Brief\n\n**Source:** \"Chapters\"\n\n## Facts\n\n"
        "- **The loan:** The arrears have never been settled. The gates were raised.\n"
        "1. Dolány was seventy-one.\n\n"
        "## Key Quotes\n\n- \"The growers of Dolin were paid for their plums in 1959.\"\n"
    )  # fmt: skip
    checked = book.check(text=brief)
    judged = [checked.words(v) for v in checked.verdicts if v.kind != "not checked"]
    assert judged == [
        "The arrears have never been settled.",
        "The gates were raised.",
        "Dolány was seventy-one.",
        "The growers of Dolin were paid for their plums in 1959.",
    ]
    assert [v.what for v in checked.verdicts if v.kind != "not checked"][-1] == "quotation"
    cited = next(v for v in checked.verdicts if "Chapters" in checked.words(v))
    assert "where the brief comes from" in cited.reason


def test_words_in_quotation_marks_are_not_judged_twice(book: Book) -> None:
    """What a sentence quotes is the quotation checker's; the rest of it is the claim."""
    words = 'On February 3, 1958, Averill wrote to Morvény: "I do not ask who was to blame at all."'
    checked = book.check(text=words)
    [claim] = [v for v in checked.verdicts if v.what == "claim"]
    assert claim.kind in ("supported", "not checked") and "blame" not in claim.reason


def test_a_brief_is_no_witness_to_itself(tmp_path: Path) -> None:
    """What only briefs say is not found, whether the brief is in the record or another one is."""
    brief = HEAP / "afterwards" / "brief-a-line-reopened.md"
    with Book(tmp_path / "briefs.db") as alone:
        alone.read([brief], jobs=1)
        kinds = {v.kind for v in alone.check(brief).verdicts if v.what == "claim"}
    assert kinds <= {"not found", "not checked"}


def test_checking_keeps_nothing(book: Book) -> None:
    """A checked brief leaves no source behind, and checking twice gives the same."""
    before = [source.id for source in book.sources()]
    text = "The arrears have never been settled. The Jasva took nine boats of Cresby."
    assert book.check(text=text) == book.check(text=text)
    assert [source.id for source in book.sources()] == before


def test_progress_is_told(book: Book) -> None:
    """Whoever waits for a long brief hears how far it is, to the end."""
    told: list[tuple[int, int]] = []
    book.check(text="One. " * 7, progress=lambda done, total: told.append((done, total)))
    assert told == [(n, 7) for n in range(1, 8)]


# --- altered sentences --------------------------------------------------------------------------


HISTORY = HEAP / "afterwards" / "a-line-reopened.txt"
NUMBERS = "two three four eleven thirteen twenty-two twenty-three ninety-four forty".split()
MONTHS = "January March April June August September October November December".split()


def sentences_of_the_history() -> list[str]:
    """Its sentences that say a day or a number outright, without quotations."""
    text = HISTORY.read_text("utf-8")
    found = [text[a:b] for a, b in sentences(text)]
    dated = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d|\b(?:{'|'.join(NUMBERS)})\b")
    return [s for s in found if dated.search(s) and "“" not in s and "\n" not in s]


def altered(sentence: str) -> Iterator[str]:
    """The sentence with another day, another number, and a "not"."""
    for match in re.finditer(rf"\b(?:{'|'.join(MONTHS)}) (\d{{1,2}})\b", sentence):
        other = "17" if match[1] != "17" else "11"
        yield sentence[: match.start(1)] + other + sentence[match.end(1) :]
    for match in re.finditer(rf"\b(?:{'|'.join(NUMBERS)})\b", sentence):
        yield f"{sentence[: match.start()]}seventy{sentence[match.end() :]}"
    if verb := re.search(r"\b(?:was|were|had) ", sentence):
        yield f"{sentence[: verb.end()]}not {sentence[verb.end() :]}"


def test_altered_sentences_never_pass(book: Book) -> None:
    """Each sentence of the history passes as it is, and none does with one thing changed."""
    told = sentences_of_the_history()
    assert len(told) >= 15
    for sentence in told:
        kinds = {v.kind for v in book.check(text=sentence).verdicts if v.what == "claim"}
        assert "contradicted" not in kinds and "not found" not in kinds, sentence
        for other in altered(sentence):
            assert whole(book, other).kind in ("partly", "contradicted"), other
