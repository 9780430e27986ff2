"""Parties as headings name them: "the Assistant Secretary of State (Talbot) to President Kennedy".

`sides` cuts "A to B" into sender and recipient; `parties` cuts one side into `Name`s,
each with its personal name and office apart. Offsets count in the string given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterbook.model import Name
from letterbook.text import squeeze

# Words that belong to an office or a body, never to a person's name.
_OFFICE = """acting action administration administrator admiral adviser advisers advisor affairs agency
agriculture aide air ambassador ambassadors archbishop archduke army assembly assistant associate
attaché attache attorney authority bank bishop board body branch brigadier bureau cabinet captain
cardinal caliph central certain chairman chairmen chamber chancellor charge chargé chief chiefs
clerk coadjutor colonel command commandant commander commerce commission commissar commissioner
commissioners committee commodore communities community conference congress congressman consul
consulate consulates consuls controller coordinator corps council counsel counselor counsellor count
court crown czar deacon dean defense defence delegate delegates delegation department deputy desk
despatch diplomatic director directorate division doge dowager duchess duke earl economic elector
elect embassy emir emperor empress energy envoy exchequer executive extraordinary federation field
finance first force forces foreign founder general government governor group head headquarters
health high his her honorable house imam inspector institute intelligence interior international
joint judge justice kaiser khan king labor labour large leader legation librarian lieutenant lord
lordship madam major majesty manager marquess marquis marshal master mayor member members minister
ministers ministry mission missions monsignor national naval navy nuncio office officer officials
organization organizations parliament party permanent planning plenipotentiary policy political
pope post posts premier presidency president president's presidents press prefect presiding prime
prince princess principal privy proconsul professor provost queen rear regent registrar relations
representative representatives republic research resident reverend royal ruler second secretaries
secretariat secretary section security senate senator senators sergeant service shah sheikh
sheriff sir solicitor special speaker staff state states station sublime sultan superintendent
superior supreme surgeon team temporary third trade treasurer treasury treaty tribunal tsar under
undersecretary union unit veterans vice viceroy viscount warden development operations information plans
programs coordination logistics personnel studies region embassies legations meeting ministerial conference fund session summit program
programs disarmament europe asia africa pacific atlantic""".split()
OFFICE = frozenset(_OFFICE)
# A phrase that begins with one of these may begin a new party after "and", "," or "to".
_STARTS = OFFICE - frozenset("""affairs commerce agriculture defense defence economic energy finance
foreign health interior labor labour large national planning policy political relations research
security states trade treaty union house station forces organization organizations community
communities intelligence diplomatic international joint elect extraordinary plenipotentiary
service unit team staff desk consular corps conference body""".split())  # fmt: skip
_STARTS_TOO = frozenset("mr mrs miss dr u.s american british soviet french german consul all "
                        "u.k mme m herr señor signor comte count monsieur joint".split())  # fmt: skip
_TITLES = frozenset(
    "mr mrs ms miss dr sir m mm messrs mme lord lady rev professor hon señor signor herr "
    "monsieur comte count baron prince princess king queen senator senators president chairman "
    "ambassador general colonel captain major admiral commander lieutenant premier chancellor "
    "governor marshal emperor sultan shah justice secretary minister congressman pope bishop "
    "archbishop cardinal sheikh presidents secretaries ambassadors ministers governors generals messrs prof brigadier gen adm lt maj col brig generalissimo foreign prime vice rear field crown acting".split()
)
_RANKS = frozenset("gen adm lt maj col brig capt cmdr cdr sgt ltg vadm radm".split())
_CROWNS = frozenset("king queen emperor empress pope sultan shah".split())
_PARTICLES = frozenset("de la le du des van von der den zu zur al el bin ibn ben ter da di del della "
                       "dos das y e af av o' st deb. den't d' ad abu ould".split())  # fmt: skip
_TAKES_TO = re.compile(
    r"\b(?:assistants?|advis[eo]rs?|ambassadors?|representatives?|delegat(?:e|es|ion)|missions?|"
    r"counsell?ors?|envoys?|consultants?|aides?|observers?|ministers?|attorneys?|secretary|"
    r"legations?|nuncio|liaison|deput(?:y|ies)|attaché|commissioners?|accredited|response|reply|reference)$", re.I
)  # fmt: skip
_WORD = re.compile(r"[^\s,()\[\];]+")
_BRACKET = re.compile(r"\s*\(\s*([^()]*?)\s*\)\s*")
_MARK = re.compile(r"(?<=[^\W\d_.)’”])\d{1,2}$|(?<=[)’”.]) ?\d{1,2}$| \d{1,2}$")


@dataclass(frozen=True, slots=True)
class Party:
    """One party and where it stands in the string it was read from."""

    start: int
    end: int
    name: Name


def sides(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The ranges of sender and recipient in "A to B"; None if there is no such cut."""
    cuts = [m for m in re.finditer(r" to (?!be\b)", text) if _depth(text, m.start()) == 0]
    if not cuts:
        return None
    named = [m for m in cuts[:-1] if text[: m.start()].endswith(")")]
    if (
        named and cuts[0] is not named[0]
    ):  # "Assistant for Special Operations to the Secretary (Vale) to …"
        return (0, named[0].start()), (named[0].end(), len(text))
    free = [m for m in cuts if not _TAKES_TO.search(text[: m.start()].rstrip(" ,"))]
    free = [m for m in free if begins_party(text[m.end() :])] or free
    if not free and text.rstrip().endswith(")") and len(cuts) == 1:
        return None  # "the Special Assistant to the Secretary (Battle)": one party
    cut = free[0] if free else cuts[-1]
    return (0, cut.start()), (cut.end(), len(text))


