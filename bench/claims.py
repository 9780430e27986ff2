"""`python -m bench.claims RECORD`: sentences of a record, one thing changed in each, as claims.

A sentence as it stands must never be called contradicted; one with another day, number, name, word
or sign must never be called supported. Two sentences joined by ", and" are two claims: what is
changed in the second may not be passed because the first is right. The same seed draws the same
sentences; each mistake is shown with the sentence it was made of.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from letterbook.check.checked import Sentence
from letterbook.check.claim_parts import parts
from letterbook.check.claims import judge, proper
from letterbook.check.witness import Passage, Shelf
from letterbook.model import Source, Span
from letterbook.record import Record

Change = Callable[[str, random.Random], str]

MONTHS = "January February March April May June July August September October November December"
_MONTH = rf"(?:{'|'.join(MONTHS.split())})"
_NUMBERS = "two three four five six seven eight nine ten twelve fifteen twenty thirty forty".split()
_NAMES = (
    "Dulles Eden Nasser Hammarskjold Bevin Molotov Sharett Hoover Anderson Lloyd Mollet Pineau"
    " Bunche Allen Byroade Marshall Lovett Truman Menzies Acheson Harriman Bohlen Rusk Kennedy"
).split()
_PLACES = "Paris London Washington Moscow Cairo Jerusalem Beirut Amman Rome Geneva".split()
_OTHERS = (
    ("accept", "reject"), ("agreed", "objected"), ("increase", "decrease"), ("support", "oppose"),
    ("approved", "rejected"), ("opened", "closed"), ("military", "economic"), ("army", "navy"),
    ("economic", "military"), ("north", "south"), ("east", "west"), ("purchase", "sale"),
    ("oil", "cotton"), ("arms", "wheat"), ("political", "commercial"), ("discussed", "ignored"),
    ("letter", "memorandum"), ("message", "treaty"), ("proposed", "opposed"), ("aid", "sanctions"),
)  # fmt: skip
_SAME = (
    ("replied", "answered"), ("stated", "said"), ("began", "started"), ("promised", "pledged"),
    ("meeting", "conference"), ("informed", "told"), ("sent", "dispatched"),
    ("refused", "declined"), ("United States", "U.S."), ("Soviet Union", "USSR"),
    ("United Kingdom", "Britain"), ("conversation", "talk"), ("requested", "asked"),
)  # fmt: skip
_SIZE = 10, 38  # words of a sentence that is drawn


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, change, ask and count."""
    parser = argparse.ArgumentParser(prog="python -m bench.claims", description=__doc__)
    parser.add_argument("record", type=Path, help="a letterbook of some volumes")
    parser.add_argument("--sentences", type=int, default=100, help="how many are drawn")
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args(arguments)
    counts: Counter[tuple[str, str]] = Counter()
    chance = random.Random(chosen.seed)
    numbers = numbers_of(chosen.record)
    chance.shuffle(numbers)
    with Record(chosen.record, readonly=True) as record:
        shelf = Shelf(record, Source.of("", "brief.md"))
        for asked in _asked(drawn(record, numbers, chosen.sentences, chance), chance):
            found = judged(shelf, asked.words)
            counts[asked.kind, found.kind] += 1
            if wrong(asked.kind, found.kind):
                print(f"{asked.kind}, {found.kind}: {asked.words}\n    made of: {asked.of}")
    report(counts)
    return 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence, what was done to it, and what it was made of."""

    kind: str
    words: str
    of: str


def numbers_of(record: Path) -> list[int]:
    """The inner numbers of a record's letters and histories."""
    with closing(sqlite3.connect(f"file:{record}?mode=ro", uri=True)) as held:
        return [nr for (nr,) in held.execute("select nr from unit order by nr")]


def drawn(
    record: Record, numbers: Sequence[int], count: int, chance: random.Random
) -> Iterator[str]:
    """Sentences that name somebody and end as sentences do, each of another letter."""
    least, most = _SIZE
    for nr in numbers:
        unit = record.unit(nr)
        if count < 1:
            return
        if unit.form == "brief" or len(unit.text) < 500:
            continue
        passage = Passage(unit, record.letter(unit.letter) if unit.letter else None)
        fit = [
            words for s in passage.sentences if least <= len((words := s.words).split()) <= most
            and words[0].isupper() and re.search(r"[a-z]{3,}\.$", words)
            and any(f.kind == "name" for f in s.facts)
        ]  # fmt: skip
        if fit:
            count -= 1
            yield " ".join(chance.choice(fit).split())


def judged(shelf: Shelf, words: str) -> Sentence:
    """What checking says of one sentence as a whole."""
    source = Source.of(words, "brief.md")
    found = (v for part in parts(source, ()) for v in judge(part, shelf, proper(words)))
    return Sentence(Span(source.id, 0, len(words)), tuple(found))


