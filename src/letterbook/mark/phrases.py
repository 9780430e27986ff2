"""Lines that open and close a letter's body: salutations and closings.

Pure questions about one line of text, asked by the rules that cut a sheet into letters and by
those that read their parts. Datelines are asked of `daylines`, headings of `headwords`.
"""

from __future__ import annotations

import re
from functools import lru_cache

# "My dear", "Esteemed", "Great and Good" before whom is addressed
_DEAR = (
    r"(?:(?:My|Our)\s)?(?:(?:very|most)\s)?"
    r"(?:Dear(?:est)?|DEAR|Esteemed|Honou?red|Respected|Great and Good|Beloved)"
)
# whom: no stop but that of "Mr.", "Capt." or an initial, no comma but that of ", Jr."
_WHO = (
    r"(?:[^:,.;!?\n]|(?<=Mr|Ms|Dr|Jr|Sr|St)\.|(?<=Mrs|Mme|Hon|Rev|Gen|Col|Adm|Maj)\."
    r"|(?<=Capt)\.|(?<=\b[A-Z])\.|,(?=\s[JS]r\.)){2,80}?"
)
_OFFICES = (
    r"(?:President|Prime Minister|Chairman|Secretary|Minister|Ambassador|Speaker|Chancellor"
    r"|Premier|Vice President|Senator|Governor|Foreign Minister|Commissioner|Commissar)"
)
_EXALTED = r"(?:Excellency|Majesty|Highness|Holiness|Eminence|Grace|Lordship)"
# those who are addressed without a "Dear"
_OUTRIGHT = (
    rf"(?:Mr|Madam)\.?\s{_OFFICES}"
    rf"|Your\s(?:Imperial |Royal |Serene )?{_EXALTED}"
    r"|Excellency|Monseigneur|Sire|Sirs?|Gentlemen|Madame"
    r"|Monsieur(?: le [A-ZÉ]\w+(?: [A-ZÉ]\w+)?)?"
    r"|Comrade \w+|General \w+|Ambassador \w+|Senator \w+"
    r"|(?:Sehr geehrter?|Lieber?|Hochverehrter?|Verehrter?)\s[^:,!\n]{3,60}"
    r"|(?:Cher|Chère|Mon cher|Caro|Querido|Estimado|Muy señor)\s[^:,\n]{3,60}"
    r"|To the (?:Congress|Senate|House|People|Members?|Council|Parliament|Government|Editor)\b"
    r"[^:.\n]{0,60}"
    r"|(?:Mr|Mrs|Dr)\.\s[A-Z]\w+|(?:Great and Good|Good) Friends?"
)
SALUTATION = re.compile(
    rf"[“‘\"']?(?P<all>{_DEAR}\s(?P<who>{_WHO})\s?(?:[:!—]|\.$|,(?!\s[JS]r\.)|-{{1,2}}(?=\s|$)|$)"
    rf"|(?P<who2>(?:{_OUTRIGHT})\s?(?:[:,!—]|\.$)))",
    re.I,
)
_NOT_WHO = re.compile(r"\b(?:to (?:us|me|the)|is|was|are|were|that|which|friend of|for)\b", re.I)
_SPEAKER = re.compile(r"(?:mr|mrs|dr|general|ambassador|senator|comrade)\b", re.I)
_ADDRESSED = re.compile(
    r"(?:mr|madam)\.?\s(?:president|prime|chairman|secretary|minister|ambassador|chancellor)", re.I
)

_SHORT = re.compile(  # "McGV:", "Nat,"; two words before a comma begin an address
    r"(?:My dear )?(?P<who>(?:[A-Z][\w.’'-]*\s?){1,3}(?=:|—)|[A-Z][\w.’'-]*(?=,))[:—,]"
)
_RUN_ON = re.compile(r"(?P<who>(?:Mr\. |Mrs\. |Dr\. )?(?:[A-Z][a-zé]+|[A-Z]{4,})): (?=[A-Z])")
_LABEL = re.compile(  # "Problem:", "Recommendation:", "Ref:" label a paragraph and greet nobody
    r"(?:(?:the )?(?:problem|situation|recommend\w*|background|discussion|conclusion|summary"
    r"|introduction|question|issue|\w+tion|\w+ment)|subject|to|from|through|thru|ref|reference|date|re"
    r"|attention|commanding .*|participants|memorand\w+(?: \w+){0,3}"
    r"|secret|copy|note|via|info|action|place|present|text)s?\W*",
    re.I,
)