def _depth(text: str, at: int) -> int:
    return text.count("(", 0, at) - text.count(")", 0, at)


def begins_party(text: str, person: bool = True) -> bool:
    """Whether `text` opens with what may begin a party: "the Embassy", "President", "Mr."; or a name."""
    words = [w for w in _WORD.findall(text[:80])]
    if words and words[0].lower() in ("the", "his", "her", "a", "an", "president's"):
        words = words[1:]
    if not words:
        return False
    first = words[0].lower().rstrip(".’'s") if words[0].lower().endswith("’s") else words[0].lower()
    first = first.rstrip(".")
    if first in _STARTS or first in _STARTS_TOO or first.split("-")[0] in _STARTS:
        return True
    later = [w.lower().strip(".,") for w in words[1:8]]
    if first[:1].isdigit():
        return False
    lead = re.match(
        r"(?:the )?((?:[A-Z][\w.’'&-]*\s){1,5}?)(?:\(|of the\b|of\b|in\b|at\b|to\b|$)", text
    )
    if lead and any(w.lower().strip(".") in _HEAD_NOUNS for w in lead[1].split()):
        return True
    name = re.split(r"\s(?:of|in|at|to)\s", " ".join(words[:6]))[0].split()[:4]
    return person and is_person(" ".join(name)) and not (later[:1] and later[0] in _ADJECTIVAL)


_HEAD_NOUNS = frozenset(
    """embassy legation mission consulate delegation department ministry agency
secretary assistant director ambassador representative council board commission committee office
staff president minister chairman chief chargé charge commander command adviser counselor
government general bureau administration""".split()
)
_ADJECTIVAL = frozenset(
    "affairs organizations organization regional posts asian policy studies".split()
)


def is_person(words: str) -> bool:
    """Whether `words` look like a personal name and nothing else: "Robert W. Komer", "de Gaulle"."""
    tokens = words.split()
    if not 0 < len(tokens) <= 6:
        return False
    return all(_name_like(t) for t in tokens) and any(
        t[:1].isupper() and len(t.strip(".")) > 1 for t in tokens
    )


