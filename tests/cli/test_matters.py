"""matters, due, ledger, and what persons say of matters: the harbour of Vell and Mar."""

from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.cli.matters import _ago
from tests.record.fake import letter

ASKED = letter(
    "Ana Vell, Regent of Tolmary", "Jon Mar, Regent of Orvane", "1962-12-19", "Ost",
    "Dear Madam,\n\nI ask that your Government open the harbour of Ost to our fishing boats before"
    " the spring.\n\nI propose that our engineers meet and measure the river at the bridge.",
)  # fmt: skip
ANSWER = letter(
    "Jon Mar, Regent of Orvane", "Ana Vell, Regent of Tolmary", "1963-02-03", "Ost",
    "Sir,\n\nI have your letter of December 19. I gladly accept your proposal that our engineers"
    " meet and measure the river at the bridge. We shall send Captain Rusz to the bridge by the"
    " first of May.",
)  # fmt: skip


@pytest.fixture
def exchange(run):
    """A letter that asks and proposes, and one that accepts and promises."""
    Path("in").mkdir()
    for name, text in (("a", ASKED), ("b", ANSWER)):
        Path(f"in/{name}.txt").write_text(text)
    assert run("read", "in").exit_code == 0
    return run


def matter_of(told, words):
    """The matter, as JSON, in which an act says these words."""
    held = told("matters", "--least", "0.3")["matters"]
    return next(m for m in held if any(words in act["words"] for act in m["acts"]))


def test_the_list(exchange, told):
    """Each matter with its sides, its days and how much is asked and promised."""
    page = exchange("matters", "--least", "0.3").output
    assert "Orvane and Tolmary" in page and "1962-12-19" in page
    river = matter_of(told, "I propose that our engineers")
    assert river["sides"] == ["Orvane", "Tolmary"]
    labels = {act["act"]["label"] for act in river["acts"]}
    assert {"proposal", "accept"} <= labels


def test_the_course_of_a_matter(exchange, told):
    """A proposal finds its acceptance, in words, according to the side that wrote them."""
    id = matter_of(told, "I propose that our engineers")["id"]
    page = exchange("matters", id, "--least", "0.3").output
    assert "Orvane proposes" in page
    assert "→ accepted according to Tolmary on 1963-02-03" in page
    assert "I gladly accept your proposal" in page
    acts = told("matters", id, "--least", "0.3")["acts"]
    (proposed,) = [a for a in acts if a["act"]["label"] == "proposal"]
    assert proposed["outcome"]["fate"] == "accepted"
    assert proposed["outcome"]["according_to"] == "Tolmary"


def test_a_matter_that_is_not_there(exchange):
    """A name that fits none is told so, with what to do."""
    result = exchange("matters", "the price of tea")
    assert result.exit_code == 1
    assert 'no matter here is called "the price of tea"; see: letterbook matters' in result.output


def test_a_higher_threshold_shows_less(exchange, told):
    """What is less certain than a person asks for is not shown."""
    low = sum(len(m["acts"]) for m in told("matters", "--least", "0.2")["matters"])
    high = exchange("matters", "--least", "1").output
    assert low >= 3
    assert "No letter here asks" in high


def test_what_is_due(exchange, told):
    """The promise to send the captain is open; before it was made, the proposal waits."""
    owed = told("due", "--least", "0.3")
    assert any(o["promise"] and o["by"] == "Tolmary" and "Rusz" in o["act"]["words"] for o in owed)
    early = told("due", "--as-of", "1963-01-01", "--least", "0.3")
    assert {o["by"] for o in early} == {"Tolmary"}
    assert all(o["days"] == 13 and not o["promise"] for o in early)


def test_the_page_of_what_is_due(exchange):
    """Whose turn it is, in words; and only one side where that is asked."""
    page = exchange("due", "--as-of", "1963-01-01", "--least", "0.3").output
    assert "Tolmary owes Orvane an answer on 1963-01-01" in page
    assert "13 days ago" in page
    assert exchange("due", "--side", "Marlund", "--least", "0.3").exit_code == 1


