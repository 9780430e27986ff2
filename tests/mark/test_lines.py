"""Questions about one line: salutation, closing, dateline, heading, kind."""

from __future__ import annotations

import pytest

from letterbook.mark import daylines, headwords, phrases
from letterbook.mark.salutation import addressee


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Dear Mr. Chairman:", "Mr. Chairman"),
        ("My dear Mr. President of the Council:", "Mr. President of the Council"),
        ("Dear Mr. Strand, Jr.:", "Mr. Strand, Jr."),
        ("Esteemed Mr. President,", "Mr. President"),
        ("Great and Good Friend:", "Friend"),
        ("DEAR MR. MINISTER:", "MR. MINISTER"),
        ("Dear Nat,", "Nat"),
        ("Dear Nat—", "Nat"),
        ("“Dear Mr. Farr:", "Mr. Farr"),
        ("Mr. President:", "Mr. President"),
        ("Your Majesty:", "Your Majesty"),
        ("Excellency:", "Excellency"),
        ("Sir:", "Sir"),
        ("Gentlemen:", "Gentlemen"),
        ("Sehr geehrter Herr Minister,", "Herr Minister"),
        ("Cher Monsieur,", "Monsieur"),
        ("To the Congress of Orvane:", "To the Congress of Orvane"),
        # a salutation may run on into the first paragraph
        ("Dear Mr. Farr: I have read your note.", "Mr. Farr"),
    ],
)
def test_a_salutation(line: str, who: str) -> None:
    """A salutation and whom it addresses."""
    assert phrases.salutation(line)
    assert addressee(line) == who


@pytest.mark.parametrize(
    "line",
    [
        "Dear as this was to me, I let it go.",  # "dear" begins a sentence
        "Mr. Farr: I think that the gates should stay open.",  # a speaker
        "Dear friends of the river for whom I write these lines and many others beside them here:",
        "The dear Minister:",
        "Excellency is not what we are after.",
        "",
    ],
)
def test_no_salutation(line: str) -> None:
    """A line that opens like a salutation and greets nobody."""
    assert not phrases.salutation(line)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Nat:", True),
        ("McGB:", True),
        ("My dear Nat,", True),
        ("Recommendation:", False),  # labels a paragraph
        ("The Problem:", False),
        ("Ref:", False),
        ("Sincerely,", False),  # a closing
        ("nat:", False),
    ],
)
def test_a_bare_name_greets(line: str, answer: bool) -> None:
    """A bare name with a colon may greet where a salutation may stand; a label does not."""
    assert bool(phrases.bare_salutation(line)) is answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [("Paul: As you know", True), ("Problem: As you know", False), ("Paul: as you know", False)],
)
def test_a_name_runs_on_into_the_text(line: str, answer: bool) -> None:
    """A name before the first sentence greets; a label does not."""
    assert bool(phrases.run_on_salutation(line)) is answer


@pytest.mark.parametrize(
    "line",
    [
        "Sincerely,",
        "Very sincerely yours,",
        "Yours faithfully",
        "Respectfully submitted,",
        "As ever,",
        "Yours,",
        "With warm regards,",
        "With best wishes from us all,",
        "Your friend,",
        "Your obedient servant,",
        "I am, my dear Mr. Farr,",
        "I have the honor to be, Sir,",
        "Hochachtungsvoll,",
        "Best regards,",
        "Mit freundlichen Grüßen,",
        "Accept, Excellency, the renewed assurances of my highest consideration.",
        "Veuillez agréer, Monsieur, mes salutations.",
        "“Sincerely,",  # in a letter that a telegram carries
        "Sincerely and respectfully yours,",
    ],
)
def test_a_closing(line: str) -> None:
    """A closing and nothing else on the line."""
    assert phrases.closing(line.strip())
    assert phrases.closes(line.strip())


@pytest.mark.parametrize(
    "line",
    [
        "I am of the opinion that the gates should stay open. We have said so.",
        "Sincerely meant as it was, it came late.",
        "Yours of the 19th has come.",
        "With the gates open:",
        "Ever since the harvest nobody has asked about the gates, and nobody will.",
    ],
)
def test_no_closing(line: str) -> None:
    """A sentence that opens like a closing."""
    assert not phrases.closing(line)


def test_a_closing_at_the_end_of_a_paragraph() -> None:
    """The last paragraph may end with the closing."""
    words = "I have read your note on the gates and have nothing to add to it."
    assert phrases.closes(f"{words} Sincerely yours,")
    assert phrases.closes(f"{words} With kind regards,")
    assert not phrases.closes(f"{words} Nothing.")