def _name_like(token: str) -> bool:
    bare = token.strip(".,’'").lower()
    if "-" in bare and any(part in OFFICE for part in bare.split("-")):
        return False
    if bare in _PARTICLES or token.lower() in _PARTICLES:
        return True
    if bare in OFFICE and token not in (
        "Dean",
        "Prince",
        "King",
        "Bishop",
        "Major",
        "Earl",
        "Marshal",
        "Pope",
    ):
        return False
    if re.fullmatch(r"[A-ZÀ-ÞŁŚŽŠČŐŰ](?:\.-?[A-Z])*\.?", token):
        return True
    return bool(
        re.fullmatch(
            r"(?:[A-ZÀ-ÞĀ-Ž]|[a-z]{1,3}[A-Z]|[dDlLO]['’])[\w’'.-]*,?|Jr\.?,?|Sr\.?|I{1,3}V?|deB\.",
            token,
        )
    )


def parties(text: str) -> list[Party]:
    """One side of a heading, cut into parties.

    >>> [str(p.name) for p in parties("Secretary of State Rusk and Secretary of Defense McNamara")]
    ['Rusk, Secretary of State', 'McNamara, Secretary of Defense']
    >>> [str(p.name) for p in parties("the Director of the Bureau of Intelligence and Research (Hilsman)")]
    ['Hilsman, Director of the Bureau of Intelligence and Research']
    """
    found: list[Party] = []
    at = 0
    if pair := _PAIR.search(text):
        return _pair(text, pair)
    for cut_start, cut_end in [*_cuts(text), (len(text), len(text))]:
        piece = text[at:cut_start]
        name = party(piece)
        if name.name or name.office:
            start = at + len(piece) - len(piece.lstrip(" ,;"))
            end = at + len(piece.rstrip(" ,;."))
            if found and not name.office and (plural := _plural(found[0].name.office)):
                name = Name(name.name, plural)  # "Senators A, B and C"
            found.append(Party(start, end, name))
        at = cut_end
    if found and (single := _plural(found[0].name.office)) and found[0].name.name:
        found[0] = Party(found[0].start, found[0].end, Name(found[0].name.name, single))
    return found


_PAIR = re.compile(r"\(([A-Z][\w.’' -]+?) and ([A-Z][\w.’' -]+?)\)\s*\d{0,2}$")


def _pair(text: str, pair: re.Match[str]) -> list[Party]:
    """ "the Special Assistant and the Deputy Special Assistant (Vale and Oreno)": two at once."""
    offices = re.split(r" and (?:the )?", text[: pair.start()].strip())
    if len(offices) != 2:
        offices = [text[: pair.start()].strip()] * 2
    return [Party(pair.start(n), pair.end(n), Name(pair[n], _tidy(offices[n - 1]))) for n in (1, 2)]


def _plural(office: str) -> str:
    match = re.fullmatch(
        r"((?:Prime |Foreign |Vice )?(?:Senator|Secretar|Ambassador|Minister|President|Governor|General)|Messr)(s|ies)\b(.*)",
        office,
    )
    return match[1] + ("y" if match[2] == "ies" else "") + match[3] if match else ""


def _cuts(text: str) -> list[tuple[int, int]]:
    cuts, last = [], 0
    for match in re.finditer(r"\s*,? and (?:to |by )?|\s*[;,] (?:to )?", text):
        if _depth(text, match.start()) > 0:
            continue
        left, right = text[last : match.start()].strip(), text[match.end() :]
        if right.startswith("and "):
            continue
        whole = left.endswith((")", "]")) or bool(party(left).name)
        if "and" in match[0]:
            cut = (
                begins_party(right, whole)
                and (whole or not _open_ended(left, right))
                or whole
                and is_person(_until(right))
            )
            if re.fullmatch(r"(?:the )?[A-Z]\w+", left) and re.search(
                r"(?:ers|ors|ices|ies|ions|osts)\d?$", _until(right)
            ):
                cut = False  # "Unified and Specified Commanders"
            if (
                whole
                and re.search(r"\b(?:of|for)\b", left)
                and not left.endswith(")")
                and not right.startswith("the ")
            ):
                cut = cut and (
                    begins_party(right, False) or " " in _until(right)
                )  # "for Disarmament and Trade"
            cut = cut and not (not whole and _same_holder(left, right))
        else:
            ahead = _until(right)
            named = bool(party(ahead).name) or right.startswith("the ") and bool(party(left).office)
            cut = whole and named and (begins_party(right) or is_person(ahead)) and not _rank(right)
        if cut:
            cuts.append((match.start(), match.end()))
            last = match.end()
    return cuts


