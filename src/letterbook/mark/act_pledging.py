"""Turns of promising: "we shall withdraw", "you assured me that", "he said that he would".

Threats of the writer's own act bind him too: "we must then be free to resume"."""

from __future__ import annotations

from letterbook.mark.act_phrases import ADV, IDLE, OWN, TALK, WILL

PLEDGING: dict[str, str] = {
    "pledge will": rf"\b{OWN},? {ADV}{WILL},? {ADV}(?:not )?{ADV}(?!{IDLE}\b)(?:\w+)",
    "pledge will self": (
        rf"\bSELF,? {ADV}{WILL},? {ADV}(?:not |never )?{ADV}(?!{IDLE}\b|(?:be|not)\b)\w+"
    ),
    "pledge will be": (
        rf"\bSELF,? {ADV}{WILL} {ADV}be (?:in touch|writing|sending|ready|free|guided|"
        rf"responsible|represented|obliged|compelled|forced|watchful|giving|working)"
    ),
    "pledge touch": (
        r"\b(?:be|keep|get) (?:\w+ )?in (?:\w+ )?touch\b|\bkeep YOU (?:\w+ )?(?:informed|"
        r"advised|posted)"
    ),
    "pledge ready": (
        rf"\bSELF,? (?:(?:am|are|is|stands?|remains?|feels?|would be|will be|shall be|"
        rf"were) )?{ADV}(?:fully )?(?:ready|prepared|willing|determined|resolved|committed|"
        rf"in readiness|most anxious|pledged)(?:, [\w ]+,)? (?:\w+ly )?(?:to|in|"
        rf"that) (?!(?:\w+ )?{TALK})|\bSELF (?:\w+ ){{0,3}}(?:determined|resolved) to\b|"
        rf"\bSELF,? (?:[\w ]+, )?(?:is|am|are) (?:\w+ )?(?:prepared|ready|"
        rf"willing) to (?!(?:\w+ )?{TALK})"
    ),
    "land ready": (
        r"\b(?:LAND|he|they|MAN|YOU|countries|both) (?:\w+,? ){0,3}(?:ready|prepared|willing|"
        r"determined|resolved|disposed)(?:, [\w ]+,)? (?:\w+ly )?to\b"
    ),
    "pledge intend": (
        rf"\bSELF,? {ADV}(?:intends?|plans?|means?|undertakes?|promises?|pledges?|engages?|"
        rf"am resolved|am determined|are determined|have decided|"
        rf"has decided) (?:\w+ ){{0,4}}(?:to|SELF|that|myself|itself)\b|"
        rf"\bSELF,? {ADV}proposes? to\b|\b(?:my|our|its|every|the) (?:\w+ )?intention (?:to|"
        rf"of)\b|\bSELF have (?:every|no|the firm) intention|\bSELF (?:am|are|"
        rf"is) going to (?!{IDLE}\b)"
    ),
    "pledge assure": (
        r"\bassur(?:e|ing) (?:YOU|MAN|LAND)\b|\bYOU (?:may|can|should|will) (?:also )?(?:be|"
        r"rest|feel) (?:\w+ )?(?:assured|sure|certain|confident)|\bYOU (?:may|"
        r"can) (?:\w+ )?(?:count|rely|depend) (?:up)?on|\bcan rest secure\b"
    ),
    "pledge best": (
        rf"\b(?:SELF |MAN |he |our \w+ ){ADV}(?:{WILL} )?(?:\w+ )?(?:do (?:my|our|its|all|"
        rf"everything|what)|make every|spare no|lose no|use (?:its|our|my) (?:best|good)|exert|"
        rf"bend every|make great efforts)|\bSELF (?:am|are|is) (?:\w+ )?(?:making|doing|giving|"
        rf"working|continuing|exerting|striving)\b"
    ),
    "pledge would": (
        rf"\bSELF,? {ADV}would,? {ADV}(?:not )?{ADV}(?:oppose|support|consult|work|give|take|"
        rf"do|provide|respond|act|come|defend|continue|help|assist|undertake|make|use|withdraw|"
        rf"pay|resume|regard|consider|react|have to (?:take|resume|reconsider)|seek|"
        rf"be (?:compelled|obliged|forced|free|willing))\b"
    ),
    "pledge threat": (
        r"\b(?:be|remain) free to\b|\breserve(?:s)? (?:our|its|the|my|to)|"
        r"\bfreedom (?:of action|to (?:act|pursue|resume))|\b(?:compel|oblige|force)s? (?:it|"
        r"SELF) to|\b(?:compelled|obliged|forced|constrained) to\b|"
        r"\bnecessary (?:for SELF )?to (?:demonstrate|take|resort|adopt|resume|reconsider)|"
        r"\bhave (?:no (?:choice|alternative)|to (?:reconsider|review SELF))"
    ),
    "pledge stand by": (
        r"\bSELF,? (?:\w+ ){0,3}(?:stands? (?:\w+ )?by|honou?rs?|abides? by|remains? (?:bound|"
        r"committed)|adheres? to|hold (?:\w+ )?to)\b|\bSELF (?:attach|place)\w* (?:a )?(?:high|"
        r"special|great|highest) priority|\bhigh (?:personal )?priority"
    ),
    "pledge desire": (
        r"\bSELF (?:desire|wish|want|seek|am (?:most )?anxious|are anxious|hope) to (?:help|"
        r"assist|take|support|contribute|write|send|reply|give|answer|return|"
        r"be able to (?:send|give|tell|write))\b"
    ),
    "pledge no change": (
        r"\b(?:there|no|nor|in no case|never) (?:\w+ ){0,4}(?:will|shall) (?:be )?(?:no |"
        r"\w+ )?(?:change|SELF|attack|lessening|departure|\w+s? on)\b|\bremains? (?:un\w+ed|"
        r"our position|firm|SELF)"
    ),
    "pledge commitment": (
        r"\b(?:solemn|firm|full|binding) (?:\w+ )?(?:commitment|pledge|promise|assurance|"
        r"undertaking)\b|\bSELF give (?:YOU )?(?:my|our|its) (?:word|assurance)|\bon (?:my|"
        r"our) (?:part|side|behalf)\b.{0,40}\bwill\b"
    ),
    "pledge envoy": (
        r"\b(?:MAN|ambassador|minister|embassy|delegation|representative|envoy|prime minister|"
        r"he|commissioner|experts|people|staff|officers?|government) (?:\w+ ){0,3}(?:will|"
        r"shall|is to|hopes to) (?!(?:be )?(?:glad|well known|able|undoubtedly|have|find|"
        r"understand|agree|appreciate|leaving|appear|recall|not)\b)\w+"
    ),
    "pledge envoy you": (
        r"\b(?:MAN|ambassador|minister|embassy|delegation|representative|envoy|he|experts|"
        r"people|staff|government) (?:\w+ ){0,3}(?:will|shall|is to) (?:\w+ ){0,6}(?:YOU|"
        r"your)\b"
    ),
    "recall assured": (
        r"\b(?:YOU|LAND|MAN|he|they|it|has|have|were|been|who|kind enough to|"
        r"good enough to) (?:\w+ ){0,3}(?:assured?|promised?|undertook|undertaken|pledged|"
        r"guaranteed|offered|committed)\b|\bassur(?:e|ed|ing) SELF\b"
    ),
    "recall noun": (
        r"\b(?:your|YOU|these|those|the above|LAND's?|his|its|their|MAN|previous|earlier|"
        r"the) (?:\w+ ){0,2}(?:assurances?|promises?|pledges?|commitments?|undertakings?|"
        r"readiness|offer|decision) (?:\w+ ){0,3}(?:to|that|of|on|given|made|with|not)\b"
    ),
    "recall you said": (
        r"\bYOU (?:(?:\w+ly|have|had|also|restated|were) ){0,3}(?:said|stated?|told|indicated?|"
        r"informed?|inform|wrote|declared|announced|confirmed|replied|restated|expressed|"
        r"kindly saying|made (?:it )?clear|let SELF know)\b.{0,60}\b(?:will|would|shall|"
        r"intends?|commitment|proposes?|be|readiness)\b"
    ),
    "recall kindly": (
        r"\bfor (?:\w+ )?(?:saying|promising|assuring|agreeing|offering|undertaking)\b|"
        r"\b(?:positive|firm|historic) (?:and \w+ )?decision\b|\bhave (?:shown|"
        r"declared) (?:YOU|YOUrself|themselves|himself) (?:prepared|ready|willing)"
    ),
    "third would": (
        r"\b(?:he|she|LAND|they|MAN) (?:\w+,? ){0,4}(?:would|will|intends?|wants? to|wanted to|"
        r"wishes to)\b"
    ),
    "third said": (
        r"\b(?:he|she|LAND|they|MAN|minister) (?:\w+,? ){0,2}(?:said|stated|told|stressed|felt|"
        r"declared|informed|assured|wrote|announced|dissociated|replied|explained|indicated|"
        r"asked)\b"
    ),
    "position of": (
        r"\bposition of (?:YOU|LAND) that\b|\bYOU (?:it )?(?:will|would|intends?)\b|"
        r"\bYOU (?:is|are) (?:\w+ )?(?:prepared|ready|willing)\b|\bpolicy of YOU to\b"
    ),
    "recall proposed": (
        r"\b(?:YOU|SELF|LAND|MAN|he|they|note|letter) (?:\w+ ){0,3}(?:proposed|suggested|"
        r"offered|proposing|recommended)\b|\b(?:your|YOU|MAN|his|"
        r"LAND) (?:\w+ ){0,2}(?:proposal|suggestion|offer|initiative|invitation) (?:of|that|to|"
        r"for|is|on|in)\b|\bproposing (?:discussions|talks|that)"
    ),
}
