"""Turns of proposing: "let us", "our Governments should", "I have asked my envoy to discuss"."""

from __future__ import annotations

from letterbook.mark.act_phrases import BODY, HOPE, TALK

PROPOSING: dict[str, str] = {
    "propose": (
        r"\bSELF,? (?:(?:\w+ly|should|would|like|also|to|therefore|now|again|may|can|wish|do|"
        r"beg|venture),? ){0,4}(?:propose|suggest|recommend)s?\b(?! to (?:write|ask|send))|"
        r"\bSELF (?:am|are) (?:proposing|suggesting)\b|\bmay SELF (?:\w+ )?suggest\b|"
        r"\bSELF would think\b|\b(?:my|our) (?:\w+ )?(?:proposal|suggestion) (?:is|would|"
        r"that)\b|\bmake (?:this|the following|a) (?:\w+ )?(?:proposal|suggestion)"
    ),
    "propose envoy": (
        r"\bSELF,? (?:\w+,? ){0,3}(?:asked|instructed|directed|authorized|requested|charged|"
        r"am asking|am instructing|am sending|have sent|designated|empowered|"
        r"entrusted) (?:\S+ ){0,14}?(?:to|with) "
    ),
    "propose envoy talk": (
        r"\bSELF,? (?:\w+,? ){0,3}(?:asked|instructed|directed|authorized|requested|charged|"
        r"am asking|am instructing|am sending|have sent|designated) (?:\S+ ){0,25}?(?:discuss|"
        r"talk|consult|review|explore|go over|take up|meet|confer|get in touch|explain|"
        r"examine)\b"
    ),
    "propose let us": (
        r"\blet SELF(?:, MAN ?,| both| all| now| then)? (?!(?:assure|say|add|express|hope|know|"
        r"have|hear|explain|begin|repeat|thank|tell|make|state|first|turn|recall|remind)\b)\w+|"
        r"^let (?!SELF)(?:our|the|these|both)\b"
    ),
    "propose let us end": (  # "Let us solve it", and not "Let us take the first point"
        r"\blet SELF(?:, MAN ?,| both| all| now| then)? (?:\w+ )?(?:solve|settle|resolve|end|stop|"
        r"meet|agree|work|build|join|conclude|sign|remove|liquidate|eliminate|decide|find|put|give|"
        r"draw|keep|leave|seek|try|proceed|act|open|close|lay|bring)\b"
    ),
    "propose we should": (
        r"\b(?:SELF|BOTH|both) (?:\w+,? ){0,3}?(?:should|must|ought to|"
        r"need to)(?:,? (?:of course|both|all|now|therefore|also|at once)){0,3},? (?!(?:like|"
        r"not|be (?:glad|happy|grateful)|appreciate|also like|emphasize|say|point|welcome|want|"
        r"reserve|then be free|add|regard|consider it|think)\b)\w+"
    ),
    "propose we passive": (
        r"\b(?:our|these|any|the|such an?|this|it) (?:[\w-]+ ){0,6}(?:should|would have to|"
        r"ought to|might|could|can only|can) (?:\w+ )?(?:be|get|take|involve|include|follow|"
        r"state|begin)\b"
    ),
    "propose believe should": (
        r"\b(?:believes?|view|opinion|judgment|feel|feels|think|consider|considers|"
        r"seems to SELF|sure YOU will agree)\b[^;]{0,70}?\b(?:SELF|BOTH|both|all|members|"
        r"nations|assembly|council|representatives|governments|parties|alliance|effort|talks|"
        r"discussions|exploration|review|resolution) (?:[\w-]+,? ){0,6}(?:should|must|ought to|"
        r"could properly|have to)\b"
    ),
    "propose both should": (
        r"\b(?:BOTH|both) (?:[\w-]+,? ){0,5}(?:should|must|ought to|need to|can)\b|"
        r"\bSELF should (?:now |all |both |surely |also )*(?:try|begin|keep|give|make|work|"
        r"take|hold|seek|recognize|use|set|agree|avoid|get|find|do|spare|act|continue|reflect|"
        r"discuss|meet|consult)\b"
    ),
    "propose should be": (
        r"\b(?:discussions?|talks|exploration|conference|arrangements?|approach|issues|meeting|"
        r"review|consultations?|committee|commission|matters?|question|experts|"
        r"solution) (?:[\w-]+ ){0,8}(?:should|must|would have to|ought to|will have to|might|"
        r"can only) (?:\w+ ){0,2}(?:be|take|involve|include|begin|follow)\b"
    ),
    "propose body": rf"\b{BODY} (?:[\w-]+,? ){{0,8}}?(?:should|must|ought to|be prepared|adapt)\b",
    "propose ready talk": (
        rf"\bSELF,? (?:\w+,? ){{0,4}}?(?:ready|prepared|willing|disposed|glad|happy|pleased|"
        rf"delighted|in readiness|should like|would like) (?:further |at any time |"
        rf"\w+ly )?(?:to|in) (?:\w+ ){{0,3}}{TALK}"
    ),
    "propose hope we": (
        r"\bhope[sd]?,? (?:that |also |very much |\w+ ){0,3}(?:SELF|BOTH|MAN|it (?:will|would|"
        r"may) (?:now )?be possible|there (?:can|will|could|may)|to (?:exchange|meet|have)|"
        r"I may) (?:\w+ ){0,4}"
    ),
    "propose hope meet": (
        rf"\b{HOPE}\b.{{0,80}}\b(?:meet|meeting|talks?|discuss\w*|exchange|consult\w*|"
        rf"conversations|opportunity|together|joint|agreed|cooperation|efforts)\b"
    ),
    "propose meet you": (
        r"\b(?:opportunity|pleasure|possible|able) (?:\w+ )?(?:to|of) (?:meet|meeting|discuss|"
        r"discussing|talk|exchange)\w*\b"
    ),
    "propose option": (
        r"\b(?:perhaps|alternatively|alternative|would it (?:not )?help|would it be possible|"
        r"would be (?:better|useful|helpful|best|wise|well|desirable|preferable)|best (?:way|"
        r"means|course)|ideally|essential step|would be for|would (?:\w+ )?ease|"
        r"might (?:usefully|perhaps|well)|could be considered|what SELF need|time is ripe|"
        r"indispensable that SELF|greatly (?:increase|ease))\b"
    ),
    "propose you could": (
        r"\bYOU (?:\w+ )?(?:could|might)\b (?!(?:see|find|understand|know|imagine|be (?:sure|"
        r"certain))\b)|\bYOU are in a position to\b"
    ),
    "propose agreement": (
        r"\b(?:agreement|understanding|arrangements?|approach|settlement|solution|review|"
        r"conference|commission|team|exploration|consultations?|"
        r"negotiations)\b.{0,50}\b(?:should|needed|necessary|desirable|between BOTH|by both|"
        r"together)\b"
    ),
    "propose send": (
        r"\bSELF,? (?:\w+ )?(?:propose|plan|suggest|offer|am prepared|are prepared) to (?:send|"
        r"install|establish|place|set up|hold|convene|begin|open|join)\b|"
        r"\bjoint (?:\w+ )?(?:team|commission|committee|study|review|mission|effort|approach)\b"
    ),
}
