"""The words that name a letter in another letter: nouns, telegram series, short telegraphic forms.

"letter" and "aide-mémoire" are nouns; "Delga" and "Secto" are series counted by one side;
"Embtel", "Deptel", "urtel", "mytel" say in one word whose telegram it is.
"""

from __future__ import annotations

import re
from typing import Literal

NOUN = (
    r"(?=[acdilmnprtw])"  # asked first: most words begin otherwise
    r"(?:letters?|messages?|telegrams?|cables?|cablegrams?|notes?(?:\sverbales?)?"
    r"|(?:memorand(?:um|a|ums)|memos?)(?:\s(?:of\s(?:(?:an?|the|my|our|his|your)\s)?)?"
    r"con(?:versation|ference)s?)?|memcons?"
    r"|aides?[- ]m[eé]moires?|des?patch(?:es)?|dispatch(?:es)?|airgrams?|repl(?:y|ies)|responses?"
    r"|communications?|communiqués?|proposals?|requests?|papers?|circulars?|instructions?"
    r"|wires?|msgs?|tels?\.?"
    r"|telegrs?\.|desps?\.?)"
)
"""Nouns that name a letter, singular and plural."""

STEMS = (
    "letter", "messag", "tel", "cable", "note", "memo", "memc", "aide", "desp", "disp", "depat",
    "airgram", "repl", "respons", "communi", "proposal", "request", "paper", "circular",
    "instruction", "wire", "msg",
)  # fmt: skip
"""How those nouns begin, in small letters; looked for first, for speed."""

STRONG = re.compile(
    r"(?:letter|message|telegram|cable|note|memo|aide|des?patch|dispatch|airgram|repl|response"
    r"|communication|wire|msg|tel|desp)",
    re.I,
)
"""Nouns that name a letter whatever stands around them; a proposal is one only with a day."""

PLURAL = re.compile(r"(?:s\.?|ies|da|x)$", re.I)

SENT = "sent"
"""What stands among a mention's qualifiers where its words say that somebody has sent it."""

COMING = "coming"
"""What stands there where they say that somebody is to send it."""

_OWNER = (
    r"(?:[Ee]mb|EMB|[Dd]ept?|DEPT?|[Ll]eg|[Cc]on|[Cc]ongen|[Mm]is|[Dd]el|[Uu]r|[Yy]our|[Mm]y|[Oo]ur"
    r"|[Rr]e|[Rr]e[Uu]r|[Rr]emy|[Rr]eour|[Dd]ep[Cc]ir|[Dd]ept?circ?|[Cc]irc?|[Aa]m[Ee]mb|[Tt]his)"
)
_SHORT = (
    r"(?:[Tt]els?|TELS?|[Tt]elegs?|[Cc]irc?tels?|[Cc]irc?gams?|[Dd]es(?:p(?:at?ch)?)?s?|[Gg]ams?"
    r"|[Aa]irgrams?|[Ll]ets?|[Cc]abs?|[Cc]ables?|[Ii]ns?|[Mm]sgs?)"
)
SHORT = rf"(?:{_OWNER}{_SHORT}|[Cc]irc?tels?)"
"""One word that says owner and kind: "Embtel", "Deptels", "urtel", "Depcirtel", "Contel"."""

SERIES = (
    r"(?:Delgas?|Gadels?|Teduls?|Dultes?|Sectos?|Tosecs?|Polt[oi]s?|Topols?|Topads?|Kascom|Comkas"
    r"|Telac|Actel|Telun|Unmis|USUN|Usun|Secun|Tocah|Cahto|Ecbus|Busec|Toica|Icato|Usfot[oi]?"
    r"|Tousfo|Luter|Musto|Tomus|Disto|Todis|Nusup|Supnu|Toaid|Aidto|Cedto|Tocod|Ecoto|Reptos?"
    r"|Toreps?|Vipto|Tovip|Hakto|Tohak|Coled|Edcol|Excon|Usgad|Martel|Telmar|Amvat|Depcir|Airgram"
    r"|Codel|Todel|Delto|Cantel|Telcan|Colux|Luxco|Murto|Tomur|Tovan|Vanto|SGN|Delsec|Secdel|Estel|Telest|Sito|SITO|Gampo|Ukta|Gado|Fecto|Tofec"
    r"|JCS|DEF|Def|DA|CINCFE|CINCPAC|CINCUNC|COMUSMACV|COMUSJAPAN|MACV|MAC|CX|HZ|HK|ZX?|GX|CAP|CAS|WH"
    r"|Circs?|Circusit[oi]|Paristel|Confe|[A-Z]{2,4}\sIN|OUT|SITTO|SAIG|CAX|ALO|SHAPTO|PRM|NSAM|NSDM|NSSM|DTG|OSD|SecDef|SECDEF|DISCO|DIRNSA|EUC|ECJ\w*|USFJ|UK)"
)
"""Series of telegrams, each counted by one side: a delegation's ("Delga") or the capital's."""

Side = Literal["writer", "addressee", "other"]
OWN = re.compile(r"(?:re)?(?:my|our)", re.I)
YOURS = re.compile(r"(?:re)?(?:ur|your|yr)", re.I)


def whose(words: str) -> Side:
    """The side that an owner's word gives a letter to: "your", "urtel" → addressee."""
    if YOURS.match(words):
        return "addressee"
    return "writer" if OWN.match(words) else "other"