_MANNER = r"(?:sincerely|truly|faithfully|respectfully|cordially)"
_WISHES = (
    r"(?:regards?|wish(?:es)?|respects?|esteem|consideration|greetings|affection)[^.]{0,60}[,.]?"
)
CLOSING = re.compile(
    r"(?:(?:I|We) (?:am|remain|have the honou?r|beg|avail)"
    r"(?:[^.]|(?<=\bMr|\bDr|\bMs)\.|(?<=\bMrs)\.){0,90},?"
    r"|(?:Please |Pray )?accept,?[^.]{0,120}(?:assurances?|consideration|esteem)[^.]{0,80}[.,]?"
    r"|(?:(?:Very|Most|Ever|Yours?|Always|As ever|Believe me)[, ]+)*"
    r"(?:sincerely|truly|faithfully|respectfully|cordially|obediently|affectionately|devotedly"
    rf"|ever|fraternally)(?: and {_MANNER})?"
    r"(?:,? (?:yours|your friend|your \w+(?: \w+)?|submitted|and with.*))?[,.]?"
    rf"|(?:With|Kind|Kindest|Warm|Warmest|Best|Every good)\b[^.]{{0,60}}{_WISHES}"
    r"|Mit (?:\w+ )?(?:Hochachtung|Verehrung),?|Ergebenst,?"
    r"|Cheers[,.!]?|Regards, sincerely,?|Good luck[,.!]?|God bless you[,.!]?|All the best[,.]?"
    r"|(?:Your|Yr\.?) (?:most )?(?:obedient|humble|devoted|affectionate|friend|faithful"
    r"|good friend|loving)\b[^.]{0,50},?"
    r"|Yours,?|As ever,?|Respectfully submitted[,.:]?|Regards,?"
    r"|Hochachtungsvoll,?|Mit .{0,40}(?:Grüßen|Gruß),?"
    r"|(?:Veuillez|Agréez|Recevez)[^.]{0,160}[.,]|Salut et fraternité,?"
    r"|Believe me[^.]{0,60},?)",
    re.I,
)
RUN_ON_CLOSING = re.compile(
    r"[.!?”]\s+("
    rf"(?:(?:Very |Most |Yours? |As ever,? )*{_MANNER}(?: yours)?"
    r"|With (?:(?:warm|warmest|kind|kindest|best|high|my|all|personal|great|every good)\s)+"
    r"(?:regards?|wish(?:es)?|respects?|esteem)"
    r"|Yours|As ever),?)$",
    re.I,
)


def salutation(line: str) -> re.Match[str] | None:
    """ "Dear Mr. Chairman:", "Excellency:" — the match has `who`; None for any other line."""
    return _salutation(line) if len(line) < 400 else _salutation.__wrapped__(line)


@lru_cache(maxsize=4096)
def _salutation(line: str) -> re.Match[str] | None:
    match = SALUTATION.match(line)
    if not match:
        return None
    if who := match["who"]:
        return None if _NOT_WHO.search(who) or len(who.split()) > 9 else match
    if len(line) > match.end() + 1 and not line[match.end() :].startswith(" "):
        return None
    who = match["who2"]
    # "Mr. Vale: I think …" in the minutes of a talk is a speaker, not a salutation
    spoken = _SPEAKER.match(who) and len(line) > match.end() and not _ADDRESSED.match(who)
    return None if spoken else match


def aside(line: str) -> bool:
    """ "Mr. President, I fully understand …": whom a long paragraph addresses in mid-letter."""
    match = salutation(line) if len(line) > 160 else None
    return bool(match and match["who2"] and match[0].endswith(","))


def run_on_salutation(line: str) -> re.Match[str] | None:
    """ "Paul: As you know, …" — a name that opens the first paragraph; or a speaker in a talk."""
    match = _RUN_ON.match(line)
    return None if match is None or _LABEL.fullmatch(match["who"]) else match


def bare_salutation(line: str) -> re.Match[str] | None:
    """ "McGB:", "Bob," — only where a salutation may stand, straight under a dateline."""
    match = _SHORT.fullmatch(line)
    return None if match is None or _LABEL.fullmatch(line) or closing(line) else match


def closing(line: str) -> bool:
    """ "Very sincerely yours," — a closing and nothing else on the line."""
    return len(line) < 180 and _closing(line.lstrip("“\"‘'"))


@lru_cache(maxsize=4096)
def _closing(line: str) -> bool:
    return not line.endswith(":") and bool(CLOSING.fullmatch(line))


def closes(line: str, least: int = 60) -> bool:
    """Whether a letter closes on this line, be it at the end of a paragraph of `least` signs."""
    return closing(line) or (len(line) > least and bool(RUN_ON_CLOSING.search(line[-90:])))
