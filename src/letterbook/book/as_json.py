"""What `--json` and the reading room's `.json` give. Keys are stable: added to, not renamed.

A letter: id, kind, from, to (objects with name, office, acting_for, ref, address), date (EDTF),
earliest, latest, time, stated, inferred (the date is worked out, not stated), place, number,
heading, marking, channel, telegram, inside, file, where, source, start, end, words. What is not
stated is "" or null.
A finding: id, kind, of, span {source, start, end}, words, value, by {kind, name, version},
because (spans), score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from letterbook.book.heap import Summary
from letterbook.link.acted import Acted
from letterbook.link.kept_matters import Waiting
from letterbook.link.matters import Matter
from letterbook.link.outcome import Outcome
from letterbook.link.owed import Owed
from letterbook.model import Finding, Letter, Name, Span, Trouble, Verdict, plain
from letterbook.record import Hit, Logged, Shown, Tie, Who, Written

if TYPE_CHECKING:  # linking is loaded when something is to be linked, not before
    from letterbook.check.checked import Checked, Sentence
    from letterbook.link.compared import Compared
    from letterbook.link.comparison import Side
    from letterbook.link.named import Named
    from letterbook.link.thread import Turn
    from letterbook.link.unheld import Unheld


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


def act(item: Acted) -> dict[str, Any]:
    """What a letter or a history says that a side asks, offers, promises, …."""
    told = {k: v for k, v in asdict(item).items() if k not in ("act", "span", "beside")}
    day = item.day.isoformat() if item.day else None
    return told | {"act": plain(item.act) | {"label": item.act.label}, "span": span(item.span),
                   "day": day}  # fmt: skip


def outcome(item: Outcome) -> dict[str, Any]:
    """What became of an act, according to whom, in which words."""
    by = act(item.by) if item.by else None
    return {"fate": item.fate, "reason": item.reason, "according_to": item.according_to, "by": by}


def matter(item: Matter, followed: Sequence[Outcome] = ()) -> dict[str, Any]:
    """A matter with its acts; each with its outcome, where the course was followed."""
    fates = {one.act: outcome(one) for one in followed}
    acts = [act(one) | ({"outcome": fates[one]} if one in fates else {}) for one in item.acts]
    return {"id": item.id, "title": item.title, "sides": list(item.sides),
            "between": item.between, "named": item.named, "weight": round(item.weight, 3),
            "rank": item.rank.words if item.rank else "", "acts": acts}  # fmt: skip


def owed(item: Owed) -> dict[str, Any]:
    """What a side owes the other: an answer or what it promised."""
    since = item.since.isoformat() if item.since else None
    return {"by": item.by, "to": item.to, "since": since, "days": item.days,
            "promise": item.promise, "matter": item.matter.id, "title": item.matter.title,
            "act": act(item.outcome.act), "outcome": outcome(item.outcome)}  # fmt: skip


def waiting(item: Waiting) -> dict[str, Any]:
    """How much is due in an exchange."""
    owed = [{"by": by, "answers": answers, "promises": n} for by, answers, n in item.owed]
    return {"id": item.id, "between": item.between, "owed": owed}


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


def turn(item: Turn) -> dict[str, Any]:
    """A letter of an exchange: the days of silence before it, and the letters it answers."""
    return letter(item.letter) | {"silence": item.silence, "answers": list(item.answers)}


def who(item: Who) -> dict[str, Any]:
    """A party: id, kind, label, names, offices, same_as, sent, received, first, last, reasons."""
    party = {key: list(v) if isinstance(v, tuple) else v for key, v in asdict(item.party).items()}
    because = [{"name": name, "because": reason} for name, reason in item.reasons]
    counts = {"sent": item.sent, "received": item.received}
    days = {"first": item.first, "last": item.last}
    return party | counts | days | {"reasons": because}


def named(item: Named) -> dict[str, Any]:
    """Words of a letter that name somebody: letter, span, words, label, party, candidates, why."""
    who = item.who
    told = {"letter": item.letter, "span": span(item.span), "words": item.words}
    called = {"label": item.label, "party": who.party, "candidates": list(who.candidates)}
    return told | called | {"because": who.reason}


def unheld(item: Unheld) -> dict[str, Any]:
    """A letter known only by mention, with the letters that name it."""
    return asdict(item)


def compared(item: Compared) -> dict[str, Any]:
    """Two printings: the letters, how they stand, and the rows with their places."""
    found = item.found
    return {
        "left": letter(item.left),
        "right": letter(item.right),
        "link": plain(item.link) if item.link else None,
        "relation": found.relation if found else None,
        "fuller": found.fuller if found else None,
        "sides": {"left": _side(found.left), "right": _side(found.right)} if found else None,
        "rows": [
            {
                "kind": row.kind,
                "left": row.left,
                "right": row.right,
                "left_at": list(row.left_at),
                "right_at": list(row.right_at),
                "sure": row.sure,
            }
            for row in item.rows
        ],
    }


def _side(side: Side) -> dict[str, Any]:
    """One side: `omitted` and `silent` are places in the other's source."""
    return {
        "words": side.words,
        "share": round(side.share, 3),
        "omitted": [list(at) for at in side.omitted],
        "silent": [list(at) for at in side.silent],
        "elisions": [
            {"at": list(e.at), "fill": list(e.fill) if e.fill else None, "sure": e.sure}
            for e in side.elisions
        ],
    }


def checked(item: Checked) -> dict[str, Any]:
    """A brief that was checked: `verdicts` in the order of its text, `faithful` over all.

    Each claim of a sentence has its own verdict; `sentences` tells what follows for the whole.
    """
    return {
        "file": item.source.path,
        "title": item.title,
        "faithful": not item.unfaithful,
        "verdicts": [verdict(each, item) for each in item.verdicts],
        "sentences": [sentence(each, item) for each in item.sentences],
    }


def sentence(item: Sentence, of: Checked) -> dict[str, Any]:
    """A sentence of a brief: its status, and which of the claims in it are how."""
    return span(item.span) | {
        "words": of.source.text[item.span.start : item.span.end],
        "verdict": item.kind,
        "claims": [span(each.span) | {"verdict": each.kind} for each in item.claims],
    }


def verdict(item: Verdict, of: Checked) -> dict[str, Any]:
    """What is said of a quotation or a claim; `pins` with the words that stand there."""
    return {
        "what": item.what,
        "verdict": item.kind,
        "faithful": item.faithful,
        "words": of.source.text[item.span.start : item.span.end],
        "start": item.span.start,
        "end": item.span.end,
        "reason": item.reason,
        "letter": item.letter,
        "also": list(item.also),
        "attributed": item.attributed,
        "score": round(item.score, 6),
        "pins": [pinned(pin, of) for pin in item.pins],
        "differences": [
            {"quoted": d.quoted, "source": d.source, "pin": span(d.pin) if d.pin else None}
            for d in item.differences
        ],
        "cautions": [
            {"why": c.why, "omitted": c.omitted, "pin": span(c.pin)} for c in item.cautions
        ],
        "within": span(item.within) if item.within else None,
    }


def pinned(item: Span, of: Checked) -> dict[str, Any]:
    """A place in a source with its words, its file and its line."""
    place = of.places[item]
    told = {"words": place.words, "file": place.path, "where": place.where, "line": place.line}
    return span(item) | told
