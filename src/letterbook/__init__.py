"""letterbook reads a heap of letters and keeps its letterbook.

    import letterbook

    with letterbook.open("kk.db") as book:
        book.read(["letters/"])
        for letter in book.list(sender="Khrushchev", since="1961"):
            print(letter.when, letter.senders, letter.recipients)

The verbs are those of the command line: read, list, show, find, thread, compare, people, missing,
write, check, correct, undo, log.
"""

from letterbook.book import Book, Progress, Summary, open
from letterbook.model import (
    Finding,
    Letter,
    LetterbookError,
    Name,
    Party,
    Source,
    Span,
    Trouble,
    Verdict,
    When,
)
from letterbook.record import Hit, Logged, Shown, Tie, Who, Written

__version__ = "0.1.0"

__all__ = [
    "Book",
    "Finding",
    "Hit",
    "Letter",
    "LetterbookError",
    "Logged",
    "Name",
    "Party",
    "Progress",
    "Shown",
    "Source",
    "Span",
    "Summary",
    "Tie",
    "Trouble",
    "Verdict",
    "When",
    "Who",
    "Written",
    "__version__",
    "open",
]
