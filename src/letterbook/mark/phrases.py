"""Lines that give a letter's parts away: salutations, closings, datelines, headings.

Pure questions about one line of text, asked by the rules that cut a sheet into letters and by
those that read their parts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letterbook.mark.dates import bare_year, dates, undated

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Madame?|Mme|M|Dr|Sir|Lord|Lady|Monsieur|Herr|Frau|Señor|Signor)\.?|"
    r"President|Prime Minister|Premier|Chancellor|Chairman|Secretary|Minister|Ambassador|Senator|"
    r"General|Admiral|Governor|Excellency|Majesty|Highness|Holiness|Eminence|Grace|Congressman|"
    r"Professor|Colonel|Captain|Commander|Marshal|King|Prince|Vice President|Your \w+"
)
SALUTATION = re.compile(
    rf"[“‘\"']?(?P<all>(?:(?:My|Our)\s)?(?:(?:very|most)\s)?(?:Dear(?:est)?|DEAR|Esteemed|Honou?red|Respected|Great and Good|Beloved)"
    rf"\s(?P<who>(?:[^:,.;!?\n]|(?<=Mr|Ms|Dr|Jr|Sr|St)\.|(?<=Mrs|Mme|Hon|Rev|Gen|Col|Adm|Maj)\.|(?<=Capt)\.|(?<=\b[A-Z])\.|,(?=\s[JS]r\.)){{2,80}}?)\s?(?:[:,!—]|-{{1,2}}(?=\s|$)|$)"
    rf"|(?P<who2>(?:(?:Mr|Madam)\.?\s(?:President|Prime Minister|Chairman|Secretary|Minister|Ambassador|Speaker|"
    rf"Chancellor|Premier|Vice President|Senator|Governor|Foreign Minister|Commissioner|Commissar)|"
    rf"Your\s(?:Imperial |Royal |Serene )?(?:Excellency|Majesty|Highness|Holiness|Eminence|Grace|Lordship)|"
    rf"Excellency|Monseigneur|Sire|Sirs?|Gentlemen|Monsieur(?: le [A-ZÉ]\w+(?: [A-ZÉ]\w+)?)?|Madame|"
    rf"Comrade \w+|General \w+|Ambassador \w+|Senator \w+|Bob|Mac|McGeorge|"
    rf"(?:Sehr geehrter?|Lieber?|Hochverehrter?|Verehrter?)\s[^:,!\n]{{3,60}}|"
    rf"(?:Cher|Chère|Mon cher|Caro|Querido|Estimado|Muy señor)\s[^:,\n]{{3,60}}"
    rf"|To the (?:Congress|Senate|House|People|Members?|Council|Parliament|Government|Editor)\b[^:.\n]{{0,60}}"
    rf"|(?:Mr|Mrs|Dr)\.\s[A-Z]\w+|(?:Great and Good|Good) Friends?)\s?(?:[:,!—]|\.$)))",
    re.I,
)  # fmt: skip
_NOT_WHO = re.compile(r"\b(?:to (?:us|me|the)|is|was|are|were|that|which|friend of|for)\b", re.I)

CLOSING = re.compile(
    r"(?:(?:I|We) (?:am|remain|have the honou?r|beg|avail)[^.]{0,90},?|"
    r"(?:Please |Pray )?accept,?[^.]{0,120}(?:assurances?|consideration|esteem)[^.]{0,80}[.,]?|"
    r"(?:(?:Very|Most|Ever|Yours?|Always|As ever|Believe me)[, ]+)*(?:sincerely|truly|faithfully|respectfully|cordially|"
    r"obediently|affectionately|devotedly|ever|fraternally)(?: and (?:sincerely|truly|faithfully|respectfully|cordially))?"
    r"(?:,? (?:yours|your friend|your \w+(?: \w+)?|submitted|and with.*))?[,.]?|"
    r"(?:With|Kind|Kindest|Warm|Warmest|Best|Every good)\b[^.]{0,60}"
    r"(?:regards?|wish(?:es)?|respects?|esteem|consideration|greetings|affection)[^.]{0,60}[,.]?|"
    r"Regards, (?:S|s)incerely,?|Good luck[,.!]?|God bless you[,.!]?|All the best[,.]?|"
    r"(?:Your|Yr\.?) (?:most )?(?:obedient|humble|devoted|affectionate|friend|faithful|good friend|loving)\b[^.]{0,50},?|"
    r"Yours,?|As ever,?|Respectfully submitted[,.:]?|Regards,?|Hochachtungsvoll,?|Mit .{0,40}(?:Grüßen|Gruß),?|"
    r"(?:Veuillez|Agréez|Recevez)[^.]{0,160}[.,]|Salut et fraternité,?|Believe me[^.]{0,60},?)",
    re.I,
)  # fmt: skip
RUN_ON_CLOSING = re.compile(
    r"[.!?”]\s+((?:(?:Very |Most |Yours? |As ever,? )*(?:sincerely|truly|faithfully|respectfully|cordially)(?: yours)?|"
    r"With (?:(?:warm|warmest|kind|kindest|best|high|my|all|personal|great|every good)\s)+(?:regards?|wish(?:es)?|respects?|esteem)|"
    r"Yours|As ever),?)$",
    re.I,
)  # fmt: skip

KINDS = (
    ("memcon", r"memorand\w+ (?:of|on|for the record of)\b.{0,30}?(?:conversation|telecon|telephone)|memcon\b|"
               r"telephone conversation|(?:minutes|record|notes|summary record|transcript) of .{0,20}?(?:conversation|telephone)"),
    ("telegram", r"telegram|\bcable\b|radiogram|telegramm|télégramme"), ("airgram", r"airgram"),
    ("despatch", r"\bd[ei]spatch\b"),
    ("letter", r"\bletter\b|\blettre\b|\bbrief an\b"), ("message", r"\bmessage\b"),
    ("memorandum", r"memorand|\bmemo\b"),
    ("note", r"\b(?:diplomatic|circular|personal|oral)? ?note\b(?! on)|aide[- ]m[eé]moire|note verbale"),
    ("minutes", r"\bminutes\b"), ("report", r"\breport\b|\bestimate\b"), ("paper", r"\bpaper\b"),
)  # fmt: skip
_KINDS = [(kind, re.compile(pattern, re.I)) for kind, pattern in KINDS]

FILE_NUMBER = re.compile(r"\d{3}[A-Z]?\.\s?[^\s/]{0,14}(?: \w+){0,2}/\d{1,2}[–-]\d")
HEADING = re.compile(
    r"(?:No\.\s?)?(?P<number>\d{1,4}[a-z]?)(?:\.\s*|\s+)(?P<rest>(?:(?:[A-Z]|aide)[\w’'éE.-]*\s){0,6}?"
    r"(?:Letter|Telegram|Memorand\w+|Message|Note|Airgram|D[ei]spatch|Aide-M[ée]moire|aide-memoire|Paper|Minutes|Report|"
    r"Editorial|Instruction|Circular|Conversation|Meeting|Discussion|Points|Record|Notes|Statement|Summary|Draft|Diary|Estimate|Transcript|Proclamation)\b.*)"
)
_UNNUMBERED = re.compile(
    r"(?:(?:Draft|Personal|Secret|Confidential|Circular|Private|Unsigned|Joint|Copy of(?: a)?|Translation of(?: a)?|Text of(?: a)?|Undated)\s)*"
    r"(?:Letter|Telegram|Message|Note|Airgram|D[ei]spatch|Aide-M[ée]moire|Memorandum|Cable|Instruction|Note Verbale|LETTER|TELEGRAM|MESSAGE|MEMORANDUM|CABLE)"
    r"(?:\s(?:No\.?\s?)?[\w/-]{1,12})?,?\s(?:[Ff]rom|[Bb]y|[Tt]o|FROM|TO)\s(?:the\s|his\s|her\s|a\s)?[A-Z].{3,220}"
)
_PLAIN = re.compile(
    r"(?:The|His|Her|Mr\.|Mrs\.|President|Prime Minister|Premier|Chairman|King|Queen|Emperor|Ambassador|Secretary|Chancellor|"
    r"General|Foreign Minister|Minister|Chargé|Consul|Acting|Under|Assistant|Senator|Lord|Sir|[A-Z]\w+ [A-Z])"
    r".{2,200}\sto\s(?:the\s|Mr\.\s|all\s|his\s|her\s|certain\s)?[A-Z].{2,200}",
)
_NO_HEADING = re.compile(
    r"[a-z]{3,}[.!?] [A-Z]|[;]$|\b(?:was|were|is|has|had|have|shall|will|would)\b"
)


@lru_cache(maxsize=4096)
def salutation(line: str) -> re.Match[str] | None:
    """ "Dear Mr. Chairman:", "Excellency:" — the match has `who`; None for any other line."""
    match = SALUTATION.match(line)
    if not match:
        return None
    who = match["who"] or match["who2"]
    if match["who"] and (_NOT_WHO.search(who) or len(who.split()) > 9):
        return None
    if match["who2"] and len(line) > match.end() + 1 and not line[match.end() :].startswith(" "):
        return None
    if match["who2"] and re.match(r"(?:mr|mrs|dr|general|ambassador|senator|comrade)\b", who, re.I):
        # "Mr. Bundy: I think …" in the minutes of a talk is a speaker, not a salutation
        if len(line) > match.end() and not re.match(
            r"(?:mr|madam)\.?\s(?:president|prime|chairman|secretary|minister|ambassador|chancellor)",
            who,
            re.I,
        ):
            return None
    return match


_SHORT = re.compile(r"(?:My dear )?(?P<who>(?:[A-Z][\w.’'-]*\s?){1,3})(?::|—|,)")
_LABEL = re.compile(
    r"(?:(?:the )?(?:problem|situation|recommend\w*|background|discussion|conclusion|summary|introduction|question|issue|\w+tion|\w+ment)|subject|to|from|ref|reference|date|re|attention|participants|secret|copy|note|via|info|action|place|present|text)s?\W*",
    re.I,
)


_RUN_ON = re.compile(r"(?P<who>(?:Mr\. |Mrs\. |Dr\. )?[A-Z][a-zé]+): (?=[A-Z])")


def run_on_salutation(line: str) -> re.Match[str] | None:
    """ "Paul: As you know, …" — a name that opens the first paragraph; or a speaker in a talk."""
    match = _RUN_ON.match(line)
    return None if match is None or _LABEL.fullmatch(match["who"]) else match


def bare_salutation(line: str) -> re.Match[str] | None:
    """ "McGB:", "Bob," — only where a salutation may stand, straight under a dateline."""
    match = _SHORT.fullmatch(line)
    return None if match is None or _LABEL.fullmatch(line) or closing(line) else match


@lru_cache(maxsize=4096)
def closing(line: str) -> bool:
    """ "Very sincerely yours," — a closing and nothing else on the line."""
    return len(line) < 180 and not line.endswith(":") and bool(CLOSING.fullmatch(line))


@lru_cache(maxsize=4096)
def kind_of(words: str) -> str:
    """The kind a heading's own words name, "" if they name none; the first that fits."""
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "")


