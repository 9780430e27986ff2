"""What the writer of a letter does with a sentence: he asks, proposes, promises, accepts, refuses.

A label orders a brief and is never evidence: the words themselves stand beside it. So only a plain
first person counts ("we undertake"), and a doubtful sentence gets no label.
"""

from __future__ import annotations

import re
from typing import Literal

from letterbook.mark.months import MONTH

Does = Literal["Asks", "Proposes", "Promises", "Accepts", "Refuses", ""]

_WE = (
    r"(?:I|we|(?:my|our) (?:\w+ )?(?:Government|Ministry|country|side)|this (?:Government|Ministry)"
    r"|the (?:Royal|Imperial) Government)"
)
_WILL = r"(?:would|should|shall|will|could|can|may|do|must|wish to|want to|have to)"
_ALSO = r"(?:also |therefore |again |earnestly |only |now |gladly |hereby |readily )?"
_PATTERNS: tuple[tuple[Does, re.Pattern[str]], ...] = (
    ("Refuses", re.compile(
        rf"\b(?:{_WE}\b[^.;,]{{0,40}}?\b(?:(?:cannot|can not|could not|am unable to|are unable to"
        r"|is unable to) (?:\w+ )?(?:accept|agree|consent|comply|concur|permit|allow|admit|give"
        r"|grant|undertake|recogni[sz]e)|refuses? to|declines? to|rejects?\b)"
        r"|(?:is|are|would be) (?:wholly |quite |totally |completely |entirely )?unacceptable\b"
        r"|\bnot (?:in a position|prepared|willing|disposed) to\b)", re.I)),
    ("Accepts", re.compile(
        rf"\b{_WE} {_ALSO}(?:(?:{_WILL}|am|are|is) )?{_ALSO}(?:glad to |happy to |pleased to "
        r"|prepared to |ready to |willing to )?(?:accepts?|agrees? (?:to|with|that)|concurs?"
        r"|consents?|approves?)\b", re.I)),
    ("Asks", re.compile(
        rf"\b(?:{_WE} (?:{_WILL} )?{_ALSO}(?:ask|beg|request|urge|appeal to|enquire|inquire)s?\b"
        r"(?! (?:me|us) to (?:say|add|thank)| leave| to (?:say|remain|assure))"
        r"|(?:should|would) be (?:much |most |very )?(?:obliged|grateful)"
        r" (?:for|if|to (?:you|have))"
        r"|would appreciate (?:your|if|it if|receiving)|you are (?:requested|asked|instructed)"
        r"|\bplease (?!accept|be assured|find|convey)"
        r"|(?<!to )(?<!in )request (?:you|that|your|instructions|authori[sz]ation)\b"
        r"|let me know|I (?:trust|hope) (?:that )?you (?:will|can|may))",
        re.I)),
    ("Asks", re.compile(r"\?[”\"’')\]]*$")),
    ("Proposes", re.compile(
        rf"\b(?:{_WE} (?:{_WILL} )?{_ALSO}(?:proposes?|suggests?|recommends?|offers? (?:to|you))\b"
        rf"|{_WE} (?:would|should) (?:gladly|be (?:very )?(?:glad|happy|prepared|willing) to)"
        r"|my (?:proposal|suggestion|recommendation) is|it is (?:proposed|suggested))", re.I)),
    ("Promises", re.compile(
        rf"\b{_WE} {_ALSO}(?:{_WILL} )?{_ALSO}(?:undertakes?|promises?|pledges?|guarantees?"
        r"|gives? (?:you )?(?:my|our|its) (?:word|assurance)|assures? you that"
        r"(?! (?:I|we) (?:have|had|am|are|do|did)))\b"
        rf"|\b{_WE} (?:shall|will) {_ALSO}(?!not\b|be\b|only|say|try|hope|welcome|have"
        r"|recall|remember|know|see|find|understand|agree|appreciate|forgive|doubt"
        r"|take the liberty)\w+", re.I)),
)  # fmt: skip
_SUPPOSED = re.compile(r"\b(?:if|while|whether|though|although|unless|when|until|that)\s\Z", re.I)
_TOLD = re.compile(  # in narrative and of third persons
    r"\b(?:pledged|promised|undertook|proposed|offered|asked|requested|demanded|accepted|agreed"
    r"|refused|rejected|declined|guarantee[sd]?|assured|assurance|insisted|announced|signed)\b",
    re.I,
)
_COURTESY = re.compile(
    r"^[“\"]?(?:I (?:have|had) the honou?r|I have (?:\w+ )?(?:received|read)|(?:My )?dear\b|Yours\b"
    r"|With (?:best|kind|warm|sincere|great respect|high)|Please accept|I avail|Accept,"
    r"|I (?:hope|trust) (?:that )?(?:this|you (?:are|had|have|and (?:your|Mrs)))\b"
    r"|(?:Let me|May I|I (?:wish|want|should like|would like) to) (?:first |again |also )?"
    r"(?:thank|congratulate|express my|extend|convey)|Thank you|Many thanks|Thanks\b"
    r"|I (?:am|was) (?:most |very |deeply )?(?:grateful|pleased|glad|happy|sorry|delighted)"
    r" (?:(?:not )?to (?:have|receive|hear|learn|note)|for|that you)|I appreciated? your"
    r"|I remain|I am, "
    r"|I have before me"
    r"|(?:Sent|Repeated) (?:to )?(?:Department|Dept)|(?:Department|Dept)"
    r" (?:please )?(?:repeat|pass)\b"
    r"|Allow me to (?:offer|congratulate|express|thank)|(?:For )?[Ee]yes only\b|No distribution"
    r"|(?:Ref|Re|Dep|Emb|Leg|Con)\w{0,5}tels?\b[^.]{0,60}\d[^.]{0,30}\.?$"
    r"|I look forward|(?:The )?[Rr]eference is made)"
    r"|\b(?:highest consideration|best wishes|good wishes|warm regards|kind regards|sincere regards"
    r"|renewed assurances?|happy new year)\b",
)


