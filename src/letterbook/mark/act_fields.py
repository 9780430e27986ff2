"""The terms of an act in the letter's own words: on what condition, by when.

"If the wells are reopened, we shall …", "… provided neither side is bound", "before too long".
Each answers with the place of the words in the sentence, so that they can be pointed at.
"""

from __future__ import annotations

import re

from letterbook.model import ActLabel

Piece = tuple[int, int]
"""Where words begin and end in a sentence."""

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_UNIT = (
    r"(?:days?|weeks?|months?|years?|hours?|future|end|beginning|middle|summer|autumn|fall|"
    r"spring|winter)"
)
_STOP = r"(?=\s*(?:[;.?!:—)]|$))"
_CLAUSE = r"[^;.?!—]*?"

_OPENS = re.compile(
    r"^(?:\W|But\b|However,?|And\b|Therefore,?|Moreover,?|Consequently,?|\s)*"
    r"(?P<all>(?:If|Should|Unless|Provided|In case|In the event|In the absence|Where|Whenever|"
    r"As soon as|As long as|So long as|Once|Upon|Following|Until|If)\b[^;.?!]*?)"
    r",\s(?=(?:(?:I|we|you|my|our|the|it|he|she|they|this|there|please|his|her|a|an|of course|then|"
    r"at any time|no|Israel|such|that)\b|[A-Z]))",
    re.I,
)  # fmt: skip
_WITHIN = re.compile(
    r"(?P<all>\b(?:on (?:the )?(?:condition|understanding)|provided|unless|"
    r"in (?:the )?case (?:of|one|that)|"
    r"in the event|so long as|as long as|on assurance|subject to|only if|even if|if|whenever|"
    r"upon (?:conclusion|completion|payment|receipt|the)|in the absence of|following|"
    r"as soon as (?!possible)|once (?:the|your|our|these))\b"
    rf"{_CLAUSE})(?=,\s(?:I|we|it|the|my|our|you|and|but|that|this|he|she|they)\b|;|\.|\?|!|—|$)",
    re.I,
)  # fmt: skip
_LIMIT = re.compile(
    r"(?P<all>\b(?:to the (?:greatest |fullest )?extent(?: possible| (?:that )?(?:we|it|I|"
    r"he)[^,;.]*)?|"
    r"as (?:far|much) as (?:we|I|it|possible)[^,;.]*|as (?:it|we) (?:is|are) able|"
    r"in accordance with (?!the above|your|this|that)[^,;.]*|"
    r"in (?:any|every) (?:feasible )?way(?: (?:we|I|that)[^,;.]*)?|in ways which[^;.]*|"
    r"having regard to[^;.]*|"
    r"at any time (?:we|you)[^,;.]*|within the limits? of[^,;.]*))",
    re.I,
)  # fmt: skip

_DEPENDS = re.compile(  # "such a meeting will depend upon our engagements", after its proposal
    r"\b(?:such|this|these|that|it|they)\b[^;.?!]{0,60}?\b(?P<all>(?:depends?|dependent|contingent|"
    r"conditional|conditioned) (?:up)?on\b[^;.?!]*)",
    re.I,
)

