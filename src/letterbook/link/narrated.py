"""What a history says was asked, offered, promised and done, and by whom.

"The Orvanian Government pledged to keep the gates raised": the history's words, never a fact of
ours. The side is the one that the words before the verb name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from letterbook.link.acted import Acted
from letterbook.mark.act_topic import topic, weigh_words
from letterbook.model import Act, ActLabel, Finding, Furniture, Section, Source, Span
from letterbook.text import sentences

TOLD = 0.6
"""How certain an act is that a history tells in plain words."""

_VERBS: tuple[tuple[ActLabel, str], ...] = (
    ("pledge", r"(?:pledged|promised|undertook|guaranteed|gave (?:its|his|her|their) word"
               r"|agreed (?:to|that)|committed (?:itself|himself|themselves)"
               r"|gave (?:an? )?(?:assurances?|undertaking))"),
    ("request", r"(?:requested|asked (?:that|for)|demanded|urged|called (?:on|upon))"),
    ("proposal", r"(?:proposed|offered|suggested|intimated)"),
    ("accept", r"(?:accepted|consented to|assented)"),
    ("refuse", r"(?:refused|rejected|declined|would not)"),
    ("report", r"(?:violated|broke (?:its|his|her|their)|breached|honou?red|fulfill?ed|kept its"
               r"|failed to|paid|released|lowered|withdrew|returned|carried out)"),
)  # fmt: skip
_PATTERNS = [(label, re.compile(rf"\b{verbs}\b")) for label, verbs in _VERBS]
_SECURED = re.compile(
    r"\b(?:secured?|obtained?|received?|won|extract(?:ed)?) (?:\w+ )?(?:guarantees?|assurances?"
    r"|promises?|pledges?|undertakings?)\b(?: from)?(?: that)? (?P<who>(?:the )?[A-Z][\w.’' -]+?)"
    r" (?:would|to|that)\b"
)
_FATE = re.compile(
    r"\b(?:fail(?:ed|ure)? to materiali[sz]e|came to nothing"
    r"|was never (?:paid|answered|kept|settled)"
    r"|(?:was|were) (?:never )?(?:kept|broken|paid|answered|released|settled|honou?red|violated)"
    r"|proved to be short-lived|nobody (?:ever )?(?:answered|said)|never (?:answered|said|told))\b"
)
_QUESTION = re.compile(r"\b(?:outstanding|unsettled|unresolved) (?:issues|questions|matters)\b")
_NO_NAME = frozenset(
    "A An And After Although As At Before But By During Finally For From He Her His However If In"
    " Initially It Its Moreover Most No Not On One Or She Shortly Since So Some That The Their Then"
    " There These They This Those Three Through To Two Unfortunately Until When While With January"
    " February March April May June July August September October November December".split()
)
_NAMED = re.compile(r"\b[A-Z][\w.’'-]+(?:(?: of| and| the)? [A-Z][\w.’'-]+){0,4}")


Speaking = Callable[[str], str]
"""The side that some words name, "" for none."""


def narrated(
    source: Source, findings: Iterable[Finding], side: Speaking, between: tuple[str, ...]
) -> list[Acted]:
    """The acts that a history tells, in its order; `told_by` is the source's id.

    `between`: the two sides whose dealings it tells.
    """
    told = list(_sentences(source, findings))
    counts = weigh_words(words for _, words in told)
    return [
        _acted(source, span, words, _act(label, words[end:], counts, side(who) or who), between)
        for span, words in told
        for label, who, end in _acts(words)
    ]


def _sentences(source: Source, findings: Iterable[Finding]) -> Iterator[tuple[Span, str]]:
    """The sentences between headings and furniture."""
    at = 0
    borders = sorted((f.span.start, f.span.end) for f in findings
                     if isinstance(f.value, Furniture | Section))  # fmt: skip
    for begin, end in (*borders, (len(source.text),) * 2):
        for a, b in sentences(source.text, at, max(at, begin)):
            yield Span(source.id, a, b), " ".join(source.text[a:b].split())
        at = max(at, end)


def _acts(words: str) -> Iterator[tuple[ActLabel, str, int]]:
    """Each act of a sentence with the words for who does it; one of a kind at most.

    The last is where the words end that say what he does: what he promised stands behind them.
    """
    seen: set[ActLabel] = set()
    if secured := _SECURED.search(words):
        seen.add("pledge")
        yield "pledge", secured["who"], secured.end("who")
    for label, pattern in _PATTERNS:
        match = pattern.search(words)
        if match and label not in seen:
            seen.add(label)
            yield label, _who(words[: match.start()]), match.end()
    if "report" not in seen and (fate := _FATE.search(words)):
        yield "report", _who(words[: fate.start()]), 0
    if asked := _QUESTION.search(words):
        yield "question", "", asked.end()


def _who(before: str) -> str:
    """The last name before a verb; words that merely open a sentence are none ("In May the")."""
    named = (_bare(m[0].split()) for m in _NAMED.finditer(before))
    return ([name for name in named if name] or [""])[-1]


def _bare(words: Sequence[str]) -> str:
    at = next((n for n, word in enumerate(words) if word not in _NO_NAME and word[0].isupper()), -1)
    return " ".join(words[at:]) if at >= 0 else ""


def _act(label: ActLabel, words: str, counts: Mapping[str, int], side: str) -> Act:
    about = topic(words, counts)
    return Act(label, actor=side, topic=words[slice(*about)] if about else "", by="other",
               to="other", reported=True)  # fmt: skip


def _acted(source: Source, span: Span, words: str, act: Act, between: tuple[str, ...]) -> Acted:
    if act.actor not in between:
        return Acted(act, span, words, TOLD, source.id, None, act.actor, "", "", True, "", between)
    other = next((each for each in between if each != act.actor), "")
    return Acted(act, span, words, TOLD, source.id, None, act.actor, other, "", True, "", between)
