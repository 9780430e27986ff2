"""The sample correspondence, linked, says what examples/links.json says: nothing more, and no less.

What is asserted must be true. What is true must be found, but for the faults that the file lists
under "open" with a reason; one that is mended, or a new one, fails the test.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import letterbook
from letterbook.link.unheld import Unheld
from letterbook.model import Letter
from letterbook.record import Tie

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TRUTH: dict[str, Any] = json.loads((EXAMPLES / "links.json").read_text(encoding="utf-8"))
HEADERS = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))
LETTERS: dict[str, dict[str, list[str]]] = {row["letter"]: row for row in TRUTH["letters"]}
OPEN: dict[str, str] = TRUTH["open"]
ABSENT = {one["name"] for one in TRUTH["missing"]}
TRUE = {  # what may be asserted, by kind of link: who answers a letter refers to it, too
    "answers": ("answers",),
    "refers to": ("answers", "refers to", "alludes to", "carries"),
    "encloses": ("carries",),
    "forwards": ("carries",),
    "same letter as": ("same letter as",),
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[letterbook.Book]:
    """The sample heap, read and linked."""
    with letterbook.open(tmp_path_factory.mktemp("links") / "kk.db") as opened:
        opened.read(EXAMPLES / "heap")
        yield opened


@pytest.fixture(scope="module")
def names(book: letterbook.Book) -> Mapping[str, str]:
    """Each letter's id with its name in links.json: "telegrams/port-selm-148.txt#2"."""
    found: dict[str, str] = {}
    counts: dict[str, int] = {}
    for letter in sorted(book.list(), key=lambda each: (each.path, each.where, each.start)):
        file = letter.path.rpartition("examples/heap/")[2]
        counts[file] = counts.get(file, 0) + 1
        found[letter.id] = f"{file}#{counts[file]}"
    return found


def editions(name: str) -> set[str]:
    """The letter, and where else it is printed: what is done to one is done to both."""
    return {name, *LETTERS[name].get("same letter as", ())}


def ties(book: letterbook.Book, names: Mapping[str, str]) -> Iterator[tuple[str, Tie]]:
    """Every tie of every letter, with the letter's name."""
    for id, name in names.items():
        for tie in book.show(id).does:
            yield name, tie


def excused(faults: Sequence[str], *about: str) -> None:
    """The faults are those listed as open, no more and no fewer."""
    listed = {fault for fault in OPEN if any(part in fault for part in about)}
    assert set(faults) == listed, "\n".join(
        [f"new: {fault}" for fault in sorted(set(faults) - listed)]
        + [f"mended, strike it out: {fault}" for fault in sorted(listed - set(faults))]
    )


def test_every_letter_has_its_row(names: Mapping[str, str]) -> None:
    """links.json speaks of the letters of truth.json, and of letters that are told of."""
    read = {f"{row['file'].removeprefix('heap/')}#{row['n']}" for row in HEADERS
            if row["kind"] not in ("history", "brief")}  # fmt: skip
    assert set(names.values()) == set(LETTERS) == read
    told = {to for row in LETTERS.values() for kind, tos in row.items() if kind != "letter"
            for to in tos}  # fmt: skip
    assert told <= set(LETTERS) | ABSENT
    assert all(reason for reason in OPEN.values())


def test_nothing_is_asserted_that_is_not_true(
    book: letterbook.Book, names: Mapping[str, str]
) -> None:
    """Each link leads to a letter that is meant; where several are left, one of them is meant."""
    faults, asserted = [], 0
    for name, tie in ties(book, names):
        true = {to for kind in TRUE[tie.kind] for to in LETTERS[name].get(kind, ())}
        meant = {same for to in true - ABSENT for same in editions(to)}
        given = {names[id] for id in ([tie.to] if tie.to else tie.candidates)}
        asserted += bool(tie.to)
        if given and not given & meant:
            faults.append(f"not true: {name} {tie.kind} {' or '.join(sorted(given))}")
    assert asserted > 20
    excused(faults, "not true: ")


