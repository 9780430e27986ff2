"""What `--json` gives. The keys are stable: they are added to, not renamed.

A letter: id, kind, from, to (objects with name, office, acting_for, ref, address), date (EDTF),
earliest, latest, time, stated, inferred (the date is worked out, not stated), place, number,
heading, marking, channel, telegram, inside, file, where, source, start, end, words. What is not
stated is "" or null.
A finding: id, kind, of, span {source, start, end}, words, value, by {kind, name, version},
because (spans), score.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from letterbook.book import Summary
from letterbook.model import Finding, Letter, Name, Span, Trouble, plain
from letterbook.record import Hit, Logged, Shown, Tie, Written


def letter(item: Letter) -> dict[str, Any]:
    """A letter's header."""
    when = item.when
    days = (
        [day.isoformat() if day else None for day in (when.earliest, when.latest)] if when else []
    )
    return {
        "id": item.id,
        "kind": item.kind,
        "from": [party(name) for name in item.senders],
        "to": [party(name) for name in item.recipients],
        "date": when.edtf if when else "",
        "earliest": days[0] if days else None,
        "latest": days[1] if days else None,
        "time": when.time if when else "",
        "stated": when.stated if when else "",
        "inferred": item.inferred,
        "place": item.place,
        "number": item.number,
        "heading": item.heading,
        "marking": item.marking,
        "channel": item.channel,
        "telegram": item.telegram,
        "inside": item.inside,
        "file": item.path,
        "where": item.where,
        "source": item.source,
        "start": item.start,
        "end": item.end,
        "words": item.words,
    }


def party(name: Name) -> dict[str, str]:
    """A sender or recipient."""
    return asdict(name)


def source(item: Written) -> dict[str, Any]:
    """A source without its text."""
    return {("file" if key == "path" else key): value for key, value in asdict(item).items()}


def finding(item: Finding, text: str) -> dict[str, Any]:
    """A finding with its words; `text` is its source's."""
    return {
        "id": item.id,
        "kind": item.kind,
        "of": item.of,
        "span": span(item.span),
        "words": text[item.span.start : item.span.end],
        "value": plain(item.value),
        "by": asdict(item.by),
        "because": [span(each) for each in item.because],
        "score": item.score,
    }


def span(item: Span) -> dict[str, Any]:
    """A place in a source."""
    return asdict(item)


def shown(item: Shown) -> dict[str, Any]:
    """A letter (or a source that is none) with its text, notes and findings."""
    head = letter(item.letter) if item.letter else source(item.written)
    notes = [asdict(note) for note in item.notes]
    findings = [finding(each, item.source.text) for each in item.findings]
    ties = {"does": [tie(t) for t in item.does], "undergoes": [tie(t) for t in item.undergoes]}
    return head | ties | {
        "text": item.text, "raw": item.raw, "notes": notes, "findings": findings,
    }  # fmt: skip


def tie(item: Tie) -> dict[str, Any]:
    """What a letter does to another: `to` is "" while it is open."""
    return asdict(item) | {"candidates": list(item.candidates)}


def hit(item: Hit) -> dict[str, Any]:
    """A place found: `letter` is null when the source is no letter."""
    return {
        "letter": letter(item.letter) if item.letter else None,
        "source": source(item.source),
        "score": round(item.score, 6),
        "snippet": item.snippet,
        "marks": [list(mark) for mark in item.marks],
        "start": item.start,
        "end": item.end,
        "spans": [list(each) for each in item.spans],
        "line": item.line,
    }


def entry(item: Logged) -> dict[str, Any]:
    """An entry of the log."""
    return {("file" if key == "path" else key): value for key, value in asdict(item).items()}


def trouble(item: Trouble) -> dict[str, Any]:
    """What went wrong, where, what to do."""
    return {"file": item.path, "line": item.line, "problem": item.problem, "advice": item.advice}


def summary(item: Summary, book: str) -> dict[str, Any]:
    """What a reading did."""
    return asdict(item) | {
        "book": book,
        "names": list(item.names),
        "troubles": [trouble(each) for each in item.troubles],
        "seconds": round(item.seconds, 3),
    }
