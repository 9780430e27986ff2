"""Whose a letter is that a verb tells of: "Mr. Vale has sent the Premier a letter", "as I said in".

The giver is the last subject before the verb. What stands between may be long ("now that the
President has sent", "I am going to address to you"), and a sentence may open with capitals that are
nobody ("In addition, the Chancellor had written").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from letterbook.mark.mention_right import DAYS, NAME, WHO

_VERB = (
    r"(?P<verb>(?:sen(?:ds?|t|ding)|address(?:ed|ing)?|writ(?:e|ing|ten)|wrote|gave|giv(?:e|en|ing)"
    r"|hand(?:ed|ing)?|deliver(?:ed|ing)?|forward(?:ed|ing)?|transmit(?:ted|ting)?)(?!\w))"
)
_GIVING = re.compile(rf"(?<!\w){_VERB}\s(?:to\s)?(?P<to>{WHO})?\s*$")
_HOLDS = re.compile(r"sen[dt]|addr|writ|wrote|giv|gave|hand|deliv|forw|transm")
"""What those verbs hold; looked for first, for speed."""
_OPENERS = (
    r"(?!(?:A|About|After|All|Although|And|Any|As|At|Because|Before|But|By|During|Each|For|From"
    r"|Full|Text|Copy|Copies|Original|Following|However|If|In|Instead|It|Its|Last|Later|Meanwhile"
    r"|My|Next|No|Nor|Not|Now|Of|On|Once|One|Or|Our|Since|So|Some|Soon|Such|That|The|Then|There"
    r"|These|This|Those|Though|Thus|Today|To|Until|Upon|We|What|When|Where|Whether|Which|While|Who"
    r"|Why|With|Yesterday|Yet|Your)\b)"
)
_OWN = r"(?:[Tt]he|[Mm]y|[Oo]ur|[Yy]our|[Hh]is|[Tt]heir)"
_JOINS = r"\s(?:of\s(?:the\s)?|for\s|de\s|and\s(?=[A-Z]))?"
_SUBJECT = re.compile(
    r"(?<![\w’'])(?P<who>(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou)(?![\w’'.])"
    rf"|(?:{_OWN}\s)?{_OPENERS}{NAME}(?:{_JOINS}{NAME}){{0,7}})(?=\s[a-z]|\s*$)"
)
_NO_SUBJECT = re.compile(
    r"(?:\b(?:to|of|from|with|by|in|on|at|for|about|than|between|re|via|toward|under|against"
    r"|ask(?:ed|ing|s)?|tell|told|telling|instruct\w*|request\w*|want\w*|authoriz\w*|urg\w+"
    r"|direct\w*|enabl\w*|have|let|inform\w*)\s|[“\"(])$"
)
"""What stands before somebody who gives nothing: "I asked Vale to send", "the talk with Vale"."""
_WRITES = re.compile(r"send|sent|addr|wr|forw|transm")
_DONE = re.compile(r"sent|sends|wrote|written|\w+ed")
_NOT_YET = re.compile(r"\b(?:will|would|shall|should|may|might|could|can|must|to)\s(?:\w+\s){0,3}$")
_ON = re.compile(
    rf"(?:\bon\s(?:the\s(?:morning|afternoon|evening|night)\sof\s)?|(?:^|,\s))(?P<day>{DAYS})", re.I
)
"""The day on which he sent it, told before: "On May 5 the Premier sent me a note"."""
_SPEAKERS = frozenset(("I", "we", "We", "you", "You", "he", "He", "she", "She", "they", "They"))
_TELLS = (
    r"(?:said|say|stated?|report(?:ed)?|wrote|written|suggest(?:ed)?|express(?:ed)?|mention(?:ed)?"
    r"|indicat(?:ed?)|set\sforth|recommend(?:ed)?|propos(?:ed?)|describ(?:ed?)|outlin(?:ed?)"
    r"|inform(?:ed)?|advis(?:ed?)|ask(?:ed)?|request(?:ed)?|rais(?:ed?)|convey(?:ed)?|told|explain(?:ed)?)"
)
_SAID_IN = re.compile(
    rf"(?<!\w)(?P<who>I|[Ww]e|[Yy]ou)\s(?:(?:have|had|also|already|so)\s){{0,2}}{_TELLS}"
    r"(?:\s(?!that\b)\w+){0,4}?\s(?:in|by)\s$"
)
_IN_IT = re.compile(r"(?:^|[\s“(])(?:[Bb]y|[Ii]n)\s(?:reply\sto\s)?$")
_WHO_SAID = re.compile(rf",?\s(?P<who>I|we|you)\s(?:(?:have|had|also)\s){{0,2}}{_TELLS}(?!\w)")
_OWNERS = {"I": "my", "we": "our", "We": "our", "you": "your", "You": "your"}
_REACH = 110  # characters before the phrase in which the giver stands
_NEAR = 60  # characters before it in which the verb stands


class Gives(NamedTuple):
    """Who gives a letter to whom, in words of the text.

    `done` if he has sent it, `day` when, `coming` if he is to.
    """

    who: str
    to: str
    done: bool
    day: str = ""
    coming: bool = False


def gives(text: str, start: int) -> Gives | None:
    """What the words before the letter that is named at `start` say of its giving.

    >>> text = "In addition, Premier Vale had written Mr. Farr a letter."
    >>> gives(text, text.index("a letter"))[:3]
    ('Premier Vale', 'Mr. Farr', True)
    >>> text = "I have asked Mr. Hale to hand you a letter."
    >>> gives(text, text.index("a letter"))[:3]
    ('I', 'you', False)
    """
    before = text[max(0, start - _REACH) : start]
    if not _HOLDS.search(before, max(0, len(before) - _NEAR)):
        return None
    before = re.split(r"[;:\n]|(?<=[a-z)]{2})\.\s", before)[-1]
    verb = _GIVING.search(before)
    if verb is None:
        return None
    left = before[: verb.start()]
    named = [
        m for m in _SUBJECT.finditer(left)
        if not _NO_SUBJECT.search(left, 0, m.start())
        and not m["who"].endswith(("'s", "’s", "s'", "s’"))  # "Orvane's proposals were sent"
    ]  # fmt: skip
    if not named:
        return None
    who, between = named[-1]["who"].strip(), left[named[-1].end() :]
    if not _WRITES.match(verb["verb"]):  # who hands a letter over need not have written it
        return Gives(who if who in _SPEAKERS else "", verb["to"] or "", False)
    coming = bool(_NOT_YET.search(between))
    done = bool(_DONE.fullmatch(verb["verb"])) and not coming
    day = _ON.search(left) if done else None
    return Gives(who, verb["to"] or "", done, day["day"].rstrip(".") if day else "", coming)


def said_in(before: str, after: str) -> str:
    """The owner of a letter in which somebody who speaks here said something; "" if none told.

    >>> said_in("as I said in ", ""), said_in("By ", " you informed my predecessor")
    ('my', 'your')
    """
    match = _SAID_IN.search(before) if before.endswith(("in ", "by ")) else None
    if match is None and _IN_IT.search(before):
        match = _WHO_SAID.match(after)
    return _OWNERS[match["who"]] if match else ""
