"""Letters named by a noun: "your message of October tenth", "the President's letter to Vale".

From a noun such as "letter" the phrase is read to the left, up to its owner, and to the right,
over parties and days. What is left is a mention only if it points at one letter: "a note of
warning", "to note that", "this letter" do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from letterbook.mark.mention_gives import gives, said_in
from letterbook.mark.mention_left import leftward, subject
from letterbook.mark.mention_posts import country
from letterbook.mark.mention_right import DAYS, placed, rightward
from letterbook.mark.mention_words import COMING, NOUN, PLURAL, SENT, STEMS, STRONG
from letterbook.mark.mention_wrote import WROTE, wrote
from letterbook.mark.months import MONTH, MONTH_NAME

_NOUN = re.compile(  # its first letters are asked before all else: most words are no noun
    rf"\b(?<!-)(?=[lmtcnadrwpiLMTCNADRWPI][aeinorsAEINORS])(?i:{NOUN})(?![\w-]|['’]s\b)"
)
_SELF = re.compile(
    r"(?<!\w)(?:[Ss]eptels?|[Rr]eftels?|REFTELS?"
    r"|[Rr]eference\s(?:[Tt]el(?:egram)?s?|[Mm]essages?|[Ll]etter|[Aa]irgram|cable)"
    r"|(?:[Uu]r|[Mm]y|[Oo]ur|[Yy]our|[Rr]emy|[Rr]eur)tels?|[Uu]rlets?|[Mm]ylets?)(?!\w)"
)
_MORE = re.compile(rf"(?:,\s(?:and\s)?|\sand\s)(?:of\s)?(?P<day>{DAYS})", re.I)
_YEAR = re.compile(r",?\s1[6-9]\d\d$|,?\s20[0-4]\d$")
_THAT = re.compile(
    rf"[^.;:\n]{{0,40}}?\band\s(?P<phrase>(?:to\s)?(?:that|the\sone|another)\s(?:of|dated)\s"
    rf"(?P<day>{DAYS}))",
    re.I,
)
_THANKS = re.compile(
    r"\b(?:thank(?:ing)?\syou|thanks|grateful(?:\sto\syou)?|obliged\sto\syou)\s(?:\w+\s){0,3}?for\s$"
)
_THOUGHT = re.compile(
    r"\b(?:agree|concur|share|welcome)\w*\s(?:\w+\s){0,2}?"
    r"(?P<phrase>your\s(?:[a-z]+\s)?(?P<noun>thought|suggestion|idea))(?!\w)"
)
_YOURS = re.compile(
    rf"\b(?P<who>[Yy]ours|[Mm]ine)\sof\s(?P<day>{DAYS}|the\s\d{{1,2}}(?:st|nd|rd|th)\b)", re.I
)
_YOURS_OF = ("yours of", "Yours of", "mine of", "Mine of")
_SELVES = ("eptel", "eftel", "EFTEL", "rtel", "ytel", "rlet", "ylet")
"""Parts that words such as "Septel" hold; looked for first, for speed."""
_REFERENCE = "eference"
_TALKED = re.compile(r"con(?:versation|ference)\s(?:with|between)\s")
_THOUGHTS = re.compile(r"your\s(?:[a-z]+\s)?(?:thought|suggestion|idea)")
_POINTED = re.compile(
    r"\b(?:attached|enclosed|referenced?|ref|immediately|following|fol|preceding|foregoing|previous"
    r"|proposed|last|latest|recent|separate|subsequent|succeeding|next|earlier|above|aforementioned|accompanying)\b",
    re.I,
)
_VERB_NEXT = re.compile(
    r"\b(?:to|will|would|shall|should|please|and|I|we|must|can|not|also|may|you|they|who|did|do"
    r"|let)\s+$",
    re.I,
)
_MONTH = re.compile(MONTH, re.I)
_WHOLE_MONTH = re.compile(MONTH_NAME)
_DAY_NEXT = re.compile(r"\d{1,2}\b|[a-z]+(?:st|nd|rd|th)\b")
_SORTS = frozenset(
    "informal personal private oral secret top confidential urgent unnumbered circular draft"
    " enclosed attached previous separate following".split()
)
_RULING = ("Presidential", "Royal", "Papal")
_OWNERS = frozenset("your ur my our his her their its".split())
_SENTENCE = 120  # characters before "his" in which he is named
_LEFT = 60  # characters before a phrase that tell what it does there


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may name a letter, taken apart; `days` are the words of the days.

    `given`: somebody sent or handed it. `before` are the words that stand before the phrase, `at`
    is where its noun stands, `year` the year where another's day tells it.
    """

    start: int
    end: int
    noun: str
    owner: str = ""
    qualifiers: tuple[str, ...] = ()
    sender: str = ""
    recipient: str = ""
    days: tuple[str, ...] = ()
    given: bool = False
    before: str = ""
    at: int = 0
    year: str = ""


