"""The public API as a typed program: it must pass `mypy --strict`; it is never run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import letterbook
from letterbook.model import Finding, Letter, LetterbookError, Name, When


def keep_a_heap(heap: Path, record: Path) -> int:
    """Read a heap and look into it."""
    with letterbook.open(record) as book:
        book.read([heap])
        letters: Sequence[Letter] = list(book.list(sender="Khrushchev", since="1961"))
        for letter in letters:
            when: When | None = letter.when
            senders: tuple[Name, ...] = letter.senders
            print(letter.id, when.edtf if when else "", *map(str, senders))
            findings: tuple[Finding, ...] = book.show(letter.id).findings
            print(len(findings))
        return len(letters)


def mend_a_letter(record: Path, letter: str) -> str:
    """Correct a field, look at the log, take it back."""
    try:
        with letterbook.open(record) as book:
            logged = book.correct(letter, "place", "Pitsunda", who="ada", why="the postmark")
            book.undo(logged.number, who="ada", why="misread")
            return "\n".join(f"{entry.at} {entry.who}: {entry.why}" for entry in book.log())
    except LetterbookError as mistake:
        return str(mistake)


def look_for(record: Path, words: str) -> list[str]:
    """Where words stand."""
    with letterbook.open(record) as book:
        return [f"{hit.source.path}:{hit.line}: {hit.snippet}" for hit in book.find(words)]


def follow(record: Path, letter: str) -> dict[str, list[str]]:
    """The exchange of a letter, its editions, who is who, what is missing."""
    with letterbook.open(record) as book:
        linked: int = book.link().letters
        book.merge("N. Vale", "Nora Vale", why="one hand", who="ada", within=letter)
        who = book.person("Nora Vale")
        return {
            "thread": [f"{turn.letter.id} {turn.silence}" for turn in book.thread(letter)],
            "does": [f"{tie.kind} {tie.to}" for tie in book.show(letter).does],
            "editions": [row.kind for row in book.compare(letter, "k7m2q9xd").rows],
            "people": [f"{one.party.label}: {one.sent}" for one in (who, *book.people())],
            "missing": [f"{one.sender}, {one.earliest}" for one in book.missing(since="1933")],
            "linked": [str(linked)],
        }