@lru_cache(maxsize=4096)
def heading(line: str) -> re.Match[str] | None:
    """A heading that opens a letter wherever it stands: "162. Letter From … to …"."""
    if (
        FILE_NUMBER.match(line)
        or len(line) > 420
        or not line[:1].isdigit()
        and not line.startswith("No")
    ):
        return None
    match = HEADING.match(line)
    return (
        match
        if match and not re.search(r"[a-z]{3,}[.:;!?]\s[A-Za-z]", match["rest"][:200])
        else None
    )


@lru_cache(maxsize=4096)
def unnumbered_heading(line: str) -> bool:
    """ "Telegram From the Embassy in … to …", "The Chargé in … to the Secretary of State"."""
    if len(line) > 300 or line.endswith((".", ":", ";", ",")) and not line.endswith("U.S."):
        return False
    return bool(_UNNUMBERED.fullmatch(line)) and not _NO_HEADING.search(line)


def plain_heading(line: str) -> bool:
    """ "The Chargé in India (Donovan) to the Secretary of State": only where a heading may stand."""
    if len(line) > 300 or line.endswith((":", ";", ",")):
        return False
    return bool(_PLAIN.fullmatch(line)) and not _NO_HEADING.search(line) and not line.endswith(".")


_DATED = re.compile(
    r"\d|undated|n\. ?d\.|s\. ?d\.|no date|without date|o\. ?D\.|eighteen|nineteen|seventeen", re.I
)
_NOT_DATED = re.compile(
    r"\d{1,4}[a-z]?\.\s|(?:subject|subj|ref|reference|re|tags|participants)s?\b", re.I
)
_WITHHELD = re.compile(r"\[[a-z ]{0,40}not declassified\]")
_LEAD_WORD = re.compile(
    r"[A-ZÀ-ÖØ-Þ0-9][\w’'.&/()–-]*|of|the|at|on|in|de|la|le|du|del|della|des|das|do|dos|sur|en|route|from|to|aboard|board|near|for|this|d|l|[’'–—,-]|den|am|il|el|von|"
    r"van|af|by|à|and|an|bord|ce|auf|der|sur|given|done|dated|date:?|day"
)
_TRAIL_WORD = re.compile(
    r"[\s,;.\]\[)(–—?*†-]+|[0-9l:.–-]+|[ap]\.?\s?m\b\.?|noon\b|midnight\b|hours?\b|hrs?\b|Z\b|GMT\b|E[SD]T\b|local\b|Eastern\b|Standard\b|"
    r"Daylight\b|(?:Moscow|Washington|Paris|London|Saigon|Tokyo|Central|European|Greenwich|Mean|Summer|Mountain|Pacific)\b|time\b|to\b|and\b|"
    r"at\b|o['’]clock|about\b|approximately\b|\w+day\b|received.*|in the\b|evening\b|morning\b|afternoon\b|night\b|past\b|quarter\b|half\b|"
    r"early\b|late\b|circa\b|undated\b",
    re.I,
)


