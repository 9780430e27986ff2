"""Turns that name a question ("the matter of the boats"), and turns in which nothing is done."""

from __future__ import annotations

from letterbook.mark.act_phrases import MATTER, ON

NAMING: dict[str, str] = {
    "question of": (
        rf"\b(?:problems?|questions?|issues?|disputes?|differences|difficulties|crisis|"
        rf"matters?|controversy|dangers?|tension) (?:[\w-]+ ){{0,2}}{ON} (?!(?:YOU|SELF|"
        rf"mutual concern|principle|objectives|course|fact|interest|direct|concern|common|"
        rf"importance|this kind)\b)"
    ),
    "question named": (
        r"(?<!this )(?<!that )(?<!these )\b(?:the|a|old|difficult|urgent|"
        r"immediate) (?:[\w-]+ ){1,4}(?:problem|question|issue|dispute|crisis|settlement|"
        r"representation)\b"
    ),
    "question only": (
        rf"\b(?:this|these|such|that|those) (?:\w+ )?(?:{MATTER}|subject|situation|respect)\b"
    ),
    "question raise": (
        r"\b(?:raise with|raised (?:by|in|with)|take up|bring up|draw (?:your )?attention|"
        r"writing to YOU (?:today )?(?:about|concerning|on)|write (?:directly )?to YOU|"
        r"in your letter YOU|YOU (?:also )?(?:mention|raise|refer)|on (?:our|the) agenda|"
        r"refer to the (?:question|matter|problem)|SELF wonder|call attention|"
        r"in (?:my )?(?:concern|anxiety))\b"
    ),
    "question respect": (
        r"^\W*(?:\d+\. |but |now |finally,? )?(?:with (?:respect|regard) to|"
        r"on the (?:\w+ ){0,2}(?:question|matter|subject|problem|point)|as (?:regards|for|to)|"
        r"regarding|concerning|in the matter of|turning to)\b"
    ),
    "question concern": (
        rf"\b(?:SELF|MAN|government) (?:(?:am|are|is|was|have|has|been|become|\w+ly|also|much|"
        rf"very|too),? ){{0,5}}(?:concerned|troubled|disturbed|worried|alarmed|puzzled|"
        rf"perturbed|uneasy|anxious (?:about|over)) {ON}?\b|\b(?:my|our|personal|grave|deep|"
        rf"serious|express my|considerable|great(?:er)?|the) (?:\w+ )?(?:concern|anxiety|alarm|"
        rf"misgivings?|disappointment|apprehension)s?(?: is| are)? (?:\w+ )?(?:{ON}|lest|that|"
        rf"the greater)\b|\b(?:troubles|worries|disturbs|concerns|perturbs) SELF\b|"
        rf"\bof (?:great|deep|grave|serious) concern\b"
    ),
    "question news": (
        r"\b(?:developments?|events|reports?|incidents?|attacks?|decision|consequences|"
        r"situation|strains|misunderstanding|delay|exchanges|publicity|alarm|deterioration|"
        r"threats?|violations?) (?:[\w-]+ ){0,2}(?:in|on|affecting|concerning|that|which|of|"
        r"about|regarding|between|to)\b"
    ),
    "question first": (
        r"\b(?:prompts? SELF to (?:write|raise)|thinking over|on (?:our|the) agenda|"
        r"goal SELF share|centered on|matter of (?:such|great|major|vital)|"
        r"YOU (?:also )?mention|remains (?:convinced|a)|subject of|greatly troubles|cause(?:s|"
        r"d)? (?:serious|grave)|is (?:that of|the key))\b"
    ),
    "question settle": (
        r"\b(?:settle(?:ment)?|solution|resolution|solv(?:e|ing)|resolv(?:e|ed|"
        r"ing)) (?:\w+ )?(?:of|to|for|on|in) (?:the |an? |our |these )?(?:[\w-]+ ){0,5}|"
        r"\b(?:just|lasting|early|peaceful|satisfactory|"
        r"durable) (?:and \w+ )?(?:[\w-]+ )?(?:settlement|solution)\b"
    ),
    "question open": (
        r"\b(?:there remains?|remains? (?:unsettled|open|unresolved|to be|unsolved)|only one|"
        r"unsettled|outstanding|at issue|in dispute|still open|pending|unresolved|"
        r"needs? (?:to be )?(?:settled|solved|resolution)|in the dark|poses?|raises?|snag)\b"
    ),
    "question asks": (
        r"^(?!.*\b(?:after all|or are SELF|is it not)\b)(?:\W*(?:and |but )?)(?:would|could|"
        r"can|will|do|does|did|is|are|what|how|when|where|whether|which|may|have|has|who|"
        r"shall) .*\?"
    ),
    "question main": (
        r"\b(?:main|major|chief|principal|foremost|most important|minor|central|high on|"
        r"crucial) (?:\w+ )?(?:problems?|questions?|issues?|matters?|goal|agenda|task|"
        r"difficulty|question is|obstacle)\b|\banother (?:goal|question|problem|matter|"
        r"issue)\b|\bonly question\b|\bquestion is\b"
    ),
    "idle thanks": (
        r"^(?:\W*)(?:dear [\w .]+: )?(?:SELF (?:\w+ )?(?:thank|am (?:\w+ )?(?:grateful|pleased|"
        r"glad|happy|delighted|gratified)|was (?:\w+ )?(?:pleased|glad|happy|delighted|"
        r"gratified)|appreciate|have (?:received|read|noted|studied))|thank YOU|many thanks|"
        r"(?:please )?accept (?:my|our))"
    ),
    "idle wish": (
        r"\b(?:best|warm|kind|personal|good|cordial) (?:\w+ )?(?:wishes|regards|greetings)\b|"
        r"\bgood health\b|\b(?:hope|trust) YOU (?:are|have|enjoyed|had)\b|"
        r"\bforward to (?:working|seeing|meeting|welcoming|continuing|my visit)\b"
    ),
    "idle view": (
        r"^(?:\W*)(?:SELF (?:\w+ )?(?:understand|know|realize|recognize|appreciate|believe|"
        r"think|feel|agree)|as YOU know|YOU (?:will|are|know)|there (?:is|are|has|was)|"
        r"it (?:is|was|has) )"
    ),
    "idle past": (
        r"^(?:\W*)(?:the |on |in |at |during |since |after )?(?:[\w-]+ ){0,8}(?:was|were|had|"
        r"did|took|made|came|went|began)\b"
    ),
    "idle cable": (
        r"\b(?:deliver(?:ing)? (?:the )?following|following (?:message|is|letter|text|"
        r"personal)|no signature|eyes only|verbatim text|for ambassador|signed original|"
        r"text follows|info \w+|embtel|deptel)\b"
    ),
    "idle you know": (
        r"\b(?:YOU|SELF) (?:\w+ )?(?:know|knows|aware|understand|recall|recogni[sz]e|"
        r"reali[sz]e)\b"
    ),
    "idle bound": (  # "such a talk would commit neither Government": nobody is bound by it
        r"\b(?:not|neither|nor|without|no way)\b (?:[\w-]+,? ){0,4}?(?:commit|bind|oblig|"
        r"prejudic)\w* (?:[\w-]+ ){0,3}?(?:either|BOTH|any|both|the other)\b|"
        r"\b(?:commits?|binds?|obliges?|prejudices?|binding|committing) "
        r"(?:neither|no (?:one|party|side|government|nation|power))\b"
    ),
    "idle befall": (  # "we would lose nothing": it happens, and nobody does it
        r"\bSELF (?:will|shall|would|can|could|may|might) (?:\w+ly )?(?:not |never )?(?:lose|"
        r"escape|suffer|gain|evade|outlive|survive)\b(?! no (?:time|effort|opportunity))"
    ),
    "idle forget": (
        r"\b(?:will|shall|should|must) (?:\w+ )?(?:be (?:remembered|recalled|noted|understood|"
        r"seen|clear)|recall|appreciate)\b"
    ),
}