def test_a_day_that_is_none(exchange):
    """A mistyped day is told so."""
    result = exchange("due", "--as-of", "soon")
    assert result.exit_code == 1
    assert "soon" in result.output


def test_a_person_renames_a_matter_for_good(exchange, told):
    """The title holds when the letters are read again, stands in the log, and can be undone."""
    id = matter_of(told, "I propose that our engineers")["id"]
    said = exchange("correct", id, "matter", "The river", "--who", "Ruth", "--why", "its name")
    assert said.exit_code == 0 and 'is: "The river", says Ruth' in said.output
    assert matter_of(told, "I propose that our engineers")["title"] == "The river"
    assert exchange("read", "in", "--again").exit_code == 0
    assert matter_of(told, "I propose that our engineers")["title"] == "The river"
    assert "The river" in exchange("log").output
    assert exchange("undo", "1").exit_code == 0
    assert matter_of(told, "I propose that our engineers")["title"] != "The river"


def test_two_matters_are_joined_and_parted(exchange, told):
    """One title for two is one matter; with --in only what that letter says of it goes."""
    river, harbour = (matter_of(told, w)["id"] for w in ("I propose that", "open the harbour"))
    assert river != harbour
    for id in (river, harbour):
        assert exchange("correct", id, "matter", "Water").exit_code == 0
    joined = matter_of(told, "I propose that")
    assert joined["id"] == matter_of(told, "open the harbour")["id"] and joined["named"]
    answer = told("show", "b.txt")["id"]
    assert exchange("correct", "Water", "matter", "Envoys", "--in", answer).exit_code == 0
    assert matter_of(told, "I gladly accept")["title"] == "Envoys"
    assert matter_of(told, "I propose that")["title"] == "Water"


def test_a_ledger_of_many_matters_opens_with_a_list(run):
    """How many acts each has, from when to when, and how many of its points stand open."""
    Path("in").mkdir()
    for n, thing in enumerate(("harbour", "pilots", "dam", "loan", "railway")):
        body = f"Sir,\n\nI ask that the {thing} be handed over. We shall pay for the {thing}."
        told = letter("Ana Vell, Regent of Tolmary", "Jon Mar, Regent of Orvane",
                      f"196{n}-12-19", "Ost", body)  # fmt: skip
        Path(f"in/{n}.txt").write_text(told)
    assert run("read", "in").exit_code == 0
    page = run("write", "ledger", "--to", "markdown").output
    before = page.partition("## ")[0]
    assert "The harbour: 2 acts, 1960-12-19; open: 2" in before
    assert "harbour: 2 acts" not in run("write", "ledger", "--to", "csv").output


def test_a_ledger(exchange):
    """A table one could lay before a negotiator, pinned to the letters."""
    page = exchange("write", "ledger", "--to", "markdown").output
    assert "| day | who | does |" in page
    assert "accepted according to Tolmary: “I gladly accept your proposal" in page
    assert "(1963-02-03)" in page and "[^1]:" in page
    table = exchange("write", "ledger", "--to", "csv").output
    assert table.splitlines()[0].startswith("heading,day,who,does,in the words,")
    assert "accepted according to Tolmary" in table


def test_what_is_due_tells_in_which_matter(exchange, told):
    """Below each point stands the matter that it belongs to; the JSON says between whom."""
    page = exchange("due", "--as-of", "1963-01-01", "--least", "0.3").output
    held = told("matters", "--least", "0.3")["matters"]
    assert any(f"matter {m['id']}: {m['title']}" in page for m in held)
    assert {m["between"] for m in held} == {"Orvane and Tolmary"}


@pytest.mark.parametrize(
    ("days", "said"), [(0, "0 days ago"), (1, "1 day ago"), (729, "729 days ago"),
                       (800, "2 years ago"), (10666, "29 years ago")],
)  # fmt: skip
def test_how_long_one_waits(days, said):
    """In days, and in years where they are many."""
    assert _ago(days) == said
