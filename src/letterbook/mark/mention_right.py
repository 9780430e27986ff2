"""What may follow the noun of a letter: parties and days, who gave it, what it is about.

"… of October tenth", "… to the Prime Minister", "… which Ambassador Vale handed you",
"… on the water question, dated May 5".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from letterbook.mark.mention_words import NOUN
from letterbook.mark.months import DAY, MONTH, MONTH_NAME

_YEAR = r"(?:,?\s?\[?(?:1[6-9]\d\d|20[0-4]\d)\]?)"
_FIXED = (
    rf"(?:\s?\[(?:{MONTH}\s)?\d{{1,2}}(?:st|nd|rd|th)?\])?"  # "December 7 [6]", "May 2 [April 28]"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAYS = (
    rf"(?:(?:{MONTH})\s?(?:the\s)?{DAY}{_FIXED}(?:\s?[-–]\s?\d{{1,2}}(?!\d))?{_YEAR}?"
    rf"|(?:the\s)?{DAY}{_FIXED}\s?(?:day\s)?(?:of\s)?(?:{MONTH})(?:{_YEAR}|\s\d\d(?![\w:,/–-]))?"
    rf"|(?:the\s)?{DAY}\s(?:inst(?:ant|\.)|ult(?:imo|\.)|prox(?:imo|\.)|of\s(?:this|last)\smonth)"
    r"|\d{1,2}/\d{1,2}(?:/(?:19)?\d\d)?"
    r"|the\s(?:\d{1,2}(?:st|nd|rd|d|th)|[a-z]+(?:st|nd|rd|th))(?!\s(?:[a-z]|Congress))"
    r"|(?<=\bof\s)the\s\d{1,2}(?:st|nd|rd|d|th)(?=\s(?:in|on|about|regarding|concerning|and|with|to"
    r"|from|by|which|that|enclosing|has|was|is|I|we)\b)"
    r"|(?<=\bof\s)\d{1,2}(?:st|nd|rd|d|th)(?=[,;:)]|\.(?:\s|$)|\s\d{4}\b)"
    r"|(?:yesterday|today|last\snight|this\smorning|this\sdate|even\sdate|same\sdate)"
    rf"|(?:last\s)?{_WEEKDAY}(?:\slast)?)(?!\w)"
)
"""A pattern for a day as a letter names another's."""
MONTH_ALONE = rf"{MONTH_NAME}(?:,?\s(?:of\s)?(?:1[6-9]\d\d|20[0-4]\d))?(?![\w’'-]|,?\s\d)"
"""A pattern for a month without a day: "your letter of last July", "his April 1961 note"."""
_WHOLE_MONTH = re.compile(MONTH_NAME)
_OF_MONTH = re.compile(
    r",?\s(?:of|in|from|dated|(?:dated|written|sent|received)\sin)\s(?:(?:last|early|late|mid)[\s-])?"
    rf"(?P<day>{MONTH_ALONE})"
)
_DATED = re.compile(
    rf"(?P<topic>[^.;:\n]{{0,60}}?),?\s\(?(?:under\s)?d(?:ate|t)d\.?\s(?P<day>{DAYS})(?!\s\d\d\b)\)?",
    re.I,
)
_TOPIC_MOST = 60 + len(", (under dated")
_DAY = re.compile(
    r"(?:,?\s(?:(?:dated|dtd\.?|of|on|under\sdate\sof"
    r"|(?:delivered|sent|received|written)(?:\s(?:you|me|us))?(?:\sfrom\s[A-Z]\w+)?(?:\son)?)\s)"
    r"|\s?\((?:dated\s|of\s)?|,?\s)(?:\d{4}\shours,?\s)?"
    rf"(?:about\s|last\s|evening\s|morning\s)?(?P<day>{DAYS})\)?",
    re.I,
)
NAME = (
    rf"(?!(?i:{MONTH})\s(?:\d|[a-z]+(?:th|st|nd|rd)\b))"
    r"(?:[A-Z](?:[\w’'-]|\.(?=\w))*(?:(?<=\b[A-Z])\.|(?<=\bMr|\bDr|\bJr|\bSt|\bLt)\."
    rf"|(?<=\bMrs|\bGen|\bAmb|\bSen|\bGov|\bCol|\bSec)\.)?|\((?!(?i:{MONTH})\s\d)[A-Z][\w. ]+\))"
)
"""A pattern for one word of a name; a month before a day is none."""
_JOINS = r"\s(?:of\s(?:the\s)?|for\s|de\s|and\s(?=[A-Z]))?|,\s(?=[A-Z]\w+\s(?:of|for|to)\s)"
WHO = (
    r"(?:(?:me|you|us|him|her|them)(?!\w)"
    r"|(?:(?:the|his|her|their|our|your|its)\s)?(?:(?:de|von|van)\s?(?=[A-Z]))?"
    rf"{NAME}(?:(?:{_JOINS}){NAME}){{0,7}})"
)
"""A pattern for a party: "me", "the Secretary of Trade", "Prime Minister Vale"."""
_SENT = (
    r"(?:(?:just|recently|handed|addressed|sent|signed|submitted|prepared|written|transmitted"
    r"|received|delivered|personal|just\sin)\s)?"
)
_PARTY = re.compile(rf"(?:,(?=\sfrom\s))?\s{_SENT}(?P<prep>to|from|by|for|of)\s(?P<who>{WHO})")
_GAVE = re.compile(
    r"(?:,?\s(?:which|that)\s|\s)(?P<who>you|I|he|she|they|we"
    r"|(?:(?:the|your|our|my)\s)?(?:[A-Z][\w.’-]*\s?){1,5})"
    r"\s?(?:(?:have|had|has|recently|just|so\skindly)\s)*"
    r"(?P<verb>sent|wrote|handed|gave|delivered|addressed|transmitted|forwarded|submitted|received|left)"
    r"(?!\w)(?:\s(?:to\s)?(?:me|us|you|him|her|them)(?!\w))?"
)
_ABOUT = r"(?:on|about|concerning|regarding|re|entitled|relating\sto|(?:same\s)?subject:?)"
_TOPIC = re.compile(
    rf"(?P<topic>,?\s{_ABOUT}\s?[^.;:\n]{{0,70}}?|\s[A-Z][\w-]*\d[\w-]*|,?\s“[^”;\n]{{0,70}}?),?\s"
    rf"(?:dated\s|\(|of\s(?=\d|[A-Z]\w+\s\d)|(?=\d{{1,2}}\s[A-Z]\w+\s\d{{4}}”|[A-Z]\w+\s\d{{1,2}},\s\d{{4}}”))"
    rf"(?P<day>{DAYS})[)”]?",
    re.I,
)
_SAME = re.compile(  # "the memo on the same subject to Mr. Vale"
    r"\son\s(?:(?:the|this|that|same|above)\s){0,3}subject(?=\s(?:to|from|by|of|dated)\s)"
)
_QUOTED = re.compile(r"[”\"](?=,?\s?(?:to|from|of|dated)\s)")  # "the Vale “Memorandum” to …"
_FIXED_NOUN = re.compile(r"\s?\[(?P<noun>[a-z]+)\]")  # "your letter [memorandum] of January 9"
_MINE = re.compile(r"\sof\s(?P<who>mine|yours|ours)(?!\w)")
_OWNED = {"mine": "my", "yours": "your", "ours": "our"}
_TALKED = re.compile(r"conversation|conference|memcon", re.I)
_WITH = re.compile(rf"\s(?:with|between)\s{WHO}(?:(?:,|\sand|,\sand)\s{WHO}){{0,3}}")
_THING = re.compile(
    r"(?:Conversation|Understanding|Agreement|Discussion|Law|Credit|Intent|Meeting|Transmittal"
    r"|Instruction|Information|(?:[Tt]he )?Record|Warning)s?\b"
)
_NOUN = re.compile(rf"(?<![\w-]){NOUN}(?![\w-]|['’]s\b)", re.I)
_OTHER = re.compile(
    rf"(?:\b(?:your|my|our|his|her|their|its)|['’]s)\s(?:[\w-]+\s){{0,2}}{NOUN}(?![\w-])", re.I
)
_NOUN_NEXT = re.compile(rf"['’]?s?\s(?:[a-z]+\s)?{NOUN}(?!\w)", re.I)
_SHORT_NAME = re.compile(r"(?:\b[A-Z]|Mr|Dr|Jr|Gen|St)\.$")
_TAB = re.compile(
    r"\s?\((?:copy\s|at\s|as\s|see\s)?(?:Tab|Annex|Attachment|Enclosure|attached|enclosed|inclosed)\b"
    r"|,?\s(?:at|in|as)\s(?:Tab|Annex|Enclosure)\s[A-Z\d]|\s(?:is|are)\s(?:attached|enclosed)\b"
)
_TABBED = re.compile(
    r"\s\((?:Tab|Annex|Enclosure|Attachment)\s\w{1,3}\)(?=\s(?:to|from|by)\s(?:the\s)?[A-Z])"
)
_IDLE = re.compile(  # what most often follows a noun and is no part of the phrase, for speed
    r"(?![,\s([”\"])|\s\s|\sFrom\sthe\s|,?\s(?:and|is|was|in|as|has|had|have|will|would|should|be|been|are|were|or|but|if"
    r"|can|could|not|it|at|into|so|than|when|where|who|their|its|his|her|an?|also|must|shall|did|does"
    r"|do|because|only|now|then|there)\b"
)
_AT_TAB = re.compile(
    r"\b(?:Tab|Annex|Enclosure)\s\w{1,3}\)?(?:\sis|\sare|:|\scontains)\s(?:\S+\s){0,4}$"
)
_TABS = re.compile(r"Tab|Annex|Enclosure")
_APARTS = ("septel", "separate", "follow", "succeeding")
"""Words that must stand there; looked for first, for speed."""
_APART = re.compile(
    r"[^.;:\n]{0,40}?\b(?:septels?|separately|by\sseparate|in\s(?:a\s)?separate|succeeding"
    r"|(?:immediately\s)?following\stelegram|immediately\sfollowing|follows\b)",
    re.I,
)
_APART_BEFORE = re.compile(
    r"\b(?:septels?|separate(?:ly|\s\w+)?|(?:immediately\s)?following\s(?:tel\w*|message|cable))\s"
    r"(?:[\w-]+\s){0,4}$",
    re.I,
)


