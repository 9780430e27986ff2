"""Letters known only by mention: who to whom, when, mentioned where, and what notes say of them.

Mentions that no letter of the record answers to are put together where they name the same letter:
by number and sender, or by day and parties. The key is worked out from one mention and the letter
it stands in, so a record keeps them by key and looks again only at the keys that something new has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from letterbook.link.noted import fate, printed
from letterbook.link.sides import Side, side
from letterbook.mark.mention_posts import country
from letterbook.mark.mention_wrote import WROTE
from letterbook.model import Finding, Letter, Link, Mention, Name, Span, When
from letterbook.text import plain_letters

Key = tuple[str, ...]
_HOME = "home"
_UP = re.compile(r"(?:emb|leg|con|mis|del)", re.I)
_DOWN = re.compile(r"(?:dep|circ)", re.I)
_NOUNS = {"desp": "despatch", "disp": "despatch", "aide": "note", "memo": "memorandum"}


@dataclass(frozen=True, slots=True)
class Missing:
    """A letter without a printing.

    `sender` and `recipient` in the words of the record, "" where not told; `mentions` are the
    spans that name it; `printed` the places where notes say it stands; `fate` what else they say
    ("not printed", "not found").
    """

    key: Key
    what: str
    sender: str
    recipient: str
    when: When | None
    number: str
    mentions: tuple[Span, ...]
    printed: tuple[str, ...] = ()
    fate: str = ""


def missing(
    told: Iterable[tuple[Finding, Link]],
    letters: Mapping[str, Letter],
    notes: Mapping[Span, str] | None = None,
) -> list[Missing]:
    """The letters that mentions name and the record does not hold, by key.

    In: mentions with their links, the letters they stand in by id, and the note that hangs at a
    mention by the mention's place. A mention with candidates is not missing but unsettled; one
    without day or number is taken only where a note speaks of it.
    """
    groups: dict[Key, list[Missing]] = {}
    for finding, link, note in _dated_by_notes(list(told), notes or {}):
        value, letter = finding.value, letters.get(finding.of)
        if link.to or link.candidates or not isinstance(value, Mention) or letter is None:
            continue
        one = _of(finding, value, letter, note)
        if one is not None:
            groups.setdefault(one.key, []).append(one)
    return [_together(group) for _, group in sorted(groups.items())]


def _dated_by_notes(
    told: list[tuple[Finding, Link]], notes: Mapping[Span, str]
) -> list[tuple[Finding, Link, str]]:
    """Mentions with their notes: "a letter¹" has the day that the note gives "this letter".

    What a note says of this letter is then said of the one in the text, and stands with it.
    """
    given: dict[str, tuple[Finding, Mention]] = {}
    bare: dict[str, Finding] = {}
    for finding, _ in told:
        value, note = finding.value, notes.get(finding.span)
        if note and isinstance(value, Mention):
            if value.number or (value.when and value.when.earliest):
                given.setdefault(note, (finding, value))
            else:
                bare.setdefault(note, finding)
    made = []
    for finding, link in told:
        note = notes.get(finding.span, "")
        value, source = finding.value, given.get(note)
        if note in bare and source and isinstance(value, Mention):
            of = bare[note].value
            assert isinstance(of, Mention)
            told_by = source[1]
            full = replace(of, form=told_by.form, when=told_by.when, number=told_by.number)
            finding = replace(finding, value=full)
        made.append((finding, link, note))
    return made


def key(finding: Finding, letter: Letter) -> Key | None:
    """What tells the letter that a mention names from others; None where nothing does."""
    value = finding.value
    assert isinstance(value, Mention)
    sender, recipient = ends(value, letter)
    if value.number:
        return "number", re.sub(r"[^\w]", "", value.number), _key(sender) or value.series.lower()
    if value.series == WROTE:  # "he wrote on May 5" may be of a note in a file
        return None
    when = value.when
    if when and when.earliest and when.earliest == when.latest:
        return "day", when.earliest.isoformat(), _kind(value.what), _key(sender), _key(recipient)
    return None


def _of(finding: Finding, value: Mention, letter: Letter, note: str) -> Missing | None:
    sender, recipient = ends(value, letter)
    place = key(finding, letter)
    when = value.when
    if place is None:
        if not note:
            return None
        place = ("mention", finding.id)
        sent = letter.when.latest if letter.when else None
        when = When(None, sent) if sent else None  # a letter speaks of what was written before it
    return Missing(
        place, _kind(value.what), str(sender or ""), str(recipient or ""), when, value.number,
        (finding.span,), printed(note), fate(note),
    )  # fmt: skip


def _together(group: list[Missing]) -> Missing:
    """One letter from its mentions: what any of them tells."""
    first = group[0]
    places = dict.fromkeys(place for one in group for place in one.printed)
    return Missing(
        first.key,
        first.what,
        next((one.sender for one in group if one.sender), ""),
        next((one.recipient for one in group if one.recipient), ""),
        next((one.when for one in group if one.when), None),
        first.number,
        tuple(dict.fromkeys(span for one in group for span in one.mentions)),
        tuple(places),
        next((one.fate for one in group if one.fate), ""),
    )


def ends(value: Mention, letter: Letter) -> tuple[Name | None, Name | None]:
    """Sender and recipient of the letter that is mentioned, as far as the words tell."""
    writer, addressee = _first(letter.senders), _first(letter.recipients)
    sender = _named(value.sender, letter)
    recipient = _named(value.recipient, letter)
    if value.whose == "addressee":
        return addressee, recipient or writer
    if value.whose == "writer":
        return writer, recipient or addressee
    if value.series and sender is None:
        return _counted(value.series, writer, addressee)
    return sender, recipient


def _counted(
    series: str, writer: Name | None, addressee: Name | None
) -> tuple[Name | None, Name | None]:
    """ "Embtel" ran from the embassy of the two to the capital, "Deptel" the other way."""
    if writer is None or addressee is None:
        return None, None
    home = side(writer).home
    if not home and not side(addressee).home:
        return None, None
    post, capital = (addressee, writer) if home else (writer, addressee)
    if _UP.match(series):
        return post, capital
    return (capital, post) if _DOWN.match(series) else (None, None)


def _first(names: tuple[Name, ...]) -> Name | None:
    return names[0] if names else None


def _named(words: str, letter: Letter) -> Name | None:
    if words in ("me", "us", "I"):
        return _first(letter.senders)
    if words == "you":
        return _first(letter.recipients)
    if not words or words.lower() in ("his", "her", "their", "its", "him", "them", "they", "he"):
        return None
    return Name(office=re.sub(r"['’]s?$", "", words))


def _key(name: Name | None) -> str:
    """A party as it is compared: "Moscow", "Embassy in the Soviet Union" → "soviet union"."""
    if name is None:
        return ""
    told: Side = side(name)
    if told.home or plain_letters(name.office) in ("state", "department", "dept"):
        return _HOME
    return told.post or told.surname or country(name.office) or plain_letters(name.office)


def _kind(noun: str) -> str:
    small = plain_letters(noun).rstrip("s.")
    return next((kind for start, kind in _NOUNS.items() if small.startswith(start)), small)
