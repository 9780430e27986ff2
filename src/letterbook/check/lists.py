"""Lists of words that checking knows: small words, words that deny, hedge, praise, or say nothing.

Each list is general English; nothing in it comes from one letter or one brief.
"""

from __future__ import annotations

from letterbook.stem import stem

SMALL = frozenset(
    """a an the this that these those which who whom whose what it its itself he him his she her
    hers they them their theirs we us our ours you your yours i me my mine one ones himself herself
    themselves and or but of on in at by for from to with as into onto upon about over under
    between among amongst within against toward towards through via per off out up down away
    is are was were be been being am has have had having do does did done will would shall should
    can could there here then than so such if when where while how why s t d ll re ve because
    however moreover furthermore finally still yet even just own same other others another another's
    mr mrs ms miss dr st although though since until till unless whether either any some more much
    very rather quite well now today time times way thing things made make makes making take takes
    took taken get got became become becomes come came go went another each's and/or
    """.split()
)
"""Words that a claim may use without the source's leave."""

WEAK = SMALL | frozenset(
    """include included includes including involve involved involving involves regard regarding
    concern concerning related various several certain particular particularly respective
    respectively overall general generally process nature matter matters case aspect role part
    fact facts effect form kind sort number series range set key significant notable notably
    ultimately eventually subsequently accordingly namely etc see saw seen serve served mark marked
    remain remained result resulting resulted address addressed addressing period situation
    event events also too further activity activities""".split()
)
"""Words of summarizing prose that do not keep a claim from being supported, and support none."""

TITLES = frozenset(
    """president premier chairman minister secretary ambassador king queen emperor prince general
    colonel captain admiral marshal senator governor commissioner chancellor mr mrs miss dr sir lord
    lady foreign prime vice deputy acting consul count baron father bishop pope dictator""".split()
)

HARD = frozenset(
    """not no never neither nor none nothing nobody cannot without non nowhere hardly
    scarcely""".split()
)
NOT_DENYING = frozenset(
    {("not", "only"), ("not", "until"), ("not", "later"), ("no", "later"), ("not", "less"),
     ("no", "less"), ("no", "sooner"), ("no", "doubt"), ("nothing", "but"), ("not", "merely"),
     ("not", "simply"), ("no", "fewer"), ("not", "least"), ("no", "one")}
)  # fmt: skip
BREAKS = frozenset(map(stem, "violate violated break broke broken breach breached".split()))
PLEDGES = frozenset(
    map(stem, "pledge promise word undertaking agreement commitment guarantee assurance".split())
)
"""A broken pledge not to do a thing is the thing done."""

SOFT = frozenset(map(stem, "refrain abstain avoid fail lack refuse decline omit neglect".split()))

HEDGES = frozenset("may might perhaps possibly probably allegedly reportedly apparently".split())
CONDITIONS = frozenset("if unless provided".split())
ATTITUDES = frozenset(
    map(
        stem,
        """hope intend plan propose expect fear threaten try attempt seek consider suggest deny
        allege want wish urge recommend offer contemplate rumor desire demand ask
        request""".split(),
    )
)
"""What is hoped or proposed has not happened: a claim may not leave these out."""

EVALUATIONS = frozenset(
    """testament model success failure remarkable historic landmark turning watershed triumph
    disaster brutal chilling brilliant masterful crucial pivotal fateful tragic courageous cynical
    naive wise foolish unprecedented profound profoundly dramatic dramatically legacy symbol
    milestone cornerstone complexity complex fragile enduring""".split()
)
SUPERLATIVES = frozenset(
    "most least best worst greatest largest biggest highest lowest earliest latest first last only"
    " sole never always unique every all entirely completely fully".split()
)
CAUSES = frozenset({"~cause", "~purpose"})
SHIFTS = frozenset("earlier later before afterwards previously meanwhile subsequently".split())
"""Words that put a sentence at another time than the one before it."""

PASTS = frozenset(
    """arose became began broke brought built bought caught chose came dealt drew drove fell felt
    fought found fled flew forbade forgot got gave went grew heard hid held kept knew laid led left
    lent lost made meant met paid ran rose said saw sought sold sent shook shrank sank sat spoke
    spent stood stole struck swore took taught told thought threw understood undertook upheld
    withdrew won wrote withheld put cut""".split()
)
"""Past forms that no "-ed" shows."""
