"""Phrases that the turns of an act share, as parts of patterns over a normal form."""

from __future__ import annotations

ADV = (
    r"(?:(?:\w+ly|also|of course|therefore|now|too|then|still|very much|very|much|again|all|both|"
    r"for (?:my|our) part|on (?:my|our) (?:part|side)|however|most|indeed|too|thus|accordingly|"
    r"nevertheless|with \w+|(?:SELF|YOU) (?:am|are) sure),? ){0,3}"
)
WILL = r"(?:can and will|will|shall)"
IDLE = (  # what is only said, thought or felt, binds nobody
    r"(?:say|said|express|explain|mention|repeat|stress|emphasi[sz]e|add|state|tell|confess|"
    r"conceal|"
    r"admit|refer|remark|point|understand|know|recall|remember|recogni[sz]e|reali[sz]e|see|"
    r"find|note|"
    r"learn|agree|appreciate|share|regret|hope|trust|feel|think|believe|welcome|be (?:glad|happy|"
    r"pleased|grateful|delighted|able|sure|in a position|very (?:glad|happy|grateful))|have (?:to|"
    r"received|heard|seen|learned|noted|been)|need|probably|no doubt|never forget|soon be|"
    r"take the "
    r"liberty|leave|judge|ask|appear|seem|lose|gain|win|escape|suffer|face|become|grow|be less)"
)
OWN = (  # those who act for the writer
    r"(?:SELF|our (?:\w+ ){0,2}\w+|my (?:\w+ ){0,2}\w+|MAN)"
)
TALK = (
    r"(?:discuss\w*|talks?\b|meet\b|meeting|consult\w*|conversations?|negotiat\w+|conference|"
    r"exchang\w+ (?:of )?(?:\w+ )?(?:views|ideas|information)|explor\w+|confer\b|review\b|"
    r"consider\b|"
    r"go over|get in touch|arrange|understandings|examine|study|welcome|receive|hear\b|join\b|"
    r"cooperat\w+|co-operat\w+|work (?:together|with)|develop|continue (?:our|the|these))"
)
BODY = (
    r"(?:assembly|council|nations|members|alliance|conference|parties|organi[sz]ation|"
    r"committee|nato|"
    r"commission|tribunal|court|league|governments|countries|powers|representatives|experts|"
    r"delegates|ministers|staffs|secretary general|secretary-general)"
)
DO = (
    r"(?:agree|see|find|give|take|use|consider|help|make|do|let|join|allow|permit|accept|cause|"
    r"stop|instruct|ensure|order|bring|support|reconsider|reply|send|continue|refrain|prevent|"
    r"feel free|be able|be willing|urge|adopt|announce|accede|re-?examine|withdraw|lend|grant|"
    r"provide|convey|name|respond|\w+)"
)
HOPE = (
    r"(?:hope|hopes|trust|am confident|feel confident|am hopeful|am certain|expect|count on it|"
    r"look to|my (?:\w+ )?hope|our (?:\w+ )?hope|the (?:\w+ )?hope)"
)
MATTER = (
    r"(?:problems?|questions?|issues?|disputes?|differences|difficulties|crisis|matters?|"
    r"controversy|"
    r"dispute|conflict|deadlock|impasse|complaints?|claims?)"
)
KNOWN = (
    r"(?:agree|understand|appreciate|share|recogni[sz]e|reali[sz]e|know|see|recall|acknowledge|"
    r"forgive)"
)
ON = (
    r"(?:of|about|over|at|by|with|for|lest|regarding|concerning|in regard to|as to|on|in|"
    r"between|with respect to|affecting|relating to)"
)
