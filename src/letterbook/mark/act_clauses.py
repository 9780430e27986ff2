"""Who is to do what in a sentence: subject, modal, negation, the class of the verb; and the words
of hope, belief or urging that govern it.

"I hope that your Government will reconsider" holds two clauses: SELF hopes, and, under that hope,
YOU will do. A request lies in the second as governed by the first, and in neither alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_CLASSES = {
    "hope": "hope hopes hoped hoping hopeful trust trusts trusting wish wishes pray prays",
    "sure": "sure certain confident convinced doubt",
    "believe": "believe believes believed think thinks feel feels felt consider considers"
    " considered view opinion conviction judgment belief position seems appears feeling"
    " thinking wonder",
    "know": "know knows knew known understand understands understood recall recalls realize"
    " realizes recognize recognizes remember see sees saw find finds found note noted learn learned"
    " learnt hear heard notice recognized aware conscious informed share shares sympathize regret"
    " regrets fear fears like love enjoy remains seem appear mean means",
    "say": "say says said express expresses expressed explain explained mention mentioned repeat"
    " stress stressed emphasize emphasized emphasised reiterate add state states stated tell told"
    " confess conceal admit comment commenting refer referred referring remark remind point speak"
    " spoke congratulate thank acknowledge describe declare declared outline outlined write wrote"
    " read indicate indicated inform",
    "assure": "assure assures assuring assured guarantee guarantees promise promises promised"
    " pledge pledges pledged undertake undertakes undertook undertaken commit committed vow",
    "ask": "ask asks asking request requests requesting urge urges urging beg appeal invite invites"
    " press call calling implore insist require requires advise advised desire desires desired"
    " asked requested urged",
    "suggest": "suggest suggests suggesting suggested propose proposes proposed proposing recommend"
    " recommends recommended offer offers offered",
    "order": "instructed directed authorized charged designated appointed entrusted sent sending"
    " instructing asking",
    "agree": "agree agrees agreed accept accepts accepted concur concurs approve approved consent"
    " consents consented endorse welcome welcomes subscribe acquiesce accede agreeable",
    "decline": "reject rejects rejected decline declines declined refuse refuses refused oppose"
    " opposes opposed object dislike",
    "thank": "thank thanks appreciate appreciates appreciated grateful pleased gratified glad happy"
    " delighted encouraged honoured honored heartened welcome enjoyed obliged impressed touched",
    "worry": "concerned troubled disturbed worried puzzled alarmed dismayed",
    "ready": "ready prepared willing determined resolved disposed committed free",
    "intend": "intend intends intended intending plan plans planning mean intention",
    "continue": "continue continues continuing continued remain",
    "talk": "discuss discussing discussed meet meets meeting talk consult confer explore review"
    " exchange negotiate examine study concert",
    "help": "help assist support aid cooperate co-operate contribute work working works strive"
    " seek endeavor endeavour try participate",
    "write": "write send give keep inform reply answer communicate forward submit let be",
    "stop": "avoid refrain abstain cease stop suspend desist withdraw evacuate remove prevent"
    " terminate forgo defer postpone",
    "want": "want wants wanted wanting need needs needed look looks looking",
    "have": "have has had able",
    "befall": "lose gain win escape suffer face become grow fall rise happen occur take cause",
}
VERBS = {verb: name for name, verbs in _CLASSES.items() for verb in verbs.split()}
_MODALS = {
    "will": "will", "shall": "will", "would": "would", "should": "should", "must": "should",
    "ought": "should", "can": "can", "could": "could", "may": "may", "might": "may",
    "cannot": "can", "'ll": "will",
}  # fmt: skip
_SUBJECTS = frozenset("SELF YOU BOTH LAND MAN he she they it there who which".split())
_BE = frozenset("am is are was were be been being stand stands".split())
_HAVE = frozenset("have has had having".split())
_NOT = frozenset("not never no neither cannot nor n't".split())
_SKIP = frozenset(
    "also too now then still very much most therefore however accordingly indeed both all again"
    " together ourselves himself themselves of course for part on thus in turn yet always so quite"
    " and or do does did".split()
)
_NO_VERBS = frozenset("the a an of in on that to by ?".split())
_PAST = frozenset(
    "said told wrote asked agreed assured stated indicated suggested proposed".split()
)
GOVERNS = frozenset("hope sure believe ask suggest assure agree order say know want intend".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject and what it does: modal ("" for none), whether negated, verb and its class.

    `under` is the class of the verb that governs the clause, "" where it stands free; `place` is
    the index of the subject, or of the modal where the subject is a noun.
    """

    subject: str
    modal: str
    negated: bool
    verb: str
    kind: str
    under: str
    over: str
    place: int


def clauses(words: Sequence[str]) -> list[Clause]:
    """The clauses of a sentence, given as the words of its normal form."""
    return list(_walk(words))


def _walk(words: Sequence[str]) -> Iterator[Clause]:
    last, under, over, at = "", "", "", 0
    while at < len(words):
        word = words[at]
        if word in _SUBJECTS:
            subject, start = word, at + 1
        elif word in _MODALS:
            subject, start = _noun(words, at, last), at
        else:
            at += 1
            continue
        clause, end = _clause(words, subject, start, under, over, at)
        if clause is None:
            at += 1
            continue
        yield clause
        last = subject
        if clause.kind in GOVERNS:
            under, over = clause.kind, subject
        at = end