_DEADLINE = re.compile(
    r"(?P<all>\b(?!at the same time)(?:(?:by|before|until|till|after|within|for|during|in|at|"
    r"from|about|not later than) "
    r"(?:(?:the|a|an|this|that|next|coming|early|late|mid-?|very|first|few|following|your|our|"
    r"my|end of|"
    r"beginning of|middle of|course of|period|past|further|more|\w+ or \w+|\d+|two|three|four|"
    r"six|ten|"
    r"several|forthcoming|limited|not too|too|earliest|possible|mutual|all|any|current|fiscal|"
    r"Japanese|"
    rf"parliamentary|same|weeks|days|of)[ -]*){{0,6}}(?:{_UNIT}|{_MONTH}|date|time|moment|week|"
    rf"month|year|"
    rf"elections?|convenience|long|tomorrow|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
    rf"Sunday|"
    rf"noon|midnight|harvest|Easter|Christmas|1[89]\d\d|20\d\d|visit|meeting|distant future)"
    rf"(?: (?:of|in|at|from|beginning|ending|next|now|ahead|to|on) (?:the |this |last |mid-|"
    rf"next |noon, |be )?"
    rf"(?:{_MONTH}|1[89]\d\d|year|month|week|visit|\w+ing|\w+)(?: \d+(?:, \d{{4}})?)?)?"
    r"|as (?:soon|quickly|expeditiously|early|promptly) as (?:possible|it has been \w+|you can|"
    r"circumstances permit)"
    r"|(?:with(?:out|in)|with) (?:the )?(?:any |further |utmost |least |all |possible |"
    r"unnecessary |and |more )*(?:delay|speed|haste|dispatch)"
    r"|at (?:once|(?:your|an|the) (?:earliest|early|first)[\w ]{0,25}?(?:convenience|date|time|"
    r"moment|opportunity|possible time))"
    r"|(?:before (?:too )?long|in advance(?: of [\w ]{1,30})?|at this time|at any time|"
    r"this (?:week|month|year|fall|autumn|"
    r"summer|spring|winter|afternoon|evening)|next (?:week|month|year|spring|summer|autumn|fall|"
    r"Monday|Tuesday|Friday)|"
    r"tomorrow(?: \w+(?= |$))?|tonight|today|later this \w+|very soon(?: thereafter)?|soon|"
    r"shortly|immediately|promptly|"
    r"early(?= (?:reply|answer|date|agreement|response|indication|settlement|understanding))|"
    r"prompt(?= and| response| reply)|speedy|meanwhile|"
    r"pending [^,;.]*|for the (?:time being|first two years[^,;.]*|next several \w+)|later)\b))",
    re.I,
)  # fmt: skip
_EVENT = re.compile(
    rf"(?P<all>\b(?:until|before|as soon as|when|not before|till) (?:after )?(?:we|I|you|our|"
    rf"the|he|they|being|it)\b{_CLAUSE})"
    rf"(?=,|;|\.|\?|!|—|$)",
    re.I,
)
_AGREED = re.compile(r"(?P<all>\bat a (?:time|date|place) to be [^,;.]*[^,;.\s])")
_VAGUE = re.compile(r"^(?:now|later|soon|today|meanwhile|promptly|immediately|shortly)$", re.I)


def condition(words: str) -> Piece | None:
    """Where a condition stands in a sentence: an event it hangs on, or else a limit."""
    for pattern in (_OPENS, _WITHIN, _LIMIT):
        if match := pattern.search(words):
            return match.span("all")
    return None


def depends(words: str) -> Piece | None:
    """Where a sentence says what the thing of the sentence before it depends on."""
    match = _DEPENDS.search(words)
    return match.span("all") if match else None


def hangs(words: str) -> bool:
    """Whether a condition is an event or an act, and not a mere limit ("as far as we are able")."""
    return not _LIMIT.match(words)


def deadline(words: str) -> Piece | None:
    """Where it stands by when, or for how long; a day or a term before a mere "soon"."""
    if agreed := _AGREED.search(words):  # "who will come at a time to be mutually agreed upon"
        return agreed.span("all")
    found = [m.span("all") for m in _DEADLINE.finditer(words)]
    firm = [piece for piece in found if not _VAGUE.match(words[slice(*piece)])]
    event = _EVENT.search(words)
    if firm:
        return max(firm, key=lambda piece: piece[1] - piece[0])
    if event:
        return event.span("all")
    return found[0] if found else None


_UNCONDITIONAL = frozenset(("question", "report", "refuse"))
"""Labels whose "if" is not taken for a condition: what a question hangs on may be all it names."""


def set_apart(label: ActLabel, words: str) -> list[Piece]:
    """The pieces of a sentence that are the terms of an act, and do not name its matter."""
    own = None if label in _UNCONDITIONAL else condition(words)
    return [piece for piece in (own, deadline(words)) if piece]
