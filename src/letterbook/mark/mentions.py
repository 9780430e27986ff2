"""Mentions: where a letter names another letter.

"your message of October tenth", "the Soviet note of January 31", "Embtels 2644, 2676 and 2680",
"my last letter". Each is a finding of its own; which letter it means is asked of `link`.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from letterbook.mark.mention_days import day_named, letter_days, note_day
from letterbook.mark.mention_does import OPENING, answerer, body_starts, does
from letterbook.mark.mention_he import he
from letterbook.mark.mention_numbers import Numbered, numbered
from letterbook.mark.mention_phrases import Phrase, capitals, names_letter, phrases
from letterbook.mark.mention_words import SENT, SERIES, whose
from letterbook.mark.sheet import rule
from letterbook.model import Finding, Furniture, Mention, Source, Span

BY = rule("mentions")
_COUNTED = re.compile(SERIES)
_BEFORE_OWN = re.compile(r"\d+/$")  # "256063/Todel 1287.": both are its own
_HEAD = ("heading", "dateline", "number", "telegram")
_HE = ("his", "her", "he", "she", "He", "She")
Hit = Numbered | Phrase


def mentions(source: Source, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Every mention of a letter in `source`, of the letter it stands in, in order.

    In: a marked source. Out: findings of kind "mention"; the `because` of one by number is the
    number itself.
    """
    text = _unbroken(source.text, findings)
    letters = sorted((f for f in findings if f.kind == "letter"), key=lambda f: f.span.start)
    starts = [f.span.start for f in letters]
    notes = [f.span for f in findings if f.kind == "note"]
    bodies, days, own = body_starts(findings), letter_days(findings), _own(findings, letters)
    made: list[Finding] = []
    for hit in _hits(text):
        if _is_own(text, hit, own):
            continue
        of = _letter_at(letters, starts, hit.start)
        day = days.get(of) or days.get("") or note_day(text, notes, hit.start)
        value = _numbered(hit, day) if isinstance(hit, Numbered) else _phrase(hit, day)
        told = value.form == "dated" or SENT in value.series.split()
        if told and value.sender in _HE:
            value = replace(value, sender=he(text, hit.start, hit.end) or value.sender)
        opening = 0 <= hit.start - bodies.get(of, -OPENING) < OPENING
        value = replace(value, does=does(text, hit.start, hit.end, value.whose, opening))
        span = Span(source.id, hit.start, hit.end)
        made.append(Finding(span, "mention", value, BY, of, _number_at(source, hit)))
    return tuple(made)


def _unbroken(text: str, findings: Sequence[Finding]) -> str:
    """The text with blanks, as many as there were characters, where a page ends in a sentence."""
    for finding in findings:
        if isinstance(finding.value, Furniture) and "\n" not in finding.value.join:
            start, end = finding.span.start, finding.span.end
            while text[start - 1 : start].isspace():
                start -= 1
            while text[end : end + 1].isspace():
                end += 1
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _hits(text: str) -> list[Hit]:
    """Numbered mentions, and phrases that hold none of them, in order."""
    numbers = list(numbered(text, 0, len(text)))
    starts = [n.start for n in numbers]
    hits: list[Hit] = list(numbers)
    last = -1
    for phrase in sorted(phrases(text), key=lambda p: p.start):
        at = bisect_right(starts, phrase.end) - 1
        if at >= 0 and numbers[at].end > phrase.start:
            continue
        if phrase.start < last <= phrase.at and phrase.recipient:
            # "by separate telegram message from the President to the King"
            phrase = replace(phrase, start=phrase.at, owner="")
        if phrase.start >= last and names_letter(phrase):
            hits.append(phrase)
            last = phrase.end
    return sorted(hits, key=lambda hit: (hit.start, hit.end))


def _number_at(source: Source, hit: Hit) -> tuple[Span, ...]:
    """Where the number itself stands."""
    if isinstance(hit, Phrase):
        return ()
    return (Span(source.id, hit.at, hit.at + len(hit.number)),)


