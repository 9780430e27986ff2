"""What different forms of a word have in common: "recognized", "recognition" → "recogn".

A light stemmer for English prose. It serves to find the same word again, never to be shown.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letterbook.text import plain_letters

IRREGULAR = """
arise arose arisen; become became; begin began begun; bind bound; break broke broken; bring brought;
build built; buy bought; catch caught; choose chose chosen choice; come came; cut cut; deal dealt;
do did done does; draw drew drawn; drive drove driven; fall fell fallen; feel felt; fight fought;
find found; flee fled flight; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone goes;
grow grew grown growth; hear heard; hide hid hidden; hold held; keep kept; know knew known
knowledge; lay laid; lead led; leave left; lend lent loan; let let; lie lay lain; lose lost loss;
make made; mean meant; meet met; pay paid; prove proven proof; read read; ride rode ridden; ring
rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold sale; send sent;
shake shook shaken; shoot shot; show shown; shrink shrank; sing sang sung; sink sank sunk; sit sat;
speak spoke spoken speech; spend spent; stand stood; steal stole stolen; strike struck; swear swore
sworn; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown;
understand understood; undertake undertook undertaken; uphold upheld; wear wore worn; win won;
withdraw withdrew withdrawn; withhold withheld; write wrote written; man men; woman women; child
children; person people; foot feet; die death dead; live life lives; believe belief; decide
decision; expand expansion expansive; extend extension extensive; receive receipt reception; respond
response; permit permission; admit admission; submit submission; succeed success successor
successive; proceed procedure; defend defense defence; explode explosion; invade invasion; arrive
arrival; refuse refusal; propose proposal; deny denial; apply application; reply replies; try tried
tries trial; satisfy satisfaction; explain explanation; describe description; produce production;
reduce reduction; destroy destruction; maintain maintenance; appear appearance; destroy destructive;
conclude conclusion; include inclusion; persuade persuasion; intervene intervention; oppose
opposition; suppose supposition; retain retention; detain detention; abstain abstention; compel
compulsion; expel expulsion; repel repulse; assume assumption; resume resumption; consume
consumption; pursue pursuit; assure assurance; insure insurance; ally allies allied alliance; treaty
treaties; party parties; country countries; enemy enemies; ministry ministries; embassy embassies;
carry carried carries; deliver delivery; recover recovery; discover discovery; inquire inquiry
enquiry; injure injury; commence commenced commences commencing commencement; intend intention
intent; expect expectation;
use used uses using
"""
FORMS = {
    form: group.split()[0] for group in IRREGULAR.replace("\n", " ").split(";")
    for form in group.split()
}  # fmt: skip
"""Forms that no ending explains, and what stands for all of them."""

SUFFIXES = sorted(
    """izations ization isations isation ational ations ation ators ator ating ated ates ate ative
    izing ized izes ize ising ised ises ise ition itions ments ment ances ance ences ence ness
    iously ously ous ively ive ing ings edly ed es s ions ion ally al ly er ers or ors ity ities
    able ible ably ies ied y e ic ical ant ent""".split(),
    key=len,
    reverse=True,
)
LEAST = 4  # letters that must remain: "nation" is not "n"
INFLECTED = {
    "s": 3,
    "ed": 3,
    "ing": 3,
    "e": 3,
}  # the same for endings that leave the word what it is
_VOWEL = re.compile(r"[aeiouy]")
_OWN = re.compile(r"['’](?:s)?$")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The part that the forms of a word share.

    >>> [stem(w) for w in ("Negotiations", "negotiated", "withdrew", "Morvény’s")]
    ['negoti', 'negoti', 'withdraw', 'morven']
    """
    plain = _OWN.sub("", plain_letters(word)).replace("'", "")
    plain = FORMS.get(plain, plain)
    # twice, and irregular forms again: "unsuccess-ive-ly", "assur-ance-s"
    for _ in range(2):  # "recogn-ition-s", "success-ive-ly"
        cut = _shorter(plain)
        if cut == plain:
            break
        plain = FORMS.get(cut, cut)
    return plain


def _shorter(word: str) -> str:
    for suffix in SUFFIXES:
        least = INFLECTED.get(suffix, LEAST)
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            rest = word[: -len(suffix)]
            if not _VOWEL.search(rest):  # "string"
                continue
            doubled = len(rest) > LEAST and rest[-1] == rest[-2] and rest[-1] not in "sl"
            return rest[:-1] if doubled else rest
    return word