def phrases(text: str) -> Iterator[Phrase]:
    """Every phrase in `text` with a noun for a letter, first to last by kind of noun."""
    for match in _nouns(text):
        phrase = _phrase(text, *match.span())
        if phrase is None:
            continue
        yield _of_year(text, phrase)
        # "the two letters of December 23 and January 2": two letters
        while phrase.days and PLURAL.search(match[0]) and (more := _MORE.match(text, phrase.end)):
            phrase = replace(phrase, start=more.start("day"), end=more.end(), days=(more["day"],))
            yield phrase
        # "your letter of January 22 to my predecessor and that of February 16": two letters
        if phrase.days and (that := _THAT.match(text, phrase.end)):
            yield replace(phrase, start=that.start("phrase"), end=that.end(), days=(that["day"],))
    for said in wrote(text):
        yield Phrase(
            said.start, said.end, "letter", said.owner, (WROTE,), said.sender, said.recipient,
            (said.day,), True, _before(text, said.start), said.start,
        )  # fmt: skip
    for match in _YOURS.finditer(text) if any(word in text for word in _YOURS_OF) else ():
        owner = "your" if match["who"][0] in "yY" else "my"
        yield Phrase(*match.span(), "letter", owner, days=(match["day"],), at=match.start())
    for match in _THOUGHT.finditer(text) if _THOUGHTS.search(text) else ():
        yield Phrase(*match.span("phrase"), match["noun"], "your", given=True)
    for match in _selves(text):
        yield Phrase(*match.span(), match[0], before=_before(text, match.start()))


def _selves(text: str) -> Iterator[re.Match[str]]:
    """What `_SELF` finds, one after another: "septel", "reference telegram"."""
    starts: set[int] = set()
    for part in (*_SELVES, _REFERENCE):
        at = text.find(part)
        while at >= 0:
            low = at
            while low and text[low - 1].isalnum():
                low -= 1
            starts.add(low)
            at = text.find(part, at + 1)
    found = (_SELF.match(text, at) for at in sorted(starts))
    yield from (match for match in found if match)


def _of_year(text: str, phrase: Phrase) -> Phrase:
    """With the year that only the last day gives: "letters of July 14 and May 5, 1958"."""
    if not phrase.days or not PLURAL.search(phrase.noun) or _YEAR.search(phrase.days[0]):
        return phrase
    more = _MORE.match(text, phrase.end)
    year = _YEAR.search(more["day"]) if more else None
    return replace(phrase, year=year[0]) if year else phrase


def _nouns(text: str) -> Iterator[re.Match[str]]:
    """What `_NOUN` finds, one after another; a search for fixed letters is far quicker than it."""
    low = text.lower()
    if len(low) != len(text) or "ſ" in low:  # "İ" lowers to two characters; "meſſage"
        yield from _NOUN.finditer(text)
        return
    end = 0
    for at in sorted(_places(low)):
        if at >= end and (match := _NOUN.match(text, at)):
            end = match.end()
            yield match


def _places(low: str) -> Iterator[int]:
    """Where one of the nouns may begin."""
    for stem in STEMS:
        at = low.find(stem)
        while at >= 0:
            yield at
            at = low.find(stem, at + 1)


def _before(text: str, at: int) -> str:
    return text[max(0, at - _LEFT) : at]


