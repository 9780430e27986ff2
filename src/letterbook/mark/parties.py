"""Parties as headings name them: "the Assistant Secretary (Vale) to President Tredway".

`sides` cuts "A to B" into sender and recipient; `parties` cuts one side into `Name`s,
each with its personal name and office apart. Offsets count in the string given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterbook.mark.offices import ADJECTIVAL, BODIES, HEAD_NOUNS, STARTS
from letterbook.mark.party import is_person, party, rank_follows, tidy, untitled
from letterbook.model import Name

_TAKES_TO = re.compile(  # "Assistant to the Premier": this "to" is the office's own
    r"\b(?:assistants?|advis[eo]rs?|ambassadors?|representatives?|delegat(?:e|es|ion)|missions?"
    r"|counsell?ors?|envoys?|consultants?|aides?|observers?|ministers?|attorneys?|secretary"
    r"|legations?|nuncio|liaison|deput(?:y|ies)|attaché|commissioners?|accredited|response"
    r"|reply|reference|part(?:y|ies)|signator(?:y|ies)|adherents?)$",
    re.I,
)
_GLUED = re.compile(r"(?<=[a-z]{3})to (?=the [A-Z])")  # "in Marlundto the Minister", a misprint
_OF_BODY = re.compile(r"(?:Office|Bureau|Division|Department) of")
_BODY_ALONE = re.compile(r"[A-Z]{3,}\d?[ ,]*$")  # "the Port Element, HICOM": whose element it is
_WORD = re.compile(r"[^\s,()\[\];]+")
_LEAD_NOUNS = re.compile(
    r"(?:the )?((?:[A-Z][\w.’'&-]*\s){1,5}?)(?:\(|of the\b|of\b|in\b|at\b|to\b|$)"
)
_PAIR = re.compile(r"\(([A-Z][\w.’' -]+?) and ([A-Z][\w.’' -]+?)\)\s*\d{0,2}$")
_PLURAL = re.compile(
    r"((?:Prime |Foreign |Vice )?"
    r"(?:Senator|Secretar|Ambassador|Minister|President|Governor|General)|Messr)(s|ies)\b(.*)"
)
_JOINT = re.compile(r"\s*,? and (?:to |by )?|\s*[;,] (?:to )?")


@dataclass(frozen=True, slots=True)
class Party:
    """One party and where it stands in the string it was read from."""

    start: int
    end: int
    name: Name


def sides(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The ranges of sender and recipient in "A to B"; None if there is no such cut."""
    cuts = [m for m in re.finditer(r" to (?!be\b)", text) if _depth(text, m.start()) == 0]
    if not cuts and not _GLUED.search(text):
        return None
    named = [m for m in cuts[:-1] if text[: m.start()].endswith(")")]
    if named and cuts[0] is not named[0]:
        # "Assistant for Special Operations to the Secretary (Vale) to …"
        return (0, named[0].start()), (named[0].end(), len(text))
    free = [m for m in cuts if not _TAKES_TO.search(text[: m.start()].rstrip(" ,"))]
    free = [m for m in free if begins_party(text[m.end() :])] or free
    if not free and (glued := _GLUED.search(text)):
        return (0, glued.start()), (glued.end(), len(text))
    if not free and text.rstrip().endswith(")") and len(cuts) == 1:
        return None  # "the Special Assistant to the Secretary (Vale)": one party
    cut = free[0] if free else cuts[-1]
    return (0, cut.start()), (cut.end(), len(text))


def _depth(text: str, at: int) -> int:
    return text.count("(", 0, at) - text.count(")", 0, at)


def begins_party(text: str, person: bool = True) -> bool:
    """Whether `text` opens with what may begin a party: "the Embassy", "Mr."; or a name."""
    words: list[str] = _WORD.findall(text[:80])
    if words and words[0].lower() in ("the", "his", "her", "a", "an", "president's"):
        words = words[1:]
    if not words:
        return False
    first = words[0].lower()
    first = (first.rstrip(".’'s") if first.endswith("’s") else first).rstrip(".")
    if first in STARTS or first.split("-")[0] in STARTS:
        return True
    if first[:1].isdigit():
        return False
    lead = _LEAD_NOUNS.match(text)
    if lead and any(w.lower().strip(".") in HEAD_NOUNS for w in lead[1].split()):
        return True
    name = re.split(r"\s(?:of|in|at|to)\s", " ".join(words[:6]))[0].split()[:4]
    qualifies = len(words) > 1 and words[1].lower().strip(".,") in ADJECTIVAL
    return person and not qualifies and is_person(" ".join(name))