def test_what_letters_say_of_others_is_found(
    book: letterbook.Book, names: Mapping[str, str]
) -> None:
    """What a letter answers, what it names by day or number, what it is an edition of."""
    found = {(name, tie.kind, names[tie.to]) for name, tie in ties(book, names) if tie.to}
    faults = []
    for name, row in LETTERS.items():
        for kind, other in (("answers", ""), ("refers to", "answers"), ("same letter as", "")):
            for to in set(row.get(kind, ())) - ABSENT:
                if not any((name, k, t) in found for k in (kind, other) for t in editions(to)):
                    faults.append(f"not found: {name} {kind} {to}")
    excused(faults, "not found: ")


def test_letters_known_by_mention(book: letterbook.Book, names: Mapping[str, str]) -> None:
    """What is not here is told: who to whom, when, its number, where printed, who names it."""
    faults, left = [], list(book.missing())
    for one in TRUTH["missing"]:
        held = next((each for each in left if _meant(one, each)), None)
        if held is None:
            faults.append(f"missing: {one['name']}: not told")
            continue
        left.remove(held)
        faults += [f"missing: {one['name']}: {fault}" for fault in _faults(one, held, names)]
    faults += [f"missing: {_told(each, names)}: not true" for each in left]
    excused(faults, "missing: ")


def _meant(one: dict[str, Any], held: Unheld) -> bool:
    """Whether the record's missing letter is this one: by its number and sender, or by its day."""
    if one.get("number", "") != held.number:
        return False
    if held.number:
        return not held.sender or any(who in held.sender for who in one["from"])
    return bool(one["earliest"] == held.earliest)


def _faults(one: dict[str, Any], held: Unheld, names: Mapping[str, str]) -> Iterator[str]:
    """In what the record tells less of a missing letter than it could, or more than is true."""
    for said, true in ((held.sender, one["from"]), (held.recipient, one["to"])):
        if not said:
            yield f"{' or '.join(true)} not told"
        elif not any(who in said for who in true):
            yield f"{said} is not true"
    for said, true, wide in (
        (held.earliest, one["earliest"], held.earliest <= one["earliest"]),
        (held.latest, one["latest"], held.latest >= one["latest"]),
    ):
        if said != true and (wide or not said):
            yield f"{true} is told as {said or 'open'}"
        elif said != true:
            yield f"{said} is not true"
    if set(held.printed) != {one["printed"]} - {""} if "printed" in one else held.printed:
        yield f"printed in {held.printed}"
    naming = {names[each.letter] for each in held.mentions}
    yield from (f"{name} names it, too" for name in set(one["named in"]) - naming)
    yield from (f"{name} does not name it" for name in naming - set(one["named in"]))


def _told(held: Unheld, names: Mapping[str, str]) -> str:
    """A missing letter that is none, in words."""
    number = f" {held.number}" if held.number else ""
    naming = ", ".join(sorted({names[each.letter] for each in held.mentions}))
    return f"{held.what}{number} of {held.earliest or 'open'} in {naming}"


def test_undated_letters_have_their_day(book: letterbook.Book, names: Mapping[str, str]) -> None:
    """The day worked out is the true one, or days that hold it; dated letters keep their day."""
    faults = []
    held: dict[str, Letter] = {names[letter.id]: letter for letter in book.list()}
    for name, day in TRUTH["undated"].items():
        when = held[name].when
        if when is None:
            faults.append(f"day: {name} {day} not told")
        elif when.edtf != day:
            first, last = (str(d) if d else "" for d in (when.earliest, when.latest))
            holds = (not first or first <= day) and (not last or last >= day)
            faults.append(f"day: {name} {day} {'' if holds else 'not '}in {when.edtf}")
    inferred = {name for name, letter in held.items() if letter.inferred}
    assert inferred <= set(TRUTH["undated"])
    excused(faults, "day: ")


def test_no_two_persons_are_one(book: letterbook.Book) -> None:
    """Names of different persons never meet; a person's names that stay apart are listed."""
    owner = {name: who for who, names in TRUTH["persons"].items() for name in names}
    parties = [who.party for who in book.people() if who.party.kind == "person"]
    groups = [{p.label, *p.names} for p in parties]
    assert {name for group in groups for name in group} <= set(owner)
    for group in groups:
        assert len({owner[name] for name in group}) == 1, group
    faults = []
    for who in TRUTH["persons"]:
        mine = sorted(min(g) for g in groups if who in {owner[name] for name in g})
        if len(mine) > 1:
            faults.append(f"person: {who} is held for {len(mine)}: {'; '.join(mine)}")
    excused(faults, "person: ")
