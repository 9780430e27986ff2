"""Works and files that a note cites without a series of documents: books, newspapers, archives.

The usual series are known by name; any other work by its title's capitals before "p. 12".
"""

from __future__ import annotations

import re

from letterbook.mark.months import MONTH

KNOWN = re.compile(
    r"""
    \b(?:The\s)?(?P<known>
      (?:(?:U\.S\.\s)?Department\sof\sState|State\sDepartment)\sBulletin
      |Bulletin(?=,\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?\s\d)
      |(?:[A-Z]\w+\s)?Public\sPapers(?:\sof\sthe\sPresidents(?:\sof\sthe\sUnited\sStates)?)?
       (?:\s?:\s(?:[A-Z][\w.]*\s?){1,4})?
      |Weekly\sCompilation\sof\sPresidential\sDocuments
      |American\sForeign\sPolicy\b(?=,?\s\d{4}|:|,\s(?:Basic|Current))(?:(?::|,\s\d{4}[–-]\d{4}:)\s(?:Current|Basic)\sDocuments)?
      |(?:A\sDecade\sof\s)?American\sForeign\sPolicy:\sBasic\sDocuments
      |Documents\son\s(?:Disarmament|Germany|American\sForeign\sRelations|International\sAffairs
         |British\sForeign\sPolicy|German\sForeign\sPolicy)
      |British\sand\sForeign\sState\sPapers|Command\sPapers
      |Congressional\sRecord|Federal\sRegister|Parliamentary\sDebates|Statutes\sat\sLarge
      |Treaties\sand\sOther\sInternational\s(?:Acts\sSeries|Agreements)
      |(?:United\sNations\s|League\sof\sNations\s)?Treaty\sSeries|Executive\sAgreement\sSeries
      |Official\sRecords\sof\sthe\s(?:General\sAssembly|Security\sCouncil)
      |Pentagon\sPapers(?:\s?:\s(?:The\s)?[\w\s]{3,30}?Edition|\s\([^)]{1,30}\))?
      |United\sStates\sPolicy\sin\sthe\sMiddle\sEast
      |Current\sDigest\sof\sthe\sSoviet\sPress|Current\sEconomic\sDevelopments
      |(?:New\sYork|London|Los\sAngeles)\sTimes|Washington\s(?:Post|Star)|Wall\sStreet\sJournal
      |New\sYork\sHerald\sTribune|Christian\sScience\sMonitor|Baltimore\sSun
      |(?:Le\sMonde|Pravda|Izvestia|Jen-min\sJih-pao|Foreign\sAffairs|Newsweek)(?=,\s[A-Z]?\w)
    )""",
    re.X,
)
"""The usual series and newspapers of diplomatic editions."""

_HOLDER = (
    r"National\sArchives(?:\sand\sRecords\sAdministration)?|(?:[A-Z][\w.]+\s){1,3}Library(?=[,:])"
    r"|Library\sof\sCongress(?=[,:])|Department\sof\s(?:State|Defense|the\sTreasury)(?=[,:])"
    r"|Central\sIntelligence\sAgency(?=[,:])|Washington\sNational\sRecords\sCenter"
    r"|Public\sRecord\sOffice|National\sDefense\sUniversity(?=,)|Central\sFiles"
    r"|Archives\s(?:du|of\sthe|Nationales)"
)
ARCHIVE = re.compile(rf"\b(?P<archive>(?:{_HOLDER})\b[^;()\[\]]*)")
_END = re.compile(
    r"(?<![Vv]ol)(?<!\bNo)(?<!\bNos)(?<!\b[A-Z])(?<!\bJr)(?<!\bDr)\.(?:\s+[A-Z“(]|\s*$)"
    r"|\.(?=\s+(?:Top\sSecret|Secret|Confidential|No\sclassification|Unclassified|Official|Limited)\b)"
    r"|\s+(?:[Ff]or|[Ss]ee)\s"
)
_KEPT = re.compile(
    r"\b(?:Files?|Lot|RG|Box|Papers|Records|Folder|Collection|Group|FO|CAB|PREM|Job)\b|\d/\d"
)
_PRINTED = re.compile(r"\bpp?\. ?\d|\bDocuments? \d|\bForeign Relations\b")


def archive_end(text: str, start: int, end: int, sure: bool = False) -> int:
    """Where the archive's reference that begins at `start` ends; `start` when it is none.

    `sure`: the words before have said that it is one ("ibid." of an archive).
    "Johnson Library, National Security File, Box 3. Secret." ends before "Secret".
    """
    stop = _END.search(text, start, end)
    words = text[start : stop.start() if stop else end].rstrip(" .,")
    if not (sure or _KEPT.search(words)) or _PRINTED.search(words):
        return start
    return start + len(words)


