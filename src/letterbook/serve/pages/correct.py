"""Correcting: a field of a letter, who a name is, what is one letter; and taking it back.

Each is a form of ours that says who and why; what it changes stands in the log.
"""

from __future__ import annotations

from letterbook.book.book import whoever
from letterbook.model import FIELDS, TIES, LetterbookError
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import Place
from letterbook.serve.words import letter_at, title_of

LONGEST = 2_000  # characters of one thing said


def form(ask: Ask) -> Page | str:
    """The forms with which a letter is corrected."""
    if not ask.editing:
        return "/sign-in"
    shown = ask.book.show(ask.path["id"])
    letter = shown.letter
    if letter is None:
        raise LetterbookError("this source is no letter: there is no header to correct")
    data = {"letter": letter, "fields": FIELDS, "ties": tuple(TIES), "chosen": ask.words("field"),
            "who": whoever(), "names": _names(letter.senders + letter.recipients)}  # fmt: skip
    return Page("correct.html", f"Correct: {title_of(letter)}", data, dict, "/letters")


def _names(parties: tuple[object, ...]) -> list[str]:
    return list(dict.fromkeys(str(party) for party in parties))


def correct(ask: Ask) -> str:
    """Say what a field of a letter is, or what it does to another."""
    id = ask.path["id"]
    with ask.shelf.editing() as book:
        book.correct(id, _said(ask, "field"), _said(ask, "value"), _said(ask, "why"), _who(ask))
    return letter_at(id)


def identify(ask: Ask) -> str:
    """Say who a name is: everywhere, or in one letter only, which parts two of one name."""
    within = _said(ask, "within")
    name, into = _said(ask, "name"), _said(ask, "into")
    if not name or not into:
        raise LetterbookError("say which name, and who that is")
    with ask.shelf.editing() as book:
        book.merge(name, into, _said(ask, "why"), _who(ask), within)
    return letter_at(within) if within else "/log"


def place(ask: Ask) -> str:
    """Say what a matter is called; called as another it joins that one; `within` parts it."""
    title = _said(ask, "title")
    if not title:
        raise LetterbookError("say what the matter is called")
    with ask.shelf.editing() as book:
        book.place(ask.path["id"], title, _said(ask, "why"), _who(ask), _said(ask, "within"))
        found = [one.id for one in book.matters(0.0) if one.title == title]
    return f"/matters/{found[0]}" if len(found) == 1 else "/log"


def undo(ask: Ask) -> str:
    """Take back an entry of the log."""
    number = ask.path["number"]
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise LetterbookError("an entry of the log has a number")
    with ask.shelf.editing() as book:
        book.undo(int(number), _said(ask, "why"), _who(ask))
    return "/log"


def _said(ask: Ask, name: str) -> str:
    words = ask.form.get(name, "")
    if len(words) > LONGEST:
        raise LetterbookError(f"{name}: at most {LONGEST:,} characters are taken")
    return " ".join(words.split())


def _who(ask: Ask) -> str:
    """Who says so; in a room behind a password nobody is taken for the one who runs it."""
    who = _said(ask, "who")
    if not who:
        raise LetterbookError("say who you are: it stands in the log with the correction")
    return who


def sign_in(ask: Ask) -> Page:
    """The door for those who may correct."""
    return Page("sign-in.html", "Sign in", {}, dict)


def nothing(ask: Ask) -> str:
    """What signing in leads to; the application takes the password itself."""
    return "/"


PLACES = (
    Place("/letter/{id}/correct", form, "Forms to correct a letter", plain=False),
    Place("/letter/{id}/correct", correct, "Correct a field", writes=True),
    Place("/people/identify", identify, "Say who a name is", writes=True),
    Place("/matters/{id}/place", place, "Say what a matter is called", writes=True, lost=400),
    Place("/log/{number}/undo", undo, "Take back an entry", writes=True),
    Place("/sign-in", sign_in, "Sign in to correct", plain=False),
    Place("/sign-in", nothing, "Sign in", writes=True),
)  # fmt: skip
