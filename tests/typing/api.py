"""The public API as a typed program: it must pass `mypy --strict`; it is never run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import letterbook
from letterbook.check.checked import Checked, Place
from letterbook.link.matters import Matter
from letterbook.model import Finding, Letter, LetterbookError, Name, Verdict, When
from letterbook.write import RENDERERS
from letterbook.write.page import Page


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


def check_brief(record: Path, brief: Path) -> list[str]:
    """What is wrong with a brief: its words, why, and what the sources have."""
    with letterbook.open(record, readonly=True) as book:
        checked: Checked = book.check(brief, claims=True, progress=lambda done, total: None)
        typed = book.check(text="The letter was never answered.", claims=False)
    verdicts: tuple[Verdict, ...] = checked.verdicts + typed.verdicts
    told = [f"{checked.words(v)}: {v.kind}, {v.reason}" for v in checked.unfaithful]
    places: list[Place] = [checked.places[pin] for v in verdicts for pin in v.pins]
    return told + [f"{place.heading} {place.file}: {place.words}" for place in places]


def write_of(record: Path, letter: str) -> list[str]:
    """A timeline with the words that each line rests on, and a citation."""
    with letterbook.open(record) as book:
        page: Page = book.write("timeline", letter, since="1933", exchange=True)
        words = [f"{line.text}: {page.words[pin]}" for line in page.lines for pin in line.pins]
        return [*words, RENDERERS["html"](page), book.cite(letter, "bibtex")]


def reckon(record: Path) -> list[str]:
    """The matters, what became of each point, what is due; and a person's name for one."""
    with letterbook.open(record) as book:
        held: Sequence[Matter] = book.matters(least=0.4, since="1933")
        book.place(held[0].id, "The debts", why="so the letters call them", who="ada")
        matter, course = book.matter("The debts", as_of="1933-12-31")
        fates = [f"{one.act.side} {one.fate} {one.according_to}" for one in course]
        owed = [f"{one.by} owes {one.to} {one.days}" for one in book.due("1933-12-31")]
        waits = [f"{one.between}: {len(book.due(exchange=one.id))}" for one in book.waiting()]
        return [matter.title, matter.between, *fates, *owed, *waits]
