"""What may stand before and after a number that names a letter, as patterns.

Before: an owner ("your 1164"), a short form ("Embtel"), a post ("Seoul's"), a series ("Delga"), a
noun ("telegram No."). After: the post it went to, its day, the numbers of its copies.
"""

from __future__ import annotations

import re

from letterbook.mark.mention_posts import POST, POSTS, any_of
from letterbook.mark.mention_words import NOUN, SERIES, SHORT
from letterbook.mark.months import DAY, MONTH

NUMBER = re.compile(  # its first character is asked before what stands before it, for speed
    r"(?P<n>[A-Z0-9](?<![\w$£.,:/–—-].)(?:(?<=\d)(?:\d{5}Z|\d{0,5})|(?<=[A-Z])[A-Z]{0,2}[-–]\s?\d{1,6})"
    r"(?:[-–/]\d{1,4})?)"
    r"(?![\w%]|[.,:]\d|[-–]\w|/[A-Za-z])"  # "Ref. 71/Or./57" is a file's number
)
_S = r"(?:['’]s)?"
_BY = (
    rf"(?:(?:the\s)?(?:[Dd]ep(?:artmen)?t{_S}|[Ee]mb(?:assy|s)?{_S}|[Ll]eg(?:ation)?{_S}"
    rf"|[Cc]on(?:sulate|gen)?(?:\s[Gg]eneral)?{_S}|[Mm]ission{_S}|DEPT|EMB|[A-Z][a-zé]+['’]s?))"
)
_NO = r"(?:[Nn]os?\.?\s?|[Nn]rs?\.?\s|[Nn]umbers?\s|\#\s?|NO\.?\s)?"
_OWNER = r"(?:[Yy]our|[Uu]r|[Yy]r|[Mm]y|[Oo]ur|YOUR|UR|MY|[Rr]e[Uu]r|[Rr]emy)"
_OUT = (
    r"(?:[Dd]ep(?:t|artment)?(?:['’]s)?\s?tels?|DEPTELS?|[Tt]elegrams?|[Tt]els?|[Ss]tate|[Dd]ept)"
)
_CAPTION = r"(?:(?i:exdis|nodis|limdis|niact|notal|priority|eyes\sonly)\s)?"
BEFORE = re.compile(
    rf"""(?<!\w)(?:
      (?P<owner>{_OWNER})\s(?P<onoun>(?:(?:[a-z]+\s)?(?:{NOUN}|{SERIES}|{SHORT})\s)?)
    | (?P<short>{SHORT})\s(?:(?P<each>{POST})\s)?
    | (?P<yours>{_OWNER})\s(?P<mine>{POST})\s
    | CAS\s(?P<cas>{POST}|Wash)\s
    | (?P<joint>(?:State[-–])?Defense)\s(?:(?:[Mm]essage|[Cc]able)\s)?(?=\Z)
    | (?:(?P<out>{_OUT})\sto
        |(?P<origin>{POST})(?:\s(?:tel(?:egram)?|cable))?\s(?:sent|to|sent\sto))
      \s(?P<there>{POST}|[Dd]ep(?:artmen)?t)\s
    | (?P<post>{POST})(?:['’]s?)?\s(?P<pnoun>(?:(?i:{NOUN})\s)?)
    | (?P<series>{SERIES})\s
    | (?P<refer>[Rr]eference|[Rr]ef)[.:]?\s
    | (?P<by>{_BY})\s(?P<bnoun>(?:(?:[Cc]ircular\s)?(?i:{NOUN})\s)?)
    | (?P<fnoun>(?i:{NOUN}))\sfrom\s(?P<from>{POST}),?\s
    | (?P<circ>(?i:circular\s))?(?P<noun>(?i:{NOUN}))\s(?:\([A-Z]{{3,5}}\)\s)?
    ){_CAPTION}{_NO}$""",
    re.X,
)
MAY_NAME = re.compile(  # asked before all else, for most numbers name nothing
    r"(?:\b(?:[A-Z][\w.]*(?:['’]s?)?,?|[Yy]our|[Uu]r|[Yy]r|[Mm]y|[Oo]ur"
    r"|[a-z]*(?:tels?|cables?|gams?|lets?|des|desps?|msgs?|circs?)|exdis|nodis|limdis|niact"
    rf"|[Nn]os?\.?|[Nn]rs?\.?|[Nn]umbers?|{NOUN})|\#|\([A-Z]{{3,5}}\))\s*$"
)
_LAST = any_of({city.rpartition(" ")[2] for city in POSTS})
ENDS = re.compile(  # with which words `BEFORE` can end: every other capital is soon done with
    rf"(?:(?<!\w)(?:{_OWNER}|{SHORT}|{SERIES}|IN|DEPT|EMB|Wash|Defense|State|(?i:{_LAST})"
    rf"|(?i:{NOUN}|verbales?|con(?:versation|ference)s?|m[eé]moires?|reference|ref|dept|department"
    r"|emb|embassy|embs|leg|legation|con|consulate|congen|general|mission|message|cable"
    r"|exdis|nodis|limdis|niact|notal|priority|only|nos?|nrs?|numbers?)"
    r"|[A-Z][a-zé]+(?=['’]))(?:['’]s?)?[.:,]?|\#|\([A-Z]{3,5}\))$"
)
THING_BEFORE = re.compile(
    rf"\b(?:(?i:{MONTH})|Page|Document|Article|Section|Resolution|Chapter|Part|Annex|Tab|Room|Lot"
    r"|RG|vol|Box|Paragraph|para|Point|Item|Group|Title|Phase|In|On|At|By|Since|The|About"
    r"|Approximately|Some|Over|Of|And|FY|Year|SUBJECT)\.?\s*$"
)
AFTER_DAY = re.compile(rf"(?:(?:{MONTH})(?:\s{DAY})?,?|\bFY|[Yy]ear|\bCY|\bin|\bof)\s$", re.I)
COPY = re.compile(
    r"(?:\b(?:rptd|repeated|rpt|[Ss]ent|pouched|passed|relayed)\s(?:(?:for\s)?info(?:rmation)?\s)?"
    r"|\binfo(?:rmation)?\s(?:copy\s)?)(?:to\s|for\s|and\s|[A-Z][\w.’']*\s|\d+,?\s)*$"
)
"""Words before the number of a copy: "repeated Manila 23"."""
_COPY_TO = rf"(?:(?!(?i:{MONTH}))(?!{SHORT}\s)[A-Z][\w.’']+\s){{1,3}}(?:[Nn]o\.\s)?\d+"
COPIED = re.compile(rf"(?P<to>{POST})\s(?:[Nn]o\.\s)?(?P<n>\d+)")
COPIES = re.compile(
    r"(?:,?\s\(?(?:rptd|repeated|rpt|(?:also\s)?sent)\s(?:info(?:rmation)?\s|to\s)*"
    rf"(?:{_COPY_TO}(?:,?\s(?:and\s|info\s)?(?=[A-Z])(?!(?i:{MONTH})))?)+)"
)
JOIN = re.compile(r"(?:\s*[,;]\s*|\s+)(?:and\s+|&\s|or\s|through\s|to\s)?|\s?[-–/]\s?")
_Y = r"(?:,?\s(?:1[6-9]\d\d|20\d\d))?"
CORRECTED = re.compile(r"\s?\[(?P<n>\d{1,6})\]?")
"""An editor's number for the one that the letter gives wrongly: "Embtel 806 [803]"."""
EACH = re.compile(rf"(?:,?\s(?:and\s)?{POST}\s\d+)+")
"""The numbers it bears at other posts: "Deptel Sarn 394, Vardény 602, Hollin 37"."""
GROUP = re.compile(r",?\s\(?DTG:?\s\d{6}Z\)?(?:\s(?=\())?")
"""The date-time group beside a number is the same message's: "JCS 947046 DTG 252148Z"."""
NUMBER_DAY = re.compile(
    rf"(?:,?\s|\s?\()(?:dated\s|of\s|on\s)?\(?((?:{MONTH})\s{DAY}(?:\s?\[\d+\])?{_Y}"
    rf"|{DAY}\s(?:of\s)?(?:{MONTH}){_Y}|\d{{1,2}}/\d{{1,2}}(?:/\d\d)?)(?!\w)",
    re.I,
)
TO = re.compile(
    rf"\s(?:(?P<way>to|from)\s(?:the\s)?(?P<where>{POST}|Dep(?:artmen)?t)|(?P<bare>{POST}))"
    r"(?![\w’'])(?!\s\d)"
)
MEASURE = re.compile(
    r"\s?(?:percent|per\scent|%|years?|days?|weeks?|months?|hours?|minutes?|men|million|billion"
    r"|thousand|points?|miles?|dollars?|troops|persons|tons|members|votes|battalions|copies|pages"
    r"|mm\b|[ap]\.?\s?m\b)",
    re.I,
)
MONTH_NEXT = re.compile(rf"\s(?:of\s)?(?:{MONTH})(?!\w|\s\d{{1,2}}(?!\d))", re.I)
THING_NEXT = re.compile(r"\s(?:[A-Z][a-z]|budget|program|fiscal|elections?|levels?|crop|model)")
