"""Acts: what each sentence of a letter does towards the one it is written to.

It asks, offers, promises, agrees, declines, reports, or names a question that is open. Most
sentences do none of it. Whether one does is weighed (`act_weights`) from the turns it takes
(`act_turns`); then its terms are read off: who acts, about what, on what condition, by when.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence

from letterbook.mark.act_actor import doer, towards
from letterbook.mark.act_features import told_by
from letterbook.mark.act_fields import condition, deadline, depends, hangs, set_apart
from letterbook.mark.act_sentences import Body, Sentence, bodies
from letterbook.mark.act_sides import letter_sides
from letterbook.mark.act_topic import topic, weigh_words
from letterbook.mark.act_weights import Weights, shipped
from letterbook.mark.act_words import normal
from letterbook.mark.sheet import rule
from letterbook.model import ASSERTED, Act, ActLabel, ActSide, Finding, Source, Span, Words

BY = rule("acts")
Near = tuple[Sequence[Sentence], Sequence[Sentence]]
"""The sentence before one, and the one after it; each may be missing."""
_PERSON = re.compile(  # by its first letter, which is quickly looked for; then by the rest
    r"[IWwYyOoMmHE](?<!\w.)(?:(?<=I)|(?<=[Ww])e|(?<=[Yy])our?|(?<=[Oo])ur|(?<=[Mm])y|(?<=H)\.M\.G\.|"
    r"(?<=M)ajesty|(?<=E)xcellency)\b"
)
SPOKEN = 0.4
"""How often a sentence must say I, we or you for its letter to speak to somebody."""
SHORT = 6
"""Sentences: a note so short is read whatever it says."""
_SENT = frozenset(("letter", "message", "aide-mémoire"))
"""Kinds that are meant for somebody: "Pakistan would regret it", writes an envoy of Pakistan."""
_BARES = ("pledge", "accept", "proposal", "request", "question")
"""The labels of which a condition is told."""


def acts(
    source: Source, findings: Sequence[Finding], weights: Weights | None = None
) -> tuple[Finding, ...]:
    """Every act in a marked source, of the letter it stands in, in order.

    Out: findings of kind "act"; the `score` of one is how sure it is (below `ASSERTED` it is more
    likely not one), its `because` are the words of its condition and its deadline.
    """
    table = weights or shipped()
    known = letter_sides(findings)
    made: list[Finding] = []
    for body in filter(speaks, bodies(source, findings, most_sentences)):
        sides, names = known[body.of], _names(body)
        said = [normal(s.words, sides.writer, sides.addressee) for s in body.sentences]
        opens = [s.opens for s in body.sentences]
        judged = [table.given(groups) for groups in told_by(said, opens)]
        counts = weigh_words(s.words for s in body.sentences) if any(judged) else {}
        for at, sentence in enumerate(body.sentences):
            for label, sure in judged[at].items():
                near = body.sentences[max(at - 1, 0) : at], body.sentences[at + 1 : at + 2]
                act, because = _act(label, said[at], sentence, near, counts, names)
                made.append(
                    Finding(sentence.span(), "act", act, BY, body.of, because, round(sure, 3))
                )
    return tuple(sorted(made, key=lambda f: (f.span.start, -f.score)))


def speaks(body: Body) -> bool:
    """Whether a letter speaks to somebody: minutes and studies say "the President", not "I"."""
    count = len(body.sentences)
    if count <= SHORT or _is_sent(body.findings):
        return True
    return sum(len(_PERSON.findall(s.words)) for s in body.sentences) >= SPOKEN * count


def most_sentences(findings: Sequence[Finding], words: str) -> int:
    """How many sentences a letter of these words can have at most, and still speak to somebody.

    One who says "I" four times speaks to nobody in fifty sentences; there is no need to cut a
    study into all of its two thousand to know that.
    """
    if _is_sent(findings):
        return sys.maxsize - 1
    return max(SHORT, int(len(_PERSON.findall(words)) / SPOKEN) + 1)


def _is_sent(findings: Sequence[Finding]) -> bool:
    """Whether the heading says that it is meant for somebody."""
    kinds = {f.value.text for f in findings if isinstance(f.value, Words) and f.kind == "kind"}
    return not _SENT.isdisjoint(kinds)


def _names(body: Body) -> Mapping[ActSide, str]:
    """What the header calls the two sides."""
    firm = [f for f in body.findings if f.score >= ASSERTED]
    parties = (("writer", "sender"), ("addressee", "recipient"))
    told = {side: [str(f.value) for f in firm if f.kind == kind] for side, kind in parties}
    names: dict[ActSide, str] = {
        "writer": "; ".join(told["writer"]),
        "addressee": "; ".join(told["addressee"]),
    }
    return names


def _act(
    label: ActLabel,
    said: str,
    sentence: Sentence,
    near: Near,
    counts: Mapping[str, int],
    names: Mapping[ActSide, str],
) -> tuple[Act, tuple[Span, ...]]:
    """The act that a sentence does under one label, and the words its terms stand in."""
    who = doer(label, said)
    hung, terms = _condition(label, said, sentence, near)
    when = deadline(sentence.words)
    about = topic(sentence.words, counts, label, set_apart(label, sentence.words))
    spans = [span for span in (hung, sentence.span(*when) if when else None) if span]
    to = towards(who.by)
    act = Act(
        label,
        actor=names.get(who.by, ""),
        addressee=names.get(to, ""),
        topic=_cut(sentence.words, about),
        condition=terms,
        deadline=_cut(sentence.words, when),
        by=who.by,
        to=to,
        conditional=label == "pledge" and bool(terms) and hangs(terms),
        recall=who.recall,
        reported=who.reported,
    )
    return act, tuple(spans)


def _cut(words: str, piece: tuple[int, int] | None) -> str:
    return " ".join(words[slice(*piece)].split()) if piece else ""


def _condition(
    label: ActLabel, said: str, sentence: Sentence, near: Near
) -> tuple[Span | None, str]:
    """The words a promise hangs on: of its own sentence, or of one beside it.

    "It may be that the line is crossed. If so, we would come to your aid." Where a sentence says
    only what one would do, the condition stands before it. "I hope we may meet. This will depend
    upon our engagements": what a thing depends on is said after it.
    """
    if label not in _BARES:
        return None, ""
    if own := condition(sentence.words):
        return sentence.span(*own), _cut(sentence.words, own)
    before, after = near
    for one in before if label == "pledge" and " would " in said else ():
        held = condition(one.words)
        if held and hangs(one.words[slice(*held)]):
            return one.span(*held), _cut(one.words, held)
    for one in after:
        if held := depends(one.words):
            return one.span(*held), _cut(one.words, held)
    return None, ""