_WIRE = (
    r"(?:Dep(?:t|cir)?tel|Embtel|Contel|Legtel|Tosec|Secto|Cirtel|Deptels|Embtels|[Tt]elegrams?|[Tt]els?"
    r"|[Dd]espatch(?:es)?|[Nn]os?\b\.?|[Dd]ept|[Rr]ptd|[Rr]epeated)"
)
_APPARATUS = re.compile(
    # "Your 139 and 140." "Reference: Embtel 1211, repeated Paris 45."
    rf"(?:Re|Ref|Refs|Reference|Reur|Reurtel|Remytel|Your|My|Our|{_WIRE})\b[\s:]*(?:(?:{_WIRE}|and|to|of"
    rf"|from|{MONTH} \d{{1,2}}|[A-Z][a-z]+|\d[\d,./–-]*)[\s,.;:]*)*\Z"
    r"|(?:Sent|Rptd|Repeated|Passed|Pass)\b.{0,60}\b(?:info|information|rptd|repeated)\b.{0,60}\Z"
    r"|(?:Dept|Department|Embassy)(?: please)? (?:pass|repeat|rpt)\b"
    r"|(?:Eyes [Oo]nly |Personal )?(?:[Ff]or|From) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*"
    r"(?: (?:from|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*)?\W*\Z"
    r"|(?:TELCON|MEMCON|LIMDIS|EXDIS|NODIS|NOFORN|NIACT|PRIORITY|Verbatim [Tt]ext|(?:End|Begin) "
    r"(?:[Tt]ext|[Ss]ummary|[Qq]uote))\b[^.]{0,70}\.?\Z"
)


def apparatus(words: str) -> bool:
    """Whether it is a telegram's head or routing: for whom, to whom repeated, which wire is meant.

    >>> apparatus("Your 139 and 140."), apparatus("Sent Paris 12, repeated information London 3.")
    (True, True)
    >>> apparatus("Your 139 was read to the King and to his Minister.")
    False
    """
    return bool(_APPARATUS.match(words))


def does(words: str) -> Does:
    """What the writer does with this sentence, "" where his words do not plainly say it.

    "If we accept what they say" accepts nothing.

    >>> does("I would gladly receive any representative whom you may name.")
    'Proposes'
    >>> does("We shall open the gates on Monday."), does("The gates stood open.")
    ('Promises', '')
    """
    for label, pattern in _PATTERNS:
        for match in pattern.finditer(words):
            if not _SUPPOSED.search(words, 0, match.start()):
                return label
    return ""


def tells_of_acts(words: str) -> bool:
    """Whether it tells of a promise, a proposal, a demand: "Morvény promised that the crews …"."""
    return bool(_TOLD.search(words))


def courteous(words: str) -> bool:
    """Whether it is thanks or regards, or says only that a letter has come."""
    return bool(_COURTESY.search(words))