def _leads(words: str) -> bool:
    """Whether what stands before a date may be a place: capitals and the little words between."""
    tokens = [t.strip('[](“",.:;”?') for t in _WITHHELD.sub("", words).replace("—", " ").split()]
    return len(tokens) <= 14 and all(not t or _LEAD_WORD.fullmatch(t) for t in tokens)


def _trails(words: str) -> bool:
    """Whether what stands after a date is a time of day, or a place, and no more."""
    at = 0
    while at < len(words) and (match := _TRAIL_WORD.match(words, at)) and match.end() > at:
        at = match.end()
    rest = words[at:].strip(" ,.]")
    return (
        not rest
        or len(rest) < 30
        and bool(re.fullmatch(r"(?:[A-Z][\w’'.-]+,? ?){1,3}", rest))
        and not kind_of(rest)
    )


@lru_cache(maxsize=4096)
def dateline(line: str) -> bool:
    """ "Washington, October 10, 1933", "[Washington,] August 13, 1953.", "Paris, undated."."""
    if len(line) > 170 or not _DATED.search(line):
        return False
    hit = next(dates(line), None) or undated(line)
    if hit is None or not hit.year:
        return False
    lead = line[: hit.start].strip()
    if _NOT_DATED.match(line) or kind_of(lead):
        return False
    if not _leads(lead):
        return False
    rest = line[hit.end :]
    for later in dates(rest):
        rest = rest[: later.start] + rest[later.end :]
    return _trails(rest)


def hour(line: str) -> bool:
    """ "Sunday, 7 p.m.": a weekday or a time of day and nothing else."""
    return _trails(line)


def year_line(line: str) -> bool:
    """ "Paris, 1789": a short line of place and year."""
    return (
        len(line) < 40
        and bool(bare_year(line))
        and bool(re.fullmatch(r"\[?[A-Z][\w .]+,? \[?\d{4}\??\]?\.?", line))
    )
