"""A directory of persons: who may be meant by which words.

In: persons of lists, headings or an authority. Out: look-ups by form and by given name, built
once and asked for each text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from letterbook.link.forms import Form
from letterbook.link.persons import Person, person
from letterbook.link.standing import standing
from letterbook.mark.names import Lexicon, Words, fold_word, fold_words

WEIGHTS = {"full": 3, "surname": 2, "part": 1}


@dataclass(frozen=True)
class Directory:
    """Persons by id, by form and by given name.

    `forms`: the ids a form may name with the weight it has for each. `given`: ids by given name.
    """

    people: Mapping[str, Person]
    forms: Mapping[Words, Mapping[str, int]]
    given: Mapping[str, frozenset[str]]
    lexicon: Lexicon
    letters: Mapping[str, int] = field(default_factory=dict)
    """In how many letters of the record each is surely a party."""

    @cached_property
    def titled(self) -> Mapping[str, str]:
        """The person of each title that one person bears: "the Shah"."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for one in self.people.values():
            words = set(one.titles)
            for post in one.posts:
                words.update(w.strip(",").lower() for w in post.office.split(" of ")[0].split())
            for word in words:
                bearers[word].add(one.id)
        return {word: min(ids) for word, ids in bearers.items() if len(ids) == 1}

    @cached_property
    def rulers(self) -> Mapping[str, str]:
        """The initials of those who ruled a state, as people write them: "JFV"."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for one in self.people.values():
            letters = "".join(w[0] for w in (*one.given, fold_word(one.surname))).upper()
            if len(letters) == 3 and any(standing(post.office) == 5 for post in one.posts):
                bearers[letters].add(one.id)
        return {letters: min(ids) for letters, ids in bearers.items() if len(ids) == 1}

    @classmethod
    def of(cls, persons: Iterable[Person]) -> Directory:
        """A directory of these persons; entries that point to another lend it their forms."""
        people = _follow({p.id: p for p in persons})
        forms: dict[Words, dict[str, int]] = defaultdict(dict)
        given: dict[str, set[str]] = defaultdict(set)
        for one in people.values():
            for form in one.forms:
                known = forms[form.words].get(one.id, 0)
                forms[form.words][one.id] = max(known, WEIGHTS[form.weight])
            for word in one.given:
                if len(word) > 1:
                    given[word].add(one.id)
        frozen = {word: frozenset(ids) for word, ids in given.items()}
        return cls(people, dict(forms), frozen, Lexicon.of(forms))

    @classmethod
    def of_entries(cls, entries: Mapping[str, str]) -> Directory:
        """A directory of the entries of a list of persons, by id."""
        return cls.of(person(id, entry) for id, entry in entries.items())

    def learning(self, letters: Mapping[str, int], spelled: Mapping[str, str]) -> Directory:
        """This directory with what the record adds: whose letters it holds, how names are spelled.

        `spelled`: folded surname → the id of the person so called.
        """
        people = dict(self.people)
        for word, id in spelled.items():
            form = Form((word,), "surname")
            people[id] = replace(people[id], forms=(*people[id].forms, form))
        grown = Directory.of(people.values()) if spelled else self
        return replace(grown, letters=dict(letters))

    def bearers(self, words: Words) -> tuple[str, ...]:
        """Who may be named by these words, those only for whom they weigh most."""
        found = self.forms.get(words, {})
        most = max(found.values(), default=0)
        return tuple(id for id, weight in found.items() if weight == most)


def _follow(people: dict[str, Person]) -> dict[str, Person]:
    """The persons without entries that point to exactly one other, whose forms go to that one."""
    kept = {id: one for id, one in people.items() if not one.see}
    for one in people.values():
        if not one.see:
            continue
        target = _target(one.see, kept)
        if target is None:
            kept.setdefault(one.id, one)
            continue
        more = tuple(Form(f.words, "full") for f in one.forms if f.weight != "part")
        given = tuple(w for w in one.given if w not in target.given)
        forms = (*target.forms, *more)
        kept[target.id] = replace(target, forms=forms, given=(*target.given, *given))
    return kept


def _target(see: str, people: Mapping[str, Person]) -> Person | None:
    """The one person whom "see Vo Van Tu" or "See Oreno, M. Vel" means."""
    wanted = set(fold_words(see))
    exact = [p for p in people.values() if set(fold_words(p.label)) == wanted]
    head = fold_words(see.split(",")[0])
    near = [p for p in people.values() if fold_words(p.surname) == head]
    last = [p for p in people.values() if fold_words(p.surname)[-1:] == head[-1:]]
    return next((found[0] for found in (exact, near, last) if len(found) == 1), None)
