"""Who is meant in the body of one letter: names and offices, worked out when somebody asks.

In: a source's text, a letter in it, the directory and who held which office. Out: `identity`
findings, in order. Nothing is kept: the letter is read again each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from letterbook.link.directory import Directory
from letterbook.link.forms import Form
from letterbook.link.holders import Offices, holder
from letterbook.link.people import Mentioned, spot
from letterbook.link.persons import Person
from letterbook.link.spoken import spoken
from letterbook.link.tenures import Post
from letterbook.link.titles import HEADS, heads_of
from letterbook.mark.names import WORD, fold_word, fold_words
from letterbook.mark.sheet import rule
from letterbook.model import Finding, Identity, Letter, Name, Party, Span

BY = rule("people")
_HEADS = "|".join(sorted((h.capitalize() for h in HEADS), key=len, reverse=True))
_MODIFIED = (
    "(?:(?:Acting|Deputy|Vice|Prime|Foreign|First|Under|Attorney|British|French|German|Soviet"
    "|Chinese|Indian|Japanese|Italian|Turkish|Egyptian) )*"
)
_MORE = r"(?: (?:and |of (?:the )?|for (?:the )?)?[A-Z][\w-]+){0,5}"
_OFFICE = re.compile(
    rf"\b(?:[Tt]he|Mr\.|Madam|Mme\.?) (?P<o>{_MODIFIED}(?:{_HEADS})"
    rf"(?: of (?:the )?[A-Z][\w-]+{_MORE})?)\b(?! [A-Z(])"
)


def identify(
    text: str, letter: Letter, directory: Directory, holders: Sequence[Offices] = ()
) -> tuple[Finding, ...]:
    """Every person and every office in a letter's words, resolved or open, with the reason.

    In: `text` of the letter's source. Out: `identity` findings with spans in that text.
    """
    day = letter.when.earliest if letter.when else None
    words = text[letter.start : letter.end]
    named = spot(words, directory, day, letter.senders, letter.recipients)
    taken = [(m.start, m.end) for m in named]
    offices = (
        m
        for m in _offices(words, letter, directory, holders)
        if not any(s < m.end and m.start < e for s, e in taken)
    )
    return tuple(
        Finding(
            Span(letter.source, letter.start + m.start, letter.start + m.end),
            "identity",
            m.who,
            BY,
            letter.id,
            score=1.0 if m.who.party else 0.4,
        )
        for m in sorted([*named, *offices], key=lambda m: m.start)
    )


def _offices(
    words: str, letter: Letter, directory: Directory, holders: Sequence[Offices]
) -> Iterator[Mentioned]:
    """ "the Chairman", "Mr. President", "the Secretary of State": who bore the office that day."""
    known: dict[str, Identity | None] = {}
    for match in _OFFICE.finditer(words):
        office = match["o"]
        if office not in known:
            known[office] = _party(office, letter, directory) or _held(
                office, words, letter, holders
            )
        if who := known[office]:
            yield Mentioned(match.start("o"), match.end("o"), who)


def _party(office: str, letter: Letter, directory: Directory) -> Identity | None:
    """The one party of the letter whose office it is: "Mr. Chairman" to a Chairman is he."""
    asked = heads_of(office)
    if not asked or " of " in office:
        return None
    fits: dict[str, Name] = {}
    for name in (*letter.senders, *letter.recipients):
        if not name.name or asked[-1] not in heads_of(name.office):
            continue
        text = f"{name.office} ({name.name})"
        found = [m for m in spot(text, directory) if m.who.party]
        if found:
            fits[found[-1].who.party] = name
    if len(fits) != 1:
        return None
    id, name = next(iter(fits.items()))
    return Identity(id, (), f"“{office}” in this letter is {name.name}, {name.office}")


def _held(office: str, words: str, letter: Letter, holders: Sequence[Offices]) -> Identity | None:
    """Who held the office on the letter's day; of several so called, whom the letter names."""
    when = letter.when
    if not holders or not when or not when.earliest or when.earliest != when.latest:
        return None
    found, reason = holder(office, when.earliest, holders)
    if len({held.person for held in found}) != 1:
        called = found or tuple(h for ask in holders for h in ask.titled(office, when.earliest))
        named = {fold_word(w) for w in WORD.findall(words)} if called else set()
        found = tuple(h for h in called if fold_word(h.label.split()[-1]) in named)
        held = found[0] if found else None
        reason = f"“{office}” of {when.earliest.year} is {held.label}: {held}" if held else ""
    ids = tuple(dict.fromkeys(held.person for held in found))
    if len(ids) == 1:
        return Identity(ids[0], (), reason)
    called_so = "; ".join(f"{held.label}, {held}" for held in found[:4])
    return Identity("", ids, f"several named here are so called: {called_so}") if ids else None


def directory_of(parties: Sequence[Party], more: Sequence[Person] = ()) -> Directory:
    """A directory of the record's own parties, for letters whose source has no list of persons."""
    return Directory.of([*map(_person, (p for p in parties if p.kind == "person")), *more])


def _person(party: Party) -> Person:
    """A party as a person to look for, under every name that the record gives it."""
    forms: dict[tuple[str, ...], str] = {}
    given: dict[str, None] = {}
    for name in (party.label, *party.names):
        said = spoken(Name(name))
        forms.setdefault(said.surname, "surname")
        if len(said.surname) == 1 and said.full and fold_words(name)[:1] == said.surname:
            forms.setdefault(fold_words(name), "full")
        given.update(dict.fromkeys(said.given))
    label = spoken(Name(party.label)).surname
    return Person(
        party.id,
        party.label,
        " ".join(label),
        tuple(given),
        tuple(Form(words, weight) for words, weight in forms.items() if words),
        posts=tuple(Post(office) for office in party.offices),
    )