def _noun(words: Sequence[str], at: int, last: str) -> str:
    """Whose a subject is that is a noun: "your views would", "our embassy will", "and will"."""
    before = words[max(at - 1, 0)] if at else ""
    if before in ("and", "but", "or", ",") and last:
        return last
    for word in reversed(words[max(0, at - 6) : at]):
        if word in _SUBJECTS and word != "it":
            return word if word in ("MAN", "LAND") else "noun"
        if word == "your":
            return "your"
        if word in ("our", "my"):
            return "our"
        if word in _MODALS:
            break
    return "noun" if at else "opening"


def _clause(
    words: Sequence[str], subject: str, at: int, under: str, over: str, place: int
) -> tuple[Clause | None, int]:
    modal, negated, be, perfect = "", False, False, False
    end = min(len(words), at + 9)
    while at < end:
        word = words[at]
        if word in _NOT:
            negated = True
            modal = modal or ("can" if word == "cannot" else "")
        elif word in _MODALS and not modal:
            modal = _MODALS[word]
        elif word in _BE:
            be = True
        elif word == "going" and words[at + 1 : at + 2] == ["to"]:  # "I am going to write"
            modal, be, at = modal or "will", False, at + 1
        elif word in _HAVE and at + 1 < end and words[at + 1] not in ("the", "a", "an", "to", "no"):
            perfect = True
        elif not (word in _SKIP or word.endswith("ly")):
            break
        at += 1
    if at >= end or words[at] in _SUBJECTS:
        return None, at
    verb = words[at]
    if (be and verb == "to") or verb in _NO_VERBS:
        kind = "be" if be else "none"
        if kind == "none" and not modal:
            return None, at
    else:
        kind = VERBS.get(verb, "act")
    if perfect and not modal:
        modal = "have"
    elif be and not modal and kind in ("act", "be"):
        modal = "be"
    elif not modal and (verb.endswith("ed") or verb in _PAST):
        modal = "past"
    return Clause(subject, modal, negated, verb, kind, under, over, place), at + 1


def told(found: Sequence[Clause]) -> set[str]:
    """The clauses of a sentence as features, from the bare subject and modal to all they say."""
    made: set[str] = set()
    for c in found:
        no = "not " if c.negated else ""
        bare = f"{c.subject} {no}{c.modal}"
        made |= {f"{bare}", f"{bare} {c.kind}", f"{c.subject} {c.kind}"}
        if c.under:
            made |= {f"{c.under}>{bare}", f"{c.over} {c.under}>{c.subject}"}
        if c.modal:
            made.add(f"{no}{c.modal} {c.kind}")
    return made


_ACTS = frozenset("act help continue talk write stop assure agree".split())
_OURS = frozenset(("SELF", "our"))
_THEIRS = frozenset(("YOU", "your"))


def clause_turns(found: Sequence[Clause]) -> set[str]:
    """The turns that lie in who is to act and under which word, not in a form of words."""
    return {turn for clause in found for turns in TURNS for turn in turns(clause)}


def _promised(c: Clause) -> Iterator[str]:
    """What the writer will or would do: "we shall withdraw", "I hope we can meet"."""
    acts = c.kind in _ACTS
    if c.subject in _OURS and c.modal == "will" and acts and c.under not in ("hope", "suggest"):
        yield "pledge clause will"
    if c.subject in _OURS and c.modal == "would" and acts and not c.under:
        yield "pledge clause would"
    if (
        c.subject in ("SELF", "BOTH")
        and c.modal in ("should", "can", "will")
        and acts
        and c.under == "hope"
    ):
        yield "propose clause hope"
    if c.subject in ("SELF", "BOTH") and c.modal == "should" and (acts or c.kind == "be"):
        yield "propose clause should"


def _wanted(c: Clause) -> Iterator[str]:
    """What others are to do: "I hope your Government will", "Marlund should"."""
    acts = c.kind in _ACTS
    if (
        c.subject in _THEIRS
        and c.under in ("hope", "ask")
        and c.over == "SELF"
        and (c.modal or c.under == "ask")
    ):
        yield f"request clause {'do' if acts else 'see'}"
    if c.subject in ("noun", "it", "there") and c.under == "hope" and c.over == "SELF" and c.modal:
        yield "request clause come about"
    if c.subject in ("LAND", "YOU", "noun") and c.modal == "should" and acts:
        yield "request clause should"
    if c.subject in ("LAND", "MAN", "he", "she", "they") and c.modal in ("will", "would") and acts:
        yield "third clause will"


def _recalled(c: Clause) -> Iterator[str]:
    """What was said before: "you assured me that he would"."""
    if (
        c.under in ("say", "assure")
        and c.over not in ("SELF", "our")
        and c.modal in ("will", "would")
    ):
        yield "recall clause said"
    if (
        c.subject in _THEIRS
        and c.kind in ("assure", "say", "suggest", "agree")
        and c.modal in ("past", "have", "")
    ):
        yield "recall clause you"


def _spoken(c: Clause) -> Iterator[str]:
    """What the writer does in writing it: "I cannot agree", "I suggest", "may I ask"."""
    acts = c.kind in _ACTS
    if (
        c.subject == "SELF"
        and c.negated
        and c.modal in ("can", "could")
        and (acts or c.kind == "agree")
    ):
        yield "refuse clause cannot"
    if (
        c.subject == "SELF"
        and c.kind == "agree"
        and not c.negated
        and c.modal in ("", "past", "have")
    ):
        yield "accept clause agree"
    if c.subject == "SELF" and c.kind == "suggest" and c.modal in ("", "would", "will"):
        yield "propose clause suggest"
    if (
        c.subject == "SELF"
        and c.kind == "ask"
        and c.modal in ("would", "be", "may")
        and c.verb not in ("require", "desire")
    ):
        yield "request clause ask"
    if c.subject == "SELF" and c.kind == "worry":
        yield "question clause worry"


TURNS = (_promised, _wanted, _recalled, _spoken)
