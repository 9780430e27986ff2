"""thread, people, missing, and what persons say of them: the exchange of Ana Vell and Jon Mar."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record.fake import letter

ASKED = letter(date="1962-12-19", body="Dear Sir, the harbour is open. Will you come?")
ANSWER = letter(
    "Ana Vell, Regent", "Jon Mar", "1963-02-03", "Ost",
    "Madam, I have your letter of December 19, and your letter of January 8. I shall come.",
)  # fmt: skip
BARE = letter("Jon Mar", "Ana Vell, Regent", "1963-03-01", body="Dear Sir, I am glad.")
SHORT = letter("Jon Mar", "Vell", "1963-04-01", body="Dear Sir, come soon.")


@pytest.fixture
def exchange(run):
    """A letter, its answer, which names a letter that is not here, and two that name none."""
    Path("in").mkdir()
    for name, text in (("a", ASKED), ("b", ANSWER), ("c", BARE), ("d", SHORT)):
        Path(f"in/{name}.txt").write_text(text)
    assert run("read", "in").exit_code == 0
    return run


def id_of(told, file):
    """The id of the letter in a file."""
    return told("show", file)["id"]


def answers(told, file):
    """What a letter answers, as `show --json` says it."""
    does = told("show", file)["does"]
    return [tie["to"] for tie in does if tie["kind"] == "answers" and tie["to"]]


def test_thread(exchange, told):
    """Both sides by day, the silence between, what answers what, the letter that was asked for."""
    asked, answer = id_of(told, "a.txt"), id_of(told, "b.txt")
    page = exchange("thread", "b.txt").output
    lines = page.splitlines()
    assert lines[0] == "2 letters of one exchange"
    assert lines[1] == f"  1962-12-19  {asked}"
    assert "⋮ 46 days" in page
    here = next(line for line in lines if "▸" in line)
    assert here.startswith(" " * 40) and here.endswith(f"▸ 1963-02-03  {answer}")
    assert f"answers {asked}" in page
    assert not any(line != line.rstrip() for line in lines)
    turns = told("thread", "a.txt")
    assert [turn["id"] for turn in turns] == [asked, answer]
    assert [turn["silence"] for turn in turns] == [None, 46]
    assert [turn["answers"] for turn in turns] == [[], [asked]]


def test_a_letter_alone_is_a_thread_of_one(exchange):
    """It is said that nothing ties it to another."""
    page = exchange("thread", "c.txt").output
    assert page.startswith("1 letter of one exchange\nNothing here says that it answers a letter")


def test_missing(exchange, told):
    """Who to whom, when, and the words that name it; filters; nothing is exit code 1."""
    page = exchange("missing").output
    assert page.startswith("1 letter known only by mention\n")
    assert "1963-01-08  letter  Ana Vell, Regent → Jon Mar\n" in page
    assert "“your letter of January 8”, 1963-02-03  Jon Mar → Ana Vell" in page
    (one,) = told("missing", "--from", "vell", "--to", "mar", "--since", "1963", "--until", "1963")
    assert (one["what"], one["earliest"], one["latest"]) == ("letter", "1963-01-08", "1963-01-08")
    assert [each["letter"] for each in one["mentions"]] == [id_of(told, "b.txt")]
    for filters in (("--from", "mar"), ("--since", "1964"), ("--until", "1962-12-31")):
        assert exchange("missing", *filters).exit_code == 1, filters
        assert told("missing", *filters) == []


def test_a_missing_letter_that_is_read_is_missing_no_more(exchange, told):
    """Those that name it lead to it."""
    Path("in/e.txt").write_text(letter(date="1963-01-08", body="Dear Sir, you do not answer."))
    assert exchange("read", "in").exit_code == 0
    assert exchange("missing").exit_code == 1
    assert set(answers(told, "b.txt")) == {id_of(told, "a.txt"), id_of(told, "e.txt")}


def test_people(exchange, told):
    """Each party once, with its letters; one by name, with the reasons."""
    page = exchange("people").output
    assert page.startswith("Persons (2)\n")
    assert "Ana Vell, Regent" in page and "3 sent     1 received  1962–1963" in page
    vell = told("people", "Ana Vell")[0]
    assert (vell["label"], vell["names"], vell["offices"]) == ("Ana Vell", ["Vell"], ["Regent"])
    assert (vell["sent"], vell["received"], vell["kind"]) == (3, 1, "person")
    shown = exchange("people", vell["id"][:4]).output
    assert shown.startswith(f"Ana Vell  {vell['id']}\n") and "Why\n  “" in shown
    lost = exchange("people", "Eva Lund")
    assert (lost.exit_code, "nobody here is called" in lost.stderr) == (1, True)


def test_correct_answers(exchange, told):
    """A person ties a reply that names nothing; "-" parts it from all; undo gives back the rule."""
    before, asked, bare = answers(told, "b.txt"), id_of(told, "a.txt"), id_of(told, "c.txt")
    said = exchange("correct", "c.txt", "answers", "b.txt", "--who", "me", "--why", "she is glad")
    assert said.exit_code == 0 and "answers: " in said.output and "she is glad" in said.output
    assert answers(told, "c.txt") == [id_of(told, "b.txt")]
    assert [turn["id"] for turn in told("thread", "a.txt")][-1] == bare
    assert exchange("correct", "b.txt", "answers", "-", "--who", "me").exit_code == 0
    assert before == [asked] and answers(told, "b.txt") == []
    assert exchange("undo", "2", "--who", "me").exit_code == 0
    assert exchange("undo", "1", "--who", "me").exit_code == 0
    assert (answers(told, "b.txt"), answers(told, "c.txt")) == (before, [])


def test_correct_same(exchange, told):
    """A person says that two letters are one; each is then said to be printed in the other."""
    assert exchange("correct", "d.txt", "same", "c.txt", "--who", "me").exit_code == 0
    assert f"Also in   1963-03-01  Ana Vell → Jon Mar  {id_of(told, 'c.txt')}" in (
        exchange("show", "d.txt").output
    )
    assert "Also in   1963-04-01  Vell → Jon Mar" in exchange("show", "c.txt").output
    assert exchange("undo", "1", "--who", "me").exit_code == 0
    assert "Also in" not in exchange("show", "d.txt").output


SPOKEN = letter(
    "Jon Mar", "Ana Vell, Regent", "1963-05-01", "Vellmar",
    "Dear Sir, Eva Lund and Jon Mar were here. Vell spoke to Mar of <b>it</b>.",
)  # fmt: skip


def test_names(exchange, told):
    """Each person once, with the words, the lines and the reason; the same in JSON."""
    Path("in/e.txt").write_text(SPOKEN)
    exchange("read", "in")
    page = exchange("show", "e.txt", "--names").output
    mar = told("people", "Jon Mar")[0]["id"]
    assert f"  Jon Mar  {mar}\n" in page
    assert "“Jon Mar”, line 6: so called" in page
    assert "“Mar”, line 6: " in page
    assert "harbour" not in page and "Eva Lund" not in page
    named = told("show", "e.txt", "--names")["names"]
    assert [one["words"] for one in named if one["party"] == mar] == ["Jon Mar", "Mar"]
    assert "names" not in told("show", "e.txt")


def test_a_letter_that_names_nobody(exchange):
    """Says so."""
    assert "Nobody is named in its words." in exchange("show", "c.txt", "--names").output


def test_where_somebody_is_named(exchange, told):
    """`people NAME --named` lists the letters that speak of him, none where he is only a party."""
    Path("in/e.txt").write_text(SPOKEN)
    exchange("read", "in")
    page = exchange("people", "Jon Mar", "--named").output
    spoken = id_of(told, "e.txt")
    assert "Named in\n" in page
    assert f"  {spoken}  “Jon Mar”: so called" in page
    assert [one["letter"] for one in told("people", "Jon Mar", "--named")[0]["named"]] == [spoken]
    assert "Named in" not in exchange("people", "Jon Mar").output


@pytest.mark.parametrize(
    "said",
    [
        ("Jon Mar", "is", "Ana Vell"),  # two persons are one
        ("Vell", "is", "Eva Vell"),  # a name parts from those it was held to be
        ("Vell", "is", "Eva Vell", "--in", "d.txt"),  # only in one letter
    ],
)
def test_who_somebody_is_can_be_said_and_taken_back(exchange, told, said):
    """Undo restores the parties, their names, letters, and reasons exactly."""
    before, page = told("people"), exchange("people").output
    done = exchange("correct", *said, "--who", "me", "--why", "by the hand")
    assert done.exit_code == 0 and "because by the hand [in force]" in done.output
    after = told("people")
    assert after != before
    assert said[2] in [name for who in after for name in (who["label"], *who["names"])]
    assert "a person said so" in [
        reason["because"] for who in after for reason in told("people", who["id"])[0]["reasons"]
    ]
    assert exchange("undo", "1", "--who", "me").exit_code == 0
    assert told("people") == before
    assert exchange("people").output == page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["thread", "zzzzz"], "no letter"),
        (["correct", "c.txt", "answers", "zzzzz"], "no letter"),
        (["correct", "Eva Lund", "is", "Ana Vell"], "nobody here is called"),
        (["correct", "Vell", "is", "Ana Vell", "--in", "zzzzz"], "no letter"),
    ],
)
def test_mistakes_about_links_are_said_in_words(exchange, arguments, said):
    """A message, and nothing in the log."""
    done = exchange(*arguments)
    assert (done.exit_code, said in done.stderr) == (1, True), done.output
    assert exchange("log").stdout == ""