def _same_holder(left: str, right: str) -> bool:
    """ "Counselor and Chairman of the Policy Planning Council (Vale)": one person, two offices."""
    if right.startswith("the ") or not (
        re.match(r"[^()]+\([^()]+\)", right) or party(right).name and party(right).office
    ):
        return False
    return not any(w.lower() in _BODIES for w in re.split(r"[ ,]", left))


_BODIES = frozenset(
    """embassy embassies legation mission missions consulate department ministry agency delegation
council board commission committee staff chiefs bureau office""".split()
)


def _rank(right: str) -> bool:
    return bool(re.match(r"(Jr|Sr|USN|USA|USAF|USMC|I{1,3}|[A-Z.]{2,7}$)\b", right))


def _until(right: str) -> str:
    return re.split(r",| and |;", right, maxsplit=1)[0]


def _open_ended(left: str, right: str) -> bool:
    """ "Near Eastern" + "South Asian Affairs": the left half still waits for its noun."""
    bare = re.sub(r"^the ", "", right)
    if re.match(r"the ", right) and re.search(r"\b(of|for|to|in|at)( the)?( \w+)?$", left) is None:
        return False
    if re.search(r"\b(for|of|on|to)\s(?:the\s)?(?:\S+\s){0,2}\S+$", left) and not re.search(
        r"\bof (?:State|Defense|the \w+)$", left
    ):
        head = re.match(r"\w+", bare)
        return not (
            head and head[0].lower() in _HEAD_NOUNS and re.match(r"\S+\s(in|at|to|of|for)\b", bare)
        )
    return False


def party(text: str) -> Name:
    """One party: office and personal name apart.

    >>> party("the Chargé in Pakistan (Lewis)")
    Name(name='Lewis', office='Chargé in Pakistan', acting_for='', ref='', address='')
    >>> party("Robert W. Komer of the National Security Council Staff").office
    'National Security Council Staff'
    """
    text = _MARK.sub("", squeeze(text).strip(" ,;:")).strip(" ,;:")
    text = re.sub(r"^(?:the|from|by|to|for)\s+", "", text, flags=re.I).rstrip(" .") if not re.search(
        r"(?:Jr|Sr|[A-Z])\.$", text) else re.sub(r"^(?:the|from|by|to)\s+", "", text, flags=re.I)  # fmt: skip
    if re.match(r"(?:Special )?(?:Group|Committee|Board|Panel)\b", text):
        return Name("", _tidy(text))  # "Special Group (Counter Insurgency)": no person
    bracket = [
        m
        for m in _BRACKET.finditer(text)
        if is_person(re.sub(r"^(Mr|Dr|Mrs|Miss|General|Gen)\.? ", "", m[1]))
    ]
    if bracket:
        inner = bracket[-1]
        rest = (text[: inner.start()] + " " + text[inner.end() :]).strip(" ,")
        return Name(inner[1], _tidy(rest))
    text = _BRACKET.sub(" ", text).strip(" ,") or text
    if match := re.match(r"(.+?)\s+(?:of|at|in)\s+(?:the\s+)?((?:[A-Z]|his|her).+)$", text):
        if is_person(_without_title(match[1])) and " " in match[1]:
            return Name(match[1], _tidy(match[2]))
    if match := re.match(r"([^,]+),\s+(?:the\s+)?(.+)$", text):
        if is_person(_without_title(match[1])) and not _rank(match[2]):
            return Name(match[1], _tidy(match[2]))
    if match := re.match(
        r"(.+\b(?:Assistant|Adviser|Secretary|Aide|Envoy|Representative)),? ([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2})$",
        text,
    ):
        if is_person(match[2]):
            return Name(match[2], _tidy(match[1]))
    return _trailing_name(text)