def parties(text: str) -> list[Party]:
    """One side of a heading, cut into parties.

    >>> [str(p.name) for p in parties("Secretary of State Vale and Secretary of Defense Oreno")]
    ['Vale, Secretary of State', 'Oreno, Secretary of Defense']
    >>> [str(p.name) for p in parties("the Director of the Bureau of Rivers and Harbors (Kálnor)")]
    ['Kálnor, Director of the Bureau of Rivers and Harbors']
    """
    if pair := _PAIR.search(text):
        return _pair(text, pair)
    found: list[Party] = []
    at = 0
    for cut_start, cut_end in [*_cuts(text), (len(text), len(text))]:
        piece = text[at:cut_start]
        name = party(piece)
        if name.name or name.office:
            start = at + len(piece) - len(piece.lstrip(" ,;"))
            end = at + len(piece.rstrip(" ,;" if name.name.endswith(".") else " ,;."))
            if found and not name.office and (one := _singular(found[0].name.office)):
                name = Name(name.name, one)  # "Senators A, B and C"
            found.append(Party(start, end, name))
        at = cut_end
    if found and found[0].name.name and (one := _singular(found[0].name.office)):
        found[0] = Party(found[0].start, found[0].end, Name(found[0].name.name, one))
    return found


def _pair(text: str, pair: re.Match[str]) -> list[Party]:
    """ "the Special Assistant and the Deputy Special Assistant (Vale and Oreno)": two at once."""
    offices = re.split(r" and (?:the )?", text[: pair.start()].strip())
    if len(offices) != 2:
        offices = [text[: pair.start()].strip()] * 2
    return [Party(pair.start(n), pair.end(n), Name(pair[n], tidy(offices[n - 1]))) for n in (1, 2)]


def _singular(office: str) -> str:
    """ "Senators" → "Senator"; "" for an office that is no plural."""
    match = _PLURAL.fullmatch(office)
    return match[1] + ("y" if match[2] == "ies" else "") + match[3] if match else ""


def _cuts(text: str) -> list[tuple[int, int]]:
    cuts, last = [], 0
    for match in _JOINT.finditer(text):
        left, right = text[last : match.start()].strip(), text[match.end() :]
        if _depth(text, match.start()) > 0 or right.startswith("and "):
            continue
        if _cut_at_and(left, right) if "and" in match[0] else _cut_at_comma(left, right):
            cuts.append((match.start(), match.end()))
            last = match.end()
    return cuts


def _cut_at_comma(left: str, right: str) -> bool:
    ahead = _until(right)
    if rank_follows(right) or _BODY_ALONE.match(right):
        return False
    if is_person(untitled(left)) and not right.startswith("the ") and party(ahead).office:
        return False  # "Mr. Clement Farr, Deputy to the Minister (Vale)": his own office
    if not left.endswith((")", "]")) and _OF_BODY.match(right):
        return False  # "Regional Director, Far East, Office of the Minister (Vale)"
    seat = right.lower().startswith("the ") and _post(left) and _post(right[4:])
    if not (_whole(left) or seat):
        return False
    named = party(ahead).name or (right.lower().startswith("the ") and party(left).office)
    return bool(named) and (begins_party(right) or is_person(ahead))


def _post(words: str) -> bool:
    """ "Legation in Marlund", "the Consulate in Selm": a body at a place."""
    head = re.match(r"(?:the )?(\w+) (?:in|at) [A-Z]", words)
    return head is not None and head[1].lower() in BODIES


def _cut_at_and(left: str, right: str) -> bool:
    whole, ahead = _whole(left), _until(right)
    if re.fullmatch(r"(?:the )?[A-Z]\w+", left) and re.search(
        r"(?:ers|ors|ices|ies|ions|osts)\d?$", ahead
    ):
        return False  # "Unified and Specified Commanders"
    if not whole:
        begins = begins_party(right, False) and not _open_ended(left, right)
        return begins and not _same_holder(left, right)
    if _open_object(left, right) and not begins_party(right, False) and " " not in ahead:
        return False  # "for Disarmament and Trade"
    return begins_party(right) or is_person(ahead)


def _whole(left: str) -> bool:
    """Whether the left half names somebody already."""
    return left.endswith((")", "]")) or bool(party(left).name)


def _open_object(left: str, right: str) -> bool:
    """ "Adviser for Disarmament" + "Trade": what follows may be a second object of the office."""
    of = re.search(r"\b(?:of|for)\b", left)
    return bool(of) and not left.endswith(")") and not right.startswith("the ")


def _same_holder(left: str, right: str) -> bool:
    """ "Counselor and Chairman of the Policy Council (Vale)": one person, two offices."""
    if right.startswith("the "):
        return False
    ahead = party(right)
    if not (re.match(r"[^()]+\([^()]+\)", right) or (ahead.name and ahead.office)):
        return False
    head = re.split(r" (?:of|in|at|for) |,", left)[0]  # "Counselor of the Department" is a person
    return not any(w.lower() in BODIES for w in head.split())


def _until(right: str) -> str:
    return re.split(r",| and |;", right, maxsplit=1)[0]


def _open_ended(left: str, right: str) -> bool:
    """ "Near Eastern" + "South Asian Affairs": the left half still waits for its noun."""
    if right.startswith("the ") and not re.search(r"\b(of|for|to|in|at)( the)?( \w+)?$", left):
        return False
    if re.search(r"\bof (?:State|Defense|the \w+)$", left) or not re.search(
        r"\b(for|of|on|to)\s(?:the\s)?(?:\S+\s){0,2}\S+$", left
    ):
        return False
    bare = re.sub(r"^the ", "", right)
    head = re.match(r"\w+", bare)
    post = head and head[0].lower() in HEAD_NOUNS and re.match(r"\S+\s(in|at|to|of|for)\b", bare)
    return not post
