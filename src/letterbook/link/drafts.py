"""What a mention's own words say of who it is: given names, titles, the words that follow.

In: a hit of a known form in a text. Out: a `Draft`: who it may be, and whether that is sure.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from letterbook.link.directory import Directory
from letterbook.link.evidence import Setting, setting
from letterbook.link.names import WOMEN, given_fits, is_initial
from letterbook.link.nicknames import GIVEN
from letterbook.link.persons import Person
from letterbook.link.surnames import AFTER, is_thing
from letterbook.link.titles import fit, nearest, words_of
from letterbook.mark.names import Hit, Words, fold_word
from letterbook.mark.offices import OFFICE

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention on its way: who it may still be, why, and whether its own words say so."""

    hit: Hit
    around: Setting
    who: tuple[str, ...]
    reason: str = ""
    sure: bool = False


def draft(text: str, hit: Hit, directory: Directory, day: Day | None) -> Draft | None:
    """What the words around a hit say; None where it names no listed person."""
    who = directory.bearers(hit.words)
    hit = _particle_or_given(text, hit, who, directory)
    around = setting(text, hit, directory.given)
    if is_thing(hit.words, around, text, hit.end) or _broken(text, hit):
        return None
    if _given_name_of_another(hit, around, directory):
        return None
    found: Draft | None = Draft(hit, around, who)
    for narrow in (_by_given, _by_following, _by_title):
        found = narrow(found, directory, day) if found else None
    if not found or not found.who:
        return None
    if hit.close and not _attested(found, directory, day):
        return None
    if directory.forms[hit.words].get(found.who[0], 0) == 3 and len(found.who) == 1:
        return replace(found, sure=True)
    return found


def _attested(found: Draft, directory: Directory, day: Day | None) -> bool:
    """Whether more than a likeness says that a word one letter apart is the listed name."""
    if len(found.who) != 1:
        return False
    one = directory.people[found.who[0]]
    if any(len(token) > 2 and given_fits(token, one.given) >= 0.7 for token in found.around.given):
        return True
    title = found.around.title
    return any(fit(title, post.office) >= 1.3 for post in one.posts if post.holds(day))


def _broken(text: str, hit: Hit) -> bool:
    """ "Tred-way": half a name that a line or a page broke."""
    return bool(_HALF.match(text, hit.end))


_HALF = re.compile(r"-[a-z]{3,}\b(?<!led)(?<!sponsored)(?<!held)(?<!type)")


def _particle_or_given(text: str, hit: Hit, who: tuple[str, ...], directory: Directory) -> Hit:
    """ "Ben Romero" is Benjamin where no bearer is a ben Romero."""
    particle = fold_word(text[hit.particle : hit.start].strip(" -\n")).split(" ")[-1]
    if not particle or any(particle in fold_word(directory.people[id].surname) for id in who):
        return hit
    return replace(hit, particle=hit.start)


def _given_name_of_another(hit: Hit, around: Setting, directory: Directory) -> bool:
    """ "Dean Averill" names no Sir Clement Dean: the word is a given name of who follows."""
    if len(hit.words) > 1 or around.given or not around.follows or around.owns:
        return False
    word = fold_word(around.follows.strip("."))
    following = directory.forms.get((word,), {})
    if any(given_fits(hit.words[0], directory.people[id].given) > 0 for id in following):
        return True
    if is_initial(around.follows) and not around.title:
        return True  # "Grant G. Vale"
    if around.title or not (hit.words[0] in GIVEN or hit.words[0] in directory.given):
        return False
    return word not in AFTER


def _by_given(found: Draft, directory: Directory, day: Day | None) -> Draft | None:
    """Keep whom the given names fit best."""
    given = found.around.given
    if not given:
        return found
    scores: dict[str, float] = {}
    for id in found.who:
        known = _given(directory.people[id], found.hit.words)
        scores[id] = _agreement(given, known)
    best = max(scores.values())
    if best < 0:
        return _without_letters(found, directory, day)
    who = tuple(id for id, score in scores.items() if score >= best - 0.05)
    if best == 0:
        return replace(found, who=who)
    return replace(found, who=who, reason=f"“{' '.join(given)}”", sure=len(who) == 1)


def _agreement(given: Words, known: Words) -> float:
    """How well given names and initials together agree with somebody's; -1 for not at all.

    A further initial that the list does not give is no objection where a given name is right.
    """
    fits = [given_fits(token, known) for token in given]
    if min(fits) >= 0:
        return sum(fits) / len(fits)
    names = [f for token, f in zip(given, fits, strict=True) if not is_initial(token)]
    if names and min(names) >= 0.7:
        return 0.3 if any(len(w) == 1 for w in known) else 0.6
    return -1.0