def wrong(kind: str, found: str) -> bool:
    """The two mistakes that must not be made."""
    return found == ("contradicted" if kind in ("as it stands", "reworded") else "supported")


def _asked(sentences: Iterator[str], chance: random.Random) -> Iterator[Asked]:
    before = ""
    for words in sentences:
        plain = reworded(words)
        yield Asked("as it stands", words, words)
        yield Asked("reworded", plain, words)
        for kind, change in CHANGES.items():
            other = change(plain, chance)
            if other and other != plain:
                yield Asked(kind, other, words)
                if before:
                    yield Asked(f"joined, {kind}", f"{before.rstrip('.')}, and {other}", words)
        before = words


def report(counts: Counter[tuple[str, str]]) -> None:
    """How many of each kind came out how, and the two figures that matter."""
    for kind in dict.fromkeys(kind for kind, _ in counts):
        told = {found: n for (k, found), n in counts.items() if k == kind}
        said = ", ".join(f"{found} {n}" for found, n in sorted(told.items(), key=lambda x: -x[1]))
        print(f"{kind:20} {sum(told.values()):5}  {said}")
    same = sum(n for (k, _), n in counts.items() if k in ("as it stands", "reworded"))
    bad = sum(n for (k, f), n in counts.items() if wrong(k, f) and f == "contradicted")
    altered = sum(counts.values()) - same
    passed = sum(n for (k, f), n in counts.items() if wrong(k, f) and f == "supported")
    print(f"unaltered called contradicted: {bad} of {same}; altered called supported: {passed} of"
          f" {altered}")  # fmt: skip


def reworded(words: str) -> str:
    """The same said with other words: synonyms, the day before the month, no brackets."""
    for one, other in _SAME:
        words = re.sub(rf"\b{re.escape(one)}\b", other, words)
    words = re.sub(rf"\b({_MONTH}) (\d{{1,2}}), (\d{{4}})\b", r"\2 \1 \3", words)
    return re.sub(r"\s*\([^)]*\)", "", words)


def _put(words: str, found: re.Match[str], other: str) -> str:
    return words[: found.start()] + other + words[found.end() :]


def another_day(words: str, chance: random.Random) -> str:
    """Another day of the month, or another year; "" where the sentence has none."""
    if days := list(re.finditer(rf"\b({_MONTH}) (\d{{1,2}})\b", words)):
        day = chance.choice(days)
        other = chance.choice([d for d in range(1, 29) if str(d) != day[2]])
        return _put(words, day, f"{day[1]} {other}")
    if years := list(re.finditer(r"\b19[0-6]\d\b", words)):
        year = chance.choice(years)
        return _put(words, year, str(int(year[0]) + chance.choice([-3, -2, -1, 1, 2, 3])))
    return ""


def another_number(words: str, chance: random.Random) -> str:
    """Another number that is no day."""
    hidden = re.sub(
        rf"{_MONTH} \d+(?:, \d+)?|\d+ {_MONTH}(?: \d+)?", lambda m: "x" * len(m[0]), words
    )
    pattern = rf"\b(?:{'|'.join(_NUMBERS)})\b|(?<![\w,.])\d{{2,3}}(?:,\d{{3}})*(?![\w,]|\.\d)"
    found = list(re.finditer(pattern, hidden))
    if not found:
        return ""
    number = chance.choice(found)
    if number[0][0].isalpha():
        return _put(words, number, chance.choice([n for n in _NUMBERS if n != number[0]]))
    value = int(number[0].replace(",", ""))
    return _put(words, number, str(value + chance.choice([-7, 3, 10, 25])))


def another_name(words: str, chance: random.Random) -> str:
    """Another person for a person, another capital for a capital."""
    named = [m for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", words)
             if m[0] in (*_NAMES, *_PLACES)]  # fmt: skip
    if not named:
        return ""
    name = chance.choice(named)
    pool = _PLACES if name[0] in _PLACES else _NAMES
    return _put(words, name, chance.choice([n for n in pool if n not in words]))


def another_sign(words: str, chance: random.Random) -> str:
    """A "not" put in, or taken away."""
    if found := re.search(r"\bnot ", words):
        return _put(words, found, "")
    verb = re.search(r"\b(?:was|were|had|has|is|are|would|will|should|could|did|can) ", words)
    return _put(words, verb, f"{verb[0]}not ") if verb else ""


def another_word(words: str, chance: random.Random) -> str:
    """The opposite of a word, or another thing of its kind."""
    found = [(a, b) for a, b in _OTHERS if re.search(rf"\b{a}", words)]
    if not found:
        return ""
    one, other = chance.choice(found)
    return re.sub(rf"\b{one}", other, words, count=1)


CHANGES: dict[str, Change] = {
    "another day": another_day,
    "another number": another_number,
    "another name": another_name,
    "another sign": another_sign,
    "another word": another_word,
}


if __name__ == "__main__":
    sys.exit(main())
