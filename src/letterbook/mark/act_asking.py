"""Turns of asking: "I urge you to", "I hope that your Government will", "Orvane should"."""

from __future__ import annotations

from letterbook.mark.act_phrases import DO, HOPE, KNOWN

ASKING: dict[str, str] = {
    "request hope you": (
        rf"\b{HOPE},? (?:\w+,? ){{0,5}}(?:YOU|your (?:\w+ ){{0,3}}\w+) (?:\w+ ){{0,2}}(?:will|"
        rf"would|can|could|may|might|should|to) (?!{KNOWN}\b){DO}"
    ),
    "request sure you": (
        rf"\b(?:sure|certain|confident|convinced|hope|trust)(?: that)? YOU (?:\w+ )?(?:will|"
        rf"would|can) {KNOWN}\b"
    ),
    "request hope np": (
        rf"\b{HOPE},? (?!(?:that )?(?:SELF|BOTH|YOU)\b)(?:[\w'-]+,? ){{1,12}}?(?:will|would|"
        rf"may|can|could|might)\b"
    ),
    "request ask": (
        r"\b(?:SELF|must|would|to|may|and|liberty of|in|warranted in|"
        r"again) (?:\w+ly )?(?:ask(?:ing)?|requests?|requesting|urg(?:e|ing)|beg|"
        r"appeal(?:ing)?|invite|implore|entreat|pray)\b (?:\w+ly )?(?:to |upon |that |YOU|your|"
        r"LAND|for (?!their)|the (?!council)|MAN|most|strongly|SELF not)(?!to accept\b)|"
        r"\bcall(?:ing)? upon\b"
    ),
    "request urge": (
        r"\burg(?:e|ing) (?:YOU|LAND|your|MAN|that|the|strongly|upon|most)|"
        r"\bSELF (?:would )?(?:\w+ )?(?:urge|request|ask YOU|beg YOU to (?!accept))\b|"
        r"\bSELF (?:am|are) (?:\w+ )?(?:requesting|asking|urging)\b"
    ),
    "request grateful": (
        r"\b(?:would|should|shall|will) (?:\w+ )?(?:be )?(?:\w+ )?(?:appreciated?|grateful|"
        r"obliged|thankful|welcome|value|glad) (?:it |very much |greatly |to (?:have|receive|"
        r"hear|know|learn) |from )?(?:\w+ )?(?:if|for|your|having|hearing|YOU|any|an?|the|of|"
        r"from)?"
    ),
    "request appreciated": (
        r"\b(?:would|will) (?:also |be |\w+ly )*appreciated\b|\bSELF (?:should|would|"
        r"shall) (?:\w+ ){0,2}(?:appreciate|welcome|value|be grateful)\b"
    ),
    "request please": (
        r"(?<!attached )\bplease\b(?! (?:find|accept|deliver|pass|convey following|transmit|"
        r"inform|advise|cable))|\bdo not hesitate\b|\bfeel free to\b|\blet SELF (?:know|have|"
        r"hear)\b|\bkindly (?!\w+ing)\w+\b|\bmay SELF (?:\w+ )?(?:ask|request|urge|hope|count|"
        r"rely)\b|\bSELF (?:should|would) like (?:for )?YOU to\b|\bbe so (?:good|kind)\b|"
        r"\bhave the goodness\b"
    ),
    "request you should": (
        r"\bYOU (?:\w+ )?(?:should|must|ought to|need to|has to|have to|shall|"
        r"refrain)\b (?!(?:be aware|know|understand|be sure|have (?:no|any)|decide)\b)"
    ),
    "request land should": (
        r"\b(?:LAND|they|SELF believes? \w+|it|indians|government) (?:\w+ )?(?:should|must|"
        r"ought to|shall)\b"
    ),
    "request should be": (
        r"\b(?:should|must|shall|ought to) (?:\w+ )?be (?:\w+ )?(?:given|made|taken|put|"
        r"withdrawn|prompt|directed|stopped|released|returned|paid|welcome|allowed|maintained|"
        r"evacuated|respected|discouraged|encouraged|restored|kept|observed|made|carried|"
        r"completed|removed|ended|\w+ed)\b"
    ),
    "request essential": (
        r"\b(?:essential|imperative|necessary|important|vital|indispensable|utmost importance|"
        r"of importance|urgent|requirement is|first step|first requirement|need|necessity|"
        r"importance of) (?:\w+ ){0,4}(?:that|to|of|be|for)\b"
    ),
    "request your help": (
        r"\b(?:your|YOU) (?:[\w-]+ |and ){0,5}(?:advice|support|assistance|help|cooperation|"
        r"co-operation|understanding|response|reply|answer|good offices|intervention|influence|"
        r"authority|efforts|reactions?|comments?|views|confirmation|consideration|"
        r"suggestions)\b.{0,60}\b(?:will|would|be|appreciated|rely|count|value|forward|"
        r"request\w*|seek|need|directed)\b|\b(?:rely|count|reliance|depend)\b.{0,40}\b(?:YOU|"
        r"your|support|understanding)\b"
    ),
    "request forward": (
        r"\blook(?:s|ing)? forward (?:to|with \w+ to) (?:hearing|receiving|your (?!visit)|"
        r"an? (?:early|prompt))|\bSELF (?:shall|will|would|should) (?:\w+ )?(?:await|welcome|"
        r"value|appreciate|be grateful for|be glad (?:of|to (?:have|"
        r"receive))) (?:from )?(?:any |an |a |the |early )*(?:your|YOU|expression|comments?|"
        r"views|suggestions|indication)|\bawait(?:ing)? your\b"
    ),
    "request aid": (
        r"\b(?:looks?|turns?|relies|rely|hopes?|anxious) (?:\w+ ){0,4}(?:to|"
        r"for) (?:\w+ ){0,6}(?:assistance|support|help|flexibility|aid|finance)\b|\b(?:SELF|"
        r"it) (?:\w+ )?(?:is|are|am) (?:very )?(?:anxious|important) (?:\w+,? )?to (?:have|"
        r"be clear|know|receive)\b"
    ),
    "request my hope": (
        r"\b(?:my|our|the) (?:\w+ )?hopes? (?:is |remains )?that (?!(?:SELF|BOTH)\b)|"
        r"\b(?:venture|wish|would like|express) (?:\w+ )?(?:to )?(?:express )?(?:the |my |our |"
        r"his )?(?:\w+ )?hope (?!(?:that )?(?:SELF|BOTH|to)\b)|"
        r"\bSELF (?:\w+ )?(?:very )?(?:hope|trust|am hopeful|"
        r"is (?:\w+ )?hopeful) (?!(?:that )?(?:SELF|BOTH|YOU (?:are|have|will (?:understand|"
        r"agree|receive))|to|it)\b)"
    ),
    "request believe should": (
        r"\b(?:believes?|view|opinion|judgment|feel|feels|consider|considers|conviction|"
        r"convinced|seems to SELF|imperative|essential)\b[^;]{0,60}?\b(?:YOU|LAND|your|that|"
        r"withdrawal|it|they) (?:[\w-]+ ){0,5}(?:should|must|ought to|be)\b"
    ),
    "request shall": (
        r"\b(?:LAND|government|side|assistance|forces|parties|YOU) (?:[\w-]+ ){0,3}shall\b"
    ),
    "request believe imperative": (
        r"\b(?:it is|is|seems|be) (?:\w+ly |most |very |therefore,? |also )*(?:essential|"
        r"imperative|indispensable|vital|of the utmost importance|important|necessary|"
        r"urgent) (?:\w+ ){0,3}(?:that|to|for)\b"
    ),
    "request should assist": (
        r"\b(?:interest|conviction|convinced) (?:\w+ ){0,3}(?:in (?:assuring|having|seeing)|"
        r"that YOU|that LAND)\b"
    ),
}