@pytest.mark.parametrize(
    "line",
    [
        "Port Selm, October 10, 1956",
        "[Port Selm,] August 13, 1957.",
        "Sankt Evert, September 15, 1957—2 p. m.",
        "Sankt Evert, September 15, 1957, 2 p.m. (Marlund time)",
        "[Undated]",
        "Hollin, undated.",
        "Ворсин, 17 октября 1933",
        "On board the Heron, off Zaral, August 21, 1956",
        "[place not declassified], March 4, 1957",
        "Done at Sankt Evert, this 12th day of June, 1957",
        "Dolin, March 4, 1957, received March 5, 9:12 a.m.",
        "17 March 1957",
    ],
)
def test_a_dateline(line: str) -> None:
    """A place, a day, an hour, and nothing else."""
    assert daylines.dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "On March 4, 1957, the gates were opened.",
        "the gates were opened on March 4, 1957",
        "Subject: March 4, 1957",
        "Ref: Deptel 7, March 4, 1957",
        "3. March 4, 1957",  # an item of a list
        "Letter of March 4, 1957",  # names a kind: a heading or a reference
        "Port Selm, February 8—5 p. m.",  # no year
        "Port Selm, March 4, 1957 " + "x" * 170,
        "",
    ],
)
def test_no_dateline(line: str) -> None:
    """A line with a day in it that dates nothing."""
    assert not daylines.dateline(line)


def test_hours_and_years_alone() -> None:
    """What may stand under a dateline, and a place with its year."""
    assert daylines.hour("Sunday, 7 p.m.")
    assert not daylines.hour("seven gates")
    assert daylines.year_line("Hollin, 1789")
    assert not daylines.year_line("In the year 1789 the gates were opened for good.")
    assert not daylines.year_line("Hollin, 17890")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("162. Letter From Premier Corder to King Aurel", "162"),
        ("No. 7 Memorandum of Conversation", "7"),
        ("31a. Draft Telegram From the Legation in Marlund", "31a"),
        ("12. Editorial Note", "12"),
    ],
)
def test_a_numbered_heading(line: str, number: str) -> None:
    """A heading that opens a letter wherever it stands, and its number."""
    match = headwords.heading(line)
    assert match and match["number"] == number


@pytest.mark.parametrize(
    "line",
    [
        "3. The letter was read. Nobody answered it.",  # an item of a list
        "611.41/3–457: Telegram",  # a file number
        "Letter From Premier Corder to King Aurel",
        "1957 was the year of the gates",
        "",
    ],
)
def test_no_numbered_heading(line: str) -> None:
    """A line that opens with a number and heads nothing."""
    assert not headwords.heading(line)


@pytest.mark.parametrize(
    ("line", "unnumbered", "plain"),
    [
        (
            "Telegram From the Legation in Marlund to the Ministry of External Relations",
            True,
            False,
        ),
        ("Draft Letter From Premier Corder to King Aurel", True, False),
        ("Text of a Message to the Premier", True, False),
        ("The Chargé in Marlund (Farr) to the Minister of External Relations", False, True),
        ("Premier Corder to King Aurel", False, True),
        ("The Minister has written to the Premier of it", False, False),  # a sentence
        ("The gates were opened to the river.", False, False),
        ("Letter from home", False, False),
    ],
)
def test_an_unnumbered_heading(line: str, unnumbered: bool, plain: bool) -> None:
    """A heading that names a kind, or only who and whom."""
    assert headwords.unnumbered_heading(line) is unnumbered
    assert (headwords.plain_heading(line) and not unnumbered) is plain


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Memorandum of Conversation", "memcon"),
        ("Memorandum for the Record of a Telephone Conversation", "memcon"),
        ("Memorandum From Vale", "memorandum"),
        ("Telegram From the Legation", "telegram"),
        ("Circular Airgram", "airgram"),
        ("Letter From Corder", "letter"),
        ("Dispatch No. 7", "despatch"),
        ("Aide-Mémoire", "note"),
        ("Note Verbale", "note"),
        ("Note on the gates", ""),  # about something, not a diplomatic note
        ("Message to the Congress", "message"),
        ("National Estimate", "report"),
        ("The gates", ""),
        ("x" * 500 + " letter", "letter"),
    ],
)
def test_a_kind_is_named(words: str, kind: str) -> None:
    """The kind that a heading names, the telling word first."""
    assert headwords.kind_of(words) == kind