_CLAUSE = re.compile(
    r"(?<![Vv]ol)(?<!\bNo)(?<!\bNos)(?<!Suppl)(?<!\byr)(?<!\beds)(?<!\bed)(?<![Cc]hap)(?<!\bpt)"
    r"(?<!\bJan)(?<!\bFeb)(?<!\bMar)(?<!\bApr)(?<!\bAug)(?<!\bSept)(?<!\bOct)(?<!\bNov)(?<!\bDec)"
    r"(?<=[a-z\d)\]”]{2})\.[”\"]?\s|[;\"”\[]\s|\("
    r"|\b(?:[Ss]ee|[a-z]+\s+in|is|also|printed|cf\.|entitled)\s+(?=[A-Z“])"
)
_TITLED = re.compile(r"(?:[A-Z][\w’'.&:-]*|of|the|and|in|on|for|to|an?|de|la|du|der|at|—|:)")
_DETAIL = re.compile(r"\d|\b(?:ed|eds|vol|yr|Suppl|Nos?|Edition|Series|Session|Meetings?)\b")
_OF_A_WORK = re.compile(
    r"\b(?:eds?\.|yr\.|Suppl|Nos?\. |Edition|Series|Session|Meetings|Congress|Committee|chap\."
    r"|[A-Z]\w+/\w+ 1[89]\d\d|vol\.|Issue|Yearbook)|\bU\.?N\.? "
)
_LETTERS = re.compile(
    r"\b(?:[Tt]el(?:egram)?s?|[Dd]espatch(?:es)?|[Ll]etters?|[Nn]otes?|[Mm]emorand(?:um|a)"
    r"|[Aa]irgrams?|[Mm]essages?|[Ss]tatements?|[Cc]irculars?|[Mm]inutes?|[Rr]ecords?|[Dd]ated"
    r"|[Aa]ide-mémoire|[Ee]nclosure|[Aa]nnex|[Cc]ommuniqué|[Rr]esolution|[Ii]nstructions?"
    r"|[Ff]ootnotes?|[A-Z][a-z]{2,6}(?:tel|el|ga|to)s?|\d+ (?:to|from) [A-Z]\w+)\b"
)


def work_before(text: str, at: int) -> tuple[str, str, int] | None:
    """The title, the details and the start of the work that "p. 12" at `at` is of, if any.

    "Ball, The Past Has Another Pattern, pp. 390–391" → ("Ball, The Past …", "", start).
    """
    low = max(0, at - 240)
    before = text[low:at].rstrip(" ,")
    imprint = re.search(r"\s*\([^()]{3,90}\)$", before)
    if imprint:
        before = before[: imprint.start()]
    clause = max((stop.end() for stop in _CLAUSE.finditer(before)), default=0)
    segments = before[clause:].split(", ")
    details: list[str] = []
    while segments and _DETAIL.search(segments[-1]) and not _title(segments[-1]):
        details.insert(0, segments.pop())
    titles: list[str] = []
    while segments and _title(segments[-1]):
        titles.insert(0, segments.pop())
    title = ", ".join(titles)
    named = len(title.split()) > 1 or (imprint and title)
    if not named or any(_LETTERS.match(part) for part in titles):
        return None
    return title, ", ".join(details), low + before.rfind(title)


def _title(segment: str) -> bool:
    """Whether each word has a capital or is one that titles keep small, and none is a number."""
    words = segment.split()
    return bool(words) and words[0][0].isupper() and all(_TITLED.fullmatch(w) for w in words)


_THIS = re.compile(
    r"(?:\b[Aa]nte|\b[Pp]ost|\b[Ss]upra|\b[Ii]nfra),?\s*$|^\s*$|\b[Ss]ee(?:\salso)?\s+$"
    r"|\bprinted (?:on|in)\s+$"
)


def of_this_volume(text: str, at: int, end: int) -> bool:
    """Whether "p. 12" at `at` is a page of the very edition: "see telegram 5, May 3, p. 12"."""
    if re.match(r"\s*(?:ff?\.)?\s+of\b", text[end : end + 12]):
        return False
    before = text[max(0, at - 140) : at]
    if _THIS.search(before):
        return True
    clause = before[max((stop.end() for stop in _CLAUSE.finditer(before)), default=0) :].strip()
    if (
        not clause.endswith(",")
        or clause.endswith("),")
        or _OF_A_WORK.search(_TELEGRAM.sub("", clause))
    ):
        return False
    return bool(_LETTERS.search(clause) or _DAY.search(clause)) or clause.endswith("this volume,")


_TELEGRAM = re.compile(r"\b[Tt]elegrams? Nos?\. ")
_DAY = re.compile(
    rf"\b(?i:{MONTH}) \d{{1,2}}(?:, 1\d{{3}})?(?:,? (?:to|from) [A-Z]\w+(?: [A-Z]\w+)?)?,$"
    r"|\b(?:[A-Z]{2,}|[A-Z]+ [A-Z])[ –-]?\d+(?:/\d+\w?)?,$"
)
"""What a letter of this edition may be named by before its page: "NSC 20, July 12, p. 589"."""