def _without_title(words: str) -> str:
    tokens = words.split()
    while len(tokens) > 1 and tokens[0].strip(".").lower() in _TITLES:
        tokens.pop(0)
    return " ".join(tokens)


def _trailing_name(text: str) -> Name:
    tokens = text.split()
    at = len(tokens)
    while at > 0 and _name_like(tokens[at - 1]):
        at -= 1
    name, before = tokens[at:], tokens[:at]
    while name and name[0].lower() in ("y", "e", "i", "iii"):
        before.append(name.pop(0))
    if not name:
        return Name("", _tidy(text))
    if not before and len(name) > 1 and name[0].strip(".").lower() in _RANKS | _CROWNS:
        return Name(" ".join(name[1:]), name[0])
    if not before:
        return (
            Name(" ".join(name).rstrip(","), "")
            if is_person(" ".join(name))
            else Name("", _tidy(text))
        )
    if before[-1].lower() in (
        "in",
        "of",
        "at",
        "for",
        "to",
        "the",
        "on",
        "and",
        "with",
        "a",
        "from",
        "by",
        "&",
    ):
        return Name("", _tidy(text))
    if before[-1].strip(".").lower() not in OFFICE | _TITLES and not before[-1].endswith(","):
        return Name("", _tidy(text))
    if not is_person(" ".join(name)) or not _borne(before):
        return Name("", _tidy(text))
    office = " ".join(before).rstrip(",")
    if office.rstrip(".").lower() in (
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "m",
        "mme",
        "herr",
        "sir",
        "señor",
        "signor",
    ):
        return Name(f"{office} {' '.join(name)}", "")
    return Name(" ".join(name).rstrip(","), _tidy(office))


_BORNE = _TITLES | frozenset(
    """director administrator assistant adviser advisor counselor counsellor chief chargé
consul commissioner commissar envoy representative leader large president's attorney solicitor treasurer delegate""".split()
)
_OF = re.compile(
    r"\b(?:Secretary|Minister|Director|Administrator|Chief|Commissioner|Commissar|Chairman|Assistant|Ambassador|Chancellor|Under|"
    r"Deputy|President|Governor|Master|Keeper|Lord|King|Queen|Prince|Princess|Duke)\b.*\b(?:of|for|at|to)\s(?:the\s)?(?:[A-Z][\w-]+\s){0,3}(?P<last>[A-Z][\w-]+)$"
)
_OBJECTS = frozenset(
    """state defense defence treasury commerce agriculture interior labor labour affairs staff war navy army force forces
intelligence council general budget education welfare transportation energy trade republic exchequer seal rolls union large presidency
security""".split()
)


def _borne(office: list[str]) -> bool:
    """Whether a person bears it ("Secretary of State"), not a body or a post ("Embassy", "Council")."""
    if {w.lower() for w in office} & _BODIES - {
        "council",
        "general",
        "staff",
        "board",
        "ministry",
        "department",
        "agency",
    }:
        return False
    return office[-1].strip(".,").lower() in _BORNE or bool(
        (match := _OF.search(" ".join(office).rstrip(","))) and match["last"].lower() in _OBJECTS)  # fmt: skip


def _tidy(office: str) -> str:
    office = re.sub(r"^(?:the|a|an)\s+", "", squeeze(office).strip(" ,;:.()"), flags=re.I)
    return office[:1].upper() + office[1:]