def placed(before: str, after: str) -> tuple[str, ...]:
    """Where the letter is to be found, as the words around a phrase say: attached, or separate.

    >>> placed("In ", " (Tab B) the Secretary")
    ('attached',)
    >>> placed("Immediately following telegram contains text of ", "")
    ('separate',)
    """
    if _TAB.match(after) or (_TABS.search(before) and _AT_TAB.search(before)):
        return ("attached",)
    apart = _named(before) and _APART_BEFORE.search(before)
    return ("separate",) if apart or (_named(after) and _APART.match(after)) else ()


def _named(words: str) -> bool:
    small = words.lower()
    return any(word in small for word in _APARTS)


@dataclass
class Right:
    """What stands to the right of a noun: where it ends and what it tells."""

    end: int
    noun: str
    sender: str = ""
    recipient: str = ""
    days: list[str] = field(default_factory=list)
    given: bool = False
    tabbed: bool = False
    owner: str = ""


def rightward(text: str, at: int, stop: int, high: int, days: list[str]) -> Right:
    """The phrase from the noun at `at` to `stop` on; `days` are those before the noun."""
    right = Right(stop, text[at:stop], days=days)
    if not _IDLE.match(text, stop):
        _after_noun(text, right, high)
        for _ in range(5):
            if not _further(text, right, high):
                break
    late = None if right.days or not _dated(text, right.end) else _DATED.match(text, right.end)
    if late and not _NOUN.search(late["topic"]):  # "a letter of thanks, dated August 8"
        right.days.append(late["day"])
        right.end = late.end() - late[0].endswith(".")
    if not right.days and (month := _OF_MONTH.match(text, right.end)):
        right.days.append(month["day"])
        right.end = month.end()
    return right


