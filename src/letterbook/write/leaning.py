"""Sentences that lean on what stands before them: "He refused." Who?"""

from __future__ import annotations

import re

from letterbook.text import plain_letters

_POINTS_BACK = re.compile(
    r"[“\"‘'(\[]*(?:He|She|They|His|Her|Hers|Their|Theirs|Them|Him|It|Its|This|That|These|Those"
    r"|Such|So|Then|There(?:after|upon|fore|by)|Both|Neither|Either|Each|Others?|Another"
    r"|The (?:two|three|latter|former|same|other|others|first|second|third|above|said|following)"
    r"|Here|Hence|Thus|But|Yet|Or|Nor|Still|Nevertheless|Nonetheless|However|Instead|Otherwise"
    r"|On the (?:other hand|contrary)|In (?:this|that|these|those|such)|Under (?:this|these)"
    r"|At (?:this|that)|For (?:this|that|these)|(?:If|When|While|Although|Though|After|Before"
    r"|Because|As|Unless|Since) (?:he|she|it|they|this|that|these|so|not)\b"
    r"|(?:The|Its|His|Her|Their) (?:extent|degree|manner) (?:to|in) which"
    r"|Not (?:so|at all)|Perhaps not|None did|Yes|No)\b"
)
_STANDS = re.compile(
    r"[“\"‘'(\[]*(?:(?:This|That) (?:Government|Embassy|Legation|Department|Ministry|Office|country"
    r"|Republic|Kingdom|Mission|message|letter|telegram|morning|afternoon|evening|week|month|year)\b"
    r"|It (?:is|was|has been|would be|seems|appears|will be|may be) (?:\w+ ){0,3}?that\b"
    r"|It (?:is|was|would be|seems|may be) (?:\w+ )?(?:(?:im)?possible|necessary|important|hard"
    r"|easy|difficult|better|best|time|wise|intended|hoped|proposed|planned|essential"
    r"|premature) to\b"
    r"|There (?:is|are|was|were|has|have|can|will)\b|Both (?:the|our|sides|Governments)\b"
    r"|No [a-z]+|Such is\b|Here (?:in|at)\b)"
)
_POINTS_ON = re.compile(
    r":[”\"]?\Z|\b[Tt]he following (?:[a-z]+ ){0,3}[a-z]+\.?\Z|\bas follows\W*\Z"
    r"|\b(?:one|a|two|three) (?:further |last |more )?(?:things?|questions?|points?|requests?"
    r"|matters?)(?: \w+){0,4}\.\Z"
)
_SOME = "(?:an?|one|two|three|four|five|another|several|some|many|few)"
_NAMES_AGAIN = re.compile(r"The ([a-z]{4,})\b")


def leans(words: str, before: str = "") -> bool:
    """Whether the sentence needs the one before it to be understood.

    `before` is that sentence: "The letter intimated …" after "… with an unsigned letter".

    >>> leans("They were released in May."), leans("It was agreed that they be released.")
    (True, False)
    """
    if words[:1].islower():  # "what value is attached to …": an item of a list
        return True
    if _POINTS_BACK.match(words) and not _STANDS.match(words):
        return True
    again = _NAMES_AGAIN.match(words)
    if not again or not before:
        return False
    return bool(re.search(rf"\b{_SOME}\b[^.]{{0,40}}\b{again[1]}\b", plain_letters(before)))


def points_on(words: str) -> bool:
    """Whether the sentence says nothing without the one after it.

    >>> points_on("I am authorized to give you the following assurance.")
    True
    """
    return bool(_POINTS_ON.search(words))