def _without_letters(found: Draft, directory: Directory, day: Day | None) -> Draft | None:
    """ "A. Vale asks" in a list of points, "the UAR Vale visits": letters, but no initials."""
    given, starts = found.around.given, found.around.starts
    loose = is_initial(given[0]) and (found.around.opens or not given[0].endswith("."))
    if not loose:
        return None
    start = starts[1] if len(starts) > 1 else found.hit.particle
    around = replace(found.around, given=given[1:], starts=starts[1:], start=start)
    return _by_given(replace(found, around=around), directory, day)


def _given(one: Person, form: Words) -> Words:
    """The given names a person has besides the words of the form: Abdul of Abdul Rahman."""
    rest = dict.fromkeys(w for f in one.forms for w in f.words if w not in form)
    return (*one.given, *(w for w in rest if w not in one.given))


def _by_following(found: Draft, directory: Directory, day: Day | None) -> Draft | None:
    """ "Tarn Lipo" where the family name comes first: what follows says which Tarn."""
    word = fold_word(found.around.follows.strip("."))
    whole = (3 in directory.forms[found.hit.words].values()) and len(found.hit.words) > 1
    if not word or whole or word in AFTER or found.around.given:
        return found
    eastern = [id for id in found.who if _family_first(directory.people[id], found.hit.words)]
    if not eastern:
        return found
    fits = tuple(
        id
        for id in found.who
        if given_fits(word, _given(directory.people[id], found.hit.words)) > 0
    )
    if fits:
        return replace(found, who=fits, reason=f"“{found.around.follows}”", sure=len(fits) == 1)
    follows = found.around.follows
    named = follows[:1].isupper() and follows[1:2].islower() and word not in OFFICE
    another = named and not found.around.owns and (word,) not in directory.forms
    return None if another and not any(directory.people[id].given for id in found.who) else found


def _family_first(one: Person, words: Words) -> bool:
    return any(f.weight == "full" and len(f.words) > 1 and f.words[:1] == words for f in one.forms)


def _by_title(found: Draft, directory: Directory, day: Day | None) -> Draft | None:
    """Keep whom the title or the office before the name fits best."""
    title = found.around.title
    if not title:
        return found
    words = words_of(title)
    people = directory.people
    if words and words[-1] in WOMEN:
        return _woman(found, directory)
    if len(found.who) == 1:
        return found
    if words and words[-1] == "m":
        fits = tuple(id for id in found.who if given_fits("M.", people[id].given) > 0)
        return replace(found, who=fits, reason="“M.”", sure=True) if len(fits) == 1 else found
    if not found.around.bracketed:
        title = nearest(title)
    scores = {id: _title_score(title, people[id], day) for id in found.who}
    best = max(scores.values())
    kept = tuple(id for id, score in scores.items() if score > best - 0.2)
    if best < 0.3 or len(kept) == len(found.who):
        return found
    reason = f"“{title}”: {_post(title, people[kept[0]], day)}" if len(kept) == 1 else ""
    return replace(found, who=kept, reason=reason, sure=len(kept) == 1)


def _woman(found: Draft, directory: Directory) -> Draft | None:
    """ "Mrs. Vale": a woman of the name, or nobody listed: the wife of one who is."""
    people = directory.people
    women = tuple(id for id in found.who if people[id].woman or _is_kin(people[id]))
    if not women and len(found.who) == 1:
        women = tuple(id for id in found.who if not set(people[id].given) & _MEN)
    reason = f"“{found.around.title}”"
    return replace(found, who=women, reason=reason, sure=len(women) == 1) if women else None


_WOMEN_NAMED = frozenset(
    "angela ann anna anne barbara caroline catherine eleanor elizabeth helen jacqueline jane joan "
    "louise margaret maria martha mary nancy patricia ruth sarah susan virginia".split()
)
_MEN = GIVEN - _WOMEN_NAMED


def _is_kin(one: Person) -> bool:
    return any(re.match(r"(?:wife|widow|daughter|sister)\b", post.office) for post in one.posts)


def _title_score(title: str, one: Person, day: Day | None) -> float:
    """How well a title fits a person on a day: a post of that day counts in full."""
    best = 0.7 if set(words_of(title)) & one.titles else 0.0
    for post in one.posts:
        held = 1.0 if post.holds(day) else 0.5
        best = max(best, held * fit(title, post.office))
    return best


def _post(title: str, one: Person, day: Day | None) -> str:
    """The post that a title fits best, for the reason."""
    fits = [(post.holds(day), fit(title, post.office), post.office) for post in one.posts]
    return max(fits)[2] if fits and max(fits)[1] else one.label