def _dated(text: str, at: int) -> bool:
    """Whether "dated" may follow the topic."""
    near = text[at : at + _TOPIC_MOST].lower()
    return "dated" in near or "dtd" in near


def _after_noun(text: str, right: Right, high: int) -> None:
    """What stands close to the noun: an editor's noun for it, an owner, those who talked."""
    if quoted := _QUOTED.match(text, right.end, high):
        right.end = quoted.end()
    fixed = _FIXED_NOUN.match(text, right.end, high)
    if fixed and _NOUN.fullmatch(fixed["noun"]):
        right.end, right.noun = fixed.end(), fixed["noun"]
    if mine := _MINE.match(text, right.end, high):  # "a similar message of mine"
        right.end, right.owner = mine.end(), _OWNED[mine["who"]]
    if _TALKED.search(right.noun) and (talk := _WITH.match(text, right.end, high)):
        right.end, right.noun = talk.end(), f"{right.noun}{talk[0]}"


def _further(text: str, right: Right, high: int) -> bool:
    """Take in one more part of the phrase; whether there was one."""
    end = right.end
    if (day := _DAY.match(text, end, high)) and "\n\n" not in day[0]:
        right.days.append(day["day"])
        right.end = day.end() - day[0].endswith(".")
    elif (party := _PARTY.match(text, end, high)) and _is_party(text, party):
        _take_party(right, party)
    elif (subject := _SAME.match(text, end, high)) and not right.days:
        right.end = subject.end()
    elif tab := _TABBED.match(text, end, high):
        right.tabbed, right.end = True, tab.end()
    elif gave := _GAVE.match(text, end, high):
        right.given, right.end = True, gave.end()
        if gave["verb"] == "received":  # "the message that the Consul had received" came to him
            right.recipient = right.recipient or gave["who"].strip()
        else:
            right.sender = right.sender or gave["who"].strip()
    elif (
        not right.days
        and (topic := _TOPIC.match(text, end, high))
        and not _OTHER.search(topic["topic"])  # "a message mentioned in Vale's letter of May 5"
    ):
        right.days.append(topic["day"])
        right.end = topic.end() - topic[0].endswith(".")
    else:
        return False
    return True


def _take_party(right: Right, party: re.Match[str]) -> None:
    """ "to the Premier" is the recipient, "from Vale" the sender, "of Conversation" neither."""
    prep, who = party["prep"], party["who"]
    if prep in ("of", "for") and (thing := _THING.match(who)):
        right.end = party.start("who") + thing.end()
        right.noun = f"{right.noun} {prep} {thing[0]}"
        return
    if prep in ("to", "for"):
        right.recipient = right.recipient or who
    else:
        right.sender = right.sender or who
    ends_sentence = who.endswith(".") and not _SHORT_NAME.search(who)
    right.end = party.end() - ends_sentence


def _is_party(text: str, party: re.Match[str]) -> bool:
    """Whether the words are a party, not the owner of a further letter: "to the French note"."""
    who = party["who"]
    if "\n\n" in party[0] or re.search(r"['’]s\b|s['’](?!\w)", who):
        return False
    if party["prep"] == "of" and _WHOLE_MONTH.fullmatch(who.rstrip(".")):
        return False  # "your letter of May." is nobody's named May
    return not (_NOUN_NEXT.match(text, party.end()) or _NOUN.search(who))