def _own(findings: Sequence[Finding], letters: Sequence[Finding]) -> list[Finding]:
    """What stands at the head of a letter and is its own: heading, dateline, numbers."""
    first = {f.of for f in letters[:1]}
    return [f for f in findings if f.kind in _HEAD and (f.kind != "heading" or f.of in first)]


def _is_own(text: str, hit: Hit, own: Sequence[Finding]) -> bool:
    """Whether the words are the letter's own number or heading: "Delga 41." that opens a line."""
    over = [f.kind for f in own if f.span.start < hit.end and hit.start < f.span.end]
    if "heading" in over or "dateline" in over:
        return True
    counted = not isinstance(hit, Phrase) and text[hit.end : hit.end + 1] == "."
    if not over and not counted:
        return False
    line = text.rfind("\n", 0, hit.start) + 1
    opens = not _BEFORE_OWN.sub("", text[line : hit.start]).strip()
    if opens and over:
        return True
    if isinstance(hit, Phrase) or not opens or not counted:
        return False
    # "Polto A–234." that no rule took for the telegram's number
    return bool(_COUNTED.fullmatch(hit.series)) and not any(f.kind == "telegram" for f in own)


def _letter_at(letters: Sequence[Finding], starts: Sequence[int], at: int) -> str:
    """The innermost letter that holds the offset, else the first; "" where there is none."""
    for index in range(bisect_right(starts, at) - 1, -1, -1):
        if letters[index].span.end > at:
            return letters[index].of
    return letters[0].of if letters else ""


def _numbered(hit: Numbered, day: datetime.date | None) -> Mention:
    sender, recipient = hit.post, ""
    if hit.where:
        sender, recipient = (sender, hit.where) if hit.way == "to" else (hit.where, recipient)
    return Mention(
        form="numbered",
        what=hit.noun or ("" if hit.series.isupper() else "telegram"),
        whose=whose(hit.owner or hit.series),
        sender=sender,
        recipient=recipient,
        series=hit.series,
        number=hit.number,
        when=day_named(hit.day, day) if hit.day else None,
        copies=hit.copies,
    )


def _phrase(hit: Phrase, day: datetime.date | None) -> Mention:
    when = day_named(hit.days[0] + hit.year, day) if hit.days else None
    when = replace(when, stated=hit.days[0]) if when and hit.year else when
    side = whose(hit.owner or hit.noun)
    if hit.given and hit.owner not in ("your", "my", "our"):  # "I shall send you a letter"
        givers = {"I": "my", "we": "our", "We": "our", "you": "your", "You": "your"}
        side = whose(givers.get(hit.sender, "")) if hit.sender in givers else side
    return Mention(
        form="dated" if when else "undated",
        what=hit.noun,
        whose=side,
        sender=_sender(hit, side),
        recipient=hit.recipient or (answerer(hit.before) if side != "addressee" else ""),
        series=" ".join(word.lower() for word in (*_article(hit), *hit.qualifiers)),
        when=when,
    )


def _article(hit: Phrase) -> tuple[str, ...]:
    """ "a letter", "another letter" may be any; the word is kept."""
    return (hit.owner,) if hit.owner in ("a", "an", "another") else ()


def _sender(hit: Phrase, side: str) -> str:
    """The sender in words of the text: after "from", before "'s", or a name before the noun."""
    if hit.sender in ("The", "This", "That"):
        hit = replace(hit, sender="")
    if hit.owner.endswith(("'s", "’s", "'", "’")):
        if hit.owner.startswith("Your "):  # "Your Excellency's letter"
            return ""
        return hit.sender or re.sub(r"['’]s?$", "", hit.owner)
    if hit.owner in ("his", "her", "their", "its"):
        return hit.sender or hit.owner
    if hit.sender or side != "other":
        return hit.sender
    return " ".join(capitals(hit))
