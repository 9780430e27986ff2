"""The sentences that the network of acts and its teacher learn from, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import lines
from bench.train_prior import WORDS, every_text, labelled, sign, worth
from letterbook.mark import mark
from letterbook.mark.act_heard import words
from letterbook.mark.act_sentences import bodies
from letterbook.mark.act_sides import letter_sides
from letterbook.mark.act_words import YOU, normal
from letterbook.mark.acts import speaks
from letterbook.model import Source

BEFORE = 120
"""Characters of the sentence before one that the teacher is shown too."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands, the end of the one before it, and what the network reads of it.

    `labels`: what a reader said that it does; `None` where none has read it.
    """

    document: str
    words: str
    before: str
    read: tuple[str, ...]
    labels: frozenset[str] | None


def sentences(volumes: Path) -> list[Sentence]:
    """Every sentence that speaks to somebody, in the volumes that readers have read in."""
    read = labelled()
    tasks = [(name, text, read.get(name)) for name, text in every_text(volumes, read)]
    return [one for told in lines.spread(of_document, tasks, chunk=8) for one in told]


def of_document(task: tuple[str, str, dict[str, frozenset[str]] | None]) -> list[Sentence]:
    """The sentences of one document, given its name, its text, and what a reader said."""
    document, text, told = task
    source = Source.of(text, "letter.txt")
    findings = mark(source)
    known, made = letter_sides(findings), []
    for body in bodies(source, findings):
        if told is None and not speaks(body):
            continue
        sides, count, before = known[body.of], len(body.sentences), ""
        for at, sentence in enumerate(body.sentences):
            if len(sentence.words.split()) >= WORDS:
                said = normal(sentence.words, sides.writer, sides.addressee)
                labels = told.get(sign(sentence.words)) if told else None
                read = tuple(words(said, at, count, sentence.opens))
                made.append(Sentence(document, sentence.words, before, read, labels))
            before = sentence.words[-BEFORE:]
    return made


def worths(given: Sequence[Sentence]) -> dict[str, float]:
    """What each letter counts when it is learned from."""
    says: dict[str, list[bool]] = {}
    for one in given:
        says.setdefault(one.document, []).append(YOU in one.read)
    return {document: worth(said) for document, said in says.items()}
