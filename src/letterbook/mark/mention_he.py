"""Whose "his letter" is: the person that the words around speak of.

"The Premier spoke in his letter of May 5", "I thanked Ambassador Vale for his note of May 5"; and
where the sentence only then names him, "In his telegram of August 1, Ambassador Vale reports".
"""

from __future__ import annotations

import re

from letterbook.mark.mention_left import GIVEN_TO
from letterbook.mark.months import MONTH

_OFFICE = (
    r"(?:(?:(?:Prime|Foreign|Defense|Finance)\sMinister|(?:Under|Assistant|Deputy|Acting)\sSecretary"
    r"|President|Secretary(?:\sof\s[A-Z][a-z]+)?|Ambassador|Premier|Chairman|General|King|Queen|Shah"
    r"|Chancellor|Minister|Senator|Governor|Admiral|Marshal|Chargé|Mr\.|Mrs\.|Dr\.|Sir)\s?)"
)
_NAME = (
    rf"(?!(?:{MONTH})\b)(?:(?:de|von|van|der)\s)*"
    r"(?:Ma?c|Fitz|De|La|Le)?[A-Z][a-zé]+(?:[-’'][A-Z]?[a-z]+)*"
)
_NOBODY = (  # "She named April 8 in her reply": who she is stands further up, if anywhere
    r"(?!(?:He|She|They|It|We|You|This|That|These|Those|There|Here|Then|Who|Which|What|One|Each|All"
    r"|Some|Many|Most|Both|Neither|Nobody|Somebody|Everybody|Nothing|Everything|Others?|Such|So)\b)"
)
_PERSON = re.compile(
    rf"(?:[Tt]he\s{_OFFICE}(?:{_NAME}(?![\w’'])){{0,1}}|{_OFFICE}+{_NAME}(?:\s{_NAME}){{0,2}}"
    rf"|(?:(?<=[.:]\s)|(?<=\n)|^){_NOBODY}{_NAME}(?=\s[a-z]+(?:ed|es|s)\s))"
)
_OPENS = re.compile(r"(?:^|[.:;\n]\s*)(?:In|As|With|From|By)(?:\s\w+){0,3}\s$")
_THEN = re.compile(rf"[^.;\n]{{0,60}}?,\s(?P<who>{_PERSON.pattern})")
_REACH = 180  # characters before a mention in which the person is named


def he(text: str, start: int, end: int) -> str:
    """The person that "his" or "her" at `start` means, in words of the text; "" if none is near."""
    before = text[max(0, start - _REACH) : start].rpartition("\n\n")[2]
    if _OPENS.search(before) and (then := _THEN.match(text, end)):
        return then["who"].strip()
    named = [m for m in _PERSON.finditer(before) if not GIVEN_TO.search(before, 0, m.start())]
    if not named or len(re.findall(r"[a-z)]\.\s", before[named[-1].end() :])) > 1:
        return ""
    return named[-1][0].strip()
