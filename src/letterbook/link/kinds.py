"""Kinds: whether a noun of the text may name a letter of some kind, and whether it is its own.

A "letter" may have come by telegram, a "message" may be a letter; a talk's memorandum is no other.
"""

from __future__ import annotations

import re

from letterbook.link.entry import Entry
from letterbook.link.sides import spoken
from letterbook.link.way import carried
from letterbook.model import Mention
from letterbook.text import plain_letters

TALK = re.compile(
    r"(?:of|for) (?:an? |the |my |our |his |your )?(?:conversation|conference|record|discussion"
    r"|meeting)|(?:memo(?:randum)? |mem)con|memo(?:randum)? con(?:versation|ference)"
)
_TALKED = re.compile(
    r"memorandum of (?:an? |the )?(?:tele\w+ )?(?:conversation|conference|meeting)"
)
RECORD = re.compile(r"\bfor (?:the )?record\b", re.I)
_WRITTEN = ("letter", "note", "aide")
PRIVATE = ("letter", "message", "communication", "msg", "repl", "response")


def kind_fits(value: Mention, e: Entry, me: Entry | None = None) -> bool:
    """Whether a noun of the text may name a letter of this kind."""
    noun, kind = plain_letters(value.what), e.letter.kind
    if TALK.search(noun) or kind in ("memcon", "minutes"):
        return bool(TALK.search(noun)) and kind in ("memcon", "memorandum", "minutes")
    wired = kind in ("telegram", "airgram") and not (carried(e) or personal(e))
    if noun.startswith(_WRITTEN) and wired:
        return False  # a telegram that carries nothing is no "letter", "note"
    if noun.startswith(PRIVATE):
        if kind in ("memorandum", "paper", "report"):
            return noun.startswith(("repl", "resp", "comm"))
        return True
    if noun.startswith(("tel", "cable", "wire", "ur", "my", "our")):
        return kind in ("telegram", "airgram", "message", "")
    if noun.startswith("memo"):
        brought = any(told.letter.kind == "memorandum" for told in e.told)
        return brought or kind in ("memorandum", "letter", "paper", "report", "")
    if noun.startswith(("note", "aide")):
        return kind in ("note", "letter", "telegram", "message", "")
    if noun.startswith("paper"):
        return kind in ("paper", "report", "memorandum", "note", "")
    if noun.startswith("airgram"):
        return kind in ("airgram", "")
    if noun.startswith(("desp", "disp")):
        return kind in ("despatch", "")
    return True


def personal(e: Entry) -> bool:
    """Whether a telegram runs from person to person: "From President Vale to the Premier"."""
    sides = (*e.senders, *e.recipients)
    return len(sides) > 1 and all(s.surname and not (s.post or s.home) for s in sides)


def of_government(value: Mention) -> bool:
    """Whether the words give it to a government, not to a person: "the Tolmarian letter"."""
    proper, office, where = spoken(value.sender)
    return bool(where) and not proper and office <= {"government"}


def strictly(value: Mention, e: Entry) -> bool:
    """Whether the noun is the letter's own kind."""
    noun, kind = plain_letters(value.what), e.letter.kind
    if TALK.search(noun):
        # "Memorandum of a Conference With the President" tells a talk, too
        talk = kind == "memorandum" and _TALKED.search(plain_letters(e.letter.heading))
        return kind == "memcon" or bool(talk) or (" for " in noun and kind == "memorandum")
    if e.told and noun.startswith(PRIVATE):
        return True
    if noun.startswith(_WRITTEN) and any(strictly(value, told) for told in e.told):
        return True  # "the exchange of notes verbales", which telegrams bring
    return (bool(kind) and noun[:4] == kind[:4]) or (noun.startswith("aide") and kind == "note")


def recorded(value: Mention) -> bool:
    """Whether it is a "memorandum for the record", whose heading names nobody."""
    return bool(RECORD.search(value.what))


def named(value: Mention, e: Entry) -> bool:
    """Whether the letter itself is of the kind named, not only what it says it carries."""
    noun = plain_letters(value.what)
    own = noun[:4] == e.letter.kind[:4] or (noun.startswith("aide") and e.letter.kind == "note")
    return bool(e.letter.kind) and own


def units(found: list[Entry]) -> list[Entry]:
    """One a printing: the letter carried rather than the telegram that carries it."""
    held: dict[str, Entry] = {}
    for e in found:
        if e.unit not in held or (e.letter.inside and e.letter.kind and e.letter.senders):
            held[e.unit] = e
    return list(held.values())
