"""The five texts of the shared seeds come out as a historian reads them.

The seeds lie outside the repository; nothing of them is copied here. Words are looked up in the
texts at run time, and only names, dates and numbers stand below.
"""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import letterbook
from letterbook import mark as marking
from letterbook.mark.acts import acts
from letterbook.model import (
    ASSERTED,
    DATING,
    Act,
    Document,
    Finding,
    Furniture,
    Gap,
    Letter,
    Marker,
    Name,
    Provenance,
    Source,
    When,
    Words,
    source_id,
)
from letterbook.record import Shown


@pytest.fixture(scope="module")
def heap(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the seeds and a record made of them."""
    folder = tmp_path_factory.mktemp("heap")
    shutil.copytree(shared / "seeds", folder / "seeds")
    with letterbook.open(folder / "book.db") as book:
        book.read([folder / "seeds"])
    return folder


def shown(heap: Path, number: str) -> Shown:
    """The source of the seed that begins with this number."""
    [path] = (heap / "seeds").glob(f"{number}_*")
    with letterbook.open(heap / "book.db") as book:
        return book.show(source_id(f"seeds/{path.name}"))


def letters(heap: Path, number: str) -> list[Letter]:
    """The letters of the seed that begins with this number, in order, with their findings."""
    with letterbook.open(heap / "book.db") as book:
        found = [row for row in book.list() if Path(row.path).name.startswith(f"{number}_")]
        found.sort(key=lambda letter: letter.start)
        return [replace(row, findings=book.show(row.id).findings) for row in found]


def words(sheet: Shown, finding: Finding) -> str:
    """The words a finding points at."""
    return sheet.source.text[finding.span.start : finding.span.end]


def of(letter: Letter, kind: str) -> list[Finding]:
    """The asserted findings of one kind about a letter."""
    return [
        f for f in letter.findings if f.kind == kind and f.of == letter.id and f.score >= ASSERTED
    ]


def day(letter: Letter) -> str:
    """The letter's date in EDTF, or ""."""
    return letter.when.edtf if letter.when else ""


# --- 000: one page, two letters -----------------------------------------------------------------


def test_000_holds_two_letters_with_both_parties_day_and_place(heap: Path):
    """Each letter has its own sender, recipient, day and place."""
    first, second = letters(heap, "000")
    assert ["Roosevelt" in str(p) for p in first.senders] == [True]
    assert ["Kalinin" in str(p) for p in first.recipients] == [True]
    assert (first.place, day(first)) == ("Washington", "1933-10-10")
    assert ["Kalinin" in p.name.title() for p in second.senders] == [True]
    assert ["Roosevelt" in str(p) for p in second.recipients] == [True]
    assert (second.place, day(second)) == ("Moscow", "1933-10-17")


def test_000_the_answerer_has_his_office_from_the_address_on_the_first_letter(heap: Path):
    """The second letter's sender acts in the office that the first one's address block names."""
    first, second = letters(heap, "000")
    [sender] = of(second, "sender")
    assert isinstance(sender.value, Name)
    assert "Central Executive Committee" in sender.value.office
    assert any(first.start <= span.start and span.end <= first.end for span in sender.because)


def test_000_the_day_of_publication_is_no_letters_date(heap: Path):
    """20 October is when the page's editor says they were made public."""
    published = datetime.date(1933, 10, 20)
    for letter in letters(heap, "000"):
        dates = [f.value for f in of(letter, "date") if isinstance(f.value, When)]
        assert dates
        assert all(published not in (when.earliest, when.latest) for when in dates)


def test_000_addresses_stand_after_the_signature(heap: Path):
    """Each letter is addressed at its foot."""
    for letter in letters(heap, "000"):
        [signature], [address] = of(letter, "signature"), of(letter, "address")
        assert signature.span.end <= address.span.start
        assert letter.start <= address.span.start < address.span.end <= letter.end


# --- 001: a carbon copy, unsigned ---------------------------------------------------------------


def test_001_is_addressed_at_its_foot(heap: Path):
    """Name, office, house and town of the recipient stand in the block at the end."""
    [letter] = letters(heap, "001")
    assert day(letter) == "1961-02-22"
    [recipient] = letter.recipients
    assert recipient.name == "Nikita S. Khrushchev"
    assert recipient.office == "Chairman of the Council of Ministers of the USSR"
    [address] = of(letter, "address")
    assert isinstance(address.value, Name)
    assert "The Kremlin" in address.value.address
    assert "Moscow" in address.value.address


def test_001_does_not_state_its_sender(heap: Path):
    """It bears no signature, so nobody is its sender."""
    [letter] = letters(heap, "001")
    assert letter.senders == ()
    assert not of(letter, "sender")


def test_001_reads_on_across_the_page_mark(heap: Path):
    """The page's number and folio are furniture inside a sentence; a phrase across is found."""
    sheet = shown(heap, "001")
    text = sheet.source.text
    start, end = text.index("287"), text.index("- 2 -") + len("- 2 -")
    furniture = [f for f in sheet.findings if isinstance(f.value, Furniture)]
    for mark in ("287", "- 2 -"):
        at = text.index(mark)
        assert any(f.span.start <= at and at + len(mark) <= f.span.end for f in furniture)
    before, after = text[:start].split()[-3:], text[end:].split()[:5]
    phrase = " ".join([*before, *after])
    [letter] = letters(heap, "001")
    with letterbook.open(heap / "book.db") as book:
        assert phrase in book.show(letter.id).text
        hits = list(book.find(f'"{phrase}"'))
    assert [hit.letter.id for hit in hits if hit.letter] == [letter.id]


# --- 002: a history -----------------------------------------------------------------------------


def test_002_is_a_history_with_headings_and_no_letter(heap: Path):
    """Written afterwards: kept as a source, in sections, not forced into letters."""
    sheet = shown(heap, "002")
    [form] = [f.value for f in sheet.findings if isinstance(f.value, Document)]
    assert form.form == "history"
    assert not letters(heap, "002")
    headings = [words(sheet, f).strip() for f in sheet.findings if f.kind == "section"]
    assert "Introduction" in headings
    assert len(headings) >= 3


def test_002_its_notice_is_furniture(heap: Path):
    """That the page is retired is said by the site, not by the history."""
    sheet = shown(heap, "002")
    notices = [
        words(sheet, f)
        for f in sheet.findings
        if isinstance(f.value, Furniture) and f.value.what == "notice"
    ]
    assert len(notices) == 1
    assert "retired" in notices[0]


# --- 003: an extract ----------------------------------------------------------------------------


def test_003_has_a_number_and_parties_and_states_no_date(heap: Path):
    """The heading gives number and parties; no line gives a date, so none is stated."""
    [letter] = letters(heap, "003")
    assert letter.number == "162"
    assert ["Khrushchev" in str(p) for p in letter.senders] == [True]
    assert ["Kennedy" in str(p) for p in letter.recipients] == [True]
    assert letter.inferred
    assert [f.by.name for f in of(letter, "date")] == [DATING]


def test_003_is_dated_by_the_letter_it_announces(heap: Path):
    """Not after December 19, 1962: its second note gives the day of the letter to come."""
    [letter] = letters(heap, "003")
    assert letter.when is not None
    assert (letter.when.earliest, letter.when.latest) == (None, datetime.date(1962, 12, 19))
    [clue] = [f.value.text for f in of(letter, "clue") if isinstance(f.value, Words)]
    assert clue.startswith("not after 1962-12-19: announces")
    assert "note 2" in clue


def test_000_kalinin_answers_roosevelt(heap: Path):
    """ "Your message of October tenth" is the other letter of the page, and nothing else is."""
    roosevelt, kalinin = letters(heap, "000")
    with letterbook.open(heap / "book.db", readonly=True) as book:
        does = book.show(kalinin.id).does
        turns = book.thread(roosevelt.id)
    answered = [tie for tie in does if tie.kind == "answers"]
    assert [tie.to for tie in answered] == [roosevelt.id]
    assert answered[0].words.endswith("October tenth")
    assert [(turn.letter.id, turn.silence) for turn in turns] == [
        (roosevelt.id, None),
        (kalinin.id, 7),
    ]


def test_001_the_thought_agreed_with_is_a_mention_of_nothing_here(heap: Path):
    """An earlier thought of the addressee's is named, and no letter is guessed for it."""
    [letter] = letters(heap, "001")
    sheet = shown(heap, "001")
    assert any("thought" in words(sheet, f) for f in of(letter, "mention"))
    assert not [tie for tie in sheet.does if tie.to]


def test_003_seven_pages_on_cuba_are_left_out_by_the_editors(heap: Path):
    """A bracketed remark of the editors is a gap with its extent and its matter."""
    sheet = shown(heap, "003")
    gaps = [f.value for f in sheet.findings if isinstance(f.value, Gap)]
    [gap] = [gap for gap in gaps if gap.what == "elision"]
    assert (gap.amount, gap.unit, gap.by) == (7, "page", "editor")
    assert "Cuba" in gap.about


def test_003_the_page_mark_is_furniture(heap: Path):
    """[Page 466] is skipped by the reading view."""
    sheet = shown(heap, "003")
    marks = [words(sheet, f) for f in sheet.findings if isinstance(f.value, Furniture)]
    assert "[Page 466]" in [mark.strip() for mark in marks]
    assert "[Page 466]" not in sheet.text


def test_003_markers_that_count_from_0_meet_notes_that_count_from_1(heap: Path):
    """Marker 0 stands for the source note, marker 1 for the note that dates the other letter."""
    sheet = shown(heap, "003")
    markers = {f.value.label: f.value.note for f in sheet.findings if isinstance(f.value, Marker)}
    assert sorted(markers) == ["0", "1"]
    notes = {
        label: sheet.source.text[note.start : note.end] for label, note in markers.items() if note
    }
    assert "Source:" in notes["0"]
    assert "December 19" in notes["1"]


def test_003_its_source_note_is_taken_apart(heap: Path):
    """Repository, collection, lot, classification, and where else it is printed."""
    sheet = shown(heap, "003")
    [kept] = [f.value for f in sheet.findings if isinstance(f.value, Provenance)]
    assert "Department of State" in kept.repository
    assert "Presidential Correspondence" in kept.collection
    assert "77 D 163" in kept.lot
    assert "No classification marking" in kept.classification
    assert any("volume VI" in where for where in kept.printed)


# --- 004: a brief -------------------------------------------------------------------------------


def test_004_is_a_brief_in_sections(heap: Path):
    """Its headings are sections; nobody wrote it to anybody."""
    sheet = shown(heap, "004")
    [form] = [f.value for f in sheet.findings if isinstance(f.value, Document)]
    assert form.form == "brief"
    assert not letters(heap, "004")
    headings = [words(sheet, f) for f in sheet.findings if f.kind == "section"]
    for title in ("Main Themes", "Key Quotes", "Conclusion"):
        assert any(title in heading for heading in headings), title


def test_004_its_frontmatter_is_not_part_of_the_reading(heap: Path):
    """What stands between the first two rules is for machines; a reader does not see it."""
    sheet = shown(heap, "004")
    assert sheet.source.format == "markdown"
    assert "dg-publish" not in sheet.text


def test_004_its_quotations_are_marked(heap: Path):
    """Each item of the list of quotations is marked as a quote."""
    sheet = shown(heap, "004")
    text = sheet.source.text
    listed = [line for line in text.splitlines() if line.startswith('- "')]
    assert listed
    quotes = [f.span for f in sheet.findings if f.kind == "quote"]
    for line in listed:
        start = text.index(line)
        inner = line[3:60]
        assert any(
            span.start <= start + 3
            and span.end <= start + len(line)
            and inner in text[span.start : span.end]
            for span in quotes
        ), line[:60]


def test_every_finding_points_into_its_text(heap: Path):
    """Spans lie in the text of their source, and words that are values stand where they point."""
    for number in ("000", "001", "002", "003", "004"):
        sheet = shown(heap, number)
        for finding in sheet.findings:
            assert 0 <= finding.span.start <= finding.span.end <= len(sheet.source.text)
            if finding.kind in ("number", "place", "salutation") and isinstance(
                finding.value, Words
            ):
                assert finding.value.text.split()[0].strip(".,:") in words(sheet, finding)


# --- acts ---------------------------------------------------------------------------------------


def acts_of(shared: Path, number: str) -> list[tuple[str, Act, str]]:
    """The acts of a seed: the letter's ordinal, the act, the sentence it stands in."""
    [path] = (shared / "seeds").glob(f"{number}_*")
    source = Source.of(path.read_text(encoding="utf-8"), path.name)
    return [
        (f.of.partition(".")[2] or "1", f.value, source.text[f.span.start : f.span.end])
        for f in acts(source, marking.mark(source))
        if isinstance(f.value, Act)
    ]


SEED_ACTS = [
    # the proposal to receive representatives, on a condition; its acceptance; Litvinov designated
    ("000", "1", "proposal", "explore with me", "If you are of similar mind", ""),
    ("000", "2", "accept", "I gladly accept", "", ""),
    ("000", "2", "pledge", "Litvinov", "", "at a time to be mutually agreed upon"),
    # two proposals, the second "before too long", on conditions; Thompson is to discuss it
    ("001", "1", "proposal", "diplomatic channels", "", ""),
    ("001", "1", "proposal", "meet personally", "depend upon", "before too long"),
    ("001", "1", "proposal", "I have asked Ambassador Thompson", "", ""),
    ("001", "1", "request", "I shall welcome any expression", "", ""),
    ("001", "1", "pledge", "You may be sure", "", ""),
    # the matters in the writer's own ranking, the announced letter, the call to solve it
    ("003", "1", "question", "the main question is the German question", "", ""),
    ("003", "1", "question", "disarmament", "", ""),
    ("003", "1", "question", "nuclear test ban", "", ""),
    ("003", "1", "pledge", "I am going to address to you", "", ""),
    ("003", "1", "proposal", "Let us solve it", "", ""),
]


@pytest.mark.parametrize(("number", "letter", "label", "said", "condition", "deadline"), SEED_ACTS)
def test_the_acts_of_the_seeds(shared, number, letter, label, said, condition, deadline):
    """Each act that a reader finds is found, in its letter, with its terms."""
    told = [
        act
        for ordinal, act, words in acts_of(shared, number)
        if ordinal == letter and act.label == label and said in " ".join(words.split())
    ]
    assert told
    assert told[0].by == "writer"
    assert told[0].condition.startswith(condition) and bool(told[0].condition) == bool(condition)
    assert told[0].deadline == deadline


NO_PLEDGES = [
    ("000", "not commit either Nation"),
    ("003", "We will not escape"),
    ("003", "we would lose nothing"),
]


@pytest.mark.parametrize(("number", "said"), NO_PLEDGES)
def test_what_binds_nobody_is_no_pledge(shared, number, said):
    """A reservation for both, or what would befall the writer, is not written as a promise."""
    for _, act, words in acts_of(shared, number):
        assert act.label != "pledge" or said not in " ".join(words.split())


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_the_terms_of_an_act_are_the_letters_words(shared, number):
    """Nothing is invented: topic, condition and deadline stand in the letter."""
    [path] = (shared / "seeds").glob(f"{number}_*")
    text = " ".join(path.read_text(encoding="utf-8").split())
    for _, act, _ in acts_of(shared, number):
        assert all(words in text for words in (act.topic, act.condition, act.deadline))
