"""Turns of agreeing, declining, reporting: "I gladly accept", "we cannot agree", "as promised"."""

from __future__ import annotations

ANSWERING: dict[str, str] = {
    "accept": (
        r"\bSELF,? (?:(?:have|has|am|are|do|would|can|could|shall|will|gladly|quite|fully|also|"
        r"entirely|therefore|readily|now|wholly|thus|then|of course|thereby|both|in principle|"
        r"happily|hereby),? ){0,4}(?:agreed?|agrees|accept(?:s|ed)?|concur(?:s|red)?|consents?|"
        r"consented|approved?|approves|authori[sz]ed|acced\w+|comply|"
        r"assents?)\b(?! (?:with (?:your|YOU|MAN|the|this) (?:\w+ )?(?:view|thought|opinion|"
        r"assessment|conviction|analysis|that)|with YOU that|as to the|that (?:there|it is|"
        r"this is|the problem|BOTH|the two)))"
    ),
    "accept view": (
        r"\bSELF (?:\w+ ){0,3}(?:agree|share|concur)\b.{0,15}\b(?:view|thought|opinion|"
        r"assessment|analysis|conviction|with YOU|conclusion|concern|hope)\b"
    ),
    "accept principle": (
        r"\bin principle\b.{0,60}\b(?:agree|welcome|accept|concur|approve)\w*|\b(?:agree|"
        r"welcome|accept|concur|approve)\w*.{0,30}\bin principle\b|"
        r"\bSELF (?:\w+ ){0,3}welcomes? (?:the|your|this|LAND|MAN)(?:'s)? (?:\w+ )?(?:proposal|"
        r"offer|initiative|suggestion|invitation)"
    ),
    "accept at request": (
        r"\b(?:at|acting upon|acting on|in compliance with|in accordance with|in accord with|"
        r"pursuant to|following|on) (?:your|the|YOU|LAND) (?:\w+ ){0,2}(?:request|suggestion|"
        r"invitation|wish(?:es)?|proposal)s?\b|\bSELF deferred to\b|\bhave authori[sz]ed\b|"
        r"\bas YOU (?:\w+ )?(?:suggested|requested|proposed|asked|wished)"
    ),
    "accept gladly": (
        r"\b(?:gladly|readily|pleasure|no objection|happy to accept|glad to accept|"
        r"willingly)\b.{0,30}\b(?:accept|agree|comply|concur|to)\w*|\bhave no objection\b|"
        r"\b(?:your|YOU) (?:proposal|suggestion|request|offer|invitation|"
        r"condition)s? (?:\w+ )?(?:is|are|has been|have been|meets?) (?:\w+ )?(?:acceptable|"
        r"agreeable|accepted|granted|approved|with)"
    ),
    "accept third": (
        r"\b(?:YOU|he|LAND|they|MAN|YOU and \w+) (?:(?:have|has|had|now|also|been|"
        r"\w+ly) ){0,3}(?:agreed|accepted|consented)\b(?! with)|\bSELF (?:were in agreement|"
        r"agreed) (?:that|to)\b|\bwere in agreement\b|\bhas been accepted\b"
    ),
    "accept understand": (
        r"\bSELF (?:\w+ ){0,2}(?:can )?(?:certainly |fully |well )?understand why\b|"
        r"\bwithout question\b|\bacceptable to\b|\bwould be wrong\b"
    ),
    "refuse cannot": (
        r"\b(?:SELF|government|LAND|our \w+),? (?:(?:\w+ly|also|therefore),? ){0,3}(?:cannot|"
        r"can not|could not|can in no|can never|am unable to|are unable to|is unable to|"
        r"am not able to|are not able to|is not able to|(?:am|are|is) not (?:\w+ )?(?:prepared|"
        r"ready|willing|disposed|in a position) to|see no way)[ ,]*(?:\w+,? ){0,4}(?:accept|"
        r"agree|subscribe|acquiesce|consent|support|comply|grant|permit|allow|accede|entertain|"
        r"undertake|give|make|meet|join|commit|contemplate|adopt|recogni[sz]e|admit|associate|"
        r"approve|do|move|go|concur|tolerate|withdraw|abandon|authori[sz]e|discuss|insist|"
        r"see (?:\w+ )?way|make (?:more|it))"
    ),
    "refuse cannot at all": (
        r"\bSELF,? (?:\w+,? ){0,2}(?:cannot|can not|could not|am unable|are unable|"
        r"is unable)\b (?!(?:but|help|forget|end|stress|tell|say|express|believe|imagine|get|"
        r"conceal|hide|ignore|afford|overlook|emphasi))"
    ),
    "refuse not prepared": (
        r"\b(?:not|neither|nor|no)\b.{0,30}\b(?:prepared|ready|willing|in a position|possible|"
        r"able|acceptable) (?:\w+ )?to\b|\b(?:SELF|LAND|he|MAN) (?:\w+ )?(?:rejects?|declines?|"
        r"refuses?|opposes?|am opposed|are opposed|is opposed|must decline|rejected|declined|"
        r"refused)\b"
    ),
    "refuse no government": (
        r"\bno (?:\w+ ){0,3}(?:can|could|would) (?:accept|agree|tolerate|consent|permit)\b|"
        r"\bin no (?:sense|way) (?:agreed|accept)|\bunacceptable\b|\bnot acceptable\b|"
        r"\bno longer (?:justify|possible|accept)|\bcannot (?:legally|rightly|properly)\b"
    ),
    "refuse no room": (
        r"\b(?:leaves?|contains?|gives?|affords?|offers?|there is|sees?|has|"
        r"provides) no (?:\w+ )?(?:place|room|provision|basis|ground|right|authority|scope|"
        r"justification|warrant|reason|case|way)\b"
    ),
    "refuse doubt": (
        r"\bSELF (?:\w+ )?(?:doubt that|doubt whether|do not (?:think|believe|consider|agree|"
        r"like|see how)|does not (?:think|believe|consider|agree)|dislike)\b|\bdo not like\b|"
        r"\b(?:seems|appears) (?:to SELF )?(?:dangerous|unwise|inadvisable|premature|"
        r"undesirable)\b|\bobstacle\b"
    ),
    "refuse regret": (
        r"\b(?:regret|sorry|unfortunately|difficult)\b.{0,60}\b(?:cannot|unable|"
        r"not (?:be )?(?:able|possible)|impossible|to (?:make|agree|meet|comply|grant|accept)|"
        r"decline|more than)\b|\b(?:put|putting) off\b.{0,30}\b(?:your|proposal|visit|"
        r"request)\b|\bpremature\b"
    ),
    "report done": (
        r"\b(?:has|have|had) (?:(?:now|already|also|since|not yet|not|been|fully|largely|duly|"
        r"promptly|willingly|thus|therefore) ){0,3}(?:complied|withdrawn|evacuated|completed|"
        r"carried out|fulfill?ed|implemented|executed|supported|expedited|paid|delivered|"
        r"released|returned|ratified|violated|breached|failed|ignored|made clear|observed|"
        r"issued|transmitted|begun|started|crossed|executed|honou?red|neglected|lifted|opened|"
        r"closed|surrendered|removed|disbanded)\b"
    ),
    "report as promised": (
        r"\bas (?:SELF )?(?:had )?(?:\w+ )?(?:promised|undertaken|undertook|requested|ordered|"
        r"agreed)\b|\bas (?:I|SELF) (?:had )?(?:told|assured|informed) YOU\b|"
        r"\bSELF (?:telephoned|delivered|conveyed|transmitted|carried out|instructed)\b|"
        r"\bSELF have done so\b"
    ),
    "report not": (
        r"\b(?:has|have) not (?:yet |as yet |so far )?(?:been )?(?:\w+ed|begun|paid|kept|"
        r"withdrawn|left)\b|\bstill (?:hold|holds|occup\w+|in their|stand|held|unpaid|awaiting|"
        r"remain)\w*|\b(?:promise|pledge|undertaking|assurance|"
        r"agreement)s?\b.{0,40}\b(?:not (?:been )?(?:kept|fulfilled|carried)|broken|ignored|"
        r"unfulfilled|violated)\b"
    ),
    "report breach": (
        r"\b(?:in (?:violation|contravention|defiance|breach|disregard) of|contrary to|"
        r"violat(?:ed|es|ion|ions|ing)|infring\w+|breach\w*|failure (?:of YOU |of LAND |"
        r"by \w+ )?to|failed to|defied|disregard\w*|delay in|occup(?:y|ies))\b"
    ),
    "report worked": (
        r"\bSELF (?:\w+ )?(?:have|has) (?:\w+ ){0,2}(?:continued to (?:work|press|seek)|"
        r"made clear|taken (?:the )?steps|given (?:orders|instructions)|seen to it)\b|"
        r"\bdid not hesitate to\b"
    ),
}
