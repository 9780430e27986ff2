"""Who is named in a text: every mention of a listed person, resolved or left open with a reason.

In: a text, a `Directory`, and the `Scene` (the letter's day, who writes to whom). Out: `Mentioned`
stretches, each with an `Identity`. A name is resolved only where one person remains: by its own
words, by company (who else of that name the letter names), by standing; else it stays open.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from letterbook.link.directory import Directory
from letterbook.link.drafts import Draft, draft
from letterbook.link.firstnames import Scene, called_by_given
from letterbook.link.persons import Person
from letterbook.link.standing import standing
from letterbook.link.surnames import doubtful
from letterbook.link.titles import words_of
from letterbook.mark import names
from letterbook.mark.names import Words, fold_words
from letterbook.model import Identity, Name

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A person's name from `start` to `end` of a text, and who that is."""

    start: int
    end: int
    who: Identity


def spot(
    text: str,
    directory: Directory,
    day: Day | None = None,
    senders: Sequence[Name] = (),
    recipients: Sequence[Name] = (),
) -> tuple[Mentioned, ...]:
    """Every mention of a person of the directory in `text`, first to last.

    `day`, `senders` and `recipients` are the letter's, as far as its head gives them.
    """
    scene = Scene(
        day,
        _persons(senders, directory, day),
        _persons(recipients, directory, day),
        " ".join(name.office for name in senders),
    )
    settled = _settled(text, directory, scene)
    found = [_mentioned(one, directory) for one in settled]
    taken = [(m.start, m.end) for m in found]
    for start, end, id, reason in called_by_given(text, directory, scene):
        if not any(s < end and start < e for s, e in taken):
            found.append(Mentioned(start, end, Identity(id, (), reason)))
    return tuple(sorted(found, key=lambda m: m.start))


def _persons(parties: Sequence[Name], directory: Directory, day: Day | None) -> tuple[str, ...]:
    """The persons of the directory that a letter's parties surely are."""
    drafts = (_party(name, directory, day) for name in parties)
    return tuple(d.who[0] for d in drafts if d)


def _party(name: Name, directory: Directory, day: Day | None) -> Draft | None:
    """The one person of the directory that a party is."""
    if not name.name:
        return None
    words = f"{name.office} ({name.name})" if name.office else name.name
    found = [d for d in _settled(words, directory, Scene(day)) if len(d.who) == 1]
    return found[0] if found else None


def learn(directory: Directory, parties: Iterable[tuple[Name, Day | None]]) -> Directory:
    """The directory with what the heads of a record's letters say of its persons.

    In: the senders and recipients, each with the day of the letter. Out: the same persons, with
    how often each is a party, and with spellings of a name that an office or a given name proves.
    """
    letters: Counter[str] = Counter()
    spelled: dict[str, set[str]] = defaultdict(set)
    for name, day in parties:
        found = _party(name, directory, day)
        if not found:
            continue
        letters[found.who[0]] += 1
        if found.hit.close:
            word = fold_words(name.name)[-1]
            spelled[word].add(found.who[0])
    return directory.learning(letters, {w: min(ids) for w, ids in spelled.items() if len(ids) == 1})


def _settled(text: str, directory: Directory, scene: Scene) -> list[Draft]:
    drafts = [
        found
        for hit in names.spot(text, directory.lexicon)
        if (found := draft(text, hit, directory, scene.day))
    ]
    doubts = [doubtful(d.hit.words, d.around, text, d.hit.end) for d in drafts]
    firm = {id for d, doubt in zip(drafts, doubts, strict=True) if not doubt for id in d.who}
    kept = [
        d
        for d, doubt in zip(drafts, doubts, strict=True)
        if not doubt or (doubt == "maybe" and firm & set(d.who))
    ]
    return _by_company(kept, directory, scene)


def _by_company(drafts: Sequence[Draft], directory: Directory, scene: Scene) -> list[Draft]:
    """Settle what is open by who else of that name the letter names, else by standing."""
    named: dict[Words, list[tuple[int, str]]] = defaultdict(list)
    for one in drafts:
        if len(one.who) == 1 and one.sure:
            named[one.hit.words[-1:]].append((one.hit.start, one.who[0]))
    return [
        one if len(one.who) < 2 else _settle(one, named[one.hit.words[-1:]], directory, scene)
        for one in drafts
    ]


def _settle(
    one: Draft, named: Sequence[tuple[int, str]], directory: Directory, scene: Scene
) -> Draft:
    if one.around.alone and (signed := _signing(one, directory, scene)):
        return replace(one, who=(signed,), reason="the letter is his")
    here = [(at, id) for at, id in named if id in one.who]
    persons = {id for _, id in here}
    if before := [id for at, id in here if at < one.hit.start]:
        alone = "the one of that name in this letter" if len(persons) == 1 else ""
        return replace(one, who=(before[-1],), reason=alone or "so named shortly before")
    ranks = {id: _rank(directory.people[id], scene.day) for id in one.who}
    best = max(ranks.values())
    top = tuple(id for id, rank in ranks.items() if rank == best)
    if len(persons) == 1 and (best < 5 or len(top) > 1):
        return replace(one, who=tuple(persons), reason="the one of that name in this letter")
    party = [id for id in one.who if id in (*scene.senders, *scene.recipients)]
    if len(set(party)) == 1:
        return replace(one, who=(party[0],), reason="a party to this letter")
    if best >= 4 and len(top) == 1:
        return replace(one, who=top, reason="the bearer who stood highest on that day")
    counts = {id: directory.letters.get(id, 0) for id in one.who}
    often = max(counts, key=lambda id: counts[id])
    if counts[often] >= 3 and counts[often] >= 5 * (sum(counts.values()) - counts[often]):
        reason = f"a party to {counts[often]} letters here, others of the name to hardly any"
        return replace(one, who=(often,), reason=reason)
    if best >= 3 and len(top) == 1:
        return replace(one, who=top, reason="the bearer who stood highest on that day")
    return one


def _signing(one: Draft, directory: Directory, scene: Scene) -> str:
    """Who of the candidates signs: a sender, or who holds the post that sends."""
    senders = [id for id in one.who if id in scene.senders]
    if len(set(senders)) == 1:
        return senders[0]
    office = {w for w in words_of(scene.office) if len(w) > 3} - {"embassy", "department"}
    fits = [
        id
        for id in one.who
        if any(
            p.holds(scene.day) and office & set(words_of(p.office))
            for p in directory.people[id].posts
        )
    ]
    return fits[0] if len(fits) == 1 else ""


def _rank(one: Person, day: Day | None) -> int:
    return max((standing(post.office) for post in one.posts if post.holds(day)), default=1)


def _mentioned(one: Draft, directory: Directory) -> Mentioned:
    people = directory.people
    start, end = one.around.start, one.hit.end
    if len(one.who) == 1:
        reason = one.reason or f"the only {people[one.who[0]].surname} listed"
        return Mentioned(start, end, Identity(one.who[0], (), reason))
    called = ", ".join(people[id].label for id in one.who[:4])
    return Mentioned(start, end, Identity("", one.who, f"{len(one.who)} bear the name: {called}"))


__all__ = ["Mentioned", "Scene", "learn", "spot"]