def _phrase(text: str, at: int, stop: int) -> Phrase | None:
    """The phrase around the noun at `at` to `stop`; None for "a proposal" that no day tells."""
    left = leftward(text, at, 0)
    right = rightward(text, at, stop, len(text), left.days)
    if not right.days and not STRONG.match(right.noun):
        return None
    before = _before(text, left.start)
    where = placed(before + text[left.start : at], text[right.end : right.end + _LEFT])
    where = ("attached",) if right.tabbed else where
    sender = right.sender or (
        subject(text[max(0, left.start - _SENTENCE) : left.start])
        if left.owner in ("his", "her") else ""
    )  # fmt: skip
    free = left.owner in ("a", "an", "another", "the", "")
    owner = "" if sender or not free else said_in(before, text[right.end : right.end + _LEFT])
    phrase = Phrase(
        left.start, right.end, right.noun, right.owner or owner or left.owner,
        (*left.qualifiers, *where), sender, right.recipient, tuple(right.days), right.given,
        before, at,
    )  # fmt: skip
    bare = left.owner == "the" and not (
        phrase.sender or phrase.recipient or PLURAL.search(phrase.noun)
    )
    if bare and _THANKS.search(before):  # "I thank you warmly for the message"
        phrase = replace(phrase, owner="your")
    if free and not owner and (given := gives(text, left.start)):
        # "I am going to address to you a confidential letter"
        return replace(
            phrase, given=True, sender=phrase.sender or given.who,
            recipient=phrase.recipient or given.to,
            qualifiers=(
                *phrase.qualifiers, *(SENT,) * given.done,
                *(COMING,) * (given.coming and left.owner != "the"),
            ),
            days=phrase.days or ((given.day,) if given.day else ()),
        )  # fmt: skip
    return phrase


def names_letter(phrase: Phrase) -> bool:
    """Whether the phrase points at a letter, and not at this one, a verb or a thing."""
    noun, owner = phrase.noun.lower(), phrase.owner.lower()
    if owner == "this" and not phrase.days:
        return False
    if owner in ("", "a") and not phrase.days and "joint" in (q.lower() for q in phrase.qualifiers):
        return False  # "Joint State–Defense message", of itself
    if noun in ("thought", "suggestion", "idea"):
        return phrase.given
    if noun.startswith("paper") and not any(c.isdigit() for day in phrase.days for c in day):
        return False  # "read out from the paper yesterday"
    if not STRONG.match(noun):
        return bool(phrase.days) and bool(phrase.owner or phrase.sender)
    if noun.startswith("response") and not phrase.days:  # "our response actions": mostly no letter
        return phrase.given or bool(phrase.sender) or owner in ("your", "my")
    owned = owner in _OWNERS or owner.endswith(("'s", "’s", "’", "'"))
    pointed = _POINTED.search(" ".join(phrase.qualifiers)) or _SELF.fullmatch(phrase.noun)
    told = phrase.days or pointed or owned or phrase.sender or phrase.recipient or phrase.given
    told = told or (noun.startswith("aide") and owner in ("the", "an"))  # few are written
    told = told or bool(_TALKED.search(noun))
    told = told or any(capitals(phrase))  # "the Soviet note", "the motives behind Vale letter"
    return bool(told) and not _verb(phrase)


def _verb(phrase: Phrase) -> bool:
    """ "please note", "to reply", "we will cable"."""
    bare = not (phrase.owner or phrase.qualifiers or phrase.days)
    return bare and bool(_VERB_NEXT.search(phrase.before))


def capitals(phrase: Phrase) -> Iterator[str]:
    """Names before the noun: "Soviet", "Vale"; no word that only begins the sentence."""
    opens = not phrase.owner and phrase.before.rstrip(' “"')[-1:] in ("", ".", ":", "\n", ")", "]")
    words = phrase.qualifiers
    for at, word in enumerate(words):
        if _MONTH.fullmatch(word.rstrip(",")) and (
            _WHOLE_MONTH.fullmatch(word) or _DAY_NEXT.match(" ".join(words[at + 1 :]))
        ):
            continue  # "the June 29 memorandum", "an August memo" are not June's, not August's
        if word.lower() in _SORTS:
            continue  # "the Informal Memorandum" is nobody's
        named = word[:1].isupper() and not word[-1:].isdigit()  # "attachment A1 of March 2"
        if named and (at or not opens or word in _RULING or country(word)):
            yield word
